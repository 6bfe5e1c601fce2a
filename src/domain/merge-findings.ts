/** Findings of several passes as one list: what two passes report is one finding with more support. */
import { type Anchor, anchorOf } from "./anchor.ts";
import type { DiffFile } from "./diff.ts";
import type { Finding, Severity } from "./finding.ts";
import { normalQuote } from "./quote.ts";

export interface Reported {
  finding: Finding;
  lens: string;
  /** Number of the pass. */
  pass: number;
}

export interface MergedFinding {
  finding: Finding;
  lenses: string[];
  /** Passes that reported it. */
  support: number;
}

/** What identifies a finding wherever its lines have moved: no line numbers in it. */
export function identityOf({ path, category, quote }: Pick<Finding, "path" | "category" | "quote">): string {
  return JSON.stringify([path, category, normalQuote(quote)]);
}

export const SEVERITIES: readonly Severity[] = ["blocker", "major", "minor", "nit"];
const NEAR_LINES = 15;
/** Share of common words from which two texts about near lines, or about the same quote, say the same. */
const SAME_WORDS = 0.6;
const SAME_WORDS_ON_QUOTE = 0.25;

/** The graver one of two reports of the same finding is kept; the gravest findings come first. */
export function mergeFindings(reported: readonly Reported[], files: readonly DiffFile[]): MergedFinding[] {
  const groups: { reports: Reported[]; places: Anchor[] }[] = [];
  for (const report of reported) {
    const place = anchorOf(report.finding, files);
    const group = groups.find(({ reports, places }) =>
      reports.some((other, at) => isSame(report.finding, place, other.finding, places[at])),
    );
    if (group) {
      group.reports.push(report);
      group.places.push(place);
    } else groups.push({ reports: [report], places: [place] });
  }
  return groups
    .map(({ reports }) => ({
      finding: reports.map(({ finding }) => finding).reduce((a, b) => (rank(b) < rank(a) ? b : a)),
      lenses: [...new Set(reports.map(({ lens }) => lens))],
      support: new Set(reports.map(({ pass }) => pass)).size,
    }))
    .sort((a, b) => rank(a.finding) - rank(b.finding) || b.support - a.support);
}

function rank({ severity }: Finding): number {
  return SEVERITIES.indexOf(severity);
}

function isSame(a: Finding, placeA: Anchor, b: Finding, placeB: Anchor | undefined): boolean {
  if (identityOf(a) === identityOf(b)) return true;
  if (a.path !== b.path) return false;
  const common = likeness(`${a.title} ${a.why}`, `${b.title} ${b.why}`);
  const [quoteA, quoteB] = [normalQuote(a.quote), normalQuote(b.quote)];
  if (quoteA.includes(quoteB) || quoteB.includes(quoteA)) return common >= SAME_WORDS_ON_QUOTE;
  const near =
    placeA.kind === "line" && placeB?.kind === "line" && Math.abs(placeA.start - placeB.start) <= NEAR_LINES;
  return near && common >= SAME_WORDS;
}

/** Jaccard index of the words. */
function likeness(a: string, b: string): number {
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}_]{3,}/gu) ?? []);
  const [one, other] = [words(a), words(b)];
  const both = [...one].filter((word) => other.has(word)).length;
  return both / Math.max(1, one.size + other.size - both);
}
