/** Our messages as items of the Responses API, and its output as ours. */
import type OpenAI from "openai";
import { isRecord } from "../adapter.ts";
import type { ModelMessage, Part, StopReason, ToolSpec, Usage } from "../port.ts";

export const PROVIDER = "openai" as const;

type Item = OpenAI.Responses.ResponseInputItem;
type Output = OpenAI.Responses.ResponseOutputItem;
type Phase = "commentary" | "final_answer";

export function toTools(tools: readonly ToolSpec[]): OpenAI.Responses.FunctionTool[] {
  return tools.map(({ name, description, schema }) => ({
    type: "function",
    name,
    description,
    parameters: schema,
    strict: false,
  }));
}

/** Reasoning goes back to the model that made it; nobody else could read it. */
export function toInput(messages: readonly ModelMessage[], model: string): Item[] {
  return messages.flatMap(({ role, parts }) =>
    role === "user" ? fromPerson(parts) : fromModel(parts, model),
  );
}

function fromPerson(parts: readonly Part[]): Item[] {
  return parts.flatMap((part): Item[] => {
    if (part.kind === "text") return [{ role: "user", content: part.text }];
    if (part.kind !== "result") return [];
    // The API has no field that tells a failure.
    const output = part.isError ? `Failed: ${part.content}` : part.content;
    return [{ type: "function_call_output", call_id: part.id, output }];
  });
}

function fromModel(parts: readonly Part[], model: string): Item[] {
  let phase: Phase | undefined;
  return parts.flatMap((part): Item[] => {
    if (part.kind === "text") {
      const said: Item = { role: "assistant", content: part.text, ...(phase ? { phase } : {}) };
      phase = undefined;
      return [said];
    }
    if (part.kind === "call")
      return [{ type: "function_call", call_id: part.id, name: part.name, arguments: wording(part.input) }];
    if (part.kind !== "opaque" || part.provider !== PROVIDER || part.model !== model) return [];
    phase = isPhase(part.data) ? part.data.phase : phase;
    return isReasoning(part.data) ? [part.data] : [];
  });
}

/** Arguments that were no JSON stand in the conversation as they were. */
function wording(input: unknown): string {
  return typeof input === "string" ? input : JSON.stringify(input);
}

type Reasoning = OpenAI.Responses.ResponseReasoningItem;

function isReasoning(data: unknown): data is Reasoning {
  return isRecord(data) && data.type === "reasoning";
}

/** Says whether the text after it was a comment or the answer; the provider wants it back. */
function isPhase(data: unknown): data is { type: "phase"; phase: Phase } {
  return isRecord(data) && data.type === "phase";
}

export function fromOutput(output: readonly Output[], model: string): Part[] {
  const opaque = (data: unknown): Part => ({ kind: "opaque", provider: PROVIDER, model, data });
  return output.flatMap((item): Part[] => {
    switch (item.type) {
      case "reasoning":
        return item.encrypted_content ? [opaque(item)] : [];
      case "message": {
        const text = item.content
          .map((each) => (each.type === "refusal" ? each.refusal : each.text))
          .join("");
        if (text === "") return [];
        const phase = item.phase ? [opaque({ type: "phase", phase: item.phase })] : [];
        return [...phase, { kind: "text", text }];
      }
      case "function_call":
        return [{ kind: "call", id: item.call_id, name: item.name, input: inputOf(item.arguments) }];
      default:
        return [];
    }
  });
}

/** No valid JSON stays text: the tool's schema refuses it, and the model reads why. */
function inputOf(text: string): unknown {
  try {
    return text.trim() === "" ? {} : JSON.parse(text);
  } catch {
    return text;
  }
}

export function fromStop(
  { status, incomplete_details }: OpenAI.Responses.Response,
  output: readonly Output[],
): StopReason {
  if (status === "incomplete") {
    const reason = incomplete_details?.reason;
    if (reason === "content_filter") return "content_filter";
    return reason === "max_output_tokens" ? "max_tokens" : "end_turn";
  }
  const isRefused = output.some(
    (item) => item.type === "message" && item.content.some(({ type }) => type === "refusal"),
  );
  if (isRefused) return "refusal";
  return output.some(({ type }) => type === "function_call") ? "tool_use" : "end_turn";
}

/** The wire's input contains what was read from and written to the cache. Servers may leave the details out. */
export function fromUsage(usage: OpenAI.Responses.ResponseUsage): Usage {
  const details: Partial<OpenAI.Responses.ResponseUsage["input_tokens_details"]> =
    usage.input_tokens_details ?? {};
  const cacheRead = details.cached_tokens ?? 0;
  const cacheWrite5m = details.cache_write_tokens ?? 0;
  return {
    input: Math.max(0, (usage.input_tokens ?? 0) - cacheRead - cacheWrite5m),
    cacheRead,
    cacheWrite5m,
    cacheWrite1h: 0,
    output: usage.output_tokens ?? 0,
    reasoning: usage.output_tokens_details?.reasoning_tokens ?? 0,
  };
}
