/** What the runner is started with, and what it tells while it works. */
import type { Clock, Conclusion, ForgeForRunner } from "../contract.ts";
import type { BuiltInAction } from "./actions/built-in.ts";
import type { EntryCall, StepProgress } from "./job/model.ts";
import type { Command, Spawn } from "./job/process.ts";
import type { FileError } from "./language/workflow-file.ts";
import type { JobProgress } from "./run/plan.ts";
import type { IsEnabled, Overlay } from "./run/source.ts";

/** What happens, as it happens. */
export type RunnerProgress =
  | { kind: "run_started"; runId: number; repository: string; path: string; title: string }
  | { kind: "run_refused"; runId: number; repository: string; path: string; problems: FileError[] }
  | { kind: "run_completed"; runId: number; repository: string; path: string; conclusion: Conclusion }
  | JobProgress
  | StepProgress;

export interface RunnerOptions {
  forge: ForgeForRunner;
  /** Jobs, caches and the state for a restart live here. */
  workDir: string;
  clock?: Clock;
  spawn?: Spawn;
  /** Performs the product's own entry point in this process instead of starting Node. */
  runEntry?: (call: EntryCall) => Promise<number>;
  /** Added to, or in place of, the stand-ins for public actions; by `owner/repo[/path]`, lower case. */
  builtInActions?: ReadonlyMap<string, BuiltInAction>;
  /** Workflow files laid over a repository's tree as if its default branch had them. */
  overlay?: Overlay;
  /** Workflow files of a repository for which it says no count as disabled: nothing starts them. */
  isEnabled?: IsEnabled;
  /** Whether `schedule` entries fire; default true. */
  schedules?: boolean;
  /** Jobs at the same time; default 2. */
  maxConcurrentJobs?: number;
  toolCache?: string;
  log?: (line: string) => void;
  onProgress?: (event: RunnerProgress) => void;
  /** Changes the command line of `run:` steps for which `isTrusted` says no. */
  wrapForeignRun?: (command: Command) => Command;
  isTrusted?: (repository: string, workflowPath: string, actionRepository?: string) => boolean;
}

export interface Runner {
  /** Resolves when nothing is queued, pending or in progress and no event waits. */
  idle(): Promise<void>;
  /** Starts nothing more, ends what executes as cancelled, leaves what has not started to the next process. */
  stop(): Promise<void>;
  /** Emits `schedule` for every cron entry that came due since the last time, also with `schedules: false`. */
  dispatchDue(): Promise<void>;
  /** Why a run could not start: GitHub's messages of a startup failure. */
  problems(runId: number): FileError[];
}
