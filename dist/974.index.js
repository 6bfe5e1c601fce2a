export const id = 974;
export const ids = [974];
export const modules = {

/***/ 39922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F_: () => (/* binding */ CodeInputs),
/* harmony export */   Jm: () => (/* binding */ needSecret),
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   Tr: () => (/* binding */ refuseSecret),
/* harmony export */   ic: () => (/* binding */ ReviewInputs),
/* harmony export */   wW: () => (/* binding */ MergeInputs)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42047);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37428);
/* harmony import */ var _domain_config_override_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54301);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49285);
/** The inputs of the three actions. Keys are the ids in action.yml; an architecture test holds both together. */



const token = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .default("")
    .describe("GITHUB_TOKEN of the job, or an installation token of a GitHub App");
const workOrder = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().default("").describe("Output work_order of the gate");
const sandbox = zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(["", "required", "off"], { error: 'expected "required" or "off"' })
    .default("")
    .transform((value) => (value === "off" ? "off" : "required"))
    .describe("required (default): without a working sandbox nothing runs; off: commands of the model run unprotected");
const apiKey = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().default("").describe("Key of the model provider; only for phase agent");
const baseUrl = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .default("")
    .describe("Another address that speaks the provider's API; https, or http on loopback");
const model = _domain_config_override_js__WEBPACK_IMPORTED_MODULE_0__/* .ModelOverride */ .a5.describe("provider:model of every agent, in place of the configuration's; only for phase gate");
const maxUsd = _domain_config_override_js__WEBPACK_IMPORTED_MODULE_0__/* .UsdOverride */ .v4.describe("Most US dollars for a requirement; can only lower what the configuration allows");
const CodeInputs = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    phase: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(["gate", "fetch", "agent", "verify", "apply"], {
        error: "expected gate, fetch, agent, verify or apply",
    }),
    github_token: token,
    work_order: workOrder,
    evidence: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().default("").describe("Output evidence of phase verify; only for phase apply"),
    anthropic_api_key: apiKey,
    base_url: baseUrl,
    sandbox,
    model,
    max_usd: maxUsd,
});
const ReviewInputs = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    phase: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(["gate", "fetch", "agent", "apply"], { error: "expected gate, fetch, agent or apply" }),
    github_token: token,
    work_order: workOrder,
    anthropic_api_key: apiKey,
    base_url: baseUrl,
    sandbox,
    model,
    max_usd: maxUsd,
});
const MergeInputs = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    phase: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(["tick", "ring"], { error: "expected tick or ring" }),
    github_token: token,
    max_usd: maxUsd,
});
/** Reads every input at once, so that one failed run shows every mistake. Throws INPUT_INVALID. */
function readInputs(schema, env) {
    const raw = Object.fromEntries(Object.keys(schema.shape).map((name) => [name, env[`INPUT_${name.toUpperCase()}`] ?? ""]));
    const result = schema.safeParse(raw);
    if (result.success)
        return result.data;
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("INPUT_INVALID", `The action's inputs are wrong: ${zod__WEBPACK_IMPORTED_MODULE_3__/* .prettifyError */ .S1(result.error)}`);
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
/* harmony import */ var _ops_log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48206);
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
        _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setFailed */ .C1((0,_ops_log_js__WEBPACK_IMPORTED_MODULE_4__/* .neutralizeCommands */ .K)(text));
    }
}
function systemJob(signal, bundle) {
    for (const name of ["INPUT_GITHUB_TOKEN", "INPUT_ANTHROPIC_API_KEY"]) {
        const secret = process.env[name];
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
        log: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .info */ .pq((0,_ops_log_js__WEBPACK_IMPORTED_MODULE_4__/* .neutralizeCommands */ .K)(line)),
        warn: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .warning */ .$e((0,_ops_log_js__WEBPACK_IMPORTED_MODULE_4__/* .neutralizeCommands */ .K)(line)),
        mask: (secret) => _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setSecret */ .Pq(secret),
        setOutput: (name, value) => _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setOutput */ .uH(name, value),
        summarise: async (markdown) => {
            await _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .summary */ .z.addRaw(`${markdown}\n`).write();
        },
        fileServerCommand: [process.execPath, bundle, "sandbox-files"],
    };
}
/** The connection to GitHub, loaded only by phases that use it. */
async function connect(job, facts, token) {
    const { connectGitHub } = await Promise.all(/* import() */[__webpack_require__.e(413), __webpack_require__.e(345)]).then(__webpack_require__.bind(__webpack_require__, 40345));
    return connectGitHub({
        token,
        repository: facts.repository,
        apiUrl: facts.apiUrl,
        fetch: job.fetch,
        sleep: job.sleep,
        random: job.random,
        now: () => job.now().getTime(),
    });
}


/***/ }),

/***/ 65781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ readRing)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42047);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(37428);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49285);
/* harmony import */ var _domain_message_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5295);
/* harmony import */ var _domain_route_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13645);
/** From the event that started a run to the place where the agent looks. Nothing here is believed. */




const Dispatch = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ action: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), client_payload: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ message: zod__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J() }) });
const Labeled = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ action: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz("labeled"), issue: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ number: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().positive() }) });
const Numeral = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^\d{0,10}$/);
const Hash = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^([0-9a-f]{40})?$/);
/** Inputs of our workflows, filled in by a person, or by the manager that the clock woke. */
const Manual = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    inputs: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        requirement: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        issue: Numeral,
        feature: Numeral,
        pull: Numeral,
        head: Hash,
        base: Hash,
    })
        .partial()
        .nullable()
        .default(null),
    sender: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ type: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }).partial().default({}),
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

/***/ 24430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lv: () => (/* binding */ startingTree),
/* harmony export */   XD: () => (/* binding */ fetchOrder),
/* harmony export */   cu: () => (/* binding */ runFetch),
/* harmony export */   e1: () => (/* binding */ remoteOf),
/* harmony export */   v8: () => (/* binding */ layOut),
/* harmony export */   zY: () => (/* binding */ openGit)
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
        graphqlUrl: need("GITHUB_GRAPHQL_URL"),
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
        patch: `${root}/outcome/change.patch`,
        transcript: `${root}/outcome/transcript.jsonl`,
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42047);
/* harmony import */ var _config_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91032);
/** What a repository's variables may change without a commit: the model, and less money. */


const NO_OVERRIDE = { model: undefined, maxUsd: undefined };
const empty = zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz("").transform(() => undefined);
/** The texts of the action's inputs; empty is absent. */
const ModelOverride = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([empty, _config_js__WEBPACK_IMPORTED_MODULE_0__/* .ModelName */ .bt], {
    error: "expected provider:model, such as anthropic:claude-sonnet-5-5",
});
const UsdOverride = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([
    empty,
    zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
        .regex(/^(?![0.]+$)\d{1,6}(\.\d{1,4})?$/)
        .transform(Number)
        .pipe(_config_js__WEBPACK_IMPORTED_MODULE_0__/* .UsDollars */ .qi),
], { error: "expected an amount of US dollars above 0, such as 2.50" });
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
            feature_usd: Math.min(config.budget.feature_usd, maxUsd),
            requirement_usd: Math.min(config.budget.requirement_usd, maxUsd),
        },
    };
}


/***/ }),

/***/ 2922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WE: () => (/* binding */ explain),
/* harmony export */   kA: () => (/* binding */ ask),
/* harmony export */   rh: () => (/* binding */ escalate),
/* harmony export */   rp: () => (/* binding */ featureBecomes),
/* harmony export */   wV: () => (/* binding */ markRisks)
/* harmony export */ });
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70097);
/* harmony import */ var _pull_facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99331);
/* harmony import */ var _state_block_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44917);



/** Puts the feature and its pull request into `state`; nothing when they are there. */
function featureBecomes(facts, state) {
    const targets = [facts.pull, ...(facts.feature ? [facts.feature] : [])];
    return targets.flatMap((target) => {
        const change = (0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .labelChange */ .vp)(facts.snapshot.config.label_prefix, _labels_js__WEBPACK_IMPORTED_MODULE_0__/* .FEATURE_STATES */ .A9, state, target.labels);
        if (change.add.length + change.remove.length === 0)
            return [];
        return [{ do: "label", target: { number: target.number, nodeId: target.nodeId }, ...change }];
    });
}
/** Shows the risks that a person looks at; labels that a person took away come back only while the risk is there. */
function markRisks(facts) {
    const { pull, risks, snapshot } = facts;
    const add = risks
        .map((risk) => (0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .riskLabel */ .uI)(snapshot.config.label_prefix, risk))
        .filter((name) => !pull.labels.includes(name));
    if (add.length === 0)
        return [];
    return [{ do: "label", target: { number: pull.number, nodeId: pull.nodeId }, add, remove: [] }];
}
/** The one comment on a pull request that says what is needed from whom; rewritten only when that changes. */
function ask(facts, rung, text) {
    const subject = facts.pull.head;
    const said = facts.pull.ask;
    if (said?.block?.rung === rung && said.block.subject === subject)
        return [];
    const body = (0,_state_block_js__WEBPACK_IMPORTED_MODULE_2__/* .withBlock */ .su)(text, { v: 1, kind: "ask", rung, subject });
    return [{ do: "say", number: facts.pull.number, id: said?.id, body }];
}
/** The answer to "why is this not merged?", as a status on the head; nothing when it says that already. */
function explain(facts, state, why) {
    const description = why.length <= 140 ? why : `${why.slice(0, 139)}…`;
    const shown = facts.pull.statuses.find((status) => status.context === _pull_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .MERGE_STATUS */ .av && status.creator === facts.snapshot.identity);
    if (shown?.state === state && shown.description === description)
        return [];
    return [{ do: "status", head: facts.pull.head, context: _pull_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .MERGE_STATUS */ .av, state, description }];
}
/**
 * A person has to decide: one comment with the reason and the way out, then status and label. The label comes last: it ends
 * the asking, so a run that is killed before it asks again instead of leaving a label without a reason.
 */
function escalate(facts, rung, why) {
    return [
        ...ask(facts, rung, `**A person has to decide.** ${why}\n\nWhen that is done, comment \`/nightshift retry\` to go on, or close ${dropText(facts)} to drop the feature.`),
        ...explain(facts, "failure", why),
        ...featureBecomes(facts, "needs-human"),
    ];
}
function dropText({ feature, pull }) {
    return feature ? `#${feature.number}` : `#${pull.number}`;
}


/***/ }),

/***/ 41152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MU: () => (/* binding */ isOurs),
/* harmony export */   op: () => (/* binding */ decideReviewWork),
/* harmony export */   zP: () => (/* binding */ decideCodeWork)
/* harmony export */ });
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70097);
/* harmony import */ var _pull_facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99331);
/* harmony import */ var _requirement_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62845);
/* harmony import */ var _say_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2922);




/** Is there work for the code agent? */
function decideCodeWork(snapshot, bell) {
    if (bell.kind === "issue")
        return decidePlanning(snapshot, bell.number);
    if (bell.kind === "feature")
        return decideImplementing(snapshot, bell);
    return decidePullWork(snapshot, bell);
}
/** Is there work for the review agent? */
function decideReviewWork(snapshot, bell) {
    const found = findPull(snapshot, bell);
    if (found.kind === "idle")
        return found.decision;
    const { facts, requirement, feature } = found;
    if (facts.verdict !== "none")
        return idle("reviewed", "This head already has its verdict.");
    if (facts.reviewRuns >= snapshot.config.attempts)
        return idle("tried-enough", "The review ran on this head as often as is allowed.");
    const round = (0,_pull_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .ownReviews */ ._i)(snapshot, facts.pull).length + 1;
    return {
        rung: "review",
        why: `Round ${round} of pull request #${facts.pull.number}.`,
        work: { mode: "review", requirement, feature, pull: facts, round, needs: { agent: true, verify: false } },
        commands: [],
    };
}
function decidePlanning(snapshot, number) {
    const found = findRequirement(snapshot, number);
    if (found.kind === "idle")
        return found.decision;
    const { facts } = found;
    const untracked = facts.features.filter((feature) => feature.progress === "untracked");
    if (facts.features.length > 0 && untracked.length === 0)
        return idle("planned", "This requirement has its plan.");
    const mode = facts.features.length > 0 ? "track" : "plan";
    if (mode === "plan" && facts.planning.attempts >= snapshot.config.attempts) {
        return idle("tried-enough", "Planning ran as often as is allowed.");
    }
    const { requirement } = facts;
    const change = (0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .labelChange */ .vp)(snapshot.config.label_prefix, _labels_js__WEBPACK_IMPORTED_MODULE_0__/* .REQUIREMENT_STATES */ .dp, "planning", requirement.labels);
    return {
        rung: mode,
        why: mode === "plan"
            ? "The requirement is authorised and has no plan yet."
            : "The plan is made; some of its features have no issue yet.",
        work: {
            mode,
            requirement: facts,
            feature: undefined,
            pull: undefined,
            round: 0,
            needs: { agent: mode === "plan", verify: false },
        },
        commands: [
            { do: "label", target: { number: requirement.number, nodeId: requirement.nodeId }, ...change },
        ],
    };
}
function decideImplementing(snapshot, bell) {
    const found = findRequirement(snapshot, bell.issue);
    if (found.kind === "idle")
        return found.decision;
    const { facts } = found;
    const feature = facts.features.find((candidate) => candidate.planned.number === bell.feature);
    if (feature?.issue === undefined)
        return idle("unknown-feature", `#${bell.feature} is not a feature of #${bell.issue}.`);
    if (feature.progress !== "queued")
        return idle("not-queued", `#${bell.feature} is ${feature.progress}.`);
    if (!(0,_requirement_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .readyFeatures */ .r8)(facts).includes(feature))
        return idle("not-ready", `#${bell.feature} comes after features that are not merged.`);
    if (facts.features.some((other) => other !== feature && (0,_requirement_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .isInWork */ .H0)(other))) {
        return idle("no-slot", "Another feature is in work.");
    }
    if ((0,_requirement_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .awaitsPlanApproval */ .u3)(facts))
        return idle("awaits-plan-approval", "The plan waits for a person.");
    if (feature.attempts >= snapshot.config.attempts)
        return idle("tried-enough", `#${bell.feature} was tried as often as is allowed.`);
    const money = overBudget(facts, feature);
    if (money)
        return idle("over-budget", money);
    const change = (0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .labelChange */ .vp)(snapshot.config.label_prefix, _labels_js__WEBPACK_IMPORTED_MODULE_0__/* .FEATURE_STATES */ .A9, "implementing", feature.issue.labels);
    return {
        rung: "implement",
        why: `#${bell.feature} is ready to be built.`,
        work: {
            mode: "implement",
            requirement: facts,
            feature,
            pull: undefined,
            round: 0,
            needs: { agent: true, verify: true },
        },
        commands: [
            { do: "label", target: { number: feature.issue.number, nodeId: feature.issue.nodeId }, ...change },
        ],
    };
}
function decidePullWork(snapshot, bell) {
    const found = findPull(snapshot, bell);
    if (found.kind === "idle")
        return found.decision;
    const { facts, requirement, feature } = found;
    const { pull, verification } = facts;
    if (bell.kind === "verify") {
        if (bell.base !== pull.base.head)
            return idle("stale", "The base moved on since this verification was asked for.");
        if (verification.state !== "none" && verification.base === bell.base)
            return idle("verified", "Exactly this merge has its verification.");
        return {
            rung: "verify",
            why: "Exactly this merge is verified again.",
            work: {
                mode: "verify",
                requirement,
                feature,
                pull: facts,
                round: facts.rounds,
                needs: { agent: false, verify: true },
            },
            commands: [],
        };
    }
    const red = verification.state === "failed";
    const asked = facts.verdict === "changes" || facts.changesAskedBy !== undefined;
    const conflict = pull.mergeable === "no";
    if (!red && !asked && !conflict)
        return idle("nothing-open", "Nothing at this head asks for a change.");
    if (conflict && pull.foreignCommits)
        return idle("people-at-work", "The branch carries commits of people and conflicts; it is never rewritten.");
    if (facts.codeRuns >= snapshot.config.rounds)
        return idle("tried-enough", "The code agent ran on this pull request as often as is allowed.");
    const money = feature ? overBudget(requirement, feature) : undefined;
    if (money)
        return idle("over-budget", money);
    const mode = conflict ? "conflict" : "feedback";
    return {
        rung: mode,
        why: conflict
            ? "It conflicts with its base branch."
            : red
                ? "The verify commands fail at this head."
                : "The review has open findings.",
        work: {
            mode,
            requirement,
            feature,
            pull: facts,
            round: facts.codeRuns + 1,
            needs: { agent: true, verify: true },
        },
        commands: (0,_say_js__WEBPACK_IMPORTED_MODULE_3__/* .featureBecomes */ .rp)(facts, "fixing"),
    };
}
/** The requirement, when it may be worked on at all. */
function findRequirement(snapshot, number) {
    const stop = (rung, why) => ({ kind: "idle", decision: idle(rung, why) });
    const requirement = snapshot.requirements.find((candidate) => candidate.number === number);
    if (requirement === undefined)
        return stop("unknown-requirement", `#${number} is not a requirement here.`);
    const facts = (0,_requirement_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .requirementFactsOf */ .Mq)(snapshot, requirement);
    if (!requirement.open)
        return stop("closed", `#${number} is closed.`);
    if (facts.authorisation.state !== "authorised")
        return stop("not-authorised", `Nobody with write permission asked for #${number} as it stands.`);
    if (facts.paused)
        return stop("paused", `#${number} is paused.`);
    if (facts.state === "complete")
        return stop("complete", `#${number} is complete.`);
    if (facts.state === "needs-human" && !isItsOwnFeature(facts))
        return stop("needs-human", `#${number} waits for a person.`);
    if (snapshot.config.mode === "observe")
        return stop("only-observed", "mode: observe starts nothing.");
    return { kind: "found", facts };
}
function isItsOwnFeature(facts) {
    return facts.features.some((feature) => feature.planned.number === facts.requirement.number);
}
/** The pull request, when it is ours, open, unchanged since the message, and its requirement may be worked on. */
function findPull(snapshot, bell) {
    const stop = (rung, why) => ({ kind: "idle", decision: idle(rung, why) });
    const pull = snapshot.pulls.find((candidate) => candidate.number === bell.pull);
    if (pull === undefined || !isOurs(snapshot, pull))
        return stop("not-ours", `#${bell.pull} is not a pull request of ours.`);
    if (pull.state !== "open")
        return stop("not-open", `#${bell.pull} is ${pull.state}.`);
    if (pull.head !== bell.head)
        return stop("stale", `#${bell.pull} moved on since this message was sent.`);
    if (pull.draft)
        return stop("draft", `#${bell.pull} is a draft.`);
    const facts = (0,_pull_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .factsOf */ .xS)(snapshot, pull);
    if (facts.paused)
        return stop("paused", `#${bell.pull} is paused.`);
    if (facts.needsHuman)
        return stop("needs-human", `#${bell.pull} waits for a person.`);
    if (facts.feature?.open === false)
        return stop("feature-dropped", "A person closed the issue of its feature.");
    const found = findRequirement(snapshot, pull.block?.requirement ?? 0);
    if (found.kind === "idle")
        return found;
    const feature = found.facts.features.find((candidate) => candidate.planned.key === pull.block?.key);
    return { kind: "found", facts, requirement: found.facts, feature };
}
/** A pull request counts as ours by its author, its branch and a block that nobody else edited; a fork's never does. */
function isOurs(snapshot, pull) {
    return (!pull.fork &&
        pull.author.login === snapshot.identity &&
        pull.branch.startsWith(snapshot.config.branch_prefix) &&
        pull.block !== undefined);
}
function overBudget(requirement, feature) {
    const { budget } = requirement.snapshot.config;
    if (requirement.usd >= budget.requirement_usd)
        return `The ${budget.requirement_usd} US dollars for this requirement are spent.`;
    const spent = feature.pull ? (0,_pull_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .costsOfPull */ .rW)(feature.pull).reduce((sum, cost) => sum + (cost.usd ?? 0), 0) : 0;
    return spent >= budget.feature_usd
        ? `The ${budget.feature_usd} US dollars for this feature are spent.`
        : undefined;
}
function idle(rung, why) {
    return { rung, why, work: undefined, commands: [] };
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
    MODEL_FAILED: "retry",
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42047);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64377);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(37428);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49285);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67185);
/** Every message that the agents exchange: doorbells, never facts. A new type is one more row here and one in route.ts. */



const Party = zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(["person", "coder", "reviewer", "repo_manager"]);
/** A chain of messages longer than this is a loop: one label, one comment, no further message. Restarts with every feature. */
const HOP_LIMIT = 40;
/** Largest envelope we send or read, in characters; GitHub's own limit for a client_payload is 65,535. */
const ENVELOPE_LIMIT = 8_192;
const atPull = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ pull: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .IssueNumber */ .rd, head: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .Sha */ .$R });
const PAYLOADS = {
    start_project: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ issue: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .IssueNumber */ .rd }),
    human_acted: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        issue: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .IssueNumber */ .rd.optional(),
        pull: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .IssueNumber */ .rd.optional(),
        comment: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().positive().optional(),
    }),
    continue_next_feature: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ issue: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .IssueNumber */ .rd, feature: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .IssueNumber */ .rd }),
    pr_created: atPull,
    new_commits_pushed: atPull,
    verify_requested: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ pull: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .IssueNumber */ .rd, head: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .Sha */ .$R, base: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .Sha */ .$R }),
    review_comments_posted: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ pull: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .IssueNumber */ .rd, head: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .Sha */ .$R, round: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nonnegative() }),
    review_comments_received: atPull,
    review_approved: atPull,
    pr_merged: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ pull: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .IssueNumber */ .rd, sha: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .Sha */ .$R }),
    all_features_complete: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ issue: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .IssueNumber */ .rd }),
};
const MESSAGE_TYPES = Object.keys(PAYLOADS).filter((name) => name in PAYLOADS);
/** Older spellings of a type; read, never written. */
const ALIASES = {
    commits_pushed: "new_commits_pushed",
    changes_requested: "review_comments_posted",
};
const envelope = (type) => zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .uuid */ .uRe(),
    timestamp: zod__WEBPACK_IMPORTED_MODULE_3__/* .datetime */ .w$(),
    from: Party,
    to: Party,
    type: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(type),
    payload: PAYLOADS[type],
    correlationId: zod__WEBPACK_IMPORTED_MODULE_2__/* .uuid */ .uRe(),
    hops: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().min(0).max(HOP_LIMIT),
});
const Message = zod__WEBPACK_IMPORTED_MODULE_2__/* .discriminatedUnion */ .gMt("type", [
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

/***/ 41528:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ quiet)
/* harmony export */ });
/** Text that a model wrote, before it becomes a text of ours on GitHub. */
/** It mentions nobody, closes no issue, and carries no hidden state that would be taken for ours. */
function quiet(text) {
    return text
        .replace(/@(?=[A-Za-z0-9])/g, "@\u200B")
        .replace(/\b(close[sd]?|fix(?:e[sd])?|resolve[sd]?)(:?\s+)#(?=\d)/gi, "$1$2no. ")
        .replaceAll("<!--", "<!\u200B--");
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
        from: ["person"],
        to: "repo_manager",
        event: "nightshift-merge",
        why: "A person acted: observe again.",
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

/***/ 55510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lx: () => (/* binding */ setStatus),
/* harmony export */   tN: () => (/* binding */ send),
/* harmony export */   y9: () => (/* binding */ perform)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49285);
/* harmony import */ var _domain_labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70097);
/* harmony import */ var _domain_message_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5295);
/* harmony import */ var _domain_route_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13645);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40345);
/* harmony import */ var _queries_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(13519);






/** Performs `commands` in order. A refusal that means "already so" is fine; any other stops the rest. */
async function perform(performer, commands) {
    let at = 0;
    while (at < commands.length) {
        const command = commands[at];
        if (command === undefined)
            return;
        if (command.do === "label") {
            const group = commands
                .slice(at)
                .filter((other, index, rest) => rest.slice(0, index + 1).every((one) => one.do === "label"));
            await changeLabelsOf(performer, group);
            at += group.length;
        }
        else {
            await performOne(performer, command);
            at += 1;
        }
    }
}
async function performOne(performer, command) {
    const { github } = performer;
    switch (command.do) {
        case "send":
            return send(performer, command);
        case "say":
            await (command.id === undefined
                ? github.rest("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
                    issue_number: command.number,
                    body: command.body,
                })
                : github.rest("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", { comment_id: command.id, body: command.body }, "safe"));
            return;
        case "react":
            await github.graphql(_queries_js__WEBPACK_IMPORTED_MODULE_5__/* .REACT */ .a2, { subject: command.comment, content: command.content }, "safe");
            return;
        case "status":
            return setStatus(performer, command);
        case "close":
            await github.rest("PATCH /repos/{owner}/{repo}/issues/{issue_number}", { issue_number: command.number, state: "closed", state_reason: command.reason }, "safe");
            return;
        case "delete-branch":
            if (!performer.deleteBranch)
                throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NightshiftError */ .nc("INPUT_INVALID", "Only the merge agent deletes branches.");
            return performer.deleteBranch(command.branch, command.head);
        case "merge":
            if (!performer.merge)
                throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NightshiftError */ .nc("INPUT_INVALID", "Only the merge agent merges.");
            return performer.merge(command);
    }
}
/** Posts a status on a commit; `target_url` is the run, by which readers know it as ours. */
async function setStatus(performer, status) {
    await performer.github.rest("POST /repos/{owner}/{repo}/statuses/{sha}", {
        sha: status.head,
        state: status.state,
        context: status.context,
        description: status.description.slice(0, 140),
        target_url: performer.runUrl,
    }, "safe");
}
/** Publishes a message: a repository_dispatch to the workflow that its route names; a message without one is only logged. */
async function send(performer, command) {
    const { do: _, ...draft } = command;
    const { event } = _domain_route_js__WEBPACK_IMPORTED_MODULE_3__/* .ROUTES */ .b[command.type];
    const message = (0,_domain_message_js__WEBPACK_IMPORTED_MODULE_2__/* .composeMessage */ .SB)(draft, performer.thread, performer);
    performer.log(`message ${message.type} ${message.from} → ${message.to} ${JSON.stringify(message.payload)}`);
    if (event === undefined)
        return;
    if (performer.startOn !== undefined && (await startWorkflow(performer, event, performer.startOn, message)))
        return;
    await performer.github.rest("POST /repos/{owner}/{repo}/dispatches", { event_type: event, client_payload: { message } }, "safe");
}
/** Starts the workflow that `event` would start. False when GitHub refuses, as it does for a workflow that is not in the repository's tree. */
async function startWorkflow({ github, log }, event, ref, { payload }) {
    const inputs = Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)]));
    try {
        await github.rest("POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches", { workflow_id: `${event}.yml`, ref, inputs }, "safe");
        return true;
    }
    catch (error) {
        if (!(error instanceof _client_js__WEBPACK_IMPORTED_MODULE_4__/* .GitHubRefusal */ .k))
            throw error;
        log(`${event} cannot be started by workflow_dispatch: ${error.message}`);
        return false;
    }
}
async function changeLabelsOf(performer, commands) {
    await createMissingLabels(performer, commands);
    const ids = (names) => names.map((name) => performer.labelIds.get(name)).filter((id) => id !== undefined);
    const known = commands.every((command) => command.add.every((name) => performer.labelIds.has(name)));
    if (!known)
        return changeLabelsByName(performer, commands);
    const changes = commands
        .map((command) => ({ target: command.target.nodeId, add: ids(command.add), remove: ids(command.remove) }))
        .filter(({ add, remove }) => add.length + remove.length > 0);
    if (changes.length === 0)
        return;
    const variables = Object.fromEntries(changes.flatMap(({ target, add, remove }, at) => [
        [`target${at}`, target],
        ...(add.length > 0 ? [[`add${at}`, add]] : []),
        ...(remove.length > 0 ? [[`remove${at}`, remove]] : []),
    ]));
    const document = (0,_queries_js__WEBPACK_IMPORTED_MODULE_5__/* .changeLabels */ .cE)(changes.map(({ add, remove }) => ({ adds: add.length > 0, removes: remove.length > 0 })));
    await performer.github.graphql(document, variables, "safe");
}
/** A label that the repository lacks is created with its colour and meaning before it is first used. */
async function createMissingLabels(performer, commands) {
    const wanted = new Set(commands.flatMap((command) => command.add).filter((name) => !performer.labelIds.has(name)));
    for (const label of (0,_domain_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .allLabels */ .dj)(performer.labelPrefix).filter((candidate) => wanted.has(candidate.name))) {
        await ignoring([422], () => performer.github.rest("POST /repos/{owner}/{repo}/labels", { ...label }, "safe"));
    }
}
async function changeLabelsByName({ github }, commands) {
    for (const { target, add, remove } of commands) {
        const issue_number = target.number;
        if (add.length > 0)
            await github.rest("POST /repos/{owner}/{repo}/issues/{issue_number}/labels", { issue_number, labels: add }, "safe");
        for (const name of remove) {
            await ignoring([404], () => github.rest("DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}", { issue_number, name }, "safe"));
        }
    }
}
async function ignoring(statuses, run) {
    try {
        await run();
    }
    catch (error) {
        if (!(error instanceof _client_js__WEBPACK_IMPORTED_MODULE_4__/* .GitHubRefusal */ .k && statuses.includes(error.status)))
            throw error;
    }
}


/***/ }),

/***/ 64377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42047);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
