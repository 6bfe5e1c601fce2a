export const id = 9151;
export const ids = [9151];
export const modules = {

/***/ 99151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ connect),
/* harmony export */   runAction: () => (/* binding */ runAction)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77598);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96421);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49285);
/* harmony import */ var _domain_provider_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76231);
/* harmony import */ var _ops_log_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48206);
/** The world as an action meets it: the runner's files and commands, the system's clock, real processes. */






/** Runs one phase. A foreseen failure is one line with its remedy; anything else keeps its stack. */
async function runAction(main, bundle) {
    const stop = new AbortController();
    process.once("SIGINT", () => stop.abort());
    process.once("SIGTERM", () => stop.abort());
    try {
        await main(systemJob(stop.signal, bundle));
    }
    catch (error) {
        const text = error instanceof _domain_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NightshiftError */ .nc
            ? `${error.message} [${error.code}]`
            : error instanceof Error && error.stack
                ? error.stack
                : (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error);
        _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setFailed */ .C1((0,_ops_log_js__WEBPACK_IMPORTED_MODULE_5__/* .neutralizeCommands */ .K)(text));
    }
}
function systemJob(signal, bundle) {
    for (const name of ["GITHUB_TOKEN", ..._domain_provider_js__WEBPACK_IMPORTED_MODULE_4__/* .PROVIDERS */ .xq.map(_domain_provider_js__WEBPACK_IMPORTED_MODULE_4__/* .keyNameOf */ .aD)]) {
        const secret = process.env[`INPUT_${name}`];
        if (secret)
            _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setSecret */ .Pq(secret);
    }
    return {
        env: process.env,
        now: () => new Date(),
        id: node_crypto__WEBPACK_IMPORTED_MODULE_1__.randomUUID,
        sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
        random: Math.random,
        fetch: globalThis.fetch,
        spawn: (file, args, options) => (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(file, [...args], options),
        signal,
        log: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .info */ .pq((0,_ops_log_js__WEBPACK_IMPORTED_MODULE_5__/* .neutralizeCommands */ .K)(line)),
        warn: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .warning */ .$e((0,_ops_log_js__WEBPACK_IMPORTED_MODULE_5__/* .neutralizeCommands */ .K)(line)),
        mask: (secret) => _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setSecret */ .Pq(secret),
        setOutput: (name, value) => _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setOutput */ .uH(name, value),
        summarise: async (markdown) => {
            await _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .summary */ .z.addRaw(`${markdown}\n`).write();
        },
        fileServerCommand: [process.execPath, bundle, "sandbox-files"],
        egressCommand: [process.execPath, bundle, "sandbox-egress"],
    };
}
/** The connection to GitHub, loaded only by phases that use it. */
async function connect(job, facts, token) {
    const { connectGitHub } = await Promise.all(/* import() */[__webpack_require__.e(2413), __webpack_require__.e(345)]).then(__webpack_require__.bind(__webpack_require__, 40345));
    return connectGitHub({
        token,
        repository: facts.repository,
        apiUrl: facts.apiUrl,
        sleep: job.sleep,
        random: job.random,
        now: () => job.now().getTime(),
    });
}


/***/ }),

/***/ 49285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   nc: () => (/* binding */ NightshiftError)
/* harmony export */ });
/* unused harmony export ERRORS */
/** Failures that we foresaw. Tests, metrics and exit codes match on `code`, never on the text. */
const ERRORS = {
    CONFIG_INVALID: "fix-config",
    INPUT_INVALID: "wrong-use",
    ENVIRONMENT_UNFIT: "fix-config",
    MESSAGE_MALFORMED: "bug",
    STATE_BLOCK_TOO_LARGE: "escalate",
    GITHUB_UNREACHABLE: "retry",
    GITHUB_RATE_LIMITED: "retry",
    GITHUB_REFUSED: "fix-config",
    GITHUB_CONFLICT: "retry",
    GIT_FAILED: "retry",
    PATCH_REFUSED: "escalate",
    SECRET_FOUND: "escalate",
    SANDBOX_UNAVAILABLE: "fix-config",
    MODEL_UNREACHABLE: "retry",
    MODEL_REFUSED_KEY: "fix-config",
    OUTCOME_INVALID: "bug",
    WORK_ORDER_INVALID: "bug",
    DATA_DIRECTORY_UNUSABLE: "fix-config",
};
/** A foreseen failure. `message` says what happened and what to do, naming the input, label or file. */
class NightshiftError extends Error {
    code;
    constructor(code, message, options) {
        super(message, options);
        this.name = "NightshiftError";
        this.code = code;
    }
    get remedy() {
        return ERRORS[this.code];
    }
}
/** Text of anything thrown: the message of an Error, else its string form. */
function messageOf(thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
}


/***/ }),

/***/ 76231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ou: () => (/* binding */ providersOf),
/* harmony export */   aD: () => (/* binding */ keyNameOf),
/* harmony export */   bt: () => (/* binding */ ModelName),
/* harmony export */   s_: () => (/* binding */ parseModelName),
/* harmony export */   w6: () => (/* binding */ ModelList),
/* harmony export */   xq: () => (/* binding */ PROVIDERS)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88343);
/** The vendors of models, and how a model is named: `provider:model`. */

const PROVIDERS = ["anthropic", "openai", "gemini"];
/** Most models of a list: the preferred one and those that take over. */
const MOST_MODELS = 4;
const SHAPE = /^(anthropic|openai|gemini):([A-Za-z0-9][\w.:/@-]{0,100})$/;
/** `provider:model` */
const ModelName = zod__WEBPACK_IMPORTED_MODULE_0__.string()
    .regex(SHAPE, "expected provider:model, such as anthropic:claude-sonnet-5-5");
/** The preferred model first; the others take over, in this order, when it cannot be had. */
const ModelList = zod__WEBPACK_IMPORTED_MODULE_0__.array(ModelName).min(1).max(MOST_MODELS);
/** The two halves of `provider:model`; undefined when it is none. */
function parseModelName(name) {
    const [, vendor, model = ""] = SHAPE.exec(name) ?? [];
    const provider = PROVIDERS.find((each) => each === vendor);
    return provider && { provider, model };
}
/** The providers of these models, each once, in order. */
function providersOf(models) {
    return [...new Set(models.flatMap((name) => parseModelName(name)?.provider ?? []))];
}
/** Name of the secret and the environment variable that hold a provider's key. */
function keyNameOf(provider) {
    return `${provider.toUpperCase()}_API_KEY`;
}


/***/ }),

/***/ 48206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ neutralizeCommands),
/* harmony export */   N: () => (/* binding */ openLog)
/* harmony export */ });
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32523);
/** The one log sink: everything that people read of a run passes here, redacted and unable to command the runner. */

const ORDER = ["debug", "info", "warning", "error"];
/** Opens a log on a stream. */
function openLog(options) {
    const { stream, level = "info", format = "plain" } = options;
    const secrets = [...(options.secrets ?? [])];
    let redact = (0,_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .createRedactor */ .lY)(secrets);
    function write(at, text) {
        if (ORDER.indexOf(at) < ORDER.indexOf(level))
            return;
        const safe = neutralizeCommands(redact(text));
        stream.write(format === "github" ? githubLine(at, safe) : plainLine(at, safe));
    }
    return {
        debug: (text) => write("debug", text),
        info: (text) => write("info", text),
        warning: (text) => write("warning", text),
        error: (text) => write("error", text),
        async group(title, work) {
            const safe = neutralizeCommands(redact(title)).replace(/[\r\n]+/g, " ");
            stream.write(format === "github" ? `::group::${escapeData(safe)}\n` : `== ${safe}\n`);
            try {
                return await work();
            }
            finally {
                if (format === "github")
                    stream.write("::endgroup::\n");
            }
        },
        addSecret(secret) {
            secrets.push(secret);
            redact = (0,_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .createRedactor */ .lY)(secrets);
        },
    };
}
/**
 * Makes text harmless for the runner's log parser: `::` at the start of a line and `##[` anywhere are commands
 * there. A zero-width joiner would hide from people what happened, so a visible backslash is put in.
 */
function neutralizeCommands(text) {
    return text
        .replace(/\r(?!\n)/g, "\n")
        .replaceAll("##[", "##\\[")
        .replace(/^(\s*):(?=:)/gm, "$1:\\");
}
function githubLine(level, text) {
    return level === "info" ? `${text}\n` : `::${level}::${escapeData(text)}\n`;
}
function plainLine(level, text) {
    return level === "info" ? `${text}\n` : `${level}: ${text}\n`;
}
/** Escapes the message of a workflow command (docs: workflow commands, `%`, CR and LF). */
function escapeData(text) {
    return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
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


/***/ })

};
