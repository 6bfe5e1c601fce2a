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
  /** Of an earlier attempt. */
  kept?: boolean;
}

export interface RunState {
  readonly attempt: number;
  get(key: string): RememberedJob | undefined;
  set(key: string, job: RememberedJob): void;
  keys(): string[];
  /** Forgets what is kept of a job of an earlier attempt, with its matrix and the jobs that it calls. */
  forget(key: string): void;
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
    forget(key) {
      for (const [other, { kept }] of jobs)
        if (kept && (other === key || other.startsWith(`${key}/`) || other.startsWith(`${key}[`)))
          jobs.delete(other);
      save();
    },
  };
}

interface StoredState {
  attempt: number;
  jobs: { [key: string]: RememberedJob };
}

/** The jobs of an earlier attempt that are not run again unless one that they need is: all successes, or all but one job. */
export function keptJobs(
  workDir: string,
  runId: number,
  jobId: number | undefined,
): { [key: string]: RememberedJob } {
  const remembered = Object.entries(readState(`${workDir}/runs/${runId}.json`)?.jobs ?? {});
  const kept = remembered.filter(([, job]) =>
    jobId === undefined ? job.result === "success" : job.result && job.jobId !== jobId,
  );
  return Object.fromEntries(kept.map(([key, job]) => [key, { ...job, kept: true }]));
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
