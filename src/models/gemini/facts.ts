/** Gemini, as of 2026-11-22, from Google's model and price pages. */
import { changing, MILLION, type ModelFacts, type PriceTier } from "../model-facts.ts";

const GEMINI = {
  window: MILLION,
  maxOutput: 65_000,
  reasons: true,
  efforts: ["low", "medium", "high"],
} as const;

/** What the provider caches by itself costs nothing to write. */
function tier(input: number, cacheRead: number, output: number): PriceTier {
  return { upToPromptTokens: null, input, output, cacheRead, cacheWrite5m: input, cacheWrite1h: input };
}

const LARGE = changing("2026-12-01", [tier(2, 0.1, 10)], [tier(4, 0.2, 20)]);

export const GEMINI_FACTS: readonly ModelFacts[] = [
  { id: "gemini:gemini-4-argon", ...GEMINI, prices: LARGE },
  { id: "gemini:gemini-4-carbon", ...GEMINI, prices: LARGE },
  {
    id: "gemini:gemini-3.8-flash",
    ...GEMINI,
    prices: changing("2027-01-01", [tier(0.75, 0.075, 3.75)], [tier(1.5, 0.15, 7.5)]),
  },
];
