/** What a run remembers on disk so that it can go on after the process was killed, and so that a rerun keeps successes. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { StepResult } from "../job/model.ts";

/** One job instance of the plan by its key (`code/agent`, `build[1]`). `result` is absent until it has ended. */
export interface RememberedJob {
  jobId?: number;
  result?: StepResult;
  /** The result that other jobs see: success for a failure under `continue-on-error`. */
  needsResult?: StepResult;
  outputs?: { [name: string]: string };
  /** It was executing when the runner was killed, and its directory may still be there. */
  lost?: boolean;
}

export interface RunState {
  readonly attempt: number;
  get(key: string): RememberedJob | undefined;
  set(key: string, job: RememberedJob): void;
  keys(): string[];
}

/** Opens the state of a run's attempt; another attempt's state on disk is replaced by `initial`. Writes are small, synchronous and atomic. */
export function openRunState(
  workDir: string,
  runId: number,
  attempt: number,
  initial: { [key: string]: RememberedJob } = {},
): RunState {
  const directory = `${workDir}/runs`;
  const file = `${directory}/${runId}.json`;
  mkdirSync(directory, { recursive: true });
  const stored = readState(file);
  const jobs = new Map(Object.entries(stored?.attempt === attempt ? stored.jobs : initial));
  const save = () => {
    writeFileSync(`${file}.new`, JSON.stringify({ attempt, jobs: Object.fromEntries(jobs) }));
    renameSync(`${file}.new`, file);
  };
  return {
    attempt,
    get: (key) => jobs.get(key),
    set(key, job) {
      jobs.set(key, { ...jobs.get(key), ...job });
      save();
    },
    keys: () => [...jobs.keys()],
  };
}

interface StoredState {
  attempt: number;
  jobs: { [key: string]: RememberedJob };
}

/** The jobs of an earlier attempt that are not run again: all successes, or all but one job and what needs it. */
export function keptJobs(
  workDir: string,
  runId: number,
  rerun: { jobId?: number; jobs: readonly { id: string; needs: readonly string[] }[] },
): { [key: string]: RememberedJob } {
  const remembered = Object.entries(readState(`${workDir}/runs/${runId}.json`)?.jobs ?? {});
  if (rerun.jobId === undefined)
    return Object.fromEntries(remembered.filter(([, job]) => job.result === "success"));
  const key = remembered.find(([, job]) => job.jobId === rerun.jobId)?.[0];
  const again = key === undefined ? new Set<string>() : dependents(topLevel(key), rerun.jobs);
  return Object.fromEntries(
    remembered.filter(([other, job]) => other !== key && job.result && !again.has(topLevel(other))),
  );
}

/** The job of the entry file that a key belongs to: `code` of `code/agent` and of `code[1]`. */
function topLevel(key: string): string {
  return key.split(/[/[]/)[0] ?? key;
}

function dependents(id: string, jobs: readonly { id: string; needs: readonly string[] }[]): Set<string> {
  const found = new Set([id]);
  for (let size = 0; size !== found.size; ) {
    size = found.size;
    for (const job of jobs) if (job.needs.some((need) => found.has(need))) found.add(job.id);
  }
  return found;
}

function readState(file: string): StoredState | undefined {
  try {
    const stored: unknown = JSON.parse(readFileSync(file, "utf8"));
    return isStored(stored) ? stored : undefined;
  } catch {
    return undefined;
  }
}

function isStored(value: unknown): value is StoredState {
  return (
    typeof value === "object" &&
    value !== null &&
    "attempt" in value &&
    "jobs" in value &&
    typeof value.jobs === "object"
  );
}
