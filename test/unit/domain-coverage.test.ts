import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PORTION_COUNT, PORTION_LIMIT, planReview, renderPortion } from "../../src/domain/coverage.ts";
import type { DiffFile, DiffLine, Hunk } from "../../src/domain/diff.ts";
import { decideVerdict } from "../../src/domain/verdict.ts";

function hunkOf(path: string, at: number, lines: number, width = 20): Hunk {
  return {
    id: `${path}#${at}`,
    oldStart: 1,
    oldCount: 0,
    newStart: at,
    newCount: lines,
    section: "",
    lines: Array.from({ length: lines }, (_, line) => ({
      kind: "added",
      old: undefined,
      new: at + line,
      text: "x".repeat(width),
      noNewline: false,
    })),
  };
}

function fileOf(
  path: string,
  hunks: Hunk[] = [hunkOf(path, 1, 3)],
  change: Partial<DiffFile> = {},
): DiffFile {
  return {
    path,
    oldPath: path,
    change: "modified",
    binary: false,
    modes: { old: undefined, new: undefined },
    hunks,
    ...change,
  };
}

/** Lines by hunk, slices of one hunk joined; a file without lines has its own id. */
function linesOf(files: readonly DiffFile[]): Map<string, DiffLine[]> {
  const lines = new Map<string, DiffLine[]>();
  for (const file of files) {
    if (file.hunks.length === 0) lines.set(`${file.path}#whole`, []);
    for (const hunk of file.hunks) lines.set(hunk.id, [...(lines.get(hunk.id) ?? []), ...hunk.lines]);
  }
  return lines;
}

const WIDE = { portionLimit: 40_000, portionCount: 12 };

describe("the coverage ledger", () => {
  const files = fc
    .array(
      fc.record({
        name: fc.constantFrom("a.ts", "a.test.ts", "yarn.lock", "vendor/x.js", ".github/y.yml", "b.min.js"),
        hunks: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 6 }),
      }),
      { maxLength: 8 },
    )
    .map((list) =>
      list.map(({ name, hunks }, at) =>
        fileOf(
          `${at}/${name}`,
          hunks.map((lines, index) => hunkOf(`${at}/${name}`, index + 1, lines)),
        ),
      ),
    );

  test("has every hunk exactly once, and the portions hold exactly those that it calls read", () => {
    const limits = fc.record({
      portionLimit: fc.integer({ min: 1, max: 3_000 }),
      portionCount: fc.integer({ min: 0, max: 4 }),
    });
    fc.assert(
      fc.property(files, limits, (changed, limit) => {
        const { portions, ledger } = planReview(changed, limit);
        const all = changed.flatMap((file) =>
          file.hunks.length > 0 ? file.hunks.map((hunk) => hunk.id) : [`${file.path}#whole`],
        );
        expect(ledger.map((entry) => entry.hunk)).toEqual(all);
        const read = ledger.filter((entry) => entry.state === "read").map((entry) => entry.hunk);
        const packed = linesOf(portions.flatMap((portion) => portion.files));
        const whole = linesOf(changed.map((file) => ({ ...file, hunks: file.hunks })));
        expect(new Set(packed.keys())).toEqual(new Set(read));
        for (const [id, lines] of packed) expect(lines).toEqual(whole.get(id));
        expect(portions.length).toBeLessThanOrEqual(limit.portionCount);
        for (const portion of portions) expect(portion.characters).toBeLessThanOrEqual(limit.portionLimit);
        for (const entry of ledger) if (entry.state !== "read") expect(entry.why).not.toBe("");
      }),
    );
  });

  test.each([
    ["package-lock.json", "lock file"],
    ["web/yarn.lock", "lock file"],
    ["public/app.min.js", "minified file"],
    ["vendor/lib/x.go", "vendored code"],
    ["src/__snapshots__/x.snap", "test snapshot"],
  ])("%s is excluded by the rule for a %s", (path, why) => {
    expect(planReview([fileOf(path)], WIDE)).toMatchObject({
      portions: [],
      ledger: [{ path, state: "excluded", why }],
    });
  });

  test.each([
    ".github/workflows/app.min.js",
    ".github/vendor/action.yml",
    "vendor/Dockerfile",
    "vendor/Makefile",
    "third_party/AGENTS.md",
    "node_modules/CLAUDE.md",
    "vendor/migrations/1.sql",
    "src/package.json",
    "lib/locker.lock.ts",
  ])("%s is never excluded", (path) => {
    expect(planReview([fileOf(path)], WIDE).ledger).toMatchObject([{ path, state: "read" }]);
  });

  test.each([
    "vendor/app/package.json",
    "third_party/Dockerfile.prod",
    ".claude/vendor/settings.min.js",
    "vendor/GEMINI.md",
    "vendor/infra/main.tf",
  ])("%s is read, because it decides what runs", (path) => {
    expect(planReview([fileOf(path)], WIDE).ledger).toMatchObject([{ path, state: "read" }]);
  });

  test("a rename out of an excluded folder is read, and so is one into it", () => {
    const moved = [
      fileOf("src/x.js", undefined, { change: "renamed", oldPath: "vendor/x.js" }),
      fileOf("vendor/y.js", undefined, { change: "renamed", oldPath: "src/y.js" }),
    ];
    expect(planReview(moved, WIDE).ledger.map(({ state }) => state)).toEqual(["read", "read"]);
  });

  test.each([
    ["excluded", "was there before", "context", "modified"],
    ["read", "comes with the change", "added", "modified"],
    ["read", "stands in a new file", "context", "added"],
  ] as const)("a file is %s when the mark of a generator %s", (state, _where, kind, change) => {
    const hunk = hunkOf("api.ts", 1, 2);
    const mark = { kind, old: 1, new: 1, text: "// @generated by x", noNewline: false } as const;
    hunk.lines.unshift(mark);
    expect(planReview([fileOf("api.ts", [hunk], { change })], WIDE).ledger).toMatchObject([{ state }]);
  });

  test("a hunk that is larger than a portion is read in slices that keep its line numbers", () => {
    const file = fileOf("a.ts", [hunkOf("a.ts", 1, 2), hunkOf("a.ts", 2, 3_000), hunkOf("a.ts", 3, 2)]);
    const { ledger, portions } = planReview([file], WIDE);
    expect(ledger.map(({ state }) => state)).toEqual(["read", "read", "read"]);
    expect(portions.length).toBeGreaterThan(1);
    const parts = portions.flatMap((portion) => portion.files.flatMap(({ hunks }) => hunks));
    for (const part of parts) {
      expect(part.newStart).toBe(part.lines.find((line) => line.new !== undefined)?.new);
      expect(part.newCount).toBe(part.lines.length);
    }
  });

  test("one line that is larger than a portion is deferred, the rest is read", () => {
    const file = fileOf("a.ts", [hunkOf("a.ts", 1, 2), hunkOf("a.ts", 2, 1, 50_000), hunkOf("a.ts", 3, 2)]);
    expect(planReview([file], WIDE).ledger.map(({ state, why }) => [state, why])).toEqual([
      ["read", ""],
      ["deferred", "one line is too large"],
      ["read", ""],
    ]);
  });

  test("a source and its test are read side by side, then its neighbours", () => {
    const paths = [
      "src/a/one.ts",
      "src/b/x.ts",
      "docs/y.md",
      "test/unit/one.test.ts",
      "src/a/two.ts",
      "test/test_x.py",
    ];
    const [portion] = planReview(
      paths.map((path) => fileOf(path)),
      WIDE,
    ).portions;
    expect(portion?.files.map(({ path }) => path)).toEqual([
      "src/a/one.ts",
      "test/unit/one.test.ts",
      "src/a/two.ts",
      "src/b/x.ts",
      "test/test_x.py",
      "docs/y.md",
    ]);
  });

  test("10,000 changed lines in 300 files are read within the portions of a review", () => {
    const files = Array.from({ length: 300 }, (_, at) =>
      fileOf(
        `src/${at % 20}/f${at}.ts`,
        [1, 2, 3].map((n) => hunkOf(`src/${at % 20}/f${at}.ts`, n, 17, 45)),
      ),
    );
    const { ledger, portions } = planReview(files, {
      portionLimit: PORTION_LIMIT,
      portionCount: PORTION_COUNT,
    });
    expect(ledger.every(({ state }) => state === "read")).toBe(true);
    expect(portions.length).toBeLessThanOrEqual(PORTION_COUNT);
  });

  test("what does not fit the budget is deferred", () => {
    const big = Array.from({ length: 5 }, (_, at) => fileOf(`${at}.ts`, [hunkOf(`${at}.ts`, 1, 20)]));
    const { ledger } = planReview(big, { portionLimit: 800, portionCount: 2 });
    expect(ledger.map(({ state }) => state)).toEqual(["read", "read", "deferred", "deferred", "deferred"]);
  });

  test("a binary file and a bare rename are read by name", () => {
    const plan = planReview(
      [fileOf("logo.png", [], { binary: true }), fileOf("b.ts", [], { change: "renamed", oldPath: "a.ts" })],
      WIDE,
    );
    expect(plan.ledger.map(({ hunk, state }) => [hunk, state])).toEqual([
      ["logo.png#whole", "read"],
      ["b.ts#whole", "read"],
    ]);
    expect(plan.portions.map(renderPortion)).toEqual([
      "### logo.png · modified · binary\n\n### b.ts (was a.ts) · renamed",
    ]);
  });

  test("the model reads numbered lines", () => {
    const hunk = hunkOf("a.ts", 9, 1, 3);
    hunk.lines.unshift({ kind: "deleted", old: 8, new: undefined, text: "gone", noNewline: false });
    hunk.lines.push({ kind: "context", old: 9, new: 10, text: "", noNewline: true });
    const [portion] = planReview([fileOf("a.ts", [hunk])], WIDE).portions;
    expect(portion && renderPortion(portion)).toBe(
      [
        "### a.ts · modified",
        "@@ old 1, new 9 @@",
        "    8 -gone",
        "    9 +xxx",
        "   10   (no newline at end of file)",
      ].join("\n"),
    );
  });
});

describe("the verdict", () => {
  const fine = { open: [], criteria: [{ state: "met" }], deferredHunks: 0 } as const;
  test.each([
    ["approved", "nothing is open", fine, /^Every changed part was read/],
    ["approved", "only small things are open", { ...fine, open: ["minor", "nit"] }, /^Every/],
    ["approved", "no criteria are known", { ...fine, criteria: [] }, /^Every/],
    ["changes", "a blocker is open", { ...fine, open: ["blocker"] }, /^1 serious finding is open\.$/],
    [
      "changes",
      "two major findings are open",
      { ...fine, open: ["major", "nit", "major"] },
      /^2 serious findings are open\.$/,
    ],
    [
      "changes",
      "a criterion is unmet",
      { ...fine, criteria: [{ state: "unmet" }] },
      /^1 acceptance criterion is unmet\.$/,
    ],
    [
      "comment",
      "a hunk was not read",
      { ...fine, deferredHunks: 1 },
      /^1 part of the change was not read\.$/,
    ],
    [
      "comment",
      "a criterion needs a person",
      { ...fine, criteria: [{ state: "human" }] },
      /needs a person\.$/,
    ],
    [
      "changes",
      "everything is wrong at once",
      { open: ["major"], criteria: [{ state: "unmet" }], deferredHunks: 3 },
      /serious/,
    ],
  ] as const)("is %s when %s", (verdict, _given, facts, why) => {
    const decided = decideVerdict(facts);
    expect(decided.verdict).toBe(verdict);
    expect(decided.why).toMatch(why);
  });

  test("approves only when nothing serious is open, nothing is unmet, unclear or unread", () => {
    const severity = fc.constantFrom("blocker" as const, "major" as const, "minor" as const, "nit" as const);
    const criterion = fc.record({
      state: fc.constantFrom("met" as const, "unmet" as const, "human" as const),
    });
    const facts = fc.record({
      open: fc.array(severity),
      criteria: fc.array(criterion),
      deferredHunks: fc.nat(3),
    });
    fc.assert(
      fc.property(facts, (given) => {
        const clean =
          given.deferredHunks === 0 &&
          given.criteria.every(({ state }) => state === "met") &&
          !given.open.some((one) => one === "blocker" || one === "major");
        expect(decideVerdict(given).verdict === "approved").toBe(clean);
      }),
    );
  });
});
