import { describe, expect, test } from "vitest";
import { judgeCheck } from "../../src/domain/checks.ts";
import { bothRules, NO_RULES } from "../../src/domain/rules.ts";
import type { CheckSnapshot, StatusSnapshot } from "../../src/domain/snapshot.ts";
import { rulesOf } from "../../src/github/observe-rules.ts";
import { statusOf } from "./domain-support.ts";

const ACTIONS = 15_368;
const OTHER = 7;
const check = (change: Partial<CheckSnapshot> = {}): CheckSnapshot => ({
  id: 1,
  name: "test",
  app: ACTIONS,
  suite: "CS_1",
  state: "passed",
  ...change,
});
const status = (change: Partial<StatusSnapshot> = {}) => statusOf({ context: "test", ...change });

/** Each row is a bug that another tool had. */
const SHEET: {
  bug: string;
  checks?: CheckSnapshot[];
  statuses?: StatusSnapshot[];
  app?: number;
  skippable?: string[];
  state: string;
}[] = [
  { bug: "none: it passed", checks: [check()], state: "passed" },
  { bug: "zero checks are green", state: "missing" },
  { bug: "a late-registered check is not waited for", checks: [check({ name: "lint" })], state: "missing" },
  {
    bug: "of two of the same name the lucky one counts",
    checks: [check({ state: "failed" }), check({ id: 2, suite: "CS_2" })],
    state: "failed",
  },
  {
    bug: "a cancelled twin is forgotten",
    checks: [check(), check({ id: 2, suite: "CS_2", state: "failed" })],
    state: "failed",
  },
  {
    bug: "the old attempt of a job that ran again counts",
    checks: [check({ state: "failed" }), check({ id: 2 })],
    state: "passed",
  },
  {
    bug: "the new attempt is overlooked",
    checks: [check({ id: 2, state: "pending" }), check()],
    state: "pending",
  },
  {
    bug: "a check of another app passes for ours",
    checks: [check({ app: OTHER })],
    app: ACTIONS,
    state: "missing",
  },
  {
    bug: "the other app's green hides our red",
    checks: [check({ state: "failed" }), check({ id: 2, suite: "CS_2", app: OTHER })],
    app: ACTIONS,
    state: "failed",
  },
  { bug: "a skipped required check is green", checks: [check({ state: "skipped" })], state: "failed" },
  { bug: "a neutral one is green", checks: [check({ state: "neutral" })], state: "failed" },
  {
    bug: "a skipped one that is listed is red",
    checks: [check({ state: "skipped" })],
    skippable: ["test"],
    state: "passed",
  },
  { bug: "statuses are no checks", statuses: [status()], state: "passed" },
  { bug: "the case of a context matters", statuses: [status({ context: "TEST" })], state: "passed" },
  { bug: "a pending status is green", statuses: [status({ state: "pending" })], state: "pending" },
  {
    bug: "a red status beside a green check is forgotten",
    checks: [check()],
    statuses: [status({ state: "error" })],
    state: "failed",
  },
  {
    bug: "a status of GitHub's own token is not of its app",
    statuses: [status()],
    app: ACTIONS,
    state: "passed",
  },
  {
    bug: "anybody's status passes for a check of an app",
    statuses: [status({ creator: "mallory" })],
    app: ACTIONS,
    state: "missing",
  },
];

describe("a required check", () => {
  test.each(SHEET)("not: $bug", ({ checks = [], statuses = [], app, skippable = [], state }) => {
    expect(judgeCheck({ checks, statuses }, { name: "test", app }, skippable)).toBe(state);
  });
});

describe("the rules of a branch", () => {
  test("of several rulesets and classic protection, the strictest holds", () => {
    const one = rulesOf({
      type: "pull_request",
      parameters: {
        required_approving_review_count: 1,
        require_code_owner_review: true,
        allowed_merge_methods: ["squash", "merge"],
      },
    });
    const other = rulesOf({
      type: "pull_request",
      parameters: {
        required_approving_review_count: 2,
        require_last_push_approval: true,
        required_review_thread_resolution: true,
        allowed_merge_methods: ["squash", "rebase"],
      },
    });
    expect(bothRules(one, other)).toEqual({
      ...NO_RULES,
      reviews: 2,
      codeOwners: true,
      lastPushApproval: true,
      threads: true,
      methods: ["squash"],
    });
  });

  test("a check that an app has to give stands for the same name alone", () => {
    const pinned = rulesOf({
      type: "required_status_checks",
      parameters: {
        required_status_checks: [{ context: "Test", integration_id: ACTIONS }, { context: "lint" }],
        strict_required_status_checks_policy: true,
      },
    });
    const named = { ...NO_RULES, checks: [{ name: "test", app: undefined }] };
    expect(bothRules(named, pinned)).toEqual({
      ...NO_RULES,
      strict: true,
      checks: [
        { name: "Test", app: ACTIONS },
        { name: "lint", app: undefined },
      ],
    });
  });

  test.each([
    ["required_signatures", { signatures: true }],
    ["required_linear_history", { linearHistory: true }],
    ["merge_queue", { queue: true }],
    ["update", { locked: true }],
    ["deletion", {}],
    ["non_fast_forward", {}],
    ["code_scanning", { others: ["code_scanning"] }],
    ["file_path_restriction", { others: ["file_path_restriction"] }],
  ])("%s", (type, change) => {
    expect(rulesOf({ type })).toEqual({ ...NO_RULES, ...change });
  });
});
