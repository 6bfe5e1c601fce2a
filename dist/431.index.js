export const id = 431;
export const ids = [431];
export const modules = {

/***/ 35245:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vh: () => (/* binding */ readJson),
/* harmony export */   Vm: () => (/* binding */ contextOf),
/* harmony export */   pv: () => (/* binding */ writeContext),
/* harmony export */   yI: () => (/* binding */ readContext)
/* harmony export */ });
/* unused harmony exports ContextThread, Context */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(37428);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49285);
/* harmony import */ var _domain_hooks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64324);
/* harmony import */ var _domain_mcp_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76124);
/* harmony import */ var _domain_policy_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(57024);
/* harmony import */ var _domain_snapshot_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(66178);
/* harmony import */ var _domain_state_block_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(44917);
/** The texts that a model will read: collected by the gate from live state, handed over as an artifact, never trusted. */









const ContextThread = zod__WEBPACK_IMPORTED_MODULE_7__.object({
    id: zod__WEBPACK_IMPORTED_MODULE_7__.string(),
    path: zod__WEBPACK_IMPORTED_MODULE_7__.string(),
    line: zod__WEBPACK_IMPORTED_MODULE_7__.number().optional(),
    severity: zod__WEBPACK_IMPORTED_MODULE_7__.string().optional(),
    comments: zod__WEBPACK_IMPORTED_MODULE_7__.array(zod__WEBPACK_IMPORTED_MODULE_7__.object({ author: zod__WEBPACK_IMPORTED_MODULE_7__.string(), body: zod__WEBPACK_IMPORTED_MODULE_7__.string() })),
});
const Context = zod__WEBPACK_IMPORTED_MODULE_7__.object({
    v: zod__WEBPACK_IMPORTED_MODULE_7__.literal(1),
    order: zod__WEBPACK_IMPORTED_MODULE_7__.string(),
    requirement: zod__WEBPACK_IMPORTED_MODULE_7__.object({ number: zod__WEBPACK_IMPORTED_MODULE_7__.number(), title: zod__WEBPACK_IMPORTED_MODULE_7__.string(), body: zod__WEBPACK_IMPORTED_MODULE_7__.string() }),
    features: zod__WEBPACK_IMPORTED_MODULE_7__.array(zod__WEBPACK_IMPORTED_MODULE_7__.object({ key: zod__WEBPACK_IMPORTED_MODULE_7__.string(), title: zod__WEBPACK_IMPORTED_MODULE_7__.string(), progress: zod__WEBPACK_IMPORTED_MODULE_7__.string() })),
    feature: zod__WEBPACK_IMPORTED_MODULE_7__.object({
        title: zod__WEBPACK_IMPORTED_MODULE_7__.string(),
        description: zod__WEBPACK_IMPORTED_MODULE_7__.string(),
        criteria: zod__WEBPACK_IMPORTED_MODULE_7__.array(zod__WEBPACK_IMPORTED_MODULE_7__.string()),
        files: zod__WEBPACK_IMPORTED_MODULE_7__.array(zod__WEBPACK_IMPORTED_MODULE_7__.string()),
    })
        .optional(),
    pull: zod__WEBPACK_IMPORTED_MODULE_7__.object({ number: zod__WEBPACK_IMPORTED_MODULE_7__.number(), title: zod__WEBPACK_IMPORTED_MODULE_7__.string(), body: zod__WEBPACK_IMPORTED_MODULE_7__.string() }).optional(),
    threads: zod__WEBPACK_IMPORTED_MODULE_7__.array(ContextThread),
    /** Reviews by people that ask for changes at this head. */
    asked: zod__WEBPACK_IMPORTED_MODULE_7__.array(zod__WEBPACK_IMPORTED_MODULE_7__.object({ author: zod__WEBPACK_IMPORTED_MODULE_7__.string(), body: zod__WEBPACK_IMPORTED_MODULE_7__.string() })),
    testsRed: zod__WEBPACK_IMPORTED_MODULE_7__.boolean(),
    setup: zod__WEBPACK_IMPORTED_MODULE_7__.array(zod__WEBPACK_IMPORTED_MODULE_7__.string()).optional(),
    verify: zod__WEBPACK_IMPORTED_MODULE_7__.array(zod__WEBPACK_IMPORTED_MODULE_7__.string()).optional(),
    verifyMinutes: zod__WEBPACK_IMPORTED_MODULE_7__.number(),
    protectedPaths: zod__WEBPACK_IMPORTED_MODULE_7__.array(zod__WEBPACK_IMPORTED_MODULE_7__.string()),
    policy: zod__WEBPACK_IMPORTED_MODULE_7__.array(_domain_policy_js__WEBPACK_IMPORTED_MODULE_5__/* .PolicyRule */ .HZ).default([]),
    hooks: _domain_hooks_js__WEBPACK_IMPORTED_MODULE_3__/* .Hooks */ .Rj.prefault({}),
    mcp: _domain_mcp_js__WEBPACK_IMPORTED_MODULE_4__/* .McpServers */ .J.default([]),
    setupHosts: zod__WEBPACK_IMPORTED_MODULE_7__.array(zod__WEBPACK_IMPORTED_MODULE_7__.string()).optional(),
    /** Sealed in a repository that everybody may read. */
    transcript: zod__WEBPACK_IMPORTED_MODULE_7__["enum"](["plain", "sealed", "off"]),
});
/** Only texts of people who may write, of ours, and the authorised requirement go to the model. */
function contextOf(snapshot, work, order) {
    const { requirement, feature, pull } = work;
    const heard = (author) => author.login === snapshot.identity || (0,_domain_snapshot_js__WEBPACK_IMPORTED_MODULE_8__/* .canWrite */ ._)(snapshot, author);
    const { config } = snapshot;
    return {
        v: 1,
        order,
        requirement: {
            number: requirement.requirement.number,
            title: requirement.requirement.title,
            body: requirement.requirement.body,
        },
        features: requirement.features.map(({ planned, progress }) => ({
            key: planned.key,
            title: planned.title,
            progress,
        })),
        ...(feature
            ? {
                feature: {
                    title: feature.planned.title,
                    description: feature.planned.description,
                    criteria: feature.planned.criteria,
                    files: feature.planned.files,
                },
            }
            : {}),
        ...(pull
            ? { pull: { number: pull.pull.number, title: pull.pull.title, body: (0,_domain_state_block_js__WEBPACK_IMPORTED_MODULE_6__/* .visiblePart */ .MR)(pull.pull.body) } }
            : {}),
        threads: (pull?.pull.threads ?? [])
            .filter((thread) => !thread.resolved && thread.comments[0] !== undefined && heard(thread.comments[0].author))
            .map((thread) => ({
            id: thread.id,
            path: thread.path,
            ...(thread.line === undefined ? {} : { line: thread.line }),
            ...(thread.block ? { severity: thread.block.severity } : {}),
            comments: thread.comments
                .filter((comment) => heard(comment.author))
                .map((comment) => ({
                author: comment.author.login === snapshot.identity ? "nightshift" : comment.author.login,
                body: (0,_domain_state_block_js__WEBPACK_IMPORTED_MODULE_6__/* .visiblePart */ .MR)(comment.body),
            })),
        })),
        asked: (pull?.pull.reviews ?? [])
            .filter((review) => review.state === "changes_requested" &&
            review.head === pull?.pull.head &&
            (0,_domain_snapshot_js__WEBPACK_IMPORTED_MODULE_8__/* .canWrite */ ._)(snapshot, review.author))
            .map((review) => ({ author: review.author.login, body: review.body })),
        testsRed: pull?.verification.state === "failed",
        ...(config.setup ? { setup: config.setup } : {}),
        ...(config.verify ? { verify: config.verify } : {}),
        verifyMinutes: config.verify_timeout_minutes,
        protectedPaths: config.protected_paths,
        policy: config.policy,
        hooks: config.hooks,
        mcp: config.mcp,
        ...(config.setup_hosts ? { setupHosts: config.setup_hosts } : {}),
        transcript: config.transcript === "off" ? "off" : snapshot.private ? "plain" : "sealed",
    };
}
async function writeContext(file, context) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, JSON.stringify(context));
}
/** Throws OUTCOME_INVALID when the artifact is missing, broken or of another work order. */
async function readContext(file, order) {
    const context = await readJson(file, Context);
    if (context.order !== order)
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NightshiftError */ .nc("OUTCOME_INVALID", `${file} belongs to another work order.`);
    return context;
}
/** A JSON file that another job left, checked. Throws OUTCOME_INVALID. */
async function readJson(file, schema, limit = 4_000_000) {
    let text;
    try {
        text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8");
    }
    catch (error) {
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NightshiftError */ .nc("OUTCOME_INVALID", `${file} is missing: the job before this one left nothing.`, { cause: error });
    }
    if (text.length > limit)
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NightshiftError */ .nc("OUTCOME_INVALID", `${file} has ${text.length} characters, more than ${limit}.`);
    let raw;
    try {
        raw = JSON.parse(text);
    }
    catch (error) {
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NightshiftError */ .nc("OUTCOME_INVALID", `${file} is not JSON.`, { cause: error });
    }
    const result = schema.safeParse(raw);
    if (!result.success)
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NightshiftError */ .nc("OUTCOME_INVALID", `${file} does not fit: ${zod__WEBPACK_IMPORTED_MODULE_9__/* .prettifyError */ .S1(result.error)}`);
    return result.data;
}


/***/ }),

/***/ 70431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  orderWork: () => (/* binding */ orderWork)
});

// UNUSED EXPORTS: branchOf

// EXTERNAL MODULE: ./lib/domain/config.js
var domain_config = __webpack_require__(91032);
// EXTERNAL MODULE: ./lib/domain/config-override.js
var config_override = __webpack_require__(54301);
// EXTERNAL MODULE: ./lib/domain/decide/work.js
var work = __webpack_require__(41152);
// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(49285);
// EXTERNAL MODULE: ./lib/domain/money.js
var money = __webpack_require__(49376);
// EXTERNAL MODULE: ./lib/domain/work-order.js
var work_order = __webpack_require__(61798);
// EXTERNAL MODULE: ./lib/github/perform.js
var perform = __webpack_require__(55510);
// EXTERNAL MODULE: ./lib/agents/context.js
var context = __webpack_require__(35245);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./lib/github/client.js + 1 modules
var client = __webpack_require__(40345);
;// CONCATENATED MODULE: ./lib/agents/find-earlier-run.js
/** Finds the run that this one may go on from: the newest one for the same work, when it ended without a result and left its record. */



const Artifacts = schemas.object({
    artifacts: schemas.array(schemas.object({ id: schemas.int().positive(), name: schemas.string(), expired: schemas.boolean() })),
});
/**
 * Undefined when there is nothing to go on with. The artifact is one of a run of our own workflow with the same title; what is in it
 * is checked by the job that reads it. `booked` is what the state on GitHub already says that the run cost.
 */
async function findEarlierRun(github, snapshot, work, own) {
    if (!work.needs.agent || snapshot.config.transcript === "off")
        return undefined;
    const earlier = earlierRun(snapshot.runs, own);
    if (earlier === undefined)
        return undefined;
    const artifact = await outcomeOf(github, earlier.id);
    if (artifact === undefined)
        return undefined;
    const cost = (0,money/* costsOf */.AR)(snapshot, work.requirement.requirement).find(({ run }) => run === earlier.id);
    const booked = { usd: cost?.usd ?? 0, turns: cost?.turns ?? 0, tokens: cost?.tokens ?? 0 };
    return { run: earlier.id, artifact, booked };
}
/** Only the newest run with our own title counts: one before it was already gone on from, or was about another head. */
function earlierRun(runs, own) {
    const self = runs.find(({ id }) => id === own);
    if (self?.title === undefined || self.title.subject.kind === "none")
        return undefined;
    const title = JSON.stringify(self.title);
    const newest = runs
        .filter((run) => run.id < own && run.workflow === self.workflow && JSON.stringify(run.title) === title)
        .sort((a, b) => b.id - a.id)[0];
    return newest && !newest.live && newest.conclusion !== "success" ? newest : undefined;
}
/** Id of the newest outcome of a run; a run that is gone, or whose machine was lost, has none. */
async function outcomeOf(github, run) {
    try {
        const { data } = await github.rest("GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts", {
            run_id: run,
            per_page: 100,
        });
        const outcomes = Artifacts.parse(data).artifacts.filter(({ name, expired }) => name.startsWith("nightshift-outcome-") && !expired);
        return outcomes.sort((a, b) => b.id - a.id)[0]?.id;
    }
    catch (error) {
        if (error instanceof client/* GitHubRefusal */.k)
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/agents/gate-outputs.js
var gate_outputs = __webpack_require__(95700);
// EXTERNAL MODULE: ./lib/agents/job.js
var agents_job = __webpack_require__(63629);
// EXTERNAL MODULE: ./lib/agents/performer.js
var agents_performer = __webpack_require__(51912);
;// CONCATENATED MODULE: ./lib/agents/order-work.js
/** Decides what the agent is to do, writes it into a work order with its context, and opens or closes the gate. */












/** Authorised, still needed, within budget? Then there is a work order. */
async function orderWork({ agent, job, facts, github, seen, override, bell, thread, }) {
    const snapshot = { ...seen, config: (0,config_override/* overrideConfig */.X6)(seen.config, override) };
    const decision = (0,work/* stopLoop */.ju)(agent === "code" ? (0,work/* decideCodeWork */.zP)(snapshot, bell) : decideReview(snapshot, bell), thread);
    const performer = (0,agents_performer/* performerOf */.u)(job, facts, github, snapshot, thread);
    if (decision.work === undefined) {
        await (0,perform/* perform */.y9)(performer, decision.commands);
        return (0,gate_outputs/* closeGate */.i)(job, decision.rung, decision.why);
    }
    const resume = await findEarlierRun(github, snapshot, decision.work, facts.runId);
    const order = withResume(orderOf(job, snapshot, decision.work, thread, agent), decision.work, resume);
    await (0,context/* writeContext */.pv)((0,agents_job/* places */.zn)(facts).context, (0,context/* contextOf */.Vm)(snapshot, decision.work, order.id));
    await (0,perform/* perform */.y9)(performer, decision.commands);
    await (0,gate_outputs/* openGate */.G)(job, order, decision);
}
function decideReview(snapshot, bell) {
    if (bell.kind === "pull")
        return (0,work/* decideReviewWork */.op)(snapshot, bell);
    return {
        rung: "idle",
        why: "The review agent is rung for pull requests only.",
        work: undefined,
        commands: [],
    };
}
/** US dollars that a run may cost: its own cap, or what the tightest cap across runs leaves. */
function moneyFor({ requirement, feature }, most) {
    const [tightest] = (0,money/* restsOf */.Pn)(requirement.snapshot, requirement.requirement, feature?.planned);
    return Math.min(most, tightest?.left ?? most);
}
/** A run that goes on counts what the earlier one spent as its own: what is booked for that is no second time taken from its rest. */
function withResume(order, work, resume) {
    if (resume === undefined)
        return order;
    const agent = order.mode === "review" ? "review" : "code";
    const most = work.requirement.snapshot.config[agent].max_usd;
    const usd = Math.min(most, order.limits.usd + resume.booked.usd);
    return { ...order, limits: { ...order.limits, usd }, resume };
}
function orderOf(job, snapshot, work, thread, agent) {
    const { config } = snapshot;
    const limits = config[agent];
    const { requirement, feature, pull } = work;
    const issue = feature?.planned.number;
    const order = work_order/* WorkOrder */.qm.parse({
        v: 1,
        id: job.id(),
        repository: snapshot.repository,
        mode: work.mode,
        requirement: {
            number: requirement.requirement.number,
            textHash: requirement.requirement.textHash,
            by: requirement.authorisation.state === "authorised" ? requirement.authorisation.by : "",
        },
        ...(feature && issue !== undefined
            ? {
                feature: { number: issue, key: feature.planned.key, title: feature.planned.title.slice(0, 300) },
                branch: pull?.pull.branch ?? branchOf(config.branch_prefix, issue, feature.planned.key),
            }
            : {}),
        ...(pull ? { pull: { number: pull.pull.number, head: pull.pull.head } } : {}),
        base: pull ? pull.pull.base : snapshot.base,
        round: work.round,
        needs: work.needs,
        models: [...(0,domain_config/* modelsOf */.Wh)(config, agent)],
        limits: {
            turns: limits.max_turns,
            minutes: limits.timeout_minutes,
            usd: work.needs.agent ? moneyFor(work, limits.max_usd) : limits.max_usd,
        },
        date: snapshot.at,
        thread: thread ?? { correlationId: job.id(), hops: 0 },
    });
    if (JSON.stringify(order).length > work_order/* WORK_ORDER_LIMIT */.TA)
        throw new errors/* NightshiftError */.nc("WORK_ORDER_INVALID", "The work order is too large.");
    return order;
}
/** The feature's branch: derived, so that a second run finds the first one's work. */
function branchOf(prefix, issue, key) {
    return `${prefix}${issue}-${key}`;
}


/***/ }),

/***/ 51912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ performerOf)
/* harmony export */ });
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63629);

/** `thread` is the conversation that its messages go on with. */
function performerOf(job, facts, github, snapshot, thread) {
    return {
        github,
        now: job.now,
        id: job.id,
        runUrl: (0,_job_js__WEBPACK_IMPORTED_MODULE_0__/* .runUrl */ .Vp)(facts),
        thread,
        labelIds: snapshot.labelIds,
        labelPrefix: snapshot.config.label_prefix,
        log: job.log,
    };
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

/***/ 2922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WE: () => (/* binding */ explain),
/* harmony export */   cx: () => (/* binding */ escalateQuietly),
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
        ...askForDecision(facts, rung, why),
        ...explain(facts, "failure", why),
        ...featureBecomes(facts, "needs-human"),
    ];
}
/** The same from a job that may not set statuses. */
function escalateQuietly(facts, rung, why) {
    return [...askForDecision(facts, rung, why), ...featureBecomes(facts, "needs-human")];
}
function askForDecision(facts, rung, why) {
    return ask(facts, rung, `**A person has to decide.** ${why}\n\nWhen that is done, comment \`/nightshift retry\` to go on, or close ${dropText(facts)} to drop the feature.`);
}
function dropText({ feature, pull }) {
    return feature ? `#${feature.number}` : `#${pull.number}`;
}


/***/ }),

/***/ 41152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MU: () => (/* binding */ isOurs),
/* harmony export */   ju: () => (/* binding */ stopLoop),
/* harmony export */   op: () => (/* binding */ decideReviewWork),
/* harmony export */   zP: () => (/* binding */ decideCodeWork)
/* harmony export */ });
/* harmony import */ var _deferral_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27381);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70097);
/* harmony import */ var _message_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5295);
/* harmony import */ var _money_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49376);
/* harmony import */ var _pull_facts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(99331);
/* harmony import */ var _requirement_facts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(62845);
/* harmony import */ var _say_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2922);







/** Is there work for the code agent? */
function decideCodeWork(snapshot, bell) {
    if (bell.kind === "issue")
        return decidePlanning(snapshot, bell.number);
    if (bell.kind === "feature")
        return decideImplementing(snapshot, bell);
    return decidePullWork(snapshot, bell);
}
/**
 * Work on a pull request that a whole conversation of messages led to is a loop: one label, one comment, no further message.
 * A person's retry begins a new conversation.
 */
function stopLoop(decision, thread) {
    const pull = decision.work?.pull;
    const hops = thread?.hops ?? 0;
    if (pull === undefined || hops < _message_js__WEBPACK_IMPORTED_MODULE_2__/* .HOP_LIMIT */ .Ix)
        return decision;
    const why = `${hops} messages about it followed one another without an end.`;
    return { rung: "hop-limit", why, work: undefined, commands: (0,_say_js__WEBPACK_IMPORTED_MODULE_6__/* .escalateQuietly */ .cx)(pull, "hop-limit", why) };
}
/** Is there work for the review agent? */
function decideReviewWork(snapshot, bell) {
    const found = findPull(snapshot, bell);
    if (found.kind === "idle")
        return found.decision;
    const { facts, requirement, feature } = found;
    if (facts.verdict !== "none")
        return idle("reviewed", "This head already has its verdict.");
    if (facts.deferredUntil)
        return idle("deferred", (0,_deferral_js__WEBPACK_IMPORTED_MODULE_0__/* .waitText */ .Lq)(facts.deferredUntil));
    if (facts.reviewRuns >= snapshot.config.attempts)
        return idle("tried-enough", "The review ran on this head as often as is allowed.");
    const money = overBudget(requirement, feature);
    if (money)
        return idle("over-budget", money);
    const round = (0,_pull_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .ownReviews */ ._i)(snapshot, facts.pull).length + 1;
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
    if (mode === "plan" && facts.planning.deferredUntil)
        return idle("deferred", (0,_deferral_js__WEBPACK_IMPORTED_MODULE_0__/* .waitText */ .Lq)(facts.planning.deferredUntil));
    if (mode === "plan" && facts.planning.attempts >= snapshot.config.attempts) {
        return idle("tried-enough", "Planning ran as often as is allowed.");
    }
    const money = mode === "plan" ? overBudget(facts) : undefined;
    if (money)
        return idle("over-budget", money);
    const { requirement } = facts;
    const change = (0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .labelChange */ .vp)(snapshot.config.label_prefix, _labels_js__WEBPACK_IMPORTED_MODULE_1__/* .REQUIREMENT_STATES */ .dp, "planning", requirement.labels);
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
    if (!(0,_requirement_facts_js__WEBPACK_IMPORTED_MODULE_5__/* .readyFeatures */ .r8)(facts).includes(feature))
        return idle("not-ready", `#${bell.feature} comes after features that are not merged.`);
    if (facts.features.some((other) => other !== feature && (0,_requirement_facts_js__WEBPACK_IMPORTED_MODULE_5__/* .isInWork */ .H0)(other))) {
        return idle("no-slot", "Another feature is in work.");
    }
    if ((0,_requirement_facts_js__WEBPACK_IMPORTED_MODULE_5__/* .awaitsPlanApproval */ .u3)(facts))
        return idle("awaits-plan-approval", "The plan waits for a person.");
    if (feature.deferredUntil)
        return idle("deferred", (0,_deferral_js__WEBPACK_IMPORTED_MODULE_0__/* .waitText */ .Lq)(feature.deferredUntil));
    if (feature.attempts >= snapshot.config.attempts)
        return idle("tried-enough", `#${bell.feature} was tried as often as is allowed.`);
    const money = overBudget(facts, feature);
    if (money)
        return idle("over-budget", money);
    const change = (0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .labelChange */ .vp)(snapshot.config.label_prefix, _labels_js__WEBPACK_IMPORTED_MODULE_1__/* .FEATURE_STATES */ .A9, "implementing", feature.issue.labels);
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
    if (facts.deferredUntil)
        return idle("deferred", (0,_deferral_js__WEBPACK_IMPORTED_MODULE_0__/* .waitText */ .Lq)(facts.deferredUntil));
    if (facts.codeRuns >= snapshot.config.rounds)
        return idle("tried-enough", "The code agent ran on this pull request as often as is allowed.");
    const money = overBudget(requirement, feature);
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
        commands: (0,_say_js__WEBPACK_IMPORTED_MODULE_6__/* .featureBecomes */ .rp)(facts, "fixing"),
    };
}
/** The requirement, when it may be worked on at all. */
function findRequirement(snapshot, number) {
    const stop = (rung, why) => ({ kind: "idle", decision: idle(rung, why) });
    const requirement = snapshot.requirements.find((candidate) => candidate.number === number);
    if (requirement === undefined)
        return stop("unknown-requirement", `#${number} is not a requirement here.`);
    const facts = (0,_requirement_facts_js__WEBPACK_IMPORTED_MODULE_5__/* .requirementFactsOf */ .Mq)(snapshot, requirement);
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
    const facts = (0,_pull_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .factsOf */ .xS)(snapshot, pull);
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
/** Why not even a small run may start; every cap across runs counts. */
function overBudget({ snapshot, requirement }, feature) {
    return (0,_money_js__WEBPACK_IMPORTED_MODULE_3__/* .whySpent */ .vG)((0,_money_js__WEBPACK_IMPORTED_MODULE_3__/* .restsOf */ .Pn)(snapshot, requirement, feature?.planned));
}
function idle(rung, why) {
    return { rung, why, work: undefined, commands: [] };
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
        case "propose-lessons":
            return performer.proposeLessons?.(command.pulls);
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


/***/ })

};
