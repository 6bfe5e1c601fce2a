/** Entry point of actions/review. Wiring only. */
import type { Job } from "../agents/job.ts";
import { ReviewInputs, rawInputs, readInputs } from "./inputs.ts";
import { runShared } from "./phases.ts";

export async function main(job: Job): Promise<void> {
  const inputs = readInputs(ReviewInputs, job.env);
  const given = rawInputs(ReviewInputs, job.env);
  const rest = await runShared({
    ...{ agent: "review", job, inputs, given },
    work: async (...task) => (await import("../agents/review/agent.ts")).runReviewAgent(...task),
  });
  if (rest === undefined) return;
  const { facts, order, github } = rest;
  const { runReviewApply } = await import("../agents/review/apply.ts");
  await runReviewApply(job, facts, await github(), order, inputs.github_token);
}
