/** What the adapters share: one watched call that is never retried and ends as a turn or as a `ModelError`. */
import type { Provider } from "../domain/provider.ts";
import { type Failure, toModelError } from "./failure.ts";
import {
  type Effort,
  ModelError,
  type ModelPort,
  type ModelRequest,
  type ModelTurn,
  NO_USAGE,
  type Usage,
} from "./port.ts";
import { startWatchdog, WATCHDOG_TIMES, type Watchdog, type WatchdogTimes } from "./watchdog.ts";

export interface AdapterOptions {
  /** As the provider names it. */
  model: string;
  apiKey: string;
  /** Default: the provider's own address. */
  baseUrl?: string | undefined;
  fetch?: typeof fetch | undefined;
  clock?: (() => Date) | undefined;
  times?: Partial<WatchdogTimes> | undefined;
}

/** One call, as an adapter makes it. */
export interface Call {
  request: ModelRequest;
  /** For the SDK: feeds the watchdog with every chunk, and follows no redirect. */
  fetch: typeof fetch;
  signal: AbortSignal;
  /** Milliseconds after which the call is cut anyway; no SDK may cut it earlier. */
  callMs: number;
  /** Takes what the provider has counted so far: it costs, also when the call fails afterwards. */
  count(usage: Usage): void;
}

export type Answer = Pick<ModelTurn, "id" | "model" | "parts" | "stop" | "cacheMiss">;

export interface Adapter {
  provider: Provider;
  /** Makes exactly one request, and reads its stream to the end. */
  ask(call: Call): Promise<Answer>;
  /** Reads an error of the SDK; undefined when it is no answer of the provider, so that the connection failed. */
  explain(thrown: unknown): Failure | undefined;
}

/** The port of one model behind an adapter; no request is made yet. */
export function portOf(adapter: Adapter, options: AdapterOptions): ModelPort {
  const clock = options.clock ?? (() => new Date());
  const times = { ...WATCHDOG_TIMES, ...options.times };

  async function generate(request: ModelRequest): Promise<ModelTurn> {
    const watchdog = startWatchdog(request.signal, times);
    const wire = watchedFetch(options.fetch ?? fetch, watchdog);
    const started = clock().getTime();
    let usage: Usage | undefined;
    try {
      const answer = await adapter.ask({
        request,
        fetch: wire.fetch,
        signal: watchdog.signal,
        callMs: times.callMs,
        count: (counted) => {
          usage = counted;
        },
      });
      const ms = clock().getTime() - started;
      return { ...answer, usage: usage ?? NO_USAGE, requestId: requestIdOf(wire.headers()) ?? null, ms };
    } catch (error) {
      if (request.signal.aborted) throw new ModelError("aborted", "The model call was aborted.", { usage });
      const verdict = watchdog.verdict();
      if (verdict) throw new ModelError(verdict.kind, verdict.message, { usage });
      const headers = wire.headers();
      throw toModelError(adapter.explain(error), error, {
        provider: adapter.provider,
        apiKey: options.apiKey,
        headers,
        requestId: requestIdOf(headers),
        usage,
        now: clock(),
      });
    } finally {
      watchdog.stop();
    }
  }
  return { id: `${adapter.provider}:${options.model}`, generate };
}

function requestIdOf(headers: Headers | undefined): string | undefined {
  return headers?.get("request-id") ?? headers?.get("x-request-id") ?? undefined;
}

/** Tells the watchdog of every chunk, also of pings that an SDK swallows; a redirect would carry the key elsewhere. */
function watchedFetch(send: typeof fetch, watchdog: Watchdog) {
  let headers: Headers | undefined;
  const watched: typeof fetch = async (input, init) => {
    const response = await send(input, { ...init, redirect: "error" });
    headers = response.headers;
    watchdog.touch();
    if (!response.body) return response;
    const body = response.body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          watchdog.touch();
          controller.enqueue(chunk);
        },
      }),
    );
    return new Response(body, response);
  };
  return { fetch: watched, headers: () => headers };
}

const EFFORTS: readonly Effort[] = ["low", "medium", "high", "xhigh", "max"];

/** The highest effort that the model has and that is not above the wanted one, else its lowest. */
export function nearestEffort(wanted: Effort | undefined, known: readonly Effort[]): Effort | undefined {
  if (wanted === undefined) return undefined;
  const allowed = EFFORTS.slice(0, EFFORTS.indexOf(wanted) + 1);
  return allowed.findLast((effort) => known.includes(effort)) ?? known[0];
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Input of a call as the object that providers want; a call that was no valid JSON keeps its text. */
export function objectInput(input: unknown): Record<string, unknown> {
  return isRecord(input) ? input : { arguments: input };
}
