export const id = 3561;
export const ids = [3561];
export const modules = {

/***/ 45070:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AS: () => (/* binding */ claimDirectory),
/* harmony export */   FR: () => (/* binding */ standardPlace),
/* harmony export */   Ko: () => (/* binding */ writeSession),
/* harmony export */   dF: () => (/* binding */ removeSession),
/* harmony export */   lx: () => (/* binding */ readSession),
/* harmony export */   qF: () => (/* binding */ parseJson)
/* harmony export */ });
/* unused harmony export Session */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88343);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49285);
/** The directory of a local GitHub: may it be used, and is a process at work in it? */





/** Least free space to start with, in bytes: toolkit, repository, jobs and logs. */
const LEAST_SPACE = 200 * 1024 * 1024;
/** How other commands reach the local GitHub of a live process. Readable by its owner only. */
const Session = zod__WEBPACK_IMPORTED_MODULE_4__.strictObject({
    v: zod__WEBPACK_IMPORTED_MODULE_4__.literal(1),
    pid: zod__WEBPACK_IMPORTED_MODULE_4__.int().positive(),
    url: zod__WEBPACK_IMPORTED_MODULE_4__.url(),
    apiUrl: zod__WEBPACK_IMPORTED_MODULE_4__.url(),
    /** Acts as the person. */
    token: zod__WEBPACK_IMPORTED_MODULE_4__.string().min(1),
    repository: zod__WEBPACK_IMPORTED_MODULE_4__.string(),
    login: zod__WEBPACK_IMPORTED_MODULE_4__.string(),
});
/** Where runs are kept when nobody says: the place for state of the XDG base directories. */
function standardPlace(name, now, env = process.env) {
    const state = env.XDG_STATE_HOME?.startsWith("/") ? env.XDG_STATE_HOME : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), ".local", "state");
    const time = now.toISOString().slice(0, 19).replace(/[-:]/g, "").replace("T", "-");
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(state, "nightshift", `${name.replaceAll("/", "-")}-${time}`);
}
/**
 * Makes sure that `directory` can be written, has room, and is new, empty or ours. Leaves nothing behind when it cannot be used.
 * Throws DATA_DIRECTORY_UNUSABLE.
 */
async function claimDirectory(directory) {
    const live = await readSession(directory);
    if (live)
        throw unusable(directory, `process ${live.pid} is at work in it; stop that one first`);
    await checkAncestor(directory, directory);
    const made = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(directory, { recursive: true }).catch((error) => {
        throw unusable(directory, (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error));
    });
    try {
        await checkRoom(directory);
    }
    catch (error) {
        if (made !== undefined)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(made, { recursive: true, force: true });
        throw error instanceof _domain_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NightshiftError */ .nc ? error : unusable(directory, (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error));
    }
}
/** Says what is in the way in plain words: a recursive mkdir answers ENOENT for a read-only place. */
async function checkAncestor(directory, place) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(place).catch(() => undefined);
    if (found === undefined && (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(place) !== place)
        return checkAncestor(directory, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(place));
    if (found?.isDirectory() === false)
        throw unusable(directory, `${place} is a file`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(place, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.constants.W_OK).catch((error) => {
        throw unusable(directory, (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error));
    });
}
async function checkRoom(directory) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory);
    const foreign = names.length > 0 && !names.includes("run.json");
    if (foreign)
        throw unusable(directory, "it holds other files; name an empty or a new directory");
    const probe = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, `.probe-${process.pid}`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(probe, "probe");
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(probe, { force: true });
    const { bavail, bsize } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.statfs)(directory);
    const free = bavail * bsize;
    if (free < LEAST_SPACE)
        throw unusable(directory, `only ${Math.floor(free / 1024 / 1024)} MB are free there, and ${LEAST_SPACE / 1024 / 1024} MB are needed`);
}
function unusable(directory, why) {
    return new _domain_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NightshiftError */ .nc("DATA_DIRECTORY_UNUSABLE", `The data directory ${directory} cannot be used: ${why}. Choose a writable one with --data.`);
}
const sessionFile = (dataDir) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(dataDir), "nightshift.json");
async function writeSession(dataDir, session) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(sessionFile(dataDir), { force: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(sessionFile(dataDir), `${JSON.stringify(session, null, 2)}\n`, { mode: 0o600 });
}
async function removeSession(dataDir) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(sessionFile(dataDir), { force: true });
}
/** The session of the process that is alive in `dataDir`; undefined when there is none. */
async function readSession(dataDir) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(sessionFile(dataDir), "utf8").catch(() => "");
    const session = Session.safeParse(parseJson(text));
    return session.success && isAlive(session.data.pid) && (await answers(session.data))
        ? session.data
        : undefined;
}
/** Process ids are reused; a local GitHub says who it is. */
async function answers({ apiUrl, token }) {
    const response = await fetch(`${apiUrl}/user`, {
        headers: { authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(5_000),
    }).catch(() => undefined);
    await response?.body?.cancel();
    return response?.ok === true;
}
function isAlive(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return error instanceof Error && "code" in error && error.code === "EPERM";
    }
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
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

/***/ 23561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ observeAsPerson),
/* harmony export */   g: () => (/* binding */ reach)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49285);
/* harmony import */ var _github_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40345);
/* harmony import */ var _github_observe_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68331);
/* harmony import */ var _local_forge_start_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39279);
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(73678);
/* harmony import */ var _data_directory_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(45070);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(91278);
/* harmony import */ var _init_init_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(22886);
/* harmony import */ var _local_github_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(26251);
/* harmony import */ var _toolkit_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(85456);
/** GitHub for `start` and `status`: github.com by token, or the local GitHub of a data directory, running or not. */











/** Throws INPUT_INVALID when repository, token or directory are missing. */
async function reach(options, env, directory) {
    if (options.repo !== undefined && !/^[\w.-]+\/[\w.-]+$/.test(options.repo))
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("INPUT_INVALID", `--repo ${options.repo}: expected owner/name.`);
    return options.data === undefined
        ? reachGitHub(options, env, directory)
        : reachLocal((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(options.data), options.repo);
}
async function reachGitHub({ repo }, env, directory) {
    const repository = repo ?? (await (0,_init_init_js__WEBPACK_IMPORTED_MODULE_8__/* .remoteOf */ .e)((0,_git_js__WEBPACK_IMPORTED_MODULE_7__/* .gitIn */ .u)(directory))).repository;
    if (repository === undefined)
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("INPUT_INVALID", "Name the repository with --repo owner/name, or a local GitHub with --data.");
    const token = env.GITHUB_TOKEN ?? env.GH_TOKEN ?? "";
    if (token === "")
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("INPUT_INVALID", `GITHUB_TOKEN is not set. Set it to a token that may read and write issues of ${repository}, or name a local GitHub with --data.`);
    const apiUrl = env.GITHUB_API_URL ?? "https://api.github.com";
    return {
        github: (0,_api_js__WEBPACK_IMPORTED_MODULE_5__/* .connectAsPerson */ .k)({ apiUrl, repository, token }),
        place: "github",
        close: async () => undefined,
    };
}
async function reachLocal(dataDir, repo) {
    const session = await (0,_data_directory_js__WEBPACK_IMPORTED_MODULE_6__/* .readSession */ .lx)(dataDir);
    if (session) {
        const { apiUrl, token } = session;
        const repository = repo ?? session.repository;
        return {
            github: (0,_api_js__WEBPACK_IMPORTED_MODULE_5__/* .connectAsPerson */ .k)({ apiUrl, repository, token }),
            place: "running",
            close: async () => undefined,
        };
    }
    if (!(0,_local_github_js__WEBPACK_IMPORTED_MODULE_9__/* .isDataDirectory */ .S)(dataDir))
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("INPUT_INVALID", `There is no local GitHub in ${dataDir}. "nightshift run" makes one.`);
    return reachStopped(dataDir, repo);
}
/** The forge alone, for the length of the call: nothing is built meanwhile. */
async function reachStopped(dataDir, repo) {
    const forge = await (0,_local_forge_start_js__WEBPACK_IMPORTED_MODULE_4__/* .startForge */ .O)({ dataDir: `${dataDir}/forge` }).catch((error) => {
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("DATA_DIRECTORY_UNUSABLE", (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error), { cause: error });
    });
    try {
        const hosted = forge.repositories().filter((name) => name !== _toolkit_js__WEBPACK_IMPORTED_MODULE_10__/* .LOCAL_TOOLKIT */ .j);
        const repository = repo ?? (hosted.length === 1 ? hosted[0] : undefined);
        if (repository === undefined || !hosted.includes(repository))
            throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("INPUT_INVALID", `The local GitHub in ${dataDir} hosts ${hosted.join(", ") || "no repository"}; name one with --repo.`);
        const token = forge.createPersonToken(repository.split("/")[0] ?? "");
        const github = (0,_api_js__WEBPACK_IMPORTED_MODULE_5__/* .connectAsPerson */ .k)({ apiUrl: forge.apiUrl, repository, token });
        return { github, place: "stopped", close: () => forge.close() };
    }
    catch (error) {
        await forge.close();
        throw error;
    }
}
/** The repository as it is now. Throws GITHUB_REFUSED in words for the person whose token it is. */
async function observeAsPerson(github) {
    try {
        return await (0,_github_observe_js__WEBPACK_IMPORTED_MODULE_3__/* .observe */ .l)(github, { now: () => new Date() });
    }
    catch (error) {
        if (!(error instanceof _github_client_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubRefusal */ .k))
            throw error;
        throw new _github_client_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubRefusal */ .k(error.status, `${github.repository} cannot be read: ${error.message} Is the name right, and may the token read it?`, { cause: error });
    }
}


/***/ })

};
