/** The shared words of the planner: what a job of the plan came to, and what the next ones may know of it. */
import type { ForgeForRunner, JsonObject, RunRecord } from "../../contract.ts";
import type { JobHost, StepResult } from "../job/model.ts";
import type { ExpressionFunctions, Scope } from "../language/expression.ts";
import type { JobSpec } from "../language/workflow-file.ts";
import type { CallTree } from "./call-tree.ts";
import type { Cancellation } from "./cancellation.ts";
import type { ConcurrencyGroups } from "./concurrency.ts";
import type { RunState } from "./run-state.ts";
import type { Slots } from "./slots.ts";

/** A job (all instances of its matrix) that has ended. */
export interface NodeResult {
  result: StepResult;
  outputs: { [name: string]: string };
  /** Whether it ran in this attempt. */
  again: boolean;
  /** Whether it and everything before it succeeded; what `success()` of later jobs asks. */
  allSucceeded: boolean;
  /** Whether it or anything before it failed; what `failure()` asks. */
  anyFailed: boolean;
}

/** One run attempt while it executes. */
export interface RunWork {
  host: JobHost;
  forge: ForgeForRunner;
  groups: ConcurrencyGroups;
  slots: Slots;
  run: RunRecord;
  state: RunState;
  github: JsonObject;
  vars: JsonObject;
  cancellation: Cancellation;
  /** Called when the first job starts and when one waits for its group. */
  onJobStart: () => void;
  onJobWait: () => void;
  /** True once the runner stops and this run has not started: its jobs wait for the next process. */
  halted: () => boolean;
  progress: (event: JobProgress) => void;
}

export type JobProgress =
  | { kind: "job_started"; runId: number; jobId: number; name: string }
  | { kind: "job_completed"; runId: number; jobId: number; name: string; conclusion: StepResult };

/** One workflow file in a run: the entry file, or a called one. */
export interface WorkflowScope {
  tree: CallTree;
  inputs: JsonObject;
  secrets: { [name: string]: string };
  /** `code / ` for the jobs of a called workflow. */
  namePrefix: string;
  /** `code/` for the keys of its jobs. */
  keyPrefix: string;
  cancellation: Cancellation;
}

/** What a job-level expression sees. */
export function jobScope(
  work: RunWork,
  scope: WorkflowScope,
  needs: ReadonlyMap<string, NodeResult>,
  extra: JsonObject = {},
): Scope {
  return {
    contexts: jobContexts(work, scope, needs, extra),
    functions: statusFunctions(scope.cancellation, needs),
  };
}

export function jobContexts(
  work: RunWork,
  scope: WorkflowScope,
  needs: ReadonlyMap<string, NodeResult>,
  extra: JsonObject = {},
): JsonObject {
  const seen = [...needs].map(([id, { result, outputs }]) => [id, { result, outputs }]);
  return {
    github: work.github,
    vars: work.vars,
    inputs: scope.inputs,
    needs: Object.fromEntries(seen),
    strategy: {},
    matrix: {},
    ...extra,
  };
}

/** `success()` and `failure()` look at every ancestor, not only at direct needs. */
function statusFunctions(
  cancellation: Cancellation,
  needs: ReadonlyMap<string, NodeResult>,
): ExpressionFunctions {
  const all = [...needs.values()];
  return {
    always: () => true,
    cancelled: () => cancellation.requested,
    success: () => !cancellation.requested && all.every(({ allSucceeded }) => allSucceeded),
    failure: () => !cancellation.requested && all.some(({ anyFailed }) => anyFailed),
  };
}

/** Joins the results of a matrix or of a called workflow: failure, then cancelled, then success; skipped when nothing ran. */
export function joinResults(results: StepResult[]): StepResult {
  const order: StepResult[] = ["failure", "cancelled", "success"];
  return order.find((result) => results.includes(result)) ?? "skipped";
}

export function keyOf(scope: WorkflowScope, spec: JobSpec, index: number | undefined): string {
  return `${scope.keyPrefix}${spec.id}${index === undefined ? "" : `[${index}]`}`;
}
