/** Executes one job: set up, steps, post steps, outputs, clean up. */
import { rm } from "node:fs/promises";
import { evaluateScalar } from "../language/evaluate-token.ts";
import { evaluateCondition } from "../language/expression.ts";
import { entries } from "../language/tokens.ts";
import type { StepSpec } from "../language/workflow-file.ts";
import { createCancellation } from "../run/cancellation.ts";
import { stepScope } from "./contexts.ts";
import type { Frame, JobHost, JobOrder, JobOutcome, JobState, StepResult } from "./model.ts";
import { openJob } from "./open-job.ts";
import { killGroup } from "./process.ts";
import { setUpJob } from "./set-up-job.ts";
import { performStep, stepName } from "./step.ts";
import { createStepRecords, type StepRecords } from "./step-records.ts";

/** GitHub ends everything five minutes after a cancel request (docs: workflow-cancellation). */
const CANCEL_LIMIT_MS = 5 * 60_000;

/** Never throws; the job's record is completed when it resolves. Its token is dead and its processes are gone. */
export async function executeJob(host: JobHost, order: JobOrder): Promise<JobOutcome> {
  const state = await openJob(host, order);
  const { record } = order;
  const records = createStepRecords(host.clock, (steps) => void host.forge.updateJob(record.id, { steps }));
  host.forge.updateJob(record.id, { status: "in_progress", startedAt: host.clock.now().toISOString() });
  const stopTimers = startTimers(state);
  let outputs: { [name: string]: string } = {};
  try {
    outputs = await perform(state, records);
  } catch (error) {
    state.status = "failure";
    state.log.annotate({
      level: "failure",
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
  stopTimers();
  await closeJob(state);
  const conclusion = order.cancellation.requested ? "cancelled" : state.status;
  order.onOutcome({ conclusion, outputs });
  host.forge.updateJob(record.id, {
    status: "completed",
    conclusion,
    completedAt: host.clock.now().toISOString(),
    annotations: state.log.annotations,
    summary: state.summary,
  });
  return { conclusion, outputs };
}

/** The job's time limit, and the hard end of a cancelled job. */
function startTimers(state: JobState): () => void {
  const { order, host, log } = state;
  const { timeoutMinutes, cancellation } = order;
  const stopLimit = host.clock.after(timeoutMinutes * 60_000, () => {
    log.annotate({
      level: "failure",
      message: `The job has exceeded the maximum execution time of ${formatMinutes(timeoutMinutes)}`,
    });
    cancellation.cancel("timeout");
  });
  let stopHard = () => {};
  const unlisten = cancellation.listen(() => {
    if (cancellation.forced) return;
    stopHard = host.clock.after(CANCEL_LIMIT_MS, () => cancellation.cancel(cancellation.reason, true));
  });
  return () => {
    stopLimit();
    unlisten();
    stopHard();
  };
}

function formatMinutes(minutes: number): string {
  const whole = Math.floor(minutes);
  return `${Math.floor(whole / 60)}h${whole % 60}m${Math.round((minutes - whole) * 60)}s`;
}

async function perform(state: JobState, records: StepRecords): Promise<{ [name: string]: string }> {
  const { order } = state;
  const frame = jobFrame(state);
  const setUp = records.add("Set up job");
  const steps = order.spec.steps.map((spec) => ({
    spec,
    number: records.add(shownName(state, frame, spec)),
  }));
  const ready = await recorded(state, records, setUp, () => setUpJob(state, frame));
  for (const { spec, number } of steps) {
    if (ready !== "success") records.complete(number, "skipped");
    else if (order.cancellation.forced) records.complete(number, "cancelled");
    else
      await recorded(
        state,
        records,
        number,
        () => performStep(state, frame, spec, order.cancellation),
        shownName(state, frame, spec),
      );
    if (frame.status !== "success") state.status = frame.status;
  }
  await performPosts(state, frame, records);
  const complete = records.add("Complete job");
  let outputs: { [name: string]: string } = {};
  await recorded(state, records, complete, async () => {
    outputs = collectOutputs(state, frame);
    return "success";
  });
  return outputs;
}

function shownName(state: JobState, frame: Frame, spec: StepSpec): string {
  return state.masks.apply(stepName(spec, stepScope(state, frame)));
}

/** Where the steps of a job stand before the first of them. */
export function jobFrame(state: JobState): Frame {
  const { contexts, workflow } = state.order;
  const inputs = contexts.inputs;
  return {
    steps: {},
    inputs: inputs && typeof inputs === "object" && !Array.isArray(inputs) ? inputs : {},
    env: {},
    status: "success",
    depth: 0,
    action: undefined,
    origin: { repository: workflow.repository, sha: workflow.sha },
  };
}

async function recorded(
  state: JobState,
  records: StepRecords,
  number: number,
  body: () => Promise<StepResult>,
  name?: string,
): Promise<StepResult> {
  const ids = { runId: state.order.run.id, jobId: state.order.record.id, number };
  state.log.flush();
  state.log.startStep();
  records.start(number, name);
  state.host.progress({ kind: "step_started", ...ids, name: records.nameOf(number) });
  const conclusion = await body();
  records.complete(number, conclusion);
  state.host.progress({ kind: "step_completed", ...ids, name: records.nameOf(number), conclusion });
  return conclusion;
}

/** In reverse order; they run after a cancel too. */
async function performPosts(state: JobState, frame: Frame, records: StepRecords): Promise<void> {
  for (const post of state.posts.toReversed()) {
    if (state.order.cancellation.forced || !evaluateCondition(post.if, stepScope(state, frame))) continue;
    const stop = createCancellation();
    const unlisten = state.order.cancellation.listen(() => {
      if (state.order.cancellation.forced) stop.cancel("forced", true);
    });
    const result = await recorded(state, records, records.add(post.name), () => post.perform(stop));
    unlisten();
    if (result === "failure") state.status = "failure";
  }
}

/** `outputs:` of the job; a value with a secret in it never leaves the job. */
function collectOutputs(state: JobState, frame: Frame): { [name: string]: string } {
  const outputs: { [name: string]: string } = {};
  for (const { key, value } of entries(state.order.spec.outputs)) {
    const text = evaluateScalar(value, stepScope(state, frame));
    if (state.masks.reveals(text))
      state.log.annotate({ level: "warning", message: `Skip output '${key}' since it may contain secret.` });
    else if (text !== "") outputs[key] = text;
  }
  return outputs;
}

async function closeJob(state: JobState): Promise<void> {
  state.log.flush();
  for (const pid of state.groups) {
    killGroup(pid);
    state.host.groups.delete(pid);
  }
  state.host.forge.expireToken(state.token);
  await rm(state.directories.root, { recursive: true, force: true });
}
