/** A job that calls a reusable workflow: its groups, its inputs and secrets, the jobs inside, its outputs. */
import type { JsonObject } from "../../contract.ts";
import { evaluateTexts, evaluateToken } from "../language/evaluate-token.ts";
import type { Scope } from "../language/expression.ts";
import { entries } from "../language/tokens.ts";
import { resolveInputs } from "../trigger/inputs.ts";
import type { CallTree } from "./call-tree.ts";
import type { Cancellation } from "./cancellation.ts";
import { recordEnded } from "./execute-instance.ts";
import { calledOutputs, executeWorkflow, type Instance, type InstanceResult } from "./execute-workflow.ts";
import { readGroup } from "./group-request.ts";
import { jobScope, joinResults, type RunWork, type WorkflowScope } from "./plan.ts";

/** Holds the caller's and the called file's concurrency groups while the jobs inside run. */
export async function executeCall(work: RunWork, one: Instance): Promise<InstanceResult> {
  if (work.state.get(one.key)?.result) return recordEnded(work, one, "skipped", []);
  const tree = one.scope.tree.calls.get(one.spec.id);
  if (!tree) return recordEnded(work, one, "failure", [`Workflow '${one.spec.uses}' was not found`]);
  const scope = jobScope(work, one.scope, one.needs, one.contexts);
  const inner = calledScope(work, one, tree, scope);
  if (inner.errors.length > 0) return recordEnded(work, one, "failure", inner.errors);
  const releases: (() => void)[] = [];
  try {
    for (const group of [
      readGroup(one.spec.concurrency, work.run.repository, scope),
      readGroup(tree.file.concurrency, work.run.repository, {
        contexts: { github: work.github, vars: work.vars, inputs: inner.scope.inputs },
      }),
    ]) {
      if (!group) continue;
      const release = await work.groups.acquire(group, inner.scope.cancellation, work.onJobWait);
      if (!release) return recordEnded(work, one, "cancelled", [inner.scope.cancellation.reason]);
      releases.push(release);
    }
    const results = await executeWorkflow(work, inner.scope);
    return {
      result: joinResults([...results.values()].map(({ result }) => result)),
      outputs: calledOutputs(work, inner.scope, results),
      again: [...results.values()].some(({ again }) => again),
    };
  } finally {
    for (const release of releases.toReversed()) release();
  }
}

function calledScope(
  work: RunWork,
  one: Instance,
  tree: CallTree,
  scope: Scope,
): { scope: WorkflowScope; errors: string[] } {
  const given: JsonObject = {};
  for (const { key, value } of entries(one.spec.with))
    given[key] = evaluateToken(value, secretsToo(scope, one.scope.secrets));
  const { inputs, errors } = resolveInputs(tree.file.callInputs, given, {
    contexts: { github: work.github, vars: work.vars },
  });
  return {
    errors,
    scope: {
      tree,
      inputs,
      secrets: passedSecrets(one, tree, scope),
      namePrefix: `${one.name} / `,
      keyPrefix: `${one.key}/`,
      cancellation: both(one.scope.cancellation, one.own),
    },
  };
}

/** `inherit` passes everything to the directly called workflow; a mapping passes what it names. */
function passedSecrets(one: Instance, tree: CallTree, scope: Scope): { [name: string]: string } {
  const { secrets } = one.spec;
  if (secrets === "inherit") return one.scope.secrets;
  const named = evaluateTexts(secrets, secretsToo(scope, one.scope.secrets));
  const defined = new Set(tree.file.callSecrets.map(({ name }) => name.toLowerCase()));
  return Object.fromEntries(
    Object.entries(named).filter(([name, value]) => defined.has(name.toLowerCase()) && value !== ""),
  );
}

function secretsToo(scope: Scope, secrets: { [name: string]: string }): Scope {
  return { ...scope, contexts: { ...scope.contexts, secrets } };
}

function both(first: Cancellation, second: Cancellation): Cancellation {
  const joined = first.child();
  second.listen(() => joined.cancel(second.reason, second.forced));
  return joined;
}
