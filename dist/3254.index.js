export const id = 3254;
export const ids = [3254,4430];
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

/***/ 93310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCodeApply: () => (/* binding */ runCodeApply)
});

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
// EXTERNAL MODULE: ./lib/agents/book.js
var book = __webpack_require__(75417);
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
// EXTERNAL MODULE: ./lib/domain/state-block.js
var state_block = __webpack_require__(44917);
// EXTERNAL MODULE: ./lib/agents/escalations.js
var escalations = __webpack_require__(27724);
;// CONCATENATED MODULE: ./lib/agents/code/give-up.js
/** The code agent could not finish: the work is saved, a label is set, and the reason is said once. */







/** `saved` is the commit on the feature's branch that carries the unfinished work. */
async function giveUp(desk, outcome, why, saved) {
    const { order, pull, performer, requirement, snapshot } = desk;
    const blockers = outcome.blockers.map((blocker) => (0,quiet/* quiet */.j)(`- ${blocker.kind}: ${blocker.detail}`));
    const text = [
        (0,quiet/* quiet */.j)(why),
        ...(blockers.length > 0 ? ["", ...blockers] : []),
        ...(outcome.summary === "" ? [] : ["", "Where the work stands:", "", ...quoted((0,quiet/* quiet */.j)(outcome.summary))]),
        "",
        ...(0,escalations/* escalationLines */.p)(outcome.escalations),
        `${saved ? `The unfinished work is on \`${order.branch}\` at ${saved}. ` : ""}The run: ${performer.runUrl} (${(0,book/* costText */.rs)(outcome.cost)}).`,
    ].join("\n");
    if (pull) {
        await (0,book/* rememberCost */.vU)(desk, outcome.cost);
        return (0,perform/* perform */.y9)(performer, (0,say/* escalate */.rh)(pull, `given-up-${order.id}`, text));
    }
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
            body: (0,state_block/* withBlock */.su)(`**A person has to decide.** ${text}\n\nWhen that is done, comment \`/nightshift retry\` to try again.`, { v: 1, kind: "cost", cost: outcome.cost }),
        },
        { do: "label", target: { number: target.number, nodeId: target.nodeId }, ...change },
    ]);
}
function quoted(text) {
    return text.split("\n").map((line) => `> ${line}`);
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./lib/domain/feature.js
var feature = __webpack_require__(19410);
// EXTERNAL MODULE: ./lib/domain/ledger.js
var ledger = __webpack_require__(93991);
// EXTERNAL MODULE: ./lib/github/client.js + 1 modules
var client = __webpack_require__(40345);
;// CONCATENATED MODULE: ./lib/agents/code/plan.js
/** Makes a plan durable: first the plan itself in one comment, then an issue for every feature, then the first feature starts. */










const Created = schemas.object({ id: schemas.number(), number: schemas.number() });
const Listed = Created.extend({
    body: schemas.string().nullable(),
    user: schemas.object({ login: schemas.string() }).nullable(),
});
const Comment = schemas.object({ id: schemas.number() });
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
    const found = schemas.array(Listed).parse(data);
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







const Pull = schemas.object({ number: schemas.number(), node_id: schemas.string() });
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
        ...(0,escalations/* escalationLines */.p)(outcome.escalations),
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
        const [pull] = schemas.array(Pull).parse(data);
        if (pull === undefined)
            throw error;
        await github.rest("PATCH /repos/{owner}/{repo}/pulls/{pull_number}", { pull_number: pull.number, body }, "safe");
        return pull;
    }
}

// EXTERNAL MODULE: ./lib/github/git.js
var github_git = __webpack_require__(91623);
// EXTERNAL MODULE: ./lib/agents/change.js
var agents_change = __webpack_require__(91084);
// EXTERNAL MODULE: ./lib/agents/fetch.js
var fetch = __webpack_require__(24430);
// EXTERNAL MODULE: ./lib/domain/diff.js
var domain_diff = __webpack_require__(51729);
// EXTERNAL MODULE: ./lib/domain/risk.js
var risk = __webpack_require__(86641);
// EXTERNAL MODULE: ./lib/ops/redact.js
var redact = __webpack_require__(32523);
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
    const git = await (0,fetch.fetchOrder)(job, facts, order, token);
    const remote = (0,fetch.remoteOf)(facts, token);
    const change = await (0,agents_change/* changeOf */.C)(git, facts, order, outcome);
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
    const remote = (0,fetch.remoteOf)(facts, token);
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
    if (looked.stop !== undefined) {
        const { desk, stop } = looked;
        if (desk && order.needs.agent)
            await (0,book/* bookCost */.L7)(desk, await (0,book/* readCost */.ii)(desk));
        return (0,apply/* stopHere */.B5)(job, stop);
    }
    const { desk } = looked;
    const evidence = inputs.evidence === "" ? undefined : domain_outcome/* Evidence */.of.parse(JSON.parse(inputs.evidence));
    if (order.mode === "track")
        return applyPlan(desk, undefined);
    if (order.mode === "verify")
        return applyVerification(desk, evidence);
    const outcome = await (0,apply/* readOutcome */.ns)(desk);
    if (outcome === undefined)
        return (0,book/* bookCost */.L7)(desk, await (0,book/* readCost */.ii)(desk));
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
    if (outcome.status === "deferred" || outcome.status === "cancelled")
        await (0,book/* bookCost */.L7)(desk, outcome.cost);
    if (outcome.status === "deferred")
        return (0,apply/* defer */.v6)(desk, outcome);
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
    await (0,book/* rememberCost */.vU)(desk, outcome.cost);
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
            type: "human_acted",
            from: "coder",
            to: "repo_manager",
            payload: { issue: order.requirement.number },
        },
    ]);
}


/***/ }),

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

/***/ 27724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ escalationLines)
/* harmony export */ });
/* harmony import */ var _domain_quiet_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41528);

const SHOWN = 10;
const ANSWERS = {
    denied: "not allowed",
    approved: "allowed by who was asked",
    widened: "run once more in a wider sandbox",
};
/** Markdown lines; none when nothing was asked. The text of a command is the model's and mentions nobody. */
function escalationLines(escalations) {
    if (escalations.length === 0)
        return [];
    const more = escalations.length - SHOWN;
    return [
        "**The agent asked for more than the policy gives**",
        "",
        ...escalations.slice(0, SHOWN).map(({ tool, what, why, answer }) => {
            const subject = what.replaceAll("`", "'").replace(/\s+/g, " ").slice(0, 200);
            return (0,_domain_quiet_js__WEBPACK_IMPORTED_MODULE_0__/* .quiet */ .j)(`- ${tool} \`${subject}\`: ${ANSWERS[answer]} (${why.replace(/\s+/g, " ")})`);
        }),
        ...(more > 0 ? [`- and ${more} more, in the transcript`] : []),
        "",
    ];
}


/***/ }),

/***/ 24430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fetchOrder: () => (/* binding */ fetchOrder),
/* harmony export */   layOut: () => (/* binding */ layOut),
/* harmony export */   openGit: () => (/* binding */ openGit),
/* harmony export */   remoteOf: () => (/* binding */ remoteOf),
/* harmony export */   runFetch: () => (/* binding */ runFetch),
/* harmony export */   startingTree: () => (/* binding */ startingTree)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _github_git_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91623);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63629);
/** Brings exactly the work order's commits and lays out the tree that the job works on. The only step of its job that holds the token. */



/** Commits of history that come along at first; more are fetched only when the common ancestor lies deeper. */
const DEPTH = 200;
function openGit(job, facts) {
    return _github_git_js__WEBPACK_IMPORTED_MODULE_1__/* .Git */ .TU.open({ dir: (0,_job_js__WEBPACK_IMPORTED_MODULE_2__/* .places */ .zn)(facts).git, spawn: job.spawn, path: job.env.PATH ?? "" });
}
function remoteOf(facts, token) {
    return { url: (0,_job_js__WEBPACK_IMPORTED_MODULE_2__/* .gitUrl */ .WU)(facts), token };
}
/** Fetches base and head of `order` with their common ancestor. */
async function fetchOrder(job, facts, order, token) {
    const git = await openGit(job, facts);
    const remote = remoteOf(facts, token);
    const shas = [order.base.head, ...(order.pull ? [order.pull.head] : [])];
    await git.fetch(remote, shas, DEPTH);
    if (order.pull && (await git.mergeBase(order.base.head, order.pull.head)) === undefined)
        await git.fetch(remote, shas);
    return git;
}
/** The commit or tree that the agent starts from: the base, the pull request's head, or both merged with conflict markers. */
async function startingTree(git, order) {
    if (!order.pull || order.mode === "implement")
        return order.base.head;
    if (order.mode === "conflict")
        return (await git.mergeTree(order.base.head, order.pull.head)).tree;
    return order.pull.head;
}
/** Phase `fetch`: git objects outside the workspace, the base tree in it. */
async function runFetch(job, facts, order, token) {
    const git = await fetchOrder(job, facts, order, token);
    await emptyDirectory(facts.workspace);
    await git.checkout(order.base.head, facts.workspace, (0,_job_js__WEBPACK_IMPORTED_MODULE_2__/* .places */ .zn)(facts).index("base"));
    job.log(`fetched ${order.base.branch} at ${order.base.head}${order.pull ? ` and pull request #${order.pull.number} at ${order.pull.head}` : ""}`);
}
/** Turns the workspace from the base tree into `tree`; what the set-up left beside it stays. */
async function layOut(git, tree, base, workspace, index) {
    const gone = await git.text(["diff", "--name-only", "--no-renames", "--diff-filter=D", "-z", base, tree]);
    for (const path of gone.split("\0").filter((name) => name !== ""))
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(`${workspace}/${path}`, { force: true });
    await git.checkout(tree, workspace, index);
}
async function emptyDirectory(directory) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(directory, { recursive: true });
    for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory))
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(`${directory}/${name}`, { recursive: true, force: true });
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

/***/ 93991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ renderPlan),
/* harmony export */   w: () => (/* binding */ renderLedger)
/* harmony export */ });
/* harmony import */ var _money_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49376);
/* harmony import */ var _quiet_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41528);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67185);
/** The requirement's ledger: every feature, its criteria and where it stands, as people read it in the sticky comment. */



/** Markdown of the sticky comment. */
function renderLedger(facts, state) {
    const rows = facts.features.map((feature) => row(feature));
    const costs = (0,_money_js__WEBPACK_IMPORTED_MODULE_0__/* .costsOf */ .AR)(facts.snapshot, facts.requirement);
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

/***/ 91623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TU: () => (/* binding */ Git),
/* harmony export */   Ur: () => (/* binding */ BOT_MAIL)
/* harmony export */ });
/* unused harmony export BOT_NAME */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49285);


const HARDENED = [
    ["core.hooksPath", "/dev/null"],
    ["core.fsmonitor", "false"],
    ["core.symlinks", "true"],
    ["core.quotePath", "false"],
    ["core.autocrlf", "false"],
    ["core.attributesFile", "/dev/null"],
    ["protocol.ext.allow", "never"],
    ["protocol.file.allow", "always"],
    ["submodule.recurse", "false"],
    ["diff.renames", "true"],
    ["gc.auto", "0"],
    ["maintenance.auto", "false"],
    ["advice.detachedHead", "false"],
    ["init.defaultBranch", "main"],
];
const BOT_NAME = "github-actions[bot]";
const BOT_MAIL = "41898282+github-actions[bot]@users.noreply.github.com";
class Git {
    dir;
    #spawn;
    #path;
    constructor(options) {
        this.dir = options.dir;
        this.#spawn = options.spawn;
        this.#path = options.path;
    }
    /** Opens the repository; throws ENVIRONMENT_UNFIT when git is missing or older than 2.38. */
    static async open(options) {
        const git = new Git(options);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(options.dir, { recursive: true });
        const version = /git version (\d+)\.(\d+)/.exec(await git.text(["version"]));
        const [major = 0, minor = 0] = [Number(version?.[1]), Number(version?.[2])];
        if (major < 2 || (major === 2 && minor < 38)) {
            throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("ENVIRONMENT_UNFIT", `git ${major}.${minor} is too old; Nightshift needs git 2.38 or newer.`);
        }
        await git.text(["init", "--quiet", "--bare", "."]);
        return git;
    }
    /** Runs git and returns whatever it said. Throws ENVIRONMENT_UNFIT only when git itself cannot be started. */
    async run(args, options = {}) {
        const settings = [...HARDENED];
        if (options.remote?.token) {
            const credential = Buffer.from(`x-access-token:${options.remote.token}`).toString("base64");
            settings.push(["http.extraHeader", `Authorization: Basic ${credential}`]);
        }
        const env = {
            PATH: this.#path,
            HOME: "/nonexistent",
            LC_ALL: "C",
            GIT_DIR: this.dir,
            GIT_CONFIG_NOSYSTEM: "1",
            GIT_CONFIG_GLOBAL: "/dev/null",
            GIT_TERMINAL_PROMPT: "0",
            GIT_ASKPASS: "true",
            GIT_CONFIG_COUNT: String(settings.length),
            ...Object.fromEntries(settings.flatMap(([key, value], at) => [
                [`GIT_CONFIG_KEY_${at}`, key],
                [`GIT_CONFIG_VALUE_${at}`, value],
            ])),
            ...(options.workTree ? { GIT_WORK_TREE: options.workTree } : {}),
            ...options.env,
        };
        return collect(this.#spawn("git", args, { cwd: options.workTree ?? this.dir, env, stdio: ["pipe", "pipe", "pipe"] }), options.input);
    }
    /** Standard output as text, trimmed at the end. Throws GIT_FAILED with what git said. */
    async text(args, options = {}) {
        return (await this.bytes(args, options)).toString("utf8").trimEnd();
    }
    async bytes(args, options = {}) {
        const result = await this.run(args, options);
        if (result.exitCode !== 0)
            throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("GIT_FAILED", `git ${args[0]} failed (${result.exitCode}): ${result.stderr.trim().slice(0, 2_000)}`);
        return result.stdout;
    }
    /** Brings exactly these commits with `depth` of their history (all of it when undefined). */
    async fetch(remote, shas, depth) {
        const wanted = [...new Set(shas)];
        if (wanted.length === 0)
            return;
        const shallow = depth === undefined ? [] : [`--depth=${depth}`];
        await this.text(["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", ...shallow, remote.url, ...wanted], { remote });
    }
    /** The best common ancestor; undefined when the fetched history has none. */
    async mergeBase(one, other) {
        const result = await this.run(["merge-base", one, other]);
        return result.exitCode === 0 ? result.stdout.toString("utf8").trim() : undefined;
    }
    async treeOf(commit) {
        return this.text(["rev-parse", "--verify", `${commit}^{tree}`]);
    }
    /** Tree of merging `theirs` into `ours`; with conflicts the tree carries conflict markers and the paths are listed. */
    async mergeTree(ours, theirs) {
        const result = await this.run([
            "merge-tree",
            "--write-tree",
            "--name-only",
            "--no-messages",
            ours,
            theirs,
        ]);
        if (result.exitCode > 1)
            throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("GIT_FAILED", `git merge-tree failed: ${result.stderr.trim()}`);
        const [tree = "", ...conflicts] = result.stdout.toString("utf8").trimEnd().split("\n");
        if (result.exitCode === 0)
            return { tree, conflicts: [] };
        // Exit 1 is also what git says when one of the two cannot be merged at all; it names no tree then.
        if (conflicts.length === 0) {
            throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("GIT_FAILED", `git merge-tree failed: ${result.stderr.trim().slice(0, 2_000)}`);
        }
        return { tree, conflicts: [...new Set(conflicts)] };
    }
    /** Writes the files of a tree into an empty directory. */
    async checkout(tree, directory, index) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(directory, { recursive: true });
        const env = { GIT_INDEX_FILE: index };
        await this.text(["read-tree", tree], { env });
        await this.text(["checkout-index", "--all", "--force"], { env, workTree: directory });
    }
    /** Tree of the files in `directory` as they are now: what git would add, ignored files left out. */
    async treeOfDirectory(directory, index) {
        const env = { GIT_INDEX_FILE: index };
        await this.text(["add", "--all", "--", "."], { env, workTree: directory });
        return this.text(["write-tree"], { env });
    }
    /** Binary-safe patch between two trees or commits. */
    async patch(from, to) {
        return this.bytes([
            "diff",
            "--binary",
            "--full-index",
            "--no-color",
            "--no-ext-diff",
            "--no-textconv",
            "--no-renames",
            from,
            to,
        ]);
    }
    /** Unified diff for reading: three lines of context, renames found; to the last blank, because hunks may end in blanks. */
    async diff(from, to) {
        return (await this.bytes([
            "diff",
            "--no-color",
            "--no-ext-diff",
            "--no-textconv",
            "--find-renames",
            "-U3",
            from,
            to,
        ])).toString("utf8");
    }
    /** Tree of `patch` applied to tree `from`. Throws PATCH_REFUSED when it does not apply exactly. */
    async applyPatch(from, patch, index) {
        const env = { GIT_INDEX_FILE: index };
        await this.text(["read-tree", from], { env });
        const result = await this.run(["apply", "--cached", "--binary", "--whitespace=nowarn"], {
            env,
            input: patch,
        });
        if (result.exitCode !== 0)
            throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("PATCH_REFUSED", `The patch does not apply: ${result.stderr.trim().slice(0, 1_000)}`);
        return this.text(["write-tree"], { env });
    }
    /** A commit by the bot. The same input gives the same commit, so that a repeated run makes no second one. */
    async commit(input) {
        const env = {
            GIT_AUTHOR_NAME: BOT_NAME,
            GIT_AUTHOR_EMAIL: BOT_MAIL,
            GIT_AUTHOR_DATE: input.date,
            GIT_COMMITTER_NAME: BOT_NAME,
            GIT_COMMITTER_EMAIL: BOT_MAIL,
            GIT_COMMITTER_DATE: input.date,
        };
        return this.text(["commit-tree", input.tree, ...input.parents.flatMap((parent) => ["-p", parent])], {
            env,
            input: input.message,
        });
    }
    /**
     * Pushes `commit` to `branch` only while the branch is at `expected` (undefined: does not exist).
     * Returns false when it is somewhere else and not already at `commit`.
     */
    async push(remote, commit, branch, expected) {
        const ref = `refs/heads/${branch}`;
        const result = await this.run([
            "push",
            "--quiet",
            "--porcelain",
            `--force-with-lease=${ref}:${expected ?? ""}`,
            remote.url,
            `${commit}:${ref}`,
        ], { remote });
        if (result.exitCode === 0)
            return true;
        if ((await this.remoteHead(remote, branch)) === commit)
            return true;
        if (/stale info|\[rejected\]|fetch first/.test(`${result.stdout.toString("utf8")}${result.stderr}`))
            return false;
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("GIT_FAILED", `git push to ${branch} failed: ${result.stderr.trim().slice(0, 1_000) || result.stdout.toString("utf8").trim()}`);
    }
    /** Deletes `branch` only while it is at `head`; false when it is gone or somewhere else. */
    async deleteBranch(remote, branch, head) {
        const ref = `refs/heads/${branch}`;
        const lease = `--force-with-lease=${ref}:${head}`;
        const result = await this.run(["push", "--quiet", lease, remote.url, `:${ref}`], { remote });
        return result.exitCode === 0;
    }
    /** Where `branch` is on the remote; undefined when it is not there. */
    async remoteHead(remote, branch) {
        const listed = await this.text(["ls-remote", remote.url, `refs/heads/${branch}`], { remote });
        return /^[0-9a-f]{40}/.exec(listed)?.[0];
    }
}
function collect(child, input) {
    return new Promise((resolve, reject) => {
        const stdout = [];
        const stderr = [];
        child.stdout?.on("data", (chunk) => stdout.push(chunk));
        child.stderr?.on("data", (chunk) => stderr.push(chunk));
        child.stdin?.on("error", () => undefined);
        child.stdin?.end(input);
        child.on("error", (error) => reject(new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("ENVIRONMENT_UNFIT", `git cannot be started (${error.message}); install git 2.38 or newer.`, { cause: error })));
        child.on("close", (code) => resolve({
            exitCode: code ?? 128,
            stdout: Buffer.concat(stdout),
            stderr: Buffer.concat(stderr).toString("utf8"),
        }));
    });
}


/***/ })

};
