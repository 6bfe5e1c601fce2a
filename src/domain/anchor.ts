/** Where a finding can be shown: the host looks up the quoted code, the model's line numbers are never used. */
import type { DiffFile, DiffLine, Hunk } from "./diff.ts";
import type { Finding } from "./finding.ts";

export type Anchor =
  | { kind: "line"; path: string; side: "RIGHT" | "LEFT"; start: number; end: number }
  /** The quote is in the file's diff nowhere commentable: shown in the review's summary. */
  | { kind: "summary"; why: string };

/** GitHub accepts a comment only on lines of the diff, and a range only within one hunk and side. */
export function anchorOf(
  finding: Pick<Finding, "path" | "side" | "quote">,
  files: readonly DiffFile[],
): Anchor {
  const file = files.find((candidate) => candidate.path === finding.path);
  if (file === undefined) return { kind: "summary", why: `${finding.path} is not part of this change` };
  const quote = quotedLines(finding.quote);
  if (quote.length === 0) return { kind: "summary", why: "the quote is empty" };
  for (const same of [exactly, bareOfSpace]) {
    const places = file.hunks.flatMap((hunk) => matches(hunk, finding.side, quote, same));
    const changed = places.filter((place) => place.some((line) => line.kind !== "context"));
    const unique = places.length === 1 ? places[0] : changed.length === 1 ? changed[0] : undefined;
    if (unique) return lineAnchor(finding, unique);
    if (places.length > 1)
      return { kind: "summary", why: "the quoted code stands in several places of this change" };
  }
  return { kind: "summary", why: "the quoted code is not in this change" };
}

function lineAnchor(finding: Pick<Finding, "path" | "side">, lines: readonly DiffLine[]): Anchor {
  const numbers = lines
    .map((line) => (finding.side === "RIGHT" ? line.new : line.old))
    .filter((line) => line !== undefined);
  const [start] = numbers;
  const end = numbers.at(-1);
  if (start === undefined || end === undefined)
    return { kind: "summary", why: "the quoted code has no line on that side" };
  return { kind: "line", path: finding.path, side: finding.side, start, end };
}

function matches(
  hunk: Hunk,
  side: "RIGHT" | "LEFT",
  quote: readonly string[],
  same: (a: string, b: string) => boolean,
): DiffLine[][] {
  const lines = hunk.lines.filter((line) => (side === "RIGHT" ? line.new : line.old) !== undefined);
  const found: DiffLine[][] = [];
  for (let at = 0; at + quote.length <= lines.length; at += 1) {
    const window = lines.slice(at, at + quote.length);
    if (window.every((line, index) => same(line.text, quote[index] ?? ""))) found.push(window);
  }
  return found;
}

/** Lines of a quote without empty ones at its ends. */
function quotedLines(quote: string): string[] {
  const lines = quote.replaceAll("\r\n", "\n").split("\n");
  while (lines[0]?.trim() === "") lines.shift();
  while (lines.at(-1)?.trim() === "") lines.pop();
  return lines;
}

const withoutReturn = (text: string) => text.replace(/\r$/, "");
const exactly = (line: string, quoted: string) => withoutReturn(line) === quoted;
const bareOfSpace = (line: string, quoted: string) => line.replace(/\s+/g, "") === quoted.replace(/\s+/g, "");
