export const id = 6950;
export const ids = [6950];
export const modules = {

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

/***/ 39057:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runReplay: () => (/* binding */ runReplay)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/domain/provider.js
var domain_provider = __webpack_require__(76231);
// EXTERNAL MODULE: ./lib/domain/words.js
var words = __webpack_require__(67185);
// EXTERNAL MODULE: ./lib/models/access.js
var access = __webpack_require__(62934);
// EXTERNAL MODULE: ./lib/ops/config-file.js
var config_file = __webpack_require__(4075);
// EXTERNAL MODULE: ./lib/cli/exit.js
var exit = __webpack_require__(13100);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./lib/agent/conversation.js
var conversation = __webpack_require__(37626);
// EXTERNAL MODULE: ./lib/agent/record/read.js + 1 modules
var read = __webpack_require__(14264);
// EXTERNAL MODULE: ./lib/models/prices.js
var prices = __webpack_require__(26562);
// EXTERNAL MODULE: ./lib/models/retry.js
var retry = __webpack_require__(63860);
;// CONCATENATED MODULE: ./lib/cli/record/ask-again.js
/** Asks a model what it would do at each recorded turn, with everything that was said before that turn. */





const PATIENCE_MS = 15 * 60_000;
const OUTPUT_TOKENS = 16_000;
/** Each turn is a request of its own: the model always sees the recorded past, never its own other choices. */
async function askAgain(model, { agent, turns, lines }, progress) {
    const { definition, toolbox } = agent;
    const differences = [];
    let usd = 0;
    for (const turn of turns) {
        progress(turn.turn, turns.length);
        const answer = await (0,retry/* generateWithRetry */.Uf)(() => model.generate({
            system: definition.prompt,
            tools: toolbox.specs,
            messages: (0,conversation/* withoutOpaque */.g)((0,read/* messagesOf */.cr)(lines.slice(0, lines.indexOf(turn)))),
            maxOutputTokens: definition.output_tokens ?? OUTPUT_TOKENS,
            effort: definition.effort,
            signal: AbortSignal.timeout(PATIENCE_MS),
        }), {
            sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
            random: Math.random,
            clock: () => new Date(),
            signal: new AbortController().signal,
            deadline: new Date(Date.now() + PATIENCE_MS),
        });
        const cost = (0,prices/* costOf */.ho)(model.id, answer.usage, new Date());
        usd = usd === null || cost === null ? null : usd + cost;
        const text = compare(turn.parts, answer.parts);
        if (text !== undefined)
            differences.push({ turn: turn.turn, text });
    }
    return { differences, usd };
}
/** Undefined when the same calls are made; words are not compared. */
function compare(before, now) {
    const [recorded, given] = [callsOf(before), callsOf(now)];
    if ((0,external_node_util_.isDeepStrictEqual)(recorded, given))
        return undefined;
    return `recorded ${shown(recorded)}; now ${shown(given)}`;
}
function callsOf(parts) {
    return parts.flatMap((part) => (part.kind === "call" ? [{ name: part.name, input: part.input }] : []));
}
function shown(calls) {
    if (calls.length === 0)
        return "no call";
    return calls.map(({ name, input }) => `${name} ${JSON.stringify(input).slice(0, 200)}`).join(", ");
}

// EXTERNAL MODULE: ./lib/cli/record/call-text.js
var call_text = __webpack_require__(12498);
// EXTERNAL MODULE: ./lib/cli/record/open-transcript.js
var open_transcript = __webpack_require__(12163);
// EXTERNAL MODULE: ./lib/agent/completion.js
var completion = __webpack_require__(31255);
// EXTERNAL MODULE: ./lib/agent/digest.js
var digest = __webpack_require__(65005);
// EXTERNAL MODULE: ./lib/agent/policy.js + 1 modules
var policy = __webpack_require__(33953);
// EXTERNAL MODULE: ./lib/agent/toolbox.js + 11 modules
var agent_toolbox = __webpack_require__(81407);
// EXTERNAL MODULE: ./lib/agent/tools/task.js
var task = __webpack_require__(60568);
// EXTERNAL MODULE: ./lib/agents/code/brief.js
var brief = __webpack_require__(36546);
// EXTERNAL MODULE: ./lib/agents/definitions.js
var definitions = __webpack_require__(74852);
// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(49285);
// EXTERNAL MODULE: ./lib/domain/finding.js
var finding = __webpack_require__(39813);
;// CONCATENATED MODULE: ./lib/cli/record/present-agent.js









/** Throws INPUT_INVALID for an agent that is not built in. */
async function presentAgent(run, config) {
    const { agent, mode } = run.header;
    if (agent !== "code" && agent !== "review")
        throw new errors/* NightshiftError */.nc("INPUT_INVALID", `The transcript is of the agent "${agent}"; only runs of code and review can be replayed.`);
    const definition = await (0,definitions/* readDefinition */.U)(agent);
    const toolbox = (0,agent_toolbox/* selectTools */.g)(definition.tools, [(0,task/* taskTool */.GR)(task/* NO_DELEGATION */.JQ)]);
    const isSame = { system: (0,digest/* sha256 */.s)(definition.prompt), tools: (0,digest/* sha256 */.s)(JSON.stringify(toolbox.specs)) };
    return {
        definition,
        toolbox,
        rules: (0,policy/* policyOf */.U)(config.protected_paths, config.policy),
        output: outputOf(mode),
        changes: [
            ...(isSame.system === run.system ? [] : ["The system prompt is not the recorded one."]),
            ...(isSame.tools === run.tools ? [] : ["The tools are not the recorded ones."]),
        ],
    };
}
function outputOf(mode) {
    if (mode === "plan" || mode === "implement" || mode === "feedback" || mode === "conflict")
        return brief/* OUTPUTS */.py[mode];
    return finding/* ReviewOutput */.uU;
}
/** Compares what became of every recorded call with what would become of it today. */
function judgeAgain(agent, turns, lines) {
    const outcomes = new Map(lines.flatMap((line) => (line.type === "tool_result" ? [[line.id, line]] : [])));
    return turns.flatMap((turn) => turn.parts.flatMap((part) => {
        const outcome = part.kind === "call" ? outcomes.get(part.id) : undefined;
        if (part.kind !== "call" || outcome === undefined)
            return [];
        const before = recordedVerdict(outcome, lines);
        const now = presentVerdict(agent, part);
        if (before.kind === now.kind)
            return [];
        const why = now.why === "" ? "" : ` (${now.why.split("\n").join("; ")})`;
        return [
            { turn: turn.turn, text: `${part.name} was ${before.kind}, and would be ${now.kind} now${why}` },
        ];
    }));
}
function recordedVerdict(outcome, lines) {
    const denial = lines.find((line) => line.type === "policy" && line.id === outcome.id && line.decision === "denied");
    if (denial?.type === "policy")
        return { kind: "denied", why: denial.why };
    return { kind: outcome.invalid ? "invalid" : "allowed", why: "" };
}
function presentVerdict(agent, call) {
    if (call.name === completion/* COMPLETE_TASK */.Ol.name) {
        const read = (0,completion/* readCompletion */.tZ)(call.input, agent.output);
        return read.kind === "invalid" ? { kind: "invalid", why: read.why } : { kind: "allowed", why: "" };
    }
    const tool = agent.toolbox.find(call.name);
    if (tool === undefined)
        return { kind: "invalid", why: `there is no tool ${call.name}` };
    const prepared = tool.prepare(call.input);
    if ("invalid" in prepared)
        return { kind: "invalid", why: prepared.invalid };
    const { paths, command } = prepared;
    const decision = (0,policy/* decidePolicy */.t)({ agent: agent.definition.name, tool: tool.name, effect: tool.effect, paths, command }, agent.rules);
    return decision.kind === "allow" ? { kind: "allowed", why: "" } : { kind: "denied", why: decision.why };
}

;// CONCATENATED MODULE: ./lib/cli/record/replay.js
/**
 * `nightshift replay`: a recorded run again, offline. Nothing is executed: results are those on record. Without a model the recorded
 * answers meet today's prompt, tools and policy; with one, it is asked at each recorded turn and its calls are compared.
 */











/** Exit code: 0 the same, 1 something differs. Throws INPUT_INVALID for a file that cannot be read or an agent that is not built in. */
async function runReplay(options, terminal, env) {
    const { lines } = await (0,open_transcript/* openTranscriptFile */.b)(options.file, env);
    const [run] = lines;
    if (run?.type !== "run")
        throw new Error("unreachable: a transcript begins with its run");
    const config = await (0,promises_.readFile)((0,external_node_path_.join)(options.repo, words/* CONFIG_PATH */.tF), "utf8").catch(() => undefined);
    const agent = await presentAgent(run, (0,config_file/* parseConfigFile */.m)(config));
    const turns = lines
        .filter((line) => line.type === "model_turn")
        .filter(({ turn }) => options.until === undefined || turn <= options.until);
    for (const change of agent.changes)
        terminal.line(change);
    const differences = options.model === undefined
        ? judgeAgain(agent, turns, lines)
        : await askModel(options, options.model, { agent, turns, lines }, terminal, env);
    for (const { turn, text } of differences)
        terminal.line(`turn ${turn}: ${text}`);
    terminal.line(summary(turns, differences));
    return differences.length === 0 && agent.changes.length === 0 ? exit/* EXIT */.d.done : exit/* EXIT */.d.failed;
}
async function askModel({ baseUrl }, name, recorded, terminal, env) {
    const keys = Object.fromEntries(domain_provider/* PROVIDERS */.xq.map((provider) => [provider, env[(0,domain_provider/* keyNameOf */.aD)(provider)] ?? ""]));
    const { model } = await (0,access/* connectModels */.d)([name], { keys, baseUrl: baseUrl ?? "" });
    const { differences, usd } = await askAgain(model, recorded, (turn, of) => terminal.status(`turn ${turn} of ${of}`));
    terminal.status("");
    terminal.line(`${name} was asked ${recorded.turns.length} times: ${(0,call_text/* shownUsd */.WF)(usd)}.`);
    return differences;
}
function summary(turns, differences) {
    const where = new Set(differences.map(({ turn }) => turn)).size;
    return differences.length === 0
        ? `${turns.length} turns, and every decision is the same.`
        : `${turns.length} turns, ${where} of them with another decision.`;
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

/***/ 31532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ globTest)
/* harmony export */ });
/** Path globs with `*`, `**`, `?` and `{a,b}`, matched without regard to case: some file systems do not keep it apart. */
/**
 * Turns a glob into a test of a slash-separated relative path. A glob that names a directory covers what is inside; one that
 * ends in a slash covers only that.
 */
function globTest(glob) {
    const whole = glob.normalize("NFC").replace(/^\.?\//, "");
    const inside = whole.endsWith("/") ? ".+" : "(?:/.*)?";
    const pattern = new RegExp(`^${toPattern(whole)}${inside}$`, "isu");
    return (path) => pattern.test(path.normalize("NFC"));
}
function toPattern(glob) {
    return glob
        .split(/(\*\*\/|\*\*|\*|\?|\{[^{}]*,[^{}]*\})/)
        .map((piece) => {
        if (piece === "**/")
            return "(?:.*/)?";
        if (piece === "**")
            return ".*";
        if (piece === "*")
            return "[^/]*";
        if (piece === "?")
            return "[^/]";
        if (/^\{.*,.*\}$/.test(piece))
            return `(?:${piece.slice(1, -1).split(",").map(toPattern).join("|")})`;
        return piece.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
    })
        .join("");
}


/***/ }),

/***/ 70097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A9: () => (/* binding */ FEATURE_STATES),
/* harmony export */   F7: () => (/* binding */ RISKS),
/* harmony export */   SD: () => (/* binding */ featureState),
/* harmony export */   UH: () => (/* binding */ stateLabel),
/* harmony export */   dj: () => (/* binding */ allLabels),
/* harmony export */   dp: () => (/* binding */ REQUIREMENT_STATES),
/* harmony export */   kC: () => (/* binding */ requirementLabel),
/* harmony export */   to: () => (/* binding */ requirementState),
/* harmony export */   uI: () => (/* binding */ riskLabel),
/* harmony export */   vp: () => (/* binding */ labelChange)
/* harmony export */ });
/** The labels: the visible half of the state, and the names of the states that people see. */
const REQUIREMENT_STATES = [
    "planning",
    "awaiting-approval",
    "building",
    "complete",
    "needs-human",
    "paused",
];
const FEATURE_STATES = [
    "queued",
    "implementing",
    "in-review",
    "fixing",
    "ready-to-merge",
    "merged",
    "needs-human",
];
const RISKS = ["first", "dependencies", "database", "ci", "large"];
const STATE_TEXT = {
    planning: ["c5def5", "The code agent is reading the requirement"],
    "awaiting-approval": ["fbca04", "A person approves the plan: /nightshift approve"],
    building: ["0e8a16", "Features are being built"],
    complete: ["5319e7", "Every feature is merged"],
    paused: ["d4c5f9", "Stopped by a person: /nightshift resume"],
    "needs-human": ["d93f0b", "A person has to decide; the last comment says what"],
    queued: ["ededed", "Waits for its turn"],
    implementing: ["c2e0c6", "The code agent is writing it"],
    "in-review": ["bfdadc", "The review agent is reading it"],
    fixing: ["fef2c0", "The code agent is answering findings"],
    "ready-to-merge": ["0e8a16", "Reviewed and verified at this head"],
    merged: ["5319e7", "Landed on the base branch"],
};
const RISK_TEXT = {
    first: "The first pull request of this repository",
    dependencies: "Changes what is installed",
    database: "Changes stored data or its schema",
    ci: "Changes how the project is built, tested or released",
    large: "Changes many lines",
};
/** The label that marks a requirement; adding it, by someone with write permission, authorises the work. */
function requirementLabel(prefix) {
    return prefix;
}
function stateLabel(prefix, state) {
    return `${prefix}:${state}`;
}
function riskLabel(prefix, risk) {
    return `${prefix}:risk-${risk}`;
}
/** Every label that Nightshift uses, for `init` and for the first run. */
function allLabels(prefix) {
    const states = new Set([...REQUIREMENT_STATES, ...FEATURE_STATES]);
    return [
        { name: requirementLabel(prefix), color: "1d76db", description: "A requirement for Nightshift to build" },
        ...[...states].map((state) => {
            const [color, description] = STATE_TEXT[state];
            return { name: stateLabel(prefix, state), color, description };
        }),
        ...RISKS.map((risk) => ({
            name: riskLabel(prefix, risk),
            color: "b60205",
            description: RISK_TEXT[risk],
        })),
    ];
}
/** The requirement's state by its labels; when a kill left two, the one that stops more wins. */
function requirementState(prefix, labels) {
    const precedence = [
        "paused",
        "needs-human",
        "complete",
        "awaiting-approval",
        "building",
        "planning",
    ];
    return precedence.find((state) => labels.includes(stateLabel(prefix, state)));
}
/** The feature's state by its labels; when a kill left two, the one that stops more wins. */
function featureState(prefix, labels) {
    const precedence = [
        "needs-human",
        "merged",
        "ready-to-merge",
        "fixing",
        "in-review",
        "implementing",
        "queued",
    ];
    return precedence.find((state) => labels.includes(stateLabel(prefix, state)));
}
/** Labels to add and to remove so that exactly `state` of `family` is left. Added first, then removed. */
function labelChange(prefix, family, state, labels) {
    const wanted = stateLabel(prefix, state);
    return {
        add: labels.includes(wanted) ? [] : [wanted],
        remove: family
            .map((other) => stateLabel(prefix, other))
            .filter((name) => name !== wanted && labels.includes(name)),
    };
}


/***/ }),

/***/ 86641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RN: () => (/* binding */ protectedPaths),
/* harmony export */   i7: () => (/* binding */ risksOf),
/* harmony export */   jF: () => (/* binding */ ALWAYS_PROTECTED)
/* harmony export */ });
/* harmony import */ var _glob_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31532);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70097);


const DEPENDENCIES = /(^|\/)(package(-lock)?\.json|npm-shrinkwrap\.json|pnpm-(lock|workspace)\.yaml|yarn\.lock|bun\.lockb?|(requirements|constraints)[\w.-]*\.txt|requirements\/[\w.-]+\.txt|pyproject\.toml|poetry\.lock|uv\.lock|Pipfile(\.lock)?|setup\.(py|cfg)|go\.(mod|sum)|Cargo\.(toml|lock)|pom\.xml|build\.gradle(\.kts)?|settings\.gradle(\.kts)?|Gemfile(\.lock)?|composer\.(json|lock)|deno\.(jsonc?|lock)|libs\.versions\.toml|gradle-wrapper\.(jar|properties))$/;
const DATABASE = /(^|\/)(migrations?|db|schema)\/|\.(sql|prisma)$/i;
const CI = /^\.(github|circleci|buildkite|husky)\/|(^|\/)(Dockerfile[\w.-]*|(docker-)?compose[\w.-]*\.ya?ml|(GNUm|M|m)akefile|Jenkinsfile|(\.gitlab-ci|\.travis|azure-pipelines|bitbucket-pipelines|\.pre-commit-config)\.ya?ml|\.npmrc|\.yarnrc\.yml|\.gitattributes|\.gitmodules)$/;
/**
 * Risks of a change that the configuration wants approved. `first` = nothing of ours was merged here before. A file that
 * was renamed touches both of its paths. A change whose list of files is cut may carry every risk.
 */
function risksOf({ files, filesComplete }, first, config) {
    const lines = files.reduce((sum, file) => sum + file.added + file.deleted, 0);
    const paths = files.flatMap(({ path, oldPath }) => (oldPath === undefined ? [path] : [path, oldPath]));
    const unknown = !filesComplete || paths.includes("");
    const touches = (pattern) => unknown || paths.some((path) => pattern.test(path));
    const found = {
        first: first && config.approval.first_pull,
        dependencies: touches(DEPENDENCIES),
        database: touches(DATABASE),
        ci: touches(CI),
        large: !filesComplete || lines > config.approval.large_lines,
    };
    const asked = new Set(["first", ...config.approval.risks]);
    return _labels_js__WEBPACK_IMPORTED_MODULE_0__/* .RISKS */ .F7.filter((risk) => found[risk] && asked.has(risk));
}
/** Paths that no agent may ever change, whatever the configuration says. */
const ALWAYS_PROTECTED = [
    ".github/workflows/**",
    ".github/actions/**",
    ".github/nightshift*",
    ".github/nightshift/**",
    ".git/**",
];
/** The paths of a change that are protected; case is ignored because some file systems ignore it. */
function protectedPaths(paths, extra) {
    const tests = [...ALWAYS_PROTECTED, ...extra].map(_glob_js__WEBPACK_IMPORTED_MODULE_1__/* .globTest */ .F);
    return paths.filter((path) => tests.some((test) => test(path)));
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
