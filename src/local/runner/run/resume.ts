/** After a kill: what the old process had in its hands is lost, what it had finished counts. */
import type { Clock, ForgeForRunner, RunRecord } from "../../contract.ts";
import type { RunState } from "./run-state.ts";

const LOST = "The runner lost communication with the server";

/** Completes the records of jobs that were executing: with their remembered outcome, else as failed. Queued ones stay to be planned again. */
export function closeInterruptedJobs(
  forge: ForgeForRunner,
  clock: Clock,
  state: RunState,
  run: RunRecord,
): void {
  const completedAt = clock.now().toISOString();
  const byJob = new Map(state.keys().map((key) => [state.get(key)?.jobId, key]));
  for (const job of forge.jobs(run.id).filter(({ runAttempt }) => runAttempt === run.runAttempt)) {
    const key = byJob.get(job.id);
    const remembered = key === undefined ? undefined : state.get(key)?.result;
    if (job.status === "completed" || (job.status !== "in_progress" && !remembered)) continue;
    const lost = !remembered;
    if (lost && key !== undefined)
      state.set(key, { result: "failure", needsResult: "failure", outputs: {}, lost: true });
    forge.updateJob(job.id, {
      status: "completed",
      conclusion: remembered ?? "failure",
      completedAt,
      steps: job.steps.map((step) =>
        step.status === "completed"
          ? step
          : { ...step, status: "completed", conclusion: lost ? "cancelled" : "success", completedAt },
      ),
      ...(lost ? { annotations: [...job.annotations, { level: "failure", message: LOST }] } : {}),
    });
  }
}
