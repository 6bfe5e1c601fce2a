/** Options of `nightshift init`. */
import { type Command, Option } from "commander";
import type { InitOptions } from "../init/init.ts";
import { SWEEPS } from "../templates.ts";
import { systemTerminal } from "../terminal.ts";

export function addInitCommand(program: Command, ended: (code: number) => void): void {
  program
    .command("init")
    .description(
      "bring Nightshift's workflows into the repository that you are in, and list what GitHub needs",
    )
    .option("--repo <owner/name>", "the repository on GitHub (default: what its remote says)")
    .option(
      "--toolkit <owner/name@SHA>",
      "where the toolkit is published, and the commit to pin to: 40 hexadecimal digits",
    )
    .addOption(
      new Option("--sweep <how often>", "how often the manager looks for lost work")
        .choices(Object.keys(SWEEPS))
        .default("1h"),
    )
    .option(
      "--force",
      "overwrite files that exist and differ; without it they stay and the difference is shown",
    )
    .action(async (given: Partial<InitOptions>) => {
      const { runInit } = await import("../init/init.ts");
      const options: InitOptions = {
        repo: given.repo,
        toolkit: given.toolkit,
        sweep: given.sweep ?? "1h",
        force: given.force === true,
      };
      ended(await runInit(options, process.cwd(), systemTerminal(false)));
    });
}
