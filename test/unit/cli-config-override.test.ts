import { describe, expect, it } from "vitest";
import { CodeInputs, MergeInputs, readInputs } from "../../src/actions/inputs.ts";
import { titleAndBody } from "../../src/agents/requirement.ts";
import { slug } from "../../src/cli/run/source-repository.ts";
import { Config, defaultConfig } from "../../src/domain/config.ts";
import { overrideConfig } from "../../src/domain/config-override.ts";

describe("variables over the configuration", () => {
  it("lower every limit in money and never raise one", () => {
    const config = Config.parse({ code: { max_usd: 2 }, budget: { feature_usd: 8, requirement_usd: 9 } });
    const lowered = overrideConfig(config, { model: undefined, maxUsd: 3 });
    expect([
      lowered.code.max_usd,
      lowered.review.max_usd,
      lowered.budget.feature_usd,
      lowered.budget.requirement_usd,
    ]).toEqual([2, 1.5, 3, 3]);
    expect(overrideConfig(config, { model: undefined, maxUsd: 500 })).toEqual(config);
  });

  it("name the model of every agent, also of those that have their own", () => {
    const config = Config.parse({ review: { model: "anthropic:own" } });
    const named = overrideConfig(config, { model: ["anthropic:other"], maxUsd: undefined });
    expect([named.model, named.code.model, named.review.model]).toEqual([
      ["anthropic:other"],
      ["anthropic:other"],
      ["anthropic:other"],
    ]);
    expect(overrideConfig(defaultConfig(), { model: undefined, maxUsd: undefined })).toEqual(defaultConfig());
  });

  it("name several models, with commas or spaces between them", () => {
    const model = (text: string) => readInputs(CodeInputs, { INPUT_PHASE: "gate", INPUT_MODEL: text }).model;
    expect(model("")).toBeUndefined();
    expect(model("openai:gpt-6-sol, gemini:gemini-4-argon")).toEqual([
      "openai:gpt-6-sol",
      "gemini:gemini-4-argon",
    ]);
    expect(() => model("gpt-6-sol")).toThrow("expected provider:model");
  });

  it.each([
    ["", undefined],
    ["2.50", 2.5],
    ["100", 100],
  ])("max_usd %j is %s", (text, expected) => {
    expect(readInputs(MergeInputs, { INPUT_PHASE: "tick", INPUT_MAX_USD: text }).max_usd).toBe(expected);
  });

  it.each(["0", "-1", "1e9", "many", "Infinity"])("max_usd %j stops the run", (text) => {
    expect(() => readInputs(CodeInputs, { INPUT_PHASE: "gate", INPUT_MAX_USD: text })).toThrow(
      "US dollars above 0",
    );
  });

  it("a model that is none stops the run", () => {
    expect(() => readInputs(CodeInputs, { INPUT_PHASE: "gate", INPUT_MODEL: "gpt" })).toThrow(
      "provider:model",
    );
  });
});

describe("a requirement's text as an issue", () => {
  it.each([
    ["# Vouchers\n\nFor all.", { title: "Vouchers", body: "For all." }],
    ["Vouchers", { title: "Vouchers", body: "Vouchers" }],
    ["---\n\n## Vouchers ##\nText", { title: "Vouchers ##", body: "Text" }],
  ])("%j", (text, expected) => {
    expect(titleAndBody(text)).toEqual(expected);
  });

  it("loses nothing of a first line that is too long for a title", () => {
    const text = `${"word ".repeat(80)}end`;
    const { title, body } = titleAndBody(text);
    expect(title.length).toBeLessThanOrEqual(200);
    expect(body).toBe(text);
  });
});

it.each([
  ["Grace Hopper", "grace-hopper"],
  ["Łukasz Żółć", "ukasz-zo-c"],
  ["  --  ", ""],
  ["a".repeat(60), "a".repeat(39)],
])("%j acts as %j", (name, login) => {
  expect(slug(name)).toBe(login);
});
