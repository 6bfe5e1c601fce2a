/** The patch grammar of Codex: what a patch says, and what it makes of a text. Paths are relative. */
import type { EditOutcome } from "./edit-text.ts";
import { changesOf, type Line, linesOf, type Match, replaceTracked, track } from "./line-changes.ts";

export interface HunkLine {
  op: " " | "+" | "-";
  text: string;
}

export interface Hunk {
  /** A line that stands above, such as the head of a function; empty for none. */
  below: string;
  lines: readonly HunkLine[];
  /** The hunk ends where the file ends. */
  atEnd: boolean;
}

export type FileChange =
  | { kind: "add"; path: string; content: string }
  | { kind: "delete"; path: string }
  | { kind: "update"; path: string; to?: string; hunks: readonly Hunk[] };

const BEGIN = "*** Begin Patch";
const END = "*** End Patch";
const END_OF_FILE = "*** End of File";
const HEAD = /^\*\*\* (Add|Delete|Update) File: (.+)$/;
const MOVE = /^\*\*\* Move to: (.+)$/;

/** The changes of a patch in their order, or what is wrong with it. */
export function parsePatch(text: string): { changes: FileChange[] } | { invalid: string } {
  const lines = text.trim().split(/\r?\n/);
  if (lines[0]?.trim() !== BEGIN || lines.at(-1)?.trim() !== END)
    return { invalid: `a patch begins with "${BEGIN}" and ends with "${END}"` };
  const body = lines.slice(1, -1);
  const heads = body.flatMap((line, index) => (HEAD.test(line) ? [index] : []));
  if (heads[0] !== 0)
    return {
      invalid: `line 2 must be "*** Add File: ", "*** Delete File: " or "*** Update File: " with a path`,
    };
  const changes: FileChange[] = [];
  for (const [number, at] of heads.entries()) {
    const change = parseFile(body.slice(at, heads[number + 1]), at + 2);
    if ("invalid" in change) return change;
    changes.push(change);
  }
  const named = changes.flatMap((change) => [
    change.path,
    ...("to" in change && change.to ? [change.to] : []),
  ]);
  const twice = named.find((path, index) => named.indexOf(path) !== index);
  if (twice !== undefined) return { invalid: `${twice} is named twice; give each file one section` };
  const absolute = named.find((path) => path.startsWith("/"));
  return absolute === undefined ? { changes } : { invalid: `${absolute} is absolute; paths are relative` };
}

function parseFile(
  [head = "", ...rest]: readonly string[],
  lineNumber: number,
): FileChange | { invalid: string } {
  const [, kind, path = ""] = HEAD.exec(head) ?? [];
  if (kind === "Delete")
    return rest.every((line) => line.trim() === "")
      ? { kind: "delete", path: path.trim() }
      : { invalid: `line ${lineNumber + 1}: nothing follows a deleted file` };
  if (kind === "Add") {
    const wrong = rest.findIndex((line) => !line.startsWith("+"));
    if (wrong >= 0)
      return { invalid: `line ${lineNumber + 1 + wrong}: every line of an added file begins with +` };
    return { kind: "add", path: path.trim(), content: rest.map((line) => `${line.slice(1)}\n`).join("") };
  }
  const to = MOVE.exec(rest[0] ?? "")?.[1]?.trim();
  const hunks = parseHunks(to === undefined ? rest : rest.slice(1));
  if ("invalid" in hunks) return { invalid: `${path.trim()}: ${hunks.invalid}` };
  if (hunks.length === 0 && to === undefined) return { invalid: `${path.trim()}: it has no hunk` };
  return { kind: "update", path: path.trim(), ...(to === undefined ? {} : { to }), hunks };
}

function parseHunks(lines: readonly string[]): Hunk[] | { invalid: string } {
  const hunks: { below: string; lines: HunkLine[]; atEnd: boolean }[] = [];
  for (const line of lines) {
    const last = hunks.at(-1);
    if (line.startsWith("@@")) {
      hunks.push({ below: line.slice(2).trim(), lines: [], atEnd: false });
    } else if (line.trim() === END_OF_FILE) {
      if (last) last.atEnd = true;
    } else {
      const op = line === "" ? " " : line[0];
      if (op !== " " && op !== "+" && op !== "-")
        return { invalid: `"${line.slice(0, 60)}" begins with none of space, + and -` };
      const hunk = last ?? { below: "", lines: [], atEnd: false };
      if (!last) hunks.push(hunk);
      hunk.lines.push({ op, text: line.slice(1) });
    }
  }
  const empty = hunks.find((hunk) => hunk.lines.every(({ op }) => op === " "));
  return empty ? { invalid: "a hunk changes nothing" } : hunks;
}

/**
 * Applies all hunks in order, or none. Lines are found exactly, else apart from trailing spaces; context stays as the file
 * has it. A place that could be two is refused.
 */
export function patchText(text: string, hunks: readonly Hunk[]): EditOutcome {
  const lines = linesOf(text);
  const matches: Match[] = [];
  const notes: string[] = [];
  let from = 0;
  for (const [index, hunk] of hunks.entries()) {
    const found = findHunk(lines, hunk, from);
    if ("missed" in found) return { kind: "missed", reason: `hunk ${index + 1}: ${found.missed}` };
    if (found.isLoose) notes.push(`hunk ${index + 1}: matched apart from trailing spaces`);
    matches.push(...matchesOf(text, lines, hunk, found.at));
    from = found.at + hunk.lines.filter(({ op }) => op !== "+").length;
  }
  const result = replaceTracked(track(text), matches);
  return { kind: "edited", text: result.text, notes, changes: changesOf(result) };
}

type Found = { at: number; isLoose: boolean } | { missed: string };

function findHunk(lines: readonly Line[], { below, lines: hunk, atEnd }: Hunk, from: number): Found {
  let start = from;
  if (below !== "") {
    const head = lines.findIndex(({ body }, index) => index >= from && body.trim() === below);
    if (head < 0) return { missed: `"${below.slice(0, 80)}" is not in the file below line ${from}` };
    start = head + 1;
  }
  const wanted = hunk.flatMap(({ op, text }) => (op === "+" ? [] : [text]));
  if (wanted.length === 0) return { at: below === "" ? lines.length : start, isLoose: false };
  for (const [isLoose, key] of [
    [false, (line: string) => line],
    [true, (line: string) => line.trimEnd()],
  ] as const) {
    const places = placesOf(lines, wanted.map(key), start, key).filter(
      (at) => !atEnd || at + wanted.length === lines.length,
    );
    const [first, second] = places;
    if (first === undefined) continue;
    // With a line above named, the next place below it is meant.
    if (second !== undefined && below === "" && from === 0)
      return {
        missed: `its lines stand at ${places
          .slice(0, 5)
          .map((at) => at + 1)
          .join(", ")}; add context or an @@ line`,
      };
    return { at: first, isLoose };
  }
  return { missed: `its lines are not in the file${start > 0 ? ` below line ${start}` : ""}; read it again` };
}

function placesOf(
  lines: readonly Line[],
  wanted: readonly string[],
  start: number,
  key: (line: string) => string,
): number[] {
  const places: number[] = [];
  for (let at = start; at + wanted.length <= lines.length; at += 1) {
    if (wanted.every((line, index) => key(lines[at + index]?.body ?? "") === line)) places.push(at);
  }
  return places;
}

/** One match for each run of changed lines; context is not touched. */
function matchesOf(text: string, lines: readonly Line[], hunk: Hunk, at: number): Match[] {
  const newline = lines[0]?.ending || "\n";
  const matches: Match[] = [];
  let line = at;
  let run: { first: number; added: string[] } | undefined;
  const close = () => {
    if (run) matches.push(matchOf(text, lines, run.first, line, run.added, newline));
    run = undefined;
  };
  for (const { op, text: words } of hunk.lines) {
    if (op === " ") close();
    else run ??= { first: line, added: [] };
    if (op === "+") run?.added.push(words);
    else line += 1;
  }
  close();
  return matches;
}

function matchOf(
  text: string,
  lines: readonly Line[],
  first: number,
  end: number,
  added: readonly string[],
  newline: string,
): Match {
  const place = (index: number) => lines[index]?.start ?? text.length;
  const isOpen = text !== "" && !text.endsWith("\n") && end === lines.length;
  const words = added.join(newline);
  // A file without a last line end stays one.
  if (isOpen && first === end)
    return { start: text.length, end: text.length, replacement: `${newline}${words}` };
  const replacement = added.length === 0 ? "" : isOpen ? words : `${words}${newline}`;
  return { start: place(first), end: place(end), replacement };
}
