import { beforeAll, describe, expect, test } from "vitest";
import { countCalls, playFault } from "./enumerate.ts";
import type { Call } from "./faults.ts";

let calls: Call[] = [];
beforeAll(async () => {
  calls = await countCalls();
});

/** Calls that cannot be sent twice without a second effect. */
const CREATES =
  /^push |^POST .*\/(comments|pulls|reviews|issues|merge)$|^PUT .*\/merge$|^mutation (OpenReview|Submit)/;

describe("one feature with one round of feedback, in one process", () => {
  test("nobody who comes to rest writes again", () => {
    const written = calls.filter(({ kind }) => kind === "write");
    expect(written.length).toBeGreaterThan(30);
    expect(calls.slice(-6).filter(({ kind }) => kind === "write")).toEqual([]);
  });

  test("a process that dies after any of its writes leaves nothing that the clock does not make good", async () => {
    const wrong: string[] = [];
    for (const { n, what } of calls.filter(({ kind }) => kind === "write")) {
      const violations = await playFault({ n, fault: "crash-after" });
      wrong.push(...violations.map((violation) => `after ${n} ${what}: ${violation}`));
    }
    expect(wrong).toEqual([]);
  });

  test("a creation that worked, and was answered with an error, happens once", async () => {
    const wrong: string[] = [];
    for (const { n, what } of calls.filter((call) => CREATES.test(call.what))) {
      const violations = await playFault({ n, fault: "500-after" });
      wrong.push(...violations.map((violation) => `${n} ${what}: ${violation}`));
    }
    expect(wrong).toEqual([]);
  });
});
