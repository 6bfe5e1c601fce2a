export const id = 546;
export const ids = [546];
export const modules = {

/***/ 13100:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ exitCodeOf),
/* harmony export */   d: () => (/* binding */ EXIT)
/* harmony export */ });
const EXIT = { done: 0, failed: 1, wrongUse: 2, needsHuman: 3 };
/** Wrong use and settings are the caller's to mend; everything else failed. */
function exitCodeOf(error) {
    const { remedy } = error;
    if (remedy === "wrong-use" || remedy === "fix-config")
        return EXIT.wrongUse;
    return remedy === "escalate" ? EXIT.needsHuman : EXIT.failed;
}


/***/ }),

/***/ 2546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCli: () => (/* binding */ runCli)
});

// EXTERNAL MODULE: ./node_modules/commander/esm.mjs
var esm = __webpack_require__(48179);
// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(49285);
;// CONCATENATED MODULE: ./lib/cli/terminal.js
const ERASE_LINE = "\r\u001b[2K";
const DIM = "\u001b[2m";
const PLAIN = "\u001b[0m";
function systemTerminal(json) {
    const out = json ? process.stderr : process.stdout;
    const live = out.isTTY === true;
    let shown = "";
    const draw = (text) => {
        const room = Math.max(20, (out.columns ?? 80) - 1);
        shown = text;
        if (live)
            out.write(text === "" ? ERASE_LINE : `${ERASE_LINE}${DIM}${text.slice(0, room)}${PLAIN}`);
    };
    return {
        line(text) {
            if (live && shown !== "")
                out.write(ERASE_LINE);
            out.write(`${text}\n`);
            if (shown !== "")
                draw(shown);
        },
        answer(text) {
            draw("");
            process.stdout.write(`${text}\n`);
        },
        status: draw,
        interactive: process.stdin.isTTY === true && live,
        async ask(question) {
            draw("");
            const { createInterface } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 26848, 19));
            const reader = createInterface({ input: process.stdin, output: out });
            try {
                return await reader.question(question);
            }
            catch {
                return undefined;
            }
            finally {
                reader.close();
            }
        },
    };
}

;// CONCATENATED MODULE: ./lib/cli/commands/demo.js

function addDemoCommand(program, ended) {
    program
        .command("demo")
        .description("show the whole loop on this machine: a blog is planned, built, reviewed and merged; the model is scripted")
        .option("--json", "print one JSON object as the last line")
        .option("--data <dir>", "keep the local GitHub in this directory (default: a new one below the system's temporary directory)")
        .action(async (options) => {
        const { runDemo } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(925), __webpack_require__.e(413), __webpack_require__.e(514), __webpack_require__.e(805), __webpack_require__.e(526), __webpack_require__.e(713), __webpack_require__.e(362)]).then(__webpack_require__.bind(__webpack_require__, 9362));
        ended(await runDemo({ json: options.json === true, data: options.data }, systemTerminal(options.json === true)));
    });
}

// EXTERNAL MODULE: ./lib/cli/templates.js
var templates = __webpack_require__(53605);
;// CONCATENATED MODULE: ./lib/cli/commands/init.js
/** Options of `nightshift init`. */



function addInitCommand(program, ended) {
    program
        .command("init")
        .description("bring Nightshift's workflows into the repository that you are in, and list what GitHub needs")
        .option("--repo <owner/name>", "the repository on GitHub (default: what its remote says)")
        .option("--toolkit <owner/name@SHA>", "where the toolkit is published, and the commit to pin to: 40 hexadecimal digits")
        .addOption(new esm/* Option */.c$("--sweep <how often>", "how often the manager looks for lost work")
        .choices(Object.keys(templates/* SWEEPS */.mU))
        .default("1h"))
        .option("--force", "overwrite files that exist and differ; without it they stay and the difference is shown")
        .action(async (given) => {
        const { runInit } = await Promise.all(/* import() */[__webpack_require__.e(925), __webpack_require__.e(886)]).then(__webpack_require__.bind(__webpack_require__, 22886));
        const options = {
            repo: given.repo,
            toolkit: given.toolkit,
            sweep: given.sweep ?? "1h",
            force: given.force === true,
        };
        ended(await runInit(options, process.cwd(), systemTerminal(false)));
    });
}

;// CONCATENATED MODULE: ./lib/cli/commands/interrupt.js
/** Ctrl-C and SIGTERM as a wish to stop in order; the second time the process ends at once. */
function onInterrupt(tell) {
    const stop = new AbortController();
    const wish = () => {
        if (stop.signal.aborted)
            process.exit(1);
        tell();
        stop.abort();
    };
    for (const name of ["SIGINT", "SIGTERM"])
        process.on(name, wish);
    return {
        signal: stop.signal,
        release() {
            for (const name of ["SIGINT", "SIGTERM"])
                process.off(name, wish);
        },
    };
}

;// CONCATENATED MODULE: ./lib/cli/commands/run.js
/** Options of `nightshift run`. */



function addRunCommand(program, ended) {
    program
        .command("run")
        .description("build a requirement on your own repository, on this machine; the repository itself is only read")
        .option("--repo <path>", "your git repository; its current branch is built on")
        .option("--requirements <file>", "a text or Markdown file that says what shall be built; its first line is the title")
        .option("--model <provider:model>", "model of every agent (default: that of .github/nightshift.yml)")
        .option("--base-url <url>", "another server that speaks the model provider's API; https, or http on this machine")
        .option("--max-usd <amount>", "most US dollars for the requirement; can only lower what .github/nightshift.yml allows", dollars)
        .addOption(new esm/* Option */.c$("--approve <how>", "what waits for you is asked on the terminal, or approved at once (default: ask)").choices(["ask", "auto"]))
        .option("--data <dir>", "keep everything in this directory; with a run in it, that run continues (default: a new one in ~/.local/state/nightshift)")
        .addOption(new esm/* Option */.c$("--sandbox <mode>", "required: without a working sandbox nothing runs; off: commands of the model run as you (default: required)").choices(["required", "off"]))
        .option("--run-ci", "also run the repository's own workflows; their result is shown, and decides nothing")
        .option("--retry", "with --data: try again where a person had to decide")
        .option("--json", "print one JSON object as the last line")
        .addHelpText("after", `
The model's key is read from ANTHROPIC_API_KEY. It is written nowhere.

Exit codes: 0 done, 1 failed or stopped, 2 wrong use, 3 a person has to act.

Examples:
  nightshift run --repo ~/code/shop --requirements vouchers.md --max-usd 10
  nightshift run --data ~/.local/state/nightshift/me-shop-20261122-210000      continues that run`)
        .action(async (given) => {
        const { runRun } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(925), __webpack_require__.e(413), __webpack_require__.e(514), __webpack_require__.e(805), __webpack_require__.e(526), __webpack_require__.e(713), __webpack_require__.e(55), __webpack_require__.e(600)]).then(__webpack_require__.bind(__webpack_require__, 2756));
        const options = {
            repo: given.repo,
            requirements: given.requirements,
            model: given.model,
            baseUrl: given.baseUrl,
            maxUsd: given.maxUsd,
            approve: given.approve,
            data: given.data,
            sandbox: given.sandbox,
            runCi: given.runCi,
            retry: given.retry === true,
            json: given.json === true,
        };
        const terminal = systemTerminal(options.json);
        const interrupt = onInterrupt(() => terminal.line("stopping; once more to stop at once"));
        try {
            ended(await runRun(options, terminal, {
                env: process.env,
                fetch,
                now: () => new Date(),
                signal: interrupt.signal,
            }));
        }
        finally {
            interrupt.release();
        }
    });
}
function dollars(text) {
    const amount = Number(text);
    if (!/^\d{1,5}(\.\d{1,4})?$/.test(text) || amount <= 0)
        throw new esm/* InvalidArgumentError */.Di("It is an amount of US dollars above 0, such as 2.50.");
    return amount;
}

;// CONCATENATED MODULE: ./lib/cli/commands/start.js

function addStartCommand(program, ended) {
    program
        .command("start")
        .description("open a requirement: an issue with the label that starts the work")
        .argument("[requirement]", "what shall be built; the first line is the title")
        .option("--file <file>", "read it from a text or Markdown file")
        .option("--repo <owner/name>", "the repository (default: what the remote of this directory says)")
        .option("--data <dir>", "a local GitHub instead of github.com")
        .addHelpText("after", "\nGitHub is reached with GITHUB_TOKEN, at GITHUB_API_URL where that is set.")
        .action(async (text, given) => {
        const { runStart } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(925), __webpack_require__.e(413), __webpack_require__.e(514), __webpack_require__.e(805), __webpack_require__.e(526), __webpack_require__.e(561), __webpack_require__.e(262)]).then(__webpack_require__.bind(__webpack_require__, 87262));
        const options = { text, file: given.file, repo: given.repo, data: given.data };
        ended(await runStart(options, systemTerminal(false), { env: process.env, directory: process.cwd() }));
    });
}

;// CONCATENATED MODULE: ./lib/cli/commands/status.js

function addStatusCommand(program, ended) {
    program
        .command("status")
        .description("show every requirement, feature and pull request, its state and why; writes nothing")
        .option("--repo <owner/name>", "the repository (default: what the remote of this directory says)")
        .option("--data <dir>", "a local GitHub instead of github.com")
        .option("--json", "print one JSON object")
        .addHelpText("after", "\nGitHub is reached with GITHUB_TOKEN, at GITHUB_API_URL where that is set.")
        .action(async (given) => {
        const { runStatus } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(925), __webpack_require__.e(413), __webpack_require__.e(514), __webpack_require__.e(805), __webpack_require__.e(526), __webpack_require__.e(55), __webpack_require__.e(561), __webpack_require__.e(506)]).then(__webpack_require__.bind(__webpack_require__, 26422));
        const json = given.json === true;
        const options = { repo: given.repo, data: given.data, json };
        ended(await runStatus(options, systemTerminal(json), { env: process.env, directory: process.cwd() }));
    });
}

// EXTERNAL MODULE: ./lib/cli/exit.js
var exit = __webpack_require__(13100);
;// CONCATENATED MODULE: ./lib/cli/main.js
/** The command line. Each command loads its own code; a foreseen failure is one clear message and its exit code. */








/** Exit code of the command in `args`. */
async function runCli(args) {
    let code = exit/* EXIT */.d.done;
    const ended = (answer) => {
        code = answer;
    };
    const program = new esm/* Command */.uB("nightshift")
        .description("Turns requirements into reviewed, tested, merged features: on GitHub Actions, or on this machine alone.")
        .exitOverride()
        .configureHelp({ showGlobalOptions: true })
        .showHelpAfterError("(nightshift --help lists the commands)");
    for (const add of [addDemoCommand, addRunCommand, addInitCommand, addStartCommand, addStatusCommand])
        add(program, ended);
    try {
        await program.parseAsync([...args], { from: "user" });
        return code;
    }
    catch (error) {
        if (error instanceof esm/* CommanderError */.b7)
            return error.exitCode === 0 ? exit/* EXIT */.d.done : exit/* EXIT */.d.wrongUse;
        const foreseen = error instanceof errors/* NightshiftError */.nc;
        const text = foreseen
            ? error.message
            : error instanceof Error && error.stack
                ? error.stack
                : (0,errors/* messageOf */.bD)(error);
        process.stderr.write(`nightshift: ${text}\n`);
        return foreseen ? (0,exit/* exitCodeOf */.F)(error) : exit/* EXIT */.d.failed;
    }
}


/***/ }),

/***/ 53605:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _2: () => (/* binding */ WORKFLOW_TEMPLATES),
/* harmony export */   g$: () => (/* binding */ renderTemplates),
/* harmony export */   mU: () => (/* binding */ SWEEPS)
/* harmony export */ });
/* unused harmony export OTHER_TEMPLATES */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49285);
/* harmony import */ var _ops_assets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68571);
/** The templates, filled in: which toolkit, pinned to which commit, how often the sweep, which CI wakes the manager. */




const WORKFLOW_TEMPLATES = [
    ".github/workflows/nightshift-code.yml",
    ".github/workflows/nightshift-review.yml",
    ".github/workflows/nightshift-merge.yml",
    ".github/workflows/nightshift-doorbell.yml",
];
const OTHER_TEMPLATES = [".github/ISSUE_TEMPLATE/nightshift.yml", ".github/nightshift.yml"];
const SWEEPS = { "15m": "7,22,37,52 * * * *", "1h": "17 * * * *", "6h": "17 */6 * * *" };
/** Path → content of every template. Throws INPUT_INVALID for a pin that is not a commit. */
async function renderTemplates(filling, root = (0,_ops_assets_js__WEBPACK_IMPORTED_MODULE_3__/* .toolkitRoot */ .F)()) {
    if (!/^[0-9a-f]{40}$/.test(filling.sha)) {
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NightshiftError */ .nc("INPUT_INVALID", `The toolkit is pinned by a commit of 40 hexadecimal digits, not by "${filling.sha}".`);
    }
    const rendered = new Map();
    for (const path of [...WORKFLOW_TEMPLATES, ...OTHER_TEMPLATES]) {
        const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, "templates", path), "utf8");
        rendered.set(path, fill(path, text, filling));
    }
    return rendered;
}
function fill(path, text, filling) {
    const { toolkit, sha, sweep, ciWorkflows, labelPrefix = "nightshift", branchPrefix = "nightshift/", } = filling;
    const pinned = text
        .replaceAll("OWNER/nightshift", toolkit)
        .replaceAll("0".repeat(40), sha)
        .replace("label.name == 'nightshift'", `label.name == '${labelPrefix}'`)
        .replace('labels: ["nightshift"]', `labels: ["${labelPrefix}"]`)
        .replace('branches: ["nightshift/**"]', `branches: ["${branchPrefix}**"]`);
    if (!path.endsWith("nightshift-merge.yml"))
        return pinned;
    const names = ciWorkflows.map((name) => JSON.stringify(name)).join(", ");
    const wakes = ciWorkflows.length === 0 ? "" : `  workflow_run:\n    types: [completed]\n    workflows: [${names}]\n`;
    return pinned
        .replace(`"${SWEEPS["1h"]}"`, `"${SWEEPS[sweep]}"`)
        .replace("  workflow_dispatch: {}\n", () => `${wakes}  workflow_dispatch: {}\n`);
}


/***/ }),

/***/ 49285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   nc: () => (/* binding */ NightshiftError)
/* harmony export */ });
/* unused harmony export ERRORS */
/** Failures that we foresaw. Tests, metrics and exit codes match on `code`, never on the text. */
const ERRORS = {
    CONFIG_INVALID: "fix-config",
    INPUT_INVALID: "wrong-use",
    ENVIRONMENT_UNFIT: "fix-config",
    MESSAGE_MALFORMED: "bug",
    STATE_BLOCK_TOO_LARGE: "escalate",
    GITHUB_UNREACHABLE: "retry",
    GITHUB_RATE_LIMITED: "retry",
    GITHUB_REFUSED: "fix-config",
    GITHUB_CONFLICT: "retry",
    GIT_FAILED: "retry",
    PATCH_REFUSED: "escalate",
    SECRET_FOUND: "escalate",
    SANDBOX_UNAVAILABLE: "fix-config",
    MODEL_UNREACHABLE: "retry",
    MODEL_REFUSED_KEY: "fix-config",
    MODEL_FAILED: "retry",
    OUTCOME_INVALID: "bug",
    WORK_ORDER_INVALID: "bug",
    DATA_DIRECTORY_UNUSABLE: "fix-config",
};
/** A foreseen failure. `message` says what happened and what to do, naming the input, label or file. */
class NightshiftError extends Error {
    code;
    constructor(code, message, options) {
        super(message, options);
        this.name = "NightshiftError";
        this.code = code;
    }
    get remedy() {
        return ERRORS[this.code];
    }
}
/** Text of anything thrown: the message of an Error, else its string form. */
function messageOf(thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
}


/***/ }),

/***/ 68571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ toolkitRoot),
/* harmony export */   Q: () => (/* binding */ assetPath)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73136);
/** Where files that are read at run time lie: below dist/assets in the bundle, beside their code in the source tree. */


/** Path of an asset by its place below `src`, such as `agents/code/definition.md`. */
function assetPath(name) {
    const here = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)((0,node_url__WEBPACK_IMPORTED_MODULE_1__.fileURLToPath)(import.meta.url));
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(here) === "dist" ? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(here, "assets", name) : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(here, "..", name);
}
/** Root of the toolkit: the folder that holds dist, actions, templates and .github. */
function toolkitRoot() {
    const here = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)((0,node_url__WEBPACK_IMPORTED_MODULE_1__.fileURLToPath)(import.meta.url));
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(here) === "dist" ? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(here) : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(here, "..", "..");
}


/***/ })

};
