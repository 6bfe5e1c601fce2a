import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mainRun, readTranscript } from "../../src/agent/record/read.ts";
import type { Turn } from "../../src/local/scripted-model/scenario.ts";
import { type AgentWorld, openAgentWorld } from "./agent-process.ts";
import { verifies } from "./requirements.ts";
import { complete } from "./tiny-scenario.ts";

const TURNS = 10;
const LIMIT = 600_000;

let marks: string;
let world: AgentWorld;
beforeAll(async () => {
  marks = await mkdtemp(join(tmpdir(), "nightshift-marks-"));
  world = await openAgentWorld({
    name: "ten-turns",
    entries: [{ when: { agent: "code", mode: "implement" }, turns: tenTurns() }],
  });
});
afterAll(async () => {
  await world.close();
  await rm(marks, { recursive: true, force: true });
});

/** A command that kills the agent in its middle, once, when the mark of its turn is set. */
const step = (turn: number): Turn => ({
  calls: [
    {
      name: "bash",
      input: {
        command: `echo begin ${turn} >> log.txt; if rm ${marks}/${turn} 2>/dev/null; then kill -9 $PPID; sleep 20; fi; echo end ${turn} >> log.txt`,
        description: "a step",
      },
    },
  ],
});

function tenTurns(): Turn[] {
  return [
    { calls: [{ name: "write_file", input: { path: "notes.txt", content: "one\n" } }] },
    step(2),
    { calls: [{ name: "edit_file", input: { path: "notes.txt", edits: [{ old: "one", new: "two" }] } }] },
    step(4),
    step(5),
    { calls: [{ name: "read_file", input: { path: "log.txt" } }] },
    step(7),
    { calls: [{ name: "write_file", input: { path: "notes.txt", content: "three\n" } }] },
    { calls: [{ name: "bash", input: { command: "true", description: "verify" } }] },
    complete("Done.", {
      pull: { title: "Add notes", body: "Adds notes." },
      criteria: [{ criterion: "they exist", evidence: "true" }],
    }),
  ];
}

const LOG = [2, 4, 5, 7].flatMap((turn) => [`+begin ${turn}`, `+end ${turn}`]);

describe(`a run that is killed with -9 is finished by the next process (${verifies("resume.every-turn")})`, () => {
  test.each(Array.from({ length: TURNS }, (_, at) => at + 1))(
    "while request %i is in flight: only that one is paid twice",
    async (turn) => {
      const before = world.requests();
      const first = await world.job(`flight-${turn}`);
      world.killAtRequest(turn);
      expect((await first.run()).killed).toBe(true);
      world.killAtRequest(0);
      const second = await world.job(`flight-${turn}-again`);
      const { log } = await second.run(first);
      await expectFinished(second, log, turn - 1);
      expect(world.requests() - before).toBe(TURNS + 1);
    },
    LIMIT,
  );

  test.each([2, 4, 5, 7])(
    "while the command of turn %i runs: no request is paid twice",
    async (turn) => {
      const before = world.requests();
      const first = await world.job(`command-${turn}`);
      await writeFile(join(marks, String(turn)), "");
      expect((await first.run()).killed).toBe(true);
      const second = await world.job(`command-${turn}-again`);
      const { log } = await second.run(first);
      await expectFinished(second, log, turn);
      expect(world.requests() - before).toBe(TURNS);
    },
    LIMIT,
  );

  test(
    "killed three times on the way, it is finished by the fourth process",
    async () => {
      const before = world.requests();
      let last = await world.job("often-0");
      world.killAtRequest(3);
      await last.run();
      for (const [at, turn] of [5, 7].entries()) {
        world.killAtRequest(0);
        await writeFile(join(marks, String(turn)), "");
        const next = await world.job(`often-${at + 1}`);
        expect((await next.run(last)).killed).toBe(true);
        last = next;
      }
      const end = await world.job("often-end");
      const { log } = await end.run(last);
      await expectFinished(end, log, 7);
      expect(world.requests() - before).toBe(TURNS + 1);
    },
    LIMIT,
  );
});

async function expectFinished(
  job: Awaited<ReturnType<AgentWorld["job"]>>,
  log: string,
  paid: number,
): Promise<void> {
  if (paid > 0) expect(log).toContain(`Goes on with an earlier run for this: ${paid} turns are paid`);
  const outcome = await job.outcome();
  expect([outcome.status, outcome.cost.turns]).toEqual(["done", TURNS]);
  const patch = await job.patch();
  expect(patch.split("\n").filter((line) => /^\+(begin|end) /.test(line))).toEqual(LOG);
  expect(patch).toContain("+three");
  const sealed = await job.transcript();
  expect(sealed).not.toContain("notes.txt");
  const { lines, unreadable } = readTranscript(sealed, [world.key]);
  expect(unreadable).toBeUndefined();
  const turns = mainRun(lines).filter(({ type }) => type === "model_turn");
  expect(turns).toHaveLength(TURNS);
}
