/** Answers of the Messages API: one message, or the same message as a stream of events. */
import type { Answer } from "../player.ts";
import { chunks, digest } from "../render.ts";
import type { MessagesRequest } from "./request.ts";
import { type Usage, usageOf } from "./usage.ts";

const TEXT_CHUNK = 80;
const JSON_CHUNK = 1024;

type TextBlock = { type: "text"; text: string; citations: null };
type ToolUseBlock = { type: "tool_use"; id: string; name: string; input: object; caller: { type: "direct" } };
type Block = TextBlock | ToolUseBlock;

/** One server-sent event; its name on the wire is `type`. */
export type StreamEvent = { type: string; [key: string]: unknown };

/** The message object, as a request without `stream` gets it. Ids depend on nothing but the request. */
export function messageOf(request: MessagesRequest, answer: Answer) {
  const seed = JSON.stringify([request.model, request.messages]);
  return {
    id: `msg_${digest(seed)}`,
    type: "message" as const,
    role: "assistant" as const,
    model: request.model,
    content: blocksOf(answer, seed),
    container: null,
    diagnostics: null,
    stop_reason: answer.stop,
    stop_sequence: null,
    stop_details: null,
    usage: wireUsage(usageOf(request, answer)),
  };
}

/** The events of a stream, in the order of the real service. */
export function* eventsOf(request: MessagesRequest, answer: Answer): Generator<StreamEvent> {
  const { content, stop_reason, stop_sequence, stop_details, usage, ...head } = messageOf(request, answer);
  const opening = { ...head, content: [], stop_reason: null, stop_sequence, stop_details };
  yield { type: "message_start", message: { ...opening, usage: { ...usage, output_tokens: 1 } } };
  for (const [index, block] of content.entries()) {
    yield { type: "content_block_start", index, content_block: emptied(block) };
    if (index === 0) yield { type: "ping" };
    for (const delta of deltasOf(block)) yield { type: "content_block_delta", index, delta };
    yield { type: "content_block_stop", index };
  }
  const { input_tokens, cache_read_input_tokens, cache_creation_input_tokens, output_tokens } = usage;
  yield {
    type: "message_delta",
    delta: { stop_reason, stop_sequence, stop_details, container: null },
    usage: { input_tokens, cache_read_input_tokens, cache_creation_input_tokens, output_tokens },
  };
  yield { type: "message_stop" };
}

/** One event as it goes over the wire. */
export function renderEvent(event: StreamEvent): string {
  return `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}

function blocksOf(answer: Answer, seed: string): Block[] {
  const text: Block[] = answer.text ? [{ type: "text", text: answer.text, citations: null }] : [];
  const calls = answer.calls.map(({ name, input }, index): Block => {
    const id = `toolu_${digest(`${seed}${index}`)}`;
    return { type: "tool_use", id, name, input, caller: { type: "direct" } };
  });
  return [...text, ...calls];
}

function emptied(block: Block): Block {
  return block.type === "text" ? { ...block, text: "" } : { ...block, input: {} };
}

function deltasOf(block: Block): object[] {
  if (block.type === "text")
    return chunks(block.text, TEXT_CHUNK).map((text) => ({ type: "text_delta", text }));
  const json = JSON.stringify(block.input);
  return ["", ...chunks(json, JSON_CHUNK)].map((partial_json) => ({
    type: "input_json_delta",
    partial_json,
  }));
}

function wireUsage(usage: Usage) {
  return {
    ...usage,
    cache_creation: {
      ephemeral_5m_input_tokens: usage.cache_creation_input_tokens,
      ephemeral_1h_input_tokens: 0,
    },
    inference_geo: null,
    output_tokens_details: null,
    server_tool_use: null,
    service_tier: "standard" as const,
    speed: "standard" as const,
  };
}
