/** Features that land on a branch of the requirement, and the one pull request that a person merges. */
import { afterEach, expect, test } from "vitest";
import { approve } from "./acts.ts";
import { verifies } from "./requirements.ts";
import { tinyScenario } from "./tiny-scenario.ts";
import { openWorld, REPOSITORY, type World } from "./world.ts";

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

test(`two features on one branch, one pull request for a person, whatever the base's rules ask for (${verifies("landing.requirement-branch")})`, async () => {
  world = await openWorld({
    config: "verify:\n  - sh check.sh\napproval:\n  first_pull: false\nlanding: requirement_branch\n",
    scenario: tinyScenario([{ key: "one" }, { key: "two", after: ["one"] }]),
  });
  world.local.forge.setRules(REPOSITORY, [
    { type: "required_signatures" },
    {
      type: "pull_request",
      parameters: {
        dismiss_stale_reviews_on_push: false,
        require_code_owner_review: false,
        require_last_push_approval: false,
        required_approving_review_count: 1,
        required_review_thread_resolution: false,
      },
    },
  ]);
  const number = await world.require();
  await world.rest();

  const branch = `nightshift/requirement-${number}`;
  expect(await world.git("log", "--format=%s", "main")).toBe("Start");
  expect((await world.git("log", "--format=%s", branch)).split("\n")).toEqual([
    expect.stringMatching(/^Add file two/),
    expect.stringMatching(/^Add file one/),
    "Start",
  ]);
  const pull = await world.openPull();
  expect({ branch: pull.branch, base: pull.base.branch, ours: pull.block }).toEqual({
    branch,
    base: "main",
    ours: undefined,
  });
  const [two, one] = (await world.git("log", "-2", "--format=%H", branch)).split("\n");
  expect(pull.body).toContain(`| ${one} | run `);
  expect(pull.body).toContain(`| ${two} | run `);
  expect(pull.body).toContain("- [x] features/one.txt says ok");
  expect(pull.body).toContain("approved");
  expect((await world.requirement(number)).labels).toContain("nightshift:building");
  const before = world.writes();
  await world.sweep();
  expect(world.writes()).toBe(before);

  await approve(world.ada, pull);
  await world.ada.rest("PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge", {
    pull_number: pull.number,
    sha: pull.head,
    merge_method: "merge",
  });
  await world.rest();
  const done = await world.requirement(number);
  expect({ open: done.open, complete: done.labels.includes("nightshift:complete") }).toEqual({
    open: false,
    complete: true,
  });
  expect(done.features.map(({ open }) => open)).toEqual([false, false]);
  expect(await world.git("branch", "--list", "nightshift/*")).toBe("");
}, 600_000);
