export const id = 805;
export const ids = [805,345];
export const modules = {

/***/ 91032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DM: () => (/* binding */ modelOf),
/* harmony export */   TS: () => (/* binding */ Config),
/* harmony export */   bt: () => (/* binding */ ModelName),
/* harmony export */   qi: () => (/* binding */ UsDollars),
/* harmony export */   sb: () => (/* binding */ defaultConfig),
/* harmony export */   tF: () => (/* binding */ CONFIG_PATH)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42047);
/** The settings of a repository: `.github/nightshift.yml` on the default branch, and nowhere else. */

const CONFIG_PATH = ".github/nightshift.yml";
/** A setting that a later version carries out is refused until then, so that nobody believes it is on. */
const notYet = (available, later, what) => zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .refine((value) => value === available || !later.includes(value), {
    error: (issue) => `${what} "${String(issue.input)}" is not available yet; use "${available}"`,
})
    .refine((value) => value === available || later.includes(value), {
    error: (issue) => `unknown ${what} "${String(issue.input)}"; use "${available}"`,
})
    .transform(() => available);
/** `provider:model` */
const ModelName = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^(anthropic|openai|gemini):[\w.:-]+$/, "expected provider:model, such as anthropic:claude-sonnet-5-5");
const UsDollars = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().positive().max(10_000);
const agent = (defaults) => zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    model: ModelName.optional().describe("provider:model of this agent; default: `model`"),
    max_turns: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1).max(1_000).default(defaults.turns).describe("Model requests per run"),
    timeout_minutes: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()
        .min(1)
        .max(340)
        .default(defaults.minutes)
        .describe("Wall time per run, in minutes"),
    max_usd: UsDollars.default(defaults.usd).describe("Money per run, in US dollars"),
})
    .prefault({});
const Config = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1).default(1).describe("Version of this file's format"),
    model: ModelName.default("anthropic:claude-sonnet-5-5").describe("provider:model that all agents use unless they name their own"),
    code: agent({ turns: 120, minutes: 45, usd: 5 }).describe("Limits of the code agent"),
    review: agent({ turns: 40, minutes: 15, usd: 1.5 }).describe("Limits of the review agent"),
    base: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .min(1)
        .max(200)
        .optional()
        .describe("Branch that features are merged into; default: the default branch"),
    setup: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1))
        .max(20)
        .optional()
        .describe("Commands that prepare a fresh tree (network allowed); default: detected"),
    verify: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1))
        .max(20)
        .optional()
        .describe("Commands that must all exit 0 before a merge; default: detected"),
    verify_timeout_minutes: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()
        .min(1)
        .max(340)
        .default(20)
        .describe("Wall time of set-up and verification together, in minutes"),
    ci: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ mode: notYet("verify", ["dispatch", "wait", "native"], "ci mode").default("verify") })
        .prefault({})
        .describe("Which evidence a merge needs"),
    landing: notYet("direct", ["requirement_branch"], "landing")
        .default("direct")
        .describe("Where features are merged"),
    mode: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["observe", "propose", "merge"])
        .default("merge")
        .describe("observe writes only a summary, propose never merges, merge does everything"),
    features: notYet("sub_issues", ["task_list"], "features")
        .default("sub_issues")
        .describe("How features are kept on GitHub"),
    approval: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        plan: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().default(false).describe("A person approves every plan before work starts"),
        first_pull: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().default(true).describe("A person approves the repository's first pull request"),
        every_pull: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().default(false).describe("A person approves every pull request"),
        risks: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["dependencies", "database", "ci", "large"]))
            .default(["dependencies", "database", "ci", "large"])
            .describe("Risk labels that need a person's approval of that head"),
        large_lines: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive().default(1_500).describe("Changed lines that make a pull request large"),
    })
        .prefault({})
        .describe("What people approve"),
    protected_paths: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1))
        .max(100)
        .default([])
        .describe("Paths that the agents may never change, besides .github/workflows, .github/actions and .github/nightshift*"),
    rounds: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1).max(20).default(5).describe("Reviews of one pull request before a person is asked"),
    attempts: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr()
        .min(1)
        .max(10)
        .default(3)
        .describe("Runs in a row that may end without a result before a person is asked"),
    parallel: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr()
        .refine((value) => value === 1, { error: "more than one feature at a time is not available yet; use 1" })
        .default(1)
        .describe("Features in work at the same time"),
    merge_method: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["squash"], { error: 'only "squash" is available' })
        .default("squash")
        .describe("How pull requests are merged"),
    budget: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        feature_usd: UsDollars.default(20).describe("Money per feature across runs, in US dollars"),
        requirement_usd: UsDollars.default(100).describe("Money per requirement across runs, in US dollars"),
    })
        .prefault({})
        .describe("Money across runs"),
    review_scope: notYet("agents", ["all", "labelled"], "review scope")
        .default("agents")
        .describe("Which pull requests are reviewed"),
    label_prefix: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .regex(/^[\w.-]{1,30}$/, "expected 1 to 30 letters, digits, dots, dashes or underscores")
        .default("nightshift")
        .describe("First part of every label"),
    branch_prefix: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .regex(/^[\w.-]{1,30}\/$/, "expected a word and a slash, such as nightshift/")
        .default("nightshift/")
        .describe("First part of every branch that the agents own"),
    notifications: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({})
        .prefault({})
        .describe("Not available yet: Slack, Discord and generic webhooks"),
    transcript: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["on", "off"])
        .default("on")
        .describe("Whether the redacted transcript of a run is uploaded"),
});
/** All defaults: what holds without a file. */
function defaultConfig() {
    return Config.parse({});
}
/** `provider:model` of an agent. */
function modelOf(config, agentName) {
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

/***/ 19410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cv: () => (/* binding */ inBuildOrder),
/* harmony export */   X1: () => (/* binding */ TrackedFeature),
/* harmony export */   cw: () => (/* binding */ Plan)
/* harmony export */ });
/* unused harmony exports PLAN_LIMIT, PlannedFeature, findCycle */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42047);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67185);
/** Plans: what a requirement becomes. */


const PLAN_LIMIT = 40_000;
/** A feature as the code agent plans it. */
const PlannedFeature = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    key: _words_js__WEBPACK_IMPORTED_MODULE_0__/* .FeatureKey */ .m.describe("Short slug, unique in this plan"),
    title: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(3).max(120),
    description: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
        .min(1)
        .max(2_000)
        .describe("What to build and why, for someone who has not read the requirement"),
    criteria: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(3).max(400))
        .min(1)
        .max(12)
        .describe("Acceptance criteria, each checkable"),
    after: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(_words_js__WEBPACK_IMPORTED_MODULE_0__/* .FeatureKey */ .m).max(20).default([]).describe("Keys of features that must be merged first"),
    files: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(200)).max(40).default([]).describe("Files likely touched"),
});
/** What plan mode hands in. Refuses double keys, unknown dependencies, cycles and plans too long for one comment. */
const Plan = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ features: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(PlannedFeature).min(1).max(20) })
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
/* harmony export */   rW: () => (/* binding */ costsOfPull),
/* harmony export */   xS: () => (/* binding */ factsOf)
/* harmony export */ });
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70097);
/* harmony import */ var _person_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91199);
/* harmony import */ var _risk_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86641);
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66178);
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
        risks: (0,_risk_js__WEBPACK_IMPORTED_MODULE_1__/* .risksOf */ .i7)(pull, !snapshot.mergedBefore, snapshot.config),
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
        paused: isPaused(prefix, requirement, labels),
        needsHuman: (0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .featureState */ .SD)(prefix, labels) === "needs-human",
        usd: costsOfPull(pull).reduce((sum, cost) => sum + (cost.usd ?? 0), 0),
    };
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
/** Costs of the runs that worked on a pull request, each run once. */
function costsOfPull(pull) {
    const all = [...(pull.block?.costs ?? []), ...pull.reviews.flatMap((review) => review.block?.cost ?? [])];
    return [...new Map(all.map((cost) => [cost.run, cost])).values()];
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
        (requirement !== undefined && (0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .requirementState */ .to)(prefix, requirement.labels) === "paused"));
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
        const command = (0,_person_command_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePersonCommand */ .c)(comment.body);
        return (command !== undefined &&
            command !== "unknown" &&
            command.name === name &&
            !comment.edited &&
            (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .canWrite */ ._)(snapshot, comment.author));
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
        if (review.author.login === snapshot.identity || !(0,_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .canWrite */ ._)(snapshot, review.author))
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
        const command = (0,_person_command_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePersonCommand */ .c)(candidate.body);
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

/***/ 86641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RN: () => (/* binding */ protectedPaths),
/* harmony export */   i7: () => (/* binding */ risksOf),
/* harmony export */   jF: () => (/* binding */ ALWAYS_PROTECTED)
/* harmony export */ });
/* unused harmony export globToRegExp */
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70097);

const DEPENDENCIES = /(^|\/)(package(-lock)?\.json|npm-shrinkwrap\.json|pnpm-(lock|workspace)\.yaml|yarn\.lock|bun\.lockb?|(requirements|constraints)[\w.-]*\.txt|requirements\/[\w.-]+\.txt|pyproject\.toml|poetry\.lock|uv\.lock|Pipfile(\.lock)?|setup\.(py|cfg)|go\.(mod|sum)|Cargo\.(toml|lock)|pom\.xml|build\.gradle(\.kts)?|settings\.gradle(\.kts)?|Gemfile(\.lock)?|composer\.(json|lock)|deno\.(jsonc?|lock)|libs\.versions\.toml|gradle-wrapper\.(jar|properties))$/;
const DATABASE = /(^|\/)(migrations?|db|schema)\/|\.(sql|prisma)$/i;
const CI = /^\.(github|circleci|buildkite|husky)\/|(^|\/)(Dockerfile[\w.-]*|(docker-)?compose[\w.-]*\.ya?ml|(GNUm|M|m)akefile|Jenkinsfile|(\.gitlab-ci|\.travis|azure-pipelines|bitbucket-pipelines|\.pre-commit-config)\.ya?ml|\.npmrc|\.yarnrc\.yml|\.gitattributes|\.gitmodules)$/;
/**
 * Risks of a change that the configuration wants approved. `first` = nothing of ours was merged here before. A change whose
 * list of files is cut may carry every risk.
 */
function risksOf({ files, filesComplete }, first, config) {
    const lines = files.reduce((sum, file) => sum + file.added + file.deleted, 0);
    const found = {
        first: first && config.approval.first_pull,
        dependencies: !filesComplete || files.some((file) => DEPENDENCIES.test(file.path)),
        database: !filesComplete || files.some((file) => DATABASE.test(file.path)),
        ci: !filesComplete || files.some((file) => CI.test(file.path)),
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
    const patterns = [...ALWAYS_PROTECTED, ...extra].map((glob) => globToRegExp(glob.normalize("NFC")));
    return paths.filter((path) => patterns.some((pattern) => pattern.test(path.normalize("NFC"))));
}
/** `*` within a path segment, `**` across segments, `?` one character; a trailing slash means everything below. */
function globToRegExp(glob) {
    const whole = glob.endsWith("/") ? `${glob}**` : glob;
    const source = whole.replace(/\*\*\/|\*\*|\*|\?|[.+^${}()|[\]\\]/g, (token) => {
        if (token === "**/")
            return "(?:.*/)?";
        if (token === "**")
            return ".*";
        if (token === "*")
            return "[^/]*";
        if (token === "?")
            return "[^/]";
        return `\\${token}`;
    });
    return new RegExp(`^${source}$`, "i");
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
/* harmony export */   Th: () => (/* binding */ BODY_LIMIT),
/* harmony export */   g8: () => (/* binding */ renderBlock),
/* harmony export */   h$: () => (/* binding */ RunCost),
/* harmony export */   s: () => (/* binding */ ReviewBlock),
/* harmony export */   su: () => (/* binding */ withBlock),
/* harmony export */   tn: () => (/* binding */ PullBlock)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42047);
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
const RunCost = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    run: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().positive(),
    agent: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(["code", "review"]),
    mode: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().max(20),
    usd: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().nonnegative().nullable(),
    turns: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().nonnegative(),
    tokens: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().nonnegative(),
});
/** In the sticky comment of a requirement. `textHash` is the authorised text that was planned. */
const RequirementBlock = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    v: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(1),
    kind: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz("requirement"),
    textHash: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/),
    features: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(_feature_js__WEBPACK_IMPORTED_MODULE_1__/* .TrackedFeature */ .X1).max(20),
    /** Attempts and costs up to here; runs are counted afresh after it. */
    costs: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(RunCost).max(400).default([]),
    told: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().max(2_000).default(""),
});
/** In the body of a pull request. */
const PullBlock = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    v: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(1),
    kind: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz("pull"),
    requirement: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().positive(),
    feature: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().positive(),
    key: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().max(40),
    sandbox: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().max(200),
    criteria: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().max(400)).max(12),
    costs: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(RunCost).max(100),
});
/** In the body of a review. */
const ReviewBlock = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    v: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(1),
    kind: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz("review"),
    head: _words_js__WEBPACK_IMPORTED_MODULE_2__/* .Sha */ .$R,
    round: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().positive(),
    verdict: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(["approved", "changes", "comment"]),
    cost: RunCost.optional(),
});
/** In one of our inline comments. */
const FindingBlock = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    v: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(1),
    kind: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz("finding"),
    fingerprint: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().max(64),
    severity: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(["blocker", "major", "minor", "nit"]),
});
/** In the manager's comment on a pull request or issue that says what is needed from whom. */
const AskBlock = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    v: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(1),
    kind: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz("ask"),
    rung: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().max(60),
    subject: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().max(80),
});
/** In the body of a feature's sub-issue. */
const FeatureBlock = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    v: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(1),
    kind: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz("feature"),
    requirement: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().positive(),
    key: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().max(40),
    after: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(_words_js__WEBPACK_IMPORTED_MODULE_2__/* .FeatureKey */ .m).max(20).default([]),
});
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


/***/ }),

/***/ 67185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $R: () => (/* binding */ Sha),
/* harmony export */   Ae: () => (/* binding */ RepositoryName),
/* harmony export */   aX: () => (/* binding */ ACTIONS_BOT),
/* harmony export */   h0: () => (/* binding */ short),
/* harmony export */   m: () => (/* binding */ FeatureKey),
/* harmony export */   rd: () => (/* binding */ IssueNumber)
/* harmony export */ });
/* unused harmony export AgentName */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42047);
/** The small vocabulary that every other schema is built from. */

/** A full git object id. */
const Sha = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[0-9a-f]{40}$/, "expected 40 hexadecimal digits");
/** `owner/name` */
const RepositoryName = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[\w.-]+\/[\w.-]+$/, "expected owner/name");
/** Number of an issue or a pull request. */
const IssueNumber = zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive();
/** A feature's name within its requirement: stable over replans, part of its branch. */
const FeatureKey = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .max(40)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected a slug such as log-in");
const AgentName = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["code", "review", "merge"]);
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
    const request = options.fetch ? { fetch: options.fetch } : {};
    const octokit = (0,github/* getOctokit */.Q)(options.token, { baseUrl: apiUrl, request });
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

/***/ 87805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ observe)
});

// UNUSED EXPORTS: readWriters

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(42047);
// EXTERNAL MODULE: ./lib/domain/config.js
var domain_config = __webpack_require__(91032);
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

const Actor = schemas/* object */.Ikc({ __typename: schemas/* string */.YjP(), login: schemas/* string */.YjP() }).nullable();
const nodes = (item) => schemas/* object */.Ikc({ nodes: schemas/* array */.YOg(item.nullable()).nullable() })
    .transform((connection) => (connection.nodes ?? []).filter((node) => node !== null));
const CommentNode = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    databaseId: schemas/* number */.aig().nullable(),
    body: schemas/* string */.YjP(),
    createdAt: schemas/* string */.YjP(),
    lastEditedAt: schemas/* string */.YjP().nullable(),
    author: Actor,
    editor: Actor,
    reactionGroups: schemas/* array */.YOg(schemas/* object */.Ikc({ viewerHasReacted: schemas/* boolean */.zMY() })).nullable(),
});
const LabelName = schemas/* object */.Ikc({ name: schemas/* string */.YjP() });
const RequirementNode = schemas/* object */.Ikc({
    number: schemas/* number */.aig(),
    id: schemas/* string */.YjP(),
    title: schemas/* string */.YjP(),
    body: schemas/* string */.YjP(),
    state: schemas/* enum */.k5n(["OPEN", "CLOSED"]),
    createdAt: schemas/* string */.YjP(),
    lastEditedAt: schemas/* string */.YjP().nullable(),
    author: Actor,
    editor: Actor,
    labels: nodes(LabelName).nullable(),
    comments: nodes(CommentNode),
    timelineItems: nodes(schemas/* object */.Ikc({
        __typename: schemas/* string */.YjP(),
        createdAt: schemas/* string */.YjP().optional(),
        actor: Actor.optional(),
        label: LabelName.optional(),
    })),
    subIssues: nodes(schemas/* object */.Ikc({
        number: schemas/* number */.aig(),
        id: schemas/* string */.YjP(),
        title: schemas/* string */.YjP(),
        body: schemas/* string */.YjP(),
        state: schemas/* enum */.k5n(["OPEN", "CLOSED"]),
        labels: nodes(LabelName).nullable(),
        comments: nodes(CommentNode),
    })),
});
const PullNode = schemas/* object */.Ikc({
    number: schemas/* number */.aig(),
    id: schemas/* string */.YjP(),
    title: schemas/* string */.YjP(),
    body: schemas/* string */.YjP(),
    state: schemas/* enum */.k5n(["OPEN", "CLOSED", "MERGED"]),
    isDraft: schemas/* boolean */.zMY(),
    isCrossRepository: schemas/* boolean */.zMY(),
    mergeable: schemas/* enum */.k5n(["MERGEABLE", "CONFLICTING", "UNKNOWN"]),
    lastEditedAt: schemas/* string */.YjP().nullable(),
    author: Actor,
    editor: Actor,
    headRefName: schemas/* string */.YjP(),
    headRefOid: schemas/* string */.YjP(),
    baseRefName: schemas/* string */.YjP(),
    baseRef: schemas/* object */.Ikc({ target: schemas/* object */.Ikc({ oid: schemas/* string */.YjP() }).nullable() }).nullable(),
    mergeCommit: schemas/* object */.Ikc({ oid: schemas/* string */.YjP() }).nullable(),
    labels: nodes(LabelName).nullable(),
    files: schemas/* object */.Ikc({
        pageInfo: schemas/* object */.Ikc({ hasNextPage: schemas/* boolean */.zMY() }),
        nodes: schemas/* array */.YOg(schemas/* object */.Ikc({ path: schemas/* string */.YjP(), additions: schemas/* number */.aig(), deletions: schemas/* number */.aig() }).nullable())
            .nullable(),
    })
        .nullable(),
    commits: nodes(schemas/* object */.Ikc({
        commit: schemas/* object */.Ikc({
            oid: schemas/* string */.YjP(),
            author: schemas/* object */.Ikc({ email: schemas/* string */.YjP().nullable(), user: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }).nullable() })
                .nullable(),
            status: schemas/* object */.Ikc({
                contexts: schemas/* array */.YOg(schemas/* object */.Ikc({
                    context: schemas/* string */.YjP(),
                    state: schemas/* enum */.k5n(["ERROR", "EXPECTED", "FAILURE", "PENDING", "SUCCESS"]),
                    description: schemas/* string */.YjP().nullable(),
                    targetUrl: schemas/* string */.YjP().nullable(),
                    createdAt: schemas/* string */.YjP(),
                    creator: Actor,
                })),
            })
                .nullable(),
        }),
    })),
    reviews: nodes(schemas/* object */.Ikc({
        state: schemas/* enum */.k5n(["APPROVED", "CHANGES_REQUESTED", "COMMENTED", "DISMISSED", "PENDING"]),
        body: schemas/* string */.YjP(),
        submittedAt: schemas/* string */.YjP().nullable(),
        lastEditedAt: schemas/* string */.YjP().nullable(),
        commit: schemas/* object */.Ikc({ oid: schemas/* string */.YjP() }).nullable(),
        author: Actor,
        editor: Actor,
    })).nullable(),
    comments: nodes(CommentNode),
});
const Observation = schemas/* object */.Ikc({
    repository: schemas/* object */.Ikc({
        isPrivate: schemas/* boolean */.zMY(),
        defaultBranchRef: schemas/* object */.Ikc({ name: schemas/* string */.YjP(), target: schemas/* object */.Ikc({ oid: schemas/* string */.YjP() }).nullable() })
            .nullable(),
        config: schemas/* object */.Ikc({ text: schemas/* string */.YjP().nullable().optional() }).nullable(),
        merged: nodes(PullNode),
        open: nodes(PullNode),
        closed: nodes(PullNode),
        issues: nodes(RequirementNode),
        closedIssues: nodes(RequirementNode),
        namedIssue: RequirementNode.nullable().optional(),
        labels: nodes(schemas/* object */.Ikc({ id: schemas/* string */.YjP(), name: schemas/* string */.YjP() })).nullable(),
    }),
});
const ThreadNode = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    isResolved: schemas/* boolean */.zMY(),
    isOutdated: schemas/* boolean */.zMY(),
    path: schemas/* string */.YjP(),
    line: schemas/* number */.aig().nullable(),
    originalLine: schemas/* number */.aig().nullable(),
    comments: nodes(schemas/* object */.Ikc({
        body: schemas/* string */.YjP(),
        createdAt: schemas/* string */.YjP(),
        lastEditedAt: schemas/* string */.YjP().nullable(),
        author: Actor,
        editor: Actor,
    })),
});
const ThreadPage = schemas/* object */.Ikc({
    repository: schemas/* object */.Ikc({
        pullRequest: schemas/* object */.Ikc({
            reviewThreads: schemas/* object */.Ikc({
                pageInfo: schemas/* object */.Ikc({ hasNextPage: schemas/* boolean */.zMY(), endCursor: schemas/* string */.YjP().nullable() }),
                nodes: schemas/* array */.YOg(ThreadNode.nullable()).nullable(),
            }),
        }),
    }),
});
const WorkflowRuns = schemas/* object */.Ikc({
    workflow_runs: schemas/* array */.YOg(schemas/* object */.Ikc({
        id: schemas/* number */.aig(),
        path: schemas/* string */.YjP(),
        display_title: schemas/* string */.YjP(),
        status: schemas/* string */.YjP().nullable(),
        conclusion: schemas/* string */.YjP().nullable(),
        event: schemas/* string */.YjP(),
        head_branch: schemas/* string */.YjP().nullable(),
        created_at: schemas/* string */.YjP(),
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
        files: (node.files?.nodes ?? []).flatMap((file) => file ? [{ path: file.path, added: file.additions, deleted: file.deletions }] : []),
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
    const Statuses = schemas/* array */.YOg(schemas/* object */.Ikc({
        context: schemas/* string */.YjP(),
        created_at: schemas/* string */.YjP(),
        creator: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }).nullable(),
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

;// CONCATENATED MODULE: ./lib/github/observe.js
/** Reads live state into a snapshot: one wide GraphQL query, one list of runs, and what a person's permission decides. */













/** The repository as it is now. Throws CONFIG_INVALID when its configuration on the default branch cannot be read. */
async function observe(github, options) {
    const first = await readWide(github, options.labelPrefix ?? (0,domain_config/* defaultConfig */.sb)().label_prefix, options.issue);
    const config = (0,config_file/* parseConfigFile */.m)(first.config?.text ?? undefined);
    const wide = config.label_prefix === (options.labelPrefix ?? (0,domain_config/* defaultConfig */.sb)().label_prefix)
        ? first
        : await readWide(github, config.label_prefix, options.issue);
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
        pulls: await withThreads(github, await withKnownSince(github, pulls, identity), options.threadsOf ?? [], identity),
        runs,
        mergedBefore: pulls.some((pull) => pull.state === "merged" && pull.author.login === identity && pull.block !== undefined),
        labelIds: new Map((wide.labels ?? []).map((label) => [label.name, label.id])),
        at: options.now().toISOString(),
    };
    const known = options.knownWriters ?? new Map();
    const unknown = (0,people/* peopleToAsk */.I)(seen).filter((login) => !known.has(login));
    return { ...seen, writers: new Map([...known, ...(await readWriters(github, unknown))]) };
}
/** `issue` may be anything that a message named: one that is not there is left out. */
async function readWide(github, prefix, issue) {
    try {
        return await readOnce(github, prefix, issue);
    }
    catch (error) {
        if (issue === undefined || !(error instanceof client/* GitHubRefusal */.k))
            throw error;
        return readOnce(github, prefix, undefined);
    }
}
async function readOnce(github, prefix, issue) {
    const variables = {
        owner: github.owner,
        name: github.name,
        label: [prefix],
        prefix,
        config: `HEAD:${domain_config/* CONFIG_PATH */.tF}`,
        issue: issue ?? 0,
        named: issue !== undefined,
    };
    return Observation.parse(await github.graphql(queries/* OBSERVE */.d3, variables)).repository;
}
async function readBranch(github, branch) {
    const Branch = schemas/* object */.Ikc({ commit: schemas/* object */.Ikc({ sha: schemas/* string */.YjP() }) });
    try {
        const { data } = await github.rest("GET /repos/{owner}/{repo}/branches/{branch}", { branch });
        return { branch, head: Branch.parse(data).commit.sha };
    }
    catch (error) {
        if (!(error instanceof client/* GitHubRefusal */.k))
            throw error;
        throw new errors/* NightshiftError */.nc("CONFIG_INVALID", `${domain_config/* CONFIG_PATH */.tF}: base: there is no branch "${branch}".`, {
            cause: error,
        });
    }
}
/** Who of `logins` may write now: GitHub's live permission, never the author association. An error counts as no. */
async function readWriters(github, logins) {
    const Permission = schemas/* object */.Ikc({ permission: schemas/* string */.YjP() });
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
  files(first: 100) { pageInfo { hasNextPage } nodes { path additions deletions } }
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

/***/ 4075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ parseConfigFile)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _domain_config_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91032);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49285);
/** Reads `.github/nightshift.yml`: every mistake at once, each with its line, key and value. */



/**
 * The settings in `text`; undefined (no file) gives the defaults.
 * Throws CONFIG_INVALID with one line per mistake.
 */
function parseConfigFile(text, file = _domain_config_js__WEBPACK_IMPORTED_MODULE_1__/* .CONFIG_PATH */ .tF) {
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
