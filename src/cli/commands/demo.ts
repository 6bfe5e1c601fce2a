/** Options of `nightshift demo`. */
import { type Command, Option } from "commander";
import { PROVIDERS, type Provider } from "../../domain/provider.ts";
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
    .addOption(
      new Option("--provider <name>", "whose API the scripted model speaks")
        .choices(PROVIDERS)
        .default("anthropic"),
    )
    .action(async (options: { json?: boolean; data?: string; provider: Provider }) => {
      const { runDemo } = await import("../demo/demo.ts");
      ended(
        await runDemo(
          { json: options.json === true, data: options.data, provider: options.provider },
          systemTerminal(options.json === true),
        ),
      );
    });
}
