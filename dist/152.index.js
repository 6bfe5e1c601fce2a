export const id = 152;
export const ids = [152];
export const modules = {

/***/ 99152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./lib/ops/redact.js
var redact = __webpack_require__(32523);
// EXTERNAL MODULE: ./lib/agents/agent-phase.js + 15 modules
var agent_phase = __webpack_require__(51649);
// EXTERNAL MODULE: ./lib/agents/context.js
var agents_context = __webpack_require__(35245);
// EXTERNAL MODULE: ./lib/agents/definitions.js + 1 modules
var definitions = __webpack_require__(99592);
// EXTERNAL MODULE: ./lib/agents/fence.js
var fence = __webpack_require__(50659);
// EXTERNAL MODULE: ./lib/agents/job.js
var agents_job = __webpack_require__(63629);
// EXTERNAL MODULE: ./lib/agents/code/brief.js
var brief = __webpack_require__(36546);
;// CONCATENATED MODULE: ./lib/agents/code/agent.js







const CONVENTIONS = [
    "AGENTS.md",
    "CLAUDE.md",
    "CONTRIBUTING.md",
    ".github/CONTRIBUTING.md",
    ".github/pull_request_template.md",
    ".github/PULL_REQUEST_TEMPLATE.md",
    "PULL_REQUEST_TEMPLATE.md",
];
const CONVENTION_LIMIT = 16_000;
async function runCodeAgent(job, facts, order, inputs) {
    const context = await (0,agents_context/* readContext */.yI)((0,agents_job/* places */.zn)(facts).context, order.id);
    const bench = await (0,agent_phase/* prepareBench */.cg)(job, facts, order, context, await (0,definitions/* readDefinition */.U)("code"), inputs);
    const input = {
        order,
        context,
        commands: bench.commands,
        conventions: await readConventions(bench),
        conflicts: order.mode === "conflict" && order.pull
            ? (await bench.git.mergeTree(order.base.head, order.pull.head)).conflicts
            : [],
        fence: (0,fence/* createFence */.K)(job.id().slice(0, 8)),
    };
    const header = { agent: "code", mode: order.mode, feature: order.feature?.key ?? "", round: order.round };
    const mode = codeMode(order);
    const task = { header, brief: (0,brief/* codeBrief */._0)(mode, input), gates: gatesOf(mode, bench) };
    const hand = HAND_IN[mode];
    await hand(bench, task);
}
/** One entry per mode, so that each outcome carries exactly its mode's output. */
const HAND_IN = {
    plan: (bench, assignment) => handIn(bench, { ...assignment, output: brief/* OUTPUTS */.py.plan }, (rest, output) => ({
        ...rest,
        mode: "plan",
        ...output,
    })),
    implement: (bench, assignment) => handIn(bench, { ...assignment, output: brief/* OUTPUTS */.py.implement }, (rest, output) => ({
        ...rest,
        mode: "implement",
        ...output,
    })),
    feedback: (bench, assignment) => handIn(bench, { ...assignment, output: brief/* OUTPUTS */.py.feedback }, (rest, output) => ({
        ...rest,
        mode: "feedback",
        ...output,
    })),
    conflict: (bench, assignment) => handIn(bench, { ...assignment, output: brief/* OUTPUTS */.py.conflict }, (rest, output) => ({
        ...rest,
        mode: "conflict",
        ...output,
    })),
};
/** Runs the loop and saves whatever was changed, finished or not: paid work is never thrown away. */
async function handIn(bench, task, outcome) {
    const done = await (0,agent_phase/* work */.oJ)(bench, task);
    const patch = await (0,agent_phase/* takePatch */.AN)(bench);
    const output = done.result.completion?.output;
    await (0,agent_phase/* leaveOutcome */.CG)(bench, outcome((0,agent_phase/* outcomeBase */.oQ)(bench, done, patch.length > 0), output === undefined ? {} : { output }), patch);
}
function codeMode(order) {
    if (order.mode === "plan" ||
        order.mode === "implement" ||
        order.mode === "feedback" ||
        order.mode === "conflict")
        return order.mode;
    throw new Error(`unreachable: mode ${order.mode} has no model`);
}
async function readConventions({ git, order }) {
    const found = [];
    for (const path of CONVENTIONS) {
        const shown = await git.run(["show", `${order.base.head}:${path}`]);
        if (shown.exitCode === 0)
            found.push({ path, text: shown.stdout.toString("utf8").slice(0, CONVENTION_LIMIT) });
    }
    return found;
}
/** What a claim of "done" must pass: a change where one is due, green verify commands after it, no secret, no conflict marker. */
function gatesOf(mode, bench) {
    const verified = async ({ commandsRun, edited }) => {
        if (!edited || bench.commands.verify.length === 0)
            return undefined;
        const green = bench.commands.verify.filter((command) => commandsRun.some((run) => run.afterLastEdit && run.exitCode === 0 && run.command.includes(command)));
        if (green.length === bench.commands.verify.length ||
            commandsRun.some((run) => run.afterLastEdit && run.exitCode === 0))
            return undefined;
        return `No command exited 0 after your last edit. Run ${bench.commands.verify.map((command) => `\`${command}\``).join(" and ")} and make it pass first.`;
    };
    const changed = async ({ completion, edited }) => completion.status === "done" && !edited
        ? 'Nothing in the work tree has changed. Do the work, or use status "nothing_to_do" when the code already does all of it.'
        : undefined;
    const clean = async () => {
        const patch = (await (0,agent_phase/* takePatch */.AN)(bench)).toString("utf8");
        const added = patch
            .split("\n")
            .filter((line) => line.startsWith("+"))
            .join("\n");
        const [secret] = (0,redact/* findSecrets */.dL)(added, [bench.inputs.apiKey]);
        if (secret)
            return `The change contains what looks like a secret (${secret.kind}). Remove it.`;
        return mode === "conflict" && /^\+(<{7}|>{7}) /m.test(patch)
            ? "Conflict markers are left. Resolve them all."
            : undefined;
    };
    if (mode === "plan")
        return [async ({ edited }) => (edited ? "Plan mode changes no file. Undo your edits." : undefined)];
    if (mode === "implement")
        return [changed, verified, clean];
    return [verified, clean];
}

// EXTERNAL MODULE: ./lib/domain/decide/say.js
var say = __webpack_require__(2922);
// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(49285);
// EXTERNAL MODULE: ./lib/domain/outcome.js
var domain_outcome = __webpack_require__(25772);
// EXTERNAL MODULE: ./lib/domain/pull-facts.js
var pull_facts = __webpack_require__(99331);
// EXTERNAL MODULE: ./lib/domain/quiet.js
var quiet = __webpack_require__(41528);
// EXTERNAL MODULE: ./lib/github/perform.js
var perform = __webpack_require__(55510);
// EXTERNAL MODULE: ./lib/agents/apply.js
var apply = __webpack_require__(5030);
// EXTERNAL MODULE: ./lib/domain/words.js
var words = __webpack_require__(67185);
// EXTERNAL MODULE: ./lib/github/open-review.js
var open_review = __webpack_require__(89644);
// EXTERNAL MODULE: ./lib/github/queries.js
var queries = __webpack_require__(13519);
;// CONCATENATED MODULE: ./lib/agents/code/answers.js




/** Only threads that were really open are answered; a thread that we answered last already is left alone. */
async function answerThreads({ github, pull, snapshot }, output, head) {
    if (pull === undefined)
        return;
    const open = new Map(pull.pull.threads.filter((thread) => !thread.resolved).map((thread) => [thread.id, thread]));
    const answers = output.answers.filter((answer) => {
        const last = open.get(answer.thread)?.comments.at(-1);
        return last !== undefined && !(last.author.login === snapshot.identity && last.body.startsWith(ANSWER));
    });
    if (answers.length === 0)
        return;
    const review = await (0,open_review/* openReview */.p)(github, {
        pull: pull.pull.nodeId,
        head: head ?? pull.pull.head,
        body: null,
        threads: [],
    });
    const variables = Object.fromEntries(answers.flatMap((answer, at) => [
        [`thread${at}`, answer.thread],
        [
            `body${at}`,
            `${ANSWER} ${answer.action === "fixed" ? `Fixed${head ? ` in ${(0,words/* short */.h0)(head)}` : ""}.` : "Disputed."} ${(0,quiet/* quiet */.j)(answer.reply)}`,
        ],
    ]));
    await github.graphql((0,queries/* submitWithAnswers */.Wu)(answers.length), {
        review,
        ...variables,
    });
}
/** How an answer of the code agent starts. */
const ANSWER = "**Author:**";

// EXTERNAL MODULE: ./lib/domain/labels.js
var labels = __webpack_require__(70097);
;// CONCATENATED MODULE: ./lib/agents/code/give-up.js
/** The code agent could not finish: the work is saved, a label is set, and the reason is said once. */




/** `saved` is the commit on the feature's branch that carries the unfinished work. */
async function giveUp(desk, outcome, why, saved) {
    const { order, pull, performer, requirement, snapshot } = desk;
    const blockers = outcome.blockers.map((blocker) => (0,quiet/* quiet */.j)(`- ${blocker.kind}: ${blocker.detail}`));
    const text = [
        (0,quiet/* quiet */.j)(why),
        ...(blockers.length > 0 ? ["", ...blockers] : []),
        "",
        `${saved ? `The unfinished work is on \`${order.branch}\` at ${saved}. ` : ""}The run: ${performer.runUrl} (${costText(outcome.cost)}).`,
    ].join("\n");
    if (pull)
        return (0,perform/* perform */.y9)(performer, (0,say/* escalate */.rh)(pull, `given-up-${order.id}`, text));
    const prefix = snapshot.config.label_prefix;
    const feature = requirement.features.find((candidate) => candidate.planned.number === order.feature?.number)?.issue;
    const target = feature ?? requirement.requirement;
    const change = feature
        ? (0,labels/* labelChange */.vp)(prefix, labels/* FEATURE_STATES */.A9, "needs-human", feature.labels)
        : (0,labels/* labelChange */.vp)(prefix, labels/* REQUIREMENT_STATES */.dp, "needs-human", requirement.requirement.labels);
    await (0,perform/* perform */.y9)(performer, [
        {
            do: "say",
            number: target.number,
            id: undefined,
            body: `**A person has to decide.** ${text}\n\nWhen that is done, comment \`/nightshift retry\` to try again.`,
        },
        { do: "label", target: { number: target.number, nodeId: target.nodeId }, ...change },
    ]);
}
function costText(cost) {
    return `${cost.turns} turns, ${cost.tokens} tokens${cost.usd === null ? "" : `, ${cost.usd.toFixed(2)} US dollars`}`;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(42047);
// EXTERNAL MODULE: ./lib/domain/feature.js
var feature = __webpack_require__(19410);
// EXTERNAL MODULE: ./lib/domain/ledger.js
var ledger = __webpack_require__(93991);
// EXTERNAL MODULE: ./lib/domain/state-block.js
var state_block = __webpack_require__(44917);
// EXTERNAL MODULE: ./lib/github/client.js + 1 modules
var client = __webpack_require__(40345);
;// CONCATENATED MODULE: ./lib/agents/code/plan.js
/** Makes a plan durable: first the plan itself in one comment, then an issue for every feature, then the first feature starts. */










const Created = schemas/* object */.Ikc({ id: schemas/* number */.aig(), number: schemas/* number */.aig() });
const Listed = Created.extend({
    body: schemas/* string */.YjP().nullable(),
    user: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }).nullable(),
});
const Comment = schemas/* object */.Ikc({ id: schemas/* number */.aig() });
/** `outcome` undefined: the plan is already kept in the comment, only issues are missing. */
async function applyPlan(desk, outcome) {
    const { order, requirement } = desk;
    const kept = requirement.requirement.sticky?.block;
    if (outcome && kept)
        return (0,apply/* stopHere */.B5)(desk.job, "Another run planned this requirement meanwhile.");
    if (outcome && requirement.requirement.textHash !== order.requirement.textHash)
        return planAgain(desk);
    if (outcome?.status === "nothing_to_do")
        return nothingToDo(desk, outcome);
    if (outcome && (outcome.status !== "done" || outcome.output === undefined))
        return giveUp(desk, outcome, outcome.message, undefined);
    const block = kept ?? newBlock(desk, outcome);
    if (block === undefined)
        return (0,apply/* stopHere */.B5)(desk.job, "There is neither a plan nor an outcome.");
    const sticky = requirement.requirement.sticky?.id ?? (await plan_say(desk, block));
    const tracked = await trackFeatures(desk, block.features);
    await updateSticky(desk, sticky, { ...block, features: tracked });
    await startBuilding(desk, tracked);
}
function newBlock({ order }, outcome) {
    if (outcome?.output === undefined)
        return undefined;
    const features = (0,feature/* inBuildOrder */.Cv)(outcome.output.features);
    const [only] = features;
    const tracked = features.length === 1 && only ? [{ ...only, number: order.requirement.number }] : features;
    return {
        v: 1,
        kind: "requirement",
        textHash: order.requirement.textHash,
        features: tracked,
        costs: [outcome.cost],
        told: "",
    };
}
async function plan_say({ github, order }, block) {
    const body = (0,state_block/* withBlock */.su)((0,ledger/* renderPlan */.E)(block.features), block);
    const { data } = await github.rest("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
        issue_number: order.requirement.number,
        body,
    });
    return Comment.parse(data).id;
}
async function updateSticky({ github }, id, block) {
    await github.rest("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", { comment_id: id, body: (0,state_block/* withBlock */.su)((0,ledger/* renderPlan */.E)(block.features), block) }, "safe");
}
/** One sub-issue for every feature that has none. What a killed run left is found by its marker and finished. */
async function trackFeatures(desk, features) {
    const existing = desk.order.mode === "track" ? await leftovers(desk) : new Map();
    const tracked = [];
    const ids = new Map();
    for (const feature of features) {
        if (feature.number !== undefined) {
            tracked.push(feature);
            continue;
        }
        const left = existing.get(feature.key);
        const issue = left ?? (await openFeature(desk, feature));
        ids.set(feature.key, issue.id);
        await linkFeature(desk, feature, issue, ids, left !== undefined);
        tracked.push({ ...feature, number: issue.number });
    }
    return tracked;
}
/** Issues of ours with the marker of a feature of this requirement, by its key, whether they are sub-issues already or not. */
async function leftovers({ github, order, snapshot }) {
    const { data } = await github.rest("GET /repos/{owner}/{repo}/issues", {
        state: "all",
        labels: (0,labels/* stateLabel */.UH)(snapshot.config.label_prefix, "queued"),
        per_page: 100,
    });
    const found = schemas/* array */.YOg(Listed).parse(data);
    return new Map(found.flatMap((issue) => {
        const block = (0,state_block/* readBlock */.Gr)(state_block/* FeatureBlock */.M0, issue.body ?? "");
        const ours = issue.user?.login === snapshot.identity && block?.requirement === order.requirement.number;
        return ours ? [[block.key, issue]] : [];
    }));
}
async function openFeature({ github, order, snapshot }, feature) {
    const block = {
        v: 1,
        kind: "feature",
        requirement: order.requirement.number,
        key: feature.key,
        after: feature.after,
    };
    const { data } = await github.rest("POST /repos/{owner}/{repo}/issues", {
        title: (0,quiet/* quiet */.j)(feature.title),
        body: (0,state_block/* withBlock */.su)(featureBody(feature, order.requirement.number), block),
        labels: [(0,labels/* stateLabel */.UH)(snapshot.config.label_prefix, "queued")],
    });
    return Created.parse(data);
}
/** Makes it a sub-issue and says what it comes after; of one that was left, a part of that may be there already. */
async function linkFeature({ github, order }, feature, issue, ids, left) {
    const link = async (route, parameters) => {
        try {
            await github.rest(route, parameters);
        }
        catch (error) {
            if (!(left && error instanceof client/* GitHubRefusal */.k && error.status === 422))
                throw error;
        }
    };
    await link("POST /repos/{owner}/{repo}/issues/{issue_number}/sub_issues", {
        issue_number: order.requirement.number,
        sub_issue_id: issue.id,
    });
    for (const key of feature.after) {
        const blocker = ids.get(key);
        if (blocker === undefined)
            continue;
        await link("POST /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by", {
            issue_number: issue.number,
            issue_id: blocker,
        });
    }
}
function featureBody(feature, requirement) {
    return [
        (0,quiet/* quiet */.j)(feature.description),
        "",
        "**Acceptance criteria**",
        "",
        ...feature.criteria.map((criterion) => `- [ ] ${(0,quiet/* quiet */.j)(criterion)}`),
        "",
        `Part of #${requirement}.${feature.files.length > 0 ? ` Files likely touched: ${feature.files.map((file) => `\`${file}\``).join(", ")}.` : ""}`,
    ].join("\n");
}
/** The requirement is being built: the first ready feature is rung by the same table that the manager uses. */
async function startBuilding(desk, features) {
    const { requirement, snapshot, performer, order } = desk;
    const { approval, mode, label_prefix: prefix } = snapshot.config;
    const state = approval.plan ? "awaiting-approval" : "building";
    const target = { number: requirement.requirement.number, nodeId: requirement.requirement.nodeId };
    const [first] = features;
    const go = approval.plan || mode === "observe" || first?.number === undefined
        ? []
        : [
            {
                do: "send",
                type: "continue_next_feature",
                from: "coder",
                to: "coder",
                payload: { issue: order.requirement.number, feature: first.number },
            },
        ];
    const ask = approval.plan
        ? [
            {
                do: "say",
                number: target.number,
                id: undefined,
                body: "**The plan waits for a person.** Comment `/nightshift approve` to build it as it stands, or edit the requirement and comment `/nightshift stop`.",
            },
        ]
        : [];
    await (0,perform/* perform */.y9)(performer, [
        {
            do: "label",
            target,
            ...(0,labels/* labelChange */.vp)(prefix, labels/* REQUIREMENT_STATES */.dp, state, requirement.requirement.labels),
        },
        ...ask,
        ...go,
    ]);
}
/** Someone who may write changed the text while it was planned: what counts is the new one. */
async function planAgain({ performer, order }) {
    await (0,perform/* perform */.y9)(performer, [
        {
            do: "send",
            type: "start_project",
            from: "repo_manager",
            to: "coder",
            payload: { issue: order.requirement.number },
        },
    ]);
}
async function nothingToDo({ performer, order, requirement, snapshot }, outcome) {
    const target = { number: requirement.requirement.number, nodeId: requirement.requirement.nodeId };
    await (0,perform/* perform */.y9)(performer, [
        {
            do: "say",
            number: order.requirement.number,
            id: undefined,
            body: `**Nothing to build.** ${(0,quiet/* quiet */.j)(outcome.summary)}`,
        },
        {
            do: "label",
            target,
            ...(0,labels/* labelChange */.vp)(snapshot.config.label_prefix, labels/* REQUIREMENT_STATES */.dp, "complete", requirement.requirement.labels),
        },
        { do: "close", number: order.requirement.number, reason: "completed" },
    ]);
}

;// CONCATENATED MODULE: ./lib/agents/code/pull.js
/** Opens the pull request of a feature, or adopts the one that a killed run opened. */






const Pull = schemas/* object */.Ikc({ number: schemas/* number */.aig(), node_id: schemas/* string */.YjP() });
/** Number of the feature's pull request. */
async function openPull(desk, outcome, output, evidence) {
    const { order, requirement, snapshot } = desk;
    const feature = requirement.features.find((candidate) => candidate.planned.key === order.feature?.key);
    const number = order.feature?.number ?? order.requirement.number;
    const block = {
        v: 1,
        kind: "pull",
        requirement: order.requirement.number,
        feature: number,
        key: order.feature?.key ?? "",
        sandbox: outcome.sandbox,
        criteria: feature?.planned.criteria ?? [],
        costs: [outcome.cost],
    };
    const body = (0,state_block/* withBlock */.su)(bodyOf(desk, output, outcome, evidence, number), block);
    const pull = await createOrAdopt(desk, output.pull.title, body);
    const prefix = snapshot.config.label_prefix;
    const first = snapshot.mergedBefore || !snapshot.config.approval.first_pull ? [] : [(0,labels/* riskLabel */.uI)(prefix, "first")];
    const issue = feature?.issue;
    await (0,perform/* perform */.y9)(desk.performer, [
        {
            do: "label",
            target: { number: pull.number, nodeId: pull.node_id },
            add: [`${prefix}:in-review`, ...first],
            remove: [],
        },
        ...(issue
            ? [
                {
                    do: "label",
                    target: issue,
                    ...(0,labels/* labelChange */.vp)(prefix, labels/* FEATURE_STATES */.A9, "in-review", issue.labels),
                },
            ]
            : []),
    ]);
    return pull.number;
}
function bodyOf(desk, output, outcome, evidence, feature) {
    const checks = output.criteria.map(({ criterion, evidence: proof }) => `- ${criterion}: ${proof}`);
    const ran = evidence
        ? evidence.commands
            .map((result) => `\`${result.command}\` ${result.exitCode === 0 ? "passed" : "failed"}`)
            .join(", ")
        : "not run";
    return [
        (0,quiet/* quiet */.j)(output.pull.body),
        "",
        `Closes #${feature}`,
        "",
        "---",
        "",
        ...(checks.length > 0 ? ["**Acceptance criteria**", "", ...checks.map(quiet/* quiet */.j), ""] : []),
        `Verification: ${ran}. Sandbox: ${outcome.sandbox}. Requirement: #${desk.order.requirement.number}.`,
    ].join("\n");
}
async function createOrAdopt(desk, title, body) {
    const { github, order } = desk;
    try {
        const { data } = await github.rest("POST /repos/{owner}/{repo}/pulls", {
            title: (0,quiet/* quiet */.j)(title),
            head: order.branch,
            base: order.base.branch,
            body,
        });
        return Pull.parse(data);
    }
    catch (error) {
        if (!(error instanceof client/* GitHubRefusal */.k && error.status === 422 && /already exists/i.test(error.message)))
            throw error;
        const { data } = await github.rest("GET /repos/{owner}/{repo}/pulls", {
            state: "open",
            head: `${github.owner}:${order.branch}`,
        });
        const [pull] = schemas/* array */.YOg(Pull).parse(data);
        if (pull === undefined)
            throw error;
        await github.rest("PATCH /repos/{owner}/{repo}/pulls/{pull_number}", { pull_number: pull.number, body }, "safe");
        return pull;
    }
}
/** Books another run in the pull request's body. */
async function rememberCost({ github, pull }, cost) {
    if (pull?.pull.block === undefined)
        return;
    const block = {
        ...pull.pull.block,
        costs: [...pull.pull.block.costs.filter((other) => other.run !== cost.run), cost].slice(-100),
    };
    const body = (0,state_block/* withBlock */.su)((0,state_block/* visiblePart */.MR)(pull.pull.body), block);
    await github.rest("PATCH /repos/{owner}/{repo}/pulls/{pull_number}", { pull_number: pull.pull.number, body }, "safe");
}

// EXTERNAL MODULE: ./lib/github/git.js
var github_git = __webpack_require__(91623);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/agents/fetch.js
var fetch = __webpack_require__(24430);
;// CONCATENATED MODULE: ./lib/agents/change.js
/** The trees that a work order and its patch lead to: the new head, and that head merged with the base. */




/** Largest patch that is taken on, in bytes. */
const PATCH_LIMIT = 20_000_000;
/** The change that an outcome's patch makes. Throws PATCH_REFUSED when it does not apply to what the agent started from. */
async function changeOf(git, facts, order, outcome) {
    const start = await (0,fetch/* startingTree */.Lv)(git, order);
    const from = await git.text(["rev-parse", "--verify", `${start}^{tree}`]);
    const patch = outcome.patch ? await readPatch((0,agents_job/* places */.zn)(facts).patch) : Buffer.alloc(0);
    const tree = patch.length > 0 ? await git.applyPatch(from, patch, (0,agents_job/* places */.zn)(facts).index("apply")) : from;
    const parent = order.mode === "feedback" && order.pull ? order.pull.head : order.base.head;
    return { tree, parents: [parent], patch };
}
async function readPatch(file) {
    const patch = await (0,promises_.readFile)(file);
    if (patch.length > PATCH_LIMIT)
        throw new errors/* NightshiftError */.nc("PATCH_REFUSED", `The patch has ${patch.length} bytes, more than ${PATCH_LIMIT}.`);
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

// EXTERNAL MODULE: ./lib/domain/diff.js
var domain_diff = __webpack_require__(51729);
// EXTERNAL MODULE: ./lib/domain/risk.js
var risk = __webpack_require__(86641);
;// CONCATENATED MODULE: ./lib/agents/policy-check.js
/** What a change of the model must pass before it is pushed: paths, modes, size, secrets. Deterministic, on the real trees. */




const FILES_LIMIT = 1_000;
/** Throws PATCH_REFUSED or SECRET_FOUND; the secret itself is never repeated. */
async function checkChange(git, from, to, policy) {
    const raw = await git.text(["diff", "--raw", "--no-renames", "--no-abbrev", "-z", from, to]);
    const entries = entriesOf(raw);
    const refuse = (why) => new errors/* NightshiftError */.nc("PATCH_REFUSED", `The change was not pushed: ${why}`);
    if (entries.length > FILES_LIMIT)
        throw refuse(`it touches ${entries.length} files, more than ${FILES_LIMIT}.`);
    const guarded = (0,risk/* protectedPaths */.RN)(entries.map((entry) => entry.path), policy.protected);
    if (guarded.length > 0)
        throw refuse(`it touches protected paths: ${guarded.slice(0, 10).join(", ")}.`);
    const odd = entries.filter((entry) => entry.mode === "160000" || entry.mode === "120000");
    if (odd.length > 0)
        throw refuse(`it adds links, which agents may not: ${odd
            .slice(0, 10)
            .map((entry) => entry.path)
            .join(", ")}.`);
    const added = await addedText(git, from, to);
    const [secret] = (0,redact/* findSecrets */.dL)(added, policy.secrets);
    if (secret)
        throw new errors/* NightshiftError */.nc("SECRET_FOUND", `The change was not pushed: it contains what looks like a secret (${secret.kind}).`);
}
function entriesOf(raw) {
    const fields = raw.split("\0");
    const entries = [];
    for (let at = 0; at + 1 < fields.length; at += 2) {
        const mode = /^:\d{6} (\d{6}) /.exec(fields[at] ?? "")?.[1] ?? "";
        entries.push({ mode, path: fields[at + 1] ?? "" });
    }
    return entries;
}
/** Added lines of every file, of binary ones and of those that attributes call binary too, and the names of the files. */
async function addedText(git, from, to) {
    const diff = await git.bytes([
        "diff",
        "--no-color",
        "--no-ext-diff",
        "--no-textconv",
        "--no-renames",
        "--text",
        "-U0",
        from,
        to,
    ]);
    return (0,domain_diff/* parseDiff */.F)(diff.toString("utf8"))
        .flatMap((file) => [file.path, ...file.hunks.flatMap((hunk) => hunk.lines)])
        .flatMap((part) => (typeof part === "string" ? part : part.kind === "added" ? part.text : []))
        .join("\n");
}

;// CONCATENATED MODULE: ./lib/agents/code/push.js
/** Pushes the change of an outcome to the feature's branch, guarded by where the branch was observed. */





/** The new head. Throws PATCH_REFUSED, SECRET_FOUND, or GITHUB_CONFLICT when somebody else pushed meanwhile. */
async function pushChange(desk, outcome, token, title) {
    const { job, facts, order, snapshot } = desk;
    if (order.branch === undefined)
        throw new errors/* NightshiftError */.nc("WORK_ORDER_INVALID", "The work order names no branch.");
    const git = await (0,fetch/* fetchOrder */.XD)(job, facts, order, token);
    const remote = (0,fetch/* remoteOf */.e1)(facts, token);
    const change = await changeOf(git, facts, order, outcome);
    const before = await git.treeOf(order.mode === "feedback" && order.pull ? order.pull.head : order.base.head);
    await checkChange(git, before, change.tree, {
        protected: snapshot.config.protected_paths,
        secrets: [token],
    });
    const message = `${title}\n\n${outcome.summary}\n\nNightshift-Order: ${order.id}\n`;
    const commit = await git.commit({ tree: change.tree, parents: change.parents, message, date: order.date });
    const expected = order.pull?.head ?? (await ownLeftover(git, desk, token));
    if (!(await git.push(remote, commit, order.branch, expected))) {
        throw new errors/* NightshiftError */.nc("GITHUB_CONFLICT", `${order.branch} was pushed to meanwhile; nothing was overwritten. The next sweep starts from the new head.`);
    }
    job.log(`pushed ${commit} to ${order.branch}`);
    return commit;
}
/** A branch without a pull request that a killed run of ours left behind may be overwritten; one with commits of people never. */
async function ownLeftover(git, { facts, order }, token) {
    const remote = (0,fetch/* remoteOf */.e1)(facts, token);
    const head = await git.remoteHead(remote, order.branch ?? "");
    if (head === undefined)
        return undefined;
    await git.fetch(remote, [head]);
    const mails = await git.text(["log", "--format=%ce", `${order.base.head}..${head}`]);
    if (mails.split("\n").some((mail) => mail !== "" && mail !== github_git/* BOT_MAIL */.Ur)) {
        throw new errors/* NightshiftError */.nc("PATCH_REFUSED", `The branch ${order.branch} exists and carries commits of people; it is never overwritten. Rename or delete it.`);
    }
    return head;
}

;// CONCATENATED MODULE: ./lib/agents/code/apply.js
/** Phase `apply` of the code agent: checks what the model left, pushes it, says what is to be said, rings the next. */












async function runCodeApply(job, facts, github, order, inputs) {
    const looked = await (0,apply/* lookAgain */.IK)(job, facts, github, order);
    if ("stop" in looked)
        return (0,apply/* stopHere */.B5)(job, looked.stop);
    const { desk } = looked;
    const evidence = inputs.evidence === "" ? undefined : domain_outcome/* Evidence */.of.parse(JSON.parse(inputs.evidence));
    if (order.mode === "track")
        return applyPlan(desk, undefined);
    if (order.mode === "verify")
        return applyVerification(desk, evidence);
    const outcome = await (0,apply/* readOutcome */.ns)(desk);
    if (outcome === undefined)
        return;
    try {
        await applyOutcome(desk, outcome, evidence, inputs.token);
    }
    catch (error) {
        if (error instanceof errors/* NightshiftError */.nc && error.remedy === "escalate")
            return giveUp(desk, outcome, (0,errors/* messageOf */.bD)(error), undefined);
        throw error;
    }
}
async function applyOutcome(desk, outcome, evidence, token) {
    if (outcome.status === "deferred")
        throw (0,apply/* deferral */.Au)(outcome);
    if (outcome.status === "cancelled")
        return (0,apply/* stopHere */.B5)(desk.job, `${outcome.message} The next sweep starts it again.`);
    if (outcome.mode === "plan")
        return applyPlan(desk, outcome);
    const finished = outcome.status === "done" || outcome.status === "nothing_to_do";
    if (!finished) {
        const saved = outcome.patch ? await pushChange(desk, outcome, token, "wip: unfinished work") : undefined;
        return giveUp(desk, outcome, outcome.message, saved);
    }
    if (outcome.mode === "implement")
        return applyImplementation(desk, outcome, evidence, token);
    if (outcome.mode === "feedback" || outcome.mode === "conflict")
        return applyRound(desk, outcome, evidence, token);
}
async function applyImplementation(desk, outcome, evidence, token) {
    if (outcome.status === "nothing_to_do" || outcome.output === undefined)
        return closeFeature(desk, outcome);
    const head = await pushChange(desk, outcome, token, outcome.output.pull.title);
    const pull = await openPull(desk, outcome, outcome.output, evidence);
    await afterPush(desk, { pull, head, evidence, type: "pr_created" });
}
async function applyRound(desk, outcome, evidence, token) {
    const { order, pull } = desk;
    if (pull === undefined || order.pull === undefined)
        return;
    const moved = outcome.patch || outcome.mode === "conflict";
    const title = outcome.mode === "conflict"
        ? `Resolve conflicts with ${order.base.branch}`
        : `Answer review round ${order.round}`;
    const head = moved ? await pushChange(desk, outcome, token, title) : order.pull.head;
    if (outcome.mode === "feedback" && outcome.output)
        await answerThreads(desk, outcome.output, moved ? head : undefined);
    await rememberCost(desk, outcome.cost);
    await afterPush(desk, {
        pull: order.pull.number,
        head,
        evidence,
        type: "new_commits_pushed",
    });
}
/** Verification and review of the new head: its statuses, its label, and the one who is next. */
async function afterPush(desk, { pull, head, evidence, type }) {
    const { performer } = desk;
    if (evidence)
        await postEvidence(desk, head, evidence);
    await (0,perform/* setStatus */.Lx)(performer, {
        head,
        context: pull_facts/* REVIEW_STATUS */.C,
        state: "pending",
        description: "Waits for the review agent.",
    });
    if (evidence?.passed === false) {
        if (desk.pull)
            await (0,perform/* perform */.y9)(performer, (0,say/* featureBecomes */.rp)(desk.pull, "fixing"));
        return sendRed(desk, { pull, head });
    }
    if (desk.pull)
        await (0,perform/* perform */.y9)(performer, (0,say/* featureBecomes */.rp)(desk.pull, "in-review"));
    await (0,perform/* send */.tN)(performer, { do: "send", type, from: "coder", to: "reviewer", payload: { pull, head } });
}
/** Red tests go back to the coder while rounds are left, then to the manager, who asks a person. */
async function sendRed({ order, performer, snapshot, pull }, payload) {
    const spent = order.needs.agent ? order.round : (pull?.codeRuns ?? 0);
    if (Math.max(spent, pull?.rounds ?? 0) < snapshot.config.rounds)
        return (0,perform/* send */.tN)(performer, {
            do: "send",
            type: "review_comments_received",
            from: "coder",
            to: "coder",
            payload,
        });
    await (0,perform/* send */.tN)(performer, {
        do: "send",
        type: "review_comments_posted",
        from: "coder",
        to: "repo_manager",
        payload: { ...payload, round: order.round },
    });
}
async function postEvidence({ performer, job }, head, evidence) {
    const description = (0,pull_facts/* verifyDescription */.qF)(evidence);
    job.log(`verification ${description}${evidence.problem ? `: ${evidence.problem}` : ""}`);
    await (0,perform/* setStatus */.Lx)(performer, {
        head,
        context: pull_facts/* VERIFY_STATUS */.P,
        state: evidence.passed ? "success" : "failure",
        description,
    });
}
/** A verification that was asked for by message: the head and the base are exactly the order's. */
async function applyVerification(desk, evidence) {
    const { order, pull, performer } = desk;
    if (order.pull === undefined || pull === undefined || evidence === undefined)
        return (0,apply/* stopHere */.B5)(desk.job, "There is no evidence; the next sweep asks again.");
    await postEvidence(desk, order.pull.head, evidence);
    const payload = { pull: order.pull.number, head: order.pull.head };
    if (pull.pull.head !== order.pull.head)
        return;
    if (!evidence.passed)
        return sendRed(desk, payload);
    if (pull.verdict === "none")
        return (0,perform/* send */.tN)(performer, {
            do: "send",
            type: "new_commits_pushed",
            from: "coder",
            to: "reviewer",
            payload,
        });
    await (0,perform/* send */.tN)(performer, { do: "send", type: "review_approved", from: "coder", to: "repo_manager", payload });
}
/** The code already does what the feature asks for: nothing to merge. */
async function closeFeature(desk, outcome) {
    const { order, requirement, performer } = desk;
    const feature = requirement.features.find((candidate) => candidate.planned.number === order.feature?.number)?.issue;
    if (feature === undefined)
        return;
    const prefix = desk.snapshot.config.label_prefix;
    await (0,perform/* perform */.y9)(performer, [
        {
            do: "say",
            number: feature.number,
            id: undefined,
            body: `**Nothing to build.** ${(0,quiet/* quiet */.j)(outcome.summary)}`,
        },
        {
            do: "label",
            target: feature,
            add: [`${prefix}:merged`],
            remove: [`${prefix}:implementing`, `${prefix}:queued`].filter((name) => feature.labels.includes(name)),
        },
        { do: "close", number: feature.number, reason: "completed" },
        {
            do: "send",
            type: "review_approved",
            from: "coder",
            to: "repo_manager",
            payload: { pull: feature.number, head: order.base.head },
        },
    ]);
}

// EXTERNAL MODULE: ./lib/agents/commands.js
var commands = __webpack_require__(29242);
// EXTERNAL MODULE: ./lib/agents/run-commands.js
var run_commands = __webpack_require__(27050);
;// CONCATENATED MODULE: ./lib/agents/code/verify.js
/** Phase `verify`: set-up and verify commands on base + change, in a job that holds no secret at all. */









/** Sets the output `evidence`. Fails only when nothing could be said; red tests are evidence, not a failure. */
async function runVerify(job, facts, order, sandboxMode) {
    const context = await (0,agents_context/* readContext */.yI)((0,agents_job/* places */.zn)(facts).context, order.id);
    const git = await (0,fetch/* openGit */.zY)(job, facts);
    const evidence = await verify(job, facts, order, context, git, sandboxMode);
    job.setOutput("evidence", JSON.stringify(domain_outcome/* Evidence */.of.parse(evidence)));
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
    await (0,fetch/* layOut */.v8)(git, tree, order.base.head, facts.workspace, (0,agents_job/* places */.zn)(facts).index("base"));
    const deadline = { minutes: context.verifyMinutes, now: job.now, log: job.log };
    const results = [];
    let sandbox = "";
    for (const [stage, network] of [
        [commands.setup, "host"],
        [commands.verify, "none"],
    ]) {
        if (stage.length === 0)
            continue;
        const opened = await (0,agent_phase/* sandboxFor */.Xq)(job, facts, sandboxMode, network);
        sandbox = `${opened.tier}: ${opened.reason}`.slice(0, 200);
        try {
            results.push(...(await (0,run_commands/* runCommands */.a)(opened, stage, deadline)));
        }
        catch (error) {
            return { ...evidence, tree, sandbox, commands: results, problem: (0,errors/* messageOf */.bD)(error).slice(0, 2_000) };
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
    const outcome = await (0,agents_context/* readJson */.Vh)((0,agents_job/* places */.zn)(facts).outcome, domain_outcome/* Outcome */.Pi);
    return mergedTree(git, order, await changeOf(git, facts, order, outcome));
}
/** The base's word counts. Only a base that says nothing lets the change say how it is verified. */
async function commandsFor(git, order, tree, context) {
    const ofBase = await (0,commands/* findCommands */.u)(git, order.base.head, context);
    const ofTree = await (0,commands/* findCommands */.u)(git, tree, context);
    return {
        setup: context.setup ?? ofTree.setup,
        verify: ofBase.verify.length > 0 ? ofBase.verify : ofTree.verify,
    };
}

// EXTERNAL MODULE: ./lib/agents/gate.js
var gate = __webpack_require__(86851);
// EXTERNAL MODULE: ./lib/agents/unfit.js
var unfit = __webpack_require__(31064);
// EXTERNAL MODULE: ./lib/domain/work-order.js
var work_order = __webpack_require__(61798);
// EXTERNAL MODULE: ./lib/actions/inputs.js
var actions_inputs = __webpack_require__(39922);
// EXTERNAL MODULE: ./lib/actions/io.js
var io = __webpack_require__(99151);
;// CONCATENATED MODULE: ./lib/actions/code.js
/** Entry point of actions/code. Wiring only. */










async function main(job) {
    const inputs = (0,actions_inputs/* readInputs */.Ko)(actions_inputs/* CodeInputs */.F_, job.env);
    const facts = (0,agents_job/* runFacts */.pI)(job.env);
    if (inputs.phase !== "agent")
        (0,actions_inputs/* refuseSecret */.Tr)("anthropic_api_key", inputs.anthropic_api_key, inputs.phase);
    if (inputs.phase === "agent" || inputs.phase === "verify")
        (0,actions_inputs/* refuseSecret */.Tr)("github_token", inputs.github_token, inputs.phase);
    else
        (0,actions_inputs/* needSecret */.Jm)("github_token", inputs.github_token, inputs.phase);
    if (inputs.phase === "gate")
        return (0,gate/* runGate */.R)("code", job, facts, await (0,io/* connect */.N)(job, facts, inputs.github_token), {
            model: inputs.model,
            maxUsd: inputs.max_usd,
        });
    const order = (0,work_order/* parseWorkOrder */.Pe)(inputs.work_order);
    switch (inputs.phase) {
        case "fetch":
            return (0,fetch/* runFetch */.cu)(job, facts, order, inputs.github_token);
        case "agent":
            return (0,unfit/* sayingWhy */.i)(job, facts, order, async () => {
                (0,actions_inputs/* needSecret */.Jm)("anthropic_api_key", inputs.anthropic_api_key, "agent");
                await runCodeAgent(job, facts, order, {
                    apiKey: inputs.anthropic_api_key,
                    baseUrl: inputs.base_url,
                    sandbox: inputs.sandbox,
                });
            });
        case "verify":
            return runVerify(job, facts, order, inputs.sandbox);
        case "apply":
            return runCodeApply(job, facts, await (0,io/* connect */.N)(job, facts, inputs.github_token), order, {
                token: inputs.github_token,
                evidence: inputs.evidence,
            });
    }
}


/***/ }),

/***/ 93991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ renderPlan),
/* harmony export */   w: () => (/* binding */ renderLedger)
/* harmony export */ });
/* harmony import */ var _quiet_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41528);
/* harmony import */ var _requirement_facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62845);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67185);
/** The requirement's ledger: every feature, its criteria and where it stands, as people read it in the sticky comment. */



/** Markdown of the sticky comment. */
function renderLedger(facts, state) {
    const rows = facts.features.map((feature) => row(feature));
    const costs = (0,_requirement_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .costsOf */ .AR)(facts.snapshot, facts.requirement);
    const priced = costs.some((cost) => cost.usd !== null);
    const spent = priced ? `${facts.usd.toFixed(2)} US dollars` : "price of the model unknown";
    return [
        state === "complete" ? "### Plan: done" : "### Plan: in work",
        "",
        "| feature | after | pull request | state |",
        "|---|---|---|---|",
        ...rows,
        "",
        `${costs.length} paid runs, ${spent}.`,
    ].join("\n");
}
/** Markdown of a plan that has just been made. */
function renderPlan(features) {
    const shown = features.map((feature) => [
        `#### ${(0,_quiet_js__WEBPACK_IMPORTED_MODULE_2__/* .quiet */ .j)(feature.title)}${feature.number ? ` (#${feature.number})` : ""}`,
        (0,_quiet_js__WEBPACK_IMPORTED_MODULE_2__/* .quiet */ .j)(feature.description),
        "",
        ...feature.criteria.map((criterion) => `- [ ] ${(0,_quiet_js__WEBPACK_IMPORTED_MODULE_2__/* .quiet */ .j)(criterion)}`),
        ...(feature.after.length > 0 ? ["", `After: ${feature.after.join(", ")}.`] : []),
        "",
    ]);
    return ["### Plan", "", ...shown.flat()].join("\n");
}
function row({ planned, pull, progress, atWork }) {
    const number = planned.number ? ` #${planned.number}` : "";
    const where = pull ? `#${pull.number}` : "";
    const state = progress === "merged" && pull?.mergeCommit
        ? `merged as ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(pull.mergeCommit)}`
        : progress === "queued" && atWork
            ? "implementing"
            : progress;
    return `| ${(0,_quiet_js__WEBPACK_IMPORTED_MODULE_2__/* .quiet */ .j)(planned.title).replaceAll("|", "\\|")}${number} | ${planned.after.join(", ")} | ${where} | ${state} |`;
}


/***/ })

};
