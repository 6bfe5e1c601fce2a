export const id = 774;
export const ids = [774];
export const modules = {

/***/ 91084:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ changeOf),
/* harmony export */   L: () => (/* binding */ mergedTree)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49285);
/* harmony import */ var _fetch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24430);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63629);
/** The trees that a work order and its patch lead to: the new head, and that head merged with the base. */




/** Largest patch that is taken on, in bytes. */
const PATCH_LIMIT = 20_000_000;
/** The change that an outcome's patch makes. Throws PATCH_REFUSED when it does not apply to what the agent started from. */
async function changeOf(git, facts, order, outcome) {
    const start = await (0,_fetch_js__WEBPACK_IMPORTED_MODULE_2__.startingTree)(git, order);
    const from = await git.text(["rev-parse", "--verify", `${start}^{tree}`]);
    const patch = outcome.patch ? await readPatch((0,_job_js__WEBPACK_IMPORTED_MODULE_3__/* .places */ .zn)(facts).patch) : Buffer.alloc(0);
    const tree = patch.length > 0 ? await git.applyPatch(from, patch, (0,_job_js__WEBPACK_IMPORTED_MODULE_3__/* .places */ .zn)(facts).index("apply")) : from;
    const parent = order.mode === "feedback" && order.pull ? order.pull.head : order.base.head;
    return { tree, parents: [parent], patch };
}
async function readPatch(file) {
    const patch = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file);
    if (patch.length > PATCH_LIMIT)
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("PATCH_REFUSED", `The patch has ${patch.length} bytes, more than ${PATCH_LIMIT}.`);
    return patch;
}
/** Tree of the base with the change merged in: exactly what a squash merge would make. Undefined when they conflict. */
async function mergedTree(git, order, change) {
    const head = await git.commit({
        tree: change.tree,
        parents: change.parents,
        message: "candidate",
        date: order.date,
    });
    const merged = await git.mergeTree(order.base.head, head);
    return merged.conflicts.length === 0 ? merged.tree : undefined;
}


/***/ }),

/***/ 14693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runVerify: () => (/* binding */ runVerify)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49285);
/* harmony import */ var _domain_outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25772);
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91084);
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44563);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35245);
/* harmony import */ var _fetch_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(24430);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(63629);
/* harmony import */ var _open_sandbox_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9410);
/* harmony import */ var _run_commands_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(27050);
/** Phase `verify`: set-up and verify commands on base + change, in a job that holds no secret at all. */









/** Sets the output `evidence`. Fails only when nothing could be said; red tests are evidence, not a failure. */
async function runVerify(job, facts, order, sandboxMode) {
    const context = await (0,_context_js__WEBPACK_IMPORTED_MODULE_4__/* .readContext */ .yI)((0,_job_js__WEBPACK_IMPORTED_MODULE_7__/* .places */ .zn)(facts).context, order.id);
    const git = await (0,_fetch_js__WEBPACK_IMPORTED_MODULE_5__.openGit)(job, facts);
    const evidence = await verify(job, facts, order, context, git, sandboxMode);
    job.setOutput("evidence", JSON.stringify(_domain_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .Evidence */ .of.parse(evidence)));
    const lines = evidence.commands.map((result) => `- \`${result.command}\`: ${result.exitCode === 0 ? "passed" : "failed"}`);
    await job.summarise(`**verification ${evidence.passed ? "passed" : "failed"}** ${evidence.problem}\n\n${lines.join("\n")}`);
}
async function verify(job, facts, order, context, git, sandboxMode) {
    const base = await git.treeOf(order.base.head);
    const evidence = {
        v: 1,
        order: order.id,
        passed: false,
        base: order.base.head,
        tree: base,
        sandbox: "not opened",
        commands: [],
        problem: "",
    };
    const tree = await treeToVerify(facts, order, git);
    if (tree === undefined)
        return { ...evidence, commands: [], problem: `The change conflicts with ${order.base.branch}.` };
    const commands = await commandsFor(git, order, tree, context);
    if (commands.verify.length === 0) {
        return {
            ...evidence,
            tree,
            commands: [],
            problem: "No verify command is known: add `verify:` to .github/nightshift.yml, or a file that tells how the tests run.",
        };
    }
    await (0,_fetch_js__WEBPACK_IMPORTED_MODULE_5__.layOut)(git, tree, order.base.head, facts.workspace, (0,_job_js__WEBPACK_IMPORTED_MODULE_7__/* .places */ .zn)(facts).index("base"));
    const deadline = { minutes: context.verifyMinutes, now: job.now, log: job.log };
    const results = [];
    let sandbox = "";
    for (const [stage, egress] of [
        [commands.setup, true],
        [commands.verify, false],
    ]) {
        if (stage.length === 0)
            continue;
        const opened = await openFor(job, facts, sandboxMode, egress ? commands.hosts : undefined);
        sandbox = `${opened.tier}: ${opened.reason}`.slice(0, 200);
        try {
            results.push(...(await (0,_run_commands_js__WEBPACK_IMPORTED_MODULE_8__/* .runCommands */ .a)(opened, stage, { ...deadline, egress })));
        }
        catch (error) {
            return { ...evidence, tree, sandbox, commands: results, problem: (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error).slice(0, 2_000) };
        }
        finally {
            await opened.close();
        }
        if (results.some((result) => result.exitCode !== 0))
            break;
    }
    return {
        ...evidence,
        tree,
        sandbox,
        commands: fitting(results),
        passed: results.every((result) => result.exitCode === 0),
    };
}
/**
 * This job holds no secret, so where no commands can be isolated they may run bare, but only on a machine that is thrown away
 * after the job and only when the maintainer accepted a tier without isolation.
 */
async function openFor(job, facts, mode, hosts) {
    if (mode !== "no-exec")
        return (0,_open_sandbox_js__WEBPACK_IMPORTED_MODULE_6__/* .sandboxFor */ .X)(job, facts, { mode, hosts });
    try {
        return await (0,_open_sandbox_js__WEBPACK_IMPORTED_MODULE_6__/* .sandboxFor */ .X)(job, facts, { mode: "required", hosts });
    }
    catch (error) {
        const isThrownAway = job.env.RUNNER_ENVIRONMENT === "github-hosted";
        if (!(error instanceof _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NightshiftError */ .nc && error.code === "SANDBOX_UNAVAILABLE" && isThrownAway))
            throw error;
        job.warn(`The verification runs without a sandbox, on a machine that lives for this job. ${error.message}`);
        return (0,_open_sandbox_js__WEBPACK_IMPORTED_MODULE_6__/* .sandboxFor */ .X)(job, facts, { mode: "off" });
    }
}
/** Job outputs are small: only the first failure keeps its output. */
function fitting(results) {
    return results.map((result) => ({
        ...result,
        command: result.command.slice(0, 200),
        tail: result.tail.slice(-2_000),
    }));
}
async function treeToVerify(facts, order, git) {
    if (order.mode === "verify" && order.pull) {
        const merged = await git.mergeTree(order.base.head, order.pull.head);
        return merged.conflicts.length === 0 ? merged.tree : undefined;
    }
    const outcome = await (0,_context_js__WEBPACK_IMPORTED_MODULE_4__/* .readJson */ .Vh)((0,_job_js__WEBPACK_IMPORTED_MODULE_7__/* .places */ .zn)(facts).outcome, _domain_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .Outcome */ .Pi);
    return (0,_change_js__WEBPACK_IMPORTED_MODULE_2__/* .mergedTree */ .L)(git, order, await (0,_change_js__WEBPACK_IMPORTED_MODULE_2__/* .changeOf */ .C)(git, facts, order, outcome));
}
/** The base's word counts. Only a base that says nothing lets the change say how it is verified. */
async function commandsFor(git, order, tree, context) {
    const ofBase = await (0,_commands_js__WEBPACK_IMPORTED_MODULE_3__/* .findCommands */ .u)(git, order.base.head, context);
    const ofTree = await (0,_commands_js__WEBPACK_IMPORTED_MODULE_3__/* .findCommands */ .u)(git, tree, context);
    return {
        setup: context.setup ?? ofTree.setup,
        hosts: ofTree.hosts,
        verify: ofBase.verify.length > 0 ? ofBase.verify : ofTree.verify,
    };
}


/***/ }),

/***/ 19410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cv: () => (/* binding */ inBuildOrder),
/* harmony export */   X1: () => (/* binding */ TrackedFeature),
/* harmony export */   cw: () => (/* binding */ Plan)
/* harmony export */ });
/* unused harmony exports PLAN_LIMIT, PlannedFeature, findCycle */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67185);
/** Plans: what a requirement becomes. */


const PLAN_LIMIT = 40_000;
/** A feature as the code agent plans it. */
const PlannedFeature = zod__WEBPACK_IMPORTED_MODULE_1__.strictObject({
    key: _words_js__WEBPACK_IMPORTED_MODULE_0__/* .FeatureKey */ .m.describe("Short slug, unique in this plan"),
    title: zod__WEBPACK_IMPORTED_MODULE_1__.string().min(3).max(120),
    description: zod__WEBPACK_IMPORTED_MODULE_1__.string()
        .min(1)
        .max(2_000)
        .describe("What to build and why, for someone who has not read the requirement"),
    criteria: zod__WEBPACK_IMPORTED_MODULE_1__.array(zod__WEBPACK_IMPORTED_MODULE_1__.string().min(3).max(400))
        .min(1)
        .max(12)
        .describe("Acceptance criteria, each checkable"),
    after: zod__WEBPACK_IMPORTED_MODULE_1__.array(_words_js__WEBPACK_IMPORTED_MODULE_0__/* .FeatureKey */ .m).max(20).default([]).describe("Keys of features that must be merged first"),
    files: zod__WEBPACK_IMPORTED_MODULE_1__.array(zod__WEBPACK_IMPORTED_MODULE_1__.string().max(200)).max(40).default([]).describe("Files likely touched"),
});
/** What plan mode hands in. Refuses double keys, unknown dependencies, cycles and plans too long for one comment. */
const Plan = zod__WEBPACK_IMPORTED_MODULE_1__.strictObject({ features: zod__WEBPACK_IMPORTED_MODULE_1__.array(PlannedFeature).min(1).max(20) })
    .superRefine((plan, context) => {
    for (const message of planMistakes(plan.features))
        context.addIssue({ code: "custom", path: ["features"], message });
});
/** A planned feature with the issue that tracks it; `number` is missing until that issue exists. */
const TrackedFeature = PlannedFeature.extend({ number: _words_js__WEBPACK_IMPORTED_MODULE_0__/* .IssueNumber */ .rd.optional() });
function planMistakes(features) {
    const keys = features.map((feature) => feature.key);
    const doubled = keys.filter((key, at) => keys.indexOf(key) !== at);
    const mistakes = [...new Set(doubled)].map((key) => `two features have the key "${key}"`);
    for (const feature of features) {
        for (const key of feature.after) {
            if (!keys.includes(key))
                mistakes.push(`"${feature.key}" comes after "${key}", which is not in the plan`);
        }
    }
    const cycle = findCycle(features);
    if (cycle)
        mistakes.push(`the dependencies form a cycle: ${cycle.join(" → ")}`);
    if (JSON.stringify(features).length > PLAN_LIMIT)
        mistakes.push(`the plan has more than ${PLAN_LIMIT} characters; say less`);
    return mistakes;
}
/** Keys of one dependency cycle, first key repeated at the end; undefined when there is none. */
function findCycle(features) {
    const after = new Map(features.map((feature) => [feature.key, feature.after]));
    const done = new Set();
    const visit = (key, path) => {
        const at = path.indexOf(key);
        if (at >= 0)
            return [...path.slice(at), key];
        if (done.has(key))
            return undefined;
        for (const next of after.get(key) ?? []) {
            const cycle = visit(next, [...path, key]);
            if (cycle)
                return cycle;
        }
        done.add(key);
        return undefined;
    };
    for (const feature of features) {
        const cycle = visit(feature.key, []);
        if (cycle)
            return cycle;
    }
    return undefined;
}
/** Features in an order in which each comes after those it depends on; otherwise as planned. */
function inBuildOrder(features) {
    const ordered = [];
    const placed = new Set();
    let left = [...features];
    while (left.length > 0) {
        const next = left.find((feature) => feature.after.every((key) => placed.has(key))) ?? left[0];
        if (next === undefined)
            break;
        ordered.push(next);
        placed.add(next.key);
        left = left.filter((feature) => feature !== next);
    }
    return ordered;
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88343);
/** Findings of a review, as the model hands them in and as the host anchors them. */

const Severity = zod__WEBPACK_IMPORTED_MODULE_0__["enum"](["blocker", "major", "minor", "nit"]);
const Finding = zod__WEBPACK_IMPORTED_MODULE_0__.strictObject({
    path: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(1).max(500).describe("File of the finding"),
    side: zod__WEBPACK_IMPORTED_MODULE_0__["enum"](["RIGHT", "LEFT"]).default("RIGHT").describe("RIGHT for the new text, LEFT for deleted lines"),
    quote: zod__WEBPACK_IMPORTED_MODULE_0__.string()
        .min(1)
        .max(2_000)
        .describe("1 to 6 lines copied verbatim from the diff, without the + or - sign"),
    severity: Severity,
    category: zod__WEBPACK_IMPORTED_MODULE_0__.string()
        .min(1)
        .max(40)
        .describe("security, correctness, data, tests, requirement, performance, clarity"),
    title: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(3).max(160),
    why: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(3).max(1_200).describe("What is wrong and since which changed line"),
    scenario: zod__WEBPACK_IMPORTED_MODULE_0__.string().max(800).default("").describe("Input or state, then the wrong outcome"),
    suggestion: zod__WEBPACK_IMPORTED_MODULE_0__.string()
        .max(2_000)
        .optional()
        .describe("Exact replacement of the quoted lines, only when it fixes all of it"),
});
const ThreadCheck = zod__WEBPACK_IMPORTED_MODULE_0__.strictObject({
    thread: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(1).max(100).describe("Id of the thread, as given"),
    state: zod__WEBPACK_IMPORTED_MODULE_0__["enum"](["fixed", "open", "withdrawn"]),
    reply: zod__WEBPACK_IMPORTED_MODULE_0__.string().max(800).default(""),
});
const CriterionCheck = zod__WEBPACK_IMPORTED_MODULE_0__.strictObject({
    criterion: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(1).max(400),
    state: zod__WEBPACK_IMPORTED_MODULE_0__["enum"](["met", "unmet", "human"]),
    evidence: zod__WEBPACK_IMPORTED_MODULE_0__.string().max(800).default(""),
});
/** What the review agent hands in. */
const ReviewOutput = zod__WEBPACK_IMPORTED_MODULE_0__.strictObject({
    findings: zod__WEBPACK_IMPORTED_MODULE_0__.array(Finding).max(60),
    threads: zod__WEBPACK_IMPORTED_MODULE_0__.array(ThreadCheck).max(100).default([]),
    criteria: zod__WEBPACK_IMPORTED_MODULE_0__.array(CriterionCheck).max(24).default([]),
});
/** What the code agent hands in, by mode. */
const ImplementOutput = zod__WEBPACK_IMPORTED_MODULE_0__.strictObject({
    pull: zod__WEBPACK_IMPORTED_MODULE_0__.strictObject({ title: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(3).max(120), body: zod__WEBPACK_IMPORTED_MODULE_0__.string().max(8_000) }),
    criteria: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.strictObject({ criterion: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(1).max(400), evidence: zod__WEBPACK_IMPORTED_MODULE_0__.string().max(800) }))
        .max(24)
        .default([]),
});
const FeedbackOutput = zod__WEBPACK_IMPORTED_MODULE_0__.strictObject({
    answers: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.strictObject({
        thread: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(1).max(100).describe("Id of the thread, as given"),
        action: zod__WEBPACK_IMPORTED_MODULE_0__["enum"](["fixed", "disputed"]),
        reply: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(1).max(2_000),
    }))
        .max(100)
        .default([]),
});
const ConflictOutput = zod__WEBPACK_IMPORTED_MODULE_0__.strictObject({ notes: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(1).max(4_000) });


/***/ }),

/***/ 64324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rj: () => (/* binding */ Hooks)
/* harmony export */ });
/* unused harmony exports HOOK_POINTS, HookCommand */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88343);
/** Commands of a repository that run at fixed points of an agent's run. */

const HOOK_POINTS = [
    "RunStart",
    "PreModel",
    "PreToolUse",
    "PostToolUse",
    "PreCompact",
    "SubagentStop",
    "Stop",
    "RunEnd",
];
const MOST_HOOKS = 10;
const HookCommand = zod__WEBPACK_IMPORTED_MODULE_0__.strictObject({
    run: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(1).max(2_000).describe("Shell command; reads one JSON object from its standard input"),
    match: zod__WEBPACK_IMPORTED_MODULE_0__.string()
        .min(1)
        .max(300)
        .regex(/^[\w*|-]+$/, "expected names of tools with |, such as bash|edit_file, or mcp__tracker__*")
        .optional()
        .describe("Only for PreToolUse and PostToolUse: names of tools, separated by |, * for any letters; default: all"),
    timeout_seconds: zod__WEBPACK_IMPORTED_MODULE_0__.int()
        .min(1)
        .max(300)
        .default(30)
        .describe("Then it is killed, which counts as a failure"),
    required: zod__WEBPACK_IMPORTED_MODULE_0__.boolean()
        .default(false)
        .describe("A hook that fails blocks as well; without it a failure is a warning"),
});
const commands = (what) => zod__WEBPACK_IMPORTED_MODULE_0__.array(HookCommand).max(MOST_HOOKS).default([]).describe(what);
const Hooks = zod__WEBPACK_IMPORTED_MODULE_0__.strictObject({
    RunStart: commands("Before the first turn; block ends the run"),
    PreModel: commands("Before every request to the model; block ends the run"),
    PreToolUse: commands("Before a tool call; block refuses it, updatedInput changes it"),
    PostToolUse: commands("After a tool call; block makes its result an error"),
    PreCompact: commands("Before the conversation is replaced by a summary; block ends the run"),
    SubagentStop: commands("When a sub-agent says that it is done; block sends it back"),
    Stop: commands("When the agent says that it is done; block sends it back, three times at most"),
    RunEnd: commands("After the run; cannot block"),
})
    .superRefine((hooks, context) => {
    for (const point of HOOK_POINTS) {
        if (point === "PreToolUse" || point === "PostToolUse")
            continue;
        for (const [index, hook] of hooks[point].entries()) {
            if (hook.match !== undefined)
                context.addIssue({
                    code: "custom",
                    path: [point, index, "match"],
                    message: "match belongs to PreToolUse and PostToolUse; remove it",
                });
        }
    }
});


/***/ }),

/***/ 76124:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ McpServers)
/* harmony export */ });
/* unused harmony export McpServer */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88343);
/** MCP servers whose tools the agents of a repository get. */

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);
/** The model's words go there, so it is encrypted or stays on this machine, and no credential stands in a file. */
function isSafeUrl(text) {
    if (!URL.canParse(text))
        return false;
    const { protocol, hostname, username, password } = new URL(text);
    return ((protocol === "https:" || (protocol === "http:" && LOOPBACK.has(hostname))) && !username && !password);
}
const shared = {
    name: zod__WEBPACK_IMPORTED_MODULE_0__.string()
        .regex(/^[a-z][a-z0-9-]{0,29}$/, "expected lower-case letters, digits and dashes")
        .describe("Name of the server; its tools are called mcp__<name>__<tool>"),
    tools: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string().min(1).max(100))
        .min(1)
        .max(50)
        .describe("The tools of the server that agents get; no others"),
    read_only: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string().min(1).max(100))
        .max(50)
        .default([])
        .describe("Those of `tools` that change nothing, when the server says so as well; they may run side by side"),
    agents: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__["enum"](["code", "review"]))
        .min(1)
        .default(["code"])
        .describe("Agents that get these tools"),
    timeout_seconds: zod__WEBPACK_IMPORTED_MODULE_0__.int().min(1).max(600).default(60).describe("For starting the server, and for each call"),
};
const StdioServer = zod__WEBPACK_IMPORTED_MODULE_0__.strictObject({
    ...shared,
    command: zod__WEBPACK_IMPORTED_MODULE_0__.string()
        .min(1)
        .max(300)
        .describe("Program; runs in the sandbox, without network and without any secret"),
    args: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string().max(1_000)).max(50).default([]).describe("Its arguments"),
    env: zod__WEBPACK_IMPORTED_MODULE_0__.record(zod__WEBPACK_IMPORTED_MODULE_0__.string().regex(/^[A-Z][A-Z0-9_]*$/), zod__WEBPACK_IMPORTED_MODULE_0__.string().max(1_000))
        .default({})
        .describe("Variables with their values, which everybody can read here; no secrets"),
});
const HttpServer = zod__WEBPACK_IMPORTED_MODULE_0__.strictObject({
    ...shared,
    url: zod__WEBPACK_IMPORTED_MODULE_0__.string()
        .max(1_000)
        .refine(isSafeUrl, "expected https, or http on localhost, without user or password in it")
        .describe("Address of a server that speaks streamable HTTP"),
});
const McpServer = zod__WEBPACK_IMPORTED_MODULE_0__.union([StdioServer, HttpServer]);
const McpServers = zod__WEBPACK_IMPORTED_MODULE_0__.array(McpServer)
    .max(10)
    .superRefine((servers, context) => {
    for (const [index, { name }] of servers.entries()) {
        if (servers.findIndex((server) => server.name === name) < index)
            context.addIssue({
                code: "custom",
                path: [index, "name"],
                message: "two servers have this name; rename one",
            });
    }
});


/***/ }),

/***/ 25772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pi: () => (/* binding */ Outcome),
/* harmony export */   of: () => (/* binding */ Evidence)
/* harmony export */ });
/* unused harmony export CommandResult */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(64377);
/* harmony import */ var _feature_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19410);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39813);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57024);
/* harmony import */ var _state_block_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44917);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67185);
/** What an agent job leaves behind, and what a verify job saw. Written by the job that ran the model: data, never trusted. */






const common = {
    v: zod__WEBPACK_IMPORTED_MODULE_5__.literal(1),
    order: zod__WEBPACK_IMPORTED_MODULE_5__.uuid(),
    status: zod__WEBPACK_IMPORTED_MODULE_5__["enum"](["done", "nothing_to_do", "failed", "blocked", "deferred", "cancelled"]),
    /** Typed stop of the agent loop. */
    cause: zod__WEBPACK_IMPORTED_MODULE_5__.string().max(40),
    /** One sentence for people. */
    message: zod__WEBPACK_IMPORTED_MODULE_5__.string().max(4_000),
    summary: zod__WEBPACK_IMPORTED_MODULE_5__.string().max(4_000),
    blockers: zod__WEBPACK_IMPORTED_MODULE_5__.array(zod__WEBPACK_IMPORTED_MODULE_5__.strictObject({ kind: zod__WEBPACK_IMPORTED_MODULE_5__.string().max(60), detail: zod__WEBPACK_IMPORTED_MODULE_5__.string().max(2_000) })).max(20),
    sandbox: zod__WEBPACK_IMPORTED_MODULE_5__.string().max(200),
    /** Calls that needed a person or a wider sandbox. */
    escalations: zod__WEBPACK_IMPORTED_MODULE_5__.array(_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .Escalation */ .UN).max(50).default([]),
    cost: _state_block_js__WEBPACK_IMPORTED_MODULE_3__/* .RunCost */ .h$,
    resumeAfter: zod__WEBPACK_IMPORTED_MODULE_6__.datetime().optional(),
    /** Tree that the patch applies to. */
    from: _words_js__WEBPACK_IMPORTED_MODULE_4__/* .Sha */ .$R,
    /** False: nothing was changed. */
    patch: zod__WEBPACK_IMPORTED_MODULE_5__.boolean(),
};
const Outcome = zod__WEBPACK_IMPORTED_MODULE_5__.discriminatedUnion("mode", [
    zod__WEBPACK_IMPORTED_MODULE_5__.strictObject({ ...common, mode: zod__WEBPACK_IMPORTED_MODULE_5__.literal("plan"), output: _feature_js__WEBPACK_IMPORTED_MODULE_0__/* .Plan */ .cw.optional() }),
    zod__WEBPACK_IMPORTED_MODULE_5__.strictObject({ ...common, mode: zod__WEBPACK_IMPORTED_MODULE_5__.literal("implement"), output: _finding_js__WEBPACK_IMPORTED_MODULE_1__/* .ImplementOutput */ .HA.optional() }),
    zod__WEBPACK_IMPORTED_MODULE_5__.strictObject({ ...common, mode: zod__WEBPACK_IMPORTED_MODULE_5__.literal("feedback"), output: _finding_js__WEBPACK_IMPORTED_MODULE_1__/* .FeedbackOutput */ .T6.optional() }),
    zod__WEBPACK_IMPORTED_MODULE_5__.strictObject({ ...common, mode: zod__WEBPACK_IMPORTED_MODULE_5__.literal("conflict"), output: _finding_js__WEBPACK_IMPORTED_MODULE_1__/* .ConflictOutput */ .i1.optional() }),
    zod__WEBPACK_IMPORTED_MODULE_5__.strictObject({
        ...common,
        mode: zod__WEBPACK_IMPORTED_MODULE_5__.literal("review"),
        output: _finding_js__WEBPACK_IMPORTED_MODULE_1__/* .ReviewOutput */ .uU.optional(),
        /** Hunks that no model read, by a named reason; any of them forbids approval. */
        deferred: zod__WEBPACK_IMPORTED_MODULE_5__.array(zod__WEBPACK_IMPORTED_MODULE_5__.strictObject({ path: zod__WEBPACK_IMPORTED_MODULE_5__.string().max(500), hunk: zod__WEBPACK_IMPORTED_MODULE_5__.string().max(80), why: zod__WEBPACK_IMPORTED_MODULE_5__.string().max(200) }))
            .max(2_000)
            .default([]),
    }),
]);
const CommandResult = zod__WEBPACK_IMPORTED_MODULE_5__.strictObject({
    command: zod__WEBPACK_IMPORTED_MODULE_5__.string().max(2_000),
    exitCode: zod__WEBPACK_IMPORTED_MODULE_5__.int().nullable(),
    ms: zod__WEBPACK_IMPORTED_MODULE_5__.number().nonnegative(),
    /** Last lines of the output of a command that failed. */
    tail: zod__WEBPACK_IMPORTED_MODULE_5__.string().max(4_000),
});
/** Verification of exactly one merge: set-up and verify commands on the base with the change applied. */
const Evidence = zod__WEBPACK_IMPORTED_MODULE_5__.strictObject({
    v: zod__WEBPACK_IMPORTED_MODULE_5__.literal(1),
    order: zod__WEBPACK_IMPORTED_MODULE_5__.uuid(),
    passed: zod__WEBPACK_IMPORTED_MODULE_5__.boolean(),
    base: _words_js__WEBPACK_IMPORTED_MODULE_4__/* .Sha */ .$R,
    /** Tree that the commands ran on. */
    tree: _words_js__WEBPACK_IMPORTED_MODULE_4__/* .Sha */ .$R,
    sandbox: zod__WEBPACK_IMPORTED_MODULE_5__.string().max(200),
    commands: zod__WEBPACK_IMPORTED_MODULE_5__.array(CommandResult).max(40),
    /** Why it could not run, when it could not. */
    problem: zod__WEBPACK_IMPORTED_MODULE_5__.string().max(2_000).default(""),
});


/***/ }),

/***/ 57024:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HZ: () => (/* binding */ PolicyRule),
/* harmony export */   UN: () => (/* binding */ Escalation)
/* harmony export */ });
/* unused harmony export PROFILES */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88343);
/** Rules of a repository for what its agents may call: an ordered list, the first that matches decides. */

/** Wider places to run a command once more: with the hosts of the set-up in reach, or with more time. Both are the sandbox. */
const PROFILES = ["setup_hosts", "long_command"];
const PolicyRule = zod__WEBPACK_IMPORTED_MODULE_0__.strictObject({
    decision: zod__WEBPACK_IMPORTED_MODULE_0__["enum"](["allow", "deny", "escalate"])
        .describe("escalate asks a person (nobody there = deny and tell), or with `profile` widens the sandbox"),
    agent: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(1).max(60).optional().describe("Name of an agent; default: any"),
    tool: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(1).max(100).optional().describe("Name of a tool; default: any"),
    path: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(1).max(300).optional().describe("Glob of paths that the call names"),
    command: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(1).max(300).optional().describe("Words that a shell command begins with"),
    profile: zod__WEBPACK_IMPORTED_MODULE_0__["enum"](PROFILES)
        .optional()
        .describe("With escalate: a command that the sandbox stopped runs once more with the set-up hosts in reach, or with up to 30 minutes"),
    why: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(1).max(300).describe("Shown to the agent and to people"),
})
    .refine((rule) => rule.profile === undefined || rule.decision === "escalate", {
    error: "profile belongs to decision: escalate",
    path: ["profile"],
})
    .refine((rule) => rule.path === undefined || rule.command === undefined, {
    error: "a rule is about a path or about a command, not both",
    path: ["command"],
});
/** A call that needed a person, or a wider sandbox, and what came of it. */
const Escalation = zod__WEBPACK_IMPORTED_MODULE_0__.strictObject({
    agent: zod__WEBPACK_IMPORTED_MODULE_0__.string().max(60),
    tool: zod__WEBPACK_IMPORTED_MODULE_0__.string().max(100),
    /** The command or the paths, shortened. */
    what: zod__WEBPACK_IMPORTED_MODULE_0__.string().max(300),
    why: zod__WEBPACK_IMPORTED_MODULE_0__.string().max(600),
    answer: zod__WEBPACK_IMPORTED_MODULE_0__["enum"](["denied", "approved", "widened"]),
});


/***/ }),

/***/ 66178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ canWrite)
/* harmony export */ });
function canWrite(snapshot, person) {
    return !person.bot && snapshot.writers.get(person.login) === true;
}


/***/ }),

/***/ 44917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $O: () => (/* binding */ AskBlock),
/* harmony export */   $X: () => (/* binding */ RequirementBlock),
/* harmony export */   Ds: () => (/* binding */ FindingBlock),
/* harmony export */   Gr: () => (/* binding */ readBlock),
/* harmony export */   M0: () => (/* binding */ FeatureBlock),
/* harmony export */   MR: () => (/* binding */ visiblePart),
/* harmony export */   Ry: () => (/* binding */ CostBlock),
/* harmony export */   Th: () => (/* binding */ BODY_LIMIT),
/* harmony export */   V9: () => (/* binding */ DeferredBlock),
/* harmony export */   g8: () => (/* binding */ renderBlock),
/* harmony export */   h$: () => (/* binding */ RunCost),
/* harmony export */   s: () => (/* binding */ ReviewBlock),
/* harmony export */   su: () => (/* binding */ withBlock),
/* harmony export */   tn: () => (/* binding */ PullBlock)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64377);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49285);
/* harmony import */ var _feature_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19410);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67185);
/**
 * Hidden, versioned state in a text that we wrote: `<!-- nightshift:state {json} -->`. Accepted only when we wrote the text
 * and nobody else edited it since. A block can only make us do less: it never authorises, approves or names a SHA to merge.
 */




/** GitHub's limit for bodies of issues, comments and reviews, in characters. */
const BODY_LIMIT = 65_536;
/** What one workflow run cost. `usd` is null when the model's price is unknown. */
const RunCost = zod__WEBPACK_IMPORTED_MODULE_3__.strictObject({
    run: zod__WEBPACK_IMPORTED_MODULE_3__.int().positive(),
    agent: zod__WEBPACK_IMPORTED_MODULE_3__["enum"](["code", "review"]),
    mode: zod__WEBPACK_IMPORTED_MODULE_3__.string().max(20),
    usd: zod__WEBPACK_IMPORTED_MODULE_3__.number().nonnegative().nullable(),
    turns: zod__WEBPACK_IMPORTED_MODULE_3__.int().nonnegative(),
    tokens: zod__WEBPACK_IMPORTED_MODULE_3__.int().nonnegative(),
    /** Issue of the feature that it worked on. */
    feature: zod__WEBPACK_IMPORTED_MODULE_3__.int().positive().optional(),
    /** Day of its end, UTC. */
    day: zod__WEBPACK_IMPORTED_MODULE_4__.date().optional(),
});
/** In the sticky comment of a requirement. `textHash` is the authorised text that was planned. */
const RequirementBlock = zod__WEBPACK_IMPORTED_MODULE_3__.strictObject({
    v: zod__WEBPACK_IMPORTED_MODULE_3__.literal(1),
    kind: zod__WEBPACK_IMPORTED_MODULE_3__.literal("requirement"),
    textHash: zod__WEBPACK_IMPORTED_MODULE_3__.string().regex(/^[0-9a-f]{64}$/),
    features: zod__WEBPACK_IMPORTED_MODULE_3__.array(_feature_js__WEBPACK_IMPORTED_MODULE_1__/* .TrackedFeature */ .X1).max(20),
    /** Attempts and costs up to here; runs are counted afresh after it. */
    costs: zod__WEBPACK_IMPORTED_MODULE_3__.array(RunCost).max(400).default([]),
    told: zod__WEBPACK_IMPORTED_MODULE_3__.string().max(2_000).default(""),
});
/** In the body of a pull request. */
const PullBlock = zod__WEBPACK_IMPORTED_MODULE_3__.strictObject({
    v: zod__WEBPACK_IMPORTED_MODULE_3__.literal(1),
    kind: zod__WEBPACK_IMPORTED_MODULE_3__.literal("pull"),
    requirement: zod__WEBPACK_IMPORTED_MODULE_3__.int().positive(),
    feature: zod__WEBPACK_IMPORTED_MODULE_3__.int().positive(),
    key: zod__WEBPACK_IMPORTED_MODULE_3__.string().max(40),
    sandbox: zod__WEBPACK_IMPORTED_MODULE_3__.string().max(200),
    criteria: zod__WEBPACK_IMPORTED_MODULE_3__.array(zod__WEBPACK_IMPORTED_MODULE_3__.string().max(400)).max(12),
    costs: zod__WEBPACK_IMPORTED_MODULE_3__.array(RunCost).max(100),
});
/** In the body of a review. */
const ReviewBlock = zod__WEBPACK_IMPORTED_MODULE_3__.strictObject({
    v: zod__WEBPACK_IMPORTED_MODULE_3__.literal(1),
    kind: zod__WEBPACK_IMPORTED_MODULE_3__.literal("review"),
    head: _words_js__WEBPACK_IMPORTED_MODULE_2__/* .Sha */ .$R,
    round: zod__WEBPACK_IMPORTED_MODULE_3__.int().positive(),
    verdict: zod__WEBPACK_IMPORTED_MODULE_3__["enum"](["approved", "changes", "comment"]),
    cost: RunCost.optional(),
});
/** In one of our inline comments. */
const FindingBlock = zod__WEBPACK_IMPORTED_MODULE_3__.strictObject({
    v: zod__WEBPACK_IMPORTED_MODULE_3__.literal(1),
    kind: zod__WEBPACK_IMPORTED_MODULE_3__.literal("finding"),
    fingerprint: zod__WEBPACK_IMPORTED_MODULE_3__.string().max(64),
    severity: zod__WEBPACK_IMPORTED_MODULE_3__["enum"](["blocker", "major", "minor", "nit"]),
});
/** In the manager's comment on a pull request or issue that says what is needed from whom. */
const AskBlock = zod__WEBPACK_IMPORTED_MODULE_3__.strictObject({
    v: zod__WEBPACK_IMPORTED_MODULE_3__.literal(1),
    kind: zod__WEBPACK_IMPORTED_MODULE_3__.literal("ask"),
    rung: zod__WEBPACK_IMPORTED_MODULE_3__.string().max(60),
    subject: zod__WEBPACK_IMPORTED_MODULE_3__.string().max(80),
});
/** In our comment on a pull request or issue whose work waits for the model's provider. */
const DeferredBlock = zod__WEBPACK_IMPORTED_MODULE_3__.strictObject({
    v: zod__WEBPACK_IMPORTED_MODULE_3__.literal(1),
    kind: zod__WEBPACK_IMPORTED_MODULE_3__.literal("deferred"),
    until: zod__WEBPACK_IMPORTED_MODULE_4__.datetime(),
});
/** In the body of a feature's sub-issue. */
const FeatureBlock = zod__WEBPACK_IMPORTED_MODULE_3__.strictObject({
    v: zod__WEBPACK_IMPORTED_MODULE_3__.literal(1),
    kind: zod__WEBPACK_IMPORTED_MODULE_3__.literal("feature"),
    requirement: zod__WEBPACK_IMPORTED_MODULE_3__.int().positive(),
    key: zod__WEBPACK_IMPORTED_MODULE_3__.string().max(40),
    after: zod__WEBPACK_IMPORTED_MODULE_3__.array(_words_js__WEBPACK_IMPORTED_MODULE_2__/* .FeatureKey */ .m).max(20).default([]),
});
/** In a comment that tells of a run without a result: what it cost. */
const CostBlock = zod__WEBPACK_IMPORTED_MODULE_3__.strictObject({ v: zod__WEBPACK_IMPORTED_MODULE_3__.literal(1), kind: zod__WEBPACK_IMPORTED_MODULE_3__.literal("cost"), cost: RunCost });
const OPEN = "<!-- nightshift:state ";
const CLOSE = " -->";
/**
 * The block as hidden text. `--` cannot occur inside it, so a comment cannot be closed early. A single dash stays: it may be
 * the sign of an exponent such as 1e-7, which has no escape.
 */
function renderBlock(block) {
    return `${OPEN}${JSON.stringify(block)
        .replace(/-(?=-)/g, "\\u002d")
        .replaceAll(">", "\\u003e")}${CLOSE}`;
}
/** The last block in `text` that fits `schema`; undefined when there is none or it is of another kind or version. */
function readBlock(schema, text) {
    const start = text.lastIndexOf(OPEN);
    const end = start < 0 ? -1 : text.indexOf(CLOSE, start);
    if (end < 0)
        return undefined;
    try {
        const result = schema.safeParse(JSON.parse(text.slice(start + OPEN.length, end)));
        return result.success ? result.data : undefined;
    }
    catch {
        return undefined;
    }
}
/** Visible text and block as one body. Throws STATE_BLOCK_TOO_LARGE past GitHub's limit; the visible text is cut first. */
function withBlock(visible, block) {
    const hidden = renderBlock(block);
    const room = BODY_LIMIT - hidden.length - 64;
    if (room < 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NightshiftError */ .nc("STATE_BLOCK_TOO_LARGE", `The ${block.kind} state has ${hidden.length} characters; GitHub keeps ${BODY_LIMIT}.`);
    }
    const shown = visible.length <= room
        ? visible
        : `${visible.slice(0, room).replace(/[\uD800-\uDBFF]$/, "")}\n\n(cut: too long for one comment)`;
    return `${shown}\n\n${hidden}`;
}
/** The visible part of a body: everything before our block. */
function visiblePart(text) {
    const start = text.lastIndexOf(OPEN);
    return (start < 0 ? text : text.slice(0, start)).trimEnd();
}


/***/ })

};
