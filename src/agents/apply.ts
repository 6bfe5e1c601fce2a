/** What both apply phases share: look again, and stop when the work is no longer wanted. */
import { messageOf, NightshiftError } from "../domain/errors.ts";
import { Outcome } from "../domain/outcome.ts";
import { factsOf, isPaused, type PullFacts } from "../domain/pull-facts.ts";
import { type RequirementFacts, requirementFactsOf } from "../domain/requirement-facts.ts";
import type { RepositorySnapshot } from "../domain/snapshot.ts";
import type { WorkOrder } from "../domain/work-order.ts";
import type { GitHub } from "../github/client.ts";
import { observe } from "../github/observe.ts";
import type { Performer } from "../github/perform.ts";
import { readJson } from "./context.ts";
import { type Job, places, type RunFacts, runUrl } from "./job.ts";

export interface Desk {
  job: Job;
  facts: RunFacts;
  github: GitHub;
  order: WorkOrder;
  snapshot: RepositorySnapshot;
  requirement: RequirementFacts;
  pull: PullFacts | undefined;
  performer: Performer;
}

/** Live state again, between the model's work and the first write. A reason means: write nothing. */
export async function lookAgain(
  job: Job,
  facts: RunFacts,
  github: GitHub,
  order: WorkOrder,
): Promise<{ desk: Desk } | { stop: string }> {
  const snapshot = await observe(github, {
    now: job.now,
    threadsOf: order.pull ? [order.pull.number] : [],
    runs: order.mode === "verify",
    knownWriters: new Map([[order.requirement.by, true]]),
  });
  const requirement = snapshot.requirements.find(
    (candidate) => candidate.number === order.requirement.number,
  );
  if (requirement === undefined || !requirement.open)
    return { stop: `#${order.requirement.number} was closed meanwhile.` };
  const known = requirementFactsOf(snapshot, requirement);
  if (known.authorisation.state !== "authorised")
    return { stop: `#${order.requirement.number} is no longer authorised as it stands.` };
  if (known.paused) return { stop: `#${order.requirement.number} was paused meanwhile.` };
  const feature = known.features.find((candidate) => candidate.planned.number === order.feature?.number);
  if (feature?.issue?.open === false) return { stop: `#${feature.issue.number} was closed meanwhile.` };
  if (isPaused(snapshot.config.label_prefix, undefined, feature?.issue?.labels ?? []))
    return { stop: `#${order.feature?.number} was paused meanwhile.` };
  const pull = snapshot.pulls.find((candidate) => candidate.number === order.pull?.number);
  if (order.pull && (pull === undefined || pull.state !== "open"))
    return { stop: `#${order.pull.number} was closed or merged meanwhile.` };
  const pullFacts = pull ? factsOf(snapshot, pull) : undefined;
  if (pullFacts?.paused) return { stop: `#${pull?.number} was paused meanwhile.` };
  const performer: Performer = {
    github,
    now: job.now,
    id: job.id,
    runUrl: runUrl(facts),
    thread: order.thread,
    labelIds: snapshot.labelIds,
    labelPrefix: snapshot.config.label_prefix,
    log: job.log,
  };
  return { desk: { job, facts, github, order, snapshot, requirement: known, pull: pullFacts, performer } };
}

/** The provider was not to be had. The run ends red: it counts as an attempt, so that a person is asked in the end. */
export function deferral({ message, resumeAfter }: Outcome): NightshiftError {
  const when = resumeAfter ? `, not before ${resumeAfter}` : "";
  return new NightshiftError("MODEL_UNREACHABLE", `${message} The next sweep starts it again${when}.`);
}

export async function stopHere(job: Job, why: string): Promise<void> {
  job.log(`nothing was written: ${why}`);
  await job.summarise(`Nothing was written. ${why}`);
}

/** Undefined: the agent job was lost or cut; nothing is known, the manager's sweep asks again. */
export async function readOutcome({ job, facts, order }: Desk): Promise<Outcome | undefined> {
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
