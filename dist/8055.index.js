export const id = 8055;
export const ids = [8055];
export const modules = {

/***/ 80169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ climb)
/* harmony export */ });
/** The first rung that holds. The last rung of a ladder always holds. */
function climb(ladder, facts) {
    const rung = ladder.find((candidate) => candidate.when(facts));
    if (rung === undefined)
        throw new Error("unreachable: the last rung of a ladder always holds");
    return {
        rung: rung.id,
        why: typeof rung.why === "string" ? rung.why : rung.why(facts),
        commands: rung.commands(facts),
        alarm: rung.alarm,
    };
}


/***/ }),

/***/ 86405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ decideMergePull)
/* harmony export */ });
/* unused harmony export PULL_LADDER */
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(80169);
/* harmony import */ var _deferral_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27381);
/* harmony import */ var _money_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49376);
/* harmony import */ var _state_block_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44917);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67185);
/* harmony import */ var _say_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2922);
/** What the merge agent does with a pull request of ours. Order is precedence; the last rung always holds. */






const BY_MESSAGE = {
    kind: "event",
    name: "the run that is at work sends the next message when it ends",
};
const BY_PERSON = {
    kind: "event",
    name: "a comment, review, label or pull request event rings the doorbell",
};
const ACTS = { kind: "acts" };
const PULL_LADDER = [
    {
        id: "landed",
        why: "It is merged: what is left is the bookkeeping.",
        when: ({ pull }) => pull.state === "merged",
        commands: (facts) => [
            ...(0,_say_js__WEBPACK_IMPORTED_MODULE_4__/* .featureBecomes */ .rp)(facts, "merged"),
            ...(facts.feature?.open && facts.feature.number !== facts.requirement?.number
                ? [{ do: "close", number: facts.feature.number, reason: "completed" }]
                : []),
            { do: "delete-branch", branch: facts.pull.branch, head: facts.pull.head },
        ],
        alarm: ACTS,
    },
    {
        id: "closed-by-a-person",
        why: "The pull request was closed without a merge. /nightshift retry builds it anew.",
        when: ({ pull }) => pull.state === "closed",
        commands: (facts) => facts.feature?.open && facts.requirement?.open
            ? [
                ...(0,_say_js__WEBPACK_IMPORTED_MODULE_4__/* .ask */ .kA)(facts, "closed-by-a-person", "**A person has to decide.** This pull request was closed without a merge. Comment `/nightshift retry` to build its feature anew, or close the feature's issue to drop it."),
                ...(0,_say_js__WEBPACK_IMPORTED_MODULE_4__/* .featureBecomes */ .rp)(facts, "needs-human"),
            ]
            : [],
        alarm: BY_PERSON,
    },
    {
        id: "requirement-closed",
        why: "Its requirement is closed or not in work any more.",
        when: ({ requirement }) => requirement === undefined || !requirement.open,
        commands: () => [],
        alarm: BY_PERSON,
    },
    {
        id: "feature-dropped",
        why: "A person closed the issue of its feature. Reopen that to go on.",
        when: ({ feature }) => feature !== undefined && !feature.open,
        commands: () => [],
        alarm: BY_PERSON,
    },
    {
        id: "paused",
        why: "Paused by a person. /nightshift resume goes on.",
        when: ({ paused }) => paused,
        commands: (facts) => (0,_say_js__WEBPACK_IMPORTED_MODULE_4__/* .explain */ .WE)(facts, "pending", "Paused by a person. /nightshift resume goes on."),
        alarm: BY_PERSON,
    },
    {
        id: "needs-human",
        why: "A person has to decide; the last comment says what. /nightshift retry goes on.",
        when: ({ needsHuman }) => needsHuman,
        commands: () => [],
        alarm: BY_PERSON,
    },
    {
        id: "draft",
        why: "It is a draft: whoever made it one says when it is ready.",
        when: ({ pull }) => pull.draft,
        commands: (facts) => (0,_say_js__WEBPACK_IMPORTED_MODULE_4__/* .explain */ .WE)(facts, "pending", "It is a draft; mark it as ready for review to go on."),
        alarm: BY_PERSON,
    },
    {
        id: "run-about-to-end",
        why: "The run that gave the result which is looked at has not ended yet.",
        when: ({ aboutToEnd }) => aboutToEnd,
        commands: () => [],
        alarm: { kind: "soon", seconds: 1 },
    },
    {
        id: "author-at-work",
        why: "The code agent is at work on it.",
        when: ({ authorAtWork }) => authorAtWork,
        commands: () => [],
        alarm: BY_MESSAGE,
    },
    {
        id: "reviewer-at-work",
        why: "The review agent is reading it.",
        when: ({ reviewerAtWork }) => reviewerAtWork,
        commands: () => [],
        alarm: BY_MESSAGE,
    },
    {
        id: "feature-over-budget",
        why: "It needs more work, and the money for this feature is spent.",
        when: (facts) => facts.usd >= facts.snapshot.config.budget.feature_usd && needsWork(facts),
        commands: (facts) => (0,_say_js__WEBPACK_IMPORTED_MODULE_4__/* .escalate */ .rh)(facts, "feature-over-budget", `It needs more work and has cost ${facts.usd.toFixed(2)} US dollars; \`budget.feature_usd\` allows ${facts.snapshot.config.budget.feature_usd}. Raise it first.`),
        alarm: BY_PERSON,
    },
    {
        id: "deferred",
        why: "The model's provider asked to wait; the comment says until when, and the first sweep after that goes on.",
        when: (facts) => facts.deferredUntil !== undefined && needsModel(facts),
        commands: (facts) => (0,_say_js__WEBPACK_IMPORTED_MODULE_4__/* .explain */ .WE)(facts, "pending", (0,_deferral_js__WEBPACK_IMPORTED_MODULE_0__/* .waitText */ .Lq)(facts.deferredUntil)),
        alarm: { kind: "sweep" },
    },
    {
        id: "requirement-over-budget",
        why: "It needs more work, and the money for its requirement is spent.",
        when: (facts) => needsModel(facts) && isSpent(facts, "requirement_usd"),
        commands: (facts) => {
            const { requirement_usd } = facts.snapshot.config.budget;
            return (0,_say_js__WEBPACK_IMPORTED_MODULE_4__/* .escalate */ .rh)(facts, "requirement-over-budget", `It needs more work, and the ${requirement_usd} US dollars of \`budget.requirement_usd\` are spent. Raise it first.`);
        },
        alarm: BY_PERSON,
    },
    {
        id: "day-over-budget",
        why: "It needs a model, and the money for this day is spent; the first sweep after midnight UTC goes on.",
        when: (facts) => needsModel(facts) && isSpent(facts, "day_usd"),
        commands: (facts) => (0,_say_js__WEBPACK_IMPORTED_MODULE_4__/* .explain */ .WE)(facts, "pending", "The money for this day is spent; goes on after midnight UTC."),
        alarm: { kind: "sweep" },
    },
    {
        id: "conflict",
        why: "It conflicts with its base branch; the code agent resolves it.",
        when: (facts) => facts.pull.mergeable === "no" && !exhausted(facts) && !facts.pull.foreignCommits,
        commands: (facts) => [...(0,_say_js__WEBPACK_IMPORTED_MODULE_4__/* .featureBecomes */ .rp)(facts, "fixing"), ...sendBack(facts)],
        alarm: ACTS,
    },
    {
        id: "conflict-for-a-person",
        why: (facts) => facts.pull.foreignCommits
            ? "It conflicts with its base branch and carries commits of people, which are never rewritten. Please resolve the conflict."
            : "It conflicts with its base branch, and the code agent could not resolve it.",
        when: (facts) => facts.pull.mergeable === "no",
        commands: (facts) => (0,_say_js__WEBPACK_IMPORTED_MODULE_4__/* .escalate */ .rh)(facts, "conflict-for-a-person", facts.pull.foreignCommits
            ? `It conflicts with \`${facts.pull.base.branch}\` and carries commits of people, which are never rewritten. Please resolve the conflict.`
            : `It conflicts with \`${facts.pull.base.branch}\`, and ${facts.codeRuns} runs of the code agent could not resolve it.`),
        alarm: BY_PERSON,
    },
    {
        id: "verification-without-result",
        why: "The verification broke off several times and gave no result.",
        when: (facts) => lacksVerification(facts) && facts.verifyRuns >= facts.snapshot.config.attempts,
        commands: (facts) => (0,_say_js__WEBPACK_IMPORTED_MODULE_4__/* .escalate */ .rh)(facts, "verification-without-result", `${facts.verifyRuns} verify runs on ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .short */ .h0)(facts.pull.head)} ended without a result; their logs say why.`),
        alarm: BY_PERSON,
    },
    {
        id: "unverified",
        why: "This head has no verification of ours yet; one is asked for.",
        when: (facts) => facts.verification.state === "none" && !exhausted(facts),
        commands: (facts) => askToVerify(facts),
        alarm: ACTS,
    },
    {
        id: "tests-red",
        why: "The verify commands fail at this head; the code agent fixes it.",
        when: (facts) => facts.verification.state === "failed" && !exhausted(facts),
        commands: (facts) => [...(0,_say_js__WEBPACK_IMPORTED_MODULE_4__/* .featureBecomes */ .rp)(facts, "fixing"), ...sendBack(facts)],
        alarm: ACTS,
    },
    {
        id: "tests-stay-red",
        why: "The verify commands still fail after the last allowed attempt.",
        when: ({ verification }) => verification.state !== "passed",
        commands: (facts) => (0,_say_js__WEBPACK_IMPORTED_MODULE_4__/* .escalate */ .rh)(facts, "tests-stay-red", `The verify commands do not pass after ${facts.codeRuns} runs of the code agent on this pull request.`),
        alarm: BY_PERSON,
    },
    {
        id: "unreviewed",
        why: "A verdict belongs to one commit, and this head has none yet; a review is asked for.",
        when: (facts) => facts.verdict === "none" && facts.reviewRuns < facts.snapshot.config.attempts,
        commands: (facts) => [
            ...(0,_say_js__WEBPACK_IMPORTED_MODULE_4__/* .featureBecomes */ .rp)(facts, "in-review"),
            {
                do: "send",
                type: "new_commits_pushed",
                from: "repo_manager",
                to: "reviewer",
                payload: { pull: facts.pull.number, head: facts.pull.head },
            },
        ],
        alarm: ACTS,
    },
    {
        id: "review-without-result",
        why: "The review agent ran several times on this head and gave no verdict.",
        when: ({ verdict }) => verdict === "none",
        commands: (facts) => (0,_say_js__WEBPACK_IMPORTED_MODULE_4__/* .escalate */ .rh)(facts, "review-without-result", `${facts.reviewRuns} review runs on ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .short */ .h0)(facts.pull.head)} ended without a verdict; their logs say why.`),
        alarm: BY_PERSON,
    },
    {
        id: "findings-open",
        why: "The review has open findings; the code agent answers them.",
        when: (facts) => (facts.verdict === "changes" || facts.changesAskedBy !== undefined) && !exhausted(facts),
        commands: (facts) => [...(0,_say_js__WEBPACK_IMPORTED_MODULE_4__/* .featureBecomes */ .rp)(facts, "fixing"), ...sendBack(facts)],
        alarm: ACTS,
    },
    {
        id: "rounds-exceeded",
        why: "Author and reviewer did not agree within the allowed rounds.",
        when: ({ verdict, changesAskedBy }) => verdict === "changes" || changesAskedBy !== undefined,
        commands: (facts) => (0,_say_js__WEBPACK_IMPORTED_MODULE_4__/* .escalate */ .rh)(facts, "rounds-exceeded", `Author and reviewer did not agree within ${facts.snapshot.config.rounds} rounds. Please look at the open threads.`),
        alarm: BY_PERSON,
    },
    {
        id: "base-moved",
        why: "The base moved since it was verified; exactly this merge is verified again.",
        when: ({ verification, pull }) => verification.state === "passed" && verification.base !== pull.base.head,
        commands: (facts) => askToVerify(facts),
        alarm: ACTS,
    },
    {
        id: "awaits-approval",
        why: (facts) => `${approvalReason(facts)} A person with write permission approves it.`,
        when: (facts) => facts.approvedBy === undefined && needsApproval(facts),
        commands: (facts) => [
            ...(0,_say_js__WEBPACK_IMPORTED_MODULE_4__/* .markRisks */ .wV)(facts),
            ...(0,_say_js__WEBPACK_IMPORTED_MODULE_4__/* .featureBecomes */ .rp)(facts, "ready-to-merge"),
            ...(0,_say_js__WEBPACK_IMPORTED_MODULE_4__/* .explain */ .WE)(facts, "pending", `Waits for a person's approval of ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .short */ .h0)(facts.pull.head)}.`),
            ...(0,_say_js__WEBPACK_IMPORTED_MODULE_4__/* .ask */ .kA)(facts, "awaits-approval", `**Ready, waits for a person.** ${approvalReason(facts)}\n\nReviewed and verified at ${facts.pull.head}. Approve it with an approving review, or comment \`/nightshift approve ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .short */ .h0)(facts.pull.head)}\`.`),
        ],
        alarm: BY_PERSON,
    },
    {
        id: "only-proposed",
        why: "mode: propose never merges; a person merges it.",
        when: ({ snapshot }) => snapshot.config.mode !== "merge",
        commands: (facts) => [
            ...(0,_say_js__WEBPACK_IMPORTED_MODULE_4__/* .featureBecomes */ .rp)(facts, "ready-to-merge"),
            ...(0,_say_js__WEBPACK_IMPORTED_MODULE_4__/* .explain */ .WE)(facts, "success", "Ready. mode: propose never merges; a person does."),
        ],
        alarm: BY_PERSON,
    },
    {
        id: "mergeability-unknown",
        why: "GitHub is still computing whether it can be merged.",
        when: ({ pull }) => pull.mergeable === "unknown",
        commands: () => [],
        alarm: { kind: "soon", seconds: 2 },
    },
    {
        id: "ready",
        why: "Reviewed, verified with this base, approved where needed and mergeable, all for this head.",
        when: () => true,
        commands: (facts) => [
            {
                do: "merge",
                pull: facts.pull.number,
                head: facts.pull.head,
                base: facts.pull.base,
                title: `${facts.pull.title} (#${facts.pull.number})`,
                message: squashMessage(facts),
            },
        ],
        alarm: ACTS,
    },
];
function decideMergePull(facts) {
    return (0,_command_js__WEBPACK_IMPORTED_MODULE_5__/* .climb */ .o)(PULL_LADDER, facts);
}
/** No further round of the code agent is allowed. */
function exhausted(facts) {
    const { rounds } = facts.snapshot.config;
    return facts.rounds >= rounds || facts.codeRuns >= rounds;
}
/** Nobody knows how exactly this merge fares. */
function lacksVerification({ verification, pull }) {
    return (verification.state === "none" || (verification.state === "passed" && verification.base !== pull.base.head));
}
/** Something at this head asks the code agent for a change. */
function needsWork({ pull, verification, verdict, changesAskedBy }) {
    return (pull.mergeable === "no" ||
        verification.state === "failed" ||
        verdict === "changes" ||
        changesAskedBy !== undefined);
}
/** The next step is one of the code or the review agent. */
function needsModel(facts) {
    return needsWork(facts) || (facts.verdict === "none" && facts.verification.state !== "none");
}
function isSpent({ snapshot, requirement }, cap) {
    if (requirement === undefined)
        return false;
    return (0,_money_js__WEBPACK_IMPORTED_MODULE_1__/* .restsOf */ .Pn)(snapshot, requirement).some((rest) => rest.cap === cap && rest.left <= 0);
}
function needsApproval(facts) {
    return facts.risks.length > 0 || facts.snapshot.config.approval.every_pull || facts.verdict === "comment";
}
function approvalReason(facts) {
    if (facts.verdict === "comment")
        return "The review could not decide everything by itself.";
    const reasons = {
        first: "it is the first pull request of this repository",
        dependencies: "it changes dependencies",
        database: "it touches stored data",
        ci: "it changes how the project is built or tested",
        large: "it is large",
    };
    const said = facts.risks.map((risk) => reasons[risk]);
    return said.length > 0
        ? `A person looks at it because ${said.join(" and ")}.`
        : "Every pull request is approved by a person here.";
}
function sendBack(facts) {
    const payload = { pull: facts.pull.number, head: facts.pull.head };
    return [
        { do: "send", type: "review_comments_received", from: "repo_manager", to: "coder", payload },
    ];
}
function askToVerify(facts) {
    const payload = { pull: facts.pull.number, head: facts.pull.head, base: facts.pull.base.head };
    return [{ do: "send", type: "verify_requested", from: "repo_manager", to: "coder", payload }];
}
/** Body of the squash commit: what the pull request says, then trailers by which the merge can be found and proved. */
function squashMessage(facts) {
    const text = (0,_state_block_js__WEBPACK_IMPORTED_MODULE_2__/* .visiblePart */ .MR)(facts.pull.body)
        .split("\n---\n")[0]
        ?.replace(/^(closes|fixes|resolves) #\d+\.?$/gim, "")
        .trim();
    const trailers = [
        `Nightshift-Pull: #${facts.pull.number}`,
        `Nightshift-Head: ${facts.pull.head}`,
        ...(facts.feature ? [`Nightshift-Feature: #${facts.feature.number}`] : []),
        ...(facts.requirement ? [`Nightshift-Requirement: #${facts.requirement.number}`] : []),
    ];
    return `${text ?? ""}\n\n${trailers.join("\n")}`.trim();
}


/***/ }),

/***/ 54707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ decideRequirement)
/* harmony export */ });
/* unused harmony export REQUIREMENT_LADDER */
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(80169);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70097);
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93991);
/* harmony import */ var _money_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49376);
/* harmony import */ var _requirement_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62845);
/* harmony import */ var _state_block_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44917);
/** What the merge agent does with a requirement: gets it planned, starts features, closes it. */






const BY_PERSON = { kind: "event", name: "a comment, label or issue event rings the doorbell" };
const BY_MESSAGE = {
    kind: "event",
    name: "the run that is at work sends the next message when it ends",
};
const ACTS = { kind: "acts" };
const SWEEP = { kind: "sweep" };
/** Where something is said, the label that ends the asking comes after it: see `escalate`. */
const REQUIREMENT_LADDER = [
    {
        id: "closed",
        why: "The issue is closed. Reopen it to go on.",
        when: (facts) => !facts.requirement.open && (facts.state === "complete" || !isOver(facts)),
        commands: () => [],
        alarm: BY_PERSON,
    },
    {
        id: "not-authorised",
        why: "Nobody with write permission asked for it.",
        when: ({ authorisation }) => authorisation.state === "none",
        commands: () => [],
        alarm: BY_PERSON,
    },
    {
        id: "paused",
        why: "Paused by a person. /nightshift resume goes on.",
        when: ({ paused }) => paused,
        commands: () => [],
        alarm: BY_PERSON,
    },
    {
        id: "text-changed",
        why: "Its text was changed by someone who may not write here.",
        when: ({ authorisation, state }) => authorisation.state === "text-changed" && state !== "complete",
        commands: (facts) => [
            say(facts, `**Paused.** @${facts.authorisation.state === "text-changed" ? facts.authorisation.by : ""} changed the text of this requirement after it was authorised and may not write here. When the text is right, comment \`/nightshift start\` to authorise it as it is now, or close the issue.`),
            ...becomes(facts, "paused"),
        ],
        alarm: BY_PERSON,
    },
    {
        id: "needs-human",
        why: "A person has to decide; the last comment says what. /nightshift retry goes on.",
        when: ({ state }) => state === "needs-human",
        commands: () => [],
        alarm: BY_PERSON,
    },
    {
        id: "complete",
        why: "Every feature is merged.",
        when: ({ state }) => state === "complete",
        commands: () => [],
        alarm: BY_PERSON,
    },
    {
        id: "only-observed",
        why: "mode: observe starts nothing.",
        when: ({ snapshot }) => snapshot.config.mode === "observe",
        commands: () => [],
        alarm: BY_PERSON,
    },
    {
        id: "planning",
        why: "The code agent is reading it.",
        when: ({ planning, features }) => planning.atWork &&
            (features.length === 0 || features.some((feature) => feature.progress === "untracked")),
        commands: () => [],
        alarm: BY_MESSAGE,
    },
    {
        id: "planning-deferred",
        why: "The model's provider asked to wait; the comment says until when, and the first sweep after that goes on.",
        when: ({ features, planning }) => features.length === 0 && planning.deferredUntil !== undefined,
        commands: (facts) => becomes(facts, "planning"),
        alarm: SWEEP,
    },
    {
        id: "day-over-budget",
        why: "The money for this day is spent; the first sweep after midnight UTC goes on.",
        when: (facts) => wouldStart(facts) && (0,_money_js__WEBPACK_IMPORTED_MODULE_2__/* .spentToday */ .qE)(facts.snapshot) >= facts.snapshot.config.budget.day_usd,
        commands: () => [],
        alarm: SWEEP,
    },
    {
        id: "unplanned",
        why: "It has no plan yet, or its features are not all tracked; the code agent is asked.",
        when: ({ features, planning, snapshot }) => (features.length === 0 || features.some((feature) => feature.progress === "untracked")) &&
            planning.attempts < snapshot.config.attempts,
        commands: (facts) => [
            ...becomes(facts, "planning"),
            {
                do: "send",
                type: "start_project",
                from: "repo_manager",
                to: "coder",
                payload: { issue: facts.requirement.number },
            },
        ],
        alarm: ACTS,
    },
    {
        id: "planning-without-result",
        why: "The code agent ran several times and gave no usable plan.",
        when: ({ features }) => features.length === 0 || features.some((feature) => feature.progress === "untracked"),
        commands: (facts) => [
            say(facts, `**A person has to decide.** ${facts.planning.attempts} runs of the code agent ended without a usable plan; their logs say why. Comment \`/nightshift retry\` to try again.`),
            ...becomes(facts, "needs-human"),
        ],
        alarm: BY_PERSON,
    },
    {
        id: "awaits-plan-approval",
        why: "The plan waits for a person: /nightshift approve.",
        when: _requirement_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .awaitsPlanApproval */ .u3,
        commands: (facts) => becomes(facts, "awaiting-approval"),
        alarm: BY_PERSON,
    },
    {
        id: "all-features-over",
        why: "Every feature is merged or was dropped by a person.",
        when: isOver,
        commands: (facts) => [
            ...ledger(facts, "complete"),
            say(facts, summary(facts)),
            ...(facts.requirement.open
                ? [{ do: "close", number: facts.requirement.number, reason: "completed" }]
                : []),
            ...becomes(facts, "complete"),
            ...proposal(facts),
        ],
        alarm: ACTS,
    },
    {
        id: "over-budget",
        why: "The money for this requirement is spent.",
        when: ({ usd, snapshot }) => usd >= snapshot.config.budget.requirement_usd,
        commands: (facts) => [
            say(facts, `**A person has to decide.** This requirement has cost ${facts.usd.toFixed(2)} US dollars; \`budget.requirement_usd\` allows ${facts.snapshot.config.budget.requirement_usd}. Raise it and comment \`/nightshift retry\`.`),
            ...becomes(facts, "needs-human"),
        ],
        alarm: BY_PERSON,
    },
    {
        id: "features-at-work",
        why: "A feature is in work; the next one starts when it is merged.",
        when: (facts) => facts.features.some(_requirement_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .isInWork */ .H0),
        commands: (facts) => becomes(facts, "building"),
        alarm: BY_MESSAGE,
    },
    {
        id: "feature-deferred",
        why: "The model's provider asked to wait; the comment says until when, and the first sweep after that goes on.",
        when: (facts) => (0,_requirement_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .readyFeatures */ .r8)(facts)[0]?.deferredUntil !== undefined,
        commands: (facts) => becomes(facts, "building"),
        alarm: SWEEP,
    },
    {
        id: "feature-without-result",
        why: "The code agent ran several times on a feature and opened no pull request.",
        when: (facts) => (0,_requirement_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .readyFeatures */ .r8)(facts)[0] !== undefined &&
            ((0,_requirement_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .readyFeatures */ .r8)(facts)[0]?.attempts ?? 0) >= facts.snapshot.config.attempts,
        commands: (facts) => [...becomes(facts, "building"), ...stuckFeature(facts)],
        alarm: BY_PERSON,
    },
    {
        id: "next-feature",
        why: "A slot is free and the next feature is ready.",
        when: (facts) => (0,_requirement_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .readyFeatures */ .r8)(facts).length > 0,
        commands: (facts) => [...becomes(facts, "building"), ...ledger(facts, "building"), ...startNext(facts)],
        alarm: ACTS,
    },
    {
        id: "features-need-a-person",
        why: "No feature can go on without a person.",
        when: () => true,
        commands: (facts) => becomes(facts, "building"),
        alarm: BY_PERSON,
    },
];
function decideRequirement(facts) {
    return (0,_command_js__WEBPACK_IMPORTED_MODULE_5__/* .climb */ .o)(REQUIREMENT_LADDER, facts);
}
/** Planned, and every feature is merged or dropped. */
function isOver({ features }) {
    return (features.length > 0 &&
        features.every((feature) => feature.progress === "merged" || feature.progress === "dropped"));
}
function becomes(facts, state) {
    const { requirement, snapshot } = facts;
    const change = (0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .labelChange */ .vp)(snapshot.config.label_prefix, _labels_js__WEBPACK_IMPORTED_MODULE_0__/* .REQUIREMENT_STATES */ .dp, state, requirement.labels);
    if (change.add.length + change.remove.length === 0)
        return [];
    return [{ do: "label", target: { number: requirement.number, nodeId: requirement.nodeId }, ...change }];
}
function say(facts, body) {
    return { do: "say", number: facts.requirement.number, id: undefined, body };
}
function startNext(facts) {
    const [next] = (0,_requirement_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .readyFeatures */ .r8)(facts);
    if (next?.issue === undefined)
        return [];
    const payload = { issue: facts.requirement.number, feature: next.issue.number };
    return [{ do: "send", type: "continue_next_feature", from: "repo_manager", to: "coder", payload }];
}
function stuckFeature(facts) {
    const [stuck] = (0,_requirement_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .readyFeatures */ .r8)(facts);
    if (stuck?.issue === undefined)
        return [];
    const { issue, attempts } = stuck;
    const prefix = facts.snapshot.config.label_prefix;
    return [
        {
            do: "say",
            number: issue.number,
            id: undefined,
            body: `**A person has to decide.** ${attempts} runs of the code agent ended without a pull request for this feature; their logs say why. Comment \`/nightshift retry\` to try again, or close this issue to drop the feature.`,
        },
        {
            do: "label",
            target: { number: issue.number, nodeId: issue.nodeId },
            ...(0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .labelChange */ .vp)(prefix, _labels_js__WEBPACK_IMPORTED_MODULE_0__/* .FEATURE_STATES */ .A9, "needs-human", issue.labels),
        },
    ];
}
/** There is a plan to be made, or a feature to be built and a place for it. */
function wouldStart(facts) {
    const { features } = facts;
    if (features.length === 0 || features.some(({ progress }) => progress === "untracked"))
        return true;
    return !(0,_requirement_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .awaitsPlanApproval */ .u3)(facts) && !features.some(_requirement_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .isInWork */ .H0) && (0,_requirement_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .readyFeatures */ .r8)(facts).length > 0;
}
/** Last of all: whatever becomes of it, the requirement is complete. */
function proposal({ snapshot, features }) {
    const pulls = features.flatMap(({ pull }) => (pull?.state === "merged" ? [pull.number] : []));
    return snapshot.config.lessons === "propose" && pulls.length > 0 ? [{ do: "propose-lessons", pulls }] : [];
}
/** Rewrites the sticky comment when what it shows has changed. */
function ledger(facts, state) {
    const { sticky } = facts.requirement;
    if (sticky?.block === undefined)
        return [];
    const block = { ...sticky.block, costs: (0,_money_js__WEBPACK_IMPORTED_MODULE_2__/* .costsOf */ .AR)(facts.snapshot, facts.requirement) };
    const body = (0,_state_block_js__WEBPACK_IMPORTED_MODULE_4__/* .withBlock */ .su)((0,_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .renderLedger */ .w)(facts, state), block);
    return body === sticky.body || (0,_state_block_js__WEBPACK_IMPORTED_MODULE_4__/* .visiblePart */ .MR)(body) === (0,_state_block_js__WEBPACK_IMPORTED_MODULE_4__/* .visiblePart */ .MR)(sticky.body)
        ? []
        : [{ do: "say", number: facts.requirement.number, id: sticky.id, body }];
}
function summary(facts) {
    const merged = facts.features.filter((feature) => feature.progress === "merged");
    const lines = merged.map(({ planned, pull }) => `- ${planned.title}${pull ? ` (#${pull.number}${pull.mergeCommit ? `, ${pull.mergeCommit.slice(0, 7)}` : ""})` : ""}`);
    const dropped = facts.features
        .filter((feature) => feature.progress === "dropped")
        .map(({ planned }) => `- ${planned.title}: dropped by a person`);
    return [
        `**Done.** ${merged.length === 1 ? "One feature is" : `${merged.length} features are`} merged.`,
        "",
        ...lines,
        ...dropped,
    ].join("\n");
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


/***/ })

};
