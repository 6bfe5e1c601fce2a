/** How large the next prompt is, and when it is better to begin anew with a summary. */
import { findFacts } from "../models/facts.ts";
import { promptTokens, type Usage } from "../models/port.ts";
import { nextTier } from "../models/prices.ts";
import type { Conversation } from "./conversation.ts";

const CHARS_PER_TOKEN = 3.6;
/** Assumed window of a model that nobody has written down yet. */
const UNKNOWN_WINDOW = 200_000;
const SOFT_SHARE = 0.7;
/** Beyond this, models read carelessly and every turn is dear, however large their window is. */
const SOFT_TOKENS = 140_000;
/** Room below the next price tier. */
const TIER_SHARE = 0.9;
const WINDOW_SHARE = 0.95;

export interface ContextGauge {
  /** Tokens of the next prompt: what the provider counted, and an estimate of what was added since. */
  next(): number;
  /** Takes in what the provider counted for the last turn. */
  count(usage: Usage): void;
  useModel(model: string): void;
  /** Past the soft limit: time for a summary. */
  isFull(): boolean;
  /** The model can still take this prompt and give an answer of so many tokens. */
  fits(answer: number): boolean;
}

/** `fixed` is the size of what every request carries besides the messages, in characters: system prompt and tools. */
export function openGauge(
  conversation: Conversation,
  first: string,
  fixed: number,
  clock: () => Date,
): ContextGauge {
  let model = first;
  let counted: { epoch: number; tokens: number } | undefined;

  const base = () =>
    counted?.epoch === conversation.epoch ? counted.tokens : Math.ceil(fixed / CHARS_PER_TOKEN);
  const next = () => base() + Math.ceil(conversation.uncounted() / CHARS_PER_TOKEN);

  return {
    next,
    count(usage) {
      counted = { epoch: conversation.epoch, tokens: promptTokens(usage) + usage.output };
    },
    useModel(id) {
      model = id;
    },
    isFull: () => next() > softLimit(model, clock()),
    fits: (answer) => next() + answer <= windowOf(model) * WINDOW_SHARE,
  };
}

/** Tokens of a prompt from which on a conversation is summarised. */
export function softLimit(model: string, on: Date): number {
  const tier = nextTier(model, on);
  return Math.min(
    windowOf(model) * SOFT_SHARE,
    SOFT_TOKENS,
    tier === undefined ? SOFT_TOKENS : tier * TIER_SHARE,
  );
}

function windowOf(model: string): number {
  return findFacts(model)?.window ?? UNKNOWN_WINDOW;
}
