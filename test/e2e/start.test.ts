import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { verifies } from "./requirements.ts";
import { tinyScenario } from "./tiny-scenario.ts";
import { openWorld, type World } from "./world.ts";

const Issue = z.object({ number: z.number() });

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

test(`a comment starts an issue without the label; a stranger's does not (${verifies("people.start")})`, async () => {
  world = await openWorld({ scenario: tinyScenario([{ key: "one" }]) });
  const { data } = await world.mallory.rest("POST /repos/{owner}/{repo}/issues", {
    title: "One small file",
    body: "Please.",
  });
  const { number } = Issue.parse(data);
  await world.comment(number, "/nightshift start", world.mallory);
  await world.rest();
  expect(world.runs().filter((run) => run.displayTitle.startsWith("code"))).toEqual([]);

  await world.comment(number, "/nightshift start");
  await world.rest();
  const requirement = await world.requirement(number);
  expect({ open: requirement.open, complete: requirement.labels.includes("nightshift:complete") }).toEqual({
    open: false,
    complete: true,
  });
  expect(await world.git("show", "main:features/one.txt")).toBe("one: ok");

  await world.ada.rest("POST /repos/{owner}/{repo}/dispatches", {
    event_type: "nightshift-merge",
    client_payload: { message: named(9_999) },
  });
  await world.rest();
  expect(world.runs().at(-1)?.conclusion).toBe("success");
});

/** A doorbell that names an issue which is not there. */
function named(issue: number) {
  const id = "0b1f0c52-6f3c-4f6e-9d53-2f8a6c0a7f11";
  return {
    id,
    timestamp: "2026-01-01T00:00:00Z",
    from: "person",
    to: "repo_manager",
    type: "human_acted",
    payload: { issue },
    correlationId: id,
    hops: 0,
  };
}
