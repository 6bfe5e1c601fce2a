/** Loads a workflow with everything that it calls, and finds what GitHub would refuse before the first job starts. */
import type { Permissions } from "../../contract.ts";
import { entries, lineOf } from "../language/tokens.ts";
import type { JobSpec, WorkflowFile } from "../language/workflow-file.ts";
import { exceeding, expandPermissions } from "./permissions.ts";
import { type SourcedWorkflow, WORKFLOW_FOLDER, type WorkflowSource } from "./source.ts";

/** A workflow ready to run, with its called workflows by job id and what each job may do. */
export interface CallTree {
  repository: string;
  path: string;
  sha: string;
  ref: string;
  file: WorkflowFile;
  /** Permissions of each job's token, by job id. */
  granted: ReadonlyMap<string, Permissions>;
  calls: ReadonlyMap<string, CallTree>;
}

export interface CallProblem {
  file: string;
  line: number;
  message: string;
}

/** A caller and nine levels below it (docs: reusing-workflow-configurations). */
const MAX_LEVELS = 10;

const REMOTE = /^([^/@]+\/[^/@]+)\/(\.github\/workflows\/[^/@]+\.ya?ml)@(.+)$/;
const LOCAL = /^(?:\.|\$)\/(\.github\/workflows\/[^/@]+\.ya?ml)$/;

/**
 * `base` is what a job gets when neither file nor job names permissions. Everything that is wrong is collected in `problems`;
 * the tree is undefined when the entry file itself cannot be read.
 */
export async function loadCallTree(
  source: WorkflowSource,
  workflow: SourcedWorkflow,
  base: Permissions,
  problems: CallProblem[],
): Promise<CallTree | undefined> {
  return load(source, workflow, { base, level: 1, cap: undefined, called: undefined }, problems);
}

interface Level {
  base: Permissions;
  level: number;
  /** What the calling job grants; undefined for the entry file. */
  cap: Permissions | undefined;
  called: string | undefined;
}

async function load(
  source: WorkflowSource,
  workflow: SourcedWorkflow,
  at: Level,
  problems: CallProblem[],
): Promise<CallTree | undefined> {
  const file = workflow.parsed.workflow;
  if (!file) {
    const prefix = at.called ? `Error calling workflow '${at.called}'. ` : "";
    problems.push(...workflow.parsed.errors.map((error) => ({ ...error, message: prefix + error.message })));
    return undefined;
  }
  problems.push(...refusedPermissions(file, at));
  const granted = new Map(file.jobs.map((job) => [job.id, grantedTo(file, job, at.base)]));
  const calls = new Map<string, CallTree>();
  for (const job of file.jobs) {
    if (!job.uses) continue;
    const tree = await loadCall(source, workflow, job, granted.get(job.id) ?? {}, at, problems);
    if (tree) calls.set(job.id, tree);
  }
  const { repository, path, sha, ref } = workflow;
  return { repository, path, sha, ref, file, granted, calls };
}

async function loadCall(
  source: WorkflowSource,
  caller: SourcedWorkflow,
  job: JobSpec,
  granted: Permissions,
  at: Level,
  problems: CallProblem[],
): Promise<CallTree | undefined> {
  const uses = job.uses ?? "";
  const problem = (message: string) => {
    problems.push({ file: caller.path, line: job.line, message });
    return undefined;
  };
  if (at.level >= MAX_LEVELS)
    return problem(`Job '${job.id}' calls workflow '${uses}' beyond the limit of ${MAX_LEVELS} levels`);
  const found = await findCalled(source, caller, uses);
  if (typeof found === "string") return problem(found);
  const callee = found.parsed.workflow;
  if (callee && !callee.callable)
    return problem(`Error calling workflow '${uses}'. The workflow has no 'on.workflow_call' trigger`);
  if (callee) for (const message of refusedValues(uses, callee, job)) problem(message);
  return load(source, found, { base: granted, level: at.level + 1, cap: granted, called: uses }, problems);
}

async function findCalled(
  source: WorkflowSource,
  caller: SourcedWorkflow,
  uses: string,
): Promise<SourcedWorkflow | string> {
  const local = LOCAL.exec(uses);
  if (local?.[1]) {
    const here = await source.workflow(caller.repository, caller.sha, caller.ref, local[1]);
    return (
      here ??
      `Error parsing called workflow "${uses}": workflow was not found in ${caller.repository} at ${caller.sha}`
    );
  }
  const remote = REMOTE.exec(uses);
  if (!remote?.[1] || !remote[2] || !remote[3]) {
    return `Invalid workflow reference '${uses}': expected ./${WORKFLOW_FOLDER}/<file>, $/${WORKFLOW_FOLDER}/<file> or <owner>/<repository>/${WORKFLOW_FOLDER}/<file>@<ref>`;
  }
  const there = await source.remoteWorkflow(remote[1], remote[3], remote[2]);
  return (
    there ??
    `Error parsing called workflow "${uses}": workflow was not found. See https://docs.github.com/actions/learn-github-actions/reusing-workflows#access-to-reusable-workflows`
  );
}

function refusedPermissions(file: WorkflowFile, at: Level): CallProblem[] {
  if (!at.cap || !at.called) return [];
  const cap = at.cap;
  const refuse = (line: number, subject: string, excess: string) => ({
    file: file.path,
    line,
    message: `Error calling workflow '${at.called}'. ${subject} is requesting ${excess}.`,
  });
  const whole = file.permissions && exceeding(file.permissions, cap);
  const fromFile = whole ? [refuse(1, `The workflow '${at.called}'`, whole)] : [];
  const fromJobs = file.jobs.flatMap((job) => {
    const excess = job.permissions && exceeding(job.permissions, cap);
    return excess ? [refuse(job.line, `The nested job '${job.id}'`, excess)] : [];
  });
  return [...fromFile, ...fromJobs];
}

function grantedTo(file: WorkflowFile, job: JobSpec, base: Permissions): Permissions {
  const request = job.permissions ?? file.permissions;
  return request ? expandPermissions(request) : base;
}

/** Inputs and secrets that the called workflow does not define, or requires and does not get. */
function refusedValues(uses: string, callee: WorkflowFile, job: JobSpec): string[] {
  const given = entries(job.with);
  const inputNames = new Set(callee.callInputs.map(({ name }) => name.toLowerCase()));
  const unknownInputs = given
    .filter(({ key }) => !inputNames.has(key.toLowerCase()))
    .map(
      ({ key, keyToken }) =>
        `Invalid input, ${key} is not defined in the referenced workflow '${uses}' (line ${lineOf(keyToken)}).`,
    );
  const givenNames = new Set(given.map(({ key }) => key.toLowerCase()));
  const missingInputs = callee.callInputs
    .filter((input) => input.required && !givenNames.has(input.name.toLowerCase()))
    .map(({ name }) => `Input ${name} is required, but not provided while calling '${uses}'.`);
  if (job.secrets === "inherit") return [...unknownInputs, ...missingInputs];
  const secrets = entries(job.secrets).map(({ key }) => key.toLowerCase());
  const secretNames = new Set(callee.callSecrets.map(({ name }) => name.toLowerCase()));
  const unknownSecrets = secrets
    .filter((name) => !secretNames.has(name))
    .map((name) => `Invalid secret, ${name} is not defined in the referenced workflow '${uses}'.`);
  const missingSecrets = callee.callSecrets
    .filter(({ name, required }) => required && !secrets.includes(name.toLowerCase()))
    .map(({ name }) => `Secret ${name} is required, but not provided while calling '${uses}'.`);
  return [...unknownInputs, ...missingInputs, ...unknownSecrets, ...missingSecrets];
}
