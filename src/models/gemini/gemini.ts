/** Gemini, by Google's SDK. Always streams; what it says arrives in pieces that are put together here. */
import { type GenerateContentConfig, GoogleGenAI, ThinkingLevel } from "@google/genai";
import { type AdapterOptions, type Answer, type Call, nearestEffort, portOf } from "../adapter.ts";
import { findFacts } from "../facts.ts";
import type { Effort, ModelPort, ModelRequest } from "../port.ts";
import { explain } from "./failures.ts";
import {
  fromParts,
  fromStop,
  fromUsage,
  joinPieces,
  PROVIDER,
  toContents,
  toTools,
  usable,
} from "./messages.ts";

const BASE_URL = "https://generativelanguage.googleapis.com";

const LEVELS: Readonly<Partial<Record<Effort, ThinkingLevel>>> = {
  low: ThinkingLevel.LOW,
  medium: ThinkingLevel.MEDIUM,
  high: ThinkingLevel.HIGH,
};

/** Connects one Gemini model; no request is made yet. */
export function connect(options: AdapterOptions): ModelPort {
  const { model } = options;

  async function ask(call: Call): Promise<Answer> {
    const stream = await clientFor(options, call).models.generateContentStream({
      model,
      contents: toContents(call.request.messages, model),
      config: configOf(call.request, model, call.signal),
    });
    const pieces = [];
    let [id, version]: (string | undefined)[] = [];
    let end: string | undefined;
    for await (const { candidates, usageMetadata, promptFeedback, responseId, modelVersion } of stream) {
      if (usageMetadata) call.count(fromUsage(usageMetadata));
      [id, version] = [responseId ?? id, modelVersion ?? version];
      const [first] = candidates ?? [];
      pieces.push(...(first?.content?.parts ?? []));
      if (promptFeedback?.blockReason) end = "SAFETY";
      end = first?.finishReason ?? end;
    }
    if (end === undefined) throw new Error("the stream ended before the answer was complete");
    const name = id ?? `answer_${call.request.messages.length}`;
    const parts = usable(fromParts(joinPieces(pieces), model, name), end);
    return { id: name, model: version ?? model, parts, stop: fromStop(end, parts) };
  }
  return portOf({ provider: PROVIDER, ask, explain }, options);
}

/** A client per call, because its fetch belongs to that call. Key and address never come from the environment. */
function clientFor({ apiKey, baseUrl = BASE_URL }: AdapterOptions, { fetch }: Call): GoogleGenAI {
  return new GoogleGenAI({
    vertexai: false,
    apiKey,
    apiVersion: "v1beta",
    httpOptions: { baseUrl, fetch },
  });
}

/** Summaries of the thoughts are asked for as a sign of life: without them a thinking model is silent. */
function configOf(request: ModelRequest, model: string, abortSignal: AbortSignal): GenerateContentConfig {
  const facts = findFacts(`${PROVIDER}:${model}`);
  const level = LEVELS[nearestEffort(request.effort, facts?.efforts ?? []) ?? "max"];
  return {
    abortSignal,
    systemInstruction: request.system,
    ...(request.tools.length > 0 ? { tools: [toTools(request.tools)] } : {}),
    maxOutputTokens: Math.min(request.maxOutputTokens, facts?.maxOutput ?? request.maxOutputTokens),
    ...(facts?.reasons
      ? { thinkingConfig: { includeThoughts: true, ...(level ? { thinkingLevel: level } : {}) } }
      : {}),
  };
}
