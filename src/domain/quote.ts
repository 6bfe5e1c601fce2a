/** Quotes: the only thing that a model says of a place which the host believes, because the host can look it up. */

/** Fewer characters than this stand in too many places to prove anything. */
const SHORTEST_PART = 10;

/** Lines of a quote without empty ones at its ends. */
export function quotedLines(quote: string): string[] {
  const lines = quote.replaceAll("\r\n", "\n").split("\n");
  while (lines[0]?.trim() === "") lines.shift();
  while (lines.at(-1)?.trim() === "") lines.pop();
  return lines;
}

export type Sameness = (line: string, quoted: string) => boolean;

/** From the strictest to the loosest: the very line, the line but for white space, a part of the line. */
export const SAMENESS: readonly Sameness[] = [
  (line, quoted) => line.replace(/\r$/, "") === quoted,
  (line, quoted) => bare(line) === bare(quoted),
  (line, quoted) => bare(quoted).length >= SHORTEST_PART && bare(line).includes(bare(quoted)),
];

function bare(text: string): string {
  return text.replace(/\s+/g, "");
}

/** Every place where `quoted` stands in `lines`, as the index of its first line. */
export function placesOf(lines: readonly string[], quoted: readonly string[], same: Sameness): number[] {
  const found: number[] = [];
  if (quoted.length === 0) return found;
  for (let at = 0; at + quoted.length <= lines.length; at += 1)
    if (quoted.every((line, offset) => same(lines[at + offset] ?? "", line))) found.push(at);
  return found;
}

/** Does this file say that? A quote that stands nowhere is made up. */
export function standsIn(text: string, quote: string): boolean {
  const lines = text.split("\n");
  const quoted = quotedLines(quote);
  return SAMENESS.some((same) => placesOf(lines, quoted, same).length > 0);
}

/** The quote as far as it identifies a place: white space makes no other one. */
export function normalQuote(quote: string): string {
  return quote.replace(/\s+/g, " ").trim();
}
