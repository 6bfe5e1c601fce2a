export const id = 7401;
export const ids = [7401];
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

/***/ 87401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connect: () => (/* binding */ connect)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/openai/index.mjs + 232 modules
var openai = __webpack_require__(98193);
// EXTERNAL MODULE: ./lib/models/adapter.js + 1 modules
var adapter = __webpack_require__(41566);
// EXTERNAL MODULE: ./lib/models/facts.js + 2 modules
var models_facts = __webpack_require__(76807);
// EXTERNAL MODULE: ./lib/models/openai/facts.js
var openai_facts = __webpack_require__(99854);
// EXTERNAL MODULE: ./lib/models/failure.js
var failure = __webpack_require__(43228);
;// CONCATENATED MODULE: ./lib/models/openai/failures.js
/** OpenAI's failures as ours: the code decides first, then the type, then the status. */


const KIND_OF_TYPE = {
    insufficient_quota: "billing",
    billing_hard_limit_reached: "billing",
    billing_not_active: "billing",
    rate_limit_exceeded: "rate_limit",
    server_is_overloaded: "overloaded",
    slow_down: "overloaded",
    server_error: "server",
    invalid_api_key: "auth",
    authentication_error: "auth",
    permission_error: "auth",
    unsupported_country_region_territory: "auth",
    model_not_found: "not_found",
    context_length_exceeded: "context_overflow",
    invalid_encrypted_content: "prefix_mismatch",
    invalid_prompt: "invalid",
    invalid_request_error: "invalid",
};
const CLUES = [
    [/context window|context length|maximum context/i, "context_overflow"],
    [/encrypted content|without its required|reasoning item/i, "prefix_mismatch"],
    [/request (?:body )?(?:is )?too large|string too long/i, "too_large"],
];
/** A request that no waiting makes small enough comes with the status of a rate limit. */
const TOO_LARGE_FOR_LIMIT = /request too large/i;
function explain(thrown) {
    if (thrown instanceof openai/* default.APIConnectionTimeoutError */.Ay.APIConnectionTimeoutError)
        return { kind: "timeout", text: "no answer in time" };
    if (!(thrown instanceof openai/* default.APIError */.Ay.APIError) || thrown instanceof openai/* default.APIConnectionError */.Ay.APIConnectionError)
        return undefined;
    const status = typeof thrown.status === "number" ? thrown.status : undefined;
    const text = textOf(thrown);
    const types = statusDecides(status) ? [thrown.code] : [thrown.code, thrown.type];
    const kind = (0,failure/* kindOf */.I)(types, KIND_OF_TYPE, status, text, CLUES);
    return { kind: kind === "rate_limit" && TOO_LARGE_FOR_LIMIT.test(text) ? "too_large" : kind, status, text };
}
/** `invalid_request_error` is the type of nearly everything below 500: of wrong keys and missing models too. */
function statusDecides(status) {
    return status !== undefined && status !== 400 && status !== 429;
}
function textOf({ error, message }) {
    const said = typeof error === "object" && error !== null && "message" in error ? error.message : "";
    return typeof said === "string" && said !== "" ? said : message;
}
/** An answer that the provider ended for its content is no failure of the connection: it is told as a stop. */
function policyStop(code) {
    return /policy|invalid_prompt/.test(code) ? "content_filter" : undefined;
}

;// CONCATENATED MODULE: ./lib/models/openai/messages.js

const PROVIDER = "openai";
function toTools(tools) {
    return tools.map(({ name, description, schema }) => ({
        type: "function",
        name,
        description,
        parameters: schema,
        strict: false,
    }));
}
/** Reasoning goes back to the model that made it; nobody else could read it. */
function toInput(messages, model) {
    return messages.flatMap(({ role, parts }) => role === "user" ? fromPerson(parts) : fromModel(parts, model));
}
function fromPerson(parts) {
    return parts.flatMap((part) => {
        if (part.kind === "text")
            return [{ role: "user", content: part.text }];
        if (part.kind !== "result")
            return [];
        // The API has no field that tells a failure.
        const output = part.isError ? `Failed: ${part.content}` : part.content;
        return [{ type: "function_call_output", call_id: part.id, output }];
    });
}
function fromModel(parts, model) {
    let phase;
    return parts.flatMap((part) => {
        if (part.kind === "text") {
            const said = { role: "assistant", content: part.text, ...(phase ? { phase } : {}) };
            phase = undefined;
            return [said];
        }
        if (part.kind === "call")
            return [{ type: "function_call", call_id: part.id, name: part.name, arguments: wording(part.input) }];
        if (part.kind !== "opaque" || part.provider !== PROVIDER || part.model !== model)
            return [];
        phase = isPhase(part.data) ? part.data.phase : phase;
        return isReasoning(part.data) ? [part.data] : [];
    });
}
/** Arguments that were no JSON stand in the conversation as they were. */
function wording(input) {
    return typeof input === "string" ? input : JSON.stringify(input);
}
function isReasoning(data) {
    return (0,adapter/* isRecord */.u4)(data) && data.type === "reasoning";
}
/** Says whether the text after it was a comment or the answer; the provider wants it back. */
function isPhase(data) {
    return (0,adapter/* isRecord */.u4)(data) && data.type === "phase";
}
function fromOutput(output, model) {
    const opaque = (data) => ({ kind: "opaque", provider: PROVIDER, model, data });
    return output.flatMap((item) => {
        switch (item.type) {
            case "reasoning":
                return item.encrypted_content ? [opaque(item)] : [];
            case "message": {
                const text = item.content
                    .map((each) => (each.type === "refusal" ? each.refusal : each.text))
                    .join("");
                if (text === "")
                    return [];
                const phase = item.phase ? [opaque({ type: "phase", phase: item.phase })] : [];
                return [...phase, { kind: "text", text }];
            }
            case "function_call":
                return [{ kind: "call", id: item.call_id, name: item.name, input: inputOf(item.arguments) }];
            default:
                return [];
        }
    });
}
/** No valid JSON stays text: the tool's schema refuses it, and the model reads why. */
function inputOf(text) {
    try {
        return text.trim() === "" ? {} : JSON.parse(text);
    }
    catch {
        return text;
    }
}
function fromStop({ status, incomplete_details }, output) {
    if (status === "incomplete") {
        const reason = incomplete_details?.reason;
        if (reason === "content_filter")
            return "content_filter";
        return reason === "max_output_tokens" ? "max_tokens" : "end_turn";
    }
    const isRefused = output.some((item) => item.type === "message" && item.content.some(({ type }) => type === "refusal"));
    if (isRefused)
        return "refusal";
    return output.some(({ type }) => type === "function_call") ? "tool_use" : "end_turn";
}
/** The wire's input contains what was read from and written to the cache. Servers may leave the details out. */
function fromUsage(usage) {
    const details = usage.input_tokens_details ?? {};
    const cacheRead = details.cached_tokens ?? 0;
    const cacheWrite5m = details.cache_write_tokens ?? 0;
    return {
        input: Math.max(0, (usage.input_tokens ?? 0) - cacheRead - cacheWrite5m),
        cacheRead,
        cacheWrite5m,
        cacheWrite1h: 0,
        output: usage.output_tokens ?? 0,
        reasoning: usage.output_tokens_details?.reasoning_tokens ?? 0,
    };
}

;// CONCATENATED MODULE: ./lib/models/openai/openai.js
/** GPT, and every server that speaks the Responses API, by OpenAI's SDK. Nothing is stored at the provider. */







const BASE_URL = "https://api.openai.com/v1";
/** The API refuses a smaller limit. */
const LEAST_OUTPUT = 16;
/** Connects one model; no request is made yet. */
function connect(options) {
    const { model } = options;
    async function ask(call) {
        const events = await clientFor(options, call).responses.create(paramsOf(call.request, model), {
            signal: call.signal,
        });
        const finished = new Map();
        let end;
        for await (const event of events) {
            if (event.type === "response.output_item.done")
                finished.set(event.output_index, event.item);
            if (event.type === "response.completed" || event.type === "response.incomplete")
                end = event.response;
            if (event.type === "response.failed")
                end = event.response;
            if (end?.usage)
                call.count(fromUsage(end.usage));
        }
        if (!end)
            throw new Error("the stream ended before the answer was complete");
        return answerOf(end, outputOf(end, finished), model);
    }
    return (0,adapter/* portOf */.HM)({ provider: PROVIDER, ask, explain: explain }, options);
}
/** The end repeats the whole output; servers that leave it out have sent every item before. */
function outputOf(end, finished) {
    if ((end.output ?? []).length > 0)
        return end.output;
    return [...finished].sort(([one], [other]) => one - other).map(([, item]) => item);
}
function answerOf(end, output, model) {
    const head = { id: end.id, model: end.model ?? model };
    if (end.status !== "failed" && !end.error)
        return { ...head, parts: fromOutput(output, model), stop: fromStop(end, output) };
    const { code, message } = end.error ?? { code: "server_error", message: "the answer failed" };
    const stop = policyStop(code);
    if (stop)
        return { ...head, parts: [], stop };
    throw new openai/* default.APIError */.Ay.APIError(undefined, { code, message }, undefined, undefined);
}
/** A client per call, because its fetch belongs to that call. Key and address never come from the environment. */
function clientFor({ apiKey, baseUrl = BASE_URL }, { fetch, callMs }) {
    return new openai/* default */.Ay({
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
function paramsOf(request, model) {
    const facts = (0,models_facts/* findFacts */.f)(`${PROVIDER}:${model}`);
    const reasons = facts?.reasons ?? (0,openai_facts/* reasonsByName */.G)(model);
    const effort = (0,adapter/* nearestEffort */.Br)(request.effort, facts?.efforts ?? (reasons ? ["low", "medium", "high"] : []));
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
function cacheKeyOf({ system, tools, messages }) {
    return (0,external_node_crypto_.createHash)("sha256")
        .update(JSON.stringify([system, tools, messages[0]]))
        .digest("hex")
        .slice(0, 32);
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
