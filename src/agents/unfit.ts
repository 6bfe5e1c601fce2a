/** An agent job that could not start: what a person has to put right becomes an outcome, so that apply can say it. */
import { mkdir, writeFile } from "node:fs/promises";
import { NightshiftError } from "../domain/errors.ts";
import { Outcome } from "../domain/outcome.ts";
import type { WorkOrder } from "../domain/work-order.ts";
import { type Job, places, type RunFacts } from "./job.ts";

/** Runs `attempt`. A missing key, sandbox, toolchain or setting is left as a blocked outcome and thrown on: the job is red. */
export async function sayingWhy(
  job: Job,
  facts: RunFacts,
  order: WorkOrder,
  attempt: () => Promise<void>,
): Promise<void> {
  try {
    await attempt();
  } catch (error) {
    if (error instanceof NightshiftError && ["fix-config", "wrong-use"].includes(error.remedy))
      await leaveProblem(job, facts, order, error);
    throw error;
  }
}

async function leaveProblem(
  job: Job,
  facts: RunFacts,
  order: WorkOrder,
  error: NightshiftError,
): Promise<void> {
  const outcome = Outcome.parse({
    v: 1,
    order: order.id,
    mode: order.mode,
    status: "blocked",
    cause: error.code,
    message: error.message.slice(0, 4_000),
    summary: "",
    blockers: [],
    sandbox: "not opened",
    cost: {
      run: facts.runId,
      agent: order.mode === "review" ? "review" : "code",
      mode: order.mode,
      usd: 0,
      turns: 0,
      tokens: 0,
    },
    from: order.base.head,
    patch: false,
  });
  const { outcomeDirectory, outcome: file } = places(facts);
  await mkdir(outcomeDirectory, { recursive: true });
  await writeFile(file, JSON.stringify(outcome));
  job.setOutput("status", outcome.status);
}
