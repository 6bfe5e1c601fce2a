import { describe, expect, test } from "vitest";
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

const inputsOf = (phase: string) =>
  Object.keys(environmentOf(phase, RUNNER, INPUTS))
    .filter((name) => name.startsWith("INPUT_"))
    .map((name) => name.slice("INPUT_".length).toLowerCase())
    .sort();

describe("what a phase of a single job gets", () => {
  test.each([
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

test("the review agent has no verify job", () => {
  expect(jobsOf("code").map(({ name }) => name)).toEqual(["gate", "agent", "verify", "apply"]);
  expect(jobsOf("review").map(({ name }) => name)).toEqual(["gate", "agent", "apply"]);
});

test("outputs are read as the runner writes them, and a torn last one is not there", () => {
  const text = "work<<D1\ntrue\nD1\norder<<D2\nline 1\nwork<<D1\nD2\ntorn<<D3\nhalf";
  expect(readOutputs(text)).toEqual({ work: "true", order: "line 1\nwork<<D1" });
});
