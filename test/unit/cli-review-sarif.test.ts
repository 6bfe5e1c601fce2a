/** SARIF for whatever a review may find, against the rules of the standard. */
import { describe, expect, test } from "vitest";
import { type Placed, renderSarif } from "../../src/cli/review/report.ts";
import { BASE, HEAD } from "./domain-support.ts";
import { sarifProblems } from "./sarif-schema.ts";

const FINDING: Placed = {
  path: "src/log in/naïve#1?.ts",
  side: "RIGHT",
  claim: "behaviour",
  quote: 'if (a = "b") {',
  severity: "blocker",
  category: "Correctness & more",
  title: "Assigns",
  why: "It should compare.",
  scenario: "",
  support: 2,
  lenses: ["correctness"],
  check: "confirmed",
  proof: "",
  fingerprint: "f".repeat(40),
  lines: { start: 3, end: 4 },
};
const { lines: _, ...WITHOUT_LINES } = FINDING;
const sarifOf = (findings: readonly Placed[]) =>
  JSON.parse(renderSarif({ base: BASE, head: HEAD, findings: [...findings] }, "0.1.0"));

describe("a SARIF log is valid", () => {
  test.each<[string, Placed[]]>([
    ["of nothing", []],
    ["of a finding in lines", [FINDING]],
    ["of a finding in a file", [WITHOUT_LINES]],
    ["of a finding in lines that are gone", [{ ...FINDING, side: "LEFT" }]],
    [
      "of every severity",
      (["blocker", "major", "minor", "nit"] as const).map((severity) => ({ ...FINDING, severity })),
    ],
    ["of several in one category", [FINDING, { ...FINDING, title: "Again" }]],
    ["of a category without a letter", [{ ...FINDING, category: "!" }]],
  ])("%s", (_, findings) => {
    const sarif = sarifOf(findings);
    expect(sarifProblems(sarif)).toEqual([]);
    expect(sarif.runs[0].results).toHaveLength(findings.length);
  });

  test("and one that is not is refused", () => {
    const broken = [
      (sarif: ReturnType<typeof sarifOf>) => (sarif.version = "2.0.0"),
      (sarif: ReturnType<typeof sarifOf>) => (sarif.runs[0].results[0].level = "blocker"),
      (sarif: ReturnType<typeof sarifOf>) => delete sarif.runs[0].results[0].message.text,
      (sarif: ReturnType<typeof sarifOf>) =>
        (sarif.runs[0].results[0].locations[0].physicalLocation.region.startLine = 0),
      (sarif: ReturnType<typeof sarifOf>) =>
        (sarif.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri = "a b"),
      (sarif: ReturnType<typeof sarifOf>) => (sarif.runs[0].results[0].severity = "blocker"),
    ];
    for (const damage of broken) {
      const sarif = sarifOf([FINDING]);
      damage(sarif);
      expect(sarifProblems(sarif), String(damage)).not.toEqual([]);
    }
  });
});
