/** Requests of the OpenAI Responses API: shape, and the rules of the real service that a client can break. */
import { z } from "zod";
import { Refusal } from "../errors.ts";
import type { Conversation } from "../player.ts";
import { digest } from "../render.ts";

const Content = z.union([z.string(), z.array(z.looseObject({ text: z.string().optional() }))]);

const Message = z.looseObject({
  type: z.literal("message").optional(),
  role: z.enum(["user", "assistant", "system", "developer"]),
  content: Content,
});
const FunctionCall = z.looseObject({
  type: z.literal("function_call"),
  call_id: z.string().min(1).max(64),
  name: z.string(),
  arguments: z.string(),
});
const FunctionOutput = z.looseObject({
  type: z.literal("function_call_output"),
  call_id: z.string(),
  output: Content,
});
const Reasoning = z.looseObject({
  type: z.literal("reasoning"),
  id: z.string(),
  encrypted_content: z.string().nullish(),
});
const Item = z.union([FunctionCall, FunctionOutput, Reasoning, Message]);
export type Item = z.infer<typeof Item>;

/** The request body, as far as an answer depends on it. */
export const ResponsesRequest = z.looseObject({
  model: z.string().min(1),
  input: z.union([z.string().transform((content): Item[] => [{ role: "user", content }]), z.array(Item)]),
  instructions: z.string().nullish(),
  tools: z.array(z.looseObject({ type: z.string() })).optional(),
  max_output_tokens: z.int().min(16).nullish(),
  include: z.array(z.string()).nullish(),
  prompt_cache_key: z.string().max(64).nullish(),
  store: z.boolean().nullish(),
  stream: z.boolean().nullish(),
});
export type ResponsesRequest = z.infer<typeof ResponsesRequest>;

/** Throws a `Refusal` of kind `invalid` with the wording of the real service where it has one. */
export function parseResponsesRequest(body: unknown): ResponsesRequest {
  const result = ResponsesRequest.safeParse(body);
  if (!result.success) throw new Refusal("invalid", z.prettifyError(result.error), { cause: result.error });
  const { input } = result.data;
  checkPairs(input);
  for (const item of input) if (isReasoning(item)) checkReasoning(item);
  return result.data;
}

/** What stands in for the encrypted reasoning: it can be checked like the real one, and tells nothing. */
export function sealOf(id: string): string {
  return `scripted-${digest(id)}`;
}

/** What the player must know of a request. An answer is one run of items that are not of the user. */
export function conversationOf({ instructions, input }: ResponsesRequest): Conversation {
  const opening = input.find((item) => !isOfModel(item));
  return {
    opening: opening ? textOf(opening) : "",
    turn: input.filter((item, at) => isOfModel(item) && !isOfModel(input[at - 1])).length,
    text: [instructions ?? "", ...input.map(textOf)].join("\n"),
  };
}

export function isOfModel(item: Item | undefined): boolean {
  if (item === undefined) return false;
  return "role" in item
    ? item.role === "assistant"
    : item.type === "function_call" || item.type === "reasoning";
}

function isReasoning(item: Item): item is z.infer<typeof Reasoning> {
  return item.type === "reasoning";
}

function textOf(item: Item): string {
  if (FunctionCall.safeParse(item).success) return `${String(item.name)} ${String(item.arguments)}`;
  const content = "output" in item ? item.output : "content" in item ? item.content : "";
  if (typeof content === "string") return content;
  return Array.isArray(content) ? content.map(({ text }) => text ?? "").join("\n") : "";
}

function checkPairs(input: readonly Item[]): void {
  const calls = input.flatMap((item) => (item.type === "function_call" ? String(item.call_id) : []));
  const outputs = input.flatMap((item) => (item.type === "function_call_output" ? String(item.call_id) : []));
  const stray = outputs.find((id, at) => !calls.includes(id) || outputs.indexOf(id) !== at);
  if (stray !== undefined)
    throw new Refusal("invalid", `No tool call found for function call output with call_id ${stray}.`);
  const open = calls.find((id) => !outputs.includes(id));
  if (open !== undefined) throw new Refusal("invalid", `No tool output found for function call ${open}.`);
}

function checkReasoning({ id, encrypted_content }: z.infer<typeof Reasoning>): void {
  if (!encrypted_content)
    throw new Refusal(
      "invalid",
      `Item with id '${id}' not found. Items are not persisted when store is false.`,
    );
  if (encrypted_content !== sealOf(id))
    throw new Refusal("invalid", `The encrypted content for item ${id} could not be verified.`);
}
