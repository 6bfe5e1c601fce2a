export const id = 2308;
export const ids = [2308];
export const modules = {

/***/ 4562:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ liveView)
/* harmony export */ });
/** Follows the runner's progress; give it to the runner as `onProgress`. */
function liveView(terminal) {
    const titles = new Map();
    const jobs = new Map();
    const draw = () => terminal.status([...jobs.values()].map(({ name, doing }) => `${name}${doing && `: ${doing}`}`).join(" | "));
    return (event) => {
        switch (event.kind) {
            case "run_started":
                titles.set(event.runId, event.title);
                return;
            case "run_completed":
                titles.delete(event.runId);
                return;
            case "job_started":
                jobs.set(event.jobId, {
                    name: `${shortTitle(titles.get(event.runId))} · ${event.name.split(" / ").at(-1)}`,
                    doing: "",
                });
                return draw();
            case "job_completed":
                jobs.delete(event.jobId);
                return draw();
            case "log": {
                const job = jobs.get(event.jobId);
                const doing = /(turn \d+: .*|\$ .*)$/.exec(event.text)?.[1];
                if (job === undefined || doing === undefined)
                    return;
                job.doing = doing.slice(0, 80);
                return draw();
            }
        }
    };
}
/** `code · pull 6` without the forty digits. */
function shortTitle(title) {
    return (title ?? "").replace(/ · [0-9a-f]{40}$/, "");
}


/***/ }),

/***/ 10706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ renderReport),
/* harmony export */   E: () => (/* binding */ reportOf)
/* harmony export */ });
/* harmony import */ var _domain_money_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49376);
/* harmony import */ var _domain_pull_facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99331);
/* harmony import */ var _domain_requirement_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62845);
/* harmony import */ var _domain_run_title_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38646);
/** What the loop did and what it cost, read from the local GitHub when it is done. */




/** Sums up one requirement. `billed_minutes`: every job counts as its started minutes, as GitHub bills them. */
function reportOf(forge, snapshot, requirement, seconds, 
/** Runs that were no part of the loop. */
without = new Set()) {
    const facts = (0,_domain_requirement_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .requirementFactsOf */ .Mq)(snapshot, requirement);
    const runs = forge
        .runs(snapshot.repository)
        .filter((run) => /nightshift-/.test(run.path) && !without.has(run.id));
    const costs = (0,_domain_money_js__WEBPACK_IMPORTED_MODULE_0__/* .costsOf */ .AR)(snapshot, requirement);
    const features = facts.features.map((feature) => featureReport(forge, snapshot, feature, runs));
    const all = usageOf(forge, runs);
    return {
        ok: facts.features.length > 0 && facts.features.every((feature) => feature.progress === "merged"),
        repository: forge.gitDir(snapshot.repository) ?? "",
        requirement: requirement.number,
        features,
        ...all,
        model_turns: costs.reduce((sum, cost) => sum + cost.turns, 0),
        tokens: costs.reduce((sum, cost) => sum + cost.tokens, 0),
        seconds,
    };
}
function featureReport(forge, snapshot, feature, all) {
    const { planned, pull } = feature;
    const runs = all.filter((run) => isFor(run, planned.number, pull?.number));
    const costs = pull
        ? [...(pull.block?.costs ?? []), ...pull.reviews.flatMap((review) => review.block?.cost ?? [])]
        : [];
    const times = runs.flatMap((run) => [Date.parse(run.createdAt), Date.parse(run.updatedAt)]);
    return {
        number: planned.number ?? 0,
        title: planned.title,
        pull: pull?.number ?? null,
        rounds: pull ? (0,_domain_pull_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .ownReviews */ ._i)(snapshot, pull).length : 0,
        merge_commit: pull?.mergeCommit ?? null,
        ...usageOf(forge, runs),
        model_turns: costs.reduce((sum, cost) => sum + cost.turns, 0),
        tokens: costs.reduce((sum, cost) => sum + cost.tokens, 0),
        usd: pull && (0,_domain_pull_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .factsOf */ .xS)(snapshot, pull) && costs.every((cost) => cost.usd !== null)
            ? costs.reduce((sum, cost) => sum + (cost.usd ?? 0), 0)
            : null,
        seconds: times.length === 0 ? 0 : Math.round((Math.max(...times) - Math.min(...times)) / 1_000),
    };
}
/** Runs whose title or message names the feature or its pull request. */
function isFor(run, feature, pull) {
    const subject = (0,_domain_run_title_js__WEBPACK_IMPORTED_MODULE_3__/* .parseRunTitle */ .V)(run.displayTitle)?.subject;
    if (subject?.kind === "feature")
        return subject.number === feature;
    if (subject?.kind === "pull")
        return subject.number === pull;
    const text = JSON.stringify(run.trigger.payload.client_payload ?? null);
    return pull !== undefined && new RegExp(`"pull":${pull}\\b`).test(text);
}
function usageOf(forge, runs) {
    const jobs = runs
        .flatMap((run) => forge.jobs(run.id))
        .filter((job) => job.startedAt !== null && job.conclusion !== "skipped");
    const minutes = jobs.map((job) => Math.max(1, Math.ceil((Date.parse(job.completedAt ?? job.startedAt ?? "") - Date.parse(job.startedAt ?? "")) / 60_000)));
    const counted = runs.map((run) => forge.statistics({ runId: run.id, token: "job" }));
    const api = counted.flatMap((statistics) => statistics.rows.filter((row) => !row.route.startsWith("git:")));
    return {
        runs: runs.length,
        jobs: jobs.length,
        billed_minutes: minutes.reduce((sum, one) => sum + one, 0),
        api_calls: api.reduce((sum, row) => sum + row.requests, 0),
        notifying_writes: counted.reduce((sum, statistics) => sum + statistics.notifyingWrites, 0),
    };
}
/** The table that people see. */
function renderReport(report) {
    const head = [
        "feature",
        "pull",
        "rounds",
        "merge",
        "runs",
        "jobs",
        "min",
        "API",
        "notify",
        "turns",
        "tokens",
        "s",
    ];
    const rows = report.features.map((feature) => [
        feature.title,
        feature.pull === null ? "-" : `#${feature.pull}`,
        feature.rounds,
        feature.merge_commit?.slice(0, 7) ?? "-",
        feature.runs,
        feature.jobs,
        feature.billed_minutes,
        feature.api_calls,
        feature.notifying_writes,
        feature.model_turns,
        feature.tokens,
        feature.seconds,
    ]);
    const total = [
        "all, with planning",
        "",
        "",
        "",
        report.runs,
        report.jobs,
        report.billed_minutes,
        report.api_calls,
        report.notifying_writes,
        report.model_turns,
        report.tokens,
        Math.round(report.seconds),
    ];
    return table([head, ...rows, total].map((row) => row.map(String)));
}
function table(rows) {
    const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    return rows.map((row) => row
        .map((cell, column) => column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))
        .join("  "));
}


/***/ }),

/***/ 13692:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ checkSandbox)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _agent_sandbox_open_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99839);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49285);
/* harmony import */ var _ops_assets_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(68571);
/* harmony import */ var _ops_log_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(48206);
/** Which sandbox this machine can give, found out by opening one. */







/** `required` where the sandbox opens and passes its probe, else `off` with the reason. */
async function checkSandbox(bundle = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,_ops_assets_js__WEBPACK_IMPORTED_MODULE_5__/* .toolkitRoot */ .F)(), "dist", "index.js")) {
    const workspace = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), "nightshift-probe-"));
    try {
        const sandbox = await (0,_agent_sandbox_open_js__WEBPACK_IMPORTED_MODULE_3__/* .openSandbox */ .E)({
            mode: "required",
            workspace,
            fileServerCommand: [process.execPath, bundle, "sandbox-files"],
            log: (0,_ops_log_js__WEBPACK_IMPORTED_MODULE_6__/* .openLog */ .N)({ stream: { write: () => true }, format: "plain" }),
        });
        const { reason } = sandbox;
        await sandbox.close();
        return { mode: "required", reason };
    }
    catch (error) {
        return { mode: "off", reason: (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error) };
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(workspace, { recursive: true, force: true });
    }
}


/***/ }),

/***/ 70715:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ tellLog),
/* harmony export */   qz: () => (/* binding */ tell),
/* harmony export */   vk: () => (/* binding */ elapsed)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88343);
/** Tells what happens on the local GitHub, one line for each thing that a person would notice. */

const Payload = zod__WEBPACK_IMPORTED_MODULE_0__.object({
    issue: zod__WEBPACK_IMPORTED_MODULE_0__.object({ number: zod__WEBPACK_IMPORTED_MODULE_0__.number(), title: zod__WEBPACK_IMPORTED_MODULE_0__.string(), pull_request: zod__WEBPACK_IMPORTED_MODULE_0__.unknown().optional() }).optional(),
    label: zod__WEBPACK_IMPORTED_MODULE_0__.object({ name: zod__WEBPACK_IMPORTED_MODULE_0__.string() }).optional(),
    comment: zod__WEBPACK_IMPORTED_MODULE_0__.object({ body: zod__WEBPACK_IMPORTED_MODULE_0__.string(), path: zod__WEBPACK_IMPORTED_MODULE_0__.string().optional(), line: zod__WEBPACK_IMPORTED_MODULE_0__.number().nullable().optional() })
        .optional(),
    pull_request: zod__WEBPACK_IMPORTED_MODULE_0__.object({
        number: zod__WEBPACK_IMPORTED_MODULE_0__.number(),
        title: zod__WEBPACK_IMPORTED_MODULE_0__.string(),
        merged: zod__WEBPACK_IMPORTED_MODULE_0__.boolean().optional(),
        merge_commit_sha: zod__WEBPACK_IMPORTED_MODULE_0__.string().nullable().optional(),
        head: zod__WEBPACK_IMPORTED_MODULE_0__.object({ sha: zod__WEBPACK_IMPORTED_MODULE_0__.string() }),
    })
        .optional(),
    review: zod__WEBPACK_IMPORTED_MODULE_0__.object({ state: zod__WEBPACK_IMPORTED_MODULE_0__.string(), body: zod__WEBPACK_IMPORTED_MODULE_0__.string().nullable() }).optional(),
    client_payload: zod__WEBPACK_IMPORTED_MODULE_0__.object({ message: zod__WEBPACK_IMPORTED_MODULE_0__.object({ type: zod__WEBPACK_IMPORTED_MODULE_0__.string(), from: zod__WEBPACK_IMPORTED_MODULE_0__.string(), to: zod__WEBPACK_IMPORTED_MODULE_0__.string() }) })
        .optional(),
});
/** Undefined for an event that is not worth a line. */
function tell(event) {
    const payload = Payload.safeParse(event.payload);
    if (!payload.success)
        return undefined;
    const who = event.actor.login === "github-actions[bot]" ? "nightshift" : event.actor.login;
    const { issue, label, pull_request: pull, review, comment, client_payload: dispatched } = payload.data;
    const first = (text) => text.split("\n", 1)[0]?.replaceAll("**", "").slice(0, 110) ?? "";
    switch (`${event.name}.${event.action ?? ""}`) {
        case "issues.opened":
            return issue && `${who} opened issue #${issue.number} "${issue.title}"`;
        case "issues.closed":
            return issue && `issue #${issue.number} "${issue.title}" is closed`;
        case "issues.labeled":
            return issue && label && `#${issue.number} is ${label.name.replace("nightshift:", "")}`;
        case "pull_request.opened":
            return (pull && `${who} opened pull request #${pull.number} "${pull.title}" at ${pull.head.sha.slice(0, 7)}`);
        case "pull_request.synchronize":
            return pull && `${who} pushed ${pull.head.sha.slice(0, 7)} to pull request #${pull.number}`;
        case "pull_request.closed":
            return (pull &&
                (pull.merged
                    ? `pull request #${pull.number} is merged as ${(pull.merge_commit_sha ?? "").slice(0, 7)}`
                    : `pull request #${pull.number} is closed`));
        case "pull_request_review.submitted":
            return (pull &&
                review &&
                `${who} reviewed #${pull.number}: ${first(review.body ?? "") || "answers in the threads"}`);
        case "pull_request_review_comment.created":
            return pull && comment && `  ${place(comment)}: ${first(comment.body)}`;
        case "issue_comment.created":
            return issue && comment && `${who} on #${issue.number}: ${plan(comment.body) ?? first(comment.body)}`;
        default:
            return event.name === "repository_dispatch" && dispatched
                ? `  message ${dispatched.message.type}: ${dispatched.message.from} → ${dispatched.message.to}`
                : undefined;
    }
}
function place(comment) {
    return comment.line ? `${comment.path}:${comment.line}` : (comment.path ?? "");
}
/** The plan in one line; undefined for any other comment. */
function plan(body) {
    if (!body.startsWith("### Plan"))
        return undefined;
    const titles = [...body.matchAll(/^#### (.+?)(?: \(#\d+\))?$/gm)].map((match) => match[1]);
    return `a plan of ${titles.length === 1 ? "one feature" : `${titles.length} features`}: ${titles.join("; ")}`;
}
/** What a log line of a job tells that no event does: the verification. */
function tellLog(text) {
    const match = /verification (passed|failed) on ([0-9a-f]{40}): (\d+ commands?)/.exec(text);
    return match
        ? `  the verify job, without any secret: ${match[3]} ${match[1]} on base ${match[2]?.slice(0, 7)}`
        : undefined;
}
/** Minutes and seconds, as a line begins. */
function elapsed(milliseconds) {
    const seconds = Math.round(milliseconds / 1_000);
    return `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;
}


/***/ }),

/***/ 38646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ parseRunTitle)
/* harmony export */ });
/**
 * The `run-name` of our workflows: `code · issue 1`, `code · feature 3`, `code · pull 7 · <head>`, `verify · pull 7 · <head>`,
 * `review · pull 7 · <head>`, `merge`.
 * A lease is a live run: whoever wants to know whether an author or a reviewer is at work reads the titles of runs that are
 * not completed. The templates write them; an architecture test holds both together.
 */
const TITLE = /^(code|verify|review|merge)(?: · (issue|feature|pull) (\d{1,10}))?(?: · ([0-9a-f]{40}))?$/;
/** Undefined for a title that is not one of ours. */
function parseRunTitle(title) {
    const match = TITLE.exec(title.trim());
    if (!match)
        return undefined;
    const [, agent, kind, number, head] = match;
    if (agent !== "code" && agent !== "verify" && agent !== "review" && agent !== "merge")
        return undefined;
    const known = kind === "issue" || kind === "feature" || kind === "pull";
    return { agent, subject: known ? { kind, number: Number(number) } : { kind: "none" }, head };
}


/***/ }),

/***/ 48206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ neutralizeCommands),
/* harmony export */   N: () => (/* binding */ openLog)
/* harmony export */ });
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32523);
/** The one log sink: everything that people read of a run passes here, redacted and unable to command the runner. */

const ORDER = ["debug", "info", "warning", "error"];
/** Opens a log on a stream. */
function openLog(options) {
    const { stream, level = "info", format = "plain" } = options;
    const secrets = [...(options.secrets ?? [])];
    let redact = (0,_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .createRedactor */ .lY)(secrets);
    function write(at, text) {
        if (ORDER.indexOf(at) < ORDER.indexOf(level))
            return;
        const safe = neutralizeCommands(redact(text));
        stream.write(format === "github" ? githubLine(at, safe) : plainLine(at, safe));
    }
    return {
        debug: (text) => write("debug", text),
        info: (text) => write("info", text),
        warning: (text) => write("warning", text),
        error: (text) => write("error", text),
        async group(title, work) {
            const safe = neutralizeCommands(redact(title)).replace(/[\r\n]+/g, " ");
            stream.write(format === "github" ? `::group::${escapeData(safe)}\n` : `== ${safe}\n`);
            try {
                return await work();
            }
            finally {
                if (format === "github")
                    stream.write("::endgroup::\n");
            }
        },
        addSecret(secret) {
            secrets.push(secret);
            redact = (0,_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .createRedactor */ .lY)(secrets);
        },
    };
}
/**
 * Makes text harmless for the runner's log parser: `::` at the start of a line and `##[` anywhere are commands
 * there. A zero-width joiner would hide from people what happened, so a visible backslash is put in.
 */
function neutralizeCommands(text) {
    return text
        .replace(/\r(?!\n)/g, "\n")
        .replaceAll("##[", "##\\[")
        .replace(/^(\s*):(?=:)/gm, "$1:\\");
}
function githubLine(level, text) {
    return level === "info" ? `${text}\n` : `::${level}::${escapeData(text)}\n`;
}
function plainLine(level, text) {
    return level === "info" ? `${text}\n` : `${level}: ${text}\n`;
}
/** Escapes the message of a workflow command (docs: workflow commands, `%`, CR and LF). */
function escapeData(text) {
    return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}


/***/ }),

/***/ 32523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KL: () => (/* binding */ redactDeep),
/* harmony export */   dL: () => (/* binding */ findSecrets),
/* harmony export */   lY: () => (/* binding */ createRedactor)
/* harmony export */ });
/* unused harmony export MASK */
/** Removes secrets from text: known values in every usual encoding (also cut in pieces), and shapes of well-known tokens. */
/** What replaces a secret: constant, so that its length tells nothing, and matched by no rule below. */
const MASK = "[redacted]";
/** A known value shorter than this is not searched for: it would hit ordinary words. */
const SHORTEST_SECRET = 8;
/** Length of the windows in which a known value is searched: any piece this long is found. */
const WINDOW = 10;
/** Shapes of tokens; `ghs_` tokens may be long JWT-like strings since 2026-04. Values only, no names around them. */
const SHAPES = [
    { name: "GitHub token", pattern: /\bgh[pousr]_[A-Za-z0-9._-]{30,}/g },
    { name: "GitHub token", pattern: /\bgithub_pat_[A-Za-z0-9_]{30,}/g },
    { name: "model API key", pattern: /\bsk-(?:ant-|proj-|svcacct-|admin-)?[A-Za-z0-9_-]{20,}/g },
    { name: "Google API key", pattern: /\bAIza[\w-]{35}/g },
    { name: "Slack token", pattern: /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/g },
    { name: "Slack webhook", pattern: /https:\/\/hooks\.slack\.com\/[A-Za-z0-9/_-]{10,}/g },
    {
        name: "Discord webhook",
        pattern: /https:\/\/(?:\w+\.)?discord(?:app)?\.com\/api\/webhooks\/[A-Za-z0-9/_-]{10,}/g,
    },
    { name: "npm token", pattern: /\bnpm_[A-Za-z0-9]{30,}/g },
    { name: "AWS key id", pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g },
    { name: "JSON web token", pattern: /\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/g },
    {
        name: "private key",
        pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
    },
    {
        name: "password in a URL",
        pattern: /(?<=\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@[\]]{0,100}:)[^\s/@[\]]{3,}(?=@)/gi,
    },
    {
        name: "authorization header",
        pattern: /(?<=\bauthorization["']?\s{0,4}[:=]\s{0,4}["']?(?:(?:bearer|basic|token)\s{1,4})?)(?!bearer\b|basic\b|token\b)[^\s"',[\]]{8,}/gi,
    },
];
/** Builds a redactor for known values (each at least 8 characters to be searched for) and the well-known shapes. */
function createRedactor(secrets) {
    const windows = windowsOf(secrets);
    return (text) => {
        let safe = maskShapes(maskSpans(text, coveredSpans(text, windows)));
        // Masking one secret can join the pieces of another; two more rounds reach the fixed point in practice.
        for (let round = 0; round < 4; round += 1) {
            const again = maskShapes(maskSpans(safe, coveredSpans(safe, windows)));
            if (again === safe)
                break;
            safe = again;
        }
        return safe;
    };
}
/** Redacts every string inside a JSON-like value, keys included; other values stay as they are. */
function redactDeep(value, redact) {
    if (typeof value === "string")
        return redact(value);
    if (Array.isArray(value))
        return value.map((item) => redactDeep(item, redact));
    if (typeof value !== "object" || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [redact(key), redactDeep(item, redact)]));
}
/** Finds secrets in text that must not be changed, such as a patch: what finds something has to be blocked. */
function findSecrets(text, secrets) {
    const known = coveredSpans(text, windowsOf(secrets)).map(([start]) => ({
        kind: "known secret",
        at: start,
    }));
    const shaped = SHAPES.flatMap(({ name, pattern }) => [...text.matchAll(pattern)].map((match) => ({ kind: name, at: match.index })));
    return [...known, ...shaped]
        .sort((a, b) => a.at - b.at)
        .map(({ kind, at }) => ({ kind, line: text.slice(0, at).split("\n").length }));
}
function maskShapes(text) {
    return SHAPES.reduce((safe, { pattern }) => safe.replace(pattern, MASK), text);
}
function maskSpans(text, spans) {
    if (spans.length === 0)
        return text;
    let safe = "";
    let from = 0;
    for (const [start, end] of spans) {
        safe += text.slice(from, start) + MASK;
        from = end;
    }
    return safe + text.slice(from);
}
/** Maximal runs of text covered by windows of known secrets, in order; line breaks inside a run do not hide it. */
function coveredSpans(text, windows) {
    if (windows.pieces.size === 0)
        return [];
    const packed = text.replace(/[\r\n]+/g, "");
    const positions = packed.length === text.length ? undefined : positionsOf(text, packed.length);
    const place = (index) => positions?.[index] ?? index;
    const spans = [];
    for (let index = 0; index < packed.length; index += 1) {
        if (windows.beginnings[beginningAt(packed, index)] === 0)
            continue;
        const length = matchAt(packed, index, windows.pieces);
        if (length === 0)
            continue;
        const start = place(index);
        const end = place(index + length - 1) + 1;
        const last = spans.at(-1);
        if (last && start <= last[1])
            last[1] = Math.max(last[1], end);
        else
            spans.push([start, end]);
    }
    return spans;
}
function beginningAt(text, index) {
    return (text.charCodeAt(index) * 31 + text.charCodeAt(index + 1)) & 0xffff;
}
function matchAt(text, index, pieces) {
    for (const [length, known] of pieces) {
        if (known.has(text.slice(index, index + length)))
            return length;
    }
    return 0;
}
/** Where each character of the text without line breaks stands in the text. */
function positionsOf(text, packedLength) {
    const positions = new Uint32Array(packedLength);
    let next = 0;
    for (let index = 0; index < text.length; index += 1) {
        const code = text.charCodeAt(index);
        if (code !== 10 && code !== 13)
            positions[next++] = index;
    }
    return positions;
}
/** Windows by length: whole values between 8 and 10 characters have windows of their own length. */
function windowsOf(secrets) {
    const windows = { pieces: new Map(), beginnings: new Uint8Array(0x10000) };
    for (const secret of secrets.filter((value) => value.length >= SHORTEST_SECRET)) {
        for (const variant of variantsOf(secret.replace(/[\r\n]/g, "")))
            addWindows(variant, windows);
    }
    return windows;
}
function addWindows(variant, { pieces, beginnings }) {
    if (variant.length < SHORTEST_SECRET)
        return;
    const length = Math.min(WINDOW, variant.length);
    const known = pieces.get(length) ?? new Set();
    for (let start = 0; start + length <= variant.length; start += 1) {
        known.add(variant.slice(start, start + length));
        beginnings[beginningAt(variant, start)] = 1;
    }
    pieces.set(length, known);
}
function variantsOf(secret) {
    const bytes = Buffer.from(secret);
    const hex = bytes.toString("hex");
    return new Set([
        secret,
        [...secret].reverse().join(""),
        encodeURIComponent(secret),
        JSON.stringify(secret).slice(1, -1),
        hex,
        hex.toUpperCase(),
        ...[0, 1, 2].flatMap((offset) => base64At(bytes, offset)),
    ]);
}
/** Base64 of the value as it looks when it starts `offset` bytes into a group; the characters that depend on neighbours are cut. */
function base64At(bytes, offset) {
    const padded = Buffer.concat([Buffer.alloc(offset), bytes]);
    const whole = padded.toString("base64").replace(/=+$/, "");
    const start = offset === 0 ? 0 : offset + 1;
    const end = padded.length % 3 === 0 ? whole.length : whole.length - 1;
    const stable = whole.slice(start, end);
    return [stable, stable.replaceAll("+", "-").replaceAll("/", "_")];
}


/***/ })

};
