export const id = 361;
export const ids = [361];
export const modules = {

/***/ 70924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/agents/doorbell.js
var doorbell = __webpack_require__(65781);
// EXTERNAL MODULE: ./lib/agents/job.js
var agents_job = __webpack_require__(63629);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(42047);
// EXTERNAL MODULE: ./lib/github/perform.js
var perform = __webpack_require__(55510);
;// CONCATENATED MODULE: ./lib/agents/merge/ring.js
/** Phase `ring`: the doorbell. Somebody acted; the manager is told to look, and nothing else. */




const Numbered = schemas/* object */.Ikc({ number: schemas/* int */.Whr().positive(), pull_request: schemas/* unknown */.L5J().optional() });
const Event = schemas/* object */.Ikc({
    issue: Numbered.optional(),
    pull_request: Numbered.optional(),
    comment: schemas/* object */.Ikc({ id: schemas/* int */.Whr().positive() }).optional(),
});
async function runRing(job, facts, github) {
    const event = Event.parse(JSON.parse(await (0,promises_.readFile)(facts.eventPath, "utf8")));
    const pull = event.pull_request?.number ?? (event.issue?.pull_request === undefined ? undefined : event.issue.number);
    const issue = pull === undefined ? event.issue?.number : undefined;
    const performer = {
        github,
        now: job.now,
        id: job.id,
        runUrl: (0,agents_job/* runUrl */.Vp)(facts),
        thread: undefined,
        labelIds: new Map(),
        labelPrefix: "",
        log: job.log,
    };
    await (0,perform/* send */.tN)(performer, {
        do: "send",
        type: "human_acted",
        from: "person",
        to: "repo_manager",
        payload: {
            ...(issue ? { issue } : {}),
            ...(pull ? { pull } : {}),
            ...(event.comment ? { comment: event.comment.id } : {}),
        },
    });
}

// EXTERNAL MODULE: ./lib/domain/config-override.js
var config_override = __webpack_require__(54301);
// EXTERNAL MODULE: ./lib/domain/decide/merge-pull.js
var merge_pull = __webpack_require__(86405);
// EXTERNAL MODULE: ./lib/domain/decide/merge-requirement.js
var merge_requirement = __webpack_require__(54707);
// EXTERNAL MODULE: ./lib/domain/decide/people.js
var decide_people = __webpack_require__(48790);
// EXTERNAL MODULE: ./lib/domain/decide/work.js
var work = __webpack_require__(41152);
// EXTERNAL MODULE: ./lib/domain/pull-facts.js
var pull_facts = __webpack_require__(99331);
// EXTERNAL MODULE: ./lib/domain/requirement-facts.js
var requirement_facts = __webpack_require__(62845);
// EXTERNAL MODULE: ./lib/github/observe.js + 4 modules
var observe = __webpack_require__(87805);
// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(49285);
// EXTERNAL MODULE: ./lib/github/client.js + 1 modules
var client = __webpack_require__(40345);
// EXTERNAL MODULE: ./lib/agents/fetch.js
var fetch = __webpack_require__(24430);
;// CONCATENATED MODULE: ./lib/agents/merge/land.js
/** Merges one pull request, guarded by the head that was observed, and proves what landed. */




const Merged = schemas/* object */.Ikc({ merged: schemas/* boolean */.zMY(), sha: schemas/* string */.YjP() });
const Pull = schemas/* object */.Ikc({
    merged: schemas/* boolean */.zMY(),
    merge_commit_sha: schemas/* string */.YjP().nullable(),
    head: schemas/* object */.Ikc({ sha: schemas/* string */.YjP() }),
});
/** Refusals that mean "look again" end quietly; a wrong tree throws and freezes what follows. */
async function landPull(landing) {
    const { job, facts, command, token } = landing;
    const git = await (0,fetch/* openGit */.zY)(job, facts);
    const remote = (0,fetch/* remoteOf */.e1)(facts, token);
    await git.fetch(remote, [command.base.head, command.head]);
    const expected = await git.mergeTree(command.base.head, command.head);
    if (expected.conflicts.length > 0) {
        job.log(`#${command.pull} conflicts with ${command.base.branch}: ${expected.conflicts.join(", ")}`);
        return;
    }
    const sha = await merge(landing);
    if (sha === undefined)
        return;
    await git.fetch(remote, [sha]);
    await prove(landing, git, sha, expected.tree);
}
/** The merge commit; undefined when GitHub refused because the world moved. An unclear answer is settled by looking, never by sending again. */
async function merge({ github, job, command }) {
    try {
        const { data } = await github.rest("PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge", {
            pull_number: command.pull,
            sha: command.head,
            merge_method: "squash",
            commit_title: command.title,
            commit_message: command.message,
        }, "once");
        return Merged.parse(data).sha;
    }
    catch (error) {
        if (error instanceof client/* GitHubRefusal */.k && (error.status === 409 || error.status === 405)) {
            job.warn(`#${command.pull} was not merged: ${error.message}`);
            return undefined;
        }
        if (!(error instanceof errors/* NightshiftError */.nc && error.code === "GITHUB_UNREACHABLE"))
            throw error;
        const { data } = await github.rest("GET /repos/{owner}/{repo}/pulls/{pull_number}", {
            pull_number: command.pull,
        });
        const pull = Pull.parse(data);
        if (pull.merged && pull.merge_commit_sha !== null && pull.head.sha === command.head)
            return pull.merge_commit_sha;
        job.warn(`GitHub gave no clear answer to the merge of #${command.pull}; it is not merged. The next look decides again.`);
        return undefined;
    }
}
/** The landed commit has one parent on the base and exactly the tree that git computes for this merge. */
async function prove({ command, job }, git, sha, expectedTree) {
    const parents = (await git.text(["rev-list", "--parents", "-n", "1", sha])).split(" ").slice(1);
    const [parent] = parents;
    const tree = await git.treeOf(sha);
    const onBase = parent === command.base.head;
    const expected = onBase || parent === undefined ? expectedTree : (await git.mergeTree(parent, command.head)).tree;
    if (parents.length !== 1 || tree !== expected) {
        throw new errors/* NightshiftError */.nc("PATCH_REFUSED", `#${command.pull} landed as ${sha} with tree ${tree}, but merging ${command.head} gives ${expected}. Look at ${command.base.branch} before anything else is merged.`);
    }
    job.log(`#${command.pull} landed as ${sha}: tree ${tree} proved${onBase ? "" : `, on ${parent} because the base moved while it was merged`}`);
}
/** Deletes a merged branch only while it still points at `head`: later commits of people are kept. */
async function deleteMergedBranch(job, facts, token, branch, head) {
    const git = await (0,fetch/* openGit */.zY)(job, facts);
    if (!(await git.deleteBranch((0,fetch/* remoteOf */.e1)(facts, token), branch, head))) {
        job.log(`${branch} is gone already, or was pushed to after the merge and is kept`);
    }
}

;// CONCATENATED MODULE: ./lib/agents/merge/tick.js











/** Observations of one tick: enough for merge, bookkeeping and the next feature; then the next doorbell takes over. */
const ROUNDS = 6;
/** Longest wait inside one job, in milliseconds. */
const PATIENCE = 60_000;
async function runTick(job, facts, github, { token, ring, override }) {
    const thread = ring?.thread;
    const issue = ring?.bell.kind === "manager" ? ring.bell.issue : undefined;
    let waited = 0;
    let decisions = [];
    const done = new Set();
    let writers = new Map();
    for (let round = 1; round <= ROUNDS; round += 1) {
        const seen = await (0,observe/* observe */.l)(github, { now: job.now, knownWriters: writers, ...(issue ? { issue } : {}) });
        writers = seen.writers;
        const snapshot = { ...seen, config: (0,config_override/* overrideConfig */.X6)(seen.config, override) };
        decisions = decideAll(snapshot);
        const people = (0,decide_people/* decidePeople */.s)(snapshot, (place) => statusText(snapshot, decisions, place));
        const commands = people.length > 0 ? people : decisions.flatMap(({ decision }) => decision.commands);
        for (const { subject, decision } of decisions)
            job.log(`${subject}: ${decision.rung}: ${decision.why}`);
        const fresh = snapshot.config.mode === "observe" ? [] : commands.filter((command) => !repeats(done, command));
        if (fresh.length === 0) {
            const soon = Math.min(...decisions.map(({ decision }) => decision.alarm.kind === "soon" ? decision.alarm.seconds * 1_000 : Number.POSITIVE_INFINITY));
            if (!Number.isFinite(soon) || waited + soon > PATIENCE)
                break;
            await job.sleep(soon);
            waited += soon;
            round -= 1;
            continue;
        }
        const performer = {
            github,
            now: job.now,
            id: job.id,
            runUrl: (0,agents_job/* runUrl */.Vp)(facts),
            thread,
            labelIds: snapshot.labelIds,
            labelPrefix: snapshot.config.label_prefix,
            log: job.log,
            startOn: facts.eventName === "schedule" ? job.env.GITHUB_REF_NAME : undefined,
            merge: (command) => landPull({ job, facts, github, token, command }),
            deleteBranch: (branch, head) => deleteMergedBranch(job, facts, token, branch, head),
        };
        await (0,perform/* perform */.y9)(performer, fresh);
        const moreToSee = people.length > 0 || fresh.some((command) => command.do === "merge");
        if (!moreToSee && !decisions.some(({ decision }) => decision.alarm.kind === "soon"))
            break;
    }
    await job.summarise([
        "| | rung | why |",
        "|---|---|---|",
        ...decisions.map(({ subject, decision }) => `| ${subject} | ${decision.rung} | ${decision.why} |`),
    ].join("\n"));
}
/** Pull requests first: a merge frees the slot that the requirement's ladder fills. */
function decideAll(snapshot) {
    const pulls = snapshot.pulls
        .filter((pull) => (0,work/* isOurs */.MU)(snapshot, pull) && (pull.state === "open" || needsBookkeeping(snapshot, pull.number)))
        .map((pull) => ({
        subject: `pull request #${pull.number}`,
        decision: (0,merge_pull/* decideMergePull */.k)((0,pull_facts/* factsOf */.xS)(snapshot, pull)),
    }));
    const requirements = snapshot.requirements.map((requirement) => ({
        subject: `requirement #${requirement.number}`,
        decision: (0,merge_requirement/* decideRequirement */.m)((0,requirement_facts/* requirementFactsOf */.Mq)(snapshot, requirement)),
    }));
    return [...pulls, ...requirements];
}
/** A merged pull request whose labels do not say so, or a closed one whose feature waits. */
function needsBookkeeping(snapshot, number) {
    const pull = snapshot.pulls.find((candidate) => candidate.number === number);
    if (pull === undefined)
        return false;
    const { label_prefix: prefix } = snapshot.config;
    if (pull.state === "merged")
        return !pull.labels.includes(`${prefix}:merged`);
    const replaced = snapshot.pulls.some((other) => other.number > number &&
        other.block?.key === pull.block?.key &&
        other.block?.requirement === pull.block?.requirement);
    return pull.state === "closed" && !replaced && !pull.labels.includes(`${prefix}:needs-human`);
}
/** One tick sends a message and says a thing only once, however often it looks. */
function repeats(done, command) {
    const key = JSON.stringify(command);
    if (command.do !== "send" && command.do !== "say" && command.do !== "delete-branch")
        return false;
    if (done.has(key))
        return true;
    done.add(key);
    return false;
}
/** Why everything that belongs to the place where somebody asked is where it is. */
function statusText(snapshot, decisions, { requirement, pull }) {
    const facts = (0,requirement_facts/* requirementFactsOf */.Mq)(snapshot, requirement);
    const pulls = snapshot.pulls.filter((candidate) => pull ? candidate.number === pull.number : candidate.block?.requirement === requirement.number);
    const wanted = new Set([
        `requirement #${requirement.number}`,
        ...pulls.map((candidate) => `pull request #${candidate.number}`),
    ]);
    const decided = decisions
        .filter(({ subject }) => wanted.has(subject))
        .map(({ subject, decision }) => `- ${subject}: **${decision.rung}**. ${decision.why}`);
    const features = facts.features
        .filter(({ planned }) => planned.number !== requirement.number)
        .map(({ planned, progress }) => `- feature #${planned.number ?? "?"} (${planned.key}): **${progress}**.`);
    return [...decided, ...(pull ? [] : features)].join("\n");
}

// EXTERNAL MODULE: ./lib/actions/inputs.js
var actions_inputs = __webpack_require__(39922);
// EXTERNAL MODULE: ./lib/actions/io.js
var io = __webpack_require__(99151);
;// CONCATENATED MODULE: ./lib/actions/merge.js
/** Entry point of actions/merge. Wiring only: the repository manager has no model and no key. */








async function main(job) {
    const inputs = (0,actions_inputs/* readInputs */.Ko)(actions_inputs/* MergeInputs */.wW, job.env);
    const facts = (0,agents_job/* runFacts */.pI)(job.env);
    (0,actions_inputs/* needSecret */.Jm)("github_token", inputs.github_token, inputs.phase);
    const github = await (0,io/* connect */.N)(job, facts, inputs.github_token);
    if (inputs.phase === "ring")
        return runRing(job, facts, github);
    await runTick(job, facts, github, {
        token: inputs.github_token,
        ring: await heard(job, facts.eventName, facts.eventPath),
        override: { model: undefined, maxUsd: inputs.max_usd },
    });
}
/** A message that cannot be read is no reason not to look: the manager only ever acts on live state. */
async function heard(job, eventName, eventPath) {
    try {
        return (0,doorbell/* readRing */.T)("merge", eventName, JSON.parse(await (0,promises_.readFile)(eventPath, "utf8")));
    }
    catch (error) {
        job.warn(`The message that woke this run was not read: ${(0,errors/* messageOf */.bD)(error)}`);
        return undefined;
    }
}


/***/ }),

/***/ 62845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AR: () => (/* binding */ costsOf),
/* harmony export */   H0: () => (/* binding */ isInWork),
/* harmony export */   Mq: () => (/* binding */ requirementFactsOf),
/* harmony export */   r8: () => (/* binding */ readyFeatures),
/* harmony export */   u3: () => (/* binding */ awaitsPlanApproval)
/* harmony export */ });
/* unused harmony export authorisationOf */
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70097);
/* harmony import */ var _person_command_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91199);
/* harmony import */ var _pull_facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99331);
/* harmony import */ var _rebuild_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98643);
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66178);





/**
 * A requirement is authorised by the newest `labeled` event or `/nightshift start` of a person who may write now; what is
 * authorised is the text of that moment. A later edit by someone who may write keeps it, by anyone else does not; times are
 * whole seconds, so an edit within the same second counts as later.
 */
function authorisationOf(snapshot, requirement) {
    if (!requirement.labels.includes((0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .requirementLabel */ .kC)(snapshot.config.label_prefix)))
        return { state: "none" };
    const grants = requirement.comments
        .filter((comment) => !comment.edited && isCommand(comment, "start"))
        .map((comment) => ({ by: comment.author, at: comment.createdAt }));
    if (requirement.labelled)
        grants.push(requirement.labelled);
    const valid = grants
        .filter((grant) => (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .canWrite */ ._)(snapshot, grant.by) || isOurs(snapshot, grant.by, requirement))
        .sort((a, b) => a.at.localeCompare(b.at));
    const newest = valid.at(-1);
    if (newest === undefined)
        return { state: "none" };
    const edit = requirement.lastEdit;
    if (edit && edit.at >= newest.at && !(0,_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .canWrite */ ._)(snapshot, edit.by) && edit.by.login !== snapshot.identity) {
        return { state: "text-changed", by: edit.by.login };
    }
    return { state: "authorised", by: newest.by.login };
}
/** A requirement that we opened ourselves, for a person's `workflow_dispatch` with its text; GitHub lets only writers do that. */
function isOurs(snapshot, by, requirement) {
    return by.login === snapshot.identity && requirement.author.login === snapshot.identity;
}
function isCommand(comment, name) {
    const command = (0,_person_command_js__WEBPACK_IMPORTED_MODULE_4__/* .parsePersonCommand */ .c)(comment.body);
    return command !== undefined && command !== "unknown" && command.name === name;
}
function requirementFactsOf(snapshot, requirement) {
    const block = requirement.sticky?.block;
    const since = (0,_pull_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .newestRetry */ .ZX)(snapshot, requirement.comments);
    const planRuns = snapshot.runs.filter((run) => isRunFor(run, "issue", requirement.number));
    return {
        snapshot,
        requirement,
        authorisation: authorisationOf(snapshot, requirement),
        state: (0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .requirementState */ .to)(snapshot.config.label_prefix, requirement.labels),
        features: (block?.features ?? rebuiltPlan(snapshot, requirement)).map((planned) => featureFacts(snapshot, requirement, planned)),
        planning: {
            atWork: planRuns.some((run) => run.live),
            attempts: planRuns.filter((run) => (0,_pull_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .isBroken */ .Qr)(run) && run.createdAt > since).length,
        },
        planApproved: requirement.comments.some((comment) => !comment.edited &&
            isCommand(comment, "approve") &&
            (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .canWrite */ ._)(snapshot, comment.author) &&
            comment.createdAt > (requirement.stickyCreatedAt ?? "")),
        paused: (0,_pull_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .isPaused */ .lP)(snapshot.config.label_prefix, requirement, []),
        usd: costsOf(snapshot, requirement).reduce((sum, cost) => sum + (cost.usd ?? 0), 0),
    };
}
function rebuiltPlan(snapshot, requirement) {
    const tracked = (0,_rebuild_js__WEBPACK_IMPORTED_MODULE_2__/* .planFromIssues */ .iH)(requirement);
    return tracked.length > 0 ? tracked : (0,_rebuild_js__WEBPACK_IMPORTED_MODULE_2__/* .planFromPull */ .NC)(requirement, snapshot.pulls);
}
/** The plan has to be approved and is not. One that was begun before counts as approved; a feature that a person dropped does not begin it. */
function awaitsPlanApproval({ snapshot, planApproved, features }) {
    const begun = features.some(({ progress }) => progress === "open" || progress === "merged");
    const waiting = features.some(({ progress }) => progress === "queued");
    return snapshot.config.approval.plan && !planApproved && waiting && !begun;
}
function isRunFor(run, kind, number) {
    return (run.title?.agent === "code" && run.title.subject.kind === kind && run.title.subject.number === number);
}
function featureFacts(snapshot, requirement, planned) {
    const issue = (0,_pull_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .featureOf */ .mo)(requirement, planned.number);
    const pulls = snapshot.pulls.filter((pull) => pull.block?.requirement === requirement.number && pull.block.key === planned.key);
    const pull = pulls.find((candidate) => candidate.state === "open") ?? pulls.at(-1);
    const since = (0,_pull_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .newestRetry */ .ZX)(snapshot, [...(issue?.comments ?? []), ...requirement.comments]);
    const runs = planned.number === undefined
        ? []
        : snapshot.runs.filter((run) => isRunFor(run, "feature", planned.number ?? 0));
    return {
        planned,
        issue,
        pull,
        progress: progressOf(snapshot, requirement, issue, pull),
        atWork: runs.some((run) => run.live),
        attempts: runs.filter((run) => (0,_pull_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .isBroken */ .Qr)(run) && run.createdAt > since).length,
    };
}
function progressOf(snapshot, requirement, issue, pull) {
    if (pull?.state === "merged")
        return "merged";
    if (issue === undefined)
        return "untracked";
    const { label_prefix: prefix } = snapshot.config;
    const state = (0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .featureState */ .SD)(prefix, issue.labels);
    if (state === "merged")
        return "merged";
    if (!issue.open && issue.number !== requirement.number)
        return "dropped";
    if (state === "needs-human")
        return "needs-human";
    const closedUnseen = pull?.state === "closed" && (0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .featureState */ .SD)(prefix, pull.labels) !== "needs-human";
    if (closedUnseen)
        return "needs-human";
    return pull?.state === "open" ? "open" : "queued";
}
/** Costs of all runs of a requirement, each run once. */
function costsOf(snapshot, requirement) {
    const pulls = snapshot.pulls.filter((pull) => pull.block?.requirement === requirement.number);
    const all = [...(requirement.sticky?.block?.costs ?? []), ...pulls.flatMap(_pull_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .costsOfPull */ .rW)];
    return [...new Map(all.map((cost) => [cost.run, cost])).values()];
}
/** A person paused this one feature. */
function isHeld({ snapshot }, issue) {
    return (0,_pull_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .isPaused */ .lP)(snapshot.config.label_prefix, undefined, issue?.labels ?? []);
}
/** It takes a slot: its pull request is open, or a run is implementing it. The last moments of a run that is over do not count. */
function isInWork({ progress, atWork }) {
    return progress === "open" || (atWork && progress !== "merged" && progress !== "dropped");
}
/** Features that may start now, in build order: everything they come after is merged or was dropped by a person. */
function readyFeatures(facts) {
    const over = new Set(facts.features
        .filter((feature) => feature.progress === "merged" || feature.progress === "dropped")
        .map((feature) => feature.planned.key));
    return facts.features.filter(({ progress, planned, issue }) => progress === "queued" && !isHeld(facts, issue) && planned.after.every((key) => over.has(key)));
}


/***/ }),

/***/ 48206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ neutralizeCommands),
/* harmony export */   N: () => (/* binding */ openLog)
/* harmony export */ });
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32523);
/** The one log sink: everything that people read of a run passes here, redacted and unable to command the runner. */

const ORDER = ["debug", "info", "warning", "error"];
/** Opens a log on a stream. */
function openLog(options) {
    const { stream, level = "info", format = "plain" } = options;
    const secrets = [...(options.secrets ?? [])];
    let redact = (0,_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .createRedactor */ .lY)(secrets);
    function write(at, text) {
        if (ORDER.indexOf(at) < ORDER.indexOf(level))
            return;
        const safe = neutralizeCommands(redact(text));
        stream.write(format === "github" ? githubLine(at, safe) : plainLine(at, safe));
    }
    return {
        debug: (text) => write("debug", text),
        info: (text) => write("info", text),
        warning: (text) => write("warning", text),
        error: (text) => write("error", text),
        async group(title, work) {
            const safe = neutralizeCommands(redact(title)).replace(/[\r\n]+/g, " ");
            stream.write(format === "github" ? `::group::${escapeData(safe)}\n` : `== ${safe}\n`);
            try {
                return await work();
            }
            finally {
                if (format === "github")
                    stream.write("::endgroup::\n");
            }
        },
        addSecret(secret) {
            secrets.push(secret);
            redact = (0,_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .createRedactor */ .lY)(secrets);
        },
    };
}
/**
 * Makes text harmless for the runner's log parser: `::` at the start of a line and `##[` anywhere are commands
 * there. A zero-width joiner would hide from people what happened, so a visible backslash is put in.
 */
function neutralizeCommands(text) {
    return text
        .replace(/\r(?!\n)/g, "\n")
        .replaceAll("##[", "##\\[")
        .replace(/^(\s*):(?=:)/gm, "$1:\\");
}
function githubLine(level, text) {
    return level === "info" ? `${text}\n` : `::${level}::${escapeData(text)}\n`;
}
function plainLine(level, text) {
    return level === "info" ? `${text}\n` : `${level}: ${text}\n`;
}
/** Escapes the message of a workflow command (docs: workflow commands, `%`, CR and LF). */
function escapeData(text) {
    return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}


/***/ }),

/***/ 32523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KL: () => (/* binding */ redactDeep),
/* harmony export */   dL: () => (/* binding */ findSecrets),
/* harmony export */   lY: () => (/* binding */ createRedactor)
/* harmony export */ });
/* unused harmony export MASK */
/** Removes secrets from text: known values in every usual encoding (also cut in pieces), and shapes of well-known tokens. */
/** What replaces a secret: constant, so that its length tells nothing, and matched by no rule below. */
const MASK = "[redacted]";
/** A known value shorter than this is not searched for: it would hit ordinary words. */
const SHORTEST_SECRET = 8;
/** Length of the windows in which a known value is searched: any piece this long is found. */
const WINDOW = 10;
/** Shapes of tokens; `ghs_` tokens may be long JWT-like strings since 2026-04. Values only, no names around them. */
const SHAPES = [
    { name: "GitHub token", pattern: /\bgh[pousr]_[A-Za-z0-9._-]{30,}/g },
    { name: "GitHub token", pattern: /\bgithub_pat_[A-Za-z0-9_]{30,}/g },
    { name: "model API key", pattern: /\bsk-(?:ant-|proj-|svcacct-|admin-)?[A-Za-z0-9_-]{20,}/g },
    { name: "Google API key", pattern: /\bAIza[\w-]{35}/g },
    { name: "Slack token", pattern: /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/g },
    { name: "Slack webhook", pattern: /https:\/\/hooks\.slack\.com\/[A-Za-z0-9/_-]{10,}/g },
    {
        name: "Discord webhook",
        pattern: /https:\/\/(?:\w+\.)?discord(?:app)?\.com\/api\/webhooks\/[A-Za-z0-9/_-]{10,}/g,
    },
    { name: "npm token", pattern: /\bnpm_[A-Za-z0-9]{30,}/g },
    { name: "AWS key id", pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g },
    { name: "JSON web token", pattern: /\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/g },
    {
        name: "private key",
        pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
    },
    {
        name: "password in a URL",
        pattern: /(?<=\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@[\]]{0,100}:)[^\s/@[\]]{3,}(?=@)/gi,
    },
    {
        name: "authorization header",
        pattern: /(?<=\bauthorization["']?\s{0,4}[:=]\s{0,4}["']?(?:(?:bearer|basic|token)\s{1,4})?)(?!bearer\b|basic\b|token\b)[^\s"',[\]]{8,}/gi,
    },
];
/** Builds a redactor for known values (each at least 8 characters to be searched for) and the well-known shapes. */
function createRedactor(secrets) {
    const windows = windowsOf(secrets);
    return (text) => {
        let safe = maskShapes(maskSpans(text, coveredSpans(text, windows)));
        // Masking one secret can join the pieces of another; two more rounds reach the fixed point in practice.
        for (let round = 0; round < 4; round += 1) {
            const again = maskShapes(maskSpans(safe, coveredSpans(safe, windows)));
            if (again === safe)
                break;
            safe = again;
        }
        return safe;
    };
}
/** Redacts every string inside a JSON-like value, keys included; other values stay as they are. */
function redactDeep(value, redact) {
    if (typeof value === "string")
        return redact(value);
    if (Array.isArray(value))
        return value.map((item) => redactDeep(item, redact));
    if (typeof value !== "object" || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [redact(key), redactDeep(item, redact)]));
}
/** Finds secrets in text that must not be changed, such as a patch: what finds something has to be blocked. */
function findSecrets(text, secrets) {
    const known = coveredSpans(text, windowsOf(secrets)).map(([start]) => ({
        kind: "known secret",
        at: start,
    }));
    const shaped = SHAPES.flatMap(({ name, pattern }) => [...text.matchAll(pattern)].map((match) => ({ kind: name, at: match.index })));
    return [...known, ...shaped]
        .sort((a, b) => a.at - b.at)
        .map(({ kind, at }) => ({ kind, line: text.slice(0, at).split("\n").length }));
}
function maskShapes(text) {
    return SHAPES.reduce((safe, { pattern }) => safe.replace(pattern, MASK), text);
}
function maskSpans(text, spans) {
    if (spans.length === 0)
        return text;
    let safe = "";
    let from = 0;
    for (const [start, end] of spans) {
        safe += text.slice(from, start) + MASK;
        from = end;
    }
    return safe + text.slice(from);
}
/** Maximal runs of text covered by windows of known secrets, in order; line breaks inside a run do not hide it. */
function coveredSpans(text, windows) {
    if (windows.pieces.size === 0)
        return [];
    const packed = text.replace(/[\r\n]+/g, "");
    const positions = packed.length === text.length ? undefined : positionsOf(text, packed.length);
    const place = (index) => positions?.[index] ?? index;
    const spans = [];
    for (let index = 0; index < packed.length; index += 1) {
        if (windows.beginnings[beginningAt(packed, index)] === 0)
            continue;
        const length = matchAt(packed, index, windows.pieces);
        if (length === 0)
            continue;
        const start = place(index);
        const end = place(index + length - 1) + 1;
        const last = spans.at(-1);
        if (last && start <= last[1])
            last[1] = Math.max(last[1], end);
        else
            spans.push([start, end]);
    }
    return spans;
}
function beginningAt(text, index) {
    return (text.charCodeAt(index) * 31 + text.charCodeAt(index + 1)) & 0xffff;
}
function matchAt(text, index, pieces) {
    for (const [length, known] of pieces) {
        if (known.has(text.slice(index, index + length)))
            return length;
    }
    return 0;
}
/** Where each character of the text without line breaks stands in the text. */
function positionsOf(text, packedLength) {
    const positions = new Uint32Array(packedLength);
    let next = 0;
    for (let index = 0; index < text.length; index += 1) {
        const code = text.charCodeAt(index);
        if (code !== 10 && code !== 13)
            positions[next++] = index;
    }
    return positions;
}
/** Windows by length: whole values between 8 and 10 characters have windows of their own length. */
function windowsOf(secrets) {
    const windows = { pieces: new Map(), beginnings: new Uint8Array(0x10000) };
    for (const secret of secrets.filter((value) => value.length >= SHORTEST_SECRET)) {
        for (const variant of variantsOf(secret.replace(/[\r\n]/g, "")))
            addWindows(variant, windows);
    }
    return windows;
}
function addWindows(variant, { pieces, beginnings }) {
    if (variant.length < SHORTEST_SECRET)
        return;
    const length = Math.min(WINDOW, variant.length);
    const known = pieces.get(length) ?? new Set();
    for (let start = 0; start + length <= variant.length; start += 1) {
        known.add(variant.slice(start, start + length));
        beginnings[beginningAt(variant, start)] = 1;
    }
    pieces.set(length, known);
}
function variantsOf(secret) {
    const bytes = Buffer.from(secret);
    const hex = bytes.toString("hex");
    return new Set([
        secret,
        [...secret].reverse().join(""),
        encodeURIComponent(secret),
        JSON.stringify(secret).slice(1, -1),
        hex,
        hex.toUpperCase(),
        ...[0, 1, 2].flatMap((offset) => base64At(bytes, offset)),
    ]);
}
/** Base64 of the value as it looks when it starts `offset` bytes into a group; the characters that depend on neighbours are cut. */
function base64At(bytes, offset) {
    const padded = Buffer.concat([Buffer.alloc(offset), bytes]);
    const whole = padded.toString("base64").replace(/=+$/, "");
    const start = offset === 0 ? 0 : offset + 1;
    const end = padded.length % 3 === 0 ? whole.length : whole.length - 1;
    const stable = whole.slice(start, end);
    return [stable, stable.replaceAll("+", "-").replaceAll("/", "_")];
}


/***/ })

};
