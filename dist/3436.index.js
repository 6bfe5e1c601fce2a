export const id = 3436;
export const ids = [3436];
export const modules = {

/***/ 33436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCodeAgent: () => (/* binding */ runCodeAgent)
});

// EXTERNAL MODULE: ./lib/domain/lessons.js
var lessons = __webpack_require__(61509);
// EXTERNAL MODULE: ./lib/domain/outcome.js
var domain_outcome = __webpack_require__(25772);
// EXTERNAL MODULE: ./lib/agents/agent-phase.js + 33 modules
var agent_phase = __webpack_require__(58243);
// EXTERNAL MODULE: ./lib/agents/context.js
var agents_context = __webpack_require__(35245);
// EXTERNAL MODULE: ./lib/agents/definitions.js
var definitions = __webpack_require__(74852);
// EXTERNAL MODULE: ./lib/agents/fence.js
var fence = __webpack_require__(50659);
// EXTERNAL MODULE: ./lib/agents/job.js
var agents_job = __webpack_require__(63629);
// EXTERNAL MODULE: ./lib/agents/code/brief.js
var brief = __webpack_require__(36546);
// EXTERNAL MODULE: ./lib/ops/redact.js
var redact = __webpack_require__(32523);
;// CONCATENATED MODULE: ./lib/agents/code/proof.js
/** Those of `wanted` that no run after the last edit proves; `root` is the workspace as the commands see it. */
function unproven(wanted, runs, root) {
    const green = new Set();
    const here = runs.filter(({ afterLastEdit, cwd }) => afterLastEdit && isRoot(cwd ?? "", root));
    for (const run of here) {
        if (run.exitCode === 0)
            for (const name of provenBy(run, root))
                green.add(name);
        // What ran again and failed is no longer green.
        else
            for (const name of namesIn(run.command))
                green.delete(name);
    }
    return wanted.filter((command) => !isGreen(command, green));
}
function isGreen(command, green) {
    const parts = partsOf(command);
    return parts === undefined ? green.has(collapsed(command)) : parts.every((part) => green.has(part));
}
/** The commands that must all pass for this one to pass; undefined when it is more than a row of them. */
function partsOf(command) {
    const script = readScript(command);
    const isRow = script?.joints.every((joint) => joint === "&&" || joint === ";") ?? false;
    return isRow ? script?.commands.map(keyOf) : undefined;
}
function namesIn(command) {
    return [collapsed(command), ...(readScript(command)?.commands ?? []).map(keyOf)];
}
function provenBy({ command, changed }, root) {
    const script = readScript(command);
    const proven = script ? passedIn(script, root) : [];
    // A run that changed the tree may have done so after its earlier commands.
    return [collapsed(command), ...(changed ? proven.slice(-1) : proven)];
}
/** Commands that exited 0 when the whole script did: the last list of `&&`, and under `set -e` each command that stands alone. */
function passedIn({ commands, joints }, root) {
    const proven = [];
    let list = [];
    let isSound = true;
    let stopsAtErrors = false;
    let isAtRoot = true;
    for (const [index, words] of commands.entries()) {
        const joint = joints[index] ?? "end";
        const before = joints[index - 1];
        if (words[0] === "cd")
            isAtRoot &&= words.length === 2 && isRoot(words[1] ?? "", root);
        else if (isAtRoot)
            list.push(keyOf(words));
        if (words[0] === "set" && /^-[a-z]*e/.test(words[1] ?? ""))
            stopsAtErrors = true;
        if (joint === "||" || joint === "|" || joint === "&")
            isSound = false;
        const isLast = commands.length - 1 === index;
        if (joint === "&&" || joint === "||" || joint === "|")
            continue;
        const standsAlone = before === undefined || before === ";" || before === "&";
        if (isSound && (isLast || (stopsAtErrors && standsAlone)))
            proven.push(...list);
        [list, isSound] = [[], true];
    }
    return proven;
}
function isRoot(path, root) {
    return ["", ".", "./", root, `${root}/`].includes(path);
}
function collapsed(command) {
    return command.trim().replace(/\s+/g, " ");
}
/** A command without what only times or limits it. */
function keyOf(words) {
    if (words[0] === "time")
        return keyOf(words.slice(1));
    if (words[0] === "timeout" && /^\d+(\.\d+)?[smh]?$/.test(words[1] ?? ""))
        return keyOf(words.slice(2));
    return JSON.stringify(words);
}
const RESERVED = /^(?:if|then|else|elif|fi|for|while|until|do|done|case|esac|function|select|\{|\}|!|eval|exec|source|\.|trap|exit|return)$/;
const REDIRECT = /^(?:\d*(?:>>?|<)(?:&\d|&-)?|&>>?)/;
/** Splits a script into its commands; undefined for what is more than a row of plain commands. */
function readScript(text) {
    const commands = [];
    const joints = [];
    let words = [];
    let skipsTarget = false;
    let rest = text.replaceAll("\\\n", " ");
    const join = (joint) => {
        if (words.length > 0) {
            commands.push(words);
            joints.push(joint);
        }
        else if (joint !== ";")
            return false;
        words = [];
        return true;
    };
    while (rest !== "") {
        const blank = /^[ \t]+/.exec(rest);
        const joint = /^(?:&&|\|\||\||&(?!>)|;|\n)/.exec(rest);
        const comment = /^#[^\n]*/.exec(rest);
        const redirect = REDIRECT.exec(rest);
        if (blank)
            rest = rest.slice(blank[0].length);
        else if (comment)
            rest = rest.slice(comment[0].length);
        else if (joint) {
            if (skipsTarget || !join(jointOf(joint[0])))
                return undefined;
            rest = rest.slice(joint[0].length);
        }
        else if (redirect) {
            if (rest.startsWith("<<") || /^\d*[<>]+\(/.test(rest))
                return undefined;
            skipsTarget = !/&[\d-]$/.test(redirect[0]);
            rest = rest.slice(redirect[0].length);
        }
        else {
            const word = readWord(rest);
            if (word === undefined || (words.length === 0 && !skipsTarget && RESERVED.test(word.text)))
                return undefined;
            if (!skipsTarget)
                words.push(word.text);
            skipsTarget = false;
            rest = rest.slice(word.length);
        }
    }
    if (words.length > 0)
        commands.push(words);
    return commands.length === 0 || skipsTarget ? undefined : { commands, joints };
}
function jointOf(text) {
    return text === "&&" || text === "||" || text === "|" || text === "&" ? text : ";";
}
/** One word with its quotes taken off; undefined when what it stands for is not written in it. */
function readWord(text) {
    const found = /^(?:'[^']*'|"(?:[^"\\`$]|\\.)*"|\\.|[^\s'"\\`$;&|<>()])+/.exec(text)?.[0];
    if (found === undefined || /^['"`$()]/.test(text.slice(found.length)))
        return undefined;
    const plain = found.replace(/'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/g, (_, single, double, escaped) => typeof single === "string"
        ? single
        : typeof double === "string"
            ? double.replace(/\\(.)/g, "$1")
            : escaped);
    return { text: plain, length: found.length };
}

;// CONCATENATED MODULE: ./lib/agents/code/gates.js



/** Tiers without commands: there the verify job alone tells. */
const NO_COMMANDS = new Set(["no-exec"]);
/** `conflicts` are the paths that the merge left with markers. */
function gatesOf(mode, bench, conflicts) {
    switch (mode) {
        case "plan":
            return [untouched];
        case "implement":
            return [changed(bench), verified(bench), clean(bench)];
        case "feedback":
            return [verified(bench), clean(bench)];
        case "conflict":
            return [resolved(bench, conflicts), verified(bench), clean(bench)];
    }
}
const untouched = async ({ edited }) => edited ? "Plan mode changes no file. Undo your edits." : undefined;
function changed(bench) {
    return async ({ completion }) => completion.status === "done" && (await (0,agent_phase/* takePatch */.AN)(bench)).length === 0
        ? 'Nothing in the work tree has changed. Do the work, or use status "nothing_to_do" when the code already does all of it.'
        : undefined;
}
/** Due after an edit, and where red tests are what was to be mended. */
function verified({ commands, context }) {
    return async ({ commandsRun, edited, sandbox }) => {
        if ((!edited && !context.testsRed) || NO_COMMANDS.has(sandbox.tier))
            return undefined;
        const open = unproven(commands.verify, commandsRun, sandbox.root);
        if (open.length === 0)
            return undefined;
        return `Not shown to pass since your last edit: ${shown(open)}. Run each by itself at the top of the repository, exactly as written (no pipe, no "||"), and make it exit 0.`;
    };
}
function clean(bench) {
    return async () => {
        const patch = (await (0,agent_phase/* takePatch */.AN)(bench)).toString("utf8");
        const added = patch
            .split("\n")
            .filter((line) => line.startsWith("+"))
            .join("\n");
        const [secret] = (0,redact/* findSecrets */.dL)(added, (0,agent_phase/* secretsOf */.Fj)(bench.inputs));
        if (secret)
            return `The change contains what looks like a secret (${secret.kind}). Remove it.`;
        return /^\+<{7} /m.test(added) && /^\+>{7} /m.test(added)
            ? "The change contains conflict markers. Remove them."
            : undefined;
    };
}
/** Looks into the files themselves: a marker that nobody touched is in no patch. */
function resolved(bench, conflicts) {
    return async () => {
        const paths = conflicts.map((path) => `:(literal)${path}`);
        const args = [
            "grep",
            "-l",
            "-z",
            "-I",
            "-E",
            "^(<<<<<<<|>>>>>>>)( |$)",
            await (0,agent_phase/* treeNow */.lV)(bench),
            "--",
            ...paths,
        ];
        const found = paths.length > 0 ? (await bench.git.run(args)).stdout.toString("utf8") : "";
        const left = found
            .split("\0")
            .filter((name) => name !== "")
            .map((name) => name.slice(name.indexOf(":") + 1));
        return left.length > 0 ? `Conflict markers are left in ${shown(left)}. Resolve them all.` : undefined;
    };
}
function shown(names) {
    return names.map((name) => `\`${name}\``).join(", ");
}

;// CONCATENATED MODULE: ./lib/agents/code/agent.js
/** The code agent at work: plan, implement, feedback, conflict. */









const CONVENTIONS = [
    "AGENTS.md",
    "CLAUDE.md",
    "CONTRIBUTING.md",
    ".github/CONTRIBUTING.md",
    ".github/pull_request_template.md",
    ".github/PULL_REQUEST_TEMPLATE.md",
    "PULL_REQUEST_TEMPLATE.md",
    lessons/* LESSONS_PATH */.g9,
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
    await handIn(bench, mode, {
        header,
        brief: (0,brief/* codeBrief */._0)(mode, input),
        purpose: (0,brief/* codeBrief */._0)(mode, { ...input, fence: (0,fence/* createFence */.K)(fence/* SAME */.v) }),
        part: 1,
        output: brief/* OUTPUTS */.py[mode],
        gates: gatesOf(mode, bench, input.conflicts),
    });
}
/** Runs the loop and saves whatever was changed, finished or not: paid work is never thrown away. */
async function handIn(bench, mode, task) {
    const done = await (0,agent_phase/* work */.oJ)(bench, task);
    const patch = await (0,agent_phase/* takePatch */.AN)(bench);
    const output = done.result.completion?.output;
    // Each mode has its own output: the parse holds them together.
    const outcome = domain_outcome/* Outcome */.Pi.parse({
        ...(0,agent_phase/* outcomeBase */.oQ)(bench, done, patch.length > 0),
        mode,
        ...(output === undefined ? {} : { output }),
    });
    await (0,agent_phase/* leaveOutcome */.CG)(bench, outcome, patch);
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
    const shown = await Promise.all(CONVENTIONS.map(async (path) => ({ path, ...(await git.run(["show", `${order.base.head}:${path}`])) })));
    return shown.flatMap(({ path, exitCode, stdout }) => exitCode === 0 ? [{ path, text: stdout.toString("utf8").slice(0, CONVENTION_LIMIT) }] : []);
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


/***/ })

};
