/** Options of `nightshift run`. */
import { type Command, Option } from "commander";
import type { RunOptions } from "../run/preflight.ts";
import { systemTerminal } from "../terminal.ts";
import { dollars } from "./dollars.ts";
import { onInterrupt } from "./interrupt.ts";

export function addRunCommand(program: Command, ended: (code: number) => void): void {
  program
    .command("run")
    .description(
      "build a requirement on your own repository, on this machine; the repository itself is only read",
    )
    .option("--repo <path>", "your git repository; its current branch is built on")
    .option(
      "--requirements <file>",
      "a text or Markdown file that says what shall be built; its first line is the title",
    )
    .option(
      "--model <provider:model>",
      "model of every agent, or several with commas: the later ones take over (default: that of .github/nightshift.yml)",
    )
    .option(
      "--base-url <url>",
      "another server that speaks the model provider's API, or provider=url for each; https, or http on this machine",
    )
    .option(
      "--max-usd <amount>",
      "most US dollars for the requirement; can only lower what .github/nightshift.yml allows",
      dollars,
    )
    .addOption(
      new Option(
        "--approve <how>",
        "what waits for you is asked on the terminal, or approved at once (default: ask)",
      ).choices(["ask", "auto"]),
    )
    .option(
      "--data <dir>",
      "keep everything in this directory; with a run in it, that run continues (default: a new one in ~/.local/state/nightshift)",
    )
    .addOption(
      new Option(
        "--sandbox <mode>",
        "required: without a working sandbox nothing runs; off: commands of the model run as you (default: required)",
      ).choices(["required", "off"]),
    )
    .option("--run-ci", "also run the repository's own workflows; their result is shown, and decides nothing")
    .option("--retry", "with --data: try again where a person had to decide")
    .option("--json", "print one JSON object as the last line")
    .addHelpText(
      "after",
      `
The model's key is read from ANTHROPIC_API_KEY, OPENAI_API_KEY or GEMINI_API_KEY (also GOOGLE_API_KEY), whichever
the model needs. It is written nowhere.

Exit codes: 0 done, 1 failed or stopped, 2 wrong use, 3 a person has to act.

Examples:
  nightshift run --repo ~/code/shop --requirements vouchers.md --max-usd 10
  nightshift run --repo . --requirements vouchers.md --model openai:gpt-6-sol,gemini:gemini-4-argon
  nightshift run --data ~/.local/state/nightshift/me-shop-20261122-210000      continues that run`,
    )
    .action(async (given: Partial<RunOptions>) => {
      const { runRun } = await import("../run/run.ts");
      const options: RunOptions = {
        repo: given.repo,
        requirements: given.requirements,
        model: given.model,
        baseUrl: given.baseUrl,
        maxUsd: given.maxUsd,
        approve: given.approve,
        data: given.data,
        sandbox: given.sandbox,
        runCi: given.runCi,
        retry: given.retry === true,
        json: given.json === true,
      };
      const terminal = systemTerminal(options.json);
      const interrupt = onInterrupt(() => terminal.line("stopping; once more to stop at once"));
      try {
        ended(
          await runRun(options, terminal, {
            env: process.env,
            fetch,
            now: () => new Date(),
            signal: interrupt.signal,
          }),
        );
      } finally {
        interrupt.release();
      }
    });
}
