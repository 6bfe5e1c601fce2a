export const id = 362;
export const ids = [362];
export const modules = {

/***/ 9362:
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
// EXTERNAL MODULE: ./lib/github/observe.js + 4 modules
var observe = __webpack_require__(87805);
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
function sendText(response, status, text) {
    response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(text);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/local/scripted-model/anthropic/usage.js
const CHARACTERS_PER_TOKEN = 4;
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
        output_tokens: tokens((answer.text ?? "") + answer.calls.map((call) => JSON.stringify(call)).join("")),
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
function tokens(text) {
    return Math.max(1, Math.ceil(text.length / CHARACTERS_PER_TOKEN));
}

;// CONCATENATED MODULE: ./lib/local/scripted-model/anthropic/answer.js
/** Answers of the Messages API: one message, or the same message as a stream of events. */


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
/** Splits between code points: half a surrogate pair does not survive UTF-8. */
function chunks(text, size) {
    const points = [...text];
    const starts = Array.from({ length: Math.ceil(points.length / size) }, (_, index) => index * size);
    return starts.map((start) => points.slice(start, start + size).join(""));
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
function digest(text) {
    return (0,external_node_crypto_.createHash)("sha256").update(text).digest("hex").slice(0, 24);
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

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(42047);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/errors.js
var core_errors = __webpack_require__(37428);
;// CONCATENATED MODULE: ./lib/local/scripted-model/anthropic/request.js
/** Requests of the Anthropic Messages API: shape, and the rules of the real service that a client can break. */


const cacheControl = schemas/* looseObject */._H3({ type: schemas/* literal */.euz("ephemeral") }).nullish();
const TextBlock = schemas/* looseObject */._H3({ type: schemas/* literal */.euz("text"), text: schemas/* string */.YjP(), cache_control: cacheControl });
const Block = schemas/* looseObject */._H3({ type: schemas/* string */.YjP(), cache_control: cacheControl });
const ToolUse = schemas/* looseObject */._H3({
    type: schemas/* literal */.euz("tool_use"),
    id: schemas/* string */.YjP(),
    name: schemas/* string */.YjP(),
    input: schemas/* unknown */.L5J(),
});
const ToolResult = schemas/* looseObject */._H3({
    type: schemas/* literal */.euz("tool_result"),
    tool_use_id: schemas/* string */.YjP(),
    content: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(Block)]).optional(),
});
const Message = schemas/* looseObject */._H3({
    role: schemas/* enum */.k5n(["user", "assistant", "system"]),
    content: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(Block).min(1)]),
});
/** The request body, as far as an answer depends on it. `max_tokens` is absent when tokens are only counted. */
const MessagesRequest = schemas/* looseObject */._H3({
    model: schemas/* string */.YjP().min(1),
    max_tokens: schemas/* int */.Whr().positive().optional(),
    messages: schemas/* array */.YOg(Message).min(1),
    system: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(TextBlock)]).optional(),
    tools: schemas/* array */.YOg(schemas/* looseObject */._H3({ cache_control: cacheControl })).optional(),
    stream: schemas/* boolean */.zMY().optional(),
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
    return {
        async handle(exchange) {
            const route = routeFor(exchange);
            if (!route)
                return false;
            try {
                checkKey(exchange.request);
                await route(exchange, scenario);
            }
            catch (thrown) {
                if (!(thrown instanceof Refusal))
                    throw thrown;
                const { status, body } = renderRefusal(thrown, exchange.requestId);
                exchange.record.refusal = thrown.message;
                sendJson(exchange.response, status, body);
            }
            return true;
        },
    };
}
function routeFor({ record }) {
    const target = `${record.method} ${record.path}`;
    const model = /^GET \/v1\/models\/([\w.:@-]+)$/.exec(target)?.[1];
    if (model)
        return ({ response }, scenario) => sendJson(response, 200, modelOf(model, scenario));
    return Object.hasOwn(ROUTES, target) ? ROUTES[target] : undefined;
}
/** Every key is good, except none and those that begin with `bad`: a client's path for a refused key can be tried. */
function checkKey({ headers }) {
    const bearer = /^Bearer (.+)$/i.exec(headers.authorization ?? "")?.[1];
    const key = String(headers["x-api-key"] ?? "") || bearer;
    if (!key)
        throw new Refusal("unauthenticated", "x-api-key or Authorization header is required");
    if (key.startsWith("bad"))
        throw new Refusal("unauthenticated", "invalid x-api-key");
}
async function answer(exchange) {
    const { request, response, record } = exchange;
    record.body = await readJson(request);
    const asked = parseMessagesRequest(record.body, { maxTokens: true });
    record.model = asked.model;
    const found = await exchange.play(conversationOf(asked));
    if (!asked.stream)
        return sendJson(response, 200, messageOf(asked, found));
    response.writeHead(200, {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-cache",
    });
    for (const event of eventsOf(asked, found))
        response.write(renderEvent(event));
    response.end();
}
async function countTokens({ request, response, record }) {
    record.body = await readJson(request);
    const asked = parseMessagesRequest(record.body, { maxTokens: false });
    sendJson(response, 200, { input_tokens: inputTokens(asked) });
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



const Stop = schemas/* enum */.k5n(["end_turn", "tool_use", "max_tokens", "refusal"]);
/** One call of a tool. Strings anywhere in `input` may hold placeholders. */
const Call = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP().min(1),
    input: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* json */.Pq9()),
});
/**
 * What the model answers to one request. `stop` is `tool_use` when there are calls and `end_turn` when there
 * are none, unless it is given; `delay` waits that many milliseconds before the answer.
 */
const Turn = schemas/* strictObject */.rej({
    text: schemas/* string */.YjP().min(1).optional(),
    calls: schemas/* array */.YOg(Call).min(1).optional(),
    stop: Stop.optional(),
    delay: schemas/* int */.Whr().nonnegative().optional(),
})
    .refine((turn) => turn.text !== undefined || turn.calls !== undefined, "a turn needs text, calls or both");
const key = schemas/* string */.YjP();
/** Which conversations an entry answers. A key that is left out, or `*`, fits every value. */
const When = schemas/* strictObject */.rej({
    agent: key.optional(),
    mode: key.optional(),
    feature: key.optional(),
    round: schemas/* union */.KCZ([schemas/* int */.Whr().nonnegative(), schemas/* literal */.euz("*")]).optional(),
});
/**
 * The script of one kind of conversation: turn n answers the request that holds n assistant messages.
 * An entry without `when` is the fallback: it answers what no other entry fits.
 * `capture` names regular expressions (flag `m`); each is run on the whole text of the request, and its first
 * group, or the whole match when it has no group, replaces `{{capture:name}}`.
 */
const Entry = schemas/* strictObject */.rej({
    when: When.optional(),
    capture: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).optional(),
    turns: schemas/* array */.YOg(Turn).min(1),
});
/**
 * A whole scenario. `models` are the ids that `GET /v1/models` lists (any id is answered); `files` holds the
 * texts that `{{file:path}}` stands for, by path. Entries are tried in order, the fallback last.
 */
const Scenario = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP().regex(/^[a-z0-9][a-z0-9-]*$/, "lower case letters, digits and dashes"),
    description: schemas/* string */.YjP().optional(),
    models: schemas/* array */.YOg(schemas/* string */.YjP().min(1)).min(1).optional(),
    entries: schemas/* array */.YOg(Entry).min(1),
    files: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).optional(),
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
const Outline = schemas/* looseObject */._H3({ files: schemas/* never */.ZmZ("files are read from the directory, not listed").optional() });
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

;// CONCATENATED MODULE: ./lib/local/scripted-model/player.js
/** Finds the answer to a request in a scenario. Pure: the same request always gets the same answer. */




/** Opens the first user message of every conversation, as one line of JSON. Other keys are allowed. */
const Header = schemas/* looseObject */._H3({
    agent: schemas/* string */.YjP(),
    mode: schemas/* string */.YjP(),
    feature: schemas/* string */.YjP(),
    round: schemas/* int */.Whr().nonnegative(),
});
/** Every first answer says so, because a transcript travels without its server. */
const MARK = "[scripted model]";
/**
 * The scenario's answer to `conversation`. Throws a `Refusal` of kind `invalid`, which names the header, when no
 * entry fits, the script has ended, or a capture is nowhere in the request.
 */
function play(scenario, conversation) {
    const header = headerOf(conversation.opening);
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
function headerOf(text) {
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
    const formats = [anthropicFormat(scenario)];
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
    return { url: urlOf(server, host), requests: () => [...records], close: () => server_close(server) };
}
function recordOf(request, clock) {
    const path = (request.url ?? "/").replace(/\?.*$/s, "");
    return { at: clock.now(), method: request.method ?? "GET", path, status: 0 };
}
function player(stage, record) {
    return async (conversation) => {
        const header = headerOf(conversation.opening);
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
    return `This is a scripted model: no language model is behind it. It plays the scenario "${scenario.name}" over the Anthropic Messages API, from a script that people wrote.\n${about}`;
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
// EXTERNAL MODULE: ./lib/cli/local-github.js + 59 modules
var local_github = __webpack_require__(57111);
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
            prepare: (forge, toolkit) => prepare(forge, toolkit, model, sandbox.mode),
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
/** A repository as a maintainer would have it after `nightshift init`. */
async function prepare(forge, toolkit, model, sandbox) {
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
    forge.setSecret(REPOSITORY, "ANTHROPIC_API_KEY", "scripted-model-needs-no-key");
    forge.setVariable(REPOSITORY, "NIGHTSHIFT_BASE_URL", model.url);
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


/***/ }),

/***/ 4562:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ liveView)
/* harmony export */ });
/** Follows the runner's progress; give it to the runner as `onProgress`. */
function liveView(terminal) {
    const titles = new Map();
    const jobs = new Map();
    const draw = () => terminal.status([...jobs.values()].map(({ name, doing }) => `${name}${doing && `: ${doing}`}`).join(" | "));
    return (event) => {
        switch (event.kind) {
            case "run_started":
                titles.set(event.runId, event.title);
                return;
            case "run_completed":
                titles.delete(event.runId);
                return;
            case "job_started":
                jobs.set(event.jobId, {
                    name: `${shortTitle(titles.get(event.runId))} · ${event.name.split(" / ").at(-1)}`,
                    doing: "",
                });
                return draw();
            case "job_completed":
                jobs.delete(event.jobId);
                return draw();
            case "log": {
                const job = jobs.get(event.jobId);
                const doing = /(turn \d+: .*|\$ .*)$/.exec(event.text)?.[1];
                if (job === undefined || doing === undefined)
                    return;
                job.doing = doing.slice(0, 80);
                return draw();
            }
        }
    };
}
/** `code · pull 6` without the forty digits. */
function shortTitle(title) {
    return (title ?? "").replace(/ · [0-9a-f]{40}$/, "");
}


/***/ }),

/***/ 10706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ renderReport),
/* harmony export */   E: () => (/* binding */ reportOf)
/* harmony export */ });
/* harmony import */ var _domain_pull_facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99331);
/* harmony import */ var _domain_requirement_facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62845);
/* harmony import */ var _domain_run_title_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38646);
/** What the loop did and what it cost, read from the local GitHub when it is done. */



/** Sums up one requirement. `billed_minutes`: every job counts as its started minutes, as GitHub bills them. */
function reportOf(forge, snapshot, requirement, seconds, 
/** Runs that were no part of the loop. */
without = new Set()) {
    const facts = (0,_domain_requirement_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .requirementFactsOf */ .Mq)(snapshot, requirement);
    const runs = forge
        .runs(snapshot.repository)
        .filter((run) => /nightshift-/.test(run.path) && !without.has(run.id));
    const costs = (0,_domain_requirement_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .costsOf */ .AR)(snapshot, requirement);
    const features = facts.features.map((feature) => featureReport(forge, snapshot, feature, runs));
    const all = usageOf(forge, runs);
    return {
        ok: facts.features.length > 0 && facts.features.every((feature) => feature.progress === "merged"),
        repository: forge.gitDir(snapshot.repository) ?? "",
        requirement: requirement.number,
        features,
        ...all,
        model_turns: costs.reduce((sum, cost) => sum + cost.turns, 0),
        tokens: costs.reduce((sum, cost) => sum + cost.tokens, 0),
        seconds,
    };
}
function featureReport(forge, snapshot, feature, all) {
    const { planned, pull } = feature;
    const runs = all.filter((run) => isFor(run, planned.number, pull?.number));
    const costs = pull
        ? [...(pull.block?.costs ?? []), ...pull.reviews.flatMap((review) => review.block?.cost ?? [])]
        : [];
    const times = runs.flatMap((run) => [Date.parse(run.createdAt), Date.parse(run.updatedAt)]);
    return {
        number: planned.number ?? 0,
        title: planned.title,
        pull: pull?.number ?? null,
        rounds: pull ? (0,_domain_pull_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .ownReviews */ ._i)(snapshot, pull).length : 0,
        merge_commit: pull?.mergeCommit ?? null,
        ...usageOf(forge, runs),
        model_turns: costs.reduce((sum, cost) => sum + cost.turns, 0),
        tokens: costs.reduce((sum, cost) => sum + cost.tokens, 0),
        usd: pull && (0,_domain_pull_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .factsOf */ .xS)(snapshot, pull) && costs.every((cost) => cost.usd !== null)
            ? costs.reduce((sum, cost) => sum + (cost.usd ?? 0), 0)
            : null,
        seconds: times.length === 0 ? 0 : Math.round((Math.max(...times) - Math.min(...times)) / 1_000),
    };
}
/** Runs whose title or message names the feature or its pull request. */
function isFor(run, feature, pull) {
    const subject = (0,_domain_run_title_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRunTitle */ .V)(run.displayTitle)?.subject;
    if (subject?.kind === "feature")
        return subject.number === feature;
    if (subject?.kind === "pull")
        return subject.number === pull;
    const text = JSON.stringify(run.trigger.payload.client_payload ?? null);
    return pull !== undefined && new RegExp(`"pull":${pull}\\b`).test(text);
}
function usageOf(forge, runs) {
    const jobs = runs
        .flatMap((run) => forge.jobs(run.id))
        .filter((job) => job.startedAt !== null && job.conclusion !== "skipped");
    const minutes = jobs.map((job) => Math.max(1, Math.ceil((Date.parse(job.completedAt ?? job.startedAt ?? "") - Date.parse(job.startedAt ?? "")) / 60_000)));
    const counted = runs.map((run) => forge.statistics({ runId: run.id, token: "job" }));
    const api = counted.flatMap((statistics) => statistics.rows.filter((row) => !row.route.startsWith("git:")));
    return {
        runs: runs.length,
        jobs: jobs.length,
        billed_minutes: minutes.reduce((sum, one) => sum + one, 0),
        api_calls: api.reduce((sum, row) => sum + row.requests, 0),
        notifying_writes: counted.reduce((sum, statistics) => sum + statistics.notifyingWrites, 0),
    };
}
/** The table that people see. */
function renderReport(report) {
    const head = [
        "feature",
        "pull",
        "rounds",
        "merge",
        "runs",
        "jobs",
        "min",
        "API",
        "notify",
        "turns",
        "tokens",
        "s",
    ];
    const rows = report.features.map((feature) => [
        feature.title,
        feature.pull === null ? "-" : `#${feature.pull}`,
        feature.rounds,
        feature.merge_commit?.slice(0, 7) ?? "-",
        feature.runs,
        feature.jobs,
        feature.billed_minutes,
        feature.api_calls,
        feature.notifying_writes,
        feature.model_turns,
        feature.tokens,
        feature.seconds,
    ]);
    const total = [
        "all, with planning",
        "",
        "",
        "",
        report.runs,
        report.jobs,
        report.billed_minutes,
        report.api_calls,
        report.notifying_writes,
        report.model_turns,
        report.tokens,
        Math.round(report.seconds),
    ];
    return table([head, ...rows, total].map((row) => row.map(String)));
}
function table(rows) {
    const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    return rows.map((row) => row
        .map((cell, column) => column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))
        .join("  "));
}


/***/ }),

/***/ 13692:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ checkSandbox)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _agent_sandbox_open_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10828);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49285);
/* harmony import */ var _ops_assets_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(68571);
/* harmony import */ var _ops_log_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(48206);
/** Which sandbox this machine can give, found out by opening one. */







/** `required` where the sandbox opens and passes its probe, else `off` with the reason. */
async function checkSandbox(bundle = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,_ops_assets_js__WEBPACK_IMPORTED_MODULE_5__/* .toolkitRoot */ .F)(), "dist", "index.js")) {
    const workspace = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), "nightshift-probe-"));
    try {
        const sandbox = await (0,_agent_sandbox_open_js__WEBPACK_IMPORTED_MODULE_3__/* .openSandbox */ .E)({
            mode: "required",
            workspace,
            network: "none",
            fileServerCommand: [process.execPath, bundle, "sandbox-files"],
            log: (0,_ops_log_js__WEBPACK_IMPORTED_MODULE_6__/* .openLog */ .N)({ stream: { write: () => true }, format: "plain" }),
        });
        const { reason } = sandbox;
        await sandbox.close();
        return { mode: "required", reason };
    }
    catch (error) {
        return { mode: "off", reason: (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error) };
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(workspace, { recursive: true, force: true });
    }
}


/***/ }),

/***/ 70715:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ tellLog),
/* harmony export */   qz: () => (/* binding */ tell),
/* harmony export */   vk: () => (/* binding */ elapsed)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42047);
/** Tells what happens on the local GitHub, one line for each thing that a person would notice. */

const Payload = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    issue: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ number: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), title: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), pull_request: zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J().optional() }).optional(),
    label: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }).optional(),
    comment: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ body: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), path: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(), line: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable().optional() })
        .optional(),
    pull_request: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        number: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
        title: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        merged: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
        merge_commit_sha: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable().optional(),
        head: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ sha: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
    })
        .optional(),
    review: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ state: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), body: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable() }).optional(),
    client_payload: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ message: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ type: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), from: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), to: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }) })
        .optional(),
});
/** Undefined for an event that is not worth a line. */
function tell(event) {
    const payload = Payload.safeParse(event.payload);
    if (!payload.success)
        return undefined;
    const who = event.actor.login === "github-actions[bot]" ? "nightshift" : event.actor.login;
    const { issue, label, pull_request: pull, review, comment, client_payload: dispatched } = payload.data;
    const first = (text) => text.split("\n", 1)[0]?.replaceAll("**", "").slice(0, 110) ?? "";
    switch (`${event.name}.${event.action ?? ""}`) {
        case "issues.opened":
            return issue && `${who} opened issue #${issue.number} "${issue.title}"`;
        case "issues.closed":
            return issue && `issue #${issue.number} "${issue.title}" is closed`;
        case "issues.labeled":
            return issue && label && `#${issue.number} is ${label.name.replace("nightshift:", "")}`;
        case "pull_request.opened":
            return (pull && `${who} opened pull request #${pull.number} "${pull.title}" at ${pull.head.sha.slice(0, 7)}`);
        case "pull_request.synchronize":
            return pull && `${who} pushed ${pull.head.sha.slice(0, 7)} to pull request #${pull.number}`;
        case "pull_request.closed":
            return (pull &&
                (pull.merged
                    ? `pull request #${pull.number} is merged as ${(pull.merge_commit_sha ?? "").slice(0, 7)}`
                    : `pull request #${pull.number} is closed`));
        case "pull_request_review.submitted":
            return (pull &&
                review &&
                `${who} reviewed #${pull.number}: ${first(review.body ?? "") || "answers in the threads"}`);
        case "pull_request_review_comment.created":
            return pull && comment && `  ${place(comment)}: ${first(comment.body)}`;
        case "issue_comment.created":
            return issue && comment && `${who} on #${issue.number}: ${plan(comment.body) ?? first(comment.body)}`;
        default:
            return event.name === "repository_dispatch" && dispatched
                ? `  message ${dispatched.message.type}: ${dispatched.message.from} → ${dispatched.message.to}`
                : undefined;
    }
}
function place(comment) {
    return comment.line ? `${comment.path}:${comment.line}` : (comment.path ?? "");
}
/** The plan in one line; undefined for any other comment. */
function plan(body) {
    if (!body.startsWith("### Plan"))
        return undefined;
    const titles = [...body.matchAll(/^#### (.+?)(?: \(#\d+\))?$/gm)].map((match) => match[1]);
    return `a plan of ${titles.length === 1 ? "one feature" : `${titles.length} features`}: ${titles.join("; ")}`;
}
/** What a log line of a job tells that no event does: the verification. */
function tellLog(text) {
    const match = /verification (passed|failed) on ([0-9a-f]{40}): (\d+ commands?)/.exec(text);
    return match
        ? `  the verify job, without any secret: ${match[3]} ${match[1]} on base ${match[2]?.slice(0, 7)}`
        : undefined;
}
/** Minutes and seconds, as a line begins. */
function elapsed(milliseconds) {
    const seconds = Math.round(milliseconds / 1_000);
    return `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;
}


/***/ })

};
