export const id = 2499;
export const ids = [2499];
export const modules = {

/***/ 14264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  hi: () => (/* binding */ mainRun),
  cr: () => (/* binding */ messagesOf),
  lb: () => (/* binding */ readTranscript)
});

// UNUSED EXPORTS: rebuildMessages

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
;// CONCATENATED MODULE: ./lib/agent/record/lines.js
/** The lines of a transcript: what each type carries. Strict about the types that are known here, and open for what later versions add. */

const KnownPart = schemas.discriminatedUnion("kind", [
    schemas.object({ kind: schemas.literal("text"), text: schemas.string() }),
    schemas.object({ kind: schemas.literal("call"), id: schemas.string(), name: schemas.string(), input: schemas.unknown() }),
    schemas.object({ kind: schemas.literal("result"), id: schemas.string(), content: schemas.string(), isError: schemas.boolean() }),
    schemas.object({ kind: schemas.literal("opaque"), provider: schemas.string(), model: schemas.string(), data: schemas.unknown() }),
]);
/** Checked, and handed on as it was read: what is sent again must be the same bytes. */
const PartShape = schemas.custom((value) => KnownPart.safeParse(value).success, "no part of a message");
const count = schemas.int().nonnegative();
const UsageShape = schemas.object({
    input: count,
    cacheRead: count,
    cacheWrite5m: count,
    cacheWrite1h: count,
    output: count,
    reasoning: count,
});
/** What every line says. `seq` counts lines of its run from 1; `turn` is 0 before the first model request. */
const common = {
    v: schemas.literal(1),
    seq: schemas.int().positive(),
    ts: iso.datetime(),
    run: schemas.string(),
    agent: schemas.string(),
    epoch: count,
    turn: count,
};
const line = (type, shape) => schemas.looseObject({ ...common, type: schemas.literal(type), ...shape });
const parts = { parts: schemas.array(PartShape) };
/** `purpose` is a hash of what the run is for: only a run for the same may go on from here. */
const RunLine = line("run", {
    header: schemas.object({ agent: schemas.string(), mode: schemas.string(), feature: schemas.string(), round: count }),
    model: schemas.string(),
    limits: schemas.looseObject({}),
    sandbox: schemas.string(),
    system: schemas.string(),
    tools: schemas.string(),
    tree: schemas.string().nullable(),
    purpose: schemas.string().default(""),
});
const ModelTurnLine = line("model_turn", {
    ...parts,
    id: schemas.string(),
    model: schemas.string(),
    stop: schemas["enum"]([
        "tool_use",
        "end_turn",
        "max_tokens",
        "refusal",
        "pause",
        "context_overflow",
        "content_filter",
    ]),
    usage: UsageShape,
    usd: schemas.number().nonnegative().nullable(),
    requestId: schemas.string().nullable(),
    ms: schemas.number().nonnegative(),
});
/** `changed`: the work tree is no longer what it was before the call, as far as anyone can tell. */
const ToolResultLine = line("tool_result", {
    id: schemas.string(),
    isError: schemas.boolean(),
    chars: count.default(0),
    sha: schemas.string().default(""),
    ms: schemas.number().nonnegative().default(0),
    effect: schemas["enum"](["read", "write", "execute"]).default("read"),
    invalid: schemas.boolean().default(false),
    failedCommand: schemas.boolean().default(false),
    changed: schemas.boolean().default(false),
    tree: schemas.string().nullable().default(null),
    commands: schemas.array(schemas.object({ command: schemas.string(), exitCode: schemas.number().nullable(), cwd: schemas.string().optional() }))
        .default([]),
});
/** The work tree after turn `after` is that of checkpoint `n`, 0 being the start; `tree` is git's id of it. */
const CheckpointLine = line("checkpoint", { n: count, tree: schemas.string(), after: count });
const KNOWN = schemas.discriminatedUnion("type", [
    RunLine,
    ModelTurnLine,
    ToolResultLine,
    CheckpointLine,
    line("msg_user", parts),
    line("msg_assistant", parts),
    line("model_request", { messages: count, sha: schemas.string() }),
    line("epoch", { why: schemas.string() }),
    line("tool_call", { id: schemas.string(), name: schemas.string(), input: schemas.unknown() }),
    /** Files that the agent has read or written, by the hash of their text, and those that it made: what it may change without reading. */
    line("files", { seen: schemas.record(schemas.string(), schemas.string()), created: schemas.array(schemas.string()) }),
    line("policy", { id: schemas.string(), tool: schemas.string(), decision: schemas.string(), why: schemas.string() }),
    line("loop", { kind: schemas["enum"](["warn", "stop"]), rule: schemas.string(), text: schemas.string() }),
    line("retry", { attempt: count, waitMs: schemas.number(), kind: schemas.string(), message: schemas.string() }),
    /** Money or tokens that no model turn stands for: a failed call, or turns that a rollback cut off. */
    line("budget", { usage: UsageShape, usd: schemas.number().nonnegative().nullable().default(null) }),
    /** Another process went on with the run from here. */
    line("resume", { again: schemas.boolean() }),
    line("rollback", { to: count }),
    /** A hook blocked, changed an input, or failed. */
    line("hook", { point: schemas.string(), command: schemas.string(), outcome: schemas.string(), message: schemas.string() }),
    /** A sub-agent began, with a transcript of its own, or ended. */
    line("sub", {
        child: schemas.string(),
        agent: schemas.string(),
        file: schemas.string().nullable().optional(),
        status: schemas.string().optional(),
    }),
    /** A summary replaced the conversation, or could not be had. */
    line("compact", { count: count.optional() }),
    line("failover", { from: schemas.string(), to: schemas.string(), message: schemas.string() }),
    /** The provider's cache served less than it was given. */
    line("cache", { expected: count, reported: count }),
    line("end", {
        result: schemas.looseObject({ status: schemas.string(), cause: schemas.string(), message: schemas.string() }),
    }),
]);
/** A line whose type is not known here; readers pass it by. */
const OtherLine = schemas.looseObject({ ...common, type: schemas.string() });
const TYPES = new Set(KNOWN.options.map((option) => option.shape.type.value));
/** Undefined when `text` is no line of a transcript, or not what its type says. */
function parseLine(text) {
    const raw = parseJson(text);
    const other = OtherLine.safeParse(raw);
    if (!other.success)
        return undefined;
    if (!TYPES.has(other.data.type))
        return { text, run: other.data.run, line: undefined };
    const known = KNOWN.safeParse(raw);
    return known.success ? { text, run: known.data.run, line: known.data } : undefined;
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/agent/record/seal.js
var seal = __webpack_require__(74570);
;// CONCATENATED MODULE: ./lib/agent/record/read.js


/** `secrets` are the model keys that a sealed file may have been written with. */
function readTranscript(text, secrets = []) {
    const whole = text.slice(0, text.lastIndexOf("\n") + 1).split("\n");
    whole.pop();
    const lines = [];
    let open;
    for (const [index, raw] of whole.entries()) {
        if ((0,seal/* isSealHead */.yf)(raw)) {
            open = (0,seal/* openSegment */.Gj)(raw, secrets);
            continue;
        }
        const clear = open ? open(raw) : raw;
        const line = clear === undefined ? undefined : parseLine(clear);
        if (line === undefined)
            return { lines, unreadable: index + 1, locked: clear === undefined && lines.length === 0 };
        lines.push(line);
    }
    return { lines, unreadable: undefined, locked: false };
}
/** The known lines of the run that the transcript is of: its first one. Lines of sub-runs are left out. */
function mainRun(lines) {
    const run = lines[0]?.run;
    return lines.flatMap((one) => (one.run === run && one.line ? [one.line] : []));
}
/** `messagesOf` for the text of a file that is not sealed. */
function rebuildMessages(transcript) {
    return messagesOf(mainRun(readTranscript(transcript).lines));
}
/** Rebuilds the messages of the last epoch, byte for byte as they were sent. */
function messagesOf(lines) {
    let messages = [];
    for (const line of lines) {
        if (line.type === "epoch")
            messages = [];
        // `msg_assistant` is one that an epoch took over: it was paid before.
        if (line.type !== "msg_user" && line.type !== "model_turn" && line.type !== "msg_assistant")
            continue;
        if (line.parts.length > 0)
            messages.push({ role: line.type === "msg_user" ? "user" : "assistant", parts: line.parts });
    }
    return messages;
}


/***/ }),

/***/ 74570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gj: () => (/* binding */ openSegment),
/* harmony export */   Ip: () => (/* binding */ openSeal),
/* harmony export */   yf: () => (/* binding */ isSealHead)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/**
 * Sealed transcripts: each line is encrypted by itself, so that a file that a kill has cut is readable up to its last whole line.
 * A segment opens with `{"sealed":1,"salt":…}`; its key is HKDF of the model key with that salt, the nonce of a line is its number
 * in the segment, and the number is authenticated: lines cannot be changed, moved or left out in the middle.
 */


const INFO = "nightshift transcript v1";
const TAG_BYTES = 16;
const Head = zod__WEBPACK_IMPORTED_MODULE_1__.strictObject({ sealed: zod__WEBPACK_IMPORTED_MODULE_1__.literal(1), salt: zod__WEBPACK_IMPORTED_MODULE_1__.base64().length(24) });
/** Begins a segment with a key of its own, derived from `secret`. */
function openSeal(secret) {
    const salt = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16);
    const key = keyOf(secret, salt);
    let number = 0;
    return {
        head: JSON.stringify({ sealed: 1, salt: salt.toString("base64") }),
        line(text) {
            number += 1;
            const nonce = nonceOf(number);
            const cipher = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createCipheriv)("aes-256-gcm", key, nonce).setAAD(nonce);
            const bytes = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
            return Buffer.concat([bytes, cipher.getAuthTag()]).toString("base64");
        },
    };
}
/** Reads the lines of one segment in order with whichever of `secrets` fits; undefined for a line that none opens. */
function openSegment(head, secrets) {
    const parsed = headOf(head);
    if (parsed === undefined)
        return undefined;
    const salt = Buffer.from(parsed.salt, "base64");
    let keys = secrets.map((secret) => keyOf(secret, salt));
    let number = 0;
    return (line) => {
        number += 1;
        for (const key of keys) {
            const text = unseal(line, key, number);
            if (text === undefined)
                continue;
            keys = [key];
            return text;
        }
        return undefined;
    };
}
function isSealHead(line) {
    return headOf(line) !== undefined;
}
function headOf(line) {
    if (!line.startsWith('{"sealed":'))
        return undefined;
    try {
        return Head.safeParse(JSON.parse(line)).data;
    }
    catch {
        return undefined;
    }
}
function unseal(line, key, number) {
    const bytes = Buffer.from(line, "base64");
    if (bytes.length <= TAG_BYTES)
        return undefined;
    const nonce = nonceOf(number);
    try {
        const decipher = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createDecipheriv)("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES })
            .setAAD(nonce)
            .setAuthTag(bytes.subarray(-TAG_BYTES));
        return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString("utf8");
    }
    catch {
        return undefined;
    }
}
function keyOf(secret, salt) {
    return Buffer.from((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hkdfSync)("sha256", secret, salt, INFO, 32));
}
function nonceOf(number) {
    const nonce = Buffer.alloc(12);
    nonce.writeBigUInt64BE(BigInt(number), 4);
    return nonce;
}


/***/ }),

/***/ 12498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IY: () => (/* binding */ shownInput),
/* harmony export */   WF: () => (/* binding */ shownUsd),
/* harmony export */   h5: () => (/* binding */ shownTime)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88343);
/** What a tool call would do, as text for people: edits as a diff, commands as they are, anything else as JSON. */

const Edit = zod__WEBPACK_IMPORTED_MODULE_0__.looseObject({
    path: zod__WEBPACK_IMPORTED_MODULE_0__.string(),
    edits: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.looseObject({ old: zod__WEBPACK_IMPORTED_MODULE_0__.string(), new: zod__WEBPACK_IMPORTED_MODULE_0__.string() })),
});
const Write = zod__WEBPACK_IMPORTED_MODULE_0__.looseObject({ path: zod__WEBPACK_IMPORTED_MODULE_0__.string(), content: zod__WEBPACK_IMPORTED_MODULE_0__.string() });
const Command = zod__WEBPACK_IMPORTED_MODULE_0__.looseObject({ command: zod__WEBPACK_IMPORTED_MODULE_0__.string() });
function shownInput({ name, input }) {
    const edit = name === "edit_file" ? Edit.safeParse(input).data : undefined;
    if (edit)
        return [
            plain(edit.path),
            ...edit.edits.flatMap((one) => [...linesOf("-", one.old), ...linesOf("+", one.new), plain("")]),
        ];
    const write = name === "write_file" ? Write.safeParse(input).data : undefined;
    if (write)
        return [plain(write.path), ...linesOf("+", write.content)];
    const command = Command.safeParse(input).data;
    if (command)
        return linesOf(" ", command.command);
    return linesOf(" ", JSON.stringify(input, null, 2) ?? "");
}
function linesOf(mark, text) {
    const lines = text.split("\n");
    if (lines.at(-1) === "")
        lines.pop();
    return lines.map((line) => ({ mark, text: line }));
}
function plain(text) {
    return { mark: " ", text };
}
/** `1.2 s`, `340 ms`, `2 min 5 s` */
function shownTime(ms) {
    if (ms < 1_000)
        return `${Math.round(ms)} ms`;
    if (ms < 60_000)
        return `${(ms / 1_000).toFixed(1)} s`;
    return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1_000)} s`;
}
function shownUsd(usd) {
    return usd === null ? "price unknown" : `${usd.toFixed(4)} USD`;
}


/***/ }),

/***/ 12163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ openTranscriptFile),
/* harmony export */   m: () => (/* binding */ sealKeys)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _agent_record_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14264);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49285);
/* harmony import */ var _domain_provider_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76231);
/** Opens a transcript for a person: from a file, sealed or not, or from the directory of an unpacked artifact. */





/** Keys that a transcript may be sealed with, from the environment. */
function sealKeys(env) {
    return _domain_provider_js__WEBPACK_IMPORTED_MODULE_4__/* .PROVIDERS */ .xq.flatMap((provider) => env[(0,_domain_provider_js__WEBPACK_IMPORTED_MODULE_4__/* .keyNameOf */ .aD)(provider)] ?? []).filter((key) => key !== "");
}
/** Throws INPUT_INVALID when `path` is missing, is no transcript, or is sealed with a key that the environment does not hold. */
async function openTranscriptFile(path, env) {
    const isDirectory = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).then((found) => found.isDirectory(), () => false);
    const file = isDirectory ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, "transcript.jsonl") : path;
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8").catch(() => {
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NightshiftError */ .nc("INPUT_INVALID", `There is no transcript ${file}; name the file, or the folder of the unpacked artifact.`);
    });
    const { lines: all, unreadable, locked } = (0,_agent_record_read_js__WEBPACK_IMPORTED_MODULE_2__/* .readTranscript */ .lb)(text, sealKeys(env));
    if (locked)
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NightshiftError */ .nc("INPUT_INVALID", `${file} is sealed; set ${_domain_provider_js__WEBPACK_IMPORTED_MODULE_4__/* .PROVIDERS */ .xq.map(_domain_provider_js__WEBPACK_IMPORTED_MODULE_4__/* .keyNameOf */ .aD).join(" or ")} to the key that the run was made with.`);
    const lines = (0,_agent_record_read_js__WEBPACK_IMPORTED_MODULE_2__/* .mainRun */ .hi)(all);
    if (lines[0]?.type !== "run")
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NightshiftError */ .nc("INPUT_INVALID", `${file} is no transcript of Nightshift: it does not begin with a run.`);
    return { file, all, lines, unreadable };
}


/***/ }),

/***/ 22499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runTranscript: () => (/* binding */ runTranscript)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(49285);
// EXTERNAL MODULE: ./lib/cli/exit.js
var exit = __webpack_require__(13100);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/cli/record/call-text.js
var call_text = __webpack_require__(12498);
;// CONCATENATED MODULE: ./lib/cli/record/style.js
/** The style of the page, light and dark. */
const STYLE = `
:root{--back:#fff;--text:#1c1e21;--soft:#5c6370;--line:#d5d8dd;--card:#f6f7f9;--model:#3659c9;--tools:#b3541e;--plus:#dff3e2;--minus:#fbe2e0;--link:#2746a8}
@media (prefers-color-scheme:dark){:root{--back:#15171b;--text:#e4e6ea;--soft:#a0a7b4;--line:#383d46;--card:#1e2127;--model:#8aa4ff;--tools:#f0a273;--plus:#173b20;--minus:#4a1d1b;--link:#a9bcff}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:64rem;padding:1rem;background:var(--back);color:var(--text);font:1rem/1.5 system-ui,sans-serif}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--model);outline-offset:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem}
h1{font-size:1.5rem}h2{font-size:1.25rem;border-bottom:1px solid var(--line)}h3{margin-bottom:0}h4{margin:.5rem 0}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:0}
dt,.facts,small{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
pre{margin:.5rem 0;padding:.5rem;overflow-x:auto;background:var(--card);border:1px solid var(--line);border-radius:.25rem;font:.875rem/1.4 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere}
ins,del{display:inline-block;width:100%;text-decoration:none}
ins{background:var(--plus)}del{background:var(--minus)}
article{margin:.5rem 0;padding:.25rem .75rem;border-left:3px solid var(--line)}
article.failed{border-left-color:var(--tools)}
.note{margin:.5rem 0;padding:.25rem .75rem;background:var(--card);border-left:3px solid var(--model)}
summary{cursor:pointer}
svg{width:100%;height:auto;background:var(--card)}
rect.model{fill:var(--model)}rect.tools{fill:var(--tools)}
.legend .model::before,.legend .tools::before{content:"";display:inline-block;width:.75rem;height:.75rem;margin:0 .25rem 0 .75rem}
.legend .model::before{background:var(--model)}.legend .tools::before{background:var(--tools)}
@media (max-width:40rem){dl{grid-template-columns:1fr}}
`;

;// CONCATENATED MODULE: ./lib/cli/record/html.js
/** A story as one HTML page: no script, no asset, its one style allowed by hash. Made of native controls, so that a keyboard does. */



const WIDTH = 1_000;
const ROW = 10;
function renderHtml(story) {
    const { agent, mode, feature, round } = story.run.header;
    const title = `${agent}: ${mode}${feature === "" ? "" : ` ${feature}`}, round ${round}`;
    const hash = (0,external_node_crypto_.createHash)("sha256").update(STYLE).digest("base64");
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#turns">Skip to the turns</a>
<header>
<h1>${escapeHtml(title)}</h1>
${renderFacts(story)}
</header>
<main>
<h2 id="time">Time</h2>
${renderTimeline(story)}
<h2 id="turns">Turns</h2>
${story.entries.map(renderEntry).join("\n")}
</main>
</body>
</html>
`;
}
function renderFacts({ run, end, turns, tokens, usd, ms, startedAt }) {
    const rows = [
        ["Model", run.model],
        ["Started", `${startedAt}, ${(0,call_text/* shownTime */.h5)(ms)}`],
        ["Turns", `${turns}, ${tokens.input} tokens in, ${tokens.output} out`],
        ["Cost", (0,call_text/* shownUsd */.WF)(usd)],
        ["Sandbox", run.sandbox],
        ["End", end ? `${end.result.status} (${end.result.cause}). ${end.result.message}` : "broken off"],
    ];
    return `<dl>${rows.map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`).join("")}</dl>`;
}
/** One bar for each turn: the model's time, then the tools'. Each is a link to its turn. */
function renderTimeline(story) {
    const turns = story.entries.filter((entry) => entry.kind === "turn");
    const start = Date.parse(story.startedAt);
    const scale = WIDTH / Math.max(1, story.ms);
    const bars = turns.map((turn, row) => {
        const tools = turn.calls.reduce((sum, { ms }) => sum + ms, 0);
        const from = Math.max(0, Date.parse(turn.at) - start - turn.ms);
        const bar = (kind, x, ms) => `<rect class="${kind}" x="${round(x * scale)}" y="${row * ROW}" width="${Math.max(1, round(ms * scale))}" height="${ROW - 2}"/>`;
        const label = `Turn ${turn.number}: model ${(0,call_text/* shownTime */.h5)(turn.ms)}, tools ${(0,call_text/* shownTime */.h5)(tools)}, ${(0,call_text/* shownUsd */.WF)(turn.usd)}`;
        return `<a href="#turn-${turn.number}-${row}" aria-label="${escapeHtml(label)}"><title>${escapeHtml(label)}</title>${bar("model", from, turn.ms)}${bar("tools", from + turn.ms, tools)}</a>`;
    });
    return `<svg viewBox="0 0 ${WIDTH} ${Math.max(ROW, turns.length * ROW)}" role="group" aria-label="Time of each turn">${bars.join("")}</svg>
<p class="legend"><span class="model">model</span> <span class="tools">tools</span></p>`;
}
function renderEntry(entry, _, all) {
    if (entry.kind === "turn")
        return renderTurn(entry, all.filter(({ kind }) => kind === "turn").indexOf(entry));
    if (entry.kind === "note")
        return `<p class="note"><strong>${escapeHtml(entry.what)}</strong> ${escapeHtml(entry.text)}</p>`;
    return `<details class="told"><summary>Told</summary><pre tabindex="0">${escapeHtml(entry.text)}</pre></details>`;
}
function renderTurn(turn, row) {
    const facts = [
        turn.model,
        (0,call_text/* shownTime */.h5)(turn.ms),
        (0,call_text/* shownUsd */.WF)(turn.usd),
        `${turn.usage.output} tokens out`,
        turn.stop,
    ];
    if (turn.hidden > 0)
        facts.push(`${turn.hidden} parts of thinking`);
    return `<section id="turn-${turn.number}-${row}" aria-labelledby="head-${row}">
<h3 id="head-${row}">Turn ${turn.number}</h3>
<p class="facts">${escapeHtml(facts.join(" · "))}</p>
${turn.text === "" ? "" : `<pre class="said" tabindex="0">${escapeHtml(turn.text)}</pre>`}
${turn.calls.map(renderCall).join("\n")}
</section>`;
}
function renderCall(call) {
    const input = (0,call_text/* shownInput */.IY)(call)
        .map(({ mark, text }) => {
        if (mark === " ")
            return escapeHtml(text);
        return mark === "+" ? `<ins>+ ${escapeHtml(text)}</ins>` : `<del>- ${escapeHtml(text)}</del>`;
    })
        .join("\n");
    const policy = call.policy.map((text) => `<p class="note"><strong>policy</strong> ${escapeHtml(text)}</p>`);
    const result = call.result === undefined
        ? `<p class="note">no result: the run was broken off</p>`
        : `<details${call.isError ? " open" : ""}><summary>Result</summary><pre tabindex="0">${escapeHtml(call.result)}</pre></details>`;
    return `<article class="${call.isError ? "failed" : "ok"}">
<h4>${escapeHtml(call.name)}${call.isError ? " (failed)" : ""} <small>${(0,call_text/* shownTime */.h5)(call.ms)}</small></h4>
<pre tabindex="0">${input}</pre>
${policy.join("")}${result}
</article>`;
}
function round(value) {
    return Math.round(value * 10) / 10;
}
/** For text and for quoted attributes. Characters that turn text around are shown as what they are. */
function escapeHtml(text) {
    return text
        .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
        .replace(/[\u202A-\u202E\u2066-\u2069\u200B-\u200F]/g, (sign) => `[U+${sign.charCodeAt(0).toString(16).toUpperCase()}]`)
        .replace(/[^\P{Cc}\t\n]/gu, "\u{FFFD}");
}

;// CONCATENATED MODULE: ./lib/cli/record/markdown.js
/** A story as Markdown. Every text of a model or a file stands in a fence that it cannot end. */

function renderMarkdown(story) {
    const { run, end } = story;
    const { agent, mode, feature, round } = run.header;
    return [
        `# ${oneLine(`${agent}: ${mode}${feature === "" ? "" : ` ${feature}`}, round ${round}`)}`,
        [
            `- model: ${oneLine(run.model)}`,
            `- started: ${story.startedAt}, ${(0,call_text/* shownTime */.h5)(story.ms)}`,
            `- turns: ${story.turns}, ${story.tokens.input} tokens in, ${story.tokens.output} out, ${(0,call_text/* shownUsd */.WF)(story.usd)}`,
            `- sandbox: ${oneLine(run.sandbox)}`,
            `- end: ${end ? oneLine(`${end.result.status} (${end.result.cause}). ${end.result.message}`) : "broken off"}`,
        ].join("\n"),
        ...story.entries.map(markdown_renderEntry),
        "",
    ].join("\n\n");
}
function markdown_renderEntry(entry) {
    if (entry.kind === "turn")
        return markdown_renderTurn(entry);
    if (entry.kind === "note")
        return `> **${oneLine(entry.what)}** ${oneLine(entry.text)}`;
    return `### Told\n\n${fenced(entry.text)}`;
}
function markdown_renderTurn(turn) {
    const facts = [
        oneLine(turn.model),
        (0,call_text/* shownTime */.h5)(turn.ms),
        (0,call_text/* shownUsd */.WF)(turn.usd),
        `${turn.usage.output} tokens out`,
        turn.stop,
        ...(turn.hidden > 0 ? [`${turn.hidden} parts of thinking`] : []),
    ];
    return [
        `## Turn ${turn.number}`,
        facts.join(" · "),
        ...(turn.text === "" ? [] : [fenced(turn.text)]),
        ...turn.calls.map(markdown_renderCall),
    ].join("\n\n");
}
function markdown_renderCall(call) {
    const lines = (0,call_text/* shownInput */.IY)(call);
    const isDiff = lines.some(({ mark }) => mark !== " ");
    const input = lines.map(({ mark, text }) => (isDiff ? `${mark}${text}` : text)).join("\n");
    return [
        `**${oneLine(call.name)}** (${(0,call_text/* shownTime */.h5)(call.ms)})`,
        fenced(input, isDiff ? "diff" : ""),
        ...call.policy.map((text) => `> **policy** ${oneLine(text)}`),
        call.result === undefined ? "_no result: the run was broken off_" : fenced(call.result),
    ].join("\n\n");
}
/** A fence longer than any in the text. */
function fenced(text, language = "") {
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
    const fence = "`".repeat(longest + 1);
    return `${fence}${language}\n${text}\n${fence}`;
}
/** Text of a model inside a line: nothing in it is Markdown or HTML. */
function oneLine(text) {
    return text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>()#!|&~]/g, (sign) => `\\${sign}`);
}

// EXTERNAL MODULE: ./lib/cli/record/open-transcript.js
var open_transcript = __webpack_require__(12163);
;// CONCATENATED MODULE: ./lib/cli/record/story.js
/** `lines` begin with the run. */
function storyOf(lines) {
    const [run] = lines;
    if (run?.type !== "run")
        throw new Error("unreachable: a story begins with its run");
    const entries = lines.flatMap((line) => entryOf(line, lines));
    const turns = entries.filter((entry) => entry.kind === "turn");
    const last = lines.at(-1) ?? run;
    const sum = (of) => turns.reduce((total, turn) => total + of(turn), 0);
    return {
        run,
        startedAt: run.ts,
        entries,
        end: lines.findLast((line) => line.type === "end"),
        turns: turns.length,
        usd: turns.some(({ usd }) => usd === null) ? null : sum(({ usd }) => usd ?? 0),
        tokens: {
            input: sum(({ usage }) => usage.input + usage.cacheRead + usage.cacheWrite5m + usage.cacheWrite1h),
            output: sum(({ usage }) => usage.output),
        },
        ms: Date.parse(last.ts) - Date.parse(run.ts),
    };
}
function entryOf(line, lines) {
    const note = (what, text) => [{ kind: "note", at: line.ts, what, text }];
    switch (line.type) {
        case "msg_user": {
            const text = textOf(line);
            return text === "" ? [] : [{ kind: "told", at: line.ts, text }];
        }
        case "model_turn":
            return [turnOf(line, lines)];
        case "retry":
            return note("retry", `attempt ${line.attempt}, after ${Math.round(line.waitMs / 1_000)} s: ${line.message}`);
        case "failover":
            return note("failover", `${line.from} → ${line.to}: ${line.message}`);
        case "epoch":
            return note("epoch", `the messages begin anew: ${line.why}`);
        case "loop":
            return note("loop guard", `${line.kind}, ${line.rule}: ${line.text}`);
        case "checkpoint":
            return note("checkpoint", `${line.n}: the work tree after turn ${line.after} (${line.tree})`);
        case "resume":
            return note("resume", line.again ? "another process goes on and makes the calls again" : "another process goes on");
        case "rollback":
            return note("rollback", `back to checkpoint ${line.to}`);
        case "end":
            return note("end", `${line.result.status}, ${line.result.cause}: ${line.result.message}`);
        default:
            return [];
    }
}
function turnOf(turn, lines) {
    const at = lines.indexOf(turn);
    const next = lines.findIndex((line, index) => index > at && line.type === "model_turn");
    const after = lines.slice(at + 1, next < 0 ? undefined : next);
    return {
        kind: "turn",
        number: turn.turn,
        at: turn.ts,
        ms: turn.ms,
        model: turn.model,
        stop: turn.stop,
        usd: turn.usd,
        usage: turn.usage,
        text: textOf(turn),
        hidden: turn.parts.filter(({ kind }) => kind === "opaque").length,
        calls: turn.parts.flatMap((part) => (part.kind === "call" ? [callOf(part, after)] : [])),
    };
}
function callOf({ id, name, input }, after) {
    const outcome = after.findLast((line) => line.type === "tool_result" && line.id === id);
    const result = after
        .flatMap((line) => (line.type === "msg_user" ? line.parts : []))
        .find((part) => part.kind === "result" && part.id === id);
    const policy = after.flatMap((line) => line.type === "policy" && line.id === id ? [`${line.decision}: ${line.why}`] : []);
    return {
        name,
        input,
        result: result?.kind === "result" ? result.content : undefined,
        isError: result?.kind === "result" ? result.isError : false,
        ms: outcome?.type === "tool_result" ? outcome.ms : 0,
        policy,
    };
}
function textOf({ parts }) {
    return parts.flatMap((part) => (part.kind === "text" ? [part.text] : [])).join("\n\n");
}

;// CONCATENATED MODULE: ./lib/cli/record/transcript.js
/** `nightshift transcript`: a run as a page or a text that people read. */







/** Throws INPUT_INVALID when the file cannot be read or the page not be written. */
async function runTranscript({ file, html, out }, terminal, env) {
    const opened = await (0,open_transcript/* openTranscriptFile */.b)(file, env);
    const story = storyOf(opened.lines);
    const text = html ? renderHtml(story) : renderMarkdown(story);
    if (out === undefined)
        terminal.answer(text);
    else {
        await (0,promises_.writeFile)(out, text, { mode: 0o600 }).catch((error) => {
            throw new errors/* NightshiftError */.nc("INPUT_INVALID", `${out} cannot be written: ${(0,errors/* messageOf */.bD)(error)}`);
        });
        terminal.line(`${out}: ${story.turns} turns`);
    }
    if (opened.unreadable !== undefined)
        terminal.line(`Line ${opened.unreadable} cannot be read; what stands after it is left out.`);
    return exit/* EXIT */.d.done;
}


/***/ }),

/***/ 64377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZodISODate: () => (/* reexport safe */ _schemas_js__WEBPACK_IMPORTED_MODULE_0__.ZodISODate),
/* harmony export */   ZodISODateTime: () => (/* reexport safe */ _schemas_js__WEBPACK_IMPORTED_MODULE_0__.ZodISODateTime),
/* harmony export */   ZodISODuration: () => (/* reexport safe */ _schemas_js__WEBPACK_IMPORTED_MODULE_0__.ZodISODuration),
/* harmony export */   ZodISOTime: () => (/* reexport safe */ _schemas_js__WEBPACK_IMPORTED_MODULE_0__.ZodISOTime),
/* harmony export */   date: () => (/* binding */ date),
/* harmony export */   datetime: () => (/* binding */ datetime),
/* harmony export */   duration: () => (/* binding */ duration),
/* harmony export */   time: () => (/* binding */ time)
/* harmony export */ });
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88343);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_1__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_0__.ZodISODateTime, params);
}
function date(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_1__/* ._isoDate */ .db(_schemas_js__WEBPACK_IMPORTED_MODULE_0__.ZodISODate, params);
}
function time(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_1__/* ._isoTime */ .Kn(_schemas_js__WEBPACK_IMPORTED_MODULE_0__.ZodISOTime, params);
}
function duration(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_1__/* ._isoDuration */ .f2(_schemas_js__WEBPACK_IMPORTED_MODULE_0__.ZodISODuration, params);
}


/***/ })

};
