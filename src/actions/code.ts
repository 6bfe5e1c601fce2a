/** Entry point of actions/code. Wiring only. */
import { runCodeAgent } from "../agents/code/agent.ts";
import { runCodeApply } from "../agents/code/apply.ts";
import { runVerify } from "../agents/code/verify.ts";
import { runFetch } from "../agents/fetch.ts";
import { runGate } from "../agents/gate.ts";
import { type Job, runFacts } from "../agents/job.ts";
import { sayingWhy } from "../agents/unfit.ts";
import { parseWorkOrder } from "../domain/work-order.ts";
import { CodeInputs, needSecret, readInputs, refuseSecret } from "./inputs.ts";
import { connect } from "./io.ts";

export async function main(job: Job): Promise<void> {
  const inputs = readInputs(CodeInputs, job.env);
  const facts = runFacts(job.env);
  if (inputs.phase !== "agent") refuseSecret("anthropic_api_key", inputs.anthropic_api_key, inputs.phase);
  if (inputs.phase === "agent" || inputs.phase === "verify")
    refuseSecret("github_token", inputs.github_token, inputs.phase);
  else needSecret("github_token", inputs.github_token, inputs.phase);
  if (inputs.phase === "gate")
    return runGate("code", job, facts, await connect(job, facts, inputs.github_token), {
      model: inputs.model,
      maxUsd: inputs.max_usd,
    });
  const order = parseWorkOrder(inputs.work_order);
  switch (inputs.phase) {
    case "fetch":
      return runFetch(job, facts, order, inputs.github_token);
    case "agent":
      return sayingWhy(job, facts, order, async () => {
        needSecret("anthropic_api_key", inputs.anthropic_api_key, "agent");
        await runCodeAgent(job, facts, order, {
          apiKey: inputs.anthropic_api_key,
          baseUrl: inputs.base_url,
          sandbox: inputs.sandbox,
        });
      });
    case "verify":
      return runVerify(job, facts, order, inputs.sandbox);
    case "apply":
      return runCodeApply(job, facts, await connect(job, facts, inputs.github_token), order, {
        token: inputs.github_token,
        evidence: inputs.evidence,
      });
  }
}
