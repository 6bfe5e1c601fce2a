import { describe, expect, test } from "vitest";
import { type DiffFile, parseDiff } from "../../src/domain/diff.ts";
import { planPasses, tierOf } from "../../src/domain/effort.ts";

function changed(path: string, lines: number): DiffFile {
  const added = Array.from({ length: lines }, (_, at) => `+line ${at}`).join("\n");
  const [file] = parseDiff(
    `diff --git a/${path} b/${path}\n--- /dev/null\n+++ b/${path}\n@@ -0,0 +1,${lines} @@\n${added}\n`,
  );
  if (file === undefined) throw new Error("no diff");
  return file;
}
const many = (count: number, lines: number) =>
  Array.from({ length: count }, (_, at) => changed(`src/${at}.ts`, lines));

describe("the tier of a change", () => {
  test.each([
    ["trivial", "ten lines", [changed("src/a.ts", 10)]],
    ["lite", "eleven lines", [changed("src/a.ts", 11)]],
    ["lite", "a hundred lines in twenty files", many(20, 5)],
    ["full", "a hundred and one lines", [changed("src/a.ts", 101)]],
    ["full", "a few lines in twenty-one files", many(21, 1)],
    ["full", "one line of a workflow", [changed(".github/workflows/ci.yml", 1)]],
    ["full", "one line of a manifest", [changed("package.json", 1)]],
    ["full", "one line of a Dockerfile", [changed("Dockerfile", 1)]],
    ["full", "one line of a migration", [changed("db/migrations/1.ts", 1)]],
    ["full", "one line about log-in", [changed("src/login.ts", 1)]],
    ["trivial", "prose about log-in", [changed("docs/login.md", 1)]],
  ])("is %s for %s", (tier, _what, files) => {
    expect(tierOf(files).tier).toBe(tier);
  });

  test("is full for a file that leaves a sensitive place", () => {
    const file = { ...changed("src/a.ts", 1), oldPath: ".github/a.ts" };
    expect(tierOf([file]).tier).toBe("full");
  });
});

describe("the passes of a review", () => {
  const code = [changed("src/a.ts", 50)];
  const lenses = (tier: "trivial" | "lite" | "full", portions: number, files = code) =>
    planPasses(tier, files, portions).map(({ portion, lens, sample }) => `${portion} ${lens} ${sample}`);

  test.each([
    ["trivial", 1, ["0 everything 1"]],
    ["lite", 1, ["0 everything 1", "0 security 1"]],
  ] as const)("of a %s change", (tier, portions, expected) => {
    expect(lenses(tier, portions)).toEqual(expected);
  });

  test("prose has no security pass of its own", () => {
    expect(lenses("lite", 1, [changed("README.md", 50)])).toEqual(["0 everything 1"]);
  });

  test("of a full change are four lenses, then each of them again", () => {
    const each = ["correctness", "security", "contracts", "tests"];
    expect(lenses("full", 1)).toEqual([1, 2].flatMap((sample) => each.map((lens) => `0 ${lens} ${sample}`)));
  });

  test("a sensitive change of a few lines is looked at once by each lens", () => {
    expect(lenses("full", 1, [changed("package.json", 2)])).toHaveLength(4);
  });

  test.each([
    [4, 32],
    [5, 20],
    [8, 32],
    [9, 18],
    [16, 32],
    [17, 17],
    [40, 40],
  ])("%i portions are read in %i passes: fewer lenses, never fewer portions", (portions, count) => {
    const passes = planPasses("full", code, portions);
    expect(passes).toHaveLength(count);
    expect(new Set(passes.map(({ portion }) => portion)).size).toBe(portions);
  });
});
