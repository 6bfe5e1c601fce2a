import { stripVTControlCharacters } from "node:util";
import { z } from "zod";
import type { CommandOutcome } from "../sandbox/sandbox.ts";
import { defineTool } from "../tool.ts";

const OUTPUT_BYTES = 24_000;
/** What a rule with `profile: long_command` gives. */
const LONG_COMMAND_MS = 30 * 60_000;

export const bash = defineTool({
  name: "bash",
  description: "Run a shell command in the repository. No network, no stdin; nothing survives the command.",
  effect: "execute",
  input: z.strictObject({
    command: z.string().min(1).max(20_000),
    timeoutSec: z.int().min(1).max(900).default(120),
    cwd: z.string().optional(),
    description: z.string().max(500).optional(),
  }),
  command: ({ command }) => command,
  async run({ command, timeoutSec, cwd }, context) {
    const wanted = context.profile === "long_command" ? LONG_COMMAND_MS : timeoutSec * 1_000;
    const where = cwd === undefined ? {} : { cwd };
    const outcome = await context.sandbox.exec({
      script: command,
      ...where,
      timeoutMs: Math.max(1_000, Math.min(wanted, context.remainingMs())),
      maxOutputBytes: OUTPUT_BYTES,
      keepAs: context.callId.replace(/[^\w-]/g, "_"),
      signal: context.signal,
      egress: context.profile === "setup_hosts",
    });
    context.ranCommand({
      command,
      exitCode: outcome.exitCode,
      ms: outcome.ms,
      ...where,
      denial: outcome.denial,
    });
    return describe(outcome);
  },
});

function describe(outcome: CommandOutcome): string {
  const seconds = `${(outcome.ms / 1_000).toFixed(1)} s`;
  const ending = outcome.timedOut
    ? `killed after ${seconds} (time limit)`
    : outcome.exitCode === null
      ? `killed by ${outcome.signal}, ${seconds}`
      : `exit ${outcome.exitCode}, ${seconds}`;
  const rest = outcome.truncatedTo === undefined ? [] : [`[whole output: read_file ${outcome.truncatedTo}]`];
  return [ending, stripVTControlCharacters(outcome.output).trimEnd(), ...rest]
    .filter((line) => line !== "")
    .join("\n");
}
