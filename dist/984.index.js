export const id = 984;
export const ids = [984];
export const modules = {

/***/ 3100:
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

/***/ 9984:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCli: () => (/* binding */ runCli)
});

// EXTERNAL MODULE: ./node_modules/commander/esm.mjs
var esm = __webpack_require__(8179);
// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(9285);
// EXTERNAL MODULE: ./lib/cli/exit.js
var exit = __webpack_require__(3100);
;// CONCATENATED MODULE: ./lib/cli/terminal.js
function systemTerminal(json) {
    const out = json ? process.stderr : process.stdout;
    return {
        line: (text) => void out.write(`${text}\n`),
        answer: (text) => void process.stdout.write(`${text}\n`),
        interactive: process.stdin.isTTY === true && process.stdout.isTTY === true,
        async ask(question) {
            const { createInterface } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 6848, 19));
            const reader = createInterface({ input: process.stdin, output: process.stdout });
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

;// CONCATENATED MODULE: ./lib/cli/main.js
/** The command line. Each command loads its own code; a foreseen failure is one clear message and its exit code. */




/** Exit code of the command in `args`. */
async function runCli(args) {
    let code = exit/* EXIT */.d.done;
    const program = new esm/* Command */.uB("nightshift")
        .description("Turns requirements into reviewed, tested, merged features: on GitHub Actions, or on this machine alone.")
        .exitOverride()
        .configureHelp({ showGlobalOptions: true })
        .showHelpAfterError("(nightshift --help lists the commands)");
    program
        .command("demo")
        .description("show the whole loop on this machine: a blog is planned, built, reviewed and merged; the model is scripted")
        .option("--json", "print one JSON object as the last line")
        .option("--data <dir>", "keep the local GitHub in this directory (default: a new one below the system's temporary directory)")
        .action(async (options) => {
        const { runDemo } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(413), __webpack_require__.e(925), __webpack_require__.e(514), __webpack_require__.e(858), __webpack_require__.e(302), __webpack_require__.e(257)]).then(__webpack_require__.bind(__webpack_require__, 2257));
        code = await runDemo({ json: options.json === true, data: options.data }, systemTerminal(options.json === true));
    });
    try {
        await program.parseAsync([...args], { from: "user" });
        return code;
    }
    catch (error) {
        if (error instanceof esm/* CommanderError */.b7)
            return error.exitCode === 0 ? exit/* EXIT */.d.done : exit/* EXIT */.d.wrongUse;
        const foreseen = error instanceof errors/* NightshiftError */.nc;
        const text = foreseen ? error.message : error instanceof Error && error.stack ? error.stack : (0,errors/* messageOf */.bD)(error);
        process.stderr.write(`nightshift: ${text}\n`);
        return foreseen ? (0,exit/* exitCodeOf */.F)(error) : exit/* EXIT */.d.failed;
    }
}


/***/ }),

/***/ 9285:
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


/***/ })

};
