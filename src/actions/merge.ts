/** Entry point of actions/merge. Wiring only: the repository manager has no model and no key. A phase loads what it runs, after its first question. */
import { readFile } from "node:fs/promises";
import { issueOf, type Ring, readRing } from "../agents/doorbell.ts";
import { type Job, runFacts } from "../agents/job.ts";
import { messageOf } from "../domain/errors.ts";
import { observe } from "../github/observe.ts";
import { MergeInputs, needSecret, readInputs } from "./inputs.ts";
import { connect } from "./io.ts";

export async function main(job: Job): Promise<void> {
  const inputs = readInputs(MergeInputs, job.env);
  const facts = runFacts(job.env);
  needSecret("github_token", inputs.github_token, inputs.phase);
  const github = await connect(job, facts, inputs.github_token);
  if (inputs.phase === "ring") return (await import("../agents/merge/ring.ts")).runRing(job, facts, github);
  const ring = await heard(job, facts.eventName, facts.eventPath);
  const issue = issueOf(ring);
  const seen = await observe(github, { now: job.now, ...(issue ? { issue } : {}) });
  const { runTick } = await import("../agents/merge/tick.ts");
  await runTick(job, facts, github, {
    token: inputs.github_token,
    ring,
    seen,
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
