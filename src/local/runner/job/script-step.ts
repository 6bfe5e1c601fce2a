/** `run:` steps. */
import { randomUUID } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { evaluateScalar } from "../language/evaluate-token.ts";
import { child, type Token } from "../language/tokens.ts";
import { applyFileCommands } from "./apply-file-commands.ts";
import { processEnvironment } from "./contexts.ts";
import { entryArguments, runEntryCall } from "./entry-call.ts";
import { openFileCommands } from "./file-commands.ts";
import type { JobState } from "./model.ts";
import { createLineHandler } from "./output.ts";
import { type Command, runProcess } from "./process.ts";
import { scriptExtension, shellCommand, shellTemplate } from "./shell.ts";
import type { StepBody, StepCall } from "./step.ts";

/** Runs the script in its shell; a non-zero exit code is a failure. */
export async function performScript(state: JobState, call: StepCall): Promise<StepBody> {
  const { spec, frame, scope, env: stepEnv } = call;
  const script = evaluateScalar(spec.run, scope).replace(/\r\n/g, "\n");
  const shell = setting(state, call, "shell", spec.shell);
  const directory = resolve(
    state.directories.workspace,
    setting(state, call, "working-directory", spec.workingDirectory) ?? "",
  );
  const files = await openFileCommands(`${state.directories.temp}/_runner_file_commands`);
  const env = processEnvironment(
    state,
    frame,
    { ...files.variables, GITHUB_ACTION: spec.id ?? "__run" },
    stepEnv,
  );
  const template = shellTemplate(shell, env.PATH ?? "");
  announce(state, script, template, { ...state.env, ...frame.env, ...stepEnv });
  const entry = frame.action && isTrusted(state, call) ? entryArguments(script, env) : undefined;
  const onLine = createLineHandler(state);
  const exitCode =
    entry && state.host.runEntry
      ? await runEntryCall(
          state.host.clock,
          state.host.runEntry,
          { argv: entry, env, cwd: directory },
          call.stop,
          onLine,
        )
      : await runScript(
          state,
          call,
          { script, template, extension: scriptExtension(shell), env, directory },
          onLine,
        );
  const { outputs, problems } = applyFileCommands(state, await files.collect());
  if (exitCode !== 0)
    state.log.annotate({ level: "failure", message: `Process completed with exit code ${exitCode}.` });
  return { outcome: exitCode === 0 && problems === 0 ? "success" : "failure", outputs };
}

async function runScript(
  state: JobState,
  call: StepCall,
  work: {
    script: string;
    template: string;
    extension: string;
    env: { [name: string]: string };
    directory: string;
  },
  onLine: (line: string) => void,
): Promise<number> {
  const file = `${state.directories.temp}/${randomUUID()}${work.extension}`;
  await writeFile(file, work.script, { mode: 0o755 });
  await mkdir(work.directory, { recursive: true });
  const command: Command = { ...shellCommand(work.template, file), env: work.env, cwd: work.directory };
  const { host, order } = state;
  const trusted = host.isTrusted(
    order.workflow.repository,
    order.workflow.path,
    call.frame.action?.repository,
  );
  const wrapped = host.wrapForeignRun && !trusted ? host.wrapForeignRun(command) : command;
  const { exitCode, pid } = await runProcess(host, wrapped, call.stop, onLine);
  if (pid !== undefined) state.groups.add(pid);
  return exitCode;
}

function isTrusted({ host, order }: JobState, call: StepCall): boolean {
  return host.isTrusted(order.workflow.repository, order.workflow.path, call.frame.action?.repository);
}

/** `shell` and `working-directory`: the step's, then `defaults.run` of the job, then of the workflow; composite steps have only their own. */
function setting(state: JobState, call: StepCall, key: string, own: Token | undefined): string | undefined {
  const { workflow, spec } = state.order;
  const inherited = call.frame.action
    ? []
    : [spec.defaults, workflow.file.defaults].map((token) => child(child(token, "run"), key));
  const token = [own, ...inherited].find((candidate) => candidate !== undefined);
  return token ? evaluateScalar(token, call.scope) : undefined;
}

function announce(state: JobState, script: string, template: string, env: { [name: string]: string }): void {
  const lines = script.replace(/\n$/, "").split("\n");
  state.log.write(`##[group]Run ${lines[0] ?? ""}`);
  for (const line of lines) state.log.write(line);
  state.log.write(`shell: ${template}`);
  announceEnv(state, env);
  state.log.write("##[endgroup]");
}

export function announceEnv(state: JobState, env: { [name: string]: string }): void {
  const names = Object.keys(env);
  if (names.length > 0) state.log.write("env:");
  for (const name of names) state.log.write(`  ${name}: ${env[name]}`);
}
