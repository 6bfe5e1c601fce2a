/** Options of `nightshift demo`. */
import type { Command } from "commander";
import { systemTerminal } from "../terminal.ts";

export function addDemoCommand(program: Command, ended: (code: number) => void): void {
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
      const { runDemo } = await import("../demo/demo.ts");
      ended(
        await runDemo(
          { json: options.json === true, data: options.data },
          systemTerminal(options.json === true),
        ),
      );
    });
}
