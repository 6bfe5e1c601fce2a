/**
 * What we know of models that their interfaces do not tell. A model that is not listed still works: it gets a plain
 * request and a token budget.
 */
import { ANTHROPIC_FACTS } from "./anthropic/facts.ts";
import { GEMINI_FACTS } from "./gemini/facts.ts";
import type { ModelFacts } from "./model-facts.ts";
import { OPENAI_FACTS } from "./openai/facts.ts";

export const MODEL_FACTS: readonly ModelFacts[] = [...ANTHROPIC_FACTS, ...OPENAI_FACTS, ...GEMINI_FACTS];

/** Facts of `provider:model`, or undefined when nobody has written them down yet. */
export function findFacts(id: string): ModelFacts | undefined {
  return MODEL_FACTS.find((facts) => facts.id === id);
}
