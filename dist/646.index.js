export const id = 646;
export const ids = [646];
export const modules = {

/***/ 31646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connectAnthropic: () => (/* binding */ connectAnthropic)
});

// EXTERNAL MODULE: ./node_modules/@anthropic-ai/sdk/client.mjs + 226 modules
var client = __webpack_require__(7766);
// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(49285);
// EXTERNAL MODULE: ./lib/models/port.js
var port = __webpack_require__(19927);
;// CONCATENATED MODULE: ./lib/models/anthropic-errors.js
/** Anthropic's failures as ours. The type in the body decides before the status: errors inside a stream have no status. */



const KIND_OF_TYPE = {
    overloaded_error: "overloaded",
    rate_limit_error: "rate_limit",
    api_error: "server",
    timeout_error: "timeout",
    authentication_error: "auth",
    permission_error: "auth",
    billing_error: "billing",
    not_found_error: "not_found",
    request_too_large: "too_large",
    invalid_request_error: "invalid",
};
const KIND_OF_STATUS = {
    400: "invalid",
    401: "auth",
    402: "billing",
    403: "auth",
    404: "not_found",
    408: "timeout",
    409: "server",
    413: "too_large",
    422: "invalid",
    429: "rate_limit",
    529: "overloaded",
};
/** Anything that a call threw, as a `ModelError`. `now` is used for a `retry-after` that is a date. */
function toModelError(thrown, now, usage) {
    if (thrown instanceof port/* ModelError */.me)
        return thrown;
    if (thrown instanceof client/* Anthropic */.N.APIUserAbortError)
        return new port/* ModelError */.me("aborted", "The model call was aborted.", { usage });
    if (thrown instanceof client/* Anthropic */.N.APIConnectionTimeoutError) {
        return new port/* ModelError */.me("timeout", "The model's provider did not answer in time.", {
            usage,
            cause: thrown,
        });
    }
    if (!(thrown instanceof client/* Anthropic */.N.APIError) || thrown instanceof client/* Anthropic */.N.APIConnectionError) {
        return new port/* ModelError */.me("network", `The connection to the model's provider failed: ${causeOf(thrown)}.`, {
            usage,
            cause: thrown,
        });
    }
    const status = typeof thrown.status === "number" ? thrown.status : undefined;
    const text = thrown.apiMessage ?? thrown.message;
    return new port/* ModelError */.me(kindOf(thrown.type, status, text), `The model's provider answered ${status ?? thrown.type ?? "an error"}: ${text}`, {
        status,
        usage,
        requestId: thrown.requestID ?? undefined,
        retryAfterMs: thrown.headers instanceof Headers ? retryAfter(thrown.headers, now) : undefined,
        cause: thrown,
    });
}
function kindOf(type, status, text) {
    const kind = (type && KIND_OF_TYPE[type]) || (status && KIND_OF_STATUS[status]) || "server";
    if (kind !== "invalid")
        return kind;
    if (/prompt is too long|context (?:window|limit)|exceeds? the (?:maximum|context)/i.test(text))
        return "context_overflow";
    if (/thinking.*(?:prefix|signature|cannot be modified)|prefix.?mismatch/i.test(text))
        return "prefix_mismatch";
    return kind;
}
function retryAfter(headers, now) {
    const ms = Number(headers.get("retry-after-ms") ?? Number.NaN);
    if (Number.isFinite(ms) && ms >= 0)
        return ms;
    const text = headers.get("retry-after");
    if (text === null)
        return undefined;
    const seconds = Number(text);
    if (text.trim() !== "" && Number.isFinite(seconds))
        return Math.max(0, seconds * 1_000);
    const date = Date.parse(text);
    return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime());
}
function causeOf(thrown) {
    const inner = thrown instanceof Error && thrown.cause !== undefined ? thrown.cause : thrown;
    return (0,errors/* messageOf */.bD)(inner).replace(/\.$/, "");
}

;// CONCATENATED MODULE: ./lib/models/anthropic-messages.js
const PROVIDER = "anthropic";
/** Blocks between the moving breakpoint and the one before it; the provider looks 20 blocks back. */
const BREAKPOINT_DISTANCE = 15;
function toSystem(request) {
    return [{ type: "text", text: request.system, cache_control: { type: "ephemeral", ttl: "1h" } }];
}
function toTools(tools) {
    return tools.map(({ name, description, schema }, index) => ({
        name,
        description,
        input_schema: { ...schema, type: "object" },
        ...(index === tools.length - 1 ? { cache_control: { type: "ephemeral", ttl: "1h" } } : {}),
    }));
}
/** Two breakpoints: the last block, and the one about 15 blocks before it. */
function toMessages(messages) {
    const wire = messages
        .map(({ role, parts }) => ({ role, content: parts.flatMap(toBlock) }))
        .filter((m) => m.content.length > 0);
    const blocks = wire.flatMap(({ content }) => content);
    const last = lastCacheable(blocks, blocks.length - 1);
    markCached(blocks[last]);
    markCached(blocks[lastCacheable(blocks, last - BREAKPOINT_DISTANCE)]);
    return wire;
}
function toBlock(part) {
    switch (part.kind) {
        case "text":
            return [{ type: "text", text: part.text }];
        case "call":
            return [{ type: "tool_use", id: part.id, name: part.name, input: part.input }];
        case "result":
            return [{ type: "tool_result", tool_use_id: part.id, content: part.content, is_error: part.isError }];
        case "opaque":
            return part.provider === PROVIDER && isThinking(part.data) ? [part.data] : [];
    }
}
function isThinking(data) {
    return (typeof data === "object" &&
        data !== null &&
        "type" in data &&
        (data.type === "thinking" || data.type === "redacted_thinking"));
}
function lastCacheable(blocks, from) {
    let index = from;
    while (index >= 0 && !["text", "tool_use", "tool_result"].includes(blocks[index]?.type ?? ""))
        index -= 1;
    return index;
}
function markCached(block) {
    if (block?.type === "text" || block?.type === "tool_use" || block?.type === "tool_result") {
        block.cache_control = { type: "ephemeral", ttl: "5m" };
    }
}
function fromContent(content, model) {
    return content.map((block) => {
        if (block.type === "text")
            return { kind: "text", text: block.text };
        if (block.type === "tool_use")
            return { kind: "call", id: block.id, name: block.name, input: block.input };
        return { kind: "opaque", provider: PROVIDER, model, data: block };
    });
}
/** Unknown reasons of the future end the turn: the loop then asks what is meant. */
function fromStop(reason) {
    switch (reason) {
        case "tool_use":
        case "max_tokens":
        case "refusal":
            return reason;
        case "pause_turn":
            return "pause";
        case "model_context_window_exceeded":
            return "context_overflow";
        default:
            return "end_turn";
    }
}
function fromUsage(usage) {
    const written = usage.cache_creation_input_tokens ?? 0;
    const hour = usage.cache_creation?.ephemeral_1h_input_tokens ?? 0;
    return {
        input: usage.input_tokens ?? 0,
        cacheRead: usage.cache_read_input_tokens ?? 0,
        cacheWrite5m: Math.max(0, written - hour),
        cacheWrite1h: hour,
        output: usage.output_tokens ?? 0,
        reasoning: usage.output_tokens_details?.thinking_tokens ?? 0,
    };
}

// EXTERNAL MODULE: ./lib/models/facts.js
var models_facts = __webpack_require__(79905);
;// CONCATENATED MODULE: ./lib/models/watchdog.js
/** Cuts a model call that has gone silent: an SDK timeout covers only the time to the headers. */

const WATCHDOG_TIMES = { firstByteMs: 60_000, idleMs: 60_000, callMs: 900_000 };
/** Starts watching one call; `signal` aborts when the caller aborts or the call is cut. */
function startWatchdog(caller, times) {
    const controller = new AbortController();
    let verdict;
    function cut(error) {
        verdict ??= error;
        controller.abort();
    }
    const seconds = (ms) => `${Math.round(ms / 100) / 10} s`;
    const call = setTimeout(() => cut(new port/* ModelError */.me("timeout", `The model call was cut after ${seconds(times.callMs)}.`)), times.callMs);
    const silence = (ms) => setTimeout(() => cut(new port/* ModelError */.me("stall", `The model was silent for ${seconds(ms)}; the call was cut.`)), ms);
    let idle = silence(times.firstByteMs);
    return {
        signal: AbortSignal.any([caller, controller.signal]),
        touch() {
            clearTimeout(idle);
            idle = silence(times.idleMs);
        },
        verdict: () => verdict,
        stop() {
            clearTimeout(idle);
            clearTimeout(call);
        },
    };
}

;// CONCATENATED MODULE: ./lib/models/anthropic.js
/** Claude, by Anthropic's SDK. Always streams; retries, budgets and time limits are ours. */






const BASE_URL = "https://api.anthropic.com";
/** Connects one Claude model; no request is made yet. */
function connectAnthropic(options) {
    const clock = options.clock ?? (() => new Date());
    const times = { ...WATCHDOG_TIMES, ...options.times };
    const id = `${PROVIDER}:${options.model}`;
    const facts = (0,models_facts/* findFacts */.f)(id);
    async function generate(request) {
        const watchdog = startWatchdog(request.signal, times);
        const started = clock().getTime();
        let usage;
        try {
            const stream = clientFor(options, watchdog, times).messages.stream(paramsOf(request, options.model, facts), {
                signal: watchdog.signal,
            });
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
        }
        catch (error) {
            const verdict = request.signal.aborted ? undefined : watchdog.verdict();
            throw verdict
                ? new port/* ModelError */.me(verdict.kind, verdict.message, { usage, cause: error })
                : toModelError(error, clock(), usage);
        }
        finally {
            watchdog.stop();
        }
    }
    return { id, generate };
}
/** A client per call, because its fetch feeds the watchdog of that call. Key and address never come from the environment. */
function clientFor(options, watchdog, times) {
    return new client/* Anthropic */.N({
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
function watchedFetch(send, watchdog) {
    return async (input, init) => {
        const response = await send(input, { ...init, redirect: "error" });
        watchdog.touch();
        if (!response.body)
            return response;
        const watched = response.body.pipeThrough(new TransformStream({
            transform(chunk, controller) {
                watchdog.touch();
                controller.enqueue(chunk);
            },
        }));
        return new Response(watched, response);
    };
}
function paramsOf(request, model, facts) {
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


/***/ }),

/***/ 19927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hl: () => (/* binding */ promptTokens),
/* harmony export */   me: () => (/* binding */ ModelError),
/* harmony export */   vk: () => (/* binding */ addUsage),
/* harmony export */   yJ: () => (/* binding */ NO_USAGE)
/* harmony export */ });
/** The model port: what the agent runtime asks of any model, and how a model's failure is told. */
const NO_USAGE = {
    input: 0,
    cacheRead: 0,
    cacheWrite5m: 0,
    cacheWrite1h: 0,
    output: 0,
    reasoning: 0,
};
function addUsage(a, b) {
    return {
        input: a.input + b.input,
        cacheRead: a.cacheRead + b.cacheRead,
        cacheWrite5m: a.cacheWrite5m + b.cacheWrite5m,
        cacheWrite1h: a.cacheWrite1h + b.cacheWrite1h,
        output: a.output + b.output,
        reasoning: a.reasoning + b.reasoning,
    };
}
/** Tokens of the prompt of one call, cached or not. */
function promptTokens(usage) {
    return usage.input + usage.cacheRead + usage.cacheWrite5m + usage.cacheWrite1h;
}
const RETRYABLE = new Set([
    "rate_limit",
    "overloaded",
    "server",
    "network",
    "timeout",
    "stall",
]);
/** A failed model call. `kind` decides what happens next, never the text. */
class ModelError extends Error {
    kind;
    retryable;
    retryAfterMs;
    status;
    requestId;
    usage;
    constructor(kind, message, details = {}) {
        super(message, { cause: details.cause });
        this.name = "ModelError";
        this.kind = kind;
        this.retryable = RETRYABLE.has(kind);
        this.retryAfterMs = details.retryAfterMs;
        this.status = details.status;
        this.requestId = details.requestId;
        this.usage = details.usage;
    }
}


/***/ })

};
