/** Our messages as Anthropic's, with cache breakpoints, and Anthropic's answers as ours. */
import type Anthropic from "@anthropic-ai/sdk";
import { objectInput } from "../adapter.ts";
import type { ModelMessage, ModelRequest, Part, StopReason, ToolSpec, Usage } from "../port.ts";

export const PROVIDER = "anthropic" as const;

type Block = Anthropic.Messages.ContentBlockParam;

/** The provider looks 20 blocks back from a breakpoint for what it has; a turn that adds more than this needs a second one. */
const LOOK_BACK = 15;

export function toSystem(request: ModelRequest): Anthropic.Messages.TextBlockParam[] {
  return [{ type: "text", text: request.system, cache_control: { type: "ephemeral", ttl: "1h" } }];
}

export function toTools(tools: readonly ToolSpec[]): Anthropic.Messages.Tool[] {
  return tools.map(({ name, description, schema }, index) => ({
    name,
    description,
    input_schema: { ...schema, type: "object" },
    ...(index === tools.length - 1 ? { cache_control: { type: "ephemeral", ttl: "1h" } } : {}),
  }));
}

/**
 * The last block is a breakpoint. Where the last turn added more blocks than the provider looks back, so is the block that the
 * request before this one ended with: what was cached there is found however much was added.
 */
export function toMessages(messages: readonly ModelMessage[]): Anthropic.Messages.MessageParam[] {
  const wire = messages
    .map(({ role, parts }) => ({ role, content: parts.flatMap(toBlock) }))
    .filter((m) => m.content.length > 0);
  const blocks = wire.flatMap(({ content }) => content);
  const last = lastCacheable(blocks, blocks.length - 1);
  markCached(blocks[last]);
  const answer = wire.findLastIndex(({ role }) => role === "assistant");
  const before = wire.slice(0, Math.max(0, answer)).reduce((sum, { content }) => sum + content.length, 0);
  if (last - before >= LOOK_BACK) markCached(blocks[lastCacheable(blocks, before - 1)]);
  return wire;
}

function toBlock(part: Part): Block[] {
  switch (part.kind) {
    case "text":
      return [{ type: "text", text: part.text }];
    case "call":
      return [{ type: "tool_use", id: callId(part.id), name: part.name, input: objectInput(part.input) }];
    case "result":
      return [
        { type: "tool_result", tool_use_id: callId(part.id), content: part.content, is_error: part.isError },
      ];
    case "opaque":
      return part.provider === PROVIDER && isThinking(part.data) ? [part.data] : [];
  }
}

/** Calls that another provider's model made keep their ids, as far as Anthropic takes them. */
function callId(id: string): string {
  return id.replaceAll(/[^\w-]/g, "_");
}

type Thinking = Anthropic.Messages.ThinkingBlockParam | Anthropic.Messages.RedactedThinkingBlockParam;

function isThinking(data: unknown): data is Thinking {
  return (
    typeof data === "object" &&
    data !== null &&
    "type" in data &&
    (data.type === "thinking" || data.type === "redacted_thinking")
  );
}

function lastCacheable(blocks: readonly Block[], from: number): number {
  let index = from;
  while (index >= 0 && !["text", "tool_use", "tool_result"].includes(blocks[index]?.type ?? "")) index -= 1;
  return index;
}

function markCached(block: Block | undefined): void {
  if (block?.type === "text" || block?.type === "tool_use" || block?.type === "tool_result") {
    block.cache_control = { type: "ephemeral", ttl: "5m" };
  }
}

export function fromContent(content: readonly Anthropic.Messages.ContentBlock[], model: string): Part[] {
  return content.map((block): Part => {
    if (block.type === "text") return { kind: "text", text: block.text };
    if (block.type === "tool_use")
      return { kind: "call", id: block.id, name: block.name, input: block.input };
    return { kind: "opaque", provider: PROVIDER, model, data: block };
  });
}

/** Unknown reasons of the future end the turn: the loop then asks what is meant. */
export function fromStop(reason: string | null): StopReason {
  switch (reason) {
    case "tool_use":
    case "max_tokens":
    case "refusal":
      return reason;
    case "pause_turn":
      return "pause";
    case "model_context_window_exceeded":
      return "context_overflow";
    default:
      return "end_turn";
  }
}

export function fromUsage(usage: Anthropic.Messages.Usage): Usage {
  const written = usage.cache_creation_input_tokens ?? 0;
  const hour = usage.cache_creation?.ephemeral_1h_input_tokens ?? 0;
  return {
    input: usage.input_tokens ?? 0,
    cacheRead: usage.cache_read_input_tokens ?? 0,
    cacheWrite5m: Math.max(0, written - hour),
    cacheWrite1h: hour,
    output: usage.output_tokens ?? 0,
    reasoning: usage.output_tokens_details?.thinking_tokens ?? 0,
  };
}
