export const id = 7262;
export const ids = [7262];
export const modules = {

/***/ 67161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openRequirement: () => (/* binding */ openRequirement)
/* harmony export */ });
/* unused harmony export titleAndBody */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88343);
/* harmony import */ var _domain_config_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91032);
/* harmony import */ var _domain_labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70097);
/* harmony import */ var _github_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40345);
/** Opens the issue of a requirement that came as text. */




const Issue = zod__WEBPACK_IMPORTED_MODULE_3__.object({ number: zod__WEBPACK_IMPORTED_MODULE_3__.number() });
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

/***/ 63821:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ readRequirements),
/* harmony export */   Z: () => (/* binding */ checkRequirementText)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49285);
/* harmony import */ var _domain_state_block_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44917);
/** The text of a requirement, from a file or from the command line: read whole, checked before anything starts. */



const FILE_LIMIT = 256 * 1024;
/** Throws INPUT_INVALID for a file that is missing, empty, binary or too large. */
async function readRequirements(path) {
    const refuse = (why) => new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("INPUT_INVALID", `The requirements file ${path} ${why}`);
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch((error) => {
        throw refuse(`cannot be read: ${(0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}.`);
    });
    if (!found.isFile())
        throw refuse("is not a file. Name a text file, such as requirements.md.");
    if (found.size > FILE_LIMIT)
        throw refuse(`has ${megabytes(found.size)}; at most ${FILE_LIMIT / 1024} KB are read. Say less.`);
    const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path).catch((error) => {
        throw refuse(`cannot be read: ${(0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}.`);
    });
    return checkText(bytes, refuse);
}
/** The same checks for a text from the command line. */
function checkRequirementText(text) {
    return checkText(Buffer.from(text), (why) => new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("INPUT_INVALID", `The requirements text ${why}`));
}
function checkText(bytes, refuse) {
    if (bytes.includes(0))
        throw refuse("is binary. Name a text file, such as requirements.md.");
    const text = decode(bytes);
    if (text === undefined)
        throw refuse("is not UTF-8 text. Save it as UTF-8.");
    if (!/[\p{L}\p{N}]/u.test(text))
        throw refuse("is empty. Say what shall be built.");
    if (text.length > _domain_state_block_js__WEBPACK_IMPORTED_MODULE_2__/* .BODY_LIMIT */ .Th)
        throw refuse(`has ${text.length} characters; an issue holds ${_domain_state_block_js__WEBPACK_IMPORTED_MODULE_2__/* .BODY_LIMIT */ .Th}. Say less, or split it into several requirements.`);
    return text.trim();
}
function decode(bytes) {
    try {
        return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
}
function megabytes(bytes) {
    return bytes >= 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(1)} MB` : `${Math.ceil(bytes / 1024)} KB`;
}


/***/ }),

/***/ 87262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runStart: () => (/* binding */ runStart)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(88343);
/* harmony import */ var _agents_requirement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67161);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49285);
/* harmony import */ var _domain_labels_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70097);
/* harmony import */ var _exit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13100);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(49898);
/* harmony import */ var _reach_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23561);
/* harmony import */ var _run_requirements_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63821);
/** `nightshift start`: opens the issue of a requirement, label included. */








const Issue = zod__WEBPACK_IMPORTED_MODULE_6__.object({ html_url: zod__WEBPACK_IMPORTED_MODULE_6__.string(), labels: zod__WEBPACK_IMPORTED_MODULE_6__.array(zod__WEBPACK_IMPORTED_MODULE_6__.object({ name: zod__WEBPACK_IMPORTED_MODULE_6__.string() })) });
async function runStart(options, terminal, edge) {
    const text = await requirementOf(options);
    const { github, place, close } = await (0,_reach_js__WEBPACK_IMPORTED_MODULE_4__/* .reach */ .g)(options, edge.env, edge.directory);
    try {
        const { config } = await (0,_reach_js__WEBPACK_IMPORTED_MODULE_4__/* .observeAsPerson */ .A)(github);
        const number = await (0,_agents_requirement_js__WEBPACK_IMPORTED_MODULE_0__.openRequirement)(github, text, config.label_prefix);
        const { data } = await github.rest("GET /repos/{owner}/{repo}/issues/{issue_number}", {
            issue_number: number,
        });
        const issue = Issue.parse(data);
        terminal.line(`requirement #${number} is open: ${issue.html_url}`);
        const label = (0,_domain_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .requirementLabel */ .kC)(config.label_prefix);
        if (!issue.labels.some(({ name }) => name === label)) {
            terminal.line(`It does not carry the label "${label}", because this token may not set labels: someone with write permission adds it to start the work.`);
            return _exit_js__WEBPACK_IMPORTED_MODULE_3__/* .EXIT */ .d.needsHuman;
        }
        if (place === "stopped")
            terminal.line(`Nothing runs in that directory. Build it with: nightshift run --data ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .h)(options.data ?? "")}`);
        return _exit_js__WEBPACK_IMPORTED_MODULE_3__/* .EXIT */ .d.done;
    }
    finally {
        await close();
    }
}
async function requirementOf({ text, file }) {
    if (text !== undefined && file !== undefined)
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("INPUT_INVALID", "Give the requirement as text or with --file, not both.");
    if (file !== undefined)
        return (0,_run_requirements_file_js__WEBPACK_IMPORTED_MODULE_5__/* .readRequirements */ .F)(file);
    if (text !== undefined)
        return (0,_run_requirements_file_js__WEBPACK_IMPORTED_MODULE_5__/* .checkRequirementText */ .Z)(text);
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("INPUT_INVALID", 'Say what shall be built: nightshift start "…", or --file requirements.md.');
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
