import { afterEach, expect, test } from "vitest";
import { verifies } from "./requirements.ts";
import { feedbackEntry, findingTurn, resolvedEntry, tinyScenario } from "./tiny-scenario.ts";
import { openWorld, type World } from "./world.ts";

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

test(`what a review taught is proposed once, and waits for a person (${verifies("lessons.proposed")})`, async () => {
  world = await openWorld({
    config: "verify:\n  - sh check.sh\napproval:\n  first_pull: false\nlessons: propose\n",
    scenario: tinyScenario(
      [{ key: "one", text: "ok but wrong" }],
      [
        {
          when: { agent: "review", mode: "review", feature: "one", round: 1 },
          turns: [findingTurn("one", "one: ok but wrong")],
        },
        feedbackEntry("one", 1, "ok"),
        resolvedEntry("one", 2),
      ],
    ),
  });
  const number = await world.require();
  await world.rest();
  expect((await world.requirement(number)).open).toBe(false);
  const { data } = await world.ada.rest("GET /repos/{owner}/{repo}/pulls", { state: "open" });
  const pulls = Array.isArray(data) ? data.map(({ title, head }) => [title, head.ref]) : [];
  expect(pulls).toEqual([["Lessons from reviews", "nightshift/lessons"]]);
  const file = await world.git("show", "nightshift/lessons:.github/nightshift/lessons.md");
  expect(file).toMatch(/^- \d{4}-\d{2}-\d{2} Mind: Says the wrong thing \(#\d+\)$/m);
  expect(await world.git("diff", "--name-only", "main", "nightshift/lessons")).toBe(
    ".github/nightshift/lessons.md",
  );

  const before = world.writes();
  await world.sweep();
  await world.sweep();
  expect(world.writes()).toBe(before);
  const again = await world.ada.rest("GET /repos/{owner}/{repo}/pulls", { state: "open" });
  expect(again.data).toHaveLength(1);
}, 600_000);
