import { expect, test } from "vitest";
import { play } from "./schedule.ts";

/** A few of the schedules of `npm run chaos`; `npm run chaos -- --seed N` plays one of them alone and tells what happened. */
const SEEDS = [1, 2, 3, 4];

test.each(SEEDS)("schedule %i: two requirements, faults, and people who interfere", async (seed) => {
  const { violations, disturbances } = await play({ seed });
  expect({ violations, disturbances }).toEqual({ violations: [], disturbances });
});

test("the same seed gives the same world", async () => {
  const [one, other] = [await play({ seed: 3 }), await play({ seed: 3 })];
  // GitHub signs its commits anew each time; everything but their names is the same.
  const withoutNames = (lines: readonly string[]) => lines.map((line) => line.replace(/[0-9a-f]{40}/g, "…"));
  expect(withoutNames(other.log)).toEqual(withoutNames(one.log));
});
