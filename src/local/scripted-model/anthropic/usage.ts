/** Token numbers of the Messages API, from the sizes of request and answer: four characters are one token. */
import type { Answer } from "../player.ts";
import { answerTokens, tokens } from "../render.ts";
import type { MessagesRequest } from "./request.ts";

/** Field names of the wire. `input_tokens` excludes both cache numbers. */
export interface Usage {
  input_tokens: number;
  cache_read_input_tokens: number;
  cache_creation_input_tokens: number;
  output_tokens: number;
}

/**
 * A request with a cache breakpoint reads from the cache what the request of the turn before it held, and writes
 * the rest; a request without one pays everything in full. Known from the request alone, so that a restarted
 * server counts the same.
 */
export function usageOf(request: MessagesRequest, answer: Answer): Usage {
  const total = inputTokens(request);
  const cached = hasBreakpoint(request);
  const read = cached ? prefixTokens(request) : 0;
  return {
    input_tokens: cached ? 0 : total,
    cache_read_input_tokens: read,
    cache_creation_input_tokens: cached ? total - read : 0,
    output_tokens: answerTokens(answer),
  };
}

/** All input tokens of a request, cached or not. */
export function inputTokens(request: MessagesRequest): number {
  return tokens(textBefore(request, request.messages.length));
}

function prefixTokens(request: MessagesRequest): number {
  const last = request.messages.findLastIndex((message) => message.role === "assistant");
  return last < 0 ? 0 : tokens(textBefore(request, last));
}

function textBefore(request: MessagesRequest, end: number): string {
  return JSON.stringify([request.tools ?? [], request.system ?? "", request.messages.slice(0, end)]);
}

function hasBreakpoint(request: MessagesRequest): boolean {
  if (request.cache_control) return true;
  const system = typeof request.system === "string" ? [] : (request.system ?? []);
  const content = request.messages.flatMap((message) =>
    typeof message.content === "string" ? [] : message.content,
  );
  return [...(request.tools ?? []), ...system, ...content].some((block) => block.cache_control);
}
