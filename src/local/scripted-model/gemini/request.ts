/** Requests of the Gemini API: shape, and the rules of the real service that a client can break. */
import { z } from "zod";
import { Refusal } from "../errors.ts";
import type { Conversation } from "../player.ts";
import { digest } from "../render.ts";

const Part = z.looseObject({
  text: z.string().optional(),
  thoughtSignature: z.string().optional(),
  functionCall: z
    .looseObject({
      id: z.string().optional(),
      name: z.string(),
      args: z.record(z.string(), z.unknown()).optional(),
    })
    .optional(),
  functionResponse: z
    .looseObject({ id: z.string().optional(), name: z.string(), response: z.record(z.string(), z.unknown()) })
    .optional(),
});
type Part = z.infer<typeof Part>;
const Content = z.looseObject({ role: z.enum(["user", "model"]).optional(), parts: z.array(Part).min(1) });
export type Content = z.infer<typeof Content>;

/** The request body, as far as an answer depends on it. */
export const GenerateRequest = z.looseObject({
  contents: z.array(Content).min(1),
  systemInstruction: z.looseObject({ parts: z.array(Part) }).optional(),
  tools: z.array(z.looseObject({})).optional(),
});
export type GenerateRequest = z.infer<typeof GenerateRequest>;

/** Throws a `Refusal` of kind `invalid` with the wording of the real service where it has one. */
export function parseGenerateRequest(body: unknown): GenerateRequest {
  const result = GenerateRequest.safeParse(body);
  if (!result.success) throw new Refusal("invalid", z.prettifyError(result.error), { cause: result.error });
  const { contents } = result.data;
  if (contents.at(-1)?.role === "model")
    throw new Refusal("invalid", "Please ensure that the last content has the role user.");
  contents.forEach((content, at) => {
    checkPairs(content, contents[at + 1]);
    checkSignature(content);
  });
  return result.data;
}

/** What stands in for a signature: it can be checked like the real one, and tells nothing. */
export function signatureOf(callId: string): string {
  return Buffer.from(`scripted-${digest(callId)}`).toString("base64");
}

/** What the player must know of a request. */
export function conversationOf({ contents, systemInstruction }: GenerateRequest): Conversation {
  const opening = contents.find(({ role }) => role !== "model");
  return {
    opening: opening ? textOf(opening.parts) : "",
    turn: contents.filter(({ role }) => role === "model").length,
    text: [textOf(systemInstruction?.parts ?? []), ...contents.map(({ parts }) => textOf(parts))].join("\n"),
  };
}

function textOf(parts: readonly Part[]): string {
  return parts.map(partText).join("\n");
}

function partText({ text, functionCall, functionResponse }: Part): string {
  if (functionCall) return `${functionCall.name} ${JSON.stringify(functionCall.args ?? {})}`;
  if (functionResponse) return Object.values(functionResponse.response).map(String).join("\n");
  return text ?? "";
}

function checkPairs(content: Content, next: Content | undefined): void {
  const calls = content.parts.flatMap(({ functionCall }) => functionCall?.id ?? []);
  const responses = (next?.parts ?? []).flatMap(({ functionResponse }) => functionResponse?.id ?? []);
  if (calls.length === 0 || calls.toSorted().join() === responses.toSorted().join()) return;
  throw new Refusal(
    "invalid",
    "Please ensure that the number of function response parts is equal to the number of function call parts of the function call turn.",
  );
}

/** The first call of an answer is signed, by us or with the word for calls that another model made. */
function checkSignature({ role, parts }: Content): void {
  const first = parts.find(({ functionCall }) => functionCall);
  if (role !== "model" || !first) return;
  const id = first.functionCall?.id ?? "";
  const { thoughtSignature } = first;
  if (thoughtSignature === undefined)
    throw new Refusal("invalid", "Function call is missing a thought_signature in functionCall parts.");
  if (thoughtSignature !== signatureOf(id) && thoughtSignature !== "skip_thought_signature_validator")
    throw new Refusal("invalid", "Thought signature is not valid.");
}
