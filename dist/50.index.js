export const id = 50;
export const ids = [50,4430];
export const modules = {

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

/***/ 10050:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runTick: () => (/* binding */ runTick)
});

// EXTERNAL MODULE: ./lib/domain/config-override.js
var config_override = __webpack_require__(54301);
// EXTERNAL MODULE: ./lib/domain/decide/people.js
var decide_people = __webpack_require__(48790);
// EXTERNAL MODULE: ./lib/github/observe.js
var observe = __webpack_require__(68331);
// EXTERNAL MODULE: ./lib/github/perform.js
var perform = __webpack_require__(55510);
// EXTERNAL MODULE: ./lib/agents/doorbell.js
var doorbell = __webpack_require__(65781);
// EXTERNAL MODULE: ./lib/agents/performer.js
var agents_performer = __webpack_require__(51912);
// EXTERNAL MODULE: ./lib/domain/decide/merge-pull.js
var merge_pull = __webpack_require__(86405);
// EXTERNAL MODULE: ./lib/domain/decide/merge-requirement.js
var merge_requirement = __webpack_require__(54707);
// EXTERNAL MODULE: ./lib/domain/decide/work.js
var work = __webpack_require__(41152);
// EXTERNAL MODULE: ./lib/domain/pull-facts.js
var pull_facts = __webpack_require__(99331);
// EXTERNAL MODULE: ./lib/domain/requirement-facts.js
var requirement_facts = __webpack_require__(62845);
;// CONCATENATED MODULE: ./lib/agents/merge/decide-all.js





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

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(49285);
// EXTERNAL MODULE: ./lib/github/client.js + 1 modules
var client = __webpack_require__(40345);
// EXTERNAL MODULE: ./lib/agents/fetch.js
var fetch = __webpack_require__(24430);
;// CONCATENATED MODULE: ./lib/agents/merge/land.js
/** Merges one pull request, guarded by the head that was observed, and proves what landed. */




const Merged = schemas.object({ merged: schemas.boolean(), sha: schemas.string() });
const Pull = schemas.object({
    merged: schemas.boolean(),
    merge_commit_sha: schemas.string().nullable(),
    head: schemas.object({ sha: schemas.string() }),
});
/** Refusals that mean "look again" end quietly; a wrong tree throws and freezes what follows. */
async function landPull(landing) {
    const { job, facts, command, token } = landing;
    const git = await (0,fetch.openGit)(job, facts);
    const remote = (0,fetch.remoteOf)(facts, token);
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
    const git = await (0,fetch.openGit)(job, facts);
    if (!(await git.deleteBranch((0,fetch.remoteOf)(facts, token), branch, head))) {
        job.log(`${branch} is gone already, or was pushed to after the merge and is kept`);
    }
}

// EXTERNAL MODULE: ./lib/domain/lessons.js
var lessons = __webpack_require__(61509);
// EXTERNAL MODULE: ./lib/github/git.js
var github_git = __webpack_require__(91623);
// EXTERNAL MODULE: ./lib/agents/job.js
var agents_job = __webpack_require__(63629);
;// CONCATENATED MODULE: ./lib/agents/merge/lessons.js
/** Proposes lessons from reviews: one commit on `nightshift/lessons`, one open pull request at most. A person merges it, never we. */







const Pulls = schemas.array(schemas.object({ number: schemas.int() }));
const BODY = `What the reviews of the last requirement taught. Nightshift's agents read this file from the base branch.

Edit the lines as you like and merge it, or close it; Nightshift never merges this pull request.`;
/** Lessons are no reason to hold anything up: what goes wrong is a warning. */
async function proposeLessons(proposal) {
    try {
        await propose(proposal);
    }
    catch (error) {
        proposal.job.warn(`The lessons were not proposed: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
async function propose({ job, facts, github, token, snapshot, pulls }) {
    const seen = await (0,observe/* observe */.l)(github, {
        now: job.now,
        runs: false,
        threadsOf: pulls,
        knownWriters: snapshot.writers,
        labelPrefix: snapshot.config.label_prefix,
    });
    const day = seen.at.slice(0, 10);
    const fresh = seen.pulls
        .filter(({ number }) => pulls.includes(number))
        .flatMap((pull) => (0,lessons/* lessonsOf */.Jl)(seen, pull, day));
    if (fresh.length === 0)
        return job.log("the reviews taught nothing new");
    const branch = `${seen.config.branch_prefix}lessons`;
    const open = await openProposal(github, branch);
    const git = await (0,fetch.openGit)(job, facts);
    const remote = (0,fetch.remoteOf)(facts, token);
    const { head: base, branch: into } = seen.base;
    const at = await git.remoteHead(remote, branch);
    await git.fetch(remote, [base, ...(at === undefined ? [] : [at])], 1);
    if (at !== undefined && (await git.text(["log", "-1", "--format=%ce", at])) !== github_git/* BOT_MAIL */.Ur)
        return job.log(`${branch} carries a commit of a person and is left as it is`);
    const known = await lessonsAt(git, base);
    const waiting = (0,lessons/* parseLessons */.jl)(at === undefined ? "" : await lessonsAt(git, at));
    const text = open ? (0,lessons/* addLessons */.H7)(known, [...fresh, ...waiting]) : withoutDeclined(known, fresh, waiting);
    if (text === undefined)
        return job.log("the lessons are known, or were declined");
    await pushText({ git, remote, base, at, branch, index: (0,agents_job/* places */.zn)(facts).index("lessons"), date: seen.at }, text);
    if (open)
        return job.log(`${branch} was updated`);
    await github.rest("POST /repos/{owner}/{repo}/pulls", {
        head: branch,
        base: into,
        title: "Lessons from reviews",
        body: BODY,
    });
}
/** What stands on a branch without an open pull request was closed by a person, and is not asked for again. */
function withoutDeclined(known, fresh, declined) {
    const file = (0,lessons/* addLessons */.H7)("", declined) ?? "";
    return (0,lessons/* addLessons */.H7)(known, fresh.filter((one) => (0,lessons/* addLessons */.H7)(file, [one]) !== undefined));
}
async function openProposal(github, branch) {
    const { data } = await github.rest("GET /repos/{owner}/{repo}/pulls", {
        head: `${github.owner}:${branch}`,
        state: "open",
    });
    return Pulls.parse(data).length > 0;
}
async function lessonsAt(git, commit) {
    const shown = await git.run(["show", `${commit}:${lessons/* LESSONS_PATH */.g9}`]);
    return shown.exitCode === 0 ? shown.stdout.toString("utf8") : "";
}
async function pushText({ git, remote, base, at, branch, index, date }, text) {
    const env = { GIT_INDEX_FILE: index };
    const blob = await git.text(["hash-object", "-w", "--stdin"], { input: text });
    await git.text(["read-tree", base], { env });
    await git.text(["update-index", "--add", "--cacheinfo", `100644,${blob},${lessons/* LESSONS_PATH */.g9}`], { env });
    const tree = await git.text(["write-tree"], { env });
    const commit = await git.commit({ tree, parents: [base], message: "Lessons from reviews\n", date });
    await git.push(remote, commit, branch, at);
}

;// CONCATENATED MODULE: ./lib/agents/merge/tick.js









/** Observations of one tick: enough for merge, bookkeeping and the next feature; then the next doorbell takes over. */
const ROUNDS = 6;
/** Longest wait inside one job, in milliseconds. */
const PATIENCE = 60_000;
async function runTick(job, facts, github, { token, ring, override, seen: first }) {
    const thread = ring?.thread;
    const issue = (0,doorbell/* issueOf */.v)(ring);
    let waited = 0;
    let decisions = [];
    const done = new Set();
    let unused = first;
    let writers = new Map();
    for (let round = 1; round <= ROUNDS; round += 1) {
        const seen = unused ?? (await (0,observe/* observe */.l)(github, { now: job.now, knownWriters: writers, ...(issue ? { issue } : {}) }));
        unused = undefined;
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
            ...(0,agents_performer/* performerOf */.u)(job, facts, github, snapshot, thread),
            startOn: facts.eventName === "schedule" ? job.env.GITHUB_REF_NAME : undefined,
            merge: (command) => landPull({ job, facts, github, token, command }),
            proposeLessons: (pulls) => proposeLessons({ job, facts, github, token, snapshot, pulls }),
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

/***/ 61509:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H7: () => (/* binding */ addLessons),
/* harmony export */   Jl: () => (/* binding */ lessonsOf),
/* harmony export */   g9: () => (/* binding */ LESSONS_PATH),
/* harmony export */   jl: () => (/* binding */ parseLessons)
/* harmony export */ });
/* harmony import */ var _quiet_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41528);
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66178);
/* harmony import */ var _state_block_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44917);
/** Lessons from reviews: one line each in `.github/nightshift/lessons.md`, read by the agents from the base branch, proposed by us, merged by people. */



const LESSONS_PATH = ".github/nightshift/lessons.md";
const MOST_LINES = 60;
const MOST_BYTES = 8_000;
const LONGEST = 300;
const HEAD = `# Lessons

What reviews of this repository have taught; Nightshift's agents read this file from the base branch. It grows by pull requests that a
person merges. Delete what is wrong or no longer true.

`;
const LINE = /^- (\d{4}-\d{2}-\d{2}) (.+)$/;
function parseLessons(file) {
    return file.split("\n").flatMap((line) => {
        const [, day, text] = LINE.exec(line.trim()) ?? [];
        return day === undefined || text === undefined ? [] : [{ day, text }];
    });
}
/** The file with `fresh` lessons added: each text once, the newest first, as many as fit. Undefined when nothing is new. */
function addLessons(file, fresh) {
    const known = parseLessons(file);
    const keys = new Set(known.map(({ text }) => keyOf(text)));
    const added = fresh.filter(({ text }) => {
        const isNew = !keys.has(keyOf(text));
        keys.add(keyOf(text));
        return isNew;
    });
    if (added.length === 0)
        return undefined;
    const lines = [];
    let bytes = Buffer.byteLength(HEAD);
    for (const { day, text } of [...added, ...known].sort((a, b) => b.day.localeCompare(a.day))) {
        const line = `- ${day} ${text}\n`;
        bytes += Buffer.byteLength(line);
        if (lines.length === MOST_LINES || bytes > MOST_BYTES)
            break;
        lines.push(line);
    }
    return HEAD + lines.join("");
}
/** Case, punctuation and spaces make no other lesson. */
function keyOf(text) {
    return text
        .replace(/ \(#\d+\)$/, "")
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, " ")
        .trim();
}
const WONT_FIX = /^(won['’]?t[ -]?fix|wontfix|works as intended|by design)\b[:.,\s-]*/i;
/**
 * What the reviews of a pull request teach: serious findings that were fixed are to be minded, and findings that a person who may
 * write marked with "won't fix" are not to be reported again. Everything else teaches nothing.
 */
function lessonsOf(snapshot, pull, day) {
    return pull.threads.flatMap((thread) => {
        const title = findingIn(snapshot, thread);
        if (title === undefined)
            return [];
        const marked = thread.comments.find(({ author, body }) => (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .canWrite */ ._)(snapshot, author) && WONT_FIX.test(body.trim()));
        if (marked) {
            const why = marked.body.trim().replace(WONT_FIX, "").split("\n")[0] ?? "";
            return [lesson(day, `Do not report: ${title}${why === "" ? "" : ` (${why})`}`, pull.number)];
        }
        const isSerious = thread.block?.severity === "blocker" || thread.block?.severity === "major";
        return isSerious && thread.resolved ? [lesson(day, `Mind: ${title}`, pull.number)] : [];
    });
}
function lesson(day, text, pull) {
    const plain = (0,_quiet_js__WEBPACK_IMPORTED_MODULE_2__/* .quiet */ .j)(text.replace(/\s+/g, " ").trim()).slice(0, LONGEST);
    return { day, text: `${plain} (#${pull})` };
}
/** The title of a finding of ours, as its comment shows it. */
function findingIn(snapshot, { block, comments }) {
    const [first] = comments;
    if (block === undefined || first?.author.login !== snapshot.identity)
        return undefined;
    return /^\*\*(.+?)\*\*/.exec((0,_state_block_js__WEBPACK_IMPORTED_MODULE_0__/* .visiblePart */ .MR)(first.body))?.[1];
}


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
