/** `<details>` in Markdown, the one piece of HTML that texts of ours use: a block from a line that opens it to the line that ends it. */
import type { StateBlock } from "markdown-it";

const OPENS = /^<details(?: open)?>(.*)$/i;
const SUMMARY = /^<summary>([^<>]*)<\/summary>$/i;
const ENDS = /^<\/details>$/i;

/**
 * A rule of the reader for blocks. Puts `details_open`, with the summary as its content, around what is between; anything that is not
 * exactly this form stays text.
 */
export function readDetails(state: StateBlock, from: number, to: number, silent: boolean): boolean {
  const [, rest] = OPENS.exec(lineOf(state, from)) ?? [];
  if (rest === undefined) return false;
  const inLine = rest !== "";
  const [, summary] = SUMMARY.exec(inLine ? rest.trim() : from + 1 < to ? lineOf(state, from + 1) : "") ?? [];
  const end = endOf(state, from);
  if (summary === undefined || end === undefined || end >= to) return false;
  if (silent) return true;

  const { parentType, lineMax } = state;
  state.parentType = "details";
  state.lineMax = end;
  state.push("details_open", "details", 1).content = summary;
  state.md.block.tokenize(state, from + (inLine ? 1 : 2), end);
  state.push("details_close", "details", -1);
  state.parentType = parentType;
  state.lineMax = lineMax;
  state.line = end + 1;
  return true;
}

function lineOf({ src, bMarks, tShift, eMarks }: StateBlock, line: number): string {
  return src.slice((bMarks[line] ?? 0) + (tShift[line] ?? 0), eMarks[line]).trim();
}

const ends = new WeakMap<StateBlock, ReadonlyMap<number, number>>();

/** The line that ends what this line opens. All of a text are found at once, so that many that never end cost no more. */
function endOf(state: StateBlock, from: number): number | undefined {
  let known = ends.get(state);
  if (known === undefined) {
    const found = new Map<number, number>();
    const open: number[] = [];
    for (let line = 0; line < state.bMarks.length - 1; line += 1) {
      const text = lineOf(state, line);
      if (OPENS.test(text)) open.push(line);
      const opened = ENDS.test(text) ? open.pop() : undefined;
      if (opened !== undefined) found.set(opened, line);
    }
    known = found;
    ends.set(state, known);
  }
  return known.get(from);
}
