export const id = 4480;
export const ids = [4480,9151,345];
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41514);
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

/***/ 65781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ readRing),
/* harmony export */   v: () => (/* binding */ issueOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41514);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(37428);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49285);
/* harmony import */ var _domain_message_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5295);
/* harmony import */ var _domain_route_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13645);
/** From the event that started a run to the place where the agent looks. Nothing here is believed. */




/** The issue that somebody spoke to, if that is what woke the manager. */
function issueOf(ring) {
    return ring?.bell.kind === "manager" ? ring.bell.issue : undefined;
}
const Dispatch = zod__WEBPACK_IMPORTED_MODULE_3__.object({ action: zod__WEBPACK_IMPORTED_MODULE_3__.string(), client_payload: zod__WEBPACK_IMPORTED_MODULE_3__.object({ message: zod__WEBPACK_IMPORTED_MODULE_3__.unknown() }) });
const Labeled = zod__WEBPACK_IMPORTED_MODULE_3__.object({ action: zod__WEBPACK_IMPORTED_MODULE_3__.literal("labeled"), issue: zod__WEBPACK_IMPORTED_MODULE_3__.object({ number: zod__WEBPACK_IMPORTED_MODULE_3__.int().positive() }) });
const Numeral = zod__WEBPACK_IMPORTED_MODULE_3__.string().regex(/^\d{0,10}$/);
const Hash = zod__WEBPACK_IMPORTED_MODULE_3__.string().regex(/^([0-9a-f]{40})?$/);
/** Inputs of our workflows, filled in by a person, or by the manager that the clock woke. */
const Manual = zod__WEBPACK_IMPORTED_MODULE_3__.object({
    inputs: zod__WEBPACK_IMPORTED_MODULE_3__.object({
        requirement: zod__WEBPACK_IMPORTED_MODULE_3__.string(),
        issue: Numeral,
        feature: Numeral,
        pull: Numeral,
        head: Hash,
        base: Hash,
    })
        .partial()
        .nullable()
        .default(null),
    sender: zod__WEBPACK_IMPORTED_MODULE_3__.object({ type: zod__WEBPACK_IMPORTED_MODULE_3__.string() }).partial().default({}),
});
/** Throws MESSAGE_MALFORMED for an event that is not one of ours; a message for somebody else is idle. */
function readRing(agent, eventName, event) {
    if (eventName === "repository_dispatch") {
        const dispatch = read(Dispatch, event);
        const message = (0,_domain_message_js__WEBPACK_IMPORTED_MODULE_1__/* .parseMessage */ .vY)(dispatch.client_payload.message);
        return {
            bell: bellOf(agent, dispatch.action, message),
            thread: { correlationId: message.correlationId, hops: message.hops },
        };
    }
    if (agent === "merge")
        return { bell: { kind: "manager" }, thread: undefined };
    if (eventName === "issues" && agent === "code") {
        const labeled = Labeled.safeParse(event);
        return {
            bell: labeled.success
                ? { kind: "issue", number: labeled.data.issue.number }
                : idle("The issue event is not a label."),
            thread: undefined,
        };
    }
    if (eventName === "workflow_dispatch")
        return { bell: manualBell(agent, event), thread: undefined };
    return { bell: idle(`${eventName} asks for nothing here.`), thread: undefined };
}
function read(schema, event) {
    const result = schema.safeParse(event);
    if (result.success)
        return result.data;
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NightshiftError */ .nc("MESSAGE_MALFORMED", `Not an event that we read: ${zod__WEBPACK_IMPORTED_MODULE_4__/* .prettifyError */ .S1(result.error)}`);
}
function manualBell(agent, event) {
    const { inputs, sender } = read(Manual, event);
    const { requirement = "", issue = "", feature = "", pull = "", head = "", base = "" } = inputs ?? {};
    if (pull !== "") {
        if (head === "")
            return idle("A pull request is named by its number and its head.");
        const at = { pull: Number(pull), head };
        return agent === "code" && base !== "" ? { kind: "verify", ...at, base } : { kind: "pull", ...at };
    }
    if (agent === "review")
        return idle("No pull request was given.");
    if (issue !== "" && feature !== "")
        return { kind: "feature", issue: Number(issue), feature: Number(feature) };
    if (issue !== "")
        return { kind: "issue", number: Number(issue) };
    if (requirement.trim() === "")
        return idle("Neither a requirement nor an issue was given.");
    return sender.type === "Bot"
        ? idle("Only a person hands in a requirement.")
        : { kind: "text", text: requirement };
}
function bellOf(agent, eventType, message) {
    const route = _domain_route_js__WEBPACK_IMPORTED_MODULE_2__/* .ROUTES */ .b[message.type];
    const expected = `nightshift-${agent}`;
    if (route.event !== expected || eventType !== expected)
        return idle(`${message.type} is not for this agent.`);
    if (!route.from.includes(message.from) || route.to !== message.to)
        return idle(`${message.type} does not go from ${message.from} to ${message.to}.`);
    switch (message.type) {
        case "start_project":
            return { kind: "issue", number: message.payload.issue };
        case "continue_next_feature":
            return { kind: "feature", issue: message.payload.issue, feature: message.payload.feature };
        case "verify_requested":
            return { kind: "verify", ...message.payload };
        case "pr_created":
        case "new_commits_pushed":
        case "review_comments_received":
            return { kind: "pull", ...message.payload };
        case "human_acted":
            return { kind: "manager", ...(message.payload.issue ? { issue: message.payload.issue } : {}) };
        default:
            return { kind: "manager" };
    }
}
function idle(why) {
    return { kind: "idle", why };
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41514);
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41514);
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41514);
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

/***/ 13645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ ROUTES),
/* harmony export */   j: () => (/* binding */ afterReview)
/* harmony export */ });
const ROUTES = {
    start_project: {
        from: ["person", "repo_manager"],
        to: "coder",
        event: "nightshift-code",
        why: "A requirement is authorised and has no plan yet.",
    },
    human_acted: {
        from: ["person", "coder"],
        to: "repo_manager",
        event: "nightshift-merge",
        why: "A person acted, or a feature turned out to be there already: observe again.",
    },
    continue_next_feature: {
        from: ["repo_manager", "coder"],
        to: "coder",
        event: "nightshift-code",
        why: "A slot is free and the feature is ready.",
    },
    pr_created: {
        from: ["coder"],
        to: "reviewer",
        event: "nightshift-review",
        why: "A new pull request wants its first review.",
    },
    new_commits_pushed: {
        from: ["coder", "repo_manager"],
        to: "reviewer",
        event: "nightshift-review",
        why: "A new head wants a review.",
    },
    verify_requested: {
        from: ["repo_manager"],
        to: "coder",
        event: "nightshift-code",
        why: "Exactly this merge is not yet verified.",
    },
    review_comments_posted: {
        from: ["reviewer", "coder"],
        to: "repo_manager",
        event: "nightshift-merge",
        why: "The round limit is reached or a person is needed.",
    },
    review_comments_received: {
        from: ["repo_manager", "reviewer", "coder"],
        to: "coder",
        event: "nightshift-code",
        why: "The head has open findings, red tests or a conflict.",
    },
    review_approved: {
        from: ["reviewer", "coder"],
        to: "repo_manager",
        event: "nightshift-merge",
        why: "The head may be ready to merge.",
    },
    pr_merged: { from: ["repo_manager"], to: "person", event: undefined, why: "Recorded and told." },
    all_features_complete: {
        from: ["repo_manager"],
        to: "person",
        event: undefined,
        why: "Recorded and told.",
    },
};
/** What the reviewer's verdict rings: the coder directly while rounds are left, else the manager. */
function afterReview(review) {
    if (review.verdict === "approved")
        return "review_approved";
    return review.verdict === "changes" && review.round < review.maxRounds
        ? "review_comments_received"
        : "review_comments_posted";
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41514);
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

/***/ 40345:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ GitHubRefusal),
  connectGitHub: () => (/* binding */ connectGitHub)
});

// EXTERNAL MODULE: ./node_modules/@actions/github/lib/github.js + 22 modules
var github = __webpack_require__(92413);
// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(49285);
;// CONCATENATED MODULE: ./lib/github/pace.js
/** Write pacing: a token bucket under GitHub's secondary limits (80 content-creating requests a minute, 500 an hour). */
const BURST = 40;
const PER_MINUTE = 60;
function createPace(options) {
    let tokens = BURST;
    let filled = options.now();
    return {
        async take() {
            if (options.off)
                return;
            const now = options.now();
            tokens = Math.min(BURST, tokens + ((now - filled) / 60_000) * PER_MINUTE);
            filled = now;
            tokens -= 1;
            if (tokens < 0)
                await options.sleep((-tokens / PER_MINUTE) * 60_000);
        },
    };
}

;// CONCATENATED MODULE: ./lib/github/client.js
/** The one connection to GitHub: REST and GraphQL through @actions/github, one retry policy, paced writes, counted requests. */



/** GitHub understood and said no: 4xx. */
class GitHubRefusal extends errors/* NightshiftError */.nc {
    status;
    constructor(status, message, options) {
        super("GITHUB_REFUSED", message, options);
        this.status = status;
    }
}
const TRIES = 4;
const LONGEST_WAIT = 60_000;
function connectGitHub(options) {
    const { repository, apiUrl, sleep = defaultSleep, random = Math.random, now = Date.now } = options;
    const [owner = "", name = ""] = repository.split("/");
    const octokit = (0,github/* getOctokit */.Q)(options.token, {
        baseUrl: apiUrl,
        ...(options.fetch ? { request: { fetch: options.fetch } } : {}),
    });
    const pace = createPace({ off: isLoopback(apiUrl), now, sleep });
    let sent = 0;
    async function attempt(what, repeat, write, send) {
        for (let tries = 1;; tries += 1) {
            if (write)
                await pace.take();
            sent += 1;
            try {
                return await send();
            }
            catch (error) {
                const failure = classify(what, error, now());
                const again = failure.retryAfter ??
                    (failure.kind === "unreachable" && repeat === "safe" ? backoff(tries, random) : undefined);
                if (again === undefined || tries >= TRIES || again > LONGEST_WAIT)
                    throw failure.error;
                await sleep(again);
            }
        }
    }
    return {
        repository,
        owner,
        name,
        requests: () => sent,
        async rest(route, parameters = {}, repeat) {
            const write = !route.startsWith("GET ");
            return attempt(route, repeat ?? (write ? "once" : "safe"), write, async () => {
                const response = await octokit.request(route, { owner, repo: name, ...parameters });
                return { status: response.status, data: response.data, headers: { ...response.headers } };
            });
        },
        async graphql(document, variables, repeat) {
            const write = document.startsWith("mutation");
            return attempt(document.slice(0, document.indexOf("(")), repeat ?? (write ? "once" : "safe"), write, () => octokit.graphql(document, variables));
        },
    };
}
/**
 * What an octokit error means. Rate limits are known by their headers or by GitHub's own words; GraphQL reports its limit with
 * status 200 (docs: rate-limits-for-the-rest-api, rate-limits-and-query-limits-for-the-graphql-api).
 */
function classify(what, thrown, now) {
    const status = numberIn(thrown, "status");
    const headers = headersOf(thrown);
    const refusal = status === undefined && thrown instanceof Error && thrown.name === "GraphqlResponseError";
    const told = headers["retry-after"] !== undefined || headers["x-ratelimit-remaining"] === "0";
    const worded = /\brate limit/i.test((0,errors/* messageOf */.bD)(thrown));
    if (status === 429 || (status === 403 && (told || worded)) || (refusal && worded)) {
        const retryAfter = waitOf(headers, now);
        const error = new errors/* NightshiftError */.nc("GITHUB_RATE_LIMITED", `GitHub limits our requests (${what}); it asks to wait ${spanText(retryAfter)}. The next sweep goes on.`, { cause: thrown });
        return { kind: "limited", retryAfter, error };
    }
    if (status !== undefined && status >= 400 && status < 500) {
        return {
            kind: "refused",
            retryAfter: undefined,
            error: new GitHubRefusal(status, `GitHub refused ${what}: ${status} ${(0,errors/* messageOf */.bD)(thrown)}`, {
                cause: thrown,
            }),
        };
    }
    if (refusal) {
        return {
            kind: "refused",
            retryAfter: undefined,
            error: new GitHubRefusal(200, `GitHub refused ${what}: ${(0,errors/* messageOf */.bD)(thrown)}`, { cause: thrown }),
        };
    }
    const error = new errors/* NightshiftError */.nc("GITHUB_UNREACHABLE", `GitHub did not answer ${what}: ${(0,errors/* messageOf */.bD)(thrown)}`, { cause: thrown });
    return { kind: "unreachable", retryAfter: undefined, error };
}
function waitOf(headers, now) {
    const after = Number(headers["retry-after"]);
    if (Number.isFinite(after) && after >= 0)
        return after * 1_000;
    const reset = Number(headers["x-ratelimit-reset"]);
    return headers["x-ratelimit-remaining"] === "0" && Number.isFinite(reset)
        ? Math.max(0, reset * 1_000 - now)
        : LONGEST_WAIT;
}
function spanText(milliseconds) {
    const seconds = Math.ceil(milliseconds / 1_000);
    return seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
function numberIn(thrown, key) {
    if (typeof thrown !== "object" || thrown === null || !(key in thrown))
        return undefined;
    const value = thrown[key];
    return typeof value === "number" ? value : undefined;
}
function headersOf(thrown) {
    if (typeof thrown !== "object" || thrown === null)
        return {};
    // A RequestError keeps them in its response, a GraphqlResponseError has them itself.
    const carriers = ["response" in thrown ? thrown.response : undefined, thrown];
    for (const carrier of carriers) {
        if (typeof carrier !== "object" || carrier === null || !("headers" in carrier))
            continue;
        if (typeof carrier.headers === "object" && carrier.headers !== null)
            return { ...carrier.headers };
    }
    return {};
}
function backoff(tries, random) {
    return 500 * 2 ** (tries - 1) * (0.5 + random() / 2);
}
function isLoopback(url) {
    return /^https?:\/\/(127\.|localhost|\[::1\])/.test(url);
}
function defaultSleep(milliseconds) {
    return new Promise((resolve) => setTimeout(resolve, milliseconds));
}


/***/ }),

/***/ 68331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ observe)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _domain_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67185);
/* harmony import */ var _wide_question_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25825);
/** Reads live state into a snapshot. The question leaves at once; what understands the answer is loaded while GitHub thinks. */



/** Reading code keeps the event loop from sending, so the request gets a head start. */
const HEAD_START_MS = 20;
let understanding;
/** The repository as it is now. Throws CONFIG_INVALID when its configuration on the default branch cannot be read. */
async function observe(github, options) {
    const prefix = options.labelPrefix ?? _domain_words_js__WEBPACK_IMPORTED_MODULE_1__/* .DEFAULT_LABEL_PREFIX */ .qu;
    understanding ??= (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(HEAD_START_MS).then(() => Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(9534), __webpack_require__.e(6480)]).then(__webpack_require__.bind(__webpack_require__, 96480)));
    const [answer, { understand }] = await Promise.all([(0,_wide_question_js__WEBPACK_IMPORTED_MODULE_2__/* .askWide */ .B)(github, prefix, options.issue), understanding]);
    return understand(github, options, { prefix, answer });
}


/***/ }),

/***/ 13519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jd: () => (/* binding */ DELETE_REVIEW),
/* harmony export */   Wu: () => (/* binding */ submitWithAnswers),
/* harmony export */   _L: () => (/* binding */ THREADS),
/* harmony export */   __: () => (/* binding */ resolveThreads),
/* harmony export */   a2: () => (/* binding */ REACT),
/* harmony export */   cE: () => (/* binding */ changeLabels),
/* harmony export */   d3: () => (/* binding */ OBSERVE),
/* harmony export */   mR: () => (/* binding */ OPEN_REVIEW),
/* harmony export */   ud: () => (/* binding */ PENDING_REVIEWS)
/* harmony export */ });
/** The GraphQL documents, validated against GitHub's schema by a test. One wide read per observation; cost about five points. */
const ACTOR = "{ __typename login }";
const COMMENT = `{ id databaseId body createdAt lastEditedAt author ${ACTOR} editor ${ACTOR} reactionGroups { viewerHasReacted } }`;
/** Requirements, features, pull requests: everything that the ladders look at, but no thread texts. */
const OBSERVE = `query Observe($owner: String!, $name: String!, $label: [String!], $prefix: String!, $config: String!, $issue: Int!, $named: Boolean!) {
  repository(owner: $owner, name: $name) {
    isPrivate
    defaultBranchRef { name target { oid } }
    config: object(expression: $config) { ... on Blob { text } }
    merged: pullRequests(states: [MERGED], first: 30, orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { ...Pull } }
    open: pullRequests(states: [OPEN], first: 50, orderBy: { field: CREATED_AT, direction: ASC }) { nodes { ...Pull } }
    closed: pullRequests(states: [CLOSED], first: 10, orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { ...Pull } }
    issues(labels: $label, states: [OPEN], first: 20, orderBy: { field: CREATED_AT, direction: ASC }) { nodes { ...Requirement } }
    closedIssues: issues(labels: $label, states: [CLOSED], first: 5, orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { ...Requirement } }
    namedIssue: issue(number: $issue) @include(if: $named) { ...Requirement }
    labels(first: 40, query: $prefix) { nodes { id name } }
  }
}
fragment Requirement on Issue {
  number id title body state createdAt lastEditedAt
  author ${ACTOR} editor ${ACTOR}
  labels(first: 50) { nodes { name } }
  comments(last: 60) { nodes ${COMMENT} }
  timelineItems(last: 100, itemTypes: [LABELED_EVENT, RENAMED_TITLE_EVENT]) {
    nodes {
      __typename
      ... on LabeledEvent { createdAt actor ${ACTOR} label { name } }
      ... on RenamedTitleEvent { createdAt actor ${ACTOR} }
    }
  }
  subIssues(first: 25) {
    nodes { number id title body state labels(first: 30) { nodes { name } } comments(last: 20) { nodes ${COMMENT} } }
  }
}
fragment Pull on PullRequest {
  number id title body state isDraft isCrossRepository mergeable lastEditedAt
  author ${ACTOR} editor ${ACTOR}
  headRefName headRefOid baseRefName
  baseRef { target { oid } }
  mergeCommit { oid }
  labels(first: 30) { nodes { name } }
  files(first: 100) { pageInfo { hasNextPage } nodes { path additions deletions changeType } }
  commits(last: 20) {
    nodes { commit { oid author { email user { login } }
      status { contexts { context state description targetUrl createdAt creator ${ACTOR} } } } }
  }
  reviews(last: 40) { nodes { state body submittedAt lastEditedAt commit { oid } author ${ACTOR} editor ${ACTOR} } }
  comments(last: 40) { nodes ${COMMENT} }
}`;
/** The review threads of one pull request, with their texts; a page of a hundred. */
const THREADS = `query Threads($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      reviewThreads(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { id isResolved isOutdated path line originalLine
          comments(first: 30) { nodes { body createdAt lastEditedAt author ${ACTOR} editor ${ACTOR} } } }
      }
    }
  }
}`;
const REACT = `mutation React($subject: ID!, $content: ReactionContent!) {
  addReaction(input: { subjectId: $subject, content: $content }) { reaction { content } }
}`;
/** Opens a review that is not yet visible: thread answers ride in it, so that people get one notification. */
const OPEN_REVIEW = `mutation OpenReview($pull: ID!, $head: GitObjectID!, $body: String, $threads: [DraftPullRequestReviewThread]) {
  addPullRequestReview(input: { pullRequestId: $pull, commitOID: $head, body: $body, threads: $threads }) { pullRequestReview { id } }
}`;
/** Reviews that their author has not submitted; GitHub shows each only to its author. */
const PENDING_REVIEWS = `query PendingReviews($pull: ID!) {
  node(id: $pull) { ... on PullRequest { reviews(states: [PENDING], first: 10) { nodes { id viewerDidAuthor } } } }
}`;
const DELETE_REVIEW = `mutation DeleteReview($review: ID!) {
  deletePullRequestReview(input: { pullRequestReviewId: $review }) { pullRequestReview { id } }
}`;
/** One request: every answer, then the submit. `count` answers take the variables thread0, body0, … */
function submitWithAnswers(count) {
    const each = Array.from({ length: count }, (_, at) => at);
    const variables = each.map((at) => `, $thread${at}: ID!, $body${at}: String!`).join("");
    const answers = each.map((at) => `answer${at}: addPullRequestReviewThreadReply(input: { pullRequestReviewId: $review, pullRequestReviewThreadId: $thread${at}, body: $body${at} }) { comment { id } }`);
    return `mutation Submit($review: ID!${variables}) {
  ${answers.join("\n  ")}
  submitPullRequestReview(input: { pullRequestReviewId: $review, event: COMMENT }) { pullRequestReview { id databaseId } }
}`;
}
/** One request that adds, then removes labels of several issues or pull requests: variables target0, add0, remove0, … */
function changeLabels(changes) {
    const variables = changes.flatMap(({ adds, removes }, at) => [
        `$target${at}: ID!`,
        ...(adds ? [`$add${at}: [ID!]!`] : []),
        ...(removes ? [`$remove${at}: [ID!]!`] : []),
    ]);
    const fields = changes.flatMap(({ adds, removes }, at) => [
        ...(adds
            ? [
                `add${at}: addLabelsToLabelable(input: { labelableId: $target${at}, labelIds: $add${at} }) { clientMutationId }`,
            ]
            : []),
        ...(removes
            ? [
                `remove${at}: removeLabelsFromLabelable(input: { labelableId: $target${at}, labelIds: $remove${at} }) { clientMutationId }`,
            ]
            : []),
    ]);
    return `mutation Labels(${variables.join(", ")}) {\n  ${fields.join("\n  ")}\n}`;
}
/** One request that resolves `count` threads: variables thread0, … */
function resolveThreads(count) {
    const each = Array.from({ length: count }, (_, at) => at);
    return `mutation Resolve(${each.map((at) => `$thread${at}: ID!`).join(", ")}) {
  ${each.map((at) => `resolve${at}: resolveReviewThread(input: { threadId: $thread${at} }) { thread { isResolved } }`).join("\n  ")}
}`;
}


/***/ }),

/***/ 25825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ askWide)
/* harmony export */ });
/* harmony import */ var _domain_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67185);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40345);
/* harmony import */ var _queries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13519);
/** The wide question that every observation starts with. */



/** Asks for everything that carries this prefix. `issue` may be anything that a message named: one that is not there is left out. */
async function askWide(github, prefix, issue) {
    try {
        return await askOnce(github, prefix, issue);
    }
    catch (error) {
        if (issue === undefined || !(error instanceof _client_js__WEBPACK_IMPORTED_MODULE_1__/* .GitHubRefusal */ .k))
            throw error;
        return askOnce(github, prefix, undefined);
    }
}
function askOnce(github, prefix, issue) {
    return github.graphql(_queries_js__WEBPACK_IMPORTED_MODULE_2__/* .OBSERVE */ .d3, {
        owner: github.owner,
        name: github.name,
        label: [prefix],
        prefix,
        config: `HEAD:${_domain_words_js__WEBPACK_IMPORTED_MODULE_0__/* .CONFIG_PATH */ .tF}`,
        issue: issue ?? 0,
        named: issue !== undefined,
    });
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
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41514);



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
