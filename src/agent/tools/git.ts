import { z } from "zod";
import { defineTool } from "../tool.ts";
import { gitIn } from "./git-command.ts";

const OUTPUT_BYTES = 40_000;

/** Options that only choose what is shown. Everything else that starts with a dash is refused: some options run programs or write files. */
const ALLOWED =
  /^(?:--|--stat|--numstat|--shortstat|--name-only|--name-status|--cached|--staged|--oneline|--no-merges|--first-parent|--follow|--reverse|--graph|--merge-base|--porcelain|--short|--branch|--no-patch|--patch|--no-renames|--word-diff|--function-context|--all|-[psuwbzW]|-[nULC]?\d+(?:,\+?\d+)?|-n|-L|-L\d+,\+?\d+(?::.*)?|-[SG].+|--unified=\d+|--max-count=\d+|--diff-filter=[A-Za-z]+|--find-renames|--format=.*|--since=.*|--until=.*|--author=.*|--grep=.*)$/;

const FIXED: Readonly<Record<string, readonly string[]>> = {
  status: [],
  diff: ["--no-ext-diff", "--no-textconv", "--no-color"],
  log: ["--no-ext-diff", "--no-textconv", "--no-color"],
  show: ["--no-ext-diff", "--no-textconv", "--no-color"],
  blame: ["--no-textconv"],
};

export const git = defineTool({
  name: "git",
  description: "Read history and changes. Commits are made for you later.",
  effect: "read",
  input: z.strictObject({
    op: z.enum(["status", "diff", "log", "show", "blame"]),
    args: z.array(z.string().max(1_000)).max(30).default([]),
  }),
  async run({ op, args }, context) {
    const options = args.includes("--") ? args.slice(0, args.indexOf("--")) : args;
    const refused = options.find((arg) => arg.startsWith("-") && !ALLOWED.test(arg));
    if (refused !== undefined) return { text: `git ${op}: option ${refused} is not allowed`, isError: true };
    const outcome = await gitIn(context, [op, ...(FIXED[op] ?? []), ...args], OUTPUT_BYTES);
    const text = outcome.output.trimEnd();
    if (outcome.exitCode !== 0) return { text: outcome.timedOut ? "git took too long" : text, isError: true };
    return text === "" ? "(nothing)" : text;
  },
});
