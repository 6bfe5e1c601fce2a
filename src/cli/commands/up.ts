/** Options of `nightshift up`. */
import { type Command, InvalidArgumentError, Option } from "commander";
import { systemTerminal } from "../terminal.ts";
import type { UpOptions } from "../up/preflight.ts";
import { dollars } from "./dollars.ts";
import { onInterrupt } from "./interrupt.ts";

export function addUpCommand(program: Command, ended: (code: number) => void): void {
  program
    .command("up")
    .description("run a local GitHub for days: repositories, the agents' workflows, and a web page")
    .option("--repo <path...>", "your git repositories; they are imported once and only ever read")
    .option("--port <number>", "listen there, on this machine alone (default: as before, else any)", port)
    .option("--data <dir>", "keep everything in this directory (default: ~/.local/state/nightshift/up)")
    .option("--model <provider:model>", "model of every agent, or several with commas")
    .option(
      "--base-url <url>",
      "another server that speaks the model provider's API, or provider=url for each; https, or http on this machine",
    )
    .option("--max-usd <amount>", "most US dollars for a requirement", dollars)
    .addOption(
      new Option(
        "--sandbox <mode>",
        "required: without a working sandbox nothing runs; off: commands of the model run as you (default: required)",
      ).choices(["required", "off"]),
    )
    .option("--run-ci", "also run the repositories' own workflows")
    .option("--json", "print {url, token, repositories} as the first line when it is ready")
    .addHelpText(
      "after",
      `
The models' keys are read from ANTHROPIC_API_KEY, OPENAI_API_KEY and GEMINI_API_KEY (also GOOGLE_API_KEY). They
are written nowhere.

Examples:
  nightshift up --repo ~/code/shop ~/code/blog
  nightshift up                                  the same again, after a stop or a kill`,
    )
    .action(async (given: Partial<Omit<UpOptions, "repos">> & { repo?: string[] }) => {
      const { runUp } = await import("../up/up.ts");
      const options: UpOptions = {
        repos: given.repo ?? [],
        port: given.port,
        data: given.data,
        model: given.model,
        baseUrl: given.baseUrl,
        maxUsd: given.maxUsd,
        sandbox: given.sandbox,
        runCi: given.runCi,
        json: given.json === true,
      };
      const terminal = systemTerminal(options.json);
      const interrupt = onInterrupt(() => terminal.line("stopping; once more to stop at once"));
      try {
        const edge = { env: process.env, fetch, now: () => new Date(), signal: interrupt.signal };
        ended(await runUp(options, terminal, edge));
      } finally {
        interrupt.release();
      }
    });
}

function port(text: string): number {
  const number = Number(text);
  if (/^\d{1,5}$/.test(text) && number <= 65_535) return number;
  throw new InvalidArgumentError("It is a number from 0 to 65535; 0 is any free port.");
}
