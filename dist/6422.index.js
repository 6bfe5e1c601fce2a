export const id = 6422;
export const ids = [6422];
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


/***/ })

};
