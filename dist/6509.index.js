export const id = 6509;
export const ids = [6509];
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

/***/ 16509:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCli: () => (/* binding */ runCli)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/commander/esm.mjs
var esm = __webpack_require__(48179);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(49285);
// EXTERNAL MODULE: ./lib/ops/assets.js
var assets = __webpack_require__(68571);
// EXTERNAL MODULE: ./lib/domain/provider.js
var provider = __webpack_require__(76231);
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
/** Options of `nightshift demo`. */



function addDemoCommand(program, ended) {
    program
        .command("demo")
        .description("show the whole loop on this machine: a blog is planned, built, reviewed and merged; the model is scripted")
        .option("--json", "print one JSON object as the last line")
        .option("--data <dir>", "keep the local GitHub in this directory (default: a new one below the system's temporary directory)")
        .addOption(new esm/* Option */.c$("--provider <name>", "whose API the scripted model speaks")
        .choices(provider/* PROVIDERS */.xq)
        .default("anthropic"))
        .action(async (options) => {
        const { runDemo } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(2413), __webpack_require__.e(4119), __webpack_require__.e(9168), __webpack_require__.e(9534), __webpack_require__.e(2845), __webpack_require__.e(9839), __webpack_require__.e(5380), __webpack_require__.e(2308), __webpack_require__.e(9285)]).then(__webpack_require__.bind(__webpack_require__, 9285));
        ended(await runDemo({ json: options.json === true, data: options.data, provider: options.provider }, systemTerminal(options.json === true)));
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
        const { runInit } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(2909), __webpack_require__.e(2886)]).then(__webpack_require__.bind(__webpack_require__, 22886));
        const options = {
            repo: given.repo,
            toolkit: given.toolkit,
            sweep: given.sweep ?? "1h",
            force: given.force === true,
        };
        ended(await runInit(options, process.cwd(), systemTerminal(false)));
    });
}

;// CONCATENATED MODULE: ./lib/cli/commands/record.js
/** Options of `nightshift transcript`, `nightshift replay` and `nightshift rollback`. */



const SEALED = "A sealed transcript is opened with ANTHROPIC_API_KEY, OPENAI_API_KEY or GEMINI_API_KEY.";
function addTranscriptCommand(program, ended) {
    program
        .command("transcript")
        .description("show the transcript of a run: turns, tool calls, diffs, costs and time")
        .argument("<file>", "transcript.jsonl, or the folder of the unpacked artifact")
        .option("--markdown", "as Markdown (default)")
        .option("--html", "as one HTML page without scripts or anything to load")
        .option("--out <file>", "write it there instead of to standard output")
        .addHelpText("after", `\n${SEALED}`)
        .action(async (file, given) => {
        const { runTranscript } = await __webpack_require__.e(/* import() */ 2499).then(__webpack_require__.bind(__webpack_require__, 22499));
        if (given.html && given.markdown)
            throw new errors/* NightshiftError */.nc("INPUT_INVALID", "--html and --markdown exclude each other.");
        const options = { file, html: given.html === true, out: given.out };
        ended(await runTranscript(options, systemTerminal(given.out === undefined), process.env));
    });
}
function addReplayCommand(program, ended) {
    program
        .command("replay")
        .description("run a transcript again, offline: its answers against the prompts, tools and policy of today, or against another model")
        .argument("<file>", "transcript.jsonl, or the folder of the unpacked artifact")
        .option("--model <provider:model>", "ask this model at every recorded turn; costs money")
        .option("--base-url <url>", "another server that speaks the model provider's API")
        .option("--until <turn>", "stop after this turn", wholeNumber)
        .option("--repo <path>", "the repository whose .github/nightshift.yml holds the policy (default: here)")
        .addHelpText("after", `
Nothing is executed and no file is touched: the results of the tools are those on record. Without --model no model is asked;
every recorded call is checked again by the tools and the policy, and prompt and tools are compared by their hash. The gates
of complete_task need the work tree and are not asked again. With --model each turn is a question of its own, with everything
that was said before it; its calls are compared with the recorded ones, its words are not.

${SEALED}

Exit codes: 0 the same, 1 something differs, 2 wrong use.`)
        .action(async (file, given) => {
        const { runReplay } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(311), __webpack_require__.e(4204), __webpack_require__.e(7845), __webpack_require__.e(6950)]).then(__webpack_require__.bind(__webpack_require__, 39057));
        const { model, baseUrl, until, repo = process.cwd() } = given;
        ended(await runReplay({ file, model, baseUrl, until, repo }, systemTerminal(false), process.env));
    });
}
function addRollbackCommand(program, ended) {
    program
        .command("rollback")
        .description("take what a run left back to one of its checkpoints; the next run for the same work goes on there")
        .argument("<directory>", "the folder of the unpacked artifact, or of a local GitHub's artifact")
        .requiredOption("--to <checkpoint>", "number of the checkpoint; nightshift transcript lists them", wholeNumber)
        .option("--work-tree <path>", "put the files of that moment into this clone; it must be unchanged and at the commit that the run started from")
        .addHelpText("after", `\nTurns that are cut off stay paid. ${SEALED}`)
        .action(async (directory, given) => {
        const { runRollback } = await __webpack_require__.e(/* import() */ 6988).then(__webpack_require__.bind(__webpack_require__, 46988));
        const options = { directory, to: given.to, workTree: given.workTree };
        ended(await runRollback(options, systemTerminal(false), process.env));
    });
}
function wholeNumber(text) {
    if (!/^[1-9]\d{0,6}$/.test(text))
        throw new esm/* InvalidArgumentError */.Di("It is a whole number from 1.");
    return Number(text);
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
        .option("--model <provider:model>", "model of every agent, or several with commas: the later ones take over (default: that of .github/nightshift.yml)")
        .option("--base-url <url>", "another server that speaks the model provider's API, or provider=url for each; https, or http on this machine")
        .option("--max-usd <amount>", "most US dollars for the requirement; can only lower what .github/nightshift.yml allows", dollars)
        .addOption(new esm/* Option */.c$("--approve <how>", "what waits for you is asked on the terminal, or approved at once (default: ask)").choices(["ask", "auto"]))
        .option("--data <dir>", "keep everything in this directory; with a run in it, that run continues (default: a new one in ~/.local/state/nightshift)")
        .addOption(new esm/* Option */.c$("--sandbox <mode>", "required: without a working sandbox nothing runs; off: commands of the model run as you (default: required)").choices(["required", "off"]))
        .option("--run-ci", "also run the repository's own workflows; their result is shown, and decides nothing")
        .option("--retry", "with --data: try again where a person had to decide")
        .option("--json", "print one JSON object as the last line")
        .addHelpText("after", `
The model's key is read from ANTHROPIC_API_KEY, OPENAI_API_KEY or GEMINI_API_KEY (also GOOGLE_API_KEY), whichever
the model needs. It is written nowhere.

Exit codes: 0 done, 1 failed or stopped, 2 wrong use, 3 a person has to act.

Examples:
  nightshift run --repo ~/code/shop --requirements vouchers.md --max-usd 10
  nightshift run --repo . --requirements vouchers.md --model openai:gpt-6-sol,gemini:gemini-4-argon
  nightshift run --data ~/.local/state/nightshift/me-shop-20261122-210000      continues that run`)
        .action(async (given) => {
        const { runRun } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(2413), __webpack_require__.e(4119), __webpack_require__.e(9168), __webpack_require__.e(9534), __webpack_require__.e(2845), __webpack_require__.e(9839), __webpack_require__.e(5380), __webpack_require__.e(2909), __webpack_require__.e(8055), __webpack_require__.e(2308), __webpack_require__.e(2756)]).then(__webpack_require__.bind(__webpack_require__, 2756));
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
        const { runStart } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(2413), __webpack_require__.e(4119), __webpack_require__.e(9168), __webpack_require__.e(5380), __webpack_require__.e(2909), __webpack_require__.e(3561), __webpack_require__.e(7262)]).then(__webpack_require__.bind(__webpack_require__, 87262));
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
        const { runStatus } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(2413), __webpack_require__.e(4119), __webpack_require__.e(9168), __webpack_require__.e(9534), __webpack_require__.e(2845), __webpack_require__.e(5380), __webpack_require__.e(2909), __webpack_require__.e(8055), __webpack_require__.e(3561), __webpack_require__.e(6422)]).then(__webpack_require__.bind(__webpack_require__, 26422));
        const json = given.json === true;
        const options = { repo: given.repo, data: given.data, json };
        ended(await runStatus(options, systemTerminal(json), { env: process.env, directory: process.cwd() }));
    });
}

// EXTERNAL MODULE: ./lib/cli/exit.js
var exit = __webpack_require__(13100);
;// CONCATENATED MODULE: ./lib/cli/main.js
/** The command line. Each command loads its own code; a foreseen failure is one clear message and its exit code. */













const Package = schemas.object({ version: schemas.string() });
/** The version of the toolkit on disk. */
function version() {
    const text = JSON.parse((0,external_node_fs_.readFileSync)((0,external_node_path_.join)((0,assets/* toolkitRoot */.F)(), "package.json"), "utf8"));
    return Package.parse(text).version;
}
/** Exit code of the command in `args`. */
async function runCli(args) {
    let code = exit/* EXIT */.d.done;
    const ended = (answer) => {
        code = answer;
    };
    const program = new esm/* Command */.uB("nightshift")
        .description("Turns requirements into reviewed, tested, merged features: on GitHub Actions, or on this machine alone.")
        .version(version(), "-V, --version")
        .exitOverride()
        .configureHelp({ showGlobalOptions: true })
        .showHelpAfterError("(nightshift --help lists the commands)");
    for (const add of [
        addDemoCommand,
        addRunCommand,
        addInitCommand,
        addStartCommand,
        addStatusCommand,
        addTranscriptCommand,
        addReplayCommand,
        addRollbackCommand,
    ])
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

/***/ 76231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ou: () => (/* binding */ providersOf),
/* harmony export */   aD: () => (/* binding */ keyNameOf),
/* harmony export */   bt: () => (/* binding */ ModelName),
/* harmony export */   s_: () => (/* binding */ parseModelName),
/* harmony export */   w6: () => (/* binding */ ModelList),
/* harmony export */   xq: () => (/* binding */ PROVIDERS)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88343);
/** The vendors of models, and how a model is named: `provider:model`. */

const PROVIDERS = ["anthropic", "openai", "gemini"];
/** Most models of a list: the preferred one and those that take over. */
const MOST_MODELS = 4;
const SHAPE = /^(anthropic|openai|gemini):([A-Za-z0-9][\w.:/@-]{0,100})$/;
/** `provider:model` */
const ModelName = zod__WEBPACK_IMPORTED_MODULE_0__.string()
    .regex(SHAPE, "expected provider:model, such as anthropic:claude-sonnet-5-5");
/** The preferred model first; the others take over, in this order, when it cannot be had. */
const ModelList = zod__WEBPACK_IMPORTED_MODULE_0__.array(ModelName).min(1).max(MOST_MODELS);
/** The two halves of `provider:model`; undefined when it is none. */
function parseModelName(name) {
    const [, vendor, model = ""] = SHAPE.exec(name) ?? [];
    const provider = PROVIDERS.find((each) => each === vendor);
    return provider && { provider, model };
}
/** The providers of these models, each once, in order. */
function providersOf(models) {
    return [...new Set(models.flatMap((name) => parseModelName(name)?.provider ?? []))];
}
/** Name of the secret and the environment variable that hold a provider's key. */
function keyNameOf(provider) {
    return `${provider.toUpperCase()}_API_KEY`;
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
