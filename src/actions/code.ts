/** Entry point of actions/code. Wiring only. */
import type { Job } from "../agents/job.ts";
import { forRequirement } from "../domain/work-order.ts";
import { CodeInputs, rawInputs, readInputs } from "./inputs.ts";
import { runShared } from "./phases.ts";

export async function main(job: Job): Promise<void> {
  const inputs = readInputs(CodeInputs, job.env);
  const given = rawInputs(CodeInputs, job.env);
  const rest = await runShared({
    ...{ agent: "code", job, inputs, given },
    work: async (...task) => (await import("../agents/code/agent.ts")).runCodeAgent(...task),
  });
  if (rest === undefined) return;
  const { facts, github } = rest;
  const order = forRequirement(rest.order);
  if (inputs.phase === "verify")
    return (await import("../agents/code/verify.ts")).runVerify(job, facts, order, inputs.sandbox);
  const { runCodeApply } = await import("../agents/code/apply.ts");
  const { github_token: token, evidence } = inputs;
  await runCodeApply(job, facts, await github(), order, { token, evidence });
}
