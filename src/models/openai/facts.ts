/** GPT, as of 2026-11-22, from OpenAI's model and price pages. */
import { always, type ModelFacts, type PriceTier } from "../model-facts.ts";

const GPT = {
  window: 1_050_000,
  maxOutput: 128_000,
  reasons: true,
  efforts: ["low", "medium", "high", "xhigh", "max"],
} as const;

/** Above this prompt the input costs twice, the output one and a half times as much. */
const LONG_PROMPT = 272_000;

/** A write to the cache costs 1.25 times the input, however long it is kept. */
function tiers(input: number, cacheRead: number, output: number): readonly PriceTier[] {
  const tier = (upToPromptTokens: number | null, into: number, outOf: number): PriceTier => ({
    upToPromptTokens,
    input: input * into,
    output: output * outOf,
    cacheRead: cacheRead * into,
    cacheWrite5m: input * into * 1.25,
    cacheWrite1h: input * into * 1.25,
  });
  return [tier(LONG_PROMPT, 1, 1), tier(null, 2, 1.5)];
}

export const OPENAI_FACTS: readonly ModelFacts[] = [
  { id: "openai:gpt-6.1-terra", ...GPT, prices: always(...tiers(1, 0.05, 5)) },
  { id: "openai:gpt-6-sol", ...GPT, prices: always(...tiers(2, 0.2, 10)) },
  { id: "openai:gpt-6-luna", ...GPT, prices: always(...tiers(0.1, 0.01, 0.5)) },
];

/** OpenAI's own families that reason, so that a new member of them is asked in the right way. */
export function reasonsByName(model: string): boolean {
  return /^(?:o\d|gpt-(?:[5-9]|\d\d))/.test(model) && !model.includes("chat");
}
