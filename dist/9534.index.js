export const id = 9534;
export const ids = [9534];
export const modules = {

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

/***/ 49376:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AR: () => (/* binding */ costsOf),
/* harmony export */   Bg: () => (/* binding */ dollarsOf),
/* harmony export */   Pn: () => (/* binding */ restsOf),
/* harmony export */   XN: () => (/* binding */ sumOf),
/* harmony export */   aD: () => (/* binding */ TOKENS_PER_DOLLAR),
/* harmony export */   aj: () => (/* binding */ costsOfFeature),
/* harmony export */   kb: () => (/* binding */ dayOf),
/* harmony export */   qE: () => (/* binding */ spentToday),
/* harmony export */   rW: () => (/* binding */ costsOfPull),
/* harmony export */   vG: () => (/* binding */ whySpent)
/* harmony export */ });
/* harmony import */ var _state_block_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44917);

/** What stands in for an unknown price, so that a budget in dollars holds for every model. */
const TOKENS_PER_DOLLAR = 1_000_000;
/** US dollars of one run; one of unknown price counts by its tokens, never as nothing. */
function dollarsOf({ usd, tokens }) {
    return usd ?? tokens / TOKENS_PER_DOLLAR;
}
function sumOf(costs) {
    return costs.reduce((sum, cost) => sum + dollarsOf(cost), 0);
}
/** Costs of the runs that worked on a pull request, each run once. */
function costsOfPull(pull) {
    const all = [...(pull.block?.costs ?? []), ...pull.reviews.flatMap((review) => review.block?.cost ?? [])];
    return once(all);
}
/** Costs of all runs of a requirement, each run once: those of its sticky comment, its pull requests and the runs that gave up. */
function costsOf(snapshot, requirement) {
    const pulls = snapshot.pulls.filter((pull) => pull.block?.requirement === requirement.number);
    const comments = [...requirement.comments, ...requirement.features.flatMap((feature) => feature.comments)];
    return once([
        ...(requirement.sticky?.block?.costs ?? []),
        ...comments.flatMap((comment) => costIn(snapshot, comment) ?? []),
        ...pulls.flatMap(costsOfPull),
    ]);
}
/** Costs of the runs that worked on one feature, with a pull request or without. */
function costsOfFeature(snapshot, requirement, feature) {
    const pulls = snapshot.pulls.filter((pull) => pull.block?.requirement === requirement.number && pull.block.key === feature.key);
    const own = costsOf(snapshot, requirement).filter((cost) => feature.number !== undefined && cost.feature === feature.number);
    return once([...own, ...pulls.flatMap(costsOfPull)]);
}
/** US dollars that all runs of the repository cost on the day of this snapshot, UTC. */
function spentToday(snapshot) {
    const day = dayOf(snapshot.at);
    const all = [
        ...snapshot.requirements.flatMap((requirement) => costsOf(snapshot, requirement)),
        ...snapshot.pulls.flatMap(costsOfPull),
    ];
    return sumOf(once(all).filter((cost) => cost.day === day));
}
/** `2026-11-22` of an ISO time in UTC. */
function dayOf(time) {
    return new Date(time).toISOString().slice(0, 10);
}
/** What every cap that counts for this work leaves, the tightest first. */
function restsOf(snapshot, requirement, feature) {
    const { budget } = snapshot.config;
    const rest = (cap, spent) => ({
        cap,
        left: budget[cap] - spent,
        limit: budget[cap],
    });
    const rests = [
        rest("requirement_usd", sumOf(costsOf(snapshot, requirement))),
        rest("day_usd", spentToday(snapshot)),
        ...(feature ? [rest("feature_usd", sumOf(costsOfFeature(snapshot, requirement, feature)))] : []),
    ];
    return rests.sort((a, b) => a.left - b.left);
}
const SPENT = {
    requirement_usd: "for this requirement are spent; a person may raise budget.requirement_usd.",
    feature_usd: "for this feature are spent; a person may raise budget.feature_usd.",
    day_usd: "for this day are spent; the first sweep after midnight UTC goes on, or sooner with a higher budget.day_usd.",
};
/** Why no more may be spent, in words for people; undefined while every cap leaves something. */
function whySpent(rests) {
    const spent = rests.find(({ left }) => left <= 0);
    return spent && `The ${spent.limit} US dollars ${SPENT[spent.cap]}`;
}
/** The cost that a comment of ours carries; one that somebody edited counts for nothing. */
function costIn(snapshot, comment) {
    if (comment.edited || comment.author.login !== snapshot.identity)
        return undefined;
    return (0,_state_block_js__WEBPACK_IMPORTED_MODULE_0__/* .readBlock */ .Gr)(_state_block_js__WEBPACK_IMPORTED_MODULE_0__/* .CostBlock */ .Ry, comment.body)?.cost;
}
function once(costs) {
    return [...new Map(costs.map((cost) => [cost.run, cost])).values()];
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
