/** The gate of the code and the review agent: who rang, and what does the world look like? What is to be done is decided beyond it. */
import { readFile } from "node:fs/promises";
import type { Override } from "../domain/config-override.ts";
import type { Doorbell } from "../domain/decide/work.ts";
import { messageOf } from "../domain/errors.ts";
import type { GitHub } from "../github/client.ts";
import { observe } from "../github/observe.ts";
import { type NewRequirement, readRing } from "./doorbell.ts";
import { closeGate } from "./gate-outputs.ts";
import type { Job, RunFacts } from "./job.ts";

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
  const bell = ring.bell.kind === "text" ? await handIn(job, github, ring.bell) : ring.bell;
  const watched = bell.kind === "pull" || bell.kind === "verify" ? [bell.pull] : [];
  const undo = bell.kind === "pull" ? bell.undo : undefined;
  const seen = await observe(github, {
    now: job.now,
    threadsOf: watched,
    rules: false,
    ...(agent === "code" && bell.kind === "pull" ? { ciOf: watched } : {}),
    ...(undo === undefined ? {} : { issue: undo }),
  });
  const { orderWork } = await import("./order-work.ts");
  await orderWork({ agent, job, facts, github, seen, override, bell, thread: ring.thread });
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
  const { config } = await observe(github, { now: job.now, runs: false, rules: false });
  const { openRequirement } = await import("./requirement.ts");
  const number = await openRequirement(github, bell.text, config.label_prefix);
  job.log(`opened requirement #${number}`);
  return { kind: "issue", number };
}
