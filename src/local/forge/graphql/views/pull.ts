/** Pull requests. */

import { listCommits, mergeBase } from "../../git/commits.ts";
import { nodeId } from "../../node-id.ts";
import { blockedBy, mergeableOf, numbersOf, pullBase, pullFiles } from "../../operations/mergeability.ts";
import { closingNumbers } from "../../operations/merging.ts";
import { visibleReviews } from "../../operations/reviews.ts";
import { combinedState } from "../../operations/statuses.ts";
import { threadsOf } from "../../operations/threads.ts";
import { isMergeabilityKnown } from "../../rest/pulls.ts";
import { branchHead, findIssue, getIssue, getPull, repositoryById } from "../../site.ts";
import type { Pull, Repository, Review } from "../../store/records.ts";
import { ACCESS, hasRole, may } from "../../viewer.ts";
import { type Arguments, type Context, connection, demandBounds, texts, type View } from "../context.ts";
import { actorView, userView } from "./actor.ts";
import { commitView, refView, rollupView } from "./commit.ts";
import { issueView, sharedFields } from "./issue.ts";
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
    isInMergeQueue: false,
    isMergeQueueEnabled: false,
    mergeQueueEntry: null,
    mergeQueue: null,
    autoMergeRequest: null,
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
      reviewConnection(context, latestOpinions(context, repository, reviews(), args), args),
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
    viewerCanEnableAutoMerge: false,
    viewerCanDisableAutoMerge: false,
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

/** The last verdict of everyone; a comment does not undo a verdict, a dismissal does. */
function latestOpinions(
  context: Context,
  repository: Repository,
  reviews: readonly Review[],
  args: Arguments,
): Review[] {
  const opinions = latest(
    reviews.filter((review) => ["APPROVED", "CHANGES_REQUESTED", "DISMISSED"].includes(review.state)),
  );
  return args.writersOnly === true
    ? opinions.filter(
        (review) =>
          hasRole(repository, review.author, "write") ||
          context.site.store.get("users", review.author.toLowerCase())?.type === "Bot",
      )
    : opinions;
}

/** Null where no rule asks for reviews and nobody has judged. */
function decisionOf(context: Context, repository: Repository, pull: Pull): string | null {
  const states = latestOpinions(context, repository, visibleReviews(context.site, undefined, pull), {
    writersOnly: true,
  }).map((review) => review.state);
  if (states.includes("CHANGES_REQUESTED")) return "CHANGES_REQUESTED";
  const required = repository.rules.some((rule) => rule.type === "pull_request");
  if (states.includes("APPROVED")) return "APPROVED";
  return required ? "REVIEW_REQUIRED" : null;
}

async function mergeability(
  { site }: Context,
  repository: Repository,
  pull: Pull,
): Promise<{ mergeable: string; status: string }> {
  const known = await isMergeabilityKnown(site, repository, pull);
  const fresh = getPull(site, repository, pull.number);
  const mergeable = mergeableOf(site, repository, fresh);
  if (!known || mergeable === null) return { mergeable: "UNKNOWN", status: "UNKNOWN" };
  if (!mergeable) return { mergeable: "CONFLICTING", status: "DIRTY" };
  if (pull.draft) return { mergeable: "MERGEABLE", status: "DRAFT" };
  const state = combinedState(site, repository, pull.headSha);
  if (blockedBy(site, repository, fresh).length > 0)
    return {
      mergeable: "MERGEABLE",
      status: await blockedStatus(
        site.git(repository),
        repository,
        fresh,
        branchHead(site, repository, pull.baseRef),
      ),
    };
  return { mergeable: "MERGEABLE", status: state === "none" || state === "success" ? "CLEAN" : "UNSTABLE" };
}

/** BEHIND only under strict checks, and only when the base really moved. */
async function blockedStatus(
  git: Parameters<typeof mergeBase>[0],
  repository: Repository,
  pull: Pull,
  base: string | undefined,
): Promise<string> {
  const strict = repository.rules.some((rule) =>
    JSON.stringify(rule).includes('"strict_required_status_checks_policy":true'),
  );
  if (!strict || !base) return "BLOCKED";
  return (await mergeBase(git, base, pull.headSha)) === base ? "BLOCKED" : "BEHIND";
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
