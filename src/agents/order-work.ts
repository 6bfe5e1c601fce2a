/** Decides what the agent is to do, writes it into a work order with its context, and opens or closes the gate. */
import { modelsOf } from "../domain/config.ts";
import { type Override, overrideConfig } from "../domain/config-override.ts";
import {
  costsOfWork,
  type Doorbell,
  decideCodeWork,
  decideReviewWork,
  type ForeignWork,
  type RequirementWork,
  restsOfWork,
  stopLoop,
  type Work,
  type WorkDecision,
} from "../domain/decide/work.ts";
import { NightshiftError } from "../domain/errors.ts";
import type { Thread } from "../domain/message.ts";
import { ownReviews, type PullFacts } from "../domain/pull-facts.ts";
import type { RepositorySnapshot } from "../domain/snapshot.ts";
import {
  type ForeignOrder,
  type RequirementOrder,
  WORK_ORDER_LIMIT,
  WorkOrder,
} from "../domain/work-order.ts";
import type { GitHub } from "../github/client.ts";
import { readFailedJobs } from "../github/observe-failed-jobs.ts";
import { perform } from "../github/perform.ts";
import { createRedactor } from "../ops/redact.ts";
import { contextOf, writeContext } from "./context.ts";
import { findEarlierRun } from "./find-earlier-run.ts";
import { closeGate, openGate } from "./gate-outputs.ts";
import { type Job, places, type RunFacts } from "./job.ts";
import { performerOf } from "./performer.ts";

export interface Knock {
  agent: "code" | "review";
  job: Job;
  facts: RunFacts;
  github: GitHub;
  seen: RepositorySnapshot;
  override: Override;
  bell: Doorbell;
  thread: Thread | undefined;
}

/** Authorised, still needed, within budget? Then there is a work order. */
export async function orderWork({
  agent,
  job,
  facts,
  github,
  seen,
  override,
  bell,
  thread,
}: Knock): Promise<void> {
  const snapshot = { ...seen, config: overrideConfig(seen.config, override) };
  const decision = stopLoop(
    agent === "code" ? decideCodeWork(snapshot, bell) : decideReview(snapshot, bell),
    thread,
  );
  const performer = performerOf(job, facts, github, snapshot, thread);
  if (decision.work === undefined) {
    await perform(performer, decision.commands);
    return closeGate(job, decision.rung, decision.why);
  }
  const resume = await findEarlierRun(github, snapshot, decision.work, facts);
  const fresh = orderOf(job, snapshot, decision.work, thread, agent);
  const order = withResume({ ...fresh, ...spentBefore(snapshot, decision.work, facts) }, snapshot, resume);
  const failed =
    order.mode === "feedback" && decision.work.pull
      ? await readFailedJobs(github, decision.work.pull.pull, createRedactor([]))
      : [];
  await writeContext(places(facts).context, contextOf(snapshot, decision.work, order.id, failed));
  await perform(performer, decision.commands);
  await openGate(job, order, decision);
}

function decideReview(snapshot: RepositorySnapshot, bell: Doorbell): WorkDecision {
  if (bell.kind === "pull") return decideReviewWork(snapshot, bell);
  return {
    rung: "idle",
    why: "The review agent is rung for pull requests only.",
    work: undefined,
    commands: [],
  };
}

/** US dollars that a run may cost: its own cap, or what the tightest cap across runs leaves. */
function moneyFor(work: Work, most: number): number {
  const [tightest] = restsOfWork(work);
  return Math.min(most, tightest?.left ?? most);
}

/** What earlier attempts of this run are booked for. */
function spentBefore(
  snapshot: RepositorySnapshot,
  work: Work,
  { runId }: RunFacts,
): Pick<WorkOrder, "spent"> {
  const cost = costsOfWork(snapshot, work).find(({ run }) => run === runId);
  return cost ? { spent: { usd: cost.usd ?? 0, turns: cost.turns, tokens: cost.tokens } } : {};
}

/** A run that goes on counts what the earlier one spent as its own: what is booked for that is no second time taken from its rest. */
function withResume(
  order: WorkOrder,
  { config }: RepositorySnapshot,
  resume: WorkOrder["resume"],
): WorkOrder {
  if (resume === undefined) return order;
  const most = config[order.mode === "review" ? "review" : "code"].max_usd;
  const usd = Math.min(most, order.limits.usd + resume.booked.usd);
  return { ...order, limits: { ...order.limits, usd }, resume };
}

function orderOf(
  job: Job,
  snapshot: RepositorySnapshot,
  work: Work,
  thread: Thread | undefined,
  agent: "code" | "review",
): WorkOrder {
  const { config } = snapshot;
  const limits = config[agent];
  const order = WorkOrder.parse({
    v: 1,
    id: job.id(),
    repository: snapshot.repository,
    mode: work.mode,
    ...(work.requirement === undefined ? foreignPart(work) : requirementPart(snapshot, work, agent)),
    round: work.round,
    needs: work.needs,
    models: [...modelsOf(config, agent)],
    limits: {
      turns: limits.max_turns,
      minutes: limits.timeout_minutes,
      usd: work.needs.agent ? moneyFor(work, limits.max_usd) : limits.max_usd,
    },
    date: snapshot.at,
    thread: thread ?? { correlationId: job.id(), hops: 0 },
  });
  if (JSON.stringify(order).length > WORK_ORDER_LIMIT)
    throw new NightshiftError("WORK_ORDER_INVALID", "The work order is too large.");
  return order;
}

/** What is reviewed, and at whose word. */
function foreignPart({ pull: facts }: ForeignWork): Pick<ForeignOrder, "foreign" | "pull" | "base"> {
  const { snapshot, pull, grant } = facts;
  const reviewed = reviewedHeads(snapshot, facts);
  return { foreign: grant, pull: { number: pull.number, head: pull.head, reviewed }, base: pull.base };
}

/** What is done for which requirement, and on which commits. */
function requirementPart(
  snapshot: RepositorySnapshot,
  work: RequirementWork,
  agent: "code" | "review",
): Pick<RequirementOrder, "requirement" | "feature" | "pull" | "base" | "branch" | "ci" | "revert"> {
  const { branch_prefix: prefix } = snapshot.config;
  const { requirement, feature, pull } = work;
  const { number, textHash } = requirement.requirement;
  const issue = feature?.planned.number;
  return {
    requirement: { number, textHash, by: authorOf(snapshot, work) },
    ...(feature && issue !== undefined
      ? {
          feature: { number: issue, key: feature.planned.key, title: feature.planned.title.slice(0, 300) },
          branch: pull?.pull.branch ?? branchOf(prefix, issue, feature.planned.key),
        }
      : {}),
    ...(pull ? pullAndBase(snapshot, work, pull, agent) : { base: baseOf(requirement) }),
    ...(work.ci ? { ci: work.ci.slice(0, MOST_CI) } : {}),
    ...(work.revert ? revertOf(prefix, work, work.revert) : {}),
  };
}

const MOST_REVIEWED = 5;
/** More red workflows than these are named in the context alone. */
const MOST_CI = 10;

/** Heads that a review of ours has read as a whole, the newest first. */
function reviewedHeads(snapshot: RepositorySnapshot, { pull }: PullFacts) {
  return ownReviews(snapshot, pull)
    .flatMap(({ block, head }) =>
      block?.unread === 0 && block.head === head ? [{ head, verdict: block.verdict }] : [],
    )
    .toReversed()
    .slice(0, MOST_REVIEWED);
}

/** What a feature is built on: the branch that the requirement lands on, where it has one. */
function baseOf({ landing, snapshot }: RequirementWork["requirement"]): { branch: string; head: string } {
  return landing?.head === undefined ? snapshot.base : { branch: landing.branch, head: landing.head };
}

/** Who authorised it. What follows a merge by itself needs nobody's word: the merge had it. */
function authorOf(snapshot: RepositorySnapshot, { requirement, revert, landed }: RequirementWork): string {
  if (revert?.by !== undefined) return revert.by;
  const { authorisation } = requirement;
  if (authorisation.state === "authorised") return authorisation.by;
  return revert !== undefined || landed !== undefined ? snapshot.identity : "";
}

/** The head and the base that the work is about; a commit that landed is both. */
function pullAndBase(
  snapshot: RepositorySnapshot,
  { landed, revert }: RequirementWork,
  facts: PullFacts,
  agent: "code" | "review",
): Pick<RequirementOrder, "pull" | "base"> {
  const { pull } = facts;
  const head = landed ?? revert?.commit ?? pull.head;
  const base = landed === undefined ? pull.base : { ...pull.base, head: landed };
  const reviewed = agent === "review" ? { reviewed: reviewedHeads(snapshot, facts) } : {};
  return { pull: { number: pull.number, head, ...reviewed }, base };
}

/** A branch of its own, derived as well. */
function revertOf(
  prefix: string,
  { requirement, pull }: RequirementWork,
  { why, asked }: NonNullable<RequirementWork["revert"]>,
): Pick<RequirementOrder, "branch" | "revert"> {
  const subject =
    why === "undo" ? `undo-${requirement.requirement.number}` : `revert-${pull?.pull.number ?? 0}`;
  return { branch: `${prefix}${subject}`, revert: { why, ...(asked === undefined ? {} : { asked }) } };
}

/** The feature's branch: derived, so that a second run finds the first one's work. */
export function branchOf(prefix: string, issue: number, key: string): string {
  return `${prefix}${issue}-${key}`;
}
