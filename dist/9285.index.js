export const id = 9285;
export const ids = [9285];
export const modules = {

/***/ 9285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runDemo: () => (/* binding */ runDemo)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(49285);
// EXTERNAL MODULE: ./lib/domain/labels.js
var labels = __webpack_require__(70097);
// EXTERNAL MODULE: ./lib/domain/provider.js
var domain_provider = __webpack_require__(76231);
// EXTERNAL MODULE: ./lib/github/observe.js
var observe = __webpack_require__(68331);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
;// CONCATENATED MODULE: ./lib/local/scripted-model/errors.js
/** A scenario that cannot be used. The message names the scenario, the entry and the remedy. */
class ScenarioError extends Error {
    name = "ScenarioError";
}
/** A request that the scripted model refuses, before a wire format gives it a body and a status. */
class Refusal extends Error {
    name = "Refusal";
    kind;
    constructor(kind, message, options) {
        super(message, options);
        this.kind = kind;
    }
}

;// CONCATENATED MODULE: ./lib/local/scripted-model/exchange.js

const MAX_BODY_BYTES = 32 * 1024 * 1024;
/** The body as JSON. Throws a `Refusal` when it is too large or not JSON. */
async function readJson(request) {
    const chunks = [];
    let size = 0;
    for await (const chunk of request) {
        const bytes = Buffer.from(chunk);
        size += bytes.length;
        if (size > MAX_BODY_BYTES)
            throw new Refusal("too_large", "Request exceeds the maximum size of 32 MB");
        chunks.push(bytes);
    }
    try {
        return JSON.parse(Buffer.concat(chunks).toString("utf8"));
    }
    catch (cause) {
        throw new Refusal("invalid", "The request body is not valid JSON", { cause });
    }
}
function sendJson(response, status, body) {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
/** A whole stream of server-sent events. */
function sendEvents(response, events, render) {
    response.writeHead(200, {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-cache",
    });
    for (const event of events)
        response.write(render(event));
    response.end();
}
function sendText(response, status, text) {
    response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(text);
}

;// CONCATENATED MODULE: ./lib/local/scripted-model/wire-format.js


function wireFormat(api) {
    return {
        async handle(exchange) {
            const answer = api.route(exchange);
            if (!answer)
                return false;
            try {
                checkKey(api, exchange.request);
                await answer();
            }
            catch (thrown) {
                if (!(thrown instanceof Refusal))
                    throw thrown;
                const { status, body } = api.renderRefusal(thrown, exchange.requestId);
                exchange.record.refusal = thrown.message;
                sendJson(exchange.response, status, body);
            }
            return true;
        },
    };
}
/** Every key is good, except none and those that begin with `bad`: a client's path for a refused key can be tried. */
function checkKey({ keyOf, says }, request) {
    const key = keyOf(request);
    if (key === "")
        throw new Refusal("unauthenticated", says.noKey);
    if (key.startsWith("bad"))
        throw new Refusal("unauthenticated", says.badKey);
}
function bearerOf({ headers }) {
    return /^Bearer (.+)$/i.exec(headers.authorization ?? "")?.[1] ?? "";
}
function headerOf({ headers }, name) {
    return String(headers[name] ?? "");
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/local/scripted-model/render.js
/** What every wire format renders alike: ids, pieces of a stream, token counts. All of it depends on the request alone. */

const CHARACTERS_PER_TOKEN = 4;
function digest(text) {
    return (0,external_node_crypto_.createHash)("sha256").update(text).digest("hex").slice(0, 24);
}
/** Splits between code points: half a surrogate pair does not survive UTF-8. */
function chunks(text, size) {
    const points = [...text];
    const starts = Array.from({ length: Math.ceil(points.length / size) }, (_, index) => index * size);
    return starts.map((start) => points.slice(start, start + size).join(""));
}
/** Four characters are one token. */
function tokens(text) {
    return Math.max(1, Math.ceil(text.length / CHARACTERS_PER_TOKEN));
}
function answerTokens({ text = "", calls }) {
    return tokens(text + calls.map((call) => JSON.stringify(call)).join(""));
}

;// CONCATENATED MODULE: ./lib/local/scripted-model/anthropic/usage.js

/**
 * A request with a cache breakpoint reads from the cache what the request of the turn before it held, and writes
 * the rest; a request without one pays everything in full. Known from the request alone, so that a restarted
 * server counts the same.
 */
function usageOf(request, answer) {
    const total = inputTokens(request);
    const cached = hasBreakpoint(request);
    const read = cached ? prefixTokens(request) : 0;
    return {
        input_tokens: cached ? 0 : total,
        cache_read_input_tokens: read,
        cache_creation_input_tokens: cached ? total - read : 0,
        output_tokens: answerTokens(answer),
    };
}
/** All input tokens of a request, cached or not. */
function inputTokens(request) {
    return tokens(textBefore(request, request.messages.length));
}
function prefixTokens(request) {
    const last = request.messages.findLastIndex((message) => message.role === "assistant");
    return last < 0 ? 0 : tokens(textBefore(request, last));
}
function textBefore(request, end) {
    return JSON.stringify([request.tools ?? [], request.system ?? "", request.messages.slice(0, end)]);
}
function hasBreakpoint(request) {
    if (request.cache_control)
        return true;
    const system = typeof request.system === "string" ? [] : (request.system ?? []);
    const content = request.messages.flatMap((message) => typeof message.content === "string" ? [] : message.content);
    return [...(request.tools ?? []), ...system, ...content].some((block) => block.cache_control);
}

;// CONCATENATED MODULE: ./lib/local/scripted-model/anthropic/answer.js


const TEXT_CHUNK = 80;
const JSON_CHUNK = 1024;
/** The message object, as a request without `stream` gets it. Ids depend on nothing but the request. */
function messageOf(request, answer) {
    const seed = JSON.stringify([request.model, request.messages]);
    return {
        id: `msg_${digest(seed)}`,
        type: "message",
        role: "assistant",
        model: request.model,
        content: blocksOf(answer, seed),
        container: null,
        diagnostics: null,
        stop_reason: answer.stop,
        stop_sequence: null,
        stop_details: null,
        usage: wireUsage(usageOf(request, answer)),
    };
}
/** The events of a stream, in the order of the real service. */
function* eventsOf(request, answer) {
    const { content, stop_reason, stop_sequence, stop_details, usage, ...head } = messageOf(request, answer);
    const opening = { ...head, content: [], stop_reason: null, stop_sequence, stop_details };
    yield { type: "message_start", message: { ...opening, usage: { ...usage, output_tokens: 1 } } };
    for (const [index, block] of content.entries()) {
        yield { type: "content_block_start", index, content_block: emptied(block) };
        if (index === 0)
            yield { type: "ping" };
        for (const delta of deltasOf(block))
            yield { type: "content_block_delta", index, delta };
        yield { type: "content_block_stop", index };
    }
    const { input_tokens, cache_read_input_tokens, cache_creation_input_tokens, output_tokens } = usage;
    yield {
        type: "message_delta",
        delta: { stop_reason, stop_sequence, stop_details, container: null },
        usage: { input_tokens, cache_read_input_tokens, cache_creation_input_tokens, output_tokens },
    };
    yield { type: "message_stop" };
}
/** One event as it goes over the wire. */
function renderEvent(event) {
    return `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}
function blocksOf(answer, seed) {
    const text = answer.text ? [{ type: "text", text: answer.text, citations: null }] : [];
    const calls = answer.calls.map(({ name, input }, index) => {
        const id = `toolu_${digest(`${seed}${index}`)}`;
        return { type: "tool_use", id, name, input, caller: { type: "direct" } };
    });
    return [...text, ...calls];
}
function emptied(block) {
    return block.type === "text" ? { ...block, text: "" } : { ...block, input: {} };
}
function deltasOf(block) {
    if (block.type === "text")
        return chunks(block.text, TEXT_CHUNK).map((text) => ({ type: "text_delta", text }));
    const json = JSON.stringify(block.input);
    return ["", ...chunks(json, JSON_CHUNK)].map((partial_json) => ({
        type: "input_json_delta",
        partial_json,
    }));
}
function wireUsage(usage) {
    return {
        ...usage,
        cache_creation: {
            ephemeral_5m_input_tokens: usage.cache_creation_input_tokens,
            ephemeral_1h_input_tokens: 0,
        },
        inference_geo: null,
        output_tokens_details: null,
        server_tool_use: null,
        service_tier: "standard",
        speed: "standard",
    };
}

;// CONCATENATED MODULE: ./lib/local/scripted-model/anthropic/errors.js
const WIRE = {
    unauthenticated: { status: 401, type: "authentication_error" },
    invalid: { status: 400, type: "invalid_request_error" },
    not_found: { status: 404, type: "not_found_error" },
    too_large: { status: 413, type: "request_too_large" },
};
/** The status and body of a refused request. */
function renderRefusal(refusal, requestId) {
    const { status, type } = WIRE[refusal.kind];
    return {
        status,
        body: { type: "error", error: { type, message: refusal.message }, request_id: requestId },
    };
}

;// CONCATENATED MODULE: ./lib/local/scripted-model/anthropic/models.js
/** One model. Any id exists; its display name tells that it is scripted. */
function modelOf(id, scenario) {
    return {
        type: "model",
        id,
        display_name: `Scripted model (scenario ${scenario.name})`,
        created_at: "1970-01-01T00:00:00Z",
        capabilities: null,
        lifecycle: "active",
        line: null,
        deprecated_at: null,
        retires_at: null,
        max_input_tokens: 1_000_000,
        max_tokens: 128_000,
    };
}
/** One page with the models that the scenario names. */
function modelsOf(scenario) {
    const data = (scenario.models ?? ["scripted"]).map((id) => modelOf(id, scenario));
    return { data, has_more: false, first_id: data[0]?.id ?? null, last_id: data.at(-1)?.id ?? null };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/errors.js
var core_errors = __webpack_require__(37428);
;// CONCATENATED MODULE: ./lib/local/scripted-model/anthropic/request.js
/** Requests of the Anthropic Messages API: shape, and the rules of the real service that a client can break. */


const cacheControl = schemas.looseObject({ type: schemas.literal("ephemeral") }).nullish();
const TextBlock = schemas.looseObject({ type: schemas.literal("text"), text: schemas.string(), cache_control: cacheControl });
const Block = schemas.looseObject({ type: schemas.string(), cache_control: cacheControl });
const ToolUse = schemas.looseObject({
    type: schemas.literal("tool_use"),
    id: schemas.string(),
    name: schemas.string(),
    input: schemas.unknown(),
});
const ToolResult = schemas.looseObject({
    type: schemas.literal("tool_result"),
    tool_use_id: schemas.string(),
    content: schemas.union([schemas.string(), schemas.array(Block)]).optional(),
});
const Message = schemas.looseObject({
    role: schemas["enum"](["user", "assistant", "system"]),
    content: schemas.union([schemas.string(), schemas.array(Block).min(1)]),
});
/** The request body, as far as an answer depends on it. `max_tokens` is absent when tokens are only counted. */
const MessagesRequest = schemas.looseObject({
    model: schemas.string().min(1),
    max_tokens: schemas.int().positive().optional(),
    messages: schemas.array(Message).min(1),
    system: schemas.union([schemas.string(), schemas.array(TextBlock)]).optional(),
    tools: schemas.array(schemas.looseObject({ cache_control: cacheControl })).optional(),
    stream: schemas.boolean().optional(),
    cache_control: cacheControl,
});
/** Throws a `Refusal` of kind `invalid` with the wording of the real service where it has one. */
function parseMessagesRequest(body, needs) {
    const result = MessagesRequest.safeParse(body);
    if (!result.success)
        throw new Refusal("invalid", core_errors/* prettifyError */.S1(result.error), { cause: result.error });
    if (needs.maxTokens && result.data.max_tokens === undefined) {
        throw new Refusal("invalid", "max_tokens: Field required");
    }
    checkOrder(result.data.messages);
    return result.data;
}
/** What the player must know of a request. */
function conversationOf(request) {
    const opening = request.messages.find((message) => message.role === "user");
    const system = typeof request.system === "string" ? request.system : (request.system ?? []).map(textOf).join("\n");
    return {
        opening: opening ? messageText(opening) : "",
        turn: request.messages.filter((message) => message.role === "assistant").length,
        text: [system, ...request.messages.map(messageText)].join("\n"),
    };
}
function messageText(message) {
    return typeof message.content === "string" ? message.content : message.content.map(textOf).join("\n");
}
function textOf(block) {
    const text = TextBlock.safeParse(block).data;
    if (text)
        return text.text;
    const use = ToolUse.safeParse(block).data;
    if (use)
        return `${use.name} ${JSON.stringify(use.input)}`;
    const content = ToolResult.safeParse(block).data?.content ?? "";
    return typeof content === "string" ? content : content.map(textOf).join("\n");
}
function checkOrder(messages) {
    if (messages[0]?.role === "assistant")
        throw new Refusal("invalid", "messages: first message must use the user role");
    if (messages.at(-1)?.role === "assistant") {
        throw new Refusal("invalid", "messages: the last message must be of the user; prefilling an answer is not supported");
    }
    messages.forEach((message, at) => {
        checkPairs(callIds(message), resultIds(messages[at + 1]), at);
        if (at === 0 || message.role === "user")
            checkResults(resultIds(message), callIds(messages[at - 1]), at);
    });
}
function checkPairs(calls, results, at) {
    const open = calls.filter((id) => !results.includes(id));
    if (open.length === 0)
        return;
    throw new Refusal("invalid", `messages.${at}: \`tool_use\` ids were found without \`tool_result\` blocks immediately after: ${open.join(", ")}. Each \`tool_use\` block must have a corresponding \`tool_result\` block in the next message.`);
}
function checkResults(results, calls, at) {
    const stray = results.find((id, index) => !calls.includes(id) || results.indexOf(id) !== index);
    if (stray === undefined)
        return;
    throw new Refusal("invalid", `messages.${at}: unexpected or repeated \`tool_use_id\` found in \`tool_result\` blocks: ${stray}. Each \`tool_result\` block must have a corresponding \`tool_use\` block in the previous message.`);
}
function callIds(message) {
    return blocks(message).flatMap((block) => ToolUse.safeParse(block).data?.id ?? []);
}
function resultIds(message) {
    return blocks(message).flatMap((block) => ToolResult.safeParse(block).data?.tool_use_id ?? []);
}
function blocks(message) {
    return message && typeof message.content !== "string" ? message.content : [];
}

;// CONCATENATED MODULE: ./lib/local/scripted-model/anthropic/format.js
/** The Anthropic Messages API as a wire format of the scripted model. */







const ROUTES = {
    "POST /v1/messages": answer,
    "POST /v1/messages/count_tokens": countTokens,
    "GET /v1/models": ({ response }, scenario) => sendJson(response, 200, modelsOf(scenario)),
};
/** `/v1/messages`, `/v1/messages/count_tokens`, `/v1/models` and `/v1/models/<id>`. */
function anthropicFormat(scenario) {
    return wireFormat({
        route(exchange) {
            const route = routeFor(exchange);
            return route && (() => route(exchange, scenario));
        },
        keyOf: (request) => headerOf(request, "x-api-key") || bearerOf(request),
        says: { noKey: "x-api-key or Authorization header is required", badKey: "invalid x-api-key" },
        renderRefusal: renderRefusal,
    });
}
function routeFor({ record }) {
    const target = `${record.method} ${record.path}`;
    const model = /^GET \/v1\/models\/([\w.:@-]+)$/.exec(target)?.[1];
    if (model)
        return ({ response }, scenario) => sendJson(response, 200, modelOf(model, scenario));
    return Object.hasOwn(ROUTES, target) ? ROUTES[target] : undefined;
}
async function answer(exchange) {
    const { request, response, record } = exchange;
    record.body = await readJson(request);
    const asked = parseMessagesRequest(record.body, { maxTokens: true });
    record.model = asked.model;
    const found = await exchange.play(conversationOf(asked));
    if (!asked.stream)
        return sendJson(response, 200, messageOf(asked, found));
    sendEvents(response, eventsOf(asked, found), renderEvent);
}
async function countTokens({ request, response, record }) {
    record.body = await readJson(request);
    const asked = parseMessagesRequest(record.body, { maxTokens: false });
    sendJson(response, 200, { input_tokens: inputTokens(asked) });
}

;// CONCATENATED MODULE: ./lib/local/scripted-model/gemini/request.js
/** Requests of the Gemini API: shape, and the rules of the real service that a client can break. */



const Part = schemas.looseObject({
    text: schemas.string().optional(),
    thoughtSignature: schemas.string().optional(),
    functionCall: schemas.looseObject({
        id: schemas.string().optional(),
        name: schemas.string(),
        args: schemas.record(schemas.string(), schemas.unknown()).optional(),
    })
        .optional(),
    functionResponse: schemas.looseObject({ id: schemas.string().optional(), name: schemas.string(), response: schemas.record(schemas.string(), schemas.unknown()) })
        .optional(),
});
const Content = schemas.looseObject({ role: schemas["enum"](["user", "model"]).optional(), parts: schemas.array(Part).min(1) });
/** The request body, as far as an answer depends on it. */
const GenerateRequest = schemas.looseObject({
    contents: schemas.array(Content).min(1),
    systemInstruction: schemas.looseObject({ parts: schemas.array(Part) }).optional(),
    tools: schemas.array(schemas.looseObject({})).optional(),
});
/** Throws a `Refusal` of kind `invalid` with the wording of the real service where it has one. */
function parseGenerateRequest(body) {
    const result = GenerateRequest.safeParse(body);
    if (!result.success)
        throw new Refusal("invalid", core_errors/* prettifyError */.S1(result.error), { cause: result.error });
    const { contents } = result.data;
    if (contents.at(-1)?.role === "model")
        throw new Refusal("invalid", "Please ensure that the last content has the role user.");
    contents.forEach((content, at) => {
        request_checkPairs(content, contents[at + 1]);
        checkSignature(content);
    });
    return result.data;
}
/** What stands in for a signature: it can be checked like the real one, and tells nothing. */
function signatureOf(callId) {
    return Buffer.from(`scripted-${digest(callId)}`).toString("base64");
}
/** What the player must know of a request. */
function request_conversationOf({ contents, systemInstruction }) {
    const opening = contents.find(({ role }) => role !== "model");
    return {
        opening: opening ? request_textOf(opening.parts) : "",
        turn: contents.filter(({ role }) => role === "model").length,
        text: [request_textOf(systemInstruction?.parts ?? []), ...contents.map(({ parts }) => request_textOf(parts))].join("\n"),
    };
}
function request_textOf(parts) {
    return parts.map(partText).join("\n");
}
function partText({ text, functionCall, functionResponse }) {
    if (functionCall)
        return `${functionCall.name} ${JSON.stringify(functionCall.args ?? {})}`;
    if (functionResponse)
        return Object.values(functionResponse.response).map(String).join("\n");
    return text ?? "";
}
function request_checkPairs(content, next) {
    const calls = content.parts.flatMap(({ functionCall }) => functionCall?.id ?? []);
    const responses = (next?.parts ?? []).flatMap(({ functionResponse }) => functionResponse?.id ?? []);
    if (calls.length === 0 || calls.toSorted().join() === responses.toSorted().join())
        return;
    throw new Refusal("invalid", "Please ensure that the number of function response parts is equal to the number of function call parts of the function call turn.");
}
/** The first call of an answer is signed, by us or with the word for calls that another model made. */
function checkSignature({ role, parts }) {
    const first = parts.find(({ functionCall }) => functionCall);
    if (role !== "model" || !first)
        return;
    const id = first.functionCall?.id ?? "";
    const { thoughtSignature } = first;
    if (thoughtSignature === undefined)
        throw new Refusal("invalid", "Function call is missing a thought_signature in functionCall parts.");
    if (thoughtSignature !== signatureOf(id) && thoughtSignature !== "skip_thought_signature_validator")
        throw new Refusal("invalid", "Thought signature is not valid.");
}

;// CONCATENATED MODULE: ./lib/local/scripted-model/gemini/answer.js


const answer_TEXT_CHUNK = 80;
const FINISH = { end_turn: "STOP", tool_use: "STOP", max_tokens: "MAX_TOKENS", refusal: "SAFETY" };
/** The answer as one object. Ids depend on nothing but the request. */
function wholeOf(model, request, answer) {
    const seed = JSON.stringify([model, request.contents]);
    const parts = [...(answer.text ? [{ text: answer.text }] : []), ...callsOf(answer, seed)];
    return pieceOf(parts, FINISH[answer.stop], { model, seed, usageMetadata: answer_usageOf(request, answer) });
}
/** The pieces of a stream, in the order of the real service; only the last one says why it ends. */
function* piecesOf(model, request, answer) {
    const seed = JSON.stringify([model, request.contents]);
    const about = { model, seed, usageMetadata: answer_usageOf(request, answer) };
    for (const text of chunks(answer.text ?? "", answer_TEXT_CHUNK))
        yield pieceOf([{ text }], undefined, about);
    for (const call of callsOf(answer, seed))
        yield pieceOf([call], undefined, about);
    yield pieceOf([{ text: "" }], FINISH[answer.stop], about);
}
/** One piece as it goes over the wire. */
function renderPiece(piece) {
    return `data: ${JSON.stringify(piece)}\r\n\r\n`;
}
function callsOf(answer, seed) {
    return answer.calls.map(({ name, input }, index) => {
        const id = `call_${digest(`${seed}${index}`)}`;
        return {
            functionCall: { id, name, args: input },
            ...(index === 0 ? { thoughtSignature: signatureOf(id) } : {}),
        };
    });
}
function pieceOf(parts, finishReason, { model, seed, usageMetadata }) {
    const content = { role: "model", parts };
    return {
        candidates: [{ content, index: 0, ...(finishReason ? { finishReason } : {}) }],
        usageMetadata,
        modelVersion: model,
        responseId: digest(seed),
    };
}
/** A prefix of the request before it is always in the cache. */
function answer_usageOf(request, answer) {
    const { contents, systemInstruction = {}, tools = [] } = request;
    const textBefore = (end) => JSON.stringify([tools, systemInstruction, contents.slice(0, end)]);
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

;// CONCATENATED MODULE: ./lib/local/scripted-model/gemini/errors.js
const errors_WIRE = {
    unauthenticated: { code: 400, status: "INVALID_ARGUMENT" },
    invalid: { code: 400, status: "INVALID_ARGUMENT" },
    not_found: { code: 404, status: "NOT_FOUND" },
    too_large: { code: 413, status: "INVALID_ARGUMENT" },
};
const BAD_KEY = {
    "@type": "type.googleapis.com/google.rpc.ErrorInfo",
    reason: "API_KEY_INVALID",
    domain: "googleapis.com",
};
/** The status and body of a refused request. A wrong key has the status of a wrong request, and its own reason. */
function errors_renderRefusal({ kind, message }) {
    const { code, status } = errors_WIRE[kind];
    const details = kind === "unauthenticated" ? [BAD_KEY] : [];
    return { status: code, body: { error: { code, message, status, details } } };
}

;// CONCATENATED MODULE: ./lib/local/scripted-model/gemini/format.js
/** The Gemini API (generateContent) as a wire format of the scripted model. */





const ANSWER = /^POST \/v1beta\/models\/([\w.:@-]+?):(generateContent|streamGenerateContent)$/;
/** `/v1beta/models/<id>:streamGenerateContent`, `…:generateContent` and `/v1beta/models`. */
function geminiFormat(scenario) {
    return wireFormat({
        route(exchange) {
            const target = `${exchange.record.method} ${exchange.record.path}`;
            if (target === "GET /v1beta/models")
                return () => sendJson(exchange.response, 200, format_modelsOf(scenario));
            const [, model, method] = ANSWER.exec(target) ?? [];
            return model ? () => format_answer(exchange, model, method === "streamGenerateContent") : undefined;
        },
        keyOf: (request) => headerOf(request, "x-goog-api-key"),
        says: {
            noKey: "Method doesn't allow unregistered callers. Please use API Key.",
            badKey: "API key not valid. Please pass a valid API key.",
        },
        renderRefusal: errors_renderRefusal,
    });
}
function format_modelsOf({ name, models = ["scripted"] }) {
    return {
        models: models.map((id) => ({
            name: `models/${id}`,
            displayName: `Scripted model (scenario ${name})`,
            inputTokenLimit: 1_000_000,
            outputTokenLimit: 65_000,
            supportedGenerationMethods: ["generateContent"],
        })),
    };
}
async function format_answer(exchange, model, streamed) {
    const { request, response, record } = exchange;
    record.body = await readJson(request);
    record.model = model;
    const asked = parseGenerateRequest(record.body);
    const found = await exchange.play(request_conversationOf(asked));
    if (!streamed)
        return sendJson(response, 200, wholeOf(model, asked, found));
    sendEvents(response, piecesOf(model, asked, found), renderPiece);
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./lib/local/scripted-model/placeholders.js
/** `{{file:path}}` and `{{capture:name}}` inside the strings of a turn. What is put in is never read again. */
const PLACEHOLDER = /\{\{(file|capture):([^{}]+)\}\}/g;
/** Every placeholder below `value`, in order, with repetitions. */
function placeholdersIn(value) {
    if (typeof value === "string") {
        return [...value.matchAll(PLACEHOLDER)].map(([, kind, name]) => ({
            kind: kind === "file" ? "file" : "capture",
            name: name ?? "",
        }));
    }
    if (typeof value !== "object" || value === null)
        return [];
    return Object.values(value).flatMap(placeholdersIn);
}
/** `text` with every placeholder replaced by what `resolve` gives for it. */
function fillText(text, resolve) {
    return text.replace(PLACEHOLDER, (_, kind, name) => resolve({ kind: kind === "file" ? "file" : "capture", name }));
}
/** A copy of `value` in which every string is filled; keys stay as they are. */
function fillJson(value, resolve) {
    if (typeof value === "string")
        return fillText(value, resolve);
    if (Array.isArray(value))
        return value.map((item) => fillJson(item, resolve));
    if (typeof value !== "object" || value === null)
        return value;
    return fillObject(value, resolve);
}
/** `fillJson` for an object, which stays an object. */
function fillObject(value, resolve) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillJson(item, resolve)]));
}

;// CONCATENATED MODULE: ./lib/local/scripted-model/scenario.js
/** A scenario: what the scripted model says in which conversation. Built in code, or read by `loadScenario`. */



const Stop = schemas["enum"](["end_turn", "tool_use", "max_tokens", "refusal"]);
/** One call of a tool. Strings anywhere in `input` may hold placeholders. */
const Call = schemas.strictObject({
    name: schemas.string().min(1),
    input: schemas.record(schemas.string(), schemas.json()),
});
/**
 * What the model answers to one request. `stop` is `tool_use` when there are calls and `end_turn` when there
 * are none, unless it is given; `delay` waits that many milliseconds before the answer.
 */
const Turn = schemas.strictObject({
    text: schemas.string().min(1).optional(),
    calls: schemas.array(Call).min(1).optional(),
    stop: Stop.optional(),
    delay: schemas.int().nonnegative().optional(),
})
    .refine((turn) => turn.text !== undefined || turn.calls !== undefined, "a turn needs text, calls or both");
const key = schemas.string();
/** Which conversations an entry answers. A key that is left out, or `*`, fits every value. */
const When = schemas.strictObject({
    agent: key.optional(),
    mode: key.optional(),
    feature: key.optional(),
    round: schemas.union([schemas.int().nonnegative(), schemas.literal("*")]).optional(),
});
/**
 * The script of one kind of conversation: turn n answers the request that holds n assistant messages.
 * An entry without `when` is the fallback: it answers what no other entry fits.
 * `capture` names regular expressions (flag `m`); each is run on the whole text of the request, and its first
 * group, or the whole match when it has no group, replaces `{{capture:name}}`.
 */
const Entry = schemas.strictObject({
    when: When.optional(),
    capture: schemas.record(schemas.string(), schemas.string()).optional(),
    turns: schemas.array(Turn).min(1),
});
/**
 * A whole scenario. `models` are the ids that `GET /v1/models` lists (any id is answered); `files` holds the
 * texts that `{{file:path}}` stands for, by path. Entries are tried in order, the fallback last.
 */
const Scenario = schemas.strictObject({
    name: schemas.string().regex(/^[a-z0-9][a-z0-9-]*$/, "lower case letters, digits and dashes"),
    description: schemas.string().optional(),
    models: schemas.array(schemas.string().min(1)).min(1).optional(),
    entries: schemas.array(Entry).min(1),
    files: schemas.record(schemas.string(), schemas.string()).optional(),
});
/**
 * The only door through which outside data becomes a `Scenario`. Throws a `ScenarioError` that names every
 * mistake of shape, or else the first entry with an unusable regular expression, an undeclared capture, a
 * missing file or the same `when` as another one.
 */
function parseScenario(raw, source = "the scenario") {
    const result = Scenario.safeParse(raw);
    if (!result.success) {
        throw new ScenarioError(`${source} is not valid: ${core_errors/* prettifyError */.S1(result.error)}`, {
            cause: result.error,
        });
    }
    checkEntries(result.data, source);
    return result.data;
}
/** Describes an entry in messages: `code/implement/accounts/0`, or `the fallback`. */
function nameOf(entry) {
    const when = entry.when;
    if (!when)
        return "the fallback";
    return [when.agent, when.mode, when.feature, when.round].map((part) => part ?? "*").join("/");
}
function checkEntries(scenario, source) {
    const seen = new Set();
    for (const entry of scenario.entries) {
        const name = nameOf(entry);
        if (seen.has(name))
            throw new ScenarioError(`${source} has ${name} twice; keep one of the two entries`);
        seen.add(name);
        checkCaptures(entry, `${name} of ${source}`);
        checkPlaceholders(entry, scenario.files ?? {}, `${name} of ${source}`);
    }
}
function checkCaptures(entry, where) {
    for (const [name, source] of Object.entries(entry.capture ?? {})) {
        try {
            new RegExp(source, "m");
        }
        catch (cause) {
            throw new ScenarioError(`capture "${name}" in ${where} is not a regular expression: ${source}`, {
                cause,
            });
        }
    }
}
function checkPlaceholders(entry, files, where) {
    for (const { kind, name } of placeholdersIn(entry.turns)) {
        const known = kind === "file" ? files : (entry.capture ?? {});
        if (Object.hasOwn(known, name))
            continue;
        const remedy = kind === "file" ? "add the file" : "declare it under capture";
        throw new ScenarioError(`{{${kind}:${name}}} in ${where} stands for nothing; ${remedy}`);
    }
}

;// CONCATENATED MODULE: ./lib/local/scripted-model/load-scenario.js







/** What of `scenario.yml` must be known before the files are read. */
const Outline = schemas.looseObject({ files: schemas.never("files are read from the directory, not listed").optional() });
/**
 * Reads `scenario.yml` in `directory` and every file that its turns name, below the same directory. Throws a
 * `ScenarioError` that names the file and the mistake.
 */
async function loadScenario(directory) {
    const source = (0,external_node_path_.join)(directory, "scenario.yml");
    const outline = Outline.safeParse(parseYaml(await readText(source), source));
    if (!outline.success)
        throw new ScenarioError(`${source} is not valid: ${core_errors/* prettifyError */.S1(outline.error)}`);
    const files = {};
    for (const { kind, name } of placeholdersIn(outline.data)) {
        if (kind === "file")
            files[name] ??= await readText(below(directory, name));
    }
    return parseScenario({ ...outline.data, files }, source);
}
function parseYaml(text, source) {
    try {
        return (0,dist/* parse */.qg)(text);
    }
    catch (cause) {
        throw new ScenarioError(`${source} is not YAML: ${String(cause)}`, { cause });
    }
}
async function readText(path) {
    try {
        return await (0,promises_.readFile)(path, "utf8");
    }
    catch (cause) {
        throw new ScenarioError(`${path} cannot be read; a scenario needs scenario.yml and every file it names`, {
            cause,
        });
    }
}
function below(directory, path) {
    if ((0,external_node_path_.isAbsolute)(path) || (0,external_node_path_.normalize)(path).startsWith("..")) {
        throw new ScenarioError(`{{file:${path}}} leaves ${directory}; name a file below it`);
    }
    return (0,external_node_path_.join)(directory, path);
}

;// CONCATENATED MODULE: ./lib/local/scripted-model/openai/request.js
/** Requests of the OpenAI Responses API: shape, and the rules of the real service that a client can break. */



const request_Content = schemas.union([schemas.string(), schemas.array(schemas.looseObject({ text: schemas.string().optional() }))]);
const request_Message = schemas.looseObject({
    type: schemas.literal("message").optional(),
    role: schemas["enum"](["user", "assistant", "system", "developer"]),
    content: request_Content,
});
const FunctionCall = schemas.looseObject({
    type: schemas.literal("function_call"),
    call_id: schemas.string().min(1).max(64),
    name: schemas.string(),
    arguments: schemas.string(),
});
const FunctionOutput = schemas.looseObject({
    type: schemas.literal("function_call_output"),
    call_id: schemas.string(),
    output: request_Content,
});
const Reasoning = schemas.looseObject({
    type: schemas.literal("reasoning"),
    id: schemas.string(),
    encrypted_content: schemas.string().nullish(),
});
const Item = schemas.union([FunctionCall, FunctionOutput, Reasoning, request_Message]);
/** The request body, as far as an answer depends on it. */
const ResponsesRequest = schemas.looseObject({
    model: schemas.string().min(1),
    input: schemas.union([schemas.string().transform((content) => [{ role: "user", content }]), schemas.array(Item)]),
    instructions: schemas.string().nullish(),
    tools: schemas.array(schemas.looseObject({ type: schemas.string() })).optional(),
    max_output_tokens: schemas.int().min(16).nullish(),
    include: schemas.array(schemas.string()).nullish(),
    prompt_cache_key: schemas.string().max(64).nullish(),
    store: schemas.boolean().nullish(),
    stream: schemas.boolean().nullish(),
});
/** Throws a `Refusal` of kind `invalid` with the wording of the real service where it has one. */
function parseResponsesRequest(body) {
    const result = ResponsesRequest.safeParse(body);
    if (!result.success)
        throw new Refusal("invalid", core_errors/* prettifyError */.S1(result.error), { cause: result.error });
    const { input } = result.data;
    openai_request_checkPairs(input);
    for (const item of input)
        if (isReasoning(item))
            checkReasoning(item);
    return result.data;
}
/** What stands in for the encrypted reasoning: it can be checked like the real one, and tells nothing. */
function sealOf(id) {
    return `scripted-${digest(id)}`;
}
/** What the player must know of a request. An answer is one run of items that are not of the user. */
function openai_request_conversationOf({ instructions, input }) {
    const opening = input.find((item) => !isOfModel(item));
    return {
        opening: opening ? openai_request_textOf(opening) : "",
        turn: input.filter((item, at) => isOfModel(item) && !isOfModel(input[at - 1])).length,
        text: [instructions ?? "", ...input.map(openai_request_textOf)].join("\n"),
    };
}
function isOfModel(item) {
    if (item === undefined)
        return false;
    return "role" in item
        ? item.role === "assistant"
        : item.type === "function_call" || item.type === "reasoning";
}
function isReasoning(item) {
    return item.type === "reasoning";
}
function openai_request_textOf(item) {
    if (FunctionCall.safeParse(item).success)
        return `${String(item.name)} ${String(item.arguments)}`;
    const content = "output" in item ? item.output : "content" in item ? item.content : "";
    if (typeof content === "string")
        return content;
    return Array.isArray(content) ? content.map(({ text }) => text ?? "").join("\n") : "";
}
function openai_request_checkPairs(input) {
    const calls = input.flatMap((item) => (item.type === "function_call" ? String(item.call_id) : []));
    const outputs = input.flatMap((item) => (item.type === "function_call_output" ? String(item.call_id) : []));
    const stray = outputs.find((id, at) => !calls.includes(id) || outputs.indexOf(id) !== at);
    if (stray !== undefined)
        throw new Refusal("invalid", `No tool call found for function call output with call_id ${stray}.`);
    const open = calls.find((id) => !outputs.includes(id));
    if (open !== undefined)
        throw new Refusal("invalid", `No tool output found for function call ${open}.`);
}
function checkReasoning({ id, encrypted_content }) {
    if (!encrypted_content)
        throw new Refusal("invalid", `Item with id '${id}' not found. Items are not persisted when store is false.`);
    if (encrypted_content !== sealOf(id))
        throw new Refusal("invalid", `The encrypted content for item ${id} could not be verified.`);
}

;// CONCATENATED MODULE: ./lib/local/scripted-model/openai/answer.js


const openai_answer_TEXT_CHUNK = 80;
const answer_JSON_CHUNK = 1024;
/** The response object, as a request without `stream` gets it. Ids depend on nothing but the request. */
function responseOf(request, answer) {
    const seed = JSON.stringify([request.model, request.input]);
    const isCut = answer.stop === "max_tokens";
    return {
        id: `resp_${digest(seed)}`,
        object: "response",
        created_at: 0,
        model: request.model,
        status: isCut ? "incomplete" : "completed",
        error: null,
        incomplete_details: isCut ? { reason: "max_output_tokens" } : null,
        output: itemsOf(request, answer, seed),
        usage: openai_answer_usageOf(request, answer),
    };
}
/** The events of a stream, in the order of the real service. */
function* answer_eventsOf(request, answer) {
    let sequence_number = 0;
    for (const event of unnumbered(request, answer))
        yield { ...event, sequence_number: sequence_number++ };
}
function* unnumbered(request, answer) {
    const response = responseOf(request, answer);
    const begun = { ...response, status: "in_progress", output: [], usage: null, incomplete_details: null };
    yield { type: "response.created", response: begun };
    yield { type: "response.in_progress", response: begun };
    for (const [output_index, item] of response.output.entries()) {
        yield { type: "response.output_item.added", output_index, item: answer_emptied(item) };
        yield* answer_deltasOf(item, output_index);
        yield { type: "response.output_item.done", output_index, item };
    }
    yield { type: `response.${response.status}`, response };
}
function* answer_deltasOf(item, output_index) {
    const at = { item_id: item.id, output_index };
    if (item.type === "function_call") {
        const type = "response.function_call_arguments";
        for (const delta of chunks(item.arguments, answer_JSON_CHUNK))
            yield { type: `${type}.delta`, ...at, delta };
        yield { type: `${type}.done`, ...at, name: item.name, arguments: item.arguments };
    }
    if (item.type !== "message")
        return;
    const [part] = item.content;
    const inside = { ...at, content_index: 0 };
    const isText = part.type === "output_text";
    const [type, text] = isText ? ["response.output_text", part.text] : ["response.refusal", part.refusal];
    yield {
        type: "response.content_part.added",
        ...inside,
        part: isText ? { ...part, text: "" } : { ...part, refusal: "" },
    };
    for (const delta of chunks(text, openai_answer_TEXT_CHUNK))
        yield { type: `${type}.delta`, ...inside, delta };
    yield { type: `${type}.done`, ...inside, ...(isText ? { text } : { refusal: text }) };
    yield { type: "response.content_part.done", ...inside, part };
}
/** One event as it goes over the wire. */
function answer_renderEvent(event) {
    return `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}
function itemsOf(request, answer, seed) {
    const items = [];
    const reasoning = `rs_${digest(seed)}`;
    if (request.include?.includes("reasoning.encrypted_content"))
        items.push({ id: reasoning, type: "reasoning", summary: [], encrypted_content: sealOf(reasoning) });
    const { text } = answer;
    if (text !== undefined) {
        const said = answer.stop === "refusal"
            ? { type: "refusal", refusal: text }
            : { type: "output_text", text, annotations: [] };
        items.push({
            id: `msg_${digest(seed)}`,
            type: "message",
            role: "assistant",
            status: "completed",
            content: [said],
        });
    }
    for (const [index, { name, input }] of answer.calls.entries()) {
        const id = digest(`${seed}${index}`);
        const args = JSON.stringify(input);
        items.push({
            id: `fc_${id}`,
            type: "function_call",
            call_id: `call_${id}`,
            name,
            arguments: args,
            status: "completed",
        });
    }
    return items;
}
function answer_emptied(item) {
    if (item.type === "function_call")
        return { ...item, arguments: "", status: "in_progress" };
    return item.type === "message" ? { ...item, content: [], status: "in_progress" } : item;
}
/** With a cache key a request reads what the request of the turn before it held, and writes the rest. */
function openai_answer_usageOf(request, answer) {
    const { input, instructions, tools = [], prompt_cache_key } = request;
    const textBefore = (end) => JSON.stringify([tools, instructions ?? "", input.slice(0, end)]);
    const total = tokens(textBefore(input.length));
    const last = input.findLastIndex((item, at) => isOfModel(item) && !isOfModel(input[at - 1]));
    const cached_tokens = prompt_cache_key && last >= 0 ? tokens(textBefore(last)) : 0;
    const output_tokens = answerTokens(answer);
    return {
        input_tokens: total,
        input_tokens_details: {
            cached_tokens,
            cache_write_tokens: prompt_cache_key ? total - cached_tokens : 0,
        },
        output_tokens,
        output_tokens_details: { reasoning_tokens: 0 },
        total_tokens: total + output_tokens,
    };
}

;// CONCATENATED MODULE: ./lib/local/scripted-model/openai/errors.js
const openai_errors_WIRE = {
    unauthenticated: { status: 401, code: "invalid_api_key" },
    invalid: { status: 400, code: null },
    not_found: { status: 404, code: "model_not_found" },
    too_large: { status: 413, code: null },
};
/** The status and body of a refused request. */
function openai_errors_renderRefusal({ kind, message }) {
    const { status, code } = openai_errors_WIRE[kind];
    return { status, body: { error: { message, type: "invalid_request_error", param: null, code } } };
}

;// CONCATENATED MODULE: ./lib/local/scripted-model/openai/format.js
/** The OpenAI Responses API as a wire format of the scripted model. */





/** `/v1/responses` and `/v1/models`. */
function openaiFormat(scenario) {
    return wireFormat({
        route(exchange) {
            const { method, path } = exchange.record;
            if (method === "POST" && path === "/v1/responses")
                return () => openai_format_answer(exchange);
            const isList = method === "GET" && path === "/v1/models" && isOpenAI(exchange);
            return isList ? () => sendJson(exchange.response, 200, openai_format_modelsOf(scenario)) : undefined;
        },
        keyOf: bearerOf,
        says: {
            noKey: "You didn't provide an API key. You need to provide your API key in an Authorization header.",
            badKey: "Incorrect API key provided.",
        },
        renderRefusal: openai_errors_renderRefusal,
    });
}
/** Anthropic lists its models at the same path; its clients always name a version of the API. */
function isOpenAI({ request }) {
    return request.headers["anthropic-version"] === undefined && bearerOf(request) !== "";
}
function openai_format_modelsOf({ models = ["scripted"] }) {
    return {
        object: "list",
        data: models.map((id) => ({ id, object: "model", created: 0, owned_by: "scripted-model" })),
    };
}
async function openai_format_answer(exchange) {
    const { request, response, record } = exchange;
    record.body = await readJson(request);
    const asked = parseResponsesRequest(record.body);
    record.model = asked.model;
    const found = await exchange.play(openai_request_conversationOf(asked));
    if (!asked.stream)
        return sendJson(response, 200, responseOf(asked, found));
    sendEvents(response, answer_eventsOf(asked, found), answer_renderEvent);
}

;// CONCATENATED MODULE: ./lib/local/scripted-model/player.js
/** Finds the answer to a request in a scenario. Pure: the same request always gets the same answer. */




/** Opens the first user message of every conversation, as one line of JSON. Other keys are allowed. */
const Header = schemas.looseObject({
    agent: schemas.string(),
    mode: schemas.string(),
    feature: schemas.string(),
    round: schemas.int().nonnegative(),
});
/** Every first answer says so, because a transcript travels without its server. */
const MARK = "[scripted model]";
/**
 * The scenario's answer to `conversation`. Throws a `Refusal` of kind `invalid`, which names the header, when no
 * entry fits, the script has ended, or a capture is nowhere in the request.
 */
function play(scenario, conversation) {
    const header = player_headerOf(conversation.opening);
    const entry = findEntry(scenario, header);
    if (!entry)
        throw new Refusal("invalid", unmatched(scenario, header, conversation.opening));
    const turn = entry.turns[conversation.turn];
    if (!turn) {
        const turns = entry.turns.length === 1 ? "1 turn" : `${entry.turns.length} turns`;
        throw new Refusal("invalid", `${MARK} ${nameOf(entry)} of scenario ${scenario.name} has ${turns}; the request for ${told(header)} asks for turn ${conversation.turn + 1}`);
    }
    return answerOf(turn, entry, scenario, conversation);
}
/** The header that opens `text`, or undefined when its first line is none. */
function player_headerOf(text) {
    const line = text.split("\n", 1)[0] ?? "";
    try {
        return Header.safeParse(JSON.parse(line)).data;
    }
    catch {
        return undefined;
    }
}
function findEntry(scenario, header) {
    const fitting = header && scenario.entries.find((entry) => entry.when && fits(entry.when, header));
    return fitting ?? scenario.entries.find((entry) => !entry.when);
}
function fits(when, header) {
    const keys = ["agent", "mode", "feature", "round"];
    return keys.every((key) => when[key] === undefined || when[key] === "*" || when[key] === header[key]);
}
function answerOf(turn, entry, scenario, conversation) {
    const resolve = ({ kind, name }) => kind === "file" ? (scenario.files?.[name] ?? "") : capture(entry, name, conversation.text);
    const text = [conversation.turn === 0 ? MARK : "", fillText(turn.text ?? "", resolve)]
        .filter(Boolean)
        .join(" ");
    const calls = (turn.calls ?? []).map(({ name, input }) => ({ name, input: fillObject(input, resolve) }));
    return {
        entry: nameOf(entry),
        ...(text ? { text } : {}),
        calls,
        stop: turn.stop ?? (calls.length > 0 ? "tool_use" : "end_turn"),
        delay: turn.delay ?? 0,
    };
}
function capture(entry, name, text) {
    const source = entry.capture?.[name] ?? "";
    const match = new RegExp(source, "m").exec(text);
    if (match)
        return match[1] ?? match[0];
    throw new Refusal("invalid", `${MARK} ${nameOf(entry)} needs "${name}", but nothing in the request matches ${source}`);
}
function unmatched(scenario, header, opening) {
    const got = header
        ? `no entry of scenario ${scenario.name} fits ${told(header)}`
        : `the first user message must open with one line of JSON such as {"agent":"code","mode":"plan","feature":"","round":0}, not ${JSON.stringify(opening.slice(0, 80))}`;
    return `${MARK} ${got}; it has ${scenario.entries.map(nameOf).join(", ")}`;
}
function told(header) {
    if (!header)
        return "a message without a header";
    const { agent, mode, feature, round } = header;
    return JSON.stringify({ agent, mode, feature, round });
}

;// CONCATENATED MODULE: ./lib/local/scripted-model/server.js
/** The scripted model: an HTTP server that speaks a model provider's API and answers from a scenario. */








const MAX_RECORDS = 1000;
/** Starts the server. Rejects with a `ScenarioError`, or with node's error when the port is taken. */
async function startScriptedModel(options) {
    const { scenario: given, host = "127.0.0.1", port = 0, clock = systemClock, delay = 0, log } = options;
    const scenario = typeof given === "string" ? await loadScenario(given) : parseScenario(given);
    const formats = [openaiFormat(scenario), geminiFormat(scenario), anthropicFormat(scenario)];
    const stage = { scenario, clock, delay };
    const records = [];
    let count = 0;
    const server = (0,external_node_http_.createServer)((request, response) => {
        const record = recordOf(request, clock);
        records.push(record);
        if (records.length > MAX_RECORDS)
            records.shift();
        const requestId = `req_scripted_${++count}`;
        const exchange = { request, response, record, requestId, play: player(stage, record) };
        serve(exchange, formats, scenario)
            .catch((thrown) => refuse(exchange, 500, String(thrown)))
            .finally(() => {
            record.status = response.statusCode;
            log?.(describe(record));
        });
    });
    await listen(server, port, host);
    const url = urlOf(server, host);
    const urls = { anthropic: url, openai: `${url}/v1`, gemini: url };
    return { url, urls, requests: () => [...records], close: () => server_close(server) };
}
function recordOf(request, clock) {
    const path = (request.url ?? "/").replace(/\?.*$/s, "");
    return { at: clock.now(), method: request.method ?? "GET", path, status: 0 };
}
function player(stage, record) {
    return async (conversation) => {
        const header = player_headerOf(conversation.opening);
        if (header)
            record.header = header;
        record.turn = conversation.turn;
        const answer = play(stage.scenario, conversation);
        record.entry = answer.entry;
        await sleep(stage.clock, stage.delay + answer.delay);
        return answer;
    };
}
async function serve(exchange, formats, scenario) {
    const { response, record, requestId } = exchange;
    response.setHeader("request-id", requestId);
    response.setHeader("x-request-id", requestId);
    if (record.path === "/" && record.method === "GET")
        return sendText(response, 200, introduction(scenario));
    for (const format of formats) {
        if (await format.handle(exchange))
            return;
    }
    refuse(exchange, 404, `the scripted model has no ${record.method} ${record.path}`);
}
/** For what no wire format answers. An answer that has begun can only be cut. */
function refuse({ response, record }, status, reason) {
    record.refusal = reason;
    if (response.headersSent)
        response.destroy();
    else
        sendText(response, status, `${reason}\n`);
}
function introduction(scenario) {
    const about = scenario.description ? `\n${scenario.description}\n` : "";
    return `This is a scripted model: no language model is behind it. It plays the scenario "${scenario.name}" over the APIs of Anthropic, OpenAI and Gemini, from a script that people wrote.\n${about}`;
}
function describe({ method, path, status, entry, turn, refusal }) {
    const what = refusal ?? (entry === undefined ? "" : `${entry}, turn ${(turn ?? 0) + 1}`);
    return `scripted model: ${method} ${path} ${status} ${what}`.trimEnd();
}
function listen(server, port, host) {
    return new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, host, () => {
            server.off("error", reject);
            resolve();
        });
    });
}
function urlOf(server, host) {
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}
function server_close(server) {
    return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
    });
}
function sleep(clock, milliseconds) {
    if (milliseconds === 0)
        return Promise.resolve();
    return new Promise((resolve) => {
        clock.after(milliseconds, resolve);
    });
}
const systemClock = {
    now: () => new Date(),
    after(milliseconds, run) {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
    },
};

// EXTERNAL MODULE: ./lib/ops/assets.js
var assets = __webpack_require__(68571);
// EXTERNAL MODULE: ./lib/cli/api.js
var api = __webpack_require__(73678);
// EXTERNAL MODULE: ./lib/cli/exit.js
var exit = __webpack_require__(13100);
// EXTERNAL MODULE: ./lib/cli/live-view.js
var live_view = __webpack_require__(4562);
// EXTERNAL MODULE: ./lib/cli/local-github.js + 60 modules
var local_github = __webpack_require__(26251);
// EXTERNAL MODULE: ./lib/cli/report.js
var cli_report = __webpack_require__(10706);
// EXTERNAL MODULE: ./lib/cli/sandbox-check.js
var sandbox_check = __webpack_require__(13692);
// EXTERNAL MODULE: ./lib/cli/story.js
var story = __webpack_require__(70715);
// EXTERNAL MODULE: ./lib/cli/templates.js
var cli_templates = __webpack_require__(53605);
// EXTERNAL MODULE: ./lib/cli/toolkit.js
var cli_toolkit = __webpack_require__(85456);
;// CONCATENATED MODULE: ./lib/cli/demo/demo.js
/** `nightshift demo`: the whole loop on this machine. Everything is real but the model, which is scripted, and says so. */


















const REPOSITORY = "acme/blog";
const MAINTAINER = "ada";
const SCRIPTED = "The model in this demo is scripted: its answers are written beforehand. Everything else is real.";
/** A loop that does nothing for this often is stuck. */
const IDLE_LOOKS = 3;
async function runDemo(options, terminal) {
    const started = Date.now();
    if (options.data !== undefined && (0,local_github/* isDataDirectory */.S)(options.data)) {
        throw new errors/* NightshiftError */.nc("INPUT_INVALID", `${options.data} holds a local GitHub already; the demo starts a new one. Name another directory.`);
    }
    terminal.line(SCRIPTED);
    const dataDir = options.data ?? (await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "nightshift-demo-")));
    const sandbox = await (0,sandbox_check/* checkSandbox */.S)();
    terminal.line(sandbox.mode === "required" ? `sandbox: ${sandbox.reason}` : `sandbox: off, because ${sandbox.reason}`);
    terminal.line(`model: ${MODELS[options.provider]}, played over the API of its provider`);
    const model = await startScriptedModel({ scenario: scenarioPath() });
    let local;
    try {
        const say = (line) => line && terminal.line(`${(0,story/* elapsed */.vk)(Date.now() - started)}  ${line}`);
        const view = (0,live_view/* liveView */.A)(terminal);
        local = await (0,local_github/* startLocalGitHub */.N)({
            dataDir,
            schedules: false,
            onProgress: (event) => {
                if (event.kind === "log")
                    say((0,story/* tellLog */.i)(event.text));
                view(event);
            },
            prepare: (forge, toolkit) => prepare(forge, toolkit, { model, sandbox: sandbox.mode, provider: options.provider }),
        });
        const { forge } = local;
        terminal.line(`a local GitHub runs at ${forge.serverUrl}, with ${REPOSITORY} and the templates as a maintainer copies them`);
        forge.onEvent((event) => {
            if (event.repository === REPOSITORY)
                say((0,story/* tell */.qz)(event));
        });
        const github = (0,api/* connectAsPerson */.k)({
            apiUrl: forge.apiUrl,
            repository: REPOSITORY,
            token: forge.createPersonToken(MAINTAINER),
        });
        const issue = await openRequirement(forge, terminal);
        const snapshot = await untilQuiet(local, github, issue, terminal);
        const idle = await sweepOnce(local, github);
        return finish(forge, snapshot, { issue, idle, seconds: (Date.now() - started) / 1_000 }, options.json, terminal);
    }
    finally {
        await local?.close();
        await model.close();
        terminal.line(SCRIPTED);
    }
}
function scenarioPath() {
    return (0,assets/* assetPath */.Q)("local/scripted-model/scenarios/blog");
}
/** Whose API the scripted model speaks in the demo: the agents cannot tell the difference. */
const MODELS = {
    anthropic: "anthropic:claude-sonnet-5-5",
    openai: "openai:gpt-6-sol",
    gemini: "gemini:gemini-4-argon",
};
/** A repository as a maintainer would have it after `nightshift init`. */
async function prepare(forge, toolkit, { model, sandbox, provider }) {
    const templates = await (0,cli_templates/* renderTemplates */.g$)({
        toolkit: cli_toolkit/* LOCAL_TOOLKIT */.j,
        sha: toolkit,
        sweep: "1h",
        ciWorkflows: [],
    });
    const files = {};
    for (const [path, content] of templates)
        files[path] = { content };
    Object.assign(files, await readTree((0,external_node_path_.join)(scenarioPath(), "repository")));
    forge.createUser("acme");
    forge.createUser(MAINTAINER);
    await forge.createRepository({
        owner: "acme",
        name: "blog",
        description: "A blog with user accounts",
        initialFiles: files,
        message: "A minimal server, and Nightshift's templates",
    });
    forge.setPermission(REPOSITORY, MAINTAINER, "admin");
    forge.setWorkflowPermissions(REPOSITORY, { default: "read", canCreatePulls: true });
    forge.setSecret(REPOSITORY, (0,domain_provider/* keyNameOf */.aD)(provider), "scripted-model-needs-no-key");
    forge.setVariable(REPOSITORY, "NIGHTSHIFT_MODEL", MODELS[provider]);
    forge.setVariable(REPOSITORY, "NIGHTSHIFT_BASE_URL", model.urls[provider]);
    forge.setVariable(REPOSITORY, "NIGHTSHIFT_SANDBOX", sandbox);
    for (const label of (0,labels/* allLabels */.dj)("nightshift"))
        forge.createLabel(REPOSITORY, label);
}
async function readTree(root) {
    const files = {};
    for (const entry of await (0,promises_.readdir)(root, { withFileTypes: true, recursive: true })) {
        if (!entry.isFile())
            continue;
        const path = (0,external_node_path_.join)(entry.parentPath, entry.name);
        files[(0,external_node_path_.relative)(root, path)] = { content: await (0,promises_.readFile)(path) };
    }
    return files;
}
async function openRequirement(forge, terminal) {
    terminal.line(`the demo plays the maintainer ${MAINTAINER}, who now opens a requirement with the issue form`);
    const issue = await forge.openIssueFromForm(REPOSITORY, {
        login: MAINTAINER,
        template: "nightshift.yml",
        title: "a blog with user accounts",
        fields: {
            requirement: "A small blog. People sign up and log in, write posts, and comment on posts. Posts are written in Markdown with an editor and are rendered safely.",
            criteria: "Everything has tests.\nNobody can read or change what is not theirs.",
            constraints: "Node.js only, no dependencies, data in files.",
        },
    });
    return issue.number;
}
/** Lets the loop run; approves what waits for the maintainer; ends when the requirement is closed or nothing moves any more. */
async function untilQuiet({ runner }, github, issue, terminal) {
    for (let looks = 0;; looks += 1) {
        await runner.idle();
        const snapshot = await (0,observe/* observe */.l)(github, { now: () => new Date() });
        const requirement = snapshot.requirements.find((candidate) => candidate.number === issue);
        if (requirement?.open === false || looks >= IDLE_LOOKS)
            return snapshot;
        const waiting = snapshot.pulls.filter((pull) => pull.state === "open" && (0,labels/* featureState */.SD)("nightshift", pull.labels) === "ready-to-merge");
        for (const pull of waiting) {
            terminal.line(`the demo, as ${MAINTAINER}, approves pull request #${pull.number} at ${pull.head.slice(0, 7)}`);
            await github.rest("POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews", {
                pull_number: pull.number,
                commit_id: pull.head,
                event: "APPROVE",
                body: "Looks good.",
            });
            looks = 0;
        }
    }
}
/** Wakes the manager once more: a quiet repository costs a few reads and no write. */
async function sweepOnce({ forge, runner }, github) {
    const before = new Set(forge.runs(REPOSITORY).map((run) => run.id));
    await github.rest("POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches", {
        workflow_id: "nightshift-merge.yml",
        ref: "main",
    });
    await runner.idle();
    const runs = forge.runs(REPOSITORY).filter((run) => !before.has(run.id));
    const rows = runs.flatMap((run) => forge.statistics({ runId: run.id, token: "job" }).rows);
    const sum = (wanted) => wanted.reduce((total, row) => total + row.requests, 0);
    const writes = rows.filter((row) => row.method !== "GET" && !row.route.startsWith("graphql:query"));
    return { runs: new Set(runs.map((run) => run.id)), apiCalls: sum(rows), writes: sum(writes) };
}
function finish(forge, snapshot, done, json, terminal) {
    const requirement = snapshot.requirements.find((candidate) => candidate.number === done.issue);
    if (requirement === undefined)
        throw new Error(`issue #${done.issue} is gone`);
    const report = (0,cli_report/* reportOf */.E)(forge, snapshot, requirement, done.seconds, done.idle.runs);
    terminal.line("");
    for (const line of (0,cli_report/* renderReport */.B)(report))
        terminal.line(line);
    terminal.line("");
    terminal.line(`An idle sweep after it: ${done.idle.apiCalls} API calls, ${done.idle.writes} of them writes.`);
    terminal.line(report.ok
        ? `${report.features.length} features merged in ${Math.round(done.seconds)} s. The repository: ${report.repository}`
        : "The loop did not finish; the lines above tell where it stopped.");
    terminal.line(`Start the blog: git clone ${report.repository} blog && cd blog && npm test && npm start`);
    if (json)
        terminal.answer(JSON.stringify({ ...report, idle_sweep_api_calls: done.idle.apiCalls }));
    return report.ok ? exit/* EXIT */.d.done : exit/* EXIT */.d.failed;
}


/***/ })

};
