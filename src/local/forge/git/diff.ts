/** Diffs between two commits as files, patches and hunks; which lines a review may comment on, and where lines move. */
import type { Side } from "../store/records.ts";
import type { GitRepository } from "./repository.ts";

export interface FileDiff {
  path: string;
  previousPath: string | undefined;
  status: "added" | "removed" | "modified" | "renamed" | "copied" | "changed";
  sha: string;
  additions: number;
  deletions: number;
  /** Unified hunks without file headers; undefined for binary files and pure renames. */
  patch: string | undefined;
}

export interface Hunk {
  header: string;
  oldStart: number;
  oldLines: number;
  newStart: number;
  newLines: number;
  lines: string[];
}

/** Files that differ between two commits, renames detected. `context` is the number of unchanged lines around a change. */
export function diffFiles(git: GitRepository, from: string, to: string, context = 3): Promise<FileDiff[]> {
  return git.diffs(`${from} ${to} ${context}`, async () => {
    const [raw, patches] = await Promise.all([
      git.text(["diff-tree", "-r", "--raw", "-z", "-M", "--abbrev=40", from, to]),
      git.text([
        "diff-tree",
        "-r",
        "-p",
        "-M",
        `--unified=${context}`,
        "--full-index",
        "--no-color",
        "--no-ext-diff",
        from,
        to,
      ]),
    ]);
    const texts = patches === "" ? [] : patches.split(/^(?=diff --git )/m);
    return parseRaw(raw).map((entry, index) => withPatch(entry, texts[index] ?? ""));
  });
}

type RawEntry = Pick<FileDiff, "path" | "previousPath" | "status" | "sha">;

const STATUSES: { [letter: string]: FileDiff["status"] } = {
  A: "added",
  D: "removed",
  M: "modified",
  R: "renamed",
  C: "copied",
  T: "changed",
};

function parseRaw(raw: string): RawEntry[] {
  const fields = raw.split("\0");
  const entries: RawEntry[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [, , oldSha = "", newSha = "", code = "M"] = (fields[at] ?? "").split(" ");
    const status = STATUSES[code.charAt(0)] ?? "modified";
    const moved = status === "renamed" || status === "copied";
    const first = fields[at + 1] ?? "";
    const path = moved ? (fields[at + 2] ?? "") : first;
    if (moved) at += 1;
    entries.push({
      path,
      previousPath: moved ? first : undefined,
      status,
      sha: status === "removed" ? oldSha : newSha,
    });
  }
  return entries;
}

function withPatch(entry: RawEntry, text: string): FileDiff {
  const start = text.search(/^@@ /m);
  const patch = start === -1 ? undefined : text.slice(start).replace(/\n$/, "");
  let additions = 0;
  let deletions = 0;
  for (const line of patch?.split("\n") ?? []) {
    if (line.startsWith("+")) additions += 1;
    if (line.startsWith("-")) deletions += 1;
  }
  return { ...entry, additions, deletions, patch };
}

export function parseHunks(patch: string): Hunk[] {
  const hunks: Hunk[] = [];
  for (const line of patch.split("\n")) {
    const found = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (found) {
      const [, oldStart, oldLines = "1", newStart, newLines = "1"] = found;
      hunks.push({
        header: line,
        oldStart: Number(oldStart),
        oldLines: Number(oldLines),
        newStart: Number(newStart),
        newLines: Number(newLines),
        lines: [],
      });
    } else hunks.at(-1)?.lines.push(line);
  }
  return hunks;
}

/** The hunk that shows `line` of `side`, cut after that line as GitHub's `diff_hunk` is; undefined when no hunk shows it. */
export function hunkAt(
  patch: string,
  side: Side,
  line: number,
): { hunk: Hunk; text: string; position: number } | undefined {
  let position = 0;
  for (const hunk of parseHunks(patch)) {
    if (position > 0) position += 1;
    let oldLine = hunk.oldStart;
    let newLine = hunk.newStart;
    for (const [index, text] of hunk.lines.entries()) {
      if (text.startsWith("\\")) continue;
      position += 1;
      const inOld = !text.startsWith("+");
      const inNew = !text.startsWith("-");
      const hit = side === "LEFT" ? inOld && oldLine === line : inNew && newLine === line;
      if (hit) return { hunk, text: [hunk.header, ...hunk.lines.slice(0, index + 1)].join("\n"), position };
      if (inOld) oldLine += 1;
      if (inNew) newLine += 1;
    }
  }
  return undefined;
}

/** Where an old line is after a change given as hunks without context; undefined when the change touched it. */
export function moveLine(hunks: Hunk[], line: number): number | undefined {
  let shift = 0;
  for (const hunk of hunks) {
    const insertion = hunk.oldLines === 0;
    const end = insertion ? hunk.oldStart : hunk.oldStart + hunk.oldLines - 1;
    if (insertion ? line <= hunk.oldStart : line < hunk.oldStart) break;
    if (!insertion && line <= end) return undefined;
    shift += hunk.newLines - hunk.oldLines;
  }
  return line + shift;
}
