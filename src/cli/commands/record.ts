/** Options of `nightshift transcript`, `nightshift replay` and `nightshift rollback`. */
import { type Command, InvalidArgumentError } from "commander";
import { NightshiftError } from "../../domain/errors.ts";
import { systemTerminal } from "../terminal.ts";

const SEALED = "A sealed transcript is opened with ANTHROPIC_API_KEY, OPENAI_API_KEY or GEMINI_API_KEY.";

export function addTranscriptCommand(program: Command, ended: (code: number) => void): void {
  program
    .command("transcript")
    .description("show the transcript of a run: turns, tool calls, diffs, costs and time")
    .argument("<file>", "transcript.jsonl, or the folder of the unpacked artifact")
    .option("--markdown", "as Markdown (default)")
    .option("--html", "as one HTML page without scripts or anything to load")
    .option("--out <file>", "write it there instead of to standard output")
    .addHelpText("after", `\n${SEALED}`)
    .action(async (file: string, given: { html?: boolean; markdown?: boolean; out?: string }) => {
      const { runTranscript } = await import("../record/transcript.ts");
      if (given.html && given.markdown)
        throw new NightshiftError("INPUT_INVALID", "--html and --markdown exclude each other.");
      const options = { file, html: given.html === true, out: given.out };
      ended(await runTranscript(options, systemTerminal(given.out === undefined), process.env));
    });
}

export function addReplayCommand(program: Command, ended: (code: number) => void): void {
  program
    .command("replay")
    .description(
      "run a transcript again, offline: its answers against the prompts, tools and policy of today, or against another model",
    )
    .argument("<file>", "transcript.jsonl, or the folder of the unpacked artifact")
    .option("--model <provider:model>", "ask this model at every recorded turn; costs money")
    .option("--base-url <url>", "another server that speaks the model provider's API")
    .option("--until <turn>", "stop after this turn", wholeNumber)
    .option("--repo <path>", "the repository whose .github/nightshift.yml holds the policy (default: here)")
    .addHelpText(
      "after",
      `
Nothing is executed and no file is touched: the results of the tools are those on record. Without --model no model is asked;
every recorded call is checked again by the tools and the policy, and prompt and tools are compared by their hash. The gates
of complete_task need the work tree and are not asked again. With --model each turn is a question of its own, with everything
that was said before it; its calls are compared with the recorded ones, its words are not.

${SEALED}

Exit codes: 0 the same, 1 something differs, 2 wrong use.`,
    )
    .action(
      async (file: string, given: { model?: string; baseUrl?: string; until?: number; repo?: string }) => {
        const { runReplay } = await import("../record/replay.ts");
        const { model, baseUrl, until, repo = process.cwd() } = given;
        ended(await runReplay({ file, model, baseUrl, until, repo }, systemTerminal(false), process.env));
      },
    );
}

export function addRollbackCommand(program: Command, ended: (code: number) => void): void {
  program
    .command("rollback")
    .description(
      "take what a run left back to one of its checkpoints; the next run for the same work goes on there",
    )
    .argument("<directory>", "the folder of the unpacked artifact, or of a local GitHub's artifact")
    .requiredOption(
      "--to <checkpoint>",
      "number of the checkpoint; nightshift transcript lists them",
      wholeNumber,
    )
    .option(
      "--work-tree <path>",
      "put the files of that moment into this clone; it must be unchanged and at the commit that the run started from",
    )
    .addHelpText("after", `\nTurns that are cut off stay paid. ${SEALED}`)
    .action(async (directory: string, given: { to: number; workTree?: string }) => {
      const { runRollback } = await import("../record/rollback.ts");
      const options = { directory, to: given.to, workTree: given.workTree };
      ended(await runRollback(options, systemTerminal(false), process.env));
    });
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError("It is a whole number from 1.");
  return Number(text);
}
