/** Entry point of actions/merge. Wiring only: the repository manager has no model and no key. */
import { readFile } from "node:fs/promises";
import { type Ring, readRing } from "../agents/doorbell.ts";
import { type Job, runFacts } from "../agents/job.ts";
import { runRing } from "../agents/merge/ring.ts";
import { runTick } from "../agents/merge/tick.ts";
import { messageOf } from "../domain/errors.ts";
import { MergeInputs, needSecret, readInputs } from "./inputs.ts";
import { connect } from "./io.ts";

export async function main(job: Job): Promise<void> {
  const inputs = readInputs(MergeInputs, job.env);
  const facts = runFacts(job.env);
  needSecret("github_token", inputs.github_token, inputs.phase);
  const github = await connect(job, facts, inputs.github_token);
  if (inputs.phase === "ring") return runRing(job, facts, github);
  await runTick(job, facts, github, {
    token: inputs.github_token,
    ring: await heard(job, facts.eventName, facts.eventPath),
    override: { model: undefined, maxUsd: inputs.max_usd },
  });
}

/** A message that cannot be read is no reason not to look: the manager only ever acts on live state. */
async function heard(job: Job, eventName: string, eventPath: string): Promise<Ring | undefined> {
  try {
    return readRing("merge", eventName, JSON.parse(await readFile(eventPath, "utf8")));
  } catch (error) {
    job.warn(`The message that woke this run was not read: ${messageOf(error)}`);
    return undefined;
  }
}
