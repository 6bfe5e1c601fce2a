export const id = 5241;
export const ids = [5241,345];
export const modules = {

/***/ 5030:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B5: () => (/* binding */ stopHere),
/* harmony export */   IK: () => (/* binding */ lookAgain),
/* harmony export */   XM: () => (/* binding */ whyPaused),
/* harmony export */   ns: () => (/* binding */ readOutcome),
/* harmony export */   v6: () => (/* binding */ defer)
/* harmony export */ });
/* harmony import */ var _domain_deferral_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27381);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49285);
/* harmony import */ var _domain_outcome_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25772);
/* harmony import */ var _domain_pull_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99331);
/* harmony import */ var _domain_requirement_facts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(62845);
/* harmony import */ var _github_observe_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(68331);
/* harmony import */ var _github_perform_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(55510);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(35245);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(63629);
/* harmony import */ var _performer_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(51912);
/** What both apply phases share: look again, and stop when the work is no longer wanted. */










/** Live state again, between the model's work and the first write. */
async function lookAgain(job, facts, github, order) {
    const snapshot = await (0,_github_observe_js__WEBPACK_IMPORTED_MODULE_5__/* .observe */ .l)(github, {
        now: job.now,
        threadsOf: order.pull ? [order.pull.number] : [],
        runs: order.mode === "verify",
        knownWriters: new Map([[order.requirement.by, true]]),
    });
    const requirement = snapshot.requirements.find((candidate) => candidate.number === order.requirement.number);
    if (requirement === undefined)
        return { desk: undefined, stop: `#${order.requirement.number} was closed meanwhile.` };
    const pull = snapshot.pulls.find((candidate) => candidate.number === order.pull?.number);
    const performer = (0,_performer_js__WEBPACK_IMPORTED_MODULE_8__/* .performerOf */ .u)(job, facts, github, snapshot, order.thread);
    const desk = {
        job,
        facts,
        github,
        order,
        snapshot,
        requirement: (0,_domain_requirement_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .requirementFactsOf */ .Mq)(snapshot, requirement),
        pull: pull ? (0,_domain_pull_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .factsOf */ .xS)(snapshot, pull) : undefined,
        performer,
    };
    const stop = whyStop(desk);
    return stop === undefined ? { desk, stop } : { desk, stop };
}
/** Why this work is no longer wanted; undefined when it is. */
function whyStop(desk) {
    const { order, requirement, pull } = desk;
    const { number, open } = requirement.requirement;
    if (!open)
        return `#${number} was closed meanwhile.`;
    if (requirement.authorisation.state !== "authorised")
        return `#${number} is no longer authorised as it stands.`;
    const issue = featureOf(desk)?.issue;
    if (issue?.open === false)
        return `#${issue.number} was closed meanwhile.`;
    if (order.pull && pull?.pull.state !== "open")
        return `#${order.pull.number} was closed or merged meanwhile.`;
    return whyPaused(desk);
}
/** What a person paused of all that this work belongs to. While it is paused, nothing at all is written. */
function whyPaused(desk) {
    const { snapshot, requirement, pull } = desk;
    if (requirement.paused)
        return `#${requirement.requirement.number} was paused meanwhile.`;
    const issue = featureOf(desk)?.issue;
    if ((0,_domain_pull_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .isPaused */ .lP)(snapshot.config.label_prefix, undefined, issue?.labels ?? []))
        return `#${issue?.number} was paused meanwhile.`;
    return pull?.paused ? `#${pull.pull.number} was paused meanwhile.` : undefined;
}
function featureOf({ order, requirement }) {
    return requirement.features.find(({ planned }) => planned.number === order.feature?.number);
}
/**
 * The provider was not to be had. When it said until when, that is written where the work belongs, so that nothing starts it
 * before. The run ends red: it counts as an attempt, so that a person is asked in the end.
 */
async function defer(desk, { message, resumeAfter }) {
    const { job, order, performer } = desk;
    const number = order.pull?.number ?? order.feature?.number ?? order.requirement.number;
    if (resumeAfter)
        await (0,_github_perform_js__WEBPACK_IMPORTED_MODULE_6__/* .perform */ .y9)(performer, [
            { do: "say", number, id: undefined, body: (0,_domain_deferral_js__WEBPACK_IMPORTED_MODULE_0__/* .renderDeferral */ .ce)(resumeAfter, job.now(), message) },
        ]);
    const when = resumeAfter ? ` after ${resumeAfter}` : "";
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("MODEL_UNREACHABLE", `${message} The next sweep${when} starts it again.`);
}
async function stopHere(job, why) {
    job.log(`nothing was written: ${why}`);
    await job.summarise(`Nothing was written. ${why}`);
}
/** Undefined: the agent job was lost or cut; nothing is known, the manager's sweep asks again. */
async function readOutcome({ job, facts, order }) {
    try {
        const outcome = await (0,_context_js__WEBPACK_IMPORTED_MODULE_7__/* .readJson */ .Vh)((0,_job_js__WEBPACK_IMPORTED_MODULE_9__/* .places */ .zn)(facts).outcome, _domain_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .Outcome */ .Pi);
        if (outcome.order === order.id && outcome.mode === order.mode)
            return outcome;
        job.warn("The outcome belongs to another work order; nothing was written.");
    }
    catch (error) {
        job.warn(`The agent job left no outcome, so nothing was written; the next sweep starts it again. ${(0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`);
    }
    return undefined;
}


/***/ }),

/***/ 75417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L7: () => (/* binding */ bookCost),
/* harmony export */   ii: () => (/* binding */ readCost),
/* harmony export */   rs: () => (/* binding */ costText),
/* harmony export */   vU: () => (/* binding */ rememberCost)
/* harmony export */ });
/* harmony import */ var _domain_state_block_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44917);
/* harmony import */ var _github_perform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55510);
/* harmony import */ var _apply_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5030);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35245);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63629);
/** Books what a run cost, whatever came of it: on its pull request, in its requirement's ledger, or in a comment of its own. */





/** What the agent job spent, also when it was killed before its outcome; undefined when no model was asked. */
async function readCost({ facts }) {
    const cost = await (0,_context_js__WEBPACK_IMPORTED_MODULE_3__/* .readJson */ .Vh)((0,_job_js__WEBPACK_IMPORTED_MODULE_4__/* .places */ .zn)(facts).cost, _domain_state_block_js__WEBPACK_IMPORTED_MODULE_0__/* .RunCost */ .h$).catch(() => undefined);
    return cost && cost.turns > 0 ? { ...cost, run: facts.runId } : undefined;
}
/**
 * Books a run that ended without a result. An edit notifies nobody; a comment is made only where there is nothing to edit. What
 * a run cost that a person paused stands in its log alone.
 */
async function bookCost(desk, cost) {
    if (cost === undefined)
        return;
    if ((0,_apply_js__WEBPACK_IMPORTED_MODULE_2__/* .whyPaused */ .XM)(desk) !== undefined)
        return desk.job.log(`paused, so nothing is written: this run cost ${costText(cost)}`);
    const { github, requirement } = desk;
    if (desk.pull)
        return rememberCost(desk, cost);
    const { number, sticky } = requirement.requirement;
    if (sticky?.block === undefined) {
        const block = { v: 1, kind: "cost", cost };
        const body = (0,_domain_state_block_js__WEBPACK_IMPORTED_MODULE_0__/* .withBlock */ .su)(`A run ended without a result and cost ${costText(cost)}.`, block);
        return (0,_github_perform_js__WEBPACK_IMPORTED_MODULE_1__/* .perform */ .y9)(desk.performer, [{ do: "say", number, id: undefined, body }]);
    }
    const block = { ...sticky.block, costs: withCost(sticky.block.costs, cost).slice(-400) };
    await github.rest("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", { comment_id: sticky.id, body: (0,_domain_state_block_js__WEBPACK_IMPORTED_MODULE_0__/* .withBlock */ .su)((0,_domain_state_block_js__WEBPACK_IMPORTED_MODULE_0__/* .visiblePart */ .MR)(sticky.body), block) }, "safe");
}
/** Books another run in the pull request's body. */
async function rememberCost({ github, pull }, cost) {
    if (pull?.pull.block === undefined)
        return;
    const block = { ...pull.pull.block, costs: withCost(pull.pull.block.costs, cost).slice(-100) };
    const body = (0,_domain_state_block_js__WEBPACK_IMPORTED_MODULE_0__/* .withBlock */ .su)((0,_domain_state_block_js__WEBPACK_IMPORTED_MODULE_0__/* .visiblePart */ .MR)(pull.pull.body), block);
    await github.rest("PATCH /repos/{owner}/{repo}/pulls/{pull_number}", { pull_number: pull.pull.number, body }, "safe");
}
function withCost(costs, cost) {
    return [...costs.filter((other) => other.run !== cost.run), cost];
}
function costText(cost) {
    return `${cost.turns} turns, ${cost.tokens} tokens${cost.usd === null ? "" : `, ${cost.usd.toFixed(2)} US dollars`}`;
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

/***/ 51729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ parseDiff)
/* harmony export */ });
/* unused harmony export changedLines */
/** Reads `git diff` text into files, hunks and lines with exact arithmetic. Pure and linear in the input. */
const HUNK = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@([\s\S]*)$/;
/** Parses the output of `git diff` (unified, with or without `--binary`). Combined diffs are refused by an empty result. */
function parseDiff(text) {
    const files = [];
    const lines = text.split("\n");
    if (lines.at(-1) === "")
        lines.pop();
    let at = 0;
    while (at < lines.length) {
        if (!lines[at]?.startsWith("diff --git ")) {
            at += 1;
            continue;
        }
        const [file, next] = readFile(lines, at);
        files.push(file);
        at = next;
    }
    return files;
}
function readFile(lines, start) {
    const [oldPath, newPath] = pathsOfHeader(lines[start] ?? "");
    const file = {
        path: newPath,
        oldPath,
        change: "modified",
        binary: false,
        modes: { old: undefined, new: undefined },
        hunks: [],
    };
    let at = start + 1;
    while (at < lines.length) {
        const line = lines[at] ?? "";
        if (line.startsWith("diff --git "))
            break;
        if (line.startsWith("@@ ")) {
            at = readHunk(lines, at, file);
            continue;
        }
        readExtendedHeader(line, file);
        at += 1;
    }
    return [file, at];
}
function readExtendedHeader(line, file) {
    const value = (prefix) => (line.startsWith(prefix) ? line.slice(prefix.length) : undefined);
    const added = value("new file mode ");
    const deleted = value("deleted file mode ");
    if (added !== undefined) {
        file.change = "added";
        file.modes.new = added;
    }
    else if (deleted !== undefined) {
        file.change = "deleted";
        file.modes.old = deleted;
    }
    else if (line.startsWith("old mode "))
        file.modes.old = line.slice(9);
    else if (line.startsWith("new mode "))
        file.modes.new = line.slice(9);
    else if (line.startsWith("rename from ")) {
        file.change = "renamed";
        file.oldPath = unquote(line.slice(12));
    }
    else if (line.startsWith("rename to "))
        file.path = unquote(line.slice(10));
    else if (line.startsWith("copy from ")) {
        file.change = "copied";
        file.oldPath = unquote(line.slice(10));
    }
    else if (line.startsWith("copy to "))
        file.path = unquote(line.slice(8));
    else if (line.startsWith("Binary files ") || line === "GIT binary patch")
        file.binary = true;
    else if (line.startsWith("--- ") && line !== "--- /dev/null")
        file.oldPath = sidePath(line.slice(4));
    else if (line.startsWith("+++ ") && line !== "+++ /dev/null")
        file.path = sidePath(line.slice(4));
    if (file.change === "deleted")
        file.path = file.oldPath;
}
function readHunk(lines, start, file) {
    const match = HUNK.exec(lines[start] ?? "");
    if (!match)
        return start + 1;
    const count = (text) => (text === undefined ? 1 : Number(text));
    const hunk = {
        id: `${file.path}#${file.hunks.length + 1}`,
        oldStart: Number(match[1]),
        oldCount: count(match[2]),
        newStart: Number(match[3]),
        newCount: count(match[4]),
        section: (match[5] ?? "").trim(),
        lines: [],
    };
    let oldLine = hunk.oldStart;
    let newLine = hunk.newStart;
    const oldEnd = hunk.oldStart + hunk.oldCount;
    const newEnd = hunk.newStart + hunk.newCount;
    let at = start + 1;
    while (at < lines.length && (oldLine < oldEnd || newLine < newEnd || lines[at]?.startsWith("\\"))) {
        const line = lines[at] ?? "";
        const text = line.slice(1);
        if (line.startsWith("\\")) {
            const last = hunk.lines.at(-1);
            if (last)
                last.noNewline = true;
        }
        else if (line.startsWith("+")) {
            hunk.lines.push({ kind: "added", old: undefined, new: newLine, text, noNewline: false });
            newLine += 1;
        }
        else if (line.startsWith("-")) {
            hunk.lines.push({ kind: "deleted", old: oldLine, new: undefined, text, noNewline: false });
            oldLine += 1;
        }
        else {
            hunk.lines.push({ kind: "context", old: oldLine, new: newLine, text, noNewline: false });
            oldLine += 1;
            newLine += 1;
        }
        at += 1;
    }
    file.hunks.push(hunk);
    return at;
}
function sidePath(text) {
    const path = unquote(text.replace(/\t$/, ""));
    return path.replace(/^[ab]\//, "");
}
/** `diff --git a/x b/x`: only used when no `---`/`+++` or rename line says it better, so both paths are equal. */
function pathsOfHeader(line) {
    const rest = line.slice("diff --git ".length);
    if (rest.startsWith('"')) {
        const end = endOfQuoted(rest);
        return [sidePath(rest.slice(0, end)), sidePath(rest.slice(end + 1))];
    }
    const middle = (rest.length - 1) / 2;
    if (Number.isInteger(middle) && rest[middle] === " ")
        return [sidePath(rest.slice(0, middle)), sidePath(rest.slice(middle + 1))];
    const split = rest.indexOf(" b/");
    return split < 0 ? [rest, rest] : [sidePath(rest.slice(0, split)), sidePath(rest.slice(split + 1))];
}
function endOfQuoted(text) {
    for (let at = 1; at < text.length; at += 1) {
        if (text[at] === "\\")
            at += 1;
        else if (text[at] === '"')
            return at + 1;
    }
    return text.length;
}
const ESCAPES = {
    a: 7,
    b: 8,
    t: 9,
    n: 10,
    v: 11,
    f: 12,
    r: 13,
    '"': 34,
    "\\": 92,
};
/** Undoes git's C-style quoting of unusual paths. */
function unquote(text) {
    if (!text.startsWith('"') || !text.endsWith('"'))
        return text;
    const inner = text.slice(1, -1);
    const bytes = [];
    for (let at = 0; at < inner.length; at += 1) {
        const character = inner[at] ?? "";
        if (character !== "\\") {
            bytes.push(...new TextEncoder().encode(String.fromCodePoint(inner.codePointAt(at) ?? 0)));
            if ((inner.codePointAt(at) ?? 0) > 0xffff)
                at += 1;
            continue;
        }
        const octal = /^[0-7]{3}/.exec(inner.slice(at + 1))?.[0];
        if (octal) {
            bytes.push(Number.parseInt(octal, 8));
            at += 3;
        }
        else {
            at += 1;
            bytes.push(ESCAPES[inner[at] ?? ""] ?? 63);
        }
    }
    return new TextDecoder().decode(new Uint8Array(bytes));
}
/** Lines added and deleted in a file. */
function changedLines(file) {
    let added = 0;
    let deleted = 0;
    for (const hunk of file.hunks) {
        for (const line of hunk.lines) {
            if (line.kind === "added")
                added += 1;
            if (line.kind === "deleted")
                deleted += 1;
        }
    }
    return { added, deleted };
}


/***/ }),

/***/ 25772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pi: () => (/* binding */ Outcome),
/* harmony export */   of: () => (/* binding */ Evidence)
/* harmony export */ });
/* unused harmony export CommandResult */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(64377);
/* harmony import */ var _feature_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19410);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39813);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57024);
/* harmony import */ var _state_block_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44917);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67185);
/** What an agent job leaves behind, and what a verify job saw. Written by the job that ran the model: data, never trusted. */






const common = {
    v: zod__WEBPACK_IMPORTED_MODULE_5__.literal(1),
    order: zod__WEBPACK_IMPORTED_MODULE_5__.uuid(),
    status: zod__WEBPACK_IMPORTED_MODULE_5__["enum"](["done", "nothing_to_do", "failed", "blocked", "deferred", "cancelled"]),
    /** Typed stop of the agent loop. */
    cause: zod__WEBPACK_IMPORTED_MODULE_5__.string().max(40),
    /** One sentence for people. */
    message: zod__WEBPACK_IMPORTED_MODULE_5__.string().max(4_000),
    summary: zod__WEBPACK_IMPORTED_MODULE_5__.string().max(4_000),
    blockers: zod__WEBPACK_IMPORTED_MODULE_5__.array(zod__WEBPACK_IMPORTED_MODULE_5__.strictObject({ kind: zod__WEBPACK_IMPORTED_MODULE_5__.string().max(60), detail: zod__WEBPACK_IMPORTED_MODULE_5__.string().max(2_000) })).max(20),
    sandbox: zod__WEBPACK_IMPORTED_MODULE_5__.string().max(200),
    /** Calls that needed a person or a wider sandbox. */
    escalations: zod__WEBPACK_IMPORTED_MODULE_5__.array(_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .Escalation */ .UN).max(50).default([]),
    cost: _state_block_js__WEBPACK_IMPORTED_MODULE_3__/* .RunCost */ .h$,
    resumeAfter: zod__WEBPACK_IMPORTED_MODULE_6__.datetime().optional(),
    /** Tree that the patch applies to. */
    from: _words_js__WEBPACK_IMPORTED_MODULE_4__/* .Sha */ .$R,
    /** False: nothing was changed. */
    patch: zod__WEBPACK_IMPORTED_MODULE_5__.boolean(),
};
const Outcome = zod__WEBPACK_IMPORTED_MODULE_5__.discriminatedUnion("mode", [
    zod__WEBPACK_IMPORTED_MODULE_5__.strictObject({ ...common, mode: zod__WEBPACK_IMPORTED_MODULE_5__.literal("plan"), output: _feature_js__WEBPACK_IMPORTED_MODULE_0__/* .Plan */ .cw.optional() }),
    zod__WEBPACK_IMPORTED_MODULE_5__.strictObject({ ...common, mode: zod__WEBPACK_IMPORTED_MODULE_5__.literal("implement"), output: _finding_js__WEBPACK_IMPORTED_MODULE_1__/* .ImplementOutput */ .HA.optional() }),
    zod__WEBPACK_IMPORTED_MODULE_5__.strictObject({ ...common, mode: zod__WEBPACK_IMPORTED_MODULE_5__.literal("feedback"), output: _finding_js__WEBPACK_IMPORTED_MODULE_1__/* .FeedbackOutput */ .T6.optional() }),
    zod__WEBPACK_IMPORTED_MODULE_5__.strictObject({ ...common, mode: zod__WEBPACK_IMPORTED_MODULE_5__.literal("conflict"), output: _finding_js__WEBPACK_IMPORTED_MODULE_1__/* .ConflictOutput */ .i1.optional() }),
    zod__WEBPACK_IMPORTED_MODULE_5__.strictObject({
        ...common,
        mode: zod__WEBPACK_IMPORTED_MODULE_5__.literal("review"),
        output: _finding_js__WEBPACK_IMPORTED_MODULE_1__/* .ReviewOutput */ .uU.optional(),
        /** Hunks that no model read, by a named reason; any of them forbids approval. */
        deferred: zod__WEBPACK_IMPORTED_MODULE_5__.array(zod__WEBPACK_IMPORTED_MODULE_5__.strictObject({ path: zod__WEBPACK_IMPORTED_MODULE_5__.string().max(500), hunk: zod__WEBPACK_IMPORTED_MODULE_5__.string().max(80), why: zod__WEBPACK_IMPORTED_MODULE_5__.string().max(200) }))
            .max(2_000)
            .default([]),
    }),
]);
const CommandResult = zod__WEBPACK_IMPORTED_MODULE_5__.strictObject({
    command: zod__WEBPACK_IMPORTED_MODULE_5__.string().max(2_000),
    exitCode: zod__WEBPACK_IMPORTED_MODULE_5__.int().nullable(),
    ms: zod__WEBPACK_IMPORTED_MODULE_5__.number().nonnegative(),
    /** Last lines of the output of a command that failed. */
    tail: zod__WEBPACK_IMPORTED_MODULE_5__.string().max(4_000),
});
/** Verification of exactly one merge: set-up and verify commands on the base with the change applied. */
const Evidence = zod__WEBPACK_IMPORTED_MODULE_5__.strictObject({
    v: zod__WEBPACK_IMPORTED_MODULE_5__.literal(1),
    order: zod__WEBPACK_IMPORTED_MODULE_5__.uuid(),
    passed: zod__WEBPACK_IMPORTED_MODULE_5__.boolean(),
    base: _words_js__WEBPACK_IMPORTED_MODULE_4__/* .Sha */ .$R,
    /** Tree that the commands ran on. */
    tree: _words_js__WEBPACK_IMPORTED_MODULE_4__/* .Sha */ .$R,
    sandbox: zod__WEBPACK_IMPORTED_MODULE_5__.string().max(200),
    commands: zod__WEBPACK_IMPORTED_MODULE_5__.array(CommandResult).max(40),
    /** Why it could not run, when it could not. */
    problem: zod__WEBPACK_IMPORTED_MODULE_5__.string().max(2_000).default(""),
});


/***/ }),

/***/ 13645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ ROUTES),
/* harmony export */   j: () => (/* binding */ afterReview)
/* harmony export */ });
const ROUTES = {
    start_project: {
        from: ["person", "repo_manager"],
        to: "coder",
        event: "nightshift-code",
        why: "A requirement is authorised and has no plan yet.",
    },
    human_acted: {
        from: ["person", "coder"],
        to: "repo_manager",
        event: "nightshift-merge",
        why: "A person acted, or a feature turned out to be there already: observe again.",
    },
    continue_next_feature: {
        from: ["repo_manager", "coder"],
        to: "coder",
        event: "nightshift-code",
        why: "A slot is free and the feature is ready.",
    },
    pr_created: {
        from: ["coder"],
        to: "reviewer",
        event: "nightshift-review",
        why: "A new pull request wants its first review.",
    },
    new_commits_pushed: {
        from: ["coder", "repo_manager"],
        to: "reviewer",
        event: "nightshift-review",
        why: "A new head wants a review.",
    },
    verify_requested: {
        from: ["repo_manager"],
        to: "coder",
        event: "nightshift-code",
        why: "Exactly this merge is not yet verified.",
    },
    review_comments_posted: {
        from: ["reviewer", "coder"],
        to: "repo_manager",
        event: "nightshift-merge",
        why: "The round limit is reached or a person is needed.",
    },
    review_comments_received: {
        from: ["repo_manager", "reviewer", "coder"],
        to: "coder",
        event: "nightshift-code",
        why: "The head has open findings, red tests or a conflict.",
    },
    review_approved: {
        from: ["reviewer", "coder"],
        to: "repo_manager",
        event: "nightshift-merge",
        why: "The head may be ready to merge.",
    },
    pr_merged: { from: ["repo_manager"], to: "person", event: undefined, why: "Recorded and told." },
    all_features_complete: {
        from: ["repo_manager"],
        to: "person",
        event: undefined,
        why: "Recorded and told.",
    },
};
/** What the reviewer's verdict rings: the coder directly while rounds are left, else the manager. */
function afterReview(review) {
    if (review.verdict === "approved")
        return "review_approved";
    return review.verdict === "changes" && review.round < review.maxRounds
        ? "review_comments_received"
        : "review_comments_posted";
}


/***/ }),

/***/ 40345:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ GitHubRefusal),
  connectGitHub: () => (/* binding */ connectGitHub)
});

// EXTERNAL MODULE: ./node_modules/@actions/github/lib/github.js + 22 modules
var github = __webpack_require__(92413);
// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(49285);
;// CONCATENATED MODULE: ./lib/github/pace.js
/** Write pacing: a token bucket under GitHub's secondary limits (80 content-creating requests a minute, 500 an hour). */
const BURST = 40;
const PER_MINUTE = 60;
function createPace(options) {
    let tokens = BURST;
    let filled = options.now();
    return {
        async take() {
            if (options.off)
                return;
            const now = options.now();
            tokens = Math.min(BURST, tokens + ((now - filled) / 60_000) * PER_MINUTE);
            filled = now;
            tokens -= 1;
            if (tokens < 0)
                await options.sleep((-tokens / PER_MINUTE) * 60_000);
        },
    };
}

;// CONCATENATED MODULE: ./lib/github/client.js
/** The one connection to GitHub: REST and GraphQL through @actions/github, one retry policy, paced writes, counted requests. */



/** GitHub understood and said no: 4xx. */
class GitHubRefusal extends errors/* NightshiftError */.nc {
    status;
    constructor(status, message, options) {
        super("GITHUB_REFUSED", message, options);
        this.status = status;
    }
}
const TRIES = 4;
const LONGEST_WAIT = 60_000;
function connectGitHub(options) {
    const { repository, apiUrl, sleep = defaultSleep, random = Math.random, now = Date.now } = options;
    const [owner = "", name = ""] = repository.split("/");
    const octokit = (0,github/* getOctokit */.Q)(options.token, {
        baseUrl: apiUrl,
        ...(options.fetch ? { request: { fetch: options.fetch } } : {}),
    });
    const pace = createPace({ off: isLoopback(apiUrl), now, sleep });
    let sent = 0;
    async function attempt(what, repeat, write, send) {
        for (let tries = 1;; tries += 1) {
            if (write)
                await pace.take();
            sent += 1;
            try {
                return await send();
            }
            catch (error) {
                const failure = classify(what, error, now());
                const again = failure.retryAfter ??
                    (failure.kind === "unreachable" && repeat === "safe" ? backoff(tries, random) : undefined);
                if (again === undefined || tries >= TRIES || again > LONGEST_WAIT)
                    throw failure.error;
                await sleep(again);
            }
        }
    }
    return {
        repository,
        owner,
        name,
        requests: () => sent,
        async rest(route, parameters = {}, repeat) {
            const write = !route.startsWith("GET ");
            return attempt(route, repeat ?? (write ? "once" : "safe"), write, async () => {
                const response = await octokit.request(route, { owner, repo: name, ...parameters });
                return { status: response.status, data: response.data, headers: { ...response.headers } };
            });
        },
        async graphql(document, variables, repeat) {
            const write = document.startsWith("mutation");
            return attempt(document.slice(0, document.indexOf("(")), repeat ?? (write ? "once" : "safe"), write, () => octokit.graphql(document, variables));
        },
    };
}
/**
 * What an octokit error means. Rate limits are known by their headers or by GitHub's own words; GraphQL reports its limit with
 * status 200 (docs: rate-limits-for-the-rest-api, rate-limits-and-query-limits-for-the-graphql-api).
 */
function classify(what, thrown, now) {
    const status = numberIn(thrown, "status");
    const headers = headersOf(thrown);
    const refusal = status === undefined && thrown instanceof Error && thrown.name === "GraphqlResponseError";
    const told = headers["retry-after"] !== undefined || headers["x-ratelimit-remaining"] === "0";
    const worded = /\brate limit/i.test((0,errors/* messageOf */.bD)(thrown));
    if (status === 429 || (status === 403 && (told || worded)) || (refusal && worded)) {
        const retryAfter = waitOf(headers, now);
        const error = new errors/* NightshiftError */.nc("GITHUB_RATE_LIMITED", `GitHub limits our requests (${what}); it asks to wait ${spanText(retryAfter)}. The next sweep goes on.`, { cause: thrown });
        return { kind: "limited", retryAfter, error };
    }
    if (status !== undefined && status >= 400 && status < 500) {
        return {
            kind: "refused",
            retryAfter: undefined,
            error: new GitHubRefusal(status, `GitHub refused ${what}: ${status} ${(0,errors/* messageOf */.bD)(thrown)}`, {
                cause: thrown,
            }),
        };
    }
    if (refusal) {
        return {
            kind: "refused",
            retryAfter: undefined,
            error: new GitHubRefusal(200, `GitHub refused ${what}: ${(0,errors/* messageOf */.bD)(thrown)}`, { cause: thrown }),
        };
    }
    const error = new errors/* NightshiftError */.nc("GITHUB_UNREACHABLE", `GitHub did not answer ${what}: ${(0,errors/* messageOf */.bD)(thrown)}`, { cause: thrown });
    return { kind: "unreachable", retryAfter: undefined, error };
}
function waitOf(headers, now) {
    const after = Number(headers["retry-after"]);
    if (Number.isFinite(after) && after >= 0)
        return after * 1_000;
    const reset = Number(headers["x-ratelimit-reset"]);
    return headers["x-ratelimit-remaining"] === "0" && Number.isFinite(reset)
        ? Math.max(0, reset * 1_000 - now)
        : LONGEST_WAIT;
}
function spanText(milliseconds) {
    const seconds = Math.ceil(milliseconds / 1_000);
    return seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
function numberIn(thrown, key) {
    if (typeof thrown !== "object" || thrown === null || !(key in thrown))
        return undefined;
    const value = thrown[key];
    return typeof value === "number" ? value : undefined;
}
function headersOf(thrown) {
    if (typeof thrown !== "object" || thrown === null)
        return {};
    // A RequestError keeps them in its response, a GraphqlResponseError has them itself.
    const carriers = ["response" in thrown ? thrown.response : undefined, thrown];
    for (const carrier of carriers) {
        if (typeof carrier !== "object" || carrier === null || !("headers" in carrier))
            continue;
        if (typeof carrier.headers === "object" && carrier.headers !== null)
            return { ...carrier.headers };
    }
    return {};
}
function backoff(tries, random) {
    return 500 * 2 ** (tries - 1) * (0.5 + random() / 2);
}
function isLoopback(url) {
    return /^https?:\/\/(127\.|localhost|\[::1\])/.test(url);
}
function defaultSleep(milliseconds) {
    return new Promise((resolve) => setTimeout(resolve, milliseconds));
}


/***/ }),

/***/ 68331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ observe)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _domain_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67185);
/* harmony import */ var _wide_question_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25825);
/** Reads live state into a snapshot. The question leaves at once; what understands the answer is loaded while GitHub thinks. */



/** Reading code keeps the event loop from sending, so the request gets a head start. */
const HEAD_START_MS = 20;
let understanding;
/** The repository as it is now. Throws CONFIG_INVALID when its configuration on the default branch cannot be read. */
async function observe(github, options) {
    const prefix = options.labelPrefix ?? _domain_words_js__WEBPACK_IMPORTED_MODULE_1__/* .DEFAULT_LABEL_PREFIX */ .qu;
    understanding ??= (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(HEAD_START_MS).then(() => Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(9534), __webpack_require__.e(6480)]).then(__webpack_require__.bind(__webpack_require__, 96480)));
    const [answer, { understand }] = await Promise.all([(0,_wide_question_js__WEBPACK_IMPORTED_MODULE_2__/* .askWide */ .B)(github, prefix, options.issue), understanding]);
    return understand(github, options, { prefix, answer });
}


/***/ }),

/***/ 89644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ pastPending),
/* harmony export */   p: () => (/* binding */ openReview)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40345);
/* harmony import */ var _queries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13519);
/** Posts reviews past one that a run left pending when it was killed between opening and submitting: GitHub allows one for each author. */



const Opened = zod__WEBPACK_IMPORTED_MODULE_1__.object({
    addPullRequestReview: zod__WEBPACK_IMPORTED_MODULE_1__.object({ pullRequestReview: zod__WEBPACK_IMPORTED_MODULE_1__.object({ id: zod__WEBPACK_IMPORTED_MODULE_1__.string() }) }),
});
const Pending = zod__WEBPACK_IMPORTED_MODULE_1__.object({
    node: zod__WEBPACK_IMPORTED_MODULE_1__.object({
        reviews: zod__WEBPACK_IMPORTED_MODULE_1__.object({ nodes: zod__WEBPACK_IMPORTED_MODULE_1__.array(zod__WEBPACK_IMPORTED_MODULE_1__.object({ id: zod__WEBPACK_IMPORTED_MODULE_1__.string(), viewerDidAuthor: zod__WEBPACK_IMPORTED_MODULE_1__.boolean() })) }),
    }),
});
/** Node id of a new review that is not yet visible; answers to threads ride in it. */
async function openReview(github, review) {
    const answer = await pastPending(github, review.pull, () => github.graphql(_queries_js__WEBPACK_IMPORTED_MODULE_2__/* .OPEN_REVIEW */ .mR, { ...review }));
    return Opened.parse(answer).addPullRequestReview.pullRequestReview.id;
}
/** Does `post`; when a pending review of our own on the pull request (its node id) is in the way, deletes it and posts again. */
async function pastPending(github, pull, post) {
    try {
        return await post();
    }
    catch (error) {
        if (!(error instanceof _client_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubRefusal */ .k && /one pending review/i.test(error.message)))
            throw error;
        const pending = Pending.parse(await github.graphql(_queries_js__WEBPACK_IMPORTED_MODULE_2__/* .PENDING_REVIEWS */ .ud, { pull }));
        for (const { id } of pending.node.reviews.nodes.filter((left) => left.viewerDidAuthor))
            await github.graphql(_queries_js__WEBPACK_IMPORTED_MODULE_2__/* .DELETE_REVIEW */ .Jd, { review: id });
        return post();
    }
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


/***/ }),

/***/ 13519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jd: () => (/* binding */ DELETE_REVIEW),
/* harmony export */   Wu: () => (/* binding */ submitWithAnswers),
/* harmony export */   _L: () => (/* binding */ THREADS),
/* harmony export */   __: () => (/* binding */ resolveThreads),
/* harmony export */   a2: () => (/* binding */ REACT),
/* harmony export */   cE: () => (/* binding */ changeLabels),
/* harmony export */   d3: () => (/* binding */ OBSERVE),
/* harmony export */   mR: () => (/* binding */ OPEN_REVIEW),
/* harmony export */   ud: () => (/* binding */ PENDING_REVIEWS)
/* harmony export */ });
/** The GraphQL documents, validated against GitHub's schema by a test. One wide read per observation; cost about five points. */
const ACTOR = "{ __typename login }";
const COMMENT = `{ id databaseId body createdAt lastEditedAt author ${ACTOR} editor ${ACTOR} reactionGroups { viewerHasReacted } }`;
/** Requirements, features, pull requests: everything that the ladders look at, but no thread texts. */
const OBSERVE = `query Observe($owner: String!, $name: String!, $label: [String!], $prefix: String!, $config: String!, $issue: Int!, $named: Boolean!) {
  repository(owner: $owner, name: $name) {
    isPrivate
    defaultBranchRef { name target { oid } }
    config: object(expression: $config) { ... on Blob { text } }
    merged: pullRequests(states: [MERGED], first: 30, orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { ...Pull } }
    open: pullRequests(states: [OPEN], first: 50, orderBy: { field: CREATED_AT, direction: ASC }) { nodes { ...Pull } }
    closed: pullRequests(states: [CLOSED], first: 10, orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { ...Pull } }
    issues(labels: $label, states: [OPEN], first: 20, orderBy: { field: CREATED_AT, direction: ASC }) { nodes { ...Requirement } }
    closedIssues: issues(labels: $label, states: [CLOSED], first: 5, orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { ...Requirement } }
    namedIssue: issue(number: $issue) @include(if: $named) { ...Requirement }
    labels(first: 40, query: $prefix) { nodes { id name } }
  }
}
fragment Requirement on Issue {
  number id title body state createdAt lastEditedAt
  author ${ACTOR} editor ${ACTOR}
  labels(first: 50) { nodes { name } }
  comments(last: 60) { nodes ${COMMENT} }
  timelineItems(last: 100, itemTypes: [LABELED_EVENT, RENAMED_TITLE_EVENT]) {
    nodes {
      __typename
      ... on LabeledEvent { createdAt actor ${ACTOR} label { name } }
      ... on RenamedTitleEvent { createdAt actor ${ACTOR} }
    }
  }
  subIssues(first: 25) {
    nodes { number id title body state labels(first: 30) { nodes { name } } comments(last: 20) { nodes ${COMMENT} } }
  }
}
fragment Pull on PullRequest {
  number id title body state isDraft isCrossRepository mergeable lastEditedAt
  author ${ACTOR} editor ${ACTOR}
  headRefName headRefOid baseRefName
  baseRef { target { oid } }
  mergeCommit { oid }
  labels(first: 30) { nodes { name } }
  files(first: 100) { pageInfo { hasNextPage } nodes { path additions deletions changeType } }
  commits(last: 20) {
    nodes { commit { oid author { email user { login } }
      status { contexts { context state description targetUrl createdAt creator ${ACTOR} } } } }
  }
  reviews(last: 40) { nodes { state body submittedAt lastEditedAt commit { oid } author ${ACTOR} editor ${ACTOR} } }
  comments(last: 40) { nodes ${COMMENT} }
}`;
/** The review threads of one pull request, with their texts; a page of a hundred. */
const THREADS = `query Threads($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      reviewThreads(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { id isResolved isOutdated path line originalLine
          comments(first: 30) { nodes { body createdAt lastEditedAt author ${ACTOR} editor ${ACTOR} } } }
      }
    }
  }
}`;
const REACT = `mutation React($subject: ID!, $content: ReactionContent!) {
  addReaction(input: { subjectId: $subject, content: $content }) { reaction { content } }
}`;
/** Opens a review that is not yet visible: thread answers ride in it, so that people get one notification. */
const OPEN_REVIEW = `mutation OpenReview($pull: ID!, $head: GitObjectID!, $body: String, $threads: [DraftPullRequestReviewThread]) {
  addPullRequestReview(input: { pullRequestId: $pull, commitOID: $head, body: $body, threads: $threads }) { pullRequestReview { id } }
}`;
/** Reviews that their author has not submitted; GitHub shows each only to its author. */
const PENDING_REVIEWS = `query PendingReviews($pull: ID!) {
  node(id: $pull) { ... on PullRequest { reviews(states: [PENDING], first: 10) { nodes { id viewerDidAuthor } } } }
}`;
const DELETE_REVIEW = `mutation DeleteReview($review: ID!) {
  deletePullRequestReview(input: { pullRequestReviewId: $review }) { pullRequestReview { id } }
}`;
/** One request: every answer, then the submit. `count` answers take the variables thread0, body0, … */
function submitWithAnswers(count) {
    const each = Array.from({ length: count }, (_, at) => at);
    const variables = each.map((at) => `, $thread${at}: ID!, $body${at}: String!`).join("");
    const answers = each.map((at) => `answer${at}: addPullRequestReviewThreadReply(input: { pullRequestReviewId: $review, pullRequestReviewThreadId: $thread${at}, body: $body${at} }) { comment { id } }`);
    return `mutation Submit($review: ID!${variables}) {
  ${answers.join("\n  ")}
  submitPullRequestReview(input: { pullRequestReviewId: $review, event: COMMENT }) { pullRequestReview { id databaseId } }
}`;
}
/** One request that adds, then removes labels of several issues or pull requests: variables target0, add0, remove0, … */
function changeLabels(changes) {
    const variables = changes.flatMap(({ adds, removes }, at) => [
        `$target${at}: ID!`,
        ...(adds ? [`$add${at}: [ID!]!`] : []),
        ...(removes ? [`$remove${at}: [ID!]!`] : []),
    ]);
    const fields = changes.flatMap(({ adds, removes }, at) => [
        ...(adds
            ? [
                `add${at}: addLabelsToLabelable(input: { labelableId: $target${at}, labelIds: $add${at} }) { clientMutationId }`,
            ]
            : []),
        ...(removes
            ? [
                `remove${at}: removeLabelsFromLabelable(input: { labelableId: $target${at}, labelIds: $remove${at} }) { clientMutationId }`,
            ]
            : []),
    ]);
    return `mutation Labels(${variables.join(", ")}) {\n  ${fields.join("\n  ")}\n}`;
}
/** One request that resolves `count` threads: variables thread0, … */
function resolveThreads(count) {
    const each = Array.from({ length: count }, (_, at) => at);
    return `mutation Resolve(${each.map((at) => `$thread${at}: ID!`).join(", ")}) {
  ${each.map((at) => `resolve${at}: resolveReviewThread(input: { threadId: $thread${at} }) { thread { isResolved } }`).join("\n  ")}
}`;
}


/***/ }),

/***/ 25825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ askWide)
/* harmony export */ });
/* harmony import */ var _domain_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67185);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40345);
/* harmony import */ var _queries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13519);
/** The wide question that every observation starts with. */



/** Asks for everything that carries this prefix. `issue` may be anything that a message named: one that is not there is left out. */
async function askWide(github, prefix, issue) {
    try {
        return await askOnce(github, prefix, issue);
    }
    catch (error) {
        if (issue === undefined || !(error instanceof _client_js__WEBPACK_IMPORTED_MODULE_1__/* .GitHubRefusal */ .k))
            throw error;
        return askOnce(github, prefix, undefined);
    }
}
function askOnce(github, prefix, issue) {
    return github.graphql(_queries_js__WEBPACK_IMPORTED_MODULE_2__/* .OBSERVE */ .d3, {
        owner: github.owner,
        name: github.name,
        label: [prefix],
        prefix,
        config: `HEAD:${_domain_words_js__WEBPACK_IMPORTED_MODULE_0__/* .CONFIG_PATH */ .tF}`,
        issue: issue ?? 0,
        named: issue !== undefined,
    });
}


/***/ })

};
