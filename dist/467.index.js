export const id = 467;
export const ids = [467];
export const modules = {

/***/ 467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ readChange),
  runReviewAgent: () => (/* binding */ runReviewAgent)
});

;// CONCATENATED MODULE: ./lib/domain/coverage.js
/** Never excluded, whatever rule matches: they decide what runs. */
const ALWAYS_READ = /^\.github\/|(^|\/)(Dockerfile|Makefile|AGENTS\.md|CLAUDE\.md)|(^|\/)migrations?\//i;
const EXCLUSIONS = [
    {
        name: "lock file",
        path: /(^|\/)(package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|yarn\.lock|poetry\.lock|uv\.lock|Cargo\.lock|go\.sum|Gemfile\.lock|composer\.lock)$/,
    },
    { name: "minified file", path: /\.min\.(js|css)$/ },
    { name: "vendored code", path: /(^|\/)(vendor|third_party|node_modules)\// },
    { name: "test snapshot", path: /(^|\/)__snapshots__\/|\.snap$/ },
];
/** Packs the hunks of a diff into portions of at most `portionLimit` characters, at most `portionCount` of them; the rest is deferred. */
function planReview(files, limits) {
    const ledger = [];
    const portions = [];
    let current;
    const room = (size) => {
        if (size > limits.portionLimit)
            return undefined;
        if (current && current.characters + size <= limits.portionLimit)
            return current;
        if (portions.length >= limits.portionCount)
            return undefined;
        current = { files: [], characters: 0 };
        portions.push(current);
        return current;
    };
    for (const file of files) {
        const rule = ALWAYS_READ.test(file.path)
            ? undefined
            : EXCLUSIONS.find((candidate) => candidate.path.test(file.path));
        const pieces = file.hunks.length > 0 ? file.hunks : [undefined];
        for (const hunk of pieces) {
            const id = hunk?.id ?? `${file.path}#whole`;
            if (rule) {
                ledger.push({ path: file.path, hunk: id, state: "excluded", why: rule.name });
                continue;
            }
            const size = hunk ? sizeOf(hunk) : 200;
            const portion = room(size);
            if (portion === undefined) {
                ledger.push({
                    path: file.path,
                    hunk: id,
                    state: "deferred",
                    why: size > limits.portionLimit
                        ? "one hunk is too large"
                        : "the change is too large for this review's budget",
                });
                continue;
            }
            portion.characters += size;
            addTo(portion, file, hunk);
            ledger.push({
                path: file.path,
                hunk: id,
                state: "read",
                why: file.binary ? "binary: only its name and size class" : "",
            });
        }
    }
    return { portions, ledger };
}
function addTo(portion, file, hunk) {
    const last = portion.files.at(-1);
    const entry = last?.path === file.path ? last : { ...file, hunks: [] };
    if (entry !== last)
        portion.files.push(entry);
    if (hunk)
        entry.hunks.push(hunk);
}
function sizeOf(hunk) {
    return hunk.lines.reduce((sum, line) => sum + line.text.length + 14, 60);
}
/** A portion as the model reads it: numbered lines, + and - as in a diff. */
function renderPortion(portion) {
    return portion.files.map(renderFile).join("\n\n");
}
function renderFile(file) {
    const renamed = file.oldPath !== file.path ? ` (was ${file.oldPath})` : "";
    const head = `### ${file.path}${renamed} · ${file.change}${file.binary ? " · binary" : ""}${file.modes.new && file.change === "modified" ? ` · mode ${file.modes.new}` : ""}`;
    return [head, ...file.hunks.map(renderHunk)].join("\n");
}
function renderHunk(hunk) {
    const signs = { added: "+", deleted: "-", context: " " };
    const lines = hunk.lines.map((line) => `${String(line.new ?? line.old ?? "").padStart(5)} ${signs[line.kind]}${line.text}${line.noNewline ? " (no newline at end of file)" : ""}`);
    return [`@@ old ${hunk.oldStart}, new ${hunk.newStart} @@ ${hunk.section}`.trimEnd(), ...lines].join("\n");
}

// EXTERNAL MODULE: ./lib/domain/diff.js
var diff = __webpack_require__(51729);
// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(49285);
// EXTERNAL MODULE: ./lib/domain/finding.js
var finding = __webpack_require__(39813);
// EXTERNAL MODULE: ./lib/domain/lessons.js
var domain_lessons = __webpack_require__(61509);
// EXTERNAL MODULE: ./lib/agents/agent-phase.js + 33 modules
var agent_phase = __webpack_require__(58243);
// EXTERNAL MODULE: ./lib/agents/context.js
var agents_context = __webpack_require__(35245);
// EXTERNAL MODULE: ./lib/agents/definitions.js
var definitions = __webpack_require__(74852);
// EXTERNAL MODULE: ./lib/agents/fence.js
var agents_fence = __webpack_require__(50659);
// EXTERNAL MODULE: ./lib/agents/job.js
var agents_job = __webpack_require__(63629);
// EXTERNAL MODULE: ./lib/agent/schema.js
var schema = __webpack_require__(50982);
// EXTERNAL MODULE: ./lib/agents/code/brief.js
var brief = __webpack_require__(36546);
;// CONCATENATED MODULE: ./lib/agents/review/brief.js
/** The task of the review agent in words. */




function reviewBrief({ order, context, portion, part, verify, lessons, fence }) {
    const first = part.at === 1;
    const { feature } = context;
    const parts = [
        `Review round ${order.round} of pull request #${order.pull?.number ?? 0} "${context.pull?.title ?? ""}". The work tree is at its head.${part.of > 1 ? ` The change is read in ${part.of} parts; this is part ${part.at}.` : ""}`,
        feature
            ? fence("feature", [
                feature.title,
                "",
                feature.description,
                "",
                "Acceptance criteria:",
                ...feature.criteria.map((criterion) => `- ${criterion}`),
            ].join("\n"))
            : "",
        context.pull ? fence("what the author says", context.pull.body) : "",
        first && context.threads.length > 0
            ? ["Open threads:", ...context.threads.map((thread) => (0,brief/* threadText */.Sp)(thread, fence))].join("\n\n")
            : "",
        verify.length > 0
            ? `Its tests: ${verify.map((command) => `\`${command}\``).join(", ")}; they are run by another job.`
            : "",
        lessons === "" ? "" : fence("lessons of earlier reviews", lessons),
        fence("change", renderPortion(portion)),
        first ? "" : "Answer no threads and no criteria in this part: leave both lists empty.",
        `output of complete_task:\n${(0,schema/* renderOutputSchema */.L)(finding/* ReviewOutput */.uU)}`,
    ];
    return parts.filter((text) => text !== "").join("\n\n");
}

;// CONCATENATED MODULE: ./lib/agents/review/agent.js
/** The review agent at work: the change from local git, every hunk accounted for, one conversation per portion. */











/** Characters of diff in one conversation: about twelve thousand tokens. */
const PORTION_LIMIT = 40_000;
const PORTION_COUNT = 12;
const LESSONS_LIMIT = 16_000;
/** Files of the change: from the common ancestor, as GitHub shows it. */
async function readChange(git, order) {
    if (order.pull === undefined)
        throw new errors/* NightshiftError */.nc("WORK_ORDER_INVALID", "A review needs a pull request.");
    const ancestor = await git.mergeBase(order.base.head, order.pull.head);
    if (ancestor === undefined)
        throw new errors/* NightshiftError */.nc("GIT_FAILED", `#${order.pull.number} shares no history with ${order.base.branch}.`);
    return (0,diff/* parseDiff */.F)(await git.diff(ancestor, order.pull.head));
}
async function runReviewAgent(job, facts, order, inputs) {
    const context = await (0,agents_context/* readContext */.yI)((0,agents_job/* places */.zn)(facts).context, order.id);
    const bench = await (0,agent_phase/* prepareBench */.cg)(job, facts, order, context, await (0,definitions/* readDefinition */.U)("review"), inputs);
    const { portions, ledger } = planReview(await readChange(bench.git, order), {
        portionLimit: PORTION_LIMIT,
        portionCount: PORTION_COUNT,
    });
    job.log(`${ledger.length} hunks: ${count(ledger, "read")} to read in ${portions.length} part(s), ${count(ledger, "excluded")} excluded, ${count(ledger, "deferred")} deferred`);
    const fence = (0,agents_fence/* createFence */.K)(job.id().slice(0, 8));
    const header = { agent: "review", mode: "review", feature: order.feature?.key ?? "", round: order.round };
    const shown = await bench.git.run(["show", `${order.base.head}:${domain_lessons/* LESSONS_PATH */.g9}`]);
    const lessons = shown.exitCode === 0 ? shown.stdout.toString("utf8").slice(0, LESSONS_LIMIT) : "";
    const done = [];
    for (const [index, portion] of portions.entries()) {
        const part = { at: index + 1, of: portions.length };
        const input = { order, context, portion, part, verify: bench.commands.verify, lessons };
        const brief = reviewBrief({ ...input, fence });
        const purpose = reviewBrief({ ...input, fence: (0,agents_fence/* createFence */.K)(agents_fence/* SAME */.v) });
        const one = await (0,agent_phase/* work */.oJ)(bench, {
            header,
            brief,
            purpose,
            part: part.at,
            output: finding/* ReviewOutput */.uU,
            gates: [],
        });
        done.push(one);
        if (one.result.status !== "done")
            break;
    }
    const deferred = ledger
        .filter((entry) => entry.state === "deferred")
        .map(({ path, hunk, why }) => ({ path, hunk: hunk.slice(0, 80), why }));
    await (0,agent_phase/* leaveOutcome */.CG)(bench, outcomeOf(bench, done, deferred), Buffer.alloc(0));
}
function count(ledger, state) {
    return ledger.filter((entry) => entry.state === state).length;
}
/** One outcome of all portions: the first that failed decides, findings add up. */
function outcomeOf(bench, done, deferred) {
    const decisive = done.find((one) => one.result.status !== "done") ?? done.at(-1);
    if (decisive === undefined)
        throw new errors/* NightshiftError */.nc("OUTCOME_INVALID", "The change has no part that could be read.");
    const outputs = done.flatMap((one) => one.result.completion?.output ?? []);
    const base = (0,agent_phase/* outcomeBase */.oQ)(bench, decisive, false);
    return {
        ...base,
        mode: "review",
        output: {
            findings: outputs.flatMap((output) => output.findings).slice(0, 60),
            threads: outputs.flatMap((output) => output.threads).slice(0, 100),
            criteria: outputs.flatMap((output) => output.criteria).slice(0, 24),
        },
        deferred,
    };
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


/***/ })

};
