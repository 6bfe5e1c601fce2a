import { expect, test } from "vitest";
import { chanceOf } from "./chance.ts";
import { type Fault, READ_FAULTS, WRITE_FAULTS } from "./faults.ts";
import type { Plans } from "./models.ts";
import { playOut, standing } from "./scenario.ts";
import { openWorld } from "./world.ts";

const DAYS = 30;
/** The clock of the manager rings every six hours here. */
const SWEEP_HOURS = 6;

test("thirty days with one lost cron in three and random faults end with all work done", async () => {
  const chance = chanceOf(30);
  const titles = Array.from({ length: 5 }, (_, at) => `work ${at + 1}`);
  const plans: Plans = new Map(titles.map((title, at) => [title, [{ key: `part-${at + 1}` }]]));
  let faults = 0;
  const world = await openWorld({
    plans,
    fault: ({ n, kind }): Fault | undefined => {
      if (chance.of(`fault ${n}`) >= 0.01) return undefined;
      faults += 1;
      return chance.pick<Fault>(`kind ${n}`, kind === "write" ? WRITE_FAULTS : READ_FAULTS);
    },
  });
  try {
    const numbers: number[] = [];
    let lost = 0;
    for (let sweep = 0; sweep < (DAYS * 24) / SWEEP_HOURS; sweep += 1) {
      const title = titles[sweep / 20];
      if (title !== undefined) {
        numbers.push(await world.require(title));
        await world.stage.settle();
      }
      if (chance.of(`cron ${sweep}`) >= 1 / 3) {
        await world.sweep(SWEEP_HOURS);
        continue;
      }
      world.stage.advance(SWEEP_HOURS * 3_600_000);
      lost += 1;
    }
    const days = (world.stage.now().getTime() - Date.parse("2026-03-02T00:00:00Z")) / 86_400_000;
    const { violations, snapshot } = await playOut(world);
    const ends = await Promise.all(numbers.map((number) => standing(world, snapshot, number)));
    expect({ violations, open: ends.flatMap(({ problem }) => problem ?? []) }).toEqual({
      violations: [],
      open: [],
    });
    expect(Math.floor(days)).toBe(DAYS);
    expect(lost).toBeGreaterThan(30);
    expect(faults).toBeGreaterThan(3);
  } finally {
    await world.close();
  }
});
