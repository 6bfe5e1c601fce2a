/** The shape of what we know of a model. Prices are US dollars per million tokens, standard tier. */
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
  /** True when the model thinks before it answers, and takes an effort. */
  reasons: boolean;
  efforts: readonly Effort[];
  prices: readonly PriceList[];
}

export const MILLION = 1_000_000;

/** One price list for all days. */
export function always(...tiers: readonly PriceTier[]): readonly PriceList[] {
  return [{ from: null, until: null, tiers }];
}

/** One list until a day (exclusive), another one from it. */
export function changing(
  day: string,
  before: readonly PriceTier[],
  after: readonly PriceTier[],
): readonly PriceList[] {
  return [
    { from: null, until: day, tiers: before },
    { from: day, until: null, tiers: after },
  ];
}
