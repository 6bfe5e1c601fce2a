import { describe, expect, test } from "vitest";
import {
  complaintsAbout,
  groundsOf,
  type MergeRecord,
  readRecord,
  renderRecord,
  renderTrailers,
  requirementOfCommit,
} from "../../src/domain/merge-record.ts";
import { factsOf } from "../../src/domain/pull-facts.ts";
import {
  BASE,
  HEAD,
  pullOf,
  readySnapshot,
  requirementBlock,
  requirementOf,
  stickyOf,
} from "./domain-support.ts";

const RECORD: MergeRecord = {
  pull: 7,
  head: HEAD,
  feature: 3,
  requirement: 1,
  base: BASE,
  tree: "e".repeat(40),
  verified: 101,
  verdict: { is: "approved", run: 102 },
  approvedBy: "wanda",
  risks: ["first", "large"],
  cost: { usd: 1.5, runs: 4 },
  conversation: "0b6f3a52-6a0e-4f7e-9a53-2f7b8f1f3a10",
};
const { feature: _f, requirement: _r, approvedBy: _a, conversation: _c, verified: _v, ...LEAST } = RECORD;
const messageOf = (record: MergeRecord) => `Log in (#7)\n\nAdds a page.\n\n${renderTrailers(record)}\n`;

describe("the trailers of a merge", () => {
  test.each<[string, MergeRecord]>([
    ["everything", RECORD],
    ["only what must be there", { ...LEAST, risks: [], verdict: { is: "comment" } }],
  ])("with %s are read as they were written", (_, record) => {
    expect(readRecord(messageOf(record))).toEqual({ record, problem: undefined });
  });

  test("count only in the last paragraph", () => {
    const body = messageOf(RECORD).replace("Adds a page.", "Nightshift-Pull: #9\nNightshift-Requirement: #9");
    expect(readRecord(body).record).toEqual(RECORD);
    expect(requirementOfCommit(body)).toBe(1);
    expect(requirementOfCommit("Nightshift-Requirement: #1\n\nBut then a word.")).toBeUndefined();
  });

  test.each<[string, string, string]>([
    ["no record", "By hand\n", "it has no trailer Nightshift-Pull"],
    ["a cut tree", messageOf(RECORD).replace("Tree: eeee", "Tree: "), "its trailers are not complete: tree"],
    [
      "no verdict and a strange cost",
      messageOf(RECORD)
        .replace(/.*Verdict.*\n/, "")
        .replace("1.50 USD", "some"),
      "its trailers are not complete: verdict, cost",
    ],
  ])("%s is said", (_, message, problem) => {
    expect(readRecord(message)).toEqual({ record: undefined, problem });
  });
});

describe("what a record says", () => {
  test.each<[string, Partial<MergeRecord>, string[]]>([
    ["a good merge", {}, []],
    ["an approved one that no person looked at", { approvedBy: undefined }, []],
    ["no verification", { verified: undefined }, ["no run verified this merge"]],
    ["no review", { verdict: { is: "none" } }, ["nothing reviewed it"]],
    ["changes asked for", { verdict: { is: "changes", run: 1 } }, ["the review asked for changes"]],
    ["an undecided review that a person approved", { verdict: { is: "comment", run: 1 } }, []],
    [
      "an undecided review",
      { verdict: { is: "comment", run: 1 }, approvedBy: undefined },
      ["the review could not decide and nobody approved it"],
    ],
  ])("%s", (_, change, complaints) => {
    expect(complaintsAbout({ ...RECORD, ...change } as MergeRecord)).toEqual(complaints);
  });

  test("it is taken from what was observed: the runs, the money, the person", () => {
    const cost = { agent: "code", mode: "implement", turns: 3, tokens: 10, feature: 3 } as const;
    const costs = [
      { ...cost, run: 101, usd: 0.4 },
      { ...cost, run: 99, usd: 0.105 },
    ];
    const snapshot = readySnapshot(
      {},
      { requirements: [requirementOf({ sticky: stickyOf(requirementBlock({ costs })) })] },
    );
    expect(groundsOf(factsOf(snapshot, snapshot.pulls[0] ?? pullOf()))).toEqual({
      pull: 7,
      head: HEAD,
      feature: 3,
      requirement: 1,
      base: BASE,
      verified: 101,
      verdict: { is: "approved", run: 102 },
      risks: [],
      cost: { usd: 0.51, runs: 2 },
    });
  });

  test("people read it as a table that says what it is", () => {
    const shown = renderRecord(RECORD, { sha: HEAD, parent: BASE, tree: RECORD.tree });
    expect(shown).toContain("| approved by | wanda |");
    expect(shown).toContain("A record, not a proof of origin.");
  });
});
