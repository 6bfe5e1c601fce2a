/** Where a finding can be shown: the host looks up the quoted code, the model's line numbers are never used. */
import type { DiffFile, DiffLine, Hunk } from "./diff.ts";
import type { Finding } from "./finding.ts";
import { placesOf, quotedLines, SAMENESS, type Sameness } from "./quote.ts";

export type Anchor =
  | { kind: "line"; path: string; side: "RIGHT" | "LEFT"; start: number; end: number; hunk: string }
  /** The file is part of the change, but the quote is on no line of it, or on several. */
  | { kind: "file"; path: string; why: string }
  /** Shown in the review's summary. */
  | { kind: "summary"; why: string };

type Place = Pick<Finding, "path" | "side" | "quote">;

/**
 * Exact, unique, tolerant of white space, part of a line: the first rung with one place wins; of several places the only one that
 * holds a changed line. GitHub accepts a comment only on lines of the diff, and a range only within one hunk and side.
 */
export function anchorOf(finding: Place, files: readonly DiffFile[]): Anchor {
  const file = fileOf(finding, files);
  if (file === undefined) return { kind: "summary", why: `${finding.path} is not part of this change` };
  const elsewhere = (why: string): Anchor =>
    file.hunks.length === 0 ? { kind: "summary", why } : { kind: "file", path: file.path, why };
  const quote = quotedLines(finding.quote);
  for (const same of SAMENESS) {
    const places = file.hunks.flatMap((hunk) => matches(hunk, finding.side, quote, same));
    const changed = places.filter(({ lines }) => lines.some((line) => line.kind !== "context"));
    const unique = places.length === 1 ? places[0] : changed.length === 1 ? changed[0] : undefined;
    if (unique) return lineAnchor(file.path, finding.side, unique);
    if (places.length > 1) return elsewhere("the quoted code stands in several places of this change");
  }
  return elsewhere("the quoted code is on no line of this change");
}

/** The changed file that a finding is about; deleted lines of a renamed file may be told by its old name. */
export function fileOf({ path, side }: Pick<Finding, "path" | "side">, files: readonly DiffFile[]) {
  const named = files.find((candidate) => candidate.path === path);
  return named ?? (side === "LEFT" ? files.find((candidate) => candidate.oldPath === path) : undefined);
}

interface Match {
  hunk: string;
  lines: DiffLine[];
}

function lineAnchor(path: string, side: Finding["side"], { hunk, lines }: Match): Anchor {
  const numbers = lines
    .map((line) => (side === "RIGHT" ? line.new : line.old))
    .filter((line) => line !== undefined);
  const [start] = numbers;
  const end = numbers.at(-1);
  if (start === undefined || end === undefined)
    return { kind: "summary", why: "the quoted code has no line on that side" };
  return { kind: "line", path, side, start, end, hunk };
}

function matches(hunk: Hunk, side: Finding["side"], quote: readonly string[], same: Sameness): Match[] {
  const lines = hunk.lines.filter((line) => (side === "RIGHT" ? line.new : line.old) !== undefined);
  const texts = lines.map(({ text }) => text);
  return placesOf(texts, quote, same).map((at) => ({
    hunk: hunk.id,
    lines: lines.slice(at, at + quote.length),
  }));
}
