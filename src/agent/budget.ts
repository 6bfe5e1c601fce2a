/** What a run has used of its limits, and what the next call may still cost. */
import { TOKENS_PER_DOLLAR } from "../domain/money.ts";
import { addUsage, NO_USAGE, promptTokens, type Usage } from "../models/port.ts";
import { costOf } from "../models/prices.ts";
import type { LimitCause, Limits } from "./limits.ts";

const NOTICE_AT = 0.8;
/** An answer shorter than this is of no use: the last call that can still have it is the one to end with. */
const LEAST_OUTPUT = 2_000;

export interface Budget {
  /** Books one call of `model` (default: the one in use); failed calls count as soon as the provider counted tokens. */
  book(usage: Usage, model?: string): void;
  endTurn(): void;
  /** From now on this model answers, at its own price. */
  useModel(model: string): void;
  /** The first limit that is reached, or that the next call would break. */
  reached(): LimitCause | undefined;
  /** Money or tokens are gone: not one more call may be made, so that no run costs more than its budget and the call in flight. */
  isSpent(): boolean;
  /** How near the nearest limit is, 0 to 1 and above. */
  share(): number;
  nearsEnd(): boolean;
  expire(): void;
  /** Counts time that an earlier process spent on the run. */
  spendTime(ms: number): void;
  remainingMs(): number;
  /** US dollars that are left; null when the run is not limited by money. */
  remainingUsd(): number | null;
  /** Tokens that the next answer may have without breaking the money limit. */
  outputTokens(): number;
  readonly deadline: Date;
  readonly usage: Usage;
  /** Null as long as every call was one of unknown price. */
  readonly usd: number | null;
  readonly turns: number;
  /** The price of the model in use is known. */
  readonly priceIsKnown: boolean;
}

export interface BudgetOptions {
  limits: Limits;
  /** `provider:model` */
  model: string;
  clock: () => Date;
  /** Tokens that the next prompt will have. */
  nextPrompt: () => number;
  /** Told of every call that is booked, with its model; the budget of a parent. */
  bookToo?: Budget["book"] | undefined;
}

/** Starts counting now. Tokens of a model without a known price count as a dollar for each million, never as nothing. */
export function openBudget({ limits, model: first, clock, nextPrompt, bookToo }: BudgetOptions): Budget {
  let started = clock().getTime();
  let model = first;
  let usage = NO_USAGE;
  let turns = 0;
  let expired = false;
  let known = 0;
  let isPriced = costOf(first, NO_USAGE, clock()) !== null;
  let unpricedTokens = 0;

  const elapsed = () => clock().getTime() - started;
  const priceOf = (call: Usage) => costOf(model, call, clock()) ?? tokensOf(call) / TOKENS_PER_DOLLAR;
  const spent = () => known + unpricedTokens / TOKENS_PER_DOLLAR;
  const gone = () => spent() + (limits.spentBeside?.() ?? 0);
  /** Worst case of the next prompt: nothing of it comes from the cache. */
  const nextPromptUsd = () => priceOf({ ...NO_USAGE, cacheWrite5m: nextPrompt() });

  function affordableOutput(): number {
    if (limits.usd === null) return limits.outputTokens;
    const prompt = nextPrompt();
    const perThousand = priceOf({ ...NO_USAGE, cacheWrite5m: prompt, output: 1_000 }) - nextPromptUsd();
    if (perThousand <= 0) return limits.outputTokens;
    const tokens = Math.floor(((limits.usd - gone() - nextPromptUsd()) / perThousand) * 1_000);
    return Math.min(limits.outputTokens, tokens);
  }
  const leastOutput = Math.min(LEAST_OUTPUT, limits.outputTokens);
  const outOfMoney = () => limits.usd !== null && gone() >= limits.usd;
  const outOfTokens = () => limits.tokens !== null && tokensOf(usage) >= limits.tokens;
  const moneyCause = () => (isPriced ? "budget_usd" : "budget_tokens");

  return {
    get deadline() {
      return new Date(started + limits.wallMs);
    },
    spendTime(ms) {
      started -= ms;
    },
    get usage() {
      return usage;
    },
    get usd() {
      return isPriced ? spent() : null;
    },
    get turns() {
      return turns;
    },
    get priceIsKnown() {
      return costOf(model, NO_USAGE, clock()) !== null;
    },
    book(call, of = model) {
      bookToo?.(call, of);
      usage = addUsage(usage, call);
      const usd = costOf(of, call, clock());
      if (usd === null) unpricedTokens += tokensOf(call);
      else known += usd;
      isPriced ||= usd !== null && tokensOf(call) > 0;
    },
    endTurn() {
      turns += 1;
    },
    useModel(next) {
      model = next;
      // Nothing was paid yet: the run is one of the new model, whose price may be unknown.
      if (tokensOf(usage) === 0) isPriced = costOf(next, NO_USAGE, clock()) !== null;
    },
    reached() {
      if (outOfMoney()) return moneyCause();
      if (outOfTokens()) return "budget_tokens";
      if (turns >= limits.turns) return "max_turns";
      if (expired || elapsed() >= limits.wallMs) return "deadline";
      if (affordableOutput() < 2 * leastOutput && turns > 0) return moneyCause();
      return undefined;
    },
    isSpent: () => outOfMoney() || outOfTokens(),
    share: () =>
      Math.max(
        turns / limits.turns,
        elapsed() / limits.wallMs,
        limits.usd === null ? 0 : gone() / limits.usd,
        limits.tokens === null ? 0 : tokensOf(usage) / limits.tokens,
      ),
    nearsEnd() {
      return this.share() >= NOTICE_AT;
    },
    expire() {
      expired = true;
    },
    remainingMs: () => Math.max(0, limits.wallMs - elapsed()),
    remainingUsd: () => (limits.usd === null ? null : Math.max(0, limits.usd - gone())),
    outputTokens: () => Math.max(Math.min(1_000, limits.outputTokens), affordableOutput()),
  };
}

function tokensOf(usage: Usage): number {
  return promptTokens(usage) + usage.output;
}
