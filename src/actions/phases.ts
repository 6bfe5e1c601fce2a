/** What the code and the review agent have in common: phase `all`, the gate, the fetch, and the model's work. A phase loads what it runs and nothing else. */
import type { ModelInputs } from "../agents/agent-phase.ts";
import { type Job, type RunFacts, runFacts } from "../agents/job.ts";
import type { Override } from "../domain/config-override.ts";
import { parseWorkOrder, type WorkOrder } from "../domain/work-order.ts";
import type { GitHub } from "../github/client.ts";
import { type AgentInputs, checkSecrets, keysOf, needKeyFor, needSecret } from "./inputs.ts";
import { connect } from "./io.ts";

export interface Entry {
  agent: "code" | "review";
  job: Job;
  inputs: AgentInputs;
  /** The inputs as they were given. */
  given: Readonly<Record<string, string>>;
  /** Lets the model work. */
  work(job: Job, facts: RunFacts, order: WorkOrder, inputs: ModelInputs): Promise<void>;
}

/** What a phase behind the model's work is given. */
export interface Rest {
  facts: RunFacts;
  order: WorkOrder;
  github(): Promise<GitHub>;
}

/** Runs the phase when it is one of those; else what its own code needs for it. */
export async function runShared({ agent, job, inputs, given, work }: Entry): Promise<Rest | undefined> {
  const facts = runFacts(job.env);
  const github = () => connect(job, facts, inputs.github_token);
  if (inputs.phase === "all") {
    needSecret("github_token", inputs.github_token, "all");
    const { runAll } = await import("./all.ts");
    const accepted = inputs.unsafe_single_job;
    await runAll({ agent, job, github: await github(), inputs: given, accepted });
    return undefined;
  }
  checkSecrets(inputs, inputs.phase);
  if (inputs.phase === "gate") {
    const { runGate } = await import("../agents/gate.ts");
    const override: Override = { model: inputs.model, maxUsd: inputs.max_usd };
    await runGate(agent, job, facts, await github(), override);
    return undefined;
  }
  const order = parseWorkOrder(inputs.work_order);
  if (inputs.phase === "fetch") {
    const { runFetch } = await import("../agents/fetch.ts");
    await runFetch(job, facts, order, inputs.github_token);
    return undefined;
  }
  if (inputs.phase !== "agent") return { facts, order, github };
  const { sayingWhy } = await import("../agents/unfit.ts");
  const { base_url: baseUrl, sandbox } = inputs;
  await sayingWhy(job, facts, order, async () => {
    needKeyFor(order.models, inputs);
    await work(job, facts, order, { keys: keysOf(inputs), baseUrl, sandbox });
  });
  return undefined;
}
