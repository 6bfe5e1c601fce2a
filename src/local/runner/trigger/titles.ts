/** The names of a run as GitHub shows them. */
import type { TriggerEvent } from "../../contract.ts";
import { evaluateScalar } from "../language/evaluate-token.ts";
import type { Scope } from "../language/expression.ts";
import type { WorkflowFile } from "../language/workflow-file.ts";
import { objectOf, textOf } from "./match.ts";

/** `run-name:` evaluated; when it is absent or comes out blank, GitHub's default title for the event. */
export function displayTitle(workflow: WorkflowFile, event: TriggerEvent, scope: Scope): string {
  const named = workflow.runName ? evaluateScalar(workflow.runName, scope).trim() : "";
  return named === "" ? defaultTitle(workflow.name, event) : named;
}

export function defaultTitle(workflowName: string, event: TriggerEvent): string {
  const { payload } = event;
  const subject =
    textOf(objectOf(payload.pull_request).title) ||
    textOf(objectOf(payload.issue).title) ||
    textOf(objectOf(payload.head_commit).message).split("\n")[0];
  if (event.name === "repository_dispatch") return event.action ?? workflowName;
  if (event.name === "workflow_dispatch" || event.name === "schedule" || event.name === "workflow_run")
    return workflowName;
  return subject || workflowName;
}
