/** A review of a range as people and programs read it: Markdown, JSON, SARIF 2.1.0. */
import { fingerprintOf } from "../../agents/review/fingerprint.ts";
import { reviewText } from "../../agents/review/review-text.ts";
import { anchorOf } from "../../domain/anchor.ts";
import { type HeldFinding, isSerious, type Severity } from "../../domain/finding.ts";
import { decideVerdict, factsOfFindings, type Verdict } from "../../domain/verdict.ts";
import { short } from "../../domain/words.ts";
import type { RangeReview } from "./range.ts";

export interface Placed extends HeldFinding {
  fingerprint: string;
  /** Lines of `path` at the head, or before the change when `side` is LEFT; absent where the finding has no line. */
  lines?: { start: number; end: number };
}

export interface Report {
  base: string;
  head: string;
  verdict: Verdict;
  why: string;
  findings: Placed[];
  review: RangeReview;
}

export function reportOf(review: RangeReview): Report {
  const { range, outcome, change } = review;
  const findings = (outcome.output?.findings ?? []).map((finding): Placed => {
    const anchor = anchorOf(finding, change.files);
    const lines = anchor.kind === "line" ? { lines: { start: anchor.start, end: anchor.end } } : {};
    return { ...finding, fingerprint: fingerprintOf(finding), ...lines };
  });
  const facts = { criteria: outcome.output?.criteria ?? [], deferredHunks: outcome.deferred.length };
  const { verdict, why } = decideVerdict({ ...facts, ...factsOfFindings(findings, 1) });
  return { base: range.base, head: range.head, verdict, why, findings, review };
}

/** A finding of this severity or a graver one, or a part that nobody read. */
export function failsOn({ findings, review }: Report, severity: "blocker" | "major"): boolean {
  const counts = (found: Severity) => (severity === "major" ? isSerious(found) : found === "blocker");
  return review.outcome.deferred.length > 0 || findings.some((finding) => counts(finding.severity));
}

export function renderJson(report: Report): string {
  const { base, head, verdict, why, findings, review } = report;
  const { output, coverage, deferred, cost, status, message, summary } = review.outcome;
  return JSON.stringify(
    {
      base,
      head,
      status,
      message,
      verdict,
      why,
      summary,
      findings,
      dropped: output?.dropped ?? [],
      deferred,
      coverage,
      cost,
    },
    undefined,
    2,
  );
}

export function renderMarkdown({ head, verdict, why, findings, review }: Report): string {
  const { outcome } = review;
  const result = { criteria: outcome.output?.criteria ?? [], dropped: outcome.output?.dropped ?? [] };
  const { summary, deferred, coverage } = outcome;
  const text = reviewText({
    head,
    round: 1,
    verdict,
    why,
    summary,
    rest: [],
    result,
    deferred,
    coverage,
    refused: 0,
  });
  return [...findings.map(findingSection), text].join("\n\n");
}

function findingSection(finding: Placed): string {
  const { severity, category, title, path, lines, quote, why, scenario, check, proof, side } = finding;
  const place = `${path}${lines ? `:${lines.start}` : ""}${side === "LEFT" ? " (deleted)" : ""}`;
  const doubt =
    check === "unchecked"
      ? "Nobody could check it."
      : check === "uncertain"
        ? "Not certain: please check."
        : "";
  const parts = [
    `### ${severity}: ${title}`,
    `\`${place}\`, ${category}`,
    quoted(quote),
    why,
    scenario,
    proof,
    doubt,
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function quoted(code: string): string {
  return code
    .split("\n")
    .map((line) => `    ${line}`)
    .join("\n");
}

const LEVELS: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  blocker: "error",
  major: "error",
  minor: "warning",
  nit: "note",
};

/** Static Analysis Results Interchange Format 2.1.0 (OASIS), as GitHub's code scanning reads it. */
export function renderSarif(
  { base, head, findings }: Pick<Report, "base" | "head" | "findings">,
  version: string,
): string {
  const rules = [...new Set(findings.map(ruleOf))];
  const results = findings.map((finding) => ({
    ruleId: ruleOf(finding),
    ruleIndex: rules.indexOf(ruleOf(finding)),
    level: LEVELS[finding.severity],
    message: {
      text: [finding.title, finding.why, finding.scenario].filter((part) => part !== "").join("\n\n"),
    },
    locations: [{ physicalLocation: locationOf(finding) }],
    partialFingerprints: { "nightshift/v1": finding.fingerprint },
    properties: { severity: finding.severity, check: finding.check, support: finding.support },
  }));
  const driver = {
    name: "Nightshift",
    semanticVersion: version,
    rules: rules.map((id) => ({ id, shortDescription: { text: id } })),
  };
  const run = {
    tool: { driver },
    columnKind: "utf16CodeUnits",
    results,
    properties: { base: short(base), head: short(head) },
  };
  return JSON.stringify(
    { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] },
    undefined,
    2,
  );
}

function ruleOf({ category }: Placed): string {
  return `nightshift/${category.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
}

/** Lines that are gone have no region in the file as it is. */
function locationOf({ path, side, lines, quote }: Placed): object {
  const artifactLocation = { uri: path.split("/").map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" };
  if (lines === undefined || side === "LEFT") return { artifactLocation };
  return {
    artifactLocation,
    region: { startLine: lines.start, endLine: lines.end, snippet: { text: quote } },
  };
}
