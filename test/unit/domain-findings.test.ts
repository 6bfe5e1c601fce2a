/** What becomes of reported findings: quotes, merging, what is new, and how severity rises. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DiffFile, parseDiff } from "../../src/domain/diff.ts";
import { Finding } from "../../src/domain/finding.ts";
import { freshHunks } from "../../src/domain/fresh.ts";
import { identityOf, mergeFindings } from "../../src/domain/merge-findings.ts";
import { standsIn } from "../../src/domain/quote.ts";
import { inlineLimit, isHeard } from "../../src/domain/ratchet.ts";

const BASE = {
  path: "a.ts",
  quote: "const total = items.length - 1;",
  severity: "major",
  category: "correctness",
  title: "The last item is left out",
  why: "The total is one less than the number of items since this line.",
};
const finding = (change: object = {}) => Finding.parse({ ...BASE, ...change });
const FILES = parseDiff(
  [
    "diff --git a/a.ts b/a.ts",
    "--- a/a.ts",
    "+++ b/a.ts",
    "@@ -1,1 +1,4 @@",
    " export function sum(items) {",
    "+  const total = items.length - 1;",
    "+  const path = `/data/${items[0].name}`;",
    "+  return total;",
    "",
  ].join("\n"),
);
const merged = (...changes: object[]) =>
  mergeFindings(
    changes.map((change, at) => ({
      finding: finding(change),
      lens: at % 2 === 0 ? "correctness" : "tests",
      pass: at + 1,
    })),
    FILES,
  );

describe("a quote", () => {
  const text = "function f() {\n\treturn 1;\r\n}\n";
  test.each([
    [true, "the very line", "function f() {"],
    [true, "several lines with other white space", "function f() {\n    return 1;"],
    [true, "a long part of a line", "unction f() {"],
    [false, "a short part of a line", "eturn"],
    [false, "what is not there", "return 2;"],
    [false, "lines in another order", "return 1;\nfunction f() {"],
    [false, "nothing", " \n "],
  ])("stands there (%s): %s", (stands, _what, quote) => {
    expect(standsIn(text, quote)).toBe(stands);
  });
});

describe("findings of several passes", () => {
  test.each([
    ["the same words", {}],
    ["other white space in the quote", { quote: "  const total =  items.length - 1;" }],
    ["another category about the same quote", { category: "data" }],
    [
      "a neighbouring line in the same words",
      { quote: "return total;", why: `${BASE.why} So the sum is wrong.` },
    ],
  ])("are one finding with more support: %s", (_what, change) => {
    expect(merged({}, change)).toMatchObject([{ support: 2, lenses: ["correctness", "tests"] }]);
  });

  test.each([
    ["another file", { path: "b.ts" }],
    [
      "something else about the same quote",
      { category: "security", title: "Overflow", why: "Huge input wraps around silently here." },
    ],
    ["something else nearby", { quote: "return total;", title: "Wrong unit", why: "Callers expect cents." }],
  ])("stay two findings: %s", (_what, change) => {
    expect(merged({}, change)).toHaveLength(2);
  });

  test("the graver report is kept, and the gravest come first", () => {
    const list = merged({ severity: "minor" }, { path: "b.ts", severity: "major" }, { severity: "blocker" });
    expect(list.map(({ finding: one, support }) => [one.path, one.severity, support])).toEqual([
      ["a.ts", "blocker", 2],
      ["b.ts", "major", 1],
    ]);
  });

  test("lines that move change no identity", () => {
    expect(identityOf(finding())).toBe(
      identityOf(finding({ title: "Other words", quote: `\n  ${BASE.quote}` })),
    );
    expect(identityOf(finding())).not.toBe(identityOf(finding({ path: "b.ts" })));
  });
});

describe("what is new in a change", () => {
  const diff = (start: number, ...lines: string[]) =>
    `diff --git a/a.ts b/a.ts\n--- a/a.ts\n+++ b/a.ts\n@@ -${start},2 +${start},${2 + lines.length} @@\n before\n${lines.map((line) => `+${line}\n`).join("")} after\n`;
  const files = (text: string): DiffFile[] => parseDiff(text);

  test("nothing, when the same lines have moved", () => {
    const { fresh, known } = freshHunks(files(diff(40, "one")), [files(diff(2, "one"))]);
    expect({ fresh, known: [...known] }).toEqual({ fresh: [], known: ["a.ts#1"] });
  });

  test.each([
    ["other content", diff(2, "two"), [diff(2, "one")]],
    ["more lines", diff(2, "one", "two"), [diff(2, "one")]],
    ["another file", diff(2, "one").replaceAll("a.ts", "b.ts"), [diff(2, "one")]],
    [
      "content that stood there only once",
      diff(2, "one") + diff(9, "one").split("\n").slice(3).join("\n"),
      [diff(2, "one")],
    ],
    [
      "a binary file",
      "diff --git a/x.png b/x.png\nBinary files a/x.png and b/x.png differ\n",
      ["diff --git a/x.png b/x.png\nBinary files a/x.png and b/x.png differ\n"],
    ],
    [
      "another mode",
      "diff --git a/x b/x\nold mode 100644\nnew mode 100755\n",
      ["diff --git a/x b/x\nold mode 100755\nnew mode 100644\n"],
    ],
  ])("%s", (_what, now, earlier) => {
    expect(freshHunks(files(now), earlier.map(files)).fresh).toHaveLength(1);
  });

  test("nothing, when every hunk was read at some earlier head", () => {
    const both = diff(2, "one") + diff(9, "two").split("\n").slice(3).join("\n");
    expect(freshHunks(files(both), [files(diff(2, "one")), files(diff(5, "two"))]).fresh).toEqual([]);
  });

  test("each hunk is either new or known", () => {
    const change = fc.array(fc.constantFrom("one", "two", "three"), { maxLength: 5 });
    fc.assert(
      fc.property(change, change, (now, before) => {
        const of = (list: readonly string[]) =>
          files(
            list
              .map((text, at) =>
                at === 0
                  ? diff(1, text)
                  : diff(at * 10, text)
                      .split("\n")
                      .slice(3)
                      .join("\n"),
              )
              .join(""),
          );
        const all = of(now).flatMap(({ hunks }) => hunks.map(({ id }) => id));
        const { fresh, known } = freshHunks(of(now), [of(before)]);
        expect([...known, ...fresh.flatMap(({ hunks }) => hunks.map(({ id }) => id))].sort()).toEqual(
          all.sort(),
        );
        for (const text of ["one", "two", "three"]) {
          const times = (list: readonly string[]) => list.filter((other) => other === text).length;
          const left = fresh
            .flatMap(({ hunks }) => hunks)
            .filter(({ lines }) => lines[1]?.text === text).length;
          expect(left).toBe(Math.max(0, times(now) - times(before)));
        }
      }),
    );
  });
});

test("severity rises by round, and later rounds say less on lines", () => {
  const heard = [1, 2, 3, 9].map((round) =>
    (["blocker", "major", "minor", "nit"] as const).filter((severity) => isHeard(severity, round)),
  );
  expect(heard).toEqual([["blocker", "major", "minor"], ["blocker", "major"], ["blocker"], ["blocker"]]);
  expect([1, 2, 5].map(inlineLimit)).toEqual([10, 5, 5]);
});
