import { expect, test } from "vitest";
import { MODEL_FACTS } from "../../src/models/facts.ts";
import { ModelError, type ModelTurn, NO_USAGE } from "../../src/models/port.ts";
import { costOf } from "../../src/models/prices.ts";
import { DeferredError, generateWithRetry } from "../../src/models/retry.ts";

const TURN: ModelTurn = {
  id: "m",
  model: "m",
  parts: [],
  stop: "end_turn",
  usage: NO_USAGE,
  requestId: null,
  ms: 0,
};

/** Calls that fail as given and then succeed, on a clock that only sleeping moves. */
function trial(failures: readonly ModelError[], minutes = 60) {
  let now = Date.parse("2026-11-22T10:00:00Z");
  let tries = 0;
  const slept: number[] = [];
  const done = generateWithRetry(
    async () => {
      const failure = failures[tries++];
      if (failure) throw failure;
      return TURN;
    },
    {
      sleep: async (ms) => {
        slept.push(ms);
        now += ms;
      },
      random: () => 1,
      clock: () => new Date(now),
      signal: new AbortController().signal,
      deadline: new Date(now + minutes * 60_000),
    },
  );
  return { done, slept, tries: () => tries };
}

const busy = new ModelError("overloaded", "busy");
const wish = (seconds: number) =>
  new ModelError("rate_limit", "slow down.", { retryAfterMs: seconds * 1_000 });

test("waits twice as long after each failure, and succeeds", async () => {
  const { done, slept } = trial([busy, busy, busy, busy, busy]);
  expect(await done).toBe(TURN);
  expect(slept).toEqual([2_000, 4_000, 8_000, 16_000, 32_000]);
});

test("gives up after six tries", async () => {
  const { done, tries } = trial(Array.from({ length: 9 }, () => busy));
  await expect(done).rejects.toBe(busy);
  expect(tries()).toBe(6);
});

test("sleeps five minutes at most in all", async () => {
  const { done, slept } = trial(Array.from({ length: 9 }, () => wish(110)));
  await expect(done).rejects.toThrow("slow down");
  expect(slept).toEqual([110_000, 110_000]);
});

test("the provider's wish wins over our own delay", async () => {
  const { done, slept } = trial([wish(7)]);
  await done;
  expect(slept).toEqual([7_000]);
});

test("a wish of more than two minutes defers without sleeping", async () => {
  const { done, slept } = trial([wish(121)]);
  await expect(done).rejects.toMatchObject({ resumeAfter: new Date("2026-11-22T10:02:01Z") });
  expect(slept).toEqual([]);
});

test("a wish past the deadline defers", async () => {
  await expect(trial([wish(100)], 1).done).rejects.toBeInstanceOf(DeferredError);
});

test.each(["auth", "billing", "invalid", "not_found", "too_large", "aborted"] as const)(
  "%s is tried once",
  async (kind) => {
    const { done, tries } = trial([new ModelError(kind, "no")]);
    await expect(done).rejects.toThrow("no");
    expect(tries()).toBe(1);
  },
);

test("a call costs by kind of token, size of prompt and day", () => {
  const usage = {
    input: 1_000,
    cacheRead: 10_000,
    cacheWrite5m: 2_000,
    cacheWrite1h: 3_000,
    output: 500,
    reasoning: 400,
  };
  const on = (day: string) => costOf("anthropic:claude-sonnet-5-5", usage, new Date(`${day}T12:00:00Z`));
  expect(on("2026-10-06")).toBeCloseTo((2_000 + 2_000 + 5_000 + 12_000 + 5_000) / 1e6, 12);
  expect(on("2026-10-07")).toBeCloseTo((2_000 + 1_000 + 5_000 + 12_000 + 5_000) / 1e6, 12);
  const haiku = (input: number) =>
    costOf("anthropic:claude-haiku-5-5", { ...NO_USAGE, input }, new Date("2026-11-22"));
  expect([haiku(100_000), haiku(100_001)]).toEqual([0.01, expect.closeTo(0.0500005, 12)]);
  expect(costOf("anthropic:unknown", usage, new Date())).toBeNull();
});

test.each([
  ["openai:gpt-6-sol", 272_000, "2026-11-22", (100_000 * 2 + 172_000 * 0.2 + 1_000 * 10) / 1e6],
  ["openai:gpt-6-sol", 272_001, "2026-11-22", (100_000 * 4 + 172_001 * 0.4 + 1_000 * 15) / 1e6],
  ["gemini:gemini-4-argon", 272_000, "2026-11-30", (100_000 * 2 + 172_000 * 0.1 + 1_000 * 10) / 1e6],
  ["gemini:gemini-4-argon", 272_000, "2026-12-01", (100_000 * 4 + 172_000 * 0.2 + 1_000 * 20) / 1e6],
])("%s with a prompt of %i tokens on %s", (model, prompt, day, usd) => {
  const usage = { ...NO_USAGE, input: 100_000, cacheRead: prompt - 100_000, output: 1_000 };
  expect(costOf(model, usage, new Date(`${day}T23:00:00Z`))).toBeCloseTo(usd, 9);
});

test("every day has exactly one price list, and the last tier takes any prompt", () => {
  for (const { id, prices } of MODEL_FACTS) {
    for (const [index, list] of prices.entries()) {
      expect([id, list.from]).toEqual([id, index === 0 ? null : prices[index - 1]?.until]);
      expect(list.tiers.at(-1)?.upToPromptTokens).toBeNull();
    }
    expect(prices.at(-1)?.until).toBeNull();
  }
});
