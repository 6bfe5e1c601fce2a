/** Faults by seed: the same seed does the same whatever comes in between, and a schedule replays it. */
import { describe, expect, test } from "vitest";
import type { FaultyRequest } from "../../src/local/forge/faults/port.ts";
import { faultAtWrite, replayFaults, seededFaults } from "../../src/local/forge/faults/seeded.ts";

const request = (route: string, writes = route.startsWith("POST")): FaultyRequest => ({
  method: route.split(" ")[0] ?? "",
  route,
  path: "/",
  writes,
  token: "job",
});
const ROUTES = ["POST /a", "POST /b", "GET /c", "GET /d"];
const rates = { requests: { error_before: 0.1, reset_after: 0.1, stale: 0.2, slow: 0.1 } };
const calls = (count: number, order: (index: number) => number) =>
  Array.from({ length: count }, (_, index) => request(ROUTES[order(index) % ROUTES.length] ?? ""));

describe("seeded faults", () => {
  test("depend on the call and its number, not on what comes in between", () => {
    const faultsOf = (order: (index: number) => number) => {
      const plan = seededFaults({ seed: 7, rates });
      for (const call of calls(400, order)) plan.request?.(call);
      return [...plan.incidents].sort((one, other) => one.at.localeCompare(other.at));
    };
    const straight = faultsOf((index) => index);
    expect(straight.length).toBeGreaterThan(80);
    expect(faultsOf((index) => 399 - index)).toEqual(straight);
    expect(faultsOf((index) => Math.floor(index / 100))).toEqual(straight);
  });

  test("differ from seed to seed, happen about as often as asked, and reads alone are stale", () => {
    const kinds = (seed: number) => {
      const plan = seededFaults({ seed, rates });
      for (const call of calls(2000, (index) => index)) plan.request?.(call);
      return plan.incidents;
    };
    expect(kinds(1)).not.toEqual(kinds(2));
    const stale = kinds(3).filter((one) => one.fault.kind === "stale");
    expect(stale.every((one) => one.at.startsWith("GET"))).toBe(true);
    expect(stale.length / 1000).toBeGreaterThan(0.15);
    expect(stale.length / 1000).toBeLessThan(0.25);
  });

  test("end at the limit, and spare what they are told to", () => {
    const limited = seededFaults({ seed: 1, rates: { requests: { reset_before: 1 } }, limit: 3 });
    const made = calls(10, (index) => index).map((call) => limited.request?.(call)?.kind);
    expect(made.filter((kind) => kind !== undefined)).toHaveLength(3);
    const spared = seededFaults({
      seed: 1,
      rates: { requests: { reset_before: 1 } },
      only: (call) => call.route !== "POST /a",
    });
    expect(spared.request?.(request("POST /a"))).toBeUndefined();
    expect(spared.request?.(request("POST /b"))?.kind).toBe("reset_before");
  });

  test("a schedule replays, whole and in part", () => {
    const plan = seededFaults({ seed: 11, rates });
    const first = calls(200, (index) => index).map((call) => plan.request?.(call));
    const again = replayFaults(plan.incidents);
    expect(calls(200, (index) => index).map((call) => again.request?.(call))).toEqual(first);
    const one = plan.incidents[4];
    const part = replayFaults(one ? [one] : []);
    const kept = calls(200, (index) => index).flatMap((call) => part.request?.(call) ?? []);
    expect(kept).toEqual([one?.fault]);
  });

  test("an enumeration hits the writing call with its number alone", () => {
    const plan = faultAtWrite(2, { kind: "reset_after" });
    const hit = ["GET /c", "POST /a", "GET /c", "POST /b", "POST /a"].map(
      (route) => plan.request?.(request(route))?.kind,
    );
    expect(hit).toEqual([undefined, undefined, undefined, "reset_after", undefined]);
    expect(plan.writes).toBe(3);
  });
});
