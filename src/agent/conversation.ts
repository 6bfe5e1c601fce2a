/**
 * The messages of a run: append-only within an epoch, because providers check that what was sent stays as it was.
 * Whatever must change what was sent begins a new epoch.
 */
import type { ModelMessage, ModelTurn, Part } from "../models/port.ts";
import type { EpochReason, Transcript } from "./transcript.ts";

export interface Conversation {
  readonly messages: readonly ModelMessage[];
  /** How often the messages began anew. */
  readonly epoch: number;
  /** The newest turn of this epoch, by the provider's id. */
  readonly lastTurnId: string | undefined;
  /** Characters that no model turn of this epoch has counted yet, sent or not. */
  uncounted(): number;
  /** Adds to the next user message: results first, words after them. */
  addResult(part: Extract<Part, { kind: "result" }>): void;
  say(text: string): void;
  /** Takes back the words that were not sent yet. */
  takeWords(): string[];
  /** Closes the user message, so that a call can be made. */
  flush(): void;
  /** Records what the model said; `parts` are those that stay in the conversation. */
  record(turn: ModelTurn, parts: readonly Part[], usd: number | null): void;
  /** Takes over the messages of an earlier process; they are on record already. */
  restore(earlier: Restored): void;
  /** Begins a new epoch with the `carried` messages alone; what was added since the last flush is dropped. */
  startEpoch(why: EpochReason, carried?: readonly ModelMessage[]): void;
}

/** What an earlier process left of a conversation. */
export interface Restored {
  messages: readonly ModelMessage[];
  epoch: number;
  /** The newest turn of this epoch; undefined when it has none yet. */
  lastTurnId: string | undefined;
}

export function openConversation(transcript: Transcript): Conversation {
  let messages: ModelMessage[] = [];
  let results: Part[] = [];
  let words: Part[] = [];
  let epoch = 0;
  /** Messages that the provider has counted. */
  let counted = 0;
  let lastTurnId: string | undefined;
  return {
    get messages() {
      return messages;
    },
    get epoch() {
      return epoch;
    },
    get lastTurnId() {
      return lastTurnId;
    },
    uncounted() {
      const parts = messages.slice(counted).flatMap((message) => message.parts);
      return [...parts, ...results, ...words].reduce((sum, part) => sum + sizeOf(part), 0);
    },
    addResult: (part) => void results.push(part),
    say: (text) => void words.push({ kind: "text", text }),
    takeWords() {
      const taken = words.flatMap((part) => (part.kind === "text" ? [part.text] : []));
      words = [];
      return taken;
    },
    flush() {
      const parts = [...results, ...words];
      if (parts.length === 0) return;
      [results, words] = [[], []];
      messages.push({ role: "user", parts });
      transcript.append("msg_user", { parts });
    },
    record(turn, parts, usd) {
      if (parts.length > 0) messages.push({ role: "assistant", parts });
      counted = messages.length;
      lastTurnId = turn.id;
      const { id, model, stop, usage, requestId, ms } = turn;
      transcript.append("model_turn", { id, model, stop, usage, usd, requestId, ms, parts });
    },
    restore(earlier) {
      messages = [...earlier.messages];
      ({ epoch, lastTurnId } = earlier);
      counted = lastTurnId === undefined ? 0 : messages.findLastIndex(({ role }) => role === "assistant") + 1;
    },
    startEpoch(why, carried = []) {
      [messages, results, words] = [[...carried], [], []];
      counted = 0;
      lastTurnId = undefined;
      epoch += 1;
      transcript.startEpoch(why);
      for (const { role, parts } of carried)
        transcript.append(role === "user" ? "msg_user" : "msg_assistant", { parts });
    },
  };
}

/** Characters of a part as it is sent, roughly. */
function sizeOf(part: Part): number {
  switch (part.kind) {
    case "text":
      return part.text.length;
    case "result":
      return part.content.length;
    case "call":
      return part.name.length + JSON.stringify(part.input ?? null).length;
    case "opaque":
      return JSON.stringify(part.data ?? null).length;
  }
}

/** Messages without thinking: what another model, or a provider that no longer accepts it, can take over. */
export function withoutOpaque(messages: readonly ModelMessage[]): ModelMessage[] {
  return messages
    .map(({ role, parts }) => ({ role, parts: parts.filter(({ kind }) => kind !== "opaque") }))
    .filter(({ parts }) => parts.length > 0);
}
