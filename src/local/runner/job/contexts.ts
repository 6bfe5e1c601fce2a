/** The contexts and environment that a step sees. Built from an allow-list: the machine's own environment stays outside. */
import { delimiter, dirname } from "node:path";
import type { JsonObject, RunRecord } from "../../contract.ts";
import type { Scope } from "../language/expression.ts";
import { hashFiles } from "./hash-files.ts";
import type { Frame, JobState } from "./model.ts";

export const RUNNER_NAME = "local";

/** The `github` context that a whole run shares (docs: contexts#github-context). `event` is the payload as delivered. */
export function githubContext(
  run: RunRecord,
  event: JsonObject,
  urls: { serverUrl: string; apiUrl: string; graphqlUrl: string },
  workflow: { name: string; path: string },
  repositoryPayload: JsonObject,
): JsonObject {
  const { trigger } = run;
  const [owner = ""] = run.repository.split("/");
  const refName = trigger.ref.replace(/^refs\/(heads|tags|pull)\//, "");
  const ownerPayload = repositoryPayload.owner;
  const ownerId =
    ownerPayload && typeof ownerPayload === "object" && !Array.isArray(ownerPayload)
      ? ownerPayload.id
      : undefined;
  return {
    event,
    event_name: run.event,
    actor: run.actor.login,
    actor_id: String(run.actor.id),
    triggering_actor: run.triggeringActor.login,
    repository: run.repository,
    repository_owner: owner,
    repository_id: String(repositoryPayload.id ?? ""),
    repository_owner_id: String(ownerId ?? ""),
    repositoryUrl: `git://${new URL(urls.serverUrl).host}/${run.repository}.git`,
    ref: trigger.ref,
    ref_name: refName,
    ref_type: trigger.ref.startsWith("refs/tags/") ? "tag" : "branch",
    ref_protected: false,
    sha: trigger.sha,
    head_ref: trigger.name.startsWith("pull_request") ? (trigger.headRef ?? "") : "",
    base_ref: trigger.name.startsWith("pull_request") ? (trigger.baseRef ?? "") : "",
    run_id: String(run.id),
    run_number: String(run.runNumber),
    run_attempt: String(run.runAttempt),
    retention_days: "90",
    workflow: workflow.name,
    workflow_ref: `${run.repository}/${workflow.path}@${trigger.ref}`,
    workflow_sha: trigger.sha,
    server_url: urls.serverUrl,
    api_url: urls.apiUrl,
    graphql_url: urls.graphqlUrl,
    secret_source: trigger.fromFork ? "None" : trigger.fromDependabot ? "Dependabot" : "Actions",
  };
}

/** What expressions in a step evaluate against. `stepEnv` is the step's own `env:`, already evaluated. */
export function stepScope(state: JobState, frame: Frame, stepEnv: { [name: string]: string } = {}): Scope {
  const cancelled = () => state.order.cancellation.requested;
  return {
    contexts: {
      ...state.order.contexts,
      github: github(state, frame),
      inputs: frame.inputs,
      secrets: frame.action
        ? null
        : { ...state.order.secrets, GITHUB_TOKEN: state.token, github_token: state.token },
      steps: Object.fromEntries(
        Object.entries(frame.steps).map(([id, step]) => [id, { ...step, outputs: { ...step.outputs } }]),
      ),
      env: { ...state.env, ...frame.env, ...stepEnv },
      runner: runnerContext(state),
      job: jobContext(state),
    },
    functions: {
      success: () => frame.status === "success" && !cancelled(),
      failure: () => frame.status === "failure" && !cancelled(),
      cancelled,
      always: () => true,
      hashFiles: (patterns) => hashFiles(state.directories.workspace, patterns),
    },
  };
}

function github(state: JobState, frame: Frame): JsonObject {
  const shared = state.order.contexts.github;
  const context = shared && typeof shared === "object" && !Array.isArray(shared) ? shared : {};
  return {
    ...context,
    token: state.token,
    job: state.order.spec.id,
    workspace: state.directories.workspace,
    event_path: state.directories.eventFile,
    action_path: frame.action?.directory ?? "",
    action_repository: frame.action?.repository ?? "",
    action_ref: frame.action?.ref ?? "",
    action_status: frame.status,
  };
}

function runnerContext(state: JobState): JsonObject {
  return {
    ...RUNNER,
    name: RUNNER_NAME,
    temp: state.directories.temp,
    tool_cache: state.host.toolCache,
    environment: "self-hosted",
    debug: "",
  };
}

const RUNNER = {
  os: process.platform === "darwin" ? "macOS" : process.platform === "win32" ? "Windows" : "Linux",
  arch: process.arch === "arm64" ? "ARM64" : "X64",
};

function jobContext(state: JobState): JsonObject {
  const { workflow, record, cancellation } = state.order;
  return {
    status: cancellation.requested ? "cancelled" : state.status,
    check_run_id: record.id,
    workflow_ref: `${workflow.repository}/${workflow.path}@${workflow.ref}`,
    workflow_sha: workflow.sha,
    workflow_repository: workflow.repository,
    workflow_file_path: workflow.path,
  };
}

const GITHUB_VARIABLES = [
  "event_name",
  "actor",
  "actor_id",
  "triggering_actor",
  "repository",
  "repository_owner",
  "repository_id",
  "repository_owner_id",
  "ref",
  "ref_name",
  "ref_type",
  "ref_protected",
  "sha",
  "head_ref",
  "base_ref",
  "run_id",
  "run_number",
  "run_attempt",
  "retention_days",
  "workflow",
  "workflow_ref",
  "workflow_sha",
  "server_url",
  "api_url",
  "graphql_url",
  "job",
  "workspace",
  "event_path",
  "action_repository",
  "action_ref",
];

/** The whole environment of a process: what the machine lends, GitHub's variables, then `env:` from the outside in. */
export function processEnvironment(
  state: JobState,
  frame: Frame,
  extra: { [name: string]: string },
  stepEnv: { [name: string]: string },
): { [name: string]: string } {
  const context = github(state, frame);
  const variables = GITHUB_VARIABLES.map((name) => [
    `GITHUB_${name.toUpperCase()}`,
    String(context[name] ?? ""),
  ]);
  return {
    ...machineEnvironment(state),
    CI: "true",
    ...state.env,
    ...frame.env,
    ...stepEnv,
    GITHUB_ACTIONS: "true",
    ...Object.fromEntries(variables),
    RUNNER_NAME,
    RUNNER_OS: RUNNER.os,
    RUNNER_ARCH: RUNNER.arch,
    RUNNER_TEMP: state.directories.temp,
    RUNNER_TOOL_CACHE: state.host.toolCache,
    RUNNER_ENVIRONMENT: "self-hosted",
    RUNNER_WORKSPACE: dirname(state.directories.workspace),
    ...(frame.action ? { GITHUB_ACTION_PATH: frame.action.directory } : {}),
    ...extra,
    PATH: searchPath(state, stepEnv.PATH ?? frame.env.PATH ?? state.env.PATH),
  };
}

function machineEnvironment(state: JobState): { [name: string]: string } {
  return {
    HOME: state.directories.home,
    LANG: process.env.LANG ?? "C.UTF-8",
    TMPDIR: state.directories.temp,
  };
}

function searchPath(state: JobState, own: string | undefined): string {
  const base =
    own ?? [dirname(process.execPath), process.env.PATH ?? "/usr/local/bin:/usr/bin:/bin"].join(delimiter);
  return [...state.path, base].join(delimiter);
}
