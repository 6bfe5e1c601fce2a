/**
 * Entry point of actions/merge. Wiring only: the repository manager has no model and no key. To look takes a token and nothing
 * else, so the first question leaves before schemas are loaded; inputs are read before anything is done.
 */
import { readFile } from "node:fs/promises";
import type { Ring } from "../agents/doorbell.ts";
import { type Job, type RunFacts, runFacts } from "../agents/job.ts";
import { messageOf } from "../domain/errors.ts";
import type { RepositorySnapshot } from "../domain/snapshot.ts";
import type { GitHub } from "../github/client.ts";
import { observe } from "../github/observe.ts";
import { connect } from "./io.ts";

export async function main(job: Job): Promise<void> {
  const facts = runFacts(job.env);
  const token = job.env.INPUT_GITHUB_TOKEN ?? "";
  const looked = token !== "" && job.env.INPUT_PHASE === "tick" ? await look(job, facts, token) : undefined;
  const { MergeInputs, needSecret, readInputs } = await import("./inputs.ts");
  const inputs = readInputs(MergeInputs, job.env);
  needSecret("github_token", token, inputs.phase);
  if (looked === undefined)
    return (await import("../agents/merge/ring.ts")).runRing(job, facts, await connect(job, facts, token));
  const { github, ring, seen } = looked;
  const { mailboxesOf } = await import("../agents/merge/tell.ts");
  const mailboxes = mailboxesOf({
    slack: inputs.slack_webhook,
    discord: inputs.discord_webhook,
    webhook: inputs.webhook,
  });
  const { runTick } = await import("../agents/merge/tick.ts");
  await runTick(job, facts, github, {
    token,
    ring,
    seen,
    mailboxes,
    override: { model: undefined, maxUsd: inputs.max_usd },
  });
}

interface Looked {
  github: GitHub;
  ring: Ring | undefined;
  seen: RepositorySnapshot;
}

async function look(job: Job, facts: RunFacts, token: string): Promise<Looked> {
  const github = await connect(job, facts, token);
  const { ring, issue } = await heard(job, facts);
  return { github, ring, seen: await observe(github, { now: job.now, ...(issue ? { issue } : {}) }) };
}

/** Only a message can name an issue. One that cannot be read is no reason not to look: the manager only ever acts on live state. */
async function heard(job: Job, facts: RunFacts): Promise<{ ring?: Ring; issue?: number }> {
  if (facts.eventName !== "repository_dispatch") return {};
  try {
    const { issueOf, readRing } = await import("../agents/doorbell.ts");
    const ring = readRing("merge", facts.eventName, JSON.parse(await readFile(facts.eventPath, "utf8")));
    const issue = issueOf(ring);
    return { ring, ...(issue ? { issue } : {}) };
  } catch (error) {
    job.warn(`The message that woke this run was not read: ${messageOf(error)}`);
    return {};
  }
}
