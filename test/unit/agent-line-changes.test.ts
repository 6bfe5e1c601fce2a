import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editText } from "../../src/agent/sandbox/edit-text.ts";
import { type LineChange, renderChanges } from "../../src/agent/sandbox/line-changes.ts";
import { type Hunk, type HunkLine, parsePatch, patchText } from "../../src/agent/sandbox/patch-text.ts";

/** Lines with their ends, as a reader counts them. */
const linesIn = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** The lines that a report leaves out: those of the old text, and those of the new one. */
function untouched(before: string, after: string, changes: readonly LineChange[]) {
  const isIn = (line: number, from: number, count: number) => line >= from && line < from + count;
  return {
    old: linesIn(before).filter((_, at) => !changes.some((c) => isIn(at + 1, c.oldFrom, c.oldCount))),
    now: linesIn(after).filter((_, at) => !changes.some((c) => isIn(at + 1, c.newFrom, c.newCount))),
  };
}

const line = fc.constantFrom("a", "b", "  a", "\tb", "a ", "b  ", "", "a\r", "c");
const text = fc
  .tuple(fc.array(line, { maxLength: 8 }), fc.boolean())
  .map(([lines, ended]) => lines.join("\n") + (ended && lines.length > 0 ? "\n" : ""));
const piece = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join("\n"));

test("edit_file changes no line that it does not report", () => {
  const edits = fc.array(
    fc.record({ old: piece, new: fc.oneof(piece, fc.constant("")), all: fc.boolean() }),
    {
      minLength: 1,
      maxLength: 3,
    },
  );
  let edited = 0;
  fc.assert(
    fc.property(text, edits, (before, asked) => {
      const outcome = editText(before, asked);
      if (outcome.kind === "missed") return;
      edited += 1;
      const { old, now } = untouched(before, outcome.text, outcome.changes);
      expect(now).toEqual(old);
    }),
    { numRuns: 5_000 },
  );
  expect(edited).toBeGreaterThan(500);
});

const hunkLine: fc.Arbitrary<HunkLine> = fc.record({ op: fc.constantFrom(" ", "+", "-"), text: line });
const hunk: fc.Arbitrary<Hunk> = fc.record({
  below: fc.constantFrom("", "", "c"),
  lines: fc.array(hunkLine, { minLength: 1, maxLength: 4 }),
  atEnd: fc.boolean(),
});

test("apply_patch changes no line that it does not report", () => {
  let patched = 0;
  fc.assert(
    fc.property(text, fc.array(hunk, { minLength: 1, maxLength: 2 }), (before, hunks) => {
      const outcome = patchText(before, hunks);
      if (outcome.kind === "missed") return;
      patched += 1;
      const { old, now } = untouched(before, outcome.text, outcome.changes);
      expect(now).toEqual(old);
    }),
    { numRuns: 8_000 },
  );
  expect(patched).toBeGreaterThan(500);
});

test("a patch that says how one text becomes another makes exactly that", () => {
  const step = fc.record({ op: fc.constantFrom(" ", "+", "-"), text: fc.constantFrom("a", "b ", "  c", "") });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      fc.pre(steps.some(({ op }) => op !== " "));
      const side = (op: string) =>
        steps
          .filter((s) => s.op === " " || s.op === op)
          .map((s) => `${s.text}\n`)
          .join("");
      const patch = [
        "*** Begin Patch",
        "*** Update File: x",
        "@@",
        ...steps.map((s) => s.op + s.text),
        "*** End of File",
        "*** End Patch",
      ].join("\n");
      const parsed = parsePatch(patch);
      if ("invalid" in parsed) throw new Error(parsed.invalid);
      const [change] = parsed.changes;
      if (change?.kind !== "update") throw new Error("no update");
      const outcome = patchText(side("-"), change.hunks);
      expect(outcome.kind === "edited" && outcome.text).toBe(side("+"));
    }),
    { numRuns: 2_000 },
  );
});

describe("a patch", () => {
  const parse = (...lines: string[]) => parsePatch(["*** Begin Patch", ...lines, "*** End Patch"].join("\n"));

  test("adds, deletes, updates and moves", () => {
    expect(
      parse(
        "*** Add File: a/b.ts",
        "+one",
        "+",
        "*** Delete File: c.ts",
        "*** Update File: d.ts",
        "*** Move to: e.ts",
        "@@ function f() {",
        " x",
        "-y",
        "+z",
        "*** End of File",
      ),
    ).toEqual({
      changes: [
        { kind: "add", path: "a/b.ts", content: "one\n\n" },
        { kind: "delete", path: "c.ts" },
        {
          kind: "update",
          path: "d.ts",
          to: "e.ts",
          hunks: [
            {
              below: "function f() {",
              lines: [
                { op: " ", text: "x" },
                { op: "-", text: "y" },
                { op: "+", text: "z" },
              ],
              atEnd: true,
            },
          ],
        },
      ],
    });
  });

  test.each([
    ["no head", ["+x"], /line 2 must be/],
    ["an absolute path", ["*** Delete File: /etc/passwd"], /absolute/],
    ["an absolute target", ["*** Update File: a", "*** Move to: /b"], /absolute/],
    ["the same file twice", ["*** Delete File: a", "*** Delete File: a"], /named twice/],
    ["an added line without +", ["*** Add File: a", "x"], /begins with \+/],
    ["a line of no kind", ["*** Update File: a", "x"], /none of space/],
    ["a hunk without a change", ["*** Update File: a", " x"], /changes nothing/],
    ["no hunk", ["*** Update File: a"], /no hunk/],
  ])("with %s is refused", (_what, lines, why) => {
    expect(parse(...lines)).toEqual({ invalid: expect.stringMatching(why) });
  });

  const change = (before: string, ...lines: string[]) => {
    const parsed = parse("*** Update File: x", ...lines);
    if ("invalid" in parsed || parsed.changes[0]?.kind !== "update") throw new Error("no update");
    return patchText(before, parsed.changes[0].hunks);
  };

  test("keeps context as the file has it when only trailing spaces differ, and says so", () => {
    expect(change("a  \nb\t\nc\n", " a", "-b", "+B", " c")).toEqual({
      kind: "edited",
      text: "a  \nB\nc\n",
      notes: ["hunk 1: matched apart from trailing spaces"],
      changes: [{ oldFrom: 2, oldCount: 1, newFrom: 2, newCount: 1 }],
    });
  });

  test("keeps the line ends of the file, and a missing last one", () => {
    expect(change("a\r\nb\r\n", " a", "+x")).toMatchObject({ text: "a\r\nx\r\nb\r\n" });
    expect(change("a\nb", "-b", "+c")).toMatchObject({ text: "a\nc" });
    expect(change("a\nb", "+c")).toMatchObject({ text: "a\nb\nc" });
  });

  test("a place that could be two is refused, unless an @@ line says which", () => {
    expect(change("f\nx\ng\nx\n", "-x")).toMatchObject({
      kind: "missed",
      reason: expect.stringContaining("stand at 2, 4"),
    });
    expect(change("f\nx\ng\nx\n", "@@ g", "-x")).toMatchObject({ text: "f\nx\ng\n" });
  });

  test("later hunks are looked for below earlier ones", () => {
    expect(change("a\nb\na\n", "@@", "-a", "+1", " b", "@@", "-a", "+2")).toMatchObject({
      text: "1\nb\n2\n",
    });
    expect(change("b\na\n", "@@", "-a", "@@", "-b")).toMatchObject({ kind: "missed" });
  });
});

test("changes are told by the numbers that lines have now", () => {
  const outcome = editText("1\n2\n3\n4\n5\n6\n", [
    { old: "2\n", new: "", all: false },
    { old: "5", new: "five\nfive", all: false },
  ]);
  expect(outcome.kind === "edited" && renderChanges(outcome.changes)).toBe("lines 1 gone before 2, 4-5");
});
