export const id = 6920;
export const ids = [6920];
export const modules = {

/***/ 41566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u4: () => (/* binding */ isRecord),
  Br: () => (/* binding */ nearestEffort),
  gE: () => (/* binding */ objectInput),
  HM: () => (/* binding */ portOf)
});

// EXTERNAL MODULE: ./lib/models/failure.js
var failure = __webpack_require__(43228);
// EXTERNAL MODULE: ./lib/models/port.js
var port = __webpack_require__(19927);
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

;// CONCATENATED MODULE: ./lib/models/adapter.js



/** The port of one model behind an adapter; no request is made yet. */
function portOf(adapter, options) {
    const clock = options.clock ?? (() => new Date());
    const times = { ...WATCHDOG_TIMES, ...options.times };
    async function generate(request) {
        const watchdog = startWatchdog(request.signal, times);
        const wire = watchedFetch(options.fetch ?? fetch, watchdog);
        const started = clock().getTime();
        let usage;
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
            return { ...answer, usage: usage ?? port/* NO_USAGE */.yJ, requestId: requestIdOf(wire.headers()) ?? null, ms };
        }
        catch (error) {
            if (request.signal.aborted)
                throw new port/* ModelError */.me("aborted", "The model call was aborted.", { usage });
            const verdict = watchdog.verdict();
            if (verdict)
                throw new port/* ModelError */.me(verdict.kind, verdict.message, { usage });
            const headers = wire.headers();
            throw (0,failure/* toModelError */.ZI)(adapter.explain(error), error, {
                provider: adapter.provider,
                apiKey: options.apiKey,
                headers,
                requestId: requestIdOf(headers),
                usage,
                now: clock(),
            });
        }
        finally {
            watchdog.stop();
        }
    }
    return { id: `${adapter.provider}:${options.model}`, generate };
}
function requestIdOf(headers) {
    return headers?.get("request-id") ?? headers?.get("x-request-id") ?? undefined;
}
/** Tells the watchdog of every chunk, also of pings that an SDK swallows; a redirect would carry the key elsewhere. */
function watchedFetch(send, watchdog) {
    let headers;
    const watched = async (input, init) => {
        const response = await send(input, { ...init, redirect: "error" });
        headers = response.headers;
        watchdog.touch();
        if (!response.body)
            return response;
        const body = response.body.pipeThrough(new TransformStream({
            transform(chunk, controller) {
                watchdog.touch();
                controller.enqueue(chunk);
            },
        }));
        return new Response(body, response);
    };
    return { fetch: watched, headers: () => headers };
}
const EFFORTS = ["low", "medium", "high", "xhigh", "max"];
/** The highest effort that the model has and that is not above the wanted one, else its lowest. */
function nearestEffort(wanted, known) {
    if (wanted === undefined)
        return undefined;
    const allowed = EFFORTS.slice(0, EFFORTS.indexOf(wanted) + 1);
    return allowed.findLast((effort) => known.includes(effort)) ?? known[0];
}
function isRecord(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** Input of a call as the object that providers want; a call that was no valid JSON keeps its text. */
function objectInput(input) {
    return isRecord(input) ? input : { arguments: input };
}


/***/ }),

/***/ 76920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connect: () => (/* binding */ connect)
});

// EXTERNAL MODULE: ./node_modules/@anthropic-ai/sdk/client.mjs + 226 modules
var client = __webpack_require__(7766);
// EXTERNAL MODULE: ./lib/models/adapter.js + 1 modules
var adapter = __webpack_require__(41566);
// EXTERNAL MODULE: ./lib/models/facts.js + 2 modules
var models_facts = __webpack_require__(76807);
// EXTERNAL MODULE: ./lib/models/failure.js
var failure = __webpack_require__(43228);
;// CONCATENATED MODULE: ./lib/models/anthropic/failures.js
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
const CLUES = [
    [/prompt is too long|context (?:window|limit)|exceeds? the (?:maximum|context)/i, "context_overflow"],
    [/thinking.*(?:prefix|signature|cannot be modified)|prefix.?mismatch/i, "prefix_mismatch"],
    [/credit balance is too low/i, "billing"],
];
function explain(thrown) {
    if (thrown instanceof client/* Anthropic */.N.APIConnectionTimeoutError)
        return { kind: "timeout", text: "no answer in time" };
    if (!(thrown instanceof client/* Anthropic */.N.APIError) || thrown instanceof client/* Anthropic */.N.APIConnectionError)
        return undefined;
    const status = typeof thrown.status === "number" ? thrown.status : undefined;
    const text = thrown.apiMessage ?? thrown.message;
    return { kind: (0,failure/* kindOf */.I)([thrown.type], KIND_OF_TYPE, status, text, CLUES), status, text };
}

;// CONCATENATED MODULE: ./lib/models/anthropic/messages.js

const PROVIDER = "anthropic";
/** The provider looks 20 blocks back from a breakpoint for what it has; a turn that adds more than this needs a second one. */
const LOOK_BACK = 15;
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
/**
 * The last block is a breakpoint. Where the last turn added more blocks than the provider looks back, so is the block that the
 * request before this one ended with: what was cached there is found however much was added.
 */
function toMessages(messages) {
    const wire = messages
        .map(({ role, parts }) => ({ role, content: parts.flatMap(toBlock) }))
        .filter((m) => m.content.length > 0);
    const blocks = wire.flatMap(({ content }) => content);
    const last = lastCacheable(blocks, blocks.length - 1);
    markCached(blocks[last]);
    const answer = wire.findLastIndex(({ role }) => role === "assistant");
    const before = wire.slice(0, Math.max(0, answer)).reduce((sum, { content }) => sum + content.length, 0);
    if (last - before >= LOOK_BACK)
        markCached(blocks[lastCacheable(blocks, before - 1)]);
    return wire;
}
function toBlock(part) {
    switch (part.kind) {
        case "text":
            return [{ type: "text", text: part.text }];
        case "call":
            return [{ type: "tool_use", id: callId(part.id), name: part.name, input: (0,adapter/* objectInput */.gE)(part.input) }];
        case "result":
            return [
                { type: "tool_result", tool_use_id: callId(part.id), content: part.content, is_error: part.isError },
            ];
        case "opaque":
            return part.provider === PROVIDER && isThinking(part.data) ? [part.data] : [];
    }
}
/** Calls that another provider's model made keep their ids, as far as Anthropic takes them. */
function callId(id) {
    return id.replaceAll(/[^\w-]/g, "_");
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

;// CONCATENATED MODULE: ./lib/models/anthropic/anthropic.js
/** Claude, by Anthropic's SDK. Always streams; retries, budgets and time limits are ours. */





const BASE_URL = "https://api.anthropic.com";
/** Connects one Claude model; no request is made yet. */
function connect(options) {
    const { model } = options;
    const facts = (0,models_facts/* findFacts */.f)(`${PROVIDER}:${model}`);
    async function ask(call) {
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
    return (0,adapter/* portOf */.HM)({ provider: PROVIDER, ask, explain: explain }, options);
}
/** A client per call, because its fetch belongs to that call. Key and address never come from the environment. */
function clientFor({ apiKey, baseUrl = BASE_URL }, { fetch, callMs }) {
    return new client/* Anthropic */.N({
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
function diagnosticsOf({ previousId }, { baseUrl }) {
    return baseUrl === undefined ? { diagnostics: { previous_message_id: previousId ?? null } } : {};
}
function paramsOf(request, model, facts) {
    const effort = (0,adapter/* nearestEffort */.Br)(request.effort, facts?.efforts ?? []);
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


/***/ }),

/***/ 43228:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   ZI: () => (/* binding */ toModelError)
/* harmony export */ });
/* unused harmony export retryAfter */
/* harmony import */ var _port_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19927);
/** A provider's failure in our words: the type in its body decides first, then the status, and the text last. */

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
/** The first type that the table knows, else the status, else `server`; an `invalid` is looked at again by its text. */
function kindOf(types, table, status, text, clues) {
    const known = types.find((type) => typeof type === "string" && Object.hasOwn(table, type));
    const kind = (known && table[known]) || (status && KIND_OF_STATUS[status]) || "server";
    if (kind !== "invalid")
        return kind;
    return clues.find(([pattern]) => pattern.test(text))?.[1] ?? kind;
}
/** Wish of the headers in milliseconds: `retry-after-ms`, or `retry-after` in seconds or as a date. */
function retryAfter(headers, now) {
    const ms = Number(headers?.get("retry-after-ms") ?? Number.NaN);
    if (Number.isFinite(ms) && ms >= 0)
        return ms;
    const text = headers?.get("retry-after")?.trim() ?? "";
    if (text === "")
        return undefined;
    const seconds = Number(text);
    if (Number.isFinite(seconds))
        return Math.max(0, seconds * 1_000);
    const date = Date.parse(text);
    return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime());
}
/** Told without the SDK's error as a cause, and without the key: some servers repeat it in their answer. */
function toModelError(failure, thrown, call) {
    const { apiKey, headers, requestId, usage, now } = call;
    const withoutKey = (text) => (apiKey === "" ? text : text.replaceAll(apiKey, "***"));
    if (!failure)
        return new _port_js__WEBPACK_IMPORTED_MODULE_0__/* .ModelError */ .me("network", withoutKey(`The connection to the model's provider failed: ${causeOf(thrown)}.`), { usage, requestId });
    const { kind, status, text } = failure;
    return new _port_js__WEBPACK_IMPORTED_MODULE_0__/* .ModelError */ .me(kind, withoutKey(`The model's provider ${call.provider} answered ${status ?? kind}: ${text}`), { status, usage, requestId, retryAfterMs: failure.retryAfterMs ?? retryAfter(headers, now) });
}
function causeOf(thrown) {
    const inner = thrown instanceof Error && thrown.cause !== undefined ? thrown.cause : thrown;
    return (inner instanceof Error ? inner.message : String(inner)).replace(/\.$/, "");
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
