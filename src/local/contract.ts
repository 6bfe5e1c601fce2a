/**
 * What the two halves of the local GitHub know of each other: the forge keeps all state and speaks HTTP,
 * the runner executes workflows. The forge imports nothing of the runner; the runner reaches the forge only
 * through `ForgeForRunner`. Every mutation of state goes through the forge's journal and survives a kill.
 */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** Time as a port: tests drive a virtual clock, the product uses the system's. */
export interface Clock {
  now(): Date;
  /** Calls `run` once after `milliseconds`; the returned function cancels. */
  after(milliseconds: number, run: () => void): () => void;
}

/** Who did something. GitHub's `sender`. */
export interface Actor {
  login: string;
  id: number;
  type: "User" | "Bot";
}

/** A workflow permission key and its level, as in `permissions:` of a workflow (`docs: workflow-syntax#permissions`). */
export type Permissions = { readonly [scope: string]: "read" | "write" | "none" };

/**
 * One thing that happened and may start workflow runs. The forge emits it after the state is journalled.
 * `starts` is the recursion rule: acts of a GITHUB_TOKEN start nothing, except `repository_dispatch` and
 * `workflow_dispatch` (runs), and `pull_request` opened, synchronize, reopened (runs that wait for approval).
 */
export interface TriggerEvent {
  /** Delivery id. */
  id: string;
  /** Workflow trigger name: `issues`, `push`, `repository_dispatch`, … */
  name: string;
  /** Activity type (`labeled`, …) or the `event_type` of a repository_dispatch; absent for push, schedule, workflow_dispatch. */
  action?: string;
  /** `owner/name` */
  repository: string;
  actor: Actor;
  /** The webhook payload, `github.event`. */
  payload: JsonObject;
  /** GITHUB_REF and GITHUB_SHA of the runs that it starts; for pull_request the merge ref and merge commit. */
  ref: string;
  sha: string;
  /** For pull_request events: the head branch and head commit (`github.head_ref`, run.head_sha), and the base branch. */
  headRef?: string;
  headSha?: string;
  baseRef?: string;
  /** For pull_request events from a fork: read-only token, no secrets. */
  fromFork?: boolean;
  /** Dependabot did it, by an event for which GitHub trusts it less: the token reads unless the workflow asks for more, and the secrets are Dependabot's own. */
  fromDependabot?: boolean;
  /** For push and pull_request: changed paths, for `paths:` filters. */
  changedPaths?: string[];
  /** For workflow_dispatch: `.github/workflows/x.yml`, and the run that the forge wants started under this id. */
  workflowPath?: string;
  inputs?: JsonObject;
  starts: "runs" | "runs_needing_approval" | "nothing";
}

export type SecretStore = "actions" | "dependabot";

export type RunStatus = "queued" | "pending" | "in_progress" | "completed" | "waiting" | "requested";
export type Conclusion =
  | "success"
  | "failure"
  | "cancelled"
  | "skipped"
  | "neutral"
  | "timed_out"
  | "action_required"
  | "startup_failure"
  | "stale";

/** A workflow run, the fields of GitHub's REST `workflow-run` that the runner decides. */
export interface RunRecord {
  id: number;
  repository: string;
  /** Workflow file, `.github/workflows/x.yml`, and the workflow's `name:`. */
  path: string;
  name: string;
  /** `run-name:` evaluated, else GitHub's default title. */
  displayTitle: string;
  runNumber: number;
  runAttempt: number;
  event: string;
  status: RunStatus;
  conclusion: Conclusion | null;
  headBranch: string | null;
  headSha: string;
  actor: Actor;
  triggeringActor: Actor;
  createdAt: string;
  runStartedAt: string;
  updatedAt: string;
  /** The event that started it; a restart replans from it. */
  trigger: TriggerEvent;
}

export interface StepRecord {
  number: number;
  name: string;
  status: "queued" | "in_progress" | "completed";
  conclusion: Conclusion | null;
  startedAt: string | null;
  completedAt: string | null;
}

export interface JobRecord {
  id: number;
  runId: number;
  runAttempt: number;
  repository: string;
  /** `gate`, or `code / gate` for a job of a called workflow. */
  name: string;
  status: RunStatus;
  conclusion: Conclusion | null;
  headSha: string;
  startedAt: string | null;
  completedAt: string | null;
  steps: StepRecord[];
  /** Annotations: GitHub's check-run annotations of this job. */
  annotations: {
    level: "notice" | "warning" | "failure";
    message: string;
    title?: string;
    path?: string;
    line?: number;
  }[];
  /** Markdown of GITHUB_STEP_SUMMARY, masked. */
  summary: string;
}

export interface ArtifactRecord {
  id: number;
  runId: number;
  name: string;
  sizeInBytes: number;
  createdAt: string;
  expiresAt: string;
  expired: boolean;
}

/** A run to be recorded; the forge gives id, number and times. */
export type NewRun = Pick<
  RunRecord,
  | "repository"
  | "path"
  | "name"
  | "displayTitle"
  | "event"
  | "headBranch"
  | "headSha"
  | "actor"
  | "triggeringActor"
  | "trigger"
  | "status"
  | "conclusion"
> & { id?: number };

/** The half of the forge that the runner uses. All changes are journalled before the call returns. */
export interface ForgeForRunner {
  /** Base URLs: GITHUB_SERVER_URL, GITHUB_API_URL, GITHUB_GRAPHQL_URL. */
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  /** Called for every event, in order, after it is journalled; returns the function that unsubscribes. */
  onEvent(listener: (event: TriggerEvent) => void): () => void;
  /** Called when someone asks by REST for a cancel, rerun or approval of a run. */
  onRunRequest(
    listener: (request: {
      kind: "cancel" | "force-cancel" | "rerun" | "rerun-failed-jobs" | "approve";
      runId: number;
      actor: Actor;
      jobId?: number;
    }) => void,
  ): () => void;
  repositories(): string[];
  /** The bare repository on disk; undefined when no such repository is hosted here. */
  gitDir(repository: string): string | undefined;
  defaultBranch(repository: string): string;
  /** The `repository` object of webhook payloads and `github.event.repository`. */
  repositoryPayload(repository: string): JsonObject;
  variables(repository: string): { [name: string]: string };
  /** Of the store that a run is given: what is in one is not in the other. */
  secrets(repository: string, store: SecretStore): { [name: string]: string };
  /** Default GITHUB_TOKEN permissions of the repository, and whether it may create pull requests. */
  workflowPermissions(repository: string): { default: "read" | "write"; canCreatePulls: boolean };

  createRun(run: NewRun): RunRecord;
  updateRun(
    id: number,
    change: Partial<
      Pick<
        RunRecord,
        "status" | "conclusion" | "runAttempt" | "displayTitle" | "runStartedAt" | "triggeringActor"
      >
    >,
  ): RunRecord;
  run(id: number): RunRecord | undefined;
  /** Runs of a repository, newest first; of all repositories without an argument. */
  runs(repository?: string): RunRecord[];
  createJob(
    job: Pick<JobRecord, "runId" | "runAttempt" | "repository" | "name" | "headSha" | "status">,
  ): JobRecord;
  updateJob(id: number, change: Partial<Omit<JobRecord, "id" | "runId" | "repository">>): JobRecord;
  jobs(runId: number): JobRecord[];
  /** Appends masked text to the log of a job. */
  appendLog(jobId: number, text: string): void;
  log(jobId: number): string;

  /** A GITHUB_TOKEN for one job; it acts as github-actions[bot] with exactly these permissions and dies with `expireToken`. */
  createJobToken(job: {
    repository: string;
    runId: number;
    jobId: number;
    permissions: Permissions;
    fromFork?: boolean;
  }): string;
  expireToken(token: string): void;

  /** Stores the files below `directory` (relative paths kept) as an artifact of the run. Names are unique per run unless `overwrite`. */
  saveArtifact(artifact: {
    runId: number;
    name: string;
    directory: string;
    retentionDays?: number;
    overwrite?: boolean;
  }): Promise<ArtifactRecord>;
  artifacts(runId: number): ArtifactRecord[];
  /** Copies the artifact's files into `directory`. Throws when it is absent or expired. */
  readArtifact(artifactId: number, directory: string): Promise<void>;

  /** Emits `workflow_run` (requested, in_progress, completed) for a run, by the same recursion rule as GitHub. */
  emitWorkflowRun(runId: number, action: "requested" | "in_progress" | "completed"): void;
  /** Emits a `schedule` event; the runner calls it when a cron entry is due. */
  emitSchedule(repository: string, cron: string): void;
}
