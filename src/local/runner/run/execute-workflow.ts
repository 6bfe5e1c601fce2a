/** Runs the jobs of one workflow file in the order of `needs`; called workflows come back here. */
import type { JsonObject } from "../../contract.ts";
import type { StepResult } from "../job/model.ts";
import { evaluateScalar, evaluateToken } from "../language/evaluate-token.ts";
import { evaluateCondition } from "../language/expression.ts";
import type { JobSpec } from "../language/workflow-file.ts";
import { type Cancellation, createCancellation } from "./cancellation.ts";
import { executeCall } from "./execute-call.ts";
import { recordEnded, runInstance } from "./execute-instance.ts";
import { expandStrategy, matrixSuffix, type Strategy } from "./matrix.ts";
import {
  jobContexts,
  jobScope,
  joinResults,
  type NodeResult,
  type RunWork,
  type WorkflowScope,
} from "./plan.ts";
import { createSlots } from "./slots.ts";

/** One job of a matrix, or the only one. */
export interface Instance {
  spec: JobSpec;
  scope: WorkflowScope;
  needs: ReadonlyMap<string, NodeResult>;
  name: string;
  key: string;
  contexts: JsonObject;
  /** Cancels this instance alone (fail-fast). */
  own: Cancellation;
}

export interface InstanceResult {
  result: StepResult;
  outputs: { [name: string]: string };
  /** It ran in this attempt: what needs it runs again as well. */
  again: boolean;
}

/** Results by job id, once all jobs have ended. Never rejects. */
export async function executeWorkflow(work: RunWork, scope: WorkflowScope): Promise<Map<string, NodeResult>> {
  const promises = new Map<string, Promise<NodeResult>>();
  const start = (spec: JobSpec): Promise<NodeResult> => {
    const known = promises.get(spec.id);
    if (known) return known;
    const needed = spec.needs.flatMap((id) => scope.tree.file.jobs.filter((job) => job.id === id));
    const before = Promise.all(needed.map(async (job) => [job.id, await start(job)] as const));
    const promise = before.then((results) => executeNode(work, scope, spec, new Map(results)));
    promises.set(spec.id, promise);
    return promise;
  };
  const entries = scope.tree.file.jobs.map(async (spec) => [spec.id, await start(spec)] as const);
  return new Map(await Promise.all(entries));
}

async function executeNode(
  work: RunWork,
  scope: WorkflowScope,
  spec: JobSpec,
  needs: Map<string, NodeResult>,
): Promise<NodeResult> {
  const before = [...needs.values()];
  // docs: rest/actions/workflow-runs, "Re-run all of the failed jobs and their dependent jobs"
  if (before.some(({ again }) => again)) work.state.forget(`${scope.keyPrefix}${spec.id}`);
  const { result, outputs, again } = await settle(work, scope, spec, needs);
  return {
    result,
    outputs,
    again,
    allSucceeded: result === "success" && before.every(({ allSucceeded }) => allSucceeded),
    anyFailed: result === "failure" || before.some(({ anyFailed }) => anyFailed),
  };
}

async function settle(
  work: RunWork,
  scope: WorkflowScope,
  spec: JobSpec,
  needs: Map<string, NodeResult>,
): Promise<InstanceResult> {
  const whole = instance(work, scope, spec, needs, undefined);
  try {
    if (scope.cancellation.forced) return recordEnded(work, whole, "cancelled", []);
    if (!evaluateCondition(spec.if, jobScope(work, scope, needs)))
      return recordEnded(work, whole, "skipped", []);
    const strategy = expandStrategy(spec.strategy, jobScope(work, scope, needs));
    if (!strategy.combinations)
      return await perform(work, instance(work, scope, spec, needs, { strategy, index: undefined }));
    return await executeMatrix(work, scope, spec, needs, strategy, strategy.combinations);
  } catch (error) {
    return recordEnded(work, whole, "failure", [error instanceof Error ? error.message : String(error)]);
  }
}

async function executeMatrix(
  work: RunWork,
  scope: WorkflowScope,
  spec: JobSpec,
  needs: Map<string, NodeResult>,
  strategy: Strategy,
  combinations: JsonObject[],
): Promise<InstanceResult> {
  const slots = createSlots(strategy.maxParallel);
  const instances = combinations.map((_, index) => instance(work, scope, spec, needs, { strategy, index }));
  const ended = await Promise.all(
    instances.map(async (one) => {
      const release = await slots.take(one.own);
      const result = release
        ? await perform(work, one)
        : recordEnded(work, one, "cancelled", [one.own.reason]);
      if (result.result === "failure" && strategy.failFast) {
        for (const other of instances)
          if (other !== one)
            other.own.cancel(`The strategy configuration was canceled because "${one.name}" failed`);
      }
      release?.();
      return result;
    }),
  );
  // The last writer wins: an output that several instances set has the value of the last in matrix order.
  return {
    result: joinResults(ended.map(({ result }) => result)),
    outputs: Object.assign({}, ...ended.map(({ outputs }) => outputs)),
    again: ended.some(({ again }) => again),
  };
}

function perform(work: RunWork, one: Instance): Promise<InstanceResult> {
  return one.spec.uses ? executeCall(work, one) : runInstance(work, one);
}

function instance(
  work: RunWork,
  scope: WorkflowScope,
  spec: JobSpec,
  needs: ReadonlyMap<string, NodeResult>,
  at: { strategy: Strategy; index: number | undefined } | undefined,
): Instance {
  const matrix = at?.index === undefined ? undefined : at.strategy.combinations?.[at.index];
  const total = at?.strategy.combinations?.length ?? 1;
  const parallel = at && Number.isFinite(at.strategy.maxParallel) ? at.strategy.maxParallel : total;
  const strategy = {
    "fail-fast": at?.strategy.failFast ?? true,
    "job-index": at?.index ?? 0,
    "job-total": total,
    "max-parallel": parallel,
  };
  const contexts = jobContexts(work, scope, needs, { strategy, matrix: matrix ?? {} });
  const suffix = at?.index === undefined ? "" : `[${at.index}]`;
  return {
    spec,
    scope,
    needs,
    contexts,
    key: `${scope.keyPrefix}${spec.id}${suffix}`,
    name: scope.namePrefix + instanceName(spec, contexts, matrix),
    own: createCancellation(),
  };
}

/** `name:` evaluated; the matrix values are appended unless the name speaks of them itself. */
function instanceName(spec: JobSpec, contexts: JsonObject, matrix: JsonObject | undefined): string {
  const named = spec.name ? evaluateScalar(spec.name, { contexts }) : "";
  if (!matrix) return named || spec.id;
  return named === "" || !spec.name?.isExpression ? (named || spec.id) + matrixSuffix(matrix) : named;
}

/** `outputs:` of a called workflow from the results of its jobs. */
export function calledOutputs(
  work: RunWork,
  scope: WorkflowScope,
  results: ReadonlyMap<string, NodeResult>,
): { [name: string]: string } {
  const jobs = Object.fromEntries([...results].map(([id, { result, outputs }]) => [id, { result, outputs }]));
  const contexts = { github: work.github, vars: work.vars, inputs: scope.inputs, jobs };
  return Object.fromEntries(
    scope.tree.file.callOutputs.map(({ name, value }) => {
      const output = evaluateToken(value, { contexts });
      return [name, output === null || typeof output === "object" ? "" : String(output)];
    }),
  );
}
