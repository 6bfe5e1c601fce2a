export const id = 3807;
export const ids = [3807];
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

/***/ 83807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fingerprintOf: () => (/* binding */ fingerprintOf),
  runReviewApply: () => (/* binding */ runReviewApply)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/domain/anchor.js
/** GitHub accepts a comment only on lines of the diff, and a range only within one hunk and side. */
function anchorOf(finding, files) {
    const file = files.find((candidate) => candidate.path === finding.path);
    if (file === undefined)
        return { kind: "summary", why: `${finding.path} is not part of this change` };
    const quote = quotedLines(finding.quote);
    if (quote.length === 0)
        return { kind: "summary", why: "the quote is empty" };
    for (const same of [exactly, bareOfSpace]) {
        const places = file.hunks.flatMap((hunk) => matches(hunk, finding.side, quote, same));
        const changed = places.filter((place) => place.some((line) => line.kind !== "context"));
        const unique = places.length === 1 ? places[0] : changed.length === 1 ? changed[0] : undefined;
        if (unique)
            return lineAnchor(finding, unique);
        if (places.length > 1)
            return { kind: "summary", why: "the quoted code stands in several places of this change" };
    }
    return { kind: "summary", why: "the quoted code is not in this change" };
}
function lineAnchor(finding, lines) {
    const numbers = lines
        .map((line) => (finding.side === "RIGHT" ? line.new : line.old))
        .filter((line) => line !== undefined);
    const [start] = numbers;
    const end = numbers.at(-1);
    if (start === undefined || end === undefined)
        return { kind: "summary", why: "the quoted code has no line on that side" };
    return { kind: "line", path: finding.path, side: finding.side, start, end };
}
function matches(hunk, side, quote, same) {
    const lines = hunk.lines.filter((line) => (side === "RIGHT" ? line.new : line.old) !== undefined);
    const found = [];
    for (let at = 0; at + quote.length <= lines.length; at += 1) {
        const window = lines.slice(at, at + quote.length);
        if (window.every((line, index) => same(line.text, quote[index] ?? "")))
            found.push(window);
    }
    return found;
}
/** Lines of a quote without empty ones at its ends. */
function quotedLines(quote) {
    const lines = quote.replaceAll("\r\n", "\n").split("\n");
    while (lines[0]?.trim() === "")
        lines.shift();
    while (lines.at(-1)?.trim() === "")
        lines.pop();
    return lines;
}
const withoutReturn = (text) => text.replace(/\r$/, "");
const exactly = (line, quoted) => withoutReturn(line) === quoted;
const bareOfSpace = (line, quoted) => line.replace(/\s+/g, "") === quoted.replace(/\s+/g, "");

// EXTERNAL MODULE: ./lib/domain/decide/say.js
var say = __webpack_require__(2922);
// EXTERNAL MODULE: ./lib/domain/pull-facts.js
var pull_facts = __webpack_require__(99331);
// EXTERNAL MODULE: ./lib/domain/quiet.js
var quiet = __webpack_require__(41528);
// EXTERNAL MODULE: ./lib/domain/route.js
var route = __webpack_require__(13645);
// EXTERNAL MODULE: ./lib/domain/state-block.js
var state_block = __webpack_require__(44917);
;// CONCATENATED MODULE: ./lib/domain/verdict.js
/** `changes` asks the coder; `comment` needs a person; `approved` lets the merge gate go on. */
function decideVerdict(facts) {
    const serious = facts.open.filter((severity) => severity === "blocker" || severity === "major").length;
    if (serious > 0)
        return {
            verdict: "changes",
            why: counted(serious, "serious finding is open", "serious findings are open"),
        };
    const unmet = facts.criteria.filter((criterion) => criterion.state === "unmet").length;
    if (unmet > 0)
        return {
            verdict: "changes",
            why: counted(unmet, "acceptance criterion is unmet", "acceptance criteria are unmet"),
        };
    if (facts.deferredHunks > 0) {
        return {
            verdict: "comment",
            why: counted(facts.deferredHunks, "part of the change was not read", "parts of the change were not read"),
        };
    }
    const unclear = facts.criteria.filter((criterion) => criterion.state === "human").length;
    if (unclear > 0) {
        return {
            verdict: "comment",
            why: counted(unclear, "acceptance criterion needs a person", "acceptance criteria need a person"),
        };
    }
    return {
        verdict: "approved",
        why: "Every changed part was read, nothing serious is open, every criterion is met.",
    };
}
function counted(count, one, many) {
    return `${count} ${count === 1 ? one : many}.`;
}

// EXTERNAL MODULE: ./lib/domain/words.js
var words = __webpack_require__(67185);
// EXTERNAL MODULE: ./lib/github/open-review.js
var open_review = __webpack_require__(89644);
// EXTERNAL MODULE: ./lib/github/perform.js
var perform = __webpack_require__(55510);
// EXTERNAL MODULE: ./lib/github/queries.js
var queries = __webpack_require__(13519);
// EXTERNAL MODULE: ./lib/agents/apply.js
var apply = __webpack_require__(5030);
// EXTERNAL MODULE: ./lib/agents/book.js
var book = __webpack_require__(75417);
// EXTERNAL MODULE: ./lib/agents/fetch.js
var fetch = __webpack_require__(24430);
// EXTERNAL MODULE: ./lib/agents/review/agent.js + 2 modules
var agent = __webpack_require__(467);
;// CONCATENATED MODULE: ./lib/agents/review/apply.js
/** Phase `apply` of the review agent: anchors the findings, computes the verdict, posts one review, rings the next. */
















const INLINE_LIMIT = 10;
const COMMENT_LIMIT = 1_000;
async function runReviewApply(job, facts, github, order, token) {
    const looked = await (0,apply/* lookAgain */.IK)(job, facts, github, order);
    if (looked.stop !== undefined) {
        const { desk, stop } = looked;
        if (desk)
            await (0,book/* bookCost */.L7)(desk, await (0,book/* readCost */.ii)(desk));
        return (0,apply/* stopHere */.B5)(job, stop);
    }
    const { desk } = looked;
    if (desk.pull?.pull.head !== order.pull?.head) {
        await (0,book/* bookCost */.L7)(desk, await (0,book/* readCost */.ii)(desk));
        return (0,apply/* stopHere */.B5)(job, "The head moved while it was reviewed; the new one gets its own review.");
    }
    if (hasVerdict(desk))
        return (0,apply/* stopHere */.B5)(job, "This head has got its verdict meanwhile.");
    const outcome = await (0,apply/* readOutcome */.ns)(desk);
    if (outcome?.mode !== "review")
        return (0,book/* bookCost */.L7)(desk, await (0,book/* readCost */.ii)(desk));
    if (outcome.status !== "done" || outcome.output === undefined)
        return withoutVerdict(desk, outcome);
    const git = await (0,fetch.fetchOrder)(job, facts, order, token);
    await publish(desk, outcome, outcome.output, await (0,agent/* readChange */.p)(git, order));
}
/** Any verdict of ours counts here, whoever's run posted it: it can only make this run do less. */
function hasVerdict({ pull, snapshot }) {
    return (pull?.pull.statuses ?? []).some((status) => status.context === pull_facts/* REVIEW_STATUS */.C && status.creator === snapshot.identity && status.state !== "pending");
}
/** No verdict is no approval. What time can mend is left to the sweep, anything else goes to a person. */
async function withoutVerdict(desk, outcome) {
    await (0,book/* bookCost */.L7)(desk, outcome.cost);
    if (outcome.status === "deferred")
        return (0,apply/* defer */.v6)(desk, outcome);
    if (outcome.status === "cancelled" || desk.pull === undefined) {
        return (0,apply/* stopHere */.B5)(desk.job, `${outcome.message} The next sweep starts it again.`);
    }
    const why = `The review agent gave no verdict: ${(0,quiet/* quiet */.j)(outcome.message)} The run: ${desk.performer.runUrl}`;
    await (0,perform/* perform */.y9)(desk.performer, (0,say/* escalate */.rh)(desk.pull, `no-verdict-${desk.order.id}`, why));
}
async function publish(desk, outcome, output, files) {
    const { pull, order, snapshot, performer } = desk;
    if (pull === undefined || order.pull === undefined)
        return;
    const checked = checkedThreads(desk, output);
    const known = new Set(pull.pull.threads
        .filter((thread) => !thread.resolved)
        .flatMap((thread) => thread.block?.fingerprint ?? []));
    const fresh = output.findings.filter((finding) => !known.has(fingerprintOf(finding)));
    const anchored = fresh.map((finding) => ({ finding, anchor: anchorOf(finding, files) }));
    const { verdict, why } = decideVerdict({
        open: [
            ...fresh.map((finding) => finding.severity),
            ...checked
                .filter(({ state }) => state === "open")
                .map(({ thread }) => thread.block?.severity ?? "major"),
        ],
        criteria: output.criteria,
        deferredHunks: outcome.deferred.length,
    });
    const block = {
        v: 1,
        kind: "review",
        head: order.pull.head,
        round: order.round,
        verdict,
        cost: outcome.cost,
    };
    const body = (0,state_block/* withBlock */.su)(bodyOf(order, verdict, why, anchored, output, outcome), block);
    const told = verdict === "approved" &&
        (0,pull_facts/* ownReviews */._i)(snapshot, pull.pull).some((review) => review.head === order.pull?.head && review.block?.verdict === "approved");
    if (!told)
        await postReview(desk, body, inline(anchored), checked);
    await resolveWhatIsOver(desk, checked);
    const states = {
        approved: "success",
        changes: "failure",
        comment: "error",
    };
    await (0,perform/* setStatus */.Lx)(performer, {
        head: order.pull.head,
        context: pull_facts/* REVIEW_STATUS */.C,
        state: states[verdict],
        description: `Round ${order.round}: ${why}`,
    });
    const type = (0,route/* afterReview */.j)({ verdict, round: pull.rounds + 1, maxRounds: snapshot.config.rounds });
    if (type === "review_comments_received")
        await (0,perform/* perform */.y9)(performer, (0,say/* featureBecomes */.rp)(pull, "fixing"));
    const at = { pull: pull.pull.number, head: order.pull.head };
    if (type === "review_comments_posted") {
        return (0,perform/* send */.tN)(performer, {
            do: "send",
            type,
            from: "reviewer",
            to: "repo_manager",
            payload: { ...at, round: order.round },
        });
    }
    if (type === "review_comments_received")
        return (0,perform/* send */.tN)(performer, { do: "send", type, from: "reviewer", to: "coder", payload: at });
    await (0,perform/* send */.tN)(performer, {
        do: "send",
        type: "review_approved",
        from: "reviewer",
        to: "repo_manager",
        payload: at,
    });
}
/** Our own open threads and what the model says of each; one that it does not mention stays open. */
function checkedThreads({ pull }, output) {
    const said = new Map(output.threads.map((check) => [check.thread, check]));
    return (pull?.pull.threads ?? [])
        .filter((thread) => !thread.resolved && thread.block !== undefined)
        .map((thread) => {
        const check = said.get(thread.id);
        return { thread, state: check?.state ?? "open", reply: check?.reply ?? "" };
    });
}
/** The finding again, wherever its lines have moved: no line numbers in it. */
function fingerprintOf(finding) {
    const quote = finding.quote.replace(/\s+/g, " ").trim();
    return (0,external_node_crypto_.createHash)("sha256")
        .update(JSON.stringify([finding.path, finding.category, quote]))
        .digest("hex")
        .slice(0, 40);
}
const ORDER = ["blocker", "major", "minor", "nit"];
function inline(anchored) {
    return [...anchored]
        .sort((a, b) => ORDER.indexOf(a.finding.severity) - ORDER.indexOf(b.finding.severity))
        .flatMap(({ finding, anchor }) => {
        if (anchor.kind !== "line")
            return [];
        const range = anchor.start === anchor.end ? {} : { start_line: anchor.start, start_side: anchor.side };
        return [
            {
                path: anchor.path,
                body: commentOf(finding, anchor),
                side: anchor.side,
                line: anchor.end,
                ...range,
            },
        ];
    })
        .slice(0, INLINE_LIMIT);
}
function commentOf(finding, anchor) {
    const lines = anchor.end - anchor.start + 1;
    const quoted = finding.quote.trim().split("\n").length;
    const suggestion = finding.suggestion !== undefined && anchor.side === "RIGHT" && lines === quoted && lines <= 6
        ? `\n\n${fenced("suggestion", finding.suggestion)}`
        : "";
    const text = (0,quiet/* quiet */.j)(`**${finding.title}** (${finding.severity}, ${finding.category})\n\n${finding.why}${finding.scenario ? `\n\n${finding.scenario}` : ""}`);
    const hidden = (0,state_block/* renderBlock */.g8)({
        v: 1,
        kind: "finding",
        fingerprint: fingerprintOf(finding),
        severity: finding.severity,
    });
    return `${text.slice(0, COMMENT_LIMIT)}${suggestion}\n\n${hidden}`;
}
function fenced(language, text) {
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((match) => match[0].length));
    const fence = "`".repeat(longest + 1);
    return `${fence}${language}\n${text}\n${fence}`;
}
function bodyOf(order, verdict, why, anchored, output, outcome) {
    const shown = new Set(inline(anchored).map((comment) => comment.body));
    const rest = anchored.filter(({ finding, anchor }) => anchor.kind === "summary" || !shown.has(commentOf(finding, anchor)));
    const titles = {
        approved: "Approved",
        changes: "Changes needed",
        comment: "A person has to look",
    };
    return [
        `**${titles[verdict]}** at ${(0,words/* short */.h0)(order.pull?.head ?? "")}, round ${order.round}. ${why}`,
        ...(outcome.summary ? ["", (0,quiet/* quiet */.j)(outcome.summary)] : []),
        ...(rest.length > 0
            ? [
                "",
                "Not on a line of this change:",
                ...rest.map(({ finding }) => (0,quiet/* quiet */.j)(`- \`${finding.path}\` **${finding.title}** (${finding.severity}): ${finding.why}`)),
            ]
            : []),
        ...(output.criteria.length > 0
            ? [
                "",
                "| criterion | | evidence |",
                "|---|---|---|",
                ...output.criteria.map((check) => `| ${cell(check.criterion)} | ${check.state} | ${cell(check.evidence)} |`),
            ]
            : []),
        ...(outcome.deferred.length > 0
            ? [
                "",
                `Not read: ${outcome.deferred
                    .slice(0, 20)
                    .map((hunk) => `\`${hunk.path}\` (${hunk.why})`)
                    .join(", ")}`,
            ]
            : []),
    ].join("\n");
}
function cell(text) {
    return (0,quiet/* quiet */.j)(text).replaceAll("|", "\\|").replaceAll("\n", " ");
}
/** One review for everything; answers to threads ride in it. */
async function postReview({ github, pull, order }, body, comments, checked) {
    if (pull === undefined || order.pull === undefined)
        return;
    const answers = checked.filter(({ reply }) => reply !== "");
    if (answers.length === 0) {
        const review = {
            pull_number: pull.pull.number,
            commit_id: order.pull.head,
            event: "COMMENT",
            body,
            comments,
        };
        await (0,open_review/* pastPending */.S)(github, pull.pull.nodeId, () => github.rest("POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews", review));
    }
    else {
        const threads = comments.map(({ start_line, start_side, ...comment }) => ({
            ...comment,
            ...(start_line === undefined ? {} : { startLine: start_line, startSide: start_side }),
        }));
        const review = await (0,open_review/* openReview */.p)(github, {
            pull: pull.pull.nodeId,
            head: order.pull.head,
            body,
            threads,
        });
        const variables = Object.fromEntries(answers.flatMap(({ thread, reply }, at) => [
            [`thread${at}`, thread.id],
            [`body${at}`, (0,quiet/* quiet */.j)(reply)],
        ]));
        await github.graphql((0,queries/* submitWithAnswers */.Wu)(answers.length), {
            review,
            ...variables,
        });
    }
}
/** Threads that are fixed or withdrawn, also those of a run that was cut off after it had said so. */
async function resolveWhatIsOver({ github }, checked) {
    const over = checked.filter(({ state }) => state !== "open");
    if (over.length === 0)
        return;
    await github.graphql((0,queries/* resolveThreads */.__)(over.length), Object.fromEntries(over.map(({ thread }, at) => [`thread${at}`, thread.id])), "safe");
}


/***/ })

};
