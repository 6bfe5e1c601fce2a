import { describe, expect, test } from "vitest";
import { hunkAt, moveLine, parseHunks } from "../../src/local/forge/git/diff.ts";

const PATCH = [
  "@@ -3,4 +3,5 @@ function",
  " three",
  "-four",
  "+vier",
  "+plus",
  " five",
  " six",
  "@@ -20,2 +21,1 @@",
  " twenty",
  "-gone",
].join("\n");

describe("which lines of a diff may carry a comment", () => {
  test.each([
    ["RIGHT", 4, 3],
    ["RIGHT", 5, 4],
    ["RIGHT", 7, 6],
    ["LEFT", 4, 2],
    ["LEFT", 21, 9],
  ] as const)("%s %i is shown at position %i", (side, line, position) => {
    expect(hunkAt(PATCH, side, line)?.position).toBe(position);
  });
  test.each([
    ["RIGHT", 2],
    ["RIGHT", 8],
    ["RIGHT", 22],
    ["LEFT", 7],
    ["LEFT", 22],
  ] as const)("%s %i is not shown", (side, line) => {
    expect(hunkAt(PATCH, side, line)).toBe(undefined);
  });
  test("the hunk ends at the commented line", () => {
    expect(hunkAt(PATCH, "RIGHT", 4)?.text).toBe("@@ -3,4 +3,5 @@ function\n three\n-four\n+vier");
  });
});

describe("where a line goes when the file changes", () => {
  const hunks = parseHunks(
    ["@@ -2,0 +3,2 @@", "+a", "+b", "@@ -5 +7 @@", "-x", "+y", "@@ -8,2 +9,0 @@", "-p", "-q"].join("\n"),
  );
  test.each([
    ["above all changes", 1, 1],
    ["above an insertion", 2, 2],
    ["below an insertion", 3, 5],
    ["changed", 5, undefined],
    ["after a change", 6, 8],
    ["deleted", 8, undefined],
    ["after a deletion", 10, 10],
  ])("%s", (_, line, moved) => {
    expect(moveLine(hunks, line)).toBe(moved);
  });
});
