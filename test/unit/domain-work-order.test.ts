/** The two shapes of a work order: for a requirement, and for a pull request that Nightshift did not open. */
import { describe, expect, test } from "vitest";
import { forRequirement, parseWorkOrder } from "../../src/domain/work-order.ts";
import { BASE, HEAD } from "./domain-support.ts";

const ID = "5b0c3b1e-6f0a-4a39-9d2e-0d1f2a3b4c5d";
const COMMON = {
  v: 1,
  id: ID,
  repository: "o/r",
  mode: "review",
  pull: { number: 7, head: HEAD },
  base: { branch: "main", head: BASE },
  round: 1,
  needs: { agent: true, verify: false },
  models: ["anthropic:claude-sonnet-5-5"],
  limits: { turns: 1, minutes: 1, usd: 1 },
  date: "2026-11-22T12:00:00Z",
  thread: { correlationId: ID, hops: 0 },
};
const REQUIREMENT = { number: 1, textHash: "0".repeat(64), by: "ada" };
const FOREIGN = { by: "ada", asData: true };
const parse = (change: object) => parseWorkOrder(JSON.stringify({ ...COMMON, ...change }));

describe("a work order", () => {
  test("is for a requirement, or for a pull request that Nightshift did not open", () => {
    expect(parse({ requirement: REQUIREMENT })).toMatchObject({ requirement: REQUIREMENT });
    expect(parse({ foreign: FOREIGN })).toMatchObject({ foreign: FOREIGN, pull: { number: 7 } });
  });

  test.each([
    ["for neither", {}],
    ["for both", { requirement: REQUIREMENT, foreign: FOREIGN }],
    ["that builds what no requirement asked for", { foreign: FOREIGN, mode: "implement" }],
    ["that names a branch to push to", { foreign: FOREIGN, branch: "nightshift/1-one" }],
    ["that names a feature", { foreign: FOREIGN, feature: { number: 3, key: "one", title: "One" } }],
    ["that takes back", { foreign: FOREIGN, revert: { why: "undo" } }],
    ["without a pull request", { foreign: FOREIGN, pull: undefined }],
    ["that does not say how the head is read", { foreign: { by: "ada" } }],
  ])("%s is refused", (_given, change) => {
    expect(() => parse(change)).toThrow("The work order cannot be used");
  });

  test("of a review without a requirement is no work for the code agent", () => {
    expect(forRequirement(parse({ requirement: REQUIREMENT })).requirement.number).toBe(1);
    expect(() => forRequirement(parse({ foreign: FOREIGN }))).toThrow("names no requirement");
  });
});
