import { describe, expect, test } from "vitest";
import { Config, defaultConfig, modelsOf } from "../../src/domain/config.ts";
import { parseConfigFile } from "../../src/ops/config-file.ts";

/** The lines of the refusal, without its first. */
function mistakes(text: string): string[] {
  try {
    parseConfigFile(text);
    return ["accepted"];
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "CONFIG_INVALID"))
      return [`threw ${String(error)}`];
    return error.message.split("\n").slice(1);
  }
}

const FILE = ".github/nightshift.yml";

describe("the configuration file", () => {
  test.each([
    ["no file", undefined],
    ["an empty file", ""],
    ["only blanks", " \n\n"],
    ["only a comment", "# nothing\n"],
    ["an empty map", "{}"],
  ])("%s gives the defaults", (_what, text) => {
    expect(parseConfigFile(text)).toEqual(defaultConfig());
  });

  test("what it says counts, the rest keeps its default", () => {
    const text = "model: openai:gpt-5\ncode:\n  max_usd: 2.5\nverify:\n  - npm test\nrounds: 3\n";
    expect(parseConfigFile(text)).toEqual({
      ...defaultConfig(),
      model: ["openai:gpt-5"],
      code: { ...defaultConfig().code, max_usd: 2.5 },
      verify: ["npm test"],
      rounds: 3,
    });
  });

  test("three mistakes are three lines, each with its line, key and value", () => {
    const text = "# ours\nmodel: gpt\n\ncode:\n  max_turns: 0\nverify:\n  - npm test\n  - 7\n";
    expect(mistakes(text)).toEqual([
      `${FILE}:2: model: expected provider:model, such as anthropic:claude-sonnet-5-5, or a list of up to four of them (is "gpt")`,
      `${FILE}:5: code.max_turns: Too small: expected number to be >=1 (is 0)`,
      `${FILE}:8: verify.1: Invalid input: expected string, received number (is 7)`,
    ]);
  });

  test("the first line counts the mistakes and says that nothing was done", () => {
    expect(() => parseConfigFile("rounds: 0")).toThrow(
      /^The configuration has one mistake; nothing was done:/,
    );
    expect(() => parseConfigFile("rounds: 0\nattempts: 0")).toThrow(
      /^The configuration has 2 mistakes; nothing/,
    );
  });

  test("unknown settings are named where they stand", () => {
    expect(mistakes("rounds: 3\nround: 4\ncode:\n  turns: 9\n")).toEqual([
      `${FILE}:4: code.turns: unknown setting (is 9)`,
      `${FILE}:2: round: unknown setting (is 4)`,
    ]);
  });

  test.each([
    [
      "ci:\n  mode: native",
      `${FILE}:2: ci.mode: ci mode "native" is not available yet; use "verify", "dispatch" or "wait" (is "native")`,
    ],
    [
      "features: task_list",
      `${FILE}:1: features: features "task_list" is not available yet; use "sub_issues" (is "task_list")`,
    ],
    [
      "review: { scope: everything }",
      `${FILE}:1: review.scope: unknown review scope "everything"; use "agents", "labelled" or "all" (is "everything")`,
    ],
    ["parallel: 9", ".github/nightshift.yml:1: parallel: Too big: expected number to be <=8 (is 9)"],
    [
      "landing: somewhere",
      `${FILE}:1: landing: Invalid option: expected one of "direct"|"requirement_branch" (is "somewhere")`,
    ],
    ["merge_method: rebase", `${FILE}:1: merge_method: only "squash" is available (is "rebase")`],
    [
      "label_prefix: a b",
      `${FILE}:1: label_prefix: expected 1 to 30 letters, digits, dots, dashes or underscores (is "a b")`,
    ],
    [
      "branch_prefix: nightshift",
      `${FILE}:1: branch_prefix: expected a word and a slash, such as nightshift/ (is "nightshift")`,
    ],
  ])("%j is refused with a clear word", (text, expected) => {
    expect(mistakes(text)).toEqual([expected]);
  });

  test.each([
    ["a text", "just text", new RegExp(`^${FILE}:1: the file: .*\\(is "just text"\\)$`)],
    ["a list", "- a\n- b\n", new RegExp(`^${FILE}:1: the file: `)],
    ["no YAML", "model: [unclosed\nrounds: 3", new RegExp(`^${FILE}:\\d: `)],
    ["a tab", "code:\n\tmax_usd: 3", new RegExp(`^${FILE}:2: `)],
    ["the same setting twice", "rounds: 3\nrounds: 4", new RegExp(`^${FILE}:2: .*unique`)],
    ["two documents", "rounds: 3\n---\nrounds: 4\n", new RegExp(`^${FILE}:\\d: `)],
    [
      "a star that YAML takes for an alias",
      "protected_paths:\n  - *.md\n",
      new RegExp(`^${FILE}:\\d: .*quote`),
    ],
  ])("%s is refused with its line", (_what, text, expected) => {
    const found = mistakes(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(expected);
  });

  test("aliases that grow without end are refused, not carried out", () => {
    const grow = [
      "a: &a [x, x, x, x, x, x, x, x, x]",
      ..."bcdefgh".split("").map((name, index) => {
        const before = "abcdefgh"[index];
        return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(", ")}]`;
      }),
    ];
    expect(mistakes(grow.join("\n"))[0]).toMatch(/^\.github\/nightshift\.yml:/);
  });
});

test("an agent uses its own model before the common one", () => {
  const config = Config.parse({ model: "anthropic:a", review: { model: ["gemini:b", "openai:c/d:8b"] } });
  expect(modelsOf(config, "code")).toEqual(["anthropic:a"]);
  expect(modelsOf(config, "review")).toEqual(["gemini:b", "openai:c/d:8b"]);
});

test("every setting says what it is for", () => {
  const silent = Object.entries(Config.shape).filter(([, schema]) => !schema.description);
  expect(silent.map(([name]) => name)).toEqual([]);
});
