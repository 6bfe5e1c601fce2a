export const id = 1064;
export const ids = [1064];
export const modules = {

/***/ 31064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sayingWhy: () => (/* binding */ sayingWhy)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49285);
/* harmony import */ var _domain_outcome_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25772);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63629);
/** An agent job that could not start: what a person has to put right becomes an outcome, so that apply can say it. */




/** Runs `attempt`. A missing key, sandbox, toolchain or setting is left as a blocked outcome and thrown on: the job is red. */
async function sayingWhy(job, facts, order, attempt) {
    try {
        await attempt();
    }
    catch (error) {
        if (error instanceof _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc && ["fix-config", "wrong-use"].includes(error.remedy))
            await leaveProblem(job, facts, order, error);
        throw error;
    }
}
async function leaveProblem(job, facts, order, error) {
    const outcome = _domain_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .Outcome */ .Pi.parse({
        v: 1,
        order: order.id,
        mode: order.mode,
        status: "blocked",
        cause: error.code,
        message: error.message.slice(0, 4_000),
        summary: "",
        blockers: [],
        sandbox: "not opened",
        cost: {
            run: facts.runId,
            agent: order.mode === "review" ? "review" : "code",
            mode: order.mode,
            usd: 0,
            turns: 0,
            tokens: 0,
        },
        from: order.base.head,
        patch: false,
    });
    const { outcomeDirectory, outcome: file } = (0,_job_js__WEBPACK_IMPORTED_MODULE_3__/* .places */ .zn)(facts);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(outcomeDirectory, { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, JSON.stringify(outcome));
    job.setOutput("status", outcome.status);
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
