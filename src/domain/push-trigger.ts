/** Whether a workflow file starts on pushes to a branch (docs: workflow-syntax#onpushbranchestagsbranches-ignoretags-ignore). Pure. */
import { z } from "zod";

const Filter = z.looseObject({
  branches: z.array(z.string()).optional(),
  "branches-ignore": z.array(z.string()).optional(),
  tags: z.unknown().optional(),
  "tags-ignore": z.unknown().optional(),
});

/** The events that a parsed workflow file names, with their filters; none where it cannot be understood. */
export function triggersOf(document: unknown): Map<string, unknown> {
  const on = z.looseObject({ on: z.unknown() }).safeParse(document).data?.on;
  if (typeof on === "string") return new Map([[on, undefined]]);
  if (Array.isArray(on)) return new Map(on.map((name) => [String(name), undefined]));
  return new Map(typeof on === "object" && on !== null ? Object.entries(on) : []);
}

/** A filter for tags alone leaves branches out; one that cannot be understood leaves nothing out. */
export function startsOnPush(document: unknown, branch: string): boolean {
  const triggers = triggersOf(document);
  if (!triggers.has("push")) return false;
  const filter = Filter.safeParse(triggers.get("push") ?? {});
  if (!filter.success) return true;
  const { branches, "branches-ignore": ignored } = filter.data;
  if (branches) return isSelected(branches, branch);
  if (ignored) return !isSelected(ignored, branch);
  return filter.data.tags === undefined && filter.data["tags-ignore"] === undefined;
}

/** Of ordered patterns the last that matches wins; one that begins with `!` takes out. */
function isSelected(patterns: readonly string[], branch: string): boolean {
  const last = patterns.findLast((pattern) => patternOf(pattern.replace(/^!/, "")).test(branch));
  return last !== undefined && !last.startsWith("!");
}

const TOKEN = /\*\*\/|\*\*|\*|\[[^\]]*\]|\\.|[?+]|./gs;

/** Filter patterns of GitHub: `*` stops at a slash and `**` does not; `?`, `+` and `[]` are as in regular expressions. */
function patternOf(glob: string): RegExp {
  const source = [...glob.matchAll(TOKEN)].map(([token]) => {
    if (token === "**/") return "(?:.*/)?";
    if (token === "**") return ".*";
    if (token === "*") return "[^/]*";
    return token.length > 1 || token === "?" || token === "+"
      ? token
      : token.replace(/[.^$(){}|/\\[\]]/, "\\$&");
  });
  return new RegExp(`^${source.join("")}$`);
}
