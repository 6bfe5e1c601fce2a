import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { KnownLine } from "../../src/agent/record/lines.ts";
import { mainRun, messagesOf, readTranscript } from "../../src/agent/record/read.ts";
import { findResumePoint } from "../../src/agent/record/resume-point.ts";
import { openRecordWorld, type Ran, type RecordWorld, SEAL_KEY, TURNS } from "./record-support.ts";

let world: RecordWorld;
let whole: Ran;
let text: string;
let cut = 0;
beforeAll(async () => {
  world = await openRecordWorld();
  const outcome = world.folder("whole");
  await mkdir(outcome);
  whole = await world.run(outcome);
  text = await readFile(join(outcome, "transcript.jsonl"), "utf8");
}, 60_000);
afterAll(() => world.close());

const turnsIn = (lines: readonly KnownLine[]) => lines.filter(({ type }) => type === "model_turn").length;
const ALL = new Set([1, 2, 3, 4]);

/** What a kill after `length` characters leaves on disk. */
async function leave(length: number): Promise<string> {
  cut += 1;
  const folder = world.folder(`cut-${cut}`);
  await cp(world.folder("whole"), folder, { recursive: true });
  await writeFile(join(folder, "transcript.jsonl"), text.slice(0, length));
  return folder;
}

test("the run that is cut does what it should", () => {
  expect([whole.result.status, whole.requests]).toEqual(["done", TURNS.length]);
  expect(whole.files).toEqual({ "one.txt": "uno\n", "log.txt": "two\nthree\n" });
});

describe("any prefix of a transcript", () => {
  test("is read up to its last whole line, and names a place to go on whenever a turn was paid", () => {
    const full = readTranscript(text, [SEAL_KEY]);
    expect(full.unreadable).toBeUndefined();
    for (let length = 0; length <= text.length; length += 61) {
      const { lines, unreadable } = readTranscript(text.slice(0, length), [SEAL_KEY]);
      expect(unreadable).toBeUndefined();
      expect(lines).toEqual(full.lines.slice(0, lines.length));
      const paid = turnsIn(mainRun(lines));
      const point = findResumePoint(lines, ALL);
      if (paid === 0) expect("why" in point).toBe(true);
      else if ("why" in point) throw new Error(`${paid} turns are paid, but: ${point.why}`);
      else expect([turnsIn(mainRun(point.carried)), point.lost]).toEqual([paid, []]);
    }
  });

  test("is gone on with: no turn is paid again, and the end is the same", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: text.length }), async (length) => {
        const folder = await leave(length);
        const paid = turnsIn(mainRun(readTranscript(text.slice(0, length), [SEAL_KEY]).lines));
        const outcome = `${folder}-on`;
        await mkdir(outcome);
        const ran = await world.run(outcome, folder);
        expect(ran.requests).toBe(TURNS.length - paid);
        expect([ran.result.status, ran.result.turns, ran.result.edited]).toEqual([
          "done",
          TURNS.length,
          true,
        ]);
        expect(ran.result.usage).toEqual(whole.result.usage);
        expect(ran.result.commandsRun).toEqual(whole.result.commandsRun);
        expect(ran.files).toEqual(whole.files);
        const again = await readFile(join(outcome, "transcript.jsonl"), "utf8");
        const messages = messagesOf(mainRun(readTranscript(again, [SEAL_KEY]).lines));
        expect(messages).toHaveLength(TURNS.length * 2);
      }),
      { numRuns: 12 },
    );
  }, 180_000);
});

describe("what does not fit starts afresh", () => {
  test.each<[string, (folder: string) => Promise<void>, string]>([
    [
      "a line that was changed",
      async (folder) => writeFile(join(folder, "transcript.jsonl"), text.replace(/\n(.{40})./, "\n$1A")),
      "sealed with another key",
    ],
    [
      "a file that is no transcript",
      async (folder) => writeFile(join(folder, "transcript.jsonl"), "{}\n"),
      "does not begin with its run",
    ],
  ])("%s", async (_name, change, why) => {
    const folder = await leave(text.length);
    await change(folder);
    const outcome = `${folder}-on`;
    await mkdir(outcome);
    const ran = await world.run(outcome, folder);
    expect(ran.log.join()).toContain(why);
    expect([ran.requests, ran.result.status]).toEqual([TURNS.length, "done"]);
  });

  test("without its checkpoints it goes on from the last turn that did not need them, and what is made again is paid again", async () => {
    const folder = await leave(text.length);
    await rm(join(folder, "checkpoints"), { recursive: true });
    const outcome = `${folder}-on`;
    await mkdir(outcome);
    const ran = await world.run(outcome, folder);
    expect(ran.files).toEqual(whole.files);
    expect(ran.requests).toBe(TURNS.length - 2);
    const spent = ran.result.usage.output - whole.result.usage.output;
    expect(spent).toBe((TURNS.length - 2) * 100);
  });
});

test("a run that was done is told again without a request, with what it cost", async () => {
  const folder = await leave(text.length);
  const outcome = `${folder}-on`;
  await mkdir(outcome);
  const ran = await world.run(outcome, folder);
  expect(ran.requests).toBe(0);
  expect(ran.carried).toEqual({ usd: whole.result.usd, turns: TURNS.length, tokens: 7 * 1_100 });
});
