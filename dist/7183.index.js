export const id = 7183;
export const ids = [7183];
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

/***/ 7183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connect: () => (/* binding */ connect)
});

// EXTERNAL MODULE: ./node_modules/@google/genai/dist/node/index.mjs + 1 modules
var node = __webpack_require__(67964);
// EXTERNAL MODULE: ./lib/models/adapter.js + 1 modules
var adapter = __webpack_require__(41566);
// EXTERNAL MODULE: ./lib/models/facts.js + 2 modules
var models_facts = __webpack_require__(76807);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./lib/models/failure.js
var failure = __webpack_require__(43228);
;// CONCATENATED MODULE: ./lib/models/gemini/failures.js
/** Google's failures as ours. The SDK puts the whole body into the message; its reason and status decide. */



const Body = schemas.object({
    error: schemas.object({
        message: schemas.string().default(""),
        status: schemas.string().optional().catch(undefined),
        details: schemas.array(schemas.looseObject({ reason: schemas.string().optional(), retryDelay: schemas.string().optional() }).catch({}))
            .catch([])
            .default([]),
    }),
});
const KIND_OF_TYPE = {
    API_KEY_INVALID: "auth",
    API_KEY_SERVICE_BLOCKED: "auth",
    SERVICE_DISABLED: "auth",
    BILLING_DISABLED: "billing",
    RESOURCE_EXHAUSTED: "rate_limit",
    UNAUTHENTICATED: "auth",
    PERMISSION_DENIED: "auth",
    NOT_FOUND: "not_found",
    UNAVAILABLE: "overloaded",
    DEADLINE_EXCEEDED: "timeout",
    INTERNAL: "server",
    INVALID_ARGUMENT: "invalid",
    FAILED_PRECONDITION: "invalid",
};
const CLUES = [
    [/token count.*exceeds|exceeds the maximum number of tokens/i, "context_overflow"],
    [/thought.?signature/i, "prefix_mismatch"],
    [/payload size exceeds/i, "too_large"],
    [/api key not valid/i, "auth"],
    [/billing/i, "billing"],
];
/** Money that is used up comes with the status of a rate limit. */
const NO_MONEY = /credits? (?:are|is|have been|has been) (?:depleted|exhausted)|spend(?:ing)? (?:cap|limit)/i;
function explain(thrown) {
    if (!(thrown instanceof node/* ApiError */.hD))
        return undefined;
    const { message: text, status: name, details } = bodyOf(thrown.message);
    const reasons = details.flatMap(({ reason }) => reason ?? []);
    const kind = (0,failure/* kindOf */.I)([...reasons, name], KIND_OF_TYPE, thrown.status, text, CLUES);
    const delay = details.find(({ retryDelay }) => retryDelay)?.retryDelay;
    return {
        kind: kind === "rate_limit" && NO_MONEY.test(text) ? "billing" : kind,
        status: thrown.status,
        text,
        retryAfterMs: delay === undefined ? undefined : secondsOf(delay),
    };
}
function bodyOf(message) {
    const nothing = { message, details: [] };
    try {
        const found = Body.safeParse(JSON.parse(message.slice(Math.max(0, message.indexOf("{")))));
        return found.success ? found.data.error : nothing;
    }
    catch {
        return nothing;
    }
}
/** A duration as protobuf writes it: `38s`, `1.5s`. */
function secondsOf(text) {
    const seconds = Number(/^([\d.]+)s$/.exec(text)?.[1] ?? Number.NaN);
    return Number.isFinite(seconds) ? seconds * 1_000 : undefined;
}

;// CONCATENATED MODULE: ./lib/models/gemini/messages.js

const PROVIDER = "gemini";
/** Google's word for calls that the model did not make itself; models from 3 on refuse a call without a signature. */
const FOREIGN_SIGNATURE = "skip_thought_signature_validator";
function toTools(tools) {
    return {
        functionDeclarations: tools.map(({ name, description, schema }) => ({
            name,
            description,
            parametersJsonSchema: schema,
        })),
    };
}
function toContents(messages, model) {
    const names = new Map();
    for (const part of messages.flatMap(({ parts }) => parts))
        if (part.kind === "call")
            names.set(part.id, part.name);
    return messages
        .map(({ role, parts }) => role === "user"
        ? { role, parts: parts.flatMap((part) => fromPerson(part, names)) }
        : { role: "model", parts: fromModel(parts, model) })
        .filter(({ parts }) => parts.length > 0);
}
function fromPerson(part, names) {
    if (part.kind === "text")
        return [{ text: part.text }];
    if (part.kind !== "result")
        return [];
    const { id, content } = part;
    const response = part.isError ? { error: content } : { output: content };
    return [{ functionResponse: { id, name: names.get(id) ?? "unknown", response } }];
}
/**
 * A signature stands as an opaque part before what it signs, or for an empty text of its own. Only the model that made
 * it can read it.
 */
function fromModel(parts, model) {
    let signature = {};
    const pieces = parts.flatMap((part) => {
        if (part.kind === "opaque") {
            if (part.provider !== PROVIDER || part.model !== model || !isSignature(part.data))
                return [];
            if (part.data.text !== undefined)
                return [part.data];
            signature = part.data;
            return [];
        }
        const signed = signature;
        signature = {};
        if (part.kind === "text")
            return [{ text: part.text, ...signed }];
        if (part.kind !== "call")
            return [];
        const { id, name, input } = part;
        return [{ functionCall: { id, name, args: (0,adapter/* objectInput */.gE)(input) }, ...signed }];
    });
    return signFirstCall(pieces, model);
}
function signFirstCall(pieces, model) {
    const first = pieces.findIndex(({ functionCall }) => functionCall);
    return pieces.map((piece, index) => index === first && !piece.thoughtSignature && /^gemini-(?:[3-9]|\d\d)/.test(model)
        ? { ...piece, thoughtSignature: FOREIGN_SIGNATURE }
        : piece);
}
function isSignature(data) {
    return (0,adapter/* isRecord */.u4)(data) && typeof data.thoughtSignature === "string";
}
/** Neighbouring pieces of text are one text, but what is signed stays as it came. Summaries of thoughts are left out. */
function joinPieces(pieces) {
    const whole = [];
    for (const piece of pieces) {
        const last = whole.at(-1);
        if (piece.thought)
            continue;
        if (isPlainText(piece) && last && isPlainText(last))
            whole[whole.length - 1] = { text: `${last.text}${piece.text}` };
        else
            whole.push(piece);
    }
    return whole;
}
function isPlainText({ text, functionCall, thoughtSignature }) {
    return typeof text === "string" && !functionCall && !thoughtSignature;
}
/** `answer` names the answer, for calls that come without an id of their own. */
function fromParts(pieces, model, answer) {
    return pieces.flatMap((piece, index) => {
        const { thoughtSignature, functionCall, text } = piece;
        const data = text || functionCall ? { thoughtSignature } : { thoughtSignature, text: "" };
        const signature = thoughtSignature ? [{ kind: "opaque", provider: PROVIDER, model, data }] : [];
        if (functionCall) {
            const { id = `${answer}_${index}`, name = "", args = {} } = functionCall;
            return [...signature, { kind: "call", id, name, input: args }];
        }
        return text ? [...signature, { kind: "text", text }] : signature;
    });
}
const WITHHELD = /SAFETY|RECITATION|BLOCKLIST|PROHIBITED_CONTENT|SPII/;
const BROKEN_CALLS = /MALFORMED|UNEXPECTED_TOOL_CALL|TOO_MANY_TOOL_CALLS/;
/** Calls that the provider itself found broken are left out; then nothing runs, and the model is asked again. */
function usable(parts, finish) {
    return parts.filter(({ kind }) => kind !== "call" || !BROKEN_CALLS.test(finish));
}
/** Unknown reasons end the turn: the loop then asks what is meant. */
function fromStop(finish, parts) {
    if (finish === "MAX_TOKENS" || finish === "CONTINUATION")
        return "max_tokens";
    if (WITHHELD.test(finish))
        return "content_filter";
    return parts.some(({ kind }) => kind === "call") ? "tool_use" : "end_turn";
}
/** The wire's prompt contains what was read from the cache, and its candidates exclude the thoughts. */
function fromUsage(usage) {
    const cacheRead = usage.cachedContentTokenCount ?? 0;
    const prompt = (usage.promptTokenCount ?? 0) + (usage.toolUsePromptTokenCount ?? 0);
    const reasoning = usage.thoughtsTokenCount ?? 0;
    return {
        input: Math.max(0, prompt - cacheRead),
        cacheRead,
        cacheWrite5m: 0,
        cacheWrite1h: 0,
        output: (usage.candidatesTokenCount ?? 0) + reasoning,
        reasoning,
    };
}

;// CONCATENATED MODULE: ./lib/models/gemini/gemini.js
/** Gemini, by Google's SDK. Always streams; what it says arrives in pieces that are put together here. */





const BASE_URL = "https://generativelanguage.googleapis.com";
const LEVELS = {
    low: node/* ThinkingLevel */.HL.LOW,
    medium: node/* ThinkingLevel */.HL.MEDIUM,
    high: node/* ThinkingLevel */.HL.HIGH,
};
/** Connects one Gemini model; no request is made yet. */
function connect(options) {
    const { model } = options;
    async function ask(call) {
        const stream = await clientFor(options, call).models.generateContentStream({
            model,
            contents: toContents(call.request.messages, model),
            config: configOf(call.request, model, call.signal),
        });
        const pieces = [];
        let [id, version] = [];
        let end;
        for await (const { candidates, usageMetadata, promptFeedback, responseId, modelVersion } of stream) {
            if (usageMetadata)
                call.count(fromUsage(usageMetadata));
            [id, version] = [responseId ?? id, modelVersion ?? version];
            const [first] = candidates ?? [];
            pieces.push(...(first?.content?.parts ?? []));
            if (promptFeedback?.blockReason)
                end = "SAFETY";
            end = first?.finishReason ?? end;
        }
        if (end === undefined)
            throw new Error("the stream ended before the answer was complete");
        const name = id ?? `answer_${call.request.messages.length}`;
        const parts = usable(fromParts(joinPieces(pieces), model, name), end);
        return { id: name, model: version ?? model, parts, stop: fromStop(end, parts) };
    }
    return (0,adapter/* portOf */.HM)({ provider: PROVIDER, ask, explain: explain }, options);
}
/** A client per call, because its fetch belongs to that call. Key and address never come from the environment. */
function clientFor({ apiKey, baseUrl = BASE_URL }, { fetch }) {
    return new node/* GoogleGenAI */.M4({
        vertexai: false,
        apiKey,
        apiVersion: "v1beta",
        httpOptions: { baseUrl, fetch },
    });
}
/** Summaries of the thoughts are asked for as a sign of life: without them a thinking model is silent. */
function configOf(request, model, abortSignal) {
    const facts = (0,models_facts/* findFacts */.f)(`${PROVIDER}:${model}`);
    const level = LEVELS[(0,adapter/* nearestEffort */.Br)(request.effort, facts?.efforts ?? []) ?? "max"];
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
