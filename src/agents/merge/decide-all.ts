/** The deciding half of a tick: every ladder over one snapshot, and what they answer to people. Pure. */
import type { Decision } from "../../domain/command.ts";
import { decideLanded, isQuiet } from "../../domain/decide/after-merge.ts";
import { decideForeignReview, foreignFactsOf } from "../../domain/decide/foreign-review.ts";
import { showGate } from "../../domain/decide/gate-view.ts";
import { decideMergePull, isInLane } from "../../domain/decide/merge-pull.ts";
import { decideRequirement } from "../../domain/decide/merge-requirement.ts";
import type { Place } from "../../domain/decide/people.ts";
import { decideRevert, revertFactsOf } from "../../domain/decide/revert.ts";
import { FEATURE_STATES, type FeatureState, stateLabel } from "../../domain/labels.ts";
import { landedFactsOf } from "../../domain/landed-facts.ts";
import type { Decided } from "../../domain/notices.ts";
import { factsOf, type PullFacts } from "../../domain/pull-facts.ts";
import { requirementFactsOf } from "../../domain/requirement-facts.ts";
import { inMergeOrder } from "../../domain/schedule.ts";
import { isOurs, type PullSnapshot, type RepositorySnapshot } from "../../domain/snapshot.ts";
import type { Obstacles } from "./test-merge.ts";

export interface Subject {
  subject: string;
  about: Pick<Decided, "kind" | "number">;
  decision: Decision;
  /** What the decision about a pull request looked at. */
  facts?: PullFacts;
}

/** What landed comes first: it may close the lane. Then pull requests: a merge frees the slot that the requirement's ladder fills. */
export function decideAll(snapshot: RepositorySnapshot, obstacles: Obstacles = new Map()): Subject[] {
  const all = snapshot.pulls
    .filter(
      (pull) => isOurs(snapshot, pull) && (pull.state === "open" || needsBookkeeping(snapshot, pull.number)),
    )
    .map((pull) => ({ ...factsOf(snapshot, pull), obstacles: obstacles.get(pull.number) ?? [] }));
  const pulls = inLanes(snapshot, all).map((facts): Subject => {
    const decision = decideMergePull(facts);
    const shown = showGate(facts, decision);
    return {
      subject: `pull request #${facts.pull.number}`,
      about: { kind: "pull", number: facts.pull.number },
      decision: { ...decision, commands: [...decision.commands, ...shown] },
      facts,
    };
  });
  const landed = snapshot.pulls
    .flatMap((pull) => landedFactsOf(snapshot, pull) ?? [])
    .map((facts) => ({
      subject: `merge of #${facts.pull.number}`,
      about: { kind: "landed", number: facts.pull.number } as const,
      decision: decideLanded(facts),
    }))
    .filter(({ decision }) => !isQuiet(decision));
  const reverts = snapshot.pulls
    .flatMap((pull) => revertFactsOf(snapshot, pull) ?? [])
    .map((facts) => ({
      subject: `revert #${facts.pull.number}`,
      about: { kind: "revert", number: facts.pull.number } as const,
      decision: decideRevert(facts),
      facts: factsOf(snapshot, facts.pull),
    }))
    .filter(({ decision }) => decision.rung !== "revert-over");
  const foreign = snapshot.pulls
    .flatMap((pull) => foreignFactsOf(snapshot, pull) ?? [])
    .map((facts) => ({
      subject: `review of #${facts.pull.number}`,
      about: { kind: "foreign", number: facts.pull.number } as const,
      decision: decideForeignReview(facts),
    }))
    .filter(({ decision }) => decision.rung !== "reviewed");
  const requirements = snapshot.requirements.map((requirement) => ({
    subject: `requirement #${requirement.number}`,
    about: { kind: "requirement", number: requirement.number } as const,
    decision: decideRequirement(requirementFactsOf(snapshot, requirement)),
  }));
  return [...landed, ...reverts, ...pulls, ...foreign, ...requirements];
}

/** What was decided, without the words. */
export function decidedIn(subjects: readonly Subject[]): Decided[] {
  return subjects.map(({ about, decision }) => ({ ...about, rung: decision.rung }));
}

/** One lane per base: of those that only the lane still holds up, the most urgent goes first. */
function inLanes(snapshot: RepositorySnapshot, all: readonly PullFacts[]): PullFacts[] {
  const candidates = inMergeOrder(
    snapshot,
    all.filter(isInLane).map(({ pull }) => pull),
  );
  return all.map((facts) => {
    const { branch } = facts.pull.base;
    return { ...facts, laneHead: candidates.find(({ base }) => base.branch === branch)?.number };
  });
}

/** Lanes in which more than one pull request waits to be merged, in the order of their merges. */
export function fullLanes(snapshot: RepositorySnapshot, subjects: readonly Subject[]): PullSnapshot[][] {
  const waiting = subjects.flatMap(({ facts, decision }) =>
    facts !== undefined && decision.rung === "not-its-turn" ? [facts] : [],
  );
  return [...new Set(waiting.map(({ laneHead }) => laneHead))].map((head) => {
    const numbers = new Set([
      head,
      ...waiting.filter(({ laneHead }) => laneHead === head).map(({ pull }) => pull.number),
    ]);
    return inMergeOrder(
      snapshot,
      snapshot.pulls.filter(({ number }) => numbers.has(number)),
    );
  });
}

/** A merged pull request whose labels do not say just that, or a closed one whose feature waits. */
function needsBookkeeping(snapshot: RepositorySnapshot, number: number): boolean {
  const pull = snapshot.pulls.find((candidate) => candidate.number === number);
  if (pull === undefined) return false;
  const { label_prefix: prefix } = snapshot.config;
  const says = (state: FeatureState) => pull.labels.includes(stateLabel(prefix, state));
  // A run that was still speaking when it was merged leaves its own state beside.
  if (pull.state === "merged") return !says("merged") || (AT_WORK.some(says) && !says("needs-human"));
  const replaced = snapshot.pulls.some(
    (other) =>
      other.number > number &&
      other.block?.key === pull.block?.key &&
      other.block?.requirement === pull.block?.requirement,
  );
  return pull.state === "closed" && !replaced && !says("needs-human");
}

const AT_WORK = FEATURE_STATES.filter((state) => state !== "merged" && state !== "needs-human");

/** Why everything that belongs to the place where somebody asked is where it is. */
export function statusText(
  snapshot: RepositorySnapshot,
  decisions: readonly Subject[],
  { requirement, pull }: Place,
): string {
  const facts = requirementFactsOf(snapshot, requirement);
  const pulls = snapshot.pulls.filter((candidate) =>
    pull ? candidate.number === pull.number : candidate.block?.requirement === requirement.number,
  );
  const wanted = new Set([
    `requirement #${requirement.number}`,
    ...pulls.map((candidate) => `pull request #${candidate.number}`),
  ]);
  const decided = decisions
    .filter(({ subject }) => wanted.has(subject))
    .map(({ subject, decision }) => `- ${subject}: **${decision.rung}**. ${decision.why}`);
  const features = facts.features
    .filter(({ planned }) => planned.number !== requirement.number)
    .map(({ planned, progress }) => `- feature #${planned.number ?? "?"} (${planned.key}): **${progress}**.`);
  return [...decided, ...(pull ? [] : features)].join("\n");
}
