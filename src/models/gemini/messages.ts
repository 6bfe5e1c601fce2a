/** Our messages as contents of the Gemini API, and its pieces as ours. */
import type { Content, GenerateContentResponseUsageMetadata, Part as Piece, Tool } from "@google/genai";
import { isRecord, objectInput } from "../adapter.ts";
import type { ModelMessage, Part, StopReason, ToolSpec, Usage } from "../port.ts";

export const PROVIDER = "gemini" as const;

/** Google's word for calls that the model did not make itself; models from 3 on refuse a call without a signature. */
const FOREIGN_SIGNATURE = "skip_thought_signature_validator";

export function toTools(tools: readonly ToolSpec[]): Tool {
  return {
    functionDeclarations: tools.map(({ name, description, schema }) => ({
      name,
      description,
      parametersJsonSchema: schema,
    })),
  };
}

export function toContents(messages: readonly ModelMessage[], model: string): Content[] {
  const names = new Map<string, string>();
  for (const part of messages.flatMap(({ parts }) => parts))
    if (part.kind === "call") names.set(part.id, part.name);
  return messages
    .map(({ role, parts }) =>
      role === "user"
        ? { role, parts: parts.flatMap((part) => fromPerson(part, names)) }
        : { role: "model", parts: fromModel(parts, model) },
    )
    .filter(({ parts }) => parts.length > 0);
}

function fromPerson(part: Part, names: ReadonlyMap<string, string>): Piece[] {
  if (part.kind === "text") return [{ text: part.text }];
  if (part.kind !== "result") return [];
  const { id, content } = part;
  const response = part.isError ? { error: content } : { output: content };
  return [{ functionResponse: { id, name: names.get(id) ?? "unknown", response } }];
}

/**
 * A signature stands as an opaque part before what it signs, or for an empty text of its own. Only the model that made
 * it can read it.
 */
function fromModel(parts: readonly Part[], model: string): Piece[] {
  let signature: Partial<Signature> = {};
  const pieces = parts.flatMap((part): Piece[] => {
    if (part.kind === "opaque") {
      if (part.provider !== PROVIDER || part.model !== model || !isSignature(part.data)) return [];
      if (part.data.text !== undefined) return [part.data];
      signature = part.data;
      return [];
    }
    const signed = signature;
    signature = {};
    if (part.kind === "text") return [{ text: part.text, ...signed }];
    if (part.kind !== "call") return [];
    const { id, name, input } = part;
    return [{ functionCall: { id, name, args: objectInput(input) }, ...signed }];
  });
  return signFirstCall(pieces, model);
}

function signFirstCall(pieces: readonly Piece[], model: string): Piece[] {
  const first = pieces.findIndex(({ functionCall }) => functionCall);
  return pieces.map((piece, index) =>
    index === first && !piece.thoughtSignature && /^gemini-(?:[3-9]|\d\d)/.test(model)
      ? { ...piece, thoughtSignature: FOREIGN_SIGNATURE }
      : piece,
  );
}

interface Signature {
  thoughtSignature: string;
  /** Present when it signs no other piece. */
  text?: "";
}

function isSignature(data: unknown): data is Signature {
  return isRecord(data) && typeof data.thoughtSignature === "string";
}

/** Neighbouring pieces of text are one text, but what is signed stays as it came. Summaries of thoughts are left out. */
export function joinPieces(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (piece.thought) continue;
    if (isPlainText(piece) && last && isPlainText(last))
      whole[whole.length - 1] = { text: `${last.text}${piece.text}` };
    else whole.push(piece);
  }
  return whole;
}

function isPlainText({ text, functionCall, thoughtSignature }: Piece): boolean {
  return typeof text === "string" && !functionCall && !thoughtSignature;
}

/** `answer` names the answer, for calls that come without an id of their own. */
export function fromParts(pieces: readonly Piece[], model: string, answer: string): Part[] {
  return pieces.flatMap((piece, index): Part[] => {
    const { thoughtSignature, functionCall, text } = piece;
    const data = text || functionCall ? { thoughtSignature } : { thoughtSignature, text: "" };
    const signature: Part[] = thoughtSignature ? [{ kind: "opaque", provider: PROVIDER, model, data }] : [];
    if (functionCall) {
      const { id = `${answer}_${index}`, name = "", args = {} } = functionCall;
      return [...signature, { kind: "call", id, name, input: args }];
    }
    return text ? [...signature, { kind: "text", text }] : signature;
  });
}

const WITHHELD = /SAFETY|RECITATION|BLOCKLIST|PROHIBITED_CONTENT|SPII/;
const BROKEN_CALLS = /MALFORMED|UNEXPECTED_TOOL_CALL|TOO_MANY_TOOL_CALLS/;

/** Calls that the provider itself found broken are left out; then nothing runs, and the model is asked again. */
export function usable(parts: readonly Part[], finish: string): Part[] {
  return parts.filter(({ kind }) => kind !== "call" || !BROKEN_CALLS.test(finish));
}

/** Unknown reasons end the turn: the loop then asks what is meant. */
export function fromStop(finish: string, parts: readonly Part[]): StopReason {
  if (finish === "MAX_TOKENS" || finish === "CONTINUATION") return "max_tokens";
  if (WITHHELD.test(finish)) return "content_filter";
  return parts.some(({ kind }) => kind === "call") ? "tool_use" : "end_turn";
}

/** The wire's prompt contains what was read from the cache, and its candidates exclude the thoughts. */
export function fromUsage(usage: GenerateContentResponseUsageMetadata): Usage {
  const cacheRead = usage.cachedContentTokenCount ?? 0;
  const prompt = (usage.promptTokenCount ?? 0) + (usage.toolUsePromptTokenCount ?? 0);
  const reasoning = usage.thoughtsTokenCount ?? 0;
  return {
    input: Math.max(0, prompt - cacheRead),
    cacheRead,
    cacheWrite5m: 0,
    cacheWrite1h: 0,
    output: (usage.candidatesTokenCount ?? 0) + reasoning,
    reasoning,
  };
}
