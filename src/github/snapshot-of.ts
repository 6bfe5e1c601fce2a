/** From what GitHub answered to the snapshot: pure, nothing is read here. */
import { createHash } from "node:crypto";
import type { z } from "zod";
import { type BranchRules, NO_RULES } from "../domain/rules.ts";
import type {
  CheckSnapshot,
  CommentSnapshot,
  FeatureIssue,
  GateCheck,
  LandedSnapshot,
  OwnText,
  Person,
  PullSnapshot,
  RequirementSnapshot,
  StatusSnapshot,
  ThreadSnapshot,
} from "../domain/snapshot.ts";
import {
  AskBlock,
  CostsBlock,
  FindingBlock,
  GateBlock,
  PullBlock,
  RequirementBlock,
  RevertBlock,
  ReviewBlock,
  readBlock,
  visiblePart,
} from "../domain/state-block.ts";
import type {
  ActorNode,
  CommentNode,
  OpenPullNode,
  PullNode,
  RequirementNode,
  ThreadNode,
} from "./shapes.ts";

export function requirementOf(node: RequirementNode, identity: string, prefix: string): RequirementSnapshot {
  const labelled = node.timelineItems
    .filter((item) => item.__typename === "LabeledEvent" && item.label?.name === prefix)
    .at(-1);
  const sticky = node.comments.find(
    (comment) => isOwn(comment, identity) && readBlock(RequirementBlock, comment.body) !== undefined,
  );
  return {
    number: node.number,
    nodeId: node.id,
    title: node.title,
    body: node.body,
    textHash: textHash(node.title, node.body),
    lastEdit: lastEditOf(node),
    open: node.state === "OPEN",
    author: personOf(node.author),
    labels: (node.labels ?? []).map((label) => label.name),
    labelled: labelled ? { by: personOf(labelled.actor ?? null), at: labelled.createdAt ?? "" } : undefined,
    comments: node.comments.map(commentOf),
    sticky: sticky ? ownText(sticky, RequirementBlock) : undefined,
    stickyCreatedAt: sticky?.createdAt,
    features: node.subIssues.map(
      (issue): FeatureIssue => ({
        number: issue.number,
        nodeId: issue.id,
        title: issue.title,
        body: issue.body,
        open: issue.state === "OPEN",
        labels: (issue.labels ?? []).map((label) => label.name),
        comments: issue.comments.map(commentOf),
      }),
    ),
  };
}

/** sha256 of title and body: the text that a person authorised. */
export function textHash(title: string, body: string): string {
  return createHash("sha256")
    .update(JSON.stringify([title, body]))
    .digest("hex");
}

function lastEditOf(node: RequirementNode): RequirementSnapshot["lastEdit"] {
  const edits = node.timelineItems
    .filter((item) => item.__typename === "RenamedTitleEvent")
    .map((item) => ({ by: personOf(item.actor ?? null), at: item.createdAt ?? "" }));
  if (node.lastEditedAt !== null) edits.push({ by: personOf(node.editor), at: node.lastEditedAt });
  return edits.sort((a, b) => a.at.localeCompare(b.at)).at(-1);
}

/** A review thread; its block counts only when its first comment is ours. */
export function threadOf(node: ThreadNode, identity: string): ThreadSnapshot {
  const [first] = node.comments;
  return {
    id: node.id,
    resolved: node.isResolved,
    resolvedByPerson:
      node.resolvedBy !== null &&
      ![identity, identity.replace(/\[bot\]$/, "")].includes(node.resolvedBy.login),
    outdated: node.isOutdated,
    path: node.path,
    line: node.line ?? node.originalLine ?? undefined,
    block: first && isOwn(first, identity) ? readBlock(FindingBlock, first.body) : undefined,
    comments: node.comments.map((comment) => ({
      author: personOf(comment.author),
      body: comment.body,
      createdAt: comment.createdAt,
    })),
  };
}

/** What only an open pull request is asked. */
export function openPullOf(node: OpenPullNode, identity: string): PullSnapshot {
  const commit = node.tip[0]?.commit;
  const contexts = commit?.statusCheckRollup?.contexts;
  return {
    ...pullOf(node, identity),
    checks: (contexts?.nodes ?? []).flatMap((check) =>
      check?.__typename !== "CheckRun"
        ? []
        : [
            {
              id: check.databaseId ?? 0,
              name: check.name ?? "",
              app: check.checkSuite?.app?.databaseId ?? undefined,
              suite: check.checkSuite?.id ?? "",
              state: checkState(check.status ?? "", check.conclusion ?? null),
            },
          ],
    ),
    checksCut: contexts?.pageInfo.hasNextPage === true,
    gate: gateOf((commit?.checkSuites ?? []).flatMap((suite) => suite.checkRuns ?? [])),
    reviewDecision:
      node.reviewDecision === null
        ? undefined
        : (node.reviewDecision.toLowerCase() as Lowercase<NonNullable<typeof node.reviewDecision>>),
    blocked: node.mergeStateStatus === "BLOCKED",
    lastPusher: commit?.author?.user?.login ?? "",
    signed: commit?.signature?.isValid === true,
  };
}

/** A conversation is open, or there are more than were counted. */
export function hasOpenThreads({ reviewThreads }: OpenPullNode): boolean {
  return (
    reviewThreads.pageInfo.hasNextPage ||
    (reviewThreads.nodes ?? []).some((thread) => thread?.isResolved === false)
  );
}

function checkState(status: string, conclusion: string | null): CheckSnapshot["state"] {
  if (status !== "COMPLETED") return "pending";
  if (conclusion === "SUCCESS") return "passed";
  if (conclusion === "SKIPPED") return "skipped";
  return conclusion === "NEUTRAL" ? "neutral" : "failed";
}

/** Our own check run; the newest when a race left two. */
function gateOf(
  runs: readonly {
    databaseId: number | null;
    status: string;
    conclusion: string | null;
    title: string | null;
    summary: string | null;
  }[],
): GateCheck | undefined {
  const [newest] = [...runs].sort((one, other) => (other.databaseId ?? 0) - (one.databaseId ?? 0));
  if (newest === undefined || newest.databaseId === null) return undefined;
  const summary = newest.summary ?? "";
  return {
    id: newest.databaseId,
    state: newest.status !== "COMPLETED" ? "waiting" : newest.conclusion === "SUCCESS" ? "passed" : "failed",
    title: newest.title ?? "",
    summary: visiblePart(summary),
    attempt: readBlock(GateBlock, summary)?.attempt,
  };
}

/** What GitHub shows of classic branch protection to those who may not administer it. */
export function classicRules({ base }: OpenPullNode): BranchRules {
  const rule = base?.refUpdateRule;
  if (!rule) return NO_RULES;
  return {
    ...NO_RULES,
    reviews: rule.requiredApprovingReviewCount ?? 0,
    codeOwners: rule.requiresCodeOwnerReviews,
    threads: rule.requiresConversationResolution,
    signatures: rule.requiresSignatures,
    linearHistory: rule.requiresLinearHistory,
    checks: (rule.requiredStatusCheckContexts ?? [])
      .filter((name) => name !== null)
      .map((name) => ({ name, app: undefined })),
  };
}

export function pullOf(node: PullNode, identity: string): PullSnapshot {
  const own =
    node.author?.login !== undefined &&
    personOf(node.author).login === identity &&
    isUnedited(node, identity);
  const head = node.commits.find((item) => item.commit.oid === node.headRefOid);
  return {
    number: node.number,
    nodeId: node.id,
    title: node.title,
    body: node.body,
    block: own ? readBlock(PullBlock, node.body) : undefined,
    revert: own ? readBlock(RevertBlock, node.body) : undefined,
    state: node.state === "OPEN" ? "open" : node.state === "MERGED" ? "merged" : "closed",
    draft: node.isDraft,
    author: personOf(node.author),
    fork: node.isCrossRepository,
    branch: node.headRefName,
    head: node.headRefOid,
    base: { branch: node.baseRefName, head: node.baseRef?.target?.oid ?? "" },
    mergeable: node.mergeable === "MERGEABLE" ? "yes" : node.mergeable === "CONFLICTING" ? "no" : "unknown",
    labels: (node.labels ?? []).map((label) => label.name),
    files: (node.files?.nodes ?? []).flatMap((file) =>
      file
        ? [
            {
              path: file.path,
              added: file.additions,
              deleted: file.deletions,
              ...(file.changeType === "RENAMED" ? { oldPath: "" } : {}),
            },
          ]
        : [],
    ),
    filesComplete: node.files?.pageInfo.hasNextPage !== true,
    statuses: (head?.commit.status?.contexts ?? []).map(statusOf),
    headKnownSince: undefined,
    reviews: (node.reviews ?? []).map((review) => ({
      author: personOf(review.author),
      state: review.state.toLowerCase() as Lowercase<typeof review.state>,
      head: review.commit?.oid ?? "",
      body: review.body,
      block: isOwn(review, identity) ? readBlock(ReviewBlock, review.body) : undefined,
      submittedAt: review.submittedAt ?? "",
    })),
    threads: [],
    checks: [],
    checksCut: false,
    ci: [],
    held: [],
    gate: undefined,
    reviewDecision: undefined,
    blocked: false,
    lastPusher: "",
    signed: false,
    onBase: true,
    comments: node.comments.map(commentOf),
    ask: ownComment(node, identity, AskBlock),
    booked: ownComment(node, identity, CostsBlock),
    mergeCommit: node.mergeCommit?.oid,
    landed: node.mergeCommit ? landedOf(node.mergeCommit) : undefined,
    foreignCommits: node.commits.some((item) => !isOurCommit(item.commit.author)),
  };
}

function landedOf(node: NonNullable<PullNode["mergeCommit"]>): LandedSnapshot {
  const [parent] = node.parents;
  return {
    sha: node.oid,
    message: node.message,
    statuses: (node.status?.contexts ?? []).map(statusOf),
    parent: parent && { sha: parent.oid, statuses: (parent.status?.contexts ?? []).map(statusOf) },
    runs: [],
  };
}

const OUR_MAIL = /^(\d+\+)?github-actions\[bot\]@users\.noreply\.github\.com$/;

function isOurCommit(author: { email: string | null; user: { login: string } | null } | null): boolean {
  return author !== null && OUR_MAIL.test(author.email ?? "");
}

function statusOf(status: {
  context: string;
  state: string;
  description: string | null;
  targetUrl: string | null;
  createdAt: string;
  creator: ActorNode;
}): StatusSnapshot {
  const states: Record<string, StatusSnapshot["state"]> = {
    SUCCESS: "success",
    FAILURE: "failure",
    ERROR: "error",
  };
  return {
    context: status.context,
    state: states[status.state] ?? "pending",
    description: status.description ?? "",
    targetUrl: status.targetUrl ?? "",
    creator: personOf(status.creator).login,
    createdAt: status.createdAt,
  };
}

function commentOf(node: CommentNode): CommentSnapshot {
  return {
    id: node.databaseId ?? 0,
    nodeId: node.id,
    author: personOf(node.author),
    body: node.body,
    createdAt: node.createdAt,
    edited: node.lastEditedAt !== null,
    handled: (node.reactionGroups ?? []).some((group) => group.viewerHasReacted),
  };
}

/** The first comment of ours that carries such a block. */
function ownComment<Block>(
  { comments }: PullNode,
  identity: string,
  schema: z.ZodType<Block>,
): OwnText<Block> | undefined {
  const found = comments.find(
    (comment) => isOwn(comment, identity) && readBlock(schema, comment.body) !== undefined,
  );
  return found && ownText(found, schema);
}

function ownText<Block>(node: CommentNode, schema: z.ZodType<Block>): OwnText<Block> {
  return { id: node.databaseId ?? 0, body: node.body, block: readBlock(schema, node.body) };
}

/** Written by us, and last edited by us if at all. */
function isOwn(
  text: { author: ActorNode; editor: ActorNode; lastEditedAt: string | null },
  identity: string,
): boolean {
  return personOf(text.author).login === identity && isUnedited(text, identity);
}

function isUnedited(text: { editor: ActorNode; lastEditedAt: string | null }, identity: string): boolean {
  return text.lastEditedAt === null || personOf(text.editor).login === identity;
}

/** GraphQL calls a bot `github-actions`, REST calls it `github-actions[bot]`; we write it as REST does. */
function personOf(actor: ActorNode): Person {
  if (actor === null) return { login: "ghost", bot: false };
  const bot = actor.__typename === "Bot";
  return { login: bot && !actor.login.endsWith("[bot]") ? `${actor.login}[bot]` : actor.login, bot };
}
