/** Claude, as of 2026-11-22, from Anthropic's model and price pages. */
import { always, changing, MILLION, type ModelFacts, type PriceTier } from "../model-facts.ts";

const CLAUDE = {
  window: MILLION,
  maxOutput: 128_000,
  reasons: true,
  efforts: ["low", "medium", "high", "xhigh", "max"],
} as const;

/** Anthropic's usual ratios: a 5 minute write costs 1.25 times the input, a 1 hour write twice, a read a tenth. */
function tier(input: number, output: number, given: Partial<PriceTier> = {}): PriceTier {
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

export const ANTHROPIC_FACTS: readonly ModelFacts[] = [
  {
    id: "anthropic:claude-sonnet-5-5",
    ...CLAUDE,
    prices: changing("2026-10-07", [tier(2, 10)], [tier(2, 10, { cacheRead: 0.1 })]),
  },
  { id: "anthropic:claude-opus-5-5", ...CLAUDE, prices: always(tier(4, 20)) },
  { id: "anthropic:claude-fable-5-1", ...CLAUDE, prices: always(tier(10, 50)) },
  {
    id: "anthropic:claude-haiku-5-5",
    ...CLAUDE,
    prices: always(tier(0.1, 0.5, { upToPromptTokens: 100_000 }), tier(0.5, 2.5)),
  },
];
