import { describe, expect, test } from "vitest";
import { CodeInputs, checkSecrets, type Phase, readInputs } from "../../src/actions/inputs.ts";
import { environmentOf, jobsOf, readOutputs } from "../../src/actions/phases-of-all.ts";

const INPUTS = {
  github_token: "ghs_secret",
  anthropic_api_key: "sk-secret",
  work_order: "{}",
  evidence: "{}",
  sandbox: "required",
  base_url: "https://models.example",
  model: "anthropic:claude-sonnet-5-5",
  max_usd: "3",
};
const RUNNER = {
  PATH: "/bin",
  GITHUB_REPOSITORY: "acme/app",
  INPUT_GITHUB_TOKEN: "ghs_secret",
  GITHUB_TOKEN: "ghs_other",
  ACTIONS_RUNTIME_TOKEN: "runtime",
  NPM_TOKEN: "npm",
  REMOTE: "https://x:ghs_secret@github.com",
};

const inputsOf = (phase: Phase) =>
  Object.keys(environmentOf(phase, RUNNER, INPUTS))
    .filter((name) => name.startsWith("INPUT_"))
    .map((name) => name.slice("INPUT_".length).toLowerCase())
    .sort();

describe("what a phase of a single job gets", () => {
  test.each<[Phase, string[]]>([
    ["gate", ["github_token", "max_usd", "model", "phase"]],
    ["fetch", ["github_token", "phase", "work_order"]],
    ["agent", ["anthropic_api_key", "base_url", "phase", "sandbox", "work_order"]],
    ["verify", ["phase", "sandbox", "work_order"]],
    ["apply", ["evidence", "github_token", "phase", "work_order"]],
  ])("%s: %j", (phase, expected) => {
    expect(inputsOf(phase)).toEqual(expected);
  });

  test("is the runner's environment without credentials and without any value that holds a secret", () => {
    expect(environmentOf("verify", RUNNER, INPUTS)).toEqual({
      PATH: "/bin",
      GITHUB_REPOSITORY: "acme/app",
      INPUT_PHASE: "verify",
      INPUT_SANDBOX: "required",
      INPUT_WORK_ORDER: "{}",
    });
  });
});

describe("a secret where it has no business is refused, and a token that is missing is asked for", () => {
  const given = (phase: string, secrets: Record<string, string>) =>
    readInputs(CodeInputs, { INPUT_PHASE: phase, ...secrets });
  const TOKEN = { INPUT_GITHUB_TOKEN: "ghs_secret" };
  const KEY = { INPUT_GEMINI_API_KEY: "key" };

  test.each<[Phase, Record<string, string>, string | undefined]>([
    ["gate", TOKEN, undefined],
    ["gate", {}, "github_token is empty"],
    ["gate", { ...TOKEN, ...KEY }, "gemini_api_key must not be given to phase gate"],
    ["fetch", TOKEN, undefined],
    ["fetch", { ...TOKEN, ...KEY }, "gemini_api_key must not"],
    ["agent", KEY, undefined],
    ["agent", { ...TOKEN, ...KEY }, "github_token must not be given to phase agent"],
    ["verify", {}, undefined],
    ["verify", TOKEN, "github_token must not"],
    ["verify", KEY, "gemini_api_key must not"],
    ["apply", TOKEN, undefined],
    ["apply", KEY, "gemini_api_key must not"],
  ])("%s with %j: %s", (phase, secrets, problem) => {
    const check = () => checkSecrets(given(phase, secrets), phase);
    if (problem === undefined) expect(check).not.toThrow();
    else expect(check).toThrow(problem);
  });
});

test("the review agent has no verify job", () => {
  expect(jobsOf("code").map(({ name }) => name)).toEqual(["gate", "agent", "verify", "apply"]);
  expect(jobsOf("review").map(({ name }) => name)).toEqual(["gate", "agent", "apply"]);
});

test("outputs are read as the runner writes them, and a torn last one is not there", () => {
  const text = "work<<D1\ntrue\nD1\norder<<D2\nline 1\nwork<<D1\nD2\ntorn<<D3\nhalf";
  expect(readOutputs(text)).toEqual({ work: "true", order: "line 1\nwork<<D1" });
});
