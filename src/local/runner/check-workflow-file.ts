/** Checks a workflow file as GitHub would before it runs, plus what our own files promise. For tests over `.github/` and `templates/`. */
import type { Permissions } from "../contract.ts";
import { parseActionFile } from "./language/action-file.ts";
import { entries, lineOf } from "./language/tokens.ts";
import {
  type FileError,
  parseWorkflowFile,
  type StepSpec,
  type WorkflowFile,
} from "./language/workflow-file.ts";
import { type CallProblem, loadCallTree } from "./run/call-tree.ts";
import { checkConcurrency } from "./run/check-concurrency.ts";
import { defaultPermissions } from "./run/permissions.ts";
import type { SourcedWorkflow, WorkflowSource } from "./run/source.ts";

/** A mistake, and which promise it breaks; callers that allow one filter by `rule`. */
export interface WorkflowMistake extends FileError {
  rule: "syntax" | "calls" | "concurrency" | "uses" | "pin" | "inputs";
}

/** The text of what a `uses:` names, exactly as written; undefined when it is not known, which leaves it unchecked. */
export interface UsesResolver {
  workflow(uses: string): string | undefined;
  /** The text of the `action.yml`. */
  action(uses: string): string | undefined;
}

const STEP_USES = /^(?:\.|\$)\/\S+$|^[^/@\s]+\/[^/@\s]+(?:\/[^@\s]+)?@\S+$/;
const PINNED = /@[0-9a-f]{40}$/;

/** All mistakes of a file, in the order of their lines; empty means that it would start. `granted` is what the repository grants by default. */
export async function checkWorkflowFile(
  path: string,
  content: string,
  resolve: UsesResolver,
  granted: Permissions = defaultPermissions("read"),
): Promise<WorkflowMistake[]> {
  const parsed = await parseWorkflowFile(path, content);
  const { workflow } = parsed;
  if (!workflow) return parsed.errors.map((error) => ({ ...error, rule: "syntax" as const }));
  const problems: CallProblem[] = [];
  const entry: SourcedWorkflow = { repository: "", path, sha: "", ref: "", parsed };
  await loadCallTree(lintSource(resolve), entry, granted, problems);
  const mistakes: WorkflowMistake[] = [
    ...problems.map((problem) => ({ ...problem, rule: "calls" as const })),
    ...checkConcurrency(workflow).map((error) => ({ ...error, rule: "concurrency" as const })),
    ...workflow.jobs.flatMap((job) => (job.uses ? checkPin(path, job.line, job.uses) : [])),
    ...checkSteps(workflow, resolve),
  ];
  return mistakes.sort((a, b) => a.line - b.line);
}

function checkSteps(workflow: WorkflowFile, resolve: UsesResolver): WorkflowMistake[] {
  const steps = workflow.jobs.flatMap((job) => job.steps);
  return steps.flatMap((step) => {
    if (!step.uses) return [];
    if (!STEP_USES.test(step.uses)) {
      const message = `'${step.uses}' is none of ./<path>, $/<path>, <owner>/<repository>[/<path>]@<ref>`;
      return [{ file: workflow.path, line: step.line, message, rule: "uses" as const }];
    }
    return [
      ...checkPin(workflow.path, step.line, step.uses),
      ...checkInputs(workflow.path, step, resolve.action(step.uses)),
    ];
  });
}

function checkPin(file: string, line: number, uses: string): WorkflowMistake[] {
  if (/^(?:\.|\$)\//.test(uses) || PINNED.test(uses)) return [];
  return [{ file, line, message: `'${uses}' is not pinned to a full commit SHA`, rule: "pin" }];
}

function checkInputs(file: string, step: StepSpec, content: string | undefined): WorkflowMistake[] {
  if (content === undefined || !step.uses) return [];
  const { action, errors } = parseActionFile(step.uses, content);
  if (!action) return errors.map((error) => ({ ...error, rule: "inputs" as const }));
  const given = entries(step.with);
  const known = new Set(action.inputs.map(({ name }) => name.toLowerCase()));
  const names = new Set(given.map(({ key }) => key.toLowerCase()));
  const unknown = given
    .filter(({ key }) => !known.has(key.toLowerCase()))
    .map(({ key, keyToken }) => ({
      file,
      line: lineOf(keyToken),
      message: `Unexpected input '${key}' for '${step.uses}'`,
      rule: "inputs" as const,
    }));
  const missing = action.inputs
    .filter(
      ({ name, required, default: fallback }) => required && !fallback && !names.has(name.toLowerCase()),
    )
    .map(({ name }) => ({
      file,
      line: step.line,
      message: `Input required and not supplied: '${name}' for '${step.uses}'`,
      rule: "inputs" as const,
    }));
  return [...unknown, ...missing];
}

/** Called workflows through the resolver: `./x` of a remote file is `owner/repo/x@ref` to the caller. */
function lintSource(resolve: UsesResolver): WorkflowSource {
  const load = async (
    uses: string,
    at: Omit<SourcedWorkflow, "parsed">,
  ): Promise<SourcedWorkflow | undefined> => {
    const content = resolve.workflow(uses);
    return content === undefined ? undefined : { ...at, parsed: await parseWorkflowFile(at.path, content) };
  };
  return {
    workflows: async () => [],
    workflow: (repository, sha, ref, path) =>
      load(repository === "" ? `./${path}` : `${repository}/${path}@${ref}`, { repository, sha, ref, path }),
    remoteWorkflow: (repository, ref, path) =>
      load(`${repository}/${path}@${ref}`, { repository, sha: ref, ref, path }),
    commit: async () => undefined,
    materialise: () => Promise.reject(new Error("a check reads no trees")),
  };
}
