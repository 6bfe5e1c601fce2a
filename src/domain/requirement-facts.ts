/** What a requirement's snapshot means. Pure. */
import { deferredUntil } from "./deferral.ts";
import type { TrackedFeature } from "./feature.ts";
import { featureState, type RequirementState, requirementLabel, requirementState } from "./labels.ts";
import { type Landing, landingOf } from "./landing.ts";
import { costsOf, sumOf } from "./money.ts";
import { parsePersonCommand } from "./person-command.ts";
import { featureOf, isBroken, isPaused, newestRetry } from "./pull-facts.ts";
import { planFromIssues, planFromPull } from "./rebuild.ts";
import type {
  CommentSnapshot,
  FeatureIssue,
  Person,
  PullSnapshot,
  RepositorySnapshot,
  RequirementSnapshot,
  RunSnapshot,
} from "./snapshot.ts";
import { canWrite } from "./snapshot.ts";
import { AskBlock, readBlock } from "./state-block.ts";

export type Authorisation =
  | { state: "authorised"; by: string }
  /** Nobody who may write asked for it: nothing is done and nothing is said. */
  | { state: "none" }
  /** It was authorised; since then someone who may not write changed the text. */
  | { state: "text-changed"; by: string };

/**
 * A requirement is authorised by the newest `labeled` event or `/nightshift start` of a person who may write now; what is
 * authorised is the text of that moment. A later edit by someone who may write keeps it, by anyone else does not; times are
 * whole seconds, so an edit within the same second counts as later.
 */
export function authorisationOf(
  snapshot: RepositorySnapshot,
  requirement: RequirementSnapshot,
): Authorisation {
  if (!requirement.labels.includes(requirementLabel(snapshot.config.label_prefix))) return { state: "none" };
  const grants: { by: Person; at: string }[] = requirement.comments
    .filter((comment) => !comment.edited && isCommand(comment, "start"))
    .map((comment) => ({ by: comment.author, at: comment.createdAt }));
  if (requirement.labelled) grants.push(requirement.labelled);
  const valid = grants
    .filter((grant) => canWrite(snapshot, grant.by) || isOurs(snapshot, grant.by, requirement))
    .sort((a, b) => a.at.localeCompare(b.at));
  const newest = valid.at(-1);
  if (newest === undefined) return { state: "none" };
  const edit = requirement.lastEdit;
  if (edit && edit.at >= newest.at && !canWrite(snapshot, edit.by) && edit.by.login !== snapshot.identity) {
    return { state: "text-changed", by: edit.by.login };
  }
  return { state: "authorised", by: newest.by.login };
}

/** A requirement that we opened ourselves, for a person's `workflow_dispatch` with its text; GitHub lets only writers do that. */
function isOurs(snapshot: RepositorySnapshot, by: Person, requirement: RequirementSnapshot): boolean {
  return by.login === snapshot.identity && requirement.author.login === snapshot.identity;
}

function isCommand(comment: CommentSnapshot, name: "start" | "approve" | "undo"): boolean {
  const command = parsePersonCommand(comment.body);
  return command !== undefined && command !== "unknown" && command.name === name;
}

/** A feature of the plan with its issue, its pull request and where it stands. */
export interface FeatureFacts {
  planned: TrackedFeature;
  issue: FeatureIssue | undefined;
  /** The newest pull request of ours for it. */
  pull: PullSnapshot | undefined;
  progress: "untracked" | "queued" | "open" | "merged" | "dropped" | "needs-human";
  /** A live run is implementing it. */
  atWork: boolean;
  /** Broken runs for it since a person last said retry. */
  attempts: number;
  /** The model's provider asked to wait until this moment, which is not over. */
  deferredUntil: string | undefined;
}

export interface RequirementFacts {
  snapshot: RepositorySnapshot;
  requirement: RequirementSnapshot;
  authorisation: Authorisation;
  state: RequirementState | undefined;
  features: readonly FeatureFacts[];
  planning: { atWork: boolean; attempts: number; deferredUntil: string | undefined };
  planApproved: boolean;
  /** The branch that its features land on; undefined where they go straight into the base. */
  landing: Landing | undefined;
  /** A person asked to take everything back, and it has not come to a pull request yet. */
  undo: UndoFacts | undefined;
  paused: boolean;
  /** Sum of what its runs cost so far, in US dollars; runs of unknown price count by their tokens. */
  usd: number;
}

export function requirementFactsOf(
  snapshot: RepositorySnapshot,
  requirement: RequirementSnapshot,
): RequirementFacts {
  const block = requirement.sticky?.block;
  const since = newestRetry(snapshot, requirement.comments);
  const planRuns = snapshot.runs.filter((run) => isRunFor(run, "issue", requirement.number));
  return {
    snapshot,
    requirement,
    authorisation: authorisationOf(snapshot, requirement),
    state: requirementState(snapshot.config.label_prefix, requirement.labels),
    features: (block?.features ?? rebuiltPlan(snapshot, requirement)).map((planned) =>
      featureFacts(snapshot, requirement, planned),
    ),
    planning: {
      atWork: planRuns.some((run) => run.live),
      attempts: planRuns.filter((run) => isBroken(run) && run.createdAt > since).length,
      deferredUntil: deferredUntil(snapshot, requirement.comments, since),
    },
    landing: landingOf(snapshot, requirement),
    planApproved: requirement.comments.some(
      (comment) =>
        !comment.edited &&
        isCommand(comment, "approve") &&
        canWrite(snapshot, comment.author) &&
        comment.createdAt > (requirement.stickyCreatedAt ?? ""),
    ),
    undo: undoOf(snapshot, requirement),
    paused: isPaused(snapshot.config.label_prefix, requirement, []),
    usd: sumOf(costsOf(snapshot, requirement)),
  };
}

export interface UndoFacts {
  by: string;
  comment: number;
  /** The newest merge of the requirement; undefined when nothing of it is merged that we know of. */
  newest: { pull: number; sha: string } | undefined;
  live: boolean;
  broken: number;
}

function undoOf(snapshot: RepositorySnapshot, requirement: RequirementSnapshot): UndoFacts | undefined {
  const asked = requirement.comments.filter(
    (comment) => !comment.edited && isCommand(comment, "undo") && canWrite(snapshot, comment.author),
  );
  const comment = asked.at(-1);
  if (comment === undefined || isAnswered(snapshot, requirement, comment.id)) return undefined;
  const merged = snapshot.pulls.filter(
    (pull) => pull.block?.requirement === requirement.number && !isTakenBack(snapshot, pull) && pull.landed,
  );
  const last = merged.at(-1);
  const newest = last?.landed && { pull: last.number, sha: last.landed.sha };
  const runs = snapshot.runs.filter(
    ({ title, createdAt }) =>
      newest !== undefined &&
      title?.agent === "code" &&
      title.subject.kind === "pull" &&
      title.subject.number === newest.pull &&
      title.head === newest.sha &&
      createdAt > comment.createdAt,
  );
  return {
    by: comment.author.login,
    comment: comment.id,
    newest,
    live: runs.some((run) => run.live),
    broken: runs.filter(isBroken).length,
  };
}

/** A pull request takes everything back for this comment, or we said why none can. */
function isAnswered(
  snapshot: RepositorySnapshot,
  requirement: RequirementSnapshot,
  comment: number,
): boolean {
  const made = snapshot.pulls.some(({ revert }) => revert?.asked === comment);
  return (
    made ||
    requirement.comments.some(({ author, body }) => {
      const said = author.login === snapshot.identity ? readBlock(AskBlock, body) : undefined;
      return said?.rung === UNDO_REFUSED && said.subject === String(comment);
    })
  );
}

/** Rung of our comment that says why a requirement cannot be undone; its subject is the comment that asked. */
export const UNDO_REFUSED = "undo-refused";

function rebuiltPlan(snapshot: RepositorySnapshot, requirement: RequirementSnapshot): TrackedFeature[] {
  const tracked = planFromIssues(requirement);
  return tracked.length > 0 ? tracked : planFromPull(requirement, snapshot.pulls);
}

/** The plan has to be approved and is not. One that was begun before counts as approved; a feature that a person dropped does not begin it. */
export function awaitsPlanApproval({ snapshot, planApproved, features }: RequirementFacts): boolean {
  const begun = features.some(({ progress }) => progress === "open" || progress === "merged");
  const waiting = features.some(({ progress }) => progress === "queued");
  return snapshot.config.approval.plan && !planApproved && waiting && !begun;
}

function isRunFor(run: RunSnapshot, kind: "issue" | "feature", number: number): boolean {
  return (
    run.title?.agent === "code" && run.title.subject.kind === kind && run.title.subject.number === number
  );
}

function featureFacts(
  snapshot: RepositorySnapshot,
  requirement: RequirementSnapshot,
  planned: TrackedFeature,
): FeatureFacts {
  const issue = featureOf(requirement, planned.number);
  const pulls = snapshot.pulls.filter(
    (pull) =>
      pull.block?.requirement === requirement.number &&
      pull.block.key === planned.key &&
      !isTakenBack(snapshot, pull),
  );
  const pull = pulls.find((candidate) => candidate.state === "open") ?? pulls.at(-1);
  const since = newestRetry(snapshot, [...(issue?.comments ?? []), ...requirement.comments]);
  const runs =
    planned.number === undefined
      ? []
      : snapshot.runs.filter((run) => isRunFor(run, "feature", planned.number ?? 0));
  return {
    planned,
    issue,
    pull,
    progress: progressOf(snapshot, requirement, issue, pull),
    atWork: runs.some((run) => run.live),
    attempts: runs.filter((run) => isBroken(run) && run.createdAt > since).length,
    deferredUntil: deferredUntil(snapshot, issue?.comments ?? [], since),
  };
}

/** A merge that a merged revert took back counts no more. */
function isTakenBack(snapshot: RepositorySnapshot, { number }: PullSnapshot): boolean {
  return snapshot.pulls.some(({ state, revert }) => state === "merged" && revert?.pulls.includes(number));
}

function progressOf(
  snapshot: RepositorySnapshot,
  requirement: RequirementSnapshot,
  issue: FeatureIssue | undefined,
  pull: PullSnapshot | undefined,
): FeatureFacts["progress"] {
  if (pull?.state === "merged") return "merged";
  if (issue === undefined) return "untracked";
  const { label_prefix: prefix } = snapshot.config;
  const state = featureState(prefix, issue.labels);
  if (state === "merged") return "merged";
  if (!issue.open && issue.number !== requirement.number) return "dropped";
  if (state === "needs-human") return "needs-human";
  const closedUnseen = pull?.state === "closed" && featureState(prefix, pull.labels) !== "needs-human";
  if (closedUnseen) return "needs-human";
  return pull?.state === "open" ? "open" : "queued";
}

/** A person paused this one feature. */
function isHeld({ snapshot }: RequirementFacts, issue: FeatureIssue | undefined): boolean {
  return isPaused(snapshot.config.label_prefix, undefined, issue?.labels ?? []);
}

/** It takes a slot: its pull request is open, or a run is implementing it. The last moments of a run that is over do not count. */
export function isInWork({ progress, atWork }: FeatureFacts): boolean {
  return progress === "open" || (atWork && progress !== "merged" && progress !== "dropped");
}

/** Features that may start now, in build order: everything they come after is merged or was dropped by a person. */
export function readyFeatures(facts: RequirementFacts): FeatureFacts[] {
  const over = new Set(
    facts.features
      .filter((feature) => feature.progress === "merged" || feature.progress === "dropped")
      .map((feature) => feature.planned.key),
  );
  return facts.features.filter(
    ({ progress, planned, issue }) =>
      progress === "queued" && !isHeld(facts, issue) && planned.after.every((key) => over.has(key)),
  );
}
