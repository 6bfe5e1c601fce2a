/** The gate of the code and the review agent: is there work, is it authorised, still needed and within budget? Ends in a work order. */
import { readFile } from "node:fs/promises";
import { modelOf } from "../domain/config.ts";
import { type Override, overrideConfig } from "../domain/config-override.ts";
import {
  type Doorbell,
  decideCodeWork,
  decideReviewWork,
  type Work,
  type WorkDecision,
} from "../domain/decide/work.ts";
import { messageOf, NightshiftError } from "../domain/errors.ts";
import { HOP_LIMIT, type Thread } from "../domain/message.ts";
import type { RepositorySnapshot } from "../domain/snapshot.ts";
import { WORK_ORDER_LIMIT, WorkOrder } from "../domain/work-order.ts";
import type { GitHub } from "../github/client.ts";
import { observe } from "../github/observe.ts";
import { perform } from "../github/perform.ts";
import { contextOf, writeContext } from "./context.ts";
import { type NewRequirement, readRing } from "./doorbell.ts";
import { type Job, places, type RunFacts, runUrl } from "./job.ts";
import { openRequirement } from "./requirement.ts";

/** Longest conversation is cut before it starts a model. */
const LAST_HOP = HOP_LIMIT - 1;

export async function runGate(
  agent: "code" | "review",
  job: Job,
  facts: RunFacts,
  github: GitHub,
  override: Override,
): Promise<void> {
  const event: unknown = JSON.parse(await readFile(facts.eventPath, "utf8"));
  const ring = heard(agent, job, facts, event);
  if (ring === undefined || ring.bell.kind === "idle" || ring.bell.kind === "manager") {
    return closeGate(
      job,
      "idle",
      ring?.bell.kind === "idle" ? ring.bell.why : "The message asks for nothing here.",
    );
  }
  if ((ring.thread?.hops ?? 0) >= LAST_HOP)
    return closeGate(
      job,
      "hop-limit",
      `This conversation has ${ring.thread?.hops} messages: it looks like a loop.`,
    );
  const bell = ring.bell.kind === "text" ? await handIn(job, github, ring.bell) : ring.bell;
  const watched = bell.kind === "pull" || bell.kind === "verify" ? [bell.pull] : [];
  const seen = await observe(github, { now: job.now, threadsOf: watched });
  const snapshot = { ...seen, config: overrideConfig(seen.config, override) };
  const decision = agent === "code" ? decideCodeWork(snapshot, bell) : decideReview(snapshot, bell);
  if (decision.work === undefined) return closeGate(job, decision.rung, decision.why);
  if (decision.work.needs.agent && moneyLeft(snapshot, decision.work) <= 0)
    return closeGate(job, "over-budget", "The money for this requirement is spent.");
  const order = orderOf(job, snapshot, decision.work, ring.thread, agent);
  await writeContext(places(facts).context, contextOf(snapshot, decision.work, order.id));
  await perform(
    {
      github,
      now: job.now,
      id: job.id,
      runUrl: runUrl(facts),
      thread: ring.thread,
      labelIds: snapshot.labelIds,
      labelPrefix: snapshot.config.label_prefix,
      log: job.log,
    },
    decision.commands,
  );
  await openGate(job, order, decision);
}

/** A malformed or forged dispatch is logged and does nothing; it is no failure of this run. */
function heard(agent: "code" | "review", job: Job, facts: RunFacts, event: unknown) {
  try {
    return readRing(agent, facts.eventName, event);
  } catch (error) {
    job.warn(`Nothing was done: ${messageOf(error)}`);
    return undefined;
  }
}

async function handIn(job: Job, github: GitHub, bell: NewRequirement): Promise<Doorbell> {
  const { config } = await observe(github, { now: job.now, runs: false });
  const number = await openRequirement(github, bell.text, config.label_prefix);
  job.log(`opened requirement #${number}`);
  return { kind: "issue", number };
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

/** US dollars that the requirement may still cost. */
function moneyLeft({ config }: RepositorySnapshot, { requirement }: Work): number {
  return config.budget.requirement_usd - requirement.usd;
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
  const { requirement, feature, pull } = work;
  const issue = feature?.planned.number;
  const order = WorkOrder.parse({
    v: 1,
    id: job.id(),
    repository: snapshot.repository,
    mode: work.mode,
    requirement: {
      number: requirement.requirement.number,
      textHash: requirement.requirement.textHash,
      by: requirement.authorisation.state === "authorised" ? requirement.authorisation.by : "",
    },
    ...(feature && issue !== undefined
      ? {
          feature: { number: issue, key: feature.planned.key, title: feature.planned.title.slice(0, 300) },
          branch: pull?.pull.branch ?? branchOf(config.branch_prefix, issue, feature.planned.key),
        }
      : {}),
    ...(pull ? { pull: { number: pull.pull.number, head: pull.pull.head } } : {}),
    base: pull ? pull.pull.base : snapshot.base,
    round: work.round,
    needs: work.needs,
    model: modelOf(config, agent),
    limits: {
      turns: limits.max_turns,
      minutes: limits.timeout_minutes,
      usd: work.needs.agent ? Math.min(limits.max_usd, moneyLeft(snapshot, work)) : limits.max_usd,
    },
    date: snapshot.at,
    thread: thread ?? { correlationId: job.id(), hops: 0 },
  } satisfies WorkOrder);
  if (JSON.stringify(order).length > WORK_ORDER_LIMIT)
    throw new NightshiftError("WORK_ORDER_INVALID", "The work order is too large.");
  return order;
}

/** The feature's branch: derived, so that a second run finds the first one's work. */
export function branchOf(prefix: string, issue: number, key: string): string {
  return `${prefix}${issue}-${key}`;
}

async function openGate(job: Job, order: WorkOrder, decision: { rung: string; why: string }): Promise<void> {
  job.setOutput("work", "true");
  job.setOutput("agent", String(order.needs.agent));
  job.setOutput("verify", String(order.needs.verify));
  job.setOutput("work_order", JSON.stringify(order));
  job.log(`${decision.rung}: ${decision.why}`);
  await job.summarise(`**${decision.rung}** ${decision.why}`);
}

async function closeGate(job: Job, rung: string, why: string): Promise<void> {
  job.setOutput("work", "false");
  job.setOutput("agent", "false");
  job.setOutput("verify", "false");
  job.setOutput("work_order", "");
  job.log(`nothing to do (${rung}): ${why}`);
  await job.summarise(`Nothing to do. **${rung}** ${why}`);
}
