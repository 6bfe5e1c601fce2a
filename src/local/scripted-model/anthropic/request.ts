/** Requests of the Anthropic Messages API: shape, and the rules of the real service that a client can break. */
import { z } from "zod";
import { Refusal } from "../errors.ts";
import type { Conversation } from "../player.ts";

const cacheControl = z.looseObject({ type: z.literal("ephemeral") }).nullish();
const TextBlock = z.looseObject({ type: z.literal("text"), text: z.string(), cache_control: cacheControl });
const Block = z.looseObject({ type: z.string(), cache_control: cacheControl });
const ToolUse = z.looseObject({
  type: z.literal("tool_use"),
  id: z.string(),
  name: z.string(),
  input: z.unknown(),
});
const ToolResult = z.looseObject({
  type: z.literal("tool_result"),
  tool_use_id: z.string(),
  content: z.union([z.string(), z.array(Block)]).optional(),
});
const Message = z.looseObject({
  role: z.enum(["user", "assistant", "system"]),
  content: z.union([z.string(), z.array(Block).min(1)]),
});

/** The request body, as far as an answer depends on it. `max_tokens` is absent when tokens are only counted. */
export const MessagesRequest = z.looseObject({
  model: z.string().min(1),
  max_tokens: z.int().positive().optional(),
  messages: z.array(Message).min(1),
  system: z.union([z.string(), z.array(TextBlock)]).optional(),
  tools: z.array(z.looseObject({ cache_control: cacheControl })).optional(),
  stream: z.boolean().optional(),
  cache_control: cacheControl,
});
export type MessagesRequest = z.infer<typeof MessagesRequest>;
export type Message = z.infer<typeof Message>;

/** Throws a `Refusal` of kind `invalid` with the wording of the real service where it has one. */
export function parseMessagesRequest(body: unknown, needs: { maxTokens: boolean }): MessagesRequest {
  const result = MessagesRequest.safeParse(body);
  if (!result.success) throw new Refusal("invalid", z.prettifyError(result.error), { cause: result.error });
  if (needs.maxTokens && result.data.max_tokens === undefined) {
    throw new Refusal("invalid", "max_tokens: Field required");
  }
  checkOrder(result.data.messages);
  return result.data;
}

/** What the player must know of a request. */
export function conversationOf(request: MessagesRequest): Conversation {
  const opening = request.messages.find((message) => message.role === "user");
  const system =
    typeof request.system === "string" ? request.system : (request.system ?? []).map(textOf).join("\n");
  return {
    opening: opening ? messageText(opening) : "",
    turn: request.messages.filter((message) => message.role === "assistant").length,
    text: [system, ...request.messages.map(messageText)].join("\n"),
  };
}

function messageText(message: Message): string {
  return typeof message.content === "string" ? message.content : message.content.map(textOf).join("\n");
}

function textOf(block: z.infer<typeof Block>): string {
  const text = TextBlock.safeParse(block).data;
  if (text) return text.text;
  const use = ToolUse.safeParse(block).data;
  if (use) return `${use.name} ${JSON.stringify(use.input)}`;
  const content = ToolResult.safeParse(block).data?.content ?? "";
  return typeof content === "string" ? content : content.map(textOf).join("\n");
}

function checkOrder(messages: Message[]): void {
  if (messages[0]?.role === "assistant")
    throw new Refusal("invalid", "messages: first message must use the user role");
  if (messages.at(-1)?.role === "assistant") {
    throw new Refusal(
      "invalid",
      "messages: the last message must be of the user; prefilling an answer is not supported",
    );
  }
  messages.forEach((message, at) => {
    checkPairs(callIds(message), resultIds(messages[at + 1]), at);
    if (at === 0 || message.role === "user") checkResults(resultIds(message), callIds(messages[at - 1]), at);
  });
}

function checkPairs(calls: string[], results: string[], at: number): void {
  const open = calls.filter((id) => !results.includes(id));
  if (open.length === 0) return;
  throw new Refusal(
    "invalid",
    `messages.${at}: \`tool_use\` ids were found without \`tool_result\` blocks immediately after: ${open.join(", ")}. Each \`tool_use\` block must have a corresponding \`tool_result\` block in the next message.`,
  );
}

function checkResults(results: string[], calls: string[], at: number): void {
  const stray = results.find((id, index) => !calls.includes(id) || results.indexOf(id) !== index);
  if (stray === undefined) return;
  throw new Refusal(
    "invalid",
    `messages.${at}: unexpected or repeated \`tool_use_id\` found in \`tool_result\` blocks: ${stray}. Each \`tool_result\` block must have a corresponding \`tool_use\` block in the previous message.`,
  );
}

function callIds(message: Message | undefined): string[] {
  return blocks(message).flatMap((block) => ToolUse.safeParse(block).data?.id ?? []);
}

function resultIds(message: Message | undefined): string[] {
  return blocks(message).flatMap((block) => ToolResult.safeParse(block).data?.tool_use_id ?? []);
}

function blocks(message: Message | undefined): z.infer<typeof Block>[] {
  return message && typeof message.content !== "string" ? message.content : [];
}
