import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openBudget } from "../../src/agent/budget.ts";
import { softLimit } from "../../src/agent/context.ts";
import { sinceNow } from "../../src/agent/limits.ts";
import { NO_USAGE, type Usage } from "../../src/models/port.ts";
import { costOf } from "../../src/models/prices.ts";

const DAY = new Date("2026-11-22T12:00:00Z");
const MODELS = [
  "anthropic:claude-sonnet-5-5",
  "anthropic:claude-opus-5-5",
  "anthropic:claude-haiku-5-5",
  "anthropic:nobody-knows",
];

interface Turn {
  prompt: number;
  cached: number;
  answer: number;
  fails: boolean;
  switchTo: string | undefined;
}

const turns = fc.array(
  fc.record({
    prompt: fc.integer({ min: 100, max: 400_000 }),
    cached: fc.double({ min: 0, max: 1, noNaN: true }),
    answer: fc.double({ min: 0, max: 1, noNaN: true }),
    fails: fc.boolean(),
    switchTo: fc.option(fc.constantFrom(...MODELS), { nil: undefined, freq: 8 }),
  }),
  { minLength: 1, maxLength: 60 },
);

function priceOf(model: string, usage: Usage): number {
  const tokens = usage.input + usage.cacheRead + usage.cacheWrite5m + usage.output;
  return costOf(model, usage, DAY) ?? tokens / 1_000_000;
}

/** Calls as the loop makes them: none once the budget is spent, one grace turn after any other limit. */
function play(limit: number, first: string, script: readonly Turn[]) {
  let model = first;
  let prompt = 0;
  const budget = openBudget({
    limits: { turns: 1_000, wallMs: 1_000_000, usd: limit, tokens: null, outputTokens: 16_000 },
    model,
    clock: () => DAY,
    nextPrompt: () => prompt,
  });
  const costs: number[] = [];
  let grace = false;
  for (const turn of script) {
    if (turn.switchTo) {
      model = turn.switchTo;
      budget.useModel(model);
    }
    const over = budget.reached();
    if (budget.isSpent() || grace) break;
    grace = over !== undefined;
    const read = Math.floor(turn.prompt * turn.cached);
    const usage = {
      ...NO_USAGE,
      cacheRead: read,
      cacheWrite5m: turn.prompt - read,
      output: Math.floor(turn.answer * budget.outputTokens()),
    };
    budget.book(usage);
    costs.push(priceOf(model, usage));
    if (!turn.fails) {
      budget.endTurn();
      prompt = turn.prompt + usage.output;
    }
  }
  return { costs, budget };
}

describe("money", () => {
  test("no run costs more than its budget and the call in flight, whatever the calls cost and whoever answers", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 5, noNaN: true }),
        fc.constantFrom(...MODELS),
        turns,
        (limit, model, script) => {
          const { costs } = play(limit, model, script);
          const beforeLast = costs.slice(0, -1).reduce((sum, cost) => sum + cost, 0);
          expect(beforeLast).toBeLessThan(limit);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("what was booked is what was paid", () => {
    fc.assert(
      fc.property(turns, (script) => {
        const { costs, budget } = play(5, "anthropic:claude-sonnet-5-5", script);
        const paid = costs.reduce((sum, cost) => sum + cost, 0);
        expect(budget.usd ?? paid).toBeCloseTo(paid, 9);
        expect(budget.remainingUsd()).toBeCloseTo(Math.max(0, 5 - paid), 9);
      }),
    );
  });

  test("what others spend of the same money at the same time is gone too, and is theirs", () => {
    let others = 3;
    const budget = openBudget({
      limits: {
        ...{ turns: 99, wallMs: 1_000, usd: 2, tokens: null, outputTokens: 16_000 },
        spentBeside: sinceNow(() => others),
      },
      model: "anthropic:claude-sonnet-5-5",
      clock: () => DAY,
      nextPrompt: () => 0,
    });
    const call = { ...NO_USAGE, input: 100_000 };
    budget.book(call);
    const own = priceOf("anthropic:claude-sonnet-5-5", call);
    expect([budget.usd, budget.remainingUsd(), budget.isSpent()]).toEqual([own, 2 - own, false]);
    others += 1.5;
    expect(budget.usd).toBe(own);
    expect(budget.remainingUsd()).toBeCloseTo(0.5 - own, 9);
    expect(budget.nearsEnd()).toBe((own + 1.5) / 2 >= 0.8);
    others += 0.5;
    expect([budget.isSpent(), budget.reached(), budget.remainingUsd()]).toEqual([true, "budget_usd", 0]);
  });

  test("a run of unknown price has no dollars, but its budget holds at a dollar for each million tokens", () => {
    const budget = openBudget({
      limits: { turns: 9, wallMs: 1_000, usd: 2, tokens: null, outputTokens: 8_000 },
      model: "anthropic:nobody-knows",
      clock: () => DAY,
      nextPrompt: () => 0,
    });
    budget.book({ ...NO_USAGE, input: 1_900_000 });
    expect([budget.usd, budget.isSpent()]).toEqual([null, false]);
    budget.book({ ...NO_USAGE, input: 100_000 });
    expect([budget.usd, budget.isSpent(), budget.reached()]).toEqual([null, true, "budget_tokens"]);
  });
});

test("a conversation is summarised at 70 % of a small window, at 140,000 tokens of a large one, and below the next price tier", () => {
  expect(softLimit("anthropic:claude-sonnet-5-5", DAY)).toBe(140_000);
  expect(softLimit("anthropic:claude-haiku-5-5", DAY)).toBe(90_000);
  expect(softLimit("anthropic:nobody-knows", DAY)).toBe(140_000);
});
