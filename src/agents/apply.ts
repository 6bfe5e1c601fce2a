/** What both apply phases share: look again, and stop when the work is no longer wanted. */
import type { ForeignFacts } from "../domain/decide/foreign-review.ts";
import { renderDeferral } from "../domain/deferral.ts";
import { messageOf, NightshiftError } from "../domain/errors.ts";
import { Outcome } from "../domain/outcome.ts";
import { factsOf, isPaused, type PullFacts } from "../domain/pull-facts.ts";
import { type RequirementFacts, requirementFactsOf } from "../domain/requirement-facts.ts";
import { reviewGrant } from "../domain/review-grant.ts";
import type { RepositorySnapshot } from "../domain/snapshot.ts";
import { type ForeignOrder, isAfterMerge, type RequirementOrder } from "../domain/work-order.ts";
import type { GitHub } from "../github/client.ts";
import { observe } from "../github/observe.ts";
import { type Performer, perform } from "../github/perform.ts";
import { readJson } from "./context.ts";
import { type Job, places, type RunFacts } from "./job.ts";
import { performerOf } from "./performer.ts";

interface Looking {
  job: Job;
  facts: RunFacts;
  github: GitHub;
  snapshot: RepositorySnapshot;
  performer: Performer;
}

export interface Desk extends Looking {
  order: RequirementOrder;
  requirement: RequirementFacts;
  pull: PullFacts | undefined;
}

/** For a pull request that Nightshift did not open: nothing is done there but to review it. */
export interface ForeignDesk extends Looking {
  order: ForeignOrder;
  requirement: undefined;
  pull: ForeignFacts;
}

/** `stop` means: write nothing but what the run cost, and not even that while a person paused it. There is no desk when what it was for is gone. */
export type Looked<Found = Desk> =
  | { desk: Found; stop: undefined }
  | { desk: Found | undefined; stop: string };

/** Live state again, between the model's work and the first write. */
export async function lookAgain(
  job: Job,
  facts: RunFacts,
  github: GitHub,
  order: RequirementOrder,
): Promise<Looked> {
  const snapshot = await observe(github, {
    now: job.now,
    threadsOf: order.pull ? [order.pull.number] : [],
    runs: order.mode === "verify" || order.mode === "revert",
    rules: false,
    knownWriters: new Map([[order.requirement.by, true]]),
    ...(isAfterMerge(order) ? { issue: order.requirement.number } : {}),
  });
  const requirement = snapshot.requirements.find(
    (candidate) => candidate.number === order.requirement.number,
  );
  if (requirement === undefined)
    return { desk: undefined, stop: `#${order.requirement.number} was closed meanwhile.` };
  const pull = snapshot.pulls.find((candidate) => candidate.number === order.pull?.number);
  const performer = performerOf(job, facts, github, snapshot, order.thread);
  const desk = {
    job,
    facts,
    github,
    order,
    snapshot,
    requirement: requirementFactsOf(snapshot, requirement),
    pull: pull ? factsOf(snapshot, pull) : undefined,
    performer,
  };
  const stop = whyStop(desk);
  return stop === undefined ? { desk, stop } : { desk, stop };
}

/** The same for a pull request that Nightshift did not open. */
export async function lookAgainAtForeign(
  job: Job,
  facts: RunFacts,
  github: GitHub,
  order: ForeignOrder,
): Promise<Looked<ForeignDesk>> {
  const { number } = order.pull;
  const snapshot = await observe(github, {
    now: job.now,
    threadsOf: [number],
    runs: false,
    rules: false,
    knownWriters: new Map([[order.foreign.by, true]]),
  });
  const pull = snapshot.pulls.find((candidate) => candidate.number === number);
  if (pull === undefined) return { desk: undefined, stop: `#${number} is gone.` };
  const performer = performerOf(job, facts, github, snapshot, order.thread);
  const seen = { ...factsOf(snapshot, pull), grant: order.foreign };
  const desk = { job, facts, github, order, snapshot, requirement: undefined, pull: seen, performer };
  const paused = whyPaused(desk);
  if (paused !== undefined) return { desk, stop: paused };
  return reviewGrant(snapshot, pull)?.asData === order.foreign.asData
    ? { desk, stop: undefined }
    : { desk, stop: `Nobody wants #${number} reviewed in this way any more.` };
}

/** Why this work is no longer wanted; undefined when it is. */
function whyStop(desk: Desk): string | undefined {
  const { order, requirement, pull } = desk;
  if (isAfterMerge(order)) return undefined;
  const { number, open } = requirement.requirement;
  if (!open) return `#${number} was closed meanwhile.`;
  if (requirement.authorisation.state !== "authorised")
    return `#${number} is no longer authorised as it stands.`;
  const issue = featureOf(desk)?.issue;
  if (issue?.open === false) return `#${issue.number} was closed meanwhile.`;
  if (order.pull && pull?.pull.state !== "open")
    return `#${order.pull.number} was closed or merged meanwhile.`;
  return whyPaused(desk);
}

/** What a person paused of all that this work belongs to. While it is paused, nothing at all is written. */
export function whyPaused(desk: Desk | ForeignDesk): string | undefined {
  if (desk.requirement === undefined)
    return desk.pull.paused ? `#${desk.pull.pull.number} was paused meanwhile.` : undefined;
  const { snapshot, requirement, pull } = desk;
  if (requirement.paused) return `#${requirement.requirement.number} was paused meanwhile.`;
  const issue = featureOf(desk)?.issue;
  if (isPaused(snapshot.config.label_prefix, undefined, issue?.labels ?? []))
    return `#${issue?.number} was paused meanwhile.`;
  return pull?.paused ? `#${pull.pull.number} was paused meanwhile.` : undefined;
}

function featureOf({ order, requirement }: Desk) {
  return requirement.features.find(({ planned }) => planned.number === order.feature?.number);
}

/**
 * The provider was not to be had. When it said until when, that is written where the work belongs, so that nothing starts it
 * before. The run ends red: it counts as an attempt, so that a person is asked in the end.
 */
export async function defer(desk: Desk | ForeignDesk, { message, resumeAfter }: Outcome): Promise<never> {
  const { job, order, performer } = desk;
  const number = order.pull?.number ?? order.feature?.number ?? order.requirement?.number;
  if (resumeAfter && number !== undefined)
    await perform(performer, [
      { do: "say", number, id: undefined, body: renderDeferral(resumeAfter, job.now(), message) },
    ]);
  const when = resumeAfter ? ` after ${resumeAfter}` : "";
  throw new NightshiftError("MODEL_UNREACHABLE", `${message} The next sweep${when} starts it again.`);
}

export async function stopHere(job: Job, why: string): Promise<void> {
  job.log(`nothing was written: ${why}`);
  await job.summarise(`Nothing was written. ${why}`);
}

/** Undefined: the agent job was lost or cut; nothing is known, the manager's sweep asks again. */
export async function readOutcome({ job, facts, order }: Desk | ForeignDesk): Promise<Outcome | undefined> {
  try {
    const outcome = await readJson(places(facts).outcome, Outcome);
    if (outcome.order === order.id && outcome.mode === order.mode) return outcome;
    job.warn("The outcome belongs to another work order; nothing was written.");
  } catch (error) {
    job.warn(
      `The agent job left no outcome, so nothing was written; the next sweep starts it again. ${messageOf(error)}`,
    );
  }
  return undefined;
}
