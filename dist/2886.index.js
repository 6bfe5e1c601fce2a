export const id = 2886;
export const ids = [2886];
export const modules = {

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
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
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

/***/ 85456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ publishToolkit),
/* harmony export */   j: () => (/* binding */ LOCAL_TOOLKIT)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _ops_assets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68571);
/** The toolkit as the local GitHub hosts it: a snapshot commit of the files on disk. */



const LOCAL_TOOLKIT = "nightshift/nightshift";
/** What a repository reaches through `uses:`. */
const PARTS = ["actions", ".github/workflows", "dist"];
/** Hosts the toolkit as it is on disk now; the commit that the templates are pinned to. */
async function publishToolkit(forge, root = (0,_ops_assets_js__WEBPACK_IMPORTED_MODULE_2__/* .toolkitRoot */ .F)()) {
    const files = await readParts(root);
    if (forge.gitDir(LOCAL_TOOLKIT) === undefined) {
        const [owner = "", name = ""] = LOCAL_TOOLKIT.split("/");
        forge.createUser(owner);
        await forge.createRepository({
            owner,
            name,
            description: "The toolkit, as it is on this machine",
            initialFiles: {},
        });
    }
    return forge.commitFiles(LOCAL_TOOLKIT, "main", files, "The toolkit as it is on this machine", LOCAL_TOOLKIT.split("/")[0] ?? "");
}
async function readParts(root) {
    const files = {};
    for (const part of PARTS) {
        for (const entry of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, part), { withFileTypes: true, recursive: true })) {
            if (!entry.isFile())
                continue;
            const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(entry.parentPath, entry.name);
            const executable = ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path)).mode & 0o100) !== 0;
            files[(0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, path)] = { content: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path), executable };
        }
    }
    return files;
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

/***/ 67185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $R: () => (/* binding */ Sha),
/* harmony export */   Ae: () => (/* binding */ RepositoryName),
/* harmony export */   aX: () => (/* binding */ ACTIONS_BOT),
/* harmony export */   h0: () => (/* binding */ short),
/* harmony export */   m: () => (/* binding */ FeatureKey),
/* harmony export */   qi: () => (/* binding */ UsDollars),
/* harmony export */   qu: () => (/* binding */ DEFAULT_LABEL_PREFIX),
/* harmony export */   rd: () => (/* binding */ IssueNumber),
/* harmony export */   tF: () => (/* binding */ CONFIG_PATH)
/* harmony export */ });
/* unused harmony export AgentName */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88343);
/** The small vocabulary that every other schema is built from. */

/** A full git object id. */
const Sha = zod__WEBPACK_IMPORTED_MODULE_0__.string().regex(/^[0-9a-f]{40}$/, "expected 40 hexadecimal digits");
/** `owner/name` */
const RepositoryName = zod__WEBPACK_IMPORTED_MODULE_0__.string().regex(/^[\w.-]+\/[\w.-]+$/, "expected owner/name");
/** Number of an issue or a pull request. */
const IssueNumber = zod__WEBPACK_IMPORTED_MODULE_0__.int().positive();
/** A feature's name within its requirement: stable over replans, part of its branch. */
const FeatureKey = zod__WEBPACK_IMPORTED_MODULE_0__.string()
    .max(40)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected a slug such as log-in");
const AgentName = zod__WEBPACK_IMPORTED_MODULE_0__["enum"](["code", "review", "merge"]);
/** Where a repository keeps its settings, on its default branch. */
const CONFIG_PATH = ".github/nightshift.yml";
/** Label of a requirement, and prefix of every other label, unless the settings say otherwise. */
const DEFAULT_LABEL_PREFIX = "nightshift";
const UsDollars = zod__WEBPACK_IMPORTED_MODULE_0__.number().positive().max(10_000);
/** The login under which a GITHUB_TOKEN acts (docs: actions/concepts/security/github_token). */
const ACTIONS_BOT = "github-actions[bot]";
/** First seven digits, as people write them. */
function short(sha) {
    return sha.slice(0, 7);
}


/***/ }),

/***/ 26867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ selectedBy),
/* harmony export */   v: () => (/* binding */ toRegExp)
/* harmony export */ });
/** GitHub's filter patterns (`branches`, `tags`, `paths`): `*`, `**`, `?`, `+`, `[]`, leading `!`; the last match wins. */
const cache = new Map();
/** True when `value` is selected by an ordered list of patterns. */
function selectedBy(patterns, value) {
    let selected = false;
    for (const pattern of patterns) {
        if (pattern.startsWith("!")) {
            if (toRegExp(pattern.slice(1)).test(value))
                selected = false;
        }
        else if (toRegExp(pattern).test(value))
            selected = true;
    }
    return selected;
}
/** One pattern as a regular expression over the whole value. */
function toRegExp(pattern) {
    const known = cache.get(pattern);
    if (known)
        return known;
    const expression = new RegExp(`^${translate(pattern)}$`);
    cache.set(pattern, expression);
    return expression;
}
const TOKEN = /\*\*\/|\*\*|\*|\[[^\]]*\]|\\.|[?+]|./gs;
function translate(pattern) {
    return [...pattern.matchAll(TOKEN)].map(([token]) => translateToken(token)).join("");
}
function translateToken(token) {
    if (token === "**/")
        return "(?:.*/)?";
    if (token === "**")
        return ".*";
    if (token === "*")
        return "[^/]*";
    if (token.length > 1 || token === "?" || token === "+")
        return token;
    return token.replace(/[.^$(){}|/\\[\]]/, "\\$&");
}


/***/ })

};
