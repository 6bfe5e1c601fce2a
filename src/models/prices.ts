/** What tokens cost. */
import { findFacts } from "./facts.ts";
import type { PriceTier } from "./model-facts.ts";
import { promptTokens, type Usage } from "./port.ts";

/** US dollars for one call on a day, or null when the price is unknown; an unknown price is never zero. */
export function costOf(model: string, usage: Usage, on: Date): number | null {
  const tier = priceTier(model, promptTokens(usage), on);
  if (!tier) return null;
  return (
    (usage.input * tier.input +
      usage.cacheRead * tier.cacheRead +
      usage.cacheWrite5m * tier.cacheWrite5m +
      usage.cacheWrite1h * tier.cacheWrite1h +
      usage.output * tier.output) /
    1_000_000
  );
}

/** Prices of a model on a day for a prompt of this size. */
export function priceTier(model: string, prompt: number, on: Date): PriceTier | undefined {
  const day = on.toISOString().slice(0, 10);
  const list = findFacts(model)?.prices.find(
    ({ from, until }) => (from === null || from <= day) && (until === null || day < until),
  );
  return list?.tiers.find(({ upToPromptTokens }) => upToPromptTokens === null || prompt <= upToPromptTokens);
}

/** Prompt size above which this model's next tier begins on that day; undefined when every prompt costs the same for each token. */
export function nextTier(model: string, on: Date): number | undefined {
  return priceTier(model, 0, on)?.upToPromptTokens ?? undefined;
}
