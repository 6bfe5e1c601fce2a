/** What a gate tells the jobs behind it. */
import type { WorkOrder } from "../domain/work-order.ts";
import type { Job } from "./job.ts";

export async function openGate(
  job: Job,
  order: WorkOrder,
  decision: { rung: string; why: string },
): Promise<void> {
  job.setOutput("work", "true");
  job.setOutput("agent", String(order.needs.agent));
  job.setOutput("verify", String(order.needs.verify));
  job.setOutput("work_order", JSON.stringify(order));
  job.setOutput("earlier_run", String(order.resume?.run ?? ""));
  job.setOutput("earlier_artifact", String(order.resume?.artifact ?? ""));
  job.log(`${decision.rung}: ${decision.why}`);
  await job.summarise(`**${decision.rung}** ${decision.why}`);
}

export async function closeGate(job: Job, rung: string, why: string): Promise<void> {
  job.setOutput("work", "false");
  job.setOutput("agent", "false");
  job.setOutput("verify", "false");
  job.setOutput("work_order", "");
  job.setOutput("earlier_run", "");
  job.setOutput("earlier_artifact", "");
  job.log(`nothing to do (${rung}): ${why}`);
  await job.summarise(`Nothing to do. **${rung}** ${why}`);
}
