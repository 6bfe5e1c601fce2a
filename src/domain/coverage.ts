/** The coverage ledger of a review: every hunk of every changed file is read, excluded by a named rule, or deferred. */
import type { DiffFile, Hunk } from "./diff.ts";

export interface LedgerEntry {
  path: string;
  hunk: string;
  state: "read" | "excluded" | "deferred";
  /** The rule that excluded it, or why it was deferred. */
  why: string;
}

export interface Portion {
  files: DiffFile[];
  characters: number;
}

export interface ReviewPlan {
  /** What the model reads, one portion per conversation. */
  portions: Portion[];
  ledger: LedgerEntry[];
}

/** Never excluded, whatever rule matches: they decide what runs. */
const ALWAYS_READ = /^\.github\/|(^|\/)(Dockerfile|Makefile|AGENTS\.md|CLAUDE\.md)|(^|\/)migrations?\//i;

const EXCLUSIONS: readonly { name: string; path: RegExp }[] = [
  {
    name: "lock file",
    path: /(^|\/)(package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|yarn\.lock|poetry\.lock|uv\.lock|Cargo\.lock|go\.sum|Gemfile\.lock|composer\.lock)$/,
  },
  { name: "minified file", path: /\.min\.(js|css)$/ },
  { name: "vendored code", path: /(^|\/)(vendor|third_party|node_modules)\// },
  { name: "test snapshot", path: /(^|\/)__snapshots__\/|\.snap$/ },
];

/** Packs the hunks of a diff into portions of at most `portionLimit` characters, at most `portionCount` of them; the rest is deferred. */
export function planReview(
  files: readonly DiffFile[],
  limits: { portionLimit: number; portionCount: number },
): ReviewPlan {
  const ledger: LedgerEntry[] = [];
  const portions: Portion[] = [];
  let current: Portion | undefined;
  const room = (size: number): Portion | undefined => {
    if (size > limits.portionLimit) return undefined;
    if (current && current.characters + size <= limits.portionLimit) return current;
    if (portions.length >= limits.portionCount) return undefined;
    current = { files: [], characters: 0 };
    portions.push(current);
    return current;
  };
  for (const file of files) {
    const rule = ALWAYS_READ.test(file.path)
      ? undefined
      : EXCLUSIONS.find((candidate) => candidate.path.test(file.path));
    const pieces: (Hunk | undefined)[] = file.hunks.length > 0 ? file.hunks : [undefined];
    for (const hunk of pieces) {
      const id = hunk?.id ?? `${file.path}#whole`;
      if (rule) {
        ledger.push({ path: file.path, hunk: id, state: "excluded", why: rule.name });
        continue;
      }
      const size = hunk ? sizeOf(hunk) : 200;
      const portion = room(size);
      if (portion === undefined) {
        ledger.push({
          path: file.path,
          hunk: id,
          state: "deferred",
          why:
            size > limits.portionLimit
              ? "one hunk is too large"
              : "the change is too large for this review's budget",
        });
        continue;
      }
      portion.characters += size;
      addTo(portion, file, hunk);
      ledger.push({
        path: file.path,
        hunk: id,
        state: "read",
        why: file.binary ? "binary: only its name and size class" : "",
      });
    }
  }
  return { portions, ledger };
}

function addTo(portion: Portion, file: DiffFile, hunk: Hunk | undefined): void {
  const last = portion.files.at(-1);
  const entry = last?.path === file.path ? last : { ...file, hunks: [] };
  if (entry !== last) portion.files.push(entry);
  if (hunk) entry.hunks.push(hunk);
}

function sizeOf(hunk: Hunk): number {
  return hunk.lines.reduce((sum, line) => sum + line.text.length + 14, 60);
}

/** A portion as the model reads it: numbered lines, + and - as in a diff. */
export function renderPortion(portion: Portion): string {
  return portion.files.map(renderFile).join("\n\n");
}

function renderFile(file: DiffFile): string {
  const renamed = file.oldPath !== file.path ? ` (was ${file.oldPath})` : "";
  const head = `### ${file.path}${renamed} · ${file.change}${file.binary ? " · binary" : ""}${file.modes.new && file.change === "modified" ? ` · mode ${file.modes.new}` : ""}`;
  return [head, ...file.hunks.map(renderHunk)].join("\n");
}

function renderHunk(hunk: Hunk): string {
  const signs = { added: "+", deleted: "-", context: " " } as const;
  const lines = hunk.lines.map(
    (line) =>
      `${String(line.new ?? line.old ?? "").padStart(5)} ${signs[line.kind]}${line.text}${line.noNewline ? " (no newline at end of file)" : ""}`,
  );
  return [`@@ old ${hunk.oldStart}, new ${hunk.newStart} @@ ${hunk.section}`.trimEnd(), ...lines].join("\n");
}
