/** Entry point of actions/code. Wiring only; a phase loads what it runs and nothing else. */
import { type Job, runFacts } from "../agents/job.ts";
import { parseWorkOrder } from "../domain/work-order.ts";
import {
  CodeInputs,
  keysOf,
  needKeyFor,
  needSecret,
  rawInputs,
  readInputs,
  refuseKeys,
  refuseSecret,
} from "./inputs.ts";
import { connect } from "./io.ts";

export async function main(job: Job): Promise<void> {
  const inputs = readInputs(CodeInputs, job.env);
  const facts = runFacts(job.env);
  if (inputs.phase === "all") {
    needSecret("github_token", inputs.github_token, "all");
    const { runAll } = await import("./all.ts");
    return runAll({
      agent: "code",
      job,
      github: await connect(job, facts, inputs.github_token),
      inputs: rawInputs(CodeInputs, job.env),
      accepted: inputs.unsafe_single_job,
    });
  }
  if (inputs.phase !== "agent") refuseKeys(inputs, inputs.phase);
  if (inputs.phase === "agent" || inputs.phase === "verify")
    refuseSecret("github_token", inputs.github_token, inputs.phase);
  else needSecret("github_token", inputs.github_token, inputs.phase);
  if (inputs.phase === "gate")
    return (await import("../agents/gate.ts")).runGate(
      "code",
      job,
      facts,
      await connect(job, facts, inputs.github_token),
      {
        model: inputs.model,
        maxUsd: inputs.max_usd,
      },
    );
  const order = parseWorkOrder(inputs.work_order);
  switch (inputs.phase) {
    case "fetch":
      return (await import("../agents/fetch.ts")).runFetch(job, facts, order, inputs.github_token);
    case "agent": {
      const { sayingWhy } = await import("../agents/unfit.ts");
      return sayingWhy(job, facts, order, async () => {
        needKeyFor(order.models, inputs);
        const { runCodeAgent } = await import("../agents/code/agent.ts");
        await runCodeAgent(job, facts, order, {
          keys: keysOf(inputs),
          baseUrl: inputs.base_url,
          sandbox: inputs.sandbox,
        });
      });
    }
    case "verify":
      return (await import("../agents/code/verify.ts")).runVerify(job, facts, order, inputs.sandbox);
    case "apply":
      return (await import("../agents/code/apply.ts")).runCodeApply(
        job,
        facts,
        await connect(job, facts, inputs.github_token),
        order,
        {
          token: inputs.github_token,
          evidence: inputs.evidence,
        },
      );
  }
}
