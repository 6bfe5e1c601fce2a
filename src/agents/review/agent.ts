/** Phase `agent` of the review agent. */
import type { WorkOrder } from "../../domain/work-order.ts";
import { leaveOutcome, type ModelInputs, prepareBench } from "../agent-phase.ts";
import { readContext } from "../context.ts";
import { type Job, places, type RunFacts } from "../job.ts";
import { readerFor } from "./reader.ts";
import { reviewChange } from "./review-change.ts";

export async function runReviewAgent(
  job: Job,
  facts: RunFacts,
  order: WorkOrder,
  inputs: ModelInputs,
): Promise<void> {
  const context = await readContext(places(facts).context, order.id);
  const bench = await prepareBench(job, facts, order, context, await readerFor(order, "review"), inputs);
  try {
    await leaveOutcome(bench, await reviewChange(bench), Buffer.alloc(0));
  } finally {
    await bench.close();
  }
}
