/** One attempt of a run from its concurrency group to its conclusion. */
import type { Conclusion, ForgeForRunner, RunRecord } from "../../contract.ts";
import type { JobHost } from "../job/model.ts";
import { type Cancellation, createCancellation } from "./cancellation.ts";
import type { ConcurrencyGroups } from "./concurrency.ts";
import { executeWorkflow } from "./execute-workflow.ts";
import { readGroup } from "./group-request.ts";
import { type JobProgress, joinResults, type RunWork, type WorkflowScope } from "./plan.ts";
import type { PreparedRun } from "./prepare-run.ts";
import type { RunState } from "./run-state.ts";
import type { Slots } from "./slots.ts";

export interface RunHost {
  job: JobHost;
  forge: ForgeForRunner;
  groups: ConcurrencyGroups;
  slots: Slots;
  stopping: () => boolean;
  progress: (event: JobProgress) => void;
}

/** A run that executes. */
export interface ActiveRun {
  readonly runId: number;
  readonly cancellation: Cancellation;
  readonly started: boolean;
  readonly ended: Promise<Conclusion>;
}

/** Starts at once; the run's record is completed and announced when `ended` resolves. Never rejects. */
export function executeRun(host: RunHost, run: RunRecord, prepared: PreparedRun, state: RunState): ActiveRun {
  const cancellation = createCancellation();
  const progress = { started: run.status === "in_progress" };
  const work: RunWork = {
    host: host.job,
    forge: host.forge,
    groups: host.groups,
    slots: host.slots,
    run,
    state,
    github: prepared.github,
    vars: prepared.vars,
    cancellation,
    progress: host.progress,
    halted: () => host.stopping() && !progress.started,
    onJobStart() {
      if (progress.started) return;
      progress.started = true;
      host.forge.updateRun(run.id, { status: "in_progress" });
      host.forge.emitWorkflowRun(run.id, "in_progress");
    },
    onJobWait() {
      if (!progress.started) host.forge.updateRun(run.id, { status: "pending" });
    },
  };
  const ended = perform(host, work, prepared).then((conclusion) => {
    host.forge.updateRun(run.id, { status: "completed", conclusion });
    host.forge.emitWorkflowRun(run.id, "completed");
    return conclusion;
  });
  return {
    runId: run.id,
    cancellation,
    ended,
    get started() {
      return progress.started;
    },
  };
}

async function perform(host: RunHost, work: RunWork, prepared: PreparedRun): Promise<Conclusion> {
  const { tree, inputs, secrets } = prepared;
  const { cancellation, run } = work;
  const scope: WorkflowScope = { tree, inputs, secrets, namePrefix: "", keyPrefix: "", cancellation };
  let release: (() => void) | undefined = () => {};
  try {
    const group = readGroup(tree.file.concurrency, run.repository, {
      contexts: { github: work.github, vars: work.vars, inputs },
    });
    if (group) release = await host.groups.acquire(group, cancellation, work.onJobWait);
    if (!release) return "cancelled";
    const results = await executeWorkflow(work, scope);
    return cancellation.requested
      ? "cancelled"
      : joinResults([...results.values()].map(({ result }) => result));
  } catch (error) {
    host.job.log(
      `Run ${run.id} of ${run.repository} (${run.path}) failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    return "failure";
  } finally {
    release?.();
  }
}
