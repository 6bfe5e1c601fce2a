export const id = 6988;
export const ids = [6988,4430];
export const modules = {

/***/ 65005:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** SHA-256 of a text as hex. */
function sha256(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(text).digest("hex");
}


/***/ }),

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

/***/ 24430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fetchOrder: () => (/* binding */ fetchOrder),
/* harmony export */   layOut: () => (/* binding */ layOut),
/* harmony export */   openGit: () => (/* binding */ openGit),
/* harmony export */   remoteOf: () => (/* binding */ remoteOf),
/* harmony export */   runFetch: () => (/* binding */ runFetch),
/* harmony export */   startingTree: () => (/* binding */ startingTree)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _github_git_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91623);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63629);
/** Brings exactly the work order's commits and lays out the tree that the job works on. The only step of its job that holds the token. */



/** Commits of history that come along at first; more are fetched only when the common ancestor lies deeper. */
const DEPTH = 200;
function openGit(job, facts) {
    return _github_git_js__WEBPACK_IMPORTED_MODULE_1__/* .Git */ .TU.open({ dir: (0,_job_js__WEBPACK_IMPORTED_MODULE_2__/* .places */ .zn)(facts).git, spawn: job.spawn, path: job.env.PATH ?? "" });
}
function remoteOf(facts, token) {
    return { url: (0,_job_js__WEBPACK_IMPORTED_MODULE_2__/* .gitUrl */ .WU)(facts), token };
}
/** Fetches base and head of `order` with their common ancestor. */
async function fetchOrder(job, facts, order, token) {
    const git = await openGit(job, facts);
    const remote = remoteOf(facts, token);
    const shas = [order.base.head, ...(order.pull ? [order.pull.head] : [])];
    await git.fetch(remote, shas, DEPTH);
    if (order.pull && (await git.mergeBase(order.base.head, order.pull.head)) === undefined)
        await git.fetch(remote, shas);
    return git;
}
/** The commit or tree that the agent starts from: the base, the pull request's head, or both merged with conflict markers. */
async function startingTree(git, order) {
    if (!order.pull || order.mode === "implement")
        return order.base.head;
    if (order.mode === "conflict")
        return (await git.mergeTree(order.base.head, order.pull.head)).tree;
    return order.pull.head;
}
/** Phase `fetch`: git objects outside the workspace, the base tree in it. */
async function runFetch(job, facts, order, token) {
    const git = await fetchOrder(job, facts, order, token);
    await emptyDirectory(facts.workspace);
    await git.checkout(order.base.head, facts.workspace, (0,_job_js__WEBPACK_IMPORTED_MODULE_2__/* .places */ .zn)(facts).index("base"));
    job.log(`fetched ${order.base.branch} at ${order.base.head}${order.pull ? ` and pull request #${order.pull.number} at ${order.pull.head}` : ""}`);
}
/** Turns the workspace from the base tree into `tree`; what the set-up left beside it stays. */
async function layOut(git, tree, base, workspace, index) {
    const gone = await git.text(["diff", "--name-only", "--no-renames", "--diff-filter=D", "-z", base, tree]);
    for (const path of gone.split("\0").filter((name) => name !== ""))
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(`${workspace}/${path}`, { force: true });
    await git.checkout(tree, workspace, index);
}
async function emptyDirectory(directory) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(directory, { recursive: true });
    for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory))
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(`${directory}/${name}`, { recursive: true, force: true });
}


/***/ }),

/***/ 63629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vp: () => (/* binding */ runUrl),
/* harmony export */   WU: () => (/* binding */ gitUrl),
/* harmony export */   pI: () => (/* binding */ runFacts),
/* harmony export */   zn: () => (/* binding */ places)
/* harmony export */ });
/** Throws when the environment is not that of a workflow job. */
function runFacts(env) {
    const need = (name) => {
        const value = env[name];
        if (value === undefined || value === "")
            throw new Error(`${name} is not set: an action of Nightshift runs inside a GitHub Actions job`);
        return value;
    };
    return {
        repository: need("GITHUB_REPOSITORY"),
        serverUrl: need("GITHUB_SERVER_URL"),
        apiUrl: need("GITHUB_API_URL"),
        runId: Number(need("GITHUB_RUN_ID")),
        eventName: need("GITHUB_EVENT_NAME"),
        eventPath: need("GITHUB_EVENT_PATH"),
        temp: need("RUNNER_TEMP"),
        workspace: need("GITHUB_WORKSPACE"),
    };
}
function runUrl(facts) {
    return `${facts.serverUrl}/${facts.repository}/actions/runs/${facts.runId}`;
}
function gitUrl(facts) {
    return `${facts.serverUrl}/${facts.repository}.git`;
}
/** Where the phases of one job keep their files. */
function places(facts) {
    const root = `${facts.temp}/nightshift`;
    return {
        root,
        git: `${root}/git`,
        index: (name) => `${root}/${name}.index`,
        context: `${root}/context/context.json`,
        outcomeDirectory: `${root}/outcome`,
        outcome: `${root}/outcome/outcome.json`,
        /** What the run cost so far: all that a killed one tells. */
        cost: `${root}/outcome/cost.json`,
        patch: `${root}/outcome/change.patch`,
        /** What the job brought of an earlier run for the same work. */
        earlier: `${root}/earlier`,
    };
}


/***/ }),

/***/ 91278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ checkGit),
/* harmony export */   u: () => (/* binding */ gitIn)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49285);
/** Git as a person's command line uses it: read-only, in a repository of theirs, with their own settings. */


const LARGEST_OUTPUT = 64 * 1024 * 1024;
/** `directory` is where git looks; variables such as GIT_DIR, which a hook sets, do not lead it elsewhere. */
function gitIn(directory, env = process.env, 
/** Variables of git's that this call sets on purpose. */
own = {}) {
    const run = (args) => new Promise((resolve, reject) => {
        const options = { env: { ...clean(env), ...own }, maxBuffer: LARGEST_OUTPUT };
        (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)("git", ["-C", directory, ...args], options, (error, stdout, stderr) => {
            if (error?.code === "ENOENT")
                reject(missingGit());
            else
                resolve({ code: error ? Number(error.code) || 1 : 0, stdout: stdout.trimEnd(), stderr });
        });
    });
    return {
        async text(args) {
            const { code, stdout, stderr } = await run(args);
            if (code !== 0)
                throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("GIT_FAILED", `git ${args[0]} failed in ${directory}: ${stderr.trim().slice(0, 2_000)}`);
            return stdout;
        },
        async anyway(args) {
            return (await run(args)).stdout;
        },
        async find(args) {
            const { code, stdout } = await run(args);
            return code === 0 ? stdout : undefined;
        },
    };
}
function clean(env) {
    const kept = Object.entries(env).filter(([name]) => !/^GIT_(DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|COMMON_DIR|NAMESPACE|PREFIX)$/.test(name));
    return { ...Object.fromEntries(kept), LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0" };
}
function missingGit() {
    return new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("ENVIRONMENT_UNFIT", "git was not found in PATH; install git 2.38 or newer.");
}
const OLDEST = [2, 38];
/** Throws ENVIRONMENT_UNFIT when git is missing or too old. */
async function checkGit(directory, env = process.env) {
    const said = await gitIn(directory, env).text(["version"]);
    const [, major = "0", minor = "0"] = /(\d+)\.(\d+)/.exec(said) ?? [];
    const [oldestMajor, oldestMinor] = OLDEST;
    const fits = Number(major) > oldestMajor || (Number(major) === oldestMajor && Number(minor) >= oldestMinor);
    if (!fits)
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("ENVIRONMENT_UNFIT", `${said} is too old; Nightshift needs git ${oldestMajor}.${oldestMinor} or newer.`);
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

/***/ 46988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runRollback: () => (/* binding */ runRollback)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _agent_record_read_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14264);
/* harmony import */ var _agent_record_resume_point_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79131);
/* harmony import */ var _agent_transcript_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(91039);
/* harmony import */ var _agents_checkpoints_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(70649);
/* harmony import */ var _agents_earlier_run_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(50878);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(49285);
/* harmony import */ var _models_port_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(19927);
/* harmony import */ var _exit_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(13100);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(91278);
/* harmony import */ var _open_transcript_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(12163);
/** `nightshift rollback`: takes what a run left back to one of its checkpoints, and its files into a clone where that is asked for. */













/** Throws INPUT_INVALID before anything is written when the checkpoint, the clone or the record does not fit. */
async function runRollback(options, terminal, env) {
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(options.directory);
    const { transcript: file, checkpoints } = (0,_agents_earlier_run_js__WEBPACK_IMPORTED_MODULE_7__/* .recordPlaces */ .W_)(directory, 1);
    const { lines, all } = await (0,_open_transcript_js__WEBPACK_IMPORTED_MODULE_12__/* .openTranscriptFile */ .b)(file, env);
    const kept = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(checkpoints).catch(() => [])).flatMap((name) => (0,_agents_checkpoints_js__WEBPACK_IMPORTED_MODULE_6__/* .numberOf */ .rl)(name) ?? []);
    const marks = lines.filter((line) => line.type === "checkpoint" && kept.includes(line.n));
    const mark = marks.findLast((line) => line.type === "checkpoint" && line.n === options.to);
    if (mark?.type !== "checkpoint") {
        const known = marks.flatMap((line) => line.type === "checkpoint" ? `${line.n} (after turn ${line.after})` : []);
        throw wrong(`${directory} has no checkpoint ${options.to}; it has ${known.length > 0 ? [...new Set(known)].join(", ") : "none"}.`);
    }
    const patch = (0,_agents_checkpoints_js__WEBPACK_IMPORTED_MODULE_6__/* .patchFile */ .dp)(checkpoints, mark.n);
    const carried = all.slice(0, all.findIndex(({ line }) => line === mark) + 1);
    const point = (0,_agent_record_resume_point_js__WEBPACK_IMPORTED_MODULE_4__/* .findResumePoint */ .Z)(carried, new Set(kept.filter((n) => n <= mark.n)));
    if ("why" in point || point.torn)
        throw wrong(`No run can go on from checkpoint ${mark.n}.`);
    if (options.workTree !== undefined)
        await layOut((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(options.workTree), patch, mark.tree);
    const cutOff = lines.filter((line) => line.seq > mark.seq);
    const lost = cutOff.flatMap((line) => line.type === "model_turn" || line.type === "budget" ? [line.usage] : []);
    const secret = await keyOf(file, env);
    const draft = `${file}.new`;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(draft, { force: true });
    const last = (0,_agent_record_read_js__WEBPACK_IMPORTED_MODULE_3__/* .mainRun */ .hi)(carried).at(-1);
    const record = (0,_agent_transcript_js__WEBPACK_IMPORTED_MODULE_5__/* .openTranscript */ .B)({
        file: draft,
        run: mark.run,
        agent: mark.agent,
        clock: () => new Date(),
        redact: (text) => text,
        seal: secret,
        carried,
    });
    record.setTurn(last?.turn ?? 0);
    record.append("rollback", { to: mark.n });
    // What was spent stays spent.
    if (lost.length > 0)
        record.append("budget", { usage: lost.reduce(_models_port_js__WEBPACK_IMPORTED_MODULE_9__/* .addUsage */ .vk, _models_port_js__WEBPACK_IMPORTED_MODULE_9__/* .NO_USAGE */ .yJ), usd: null });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)(file, `${file}.before-rollback`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(draft, file);
    for (const n of kept.filter((one) => one > mark.n))
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,_agents_checkpoints_js__WEBPACK_IMPORTED_MODULE_6__/* .patchFile */ .dp)(checkpoints, n), { force: true });
    const turns = cutOff.filter(({ type }) => type === "model_turn").length;
    terminal.line(`${directory} is back at checkpoint ${mark.n}, after turn ${mark.after}; ${turns} turns are cut off and stay paid.`);
    terminal.line(`The transcript as it was: ${file}.before-rollback`);
    if (options.workTree !== undefined)
        terminal.line(`${options.workTree} has the files of that moment, uncommitted.`);
    return _exit_js__WEBPACK_IMPORTED_MODULE_10__/* .EXIT */ .d.done;
}
/** Checks in an index of its own that the patch gives exactly the recorded tree, and only then touches the clone. */
async function layOut(workTree, patch, tree) {
    const scratch = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), "nightshift-rollback-"));
    try {
        const git = (0,_git_js__WEBPACK_IMPORTED_MODULE_11__/* .gitIn */ .u)(workTree);
        if ((await git.find(["rev-parse", "--show-toplevel"])) === undefined)
            throw wrong(`${workTree} is no clone of the repository.`);
        if ((await git.text(["status", "--porcelain"])) !== "")
            throw wrong(`${workTree} has changes; commit or stash them first.`);
        const apart = (0,_git_js__WEBPACK_IMPORTED_MODULE_11__/* .gitIn */ .u)(workTree, process.env, { GIT_INDEX_FILE: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(scratch, "index") });
        await apart.text(["read-tree", "HEAD"]);
        const isEmpty = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(patch)).size === 0;
        const applied = isEmpty
            ? ""
            : await apart.find(["apply", "--cached", "--binary", "--whitespace=nowarn", patch]);
        if (applied === undefined || (await apart.text(["write-tree"])) !== tree)
            throw wrong(`${workTree} is not at the commit that the run started from; check that one out first.`);
        if (!isEmpty)
            await git.text(["apply", "--binary", "--whitespace=nowarn", patch]);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(scratch, { recursive: true, force: true });
    }
}
/** The key that the file is sealed with; undefined for a plain one. */
async function keyOf(file, env) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8");
    if ((0,_agent_record_read_js__WEBPACK_IMPORTED_MODULE_3__/* .readTranscript */ .lb)(text).lines.length > 0)
        return undefined;
    return (0,_open_transcript_js__WEBPACK_IMPORTED_MODULE_12__/* .sealKeys */ .m)(env).find((key) => (0,_agent_record_read_js__WEBPACK_IMPORTED_MODULE_3__/* .readTranscript */ .lb)(text, [key]).lines.length > 0);
}
function wrong(message) {
    return new _domain_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .NightshiftError */ .nc("INPUT_INVALID", message);
}


/***/ }),

/***/ 91623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TU: () => (/* binding */ Git),
/* harmony export */   Ur: () => (/* binding */ BOT_MAIL)
/* harmony export */ });
/* unused harmony export BOT_NAME */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49285);


const HARDENED = [
    ["core.hooksPath", "/dev/null"],
    ["core.fsmonitor", "false"],
    ["core.symlinks", "true"],
    ["core.quotePath", "false"],
    ["core.autocrlf", "false"],
    ["core.attributesFile", "/dev/null"],
    ["protocol.ext.allow", "never"],
    ["protocol.file.allow", "always"],
    ["submodule.recurse", "false"],
    ["diff.renames", "true"],
    ["gc.auto", "0"],
    ["maintenance.auto", "false"],
    ["advice.detachedHead", "false"],
    ["init.defaultBranch", "main"],
];
const BOT_NAME = "github-actions[bot]";
const BOT_MAIL = "41898282+github-actions[bot]@users.noreply.github.com";
class Git {
    dir;
    #spawn;
    #path;
    constructor(options) {
        this.dir = options.dir;
        this.#spawn = options.spawn;
        this.#path = options.path;
    }
    /** Opens the repository; throws ENVIRONMENT_UNFIT when git is missing or older than 2.38. */
    static async open(options) {
        const git = new Git(options);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(options.dir, { recursive: true });
        const version = /git version (\d+)\.(\d+)/.exec(await git.text(["version"]));
        const [major = 0, minor = 0] = [Number(version?.[1]), Number(version?.[2])];
        if (major < 2 || (major === 2 && minor < 38)) {
            throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("ENVIRONMENT_UNFIT", `git ${major}.${minor} is too old; Nightshift needs git 2.38 or newer.`);
        }
        await git.text(["init", "--quiet", "--bare", "."]);
        return git;
    }
    /** Runs git and returns whatever it said. Throws ENVIRONMENT_UNFIT only when git itself cannot be started. */
    async run(args, options = {}) {
        const settings = [...HARDENED];
        if (options.remote?.token) {
            const credential = Buffer.from(`x-access-token:${options.remote.token}`).toString("base64");
            settings.push(["http.extraHeader", `Authorization: Basic ${credential}`]);
        }
        const env = {
            PATH: this.#path,
            HOME: "/nonexistent",
            LC_ALL: "C",
            GIT_DIR: this.dir,
            GIT_CONFIG_NOSYSTEM: "1",
            GIT_CONFIG_GLOBAL: "/dev/null",
            GIT_TERMINAL_PROMPT: "0",
            GIT_ASKPASS: "true",
            GIT_CONFIG_COUNT: String(settings.length),
            ...Object.fromEntries(settings.flatMap(([key, value], at) => [
                [`GIT_CONFIG_KEY_${at}`, key],
                [`GIT_CONFIG_VALUE_${at}`, value],
            ])),
            ...(options.workTree ? { GIT_WORK_TREE: options.workTree } : {}),
            ...options.env,
        };
        return collect(this.#spawn("git", args, { cwd: options.workTree ?? this.dir, env, stdio: ["pipe", "pipe", "pipe"] }), options.input);
    }
    /** Standard output as text, trimmed at the end. Throws GIT_FAILED with what git said. */
    async text(args, options = {}) {
        return (await this.bytes(args, options)).toString("utf8").trimEnd();
    }
    async bytes(args, options = {}) {
        const result = await this.run(args, options);
        if (result.exitCode !== 0)
            throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("GIT_FAILED", `git ${args[0]} failed (${result.exitCode}): ${result.stderr.trim().slice(0, 2_000)}`);
        return result.stdout;
    }
    /** Brings exactly these commits with `depth` of their history (all of it when undefined). */
    async fetch(remote, shas, depth) {
        const wanted = [...new Set(shas)];
        if (wanted.length === 0)
            return;
        const shallow = depth === undefined ? [] : [`--depth=${depth}`];
        await this.text(["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", ...shallow, remote.url, ...wanted], { remote });
    }
    /** The best common ancestor; undefined when the fetched history has none. */
    async mergeBase(one, other) {
        const result = await this.run(["merge-base", one, other]);
        return result.exitCode === 0 ? result.stdout.toString("utf8").trim() : undefined;
    }
    async treeOf(commit) {
        return this.text(["rev-parse", "--verify", `${commit}^{tree}`]);
    }
    /** Tree of merging `theirs` into `ours`; with conflicts the tree carries conflict markers and the paths are listed. */
    async mergeTree(ours, theirs) {
        const result = await this.run([
            "merge-tree",
            "--write-tree",
            "--name-only",
            "--no-messages",
            ours,
            theirs,
        ]);
        if (result.exitCode > 1)
            throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("GIT_FAILED", `git merge-tree failed: ${result.stderr.trim()}`);
        const [tree = "", ...conflicts] = result.stdout.toString("utf8").trimEnd().split("\n");
        if (result.exitCode === 0)
            return { tree, conflicts: [] };
        // Exit 1 is also what git says when one of the two cannot be merged at all; it names no tree then.
        if (conflicts.length === 0) {
            throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("GIT_FAILED", `git merge-tree failed: ${result.stderr.trim().slice(0, 2_000)}`);
        }
        return { tree, conflicts: [...new Set(conflicts)] };
    }
    /** Writes the files of a tree into an empty directory. */
    async checkout(tree, directory, index) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(directory, { recursive: true });
        const env = { GIT_INDEX_FILE: index };
        await this.text(["read-tree", tree], { env });
        await this.text(["checkout-index", "--all", "--force"], { env, workTree: directory });
    }
    /** Tree of the files in `directory` as they are now: what git would add, ignored files left out. */
    async treeOfDirectory(directory, index) {
        const env = { GIT_INDEX_FILE: index };
        await this.text(["add", "--all", "--", "."], { env, workTree: directory });
        return this.text(["write-tree"], { env });
    }
    /** Binary-safe patch between two trees or commits. */
    async patch(from, to) {
        return this.bytes([
            "diff",
            "--binary",
            "--full-index",
            "--no-color",
            "--no-ext-diff",
            "--no-textconv",
            "--no-renames",
            from,
            to,
        ]);
    }
    /** Unified diff for reading: three lines of context, renames found; to the last blank, because hunks may end in blanks. */
    async diff(from, to) {
        return (await this.bytes([
            "diff",
            "--no-color",
            "--no-ext-diff",
            "--no-textconv",
            "--find-renames",
            "-U3",
            from,
            to,
        ])).toString("utf8");
    }
    /** Tree of `patch` applied to tree `from`. Throws PATCH_REFUSED when it does not apply exactly. */
    async applyPatch(from, patch, index) {
        const env = { GIT_INDEX_FILE: index };
        await this.text(["read-tree", from], { env });
        const result = await this.run(["apply", "--cached", "--binary", "--whitespace=nowarn"], {
            env,
            input: patch,
        });
        if (result.exitCode !== 0)
            throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("PATCH_REFUSED", `The patch does not apply: ${result.stderr.trim().slice(0, 1_000)}`);
        return this.text(["write-tree"], { env });
    }
    /** A commit by the bot. The same input gives the same commit, so that a repeated run makes no second one. */
    async commit(input) {
        const env = {
            GIT_AUTHOR_NAME: BOT_NAME,
            GIT_AUTHOR_EMAIL: BOT_MAIL,
            GIT_AUTHOR_DATE: input.date,
            GIT_COMMITTER_NAME: BOT_NAME,
            GIT_COMMITTER_EMAIL: BOT_MAIL,
            GIT_COMMITTER_DATE: input.date,
        };
        return this.text(["commit-tree", input.tree, ...input.parents.flatMap((parent) => ["-p", parent])], {
            env,
            input: input.message,
        });
    }
    /**
     * Pushes `commit` to `branch` only while the branch is at `expected` (undefined: does not exist).
     * Returns false when it is somewhere else and not already at `commit`.
     */
    async push(remote, commit, branch, expected) {
        const ref = `refs/heads/${branch}`;
        const result = await this.run([
            "push",
            "--quiet",
            "--porcelain",
            `--force-with-lease=${ref}:${expected ?? ""}`,
            remote.url,
            `${commit}:${ref}`,
        ], { remote });
        if (result.exitCode === 0)
            return true;
        if ((await this.remoteHead(remote, branch)) === commit)
            return true;
        if (/stale info|\[rejected\]|fetch first/.test(`${result.stdout.toString("utf8")}${result.stderr}`))
            return false;
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("GIT_FAILED", `git push to ${branch} failed: ${result.stderr.trim().slice(0, 1_000) || result.stdout.toString("utf8").trim()}`);
    }
    /** Deletes `branch` only while it is at `head`; false when it is gone or somewhere else. */
    async deleteBranch(remote, branch, head) {
        const ref = `refs/heads/${branch}`;
        const lease = `--force-with-lease=${ref}:${head}`;
        const result = await this.run(["push", "--quiet", lease, remote.url, `:${ref}`], { remote });
        return result.exitCode === 0;
    }
    /** Where `branch` is on the remote; undefined when it is not there. */
    async remoteHead(remote, branch) {
        const listed = await this.text(["ls-remote", remote.url, `refs/heads/${branch}`], { remote });
        return /^[0-9a-f]{40}/.exec(listed)?.[0];
    }
}
function collect(child, input) {
    return new Promise((resolve, reject) => {
        const stdout = [];
        const stderr = [];
        child.stdout?.on("data", (chunk) => stdout.push(chunk));
        child.stderr?.on("data", (chunk) => stderr.push(chunk));
        child.stdin?.on("error", () => undefined);
        child.stdin?.end(input);
        child.on("error", (error) => reject(new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("ENVIRONMENT_UNFIT", `git cannot be started (${error.message}); install git 2.38 or newer.`, { cause: error })));
        child.on("close", (code) => resolve({
            exitCode: code ?? 128,
            stdout: Buffer.concat(stdout),
            stderr: Buffer.concat(stderr).toString("utf8"),
        }));
    });
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


/***/ }),

/***/ 32523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KL: () => (/* binding */ redactDeep),
/* harmony export */   dL: () => (/* binding */ findSecrets),
/* harmony export */   lY: () => (/* binding */ createRedactor)
/* harmony export */ });
/* unused harmony export MASK */
/** Removes secrets from text: known values in every usual encoding (also cut in pieces), and shapes of well-known tokens. */
/** What replaces a secret: constant, so that its length tells nothing, and matched by no rule below. */
const MASK = "[redacted]";
/** A known value shorter than this is not searched for: it would hit ordinary words. */
const SHORTEST_SECRET = 8;
/** Length of the windows in which a known value is searched: any piece this long is found. */
const WINDOW = 10;
/** Shapes of tokens; `ghs_` tokens may be long JWT-like strings since 2026-04. Values only, no names around them. */
const SHAPES = [
    { name: "GitHub token", pattern: /\bgh[pousr]_[A-Za-z0-9._-]{30,}/g },
    { name: "GitHub token", pattern: /\bgithub_pat_[A-Za-z0-9_]{30,}/g },
    { name: "model API key", pattern: /\bsk-(?:ant-|proj-|svcacct-|admin-)?[A-Za-z0-9_-]{20,}/g },
    { name: "Google API key", pattern: /\bAIza[\w-]{35}/g },
    { name: "Slack token", pattern: /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/g },
    { name: "Slack webhook", pattern: /https:\/\/hooks\.slack\.com\/[A-Za-z0-9/_-]{10,}/g },
    {
        name: "Discord webhook",
        pattern: /https:\/\/(?:\w+\.)?discord(?:app)?\.com\/api\/webhooks\/[A-Za-z0-9/_-]{10,}/g,
    },
    { name: "npm token", pattern: /\bnpm_[A-Za-z0-9]{30,}/g },
    { name: "AWS key id", pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g },
    { name: "JSON web token", pattern: /\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/g },
    {
        name: "private key",
        pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
    },
    {
        name: "password in a URL",
        pattern: /(?<=\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@[\]]{0,100}:)[^\s/@[\]]{3,}(?=@)/gi,
    },
    {
        name: "authorization header",
        pattern: /(?<=\bauthorization["']?\s{0,4}[:=]\s{0,4}["']?(?:(?:bearer|basic|token)\s{1,4})?)(?!bearer\b|basic\b|token\b)[^\s"',[\]]{8,}/gi,
    },
];
/** Builds a redactor for known values (each at least 8 characters to be searched for) and the well-known shapes. */
function createRedactor(secrets) {
    const windows = windowsOf(secrets);
    return (text) => {
        let safe = maskShapes(maskSpans(text, coveredSpans(text, windows)));
        // Masking one secret can join the pieces of another; two more rounds reach the fixed point in practice.
        for (let round = 0; round < 4; round += 1) {
            const again = maskShapes(maskSpans(safe, coveredSpans(safe, windows)));
            if (again === safe)
                break;
            safe = again;
        }
        return safe;
    };
}
/** Redacts every string inside a JSON-like value, keys included; other values stay as they are. */
function redactDeep(value, redact) {
    if (typeof value === "string")
        return redact(value);
    if (Array.isArray(value))
        return value.map((item) => redactDeep(item, redact));
    if (typeof value !== "object" || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [redact(key), redactDeep(item, redact)]));
}
/** Finds secrets in text that must not be changed, such as a patch: what finds something has to be blocked. */
function findSecrets(text, secrets) {
    const known = coveredSpans(text, windowsOf(secrets)).map(([start]) => ({
        kind: "known secret",
        at: start,
    }));
    const shaped = SHAPES.flatMap(({ name, pattern }) => [...text.matchAll(pattern)].map((match) => ({ kind: name, at: match.index })));
    return [...known, ...shaped]
        .sort((a, b) => a.at - b.at)
        .map(({ kind, at }) => ({ kind, line: text.slice(0, at).split("\n").length }));
}
function maskShapes(text) {
    return SHAPES.reduce((safe, { pattern }) => safe.replace(pattern, MASK), text);
}
function maskSpans(text, spans) {
    if (spans.length === 0)
        return text;
    let safe = "";
    let from = 0;
    for (const [start, end] of spans) {
        safe += text.slice(from, start) + MASK;
        from = end;
    }
    return safe + text.slice(from);
}
/** Maximal runs of text covered by windows of known secrets, in order; line breaks inside a run do not hide it. */
function coveredSpans(text, windows) {
    if (windows.pieces.size === 0)
        return [];
    const packed = text.replace(/[\r\n]+/g, "");
    const positions = packed.length === text.length ? undefined : positionsOf(text, packed.length);
    const place = (index) => positions?.[index] ?? index;
    const spans = [];
    for (let index = 0; index < packed.length; index += 1) {
        if (windows.beginnings[beginningAt(packed, index)] === 0)
            continue;
        const length = matchAt(packed, index, windows.pieces);
        if (length === 0)
            continue;
        const start = place(index);
        const end = place(index + length - 1) + 1;
        const last = spans.at(-1);
        if (last && start <= last[1])
            last[1] = Math.max(last[1], end);
        else
            spans.push([start, end]);
    }
    return spans;
}
function beginningAt(text, index) {
    return (text.charCodeAt(index) * 31 + text.charCodeAt(index + 1)) & 0xffff;
}
function matchAt(text, index, pieces) {
    for (const [length, known] of pieces) {
        if (known.has(text.slice(index, index + length)))
            return length;
    }
    return 0;
}
/** Where each character of the text without line breaks stands in the text. */
function positionsOf(text, packedLength) {
    const positions = new Uint32Array(packedLength);
    let next = 0;
    for (let index = 0; index < text.length; index += 1) {
        const code = text.charCodeAt(index);
        if (code !== 10 && code !== 13)
            positions[next++] = index;
    }
    return positions;
}
/** Windows by length: whole values between 8 and 10 characters have windows of their own length. */
function windowsOf(secrets) {
    const windows = { pieces: new Map(), beginnings: new Uint8Array(0x10000) };
    for (const secret of secrets.filter((value) => value.length >= SHORTEST_SECRET)) {
        for (const variant of variantsOf(secret.replace(/[\r\n]/g, "")))
            addWindows(variant, windows);
    }
    return windows;
}
function addWindows(variant, { pieces, beginnings }) {
    if (variant.length < SHORTEST_SECRET)
        return;
    const length = Math.min(WINDOW, variant.length);
    const known = pieces.get(length) ?? new Set();
    for (let start = 0; start + length <= variant.length; start += 1) {
        known.add(variant.slice(start, start + length));
        beginnings[beginningAt(variant, start)] = 1;
    }
    pieces.set(length, known);
}
function variantsOf(secret) {
    const bytes = Buffer.from(secret);
    const hex = bytes.toString("hex");
    return new Set([
        secret,
        [...secret].reverse().join(""),
        encodeURIComponent(secret),
        JSON.stringify(secret).slice(1, -1),
        hex,
        hex.toUpperCase(),
        ...[0, 1, 2].flatMap((offset) => base64At(bytes, offset)),
    ]);
}
/** Base64 of the value as it looks when it starts `offset` bytes into a group; the characters that depend on neighbours are cut. */
function base64At(bytes, offset) {
    const padded = Buffer.concat([Buffer.alloc(offset), bytes]);
    const whole = padded.toString("base64").replace(/=+$/, "");
    const start = offset === 0 ? 0 : offset + 1;
    const end = padded.length % 3 === 0 ? whole.length : whole.length - 1;
    const stable = whole.slice(start, end);
    return [stable, stable.replaceAll("+", "-").replaceAll("/", "_")];
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
