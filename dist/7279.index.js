export const id = 7279;
export const ids = [7279];
export const modules = {

/***/ 79131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ findResumePoint)
/* harmony export */ });
/* harmony import */ var _read_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14264);

/** How a run ended that another process may go on with: it was stopped from outside, or what it made did not arrive. */
const OPEN_ENDS = new Set(["cancelled", "deferred", "done"]);
/**
 * `kept` are the checkpoints that are still there. A reason instead of a place when there is nothing to go on with.
 */
function findResumePoint(lines, kept) {
    const own = (0,_read_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRun */ .hi)(lines);
    if (own[0]?.type !== "run")
        return { why: "it does not begin with its run" };
    const end = own.findLast((line) => line.type === "end");
    if (end?.type === "end" && !OPEN_ENDS.has(end.result.status))
        return { why: `it ended: ${end.result.cause}` };
    const turns = own.filter((line) => line.type === "model_turn");
    for (let at = turns.length - 1; at >= 0; at -= 1) {
        const turn = turns[at];
        if (turn === undefined)
            break;
        const point = pointAt({ lines, own, turns, kept }, at, turn);
        if (point)
            return point;
    }
    return { why: "nothing was paid yet" };
}
function pointAt(recorded, at, turn) {
    const { own, turns, lines } = recorded;
    const paidFrom = (seq) => own.flatMap((line) => line.seq >= seq && (line.type === "model_turn" || line.type === "budget") ? [line.usage] : []);
    const next = turns[at + 1]?.seq ?? Number.POSITIVE_INFINITY;
    const isAnswered = own.some((line) => line.type === "msg_user" && line.seq > turn.seq && line.seq < next);
    const after = isAnswered ? treeAfter(recorded, turn.turn, next) : undefined;
    if (after !== undefined)
        return {
            carried: cut(lines, next).filter(isNoEnd),
            torn: undefined,
            checkpoint: after,
            lost: paidFrom(next),
        };
    const before = treeAfter(recorded, turn.turn - 1, turn.seq);
    if (before === undefined)
        return undefined;
    const carried = cut(lines, turn.seq + 1).filter(isNoEnd);
    return { carried, torn: turn, checkpoint: before, lost: paidFrom(turn.seq + 1) };
}
/** The checkpoint that holds the tree as it was after `turn`; undefined when there is none. Only lines before `until` count. */
function treeAfter({ own, kept }, turn, until) {
    const usable = own.findLast((line) => line.type === "checkpoint" &&
        line.seq < until &&
        line.after <= turn &&
        (line.n === 0 || kept.has(line.n)));
    const [n, since] = usable?.type === "checkpoint" ? [usable.n, usable.after] : [0, 0];
    const touched = own.some((line) => line.type === "tool_result" && line.changed && line.turn > since && line.turn <= turn);
    return touched ? undefined : n;
}
/** Everything before line `seq` of the main run. */
function cut(lines, seq) {
    const run = lines[0]?.run;
    const end = lines.findIndex((one) => one.run === run && one.line !== undefined && one.line.seq >= seq);
    return end < 0 ? lines : lines.slice(0, end);
}
function isNoEnd({ line }) {
    return line?.type !== "end";
}


/***/ }),

/***/ 91039:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ openTranscript)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _ops_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32523);
/* harmony import */ var _record_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14264);
/* harmony import */ var _record_seal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74570);
/** The transcript of a run: JSON lines, only ever appended, redacted, readable by the owner alone. */




/** Opens a transcript for appending. Each line is one write, so that a kill tears the last one at most. */
function openTranscript(options) {
    const { file, agent, clock, redact, carried = [] } = options;
    const last = (0,_record_read_js__WEBPACK_IMPORTED_MODULE_2__/* .mainRun */ .hi)(carried).at(-1);
    const run = last?.run ?? options.run;
    let seq = last?.seq ?? 0;
    let turn = last?.turn ?? 0;
    let epoch = last?.epoch ?? 0;
    const write = file === undefined ? () => undefined : openFile(file, options.seal);
    write(carried.map(({ text }) => text));
    const append = (type, fields) => {
        if (file === undefined)
            return;
        seq += 1;
        const line = { v: 1, seq, ts: clock().toISOString(), run, agent, epoch, turn, type, ...fields };
        write([JSON.stringify((0,_ops_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .redactDeep */ .KL)(line, redact))]);
    };
    return {
        append,
        startEpoch(why) {
            epoch += 1;
            append("epoch", { why });
        },
        setTurn(next) {
            turn = next;
        },
    };
}
function openFile(file, secret) {
    const seal = secret === undefined ? undefined : (0,_record_seal_js__WEBPACK_IMPORTED_MODULE_3__/* .openSeal */ .Ip)(secret);
    const write = (lines) => {
        if (lines.length > 0)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)(file, `${lines.join("\n")}\n`, { mode: 0o600 });
    };
    write(seal ? [seal.head] : []);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)(file, "", { mode: 0o600 });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.chmodSync)(file, 0o600);
    return seal ? (lines) => write(lines.map((line) => seal.line(line))) : write;
}


/***/ }),

/***/ 58243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  CG: () => (/* binding */ leaveOutcome),
  oQ: () => (/* binding */ outcomeBase),
  cg: () => (/* binding */ prepareBench),
  Fj: () => (/* binding */ secretsOf),
  AN: () => (/* binding */ takePatch),
  lV: () => (/* binding */ treeNow),
  oJ: () => (/* binding */ work)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./lib/agent/event-line.js
const TEXT_CHARS = 200;
const PLAN_CHARS = 300;
function renderEvent(event) {
    switch (event.kind) {
        case "started":
            return `${event.agent} (${event.mode}) starts with ${event.model}`;
        case "turn":
            return `turn ${event.turn}: ${event.calls.join(", ") || "text"}${event.text ? ` — ${oneLine(event.text, TEXT_CHARS)}` : ""}`;
        case "tool":
            return `  ${event.name}${event.isError ? " failed" : ""} (${Math.round(event.ms)} ms)`;
        case "plan":
            return `  plan: ${oneLine(event.items.map((item) => `${item.state} ${item.text}`).join("; "), PLAN_CHARS)}`;
        case "hook":
            return `  hook ${event.hook} ${event.outcome}: ${oneLine(event.message, TEXT_CHARS)}`;
        case "submitted":
            return `  ${event.submission}: ${oneLine(event.message, TEXT_CHARS)}`;
        case "sub":
            return `  [${event.agent}] ${renderEvent(event.event).trimStart()}`;
        case "ended":
            return `${event.status} (${event.cause}) after ${event.turns} turns: ${oneLine(event.message, TEXT_CHARS)}`;
        default:
            return `  ${event.kind}: ${event.message}`;
    }
}
function oneLine(text, most) {
    return text.replaceAll("\n", " ").slice(0, most);
}

// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(49285);
// EXTERNAL MODULE: ./lib/ops/redact.js
var ops_redact = __webpack_require__(32523);
// EXTERNAL MODULE: ./lib/agent/sandbox/capture.js
var capture = __webpack_require__(25331);
;// CONCATENATED MODULE: ./lib/agent/mcp/open.js
/** Tools of MCP servers. The SDK is loaded only where a server is configured, and a server that fails never stops a run. */



const RESULT_CHARS = 24_000;
const DESCRIPTION_CHARS = 600;
/** What providers take as the name of a tool. */
const TOOL_NAME = /^[\w-]{1,64}$/;
const NONE = { tools: [], warnings: [], close: async () => undefined };
/** Asks every server for its tools, side by side. One that cannot be had is a warning, and its tools are not offered. */
async function openMcp(servers, ports) {
    if (servers.length === 0)
        return NONE;
    const { connectServer } = await Promise.all(/* import() */[__webpack_require__.e(7287), __webpack_require__.e(5916)]).then(__webpack_require__.bind(__webpack_require__, 5916));
    const opened = await Promise.all(servers.map((server) => toolsOf(server, connectServer(server, ports), ports.redact)));
    return {
        tools: opened.flatMap(({ tools }) => tools),
        warnings: opened.flatMap(({ warnings }) => warnings),
        async close() {
            await Promise.all(opened.map(({ connection }) => connection.close()));
        },
    };
}
async function toolsOf(server, connection, redact) {
    const warnings = [];
    const offered = await connection.tools().catch((error) => {
        warnings.push(`The MCP server ${server.name} cannot be used: ${(0,errors/* messageOf */.bD)(error)}`);
        return undefined;
    });
    const tools = server.tools.flatMap((name) => {
        const tool = offered?.find((each) => each.name === name);
        if (tool && TOOL_NAME.test(fullName(server, tool)))
            return [toolOf(server, tool, connection, redact)];
        if (offered)
            warnings.push(tool
                ? `The tool ${name} of the MCP server ${server.name} has a name that models do not take.`
                : `The MCP server ${server.name} has no tool ${name}; it has ${offered.map((each) => each.name).join(", ") || "none"}.`);
        return [];
    });
    return { connection, tools, warnings };
}
function fullName(server, { name }) {
    return `mcp__${server.name}__${name}`;
}
function toolOf(server, offered, connection, redact) {
    const name = fullName(server, offered);
    const isRead = offered.saysReadOnly && server.read_only.includes(offered.name);
    return {
        name,
        effect: isRead ? "read" : "execute",
        spec: { name, description: offered.description.slice(0, DESCRIPTION_CHARS), schema: offered.schema },
        prepare(input) {
            if (typeof input !== "object" || input === null || Array.isArray(input))
                return { invalid: "expected an object" };
            const given = Object.fromEntries(Object.entries(input).map(([key, value]) => [key, (0,ops_redact/* redactDeep */.KL)(value, redact)]));
            return { paths: [], run: (context) => ask(server, offered.name, connection, given, context) };
        },
    };
}
async function ask(server, tool, connection, input, { signal }) {
    try {
        const { text, isError } = await connection.call(tool, input, signal);
        return { text: fenced(server.name, (0,capture/* cutText */.I)(text, RESULT_CHARS)), isError };
    }
    catch (error) {
        return { text: `The MCP server ${server.name} gave no answer: ${(0,errors/* messageOf */.bD)(error)}`, isError: true };
    }
}
/** Words of strangers look like every other text of strangers, and cannot end their fence. */
function fenced(server, text) {
    return `<data "MCP server ${server}">\n${text.replaceAll(/<(?=\/?data\b)/gi, "‹")}\n</data>`;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/agent/backlog.js
/** A backlog in bounded memory that loses nothing: what does not fit waits in a private file until the reader comes. */



/** Items must survive JSON. At most `capacity` are held in memory for the reader, and as many again while a file is read back. */
function openBacklog(capacity, directory = (0,external_node_os_.tmpdir)()) {
    let ready = [];
    let overflow;
    let ended = false;
    let wake;
    function next() {
        if (ready.length === 0 && overflow) {
            ready = overflow.take(capacity);
            if (overflow.isEmpty()) {
                overflow.remove();
                overflow = undefined;
            }
        }
        return ready.shift();
    }
    return {
        push(item) {
            if (ended)
                return;
            if (!overflow && ready.length < capacity)
                ready.push(item);
            else {
                overflow ??= openOverflow(directory);
                overflow.add(item);
            }
            wake?.();
        },
        end() {
            ended = true;
            wake?.();
        },
        async next() {
            for (;;) {
                const item = next();
                if (item !== undefined)
                    return { done: false, value: item };
                if (ended)
                    return { done: true, value: undefined };
                await new Promise((resolve) => {
                    wake = resolve;
                });
            }
        },
        /** A reader that goes away early leaves nothing behind. */
        async return() {
            ended = true;
            ready = [];
            overflow?.remove();
            overflow = undefined;
            return { done: true, value: undefined };
        },
        [Symbol.asyncIterator]() {
            return this;
        },
    };
}
/** A file for each `PART` items, so that reading back holds one part in memory. */
const PART = 1_024;
function openOverflow(parent) {
    let directory;
    let written = 0;
    let taken = 0;
    let part = [];
    /** Where the disk refuses, memory has to do: an event is never lost for a full disk. */
    const kept = new Map();
    const fileOf = (number) => (0,external_node_path_.join)(directory ?? parent, `${number}.jsonl`);
    function add(item) {
        const line = JSON.stringify(item);
        try {
            directory ??= (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(parent, "nightshift-events-"));
            (0,external_node_fs_.appendFileSync)(fileOf(Math.floor(written / PART)), `\n${written}\t${line}`, { mode: 0o600 });
        }
        catch {
            kept.set(written, line);
        }
        written += 1;
    }
    function lineAt(index) {
        const inMemory = kept.get(index);
        if (inMemory !== undefined) {
            kept.delete(index);
            return inMemory;
        }
        const label = `${index}\t`;
        if (!part[0]?.startsWith(label)) {
            const lines = (0,external_node_fs_.readFileSync)(fileOf(Math.floor(index / PART)), "utf8").split("\n");
            const at = lines.findIndex((line) => line.startsWith(label));
            part = at < 0 ? [] : lines.slice(at);
        }
        return part.shift()?.slice(label.length);
    }
    return {
        add,
        take(most) {
            const items = [];
            while (taken < written && items.length < most) {
                const line = lineAt(taken);
                taken += 1;
                if (line !== undefined)
                    items.push(JSON.parse(line));
            }
            return items;
        },
        isEmpty: () => taken === written,
        remove() {
            if (directory !== undefined)
                (0,external_node_fs_.rmSync)(directory, { recursive: true, force: true });
        },
    };
}

;// CONCATENATED MODULE: ./lib/agent/event-queue.js
/** The event queue out of a run: ordered, nothing lost, and no consumer can hold the run up. */

/** Events that wait in memory for one consumer; more wait on disk. */
const CAPACITY = 1_024;
function openEventQueue(capacity = CAPACITY) {
    const consumers = new Set();
    let closed = false;
    return {
        push(event) {
            for (const consumer of consumers)
                consumer.push(event);
        },
        subscribe() {
            const consumer = openBacklog(capacity);
            if (closed)
                consumer.end();
            else
                consumers.add(consumer);
            return consumer;
        },
        close() {
            closed = true;
            for (const consumer of consumers)
                consumer.end();
            consumers.clear();
        },
    };
}

// EXTERNAL MODULE: ./lib/models/port.js
var port = __webpack_require__(19927);
// EXTERNAL MODULE: ./lib/models/retry.js
var retry = __webpack_require__(63860);
// EXTERNAL MODULE: ./lib/agent/conversation.js
var agent_conversation = __webpack_require__(37626);
// EXTERNAL MODULE: ./lib/agent/digest.js
var agent_digest = __webpack_require__(65005);
;// CONCATENATED MODULE: ./lib/agent/failover.js
/** The next model of the list takes over when one cannot be had. */



/** Failures in a row of one model before the next is asked. */
const TRIES = 3;
/** While another model stands ready, the patience with this one is short. */
function retryPolicy({ fallbacks }) {
    return fallbacks.length > 0 ? { ...retry/* RETRY_POLICY */.yE, tries: TRIES } : retry/* RETRY_POLICY */.yE;
}
/**
 * Takes the conversation over to the next model, without the thinking of the old one; false when there is none, or when the
 * failure is no outage: a wrong key, a wrong request or an unpaid bill is for a person to see, and would only be hidden.
 */
function failOver(session, error) {
    const isOutage = error instanceof retry/* DeferredError */._G || (error instanceof port/* ModelError */.me && error.retryable);
    const next = isOutage ? session.fallbacks.shift() : undefined;
    if (next === undefined || !(error instanceof Error))
        return false;
    const { conversation, budget, gauge, transcript, emit } = session;
    const from = session.model.id;
    session.model = next;
    budget.useModel(next.id);
    gauge.useModel(next.id);
    conversation.startEpoch("failover", (0,agent_conversation/* withoutOpaque */.g)(conversation.messages));
    transcript.append("failover", { from, to: next.id, message: error.message });
    emit({ kind: "failover", from, to: next.id, message: `${from} → ${next.id}: ${error.message}` });
    session.warnOfPrice();
    return true;
}

;// CONCATENATED MODULE: ./lib/agent/record/checkpoints.js
/** Checkpoints of the work tree, as a run takes them. */

/** Puts on record which files the agent knows, so that a process that goes on need not read them again. */
async function noteFiles({ run, transcript }) {
    if (run.transcript === undefined)
        return;
    const { seen, created } = await run.sandbox.files.learned();
    if (Object.keys(seen).length + created.length > 0)
        transcript.append("files", { seen, created });
}
/**
 * Keeps the tree after a turn that changed it, while the model thinks: when its next answer is on record, the tree that the
 * answer builds on is too. A checkpoint that cannot be taken is a warning; the run goes on without it.
 */
async function keepTree({ run, worktree, budget, transcript, emit }) {
    if (run.checkpoints === undefined || !worktree.isUnkept)
        return;
    const after = budget.turns;
    try {
        const { n, tree } = await run.checkpoints.keep();
        worktree.kept();
        transcript.append("checkpoint", { n, tree, after });
    }
    catch (error) {
        emit({ kind: "warning", message: `The work tree was not kept: ${(0,errors/* messageOf */.bD)(error)}` });
    }
}

;// CONCATENATED MODULE: ./lib/agent/model-call.js
/** One call of the model inside a run: retried, handed to another model, cut when time or money is up, and written down. */






const GRACE_MS = 90_000;
/** Asks the model and books what it cost; throws what cannot be retried. */
async function nextTurn(session, { over, outputTokens = Number.POSITIVE_INFINITY } = {}) {
    const { run, budget, conversation, transcript } = session;
    await noteFiles(session);
    conversation.flush();
    const kept = keepTree(session);
    transcript.setTurn(budget.turns + 1);
    const clock = new AbortController();
    const timeLeft = over ? GRACE_MS : budget.remainingMs();
    const timer = setTimeout(() => clock.abort(), timeLeft);
    try {
        return take(session, await model_call_ask(session, { clock, timeLeft, outputTokens }));
    }
    catch (error) {
        if (clock.signal.aborted && !run.signal.aborted)
            return "cut";
        if (error instanceof port/* ModelError */.me && error.kind === "context_overflow")
            return "overflow";
        if (!run.signal.aborted && failOver(session, error))
            return "switched";
        throw error;
    }
    finally {
        await kept;
        clearTimeout(timer);
    }
}
/** Asks with retries; thinking that the provider no longer accepts is left out once. */
async function model_call_ask(session, asking) {
    const { conversation } = session;
    return askWithRetry(session, asking).catch((error) => {
        if (!(error instanceof port/* ModelError */.me) || error.kind !== "prefix_mismatch")
            throw error;
        conversation.startEpoch("prefix_mismatch", (0,agent_conversation/* withoutOpaque */.g)(conversation.messages));
        return askWithRetry(session, asking);
    });
}
function askWithRetry(session, asking) {
    const { run, budget, transcript, emit } = session;
    return (0,retry/* generateWithRetry */.Uf)(() => request(session, asking), {
        sleep: run.sleep,
        random: run.random ?? Math.random,
        clock: run.clock,
        signal: run.signal,
        deadline: new Date(run.clock().getTime() + asking.timeLeft),
        policy: retryPolicy(session),
        onFailure: ({ usage }) => {
            if (usage === undefined)
                return;
            budget.book(usage);
            transcript.append("budget", { usage, usd: session.priceOf(usage) });
        },
        onRetry: ({ attempt, waitMs, error }) => {
            transcript.append("retry", { attempt, waitMs, kind: error.kind, message: error.message });
            emit({ kind: "retry", attempt, waitMs, message: error.message });
        },
    });
}
function request(session, { clock, outputTokens }) {
    const { run, budget, conversation, transcript, toolbox } = session;
    // A failed call can have used up the rest: the run ends, and no retry makes it dearer.
    if (budget.isSpent())
        clock.abort();
    transcript.append("model_request", {
        model: session.model.id,
        messages: conversation.messages.length,
        sha: (0,agent_digest/* sha256 */.s)(JSON.stringify(conversation.messages)),
    });
    return session.model.generate({
        system: run.definition.prompt,
        tools: toolbox.specs,
        messages: conversation.messages,
        maxOutputTokens: Math.min(outputTokens, budget.outputTokens()),
        effort: run.definition.effort,
        previousId: conversation.lastTurnId,
        signal: AbortSignal.any([run.signal, clock.signal]),
    });
}
/** Books an answer before anybody looks at what it says. */
function take(session, turn) {
    const { budget, gauge, conversation, cache } = session;
    budget.book(turn.usage);
    budget.endTurn();
    gauge.count(turn.usage);
    cache.observe(turn, conversation.epoch);
    if (turn.stop !== "context_overflow")
        return turn;
    conversation.record(turn, [], session.priceOf(turn.usage));
    return "overflow";
}

// EXTERNAL MODULE: ./lib/agent/sandbox/git-view.js + 1 modules
var git_view = __webpack_require__(5456);
;// CONCATENATED MODULE: ./lib/agent/summary.js
const LAST_WORDS = 3;
const WORDS_CHARS = 600;
const COMMANDS = 10;
const FILES = 60;
/** Asks for the summary, in the conversation itself: what was said so far is in the provider's cache. */
const SUMMARY_REQUEST = `This conversation has grown too large and is about to be replaced by your summary of it. Call no tool. Answer with the summary alone, at most 2,500 words, under these headings:
Goal; Constraints; Done; Decisions (each with its reason); Failing now; Next; Files (path: what matters in it, what you changed).
Keep exact names, paths, commands and error messages. What you leave out is forgotten.`;
const SUMMARY_AGAIN = "That was no summary. Call no tool; write the summary as text now.";
/** The message that begins the next epoch, after the task itself. */
function resumeMessage({ plan, summary, changes, lastFailure }) {
    return [
        "You have begun this task; the conversation until now was replaced by the following. Go on from here.",
        section("Your plan", plan.map(({ state, text, id }) => `- [${state}] ${id}: ${text}`).join("\n")),
        section("Summary", summary),
        section("Changed files", changes),
        section("Output of the last failing command", lastFailure),
    ]
        .filter((text) => text !== "")
        .join("\n\n");
}
function section(title, text) {
    return text === "" ? "" : `## ${title}\n${text}`;
}
/** A summary that needs no model: files, commands and the last words, as they were recorded. */
function deterministicSummary({ messages, commands, earlier }) {
    const written = writtenPaths(messages);
    const ran = commands
        .slice(-COMMANDS)
        .map(({ command, exitCode }) => `- exit ${exitCode ?? "none"}: ${firstLine(command)}`);
    const said = messages
        .filter(({ role }) => role === "assistant")
        .map(({ parts }) => textOf(parts).trim())
        .filter((text) => text !== "")
        .slice(-LAST_WORDS)
        .map((text) => `- ${text.slice(0, WORDS_CHARS)}`);
    return [
        earlier,
        written.length > 0 ? `Files written: ${written.slice(-FILES).join(", ")}` : "",
        ran.length > 0 ? `Last commands:\n${ran.join("\n")}` : "",
        said.length > 0 ? `Last words:\n${said.join("\n")}` : "",
    ]
        .filter((text) => text !== "")
        .join("\n\n");
}
/** Paths that calls named whose results were no errors. */
function writtenPaths(messages) {
    const parts = messages.flatMap((message) => message.parts);
    const failed = new Set(parts.flatMap((part) => (part.kind === "result" && part.isError ? [part.id] : [])));
    const paths = parts.flatMap((part) => part.kind === "call" && !failed.has(part.id) && /_file$|^apply_patch$/.test(part.name)
        ? pathsIn(part)
        : []);
    return [...new Set(paths)];
}
function pathsIn({ name, input }) {
    if (name === "read_file" || typeof input !== "object" || input === null)
        return [];
    return Object.entries(input).flatMap(([key, value]) => ["path", "from", "to"].includes(key) && typeof value === "string" ? [value] : []);
}
function textOf(parts) {
    return parts.map((part) => (part.kind === "text" ? part.text : "")).join("");
}
function firstLine(text) {
    return (text.split("\n")[0] ?? "").slice(0, 200);
}

;// CONCATENATED MODULE: ./lib/agent/compaction.js
/** Replaces a conversation that has grown too large by a summary of it: a new epoch, because nothing that was sent may change. */





const MOST_COMPACTIONS = 3;
const ATTEMPTS = 2;
const SUMMARY_TOKENS = 4_000;
/** A shorter text is no summary of a conversation of this size. */
const LEAST_CHARS = 80;
const FAILURE_CHARS = 4_000;
const CHANGES_BYTES = 6_000;
const GIT_MS = 20_000;
/**
 * Begins the next epoch with the task word for word, the plan, a summary, the changed files and the last failing output.
 * The model writes the summary while its window still takes the question; else it is made from what was recorded.
 */
async function compact(session) {
    const { conversation, gauge, transcript, notes, emit } = session;
    const before = gauge.next();
    const unsent = conversation.takeWords();
    const asked = await askForSummary(session);
    const summary = asked ?? summaryFromRecord(session);
    const changes = await changedFiles(session);
    notes.summary = summary;
    notes.compactions += 1;
    conversation.startEpoch("compaction");
    conversation.say(session.opening);
    conversation.say(resumeMessage({ ...notes, changes }));
    for (const words of unsent)
        conversation.say(words);
    const by = asked === undefined ? "record" : "model";
    const after = gauge.next();
    transcript.append("compact", { count: notes.compactions, before, after, by });
    emit({
        kind: "compaction",
        count: notes.compactions,
        message: `${before} tokens replaced by a summary of ${after} (${by === "model" ? "by the model" : "from the record"})`,
    });
}
/** The model's own summary; undefined when it gave none. */
async function askForSummary(session) {
    const { conversation, gauge, transcript } = session;
    for (let attempt = 1; attempt <= ATTEMPTS && gauge.fits(SUMMARY_TOKENS); attempt += 1) {
        conversation.say(attempt === 1 ? SUMMARY_REQUEST : SUMMARY_AGAIN);
        try {
            const turn = await nextTurn(session, { outputTokens: SUMMARY_TOKENS });
            if (turn === "switched")
                continue;
            if (typeof turn === "string")
                return undefined;
            const parts = turn.parts.filter(({ kind }) => kind === "text");
            conversation.record(turn, parts, session.priceOf(turn.usage));
            const text = textOf(parts).trim();
            if (text.length >= LEAST_CHARS)
                return session.caller.redact(text);
        }
        catch (error) {
            if (!(error instanceof port/* ModelError */.me) || error.kind === "aborted")
                throw error;
            transcript.append("compact", { failed: error.message });
            return undefined;
        }
    }
    return undefined;
}
/** A summary that costs nothing. */
function summaryFromRecord({ conversation, worktree, notes }) {
    const { messages } = conversation;
    return deterministicSummary({ messages, commands: worktree.commands(), earlier: notes.summary });
}
async function changedFiles({ run, caller }) {
    const ask = (argv) => run.sandbox
        .exec({
        argv: ["git", ...git_view/* GIT_GUARDS */.e, ...argv],
        timeoutMs: GIT_MS,
        maxOutputBytes: CHANGES_BYTES,
        signal: run.signal,
    })
        .then(({ exitCode, output }) => (exitCode === 0 ? output.trim() : ""))
        .catch(() => "");
    const stat = await ask(["diff", "--no-ext-diff", "--no-textconv", "--no-color", "--stat", "HEAD"]);
    const fresh = await ask(["ls-files", "--others", "--exclude-standard"]);
    return caller.redact([stat, fresh === "" ? "" : `New:\n${fresh}`].filter((text) => text !== "").join("\n"));
}
/** As much of a failing command's output as the next epoch gets. */
function failureText(output) {
    return (0,capture/* cutText */.I)(output, FAILURE_CHARS);
}

;// CONCATENATED MODULE: ./lib/agent/heed.js
const STOP = "You are asked to stop. Call complete_task now with what is done; other calls will not run.";
/** Words of a person go behind the results of the last turn; a stop leaves one turn to end with. */
function heedSubmissions(session) {
    const { run, conversation, budget, caller, wishes, emit } = session;
    for (const submission of run.submissions?.take() ?? []) {
        switch (submission.kind) {
            case "steer": {
                const text = caller.redact(submission.text);
                conversation.say(text);
                emit({ kind: "submitted", submission: "steer", message: text });
                break;
            }
            case "compact":
                wishes.compaction = true;
                emit({ kind: "submitted", submission: "compact", message: "a new epoch before the next turn" });
                break;
            case "stop":
                wishes.stop = caller.redact(submission.why);
                conversation.say(STOP);
                budget.expire();
                emit({ kind: "submitted", submission: "stop", message: wishes.stop });
                break;
        }
    }
}
/** A run that was asked to stop and did not complete was cancelled; it did not run out of time. */
function heededEnding(session, ending) {
    const { stop } = session.wishes;
    if (stop === undefined || ending.cause !== "deadline")
        return ending;
    return { status: "cancelled", cause: "abort", message: `The run was stopped: ${stop}` };
}

;// CONCATENATED MODULE: ./lib/agent/result.js
const SENTENCES = {
    complete: "The agent finished its task.",
    max_turns: "The agent used up its turns before it finished.",
    deadline: "The agent ran out of time before it finished.",
    budget_usd: "The agent used up its money before it finished.",
    budget_tokens: "The agent used up its tokens before it finished.",
    loop: "The agent went round in circles and was stopped.",
    no_completion: "The agent stopped without saying that it had finished.",
    tool_errors: "The agent was stopped after too many failed tool calls.",
    provider: "The model's provider failed.",
    refusal: "The model refused the task.",
    context_exhausted: "The task outgrew the model's context window.",
    hook: "A hook stopped the agent.",
    abort: "The run was cancelled.",
};
/** A failed end with the cause's own sentence, and what is known beyond it. */
function failedEnding(cause, detail = "") {
    return {
        status: "failed",
        cause,
        message: detail === "" ? SENTENCES[cause] : `${SENTENCES[cause]} ${detail}`,
    };
}
/** The end that the agent itself declared. */
function completeEnding(completion) {
    const status = completion.status === "blocked" ? "blocked" : "done";
    const [first] = completion.blockers;
    const why = first === undefined ? completion.summary : `${first.kind}: ${first.detail}`;
    const message = status === "done" ? SENTENCES.complete : `The agent is blocked: ${firstSentence(why)}`;
    return { status, cause: "complete", message, completion };
}
const CANCELLED = { status: "cancelled", cause: "abort", message: SENTENCES.abort };
function firstSentence(text) {
    const line = text.trim().split("\n")[0] ?? "";
    return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}

// EXTERNAL MODULE: ./lib/agent/tool.js
var agent_tool = __webpack_require__(21131);
;// CONCATENATED MODULE: ./lib/agent/hook-points.js


const STOP_BLOCKS = 3;
/** Characters of a result that a hook is told. */
const hook_points_RESULT_CHARS = 20_000;
/** A point that the run passes, or ends at; words of a hook go to the model with its next request. */
async function passPoint({ hooks, conversation, budget }, point) {
    const answer = await hooks.fire(point, { turn: budget.turns + 1, usd: budget.usd });
    if (answer?.block !== undefined)
        return failedEnding("hook", `${point}: ${answer.block}`);
    if (answer?.context)
        conversation.say(answer.context);
    return undefined;
}
/** The last gate of `complete_task`. It can send an agent back only so often: a hook must not burn a whole budget. */
function stopGate(hooks, point, emit) {
    let blocks = 0;
    return async ({ completion, edited, turns }) => {
        const answer = await hooks.fire(point, { turn: turns, completion, edited });
        if (answer?.block === undefined)
            return undefined;
        blocks += 1;
        if (blocks <= STOP_BLOCKS)
            return answer.block;
        emit({
            kind: "warning",
            message: `A ${point} hook blocked ${STOP_BLOCKS} times before; now it is passed over.`,
        });
        return undefined;
    };
}
async function tellEnd({ hooks }, result) {
    const { status, cause, message, turns, usd, edited } = result;
    await hooks.fire("RunEnd", { status, cause, message, turns, usd, edited });
}
/**
 * Before a call: its input as the hooks leave it, or why it is refused. What comes back is no permission: the input is
 * checked again by the tool and judged by the policy.
 */
async function beforeTool(hooks, tool, input) {
    const answer = await hooks.fire("PreToolUse", { tool: tool.name, input });
    if (answer === undefined)
        return { input, context: "" };
    if (answer.block !== undefined)
        return { refused: `A hook blocked this call: ${answer.block}` };
    if (answer.updatedInput === undefined)
        return { input, context: answer.context };
    const [asked, wanted] = [(0,agent_tool/* effectOfCall */.x)(tool, input), (0,agent_tool/* effectOfCall */.x)(tool, answer.updatedInput)];
    // Reads run side by side with others; what was taken for one must not become a write.
    if (isWider(asked, wanted))
        return { refused: `A hook turned this ${asked} call into one that can ${wanted}.` };
    return { input: answer.updatedInput, context: answer.context };
}
function isWider(asked, wanted) {
    return asked === "read" && wanted !== "read";
}
/** After a call: the result with what the hooks have to say of it. */
async function afterTool(hooks, tool, input, output) {
    const { text, isError } = output;
    const answer = await hooks.fire("PostToolUse", {
        tool: tool.name,
        input,
        result: text.slice(0, hook_points_RESULT_CHARS),
        isError,
    });
    if (answer === undefined)
        return output;
    const objection = answer.block === undefined ? "" : `A hook objects: ${answer.block}`;
    const told = [text, objection, answer.context].filter((part) => part !== "").join("\n");
    return { text: told, isError: isError || answer.block !== undefined };
}

// EXTERNAL MODULE: ./lib/models/prices.js
var prices = __webpack_require__(26562);
// EXTERNAL MODULE: ./lib/domain/money.js
var money = __webpack_require__(49376);
;// CONCATENATED MODULE: ./lib/agent/budget.js
/** What a run has used of its limits, and what the next call may still cost. */



const NOTICE_AT = 0.8;
/** An answer shorter than this is of no use: the last call that can still have it is the one to end with. */
const LEAST_OUTPUT = 2_000;
/** Starts counting now. Tokens of a model without a known price count as a dollar for each million, never as nothing. */
function openBudget({ limits, model: first, clock, nextPrompt, bookToo }) {
    let started = clock().getTime();
    let model = first;
    let usage = port/* NO_USAGE */.yJ;
    let turns = 0;
    let expired = false;
    let known = 0;
    let isPriced = (0,prices/* costOf */.ho)(first, port/* NO_USAGE */.yJ, clock()) !== null;
    let unpricedTokens = 0;
    const elapsed = () => clock().getTime() - started;
    const priceOf = (call) => (0,prices/* costOf */.ho)(model, call, clock()) ?? tokensOf(call) / money/* TOKENS_PER_DOLLAR */.aD;
    const spent = () => known + unpricedTokens / money/* TOKENS_PER_DOLLAR */.aD;
    /** Worst case of the next prompt: nothing of it comes from the cache. */
    const nextPromptUsd = () => priceOf({ ...port/* NO_USAGE */.yJ, cacheWrite5m: nextPrompt() });
    function affordableOutput() {
        if (limits.usd === null)
            return limits.outputTokens;
        const prompt = nextPrompt();
        const perThousand = priceOf({ ...port/* NO_USAGE */.yJ, cacheWrite5m: prompt, output: 1_000 }) - nextPromptUsd();
        if (perThousand <= 0)
            return limits.outputTokens;
        const tokens = Math.floor(((limits.usd - spent() - nextPromptUsd()) / perThousand) * 1_000);
        return Math.min(limits.outputTokens, tokens);
    }
    const leastOutput = Math.min(LEAST_OUTPUT, limits.outputTokens);
    const outOfMoney = () => limits.usd !== null && spent() >= limits.usd;
    const outOfTokens = () => limits.tokens !== null && tokensOf(usage) >= limits.tokens;
    const moneyCause = () => (isPriced ? "budget_usd" : "budget_tokens");
    return {
        get deadline() {
            return new Date(started + limits.wallMs);
        },
        spendTime(ms) {
            started -= ms;
        },
        get usage() {
            return usage;
        },
        get usd() {
            return isPriced ? spent() : null;
        },
        get turns() {
            return turns;
        },
        get priceIsKnown() {
            return (0,prices/* costOf */.ho)(model, port/* NO_USAGE */.yJ, clock()) !== null;
        },
        book(call, of = model) {
            bookToo?.(call, of);
            usage = (0,port/* addUsage */.vk)(usage, call);
            const usd = (0,prices/* costOf */.ho)(of, call, clock());
            if (usd === null)
                unpricedTokens += tokensOf(call);
            else
                known += usd;
            isPriced ||= usd !== null && tokensOf(call) > 0;
        },
        endTurn() {
            turns += 1;
        },
        useModel(next) {
            model = next;
            // Nothing was paid yet: the run is one of the new model, whose price may be unknown.
            if (tokensOf(usage) === 0)
                isPriced = (0,prices/* costOf */.ho)(next, port/* NO_USAGE */.yJ, clock()) !== null;
        },
        reached() {
            if (outOfMoney())
                return moneyCause();
            if (outOfTokens())
                return "budget_tokens";
            if (turns >= limits.turns)
                return "max_turns";
            if (expired || elapsed() >= limits.wallMs)
                return "deadline";
            if (affordableOutput() < 2 * leastOutput && turns > 0)
                return moneyCause();
            return undefined;
        },
        isSpent: () => outOfMoney() || outOfTokens(),
        share: () => Math.max(turns / limits.turns, elapsed() / limits.wallMs, limits.usd === null ? 0 : spent() / limits.usd, limits.tokens === null ? 0 : tokensOf(usage) / limits.tokens),
        nearsEnd() {
            return this.share() >= NOTICE_AT;
        },
        expire() {
            expired = true;
        },
        remainingMs: () => Math.max(0, limits.wallMs - elapsed()),
        remainingUsd: () => (limits.usd === null ? null : Math.max(0, limits.usd - spent())),
        outputTokens: () => Math.max(Math.min(1_000, limits.outputTokens), affordableOutput()),
    };
}
function tokensOf(usage) {
    return (0,port/* promptTokens */.Hl)(usage) + usage.output;
}

;// CONCATENATED MODULE: ./lib/agent/cache-watch.js
/** Rounding of the provider is no miss. */
const SERVED_SHARE = 0.9;
/** How long the newest part of a conversation stays in the cache. */
const LIFETIME_MS = 5 * 60_000;
function openCacheWatch(transcript, clock) {
    let last;
    return {
        observe(turn, epoch) {
            const { cacheRead, cacheWrite5m, cacheWrite1h } = turn.usage;
            const now = clock().getTime();
            if (last?.epoch === epoch && cacheRead < last.tokens * SERVED_SHARE) {
                const pause = now - turn.ms - last.at;
                const guess = pause > LIFETIME_MS ? "expired" : "unknown";
                transcript.append("cache", {
                    expected: last.tokens,
                    reported: cacheRead,
                    pauseMs: pause,
                    reason: turn.cacheMiss ?? guess,
                });
            }
            last = { epoch, tokens: cacheRead + cacheWrite5m + cacheWrite1h, at: now };
        },
    };
}

// EXTERNAL MODULE: ./lib/models/facts.js + 2 modules
var facts = __webpack_require__(76807);
;// CONCATENATED MODULE: ./lib/agent/context.js
/** How large the next prompt is, and when it is better to begin anew with a summary. */



const CHARS_PER_TOKEN = 3.6;
/** Assumed window of a model that nobody has written down yet. */
const UNKNOWN_WINDOW = 200_000;
const SOFT_SHARE = 0.7;
/** Beyond this, models read carelessly and every turn is dear, however large their window is. */
const SOFT_TOKENS = 140_000;
/** Room below the next price tier. */
const TIER_SHARE = 0.9;
const WINDOW_SHARE = 0.95;
/** `fixed` is the size of what every request carries besides the messages, in characters: system prompt and tools. */
function openGauge(conversation, first, fixed, clock) {
    let model = first;
    let counted;
    const base = () => counted?.epoch === conversation.epoch ? counted.tokens : Math.ceil(fixed / CHARS_PER_TOKEN);
    const next = () => base() + Math.ceil(conversation.uncounted() / CHARS_PER_TOKEN);
    return {
        next,
        count(usage) {
            counted = { epoch: conversation.epoch, tokens: (0,port/* promptTokens */.Hl)(usage) + usage.output };
        },
        useModel(id) {
            model = id;
        },
        isFull: () => next() > softLimit(model, clock()),
        fits: (answer) => next() + answer <= windowOf(model) * WINDOW_SHARE,
    };
}
/** Tokens of a prompt from which on a conversation is summarised. */
function softLimit(model, on) {
    const tier = (0,prices/* nextTier */.It)(model, on);
    return Math.min(windowOf(model) * SOFT_SHARE, SOFT_TOKENS, tier === undefined ? SOFT_TOKENS : tier * TIER_SHARE);
}
function windowOf(model) {
    return (0,facts/* findFacts */.f)(model)?.window ?? UNKNOWN_WINDOW;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
;// CONCATENATED MODULE: ./lib/agent/hooks.js
/** Runs the hooks of a repository: commands in the sandbox that hear what happens, may stop it, and may not allow anything. */



const OUTPUT_BYTES = 200_000;
const hooks_WORDS_CHARS = 4_000;
const BLOCK = 2;
const NO_HOOKS = { fire: async () => undefined };
/** A hook says something by one JSON object: all that it prints, or its last line. */
const Answer = schemas.looseObject({
    decision: schemas["enum"](["ok", "block"]).optional(),
    reason: schemas.string().optional(),
    updatedInput: schemas.unknown().optional(),
    context: schemas.string().optional(),
});
function openHooks(config, ports) {
    if (config === undefined || Object.values(config).every((hooks) => hooks.length === 0))
        return NO_HOOKS;
    function tell(point, hook, outcome, message) {
        const text = ports.redact(message);
        ports.record({ point, command: hook.run, outcome, message: text });
        ports.emit({ kind: "hook", hook: point, outcome, message: text });
    }
    return {
        async fire(point, facts) {
            const tool = typeof facts.tool === "string" ? facts.tool : undefined;
            const hooks = config[point].filter(({ match }) => matches(match, tool));
            if (hooks.length === 0)
                return undefined;
            const answer = { block: undefined, updatedInput: undefined, context: "" };
            for (const hook of hooks) {
                const input = answer.updatedInput === undefined ? {} : { input: answer.updatedInput };
                const said = await hooks_ask(hook, point, { ...facts, ...input }, ports);
                if (said.kind === "failed") {
                    tell(point, hook, hook.required ? "blocked" : "warned", said.why);
                    if (!hook.required)
                        continue;
                    return { ...answer, block: `A required hook failed: ${said.why}` };
                }
                answer.context = [answer.context, ports.redact(said.context)]
                    .filter((text) => text !== "")
                    .join("\n");
                if (said.kind === "block") {
                    tell(point, hook, "blocked", said.reason);
                    return { ...answer, block: ports.redact(said.reason) };
                }
                if (said.updatedInput !== undefined && point === "PreToolUse") {
                    answer.updatedInput = said.updatedInput;
                    tell(point, hook, "rewrote", said.reason || hook.run);
                }
            }
            return answer;
        },
    };
}
/** `bash|mcp__tracker__*` */
function matches(match, tool) {
    if (match === undefined || tool === undefined)
        return true;
    return match.split("|").some((name) => new RegExp(`^${name.replaceAll("*", ".*")}$`).test(tool));
}
async function hooks_ask(hook, point, facts, { sandbox, about, signal, redact }) {
    try {
        const outcome = await sandbox.exec({
            script: hook.run,
            input: JSON.stringify((0,ops_redact/* redactDeep */.KL)({ hook: point, ...about, ...facts }, redact)),
            timeoutMs: hook.timeout_seconds * 1_000,
            maxOutputBytes: OUTPUT_BYTES,
            // The end of a run is told also when the run was cancelled.
            ...(point === "RunEnd" ? {} : { signal }),
        });
        return read(hook, outcome);
    }
    catch (error) {
        return { kind: "failed", why: `\`${hook.run}\` could not run: ${(0,errors/* messageOf */.bD)(error)}` };
    }
}
function read(hook, { exitCode, signal, timedOut, output }) {
    const text = output.trim();
    if (timedOut)
        return failure(hook, `took longer than ${hook.timeout_seconds} s`, text);
    if (exitCode !== 0 && exitCode !== BLOCK)
        return failure(hook, `ended with ${exitCode ?? signal}`, text);
    const json = jsonIn(text);
    const answer = json === undefined ? undefined : Answer.safeParse(json);
    if (json === null || answer?.success === false)
        return failure(hook, "printed JSON that says nothing known", text);
    const { decision, reason = "", updatedInput, context = "" } = answer?.data ?? {};
    const blocks = exitCode === BLOCK || decision === "block";
    const words = (reason || (json === undefined ? text : "")).slice(0, hooks_WORDS_CHARS);
    return {
        kind: blocks ? "block" : "ok",
        reason: blocks ? words || `\`${hook.run}\` says no` : words,
        updatedInput,
        context: context.slice(0, hooks_WORDS_CHARS),
    };
}
function failure(hook, how, text) {
    const tail = text === "" ? "" : `: ${text.slice(-500)}`;
    return { kind: "failed", why: `\`${hook.run}\` ${how}${tail}` };
}
/** The object that a text is, or that its last line is; undefined when it is mere text, null when it is broken JSON. */
function jsonIn(text) {
    const whole = parse(text);
    if (whole !== undefined)
        return whole;
    const last = text.split("\n").at(-1) ?? "";
    return last.startsWith("{") || text.startsWith("{") ? (parse(last) ?? null) : undefined;
}
function parse(text) {
    if (!text.startsWith("{"))
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/agent/loop-guard.js
/** Notices an agent that goes round in circles: results and the work tree count, not only what was asked. */

const REPEAT = { warn: 3, stop: 5 };
const CYCLE = { warn: 3, stop: 4 };
const OSCILLATION = { warn: 3, stop: 4 };
const SAME_FAILURE = { warn: 5, stop: 8 };
const NO_PROGRESS = { warn: 15, stop: 25 };
const SAME_TEXT = 3;
const MOST_WARNINGS = 3;
const CYCLE_LENGTHS = [2, 3, 4, 5, 6];
const ADVICE = {
    repeat: "You made the same call with the same result several times. Do something else.",
    cycle: "Your last calls repeat a cycle with the same results. Do something else.",
    oscillation: "Your edits keep returning to an earlier state. Decide which one is right.",
    "same-failure": "The same failure remains after several edits. Change the approach or reproduce it in a smaller case.",
    "no-progress": "Many turns brought nothing new: no file, no edit, no other failure. Act or complete the task.",
    "same-text": "Your last messages say the same. Act or complete the task.",
};
/** `start` is the digest of the work tree at the beginning: returning to it is never an oscillation. */
function openLoopGuard(start) {
    const rules = [
        repeatRule(),
        cycleRule(),
        oscillationRule(start),
        failureRule(start),
        progressRule(start),
        textRule(),
    ];
    let warnings = 0;
    return {
        observe(calls, text) {
            const verdicts = rules.flatMap((rule) => rule(calls, text) ?? []);
            const stop = verdicts.find(({ kind }) => kind === "stop");
            if (stop)
                return stop;
            const [first] = verdicts;
            if (!first)
                return undefined;
            // One warning for each turn: the agent is told one thing at a time, and what it was not told is no warning.
            warnings += 1;
            return warnings >= MOST_WARNINGS
                ? { kind: "stop", rule: "warnings", text: `${warnings} warnings: ${first.text}` }
                : first;
        },
    };
}
/** Warns and stops exactly when a count reaches its threshold. */
function judge(rule, count, { warn, stop }) {
    if (count >= stop)
        return { kind: "stop", rule, text: ADVICE[rule] };
    return count === warn ? { kind: "warn", rule, text: ADVICE[rule] } : undefined;
}
/** The worst of several verdicts of one rule. */
function worst(verdicts) {
    return (verdicts.find((verdict) => verdict?.kind === "stop") ?? verdicts.find((verdict) => verdict !== undefined));
}
function repeatRule() {
    let counts = new Map();
    let digest = null;
    return (calls) => worst(calls.map((call) => {
        if (call.digest !== digest)
            counts = new Map();
        digest = call.digest;
        const key = keyOf(call);
        const count = (counts.get(key) ?? 0) + 1;
        counts.set(key, count);
        return judge("repeat", count, REPEAT);
    }));
}
function cycleRule() {
    let history = [];
    return (calls) => worst(calls.map((call) => {
        history = [...history, keyOf(call)].slice(-6 * CYCLE.stop);
        return worst(CYCLE_LENGTHS.map((length) => cycleVerdict(history, length)));
    }));
}
/** Judged only when a round is complete, so that one cycle warns once. */
function cycleVerdict(history, length) {
    const rounds = roundsAtEnd(history, length);
    const last = history.slice(-length);
    const isTrueCycle = new Set(last).size > 1 &&
        !CYCLE_LENGTHS.some((shorter) => shorter < length && length % shorter === 0 && roundsAtEnd(last, shorter) >= length / shorter);
    return isTrueCycle && Number.isInteger(rounds) ? judge("cycle", rounds, CYCLE) : undefined;
}
/** How often the last `length` items repeat at the end; a fraction when a round is incomplete. */
function roundsAtEnd(history, length) {
    let same = length;
    while (same < history.length &&
        history[history.length - 1 - same] === history[history.length - 1 - same + length])
        same += 1;
    return history.length < length ? 0 : same / length;
}
function oscillationRule(start) {
    const returns = new Map();
    let current = start;
    return (calls) => worst(calls.map(({ digest }) => {
        if (digest === null || digest === current)
            return undefined;
        current = digest;
        if (digest === start)
            return undefined;
        const known = returns.get(digest);
        returns.set(digest, known === undefined ? 0 : known + 1);
        return known === undefined ? undefined : judge("oscillation", known + 1, OSCILLATION);
    }));
}
/** Counts rounds of edit and run: the same failure without an edit in between is no new round. */
function failureRule(start) {
    const rounds = new Map();
    let last = start;
    return (calls) => worst(calls.map((call) => {
        last = call.digest ?? last;
        if (!call.failedCommand)
            return undefined;
        const signature = failureSignature(call.result);
        const known = rounds.get(signature);
        if (known && known.digest === last && last !== null)
            return undefined;
        const count = (known?.count ?? 0) + 1;
        rounds.set(signature, { count, digest: last });
        return judge("same-failure", count, SAME_FAILURE);
    }));
}
function progressRule(start) {
    const seen = new Set([String(start)]);
    let barren = 0;
    return (calls) => {
        const before = seen.size;
        for (const call of calls) {
            seen.add(String(call.digest));
            seen.add(failureSignature(call.result));
        }
        barren = seen.size > before ? 0 : barren + 1;
        return judge("no-progress", barren, NO_PROGRESS);
    };
}
function textRule() {
    let last = new Set();
    let similar = 1;
    return (_calls, text) => {
        if (text.trim().length < 40)
            return undefined;
        const now = shingles(text);
        similar = similarity(last, now) >= 0.9 ? similar + 1 : 1;
        last = now;
        return similar === SAME_TEXT ? { kind: "warn", rule: "same-text", text: ADVICE["same-text"] } : undefined;
    };
}
/** What stays of a failure when numbers, hashes, paths and times are taken away. */
function failureSignature(output) {
    const normal = output
        .replace(/\b[0-9a-f]{7,}\b/gi, "#")
        .replace(/(?:\.{0,2}\/)[\w.@/-]+/g, "/")
        .replace(/\d+(?:[.:]\d+)*/g, "#")
        .replace(/\s+/g, " ");
    return hash(normal);
}
function keyOf({ tool, input, result }) {
    return hash(JSON.stringify([tool, input, tool === "bash" ? failureSignature(result) : result]));
}
function shingles(text) {
    const words = text
        .toLowerCase()
        .split(/\W+/)
        .filter((word) => word !== "");
    return new Set(words.map((_, at) => words.slice(at, at + 3).join(" ")));
}
function similarity(a, b) {
    const common = [...a].filter((item) => b.has(item)).length;
    return common / Math.max(1, a.size + b.size - common);
}
function hash(text) {
    return (0,external_node_crypto_.createHash)("sha256").update(text).digest("base64url");
}

// EXTERNAL MODULE: ./lib/agent/policy.js + 1 modules
var policy = __webpack_require__(33953);
// EXTERNAL MODULE: ./lib/domain/policy.js
var domain_policy = __webpack_require__(57024);
// EXTERNAL MODULE: ./lib/agent/completion.js
var completion = __webpack_require__(31255);
// EXTERNAL MODULE: ./lib/agent/tools/update-plan.js
var update_plan = __webpack_require__(31598);
// EXTERNAL MODULE: ./lib/agent/record/read.js + 1 modules
var record_read = __webpack_require__(14264);
;// CONCATENATED MODULE: ./lib/agent/record/restore.js
/** Brings a new session to where an earlier process left the run: messages, money, time, work tree, and what the guards had seen. */





/**
 * Nothing in the lines can raise a limit: what they tell is only ever added to what is spent. Prompt, tools and policy are
 * those of this process; when they are not the recorded ones, the messages go on in a new epoch without thinking.
 */
async function restoreSession(session, { point, layOut }, now) {
    const { transcript, budget, worktree, conversation, run } = session;
    const lines = (0,record_read/* mainRun */.hi)(point.carried);
    restoreConversation(session, lines);
    transcript.append("resume", { again: point.torn !== undefined });
    const { over, model } = spend(session, lines, point);
    for (const usage of point.lost) {
        budget.book(usage);
        transcript.append("budget", { usage, usd: session.priceOf(usage) });
    }
    await layOut();
    for (const line of lines)
        if (line.type === "tool_result")
            recallCall(session, line, point.torn);
    await worktree.settle();
    session.caller.escalations.push(...escalationsIn(lines, point.torn));
    await run.sandbox.files.recall(knownFiles(lines));
    recallTurns(session, lines, point.torn);
    const first = lines[0];
    const isSame = first?.type === "run" &&
        first.system === now.system &&
        first.tools === now.tools &&
        (model ?? first.model) === now.model;
    if (!isSame)
        conversation.startEpoch("resume", (0,agent_conversation/* withoutOpaque */.g)(conversation.messages));
    return point.torn && { turn: point.torn, over };
}
function restoreConversation({ conversation, gauge, notes }, lines) {
    const since = lines.findLastIndex(({ type }) => type === "epoch") + 1;
    const newest = lines.slice(since).findLast((line) => line.type === "model_turn");
    const last = newest?.type === "model_turn" ? newest : undefined;
    conversation.restore({
        messages: (0,record_read/* messagesOf */.cr)(lines),
        epoch: lines.at(-1)?.epoch ?? 0,
        lastTurnId: last?.id,
    });
    if (last)
        gauge.count(last.usage);
    notes.compactions = lines.filter((line) => line.type === "compact" && line.count !== undefined).length;
    const planned = lines.findLast((line) => line.type === "tool_call" && line.name === update_plan/* updatePlan */.t.name);
    const plan = planned?.type === "tool_call" ? update_plan/* PlanInput */.w.safeParse(planned.input).data : undefined;
    notes.plan = plan?.items ?? [];
}
/** Books everything on record: the limit that was reached before the torn turn was asked for, and the model that was last in use. */
function spend({ budget }, lines, { torn }) {
    budget.spendTime(workedMs(lines));
    let over;
    let model;
    for (const line of lines) {
        if (line.type === "failover")
            model = line.to;
        if (line.type === "budget")
            budget.book(line.usage, model);
        if (line.type !== "model_turn")
            continue;
        if (line.seq === torn?.seq)
            over = budget.reached();
        budget.book(line.usage, model);
        budget.endTurn();
    }
    return { over, model };
}
/** Time between the lines; the time in which nobody worked on the run does not count. */
function workedMs(lines) {
    return lines.reduce((sum, line, at) => {
        const before = lines[at - 1];
        if (before === undefined || line.type === "resume" || line.type === "rollback")
            return sum;
        return sum + Math.max(0, Date.parse(line.ts) - Date.parse(before.ts));
    }, 0);
}
function recallCall({ worktree }, line, torn) {
    if (torn && line.turn === torn.turn)
        return;
    for (const { cwd, ...command } of line.commands)
        worktree.ranCommand({ ...command, ...(cwd === undefined ? {} : { cwd }) });
    if (line.changed && line.effect !== "read")
        worktree.recall(line.effect);
}
function escalationsIn(lines, torn) {
    return lines.flatMap((line) => {
        if (line.type !== "policy" || line.decision !== "escalated" || line.turn === torn?.turn)
            return [];
        return (domain_policy/* Escalation */.UN.safeParse({
            agent: line.agent,
            tool: line.tool,
            what: line.what,
            why: line.why,
            answer: line.answer,
        }).data ?? []);
    });
}
function knownFiles(lines) {
    const files = lines.filter((line) => line.type === "files");
    return {
        seen: Object.assign({}, ...files.map(({ seen }) => seen)),
        created: files.flatMap(({ created }) => created),
    };
}
/** What the guards counted turn by turn, without the torn turn: that one is counted when it is made again. */
function recallTurns({ counts, guard }, lines, torn) {
    const outcomes = new Map(lines.flatMap((line) => (line.type === "tool_result" ? [[line.id, line]] : [])));
    const texts = new Map(messagesWithResults(lines).map((part) => [part.id, part.content]));
    for (const turn of lines) {
        if (turn.type !== "model_turn" || turn.seq === torn?.seq)
            continue;
        const calls = turn.parts.filter((part) => part.kind === "call");
        counts.toolCalls += calls.length;
        counts.cut = turn.stop === "max_tokens" ? counts.cut + 1 : 0;
        if (calls.length === 0) {
            if (turn.stop === "end_turn")
                counts.nudges += 1;
            continue;
        }
        counts.nudges = 0;
        const results = calls.flatMap((call) => {
            const outcome = outcomes.get(call.id);
            return outcome ? [{ call, outcome }] : [];
        });
        if (calls.some(({ name }) => name === completion/* COMPLETE_TASK */.Ol.name)) {
            counts.invalidCompletions += results.filter(({ outcome }) => outcome.invalid).length;
            continue;
        }
        for (const { outcome } of results)
            counts.errors = outcome.isError ? counts.errors + 1 : 0;
        counts.invalidTurns =
            results.length > 0 && results.every(({ outcome }) => outcome.invalid) ? counts.invalidTurns + 1 : 0;
        guard.observe(results.map(({ call, outcome }) => ({
            tool: call.name,
            input: call.input,
            result: texts.get(call.id) ?? "",
            failedCommand: outcome.failedCommand,
            digest: outcome.tree,
        })), turn.parts.map((part) => (part.kind === "text" ? part.text : "")).join(""));
    }
}
function messagesWithResults(lines) {
    return lines.flatMap((line) => line.type === "msg_user" ? line.parts.filter((part) => part.kind === "result") : []);
}

// EXTERNAL MODULE: ./lib/agent/definition.js
var agent_definition = __webpack_require__(92520);
// EXTERNAL MODULE: ./lib/agent/toolbox.js + 11 modules
var agent_toolbox = __webpack_require__(81407);
;// CONCATENATED MODULE: ./lib/agent/dialects.js
/** Agent definitions that were written for other tools, read as far as their meaning carries over. */




const EDITING = ["edit_file", "write_file"];
const LOOKING = ["list_files", "search"];
/** Names in lower case → ours. An empty list is known and never granted: a sub-agent starts no other. */
const TOOLS = {
    read: ["read_file"],
    notebookread: ["read_file"],
    grep: ["search"],
    glob: ["list_files"],
    ls: ["list_files"],
    search: LOOKING,
    codebase: LOOKING,
    edit: EDITING,
    multiedit: ["edit_file"],
    editfiles: [...EDITING, "delete_file", "move_file"],
    write: ["write_file"],
    bash: ["bash"],
    shell: ["bash"],
    execute: ["bash"],
    terminal: ["bash"],
    runcommands: ["bash"],
    changes: ["git"],
    todo: ["update_plan"],
    todos: ["update_plan"],
    todowrite: ["update_plan"],
    task: [],
    agent: [],
};
const EVERYTHING = agent_toolbox/* TOOL_NAMES */.K.filter((name) => name !== "task" && name !== "complete_task");
/** The line's newest model; a run of another provider keeps its own model. */
const MODELS = {
    haiku: "anthropic:claude-haiku-5-5",
    sonnet: "anthropic:claude-sonnet-5-5",
    opus: "anthropic:claude-opus-5-5",
};
const FrontMatter = schemas.looseObject({
    name: schemas.string().optional(),
    description: schemas.string(),
    tools: schemas.union([schemas.string(), schemas.array(schemas.string()), schemas["null"]()]).optional(),
    model: schemas.union([schemas.string(), schemas.array(schemas.string()), schemas["null"]()]).optional(),
});
const READ_KEYS = new Set(["name", "description", "tools", "model"]);
/**
 * Reads a definition of another tool. What is unknown here is left out and noted, never granted.
 * @throws NightshiftError CONFIG_INVALID when nothing usable is left
 */
function parseForeignDefinition(text, file) {
    const { front, body } = (0,agent_definition/* splitFrontMatter */.vQ)(text, file);
    const parsed = FrontMatter.safeParse(front);
    if (!parsed.success)
        throw new errors/* NightshiftError */.nc("CONFIG_INVALID", `${file}: it has no description; add one to its front matter.`);
    const { name, description, tools, model } = parsed.data;
    const notes = [];
    const ignored = Object.keys(parsed.data).filter((key) => !READ_KEYS.has(key));
    if (ignored.length > 0)
        notes.push(`${file}: ignored, because it means nothing here: ${ignored.join(", ")}.`);
    const granted = dialects_toolsOf(tools ?? undefined, file, notes);
    if (granted.length === 0)
        throw new errors/* NightshiftError */.nc("CONFIG_INVALID", `${file}: none of its tools exists here; name Read, Grep, Glob, Edit, Write or Bash.`);
    const ours = modelOf(model ?? undefined, file, notes);
    const definition = (0,agent_definition/* checkDefinition */.QU)({
        name: slug(name ?? fileName(file)),
        description: description.trim().slice(0, 1_024),
        tools: granted,
        ...(ours === undefined ? {} : { model: ours }),
    }, body, file);
    return { definition, notes };
}
function dialects_toolsOf(tools, file, notes) {
    if (tools === undefined)
        return EVERYTHING;
    const names = (typeof tools === "string" ? splitNames(tools) : tools).map((name) => name.trim());
    if (names.includes("*"))
        return EVERYTHING;
    const granted = new Set();
    for (const name of names.filter((each) => each !== "")) {
        const ours = TOOLS[name.toLowerCase()] ?? (EVERYTHING.includes(name) ? [name] : undefined);
        for (const tool of ours ?? [])
            granted.add(tool);
        if (ours === undefined)
            notes.push(name.includes("(")
                ? `${file}: the tool ${name} is not granted, because a part of a tool cannot be.`
                : `${file}: there is no tool ${name} here; it is ignored.`);
    }
    return [...granted].sort();
}
/** Commas inside parentheses belong to the name: `Bash(git log:*, git diff:*)`. */
function splitNames(text) {
    return text.split(/,(?![^(]*\))/);
}
function modelOf(model, file, notes) {
    const name = (Array.isArray(model) ? model[0] : model)?.trim().toLowerCase();
    if (name === undefined || name === "" || name === "inherit")
        return undefined;
    const ours = MODELS[name];
    if (ours === undefined)
        notes.push(`${file}: the model ${name} is not known here; the caller's is used.`);
    return ours;
}
function fileName(file) {
    return (file.split("/").at(-1) ?? "").replace(/(\.agent)?\.md$/, "");
}
/** `Code Reviewer` → `code-reviewer` */
function slug(name) {
    return name
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^[^a-z]+|-+$/g, "")
        .slice(0, 40);
}

;// CONCATENATED MODULE: ./lib/agent/registry.js
/** The agents that can be called by name: those that come along, and those of the repository. */



const NO_AGENTS = { agents: [], find: () => undefined };
/** Where a repository keeps definitions, the first folder first: on equal names an earlier folder wins. */
const AGENT_FOLDERS = [
    { folder: ".github/nightshift/agents", ending: ".md", foreign: false },
    { folder: ".github/agents", ending: ".agent.md", foreign: true },
    { folder: ".claude/agents", ending: ".md", foreign: true },
];
/** Names of Nightshift's own agents, which are no sub-agents. */
const RESERVED = new Set(["code", "review", "merge"]);
const MOST_AGENTS = 30;
/**
 * Builds the registry. A mistake in a file of our own form is an error; one in a file for another tool leaves that agent out.
 * `notes` tell people what was left out or passed over.
 * @throws NightshiftError CONFIG_INVALID for a broken definition, a reserved name, or the same name twice in our own folder
 */
function openRegistry(builtIn, project) {
    const notes = [];
    const candidates = [
        ...project.flatMap((file) => readProject(file, notes)),
        ...builtIn.map(({ file, text }) => ({
            definition: (0,agent_definition/* parseAgentDefinition */.ai)(text, file),
            file,
            rank: AGENT_FOLDERS.length,
        })),
    ];
    const chosen = new Map();
    for (const candidate of candidates.toSorted((a, b) => a.rank - b.rank)) {
        const { name } = candidate.definition;
        const first = chosen.get(name);
        if (first === undefined)
            chosen.set(name, candidate);
        else if (first.rank === candidate.rank && !AGENT_FOLDERS[candidate.rank]?.foreign)
            throw new errors/* NightshiftError */.nc("CONFIG_INVALID", `${first.file} and ${candidate.file} both define the agent "${name}"; rename one of them.`);
        else
            notes.push(`${candidate.file}: the agent "${name}" of ${first.file} is used instead.`);
    }
    const agents = [...chosen.values()]
        .map(({ definition }) => definition)
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    if (agents.length > MOST_AGENTS)
        throw new errors/* NightshiftError */.nc("CONFIG_INVALID", `There are ${agents.length} agents, more than ${MOST_AGENTS}; remove some from ${AGENT_FOLDERS[0].folder}.`);
    return { registry: { agents, find: (name) => chosen.get(name)?.definition }, notes };
}
function readProject({ file, text }, notes) {
    const rank = AGENT_FOLDERS.findIndex(({ folder, ending }) => file.startsWith(`${folder}/`) && file.endsWith(ending));
    const place = AGENT_FOLDERS[rank];
    if (place === undefined)
        return [];
    if (!place.foreign) {
        const definition = (0,agent_definition/* parseAgentDefinition */.ai)(text, file);
        if (RESERVED.has(definition.name))
            throw reserved(definition.name, file);
        return [{ definition, file, rank }];
    }
    try {
        const read = parseForeignDefinition(text, file);
        if (RESERVED.has(read.definition.name))
            throw reserved(read.definition.name, file);
        notes.push(...read.notes);
        return [{ definition: read.definition, file, rank }];
    }
    catch (error) {
        notes.push(`${(0,errors/* messageOf */.bD)(error)} The agent is left out.`);
        return [];
    }
}
function reserved(name, file) {
    return new errors/* NightshiftError */.nc("CONFIG_INVALID", `${file}: "${name}" is an agent of Nightshift itself; choose another name, or tell that agent about your project in AGENTS.md.`);
}
/** The agents as the model reads them in its first message; empty without any. */
function renderAgents(registry) {
    if (registry.agents.length === 0)
        return "";
    const lines = registry.agents.map(({ name, description }) => `- ${name}: ${description.replace(/\s+/g, " ")}`);
    return ["Agents for the tool task:", ...lines].join("\n");
}

// EXTERNAL MODULE: ./lib/agent/outputs.js
var outputs = __webpack_require__(92103);
;// CONCATENATED MODULE: ./lib/agent/slots.js
function openSlots(most) {
    let busy = 0;
    const line = [];
    return {
        async run(work) {
            if (busy < most)
                busy += 1;
            else
                await new Promise((enter) => line.push(enter));
            try {
                return await work();
            }
            finally {
                const next = line.shift();
                if (next)
                    next();
                else
                    busy -= 1;
            }
        },
    };
}

// EXTERNAL MODULE: ./lib/agent/tools/task.js
var tools_task = __webpack_require__(60568);
;// CONCATENATED MODULE: ./lib/agent/sub-agents.js
/** Sub-agents: one run inside another, with the parent's sandbox, policy and signal, and with less of everything else. */







const AT_ONCE = 3;
const PER_RUN = 12;
/** Of what is left of the parent's money or tokens. */
const LARGEST_SHARE = 0.4;
const sub_agents_RESULT_CHARS = 8_000;
const DEFAULT_OUTPUT_TOKENS = 16_000;
/** `session` is asked for only when a task comes, so that the tool list can be made before it. */
function openDelegation(run, session, runChild) {
    const registry = run.agents?.registry;
    if (registry === undefined || registry.agents.length === 0)
        return tools_task/* NO_DELEGATION */.JQ;
    const slots = openSlots(AT_ONCE);
    const promised = new Set();
    let started = 0;
    function start(definition, request, context) {
        started += 1;
        const number = started;
        return slots.run(async () => {
            const parent = session();
            const limits = childLimits(definition, parent, promised);
            if (limits === undefined)
                return refusal("There is not enough left of your budget for another agent.");
            promised.add(limits);
            try {
                const child = await childRun(parent, definition, request, { limits, number, signal: context.signal });
                return await tellOf(parent, definition, child, await runChild(child.run));
            }
            finally {
                promised.delete(limits);
            }
        });
    }
    return {
        effectOf(name) {
            const definition = registry.find(name);
            if (definition === undefined)
                return "read";
            const toolbox = (0,agent_toolbox/* selectTools */.g)(narrowed(definition, run), run.mcp);
            const onlyReads = narrowed(definition, run).every((tool) => toolbox.find(tool)?.effect === "read");
            return onlyReads ? "read" : "write";
        },
        async run(request, context) {
            const definition = registry.find(request.agent);
            if (definition === undefined) {
                const names = registry.agents.map(({ name }) => name).join(", ");
                return refusal(`There is no agent ${request.agent}; there are ${names}.`);
            }
            if (narrowed(definition, run).length === 0)
                return refusal(`The agent ${definition.name} needs tools that you do not have: ${definition.tools.join(", ")}.`);
            if (started >= PER_RUN)
                return refusal(`You have called ${PER_RUN} agents, which is the most for one task. Do the rest yourself.`);
            return start(definition, request, context);
        },
    };
}
function refusal(text) {
    return { text, isError: true };
}
/** A child has no tool that its parent lacks, and starts no other. */
function narrowed(definition, parent) {
    const has = new Set([...parent.definition.tools, ...(parent.mcp ?? []).map(({ name }) => name)]);
    return definition.tools.filter((name) => has.has(name) && name !== tools_task/* TASK */.wn && name !== "complete_task");
}
/** Less than what is left and not promised to another child yet; undefined when that is nothing. */
function childLimits(definition, { budget, run }, promised) {
    const left = budget.remainingUsd();
    const free = left === null ? null : left - [...promised].reduce((sum, { usd }) => sum + (usd ?? 0), 0);
    const usd = free === null ? definition.budget_usd : Math.min(definition.budget_usd, free * LARGEST_SHARE);
    const wallMs = Math.min(definition.timeout_mins * 60_000, budget.remainingMs());
    if (usd <= 0 || wallMs <= 0)
        return undefined;
    return {
        turns: definition.max_turns,
        wallMs,
        usd,
        tokens: run.limits.tokens === null ? null : Math.floor(run.limits.tokens * LARGEST_SHARE),
        outputTokens: Math.min(definition.output_tokens ?? DEFAULT_OUTPUT_TOKENS, run.limits.outputTokens),
    };
}
async function childRun(parent, definition, { prompt, files }, { limits, number, signal }) {
    const { run } = parent;
    const id = run.ids();
    const output = definition.output ?? outputs/* ANSWER */.t;
    const transcript = run.transcript?.replace(/(\.jsonl)?$/, `-${number}.jsonl`);
    parent.transcript.append("sub", {
        child: id,
        agent: definition.name,
        file: transcript?.split("/").at(-1) ?? null,
    });
    const brief = [
        "Another agent gives you this part of its task; nobody can answer questions. End with complete_task as the only call of its turn.",
        prompt,
        files.length > 0 ? `Files: ${files.join(", ")}` : "",
        `output of complete_task:\n${output.schema}`,
    ];
    return {
        id,
        run: {
            definition: { ...definition, tools: narrowed(definition, run) },
            header: { ...run.header, agent: definition.name, mode: "task" },
            brief: brief.filter((part) => part !== "").join("\n\n"),
            output: output.check,
            gates: [],
            model: await modelFor(definition, parent),
            workspace: run.workspace,
            sandbox: run.sandbox,
            limits,
            protectedPaths: run.protectedPaths,
            ...(run.rules ? { rules: run.rules } : {}),
            ...(run.approve ? { approve: run.approve } : {}),
            onBehalfOf: run.header.agent,
            ...(run.hooks ? { hooks: run.hooks } : {}),
            secrets: run.secrets,
            ...(transcript === undefined ? {} : { transcript }),
            ...(run.seal ? { seal: run.seal } : {}),
            ...(run.mcp ? { mcp: run.mcp.filter(({ name }) => definition.tools.includes(name)) } : {}),
            clock: run.clock,
            ids: () => id,
            sleep: run.sleep,
            ...(run.random ? { random: run.random } : {}),
            signal,
            onEvent: (event) => parent.emit({ kind: "sub", run: id, agent: definition.name, event }),
            bookToo: (usage, model) => bookChild(parent, usage, model),
        },
    };
}
/** Each call of a child is the parent's cost at once, also for a process that goes on after a kill. */
function bookChild({ budget, transcript, run, model: current }, usage, model = current.id) {
    budget.book(usage, model);
    transcript.append("budget", { usage, usd: (0,prices/* costOf */.ho)(model, usage, run.clock()) });
}
/** A definition's own model when it is of the provider in use, or can be had; else the parent's. */
async function modelFor(definition, parent) {
    const wanted = definition.model;
    const { connect } = parent.run.agents ?? {};
    if (wanted === undefined || wanted === parent.model.id || connect === undefined)
        return parent.model;
    return connect(wanted).catch((error) => {
        parent.emit({
            kind: "warning",
            message: `The agent ${definition.name} works with ${parent.model.id}, because ${wanted} cannot be had: ${(0,errors/* messageOf */.bD)(error)}`,
        });
        return parent.model;
    });
}
async function tellOf(parent, definition, child, result) {
    const { status, cause, usd, turns, edited, completion } = result;
    parent.caller.escalations.push(...result.escalations);
    parent.transcript.append("sub", { child: child.id, agent: definition.name, status, cause, usd, turns });
    const note = edited ? ["It changed files."] : [];
    const finished = status === "done" && completion !== undefined;
    const told = finished
        ? [completion.summary, JSON.stringify(completion.output ?? {}), ...note]
        : [`The agent ${definition.name} did not finish: ${result.message}`, ...note];
    return { text: (0,capture/* cutText */.I)(told.join("\n"), sub_agents_RESULT_CHARS), isError: !finished };
}

// EXTERNAL MODULE: ./lib/agent/transcript.js
var agent_transcript = __webpack_require__(91039);
// EXTERNAL MODULE: ./lib/agent/sandbox/file-client.js
var file_client = __webpack_require__(71687);
;// CONCATENATED MODULE: ./lib/agent/worktree.js

async function openWorktree(sandbox) {
    const start = await digestOf(sandbox);
    const runs = [];
    let digest = start;
    let wrote = false;
    /** Commands before this index ran on an older tree. */
    let fresh = 0;
    let isUnkept = false;
    function changedBy(effect) {
        wrote = true;
        fresh = effect === "execute" ? Math.max(0, runs.length - 1) : runs.length;
        const last = runs.at(-1);
        if (effect === "execute" && last)
            last.changed = true;
    }
    return {
        get digest() {
            return digest;
        },
        get edited() {
            return digest === null || start === null ? wrote : digest !== start;
        },
        commands: () => runs.map((run, index) => ({ ...run, afterLastEdit: index >= fresh })),
        ranCommand: (run) => void runs.push({ ...run }),
        async look(effect) {
            const now = await digestOf(sandbox);
            const changed = now === null ? effect === "write" : now !== digest;
            digest = now;
            if (changed)
                changedBy(effect);
            isUnkept ||= changed || now === null;
            return changed || now === null;
        },
        recall: changedBy,
        get isUnkept() {
            return isUnkept;
        },
        kept() {
            isUnkept = false;
        },
        async settle() {
            digest = await digestOf(sandbox);
        },
    };
}
/** A digest that takes too long is as good as none. */
function digestOf(sandbox) {
    return sandbox.files.digest().catch((error) => {
        if (error instanceof file_client/* FileRefusedError */.rr)
            return null;
        throw error;
    });
}

;// CONCATENATED MODULE: ./lib/agent/session.js



















/**
 * Prepares a run; no model call is made yet. `runChild` runs a sub-agent.
 * @throws NightshiftError SANDBOX_UNAVAILABLE when the sandbox is dead; CONFIG_INVALID for unknown tools
 */
async function openSession(asked, runChild) {
    const run = interruptible(asked);
    const redact = (0,ops_redact/* createRedactor */.lY)(run.secrets);
    const { mcp = [], agents } = run;
    const task = (0,tools_task/* taskTool */.GR)(openDelegation(run, () => session, runChild));
    const toolbox = (0,agent_toolbox/* selectTools */.g)([...run.definition.tools, ...mcp.map(({ name }) => name)], [task, ...mcp], run.model.id.split(":")[0]);
    const transcript = (0,agent_transcript/* openTranscript */.B)({
        file: run.transcript,
        run: run.ids(),
        agent: run.header.agent,
        clock: run.clock,
        redact,
        seal: run.seal,
        carried: run.resume?.point.carried ?? [],
    });
    const emit = (event) => run.onEvent?.(event);
    await run.sandbox.files.protect(run.protectedPaths);
    const worktree = await openWorktree(run.sandbox);
    const conversation = (0,agent_conversation/* openConversation */.k)(transcript);
    const fixed = run.definition.prompt.length + JSON.stringify(toolbox.specs).length;
    const gauge = openGauge(conversation, run.model.id, fixed, run.clock);
    const budget = openBudget({
        limits: run.limits,
        model: run.model.id,
        clock: run.clock,
        nextPrompt: gauge.next,
        bookToo: run.bookToo,
    });
    const { agent, mode, feature, round } = run.header;
    const now = {
        model: run.model.id,
        system: (0,agent_digest/* sha256 */.s)(run.definition.prompt),
        tools: (0,agent_digest/* sha256 */.s)(JSON.stringify(toolbox.specs)),
    };
    const hooks = openHooks(run.hooks, {
        sandbox: run.sandbox,
        about: { ...run.header },
        signal: run.signal,
        redact,
        emit,
        record: (line) => transcript.append("hook", line),
    });
    const notes = { plan: [], lastFailure: "", summary: "", compactions: 0 };
    const session = {
        run,
        model: run.model,
        fallbacks: [...(run.fallbacks ?? [])],
        opening: [
            JSON.stringify({ agent, mode, feature, round }),
            redact(run.brief),
            ...(toolbox.find(tools_task/* TASK */.wn) && agents ? [renderAgents(agents.registry)] : []),
        ]
            .filter((part) => part !== "")
            .join("\n\n"),
        notes,
        gauge,
        cache: openCacheWatch(transcript, run.clock),
        toolbox,
        budget,
        hooks,
        gates: [...run.gates, stopGate(hooks, run.onBehalfOf === undefined ? "Stop" : "SubagentStop", emit)],
        conversation,
        transcript,
        worktree,
        emit,
        priceOf: (usage) => (0,prices/* costOf */.ho)(session.model.id, usage, run.clock()),
        warnOfPrice() {
            if (budget.priceIsKnown)
                return;
            emit({
                kind: "warning",
                message: `The price of ${session.model.id} is unknown; the run is limited by tokens.`,
            });
        },
        torn: undefined,
        carried: undefined,
        guard: openLoopGuard(worktree.digest),
        wishes: { compaction: false, stop: undefined },
        counts: { toolCalls: 0, nudges: 0, cut: 0, invalidCompletions: 0, errors: 0, invalidTurns: 0 },
        caller: {
            toolbox,
            worktree,
            transcript,
            redact,
            rules: (0,policy/* policyOf */.U)(run.protectedPaths, run.rules),
            approve: run.approve,
            escalations: [],
            agent,
            onBehalfOf: run.onBehalfOf,
            hooks,
            onEvent: emit,
            context: {
                sandbox: run.sandbox,
                signal: run.signal,
                remainingMs: budget.remainingMs,
                setPlan: (items) => {
                    notes.plan = items;
                    emit({ kind: "plan", items });
                },
            },
        },
    };
    emit({ kind: "started", agent, mode, model: run.model.id });
    session.warnOfPrice();
    if (run.resume) {
        session.torn = await restoreSession(session, run.resume, now);
        const { usd, turns, usage } = budget;
        session.carried = { usd: usd ?? 0, turns, tokens: (0,port/* promptTokens */.Hl)(usage) + usage.output };
        return session;
    }
    transcript.append("run", {
        header: { agent, mode, feature, round },
        ...now,
        limits: run.limits,
        sandbox: run.sandbox.tier,
        tree: worktree.digest,
        purpose: run.purpose ?? "",
    });
    conversation.say(session.opening);
    return session;
}
/** An interruption ends a run as its caller's own signal does. */
function interruptible(run) {
    const { submissions, signal } = run;
    return submissions ? { ...run, signal: AbortSignal.any([signal, submissions.interrupted]) } : run;
}

;// CONCATENATED MODULE: ./lib/agent/orchestrator.js

/** Which denial a profile does away with. */
const REMEDY = {
    setup_hosts: "network",
    long_command: "time",
};
/** Runs one call through the three steps. `attempt` is called once, or twice when the second may see more. */
async function orchestrate(call, attempt, ports) {
    const decision = (0,policy/* decidePolicy */.t)(call, ports.rules);
    if (decision.kind === "deny")
        return { kind: "refused", why: decision.why };
    if (decision.kind === "ask") {
        const answer = await orchestrator_ask(call, decision.why, ports);
        if (!answer.approved)
            return { kind: "refused", why: answer.why };
    }
    const first = await attempt();
    const escalation = decision.kind === "allow" ? decision.escalation : undefined;
    if (first.denial === undefined ||
        escalation === undefined ||
        REMEDY[escalation.profile] !== first.denial.kind)
        return { kind: "ran", output: first.output, why: decision.why };
    ports.escalated({
        ...subjectOf(call),
        why: `${escalation.why} (${first.denial.why})`.slice(0, 600),
        answer: "widened",
    });
    const second = await attempt(escalation.profile);
    return { kind: "ran", output: second.output, profile: escalation.profile, why: escalation.why };
}
async function orchestrator_ask(call, why, { approve, escalated }) {
    const subject = subjectOf(call);
    const answer = await (approve?.({ ...subject, why }) ??
        Promise.resolve({ approved: false, why: `${why}; that needs a person, and nobody is here to ask` })).catch(() => ({ approved: false, why: `${why}; whoever was asked gave no answer` }));
    escalated({ ...subject, why: answer.why.slice(0, 600), answer: answer.approved ? "approved" : "denied" });
    return answer;
}
function subjectOf({ agent, tool, paths, command }) {
    const what = (command ?? paths.join(", ")).slice(0, 300);
    return { agent: agent.slice(0, 60), tool: tool.slice(0, 100), what };
}

// EXTERNAL MODULE: ./lib/agent/sandbox/sandbox.js
var sandbox = __webpack_require__(28962);
;// CONCATENATED MODULE: ./lib/agent/calls.js
/** Runs the tool calls of one turn: reads side by side, everything else in order, and one result for each call, always. */









const SIDE_BY_SIDE = 4;
/** Characters of all results of one turn together. */
const TURN_CHARS = 60_000;
/** Runs calls; a throwing tool is an error result. Results are in the order of the calls. */
async function runCalls(calls, runner) {
    const results = [];
    for (const batch of batches(calls, runner.toolbox)) {
        results.push(...(await Promise.all(batch.map((call) => runCall(call, runner)))));
    }
    return fitTurn(results);
}
/** Neighbouring reads share a batch. */
function batches(calls, toolbox) {
    const made = [];
    const isRead = (call) => call !== undefined && effectIn(toolbox, call) === "read";
    for (const call of calls) {
        const last = made.at(-1);
        if (last && last.length < SIDE_BY_SIDE && isRead(call) && isRead(last[0]))
            last.push(call);
        else
            made.push([call]);
    }
    return made;
}
async function runCall(call, runner) {
    const started = performance.now();
    runner.transcript.append("tool_call", { id: call.id, name: call.name, input: call.input });
    const result = await attempt(call, runner);
    const text = runner.redact(result.text);
    const ms = Math.round(performance.now() - started);
    const { isError, invalid, failedCommand, digest, commandMs, trace } = result;
    const facts = { isError, invalid, failedCommand, commandMs, tree: digest, ...trace };
    runner.transcript.append("tool_result", {
        id: call.id,
        chars: text.length,
        sha: (0,agent_digest/* sha256 */.s)(text),
        ms,
        ...facts,
    });
    runner.onEvent({ kind: "tool", name: call.name, isError: result.isError, ms });
    return { ...result, text };
}
async function attempt(call, runner) {
    const { toolbox, worktree } = runner;
    const answer = (output, more = {}) => ({
        call,
        text: output.text,
        isError: output.isError,
        invalid: false,
        failedCommand: false,
        digest: worktree.digest,
        commandMs: 0,
        trace: { effect: "read", changed: false, commands: [] },
        ...more,
    });
    const tool = toolbox.find(call.name);
    if (!tool) {
        const names = toolbox.specs.map(({ name }) => name).join(", ");
        return answer({ text: `There is no tool ${call.name}; there are ${names}.`, isError: true }, { invalid: true });
    }
    const asked = tool.prepare(call.input);
    if ("invalid" in asked)
        return answer({ text: `Invalid input:\n${asked.invalid}`, isError: true }, { invalid: true });
    const before = await beforeTool(runner.hooks, tool, call.input);
    if ("refused" in before)
        return answer({ text: before.refused, isError: true });
    const prepared = before.input === call.input ? asked : tool.prepare(before.input);
    if ("invalid" in prepared)
        return answer({
            text: `A hook changed the input to an invalid one:\n${prepared.invalid}`,
            isError: true,
        });
    const { run, paths, command } = prepared;
    const effect = (0,agent_tool/* effectOfCall */.x)(tool, before.input);
    const { approve } = runner;
    let ran = [];
    const done = await orchestrate({ agent: runner.agent, onBehalfOf: runner.onBehalfOf, tool: tool.name, effect, paths, command }, async (profile) => {
        ran = [];
        const output = await runTool(run, {
            ...runner.context,
            callId: call.id,
            profile,
            ranCommand: (finished) => ran.push(finished),
        });
        return { output, denial: ran.at(-1)?.denial };
    }, {
        rules: runner.rules,
        approve: approve && ((request) => approve({ ...request, callId: call.id })),
        escalated: (escalation) => tell(call, escalation, runner),
    });
    if (done.kind === "refused") {
        runner.transcript.append("policy", { id: call.id, tool: tool.name, decision: "denied", why: done.why });
        runner.onEvent({ kind: "denied", tool: tool.name, message: done.why });
        return answer({ text: `Denied: ${done.why}. Do not try it another way.`, isError: true });
    }
    for (const { denial: _, ms: __, ...finished } of ran)
        worktree.ranCommand(finished);
    const told = before.context === "" ? done.output : { ...done.output, text: `${done.output.text}\n${before.context}` };
    const output = await afterTool(runner.hooks, tool, before.input, told);
    const changed = effect !== "read" && (await worktree.look(effect));
    return answer(output, {
        failedCommand: ran.some(({ exitCode }) => exitCode !== 0),
        digest: worktree.digest,
        commandMs: ran.reduce((sum, { ms = 0 }) => sum + ms, 0),
        trace: {
            effect,
            changed,
            commands: ran.map(({ command: text, exitCode, cwd }) => ({
                command: text,
                exitCode,
                ...(cwd === undefined ? {} : { cwd }),
            })),
        },
    });
}
/** People hear of it: in the transcript, as an event, and in the outcome. */
function tell(call, escalation, runner) {
    const told = {
        ...escalation,
        what: runner.redact(escalation.what).slice(0, 300),
        why: runner.redact(escalation.why).slice(0, 600),
    };
    runner.escalations.push(told);
    runner.transcript.append("policy", { id: call.id, decision: "escalated", ...told });
    runner.onEvent({
        kind: "escalated",
        tool: told.tool,
        message: `${told.answer}: ${told.what}: ${told.why}`,
    });
}
async function runTool(run, context) {
    try {
        return await run(context);
    }
    catch (error) {
        if (error instanceof sandbox/* NoCommandsError */.G)
            return { text: error.message, isError: true };
        if (error instanceof file_client/* FileRefusedError */.rr)
            return { text: `Refused: ${error.message}.`, isError: true };
        return { text: `The tool failed: ${(0,errors/* messageOf */.bD)(error)}`, isError: true };
    }
}
/** Shortens the longest results until the turn fits. */
function fitTurn(results) {
    const lengths = results.map(({ text }) => text.length).sort((a, b) => a - b);
    let room = TURN_CHARS;
    let most = TURN_CHARS;
    for (const [index, length] of lengths.entries()) {
        most = Math.floor(room / (lengths.length - index));
        if (length > most)
            break;
        room -= length;
        most = TURN_CHARS;
    }
    return results.map((result) => ({ ...result, text: (0,capture/* cutText */.I)(result.text, most) }));
}
/** The call that ends the task, and whether the other calls of its turn forbid it: they might change what it claims. */
function findCompletion(calls, toolbox) {
    const call = calls.find(({ name }) => name === completion/* COMPLETE_TASK */.Ol.name);
    if (!call)
        return undefined;
    const others = calls.filter((other) => other !== call && other.name !== completion/* COMPLETE_TASK */.Ol.name);
    return { call, isAlone: others.every((other) => effectIn(toolbox, other) === "read") };
}
function effectIn(toolbox, { name, input }) {
    const tool = toolbox.find(name);
    return tool && (0,agent_tool/* effectOfCall */.x)(tool, input);
}

;// CONCATENATED MODULE: ./lib/agent/complete.js


const INVALID_COMPLETIONS = 3;
async function complete(session, call) {
    const { run, worktree, budget, counts, transcript } = session;
    transcript.append("tool_call", { id: call.id, name: call.name, input: call.input });
    const check = await (0,completion/* checkCompletion */.zZ)(call.input, run.output, session.gates, {
        edited: worktree.edited,
        commandsRun: worktree.commands(),
        turns: budget.turns,
        sandbox: run.sandbox,
    });
    transcript.append("tool_result", {
        id: call.id,
        isError: check.kind !== "accepted",
        invalid: check.kind === "invalid",
        why: check.kind === "accepted" ? "" : check.why,
    });
    if (check.kind === "accepted")
        return { ending: completeEnding(check.completion) };
    const error = session.caller.redact(check.why);
    if (check.kind === "refused")
        return { error };
    counts.invalidCompletions += 1;
    if (counts.invalidCompletions < INVALID_COMPLETIONS)
        return { error };
    return {
        error,
        ending: failedEnding("no_completion", `Its final answer was invalid three times; the last time: ${error}`),
    };
}

;// CONCATENATED MODULE: ./lib/agent/turn.js
/** What one answer of the model leads to: results, a nudge, or the end of the run. */






const NUDGES = 2;
const CUT_ANSWERS = 3;
const TOOL_ERRORS_IN_A_ROW = 8;
const INVALID_TURNS_IN_A_ROW = 3;
const NUDGE = "Nothing happens without a tool call. Go on, or end with complete_task.";
const CUT = "Your answer was cut at the length limit and none of its calls ran. Send smaller pieces.";
const SKIPPED = "Skipped: complete_task must be the only call of its turn.";
const NOT_ALONE = "Not done: your other calls of this turn were skipped. Make them first, then call complete_task alone.";
const OVER = "Not run: the budget is over. Call complete_task.";
/** Takes in one answer of the model; an ending when it was the last. */
async function takeTurn(session, turn, over) {
    const { budget, conversation, emit } = session;
    const wasCut = turn.stop === "max_tokens";
    const isRefused = turn.stop === "refusal" || turn.stop === "content_filter";
    const parts = wasCut || isRefused ? turn.parts.filter(({ kind }) => kind === "text") : withUniqueCalls(turn.parts);
    conversation.record(turn, parts, session.priceOf(turn.usage));
    const calls = parts.filter((part) => part.kind === "call");
    emit({
        kind: "turn",
        turn: budget.turns,
        text: session.caller.redact(textOf(parts)),
        calls: calls.map(({ name }) => name),
        usd: budget.usd,
        tokens: (0,port/* promptTokens */.Hl)(budget.usage) + budget.usage.output,
    });
    return actOn(session, { parts, stop: turn.stop }, over);
}
/** Does what an answer on record asks for. */
async function actOn(session, { parts, stop }, over) {
    const { conversation, counts } = session;
    const calls = parts.filter((part) => part.kind === "call");
    if (stop === "refusal" || stop === "content_filter")
        return failedEnding("refusal");
    if (stop === "context_overflow")
        return undefined;
    if (stop === "max_tokens") {
        counts.cut += 1;
        conversation.say(CUT);
        return counts.cut >= CUT_ANSWERS
            ? failedEnding("no_completion", "Its answers were cut at the length limit.")
            : undefined;
    }
    counts.cut = 0;
    if (calls.length > 0)
        return answerCalls(session, calls, textOf(parts), over);
    if (stop === "pause")
        return undefined;
    counts.nudges += 1;
    conversation.say(NUDGE);
    return counts.nudges > NUDGES && !over ? failedEnding("no_completion") : undefined;
}
/** A provider that repeats a call id would get two results for one call. */
function withUniqueCalls(parts) {
    const ids = new Set();
    return parts.filter((part) => {
        if (part.kind !== "call")
            return true;
        const isNew = !ids.has(part.id);
        ids.add(part.id);
        return isNew;
    });
}
async function answerCalls(session, calls, text, over) {
    const { conversation, counts, toolbox } = session;
    counts.toolCalls += calls.length;
    counts.nudges = 0;
    const completion = findCompletion(calls, toolbox);
    if (completion)
        return answerCompletion(session, calls, completion, { text, over });
    if (over) {
        for (const { id } of calls)
            conversation.addResult({ kind: "result", id, content: OVER, isError: true });
        return undefined;
    }
    const results = await runCalls(calls, session.caller);
    for (const { call, text: content, isError } of results) {
        conversation.addResult({ kind: "result", id: call.id, content, isError });
    }
    noteFailures(session, results);
    return judgeResults(session, results, text);
}
/** A refused claim counts as a call: one that is made again and again goes round in circles like any other. */
async function answerCompletion(session, calls, completion, { text, over }) {
    const { conversation, worktree } = session;
    const outcome = completion.isAlone || over ? await complete(session, completion.call) : { error: NOT_ALONE };
    const answer = "error" in outcome ? outcome.error : "accepted";
    for (const call of calls) {
        const isIt = call === completion.call;
        conversation.addResult({
            kind: "result",
            id: call.id,
            content: isIt ? answer : SKIPPED,
            isError: !isIt || "error" in outcome,
        });
    }
    if ("ending" in outcome)
        return outcome.ending;
    const { name } = completion.call;
    return guardAgainstLoops(session, [{ tool: name, input: "", result: answer, failedCommand: false, digest: worktree.digest }], text);
}
/** Keeps the output of the newest failure for a summary; a command that passes forgets it. */
function noteFailures({ notes, toolbox }, results) {
    for (const { call, text, failedCommand } of results) {
        if (failedCommand)
            notes.lastFailure = failureText(text);
        else if (toolbox.find(call.name)?.effect === "execute")
            notes.lastFailure = "";
    }
}
/** Errors in a row and circles end a run that would only burn money. */
function judgeResults(session, results, text) {
    const { counts } = session;
    for (const { isError } of results)
        counts.errors = isError ? counts.errors + 1 : 0;
    counts.invalidTurns = results.every(({ invalid }) => invalid) ? counts.invalidTurns + 1 : 0;
    if (counts.errors >= TOOL_ERRORS_IN_A_ROW || counts.invalidTurns >= INVALID_TURNS_IN_A_ROW) {
        return failedEnding("tool_errors", `The last was: ${results.at(-1)?.text.split("\n")[0] ?? ""}`);
    }
    const observed = results.map(({ call, text: result, failedCommand, digest }) => ({
        tool: call.name,
        input: call.input,
        result,
        failedCommand,
        digest,
    }));
    return guardAgainstLoops(session, observed, text);
}
function guardAgainstLoops({ guard, conversation, transcript, emit }, calls, text) {
    const verdict = guard.observe(calls, text);
    if (!verdict)
        return undefined;
    transcript.append("loop", { ...verdict });
    emit({ kind: "loop", rule: verdict.rule, message: verdict.text });
    if (verdict.kind === "warn") {
        conversation.say(verdict.text);
        return undefined;
    }
    const ending = failedEnding("loop", verdict.text);
    return verdict.rule === "same-failure" ? { ...ending, status: "blocked" } : ending;
}

;// CONCATENATED MODULE: ./lib/agent/run.js
/** The agent loop: one model, one workspace, until the task is complete or a typed cause ends it. */










const NOTICE = "Most of your budget is used. Bring the work to a good end and call complete_task.";
const GRACE = "The budget is used up. Call complete_task now with what is done; other calls will not run.";
/**
 * Runs one agent to its end. Failures of the model, the tools and the limits are results, not errors.
 * @throws NightshiftError SANDBOX_UNAVAILABLE when the sandbox dies before the first turn; CONFIG_INVALID for unknown tools
 */
async function runAgent(run) {
    const session = await openSession(run, runAgent);
    const ending = heededEnding(session, await endingOf(session));
    const checkpoint = ending.completion ? undefined : await leaveCheckpoint(session, ending);
    const { budget, worktree, transcript, counts } = session;
    const result = {
        ...ending,
        ...(checkpoint === undefined || checkpoint === "" ? {} : { checkpoint }),
        usage: budget.usage,
        usd: budget.usd,
        turns: budget.turns,
        ...(session.carried ? { carried: session.carried } : {}),
        toolCalls: counts.toolCalls,
        edited: worktree.edited,
        commandsRun: worktree.commands(),
        escalations: session.caller.escalations,
    };
    await tellEnd(session, result);
    transcript.append("end", { result });
    const { status, cause, message, turns, usd } = result;
    session.emit({ kind: "ended", status, cause, message: session.caller.redact(message), turns, usd });
    return result;
}
async function endingOf(session) {
    try {
        return await converse(session);
    }
    catch (error) {
        if (session.run.signal.aborted)
            return CANCELLED;
        if (error instanceof retry/* DeferredError */._G) {
            return {
                status: "deferred",
                cause: "provider",
                message: error.message,
                resumeAfter: error.resumeAfter.toISOString(),
            };
        }
        if (error instanceof port/* ModelError */.me)
            return failedEnding("provider", error.message);
        // The sandbox died under the run: what it cost is still told, and what was done can be saved.
        if (error instanceof errors/* NightshiftError */.nc)
            return failedEnding("tool_errors", error.message);
        throw error;
    }
}
async function converse(session) {
    const { run, budget, notes } = session;
    const notice = openNotice(session);
    const refused = run.resume ? undefined : await passPoint(session, "RunStart");
    if (refused)
        return refused;
    if (session.torn) {
        const { turn, over } = session.torn;
        const ending = await actOn(session, turn, over);
        if (ending)
            return ending;
        if (over)
            return failedEnding(over);
    }
    for (;;) {
        if (run.signal.aborted)
            return CANCELLED;
        heedSubmissions(session);
        const over = limitOf(session);
        if (over && budget.isSpent())
            return failedEnding(over);
        if (!over && shouldCompact(session)) {
            const stopped = await compactPastHooks(session);
            if (stopped)
                return stopped;
            continue;
        }
        const stopped = await passPoint(session, "PreModel");
        if (stopped)
            return stopped;
        notice(over);
        const turn = await nextTurn(session, { over });
        if (turn === "cut") {
            if (over)
                return failedEnding(over);
            budget.expire();
        }
        else if (turn === "overflow") {
            if (over || notes.compactions >= MOST_COMPACTIONS)
                return failedEnding("context_exhausted");
            const refused = await compactPastHooks(session);
            if (refused)
                return refused;
        }
        else if (turn !== "switched") {
            const ending = await takeTurn(session, turn, over);
            if (ending)
                return ending;
            if (over)
                return failedEnding(over);
        }
    }
}
async function compactPastHooks(session) {
    const stopped = await passPoint(session, "PreCompact");
    if (!stopped)
        await compact(session);
    return stopped;
}
function limitOf({ budget, gauge, notes }) {
    const outgrown = gauge.isFull() && notes.compactions >= MOST_COMPACTIONS;
    return budget.reached() ?? (outgrown ? "context_exhausted" : undefined);
}
/** The conversation is too large, or someone asked for a summary and one more is allowed. */
function shouldCompact({ gauge, notes, wishes }) {
    const isWished = wishes.compaction && notes.compactions < MOST_COMPACTIONS;
    wishes.compaction = false;
    return isWished || gauge.isFull();
}
/** Tells the model once, and once more after a summary has replaced it, that the end is near, and in the last turn that it is there. */
function openNotice({ budget, conversation, notes, wishes, emit, }) {
    let told;
    return (over) => {
        if (over) {
            if (wishes.stop === undefined)
                conversation.say(GRACE);
            emit({ kind: "limit", share: 1, message: `limit reached: ${over}` });
        }
        else if (budget.nearsEnd() && told !== notes.compactions) {
            told = notes.compactions;
            conversation.say(NOTICE);
            emit({ kind: "limit", share: budget.share(), message: NOTICE });
        }
    };
}
/** Where an unfinished run stands. Only one that outgrew its context is asked once more: its record alone would say too little. */
async function leaveCheckpoint(session, { cause }) {
    const { budget, caller } = session;
    const asked = cause === "context_exhausted" && !budget.isSpent()
        ? await askForSummary(session).catch(() => undefined)
        : undefined;
    return asked ?? caller.redact(summaryFromRecord(session));
}

;// CONCATENATED MODULE: ./lib/agent/submissions.js
/** The submission queue into a run: the only way to act on it from outside while it lives. */
function openSubmissionQueue() {
    const interruption = new AbortController();
    const waiting = [];
    const answers = new Map();
    const asked = new Map();
    return {
        interrupted: interruption.signal,
        submit(submission) {
            switch (submission.kind) {
                case "interrupt":
                    interruption.abort(new Error(submission.why));
                    return;
                case "approve": {
                    const settle = asked.get(submission.callId);
                    if (settle)
                        settle(submission.decision);
                    else
                        answers.set(submission.callId, submission.decision);
                    return;
                }
                default:
                    waiting.push(submission);
            }
        },
        take: () => waiting.splice(0),
        approval(callId, signal) {
            const known = answers.get(callId);
            if (known) {
                answers.delete(callId);
                return Promise.resolve(known);
            }
            return new Promise((resolve, reject) => {
                const abort = () => {
                    asked.delete(callId);
                    reject(new Error("The run ended before the call was decided."));
                };
                if (signal.aborted)
                    return abort();
                signal.addEventListener("abort", abort, { once: true });
                asked.set(callId, (answer) => {
                    asked.delete(callId);
                    signal.removeEventListener("abort", abort);
                    resolve(answer);
                });
            });
        },
    };
}

;// CONCATENATED MODULE: ./lib/agent/start-run.js
/** A run as a handle: submissions go in, events come out, and nothing else passes between a run and the world around it. */



/** `attended`: someone listens to the events and answers each `asked` by an `approve`. Else nobody is asked, and such calls are denied. */
function startRun(run, attended = false) {
    const queue = openEventQueue();
    const submissions = openSubmissionQueue();
    const approve = ({ callId, agent, tool, what, why }) => {
        queue.push({ kind: "asked", callId, agent, tool, message: `${what}: ${why}` });
        return submissions.approval(callId, AbortSignal.any([run.signal, submissions.interrupted]));
    };
    const result = Promise.resolve()
        .then(() => runAgent({ ...run, ...(attended ? { approve } : {}), submissions, onEvent: queue.push }))
        .finally(queue.close);
    return { submit: submissions.submit, events: queue.subscribe, result };
}

// EXTERNAL MODULE: ./lib/models/access.js
var models_access = __webpack_require__(62934);
// EXTERNAL MODULE: ./lib/agents/commands.js + 1 modules
var agents_commands = __webpack_require__(44563);
// EXTERNAL MODULE: ./lib/agents/earlier-run.js
var earlier_run = __webpack_require__(50878);
// EXTERNAL MODULE: ./lib/agents/escalations.js
var escalations = __webpack_require__(27724);
// EXTERNAL MODULE: ./lib/agents/fetch.js
var fetch = __webpack_require__(24430);
// EXTERNAL MODULE: ./lib/agents/job.js
var agents_job = __webpack_require__(63629);
// EXTERNAL MODULE: ./lib/agents/open-sandbox.js
var open_sandbox = __webpack_require__(9410);
// EXTERNAL MODULE: ./lib/agents/definitions.js
var definitions = __webpack_require__(74852);
;// CONCATENATED MODULE: ./lib/agents/project-agents.js
/** The agents of a repository: read from a commit that the work order names, never from the files that an agent can change. */



const MOST_FILES = 60;
const LARGEST_FILE = 60_000;
/**
 * The registry as of `commit`, the head of the base branch.
 * @throws NightshiftError CONFIG_INVALID
 */
async function readAgents(git, commit) {
    return openRegistry(await (0,definitions/* readSubAgents */.F)(), await definitionsAt(git, commit));
}
async function definitionsAt(git, commit) {
    const folders = AGENT_FOLDERS.map(({ folder }) => `${folder}/`);
    const listed = await git.text(["ls-tree", "-z", "-l", commit, "--", ...folders]);
    const files = listed.split("\0").flatMap((line) => {
        const [, kind, size, file] = /^\d+ (\w+) [0-9a-f]+ +(\S+)\t(.*)$/s.exec(line) ?? [];
        const wanted = AGENT_FOLDERS.some(({ folder, ending }) => file?.startsWith(`${folder}/`) && file.endsWith(ending));
        return kind === "blob" && wanted && file !== undefined ? [{ file, size: Number(size) }] : [];
    });
    if (files.length > MOST_FILES)
        throw new errors/* NightshiftError */.nc("CONFIG_INVALID", `There are ${files.length} agent definitions, more than ${MOST_FILES}; remove some from ${folders.join(", ")}.`);
    const large = files.find(({ size }) => size > LARGEST_FILE);
    if (large)
        throw new errors/* NightshiftError */.nc("CONFIG_INVALID", `${large.file}: an agent definition has at most ${LARGEST_FILE} bytes; make it shorter.`);
    return Promise.all(files.map(async ({ file }) => ({ file, text: await git.text(["show", `${commit}:${file}`]) })));
}

// EXTERNAL MODULE: ./lib/agents/run-commands.js
var run_commands = __webpack_require__(27050);
;// CONCATENATED MODULE: ./lib/agents/spending.js
/** What a job has spent so far, over all its conversations; kept in a file, because a killed job tells nothing else. */





const NOTHING = { usd: 0, turns: 0, tokens: 0 };
/** What an earlier run spent and is booked for is not told a second time, as far as this one went on from it. */
function openSpending(job, facts, order) {
    const booked = order.resume?.booked ?? { usd: 0, turns: 0, tokens: 0 };
    let ended;
    let current;
    let carried = NOTHING;
    /** The conversation at work began with turns of the earlier run. */
    let goesOn = false;
    const twice = (of) => (goesOn ? booked[of] : Math.min(booked[of], carried[of] ?? 0));
    const total = () => {
        const { usd, turns, tokens } = sum(ended, current);
        return {
            run: facts.runId,
            agent: order.mode === "review" ? "review" : "code",
            mode: order.mode,
            usd: usd === null ? null : Math.max(0, usd - twice("usd")),
            turns: Math.max(0, turns - twice("turns")),
            tokens: Math.max(0, tokens - twice("tokens")),
            ...(order.feature ? { feature: order.feature.number } : {}),
            day: (0,money/* dayOf */.kb)(job.now().toISOString()),
        };
    };
    return {
        total,
        async note(event) {
            if (event.kind !== "turn")
                return;
            if (current === undefined)
                goesOn = event.turn > 1;
            current = { usd: event.usd, turns: event.turn, tokens: event.tokens };
            const file = (0,agents_job/* places */.zn)(facts).cost;
            await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true });
            await (0,promises_.writeFile)(file, JSON.stringify(total()));
        },
        add({ usd, turns, usage, carried: earlier }) {
            ended = sum(ended, { usd, turns, tokens: (0,port/* promptTokens */.Hl)(usage) + usage.output });
            if (earlier)
                carried = sum(carried, earlier);
            [current, goesOn] = [undefined, false];
        },
    };
}
/** Dollars are unknown only as long as those of every part are. */
function sum(a, b) {
    if (a === undefined || b === undefined)
        return a ?? b ?? NOTHING;
    const usd = a.usd === null && b.usd === null ? null : (0,money/* dollarsOf */.Bg)(a) + (0,money/* dollarsOf */.Bg)(b);
    return { usd, turns: a.turns + b.turns, tokens: a.tokens + b.tokens };
}

;// CONCATENATED MODULE: ./lib/agents/agent-phase.js
/** Phase `agent` of both agents: set up the base tree, open the sandbox, run the loop, leave outcome, patch and transcript. */

















/** Lays out the starting tree and runs the set-up commands on the base tree, sandboxed, with network and without any secret. */
async function prepareBench(job, facts, order, context, definition, inputs) {
    const { keys, baseUrl } = inputs;
    const models = (0,models_access/* connectModels */.d)(order.models, { keys, baseUrl, fetch: job.fetch, clock: job.now });
    // Whoever waits for it hears of a failure; until then it is nobody's.
    models.catch(() => undefined);
    const git = await (0,fetch.openGit)(job, facts);
    const [agents, commands] = await Promise.all([
        findAgents(job, git, order),
        (0,agents_commands/* findCommands */.u)(git, order.base.head, context),
    ]);
    job.log(`set-up: ${shown(commands.setup)}; verify: ${shown(commands.verify)} (from ${commands.from})`);
    if (commands.setup.length > 0)
        await setUp(job, facts, commands, inputs, context.verifyMinutes);
    await ignoreLeftovers(git, facts);
    const start = await (0,fetch.startingTree)(git, order);
    const [from] = await Promise.all([
        treeId(git, start),
        (0,fetch.layOut)(git, start, order.base.head, facts.workspace, (0,agents_job/* places */.zn)(facts).index("base")),
        giveHistory(git, order, start, facts.workspace),
    ]);
    return {
        ...{ job, facts, order, context, git, commands, definition, agents, inputs, models },
        from,
        spending: openSpending(job, facts, order),
    };
}
async function findAgents(job, git, order) {
    const { registry, notes } = await readAgents(git, order.base.head);
    for (const note of notes)
        job.log(note);
    return registry;
}
function shown(commands) {
    return commands.length === 0 ? "none" : commands.map((command) => `\`${command}\``).join(", ");
}
async function treeId(git, thing) {
    return git.text(["rev-parse", "--verify", `${thing}^{tree}`]);
}
async function setUp(job, facts, commands, inputs, minutes) {
    const sandbox = await (0,open_sandbox/* sandboxFor */.X)(job, facts, { mode: inputs.sandbox, hosts: commands.hosts });
    try {
        if (sandbox.tier === "no-exec")
            return job.log(`set-up skipped: ${sandbox.reason}`);
        const results = await (0,run_commands/* runCommands */.a)(sandbox, commands.setup, {
            minutes,
            egress: true,
            now: job.now,
            log: job.log,
        });
        const failed = results.find((result) => result.exitCode !== 0);
        if (failed)
            throw new errors/* NightshiftError */.nc("ENVIRONMENT_UNFIT", `The set-up command \`${failed.command}\` failed (${failed.exitCode}):\n${failed.tail}`);
    }
    finally {
        await sandbox.close();
    }
}
/** What the set-up left behind is no part of the agent's change. */
async function ignoreLeftovers(git, facts) {
    const env = { GIT_INDEX_FILE: (0,agents_job/* places */.zn)(facts).index("base") };
    const left = await git.text(["ls-files", "--others", "--exclude-standard", "--directory", "-z"], {
        env,
        workTree: facts.workspace,
    });
    const names = left.split("\0").filter((name) => name !== "" && !name.includes("\n"));
    if (names.length === 0)
        return;
    await (0,promises_.mkdir)(`${git.dir}/info`, { recursive: true });
    await (0,promises_.appendFile)(`${git.dir}/info/exclude`, `${names.map((name) => `/${name.replace(/[\\*?[\]!#]/g, "\\$&")}`).join("\n")}\n`);
}
/** A repository of its own for the model: history to read, nothing that anybody trusts. */
async function giveHistory(git, order, from, workspace) {
    const head = order.pull?.head ?? order.base.head;
    const own = { GIT_DIR: `${workspace}/.git` };
    await git.text(["init", "--quiet", "--initial-branch=work"], { env: own, workTree: workspace });
    const options = ["--quiet", "--no-tags", "--update-shallow", "--update-head-ok", "--depth=50"];
    const refs = [`${order.base.head}:refs/heads/base`, `${head}:refs/heads/work`];
    await git.text(["fetch", ...options, `file://${git.dir}`, ...refs], { env: own });
    const tree = order.mode === "conflict" ? head : from;
    await git.text(["read-tree", tree], { env: own, workTree: workspace });
}
/** Runs the loop on the bench. The sandbox is opened and probed before the first model call. */
async function work(bench, task) {
    const { job, facts, order, context, definition, agents, inputs } = bench;
    const widens = context.policy.some(({ profile }) => profile === "setup_hosts");
    const sandbox = await (0,open_sandbox/* sandboxFor */.X)(job, facts, {
        mode: inputs.sandbox,
        hosts: widens ? bench.commands.hosts : undefined,
        protectedPaths: context.protectedPaths,
    });
    try {
        const { model, fallbacks, warnings } = await bench.models;
        warnings.forEach(job.warn);
        await (0,promises_.mkdir)((0,agents_job/* places */.zn)(facts).outcomeDirectory, { recursive: true });
        const { part, purpose: words, ...rest } = task;
        const purpose = (0,earlier_run/* purposeOf */.eK)(order, words);
        const record = context.transcript === "off" ? {} : await openRecord(bench, part, purpose);
        const mcp = await openServers(bench, sandbox);
        const run = startRun({
            definition,
            ...rest,
            ...record,
            purpose,
            model,
            fallbacks,
            workspace: facts.workspace,
            sandbox,
            limits: limitsOf(bench),
            protectedPaths: context.protectedPaths,
            rules: context.policy,
            hooks: context.hooks,
            mcp: mcp.tools,
            secrets: secretsOf(inputs),
            agents: { registry: agents, connect: (name) => modelNamed(bench, name) },
            clock: job.now,
            ids: job.id,
            sleep: job.sleep,
            random: job.random,
            signal: job.signal,
        });
        const logged = logEvents(run, bench).catch((error) => job.warn(`The log is cut: ${(0,errors/* messageOf */.bD)(error)}`));
        const result = await run.result.finally(mcp.close);
        await logged;
        bench.spending.add(result);
        return { result, sandbox: `${sandbox.tier}: ${sandbox.reason}` };
    }
    finally {
        await sandbox.close();
    }
}
/** The MCP servers of the configuration that this agent gets. */
async function openServers({ job, order, context, inputs }, sandbox) {
    const agent = order.mode === "review" ? "review" : "code";
    const servers = context.mcp.filter(({ agents }) => agents.includes(agent));
    const redact = (0,ops_redact/* createRedactor */.lY)(secretsOf(inputs));
    const mcp = await openMcp(servers, { sandbox, fetch: job.fetch, redact });
    for (const warning of mcp.warnings)
        job.warn(warning);
    return mcp;
}
/** A model that a sub-agent names, with the keys and addresses of the run. */
async function modelNamed({ job, order, inputs }, name) {
    const { keys, baseUrl } = inputs;
    const access = { keys, baseUrl, fetch: job.fetch, clock: job.now };
    return (await (0,models_access/* connectModels */.d)([name, ...order.models], access)).model;
}
/** Transcript and checkpoints of one run, gone on with from an earlier one where there is one. Checkpoints without a transcript lead nowhere. */
async function openRecord(bench, part, purpose) {
    const { job, facts, order, context, git, from, inputs } = bench;
    const { earlier, outcomeDirectory, index } = (0,agents_job/* places */.zn)(facts);
    const { transcript, checkpoints: directory } = (0,earlier_run/* recordPlaces */.W_)(outcomeDirectory, part);
    const keys = secretsOf(inputs);
    const seal = context.transcript === "sealed" ? { seal: keys[0] ?? "" } : {};
    const continuation = await (0,earlier_run/* continueFrom */.oj)({ directory: earlier, part, purpose, keys, log: job.log }, {
        git,
        workspace: facts.workspace,
        from,
        directory,
        index: index(`checkpoint-${part}`),
        name: `${order.id}-${part}`,
        now: job.now,
    });
    return { transcript, ...seal, ...continuation };
}
async function logEvents(run, { job, spending }) {
    for await (const event of run.events()) {
        job.log(renderEvent(event));
        await spending.note(event);
    }
}
/** Every key that this job holds, whoever it belongs to. */
function secretsOf({ keys }) {
    return Object.values(keys).filter((key) => key !== "");
}
/** The order's limits; money is what earlier conversations of this job left of it. */
function limitsOf({ order, definition, spending }) {
    return {
        turns: order.limits.turns,
        wallMs: order.limits.minutes * 60_000,
        usd: Math.max(0, order.limits.usd - (0,money/* dollarsOf */.Bg)(spending.total())),
        tokens: null,
        outputTokens: definition.output_tokens ?? 16_000,
    };
}
/** What all outcomes have in common. */
function outcomeBase(bench, done, patch) {
    const { result } = done;
    return {
        v: 1,
        order: bench.order.id,
        status: result.status === "done" && result.completion?.status === "nothing_to_do"
            ? "nothing_to_do"
            : result.status,
        cause: result.cause,
        message: result.message.slice(0, 4_000),
        summary: (result.completion?.summary ?? result.checkpoint ?? "").slice(0, 4_000),
        blockers: (result.completion?.blockers ?? [])
            .slice(0, 20)
            .map((blocker) => ({ kind: blocker.kind.slice(0, 60), detail: blocker.detail.slice(0, 2_000) })),
        sandbox: done.sandbox.slice(0, 200),
        escalations: result.escalations.slice(0, 50),
        cost: bench.spending.total(),
        ...(result.resumeAfter === undefined ? {} : { resumeAfter: result.resumeAfter }),
        from: bench.from,
        patch,
    };
}
/** Writes the outcome, and the patch of whatever the agent changed. */
async function leaveOutcome(bench, outcome, patch) {
    const { outcomeDirectory, outcome: file, patch: patchFile } = (0,agents_job/* places */.zn)(bench.facts);
    await (0,promises_.mkdir)(outcomeDirectory, { recursive: true });
    if (outcome.patch)
        await (0,promises_.writeFile)(patchFile, patch);
    await (0,promises_.writeFile)(file, JSON.stringify(outcome));
    bench.job.setOutput("status", outcome.status);
    bench.job.log(`${outcome.status} (${outcome.cause}): ${outcome.message}`);
    const cost = outcome.cost.usd === null ? "price unknown" : `${outcome.cost.usd.toFixed(4)} USD`;
    await bench.job.summarise(`**${outcome.mode}: ${outcome.status}** ${outcome.message}\n\n${outcome.cost.turns} turns, ${outcome.cost.tokens} tokens, ${cost}, sandbox ${outcome.sandbox}.\n\n${(0,escalations/* escalationLines */.p)(outcome.escalations).join("\n")}`);
}
/** The agent's change as a patch on what it started from; empty when nothing changed. */
async function takePatch(bench) {
    const after = await treeNow(bench);
    return after === bench.from ? Buffer.alloc(0) : bench.git.patch(bench.from, after);
}
/** Id of the tree that the workspace holds now. */
async function treeNow({ git, facts, from }) {
    const index = (0,agents_job/* places */.zn)(facts).index("after");
    await git.text(["read-tree", from], { env: { GIT_INDEX_FILE: index } });
    return git.treeOfDirectory(facts.workspace, index);
}


/***/ }),

/***/ 70649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O0: () => (/* binding */ openCheckpoints),
/* harmony export */   RA: () => (/* binding */ layOutCheckpoint),
/* harmony export */   dp: () => (/* binding */ patchFile),
/* harmony export */   qJ: () => (/* binding */ treeOfCheckpoint),
/* harmony export */   rl: () => (/* binding */ numberOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _fetch_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24430);
/**
 * Checkpoints of the agent's work tree: a commit below `refs/nightshift/` of the job's own repository, and a patch that travels
 * in the artifact. HEAD, the index and the hooks of any repository stay untouched.
 */


const MOST_KEPT = 50;
/** Files that may hold secrets of the machine; they are in no checkpoint, and so in no artifact. */
const SECRETS = [
    ".env",
    ".env.*",
    "*.pem",
    "*.key",
    "*.p12",
    "*.pfx",
    "*.keystore",
    "id_rsa*",
    "id_ed25519*",
    ".npmrc",
    ".netrc",
    ".pypirc",
];
/** Opens the checkpoints of a run; `last` is the one that the work tree is at, `next` the number after all that exist. */
async function openCheckpoints(place, { last, next }) {
    const { git, workspace, from, directory, index, name, now } = place;
    const env = { GIT_INDEX_FILE: index };
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(directory, { recursive: true });
    await git.text(["read-tree", last.tree], { env });
    let newest = last;
    let n = next;
    return {
        async keep() {
            const exclude = SECRETS.map((glob) => `:(exclude,glob)**/${glob}`);
            await git.text(["add", "--all", "--", ".", ...exclude], { env, workTree: workspace });
            const tree = await git.text(["write-tree"], { env });
            if (tree === newest.tree)
                return newest;
            const [commit, patch] = await Promise.all([
                git.commit({ tree, parents: [], message: `checkpoint ${n}`, date: now().toISOString() }),
                git.patch(from, tree),
            ]);
            await git.text(["update-ref", `refs/nightshift/${name}/${n}`, commit]);
            await store(patchFile(directory, n), patch);
            await forget(place, n - MOST_KEPT);
            newest = { n, tree };
            n += 1;
            return newest;
        },
    };
}
/** Tree of checkpoint `n`, made from its patch. Throws PATCH_REFUSED when the patch does not apply to the starting tree. */
async function treeOfCheckpoint({ git, from, index }, directory, n) {
    if (n === 0)
        return from;
    const patch = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(patchFile(directory, n));
    return patch.length === 0 ? from : git.applyPatch(from, patch, index);
}
/** Turns the workspace from the starting tree into `tree`. */
async function layOutCheckpoint({ git, from, workspace, index }, tree) {
    if (tree !== from)
        await (0,_fetch_js__WEBPACK_IMPORTED_MODULE_1__.layOut)(git, tree, from, workspace, index);
}
function patchFile(directory, n) {
    return `${directory}/${n}.patch`;
}
/** Number of the checkpoint that a file of the directory is the patch of. */
function numberOf(file) {
    const digits = /^([1-9]\d{0,6})\.patch$/.exec(file)?.[1];
    return digits === undefined ? undefined : Number(digits);
}
async function store(file, patch) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(`${file}.new`, patch);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(`${file}.new`, file);
}
async function forget({ git, directory, name }, n) {
    if (n < 1)
        return;
    await git.run(["update-ref", "-d", `refs/nightshift/${name}/${n}`]);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(patchFile(directory, n), { force: true });
}


/***/ }),

/***/ 50878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W_: () => (/* binding */ recordPlaces),
/* harmony export */   eK: () => (/* binding */ purposeOf),
/* harmony export */   oj: () => (/* binding */ continueFrom)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _agent_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65005);
/* harmony import */ var _agent_record_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14264);
/* harmony import */ var _agent_record_resume_point_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79131);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49285);
/* harmony import */ var _checkpoints_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(70649);
/**
 * What an earlier run for the same work left behind: its transcript and its checkpoints, brought by the job as an artifact. It comes
 * from a job that ran a model, so it is data: it can say what was said and done, and what that cost, and nothing more. Limits, gates,
 * policy and prompts are those of the run that reads it.
 */






/** Larger files are not read; a transcript of 120 turns has a few megabytes. */
const MOST_BYTES = 64_000_000;
/** Where a run keeps what another may go on from, below one directory. */
function recordPlaces(directory, part) {
    const suffix = part === 1 ? "" : `.part-${part}`;
    return {
        transcript: `${directory}/transcript${suffix}.jsonl`,
        checkpoints: `${directory}/checkpoints${suffix}`,
    };
}
/** Hash of what a run is for: the same requirement, the same commits, the same task in words. */
function purposeOf(order, task) {
    const { repository, mode, requirement, feature, pull, base } = order;
    return (0,_agent_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .s)(JSON.stringify([
        repository,
        mode,
        requirement.number,
        requirement.textHash,
        feature?.key,
        pull,
        base,
        (0,_agent_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .s)(task),
    ]));
}
/** Opens the checkpoints of a run, and goes on from the earlier one where that fits; where it does not, the run starts afresh. */
async function continueFrom(earlier, place) {
    const found = await findEarlier(earlier, place);
    if (found === undefined)
        return { checkpoints: await (0,_checkpoints_js__WEBPACK_IMPORTED_MODULE_5__/* .openCheckpoints */ .O0)(place, { last: { n: 0, tree: place.from }, next: 1 }) };
    const { point, last, kept } = found;
    const { checkpoints: from } = recordPlaces(earlier.directory, earlier.part);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(place.directory, { recursive: true });
    for (const n of kept)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)((0,_checkpoints_js__WEBPACK_IMPORTED_MODULE_5__/* .patchFile */ .dp)(from, n), (0,_checkpoints_js__WEBPACK_IMPORTED_MODULE_5__/* .patchFile */ .dp)(place.directory, n));
    const checkpoints = await (0,_checkpoints_js__WEBPACK_IMPORTED_MODULE_5__/* .openCheckpoints */ .O0)(place, { last, next: Math.max(0, ...kept) + 1 });
    return { checkpoints, resume: { point, layOut: () => (0,_checkpoints_js__WEBPACK_IMPORTED_MODULE_5__/* .layOutCheckpoint */ .RA)(place, last.tree) } };
}
async function findEarlier(earlier, place) {
    const { directory, part, purpose, keys, log } = earlier;
    const { transcript, checkpoints } = recordPlaces(directory, part);
    const size = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(transcript).then((file) => file.size, () => undefined);
    if (size === undefined)
        return undefined;
    const afresh = (why) => void log(`An earlier run for this is not gone on with: ${why}.`);
    if (size > MOST_BYTES)
        return afresh(`its transcript has ${size} bytes`);
    const read = (0,_agent_record_read_js__WEBPACK_IMPORTED_MODULE_2__/* .readTranscript */ .lb)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(transcript, "utf8"), keys);
    if (read.locked)
        return afresh("its transcript is sealed with another key");
    const first = (0,_agent_record_read_js__WEBPACK_IMPORTED_MODULE_2__/* .mainRun */ .hi)(read.lines)[0];
    if (first?.type !== "run")
        return afresh("its transcript does not begin with its run");
    if (first.purpose !== purpose)
        return afresh("it was for something else, or the base or the head has moved");
    const files = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(checkpoints).catch(() => []);
    const kept = files.flatMap((file) => (0,_checkpoints_js__WEBPACK_IMPORTED_MODULE_5__/* .numberOf */ .rl)(file) ?? []);
    const point = (0,_agent_record_resume_point_js__WEBPACK_IMPORTED_MODULE_3__/* .findResumePoint */ .Z)(read.lines, new Set(kept));
    if ("why" in point)
        return afresh(point.why);
    try {
        const tree = await (0,_checkpoints_js__WEBPACK_IMPORTED_MODULE_5__/* .treeOfCheckpoint */ .qJ)(place, checkpoints, point.checkpoint);
        const turns = (0,_agent_record_read_js__WEBPACK_IMPORTED_MODULE_2__/* .mainRun */ .hi)(point.carried).filter(({ type }) => type === "model_turn").length;
        log(`Goes on with an earlier run for this: ${turns} turns are paid, checkpoint ${point.checkpoint}.`);
        return { point, last: { n: point.checkpoint, tree }, kept };
    }
    catch (error) {
        return afresh(`checkpoint ${point.checkpoint} cannot be laid out: ${(0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`);
    }
}


/***/ }),

/***/ 27724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ escalationLines)
/* harmony export */ });
/* harmony import */ var _domain_quiet_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41528);

const SHOWN = 10;
const ANSWERS = {
    denied: "not allowed",
    approved: "allowed by who was asked",
    widened: "run once more in a wider sandbox",
};
/** Markdown lines; none when nothing was asked. The text of a command is the model's and mentions nobody. */
function escalationLines(escalations) {
    if (escalations.length === 0)
        return [];
    const more = escalations.length - SHOWN;
    return [
        "**The agent asked for more than the policy gives**",
        "",
        ...escalations.slice(0, SHOWN).map(({ tool, what, why, answer }) => {
            const subject = what.replaceAll("`", "'").replace(/\s+/g, " ").slice(0, 200);
            return (0,_domain_quiet_js__WEBPACK_IMPORTED_MODULE_0__/* .quiet */ .j)(`- ${tool} \`${subject}\`: ${ANSWERS[answer]} (${why.replace(/\s+/g, " ")})`);
        }),
        ...(more > 0 ? [`- and ${more} more, in the transcript`] : []),
        "",
    ];
}


/***/ }),

/***/ 50659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ createFence),
/* harmony export */   v: () => (/* binding */ SAME)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/** Fences text of people and files, so that a model can tell it from its task, and no such text can end its fence. */

/** The nonce of a brief that is only compared, and never shown to a model. */
const SAME = "00000000";
/**
 * Characters that hide text from people and that a model still reads (security sheet, attack 8): zero-width, bidirectional
 * and tag characters, and the variation selectors that no emoji needs.
 */
const HIDDEN = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]|[\uFE00-\uFE0D]|[\u{E0100}-\u{E01EF}]/gu;
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
/** One nonce for a whole brief. HTML comments and hidden characters are removed and counted. */
function createFence(nonce = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)().slice(0, 8)) {
    return (what, text) => {
        const visible = untilStable(text, (part) => part.replace(HIDDEN, "").replace(COMMENT, ""));
        const removed = text.length - visible.length;
        const note = removed > 0 ? `\n[hidden text removed: ${removed} characters]` : "";
        const safe = untilStable(visible.trim(), (part) => part.replaceAll(nonce, ""));
        return `<data ${nonce} ${JSON.stringify(what)}>\n${safe}${note}\n</data ${nonce}>`;
    };
}
/** Repeats `change` until nothing is left to change: what is removed may join what stood around it. */
function untilStable(text, change) {
    let before = text;
    let after = change(before);
    while (after !== before) {
        before = after;
        after = change(before);
    }
    return after;
}


/***/ }),

/***/ 61509:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H7: () => (/* binding */ addLessons),
/* harmony export */   Jl: () => (/* binding */ lessonsOf),
/* harmony export */   g9: () => (/* binding */ LESSONS_PATH),
/* harmony export */   jl: () => (/* binding */ parseLessons)
/* harmony export */ });
/* harmony import */ var _quiet_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41528);
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66178);
/* harmony import */ var _state_block_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44917);
/** Lessons from reviews: one line each in `.github/nightshift/lessons.md`, read by the agents from the base branch, proposed by us, merged by people. */



const LESSONS_PATH = ".github/nightshift/lessons.md";
const MOST_LINES = 60;
const MOST_BYTES = 8_000;
const LONGEST = 300;
const HEAD = `# Lessons

What reviews of this repository have taught; Nightshift's agents read this file from the base branch. It grows by pull requests that a
person merges. Delete what is wrong or no longer true.

`;
const LINE = /^- (\d{4}-\d{2}-\d{2}) (.+)$/;
function parseLessons(file) {
    return file.split("\n").flatMap((line) => {
        const [, day, text] = LINE.exec(line.trim()) ?? [];
        return day === undefined || text === undefined ? [] : [{ day, text }];
    });
}
/** The file with `fresh` lessons added: each text once, the newest first, as many as fit. Undefined when nothing is new. */
function addLessons(file, fresh) {
    const known = parseLessons(file);
    const keys = new Set(known.map(({ text }) => keyOf(text)));
    const added = fresh.filter(({ text }) => {
        const isNew = !keys.has(keyOf(text));
        keys.add(keyOf(text));
        return isNew;
    });
    if (added.length === 0)
        return undefined;
    const lines = [];
    let bytes = Buffer.byteLength(HEAD);
    for (const { day, text } of [...added, ...known].sort((a, b) => b.day.localeCompare(a.day))) {
        const line = `- ${day} ${text}\n`;
        bytes += Buffer.byteLength(line);
        if (lines.length === MOST_LINES || bytes > MOST_BYTES)
            break;
        lines.push(line);
    }
    return HEAD + lines.join("");
}
/** Case, punctuation and spaces make no other lesson. */
function keyOf(text) {
    return text
        .replace(/ \(#\d+\)$/, "")
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, " ")
        .trim();
}
const WONT_FIX = /^(won['’]?t[ -]?fix|wontfix|works as intended|by design)\b[:.,\s-]*/i;
/**
 * What the reviews of a pull request teach: serious findings that were fixed are to be minded, and findings that a person who may
 * write marked with "won't fix" are not to be reported again. Everything else teaches nothing.
 */
function lessonsOf(snapshot, pull, day) {
    return pull.threads.flatMap((thread) => {
        const title = findingIn(snapshot, thread);
        if (title === undefined)
            return [];
        const marked = thread.comments.find(({ author, body }) => (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .canWrite */ ._)(snapshot, author) && WONT_FIX.test(body.trim()));
        if (marked) {
            const why = marked.body.trim().replace(WONT_FIX, "").split("\n")[0] ?? "";
            return [lesson(day, `Do not report: ${title}${why === "" ? "" : ` (${why})`}`, pull.number)];
        }
        const isSerious = thread.block?.severity === "blocker" || thread.block?.severity === "major";
        return isSerious && thread.resolved ? [lesson(day, `Mind: ${title}`, pull.number)] : [];
    });
}
function lesson(day, text, pull) {
    const plain = (0,_quiet_js__WEBPACK_IMPORTED_MODULE_2__/* .quiet */ .j)(text.replace(/\s+/g, " ").trim()).slice(0, LONGEST);
    return { day, text: `${plain} (#${pull})` };
}
/** The title of a finding of ours, as its comment shows it. */
function findingIn(snapshot, { block, comments }) {
    const [first] = comments;
    if (block === undefined || first?.author.login !== snapshot.identity)
        return undefined;
    return /^\*\*(.+?)\*\*/.exec((0,_state_block_js__WEBPACK_IMPORTED_MODULE_0__/* .visiblePart */ .MR)(first.body))?.[1];
}


/***/ }),

/***/ 68571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ toolkitRoot),
/* harmony export */   Q: () => (/* binding */ assetPath)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73136);
/** Where files that are read at run time lie: below dist/assets in the bundle, beside their code in the source tree. */


/** Path of an asset by its place below `src`, such as `agents/code/definition.md`. */
function assetPath(name) {
    const here = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)((0,node_url__WEBPACK_IMPORTED_MODULE_1__.fileURLToPath)(import.meta.url));
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(here) === "dist" ? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(here, "assets", name) : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(here, "..", name);
}
/** Root of the toolkit: the folder that holds dist, actions, templates and .github. */
function toolkitRoot() {
    const here = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)((0,node_url__WEBPACK_IMPORTED_MODULE_1__.fileURLToPath)(import.meta.url));
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(here) === "dist" ? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(here) : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(here, "..", "..");
}


/***/ })

};
