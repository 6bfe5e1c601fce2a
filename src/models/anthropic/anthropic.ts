/** Claude, by Anthropic's SDK. Always streams; retries, budgets and time limits are ours. */
import Anthropic from "@anthropic-ai/sdk";
import { type AdapterOptions, type Call, nearestEffort, portOf } from "../adapter.ts";
import { findFacts } from "../facts.ts";
import type { ModelFacts } from "../model-facts.ts";
import type { ModelPort, ModelRequest } from "../port.ts";
import { explain } from "./failures.ts";
import { fromContent, fromStop, fromUsage, PROVIDER, toMessages, toSystem, toTools } from "./messages.ts";

const BASE_URL = "https://api.anthropic.com";

/** Connects one Claude model; no request is made yet. */
export function connect(options: AdapterOptions): ModelPort {
  const { model } = options;
  const facts = findFacts(`${PROVIDER}:${model}`);

  async function ask(call: Call) {
    const params = { ...paramsOf(call.request, model, facts), ...diagnosticsOf(call.request, options) };
    const stream = clientFor(options, call).messages.stream(params, { signal: call.signal });
    stream.on("streamEvent", (_event, snapshot) => call.count(fromUsage(snapshot.usage)));
    const message = await stream.finalMessage();
    call.count(fromUsage(message.usage));
    const missed = message.diagnostics?.cache_miss_reason?.type;
    return {
      id: message.id,
      model: message.model,
      parts: fromContent(message.content, model),
      stop: fromStop(message.stop_reason),
      ...(missed === undefined ? {} : { cacheMiss: missed }),
    };
  }
  return portOf({ provider: PROVIDER, ask, explain }, options);
}

/** A client per call, because its fetch belongs to that call. Key and address never come from the environment. */
function clientFor({ apiKey, baseUrl = BASE_URL }: AdapterOptions, { fetch, callMs }: Call): Anthropic {
  return new Anthropic({
    apiKey,
    authToken: null,
    baseURL: baseUrl,
    maxRetries: 0,
    timeout: callMs,
    logLevel: "off",
    fetch,
  });
}

/** Asks why the cache did not serve, of Anthropic's own service alone: others that speak its API may refuse what they do not know. */
function diagnosticsOf({ previousId }: ModelRequest, { baseUrl }: AdapterOptions) {
  return baseUrl === undefined ? { diagnostics: { previous_message_id: previousId ?? null } } : {};
}

function paramsOf(
  request: ModelRequest,
  model: string,
  facts: ModelFacts | undefined,
): Anthropic.Messages.MessageStreamParams {
  const effort = nearestEffort(request.effort, facts?.efforts ?? []);
  return {
    model,
    max_tokens: Math.min(request.maxOutputTokens, facts?.maxOutput ?? request.maxOutputTokens),
    system: toSystem(request),
    tools: toTools(request.tools),
    messages: toMessages(request.messages),
    ...(facts?.reasons ? { thinking: { type: "adaptive" } } : {}),
    ...(effort ? { output_config: { effort } } : {}),
  };
}
