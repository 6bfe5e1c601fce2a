export const id = 8695;
export const ids = [8695];
export const modules = {

/***/ 38695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runRing: () => (/* binding */ runRing)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88343);
/* harmony import */ var _github_perform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55510);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63629);
/** Phase `ring`: the doorbell. Somebody acted; the manager is told to look, and nothing else. */




const Numbered = zod__WEBPACK_IMPORTED_MODULE_2__.object({ number: zod__WEBPACK_IMPORTED_MODULE_2__.int().positive(), pull_request: zod__WEBPACK_IMPORTED_MODULE_2__.unknown().optional() });
const Event = zod__WEBPACK_IMPORTED_MODULE_2__.object({
    issue: Numbered.optional(),
    pull_request: Numbered.optional(),
    comment: zod__WEBPACK_IMPORTED_MODULE_2__.object({ id: zod__WEBPACK_IMPORTED_MODULE_2__.int().positive() }).optional(),
});
async function runRing(job, facts, github) {
    const event = Event.parse(JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(facts.eventPath, "utf8")));
    const pull = event.pull_request?.number ?? (event.issue?.pull_request === undefined ? undefined : event.issue.number);
    const issue = pull === undefined ? event.issue?.number : undefined;
    const performer = {
        github,
        now: job.now,
        id: job.id,
        runUrl: (0,_job_js__WEBPACK_IMPORTED_MODULE_3__/* .runUrl */ .Vp)(facts),
        thread: undefined,
        labelIds: new Map(),
        labelPrefix: "",
        log: job.log,
    };
    await (0,_github_perform_js__WEBPACK_IMPORTED_MODULE_1__/* .send */ .tN)(performer, {
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


/***/ }),

/***/ 70097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A9: () => (/* binding */ FEATURE_STATES),
/* harmony export */   F7: () => (/* binding */ RISKS),
/* harmony export */   SD: () => (/* binding */ featureState),
/* harmony export */   UH: () => (/* binding */ stateLabel),
/* harmony export */   dj: () => (/* binding */ allLabels),
/* harmony export */   dp: () => (/* binding */ REQUIREMENT_STATES),
/* harmony export */   kC: () => (/* binding */ requirementLabel),
/* harmony export */   to: () => (/* binding */ requirementState),
/* harmony export */   uI: () => (/* binding */ riskLabel),
/* harmony export */   vp: () => (/* binding */ labelChange)
/* harmony export */ });
/** The labels: the visible half of the state, and the names of the states that people see. */
const REQUIREMENT_STATES = [
    "planning",
    "awaiting-approval",
    "building",
    "complete",
    "needs-human",
    "paused",
];
const FEATURE_STATES = [
    "queued",
    "implementing",
    "in-review",
    "fixing",
    "ready-to-merge",
    "merged",
    "needs-human",
];
const RISKS = ["first", "dependencies", "database", "ci", "large"];
const STATE_TEXT = {
    planning: ["c5def5", "The code agent is reading the requirement"],
    "awaiting-approval": ["fbca04", "A person approves the plan: /nightshift approve"],
    building: ["0e8a16", "Features are being built"],
    complete: ["5319e7", "Every feature is merged"],
    paused: ["d4c5f9", "Stopped by a person: /nightshift resume"],
    "needs-human": ["d93f0b", "A person has to decide; the last comment says what"],
    queued: ["ededed", "Waits for its turn"],
    implementing: ["c2e0c6", "The code agent is writing it"],
    "in-review": ["bfdadc", "The review agent is reading it"],
    fixing: ["fef2c0", "The code agent is answering findings"],
    "ready-to-merge": ["0e8a16", "Reviewed and verified at this head"],
    merged: ["5319e7", "Landed on the base branch"],
};
const RISK_TEXT = {
    first: "The first pull request of this repository",
    dependencies: "Changes what is installed",
    database: "Changes stored data or its schema",
    ci: "Changes how the project is built, tested or released",
    large: "Changes many lines",
};
/** The label that marks a requirement; adding it, by someone with write permission, authorises the work. */
function requirementLabel(prefix) {
    return prefix;
}
function stateLabel(prefix, state) {
    return `${prefix}:${state}`;
}
function riskLabel(prefix, risk) {
    return `${prefix}:risk-${risk}`;
}
/** Every label that Nightshift uses, for `init` and for the first run. */
function allLabels(prefix) {
    const states = new Set([...REQUIREMENT_STATES, ...FEATURE_STATES]);
    return [
        { name: requirementLabel(prefix), color: "1d76db", description: "A requirement for Nightshift to build" },
        ...[...states].map((state) => {
            const [color, description] = STATE_TEXT[state];
            return { name: stateLabel(prefix, state), color, description };
        }),
        ...RISKS.map((risk) => ({
            name: riskLabel(prefix, risk),
            color: "b60205",
            description: RISK_TEXT[risk],
        })),
    ];
}
/** The requirement's state by its labels; when a kill left two, the one that stops more wins. */
function requirementState(prefix, labels) {
    const precedence = [
        "paused",
        "needs-human",
        "complete",
        "awaiting-approval",
        "building",
        "planning",
    ];
    return precedence.find((state) => labels.includes(stateLabel(prefix, state)));
}
/** The feature's state by its labels; when a kill left two, the one that stops more wins. */
function featureState(prefix, labels) {
    const precedence = [
        "needs-human",
        "merged",
        "ready-to-merge",
        "fixing",
        "in-review",
        "implementing",
        "queued",
    ];
    return precedence.find((state) => labels.includes(stateLabel(prefix, state)));
}
/** Labels to add and to remove so that exactly `state` of `family` is left. Added first, then removed. */
function labelChange(prefix, family, state, labels) {
    const wanted = stateLabel(prefix, state);
    return {
        add: labels.includes(wanted) ? [] : [wanted],
        remove: family
            .map((other) => stateLabel(prefix, other))
            .filter((name) => name !== wanted && labels.includes(name)),
    };
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
