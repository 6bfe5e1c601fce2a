/** The command line. Each command loads its own code; a foreseen failure is one clear message and its exit code. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command, CommanderError } from "commander";
import { z } from "zod";
import { messageOf, NightshiftError } from "../domain/errors.ts";
import { toolkitRoot } from "../ops/assets.ts";
import { addDemoCommand } from "./commands/demo.ts";
import { addInitCommand } from "./commands/init.ts";
import { addReplayCommand, addRollbackCommand, addTranscriptCommand } from "./commands/record.ts";
import { addReviewCommand } from "./commands/review.ts";
import { addRunCommand } from "./commands/run.ts";
import { addStartCommand } from "./commands/start.ts";
import { addStatusCommand } from "./commands/status.ts";
import { addUpCommand } from "./commands/up.ts";
import { addVerifyCommand } from "./commands/verify.ts";
import { EXIT, exitCodeOf } from "./exit.ts";

const Package = z.object({ version: z.string() });

/** The version of the toolkit on disk. */
function version(): string {
  const text: unknown = JSON.parse(readFileSync(join(toolkitRoot(), "package.json"), "utf8"));
  return Package.parse(text).version;
}

/** Exit code of the command in `args`. */
export async function runCli(args: readonly string[]): Promise<number> {
  let code: number = EXIT.done;
  const ended = (answer: number) => {
    code = answer;
  };
  const program = new Command("nightshift")
    .description(
      "Turns requirements into reviewed, tested, merged features: on GitHub Actions, or on this machine alone.",
    )
    .version(version(), "-V, --version")
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError("(nightshift --help lists the commands)");
  for (const add of [
    addDemoCommand,
    addRunCommand,
    addReviewCommand,
    addInitCommand,
    addStartCommand,
    addStatusCommand,
    addUpCommand,
    addVerifyCommand,
    addTranscriptCommand,
    addReplayCommand,
    addRollbackCommand,
  ])
    add(program, ended);

  try {
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.wrongUse;
    const foreseen = error instanceof NightshiftError;
    const text = foreseen
      ? error.message
      : error instanceof Error && error.stack
        ? error.stack
        : messageOf(error);
    process.stderr.write(`nightshift: ${text}\n`);
    return foreseen ? exitCodeOf(error) : EXIT.failed;
  }
}
