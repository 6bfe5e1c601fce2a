/** One job that has steps: its record, its group, its turn, its execution. */
import type { JobRecord, JsonObject } from "../../contract.ts";
import { executeJob } from "../job/execute-job.ts";
import { saveRemains } from "../job/lost-job.ts";
import type { JobOrder, StepResult } from "../job/model.ts";
import { evaluateBoolean, evaluateNumber } from "../language/evaluate-token.ts";
import { evaluateCondition } from "../language/expression.ts";
import { type Cancellation, createCancellation } from "./cancellation.ts";
import type { Instance, InstanceResult } from "./execute-workflow.ts";
import { readGroup } from "./group-request.ts";
import { jobScope, type RunWork } from "./plan.ts";

/** GitHub's default for `timeout-minutes`. */
const DEFAULT_TIMEOUT_MINUTES = 360;

/** Waits for the concurrency group and a free slot, then executes. What ended before a restart is not run again. */
export async function runInstance(work: RunWork, one: Instance): Promise<InstanceResult> {
  const remembered = rememberedResult(work, one);
  if (remembered) {
    await saveLost(work, one);
    return remembered;
  }
  const scope = jobScope(work, one.scope, one.needs, one.contexts);
  const cancellation = linkCancellation(work, one);
  const record = openRecord(work, one);
  const releases: (() => void)[] = [];
  try {
    const group = readGroup(one.spec.concurrency, work.run.repository, scope);
    const groupRelease = group
      ? await work.groups.acquire(group, cancellation, () => waits(work, record))
      : () => {};
    if (groupRelease) releases.push(groupRelease);
    const slot = groupRelease && (await work.slots.take(cancellation));
    if (slot) releases.push(slot);
    if (slot && work.halted()) return await abandon(releases);
    if (!slot || cancellation.requested)
      return endUnstarted(work, one, record, "cancelled", cancellation.reason);
    work.onJobStart();
    work.progress({ kind: "job_started", runId: work.run.id, jobId: record.id, name: one.name });
    return await execute(work, one, record, cancellation);
  } catch (error) {
    return endUnstarted(work, one, record, "failure", error instanceof Error ? error.message : String(error));
  } finally {
    for (const release of releases.toReversed()) release();
  }
}

async function execute(
  work: RunWork,
  one: Instance,
  record: JobRecord,
  cancellation: Cancellation,
): Promise<InstanceResult> {
  const { spec, scope } = one;
  const expressions = jobScope(work, scope, one.needs, one.contexts);
  const mayFail = evaluateBoolean(spec.continueOnError, expressions);
  const seen = (conclusion: StepResult): StepResult =>
    conclusion === "failure" && mayFail ? "success" : conclusion;
  const order: JobOrder = {
    ...orderOf(work, one, record, cancellation),
    timeoutMinutes: evaluateNumber(spec.timeoutMinutes, expressions) ?? DEFAULT_TIMEOUT_MINUTES,
    onOutcome: ({ conclusion, outputs }) =>
      work.state.set(one.key, { result: conclusion, needsResult: seen(conclusion), outputs }),
  };
  const { conclusion, outputs } = await executeJob(work.host, order);
  work.progress({ kind: "job_completed", runId: work.run.id, jobId: record.id, name: one.name, conclusion });
  return { result: seen(conclusion), outputs, again: true };
}

function orderOf(work: RunWork, one: Instance, record: JobRecord, cancellation: Cancellation): JobOrder {
  const { spec, scope } = one;
  return {
    run: work.run,
    record,
    spec,
    workflow: { ...scope.tree },
    contexts: one.contexts,
    secrets: scope.secrets,
    permissions: scope.tree.granted.get(spec.id) ?? {},
    timeoutMinutes: DEFAULT_TIMEOUT_MINUTES,
    cancellation,
    onOutcome: () => undefined,
  };
}

/** Saves what a job left that was executing when an earlier process was killed. */
async function saveLost(work: RunWork, one: Instance): Promise<void> {
  const { jobId, lost } = work.state.get(one.key) ?? {};
  if (!lost) return;
  const record = work.forge.jobs(work.run.id).find(({ id }) => id === jobId);
  if (record) await saveRemains(work.host, orderOf(work, one, record, createCancellation()));
  work.state.set(one.key, { lost: false });
}

/** A runner that stops starts nothing more; the job stays queued for the next one. */
function abandon(releases: (() => void)[]): Promise<never> {
  for (const release of releases.splice(0)) release();
  return new Promise(() => undefined);
}

/** Creates the record of a job that never runs: skipped, cancelled before its turn, or failed while planning. */
export function recordEnded(
  work: RunWork,
  one: Instance,
  result: StepResult,
  messages: string[],
): InstanceResult {
  const remembered = rememberedResult(work, one);
  if (remembered) return remembered;
  return endUnstarted(work, one, openRecord(work, one), result, messages.join("\n"));
}

function endUnstarted(
  work: RunWork,
  one: Instance,
  record: JobRecord,
  result: StepResult,
  message: string,
): InstanceResult {
  const now = work.host.clock.now().toISOString();
  work.state.set(one.key, { jobId: record.id, result, needsResult: result, outputs: {} });
  const annotations: JobRecord["annotations"] = message === "" ? [] : [{ level: "failure", message }];
  work.forge.updateJob(record.id, {
    status: "completed",
    conclusion: result,
    startedAt: now,
    completedAt: now,
    annotations,
  });
  work.progress({
    kind: "job_completed",
    runId: work.run.id,
    jobId: record.id,
    name: one.name,
    conclusion: result,
  });
  return { result, outputs: {}, again: result !== "skipped" };
}

/** The record of an earlier process is used again when the job had not started. */
function openRecord(work: RunWork, one: Instance): JobRecord {
  const known = work.state.get(one.key)?.jobId;
  const existing =
    known === undefined ? undefined : work.forge.jobs(work.run.id).find(({ id }) => id === known);
  if (existing && existing.status !== "completed" && existing.runAttempt === work.run.runAttempt)
    return existing;
  const { id: runId, runAttempt, repository, headSha } = work.run;
  const record = work.forge.createJob({
    runId,
    runAttempt,
    repository,
    name: one.name,
    headSha,
    status: "queued",
  });
  work.state.set(one.key, { jobId: record.id });
  return record;
}

function rememberedResult(work: RunWork, one: Instance): InstanceResult | undefined {
  const job = work.state.get(one.key);
  if (job?.result === undefined) return undefined;
  const again = !job.kept && job.result !== "skipped";
  return { result: job.needsResult ?? job.result, outputs: job.outputs ?? {}, again };
}

function waits(work: RunWork, record: JobRecord): void {
  work.forge.updateJob(record.id, { status: "pending" });
  work.onJobWait();
}

/** docs: workflow-cancellation — a job whose `if` still holds once the run is cancelled goes on. */
function linkCancellation(work: RunWork, one: Instance): Cancellation {
  const cancellation = createCancellation();
  const { scope, spec } = one;
  one.own.listen(() => cancellation.cancel(one.own.reason, one.own.forced));
  scope.cancellation.listen(() => {
    const { forced, reason } = scope.cancellation;
    if (forced || !holds(spec.if, work, one)) cancellation.cancel(reason, forced);
  });
  return cancellation;
}

function holds(condition: string, work: RunWork, one: Instance): boolean {
  const contexts: JsonObject = one.contexts;
  try {
    return evaluateCondition(condition, jobScope(work, one.scope, one.needs, contexts));
  } catch {
    return false;
  }
}
