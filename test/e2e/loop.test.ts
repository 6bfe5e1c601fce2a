import { afterEach, describe, expect, test } from "vitest";
import type { RequirementSnapshot } from "../../src/domain/snapshot.ts";
import { nightshift } from "./cli-world.ts";
import { verifies } from "./requirements.ts";
import { complete, feedbackEntry, findingTurn, resolvedEntry, tinyScenario } from "./tiny-scenario.ts";
import { openWorld, REPOSITORY, type World } from "./world.ts";

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

/** Every commit of ours on main is recorded three times, and its record holds when git alone is asked. */
async function holdsRecords(here: World, { sticky }: RequirementSnapshot): Promise<void> {
  const commits = (await here.git("log", "-2", "--format=%H", "main")).split("\n");
  expect(commits).toHaveLength(2);
  for (const sha of commits) {
    const { data } = await here.ada.rest("GET /repos/{owner}/{repo}/commits/{ref}/check-runs", {
      ref: sha,
      check_name: "nightshift/record",
    });
    expect(data).toMatchObject({
      check_runs: [{ conclusion: "success", output: { summary: expect.stringContaining(sha) } }],
    });
    expect(sticky?.body).toContain(`| ${sha.slice(0, 7)} (#`);
    const repo = here.local.forge.gitDir(REPOSITORY) ?? "";
    const checked = await nightshift(["verify", sha, "--repo", repo]);
    expect({ code: checked.code, said: checked.stdout }).toEqual({
      code: 0,
      said: expect.stringContaining(`landed as ${sha.slice(0, 7)}: the record holds.`),
    });
  }
}

describe("the loop", () => {
  test(`two features are built one after the other and the requirement is closed (${verifies("loop.features-merged", "merge.record", "quiet.no-writes")})`, async () => {
    world = await openWorld({ scenario: tinyScenario([{ key: "one" }, { key: "two", after: ["one"] }]) });
    const number = await world.require();
    await world.rest();

    const requirement = await world.requirement(number);
    expect({ open: requirement.open, labels: [...requirement.labels].sort() }).toEqual({
      open: false,
      labels: ["nightshift", "nightshift:complete"],
    });
    expect(requirement.features.map(({ open, labels }) => ({ open, labels }))).toEqual([
      { open: false, labels: ["nightshift:merged"] },
      { open: false, labels: ["nightshift:merged"] },
    ]);
    const subjects = (await world.git("log", "--format=%s", "main")).split("\n");
    expect(subjects).toEqual([
      expect.stringMatching(/^Add file two \(#\d+\)$/),
      expect.stringMatching(/^Add file one \(#\d+\)$/),
      "Start",
    ]);
    const trailers = await world.git("log", "-1", "--format=%(trailers)", "main");
    expect(trailers).toMatch(
      /^Nightshift-Pull: #\d+\nNightshift-Head: [0-9a-f]{40}\nNightshift-Feature: #\d+\nNightshift-Requirement: #1\nNightshift-Base: [0-9a-f]{40}\nNightshift-Tree: [0-9a-f]{40}\nNightshift-Verified: run \d+\nNightshift-Verdict: approved, run \d+\nNightshift-Risks: none\nNightshift-Cost: \d+\.\d\d USD, \d+ runs(\nNightshift-Messages: [0-9a-f-]{36})?\nNightshift-Intent: [0-9a-f]{40}$/,
    );
    await holdsRecords(world, requirement);
    expect(await world.git("branch", "--list", "nightshift/*")).toBe("");

    const before = world.writes();
    await world.sweep();
    expect(world.writes()).toBe(before);
  });

  test(`a finding is answered, fixed, resolved and approved (${verifies("loop.feedback", "loop.one-feature")})`, async () => {
    world = await openWorld({
      scenario: tinyScenario(
        [{ key: "one", text: "ok wrong" }],
        [
          {
            when: { agent: "review", mode: "review", feature: "one", round: 1 },
            turns: [findingTurn("one", "one: ok wrong")],
          },
          feedbackEntry("one", 1, "ok right"),
          resolvedEntry("one", 2),
        ],
      ),
    });
    const number = await world.require("one small file");
    await world.rest();
    const requirement = await world.requirement(number);
    expect({
      open: requirement.open,
      subIssues: requirement.features.length,
      complete: requirement.labels.includes("nightshift:complete"),
    }).toEqual({ open: false, subIssues: 0, complete: true });
    expect(await world.git("show", "main:features/one.txt")).toBe("one: ok right");
    const merged = (await world.look()).pulls.find((pull) => pull.state === "merged");
    expect(
      merged?.reviews.filter((review) => review.block !== undefined).map((review) => review.block?.verdict),
    ).toEqual(["changes", "approved"]);
  });

  test(`a requirement that needs no change is closed with the reason (${verifies("plan.nothing-to-do")})`, async () => {
    world = await openWorld({
      scenario: tinyScenario(
        [],
        [
          {
            when: { agent: "code", mode: "plan" },
            turns: [complete("It does that already: see README.", undefined, "nothing_to_do")],
          },
        ],
      ),
    });
    const number = await world.require();
    await world.rest();
    const requirement = await world.requirement(number);
    expect({ open: requirement.open, complete: requirement.labels.includes("nightshift:complete") }).toEqual({
      open: false,
      complete: true,
    });
    expect(requirement.comments.at(-1)?.body).toBe("**Nothing to build.** It does that already: see README.");
  });
});
