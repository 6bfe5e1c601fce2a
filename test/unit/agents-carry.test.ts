/** When two heads make the very same change: what a verdict and approvals go over by. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { changeKey } from "../../src/agents/merge/carry.ts";
import { type Entry, openWorkshop, type Workshop } from "./git-support.ts";

type Files = Readonly<Record<string, Entry>>;

const LINES = Array.from({ length: 30 }, (_, at) => `line ${at}`).join("\n");
const START: Files = { "a.py": `${LINES}\n`, "b.txt": "b\n", "run.sh": "go\n" };
const CHANGED: Files = {
  ...START,
  "a.py": `${LINES}\nif done:\n    stop()\n`,
  "new.bin": Buffer.from([0, 1, 2]),
};

let shop: Workshop;
let base: string;
let moved: string;
let wanted: string;
beforeAll(async () => {
  shop = await openWorkshop();
  base = await shop.commit(START);
  moved = await shop.commit({ ...START, "b.txt": "b, moved\n", "a.py": `first\n${LINES}\n` }, [base]);
  wanted = await changeKey(shop.git, base, await shop.commit(CHANGED, [base]));
});
afterAll(() => shop.close());

const onMoved = (change: Files): Files => ({
  ...CHANGED,
  "b.txt": "b, moved\n",
  "a.py": `first\n${LINES}\nif done:\n    stop()\n`,
  ...change,
});

test("put onto a base that moved: the same, though every line has another number", async () => {
  const rebased = await shop.commit(onMoved({}), [moved]);
  expect(await changeKey(shop.git, moved, rebased)).toBe(wanted);
});

test("merged with the base by a person: the same", async () => {
  const head = await shop.commit(CHANGED, [base]);
  const merge = await shop.commit(onMoved({}), [head, moved]);
  expect(await changeKey(shop.git, moved, merge)).toBe(wanted);
});

test.each<[string, Files]>([
  ["an indentation", { "a.py": `first\n${LINES}\nif done:\n  stop()\n` }],
  ["a line more", { "a.py": `first\n${LINES}\nif done:\n    stop()\n    evil()\n` }],
  ["a byte of a binary file", { "new.bin": Buffer.from([0, 1, 3]) }],
  ["a mode", { "run.sh": { executable: "go\n" } }],
  ["the newline at the end", { "a.py": `first\n${LINES}\nif done:\n    stop()` }],
  ["a file more", { "c.txt": "" }],
  ["a merge that smuggles into a file of the base", { "b.txt": "b, moved and more\n" }],
])("not the same: %s", async (_what, change) => {
  const head = await shop.commit(CHANGED, [base]);
  for (const parents of [[moved], [head, moved]]) {
    const other = await shop.commit(onMoved(change), parents);
    expect(await changeKey(shop.git, moved, other)).not.toBe(wanted);
  }
});

test("a head without a common past is the same as none", async () => {
  const stranger = await shop.commit(CHANGED);
  expect(await changeKey(shop.git, base, stranger)).toBe(`unrelated ${stranger}`);
});
