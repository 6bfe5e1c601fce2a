import { afterEach, expect, test } from "vitest";
import { verifies } from "./requirements.ts";
import { tinyScenario } from "./tiny-scenario.ts";
import { openWorld, type World } from "./world.ts";

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

test(`two features are built side by side and merged one after the other (${verifies("loop.parallel")})`, async () => {
  world = await openWorld({
    config: "verify:\n  - sh check.sh\napproval:\n  first_pull: false\nparallel: 2\n",
    scenario: tinyScenario([{ key: "one" }, { key: "two" }]),
  });
  const number = await world.require();
  await world.rest();

  const { pulls } = await world.look();
  expect(pulls.map(({ state }) => state)).toEqual(["merged", "merged"]);
  expect((await world.requirement(number)).open).toBe(false);
  const runs = world.runs();
  const built = runs.filter(({ displayTitle }) => /^code · feature/.test(displayTitle));
  expect(built).toHaveLength(2);
  const merged = (await world.git("log", "--reverse", "--format=%ct", "main~1")).split("\n").at(-1);
  expect(Math.max(...built.map(({ createdAt }) => Date.parse(createdAt) / 1_000))).toBeLessThanOrEqual(
    Number(merged),
  );
  const bases = (await world.git("log", "-2", "--format=%(trailers:key=Nightshift-Base,valueonly)", "main"))
    .split("\n")
    .filter((line) => line !== "");
  const parents = (await world.git("log", "-2", "--format=%P", "main")).split("\n");
  expect(bases).toEqual(parents);
}, 300_000);
