/** How much a run may spend, and how near it is to the end of it. */
import { findFacts } from "../models/facts.ts";
import { addUsage, NO_USAGE, promptTokens, type Usage } from "../models/port.ts";
import { costOf } from "../models/prices.ts";
import type { AgentDefinition } from "./definition.ts";
import type { StopCause } from "./result.ts";

export interface Limits {
  turns: number;
  wallMs: number;
  /** US dollars; null = not limited by money. */
  usd: number | null;
  /** All tokens of all calls; null = only when the price is unknown, then a million for each dollar. */
  tokens: number | null;
  /** Tokens of one answer. */
  outputTokens: number;
}

const DEFAULT_OUTPUT_TOKENS = 16_000;
const TOKENS_PER_DOLLAR = 1_000_000;
/** Assumed window of a model that nobody has written down yet. */
const UNKNOWN_WINDOW = 200_000;
const WINDOW_SHARE = 0.9;
const NOTICE_AT = 0.8;

/** The limits that a definition asks for. */
export function limitsOf(definition: AgentDefinition): Limits {
  return {
    turns: definition.max_turns,
    wallMs: definition.timeout_mins * 60_000,
    usd: definition.budget_usd,
    tokens: null,
    outputTokens: definition.output_tokens ?? DEFAULT_OUTPUT_TOKENS,
  };
}

export type LimitCause = Extract<
  StopCause,
  "max_turns" | "deadline" | "budget_usd" | "budget_tokens" | "context_exhausted"
>;

export interface Budget {
  /** Books one call; failed calls count as soon as the provider counted tokens. */
  book(usage: Usage): void;
  /** Counts a turn; its usage tells how large the next prompt is at least. */
  endTurn(usage: Usage): void;
  /** The first limit that is reached, or that the next call would break. */
  reached(): LimitCause | undefined;
  /** How near the nearest limit is, 0 to 1 and above. */
  share(): number;
  nearsEnd(): boolean;
  expire(): void;
  remainingMs(): number;
  /** Tokens that the next answer may have without breaking the money limit. */
  outputTokens(): number;
  readonly deadline: Date;
  readonly usage: Usage;
  readonly usd: number | null;
  readonly turns: number;
  readonly priceIsKnown: boolean;
}

/** Starts counting now. */
export function openBudget(limits: Limits, model: string, clock: () => Date): Budget {
  const started = clock().getTime();
  const window = findFacts(model)?.window ?? UNKNOWN_WINDOW;
  const mostPrompt = window * WINDOW_SHARE - limits.outputTokens;
  const priceIsKnown = costOf(model, NO_USAGE, clock()) !== null;
  const tokenLimit =
    limits.tokens ?? (priceIsKnown || limits.usd === null ? null : limits.usd * TOKENS_PER_DOLLAR);
  let usage = NO_USAGE;
  let usd = priceIsKnown ? 0 : null;
  let turns = 0;
  let prompt = 0;
  let expired = false;

  const elapsed = () => clock().getTime() - started;
  const priceOf = (call: Usage) => costOf(model, call, clock()) ?? 0;
  /** Worst case of the next prompt: nothing of it comes from the cache. */
  const nextPromptUsd = () => priceOf({ ...NO_USAGE, cacheWrite5m: prompt });

  function affordableOutput(): number {
    const perToken = priceOf({ ...NO_USAGE, cacheWrite5m: prompt, output: 1_000 }) - nextPromptUsd();
    if (usd === null || limits.usd === null || perToken <= 0) return limits.outputTokens;
    const tokens = Math.floor(((limits.usd - usd - nextPromptUsd()) / perToken) * 1_000);
    return Math.min(limits.outputTokens, tokens);
  }
  /** An answer shorter than this is of no use: the last call that can still have it is the one to end with. */
  const leastOutput = Math.min(2_000, limits.outputTokens);

  return {
    deadline: new Date(started + limits.wallMs),
    get usage() {
      return usage;
    },
    get usd() {
      return usd;
    },
    get turns() {
      return turns;
    },
    priceIsKnown,
    book(call) {
      usage = addUsage(usage, call);
      if (usd !== null) usd += priceOf(call);
    },
    endTurn(call) {
      turns += 1;
      prompt = promptTokens(call) + call.output;
    },
    reached() {
      if (turns >= limits.turns) return "max_turns";
      if (expired || elapsed() >= limits.wallMs) return "deadline";
      if (affordableOutput() < 2 * leastOutput && turns > 0) return "budget_usd";
      if (limits.usd !== null && usd !== null && usd >= limits.usd) return "budget_usd";
      if (tokenLimit !== null && promptTokens(usage) + usage.output >= tokenLimit) return "budget_tokens";
      if (prompt > mostPrompt) return "context_exhausted";
      return undefined;
    },
    share: () =>
      Math.max(
        turns / limits.turns,
        elapsed() / limits.wallMs,
        usd !== null && limits.usd !== null ? usd / limits.usd : 0,
        tokenLimit === null ? 0 : (promptTokens(usage) + usage.output) / tokenLimit,
        prompt / mostPrompt,
      ),
    nearsEnd() {
      return this.share() >= NOTICE_AT;
    },
    expire() {
      expired = true;
    },
    remainingMs: () => Math.max(0, limits.wallMs - elapsed()),
    outputTokens: () => Math.max(Math.min(1_000, limits.outputTokens), affordableOutput()),
  };
}
