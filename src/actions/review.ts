/** Entry point of actions/review. Wiring only; a phase loads what it runs and nothing else. */
import { type Job, runFacts } from "../agents/job.ts";
import { parseWorkOrder } from "../domain/work-order.ts";
import {
  keysOf,
  needKeyFor,
  needSecret,
  ReviewInputs,
  rawInputs,
  readInputs,
  refuseKeys,
  refuseSecret,
} from "./inputs.ts";
import { connect } from "./io.ts";

export async function main(job: Job): Promise<void> {
  const inputs = readInputs(ReviewInputs, job.env);
  const facts = runFacts(job.env);
  if (inputs.phase === "all") {
    needSecret("github_token", inputs.github_token, "all");
    const { runAll } = await import("./all.ts");
    return runAll({
      agent: "review",
      job,
      github: await connect(job, facts, inputs.github_token),
      inputs: rawInputs(ReviewInputs, job.env),
      accepted: inputs.unsafe_single_job,
    });
  }
  if (inputs.phase === "agent") refuseSecret("github_token", inputs.github_token, "agent");
  else {
    refuseKeys(inputs, inputs.phase);
    needSecret("github_token", inputs.github_token, inputs.phase);
  }
  if (inputs.phase === "gate")
    return (await import("../agents/gate.ts")).runGate(
      "review",
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
        const { runReviewAgent } = await import("../agents/review/agent.ts");
        await runReviewAgent(job, facts, order, {
          keys: keysOf(inputs),
          baseUrl: inputs.base_url,
          sandbox: inputs.sandbox,
        });
      });
    }
    case "apply":
      return (await import("../agents/review/apply.ts")).runReviewApply(
        job,
        facts,
        await connect(job, facts, inputs.github_token),
        order,
        inputs.github_token,
      );
  }
}
