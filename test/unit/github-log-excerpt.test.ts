/** The end of a job's log, as the code agent reads it. */
import { describe, expect, test } from "vitest";
import { excerptOf } from "../../src/github/observe-failed-jobs.ts";

const at = (line: string) => `2026-11-22T03:04:05.1234567Z ${line}`;

describe("the excerpt of a log", () => {
  test.each<[string, string, string]>([
    ["without the moments", `\uFEFF${at("one")}\r\n${at("two")}\n`, "one\ntwo"],
    ["without colours", at("\u001b[31mred\u001b[0m"), "red"],
    [
      "ends with the last error",
      [at("a"), at("##[error]Exit 1."), at("Clean up")].join("\n"),
      "a\n##[error]Exit 1.",
    ],
    ["of nothing", "", ""],
  ])("%s", (_, log, expected) => {
    expect(excerptOf(log)).toBe(expected);
  });

  test("is bounded, keeps the end, and begins with a whole line", () => {
    const log = Array.from({ length: 1_000 }, (_, line) => at(`line ${line}`)).join("\n");
    const [first, second, ...rest] = excerptOf(log).split("\n");
    expect(first).toBe("[earlier lines are left out]");
    expect(second).toMatch(/^line \d+$/);
    expect(rest.at(-1)).toBe("line 999");
    expect(excerptOf(log).length).toBeLessThan(3_100);
  });
});
