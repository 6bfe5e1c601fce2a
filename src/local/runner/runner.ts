/** The local workflow runner: turns the forge's events into runs and executes them. Imported lazily, it brings GitHub's parser with it. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Clock, ForgeForRunner, RunRecord, TriggerEvent } from "../contract.ts";
import { BUILT_IN_ACTIONS } from "./actions/built-in.ts";
import { openEventInbox } from "./event-inbox.ts";
import type { JobHost } from "./job/model.ts";
import { systemSpawn } from "./job/process.ts";
import { type FileError, parseWorkflowFile } from "./language/workflow-file.ts";
import type { Runner, RunnerOptions } from "./options.ts";
import { openProcessGroups } from "./process-groups.ts";
import { createConcurrencyGroups } from "./run/concurrency.ts";
import { type ActiveRun, executeRun, type RunHost } from "./run/execute-run.ts";
import { prepareRun } from "./run/prepare-run.ts";
import { closeInterruptedJobs } from "./run/resume.ts";
import { keptJobs, openRunState, type RememberedJob } from "./run/run-state.ts";
import { createSlots } from "./run/slots.ts";
import { createWorkflowSource, type SourcedWorkflow } from "./run/source.ts";
import { createScheduler } from "./schedule.ts";
import { startsWorkflow } from "./trigger/match.ts";
import { defaultTitle } from "./trigger/titles.ts";

/** docs: message of a runner that is shut down while it works. */
const SHUTDOWN =
  "The runner has received a shutdown signal. This can happen when the runner service is stopped, or a manually started runner is canceled.";

export const systemClock: Clock = {
  now: () => new Date(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Starts listening at once, and goes on with the runs that an earlier process left unfinished. */
export function startRunner(options: RunnerOptions): Runner {
  const { forge } = options;
  const workDir = resolve(options.workDir);
  const clock = options.clock ?? systemClock;
  const log = options.log ?? (() => {});
  const progress = options.onProgress ?? (() => {});
  const source = createWorkflowSource(
    forge,
    `${workDir}/actions`,
    options.overlay ?? (() => undefined),
    options.isEnabled,
  );
  const groups = openProcessGroups(workDir);
  const active = new Map<number, ActiveRun>();
  let stopping = false;
  let pendingWork = 0;
  let idleWaiters: (() => void)[] = [];

  mkdirSync(`${workDir}/runs`, { recursive: true });
  const job: JobHost = {
    forge,
    source,
    workDir,
    clock,
    groups,
    progress,
    log,
    spawn: options.spawn ?? systemSpawn,
    toolCache: options.toolCache ?? `${workDir}/tools`,
    builtInActions: new Map([...BUILT_IN_ACTIONS, ...(options.builtInActions ?? [])]),
    isTrusted: options.isTrusted ?? (() => true),
    ...(options.runEntry ? { runEntry: options.runEntry } : {}),
    ...(options.wrapForeignRun ? { wrapForeignRun: options.wrapForeignRun } : {}),
  };
  const host: RunHost = {
    job,
    forge,
    progress,
    groups: createConcurrencyGroups(),
    slots: createSlots(options.maxConcurrentJobs ?? 2),
    stopping: () => stopping,
  };
  const reportError = (error: unknown) =>
    log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const scheduler = createScheduler(forge, source, clock, reportError);

  /** Events and requests are taken one after the other, so that runs queue in the order in which things happened. */
  let chain: Promise<void> = Promise.resolve();
  function enqueue(task: () => Promise<void>): void {
    pendingWork += 1;
    chain = chain.then(task).catch(reportError).finally(settle);
  }
  function settle(): void {
    pendingWork -= 1;
    if (pendingWork > 0) return;
    const waiters = idleWaiters;
    idleWaiters = [];
    for (const waiter of waiters) waiter();
  }

  async function takeEvent(event: TriggerEvent): Promise<void> {
    const defaultRef = `refs/heads/${forge.defaultBranch(event.repository)}`;
    if (event.name === "push" && event.ref === defaultRef && options.schedules !== false)
      await scheduler.refresh();
    const isDeletion = /^0+$/.test(event.sha);
    if (event.starts === "nothing" || isDeletion || stopping) return;
    const workflows = await source.workflows(event.repository, event.sha, event.ref);
    const known = forge.runs(event.repository).filter(({ trigger }) => trigger.id === event.id);
    for (const workflow of workflows) {
      const isNew = !known.some(({ path }) => path === workflow.path);
      if (isNew && isStarted(workflow, event)) await createRun(workflow, event);
    }
  }

  async function createRun(workflow: SourcedWorkflow, event: TriggerEvent): Promise<void> {
    const waits = event.starts === "runs_needing_approval";
    const run = forge.createRun({
      repository: event.repository,
      path: workflow.path,
      name: workflow.parsed.name,
      displayTitle: defaultTitle(workflow.parsed.name, event),
      event: event.name,
      headBranch: event.headRef ?? event.ref.replace(/^refs\/(heads|tags)\//, ""),
      headSha: event.headSha ?? event.sha,
      actor: event.actor,
      triggeringActor: event.actor,
      trigger: event,
      status: waits ? "completed" : "queued",
      conclusion: waits ? "action_required" : null,
    });
    if (!waits) await begin(run, workflow, {}, true);
  }

  /** Prepares a run and lets it execute; a run that cannot start ends as a startup failure. */
  async function begin(
    run: RunRecord,
    workflow: SourcedWorkflow,
    kept: { [key: string]: RememberedJob },
    announced: boolean,
  ): Promise<void> {
    const prepared = await prepareRun(forge, source, workflow, run).catch((error: unknown) => ({
      problems: [
        { file: run.path, line: 1, message: error instanceof Error ? error.message : String(error) },
      ],
    }));
    const names = { runId: run.id, repository: run.repository, path: run.path };
    if ("problems" in prepared) {
      writeFileSync(problemFile(run.id), JSON.stringify(prepared.problems));
      forge.updateRun(run.id, { status: "completed", conclusion: "startup_failure" });
      progress({ kind: "run_refused", ...names, problems: prepared.problems });
      for (const { file, line, message } of prepared.problems)
        log(`${run.repository} run ${run.id}: ${file} (Line: ${line}): ${message}`);
      if (announced) forge.emitWorkflowRun(run.id, "requested");
      forge.emitWorkflowRun(run.id, "completed");
      return;
    }
    const current = forge.updateRun(run.id, { displayTitle: prepared.title });
    if (announced) forge.emitWorkflowRun(run.id, "requested");
    progress({ kind: "run_started", ...names, title: prepared.title });
    const execution = executeRun(
      host,
      current,
      prepared,
      openRunState(workDir, run.id, run.runAttempt, kept),
    );
    active.set(run.id, execution);
    pendingWork += 1;
    void execution.ended.then((conclusion) => {
      active.delete(run.id);
      progress({ kind: "run_completed", ...names, conclusion });
      settle();
    });
  }

  async function workflowOf({ repository, path, trigger, name }: RunRecord): Promise<SourcedWorkflow> {
    const { sha, ref } = trigger;
    const errors = [{ file: path, line: 1, message: `The workflow file is not in ${repository} at ${sha}` }];
    const found = await source.workflow(repository, sha, ref, path);
    return found ?? { repository, path, sha, ref, parsed: { errors, name, events: {} } };
  }

  async function takeRequest(request: RunRequest): Promise<void> {
    const run = forge.run(request.runId);
    const execution = active.get(request.runId);
    if (!run || stopping) return;
    if (request.kind === "cancel" || request.kind === "force-cancel") {
      execution?.cancellation.cancel(
        `The run was canceled by @${request.actor.login}.`,
        request.kind === "force-cancel",
      );
    } else if (!execution && run.status === "completed") await startAgain(run, request);
  }

  /** An approval, and the first rerun of a run that waits for one, start it; every other rerun is a new attempt. */
  async function startAgain(run: RunRecord, request: RunRequest): Promise<void> {
    const waiting = run.conclusion === "action_required";
    if (waiting && request.actor.type === "Bot") return;
    if (request.kind === "approve" && !waiting) return;
    const workflow = await workflowOf(run);
    const partial = request.kind === "rerun-failed-jobs" || request.jobId !== undefined;
    const kept = partial ? keptJobs(workDir, run.id, request.jobId) : {};
    const again = forge.updateRun(run.id, {
      status: "queued",
      conclusion: null,
      runAttempt: waiting ? run.runAttempt : run.runAttempt + 1,
      runStartedAt: clock.now().toISOString(),
      ...(request.kind === "approve" ? {} : { triggeringActor: request.actor }),
    });
    await begin(again, workflow, kept, true);
  }

  async function resumeRuns(): Promise<void> {
    const unfinished = forge
      .runs()
      .filter(({ status }) => status !== "completed")
      .sort((a, b) => a.id - b.id);
    for (const run of unfinished) {
      closeInterruptedJobs(forge, clock, openRunState(workDir, run.id, run.runAttempt), run);
      await begin(run, await workflowOf(run), {}, false);
    }
  }

  function problemFile(runId: number): string {
    return `${workDir}/runs/${runId}.problems.json`;
  }

  const inbox = openEventInbox(workDir);
  const receive = (event: TriggerEvent) =>
    enqueue(async () => {
      await takeEvent(event);
      if (!stopping) inbox.done(event);
    });

  groups.killLeftOver();
  enqueue(resumeRuns);
  for (const event of inbox.leftOver()) receive(event);
  const unsubscribe = [
    forge.onEvent((event) => {
      inbox.put(event);
      receive(event);
    }),
    forge.onRunRequest((request) => enqueue(() => takeRequest(request))),
  ];
  if (options.schedules !== false) enqueue(() => scheduler.refresh());
  void parseWorkflowFile("warm-up.yml", WARM_UP).catch(reportError);

  return {
    async idle() {
      do {
        if (pendingWork > 0) await new Promise<void>((resolve) => idleWaiters.push(resolve));
        // The forge delivers on a later turn of the loop what it was told in this one.
        for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      } while (pendingWork > 0);
    },
    async stop() {
      stopping = true;
      for (const leave of unsubscribe) leave();
      scheduler.stop();
      await chain;
      const started = [...active.values()].filter((run) => run.started);
      for (const run of started) run.cancellation.cancel(SHUTDOWN);
      await Promise.all(started.map(({ ended }) => ended));
    },
    dispatchDue: () => scheduler.dispatchDue(),
    problems: (runId) => readProblems(problemFile(runId)),
  };
}

type RunRequest = Parameters<Parameters<ForgeForRunner["onRunRequest"]>[0]>[0];

/** The first parse costs a quarter of a second; this one is not waited for. */
const WARM_UP =
  "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo warm\n        if: github.sha\n";

/** A file whose triggers cannot be read shows itself on pushes, as on GitHub. */
function isStarted({ parsed, path }: SourcedWorkflow, event: TriggerEvent): boolean {
  if (Object.keys(parsed.events).length === 0) return event.name === "push";
  return startsWorkflow(parsed.events, path, event);
}

function readProblems(file: string): FileError[] {
  try {
    const problems: unknown = JSON.parse(readFileSync(file, "utf8"));
    return Array.isArray(problems) ? problems.filter(isFileError) : [];
  } catch {
    return [];
  }
}

function isFileError(value: unknown): value is FileError {
  return (
    typeof value === "object" && value !== null && "file" in value && "line" in value && "message" in value
  );
}
