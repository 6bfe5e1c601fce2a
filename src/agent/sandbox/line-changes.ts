/** Replaces pieces of a text and keeps account of lines: which are as they were, and which are not. */

/** Replaces the characters from `start` to before `end`. */
export interface Match {
  start: number;
  end: number;
  replacement: string;
}

/** Lines from 1. `newFrom` lies behind the last unchanged line when `newCount` is 0. */
export interface LineChange {
  oldFrom: number;
  oldCount: number;
  newFrom: number;
  newCount: number;
}

/** A text whose lines know where they come from. */
export interface TrackedText {
  text: string;
  /** For each line its number in the first text, or null when it was changed or added. */
  origin: readonly (number | null)[];
  /** Lines of the first text. */
  oldLines: number;
}

export interface Line {
  start: number;
  body: string;
  ending: string;
}

/** The lines of a text, without an empty one behind a last line end. */
export function linesOf(text: string): Line[] {
  return [...text.matchAll(/([^\n]*?)(\r?\n|$)/g)]
    .filter((match) => match[0] !== "")
    .map((match) => ({ start: match.index, body: match[1] ?? "", ending: match[2] ?? "" }));
}

export function track(text: string): TrackedText {
  const { length } = linesOf(text);
  return { text, origin: Array.from({ length }, (_, index) => index + 1), oldLines: length };
}

/** Applies matches that do not overlap, in the order of their places. */
export function replaceTracked(tracked: TrackedText, matches: readonly Match[]): TrackedText {
  const { text, oldLines } = tracked;
  const lines = linesOf(text);
  const pieces: string[] = [];
  const origin: (number | null)[] = [];
  let next = 0;
  const keepUntil = (index: number) => {
    pieces.push(text.slice(startOf(lines, text, next), startOf(lines, text, index)));
    origin.push(...tracked.origin.slice(next, index));
  };
  for (const region of regionsOf(text, lines, matches)) {
    keepUntil(region.from);
    const changed = applied(text, lines, region);
    pieces.push(changed);
    origin.push(...linesOf(changed).map(() => null));
    next = region.to;
  }
  keepUntil(lines.length);
  return { text: pieces.join(""), origin, oldLines };
}

/** Neighbouring lines that change together: from `from` to before `to`. */
interface Region {
  from: number;
  to: number;
  matches: Match[];
}

function regionsOf(text: string, lines: readonly Line[], matches: readonly Match[]): Region[] {
  const regions: Region[] = [];
  for (const match of matches) {
    const last = regions.at(-1);
    const joins = last !== undefined && match.start < startOf(lines, text, last.to);
    const from = joins ? last.from : lineAt(lines, match.start, last?.to ?? 0);
    const region: Region = joins ? last : { from, to: from, matches: [] };
    if (!joins) regions.push(region);
    region.matches.push(match);
    while (region.to < lines.length && startOf(lines, text, region.to) < match.end) region.to += 1;
    // A line that lost its end runs into the next one, which is changed too.
    const changed = applied(text, lines, region);
    if (changed !== "" && !changed.endsWith("\n") && region.to < lines.length) region.to += 1;
  }
  return regions;
}

function startOf(lines: readonly Line[], text: string, index: number): number {
  return lines[index]?.start ?? text.length;
}

/** Index of the line that a place belongs to; behind a last line with its end, that of a line to come. */
function lineAt(lines: readonly Line[], place: number, from: number): number {
  let index = from;
  for (;;) {
    const line = lines[index];
    if (!line) return index;
    const end = line.start + line.body.length + line.ending.length;
    if (place < end || (place === end && line.ending === "")) return index;
    index += 1;
  }
}

/** The text of a region with its matches applied. */
function applied(text: string, lines: readonly Line[], { from, to, matches }: Region): string {
  let at = startOf(lines, text, from);
  let result = "";
  for (const { start, end, replacement } of matches) {
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return result + text.slice(at, Math.max(at, startOf(lines, text, to)));
}

/** The blocks of lines that are not as they were. */
export function changesOf({ origin, oldLines }: TrackedText): LineChange[] {
  const changes: LineChange[] = [];
  let lastOld = 0;
  let lastNew = 0;
  const close = (old: number, now: number) => {
    const [oldCount, newCount] = [old - lastOld - 1, now - lastNew - 1];
    if (oldCount > 0 || newCount > 0)
      changes.push({ oldFrom: lastOld + 1, oldCount, newFrom: lastNew + 1, newCount });
    [lastOld, lastNew] = [old, now];
  };
  for (const [index, from] of origin.entries()) if (from !== null) close(from, index + 1);
  close(oldLines + 1, origin.length + 1);
  return changes;
}

const MOST_SHOWN = 12;

/** `lines 3-5, 9, -2 before 12` as they are numbered now; for the model and the transcript. */
export function renderChanges(changes: readonly LineChange[]): string {
  const shown = changes.slice(0, MOST_SHOWN).map(({ newFrom, newCount, oldCount }) => {
    if (newCount === 0) return `${oldCount} gone before ${newFrom}`;
    return newCount === 1 ? `${newFrom}` : `${newFrom}-${newFrom + newCount - 1}`;
  });
  const first = changes[0];
  const last = changes.at(-1);
  if (!first || !last) return "no line";
  const more =
    changes.length > MOST_SHOWN
      ? `, and ${changes.length - MOST_SHOWN} more up to ${last.newFrom + last.newCount}`
      : "";
  return `lines ${shown.join(", ")}${more}`;
}
