import { z } from "zod";
import { GIT_GUARDS } from "../sandbox/git-view.ts";
import { defineTool } from "../tool.ts";
import { gitIn } from "./git-command.ts";

const MOST_LINES = 200;
const LINE_CHARS = 500;

export const search = defineTool({
  name: "search",
  description: "Lines matching an extended regex.",
  effect: "read",
  input: z.strictObject({
    pattern: z.string().min(1).max(1_000),
    path: z.string().optional(),
    glob: z.string().optional(),
    ignoreCase: z.boolean().default(false),
    context: z.int().min(0).max(3).default(0),
    maxResults: z.int().min(1).max(MOST_LINES).default(100),
  }),
  async run({ pattern, path, glob, ignoreCase, context, maxResults }, toolContext) {
    const found = await gitIn(
      toolContext,
      [
        ...["grep", "-nIE", "--untracked", "--no-color"],
        ...(ignoreCase ? ["-i"] : []),
        ...(context > 0 ? [`-C${context}`] : []),
        ...["-e", toExtendedRegex(pattern), "--", ...pathspec(path, glob)],
      ],
      1_000_000,
      GIT_GUARDS.filter((guard) => guard !== "--literal-pathspecs"),
    );
    if (found.exitCode === 1 && found.output === "") return "(no matches)";
    if (found.exitCode !== 0)
      return {
        text: found.timedOut ? "the search took too long; narrow it" : found.output.trim(),
        isError: true,
      };
    const lines = found.output.trimEnd().split("\n");
    const most = Math.min(MOST_LINES, context > 0 ? maxResults * (2 * context + 2) : maxResults);
    const shown = lines
      .slice(0, most)
      .map((line) => (line.length > LINE_CHARS ? `${line.slice(0, LINE_CHARS)}…` : line));
    const more = lines.length - shown.length;
    return more > 0 ? `${shown.join("\n")}\n[${more} more lines; narrow the search]` : shown.join("\n");
  },
});

/** Models write Perl's shorthand, which extended expressions lack. */
function toExtendedRegex(pattern: string): string {
  return pattern.replace(/\\d/g, "[0-9]").replace(/\\D/g, "[^0-9]").replaceAll("(?:", "(");
}

function pathspec(path: string | undefined, glob: string | undefined): string[] {
  const base = path === undefined || path === "." ? "" : `${path.replace(/\/+$/, "")}/`;
  if (glob !== undefined) return [`:(glob)${base}${glob.includes("/") ? glob : `**/${glob}`}`];
  return path === undefined ? [] : [`:(literal)${path}`];
}
