/** What a run is booked for: nothing is lost and nothing counted twice, whatever it goes on with. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSpending } from "../../src/agents/spending.ts";
import { bookedWith, once } from "../../src/domain/money.ts";
import { RunCost } from "../../src/domain/state-block.ts";

const amount = (turns: number) => ({ usd: turns, turns, tokens: turns * 100 });
const cost = (run: number, turns: number): RunCost => ({
  run,
  agent: "code",
  mode: "implement",
  ...amount(turns),
});
const usage = (turns: number) => ({
  input: turns * 90,
  output: turns * 10,
  cacheRead: 0,
  cacheWrite5m: 0,
  cacheWrite1h: 0,
  reasoning: 0,
});

let temp: string;
beforeAll(async () => {
  temp = await mkdtemp(join(tmpdir(), "nightshift-spending-"));
});
afterAll(() => rm(temp, { recursive: true, force: true }));

type Amount = ReturnType<typeof amount>;
interface Row {
  what: string;
  /** An earlier run that may be gone on with is booked for that many turns. */
  booked?: number;
  /** The state on GitHub has this very run with that many. */
  spent?: number;
  /** An earlier attempt of this run told of that many. */
  attempt?: number;
  /** Turns that each conversation took over, and its turns at the end. */
  conversations: [carried: number, turns: number][];
  /** Turns that the run is booked for. */
  told: number;
  /** Turns that count against the limit of one more conversation, which begins afresh. */
  used: number;
}

/** One turn is one dollar and a hundred tokens. */
const ROWS: Row[] = [
  { what: "one conversation", conversations: [[0, 3]], told: 3, used: 3 },
  {
    what: "two",
    conversations: [
      [0, 3],
      [0, 2],
    ],
    told: 5,
    used: 5,
  },
  { what: "it goes on with a run that is not booked", booked: 0, conversations: [[2, 4]], told: 4, used: 4 },
  { what: "it goes on with a run that is booked", booked: 2, conversations: [[2, 4]], told: 2, used: 4 },
  {
    what: "the earlier run is booked for less than it left",
    booked: 2,
    conversations: [[3, 4]],
    told: 2,
    used: 4,
  },
  {
    what: "the earlier run is booked for more than it left",
    booked: 5,
    conversations: [[3, 4]],
    told: 1,
    used: 4,
  },
  { what: "the earlier run cannot be gone on with", booked: 2, conversations: [[0, 4]], told: 4, used: 4 },
  {
    what: "of two conversations of an earlier run only one is gone on with",
    booked: 5,
    conversations: [
      [3, 3],
      [0, 4],
    ],
    told: 4,
    used: 7,
  },
  { what: "all jobs are run again, afresh", spent: 2, conversations: [[0, 4]], told: 6, used: 4 },
  {
    what: "all jobs are run again, and it goes on",
    spent: 2,
    booked: 2,
    conversations: [[2, 4]],
    told: 4,
    used: 4,
  },
  {
    what: "failed jobs are run again, and it goes on",
    attempt: 2,
    conversations: [[2, 4]],
    told: 4,
    used: 4,
  },
  {
    what: "the attempt left a turn that it did not tell of",
    attempt: 2,
    conversations: [[3, 4]],
    told: 4,
    used: 4,
  },
  { what: "failed jobs are run again, afresh", attempt: 2, conversations: [[0, 4]], told: 6, used: 6 },
  {
    what: "failed jobs are run again, of a run that went on with another",
    attempt: 3,
    booked: 2,
    conversations: [[5, 6]],
    told: 4,
    used: 6,
  },
  {
    what: "failed jobs are run again after all were",
    spent: 2,
    attempt: 3,
    conversations: [[0, 4]],
    told: 7,
    used: 5,
  },
  {
    what: "an attempt that asked nothing keeps what was spent",
    attempt: 2,
    conversations: [],
    told: 2,
    used: 2,
  },
];

describe("a run is booked once for each turn that it paid", () => {
  test.each(ROWS)("$what", async ({ booked, spent, attempt, conversations, told, used }) => {
    const facts = { runId: 7, temp };
    const job = { now: () => new Date("2026-11-22T10:00:00Z") };
    const order = {
      mode: "implement" as const,
      ...(booked === undefined ? {} : { resume: { run: 5, artifact: 9, booked: amount(booked) } }),
      ...(spent === undefined ? {} : { spent: amount(spent) }),
    };
    const spending = openSpending(job, facts, order, attempt === undefined ? undefined : cost(7, attempt));
    for (const [carried, turns] of conversations) {
      const conversation = spending.begin();
      conversation.note({
        kind: "started",
        agent: "code",
        mode: "implement",
        model: "m",
        ...(carried > 0 ? { carried: amount(carried) } : {}),
      });
      conversation.note({ kind: "turn", turn: turns, text: "", calls: [], ...spentOf(turns) });
      const atWork = spending.total();
      conversation.end({ usd: turns, turns, usage: usage(turns) });
      expect(spending.total()).toEqual(atWork);
      const left = RunCost.parse(
        JSON.parse(await readFile(join(temp, "nightshift/outcome/cost.json"), "utf8")),
      );
      expect(left).toEqual(atWork);
    }
    expect(spending.total()).toMatchObject(amount(told));
    expect(spending.used(false)).toBe(used);
  });

  const spentOf = (turns: number): Pick<Amount, "usd" | "tokens"> => ({ usd: turns, tokens: turns * 100 });
});

test("a run that goes on names the one before it, also when it is killed before its first turn", async () => {
  const facts = { runId: 7, temp };
  const job = { now: () => new Date("2026-11-22T10:00:00Z") };
  const order = {
    mode: "implement" as const,
    resume: { run: 5, artifact: 9, booked: amount(2) },
  };
  const spending = openSpending(job, facts, order);
  spending
    .begin()
    .note({ kind: "started", agent: "code", mode: "implement", model: "m", carried: amount(2) });
  const left = JSON.parse(await readFile(join(temp, "nightshift/outcome/cost.json"), "utf8"));
  expect(left).toMatchObject({ ...amount(0), after: 5 });
  expect(openSpending(job, facts, order).total().after).toBeUndefined();
});

test("conversations at the same time are told together, and each knows what the others spend", async () => {
  const job = { now: () => new Date("2026-11-22T10:00:00Z") };
  const spending = openSpending(job, { runId: 7, temp }, { mode: "review" });
  const [ended, atWork, silent] = [spending.begin(), spending.begin(), spending.begin()];
  const turn = (number: number) => ({
    kind: "turn" as const,
    turn: number,
    text: "",
    calls: [],
    ...amount(number),
  });
  ended.note(turn(1));
  atWork.note(turn(2));
  ended.end({ usd: 3, turns: 3, usage: usage(3) });
  atWork.note(turn(4));
  expect(spending.total()).toMatchObject(amount(7));
  expect(JSON.parse(await readFile(join(temp, "nightshift/outcome/cost.json"), "utf8"))).toMatchObject(
    amount(7),
  );
  expect(spending.used(false)).toBe(7);
  expect([ended.beside(), atWork.beside(), silent.beside()]).toEqual([4, 3, 7]);
});

test("what a record holds is paid by the run that left it and by those that it went on with", () => {
  const costs = [cost(3, 9), cost(5, 2), { ...cost(6, 0), after: 5 }, { ...cost(7, 3), after: 6 }];
  expect(bookedWith(costs, 7)).toEqual(amount(5));
  expect(bookedWith(costs, 5)).toEqual(amount(2));
  expect(bookedWith(costs, 4)).toEqual(amount(0));
  expect(bookedWith([{ ...cost(7, 3), after: 7 }], 7)).toEqual(amount(3));
});

test("a run is counted once, with the most that was told of it", () => {
  expect(once([cost(7, 2), cost(8, 1), cost(7, 4), cost(7, 0)])).toEqual([cost(7, 4), cost(8, 1)]);
});
