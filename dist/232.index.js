export const id = 232;
export const ids = [232];
export const modules = {

/***/ 31255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ COMPLETE_TASK),
/* harmony export */   z: () => (/* binding */ checkCompletion)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42047);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37428);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49285);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50982);
/** `complete_task`: how an agent ends, and what must hold before it may say that it is done. */



const Input = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    status: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(["done", "blocked", "nothing_to_do"]),
    summary: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1).max(4_000),
    output: zod__WEBPACK_IMPORTED_MODULE_2__/* .preprocess */ .vkY(fromJsonText, zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J()).optional()).optional(),
    blockers: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(100), detail: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(1_000) }))
        .max(20)
        .default([]),
});
/** Some models send an object as the text of it. */
function fromJsonText(value) {
    if (typeof value !== "string")
        return value;
    try {
        return JSON.parse(value);
    }
    catch {
        return value;
    }
}
const COMPLETE_TASK = {
    name: "complete_task",
    description: "End the task; the only call of its turn. output: the object that the brief asks for.",
    schema: {
        ...(0,_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .toolSchema */ .w)(Input),
        properties: {
            status: { type: "string", enum: ["done", "blocked", "nothing_to_do"] },
            summary: { type: "string" },
            output: { type: "object" },
            blockers: {
                type: "array",
                items: {
                    type: "object",
                    properties: { kind: { type: "string" }, detail: { type: "string" } },
                    required: ["kind", "detail"],
                },
            },
        },
        required: ["status", "summary"],
    },
};
/** Checks a call of `complete_task`: its form, the mode's output, then the gates. */
async function checkCompletion(input, output, gates, state) {
    const parsed = Input.safeParse(input);
    if (!parsed.success)
        return { kind: "invalid", why: zod__WEBPACK_IMPORTED_MODULE_3__/* .prettifyError */ .S1(parsed.error) };
    const { output: given, ...rest } = parsed.data;
    const completion = rest;
    if (given !== undefined || rest.status === "done") {
        const checked = output.safeParse(given);
        if (!checked.success)
            return {
                kind: "invalid",
                why: `output is not what the brief asks for:\n${zod__WEBPACK_IMPORTED_MODULE_3__/* .prettifyError */ .S1(checked.error)}`,
            };
        if (checked.data !== undefined)
            completion.output = checked.data;
    }
    if (rest.status === "blocked")
        return { kind: "accepted", completion };
    for (const gate of gates) {
        const why = await gate({ ...state, completion }).catch((error) => `A check could not run: ${(0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
        if (why !== undefined)
            return { kind: "refused", why };
    }
    return { kind: "accepted", completion };
}


/***/ }),

/***/ 50982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ renderOutputSchema),
/* harmony export */   w: () => (/* binding */ toolSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98439);
/** JSON schemas for models, as short as they can be: every byte of a tool list is sent with every call. */

/** Limits are checked by us on every call and told in the error, so the tool list does not repeat them. */
const NOISE = new Set([
    "$schema",
    "additionalProperties",
    "propertyNames",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "default",
]);
const ONLY_FORM = new Set(["$schema", "additionalProperties", "propertyNames"]);
/** The schema of a tool's input, without limits. */
function toolSchema(schema) {
    return without(NOISE, zod__WEBPACK_IMPORTED_MODULE_0__/* .toJSONSchema */ .bl(schema, { io: "input" }));
}
/** The schema of a mode's output as one compact line for the brief; keeps the limits. */
function renderOutputSchema(schema) {
    return JSON.stringify(without(ONLY_FORM, zod__WEBPACK_IMPORTED_MODULE_0__/* .toJSONSchema */ .bl(schema, { io: "input", unrepresentable: "any" })));
}
function without(keys, value) {
    return Object.fromEntries(Object.entries(value)
        .filter(([key, item]) => !keys.has(key) &&
        !(key === "maximum" && item === Number.MAX_SAFE_INTEGER) &&
        !(key === "minimum" && item === Number.MIN_SAFE_INTEGER))
        .map(([key, item]) => [
        key,
        key === "properties" && isObject(item) ? inside(keys, item) : clean(keys, item),
    ]));
}
/** Property names are names, whatever they are called. */
function inside(keys, properties) {
    return Object.fromEntries(Object.entries(properties).map(([name, item]) => [name, clean(keys, item)]));
}
function clean(keys, value) {
    if (Array.isArray(value))
        return value.map((item) => clean(keys, item));
    return isObject(value) ? without(keys, value) : value;
}
function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 1917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ TOOL_NAMES),
  g: () => (/* binding */ selectTools)
});

// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(49285);
// EXTERNAL MODULE: ./lib/agent/completion.js
var completion = __webpack_require__(31255);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(42047);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/errors.js
var core_errors = __webpack_require__(37428);
// EXTERNAL MODULE: ./lib/agent/schema.js
var agent_schema = __webpack_require__(50982);
;// CONCATENATED MODULE: ./lib/agent/tool.js
/** What a tool is. */


/** Makes a tool of a typed definition. */
function defineTool(definition) {
    const { name, description, effect, input: schema, run, paths } = definition;
    return {
        name,
        effect,
        spec: { name, description, schema: (0,agent_schema/* toolSchema */.w)(schema) },
        prepare(input) {
            const parsed = schema.safeParse(input);
            if (!parsed.success)
                return { invalid: core_errors/* prettifyError */.S1(parsed.error) };
            return {
                paths: paths?.(parsed.data) ?? [],
                run: async (context) => {
                    const output = await run(parsed.data, context);
                    return typeof output === "string" ? { text: output, isError: false } : output;
                },
            };
        },
    };
}

;// CONCATENATED MODULE: ./lib/agent/tools/bash.js



const OUTPUT_BYTES = 24_000;
const bash = defineTool({
    name: "bash",
    description: "Run a shell command in the repository. No network, no stdin; nothing survives the command.",
    effect: "execute",
    input: schemas/* strictObject */.rej({
        command: schemas/* string */.YjP().min(1).max(20_000),
        timeoutSec: schemas/* int */.Whr().min(1).max(900).default(120),
        cwd: schemas/* string */.YjP().optional(),
        description: schemas/* string */.YjP().max(500).optional(),
    }),
    async run({ command, timeoutSec, cwd }, context) {
        const outcome = await context.sandbox.exec({
            script: command,
            ...(cwd === undefined ? {} : { cwd }),
            timeoutMs: Math.max(1_000, Math.min(timeoutSec * 1_000, context.remainingMs())),
            maxOutputBytes: OUTPUT_BYTES,
            keepAs: context.callId.replace(/[^\w-]/g, "_"),
            signal: context.signal,
        });
        context.ranCommand({ command, exitCode: outcome.exitCode });
        return describe(outcome);
    },
});
function describe(outcome) {
    const seconds = `${(outcome.ms / 1_000).toFixed(1)} s`;
    const ending = outcome.timedOut
        ? `killed after ${seconds} (time limit)`
        : outcome.exitCode === null
            ? `killed by ${outcome.signal}, ${seconds}`
            : `exit ${outcome.exitCode}, ${seconds}`;
    const rest = outcome.truncatedTo === undefined ? [] : [`[whole output: read_file ${outcome.truncatedTo}]`];
    return [ending, (0,external_node_util_.stripVTControlCharacters)(outcome.output).trimEnd(), ...rest]
        .filter((line) => line !== "")
        .join("\n");
}

;// CONCATENATED MODULE: ./lib/agent/tools/delete-file.js


const deleteFile = defineTool({
    name: "delete_file",
    description: "Delete a tracked file.",
    effect: "write",
    input: schemas/* strictObject */.rej({ path: schemas/* string */.YjP() }),
    paths: ({ path }) => [path],
    async run({ path }, { sandbox }) {
        await sandbox.files.remove(path);
        return `deleted ${path}`;
    },
});

;// CONCATENATED MODULE: ./lib/agent/tools/edit-file.js


const editFile = defineTool({
    name: "edit_file",
    description: "Replace text in a file, all edits or none. old must match once, or set all.",
    effect: "write",
    input: schemas/* strictObject */.rej({
        path: schemas/* string */.YjP(),
        edits: schemas/* array */.YOg(schemas/* strictObject */.rej({ old: schemas/* string */.YjP(), new: schemas/* string */.YjP(), all: schemas/* boolean */.zMY().default(false) }))
            .min(1)
            .max(20),
    }),
    paths: ({ path }) => [path],
    async run({ path, edits }, { sandbox }) {
        const { notes } = await sandbox.files.edit(path, edits);
        return [`edited ${path}`, ...notes].join("\n");
    },
});

// EXTERNAL MODULE: ./lib/agent/sandbox/git-view.js
var git_view = __webpack_require__(86915);
;// CONCATENATED MODULE: ./lib/agent/tools/git-command.js
/** Git for tools: read-only, inside the sandbox, deaf to the repository's own configuration of programs. */

const TIMEOUT_MS = 20_000;
function gitIn({ sandbox, signal }, args, maxOutputBytes, guards = git_view/* GIT_GUARDS */.e) {
    return sandbox.exec({ argv: ["git", ...guards, ...args], timeoutMs: TIMEOUT_MS, maxOutputBytes, signal });
}

;// CONCATENATED MODULE: ./lib/agent/tools/git.js



const git_OUTPUT_BYTES = 40_000;
/** Options that only choose what is shown. Everything else that starts with a dash is refused: some options run programs or write files. */
const ALLOWED = /^(?:--|--stat|--numstat|--shortstat|--name-only|--name-status|--cached|--staged|--oneline|--no-merges|--first-parent|--follow|--reverse|--graph|--merge-base|--porcelain|--short|--branch|--no-patch|--patch|--no-renames|--word-diff|--function-context|--all|-[psuwbzW]|-[nULC]?\d+(?:,\+?\d+)?|-n|-L|-L\d+,\+?\d+(?::.*)?|-[SG].+|--unified=\d+|--max-count=\d+|--diff-filter=[A-Za-z]+|--find-renames|--format=.*|--since=.*|--until=.*|--author=.*|--grep=.*)$/;
const FIXED = {
    status: [],
    diff: ["--no-ext-diff", "--no-textconv", "--no-color"],
    log: ["--no-ext-diff", "--no-textconv", "--no-color"],
    show: ["--no-ext-diff", "--no-textconv", "--no-color"],
    blame: ["--no-textconv"],
};
const git = defineTool({
    name: "git",
    description: "Read history and changes. Commits are made for you later.",
    effect: "read",
    input: schemas/* strictObject */.rej({
        op: schemas/* enum */.k5n(["status", "diff", "log", "show", "blame"]),
        args: schemas/* array */.YOg(schemas/* string */.YjP().max(1_000)).max(30).default([]),
    }),
    async run({ op, args }, context) {
        const options = args.includes("--") ? args.slice(0, args.indexOf("--")) : args;
        const refused = options.find((arg) => arg.startsWith("-") && !ALLOWED.test(arg));
        if (refused !== undefined)
            return { text: `git ${op}: option ${refused} is not allowed`, isError: true };
        const outcome = await gitIn(context, [op, ...(FIXED[op] ?? []), ...args], git_OUTPUT_BYTES);
        const text = outcome.output.trimEnd();
        if (outcome.exitCode !== 0)
            return { text: outcome.timedOut ? "git took too long" : text, isError: true };
        return text === "" ? "(nothing)" : text;
    },
});

// EXTERNAL MODULE: ./lib/agent/sandbox/glob.js
var sandbox_glob = __webpack_require__(73731);
;// CONCATENATED MODULE: ./lib/agent/tools/list-files.js




const MOST_ENTRIES = 500;
const listFiles = defineTool({
    name: "list_files",
    description: "Files below path, without ignored ones. A glob lists at any depth.",
    effect: "read",
    input: schemas/* strictObject */.rej({
        path: schemas/* string */.YjP().default("."),
        glob: schemas/* string */.YjP().optional(),
        depth: schemas/* int */.Whr().min(1).max(20).default(2),
    }),
    paths: ({ path }) => [path],
    async run({ path, glob, depth }, context) {
        const listed = await gitIn(context, ["ls-files", "-co", "--exclude-standard", "-z", "--", path], 1_000_000);
        if (listed.exitCode !== 0)
            return { text: listed.output.trim(), isError: true };
        const files = [...new Set(listed.output.split("\0"))].filter((name) => name !== "");
        const entries = glob === undefined
            ? foldDeep(files, path, depth)
            : files.filter((0,sandbox_glob/* globTest */.F)(glob.includes("/") ? glob : `**/${glob}`));
        if (entries.length === 0)
            return "(no files)";
        const more = entries.length - MOST_ENTRIES;
        return [
            ...entries.slice(0, MOST_ENTRIES),
            ...(more > 0 ? [`[${more} more; narrow path or glob]`] : []),
        ].join("\n");
    },
});
/** What lies deeper than `depth` below `path` shows as its directory with a count. */
function foldDeep(files, path, depth) {
    const base = path.split("/").filter((part) => part !== "" && part !== ".").length;
    const entries = new Map();
    for (const file of files.toSorted()) {
        const parts = file.split("/");
        const shown = parts.length > base + depth ? `${parts.slice(0, base + depth).join("/")}/` : file;
        entries.set(shown, (entries.get(shown) ?? 0) + 1);
    }
    return [...entries].map(([name, count]) => (name.endsWith("/") ? `${name} (${count})` : name));
}

;// CONCATENATED MODULE: ./lib/agent/tools/move-file.js


const moveFile = defineTool({
    name: "move_file",
    description: "Move a tracked file.",
    effect: "write",
    input: schemas/* strictObject */.rej({ from: schemas/* string */.YjP(), to: schemas/* string */.YjP() }),
    paths: ({ from, to }) => [from, to],
    async run({ from, to }, { sandbox }) {
        await sandbox.files.move(from, to);
        return `moved ${from} to ${to}`;
    },
});

// EXTERNAL MODULE: ./lib/agent/sandbox/file-operations.js + 1 modules
var file_operations = __webpack_require__(24204);
;// CONCATENATED MODULE: ./lib/agent/tools/read-file.js



const readFile = defineTool({
    name: "read_file",
    description: "Numbered lines of a text file. Needed before edit_file or overwriting.",
    effect: "read",
    input: schemas/* strictObject */.rej({
        path: schemas/* string */.YjP(),
        offset: schemas/* int */.Whr().min(1).default(1),
        limit: schemas/* int */.Whr().min(1).max(file_operations/* READ_LINES */.Zc).default(file_operations/* READ_LINES */.Zc),
    }),
    paths: ({ path }) => [path],
    async run({ path, offset, limit }, { sandbox }) {
        const page = await sandbox.files.read(path, offset, limit);
        if (page.totalLines === 0)
            return "(empty file)";
        const rest = page.totalLines - page.lastLine;
        return rest > 0 ? `${page.text}\n[${rest} more lines; next offset ${page.lastLine + 1}]` : page.text;
    },
});

;// CONCATENATED MODULE: ./lib/agent/tools/search.js




const MOST_LINES = 200;
const LINE_CHARS = 500;
const search = defineTool({
    name: "search",
    description: "Lines matching an extended regex.",
    effect: "read",
    input: schemas/* strictObject */.rej({
        pattern: schemas/* string */.YjP().min(1).max(1_000),
        path: schemas/* string */.YjP().optional(),
        glob: schemas/* string */.YjP().optional(),
        ignoreCase: schemas/* boolean */.zMY().default(false),
        context: schemas/* int */.Whr().min(0).max(3).default(0),
        maxResults: schemas/* int */.Whr().min(1).max(MOST_LINES).default(100),
    }),
    async run({ pattern, path, glob, ignoreCase, context, maxResults }, toolContext) {
        const found = await gitIn(toolContext, [
            ...["grep", "-nIE", "--untracked", "--no-color"],
            ...(ignoreCase ? ["-i"] : []),
            ...(context > 0 ? [`-C${context}`] : []),
            ...["-e", toExtendedRegex(pattern), "--", ...pathspec(path, glob)],
        ], 1_000_000, git_view/* GIT_GUARDS */.e.filter((guard) => guard !== "--literal-pathspecs"));
        if (found.exitCode === 1 && found.output === "")
            return "(no matches)";
        if (found.exitCode !== 0)
            return {
                text: found.timedOut ? "the search took too long; narrow it" : found.output.trim(),
                isError: true,
            };
        const lines = found.output.trimEnd().split("\n");
        const most = Math.min(MOST_LINES, context > 0 ? maxResults * (2 * context + 2) : maxResults);
        const shown = lines
            .slice(0, most)
            .map((line) => (line.length > LINE_CHARS ? `${line.slice(0, LINE_CHARS)}…` : line));
        const more = lines.length - shown.length;
        return more > 0 ? `${shown.join("\n")}\n[${more} more lines; narrow the search]` : shown.join("\n");
    },
});
/** Models write Perl's shorthand, which extended expressions lack. */
function toExtendedRegex(pattern) {
    return pattern.replace(/\\d/g, "[0-9]").replace(/\\D/g, "[^0-9]").replaceAll("(?:", "(");
}
function pathspec(path, glob) {
    const base = path === undefined || path === "." ? "" : `${path.replace(/\/+$/, "")}/`;
    if (glob !== undefined)
        return [`:(glob)${base}${glob.includes("/") ? glob : `**/${glob}`}`];
    return path === undefined ? [] : [`:(literal)${path}`];
}

;// CONCATENATED MODULE: ./lib/agent/tools/update-plan.js


const updatePlan = defineTool({
    name: "update_plan",
    description: "Replace your list of steps.",
    effect: "read",
    input: schemas/* strictObject */.rej({
        items: schemas/* array */.YOg(schemas/* strictObject */.rej({
            id: schemas/* string */.YjP().max(40),
            text: schemas/* string */.YjP().max(300),
            state: schemas/* enum */.k5n(["todo", "doing", "done"]),
        }))
            .min(1)
            .max(30),
    }),
    async run({ items }, { setPlan }) {
        setPlan(items);
        return `${items.filter(({ state }) => state === "done").length} of ${items.length} done`;
    },
});

;// CONCATENATED MODULE: ./lib/agent/tools/write-file.js



const writeFile = defineTool({
    name: "write_file",
    description: "Create or overwrite a file.",
    effect: "write",
    input: schemas/* strictObject */.rej({ path: schemas/* string */.YjP(), content: schemas/* string */.YjP().max(file_operations/* WRITE_BYTES */.Cw) }),
    paths: ({ path }) => [path],
    async run({ path, content }, { sandbox }) {
        const { created } = await sandbox.files.write(path, content);
        return `${created ? "created" : "overwrote"} ${path}`;
    },
});

;// CONCATENATED MODULE: ./lib/agent/toolbox.js
/** The tools that exist, and the frozen list that one agent gets. */












const TOOLS = [
    bash,
    deleteFile,
    editFile,
    git,
    listFiles,
    moveFile,
    readFile,
    search,
    updatePlan,
    writeFile,
];
const TOOL_NAMES = [...TOOLS.map(({ name }) => name), completion/* COMPLETE_TASK */.O.name].sort();
/**
 * The tools of one agent; `complete_task` is always among them.
 * @throws NightshiftError CONFIG_INVALID for a name that no tool has
 */
function selectTools(names) {
    const unknown = names.filter((name) => !TOOL_NAMES.includes(name));
    if (unknown.length > 0) {
        throw new errors/* NightshiftError */.nc("CONFIG_INVALID", `Unknown tool ${unknown.join(", ")}; there are ${TOOL_NAMES.join(", ")}.`);
    }
    const chosen = TOOLS.filter(({ name }) => names.includes(name));
    return {
        specs: [...chosen.map(({ spec }) => spec), completion/* COMPLETE_TASK */.O].sort((a, b) => (a.name < b.name ? -1 : 1)),
        find: (name) => chosen.find((tool) => tool.name === name),
    };
}


/***/ }),

/***/ 51649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  CG: () => (/* binding */ leaveOutcome),
  oQ: () => (/* binding */ outcomeBase),
  cg: () => (/* binding */ prepareBench),
  Xq: () => (/* binding */ sandboxFor),
  AN: () => (/* binding */ takePatch),
  oJ: () => (/* binding */ work)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(49285);
// EXTERNAL MODULE: ./lib/models/port.js
var port = __webpack_require__(19927);
;// CONCATENATED MODULE: ./lib/models/retry.js
/** The one retry policy for model calls; the providers' own retries are switched off. */

const RETRY_POLICY = {
    tries: 6,
    baseMs: 2_000,
    capMs: 60_000,
    totalMs: 300_000,
    longestWishMs: 120_000,
};
/** Thrown when waiting would cost more runner time than it is worth: start again at `resumeAfter`. */
class DeferredError extends Error {
    resumeAfter;
    constructor(resumeAfter, cause) {
        super(`${cause.message} The provider asks to wait until ${resumeAfter.toISOString()}.`, { cause });
        this.name = "DeferredError";
        this.resumeAfter = resumeAfter;
    }
}
/**
 * Calls until it succeeds. Full jitter, the provider's `retry-after` wins over it.
 * @throws ModelError the last failure, at once when it is not retryable
 * @throws DeferredError when the provider asks for a longer wait than a run may sleep
 */
async function generateWithRetry(call, ports) {
    const policy = ports.policy ?? RETRY_POLICY;
    let slept = 0;
    for (let attempt = 1;; attempt += 1) {
        try {
            return await call();
        }
        catch (error) {
            if (!(error instanceof port/* ModelError */.me))
                throw error;
            ports.onFailure?.(error);
            if (!error.retryable || ports.signal.aborted)
                throw error;
            const waitMs = error.retryAfterMs ?? jitter(attempt, policy, ports.random);
            const tooLate = ports.clock().getTime() + waitMs > ports.deadline.getTime();
            if (error.retryAfterMs !== undefined && (waitMs > policy.longestWishMs || tooLate)) {
                throw new DeferredError(new Date(ports.clock().getTime() + waitMs), error);
            }
            if (attempt >= policy.tries || tooLate || slept + waitMs > policy.totalMs)
                throw error;
            ports.onRetry?.({ attempt, waitMs, error });
            await ports.sleep(waitMs, ports.signal);
            slept += waitMs;
        }
    }
}
function jitter(attempt, policy, random) {
    return Math.round(random() * Math.min(policy.capMs, policy.baseMs * 2 ** (attempt - 1)));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/agent/digest.js

/** SHA-256 of a text as hex. */
function sha256(text) {
    return (0,external_node_crypto_.createHash)("sha256").update(text).digest("hex");
}

;// CONCATENATED MODULE: ./lib/agent/model-call.js
/** One call of the model inside a run: retried, cut when the run's time is up, and written down. */



const GRACE_MS = 90_000;
/** Asks the model; "expired" when our own time ran out during the call. */
async function nextTurn(session, over) {
    const { run, budget, conversation, transcript, toolbox, emit } = session;
    conversation.flush();
    transcript.setTurn(budget.turns + 1);
    const clock = new AbortController();
    const timeLeft = over ? GRACE_MS : budget.remainingMs();
    const timer = setTimeout(() => clock.abort(), timeLeft);
    const call = () => {
        transcript.append("model_request", {
            messages: conversation.messages.length,
            sha: sha256(JSON.stringify(conversation.messages)),
        });
        return run.model.generate({
            system: run.definition.prompt,
            tools: toolbox.specs,
            messages: conversation.messages,
            maxOutputTokens: budget.outputTokens(),
            effort: run.definition.effort,
            signal: AbortSignal.any([run.signal, clock.signal]),
        });
    };
    const ask = () => generateWithRetry(call, {
        sleep: run.sleep,
        random: run.random ?? Math.random,
        clock: run.clock,
        signal: run.signal,
        deadline: new Date(run.clock().getTime() + timeLeft),
        onFailure: (error) => error.usage && budget.book(error.usage),
        onRetry: ({ attempt, waitMs, error }) => {
            transcript.append("retry", { attempt, waitMs, kind: error.kind, message: error.message });
            emit({ kind: "retry", attempt, waitMs, message: error.message });
        },
    });
    try {
        return await ask().catch((error) => {
            if (!(error instanceof port/* ModelError */.me) || error.kind !== "prefix_mismatch")
                throw error;
            conversation.dropOpaque();
            return ask();
        });
    }
    catch (error) {
        if (clock.signal.aborted && !run.signal.aborted)
            return "expired";
        throw error;
    }
    finally {
        clearTimeout(timer);
    }
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

// EXTERNAL MODULE: ./lib/ops/redact.js
var ops_redact = __webpack_require__(32523);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(42047);
;// CONCATENATED MODULE: ./lib/agent/transcript.js
/** The transcript of a run: JSON lines, only ever appended, redacted, readable by the owner alone. */



/** Opens a transcript for appending. Readers skip a last line that a kill has torn. */
function openTranscript(options) {
    const { file, run, agent, clock, redact } = options;
    let seq = 0;
    let turn = 0;
    if (file !== undefined) {
        (0,external_node_fs_.appendFileSync)(file, "", { mode: 0o600 });
        (0,external_node_fs_.chmodSync)(file, 0o600);
    }
    return {
        append(type, fields) {
            if (file === undefined)
                return;
            seq += 1;
            const line = { v: 1, seq, ts: clock().toISOString(), run, agent, epoch: 0, turn, type, ...fields };
            (0,external_node_fs_.appendFileSync)(file, `${JSON.stringify((0,ops_redact/* redactDeep */.KL)(line, redact))}\n`);
        },
        setTurn(next) {
            turn = next;
        },
    };
}
const PartShape = schemas/* discriminatedUnion */.gMt("kind", [
    schemas/* object */.Ikc({ kind: schemas/* literal */.euz("text"), text: schemas/* string */.YjP() }),
    schemas/* object */.Ikc({ kind: schemas/* literal */.euz("call"), id: schemas/* string */.YjP(), name: schemas/* string */.YjP(), input: schemas/* unknown */.L5J() }),
    schemas/* object */.Ikc({ kind: schemas/* literal */.euz("result"), id: schemas/* string */.YjP(), content: schemas/* string */.YjP(), isError: schemas/* boolean */.zMY() }),
    schemas/* object */.Ikc({ kind: schemas/* literal */.euz("opaque"), provider: schemas/* string */.YjP(), model: schemas/* string */.YjP(), data: schemas/* unknown */.L5J() }),
]);
const Line = schemas/* looseObject */._H3({ type: schemas/* string */.YjP() });
const WithParts = schemas/* looseObject */._H3({ parts: schemas/* array */.YOg(PartShape) });
/** Rebuilds the messages of a run from its transcript, byte for byte as they were sent. */
function rebuildMessages(transcript) {
    let messages = [];
    for (const text of transcript.split("\n")) {
        const line = Line.safeParse(parseJson(text));
        if (!line.success)
            continue;
        if (line.data.type === "drop_opaque")
            messages = withoutOpaque(messages);
        if (line.data.type !== "msg_user" && line.data.type !== "model_turn")
            continue;
        const { parts } = WithParts.parse(line.data);
        if (parts.length > 0)
            messages.push({ role: line.data.type === "msg_user" ? "user" : "assistant", parts });
    }
    return messages;
}
/** Messages without thinking, for a provider that no longer accepts it. */
function withoutOpaque(messages) {
    return messages
        .map(({ role, parts }) => ({ role, parts: parts.filter(({ kind }) => kind !== "opaque") }))
        .filter(({ parts }) => parts.length > 0);
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/agent/conversation.js

function openConversation(transcript) {
    let messages = [];
    let results = [];
    let words = [];
    return {
        get messages() {
            return messages;
        },
        addResult: (part) => void results.push(part),
        say: (text) => void words.push({ kind: "text", text }),
        flush() {
            const parts = [...results, ...words];
            if (parts.length === 0)
                return;
            [results, words] = [[], []];
            messages.push({ role: "user", parts });
            transcript.append("msg_user", { parts });
        },
        record(turn, parts, usd) {
            if (parts.length > 0)
                messages.push({ role: "assistant", parts });
            const { id, model, stop, usage, requestId, ms } = turn;
            transcript.append("model_turn", { id, model, stop, usage, usd, requestId, ms, parts });
        },
        dropOpaque() {
            messages = withoutOpaque(messages);
            transcript.append("drop_opaque", {});
        },
    };
}

// EXTERNAL MODULE: ./lib/models/facts.js
var facts = __webpack_require__(79905);
;// CONCATENATED MODULE: ./lib/models/prices.js
/** What tokens cost. */


/** US dollars for one call on a day, or null when the price is unknown; an unknown price is never zero. */
function costOf(model, usage, on) {
    const tier = priceTier(model, (0,port/* promptTokens */.Hl)(usage), on);
    if (!tier)
        return null;
    return ((usage.input * tier.input +
        usage.cacheRead * tier.cacheRead +
        usage.cacheWrite5m * tier.cacheWrite5m +
        usage.cacheWrite1h * tier.cacheWrite1h +
        usage.output * tier.output) /
        1_000_000);
}
/** Prices of a model on a day for a prompt of this size. */
function priceTier(model, prompt, on) {
    const day = on.toISOString().slice(0, 10);
    const list = (0,facts/* findFacts */.f)(model)?.prices.find(({ from, until }) => (from === null || from <= day) && (until === null || day < until));
    return list?.tiers.find(({ upToPromptTokens }) => upToPromptTokens === null || prompt <= upToPromptTokens);
}

;// CONCATENATED MODULE: ./lib/agent/limits.js
/** How much a run may spend, and how near it is to the end of it. */



const DEFAULT_OUTPUT_TOKENS = 16_000;
const TOKENS_PER_DOLLAR = 1_000_000;
/** Assumed window of a model that nobody has written down yet. */
const UNKNOWN_WINDOW = 200_000;
const WINDOW_SHARE = 0.9;
const NOTICE_AT = 0.8;
/** The limits that a definition asks for. */
function limitsOf(definition) {
    return {
        turns: definition.max_turns,
        wallMs: definition.timeout_mins * 60_000,
        usd: definition.budget_usd,
        tokens: null,
        outputTokens: definition.output_tokens ?? DEFAULT_OUTPUT_TOKENS,
    };
}
/** Starts counting now. */
function openBudget(limits, model, clock) {
    const started = clock().getTime();
    const window = (0,facts/* findFacts */.f)(model)?.window ?? UNKNOWN_WINDOW;
    const mostPrompt = window * WINDOW_SHARE - limits.outputTokens;
    const priceIsKnown = costOf(model, port/* NO_USAGE */.yJ, clock()) !== null;
    const tokenLimit = limits.tokens ?? (priceIsKnown || limits.usd === null ? null : limits.usd * TOKENS_PER_DOLLAR);
    let usage = port/* NO_USAGE */.yJ;
    let usd = priceIsKnown ? 0 : null;
    let turns = 0;
    let prompt = 0;
    let expired = false;
    const elapsed = () => clock().getTime() - started;
    const priceOf = (call) => costOf(model, call, clock()) ?? 0;
    /** Worst case of the next prompt: nothing of it comes from the cache. */
    const nextPromptUsd = () => priceOf({ ...port/* NO_USAGE */.yJ, cacheWrite5m: prompt });
    function affordableOutput() {
        const perToken = priceOf({ ...port/* NO_USAGE */.yJ, cacheWrite5m: prompt, output: 1_000 }) - nextPromptUsd();
        if (usd === null || limits.usd === null || perToken <= 0)
            return limits.outputTokens;
        const tokens = Math.floor(((limits.usd - usd - nextPromptUsd()) / perToken) * 1_000);
        return Math.min(limits.outputTokens, tokens);
    }
    /** An answer shorter than this is of no use: the last call that can still have it is the one to end with. */
    const leastOutput = Math.min(2_000, limits.outputTokens);
    return {
        deadline: new Date(started + limits.wallMs),
        get usage() {
            return usage;
        },
        get usd() {
            return usd;
        },
        get turns() {
            return turns;
        },
        priceIsKnown,
        book(call) {
            usage = (0,port/* addUsage */.vk)(usage, call);
            if (usd !== null)
                usd += priceOf(call);
        },
        endTurn(call) {
            turns += 1;
            prompt = (0,port/* promptTokens */.Hl)(call) + call.output;
        },
        reached() {
            if (turns >= limits.turns)
                return "max_turns";
            if (expired || elapsed() >= limits.wallMs)
                return "deadline";
            if (affordableOutput() < 2 * leastOutput && turns > 0)
                return "budget_usd";
            if (limits.usd !== null && usd !== null && usd >= limits.usd)
                return "budget_usd";
            if (tokenLimit !== null && (0,port/* promptTokens */.Hl)(usage) + usage.output >= tokenLimit)
                return "budget_tokens";
            if (prompt > mostPrompt)
                return "context_exhausted";
            return undefined;
        },
        share: () => Math.max(turns / limits.turns, elapsed() / limits.wallMs, usd !== null && limits.usd !== null ? usd / limits.usd : 0, tokenLimit === null ? 0 : ((0,port/* promptTokens */.Hl)(usage) + usage.output) / tokenLimit, prompt / mostPrompt),
        nearsEnd() {
            return this.share() >= NOTICE_AT;
        },
        expire() {
            expired = true;
        },
        remainingMs: () => Math.max(0, limits.wallMs - elapsed()),
        outputTokens: () => Math.max(Math.min(1_000, limits.outputTokens), affordableOutput()),
    };
}

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
            warnings += verdicts.length;
            const [first] = verdicts;
            if (first && warnings >= MOST_WARNINGS)
                return { kind: "stop", rule: "warnings", text: `${warnings} warnings: ${first.text}` };
            return first;
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

// EXTERNAL MODULE: ./lib/agent/sandbox/glob.js
var glob = __webpack_require__(73731);
;// CONCATENATED MODULE: ./lib/agent/policy.js
/** Which calls of an agent are allowed. Nobody is there to be asked, so "ask" is a denial that is recorded. */

/** Rules that protect paths from writes; the file server enforces them again on real paths. */
function protectPaths(globs) {
    return globs.map((path) => ({ effect: "write", path, decision: "deny", why: `${path} is protected` }));
}
/** The first rule that matches decides; without one the call is allowed, because the tool list already is a choice. */
function decidePolicy(call, rules) {
    const rule = rules.find((candidate) => matches(candidate, call));
    if (!rule)
        return { allowed: true, escalated: false, why: "no rule against it" };
    return { allowed: rule.decision === "allow", escalated: rule.decision === "ask", why: rule.why };
}
function matches(rule, call) {
    const { tool, effect, path } = rule;
    if (tool !== undefined && tool !== call.tool)
        return false;
    if (effect !== undefined && effect !== call.effect)
        return false;
    return path === undefined || call.paths.some((name) => (0,glob/* globTest */.F)(path)(name.replace(/^\.\//, "")));
}

// EXTERNAL MODULE: ./lib/agent/toolbox.js + 12 modules
var agent_toolbox = __webpack_require__(1917);
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
    return {
        get digest() {
            return digest;
        },
        get edited() {
            return digest === null || start === null ? wrote : digest !== start;
        },
        commands: () => runs.map((run, index) => ({ ...run, afterLastEdit: index >= fresh })),
        ranCommand: (run) => void runs.push(run),
        async look(effect) {
            const now = await digestOf(sandbox);
            const changed = now === null ? effect === "write" : now !== digest;
            digest = now;
            if (!changed)
                return;
            wrote = true;
            fresh = effect === "execute" ? runs.length - 1 : runs.length;
        },
    };
}
/** A digest that takes too long is as good as none. */
function digestOf(sandbox) {
    return sandbox.files.digest().catch((error) => {
        if (error instanceof file_client/* FileRefusedError */.r)
            return null;
        throw error;
    });
}

;// CONCATENATED MODULE: ./lib/agent/session.js









/**
 * Prepares a run; no model call is made yet.
 * @throws NightshiftError SANDBOX_UNAVAILABLE when the sandbox is dead; CONFIG_INVALID for unknown tools
 */
async function openSession(run) {
    const redact = (0,ops_redact/* createRedactor */.lY)(run.secrets);
    const toolbox = (0,agent_toolbox/* selectTools */.g)(run.definition.tools);
    const budget = openBudget(run.limits, run.model.id, run.clock);
    const transcript = openTranscript({
        file: run.transcript,
        run: run.ids(),
        agent: run.header.agent,
        clock: run.clock,
        redact,
    });
    const emit = (event) => run.onEvent?.(event);
    await run.sandbox.files.protect(run.protectedPaths);
    const worktree = await openWorktree(run.sandbox);
    const conversation = openConversation(transcript);
    const { agent, mode, feature, round } = run.header;
    transcript.append("run", {
        header: { agent, mode, feature, round },
        model: run.model.id,
        limits: run.limits,
        sandbox: run.sandbox.tier,
        system: sha256(run.definition.prompt),
        tools: sha256(JSON.stringify(toolbox.specs)),
        tree: worktree.digest,
    });
    if (!budget.priceIsKnown)
        emit({
            kind: "warning",
            message: `The price of ${run.model.id} is unknown; the run is limited by tokens.`,
        });
    conversation.say(`${JSON.stringify({ agent, mode, feature, round })}\n\n${redact(run.brief)}`);
    return {
        run,
        toolbox,
        budget,
        conversation,
        transcript,
        worktree,
        emit,
        guard: openLoopGuard(worktree.digest),
        counts: { toolCalls: 0, nudges: 0, cut: 0, invalidCompletions: 0, errors: 0, invalidTurns: 0 },
        caller: {
            toolbox,
            worktree,
            transcript,
            redact,
            rules: [...protectPaths(run.protectedPaths), ...(run.rules ?? [])],
            onEvent: emit,
            context: {
                sandbox: run.sandbox,
                signal: run.signal,
                remainingMs: budget.remainingMs,
                setPlan: (items) => emit({ kind: "plan", items }),
            },
        },
    };
}

// EXTERNAL MODULE: ./lib/agent/completion.js
var completion = __webpack_require__(31255);
// EXTERNAL MODULE: ./lib/agent/sandbox/capture.js
var capture = __webpack_require__(25331);
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
    const isRead = (call) => call !== undefined && toolbox.find(call.name)?.effect === "read";
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
    runner.transcript.append("tool_result", { id: call.id, isError: result.isError, chars: text.length, ms });
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
        ...more,
    });
    const tool = toolbox.find(call.name);
    if (!tool) {
        const names = toolbox.specs.map(({ name }) => name).join(", ");
        return answer({ text: `There is no tool ${call.name}; there are ${names}.`, isError: true }, { invalid: true });
    }
    const prepared = tool.prepare(call.input);
    if ("invalid" in prepared)
        return answer({ text: `Invalid input:\n${prepared.invalid}`, isError: true }, { invalid: true });
    const denial = deny(call, tool, prepared.paths, runner);
    if (denial !== undefined)
        return answer({ text: `Denied: ${denial}. Do not try it another way.`, isError: true });
    const ran = [];
    const output = await runTool(prepared.run, {
        ...runner.context,
        callId: call.id,
        ranCommand: (command) => {
            ran.push(command);
            worktree.ranCommand(command);
        },
    });
    if (tool.effect !== "read")
        await worktree.look(tool.effect);
    return answer(output, {
        failedCommand: ran.some(({ exitCode }) => exitCode !== 0),
        digest: worktree.digest,
    });
}
function deny(call, tool, paths, runner) {
    const decision = decidePolicy({ tool: tool.name, effect: tool.effect, paths }, runner.rules);
    if (decision.allowed)
        return undefined;
    runner.transcript.append("policy", {
        id: call.id,
        tool: tool.name,
        escalated: decision.escalated,
        why: decision.why,
    });
    runner.onEvent({ kind: "denied", tool: tool.name, message: decision.why });
    return decision.why;
}
async function runTool(run, context) {
    try {
        return await run(context);
    }
    catch (error) {
        if (error instanceof file_client/* FileRefusedError */.r)
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
    const call = calls.find(({ name }) => name === completion/* COMPLETE_TASK */.O.name);
    if (!call)
        return undefined;
    const others = calls.filter((other) => other !== call && other.name !== completion/* COMPLETE_TASK */.O.name);
    return { call, isAlone: others.every(({ name }) => toolbox.find(name)?.effect === "read") };
}

;// CONCATENATED MODULE: ./lib/agent/turn.js




const NUDGES = 2;
const CUT_ANSWERS = 3;
const INVALID_COMPLETIONS = 3;
const TOOL_ERRORS_IN_A_ROW = 8;
const INVALID_TURNS_IN_A_ROW = 3;
const NUDGE = "Nothing happens without a tool call. Go on, or end with complete_task.";
const CUT = "Your answer was cut at the length limit and none of its calls ran. Send smaller pieces.";
const SKIPPED = "Skipped: complete_task must be the only call of its turn.";
const NOT_ALONE = "Not done: your other calls of this turn were skipped. Make them first, then call complete_task alone.";
const OVER = "Not run: the budget is over. Call complete_task.";
/** Takes in one answer of the model; an ending when it was the last. */
async function takeTurn(session, turn, over) {
    const { run, budget, conversation, counts, emit } = session;
    budget.book(turn.usage);
    budget.endTurn(turn.usage);
    const wasCut = turn.stop === "max_tokens" || turn.stop === "context_overflow";
    const isRefused = turn.stop === "refusal" || turn.stop === "content_filter";
    const parts = wasCut || isRefused ? turn.parts.filter(({ kind }) => kind === "text") : withUniqueCalls(turn.parts);
    conversation.record(turn, parts, costOf(run.model.id, turn.usage, run.clock()));
    const calls = parts.filter((part) => part.kind === "call");
    const text = parts.map((part) => (part.kind === "text" ? part.text : "")).join("");
    emit({
        kind: "turn",
        turn: budget.turns,
        text: session.caller.redact(text),
        calls: calls.map(({ name }) => name),
        usd: budget.usd,
    });
    if (isRefused)
        return failedEnding("refusal");
    if (turn.stop === "context_overflow")
        return failedEnding("context_exhausted");
    if (turn.stop === "max_tokens") {
        counts.cut += 1;
        conversation.say(CUT);
        return counts.cut >= CUT_ANSWERS
            ? failedEnding("no_completion", "Its answers were cut at the length limit.")
            : undefined;
    }
    counts.cut = 0;
    if (calls.length > 0)
        return answerCalls(session, calls, text, over);
    if (turn.stop === "pause")
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
    if (completion) {
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
        return "ending" in outcome ? outcome.ending : undefined;
    }
    if (over) {
        for (const { id } of calls)
            conversation.addResult({ kind: "result", id, content: OVER, isError: true });
        return undefined;
    }
    const results = await runCalls(calls, session.caller);
    for (const { call, text: content, isError } of results) {
        conversation.addResult({ kind: "result", id: call.id, content, isError });
    }
    return judgeResults(session, results, text);
}
async function complete(session, call) {
    const { run, worktree, budget, counts, transcript } = session;
    transcript.append("tool_call", { id: call.id, name: call.name, input: call.input });
    const check = await (0,completion/* checkCompletion */.z)(call.input, run.output, run.gates, {
        edited: worktree.edited,
        commandsRun: worktree.commands(),
        turns: budget.turns,
        sandbox: run.sandbox,
    });
    transcript.append("tool_result", {
        id: call.id,
        isError: check.kind !== "accepted",
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
/** Errors in a row and circles end a run that would only burn money. */
function judgeResults(session, results, text) {
    const { counts, guard, conversation, transcript, emit } = session;
    for (const { isError } of results)
        counts.errors = isError ? counts.errors + 1 : 0;
    counts.invalidTurns = results.every(({ invalid }) => invalid) ? counts.invalidTurns + 1 : 0;
    if (counts.errors >= TOOL_ERRORS_IN_A_ROW || counts.invalidTurns >= INVALID_TURNS_IN_A_ROW) {
        return failedEnding("tool_errors", `The last was: ${results.at(-1)?.text.split("\n")[0] ?? ""}`);
    }
    const verdict = guard.observe(results.map(({ call, text: result, failedCommand, digest }) => ({
        tool: call.name,
        input: call.input,
        result,
        failedCommand,
        digest,
    })), text);
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
    const session = await openSession(run);
    const ending = await endingOf(session);
    const { budget, worktree, transcript, counts } = session;
    const result = {
        ...ending,
        usage: budget.usage,
        usd: budget.usd,
        turns: budget.turns,
        toolCalls: counts.toolCalls,
        edited: worktree.edited,
        commandsRun: worktree.commands(),
    };
    transcript.append("end", { result });
    return result;
}
async function endingOf(session) {
    try {
        return await converse(session);
    }
    catch (error) {
        if (session.run.signal.aborted)
            return CANCELLED;
        if (error instanceof DeferredError) {
            return {
                status: "deferred",
                cause: "provider",
                message: error.message,
                resumeAfter: error.resumeAfter.toISOString(),
            };
        }
        if (error instanceof port/* ModelError */.me) {
            return failedEnding(error.kind === "context_overflow" ? "context_exhausted" : "provider", error.message);
        }
        // The sandbox died under the run: what it cost is still told, and what was done can be saved.
        if (error instanceof errors/* NightshiftError */.nc)
            return failedEnding("tool_errors", error.message);
        throw error;
    }
}
async function converse(session) {
    const { run, budget, conversation, emit } = session;
    let noticed = false;
    for (;;) {
        if (run.signal.aborted)
            return CANCELLED;
        const over = budget.reached();
        if (over) {
            conversation.say(GRACE);
            emit({ kind: "limit", share: 1, message: `limit reached: ${over}` });
        }
        else if (!noticed && budget.nearsEnd()) {
            noticed = true;
            conversation.say(NOTICE);
            emit({ kind: "limit", share: budget.share(), message: NOTICE });
        }
        const turn = await nextTurn(session, over);
        if (turn === "expired") {
            if (over)
                return failedEnding(over);
            budget.expire();
            continue;
        }
        const ending = await takeTurn(session, turn, over);
        if (ending)
            return ending;
        if (over)
            return failedEnding(over);
    }
}

// EXTERNAL MODULE: ./lib/agent/sandbox/open.js + 7 modules
var sandbox_open = __webpack_require__(10828);
// EXTERNAL MODULE: ./lib/domain/risk.js
var risk = __webpack_require__(86641);
// EXTERNAL MODULE: ./lib/models/connect.js
var connect = __webpack_require__(93112);
// EXTERNAL MODULE: ./lib/ops/log.js
var ops_log = __webpack_require__(48206);
// EXTERNAL MODULE: ./lib/agents/commands.js
var agents_commands = __webpack_require__(29242);
// EXTERNAL MODULE: ./lib/agents/fetch.js
var fetch = __webpack_require__(24430);
// EXTERNAL MODULE: ./lib/agents/job.js
var agents_job = __webpack_require__(63629);
// EXTERNAL MODULE: ./lib/agents/run-commands.js
var run_commands = __webpack_require__(27050);
;// CONCATENATED MODULE: ./lib/agents/agent-phase.js
/** Phase `agent` of both agents: set up the base tree, open the sandbox, run the loop, leave outcome, patch and transcript. */












/** Lays out the starting tree and runs the set-up commands on the base tree, sandboxed, with network and without any secret. */
async function prepareBench(job, facts, order, context, definition, inputs) {
    const git = await (0,fetch/* openGit */.zY)(job, facts);
    const commands = await (0,agents_commands/* findCommands */.u)(git, order.base.head, context);
    job.log(`set-up: ${shown(commands.setup)}; verify: ${shown(commands.verify)} (from ${commands.from})`);
    if (commands.setup.length > 0)
        await setUp(job, facts, commands, inputs, context.verifyMinutes);
    await ignoreLeftovers(git, facts);
    const from = await (0,fetch/* startingTree */.Lv)(git, order);
    await (0,fetch/* layOut */.v8)(git, from, order.base.head, facts.workspace, (0,agents_job/* places */.zn)(facts).index("base"));
    await giveHistory(git, order, from, facts.workspace);
    return { job, facts, order, context, git, from: await treeId(git, from), commands, definition, inputs };
}
function shown(commands) {
    return commands.length === 0 ? "none" : commands.map((command) => `\`${command}\``).join(", ");
}
async function treeId(git, thing) {
    return git.text(["rev-parse", "--verify", `${thing}^{tree}`]);
}
async function setUp(job, facts, commands, inputs, minutes) {
    const sandbox = await sandboxFor(job, facts, inputs.sandbox, "host");
    try {
        const results = await (0,run_commands/* runCommands */.a)(sandbox, commands.setup, { minutes, now: job.now, log: job.log });
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
    await git.text(["init", "--quiet"], { env: own, workTree: workspace });
    await git.text([
        "fetch",
        "--quiet",
        "--no-tags",
        "--update-shallow",
        "--depth=50",
        `file://${git.dir}`,
        order.base.head,
        head,
    ], { env: own });
    await git.text(["update-ref", "refs/heads/base", order.base.head], { env: own });
    await git.text(["update-ref", "refs/heads/work", head], { env: own });
    await git.text(["symbolic-ref", "HEAD", "refs/heads/work"], { env: own });
    const tree = order.mode === "conflict" ? head : from;
    await git.text(["read-tree", tree], { env: own, workTree: workspace });
}
function sandboxFor(job, facts, mode, network) {
    const log = (0,ops_log/* openLog */.N)({ stream: { write: (text) => job.log(text.trimEnd()) }, format: "plain" });
    return (0,sandbox_open/* openSandbox */.E)({
        mode,
        workspace: facts.workspace,
        network,
        fileServerCommand: job.fileServerCommand,
        log,
        parentEnvironment: { ...job.env },
    });
}
/** Runs the loop on the bench. The sandbox is opened and probed before the first model call. */
async function work(bench, task) {
    const { job, facts, order, context, definition, inputs } = bench;
    const sandbox = await sandboxFor(job, facts, inputs.sandbox, "none");
    try {
        const model = await (0,connect/* connectModel */.I)({
            model: order.model,
            apiKey: inputs.apiKey,
            ...(inputs.baseUrl === "" ? {} : { baseUrl: inputs.baseUrl }),
            fetch: job.fetch,
            clock: job.now,
        });
        await (0,promises_.mkdir)((0,agents_job/* places */.zn)(facts).outcomeDirectory, { recursive: true });
        const result = await runAgent({
            definition,
            ...task,
            model,
            workspace: facts.workspace,
            sandbox,
            limits: agent_phase_limitsOf(order, definition),
            protectedPaths: [...risk/* ALWAYS_PROTECTED */.jF, ...context.protectedPaths],
            secrets: [inputs.apiKey],
            ...(context.transcript ? { transcript: (0,agents_job/* places */.zn)(facts).transcript } : {}),
            clock: job.now,
            ids: job.id,
            sleep: job.sleep,
            random: job.random,
            signal: job.signal,
            onEvent: (event) => job.log(eventLine(event)),
        });
        return { result, sandbox: `${sandbox.tier}: ${sandbox.reason}` };
    }
    finally {
        await sandbox.close();
    }
}
function agent_phase_limitsOf(order, definition) {
    return {
        turns: order.limits.turns,
        wallMs: order.limits.minutes * 60_000,
        usd: order.limits.usd,
        tokens: null,
        outputTokens: definition.output_tokens ?? 16_000,
    };
}
function eventLine(event) {
    switch (event.kind) {
        case "turn":
            return `turn ${event.turn}: ${event.calls.join(", ") || "text"}${event.text ? ` — ${event.text.replaceAll("\n", " ").slice(0, 200)}` : ""}`;
        case "tool":
            return `  ${event.name}${event.isError ? " failed" : ""} (${Math.round(event.ms)} ms)`;
        case "plan":
            return `  plan: ${event.items
                .map((item) => `${item.state} ${item.text}`)
                .join("; ")
                .slice(0, 300)}`;
        default:
            return `  ${event.kind}: ${event.message}`;
    }
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
        summary: (result.completion?.summary ?? "").slice(0, 4_000),
        blockers: (result.completion?.blockers ?? [])
            .slice(0, 20)
            .map((blocker) => ({ kind: blocker.kind.slice(0, 60), detail: blocker.detail.slice(0, 2_000) })),
        sandbox: done.sandbox.slice(0, 200),
        cost: {
            run: bench.facts.runId,
            agent: bench.order.mode === "review" ? "review" : "code",
            mode: bench.order.mode,
            usd: result.usd,
            turns: result.turns,
            tokens: (0,port/* promptTokens */.Hl)(result.usage) + result.usage.output,
        },
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
    await bench.job.summarise(`**${outcome.mode}: ${outcome.status}** ${outcome.message}\n\n${outcome.cost.turns} turns, ${outcome.cost.tokens} tokens, ${cost}, sandbox ${outcome.sandbox}.`);
}
/** The agent's change as a patch on what it started from; empty when nothing changed. */
async function takePatch(bench) {
    const index = (0,agents_job/* places */.zn)(bench.facts).index("after");
    await bench.git.text(["read-tree", bench.from], { env: { GIT_INDEX_FILE: index } });
    const after = await bench.git.treeOfDirectory(bench.facts.workspace, index);
    return after === bench.from ? Buffer.alloc(0) : bench.git.patch(bench.from, after);
}


/***/ }),

/***/ 5030:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Au: () => (/* binding */ deferral),
/* harmony export */   B5: () => (/* binding */ stopHere),
/* harmony export */   IK: () => (/* binding */ lookAgain),
/* harmony export */   ns: () => (/* binding */ readOutcome)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49285);
/* harmony import */ var _domain_outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25772);
/* harmony import */ var _domain_pull_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99331);
/* harmony import */ var _domain_requirement_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62845);
/* harmony import */ var _github_observe_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(87805);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(35245);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(63629);
/** What both apply phases share: look again, and stop when the work is no longer wanted. */







/** Live state again, between the model's work and the first write. A reason means: write nothing. */
async function lookAgain(job, facts, github, order) {
    const snapshot = await (0,_github_observe_js__WEBPACK_IMPORTED_MODULE_4__/* .observe */ .l)(github, {
        now: job.now,
        threadsOf: order.pull ? [order.pull.number] : [],
        runs: order.mode === "verify",
        knownWriters: new Map([[order.requirement.by, true]]),
    });
    const requirement = snapshot.requirements.find((candidate) => candidate.number === order.requirement.number);
    if (requirement === undefined || !requirement.open)
        return { stop: `#${order.requirement.number} was closed meanwhile.` };
    const known = (0,_domain_requirement_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .requirementFactsOf */ .Mq)(snapshot, requirement);
    if (known.authorisation.state !== "authorised")
        return { stop: `#${order.requirement.number} is no longer authorised as it stands.` };
    if (known.paused)
        return { stop: `#${order.requirement.number} was paused meanwhile.` };
    const feature = known.features.find((candidate) => candidate.planned.number === order.feature?.number);
    if (feature?.issue?.open === false)
        return { stop: `#${feature.issue.number} was closed meanwhile.` };
    if ((0,_domain_pull_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .isPaused */ .lP)(snapshot.config.label_prefix, undefined, feature?.issue?.labels ?? []))
        return { stop: `#${order.feature?.number} was paused meanwhile.` };
    const pull = snapshot.pulls.find((candidate) => candidate.number === order.pull?.number);
    if (order.pull && (pull === undefined || pull.state !== "open"))
        return { stop: `#${order.pull.number} was closed or merged meanwhile.` };
    const pullFacts = pull ? (0,_domain_pull_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .factsOf */ .xS)(snapshot, pull) : undefined;
    if (pullFacts?.paused)
        return { stop: `#${pull?.number} was paused meanwhile.` };
    const performer = {
        github,
        now: job.now,
        id: job.id,
        runUrl: (0,_job_js__WEBPACK_IMPORTED_MODULE_6__/* .runUrl */ .Vp)(facts),
        thread: order.thread,
        labelIds: snapshot.labelIds,
        labelPrefix: snapshot.config.label_prefix,
        log: job.log,
    };
    return { desk: { job, facts, github, order, snapshot, requirement: known, pull: pullFacts, performer } };
}
/** The provider was not to be had. The run ends red: it counts as an attempt, so that a person is asked in the end. */
function deferral({ message, resumeAfter }) {
    const when = resumeAfter ? `, not before ${resumeAfter}` : "";
    return new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NightshiftError */ .nc("MODEL_UNREACHABLE", `${message} The next sweep starts it again${when}.`);
}
async function stopHere(job, why) {
    job.log(`nothing was written: ${why}`);
    await job.summarise(`Nothing was written. ${why}`);
}
/** Undefined: the agent job was lost or cut; nothing is known, the manager's sweep asks again. */
async function readOutcome({ job, facts, order }) {
    try {
        const outcome = await (0,_context_js__WEBPACK_IMPORTED_MODULE_5__/* .readJson */ .Vh)((0,_job_js__WEBPACK_IMPORTED_MODULE_6__/* .places */ .zn)(facts).outcome, _domain_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .Outcome */ .Pi);
        if (outcome.order === order.id && outcome.mode === order.mode)
            return outcome;
        job.warn("The outcome belongs to another work order; nothing was written.");
    }
    catch (error) {
        job.warn(`The agent job left no outcome, so nothing was written; the next sweep starts it again. ${(0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
    }
    return undefined;
}


/***/ }),

/***/ 36546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sp: () => (/* binding */ threadText),
/* harmony export */   _0: () => (/* binding */ codeBrief),
/* harmony export */   py: () => (/* binding */ OUTPUTS)
/* harmony export */ });
/* harmony import */ var _agent_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50982);
/* harmony import */ var _domain_feature_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19410);
/* harmony import */ var _domain_finding_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39813);



const OUTPUTS = {
    plan: _domain_feature_js__WEBPACK_IMPORTED_MODULE_1__/* .Plan */ .cw,
    implement: _domain_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .ImplementOutput */ .HA,
    feedback: _domain_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .FeedbackOutput */ .T6,
    conflict: _domain_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .ConflictOutput */ .i1,
};
function codeBrief(mode, input) {
    const { context, commands, fence, conventions } = input;
    const parts = [
        TASK[mode](input),
        fence(`requirement #${context.requirement.number}`, `${context.requirement.title}\n\n${context.requirement.body}`),
        mode === "plan" ? "" : featureText(context, fence),
        mode === "feedback" ? threadsText(context, fence) : "",
        commands.verify.length > 0
            ? `Verify commands (all must exit 0 after your last edit): ${commands.verify.map((command) => `\`${command}\``).join(", ")}`
            : "No verify command is known. Add tests together with the file that says how to run them (for example package.json scripts), so that the change can be verified.",
        ...conventions.map(({ path, text }) => fence(`${path} of the base branch`, text)),
        `output of complete_task:\n${(0,_agent_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .renderOutputSchema */ .L)(OUTPUTS[mode])}`,
    ];
    return parts.filter((part) => part !== "").join("\n\n");
}
const TASK = {
    plan: () => "Plan this requirement. Few features (one is fine), each mergeable alone, ordered by `after`. When the code already does everything that is asked, use status nothing_to_do.",
    implement: ({ order }) => `Build the feature "${order.feature?.title ?? ""}".`,
    feedback: ({ context }) => context.testsRed
        ? "The verify commands fail at this head: run them, find the cause, fix it. Answer the open threads as well, if there are any."
        : "Answer every open thread.",
    conflict: ({ conflicts, order }) => `The branch was merged with the newest ${order.base.branch}; resolve the conflicts in: ${conflicts.map((path) => `\`${path}\``).join(", ")}.`,
};
function featureText(context, fence) {
    if (!context.feature)
        return "";
    const { title, description, criteria, files } = context.feature;
    const other = context.features
        .map((feature) => `- ${feature.key}: ${feature.title} (${feature.progress})`)
        .join("\n");
    return [
        fence("feature", [
            title,
            "",
            description,
            "",
            "Acceptance criteria:",
            ...criteria.map((criterion) => `- ${criterion}`),
            ...(files.length > 0 ? ["", `Files likely touched: ${files.join(", ")}`] : []),
        ].join("\n")),
        fence("all features of this requirement", other),
    ].join("\n\n");
}
function threadsText(context, fence) {
    const threads = context.threads.map((thread) => threadText(thread, fence));
    const asked = context.asked.map(({ author, body }) => fence(`review by ${author}`, body));
    return [...(threads.length > 0 ? ["Open threads:", ...threads] : []), ...asked].join("\n\n");
}
/** `thread <id> · <path>:<line>` and what was said, for both agents. */
function threadText(thread, fence) {
    const said = thread.comments.map(({ author, body }) => `${author}: ${body}`).join("\n\n");
    return `thread ${thread.id} · ${thread.path}${thread.line === undefined ? "" : `:${thread.line}`}${thread.severity ? ` · ${thread.severity}` : ""}\n${fence("thread", said)}`;
}


/***/ }),

/***/ 29242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ findCommands)
/* harmony export */ });
/** First match wins; only files at the top of the repository count. */
const MANIFESTS = [
    { file: /^package\.json$/, read: readPackageJson },
    {
        file: /^(pyproject\.toml|setup\.py|setup\.cfg|requirements\.txt|pytest\.ini|tox\.ini)$/,
        read: readPython,
    },
    {
        file: /^go\.mod$/,
        read: () => ({ setup: ["go mod download"], verify: ["go build ./...", "go vet ./...", "go test ./..."] }),
    },
    { file: /^Cargo\.toml$/, read: () => ({ setup: ["cargo fetch"], verify: ["cargo test --all-targets"] }) },
    {
        file: /^pom\.xml$/,
        read: (_, files) => {
            const maven = files.has("mvnw") ? "./mvnw" : "mvn";
            return { setup: [`${maven} -B -q dependency:go-offline`], verify: [`${maven} -B -o test`] };
        },
    },
    {
        file: /^(build|settings)\.gradle(\.kts)?$/,
        read: (_, files) => {
            const gradle = files.has("gradlew") ? "./gradlew" : "gradle";
            return {
                setup: [`${gradle} --no-daemon testClasses`],
                verify: [`${gradle} --no-daemon --offline test`],
            };
        },
    },
    {
        file: /^(GNUm|M|m)akefile$/,
        read: (text) => {
            const target = ["test", "check"].find((name) => new RegExp(`^${name}\\s*:(?!=)`, "m").test(text));
            return { setup: [], verify: target ? [`make ${target}`] : [] };
        },
    },
];
/** Commands for `tree`, the configured ones first. `verify` is empty when nothing tells how. */
async function findCommands(git, tree, configured) {
    const listed = await git.text(["ls-tree", "-r", "--name-only", "-z", tree]);
    const files = new Set(listed.split("\0").filter((name) => name !== ""));
    const found = await detect(git, tree, files);
    return {
        setup: configured.setup ?? found.setup,
        verify: configured.verify ?? found.verify,
        from: configured.verify ? ".github/nightshift.yml" : found.from,
    };
}
async function detect(git, tree, files) {
    for (const { file, read } of MANIFESTS) {
        const name = [...files].find((candidate) => file.test(candidate));
        if (name === undefined)
            continue;
        const commands = read(await git.text(["show", `${tree}:${name}`]), files);
        if (commands.verify.length > 0)
            return { ...commands, from: name };
    }
    return { setup: [], verify: [], from: "no file that tells how" };
}
function readPackageJson(text, files) {
    const manifest = parseObject(text);
    const scripts = objectIn(manifest, "scripts");
    const needsInstall = ["dependencies", "devDependencies", "optionalDependencies"].some((key) => Object.keys(objectIn(manifest, key)).length > 0);
    const manager = files.has("pnpm-lock.yaml") ? "pnpm" : files.has("yarn.lock") ? "yarn" : "npm";
    const install = {
        pnpm: "pnpm install --frozen-lockfile",
        yarn: "yarn install --immutable || yarn install --frozen-lockfile",
        npm: files.has("package-lock.json") ? "npm ci" : "npm install --no-audit --no-fund",
    };
    const { test } = scripts;
    const real = typeof test === "string" && test !== "" && !test.includes("no test specified");
    return { setup: needsInstall ? [install[manager]] : [], verify: real ? [`${manager} test`] : [] };
}
function readPython(_, files) {
    const tested = [...files].some((name) => /(^|\/)(test_[\w-]+|[\w-]+_test)\.py$/.test(name));
    if (files.has("uv.lock"))
        return { setup: ["uv sync --frozen"], verify: tested ? ["uv run pytest -q"] : [] };
    const python = "$(test -x .venv/bin/python && echo .venv/bin/python || echo python3)";
    const install = files.has("requirements.txt")
        ? ["python3 -m venv .venv && .venv/bin/python -m pip install --quiet -r requirements.txt"]
        : [];
    const test = `if ${python} -c "import pytest" 2>/dev/null; then ${python} -m pytest -q; else ${python} -m unittest discover; fi`;
    return { setup: install, verify: tested ? [test] : [] };
}
function parseObject(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === "object" && value !== null ? { ...value } : {};
    }
    catch {
        return {};
    }
}
function objectIn(value, key) {
    const inner = value[key];
    return typeof inner === "object" && inner !== null ? { ...inner } : {};
}


/***/ }),

/***/ 35245:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vh: () => (/* binding */ readJson),
/* harmony export */   Vm: () => (/* binding */ contextOf),
/* harmony export */   pv: () => (/* binding */ writeContext),
/* harmony export */   yI: () => (/* binding */ readContext)
/* harmony export */ });
/* unused harmony exports ContextThread, Context */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(42047);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(37428);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49285);
/* harmony import */ var _domain_snapshot_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(66178);
/* harmony import */ var _domain_state_block_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44917);
/** The texts that a model will read: collected by the gate from live state, handed over as an artifact, never trusted. */






const ContextThread = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    path: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    line: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().optional(),
    severity: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional(),
    comments: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ author: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), body: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() })),
});
const Context = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    v: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz(1),
    order: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    requirement: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ number: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig(), title: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), body: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }),
    features: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ key: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), title: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), progress: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() })),
    feature: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
        title: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        description: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        criteria: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
        files: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    })
        .optional(),
    pull: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ number: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig(), title: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), body: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }).optional(),
    threads: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(ContextThread),
    /** Reviews by people that ask for changes at this head. */
    asked: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ author: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), body: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() })),
    testsRed: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY(),
    setup: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()).optional(),
    verify: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()).optional(),
    verifyMinutes: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig(),
    protectedPaths: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    transcript: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY(),
});
/** Only texts of people who may write, of ours, and the authorised requirement go to the model. */
function contextOf(snapshot, work, order) {
    const { requirement, feature, pull } = work;
    const heard = (author) => author.login === snapshot.identity || (0,_domain_snapshot_js__WEBPACK_IMPORTED_MODULE_5__/* .canWrite */ ._)(snapshot, author);
    const { config } = snapshot;
    return {
        v: 1,
        order,
        requirement: {
            number: requirement.requirement.number,
            title: requirement.requirement.title,
            body: requirement.requirement.body,
        },
        features: requirement.features.map(({ planned, progress }) => ({
            key: planned.key,
            title: planned.title,
            progress,
        })),
        ...(feature
            ? {
                feature: {
                    title: feature.planned.title,
                    description: feature.planned.description,
                    criteria: feature.planned.criteria,
                    files: feature.planned.files,
                },
            }
            : {}),
        ...(pull
            ? { pull: { number: pull.pull.number, title: pull.pull.title, body: (0,_domain_state_block_js__WEBPACK_IMPORTED_MODULE_3__/* .visiblePart */ .MR)(pull.pull.body) } }
            : {}),
        threads: (pull?.pull.threads ?? [])
            .filter((thread) => !thread.resolved && thread.comments[0] !== undefined && heard(thread.comments[0].author))
            .map((thread) => ({
            id: thread.id,
            path: thread.path,
            ...(thread.line === undefined ? {} : { line: thread.line }),
            ...(thread.block ? { severity: thread.block.severity } : {}),
            comments: thread.comments
                .filter((comment) => heard(comment.author))
                .map((comment) => ({
                author: comment.author.login === snapshot.identity ? "nightshift" : comment.author.login,
                body: (0,_domain_state_block_js__WEBPACK_IMPORTED_MODULE_3__/* .visiblePart */ .MR)(comment.body),
            })),
        })),
        asked: (pull?.pull.reviews ?? [])
            .filter((review) => review.state === "changes_requested" &&
            review.head === pull?.pull.head &&
            (0,_domain_snapshot_js__WEBPACK_IMPORTED_MODULE_5__/* .canWrite */ ._)(snapshot, review.author))
            .map((review) => ({ author: review.author.login, body: review.body })),
        testsRed: pull?.verification.state === "failed",
        ...(config.setup ? { setup: config.setup } : {}),
        ...(config.verify ? { verify: config.verify } : {}),
        verifyMinutes: config.verify_timeout_minutes,
        protectedPaths: config.protected_paths,
        transcript: config.transcript === "on",
    };
}
async function writeContext(file, context) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, JSON.stringify(context));
}
/** Throws OUTCOME_INVALID when the artifact is missing, broken or of another work order. */
async function readContext(file, order) {
    const context = await readJson(file, Context);
    if (context.order !== order)
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NightshiftError */ .nc("OUTCOME_INVALID", `${file} belongs to another work order.`);
    return context;
}
/** A JSON file that another job left, checked. Throws OUTCOME_INVALID. */
async function readJson(file, schema, limit = 4_000_000) {
    let text;
    try {
        text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8");
    }
    catch (error) {
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NightshiftError */ .nc("OUTCOME_INVALID", `${file} is missing: the job before this one left nothing.`, { cause: error });
    }
    if (text.length > limit)
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NightshiftError */ .nc("OUTCOME_INVALID", `${file} has ${text.length} characters, more than ${limit}.`);
    let raw;
    try {
        raw = JSON.parse(text);
    }
    catch (error) {
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NightshiftError */ .nc("OUTCOME_INVALID", `${file} is not JSON.`, { cause: error });
    }
    const result = schema.safeParse(raw);
    if (!result.success)
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NightshiftError */ .nc("OUTCOME_INVALID", `${file} does not fit: ${zod__WEBPACK_IMPORTED_MODULE_6__/* .prettifyError */ .S1(result.error)}`);
    return result.data;
}


/***/ }),

/***/ 99592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ readDefinition)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(42047);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/errors.js
var errors = __webpack_require__(37428);
// EXTERNAL MODULE: ./lib/domain/errors.js
var domain_errors = __webpack_require__(49285);
// EXTERNAL MODULE: ./lib/agent/toolbox.js + 12 modules
var toolbox = __webpack_require__(1917);
;// CONCATENATED MODULE: ./lib/agent/definition.js
/** Agent definitions: Markdown whose body is the system prompt and whose front matter says what the agent may use. */




const ToolNames = schemas/* preprocess */.vkY((value) => (typeof value === "string" ? value.split(",").map((name) => name.trim()) : value), schemas/* array */.YOg(schemas/* string */.YjP()
    .refine((name) => toolbox/* TOOL_NAMES */.K.includes(name), { error: ({ input }) => `unknown tool "${input}"` }))
    .min(1));
const FrontMatter = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP().regex(/^[a-z][a-z0-9-]*$/),
    description: schemas/* string */.YjP().min(1),
    tools: ToolNames,
    /** `provider:model`; without it the caller's model is used. */
    model: schemas/* string */.YjP().optional(),
    max_turns: schemas/* int */.Whr().min(1).max(1_000),
    timeout_mins: schemas/* number */.aig().positive().max(360),
    budget_usd: schemas/* number */.aig().positive(),
    effort: schemas/* enum */.k5n(["low", "medium", "high", "xhigh", "max"]),
    /** Most tokens of one answer. */
    output_tokens: schemas/* int */.Whr().min(1_000).max(128_000).optional(),
});
/**
 * Parses a definition; `file` is named in errors.
 * @throws NightshiftError CONFIG_INVALID
 */
function parseAgentDefinition(text, file) {
    const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text);
    if (!match)
        throw new domain_errors/* NightshiftError */.nc("CONFIG_INVALID", `${file}: an agent definition starts with front matter between two lines "---".`);
    const parsed = FrontMatter.safeParse(parseYaml(match[1] ?? "", file));
    if (!parsed.success)
        throw new domain_errors/* NightshiftError */.nc("CONFIG_INVALID", `${file}: ${errors/* prettifyError */.S1(parsed.error)}`, {
            cause: parsed.error,
        });
    const prompt = (match[2] ?? "").trim();
    if (prompt === "")
        throw new domain_errors/* NightshiftError */.nc("CONFIG_INVALID", `${file}: the body, which is the system prompt, is empty.`);
    return { ...parsed.data, prompt };
}
function parseYaml(text, file) {
    try {
        return (0,dist/* parse */.qg)(text);
    }
    catch (error) {
        throw new domain_errors/* NightshiftError */.nc("CONFIG_INVALID", `${file}: the front matter is not YAML: ${(0,domain_errors/* messageOf */.bD)(error)}`, { cause: error });
    }
}

// EXTERNAL MODULE: ./lib/ops/assets.js
var assets = __webpack_require__(68571);
;// CONCATENATED MODULE: ./lib/agents/definitions.js
/** The built-in agent definitions: Markdown files beside the agents, copied into the bundle's assets by the build. */



async function readDefinition(agent) {
    const file = (0,assets/* assetPath */.Q)(`agents/${agent}/definition.md`);
    return parseAgentDefinition(await (0,promises_.readFile)(file, "utf8"), file);
}


/***/ }),

/***/ 50659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ createFence)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/** Fences text of people and files, so that a model can tell it from its task, and no such text can end its fence. */

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

/***/ 86851:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ runGate)
/* harmony export */ });
/* unused harmony export branchOf */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _domain_config_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91032);
/* harmony import */ var _domain_config_override_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54301);
/* harmony import */ var _domain_decide_work_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41152);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49285);
/* harmony import */ var _domain_message_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5295);
/* harmony import */ var _domain_work_order_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(61798);
/* harmony import */ var _github_observe_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(87805);
/* harmony import */ var _github_perform_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(55510);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(35245);
/* harmony import */ var _doorbell_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(65781);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(63629);
/* harmony import */ var _requirement_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(67161);
/** The gate of the code and the review agent: is there work, is it authorised, still needed and within budget? Ends in a work order. */













/** Longest conversation is cut before it starts a model. */
const LAST_HOP = _domain_message_js__WEBPACK_IMPORTED_MODULE_5__/* .HOP_LIMIT */ .Ix - 1;
async function runGate(agent, job, facts, github, override) {
    const event = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(facts.eventPath, "utf8"));
    const ring = heard(agent, job, facts, event);
    if (ring === undefined || ring.bell.kind === "idle" || ring.bell.kind === "manager") {
        return closeGate(job, "idle", ring?.bell.kind === "idle" ? ring.bell.why : "The message asks for nothing here.");
    }
    if ((ring.thread?.hops ?? 0) >= LAST_HOP)
        return closeGate(job, "hop-limit", `This conversation has ${ring.thread?.hops} messages: it looks like a loop.`);
    const bell = ring.bell.kind === "text" ? await handIn(job, github, ring.bell) : ring.bell;
    const watched = bell.kind === "pull" || bell.kind === "verify" ? [bell.pull] : [];
    const seen = await (0,_github_observe_js__WEBPACK_IMPORTED_MODULE_7__/* .observe */ .l)(github, { now: job.now, threadsOf: watched });
    const snapshot = { ...seen, config: (0,_domain_config_override_js__WEBPACK_IMPORTED_MODULE_2__/* .overrideConfig */ .X6)(seen.config, override) };
    const decision = agent === "code" ? (0,_domain_decide_work_js__WEBPACK_IMPORTED_MODULE_3__/* .decideCodeWork */ .zP)(snapshot, bell) : decideReview(snapshot, bell);
    if (decision.work === undefined)
        return closeGate(job, decision.rung, decision.why);
    if (decision.work.needs.agent && moneyLeft(snapshot, decision.work) <= 0)
        return closeGate(job, "over-budget", "The money for this requirement is spent.");
    const order = orderOf(job, snapshot, decision.work, ring.thread, agent);
    await (0,_context_js__WEBPACK_IMPORTED_MODULE_9__/* .writeContext */ .pv)((0,_job_js__WEBPACK_IMPORTED_MODULE_12__/* .places */ .zn)(facts).context, (0,_context_js__WEBPACK_IMPORTED_MODULE_9__/* .contextOf */ .Vm)(snapshot, decision.work, order.id));
    await (0,_github_perform_js__WEBPACK_IMPORTED_MODULE_8__/* .perform */ .y9)({
        github,
        now: job.now,
        id: job.id,
        runUrl: (0,_job_js__WEBPACK_IMPORTED_MODULE_12__/* .runUrl */ .Vp)(facts),
        thread: ring.thread,
        labelIds: snapshot.labelIds,
        labelPrefix: snapshot.config.label_prefix,
        log: job.log,
    }, decision.commands);
    await openGate(job, order, decision);
}
/** A malformed or forged dispatch is logged and does nothing; it is no failure of this run. */
function heard(agent, job, facts, event) {
    try {
        return (0,_doorbell_js__WEBPACK_IMPORTED_MODULE_10__/* .readRing */ .T)(agent, facts.eventName, event);
    }
    catch (error) {
        job.warn(`Nothing was done: ${(0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`);
        return undefined;
    }
}
async function handIn(job, github, bell) {
    const { config } = await (0,_github_observe_js__WEBPACK_IMPORTED_MODULE_7__/* .observe */ .l)(github, { now: job.now, runs: false });
    const number = await (0,_requirement_js__WEBPACK_IMPORTED_MODULE_11__/* .openRequirement */ .C)(github, bell.text, config.label_prefix);
    job.log(`opened requirement #${number}`);
    return { kind: "issue", number };
}
function decideReview(snapshot, bell) {
    if (bell.kind === "pull")
        return (0,_domain_decide_work_js__WEBPACK_IMPORTED_MODULE_3__/* .decideReviewWork */ .op)(snapshot, bell);
    return {
        rung: "idle",
        why: "The review agent is rung for pull requests only.",
        work: undefined,
        commands: [],
    };
}
/** US dollars that the requirement may still cost. */
function moneyLeft({ config }, { requirement }) {
    return config.budget.requirement_usd - requirement.usd;
}
function orderOf(job, snapshot, work, thread, agent) {
    const { config } = snapshot;
    const limits = config[agent];
    const { requirement, feature, pull } = work;
    const issue = feature?.planned.number;
    const order = _domain_work_order_js__WEBPACK_IMPORTED_MODULE_6__/* .WorkOrder */ .qm.parse({
        v: 1,
        id: job.id(),
        repository: snapshot.repository,
        mode: work.mode,
        requirement: {
            number: requirement.requirement.number,
            textHash: requirement.requirement.textHash,
            by: requirement.authorisation.state === "authorised" ? requirement.authorisation.by : "",
        },
        ...(feature && issue !== undefined
            ? {
                feature: { number: issue, key: feature.planned.key, title: feature.planned.title.slice(0, 300) },
                branch: pull?.pull.branch ?? branchOf(config.branch_prefix, issue, feature.planned.key),
            }
            : {}),
        ...(pull ? { pull: { number: pull.pull.number, head: pull.pull.head } } : {}),
        base: pull ? pull.pull.base : snapshot.base,
        round: work.round,
        needs: work.needs,
        model: (0,_domain_config_js__WEBPACK_IMPORTED_MODULE_1__/* .modelOf */ .DM)(config, agent),
        limits: {
            turns: limits.max_turns,
            minutes: limits.timeout_minutes,
            usd: work.needs.agent ? Math.min(limits.max_usd, moneyLeft(snapshot, work)) : limits.max_usd,
        },
        date: snapshot.at,
        thread: thread ?? { correlationId: job.id(), hops: 0 },
    });
    if (JSON.stringify(order).length > _domain_work_order_js__WEBPACK_IMPORTED_MODULE_6__/* .WORK_ORDER_LIMIT */ .TA)
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .NightshiftError */ .nc("WORK_ORDER_INVALID", "The work order is too large.");
    return order;
}
/** The feature's branch: derived, so that a second run finds the first one's work. */
function branchOf(prefix, issue, key) {
    return `${prefix}${issue}-${key}`;
}
async function openGate(job, order, decision) {
    job.setOutput("work", "true");
    job.setOutput("agent", String(order.needs.agent));
    job.setOutput("verify", String(order.needs.verify));
    job.setOutput("work_order", JSON.stringify(order));
    job.log(`${decision.rung}: ${decision.why}`);
    await job.summarise(`**${decision.rung}** ${decision.why}`);
}
async function closeGate(job, rung, why) {
    job.setOutput("work", "false");
    job.setOutput("agent", "false");
    job.setOutput("verify", "false");
    job.setOutput("work_order", "");
    job.log(`nothing to do (${rung}): ${why}`);
    await job.summarise(`Nothing to do. **${rung}** ${why}`);
}


/***/ }),

/***/ 67161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ openRequirement)
/* harmony export */ });
/* unused harmony export titleAndBody */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42047);
/* harmony import */ var _domain_config_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91032);
/* harmony import */ var _domain_labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70097);
/* harmony import */ var _github_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40345);
/** Opens the issue of a requirement that came as text. */




const Issue = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ number: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig() });
/** Longest title that we give, in characters; GitHub takes 256. */
const TITLE_LIMIT = 200;
/** The first line that says something is the title; the rest is the body, or everything where the title had to be cut. */
function titleAndBody(text) {
    const lines = text.trim().split("\n");
    const at = Math.max(0, lines.findIndex((line) => /[\p{L}\p{N}]/u.test(line)));
    const first = (lines[at] ?? "").replace(/^[\s#]+/, "").trim();
    const rest = lines
        .slice(at + 1)
        .join("\n")
        .trim();
    if (first.length > TITLE_LIMIT)
        return { title: `${first.slice(0, TITLE_LIMIT - 1)}…`, body: text.trim() };
    return { title: first, body: rest || first };
}
/** Number of the new issue. */
async function openRequirement(github, text, prefix = (0,_domain_config_js__WEBPACK_IMPORTED_MODULE_0__/* .defaultConfig */ .sb)().label_prefix) {
    const { title, body } = titleAndBody(text);
    const label = (0,_domain_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .allLabels */ .dj)(prefix).find((candidate) => candidate.name === (0,_domain_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .requirementLabel */ .kC)(prefix));
    try {
        await github.rest("POST /repos/{owner}/{repo}/labels", { ...label }, "safe");
    }
    catch (error) {
        if (!(error instanceof _github_client_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubRefusal */ .k && error.status === 422))
            throw error;
    }
    const { data } = await github.rest("POST /repos/{owner}/{repo}/issues", {
        title,
        body,
        labels: [(0,_domain_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .requirementLabel */ .kC)(prefix)],
    });
    return Issue.parse(data).number;
}


/***/ }),

/***/ 27050:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ runCommands)
/* harmony export */ });
const OUTPUT_BYTES = 256_000;
const TAIL = 4_000;
async function runCommands(sandbox, commands, options) {
    const deadline = options.now().getTime() + options.minutes * 60_000;
    const results = [];
    for (const command of commands) {
        const timeoutMs = Math.max(1_000, deadline - options.now().getTime());
        options.log(`$ ${command}`);
        const outcome = await sandbox.exec({ script: command, timeoutMs, maxOutputBytes: OUTPUT_BYTES });
        const exitCode = outcome.timedOut ? null : outcome.exitCode;
        for (const line of outcome.output.split("\n").slice(-60))
            options.log(`  ${line}`);
        options.log(exitCode === 0
            ? `exit 0 after ${Math.round(outcome.ms)} ms`
            : `failed: ${outcome.timedOut ? "out of time" : `exit ${exitCode}`}`);
        results.push({
            command: command.slice(0, 2_000),
            exitCode,
            ms: outcome.ms,
            tail: exitCode === 0 ? "" : outcome.output.slice(-TAIL),
        });
        if (exitCode !== 0)
            break;
    }
    return results;
}


/***/ }),

/***/ 31064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ sayingWhy)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49285);
/* harmony import */ var _domain_outcome_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25772);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63629);
/** An agent job that could not start: what a person has to put right becomes an outcome, so that apply can say it. */




/** Runs `attempt`. A missing key, sandbox, toolchain or setting is left as a blocked outcome and thrown on: the job is red. */
async function sayingWhy(job, facts, order, attempt) {
    try {
        await attempt();
    }
    catch (error) {
        if (error instanceof _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc && ["fix-config", "wrong-use"].includes(error.remedy))
            await leaveProblem(job, facts, order, error);
        throw error;
    }
}
async function leaveProblem(job, facts, order, error) {
    const outcome = _domain_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .Outcome */ .Pi.parse({
        v: 1,
        order: order.id,
        mode: order.mode,
        status: "blocked",
        cause: error.code,
        message: error.message.slice(0, 4_000),
        summary: "",
        blockers: [],
        sandbox: "not opened",
        cost: {
            run: facts.runId,
            agent: order.mode === "review" ? "review" : "code",
            mode: order.mode,
            usd: 0,
            turns: 0,
            tokens: 0,
        },
        from: order.base.head,
        patch: false,
    });
    const { outcomeDirectory, outcome: file } = (0,_job_js__WEBPACK_IMPORTED_MODULE_3__/* .places */ .zn)(facts);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(outcomeDirectory, { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, JSON.stringify(outcome));
    job.setOutput("status", outcome.status);
}


/***/ }),

/***/ 51729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ parseDiff)
/* harmony export */ });
/* unused harmony export changedLines */
/** Reads `git diff` text into files, hunks and lines with exact arithmetic. Pure and linear in the input. */
const HUNK = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@([\s\S]*)$/;
/** Parses the output of `git diff` (unified, with or without `--binary`). Combined diffs are refused by an empty result. */
function parseDiff(text) {
    const files = [];
    const lines = text.split("\n");
    if (lines.at(-1) === "")
        lines.pop();
    let at = 0;
    while (at < lines.length) {
        if (!lines[at]?.startsWith("diff --git ")) {
            at += 1;
            continue;
        }
        const [file, next] = readFile(lines, at);
        files.push(file);
        at = next;
    }
    return files;
}
function readFile(lines, start) {
    const [oldPath, newPath] = pathsOfHeader(lines[start] ?? "");
    const file = {
        path: newPath,
        oldPath,
        change: "modified",
        binary: false,
        modes: { old: undefined, new: undefined },
        hunks: [],
    };
    let at = start + 1;
    while (at < lines.length) {
        const line = lines[at] ?? "";
        if (line.startsWith("diff --git "))
            break;
        if (line.startsWith("@@ ")) {
            at = readHunk(lines, at, file);
            continue;
        }
        readExtendedHeader(line, file);
        at += 1;
    }
    return [file, at];
}
function readExtendedHeader(line, file) {
    const value = (prefix) => (line.startsWith(prefix) ? line.slice(prefix.length) : undefined);
    const added = value("new file mode ");
    const deleted = value("deleted file mode ");
    if (added !== undefined) {
        file.change = "added";
        file.modes.new = added;
    }
    else if (deleted !== undefined) {
        file.change = "deleted";
        file.modes.old = deleted;
    }
    else if (line.startsWith("old mode "))
        file.modes.old = line.slice(9);
    else if (line.startsWith("new mode "))
        file.modes.new = line.slice(9);
    else if (line.startsWith("rename from ")) {
        file.change = "renamed";
        file.oldPath = unquote(line.slice(12));
    }
    else if (line.startsWith("rename to "))
        file.path = unquote(line.slice(10));
    else if (line.startsWith("copy from ")) {
        file.change = "copied";
        file.oldPath = unquote(line.slice(10));
    }
    else if (line.startsWith("copy to "))
        file.path = unquote(line.slice(8));
    else if (line.startsWith("Binary files ") || line === "GIT binary patch")
        file.binary = true;
    else if (line.startsWith("--- ") && line !== "--- /dev/null")
        file.oldPath = sidePath(line.slice(4));
    else if (line.startsWith("+++ ") && line !== "+++ /dev/null")
        file.path = sidePath(line.slice(4));
    if (file.change === "deleted")
        file.path = file.oldPath;
}
function readHunk(lines, start, file) {
    const match = HUNK.exec(lines[start] ?? "");
    if (!match)
        return start + 1;
    const count = (text) => (text === undefined ? 1 : Number(text));
    const hunk = {
        id: `${file.path}#${file.hunks.length + 1}`,
        oldStart: Number(match[1]),
        oldCount: count(match[2]),
        newStart: Number(match[3]),
        newCount: count(match[4]),
        section: (match[5] ?? "").trim(),
        lines: [],
    };
    let oldLine = hunk.oldStart;
    let newLine = hunk.newStart;
    const oldEnd = hunk.oldStart + hunk.oldCount;
    const newEnd = hunk.newStart + hunk.newCount;
    let at = start + 1;
    while (at < lines.length && (oldLine < oldEnd || newLine < newEnd || lines[at]?.startsWith("\\"))) {
        const line = lines[at] ?? "";
        const text = line.slice(1);
        if (line.startsWith("\\")) {
            const last = hunk.lines.at(-1);
            if (last)
                last.noNewline = true;
        }
        else if (line.startsWith("+")) {
            hunk.lines.push({ kind: "added", old: undefined, new: newLine, text, noNewline: false });
            newLine += 1;
        }
        else if (line.startsWith("-")) {
            hunk.lines.push({ kind: "deleted", old: oldLine, new: undefined, text, noNewline: false });
            oldLine += 1;
        }
        else {
            hunk.lines.push({ kind: "context", old: oldLine, new: newLine, text, noNewline: false });
            oldLine += 1;
            newLine += 1;
        }
        at += 1;
    }
    file.hunks.push(hunk);
    return at;
}
function sidePath(text) {
    const path = unquote(text.replace(/\t$/, ""));
    return path.replace(/^[ab]\//, "");
}
/** `diff --git a/x b/x`: only used when no `---`/`+++` or rename line says it better, so both paths are equal. */
function pathsOfHeader(line) {
    const rest = line.slice("diff --git ".length);
    if (rest.startsWith('"')) {
        const end = endOfQuoted(rest);
        return [sidePath(rest.slice(0, end)), sidePath(rest.slice(end + 1))];
    }
    const middle = (rest.length - 1) / 2;
    if (Number.isInteger(middle) && rest[middle] === " ")
        return [sidePath(rest.slice(0, middle)), sidePath(rest.slice(middle + 1))];
    const split = rest.indexOf(" b/");
    return split < 0 ? [rest, rest] : [sidePath(rest.slice(0, split)), sidePath(rest.slice(split + 1))];
}
function endOfQuoted(text) {
    for (let at = 1; at < text.length; at += 1) {
        if (text[at] === "\\")
            at += 1;
        else if (text[at] === '"')
            return at + 1;
    }
    return text.length;
}
const ESCAPES = {
    a: 7,
    b: 8,
    t: 9,
    n: 10,
    v: 11,
    f: 12,
    r: 13,
    '"': 34,
    "\\": 92,
};
/** Undoes git's C-style quoting of unusual paths. */
function unquote(text) {
    if (!text.startsWith('"') || !text.endsWith('"'))
        return text;
    const inner = text.slice(1, -1);
    const bytes = [];
    for (let at = 0; at < inner.length; at += 1) {
        const character = inner[at] ?? "";
        if (character !== "\\") {
            bytes.push(...new TextEncoder().encode(String.fromCodePoint(inner.codePointAt(at) ?? 0)));
            if ((inner.codePointAt(at) ?? 0) > 0xffff)
                at += 1;
            continue;
        }
        const octal = /^[0-7]{3}/.exec(inner.slice(at + 1))?.[0];
        if (octal) {
            bytes.push(Number.parseInt(octal, 8));
            at += 3;
        }
        else {
            at += 1;
            bytes.push(ESCAPES[inner[at] ?? ""] ?? 63);
        }
    }
    return new TextDecoder().decode(new Uint8Array(bytes));
}
/** Lines added and deleted in a file. */
function changedLines(file) {
    let added = 0;
    let deleted = 0;
    for (const hunk of file.hunks) {
        for (const line of hunk.lines) {
            if (line.kind === "added")
                added += 1;
            if (line.kind === "deleted")
                deleted += 1;
        }
    }
    return { added, deleted };
}


/***/ }),

/***/ 39813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HA: () => (/* binding */ ImplementOutput),
/* harmony export */   T6: () => (/* binding */ FeedbackOutput),
/* harmony export */   i1: () => (/* binding */ ConflictOutput),
/* harmony export */   uU: () => (/* binding */ ReviewOutput)
/* harmony export */ });
/* unused harmony exports Severity, Finding, ThreadCheck, CriterionCheck */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42047);
/** Findings of a review, as the model hands them in and as the host anchors them. */

const Severity = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["blocker", "major", "minor", "nit"]);
const Finding = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    path: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).max(500).describe("File of the finding"),
    side: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["RIGHT", "LEFT"]).default("RIGHT").describe("RIGHT for the new text, LEFT for deleted lines"),
    quote: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .min(1)
        .max(2_000)
        .describe("1 to 6 lines copied verbatim from the diff, without the + or - sign"),
    severity: Severity,
    category: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .min(1)
        .max(40)
        .describe("security, correctness, data, tests, requirement, performance, clarity"),
    title: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(3).max(160),
    why: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(3).max(1_200).describe("What is wrong and since which changed line"),
    scenario: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(800).default("").describe("Input or state, then the wrong outcome"),
    suggestion: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .max(2_000)
        .optional()
        .describe("Exact replacement of the quoted lines, only when it fixes all of it"),
});
const ThreadCheck = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    thread: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).max(100).describe("Id of the thread, as given"),
    state: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["fixed", "open", "withdrawn"]),
    reply: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(800).default(""),
});
const CriterionCheck = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    criterion: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).max(400),
    state: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["met", "unmet", "human"]),
    evidence: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(800).default(""),
});
/** What the review agent hands in. */
const ReviewOutput = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    findings: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(Finding).max(60),
    threads: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(ThreadCheck).max(100).default([]),
    criteria: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(CriterionCheck).max(24).default([]),
});
/** What the code agent hands in, by mode. */
const ImplementOutput = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    pull: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ title: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(3).max(120), body: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(8_000) }),
    criteria: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ criterion: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).max(400), evidence: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(800) }))
        .max(24)
        .default([]),
});
const FeedbackOutput = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    answers: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        thread: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).max(100).describe("Id of the thread, as given"),
        action: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["fixed", "disputed"]),
        reply: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).max(2_000),
    }))
        .max(100)
        .default([]),
});
const ConflictOutput = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ notes: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).max(4_000) });


/***/ }),

/***/ 25772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pi: () => (/* binding */ Outcome),
/* harmony export */   of: () => (/* binding */ Evidence)
/* harmony export */ });
/* unused harmony export CommandResult */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(42047);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64377);
/* harmony import */ var _feature_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19410);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39813);
/* harmony import */ var _state_block_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44917);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67185);
/** What an agent job leaves behind, and what a verify job saw. Written by the job that ran the model: data, never trusted. */





const common = {
    v: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz(1),
    order: zod__WEBPACK_IMPORTED_MODULE_4__/* .uuid */ .uRe(),
    status: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(["done", "nothing_to_do", "failed", "blocked", "deferred", "cancelled"]),
    /** Typed stop of the agent loop. */
    cause: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().max(40),
    /** One sentence for people. */
    message: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().max(4_000),
    summary: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().max(4_000),
    blockers: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().max(60), detail: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().max(2_000) })).max(20),
    sandbox: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().max(200),
    cost: _state_block_js__WEBPACK_IMPORTED_MODULE_2__/* .RunCost */ .h$,
    resumeAfter: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$().optional(),
    /** Tree that the patch applies to. */
    from: _words_js__WEBPACK_IMPORTED_MODULE_3__/* .Sha */ .$R,
    /** False: nothing was changed. */
    patch: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY(),
};
const Outcome = zod__WEBPACK_IMPORTED_MODULE_4__/* .discriminatedUnion */ .gMt("mode", [
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...common, mode: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz("plan"), output: _feature_js__WEBPACK_IMPORTED_MODULE_0__/* .Plan */ .cw.optional() }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...common, mode: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz("implement"), output: _finding_js__WEBPACK_IMPORTED_MODULE_1__/* .ImplementOutput */ .HA.optional() }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...common, mode: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz("feedback"), output: _finding_js__WEBPACK_IMPORTED_MODULE_1__/* .FeedbackOutput */ .T6.optional() }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...common, mode: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz("conflict"), output: _finding_js__WEBPACK_IMPORTED_MODULE_1__/* .ConflictOutput */ .i1.optional() }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        ...common,
        mode: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz("review"),
        output: _finding_js__WEBPACK_IMPORTED_MODULE_1__/* .ReviewOutput */ .uU.optional(),
        /** Hunks that no model read, by a named reason; any of them forbids approval. */
        deferred: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ path: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().max(500), hunk: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().max(80), why: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().max(200) }))
            .max(2_000)
            .default([]),
    }),
]);
const CommandResult = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    command: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().max(2_000),
    exitCode: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().nullable(),
    ms: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().nonnegative(),
    /** Last lines of the output of a command that failed. */
    tail: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().max(4_000),
});
/** Verification of exactly one merge: set-up and verify commands on the base with the change applied. */
const Evidence = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    v: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz(1),
    order: zod__WEBPACK_IMPORTED_MODULE_4__/* .uuid */ .uRe(),
    passed: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY(),
    base: _words_js__WEBPACK_IMPORTED_MODULE_3__/* .Sha */ .$R,
    /** Tree that the commands ran on. */
    tree: _words_js__WEBPACK_IMPORTED_MODULE_3__/* .Sha */ .$R,
    sandbox: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().max(200),
    commands: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(CommandResult).max(40),
    /** Why it could not run, when it could not. */
    problem: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().max(2_000).default(""),
});


/***/ }),

/***/ 61798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pe: () => (/* binding */ parseWorkOrder),
/* harmony export */   TA: () => (/* binding */ WORK_ORDER_LIMIT),
/* harmony export */   qm: () => (/* binding */ WorkOrder)
/* harmony export */ });
/* unused harmony export WorkMode */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42047);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64377);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(37428);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49285);
/* harmony import */ var _message_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5295);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67185);
/** What a gate decided that a run shall do: the only thing the later jobs of that run trust. At most 16 KB as JSON. */




const WORK_ORDER_LIMIT = 16_384;
const WorkMode = zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(["plan", "track", "implement", "feedback", "conflict", "verify", "review"]);
const WorkOrder = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    v: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(1),
    id: zod__WEBPACK_IMPORTED_MODULE_3__/* .uuid */ .uRe(),
    repository: _words_js__WEBPACK_IMPORTED_MODULE_2__/* .RepositoryName */ .Ae,
    mode: WorkMode,
    /** `by` authorised it; the gate has just asked GitHub whether that person may. */
    requirement: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        number: _words_js__WEBPACK_IMPORTED_MODULE_2__/* .IssueNumber */ .rd,
        textHash: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().length(64),
        by: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().min(1).max(100),
    }),
    feature: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ number: _words_js__WEBPACK_IMPORTED_MODULE_2__/* .IssueNumber */ .rd, key: _words_js__WEBPACK_IMPORTED_MODULE_2__/* .FeatureKey */ .m, title: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().max(300) }).optional(),
    pull: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ number: _words_js__WEBPACK_IMPORTED_MODULE_2__/* .IssueNumber */ .rd, head: _words_js__WEBPACK_IMPORTED_MODULE_2__/* .Sha */ .$R }).optional(),
    /** Branch of the feature; absent in plan mode. */
    branch: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().max(200).optional(),
    base: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ branch: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().max(200), head: _words_js__WEBPACK_IMPORTED_MODULE_2__/* .Sha */ .$R }),
    round: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().nonnegative(),
    /** Which jobs run. */
    needs: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ agent: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(), verify: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY() }),
    model: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().max(120),
    limits: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        turns: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().positive(),
        minutes: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().positive(),
        usd: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().positive(),
    }),
    /** Date of the commits that this run makes, ISO 8601: the same order makes the same commit. */
    date: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
    thread: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ correlationId: zod__WEBPACK_IMPORTED_MODULE_3__/* .uuid */ .uRe(), hops: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().min(0).max(_message_js__WEBPACK_IMPORTED_MODULE_1__/* .HOP_LIMIT */ .Ix) }),
});
/** Throws WORK_ORDER_INVALID; an empty or cut order fails closed. */
function parseWorkOrder(text) {
    const fail = (why) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NightshiftError */ .nc("WORK_ORDER_INVALID", `The work order cannot be used: ${why}`);
    if (text.trim() === "")
        throw fail("it is empty; the gate of this run gave none");
    if (text.length > WORK_ORDER_LIMIT)
        throw fail(`it has ${text.length} characters, more than ${WORK_ORDER_LIMIT}`);
    let raw;
    try {
        raw = JSON.parse(text);
    }
    catch {
        throw fail("it is not JSON");
    }
    const result = WorkOrder.safeParse(raw);
    if (!result.success)
        throw fail(zod__WEBPACK_IMPORTED_MODULE_5__/* .prettifyError */ .S1(result.error));
    return result.data;
}


/***/ }),

/***/ 89644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ pastPending),
/* harmony export */   p: () => (/* binding */ openReview)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42047);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40345);
/* harmony import */ var _queries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13519);
/** Posts reviews past one that a run left pending when it was killed between opening and submitting: GitHub allows one for each author. */



const Opened = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    addPullRequestReview: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ pullRequestReview: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }) }),
});
const Pending = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    node: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        reviews: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ nodes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), viewerDidAuthor: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY() })) }),
    }),
});
/** Node id of a new review that is not yet visible; answers to threads ride in it. */
async function openReview(github, review) {
    const answer = await pastPending(github, review.pull, () => github.graphql(_queries_js__WEBPACK_IMPORTED_MODULE_2__/* .OPEN_REVIEW */ .mR, { ...review }));
    return Opened.parse(answer).addPullRequestReview.pullRequestReview.id;
}
/** Does `post`; when a pending review of our own on the pull request (its node id) is in the way, deletes it and posts again. */
async function pastPending(github, pull, post) {
    try {
        return await post();
    }
    catch (error) {
        if (!(error instanceof _client_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubRefusal */ .k && /one pending review/i.test(error.message)))
            throw error;
        const pending = Pending.parse(await github.graphql(_queries_js__WEBPACK_IMPORTED_MODULE_2__/* .PENDING_REVIEWS */ .ud, { pull }));
        for (const { id } of pending.node.reviews.nodes.filter((left) => left.viewerDidAuthor))
            await github.graphql(_queries_js__WEBPACK_IMPORTED_MODULE_2__/* .DELETE_REVIEW */ .Jd, { review: id });
        return post();
    }
}


/***/ }),

/***/ 93112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ connectModel)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49285);
/** Connects a model by its name, `provider:model`; each provider's SDK is loaded only when it is used. */

/**
 * Connects a model; no request is made yet.
 * @throws NightshiftError INPUT_INVALID for an unknown provider, a missing key or an unsafe base url
 */
async function connectModel(options) {
    const { provider, model } = parseModelName(options.model);
    const baseUrl = options.baseUrl ? checkBaseUrl(options.baseUrl) : undefined;
    if (provider !== "anthropic") {
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NightshiftError */ .nc("INPUT_INVALID", `model "${options.model}": provider "${provider}" is not supported by this version; use "anthropic:<model id>".`);
    }
    if (!options.apiKey) {
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NightshiftError */ .nc("INPUT_INVALID", `model "${options.model}" needs an API key; set the key of the provider "anthropic".`);
    }
    const { connectAnthropic } = await Promise.all(/* import() */[__webpack_require__.e(766), __webpack_require__.e(646)]).then(__webpack_require__.bind(__webpack_require__, 31646));
    return connectAnthropic({ ...options, apiKey: options.apiKey, model, baseUrl });
}
function parseModelName(name) {
    const match = /^([a-z]+):([A-Za-z0-9][A-Za-z0-9._/-]*)$/.exec(name);
    const [, provider, model] = match ?? [];
    if (provider && model)
        return { provider, model };
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NightshiftError */ .nc("INPUT_INVALID", `model "${name}" must look like "anthropic:<model id>".`);
}
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);
function checkBaseUrl(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const safe = url && (url.protocol === "https:" || (url.protocol === "http:" && LOOPBACK.has(url.hostname)));
    if (safe && !url.username && !url.password)
        return text.replace(/\/+$/, "");
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NightshiftError */ .nc("INPUT_INVALID", "The model's base url must be an https address, or http on localhost, without user or password in it: the API key is sent there.");
}


/***/ }),

/***/ 79905:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ findFacts)
/* harmony export */ });
/* unused harmony export MODEL_FACTS */
const MILLION = 1_000_000;
const ALL_EFFORTS = ["low", "medium", "high", "xhigh", "max"];
const CLAUDE = { window: MILLION, maxOutput: 128_000, adaptiveThinking: true, efforts: ALL_EFFORTS };
/** Anthropic's usual ratios: a 5 minute write costs 1.25 times the input, a 1 hour write twice, a read a tenth. */
function anthropicTier(input, output, given = {}) {
    return {
        upToPromptTokens: null,
        input,
        output,
        cacheRead: input / 10,
        cacheWrite5m: input * 1.25,
        cacheWrite1h: input * 2,
        ...given,
    };
}
function always(...tiers) {
    return [{ from: null, until: null, tiers }];
}
const MODEL_FACTS = [
    {
        id: "anthropic:claude-sonnet-5-5",
        ...CLAUDE,
        prices: [
            { from: null, until: "2026-10-07", tiers: [anthropicTier(2, 10)] },
            { from: "2026-10-07", until: null, tiers: [anthropicTier(2, 10, { cacheRead: 0.1 })] },
        ],
    },
    { id: "anthropic:claude-opus-5-5", ...CLAUDE, prices: always(anthropicTier(4, 20)) },
    { id: "anthropic:claude-fable-5-1", ...CLAUDE, prices: always(anthropicTier(10, 50)) },
    {
        id: "anthropic:claude-haiku-5-5",
        ...CLAUDE,
        prices: always(anthropicTier(0.1, 0.5, { upToPromptTokens: 100_000 }), anthropicTier(0.5, 2.5)),
    },
];
/** Facts of a model, or undefined when nobody has written them down yet. */
function findFacts(id) {
    return MODEL_FACTS.find((facts) => facts.id === id);
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
