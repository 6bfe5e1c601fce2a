export const id = 4430;
export const ids = [4430];
export const modules = {

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
