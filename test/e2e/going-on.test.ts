/** Runs that were cut off go on through the real gate, artifact and apply: no turn is paid twice, and each is booked once. */
import { spawn } from "node:child_process";
import { afterEach, describe, expect, test } from "vitest";
import { costsOf } from "../../src/domain/money.ts";
import type { Spawn } from "../../src/local/runner/job/process.ts";
import { movableClock, until } from "./acts.ts";
import { openMarks } from "./marks.ts";
import { startGate } from "./provider-gate.ts";
import { verifies } from "./requirements.ts";
import { tinyScenario } from "./tiny-scenario.ts";
import { openWorld, type World } from "./world.ts";

const LIMIT = 600_000;

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

const TURNS = 4;
const KILL = "kill -9 $PPID; sleep 20";
const requestsFor = ({ model }: World, key: string) =>
  model.requests().filter(({ header }) => header?.mode === "implement" && header.feature === key).length;
const runsOf = (here: World | undefined, title: string) =>
  (here?.runs() ?? []).filter(({ displayTitle }) => displayTitle.startsWith(title));
const logs = ({ local }: World, run: number, job: string) =>
  local.forge
    .jobs(run)
    .filter(({ name }) => name === `code / ${job}`)
    .map(({ id }) => local.forge.log(id))
    .join("");

/** What the runs that implemented a feature are booked for, oldest first. */
async function booked(here: World, number: number, key: string) {
  const snapshot = await here.look();
  const requirement = snapshot.requirements.find((one) => one.number === number);
  if (requirement === undefined) throw new Error(`no requirement #${number}`);
  const feature = requirement.features.find(({ title }) => title === `File ${key}`)?.number ?? number;
  return costsOf(snapshot, requirement)
    .filter((cost) => cost.mode === "implement" && cost.feature === feature)
    .sort((a, b) => a.run - b.run)
    .map(({ run, turns, usd }) => ({ run, turns, paid: (usd ?? 0) > 0 }));
}

async function cancel(here: World, run: number): Promise<void> {
  await here.ada.rest("POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel", { run_id: run });
  await here.rest();
}

async function rerun(here: World, run: number, what: "rerun" | "rerun-failed-jobs"): Promise<void> {
  await here.ada.rest(`POST /repos/{owner}/{repo}/actions/runs/{run_id}/${what}`, { run_id: run });
  await here.rest();
}

describe("an agent that was killed", () => {
  test(
    `is gone on with by the next run, and by the failed jobs run again (${verifies("resume.next-run", "resume.rerun")})`,
    async () => {
      const marks = await openMarks();
      const keys = ["one", "two", "three"];
      let forgotten = 0;
      world = await openWorld({
        // GitHub shows nothing of the earlier attempts of a run whose jobs are all run again.
        intercept: async ({ method, path }) =>
          forgotten > 0 && method === "GET" && path.includes(`/actions/runs/${forgotten}/artifacts`)
            ? { status: 200, body: { total_count: 0, artifacts: [] } }
            : undefined,
        scenario: tinyScenario(
          keys.map((key, at) => ({ key, after: keys.slice(Math.max(0, at - 1), at) })),
          keys.map((key) => marks.entry(key, KILL)),
        ),
      });
      for (const key of keys) await marks.set(key);
      const number = await world.require();
      await world.rest();

      // The next run: the manager's sweep starts it.
      expect(await booked(world, number, "one")).toEqual([{ run: expect.any(Number), turns: 2, paid: true }]);
      await world.sweep();
      const features = (await world.requirement(number)).features;
      const [one, two, three] = features.map((feature) => `code · feature ${feature.number}`);
      const [killed, next] = runsOf(world, one ?? "");
      expect([killed?.conclusion, next?.conclusion]).toEqual(["failure", "success"]);
      expect(logs(world, next?.id ?? 0, "agent")).toContain(
        "Goes on with an earlier run for this: 2 turns are paid",
      );
      expect(requestsFor(world, "one")).toBe(TURNS);
      expect(await booked(world, number, "one")).toEqual([
        { run: killed?.id, turns: 2, paid: true },
        { run: next?.id, turns: 2, paid: true },
      ]);
      expect(await world.git("show", "main:features/one.log")).toBe("begin\nend");

      // The same run again, from the job that failed.
      const [second] = runsOf(world, two ?? "");
      await rerun(world, second?.id ?? 0, "rerun-failed-jobs");
      expect(
        runsOf(world, two ?? "").map(({ id, runAttempt, conclusion }) => ({ id, runAttempt, conclusion })),
      ).toEqual([{ id: second?.id, runAttempt: 2, conclusion: "success" }]);
      expect(requestsFor(world, "two")).toBe(TURNS);
      expect(await booked(world, number, "two")).toEqual([{ run: second?.id, turns: TURNS, paid: true }]);
      expect(await world.git("show", "main:features/two.log")).toBe("begin\nend");

      // The same run again from its gate, without its record: it begins anew, and both attempts are booked.
      const [third] = runsOf(world, three ?? "");
      forgotten = third?.id ?? 0;
      await rerun(world, third?.id ?? 0, "rerun");
      expect(requestsFor(world, "three")).toBe(2 + TURNS);
      expect(await booked(world, number, "three")).toEqual([
        { run: third?.id, turns: 2 + TURNS, paid: true },
      ]);
      expect((await world.requirement(number)).open).toBe(false);
    },
    LIMIT,
  );
});

/** Starts node with the time of `clock`, and everything else as it is. */
function spawnAt(clock: ReturnType<typeof movableClock>): Spawn {
  return (file, args, options) => {
    const ahead = clock.now().getTime() - Date.now();
    const shift = `const now = Date.now; Date.now = () => now() + ${ahead};
      globalThis.Date = class extends Date { constructor(...of) { of.length === 0 ? super(Date.now()) : super(...of); } };`;
    const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(shift)}`;
    return spawn(file, [...args], { ...options, env: { ...options.env, NODE_OPTIONS } });
  };
}

describe("an agent that was cancelled, and then put off by its provider", () => {
  test(
    `goes on when the sweep finds that the time has come (${verifies("resume.next-run", "resume.deferred")})`,
    async () => {
      const clock = movableClock();
      const marks = await openMarks();
      let requests = 0;
      let busyAt = 0;
      const front = await startGate(() => {
        requests += 1;
        return requests === busyAt;
      });
      world = await openWorld({
        clock,
        spawn: spawnAt(clock),
        scenario: tinyScenario([{ key: "one" }], [marks.entry("one", "sleep 120")]),
        settings: ({ url }) => {
          front.target = url;
          return { variables: { NIGHTSHIFT_BASE_URL: front.url } };
        },
      });
      await marks.set("one");
      const number = await world.require("one small file");
      await until("the command runs", async () => marks.isTaken("one"));
      const codeRuns = () => runsOf(world, "code · feature");
      await cancel(world, codeRuns()[0]?.id ?? 0);
      expect(codeRuns().map(({ conclusion }) => conclusion)).toEqual(["cancelled"]);

      // The next run goes on with the cancelled one; its first request is put off for an hour.
      busyAt = requests + 1;
      await world.sweep();
      expect(codeRuns().map(({ conclusion }) => conclusion)).toEqual(["cancelled", "failure"]);
      const [, later] = codeRuns();
      expect(logs(world, later?.id ?? 0, "agent")).toContain("2 turns are paid");

      for (const [minutes, runs] of [
        [50, 2],
        [50, 3],
      ] as const) {
        clock.add(minutes * 60_000);
        await world.local.runner.dispatchDue();
        await world.rest();
        expect([minutes, codeRuns().length]).toEqual([minutes, runs]);
      }
      expect(requestsFor(world, "one")).toBe(TURNS);
      const [first, , last] = codeRuns();
      expect((await booked(world, number, "one")).filter(({ turns }) => turns > 0)).toEqual([
        { run: first?.id, turns: 2, paid: true },
        { run: last?.id, turns: 2, paid: true },
      ]);
      expect((await world.requirement(number)).open).toBe(false);
      expect(await world.git("show", "main:features/one.log")).toBe("begin\nend");
    },
    LIMIT,
  );
});
