/** Answers of the Gemini API: the whole, or the same as a stream of pieces. */
import type { Answer } from "../player.ts";
import { answerTokens, chunks, digest, tokens } from "../render.ts";
import { type GenerateRequest, signatureOf } from "./request.ts";

const TEXT_CHUNK = 80;

const FINISH = { end_turn: "STOP", tool_use: "STOP", max_tokens: "MAX_TOKENS", refusal: "SAFETY" } as const;

/** The answer as one object. Ids depend on nothing but the request. */
export function wholeOf(model: string, request: GenerateRequest, answer: Answer): object {
  const seed = JSON.stringify([model, request.contents]);
  const parts = [...(answer.text ? [{ text: answer.text }] : []), ...callsOf(answer, seed)];
  return pieceOf(parts, FINISH[answer.stop], { model, seed, usageMetadata: usageOf(request, answer) });
}

/** The pieces of a stream, in the order of the real service; only the last one says why it ends. */
export function* piecesOf(model: string, request: GenerateRequest, answer: Answer): Generator<object> {
  const seed = JSON.stringify([model, request.contents]);
  const about = { model, seed, usageMetadata: usageOf(request, answer) };
  for (const text of chunks(answer.text ?? "", TEXT_CHUNK)) yield pieceOf([{ text }], undefined, about);
  for (const call of callsOf(answer, seed)) yield pieceOf([call], undefined, about);
  yield pieceOf([{ text: "" }], FINISH[answer.stop], about);
}

/** One piece as it goes over the wire. */
export function renderPiece(piece: object): string {
  return `data: ${JSON.stringify(piece)}\r\n\r\n`;
}

function callsOf(answer: Answer, seed: string): object[] {
  return answer.calls.map(({ name, input }, index) => {
    const id = `call_${digest(`${seed}${index}`)}`;
    return {
      functionCall: { id, name, args: input },
      ...(index === 0 ? { thoughtSignature: signatureOf(id) } : {}),
    };
  });
}

function pieceOf(
  parts: readonly object[],
  finishReason: string | undefined,
  { model, seed, usageMetadata }: { model: string; seed: string; usageMetadata: object },
): object {
  const content = { role: "model", parts };
  return {
    candidates: [{ content, index: 0, ...(finishReason ? { finishReason } : {}) }],
    usageMetadata,
    modelVersion: model,
    responseId: digest(seed),
  };
}

/** A prefix of the request before it is always in the cache. */
function usageOf(request: GenerateRequest, answer: Answer) {
  const { contents, systemInstruction = {}, tools = [] } = request;
  const textBefore = (end: number) => JSON.stringify([tools, systemInstruction, contents.slice(0, end)]);
  const promptTokenCount = tokens(textBefore(contents.length));
  const last = contents.findLastIndex(({ role }) => role === "model");
  const candidatesTokenCount = answerTokens(answer);
  return {
    promptTokenCount,
    cachedContentTokenCount: last < 0 ? 0 : tokens(textBefore(last)),
    candidatesTokenCount,
    totalTokenCount: promptTokenCount + candidatesTokenCount,
  };
}
