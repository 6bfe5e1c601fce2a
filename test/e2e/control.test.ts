/** People steer: pause and resume, retry, stop, plan approval, status. */
import { afterEach, describe, expect, test } from "vitest";
import type { Turn } from "../../src/local/scripted-model/scenario.ts";
import {
  addLabel,
  approve,
  closeIssue,
  openHolds,
  play,
  removeLabel,
  saidByUs,
  traces,
  until,
} from "./acts.ts";
import { verifies } from "./requirements.ts";
import {
  approveEntries,
  complete,
  feedbackEntry,
  findingTurn,
  implementTurns,
  planTurn,
  pretendTurn,
  resolvedEntry,
  tinyScenario,
} from "./tiny-scenario.ts";
import { FOOLABLE, openWorld, type World } from "./world.ts";

const LONG = 600_000;
const PAUSED = "nightshift:paused";
const HUMAN = "nightshift:needs-human";
const ONE = [{ key: "one" }];

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

/** Pauses in the middle of a phase, ends the phase, and expects that nothing of it is to be seen. */
async function pauseIn(
  here: World,
  phase: { reached: () => Promise<unknown>; pause: () => Promise<void>; end: () => Promise<void> },
): Promise<void> {
  await phase.reached();
  await phase.pause();
  await until("the pause is seen", async () => {
    const { requirements, pulls } = await here.look();
    return [...requirements, ...pulls].some(({ labels }) => labels.includes(PAUSED));
  });
  await until("the manager has seen it", async () =>
    here.runs().every((run) => !/^(doorbell|merge)$/.test(run.displayTitle) || run.status === "completed"),
  );
  const before = await traces(here);
  await phase.end();
  await here.rest();
  await here.sweep();
  expect(await traces(here)).toEqual(before);
}

describe("pause", () => {
  test(
    `in planning, implementing and verifying (${verifies("people.pause")})`,
    async () => {
      const holds = await openHolds();
      // The agent has a repository of its own beside the files; the verify job has the files alone, and waits.
      const wait = `if [ -e .git ]; then true; else ${holds.command("verify")}; fi`;
      const waits: Turn = { calls: [{ name: "bash", input: { command: wait, description: "verify" } }] };
      world = await openWorld({
        config: `verify:\n  - ${JSON.stringify(wait)}\n  - sh check.sh\napproval:\n  first_pull: false\n`,
        scenario: tinyScenario(ONE, [
          { when: { agent: "code", mode: "plan" }, turns: [holds.turn("plan"), planTurn(ONE)] },
          {
            when: { agent: "code", mode: "implement", feature: "one" },
            turns: [holds.turn("implement"), ...implementTurns({ key: "one" }).toSpliced(1, 0, waits)],
          },
        ]),
      });
      const here = world;
      for (const phase of ["plan", "implement"]) await holds.hold(phase);
      const number = await world.require();
      const phase = (name: string, pause: () => Promise<void>) => ({
        reached: () => holds.reached(name),
        end: () => holds.release(name),
        pause,
      });

      await pauseIn(
        world,
        phase("plan", () => addLabel(here.ada, number, PAUSED)),
      );
      expect(saidByUs((await world.requirement(number)).comments)).toEqual([]);
      await removeLabel(world.ada, number, PAUSED);

      await pauseIn(
        world,
        phase("implement", () => here.comment(number, "/nightshift pause")),
      );
      await holds.hold("verify");
      await world.comment(number, "/nightshift resume");

      await pauseIn(
        world,
        phase("verify", () => addLabel(here.ada, number, PAUSED)),
      );
      expect(await world.git("branch", "--list", "nightshift/*")).toBe("");
      await world.comment(number, "/nightshift resume");
      await world.rest();
      expect((await world.requirement(number)).open).toBe(false);
      expect(await world.git("show", "main:features/one.txt")).toBe("one: ok");
    },
    LONG,
  );

  test(
    `in review, feedback and waiting for the merge (${verifies("people.pause")})`,
    async () => {
      const holds = await openHolds();
      const feedback = feedbackEntry("one", "*", "ok right");
      world = await openWorld({
        config: "verify:\n  - sh check.sh\n",
        scenario: tinyScenario(
          [{ key: "one", text: "ok wrong" }],
          [
            {
              when: { agent: "review", mode: "review", feature: "one", round: 1 },
              turns: [holds.turn("review"), findingTurn("one", "one: ok wrong")],
            },
            { ...feedback, turns: [holds.turn("feedback"), ...feedback.turns] },
            resolvedEntry("one", 2),
          ],
        ),
      });
      const here = world;
      for (const phase of ["review", "feedback"]) await holds.hold(phase);
      const number = await world.require();

      await holds.reached("review");
      const pull = await world.openPull();
      await pauseIn(world, {
        reached: () => holds.reached("review"),
        pause: () => addLabel(here.ada, pull.number, PAUSED),
        end: () => holds.release("review"),
      });
      expect((await world.openPull()).reviews).toEqual([]);
      await world.comment(pull.number, "/nightshift resume");

      await pauseIn(world, {
        reached: () => holds.reached("feedback"),
        pause: () => here.comment(number, "/nightshift pause"),
        end: () => holds.release("feedback"),
      });
      expect((await world.openPull()).head).toBe(pull.head);
      await removeLabel(world.ada, number, PAUSED);
      await world.rest();

      const ready = await world.openPull();
      expect(ready.labels).toContain("nightshift:ready-to-merge");
      await pauseIn(world, {
        reached: async () => undefined,
        pause: () => here.comment(ready.number, "/nightshift pause"),
        end: () => approve(here.ada, ready),
      });
      expect((await world.openPull()).head).toBe(ready.head);
      await world.comment(ready.number, "/nightshift resume");
      await world.rest();
      expect((await world.requirement(number)).open).toBe(false);
      expect(await world.git("show", "main:features/one.txt")).toBe("one: ok right");
    },
    LONG,
  );
});

describe("retry", () => {
  test(
    `a plan with a cycle is asked for again, then a person is asked; retry goes on (${verifies("plan.cycle", "people.retry")})`,
    async () => {
      const cycle = planTurn([
        { key: "one", after: ["two"] },
        { key: "two", after: ["one"] },
      ]);
      world = await openWorld({
        scenario: tinyScenario(ONE, [
          { when: { agent: "code", mode: "plan" }, turns: [cycle, cycle, cycle] },
        ]),
      });
      const number = await world.require();
      await world.rest();
      const stuck = await world.requirement(number);
      expect(stuck.labels).toContain(HUMAN);
      expect(saidByUs(stuck.comments)).toEqual([
        expect.stringMatching(/^\*\*A person has to decide\.\*\*[\s\S]*cycle: one → two → one/),
      ]);
      const [, again] = world.model.requests();
      expect(JSON.stringify(again?.body)).toContain("the dependencies form a cycle: one → two → one");

      await play(world, tinyScenario(ONE));
      await world.comment(number, "/nightshift retry");
      await world.rest();
      expect((await world.requirement(number)).open).toBe(false);
    },
    LONG,
  );

  test(
    `a feature that is blocked, and a pull request that a person closed (${verifies("people.retry")})`,
    async () => {
      world = await openWorld({
        scenario: tinyScenario(ONE, [
          {
            when: { agent: "code", mode: "implement", feature: "one" },
            turns: [
              ...implementTurns({ key: "one" }).slice(0, 1),
              complete("It needs a decision.", undefined, "blocked"),
            ],
          },
        ]),
        config: "verify:\n  - sh check.sh\n",
      });
      const number = await world.require();
      await world.rest();
      const stuck = await world.requirement(number);
      expect(stuck.labels).toContain(HUMAN);
      expect(saidByUs(stuck.comments).at(-1)).toMatch(
        /^\*\*A person has to decide\.\*\*[\s\S]*unfinished work is on/,
      );

      await play(world, tinyScenario(ONE));
      await world.comment(number, "/nightshift retry");
      await world.rest();
      const first = await world.openPull();
      await closeIssue(world.ada, first.number);
      await world.rest();
      const closed = (await world.look()).pulls.find((pull) => pull.number === first.number);
      expect({ state: closed?.state, human: closed?.labels.includes(HUMAN) }).toEqual({
        state: "closed",
        human: true,
      });
      expect((await world.requirement(number)).labels).toContain(HUMAN);

      await world.comment(first.number, "/nightshift retry");
      await world.rest();
      const second = await world.openPull();
      expect(second.number).not.toBe(first.number);
      await approve(world.ada, second);
      await world.rest();
      expect((await world.requirement(number)).open).toBe(false);
    },
    LONG,
  );

  test(
    `rounds that are exceeded (${verifies("people.retry", "review.rounds")})`,
    async () => {
      world = await openWorld({
        config: "verify:\n  - sh check.sh\nrounds: 1\napproval:\n  first_pull: false\n",
        scenario: tinyScenario(
          [{ key: "one", text: "ok wrong" }],
          [
            { when: { agent: "review", mode: "review" }, turns: [findingTurn("one", "one: ok wrong")] },
            feedbackEntry("one", "*", "ok right"),
          ],
        ),
      });
      const number = await world.require();
      await world.rest();
      const pull = await world.openPull();
      expect(pull.labels).toContain(HUMAN);
      expect(saidByUs(pull.comments)).toHaveLength(1);

      await play(world, tinyScenario(ONE, [feedbackEntry("one", "*", "ok right"), resolvedEntry("one", 2)]));
      await world.comment(number, "/nightshift retry");
      await world.rest();
      expect((await world.requirement(number)).open).toBe(false);
      expect(await world.git("show", "main:features/one.txt")).toBe("one: ok right");
    },
    LONG,
  );

  test(
    `tests that stay red (${verifies("people.retry", "verify.red")})`,
    async () => {
      world = await openWorld({
        config: "verify:\n  - sh check.sh\nrounds: 1\napproval:\n  first_pull: false\n",
        files: FOOLABLE,
        scenario: tinyScenario(ONE, [
          {
            when: { agent: "code", mode: "implement", feature: "one" },
            turns: [
              {
                calls: [{ name: "write_file", input: { path: "features/one.txt", content: "one: bad\n" } }],
              },
              pretendTurn(),
              ...implementTurns({ key: "one" }).slice(-1),
            ],
          },
          {
            when: { agent: "code", mode: "feedback" },
            turns: [pretendTurn(), complete("I see nothing wrong.", { answers: [] })],
          },
        ]),
      });
      const number = await world.require();
      await world.rest();
      await world.sweep();
      const pull = await world.openPull();
      expect(pull.labels).toContain(HUMAN);
      expect(saidByUs(pull.comments)).toHaveLength(1);

      const fix = feedbackEntry("one", "*", "ok");
      const { capture: _, ...entry } = fix;
      await play(
        world,
        tinyScenario(ONE, [
          { ...entry, turns: [...fix.turns.slice(0, -1), complete("Fixed.", { answers: [] })] },
          ...approveEntries(),
        ]),
      );
      await world.comment(pull.number, "/nightshift retry");
      await world.rest();
      expect((await world.requirement(number)).open).toBe(false);
      expect(await world.git("show", "main:features/one.txt")).toBe("one: ok");
    },
    LONG,
  );
});

describe("stop", () => {
  test(
    `a closed feature is dropped, also while it is built, and a stopped requirement stays closed (${verifies("people.stop")})`,
    async () => {
      const holds = await openHolds();
      const features = [{ key: "one" }, { key: "two" }, { key: "three" }];
      world = await openWorld({
        config: "verify:\n  - sh check.sh\n",
        scenario: tinyScenario(features, [
          {
            when: { agent: "code", mode: "implement", feature: "one" },
            turns: [holds.turn("implement"), ...implementTurns({ key: "one" })],
          },
        ]),
      });
      await holds.hold("implement");
      const number = await world.require();
      await holds.reached("implement");
      const [one, two] = (await world.requirement(number)).features;
      await closeIssue(world.ada, one?.number ?? 0);
      await holds.release("implement");
      await world.rest();

      const pull = await world.openPull();
      expect(pull.block?.key).toBe("two");
      await closeIssue(world.ada, two?.number ?? 0);
      await world.rest();
      await approve(world.ada, pull);
      await world.rest();
      const third = (await world.look()).pulls.find((candidate) => candidate.block?.key === "three");
      expect(third?.state).toBe("open");
      await closeIssue(world.ada, pull.number);

      await world.comment(number, "/nightshift stop");
      await world.rest();
      if (third) await approve(world.ada, third);
      await world.rest();
      await world.sweep();
      const stopped = await world.requirement(number);
      expect(stopped.open).toBe(false);
      expect(stopped.features.map(({ open }) => open)).toEqual([false, false, true]);
      expect((await world.look()).pulls.map(({ state }) => state)).toEqual(["closed", "open"]);
      expect((await world.git("log", "--format=%s", "main")).split("\n")).toEqual(["Start"]);
    },
    LONG,
  );

  test(
    `a closed pull request and a closed requirement end their work (${verifies("people.stop")})`,
    async () => {
      world = await openWorld({ config: "verify:\n  - sh check.sh\n", scenario: tinyScenario(ONE) });
      const number = await world.require();
      await world.rest();
      const pull = await world.openPull();
      await world.comment(pull.number, "/nightshift stop");
      await world.rest();
      await closeIssue(world.ada, number);
      await world.rest();
      const before = await traces(world);
      await world.sweep();
      expect(await traces(world)).toEqual(before);
      const { pulls } = await world.look();
      expect(pulls.map(({ state }) => state)).toEqual(["closed"]);
      expect((await world.requirement(number)).open).toBe(false);
    },
    LONG,
  );
});

describe("plan approval and status", () => {
  test(
    `nothing is built before the plan is approved; status says why (${verifies("plan.approval", "people.status")})`,
    async () => {
      world = await openWorld({
        config: "verify:\n  - sh check.sh\napproval:\n  plan: true\n",
        scenario: tinyScenario([{ key: "one" }, { key: "two" }]),
      });
      const number = await world.require();
      await world.rest();
      await world.sweep();
      const planned = await world.requirement(number);
      expect(planned.labels).toContain("nightshift:awaiting-approval");
      expect((await world.look()).pulls).toEqual([]);
      await world.comment(number, "/nightshift approve", world.mallory);
      await world.comment(number, "/nightshift status");
      await world.rest();
      expect(saidByUs((await world.requirement(number)).comments).at(-1)).toBe(
        [
          "- requirement #1: **awaits-plan-approval**. The plan waits for a person: /nightshift approve.",
          `- feature #${planned.features[0]?.number} (one): **queued**.`,
          `- feature #${planned.features[1]?.number} (two): **queued**.`,
        ].join("\n"),
      );

      await world.comment(number, "/nightshift approve");
      await world.rest();
      const pull = await world.openPull();
      await world.comment(pull.number, "/nightshift status");
      await world.rest();
      expect(saidByUs((await world.openPull()).comments).at(-1)).toMatch(
        new RegExp(`^- pull request #${pull.number}: \\*\\*awaits-approval\\*\\*\\. .+first pull request`),
      );
    },
    LONG,
  );
});
