/** What a run may use at most. */
import type { AgentDefinition } from "./definition.ts";
import type { StopCause } from "./result.ts";

export interface Limits {
  turns: number;
  wallMs: number;
  /** US dollars; null = not limited by money. */
  usd: number | null;
  /** US dollars that conversations at the same time have spent of the same money since these limits were set. */
  spentBeside?: () => number;
  /** All tokens of all calls; null = only when the price is unknown, then a million for each dollar. */
  tokens: number | null;
  /** Tokens of one answer. */
  outputTokens: number;
}

export type LimitCause = Extract<
  StopCause,
  "max_turns" | "deadline" | "budget_usd" | "budget_tokens" | "context_exhausted"
>;

/** How much a growing amount has grown since now. */
export function sinceNow(amount: () => number): () => number {
  const before = amount();
  return () => amount() - before;
}

const DEFAULT_OUTPUT_TOKENS = 16_000;

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
