/** What a pull request's snapshot means: the facts that the ladders of all three agents look at. Pure. */

import { type CheckedCheck, judgeCheck } from "./checks.ts";
import { ciChecks, failedCi } from "./ci.ts";
import type { Config } from "./config.ts";
import { deferredUntil } from "./deferral.ts";
import type { Risk } from "./labels.ts";
import { featureState, requirementState } from "./labels.ts";
import { costsOfFeature, costsOfPull, sumOf } from "./money.ts";
import { parsePersonCommand } from "./person-command.ts";
import { risksOf } from "./risk.ts";
import { type BranchRules, bothRules, NO_RULES } from "./rules.ts";
import type { RunTitle } from "./run-title.ts";
import type {
  CiWorkflow,
  CommentSnapshot,
  FeatureIssue,
  PullSnapshot,
  RepositorySnapshot,
  RequirementSnapshot,
  ReviewSnapshot,
  RunSnapshot,
  StatusSnapshot,
  ThreadSnapshot,
} from "./snapshot.ts";
import { canWrite } from "./snapshot.ts";
import type { MergeAttempt, ReviewBlock } from "./state-block.ts";
import { runBehind, runTitled } from "./status-run.ts";
import type { Verdict } from "./verdict.ts";

export const REVIEW_STATUS = "nightshift/review";
export const VERIFY_STATUS = "nightshift/verify";

export type Verification =
  | { state: "passed"; base: string }
  | { state: "failed"; base: string }
  | { state: "none" };

export interface PullFacts {
  snapshot: RepositorySnapshot;
  pull: PullSnapshot;
  requirement: RequirementSnapshot | undefined;
  feature: FeatureIssue | undefined;
  verdict: Verdict | "none";
  verification: Verification;
  risks: readonly Risk[];
  /** Heads whose verdict and approvals count here as well, because they made the very same change. */
  carriedFrom: readonly string[];
  rules: BranchRules;
  /** Every check that rules or settings require, and how it stands at this head. */
  checks: readonly CheckedCheck[];
  /** The repository's own workflows that are evidence here; one that GitHub refused is tried again after a person's retry. */
  ci: readonly CiWorkflow[];
  /** Those of them of which jobs failed at this head. */
  redCi: readonly CiWorkflow[];
  /** A run of the code agent looked at these failures and left the head as it is. */
  redCiLeft: boolean;
  /** Conversations that a person began and nobody resolved. */
  openThreads: number;
  /** Conversations that we began and nobody resolved. */
  ownOpenThreads: readonly ThreadSnapshot[];
  /** People with write permission whose newest opinion approves this head. */
  approvers: readonly string[];
  approvedBy: string | undefined;
  /** A person asked for changes at an earlier head and has not said since that they are made. */
  changesStandBy: string | undefined;
  /** Keys of features that this one comes after and that are neither merged nor dropped. */
  afterOthers: readonly string[];
  /** Pull request that goes first into the same base. */
  laneHead: number | undefined;
  /** Paths in which it conflicts with what goes before it in its lane; empty while nobody tried. */
  obstacles: readonly string[];
  /** The newest merge that was tried at this head since a person last said retry. */
  attempt: MergeAttempt | undefined;
  /** A person with write permission asked for changes at this head, and nobody approved later. */
  changesAskedBy: string | undefined;
  authorAtWork: boolean;
  /** A run that is still live has left its result at this head: it is about to end. */
  aboutToEnd: boolean;
  reviewerAtWork: boolean;
  /** Reviews of ours that asked for changes, since a person last said retry. */
  rounds: number;
  /** Runs of the code agent on this pull since then that left a change or an answer, or that broke. */
  codeRuns: number;
  /** Verifications of this head that broke off without a result since then. */
  verifyRuns: number;
  /** Review runs for this head since then that broke. */
  reviewRuns: number;
  /** The model's provider asked to wait until this moment, which is not over. */
  deferredUntil: string | undefined;
  paused: boolean;
  needsHuman: boolean;
  /** What its runs cost so far, in US dollars; runs of unknown price count as nothing. */
  usd: number;
}

/** Everything that is known about `pull` in `snapshot`. */
export function factsOf(snapshot: RepositorySnapshot, pull: PullSnapshot): PullFacts {
  const requirement = snapshot.requirements.find((candidate) => candidate.number === pull.block?.requirement);
  const feature = requirement ? featureOf(requirement, pull.block?.feature) : undefined;
  const since = newestRetry(
    snapshot,
    [...pull.comments, ...(feature?.comments ?? []), ...(requirement?.comments ?? [])],
    pull.block === undefined ? ["retry", "review"] : ["retry"],
  );
  const booked = new Set((pull.block?.costs ?? []).map((cost) => cost.run));
  const runs = snapshot.runs.filter((run) => run.createdAt > since);
  const onPull = (agent: RunTitle["agent"]) => (run: RunSnapshot) =>
    run.title?.agent === agent &&
    run.title.subject.kind === "pull" &&
    run.title.subject.number === pull.number;
  const onFeature = (run: RunSnapshot) =>
    run.title?.agent === "code" &&
    run.title.subject.kind === "feature" &&
    run.title.subject.number === feature?.number;
  const prefix = snapshot.config.label_prefix;
  const labels = [...pull.labels, ...(feature?.labels ?? [])];
  const rules = snapshot.rules.get(pull.base.branch) ?? NO_RULES;
  const open = pull.threads.filter((thread) => !thread.resolved);
  const approvers = approversOf(snapshot, pull);
  const redCi = failedCi(pull.ci);
  return {
    snapshot,
    pull,
    requirement,
    feature,
    carriedFrom: carriedFrom(snapshot, pull),
    rules,
    checks: [...requiredChecks(snapshot.config, pull, rules), ...ciChecks(snapshot.config, pull.ci)],
    ci: pull.ci.map((workflow) =>
      workflow.refusedAt !== undefined && workflow.refusedAt < since
        ? { ...workflow, unfit: undefined }
        : workflow,
    ),
    redCi,
    redCiLeft: runs.some(
      (run) =>
        onPull("code")(run) &&
        run.title?.head === pull.head &&
        booked.has(run.id) &&
        redCi.some((workflow) => run.createdAt >= (workflow.run?.failedAt ?? "")),
    ),
    openThreads: open.filter((thread) => thread.comments[0]?.author.login !== snapshot.identity).length,
    ownOpenThreads: open.filter((thread) => thread.comments[0]?.author.login === snapshot.identity),
    approvers,
    changesStandBy: changesStand(snapshot, pull),
    afterOthers: afterOthers(snapshot, requirement, pull),
    laneHead: undefined,
    obstacles: [],
    attempt: pull.gate?.attempt && pull.gate.attempt.at > since ? pull.gate.attempt : undefined,
    verdict: verdictAt(snapshot, pull),
    verification: verificationAt(snapshot, pull),
    risks: risksOf(pull, !snapshot.mergedBefore, snapshot.config),
    approvedBy: approvers[0] ?? approvingComment(snapshot, pull),
    changesAskedBy: changesAsked(snapshot, pull),
    authorAtWork: snapshot.runs.some(
      (run) => run.live && (onPull("code")(run) || onPull("verify")(run) || onFeature(run)),
    ),
    aboutToEnd: snapshot.runs.some((run) => run.live && hasSpoken(snapshot, pull, run)),
    reviewerAtWork: snapshot.runs.some((run) => run.live && onPull("review")(run)),
    rounds: ownReviews(snapshot, pull).filter(
      (review) => review.block?.verdict === "changes" && review.submittedAt > since,
    ).length,
    verifyRuns: runs.filter(
      (run) => !run.live && onPull("verify")(run) && run.title?.head === pull.head && isBroken(run),
    ).length,
    codeRuns: runs.filter((run) => onPull("code")(run) && (booked.has(run.id) || isBroken(run))).length,
    reviewRuns: runs.filter((run) => onPull("review")(run) && run.title?.head === pull.head && isBroken(run))
      .length,
    deferredUntil: deferredUntil(snapshot, pull.comments, since),
    paused: isPaused(prefix, requirement, labels),
    needsHuman: featureState(prefix, labels) === "needs-human",
    usd: sumOf(requirement ? costsOfFeature(snapshot, requirement, featureKey(pull)) : costsOfPull(pull)),
  };
}

/** Something at this head asks the code agent for a change. */
export function owesChange(facts: PullFacts): boolean {
  const { pull, verification, verdict, changesAskedBy } = facts;
  return (
    pull.mergeable === "no" ||
    verification.state === "failed" ||
    verdict === "changes" ||
    changesAskedBy !== undefined ||
    owesGreenCi(facts)
  );
}

/** The repository's own CI is red, and the code agent has not said that nothing is to be changed for it. */
export function owesGreenCi({ redCi, redCiLeft }: PullFacts): boolean {
  return redCi.length > 0 && !redCiLeft;
}

function featureKey({ block }: PullSnapshot): { number?: number; key: string } {
  return block ? { number: block.feature, key: block.key } : { key: "" };
}

/**
 * It ended without a result and says so. A run whose gate found nothing to do, or whose work a person paused, ends in
 * success, and one that a newer run replaced is cancelled: they cost no attempt, so a doubled message has no effect.
 */
export function isBroken(run: RunSnapshot): boolean {
  return !run.live && ["failure", "timed_out", "startup_failure"].includes(run.conclusion ?? "");
}

/** `run` has set a status of ours at this head, which is one of the last things that it does. The manager goes on after it. */
function hasSpoken(snapshot: RepositorySnapshot, pull: PullSnapshot, run: RunSnapshot): boolean {
  if (run.workflow === "nightshift-merge") return false;
  return pull.statuses.some(
    (status) =>
      (status.context === VERIFY_STATUS || status.context === REVIEW_STATUS) &&
      status.creator === snapshot.identity &&
      status.targetUrl.endsWith(`/actions/runs/${run.id}`),
  );
}

/** The feature's own issue; a requirement with one feature is its own feature. */
export function featureOf(
  requirement: RequirementSnapshot,
  number: number | undefined,
): FeatureIssue | undefined {
  if (number === requirement.number) {
    return { ...requirement, comments: requirement.comments };
  }
  return requirement.features.find((feature) => feature.number === number);
}

export function isPaused(
  prefix: string,
  requirement: RequirementSnapshot | undefined,
  labels: readonly string[],
): boolean {
  const paused = `${prefix}:paused`;
  return (
    labels.includes(paused) ||
    (requirement !== undefined && requirementState(prefix, requirement.labels) === "paused")
  );
}

/** Reviews of ours that carry our block and are submitted, oldest first. */
export function ownReviews(
  snapshot: Pick<RepositorySnapshot, "identity">,
  pull: PullSnapshot,
): ReviewSnapshot[] {
  return pull.reviews.filter(
    (review) =>
      review.author.login === snapshot.identity && review.block !== undefined && review.state !== "pending",
  );
}

/**
 * Time of the newest `/nightshift retry` by someone who may write; attempts count only after it. Empty when there is none.
 * Where a review comes only of being asked for, asking again is a retry as well.
 */
export function newestRetry(
  snapshot: RepositorySnapshot,
  comments: readonly CommentSnapshot[],
  names: readonly ("retry" | "review")[] = ["retry"],
): string {
  const times = names.flatMap((name) =>
    commandsBy(snapshot, comments, name).map((comment) => comment.createdAt),
  );
  return times.sort().at(-1) ?? "";
}

function commandsBy(
  snapshot: RepositorySnapshot,
  comments: readonly CommentSnapshot[],
  name: "retry" | "approve" | "review",
): CommentSnapshot[] {
  return comments.filter((comment) => {
    const command = parsePersonCommand(comment.body);
    return (
      command !== undefined &&
      command !== "unknown" &&
      command.name === name &&
      !comment.edited &&
      canWrite(snapshot, comment.author)
    );
  });
}

/** A status of ours whose run is a run of `agent` for this pull: for the review also for exactly this head. */
function trustedStatus(
  snapshot: RepositorySnapshot,
  pull: PullSnapshot,
  context: string,
  agent: "code" | "review",
): StatusSnapshot | undefined {
  const status = pull.statuses.find(
    (candidate) => candidate.context === context && candidate.creator === snapshot.identity,
  );
  const title = runBehind(snapshot, status);
  if (title === undefined || title.agent === "merge" || (title.agent === "review") !== (agent === "review"))
    return undefined;
  const { subject } = title;
  if (subject.kind === "pull")
    return subject.number === pull.number && (agent === "code" || title.head === pull.head)
      ? status
      : undefined;
  return agent === "code" && subject.kind === "feature" && subject.number === pull.block?.feature
    ? status
    : undefined;
}

/** The verdict on the head of `pull`. */
export function verdictAt(snapshot: RepositorySnapshot, pull: PullSnapshot): Verdict | "none" {
  if (carriedFrom(snapshot, pull).length > 0) return "approved";
  const status = trustedStatus(snapshot, pull, REVIEW_STATUS, "review");
  if (status === undefined || status.state === "pending") return unfinishedVerdict(snapshot, pull);
  if (status.state === "success") return "approved";
  return status.state === "failure" ? "changes" : "comment";
}

/** Our review of this head that was posted by a run that was cut off before its status. */
export function reviewWithoutStatus(
  snapshot: Pick<RepositorySnapshot, "identity">,
  pull: PullSnapshot,
): ReviewBlock | undefined {
  const review = ownReviews(snapshot, pull).at(-1);
  const asked = pull.statuses.find((status) => status.context === REVIEW_STATUS)?.createdAt ?? "";
  return review?.head === pull.head && review.submittedAt > asked ? review.block : undefined;
}

/** What such a review says counts only where it asks for more. */
function unfinishedVerdict(snapshot: RepositorySnapshot, pull: PullSnapshot): Verdict | "none" {
  const verdict = reviewWithoutStatus(snapshot, pull)?.verdict;
  return verdict === undefined || verdict === "approved" ? "none" : verdict;
}

/** An approving one, by a run of the review agent for this head: what is left to do is to say so. */
export function approvalWithoutStatus(
  snapshot: RepositorySnapshot,
  pull: PullSnapshot,
): ReviewBlock | undefined {
  const review = reviewWithoutStatus(snapshot, pull);
  if (review?.verdict !== "approved") return undefined;
  const title = runTitled(snapshot, review.cost?.run);
  const isOfThisHead =
    title?.agent === "review" &&
    title.subject.kind === "pull" &&
    title.subject.number === pull.number &&
    title.head === pull.head;
  return isOfThisHead ? review : undefined;
}

const VERIFIED = /^(?:passed|failed) on ([0-9a-f]{40})/;

/** Description of a verify status; the base in it is what was verified together with the head. */
export function verifyDescription(evidence: {
  passed: boolean;
  base: string;
  commands: readonly unknown[];
}): string {
  const count = evidence.commands.length;
  return `${evidence.passed ? "passed" : "failed"} on ${evidence.base}: ${count} ${count === 1 ? "command" : "commands"}`;
}

function verificationAt(snapshot: RepositorySnapshot, pull: PullSnapshot): Verification {
  return verificationIn(trustedStatus(snapshot, pull, VERIFY_STATUS, "code"));
}

/** What a verify status says; nothing while it is pending, or when it does not name the base. */
export function verificationIn(status: StatusSnapshot | undefined): Verification {
  const base = VERIFIED.exec(status?.description ?? "")?.[1];
  if (status === undefined || base === undefined || status.state === "pending") return { state: "none" };
  return { state: status.state === "success" ? "passed" : "failed", base };
}

/** Newest opinion of each person with write permission. */
function opinions(snapshot: RepositorySnapshot, pull: PullSnapshot): ReviewSnapshot[] {
  const byPerson = new Map<string, ReviewSnapshot>();
  for (const review of pull.reviews) {
    if (review.author.login === snapshot.identity || !canWrite(snapshot, review.author)) continue;
    if (review.state === "approved" || review.state === "changes_requested" || review.state === "dismissed") {
      byPerson.set(review.author.login, review);
    }
  }
  return [...byPerson.values()];
}

/** Opinions about exactly this change: this head, or one that it was carried from. */
function opinionsHere(snapshot: RepositorySnapshot, pull: PullSnapshot): ReviewSnapshot[] {
  const heads = [pull.head, ...carriedFrom(snapshot, pull)];
  return opinions(snapshot, pull).filter((review) => heads.includes(review.head));
}

function approversOf(snapshot: RepositorySnapshot, pull: PullSnapshot): string[] {
  return opinionsHere(snapshot, pull)
    .filter((review) => review.state === "approved")
    .map((review) => review.author.login);
}

/** Who approved exactly this change by a comment that names it, or that was written after its first status. */
function approvingComment(snapshot: RepositorySnapshot, pull: PullSnapshot): string | undefined {
  const heads = [pull.head, ...carriedFrom(snapshot, pull)];
  const comment = commandsBy(snapshot, pull.comments, "approve").find((candidate) => {
    const command = parsePersonCommand(candidate.body);
    if (command === undefined || command === "unknown") return false;
    const { sha } = command;
    if (sha !== undefined) return heads.some((head) => head.startsWith(sha));
    return pull.headKnownSince !== undefined && pull.headKnownSince < candidate.createdAt;
  });
  return comment?.author.login;
}

function changesAsked(snapshot: RepositorySnapshot, pull: PullSnapshot): string | undefined {
  return opinionsHere(snapshot, pull).find((review) => review.state === "changes_requested")?.author.login;
}

/** The newest human word wins: what somebody asked for stands until the same person approves or it is dismissed. */
function changesStand(snapshot: RepositorySnapshot, pull: PullSnapshot): string | undefined {
  return opinions(snapshot, pull).find((review) => review.state === "changes_requested")?.author.login;
}

/** The newest earlier heads that we or a person approved; one of them may have made the very same change. */
export function approvedBefore(snapshot: RepositorySnapshot, pull: PullSnapshot): string[] {
  const approved = pull.reviews.filter(
    ({ head, state, author, block }) =>
      head !== pull.head &&
      (author.login === snapshot.identity ? block?.verdict === "approved" : state === "approved"),
  );
  return [...new Set(approved.map(({ head }) => head))].slice(-3);
}

const CARRIED = /^carried from ((?:[0-9a-f]{40} ?){1,3})$/;

/** Description of a verdict that was given for other heads with the very same change; the oldest are left out. */
export function carriedDescription(heads: readonly string[]): string {
  return `carried from ${heads.slice(-3).join(" ")}`;
}

/** Heads that the verdict on this one was carried from; a manager's run says so, and nobody else. */
export function carriedFrom(
  snapshot: Pick<RepositorySnapshot, "identity" | "runs">,
  { statuses }: Pick<PullSnapshot, "statuses">,
): string[] {
  const status = statuses.find(
    (candidate) => candidate.context === REVIEW_STATUS && candidate.creator === snapshot.identity,
  );
  const heads = CARRIED.exec(status?.description ?? "")?.[1];
  return heads !== undefined && status?.state === "success" && runBehind(snapshot, status)?.agent === "merge"
    ? heads.trim().split(" ")
    : [];
}

/** Every check that the rules of the base or `ci.checks` name. */
export function requiredChecks(config: Config, pull: PullSnapshot, rules: BranchRules): CheckedCheck[] {
  const named = config.ci.checks.map(({ name, app }) => ({ name, app }));
  const wanted = bothRules(rules, { ...NO_RULES, checks: named }).checks.filter(
    ({ name }) => name !== REVIEW_STATUS && name !== VERIFY_STATUS,
  );
  return wanted.map((check) => ({ ...check, state: judgeCheck(pull, check, config.ci.skippable) }));
}

function afterOthers(
  snapshot: RepositorySnapshot,
  requirement: RequirementSnapshot | undefined,
  pull: PullSnapshot,
): string[] {
  const features = requirement?.sticky?.block?.features ?? [];
  const planned = features.find(({ key }) => key === pull.block?.key);
  return (planned?.after ?? []).filter((key) => {
    const number = features.find((feature) => feature.key === key)?.number;
    const issue = requirement?.features.find((feature) => feature.number === number);
    const merged = snapshot.pulls.some(
      (other) =>
        other.state === "merged" &&
        other.block?.requirement === requirement?.number &&
        other.block?.key === key,
    );
    return !merged && issue?.open === true;
  });
}
