export const id = 6480;
export const ids = [6480];
export const modules = {

/***/ 91032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TS: () => (/* binding */ Config),
/* harmony export */   Wh: () => (/* binding */ modelsOf),
/* harmony export */   sb: () => (/* binding */ defaultConfig)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(88343);
/* harmony import */ var _hooks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64324);
/* harmony import */ var _mcp_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76124);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57024);
/* harmony import */ var _provider_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76231);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67185);
/** The settings of a repository: `.github/nightshift.yml` on the default branch, and nowhere else. */






/** A setting that a later version carries out is refused until then, so that nobody believes it is on. */
const notYet = (available, later, what) => zod__WEBPACK_IMPORTED_MODULE_5__.string()
    .refine((value) => value === available || !later.includes(value), {
    error: (issue) => `${what} "${String(issue.input)}" is not available yet; use "${available}"`,
})
    .refine((value) => value === available || later.includes(value), {
    error: (issue) => `unknown ${what} "${String(issue.input)}"; use "${available}"`,
})
    .transform(() => available);
/** One model, or several: the preferred one first. */
const Models = zod__WEBPACK_IMPORTED_MODULE_5__.union([_provider_js__WEBPACK_IMPORTED_MODULE_3__/* .ModelName */ .bt.transform((name) => [name]), _provider_js__WEBPACK_IMPORTED_MODULE_3__/* .ModelList */ .w6], {
    error: "expected provider:model, such as anthropic:claude-sonnet-5-5, or a list of up to four of them",
});
const agent = (defaults) => zod__WEBPACK_IMPORTED_MODULE_5__.strictObject({
    model: Models.optional().describe("provider:model of this agent, or a list of them; default: `model`"),
    max_turns: zod__WEBPACK_IMPORTED_MODULE_5__.int().min(1).max(1_000).default(defaults.turns).describe("Model requests per run"),
    timeout_minutes: zod__WEBPACK_IMPORTED_MODULE_5__.number()
        .min(1)
        .max(340)
        .default(defaults.minutes)
        .describe("Wall time per run, in minutes"),
    max_usd: _words_js__WEBPACK_IMPORTED_MODULE_4__/* .UsDollars */ .qi.default(defaults.usd).describe("Money per run, in US dollars"),
})
    .prefault({});
/** A name, not an address; a leading `*.` stands for all names below. */
const HOST = /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}$/i;
const Config = zod__WEBPACK_IMPORTED_MODULE_5__.strictObject({
    version: zod__WEBPACK_IMPORTED_MODULE_5__.literal(1).default(1).describe("Version of this file's format"),
    model: Models.prefault("anthropic:claude-sonnet-5-5").describe("provider:model that all agents use unless they name their own; of a list, the later ones take over when the first cannot be had"),
    code: agent({ turns: 120, minutes: 45, usd: 5 }).describe("Limits of the code agent"),
    review: agent({ turns: 40, minutes: 15, usd: 1.5 }).describe("Limits of the review agent"),
    base: zod__WEBPACK_IMPORTED_MODULE_5__.string()
        .min(1)
        .max(200)
        .optional()
        .describe("Branch that features are merged into; default: the default branch"),
    setup: zod__WEBPACK_IMPORTED_MODULE_5__.array(zod__WEBPACK_IMPORTED_MODULE_5__.string().min(1))
        .max(20)
        .optional()
        .describe("Commands that prepare a fresh tree; they reach `setup_hosts`, nothing else; default: detected"),
    setup_hosts: zod__WEBPACK_IMPORTED_MODULE_5__.array(zod__WEBPACK_IMPORTED_MODULE_5__.string().regex(HOST, "expected a host name such as npm.example.com, or *.example.com"))
        .max(100)
        .optional()
        .describe("The only hosts that set-up commands may reach, by HTTPS; default: those of the package managers found"),
    verify: zod__WEBPACK_IMPORTED_MODULE_5__.array(zod__WEBPACK_IMPORTED_MODULE_5__.string().min(1))
        .max(20)
        .optional()
        .describe("Commands that must all exit 0 before a merge; default: detected"),
    verify_timeout_minutes: zod__WEBPACK_IMPORTED_MODULE_5__.number()
        .min(1)
        .max(340)
        .default(20)
        .describe("Wall time of set-up and verification together, in minutes"),
    ci: zod__WEBPACK_IMPORTED_MODULE_5__.strictObject({ mode: notYet("verify", ["dispatch", "wait", "native"], "ci mode").default("verify") })
        .prefault({})
        .describe("Which evidence a merge needs"),
    landing: notYet("direct", ["requirement_branch"], "landing")
        .default("direct")
        .describe("Where features are merged"),
    mode: zod__WEBPACK_IMPORTED_MODULE_5__["enum"](["observe", "propose", "merge"])
        .default("merge")
        .describe("observe writes only a summary, propose never merges, merge does everything"),
    features: notYet("sub_issues", ["task_list"], "features")
        .default("sub_issues")
        .describe("How features are kept on GitHub"),
    approval: zod__WEBPACK_IMPORTED_MODULE_5__.strictObject({
        plan: zod__WEBPACK_IMPORTED_MODULE_5__.boolean().default(false).describe("A person approves every plan before work starts"),
        first_pull: zod__WEBPACK_IMPORTED_MODULE_5__.boolean().default(true).describe("A person approves the repository's first pull request"),
        every_pull: zod__WEBPACK_IMPORTED_MODULE_5__.boolean().default(false).describe("A person approves every pull request"),
        risks: zod__WEBPACK_IMPORTED_MODULE_5__.array(zod__WEBPACK_IMPORTED_MODULE_5__["enum"](["dependencies", "database", "ci", "large"]))
            .default(["dependencies", "database", "ci", "large"])
            .describe("Risk labels that need a person's approval of that head"),
        large_lines: zod__WEBPACK_IMPORTED_MODULE_5__.int().positive().default(1_500).describe("Changed lines that make a pull request large"),
    })
        .prefault({})
        .describe("What people approve"),
    protected_paths: zod__WEBPACK_IMPORTED_MODULE_5__.array(zod__WEBPACK_IMPORTED_MODULE_5__.string().min(1))
        .max(100)
        .default([])
        .describe("Paths that the agents may never change, besides .github/workflows, .github/actions and .github/nightshift*"),
    hooks: _hooks_js__WEBPACK_IMPORTED_MODULE_0__/* .Hooks */ .Rj.prefault({}).describe("Commands that run in the sandbox at fixed points of a run; see [extending](extending.md#hooks)"),
    mcp: _mcp_js__WEBPACK_IMPORTED_MODULE_1__/* .McpServers */ .J.default([]).describe("MCP servers whose tools the agents get; see [extending](extending.md#tools-of-mcp-servers)"),
    policy: zod__WEBPACK_IMPORTED_MODULE_5__.array(_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .PolicyRule */ .HZ)
        .max(200)
        .default([])
        .describe("Ordered rules for the agents' tool calls, the first that matches decides; protected paths come before"),
    rounds: zod__WEBPACK_IMPORTED_MODULE_5__.int().min(1).max(20).default(5).describe("Reviews of one pull request before a person is asked"),
    attempts: zod__WEBPACK_IMPORTED_MODULE_5__.int()
        .min(1)
        .max(10)
        .default(3)
        .describe("Runs in a row that may end without a result before a person is asked"),
    parallel: zod__WEBPACK_IMPORTED_MODULE_5__.int()
        .refine((value) => value === 1, { error: "more than one feature at a time is not available yet; use 1" })
        .default(1)
        .describe("Features in work at the same time"),
    merge_method: zod__WEBPACK_IMPORTED_MODULE_5__["enum"](["squash"], { error: 'only "squash" is available' })
        .default("squash")
        .describe("How pull requests are merged"),
    budget: zod__WEBPACK_IMPORTED_MODULE_5__.strictObject({
        feature_usd: _words_js__WEBPACK_IMPORTED_MODULE_4__/* .UsDollars */ .qi.default(20).describe("Money per feature across runs, in US dollars"),
        requirement_usd: _words_js__WEBPACK_IMPORTED_MODULE_4__/* .UsDollars */ .qi.default(100).describe("Money per requirement across runs, in US dollars"),
        day_usd: _words_js__WEBPACK_IMPORTED_MODULE_4__/* .UsDollars */ .qi.default(200).describe("Money per day (UTC) across all requirements, in US dollars"),
    })
        .prefault({})
        .describe("Money across runs"),
    review_scope: notYet("agents", ["all", "labelled"], "review scope")
        .default("agents")
        .describe("Which pull requests are reviewed"),
    label_prefix: zod__WEBPACK_IMPORTED_MODULE_5__.string()
        .regex(/^[\w.-]{1,30}$/, "expected 1 to 30 letters, digits, dots, dashes or underscores")
        .default(_words_js__WEBPACK_IMPORTED_MODULE_4__/* .DEFAULT_LABEL_PREFIX */ .qu)
        .describe("First part of every label"),
    branch_prefix: zod__WEBPACK_IMPORTED_MODULE_5__.string()
        .regex(/^[\w.-]{1,30}\/$/, "expected a word and a slash, such as nightshift/")
        .default("nightshift/")
        .describe("First part of every branch that the agents own"),
    notifications: zod__WEBPACK_IMPORTED_MODULE_5__.strictObject({})
        .prefault({})
        .describe("Not available yet: Slack, Discord and generic webhooks"),
    transcript: zod__WEBPACK_IMPORTED_MODULE_5__["enum"](["on", "off"])
        .default("on")
        .describe("Whether the redacted transcript of a run is uploaded"),
    lessons: zod__WEBPACK_IMPORTED_MODULE_5__["enum"](["off", "propose"])
        .default("off")
        .describe("propose: what reviews taught becomes a pull request to .github/nightshift/lessons.md when a requirement is complete"),
});
/** All defaults: what holds without a file. */
function defaultConfig() {
    return Config.parse({});
}
/** `provider:model` of an agent, the preferred one first. */
function modelsOf(config, agentName) {
    return config[agentName].model ?? config.model;
}


/***/ }),

/***/ 48790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ peopleToAsk),
/* harmony export */   s: () => (/* binding */ decidePeople)
/* harmony export */ });
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70097);
/* harmony import */ var _person_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91199);
/* harmony import */ var _pull_facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99331);
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66178);




/** Commands for every unhandled comment of requirements, features and pull requests, oldest first. */
function decidePeople(snapshot, statusText) {
    const found = places(snapshot).flatMap((place) => commentsOf(place)
        .filter((comment) => !comment.handled && comment.author.login !== snapshot.identity)
        .map((comment) => ({ place, comment, command: (0,_person_command_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePersonCommand */ .c)(comment.body) })));
    return found
        .filter(({ command }) => command !== undefined)
        .sort((a, b) => a.comment.createdAt.localeCompare(b.comment.createdAt))
        .flatMap(({ place, comment, command }) => {
        const refused = command === undefined ||
            command === "unknown" ||
            comment.edited ||
            !(0,_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .canWrite */ ._)(snapshot, comment.author);
        if (refused)
            return [{ do: "react", comment: comment.nodeId, content: "CONFUSED" }];
        return [
            ...carryOut(snapshot, place, command, statusText),
            { do: "react", comment: comment.nodeId, content: "ROCKET" },
        ];
    });
}
/** Logins whose live permission decides something here. */
function peopleToAsk(snapshot) {
    const logins = new Set();
    for (const requirement of snapshot.requirements) {
        const { labelled, lastEdit } = requirement;
        if (labelled && !labelled.by.bot)
            logins.add(labelled.by.login);
        if (lastEdit && !lastEdit.by.bot)
            logins.add(lastEdit.by.login);
        for (const comment of [
            ...requirement.comments,
            ...requirement.features.flatMap((feature) => feature.comments),
        ])
            askFor(comment, logins);
    }
    for (const pull of snapshot.pulls) {
        if (pull.state === "merged")
            continue;
        for (const comment of pull.comments)
            askFor(comment, logins);
        for (const review of pull.reviews) {
            if (!review.author.bot && review.state !== "commented")
                logins.add(review.author.login);
        }
    }
    return [...logins].sort();
}
function askFor(comment, logins) {
    if (!comment.author.bot && (0,_person_command_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePersonCommand */ .c)(comment.body) !== undefined)
        logins.add(comment.author.login);
}
function places(snapshot) {
    return snapshot.requirements.flatMap((requirement) => [
        { requirement, feature: undefined, pull: undefined },
        ...requirement.features.map((feature) => ({ requirement, feature, pull: undefined })),
        ...snapshot.pulls
            .filter((pull) => pull.block?.requirement === requirement.number && pull.state !== "merged")
            .map((pull) => ({ requirement, feature: (0,_pull_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .featureOf */ .mo)(requirement, pull.block?.feature), pull })),
    ]);
}
function commentsOf({ requirement, feature, pull }) {
    return (pull ?? feature ?? requirement).comments;
}
function carryOut(snapshot, place, command, statusText) {
    const prefix = snapshot.config.label_prefix;
    const subject = place.pull ?? place.feature ?? place.requirement;
    const target = { number: subject.number, nodeId: subject.nodeId };
    const relabel = (add, remove) => {
        const change = {
            add: add.filter((name) => !subject.labels.includes(name)),
            remove: remove.filter((name) => subject.labels.includes(name)),
        };
        return change.add.length + change.remove.length === 0 ? [] : [{ do: "label", target, ...change }];
    };
    switch (command.name) {
        case "status":
            return [{ do: "say", number: subject.number, id: undefined, body: statusText(place) }];
        case "pause":
            return relabel([(0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .stateLabel */ .UH)(prefix, "paused")], []);
        case "resume":
            return relabel([], [(0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .stateLabel */ .UH)(prefix, "paused")]);
        case "start":
            return relabel([(0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .requirementLabel */ .kC)(prefix)], [(0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .stateLabel */ .UH)(prefix, "paused")]);
        case "retry":
            return retry(snapshot, place);
        case "stop":
            return [{ do: "close", number: subject.number, reason: "not_planned" }];
        case "approve":
            return [];
    }
}
/**
 * Leads out of every needs-human state, back to where the ladders decide again: said on a pull request for its feature, said
 * on a feature for its pull request too, said on the requirement for everything below it. A pull request that was closed
 * stays closed; its feature is built anew.
 */
function retry(snapshot, { requirement, feature, pull }) {
    const prefix = snapshot.config.label_prefix;
    const human = (0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .stateLabel */ .UH)(prefix, "needs-human");
    const done = new Set();
    const back = (thing, family, state) => {
        if (done.has(thing.number) || !thing.labels.includes(human))
            return [];
        done.add(thing.number);
        const target = { number: thing.number, nodeId: thing.nodeId };
        return [{ do: "label", target, ...(0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .labelChange */ .vp)(prefix, family, state, thing.labels) }];
    };
    const pulls = snapshot.pulls.filter((candidate) => candidate.state === "open" && candidate.block?.requirement === requirement.number);
    const featureBack = (issue) => {
        const open = pulls.find((candidate) => candidate.block?.feature === issue.number);
        const own = issue.number === requirement.number;
        return [
            ...(open ? back(open, _labels_js__WEBPACK_IMPORTED_MODULE_0__/* .FEATURE_STATES */ .A9, "in-review") : []),
            ...(own
                ? back(requirement, _labels_js__WEBPACK_IMPORTED_MODULE_0__/* .REQUIREMENT_STATES */ .dp, requirement.sticky?.block ? "building" : "planning")
                : back(issue, _labels_js__WEBPACK_IMPORTED_MODULE_0__/* .FEATURE_STATES */ .A9, open ? "in-review" : "queued")),
        ];
    };
    if (feature)
        return featureBack(feature);
    if (pull)
        return back(pull, _labels_js__WEBPACK_IMPORTED_MODULE_0__/* .FEATURE_STATES */ .A9, "in-review");
    const own = (0,_pull_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .featureOf */ .mo)(requirement, requirement.number);
    return [...(own ? featureBack(own) : []), ...requirement.features.flatMap(featureBack)];
}


/***/ }),

/***/ 27381:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lq: () => (/* binding */ waitText),
/* harmony export */   ce: () => (/* binding */ renderDeferral),
/* harmony export */   sg: () => (/* binding */ deferredUntil)
/* harmony export */ });
/* harmony import */ var _quiet_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41528);
/* harmony import */ var _state_block_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44917);
/** A provider asked us to wait: a comment where the work belongs says until when. Such a comment can only make us do less. */


/** Nobody is believed who asks for more: a person would rather be asked. */
const LONGEST_WAIT_MS = 24 * 60 * 60_000;
/** Body of the comment. `until` comes from a job that ran a model; it counts up to a day from `now`. */
function renderDeferral(until, now, why) {
    const latest = now.getTime() + LONGEST_WAIT_MS;
    const moment = new Date(Math.min(Date.parse(until), latest)).toISOString();
    const text = `**Waits until ${clock(moment)}.** ${(0,_quiet_js__WEBPACK_IMPORTED_MODULE_1__/* .quiet */ .j)(why)} The first sweep after that goes on; \`/nightshift retry\` does not wait.`;
    return (0,_state_block_js__WEBPACK_IMPORTED_MODULE_0__/* .withBlock */ .su)(text, { v: 1, kind: "deferred", until: moment });
}
/** The moment before which the work that these comments belong to is not tried; undefined when it may be tried now. */
function deferredUntil({ identity, at }, comments, 
/** Of the newest retry by a person: what was written before it no longer counts. */
since) {
    const moments = comments
        .filter(({ author, edited, createdAt }) => author.login === identity && !edited && createdAt > since)
        .flatMap(({ body }) => (0,_state_block_js__WEBPACK_IMPORTED_MODULE_0__/* .readBlock */ .Gr)(_state_block_js__WEBPACK_IMPORTED_MODULE_0__/* .DeferredBlock */ .V9, body)?.until ?? [])
        .sort();
    const last = moments.at(-1);
    return last !== undefined && Date.parse(last) > Date.parse(at) ? last : undefined;
}
function waitText(until) {
    return until === undefined ? "" : `The model's provider asked to wait until ${clock(until)}.`;
}
/** `2026-11-22 14:05 UTC`, rounded up: who looks at that minute finds it over. */
function clock(moment) {
    const minute = new Date(Math.ceil(Date.parse(moment) / 60_000) * 60_000);
    return `${minute.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}


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

/***/ 91199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ parsePersonCommand)
/* harmony export */ });
/* unused harmony export PERSON_COMMANDS */
/** `/nightshift …` in comments: what people may ask for. Carried out by the manager, only for people who may write now. */
const PERSON_COMMANDS = ["start", "approve", "pause", "resume", "retry", "stop", "status"];
/** The command in a comment's first line; `unknown` for a line that starts with /nightshift and is none of them. */
function parsePersonCommand(body) {
    const line = body.trimStart().split("\n", 1)[0]?.trim() ?? "";
    if (!/^\/nightshift(\s|$)/.test(line))
        return undefined;
    const [, word = "", argument, ...more] = line.split(/\s+/);
    const name = PERSON_COMMANDS.find((candidate) => candidate === word.toLowerCase());
    if (name === undefined || more.length > 0)
        return "unknown";
    if (argument === undefined)
        return { name, sha: undefined };
    const isSha = /^[0-9a-f]{7,40}$/i.test(argument);
    return name === "approve" && isSha ? { name, sha: argument.toLowerCase() } : "unknown";
}


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

/***/ 99331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ REVIEW_STATUS),
/* harmony export */   P: () => (/* binding */ VERIFY_STATUS),
/* harmony export */   Qr: () => (/* binding */ isBroken),
/* harmony export */   ZX: () => (/* binding */ newestRetry),
/* harmony export */   _i: () => (/* binding */ ownReviews),
/* harmony export */   av: () => (/* binding */ MERGE_STATUS),
/* harmony export */   lP: () => (/* binding */ isPaused),
/* harmony export */   mo: () => (/* binding */ featureOf),
/* harmony export */   qF: () => (/* binding */ verifyDescription),
/* harmony export */   xS: () => (/* binding */ factsOf)
/* harmony export */ });
/* harmony import */ var _deferral_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27381);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70097);
/* harmony import */ var _money_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49376);
/* harmony import */ var _person_command_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91199);
/* harmony import */ var _risk_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86641);
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(66178);
/** What a pull request's snapshot means: the facts that the ladders of all three agents look at. Pure. */






const REVIEW_STATUS = "nightshift/review";
const VERIFY_STATUS = "nightshift/verify";
const MERGE_STATUS = "nightshift/merge";
/** Everything that is known about `pull` in `snapshot`. */
function factsOf(snapshot, pull) {
    const requirement = snapshot.requirements.find((candidate) => candidate.number === pull.block?.requirement);
    const feature = requirement ? featureOf(requirement, pull.block?.feature) : undefined;
    const since = newestRetry(snapshot, [
        ...pull.comments,
        ...(feature?.comments ?? []),
        ...(requirement?.comments ?? []),
    ]);
    const booked = new Set((pull.block?.costs ?? []).map((cost) => cost.run));
    const runs = snapshot.runs.filter((run) => run.createdAt > since);
    const onPull = (agent) => (run) => run.title?.agent === agent &&
        run.title.subject.kind === "pull" &&
        run.title.subject.number === pull.number;
    const onFeature = (run) => run.title?.agent === "code" &&
        run.title.subject.kind === "feature" &&
        run.title.subject.number === feature?.number;
    const prefix = snapshot.config.label_prefix;
    const labels = [...pull.labels, ...(feature?.labels ?? [])];
    return {
        snapshot,
        pull,
        requirement,
        feature,
        verdict: verdictAt(snapshot, pull),
        verification: verificationAt(snapshot, pull),
        risks: (0,_risk_js__WEBPACK_IMPORTED_MODULE_3__/* .risksOf */ .i7)(pull, !snapshot.mergedBefore, snapshot.config),
        approvedBy: approvalOf(snapshot, pull),
        changesAskedBy: changesAsked(snapshot, pull),
        authorAtWork: snapshot.runs.some((run) => run.live && (onPull("code")(run) || onPull("verify")(run) || onFeature(run))),
        aboutToEnd: snapshot.runs.some((run) => run.live && hasSpoken(snapshot, pull, run)),
        reviewerAtWork: snapshot.runs.some((run) => run.live && onPull("review")(run)),
        rounds: ownReviews(snapshot, pull).filter((review) => review.block?.verdict === "changes" && review.submittedAt > since).length,
        verifyRuns: runs.filter((run) => !run.live && onPull("verify")(run) && run.title?.head === pull.head && isBroken(run)).length,
        codeRuns: runs.filter((run) => onPull("code")(run) && (booked.has(run.id) || isBroken(run))).length,
        reviewRuns: runs.filter((run) => onPull("review")(run) && run.title?.head === pull.head && isBroken(run))
            .length,
        deferredUntil: (0,_deferral_js__WEBPACK_IMPORTED_MODULE_0__/* .deferredUntil */ .sg)(snapshot, pull.comments, since),
        paused: isPaused(prefix, requirement, labels),
        needsHuman: (0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .featureState */ .SD)(prefix, labels) === "needs-human",
        usd: (0,_money_js__WEBPACK_IMPORTED_MODULE_2__/* .sumOf */ .XN)(requirement ? (0,_money_js__WEBPACK_IMPORTED_MODULE_2__/* .costsOfFeature */ .aj)(snapshot, requirement, featureKey(pull)) : (0,_money_js__WEBPACK_IMPORTED_MODULE_2__/* .costsOfPull */ .rW)(pull)),
    };
}
function featureKey({ block }) {
    return block ? { number: block.feature, key: block.key } : { key: "" };
}
/**
 * It ended without a result and says so. A run whose gate found nothing to do, or whose work a person paused, ends in
 * success, and one that a newer run replaced is cancelled: they cost no attempt, so a doubled message has no effect.
 */
function isBroken(run) {
    return !run.live && ["failure", "timed_out", "startup_failure"].includes(run.conclusion ?? "");
}
/** `run` has set a status of ours at this head, which is one of the last things that it does. */
function hasSpoken(snapshot, pull, run) {
    return pull.statuses.some((status) => (status.context === VERIFY_STATUS || status.context === REVIEW_STATUS) &&
        status.creator === snapshot.identity &&
        status.targetUrl.endsWith(`/actions/runs/${run.id}`));
}
/** The feature's own issue; a requirement with one feature is its own feature. */
function featureOf(requirement, number) {
    if (number === requirement.number) {
        return { ...requirement, comments: requirement.comments };
    }
    return requirement.features.find((feature) => feature.number === number);
}
function isPaused(prefix, requirement, labels) {
    const paused = `${prefix}:paused`;
    return (labels.includes(paused) ||
        (requirement !== undefined && (0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .requirementState */ .to)(prefix, requirement.labels) === "paused"));
}
/** Reviews of ours that carry our block and are submitted, oldest first. */
function ownReviews(snapshot, pull) {
    return pull.reviews.filter((review) => review.author.login === snapshot.identity && review.block !== undefined && review.state !== "pending");
}
/** Time of the newest `/nightshift retry` by someone who may write; attempts count only after it. Empty when there is none. */
function newestRetry(snapshot, comments) {
    const times = commandsBy(snapshot, comments, "retry").map((comment) => comment.createdAt);
    return times.sort().at(-1) ?? "";
}
function commandsBy(snapshot, comments, name) {
    return comments.filter((comment) => {
        const command = (0,_person_command_js__WEBPACK_IMPORTED_MODULE_4__/* .parsePersonCommand */ .c)(comment.body);
        return (command !== undefined &&
            command !== "unknown" &&
            command.name === name &&
            !comment.edited &&
            (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_5__/* .canWrite */ ._)(snapshot, comment.author));
    });
}
/** A status of ours whose run is a run of `agent` for this pull: for the review also for exactly this head. */
function trustedStatus(snapshot, pull, context, agent) {
    const status = pull.statuses.find((candidate) => candidate.context === context && candidate.creator === snapshot.identity);
    const id = Number(/\/actions\/runs\/(\d+)/.exec(status?.targetUrl ?? "")?.[1] ?? Number.NaN);
    const title = snapshot.runs.find((run) => run.id === id && run.workflow === `nightshift-${agent}`)?.title;
    if (title === undefined || (title.agent === "review") !== (agent === "review"))
        return undefined;
    const { subject } = title;
    if (subject.kind === "pull")
        return subject.number === pull.number && (agent === "code" || title.head === pull.head)
            ? status
            : undefined;
    return agent === "code" && subject.kind === "feature" && subject.number === pull.block?.feature
        ? status
        : undefined;
}
function verdictAt(snapshot, pull) {
    const status = trustedStatus(snapshot, pull, REVIEW_STATUS, "review");
    if (status === undefined || status.state === "pending")
        return unfinishedVerdict(snapshot, pull);
    if (status.state === "success")
        return "approved";
    return status.state === "failure" ? "changes" : "comment";
}
/** A review that was posted by a run that died before its status: it counts only where it asks for more. */
function unfinishedVerdict(snapshot, pull) {
    const review = ownReviews(snapshot, pull).at(-1);
    const asked = pull.statuses.find((status) => status.context === REVIEW_STATUS)?.createdAt ?? "";
    const counts = review?.head === pull.head && review.submittedAt > asked && review.block?.verdict !== "approved";
    return counts ? (review.block?.verdict ?? "none") : "none";
}
const VERIFIED = /^(?:passed|failed) on ([0-9a-f]{40})/;
/** Description of a verify status; the base in it is what was verified together with the head. */
function verifyDescription(evidence) {
    const count = evidence.commands.length;
    return `${evidence.passed ? "passed" : "failed"} on ${evidence.base}: ${count} ${count === 1 ? "command" : "commands"}`;
}
function verificationAt(snapshot, pull) {
    const status = trustedStatus(snapshot, pull, VERIFY_STATUS, "code");
    const base = VERIFIED.exec(status?.description ?? "")?.[1];
    if (status === undefined || base === undefined || status.state === "pending")
        return { state: "none" };
    return { state: status.state === "success" ? "passed" : "failed", base };
}
/** Newest opinion of each person with write permission about exactly this head. */
function opinions(snapshot, pull) {
    const byPerson = new Map();
    for (const review of pull.reviews) {
        if (review.author.login === snapshot.identity || !(0,_snapshot_js__WEBPACK_IMPORTED_MODULE_5__/* .canWrite */ ._)(snapshot, review.author))
            continue;
        if (review.state === "approved" || review.state === "changes_requested" || review.state === "dismissed") {
            byPerson.set(review.author.login, review);
        }
    }
    return [...byPerson.values()].filter((review) => review.head === pull.head);
}
/** Who approved exactly this head: by an approving review, or by a comment that names it or that was written after its first status. */
function approvalOf(snapshot, pull) {
    const review = opinions(snapshot, pull).find((candidate) => candidate.state === "approved");
    if (review)
        return review.author.login;
    const comment = commandsBy(snapshot, pull.comments, "approve").find((candidate) => {
        const command = (0,_person_command_js__WEBPACK_IMPORTED_MODULE_4__/* .parsePersonCommand */ .c)(candidate.body);
        if (command === undefined || command === "unknown")
            return false;
        if (command.sha !== undefined)
            return pull.head.startsWith(command.sha);
        return pull.headKnownSince !== undefined && pull.headKnownSince < candidate.createdAt;
    });
    return comment?.author.login;
}
function changesAsked(snapshot, pull) {
    return opinions(snapshot, pull).find((review) => review.state === "changes_requested")?.author.login;
}


/***/ }),

/***/ 98643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NC: () => (/* binding */ planFromPull),
/* harmony export */   iH: () => (/* binding */ planFromIssues),
/* harmony export */   rg: () => (/* binding */ pullBlockFromBranch)
/* harmony export */ });
/* harmony import */ var _state_block_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44917);

const CRITERION = /^\s*[-*] \[[ xX]\] (.+)$/gm;
/** The features that a requirement's sub-issues describe, as people may have edited them; empty without any of ours. */
function planFromIssues(requirement) {
    return requirement.features.flatMap((issue) => {
        const block = (0,_state_block_js__WEBPACK_IMPORTED_MODULE_0__/* .readBlock */ .Gr)(_state_block_js__WEBPACK_IMPORTED_MODULE_0__/* .FeatureBlock */ .M0, issue.body);
        return block ? [featureOf(issue, block)] : [];
    });
}
/** A requirement that is its own only feature, by the pull request that was opened for it. */
function planFromPull(requirement, pulls) {
    const pull = pulls.findLast(({ block }) => block?.requirement === requirement.number && block.feature === requirement.number);
    if (pull?.block === undefined)
        return [];
    const { title, body, number } = requirement;
    const text = (0,_state_block_js__WEBPACK_IMPORTED_MODULE_0__/* .visiblePart */ .MR)(body).slice(0, 2_000) || title;
    return [
        {
            key: pull.block.key,
            title: title.slice(0, 120),
            description: text,
            criteria: pull.block.criteria,
            after: [],
            files: [],
            number,
        },
    ];
}
function featureOf(issue, block) {
    const text = (0,_state_block_js__WEBPACK_IMPORTED_MODULE_0__/* .visiblePart */ .MR)(issue.body);
    const criteria = [...text.matchAll(CRITERION)].map((match) => (match[1] ?? "").slice(0, 400));
    return {
        key: block.key,
        title: issue.title.slice(0, 120),
        description: text.slice(0, 2_000),
        criteria: criteria.slice(0, 12),
        after: block.after,
        files: [],
        number: issue.number,
    };
}
/** The block of a pull request of ours whose text somebody edited. The branch is `<prefix><issue>-<key>`. */
function pullBlockFromBranch(pull, requirements, prefix) {
    if (!pull.branch.startsWith(prefix))
        return undefined;
    const match = /^(\d{1,10})-([a-z0-9-]{1,40})$/.exec(pull.branch.slice(prefix.length));
    const feature = Number(match?.[1]);
    const requirement = requirements.find((candidate) => candidate.number === feature || candidate.features.some((issue) => issue.number === feature));
    if (match?.[2] === undefined || requirement === undefined)
        return undefined;
    return {
        v: 1,
        kind: "pull",
        requirement: requirement.number,
        feature,
        key: match[2],
        sandbox: "unknown",
        criteria: [],
        costs: [],
    };
}


/***/ }),

/***/ 38646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ parseRunTitle)
/* harmony export */ });
/**
 * The `run-name` of our workflows: `code · issue 1`, `code · feature 3`, `code · pull 7 · <head>`, `verify · pull 7 · <head>`,
 * `review · pull 7 · <head>`, `merge`.
 * A lease is a live run: whoever wants to know whether an author or a reviewer is at work reads the titles of runs that are
 * not completed. The templates write them; an architecture test holds both together.
 */
const TITLE = /^(code|verify|review|merge)(?: · (issue|feature|pull) (\d{1,10}))?(?: · ([0-9a-f]{40}))?$/;
/** Undefined for a title that is not one of ours. */
function parseRunTitle(title) {
    const match = TITLE.exec(title.trim());
    if (!match)
        return undefined;
    const [, agent, kind, number, head] = match;
    if (agent !== "code" && agent !== "verify" && agent !== "review" && agent !== "merge")
        return undefined;
    const known = kind === "issue" || kind === "feature" || kind === "pull";
    return { agent, subject: known ? { kind, number: Number(number) } : { kind: "none" }, head };
}


/***/ }),

/***/ 96480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readWriters: () => (/* binding */ readWriters),
  understand: () => (/* binding */ understand)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./lib/domain/decide/people.js
var people = __webpack_require__(48790);
// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(49285);
// EXTERNAL MODULE: ./lib/domain/rebuild.js
var rebuild = __webpack_require__(98643);
// EXTERNAL MODULE: ./lib/domain/words.js
var words = __webpack_require__(67185);
// EXTERNAL MODULE: ./lib/ops/config-file.js
var config_file = __webpack_require__(4075);
// EXTERNAL MODULE: ./lib/github/client.js + 1 modules
var client = __webpack_require__(40345);
// EXTERNAL MODULE: ./lib/domain/person-command.js
var person_command = __webpack_require__(91199);
// EXTERNAL MODULE: ./lib/domain/pull-facts.js
var pull_facts = __webpack_require__(99331);
// EXTERNAL MODULE: ./lib/github/queries.js
var queries = __webpack_require__(13519);
;// CONCATENATED MODULE: ./lib/github/shapes.js
/** The shapes of what the queries answer, checked at the door: only what we read, everything else is ignored. */

const Actor = schemas.object({ __typename: schemas.string(), login: schemas.string() }).nullable();
const nodes = (item) => schemas.object({ nodes: schemas.array(item.nullable()).nullable() })
    .transform((connection) => (connection.nodes ?? []).filter((node) => node !== null));
const CommentNode = schemas.object({
    id: schemas.string(),
    databaseId: schemas.number().nullable(),
    body: schemas.string(),
    createdAt: schemas.string(),
    lastEditedAt: schemas.string().nullable(),
    author: Actor,
    editor: Actor,
    reactionGroups: schemas.array(schemas.object({ viewerHasReacted: schemas.boolean() })).nullable(),
});
const LabelName = schemas.object({ name: schemas.string() });
const RequirementNode = schemas.object({
    number: schemas.number(),
    id: schemas.string(),
    title: schemas.string(),
    body: schemas.string(),
    state: schemas["enum"](["OPEN", "CLOSED"]),
    createdAt: schemas.string(),
    lastEditedAt: schemas.string().nullable(),
    author: Actor,
    editor: Actor,
    labels: nodes(LabelName).nullable(),
    comments: nodes(CommentNode),
    timelineItems: nodes(schemas.object({
        __typename: schemas.string(),
        createdAt: schemas.string().optional(),
        actor: Actor.optional(),
        label: LabelName.optional(),
    })),
    subIssues: nodes(schemas.object({
        number: schemas.number(),
        id: schemas.string(),
        title: schemas.string(),
        body: schemas.string(),
        state: schemas["enum"](["OPEN", "CLOSED"]),
        labels: nodes(LabelName).nullable(),
        comments: nodes(CommentNode),
    })),
});
const PullNode = schemas.object({
    number: schemas.number(),
    id: schemas.string(),
    title: schemas.string(),
    body: schemas.string(),
    state: schemas["enum"](["OPEN", "CLOSED", "MERGED"]),
    isDraft: schemas.boolean(),
    isCrossRepository: schemas.boolean(),
    mergeable: schemas["enum"](["MERGEABLE", "CONFLICTING", "UNKNOWN"]),
    lastEditedAt: schemas.string().nullable(),
    author: Actor,
    editor: Actor,
    headRefName: schemas.string(),
    headRefOid: schemas.string(),
    baseRefName: schemas.string(),
    baseRef: schemas.object({ target: schemas.object({ oid: schemas.string() }).nullable() }).nullable(),
    mergeCommit: schemas.object({ oid: schemas.string() }).nullable(),
    labels: nodes(LabelName).nullable(),
    files: schemas.object({
        pageInfo: schemas.object({ hasNextPage: schemas.boolean() }),
        nodes: schemas.array(schemas.object({
            path: schemas.string(),
            additions: schemas.number(),
            deletions: schemas.number(),
            changeType: schemas.string(),
        })
            .nullable())
            .nullable(),
    })
        .nullable(),
    commits: nodes(schemas.object({
        commit: schemas.object({
            oid: schemas.string(),
            author: schemas.object({ email: schemas.string().nullable(), user: schemas.object({ login: schemas.string() }).nullable() })
                .nullable(),
            status: schemas.object({
                contexts: schemas.array(schemas.object({
                    context: schemas.string(),
                    state: schemas["enum"](["ERROR", "EXPECTED", "FAILURE", "PENDING", "SUCCESS"]),
                    description: schemas.string().nullable(),
                    targetUrl: schemas.string().nullable(),
                    createdAt: schemas.string(),
                    creator: Actor,
                })),
            })
                .nullable(),
        }),
    })),
    reviews: nodes(schemas.object({
        state: schemas["enum"](["APPROVED", "CHANGES_REQUESTED", "COMMENTED", "DISMISSED", "PENDING"]),
        body: schemas.string(),
        submittedAt: schemas.string().nullable(),
        lastEditedAt: schemas.string().nullable(),
        commit: schemas.object({ oid: schemas.string() }).nullable(),
        author: Actor,
        editor: Actor,
    })).nullable(),
    comments: nodes(CommentNode),
});
const Observation = schemas.object({
    repository: schemas.object({
        isPrivate: schemas.boolean(),
        defaultBranchRef: schemas.object({ name: schemas.string(), target: schemas.object({ oid: schemas.string() }).nullable() })
            .nullable(),
        config: schemas.object({ text: schemas.string().nullable().optional() }).nullable(),
        merged: nodes(PullNode),
        open: nodes(PullNode),
        closed: nodes(PullNode),
        issues: nodes(RequirementNode),
        closedIssues: nodes(RequirementNode),
        namedIssue: RequirementNode.nullable().optional(),
        labels: nodes(schemas.object({ id: schemas.string(), name: schemas.string() })).nullable(),
    }),
});
const ThreadNode = schemas.object({
    id: schemas.string(),
    isResolved: schemas.boolean(),
    isOutdated: schemas.boolean(),
    path: schemas.string(),
    line: schemas.number().nullable(),
    originalLine: schemas.number().nullable(),
    comments: nodes(schemas.object({
        body: schemas.string(),
        createdAt: schemas.string(),
        lastEditedAt: schemas.string().nullable(),
        author: Actor,
        editor: Actor,
    })),
});
const ThreadPage = schemas.object({
    repository: schemas.object({
        pullRequest: schemas.object({
            reviewThreads: schemas.object({
                pageInfo: schemas.object({ hasNextPage: schemas.boolean(), endCursor: schemas.string().nullable() }),
                nodes: schemas.array(ThreadNode.nullable()).nullable(),
            }),
        }),
    }),
});
const WorkflowRuns = schemas.object({
    workflow_runs: schemas.array(schemas.object({
        id: schemas.number(),
        path: schemas.string(),
        display_title: schemas.string(),
        status: schemas.string().nullable(),
        conclusion: schemas.string().nullable(),
        event: schemas.string(),
        head_branch: schemas.string().nullable(),
        created_at: schemas.string(),
    })),
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/domain/state-block.js
var state_block = __webpack_require__(44917);
;// CONCATENATED MODULE: ./lib/github/snapshot-of.js
/** From what GitHub answered to the snapshot: pure, nothing is read here. */


function requirementOf(node, identity, prefix) {
    const labelled = node.timelineItems
        .filter((item) => item.__typename === "LabeledEvent" && item.label?.name === prefix)
        .at(-1);
    const sticky = node.comments.find((comment) => isOwn(comment, identity) && (0,state_block/* readBlock */.Gr)(state_block/* RequirementBlock */.$X, comment.body) !== undefined);
    return {
        number: node.number,
        nodeId: node.id,
        title: node.title,
        body: node.body,
        textHash: textHash(node.title, node.body),
        lastEdit: lastEditOf(node),
        open: node.state === "OPEN",
        author: personOf(node.author),
        labels: (node.labels ?? []).map((label) => label.name),
        labelled: labelled ? { by: personOf(labelled.actor ?? null), at: labelled.createdAt ?? "" } : undefined,
        comments: node.comments.map(commentOf),
        sticky: sticky ? ownText(sticky, state_block/* RequirementBlock */.$X) : undefined,
        stickyCreatedAt: sticky?.createdAt,
        features: node.subIssues.map((issue) => ({
            number: issue.number,
            nodeId: issue.id,
            title: issue.title,
            body: issue.body,
            open: issue.state === "OPEN",
            labels: (issue.labels ?? []).map((label) => label.name),
            comments: issue.comments.map(commentOf),
        })),
    };
}
/** sha256 of title and body: the text that a person authorised. */
function textHash(title, body) {
    return (0,external_node_crypto_.createHash)("sha256")
        .update(JSON.stringify([title, body]))
        .digest("hex");
}
function lastEditOf(node) {
    const edits = node.timelineItems
        .filter((item) => item.__typename === "RenamedTitleEvent")
        .map((item) => ({ by: personOf(item.actor ?? null), at: item.createdAt ?? "" }));
    if (node.lastEditedAt !== null)
        edits.push({ by: personOf(node.editor), at: node.lastEditedAt });
    return edits.sort((a, b) => a.at.localeCompare(b.at)).at(-1);
}
/** A review thread; its block counts only when its first comment is ours. */
function threadOf(node, identity) {
    const [first] = node.comments;
    return {
        id: node.id,
        resolved: node.isResolved,
        outdated: node.isOutdated,
        path: node.path,
        line: node.line ?? node.originalLine ?? undefined,
        block: first && isOwn(first, identity) ? (0,state_block/* readBlock */.Gr)(state_block/* FindingBlock */.Ds, first.body) : undefined,
        comments: node.comments.map((comment) => ({
            author: personOf(comment.author),
            body: comment.body,
            createdAt: comment.createdAt,
        })),
    };
}
function pullOf(node, identity) {
    const own = node.author?.login !== undefined &&
        personOf(node.author).login === identity &&
        isUnedited(node, identity);
    const head = node.commits.find((item) => item.commit.oid === node.headRefOid);
    const said = node.comments.find((comment) => isOwn(comment, identity) && (0,state_block/* readBlock */.Gr)(state_block/* AskBlock */.$O, comment.body) !== undefined);
    return {
        number: node.number,
        nodeId: node.id,
        title: node.title,
        body: node.body,
        block: own ? (0,state_block/* readBlock */.Gr)(state_block/* PullBlock */.tn, node.body) : undefined,
        state: node.state === "OPEN" ? "open" : node.state === "MERGED" ? "merged" : "closed",
        draft: node.isDraft,
        author: personOf(node.author),
        fork: node.isCrossRepository,
        branch: node.headRefName,
        head: node.headRefOid,
        base: { branch: node.baseRefName, head: node.baseRef?.target?.oid ?? "" },
        mergeable: node.mergeable === "MERGEABLE" ? "yes" : node.mergeable === "CONFLICTING" ? "no" : "unknown",
        labels: (node.labels ?? []).map((label) => label.name),
        files: (node.files?.nodes ?? []).flatMap((file) => file
            ? [
                {
                    path: file.path,
                    added: file.additions,
                    deleted: file.deletions,
                    ...(file.changeType === "RENAMED" ? { oldPath: "" } : {}),
                },
            ]
            : []),
        filesComplete: node.files?.pageInfo.hasNextPage !== true,
        statuses: (head?.commit.status?.contexts ?? []).map(statusOf),
        headKnownSince: undefined,
        reviews: (node.reviews ?? []).map((review) => ({
            author: personOf(review.author),
            state: review.state.toLowerCase(),
            head: review.commit?.oid ?? "",
            body: review.body,
            block: isOwn(review, identity) ? (0,state_block/* readBlock */.Gr)(state_block/* ReviewBlock */.s, review.body) : undefined,
            submittedAt: review.submittedAt ?? "",
        })),
        threads: [],
        comments: node.comments.map(commentOf),
        ask: said ? ownText(said, state_block/* AskBlock */.$O) : undefined,
        mergeCommit: node.mergeCommit?.oid,
        foreignCommits: node.commits.some((item) => !isOurCommit(item.commit.author)),
    };
}
const OUR_MAIL = /^(\d+\+)?github-actions\[bot\]@users\.noreply\.github\.com$/;
function isOurCommit(author) {
    return author !== null && OUR_MAIL.test(author.email ?? "");
}
function statusOf(status) {
    const states = {
        SUCCESS: "success",
        FAILURE: "failure",
        ERROR: "error",
    };
    return {
        context: status.context,
        state: states[status.state] ?? "pending",
        description: status.description ?? "",
        targetUrl: status.targetUrl ?? "",
        creator: personOf(status.creator).login,
        createdAt: status.createdAt,
    };
}
function commentOf(node) {
    return {
        id: node.databaseId ?? 0,
        nodeId: node.id,
        author: personOf(node.author),
        body: node.body,
        createdAt: node.createdAt,
        edited: node.lastEditedAt !== null,
        handled: (node.reactionGroups ?? []).some((group) => group.viewerHasReacted),
    };
}
function ownText(node, schema) {
    return { id: node.databaseId ?? 0, body: node.body, block: (0,state_block/* readBlock */.Gr)(schema, node.body) };
}
/** Written by us, and last edited by us if at all. */
function isOwn(text, identity) {
    return personOf(text.author).login === identity && isUnedited(text, identity);
}
function isUnedited(text, identity) {
    return text.lastEditedAt === null || personOf(text.editor).login === identity;
}
/** GraphQL calls a bot `github-actions`, REST calls it `github-actions[bot]`; we write it as REST does. */
function personOf(actor) {
    if (actor === null)
        return { login: "ghost", bot: false };
    const bot = actor.__typename === "Bot";
    return { login: bot && !actor.login.endsWith("[bot]") ? `${actor.login}[bot]` : actor.login, bot };
}

;// CONCATENATED MODULE: ./lib/github/observe-pulls.js
/** Reads what the wide query leaves out of pull requests: threads with their texts, and since when a head is under review. */






/** Where somebody approved without naming a SHA, the time at which this head was first under review. */
async function withKnownSince(github, pulls, identity) {
    const Statuses = schemas.array(schemas.object({
        context: schemas.string(),
        created_at: schemas.string(),
        creator: schemas.object({ login: schemas.string() }).nullable(),
    }));
    return Promise.all(pulls.map(async (pull) => {
        const asked = pull.state === "open" && pull.comments.some((comment) => approvesSomeHead(comment));
        if (!asked)
            return pull;
        const { data } = await github.rest("GET /repos/{owner}/{repo}/commits/{ref}/statuses", {
            ref: pull.head,
            per_page: 100,
        });
        const times = Statuses.parse(data)
            .filter((status) => status.context === pull_facts/* REVIEW_STATUS */.C && status.creator?.login === identity)
            .map((status) => status.created_at)
            .sort();
        return { ...pull, headKnownSince: times[0] };
    }));
}
function approvesSomeHead(comment) {
    const command = (0,person_command/* parsePersonCommand */.c)(comment.body);
    return (command !== undefined && command !== "unknown" && command.name === "approve" && command.sha === undefined);
}
/** The wide query knows that a file was renamed, and not from where; only open pull requests with such a file are asked again. */
async function withOldPaths(github, pulls) {
    const Files = schemas.array(schemas.object({ filename: schemas.string(), previous_filename: schemas.string().optional() }));
    return Promise.all(pulls.map(async (pull) => {
        if (pull.state !== "open" || pull.files.every((file) => file.oldPath === undefined))
            return pull;
        const { data } = await github.rest("GET /repos/{owner}/{repo}/pulls/{pull_number}/files", {
            pull_number: pull.number,
            per_page: 100,
        });
        const before = new Map(Files.parse(data).map((file) => [file.filename, file.previous_filename]));
        const files = pull.files.map((file) => file.oldPath === undefined ? file : { ...file, oldPath: before.get(file.path) ?? "" });
        return { ...pull, files };
    }));
}
/** A pull request without a review has no thread to read. */
async function withThreads(github, pulls, wanted, identity) {
    return Promise.all(pulls.map(async (pull) => {
        if (!wanted.includes(pull.number) || pull.reviews.length === 0)
            return pull;
        return { ...pull, threads: await readThreads(github, pull.number, identity) };
    }));
}
async function readThreads(github, number, identity) {
    const threads = [];
    let after = null;
    do {
        const page = ThreadPage.parse(await github.graphql(queries/* THREADS */._L, { owner: github.owner, name: github.name, number, after }));
        const { nodes, pageInfo } = page.repository.pullRequest.reviewThreads;
        threads.push(...(nodes ?? []).flatMap((node) => (node === null ? [] : [threadOf(node, identity)])));
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    return threads;
}

// EXTERNAL MODULE: ./lib/domain/run-title.js
var run_title = __webpack_require__(38646);
;// CONCATENATED MODULE: ./lib/github/observe-runs.js
/** Reads the runs of our workflows: the leases, the attempts, and what stands behind our statuses. */




const WORKFLOW = /^\.github\/workflows\/(nightshift-(?:code|review|merge|doorbell))\.ya?ml/;
/** The last hundred runs on `branch`, and those that statuses of open pull requests point to. */
async function readRuns(github, branch, pulls, identity) {
    const { data } = await github.rest("GET /repos/{owner}/{repo}/actions/runs", {
        branch,
        per_page: 100,
        exclude_pull_requests: true,
    });
    const runs = WorkflowRuns.parse(data)
        .workflow_runs.filter((run) => WORKFLOW.test(run.path))
        .map(runOf);
    const missing = runsBehindStatuses(pulls, identity).filter((id) => !runs.some((run) => run.id === id));
    for (const id of missing.slice(0, 10)) {
        const run = await readRun(github, id, branch);
        if (run)
            runs.push(run);
    }
    return runs;
}
async function readRun(github, id, branch) {
    try {
        const { data } = await github.rest("GET /repos/{owner}/{repo}/actions/runs/{run_id}", { run_id: id });
        const run = WorkflowRuns.shape.workflow_runs.element.parse(data);
        return WORKFLOW.test(run.path) && run.head_branch === branch ? runOf(run) : undefined;
    }
    catch (error) {
        if (error instanceof client/* GitHubRefusal */.k)
            return undefined;
        throw error;
    }
}
/** Run ids that our statuses on open pull requests point to. */
function runsBehindStatuses(pulls, identity) {
    const ids = pulls
        .filter((pull) => pull.state === "open")
        .flatMap((pull) => pull.statuses.filter((status) => status.creator === identity && status.context !== pull_facts/* MERGE_STATUS */.av))
        .map((status) => Number(/\/actions\/runs\/(\d+)/.exec(status.targetUrl)?.[1] ?? Number.NaN))
        .filter((id) => Number.isInteger(id));
    return [...new Set(ids)];
}
function runOf(run) {
    return {
        id: run.id,
        workflow: WORKFLOW.exec(run.path)?.[1] ?? run.path,
        title: (0,run_title/* parseRunTitle */.V)(run.display_title),
        live: run.status !== "completed",
        conclusion: run.conclusion ?? undefined,
        event: run.event,
        createdAt: run.created_at,
    };
}

// EXTERNAL MODULE: ./lib/github/wide-question.js
var wide_question = __webpack_require__(25825);
;// CONCATENATED MODULE: ./lib/github/understand.js
/** From the wide answer to a snapshot, with what it does not tell: the list of runs, threads, and what a person's permission decides. */












/** Reads the answer, and asks for the rest. Throws CONFIG_INVALID when the repository's configuration cannot be read. */
async function understand(github, options, { prefix: asked, answer }) {
    const first = Observation.parse(answer).repository;
    const config = (0,config_file/* parseConfigFile */.m)(first.config?.text ?? undefined);
    const wide = config.label_prefix === asked
        ? first
        : Observation.parse(await (0,wide_question/* askWide */.B)(github, config.label_prefix, options.issue)).repository;
    const identity = words/* ACTIONS_BOT */.aX;
    const defaultBranch = wide.defaultBranchRef;
    if (defaultBranch?.target == null) {
        throw new errors/* NightshiftError */.nc("ENVIRONMENT_UNFIT", `${github.repository} has no commit on its default branch yet; push one first.`);
    }
    const standard = { branch: defaultBranch.name, head: defaultBranch.target.oid };
    const base = config.base === undefined || config.base === standard.branch
        ? standard
        : await readBranch(github, config.base);
    const prefix = config.label_prefix;
    const listed = [...wide.issues, ...wide.closedIssues];
    const named = wide.namedIssue;
    const extra = named && listed.every((node) => node.number !== named.number) ? [named] : [];
    const requirements = [...listed, ...extra]
        .map((node) => requirementOf(node, identity, prefix))
        .sort((a, b) => a.number - b.number);
    const pulls = [...wide.merged, ...wide.closed, ...wide.open]
        .map((node) => pullOf(node, identity))
        .map((pull) => pull.block !== undefined || pull.fork || pull.author.login !== identity
        ? pull
        : { ...pull, block: (0,rebuild/* pullBlockFromBranch */.rg)(pull, requirements, config.branch_prefix) })
        .sort((a, b) => a.number - b.number);
    const runs = options.runs === false ? [] : await readRuns(github, standard.branch, pulls, identity);
    const seen = {
        repository: github.repository,
        private: wide.isPrivate,
        identity,
        config,
        base,
        requirements,
        pulls: await withThreads(github, await withOldPaths(github, await withKnownSince(github, pulls, identity)), options.threadsOf ?? [], identity),
        runs,
        mergedBefore: pulls.some((pull) => pull.state === "merged" && pull.author.login === identity && pull.block !== undefined),
        labelIds: new Map((wide.labels ?? []).map((label) => [label.name, label.id])),
        at: options.now().toISOString(),
    };
    const known = options.knownWriters ?? new Map();
    const unknown = (0,people/* peopleToAsk */.I)(seen).filter((login) => !known.has(login));
    return { ...seen, writers: new Map([...known, ...(await readWriters(github, unknown))]) };
}
async function readBranch(github, branch) {
    const Branch = schemas.object({ commit: schemas.object({ sha: schemas.string() }) });
    try {
        const { data } = await github.rest("GET /repos/{owner}/{repo}/branches/{branch}", { branch });
        return { branch, head: Branch.parse(data).commit.sha };
    }
    catch (error) {
        if (!(error instanceof client/* GitHubRefusal */.k))
            throw error;
        throw new errors/* NightshiftError */.nc("CONFIG_INVALID", `${words/* CONFIG_PATH */.tF}: base: there is no branch "${branch}".`, {
            cause: error,
        });
    }
}
/** Who of `logins` may write now: GitHub's live permission, never the author association. An error counts as no. */
async function readWriters(github, logins) {
    const Permission = schemas.object({ permission: schemas.string() });
    const answers = await Promise.all(logins.map(async (username) => {
        try {
            const { data } = await github.rest("GET /repos/{owner}/{repo}/collaborators/{username}/permission", {
                username,
            });
            return [username, ["admin", "maintain", "write"].includes(Permission.parse(data).permission)];
        }
        catch (error) {
            if (error instanceof client/* GitHubRefusal */.k)
                return [username, false];
            throw error;
        }
    }));
    return new Map(answers);
}


/***/ }),

/***/ 4075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ parseConfigFile)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _domain_config_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91032);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49285);
/* harmony import */ var _domain_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67185);
/** Reads `.github/nightshift.yml`: every mistake at once, each with its line, key and value. */




/**
 * The settings in `text`; undefined (no file) gives the defaults.
 * Throws CONFIG_INVALID with one line per mistake.
 */
function parseConfigFile(text, file = _domain_words_js__WEBPACK_IMPORTED_MODULE_3__/* .CONFIG_PATH */ .tF) {
    if (text === undefined || text.trim() === "")
        return (0,_domain_config_js__WEBPACK_IMPORTED_MODULE_1__/* .defaultConfig */ .sb)();
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { lineCounter: lines, prettyErrors: false });
    const broken = document.errors.map((error) => `${file}:${lines.linePos(error.pos[0]).line}: ${error.message}`);
    if (broken.length > 0)
        throw invalid(broken);
    const result = _domain_config_js__WEBPACK_IMPORTED_MODULE_1__/* .Config */ .TS.safeParse(dataOf(document, lines, file) ?? {});
    if (result.success)
        return result.data;
    throw invalid(result.error.issues.flatMap((issue) => {
        const keys = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
        return keys.map((path) => describe(document, lines, file, path, issue.code === "unrecognized_keys" ? "unknown setting" : issue.message));
    }));
}
/** The document as plain data. An alias that names nothing is most often a glob that wants quotes. */
function dataOf(document, lines, file) {
    try {
        return document.toJS();
    }
    catch (error) {
        const stray = [];
        (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
            Alias(_, alias) {
                if (alias.resolve(document) !== undefined)
                    return;
                const line = lines.linePos(alias.range?.[0] ?? 0).line;
                stray.push(`${file}:${line}: *${alias.source} names no anchor; quote a text that starts with a star`);
            },
        });
        throw invalid(stray.length > 0 ? stray : [`${file}:1: ${(0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`]);
    }
}
function invalid(mistakes) {
    const count = mistakes.length === 1 ? "one mistake" : `${mistakes.length} mistakes`;
    return new _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NightshiftError */ .nc("CONFIG_INVALID", `The configuration has ${count}; nothing was done:\n${mistakes.join("\n")}`);
}
function describe(document, lines, file, path, message) {
    const value = document.getIn(path, false);
    const shown = value === undefined || (typeof value === "object" && value !== null)
        ? ""
        : ` (is ${JSON.stringify(value)})`;
    return `${file}:${lineOf(document, lines, path)}: ${path.join(".") || "the file"}: ${message}${shown}`;
}
/** Line of the deepest key on `path` that the file has. */
function lineOf(document, lines, path) {
    let node = document.contents;
    let offset = 0;
    for (const step of path) {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)) {
            const pair = node.items.find((item) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(item.key) && item.key.value === step);
            if (pair === undefined)
                break;
            if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(pair.key))
                offset = pair.key.range?.[0] ?? offset;
            node = pair.value;
        }
        else if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node) && typeof step === "number") {
            node = node.items[step];
            if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node))
                offset = node.range?.[0] ?? offset;
        }
    }
    return lines.linePos(offset).line;
}


/***/ })

};
