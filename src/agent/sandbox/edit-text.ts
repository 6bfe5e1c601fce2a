/** Replaces pieces of a text. Only the matched lines change; a piece that matches nowhere or twice is refused. */

import { changesOf, type LineChange, linesOf, type Match, replaceTracked, track } from "./line-changes.ts";

export interface TextEdit {
  old: string;
  new: string;
  /** Replace every occurrence. */
  all: boolean;
}

export type EditOutcome =
  | { kind: "edited"; text: string; notes: string[]; changes: LineChange[] }
  | { kind: "missed"; reason: string };

/** Applies all edits in order, or none. Tries: exact; line ends and trailing spaces ignored; other indentation. */
export function editText(text: string, edits: readonly TextEdit[]): EditOutcome {
  let current = track(text);
  const notes: string[] = [];
  for (const [index, edit] of edits.entries()) {
    const found = findEdit(current.text, edit);
    if (found.kind === "missed") return { kind: "missed", reason: `edit ${index + 1}: ${found.reason}` };
    if (found.note) notes.push(`edit ${index + 1}: ${found.note}`);
    current = replaceTracked(current, found.matches);
  }
  return { kind: "edited", text: current.text, notes, changes: changesOf(current) };
}

type Found =
  | { kind: "found"; matches: Match[]; note: string | undefined }
  | { kind: "missed"; reason: string };

function findEdit(text: string, edit: TextEdit): Found {
  if (edit.old === "") return { kind: "missed", reason: "old is empty; use write_file for a new file" };
  if (edit.old === edit.new) return { kind: "missed", reason: "old and new are the same" };
  const exact = findExact(text, edit);
  if (exact.length > 0) return once(text, exact, edit, undefined);
  const loose = findLines(text, edit, (line) => line.trimEnd(), sameIndent);
  if (loose.length > 0) return once(text, loose, edit, "matched apart from line ends and trailing spaces");
  const reindented = findLines(text, edit, (line) => line.trim(), shiftedIndent);
  if (reindented.length > 0)
    return once(text, reindented, edit, "matched at another indentation, which was kept");
  return { kind: "missed", reason: `old was not found; ${closest(text, edit.old)}` };
}

function once(text: string, matches: Match[], edit: TextEdit, note: string | undefined): Found {
  if (matches.length === 1 || edit.all) return { kind: "found", matches, note };
  const lines = matches.map(({ start }) => text.slice(0, start).split("\n").length);
  return {
    kind: "missed",
    reason: `old matches ${matches.length} times (lines ${lines.slice(0, 5).join(", ")}); give more context or set all`,
  };
}

function findExact(text: string, edit: TextEdit): Match[] {
  const matches: Match[] = [];
  for (let at = text.indexOf(edit.old); at >= 0; at = text.indexOf(edit.old, at + edit.old.length)) {
    matches.push({ start: at, end: at + edit.old.length, replacement: edit.new });
  }
  return matches;
}

/** Given the file's lines and the wanted ones, the indentation to put before the new lines, or undefined for no match. */
type Indent = (lines: readonly string[], wanted: readonly string[]) => ((line: string) => string) | undefined;

function findLines(text: string, edit: TextEdit, key: (line: string) => string, indent: Indent): Match[] {
  const lines = linesOf(text);
  const wanted = edit.old.replace(/\r?\n$/, "").split(/\r?\n/);
  if (wanted.every((line) => line.trim() === "")) return [];
  const matches: Match[] = [];
  for (let at = 0; at + wanted.length <= lines.length; at += 1) {
    const slice = lines.slice(at, at + wanted.length);
    if (!slice.every(({ body }, index) => key(body) === key(wanted[index] ?? ""))) continue;
    const adapt = indent(
      slice.map(({ body }) => body),
      wanted,
    );
    const [first, last] = [slice[0], slice.at(-1)];
    if (!adapt || !first || !last) continue;
    const replacement =
      edit.new === ""
        ? ""
        : newLines(edit)
            .map(adapt)
            .join(first.ending || "\n");
    const end =
      edit.new === "" ? last.start + last.body.length + last.ending.length : last.start + last.body.length;
    matches.push({ start: first.start, end, replacement });
    at += wanted.length - 1;
  }
  return matches;
}

/** The new text without the line end that `old` also had. */
function newLines(edit: TextEdit): string[] {
  const text = /\n$/.test(edit.old) ? edit.new.replace(/\r?\n$/, "") : edit.new;
  return text.split(/\r?\n/);
}

const sameIndent: Indent = () => (line) => line;

/** Every line must be shifted by the same white space, added or taken away. */
const shiftedIndent: Indent = (lines, wanted) => {
  let shift: { add: string; cut: string } | undefined;
  for (const [index, line] of lines.entries()) {
    const want = wanted[index] ?? "";
    if (line.trim() === "") continue;
    const has = leading(line);
    const asked = leading(want);
    const next = has.endsWith(asked)
      ? { add: has.slice(0, has.length - asked.length), cut: "" }
      : { add: "", cut: asked.slice(0, asked.length - has.length) };
    if (!has.endsWith(asked) && !asked.endsWith(has)) return undefined;
    if (shift && (shift.add !== next.add || shift.cut !== next.cut)) return undefined;
    shift = next;
  }
  const { add, cut } = shift ?? { add: "", cut: "" };
  return (line) => {
    if (line.trim() === "") return line;
    return cut !== "" && line.startsWith(cut) ? line.slice(cut.length) : add + line;
  };
};

function leading(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? "";
}

/** The three line ranges that share most lines with what was looked for. */
function closest(text: string, old: string): string {
  const wanted = old
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const lines = text.split("\n").map((line) => line.trim());
  const set = new Set(wanted);
  const size = Math.max(1, wanted.length);
  const scores = lines.map((_, at) => lines.slice(at, at + size).filter((line) => set.has(line)).length);
  const best = [...scores.entries()]
    .filter(([, score]) => score > 0)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3);
  if (best.length === 0) return "no line of it is in the file: read the file again";
  return `closest lines: ${best.map(([at]) => `${at + 1}-${Math.min(lines.length, at + size)}`).join(", ")}`;
}
