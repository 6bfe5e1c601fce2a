import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anchorOf } from "../../src/domain/anchor.ts";
import { changedLines, type DiffFile, type DiffLine, parseDiff } from "../../src/domain/diff.ts";
import { openWorkshop, type Workshop } from "./git-support.ts";

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.close());

async function diffOf(
  from: Record<string, string | Buffer>,
  to: Record<string, string | Buffer>,
): Promise<DiffFile[]> {
  return parseDiff(await workshop.git.diff(await workshop.tree(from), await workshop.tree(to)));
}

/** Names that git quotes, that carry a tab in diffs, or that look like parts of a diff. */
const NAMES = [
  "plain.txt",
  "with space.txt",
  "ünï/日本語 😀.txt",
  'quo"te.txt',
  "back\\slash.txt",
  "tab\there.txt",
  "new\nline.txt",
  "a/b/a b/b.txt",
  "b/b",
  "x => y.txt",
];

/** Lines that look like parts of a diff, end in blanks or carry unusual ends. */
const line = fc.constantFrom(
  "alpha",
  "beta",
  "",
  " ",
  "\t",
  "end  ",
  "-- old",
  "++ new",
  "+plus",
  "-minus",
  "@@ -1 +1 @@",
  "diff --git a/x b/x",
  "\\ No newline at end of file",
  "crlf\r",
  "\u2028",
  "ünï",
  "Binary files a and b differ",
);
const content = fc
  .tuple(fc.array(line, { maxLength: 14 }), fc.boolean())
  .map(([lines, ended]) => lines.join("\n") + (ended && lines.length > 0 ? "\n" : ""));
/** Inserts, removes and replaces lines, so that hunks with context come out. */
const edited = (text: string) =>
  fc
    .array(fc.record({ at: fc.nat(14), remove: fc.nat(2), insert: fc.array(line, { maxLength: 2 }) }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((edits) => {
      const lines = text.split("\n");
      for (const { at, remove, insert } of edits) lines.splice(Math.min(at, lines.length), remove, ...insert);
      return lines.join("\n");
    });
type Pair = { before: string | undefined; after: string | undefined; to: string };
const pair = (name: string): fc.Arbitrary<Pair> =>
  content.chain((before) =>
    fc.oneof(
      { weight: 5, arbitrary: edited(before).map((after) => ({ before, after, to: name })) },
      { weight: 1, arbitrary: fc.constant({ before, after: undefined, to: name }) },
      { weight: 1, arbitrary: fc.constant({ before: undefined, after: before, to: name }) },
      {
        weight: 1,
        arbitrary: fc.constant({
          before: `${before}\n${RENAMED}`,
          after: `${RENAMED}${before}`,
          to: `moved/${name}`,
        }),
      },
      { weight: 1, arbitrary: fc.constant({ before, after: before, to: name }) },
    ),
  );
/** Long enough that git sees a rename beside small changes. */
const RENAMED = Array.from({ length: 30 }, (_, at) => `a line that stays ${at}\n`).join("");

const world = fc.tuple(...NAMES.map(pair)).map((pairs) => {
  const before: Record<string, string> = {};
  const after: Record<string, string> = {};
  for (const [index, one] of pairs.entries()) {
    if (one.before !== undefined) before[NAMES[index] ?? ""] = one.before;
    if (one.after !== undefined) after[one.to] = one.after;
  }
  return { before, after };
});

const linesOf = (text: string) => (text === "" ? [] : text.replace(/\n$/, "").split("\n"));

/** The new text, rebuilt from the old one and the hunks; throws where a line number or a text is wrong. */
function rebuild(file: DiffFile, old: string): string {
  const before = linesOf(old);
  const after: string[] = [];
  let next = 0;
  let ended = old === "" || old.endsWith("\n");
  for (const each of file.hunks.flatMap((hunk) => hunk.lines)) {
    if (each.old !== undefined) {
      after.push(...before.slice(next, each.old - 1));
      next = each.old - 1;
      expect(before[next]).toBe(each.text);
      next += 1;
    }
    if (each.new !== undefined) {
      after.push(each.text);
      expect(after).toHaveLength(each.new);
      ended = !each.noNewline;
    }
  }
  if (next < before.length) ended = old.endsWith("\n");
  after.push(...before.slice(next));
  return after.join("\n") + (ended && after.length > 0 ? "\n" : "");
}

describe("a diff, compared with the files that git was given", () => {
  test("every line number, text, path and final newline is right, and nothing is missing", async () => {
    await fc.assert(
      fc.asyncProperty(world, async ({ before, after }) => {
        const rebuilt = { ...before };
        for (const file of await diffOf(before, after)) {
          const old = file.change === "added" ? "" : (before[file.oldPath] ?? `${file.oldPath} is no file`);
          delete rebuilt[file.oldPath];
          if (file.change !== "deleted") rebuilt[file.path] = rebuild(file, old);
          else expect(rebuild(file, old)).toBe("");
        }
        expect(rebuilt).toEqual(after);
      }),
      { numRuns: 30 },
    );
  });

  test("counts of a hunk equal its lines", async () => {
    const before = { "f.txt": RENAMED };
    const after = {
      "f.txt": RENAMED.replace("stays 3\n", "moves\nand grows\n").replace("a line that stays 20\n", ""),
    };
    const [file] = await diffOf(before, after);
    expect(
      file?.hunks.map(({ id, oldCount, newCount, lines }) => ({
        id,
        oldCount,
        newCount,
        old: old(lines),
        now: now(lines),
      })),
    ).toEqual([
      { id: "f.txt#1", oldCount: 7, newCount: 8, old: 7, now: 8 },
      { id: "f.txt#2", oldCount: 7, newCount: 6, old: 7, now: 6 },
    ]);
    expect(file && changedLines(file)).toEqual({ added: 2, deleted: 2 });
  });
});

const old = (lines: DiffLine[]) => lines.filter((each) => each.old !== undefined).length;
const now = (lines: DiffLine[]) => lines.filter((each) => each.new !== undefined).length;

describe("hunk headers without counts", () => {
  test("`@@ -1 +1 @@` is one line on each side", async () => {
    const [file] = await diffOf({ f: "one\n" }, { f: "two\n" });
    expect(file?.hunks).toMatchObject([{ oldStart: 1, oldCount: 1, newStart: 1, newCount: 1 }]);
  });

  test("a section may hold anything but a line feed", () => {
    const [file] = parseDiff("diff --git a/f b/f\n--- a/f\n+++ b/f\n@@ -1 +1 @@ a\u2028b\rc\n-x\n+y\n");
    expect(file?.hunks).toMatchObject([{ section: "a\u2028b\rc", lines: [{ text: "x" }, { text: "y" }] }]);
  });

  test("`@@ -0,0 +1 @@` is a new file of one line", async () => {
    const [file] = await diffOf({ other: "x" }, { other: "x", f: "one\n" });
    expect(file).toMatchObject({ change: "added", path: "f", modes: { new: "100644" } });
    expect(file?.hunks).toMatchObject([
      { oldStart: 0, oldCount: 0, newStart: 1, newCount: 1, lines: [{ new: 1, old: undefined }] },
    ]);
  });
});

describe("changes without lines", () => {
  test.each(NAMES)("a binary file, its deletion and its mode keep the name %j", async (name) => {
    const bytes = Buffer.from([0, 1, 2, 255]);
    const [changed] = await diffOf({ [name]: bytes }, { [name]: Buffer.from([0, 9]) });
    expect(changed).toMatchObject({ path: name, oldPath: name, change: "modified", binary: true, hunks: [] });
    const [deleted] = await diffOf({ [name]: bytes, other: "x" }, { other: "x" });
    expect(deleted).toMatchObject({ path: name, change: "deleted", binary: true });
  });

  test("a rename without a change", async () => {
    const [file] = await diffOf({ "a b.txt": RENAMED }, { "c/d é.txt": RENAMED });
    expect(file).toMatchObject({ change: "renamed", oldPath: "a b.txt", path: "c/d é.txt", hunks: [] });
  });

  test("a mode that changes", async () => {
    const before = await workshop.tree({ run: "x\n" });
    const after = await workshop.tree({ run: { executable: "x\n" } });
    const [file] = parseDiff(await workshop.git.diff(before, after));
    expect(file).toMatchObject({ path: "run", change: "modified", modes: { old: "100644", new: "100755" } });
  });

  test("an empty diff, and text that is none", () => {
    expect(parseDiff("")).toEqual([]);
    expect(parseDiff("hello\nworld\n")).toEqual([]);
  });
});

describe("an anchor", () => {
  const finding = (quote: string, side: "RIGHT" | "LEFT" = "RIGHT", path = "f.txt") => ({
    path,
    side,
    quote,
  });

  test("of a quote from an added line points to that line, or to its file", async () => {
    const seen = { lines: 0, summaries: 0 };
    await fc.assert(
      fc.asyncProperty(world, async ({ before, after }) => {
        for (const file of await diffOf(before, after)) {
          for (const added of file.hunks
            .flatMap((hunk) => hunk.lines)
            .filter((each) => each.kind === "added")) {
            const anchor = anchorOf(finding(added.text, "RIGHT", file.path), [file]);
            seen[anchor.kind === "line" ? "lines" : "summaries"] += 1;
            if (anchor.kind === "line") {
              expect(anchor).toEqual({
                kind: "line",
                path: file.path,
                side: "RIGHT",
                start: added.new,
                end: added.new,
                hunk: file.hunks.find(({ lines }) => lines.includes(added))?.id,
              });
            }
          }
        }
      }),
      { numRuns: 15 },
    );
    expect(seen.lines).toBeGreaterThan(10);
  });

  const BEFORE = { "f.txt": "one\ntwo\nthree\nfour\nfive\nsix\n" };
  const AFTER = { "f.txt": "one\nTWO  is\n  new\nthree\nfour\nfive\nmap((long.enough) => 6)\ntwo\n" };

  test.each([
    ["one line", finding("TWO  is"), { side: "RIGHT", start: 2, end: 2 }],
    ["two lines", finding("TWO  is\n  new"), { side: "RIGHT", start: 2, end: 3 }],
    ["other blanks", finding("  TWO is \nnew"), { side: "RIGHT", start: 2, end: 3 }],
    ["blank lines around it", finding("\n\nTWO  is\n\n"), { side: "RIGHT", start: 2, end: 2 }],
    ["Windows line ends", finding("TWO  is\r\n  new\r\n"), { side: "RIGHT", start: 2, end: 3 }],
    ["a deleted line", finding("two", "LEFT"), { side: "LEFT", start: 2, end: 2 }],
    ["a context line", finding("three"), { side: "RIGHT", start: 4, end: 4 }],
    ["a part of a long line", finding("(long.enough) =>"), { side: "RIGHT", start: 7, end: 7 }],
  ])("with %s is found", async (_what, quoted, expected) => {
    expect(anchorOf(quoted, await diffOf(BEFORE, AFTER))).toEqual({
      kind: "line",
      path: "f.txt",
      hunk: "f.txt#1",
      ...expected,
    });
  });

  test.each([
    [
      "summary",
      "a file that did not change",
      finding("one", "RIGHT", "g.txt"),
      "g.txt is not part of this change",
    ],
    ["file", "an empty quote", finding(" \n "), "the quoted code is on no line of this change"],
    ["file", "code that is not there", finding("seven"), "the quoted code is on no line of this change"],
    [
      "file",
      "a part of a line that is too short",
      finding("long."),
      "the quoted code is on no line of this change",
    ],
    [
      "file",
      "a new line, quoted as a deleted one",
      finding("TWO  is", "LEFT"),
      "the quoted code is on no line of this change",
    ],
  ])("is the %s for %s, with the reason", async (kind, _what, quoted, why) => {
    expect(anchorOf(quoted, await diffOf(BEFORE, AFTER))).toEqual({
      kind,
      why,
      ...(kind === "file" ? { path: "f.txt" } : {}),
    });
  });

  test("of code that was added twice is the file", async () => {
    const files = await diffOf({ "f.txt": "" }, { "f.txt": "same\nother\nsame\n" });
    expect(anchorOf(finding("same"), files)).toMatchObject({ kind: "file", why: /several places/ });
  });

  test("of deleted lines of a renamed file is found under both names", async () => {
    const files = await diffOf({ "old.txt": `${RENAMED}gone for good\n` }, { "new.txt": RENAMED });
    for (const path of ["old.txt", "new.txt"])
      expect(anchorOf(finding("gone for good", "LEFT", path), files)).toMatchObject({
        kind: "line",
        path: "new.txt",
        side: "LEFT",
      });
  });

  test("of code that was added once and stood there before is the added one", async () => {
    const files = await diffOf({ "f.txt": "same\n" }, { "f.txt": "same\nother\nsame\n" });
    expect(anchorOf(finding("same"), files)).toMatchObject({ kind: "line", start: 3, end: 3 });
  });
});
