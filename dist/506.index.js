export const id = 506;
export const ids = [506];
export const modules = {

/***/ 27004:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F3: () => (/* binding */ standingsOf),
/* harmony export */   _M: () => (/* binding */ obstaclesOf),
/* harmony export */   kk: () => (/* binding */ pendingCommands)
/* harmony export */ });
/* unused harmony export needsPerson */
/* harmony import */ var _domain_decide_merge_pull_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86405);
/* harmony import */ var _domain_decide_merge_requirement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54707);
/* harmony import */ var _domain_pull_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99331);
/* harmony import */ var _domain_requirement_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62845);
/* harmony import */ var _domain_state_block_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44917);
/* harmony import */ var _domain_words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(67185);






/** Rungs whose wait ends by itself, because a run is at work. */
const AT_WORK = new Set(["author-at-work", "reviewer-at-work", "planning", "features-at-work"]);
function standingsOf(snapshot) {
    return snapshot.requirements.map((requirement) => {
        const facts = (0,_domain_requirement_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .requirementFactsOf */ .Mq)(snapshot, requirement);
        const features = facts.features.map((feature) => featureStanding(snapshot, facts, feature));
        return { facts, decision: (0,_domain_decide_merge_requirement_js__WEBPACK_IMPORTED_MODULE_1__/* .decideRequirement */ .m)(facts), features };
    });
}
/** Only a person can end this wait. */
function needsPerson({ rung, alarm }) {
    return alarm.kind === "event" && !AT_WORK.has(rung);
}
/** Everything that the ladders would do now, over requirements and their open pull requests. */
function pendingCommands(standings) {
    return standings.flatMap(({ decision, features }) => [
        ...decision.commands,
        ...features.flatMap(({ pull }) => (pull?.pull.state === "open" ? pull.decision.commands : [])),
    ]);
}
/** What stops an open requirement, one text for each thing that waits. */
function obstaclesOf({ facts, decision, features, }) {
    const { requirement, snapshot } = facts;
    const found = features.flatMap(({ facts: feature, pull, why }) => {
        const open = pull?.pull.state === "open" ? pull : undefined;
        const name = `feature #${feature.planned.number ?? "?"} "${feature.planned.title}"`;
        if (open) {
            const person = needsPerson(open.decision);
            const asked = askedIn([...open.pull.comments, ...(feature.issue?.comments ?? [])], snapshot.identity);
            return [{ text: `pull request #${open.pull.number}: ${open.rung}. ${asked ?? open.why}`, person }];
        }
        if (feature.progress !== "needs-human")
            return [];
        return [
            { text: `${name}: ${askedIn(feature.issue?.comments ?? [], snapshot.identity) ?? why}`, person: true },
        ];
    });
    if (found.length > 0)
        return found;
    const asked = decision.rung === "needs-human" ? askedIn(requirement.comments, snapshot.identity) : undefined;
    return [
        {
            text: `requirement #${requirement.number}: ${decision.rung}. ${asked ?? decision.why}`,
            person: needsPerson(decision),
        },
    ];
}
/** Our newest comment that says what a person has to decide, without the way out that it names. */
function askedIn(comments, identity) {
    const asked = comments
        .filter(({ author, body }) => author.login === identity && body.startsWith("**A person has to decide.**"))
        .at(-1);
    if (asked === undefined)
        return undefined;
    return (0,_domain_state_block_js__WEBPACK_IMPORTED_MODULE_4__/* .visiblePart */ .MR)(asked.body)
        .replace(/^\*\*A person has to decide\.\*\*\s*/, "")
        .replace(/\n+When that is done, comment [\s\S]*$/, "")
        .replace(/\s*Comment `\/nightshift retry`[\s\S]*$/, "")
        .trim()
        .slice(0, 1_500);
}
function featureStanding(snapshot, requirement, facts) {
    const pull = facts.pull ? pullStanding(snapshot, facts.pull) : undefined;
    return { facts, pull, why: featureWhy(requirement, facts, pull) };
}
function pullStanding(snapshot, pull) {
    const decision = (0,_domain_decide_merge_pull_js__WEBPACK_IMPORTED_MODULE_0__/* .decideMergePull */ .k)((0,_domain_pull_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .factsOf */ .xS)(snapshot, pull));
    if (pull.state !== "merged")
        return { pull, rung: decision.rung, why: decision.why, decision };
    const commit = pull.mergeCommit === undefined ? "" : ` as ${(0,_domain_words_js__WEBPACK_IMPORTED_MODULE_5__/* .short */ .h0)(pull.mergeCommit)}`;
    return { pull, rung: "merged", why: `It is merged${commit}.`, decision };
}
function featureWhy(requirement, facts, pull) {
    if (pull && (facts.progress === "merged" || facts.progress === "open"))
        return pull.why;
    const waitsFor = facts.planned.after.filter((key) => requirement.features.some(({ planned, progress }) => planned.key === key && progress !== "merged" && progress !== "dropped"));
    switch (facts.progress) {
        case "untracked":
            return "It has no issue yet.";
        case "merged":
            return "The code already does it.";
        case "dropped":
            return "A person closed its issue.";
        case "needs-human":
            return "A person has to decide; the last comment says what. /nightshift retry goes on.";
        default:
            if (facts.atWork)
                return "The code agent is writing it.";
            return waitsFor.length > 0 ? `It comes after ${waitsFor.join(", ")}.` : "It waits for its turn.";
    }
}


/***/ }),

/***/ 26422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runStatus: () => (/* binding */ runStatus)
});

// EXTERNAL MODULE: ./lib/cli/exit.js
var exit = __webpack_require__(13100);
// EXTERNAL MODULE: ./lib/cli/reach.js
var reach = __webpack_require__(23561);
// EXTERNAL MODULE: ./lib/cli/standing.js
var standing = __webpack_require__(27004);
// EXTERNAL MODULE: ./lib/domain/labels.js
var labels = __webpack_require__(70097);
// EXTERNAL MODULE: ./lib/domain/words.js
var words = __webpack_require__(67185);
;// CONCATENATED MODULE: ./lib/cli/status/render.js
/** What `nightshift status` shows: every requirement, feature and pull request, its state, and why it is in it. */


function statusOf(snapshot, standings) {
    const prefix = snapshot.config.label_prefix;
    return {
        repository: snapshot.repository,
        base: snapshot.base.branch,
        mode: snapshot.config.mode,
        requirements: standings.map(({ facts, decision, features }) => ({
            number: facts.requirement.number,
            title: facts.requirement.title,
            open: facts.requirement.open,
            state: facts.state ?? (facts.requirement.open ? "not started" : "closed"),
            rung: decision.rung,
            why: decision.why,
            usd: facts.usd,
            features: features.map((feature) => featureStatus(feature, prefix)),
        })),
    };
}
function featureStatus({ facts, why, pull }, prefix) {
    const { planned, issue, progress } = facts;
    return {
        number: planned.number ?? null,
        key: planned.key,
        title: planned.title,
        state: progress === "merged" || progress === "dropped"
            ? progress
            : ((0,labels/* featureState */.SD)(prefix, issue?.labels ?? []) ?? progress),
        why,
        pull: pull ? pullStatus(pull) : null,
    };
}
function pullStatus({ pull, rung, why }) {
    return { number: pull.number, head: pull.head, state: pull.state, rung, why };
}
function renderStatus({ repository, base, mode, requirements }) {
    const head = `${repository}, features go to ${base}${mode === "merge" ? "" : `, mode ${mode}`}`;
    if (requirements.length === 0)
        return [head, "No requirement yet: nightshift start opens one."];
    return [head, ...requirements.flatMap((requirement) => ["", ...renderRequirement(requirement)])];
}
function renderRequirement({ number, title, state, rung, why, usd, features }) {
    const cost = usd > 0 ? ` (${usd.toFixed(2)} US dollars so far)` : "";
    return [
        `requirement #${number} "${title}": ${state}${cost}`,
        `  ${rung}: ${why}`,
        ...features.flatMap(renderFeature),
    ];
}
function renderFeature({ number, title, state, why, pull }) {
    const name = `  feature ${number === null ? "without an issue" : `#${number}`} "${title}": ${state}`;
    if (pull === null)
        return [name, `    ${why}`];
    const own = why === pull.why ? [] : [`    ${why}`];
    return [
        name,
        ...own,
        `    pull request #${pull.number} at ${(0,words/* short */.h0)(pull.head)}, ${pull.state}`,
        `      ${pull.rung}: ${pull.why}`,
    ];
}

;// CONCATENATED MODULE: ./lib/cli/status/status.js
/** `nightshift status`: looks, decides what the agents would decide, and writes nothing. */




async function runStatus(options, terminal, edge) {
    const { github, close } = await (0,reach/* reach */.g)(options, edge.env, edge.directory);
    try {
        const snapshot = await (0,reach/* observeAsPerson */.A)(github);
        const report = statusOf(snapshot, (0,standing/* standingsOf */.F3)(snapshot));
        if (options.json)
            terminal.answer(JSON.stringify(report));
        else
            for (const line of renderStatus(report))
                terminal.line(line);
        return exit/* EXIT */.d.done;
    }
    finally {
        await close();
    }
}


/***/ }),

/***/ 2922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WE: () => (/* binding */ explain),
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
        ...ask(facts, rung, `**A person has to decide.** ${why}\n\nWhen that is done, comment \`/nightshift retry\` to go on, or close ${dropText(facts)} to drop the feature.`),
        ...explain(facts, "failure", why),
        ...featureBecomes(facts, "needs-human"),
    ];
}
function dropText({ feature, pull }) {
    return feature ? `#${feature.number}` : `#${pull.number}`;
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


/***/ })

};
