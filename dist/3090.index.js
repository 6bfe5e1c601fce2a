export const id = 3090;
export const ids = [3090,4430];
export const modules = {

/***/ 44563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ findCommands)
});

;// CONCATENATED MODULE: ./lib/agents/setup-hosts.js
/** Which hosts the set-up commands of a repository need: the package registries of the managers that its files name. */
const MAVEN = ["repo.maven.apache.org", "repo1.maven.org"];
/** By files at the top of the repository; a repository may have several. No host here takes uploads without an account. */
const MANAGERS = [
    { file: /^package\.json$/, hosts: ["registry.npmjs.org", "registry.yarnpkg.com", "repo.yarnpkg.com"] },
    { file: /^deno\.jsonc?$/, hosts: ["jsr.io", "npm.jsr.io", "registry.npmjs.org"] },
    {
        file: /^(pyproject\.toml|setup\.py|setup\.cfg|requirements[\w.-]*\.txt|Pipfile|tox\.ini)$/,
        hosts: ["pypi.org", "files.pythonhosted.org"],
    },
    { file: /^go\.mod$/, hosts: ["proxy.golang.org", "sum.golang.org"] },
    { file: /^Cargo\.toml$/, hosts: ["index.crates.io", "static.crates.io", "crates.io"] },
    { file: /^pom\.xml$/, hosts: MAVEN },
    {
        file: /^(build|settings)\.gradle(\.kts)?$/,
        hosts: [
            ...MAVEN,
            "plugins.gradle.org",
            "plugins-artifacts.gradle.org",
            "services.gradle.org",
            "downloads.gradle.org",
        ],
    },
    { file: /^Gemfile$/, hosts: ["rubygems.org", "index.rubygems.org"] },
    { file: /^composer\.json$/, hosts: ["repo.packagist.org"] },
    { file: /\.(sln|slnx|csproj|fsproj)$/, hosts: ["api.nuget.org"] },
];
/** Hosts for the files of a tree; only those at its top count. */
function registryHosts(files) {
    const names = [...files].filter((name) => !name.includes("/"));
    const hosts = MANAGERS.filter(({ file }) => names.some((name) => file.test(name))).flatMap((manager) => manager.hosts);
    return [...new Set(hosts)];
}

;// CONCATENATED MODULE: ./lib/agents/commands.js

/** First match wins; only files at the top of the repository count. */
const MANIFESTS = [
    { file: /^package\.json$/, read: readPackageJson },
    {
        file: /^(pyproject\.toml|setup\.py|setup\.cfg|requirements\.txt|pytest\.ini|tox\.ini)$/,
        read: readPython,
    },
    {
        file: /^go\.mod$/,
        read: () => ({ setup: ["go mod download"], verify: ["go build ./...", "go vet ./...", "go test ./..."] }),
    },
    { file: /^Cargo\.toml$/, read: () => ({ setup: ["cargo fetch"], verify: ["cargo test --all-targets"] }) },
    {
        file: /^pom\.xml$/,
        read: (_, files) => {
            const maven = files.has("mvnw") ? "./mvnw" : "mvn";
            return { setup: [`${maven} -B -q dependency:go-offline`], verify: [`${maven} -B -o test`] };
        },
    },
    {
        file: /^(build|settings)\.gradle(\.kts)?$/,
        read: (_, files) => {
            const gradle = files.has("gradlew") ? "./gradlew" : "gradle";
            return {
                setup: [`${gradle} --no-daemon testClasses`],
                verify: [`${gradle} --no-daemon --offline test`],
            };
        },
    },
    {
        file: /^(GNUm|M|m)akefile$/,
        read: (text) => {
            const target = ["test", "check"].find((name) => new RegExp(`^${name}\\s*:(?!=)`, "m").test(text));
            return { setup: [], verify: target ? [`make ${target}`] : [] };
        },
    },
];
/** Commands for `tree`, the configured ones first. `verify` is empty when nothing tells how. */
async function findCommands(git, tree, configured) {
    const listed = await git.text(["ls-tree", "-r", "--name-only", "-z", tree]);
    const files = new Set(listed.split("\0").filter((name) => name !== ""));
    const found = await detect(git, tree, files);
    return {
        setup: configured.setup ?? found.setup,
        verify: configured.verify ?? found.verify,
        hosts: configured.setupHosts ?? registryHosts(files),
        from: configured.verify ? ".github/nightshift.yml" : found.from,
    };
}
async function detect(git, tree, files) {
    for (const { file, read } of MANIFESTS) {
        const name = [...files].find((candidate) => file.test(candidate));
        if (name === undefined)
            continue;
        const commands = read(await git.text(["show", `${tree}:${name}`]), files);
        if (commands.verify.length > 0)
            return { ...commands, from: name };
    }
    return { setup: [], verify: [], from: "no file that tells how" };
}
function readPackageJson(text, files) {
    const manifest = parseObject(text);
    const scripts = objectIn(manifest, "scripts");
    const needsInstall = ["dependencies", "devDependencies", "optionalDependencies"].some((key) => Object.keys(objectIn(manifest, key)).length > 0);
    const manager = files.has("pnpm-lock.yaml") ? "pnpm" : files.has("yarn.lock") ? "yarn" : "npm";
    const install = {
        pnpm: "pnpm install --frozen-lockfile",
        yarn: "yarn install --immutable || yarn install --frozen-lockfile",
        npm: files.has("package-lock.json") ? "npm ci" : "npm install --no-audit --no-fund",
    };
    const { test } = scripts;
    const real = typeof test === "string" && test !== "" && !test.includes("no test specified");
    return { setup: needsInstall ? [install[manager]] : [], verify: real ? [`${manager} test`] : [] };
}
function readPython(_, files) {
    const tested = [...files].some((name) => /(^|\/)(test_[\w-]+|[\w-]+_test)\.py$/.test(name));
    if (files.has("uv.lock"))
        return { setup: ["uv sync --frozen"], verify: tested ? ["uv run pytest -q"] : [] };
    const listed = files.has("requirements.txt");
    const python = listed ? ".venv/bin/python" : "python3";
    const install = listed
        ? ["python3 -m venv .venv && .venv/bin/python -m pip install --quiet -r requirements.txt"]
        : [];
    const test = `if ${python} -c "import pytest" 2>/dev/null; then ${python} -m pytest -q; else ${python} -m unittest discover; fi`;
    return { setup: install, verify: tested ? [test] : [] };
}
function parseObject(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === "object" && value !== null ? { ...value } : {};
    }
    catch {
        return {};
    }
}
function objectIn(value, key) {
    const inner = value[key];
    return typeof inner === "object" && inner !== null ? { ...inner } : {};
}


/***/ }),

/***/ 35245:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vh: () => (/* binding */ readJson),
/* harmony export */   Vm: () => (/* binding */ contextOf),
/* harmony export */   pv: () => (/* binding */ writeContext),
/* harmony export */   yI: () => (/* binding */ readContext)
/* harmony export */ });
/* unused harmony exports ContextThread, Context */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(37428);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49285);
/* harmony import */ var _domain_hooks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64324);
/* harmony import */ var _domain_mcp_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76124);
/* harmony import */ var _domain_policy_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(57024);
/* harmony import */ var _domain_snapshot_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(66178);
/* harmony import */ var _domain_state_block_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(44917);
/** The texts that a model will read: collected by the gate from live state, handed over as an artifact, never trusted. */









const ContextThread = zod__WEBPACK_IMPORTED_MODULE_7__.object({
    id: zod__WEBPACK_IMPORTED_MODULE_7__.string(),
    path: zod__WEBPACK_IMPORTED_MODULE_7__.string(),
    line: zod__WEBPACK_IMPORTED_MODULE_7__.number().optional(),
    severity: zod__WEBPACK_IMPORTED_MODULE_7__.string().optional(),
    comments: zod__WEBPACK_IMPORTED_MODULE_7__.array(zod__WEBPACK_IMPORTED_MODULE_7__.object({ author: zod__WEBPACK_IMPORTED_MODULE_7__.string(), body: zod__WEBPACK_IMPORTED_MODULE_7__.string() })),
});
const Context = zod__WEBPACK_IMPORTED_MODULE_7__.object({
    v: zod__WEBPACK_IMPORTED_MODULE_7__.literal(1),
    order: zod__WEBPACK_IMPORTED_MODULE_7__.string(),
    requirement: zod__WEBPACK_IMPORTED_MODULE_7__.object({ number: zod__WEBPACK_IMPORTED_MODULE_7__.number(), title: zod__WEBPACK_IMPORTED_MODULE_7__.string(), body: zod__WEBPACK_IMPORTED_MODULE_7__.string() }),
    features: zod__WEBPACK_IMPORTED_MODULE_7__.array(zod__WEBPACK_IMPORTED_MODULE_7__.object({ key: zod__WEBPACK_IMPORTED_MODULE_7__.string(), title: zod__WEBPACK_IMPORTED_MODULE_7__.string(), progress: zod__WEBPACK_IMPORTED_MODULE_7__.string() })),
    feature: zod__WEBPACK_IMPORTED_MODULE_7__.object({
        title: zod__WEBPACK_IMPORTED_MODULE_7__.string(),
        description: zod__WEBPACK_IMPORTED_MODULE_7__.string(),
        criteria: zod__WEBPACK_IMPORTED_MODULE_7__.array(zod__WEBPACK_IMPORTED_MODULE_7__.string()),
        files: zod__WEBPACK_IMPORTED_MODULE_7__.array(zod__WEBPACK_IMPORTED_MODULE_7__.string()),
    })
        .optional(),
    pull: zod__WEBPACK_IMPORTED_MODULE_7__.object({ number: zod__WEBPACK_IMPORTED_MODULE_7__.number(), title: zod__WEBPACK_IMPORTED_MODULE_7__.string(), body: zod__WEBPACK_IMPORTED_MODULE_7__.string() }).optional(),
    threads: zod__WEBPACK_IMPORTED_MODULE_7__.array(ContextThread),
    /** Reviews by people that ask for changes at this head. */
    asked: zod__WEBPACK_IMPORTED_MODULE_7__.array(zod__WEBPACK_IMPORTED_MODULE_7__.object({ author: zod__WEBPACK_IMPORTED_MODULE_7__.string(), body: zod__WEBPACK_IMPORTED_MODULE_7__.string() })),
    testsRed: zod__WEBPACK_IMPORTED_MODULE_7__.boolean(),
    setup: zod__WEBPACK_IMPORTED_MODULE_7__.array(zod__WEBPACK_IMPORTED_MODULE_7__.string()).optional(),
    verify: zod__WEBPACK_IMPORTED_MODULE_7__.array(zod__WEBPACK_IMPORTED_MODULE_7__.string()).optional(),
    verifyMinutes: zod__WEBPACK_IMPORTED_MODULE_7__.number(),
    protectedPaths: zod__WEBPACK_IMPORTED_MODULE_7__.array(zod__WEBPACK_IMPORTED_MODULE_7__.string()),
    policy: zod__WEBPACK_IMPORTED_MODULE_7__.array(_domain_policy_js__WEBPACK_IMPORTED_MODULE_5__/* .PolicyRule */ .HZ).default([]),
    hooks: _domain_hooks_js__WEBPACK_IMPORTED_MODULE_3__/* .Hooks */ .Rj.prefault({}),
    mcp: _domain_mcp_js__WEBPACK_IMPORTED_MODULE_4__/* .McpServers */ .J.default([]),
    setupHosts: zod__WEBPACK_IMPORTED_MODULE_7__.array(zod__WEBPACK_IMPORTED_MODULE_7__.string()).optional(),
    /** Sealed in a repository that everybody may read. */
    transcript: zod__WEBPACK_IMPORTED_MODULE_7__["enum"](["plain", "sealed", "off"]),
});
/** Only texts of people who may write, of ours, and the authorised requirement go to the model. */
function contextOf(snapshot, work, order) {
    const { requirement, feature, pull } = work;
    const heard = (author) => author.login === snapshot.identity || (0,_domain_snapshot_js__WEBPACK_IMPORTED_MODULE_8__/* .canWrite */ ._)(snapshot, author);
    const { config } = snapshot;
    return {
        v: 1,
        order,
        requirement: {
            number: requirement.requirement.number,
            title: requirement.requirement.title,
            body: requirement.requirement.body,
        },
        features: requirement.features.map(({ planned, progress }) => ({
            key: planned.key,
            title: planned.title,
            progress,
        })),
        ...(feature
            ? {
                feature: {
                    title: feature.planned.title,
                    description: feature.planned.description,
                    criteria: feature.planned.criteria,
                    files: feature.planned.files,
                },
            }
            : {}),
        ...(pull
            ? { pull: { number: pull.pull.number, title: pull.pull.title, body: (0,_domain_state_block_js__WEBPACK_IMPORTED_MODULE_6__/* .visiblePart */ .MR)(pull.pull.body) } }
            : {}),
        threads: (pull?.pull.threads ?? [])
            .filter((thread) => !thread.resolved && thread.comments[0] !== undefined && heard(thread.comments[0].author))
            .map((thread) => ({
            id: thread.id,
            path: thread.path,
            ...(thread.line === undefined ? {} : { line: thread.line }),
            ...(thread.block ? { severity: thread.block.severity } : {}),
            comments: thread.comments
                .filter((comment) => heard(comment.author))
                .map((comment) => ({
                author: comment.author.login === snapshot.identity ? "nightshift" : comment.author.login,
                body: (0,_domain_state_block_js__WEBPACK_IMPORTED_MODULE_6__/* .visiblePart */ .MR)(comment.body),
            })),
        })),
        asked: (pull?.pull.reviews ?? [])
            .filter((review) => review.state === "changes_requested" &&
            review.head === pull?.pull.head &&
            (0,_domain_snapshot_js__WEBPACK_IMPORTED_MODULE_8__/* .canWrite */ ._)(snapshot, review.author))
            .map((review) => ({ author: review.author.login, body: review.body })),
        testsRed: pull?.verification.state === "failed",
        ...(config.setup ? { setup: config.setup } : {}),
        ...(config.verify ? { verify: config.verify } : {}),
        verifyMinutes: config.verify_timeout_minutes,
        protectedPaths: config.protected_paths,
        policy: config.policy,
        hooks: config.hooks,
        mcp: config.mcp,
        ...(config.setup_hosts ? { setupHosts: config.setup_hosts } : {}),
        transcript: config.transcript === "off" ? "off" : snapshot.private ? "plain" : "sealed",
    };
}
async function writeContext(file, context) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, JSON.stringify(context));
}
/** Throws OUTCOME_INVALID when the artifact is missing, broken or of another work order. */
async function readContext(file, order) {
    const context = await readJson(file, Context);
    if (context.order !== order)
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NightshiftError */ .nc("OUTCOME_INVALID", `${file} belongs to another work order.`);
    return context;
}
/** A JSON file that another job left, checked. Throws OUTCOME_INVALID. */
async function readJson(file, schema, limit = 4_000_000) {
    let text;
    try {
        text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8");
    }
    catch (error) {
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NightshiftError */ .nc("OUTCOME_INVALID", `${file} is missing: the job before this one left nothing.`, { cause: error });
    }
    if (text.length > limit)
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NightshiftError */ .nc("OUTCOME_INVALID", `${file} has ${text.length} characters, more than ${limit}.`);
    let raw;
    try {
        raw = JSON.parse(text);
    }
    catch (error) {
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NightshiftError */ .nc("OUTCOME_INVALID", `${file} is not JSON.`, { cause: error });
    }
    const result = schema.safeParse(raw);
    if (!result.success)
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NightshiftError */ .nc("OUTCOME_INVALID", `${file} does not fit: ${zod__WEBPACK_IMPORTED_MODULE_9__/* .prettifyError */ .S1(result.error)}`);
    return result.data;
}


/***/ }),

/***/ 24430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fetchOrder: () => (/* binding */ fetchOrder),
/* harmony export */   layOut: () => (/* binding */ layOut),
/* harmony export */   openGit: () => (/* binding */ openGit),
/* harmony export */   remoteOf: () => (/* binding */ remoteOf),
/* harmony export */   runFetch: () => (/* binding */ runFetch),
/* harmony export */   startingTree: () => (/* binding */ startingTree)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _github_git_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91623);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63629);
/** Brings exactly the work order's commits and lays out the tree that the job works on. The only step of its job that holds the token. */



/** Commits of history that come along at first; more are fetched only when the common ancestor lies deeper. */
const DEPTH = 200;
function openGit(job, facts) {
    return _github_git_js__WEBPACK_IMPORTED_MODULE_1__/* .Git */ .TU.open({ dir: (0,_job_js__WEBPACK_IMPORTED_MODULE_2__/* .places */ .zn)(facts).git, spawn: job.spawn, path: job.env.PATH ?? "" });
}
function remoteOf(facts, token) {
    return { url: (0,_job_js__WEBPACK_IMPORTED_MODULE_2__/* .gitUrl */ .WU)(facts), token };
}
/** Fetches base and head of `order` with their common ancestor. */
async function fetchOrder(job, facts, order, token) {
    const git = await openGit(job, facts);
    const remote = remoteOf(facts, token);
    const shas = [order.base.head, ...(order.pull ? [order.pull.head] : [])];
    await git.fetch(remote, shas, DEPTH);
    if (order.pull && (await git.mergeBase(order.base.head, order.pull.head)) === undefined)
        await git.fetch(remote, shas);
    return git;
}
/** The commit or tree that the agent starts from: the base, the pull request's head, or both merged with conflict markers. */
async function startingTree(git, order) {
    if (!order.pull || order.mode === "implement")
        return order.base.head;
    if (order.mode === "conflict")
        return (await git.mergeTree(order.base.head, order.pull.head)).tree;
    return order.pull.head;
}
/** Phase `fetch`: git objects outside the workspace, the base tree in it. */
async function runFetch(job, facts, order, token) {
    const git = await fetchOrder(job, facts, order, token);
    await emptyDirectory(facts.workspace);
    await git.checkout(order.base.head, facts.workspace, (0,_job_js__WEBPACK_IMPORTED_MODULE_2__/* .places */ .zn)(facts).index("base"));
    job.log(`fetched ${order.base.branch} at ${order.base.head}${order.pull ? ` and pull request #${order.pull.number} at ${order.pull.head}` : ""}`);
}
/** Turns the workspace from the base tree into `tree`; what the set-up left beside it stays. */
async function layOut(git, tree, base, workspace, index) {
    const gone = await git.text(["diff", "--name-only", "--no-renames", "--diff-filter=D", "-z", base, tree]);
    for (const path of gone.split("\0").filter((name) => name !== ""))
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(`${workspace}/${path}`, { force: true });
    await git.checkout(tree, workspace, index);
}
async function emptyDirectory(directory) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(directory, { recursive: true });
    for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory))
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(`${directory}/${name}`, { recursive: true, force: true });
}


/***/ }),

/***/ 9410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ sandboxFor)
/* harmony export */ });
/* harmony import */ var _agent_sandbox_open_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99839);
/* harmony import */ var _ops_log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48206);
/** The sandbox of a job: its tier is decided and said before anything of the model or the repository runs. */


function sandboxFor(job, facts, { mode, hosts, protectedPaths }) {
    const log = (0,_ops_log_js__WEBPACK_IMPORTED_MODULE_1__/* .openLog */ .N)({ stream: { write: (text) => job.log(text.trimEnd()) }, format: "plain" });
    return (0,_agent_sandbox_open_js__WEBPACK_IMPORTED_MODULE_0__/* .openSandbox */ .E)({
        mode,
        workspace: facts.workspace,
        ...(hosts === undefined ? {} : { egress: { hosts, bridge: job.egressCommand } }),
        ...(protectedPaths === undefined ? {} : { protectedPaths }),
        fileServerCommand: job.fileServerCommand,
        log,
        parentEnvironment: { ...job.env },
    });
}


/***/ }),

/***/ 27050:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ runCommands)
/* harmony export */ });
const OUTPUT_BYTES = 256_000;
const TAIL = 4_000;
async function runCommands(sandbox, commands, options) {
    const deadline = options.now().getTime() + options.minutes * 60_000;
    const results = [];
    for (const command of commands) {
        const timeoutMs = Math.max(1_000, deadline - options.now().getTime());
        options.log(`$ ${command}`);
        const before = sandbox.refusedHosts().length;
        const outcome = await sandbox.exec({
            script: command,
            timeoutMs,
            maxOutputBytes: OUTPUT_BYTES,
            egress: options.egress,
        });
        const exitCode = outcome.timedOut ? null : outcome.exitCode;
        const refused = sandbox
            .refusedHosts()
            .slice(before)
            .map(({ host, why }) => `refused: ${host} (${why})`);
        for (const line of [...outcome.output.split("\n").slice(-60), ...refused])
            options.log(`  ${line}`);
        options.log(exitCode === 0
            ? `exit 0 after ${Math.round(outcome.ms)} ms`
            : `failed: ${outcome.timedOut ? "out of time" : `exit ${exitCode}`}`);
        results.push({
            command: command.slice(0, 2_000),
            exitCode,
            ms: outcome.ms,
            tail: exitCode === 0 ? "" : [outcome.output, ...refused].join("\n").slice(-TAIL),
        });
        if (exitCode !== 0)
            break;
    }
    return results;
}


/***/ }),

/***/ 91623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TU: () => (/* binding */ Git),
/* harmony export */   Ur: () => (/* binding */ BOT_MAIL)
/* harmony export */ });
/* unused harmony export BOT_NAME */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49285);


const HARDENED = [
    ["core.hooksPath", "/dev/null"],
    ["core.fsmonitor", "false"],
    ["core.symlinks", "true"],
    ["core.quotePath", "false"],
    ["core.autocrlf", "false"],
    ["core.attributesFile", "/dev/null"],
    ["protocol.ext.allow", "never"],
    ["protocol.file.allow", "always"],
    ["submodule.recurse", "false"],
    ["diff.renames", "true"],
    ["gc.auto", "0"],
    ["maintenance.auto", "false"],
    ["advice.detachedHead", "false"],
    ["init.defaultBranch", "main"],
];
const BOT_NAME = "github-actions[bot]";
const BOT_MAIL = "41898282+github-actions[bot]@users.noreply.github.com";
class Git {
    dir;
    #spawn;
    #path;
    constructor(options) {
        this.dir = options.dir;
        this.#spawn = options.spawn;
        this.#path = options.path;
    }
    /** Opens the repository; throws ENVIRONMENT_UNFIT when git is missing or older than 2.38. */
    static async open(options) {
        const git = new Git(options);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(options.dir, { recursive: true });
        const version = /git version (\d+)\.(\d+)/.exec(await git.text(["version"]));
        const [major = 0, minor = 0] = [Number(version?.[1]), Number(version?.[2])];
        if (major < 2 || (major === 2 && minor < 38)) {
            throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("ENVIRONMENT_UNFIT", `git ${major}.${minor} is too old; Nightshift needs git 2.38 or newer.`);
        }
        await git.text(["init", "--quiet", "--bare", "."]);
        return git;
    }
    /** Runs git and returns whatever it said. Throws ENVIRONMENT_UNFIT only when git itself cannot be started. */
    async run(args, options = {}) {
        const settings = [...HARDENED];
        if (options.remote?.token) {
            const credential = Buffer.from(`x-access-token:${options.remote.token}`).toString("base64");
            settings.push(["http.extraHeader", `Authorization: Basic ${credential}`]);
        }
        const env = {
            PATH: this.#path,
            HOME: "/nonexistent",
            LC_ALL: "C",
            GIT_DIR: this.dir,
            GIT_CONFIG_NOSYSTEM: "1",
            GIT_CONFIG_GLOBAL: "/dev/null",
            GIT_TERMINAL_PROMPT: "0",
            GIT_ASKPASS: "true",
            GIT_CONFIG_COUNT: String(settings.length),
            ...Object.fromEntries(settings.flatMap(([key, value], at) => [
                [`GIT_CONFIG_KEY_${at}`, key],
                [`GIT_CONFIG_VALUE_${at}`, value],
            ])),
            ...(options.workTree ? { GIT_WORK_TREE: options.workTree } : {}),
            ...options.env,
        };
        return collect(this.#spawn("git", args, { cwd: options.workTree ?? this.dir, env, stdio: ["pipe", "pipe", "pipe"] }), options.input);
    }
    /** Standard output as text, trimmed at the end. Throws GIT_FAILED with what git said. */
    async text(args, options = {}) {
        return (await this.bytes(args, options)).toString("utf8").trimEnd();
    }
    async bytes(args, options = {}) {
        const result = await this.run(args, options);
        if (result.exitCode !== 0)
            throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("GIT_FAILED", `git ${args[0]} failed (${result.exitCode}): ${result.stderr.trim().slice(0, 2_000)}`);
        return result.stdout;
    }
    /** Brings exactly these commits with `depth` of their history (all of it when undefined). */
    async fetch(remote, shas, depth) {
        const wanted = [...new Set(shas)];
        if (wanted.length === 0)
            return;
        const shallow = depth === undefined ? [] : [`--depth=${depth}`];
        await this.text(["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", ...shallow, remote.url, ...wanted], { remote });
    }
    /** The best common ancestor; undefined when the fetched history has none. */
    async mergeBase(one, other) {
        const result = await this.run(["merge-base", one, other]);
        return result.exitCode === 0 ? result.stdout.toString("utf8").trim() : undefined;
    }
    async treeOf(commit) {
        return this.text(["rev-parse", "--verify", `${commit}^{tree}`]);
    }
    /** Tree of merging `theirs` into `ours`; with conflicts the tree carries conflict markers and the paths are listed. */
    async mergeTree(ours, theirs) {
        const result = await this.run([
            "merge-tree",
            "--write-tree",
            "--name-only",
            "--no-messages",
            ours,
            theirs,
        ]);
        if (result.exitCode > 1)
            throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("GIT_FAILED", `git merge-tree failed: ${result.stderr.trim()}`);
        const [tree = "", ...conflicts] = result.stdout.toString("utf8").trimEnd().split("\n");
        if (result.exitCode === 0)
            return { tree, conflicts: [] };
        // Exit 1 is also what git says when one of the two cannot be merged at all; it names no tree then.
        if (conflicts.length === 0) {
            throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("GIT_FAILED", `git merge-tree failed: ${result.stderr.trim().slice(0, 2_000)}`);
        }
        return { tree, conflicts: [...new Set(conflicts)] };
    }
    /** Writes the files of a tree into an empty directory. */
    async checkout(tree, directory, index) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(directory, { recursive: true });
        const env = { GIT_INDEX_FILE: index };
        await this.text(["read-tree", tree], { env });
        await this.text(["checkout-index", "--all", "--force"], { env, workTree: directory });
    }
    /** Tree of the files in `directory` as they are now: what git would add, ignored files left out. */
    async treeOfDirectory(directory, index) {
        const env = { GIT_INDEX_FILE: index };
        await this.text(["add", "--all", "--", "."], { env, workTree: directory });
        return this.text(["write-tree"], { env });
    }
    /** Binary-safe patch between two trees or commits. */
    async patch(from, to) {
        return this.bytes([
            "diff",
            "--binary",
            "--full-index",
            "--no-color",
            "--no-ext-diff",
            "--no-textconv",
            "--no-renames",
            from,
            to,
        ]);
    }
    /** Unified diff for reading: three lines of context, renames found; to the last blank, because hunks may end in blanks. */
    async diff(from, to) {
        return (await this.bytes([
            "diff",
            "--no-color",
            "--no-ext-diff",
            "--no-textconv",
            "--find-renames",
            "-U3",
            from,
            to,
        ])).toString("utf8");
    }
    /** Tree of `patch` applied to tree `from`. Throws PATCH_REFUSED when it does not apply exactly. */
    async applyPatch(from, patch, index) {
        const env = { GIT_INDEX_FILE: index };
        await this.text(["read-tree", from], { env });
        const result = await this.run(["apply", "--cached", "--binary", "--whitespace=nowarn"], {
            env,
            input: patch,
        });
        if (result.exitCode !== 0)
            throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("PATCH_REFUSED", `The patch does not apply: ${result.stderr.trim().slice(0, 1_000)}`);
        return this.text(["write-tree"], { env });
    }
    /** A commit by the bot. The same input gives the same commit, so that a repeated run makes no second one. */
    async commit(input) {
        const env = {
            GIT_AUTHOR_NAME: BOT_NAME,
            GIT_AUTHOR_EMAIL: BOT_MAIL,
            GIT_AUTHOR_DATE: input.date,
            GIT_COMMITTER_NAME: BOT_NAME,
            GIT_COMMITTER_EMAIL: BOT_MAIL,
            GIT_COMMITTER_DATE: input.date,
        };
        return this.text(["commit-tree", input.tree, ...input.parents.flatMap((parent) => ["-p", parent])], {
            env,
            input: input.message,
        });
    }
    /**
     * Pushes `commit` to `branch` only while the branch is at `expected` (undefined: does not exist).
     * Returns false when it is somewhere else and not already at `commit`.
     */
    async push(remote, commit, branch, expected) {
        const ref = `refs/heads/${branch}`;
        const result = await this.run([
            "push",
            "--quiet",
            "--porcelain",
            `--force-with-lease=${ref}:${expected ?? ""}`,
            remote.url,
            `${commit}:${ref}`,
        ], { remote });
        if (result.exitCode === 0)
            return true;
        if ((await this.remoteHead(remote, branch)) === commit)
            return true;
        if (/stale info|\[rejected\]|fetch first/.test(`${result.stdout.toString("utf8")}${result.stderr}`))
            return false;
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("GIT_FAILED", `git push to ${branch} failed: ${result.stderr.trim().slice(0, 1_000) || result.stdout.toString("utf8").trim()}`);
    }
    /** Deletes `branch` only while it is at `head`; false when it is gone or somewhere else. */
    async deleteBranch(remote, branch, head) {
        const ref = `refs/heads/${branch}`;
        const lease = `--force-with-lease=${ref}:${head}`;
        const result = await this.run(["push", "--quiet", lease, remote.url, `:${ref}`], { remote });
        return result.exitCode === 0;
    }
    /** Where `branch` is on the remote; undefined when it is not there. */
    async remoteHead(remote, branch) {
        const listed = await this.text(["ls-remote", remote.url, `refs/heads/${branch}`], { remote });
        return /^[0-9a-f]{40}/.exec(listed)?.[0];
    }
}
function collect(child, input) {
    return new Promise((resolve, reject) => {
        const stdout = [];
        const stderr = [];
        child.stdout?.on("data", (chunk) => stdout.push(chunk));
        child.stderr?.on("data", (chunk) => stderr.push(chunk));
        child.stdin?.on("error", () => undefined);
        child.stdin?.end(input);
        child.on("error", (error) => reject(new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("ENVIRONMENT_UNFIT", `git cannot be started (${error.message}); install git 2.38 or newer.`, { cause: error })));
        child.on("close", (code) => resolve({
            exitCode: code ?? 128,
            stdout: Buffer.concat(stdout),
            stderr: Buffer.concat(stderr).toString("utf8"),
        }));
    });
}


/***/ })

};
