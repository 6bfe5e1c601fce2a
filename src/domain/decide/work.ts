/**
 * What the gates of the code and the review agent decide: is there work for this doorbell, and which? A message only says
 * where to look; everything else is read from live state, so a lost, doubled, stale or forged one does nothing.
 */
import type { Command } from "../command.ts";
import { waitText } from "../deferral.ts";
import { isOutsideHours } from "../hours.ts";
import { FEATURE_STATES, labelChange, REQUIREMENT_STATES } from "../labels.ts";
import { type LandedFacts, landedFactsOf } from "../landed-facts.ts";
import { HOP_LIMIT, type Thread } from "../message.ts";
import { costsOf, costsOfPull, type Rest, restsOf, restsOfForeign, whySpent } from "../money.ts";
import { approvalWithoutStatus, factsOf, owesGreenCi, ownReviews, type PullFacts } from "../pull-facts.ts";
import {
  awaitsPlanApproval,
  type FeatureFacts,
  isInWork,
  type RequirementFacts,
  readyFeatures,
  requirementFactsOf,
} from "../requirement-facts.ts";
import { overlapping } from "../schedule.ts";
import { isOurs, type RepositorySnapshot } from "../snapshot.ts";
import type { RevertBlock, RunCost } from "../state-block.ts";
import type { WorkMode } from "../work-order.ts";
import { decideLanded, revertDue } from "./after-merge.ts";
import { decideForeignReview, type ForeignFacts, foreignFactsOf } from "./foreign-review.ts";
import { escalate, featureBecomes } from "./say.ts";

/** Where a doorbell says to look. */
export type Doorbell =
  | { kind: "issue"; number: number }
  | { kind: "feature"; issue: number; feature: number }
  /** `undo` is the requirement of which everything is to be taken back. */
  | { kind: "pull"; pull: number; head: string; undo?: number }
  | { kind: "verify"; pull: number; head: string; base: string };

/** Work for a requirement. */
export interface RequirementWork {
  mode: WorkMode;
  requirement: RequirementFacts;
  feature: FeatureFacts | undefined;
  pull: PullFacts | undefined;
  round: number;
  needs: { agent: boolean; verify: boolean };
  /** Workflows of the repository that fail at the head, where nothing else asks for a change. */
  ci?: readonly string[];
  /** A commit of the base that is verified by itself. */
  landed?: string;
  /** What is taken back, and at whose word when a person asked. */
  revert?: { commit: string; why: RevertBlock["why"]; asked?: number; by?: string };
}

/** A review of a pull request that Nightshift did not open. */
export interface ForeignWork {
  mode: "review";
  requirement: undefined;
  feature: undefined;
  pull: ForeignFacts;
  round: number;
  needs: { agent: true; verify: false };
}

export type Work = RequirementWork | ForeignWork;

interface NoWork {
  rung: string;
  why: string;
  work: undefined;
  commands: readonly Command[];
}

export type WorkDecision<Found extends Work = Work> = NoWork | (Omit<NoWork, "work"> & { work: Found });

/** What every cap that counts for this work leaves, the tightest first. */
export function restsOfWork(work: Work): Rest[] {
  if (work.requirement === undefined) return restsOfForeign(work.pull.snapshot, work.pull.pull);
  const { snapshot, requirement } = work.requirement;
  return restsOf(snapshot, requirement, work.feature?.planned);
}

/** Costs of the runs of its requirement, or of its pull request where no requirement asked for it; each run once. */
export function costsOfWork(snapshot: RepositorySnapshot, work: Work): RunCost[] {
  return work.requirement === undefined
    ? costsOfPull(work.pull.pull)
    : costsOf(snapshot, work.requirement.requirement);
}

/** Is there work for the code agent? */
export function decideCodeWork(snapshot: RepositorySnapshot, bell: Doorbell): WorkDecision<RequirementWork> {
  if (bell.kind === "issue") return decidePlanning(snapshot, bell.number);
  if (bell.kind === "feature") return decideImplementing(snapshot, bell);
  const landed = snapshot.pulls
    .filter((pull) => pull.number === bell.pull)
    .flatMap((pull) => landedFactsOf(snapshot, pull) ?? [])[0];
  if (landed) return decideAfterMerge(snapshot, bell, apartFromThisRun(landed));
  return decidePullWork(snapshot, bell);
}

/**
 * Work on a pull request that a whole conversation of messages led to is a loop: one label, one comment, no further message.
 * A person's retry begins a new conversation.
 */
export function stopLoop(decision: WorkDecision, thread: Thread | undefined): WorkDecision {
  const { work } = decision;
  const pull = work?.pull;
  const hops = thread?.hops ?? 0;
  if (pull === undefined || hops < HOP_LIMIT) return decision;
  const why = `${hops} messages about it followed one another without an end.`;
  if (work?.requirement === undefined) return idle("hop-limit", why);
  return { rung: "hop-limit", why, work: undefined, commands: escalate(pull, "hop-limit", why) };
}

/** Is there work for the review agent? */
export function decideReviewWork(
  snapshot: RepositorySnapshot,
  bell: Extract<Doorbell, { kind: "pull" }>,
): WorkDecision {
  const foreign = snapshot.pulls
    .filter(({ number }) => number === bell.pull)
    .flatMap((pull) => foreignFactsOf(snapshot, pull) ?? [])[0];
  if (foreign) return decideForeignWork(foreign, bell.head);
  const found = findPull(snapshot, bell);
  if (found.kind === "idle") return found.decision;
  const { facts, requirement, feature } = found;
  if (facts.verdict !== "none") return idle("reviewed", "This head already has its verdict.");
  if (approvalWithoutStatus(snapshot, facts.pull))
    return idle(
      "posted",
      "This head has its approving review; the manager writes the status that is missing.",
    );
  if (facts.deferredUntil) return idle("deferred", waitText(facts.deferredUntil));
  if (facts.reviewRuns >= snapshot.config.attempts)
    return idle("tried-enough", "The review ran on this head as often as is allowed.");
  const money = overBudget(requirement, feature);
  if (money) return idle("over-budget", money);
  const round = ownReviews(snapshot, facts.pull).length + 1;
  return {
    rung: "review",
    why: `Round ${round} of pull request #${facts.pull.number}.`,
    work: { mode: "review", requirement, feature, pull: facts, round, needs: { agent: true, verify: false } },
    commands: [],
  };
}

/** The run that asks is itself live, so nobody else reads it. */
function decideForeignWork(facts: ForeignFacts, head: string): WorkDecision {
  const { snapshot, pull, grant } = facts;
  if (snapshot.config.mode === "observe") return idle("only-observed", "mode: observe starts nothing.");
  if (pull.head !== head) return idle("stale", `#${pull.number} moved on since this message was sent.`);
  const { rung, why } = decideForeignReview({ ...facts, reviewerAtWork: false });
  if (rung !== "unreviewed") return idle(rung, why);
  const round = ownReviews(snapshot, pull).length + 1;
  return {
    rung: "review",
    why: `Round ${round} of pull request #${pull.number}, at the word of ${grant.by}.`,
    work: {
      mode: "review",
      requirement: undefined,
      feature: undefined,
      pull: facts,
      round,
      needs: { agent: true, verify: false },
    },
    commands: [],
  };
}

function decidePlanning(snapshot: RepositorySnapshot, number: number): WorkDecision<RequirementWork> {
  const found = findRequirement(snapshot, number);
  if (found.kind === "idle") return found.decision;
  const { facts } = found;
  const untracked = facts.features.filter((feature) => feature.progress === "untracked");
  if (facts.features.length > 0 && untracked.length === 0)
    return idle("planned", "This requirement has its plan.");
  const mode = facts.features.length > 0 ? "track" : "plan";
  if (isOutsideHours(snapshot)) return idle("outside-hours", `Plans are made ${snapshot.config.hours} only.`);
  if (mode === "plan" && facts.planning.deferredUntil)
    return idle("deferred", waitText(facts.planning.deferredUntil));
  if (mode === "plan" && facts.planning.attempts >= snapshot.config.attempts) {
    return idle("tried-enough", "Planning ran as often as is allowed.");
  }
  const money = mode === "plan" ? overBudget(facts) : undefined;
  if (money) return idle("over-budget", money);
  const { requirement } = facts;
  const change = labelChange(
    snapshot.config.label_prefix,
    REQUIREMENT_STATES,
    "planning",
    requirement.labels,
  );
  return {
    rung: mode,
    why:
      mode === "plan"
        ? "The requirement is authorised and has no plan yet."
        : "The plan is made; some of its features have no issue yet.",
    work: {
      mode,
      requirement: facts,
      feature: undefined,
      pull: undefined,
      round: 0,
      needs: { agent: mode === "plan", verify: false },
    },
    commands: [
      { do: "label", target: { number: requirement.number, nodeId: requirement.nodeId }, ...change },
    ],
  };
}

function decideImplementing(
  snapshot: RepositorySnapshot,
  bell: Extract<Doorbell, { kind: "feature" }>,
): WorkDecision<RequirementWork> {
  const found = findRequirement(snapshot, bell.issue);
  if (found.kind === "idle") return found.decision;
  const { facts } = found;
  const feature = facts.features.find((candidate) => candidate.planned.number === bell.feature);
  if (feature?.issue === undefined)
    return idle("unknown-feature", `#${bell.feature} is not a feature of #${bell.issue}.`);
  if (feature.progress !== "queued") return idle("not-queued", `#${bell.feature} is ${feature.progress}.`);
  if (!readyFeatures(facts).includes(feature))
    return idle("not-ready", `#${bell.feature} comes after features that are not merged.`);
  if (facts.landing !== undefined && facts.landing.head === undefined)
    return idle("no-landing-branch", `${facts.landing.branch} is not there yet.`);
  const inWork = facts.features.filter((other) => other !== feature && isInWork(other));
  if (inWork.length >= snapshot.config.parallel)
    return idle("no-slot", "As many features are in work as `parallel` allows.");
  const overlap = overlapping(feature, inWork);
  if (overlap) return idle("same-files", `#${overlap.planned.number} is in work and touches the same files.`);
  if (isOutsideHours(snapshot))
    return idle("outside-hours", `Features are started ${snapshot.config.hours} only.`);
  if (awaitsPlanApproval(facts)) return idle("awaits-plan-approval", "The plan waits for a person.");
  if (feature.deferredUntil) return idle("deferred", waitText(feature.deferredUntil));
  if (feature.attempts >= snapshot.config.attempts)
    return idle("tried-enough", `#${bell.feature} was tried as often as is allowed.`);
  const money = overBudget(facts, feature);
  if (money) return idle("over-budget", money);
  const change = labelChange(
    snapshot.config.label_prefix,
    FEATURE_STATES,
    "implementing",
    feature.issue.labels,
  );
  return {
    rung: "implement",
    why: `#${bell.feature} is ready to be built.`,
    work: {
      mode: "implement",
      requirement: facts,
      feature,
      pull: undefined,
      round: 0,
      needs: { agent: true, verify: true },
    },
    commands: [
      { do: "label", target: { number: feature.issue.number, nodeId: feature.issue.nodeId }, ...change },
    ],
  };
}

function decidePullWork(
  snapshot: RepositorySnapshot,
  bell: Extract<Doorbell, { kind: "pull" | "verify" }>,
): WorkDecision<RequirementWork> {
  const found = findPull(snapshot, bell);
  if (found.kind === "idle") return found.decision;
  const { facts, requirement, feature } = found;
  const { pull, verification } = facts;
  if (bell.kind === "verify") {
    if (bell.base !== pull.base.head)
      return idle("stale", "The base moved on since this verification was asked for.");
    if (verification.state !== "none" && verification.base === bell.base)
      return idle("verified", "Exactly this merge has its verification.");
    return {
      rung: "verify",
      why: "Exactly this merge is verified again.",
      work: {
        mode: "verify",
        requirement,
        feature,
        pull: facts,
        round: facts.rounds,
        needs: { agent: false, verify: true },
      },
      commands: [],
    };
  }
  const red = verification.state === "failed";
  const asked = facts.verdict === "changes" || facts.changesAskedBy !== undefined;
  const conflict = pull.mergeable === "no";
  const ciRed = owesGreenCi(facts);
  const onlyCi = ciRed && !red && !asked && !conflict;
  if (!red && !asked && !conflict && !ciRed)
    return idle("nothing-open", "Nothing at this head asks for a change.");
  if (conflict && pull.foreignCommits)
    return idle(
      "people-at-work",
      "The branch carries commits of people and conflicts; it is never rewritten.",
    );
  if (facts.deferredUntil) return idle("deferred", waitText(facts.deferredUntil));
  if (facts.codeRuns >= snapshot.config.rounds)
    return idle("tried-enough", "The code agent ran on this pull request as often as is allowed.");
  const money = overBudget(requirement, feature);
  if (money) return idle("over-budget", money);
  const mode = conflict ? "conflict" : "feedback";
  return {
    rung: mode,
    why: conflict
      ? "It conflicts with its base branch."
      : red
        ? "The verify commands fail at this head."
        : onlyCi
          ? "The repository's own CI fails at this head."
          : "The review has open findings.",
    work: {
      mode,
      requirement,
      feature,
      pull: facts,
      round: facts.codeRuns + 1,
      needs: { agent: true, verify: true },
      ...(onlyCi ? { ci: facts.redCi.map(({ file }) => file) } : {}),
    },
    commands: featureBecomes(facts, "fixing"),
  };
}

/** The run that asks is itself live; there is no other one, because they wait for each other. */
function apartFromThisRun(landed: LandedFacts): LandedFacts {
  const { runs, runsBefore, revertRuns } = landed;
  return {
    ...landed,
    runs: { ...runs, live: false },
    runsBefore: { ...runsBefore, live: false },
    revertRuns: { ...revertRuns, live: false },
  };
}

/** Work on what is merged: the base is verified as it is now, or what landed is taken back. */
function decideAfterMerge(
  snapshot: RepositorySnapshot,
  bell: Extract<Doorbell, { kind: "pull" | "verify" }>,
  landed: LandedFacts,
): WorkDecision<RequirementWork> {
  const requirement = requirementFactsOf(snapshot, landed.requirement);
  const work = {
    requirement,
    feature: requirement.features.find(({ planned }) => planned.key === landed.pull.block?.key),
    pull: factsOf(snapshot, landed.pull),
    round: 0,
    needs: { agent: false, verify: true },
  };
  if (snapshot.config.mode === "observe") return idle("only-observed", "mode: observe starts nothing.");
  if (bell.kind === "verify") {
    const { rung, why, commands } = decideLanded(landed);
    const asked = commands.some(
      (command) =>
        command.do === "send" && command.type === "verify_requested" && command.payload.head === bell.head,
    );
    if (!asked || bell.base !== bell.head)
      return idle("verified", "Nothing that landed waits for this verification.");
    return { rung, why, work: { ...work, mode: "verify", landed: bell.head }, commands: [] };
  }
  if (bell.head !== landed.landed.sha) return idle("stale", "It landed as another commit.");
  if (bell.undo !== undefined) {
    const { undo } = requirement;
    if (undo === undefined || requirement.requirement.number !== bell.undo)
      return idle("not-asked", "Nobody with write permission asks to undo it.");
    const revert = { why: "undo", commit: bell.head, asked: undo.comment, by: undo.by } as const;
    return {
      rung: "undo",
      why: "A person asked to undo it.",
      work: { ...work, mode: "revert", revert },
      commands: [],
    };
  }
  const why = revertDue(landed);
  if (why === undefined) return idle("right", "Nothing is wrong with what landed.");
  return {
    rung: "revert",
    why: decideLanded(landed).why,
    work: { ...work, mode: "revert", revert: { why, commit: landed.landed.sha } },
    commands: [],
  };
}

type Found<Facts> = ({ kind: "found" } & Facts) | { kind: "idle"; decision: NoWork };

/** The requirement, when it may be worked on at all. */
function findRequirement(snapshot: RepositorySnapshot, number: number): Found<{ facts: RequirementFacts }> {
  const stop = (rung: string, why: string) => ({ kind: "idle", decision: idle(rung, why) }) as const;
  const requirement = snapshot.requirements.find((candidate) => candidate.number === number);
  if (requirement === undefined) return stop("unknown-requirement", `#${number} is not a requirement here.`);
  const facts = requirementFactsOf(snapshot, requirement);
  if (!requirement.open) return stop("closed", `#${number} is closed.`);
  if (facts.authorisation.state !== "authorised")
    return stop("not-authorised", `Nobody with write permission asked for #${number} as it stands.`);
  if (facts.paused) return stop("paused", `#${number} is paused.`);
  if (facts.state === "complete") return stop("complete", `#${number} is complete.`);
  if (facts.state === "needs-human" && !isItsOwnFeature(facts))
    return stop("needs-human", `#${number} waits for a person.`);
  if (snapshot.config.mode === "observe") return stop("only-observed", "mode: observe starts nothing.");
  return { kind: "found", facts };
}

function isItsOwnFeature(facts: RequirementFacts): boolean {
  return facts.features.some((feature) => feature.planned.number === facts.requirement.number);
}

/** The pull request, when it is ours, open, unchanged since the message, and its requirement may be worked on. */
function findPull(
  snapshot: RepositorySnapshot,
  bell: { pull: number; head: string },
): Found<{ facts: PullFacts; requirement: RequirementFacts; feature: FeatureFacts | undefined }> {
  const stop = (rung: string, why: string) => ({ kind: "idle", decision: idle(rung, why) }) as const;
  const pull = snapshot.pulls.find((candidate) => candidate.number === bell.pull);
  if (pull === undefined || !isOurs(snapshot, pull))
    return stop("not-ours", `#${bell.pull} is not a pull request of ours.`);
  if (pull.state !== "open") return stop("not-open", `#${bell.pull} is ${pull.state}.`);
  if (pull.head !== bell.head) return stop("stale", `#${bell.pull} moved on since this message was sent.`);
  if (pull.draft) return stop("draft", `#${bell.pull} is a draft.`);
  const facts = factsOf(snapshot, pull);
  if (facts.paused) return stop("paused", `#${bell.pull} is paused.`);
  if (facts.needsHuman) return stop("needs-human", `#${bell.pull} waits for a person.`);
  if (facts.feature?.open === false)
    return stop("feature-dropped", "A person closed the issue of its feature.");
  const found = findRequirement(snapshot, pull.block?.requirement ?? 0);
  if (found.kind === "idle") return found;
  const feature = found.facts.features.find((candidate) => candidate.planned.key === pull.block?.key);
  return { kind: "found", facts, requirement: found.facts, feature };
}

/** Why not even a small run may start; every cap across runs counts. */
function overBudget({ snapshot, requirement }: RequirementFacts, feature?: FeatureFacts): string | undefined {
  return whySpent(restsOf(snapshot, requirement, feature?.planned));
}

function idle(rung: string, why: string): NoWork {
  return { rung, why, work: undefined, commands: [] };
}
