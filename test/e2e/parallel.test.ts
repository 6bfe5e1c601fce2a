import { afterEach, expect, test } from "vitest";
import { verifies } from "./requirements.ts";
import { implementTurns, tinyScenario } from "./tiny-scenario.ts";
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
}, 600_000);

test(`of two that are ready, the one that will conflict says so before the first is merged (${verifies("loop.parallel")})`, async () => {
  const alsoShared = (key: string) => ({
    when: { agent: "code", mode: "implement", feature: key },
    turns: [
      {
        calls: [
          { name: "write_file", input: { path: "features/shared.txt", content: `shared ${key}: ok\n` } },
        ],
      },
      ...implementTurns({ key }),
    ],
  });
  world = await openWorld({
    config: "verify:\n  - sh check.sh\napproval:\n  first_pull: false\nparallel: 2\nmode: propose\n",
    scenario: tinyScenario([{ key: "one" }, { key: "two" }], [alsoShared("one"), alsoShared("two")]),
  });
  await world.require();
  await world.rest();
  // Of two looks at the same time the older may have written last; the clock settles it.
  await world.sweep();
  await world.rest();

  const { pulls } = await world.look();
  const one = pulls.find(({ block }) => block?.key === "one");
  const two = pulls.find(({ block }) => block?.key === "two");
  expect([one?.gate?.title, two?.gate?.title]).toEqual([
    "Ready. mode: propose never merges; a person does.",
    expect.stringMatching(
      `^Pull request #${one?.number} goes into main first; .* By then it conflicts in features/shared.txt with what goes before it;`,
    ),
  ]);
}, 600_000);
