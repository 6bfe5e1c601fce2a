export const id = 2886;
export const ids = [2886];
export const modules = {

/***/ 91278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ checkGit),
/* harmony export */   u: () => (/* binding */ gitIn)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49285);
/** Git as a person's command line uses it: read-only, in a repository of theirs, with their own settings. */


const LARGEST_OUTPUT = 64 * 1024 * 1024;
/** `directory` is where git looks; variables such as GIT_DIR, which a hook sets, do not lead it elsewhere. */
function gitIn(directory, env = process.env, 
/** Variables of git's that this call sets on purpose. */
own = {}) {
    const run = (args) => new Promise((resolve, reject) => {
        const options = { env: { ...clean(env), ...own }, maxBuffer: LARGEST_OUTPUT };
        (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)("git", ["-C", directory, ...args], options, (error, stdout, stderr) => {
            if (error?.code === "ENOENT")
                reject(missingGit());
            else
                resolve({ code: error ? Number(error.code) || 1 : 0, stdout: stdout.trimEnd(), stderr });
        });
    });
    return {
        async text(args) {
            const { code, stdout, stderr } = await run(args);
            if (code !== 0)
                throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("GIT_FAILED", `git ${args[0]} failed in ${directory}: ${stderr.trim().slice(0, 2_000)}`);
            return stdout;
        },
        async anyway(args) {
            return (await run(args)).stdout;
        },
        async find(args) {
            const { code, stdout } = await run(args);
            return code === 0 ? stdout : undefined;
        },
    };
}
function clean(env) {
    const kept = Object.entries(env).filter(([name]) => !/^GIT_(DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|COMMON_DIR|NAMESPACE|PREFIX)$/.test(name));
    return { ...Object.fromEntries(kept), LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0" };
}
function missingGit() {
    return new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("ENVIRONMENT_UNFIT", "git was not found in PATH; install git 2.38 or newer.");
}
const OLDEST = [2, 38];
/** Throws ENVIRONMENT_UNFIT when git is missing or too old. */
async function checkGit(directory, env = process.env) {
    const said = await gitIn(directory, env).text(["version"]);
    const [, major = "0", minor = "0"] = /(\d+)\.(\d+)/.exec(said) ?? [];
    const [oldestMajor, oldestMinor] = OLDEST;
    const fits = Number(major) > oldestMajor || (Number(major) === oldestMajor && Number(minor) >= oldestMinor);
    if (!fits)
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("ENVIRONMENT_UNFIT", `${said} is too old; Nightshift needs git ${oldestMajor}.${oldestMinor} or newer.`);
}


/***/ }),

/***/ 22886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ remoteOf),
  runInit: () => (/* binding */ runInit)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/domain/config.js
var domain_config = __webpack_require__(91032);
// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(49285);
// EXTERNAL MODULE: ./lib/domain/words.js
var words = __webpack_require__(67185);
// EXTERNAL MODULE: ./lib/ops/config-file.js
var config_file = __webpack_require__(4075);
// EXTERNAL MODULE: ./lib/cli/exit.js
var exit = __webpack_require__(13100);
// EXTERNAL MODULE: ./lib/cli/git.js
var cli_git = __webpack_require__(91278);
// EXTERNAL MODULE: ./lib/cli/templates.js
var templates = __webpack_require__(53605);
// EXTERNAL MODULE: ./lib/cli/toolkit.js
var toolkit = __webpack_require__(85456);
// EXTERNAL MODULE: ./lib/domain/labels.js
var labels = __webpack_require__(70097);
// EXTERNAL MODULE: ./lib/domain/provider.js
var domain_provider = __webpack_require__(76231);
// EXTERNAL MODULE: ./lib/cli/quote.js
var quote = __webpack_require__(49898);
;// CONCATENATED MODULE: ./lib/cli/init/checklist.js
/** What GitHub needs besides the files: settings, secret, variables, labels. `init` prints it. */



function renderChecklist(list) {
    const on = list.repository ? ` --repo ${list.repository}` : "";
    return [
        `Commit these files and bring them to ${list.branch}; nothing wakes before they are there.`,
        "",
        "Settings of the repository, Actions > General:",
        '  - Workflow permissions: switch on "Allow GitHub Actions to create and approve pull requests".',
        '    The default permissions can stay on "Read repository contents": every workflow names its own.',
        `  - Where only selected actions are allowed: allow ${list.toolkit}@*, actions/upload-artifact@* and actions/download-artifact@*.`,
        `  - Where ${list.toolkit} is private: let this repository use it, in that repository's settings (Actions > General > Access).`,
        "  - Rules of the branch must let GitHub Actions merge without reviews or a queue, for those Nightshift waits for a person.",
        "",
        "Secrets:",
        ...(0,domain_provider/* providersOf */.Ou)(list.models).map((provider) => {
            const name = (0,domain_provider/* keyNameOf */.aD)(provider);
            return `  - ${name}, for ${modelsFrom(list.models, provider)}:  gh secret set ${name}${on}`;
        }),
        "",
        `Variables, all optional (gh variable set NAME --body VALUE${on}):`,
        "  - NIGHTSHIFT            off stops everything, at once",
        "  - NIGHTSHIFT_MODEL      provider:model of every agent, or several with commas, in place of .github/nightshift.yml",
        "  - NIGHTSHIFT_MAX_USD    most US dollars for a requirement; can only lower what .github/nightshift.yml allows",
        "  - NIGHTSHIFT_BASE_URL   another server that speaks the model provider's API, or provider=address for each",
        "  - NIGHTSHIFT_SANDBOX    required (default), no-exec: agents work without commands where these cannot be isolated, or off: commands of the model run unprotected in their job",
        "",
        `Labels. The issue form needs the first one, ${list.labelPrefix}; Nightshift makes the others when it first needs them:`,
        ...(0,labels/* allLabels */.dj)(list.labelPrefix).map(({ name, color, description }) => `  gh label create ${(0,quote/* quote */.h)(name)} --color ${color} --description ${(0,quote/* quote */.h)(description)}${on}`),
        ...notStarted(list),
    ];
}
function modelsFrom(models, provider) {
    return models.filter((name) => (0,domain_provider/* parseModelName */.s_)(name)?.provider === provider).join(" and ");
}
/** A merge by GITHUB_TOKEN starts no workflow (docs: triggering-a-workflow-from-a-workflow). */
function notStarted({ workflows, branch }) {
    const missed = workflows.filter(({ startsOnBasePush }) => startsOnBasePush);
    const broken = workflows.filter(({ problem }) => problem !== undefined);
    return [
        ...(missed.length === 0
            ? []
            : [
                "",
                `What Nightshift merges does not start these workflows on ${branch}, because GitHub starts nothing on pushes of its own token:`,
                ...missed.map(({ path, name }) => `  - ${path}${name === path ? "" : ` (${name})`}`),
                "  Run them by hand or on a schedule where they matter.",
            ]),
        ...broken.map(({ path, problem }) => `note: ${path} could not be read and is left out: ${problem}`),
    ];
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(41514);
// EXTERNAL MODULE: ./lib/local/runner/trigger/glob.js
var glob = __webpack_require__(26867);
;// CONCATENATED MODULE: ./lib/cli/init/own-workflows.js
/** The repository's own workflows: which of them are CI, and which start on a push to the base. */





const FOLDER = ".github/workflows";
const Filter = schemas.looseObject({
    branches: schemas.array(schemas.string()).optional(),
    "branches-ignore": schemas.array(schemas.string()).optional(),
    tags: schemas.unknown().optional(),
    "tags-ignore": schemas.unknown().optional(),
});
/** Without those of Nightshift. */
async function readOwnWorkflows(root, base) {
    const names = await (0,promises_.readdir)((0,external_node_path_.join)(root, FOLDER)).catch(() => []);
    const own = names.filter((name) => /\.ya?ml$/.test(name) && !name.startsWith("nightshift-")).sort();
    return Promise.all(own.map(async (name) => readWorkflow(root, `${FOLDER}/${name}`, base)));
}
async function readWorkflow(root, path, base) {
    const idle = { path, name: path, isCi: false, startsOnBasePush: false };
    try {
        const document = (0,dist/* parse */.qg)(await (0,promises_.readFile)((0,external_node_path_.join)(root, path), "utf8"));
        const { name, on } = schemas.looseObject({ name: schemas.string().optional(), on: schemas.unknown() }).parse(document);
        const triggers = triggersOf(on);
        return {
            path,
            name: name ?? path,
            isCi: triggers.has("push") || triggers.has("pull_request"),
            startsOnBasePush: triggers.has("push") && startsOn(triggers.get("push"), base),
            problem: undefined,
        };
    }
    catch (error) {
        const [first = ""] = String(error instanceof Error ? error.message : error).split("\n");
        return { ...idle, problem: first };
    }
}
function triggersOf(on) {
    if (typeof on === "string")
        return new Map([[on, undefined]]);
    if (Array.isArray(on))
        return new Map(on.map((name) => [String(name), undefined]));
    return new Map(typeof on === "object" && on !== null ? Object.entries(on) : []);
}
/** docs: workflow-syntax#onpushbranchestagsbranches-ignoretags-ignore; a filter for tags alone leaves branches out. */
function startsOn(trigger, branch) {
    const filter = Filter.safeParse(trigger ?? {});
    if (!filter.success)
        return true;
    const { branches, "branches-ignore": ignored } = filter.data;
    if (branches)
        return (0,glob/* selectedBy */.B)(branches, branch);
    if (ignored)
        return !(0,glob/* selectedBy */.B)(ignored, branch);
    return filter.data.tags === undefined && filter.data["tags-ignore"] === undefined;
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./lib/cli/init/place-files.js
/** Writes the rendered templates into a repository: new files at once, existing ones only when that is wanted. */





/** Looks at every place before it writes the first file. Throws INPUT_INVALID when something is in the way. */
async function placeFiles(root, files, options) {
    for (const path of files.keys())
        await checkPlace(root, path);
    const placed = [];
    for (const [path, content] of files)
        placed.push(await place(root, path, content, options.force));
    return placed;
}
async function place(root, path, content, force) {
    const target = (0,external_node_path_.join)(root, path);
    const existing = await (0,promises_.readFile)(target, "utf8").catch(() => undefined);
    if (existing === content)
        return { path, state: "unchanged" };
    if (existing !== undefined && !force)
        return { path, state: "kept", diff: await unifiedDiff(path, existing, content) };
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(target), { recursive: true });
    await (0,promises_.writeFile)(target, content);
    return { path, state: existing === undefined ? "written" : "overwritten" };
}
/** A link or a file where a folder belongs would lead the writing elsewhere. */
async function checkPlace(root, path) {
    const parts = path.split("/");
    for (const at of parts.keys()) {
        const part = parts.slice(0, at + 1).join("/");
        const found = await (0,promises_.lstat)((0,external_node_path_.join)(root, part)).catch(() => undefined);
        if (found === undefined)
            return;
        const isLast = at === parts.length - 1;
        if (isLast ? found.isFile() : found.isDirectory())
            continue;
        throw new errors/* NightshiftError */.nc("INPUT_INVALID", `${part} is in the way: it is ${found.isSymbolicLink() ? "a link" : `no ${isLast ? "file" : "folder"}`}. Move it away and try again; nothing was written.`);
    }
}
/** As git shows it, from `before` (a) to `after` (b). */
async function unifiedDiff(path, before, after) {
    const directory = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "nightshift-diff-"));
    try {
        for (const [side, content] of [
            ["a", before],
            ["b", after],
        ]) {
            await (0,promises_.mkdir)((0,external_node_path_.dirname)((0,external_node_path_.join)(directory, side, path)), { recursive: true });
            await (0,promises_.writeFile)((0,external_node_path_.join)(directory, side, path), content);
        }
        const shown = await (0,cli_git/* gitIn */.u)(directory).anyway([
            "diff",
            "--no-index",
            "--no-color",
            "--no-ext-diff",
            "--no-prefix",
            "--",
            `a/${path}`,
            `b/${path}`,
        ]);
        return shown.slice(Math.max(0, shown.indexOf("--- ")));
    }
    finally {
        await (0,promises_.rm)(directory, { recursive: true, force: true });
    }
}

// EXTERNAL MODULE: ./lib/ops/assets.js
var assets = __webpack_require__(68571);
;// CONCATENATED MODULE: ./lib/cli/init/toolkit-pin.js
/** Which toolkit the workflows use: a repository and one commit of it, never something that can be moved. */




const EXAMPLE = "--toolkit owner/name@<40 hexadecimal digits>";
/** Throws INPUT_INVALID for a tag, a short SHA, or a name that GitHub does not know. */
async function pinOf(option, onGitHub) {
    if (option !== undefined)
        return publishedOrLocal(parsePin(option), onGitHub);
    if (onGitHub)
        throw new errors/* NightshiftError */.nc("INPUT_INVALID", `This repository lives on GitHub, so the toolkit must be published there: name its repository and commit with ${EXAMPLE}.`);
    const sha = await (0,cli_git/* gitIn */.u)((0,assets/* toolkitRoot */.F)()).find(["rev-parse", "--verify", "--quiet", "HEAD"]);
    if (sha === undefined || !/^[0-9a-f]{40}$/.test(sha))
        throw new errors/* NightshiftError */.nc("INPUT_INVALID", `Name the toolkit and its commit with ${EXAMPLE}.`);
    return { toolkit: toolkit/* LOCAL_TOOLKIT */.j, sha };
}
function parsePin(text) {
    const refuse = (why) => new errors/* NightshiftError */.nc("INPUT_INVALID", `--toolkit ${text}: ${why} Write ${EXAMPLE}.`);
    const [, toolkit, ref] = /^([\w.-]+\/[\w.-]+)@(.+)$/.exec(text) ?? [];
    if (toolkit === undefined || ref === undefined)
        throw refuse("this is not owner/name@SHA.");
    if (/^[0-9a-f]{40}$/.test(ref))
        return { toolkit, sha: ref };
    if (/^[0-9a-fA-F]{4,40}$/.test(ref))
        throw refuse(`"${ref}" is not a whole commit id in lower case.`);
    throw refuse(`"${ref}" is a tag or a branch, which can be moved to other code at any time.`);
}
function publishedOrLocal(pin, onGitHub) {
    const [owner = ""] = pin.toolkit.split("/");
    if (onGitHub && (pin.toolkit.toLowerCase() === toolkit/* LOCAL_TOOLKIT */.j || owner.toUpperCase() === "OWNER"))
        throw new errors/* NightshiftError */.nc("INPUT_INVALID", `--toolkit ${pin.toolkit} is no published repository: that name exists only on local GitHubs. Publish the toolkit and write ${EXAMPLE}.`);
    if (/^0+$/.test(pin.sha))
        throw new errors/* NightshiftError */.nc("INPUT_INVALID", `--toolkit: ${pin.sha} is no commit. Write ${EXAMPLE}.`);
    return pin;
}

;// CONCATENATED MODULE: ./lib/cli/init/init.js
/** `nightshift init`: brings Nightshift's workflows into a repository, pinned and filled in, and says what else is needed. */














/** `directory` lies anywhere inside the repository. Throws INPUT_INVALID or CONFIG_INVALID before anything is written. */
async function runInit(options, directory, terminal) {
    await (0,cli_git/* checkGit */.T)(directory);
    const root = await (0,cli_git/* gitIn */.u)(directory).find(["rev-parse", "--show-toplevel"]);
    if (root === undefined)
        throw new errors/* NightshiftError */.nc("INPUT_INVALID", `${directory} is not inside the work tree of a git repository. Change into your repository first.`);
    const git = (0,cli_git/* gitIn */.u)(root);
    const remote = await remoteOf(git);
    const repository = checkName(options.repo) ?? remote.repository;
    const pin = await pinOf(options.toolkit, options.repo !== undefined || remote.onGitHub);
    const config = (0,config_file/* parseConfigFile */.m)(await (0,promises_.readFile)((0,external_node_path_.join)(root, words/* CONFIG_PATH */.tF), "utf8").catch(() => undefined));
    const branch = config.base ?? (await defaultBranch(git));
    const workflows = await readOwnWorkflows(root, branch);
    const ciWorkflows = [...new Set(workflows.filter(({ isCi }) => isCi).map(({ name }) => name))];
    const files = await (0,templates/* renderTemplates */.g$)({
        ...pin,
        sweep: options.sweep,
        ciWorkflows,
        labelPrefix: config.label_prefix,
        branchPrefix: config.branch_prefix,
    });
    const placed = await placeFiles(root, files, { force: options.force });
    for (const line of placed.flatMap(renderPlaced))
        terminal.line(line);
    terminal.line(`toolkit: ${pin.toolkit}@${pin.sha}`);
    if (pin.toolkit === toolkit/* LOCAL_TOOLKIT */.j)
        terminal.line("note: that name exists only on a local GitHub; before this repository goes to GitHub, run init again with --toolkit");
    terminal.line(ciWorkflows.length === 0
        ? "CI workflows that wake the manager: none found"
        : `CI workflows that wake the manager: ${ciWorkflows.join(", ")}`);
    terminal.line("");
    for (const line of renderChecklist({
        repository,
        branch,
        toolkit: pin.toolkit,
        labelPrefix: config.label_prefix,
        workflows,
        models: [...new Set([...(0,domain_config/* modelsOf */.Wh)(config, "code"), ...(0,domain_config/* modelsOf */.Wh)(config, "review")])],
    }))
        terminal.line(line);
    return exit/* EXIT */.d.done;
}
function renderPlaced(placed) {
    if (placed.state !== "kept")
        return [`${placed.state.padEnd(11)} ${placed.path}`];
    return [
        `kept        ${placed.path} (it differs from the template; --force overwrites it)`,
        ...placed.diff.split("\n").map((line) => `    ${line}`),
    ];
}
function checkName(name) {
    if (name === undefined || /^[\w.-]+\/[\w.-]+$/.test(name))
        return name;
    throw new errors/* NightshiftError */.nc("INPUT_INVALID", `--repo ${name}: expected owner/name.`);
}
/** Does a remote lie on GitHub, and under which name? `origin` speaks before others. */
async function remoteOf(git) {
    const listed = (await git.find(["config", "--get-regexp", "^remote\\..*\\.url$"])) ?? "";
    const urls = listed
        .split("\n")
        .map((line) => line.split(" "))
        .sort(([one = ""], [other = ""]) => Number(other === "remote.origin.url") - Number(one === "remote.origin.url"))
        .map(([, url = ""]) => url);
    for (const url of urls) {
        const [, repository] = /^(?:[a-z+]+:\/\/)?(?:[^/@]+@)?[\w.-]*(?:github\.[\w.-]+|\.ghe\.com)(?::\d+)?[:/]+([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/i.exec(url) ?? [];
        if (repository)
            return { onGitHub: true, repository };
    }
    return { onGitHub: false, repository: undefined };
}
/** As the remote says, else the branch of now. */
async function defaultBranch(git) {
    const remote = await git.find(["symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD"]);
    return (remote?.replace(/^origin\//, "") ??
        (await git.find(["symbolic-ref", "--quiet", "--short", "HEAD"])) ??
        "main");
}


/***/ }),

/***/ 49898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ quote)
/* harmony export */ });
/** A word as a shell takes it: for commands that people copy. */
function quote(word) {
    return /^[\w/.:@%+=,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}


/***/ }),

/***/ 91032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TS: () => (/* binding */ Config),
/* harmony export */   Wh: () => (/* binding */ modelsOf),
/* harmony export */   sb: () => (/* binding */ defaultConfig)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41514);
/* harmony import */ var _hooks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64324);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57024);
/* harmony import */ var _provider_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76231);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67185);
/** The settings of a repository: `.github/nightshift.yml` on the default branch, and nowhere else. */





/** A setting that a later version carries out is refused until then, so that nobody believes it is on. */
const notYet = (available, later, what) => zod__WEBPACK_IMPORTED_MODULE_4__.string()
    .refine((value) => value === available || !later.includes(value), {
    error: (issue) => `${what} "${String(issue.input)}" is not available yet; use "${available}"`,
})
    .refine((value) => value === available || later.includes(value), {
    error: (issue) => `unknown ${what} "${String(issue.input)}"; use "${available}"`,
})
    .transform(() => available);
/** One model, or several: the preferred one first. */
const Models = zod__WEBPACK_IMPORTED_MODULE_4__.union([_provider_js__WEBPACK_IMPORTED_MODULE_2__/* .ModelName */ .bt.transform((name) => [name]), _provider_js__WEBPACK_IMPORTED_MODULE_2__/* .ModelList */ .w6], {
    error: "expected provider:model, such as anthropic:claude-sonnet-5-5, or a list of up to four of them",
});
const agent = (defaults) => zod__WEBPACK_IMPORTED_MODULE_4__.strictObject({
    model: Models.optional().describe("provider:model of this agent, or a list of them; default: `model`"),
    max_turns: zod__WEBPACK_IMPORTED_MODULE_4__.int().min(1).max(1_000).default(defaults.turns).describe("Model requests per run"),
    timeout_minutes: zod__WEBPACK_IMPORTED_MODULE_4__.number()
        .min(1)
        .max(340)
        .default(defaults.minutes)
        .describe("Wall time per run, in minutes"),
    max_usd: _words_js__WEBPACK_IMPORTED_MODULE_3__/* .UsDollars */ .qi.default(defaults.usd).describe("Money per run, in US dollars"),
})
    .prefault({});
/** A name, not an address; a leading `*.` stands for all names below. */
const HOST = /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}$/i;
const Config = zod__WEBPACK_IMPORTED_MODULE_4__.strictObject({
    version: zod__WEBPACK_IMPORTED_MODULE_4__.literal(1).default(1).describe("Version of this file's format"),
    model: Models.prefault("anthropic:claude-sonnet-5-5").describe("provider:model that all agents use unless they name their own; of a list, the later ones take over when the first cannot be had"),
    code: agent({ turns: 120, minutes: 45, usd: 5 }).describe("Limits of the code agent"),
    review: agent({ turns: 40, minutes: 15, usd: 1.5 }).describe("Limits of the review agent"),
    base: zod__WEBPACK_IMPORTED_MODULE_4__.string()
        .min(1)
        .max(200)
        .optional()
        .describe("Branch that features are merged into; default: the default branch"),
    setup: zod__WEBPACK_IMPORTED_MODULE_4__.array(zod__WEBPACK_IMPORTED_MODULE_4__.string().min(1))
        .max(20)
        .optional()
        .describe("Commands that prepare a fresh tree; they reach `setup_hosts`, nothing else; default: detected"),
    setup_hosts: zod__WEBPACK_IMPORTED_MODULE_4__.array(zod__WEBPACK_IMPORTED_MODULE_4__.string().regex(HOST, "expected a host name such as npm.example.com, or *.example.com"))
        .max(100)
        .optional()
        .describe("The only hosts that set-up commands may reach, by HTTPS; default: those of the package managers found"),
    verify: zod__WEBPACK_IMPORTED_MODULE_4__.array(zod__WEBPACK_IMPORTED_MODULE_4__.string().min(1))
        .max(20)
        .optional()
        .describe("Commands that must all exit 0 before a merge; default: detected"),
    verify_timeout_minutes: zod__WEBPACK_IMPORTED_MODULE_4__.number()
        .min(1)
        .max(340)
        .default(20)
        .describe("Wall time of set-up and verification together, in minutes"),
    ci: zod__WEBPACK_IMPORTED_MODULE_4__.strictObject({ mode: notYet("verify", ["dispatch", "wait", "native"], "ci mode").default("verify") })
        .prefault({})
        .describe("Which evidence a merge needs"),
    landing: notYet("direct", ["requirement_branch"], "landing")
        .default("direct")
        .describe("Where features are merged"),
    mode: zod__WEBPACK_IMPORTED_MODULE_4__["enum"](["observe", "propose", "merge"])
        .default("merge")
        .describe("observe writes only a summary, propose never merges, merge does everything"),
    features: notYet("sub_issues", ["task_list"], "features")
        .default("sub_issues")
        .describe("How features are kept on GitHub"),
    approval: zod__WEBPACK_IMPORTED_MODULE_4__.strictObject({
        plan: zod__WEBPACK_IMPORTED_MODULE_4__.boolean().default(false).describe("A person approves every plan before work starts"),
        first_pull: zod__WEBPACK_IMPORTED_MODULE_4__.boolean().default(true).describe("A person approves the repository's first pull request"),
        every_pull: zod__WEBPACK_IMPORTED_MODULE_4__.boolean().default(false).describe("A person approves every pull request"),
        risks: zod__WEBPACK_IMPORTED_MODULE_4__.array(zod__WEBPACK_IMPORTED_MODULE_4__["enum"](["dependencies", "database", "ci", "large"]))
            .default(["dependencies", "database", "ci", "large"])
            .describe("Risk labels that need a person's approval of that head"),
        large_lines: zod__WEBPACK_IMPORTED_MODULE_4__.int().positive().default(1_500).describe("Changed lines that make a pull request large"),
    })
        .prefault({})
        .describe("What people approve"),
    protected_paths: zod__WEBPACK_IMPORTED_MODULE_4__.array(zod__WEBPACK_IMPORTED_MODULE_4__.string().min(1))
        .max(100)
        .default([])
        .describe("Paths that the agents may never change, besides .github/workflows, .github/actions and .github/nightshift*"),
    hooks: _hooks_js__WEBPACK_IMPORTED_MODULE_0__/* .Hooks */ .Rj.prefault({}).describe("Commands that run in the sandbox at fixed points of a run; see [extending](extending.md#hooks)"),
    policy: zod__WEBPACK_IMPORTED_MODULE_4__.array(_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .PolicyRule */ .HZ)
        .max(200)
        .default([])
        .describe("Ordered rules for the agents' tool calls, the first that matches decides; protected paths come before"),
    rounds: zod__WEBPACK_IMPORTED_MODULE_4__.int().min(1).max(20).default(5).describe("Reviews of one pull request before a person is asked"),
    attempts: zod__WEBPACK_IMPORTED_MODULE_4__.int()
        .min(1)
        .max(10)
        .default(3)
        .describe("Runs in a row that may end without a result before a person is asked"),
    parallel: zod__WEBPACK_IMPORTED_MODULE_4__.int()
        .refine((value) => value === 1, { error: "more than one feature at a time is not available yet; use 1" })
        .default(1)
        .describe("Features in work at the same time"),
    merge_method: zod__WEBPACK_IMPORTED_MODULE_4__["enum"](["squash"], { error: 'only "squash" is available' })
        .default("squash")
        .describe("How pull requests are merged"),
    budget: zod__WEBPACK_IMPORTED_MODULE_4__.strictObject({
        feature_usd: _words_js__WEBPACK_IMPORTED_MODULE_3__/* .UsDollars */ .qi.default(20).describe("Money per feature across runs, in US dollars"),
        requirement_usd: _words_js__WEBPACK_IMPORTED_MODULE_3__/* .UsDollars */ .qi.default(100).describe("Money per requirement across runs, in US dollars"),
        day_usd: _words_js__WEBPACK_IMPORTED_MODULE_3__/* .UsDollars */ .qi.default(200).describe("Money per day (UTC) across all requirements, in US dollars"),
    })
        .prefault({})
        .describe("Money across runs"),
    review_scope: notYet("agents", ["all", "labelled"], "review scope")
        .default("agents")
        .describe("Which pull requests are reviewed"),
    label_prefix: zod__WEBPACK_IMPORTED_MODULE_4__.string()
        .regex(/^[\w.-]{1,30}$/, "expected 1 to 30 letters, digits, dots, dashes or underscores")
        .default(_words_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_LABEL_PREFIX */ .qu)
        .describe("First part of every label"),
    branch_prefix: zod__WEBPACK_IMPORTED_MODULE_4__.string()
        .regex(/^[\w.-]{1,30}\/$/, "expected a word and a slash, such as nightshift/")
        .default("nightshift/")
        .describe("First part of every branch that the agents own"),
    notifications: zod__WEBPACK_IMPORTED_MODULE_4__.strictObject({})
        .prefault({})
        .describe("Not available yet: Slack, Discord and generic webhooks"),
    transcript: zod__WEBPACK_IMPORTED_MODULE_4__["enum"](["on", "off"])
        .default("on")
        .describe("Whether the redacted transcript of a run is uploaded"),
});
/** All defaults: what holds without a file. */
function defaultConfig() {
    return Config.parse({});
}
/** `provider:model` of an agent, the preferred one first. */
function modelsOf(config, agentName) {
    return config[agentName].model ?? config.model;
}


/***/ }),

/***/ 64324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rj: () => (/* binding */ Hooks)
/* harmony export */ });
/* unused harmony exports HOOK_POINTS, HookCommand */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41514);
/** Commands of a repository that run at fixed points of an agent's run. */

const HOOK_POINTS = [
    "RunStart",
    "PreModel",
    "PreToolUse",
    "PostToolUse",
    "PreCompact",
    "SubagentStop",
    "Stop",
    "RunEnd",
];
const MOST_HOOKS = 10;
const HookCommand = zod__WEBPACK_IMPORTED_MODULE_0__.strictObject({
    run: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(1).max(2_000).describe("Shell command; reads one JSON object from its standard input"),
    match: zod__WEBPACK_IMPORTED_MODULE_0__.string()
        .min(1)
        .max(300)
        .regex(/^[\w*|-]+$/, "expected names of tools with |, such as bash|edit_file, or mcp__tracker__*")
        .optional()
        .describe("Only for PreToolUse and PostToolUse: names of tools, separated by |, * for any letters; default: all"),
    timeout_seconds: zod__WEBPACK_IMPORTED_MODULE_0__.int()
        .min(1)
        .max(300)
        .default(30)
        .describe("Then it is killed, which counts as a failure"),
    required: zod__WEBPACK_IMPORTED_MODULE_0__.boolean()
        .default(false)
        .describe("A hook that fails blocks as well; without it a failure is a warning"),
});
const commands = (what) => zod__WEBPACK_IMPORTED_MODULE_0__.array(HookCommand).max(MOST_HOOKS).default([]).describe(what);
const Hooks = zod__WEBPACK_IMPORTED_MODULE_0__.strictObject({
    RunStart: commands("Before the first turn; block ends the run"),
    PreModel: commands("Before every request to the model; block ends the run"),
    PreToolUse: commands("Before a tool call; block refuses it, updatedInput changes it"),
    PostToolUse: commands("After a tool call; block makes its result an error"),
    PreCompact: commands("Before the conversation is replaced by a summary; block ends the run"),
    SubagentStop: commands("When a sub-agent says that it is done; block sends it back"),
    Stop: commands("When the agent says that it is done; block sends it back, three times at most"),
    RunEnd: commands("After the run; cannot block"),
})
    .superRefine((hooks, context) => {
    for (const point of HOOK_POINTS) {
        if (point === "PreToolUse" || point === "PostToolUse")
            continue;
        for (const [index, hook] of hooks[point].entries()) {
            if (hook.match !== undefined)
                context.addIssue({
                    code: "custom",
                    path: [point, index, "match"],
                    message: "match belongs to PreToolUse and PostToolUse; remove it",
                });
        }
    }
});


/***/ }),

/***/ 57024:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HZ: () => (/* binding */ PolicyRule),
/* harmony export */   UN: () => (/* binding */ Escalation)
/* harmony export */ });
/* unused harmony export PROFILES */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41514);
/** Rules of a repository for what its agents may call: an ordered list, the first that matches decides. */

/** Wider places to run a command once more: with the hosts of the set-up in reach, or with more time. Both are the sandbox. */
const PROFILES = ["setup_hosts", "long_command"];
const PolicyRule = zod__WEBPACK_IMPORTED_MODULE_0__.strictObject({
    decision: zod__WEBPACK_IMPORTED_MODULE_0__["enum"](["allow", "deny", "escalate"])
        .describe("escalate asks a person (nobody there = deny and tell), or with `profile` widens the sandbox"),
    agent: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(1).max(60).optional().describe("Name of an agent; default: any"),
    tool: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(1).max(100).optional().describe("Name of a tool; default: any"),
    path: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(1).max(300).optional().describe("Glob of paths that the call names"),
    command: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(1).max(300).optional().describe("Words that a shell command begins with"),
    profile: zod__WEBPACK_IMPORTED_MODULE_0__["enum"](PROFILES)
        .optional()
        .describe("With escalate: a command that the sandbox stopped runs once more with the set-up hosts in reach, or with up to 30 minutes"),
    why: zod__WEBPACK_IMPORTED_MODULE_0__.string().min(1).max(300).describe("Shown to the agent and to people"),
})
    .refine((rule) => rule.profile === undefined || rule.decision === "escalate", {
    error: "profile belongs to decision: escalate",
    path: ["profile"],
})
    .refine((rule) => rule.path === undefined || rule.command === undefined, {
    error: "a rule is about a path or about a command, not both",
    path: ["command"],
});
/** A call that needed a person, or a wider sandbox, and what came of it. */
const Escalation = zod__WEBPACK_IMPORTED_MODULE_0__.strictObject({
    agent: zod__WEBPACK_IMPORTED_MODULE_0__.string().max(60),
    tool: zod__WEBPACK_IMPORTED_MODULE_0__.string().max(100),
    /** The command or the paths, shortened. */
    what: zod__WEBPACK_IMPORTED_MODULE_0__.string().max(300),
    why: zod__WEBPACK_IMPORTED_MODULE_0__.string().max(600),
    answer: zod__WEBPACK_IMPORTED_MODULE_0__["enum"](["denied", "approved", "widened"]),
});


/***/ }),

/***/ 4075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ parseConfigFile)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _domain_config_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91032);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49285);
/* harmony import */ var _domain_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67185);
/** Reads `.github/nightshift.yml`: every mistake at once, each with its line, key and value. */




/**
 * The settings in `text`; undefined (no file) gives the defaults.
 * Throws CONFIG_INVALID with one line per mistake.
 */
function parseConfigFile(text, file = _domain_words_js__WEBPACK_IMPORTED_MODULE_3__/* .CONFIG_PATH */ .tF) {
    if (text === undefined || text.trim() === "")
        return (0,_domain_config_js__WEBPACK_IMPORTED_MODULE_1__/* .defaultConfig */ .sb)();
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { lineCounter: lines, prettyErrors: false });
    const broken = document.errors.map((error) => `${file}:${lines.linePos(error.pos[0]).line}: ${error.message}`);
    if (broken.length > 0)
        throw invalid(broken);
    const result = _domain_config_js__WEBPACK_IMPORTED_MODULE_1__/* .Config */ .TS.safeParse(dataOf(document, lines, file) ?? {});
    if (result.success)
        return result.data;
    throw invalid(result.error.issues.flatMap((issue) => {
        const keys = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
        return keys.map((path) => describe(document, lines, file, path, issue.code === "unrecognized_keys" ? "unknown setting" : issue.message));
    }));
}
/** The document as plain data. An alias that names nothing is most often a glob that wants quotes. */
function dataOf(document, lines, file) {
    try {
        return document.toJS();
    }
    catch (error) {
        const stray = [];
        (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
            Alias(_, alias) {
                if (alias.resolve(document) !== undefined)
                    return;
                const line = lines.linePos(alias.range?.[0] ?? 0).line;
                stray.push(`${file}:${line}: *${alias.source} names no anchor; quote a text that starts with a star`);
            },
        });
        throw invalid(stray.length > 0 ? stray : [`${file}:1: ${(0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`]);
    }
}
function invalid(mistakes) {
    const count = mistakes.length === 1 ? "one mistake" : `${mistakes.length} mistakes`;
    return new _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NightshiftError */ .nc("CONFIG_INVALID", `The configuration has ${count}; nothing was done:\n${mistakes.join("\n")}`);
}
function describe(document, lines, file, path, message) {
    const value = document.getIn(path, false);
    const shown = value === undefined || (typeof value === "object" && value !== null)
        ? ""
        : ` (is ${JSON.stringify(value)})`;
    return `${file}:${lineOf(document, lines, path)}: ${path.join(".") || "the file"}: ${message}${shown}`;
}
/** Line of the deepest key on `path` that the file has. */
function lineOf(document, lines, path) {
    let node = document.contents;
    let offset = 0;
    for (const step of path) {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)) {
            const pair = node.items.find((item) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(item.key) && item.key.value === step);
            if (pair === undefined)
                break;
            if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(pair.key))
                offset = pair.key.range?.[0] ?? offset;
            node = pair.value;
        }
        else if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node) && typeof step === "number") {
            node = node.items[step];
            if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node))
                offset = node.range?.[0] ?? offset;
        }
    }
    return lines.linePos(offset).line;
}


/***/ })

};
