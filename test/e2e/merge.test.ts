import { afterEach, describe, expect, test } from "vitest";
import type { PullSnapshot } from "../../src/domain/snapshot.ts";
import { verifies } from "./requirements.ts";
import { complete, implementTurns, pretendTurn, tinyScenario } from "./tiny-scenario.ts";
import { FOOLABLE, openWorld, type World } from "./world.ts";

const LIMIT = 600_000;
const MERGE = /^PUT \/api\/v3\/repos\/acme\/app\/pulls\/\d+\/merge$/;
/** The first pull request waits for a person. */
const FIRST_APPROVED = "verify:\n  - sh check.sh\n";

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

async function approve({ ada }: World, pull: PullSnapshot): Promise<void> {
  await ada.rest("POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews", {
    pull_number: pull.number,
    commit_id: pull.head,
    event: "APPROVE",
    body: "Looks good.",
  });
}

function stateOf({ statuses }: PullSnapshot, name: string): string | undefined {
  return statuses.find(({ context }) => context === name)?.state;
}

async function subjects({ git }: World): Promise<string[]> {
  return (await git("log", "--format=%s", "main")).split("\n");
}

describe("what keeps a pull request from being merged, and what leads on", () => {
  test(
    `a change that breaks the tests is never merged and a person is asked (${verifies("verify.red")})`,
    async () => {
      const [write, , done] = implementTurns({ key: "one", text: "bad" });
      if (write === undefined || done === undefined) throw new Error("the usual script has three turns");
      const pretend = pretendTurn();
      world = await openWorld({
        files: FOOLABLE,
        config: "verify:\n  - sh check.sh\napproval:\n  first_pull: false\nrounds: 2\n",
        scenario: tinyScenario(
          [{ key: "one" }],
          [
            {
              when: { agent: "code", mode: "implement", feature: "one" },
              turns: [write, pretend, done],
            },
            {
              when: { agent: "code", mode: "feedback", feature: "one", round: "*" },
              turns: [
                { calls: [{ name: "read_file", input: { path: "features/one.txt" } }] },
                {
                  calls: [
                    { name: "write_file", input: { path: "features/one.txt", content: "one: worse\n" } },
                  ],
                },
                pretend,
                complete("Fixed, I believe.", { answers: [] }),
              ],
            },
          ],
        ),
      });
      await world.require();
      await world.rest();

      const pull = await world.openPull();
      expect(pull.labels).toContain("nightshift:needs-human");
      expect(pull.comments.map(({ body }) => body)).toEqual([
        expect.stringContaining("The verify commands do not pass after 2 runs of the code agent"),
      ]);
      expect(pull.statuses.find(({ context }) => context === "nightshift/verify")?.state).toBe("failure");
      expect(pull.reviews).toEqual([]);
      await approve(world, pull);
      await world.rest();
      expect(await subjects(world)).toEqual(["Start"]);

      const before = world.writes();
      await world.sweep();
      expect(world.writes()).toBe(before);
    },
    LIMIT,
  );

  test(
    `a conflict with a person's commit is resolved, verified, reviewed and approved again (${verifies("merge.conflict")})`,
    async () => {
      world = await openWorld({
        config: FIRST_APPROVED,
        scenario: tinyScenario(
          [{ key: "one" }],
          [
            {
              when: { agent: "code", mode: "conflict", feature: "one", round: 1 },
              turns: [
                { calls: [{ name: "read_file", input: { path: "features/one.txt" } }] },
                {
                  calls: [
                    {
                      name: "write_file",
                      input: { path: "features/one.txt", content: "hers: ok\none: ok\n" },
                    },
                  ],
                },
                { calls: [{ name: "bash", input: { command: "sh check.sh", description: "verify" } }] },
                complete("Kept both.", { notes: "Both lines are kept." }),
              ],
            },
          ],
        ),
      });
      const number = await world.require();
      await world.rest();
      const old = await world.openPull();
      expect(old.labels).toContain("nightshift:ready-to-merge");

      const hers = await world.push({ "features/one.txt": "hers: ok\n" });
      // GitHub starts nothing on a review of a pull request that conflicts; a comment rings.
      await world.comment(old.number, `/nightshift approve ${old.head.slice(0, 12)}`);
      await world.rest();
      const resolved = await world.openPull();
      expect(resolved.head).not.toBe(old.head);
      expect(await world.git("log", "-1", "--format=%P", resolved.head)).toBe(hers);
      // Reviewed again, and nothing new to say: the verdict is a status, not another review.
      expect(resolved.reviews.flatMap(({ block }) => block?.head ?? [])).toEqual([old.head]);
      expect(stateOf(resolved, "nightshift/review")).toBe("success");
      expect(resolved.statuses.find(({ context }) => context === "nightshift/verify")).toMatchObject({
        state: "success",
        description: `passed on ${hers}: 1 command`,
      });
      expect(resolved.labels).toContain("nightshift:ready-to-merge");
      expect(await subjects(world)).toEqual(["By hand", "Start"]);

      await approve(world, resolved);
      await world.rest();
      expect((await world.requirement(number)).open).toBe(false);
      expect(await subjects(world)).toEqual([expect.stringMatching(/^Add file one/), "By hand", "Start"]);
      expect(await world.git("show", "main:features/one.txt")).toBe("hers: ok\none: ok");
    },
    LIMIT,
  );

  test(
    `a push between approval and merge is refused by GitHub, verified and reviewed again (${verifies("review.stale-head")})`,
    async () => {
      let pushed = "";
      world = await openWorld({
        config: FIRST_APPROVED,
        scenario: tinyScenario([{ key: "one" }]),
        async intercept({ method, path }, { push }) {
          if (pushed !== "" || !MERGE.test(`${method} ${path}`)) return undefined;
          pushed = "soon";
          pushed = await push({ "features/late.txt": "late: ok\n" }, "nightshift/1-one");
          return undefined;
        },
      });
      const number = await world.require();
      await world.rest();
      const old = await world.openPull();
      await approve(world, old);
      await world.rest();

      const late = await world.openPull();
      expect({ head: late.head, foreign: late.foreignCommits }).toEqual({ head: pushed, foreign: true });
      expect(await subjects(world)).toEqual(["Start"]);
      expect(late.reviews.flatMap(({ block }) => block?.head ?? [])).toEqual([old.head]);
      expect(stateOf(late, "nightshift/review")).toBe("success");
      expect(stateOf(late, "nightshift/verify")).toBe("success");
      expect(late.labels).toContain("nightshift:ready-to-merge");

      await approve(world, late);
      await world.rest();
      expect((await world.requirement(number)).open).toBe(false);
      expect(await subjects(world)).toEqual([expect.stringMatching(/^Add file one/), "Start"]);
      expect(await world.git("show", "main:features/late.txt")).toBe("late: ok");
    },
    LIMIT,
  );

  test(
    `when the base moved, exactly the new merge is verified before it lands (${verifies("verify.base-moved")})`,
    async () => {
      world = await openWorld({ config: FIRST_APPROVED, scenario: tinyScenario([{ key: "one" }]) });
      const number = await world.require();
      await world.rest();
      const pull = await world.openPull();
      const moved = await world.push({ "NOTES.md": "notes\n" });
      await approve(world, pull);
      await world.rest();

      expect((await world.requirement(number)).open).toBe(false);
      const [merged] = (await world.look()).pulls;
      expect(merged?.head).toBe(pull.head);
      expect(merged?.statuses.find(({ context }) => context === "nightshift/verify")?.description).toBe(
        `passed on ${moved}: 1 command`,
      );
      const { forge } = world.local;
      const titles = world.runs().map((run) => run.displayTitle);
      expect(titles).toContain(`verify · pull ${pull.number} · ${pull.head}`);
      const logs = world.runs().flatMap((run) => forge.jobs(run.id).map((job) => forge.log(job.id)));
      expect(logs.filter((log) => /landed as [0-9a-f]{40}: tree [0-9a-f]{40} proved/.test(log))).toHaveLength(
        1,
      );
      expect(await world.git("log", "-1", "--format=%P", "main")).toBe(moved);
    },
    LIMIT,
  );

  test(
    `a server error after the merge: merged once, and everything that follows is done (${verifies("loop.features-merged")})`,
    async () => {
      let failures = 0;
      world = await openWorld({
        scenario: tinyScenario([{ key: "one" }]),
        async afterEffect({ method, path }) {
          if (failures > 0 || !MERGE.test(`${method} ${path}`)) return undefined;
          failures += 1;
          return { status: 502, body: { message: "Bad Gateway" } };
        },
      });
      const number = await world.require();
      await world.rest();

      expect(failures).toBe(1);
      const requirement = await world.requirement(number);
      expect({ open: requirement.open, labels: [...requirement.labels].sort() }).toEqual({
        open: false,
        labels: ["nightshift", "nightshift:complete", "nightshift:merged"],
      });
      expect(await subjects(world)).toEqual([expect.stringMatching(/^Add file one/), "Start"]);
      expect(await world.git("branch", "--list", "nightshift/*")).toBe("");
    },
    LIMIT,
  );
});
