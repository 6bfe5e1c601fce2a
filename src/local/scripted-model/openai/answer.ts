/** Answers of the Responses API: one response, or the same response as a stream of events. */
import type { Answer } from "../player.ts";
import { answerTokens, chunks, digest, tokens } from "../render.ts";
import { isOfModel, type ResponsesRequest, sealOf } from "./request.ts";

const TEXT_CHUNK = 80;
const JSON_CHUNK = 1024;

type Piece = { type: "output_text"; text: string; annotations: [] } | { type: "refusal"; refusal: string };
type Item =
  | { id: string; type: "reasoning"; summary: []; encrypted_content: string }
  | { id: string; type: "message"; role: "assistant"; status: "completed"; content: [Piece] }
  | {
      id: string;
      type: "function_call";
      call_id: string;
      name: string;
      arguments: string;
      status: "completed";
    };

/** One server-sent event; its name on the wire is `type`. */
export type StreamEvent = { type: string; [key: string]: unknown };

/** The response object, as a request without `stream` gets it. Ids depend on nothing but the request. */
export function responseOf(request: ResponsesRequest, answer: Answer) {
  const seed = JSON.stringify([request.model, request.input]);
  const isCut = answer.stop === "max_tokens";
  return {
    id: `resp_${digest(seed)}`,
    object: "response",
    created_at: 0,
    model: request.model,
    status: isCut ? "incomplete" : "completed",
    error: null,
    incomplete_details: isCut ? { reason: "max_output_tokens" } : null,
    output: itemsOf(request, answer, seed),
    usage: usageOf(request, answer),
  };
}

/** The events of a stream, in the order of the real service. */
export function* eventsOf(request: ResponsesRequest, answer: Answer): Generator<StreamEvent> {
  let sequence_number = 0;
  for (const event of unnumbered(request, answer)) yield { ...event, sequence_number: sequence_number++ };
}

function* unnumbered(request: ResponsesRequest, answer: Answer): Generator<StreamEvent> {
  const response = responseOf(request, answer);
  const begun = { ...response, status: "in_progress", output: [], usage: null, incomplete_details: null };
  yield { type: "response.created", response: begun };
  yield { type: "response.in_progress", response: begun };
  for (const [output_index, item] of response.output.entries()) {
    yield { type: "response.output_item.added", output_index, item: emptied(item) };
    yield* deltasOf(item, output_index);
    yield { type: "response.output_item.done", output_index, item };
  }
  yield { type: `response.${response.status}`, response };
}

function* deltasOf(item: Item, output_index: number): Generator<StreamEvent> {
  const at = { item_id: item.id, output_index };
  if (item.type === "function_call") {
    const type = "response.function_call_arguments";
    for (const delta of chunks(item.arguments, JSON_CHUNK)) yield { type: `${type}.delta`, ...at, delta };
    yield { type: `${type}.done`, ...at, name: item.name, arguments: item.arguments };
  }
  if (item.type !== "message") return;
  const [part] = item.content;
  const inside = { ...at, content_index: 0 };
  const isText = part.type === "output_text";
  const [type, text] = isText ? ["response.output_text", part.text] : ["response.refusal", part.refusal];
  yield {
    type: "response.content_part.added",
    ...inside,
    part: isText ? { ...part, text: "" } : { ...part, refusal: "" },
  };
  for (const delta of chunks(text, TEXT_CHUNK)) yield { type: `${type}.delta`, ...inside, delta };
  yield { type: `${type}.done`, ...inside, ...(isText ? { text } : { refusal: text }) };
  yield { type: "response.content_part.done", ...inside, part };
}

/** One event as it goes over the wire. */
export function renderEvent(event: StreamEvent): string {
  return `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}

function itemsOf(request: ResponsesRequest, answer: Answer, seed: string): Item[] {
  const items: Item[] = [];
  const reasoning = `rs_${digest(seed)}`;
  if (request.include?.includes("reasoning.encrypted_content"))
    items.push({ id: reasoning, type: "reasoning", summary: [], encrypted_content: sealOf(reasoning) });
  const { text } = answer;
  if (text !== undefined) {
    const said: Piece =
      answer.stop === "refusal"
        ? { type: "refusal", refusal: text }
        : { type: "output_text", text, annotations: [] };
    items.push({
      id: `msg_${digest(seed)}`,
      type: "message",
      role: "assistant",
      status: "completed",
      content: [said],
    });
  }
  for (const [index, { name, input }] of answer.calls.entries()) {
    const id = digest(`${seed}${index}`);
    const args = JSON.stringify(input);
    items.push({
      id: `fc_${id}`,
      type: "function_call",
      call_id: `call_${id}`,
      name,
      arguments: args,
      status: "completed",
    });
  }
  return items;
}

function emptied(item: Item): object {
  if (item.type === "function_call") return { ...item, arguments: "", status: "in_progress" };
  return item.type === "message" ? { ...item, content: [], status: "in_progress" } : item;
}

/** With a cache key a request reads what the request of the turn before it held, and writes the rest. */
function usageOf(request: ResponsesRequest, answer: Answer) {
  const { input, instructions, tools = [], prompt_cache_key } = request;
  const textBefore = (end: number) => JSON.stringify([tools, instructions ?? "", input.slice(0, end)]);
  const total = tokens(textBefore(input.length));
  const last = input.findLastIndex((item, at) => isOfModel(item) && !isOfModel(input[at - 1]));
  const cached_tokens = prompt_cache_key && last >= 0 ? tokens(textBefore(last)) : 0;
  const output_tokens = answerTokens(answer);
  return {
    input_tokens: total,
    input_tokens_details: {
      cached_tokens,
      cache_write_tokens: prompt_cache_key ? total - cached_tokens : 0,
    },
    output_tokens,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: total + output_tokens,
  };
}
