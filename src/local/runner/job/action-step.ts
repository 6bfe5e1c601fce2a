/** `uses:` steps: finds the action, gives it its inputs, and performs it by kind. */

import type { BuiltInAction } from "../actions/built-in.ts";
import { resolveAction } from "../actions/resolve.ts";
import type { ActionInput } from "../language/action-file.ts";
import { evaluateScalar, evaluateTexts } from "../language/evaluate-token.ts";
import { performComposite } from "./composite.ts";
import { processEnvironment } from "./contexts.ts";
import { performJavaScript } from "./javascript.ts";
import type { JobState } from "./model.ts";
import { announceEnv } from "./script-step.ts";
import type { StepBody, StepCall } from "./step.ts";

/** Throws when the action cannot be found or refuses its inputs. */
export async function performAction(state: JobState, call: StepCall): Promise<StepBody> {
  const uses = call.spec.uses ?? "";
  const place = { workspace: state.directories.workspace, origin: call.frame.origin };
  const found = await resolveAction(uses, place, state.host.source, state.host.builtInActions);
  const given = evaluateTexts(call.spec.with, call.scope);
  announce(state, call, uses, given);
  if (found.kind === "built-in") return performBuiltIn(state, call, found, given);
  const inputs = completeInputs(state, call, uses, found.action.inputs, given);
  if (found.action.kind === "composite")
    return performComposite(state, call, { ...found, action: found.action }, inputs);
  return performJavaScript(state, call, { ...found, action: found.action }, inputs);
}

/** Given inputs by their defined names, defaults evaluated; unknown ones are warned about, as on GitHub. */
function completeInputs(
  state: JobState,
  call: StepCall,
  uses: string,
  definitions: ActionInput[],
  given: { [name: string]: string },
): { [name: string]: string } {
  warnUnknown(
    state,
    uses,
    definitions.map(({ name }) => name),
    given,
  );
  const byName = new Map(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]));
  return Object.fromEntries(
    definitions.map(({ name, default: fallback }) => [
      name,
      byName.get(name.toLowerCase()) ?? evaluateScalar(fallback, call.scope),
    ]),
  );
}

function warnUnknown(
  state: JobState,
  uses: string,
  names: string[],
  given: { [name: string]: string },
): void {
  const known = new Set(names.map((name) => name.toLowerCase()));
  const unknown = Object.keys(given).filter((name) => !known.has(name.toLowerCase()));
  if (unknown.length === 0) return;
  const list = (values: string[]) => values.map((value) => `'${value}'`).join(", ");
  state.log.annotate({
    level: "warning",
    message: `Unexpected input(s) ${list(unknown)}, valid inputs are [${list(names)}] (${uses})`,
  });
}

function announce(state: JobState, call: StepCall, uses: string, given: { [name: string]: string }): void {
  state.log.write(`##[group]Run ${uses}`);
  if (Object.keys(given).length > 0) state.log.write("with:");
  for (const [name, value] of Object.entries(given)) state.log.write(`  ${name}: ${value}`);
  announceEnv(state, { ...state.env, ...call.frame.env, ...call.env });
  state.log.write("##[endgroup]");
}

async function performBuiltIn(
  state: JobState,
  call: StepCall,
  found: { name: string; action: BuiltInAction },
  given: { [name: string]: string },
): Promise<StepBody> {
  const { order, host, directories, log } = state;
  log.write(`Built-in stand-in for ${found.name}`);
  warnUnknown(state, found.name, Object.keys(found.action.inputs), given);
  const lower = Object.fromEntries(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]));
  const inputs = Object.fromEntries(
    Object.entries(found.action.inputs).map(([name, value]) => [name, lower[name.toLowerCase()] ?? value]),
  );
  const outputs = await found.action.perform({
    inputs,
    env: processEnvironment(state, call.frame, {}, call.env),
    workspace: directories.workspace,
    temp: directories.temp,
    run: order.run,
    sha: order.run.trigger.sha,
    ref: order.run.trigger.ref,
    token: state.token,
    permissions: order.permissions,
    forge: host.forge,
    write: (line) => log.write(line),
    warn: (message) => log.annotate({ level: "warning", message }),
    mask: (value) => state.masks.add(value),
  });
  return { outcome: "success", outputs };
}
