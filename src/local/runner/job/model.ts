/** What the executor of one job works on: what it was given, where it works, what it has become so far. */
import type { ForgeForRunner, JobRecord, JsonObject, Permissions, RunRecord } from "../../contract.ts";
import type { BuiltInAction } from "../actions/built-in.ts";
import type { JobSpec, WorkflowFile } from "../language/workflow-file.ts";
import type { Cancellation } from "../run/cancellation.ts";
import type { WorkflowSource } from "../run/source.ts";
import type { JobLog } from "./log.ts";
import type { Masks } from "./masks.ts";
import type { Command, ProcessHost } from "./process.ts";

export type Status = "success" | "failure" | "cancelled";
export type StepResult = Status | "skipped";

/** A `run:` step that starts the product's own entry point, performed in this process. */
export interface EntryCall {
  /** Arguments after the program: `[agent, phase]`. */
  argv: string[];
  env: { [name: string]: string };
  cwd: string;
  stdout: NodeJS.WritableStream;
  stderr: NodeJS.WritableStream;
  /** Aborted where a process would get SIGINT. */
  signal: AbortSignal;
}

/** What all jobs of a runner share. */
export interface JobHost extends ProcessHost {
  forge: ForgeForRunner;
  source: WorkflowSource;
  workDir: string;
  toolCache: string;
  builtInActions: ReadonlyMap<string, BuiltInAction>;
  runEntry?: (call: EntryCall) => Promise<number>;
  wrapForeignRun?: (command: Command) => Command;
  isTrusted: (repository: string, workflowPath: string, actionRepository?: string) => boolean;
  progress: (event: StepProgress) => void;
  /** Diagnostics of the runner itself. */
  log: (line: string) => void;
}

/** Steps and log lines as they happen. */
export type StepProgress =
  | { kind: "step_started"; runId: number; jobId: number; number: number; name: string }
  | {
      kind: "step_completed";
      runId: number;
      jobId: number;
      number: number;
      name: string;
      conclusion: StepResult;
    }
  | { kind: "log"; runId: number; jobId: number; text: string };

/** One job, ready to execute. */
export interface JobOrder {
  run: RunRecord;
  record: JobRecord;
  spec: JobSpec;
  /** The file that defines the job, and where that file came from. */
  workflow: { file: WorkflowFile; repository: string; path: string; sha: string; ref: string };
  /** The contexts of job level: github (without token), needs, strategy, matrix, inputs, vars, secrets. */
  contexts: JsonObject;
  secrets: { [name: string]: string };
  permissions: Permissions;
  timeoutMinutes: number;
  cancellation: Cancellation;
  /** Called once, before the record is completed: what is remembered here survives a kill between the two. */
  onOutcome: (outcome: JobOutcome) => void;
}

export interface JobOutcome {
  conclusion: Status;
  outputs: { [name: string]: string };
}

/** Directories of one job, below the runner's. */
export interface JobDirectories {
  root: string;
  workspace: string;
  temp: string;
  home: string;
  eventFile: string;
}

/** The job while it executes. */
export interface JobState {
  host: JobHost;
  order: JobOrder;
  directories: JobDirectories;
  token: string;
  /** `env` of workflow and job, then what steps wrote to GITHUB_ENV. */
  env: { [name: string]: string };
  /** What steps wrote to GITHUB_PATH, newest first. */
  path: string[];
  status: Status;
  masks: Masks;
  log: JobLog;
  summary: string;
  /** `post:` of JavaScript actions, run in reverse order. */
  posts: PostStep[];
  /** Process groups that this job started and that may still have members. */
  groups: Set<number>;
}

export interface PostStep {
  name: string;
  if: string;
  perform: (stop: Cancellation) => Promise<StepResult>;
}

/** Where steps stand: the job itself, or one composite action. Each has its own `steps`, `inputs` and status. */
export interface Frame {
  steps: {
    [id: string]: { outputs: { [name: string]: string }; outcome: StepResult; conclusion: StepResult };
  };
  inputs: JsonObject;
  env: { [name: string]: string };
  /** Status that `success()` and `failure()` speak of; the job's own for the outermost frame. */
  status: Status;
  depth: number;
  /** The composite action that these steps belong to. */
  action: { directory: string; repository: string; ref: string } | undefined;
  /** Repository and commit of the file in which the steps are written: what `$/` means. */
  origin: { repository: string; sha: string };
}
