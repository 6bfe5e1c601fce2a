/** Takes what a step wrote for the runner into the job. */
import type { FileCommandResult } from "./file-commands.ts";
import type { JobState } from "./model.ts";

/** The step's outputs, and how many errors the files had (each is annotated). */
export function applyFileCommands(
  state: JobState,
  result: FileCommandResult,
): { outputs: { [name: string]: string }; problems: number } {
  const { NODE_OPTIONS, ...env } = result.env;
  const problems = [...result.problems];
  if (NODE_OPTIONS !== undefined)
    problems.push("Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.");
  const allowed = Object.entries(env).filter(([name]) => !/^(GITHUB_|RUNNER_)/i.test(name));
  Object.assign(state.env, Object.fromEntries(allowed));
  state.path.unshift(...result.path.toReversed());
  if (result.summary !== "") state.summary += state.masks.apply(`${result.summary}\n`);
  for (const message of problems) state.log.annotate({ level: "failure", message });
  return { outputs: result.outputs, problems: problems.length };
}
