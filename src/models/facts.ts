/**
 * What we know of models that their interfaces do not tell, as of 2026-11-22, from the vendors' model and price pages.
 * Prices are US dollars per million tokens, standard tier. A model that is not listed still works: it gets a plain
 * request and a token budget.
 */
import type { Effort } from "./port.ts";

/** Prices for prompts of at most `upToPromptTokens` (null = any size); the first tier that fits counts. */
export interface PriceTier {
  upToPromptTokens: number | null;
  input: number;
  output: number;
  cacheRead: number;
  cacheWrite5m: number;
  cacheWrite1h: number;
}

/** Prices valid from a day (inclusive) until a day (exclusive), ISO dates in UTC; null = open. */
export interface PriceList {
  from: string | null;
  until: string | null;
  tiers: readonly PriceTier[];
}

export interface ModelFacts {
  /** `provider:model` */
  id: string;
  /** Tokens of prompt and answer together. */
  window: number;
  maxOutput: number;
  /** True when the model takes `thinking: adaptive` and an effort. */
  adaptiveThinking: boolean;
  efforts: readonly Effort[];
  prices: readonly PriceList[];
}

const MILLION = 1_000_000;
const ALL_EFFORTS: readonly Effort[] = ["low", "medium", "high", "xhigh", "max"];

const CLAUDE = { window: MILLION, maxOutput: 128_000, adaptiveThinking: true, efforts: ALL_EFFORTS } as const;

/** Anthropic's usual ratios: a 5 minute write costs 1.25 times the input, a 1 hour write twice, a read a tenth. */
function anthropicTier(input: number, output: number, given: Partial<PriceTier> = {}): PriceTier {
  return {
    upToPromptTokens: null,
    input,
    output,
    cacheRead: input / 10,
    cacheWrite5m: input * 1.25,
    cacheWrite1h: input * 2,
    ...given,
  };
}

function always(...tiers: readonly PriceTier[]): readonly PriceList[] {
  return [{ from: null, until: null, tiers }];
}

export const MODEL_FACTS: readonly ModelFacts[] = [
  {
    id: "anthropic:claude-sonnet-5-5",
    ...CLAUDE,
    prices: [
      { from: null, until: "2026-10-07", tiers: [anthropicTier(2, 10)] },
      { from: "2026-10-07", until: null, tiers: [anthropicTier(2, 10, { cacheRead: 0.1 })] },
    ],
  },
  { id: "anthropic:claude-opus-5-5", ...CLAUDE, prices: always(anthropicTier(4, 20)) },
  { id: "anthropic:claude-fable-5-1", ...CLAUDE, prices: always(anthropicTier(10, 50)) },
  {
    id: "anthropic:claude-haiku-5-5",
    ...CLAUDE,
    prices: always(anthropicTier(0.1, 0.5, { upToPromptTokens: 100_000 }), anthropicTier(0.5, 2.5)),
  },
];

/** Facts of a model, or undefined when nobody has written them down yet. */
export function findFacts(id: string): ModelFacts | undefined {
  return MODEL_FACTS.find((facts) => facts.id === id);
}
