/** Findings as comments on lines and files: the gravest, as many as people read, each short. */
import { type Anchor, anchorOf } from "../../domain/anchor.ts";
import type { DiffFile } from "../../domain/diff.ts";
import { type Finding, type HeldFinding, isSerious } from "../../domain/finding.ts";
import { SEVERITIES } from "../../domain/merge-findings.ts";
import { quiet } from "../../domain/quiet.ts";
import { quotedLines } from "../../domain/quote.ts";
import { inlineLimit, isHeard } from "../../domain/ratchet.ts";
import { renderBlock } from "../../domain/state-block.ts";
import type { FileComment, LineComment } from "../../github/post-review.ts";
import { fingerprintOf } from "./fingerprint.ts";

const COMMENT_LIMIT = 1_000;
const SUGGESTION_LINES = 6;

export interface Comments {
  lines: LineComment[];
  files: FileComment[];
  /** What is told in the review's own text instead. */
  rest: HeldFinding[];
}

/** Places the findings. Small ones that no round asks for any more, nits and what has no place go into the summary. */
export function commentsOf(
  findings: readonly HeldFinding[],
  files: readonly DiffFile[],
  round: number,
): Comments {
  const comments: Comments = { lines: [], files: [], rest: [] };
  const sorted = [...findings].sort(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
  for (const finding of sorted) {
    const anchor = anchorOf(finding, files);
    const room = comments.lines.length + comments.files.length < inlineLimit(round);
    if (!room || !isHeard(finding.severity, round) || anchor.kind === "summary") comments.rest.push(finding);
    else if (anchor.kind === "line") comments.lines.push(lineComment(finding, anchor, files));
    else comments.files.push({ path: anchor.path, body: commentText(finding, "") });
  }
  return comments;
}

type LineAnchor = Extract<Anchor, { kind: "line" }>;

function lineComment(finding: HeldFinding, anchor: LineAnchor, files: readonly DiffFile[]): LineComment {
  const { path, side, start, end } = anchor;
  const range = start === end ? {} : { start_line: start, start_side: side };
  const suggestion = suggestionOf(finding, anchor, files);
  return { path, side, line: end, ...range, body: commentText(finding, suggestion) };
}

function commentText(finding: HeldFinding, suggestion: string): string {
  const { title, severity, category, why, scenario, check, proof } = finding;
  const doubt =
    check === "uncertain"
      ? "\n\nNot certain: please check. It blocks nothing."
      : check === "unchecked" && isSerious(severity)
        ? "\n\nNobody could check this one: please look."
        : "";
  const seen = check === "proved" ? `\n\n${fenced("", proof.slice(0, 300))}` : "";
  const text = quiet(
    `**${title}** (${severity}, ${category})\n\n${why}${scenario ? `\n\n${scenario}` : ""}${seen}${doubt}`,
  );
  const room = COMMENT_LIMIT - (suggestion === "" ? 0 : suggestion.length + 2);
  // A suggestion that leaves no room for its reason is worth less than the reason.
  const shown =
    room < Math.min(text.length, 400) ? cut(text, COMMENT_LIMIT) : cut(text, room) + after(suggestion);
  const hidden = renderBlock({ v: 1, kind: "finding", fingerprint: fingerprintOf(finding), severity });
  return `${shown}\n\n${hidden}`;
}

function after(suggestion: string): string {
  return suggestion === "" ? "" : `\n\n${suggestion}`;
}

function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** Only what applies cleanly: exactly the quoted lines, all of them, with other lines in their place; empty otherwise. */
function suggestionOf(
  { suggestion, quote }: Finding,
  anchor: LineAnchor,
  files: readonly DiffFile[],
): string {
  if (suggestion === undefined || anchor.side !== "RIGHT") return "";
  const file = files.find(({ path }) => path === anchor.path);
  const lines = (file?.hunks ?? [])
    .flatMap((hunk) => hunk.lines)
    .filter((line) => line.new !== undefined && line.new >= anchor.start && line.new <= anchor.end)
    .map(({ text }) => text);
  const wanted = suggestion.replaceAll("\r\n", "\n").replace(/\n$/, "");
  const isExact = lines.join("\n") === quotedLines(quote).join("\n");
  const isWhole = !/^\s*(\.\.\.|…|(\/\/|#) ?\.\.\.)/m.test(wanted);
  const sameDepth = indent(wanted) === indent(lines.join("\n"));
  const isSmall = lines.length <= SUGGESTION_LINES && wanted.split("\n").length <= 2 * SUGGESTION_LINES;
  if (!isExact || !isWhole || !sameDepth || !isSmall || wanted === lines.join("\n")) return "";
  return fenced("suggestion", wanted);
}

function indent(text: string): string {
  return /^[ \t]*/.exec(text)?.[0] ?? "";
}

/** A fence that nothing in the text can end. */
export function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((match) => match[0].length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}
