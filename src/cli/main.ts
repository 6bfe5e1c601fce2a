/** The command line. Each command loads its own code; a foreseen failure is one clear message and its exit code. */
import { Command, CommanderError } from "commander";
import { messageOf, NightshiftError } from "../domain/errors.ts";
import { EXIT, exitCodeOf } from "./exit.ts";
import { systemTerminal } from "./terminal.ts";

/** Exit code of the command in `args`. */
export async function runCli(args: readonly string[]): Promise<number> {
  let code: number = EXIT.done;
  const program = new Command("nightshift")
    .description(
      "Turns requirements into reviewed, tested, merged features: on GitHub Actions, or on this machine alone.",
    )
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError("(nightshift --help lists the commands)");

  program
    .command("demo")
    .description(
      "show the whole loop on this machine: a blog is planned, built, reviewed and merged; the model is scripted",
    )
    .option("--json", "print one JSON object as the last line")
    .option(
      "--data <dir>",
      "keep the local GitHub in this directory (default: a new one below the system's temporary directory)",
    )
    .action(async (options: { json?: boolean; data?: string }) => {
      const { runDemo } = await import("./demo/demo.ts");
      code = await runDemo(
        { json: options.json === true, data: options.data },
        systemTerminal(options.json === true),
      );
    });

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
