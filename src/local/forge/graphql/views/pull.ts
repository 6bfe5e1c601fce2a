/** Pull requests. */

import { listCommits } from "../../git/commits.ts";
import { nodeId } from "../../node-id.ts";
import { queueEntryOf, queueRuleOf } from "../../operations/merge-queue.ts";
import { numbersOf } from "../../operations/mergeability.ts";
import { closingNumbers } from "../../operations/merging.ts";
import { pullBase, pullFiles } from "../../operations/pull-range.ts";
import { visibleReviews } from "../../operations/reviews.ts";
import { threadsOf } from "../../operations/threads.ts";
import { isMergeabilityKnown } from "../../rest/pulls.ts";
import { appliedRules, rulesOfType } from "../../rules/applied.ts";
import { countsAsReviewer, latestVerdicts, unmetReviews } from "../../rules/required-reviews.ts";
import { branchHead, findIssue, getIssue, getPull, repositoryById } from "../../site.ts";
import type { Pull, Repository, Review } from "../../store/records.ts";
import { ACCESS, may } from "../../viewer.ts";
import { type Arguments, type Context, connection, demandBounds, texts, type View } from "../context.ts";
import { actorView, userView } from "./actor.ts";
import { commitView, refView, rollupView } from "./commit.ts";
import { issueView, sharedFields } from "./issue.ts";
import { queueEntryView, queueView } from "./queue.ts";
import { repositoryView } from "./repository.ts";
import { reviewView, threadView } from "./review.ts";

export function pullView(context: Context, pull: Pull): View {
  const { site, viewer } = context;
  const repository = repositoryById(site, pull.repository);
  const issue = getIssue(site, repository, pull.number);
  const source = repositoryById(site, pull.headRepository);
  const numbers = () => numbersOf(site, repository, pull);
  const headSha = branchHead(site, source, pull.headRef);
  const baseSha = branchHead(site, repository, pull.baseRef);
  const entry = queueEntryOf(site, pull);
  const reviews = (): Review[] => visibleReviews(site, viewer.user.login, pull);
  return {
    __typename: "PullRequest",
    id: nodeId("PullRequest", pull.id),
    databaseId: pull.id,
    fullDatabaseId: String(pull.id),
    ...sharedFields(context, issue),
    state: pull.merged ? "MERGED" : issue.state.toUpperCase(),
    isDraft: pull.draft,
    merged: pull.merged,
    mergedAt: pull.mergedAt,
    mergedBy: pull.mergedBy ? actorView(context, pull.mergedBy) : null,
    mergeCommit: pull.mergeCommitSha
      ? () => commitView(context, repository, pull.mergeCommitSha ?? "")
      : null,
    potentialMergeCommit: pull.test?.sha ? () => commitView(context, repository, pull.test?.sha ?? "") : null,
    headRefName: pull.headRef,
    headRefOid: pull.headSha,
    baseRefName: pull.baseRef,
    baseRefOid: pull.merged ? pull.baseSha : (baseSha ?? pull.baseSha),
    headRef: headSha ? refView(context, source, `refs/heads/${pull.headRef}`, headSha) : null,
    baseRef: baseSha ? refView(context, repository, `refs/heads/${pull.baseRef}`, baseSha) : null,
    headRepository: () => repositoryView(context, source),
    headRepositoryOwner: () => actorView(context, source.owner),
    baseRepository: () => repositoryView(context, repository),
    isCrossRepository: source.id !== repository.id,
    maintainerCanModify: false,
    permalink: `${site.url}/${repository.owner}/${repository.name}/pull/${pull.number}`,
    mergeable: () => mergeability(context, repository, pull).then((one) => one.mergeable),
    mergeStateStatus: () => mergeability(context, repository, pull).then((one) => one.status),
    isInMergeQueue: entry !== undefined,
    isMergeQueueEnabled: queueRuleOf(site, repository, pull.baseRef) !== undefined,
    mergeQueueEntry: () => (entry ? queueEntryView(context, entry) : null),
    mergeQueue: () => queueView(context, repository, pull.baseRef),
    autoMergeRequest: () => autoMergeView(context, pull),
    canBeRebased: () => pull.test?.sha !== null,
    reviewDecision: () => decisionOf(context, repository, pull),
    additions: () => numbers().then((one) => one.additions),
    deletions: () => numbers().then((one) => one.deletions),
    changedFiles: () => numbers().then((one) => one.changedFiles),
    files: (args: Arguments) => files(context, repository, pull, args),
    commits: (args: Arguments) => commits(context, repository, pull, args),
    reviews: (args: Arguments) =>
      reviewConnection(
        context,
        reviews().filter((review) => isWanted(review, args)),
        args,
      ),
    latestReviews: (args: Arguments) =>
      reviewConnection(context, latest(reviews().filter((review) => review.state !== "PENDING")), args),
    latestOpinionatedReviews: (args: Arguments) =>
      reviewConnection(context, opinionsOf(context, repository, pull, args), args),
    reviewRequests: (args: Arguments) =>
      connection(pull.requestedReviewers, args, "ReviewRequestConnection", (login) => ({
        __typename: "ReviewRequest",
        id: nodeId("User", login),
        requestedReviewer: userView(context, login),
        asCodeOwner: false,
      })),
    reviewThreads: (args: Arguments) => {
      demandBounds(args, "reviewThreads");
      return connection(
        threadsOf(site, pull).filter((thread) => isShown(context, thread.id)),
        args,
        "PullRequestReviewThreadConnection",
        (thread) => threadView(context, thread),
      );
    },
    closingIssuesReferences: (args: Arguments) => {
      const issues = closingNumbers(issue.body ?? "")
        .map((number) => findIssue(site, repository, number))
        .filter((one) => one !== undefined && !one.isPull);
      return connection(issues, args, "IssueConnection", (one) => (one ? issueView(context, one) : null));
    },
    statusCheckRollup: () => rollupView(context, repository, pull.headSha),
    viewerCanMergeAsAdmin: false,
    viewerCanUpdateBranch: may(viewer, repository, ACCESS.writePulls),
    viewerCanDeleteHeadRef: may(viewer, repository, ACCESS.writeContents),
    viewerCanEnableAutoMerge: repository.merge.autoMerge && may(viewer, repository, ACCESS.writeContents),
    viewerCanDisableAutoMerge: pull.autoMerge !== null && may(viewer, repository, ACCESS.writeContents),
    viewerCanApplySuggestion: false,
    viewerLatestReview: () => {
      const own = reviews()
        .filter((review) => review.author === viewer.user.login && review.state !== "PENDING")
        .at(-1);
      return own ? reviewView(context, own) : null;
    },
  };
}

/** Threads of a pending review are for its author only. */
function autoMergeView(context: Context, pull: Pull): View | null {
  const { autoMerge } = pull;
  if (!autoMerge) return null;
  return {
    __typename: "AutoMergeRequest",
    authorEmail: null,
    commitHeadline: autoMerge.title,
    commitBody: autoMerge.message,
    enabledAt: autoMerge.at,
    enabledBy: () => actorView(context, autoMerge.login),
    mergeMethod: autoMerge.method.toUpperCase(),
    pullRequest: () => pullView(context, pull),
  };
}

function isShown({ site, viewer }: Context, thread: number): boolean {
  const root = site.store.find("reviewComments", (comment) => comment.thread === thread);
  const review = root && site.store.get("reviews", root.review);
  return review !== undefined && (review.state !== "PENDING" || review.author === viewer.user.login);
}

const isWanted = (review: Review, args: Arguments): boolean => {
  const states = texts(args, "states");
  const author = args.author;
  return (
    (!states || states.includes(review.state)) &&
    (typeof author !== "string" || review.author.replace(/\[bot\]$/, "") === author)
  );
};

const reviewConnection = (context: Context, reviews: readonly Review[], args: Arguments): View =>
  connection(reviews, args, "PullRequestReviewConnection", (review) => reviewView(context, review));

const latest = (reviews: readonly Review[]): Review[] => [
  ...new Map(reviews.map((review) => [review.author, review])).values(),
];

const opinionsOf = (context: Context, repository: Repository, pull: Pull, args: Arguments): Review[] =>
  latestVerdicts(context.site, pull).filter(
    (review) => args.writersOnly !== true || countsAsReviewer(context.site, repository, review.author),
  );

/** Null where no rule asks for reviews and nobody has judged. */
async function decisionOf(context: Context, repository: Repository, pull: Pull): Promise<string | null> {
  const states = opinionsOf(context, repository, pull, { writersOnly: true }).map((review) => review.state);
  if (states.includes("CHANGES_REQUESTED")) return "CHANGES_REQUESTED";
  const rules = rulesOfType(appliedRules(context.site, repository, pull.baseRef), "pull_request").map(
    ({ parameters, ...rest }) => ({
      ...rest,
      parameters: { ...parameters, required_review_thread_resolution: false },
    }),
  );
  for (const rule of rules) {
    if ((await unmetReviews(context.site, repository, pull, rule)).length > 0) return "REVIEW_REQUIRED";
  }
  return states.includes("APPROVED") ? "APPROVED" : null;
}

const STATES: { [state: string]: string } = {
  blocked: "BLOCKED",
  behind: "BEHIND",
  clean: "CLEAN",
  unstable: "UNSTABLE",
  draft: "DRAFT",
  dirty: "DIRTY",
};

async function mergeability(
  { site }: Context,
  repository: Repository,
  pull: Pull,
): Promise<{ mergeable: string; status: string }> {
  const known = await isMergeabilityKnown(site, repository, pull);
  const fresh = getPull(site, repository, pull.number);
  const { mergeable, mergeableState } = await numbersOf(site, repository, fresh);
  if (!known || mergeable === null) return { mergeable: "UNKNOWN", status: "UNKNOWN" };
  return { mergeable: mergeable ? "MERGEABLE" : "CONFLICTING", status: STATES[mergeableState] ?? "UNKNOWN" };
}

const CHANGES: { [status: string]: string } = {
  added: "ADDED",
  removed: "DELETED",
  modified: "MODIFIED",
  renamed: "RENAMED",
  copied: "COPIED",
  changed: "CHANGED",
};

async function files(context: Context, repository: Repository, pull: Pull, args: Arguments): Promise<View> {
  const rows = await pullFiles(context.site, repository, pull);
  return connection(rows, args, "PullRequestChangedFileConnection", (file) => ({
    __typename: "PullRequestChangedFile",
    path: file.path,
    additions: file.additions,
    deletions: file.deletions,
    changeType: CHANGES[file.status] ?? "CHANGED",
    viewerViewedState: "UNVIEWED",
  }));
}

async function commits(context: Context, repository: Repository, pull: Pull, args: Arguments): Promise<View> {
  const base = await pullBase(context.site, repository, pull);
  const shas = (await listCommits(context.site.git(repository), [pull.headSha, `^${base}`])).reverse();
  return connection(shas, args, "PullRequestCommitConnection", (sha) => ({
    __typename: "PullRequestCommit",
    id: nodeId("Commit", `${repository.id}:${pull.number}:${sha}`),
    url: "",
    resourcePath: "",
    commit: () => commitView(context, repository, sha),
  }));
}
