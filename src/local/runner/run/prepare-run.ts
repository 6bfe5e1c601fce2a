/** Everything that is known about a run before its first job: contexts, inputs, the loaded workflows; or why it cannot start. */
import type { ForgeForRunner, JsonObject, RunRecord, TriggerEvent } from "../../contract.ts";
import { githubContext } from "../job/contexts.ts";
import type { FileError, WorkflowFile } from "../language/workflow-file.ts";
import { resolveInputs, textInputs } from "../trigger/inputs.ts";
import { displayTitle } from "../trigger/titles.ts";
import { type CallTree, loadCallTree } from "./call-tree.ts";
import { checkConcurrency } from "./check-concurrency.ts";
import { defaultPermissions, readOnly } from "./permissions.ts";
import type { SourcedWorkflow, WorkflowSource } from "./source.ts";

export interface PreparedRun {
  tree: CallTree;
  github: JsonObject;
  inputs: JsonObject;
  vars: JsonObject;
  secrets: { [name: string]: string };
  title: string;
}

/** Either the run, or GitHub's messages of a startup failure. */
export async function prepareRun(
  forge: ForgeForRunner,
  source: WorkflowSource,
  workflow: SourcedWorkflow,
  run: RunRecord,
): Promise<PreparedRun | { problems: FileError[] }> {
  const problems: FileError[] = [];
  const event = run.trigger;
  const usual = defaultPermissions(forge.workflowPermissions(run.repository).default);
  const granted = event.fromDependabot ? readOnly(usual) : usual;
  const tree = await loadCallTree(source, workflow, granted, problems);
  const file = workflow.parsed.workflow;
  if (!tree || !file) return { problems };
  for (const node of allTrees(tree)) problems.push(...checkConcurrency(node.file));
  const { inputs, errors } = dispatchInputs(file, event);
  problems.push(...errors.map((message) => ({ file: file.path, line: 1, message })));
  if (problems.length > 0) return { problems };
  const github = githubOf(forge, run, file, inputs);
  const vars = { ...forge.variables(run.repository) };
  return {
    tree: event.fromFork ? restrict(tree) : tree,
    github,
    inputs,
    vars,
    secrets: secretsOf(forge, event),
    title: displayTitle(file, event, { contexts: { github, inputs, vars } }),
  };
}

function githubOf(forge: ForgeForRunner, run: RunRecord, file: WorkflowFile, inputs: JsonObject): JsonObject {
  const payload =
    run.event === "workflow_dispatch"
      ? { ...run.trigger.payload, inputs: textInputs(inputs) }
      : run.trigger.payload;
  return githubContext(run, payload, forge, file, forge.repositoryPayload(run.repository));
}

function secretsOf(forge: ForgeForRunner, event: TriggerEvent): { [name: string]: string } {
  if (event.fromFork) return {};
  return forge.secrets(event.repository, event.fromDependabot ? "dependabot" : "actions");
}

function dispatchInputs(file: WorkflowFile, event: TriggerEvent): { inputs: JsonObject; errors: string[] } {
  if (event.name !== "workflow_dispatch") return { inputs: {}, errors: [] };
  return resolveInputs(file.dispatchInputs, event.inputs ?? {}, { contexts: {} });
}

function allTrees(tree: CallTree): CallTree[] {
  return [tree, ...[...tree.calls.values()].flatMap(allTrees)];
}

/** docs: github_token — a pull request from a fork gets read access at most. */
function restrict(tree: CallTree): CallTree {
  return {
    ...tree,
    granted: new Map([...tree.granted].map(([job, permissions]) => [job, readOnly(permissions)])),
    calls: new Map([...tree.calls].map(([job, call]) => [job, restrict(call)])),
  };
}
