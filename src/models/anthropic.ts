/** Claude, by Anthropic's SDK. Always streams; retries, budgets and time limits are ours. */
import Anthropic from "@anthropic-ai/sdk";
import { toModelError } from "./anthropic-errors.ts";
import {
  fromContent,
  fromStop,
  fromUsage,
  PROVIDER,
  toMessages,
  toSystem,
  toTools,
} from "./anthropic-messages.ts";
import { findFacts, type ModelFacts } from "./facts.ts";
import { ModelError, type ModelPort, type ModelRequest, type ModelTurn, type Usage } from "./port.ts";
import { startWatchdog, WATCHDOG_TIMES, type Watchdog, type WatchdogTimes } from "./watchdog.ts";

const BASE_URL = "https://api.anthropic.com";

export interface AnthropicOptions {
  model: string;
  apiKey: string;
  baseUrl?: string | undefined;
  fetch?: typeof fetch | undefined;
  clock?: (() => Date) | undefined;
  times?: Partial<WatchdogTimes> | undefined;
}

/** Connects one Claude model; no request is made yet. */
export function connectAnthropic(options: AnthropicOptions): ModelPort {
  const clock = options.clock ?? (() => new Date());
  const times = { ...WATCHDOG_TIMES, ...options.times };
  const id = `${PROVIDER}:${options.model}`;
  const facts = findFacts(id);

  async function generate(request: ModelRequest): Promise<ModelTurn> {
    const watchdog = startWatchdog(request.signal, times);
    const started = clock().getTime();
    let usage: Usage | undefined;
    try {
      const stream = clientFor(options, watchdog, times).messages.stream(
        paramsOf(request, options.model, facts),
        {
          signal: watchdog.signal,
        },
      );
      stream.on("streamEvent", (_event, snapshot) => {
        usage = fromUsage(snapshot.usage);
      });
      const message = await stream.finalMessage();
      return {
        id: message.id,
        model: message.model,
        parts: fromContent(message.content, options.model),
        stop: fromStop(message.stop_reason),
        usage: fromUsage(message.usage),
        requestId: stream.request_id ?? null,
        ms: clock().getTime() - started,
      };
    } catch (error) {
      const verdict = request.signal.aborted ? undefined : watchdog.verdict();
      throw verdict
        ? new ModelError(verdict.kind, verdict.message, { usage, cause: error })
        : toModelError(error, clock(), usage);
    } finally {
      watchdog.stop();
    }
  }
  return { id, generate };
}

/** A client per call, because its fetch feeds the watchdog of that call. Key and address never come from the environment. */
function clientFor(options: AnthropicOptions, watchdog: Watchdog, times: WatchdogTimes): Anthropic {
  return new Anthropic({
    apiKey: options.apiKey,
    authToken: null,
    baseURL: options.baseUrl ?? BASE_URL,
    maxRetries: 0,
    timeout: times.callMs,
    logLevel: "off",
    fetch: watchedFetch(options.fetch ?? fetch, watchdog),
  });
}

/** Tells the watchdog of every chunk, also of pings that the SDK swallows; a redirect would carry the key elsewhere. */
function watchedFetch(send: typeof fetch, watchdog: Watchdog): typeof fetch {
  return async (input, init) => {
    const response = await send(input, { ...init, redirect: "error" });
    watchdog.touch();
    if (!response.body) return response;
    const watched = response.body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          watchdog.touch();
          controller.enqueue(chunk);
        },
      }),
    );
    return new Response(watched, response);
  };
}

function paramsOf(
  request: ModelRequest,
  model: string,
  facts: ModelFacts | undefined,
): Anthropic.Messages.MessageStreamParams {
  const effort = request.effort && facts?.efforts.includes(request.effort) ? request.effort : undefined;
  return {
    model,
    max_tokens: Math.min(request.maxOutputTokens, facts?.maxOutput ?? request.maxOutputTokens),
    system: toSystem(request),
    tools: toTools(request.tools),
    messages: toMessages(request.messages),
    ...(facts?.adaptiveThinking ? { thinking: { type: "adaptive" } } : {}),
    ...(effort ? { output_config: { effort } } : {}),
  };
}
