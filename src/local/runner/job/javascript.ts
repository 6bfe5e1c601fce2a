/** JavaScript actions: `pre`, `main` and `post`, with this runner's own Node. */
import type { FoundAction } from "../actions/resolve.ts";
import type { JavaScriptAction } from "../language/action-file.ts";
import { evaluateCondition } from "../language/expression.ts";
import type { Cancellation } from "../run/cancellation.ts";
import { applyFileCommands } from "./apply-file-commands.ts";
import { processEnvironment, stepScope } from "./contexts.ts";
import { openFileCommands } from "./file-commands.ts";
import type { JobState } from "./model.ts";
import { createLineHandler } from "./output.ts";
import { runProcess } from "./process.ts";
import { type StepBody, type StepCall, stepName } from "./step.ts";

type Found = FoundAction & { action: JavaScriptAction };

/** `pre` runs directly before `main`; `post` is registered for the end of the job. */
export async function performJavaScript(
  state: JobState,
  call: StepCall,
  found: Found,
  inputs: { [name: string]: string },
): Promise<StepBody> {
  const saved: { [name: string]: string } = {};
  const start = (script: string, stop: Cancellation) =>
    runScript(state, call, found, { script, stop, env: inputVariables(inputs), saved });
  const { pre, preIf, main, post, postIf } = found.action;
  if (post) {
    const name = `Post ${stepName(call.spec, call.scope)}`;
    state.posts.push({ name, if: postIf, perform: async (stop) => (await start(post, stop)).outcome });
  }
  if (pre && evaluateCondition(preIf, stepScope(state, call.frame, call.env))) {
    const body = await start(pre, call.stop);
    if (body.outcome !== "success") return body;
  }
  return start(main, call.stop);
}

async function runScript(
  state: JobState,
  call: StepCall,
  found: Found,
  work: {
    script: string;
    stop: Cancellation;
    env: { [name: string]: string };
    saved: { [name: string]: string };
  },
): Promise<StepBody> {
  const files = await openFileCommands(`${state.directories.temp}/_runner_file_commands`);
  const states = Object.fromEntries(
    Object.entries(work.saved).map(([name, value]) => [`STATE_${name}`, value]),
  );
  const env = processEnvironment(
    state,
    call.frame,
    {
      ...files.variables,
      ...work.env,
      ...states,
      GITHUB_ACTION: call.spec.id ?? "__action",
      GITHUB_ACTION_REPOSITORY: found.repository,
      GITHUB_ACTION_REF: found.ref,
    },
    call.env,
  );
  const command = {
    file: process.execPath,
    args: [`${found.directory}/${work.script}`],
    env,
    cwd: state.directories.workspace,
  };
  const { exitCode, pid } = await runProcess(state.host, command, work.stop, createLineHandler(state));
  if (pid !== undefined) state.groups.add(pid);
  const result = await files.collect();
  Object.assign(work.saved, result.state);
  const { outputs, problems } = applyFileCommands(state, result);
  return { outcome: exitCode === 0 && problems === 0 ? "success" : "failure", outputs };
}

/** `INPUT_<NAME>`: upper case, spaces become underscores, hyphens stay. */
function inputVariables(inputs: { [name: string]: string }): { [name: string]: string } {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`,
      value,
    ]),
  );
}
