/** Takes the lines of one step: carries out workflow commands, logs the rest. */

import { parseCommand, type WorkflowCommand } from "./commands.ts";
import type { JobState } from "./model.ts";

/** A line handler for one process. `state` collects the values of the old `save-state` command, which is ignored. */
export function createLineHandler(state: JobState): (line: string) => void {
  let stopToken: string | undefined;
  return (line) => {
    const command = parseCommand(line);
    if (stopToken !== undefined) {
      if (command?.name === stopToken.toLowerCase()) stopToken = undefined;
      else state.log.write(line);
      return;
    }
    if (command?.name === "stop-commands") {
      stopToken = command.message;
      state.log.write(line);
    } else if (!command || !perform(state, command)) state.log.write(line);
  };
}

/** False for a name that is no command: such a line is ordinary output. */
function perform(state: JobState, command: WorkflowCommand): boolean {
  const { log } = state;
  switch (command.name) {
    case "add-mask":
      state.masks.add(command.message);
      log.write("::add-mask::***");
      return true;
    case "group":
    case "endgroup":
      log.write(`##[${command.name}]${command.message}`);
      return true;
    case "debug":
    case "echo":
      return true;
    case "notice":
    case "warning":
      log.annotate({ level: command.name, message: command.message, ...location(command) });
      return true;
    case "error":
      log.annotate({ level: "failure", message: command.message, ...location(command) });
      return true;
    case "set-output":
    case "save-state":
      log.annotate({
        level: "warning",
        message: `The \`${command.name}\` command is disabled. Please upgrade to using Environment Files. For more information see: https://github.blog/changelog/2022-10-11-github-actions-deprecating-save-state-and-set-output-commands/`,
      });
      return true;
    case "set-env":
    case "add-path":
      log.annotate({
        level: "failure",
        message: `The \`${command.name}\` command is disabled. Please upgrade to using Environment Files.`,
      });
      return true;
    default:
      return false;
  }
}

function location(command: WorkflowCommand): { title?: string; path?: string; line?: number } {
  const { title, file, line } = command.properties;
  const number = Number(line);
  return {
    ...(title ? { title } : {}),
    ...(file ? { path: file } : {}),
    ...(Number.isInteger(number) && number > 0 ? { line: number } : {}),
  };
}
