export const id = 2845;
export const ids = [2845];
export const modules = {

/***/ 27381:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lq: () => (/* binding */ waitText),
/* harmony export */   ce: () => (/* binding */ renderDeferral),
/* harmony export */   sg: () => (/* binding */ deferredUntil)
/* harmony export */ });
/* harmony import */ var _quiet_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41528);
/* harmony import */ var _state_block_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44917);
/** A provider asked us to wait: a comment where the work belongs says until when. Such a comment can only make us do less. */


/** Nobody is believed who asks for more: a person would rather be asked. */
const LONGEST_WAIT_MS = 24 * 60 * 60_000;
/** Body of the comment. `until` comes from a job that ran a model; it counts up to a day from `now`. */
function renderDeferral(until, now, why) {
    const latest = now.getTime() + LONGEST_WAIT_MS;
    const moment = new Date(Math.min(Date.parse(until), latest)).toISOString();
    const text = `**Waits until ${clock(moment)}.** ${(0,_quiet_js__WEBPACK_IMPORTED_MODULE_1__/* .quiet */ .j)(why)} The first sweep after that goes on; \`/nightshift retry\` does not wait.`;
    return (0,_state_block_js__WEBPACK_IMPORTED_MODULE_0__/* .withBlock */ .su)(text, { v: 1, kind: "deferred", until: moment });
}
/** The moment before which the work that these comments belong to is not tried; undefined when it may be tried now. */
function deferredUntil({ identity, at }, comments, 
/** Of the newest retry by a person: what was written before it no longer counts. */
since) {
    const moments = comments
        .filter(({ author, edited, createdAt }) => author.login === identity && !edited && createdAt > since)
        .flatMap(({ body }) => (0,_state_block_js__WEBPACK_IMPORTED_MODULE_0__/* .readBlock */ .Gr)(_state_block_js__WEBPACK_IMPORTED_MODULE_0__/* .DeferredBlock */ .V9, body)?.until ?? [])
        .sort();
    const last = moments.at(-1);
    return last !== undefined && Date.parse(last) > Date.parse(at) ? last : undefined;
}
function waitText(until) {
    return until === undefined ? "" : `The model's provider asked to wait until ${clock(until)}.`;
}
/** `2026-11-22 14:05 UTC`, rounded up: who looks at that minute finds it over. */
function clock(moment) {
    const minute = new Date(Math.ceil(Date.parse(moment) / 60_000) * 60_000);
    return `${minute.toISOString().slice(0, 16).replace("T", " ")} UTC`;
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
/* harmony export */   xS: () => (/* binding */ factsOf)
/* harmony export */ });
/* harmony import */ var _deferral_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27381);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70097);
/* harmony import */ var _money_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49376);
/* harmony import */ var _person_command_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91199);
/* harmony import */ var _risk_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86641);
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(66178);
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
        risks: (0,_risk_js__WEBPACK_IMPORTED_MODULE_3__/* .risksOf */ .i7)(pull, !snapshot.mergedBefore, snapshot.config),
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
        deferredUntil: (0,_deferral_js__WEBPACK_IMPORTED_MODULE_0__/* .deferredUntil */ .sg)(snapshot, pull.comments, since),
        paused: isPaused(prefix, requirement, labels),
        needsHuman: (0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .featureState */ .SD)(prefix, labels) === "needs-human",
        usd: (0,_money_js__WEBPACK_IMPORTED_MODULE_2__/* .sumOf */ .XN)(requirement ? (0,_money_js__WEBPACK_IMPORTED_MODULE_2__/* .costsOfFeature */ .aj)(snapshot, requirement, featureKey(pull)) : (0,_money_js__WEBPACK_IMPORTED_MODULE_2__/* .costsOfPull */ .rW)(pull)),
    };
}
function featureKey({ block }) {
    return block ? { number: block.feature, key: block.key } : { key: "" };
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
        (requirement !== undefined && (0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .requirementState */ .to)(prefix, requirement.labels) === "paused"));
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
        const command = (0,_person_command_js__WEBPACK_IMPORTED_MODULE_4__/* .parsePersonCommand */ .c)(comment.body);
        return (command !== undefined &&
            command !== "unknown" &&
            command.name === name &&
            !comment.edited &&
            (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_5__/* .canWrite */ ._)(snapshot, comment.author));
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
        if (review.author.login === snapshot.identity || !(0,_snapshot_js__WEBPACK_IMPORTED_MODULE_5__/* .canWrite */ ._)(snapshot, review.author))
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
        const command = (0,_person_command_js__WEBPACK_IMPORTED_MODULE_4__/* .parsePersonCommand */ .c)(candidate.body);
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

/***/ 62845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H0: () => (/* binding */ isInWork),
/* harmony export */   Mq: () => (/* binding */ requirementFactsOf),
/* harmony export */   r8: () => (/* binding */ readyFeatures),
/* harmony export */   u3: () => (/* binding */ awaitsPlanApproval)
/* harmony export */ });
/* unused harmony export authorisationOf */
/* harmony import */ var _deferral_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27381);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70097);
/* harmony import */ var _money_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49376);
/* harmony import */ var _person_command_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(91199);
/* harmony import */ var _pull_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99331);
/* harmony import */ var _rebuild_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(98643);
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(66178);
/** What a requirement's snapshot means. Pure. */







/**
 * A requirement is authorised by the newest `labeled` event or `/nightshift start` of a person who may write now; what is
 * authorised is the text of that moment. A later edit by someone who may write keeps it, by anyone else does not; times are
 * whole seconds, so an edit within the same second counts as later.
 */
function authorisationOf(snapshot, requirement) {
    if (!requirement.labels.includes((0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .requirementLabel */ .kC)(snapshot.config.label_prefix)))
        return { state: "none" };
    const grants = requirement.comments
        .filter((comment) => !comment.edited && isCommand(comment, "start"))
        .map((comment) => ({ by: comment.author, at: comment.createdAt }));
    if (requirement.labelled)
        grants.push(requirement.labelled);
    const valid = grants
        .filter((grant) => (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_5__/* .canWrite */ ._)(snapshot, grant.by) || isOurs(snapshot, grant.by, requirement))
        .sort((a, b) => a.at.localeCompare(b.at));
    const newest = valid.at(-1);
    if (newest === undefined)
        return { state: "none" };
    const edit = requirement.lastEdit;
    if (edit && edit.at >= newest.at && !(0,_snapshot_js__WEBPACK_IMPORTED_MODULE_5__/* .canWrite */ ._)(snapshot, edit.by) && edit.by.login !== snapshot.identity) {
        return { state: "text-changed", by: edit.by.login };
    }
    return { state: "authorised", by: newest.by.login };
}
/** A requirement that we opened ourselves, for a person's `workflow_dispatch` with its text; GitHub lets only writers do that. */
function isOurs(snapshot, by, requirement) {
    return by.login === snapshot.identity && requirement.author.login === snapshot.identity;
}
function isCommand(comment, name) {
    const command = (0,_person_command_js__WEBPACK_IMPORTED_MODULE_6__/* .parsePersonCommand */ .c)(comment.body);
    return command !== undefined && command !== "unknown" && command.name === name;
}
function requirementFactsOf(snapshot, requirement) {
    const block = requirement.sticky?.block;
    const since = (0,_pull_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .newestRetry */ .ZX)(snapshot, requirement.comments);
    const planRuns = snapshot.runs.filter((run) => isRunFor(run, "issue", requirement.number));
    return {
        snapshot,
        requirement,
        authorisation: authorisationOf(snapshot, requirement),
        state: (0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .requirementState */ .to)(snapshot.config.label_prefix, requirement.labels),
        features: (block?.features ?? rebuiltPlan(snapshot, requirement)).map((planned) => featureFacts(snapshot, requirement, planned)),
        planning: {
            atWork: planRuns.some((run) => run.live),
            attempts: planRuns.filter((run) => (0,_pull_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .isBroken */ .Qr)(run) && run.createdAt > since).length,
            deferredUntil: (0,_deferral_js__WEBPACK_IMPORTED_MODULE_0__/* .deferredUntil */ .sg)(snapshot, requirement.comments, since),
        },
        planApproved: requirement.comments.some((comment) => !comment.edited &&
            isCommand(comment, "approve") &&
            (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_5__/* .canWrite */ ._)(snapshot, comment.author) &&
            comment.createdAt > (requirement.stickyCreatedAt ?? "")),
        paused: (0,_pull_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .isPaused */ .lP)(snapshot.config.label_prefix, requirement, []),
        usd: (0,_money_js__WEBPACK_IMPORTED_MODULE_2__/* .sumOf */ .XN)((0,_money_js__WEBPACK_IMPORTED_MODULE_2__/* .costsOf */ .AR)(snapshot, requirement)),
    };
}
function rebuiltPlan(snapshot, requirement) {
    const tracked = (0,_rebuild_js__WEBPACK_IMPORTED_MODULE_4__/* .planFromIssues */ .iH)(requirement);
    return tracked.length > 0 ? tracked : (0,_rebuild_js__WEBPACK_IMPORTED_MODULE_4__/* .planFromPull */ .NC)(requirement, snapshot.pulls);
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
    const issue = (0,_pull_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .featureOf */ .mo)(requirement, planned.number);
    const pulls = snapshot.pulls.filter((pull) => pull.block?.requirement === requirement.number && pull.block.key === planned.key);
    const pull = pulls.find((candidate) => candidate.state === "open") ?? pulls.at(-1);
    const since = (0,_pull_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .newestRetry */ .ZX)(snapshot, [...(issue?.comments ?? []), ...requirement.comments]);
    const runs = planned.number === undefined
        ? []
        : snapshot.runs.filter((run) => isRunFor(run, "feature", planned.number ?? 0));
    return {
        planned,
        issue,
        pull,
        progress: progressOf(snapshot, requirement, issue, pull),
        atWork: runs.some((run) => run.live),
        attempts: runs.filter((run) => (0,_pull_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .isBroken */ .Qr)(run) && run.createdAt > since).length,
        deferredUntil: (0,_deferral_js__WEBPACK_IMPORTED_MODULE_0__/* .deferredUntil */ .sg)(snapshot, issue?.comments ?? [], since),
    };
}
function progressOf(snapshot, requirement, issue, pull) {
    if (pull?.state === "merged")
        return "merged";
    if (issue === undefined)
        return "untracked";
    const { label_prefix: prefix } = snapshot.config;
    const state = (0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .featureState */ .SD)(prefix, issue.labels);
    if (state === "merged")
        return "merged";
    if (!issue.open && issue.number !== requirement.number)
        return "dropped";
    if (state === "needs-human")
        return "needs-human";
    const closedUnseen = pull?.state === "closed" && (0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .featureState */ .SD)(prefix, pull.labels) !== "needs-human";
    if (closedUnseen)
        return "needs-human";
    return pull?.state === "open" ? "open" : "queued";
}
/** A person paused this one feature. */
function isHeld({ snapshot }, issue) {
    return (0,_pull_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .isPaused */ .lP)(snapshot.config.label_prefix, undefined, issue?.labels ?? []);
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
