export const id = 1334;
export const ids = [1334,9151];
export const modules = {

/***/ 39922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F_: () => (/* binding */ CodeInputs),
/* harmony export */   Jm: () => (/* binding */ needSecret),
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   Tr: () => (/* binding */ refuseSecret),
/* harmony export */   YD: () => (/* binding */ keysOf),
/* harmony export */   hi: () => (/* binding */ refuseKeys),
/* harmony export */   ic: () => (/* binding */ ReviewInputs),
/* harmony export */   me: () => (/* binding */ rawInputs),
/* harmony export */   tD: () => (/* binding */ needKeyFor),
/* harmony export */   wW: () => (/* binding */ MergeInputs)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(37428);
/* harmony import */ var _domain_config_override_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54301);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49285);
/* harmony import */ var _domain_provider_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76231);
/** The inputs of the three actions. Keys are the ids in action.yml; an architecture test holds both together. */




const token = zod__WEBPACK_IMPORTED_MODULE_3__.string()
    .default("")
    .describe("GITHUB_TOKEN of the job, or an installation token of a GitHub App");
const workOrder = zod__WEBPACK_IMPORTED_MODULE_3__.string().default("").describe("Output work_order of the gate");
const sandbox = zod__WEBPACK_IMPORTED_MODULE_3__["enum"](["", "required", "no-exec", "off"], { error: 'expected "required", "no-exec" or "off"' })
    .default("")
    .transform((value) => (value === "" ? "required" : value))
    .describe("required (default): commands run isolated or nothing runs; no-exec: where they cannot be isolated, the agents work without commands; off: commands of the model run unprotected");
const keyOf = (vendor) => zod__WEBPACK_IMPORTED_MODULE_3__.string().default("").describe(`Key for the models of ${vendor}; only for phase agent`);
const apiKeys = {
    anthropic_api_key: keyOf("Anthropic"),
    openai_api_key: keyOf("OpenAI"),
    gemini_api_key: keyOf("Google"),
};
const baseUrl = zod__WEBPACK_IMPORTED_MODULE_3__.string()
    .default("")
    .describe("Another address that speaks the provider's API, or provider=address for each; https, or http on loopback");
const model = _domain_config_override_js__WEBPACK_IMPORTED_MODULE_0__/* .ModelOverride */ .a5.describe("provider:model of every agent, or several with commas, in place of the configuration's; only for phase gate");
const maxUsd = _domain_config_override_js__WEBPACK_IMPORTED_MODULE_0__/* .UsdOverride */ .v4.describe("Most US dollars for a requirement; can only lower what the configuration allows");
const unsafeSingleJob = zod__WEBPACK_IMPORTED_MODULE_3__["enum"](["", "true", "false"], { error: 'expected "true" or "false"' })
    .default("")
    .transform((value) => value === "true")
    .describe("true lets a public repository use phase all, where a write token is in the job while the model runs");
const CodeInputs = zod__WEBPACK_IMPORTED_MODULE_3__.strictObject({
    phase: zod__WEBPACK_IMPORTED_MODULE_3__["enum"](["gate", "fetch", "agent", "verify", "apply", "all"], {
        error: "expected gate, fetch, agent, verify, apply or all",
    }),
    github_token: token,
    work_order: workOrder,
    evidence: zod__WEBPACK_IMPORTED_MODULE_3__.string().default("").describe("Output evidence of phase verify; only for phase apply"),
    ...apiKeys,
    base_url: baseUrl,
    sandbox,
    model,
    max_usd: maxUsd,
    unsafe_single_job: unsafeSingleJob,
});
const ReviewInputs = zod__WEBPACK_IMPORTED_MODULE_3__.strictObject({
    phase: zod__WEBPACK_IMPORTED_MODULE_3__["enum"](["gate", "fetch", "agent", "apply", "all"], {
        error: "expected gate, fetch, agent, apply or all",
    }),
    github_token: token,
    work_order: workOrder,
    ...apiKeys,
    base_url: baseUrl,
    sandbox,
    model,
    max_usd: maxUsd,
    unsafe_single_job: unsafeSingleJob,
});
const MergeInputs = zod__WEBPACK_IMPORTED_MODULE_3__.strictObject({
    phase: zod__WEBPACK_IMPORTED_MODULE_3__["enum"](["tick", "ring"], { error: "expected tick or ring" }),
    github_token: token,
    max_usd: maxUsd,
});
/** Reads every input at once, so that one failed run shows every mistake. Throws INPUT_INVALID. */
function readInputs(schema, env) {
    const result = schema.safeParse(rawInputs(schema, env));
    if (result.success)
        return result.data;
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("INPUT_INVALID", `The action's inputs are wrong: ${zod__WEBPACK_IMPORTED_MODULE_4__/* .prettifyError */ .S1(result.error)}`);
}
/** The keys by provider; empty where none is set. */
function keysOf(inputs) {
    const { anthropic_api_key: anthropic, openai_api_key: openai, gemini_api_key: gemini } = inputs;
    return { anthropic, openai, gemini };
}
/** No phase but the agent's may see a key of any model. */
function refuseKeys(inputs, phase) {
    for (const [provider, key] of Object.entries(keysOf(inputs)))
        refuseSecret(`${provider}_api_key`, key, phase);
}
/** The preferred model must have its key; the others are left out without one. */
function needKeyFor(models, inputs) {
    const [provider] = (0,_domain_provider_js__WEBPACK_IMPORTED_MODULE_2__/* .providersOf */ .Ou)(models);
    if (provider)
        needSecret(`${provider}_api_key`, keysOf(inputs)[provider], "agent");
}
/** The texts of the inputs as they were given; empty where one was not. */
function rawInputs(schema, env) {
    return Object.fromEntries(Object.keys(schema.shape).map((name) => [name, env[`INPUT_${name.toUpperCase()}`] ?? ""]));
}
/** A secret where it has no business means a workflow was put together wrongly: stop before anything can leak it. */
function refuseSecret(name, value, phase) {
    if (value !== "")
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("INPUT_INVALID", `Input ${name} must not be given to phase ${phase}; remove it from that step.`);
}
function needSecret(name, value, phase) {
    if (value === "")
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("INPUT_INVALID", `Input ${name} is empty; phase ${phase} needs it. Is the secret set in this repository, and does the workflow pass it on?`);
}


/***/ }),

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

/***/ 54301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X6: () => (/* binding */ overrideConfig),
/* harmony export */   a5: () => (/* binding */ ModelOverride),
/* harmony export */   v4: () => (/* binding */ UsdOverride)
/* harmony export */ });
/* unused harmony export NO_OVERRIDE */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88343);
/* harmony import */ var _provider_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76231);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67185);
/** What a repository's variables may change without a commit: the model, and less money. */



const NO_OVERRIDE = { model: undefined, maxUsd: undefined };
const empty = zod__WEBPACK_IMPORTED_MODULE_2__.literal("").transform(() => undefined);
/** The texts of the action's inputs; empty is absent. */
const ModelOverride = zod__WEBPACK_IMPORTED_MODULE_2__.union([empty, zod__WEBPACK_IMPORTED_MODULE_2__.string().transform(namesIn).pipe(_provider_js__WEBPACK_IMPORTED_MODULE_0__/* .ModelList */ .w6)], {
    error: "expected provider:model, such as anthropic:claude-sonnet-5-5, or several with commas between them",
});
const UsdOverride = zod__WEBPACK_IMPORTED_MODULE_2__.union([
    empty,
    zod__WEBPACK_IMPORTED_MODULE_2__.string()
        .regex(/^(?![0.]+$)\d{1,6}(\.\d{1,4})?$/)
        .transform(Number)
        .pipe(_words_js__WEBPACK_IMPORTED_MODULE_1__/* .UsDollars */ .qi),
], { error: "expected an amount of US dollars above 0, such as 2.50" });
/** The names in `anthropic:a, openai:b`. */
function namesIn(text) {
    return text.split(/[\s,]+/).filter((name) => name !== "");
}
/** Money only ever becomes less. */
function overrideConfig(config, { model, maxUsd = Number.POSITIVE_INFINITY }) {
    const named = model === undefined ? {} : { model };
    const limited = (agent) => ({
        ...agent,
        ...named,
        max_usd: Math.min(agent.max_usd, maxUsd),
    });
    return {
        ...config,
        ...named,
        code: limited(config.code),
        review: limited(config.review),
        budget: {
            ...config.budget,
            feature_usd: Math.min(config.budget.feature_usd, maxUsd),
            requirement_usd: Math.min(config.budget.requirement_usd, maxUsd),
        },
    };
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

/***/ 5295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ix: () => (/* binding */ HOP_LIMIT),
/* harmony export */   SB: () => (/* binding */ composeMessage),
/* harmony export */   vY: () => (/* binding */ parseMessage)
/* harmony export */ });
/* unused harmony exports Party, ENVELOPE_LIMIT, MESSAGE_TYPES, ALIASES, Message */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64377);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(37428);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49285);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67185);
/** Every message that the agents exchange: doorbells, never facts. A new type is one more row here and one in route.ts. */



const Party = zod__WEBPACK_IMPORTED_MODULE_2__["enum"](["person", "coder", "reviewer", "repo_manager"]);
/** A chain of messages longer than this is a loop: one label, one comment, no further message. Restarts with every feature. */
const HOP_LIMIT = 40;
/** Largest envelope we send or read, in characters; GitHub's own limit for a client_payload is 65,535. */
const ENVELOPE_LIMIT = 8_192;
const atPull = zod__WEBPACK_IMPORTED_MODULE_2__.strictObject({ pull: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .IssueNumber */ .rd, head: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .Sha */ .$R });
const PAYLOADS = {
    start_project: zod__WEBPACK_IMPORTED_MODULE_2__.strictObject({ issue: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .IssueNumber */ .rd }),
    human_acted: zod__WEBPACK_IMPORTED_MODULE_2__.strictObject({
        issue: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .IssueNumber */ .rd.optional(),
        pull: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .IssueNumber */ .rd.optional(),
        comment: zod__WEBPACK_IMPORTED_MODULE_2__.int().positive().optional(),
    }),
    continue_next_feature: zod__WEBPACK_IMPORTED_MODULE_2__.strictObject({ issue: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .IssueNumber */ .rd, feature: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .IssueNumber */ .rd }),
    pr_created: atPull,
    new_commits_pushed: atPull,
    verify_requested: zod__WEBPACK_IMPORTED_MODULE_2__.strictObject({ pull: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .IssueNumber */ .rd, head: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .Sha */ .$R, base: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .Sha */ .$R }),
    review_comments_posted: zod__WEBPACK_IMPORTED_MODULE_2__.strictObject({ pull: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .IssueNumber */ .rd, head: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .Sha */ .$R, round: zod__WEBPACK_IMPORTED_MODULE_2__.int().nonnegative() }),
    review_comments_received: atPull,
    review_approved: atPull,
    pr_merged: zod__WEBPACK_IMPORTED_MODULE_2__.strictObject({ pull: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .IssueNumber */ .rd, sha: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .Sha */ .$R }),
    all_features_complete: zod__WEBPACK_IMPORTED_MODULE_2__.strictObject({ issue: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .IssueNumber */ .rd }),
};
const MESSAGE_TYPES = Object.keys(PAYLOADS).filter((name) => name in PAYLOADS);
/** Older spellings of a type; read, never written. */
const ALIASES = {
    commits_pushed: "new_commits_pushed",
    changes_requested: "review_comments_posted",
};
const envelope = (type) => zod__WEBPACK_IMPORTED_MODULE_2__.strictObject({
    id: zod__WEBPACK_IMPORTED_MODULE_2__.uuid(),
    timestamp: zod__WEBPACK_IMPORTED_MODULE_3__.datetime(),
    from: Party,
    to: Party,
    type: zod__WEBPACK_IMPORTED_MODULE_2__.literal(type),
    payload: PAYLOADS[type],
    correlationId: zod__WEBPACK_IMPORTED_MODULE_2__.uuid(),
    hops: zod__WEBPACK_IMPORTED_MODULE_2__.int().min(0).max(HOP_LIMIT),
});
const Message = zod__WEBPACK_IMPORTED_MODULE_2__.discriminatedUnion("type", [
    envelope("start_project"),
    envelope("human_acted"),
    envelope("continue_next_feature"),
    envelope("pr_created"),
    envelope("new_commits_pushed"),
    envelope("verify_requested"),
    envelope("review_comments_posted"),
    envelope("review_comments_received"),
    envelope("review_approved"),
    envelope("pr_merged"),
    envelope("all_features_complete"),
]);
/** The only door through which an outside payload becomes a `Message`. Throws MESSAGE_MALFORMED; nothing has happened then. */
function parseMessage(raw) {
    const size = JSON.stringify(raw ?? null).length;
    if (size > ENVELOPE_LIMIT) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NightshiftError */ .nc("MESSAGE_MALFORMED", `The message has ${size} characters; at most ${ENVELOPE_LIMIT} are read.`);
    }
    const result = Message.safeParse(withoutAlias(raw));
    if (result.success)
        return result.data;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NightshiftError */ .nc("MESSAGE_MALFORMED", `Not a Nightshift message: ${zod__WEBPACK_IMPORTED_MODULE_4__/* .prettifyError */ .S1(result.error)}`);
}
function withoutAlias(raw) {
    if (typeof raw !== "object" || raw === null || !("type" in raw) || typeof raw.type !== "string")
        return raw;
    return Object.hasOwn(ALIASES, raw.type) ? { ...raw, type: ALIASES[raw.type] } : raw;
}
/**
 * A new message in a conversation. `hops` restarts at `continue_next_feature`, so that a long project is no loop; it stays at
 * the limit, where every gate refuses it.
 */
function composeMessage(draft, thread, edge) {
    const restarts = draft.type === "continue_next_feature" || thread === undefined;
    return parseMessage({
        id: edge.id(),
        timestamp: edge.now().toISOString(),
        ...draft,
        correlationId: thread?.correlationId ?? edge.id(),
        hops: restarts ? 0 : Math.min(thread.hops + 1, HOP_LIMIT),
    });
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

/***/ 67185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $R: () => (/* binding */ Sha),
/* harmony export */   Ae: () => (/* binding */ RepositoryName),
/* harmony export */   aX: () => (/* binding */ ACTIONS_BOT),
/* harmony export */   h0: () => (/* binding */ short),
/* harmony export */   m: () => (/* binding */ FeatureKey),
/* harmony export */   qi: () => (/* binding */ UsDollars),
/* harmony export */   qu: () => (/* binding */ DEFAULT_LABEL_PREFIX),
/* harmony export */   rd: () => (/* binding */ IssueNumber),
/* harmony export */   tF: () => (/* binding */ CONFIG_PATH)
/* harmony export */ });
/* unused harmony export AgentName */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88343);
/** The small vocabulary that every other schema is built from. */

/** A full git object id. */
const Sha = zod__WEBPACK_IMPORTED_MODULE_0__.string().regex(/^[0-9a-f]{40}$/, "expected 40 hexadecimal digits");
/** `owner/name` */
const RepositoryName = zod__WEBPACK_IMPORTED_MODULE_0__.string().regex(/^[\w.-]+\/[\w.-]+$/, "expected owner/name");
/** Number of an issue or a pull request. */
const IssueNumber = zod__WEBPACK_IMPORTED_MODULE_0__.int().positive();
/** A feature's name within its requirement: stable over replans, part of its branch. */
const FeatureKey = zod__WEBPACK_IMPORTED_MODULE_0__.string()
    .max(40)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected a slug such as log-in");
const AgentName = zod__WEBPACK_IMPORTED_MODULE_0__["enum"](["code", "review", "merge"]);
/** Where a repository keeps its settings, on its default branch. */
const CONFIG_PATH = ".github/nightshift.yml";
/** Label of a requirement, and prefix of every other label, unless the settings say otherwise. */
const DEFAULT_LABEL_PREFIX = "nightshift";
const UsDollars = zod__WEBPACK_IMPORTED_MODULE_0__.number().positive().max(10_000);
/** The login under which a GITHUB_TOKEN acts (docs: actions/concepts/security/github_token). */
const ACTIONS_BOT = "github-actions[bot]";
/** First seven digits, as people write them. */
function short(sha) {
    return sha.slice(0, 7);
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
