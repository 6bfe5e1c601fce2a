import { z } from "zod";
import { globTest } from "../../domain/glob.ts";
import { defineTool } from "../tool.ts";
import { gitIn } from "./git-command.ts";

const MOST_ENTRIES = 500;

export const listFiles = defineTool({
  name: "list_files",
  description: "Files below path, without ignored ones. A glob lists at any depth.",
  effect: "read",
  input: z.strictObject({
    path: z.string().default("."),
    glob: z.string().optional(),
    depth: z.int().min(1).max(20).default(2),
  }),
  paths: ({ path }) => [path],
  async run({ path, glob, depth }, context) {
    const listed = await gitIn(
      context,
      ["ls-files", "-co", "--exclude-standard", "-z", "--", path],
      1_000_000,
    );
    if (listed.exitCode !== 0) return { text: listed.output.trim(), isError: true };
    const files = [...new Set(listed.output.split("\0"))].filter((name) => name !== "");
    const entries =
      glob === undefined
        ? foldDeep(files, path, depth)
        : files.filter(globTest(glob.includes("/") ? glob : `**/${glob}`));
    if (entries.length === 0) return "(no files)";
    const more = entries.length - MOST_ENTRIES;
    return [
      ...entries.slice(0, MOST_ENTRIES),
      ...(more > 0 ? [`[${more} more; narrow path or glob]`] : []),
    ].join("\n");
  },
});

/** What lies deeper than `depth` below `path` shows as its directory with a count. */
function foldDeep(files: readonly string[], path: string, depth: number): string[] {
  const base = path.split("/").filter((part) => part !== "" && part !== ".").length;
  const entries = new Map<string, number>();
  for (const file of files.toSorted()) {
    const parts = file.split("/");
    const shown = parts.length > base + depth ? `${parts.slice(0, base + depth).join("/")}/` : file;
    entries.set(shown, (entries.get(shown) ?? 0) + 1);
  }
  return [...entries].map(([name, count]) => (name.endsWith("/") ? `${name} (${count})` : name));
}
