/** Options of `nightshift review`. */
import { type Command, InvalidArgumentError, Option } from "commander";
import { systemTerminal } from "../terminal.ts";
import { onInterrupt } from "./interrupt.ts";

interface Given {
  repo?: string;
  base?: string;
  head?: string;
  json?: boolean;
  markdown?: boolean;
  sarif?: boolean;
  failOn?: "blocker" | "major";
  model?: string;
  baseUrl?: string;
  maxUsd?: number;
  sandbox?: "required" | "off";
  last?: number;
  data?: string;
}

export function addReviewCommand(program: Command, ended: (code: number) => void): void {
  program
    .command("review")
    .description("review a range of commits, or the last pull requests of a repository; writes nothing")
    .option(
      "--repo <path|owner/name>",
      "the repository: a directory, or with --last a name on GitHub (default: here)",
    )
    .option("--base <commit>", "what the range starts from (default: origin/HEAD)")
    .option("--head <commit>", "what is reviewed (default: HEAD)")
    .option("--markdown", "print Markdown (default)")
    .addOption(new Option("--json", "print one JSON object").conflicts(["markdown", "sarif"]))
    .addOption(new Option("--sarif", "print SARIF 2.1.0, as code scanning reads it").conflicts("markdown"))
    .addOption(
      new Option(
        "--fail-on <severity>",
        "exit 3 when such a finding, or a part that was not read, is left",
      ).choices(["blocker", "major"]),
    )
    .option(
      "--model <provider:model>",
      "model of the review, or several with commas (default: that of the base's settings)",
    )
    .option(
      "--base-url <url>",
      "another server that speaks the model provider's API, or provider=url for each",
    )
    .option("--max-usd <amount>", "most US dollars for one review", dollars)
    .addOption(
      new Option("--sandbox <mode>", "off: commands of the model run as you (default: required)").choices([
        "required",
        "off",
      ]),
    )
    .option("--last <count>", "what it would have said on the last pull requests, as one page", count)
    .option("--data <dir>", "with --last: a local GitHub instead of github.com")
    .addHelpText(
      "after",
      `
The model's key is read from ANTHROPIC_API_KEY, OPENAI_API_KEY or GEMINI_API_KEY. With --last, GitHub is reached with GITHUB_TOKEN,
which only has to read.

Exit codes: 0 reviewed, 1 no review came of it, 2 wrong use, 3 something is left that --fail-on names.

Examples:
  nightshift review --base main                             before you push
  nightshift review --base "$BASE" --sarif > review.sarif   in CI
  nightshift review --repo me/shop --last 20                on trial`,
    )
    .action(async (given: Given) => {
      const { runReview } = await import("../review/review.ts");
      const terminal = { ...systemTerminal(true), interactive: false };
      const interrupt = onInterrupt(() => terminal.line("stopping; once more to stop at once"));
      const edge = { env: process.env, fetch, now: () => new Date(), signal: interrupt.signal };
      const asked = {
        model: given.model,
        baseUrl: given.baseUrl,
        maxUsd: given.maxUsd,
        sandbox: given.sandbox ?? "required",
      };
      try {
        if (given.last !== undefined) {
          const { runReviewOfLast } = await import("../review/last.ts");
          const place = { repo: given.repo, data: given.data, count: given.last };
          ended(await runReviewOfLast({ ...asked, ...place }, terminal, edge));
          return;
        }
        const options = {
          ...asked,
          repo: given.repo ?? process.cwd(),
          base: given.base,
          head: given.head ?? "HEAD",
          format: given.json ? ("json" as const) : given.sarif ? ("sarif" as const) : ("markdown" as const),
          failOn: given.failOn,
        };
        ended(await runReview(options, terminal, edge, program.version() ?? ""));
      } finally {
        interrupt.release();
      }
    });
}

function dollars(text: string): number {
  const amount = Number(text);
  if (!/^\d{1,5}(\.\d{1,4})?$/.test(text) || amount <= 0)
    throw new InvalidArgumentError("It is an amount of US dollars above 0, such as 2.50.");
  return amount;
}

function count(text: string): number {
  const number = Number(text);
  if (!/^\d{1,3}$/.test(text) || number < 1 || number > 100)
    throw new InvalidArgumentError("It is a number of pull requests from 1 to 100.");
  return number;
}
