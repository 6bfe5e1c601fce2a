/** GPT, and every server that speaks the Responses API, by OpenAI's SDK. Nothing is stored at the provider. */
import { createHash } from "node:crypto";
import OpenAI from "openai";
import { type AdapterOptions, type Answer, type Call, nearestEffort, portOf } from "../adapter.ts";
import { findFacts } from "../facts.ts";
import type { ModelPort, ModelRequest } from "../port.ts";
import { reasonsByName } from "./facts.ts";
import { explain, policyStop } from "./failures.ts";
import { fromOutput, fromStop, fromUsage, PROVIDER, toInput, toTools } from "./messages.ts";

const BASE_URL = "https://api.openai.com/v1";
/** The API refuses a smaller limit. */
const LEAST_OUTPUT = 16;

type Output = OpenAI.Responses.ResponseOutputItem;
type End = OpenAI.Responses.Response;

/** Connects one model; no request is made yet. */
export function connect(options: AdapterOptions): ModelPort {
  const { model } = options;

  async function ask(call: Call): Promise<Answer> {
    const events = await clientFor(options, call).responses.create(paramsOf(call.request, model), {
      signal: call.signal,
    });
    const finished = new Map<number, Output>();
    let end: End | undefined;
    for await (const event of events) {
      if (event.type === "response.output_item.done") finished.set(event.output_index, event.item);
      if (event.type === "response.completed" || event.type === "response.incomplete") end = event.response;
      if (event.type === "response.failed") end = event.response;
      if (end?.usage) call.count(fromUsage(end.usage));
    }
    if (!end) throw new Error("the stream ended before the answer was complete");
    return answerOf(end, outputOf(end, finished), model);
  }
  return portOf({ provider: PROVIDER, ask, explain }, options);
}

/** The end repeats the whole output; servers that leave it out have sent every item before. */
function outputOf(end: End, finished: ReadonlyMap<number, Output>): readonly Output[] {
  if ((end.output ?? []).length > 0) return end.output;
  return [...finished].sort(([one], [other]) => one - other).map(([, item]) => item);
}

function answerOf(end: End, output: readonly Output[], model: string): Answer {
  const head = { id: end.id, model: end.model ?? model };
  if (end.status !== "failed" && !end.error)
    return { ...head, parts: fromOutput(output, model), stop: fromStop(end, output) };
  const { code, message } = end.error ?? { code: "server_error", message: "the answer failed" };
  const stop = policyStop(code);
  if (stop) return { ...head, parts: [], stop };
  throw new OpenAI.APIError(undefined, { code, message }, undefined, undefined);
}

/** A client per call, because its fetch belongs to that call. Key and address never come from the environment. */
function clientFor({ apiKey, baseUrl = BASE_URL }: AdapterOptions, { fetch, callMs }: Call): OpenAI {
  return new OpenAI({
    apiKey,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    baseURL: baseUrl,
    maxRetries: 0,
    timeout: callMs,
    logLevel: "off",
    fetch,
  });
}

function paramsOf(request: ModelRequest, model: string): OpenAI.Responses.ResponseCreateParamsStreaming {
  const facts = findFacts(`${PROVIDER}:${model}`);
  const reasons = facts?.reasons ?? reasonsByName(model);
  const effort = nearestEffort(request.effort, facts?.efforts ?? (reasons ? ["low", "medium", "high"] : []));
  const most = Math.min(request.maxOutputTokens, facts?.maxOutput ?? request.maxOutputTokens);
  return {
    model,
    stream: true,
    store: false,
    instructions: request.system,
    tools: toTools(request.tools),
    input: toInput(request.messages, model),
    max_output_tokens: Math.max(LEAST_OUTPUT, most),
    prompt_cache_key: cacheKeyOf(request),
    ...(reasons ? { include: ["reasoning.encrypted_content"] } : {}),
    ...(effort ? { reasoning: { effort } } : {}),
  };
}

/** Requests of one conversation share it, so that they reach the server that holds their prefix. */
function cacheKeyOf({ system, tools, messages }: ModelRequest): string {
  return createHash("sha256")
    .update(JSON.stringify([system, tools, messages[0]]))
    .digest("hex")
    .slice(0, 32);
}
