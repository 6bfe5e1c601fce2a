/** Parses a workflow file with GitHub's parser into the model that the planner executes. */
import { FeatureFlags } from "@actions/expressions/features";
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from "@actions/workflow-parser";
import type { EventsConfig } from "@actions/workflow-parser/model/workflow-template";
import { type PermissionRequest, parsePermissions } from "../run/permissions.ts";
import {
  child,
  condition,
  entries,
  items,
  lineOf,
  literalBoolean,
  literalList,
  literalText,
  type Token,
} from "./tokens.ts";

/** A mistake in a file, with GitHub's message where its parser found it. */
export interface FileError {
  file: string;
  line: number;
  message: string;
}

export interface InputDefinition {
  name: string;
  type: "string" | "boolean" | "number" | "choice" | "environment";
  required: boolean;
  default: Token | undefined;
  options: string[];
}

export interface StepSpec {
  id: string | undefined;
  name: Token | undefined;
  if: string;
  run: Token | undefined;
  shell: Token | undefined;
  workingDirectory: Token | undefined;
  uses: string | undefined;
  with: Token | undefined;
  env: Token | undefined;
  continueOnError: Token | undefined;
  timeoutMinutes: Token | undefined;
  line: number;
}

export interface JobSpec {
  id: string;
  name: Token | undefined;
  needs: string[];
  if: string;
  strategy: Token | undefined;
  concurrency: Token | undefined;
  permissions: PermissionRequest | undefined;
  env: Token | undefined;
  defaults: Token | undefined;
  outputs: Token | undefined;
  timeoutMinutes: Token | undefined;
  continueOnError: Token | undefined;
  runsOn: Token | undefined;
  environment: Token | undefined;
  steps: StepSpec[];
  /** The called workflow of a job that has no steps of its own. */
  uses: string | undefined;
  with: Token | undefined;
  secrets: Token | "inherit" | undefined;
  line: number;
}

export interface WorkflowFile {
  path: string;
  name: string;
  runName: Token | undefined;
  env: Token | undefined;
  defaults: Token | undefined;
  permissions: PermissionRequest | undefined;
  concurrency: Token | undefined;
  events: EventsConfig;
  dispatchInputs: InputDefinition[];
  callable: boolean;
  callInputs: InputDefinition[];
  callSecrets: { name: string; required: boolean }[];
  callOutputs: { name: string; value: Token }[];
  jobs: JobSpec[];
}

/** Either a workflow, or why it cannot run. `events` of a broken file are kept when they could be read. */
export interface ParsedWorkflow {
  workflow?: WorkflowFile;
  errors: FileError[];
  name: string;
  events: EventsConfig;
}

const FLAGS = new FeatureFlags({ allowCaseFunction: true, allowCopilotRequestsPermission: true });

/** Never throws: everything that is wrong with the file is in `errors`. */
export async function parseWorkflowFile(path: string, content: string): Promise<ParsedWorkflow> {
  const result = parseWorkflow({ name: path, content }, new NoOperationTraceWriter());
  const root = result.value;
  if (!root) return { errors: errorsOf(path, result.context.errors.getErrors()), name: path, events: {} };
  const template = await convertWorkflowTemplate(result.context, root, undefined, {
    errorPolicy: 1,
    featureFlags: FLAGS,
  });
  const reported = errorsOf(path, result.context.errors.getErrors()).filter(
    (error) => !isWrongRefusal(error, root),
  );
  const errors = [...reported, ...refusals(path, root)];
  const events = template.events ?? {};
  const name = literalText(child(root, "name")) ?? path;
  if (errors.length > 0) return { errors, name, events };
  return { workflow: readWorkflow(path, name, root, events), errors, name, events };
}

function errorsOf(
  file: string,
  errors: { rawMessage: string; range: { start: { line: number } } | undefined }[],
): FileError[] {
  return errors.map((error) => ({ file, line: error.range?.start.line ?? 1, message: error.rawMessage }));
}

/** The parser's schema (0.3.61) misspells one event: `on: repository_dispatch` without a mapping is valid on GitHub. */
function isWrongRefusal(error: FileError, root: Token): boolean {
  const on = child(root, "on");
  const named = literalList(on)?.includes("repository_dispatch") ?? false;
  return named && error.message === "Unexpected value 'repository_dispatch'" && error.line >= lineOf(on);
}

function readWorkflow(path: string, name: string, root: Token, events: EventsConfig): WorkflowFile {
  const on = child(root, "on");
  const call = child(on, "workflow_call");
  return {
    path,
    name,
    runName: child(root, "run-name"),
    env: child(root, "env"),
    defaults: child(root, "defaults"),
    permissions: parsePermissions(child(root, "permissions")),
    concurrency: child(root, "concurrency"),
    events,
    dispatchInputs: readInputs(child(child(on, "workflow_dispatch"), "inputs")),
    callable: "workflow_call" in events,
    callInputs: readInputs(child(call, "inputs")),
    callSecrets: entries(child(call, "secrets")).map(({ key, value }) => ({
      name: key,
      required: literalBoolean(child(value, "required")) ?? false,
    })),
    callOutputs: entries(child(call, "outputs")).flatMap(({ key, value }) => {
      const output = child(value, "value");
      return output ? [{ name: key, value: output }] : [];
    }),
    jobs: entries(child(root, "jobs")).map(({ key, keyToken, value }) =>
      readJob(key, value, lineOf(keyToken)),
    ),
  };
}

function readInputs(token: Token | undefined): InputDefinition[] {
  return entries(token).map(({ key, value }) => ({
    name: key,
    type: inputType(literalText(child(value, "type"))),
    required: literalBoolean(child(value, "required")) ?? false,
    default: child(value, "default"),
    options: literalList(child(value, "options")) ?? [],
  }));
}

function inputType(name: string | undefined): InputDefinition["type"] {
  return name === "boolean" || name === "number" || name === "choice" || name === "environment"
    ? name
    : "string";
}

function readJob(id: string, token: Token, line: number): JobSpec {
  const secrets = child(token, "secrets");
  return {
    id,
    line,
    name: child(token, "name"),
    needs: literalList(child(token, "needs")) ?? [],
    if: condition(child(token, "if")),
    strategy: child(token, "strategy"),
    concurrency: child(token, "concurrency"),
    permissions: parsePermissions(child(token, "permissions")),
    env: child(token, "env"),
    defaults: child(token, "defaults"),
    outputs: child(token, "outputs"),
    timeoutMinutes: child(token, "timeout-minutes"),
    continueOnError: child(token, "continue-on-error"),
    runsOn: child(token, "runs-on"),
    environment: child(token, "environment"),
    steps: readSteps(child(token, "steps")),
    uses: literalText(child(token, "uses")),
    with: child(token, "with"),
    secrets: literalText(secrets) === "inherit" ? "inherit" : secrets,
  };
}

/** The steps of a job or of a composite action. */
export function readSteps(token: Token | undefined): StepSpec[] {
  return items(token).map((step) => ({
    id: literalText(child(step, "id")),
    name: child(step, "name"),
    if: condition(child(step, "if")),
    run: child(step, "run"),
    shell: child(step, "shell"),
    workingDirectory: child(step, "working-directory"),
    uses: literalText(child(step, "uses")),
    with: child(step, "with"),
    env: child(step, "env"),
    continueOnError: child(step, "continue-on-error"),
    timeoutMinutes: child(step, "timeout-minutes"),
    line: lineOf(step),
  }));
}

/** What GitHub runs and this runner does not: refused by name, never ignored. */
function refusals(file: string, root: Token): FileError[] {
  const refused = (token: Token, what: string) => ({
    file,
    line: lineOf(token),
    message: `The local runner does not run ${what}; use GitHub for this workflow`,
  });
  return entries(child(root, "jobs")).flatMap(({ value: job }) => {
    const found = ["container", "services", "snapshot"].flatMap((key) => {
      const token = child(job, key);
      return token ? [refused(token, `jobs with '${key}'`)] : [];
    });
    const steps = items(child(job, "steps")).flatMap((step) =>
      ["background", "wait", "wait-all", "cancel", "parallel"].flatMap((key) => {
        const token = child(step, key);
        return token ? [refused(token, `steps with '${key}'`)] : [];
      }),
    );
    return [...found, ...steps];
  });
}
