export const id = 2909;
export const ids = [2909];
export const modules = {

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

/***/ 49898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ quote)
/* harmony export */ });
/** A word as a shell takes it: for commands that people copy. */
function quote(word) {
    return /^[\w/.:@%+=,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}


/***/ }),

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
