export const id = 5380;
export const ids = [5380,345];
export const modules = {

/***/ 73678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ connectAsPerson)
/* harmony export */ });
/* harmony import */ var _github_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40345);
/** GitHub as a person uses it from the command line: the same gateway, with a person's token. */

function connectAsPerson(options) {
    return (0,_github_client_js__WEBPACK_IMPORTED_MODULE_0__.connectGitHub)(options);
}


/***/ }),

/***/ 26251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ isDataDirectory),
  N: () => (/* binding */ startLocalGitHub)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(49285);
// EXTERNAL MODULE: ./lib/local/forge/start.js + 76 modules
var start = __webpack_require__(39279);
;// CONCATENATED MODULE: ./lib/local/runner/actions/cache.js
const cache = {
    inputs: {
        path: "",
        key: "",
        "restore-keys": "",
        "upload-chunk-size": "",
        enableCrossOsArchive: "false",
        "fail-on-cache-miss": "false",
        "lookup-only": "false",
        "save-always": "false",
    },
    async perform({ inputs, write }) {
        if (inputs["fail-on-cache-miss"] === "true")
            throw new Error(`Failed to restore cache entry. Exiting as fail-on-cache-miss is set. Input key: ${inputs.key}`);
        write(`Cache not found for input keys: ${inputs.key} (the local runner keeps no cache)`);
        return { "cache-hit": "false", "cache-primary-key": inputs.key ?? "" };
    },
};

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./lib/local/runner/git.js
/** Reads bare repositories by asynchronous git processes; the forge serves from the same process and must never be blocked. */



/** Runs git and returns stdout. Throws with git's own message when it fails. */
function git(args, options = {}) {
    return new Promise((resolve, reject) => {
        const env = { ...gitEnvironment(), ...options.env };
        const child = (0,external_node_child_process_.spawn)("git", args, { cwd: options.cwd, env, stdio: ["pipe", "pipe", "pipe"] });
        const out = [];
        const err = [];
        child.stdout.on("data", (chunk) => out.push(chunk));
        child.stderr.on("data", (chunk) => err.push(chunk));
        child.on("error", (cause) => reject(new Error(`git could not be started: ${cause.message}; install git 2.38 or newer`, { cause })));
        child.on("close", (code) => {
            if (code === 0)
                resolve(Buffer.concat(out).toString("utf8"));
            else
                reject(new Error(`git ${args.find((arg) => !arg.startsWith("-")) ?? ""} failed: ${Buffer.concat(err).toString("utf8").trim()}`));
        });
        child.stdin.on("error", () => undefined);
        child.stdin.end(options.input ?? "");
    });
}
/** No configuration of the person or machine may change what a checkout contains. */
function gitEnvironment() {
    const { PATH, HOME, TMPDIR, LANG } = process.env;
    return {
        PATH,
        HOME,
        TMPDIR,
        LANG,
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_CONFIG_GLOBAL: "/dev/null",
        GIT_TERMINAL_PROMPT: "0",
    };
}
/** The commit that a branch, tag or SHA names; undefined when there is none. */
async function resolveCommit(gitDir, ref) {
    const candidates = /^[0-9a-f]{40}$/.test(ref) || ref === "HEAD" || ref.startsWith("refs/")
        ? [ref]
        : [`refs/tags/${ref}`, `refs/heads/${ref}`];
    for (const candidate of candidates) {
        const found = await git([
            "--git-dir",
            gitDir,
            "rev-parse",
            "--verify",
            "--quiet",
            `${candidate}^{commit}`,
        ]).catch(() => "");
        if (found.trim() !== "")
            return found.trim();
    }
    return undefined;
}
/** The files directly inside a folder of a commit; empty when there is no such folder. */
async function listFolder(gitDir, commit, folder) {
    const listing = await git(["--git-dir", gitDir, "ls-tree", "-z", commit, "--", `${folder}/`]);
    return listing.split("\0").flatMap((line) => {
        const match = /^(\d+) blob ([0-9a-f]+)\t(.+)$/s.exec(line);
        return match?.[1] && match[2] && match[3] ? [{ mode: match[1], sha: match[2], path: match[3] }] : [];
    });
}
function readBlob(gitDir, sha) {
    return git(["--git-dir", gitDir, "cat-file", "blob", sha]);
}
/** The text of a file at a commit; undefined when it is not there. */
async function readFileAt(gitDir, commit, path) {
    return git(["--git-dir", gitDir, "cat-file", "blob", `${commit}:${path}`]).catch(() => undefined);
}
/** Writes the tree of a commit into a directory that does not exist yet; it appears whole or not at all. */
async function extractCommit(gitDir, commit, directory) {
    const partial = `${directory}.partial`;
    await (0,promises_.rm)(partial, { recursive: true, force: true });
    await (0,promises_.mkdir)(partial, { recursive: true });
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(directory), { recursive: true });
    const env = { GIT_INDEX_FILE: `${directory}.index` };
    await git(["--git-dir", gitDir, "read-tree", commit], { env });
    await git(["--git-dir", gitDir, "--work-tree", partial, "checkout-index", "--all", "--quiet"], {
        cwd: partial,
        env,
    });
    await (0,promises_.rm)(`${directory}.index`, { force: true });
    await (0,promises_.rename)(partial, directory);
}

;// CONCATENATED MODULE: ./lib/local/runner/actions/checkout.js
/** `actions/checkout`: fetches from the bare repository on disk and leaves `origin` and its credential as the real one does. */




const checkout = {
    inputs: {
        repository: "",
        ref: "",
        token: "",
        "ssh-key": "",
        "ssh-known-hosts": "",
        "ssh-strict": "true",
        "ssh-user": "git",
        "persist-credentials": "true",
        path: "",
        clean: "true",
        filter: "",
        "sparse-checkout": "",
        "sparse-checkout-cone-mode": "true",
        "fetch-depth": "1",
        "fetch-tags": "false",
        "show-progress": "true",
        lfs: "false",
        submodules: "false",
        "set-safe-directory": "true",
        "github-server-url": "",
        "allow-unsafe-pr-checkout": "false",
    },
    async perform(call) {
        const { inputs, forge, run } = call;
        const repository = inputs.repository || run.repository;
        const gitDir = forge.gitDir(repository);
        if (!gitDir)
            throw new Error(`Not Found: the repository '${repository}' is not hosted here`);
        const own = repository.toLowerCase() === run.repository.toLowerCase();
        if (own && !inputs.token && (call.permissions.contents ?? "none") === "none") {
            throw new Error("Not Found: the job's token has no 'contents: read' permission");
        }
        for (const name of ["ssh-key", "sparse-checkout"]) {
            if (inputs[name])
                call.warn(`The stand-in for actions/checkout ignores '${name}'`);
        }
        if (inputs.submodules !== "false")
            call.warn("The stand-in for actions/checkout fetches no submodules");
        const directory = targetDirectory(call);
        await prepare(directory);
        const wanted = await fetchWanted(call, { gitDir, directory, own });
        await configureRemote(call, directory, repository);
        const commit = (await git(["rev-parse", "HEAD"], { cwd: directory })).trim();
        call.write(`Checked out ${repository} at ${commit} (${wanted})`);
        return { ref: inputs.ref ?? "", commit };
    },
};
function targetDirectory({ workspace, inputs }) {
    const directory = (0,external_node_path_.resolve)(workspace, inputs.path ?? "");
    const inside = (0,external_node_path_.relative)(workspace, directory);
    if (inside.startsWith("..") || (0,external_node_path_.isAbsolute)(inside))
        throw new Error(`Repository path '${directory}' is not under '${workspace}'`);
    return directory;
}
async function prepare(directory) {
    await (0,promises_.mkdir)(directory, { recursive: true });
    for (const name of await (0,promises_.readdir)(directory))
        await (0,promises_.rm)(`${directory}/${name}`, { recursive: true, force: true });
    await git(["init", "--quiet", directory]);
}
/** Fetches and checks out the wanted commit; returns how it was named. */
async function fetchWanted(call, at) {
    const { inputs } = call;
    const origin = (0,external_node_url_.pathToFileURL)((0,external_node_path_.resolve)(at.gitDir)).href;
    const depth = Number(inputs["fetch-depth"]) > 0 ? [`--depth=${Number(inputs["fetch-depth"])}`] : [];
    const tags = inputs["fetch-tags"] === "true" || depth.length === 0 ? ["--tags"] : ["--no-tags"];
    const fetch = (...specs) => git(["fetch", "--quiet", "--no-auto-gc", ...tags, ...depth, origin, ...specs], { cwd: at.directory });
    if (depth.length === 0)
        await fetch("+refs/heads/*:refs/remotes/origin/*");
    const ref = inputs.ref || (at.own ? call.ref : call.forge.defaultBranch(inputs.repository ?? ""));
    const commit = inputs.ref ? undefined : at.own ? call.sha : undefined;
    if (/^[0-9a-f]{40}$/.test(ref))
        return detach(at.directory, fetch, ref, ref);
    const branch = await branchOf(at.gitDir, ref);
    if (branch === undefined)
        return detach(at.directory, fetch, commit ?? ref, ref);
    await fetch(`+${commit ?? `refs/heads/${branch}`}:refs/remotes/origin/${branch}`);
    await git(["checkout", "--quiet", "--force", "-B", branch, `refs/remotes/origin/${branch}`], {
        cwd: at.directory,
    });
    return `refs/heads/${branch}`;
}
async function detach(directory, fetch, wanted, named) {
    await fetch(`+${wanted}:refs/remotes/origin/__wanted`);
    await git(["checkout", "--quiet", "--force", "--detach", "refs/remotes/origin/__wanted"], {
        cwd: directory,
    });
    await git(["update-ref", "-d", "refs/remotes/origin/__wanted"], { cwd: directory });
    return named;
}
async function branchOf(gitDir, ref) {
    const name = ref.replace(/^refs\/heads\//, "");
    if (name.startsWith("refs/"))
        return undefined;
    const found = await git(["--git-dir", gitDir, "for-each-ref", "--format=%(refname)", `refs/heads/${name}`]);
    return found.split("\n").includes(`refs/heads/${name}`) ? name : undefined;
}
async function configureRemote(call, directory, repository) {
    const { serverUrl } = call.forge;
    await git(["remote", "add", "origin", `${serverUrl}/${repository}`], { cwd: directory });
    if (call.inputs["persist-credentials"] !== "true")
        return;
    const credential = Buffer.from(`x-access-token:${call.inputs.token || call.token}`).toString("base64");
    call.mask(credential);
    await git(["config", `http.${serverUrl}/.extraheader`, `AUTHORIZATION: basic ${credential}`], {
        cwd: directory,
    });
}

// EXTERNAL MODULE: ./lib/local/runner/trigger/glob.js
var glob = __webpack_require__(26867);
;// CONCATENATED MODULE: ./lib/local/runner/actions/download-artifact.js
/** `actions/download-artifact`: by name, by id, by pattern, or everything; of this run or another. */



const downloadArtifact = {
    inputs: {
        name: "",
        "artifact-ids": "",
        path: "",
        pattern: "",
        "merge-multiple": "false",
        "github-token": "",
        repository: "",
        "run-id": "",
        "skip-decompress": "false",
        "digest-mismatch": "error",
    },
    async perform(call) {
        const { inputs, workspace, forge, write } = call;
        const runId = sourceRun(call);
        const available = forge.artifacts(runId).filter(({ expired }) => !expired);
        const chosen = choose(call, available);
        const target = (0,external_node_path_.resolve)(workspace, inputs.path ?? "");
        const together = inputs.name !== "" ||
            inputs["merge-multiple"] === "true" ||
            (inputs["artifact-ids"] !== "" && chosen.length === 1);
        for (const artifact of chosen) {
            const directory = together ? target : (0,external_node_path_.resolve)(target, artifact.name);
            await (0,promises_.mkdir)(directory, { recursive: true });
            await forge.readArtifact(artifact.id, directory);
            write(`Artifact ${artifact.name} (${artifact.id}) downloaded to ${directory}`);
        }
        if (chosen.length === 0)
            write(`No artifacts found for run ${runId}`);
        return { "download-path": target };
    },
};
/** Another run's artifacts need a token, as on GitHub. */
function sourceRun({ inputs, run, permissions, token }) {
    const other = Number(inputs["run-id"] || run.id);
    if (other === run.id)
        return other;
    if (!inputs["github-token"])
        throw new Error("Artifacts of another run need the input 'github-token'");
    const own = inputs["github-token"] === token;
    if (own && (permissions.actions ?? "none") === "none")
        throw new Error("Resource not accessible by integration: the job's token has no 'actions: read' permission");
    return other;
}
function choose({ inputs }, available) {
    if (inputs["artifact-ids"])
        return inputs["artifact-ids"].split(",").map((text) => chooseId(text.trim(), available));
    if (inputs.name) {
        const named = available.filter(({ name }) => name === inputs.name).at(-1);
        if (!named)
            throw new Error(`Unable to download artifact(s): Artifact not found for name: ${inputs.name}`);
        return [named];
    }
    const pattern = inputs.pattern ? (0,glob/* toRegExp */.v)(inputs.pattern) : undefined;
    return available.filter(({ name }) => !pattern || pattern.test(name));
}
function chooseId(text, available) {
    const found = available.find(({ id }) => String(id) === text);
    if (!found)
        throw new Error(`Unable to download artifact(s): None of the provided artifact IDs were found: ${text}`);
    return found;
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./lib/local/runner/actions/setup.js
/** `actions/setup-*`: use what is installed, and say which version that is. */


const run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
const setupNode = setup("node", ["--version"], "node-version", {
    "node-version": "",
    "node-version-file": "",
    "check-latest": "false",
    architecture: "",
    token: "",
    cache: "",
    "cache-dependency-path": "",
    "registry-url": "",
    scope: "",
    "always-auth": "false",
    "package-manager-cache": "true",
    mirror: "",
    "mirror-token": "",
});
const setupPython = setup("python3", ["--version"], "python-version", {
    "python-version": "",
    "python-version-file": "",
    cache: "",
    architecture: "",
    "check-latest": "false",
    token: "",
    "cache-dependency-path": "",
    "update-environment": "true",
    "allow-prereleases": "false",
    freethreaded: "false",
    "pip-version": "",
    "pip-install": "",
});
const setupGo = setup("go", ["version"], "go-version", {
    "go-version": "",
    "go-version-file": "",
    "check-latest": "false",
    token: "",
    cache: "true",
    "cache-dependency-path": "",
    architecture: "",
});
function setup(program, args, versionInput, inputs) {
    return {
        inputs,
        async perform({ inputs: given, env, write, warn }) {
            const { stdout } = await run(program, args, { env }).catch((cause) => {
                throw new Error(`${program} is not installed on this machine; install it, the local runner downloads no tools`, { cause });
            });
            const installed = /\d+(?:\.\d+)+/.exec(stdout)?.[0] ?? "";
            const wanted = given[versionInput] ?? "";
            write(`Uses the ${program} that is installed: ${installed}`);
            if (/^\d/.test(wanted) && wanted.split(".")[0] !== installed.split(".")[0]) {
                warn(`${versionInput} ${wanted} was asked for; this machine has ${installed}`);
            }
            return { [versionInput]: program === "node" ? `v${installed}` : installed, "cache-hit": "false" };
        },
    };
}

;// CONCATENATED MODULE: ./lib/local/runner/actions/find-files.js
/** Files by the patterns of an upload: paths, folders, `*` and `**`, lines with `!` exclude. */



/** Absolute files, and the folder that their paths in the artifact start from: the folder itself for one, else the least common. */
async function findFiles(workspace, patterns, hidden) {
    const lines = patterns
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== "");
    const wanted = lines.filter((line) => !line.startsWith("!")).map((line) => (0,external_node_path_.resolve)(workspace, line));
    const unwanted = lines
        .filter((line) => line.startsWith("!"))
        .map((line) => (0,external_node_path_.resolve)(workspace, line.slice(1)));
    const found = new Set();
    const roots = [];
    for (const pattern of wanted) {
        const base = fixedPart(pattern);
        const matches = await matching(pattern, base, hidden);
        const isFolder = !pattern.includes("*") && (await isDirectory(pattern));
        if (matches.length > 0)
            roots.push(isFolder || pattern.includes("*") ? base : (0,external_node_path_.dirname)(pattern));
        for (const file of matches)
            found.add(file);
    }
    const files = [...found].filter((file) => !unwanted.some((pattern) => matches(pattern, file))).sort();
    return { files, root: commonFolder(roots) };
}
/** The folder above the first wildcard; the path itself when there is none. */
function fixedPart(pattern) {
    const star = pattern.search(/[*?[]/);
    return star < 0 ? pattern : (0,external_node_path_.dirname)(`${pattern.slice(0, star)}x`);
}
async function matching(pattern, base, hidden) {
    const details = await (0,promises_.stat)(base).catch(() => undefined);
    if (!details)
        return [];
    if (details.isFile())
        return [base];
    const entries = await (0,promises_.readdir)(base, { recursive: true, withFileTypes: true });
    return entries
        .filter((entry) => entry.isFile() || entry.isSymbolicLink())
        .map((entry) => `${entry.parentPath}${external_node_path_.sep}${entry.name}`)
        .filter((file) => hidden ||
        !file
            .slice(base.length)
            .split(external_node_path_.sep)
            .some((part) => part.startsWith(".")))
        .filter((file) => base === pattern || matches(pattern, file));
}
/** A pattern selects a file by itself or by a folder that contains it. */
function matches(pattern, file) {
    const expression = (0,glob/* toRegExp */.v)(pattern);
    for (let path = file; path !== (0,external_node_path_.dirname)(path); path = (0,external_node_path_.dirname)(path))
        if (expression.test(path))
            return true;
    return false;
}
async function isDirectory(path) {
    return (0,promises_.stat)(path).then((details) => details.isDirectory(), () => false);
}
function commonFolder(folders) {
    const [first = external_node_path_.sep, ...rest] = folders;
    return rest.reduce((common, folder) => {
        let candidate = common;
        while (!`${folder}${external_node_path_.sep}`.startsWith(candidate === external_node_path_.sep ? external_node_path_.sep : `${candidate}${external_node_path_.sep}`))
            candidate = (0,external_node_path_.dirname)(candidate);
        return candidate;
    }, first);
}

;// CONCATENATED MODULE: ./lib/local/runner/actions/upload-artifact.js
/** `actions/upload-artifact`: files below their least common folder, kept by the forge. */



const uploadArtifact = {
    inputs: {
        name: "artifact",
        path: "",
        "if-no-files-found": "warn",
        "retention-days": "",
        "compression-level": "6",
        overwrite: "false",
        "include-hidden-files": "false",
        archive: "true",
    },
    async perform({ inputs, workspace, temp, run, forge, write, warn }) {
        const name = inputs.name || "artifact";
        if (!inputs.path)
            throw new Error("Input required and not supplied: path");
        if (/[":<>|*?\r\n\\/]/.test(name))
            throw new Error(`The artifact name is not valid: ${name}. Contains one of the characters " : < > | * ? \\ /`);
        const { files, root } = await findFiles(workspace, inputs.path, inputs["include-hidden-files"] === "true");
        if (files.length === 0) {
            const message = `No files were found with the provided path: ${inputs.path}. No artifacts will be uploaded.`;
            if (inputs["if-no-files-found"] === "error")
                throw new Error(message);
            if (inputs["if-no-files-found"] === "warn")
                warn(message);
            else
                write(message);
            return {};
        }
        const directory = await (0,promises_.mkdtemp)(`${temp}/artifact-`);
        try {
            for (const file of files)
                await copyInto(file, (0,external_node_path_.resolve)(directory, (0,external_node_path_.relative)(root, file)));
            const days = Number(inputs["retention-days"]);
            const artifact = await forge.saveArtifact({
                runId: run.id,
                name,
                directory,
                overwrite: inputs.overwrite === "true",
                ...(days > 0 ? { retentionDays: days } : {}),
            });
            write(`Artifact ${name} has been successfully uploaded: ${files.length} file(s), ${artifact.sizeInBytes} bytes. Artifact ID is ${artifact.id}`);
            const url = `${forge.serverUrl}/${run.repository}/actions/runs/${run.id}/artifacts/${artifact.id}`;
            return { "artifact-id": String(artifact.id), "artifact-url": url };
        }
        finally {
            await (0,promises_.rm)(directory, { recursive: true, force: true });
        }
    },
};
async function copyInto(from, to) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(to), { recursive: true });
    if ((await (0,promises_.stat)(from)).isFile())
        await (0,promises_.cp)(from, to, { dereference: true });
}

;// CONCATENATED MODULE: ./lib/local/runner/actions/built-in.js





/** By `owner/repo`, lower case; a repository of that name which the forge hosts comes before them. */
const BUILT_IN_ACTIONS = new Map([
    ["actions/checkout", checkout],
    ["actions/setup-node", setupNode],
    ["actions/setup-python", setupPython],
    ["actions/setup-go", setupGo],
    ["actions/upload-artifact", uploadArtifact],
    ["actions/download-artifact", downloadArtifact],
    ["actions/cache", cache],
    ["actions/cache/restore", cache],
    ["actions/cache/save", cache],
]);

;// CONCATENATED MODULE: ./lib/local/runner/event-inbox.js
/** Events that were taken but not yet turned into runs, on disk: a kill in between loses none. */

function openEventInbox(workDir) {
    const directory = `${workDir}/events`;
    (0,external_node_fs_.mkdirSync)(directory, { recursive: true });
    const left = (0,external_node_fs_.readdirSync)(directory).sort();
    const files = new Map();
    let sequence = Number(left.at(-1)?.split(".")[0] ?? 0);
    return {
        put(event) {
            if (files.has(event.id))
                return;
            sequence += 1;
            const file = `${directory}/${String(sequence).padStart(12, "0")}.json`;
            files.set(event.id, file);
            (0,external_node_fs_.writeFileSync)(file, JSON.stringify(event));
        },
        done(event) {
            const file = files.get(event.id);
            if (file !== undefined)
                (0,external_node_fs_.rmSync)(file, { force: true });
            files.delete(event.id);
        },
        leftOver: () => left.flatMap((name) => {
            const event = readEvent(`${directory}/${name}`);
            if (event)
                files.set(event.id, `${directory}/${name}`);
            else
                (0,external_node_fs_.rmSync)(`${directory}/${name}`, { force: true });
            return event ?? [];
        }),
    };
}
/** Undefined for a file that the kill cut short: its event was never acknowledged, so the forge delivers it again. */
function readEvent(file) {
    try {
        const event = JSON.parse((0,external_node_fs_.readFileSync)(file, "utf8"));
        return isEvent(event) ? event : undefined;
    }
    catch {
        return undefined;
    }
}
function isEvent(value) {
    return (typeof value === "object" && value !== null && "id" in value && "repository" in value && "starts" in value);
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./lib/local/runner/job/process.js
/** Runs one child process of a step: own process group, output by lines, GitHub's way of stopping it. */


const systemSpawn = external_node_child_process_.spawn;
/** docs: workflow-cancellation — SIGINT to the entry process, then SIGTERM, then the tree is killed. */
const INTERRUPT_MS = 7_500;
const TERMINATE_MS = 2_500;
/** How long output of an ended process is waited for while its own children keep the pipe open. */
const DRAIN_MS = 500;
/** The exit code; 127 when the file cannot be started. Never throws. The group may outlive it: see `killGroup`. */
async function runProcess(host, command, stop, onLine) {
    const child = host.spawn(command.file, command.args, {
        cwd: command.cwd,
        env: command.env,
        detached: true,
        stdio: ["ignore", "pipe", "pipe"],
    });
    const { pid } = child;
    if (pid !== undefined)
        host.groups.add(pid);
    const closed = new Promise((resolve) => child.once("close", () => resolve()));
    const ended = new Promise((resolve) => {
        child.once("error", (error) => {
            onLine(`##[error]${command.file} could not be started: ${error.message}`);
            resolve(127);
        });
        child.once("exit", (code, signal) => resolve(code ?? (signal === "SIGINT" ? 130 : 137)));
    });
    const streams = [child.stdout, child.stderr].map((stream) => stream && readLines(stream, onLine));
    const unlisten = stop.listen(() => pid !== undefined && stopProcess(host, pid, stop, ended));
    const exitCode = await ended;
    unlisten();
    await Promise.race([closed, (0,external_node_timers_promises_.setTimeout)(DRAIN_MS)]);
    for (const flush of streams)
        flush?.();
    return { exitCode, pid };
}
async function stopProcess(host, pid, stop, ended) {
    if (stop.forced)
        return killGroup(pid);
    let running = true;
    void ended.then(() => {
        running = false;
    });
    signal(pid, "SIGINT");
    await Promise.race([ended, wait(host.clock, INTERRUPT_MS)]);
    if (!running)
        return;
    signal(pid, "SIGTERM");
    await Promise.race([ended, wait(host.clock, TERMINATE_MS)]);
    if (running)
        killGroup(pid);
}
/** Ends every process of a step's group; none left is fine. */
function killGroup(pid) {
    signal(-pid, "SIGKILL");
}
function signal(pid, name) {
    try {
        process.kill(pid, name);
    }
    catch (error) {
        if (!isGone(error))
            throw error;
    }
}
function isGone(error) {
    return error instanceof Error && "code" in error && (error.code === "ESRCH" || error.code === "EPERM");
}
function wait(clock, milliseconds) {
    return new Promise((resolve) => {
        clock.after(milliseconds, resolve);
    });
}
/** Calls `onLine` for each whole line; the returned function hands over an unfinished last one. */
function readLines(stream, onLine) {
    const decoder = new TextDecoder();
    let rest = "";
    const flush = () => {
        if (rest !== "")
            onLine(rest);
        rest = "";
    };
    stream.on("data", (chunk) => {
        const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
        rest = lines.pop() ?? "";
        for (const line of lines)
            onLine(line.replace(/\r$/, ""));
    });
    stream.on("end", flush);
    return flush;
}

// EXTERNAL MODULE: ./node_modules/@actions/expressions/dist/features.js
var features = __webpack_require__(15478);
// EXTERNAL MODULE: ./node_modules/@actions/workflow-parser/dist/index.js
var dist = __webpack_require__(22657);
// EXTERNAL MODULE: ./node_modules/@actions/workflow-parser/dist/model/converter/if-condition.js
var if_condition = __webpack_require__(85553);
;// CONCATENATED MODULE: ./lib/local/runner/language/tokens.js
/** Typed access to the token tree of `@actions/workflow-parser`: the runner executes from tokens, because the converted template drops keys. */


/** The value of a key of a mapping; undefined when absent or when the token is no mapping. */
function child(token, key) {
    return token && (0,dist/* isMapping */.pi)(token) ? token.find(key) : undefined;
}
/** The entries of a mapping in order; none for every other token. */
function entries(token) {
    if (!token || !(0,dist/* isMapping */.pi)(token))
        return [];
    return [...token].map(({ key, value }) => ({ key: key.toString(), keyToken: key, value }));
}
function items(token) {
    return token && (0,dist/* isSequence */.wZ)(token) ? [...token] : [];
}
/** The text of a literal scalar; undefined for expressions, null and collections. */
function literalText(token) {
    if (!token)
        return undefined;
    if ((0,dist/* isString */.Kg)(token))
        return token.value;
    if ((0,dist/* isNumber */.Et)(token) || (0,dist/* isBoolean */.Lm)(token))
        return token.toString();
    return undefined;
}
function literalBoolean(token) {
    return token && (0,dist/* isBoolean */.Lm)(token) ? token.value : undefined;
}
/** A list of literals where YAML allows one string or a sequence. */
function literalList(token) {
    if (!token)
        return undefined;
    const one = literalText(token);
    if (one !== undefined)
        return [one];
    return items(token).flatMap((item) => literalText(item) ?? []);
}
/**
 * The condition of an `if:` with GitHub's rule applied: without a status function it becomes `success() && (…)`;
 * an absent condition is `success()`.
 */
function condition(token) {
    if (!token)
        return "success()";
    const source = ((0,dist/* isBasicExpression */.hR)(token) ? token.expression : (literalText(token) ?? "")).trim();
    return source === "" ? "success()" : (0,if_condition/* ensureStatusFunction */.ZA)(source, token.definitionInfo);
}
/** One-based line of a token in its file. */
function lineOf(token) {
    return token?.range?.start.line ?? 1;
}

;// CONCATENATED MODULE: ./lib/local/runner/run/permissions.js

const SCOPES = [
    "actions",
    "artifact-metadata",
    "attestations",
    "checks",
    "code-quality",
    "contents",
    "deployments",
    "discussions",
    "id-token",
    "issues",
    "models",
    "packages",
    "pages",
    "pull-requests",
    "repository-projects",
    "security-events",
    "statuses",
    "vulnerability-alerts",
];
const RANK = { none: 0, read: 1, write: 2 };
/** Undefined when the file says nothing, which means "inherit". */
function parsePermissions(token) {
    if (!token)
        return undefined;
    const shorthand = literalText(token);
    if (shorthand === "read-all" || shorthand === "write-all")
        return shorthand;
    return Object.fromEntries(entries(token).map(({ key, value }) => [key, parseLevel(literalText(value))]));
}
function parseLevel(text) {
    return text === "read" || text === "write" ? text : "none";
}
/** Every scope of a request spelled out; `metadata: read` always belongs to it. */
function expandPermissions(request) {
    if (request === "read-all" || request === "write-all") {
        const level = request === "read-all" ? "read" : "write";
        return { ...Object.fromEntries(SCOPES.map((scope) => [scope, level])), metadata: "read" };
    }
    const asked = Object.entries(request).filter(([, level]) => level !== "none");
    return { ...Object.fromEntries(asked), metadata: "read" };
}
/** What a repository grants when a workflow names nothing (`restricted` and `permissive` default). */
function defaultPermissions(level) {
    if (level === "read")
        return { contents: "read", packages: "read", metadata: "read" };
    const { "id-token": _never, ...rest } = expandPermissions("write-all");
    return rest;
}
/** A fork's pull request never gets more than read. */
function readOnly(permissions) {
    return Object.fromEntries(Object.entries(permissions).map(([scope, level]) => [scope, level === "write" ? "read" : level]));
}
/** The scopes in which a request exceeds what is granted, in GitHub's words: `'contents: write', but is only allowed 'contents: read'`. */
function exceeding(request, granted) {
    const over = Object.entries(expandPermissions(request)).filter(([scope, level]) => RANK[level] > RANK[granted[scope] ?? "none"]);
    if (over.length === 0)
        return undefined;
    const list = (pick) => over.map(([scope, level]) => `${scope}: ${pick(scope, level)}`).join(", ");
    return `'${list((_, level) => level)}', but is only allowed '${list((scope) => granted[scope] ?? "none")}'`;
}

;// CONCATENATED MODULE: ./lib/local/runner/language/workflow-file.js
/** Parses a workflow file with GitHub's parser into the model that the planner executes. */




const FLAGS = new features/* FeatureFlags */.g({ allowCaseFunction: true, allowCopilotRequestsPermission: true });
/** Never throws: everything that is wrong with the file is in `errors`. */
async function parseWorkflowFile(path, content) {
    const result = (0,dist/* parseWorkflow */.hM)({ name: path, content }, new dist/* NoOperationTraceWriter */.P0());
    const root = result.value;
    if (!root)
        return { errors: errorsOf(path, result.context.errors.getErrors()), name: path, events: {} };
    const template = await (0,dist/* convertWorkflowTemplate */.DE)(result.context, root, undefined, {
        errorPolicy: 1,
        featureFlags: FLAGS,
    });
    const reported = errorsOf(path, result.context.errors.getErrors()).filter((error) => !isWrongRefusal(error, root));
    const errors = [...reported, ...refusals(path, root)];
    const events = template.events ?? {};
    const name = literalText(child(root, "name")) ?? path;
    if (errors.length > 0)
        return { errors, name, events };
    return { workflow: readWorkflow(path, name, root, events), errors, name, events };
}
function errorsOf(file, errors) {
    return errors.map((error) => ({ file, line: error.range?.start.line ?? 1, message: error.rawMessage }));
}
/** The parser's schema (0.3.61) misspells one event: `on: repository_dispatch` without a mapping is valid on GitHub. */
function isWrongRefusal(error, root) {
    const on = child(root, "on");
    const named = literalList(on)?.includes("repository_dispatch") ?? false;
    return named && error.message === "Unexpected value 'repository_dispatch'" && error.line >= lineOf(on);
}
function readWorkflow(path, name, root, events) {
    const on = child(root, "on");
    const call = child(on, "workflow_call");
    return {
        path,
        name,
        runName: child(root, "run-name"),
        env: child(root, "env"),
        defaults: child(root, "defaults"),
        permissions: parsePermissions(child(root, "permissions")),
        concurrency: child(root, "concurrency"),
        events,
        dispatchInputs: readInputs(child(child(on, "workflow_dispatch"), "inputs")),
        callable: "workflow_call" in events,
        callInputs: readInputs(child(call, "inputs")),
        callSecrets: entries(child(call, "secrets")).map(({ key, value }) => ({
            name: key,
            required: literalBoolean(child(value, "required")) ?? false,
        })),
        callOutputs: entries(child(call, "outputs")).flatMap(({ key, value }) => {
            const output = child(value, "value");
            return output ? [{ name: key, value: output }] : [];
        }),
        jobs: entries(child(root, "jobs")).map(({ key, keyToken, value }) => readJob(key, value, lineOf(keyToken))),
    };
}
function readInputs(token) {
    return entries(token).map(({ key, value }) => ({
        name: key,
        type: inputType(literalText(child(value, "type"))),
        required: literalBoolean(child(value, "required")) ?? false,
        default: child(value, "default"),
        options: literalList(child(value, "options")) ?? [],
    }));
}
function inputType(name) {
    return name === "boolean" || name === "number" || name === "choice" || name === "environment"
        ? name
        : "string";
}
function readJob(id, token, line) {
    const secrets = child(token, "secrets");
    return {
        id,
        line,
        name: child(token, "name"),
        needs: literalList(child(token, "needs")) ?? [],
        if: condition(child(token, "if")),
        strategy: child(token, "strategy"),
        concurrency: child(token, "concurrency"),
        permissions: parsePermissions(child(token, "permissions")),
        env: child(token, "env"),
        defaults: child(token, "defaults"),
        outputs: child(token, "outputs"),
        timeoutMinutes: child(token, "timeout-minutes"),
        continueOnError: child(token, "continue-on-error"),
        runsOn: child(token, "runs-on"),
        environment: child(token, "environment"),
        steps: readSteps(child(token, "steps")),
        uses: literalText(child(token, "uses")),
        with: child(token, "with"),
        secrets: literalText(secrets) === "inherit" ? "inherit" : secrets,
    };
}
/** The steps of a job or of a composite action. */
function readSteps(token) {
    return items(token).map((step) => ({
        id: literalText(child(step, "id")),
        name: child(step, "name"),
        if: condition(child(step, "if")),
        run: child(step, "run"),
        shell: child(step, "shell"),
        workingDirectory: child(step, "working-directory"),
        uses: literalText(child(step, "uses")),
        with: child(step, "with"),
        env: child(step, "env"),
        continueOnError: child(step, "continue-on-error"),
        timeoutMinutes: child(step, "timeout-minutes"),
        line: lineOf(step),
    }));
}
/** What GitHub runs and this runner does not: refused by name, never ignored. */
function refusals(file, root) {
    const refused = (token, what) => ({
        file,
        line: lineOf(token),
        message: `The local runner does not run ${what}; use GitHub for this workflow`,
    });
    return entries(child(root, "jobs")).flatMap(({ value: job }) => {
        const found = ["container", "services", "snapshot"].flatMap((key) => {
            const token = child(job, key);
            return token ? [refused(token, `jobs with '${key}'`)] : [];
        });
        const steps = items(child(job, "steps")).flatMap((step) => ["background", "wait", "wait-all", "cancel", "parallel"].flatMap((key) => {
            const token = child(step, key);
            return token ? [refused(token, `steps with '${key}'`)] : [];
        }));
        return [...found, ...steps];
    });
}

;// CONCATENATED MODULE: ./lib/local/runner/process-groups.js
/** The process groups that steps started, on disk: a runner that starts after a kill ends those of the old one. */


function openProcessGroups(workDir) {
    const directory = `${workDir}/processes`;
    (0,external_node_fs_.mkdirSync)(directory, { recursive: true });
    return {
        add: (pid) => (0,external_node_fs_.writeFileSync)(`${directory}/${pid}`, startTime(pid)),
        delete: (pid) => (0,external_node_fs_.rmSync)(`${directory}/${pid}`, { force: true }),
        killLeftOver() {
            for (const name of (0,external_node_fs_.readdirSync)(directory)) {
                const pid = Number(name);
                const recorded = (0,external_node_fs_.readFileSync)(`${directory}/${name}`, "utf8");
                // A process id may have been given away since; the start time tells.
                if (Number.isInteger(pid) && pid > 1 && recorded !== "" && startTime(pid) === recorded)
                    killGroup(pid);
                (0,external_node_fs_.rmSync)(`${directory}/${name}`, { force: true });
            }
        },
    };
}
/** Start time of a process from /proc; empty where there is none, which means "do not touch". */
function startTime(pid) {
    try {
        const stat = (0,external_node_fs_.readFileSync)(`/proc/${pid}/stat`, "utf8");
        return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
    }
    catch {
        return "";
    }
}

;// CONCATENATED MODULE: ./lib/local/runner/run/concurrency.js
const MAX_WAITING = 100;
function createConcurrencyGroups() {
    const groups = new Map();
    function grantNext(key, group) {
        const next = group.waiting.shift();
        group.holder = next;
        if (next)
            next.grant(releaser(key, group, next));
        else
            groups.delete(key);
    }
    function releaser(key, group, member) {
        return () => {
            if (group.holder === member)
                grantNext(key, group);
        };
    }
    return {
        acquire(request, cancellation, onWait) {
            const key = `${request.repository}\n${request.group}`.toLowerCase();
            const group = groups.get(key) ?? { holder: undefined, waiting: [] };
            groups.set(key, group);
            return new Promise((resolve) => {
                const member = { cancellation, grant: resolve };
                if (!group.holder) {
                    group.holder = member;
                    resolve(releaser(key, group, member));
                    return;
                }
                onWait();
                displace(group, request);
                group.waiting.push(member);
                const leave = () => {
                    const index = group.waiting.indexOf(member);
                    if (index < 0)
                        return;
                    group.waiting.splice(index, 1);
                    resolve(undefined);
                };
                cancellation.listen(leave);
            });
        },
    };
}
/** Cancels those that a new entry takes the place of. */
function displace(group, request) {
    const reason = `Canceling since a higher priority waiting request for ${request.group} exists`;
    const surplus = request.queue === "max" ? group.waiting.slice(MAX_WAITING - 1) : group.waiting;
    for (const waiting of [...surplus])
        waiting.cancellation.cancel(reason);
    if (request.cancelInProgress)
        group.holder?.cancellation.cancel(reason);
}

;// CONCATENATED MODULE: ./lib/local/runner/run/cancellation.js
function createCancellation() {
    const listeners = new Set();
    const state = { requested: false, forced: false, reason: "" };
    const cancellation = {
        get requested() {
            return state.requested;
        },
        get forced() {
            return state.forced;
        },
        get reason() {
            return state.reason;
        },
        cancel(reason, force = false) {
            if (state.requested && (!force || state.forced))
                return;
            if (!state.requested)
                state.reason = reason;
            state.requested = true;
            state.forced ||= force;
            for (const listener of [...listeners])
                listener();
        },
        listen(listener) {
            listeners.add(listener);
            if (state.requested)
                listener();
            return () => listeners.delete(listener);
        },
        child() {
            const child = createCancellation();
            cancellation.listen(() => child.cancel(state.reason, state.forced));
            return child;
        },
    };
    return cancellation;
}

// EXTERNAL MODULE: ./node_modules/@actions/expressions/dist/index.js + 15 modules
var expressions_dist = __webpack_require__(1281);
// EXTERNAL MODULE: ./node_modules/@actions/expressions/dist/lexer.js
var lexer = __webpack_require__(12083);
// EXTERNAL MODULE: ./node_modules/@actions/expressions/dist/result.js
var result = __webpack_require__(96856);
;// CONCATENATED MODULE: ./lib/local/runner/language/expression.js
/** Evaluates GitHub expressions with GitHub's own engine over plain JSON contexts. */



const CONTEXT_NAMES = [
    "github",
    "inputs",
    "vars",
    "secrets",
    "needs",
    "strategy",
    "matrix",
    "steps",
    "job",
    "jobs",
    "runner",
    "env",
];
const FUNCTION_NAMES = ["success", "failure", "cancelled", "always"];
const EXTRA_FUNCTIONS = [
    ...FUNCTION_NAMES.map((name) => ({ name, minArgs: 0, maxArgs: 0 })),
    { name: "hashFiles", minArgs: 1, maxArgs: 255 },
];
const parsed = new Map();
const converted = new WeakMap();
/** Evaluates an expression (without `${{ }}`). Throws GitHub's message when it does not parse. */
function evaluateExpression(source, scope) {
    return toJson(evaluate(source, scope));
}
/** As `evaluateExpression`, coerced to text as inside a string. */
function evaluateText(source, scope) {
    return evaluate(source, scope).coerceString();
}
/** As `evaluateExpression`, coerced by GitHub's truthiness (0, "", null and false are false). */
function evaluateCondition(source, scope) {
    return !(0,result/* falsy */.me)(evaluate(source, scope));
}
function evaluate(source, scope) {
    const contexts = new expressions_dist/* data.Dictionary */.p.bT();
    for (const name of CONTEXT_NAMES)
        contexts.add(name, fromJson(scope.contexts[name] ?? null));
    return new expressions_dist/* Evaluator */.oi(parse(source), contexts, definitions(scope.functions ?? {})).evaluate();
}
function parse(source) {
    const known = parsed.get(source);
    if (known)
        return known;
    const tokens = new expressions_dist/* Lexer */.JG(source).lex().tokens.map(unescapeString);
    const tree = new expressions_dist/* Parser */.iX(tokens, CONTEXT_NAMES, EXTRA_FUNCTIONS).parse();
    parsed.set(source, tree);
    return tree;
}
/** The lexer (0.3.61) undoes only the first `''` of a string; GitHub undoes all. */
function unescapeString(token) {
    if (token.type !== lexer/* TokenType */.ks.STRING)
        return token;
    return { ...token, value: token.lexeme.slice(1, -1).replaceAll("''", "'") };
}
function definitions(functions) {
    const map = new Map();
    for (const name of FUNCTION_NAMES) {
        const call = () => new expressions_dist/* data.BooleanData */.p.bo(functions[name]?.() ?? name === "always");
        map.set(name, { name, minArgs: 0, maxArgs: 0, call });
    }
    map.set("hashfiles", {
        name: "hashFiles",
        minArgs: 1,
        maxArgs: 255,
        call: (...patterns) => new expressions_dist/* data.StringData */.p.uQ(functions.hashFiles?.(patterns.map((pattern) => pattern.coerceString())) ?? ""),
    });
    return map;
}
function fromJson(value) {
    if (value === null)
        return new expressions_dist/* data.Null */.p.Uv();
    if (typeof value === "string")
        return new expressions_dist/* data.StringData */.p.uQ(value);
    if (typeof value === "number")
        return new expressions_dist/* data.NumberData */.p.Q9(value);
    if (typeof value === "boolean")
        return new expressions_dist/* data.BooleanData */.p.bo(value);
    const known = converted.get(value);
    if (known)
        return known;
    const result = Array.isArray(value)
        ? new expressions_dist/* data.Array */.p.O3(...value.map(fromJson))
        : new expressions_dist/* data.Dictionary */.p.bT(...Object.entries(value).map(([key, item]) => ({ key, value: fromJson(item) })));
    converted.set(value, result);
    return result;
}
function toJson(value) {
    if (value instanceof expressions_dist/* data.StringData */.p.uQ)
        return value.coerceString();
    if (value instanceof expressions_dist/* data.NumberData */.p.Q9)
        return value.number();
    if (value instanceof expressions_dist/* data.BooleanData */.p.bo)
        return value.value;
    if (value instanceof expressions_dist/* data.Array */.p.O3)
        return value.values().map(toJson);
    if (value instanceof expressions_dist/* data.Dictionary */.p.bT) {
        return Object.fromEntries(value.pairs().map(({ key, value: item }) => [key, toJson(item)]));
    }
    return null;
}

;// CONCATENATED MODULE: ./lib/local/runner/language/evaluate-token.js
/** Evaluates token trees: literals stay, expressions are replaced by their values, `${{ insert }}` merges mappings. */


/** The JSON value of a token tree in a scope. Throws GitHub's message when an expression fails. */
function evaluateToken(token, scope) {
    if ((0,dist/* isString */.Kg)(token) || (0,dist/* isNumber */.Et)(token) || (0,dist/* isBoolean */.Lm)(token))
        return token.value;
    if ((0,dist/* isBasicExpression */.hR)(token))
        return evaluateExpression(token.expression, scope);
    if ((0,dist/* isSequence */.wZ)(token))
        return [...token].map((item) => evaluateToken(item, scope));
    if ((0,dist/* isMapping */.pi)(token))
        return evaluateMapping(token, scope);
    return null;
}
/** The text of a scalar token in a scope; the empty string for an absent one. */
function evaluateScalar(token, scope) {
    if (!token)
        return "";
    if ((0,dist/* isBasicExpression */.hR)(token))
        return evaluateText(token.expression, scope);
    const value = evaluateToken(token, scope);
    return value === null || typeof value === "object" ? "" : String(value);
}
/** A mapping whose values are texts (`env`, `with`, `outputs`). */
function evaluateTexts(token, scope) {
    if (!token)
        return {};
    if (!(0,dist/* isMapping */.pi)(token))
        return textsOf(evaluateToken(token, scope));
    const texts = {};
    for (const { key, value } of token) {
        if (!(0,dist/* isString */.Kg)(key) && !(0,dist/* isBasicExpression */.hR)(key) && !(0,dist/* isNumber */.Et)(key) && !(0,dist/* isBoolean */.Lm)(key)) {
            Object.assign(texts, textsOf(evaluateToken(value, scope)));
        }
        else
            texts[evaluateScalar(key, scope)] = evaluateScalar(value, scope);
    }
    return texts;
}
function evaluateNumber(token, scope) {
    if (!token)
        return undefined;
    const value = Number(evaluateScalar(token, scope));
    return Number.isFinite(value) ? value : undefined;
}
function evaluateBoolean(token, scope) {
    return evaluateScalar(token, scope) === "true";
}
function evaluateMapping(token, scope) {
    const result = {};
    if (!(0,dist/* isMapping */.pi)(token))
        return result;
    for (const { key, value } of token) {
        if ((0,dist/* isString */.Kg)(key) || (0,dist/* isBasicExpression */.hR)(key) || (0,dist/* isNumber */.Et)(key) || (0,dist/* isBoolean */.Lm)(key)) {
            result[evaluateScalar(key, scope)] = evaluateToken(value, scope);
            continue;
        }
        const inserted = evaluateToken(value, scope);
        if (inserted && typeof inserted === "object" && !Array.isArray(inserted))
            Object.assign(result, inserted);
    }
    return result;
}
function textsOf(value) {
    if (value === null || typeof value !== "object" || Array.isArray(value))
        return {};
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, typeof item === "object" ? "" : String(item)]));
}

;// CONCATENATED MODULE: ./lib/local/runner/trigger/inputs.js

/** Typed inputs with defaults, and what is wrong with the given ones, in GitHub's words. */
function resolveInputs(definitions, given, scope) {
    const inputs = {};
    const errors = [];
    const byName = new Map(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]));
    for (const definition of definitions) {
        const value = byName.get(definition.name.toLowerCase());
        byName.delete(definition.name.toLowerCase());
        if (isMissing(value) && definition.required && !definition.default) {
            errors.push(`Required input '${definition.name}' not provided`);
        }
        const fallback = definition.default ? evaluateToken(definition.default, scope) : null;
        const typed = coerce(definition, isMissing(value) ? fallback : (value ?? null));
        if (typed === undefined)
            errors.push(`Provided value '${String(value)}' for input '${definition.name}' ${expectation(definition)}`);
        else
            inputs[definition.name] = typed;
    }
    for (const name of byName.keys())
        errors.push(`Unexpected inputs provided: ["${name}"]`);
    return { inputs, errors };
}
/** `github.event.inputs`: the same values, all texts. */
function textInputs(inputs) {
    return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, value === null ? "" : String(value)]));
}
function isMissing(value) {
    return value === undefined || value === null || value === "";
}
function coerce(definition, value) {
    if (definition.type === "boolean")
        return coerceBoolean(value);
    if (definition.type === "number") {
        const number = value === null || value === "" ? 0 : Number(value);
        return Number.isFinite(number) ? number : undefined;
    }
    const text = value === null ? "" : String(value);
    if (definition.type === "choice" && value === null)
        return definition.options[0] ?? "";
    if (definition.type === "choice" && !definition.options.includes(text))
        return undefined;
    return text;
}
function coerceBoolean(value) {
    if (value === null || value === "" || value === false || value === "false")
        return false;
    return value === true || value === "true" ? true : undefined;
}
function expectation(definition) {
    return definition.type === "choice" ? "not in the list of allowed values" : `is not a ${definition.type}`;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/local/runner/job/hash-files.js
/** `hashFiles(…)`: SHA-256 over the SHA-256 of every matching file of the workspace, in path order. */



/** The empty string when nothing matches. Links are not followed. */
function hashFiles(workspace, patterns) {
    const wanted = patterns.map((pattern) => pattern.replace(/^(!?)\.?\//, "$1"));
    const files = (0,external_node_fs_.readdirSync)(workspace, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => `${entry.parentPath}/${entry.name}`.slice(workspace.length + 1))
        .filter((path) => !path.startsWith(".git/") && (0,glob/* selectedBy */.B)(wanted, path))
        .sort();
    if (files.length === 0)
        return "";
    const total = (0,external_node_crypto_.createHash)("sha256");
    for (const path of files)
        total.update((0,external_node_crypto_.createHash)("sha256")
            .update((0,external_node_fs_.readFileSync)(`${workspace}/${path}`))
            .digest());
    return total.digest("hex");
}

;// CONCATENATED MODULE: ./lib/local/runner/job/contexts.js
/** The contexts and environment that a step sees. Built from an allow-list: the machine's own environment stays outside. */


const RUNNER_NAME = "local";
/** The `github` context that a whole run shares (docs: contexts#github-context). `event` is the payload as delivered. */
function githubContext(run, event, urls, workflow, repositoryPayload) {
    const { trigger } = run;
    const [owner = ""] = run.repository.split("/");
    const refName = trigger.ref.replace(/^refs\/(heads|tags|pull)\//, "");
    const ownerPayload = repositoryPayload.owner;
    const ownerId = ownerPayload && typeof ownerPayload === "object" && !Array.isArray(ownerPayload)
        ? ownerPayload.id
        : undefined;
    return {
        event,
        event_name: run.event,
        actor: run.actor.login,
        actor_id: String(run.actor.id),
        triggering_actor: run.triggeringActor.login,
        repository: run.repository,
        repository_owner: owner,
        repository_id: String(repositoryPayload.id ?? ""),
        repository_owner_id: String(ownerId ?? ""),
        repositoryUrl: `git://${new URL(urls.serverUrl).host}/${run.repository}.git`,
        ref: trigger.ref,
        ref_name: refName,
        ref_type: trigger.ref.startsWith("refs/tags/") ? "tag" : "branch",
        ref_protected: false,
        sha: trigger.sha,
        head_ref: trigger.name.startsWith("pull_request") ? (trigger.headRef ?? "") : "",
        base_ref: trigger.name.startsWith("pull_request") ? (trigger.baseRef ?? "") : "",
        run_id: String(run.id),
        run_number: String(run.runNumber),
        run_attempt: String(run.runAttempt),
        retention_days: "90",
        workflow: workflow.name,
        workflow_ref: `${run.repository}/${workflow.path}@${trigger.ref}`,
        workflow_sha: trigger.sha,
        server_url: urls.serverUrl,
        api_url: urls.apiUrl,
        graphql_url: urls.graphqlUrl,
        secret_source: trigger.fromFork ? "None" : "Actions",
    };
}
/** What expressions in a step evaluate against. `stepEnv` is the step's own `env:`, already evaluated. */
function stepScope(state, frame, stepEnv = {}) {
    const cancelled = () => state.order.cancellation.requested;
    return {
        contexts: {
            ...state.order.contexts,
            github: github(state, frame),
            inputs: frame.inputs,
            secrets: frame.action
                ? null
                : { ...state.order.secrets, GITHUB_TOKEN: state.token, github_token: state.token },
            steps: Object.fromEntries(Object.entries(frame.steps).map(([id, step]) => [id, { ...step, outputs: { ...step.outputs } }])),
            env: { ...state.env, ...frame.env, ...stepEnv },
            runner: runnerContext(state),
            job: jobContext(state),
        },
        functions: {
            success: () => frame.status === "success" && !cancelled(),
            failure: () => frame.status === "failure" && !cancelled(),
            cancelled,
            always: () => true,
            hashFiles: (patterns) => hashFiles(state.directories.workspace, patterns),
        },
    };
}
function github(state, frame) {
    const shared = state.order.contexts.github;
    const context = shared && typeof shared === "object" && !Array.isArray(shared) ? shared : {};
    return {
        ...context,
        token: state.token,
        job: state.order.spec.id,
        workspace: state.directories.workspace,
        event_path: state.directories.eventFile,
        action_path: frame.action?.directory ?? "",
        action_repository: frame.action?.repository ?? "",
        action_ref: frame.action?.ref ?? "",
        action_status: frame.status,
    };
}
function runnerContext(state) {
    return {
        ...RUNNER,
        name: RUNNER_NAME,
        temp: state.directories.temp,
        tool_cache: state.host.toolCache,
        environment: "self-hosted",
        debug: "",
    };
}
const RUNNER = {
    os: process.platform === "darwin" ? "macOS" : process.platform === "win32" ? "Windows" : "Linux",
    arch: process.arch === "arm64" ? "ARM64" : "X64",
};
function jobContext(state) {
    const { workflow, record, cancellation } = state.order;
    return {
        status: cancellation.requested ? "cancelled" : state.status,
        check_run_id: record.id,
        workflow_ref: `${workflow.repository}/${workflow.path}@${workflow.ref}`,
        workflow_sha: workflow.sha,
        workflow_repository: workflow.repository,
        workflow_file_path: workflow.path,
    };
}
const GITHUB_VARIABLES = [
    "event_name",
    "actor",
    "actor_id",
    "triggering_actor",
    "repository",
    "repository_owner",
    "repository_id",
    "repository_owner_id",
    "ref",
    "ref_name",
    "ref_type",
    "ref_protected",
    "sha",
    "head_ref",
    "base_ref",
    "run_id",
    "run_number",
    "run_attempt",
    "retention_days",
    "workflow",
    "workflow_ref",
    "workflow_sha",
    "server_url",
    "api_url",
    "graphql_url",
    "job",
    "workspace",
    "event_path",
    "action_repository",
    "action_ref",
];
/** The whole environment of a process: what the machine lends, GitHub's variables, then `env:` from the outside in. */
function processEnvironment(state, frame, extra, stepEnv) {
    const context = github(state, frame);
    const variables = GITHUB_VARIABLES.map((name) => [
        `GITHUB_${name.toUpperCase()}`,
        String(context[name] ?? ""),
    ]);
    return {
        ...machineEnvironment(state),
        CI: "true",
        ...state.env,
        ...frame.env,
        ...stepEnv,
        GITHUB_ACTIONS: "true",
        ...Object.fromEntries(variables),
        RUNNER_NAME,
        RUNNER_OS: RUNNER.os,
        RUNNER_ARCH: RUNNER.arch,
        RUNNER_TEMP: state.directories.temp,
        RUNNER_TOOL_CACHE: state.host.toolCache,
        RUNNER_ENVIRONMENT: "self-hosted",
        RUNNER_WORKSPACE: (0,external_node_path_.dirname)(state.directories.workspace),
        ...(frame.action ? { GITHUB_ACTION_PATH: frame.action.directory } : {}),
        ...extra,
        PATH: searchPath(state, stepEnv.PATH ?? frame.env.PATH ?? state.env.PATH),
    };
}
function machineEnvironment(state) {
    return {
        HOME: state.directories.home,
        LANG: process.env.LANG ?? "C.UTF-8",
        TMPDIR: state.directories.temp,
    };
}
function searchPath(state, own) {
    const base = own ?? [(0,external_node_path_.dirname)(process.execPath), process.env.PATH ?? "/usr/local/bin:/usr/bin:/bin"].join(external_node_path_.delimiter);
    return [...state.path, base].join(external_node_path_.delimiter);
}

;// CONCATENATED MODULE: ./lib/local/runner/job/log.js
const MAX_PER_LEVEL = 10;
const MAX_MESSAGE = 4_096;
const PREFIX = { notice: "##[notice]", warning: "##[warning]", failure: "##[error]" };
function createJobLog(clock, masks, append) {
    const annotations = [];
    let counts = { notice: 0, warning: 0, failure: 0 };
    let buffered = "";
    const flush = () => {
        const text = buffered;
        buffered = "";
        if (text !== "")
            append(text);
    };
    const write = (text) => {
        const time = clock.now().toISOString().replace("Z", "0000Z");
        const lines = masks.apply(text).split(/\r?\n/);
        // One write per turn of the loop: a chatty step must not cost a disk write per line.
        if (buffered === "")
            setImmediate(flush);
        buffered += lines.map((line) => `${time} ${line}\n`).join("");
    };
    return {
        annotations,
        write,
        flush,
        startStep() {
            counts = { notice: 0, warning: 0, failure: 0 };
        },
        annotate(annotation) {
            write(`${PREFIX[annotation.level]}${annotation.message}`);
            counts[annotation.level] += 1;
            if (counts[annotation.level] > MAX_PER_LEVEL)
                return;
            annotations.push({ ...annotation, message: masks.apply(annotation.message).slice(0, MAX_MESSAGE) });
        },
    };
}

;// CONCATENATED MODULE: ./lib/local/runner/job/masks.js
/** Replaces secrets in everything that leaves a job: logs, summaries, annotations. */
function createMasks() {
    const values = new Set();
    let ordered = [];
    const remember = (value) => {
        if (value.trim() !== "")
            values.add(value);
    };
    return {
        add(value) {
            for (const form of [value, ...value.split(/\r?\n/)])
                remember(form);
            if (value.trim() !== "")
                remember(Buffer.from(value).toString("base64"));
            // Longest first: a secret that contains another one is hidden whole.
            ordered = [...values].sort((a, b) => b.length - a.length);
        },
        apply(text) {
            return ordered.reduce((masked, value) => (masked.includes(value) ? masked.replaceAll(value, "***") : masked), text);
        },
        reveals: (text) => ordered.some((value) => text.includes(value)),
    };
}

;// CONCATENATED MODULE: ./lib/local/runner/job/open-job.js
/** Opens a job: its directories, its token, its masks and its log. */



/** From here on the job's token lives; whoever opens a job closes it. */
async function openJob(host, order) {
    const { run, record } = order;
    const directories = await createDirectories(`${host.workDir}/jobs/${record.id}`, run.repository, order.contexts);
    const fork = run.trigger.fromFork ? { fromFork: true } : {};
    const token = host.forge.createJobToken({
        repository: run.repository,
        runId: run.id,
        jobId: record.id,
        permissions: order.permissions,
        ...fork,
    });
    const masks = createMasks();
    for (const value of [token, ...Object.values(order.secrets)])
        masks.add(value);
    const log = createJobLog(host.clock, masks, (text) => {
        host.forge.appendLog(record.id, text);
        host.progress({ kind: "log", runId: run.id, jobId: record.id, text });
    });
    return {
        host,
        order,
        directories,
        token,
        masks,
        log,
        env: {},
        path: [],
        status: "success",
        summary: "",
        posts: [],
        groups: new Set(),
    };
}
/** Where a job below `root` has its directories. */
function directoriesOf(root, repository) {
    const name = repository.split("/")[1] ?? "repository";
    return {
        root,
        workspace: `${root}/work/${name}/${name}`,
        temp: `${root}/temp`,
        home: `${root}/home`,
        eventFile: `${root}/temp/_github_workflow/event.json`,
    };
}
async function createDirectories(root, repository, contexts) {
    const directories = directoriesOf(root, repository);
    await (0,promises_.rm)(root, { recursive: true, force: true });
    await Promise.all([directories.workspace, directories.home, `${directories.temp}/_github_workflow`].map((path) => (0,promises_.mkdir)(path, { recursive: true })));
    const { github } = contexts;
    const event = github && typeof github === "object" && !Array.isArray(github) ? (github.event ?? {}) : {};
    await (0,promises_.writeFile)(directories.eventFile, JSON.stringify(event, null, 2));
    return directories;
}

// EXTERNAL MODULE: ./node_modules/@actions/workflow-parser/dist/actions/index.js + 5 modules
var actions = __webpack_require__(42146);
;// CONCATENATED MODULE: ./lib/local/runner/language/action-file.js
/** Parses an `action.yml` with GitHub's parser. */




/** Never throws: what is wrong with the file, or not supported here, is in `errors`. */
function parseActionFile(path, content) {
    const { context, value: root } = (0,actions/* parseAction */.wE)({ name: path, content }, new dist/* NoOperationTraceWriter */.P0());
    if (root)
        (0,actions/* convertActionTemplate */.C)(context, root, { errorPolicy: 1 });
    const errors = context.errors
        .getErrors()
        .map((error) => ({ file: path, line: error.range?.start.line ?? 1, message: error.rawMessage }));
    if (!root || errors.length > 0)
        return { errors };
    const runs = child(root, "runs");
    const using = literalText(child(runs, "using")) ?? "";
    const base = {
        name: literalText(child(root, "name")) ?? path,
        inputs: entries(child(root, "inputs")).map(({ key, value }) => ({
            name: key,
            required: literalBoolean(child(value, "required")) ?? false,
            default: child(value, "default"),
        })),
        outputs: entries(child(root, "outputs")).map(({ key, value }) => ({
            name: key,
            value: child(value, "value"),
        })),
    };
    if (using === "composite")
        return { action: { ...base, kind: "composite", steps: readSteps(child(runs, "steps")) }, errors };
    if (/^node\d+$/.test(using))
        return { action: { ...base, ...readScripts(runs) }, errors };
    return { errors: [{ file: path, line: 1, message: `The local runner does not run '${using}' actions` }] };
}
function readScripts(runs) {
    return {
        kind: "javascript",
        main: literalText(child(runs, "main")) ?? "",
        pre: literalText(child(runs, "pre")),
        preIf: literalText(child(runs, "pre-if")) ?? "always()",
        post: literalText(child(runs, "post")),
        postIf: literalText(child(runs, "post-if")) ?? "always()",
    };
}

;// CONCATENATED MODULE: ./lib/local/runner/actions/resolve.js
/** Finds what a step's `uses:` names: a folder of the workspace, the file's own repository, a hosted one, or a stand-in. */



const REMOTE = /^([^/@]+\/[^/@]+)((?:\/[^@]+)?)@(.+)$/;
/** Throws GitHub's wording when there is no such action. */
async function resolveAction(uses, place, source, builtIns) {
    if (uses.startsWith("./")) {
        return readAction((0,external_node_path_.resolve)(place.workspace, uses), { ...place.origin, ref: "" }, uses);
    }
    if (uses.startsWith("$/")) {
        const root = await source.materialise(place.origin.repository, place.origin.sha);
        return readAction(inside(root, uses.slice(2), uses), { ...place.origin, ref: place.origin.sha }, uses);
    }
    if (uses.startsWith("docker://"))
        throw new Error(`The local runner does not run docker actions: '${uses}'`);
    const [, repository, path = "", ref] = REMOTE.exec(uses) ?? [];
    if (!repository || !ref)
        throw new Error(`Expected format {org}/{repo}[/path]@ref. Actual '${uses}'`);
    const sha = await source.commit(repository, ref);
    if (sha) {
        const root = await source.materialise(repository, sha);
        return readAction(inside(root, path.slice(1), uses), { repository, sha, ref }, uses);
    }
    const name = `${repository}${path}`.toLowerCase();
    const action = builtIns.get(name);
    if (action)
        return { kind: "built-in", name, action };
    throw new Error(`Unable to resolve action \`${uses}\`, ${(await isHosted(source, repository)) ? `unable to find version \`${ref}\`` : "repository not found"}`);
}
/** A folder of a materialised tree. Plain text, no `path.resolve`: the bundler would take that for an asset of its own. */
function inside(root, path, uses) {
    if (path.split("/").includes(".."))
        throw new Error(`The path of '${uses}' leaves its repository`);
    return path === "" ? root : `${root}/${path}`;
}
async function isHosted(source, repository) {
    return (await source.commit(repository, "HEAD")) !== undefined;
}
async function readAction(directory, from, uses) {
    for (const name of ["action.yml", "action.yaml"]) {
        const content = await (0,promises_.readFile)(`${directory}/${name}`, "utf8").catch(() => undefined);
        if (content === undefined)
            continue;
        const { action, errors } = parseActionFile(`${uses}/${name}`, content);
        if (action)
            return { kind: "files", action, directory, ...from };
        throw new Error(errors.map(({ file, line, message }) => `${file} (Line: ${line}): ${message}`).join("\n"));
    }
    const hint = uses.startsWith("./")
        ? " Did you forget to run actions/checkout before running your local action?"
        : "";
    throw new Error(`Can't find 'action.yml' or 'action.yaml' for action '${uses}' under '${(0,external_node_path_.dirname)(`${directory}/x`)}'.${hint}`);
}

;// CONCATENATED MODULE: ./lib/local/runner/job/set-up-job.js
/** The first step of every job: its environment, and its actions found before anything runs. */



/** Environment of the job, then every action that can be found before the first step, as GitHub downloads them. */
async function setUpJob(state, frame) {
    const { order, log } = state;
    log.write(`Runner name: '${RUNNER_NAME}'`);
    log.write(`GITHUB_TOKEN Permissions: ${Object.entries(order.permissions)
        .map(([scope, level]) => `${scope}: ${level}`)
        .join(", ")}`);
    log.write(`Runs on: ${order.spec.runsOn ? labels(state, frame) : "this machine"} (any label runs on this machine)`);
    if (order.spec.environment)
        log.write("The local runner has no environments: 'environment' is ignored");
    try {
        const scope = stepScope(state, frame);
        Object.assign(state.env, evaluateTexts(order.workflow.file.env, scope));
        Object.assign(state.env, evaluateTexts(order.spec.env, stepScope(state, frame)));
        await findActions(state, order.spec.steps, frame.origin, 0);
        return "success";
    }
    catch (error) {
        log.annotate({ level: "failure", message: error instanceof Error ? error.message : String(error) });
        state.status = "failure";
        return "failure";
    }
}
function labels(state, frame) {
    const { runsOn } = state.order.spec;
    const list = runsOn && evaluateScalar(runsOn, stepScope(state, frame));
    return list || "the given labels";
}
async function findActions(state, steps, origin, depth) {
    const { source, builtInActions } = state.host;
    for (const { uses } of steps) {
        if (!uses || uses.startsWith("./") || depth > 10)
            continue;
        const found = await resolveAction(uses, { workspace: state.directories.workspace, origin }, source, builtInActions);
        if (found.kind === "files" && found.action.kind === "composite") {
            await findActions(state, found.action.steps, { repository: found.repository, sha: found.sha }, depth + 1);
        }
    }
}

;// CONCATENATED MODULE: ./lib/local/runner/job/composite.js



/** The runner's limit on nested composite actions (actions/runner, CompositeActionsMaxDepth), the outermost included. */
const MAX_DEPTH = 10;
/** Fails when one of the steps fails; outputs are evaluated either way. */
async function performComposite(state, call, found, inputs) {
    const frame = {
        steps: {},
        inputs,
        env: { ...call.frame.env, ...call.env },
        status: "success",
        depth: call.frame.depth + 1,
        action: { directory: found.directory, repository: found.repository, ref: found.ref },
        origin: { repository: found.repository, sha: found.sha },
    };
    if (frame.depth > MAX_DEPTH)
        throw new Error(`Composite action depth exceeded max depth ${MAX_DEPTH - 1}`);
    let cancelled = false;
    for (const step of found.action.steps) {
        if (call.stop.requested && !state.order.cancellation.requested)
            break;
        const result = await performStep(state, frame, step, call.stop);
        cancelled ||= result === "cancelled";
    }
    const scope = stepScope(state, frame);
    const outputs = Object.fromEntries(found.action.outputs.map(({ name, value }) => [name, evaluateScalar(value, scope)]));
    return { outcome: cancelled || call.stop.requested ? "cancelled" : frame.status, outputs };
}

;// CONCATENATED MODULE: ./lib/local/runner/job/apply-file-commands.js
/** The step's outputs, and how many errors the files had (each is annotated). */
function applyFileCommands(state, result) {
    const { NODE_OPTIONS, ...env } = result.env;
    const problems = [...result.problems];
    if (NODE_OPTIONS !== undefined)
        problems.push("Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.");
    const allowed = Object.entries(env).filter(([name]) => !/^(GITHUB_|RUNNER_)/i.test(name));
    Object.assign(state.env, Object.fromEntries(allowed));
    state.path.unshift(...result.path.toReversed());
    if (result.summary !== "")
        state.summary += state.masks.apply(`${result.summary}\n`);
    for (const message of problems)
        state.log.annotate({ level: "failure", message });
    return { outputs: result.outputs, problems: problems.length };
}

;// CONCATENATED MODULE: ./lib/local/runner/job/file-commands.js
/** The files that a step writes to speak to the runner: GITHUB_OUTPUT, GITHUB_ENV, GITHUB_PATH, GITHUB_STATE, GITHUB_STEP_SUMMARY. */


const KINDS = ["output", "env", "path", "state", "summary"];
const VARIABLES = {
    output: "GITHUB_OUTPUT",
    env: "GITHUB_ENV",
    path: "GITHUB_PATH",
    state: "GITHUB_STATE",
    summary: "GITHUB_STEP_SUMMARY",
};
const MAX_SUMMARY_BYTES = 1024 * 1024;
/** Creates fresh, empty files for one process below `directory`. */
async function openFileCommands(directory) {
    await (0,promises_.mkdir)(directory, { recursive: true });
    const id = (0,external_node_crypto_.randomUUID)();
    const fileOf = (kind) => `${directory}/${kind}_${id}`;
    await Promise.all(KINDS.map((kind) => (0,promises_.writeFile)(fileOf(kind), "")));
    return {
        variables: Object.fromEntries(KINDS.map((kind) => [VARIABLES[kind], fileOf(kind)])),
        async collect() {
            const problems = [];
            const pairs = async (kind) => {
                const { values, problem } = parsePairs(await readOrEmpty(fileOf(kind)));
                if (problem)
                    problems.push(`Unable to process file command '${kind}' successfully.`, problem);
                return values;
            };
            const result = {
                outputs: await pairs("output"),
                env: await pairs("env"),
                path: (await readOrEmpty(fileOf("path"))).split(/\r?\n/).filter((line) => line !== ""),
                state: await pairs("state"),
                summary: await readSummary(fileOf("summary"), problems),
                problems,
            };
            await Promise.all(KINDS.map((kind) => (0,promises_.rm)(fileOf(kind), { force: true })));
            return result;
        },
    };
}
/** Both forms: `name=value`, and `name<<DELIMITER` with lines up to the delimiter. */
function parsePairs(text) {
    const values = {};
    const lines = text.split(/\r?\n/);
    for (let index = 0; index < lines.length; index += 1) {
        const line = lines[index] ?? "";
        if (line === "")
            continue;
        const equals = line.indexOf("=");
        const heredoc = line.indexOf("<<");
        if (equals > 0 && (heredoc < 0 || equals < heredoc)) {
            values[line.slice(0, equals)] = line.slice(equals + 1);
            continue;
        }
        if (heredoc <= 0)
            return { values, problem: `Invalid format '${line}'` };
        const name = line.slice(0, heredoc);
        const delimiter = line.slice(heredoc + 2);
        const end = lines.indexOf(delimiter, index + 1);
        if (delimiter === "" || end < 0)
            return { values, problem: `Invalid value. Matching delimiter not found '${delimiter}'` };
        values[name] = lines.slice(index + 1, end).join("\n");
        index = end;
    }
    return { values };
}
async function readSummary(file, problems) {
    const size = await (0,promises_.stat)(file).then(({ size: bytes }) => bytes, () => 0);
    if (size <= MAX_SUMMARY_BYTES)
        return readOrEmpty(file);
    problems.push(`$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got ${Math.ceil(size / 1024)}k`);
    return "";
}
function readOrEmpty(file) {
    return (0,promises_.readFile)(file, "utf8").catch(() => "");
}

;// CONCATENATED MODULE: ./lib/local/runner/job/commands.js
/** Workflow commands: lines of the form `::name key=value,key=value::message` on a step's output. */
const SHAPE = /^\s*::([a-zA-Z-]+)(?:\s+(.*?))?::(.*)$/s;
/** Undefined when the line is ordinary output. */
function parseCommand(line) {
    const match = SHAPE.exec(line);
    if (!match?.[1])
        return undefined;
    const properties = {};
    for (const pair of (match[2] ?? "").split(",")) {
        const [name = "", ...value] = pair.split("=");
        if (name.trim() !== "" && value.length > 0)
            properties[name.trim()] = unescapeProperty(value.join("="));
    }
    return { name: match[1].toLowerCase(), properties, message: unescapeData(match[3] ?? "") };
}
function unescapeData(text) {
    return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}
function unescapeProperty(text) {
    return unescapeData(text.replaceAll("%3A", ":").replaceAll("%2C", ","));
}

;// CONCATENATED MODULE: ./lib/local/runner/job/output.js
/** Takes the lines of one step: carries out workflow commands, logs the rest. */

/** A line handler for one process. `state` collects the values of the old `save-state` command, which is ignored. */
function createLineHandler(state) {
    let stopToken;
    return (line) => {
        const command = parseCommand(line);
        if (stopToken !== undefined) {
            if (command?.name === stopToken.toLowerCase())
                stopToken = undefined;
            else
                state.log.write(line);
            return;
        }
        if (command?.name === "stop-commands") {
            stopToken = command.message;
            state.log.write(line);
        }
        else if (!command || !perform(state, command))
            state.log.write(line);
    };
}
/** False for a name that is no command: such a line is ordinary output. */
function perform(state, command) {
    const { log } = state;
    switch (command.name) {
        case "add-mask":
            state.masks.add(command.message);
            log.write("::add-mask::***");
            return true;
        case "group":
        case "endgroup":
            log.write(`##[${command.name}]${command.message}`);
            return true;
        case "debug":
        case "echo":
            return true;
        case "notice":
        case "warning":
            log.annotate({ level: command.name, message: command.message, ...output_location(command) });
            return true;
        case "error":
            log.annotate({ level: "failure", message: command.message, ...output_location(command) });
            return true;
        case "set-output":
        case "save-state":
            log.annotate({
                level: "warning",
                message: `The \`${command.name}\` command is disabled. Please upgrade to using Environment Files. For more information see: https://github.blog/changelog/2022-10-11-github-actions-deprecating-save-state-and-set-output-commands/`,
            });
            return true;
        case "set-env":
        case "add-path":
            log.annotate({
                level: "failure",
                message: `The \`${command.name}\` command is disabled. Please upgrade to using Environment Files.`,
            });
            return true;
        default:
            return false;
    }
}
function output_location(command) {
    const { title, file, line } = command.properties;
    const number = Number(line);
    return {
        ...(title ? { title } : {}),
        ...(file ? { path: file } : {}),
        ...(Number.isInteger(number) && number > 0 ? { line: number } : {}),
    };
}

;// CONCATENATED MODULE: ./lib/local/runner/job/javascript.js







/** `pre` runs directly before `main`; `post` is registered for the end of the job. */
async function performJavaScript(state, call, found, inputs) {
    const saved = {};
    const start = (script, stop) => runScript(state, call, found, { script, stop, env: inputVariables(inputs), saved });
    const { pre, preIf, main, post, postIf } = found.action;
    if (post) {
        const name = `Post ${stepName(call.spec, call.scope)}`;
        state.posts.push({ name, if: postIf, perform: async (stop) => (await start(post, stop)).outcome });
    }
    if (pre && evaluateCondition(preIf, stepScope(state, call.frame, call.env))) {
        const body = await start(pre, call.stop);
        if (body.outcome !== "success")
            return body;
    }
    return start(main, call.stop);
}
async function runScript(state, call, found, work) {
    const files = await openFileCommands(`${state.directories.temp}/_runner_file_commands`);
    const states = Object.fromEntries(Object.entries(work.saved).map(([name, value]) => [`STATE_${name}`, value]));
    const env = processEnvironment(state, call.frame, {
        ...files.variables,
        ...work.env,
        ...states,
        GITHUB_ACTION: call.spec.id ?? "__action",
        GITHUB_ACTION_REPOSITORY: found.repository,
        GITHUB_ACTION_REF: found.ref,
    }, call.env);
    const command = {
        file: process.execPath,
        args: [`${found.directory}/${work.script}`],
        env,
        cwd: state.directories.workspace,
    };
    const { exitCode, pid } = await runProcess(state.host, command, work.stop, createLineHandler(state));
    if (pid !== undefined)
        state.groups.add(pid);
    const result = await files.collect();
    Object.assign(work.saved, result.state);
    const { outputs, problems } = applyFileCommands(state, result);
    return { outcome: exitCode === 0 && problems === 0 ? "success" : "failure", outputs };
}
/** `INPUT_<NAME>`: upper case, spaces become underscores, hyphens stay. */
function inputVariables(inputs) {
    return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [
        `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`,
        value,
    ]));
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
;// CONCATENATED MODULE: ./lib/local/runner/job/entry-call.js
/** Recognises the one script form that starts the product's own entry point. */


const FORM = /^exec node "\$GITHUB_ACTION_PATH\/\.\.\/\.\.\/dist\/index\.js"((?:\s+(?:[\w.-]+|"?\$\{?\w+\}?"?))*)\s*$/;
/** The arguments when `script` is exactly `exec node "$GITHUB_ACTION_PATH/../../dist/index.js" <agent> <phase>`; a word may be a variable. */
function entryArguments(script, env) {
    const words = FORM.exec(script.trim())?.[1];
    if (words === undefined)
        return undefined;
    return words
        .split(/\s+/)
        .filter((word) => word !== "")
        .map((word) => {
        const variable = /^"?\$\{?(\w+)\}?"?$/.exec(word)?.[1];
        return variable === undefined ? word : (env[variable] ?? "");
    });
}
/** Runs the entry in this process; when it does not end after being asked to, its step ends as killed. */
async function runEntryCall(clock, runEntry, call, stop, onLine) {
    const stdout = new external_node_stream_.PassThrough();
    const stderr = new external_node_stream_.PassThrough();
    const flushes = [stdout, stderr].map((stream) => readLines(stream, onLine));
    const abort = new AbortController();
    const killed = new Promise((resolve) => {
        stop.listen(() => {
            abort.abort();
            void wait(clock, stop.forced ? 0 : INTERRUPT_MS + TERMINATE_MS).then(() => resolve(137));
        });
    });
    const ended = runEntry({ ...call, stdout, stderr, signal: abort.signal }).catch((error) => {
        onLine(`##[error]${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        return 1;
    });
    const exitCode = await Promise.race([ended, killed]);
    await new Promise((resolve) => setImmediate(resolve));
    for (const flush of flushes)
        flush();
    return exitCode;
}

;// CONCATENATED MODULE: ./lib/local/runner/job/shell.js
/** How `run:` becomes a command line, by GitHub's table of shells (docs: workflow-syntax#jobsjob_idstepsshell). */


/** `{0}` stands for the script file. An absent shell is `bash -e {0}`, or `sh -e {0}` where there is no bash. */
function shellTemplate(shell, path) {
    if (shell === undefined || shell === "")
        return onPath("bash", path) ? "bash -e {0}" : "sh -e {0}";
    if (shell === "bash")
        return "bash --noprofile --norc -eo pipefail {0}";
    if (shell === "sh")
        return "sh -e {0}";
    if (shell === "python")
        return "python {0}";
    if (shell === "pwsh")
        return "pwsh -command \". '{0}'\"";
    return shell;
}
/** File and arguments of a shell template. Throws for a template without `{0}`. */
function shellCommand(template, script) {
    if (!template.includes("{0}")) {
        throw new Error(`Invalid shell option. Shell must be a valid built-in (bash, sh, python, pwsh) or a format string containing '{0}': '${template}'`);
    }
    const words = [...template.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => (quoted ?? plain ?? "").replace("{0}", script));
    const [file = "", ...args] = words;
    return { file, args };
}
function scriptExtension(shell) {
    const name = shell?.split(" ")[0] ?? "";
    return { python: ".py", pwsh: ".ps1", node: ".cjs" }[name] ?? ".sh";
}
function onPath(name, path) {
    return path.split(external_node_path_.delimiter).some((directory) => {
        try {
            (0,external_node_fs_.accessSync)(`${directory}/${name}`, external_node_fs_.constants.X_OK);
            return true;
        }
        catch {
            return false;
        }
    });
}

;// CONCATENATED MODULE: ./lib/local/runner/job/script-step.js
/** `run:` steps. */












/** Runs the script in its shell; a non-zero exit code is a failure. */
async function performScript(state, call) {
    const { spec, frame, scope, env: stepEnv } = call;
    const script = evaluateScalar(spec.run, scope).replace(/\r\n/g, "\n");
    const shell = setting(state, call, "shell", spec.shell);
    const directory = (0,external_node_path_.resolve)(state.directories.workspace, setting(state, call, "working-directory", spec.workingDirectory) ?? "");
    const files = await openFileCommands(`${state.directories.temp}/_runner_file_commands`);
    const env = processEnvironment(state, frame, { ...files.variables, GITHUB_ACTION: spec.id ?? "__run" }, stepEnv);
    const template = shellTemplate(shell, env.PATH ?? "");
    announce(state, script, template, { ...state.env, ...frame.env, ...stepEnv });
    const entry = frame.action && isTrusted(state, call) ? entryArguments(script, env) : undefined;
    const onLine = createLineHandler(state);
    const exitCode = entry && state.host.runEntry
        ? await runEntryCall(state.host.clock, state.host.runEntry, { argv: entry, env, cwd: directory }, call.stop, onLine)
        : await script_step_runScript(state, call, { script, template, extension: scriptExtension(shell), env, directory }, onLine);
    const { outputs, problems } = applyFileCommands(state, await files.collect());
    if (exitCode !== 0)
        state.log.annotate({ level: "failure", message: `Process completed with exit code ${exitCode}.` });
    return { outcome: exitCode === 0 && problems === 0 ? "success" : "failure", outputs };
}
async function script_step_runScript(state, call, work, onLine) {
    const file = `${state.directories.temp}/${(0,external_node_crypto_.randomUUID)()}${work.extension}`;
    await (0,promises_.writeFile)(file, work.script, { mode: 0o755 });
    await (0,promises_.mkdir)(work.directory, { recursive: true });
    const command = { ...shellCommand(work.template, file), env: work.env, cwd: work.directory };
    const { host, order } = state;
    const trusted = host.isTrusted(order.workflow.repository, order.workflow.path, call.frame.action?.repository);
    const wrapped = host.wrapForeignRun && !trusted ? host.wrapForeignRun(command) : command;
    const { exitCode, pid } = await runProcess(host, wrapped, call.stop, onLine);
    if (pid !== undefined)
        state.groups.add(pid);
    return exitCode;
}
function isTrusted({ host, order }, call) {
    return host.isTrusted(order.workflow.repository, order.workflow.path, call.frame.action?.repository);
}
/** `shell` and `working-directory`: the step's, then `defaults.run` of the job, then of the workflow; composite steps have only their own. */
function setting(state, call, key, own) {
    const { workflow, spec } = state.order;
    const inherited = call.frame.action
        ? []
        : [spec.defaults, workflow.file.defaults].map((token) => child(child(token, "run"), key));
    const token = [own, ...inherited].find((candidate) => candidate !== undefined);
    return token ? evaluateScalar(token, call.scope) : undefined;
}
function announce(state, script, template, env) {
    const lines = script.replace(/\n$/, "").split("\n");
    state.log.write(`##[group]Run ${lines[0] ?? ""}`);
    for (const line of lines)
        state.log.write(line);
    state.log.write(`shell: ${template}`);
    announceEnv(state, env);
    state.log.write("##[endgroup]");
}
function announceEnv(state, env) {
    const names = Object.keys(env);
    if (names.length > 0)
        state.log.write("env:");
    for (const name of names)
        state.log.write(`  ${name}: ${env[name]}`);
}

;// CONCATENATED MODULE: ./lib/local/runner/job/action-step.js
/** `uses:` steps: finds the action, gives it its inputs, and performs it by kind. */






/** Throws when the action cannot be found or refuses its inputs. */
async function performAction(state, call) {
    const uses = call.spec.uses ?? "";
    const place = { workspace: state.directories.workspace, origin: call.frame.origin };
    const found = await resolveAction(uses, place, state.host.source, state.host.builtInActions);
    const given = evaluateTexts(call.spec.with, call.scope);
    action_step_announce(state, call, uses, given);
    if (found.kind === "built-in")
        return performBuiltIn(state, call, found, given);
    const inputs = completeInputs(state, call, uses, found.action.inputs, given);
    if (found.action.kind === "composite")
        return performComposite(state, call, { ...found, action: found.action }, inputs);
    return performJavaScript(state, call, { ...found, action: found.action }, inputs);
}
/** Given inputs by their defined names, defaults evaluated; unknown ones are warned about, as on GitHub. */
function completeInputs(state, call, uses, definitions, given) {
    warnUnknown(state, uses, definitions.map(({ name }) => name), given);
    const byName = new Map(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]));
    return Object.fromEntries(definitions.map(({ name, default: fallback }) => [
        name,
        byName.get(name.toLowerCase()) ?? evaluateScalar(fallback, call.scope),
    ]));
}
function warnUnknown(state, uses, names, given) {
    const known = new Set(names.map((name) => name.toLowerCase()));
    const unknown = Object.keys(given).filter((name) => !known.has(name.toLowerCase()));
    if (unknown.length === 0)
        return;
    const list = (values) => values.map((value) => `'${value}'`).join(", ");
    state.log.annotate({
        level: "warning",
        message: `Unexpected input(s) ${list(unknown)}, valid inputs are [${list(names)}] (${uses})`,
    });
}
function action_step_announce(state, call, uses, given) {
    state.log.write(`##[group]Run ${uses}`);
    if (Object.keys(given).length > 0)
        state.log.write("with:");
    for (const [name, value] of Object.entries(given))
        state.log.write(`  ${name}: ${value}`);
    announceEnv(state, { ...state.env, ...call.frame.env, ...call.env });
    state.log.write("##[endgroup]");
}
async function performBuiltIn(state, call, found, given) {
    const { order, host, directories, log } = state;
    log.write(`Built-in stand-in for ${found.name}`);
    warnUnknown(state, found.name, Object.keys(found.action.inputs), given);
    const lower = Object.fromEntries(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]));
    const inputs = Object.fromEntries(Object.entries(found.action.inputs).map(([name, value]) => [name, lower[name.toLowerCase()] ?? value]));
    const outputs = await found.action.perform({
        inputs,
        env: processEnvironment(state, call.frame, {}, call.env),
        workspace: directories.workspace,
        temp: directories.temp,
        run: order.run,
        sha: order.run.trigger.sha,
        ref: order.run.trigger.ref,
        token: state.token,
        permissions: order.permissions,
        forge: host.forge,
        write: (line) => log.write(line),
        warn: (message) => log.annotate({ level: "warning", message }),
        mask: (value) => state.masks.add(value),
    });
    return { outcome: "success", outputs };
}

;// CONCATENATED MODULE: ./lib/local/runner/job/step.js
/** One step in its frame: condition, environment, time limit, result. The same for jobs and composite actions. */






/** Performs a step and books its result in the frame. Never throws: an error of the step is its failure. */
async function performStep(state, frame, spec, parent) {
    const attempt = decide(state, frame, spec);
    if (attempt === "skipped")
        return book(frame, spec, { outcome: "skipped", outputs: {} }, false);
    if (attempt === "failure")
        return book(frame, spec, { outcome: "failure", outputs: {} }, false);
    const { stop, dispose, timedOut } = linkStop(state, frame, spec, parent);
    let body = { outcome: "failure", outputs: {} };
    let mayFail = false;
    try {
        const env = evaluateTexts(spec.env, stepScope(state, frame));
        const scope = stepScope(state, frame, env);
        mayFail = evaluateBoolean(spec.continueOnError, scope);
        body = await (spec.run ? performScript : performAction)(state, { spec, frame, env, scope, stop });
    }
    catch (error) {
        report(state, error);
    }
    dispose();
    if (timedOut()) {
        state.log.annotate({
            level: "failure",
            message: `The action '${stepName(spec, stepScope(state, frame))}' has timed out after ${limitOf(state, frame, spec)} minutes.`,
        });
    }
    else if (stop.requested && body.outcome !== "success")
        body = { ...body, outcome: "cancelled" };
    return book(frame, spec, body, mayFail);
}
/** A step's name as shown: its own, else `Run` and what it runs. */
function stepName(spec, scope) {
    const named = textOrBlank(spec, scope);
    if (named !== "")
        return named;
    if (spec.uses)
        return `Run ${spec.uses}`;
    const script = spec.run ? safely(() => evaluateScalar(spec.run, scope)) : "";
    return `Run ${script.trim().split("\n")[0] ?? ""}`;
}
function textOrBlank(spec, scope) {
    return safely(() => evaluateScalar(spec.name, scope));
}
function safely(read) {
    try {
        return read();
    }
    catch {
        return "";
    }
}
function decide(state, frame, spec) {
    try {
        return evaluateCondition(spec.if, stepScope(state, frame)) ? "run" : "skipped";
    }
    catch (error) {
        report(state, error);
        return "failure";
    }
}
function report(state, error) {
    state.log.annotate({ level: "failure", message: error instanceof Error ? error.message : String(error) });
}
/** A failed step fails its frame, unless it may fail; the outermost frame is the job. */
function book(frame, spec, body, mayFail) {
    const conclusion = body.outcome === "failure" && mayFail ? "success" : body.outcome;
    if (spec.id)
        frame.steps[spec.id] = { outputs: body.outputs, outcome: body.outcome, conclusion };
    if (conclusion === "failure")
        frame.status = "failure";
    return conclusion;
}
function limitOf(state, frame, spec) {
    return spec.timeoutMinutes ? evaluateNumber(spec.timeoutMinutes, stepScope(state, frame)) : undefined;
}
/**
 * The step's own stop: its time limit, and the parent's when the step does not want to survive it.
 * docs: workflow-cancellation — the `if` of a running step is evaluated again, and `always()` goes on.
 */
function linkStop(state, frame, spec, parent) {
    const stop = createCancellation();
    const job = state.order.cancellation;
    const unlisten = parent.listen(() => {
        const survives = job.requested && !parent.forced && decide(state, frame, spec) === "run";
        if (!survives)
            stop.cancel(parent.reason, parent.forced);
    });
    const limit = safelyNumber(() => limitOf(state, frame, spec));
    let late = false;
    const stopTimer = limit === undefined
        ? () => undefined
        : state.host.clock.after(limit * 60_000, () => {
            late = true;
            stop.cancel("timeout");
        });
    return {
        stop,
        timedOut: () => late,
        dispose() {
            unlisten();
            stopTimer();
        },
    };
}
function safelyNumber(read) {
    try {
        return read();
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/local/runner/job/step-records.js
/** `store` gets the whole list after each change. */
function createStepRecords(clock, store) {
    const steps = [];
    const change = (number, patch) => {
        const index = steps.findIndex((step) => step.number === number);
        const step = steps[index];
        if (step)
            steps[index] = { ...step, ...patch };
        store([...steps]);
    };
    return {
        add(name) {
            const number = steps.length + 1;
            steps.push({ number, name, status: "queued", conclusion: null, startedAt: null, completedAt: null });
            return number;
        },
        start(number, name) {
            change(number, {
                status: "in_progress",
                startedAt: clock.now().toISOString(),
                ...(name === undefined ? {} : { name }),
            });
        },
        complete(number, conclusion) {
            const now = clock.now().toISOString();
            const started = steps.find((step) => step.number === number)?.startedAt ?? now;
            change(number, { status: "completed", conclusion, startedAt: started, completedAt: now });
        },
        nameOf: (number) => steps.find((step) => step.number === number)?.name ?? "",
    };
}

;// CONCATENATED MODULE: ./lib/local/runner/job/execute-job.js
/** Executes one job: set up, steps, post steps, outputs, clean up. */











/** GitHub ends everything five minutes after a cancel request (docs: workflow-cancellation). */
const CANCEL_LIMIT_MS = 5 * 60_000;
/** Never throws; the job's record is completed when it resolves. Its token is dead and its processes are gone. */
async function executeJob(host, order) {
    const state = await openJob(host, order);
    const { record } = order;
    const records = createStepRecords(host.clock, (steps) => void host.forge.updateJob(record.id, { steps }));
    host.forge.updateJob(record.id, { status: "in_progress", startedAt: host.clock.now().toISOString() });
    const stopTimers = startTimers(state);
    let outputs = {};
    try {
        outputs = await execute_job_perform(state, records);
    }
    catch (error) {
        state.status = "failure";
        state.log.annotate({
            level: "failure",
            message: error instanceof Error ? (error.stack ?? error.message) : String(error),
        });
    }
    stopTimers();
    await closeJob(state);
    const conclusion = order.cancellation.requested ? "cancelled" : state.status;
    order.onOutcome({ conclusion, outputs });
    host.forge.updateJob(record.id, {
        status: "completed",
        conclusion,
        completedAt: host.clock.now().toISOString(),
        annotations: state.log.annotations,
        summary: state.summary,
    });
    return { conclusion, outputs };
}
/** The job's time limit, and the hard end of a cancelled job. */
function startTimers(state) {
    const { order, host, log } = state;
    const { timeoutMinutes, cancellation } = order;
    const stopLimit = host.clock.after(timeoutMinutes * 60_000, () => {
        log.annotate({
            level: "failure",
            message: `The job has exceeded the maximum execution time of ${formatMinutes(timeoutMinutes)}`,
        });
        cancellation.cancel("timeout");
    });
    let stopHard = () => { };
    const unlisten = cancellation.listen(() => {
        if (cancellation.forced)
            return;
        stopHard = host.clock.after(CANCEL_LIMIT_MS, () => cancellation.cancel(cancellation.reason, true));
    });
    return () => {
        stopLimit();
        unlisten();
        stopHard();
    };
}
function formatMinutes(minutes) {
    const whole = Math.floor(minutes);
    return `${Math.floor(whole / 60)}h${whole % 60}m${Math.round((minutes - whole) * 60)}s`;
}
async function execute_job_perform(state, records) {
    const { order } = state;
    const frame = jobFrame(state);
    const setUp = records.add("Set up job");
    const steps = order.spec.steps.map((spec) => ({
        spec,
        number: records.add(shownName(state, frame, spec)),
    }));
    const ready = await recorded(state, records, setUp, () => setUpJob(state, frame));
    for (const { spec, number } of steps) {
        if (ready !== "success")
            records.complete(number, "skipped");
        else if (order.cancellation.forced)
            records.complete(number, "cancelled");
        else
            await recorded(state, records, number, () => performStep(state, frame, spec, order.cancellation), shownName(state, frame, spec));
        if (frame.status !== "success")
            state.status = frame.status;
    }
    await performPosts(state, frame, records);
    const complete = records.add("Complete job");
    let outputs = {};
    await recorded(state, records, complete, async () => {
        outputs = collectOutputs(state, frame);
        return "success";
    });
    return outputs;
}
function shownName(state, frame, spec) {
    return state.masks.apply(stepName(spec, stepScope(state, frame)));
}
/** Where the steps of a job stand before the first of them. */
function jobFrame(state) {
    const { contexts, workflow } = state.order;
    const inputs = contexts.inputs;
    return {
        steps: {},
        inputs: inputs && typeof inputs === "object" && !Array.isArray(inputs) ? inputs : {},
        env: {},
        status: "success",
        depth: 0,
        action: undefined,
        origin: { repository: workflow.repository, sha: workflow.sha },
    };
}
async function recorded(state, records, number, body, name) {
    const ids = { runId: state.order.run.id, jobId: state.order.record.id, number };
    state.log.flush();
    state.log.startStep();
    records.start(number, name);
    state.host.progress({ kind: "step_started", ...ids, name: records.nameOf(number) });
    const conclusion = await body();
    records.complete(number, conclusion);
    state.host.progress({ kind: "step_completed", ...ids, name: records.nameOf(number), conclusion });
    return conclusion;
}
/** In reverse order; they run after a cancel too. */
async function performPosts(state, frame, records) {
    for (const post of state.posts.toReversed()) {
        if (state.order.cancellation.forced || !evaluateCondition(post.if, stepScope(state, frame)))
            continue;
        const stop = createCancellation();
        const unlisten = state.order.cancellation.listen(() => {
            if (state.order.cancellation.forced)
                stop.cancel("forced", true);
        });
        const result = await recorded(state, records, records.add(post.name), () => post.perform(stop));
        unlisten();
        if (result === "failure")
            state.status = "failure";
    }
}
/** `outputs:` of the job; a value with a secret in it never leaves the job. */
function collectOutputs(state, frame) {
    const outputs = {};
    for (const { key, value } of entries(state.order.spec.outputs)) {
        const text = evaluateScalar(value, stepScope(state, frame));
        if (state.masks.reveals(text))
            state.log.annotate({ level: "warning", message: `Skip output '${key}' since it may contain secret.` });
        else if (text !== "")
            outputs[key] = text;
    }
    return outputs;
}
async function closeJob(state) {
    state.log.flush();
    for (const pid of state.groups) {
        killGroup(pid);
        state.host.groups.delete(pid);
    }
    state.host.forge.expireToken(state.token);
    await (0,promises_.rm)(state.directories.root, { recursive: true, force: true });
}

;// CONCATENATED MODULE: ./lib/local/runner/job/lost-job.js
/** What a job left behind whose runner was killed: the artifacts that its `always()` steps would have uploaded are still in its directory. */






const UPLOAD = /^actions\/upload-artifact(@|$)/i;
/**
 * Uploads what a failed job would have uploaded, and removes its directory. Only the process is known to be lost here, not the
 * machine: on GitHub such a job goes on with its `always()` steps. Never throws: an upload that fails says so in the job's log.
 */
async function saveRemains(host, order) {
    const directories = directoriesOf(`${host.workDir}/jobs/${order.record.id}`, order.run.repository);
    const exists = await (0,promises_.access)(directories.temp).then(() => true, () => false);
    if (!exists)
        return;
    const masks = createMasks();
    for (const value of Object.values(order.secrets))
        masks.add(value);
    const log = createJobLog(host.clock, masks, (text) => host.forge.appendLog(order.record.id, text));
    const state = {
        host,
        order,
        directories,
        token: "",
        masks,
        log,
        env: {},
        path: [],
        status: "failure",
        summary: "",
        posts: [],
        groups: new Set(),
    };
    const frame = { ...jobFrame(state), status: state.status };
    for (const spec of order.spec.steps)
        if (UPLOAD.test(spec.uses ?? ""))
            await performStep(state, frame, spec, order.cancellation);
    log.flush();
    await (0,promises_.rm)(directories.root, { recursive: true, force: true });
}

;// CONCATENATED MODULE: ./lib/local/runner/run/group-request.js
/** Reads `concurrency:` of a workflow or job. */


/** Undefined when there is no group, or its name comes out empty. */
function readGroup(token, repository, scope) {
    if (!token)
        return undefined;
    const groupToken = child(token, "group");
    const group = evaluateScalar(groupToken ?? token, scope);
    if (group === "")
        return undefined;
    return {
        repository,
        group,
        cancelInProgress: evaluateBoolean(child(token, "cancel-in-progress"), scope),
        queue: literalText(child(token, "queue")) === "max" ? "max" : "single",
    };
}

;// CONCATENATED MODULE: ./lib/local/runner/run/plan.js
/** What a job-level expression sees. */
function jobScope(work, scope, needs, extra = {}) {
    return {
        contexts: jobContexts(work, scope, needs, extra),
        functions: statusFunctions(scope.cancellation, needs),
    };
}
function jobContexts(work, scope, needs, extra = {}) {
    const seen = [...needs].map(([id, { result, outputs }]) => [id, { result, outputs }]);
    return {
        github: work.github,
        vars: work.vars,
        inputs: scope.inputs,
        needs: Object.fromEntries(seen),
        strategy: {},
        matrix: {},
        ...extra,
    };
}
/** `success()` and `failure()` look at every ancestor, not only at direct needs. */
function statusFunctions(cancellation, needs) {
    const all = [...needs.values()];
    return {
        always: () => true,
        cancelled: () => cancellation.requested,
        success: () => !cancellation.requested && all.every(({ allSucceeded }) => allSucceeded),
        failure: () => !cancellation.requested && all.some(({ anyFailed }) => anyFailed),
    };
}
/** Joins the results of a matrix or of a called workflow: failure, then cancelled, then success; skipped when nothing ran. */
function joinResults(results) {
    const order = ["failure", "cancelled", "success"];
    return order.find((result) => results.includes(result)) ?? "skipped";
}
function keyOf(scope, spec, index) {
    return `${scope.keyPrefix}${spec.id}${index === undefined ? "" : `[${index}]`}`;
}

;// CONCATENATED MODULE: ./lib/local/runner/run/execute-instance.js







/** GitHub's default for `timeout-minutes`. */
const DEFAULT_TIMEOUT_MINUTES = 360;
/** Waits for the concurrency group and a free slot, then executes. What ended before a restart is not run again. */
async function runInstance(work, one) {
    const remembered = rememberedResult(work, one);
    if (remembered) {
        await saveLost(work, one);
        return remembered;
    }
    const scope = jobScope(work, one.scope, one.needs, one.contexts);
    const cancellation = linkCancellation(work, one);
    const record = openRecord(work, one);
    const releases = [];
    try {
        const group = readGroup(one.spec.concurrency, work.run.repository, scope);
        const groupRelease = group
            ? await work.groups.acquire(group, cancellation, () => waits(work, record))
            : () => { };
        if (groupRelease)
            releases.push(groupRelease);
        const slot = groupRelease && (await work.slots.take(cancellation));
        if (slot)
            releases.push(slot);
        if (slot && work.halted())
            return await abandon(releases);
        if (!slot || cancellation.requested)
            return endUnstarted(work, one, record, "cancelled", cancellation.reason);
        work.onJobStart();
        work.progress({ kind: "job_started", runId: work.run.id, jobId: record.id, name: one.name });
        return await execute(work, one, record, cancellation);
    }
    catch (error) {
        return endUnstarted(work, one, record, "failure", error instanceof Error ? error.message : String(error));
    }
    finally {
        for (const release of releases.toReversed())
            release();
    }
}
async function execute(work, one, record, cancellation) {
    const { spec, scope } = one;
    const expressions = jobScope(work, scope, one.needs, one.contexts);
    const mayFail = evaluateBoolean(spec.continueOnError, expressions);
    const seen = (conclusion) => conclusion === "failure" && mayFail ? "success" : conclusion;
    const order = {
        ...orderOf(work, one, record, cancellation),
        timeoutMinutes: evaluateNumber(spec.timeoutMinutes, expressions) ?? DEFAULT_TIMEOUT_MINUTES,
        onOutcome: ({ conclusion, outputs }) => work.state.set(one.key, { result: conclusion, needsResult: seen(conclusion), outputs }),
    };
    const { conclusion, outputs } = await executeJob(work.host, order);
    work.progress({ kind: "job_completed", runId: work.run.id, jobId: record.id, name: one.name, conclusion });
    return { result: seen(conclusion), outputs };
}
function orderOf(work, one, record, cancellation) {
    const { spec, scope } = one;
    return {
        run: work.run,
        record,
        spec,
        workflow: { ...scope.tree },
        contexts: one.contexts,
        secrets: scope.secrets,
        permissions: scope.tree.granted.get(spec.id) ?? {},
        timeoutMinutes: DEFAULT_TIMEOUT_MINUTES,
        cancellation,
        onOutcome: () => undefined,
    };
}
/** Saves what a job left that was executing when an earlier process was killed. */
async function saveLost(work, one) {
    const { jobId, lost } = work.state.get(one.key) ?? {};
    if (!lost)
        return;
    const record = work.forge.jobs(work.run.id).find(({ id }) => id === jobId);
    if (record)
        await saveRemains(work.host, orderOf(work, one, record, createCancellation()));
    work.state.set(one.key, { lost: false });
}
/** A runner that stops starts nothing more; the job stays queued for the next one. */
function abandon(releases) {
    for (const release of releases.splice(0))
        release();
    return new Promise(() => undefined);
}
/** Creates the record of a job that never runs: skipped, cancelled before its turn, or failed while planning. */
function recordEnded(work, one, result, messages) {
    const remembered = rememberedResult(work, one);
    if (remembered)
        return remembered;
    return endUnstarted(work, one, openRecord(work, one), result, messages.join("\n"));
}
function endUnstarted(work, one, record, result, message) {
    const now = work.host.clock.now().toISOString();
    work.state.set(one.key, { jobId: record.id, result, needsResult: result, outputs: {} });
    const annotations = message === "" ? [] : [{ level: "failure", message }];
    work.forge.updateJob(record.id, {
        status: "completed",
        conclusion: result,
        startedAt: now,
        completedAt: now,
        annotations,
    });
    work.progress({
        kind: "job_completed",
        runId: work.run.id,
        jobId: record.id,
        name: one.name,
        conclusion: result,
    });
    return { result, outputs: {} };
}
/** The record of an earlier process is used again when the job had not started. */
function openRecord(work, one) {
    const known = work.state.get(one.key)?.jobId;
    const existing = known === undefined ? undefined : work.forge.jobs(work.run.id).find(({ id }) => id === known);
    if (existing && existing.status !== "completed" && existing.runAttempt === work.run.runAttempt)
        return existing;
    const { id: runId, runAttempt, repository, headSha } = work.run;
    const record = work.forge.createJob({
        runId,
        runAttempt,
        repository,
        name: one.name,
        headSha,
        status: "queued",
    });
    work.state.set(one.key, { jobId: record.id });
    return record;
}
function rememberedResult(work, one) {
    const job = work.state.get(one.key);
    return job?.result ? { result: job.needsResult ?? job.result, outputs: job.outputs ?? {} } : undefined;
}
function waits(work, record) {
    work.forge.updateJob(record.id, { status: "pending" });
    work.onJobWait();
}
/** docs: workflow-cancellation — a job whose `if` still holds once the run is cancelled goes on. */
function linkCancellation(work, one) {
    const cancellation = createCancellation();
    const { scope, spec } = one;
    one.own.listen(() => cancellation.cancel(one.own.reason, one.own.forced));
    scope.cancellation.listen(() => {
        const { forced, reason } = scope.cancellation;
        if (forced || !holds(spec.if, work, one))
            cancellation.cancel(reason, forced);
    });
    return cancellation;
}
function holds(condition, work, one) {
    const contexts = one.contexts;
    try {
        return evaluateCondition(condition, jobScope(work, one.scope, one.needs, contexts));
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/local/runner/run/execute-call.js







/** Holds the caller's and the called file's concurrency groups while the jobs inside run. */
async function executeCall(work, one) {
    if (work.state.get(one.key)?.result)
        return recordEnded(work, one, "skipped", []);
    const tree = one.scope.tree.calls.get(one.spec.id);
    if (!tree)
        return recordEnded(work, one, "failure", [`Workflow '${one.spec.uses}' was not found`]);
    const scope = jobScope(work, one.scope, one.needs, one.contexts);
    const inner = calledScope(work, one, tree, scope);
    if (inner.errors.length > 0)
        return recordEnded(work, one, "failure", inner.errors);
    const releases = [];
    try {
        for (const group of [
            readGroup(one.spec.concurrency, work.run.repository, scope),
            readGroup(tree.file.concurrency, work.run.repository, {
                contexts: { github: work.github, vars: work.vars, inputs: inner.scope.inputs },
            }),
        ]) {
            if (!group)
                continue;
            const release = await work.groups.acquire(group, inner.scope.cancellation, work.onJobWait);
            if (!release)
                return recordEnded(work, one, "cancelled", [inner.scope.cancellation.reason]);
            releases.push(release);
        }
        const results = await executeWorkflow(work, inner.scope);
        return {
            result: joinResults([...results.values()].map(({ result }) => result)),
            outputs: calledOutputs(work, inner.scope, results),
        };
    }
    finally {
        for (const release of releases.toReversed())
            release();
    }
}
function calledScope(work, one, tree, scope) {
    const given = {};
    for (const { key, value } of entries(one.spec.with))
        given[key] = evaluateToken(value, secretsToo(scope, one.scope.secrets));
    const { inputs, errors } = resolveInputs(tree.file.callInputs, given, {
        contexts: { github: work.github, vars: work.vars },
    });
    return {
        errors,
        scope: {
            tree,
            inputs,
            secrets: passedSecrets(one, tree, scope),
            namePrefix: `${one.name} / `,
            keyPrefix: `${one.key}/`,
            cancellation: both(one.scope.cancellation, one.own),
        },
    };
}
/** `inherit` passes everything to the directly called workflow; a mapping passes what it names. */
function passedSecrets(one, tree, scope) {
    const { secrets } = one.spec;
    if (secrets === "inherit")
        return one.scope.secrets;
    const named = evaluateTexts(secrets, secretsToo(scope, one.scope.secrets));
    const defined = new Set(tree.file.callSecrets.map(({ name }) => name.toLowerCase()));
    return Object.fromEntries(Object.entries(named).filter(([name, value]) => defined.has(name.toLowerCase()) && value !== ""));
}
function secretsToo(scope, secrets) {
    return { ...scope, contexts: { ...scope.contexts, secrets } };
}
function both(first, second) {
    const joined = first.child();
    second.listen(() => joined.cancel(second.reason, second.forced));
    return joined;
}

;// CONCATENATED MODULE: ./lib/local/runner/run/matrix.js
/** Expands `strategy:` into the jobs of a matrix. */


const MAX_JOBS = 256;
/** Throws GitHub's message for an empty or oversized matrix. */
function expandStrategy(token, scope) {
    const strategy = token ? asObject(evaluateToken(token, scope)) : {};
    const matrix = strategy.matrix === undefined ? undefined : asObject(strategy.matrix);
    const maxParallel = Number(strategy["max-parallel"] ?? 0);
    return {
        combinations: matrix ? expandMatrix(matrix) : undefined,
        failFast: strategy["fail-fast"] !== false && strategy["fail-fast"] !== "false",
        maxParallel: maxParallel > 0 ? maxParallel : Number.POSITIVE_INFINITY,
    };
}
/** `include` extends combinations that it does not contradict, else adds one; `exclude` removes by partial match. */
function expandMatrix(matrix) {
    const { include, exclude, ...axes } = matrix;
    const excluded = asList(exclude).map(asObject);
    const original = product(axes).filter((row) => !excluded.some((rule) => contains(row, rule)));
    const rows = original.map((row) => ({ ...row }));
    for (const extra of asList(include).map(asObject)) {
        const matching = original.flatMap((row, index) => (agrees(row, extra, axes) ? [index] : []));
        if (matching.length === 0 || Object.keys(axes).length === 0)
            rows.push({ ...extra });
        else
            for (const index of matching)
                Object.assign(rows[index] ?? {}, extra);
    }
    if (rows.length === 0)
        throw new Error("Matrix vector does not contain any values");
    if (rows.length > MAX_JOBS)
        throw new Error(`Strategy expansion exceeded ${MAX_JOBS} results`);
    return rows;
}
/** The suffix of a matrix job's name: ` (ubuntu, 20)`. */
function matrixSuffix(combination) {
    return ` (${Object.values(combination).flatMap(leaves).join(", ")})`;
}
function product(axes) {
    const names = Object.keys(axes);
    if (names.length === 0)
        return [];
    return names.reduce((rows, name) => rows.flatMap((row) => asList(axes[name]).map((value) => ({ ...row, [name]: value }))), [{}]);
}
function contains(row, rule) {
    return Object.entries(rule).every(([key, value]) => (0,external_node_util_.isDeepStrictEqual)(row[key], value));
}
function agrees(row, extra, axes) {
    return Object.entries(extra).every(([key, value]) => !(key in axes) || (0,external_node_util_.isDeepStrictEqual)(row[key], value));
}
function leaves(value) {
    if (Array.isArray(value))
        return value.flatMap(leaves);
    if (value && typeof value === "object")
        return Object.values(value).flatMap(leaves);
    return [String(value)];
}
function asObject(value) {
    return value && typeof value === "object" && !Array.isArray(value) ? value : {};
}
function asList(value) {
    return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

;// CONCATENATED MODULE: ./lib/local/runner/run/slots.js
function createSlots(limit) {
    let taken = 0;
    const waiting = [];
    const free = () => {
        taken -= 1;
        waiting.shift()?.();
    };
    return {
        take(cancellation) {
            return new Promise((resolve) => {
                const start = () => {
                    taken += 1;
                    let freed = false;
                    resolve(() => {
                        if (!freed)
                            free();
                        freed = true;
                    });
                };
                if (taken < limit)
                    return start();
                waiting.push(start);
                cancellation.listen(() => {
                    const index = waiting.indexOf(start);
                    if (index < 0)
                        return;
                    waiting.splice(index, 1);
                    resolve(undefined);
                });
            });
        },
    };
}

;// CONCATENATED MODULE: ./lib/local/runner/run/execute-workflow.js








/** Results by job id, once all jobs have ended. Never rejects. */
async function executeWorkflow(work, scope) {
    const promises = new Map();
    const start = (spec) => {
        const known = promises.get(spec.id);
        if (known)
            return known;
        const needed = spec.needs.flatMap((id) => scope.tree.file.jobs.filter((job) => job.id === id));
        const before = Promise.all(needed.map(async (job) => [job.id, await start(job)]));
        const promise = before.then((results) => executeNode(work, scope, spec, new Map(results)));
        promises.set(spec.id, promise);
        return promise;
    };
    const entries = scope.tree.file.jobs.map(async (spec) => [spec.id, await start(spec)]);
    return new Map(await Promise.all(entries));
}
async function executeNode(work, scope, spec, needs) {
    const { result, outputs } = await settle(work, scope, spec, needs);
    const before = [...needs.values()];
    return {
        result,
        outputs,
        allSucceeded: result === "success" && before.every(({ allSucceeded }) => allSucceeded),
        anyFailed: result === "failure" || before.some(({ anyFailed }) => anyFailed),
    };
}
async function settle(work, scope, spec, needs) {
    const whole = instance(work, scope, spec, needs, undefined);
    try {
        if (scope.cancellation.forced)
            return recordEnded(work, whole, "cancelled", []);
        if (!evaluateCondition(spec.if, jobScope(work, scope, needs)))
            return recordEnded(work, whole, "skipped", []);
        const strategy = expandStrategy(spec.strategy, jobScope(work, scope, needs));
        if (!strategy.combinations)
            return await execute_workflow_perform(work, instance(work, scope, spec, needs, { strategy, index: undefined }));
        return await executeMatrix(work, scope, spec, needs, strategy, strategy.combinations);
    }
    catch (error) {
        return recordEnded(work, whole, "failure", [error instanceof Error ? error.message : String(error)]);
    }
}
async function executeMatrix(work, scope, spec, needs, strategy, combinations) {
    const slots = createSlots(strategy.maxParallel);
    const instances = combinations.map((_, index) => instance(work, scope, spec, needs, { strategy, index }));
    const ended = await Promise.all(instances.map(async (one) => {
        const release = await slots.take(one.own);
        const result = release
            ? await execute_workflow_perform(work, one)
            : recordEnded(work, one, "cancelled", [one.own.reason]);
        if (result.result === "failure" && strategy.failFast) {
            for (const other of instances)
                if (other !== one)
                    other.own.cancel(`The strategy configuration was canceled because "${one.name}" failed`);
        }
        release?.();
        return result;
    }));
    // The last writer wins: an output that several instances set has the value of the last in matrix order.
    return {
        result: joinResults(ended.map(({ result }) => result)),
        outputs: Object.assign({}, ...ended.map(({ outputs }) => outputs)),
    };
}
function execute_workflow_perform(work, one) {
    return one.spec.uses ? executeCall(work, one) : runInstance(work, one);
}
function instance(work, scope, spec, needs, at) {
    const matrix = at?.index === undefined ? undefined : at.strategy.combinations?.[at.index];
    const total = at?.strategy.combinations?.length ?? 1;
    const parallel = at && Number.isFinite(at.strategy.maxParallel) ? at.strategy.maxParallel : total;
    const strategy = {
        "fail-fast": at?.strategy.failFast ?? true,
        "job-index": at?.index ?? 0,
        "job-total": total,
        "max-parallel": parallel,
    };
    const contexts = jobContexts(work, scope, needs, { strategy, matrix: matrix ?? {} });
    const suffix = at?.index === undefined ? "" : `[${at.index}]`;
    return {
        spec,
        scope,
        needs,
        contexts,
        key: `${scope.keyPrefix}${spec.id}${suffix}`,
        name: scope.namePrefix + instanceName(spec, contexts, matrix),
        own: createCancellation(),
    };
}
/** `name:` evaluated; the matrix values are appended unless the name speaks of them itself. */
function instanceName(spec, contexts, matrix) {
    const named = spec.name ? evaluateScalar(spec.name, { contexts }) : "";
    if (!matrix)
        return named || spec.id;
    return named === "" || !spec.name?.isExpression ? (named || spec.id) + matrixSuffix(matrix) : named;
}
/** `outputs:` of a called workflow from the results of its jobs. */
function calledOutputs(work, scope, results) {
    const jobs = Object.fromEntries([...results].map(([id, { result, outputs }]) => [id, { result, outputs }]));
    const contexts = { github: work.github, vars: work.vars, inputs: scope.inputs, jobs };
    return Object.fromEntries(scope.tree.file.callOutputs.map(({ name, value }) => {
        const output = evaluateToken(value, { contexts });
        return [name, output === null || typeof output === "object" ? "" : String(output)];
    }));
}

;// CONCATENATED MODULE: ./lib/local/runner/run/execute-run.js




/** Starts at once; the run's record is completed and announced when `ended` resolves. Never rejects. */
function executeRun(host, run, prepared, state) {
    const cancellation = createCancellation();
    const progress = { started: run.status === "in_progress" };
    const work = {
        host: host.job,
        forge: host.forge,
        groups: host.groups,
        slots: host.slots,
        run,
        state,
        github: prepared.github,
        vars: prepared.vars,
        cancellation,
        progress: host.progress,
        halted: () => host.stopping() && !progress.started,
        onJobStart() {
            if (progress.started)
                return;
            progress.started = true;
            host.forge.updateRun(run.id, { status: "in_progress" });
            host.forge.emitWorkflowRun(run.id, "in_progress");
        },
        onJobWait() {
            if (!progress.started)
                host.forge.updateRun(run.id, { status: "pending" });
        },
    };
    const ended = execute_run_perform(host, work, prepared).then((conclusion) => {
        host.forge.updateRun(run.id, { status: "completed", conclusion });
        host.forge.emitWorkflowRun(run.id, "completed");
        return conclusion;
    });
    return {
        runId: run.id,
        cancellation,
        ended,
        get started() {
            return progress.started;
        },
    };
}
async function execute_run_perform(host, work, prepared) {
    const { tree, inputs, secrets } = prepared;
    const { cancellation, run } = work;
    const scope = { tree, inputs, secrets, namePrefix: "", keyPrefix: "", cancellation };
    let release = () => { };
    try {
        const group = readGroup(tree.file.concurrency, run.repository, {
            contexts: { github: work.github, vars: work.vars, inputs },
        });
        if (group)
            release = await host.groups.acquire(group, cancellation, work.onJobWait);
        if (!release)
            return "cancelled";
        const results = await executeWorkflow(work, scope);
        return cancellation.requested
            ? "cancelled"
            : joinResults([...results.values()].map(({ result }) => result));
    }
    catch (error) {
        host.job.log(`Run ${run.id} of ${run.repository} (${run.path}) failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        return "failure";
    }
    finally {
        release?.();
    }
}

;// CONCATENATED MODULE: ./lib/local/runner/trigger/match.js

/** Activity types that count when a workflow names none (docs: events-that-trigger-workflows); all others: every type. */
const DEFAULT_TYPES = {
    pull_request: ["opened", "synchronize", "reopened"],
    pull_request_target: ["opened", "synchronize", "reopened"],
    merge_group: ["checks_requested"],
};
/** The event by its name here, the run's name by the workflow: `workflow_dispatch` only starts the file that it names. */
function startsWorkflow(events, path, event) {
    const filter = events[event.name];
    if (filter === undefined)
        return false;
    if (event.name === "workflow_dispatch")
        return event.workflowPath === path;
    if (event.name === "schedule")
        return startsSchedule(filter, event);
    if (event.name === "push" && asksToSkip(event.payload))
        return false;
    return (matchesTypes(filter, event) &&
        matchesWorkflows(filter, event) &&
        matchesRefs(filter, event) &&
        matchesPaths(filter, event));
}
function startsSchedule(filter, event) {
    return (Array.isArray(filter) &&
        filter.some((entry) => property(entry, "cron") === event.payload.schedule));
}
function matchesTypes(filter, event) {
    const types = list(filter, "types") ?? DEFAULT_TYPES[event.name];
    return types === undefined || event.action === undefined || types.includes(event.action);
}
function matchesWorkflows(filter, event) {
    const names = list(filter, "workflows");
    if (event.name !== "workflow_run" || !names)
        return true;
    const run = objectOf(event.payload.workflow_run);
    return ((0,glob/* selectedBy */.B)(names, textOf(run.name)) || (0,glob/* selectedBy */.B)(names, textOf(objectOf(event.payload.workflow).name)));
}
/** A workflow that filters only tags ignores branches, and the reverse. */
function matchesRefs(filter, event) {
    const branches = list(filter, "branches");
    const ignoredBranches = list(filter, "branches-ignore");
    const tags = list(filter, "tags");
    const ignoredTags = list(filter, "tags-ignore");
    if (event.name === "push" && event.ref.startsWith("refs/tags/")) {
        const tag = event.ref.slice("refs/tags/".length);
        if (!tags && !ignoredTags)
            return !branches && !ignoredBranches;
        return (!tags || (0,glob/* selectedBy */.B)(tags, tag)) && !(ignoredTags && (0,glob/* selectedBy */.B)(ignoredTags, tag));
    }
    if (!branches && !ignoredBranches)
        return event.name !== "push" || (!tags && !ignoredTags);
    const branch = filteredBranch(event);
    return ((!branches || (0,glob/* selectedBy */.B)(branches, branch)) && !(ignoredBranches && (0,glob/* selectedBy */.B)(ignoredBranches, branch)));
}
/** The branch that `branches:` speaks of: the base of a pull request, the head of a workflow_run, else the ref. */
function filteredBranch(event) {
    if (event.name.startsWith("pull_request"))
        return event.baseRef ?? "";
    if (event.name === "workflow_run")
        return textOf(objectOf(event.payload.workflow_run).head_branch);
    return event.ref.replace(/^refs\/heads\//, "");
}
function matchesPaths(filter, event) {
    if (!event.changedPaths || event.ref.startsWith("refs/tags/"))
        return true;
    const paths = list(filter, "paths");
    const ignored = list(filter, "paths-ignore");
    if (paths && !event.changedPaths.some((path) => (0,glob/* selectedBy */.B)(paths, path)))
        return false;
    return !ignored || event.changedPaths.some((path) => !(0,glob/* selectedBy */.B)(ignored, path));
}
/** `[skip ci]` and its spellings in the head commit's message (docs: skipping-workflow-runs). */
function asksToSkip(payload) {
    const message = textOf(objectOf(payload.head_commit).message);
    return /\[(skip ci|ci skip|no ci|skip actions|actions skip)\]/.test(message);
}
function list(filter, key) {
    const value = property(filter, key);
    return Array.isArray(value) ? value.filter((item) => typeof item === "string") : undefined;
}
function property(value, key) {
    return typeof value === "object" && value !== null
        ? Object.entries(value).find(([name]) => name === key)?.[1]
        : undefined;
}
function objectOf(value) {
    return value && typeof value === "object" && !Array.isArray(value) ? value : {};
}
function textOf(value) {
    return typeof value === "string" ? value : "";
}

;// CONCATENATED MODULE: ./lib/local/runner/trigger/titles.js


/** `run-name:` evaluated; when it is absent or comes out blank, GitHub's default title for the event. */
function displayTitle(workflow, event, scope) {
    const named = workflow.runName ? evaluateScalar(workflow.runName, scope).trim() : "";
    return named === "" ? defaultTitle(workflow.name, event) : named;
}
function defaultTitle(workflowName, event) {
    const { payload } = event;
    const subject = textOf(objectOf(payload.pull_request).title) ||
        textOf(objectOf(payload.issue).title) ||
        textOf(objectOf(payload.head_commit).message).split("\n")[0];
    if (event.name === "repository_dispatch")
        return event.action ?? workflowName;
    if (event.name === "workflow_dispatch" || event.name === "schedule" || event.name === "workflow_run")
        return workflowName;
    return subject || workflowName;
}

;// CONCATENATED MODULE: ./lib/local/runner/run/source.js
/** Finds and parses workflow and action files in the repositories that the forge hosts; every result is kept by blob. */




const WORKFLOW_FOLDER = ".github/workflows";
function createWorkflowSource(forge, cacheDir, overlay, isEnabled = () => true) {
    const parsed = new Map();
    const listings = new Map();
    const trees = new Map();
    function parse(path, key, content) {
        const id = `${path}\n${key}`;
        const known = parsed.get(id) ?? content().then((text) => parseWorkflowFile(path, text));
        parsed.set(id, known);
        known.catch(() => parsed.delete(id));
        return known;
    }
    function listing(gitDir, sha) {
        const id = `${gitDir}\n${sha}`;
        const known = listings.get(id) ??
            listFolder(gitDir, sha, WORKFLOW_FOLDER).then((files) => files.filter(({ path }) => /\.ya?ml$/.test(path)));
        listings.set(id, known);
        known.catch(() => listings.delete(id));
        return known;
    }
    async function workflows(repository, sha, ref) {
        const gitDir = forge.gitDir(repository);
        if (!gitDir)
            return [];
        const laidOver = overlay(repository) ?? new Map();
        const stored = (await listing(gitDir, sha)).filter(({ path }) => !laidOver.has(path) && isEnabled(repository, path));
        const fromGit = stored.map(async (file) => ({
            repository,
            sha,
            ref,
            path: file.path,
            parsed: await parse(file.path, file.sha, () => readBlob(gitDir, file.sha)),
        }));
        const fromOverlay = [...laidOver].map(async ([path, content]) => ({
            repository,
            sha,
            ref,
            path,
            parsed: await parse(path, digest(content), async () => content),
        }));
        return Promise.all([...fromGit, ...fromOverlay]);
    }
    return {
        workflows,
        async workflow(repository, sha, ref, path) {
            return (await workflows(repository, sha, ref)).find((workflow) => workflow.path === path);
        },
        async remoteWorkflow(repository, ref, path) {
            const gitDir = forge.gitDir(repository);
            const sha = gitDir && (await resolveCommit(gitDir, ref));
            const content = gitDir && sha ? await readFileAt(gitDir, sha, path) : undefined;
            if (!sha || content === undefined)
                return undefined;
            return { repository, sha, ref, path, parsed: await parse(path, digest(content), async () => content) };
        },
        async commit(repository, ref) {
            const gitDir = forge.gitDir(repository);
            return gitDir ? resolveCommit(gitDir, ref) : undefined;
        },
        materialise(repository, sha) {
            const gitDir = forge.gitDir(repository);
            if (!gitDir)
                return Promise.reject(new Error(`repository not found: ${repository}`));
            const directory = `${cacheDir}/${repository.toLowerCase().replace("/", "+")}/${sha}`;
            const known = trees.get(directory) ?? extractOnce(gitDir, sha, directory);
            trees.set(directory, known);
            known.catch(() => trees.delete(directory));
            return known;
        },
    };
}
async function extractOnce(gitDir, sha, directory) {
    if (!(0,external_node_fs_.existsSync)(directory))
        await extractCommit(gitDir, sha, directory);
    return directory;
}
function digest(content) {
    return (0,external_node_crypto_.createHash)("sha256").update(content).digest("hex");
}

;// CONCATENATED MODULE: ./lib/local/runner/run/call-tree.js



/** A caller and nine levels below it (docs: reusing-workflow-configurations). */
const MAX_LEVELS = 10;
const call_tree_REMOTE = /^([^/@]+\/[^/@]+)\/(\.github\/workflows\/[^/@]+\.ya?ml)@(.+)$/;
const LOCAL = /^(?:\.|\$)\/(\.github\/workflows\/[^/@]+\.ya?ml)$/;
/**
 * `base` is what a job gets when neither file nor job names permissions. Everything that is wrong is collected in `problems`;
 * the tree is undefined when the entry file itself cannot be read.
 */
async function loadCallTree(source, workflow, base, problems) {
    return load(source, workflow, { base, level: 1, cap: undefined, called: undefined }, problems);
}
async function load(source, workflow, at, problems) {
    const file = workflow.parsed.workflow;
    if (!file) {
        const prefix = at.called ? `Error calling workflow '${at.called}'. ` : "";
        problems.push(...workflow.parsed.errors.map((error) => ({ ...error, message: prefix + error.message })));
        return undefined;
    }
    problems.push(...refusedPermissions(file, at));
    const granted = new Map(file.jobs.map((job) => [job.id, grantedTo(file, job, at.base)]));
    const calls = new Map();
    for (const job of file.jobs) {
        if (!job.uses)
            continue;
        const tree = await loadCall(source, workflow, job, granted.get(job.id) ?? {}, at, problems);
        if (tree)
            calls.set(job.id, tree);
    }
    const { repository, path, sha, ref } = workflow;
    return { repository, path, sha, ref, file, granted, calls };
}
async function loadCall(source, caller, job, granted, at, problems) {
    const uses = job.uses ?? "";
    const problem = (message) => {
        problems.push({ file: caller.path, line: job.line, message });
        return undefined;
    };
    if (at.level >= MAX_LEVELS)
        return problem(`Job '${job.id}' calls workflow '${uses}' beyond the limit of ${MAX_LEVELS} levels`);
    const found = await findCalled(source, caller, uses);
    if (typeof found === "string")
        return problem(found);
    const callee = found.parsed.workflow;
    if (callee && !callee.callable)
        return problem(`Error calling workflow '${uses}'. The workflow has no 'on.workflow_call' trigger`);
    if (callee)
        for (const message of refusedValues(uses, callee, job))
            problem(message);
    return load(source, found, { base: granted, level: at.level + 1, cap: granted, called: uses }, problems);
}
async function findCalled(source, caller, uses) {
    const local = LOCAL.exec(uses);
    if (local?.[1]) {
        const here = await source.workflow(caller.repository, caller.sha, caller.ref, local[1]);
        return (here ??
            `Error parsing called workflow "${uses}": workflow was not found in ${caller.repository} at ${caller.sha}`);
    }
    const remote = call_tree_REMOTE.exec(uses);
    if (!remote?.[1] || !remote[2] || !remote[3]) {
        return `Invalid workflow reference '${uses}': expected ./${WORKFLOW_FOLDER}/<file>, $/${WORKFLOW_FOLDER}/<file> or <owner>/<repository>/${WORKFLOW_FOLDER}/<file>@<ref>`;
    }
    const there = await source.remoteWorkflow(remote[1], remote[3], remote[2]);
    return (there ??
        `Error parsing called workflow "${uses}": workflow was not found. See https://docs.github.com/actions/learn-github-actions/reusing-workflows#access-to-reusable-workflows`);
}
function refusedPermissions(file, at) {
    if (!at.cap || !at.called)
        return [];
    const cap = at.cap;
    const refuse = (line, subject, excess) => ({
        file: file.path,
        line,
        message: `Error calling workflow '${at.called}'. ${subject} is requesting ${excess}.`,
    });
    const whole = file.permissions && exceeding(file.permissions, cap);
    const fromFile = whole ? [refuse(1, `The workflow '${at.called}'`, whole)] : [];
    const fromJobs = file.jobs.flatMap((job) => {
        const excess = job.permissions && exceeding(job.permissions, cap);
        return excess ? [refuse(job.line, `The nested job '${job.id}'`, excess)] : [];
    });
    return [...fromFile, ...fromJobs];
}
function grantedTo(file, job, base) {
    const request = job.permissions ?? file.permissions;
    return request ? expandPermissions(request) : base;
}
/** Inputs and secrets that the called workflow does not define, or requires and does not get. */
function refusedValues(uses, callee, job) {
    const given = entries(job.with);
    const inputNames = new Set(callee.callInputs.map(({ name }) => name.toLowerCase()));
    const unknownInputs = given
        .filter(({ key }) => !inputNames.has(key.toLowerCase()))
        .map(({ key, keyToken }) => `Invalid input, ${key} is not defined in the referenced workflow '${uses}' (line ${lineOf(keyToken)}).`);
    const givenNames = new Set(given.map(({ key }) => key.toLowerCase()));
    const missingInputs = callee.callInputs
        .filter((input) => input.required && !givenNames.has(input.name.toLowerCase()))
        .map(({ name }) => `Input ${name} is required, but not provided while calling '${uses}'.`);
    if (job.secrets === "inherit")
        return [...unknownInputs, ...missingInputs];
    const secrets = entries(job.secrets).map(({ key }) => key.toLowerCase());
    const secretNames = new Set(callee.callSecrets.map(({ name }) => name.toLowerCase()));
    const unknownSecrets = secrets
        .filter((name) => !secretNames.has(name))
        .map((name) => `Invalid secret, ${name} is not defined in the referenced workflow '${uses}'.`);
    const missingSecrets = callee.callSecrets
        .filter(({ name, required }) => required && !secrets.includes(name.toLowerCase()))
        .map(({ name }) => `Secret ${name} is required, but not provided while calling '${uses}'.`);
    return [...unknownInputs, ...missingInputs, ...unknownSecrets, ...missingSecrets];
}

;// CONCATENATED MODULE: ./lib/local/runner/run/check-concurrency.js
/** What GitHub refuses about `concurrency:` and its parser here does not. */

/** `queue: max` and `cancel-in-progress: true` exclude each other (changelog 2026-05-07). */
function checkConcurrency(file) {
    const tokens = [file.concurrency, ...file.jobs.map((job) => job.concurrency)];
    return tokens.filter(contradicts).map((token) => ({
        file: file.path,
        line: lineOf(token),
        message: "'queue: max' cannot be used together with 'cancel-in-progress: true'",
    }));
}
function contradicts(token) {
    return (literalText(child(token, "queue")) === "max" &&
        literalBoolean(child(token, "cancel-in-progress")) === true);
}

;// CONCATENATED MODULE: ./lib/local/runner/run/prepare-run.js






/** Either the run, or GitHub's messages of a startup failure. */
async function prepareRun(forge, source, workflow, run) {
    const problems = [];
    const event = run.trigger;
    const granted = defaultPermissions(forge.workflowPermissions(run.repository).default);
    const tree = await loadCallTree(source, workflow, granted, problems);
    const file = workflow.parsed.workflow;
    if (!tree || !file)
        return { problems };
    for (const node of allTrees(tree))
        problems.push(...checkConcurrency(node.file));
    const { inputs, errors } = dispatchInputs(file, event);
    problems.push(...errors.map((message) => ({ file: file.path, line: 1, message })));
    if (problems.length > 0)
        return { problems };
    const github = githubOf(forge, run, file, inputs);
    const vars = { ...forge.variables(run.repository) };
    return {
        tree: event.fromFork ? restrict(tree) : tree,
        github,
        inputs,
        vars,
        secrets: event.fromFork ? {} : forge.secrets(run.repository),
        title: displayTitle(file, event, { contexts: { github, inputs, vars } }),
    };
}
function githubOf(forge, run, file, inputs) {
    const payload = run.event === "workflow_dispatch"
        ? { ...run.trigger.payload, inputs: textInputs(inputs) }
        : run.trigger.payload;
    return githubContext(run, payload, forge, file, forge.repositoryPayload(run.repository));
}
function dispatchInputs(file, event) {
    if (event.name !== "workflow_dispatch")
        return { inputs: {}, errors: [] };
    return resolveInputs(file.dispatchInputs, event.inputs ?? {}, { contexts: {} });
}
function allTrees(tree) {
    return [tree, ...[...tree.calls.values()].flatMap(allTrees)];
}
/** docs: github_token — a pull request from a fork gets read access at most. */
function restrict(tree) {
    return {
        ...tree,
        granted: new Map([...tree.granted].map(([job, permissions]) => [job, readOnly(permissions)])),
        calls: new Map([...tree.calls].map(([job, call]) => [job, restrict(call)])),
    };
}

;// CONCATENATED MODULE: ./lib/local/runner/run/resume.js
const LOST = "The runner lost communication with the server";
/** Completes the records of jobs that were executing: with their remembered outcome, else as failed. Queued ones stay to be planned again. */
function closeInterruptedJobs(forge, clock, state, run) {
    const completedAt = clock.now().toISOString();
    const byJob = new Map(state.keys().map((key) => [state.get(key)?.jobId, key]));
    for (const job of forge.jobs(run.id).filter(({ runAttempt }) => runAttempt === run.runAttempt)) {
        const key = byJob.get(job.id);
        const remembered = key === undefined ? undefined : state.get(key)?.result;
        if (job.status === "completed" || (job.status !== "in_progress" && !remembered))
            continue;
        const lost = !remembered;
        if (lost && key !== undefined)
            state.set(key, { result: "failure", needsResult: "failure", outputs: {}, lost: true });
        forge.updateJob(job.id, {
            status: "completed",
            conclusion: remembered ?? "failure",
            completedAt,
            steps: job.steps.map((step) => step.status === "completed"
                ? step
                : { ...step, status: "completed", conclusion: lost ? "cancelled" : "success", completedAt }),
            ...(lost ? { annotations: [...job.annotations, { level: "failure", message: LOST }] } : {}),
        });
    }
}

;// CONCATENATED MODULE: ./lib/local/runner/run/run-state.js
/** What a run remembers on disk so that it can go on after the process was killed, and so that a rerun keeps successes. */

/** Opens the state of a run's attempt; another attempt's state on disk is replaced by `initial`. Writes are small, synchronous and atomic. */
function openRunState(workDir, runId, attempt, initial = {}) {
    const directory = `${workDir}/runs`;
    const file = `${directory}/${runId}.json`;
    (0,external_node_fs_.mkdirSync)(directory, { recursive: true });
    const stored = readState(file);
    const jobs = new Map(Object.entries(stored?.attempt === attempt ? stored.jobs : initial));
    const save = () => {
        (0,external_node_fs_.writeFileSync)(`${file}.new`, JSON.stringify({ attempt, jobs: Object.fromEntries(jobs) }));
        (0,external_node_fs_.renameSync)(`${file}.new`, file);
    };
    return {
        attempt,
        get: (key) => jobs.get(key),
        set(key, job) {
            jobs.set(key, { ...jobs.get(key), ...job });
            save();
        },
        keys: () => [...jobs.keys()],
    };
}
/** The jobs of an earlier attempt that are not run again: all successes, or all but one job and what needs it. */
function keptJobs(workDir, runId, rerun) {
    const remembered = Object.entries(readState(`${workDir}/runs/${runId}.json`)?.jobs ?? {});
    if (rerun.jobId === undefined)
        return Object.fromEntries(remembered.filter(([, job]) => job.result === "success"));
    const key = remembered.find(([, job]) => job.jobId === rerun.jobId)?.[0];
    const again = key === undefined ? new Set() : dependents(topLevel(key), rerun.jobs);
    return Object.fromEntries(remembered.filter(([other, job]) => other !== key && job.result && !again.has(topLevel(other))));
}
/** The job of the entry file that a key belongs to: `code` of `code/agent` and of `code[1]`. */
function topLevel(key) {
    return key.split(/[/[]/)[0] ?? key;
}
function dependents(id, jobs) {
    const found = new Set([id]);
    for (let size = 0; size !== found.size;) {
        size = found.size;
        for (const job of jobs)
            if (job.needs.some((need) => found.has(need)))
                found.add(job.id);
    }
    return found;
}
function readState(file) {
    try {
        const stored = JSON.parse((0,external_node_fs_.readFileSync)(file, "utf8"));
        return isStored(stored) ? stored : undefined;
    }
    catch {
        return undefined;
    }
}
function isStored(value) {
    return (typeof value === "object" &&
        value !== null &&
        "attempt" in value &&
        "jobs" in value &&
        typeof value.jobs === "object");
}

;// CONCATENATED MODULE: ./lib/local/runner/trigger/cron.js
/** POSIX cron with names, ranges, lists and steps, in UTC or an IANA time zone. */
const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const WEEKDAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** The first time after `after` at which the entry fires; undefined when it never does (31 February) or is malformed. */
function nextFire(expression, after, timezone = "UTC") {
    const cron = parseCron(expression);
    if (!cron)
        return undefined;
    const wall = Math.floor((after.getTime() + offset(after, timezone)) / MINUTE) * MINUTE;
    const start = wall - (wall % DAY);
    // A leap day on a given weekday comes back within 28 years; every other entry within 4.
    for (let day = start; day < start + 28 * 366 * DAY; day += DAY) {
        if (!matchesDay(cron, new Date(day)))
            continue;
        for (const hour of cron.hours) {
            for (const minute of cron.minutes) {
                const time = fromWall(day + (hour * 60 + minute) * MINUTE, timezone);
                if (time > after)
                    return time;
            }
        }
    }
    return undefined;
}
function matchesDay(cron, day) {
    if (!cron.months.has(day.getUTCMonth() + 1))
        return false;
    const byDate = cron.days.has(day.getUTCDate());
    const byWeekday = cron.weekdays.has(day.getUTCDay());
    return cron.eitherDay ? byDate || byWeekday : byDate && byWeekday;
}
function parseCron(expression) {
    const fields = expression.trim().split(/\s+/);
    const [minute, hour, date, month, weekday] = fields;
    if (fields.length !== 5 || !minute || !hour || !date || !month || !weekday)
        return undefined;
    const minutes = parseField(minute, 0, 59, []);
    const hours = parseField(hour, 0, 23, []);
    const days = parseField(date, 1, 31, []);
    const months = parseField(month, 1, 12, MONTHS);
    const weekdays = parseField(weekday, 0, 7, WEEKDAYS);
    if (!minutes || !hours || !days || !months || !weekdays)
        return undefined;
    if (weekdays.has(7))
        weekdays.add(0);
    return {
        minutes,
        hours,
        days,
        months,
        weekdays,
        eitherDay: !date.startsWith("*") && !weekday.startsWith("*"),
    };
}
function parseField(field, low, high, names) {
    const values = [];
    for (const part of field.split(",")) {
        const [range = "", step = "1"] = part.split("/");
        const [from = "", to = part.includes("/") ? String(high) : from] = range === "*" ? [String(low), String(high)] : range.split("-");
        const first = readValue(from, low, names);
        const last = readValue(to, low, names);
        const stride = Number(step);
        if (!inRange(first, low, high) ||
            !inRange(last, low, high) ||
            !Number.isInteger(stride) ||
            stride < 1 ||
            first > last)
            return undefined;
        for (let value = first; value <= last; value += stride)
            values.push(value);
    }
    return new Set(values.sort((a, b) => a - b));
}
function readValue(text, low, names) {
    const index = names.indexOf(text.toUpperCase());
    if (index >= 0)
        return index + low;
    return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}
function inRange(value, low, high) {
    return value >= low && value <= high;
}
/** Milliseconds that a time zone is ahead of UTC at an instant. */
function offset(instant, timezone) {
    if (timezone === "UTC")
        return 0;
    const parts = new Intl.DateTimeFormat("en-US", {
        timeZone: timezone,
        hourCycle: "h23",
        year: "numeric",
        month: "numeric",
        day: "numeric",
        hour: "numeric",
        minute: "numeric",
        second: "numeric",
    }).formatToParts(instant);
    const field = (type) => Number(parts.find((part) => part.type === type)?.value);
    const wall = Date.UTC(field("year"), field("month") - 1, field("day"), field("hour"), field("minute"), field("second"));
    return wall - Math.floor(instant.getTime() / 1000) * 1000;
}
/** A wall-clock time as an instant; one that a daylight-saving change skips advances to the hour after it. */
function fromWall(wall, timezone) {
    if (timezone === "UTC")
        return new Date(wall);
    const guess = new Date(wall - offset(new Date(wall), timezone));
    const before = new Date(wall - offset(new Date(guess.getTime() - DAY / 8), timezone));
    if (before.getTime() + offset(before, timezone) === wall)
        return before;
    const exact = new Date(wall - offset(guess, timezone));
    return exact.getTime() + offset(exact, timezone) === wall ? exact : before;
}

;// CONCATENATED MODULE: ./lib/local/runner/schedule.js

/** A wake-up at least once a day keeps the timer within what timers can hold. */
const LONGEST_SLEEP_MS = 24 * 60 * 60_000;
function createScheduler(forge, source, clock, onError) {
    let checked = clock.now();
    let cancelAlarm = () => { };
    let stopped = false;
    async function dueBefore(now) {
        const all = await scheduleEntries(forge, source);
        return all.filter(({ cron, timezone }) => {
            const next = nextFire(cron, checked, timezone);
            return next !== undefined && next <= now;
        });
    }
    async function setAlarm() {
        const entries = await scheduleEntries(forge, source);
        const now = clock.now();
        const times = entries.flatMap(({ cron, timezone }) => nextFire(cron, checked, timezone)?.getTime() ?? []);
        cancelAlarm();
        if (stopped || times.length === 0)
            return;
        const sleep = Math.max(0, Math.min(LONGEST_SLEEP_MS, Math.min(...times) - now.getTime()));
        cancelAlarm = clock.after(sleep, () => void scheduler.dispatchDue().catch(onError));
    }
    const scheduler = {
        refresh: setAlarm,
        async dispatchDue() {
            const now = clock.now();
            const due = await dueBefore(now);
            checked = now;
            for (const { repository, cron } of due)
                if (!stopped)
                    forge.emitSchedule(repository, cron);
            await setAlarm();
        },
        stop() {
            stopped = true;
            cancelAlarm();
        },
    };
    return scheduler;
}
async function scheduleEntries(forge, source) {
    const lists = await Promise.all(forge.repositories().map(async (repository) => {
        const ref = `refs/heads/${forge.defaultBranch(repository)}`;
        const sha = await source.commit(repository, ref);
        const workflows = sha ? await source.workflows(repository, sha, ref) : [];
        return workflows
            .flatMap(({ parsed }) => cronEntries(parsed.events))
            .map((entry) => ({ repository, ...entry }));
    }));
    // One event per repository and cron text, however many workflows share it: the forge emits it once for all of them.
    return [
        ...new Map(lists.flat().map((entry) => [`${entry.repository}\n${entry.cron}\n${entry.timezone ?? ""}`, entry])).values(),
    ];
}
function cronEntries(events) {
    return (events.schedule ?? []).map(({ cron, timezone }) => ({ cron, timezone }));
}

;// CONCATENATED MODULE: ./lib/local/runner/runner.js
/** The local workflow runner: turns the forge's events into runs and executes them. Imported lazily, it brings GitHub's parser with it. */

















/** docs: message of a runner that is shut down while it works. */
const SHUTDOWN = "The runner has received a shutdown signal. This can happen when the runner service is stopped, or a manually started runner is canceled.";
const systemClock = {
    now: () => new Date(),
    after(milliseconds, run) {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
    },
};
/** Starts listening at once, and goes on with the runs that an earlier process left unfinished. */
function startRunner(options) {
    const { forge } = options;
    const workDir = (0,external_node_path_.resolve)(options.workDir);
    const clock = options.clock ?? systemClock;
    const log = options.log ?? (() => { });
    const progress = options.onProgress ?? (() => { });
    const source = createWorkflowSource(forge, `${workDir}/actions`, options.overlay ?? (() => undefined), options.isEnabled);
    const groups = openProcessGroups(workDir);
    const active = new Map();
    let stopping = false;
    let pendingWork = 0;
    let idleWaiters = [];
    (0,external_node_fs_.mkdirSync)(`${workDir}/runs`, { recursive: true });
    const job = {
        forge,
        source,
        workDir,
        clock,
        groups,
        progress,
        log,
        spawn: options.spawn ?? systemSpawn,
        toolCache: options.toolCache ?? `${workDir}/tools`,
        builtInActions: new Map([...BUILT_IN_ACTIONS, ...(options.builtInActions ?? [])]),
        isTrusted: options.isTrusted ?? (() => true),
        ...(options.runEntry ? { runEntry: options.runEntry } : {}),
        ...(options.wrapForeignRun ? { wrapForeignRun: options.wrapForeignRun } : {}),
    };
    const host = {
        job,
        forge,
        progress,
        groups: createConcurrencyGroups(),
        slots: createSlots(options.maxConcurrentJobs ?? 2),
        stopping: () => stopping,
    };
    const reportError = (error) => log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    const scheduler = createScheduler(forge, source, clock, reportError);
    /** Events and requests are taken one after the other, so that runs queue in the order in which things happened. */
    let chain = Promise.resolve();
    function enqueue(task) {
        pendingWork += 1;
        chain = chain.then(task).catch(reportError).finally(settle);
    }
    function settle() {
        pendingWork -= 1;
        if (pendingWork > 0)
            return;
        const waiters = idleWaiters;
        idleWaiters = [];
        for (const waiter of waiters)
            waiter();
    }
    async function takeEvent(event) {
        const defaultRef = `refs/heads/${forge.defaultBranch(event.repository)}`;
        if (event.name === "push" && event.ref === defaultRef && options.schedules !== false)
            await scheduler.refresh();
        const isDeletion = /^0+$/.test(event.sha);
        if (event.starts === "nothing" || isDeletion || stopping)
            return;
        const workflows = await source.workflows(event.repository, event.sha, event.ref);
        const known = forge.runs(event.repository).filter(({ trigger }) => trigger.id === event.id);
        for (const workflow of workflows) {
            const isNew = !known.some(({ path }) => path === workflow.path);
            if (isNew && isStarted(workflow, event))
                await createRun(workflow, event);
        }
    }
    async function createRun(workflow, event) {
        const waits = event.starts === "runs_needing_approval";
        const run = forge.createRun({
            repository: event.repository,
            path: workflow.path,
            name: workflow.parsed.name,
            displayTitle: defaultTitle(workflow.parsed.name, event),
            event: event.name,
            headBranch: event.headRef ?? event.ref.replace(/^refs\/(heads|tags)\//, ""),
            headSha: event.headSha ?? event.sha,
            actor: event.actor,
            triggeringActor: event.actor,
            trigger: event,
            status: waits ? "completed" : "queued",
            conclusion: waits ? "action_required" : null,
        });
        if (!waits)
            await begin(run, workflow, {}, true);
    }
    /** Prepares a run and lets it execute; a run that cannot start ends as a startup failure. */
    async function begin(run, workflow, kept, announced) {
        const prepared = await prepareRun(forge, source, workflow, run).catch((error) => ({
            problems: [
                { file: run.path, line: 1, message: error instanceof Error ? error.message : String(error) },
            ],
        }));
        const names = { runId: run.id, repository: run.repository, path: run.path };
        if ("problems" in prepared) {
            (0,external_node_fs_.writeFileSync)(problemFile(run.id), JSON.stringify(prepared.problems));
            forge.updateRun(run.id, { status: "completed", conclusion: "startup_failure" });
            progress({ kind: "run_refused", ...names, problems: prepared.problems });
            for (const { file, line, message } of prepared.problems)
                log(`${run.repository} run ${run.id}: ${file} (Line: ${line}): ${message}`);
            if (announced)
                forge.emitWorkflowRun(run.id, "requested");
            forge.emitWorkflowRun(run.id, "completed");
            return;
        }
        const current = forge.updateRun(run.id, { displayTitle: prepared.title });
        if (announced)
            forge.emitWorkflowRun(run.id, "requested");
        progress({ kind: "run_started", ...names, title: prepared.title });
        const execution = executeRun(host, current, prepared, openRunState(workDir, run.id, run.runAttempt, kept));
        active.set(run.id, execution);
        pendingWork += 1;
        void execution.ended.then((conclusion) => {
            active.delete(run.id);
            progress({ kind: "run_completed", ...names, conclusion });
            settle();
        });
    }
    async function workflowOf({ repository, path, trigger, name }) {
        const { sha, ref } = trigger;
        const errors = [{ file: path, line: 1, message: `The workflow file is not in ${repository} at ${sha}` }];
        const found = await source.workflow(repository, sha, ref, path);
        return found ?? { repository, path, sha, ref, parsed: { errors, name, events: {} } };
    }
    async function takeRequest(request) {
        const run = forge.run(request.runId);
        const execution = active.get(request.runId);
        if (!run || stopping)
            return;
        if (request.kind === "cancel" || request.kind === "force-cancel") {
            execution?.cancellation.cancel(`The run was canceled by @${request.actor.login}.`, request.kind === "force-cancel");
        }
        else if (!execution && run.status === "completed")
            await startAgain(run, request);
    }
    /** An approval, and the first rerun of a run that waits for one, start it; every other rerun is a new attempt. */
    async function startAgain(run, request) {
        const waiting = run.conclusion === "action_required";
        if (waiting && request.actor.type === "Bot")
            return;
        if (request.kind === "approve" && !waiting)
            return;
        const workflow = await workflowOf(run);
        const jobs = workflow.parsed.workflow?.jobs ?? [];
        const one = request.jobId === undefined ? {} : { jobId: request.jobId };
        const partial = request.kind === "rerun-failed-jobs" || request.jobId !== undefined;
        const kept = partial ? keptJobs(workDir, run.id, { jobs, ...one }) : {};
        const again = forge.updateRun(run.id, {
            status: "queued",
            conclusion: null,
            runAttempt: waiting ? run.runAttempt : run.runAttempt + 1,
            runStartedAt: clock.now().toISOString(),
            ...(request.kind === "approve" ? {} : { triggeringActor: request.actor }),
        });
        await begin(again, workflow, kept, true);
    }
    async function resumeRuns() {
        const unfinished = forge
            .runs()
            .filter(({ status }) => status !== "completed")
            .sort((a, b) => a.id - b.id);
        for (const run of unfinished) {
            closeInterruptedJobs(forge, clock, openRunState(workDir, run.id, run.runAttempt), run);
            await begin(run, await workflowOf(run), {}, false);
        }
    }
    function problemFile(runId) {
        return `${workDir}/runs/${runId}.problems.json`;
    }
    const inbox = openEventInbox(workDir);
    const receive = (event) => enqueue(async () => {
        await takeEvent(event);
        if (!stopping)
            inbox.done(event);
    });
    groups.killLeftOver();
    enqueue(resumeRuns);
    for (const event of inbox.leftOver())
        receive(event);
    const unsubscribe = [
        forge.onEvent((event) => {
            inbox.put(event);
            receive(event);
        }),
        forge.onRunRequest((request) => enqueue(() => takeRequest(request))),
    ];
    if (options.schedules !== false)
        enqueue(() => scheduler.refresh());
    void parseWorkflowFile("warm-up.yml", WARM_UP).catch(reportError);
    return {
        async idle() {
            do {
                if (pendingWork > 0)
                    await new Promise((resolve) => idleWaiters.push(resolve));
                // The forge delivers on a later turn of the loop what it was told in this one.
                for (let turn = 0; turn < 3; turn += 1)
                    await new Promise((resolve) => setImmediate(resolve));
            } while (pendingWork > 0);
        },
        async stop() {
            stopping = true;
            for (const leave of unsubscribe)
                leave();
            scheduler.stop();
            await chain;
            const started = [...active.values()].filter((run) => run.started);
            for (const run of started)
                run.cancellation.cancel(SHUTDOWN);
            await Promise.all(started.map(({ ended }) => ended));
        },
        dispatchDue: () => scheduler.dispatchDue(),
        problems: (runId) => readProblems(problemFile(runId)),
    };
}
/** The first parse costs a quarter of a second; this one is not waited for. */
const WARM_UP = "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo warm\n        if: github.sha\n";
/** A file whose triggers cannot be read shows itself on pushes, as on GitHub. */
function isStarted({ parsed, path }, event) {
    if (Object.keys(parsed.events).length === 0)
        return event.name === "push";
    return startsWorkflow(parsed.events, path, event);
}
function readProblems(file) {
    try {
        const problems = JSON.parse((0,external_node_fs_.readFileSync)(file, "utf8"));
        return Array.isArray(problems) ? problems.filter(isFileError) : [];
    }
    catch {
        return [];
    }
}
function isFileError(value) {
    return (typeof value === "object" && value !== null && "file" in value && "line" in value && "message" in value);
}

// EXTERNAL MODULE: ./lib/cli/toolkit.js
var cli_toolkit = __webpack_require__(85456);
;// CONCATENATED MODULE: ./lib/cli/local-github.js
/** The local GitHub as one thing: forge, runner and the hosted toolkit over one data directory. */







/** Throws DATA_DIRECTORY_UNUSABLE when the directory cannot be written or is in use. */
async function startLocalGitHub(options) {
    const dataDir = (0,external_node_path_.resolve)(options.dataDir);
    const log = options.log ?? (() => undefined);
    const forge = await openForge(dataDir, options, log);
    try {
        const toolkit = await (0,cli_toolkit/* publishToolkit */.e)(forge);
        await options.prepare?.(forge, toolkit);
        const runner = await startRunner({
            forge: withSecrets(forge, options.secrets),
            workDir: (0,external_node_path_.join)(dataDir, "runner"),
            schedules: options.schedules ?? true,
            log,
            ...(options.clock ? { clock: options.clock } : {}),
            ...options.foreign,
            ...(options.overlay ? { overlay: options.overlay } : {}),
            ...(options.isEnabled ? { isEnabled: options.isEnabled } : {}),
            ...(options.onProgress ? { onProgress: options.onProgress } : {}),
        });
        return {
            forge,
            runner,
            toolkit,
            async close() {
                await runner.stop();
                await forge.close();
            },
        };
    }
    catch (error) {
        await forge.close();
        throw error;
    }
}
function withSecrets(forge, secrets) {
    if (secrets === undefined)
        return forge;
    return { ...forge, secrets: (repository) => ({ ...forge.secrets(repository), ...secrets(repository) }) };
}
async function openForge(dataDir, options, log) {
    try {
        await (0,promises_.mkdir)(dataDir, { recursive: true });
        return await (0,start/* startForge */.O)({
            dataDir: (0,external_node_path_.join)(dataDir, "forge"),
            log,
            ...options.faults,
            ...(options.clock ? { clock: options.clock } : {}),
            ...(options.port === undefined ? {} : { port: options.port }),
        });
    }
    catch (error) {
        throw new errors/* NightshiftError */.nc("DATA_DIRECTORY_UNUSABLE", `The data directory ${dataDir} cannot be used: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
}
/** Is there a local GitHub in this directory already? */
function isDataDirectory(dataDir) {
    return (0,external_node_fs_.existsSync)((0,external_node_path_.join)((0,external_node_path_.resolve)(dataDir), "forge", "state"));
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

/***/ 40345:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ GitHubRefusal),
  connectGitHub: () => (/* binding */ connectGitHub)
});

// EXTERNAL MODULE: ./node_modules/@actions/github/lib/github.js + 22 modules
var github = __webpack_require__(92413);
// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(49285);
;// CONCATENATED MODULE: ./lib/github/pace.js
/** Write pacing: a token bucket under GitHub's secondary limits (80 content-creating requests a minute, 500 an hour). */
const BURST = 40;
const PER_MINUTE = 60;
function createPace(options) {
    let tokens = BURST;
    let filled = options.now();
    return {
        async take() {
            if (options.off)
                return;
            const now = options.now();
            tokens = Math.min(BURST, tokens + ((now - filled) / 60_000) * PER_MINUTE);
            filled = now;
            tokens -= 1;
            if (tokens < 0)
                await options.sleep((-tokens / PER_MINUTE) * 60_000);
        },
    };
}

;// CONCATENATED MODULE: ./lib/github/client.js
/** The one connection to GitHub: REST and GraphQL through @actions/github, one retry policy, paced writes, counted requests. */



/** GitHub understood and said no: 4xx. */
class GitHubRefusal extends errors/* NightshiftError */.nc {
    status;
    constructor(status, message, options) {
        super("GITHUB_REFUSED", message, options);
        this.status = status;
    }
}
const TRIES = 4;
const LONGEST_WAIT = 60_000;
function connectGitHub(options) {
    const { repository, apiUrl, sleep = defaultSleep, random = Math.random, now = Date.now } = options;
    const [owner = "", name = ""] = repository.split("/");
    const octokit = (0,github/* getOctokit */.Q)(options.token, {
        baseUrl: apiUrl,
        ...(options.fetch ? { request: { fetch: options.fetch } } : {}),
    });
    const pace = createPace({ off: isLoopback(apiUrl), now, sleep });
    let sent = 0;
    async function attempt(what, repeat, write, send) {
        for (let tries = 1;; tries += 1) {
            if (write)
                await pace.take();
            sent += 1;
            try {
                return await send();
            }
            catch (error) {
                const failure = classify(what, error, now());
                const again = failure.retryAfter ??
                    (failure.kind === "unreachable" && repeat === "safe" ? backoff(tries, random) : undefined);
                if (again === undefined || tries >= TRIES || again > LONGEST_WAIT)
                    throw failure.error;
                await sleep(again);
            }
        }
    }
    return {
        repository,
        owner,
        name,
        requests: () => sent,
        async rest(route, parameters = {}, repeat) {
            const write = !route.startsWith("GET ");
            return attempt(route, repeat ?? (write ? "once" : "safe"), write, async () => {
                const response = await octokit.request(route, { owner, repo: name, ...parameters });
                return { status: response.status, data: response.data, headers: { ...response.headers } };
            });
        },
        async graphql(document, variables, repeat) {
            const write = document.startsWith("mutation");
            return attempt(document.slice(0, document.indexOf("(")), repeat ?? (write ? "once" : "safe"), write, () => octokit.graphql(document, variables));
        },
    };
}
/**
 * What an octokit error means. Rate limits are known by their headers or by GitHub's own words; GraphQL reports its limit with
 * status 200 (docs: rate-limits-for-the-rest-api, rate-limits-and-query-limits-for-the-graphql-api).
 */
function classify(what, thrown, now) {
    const status = numberIn(thrown, "status");
    const headers = headersOf(thrown);
    const refusal = status === undefined && thrown instanceof Error && thrown.name === "GraphqlResponseError";
    const told = headers["retry-after"] !== undefined || headers["x-ratelimit-remaining"] === "0";
    const worded = /\brate limit/i.test((0,errors/* messageOf */.bD)(thrown));
    if (status === 429 || (status === 403 && (told || worded)) || (refusal && worded)) {
        const retryAfter = waitOf(headers, now);
        const error = new errors/* NightshiftError */.nc("GITHUB_RATE_LIMITED", `GitHub limits our requests (${what}); it asks to wait ${spanText(retryAfter)}. The next sweep goes on.`, { cause: thrown });
        return { kind: "limited", retryAfter, error };
    }
    if (status !== undefined && status >= 400 && status < 500) {
        return {
            kind: "refused",
            retryAfter: undefined,
            error: new GitHubRefusal(status, `GitHub refused ${what}: ${status} ${(0,errors/* messageOf */.bD)(thrown)}`, {
                cause: thrown,
            }),
        };
    }
    if (refusal) {
        return {
            kind: "refused",
            retryAfter: undefined,
            error: new GitHubRefusal(200, `GitHub refused ${what}: ${(0,errors/* messageOf */.bD)(thrown)}`, { cause: thrown }),
        };
    }
    const error = new errors/* NightshiftError */.nc("GITHUB_UNREACHABLE", `GitHub did not answer ${what}: ${(0,errors/* messageOf */.bD)(thrown)}`, { cause: thrown });
    return { kind: "unreachable", retryAfter: undefined, error };
}
function waitOf(headers, now) {
    const after = Number(headers["retry-after"]);
    if (Number.isFinite(after) && after >= 0)
        return after * 1_000;
    const reset = Number(headers["x-ratelimit-reset"]);
    return headers["x-ratelimit-remaining"] === "0" && Number.isFinite(reset)
        ? Math.max(0, reset * 1_000 - now)
        : LONGEST_WAIT;
}
function spanText(milliseconds) {
    const seconds = Math.ceil(milliseconds / 1_000);
    return seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
function numberIn(thrown, key) {
    if (typeof thrown !== "object" || thrown === null || !(key in thrown))
        return undefined;
    const value = thrown[key];
    return typeof value === "number" ? value : undefined;
}
function headersOf(thrown) {
    if (typeof thrown !== "object" || thrown === null)
        return {};
    // A RequestError keeps them in its response, a GraphqlResponseError has them itself.
    const carriers = ["response" in thrown ? thrown.response : undefined, thrown];
    for (const carrier of carriers) {
        if (typeof carrier !== "object" || carrier === null || !("headers" in carrier))
            continue;
        if (typeof carrier.headers === "object" && carrier.headers !== null)
            return { ...carrier.headers };
    }
    return {};
}
function backoff(tries, random) {
    return 500 * 2 ** (tries - 1) * (0.5 + random() / 2);
}
function isLoopback(url) {
    return /^https?:\/\/(127\.|localhost|\[::1\])/.test(url);
}
function defaultSleep(milliseconds) {
    return new Promise((resolve) => setTimeout(resolve, milliseconds));
}


/***/ }),

/***/ 68331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ observe)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _domain_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67185);
/* harmony import */ var _wide_question_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25825);
/** Reads live state into a snapshot. The question leaves at once; what understands the answer is loaded while GitHub thinks. */



/** Reading code keeps the event loop from sending, so the request gets a head start. */
const HEAD_START_MS = 20;
let understanding;
/** The repository as it is now. Throws CONFIG_INVALID when its configuration on the default branch cannot be read. */
async function observe(github, options) {
    const prefix = options.labelPrefix ?? _domain_words_js__WEBPACK_IMPORTED_MODULE_1__/* .DEFAULT_LABEL_PREFIX */ .qu;
    understanding ??= (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(HEAD_START_MS).then(() => Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(9534), __webpack_require__.e(6480)]).then(__webpack_require__.bind(__webpack_require__, 96480)));
    const [answer, { understand }] = await Promise.all([(0,_wide_question_js__WEBPACK_IMPORTED_MODULE_2__/* .askWide */ .B)(github, prefix, options.issue), understanding]);
    return understand(github, options, { prefix, answer });
}


/***/ }),

/***/ 13519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jd: () => (/* binding */ DELETE_REVIEW),
/* harmony export */   Wu: () => (/* binding */ submitWithAnswers),
/* harmony export */   _L: () => (/* binding */ THREADS),
/* harmony export */   __: () => (/* binding */ resolveThreads),
/* harmony export */   a2: () => (/* binding */ REACT),
/* harmony export */   cE: () => (/* binding */ changeLabels),
/* harmony export */   d3: () => (/* binding */ OBSERVE),
/* harmony export */   mR: () => (/* binding */ OPEN_REVIEW),
/* harmony export */   ud: () => (/* binding */ PENDING_REVIEWS)
/* harmony export */ });
/** The GraphQL documents, validated against GitHub's schema by a test. One wide read per observation; cost about five points. */
const ACTOR = "{ __typename login }";
const COMMENT = `{ id databaseId body createdAt lastEditedAt author ${ACTOR} editor ${ACTOR} reactionGroups { viewerHasReacted } }`;
/** Requirements, features, pull requests: everything that the ladders look at, but no thread texts. */
const OBSERVE = `query Observe($owner: String!, $name: String!, $label: [String!], $prefix: String!, $config: String!, $issue: Int!, $named: Boolean!) {
  repository(owner: $owner, name: $name) {
    isPrivate
    defaultBranchRef { name target { oid } }
    config: object(expression: $config) { ... on Blob { text } }
    merged: pullRequests(states: [MERGED], first: 30, orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { ...Pull } }
    open: pullRequests(states: [OPEN], first: 50, orderBy: { field: CREATED_AT, direction: ASC }) { nodes { ...Pull } }
    closed: pullRequests(states: [CLOSED], first: 10, orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { ...Pull } }
    issues(labels: $label, states: [OPEN], first: 20, orderBy: { field: CREATED_AT, direction: ASC }) { nodes { ...Requirement } }
    closedIssues: issues(labels: $label, states: [CLOSED], first: 5, orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { ...Requirement } }
    namedIssue: issue(number: $issue) @include(if: $named) { ...Requirement }
    labels(first: 40, query: $prefix) { nodes { id name } }
  }
}
fragment Requirement on Issue {
  number id title body state createdAt lastEditedAt
  author ${ACTOR} editor ${ACTOR}
  labels(first: 50) { nodes { name } }
  comments(last: 60) { nodes ${COMMENT} }
  timelineItems(last: 100, itemTypes: [LABELED_EVENT, RENAMED_TITLE_EVENT]) {
    nodes {
      __typename
      ... on LabeledEvent { createdAt actor ${ACTOR} label { name } }
      ... on RenamedTitleEvent { createdAt actor ${ACTOR} }
    }
  }
  subIssues(first: 25) {
    nodes { number id title body state labels(first: 30) { nodes { name } } comments(last: 20) { nodes ${COMMENT} } }
  }
}
fragment Pull on PullRequest {
  number id title body state isDraft isCrossRepository mergeable lastEditedAt
  author ${ACTOR} editor ${ACTOR}
  headRefName headRefOid baseRefName
  baseRef { target { oid } }
  mergeCommit { oid }
  labels(first: 30) { nodes { name } }
  files(first: 100) { pageInfo { hasNextPage } nodes { path additions deletions changeType } }
  commits(last: 20) {
    nodes { commit { oid author { email user { login } }
      status { contexts { context state description targetUrl createdAt creator ${ACTOR} } } } }
  }
  reviews(last: 40) { nodes { state body submittedAt lastEditedAt commit { oid } author ${ACTOR} editor ${ACTOR} } }
  comments(last: 40) { nodes ${COMMENT} }
}`;
/** The review threads of one pull request, with their texts; a page of a hundred. */
const THREADS = `query Threads($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      reviewThreads(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { id isResolved isOutdated path line originalLine
          comments(first: 30) { nodes { body createdAt lastEditedAt author ${ACTOR} editor ${ACTOR} } } }
      }
    }
  }
}`;
const REACT = `mutation React($subject: ID!, $content: ReactionContent!) {
  addReaction(input: { subjectId: $subject, content: $content }) { reaction { content } }
}`;
/** Opens a review that is not yet visible: thread answers ride in it, so that people get one notification. */
const OPEN_REVIEW = `mutation OpenReview($pull: ID!, $head: GitObjectID!, $body: String, $threads: [DraftPullRequestReviewThread]) {
  addPullRequestReview(input: { pullRequestId: $pull, commitOID: $head, body: $body, threads: $threads }) { pullRequestReview { id } }
}`;
/** Reviews that their author has not submitted; GitHub shows each only to its author. */
const PENDING_REVIEWS = `query PendingReviews($pull: ID!) {
  node(id: $pull) { ... on PullRequest { reviews(states: [PENDING], first: 10) { nodes { id viewerDidAuthor } } } }
}`;
const DELETE_REVIEW = `mutation DeleteReview($review: ID!) {
  deletePullRequestReview(input: { pullRequestReviewId: $review }) { pullRequestReview { id } }
}`;
/** One request: every answer, then the submit. `count` answers take the variables thread0, body0, … */
function submitWithAnswers(count) {
    const each = Array.from({ length: count }, (_, at) => at);
    const variables = each.map((at) => `, $thread${at}: ID!, $body${at}: String!`).join("");
    const answers = each.map((at) => `answer${at}: addPullRequestReviewThreadReply(input: { pullRequestReviewId: $review, pullRequestReviewThreadId: $thread${at}, body: $body${at} }) { comment { id } }`);
    return `mutation Submit($review: ID!${variables}) {
  ${answers.join("\n  ")}
  submitPullRequestReview(input: { pullRequestReviewId: $review, event: COMMENT }) { pullRequestReview { id databaseId } }
}`;
}
/** One request that adds, then removes labels of several issues or pull requests: variables target0, add0, remove0, … */
function changeLabels(changes) {
    const variables = changes.flatMap(({ adds, removes }, at) => [
        `$target${at}: ID!`,
        ...(adds ? [`$add${at}: [ID!]!`] : []),
        ...(removes ? [`$remove${at}: [ID!]!`] : []),
    ]);
    const fields = changes.flatMap(({ adds, removes }, at) => [
        ...(adds
            ? [
                `add${at}: addLabelsToLabelable(input: { labelableId: $target${at}, labelIds: $add${at} }) { clientMutationId }`,
            ]
            : []),
        ...(removes
            ? [
                `remove${at}: removeLabelsFromLabelable(input: { labelableId: $target${at}, labelIds: $remove${at} }) { clientMutationId }`,
            ]
            : []),
    ]);
    return `mutation Labels(${variables.join(", ")}) {\n  ${fields.join("\n  ")}\n}`;
}
/** One request that resolves `count` threads: variables thread0, … */
function resolveThreads(count) {
    const each = Array.from({ length: count }, (_, at) => at);
    return `mutation Resolve(${each.map((at) => `$thread${at}: ID!`).join(", ")}) {
  ${each.map((at) => `resolve${at}: resolveReviewThread(input: { threadId: $thread${at} }) { thread { isResolved } }`).join("\n  ")}
}`;
}


/***/ }),

/***/ 25825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ askWide)
/* harmony export */ });
/* harmony import */ var _domain_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67185);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40345);
/* harmony import */ var _queries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13519);
/** The wide question that every observation starts with. */



/** Asks for everything that carries this prefix. `issue` may be anything that a message named: one that is not there is left out. */
async function askWide(github, prefix, issue) {
    try {
        return await askOnce(github, prefix, issue);
    }
    catch (error) {
        if (issue === undefined || !(error instanceof _client_js__WEBPACK_IMPORTED_MODULE_1__/* .GitHubRefusal */ .k))
            throw error;
        return askOnce(github, prefix, undefined);
    }
}
function askOnce(github, prefix, issue) {
    return github.graphql(_queries_js__WEBPACK_IMPORTED_MODULE_2__/* .OBSERVE */ .d3, {
        owner: github.owner,
        name: github.name,
        label: [prefix],
        prefix,
        config: `HEAD:${_domain_words_js__WEBPACK_IMPORTED_MODULE_0__/* .CONFIG_PATH */ .tF}`,
        issue: issue ?? 0,
        named: issue !== undefined,
    });
}


/***/ }),

/***/ 39279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ startForge)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./lib/local/forge/git/run.js
/** Git as a child process, free of the machine's configuration. Never synchronous: the forge serves meanwhile. */

/** Environment of every git process: no system or user configuration, no prompt. */
function gitEnvironment(extra = {}) {
    return {
        PATH: process.env.PATH ?? "/usr/bin:/bin",
        HOME: "/nonexistent",
        LC_ALL: "C.UTF-8",
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_CONFIG_GLOBAL: "/dev/null",
        GIT_TERMINAL_PROMPT: "0",
        GIT_OPTIONAL_LOCKS: "0",
        ...extra,
    };
}
/** Settings that every call carries; `safe.directory` because the data may belong to another user of the same machine. */
const GIT_SETTINGS = ["-c", "safe.directory=*", "-c", "core.quotePath=false", "-c", "gc.auto=0"];
/** Runs git in `directory`. Rejects with git's own words unless the exit code is 0 or allowed. */
function runGit(directory, args, options = {}) {
    return new Promise((resolve, reject) => {
        const child = (0,external_node_child_process_.spawn)("git", [...GIT_SETTINGS, ...args], {
            cwd: directory,
            env: gitEnvironment(options.env),
            stdio: "pipe",
        });
        const stdout = [];
        const stderr = [];
        child.stdout.on("data", (chunk) => stdout.push(chunk));
        child.stderr.on("data", (chunk) => stderr.push(chunk));
        child.on("error", (cause) => reject(new Error(`Cannot run git: ${cause.message}. Install git 2.38 or newer.`, { cause })));
        child.on("close", (status) => {
            const code = status ?? 128;
            const words = Buffer.concat(stderr).toString();
            if (code !== 0 && !options.allow?.includes(code))
                reject(new GitError(args, code, words));
            else
                resolve({ code, stdout: Buffer.concat(stdout), stderr: words });
        });
        child.stdin.on("error", () => undefined);
        child.stdin.end(options.input ?? "");
    });
}
class GitError extends Error {
    name = "GitError";
    code;
    stderr;
    constructor(args, code, stderr) {
        super(`git ${args.slice(0, 3).join(" ")} failed (${code}): ${stderr.trim()}`);
        this.code = code;
        this.stderr = stderr;
    }
}

;// CONCATENATED MODULE: ./lib/local/forge/git/hosting.js
/** Creating the bare repositories that the forge hosts, and the hook that guards workflow files. */



const SETTINGS = [
    ["http.receivepack", "true"],
    ["uploadpack.allowFilter", "true"],
    ["uploadpack.allowReachableSHA1InWant", "true"],
    ["uploadpack.allowAnySHA1InWant", "true"],
    ["receive.hideRefs", "refs/pull"],
    ["receive.denyDeleteCurrent", "ignore"],
    ["receive.autogc", "false"],
    ["gc.auto", "0"],
    ["core.logAllRefUpdates", "false"],
    ["receive.fsckObjects", "false"],
];
/** For tokens without the `workflows` permission: no push may bring a workflow file that its branch did not have. */
const PRE_RECEIVE = `#!/bin/sh
[ "$FORGE_FORBID_WORKFLOWS" = 1 ] || exit 0
while read -r old new ref; do
  case "$new" in *[!0]*) ;; *) continue ;; esac
  case "$old" in
    *[!0]*) touched=$(git diff --name-only "$old" "$new" -- .github/workflows) || exit 1 ;;
    *) touched=$(git log --format= --name-only -m "$new" --not --branches --tags -- .github/workflows) || exit 1 ;;
  esac
  first=$(printf '%s\\n' "$touched" | grep -m1 -E '^\\.github/workflows/[^/]+\\.ya?ml$')
  if [ -n "$first" ]; then
    echo "refusing to allow a GitHub App to create or update workflow \\\`$first\\\` without \\\`workflows\\\` permission" >&2
    exit 1
  fi
done
`;
async function writeHooks(dataDir) {
    const directory = (0,external_node_path_.join)(dataDir, "hooks");
    await (0,promises_.mkdir)(directory, { recursive: true });
    const path = (0,external_node_path_.join)(directory, "pre-receive");
    await (0,promises_.writeFile)(path, PRE_RECEIVE);
    await (0,promises_.chmod)(path, 0o755);
    return directory;
}
async function initBare(directory, defaultBranch, hooks) {
    await (0,promises_.mkdir)(directory, { recursive: true });
    await runGit((0,external_node_path_.dirname)(directory), [
        "init",
        "--quiet",
        "--bare",
        `--initial-branch=${defaultBranch}`,
        "--template=",
        directory,
    ]);
    for (const [key, value] of [...SETTINGS, ["core.hooksPath", hooks]])
        await runGit(directory, ["config", key ?? "", value ?? ""]);
}
/** Copies branches and tags; the source is only read. Answers the branch that its HEAD names. */
async function importInto(directory, source) {
    await runGit(directory, [
        "fetch",
        "--quiet",
        "--no-write-fetch-head",
        source,
        "+refs/heads/*:refs/heads/*",
        "+refs/tags/*:refs/tags/*",
    ]);
    const head = await runGit(source, ["symbolic-ref", "--quiet", "--short", "HEAD"], { allow: [1, 128] });
    return head.code === 0 ? head.stdout.toString().trim() : undefined;
}

;// CONCATENATED MODULE: ./lib/local/forge/git/memo.js
/** Remembers what was computed from SHAs, which never change their meaning. */
const REMEMBERED = 500;
function createMemo() {
    const known = new Map();
    return (key, compute) => {
        const found = known.get(key);
        if (found)
            return found;
        const fresh = compute();
        known.set(key, fresh);
        fresh.catch(() => known.delete(key));
        for (const oldest of known.keys()) {
            if (known.size <= REMEMBERED)
                break;
            known.delete(oldest);
        }
        return fresh;
    };
}

;// CONCATENATED MODULE: ./lib/local/forge/git/objects.js
/** One long-lived `git cat-file --batch` per repository: an object costs a pipe round trip, not a process. */


function openObjects(directory) {
    let child;
    let waiting = [];
    let chunks = [];
    let received = 0;
    let needed = 0;
    const consume = () => {
        while (received > 0 && received >= needed) {
            const bytes = Buffer.concat(chunks);
            chunks = [bytes];
            const lineEnd = bytes.indexOf(10);
            if (lineEnd === -1) {
                needed = received + 1;
                return;
            }
            const [sha = "", type = "", sizeText = ""] = bytes.toString("utf8", 0, lineEnd).split(" ");
            const size = Number(sizeText);
            const found = isType(type) && Number.isInteger(size) && sizeText !== "";
            const total = found ? lineEnd + 1 + size + 1 : lineEnd + 1;
            if (received < total) {
                needed = total;
                return;
            }
            const rest = bytes.subarray(total);
            chunks = rest.length > 0 ? [rest] : [];
            received = rest.length;
            needed = 0;
            const answer = isType(type) && found
                ? { sha, type, content: Buffer.from(bytes.subarray(lineEnd + 1, lineEnd + 1 + size)) }
                : undefined;
            waiting.shift()?.resolve(answer);
        }
    };
    const start = () => {
        const started = (0,external_node_child_process_.spawn)("git", [...GIT_SETTINGS, "cat-file", "--batch"], {
            cwd: directory,
            env: gitEnvironment(),
            stdio: "pipe",
        });
        started.stdout.on("data", (chunk) => {
            chunks.push(chunk);
            received += chunk.length;
            consume();
        });
        const end = () => {
            if (child !== started)
                return;
            child = undefined;
            chunks = [];
            received = 0;
            needed = 0;
            const lost = waiting;
            waiting = [];
            for (const one of lost)
                one.reject(new Error(`git cat-file ended in ${directory}`));
        };
        started.on("error", end);
        started.on("close", end);
        started.stdin.on("error", () => undefined);
        started.stderr.resume();
        return started;
    };
    return {
        read: (name) => new Promise((resolve, reject) => {
            if (/[\n\0]/.test(name)) {
                resolve(undefined);
                return;
            }
            child ??= start();
            waiting.push({ resolve, reject });
            child.stdin.write(`${name}\n`);
        }),
        close: () => {
            child?.kill("SIGKILL");
        },
    };
}
function isType(text) {
    return text === "commit" || text === "tree" || text === "blob" || text === "tag";
}

;// CONCATENATED MODULE: ./lib/local/forge/git/repository.js



const ZERO = "0".repeat(40);
async function openRepository(directory) {
    const objects = openObjects(directory);
    let refs = new Map();
    let last = Promise.resolve();
    const run = (args, options) => runGit(directory, args, options);
    const text = async (args, options) => (await run(args, options)).stdout.toString().replace(/\n$/, "");
    const refreshRefs = async () => {
        const lines = (await text(["for-each-ref", "--format=%(objectname) %(refname)"])).split("\n");
        refs = new Map(lines.filter((line) => line !== "").map((line) => [line.slice(41), line.slice(0, 40)]));
    };
    const updateRef = async (ref, after, before) => {
        await run(["update-ref", "--no-deref", ref, after ?? ZERO, before ?? ZERO]);
        if (after === undefined)
            refs.delete(ref);
        else
            refs.set(ref, after);
    };
    const exclusive = (work) => {
        const result = last.then(work);
        last = result.catch(() => undefined);
        return result;
    };
    await refreshRefs();
    return {
        directory,
        get refs() {
            return refs;
        },
        run,
        text,
        read: (name) => objects.read(name),
        updateRef,
        refreshRefs,
        exclusive,
        commits: createMemo(),
        diffs: createMemo(),
        texts: createMemo(),
        close: () => objects.close(),
    };
}

;// CONCATENATED MODULE: ./lib/local/forge/clock.js
const systemClock = {
    now: () => new Date(),
    after: (milliseconds, run) => {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
    },
};
/** `2026-11-22T03:00:00Z`: GitHub's times have whole seconds. */
function timestamp(date) {
    return date.toISOString().replace(/\.\d+Z$/, "Z");
}

;// CONCATENATED MODULE: ./lib/local/forge/errors.js
class ApiError extends Error {
    name = "ApiError";
    status;
    errors;
    /** GraphQL's `type` of the same failure. */
    type;
    constructor(status, message, options = {}) {
        super(message);
        this.status = status;
        this.errors = options.errors;
        this.type = options.type ?? GRAPHQL_TYPES[status] ?? "UNPROCESSABLE";
    }
    body() {
        return {
            message: this.message,
            ...(this.errors ? { errors: this.errors } : {}),
            documentation_url: "https://docs.github.com/rest",
            status: String(this.status),
        };
    }
}
const GRAPHQL_TYPES = {
    401: "UNAUTHENTICATED",
    403: "FORBIDDEN",
    404: "NOT_FOUND",
};
const errors_notFound = () => new ApiError(404, "Not Found");
const notAccessible = () => new ApiError(403, "Resource not accessible by integration");
const mustHavePush = () => new ApiError(403, "Must have push access to repository");
const mustBeAdmin = () => new ApiError(403, "Must have admin rights to Repository.");
/** 422 with GitHub's `errors` entries. */
function invalid(resource, field, code, message, value) {
    const entry = {
        resource,
        field,
        code,
        ...(message ? { message } : {}),
        ...(value === undefined ? {} : { value }),
    };
    return new ApiError(422, "Validation Failed", { errors: [entry] });
}
/** 422 with a plain sentence. */
function unprocessable(message, errors) {
    return new ApiError(422, message, errors ? { errors } : {});
}

;// CONCATENATED MODULE: ./lib/local/forge/git/commits.js
/** Commits, trees and blobs: reading them, and writing commits without a work tree. */

/** The commit that `revision` resolves to; undefined when there is none. */
async function resolveCommit(git, revision) {
    const known = git.refs.get(`refs/heads/${revision}`) ?? git.refs.get(revision);
    if (known)
        return known;
    if (revision.startsWith("-") || /[\s:]/.test(revision))
        return undefined;
    const object = await git.read(`${revision}^{commit}`);
    return object?.type === "commit" ? object.sha : undefined;
}
function readCommit(git, sha) {
    return git.commits(sha, async () => {
        const object = await git.read(sha);
        if (object?.type !== "commit")
            throw new Error(`No commit ${sha} in ${git.directory}`);
        return parseCommit(sha, object.content.toString());
    });
}
function parseCommit(sha, raw) {
    const split = raw.indexOf("\n\n");
    const headers = raw.slice(0, split).split("\n");
    const values = (name) => headers.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
    return {
        sha,
        tree: values("tree")[0] ?? "",
        parents: values("parent"),
        author: parseSignature(values("author")[0] ?? ""),
        committer: parseSignature(values("committer")[0] ?? ""),
        message: raw.slice(split + 2).replace(/\n$/, ""),
    };
}
function parseSignature(line) {
    const [, name = "", email = "", seconds = "0"] = /^(.*) <(.*)> (\d+) [+-]\d+$/.exec(line) ?? [];
    return { name, email, date: new Date(Number(seconds) * 1000).toISOString().replace(".000Z", "Z") };
}
/** `parent..tip` style listing, newest first, at most `limit`. */
async function listCommits(git, range, options = {}) {
    const { limit = 250, skip = 0, path } = options;
    const output = await git.text([
        "rev-list",
        `--max-count=${limit}`,
        `--skip=${skip}`,
        ...range,
        "--",
        ...(path ? [path] : []),
    ]);
    return output === "" ? [] : output.split("\n");
}
async function mergeBase(git, one, other) {
    const found = await git.texts(`merge-base ${one} ${other}`, async () => (await git.text(["merge-base", one, other], { allow: [1] })).split("\n")[0] ?? "");
    return found === "" ? undefined : found;
}
async function aheadBehind(git, base, head) {
    const counts = await git.texts(`counts ${base} ${head}`, () => git.text(["rev-list", "--left-right", "--count", `${base}...${head}`]));
    const [behind = 0, ahead = 0] = counts.split("\t").map(Number);
    return { ahead, behind };
}
async function listTree(git, tree, recursive) {
    const output = await git.texts(`tree ${tree} ${recursive}`, () => git.text(["ls-tree", "-z", ...(recursive ? ["-r", "-t"] : []), tree]));
    return output
        .split("\0")
        .filter((line) => line !== "")
        .map(parseTreeLine);
}
function parseTreeLine(line) {
    const [meta = "", path = ""] = line.split("\t");
    const [mode = "", type = "", sha = ""] = meta.split(" ");
    return { mode, type: type === "tree" || type === "commit" ? type : "blob", sha, path };
}
async function readFileAt(git, revision, path) {
    const object = await git.read(`${revision}:${path}`);
    return object?.type === "blob" ? object.content : undefined;
}
async function writeBlob(git, content) {
    return git.text(["hash-object", "-w", "--stdin"], { input: content });
}
/** The tree of `base` (empty without one) with the changes applied. */
async function writeTree(git, base, changes) {
    const lines = [];
    for (const [path, change] of Object.entries(changes)) {
        if (change === null)
            lines.push(`0 ${"0".repeat(40)}\t${path}`);
        else
            lines.push(`${change.executable ? "100755" : "100644"} ${await writeBlob(git, change.content)}\t${path}`);
    }
    return writeIndexTree(git, base, lines);
}
let indexes = 0;
/** Applies `git update-index --index-info` lines to a private index and writes it as a tree. */
async function writeIndexTree(git, base, lines) {
    indexes += 1;
    const env = { GIT_INDEX_FILE: `${git.directory}/index.${process.pid}.${indexes}` };
    await git.run(base ? ["read-tree", base] : ["read-tree", "--empty"], { env });
    await git.run(["update-index", "-z", "--index-info"], {
        env,
        input: lines.map((line) => `${line}\0`).join(""),
    });
    const tree = await git.text(["write-tree"], { env });
    await (0,promises_.rm)(env.GIT_INDEX_FILE, { force: true });
    return tree;
}
async function writeCommit(git, commit) {
    const committer = commit.committer ?? commit.author;
    return git.text(["commit-tree", commit.tree, ...commit.parents.flatMap((parent) => ["-p", parent])], {
        input: commit.message,
        env: {
            GIT_AUTHOR_NAME: commit.author.name,
            GIT_AUTHOR_EMAIL: commit.author.email,
            GIT_AUTHOR_DATE: commit.author.date,
            GIT_COMMITTER_NAME: committer.name,
            GIT_COMMITTER_EMAIL: committer.email,
            GIT_COMMITTER_DATE: committer.date,
        },
    });
}

;// CONCATENATED MODULE: ./lib/local/forge/node-id.js
/** GitHub's opaque global ids: a type prefix and the row's id. */
const PREFIXES = {
    User: "U",
    Bot: "BOT",
    Repository: "R",
    Label: "LA",
    Issue: "I",
    PullRequest: "PR",
    IssueComment: "IC",
    PullRequestReview: "PRR",
    PullRequestReviewThread: "PRRT",
    PullRequestReviewComment: "PRRC",
    Reaction: "REA",
    Event: "LE",
    StatusContext: "SC",
    CheckRun: "CR",
    CheckSuite: "CS",
    WorkflowRun: "WFR",
    Workflow: "W",
    Commit: "C",
    Ref: "REF",
    Blob: "B",
    Tree: "T",
    App: "A",
    Organization: "O",
    StatusCheckRollup: "SCR",
};
function nodeId(type, id) {
    return `${PREFIXES[type]}_kw${Buffer.from(String(id)).toString("base64url")}`;
}
/** What a global id names; undefined for text that is not one of ours. */
function parseNodeId(text) {
    const [, prefix, encoded = ""] = /^([A-Z]+)_kw([\w-]+)$/.exec(text) ?? [];
    for (const [type, known] of Object.entries(PREFIXES)) {
        if (known === prefix && isNodeType(type))
            return { type, id: Buffer.from(encoded, "base64url").toString() };
    }
    return undefined;
}
function isNodeType(text) {
    return text in PREFIXES;
}

;// CONCATENATED MODULE: ./lib/local/forge/site.js


const now = (site) => timestamp(site.clock.now());
const fullName = (repository) => `${repository.owner}/${repository.name}`;
const issueKey = (repository, number) => `${repository}#${number}`;
/** The repository called `owner/name`, in any case; undefined when it is not hosted here. */
function findRepository(site, name) {
    const wanted = name.toLowerCase();
    return site.store.find("repositories", (row) => fullName(row).toLowerCase() === wanted);
}
function repositoryNamed(site, name) {
    const found = findRepository(site, name);
    if (!found)
        throw new Error(`${name} is not hosted here. Create it first.`);
    return found;
}
function site_repositoryById(site, id) {
    const found = site.store.get("repositories", id);
    if (!found)
        throw new Error(`No repository with id ${id}`);
    return found;
}
/** The user, matched in any case; a person that nobody created is unknown. */
function findUser(site, login) {
    return site.store.get("users", login.toLowerCase());
}
/** The user behind a stored login. */
function userOf(site, login) {
    return findUser(site, login) ?? { login, id: 0, type: "User", createdAt: now(site) };
}
const actorOf = (user) => ({ login: user.login, id: user.id, type: user.type });
function findIssue(site, repository, number) {
    return site.store.get("issues", issueKey(repository.id, number));
}
function getIssue(site, repository, number) {
    const issue = findIssue(site, repository, number);
    if (!issue)
        throw errors_notFound();
    return issue;
}
function issueById(site, id) {
    return site.store.find("issues", (row) => row.id === id);
}
function findPull(site, repository, number) {
    return site.store.get("pulls", issueKey(repository.id, number));
}
function getPull(site, repository, number) {
    const pull = findPull(site, repository, number);
    if (!pull)
        throw errors_notFound();
    return pull;
}
/** The branch's commit; undefined when there is no such branch. */
function branchHead(site, repository, branch) {
    return site.git(repository).refs.get(`refs/heads/${branch}`);
}

;// CONCATENATED MODULE: ./lib/local/forge/viewer.js
/** Who asks, and what they may do: people by their role in the repository, job tokens by their permissions map. */



/** GitHub Actions' own account: every job token acts as it. */
const ACTIONS_BOT = {
    login: "github-actions[bot]",
    id: 41898282,
    type: "Bot",
};
const RANK = { none: 0, read: 1, triage: 2, write: 3, maintain: 4, admin: 5 };
const hashToken = (token) => (0,external_node_crypto_.createHash)("sha256").update(token).digest("hex");
/** Reads an Authorization header: Bearer, token, or Basic with the token as password. Throws 401 for a token that is unknown or dead. */
function identify(site, header) {
    const token = tokenIn(header);
    if (token === undefined)
        return { kind: "anonymous" };
    const row = site.store.get("tokens", hashToken(token));
    const user = row && findUser(site, row.login);
    if (!row || !user || row.expired)
        throw new ApiError(401, "Bad credentials");
    return row.job ? { kind: "job", user, job: row.job } : { kind: "person", user };
}
function tokenIn(header) {
    const [, scheme = "", value = ""] = /^(\S+)\s+(.+)$/.exec(header ?? "") ?? [];
    if (/^(bearer|token)$/i.test(scheme))
        return value.trim();
    if (!/^basic$/i.test(scheme))
        return undefined;
    const [name = "", password = ""] = Buffer.from(value, "base64").toString().split(":");
    return password === "" || password === "x-oauth-basic" ? name : password;
}
function newToken(site, token, login, job) {
    site.store.put("tokens", hashToken(token), { login, createdAt: now(site), expired: false, job });
    return token;
}
function roleOf(repository, login) {
    const wanted = login.toLowerCase();
    if (repository.owner.toLowerCase() === wanted)
        return "admin";
    return repository.roles[wanted] ?? "none";
}
const hasRole = (repository, login, role) => RANK[roleOf(repository, login)] >= RANK[role];
function canRead(viewer, repository) {
    if (!repository.private)
        return true;
    if (viewer.kind === "anonymous")
        return false;
    if (viewer.kind === "job")
        return viewer.job.repository === repository.id;
    return hasRole(repository, viewer.user.login, "read");
}
/** May this viewer do it? No texts: see `demand`. */
function may(viewer, repository, access) {
    if (!canRead(viewer, repository))
        return false;
    if (access.level === "read" && access.role === "read" && !repository.private)
        return true;
    if (viewer.kind === "anonymous")
        return false;
    if (viewer.kind === "person") {
        const open = access.role === "read" && !repository.private;
        return open || hasRole(repository, viewer.user.login, access.role);
    }
    if (viewer.job.repository !== repository.id)
        return false;
    if (access.scopes.includes("metadata"))
        return true;
    return access.scopes.some((scope) => grants(viewer.job.permissions[scope], access.level));
}
function grants(granted, level) {
    return granted === "write" || (granted === "read" && level === "read");
}
/** Throws what GitHub answers: 404 for what the viewer may not see, 401 for nobody, 403 with its words otherwise. */
function demand(viewer, repository, access) {
    if (!canRead(viewer, repository))
        throw errors_notFound();
    if (may(viewer, repository, access))
        return;
    if (viewer.kind === "anonymous")
        throw new ApiError(401, "Requires authentication");
    if (viewer.kind === "job")
        throw notAccessible();
    throw access.role === "admin" ? mustBeAdmin() : mustHavePush();
}
function demandSomebody(viewer) {
    if (viewer.kind === "anonymous")
        throw new ApiError(401, "Requires authentication");
    return viewer;
}
const read = (...scopes) => ({ scopes, level: "read", role: "read" });
const write = (role, ...scopes) => ({ scopes, level: "write", role });
/** What the routes ask for, from GitHub's table of permissions for tokens. */
const ACCESS = {
    metadata: read("metadata"),
    readContents: read("contents"),
    writeContents: write("write", "contents"),
    readIssues: read("issues"),
    readIssuesOrPulls: read("issues", "pull-requests"),
    /** Opening and commenting is for everyone who can read. */
    openIssues: write("read", "issues"),
    triageIssues: write("triage", "issues"),
    manageLabels: write("write", "issues", "pull-requests"),
    commentPulls: write("read", "pull-requests", "issues"),
    triagePulls: write("triage", "pull-requests", "issues"),
    readPulls: read("pull-requests"),
    reviewPulls: write("read", "pull-requests"),
    writePulls: write("write", "pull-requests"),
    readStatuses: read("statuses"),
    writeStatuses: write("write", "statuses"),
    readChecks: read("checks"),
    writeChecks: write("write", "checks"),
    readActions: read("actions"),
    writeActions: write("write", "actions"),
    administration: { scopes: [], level: "read", role: "admin" },
    readVariables: { scopes: [], level: "read", role: "write" },
};

;// CONCATENATED MODULE: ./lib/local/forge/rest/serialize/basics.js



const apiOf = (site) => `${site.url}/api/v3`;
const repoApi = (site, repository) => `${apiOf(site)}/repos/${fullName(repository)}`;
const repoPage = (site, repository) => `${site.url}/${fullName(repository)}`;
/** `simple-user` */
function userJson(site, user) {
    const api = `${apiOf(site)}/users/${encodeURIComponent(user.login)}`;
    return {
        login: user.login,
        id: user.id,
        node_id: nodeId(user.type === "Bot" ? "Bot" : "User", user.id),
        avatar_url: `${site.url}/avatars/${user.id}`,
        gravatar_id: "",
        url: api,
        html_url: user.type === "Bot"
            ? `${site.url}/apps/${user.login.replace(/\[bot\]$/, "")}`
            : `${site.url}/${user.login}`,
        followers_url: `${api}/followers`,
        following_url: `${api}/following{/other_user}`,
        gists_url: `${api}/gists{/gist_id}`,
        starred_url: `${api}/starred{/owner}{/repo}`,
        subscriptions_url: `${api}/subscriptions`,
        organizations_url: `${api}/orgs`,
        repos_url: `${api}/repos`,
        events_url: `${api}/events{/privacy}`,
        received_events_url: `${api}/received_events`,
        type: user.type,
        user_view_type: "public",
        site_admin: false,
    };
}
const loginJson = (site, login) => userJson(site, userOf(site, login));
/** `private-user` / `public-user`: what `GET /user` and `GET /users/{username}` add. */
function accountJson(site, user) {
    return {
        ...userJson(site, user),
        name: user.login,
        company: null,
        blog: "",
        location: null,
        email: null,
        hireable: null,
        bio: null,
        twitter_username: null,
        public_repos: 0,
        public_gists: 0,
        followers: 0,
        following: 0,
        created_at: user.createdAt,
        updated_at: user.createdAt,
    };
}
function labelJson(site, repository, label) {
    return {
        id: label.id,
        node_id: nodeId("Label", label.id),
        url: `${repoApi(site, repository)}/labels/${encodeURIComponent(label.name)}`,
        name: label.name,
        color: label.color,
        default: false,
        description: label.description,
    };
}
function reactionJson(site, reaction) {
    return {
        id: reaction.id,
        node_id: nodeId("Reaction", reaction.id),
        user: loginJson(site, reaction.author),
        content: reaction.content,
        created_at: reaction.createdAt,
    };
}
/** `reactions` of an issue or comment: counts by content. */
function reactionSummary(site, subject, url) {
    const counts = {
        "+1": 0,
        "-1": 0,
        laugh: 0,
        hooray: 0,
        confused: 0,
        heart: 0,
        rocket: 0,
        eyes: 0,
    };
    let total = 0;
    for (const reaction of site.store.all("reactions")) {
        if (reaction.subject !== subject)
            continue;
        counts[reaction.content] = (counts[reaction.content] ?? 0) + 1;
        total += 1;
    }
    return { url: `${url}/reactions`, total_count: total, ...counts };
}
/** `author_association`, which says nothing about permissions. */
function association(repository, login) {
    if (repository.owner.toLowerCase() === login.toLowerCase())
        return "OWNER";
    return roleOf(repository, login) === "none" ? "NONE" : "COLLABORATOR";
}
function permissionsJson(repository, login) {
    const has = (role) => hasRole(repository, login, role);
    return {
        admin: has("admin"),
        maintain: has("maintain"),
        push: has("write"),
        triage: has("triage"),
        pull: has("read") || !repository.private,
    };
}

;// CONCATENATED MODULE: ./lib/local/forge/rest/serialize/repository.js



const LINKS = {
    archive_url: "/{archive_format}{/ref}",
    assignees_url: "/assignees{/user}",
    blobs_url: "/git/blobs{/sha}",
    branches_url: "/branches{/branch}",
    collaborators_url: "/collaborators{/collaborator}",
    comments_url: "/comments{/number}",
    commits_url: "/commits{/sha}",
    compare_url: "/compare/{base}...{head}",
    contents_url: "/contents/{+path}",
    contributors_url: "/contributors",
    deployments_url: "/deployments",
    downloads_url: "/downloads",
    events_url: "/events",
    forks_url: "/forks",
    git_commits_url: "/git/commits{/sha}",
    git_refs_url: "/git/refs{/sha}",
    git_tags_url: "/git/tags{/sha}",
    hooks_url: "/hooks",
    issue_comment_url: "/issues/comments{/number}",
    issue_events_url: "/issues/events{/number}",
    issues_url: "/issues{/number}",
    keys_url: "/keys{/key_id}",
    labels_url: "/labels{/name}",
    languages_url: "/languages",
    merges_url: "/merges",
    milestones_url: "/milestones{/number}",
    notifications_url: "/notifications{?since,all,participating}",
    pulls_url: "/pulls{/number}",
    releases_url: "/releases{/id}",
    stargazers_url: "/stargazers",
    statuses_url: "/statuses/{sha}",
    subscribers_url: "/subscribers",
    subscription_url: "/subscription",
    tags_url: "/tags",
    teams_url: "/teams",
    trees_url: "/git/trees{/sha}",
};
/** `minimal-repository`, the part that never depends on the viewer. */
function repository_minimalRepositoryJson(site, repository) {
    const api = repoApi(site, repository);
    const links = Object.fromEntries(Object.entries(LINKS).map(([field, path]) => [field, `${api}${path}`]));
    return {
        id: repository.id,
        node_id: nodeId("Repository", repository.id),
        name: repository.name,
        full_name: fullName(repository),
        private: repository.private,
        owner: loginJson(site, repository.owner),
        html_url: repoPage(site, repository),
        description: repository.description,
        fork: false,
        url: api,
        ...links,
    };
}
/** `repository`: what webhooks and pull requests carry. */
function repositoryJson(site, repository) {
    const page = repoPage(site, repository);
    const open = site.store.filter("issues", (row) => row.repository === repository.id && row.state === "open").length;
    return {
        ...repository_minimalRepositoryJson(site, repository),
        git_url: `git://${page.replace(/^\w+:\/\//, "")}.git`,
        ssh_url: `git@${page.replace(/^\w+:\/\//, "")}.git`,
        clone_url: `${page}.git`,
        svn_url: page,
        mirror_url: null,
        homepage: null,
        language: null,
        forks_count: 0,
        forks: 0,
        stargazers_count: 0,
        watchers_count: 0,
        watchers: 0,
        size: 0,
        default_branch: repository.defaultBranch,
        open_issues_count: open,
        open_issues: open,
        is_template: false,
        topics: [],
        has_issues: true,
        has_projects: false,
        has_wiki: false,
        has_pages: false,
        has_downloads: false,
        has_discussions: false,
        archived: false,
        disabled: false,
        visibility: repository.private ? "private" : "public",
        pushed_at: repository.pushedAt,
        created_at: repository.createdAt,
        updated_at: repository.updatedAt,
        license: null,
        allow_forking: true,
        web_commit_signoff_required: false,
    };
}
/** `full-repository`: the answer of `GET /repos/{owner}/{repo}`. */
function fullRepositoryJson(site, repository, viewer) {
    return {
        ...repositoryJson(site, repository),
        network_count: 0,
        subscribers_count: 0,
        ...(viewer.kind === "person"
            ? {
                permissions: permissionsJson(repository, viewer.user.login),
                allow_rebase_merge: repository.merge.rebase,
                allow_squash_merge: repository.merge.squash,
                allow_merge_commit: repository.merge.mergeCommit,
                allow_auto_merge: false,
                delete_branch_on_merge: repository.merge.deleteBranchOnMerge,
            }
            : {}),
    };
}

;// CONCATENATED MODULE: ./lib/local/forge/rest/serialize/issues.js




function labelsOf(site, issue) {
    return issue.labels.map((id) => site.store.get("labels", id)).filter((label) => label !== undefined);
}
function issueUrl(site, repository, issue) {
    return `${repoPage(site, repository)}/${issue.isPull ? "pull" : "issues"}/${issue.number}`;
}
/** `issue` */
function issueJson(site, repository, issue) {
    const api = `${repoApi(site, repository)}/issues/${issue.number}`;
    const parent = issue.parent === null ? undefined : issueById(site, issue.parent);
    return {
        id: issue.id,
        node_id: issueNodeId(issue, site, repository),
        url: api,
        repository_url: repoApi(site, repository),
        labels_url: `${api}/labels{/name}`,
        comments_url: `${api}/comments`,
        events_url: `${api}/events`,
        html_url: issueUrl(site, repository, issue),
        number: issue.number,
        state: issue.state,
        state_reason: issue.stateReason,
        title: issue.title,
        body: issue.body,
        user: loginJson(site, issue.author),
        labels: labelsOf(site, issue).map((label) => labelJson(site, repository, label)),
        assignee: issue.assignees[0] ? loginJson(site, issue.assignees[0]) : null,
        assignees: issue.assignees.map((login) => loginJson(site, login)),
        milestone: null,
        locked: issue.locked,
        active_lock_reason: issue.lockReason,
        comments: commentsOf(site, issue).length,
        closed_at: issue.closedAt,
        created_at: issue.createdAt,
        updated_at: issue.updatedAt,
        closed_by: issue.closedBy ? loginJson(site, issue.closedBy) : null,
        author_association: association(repository, issue.author),
        reactions: reactionSummary(site, `issue:${issue.id}`, api),
        timeline_url: `${api}/timeline`,
        performed_via_github_app: null,
        ...(issue.isPull ? pullLink(site, repository, issue) : hierarchyJson(site, issue)),
        ...(parent
            ? {
                parent_issue_url: `${repoApi(site, site_repositoryById(site, parent.repository))}/issues/${parent.number}`,
            }
            : {}),
    };
}
function issueNodeId(issue, site, repository) {
    const pull = issue.isPull ? findPull(site, repository, issue.number) : undefined;
    return pull ? nodeId("PullRequest", pull.id) : nodeId("Issue", issue.id);
}
function commentsOf(site, issue) {
    return site.store.filter("comments", (row) => row.repository === issue.repository && row.number === issue.number);
}
function pullLink(site, repository, issue) {
    const pull = findPull(site, repository, issue.number);
    const page = issueUrl(site, repository, issue);
    return {
        draft: pull?.draft ?? false,
        pull_request: {
            url: `${repoApi(site, repository)}/pulls/${issue.number}`,
            html_url: page,
            diff_url: `${page}.diff`,
            patch_url: `${page}.patch`,
            merged_at: pull?.mergedAt ?? null,
        },
    };
}
/** `sub_issues_summary` and `issue_dependencies_summary`. */
function hierarchyJson(site, issue) {
    const children = issue.children.map((id) => issueById(site, id)).filter((child) => child !== undefined);
    const completed = children.filter((child) => child.state === "closed").length;
    const blockers = issue.blockedBy
        .map((id) => issueById(site, id))
        .filter((blocker) => blocker !== undefined);
    const blocking = site.store.filter("issues", (row) => row.blockedBy.includes(issue.id));
    const openOnes = (issues) => issues.filter((one) => one.state === "open").length;
    return {
        sub_issues_summary: {
            total: children.length,
            completed,
            percent_completed: children.length === 0 ? 0 : Math.floor((100 * completed) / children.length),
        },
        issue_dependencies_summary: {
            blocked_by: openOnes(blockers),
            total_blocked_by: blockers.length,
            blocking: openOnes(blocking),
            total_blocking: blocking.length,
        },
    };
}
/** `issue-comment` */
function commentJson(site, repository, comment) {
    const api = `${repoApi(site, repository)}/issues/comments/${comment.id}`;
    const isPull = findPull(site, repository, comment.number) !== undefined;
    return {
        id: comment.id,
        node_id: nodeId("IssueComment", comment.id),
        url: api,
        html_url: `${repoPage(site, repository)}/${isPull ? "pull" : "issues"}/${comment.number}#issuecomment-${comment.id}`,
        body: comment.body,
        user: loginJson(site, comment.author),
        created_at: comment.createdAt,
        updated_at: comment.updatedAt,
        issue_url: `${repoApi(site, repository)}/issues/${comment.number}`,
        author_association: association(repository, comment.author),
        performed_via_github_app: null,
        reactions: reactionSummary(site, `comment:${comment.id}`, api),
    };
}
/** An entry of `GET issues/{n}/events` and of the timeline. */
function happeningJson(site, repository, happening) {
    const subject = happening.subject === null ? undefined : loginJson(site, happening.subject);
    const actor = loginJson(site, happening.actor);
    return {
        id: happening.id,
        node_id: nodeId("Event", happening.id),
        url: `${repoApi(site, repository)}/issues/events/${happening.id}`,
        actor,
        event: happening.event,
        commit_id: happening.commit,
        commit_url: happening.commit ? `${repoApi(site, repository)}/commits/${happening.commit}` : null,
        created_at: happening.createdAt,
        performed_via_github_app: null,
        ...(happening.label ? { label: { name: happening.label.name, color: happening.label.color } } : {}),
        ...(subject && /assigned$/.test(happening.event) ? { assignee: subject, assigner: actor } : {}),
        ...(subject && /^review_request/.test(happening.event)
            ? { requested_reviewer: subject, review_requester: actor }
            : {}),
        ...(happening.rename ? { rename: happening.rename } : {}),
        ...(happening.event === "locked" ? { lock_reason: null } : {}),
    };
}
/** `timeline-comment-event` */
function timelineCommentJson(site, repository, comment) {
    return {
        ...commentJson(site, repository, comment),
        event: "commented",
        actor: loginJson(site, comment.author),
    };
}
/** The issue as payloads of another repository see it, with its repository. */
function issueWithRepositoryJson(site, repository, issue) {
    return { ...issueJson(site, repository, issue), repository: minimalRepositoryJson(site, repository) };
}
const emailOf = (site, login) => `${userOf(site, login).id}+${login}@users.noreply.github.com`;

;// CONCATENATED MODULE: ./lib/local/forge/git/diff.js
/** Files that differ between two commits, renames detected. `context` is the number of unchanged lines around a change. */
function diffFiles(git, from, to, context = 3) {
    return git.diffs(`${from} ${to} ${context}`, async () => {
        const [raw, patches] = await Promise.all([
            git.text(["diff-tree", "-r", "--raw", "-z", "-M", "--abbrev=40", from, to]),
            git.text([
                "diff-tree",
                "-r",
                "-p",
                "-M",
                `--unified=${context}`,
                "--full-index",
                "--no-color",
                "--no-ext-diff",
                from,
                to,
            ]),
        ]);
        const texts = patches === "" ? [] : patches.split(/^(?=diff --git )/m);
        return parseRaw(raw).map((entry, index) => withPatch(entry, texts[index] ?? ""));
    });
}
const STATUSES = {
    A: "added",
    D: "removed",
    M: "modified",
    R: "renamed",
    C: "copied",
    T: "changed",
};
function parseRaw(raw) {
    const fields = raw.split("\0");
    const entries = [];
    for (let at = 0; at + 1 < fields.length; at += 2) {
        const [, , oldSha = "", newSha = "", code = "M"] = (fields[at] ?? "").split(" ");
        const status = STATUSES[code.charAt(0)] ?? "modified";
        const moved = status === "renamed" || status === "copied";
        const first = fields[at + 1] ?? "";
        const path = moved ? (fields[at + 2] ?? "") : first;
        if (moved)
            at += 1;
        entries.push({
            path,
            previousPath: moved ? first : undefined,
            status,
            sha: status === "removed" ? oldSha : newSha,
        });
    }
    return entries;
}
function withPatch(entry, text) {
    const start = text.search(/^@@ /m);
    const patch = start === -1 ? undefined : text.slice(start).replace(/\n$/, "");
    let additions = 0;
    let deletions = 0;
    for (const line of patch?.split("\n") ?? []) {
        if (line.startsWith("+"))
            additions += 1;
        if (line.startsWith("-"))
            deletions += 1;
    }
    return { ...entry, additions, deletions, patch };
}
function parseHunks(patch) {
    const hunks = [];
    for (const line of patch.split("\n")) {
        const found = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
        if (found) {
            const [, oldStart, oldLines = "1", newStart, newLines = "1"] = found;
            hunks.push({
                header: line,
                oldStart: Number(oldStart),
                oldLines: Number(oldLines),
                newStart: Number(newStart),
                newLines: Number(newLines),
                lines: [],
            });
        }
        else
            hunks.at(-1)?.lines.push(line);
    }
    return hunks;
}
/** The hunk that shows `line` of `side`, cut after that line as GitHub's `diff_hunk` is; undefined when no hunk shows it. */
function hunkAt(patch, side, line) {
    let position = 0;
    for (const hunk of parseHunks(patch)) {
        if (position > 0)
            position += 1;
        let oldLine = hunk.oldStart;
        let newLine = hunk.newStart;
        for (const [index, text] of hunk.lines.entries()) {
            if (text.startsWith("\\"))
                continue;
            position += 1;
            const inOld = !text.startsWith("+");
            const inNew = !text.startsWith("-");
            const hit = side === "LEFT" ? inOld && oldLine === line : inNew && newLine === line;
            if (hit)
                return { hunk, text: [hunk.header, ...hunk.lines.slice(0, index + 1)].join("\n"), position };
            if (inOld)
                oldLine += 1;
            if (inNew)
                newLine += 1;
        }
    }
    return undefined;
}
/** Where an old line is after a change given as hunks without context; undefined when the change touched it. */
function moveLine(hunks, line) {
    let shift = 0;
    for (const hunk of hunks) {
        const insertion = hunk.oldLines === 0;
        const end = insertion ? hunk.oldStart : hunk.oldStart + hunk.oldLines - 1;
        if (insertion ? line <= hunk.oldStart : line < hunk.oldStart)
            break;
        if (!insertion && line <= end)
            return undefined;
        shift += hunk.newLines - hunk.oldLines;
    }
    return line + shift;
}

;// CONCATENATED MODULE: ./lib/local/forge/rest/serialize/pulls.js





function endJson(site, repository, ref, sha) {
    return {
        label: `${repository.owner}:${ref}`,
        ref,
        sha,
        user: loginJson(site, repository.owner),
        repo: repositoryJson(site, repository),
    };
}
/** `pull-request-simple`: what lists answer. */
function simplePullJson(site, repository, pull) {
    const issue = getIssue(site, repository, pull.number);
    const api = `${repoApi(site, repository)}/pulls/${pull.number}`;
    const issueApi = `${repoApi(site, repository)}/issues/${pull.number}`;
    const page = `${repoPage(site, repository)}/pull/${pull.number}`;
    const statuses = `${repoApi(site, repository)}/statuses/${pull.headSha}`;
    const link = (href) => ({ href });
    return {
        id: pull.id,
        node_id: nodeId("PullRequest", pull.id),
        url: api,
        html_url: page,
        diff_url: `${page}.diff`,
        patch_url: `${page}.patch`,
        issue_url: issueApi,
        commits_url: `${api}/commits`,
        review_comments_url: `${api}/comments`,
        review_comment_url: `${repoApi(site, repository)}/pulls/comments{/number}`,
        comments_url: `${issueApi}/comments`,
        statuses_url: statuses,
        number: pull.number,
        state: issue.state,
        locked: issue.locked,
        active_lock_reason: issue.lockReason,
        title: issue.title,
        user: loginJson(site, issue.author),
        body: issue.body,
        labels: labelsOf(site, issue).map((label) => labelJson(site, repository, label)),
        milestone: null,
        created_at: issue.createdAt,
        updated_at: issue.updatedAt,
        closed_at: issue.closedAt,
        merged_at: pull.mergedAt,
        merge_commit_sha: pull.mergeCommitSha ?? pull.test?.sha ?? null,
        assignee: issue.assignees[0] ? loginJson(site, issue.assignees[0]) : null,
        assignees: issue.assignees.map((login) => loginJson(site, login)),
        requested_reviewers: pull.requestedReviewers.map((login) => loginJson(site, login)),
        requested_teams: [],
        head: endJson(site, site_repositoryById(site, pull.headRepository), pull.headRef, pull.headSha),
        base: endJson(site, repository, pull.baseRef, pull.baseSha),
        _links: {
            self: link(api),
            html: link(page),
            issue: link(issueApi),
            comments: link(`${issueApi}/comments`),
            review_comments: link(`${api}/comments`),
            review_comment: link(`${repoApi(site, repository)}/pulls/comments{/number}`),
            commits: link(`${api}/commits`),
            statuses: link(statuses),
        },
        author_association: association(repository, issue.author),
        auto_merge: null,
        draft: pull.draft,
    };
}
/** `pull-request`: one pull request with its counts and mergeability. */
function pullJson(site, repository, pull, numbers) {
    const comments = site.store.filter("comments", (row) => row.repository === pull.repository && row.number === pull.number);
    const inline = site.store.filter("reviewComments", (row) => row.repository === pull.repository && row.number === pull.number);
    return {
        ...simplePullJson(site, repository, pull),
        merged: pull.merged,
        mergeable: numbers.mergeable,
        rebaseable: numbers.mergeable,
        mergeable_state: numbers.mergeableState,
        merged_by: pull.mergedBy ? loginJson(site, pull.mergedBy) : null,
        comments: comments.length,
        review_comments: inline.length,
        maintainer_can_modify: false,
        commits: numbers.commits,
        additions: numbers.additions,
        deletions: numbers.deletions,
        changed_files: numbers.changedFiles,
    };
}
/** `pull-request-review`; webhooks write the state in lower case. */
function reviewJson(site, repository, review) {
    const page = `${repoPage(site, repository)}/pull/${review.number}#pullrequestreview-${review.id}`;
    const pullApi = `${repoApi(site, repository)}/pulls/${review.number}`;
    return {
        id: review.id,
        node_id: nodeId("PullRequestReview", review.id),
        user: loginJson(site, review.author),
        body: review.body,
        state: review.state,
        html_url: page,
        pull_request_url: pullApi,
        author_association: association(repository, review.author),
        _links: { html: { href: page }, pull_request: { href: pullApi } },
        ...(review.submittedAt ? { submitted_at: review.submittedAt } : {}),
        commit_id: review.commit,
    };
}
/** `pull-request-review-comment` */
function reviewCommentJson(site, repository, thread, comment) {
    const api = `${repoApi(site, repository)}/pulls/comments/${comment.id}`;
    const pullApi = `${repoApi(site, repository)}/pulls/${comment.number}`;
    const page = `${repoPage(site, repository)}/pull/${comment.number}#discussion_r${comment.id}`;
    return {
        id: comment.id,
        node_id: nodeId("PullRequestReviewComment", comment.id),
        url: api,
        pull_request_review_id: comment.review,
        diff_hunk: thread.hunk,
        path: thread.path,
        commit_id: thread.commit,
        original_commit_id: thread.originalCommit,
        ...(comment.replyTo === null ? {} : { in_reply_to_id: comment.replyTo }),
        user: loginJson(site, comment.author),
        body: comment.body,
        created_at: comment.createdAt,
        updated_at: comment.updatedAt,
        html_url: page,
        pull_request_url: pullApi,
        author_association: association(repository, comment.author),
        _links: { self: { href: api }, html: { href: page }, pull_request: { href: pullApi } },
        reactions: reactionSummary(site, `review-comment:${comment.id}`, api),
        position: thread.position,
        original_position: thread.originalPosition,
        line: thread.line,
        original_line: thread.originalLine,
        start_line: thread.startLine,
        original_start_line: thread.originalStartLine,
        start_side: thread.startSide,
        side: thread.side,
        subject_type: thread.subject,
    };
}

;// CONCATENATED MODULE: ./lib/local/forge/operations/statuses.js
/** Commit statuses and check runs. */




const STATUS_STATES = ["error", "failure", "pending", "success"];
/** Per commit and context (docs: rest/commits/statuses). */
const MAX_STATUSES = 1000;
const MAX_DESCRIPTION = 140;
async function createStatus(site, viewer, repository, revision, wanted) {
    const sha = /^[0-9a-f]{40}$/.test(revision)
        ? await resolveCommit(site.git(repository), revision)
        : undefined;
    if (!sha)
        throw unprocessable(`No commit found for SHA: ${revision}`);
    const state = STATUS_STATES.find((one) => one === wanted.state);
    if (!state)
        throw invalid("Status", "state", "custom", "state must be one of error, failure, pending, success");
    if ((wanted.description ?? "").length > MAX_DESCRIPTION) {
        throw invalid("Status", "description", "custom", "description is too long (maximum is 140 characters)");
    }
    const same = statusesOf(site, repository, sha).filter((row) => sameContext(row, wanted.context));
    if (same.length >= MAX_STATUSES)
        throw unprocessable("This SHA and context has reached the maximum number of statuses.");
    return site.store.transact(() => {
        const status = {
            id: site.store.nextId(),
            repository: repository.id,
            sha,
            state,
            context: wanted.context,
            description: wanted.description,
            targetUrl: wanted.targetUrl,
            creator: viewer.user.login,
            createdAt: now(site),
        };
        site.store.put("statuses", status.id, status);
        emit(site, viewer, repository, "status", {
            payload: {
                id: status.id,
                sha,
                state,
                context: status.context,
                description: status.description,
                target_url: status.targetUrl,
            },
        });
        return status;
    });
}
const sameContext = (status, context) => status.context.toLowerCase() === context.toLowerCase();
/** All statuses of a commit, oldest first. */
function statusesOf(site, repository, sha) {
    return site.store.filter("statuses", (row) => row.repository === repository.id && row.sha === sha);
}
/** The newest status of every context. */
function latestStatuses(site, repository, sha) {
    const latest = new Map();
    for (const status of statusesOf(site, repository, sha))
        latest.set(status.context.toLowerCase(), status);
    return [...latest.values()];
}
/** GitHub's combined state over statuses; `none` when nobody posted one. */
function combinedState(site, repository, sha) {
    const states = latestStatuses(site, repository, sha).map((status) => status.state);
    if (states.length === 0)
        return "none";
    if (states.some((state) => state === "failure" || state === "error"))
        return "failure";
    return states.every((state) => state === "success") ? "success" : "pending";
}
/** The check runs of a commit: those posted by REST, and one for every job of the runs on it. */
function checkRunsOf(site, repository, sha) {
    const posted = site.store.filter("checkRuns", (row) => row.repository === repository.id && row.sha === sha);
    const newest = new Map();
    for (const job of site.store.all("jobs")) {
        const run = site.store.get("runs", job.runId);
        if (job.headSha !== sha || !run || run.repository !== `${repository.owner}/${repository.name}`)
            continue;
        newest.set(`${job.runId} ${job.name}`, checkRunOfJob(site, repository, job.id));
    }
    return [...posted, ...newest.values()];
}
function checkRunOfJob(site, repository, jobId) {
    const job = site.store.get("jobs", jobId);
    if (!job)
        throw new ApiError(404, "Not Found");
    return {
        id: job.id,
        repository: repository.id,
        sha: job.headSha,
        name: job.name,
        status: job.status === "completed" || job.status === "in_progress" ? job.status : "queued",
        conclusion: job.conclusion,
        startedAt: job.startedAt ?? now(site),
        completedAt: job.completedAt,
        externalId: "",
        detailsUrl: `${site.url}/${repository.owner}/${repository.name}/actions/runs/${job.runId}/job/${job.id}`,
        title: null,
        summary: job.summary === "" ? null : job.summary,
        text: null,
    };
}

;// CONCATENATED MODULE: ./lib/local/forge/operations/mergeability.js
/** The test merge of a pull request, kept at `refs/pull/<n>/merge`, and the numbers that depend on git. */





/** The tree of merging `head` into `base`; undefined when they conflict. */
async function mergeTrees(git, base, head) {
    const result = await git.run(["merge-tree", "--write-tree", "--allow-unrelated-histories", base, head], {
        allow: [1],
    });
    return result.code === 0 ? result.stdout.toString().split("\n")[0] : undefined;
}
/** Makes sure that the pull request's test merge belongs to its current head and base. */
async function testMerge(site, repository, number) {
    const pull = getPull(site, repository, number);
    const base = branchHead(site, repository, pull.baseRef);
    if (pull.merged || base === undefined)
        return pull;
    if (pull.test?.head === pull.headSha && pull.test.base === base)
        return pull;
    const git = site.git(repository);
    const tree = await mergeTrees(git, base, pull.headSha);
    const date = timestamp(site.clock.now());
    const author = { name: "GitHub", email: "noreply@github.com", date };
    const message = `Merge ${pull.headSha} into ${base}`;
    const sha = tree === undefined
        ? null
        : await writeCommit(git, { tree, parents: [base, pull.headSha], message, author });
    const ref = `refs/pull/${number}/merge`;
    if (sha !== null)
        await git.updateRef(ref, sha, git.refs.get(ref)).catch(() => undefined);
    const fresh = getPull(site, repository, number);
    return site.store.put("pulls", issueKey(repository.id, number), {
        ...fresh,
        test: { head: pull.headSha, base, sha },
    });
}
/** Files that the pull request changes, from the merge base to its head. */
async function pullFiles(site, repository, pull) {
    const git = site.git(repository);
    return diffFiles(git, await pullBase(site, repository, pull), pull.headSha);
}
/** The commit that the pull request's diff starts at. */
async function pullBase(site, repository, pull) {
    const base = pull.merged ? pull.baseSha : (branchHead(site, repository, pull.baseRef) ?? pull.baseSha);
    return (await mergeBase(site.git(repository), base, pull.headSha)) ?? base;
}
/** Counts and mergeability as they are now; `mergeable` is null while the test merge is not that of the current commits. */
async function numbersOf(site, repository, pull) {
    const files = await pullFiles(site, repository, pull);
    const { ahead } = await aheadBehind(site.git(repository), await pullBase(site, repository, pull), pull.headSha);
    const mergeable = mergeableOf(site, repository, pull);
    return {
        commits: ahead,
        additions: files.reduce((sum, file) => sum + file.additions, 0),
        deletions: files.reduce((sum, file) => sum + file.deletions, 0),
        changedFiles: files.length,
        mergeable,
        mergeableState: stateOf(site, repository, pull, mergeable),
    };
}
function mergeableOf(site, repository, pull) {
    if (pull.merged || getIssue(site, repository, pull.number).state === "closed")
        return null;
    const base = branchHead(site, repository, pull.baseRef);
    const current = pull.test?.head === pull.headSha && pull.test.base === base;
    return current ? pull.test?.sha !== null : null;
}
function stateOf(site, repository, pull, mergeable) {
    if (mergeable === null)
        return "unknown";
    if (!mergeable)
        return "dirty";
    if (pull.draft)
        return "draft";
    const state = combinedState(site, repository, pull.headSha);
    if (blockedBy(site, repository, pull).length > 0)
        return "blocked";
    return state === "none" || state === "success" ? "clean" : "unstable";
}
/** What the branch's rules still ask for before a merge, in words; empty when they are satisfied. */
function blockedBy(site, repository, pull) {
    const missing = [];
    for (const rule of repository.rules) {
        const parameters = rule.parameters;
        if (typeof parameters !== "object" || parameters === null || Array.isArray(parameters))
            continue;
        const wanted = parameters.required_status_checks;
        for (const check of Array.isArray(wanted) ? wanted : []) {
            const context = typeof check === "object" && check !== null && !Array.isArray(check) ? check.context : undefined;
            if (typeof context === "string" && !isGreen(site, repository, pull.headSha, context)) {
                missing.push(`Required status check "${context}" is expected.`);
            }
        }
        const approvals = parameters.required_approving_review_count;
        if (typeof approvals === "number" && approvalsOf(site, pull) < approvals) {
            missing.push(`At least ${approvals} approving review is required by reviewers with write access.`);
        }
        if (parameters.required_review_thread_resolution === true && openThreads(site, pull)) {
            missing.push("A conversation must be resolved before this pull request can be merged.");
        }
    }
    return missing;
}
function isGreen(site, repository, sha, context) {
    const statuses = site.store.filter("statuses", (row) => row.repository === repository.id &&
        row.sha === sha &&
        row.context.toLowerCase() === context.toLowerCase());
    const latest = statuses.at(-1);
    if (latest)
        return latest.state === "success";
    const checks = site.store.filter("checkRuns", (row) => row.repository === repository.id && row.sha === sha && row.name === context);
    const passed = (conclusion) => conclusion === "success" || conclusion === "skipped" || conclusion === "neutral";
    if (passed(checks.at(-1)?.conclusion))
        return true;
    const jobs = site.store.filter("jobs", (job) => job.headSha === sha && job.name === context && countsForPull(site, job.runId));
    return passed(jobs.at(-1)?.conclusion);
}
/** Jobs of a dispatched run have check runs on the commit, but pull requests do not count them (platform fact 0.3). */
function countsForPull(site, runId) {
    const event = site.store.get("runs", runId)?.event;
    return event !== undefined && event !== "workflow_dispatch" && event !== "repository_dispatch";
}
function approvalsOf(site, pull) {
    const latest = new Map();
    for (const review of site.store.all("reviews")) {
        if (review.repository !== pull.repository || review.number !== pull.number)
            continue;
        if (review.state !== "COMMENTED" && review.state !== "PENDING")
            latest.set(review.author, review.state);
    }
    return [...latest.values()].filter((state) => state === "APPROVED").length;
}
function openThreads(site, pull) {
    return (site.store.find("threads", (row) => row.repository === pull.repository && row.number === pull.number && row.resolvedBy === null) !== undefined);
}

;// CONCATENATED MODULE: ./lib/local/forge/operations/events.js








/** What a GITHUB_TOKEN's act starts: only dispatches start runs, and new pull request heads start runs that wait for a person. */
function startsOf(viewer, name, action) {
    if (viewer.kind === "person" || name === "repository_dispatch" || name === "workflow_dispatch")
        return "runs";
    const newHead = action === "opened" || action === "synchronize" || action === "reopened";
    return name === "pull_request" && newHead ? "runs_needing_approval" : "nothing";
}
/** Emits an event that runs on the default branch unless `details` names a ref and commit. */
function emit(site, viewer, repository, name, details) {
    const { payload, ...rest } = details;
    const event = {
        id: site.ids.uuid(),
        name,
        repository: fullName(repository),
        actor: actorOf(viewer.user),
        ref: `refs/heads/${repository.defaultBranch}`,
        sha: branchHead(site, repository, repository.defaultBranch) ?? "",
        starts: startsOf(viewer, name, details.action),
        ...rest,
        payload: {
            ...payload,
            repository: repositoryJson(site, repository),
            sender: userJson(site, viewer.user),
        },
    };
    site.send(event);
    return event;
}
/** `issues` */
function emitIssue(site, viewer, repository, issue, action, more = {}) {
    emit(site, viewer, repository, "issues", {
        action,
        payload: { action, issue: issueJson(site, repository, issue), ...more },
    });
}
/** `label` of a payload */
const labelPart = (site, repository, label) => ({
    label: labelJson(site, repository, label),
});
/** `issue_comment`, for issues and pull requests alike. */
function emitComment(site, viewer, repository, issue, comment, action, more = {}) {
    emit(site, viewer, repository, "issue_comment", {
        action,
        payload: {
            action,
            issue: issueJson(site, repository, issue),
            comment: commentJson(site, repository, comment),
            ...more,
        },
    });
}
/**
 * `pull_request`, and the review events on it. Computes the test merge first: the runs use the merge commit,
 * and a pull request with conflicts starts none. After a merge the runs use the base branch.
 */
async function emitPull(site, viewer, repository, number, action, more = {}, name = "pull_request") {
    const pull = await testMerge(site, repository, number);
    const git = site.git(repository);
    const numbers = await numbersOf(site, repository, pull);
    const base = branchHead(site, repository, pull.baseRef) ?? pull.baseSha;
    const from = (await mergeBase(git, base, pull.headSha)) ?? base;
    const changedPaths = (await diffFiles(git, from, pull.headSha)).map((file) => file.path);
    const merged = pull.merged && action === "closed";
    const sha = merged ? pull.mergeCommitSha : (pull.test?.sha ?? null);
    const payload = { action, number, pull_request: pullJson(site, repository, pull, numbers), ...more };
    emit(site, viewer, repository, name, {
        action,
        payload,
        ref: merged ? `refs/heads/${pull.baseRef}` : `refs/pull/${number}/merge`,
        sha: sha ?? pull.headSha,
        headRef: pull.headRef,
        headSha: pull.headSha,
        baseRef: pull.baseRef,
        changedPaths,
        ...(pull.headRepository === repository.id ? {} : { fromFork: true }),
        ...(sha === null ? { starts: "nothing" } : {}),
    });
}
/** `pull_request_review`: the state is in lower case here. */
function emitReview(site, viewer, repository, review, action) {
    const json = { ...reviewJson(site, repository, review), state: review.state.toLowerCase() };
    return emitPull(site, viewer, repository, review.number, action, { review: json }, "pull_request_review");
}
/** `pull_request_review_comment` */
function emitReviewComment(site, viewer, repository, thread, comment, action) {
    const json = reviewCommentJson(site, repository, thread, comment);
    return emitPull(site, viewer, repository, comment.number, action, { comment: json }, "pull_request_review_comment");
}
const repositoryOf = (site, row) => repositoryById(site, row.repository);

;// CONCATENATED MODULE: ./lib/local/forge/operations/labels.js
/** Labels of a repository. */

const MAX_NAME = 50;
const labels_MAX_DESCRIPTION = 100;
function findLabel(site, repository, name) {
    const wanted = name.toLowerCase();
    return site.store.find("labels", (row) => row.repository === repository.id && row.name.toLowerCase() === wanted);
}
function getLabel(site, repository, name) {
    const label = findLabel(site, repository, name);
    if (!label)
        throw errors_notFound();
    return label;
}
const labelsIn = (site, repository) => site.store.filter("labels", (row) => row.repository === repository.id);
function createLabel(site, repository, wanted) {
    checkLabel(wanted);
    if (findLabel(site, repository, wanted.name))
        throw invalid("Label", "name", "already_exists");
    const id = site.store.nextId();
    return site.store.put("labels", id, {
        id,
        repository: repository.id,
        name: wanted.name,
        color: wanted.color ?? "ededed",
        description: wanted.description ?? null,
    });
}
function updateLabel(site, repository, name, change) {
    const label = getLabel(site, repository, name);
    checkLabel({ ...change, name: change.name ?? label.name });
    const taken = change.name === undefined ? undefined : findLabel(site, repository, change.name);
    if (taken && taken.id !== label.id)
        throw invalid("Label", "name", "already_exists");
    return site.store.put("labels", label.id, {
        ...label,
        name: change.name ?? label.name,
        color: change.color ?? label.color,
        description: change.description === undefined ? label.description : change.description,
    });
}
function deleteLabel(site, repository, name) {
    const label = getLabel(site, repository, name);
    site.store.transact(() => {
        for (const issue of site.store.filter("issues", (row) => row.labels.includes(label.id))) {
            site.store.put("issues", `${issue.repository}#${issue.number}`, {
                ...issue,
                labels: issue.labels.filter((id) => id !== label.id),
            });
        }
        site.store.remove("labels", label.id);
    });
}
function checkLabel(wanted) {
    if (wanted.name.trim() === "")
        throw invalid("Label", "name", "missing_field");
    if ([...wanted.name].length > MAX_NAME)
        throw invalid("Label", "name", "custom", "name is too long (maximum is 50 characters)");
    if (wanted.color !== undefined && !/^[0-9a-fA-F]{6}$/.test(wanted.color))
        throw invalid("Label", "color", "invalid");
    if ([...(wanted.description ?? "")].length > labels_MAX_DESCRIPTION) {
        throw invalid("Label", "description", "custom", "description is too long (maximum is 100 characters)");
    }
}

;// CONCATENATED MODULE: ./lib/local/forge/operations/issues.js







const MAX_BODY = 65_536;
const MAX_TITLE = 256;
const MAX_LABELS = 100;
function checkBody(resource, body) {
    if (body !== null && body !== undefined && [...body].length > MAX_BODY) {
        throw invalid(resource, "body", "custom", "body is too long (maximum is 65536 characters)");
    }
}
function checkTitle(title) {
    if (title.trim() === "")
        throw invalid("Issue", "title", "missing_field");
    if ([...title].length > MAX_TITLE)
        throw invalid("Issue", "title", "custom", "title is too long (maximum is 256 characters)");
}
/** Opens an issue. Labels and assignees of people without triage are dropped silently, as on GitHub. */
function createIssue(site, viewer, repository, wanted) {
    checkTitle(wanted.title);
    checkBody("Issue", wanted.body);
    const mayTriage = may(viewer, repository, ACCESS.triageIssues);
    return site.store.transact(() => {
        const issue = insertIssue(site, viewer, repository, {
            title: wanted.title,
            body: wanted.body,
            isPull: false,
        });
        emitIssue(site, viewer, repository, issue, "opened");
        if (!mayTriage)
            return issue;
        addLabelRows(site, viewer, repository, issue.number, wanted.labels.map((name) => ensureLabel(site, repository, name)));
        return addAssignees(site, viewer, repository, issue.number, wanted.assignees);
    });
}
/** The row and its number, without events. */
function insertIssue(site, viewer, repository, wanted) {
    const current = site_repositoryById(site, repository.id);
    const number = current.nextNumber;
    site.store.put("repositories", repository.id, { ...current, nextNumber: number + 1 });
    const time = now(site);
    const issue = {
        id: site.store.nextId(),
        repository: repository.id,
        number,
        isPull: wanted.isPull,
        title: wanted.title,
        body: wanted.body,
        author: viewer.user.login,
        state: "open",
        stateReason: null,
        labels: [],
        assignees: [],
        locked: false,
        lockReason: null,
        createdAt: time,
        updatedAt: time,
        closedAt: null,
        closedBy: null,
        edited: null,
        parent: null,
        children: [],
        blockedBy: [],
    };
    return putIssue(site, issue);
}
const putIssue = (site, issue) => site.store.put("issues", issueKey(issue.repository, issue.number), issue);
/** Changes the row and its `updated_at`. */
function touchIssue(site, issue, change = {}) {
    return putIssue(site, { ...issue, ...change, updatedAt: now(site) });
}
function record(site, viewer, issue, event, more = {}) {
    const id = site.store.nextId();
    return site.store.put("happenings", id, {
        id,
        repository: issue.repository,
        number: issue.number,
        event,
        actor: viewer.user.login,
        createdAt: now(site),
        label: null,
        subject: null,
        commit: null,
        rename: null,
        ...more,
    });
}
/** Edits text and state, with one event per kind of change. */
function updateIssue(site, viewer, repository, number, change) {
    if (change.title !== undefined)
        checkTitle(change.title);
    checkBody("Issue", change.body);
    return site.store.transact(() => {
        let issue = getIssue(site, repository, number);
        issue = editText(site, viewer, repository, issue, change);
        if (change.state === "closed" && issue.state === "open") {
            issue = touchIssue(site, issue, {
                state: "closed",
                stateReason: change.stateReason ?? "completed",
                closedAt: now(site),
                closedBy: viewer.user.login,
            });
            record(site, viewer, issue, "closed");
            announce(site, viewer, repository, issue, "closed");
        }
        else if (change.state === "open" && issue.state === "closed") {
            issue = touchIssue(site, issue, {
                state: "open",
                stateReason: "reopened",
                closedAt: null,
                closedBy: null,
            });
            record(site, viewer, issue, "reopened");
            announce(site, viewer, repository, issue, "reopened");
        }
        else if (change.stateReason && issue.state === "closed" && change.stateReason !== issue.stateReason) {
            issue = touchIssue(site, issue, { stateReason: change.stateReason });
        }
        return issue;
    });
}
function editText(site, viewer, repository, issue, change) {
    const title = change.title ?? issue.title;
    const body = change.body === undefined ? issue.body : change.body;
    if (title === issue.title && body === issue.body)
        return issue;
    const changes = {
        ...(title === issue.title ? {} : { title: { from: issue.title } }),
        ...(body === issue.body ? {} : { body: { from: issue.body ?? "" } }),
    };
    if (title !== issue.title)
        record(site, viewer, issue, "renamed", { rename: { from: issue.title, to: title } });
    const edited = body === issue.body ? issue.edited : { login: viewer.user.login, at: now(site) };
    const next = touchIssue(site, issue, { title, body, edited });
    announce(site, viewer, repository, next, "edited", { changes });
    return next;
}
/** An issue's event now; a pull request's as soon as git has told what it needs. */
function announce(site, viewer, repository, issue, action, more = {}) {
    if (issue.isPull)
        site.later(() => emitPull(site, viewer, repository, issue.number, action, more));
    else
        emitIssue(site, viewer, repository, issue, action, more);
}
/** The label, created when it is new: adding an unknown label to an issue creates it. */
function ensureLabel(site, repository, name) {
    return findLabel(site, repository, name) ?? createLabel(site, repository, { name });
}
/** Adds labels that the issue does not have yet; one `labeled` event each. */
function addLabelRows(site, viewer, repository, number, labels) {
    return site.store.transact(() => {
        for (const label of labels) {
            const issue = getIssue(site, repository, number);
            if (issue.labels.includes(label.id))
                continue;
            if (issue.labels.length >= MAX_LABELS)
                throw unprocessable("Validation Failed", ["An issue can have at most 100 labels."]);
            const next = touchIssue(site, issue, { labels: [...issue.labels, label.id] });
            record(site, viewer, next, "labeled", { label: { name: label.name, color: label.color } });
            announce(site, viewer, repository, next, "labeled", labelPart(site, repository, label));
        }
        return getIssue(site, repository, number);
    });
}
function addLabels(site, viewer, repository, number, names) {
    return site.store.transact(() => addLabelRows(site, viewer, repository, number, names.map((name) => ensureLabel(site, repository, name))));
}
/** Throws 404 when the issue does not carry the label. */
function removeLabel(site, viewer, repository, number, name) {
    const label = getLabel(site, repository, name);
    const issue = getIssue(site, repository, number);
    if (!issue.labels.includes(label.id))
        throw new ApiError(404, "Label does not exist");
    return site.store.transact(() => {
        const next = touchIssue(site, issue, { labels: issue.labels.filter((id) => id !== label.id) });
        record(site, viewer, next, "unlabeled", { label: { name: label.name, color: label.color } });
        announce(site, viewer, repository, next, "unlabeled", labelPart(site, repository, label));
        return next;
    });
}
/** Makes the issue carry exactly these labels. */
function replaceLabels(site, viewer, repository, number, names) {
    return site.store.transact(() => {
        const wanted = new Set(names.map((name) => name.toLowerCase()));
        for (const label of labelsOf(site, getIssue(site, repository, number))) {
            if (!wanted.has(label.name.toLowerCase()))
                removeLabel(site, viewer, repository, number, label.name);
        }
        return addLabels(site, viewer, repository, number, names);
    });
}
/** Assigns people who can be assigned; others are ignored, as on GitHub. */
function addAssignees(site, viewer, repository, number, logins) {
    return site.store.transact(() => {
        let issue = getIssue(site, repository, number);
        for (const login of logins) {
            const user = findUser(site, login);
            if (!user || issue.assignees.includes(user.login))
                continue;
            issue = touchIssue(site, issue, { assignees: [...issue.assignees, user.login] });
            record(site, viewer, issue, "assigned", { subject: user.login });
            announce(site, viewer, repository, issue, "assigned", { assignee: loginJson(site, user.login) });
        }
        return issue;
    });
}
function removeAssignees(site, viewer, repository, number, logins) {
    return site.store.transact(() => {
        let issue = getIssue(site, repository, number);
        for (const login of issue.assignees.filter((one) => logins.some((gone) => gone.toLowerCase() === one.toLowerCase()))) {
            issue = touchIssue(site, issue, { assignees: issue.assignees.filter((one) => one !== login) });
            record(site, viewer, issue, "unassigned", { subject: login });
            announce(site, viewer, repository, issue, "unassigned", { assignee: loginJson(site, login) });
        }
        return issue;
    });
}
function lockIssue(site, viewer, repository, number, reason, locked) {
    site.store.transact(() => {
        const issue = getIssue(site, repository, number);
        if (issue.locked === locked)
            return;
        const next = touchIssue(site, issue, { locked, lockReason: locked ? reason : null });
        record(site, viewer, next, locked ? "locked" : "unlocked");
        announce(site, viewer, repository, next, locked ? "locked" : "unlocked");
    });
}
function demandIssueNotPull(issue) {
    if (issue.isPull)
        throw notFound();
    return issue;
}

;// CONCATENATED MODULE: ./lib/local/forge/operations/undertakings.js
/**
 * Git moves refs outside of the journal, so what is about to happen to them is journalled first.
 * After a kill in between, the next start tells what really moved: at least once, never not at all.
 */



/** Runs `work`, which moves refs of the repository for the viewer; call it inside `git.exclusive`. */
async function undertake(site, viewer, repository, work) {
    const id = site.store.nextId();
    const row = {
        repository: repository.id,
        login: viewer.user.login,
        job: viewer.kind === "job" ? viewer.job : null,
        before: Object.fromEntries(site.git(repository).refs),
        merge: null,
    };
    site.store.put("undertakings", id, row);
    try {
        return await work((merge) => void site.store.put("undertakings", id, { ...row, merge }));
    }
    finally {
        site.store.remove("undertakings", id);
    }
}
/** Finishes at start what a kill interrupted. */
async function recoverUndertakings(site) {
    const done = new Set();
    for (const [key, row] of [...site.store.entries("undertakings")]) {
        if (!done.has(row.repository))
            await recover(site, row);
        done.add(row.repository);
        site.store.remove("undertakings", key);
    }
}
async function recover(site, row) {
    const repository = site_repositoryById(site, row.repository);
    const git = site.git(repository);
    const user = userOf(site, row.login);
    const viewer = row.job ? { kind: "job", user, job: row.job } : { kind: "person", user };
    const pull = row.merge && site.store.get("pulls", `${repository.id}#${row.merge.number}`);
    if (row.merge && pull && !pull.merged && git.refs.get(`refs/heads/${pull.baseRef}`) === row.merge.sha) {
        await finishMerge(site, viewer, repository, pull, row.merge.sha);
    }
    await refsChanged(site, viewer, repository, differenceOf(new Map(Object.entries(row.before)), git.refs));
}

;// CONCATENATED MODULE: ./lib/local/forge/operations/merging.js
/** Merging pull requests: the refusals in GitHub's words, the three methods, and what follows a merge. */













const GITHUB = { name: "GitHub", email: "noreply@github.com" };
/** Merges and answers the merge commit. 405 when it may not be merged, 409 when the head is not `sha`. */
function mergePull(site, viewer, repository, number, wish) {
    return site.git(repository).exclusive(async () => {
        const pull = getPull(site, repository, number);
        if (wish.sha !== undefined && wish.sha !== pull.headSha)
            throw new ApiError(409, "Head branch was modified. Review and try the merge again.");
        const base = await refuseUnmergeable(site, repository, number, wish.method);
        const git = site.git(repository);
        const sha = await buildMerge(site, viewer, repository, pull, base, wish);
        if (viewer.kind === "job")
            await refuseWorkflowChange(site, repository, sha, base);
        await undertake(site, viewer, repository, async (plan) => {
            plan({ number, sha });
            await git.updateRef(`refs/heads/${pull.baseRef}`, sha, base).catch(() => {
                throw new ApiError(405, "Base branch was modified. Review and try the merge again.");
            });
            await finishMerge(site, viewer, repository, pull, sha);
            await refsChanged(site, viewer, repository, [
                { ref: `refs/heads/${pull.baseRef}`, before: base, after: sha },
            ]);
        });
        await deleteHead(site, viewer, repository, pull);
        return sha;
    });
}
async function refuseUnmergeable(site, repository, number, method) {
    const issue = getIssue(site, repository, number);
    const pull = await testMerge(site, repository, number);
    const base = branchHead(site, repository, pull.baseRef);
    if (issue.state === "closed" || !base)
        throw new ApiError(405, "Pull Request is not mergeable");
    if (pull.draft)
        throw new ApiError(405, "Pull Request is still a draft");
    const allowed = {
        merge: repository.merge.mergeCommit,
        squash: repository.merge.squash,
        rebase: repository.merge.rebase,
    };
    const named = { merge: "Merge commits", squash: "Squash merges", rebase: "Rebase merges" };
    if (!allowed[method])
        throw new ApiError(405, `${named[method]} are not allowed on this repository.`);
    if (pull.test?.sha === null)
        throw new ApiError(405, "Pull Request is not mergeable");
    const [missing] = blockedBy(site, repository, pull);
    if (missing)
        throw new ApiError(405, `Repository rule violations found\n\n${missing}\n\n`);
    return base;
}
async function buildMerge(site, viewer, repository, pull, base, wish) {
    const git = site.git(repository);
    if (wish.method === "rebase")
        return rebase(site, repository, pull, base);
    const tree = await mergeTrees(git, base, pull.headSha);
    if (!tree)
        throw new ApiError(405, "Pull Request is not mergeable");
    const issue = getIssue(site, repository, pull.number);
    const date = timestamp(site.clock.now());
    const identity = (login) => ({ name: login, email: emailOf(site, login), date });
    const squash = wish.method === "squash";
    const from = site_repositoryById(site, pull.headRepository).owner;
    const title = wish.title ??
        (squash
            ? `${issue.title} (#${pull.number})`
            : `Merge pull request #${pull.number} from ${from}/${pull.headRef}`);
    const message = wish.message ?? (squash ? await commitTexts(site, repository, pull, base) : issue.title);
    return writeCommit(git, {
        tree,
        parents: squash ? [base] : [base, pull.headSha],
        message: message === "" ? `${title}\n` : `${title}\n\n${message}\n`,
        author: identity(squash ? issue.author : viewer.user.login),
        committer: { ...GITHUB, date },
    });
}
/** GitHub's default squash text: the one commit's body, or a list of all commits. */
async function commitTexts(site, repository, pull, base) {
    const git = site.git(repository);
    const shas = (await listCommits(git, [pull.headSha, `^${base}`])).reverse();
    const commits = await Promise.all(shas.map((sha) => readCommit(git, sha)));
    if (commits.length === 1)
        return (commits[0]?.message ?? "").split("\n").slice(1).join("\n").trim();
    return commits.map((commit) => `* ${commit.message}`).join("\n\n");
}
/** Replays the commits onto the base in a work tree that exists only for this. */
async function rebase(site, repository, pull, base) {
    const git = site.git(repository);
    const place = await (0,promises_.mkdtemp)((0,external_node_path_.join)(site.dataDir, "tmp", "rebase-"));
    const env = {
        GIT_COMMITTER_NAME: GITHUB.name,
        GIT_COMMITTER_EMAIL: GITHUB.email,
        GIT_COMMITTER_DATE: timestamp(site.clock.now()),
    };
    try {
        await git.run(["worktree", "add", "--quiet", "--detach", place, base]);
        await git.run([
            "-C",
            place,
            "-c",
            "core.hooksPath=/dev/null",
            "cherry-pick",
            "--allow-empty",
            `${base}..${pull.headSha}`,
        ], { env });
        return await git.text(["-C", place, "rev-parse", "HEAD"]);
    }
    catch (cause) {
        throw new ApiError(405, "This branch can't be rebased", {
            errors: [cause instanceof Error ? cause.message : String(cause)],
        });
    }
    finally {
        await git.run(["worktree", "remove", "--force", place], { allow: [128] });
        await (0,promises_.rm)(place, { recursive: true, force: true });
    }
}
/** Records the merge, closes what the description says it closes, and tells everyone. */
async function finishMerge(site, viewer, repository, pull, sha) {
    site.store.transact(() => {
        const time = now(site);
        const issue = touchIssue(site, getIssue(site, repository, pull.number), {
            state: "closed",
            closedAt: time,
            closedBy: viewer.user.login,
        });
        const fresh = getPull(site, repository, pull.number);
        site.store.put("pulls", issueKey(repository.id, pull.number), {
            ...fresh,
            merged: true,
            mergedAt: time,
            mergedBy: viewer.user.login,
            mergeCommitSha: sha,
            baseSha: fresh.test?.base ?? fresh.baseSha,
        });
        record(site, viewer, issue, "merged", { commit: sha });
        record(site, viewer, issue, "closed");
        if (pull.baseRef === repository.defaultBranch) {
            for (const number of closingNumbers(issue.body ?? "")) {
                const target = findIssue(site, repository, number);
                if (target && !target.isPull && target.state === "open")
                    updateIssue(site, viewer, repository, number, { state: "closed", stateReason: "completed" });
            }
        }
    });
    await emitPull(site, viewer, repository, pull.number, "closed");
}
/** Issue numbers after GitHub's closing keywords. */
function closingNumbers(text) {
    const found = text.matchAll(/\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+(?:[\w.-]+\/[\w.-]+)?#(\d+)\b/gi);
    return [...new Set([...found].map((match) => Number(match[1])))];
}
async function deleteHead(site, viewer, repository, pull) {
    const sha = branchHead(site, repository, pull.headRef);
    if (!repository.merge.deleteBranchOnMerge || pull.headRepository !== repository.id || !sha)
        return;
    await changeRef(site, viewer, repository, {
        ref: `refs/heads/${pull.headRef}`,
        before: sha,
        after: undefined,
    });
}
/** Merges the base into the head branch. */
async function updateBranch(site, viewer, repository, number, expected) {
    return site.git(repository).exclusive(async () => {
        const pull = getPull(site, repository, number);
        if (expected !== undefined && expected !== pull.headSha)
            throw unprocessable(`expected head sha didn’t match current head ref.`);
        const source = site_repositoryById(site, pull.headRepository);
        if (viewer.kind === "person" && !hasRole(source, viewer.user.login, "write"))
            throw new ApiError(403, "Must have push access to the head branch");
        const git = site.git(repository);
        const base = branchHead(site, repository, pull.baseRef);
        if (!base)
            throw unprocessable("The base branch was deleted.");
        const contained = await git.run(["merge-base", "--is-ancestor", base, pull.headSha], { allow: [1] });
        if (contained.code === 0)
            throw unprocessable("There are no new commits on the base branch.");
        const tree = await mergeTrees(git, pull.headSha, base);
        if (!tree)
            throw unprocessable("merge conflict between base and head");
        const date = timestamp(site.clock.now());
        const author = { name: viewer.user.login, email: emailOf(site, viewer.user.login), date };
        const message = `Merge branch '${pull.baseRef}' into ${pull.headRef}\n`;
        const sha = await writeCommit(git, {
            tree,
            parents: [pull.headSha, base],
            message,
            author,
            committer: { ...GITHUB, date },
        });
        const target = site.git(source);
        if (source.id !== repository.id)
            await target.run(["fetch", "--quiet", git.directory, sha]);
        await changeRef(site, viewer, source, {
            ref: `refs/heads/${pull.headRef}`,
            before: pull.headSha,
            after: sha,
        });
        return sha;
    });
}

;// CONCATENATED MODULE: ./lib/local/forge/operations/pulls.js
/** Opening and changing pull requests. */








const NOT_PERMITTED = "GitHub Actions is not permitted to create or approve pull requests.";
async function createPull(site, viewer, repository, wanted) {
    if (viewer.kind === "job" && !repository.canCreatePulls)
        throw new ApiError(403, NOT_PERMITTED);
    checkTitle(wanted.title);
    checkBody("PullRequest", wanted.body);
    const source = headOf(site, repository, wanted.head);
    const base = branchHead(site, repository, wanted.base);
    if (!base)
        throw invalid("PullRequest", "base", "invalid");
    const git = site.git(repository);
    return git.exclusive(async () => {
        if (source.repository.id !== repository.id) {
            await git.run(["fetch", "--quiet", site.git(source.repository).directory, source.sha]);
        }
        await refuseUseless(site, repository, wanted, source, base);
        const pull = site.store.transact(() => {
            const issue = insertIssue(site, viewer, repository, {
                title: wanted.title,
                body: wanted.body,
                isPull: true,
            });
            return site.store.put("pulls", issueKey(repository.id, issue.number), {
                id: site.store.nextId(),
                repository: repository.id,
                number: issue.number,
                headRepository: source.repository.id,
                headRef: source.branch,
                headSha: source.sha,
                baseRef: wanted.base,
                baseSha: base,
                draft: wanted.draft,
                merged: false,
                mergedAt: null,
                mergedBy: null,
                mergeCommitSha: null,
                test: null,
                requestedReviewers: [],
                autoMerge: null,
            });
        });
        await git.updateRef(`refs/pull/${pull.number}/head`, source.sha, undefined);
        await emitPull(site, viewer, repository, pull.number, "opened");
        return getPull(site, repository, pull.number);
    });
}
function headOf(site, repository, head) {
    const [, owner, branch = head] = /^([^:/]+):(.+)$/.exec(head) ?? [];
    const from = owner === undefined ? repository : findRepository(site, `${owner}/${repository.name}`);
    const sha = from && branchHead(site, from, branch);
    if (!from || !sha)
        throw invalid("PullRequest", "head", "invalid");
    return { repository: from, branch, sha };
}
async function refuseUseless(site, repository, wanted, source, base) {
    const git = site.git(repository);
    const same = openPulls(site, (row) => row.repository === repository.id &&
        row.headRepository === source.repository.id &&
        row.headRef === source.branch &&
        row.baseRef === wanted.base);
    const refuse = (message) => new ApiError(422, "Validation Failed", {
        errors: [{ resource: "PullRequest", code: "custom", message }],
    });
    if (same.length > 0)
        throw refuse(`A pull request already exists for ${source.repository.owner}:${source.branch}.`);
    if ((await mergeBase(git, base, source.sha)) === undefined)
        throw refuse(`The ${source.branch} branch has no history in common with ${fullName(repository)}:${wanted.base}`);
    const { ahead } = await aheadBehind(git, base, source.sha);
    if (ahead === 0)
        throw refuse(`No commits between ${wanted.base} and ${source.branch}`);
}
async function updatePull(site, viewer, repository, number, change) {
    const pull = getPull(site, repository, number);
    if (change.state === "open" && pull.merged)
        throw invalid("PullRequest", "state", "invalid", "state cannot be changed. The pull request is merged.");
    if (change.state === "open" && getIssue(site, repository, number).state === "closed")
        await reopenable(site, repository, pull);
    if (change.base !== undefined && change.base !== pull.baseRef)
        changeBase(site, viewer, repository, pull, change.base);
    updateIssue(site, viewer, repository, number, change);
    await site.settled();
    await testMerge(site, repository, number);
    return getPull(site, repository, number);
}
/** Reopening takes the head branch as it is now; without it there is nothing to reopen. */
async function reopenable(site, repository, pull) {
    const head = branchHead(site, site_repositoryById(site, pull.headRepository), pull.headRef);
    if (!head)
        throw invalid("PullRequest", "state", "invalid", `state cannot be changed. The ${pull.headRef} branch was deleted.`);
    if (head === pull.headSha)
        return;
    const git = site.git(repository);
    await git.updateRef(`refs/pull/${pull.number}/head`, head, git.refs.get(`refs/pull/${pull.number}/head`));
    site.store.put("pulls", issueKey(repository.id, pull.number), { ...pull, headSha: head });
}
function changeBase(site, viewer, repository, pull, base) {
    const sha = branchHead(site, repository, base);
    if (!sha)
        throw invalid("PullRequest", "base", "invalid");
    site.store.put("pulls", issueKey(repository.id, pull.number), { ...pull, baseRef: base, baseSha: sha });
    const changes = { base: { ref: { from: pull.baseRef }, sha: { from: pull.baseSha } } };
    site.later(() => emitPull(site, viewer, repository, pull.number, "edited", { changes }));
}
/** The head branch was deleted: an open pull request closes. */
function closeWithoutHead(site, viewer, repository, pull) {
    updateIssue(site, viewer, repository, pull.number, { state: "closed" });
}
function setDraft(site, viewer, repository, number, draft) {
    const pull = getPull(site, repository, number);
    if (pull.draft === draft)
        return pull;
    const issue = touchIssue(site, getIssue(site, repository, number));
    record(site, viewer, issue, draft ? "convert_to_draft" : "ready_for_review");
    const next = site.store.put("pulls", issueKey(repository.id, number), { ...pull, draft });
    site.later(() => emitPull(site, viewer, repository, number, draft ? "converted_to_draft" : "ready_for_review"));
    return next;
}
/** Asks people for a review. The author cannot be asked. */
function requestReviewers(site, viewer, repository, number, logins) {
    const issue = getIssue(site, repository, number);
    if (logins.some((login) => login.toLowerCase() === issue.author.toLowerCase())) {
        throw unprocessable("Review cannot be requested from pull request author.");
    }
    return site.store.transact(() => {
        for (const login of logins) {
            const user = findUser(site, login);
            if (!user || user.type === "Bot")
                throw unprocessable("Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the repository.");
            const pull = getPull(site, repository, number);
            if (pull.requestedReviewers.includes(user.login))
                continue;
            site.store.put("pulls", issueKey(repository.id, number), {
                ...pull,
                requestedReviewers: [...pull.requestedReviewers, user.login],
            });
            record(site, viewer, issue, "review_requested", { subject: user.login });
            const requested = { requested_reviewer: loginJson(site, user.login) };
            site.later(() => emitPull(site, viewer, repository, number, "review_requested", requested));
        }
        touchIssue(site, getIssue(site, repository, number));
        return getPull(site, repository, number);
    });
}
function unrequestReviewers(site, viewer, repository, number, logins) {
    const pull = getPull(site, repository, number);
    const gone = logins.map((login) => login.toLowerCase());
    const removed = pull.requestedReviewers.filter((login) => gone.includes(login.toLowerCase()));
    for (const login of removed)
        record(site, viewer, getIssue(site, repository, number), "review_request_removed", { subject: login });
    return site.store.put("pulls", issueKey(repository.id, number), {
        ...pull,
        requestedReviewers: pull.requestedReviewers.filter((login) => !removed.includes(login)),
    });
}

;// CONCATENATED MODULE: ./lib/local/forge/operations/threads.js
/** Review threads: where they may start, where their lines go when the head moves, and resolving them. */



/** Finds the place in the pull request's diff; a line that no hunk shows is refused, as on GitHub. */
async function locate(site, repository, pull, place) {
    const file = (await pullFiles(site, repository, pull)).find((one) => one.path === place.path || (place.side === "LEFT" && one.previousPath === place.path));
    if (!file)
        return { refused: "path" };
    if (place.subject === "file")
        return { hunk: file.patch?.split("\n").slice(0, 4).join("\n") ?? "", position: null };
    if (file.patch === undefined || place.line === null)
        return { refused: "line" };
    const end = hunkAt(file.patch, place.side, place.line);
    if (!end)
        return { refused: "line" };
    if (place.startLine === null)
        return { hunk: end.text, position: end.position };
    const startSide = place.startSide ?? place.side;
    const start = hunkAt(file.patch, startSide, place.startLine);
    const ordered = start !== undefined && start.position < end.position;
    if (!ordered || start.hunk.header !== end.hunk.header)
        return { refused: "start_line" };
    return { hunk: end.text, position: end.position };
}
function threadsOf(site, pull) {
    return site.store.filter("threads", (row) => row.repository === pull.repository && row.number === pull.number);
}
/** Follows every line through the change from the old head to the new one; a touched line makes its thread outdated. */
async function moveThreads(site, repository, former, head) {
    const live = threadsOf(site, former).filter((thread) => !thread.outdated && thread.subject === "line");
    if (live.length === 0)
        return;
    const files = await diffFiles(site.git(repository), former.headSha, head, 0);
    const pull = getPull(site, repository, former.number);
    for (const thread of live) {
        const moved = thread.side === "LEFT"
            ? thread
            : followed(thread, files.find((file) => file.path === thread.path || file.previousPath === thread.path));
        const place = {
            path: moved.path,
            subject: moved.subject,
            side: moved.side,
            line: moved.line,
            startSide: moved.startSide,
            startLine: moved.startLine,
        };
        const located = moved.outdated ? undefined : await locate(site, repository, pull, place);
        const shown = located !== undefined && "position" in located;
        site.store.put("threads", thread.id, {
            ...moved,
            commit: head,
            ...(shown
                ? { position: located.position }
                : { outdated: true, line: null, startLine: null, position: null }),
        });
    }
}
function followed(thread, file) {
    if (!file)
        return thread;
    const gone = { ...thread, outdated: true, line: null, startLine: null };
    if (file.status === "removed" || thread.line === null)
        return gone;
    const hunks = file.patch === undefined ? [] : parseHunks(file.patch);
    const first = thread.startLine ?? thread.line;
    for (let line = first; line <= thread.line; line += 1) {
        if (moveLine(hunks, line) === undefined)
            return gone;
    }
    const line = moveLine(hunks, thread.line);
    const startLine = thread.startLine === null ? null : moveLine(hunks, thread.startLine);
    return line === undefined || startLine === undefined
        ? gone
        : { ...thread, path: file.path, line, startLine };
}

;// CONCATENATED MODULE: ./lib/local/forge/operations/refs.js
/** Every way in which refs move: the rules before, and the events and pull request updates after. */












const refs_ZERO = "0".repeat(40);
const WORKFLOWS = /^\.github\/workflows\/[^/]+\.ya?ml$/;
const MAX_PAYLOAD_COMMITS = 20;
/** Moves a ref for a viewer: refuses what GitHub refuses, then tells everyone. Call it inside `git.exclusive`. */
async function changeRef(site, viewer, repository, change) {
    const git = site.git(repository);
    if (change.ref.startsWith("refs/pull/"))
        throw unprocessable("deny updating a hidden ref");
    if (viewer.kind === "job" && change.after)
        await refuseWorkflowChange(site, repository, change.after, change.before);
    await undertake(site, viewer, repository, async () => {
        try {
            await git.updateRef(change.ref, change.after, change.before);
        }
        catch (error) {
            throw error instanceof GitError ? unprocessable(refusal(change, error)) : error;
        }
        await refsChanged(site, viewer, repository, [change]);
    });
}
function refusal(change, error) {
    if (change.before === undefined)
        return "Reference already exists";
    return /cannot lock ref/.test(error.stderr) ? "Reference cannot be updated" : "Object does not exist";
}
/** A job token has no `workflows` permission: it may not bring workflow files that the repository does not have there yet. */
async function refuseWorkflowChange(site, repository, after, before) {
    const git = site.git(repository);
    const from = before ?? git.refs.get(`refs/heads/${repository.defaultBranch}`);
    const files = from ? await diffFiles(git, from, after) : [];
    const touched = files.find((file) => WORKFLOWS.test(file.path) && (before !== undefined || file.status !== "removed"));
    if (!touched || (before === undefined && (await isKnown(site, repository, after))))
        return;
    throw new ApiError(403, `refusing to allow a GitHub App to create or update workflow \`${touched.path}\` without \`workflows\` permission`);
}
async function isKnown(site, repository, sha) {
    const containing = await site
        .git(repository)
        .text(["for-each-ref", "--count=1", `--contains=${sha}`, "refs/heads"]);
    return containing !== "";
}
/** After refs moved by whatever way: `push`, `create`, `delete` and `synchronize`, threads moved, pull requests kept in step. */
async function refsChanged(site, viewer, repository, changes) {
    site.store.put("repositories", repository.id, {
        ...site_repositoryById(site, repository.id),
        pushedAt: now(site),
    });
    for (const change of changes) {
        if (!/^refs\/(heads|tags)\//.test(change.ref))
            continue;
        await emitPush(site, viewer, repository, change);
        if (!change.ref.startsWith("refs/heads/"))
            continue;
        const branch = change.ref.slice("refs/heads/".length);
        await followHead(site, viewer, repository, branch, change);
        if (change.after)
            await noticeMerged(site, viewer, repository, branch, change.after);
    }
}
async function emitPush(site, viewer, repository, change) {
    const { ref, before, after } = change;
    const git = site.git(repository);
    const changedPaths = after ? await pushedPaths(site, repository, before, after) : [];
    const shas = after
        ? await listCommits(git, before ? [after, `^${before}`] : [after], { limit: MAX_PAYLOAD_COMMITS })
        : [];
    const commits = await Promise.all(shas.reverse().map((sha) => commitPart(site, repository, sha)));
    const kind = ref.startsWith("refs/tags/") ? "tag" : "branch";
    const short = ref.replace(/^refs\/(heads|tags)\//, "");
    const pusher = { name: viewer.user.login, email: emailOf(site, viewer.user.login) };
    site.store.transact(() => {
        if (!before || !after) {
            emit(site, viewer, repository, before ? "delete" : "create", {
                payload: { ref: short, ref_type: kind, pusher_type: "user" },
                ...(after ? { ref, sha: after } : {}),
            });
        }
        emit(site, viewer, repository, "push", {
            payload: {
                ref,
                before: before ?? refs_ZERO,
                after: after ?? refs_ZERO,
                created: !before,
                deleted: !after,
                forced: false,
                base_ref: null,
                compare: `${repoPage(site, repository)}/compare/${(before ?? refs_ZERO).slice(0, 12)}...${(after ?? refs_ZERO).slice(0, 12)}`,
                commits,
                head_commit: commits.at(-1) ?? null,
                pusher,
            },
            ref,
            sha: after ?? refs_ZERO,
            changedPaths,
            ...(after ? {} : { starts: "nothing" }),
        });
    });
}
async function pushedPaths(site, repository, before, after) {
    const git = site.git(repository);
    const from = before ?? (await readCommit(git, after).then((commit) => commit.parents[0]));
    if (!from)
        return (await git.text(["ls-tree", "-r", "--name-only", after])).split("\n");
    return (await diffFiles(git, from, after)).map((file) => file.path);
}
async function commitPart(site, repository, sha) {
    const commit = await readCommit(site.git(repository), sha);
    const person = (who) => ({
        name: who.name,
        email: who.email,
        username: who.name,
    });
    return {
        id: sha,
        tree_id: commit.tree,
        distinct: true,
        message: commit.message,
        timestamp: commit.committer.date,
        url: `${repoPage(site, repository)}/commit/${sha}`,
        author: person(commit.author),
        committer: person(commit.committer),
    };
}
/** Open pull requests follow their head branch. */
async function followHead(site, viewer, repository, branch, change) {
    for (const pull of openPulls(site, (row) => row.headRepository === repository.id && row.headRef === branch)) {
        const base = site_repositoryById(site, pull.repository);
        if (pull.headSha === change.after)
            continue;
        if (!change.after) {
            closeWithoutHead(site, viewer, base, pull);
            continue;
        }
        await synchronize(site, viewer, base, pull, change.after);
    }
}
async function synchronize(site, viewer, repository, pull, head) {
    const git = site.git(repository);
    const ref = `refs/pull/${pull.number}/head`;
    if (pull.headRepository !== repository.id) {
        await git.run(["fetch", "--quiet", site.git(site_repositoryById(site, pull.headRepository)).directory, head]);
    }
    await git.updateRef(ref, head, git.refs.get(ref));
    const baseSha = git.refs.get(`refs/heads/${pull.baseRef}`) ?? pull.baseSha;
    site.store.transact(() => {
        const issue = getIssue(site, repository, pull.number);
        site.store.put("pulls", issueKey(repository.id, pull.number), { ...pull, headSha: head, baseSha });
        site.store.put("issues", issueKey(repository.id, pull.number), { ...issue, updatedAt: now(site) });
    });
    await moveThreads(site, repository, pull, head);
    await emitPull(site, viewer, repository, pull.number, "synchronize", { before: pull.headSha, after: head });
}
function openPulls(site, wanted) {
    return site.store.filter("pulls", (row) => wanted(row) && site.store.get("issues", issueKey(row.repository, row.number))?.state === "open");
}
/** A pull request whose head arrived in its base by a push counts as merged, as on GitHub. */
async function noticeMerged(site, viewer, repository, branch, tip) {
    const git = site.git(repository);
    for (const pull of openPulls(site, (row) => row.repository === repository.id && row.baseRef === branch && row.headRef !== branch)) {
        const contained = await git.run(["merge-base", "--is-ancestor", pull.headSha, tip], { allow: [1, 128] });
        if (contained.code !== 0 || pull.headSha === pull.baseSha)
            continue;
        await finishMerge(site, viewer, repository, pull, tip);
    }
}
function getRef(site, repository, ref) {
    const sha = site.git(repository).refs.get(ref);
    if (!sha)
        throw notFound();
    return sha;
}
/** What moved between two readings of the refs. */
function differenceOf(before, after) {
    const changes = [];
    for (const [ref, sha] of after) {
        if (before.get(ref) !== sha)
            changes.push({ ref, before: before.get(ref), after: sha });
    }
    for (const [ref, sha] of before) {
        if (!after.has(ref))
            changes.push({ ref, before: sha, after: undefined });
    }
    return changes;
}

;// CONCATENATED MODULE: ./lib/local/forge/operations/contents.js
/** Committing files without a clone: contents API, createCommitOnBranch, administration. */






const signatureOf = (site, login) => ({
    name: login,
    email: emailOf(site, login),
    date: timestamp(site.clock.now()),
});
/** One commit with the changes on top of the branch; answers its SHA. */
function commitFiles(site, viewer, repository, wanted) {
    for (const path of Object.keys(wanted.changes))
        checkPath(path);
    const git = site.git(repository);
    return git.exclusive(async () => {
        const head = branchHead(site, repository, wanted.branch);
        if (!head && git.refs.size > 0)
            throw new ApiError(404, `Branch ${wanted.branch} not found`);
        if (wanted.expectedHead !== undefined && wanted.expectedHead !== head) {
            throw new ApiError(409, `Expected branch to point to "${head}" but it did not. Pull and try again.`, {
                type: "STALE_DATA",
            });
        }
        for (const [path, change] of Object.entries(wanted.changes)) {
            if (change === null && !(head && (await git.read(`${head}:${path}`))))
                throw new ApiError(422, `A path was requested for deletion which does not exist as of commit oid \`${head}\``);
        }
        const tree = await writeTree(git, head ? (await readCommit(git, head)).tree : undefined, wanted.changes);
        const sha = await writeCommit(git, {
            tree,
            parents: head ? [head] : [],
            message: wanted.message,
            author: signatureOf(site, viewer.user.login),
        });
        await changeRef(site, viewer, repository, {
            ref: `refs/heads/${wanted.branch}`,
            before: head,
            after: sha,
        });
        return sha;
    });
}
function checkPath(path) {
    const parts = path.split("/");
    const wrong = path.includes("\0") ||
        path.includes("\n") ||
        parts.some((part) => part === "" || part === "." || part === ".." || part.toLowerCase() === ".git");
    if (wrong)
        throw invalid("Commit", "path", "invalid", `path contains a malformed path component: ${path}`);
}
/** Creates a branch at a commit that the repository has. */
async function createBranch(site, viewer, repository, ref, sha) {
    const git = site.git(repository);
    const object = await git.read(sha);
    if (object?.type !== "commit" && object?.type !== "tag")
        throw new ApiError(422, "Object does not exist");
    await git.exclusive(() => changeRef(site, viewer, repository, { ref, before: undefined, after: sha }));
}
async function moveRef(site, viewer, repository, ref, sha, force) {
    const git = site.git(repository);
    await git.exclusive(async () => {
        const before = git.refs.get(ref);
        if (!before)
            throw new ApiError(422, "Reference does not exist");
        if ((await git.read(sha))?.type !== "commit")
            throw new ApiError(422, "Object does not exist");
        const forward = await git.run(["merge-base", "--is-ancestor", before, sha], { allow: [1] });
        if (!force && forward.code !== 0)
            throw new ApiError(422, "Update is not a fast forward");
        if (before !== sha)
            await changeRef(site, viewer, repository, { ref, before, after: sha });
    });
}
async function removeRef(site, viewer, repository, ref) {
    const git = site.git(repository);
    await git.exclusive(async () => {
        const before = git.refs.get(ref);
        if (!before)
            throw new ApiError(422, "Reference does not exist");
        if (ref === `refs/heads/${repository.defaultBranch}`)
            throw new ApiError(422, "Cannot delete the default branch");
        await changeRef(site, viewer, repository, { ref, before, after: undefined });
    });
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./lib/local/forge/operations/forms.js
/** Opening an issue by an issue form: the form's YAML decides title, labels and how the answers read. */






const NO_ANSWER = "_No response_";
/** The labels of the form apply whoever opens it, provided that they exist. */
async function openIssueFromForm(site, viewer, repository, answers) {
    const form = await readForm(site, repository, answers.template);
    const body = renderForm(form, answers, repository);
    const title = answers.title ?? form.title;
    checkTitle(title);
    checkBody("Issue", body);
    return site.store.transact(() => {
        const issue = insertIssue(site, viewer, repository, { title, body, isPull: false });
        emitIssue(site, viewer, repository, issue, "opened");
        const labels = form.labels
            .map((name) => findLabel(site, repository, name))
            .filter((label) => label !== undefined);
        addLabelRows(site, viewer, repository, issue.number, labels);
        return addAssignees(site, viewer, repository, issue.number, form.assignees);
    });
}
async function readForm(site, repository, template) {
    const path = `.github/ISSUE_TEMPLATE/${template}`;
    const head = branchHead(site, repository, repository.defaultBranch);
    const text = head ? await readFileAt(site.git(repository), head, path) : undefined;
    if (!text)
        throw new Error(`${fullName(repository)} has no issue form ${path} on ${repository.defaultBranch}.`);
    const document = (0,dist/* parse */.qg)(text.toString());
    const elements = property(document, "body");
    if (!Array.isArray(elements))
        throw new Error(`${path} is not an issue form: it has no body list.`);
    return {
        title: textOf(property(document, "title")),
        labels: listOf(property(document, "labels")),
        assignees: listOf(property(document, "assignees")),
        body: elements.map(parseElement),
    };
}
function parseElement(element) {
    const attributes = property(element, "attributes");
    const options = property(attributes, "options");
    return {
        type: textOf(property(element, "type")),
        id: textOf(property(element, "id")),
        label: textOf(property(attributes, "label")),
        render: textOf(property(attributes, "render")),
        value: textOf(property(attributes, "value")),
        options: Array.isArray(options)
            ? options.map((option) => (typeof option === "string" ? option : textOf(property(option, "label"))))
            : [],
        required: property(property(element, "validations"), "required") === true,
    };
}
/** `### label`, an empty line, the value: what GitHub writes into the issue. */
function renderForm(form, answers, repository) {
    const elements = form.body.filter((element) => element.type !== "markdown");
    const known = new Set(elements.map((element) => element.id));
    const unknown = Object.keys(answers.fields).find((id) => !known.has(id));
    if (unknown !== undefined)
        throw new Error(`The form ${answers.template} has no field "${unknown}". It has: ${[...known].join(", ")}.`);
    return elements
        .map((element) => `### ${element.label}\n\n${renderAnswer(element, answers.fields[element.id], repository)}`)
        .join("\n\n");
}
function renderAnswer(element, answer, repository) {
    const chosen = typeof answer === "string" ? [answer] : (answer ?? []);
    if (element.type === "checkboxes") {
        return element.options.map((option) => `- [${chosen.includes(option) ? "X" : " "}] ${option}`).join("\n");
    }
    const text = answer === undefined ? element.value.trim() : chosen.join(", ").trim();
    if (text === "" && element.required && !repository.private)
        throw new Error(`The form's field "${element.label}" is required.`);
    if (text === "")
        return NO_ANSWER;
    return element.type === "textarea" && element.render !== ""
        ? `\`\`\`${element.render}\n${text}\n\`\`\``
        : text;
}
function property(value, name) {
    return typeof value === "object" && value !== null
        ? Object.entries(value).find(([key]) => key === name)?.[1]
        : undefined;
}
const textOf = (value) => typeof value === "string" || typeof value === "number" ? String(value) : "";
function listOf(value) {
    if (typeof value === "string")
        return value
            .split(",")
            .map((one) => one.trim())
            .filter((one) => one !== "");
    return Array.isArray(value) ? value.map(textOf) : [];
}

;// CONCATENATED MODULE: ./lib/local/forge/administration.js
/** What only the owner of the machine does: users, repositories, tokens, settings, files, forms. */









/** Labels that GitHub gives every new repository. */
const DEFAULT_LABELS = [
    ["bug", "d73a4a", "Something isn't working"],
    ["documentation", "0075ca", "Improvements or additions to documentation"],
    ["duplicate", "cfd3d7", "This issue or pull request already exists"],
    ["enhancement", "a2eeef", "New feature or request"],
    ["good first issue", "7057ff", "Good for newcomers"],
    ["help wanted", "008672", "Extra attention is needed"],
    ["invalid", "e4e669", "This doesn't seem right"],
    ["question", "d876e3", "Further information is requested"],
    ["wontfix", "ffffff", "This will not be worked on"],
];
function createAdministration(site, hooks, counter) {
    const change = (name, work) => {
        const repository = repositoryNamed(site, name);
        site.store.put("repositories", repository.id, { ...repository, ...work(repository) });
    };
    return {
        createUser: (login) => createUser(site, login),
        createRepository: (wanted) => createRepository(site, hooks, wanted),
        setPermission: (name, login, role) => {
            createUser(site, login);
            change(name, (repository) => ({ roles: { ...repository.roles, [login.toLowerCase()]: role } }));
        },
        createPersonToken: (login) => newToken(site, `ghp_${site.ids.secret()}`, personNamed(site, login).user.login, null),
        setVariable: (name, key, value) => {
            const time = now(site);
            change(name, ({ variables }) => ({
                variables: {
                    ...variables,
                    [key.toUpperCase()]: {
                        value,
                        createdAt: variables[key.toUpperCase()]?.createdAt ?? time,
                        updatedAt: time,
                    },
                },
            }));
        },
        setSecret: (name, key, value) => change(name, ({ secrets }) => {
            const { [key]: _gone, ...rest } = secrets;
            return { secrets: value === undefined ? rest : { ...rest, [key]: value } };
        }),
        setWorkflowPermissions: (name, settings) => change(name, (repository) => ({
            workflowDefault: settings.default ?? repository.workflowDefault,
            canCreatePulls: settings.canCreatePulls ?? repository.canCreatePulls,
        })),
        setMergeSettings: (name, settings) => change(name, (repository) => ({ merge: { ...repository.merge, ...settings } })),
        setRules: (name, rules) => change(name, () => ({ rules })),
        createLabel: (name, label) => void createLabel(site, repositoryNamed(site, name), label),
        commitFiles: async (name, branch, changes, message, actor) => {
            const sha = await commitFiles(site, personNamed(site, actor), repositoryNamed(site, name), {
                branch,
                message,
                changes,
            });
            await site.settled();
            return sha;
        },
        openIssueFromForm: async (name, { login, ...answers }) => {
            const issue = await openIssueFromForm(site, personNamed(site, login), repositoryNamed(site, name), answers);
            await site.settled();
            return issue;
        },
        statistics: (filter) => counter.read(filter),
    };
}
function createUser(site, login) {
    const known = findUser(site, login);
    if (known)
        return known;
    if (!/^[A-Za-z0-9][A-Za-z0-9-]*(\[bot\])?$/.test(login))
        throw new Error(`"${login}" is not a GitHub login: letters, digits and dashes.`);
    return site.store.transact(() => site.store.put("users", login.toLowerCase(), {
        login,
        id: login === ACTIONS_BOT.login ? ACTIONS_BOT.id : site.store.nextId(),
        type: login.endsWith("[bot]") ? "Bot" : "User",
        createdAt: now(site),
    }));
}
/** Makes sure that the accounts exist that GitHub itself uses. */
function createSystemUsers(site) {
    createUser(site, ACTIONS_BOT.login);
    createUser(site, "github");
}
function personNamed(site, login) {
    const user = findUser(site, login);
    if (!user)
        throw new Error(`No user "${login}". Create it first.`);
    return { kind: "person", user };
}
const directoryOf = (site, owner, name) => (0,external_node_path_.join)(site.dataDir, "repositories", owner, `${name}.git`);
async function createRepository(site, hooks, wanted) {
    const { owner, name } = wanted;
    if (findRepository(site, `${owner}/${name}`))
        throw new Error(`${owner}/${name} exists already.`);
    if (!/^[\w.-]+$/.test(name) || name.endsWith(".git"))
        throw new Error(`"${name}" is not a repository name.`);
    createUser(site, owner);
    const directory = directoryOf(site, owner, name);
    await (0,promises_.rm)(directory, { recursive: true, force: true });
    await initBare(directory, wanted.defaultBranch ?? "main", hooks);
    const head = wanted.importFrom === undefined ? undefined : await importInto(directory, wanted.importFrom);
    const git = await openRepository(directory);
    const first = [...git.refs.keys()]
        .find((ref) => ref.startsWith("refs/heads/"))
        ?.slice("refs/heads/".length);
    const chosen = wanted.defaultBranch ??
        (head !== undefined && git.refs.has(`refs/heads/${head}`) ? head : undefined) ??
        first ??
        "main";
    await git.run(["symbolic-ref", "HEAD", `refs/heads/${chosen}`]);
    const repository = insertRepository(site, wanted, chosen);
    site.addGit(repository, git);
    if (wanted.initialFiles) {
        await commitFiles(site, personNamed(site, owner), repository, {
            branch: chosen,
            message: wanted.message ?? "Initial commit",
            changes: wanted.initialFiles,
        });
    }
    return repositoryNamed(site, fullName(repository));
}
function insertRepository(site, wanted, defaultBranch) {
    const time = now(site);
    return site.store.transact(() => {
        const id = site.store.nextId();
        const repository = site.store.put("repositories", id, {
            id,
            owner: wanted.owner,
            name: wanted.name,
            private: wanted.private ?? false,
            description: wanted.description ?? null,
            defaultBranch,
            createdAt: time,
            updatedAt: time,
            pushedAt: time,
            nextNumber: 1,
            roles: {},
            variables: {},
            secrets: {},
            workflowDefault: "read",
            canCreatePulls: false,
            merge: { squash: true, mergeCommit: true, rebase: true, deleteBranchOnMerge: false },
            rules: [],
        });
        for (const [name, color, description] of DEFAULT_LABELS)
            createLabel(site, repository, { name, color, description });
        return repository;
    });
}

// EXTERNAL MODULE: ./node_modules/graphql/index.js
var graphql = __webpack_require__(17645);
;// CONCATENATED MODULE: ./lib/local/forge/http/body.js

function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** Parses a request body; an empty one is an empty object. */
function parseBody(bytes) {
    if (bytes.length === 0)
        return {};
    try {
        const value = JSON.parse(bytes.toString("utf8"));
        return value;
    }
    catch {
        throw new ApiError(400, "Problems parsing JSON");
    }
}
function refuse(name, wanted) {
    throw unprocessable(`Invalid request.\n\nFor 'properties/${name}', it is not ${wanted}.`);
}
function optionalText(body, name) {
    const value = body[name];
    if (value === undefined || value === null)
        return undefined;
    return typeof value === "string" ? value : refuse(name, "a string");
}
/** Null stays null: it clears. */
function nullableText(body, name) {
    return body[name] === null ? null : optionalText(body, name);
}
function requiredText(body, name) {
    const value = optionalText(body, name);
    if (value === undefined)
        throw unprocessable(`Invalid request.\n\n"${name}" wasn't supplied.`);
    return value;
}
function optionalNumber(body, name) {
    const value = body[name];
    if (value === undefined || value === null)
        return undefined;
    return typeof value === "number" && Number.isInteger(value) ? value : refuse(name, "an integer");
}
function requiredNumber(body, name) {
    const value = optionalNumber(body, name);
    if (value === undefined)
        throw unprocessable(`Invalid request.\n\n"${name}" wasn't supplied.`);
    return value;
}
function optionalFlag(body, name) {
    const value = body[name];
    if (value === undefined || value === null)
        return undefined;
    return typeof value === "boolean" ? value : refuse(name, "a boolean");
}
function optionalTexts(body, name) {
    const value = body[name];
    if (value === undefined || value === null)
        return undefined;
    if (typeof value === "string")
        return [value];
    return Array.isArray(value)
        ? value.map((one) => typeof one === "string"
            ? one
            : isObject(one) && typeof one.name === "string"
                ? one.name
                : refuse(name, "an array of strings"))
        : refuse(name, "an array");
}
function optionalObjects(body, name) {
    const value = body[name];
    if (value === undefined || value === null)
        return [];
    return Array.isArray(value)
        ? value.map((one) => (isObject(one) ? one : refuse(name, "an array of objects")))
        : refuse(name, "an array");
}
function optionalObject(body, name) {
    const value = body[name];
    if (value === undefined || value === null)
        return undefined;
    return isObject(value) ? value : refuse(name, "an object");
}
/** One of the listed words. */
function optionalChoice(body, name, choices) {
    const value = optionalText(body, name);
    if (value === undefined)
        return undefined;
    return choices.find((choice) => choice === value) ?? refuse(name, `one of ${choices.join(", ")}`);
}

;// CONCATENATED MODULE: ./lib/local/forge/statistics.js
/** Routes that send notifications: octokit plugin-throttling's list of triggers. */
const NOTIFYING = new Set([
    "POST /repos/{owner}/{repo}/issues",
    "POST /repos/{owner}/{repo}/issues/{issue_number}/comments",
    "POST /repos/{owner}/{repo}/issues/{issue_number}/assignees",
    "POST /repos/{owner}/{repo}/pulls",
    "POST /repos/{owner}/{repo}/pulls/{pull_number}/comments",
    "POST /repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies",
    "POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers",
    "POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews",
    "POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/events",
    "PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge",
]);
/** GraphQL mutations that do the same. */
const NOTIFYING_MUTATIONS = new Set([
    "addComment",
    "createIssue",
    "createPullRequest",
    "submitPullRequestReview",
    "addPullRequestReviewThread",
    "addPullRequestReviewThreadReply",
    "addPullRequestReviewComment",
    "mergePullRequest",
    "requestReviews",
]);
const isNotifying = (method, template) => NOTIFYING.has(`${method} ${template}`);
function createCounter(nameOf) {
    const rows = new Map();
    return {
        count: (viewer, repository, method, route, notifying) => {
            const job = viewer.kind === "job" ? viewer.job : undefined;
            const name = repository ?? (job ? nameOf(job.repository) : undefined);
            const key = JSON.stringify([method, route, viewer.kind, name, job?.runId, job?.jobId]);
            const row = rows.get(key) ?? {
                method,
                route,
                token: viewer.kind,
                repository: name,
                runId: job?.runId,
                jobId: job?.jobId,
                requests: 0,
                notifyingWrites: 0,
            };
            rows.set(key, {
                ...row,
                requests: row.requests + 1,
                notifyingWrites: row.notifyingWrites + (notifying ? 1 : 0),
            });
        },
        read: (filter = {}) => {
            const chosen = [...rows.values()].filter((row) => {
                if (filter.repository !== undefined &&
                    row.repository?.toLowerCase() !== filter.repository.toLowerCase())
                    return false;
                if (filter.runId !== undefined && row.runId !== filter.runId)
                    return false;
                return filter.token === undefined || row.token === filter.token;
            });
            return {
                requests: chosen.reduce((sum, row) => sum + row.requests, 0),
                notifyingWrites: chosen.reduce((sum, row) => sum + row.notifyingWrites, 0),
                rows: chosen,
            };
        },
    };
}

;// CONCATENATED MODULE: ./lib/local/forge/graphql/context.js
/** What resolvers share: who asks, connections as GitHub pages them, readings of arguments. */




const MAX_PAGE = 100;
/** One page of rows in the shape of every GitHub connection. */
function connection(rows, args, typename, render, more = {}) {
    const { first, last } = boundsOf(args);
    const after = cursorOf(args.after);
    const before = cursorOf(args.before);
    let start = after === undefined ? 0 : after + 1;
    let end = before === undefined ? rows.length : Math.min(before, rows.length);
    if (first !== undefined)
        end = Math.min(end, start + first);
    if (last !== undefined)
        start = Math.max(start, end - last);
    const page = rows.slice(start, end);
    return {
        __typename: typename,
        totalCount: rows.length,
        nodes: () => page.map(render),
        edges: () => page.map((row, index) => ({
            __typename: typename.replace("Connection", "Edge"),
            cursor: toCursor(start + index),
            node: render(row),
        })),
        pageInfo: {
            __typename: "PageInfo",
            hasNextPage: end < rows.length,
            hasPreviousPage: start > 0,
            startCursor: page.length > 0 ? toCursor(start) : null,
            endCursor: page.length > 0 ? toCursor(end - 1) : null,
        },
        ...more,
    };
}
function boundsOf(args) {
    const read = (name) => {
        const value = args[name];
        if (typeof value !== "number")
            return undefined;
        if (value < 0 || value > MAX_PAGE)
            throw new ApiError(422, `Requesting ${value} records on a connection exceeds the \`${name}\` limit of ${MAX_PAGE} records.`, { type: "EXCESSIVE_PAGINATION" });
        return value;
    };
    return { first: read("first"), last: read("last") };
}
/** GitHub refuses connections without bounds when their nodes are asked for. */
function demandBounds(args, field) {
    if (typeof args.first === "number" || typeof args.last === "number")
        return;
    throw new ApiError(422, `You must provide a \`first\` or \`last\` value to properly paginate the \`${field}\` connection.`, { type: "MISSING_PAGINATION_BOUNDARIES" });
}
const toCursor = (index) => Buffer.from(`cursor:${index}`).toString("base64");
function cursorOf(value) {
    if (typeof value !== "string")
        return undefined;
    const [, index] = /^cursor:(\d+)$/.exec(Buffer.from(value, "base64").toString()) ?? [];
    if (index === undefined)
        throw new ApiError(422, `\`${value}\` does not appear to be a valid cursor.`, {
            type: "INVALID_CURSOR_ARGUMENTS",
        });
    return Number(index);
}
function inputOf(args) {
    const input = args.input;
    return isObject(input) ? input : {};
}
function context_text(args, name) {
    const value = args[name];
    return typeof value === "string" ? value : "";
}
function maybeText(args, name) {
    const value = args[name];
    return typeof value === "string" ? value : undefined;
}
function texts(args, name) {
    const value = args[name];
    return Array.isArray(value) ? value.filter((one) => typeof one === "string") : undefined;
}
function objects(args, name) {
    const value = args[name];
    return Array.isArray(value) ? value.filter(isObject) : [];
}
function maybeNumber(args, name) {
    const value = args[name];
    return typeof value === "number" ? value : undefined;
}
/** The row's repository, after checking that the viewer may do this there. */
function allowed(context, repositoryId, access) {
    const repository = site_repositoryById(context.site, repositoryId);
    demand(context.viewer, repository, access);
    return repository;
}
function unresolved(id) {
    return new ApiError(404, `Could not resolve to a node with the global id of '${id}'`, {
        type: "NOT_FOUND",
    });
}

;// CONCATENATED MODULE: ./lib/local/forge/operations/comments.js
/** Comments on issues and pull requests, and reactions to anything. */




const REACTIONS = [
    "+1",
    "-1",
    "laugh",
    "confused",
    "heart",
    "hooray",
    "rocket",
    "eyes",
];
function createComment(site, viewer, repository, number, body) {
    if (body.trim() === "")
        throw invalid("IssueComment", "body", "missing_field");
    checkBody("IssueComment", body);
    return site.store.transact(() => {
        const issue = touchIssue(site, getIssue(site, repository, number));
        const time = now(site);
        const comment = {
            id: site.store.nextId(),
            repository: repository.id,
            number,
            author: viewer.user.login,
            body,
            createdAt: time,
            updatedAt: time,
            edited: null,
            minimized: null,
        };
        site.store.put("comments", comment.id, comment);
        emitComment(site, viewer, repository, issue, comment, "created");
        return comment;
    });
}
function getComment(site, repository, id) {
    const comment = site.store.get("comments", id);
    if (comment?.repository !== repository.id)
        throw errors_notFound();
    return comment;
}
function updateComment(site, viewer, repository, id, body) {
    checkBody("IssueComment", body);
    return site.store.transact(() => {
        const comment = getComment(site, repository, id);
        const time = now(site);
        const next = site.store.put("comments", id, {
            ...comment,
            body,
            updatedAt: time,
            edited: { login: viewer.user.login, at: time },
        });
        const issue = touchIssue(site, getIssue(site, repository, comment.number));
        emitComment(site, viewer, repository, issue, next, "edited", {
            changes: { body: { from: comment.body } },
        });
        return next;
    });
}
function deleteComment(site, viewer, repository, id) {
    site.store.transact(() => {
        const comment = getComment(site, repository, id);
        site.store.remove("comments", id);
        const issue = touchIssue(site, getIssue(site, repository, comment.number));
        emitComment(site, viewer, repository, issue, comment, "deleted");
    });
}
/** Adds a reaction; `created` is false when this viewer had left it before. */
function react(site, viewer, subject, content) {
    const known = REACTIONS.find((one) => one === content);
    if (!known)
        throw invalid("Reaction", "content", "invalid");
    const before = site.store.find("reactions", (row) => row.subject === subject && row.content === known && row.author === viewer.user.login);
    if (before)
        return { reaction: before, created: false };
    const id = site.store.nextId();
    const reaction = site.store.put("reactions", id, {
        id,
        subject,
        content: known,
        author: viewer.user.login,
        createdAt: now(site),
    });
    return { reaction, created: true };
}
const reactionsTo = (site, subject) => site.store.filter("reactions", (row) => row.subject === subject);

;// CONCATENATED MODULE: ./lib/local/forge/operations/hierarchy.js
/** Sub-issues and dependencies between issues. Ids are database ids, not numbers. */



const MAX_CHILDREN = 100;
const MAX_DEPTH = 8;
const MAX_BLOCKERS = 50;
function getIssueById(site, id) {
    const issue = issueById(site, id);
    if (!issue)
        throw errors_notFound();
    return issue;
}
function addSubIssue(site, viewer, parent, childId, replaceParent) {
    const child = issueById(site, childId);
    if (!child || child.isPull)
        throw invalid("Issue", "sub_issue_id", "invalid", "The provided sub-issue does not exist", childId);
    if (site_repositoryById(site, child.repository).owner !== site_repositoryById(site, parent.repository).owner) {
        throw unprocessable("Sub-issue must belong to the same owner as its parent.");
    }
    if (child.parent === parent.id)
        throw unprocessable("An error occurred while adding the sub-issue to the parent issue. Issue may not contain duplicate sub-issues");
    if (child.parent !== null && !replaceParent) {
        throw unprocessable("An error occurred while adding the sub-issue to the parent issue. Sub issue may only have one parent");
    }
    if (parent.children.length >= MAX_CHILDREN)
        throw unprocessable("Parent cannot have more than 100 sub-issues");
    const above = ancestors(site, parent);
    if (child.id === parent.id || above.some((one) => one.id === child.id))
        throw unprocessable("Sub-issue would create a circular dependency");
    if (above.length + 1 >= MAX_DEPTH)
        throw unprocessable("Sub-issue hierarchy cannot exceed 8 levels");
    return site.store.transact(() => {
        if (child.parent !== null) {
            const former = getIssueById(site, child.parent);
            touchIssue(site, former, { children: former.children.filter((id) => id !== child.id) });
        }
        touchIssue(site, child, { parent: parent.id });
        const next = touchIssue(site, getIssueById(site, parent.id), {
            children: [...getIssueById(site, parent.id).children, child.id],
        });
        record(site, viewer, next, "sub_issue_added");
        record(site, viewer, child, "parent_issue_added");
        return next;
    });
}
function removeSubIssue(site, viewer, parent, childId) {
    if (!parent.children.includes(childId))
        throw errors_notFound();
    return site.store.transact(() => {
        const child = getIssueById(site, childId);
        touchIssue(site, child, { parent: null });
        record(site, viewer, child, "parent_issue_removed");
        const next = touchIssue(site, parent, { children: parent.children.filter((id) => id !== childId) });
        record(site, viewer, next, "sub_issue_removed");
        return next;
    });
}
function ancestors(site, issue) {
    const above = [];
    for (let at = issue.parent; at !== null;) {
        const parent = getIssueById(site, at);
        above.push(parent);
        at = parent.parent;
    }
    return above;
}
function addBlocker(site, viewer, issue, blockerId) {
    const blocker = issueById(site, blockerId);
    if (!blocker)
        throw errors_notFound();
    if (blocker.id === issue.id)
        throw unprocessable("An issue cannot be blocked by itself");
    if (issue.blockedBy.includes(blockerId))
        throw unprocessable("Target issue has already been taken");
    if (blocker.blockedBy.includes(issue.id))
        throw unprocessable("Dependency would create a cycle");
    if (issue.blockedBy.length >= MAX_BLOCKERS)
        throw new ApiError(422, "Issue has reached the maximum number of dependencies");
    return site.store.transact(() => {
        record(site, viewer, issue, "blocked_by_added");
        record(site, viewer, blocker, "blocking_added");
        touchIssue(site, issue, { blockedBy: [...issue.blockedBy, blockerId] });
        return blocker;
    });
}
function removeBlocker(site, viewer, issue, blockerId) {
    if (!issue.blockedBy.includes(blockerId))
        throw errors_notFound();
    return site.store.transact(() => {
        record(site, viewer, issue, "blocked_by_removed");
        touchIssue(site, issue, { blockedBy: issue.blockedBy.filter((id) => id !== blockerId) });
        return getIssueById(site, blockerId);
    });
}

;// CONCATENATED MODULE: ./lib/local/forge/rest/ask.js
/** Shared readings of a question: numbers in the path, the viewer as somebody, issue access. */



function numberIn(question, name) {
    const number = Number(question.parameters[name]);
    if (!Number.isInteger(number) || number < 0)
        throw errors_notFound();
    return number;
}
const textIn = (question, name) => question.parameters[name] ?? "";
const somebody = (question) => demandSomebody(question.viewer);
/** The issue of the path, for which a token needs `issues`, or for a pull request `pull-requests` or `issues`. */
function issueIn(question, need) {
    const issue = getIssue(question.site, question.repository, numberIn(question, "issue_number"));
    demand(question.viewer, question.repository, needFor(issue, need));
    return issue;
}
function needFor(issue, need) {
    if (need === "read")
        return issue.isPull ? ACCESS.readIssuesOrPulls : ACCESS.readIssues;
    if (need === "comment")
        return issue.isPull ? ACCESS.commentPulls : ACCESS.openIssues;
    return issue.isPull ? ACCESS.triagePulls : ACCESS.triageIssues;
}
const pullIn = (question) => getPull(question.site, question.repository, numberIn(question, "pull_number"));

;// CONCATENATED MODULE: ./lib/local/forge/graphql/views/actor.js
/** Users and bots. GraphQL names bots without the `[bot]` that REST writes. */




function actorView({ site }, login) {
    const user = userOf(site, login);
    const name = user.login.replace(/\[bot\]$/, "");
    const url = `${site.url}/${name}`;
    const bot = user.type === "Bot";
    return {
        __typename: bot ? "Bot" : "User",
        id: nodeId(bot ? "Bot" : "User", user.id),
        databaseId: user.id,
        login: name,
        url,
        resourcePath: `/${name}`,
        avatarUrl: `${site.url}/avatars/${user.id}`,
        createdAt: user.createdAt,
        ...(bot ? {} : { name: user.login, email: "" }),
    };
}
/** Fields typed `User`, which GitHub also fills for bots. */
function userView(context, login) {
    return { name: null, email: "", ...actorView(context, login), __typename: "User" };
}
const REACTION_NAMES = {
    "+1": "THUMBS_UP",
    "-1": "THUMBS_DOWN",
    laugh: "LAUGH",
    hooray: "HOORAY",
    confused: "CONFUSED",
    heart: "HEART",
    rocket: "ROCKET",
    eyes: "EYES",
};
const reactionContent = (name) => Object.entries(REACTION_NAMES).find(([, one]) => one === name)?.[0] ?? name;
/** `reactionGroups` and `reactions` of a subject. */
function reactionFields(context, subject) {
    const all = reactionsTo(context.site, subject);
    const groups = Object.entries(REACTION_NAMES).map(([content, name]) => {
        const rows = all.filter((row) => row.content === content);
        return {
            __typename: "ReactionGroup",
            content: name,
            createdAt: rows[0]?.createdAt ?? null,
            viewerHasReacted: rows.some((row) => row.author === context.viewer.user.login),
            users: (args) => connection(rows, args, "ReactingUserConnection", (row) => userView(context, row.author)),
            reactors: (args) => connection(rows, args, "ReactorConnection", (row) => actorView(context, row.author)),
        };
    });
    return {
        reactionGroups: groups,
        reactions: (args) => connection(all, args, "ReactionConnection", (row) => ({
            __typename: "Reaction",
            id: nodeId("Reaction", row.id),
            databaseId: row.id,
            content: REACTION_NAMES[row.content],
            createdAt: row.createdAt,
            user: userView(context, row.author),
        })),
    };
}

;// CONCATENATED MODULE: ./lib/local/forge/operations/reviews.js
/** Reviews: all-or-nothing comments, pending reviews, the rules about who may say what, dismissal. */






const STATES = {
    APPROVE: "APPROVED",
    REQUEST_CHANGES: "CHANGES_REQUESTED",
    COMMENT: "COMMENTED",
};
/** Submits a review with its comments, or leaves it pending without an event. One comment outside the diff refuses all. */
async function createReview(site, viewer, repository, number, wanted) {
    const pull = getPull(site, repository, number);
    checkBody("PullRequestReview", wanted.body);
    for (const comment of wanted.comments)
        checkBody("PullRequestReviewComment", comment.body);
    if (wanted.event)
        refuseEvent(site, viewer, repository, pull, wanted.event, wanted.body, wanted.comments.length > 0);
    if (pendingReview(site, viewer, pull))
        throw unprocessable("Unprocessable Entity", ["User can only have one pending review per pull request"]);
    const commit = await reviewedCommit(site, repository, pull, wanted.commit);
    const places = [];
    for (const comment of wanted.comments) {
        const located = await locate(site, repository, pull, comment);
        if ("refused" in located)
            throw unprocessable("Unprocessable Entity", [REFUSED[located.refused]]);
        places.push({ wanted: comment, located });
    }
    return site.store.transact(() => {
        const review = insertReview(site, viewer, pull, wanted.body, commit);
        for (const place of places)
            insertThread(site, viewer, pull, review, place.wanted, place.located);
        return wanted.event ? publish(site, viewer, repository, review, wanted.event) : review;
    });
}
const REFUSED = {
    path: "Path could not be resolved",
    line: "Line could not be resolved",
    start_line: "Start line must precede the end line and be part of the same hunk",
};
async function reviewedCommit(site, repository, pull, wanted) {
    if (wanted === undefined || wanted === pull.headSha)
        return pull.headSha;
    const git = site.git(repository);
    const sha = /^[0-9a-f]{40}$/.test(wanted) ? await resolveCommit(git, wanted) : undefined;
    if (!sha)
        throw unprocessable("Unprocessable Entity", ["The commit_id is not part of the pull request"]);
    return sha;
}
/** GitHub's rules on verdicts: nobody judges their own work, and Actions approves only where the setting allows it. */
function refuseEvent(site, viewer, repository, pull, event, body, hasComments) {
    const own = getIssue(site, repository, pull.number).author === viewer.user.login;
    if (event === "APPROVE" && own)
        throw unprocessable("Unprocessable Entity", ["Can not approve your own pull request"]);
    if (event === "REQUEST_CHANGES" && own)
        throw unprocessable("Unprocessable Entity", ["Review Can not request changes on your own pull request"]);
    if (event === "APPROVE" && viewer.kind === "job" && !repository.canCreatePulls) {
        throw unprocessable("Unprocessable Entity", [
            "GitHub Actions is not permitted to approve pull requests.",
        ]);
    }
    if (body === "" && (event === "REQUEST_CHANGES" || (event === "COMMENT" && !hasComments))) {
        throw unprocessable("Unprocessable Entity", ["Body can't be blank"]);
    }
}
function pendingReview(site, viewer, pull) {
    return site.store.find("reviews", (row) => row.repository === pull.repository &&
        row.number === pull.number &&
        row.state === "PENDING" &&
        row.author === viewer.user.login);
}
function insertReview(site, viewer, pull, body, commit) {
    const id = site.store.nextId();
    const time = now(site);
    return site.store.put("reviews", id, {
        id,
        repository: pull.repository,
        number: pull.number,
        author: viewer.user.login,
        body,
        state: "PENDING",
        commit,
        submittedAt: null,
        createdAt: time,
        updatedAt: time,
        edited: null,
    });
}
function insertThread(site, viewer, pull, review, wanted, located) {
    const id = site.store.nextId();
    const thread = {
        id,
        repository: pull.repository,
        number: pull.number,
        path: wanted.path,
        subject: wanted.subject,
        side: wanted.side,
        startSide: wanted.startLine === null ? null : (wanted.startSide ?? wanted.side),
        line: wanted.line,
        startLine: wanted.startLine,
        originalLine: wanted.line,
        originalStartLine: wanted.startLine,
        originalCommit: review.commit,
        commit: pull.headSha,
        position: located.position,
        originalPosition: located.position,
        outdated: false,
        hunk: located.hunk,
        resolvedBy: null,
    };
    site.store.put("threads", id, thread);
    return insertReviewComment(site, viewer, review, thread, null, wanted.body);
}
function insertReviewComment(site, viewer, review, thread, replyTo, body) {
    if (body.trim() === "")
        throw invalid("PullRequestReviewComment", "body", "missing_field");
    const id = site.store.nextId();
    const time = now(site);
    return site.store.put("reviewComments", id, {
        id,
        repository: review.repository,
        number: review.number,
        thread: thread.id,
        review: review.id,
        replyTo,
        author: viewer.user.login,
        body,
        createdAt: time,
        updatedAt: time,
        edited: null,
        minimized: null,
    });
}
/** Submits a pending review. */
function submitReview(site, viewer, repository, review, event, body) {
    if (review.state !== "PENDING")
        throw unprocessable("Could not submit review", ["Review has already been submitted"]);
    if (review.author !== viewer.user.login)
        throw errors_notFound();
    const text = body ?? review.body;
    const pull = getPull(site, repository, review.number);
    refuseEvent(site, viewer, repository, pull, event, text, commentsOfReview(site, review).length > 0);
    return site.store.transact(() => publish(site, viewer, repository, { ...review, body: text }, event));
}
function publish(site, viewer, repository, review, event) {
    const time = now(site);
    const next = site.store.put("reviews", review.id, {
        ...review,
        state: STATES[event],
        submittedAt: time,
        updatedAt: time,
    });
    const issue = touchIssue(site, getIssue(site, repository, review.number));
    record(site, viewer, issue, "reviewed", { commit: review.commit });
    const pull = getPull(site, repository, review.number);
    site.store.put("pulls", issueKey(repository.id, review.number), {
        ...pull,
        requestedReviewers: pull.requestedReviewers.filter((login) => login !== viewer.user.login),
    });
    site.later(() => emitReview(site, viewer, repository, next, "submitted"));
    for (const comment of commentsOfReview(site, review)) {
        const thread = site.store.get("threads", comment.thread);
        if (thread)
            site.later(() => emitReviewComment(site, viewer, repository, thread, comment, "created"));
    }
    return next;
}
function commentsOfReview(site, review) {
    return site.store.filter("reviewComments", (row) => row.review === review.id);
}
function getReview(site, repository, number, id) {
    const review = site.store.get("reviews", id);
    if (review?.repository !== repository.id || review.number !== number)
        throw errors_notFound();
    return review;
}
function dismissReview(site, viewer, repository, review, message) {
    if (review.state !== "APPROVED" && review.state !== "CHANGES_REQUESTED") {
        throw unprocessable("Unprocessable Entity", [
            `Can not dismiss a ${review.state.toLowerCase()} pull request review`,
        ]);
    }
    if (message.trim() === "")
        throw unprocessable("Unprocessable Entity", ["message is required"]);
    return site.store.transact(() => {
        const next = site.store.put("reviews", review.id, {
            ...review,
            state: "DISMISSED",
            updatedAt: now(site),
        });
        record(site, viewer, touchIssue(site, getIssue(site, repository, review.number)), "review_dismissed");
        site.later(() => emitReview(site, viewer, repository, next, "dismissed"));
        return next;
    });
}
function editReview(site, viewer, repository, review, body) {
    checkBody("PullRequestReview", body);
    const time = now(site);
    const next = site.store.put("reviews", review.id, {
        ...review,
        body,
        updatedAt: time,
        edited: { login: viewer.user.login, at: time },
    });
    site.later(() => emitReview(site, viewer, repository, next, "edited"));
    return next;
}
/** A single comment by REST: a review of its own, submitted at once. */
async function commentOnDiff(site, viewer, repository, number, commit, wanted) {
    const pull = getPull(site, repository, number);
    checkBody("PullRequestReviewComment", wanted.body);
    const located = await locate(site, repository, pull, wanted);
    if ("refused" in located) {
        const field = `pull_request_review_thread.${located.refused}`;
        throw new ApiError(422, "Validation Failed", {
            errors: [
                {
                    resource: "PullRequestReviewComment",
                    code: "custom",
                    field,
                    message: `${field} must be part of the diff`,
                },
            ],
        });
    }
    const sha = await reviewedCommit(site, repository, pull, commit);
    return site.store.transact(() => {
        const review = insertReview(site, viewer, pull, "", sha);
        const comment = insertThread(site, viewer, pull, review, wanted, located);
        publish(site, viewer, repository, review, "COMMENT");
        return comment;
    });
}
/** A reply outside of a pending review is a review of its own. */
function replyTo(site, viewer, repository, root, body, pending) {
    checkBody("PullRequestReviewComment", body);
    const thread = site.store.get("threads", root.thread);
    if (!thread)
        throw errors_notFound();
    const pull = getPull(site, repository, root.number);
    return site.store.transact(() => {
        const review = pending ?? insertReview(site, viewer, pull, "", pull.headSha);
        const comment = insertReviewComment(site, viewer, review, thread, root.id, body);
        if (!pending)
            publish(site, viewer, repository, review, "COMMENT");
        return comment;
    });
}
function getReviewComment(site, repository, id) {
    const comment = site.store.get("reviewComments", id);
    if (comment?.repository !== repository.id)
        throw errors_notFound();
    return comment;
}
function threadOf(site, comment) {
    const thread = site.store.get("threads", comment.thread);
    if (!thread)
        throw errors_notFound();
    return thread;
}
function updateReviewComment(site, viewer, repository, comment, body) {
    checkBody("PullRequestReviewComment", body);
    const time = now(site);
    const next = site.store.put("reviewComments", comment.id, {
        ...comment,
        body,
        updatedAt: time,
        edited: { login: viewer.user.login, at: time },
    });
    site.later(() => emitReviewComment(site, viewer, repository, threadOf(site, next), next, "edited"));
    return next;
}
/** Comments that the viewer may see: those of a pending review only by their author. */
function visibleReviewComments(site, login, pull) {
    return site.store.filter("reviewComments", (row) => {
        if (row.repository !== pull.repository || row.number !== pull.number)
            return false;
        return site.store.get("reviews", row.review)?.state !== "PENDING" || row.author === login;
    });
}
function visibleReviews(site, login, pull) {
    return site.store.filter("reviews", (row) => {
        if (row.repository !== pull.repository || row.number !== pull.number)
            return false;
        return row.state !== "PENDING" || row.author === login;
    });
}

;// CONCATENATED MODULE: ./lib/local/forge/http/replies.js
const ok = (body) => ({ status: 200, body });
const created = (body) => ({ status: 201, body });
const accepted = (body) => ({ status: 202, body });
const noContent = () => ({ status: 204 });
const DEFAULT_PAGE = 30;
const replies_MAX_PAGE = 100;
/** One page of the rows and its Link header. */
function pageOf(question, rows) {
    const size = Math.min(replies_MAX_PAGE, positive(question.query.get("per_page"), DEFAULT_PAGE));
    const page = positive(question.query.get("page"), 1);
    const last = Math.max(1, Math.ceil(rows.length / size));
    const links = [];
    const link = (number, name) => {
        const url = new URL(question.url);
        url.searchParams.set("page", String(number));
        links.push(`<${url.href}>; rel="${name}"`);
    };
    if (page > 1)
        link(Math.min(page - 1, last), "prev");
    if (page < last) {
        link(page + 1, "next");
        link(last, "last");
    }
    if (page > 1)
        link(1, "first");
    return {
        rows: rows.slice((page - 1) * size, page * size),
        headers: links.length > 0 ? { link: links.join(", ") } : {},
    };
}
function positive(text, fallback) {
    const number = Number(text ?? fallback);
    return Number.isInteger(number) && number > 0 ? number : fallback;
}
/** A list, one page of it. */
function list(question, rows, render) {
    const page = pageOf(question, rows);
    return { status: 200, body: page.rows.map(render), headers: page.headers };
}
/** A list whose rows take work to render. */
async function listLater(question, rows, render) {
    const page = pageOf(question, rows);
    return { status: 200, body: await Promise.all(page.rows.map(render)), headers: page.headers };
}
/** `{total_count, <name>: [...]}`, as Actions and checks answer. */
function counted(question, name, rows, render) {
    const page = pageOf(question, rows);
    return {
        status: 200,
        body: { total_count: rows.length, [name]: page.rows.map(render) },
        headers: page.headers,
    };
}

;// CONCATENATED MODULE: ./lib/local/forge/http/router.js



/** Parameters that may hold slashes. */
const GREEDY = new Set(["path", "ref", "branch", "basehead"]);
function route(line, answer) {
    const [method = "GET", template = "/"] = line.split(" ");
    return { method, template, answer };
}
/** A route below `/repos/{owner}/{repo}`; `access` is checked before it answers. */
function repositoryRoute(line, access, answer) {
    const [method = "GET", path = ""] = line.split(" ");
    const template = `/repos/{owner}/{repo}${path === "/" ? "" : path}`;
    return {
        method,
        template,
        answer: (question) => {
            const repository = findRepository(question.site, `${question.parameters.owner}/${question.parameters.repo}`);
            if (!repository)
                throw errors_notFound();
            demand(question.viewer, repository, access);
            return answer({ ...question, repository });
        },
    };
}
function createRouter(routes) {
    const compiled = routes.map((one) => ({ route: one, ...compile(one.template) }));
    return {
        routes,
        match: (method, path) => {
            for (const one of compiled) {
                if (one.route.method !== method)
                    continue;
                const found = one.pattern.exec(path);
                if (!found)
                    continue;
                const values = found.slice(1).map((value) => decode(value ?? ""));
                return {
                    route: one.route,
                    parameters: Object.fromEntries(one.names.map((name, index) => [name, values[index] ?? ""])),
                };
            }
            return undefined;
        },
    };
}
function compile(template) {
    const names = [];
    const source = template.replace(/\/\{(\w+)\}/g, (_, name) => {
        names.push(name);
        if (name === "path")
            return "(?:/(.*))?";
        return GREEDY.has(name) ? "/(.+)" : "/([^/]+)";
    });
    return { pattern: new RegExp(`^${source}/?$`), names };
}
function decode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}

;// CONCATENATED MODULE: ./lib/local/forge/rest/serialize/git.js





const UNSIGNED = { verified: false, reason: "unsigned", signature: null, payload: null, verified_at: null };
/** The account behind a commit: by its noreply address, else nobody. */
function accountOf(site, signature) {
    const [, login] = /^\d+\+(.+)@users\.noreply\.github\.com$/.exec(signature.email) ?? [];
    const user = findUser(site, login ?? signature.name);
    return user ? userJson(site, user) : null;
}
const signatureJson = ({ name, email, date }) => ({ name, email, date });
/** `commit`, without statistics and files. */
async function commitJson(site, repository, sha) {
    const commit = await readCommit(site.git(repository), sha);
    const api = repoApi(site, repository);
    return {
        sha,
        node_id: nodeId("Commit", `${repository.id}:${sha}`),
        commit: {
            author: signatureJson(commit.author),
            committer: signatureJson(commit.committer),
            message: commit.message,
            tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
            url: `${api}/git/commits/${sha}`,
            comment_count: 0,
            verification: UNSIGNED,
        },
        url: `${api}/commits/${sha}`,
        html_url: `${repoPage(site, repository)}/commit/${sha}`,
        comments_url: `${api}/commits/${sha}/comments`,
        author: accountOf(site, commit.author),
        committer: accountOf(site, commit.committer),
        parents: commit.parents.map((parent) => ({
            sha: parent,
            url: `${api}/commits/${parent}`,
            html_url: `${repoPage(site, repository)}/commit/${parent}`,
        })),
    };
}
const EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
/** The files that a commit changed against its first parent. */
async function filesOfCommit(site, repository, commit) {
    return diffFiles(site.git(repository), commit.parents[0] ?? EMPTY_TREE, commit.sha);
}
/** `git-commit` */
async function gitCommitJson(site, repository, sha) {
    const commit = await readCommit(site.git(repository), sha);
    const api = repoApi(site, repository);
    const page = repoPage(site, repository);
    return {
        sha,
        node_id: nodeId("Commit", `${repository.id}:${sha}`),
        url: `${api}/git/commits/${sha}`,
        html_url: `${page}/commit/${sha}`,
        author: signatureJson(commit.author),
        committer: signatureJson(commit.committer),
        tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
        message: commit.message,
        parents: commit.parents.map((parent) => ({
            sha: parent,
            url: `${api}/git/commits/${parent}`,
            html_url: `${page}/commit/${parent}`,
        })),
        verification: UNSIGNED,
    };
}
/** `git-ref` */
function refJson(site, repository, ref, sha) {
    const api = repoApi(site, repository);
    return {
        ref,
        node_id: nodeId("Ref", `${repository.id}:${ref}`),
        url: `${api}/git/${ref}`,
        object: { type: "commit", sha, url: `${api}/git/commits/${sha}` },
    };
}
/** `status` */
function statusJson(site, repository, status) {
    return {
        url: `${repoApi(site, repository)}/statuses/${status.sha}`,
        avatar_url: `${site.url}/avatars/${status.creator}`,
        id: status.id,
        node_id: nodeId("StatusContext", status.id),
        state: status.state,
        description: status.description,
        target_url: status.targetUrl,
        context: status.context,
        created_at: status.createdAt,
        updated_at: status.createdAt,
        creator: loginJson(site, status.creator),
    };
}
/** `simple-commit-status`: what the combined status lists. */
function simpleStatusJson(site, repository, status) {
    const { creator: _creator, ...rest } = statusJson(site, repository, status);
    return { ...rest, required: false };
}
/** `check-run` */
function checkRunJson(site, repository, check) {
    const api = repoApi(site, repository);
    const job = site.store.get("jobs", check.id);
    const url = `${api}/check-runs/${check.id}`;
    return {
        id: check.id,
        head_sha: check.sha,
        node_id: nodeId("CheckRun", check.id),
        external_id: check.externalId,
        url,
        html_url: check.detailsUrl ?? `${repoPage(site, repository)}/runs/${check.id}`,
        details_url: check.detailsUrl,
        status: check.status,
        conclusion: check.conclusion,
        started_at: check.startedAt,
        completed_at: check.completedAt,
        output: {
            title: check.title,
            summary: check.summary,
            text: check.text,
            annotations_count: job?.annotations.length ?? 0,
            annotations_url: `${url}/annotations`,
        },
        name: check.name,
        check_suite: { id: job?.runId ?? check.repository },
        app: actionsApp(site),
        pull_requests: [],
    };
}
/** The GitHub Actions app, which owns all check runs here. */
function actionsApp(site) {
    return {
        id: 15368,
        slug: "github-actions",
        node_id: nodeId("App", 15368),
        client_id: "Iv1.actions",
        owner: loginJson(site, "github"),
        name: "GitHub Actions",
        description: "Automate your workflow from idea to production",
        external_url: "https://help.github.com/en/actions",
        html_url: `${site.url}/apps/github-actions`,
        created_at: "2018-07-30T09:30:17Z",
        updated_at: "2024-04-10T20:33:16Z",
        permissions: { actions: "write", checks: "write", contents: "write", metadata: "read" },
        events: [],
    };
}
/** The short branch of a list. */
function shortBranchJson(site, repository, name, sha) {
    return {
        name,
        commit: { sha, url: `${repoApi(site, repository)}/commits/${sha}` },
        protected: repository.rules.length > 0 && name === repository.defaultBranch,
    };
}
/** `branch-with-protection` */
async function branchJson(site, repository, name, sha) {
    const api = `${repoApi(site, repository)}/branches/${encodeURIComponent(name)}`;
    return {
        ...shortBranchJson(site, repository, name, sha),
        commit: await commitJson(site, repository, sha),
        _links: { self: api, html: `${repoPage(site, repository)}/tree/${name}` },
        protection: {
            enabled: false,
            required_status_checks: { enforcement_level: "off", contexts: [], checks: [] },
        },
        protection_url: `${api}/protection`,
    };
}

;// CONCATENATED MODULE: ./lib/local/forge/rest/pulls.js














const pullRoutes = [
    repositoryRoute("GET /pulls", ACCESS.readPulls, (question) => list(question, selectPulls(question), (pull) => simplePullJson(question.site, question.repository, pull))),
    repositoryRoute("POST /pulls", { ...ACCESS.writePulls, role: "read" }, async (question) => {
        const { site, repository, body } = question;
        const wanted = {
            title: requiredText(body, "title"),
            body: nullableText(body, "body") ?? null,
            head: requiredText(body, "head"),
            base: requiredText(body, "base"),
            draft: optionalFlag(body, "draft") ?? false,
        };
        return created(await fullPull(site, repository, await createPull(site, somebody(question), repository, wanted)));
    }),
    repositoryRoute("GET /pulls/{pull_number}", ACCESS.readPulls, async (question) => {
        const pull = pullIn(question);
        if (/\.(diff|patch)\b/.test(question.accept))
            return rawDiff(question, pull);
        return ok(await readPull(question.site, question.repository, pull));
    }),
    repositoryRoute("PATCH /pulls/{pull_number}", ACCESS.metadata, async (question) => {
        const { site, repository, body } = question;
        const pull = pullIn(question);
        const actor = somebody(question);
        const own = actor.kind === "person" && getIssue(site, repository, pull.number).author === actor.user.login;
        if (!own && !may(actor, repository, ACCESS.writePulls))
            throw actor.kind === "job" ? notAccessible() : mustHavePush();
        const next = await updatePull(site, actor, repository, pull.number, {
            title: optionalText(body, "title"),
            body: nullableText(body, "body"),
            base: optionalText(body, "base"),
            state: optionalChoice(body, "state", ["open", "closed"]),
        });
        return ok(await fullPull(site, repository, next));
    }),
    repositoryRoute("GET /pulls/{pull_number}/files", ACCESS.readPulls, async (question) => {
        const { site, repository } = question;
        const pull = pullIn(question);
        return list(question, await pullFiles(site, repository, pull), (file) => fileJson(site, repository, pull.headSha, file));
    }),
    repositoryRoute("GET /pulls/{pull_number}/commits", ACCESS.readPulls, async (question) => {
        const { site, repository } = question;
        const pull = pullIn(question);
        const base = await pullBase(site, repository, pull);
        const shas = (await listCommits(site.git(repository), [pull.headSha, `^${base}`])).reverse();
        return listLater(question, shas, (sha) => commitJson(site, repository, sha));
    }),
    repositoryRoute("GET /pulls/{pull_number}/merge", ACCESS.readPulls, (question) => {
        if (!pullIn(question).merged)
            throw new ApiError(404, "Not Found");
        return noContent();
    }),
    repositoryRoute("PUT /pulls/{pull_number}/merge", ACCESS.writeContents, async (question) => {
        const { site, repository, body } = question;
        const sha = await mergePull(site, somebody(question), repository, pullIn(question).number, {
            method: optionalChoice(body, "merge_method", ["merge", "squash", "rebase"]) ?? "merge",
            sha: optionalText(body, "sha"),
            title: optionalText(body, "commit_title"),
            message: optionalText(body, "commit_message"),
        });
        return ok({ sha, merged: true, message: "Pull Request successfully merged" });
    }),
    repositoryRoute("PUT /pulls/{pull_number}/update-branch", { ...ACCESS.writePulls, role: "read" }, async (question) => {
        const { site, repository, body } = question;
        const number = pullIn(question).number;
        await updateBranch(site, somebody(question), repository, number, optionalText(body, "expected_head_sha"));
        return accepted({
            message: "Updating pull request branch.",
            url: `${repoPage(site, repository)}/pull/${number}`,
        });
    }),
    repositoryRoute("GET /pulls/{pull_number}/requested_reviewers", ACCESS.readPulls, (question) => ok({
        users: pullIn(question).requestedReviewers.map((login) => loginJson(question.site, login)),
        teams: [],
    })),
    repositoryRoute("POST /pulls/{pull_number}/requested_reviewers", ACCESS.writePulls, (question) => {
        const { site, repository, body } = question;
        const logins = optionalTexts(body, "reviewers") ?? [];
        if ((optionalTexts(body, "team_reviewers") ?? []).length > 0)
            throw unprocessable("Could not resolve to a node with the team's slug.");
        return created(simplePullJson(site, repository, requestReviewers(site, somebody(question), repository, pullIn(question).number, logins)));
    }),
    repositoryRoute("DELETE /pulls/{pull_number}/requested_reviewers", ACCESS.writePulls, (question) => {
        const { site, repository, body } = question;
        const logins = optionalTexts(body, "reviewers") ?? [];
        return ok(simplePullJson(site, repository, unrequestReviewers(site, somebody(question), repository, pullIn(question).number, logins)));
    }),
];
function selectPulls({ site, repository, query }) {
    const state = query.get("state") ?? "open";
    const head = query.get("head");
    const base = query.get("base");
    const rows = site.store.filter("pulls", (pull) => {
        if (pull.repository !== repository.id)
            return false;
        if (state !== "all" && getIssue(site, repository, pull.number).state !== state)
            return false;
        if (head && head !== `${site_repositoryById(site, pull.headRepository).owner}:${pull.headRef}`)
            return false;
        return !base || pull.baseRef === base;
    });
    const by = query.get("sort") === "updated" ? "updatedAt" : "createdAt";
    const direction = query.get("direction") ?? (query.has("sort") && query.get("sort") !== "created" ? "asc" : "desc");
    rows.sort((one, other) => getIssue(site, repository, one.number)[by].localeCompare(getIssue(site, repository, other.number)[by]) || one.number - other.number);
    return direction === "asc" ? rows : rows.reverse();
}
/** With the counts; mergeability is whatever is known by now. */
async function fullPull(site, repository, pull) {
    return pullJson(site, repository, pull, await numbersOf(site, repository, pull));
}
/** Commits of which a reader was already told that mergeability is being computed. */
const announced = new WeakMap();
/** GitHub computes mergeability when somebody asks: the first answer after a change is null, the next has the value. */
async function isMergeabilityKnown(site, repository, pull) {
    const seen = announced.get(site) ?? new Set();
    announced.set(site, seen);
    const key = `${repository.id} ${pull.number} ${pull.headSha} ${branchHead(site, repository, pull.baseRef)}`;
    const known = seen.has(key);
    seen.add(key);
    await testMerge(site, repository, pull.number);
    return known;
}
async function readPull(site, repository, pull) {
    const known = await isMergeabilityKnown(site, repository, pull);
    const fresh = getPull(site, repository, pull.number);
    const numbers = await numbersOf(site, repository, fresh);
    const open = mergeableOf(site, repository, fresh) !== null;
    return pullJson(site, repository, fresh, known || !open ? numbers : { ...numbers, mergeable: null, mergeableState: "unknown" });
}
async function rawDiff(question, pull) {
    const git = question.site.git(question.repository);
    const base = await pullBase(question.site, question.repository, pull);
    const patch = /\.patch\b/.test(question.accept);
    const range = `${base}..${pull.headSha}`;
    const result = await git.run(patch ? ["format-patch", "--stdout", range] : ["diff", "--no-ext-diff", "-M", base, pull.headSha]);
    const type = patch ? "application/vnd.github.patch" : "application/vnd.github.diff";
    return { status: 200, body: result.stdout, headers: { "content-type": `${type}; charset=utf-8` } };
}
/** `diff-entry` */
function fileJson(site, repository, sha, file) {
    const path = file.path.split("/").map(encodeURIComponent).join("/");
    return {
        sha: file.sha,
        filename: file.path,
        status: file.status,
        additions: file.additions,
        deletions: file.deletions,
        changes: file.additions + file.deletions,
        blob_url: `${repoPage(site, repository)}/blob/${sha}/${path}`,
        raw_url: `${repoPage(site, repository)}/raw/${sha}/${path}`,
        contents_url: `${repoApi(site, repository)}/contents/${path}?ref=${sha}`,
        ...(file.patch === undefined ? {} : { patch: file.patch }),
        ...(file.previousPath === undefined ? {} : { previous_filename: file.previousPath }),
    };
}

;// CONCATENATED MODULE: ./lib/local/forge/graphql/views/repository.js
/** Repositories and what hangs below them. */













function repositoryView(context, repository) {
    const { site, viewer } = context;
    const url = repoPage(site, repository);
    const git = site.git(repository);
    const head = branchHead(site, repository, repository.defaultBranch);
    const role = viewer.kind === "job" ? "write" : roleOf(repository, viewer.user.login);
    return {
        __typename: "Repository",
        id: nodeId("Repository", repository.id),
        databaseId: repository.id,
        name: repository.name,
        nameWithOwner: fullName(repository),
        owner: () => ownerView(context, repository.owner),
        url,
        resourcePath: `/${fullName(repository)}`,
        sshUrl: `${url}.git`,
        description: repository.description,
        homepageUrl: null,
        isPrivate: repository.private,
        visibility: repository.private ? "PRIVATE" : "PUBLIC",
        isFork: false,
        isArchived: false,
        isTemplate: false,
        isMirror: false,
        isEmpty: head === undefined,
        isDisabled: false,
        isInOrganization: false,
        isLocked: false,
        isSecurityPolicyEnabled: false,
        hasIssuesEnabled: true,
        hasWikiEnabled: false,
        hasProjectsEnabled: false,
        hasDiscussionsEnabled: false,
        isBlankIssuesEnabled: true,
        isUserConfigurationRepository: false,
        mirrorUrl: null,
        openGraphImageUrl: "",
        usesCustomOpenGraphImage: false,
        diskUsage: 0,
        forkCount: 0,
        stargazerCount: 0,
        createdAt: repository.createdAt,
        updatedAt: repository.updatedAt,
        pushedAt: repository.pushedAt,
        archivedAt: null,
        parent: null,
        templateRepository: null,
        licenseInfo: null,
        codeOfConduct: null,
        primaryLanguage: null,
        latestRelease: null,
        contributingGuidelines: null,
        fundingLinks: [],
        issueTemplates: [],
        pullRequestTemplates: [],
        contactLinks: [],
        securityPolicyUrl: null,
        viewerPermission: role === "none" ? (repository.private ? null : "READ") : role.toUpperCase(),
        viewerCanAdminister: role === "admin",
        viewerDefaultCommitEmail: null,
        viewerDefaultMergeMethod: "MERGE",
        viewerHasStarred: false,
        viewerPossibleCommitEmails: null,
        viewerSubscription: "UNSUBSCRIBED",
        viewerCanSubscribe: true,
        viewerCanUpdateTopics: false,
        mergeCommitAllowed: repository.merge.mergeCommit,
        squashMergeAllowed: repository.merge.squash,
        rebaseMergeAllowed: repository.merge.rebase,
        autoMergeAllowed: false,
        deleteBranchOnMerge: repository.merge.deleteBranchOnMerge,
        forkingAllowed: true,
        webCommitSignoffRequired: false,
        defaultBranchRef: head
            ? () => refView(context, repository, `refs/heads/${repository.defaultBranch}`, head)
            : null,
        ref: (args) => {
            const wanted = context_text(args, "qualifiedName");
            const ref = [wanted, `refs/${wanted}`, `refs/heads/${wanted}`, `refs/tags/${wanted}`].find((name) => git.refs.has(name));
            const sha = ref && git.refs.get(ref);
            return ref && sha ? refView(context, repository, ref, sha) : null;
        },
        refs: (args) => {
            const prefix = context_text(args, "refPrefix");
            const query = maybeText(args, "query") ?? "";
            const rows = [...git.refs].filter(([ref]) => ref.startsWith(prefix) && ref.includes(query));
            return connection(rows, args, "RefConnection", ([ref, sha]) => refView(context, repository, ref, sha));
        },
        object: (args) => objectView(context, repository, maybeText(args, "expression") ?? context_text(args, "oid")),
        label: (args) => {
            const label = findLabel(site, repository, context_text(args, "name"));
            return label ? labelView(context, label) : null;
        },
        labels: (args) => {
            const query = (maybeText(args, "query") ?? "").toLowerCase();
            const rows = repositoryLabels(context, repository.id).filter((label) => `${label.name} ${label.description ?? ""}`.toLowerCase().includes(query));
            return labelConnection(context, rows, args);
        },
        issue: (args) => issueView(context, numbered(context, repository, args, "Issue")),
        issueOrPullRequest: (args) => issueOrPullView(context, numbered(context, repository, args, "issue or pull request")),
        pullRequest: (args) => pullView(context, pullNumbered(context, repository, args)),
        issues: (args) => issues(context, repository, args),
        pullRequests: (args) => pulls(context, repository, args),
        assignableUsers: (args) => people(context, repository, args),
        mentionableUsers: (args) => people(context, repository, args),
        collaborators: (args) => ({
            ...people(context, repository, args),
            __typename: "RepositoryCollaboratorConnection",
        }),
        milestones: (args) => connection([], args, "MilestoneConnection", () => null),
        milestone: null,
        projects: (args) => connection([], args, "ProjectConnection", () => null),
        projectsV2: (args) => connection([], args, "ProjectV2Connection", () => null),
        languages: (args) => connection([], args, "LanguageConnection", () => null, { totalSize: 0 }),
        repositoryTopics: (args) => connection([], args, "RepositoryTopicConnection", () => null),
        releases: (args) => connection([], args, "ReleaseConnection", () => null),
        watchers: (args) => connection([], args, "UserConnection", () => null),
        stargazers: (args) => connection([], args, "StargazerConnection", () => null),
        forks: (args) => connection([], args, "RepositoryConnection", () => null, { totalDiskUsage: 0 }),
        branchProtectionRules: (args) => connection([], args, "BranchProtectionRuleConnection", () => null),
    };
}
function ownerView(context, login) {
    return userView(context, login);
}
function missing(kind, number) {
    return new ApiError(404, `Could not resolve to ${/^[aeiou]/i.test(kind) ? "an" : "a"} ${kind} with the number of ${number}.`);
}
function numbered(context, repository, args, kind) {
    const issue = findIssue(context.site, repository, Number(args.number));
    if (!issue || (kind === "Issue" && issue.isPull))
        throw missing(kind, args.number);
    demand(context.viewer, repository, issue.isPull ? ACCESS.readIssuesOrPulls : ACCESS.readIssues);
    return issue;
}
function pullNumbered(context, repository, args) {
    demand(context.viewer, repository, ACCESS.readPulls);
    const pull = findPull(context.site, repository, Number(args.number));
    if (!pull)
        throw missing("PullRequest", args.number);
    return pull;
}
function issues(context, repository, args) {
    demand(context.viewer, repository, ACCESS.readIssues);
    demandBounds(args, "issues");
    const filter = isRecord(args.filterBy) ? args.filterBy : {};
    const states = texts(args, "states") ?? texts(filter, "states");
    const wanted = (texts(args, "labels") ?? texts(filter, "labels"))?.map((name) => name.toLowerCase());
    const author = maybeText(filter, "createdBy");
    const assignee = maybeText(filter, "assignee");
    const rows = context.site.store.filter("issues", (issue) => {
        if (issue.repository !== repository.id ||
            issue.isPull ||
            (states && !states.includes(issue.state.toUpperCase())))
            return false;
        if (author && issue.author !== author)
            return false;
        if (assignee && !issue.assignees.includes(assignee))
            return false;
        const names = labelsOf(context.site, issue).map((label) => label.name.toLowerCase());
        return !wanted || wanted.some((name) => names.includes(name));
    });
    return connection(ordered(rows, args, (issue) => issue), args, "IssueConnection", (issue) => issueView(context, issue));
}
function pulls(context, repository, args) {
    demand(context.viewer, repository, ACCESS.readPulls);
    demandBounds(args, "pullRequests");
    const states = texts(args, "states");
    const wanted = texts(args, "labels")?.map((name) => name.toLowerCase());
    const head = maybeText(args, "headRefName");
    const base = maybeText(args, "baseRefName");
    const issueOf = (pull) => findIssue(context.site, repository, pull.number);
    const rows = context.site.store.filter("pulls", (pull) => {
        const issue = issueOf(pull);
        if (pull.repository !== repository.id || !issue)
            return false;
        const state = pull.merged ? "MERGED" : issue.state.toUpperCase();
        if ((states && !states.includes(state)) ||
            (head && pull.headRef !== head) ||
            (base && pull.baseRef !== base))
            return false;
        const names = labelsOf(context.site, issue).map((label) => label.name.toLowerCase());
        return !wanted || wanted.some((name) => names.includes(name));
    });
    return connection(ordered(rows, args, issueOf), args, "PullRequestConnection", (pull) => pullView(context, pull));
}
function ordered(rows, args, issueOf) {
    const order = isRecord(args.orderBy) ? args.orderBy : {};
    const field = order.field === "UPDATED_AT" ? "updatedAt" : "createdAt";
    const sorted = rows.sort((one, other) => {
        const [left, right] = [issueOf(one), issueOf(other)];
        return ((left?.[field] ?? "").localeCompare(right?.[field] ?? "") || (left?.number ?? 0) - (right?.number ?? 0));
    });
    return order.direction === "DESC" ? sorted.reverse() : sorted;
}
function people(context, repository, args) {
    const logins = [
        repository.owner,
        ...Object.keys(repository.roles).filter((login) => repository.roles[login] !== "none"),
    ];
    return connection(logins, args, "UserConnection", (login) => userView(context, login));
}
/** `HEAD:path`, a SHA, a branch: a blob, tree or commit. */
async function objectView(context, repository, expression) {
    demand(context.viewer, repository, ACCESS.readContents);
    const git = context.site.git(repository);
    const [revision = "", ...path] = expression.split(":");
    const sha = revision === "HEAD"
        ? branchHead(context.site, repository, repository.defaultBranch)
        : await resolveCommit(git, revision);
    const object = await git.read(path.length > 0 && sha ? `${sha}:${path.join(":")}` : (sha ?? revision));
    if (!object)
        return null;
    if (object.type === "commit")
        return commitView(context, repository, object.sha);
    const shared = {
        oid: object.sha,
        abbreviatedOid: object.sha.slice(0, 7),
        commitUrl: "",
        commitResourcePath: "",
        repository: () => repositoryView(context, repository),
    };
    if (object.type === "blob") {
        const binary = object.content.subarray(0, 8000).includes(0);
        return {
            __typename: "Blob",
            id: nodeId("Blob", `${repository.id}:${object.sha}`),
            ...shared,
            text: binary ? null : object.content.toString("utf8"),
            isBinary: binary,
            byteSize: object.content.length,
            isTruncated: false,
        };
    }
    return {
        __typename: "Tree",
        id: nodeId("Tree", `${repository.id}:${object.sha}`),
        ...shared,
        entries: async () => (await listTree(git, object.sha, false)).map((entry) => ({
            __typename: "TreeEntry",
            name: entry.path,
            path: path.length > 0 && path[0] !== "" ? `${path.join(":")}/${entry.path}` : entry.path,
            type: entry.type,
            mode: Number.parseInt(entry.mode, 8),
            oid: entry.sha,
            object: () => objectView(context, repository, entry.sha),
        })),
    };
}
function isRecord(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./lib/local/forge/graphql/views/issue.js
/** Issues, labels and comments, and what pull requests share with issues. */










function labelView(context, label) {
    const repository = site_repositoryById(context.site, label.repository);
    const url = `${repoPage(context.site, repository)}/labels/${encodeURIComponent(label.name)}`;
    return {
        __typename: "Label",
        id: nodeId("Label", label.id),
        name: label.name,
        color: label.color,
        description: label.description,
        isDefault: false,
        createdAt: repository.createdAt,
        updatedAt: repository.createdAt,
        url,
        resourcePath: new URL(url).pathname,
        repository: () => repositoryView(context, repository),
    };
}
const labelConnection = (context, labels, args) => connection(labels, args, "LabelConnection", (label) => labelView(context, label));
const repositoryLabels = (context, repositoryId) => labelsIn(context.site, site_repositoryById(context.site, repositoryId));
/** `editor`, `lastEditedAt`, `includesCreatedEdit`. */
function editFields(context, edited) {
    return {
        editor: edited ? () => actorView(context, edited.login) : null,
        lastEditedAt: edited?.at ?? null,
        includesCreatedEdit: edited !== null,
    };
}
function commentView(context, comment) {
    const { site, viewer } = context;
    const repository = site_repositoryById(site, comment.repository);
    const isPull = findPull(site, repository, comment.number) !== undefined;
    const url = `${repoPage(site, repository)}/${isPull ? "pull" : "issues"}/${comment.number}#issuecomment-${comment.id}`;
    const own = viewer.user.login === comment.author;
    return {
        __typename: "IssueComment",
        id: nodeId("IssueComment", comment.id),
        databaseId: comment.id,
        fullDatabaseId: String(comment.id),
        body: comment.body,
        bodyText: comment.body,
        url,
        resourcePath: new URL(url).pathname,
        author: () => actorView(context, comment.author),
        authorAssociation: association(repository, comment.author),
        createdAt: comment.createdAt,
        updatedAt: comment.updatedAt,
        publishedAt: comment.createdAt,
        isMinimized: comment.minimized !== null,
        minimizedReason: comment.minimized?.toLowerCase() ?? null,
        viewerDidAuthor: own,
        viewerCanUpdate: own || may(viewer, repository, ACCESS.triageIssues),
        viewerCanDelete: own,
        repository: () => repositoryView(context, repository),
        ...editFields(context, comment.edited),
        ...reactionFields(context, `comment:${comment.id}`),
    };
}
/** Fields that issues and pull requests have alike. */
function sharedFields(context, issue) {
    const { site, viewer } = context;
    const repository = site_repositoryById(site, issue.repository);
    const url = issueUrl(site, repository, issue);
    const people = (logins, args) => connection(logins, args, "UserConnection", (login) => userView(context, login));
    const editable = viewer.user.login === issue.author || may(viewer, repository, ACCESS.triageIssues);
    return {
        number: issue.number,
        title: issue.title,
        body: issue.body ?? "",
        bodyText: issue.body ?? "",
        bodyHTML: issue.body ?? "",
        url,
        resourcePath: new URL(url).pathname,
        author: () => actorView(context, issue.author),
        authorAssociation: association(repository, issue.author),
        createdAt: issue.createdAt,
        updatedAt: issue.updatedAt,
        publishedAt: issue.createdAt,
        closedAt: issue.closedAt,
        closed: issue.state === "closed",
        locked: issue.locked,
        activeLockReason: issue.lockReason?.toUpperCase().replace(/[ -]/g, "_") ?? null,
        labels: (args) => labelConnection(context, labelsOf(site, issue), args),
        assignees: (args) => people(issue.assignees, args),
        participants: (args) => people([...new Set([issue.author, ...commentsOf(site, issue).map((comment) => comment.author)])], args),
        comments: (args) => connection(commentsOf(site, issue), args, "IssueCommentConnection", (comment) => commentView(context, comment)),
        milestone: null,
        projectCards: (args) => connection([], args, "ProjectCardConnection", () => null),
        projectItems: (args) => connection([], args, "ProjectV2ItemConnection", () => null),
        timelineItems: (args) => timeline(context, issue, args),
        repository: () => repositoryView(context, repository),
        viewerDidAuthor: viewer.user.login === issue.author,
        viewerCanUpdate: editable,
        viewerCanReact: true,
        viewerSubscription: "UNSUBSCRIBED",
        viewerCanSubscribe: true,
        viewerCanClose: editable,
        viewerCanReopen: editable,
        ...editFields(context, issue.edited),
        ...reactionFields(context, `issue:${issue.id}`),
    };
}
const EVENT_TYPES = {
    labeled: "LabeledEvent",
    unlabeled: "UnlabeledEvent",
    closed: "ClosedEvent",
    reopened: "ReopenedEvent",
    assigned: "AssignedEvent",
    unassigned: "UnassignedEvent",
    renamed: "RenamedTitleEvent",
    locked: "LockedEvent",
    unlocked: "UnlockedEvent",
    merged: "MergedEvent",
    ready_for_review: "ReadyForReviewEvent",
    convert_to_draft: "ConvertToDraftEvent",
};
const itemTypeOf = (typename) => typename.replace(/([a-z])([A-Z])/g, "$1_$2").toUpperCase();
function timeline(context, issue, args) {
    const wanted = texts(args, "itemTypes");
    const since = typeof args.since === "string" ? args.since : "";
    const items = [];
    for (const row of context.site.store.all("happenings")) {
        const type = EVENT_TYPES[row.event];
        if (row.repository !== issue.repository || row.number !== issue.number || type === undefined)
            continue;
        items.push({ type, at: row.createdAt, id: row.id, view: () => happeningView(context, issue, row, type) });
    }
    for (const comment of commentsOf(context.site, issue)) {
        items.push({
            type: "IssueComment",
            at: comment.createdAt,
            id: comment.id,
            view: () => commentView(context, comment),
        });
    }
    const chosen = items.filter((item) => item.at >= since && (!wanted || wanted.includes(itemTypeOf(item.type))));
    chosen.sort((one, other) => one.at.localeCompare(other.at) || one.id - other.id);
    const counts = { filteredCount: chosen.length, pageCount: chosen.length, updatedAt: issue.updatedAt };
    return connection(chosen, args, issue.isPull ? "PullRequestTimelineItemsConnection" : "IssueTimelineItemsConnection", (item) => item.view(), counts);
}
function happeningView(context, issue, row, type) {
    const subject = () => (issue.isPull ? issueOrPullView(context, issue) : issueView(context, issue));
    const label = row.label;
    return {
        __typename: type,
        id: nodeId("Event", row.id),
        actor: () => actorView(context, row.actor),
        createdAt: row.createdAt,
        ...(label
            ? {
                label: () => labelView(context, { id: row.id, repository: issue.repository, description: null, ...label }),
                labelable: subject,
            }
            : {}),
        ...(row.rename ? { previousTitle: row.rename.from, currentTitle: row.rename.to, subject } : {}),
        ...(row.subject === null
            ? {}
            : {
                assignee: () => userView(context, row.subject ?? ""),
                user: () => userView(context, row.subject ?? ""),
                assignable: subject,
            }),
        ...(type === "ClosedEvent"
            ? { closable: subject, stateReason: issue.stateReason?.toUpperCase() ?? null, closer: null }
            : {}),
        ...(type === "ReopenedEvent" ? { closable: subject, stateReason: "REOPENED" } : {}),
        ...(type === "LockedEvent" ? { lockable: subject, lockReason: null } : {}),
        ...(type === "MergedEvent" ? { pullRequest: subject, mergeRefName: "" } : {}),
        ...(type === "ReadyForReviewEvent" || type === "ConvertToDraftEvent" ? { pullRequest: subject } : {}),
    };
}
function issueView(context, issue) {
    const { site, viewer } = context;
    const repository = site_repositoryById(site, issue.repository);
    const children = () => issue.children.map((id) => issueById(site, id)).filter((child) => child !== undefined);
    const done = () => children().filter((child) => child.state === "closed").length;
    const total = issue.children.length;
    return {
        __typename: "Issue",
        id: nodeId("Issue", issue.id),
        databaseId: issue.id,
        fullDatabaseId: String(issue.id),
        state: issue.state.toUpperCase(),
        stateReason: issue.stateReason?.toUpperCase() ?? null,
        isPinned: false,
        isReadByViewer: true,
        ...sharedFields(context, issue),
        subIssues: (args) => connection(children(), args, "IssueConnection", (child) => issueView(context, child)),
        subIssuesSummary: () => ({
            __typename: "SubIssuesSummary",
            total,
            completed: done(),
            percentCompleted: total === 0 ? 0 : Math.floor((100 * done()) / total),
        }),
        parent: () => {
            const parent = issue.parent === null ? undefined : issueById(site, issue.parent);
            return parent ? issueView(context, parent) : null;
        },
        closedByPullRequestsReferences: (args) => connection(closers(context, issue), args, "PullRequestConnection", (pull) => pullView(context, pull)),
        viewerCanLabel: may(viewer, repository, ACCESS.triageIssues),
        viewerCanDelete: hasRole(repository, viewer.user.login, "admin"),
    };
}
function closers({ site }, issue) {
    return site.store.filter("pulls", (pull) => {
        if (pull.repository !== issue.repository)
            return false;
        const body = site.store.get("issues", `${pull.repository}#${pull.number}`)?.body ?? "";
        return new RegExp(`\\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\\s+#${issue.number}\\b`, "i").test(body);
    });
}
function issueOrPullView(context, issue) {
    const pull = issue.isPull
        ? findPull(context.site, site_repositoryById(context.site, issue.repository), issue.number)
        : undefined;
    return pull ? pullView(context, pull) : issueView(context, issue);
}

;// CONCATENATED MODULE: ./lib/local/forge/graphql/views/review.js
/** Reviews, threads and their comments. */











const pullOf = (context, row) => pullView(context, getPull(context.site, site_repositoryById(context.site, row.repository), row.number));
function reviewView(context, review) {
    const repository = site_repositoryById(context.site, review.repository);
    const url = `${repoPage(context.site, repository)}/pull/${review.number}#pullrequestreview-${review.id}`;
    return {
        __typename: "PullRequestReview",
        id: nodeId("PullRequestReview", review.id),
        databaseId: review.id,
        fullDatabaseId: String(review.id),
        state: review.state,
        body: review.body,
        bodyText: review.body,
        url,
        resourcePath: new URL(url).pathname,
        author: () => actorView(context, review.author),
        authorAssociation: association(repository, review.author),
        authorCanPushToRepository: true,
        commit: () => commitView(context, repository, review.commit),
        submittedAt: review.submittedAt,
        createdAt: review.createdAt,
        updatedAt: review.updatedAt,
        publishedAt: review.submittedAt,
        comments: (args) => connection(commentsOfReview(context.site, review), args, "PullRequestReviewCommentConnection", (comment) => reviewCommentView(context, comment)),
        pullRequest: () => pullOf(context, review),
        repository: () => repositoryView(context, repository),
        isMinimized: false,
        minimizedReason: null,
        viewerDidAuthor: review.author === context.viewer.user.login,
        ...editFields(context, review.edited),
        ...reactionFields(context, `review:${review.id}`),
    };
}
/** Comments that this viewer may see. */
function visible(context, thread) {
    return context.site.store.filter("reviewComments", (row) => {
        if (row.thread !== thread.id)
            return false;
        return (context.site.store.get("reviews", row.review)?.state !== "PENDING" ||
            row.author === context.viewer.user.login);
    });
}
function threadView(context, thread) {
    const repository = site_repositoryById(context.site, thread.repository);
    const mayResolve = may(context.viewer, repository, ACCESS.writeContents);
    const resolvedBy = thread.resolvedBy;
    return {
        __typename: "PullRequestReviewThread",
        id: nodeId("PullRequestReviewThread", thread.id),
        isResolved: resolvedBy !== null,
        isOutdated: thread.outdated,
        isCollapsed: resolvedBy !== null || thread.outdated,
        path: thread.path,
        line: thread.line,
        startLine: thread.startLine,
        originalLine: thread.originalLine,
        originalStartLine: thread.originalStartLine,
        diffSide: thread.side,
        startDiffSide: thread.startSide,
        subjectType: thread.subject.toUpperCase(),
        resolvedBy: resolvedBy === null ? null : () => userView(context, resolvedBy),
        viewerCanResolve: mayResolve && resolvedBy === null,
        viewerCanUnresolve: mayResolve && resolvedBy !== null,
        viewerCanReply: true,
        comments: (args) => connection(visible(context, thread), args, "PullRequestReviewCommentConnection", (comment) => reviewCommentView(context, comment)),
        pullRequest: () => pullOf(context, thread),
        repository: () => repositoryView(context, repository),
    };
}
function reviewCommentView(context, comment) {
    const { site } = context;
    const repository = site_repositoryById(site, comment.repository);
    const thread = site.store.get("threads", comment.thread);
    const review = site.store.get("reviews", comment.review);
    const parent = comment.replyTo === null ? undefined : site.store.get("reviewComments", comment.replyTo);
    const url = `${repoPage(site, repository)}/pull/${comment.number}#discussion_r${comment.id}`;
    return {
        __typename: "PullRequestReviewComment",
        id: nodeId("PullRequestReviewComment", comment.id),
        databaseId: comment.id,
        fullDatabaseId: String(comment.id),
        body: comment.body,
        bodyText: comment.body,
        url,
        resourcePath: new URL(url).pathname,
        author: () => actorView(context, comment.author),
        authorAssociation: association(repository, comment.author),
        createdAt: comment.createdAt,
        updatedAt: comment.updatedAt,
        publishedAt: review?.submittedAt ?? null,
        draftedAt: comment.createdAt,
        state: review?.state === "PENDING" ? "PENDING" : "SUBMITTED",
        path: thread?.path ?? "",
        diffHunk: thread?.hunk ?? "",
        line: thread?.line ?? null,
        startLine: thread?.startLine ?? null,
        originalLine: thread?.originalLine ?? null,
        originalStartLine: thread?.originalStartLine ?? null,
        outdated: thread?.outdated ?? false,
        subjectType: thread?.subject.toUpperCase() ?? "LINE",
        position: thread?.position ?? null,
        originalPosition: thread?.originalPosition ?? 0,
        commit: thread ? () => commitView(context, repository, thread.commit) : null,
        originalCommit: thread ? () => commitView(context, repository, thread.originalCommit) : null,
        pullRequestReview: review ? () => reviewView(context, review) : null,
        replyTo: parent ? () => reviewCommentView(context, parent) : null,
        pullRequest: () => pullOf(context, comment),
        repository: () => repositoryView(context, repository),
        isMinimized: comment.minimized !== null,
        minimizedReason: comment.minimized?.toLowerCase() ?? null,
        viewerDidAuthor: comment.author === context.viewer.user.login,
        ...editFields(context, comment.edited),
        ...reactionFields(context, `review-comment:${comment.id}`),
    };
}

;// CONCATENATED MODULE: ./lib/local/forge/graphql/views/pull.js
/** Pull requests. */
















function pullView(context, pull) {
    const { site, viewer } = context;
    const repository = site_repositoryById(site, pull.repository);
    const issue = getIssue(site, repository, pull.number);
    const source = site_repositoryById(site, pull.headRepository);
    const numbers = () => numbersOf(site, repository, pull);
    const headSha = branchHead(site, source, pull.headRef);
    const baseSha = branchHead(site, repository, pull.baseRef);
    const reviews = () => visibleReviews(site, viewer.user.login, pull);
    return {
        __typename: "PullRequest",
        id: nodeId("PullRequest", pull.id),
        databaseId: pull.id,
        fullDatabaseId: String(pull.id),
        ...sharedFields(context, issue),
        state: pull.merged ? "MERGED" : issue.state.toUpperCase(),
        isDraft: pull.draft,
        merged: pull.merged,
        mergedAt: pull.mergedAt,
        mergedBy: pull.mergedBy ? actorView(context, pull.mergedBy) : null,
        mergeCommit: pull.mergeCommitSha
            ? () => commitView(context, repository, pull.mergeCommitSha ?? "")
            : null,
        potentialMergeCommit: pull.test?.sha ? () => commitView(context, repository, pull.test?.sha ?? "") : null,
        headRefName: pull.headRef,
        headRefOid: pull.headSha,
        baseRefName: pull.baseRef,
        baseRefOid: pull.merged ? pull.baseSha : (baseSha ?? pull.baseSha),
        headRef: headSha ? refView(context, source, `refs/heads/${pull.headRef}`, headSha) : null,
        baseRef: baseSha ? refView(context, repository, `refs/heads/${pull.baseRef}`, baseSha) : null,
        headRepository: () => repositoryView(context, source),
        headRepositoryOwner: () => actorView(context, source.owner),
        baseRepository: () => repositoryView(context, repository),
        isCrossRepository: source.id !== repository.id,
        maintainerCanModify: false,
        permalink: `${site.url}/${repository.owner}/${repository.name}/pull/${pull.number}`,
        mergeable: () => mergeability(context, repository, pull).then((one) => one.mergeable),
        mergeStateStatus: () => mergeability(context, repository, pull).then((one) => one.status),
        isInMergeQueue: false,
        isMergeQueueEnabled: false,
        mergeQueueEntry: null,
        mergeQueue: null,
        autoMergeRequest: null,
        canBeRebased: () => pull.test?.sha !== null,
        reviewDecision: () => decisionOf(context, repository, pull),
        additions: () => numbers().then((one) => one.additions),
        deletions: () => numbers().then((one) => one.deletions),
        changedFiles: () => numbers().then((one) => one.changedFiles),
        files: (args) => files(context, repository, pull, args),
        commits: (args) => commits(context, repository, pull, args),
        reviews: (args) => reviewConnection(context, reviews().filter((review) => isWanted(review, args)), args),
        latestReviews: (args) => reviewConnection(context, latest(reviews().filter((review) => review.state !== "PENDING")), args),
        latestOpinionatedReviews: (args) => reviewConnection(context, latestOpinions(context, repository, reviews(), args), args),
        reviewRequests: (args) => connection(pull.requestedReviewers, args, "ReviewRequestConnection", (login) => ({
            __typename: "ReviewRequest",
            id: nodeId("User", login),
            requestedReviewer: userView(context, login),
            asCodeOwner: false,
        })),
        reviewThreads: (args) => {
            demandBounds(args, "reviewThreads");
            return connection(threadsOf(site, pull).filter((thread) => isShown(context, thread.id)), args, "PullRequestReviewThreadConnection", (thread) => threadView(context, thread));
        },
        closingIssuesReferences: (args) => {
            const issues = closingNumbers(issue.body ?? "")
                .map((number) => findIssue(site, repository, number))
                .filter((one) => one !== undefined && !one.isPull);
            return connection(issues, args, "IssueConnection", (one) => (one ? issueView(context, one) : null));
        },
        statusCheckRollup: () => rollupView(context, repository, pull.headSha),
        viewerCanMergeAsAdmin: false,
        viewerCanUpdateBranch: may(viewer, repository, ACCESS.writePulls),
        viewerCanDeleteHeadRef: may(viewer, repository, ACCESS.writeContents),
        viewerCanEnableAutoMerge: false,
        viewerCanDisableAutoMerge: false,
        viewerCanApplySuggestion: false,
        viewerLatestReview: () => {
            const own = reviews()
                .filter((review) => review.author === viewer.user.login && review.state !== "PENDING")
                .at(-1);
            return own ? reviewView(context, own) : null;
        },
    };
}
/** Threads of a pending review are for its author only. */
function isShown({ site, viewer }, thread) {
    const root = site.store.find("reviewComments", (comment) => comment.thread === thread);
    const review = root && site.store.get("reviews", root.review);
    return review !== undefined && (review.state !== "PENDING" || review.author === viewer.user.login);
}
const isWanted = (review, args) => {
    const states = texts(args, "states");
    const author = args.author;
    return ((!states || states.includes(review.state)) &&
        (typeof author !== "string" || review.author.replace(/\[bot\]$/, "") === author));
};
const reviewConnection = (context, reviews, args) => connection(reviews, args, "PullRequestReviewConnection", (review) => reviewView(context, review));
const latest = (reviews) => [
    ...new Map(reviews.map((review) => [review.author, review])).values(),
];
/** The last verdict of everyone; a comment does not undo a verdict, a dismissal does. */
function latestOpinions(context, repository, reviews, args) {
    const opinions = latest(reviews.filter((review) => ["APPROVED", "CHANGES_REQUESTED", "DISMISSED"].includes(review.state)));
    return args.writersOnly === true
        ? opinions.filter((review) => hasRole(repository, review.author, "write") ||
            context.site.store.get("users", review.author.toLowerCase())?.type === "Bot")
        : opinions;
}
/** Null where no rule asks for reviews and nobody has judged. */
function decisionOf(context, repository, pull) {
    const states = latestOpinions(context, repository, visibleReviews(context.site, undefined, pull), {
        writersOnly: true,
    }).map((review) => review.state);
    if (states.includes("CHANGES_REQUESTED"))
        return "CHANGES_REQUESTED";
    const required = repository.rules.some((rule) => rule.type === "pull_request");
    if (states.includes("APPROVED"))
        return "APPROVED";
    return required ? "REVIEW_REQUIRED" : null;
}
async function mergeability({ site }, repository, pull) {
    const known = await isMergeabilityKnown(site, repository, pull);
    const fresh = getPull(site, repository, pull.number);
    const mergeable = mergeableOf(site, repository, fresh);
    if (!known || mergeable === null)
        return { mergeable: "UNKNOWN", status: "UNKNOWN" };
    if (!mergeable)
        return { mergeable: "CONFLICTING", status: "DIRTY" };
    if (pull.draft)
        return { mergeable: "MERGEABLE", status: "DRAFT" };
    const state = combinedState(site, repository, pull.headSha);
    if (blockedBy(site, repository, fresh).length > 0)
        return {
            mergeable: "MERGEABLE",
            status: await blockedStatus(site.git(repository), repository, fresh, branchHead(site, repository, pull.baseRef)),
        };
    return { mergeable: "MERGEABLE", status: state === "none" || state === "success" ? "CLEAN" : "UNSTABLE" };
}
/** BEHIND only under strict checks, and only when the base really moved. */
async function blockedStatus(git, repository, pull, base) {
    const strict = repository.rules.some((rule) => JSON.stringify(rule).includes('"strict_required_status_checks_policy":true'));
    if (!strict || !base)
        return "BLOCKED";
    return (await mergeBase(git, base, pull.headSha)) === base ? "BLOCKED" : "BEHIND";
}
const CHANGES = {
    added: "ADDED",
    removed: "DELETED",
    modified: "MODIFIED",
    renamed: "RENAMED",
    copied: "COPIED",
    changed: "CHANGED",
};
async function files(context, repository, pull, args) {
    const rows = await pullFiles(context.site, repository, pull);
    return connection(rows, args, "PullRequestChangedFileConnection", (file) => ({
        __typename: "PullRequestChangedFile",
        path: file.path,
        additions: file.additions,
        deletions: file.deletions,
        changeType: CHANGES[file.status] ?? "CHANGED",
        viewerViewedState: "UNVIEWED",
    }));
}
async function commits(context, repository, pull, args) {
    const base = await pullBase(context.site, repository, pull);
    const shas = (await listCommits(context.site.git(repository), [pull.headSha, `^${base}`])).reverse();
    return connection(shas, args, "PullRequestCommitConnection", (sha) => ({
        __typename: "PullRequestCommit",
        id: nodeId("Commit", `${repository.id}:${pull.number}:${sha}`),
        url: "",
        resourcePath: "",
        commit: () => commitView(context, repository, sha),
    }));
}

;// CONCATENATED MODULE: ./lib/local/forge/graphql/views/commit.js
/** Commits, refs, statuses and check runs. */










/** Undefined fields of a commit are read when asked for. */
async function commitView(context, repository, sha) {
    const git = context.site.git(repository);
    const commit = await readCommit(git, sha);
    const [headline = "", ...rest] = commit.message.split("\n");
    const url = `${repoPage(context.site, repository)}/commit/${sha}`;
    return {
        __typename: "Commit",
        id: nodeId("Commit", `${repository.id}:${sha}`),
        oid: sha,
        abbreviatedOid: sha.slice(0, 7),
        message: commit.message,
        messageHeadline: headline,
        messageBody: rest.join("\n").trim(),
        messageHeadlineHTML: headline,
        url,
        commitUrl: url,
        resourcePath: new URL(url).pathname,
        committedDate: commit.committer.date,
        authoredDate: commit.author.date,
        pushedDate: null,
        author: personView(context, commit.author),
        committer: personView(context, commit.committer),
        committedViaWeb: false,
        signature: null,
        authors: (args) => connection([commit.author], args, "GitActorConnection", (author) => personView(context, author)),
        parents: (args) => connection(commit.parents, args, "CommitConnection", (parent) => commitView(context, repository, parent)),
        history: async (args) => connection(await listCommits(git, [sha], { limit: 10_000 }), args, "CommitHistoryConnection", (one) => commitView(context, repository, one)),
        tree: { __typename: "Tree", id: nodeId("Tree", `${repository.id}:${commit.tree}`), oid: commit.tree },
        status: () => statusView(context, repository, sha),
        statusCheckRollup: () => rollupView(context, repository, sha),
        checkSuites: (args) => connection(suitesOf(context, repository, sha), args, "CheckSuiteConnection", (run) => suiteView(context, repository, run)),
        repository: () => repositoryView(context, repository),
    };
}
function personView(context, signature) {
    const [, login] = /^\d+\+(.+)@users\.noreply\.github\.com$/.exec(signature.email) ?? [];
    const user = findUser(context.site, login ?? signature.name);
    return {
        __typename: "GitActor",
        name: signature.name,
        email: signature.email,
        date: signature.date,
        avatarUrl: `${context.site.url}/avatars/0`,
        user: user && user.type === "User" ? userView(context, user.login) : null,
    };
}
function refView(context, repository, ref, sha) {
    const name = ref.replace(/^refs\/(heads|tags)\//, "");
    return {
        __typename: "Ref",
        id: nodeId("Ref", `${repository.id}:${ref}`),
        name,
        prefix: ref.slice(0, ref.length - name.length),
        target: () => commitView(context, repository, sha),
        repository: () => repositoryView(context, repository),
        branchProtectionRule: null,
        refUpdateRule: null,
        associatedPullRequests: (args) => associated(context, repository, name, args),
        compare: async (args) => {
            const git = context.site.git(repository);
            const head = git.refs.get(`refs/heads/${context_text(args, "headRef")}`);
            if (!head)
                return null;
            const { ahead, behind } = await aheadBehind(git, sha, head);
            return {
                __typename: "Comparison",
                id: nodeId("Ref", `${sha}...${head}`),
                aheadBy: ahead,
                behindBy: behind,
                status: ahead > 0 ? (behind > 0 ? "DIVERGED" : "AHEAD") : behind > 0 ? "BEHIND" : "IDENTICAL",
            };
        },
    };
}
function associated(context, repository, branch, args) {
    const rows = context.site.store.filter("pulls", (pull) => pull.headRepository === repository.id && pull.headRef === branch);
    return connection(rows, args, "PullRequestConnection", (pull) => pullView(context, pull));
}
const STATE = {
    error: "ERROR",
    failure: "FAILURE",
    pending: "PENDING",
    success: "SUCCESS",
};
function contextView(context, repository, status) {
    return {
        __typename: "StatusContext",
        id: nodeId("StatusContext", status.id),
        context: status.context,
        state: STATE[status.state],
        description: status.description,
        targetUrl: status.targetUrl,
        createdAt: status.createdAt,
        creator: () => actorView(context, status.creator),
        avatarUrl: null,
        isRequired: () => isRequired(repository, status.context),
        commit: () => commitView(context, repository, status.sha),
    };
}
function isRequired(repository, name) {
    return repository.rules.some((rule) => rule.type === "required_status_checks" &&
        JSON.stringify(rule.parameters).includes(`"context":${JSON.stringify(name)}`));
}
function statusView(context, repository, sha) {
    const latest = latestStatuses(context.site, repository, sha);
    if (latest.length === 0)
        return null;
    const views = latest.map((status) => contextView(context, repository, status));
    return {
        __typename: "Status",
        id: nodeId("StatusContext", `${repository.id}:${sha}`),
        state: worst(latest.map((status) => STATE[status.state] ?? "PENDING")),
        contexts: views,
        context: (args) => views.find((view) => view.context === args.name) ?? null,
        commit: () => commitView(context, repository, sha),
    };
}
function worst(states) {
    for (const state of ["FAILURE", "ERROR", "PENDING", "EXPECTED"])
        if (states.includes(state))
            return state === "ERROR" ? "FAILURE" : state;
    return "SUCCESS";
}
/** Statuses, and the check runs that pull requests count. Null where there are none. */
function rollupView(context, repository, sha) {
    const statuses = latestStatuses(context.site, repository, sha);
    const checks = checkRunsOf(context.site, repository, sha).filter((check) => {
        const job = context.site.store.get("jobs", check.id);
        return job === undefined || countsForPull(context.site, job.runId);
    });
    if (statuses.length + checks.length === 0)
        return null;
    const rows = [
        ...checks.map((check) => () => checkView(context, repository, check)),
        ...statuses.map((status) => () => contextView(context, repository, status)),
    ];
    const state = worst([
        ...statuses.map((status) => STATE[status.state] ?? "PENDING"),
        ...checks.map(checkState),
    ]);
    return {
        __typename: "StatusCheckRollup",
        id: nodeId("StatusCheckRollup", `${repository.id}:${sha}`),
        state,
        commit: () => commitView(context, repository, sha),
        contexts: (args) => connection(rows, args, "StatusCheckRollupContextConnection", (row) => row(), {
            checkRunCount: checks.length,
            statusContextCount: statuses.length,
        }),
    };
}
function checkState(check) {
    if (check.status !== "completed")
        return "PENDING";
    return ["success", "neutral", "skipped"].includes(check.conclusion ?? "") ? "SUCCESS" : "FAILURE";
}
function checkView(context, repository, check) {
    const job = context.site.store.get("jobs", check.id);
    const url = check.detailsUrl ?? `${repoPage(context.site, repository)}/runs/${check.id}`;
    return {
        __typename: "CheckRun",
        id: nodeId("CheckRun", check.id),
        databaseId: check.id,
        name: check.name,
        status: check.status.toUpperCase(),
        conclusion: check.conclusion?.toUpperCase() ?? null,
        detailsUrl: url,
        url,
        permalink: url,
        startedAt: check.startedAt,
        completedAt: check.completedAt,
        title: check.title,
        summary: check.summary,
        text: check.text,
        externalId: check.externalId,
        isRequired: () => isRequired(repository, check.name),
        checkSuite: () => suiteView(context, repository, job?.runId ?? check.id),
    };
}
function suitesOf({ site }, repository, sha) {
    return site.store
        .filter("runs", (run) => run.repository === fullName(repository) && run.headSha === sha)
        .map((run) => run.id);
}
function suiteView(context, repository, runId) {
    const run = context.site.store.get("runs", runId);
    const status = run?.status ?? "completed";
    return {
        __typename: "CheckSuite",
        id: nodeId("CheckSuite", runId),
        databaseId: runId,
        status: status === "pending" ? "QUEUED" : status.toUpperCase(),
        conclusion: run?.conclusion?.toUpperCase() ?? null,
        app: {
            __typename: "App",
            id: nodeId("App", 15368),
            databaseId: 15368,
            slug: "github-actions",
            name: "GitHub Actions",
        },
        workflowRun: run
            ? {
                __typename: "WorkflowRun",
                id: nodeId("WorkflowRun", run.id),
                databaseId: run.id,
                event: run.event,
                runNumber: run.runNumber,
                createdAt: run.createdAt,
                updatedAt: run.updatedAt,
                url: `${repoPage(context.site, repository)}/actions/runs/${run.id}`,
                workflow: {
                    __typename: "Workflow",
                    id: nodeId("Workflow", run.path),
                    databaseId: null,
                    name: run.name,
                },
            }
            : null,
        createdAt: run?.createdAt ?? repository.createdAt,
        updatedAt: run?.updatedAt ?? repository.createdAt,
        repository: () => repositoryView(context, repository),
    };
}

;// CONCATENATED MODULE: ./lib/local/forge/graphql/nodes.js
/** Resolving global ids, for `node(id)` and for mutation inputs. */










/** What the id names, if the viewer may see it. */
function findNode({ site, viewer }, id) {
    const parsed = parseNodeId(id);
    if (!parsed)
        return undefined;
    const node = nodeOf(parsed.type, parsed.id);
    const home = node && site_repositoryById(site, node.type === "Repository" ? node.row.id : node.row.repository);
    return home && canRead(viewer, home) ? node : undefined;
    function nodeOf(type, key) {
        const number = Number(key);
        if (type === "Repository") {
            const row = site.store.get("repositories", key);
            return row && { type, row };
        }
        if (type === "Issue") {
            const row = issueById(site, number);
            return row && { type, row };
        }
        if (type === "PullRequest") {
            const row = site.store.find("pulls", (row) => row.id === number);
            return row && { type, row };
        }
        if (type === "IssueComment") {
            const row = site.store.get("comments", key);
            return row && { type, row };
        }
        if (type === "PullRequestReview") {
            const row = site.store.get("reviews", key);
            return row && { type, row };
        }
        if (type === "PullRequestReviewThread") {
            const row = site.store.get("threads", key);
            return row && { type, row };
        }
        if (type === "PullRequestReviewComment") {
            const row = site.store.get("reviewComments", key);
            return row && { type, row };
        }
        return undefined;
    }
}
/** The row behind an id of one type; throws GitHub's NOT_FOUND otherwise. */
function rowOf(context, type, id) {
    const node = findNode(context, id);
    if (!node || !isOf(node, type))
        throw unresolved(id);
    return node.row;
}
function isOf(node, type) {
    return node.type === type;
}
function nodeView(context, id) {
    const node = findNode(context, id);
    if (!node)
        return looseView(context, id);
    switch (node.type) {
        case "Repository":
            return repositoryView(context, node.row);
        case "Issue":
            return issueView(context, node.row);
        case "PullRequest":
            return pullView(context, node.row);
        case "IssueComment":
            return commentView(context, node.row);
        case "PullRequestReview":
            return reviewView(context, node.row);
        case "PullRequestReviewThread":
            return threadView(context, node.row);
        case "PullRequestReviewComment":
            return reviewCommentView(context, node.row);
    }
}
/** Ids of labels, users and commits, which no mutation here takes as subject. */
function looseView(context, id) {
    const parsed = parseNodeId(id);
    const { site, viewer } = context;
    if (parsed?.type === "Label") {
        const label = site.store.get("labels", parsed.id);
        return label && canRead(viewer, site_repositoryById(site, label.repository))
            ? labelView(context, label)
            : undefined;
    }
    if (parsed?.type === "User" || parsed?.type === "Bot") {
        const user = site.store.find("users", (row) => String(row.id) === parsed.id);
        return user && findUser(site, user.login) ? userView(context, user.login) : undefined;
    }
    const [home, sha] = parsed?.type === "Commit" ? parsed.id.split(":") : [];
    const repository = home === undefined ? undefined : site.store.get("repositories", home);
    return repository && sha && canRead(viewer, repository) ? commitView(context, repository, sha) : undefined;
}

;// CONCATENATED MODULE: ./lib/local/forge/graphql/mutations/issues.js
/** Mutations on issues, labels, comments and reactions. */












function issueMutations(context) {
    const { site, viewer } = context;
    const actor = () => actorView(context, viewer.user.login);
    const labelled = (input, work) => {
        const { repository, issue } = subjectOf(context, context_text(input, "labelableId"), "triage");
        work(repository, issue, labelsNamed(context, texts(input, "labelIds") ?? []));
        return { labelable: issueOrPullView(context, getIssue(site, repository, issue.number)) };
    };
    return {
        createIssue: (input) => {
            const repository = allowed(context, rowOf(context, "Repository", context_text(input, "repositoryId")).id, ACCESS.openIssues);
            const names = labelsNamed(context, texts(input, "labelIds") ?? []).map((label) => label.name);
            const issue = createIssue(site, viewer, repository, {
                title: context_text(input, "title"),
                body: maybeText(input, "body") ?? null,
                labels: names,
                assignees: loginsOf(context, texts(input, "assigneeIds") ?? []),
            });
            return { issue: issueView(context, issue) };
        },
        updateIssue: (input) => {
            const { repository, issue } = editable(context, context_text(input, "id"));
            const state = maybeText(input, "state");
            updateIssue(site, viewer, repository, issue.number, {
                title: maybeText(input, "title"),
                body: maybeText(input, "body"),
                state: state === "OPEN" ? "open" : state === "CLOSED" ? "closed" : undefined,
            });
            return { issue: issueView(context, getIssue(site, repository, issue.number)), actor };
        },
        closeIssue: (input) => {
            const { repository, issue } = editable(context, context_text(input, "issueId"));
            const reasons = { COMPLETED: "completed", NOT_PLANNED: "not_planned", DUPLICATE: "duplicate" };
            const reason = Object.entries(reasons).find(([name]) => name === input.stateReason)?.[1];
            return {
                issue: issueView(context, updateIssue(site, viewer, repository, issue.number, { state: "closed", stateReason: reason })),
            };
        },
        reopenIssue: (input) => {
            const { repository, issue } = editable(context, context_text(input, "issueId"));
            return {
                issue: issueView(context, updateIssue(site, viewer, repository, issue.number, { state: "open" })),
            };
        },
        addComment: (input) => {
            const { repository, issue } = subjectOf(context, context_text(input, "subjectId"), "comment");
            const comment = createComment(site, viewer, repository, issue.number, context_text(input, "body"));
            return {
                commentEdge: { __typename: "IssueCommentEdge", cursor: "", node: commentView(context, comment) },
                subject: issueOrPullView(context, getIssue(site, repository, issue.number)),
                timelineEdge: null,
            };
        },
        updateIssueComment: (input) => {
            const { repository, comment } = ownComment(context, context_text(input, "id"));
            return {
                issueComment: commentView(context, updateComment(site, viewer, repository, comment.id, context_text(input, "body"))),
            };
        },
        deleteIssueComment: (input) => {
            const { repository, comment } = ownComment(context, context_text(input, "id"));
            deleteComment(site, viewer, repository, comment.id);
            return {};
        },
        addLabelsToLabelable: (input) => labelled(input, (repository, issue, labels) => addLabelRows(site, viewer, repository, issue.number, labels)),
        removeLabelsFromLabelable: (input) => labelled(input, (repository, issue, labels) => {
            for (const label of labels) {
                if (getIssue(site, repository, issue.number).labels.includes(label.id))
                    removeLabel(site, viewer, repository, issue.number, label.name);
            }
        }),
        addAssigneesToAssignable: (input) => {
            const { repository, issue } = subjectOf(context, context_text(input, "assignableId"), "triage");
            return {
                assignable: issueOrPullView(context, addAssignees(site, viewer, repository, issue.number, loginsOf(context, texts(input, "assigneeIds") ?? []))),
            };
        },
        removeAssigneesFromAssignable: (input) => {
            const { repository, issue } = subjectOf(context, context_text(input, "assignableId"), "triage");
            return {
                assignable: issueOrPullView(context, removeAssignees(site, viewer, repository, issue.number, loginsOf(context, texts(input, "assigneeIds") ?? []))),
            };
        },
        addSubIssue: (input) => {
            const parent = rowOf(context, "Issue", context_text(input, "issueId"));
            allowed(context, parent.repository, ACCESS.triageIssues);
            const child = rowOf(context, "Issue", context_text(input, "subIssueId"));
            const next = addSubIssue(site, viewer, parent, child.id, input.replaceParent === true);
            return {
                issue: issueView(context, next),
                subIssue: issueView(context, rowOf(context, "Issue", context_text(input, "subIssueId"))),
            };
        },
        removeSubIssue: (input) => {
            const parent = rowOf(context, "Issue", context_text(input, "issueId"));
            allowed(context, parent.repository, ACCESS.triageIssues);
            const child = rowOf(context, "Issue", context_text(input, "subIssueId"));
            return {
                issue: issueView(context, removeSubIssue(site, viewer, parent, child.id)),
                subIssue: issueView(context, rowOf(context, "Issue", context_text(input, "subIssueId"))),
            };
        },
        addReaction: (input) => {
            const subject = reactable(context, context_text(input, "subjectId"));
            const { reaction } = react(site, viewer, subject.key, reactionContent(context_text(input, "content")));
            const view = {
                __typename: "Reaction",
                id: nodeId("Reaction", reaction.id),
                databaseId: reaction.id,
                content: context_text(input, "content"),
                createdAt: reaction.createdAt,
                user: userView(context, reaction.author),
            };
            return {
                reaction: view,
                subject: subject.view(),
                ...pick(reactionFields(context, subject.key), "reactionGroups"),
            };
        },
        minimizeComment: (input) => minimize(context, context_text(input, "subjectId"), context_text(input, "classifier")),
        unminimizeComment: (input) => {
            const { minimizedComment } = minimize(context, context_text(input, "subjectId"), null);
            return { unminimizedComment: minimizedComment };
        },
    };
}
const pick = (fields, name) => ({
    [name]: fields[name],
});
/** An issue, or a pull request's issue half, with the permission that GitHub asks for. */
function subjectOf(context, id, need) {
    const node = findNode(context, id);
    if (node?.type !== "Issue" && node?.type !== "PullRequest")
        throw unresolved(id);
    const repository = site_repositoryById(context.site, node.row.repository);
    const issue = getIssue(context.site, repository, node.row.number);
    demand(context.viewer, repository, needFor(issue, need));
    return { repository, issue };
}
function editable(context, id) {
    const issue = rowOf(context, "Issue", id);
    const repository = site_repositoryById(context.site, issue.repository);
    const own = context.viewer.kind === "person" && issue.author === context.viewer.user.login;
    if (!own)
        demand(context.viewer, repository, ACCESS.triageIssues);
    return { repository, issue };
}
function ownComment(context, id) {
    const comment = rowOf(context, "IssueComment", id);
    const repository = site_repositoryById(context.site, comment.repository);
    const issue = getIssue(context.site, repository, comment.number);
    demand(context.viewer, repository, needFor(issue, "comment"));
    const writable = may(context.viewer, repository, { ...needFor(issue, "comment"), role: "write" });
    if (comment.author !== context.viewer.user.login && !writable)
        throw context.viewer.kind === "job" ? notAccessible() : mustHavePush();
    return { repository, comment };
}
function labelsNamed({ site }, ids) {
    return ids.map((id) => {
        const parsed = parseNodeId(id);
        const label = parsed?.type === "Label" ? site.store.get("labels", parsed.id) : undefined;
        if (!label)
            throw unresolved(id);
        return label;
    });
}
function loginsOf({ site }, ids) {
    return ids.map((id) => {
        const parsed = parseNodeId(id);
        const user = site.store.find("users", (row) => String(row.id) === parsed?.id);
        if (!user)
            throw unresolved(id);
        return user.login;
    });
}
function reactable(context, id) {
    const node = findNode(context, id);
    if (node?.type === "PullRequestReviewComment") {
        allowed(context, node.row.repository, ACCESS.reviewPulls);
        return { key: `review-comment:${node.row.id}`, view: () => null };
    }
    if (node?.type === "IssueComment") {
        const repository = site_repositoryById(context.site, node.row.repository);
        demand(context.viewer, repository, needFor(getIssue(context.site, repository, node.row.number), "comment"));
        return { key: `comment:${node.row.id}`, view: () => commentView(context, node.row) };
    }
    const { issue } = subjectOf(context, id, "comment");
    return { key: `issue:${issue.id}`, view: () => issueOrPullView(context, issue) };
}
function minimize(context, id, classifier) {
    const node = findNode(context, id);
    if (node?.type === "IssueComment") {
        const repository = site_repositoryById(context.site, node.row.repository);
        const issue = getIssue(context.site, repository, node.row.number);
        demand(context.viewer, repository, { ...needFor(issue, "triage"), role: "write" });
        return {
            minimizedComment: commentView(context, context.site.store.put("comments", node.row.id, { ...node.row, minimized: classifier })),
        };
    }
    if (node?.type !== "PullRequestReviewComment")
        throw new ApiError(404, `Could not resolve to a node with the global id of '${id}'`);
    allowed(context, node.row.repository, ACCESS.writePulls);
    const row = context.site.store.put("reviewComments", node.row.id, { ...node.row, minimized: classifier });
    return {
        minimizedComment: {
            __typename: "PullRequestReviewComment",
            isMinimized: row.minimized !== null,
            minimizedReason: row.minimized?.toLowerCase() ?? null,
            viewerCanMinimize: true,
        },
    };
}

;// CONCATENATED MODULE: ./lib/local/forge/graphql/mutations/pulls.js
/** Mutations on pull requests, branches and commits. */












const METHODS = { MERGE: "merge", SQUASH: "squash", REBASE: "rebase" };
function pullMutations(context) {
    const { site, viewer } = context;
    const find = (id, access) => {
        const pull = rowOf(context, "PullRequest", id);
        return { pull, repository: allowed(context, pull.repository, access) };
    };
    const view = (pull) => pullView(context, getPull(site, site_repositoryById(site, pull.repository), pull.number));
    const draft = (input, value) => {
        const { pull, repository } = find(context_text(input, "pullRequestId"), ACCESS.writePulls);
        setDraft(site, viewer, repository, pull.number, value);
        return { pullRequest: view(pull) };
    };
    const change = async (input, id, state) => {
        const { pull, repository } = find(id, { ...ACCESS.writePulls, role: "read" });
        if (getIssue(site, repository, pull.number).author !== viewer.user.login)
            demand(viewer, repository, ACCESS.writePulls);
        await updatePull(site, viewer, repository, pull.number, {
            title: maybeText(input, "title"),
            body: maybeText(input, "body"),
            base: maybeText(input, "baseRefName"),
            state,
        });
        return { pullRequest: view(pull) };
    };
    return {
        createPullRequest: async (input) => {
            const repository = allowed(context, rowOf(context, "Repository", context_text(input, "repositoryId")).id, {
                ...ACCESS.writePulls,
                role: "read",
            });
            const pull = await createPull(site, viewer, repository, {
                title: context_text(input, "title"),
                body: maybeText(input, "body") ?? null,
                head: context_text(input, "headRefName"),
                base: context_text(input, "baseRefName"),
                draft: input.draft === true,
            });
            return { pullRequest: view(pull) };
        },
        updatePullRequest: (input) => change(input, context_text(input, "pullRequestId"), input.state === "CLOSED" ? "closed" : input.state === "OPEN" ? "open" : undefined),
        closePullRequest: (input) => change({}, context_text(input, "pullRequestId"), "closed"),
        reopenPullRequest: (input) => change({}, context_text(input, "pullRequestId"), "open"),
        markPullRequestReadyForReview: (input) => draft(input, false),
        convertPullRequestToDraft: (input) => draft(input, true),
        mergePullRequest: async (input) => {
            const { pull, repository } = find(context_text(input, "pullRequestId"), ACCESS.writeContents);
            await mergePull(site, viewer, repository, pull.number, {
                method: METHODS[context_text(input, "mergeMethod")] ?? "merge",
                sha: maybeText(input, "expectedHeadOid"),
                title: maybeText(input, "commitHeadline"),
                message: maybeText(input, "commitBody"),
            });
            return { pullRequest: view(pull), actor: () => actorView(context, viewer.user.login) };
        },
        updatePullRequestBranch: async (input) => {
            const { pull, repository } = find(context_text(input, "pullRequestId"), { ...ACCESS.writePulls, role: "read" });
            if (input.updateMethod === "REBASE")
                throw new ApiError(422, "The local GitHub updates branches by merge only.", {
                    type: "NOT_IMPLEMENTED",
                });
            await updateBranch(site, viewer, repository, pull.number, maybeText(input, "expectedHeadOid"));
            return { pullRequest: view(pull) };
        },
        requestReviews: (input) => {
            const { pull, repository } = find(context_text(input, "pullRequestId"), ACCESS.writePulls);
            const logins = (texts(input, "userIds") ?? []).map((id) => site.store.find("users", (row) => String(row.id) === parseNodeId(id)?.id)?.login ?? "");
            requestReviewers(site, viewer, repository, pull.number, logins);
            return { pullRequest: view(pull), actor: () => actorView(context, viewer.user.login) };
        },
        createCommitOnBranch: (input) => createCommit(context, input),
        createRef: async (input) => {
            const repository = allowed(context, rowOf(context, "Repository", context_text(input, "repositoryId")).id, ACCESS.writeContents);
            await createBranch(site, viewer, repository, context_text(input, "name"), context_text(input, "oid"));
            return { ref: refView(context, repository, context_text(input, "name"), context_text(input, "oid")) };
        },
        updateRef: async (input) => {
            const { repository, ref } = refOf(context, context_text(input, "refId"));
            await moveRef(site, viewer, repository, ref, context_text(input, "oid"), input.force === true);
            return { ref: refView(context, repository, ref, context_text(input, "oid")) };
        },
        deleteRef: async (input) => {
            const { repository, ref } = refOf(context, context_text(input, "refId"));
            await removeRef(site, viewer, repository, ref);
            return {};
        },
    };
}
function refOf(context, id) {
    const parsed = parseNodeId(id);
    const [home = "", ...ref] = parsed?.type === "Ref" ? parsed.id.split(":") : [];
    const known = context.site.store.get("repositories", home);
    if (!known)
        throw unresolved(id);
    return { repository: allowed(context, known.id, ACCESS.writeContents), ref: ref.join(":") };
}
/** The branch as id, or as repository and name. */
async function createCommit(context, input) {
    const branch = inputOf({ input: input.branch });
    const byId = maybeText(branch, "id");
    const known = byId === undefined ? undefined : refOf(context, byId);
    const repository = known?.repository ?? findRepository(context.site, context_text(branch, "repositoryNameWithOwner"));
    if (!repository)
        throw new ApiError(404, `Could not resolve to a Repository with the name '${context_text(branch, "repositoryNameWithOwner")}'.`);
    allowed(context, repository.id, ACCESS.writeContents);
    const name = (known?.ref ?? context_text(branch, "branchName")).replace(/^refs\/heads\//, "");
    if (!branchHead(context.site, repository, name))
        throw new ApiError(404, `Branch ${name} does not exist`);
    const files = inputOf({ input: input.fileChanges });
    const changes = {};
    for (const one of objects(files, "deletions"))
        changes[context_text(one, "path")] = null;
    for (const one of objects(files, "additions"))
        changes[context_text(one, "path")] = { content: Buffer.from(context_text(one, "contents"), "base64") };
    const message = inputOf({ input: input.message });
    const body = maybeText(message, "body");
    const sha = await commitFiles(context.site, context.viewer, repository, {
        branch: name,
        message: body ? `${context_text(message, "headline")}\n\n${body}` : context_text(message, "headline"),
        changes,
        expectedHead: context_text(input, "expectedHeadOid"),
    });
    return {
        commit: () => commitView(context, repository, sha),
        ref: refView(context, repository, `refs/heads/${name}`, sha),
    };
}

;// CONCATENATED MODULE: ./lib/local/forge/graphql/mutations/reviews.js
/** Mutations on reviews and review threads. */








const EVENTS = {
    APPROVE: "APPROVE",
    COMMENT: "COMMENT",
    REQUEST_CHANGES: "REQUEST_CHANGES",
};
function sideOf(input, name) {
    const value = input[name];
    return value === "LEFT" || value === "RIGHT" ? value : null;
}
function commentIn(input) {
    const subject = input.subjectType === "FILE" ? "file" : "line";
    return {
        path: context_text(input, "path"),
        body: context_text(input, "body"),
        subject,
        line: subject === "file" ? null : (maybeNumber(input, "line") ?? null),
        side: sideOf(input, "side") ?? "RIGHT",
        startLine: maybeNumber(input, "startLine") ?? null,
        startSide: sideOf(input, "startSide"),
    };
}
function reviewMutations(context) {
    const { site, viewer } = context;
    const resolve = (input, resolved) => {
        const thread = rowOf(context, "PullRequestReviewThread", context_text(input, "threadId"));
        allowed(context, thread.repository, ACCESS.writeContents);
        return {
            thread: threadView(context, site.store.put("threads", thread.id, {
                ...thread,
                resolvedBy: resolved ? (thread.resolvedBy ?? viewer.user.login) : null,
            })),
        };
    };
    return {
        resolveReviewThread: (input) => resolve(input, true),
        unresolveReviewThread: (input) => resolve(input, false),
        addPullRequestReview: async (input) => {
            const pull = rowOf(context, "PullRequest", context_text(input, "pullRequestId"));
            const repository = allowed(context, pull.repository, ACCESS.reviewPulls);
            const comments = [...objects(input, "threads"), ...objects(input, "comments")].map(commentIn);
            const review = await createReview(site, viewer, repository, pull.number, {
                body: maybeText(input, "body") ?? "",
                commit: maybeText(input, "commitOID"),
                event: EVENTS[context_text(input, "event")],
                comments,
            });
            const view = reviewView(context, review);
            return {
                pullRequestReview: view,
                reviewEdge: { __typename: "PullRequestReviewEdge", cursor: "", node: view },
            };
        },
        addPullRequestReviewThread: (input) => addThread(context, input),
        addPullRequestReviewThreadReply: (input) => {
            const thread = rowOf(context, "PullRequestReviewThread", context_text(input, "pullRequestReviewThreadId"));
            const repository = allowed(context, thread.repository, ACCESS.reviewPulls);
            const root = site.store.find("reviewComments", (row) => row.thread === thread.id);
            if (!root)
                throw new ApiError(404, "The thread has no comments");
            const chosen = maybeText(input, "pullRequestReviewId");
            const pending = chosen === undefined ? undefined : ownPending(context, rowOf(context, "PullRequestReview", chosen));
            return {
                comment: reviewCommentView(context, replyTo(site, viewer, repository, root, context_text(input, "body"), pending)),
            };
        },
        submitPullRequestReview: (input) => {
            const review = reviewOf(context, input);
            const repository = allowed(context, review.repository, ACCESS.reviewPulls);
            const event = EVENTS[context_text(input, "event")];
            if (!event)
                throw new ApiError(422, `Could not submit a review with the event ${context_text(input, "event")}`);
            return {
                pullRequestReview: reviewView(context, submitReview(site, viewer, repository, review, event, maybeText(input, "body"))),
            };
        },
        updatePullRequestReview: (input) => {
            const review = rowOf(context, "PullRequestReview", context_text(input, "pullRequestReviewId"));
            const repository = allowed(context, review.repository, ACCESS.reviewPulls);
            return {
                pullRequestReview: reviewView(context, editReview(site, viewer, repository, review, context_text(input, "body"))),
            };
        },
        deletePullRequestReview: (input) => {
            const review = ownPending(context, rowOf(context, "PullRequestReview", context_text(input, "pullRequestReviewId")));
            allowed(context, review.repository, ACCESS.reviewPulls);
            const view = reviewView(context, review);
            site.store.transact(() => {
                for (const comment of site.store.filter("reviewComments", (row) => row.review === review.id)) {
                    site.store.remove("reviewComments", comment.id);
                    if (comment.replyTo === null)
                        site.store.remove("threads", comment.thread);
                }
                site.store.remove("reviews", review.id);
            });
            return { pullRequestReview: view };
        },
        dismissPullRequestReview: (input) => {
            const review = rowOf(context, "PullRequestReview", context_text(input, "pullRequestReviewId"));
            const repository = allowed(context, review.repository, ACCESS.writePulls);
            return {
                pullRequestReview: reviewView(context, dismissReview(site, viewer, repository, review, context_text(input, "message"))),
            };
        },
        updatePullRequestReviewComment: (input) => {
            const comment = rowOf(context, "PullRequestReviewComment", context_text(input, "pullRequestReviewCommentId"));
            const repository = allowed(context, comment.repository, comment.author === viewer.user.login ? ACCESS.reviewPulls : ACCESS.writePulls);
            return {
                pullRequestReviewComment: reviewCommentView(context, updateReviewComment(site, viewer, repository, comment, context_text(input, "body"))),
            };
        },
    };
}
function ownPending(context, review) {
    if (review.state !== "PENDING" || review.author !== context.viewer.user.login)
        throw new ApiError(422, "Pull request review is not pending");
    return review;
}
/** By id, or the viewer's pending review of the pull request. */
function reviewOf(context, input) {
    const id = maybeText(input, "pullRequestReviewId");
    if (id !== undefined)
        return rowOf(context, "PullRequestReview", id);
    const pull = rowOf(context, "PullRequest", context_text(input, "pullRequestId"));
    const pending = pendingReview(context.site, context.viewer, pull);
    if (!pending)
        throw new ApiError(404, "Could not find a pending review for the pull request");
    return pending;
}
/** Adds to the given or own pending review, opening one when there is none. */
async function addThread(context, input) {
    const { site, viewer } = context;
    const id = maybeText(input, "pullRequestReviewId");
    const given = id === undefined ? undefined : ownPending(context, rowOf(context, "PullRequestReview", id));
    const pull = given
        ? pullOfReview(context, given)
        : rowOf(context, "PullRequest", context_text(input, "pullRequestId"));
    const repository = allowed(context, pull.repository, ACCESS.reviewPulls);
    const wanted = commentIn(input);
    const located = await locate(site, repository, pull, wanted);
    if ("refused" in located)
        return { thread: null };
    const comment = site.store.transact(() => {
        const review = given ?? pendingReview(site, viewer, pull) ?? insertReview(site, viewer, pull, "", pull.headSha);
        return insertThread(site, viewer, pull, review, wanted, located);
    });
    const thread = site.store.get("threads", comment.thread);
    return { thread: thread ? threadView(context, thread) : null };
}
function pullOfReview({ site }, review) {
    return getPull(site, site_repositoryById(site, review.repository), review.number);
}

;// CONCATENATED MODULE: ./lib/local/forge/graphql/mutations/mutations.js




function mutations(context) {
    const all = {
        ...issueMutations(context),
        ...pullMutations(context),
        ...reviewMutations(context),
    };
    const root = { __typename: "Mutation" };
    for (const [name, perform] of Object.entries(all)) {
        root[name] = async (args) => {
            const input = inputOf(args);
            const payload = await perform(input);
            await context.site.settled();
            return {
                __typename: `${name.charAt(0).toUpperCase()}${name.slice(1)}Payload`,
                clientMutationId: input.clientMutationId ?? null,
                ...payload,
            };
        };
    }
    return root;
}

;// CONCATENATED MODULE: ./lib/local/forge/http/rate.js
const HOUR_S = 3600;
const counters = new WeakMap();
/** Counts `cost` requests or points for the viewer and answers where that leaves them. */
function rateOf(site, viewer, resource, cost) {
    const known = counters.get(site) ?? new Map();
    counters.set(site, known);
    const who = viewer.kind === "job"
        ? `job ${viewer.job.repository}`
        : viewer.kind === "person"
            ? viewer.user.login
            : "";
    const limit = { anonymous: 60, person: 5000, job: 1000 }[viewer.kind];
    const time = Math.floor(site.clock.now().getTime() / 1000);
    const key = `${resource} ${who}`;
    const before = known.get(key);
    const window = before && before.reset > time ? before : { used: 0, reset: time + HOUR_S };
    const used = window.used + cost;
    known.set(key, { used, reset: window.reset });
    return { limit, used, remaining: Math.max(0, limit - used), reset: window.reset, resource };
}

;// CONCATENATED MODULE: ./lib/local/forge/graphql/search.js
/** `search(type: ISSUE)`: the qualifiers that clients use, over everything the viewer can read. */






function search(context, args) {
    if (args.type !== "ISSUE")
        throw new ApiError(422, "The local GitHub searches issues and pull requests only.", {
            type: "NOT_IMPLEMENTED",
        });
    demandBounds(args, "search");
    const tests = termsOf(context_text(args, "query")).map((term) => testOf(context, term));
    const rows = context.site.store.filter("issues", (issue) => canRead(context.viewer, site_repositoryById(context.site, issue.repository)) &&
        tests.every((test) => test(issue)));
    rows.sort((one, other) => other.createdAt.localeCompare(one.createdAt) || other.number - one.number);
    const counts = {
        issueCount: rows.length,
        userCount: 0,
        repositoryCount: 0,
        codeCount: 0,
        discussionCount: 0,
        wikiCount: 0,
    };
    return connection(rows, args, "SearchResultItemConnection", (issue) => issueOrPullView(context, issue), counts);
}
/** Splits at spaces outside of quotes. */
function termsOf(query) {
    return [...query.matchAll(/(?:[^\s"]|"[^"]*")+/g)].map((match) => match[0].replaceAll('"', ""));
}
function testOf(context, term) {
    if (term.startsWith("-")) {
        const inner = testOf(context, term.slice(1));
        return (issue) => !inner(issue);
    }
    const [, name = "", value = ""] = /^([a-z]+):(.*)$/i.exec(term) ?? [];
    const wanted = value.toLowerCase();
    const pull = (issue) => findPull(context.site, site_repositoryById(context.site, issue.repository), issue.number);
    const tests = {
        repo: (issue) => fullName(site_repositoryById(context.site, issue.repository)).toLowerCase() === wanted,
        user: (issue) => site_repositoryById(context.site, issue.repository).owner.toLowerCase() === wanted,
        is: (issue) => isState(issue, wanted, pull(issue)?.merged ?? false, pull(issue)?.draft ?? false),
        type: (issue) => isState(issue, wanted, false, false),
        state: (issue) => issue.state === wanted,
        label: (issue) => labelsOf(context.site, issue).some((label) => label.name.toLowerCase() === wanted),
        author: (issue) => issue.author.toLowerCase().replace(/\[bot\]$/, "") ===
            wanted.replace(/^app\//, "").replace(/\[bot\]$/, ""),
        assignee: (issue) => issue.assignees.some((login) => login.toLowerCase() === wanted),
        head: (issue) => pull(issue)?.headRef.toLowerCase() === wanted,
        base: (issue) => pull(issue)?.baseRef.toLowerCase() === wanted,
        draft: (issue) => String(pull(issue)?.draft ?? false) === wanted,
        sort: () => true,
        in: () => true,
        archived: () => wanted === "false",
    };
    const known = name === "" ? undefined : tests[name.toLowerCase()];
    if (known)
        return known;
    if (name !== "" && !value.startsWith("//"))
        throw new ApiError(422, `The local GitHub does not know the search qualifier "${name}:".`, {
            type: "NOT_IMPLEMENTED",
        });
    const word = term.toLowerCase();
    return (issue) => `${issue.title} ${issue.body ?? ""}`.toLowerCase().includes(word);
}
function isState(issue, wanted, merged, draft) {
    const answers = {
        issue: !issue.isPull,
        pr: issue.isPull,
        open: issue.state === "open",
        closed: issue.state === "closed",
        merged,
        unmerged: !merged,
        draft,
        public: true,
    };
    return answers[wanted] ?? false;
}

;// CONCATENATED MODULE: ./lib/local/forge/graphql/queries.js
/** The root of GraphQL queries. */









function queries(context) {
    const { site, viewer } = context;
    const node = (id) => {
        const found = nodeView(context, id);
        if (!found)
            throw unresolved(id);
        return found;
    };
    return {
        __typename: "Query",
        repository: (args) => {
            const name = `${context_text(args, "owner")}/${context_text(args, "name")}`;
            const repository = findRepository(site, name);
            if (!repository || !canRead(viewer, repository))
                throw new ApiError(404, `Could not resolve to a Repository with the name '${name}'.`);
            return repositoryView(context, repository);
        },
        node: (args) => node(context_text(args, "id")),
        nodes: (args) => (texts(args, "ids") ?? []).map(node),
        viewer: { ...userView(context, viewer.user.login), login: viewer.user.login },
        user: (args) => owner(context, context_text(args, "login"), "User"),
        organization: (args) => {
            throw new ApiError(404, `Could not resolve to an Organization with the login of '${context_text(args, "login")}'.`);
        },
        repositoryOwner: (args) => owner(context, context_text(args, "login"), "User"),
        search: (args) => search(context, args),
        rateLimit: () => {
            const rate = rateOf(site, viewer, "graphql", 0);
            return {
                __typename: "RateLimit",
                cost: 1,
                limit: rate.limit,
                remaining: Math.max(0, rate.remaining - 1),
                used: rate.used + 1,
                nodeCount: 0,
                resetAt: new Date(rate.reset * 1000).toISOString().replace(".000Z", "Z"),
            };
        },
    };
}
function owner(context, login, kind) {
    if (!findUser(context.site, login))
        throw new ApiError(404, `Could not resolve to a ${kind} with the login of '${login}'.`);
    return userView(context, login);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
;// CONCATENATED MODULE: ./lib/local/forge/graphql/schema.js
/** GitHub's own GraphQL schema, loaded once per process and only when somebody needs it. */





const loaded = new Map();
function loadSchema(path = defaultPath()) {
    const known = loaded.get(path);
    if (known)
        return known;
    const fresh = (0,promises_.readFile)(path, "utf8").then(
    // The published schema defines one field twice: valid for GitHub, not for graphql-js.
    (sdl) => (0,graphql/* buildSchema */.IV5)(sdl, { assumeValidSDL: true, noLocation: true }), (cause) => {
        throw new Error(`Cannot read GitHub's GraphQL schema at ${path}. Rebuild or reinstall Nightshift.`, {
            cause,
        });
    });
    loaded.set(path, fresh);
    return fresh;
}
/** Beside the bundle, else in the nearest node_modules that has it. */
function defaultPath() {
    const here = (0,external_node_path_.dirname)((0,external_node_url_.fileURLToPath)(import.meta.url));
    if ((0,external_node_path_.basename)(here) === "dist")
        return (0,external_node_path_.join)(here, "assets", "local", "schema.graphql");
    const inModules = (0,external_node_path_.join)("node_modules", "@octokit", "graphql-schema", "schema.graphql");
    for (let folder = here; folder !== (0,external_node_path_.dirname)(folder); folder = (0,external_node_path_.dirname)(folder)) {
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, inModules)))
            return (0,external_node_path_.join)(folder, inModules);
    }
    return (0,external_node_path_.join)(here, inModules);
}

;// CONCATENATED MODULE: ./lib/local/forge/graphql/execute.js
/** Executes GraphQL requests against GitHub's schema. What is not implemented is an error that says so. */








/** GitHub accepts sibling fragments with same-named fields of different enum types; graphql-js does not. */
const RULES = graphql/* specifiedRules */.gv5.filter((rule) => rule !== graphql/* OverlappingFieldsCanBeMergedRule */.Kzw);
function createGraphql(site, schemaPath) {
    const load = () => loadSchema(schemaPath);
    return {
        warmUp: () => void load().catch((error) => site.log(String(error))),
        answer: async (viewer, body) => answer({ site, viewer: demandSomebody(viewer) }, await load(), body),
    };
}
async function answer(context, schema, body) {
    const query = isObject(body) && typeof body.query === "string" ? body.query : undefined;
    if (query === undefined)
        return plain(400, { message: "A query attribute must be specified and must be a string." });
    const variables = isObject(body) && isObject(body.variables) ? body.variables : {};
    const operationName = isObject(body) && typeof body.operationName === "string" ? body.operationName : undefined;
    let document;
    try {
        document = (0,graphql/* parse */.qgA)(query, { noLocation: false });
    }
    catch (error) {
        return plain(200, { errors: [{ message: error instanceof Error ? error.message : String(error) }] });
    }
    const wrong = (0,graphql/* validate */.tfT)(schema, document, RULES);
    if (wrong.length > 0)
        return plain(200, { errors: wrong.map(errorJson) });
    const fields = rootFields(document, operationName);
    const result = await (0,graphql/* execute */.g7Y)({
        schema,
        document,
        variableValues: variables,
        contextValue: context,
        fieldResolver: strictly,
        typeResolver: typenameOf,
        rootValue: fields.kind === "mutation" ? mutations(context) : queries(context),
        ...(operationName === undefined ? {} : { operationName }),
    });
    const data = result.data === undefined ? null : JSON.parse(JSON.stringify(result.data));
    const notifying = !result.errors && fields.names.some((name) => NOTIFYING_MUTATIONS.has(name));
    return {
        status: 200,
        body: { data, ...(result.errors ? { errors: result.errors.map(errorJson) } : {}) },
        route: `graphql:${fields.kind} ${fields.names.join(",")}`,
        notifying,
        repository: repositoryIn(variables),
    };
}
function plain(status, body) {
    return { status, body, route: "graphql:invalid", notifying: false, repository: undefined };
}
function rootFields(document, name) {
    for (const definition of document.definitions) {
        if (definition.kind !== graphql/* Kind */.b8C.OPERATION_DEFINITION ||
            (name !== undefined && definition.name?.value !== name))
            continue;
        const names = definition.selectionSet.selections.map((one) => one.kind === graphql/* Kind */.b8C.FIELD ? one.name.value : "…");
        return { kind: definition.operation, names };
    }
    return { kind: "query", names: [] };
}
/** Most queries name the repository in two variables; for the others statistics fall back on the token. */
function repositoryIn(variables) {
    const owner = variables.owner ?? variables.o;
    const name = variables.name ?? variables.repo ?? variables.r;
    return typeof owner === "string" && typeof name === "string" ? `${owner}/${name}` : undefined;
}
const strictly = (source, args, context, info) => {
    const fields = typeof source === "object" && source !== null ? { ...own(source, info.fieldName) } : {};
    const value = fields[info.fieldName];
    const result = typeof value === "function" ? value.call(source, args, context, info) : value;
    if (result === undefined) {
        throw new graphql/* GraphQLError */.eOn(`The local GitHub does not implement ${info.parentType.name}.${info.fieldName}.`, { extensions: { type: "NOT_IMPLEMENTED" } });
    }
    return result;
};
function own(source, name) {
    const descriptor = Object.getOwnPropertyDescriptor(source, name);
    return descriptor ? { [name]: descriptor.value } : {};
}
function typenameOf(value) {
    return isObject(value) && typeof value.__typename === "string" ? value.__typename : undefined;
}
function errorJson(error) {
    const original = error.originalError;
    const type = original instanceof ApiError ? original.type : error.extensions.type;
    const details = original instanceof ApiError && original.errors ? `: ${original.errors.map(detailOf).join(", ")}` : "";
    return {
        ...(typeof type === "string" ? { type } : {}),
        ...(error.path ? { path: [...error.path] } : {}),
        locations: (error.locations ?? []).map(({ line, column }) => ({ line, column })),
        message: `${error.message}${details}`,
    };
}
function detailOf(detail) {
    if (isObject(detail))
        return String(detail.message ?? `${detail.field} ${detail.code}`);
    return String(detail);
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
;// CONCATENATED MODULE: ./lib/local/forge/rest/storage.js
const OFFER_MS = 60_000;
const offers = new WeakMap();
/** 302 to a place where the bytes can be had for a minute. */
function keep(site, name, open) {
    const known = offers.get(site) ?? new Map();
    offers.set(site, known);
    const time = site.clock.now().getTime();
    for (const [path, offer] of known)
        if (offer.expires < time)
            known.delete(path);
    const path = `/_storage/${site.ids.secret()}/${name}`;
    known.set(path, { expires: time + OFFER_MS, open });
    return { status: 302, headers: { location: `${site.url}${path}` } };
}
/** The offered bytes; undefined when there is no such offer. */
async function download(site, path) {
    return offers.get(site)?.get(path)?.open();
}

// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./lib/local/forge/http/smart.js
/** Git's smart HTTP over `git upload-pack` and `git receive-pack`: clone, fetch by SHA, partial clone, push. */











/** Reads a git URL: `/o/r(.git)/info/refs?service=…` or `/o/r(.git)/git-upload-pack`. */
function parseGitRequest(method, url) {
    const [, owner, name, rest] = /^\/([^/]+)\/([^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/.exec(url.pathname) ?? [];
    if (owner === undefined || name === undefined)
        return undefined;
    const service = rest === "info/refs" ? url.searchParams.get("service") : rest;
    if (service !== "git-upload-pack" && service !== "git-receive-pack")
        return undefined;
    const advertise = rest === "info/refs";
    if ((method === "GET") !== advertise)
        return undefined;
    return { repository: `${owner}/${name}`, service, advertise };
}
async function answerGit(site, viewer, wanted, request, response) {
    const repository = findRepository(site, wanted.repository);
    const writing = wanted.service === "git-receive-pack";
    if (viewer.kind === "anonymous" && (writing || !repository || repository.private)) {
        response
            .writeHead(401, { "www-authenticate": 'Basic realm="GitHub"', "content-type": "text/plain" })
            .end("Authentication required\n");
        return;
    }
    if (!repository || !canRead(viewer, repository)) {
        response.writeHead(404, { "content-type": "text/plain" }).end("Repository not found.\n");
        return;
    }
    if (!may(viewer, repository, writing ? ACCESS.writeContents : ACCESS.readContents)) {
        const who = viewer.kind === "anonymous" ? "anonymous" : viewer.user.login;
        response
            .writeHead(403, { "content-type": "text/plain" })
            .end(`Permission to ${wanted.repository}.git denied to ${who}.\n`);
        return;
    }
    const protocol = String(request.headers["git-protocol"] ?? "");
    if (wanted.advertise)
        await advertise(site, repository, wanted.service, protocol, response);
    else if (writing && viewer.kind !== "anonymous")
        await receive(site, viewer, repository, request, response, protocol);
    else
        await exchange(site, repository, "upload-pack", protocol, bodyOf(request), response);
}
function bodyOf(request) {
    return request.headers["content-encoding"] === "gzip" ? request.pipe((0,external_node_zlib_.createGunzip)()) : request;
}
const NO_CACHE = {
    "cache-control": "no-cache, max-age=0, must-revalidate",
    expires: "Fri, 01 Jan 1980 00:00:00 GMT",
    pragma: "no-cache",
};
async function advertise(site, repository, service, protocol, response) {
    const command = service.slice("git-".length);
    const result = await site
        .git(repository)
        .run([command, "--stateless-rpc", "--http-backend-info-refs", "."], { env: { GIT_PROTOCOL: protocol } });
    response.writeHead(200, { ...NO_CACHE, "content-type": `application/x-${service}-advertisement` });
    if (!protocol.includes("version=2") || service === "git-receive-pack") {
        const line = `# service=${service}\n`;
        response.write(`${(line.length + 4).toString(16).padStart(4, "0")}${line}0000`);
    }
    response.end(result.stdout);
}
/** Runs the service on the request body and streams its answer. Resolves with the exit code. */
async function exchange(site, repository, command, protocol, body, response, env = {}, ends = true) {
    const child = (0,external_node_child_process_.spawn)("git", [...GIT_SETTINGS, command, "--stateless-rpc", "."], {
        cwd: site.git(repository).directory,
        env: gitEnvironment({ GIT_PROTOCOL: protocol, ...env }),
        stdio: "pipe",
    });
    child.stderr.on("data", (chunk) => site.log(`git ${command}: ${chunk.toString().trim()}`));
    const exited = new Promise((resolve, reject) => {
        child.on("error", reject);
        child.on("close", () => resolve());
    });
    response.writeHead(200, { ...NO_CACHE, "content-type": `application/x-git-${command}-result` });
    response.on("close", () => child.kill());
    const sent = (0,external_node_stream_promises_.pipeline)(body, child.stdin).catch(() => undefined);
    child.stdout.pipe(response, { end: false });
    await exited;
    await Promise.race([sent, new Promise((resolve) => setImmediate(resolve))]);
    if (ends)
        response.end();
}
let spools = 0;
/** Takes the pack first and the repository's turn then, so that a slow client stops nobody; tells what moved afterwards. */
async function receive(site, viewer, repository, request, response, protocol) {
    spools += 1;
    const spool = (0,external_node_path_.join)(site.dataDir, "tmp", `push-${process.pid}-${spools}`);
    const git = site.git(repository);
    try {
        await (0,external_node_stream_promises_.pipeline)(bodyOf(request), (0,external_node_fs_.createWriteStream)(spool));
        const deliver = async () => {
            const before = new Map(git.refs);
            const env = viewer.kind === "job" ? { FORGE_FORBID_WORKFLOWS: "1" } : {};
            await exchange(site, repository, "receive-pack", protocol, (0,external_node_fs_.createReadStream)(spool), response, env, false);
            await git.refreshRefs();
            await refsChanged(site, viewer, repository, differenceOf(before, git.refs));
            await site.settled();
        };
        await git.exclusive(() => undertake(site, viewer, repository, deliver));
        response.end();
    }
    finally {
        await (0,promises_.rm)(spool, { force: true });
    }
}

;// CONCATENATED MODULE: ./lib/local/forge/http/server.js
/** The HTTP edge: one port for REST, GraphQL, git and downloads, in origin and absolute form. */









const server_MAX_BODY = 32 * 1024 * 1024;
function createEdge(edge) {
    const server = (0,external_node_http_.createServer)((request, response) => {
        handle(edge, request, response).catch((error) => {
            if (error instanceof ApiError && !response.headersSent) {
                sendJson(response, error.status, error.body());
                return;
            }
            edge.site.log(`500 ${request.method} ${request.url}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
            if (response.headersSent)
                response.destroy();
            else
                sendJson(response, 500, {
                    message: error instanceof Error ? error.message : "Server Error",
                    documentation_url: "https://docs.github.com/rest",
                    status: "500",
                });
        });
    });
    server.keepAliveTimeout = 60_000;
    return server;
}
async function handle(edge, request, response) {
    const { site } = edge;
    await edge.ready;
    const method = request.method ?? "GET";
    const url = targetOf(request, site.url);
    const offered = await download(site, url.pathname);
    if (offered) {
        response
            .writeHead(200, { "content-type": offered.type, "content-length": offered.content.length })
            .end(offered.content);
        return;
    }
    let viewer;
    try {
        viewer = identify(site, request.headers.authorization);
    }
    catch (error) {
        server_refuse(response, error, parseGitRequest(method, url) !== undefined);
        return;
    }
    const git = parseGitRequest(method, url);
    const bytes = git ? undefined : await readBody(request);
    const seen = interceptedOf(request, method, url, viewer, bytes);
    if (edge.intercept && !(await applyFault(await edge.intercept(seen), response)))
        return;
    if (git) {
        edge.counter.count(viewer, git.repository, method, `git:${git.service}${git.advertise ? ":refs" : ""}`, false);
        await answerGit(site, viewer, git, request, response);
        return;
    }
    const reply = await answerApi(edge, viewer, request, method, url, bytes ?? Buffer.alloc(0));
    if (edge.afterEffect && !(await applyFault(await edge.afterEffect(seen), response)))
        return;
    sendReply(request, response, reply);
}
/** False when the fault was the answer. */
async function applyFault(fault, response) {
    if (fault === undefined)
        return true;
    if (fault === "reset")
        response.destroy();
    else
        sendJson(response, fault.status, fault.body, fault.headers);
    return false;
}
/** Proxies send `GET http://api.github.localhost/…`; others a path and a Host header. */
function targetOf(request, base) {
    const target = request.url ?? "/";
    if (/^https?:\/\//i.test(target))
        return new URL(target);
    const host = request.headers.host;
    return new URL(`${host ? `http://${host}` : base}${target}`);
}
function interceptedOf(request, method, url, viewer, bytes) {
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const body = bytes === undefined ? {} : { body: quietly(bytes) };
    return { method, path: `${url.pathname}${url.search}`, headers, token: viewer.kind, ...body };
}
function quietly(bytes) {
    try {
        return parseBody(bytes);
    }
    catch {
        return null;
    }
}
async function readBody(request) {
    const chunks = [];
    let size = 0;
    for await (const chunk of request) {
        const bytes = Buffer.from(chunk);
        size += bytes.length;
        if (size > server_MAX_BODY)
            throw new ApiError(413, "Payload too large");
        chunks.push(bytes);
    }
    return Buffer.concat(chunks);
}
async function answerApi(edge, viewer, request, method, url, bytes) {
    const { site } = edge;
    const isGraphql = url.pathname === "/graphql" || url.pathname === "/api/graphql";
    try {
        if (isGraphql && method === "POST")
            return await answerGraphql(edge, viewer, bytes);
        const path = apiPath(url);
        if (path === undefined)
            throw errors_notFound();
        const rate = rateOf(site, viewer, "core", path === "/rate_limit" ? 0 : 1);
        return { ...(await answerRest(edge, viewer, request, method, url, path, bytes)), rate };
    }
    catch (error) {
        if (!(error instanceof ApiError))
            throw error;
        return {
            status: error.status,
            body: error.body(),
            rate: rateOf(site, viewer, isGraphql ? "graphql" : "core", 0),
        };
    }
}
/** The path below the API root; undefined for pages that only GitHub's own site has. */
function apiPath(url) {
    if (url.pathname === "/api/v3" || url.pathname.startsWith("/api/v3/"))
        return url.pathname.slice("/api/v3".length) || "/";
    if (url.hostname.startsWith("api."))
        return url.pathname;
    return undefined;
}
async function answerGraphql(edge, viewer, bytes) {
    if (viewer.kind === "anonymous")
        throw new ApiError(401, "This endpoint requires you to be authenticated.");
    const answer = await edge.graphql(viewer, parseBody(bytes));
    await edge.site.settled();
    edge.counter.count(viewer, answer.repository, "POST", answer.route, answer.notifying);
    return { status: answer.status, body: answer.body, rate: rateOf(edge.site, viewer, "graphql", 1) };
}
async function answerRest(edge, viewer, request, method, url, path, bytes) {
    const found = edge.router.match(method === "HEAD" ? "GET" : method, path);
    const repository = found?.parameters.owner
        ? `${found.parameters.owner}/${found.parameters.repo}`
        : undefined;
    const route = found?.route.template ?? "unknown";
    let notifying = false;
    try {
        if (!found)
            throw errors_notFound();
        const rawBody = method === "GET" || method === "HEAD" ? {} : parseBody(bytes);
        const reply = await found.route.answer({
            site: edge.site,
            viewer,
            parameters: found.parameters,
            query: url.searchParams,
            rawBody,
            body: isObject(rawBody) ? rawBody : {},
            accept: String(request.headers.accept ?? ""),
            url: url.href,
        });
        if (method !== "GET")
            await edge.site.settled();
        notifying = isNotifying(method, route);
        return { ...reply, headers: { ...reply.headers, "x-forge-route": route } };
    }
    finally {
        edge.counter.count(viewer, repository, method, route, notifying);
    }
}
function server_refuse(response, error, git) {
    if (!(error instanceof ApiError))
        throw error;
    const headers = git ? { "www-authenticate": 'Basic realm="GitHub"' } : {};
    sendJson(response, error.status, error.body(), headers);
}
function sendReply(request, response, reply) {
    const headers = {
        "x-github-media-type": "github.v3; format=json",
        "x-github-request-id": (0,external_node_crypto_.createHash)("sha1")
            .update(String(process.hrtime.bigint()))
            .digest("hex")
            .slice(0, 16),
        "x-oauth-scopes": "repo, workflow, read:org, gist",
        ...rateHeaders(reply.rate),
        ...reply.headers,
    };
    if (reply.body === undefined) {
        response.writeHead(reply.status, headers).end();
        return;
    }
    const bytes = Buffer.isBuffer(reply.body) ? reply.body : Buffer.from(JSON.stringify(reply.body));
    if (!headers["content-type"])
        headers["content-type"] = "application/json; charset=utf-8";
    if (request.method === "GET" && reply.status === 200) {
        headers.etag = `W/"${(0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex")}"`;
        if (request.headers["if-none-match"] === headers.etag) {
            response.writeHead(304, headers).end();
            return;
        }
    }
    response
        .writeHead(reply.status, { ...headers, "content-length": bytes.length })
        .end(request.method === "HEAD" ? undefined : bytes);
}
function rateHeaders(rate) {
    if (!rate)
        return {};
    return {
        "x-ratelimit-limit": String(rate.limit),
        "x-ratelimit-remaining": String(rate.remaining),
        "x-ratelimit-used": String(rate.used),
        "x-ratelimit-reset": String(rate.reset),
        "x-ratelimit-resource": rate.resource,
    };
}
function sendJson(response, status, body, headers = {}) {
    const text = body === undefined ? "" : JSON.stringify(body);
    response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers }).end(text);
}

;// CONCATENATED MODULE: ./lib/local/forge/operations/artifacts.js
/** Artifacts and job logs as files below the data directory. */




const DAY_MS = 86_400_000;
const DEFAULT_RETENTION_DAYS = 90;
const placeOf = (site, id) => (0,external_node_path_.join)(site.dataDir, "artifacts", String(id));
async function saveArtifact(site, wanted) {
    const same = artifactsOf(site, wanted.runId).find((one) => one.name === wanted.name);
    if (same && !wanted.overwrite) {
        throw new Error(`Failed to CreateArtifact: an artifact with the name "${wanted.name}" already exists on the workflow run (409 Conflict).`);
    }
    const id = site.store.nextId();
    await (0,promises_.mkdir)(placeOf(site, id), { recursive: true });
    await (0,promises_.cp)(wanted.directory, placeOf(site, id), { recursive: true, verbatimSymlinks: true });
    const files = await filesBelow(placeOf(site, id));
    const sizes = await Promise.all(files.map(async (path) => (await (0,promises_.stat)((0,external_node_path_.join)(placeOf(site, id), path))).size));
    const created = site.clock.now();
    const expires = new Date(created.getTime() + (wanted.retentionDays ?? DEFAULT_RETENTION_DAYS) * DAY_MS);
    if (same)
        await (0,promises_.rm)(placeOf(site, same.id), { recursive: true, force: true });
    return site.store.transact(() => {
        if (same)
            site.store.remove("artifacts", same.id);
        return site.store.put("artifacts", id, {
            id,
            runId: wanted.runId,
            name: wanted.name,
            sizeInBytes: sizes.reduce((sum, size) => sum + size, 0),
            createdAt: timestamp(created),
            expiresAt: timestamp(expires),
            expired: false,
        });
    });
}
/** `expired` is told by the clock. */
function artifactsOf(site, runId) {
    return site.store.filter("artifacts", (row) => row.runId === runId).map((row) => current(site, row));
}
function findArtifact(site, id) {
    const row = site.store.get("artifacts", id);
    return row && current(site, row);
}
function current(site, row) {
    return { ...row, expired: row.expired || row.expiresAt <= timestamp(site.clock.now()) };
}
async function readArtifact(site, id, directory) {
    const artifact = findArtifact(site, id);
    if (!artifact)
        throw new Error(`Artifact ${id} does not exist.`);
    if (artifact.expired)
        throw new Error(`Artifact "${artifact.name}" (${id}) has expired.`);
    await (0,promises_.mkdir)(directory, { recursive: true });
    await (0,promises_.cp)(placeOf(site, id), directory, { recursive: true, verbatimSymlinks: true });
}
async function artifactFiles(site, id) {
    const place = placeOf(site, id);
    return Promise.all((await filesBelow(place)).map(async (path) => ({ path, content: await (0,promises_.readFile)((0,external_node_path_.join)(place, path)) })));
}
async function filesBelow(directory) {
    const entries = await (0,promises_.readdir)(directory, { recursive: true, withFileTypes: true });
    return entries
        .filter((entry) => entry.isFile())
        .map((entry) => (0,external_node_path_.relative)(directory, (0,external_node_path_.join)(entry.parentPath, entry.name)).split(external_node_path_.sep).join("/"))
        .sort();
}
const logPath = (site, jobId) => (0,external_node_path_.join)(site.dataDir, "logs", `${jobId}.log`);
function appendLog(site, jobId, text) {
    (0,external_node_fs_.appendFileSync)(logPath(site, jobId), text);
}
function readLog(site, jobId) {
    return (0,external_node_fs_.existsSync)(logPath(site, jobId)) ? (0,external_node_fs_.readFileSync)(logPath(site, jobId), "utf8") : "";
}

;// CONCATENATED MODULE: ./lib/local/forge/operations/dispatch.js
/** `repository_dispatch` and `workflow_dispatch`: what starts runs whoever asks. */





const MAX_EVENT_TYPE = 100;
const MAX_KEYS = 10;
const MAX_PAYLOAD = 65_535;
const MAX_INPUTS = 25;
function dispatchRepository(site, viewer, repository, eventType, clientPayload) {
    if (eventType.trim() === "" || eventType.length > MAX_EVENT_TYPE) {
        throw invalid("RepositoryDispatch", "event_type", "invalid", "event_type must be 1 to 100 characters");
    }
    if (Object.keys(clientPayload).length > MAX_KEYS) {
        throw unprocessable("Invalid request.\n\nNo more than 10 properties are allowed; 11 were supplied.".replace("11", String(Object.keys(clientPayload).length)));
    }
    if (JSON.stringify(clientPayload).length > MAX_PAYLOAD)
        throw unprocessable("client_payload is too large.");
    emit(site, viewer, repository, "repository_dispatch", {
        action: eventType,
        payload: { action: eventType, branch: repository.defaultBranch, client_payload: clientPayload },
    });
}
/** Workflow files of the default branch, each with an id that lasts. */
async function listWorkflows(site, repository) {
    const head = branchHead(site, repository, repository.defaultBranch);
    if (!head)
        return [];
    const git = site.git(repository);
    const folder = await git.read(`${head}:.github/workflows`);
    if (folder?.type !== "tree")
        return [];
    const entries = (await listTree(git, folder.sha, false)).filter((entry) => entry.type === "blob" && /\.ya?ml$/.test(entry.path));
    return Promise.all(entries.map(async (entry) => {
        const path = `.github/workflows/${entry.path}`;
        return {
            ...workflowRow(site, repository, path),
            name: nameIn((await readFileAt(git, head, path))?.toString() ?? "", path),
        };
    }));
}
/** The lasting id of a workflow file. */
function workflowRow(site, repository, path) {
    const found = site.store.find("workflows", (row) => row.repository === repository.id && row.path === path);
    if (found)
        return found;
    const id = site.store.nextId();
    return site.store.put("workflows", id, {
        id,
        repository: repository.id,
        path,
        state: "active",
        createdAt: now(site),
    });
}
function nameIn(text, path) {
    try {
        const document = (0,dist/* parse */.qg)(text);
        if (typeof document === "object" &&
            document !== null &&
            "name" in document &&
            typeof document.name === "string")
            return document.name;
    }
    catch {
        return path;
    }
    return path;
}
/** By id or by file name. */
async function getWorkflow(site, repository, wanted) {
    const found = (await listWorkflows(site, repository)).find((one) => String(one.id) === wanted || one.path.endsWith(`/${wanted}`) || one.path === wanted);
    if (!found)
        throw errors_notFound();
    return found;
}
/** How long to wait for the runner to record the run that was asked for. */
const RUN_WAIT_MS = 5000;
const RUN_POLL_MS = 10;
/** Emits the event; the answer waits for the run only when the caller wants its id. */
async function dispatchWorkflow(site, viewer, repository, wanted) {
    const workflow = await getWorkflow(site, repository, wanted.workflow);
    const git = site.git(repository);
    const ref = [`refs/heads/${wanted.ref}`, `refs/tags/${wanted.ref}`, wanted.ref].find((one) => git.refs.has(one));
    const sha = ref && git.refs.get(ref);
    if (!ref || !sha)
        throw unprocessable(`No ref found for: ${wanted.ref}`);
    if (Object.keys(wanted.inputs).length > MAX_INPUTS)
        throw unprocessable("you may only define up to 25 `inputs`");
    const trigger = dispatchTrigger((await readFileAt(git, sha, workflow.path))?.toString());
    if (!trigger)
        throw unprocessable("Workflow does not have 'workflow_dispatch' trigger");
    if (workflow.state !== "active")
        throw new ApiError(422, "Cannot trigger a 'workflow_dispatch' on a disabled workflow");
    const inputs = checkedInputs(trigger, wanted.inputs);
    const event = emit(site, viewer, repository, "workflow_dispatch", {
        payload: { inputs, ref, workflow: workflow.path },
        ref,
        sha,
        workflowPath: workflow.path,
        inputs,
    });
    return wanted.details ? runStartedBy(site, event.id) : undefined;
}
/** The `inputs:` of the trigger; undefined when the file has no such trigger. */
function dispatchTrigger(text) {
    const document = text === undefined ? undefined : (0,dist/* parse */.qg)(text);
    const on = field(document, "on") ?? field(document, "true");
    if (on === "workflow_dispatch" || (Array.isArray(on) && on.includes("workflow_dispatch")))
        return {};
    if (typeof on !== "object" || on === null || !("workflow_dispatch" in on))
        return undefined;
    const inputs = field(on.workflow_dispatch, "inputs");
    return typeof inputs === "object" && inputs !== null ? { ...inputs } : {};
}
function field(value, name) {
    return typeof value === "object" && value !== null
        ? Object.entries(value).find(([key]) => key === name)?.[1]
        : undefined;
}
function checkedInputs(declared, given) {
    const unexpected = Object.keys(given).filter((name) => !(name in declared));
    if (unexpected.length > 0)
        throw unprocessable(`Unexpected inputs provided: ${JSON.stringify(unexpected)}`);
    const inputs = {};
    for (const [name, input] of Object.entries(declared)) {
        const value = given[name] ?? field(input, "default");
        if (value === undefined || value === null || value === "") {
            if (field(input, "required") === true && given[name] === undefined)
                throw unprocessable(`Required input '${name}' not provided`);
        }
        const options = field(input, "options");
        const text = value === undefined || value === null ? "" : String(value);
        if (field(input, "type") === "choice" && Array.isArray(options) && !options.map(String).includes(text)) {
            throw unprocessable(`Provided value '${text}' for input '${name}' not in the list of allowed values`);
        }
        inputs[name] = text;
    }
    return inputs;
}
async function runStartedBy(site, eventId) {
    const end = Date.now() + RUN_WAIT_MS;
    while (Date.now() < end) {
        const run = site.store.find("runs", (row) => row.trigger.id === eventId);
        if (run)
            return run.id;
        await new Promise((resolve) => setTimeout(resolve, RUN_POLL_MS));
    }
    throw new ApiError(500, "The workflow was dispatched, but no runner recorded its run. Is the local runner attached?");
}

;// CONCATENATED MODULE: ./lib/local/forge/zip.js
/** A ZIP archive in memory: deflate, UTF-8 names, no extensions. */

const UTF8_NAMES = 0x0800;
const DEFLATE = 8;
/** 1980-01-01, the first date that the format knows. */
const DATE = 0x21;
function writeZip(entries) {
    const parts = [];
    const directory = [];
    let offset = 0;
    for (const entry of entries) {
        const name = Buffer.from(entry.path);
        const packed = (0,external_node_zlib_.deflateRawSync)(entry.content);
        const fields = commonFields(entry, packed, name);
        const local = Buffer.concat([numbers([[0x04034b50, 4]]), fields, numbers([[0, 2]]), name, packed]);
        directory.push(Buffer.concat([
            numbers([
                [0x02014b50, 4],
                [20, 2],
            ]),
            fields,
            numbers([
                [0, 2],
                [0, 2],
                [0, 2],
                [0, 2],
                [0, 4],
                [offset, 4],
            ]),
            name,
        ]));
        parts.push(local);
        offset += local.length;
    }
    const central = Buffer.concat(directory);
    const end = numbers([
        [0x06054b50, 4],
        [0, 2],
        [0, 2],
        [entries.length, 2],
        [entries.length, 2],
        [central.length, 4],
        [offset, 4],
        [0, 2],
    ]);
    return Buffer.concat([...parts, central, end]);
}
/** Version to name length: what the local and the central header share. */
function commonFields(entry, packed, name) {
    return numbers([
        [20, 2],
        [UTF8_NAMES, 2],
        [DEFLATE, 2],
        [0, 2],
        [DATE, 2],
        [crc32(entry.content), 4],
        [packed.length, 4],
        [entry.content.length, 4],
        [name.length, 2],
    ]);
}
function numbers(fields) {
    const buffer = Buffer.alloc(fields.reduce((sum, [, bytes]) => sum + bytes, 0));
    let at = 0;
    for (const [value, bytes] of fields) {
        if (bytes === 2)
            buffer.writeUInt16LE(value, at);
        else
            buffer.writeUInt32LE(value >>> 0, at);
        at += bytes;
    }
    return buffer;
}
const CRC_TABLE = Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit += 1)
        value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value >>> 0;
});
function crc32(bytes) {
    let crc = 0xffffffff;
    for (const byte of bytes)
        crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0);
    return (crc ^ 0xffffffff) >>> 0;
}

;// CONCATENATED MODULE: ./lib/local/forge/rest/serialize/actions.js





/** `workflow` */
function workflowJson(site, repository, workflow) {
    const page = repoPage(site, repository);
    return {
        id: workflow.id,
        node_id: nodeId("Workflow", workflow.id),
        name: workflow.name,
        path: workflow.path,
        state: workflow.state,
        created_at: workflow.createdAt,
        updated_at: workflow.createdAt,
        url: `${repoApi(site, repository)}/actions/workflows/${workflow.id}`,
        html_url: `${page}/blob/${repository.defaultBranch}/${workflow.path}`,
        badge_url: `${page}/workflows/${encodeURIComponent(workflow.name)}/badge.svg`,
    };
}
/** `workflow-run` */
function runJson(site, repository, run) {
    const api = `${repoApi(site, repository)}/actions/runs/${run.id}`;
    const workflow = workflowRow(site, repository, run.path);
    return {
        id: run.id,
        name: run.name,
        node_id: nodeId("WorkflowRun", run.id),
        check_suite_id: run.id,
        check_suite_node_id: nodeId("CheckSuite", run.id),
        head_branch: run.headBranch,
        head_sha: run.headSha,
        path: run.path,
        run_number: run.runNumber,
        run_attempt: run.runAttempt,
        referenced_workflows: [],
        event: run.event,
        status: run.status,
        conclusion: run.conclusion,
        workflow_id: workflow.id,
        url: api,
        html_url: `${repoPage(site, repository)}/actions/runs/${run.id}`,
        pull_requests: [],
        created_at: run.createdAt,
        updated_at: run.updatedAt,
        actor: userJson(site, userOf(site, run.actor.login)),
        triggering_actor: userJson(site, userOf(site, run.triggeringActor.login)),
        run_started_at: run.runStartedAt,
        jobs_url: `${api}/jobs`,
        logs_url: `${api}/logs`,
        check_suite_url: `${repoApi(site, repository)}/check-suites/${run.id}`,
        artifacts_url: `${api}/artifacts`,
        cancel_url: `${api}/cancel`,
        rerun_url: `${api}/rerun`,
        previous_attempt_url: null,
        workflow_url: `${repoApi(site, repository)}/actions/workflows/${workflow.id}`,
        head_commit: {
            id: run.headSha,
            tree_id: run.headSha,
            message: run.displayTitle,
            timestamp: run.createdAt,
            author: null,
            committer: null,
        },
        repository: repository_minimalRepositoryJson(site, repository),
        head_repository: repository_minimalRepositoryJson(site, repository),
        display_title: run.displayTitle,
    };
}
/** `job` */
function jobJson(site, repository, run, job) {
    const api = repoApi(site, repository);
    return {
        id: job.id,
        run_id: job.runId,
        run_url: `${api}/actions/runs/${job.runId}`,
        run_attempt: job.runAttempt,
        node_id: nodeId("CheckRun", job.id),
        head_sha: job.headSha,
        url: `${api}/actions/jobs/${job.id}`,
        html_url: `${repoPage(site, repository)}/actions/runs/${job.runId}/job/${job.id}`,
        status: job.status,
        conclusion: job.conclusion,
        created_at: job.startedAt ?? run.createdAt,
        started_at: job.startedAt ?? run.createdAt,
        completed_at: job.completedAt,
        name: job.name,
        steps: job.steps.map((step) => ({
            name: step.name,
            status: step.status,
            conclusion: step.conclusion,
            number: step.number,
            started_at: step.startedAt,
            completed_at: step.completedAt,
        })),
        check_run_url: `${api}/check-runs/${job.id}`,
        labels: ["ubuntu-latest"],
        runner_id: 1,
        runner_name: "local",
        runner_group_id: 1,
        runner_group_name: "local",
        workflow_name: run.name,
        head_branch: run.headBranch,
    };
}
/** `artifact` */
function artifactJson(site, repository, run, artifact) {
    const url = `${repoApi(site, repository)}/actions/artifacts/${artifact.id}`;
    return {
        id: artifact.id,
        node_id: nodeId("WorkflowRun", `artifact-${artifact.id}`),
        name: artifact.name,
        size_in_bytes: artifact.sizeInBytes,
        url,
        archive_download_url: `${url}/zip`,
        expired: artifact.expired,
        created_at: artifact.createdAt,
        expires_at: artifact.expiresAt,
        updated_at: artifact.createdAt,
        workflow_run: {
            id: run.id,
            repository_id: repository.id,
            head_repository_id: repository.id,
            head_branch: run.headBranch ?? "",
            head_sha: run.headSha,
        },
    };
}

;// CONCATENATED MODULE: ./lib/local/forge/rest/actions.js













const dispatchRoutes = [
    repositoryRoute("POST /dispatches", ACCESS.writeContents, (question) => {
        const { site, repository, body } = question;
        dispatchRepository(site, somebody(question), repository, requiredText(body, "event_type"), optionalObject(body, "client_payload") ?? {});
        return noContent();
    }),
    repositoryRoute("GET /actions/workflows", ACCESS.readActions, async (question) => {
        const rows = await listWorkflows(question.site, question.repository);
        return counted(question, "workflows", rows, (one) => workflowJson(question.site, question.repository, one));
    }),
    repositoryRoute("GET /actions/workflows/{workflow_id}", ACCESS.readActions, async (question) => {
        const workflow = await getWorkflow(question.site, question.repository, textIn(question, "workflow_id"));
        return ok(workflowJson(question.site, question.repository, workflow));
    }),
    repositoryRoute("POST /actions/workflows/{workflow_id}/dispatches", ACCESS.writeActions, async (question) => {
        const { site, repository, body } = question;
        const run = await dispatchWorkflow(site, somebody(question), repository, {
            workflow: textIn(question, "workflow_id"),
            ref: requiredText(body, "ref").replace(/^refs\/heads\//, ""),
            inputs: optionalObject(body, "inputs") ?? {},
            details: optionalFlag(body, "return_run_details") ?? false,
        });
        if (run === undefined)
            return noContent();
        return ok({
            workflow_run_id: run,
            run_url: `${repoApi(site, repository)}/actions/runs/${run}`,
            html_url: `${repoPage(site, repository)}/actions/runs/${run}`,
        });
    }),
    repositoryRoute("PUT /actions/workflows/{workflow_id}/enable", ACCESS.writeActions, (question) => switchWorkflow(question, "active")),
    repositoryRoute("PUT /actions/workflows/{workflow_id}/disable", ACCESS.writeActions, (question) => switchWorkflow(question, "disabled_manually")),
    repositoryRoute("GET /actions/workflows/{workflow_id}/runs", ACCESS.readActions, async (question) => {
        const workflow = await getWorkflow(question.site, question.repository, textIn(question, "workflow_id"));
        return runList(question, selectRuns(question).filter((run) => run.path === workflow.path));
    }),
];
async function switchWorkflow(question, state) {
    const { name: _name, ...workflow } = await getWorkflow(question.site, question.repository, textIn(question, "workflow_id"));
    question.site.store.put("workflows", workflow.id, { ...workflow, state });
    return noContent();
}
const runRoutes = [
    repositoryRoute("GET /actions/runs", ACCESS.readActions, (question) => runList(question, selectRuns(question))),
    repositoryRoute("GET /actions/runs/{run_id}", ACCESS.readActions, (question) => ok(runJson(question.site, question.repository, runIn(question)))),
    repositoryRoute("POST /actions/runs/{run_id}/cancel", ACCESS.writeActions, (question) => cancel(question, "cancel")),
    repositoryRoute("POST /actions/runs/{run_id}/force-cancel", ACCESS.writeActions, (question) => cancel(question, "force-cancel")),
    repositoryRoute("POST /actions/runs/{run_id}/rerun", ACCESS.writeActions, (question) => rerun(question, "rerun")),
    repositoryRoute("POST /actions/runs/{run_id}/rerun-failed-jobs", ACCESS.writeActions, (question) => rerun(question, "rerun-failed-jobs")),
    repositoryRoute("POST /actions/jobs/{job_id}/rerun", ACCESS.writeActions, (question) => {
        const { job } = jobIn(question);
        question.site.requestRun({
            kind: "rerun",
            runId: job.runId,
            jobId: job.id,
            actor: actorOf(somebody(question).user),
        });
        return created({});
    }),
    repositoryRoute("POST /actions/runs/{run_id}/approve", ACCESS.writeActions, (question) => {
        const run = runIn(question);
        if (question.viewer.kind === "job")
            throw notAccessible();
        if (run.conclusion !== "action_required")
            throw new ApiError(403, "This run is not from a fork pull request or does not need approval");
        question.site.requestRun({ kind: "approve", runId: run.id, actor: actorOf(somebody(question).user) });
        return created({});
    }),
    repositoryRoute("GET /actions/runs/{run_id}/jobs", ACCESS.readActions, (question) => {
        const run = runIn(question);
        const rows = question.site.store.filter("jobs", (job) => job.runId === run.id && (question.query.get("filter") === "all" || job.runAttempt === run.runAttempt));
        return counted(question, "jobs", rows, (job) => jobJson(question.site, question.repository, run, job));
    }),
    repositoryRoute("GET /actions/runs/{run_id}/logs", ACCESS.readActions, (question) => {
        const run = runIn(question);
        const jobs = question.site.store.filter("jobs", (job) => job.runId === run.id && job.runAttempt === run.runAttempt);
        const entries = jobs.map((job, index) => ({
            path: `${index}_${job.name.replaceAll("/", "_")}.txt`,
            content: Buffer.from(readLog(question.site, job.id)),
        }));
        return keep(question.site, `run-${run.id}.zip`, async () => ({
            type: "application/zip",
            content: writeZip(entries),
        }));
    }),
    repositoryRoute("GET /actions/jobs/{job_id}", ACCESS.readActions, (question) => {
        const { job, run } = jobIn(question);
        return ok(jobJson(question.site, question.repository, run, job));
    }),
    repositoryRoute("GET /actions/jobs/{job_id}/logs", ACCESS.readActions, (question) => {
        const { job } = jobIn(question);
        return keep(question.site, `job-${job.id}.txt`, async () => ({
            type: "text/plain; charset=utf-8",
            content: Buffer.from(readLog(question.site, job.id)),
        }));
    }),
    repositoryRoute("GET /actions/runs/{run_id}/artifacts", ACCESS.readActions, (question) => {
        const run = runIn(question);
        const name = question.query.get("name");
        const rows = artifactsOf(question.site, run.id).filter((one) => !name || one.name === name);
        return counted(question, "artifacts", rows, (one) => artifactJson(question.site, question.repository, run, one));
    }),
    repositoryRoute("GET /actions/artifacts", ACCESS.readActions, (question) => {
        const name = question.query.get("name");
        const runs = question.site.store.filter("runs", (run) => run.repository === fullName(question.repository));
        const rows = runs
            .flatMap((run) => artifactsOf(question.site, run.id).map((artifact) => ({ run, artifact })))
            .reverse();
        return counted(question, "artifacts", rows.filter((row) => !name || row.artifact.name === name), (row) => artifactJson(question.site, question.repository, row.run, row.artifact));
    }),
    repositoryRoute("GET /actions/artifacts/{artifact_id}", ACCESS.readActions, (question) => {
        const { artifact, run } = artifactIn(question);
        return ok(artifactJson(question.site, question.repository, run, artifact));
    }),
    repositoryRoute("GET /actions/artifacts/{artifact_id}/{archive_format}", ACCESS.readActions, (question) => {
        const { artifact } = artifactIn(question);
        if (textIn(question, "archive_format") !== "zip")
            throw errors_notFound();
        if (artifact.expired)
            throw new ApiError(410, "Artifact has expired");
        return keep(question.site, `artifact-${artifact.id}.zip`, async () => ({
            type: "application/zip",
            content: writeZip(await artifactFiles(question.site, artifact.id)),
        }));
    }),
];
function runList(question, runs) {
    return counted(question, "workflow_runs", runs, (run) => runJson(question.site, question.repository, run));
}
/** Newest first; `status` also takes conclusions, as GitHub's does. */
function selectRuns({ site, repository, query }) {
    const status = query.get("status");
    const equal = (name, value) => !query.has(name) || query.get(name) === value;
    const rows = site.store.filter("runs", (run) => {
        if (run.repository !== fullName(repository))
            return false;
        if (status && run.status !== status && run.conclusion !== status)
            return false;
        if (!equal("head_sha", run.headSha) || !equal("branch", run.headBranch) || !equal("event", run.event))
            return false;
        return equal("actor", run.actor.login) && isWithin(run.createdAt, query.get("created"));
    });
    return rows.sort((one, other) => other.id - one.id);
}
/** `>=2026-01-01T00:00:00Z`, `<…`, `a..b`, or a day. */
function isWithin(time, range) {
    if (!range)
        return true;
    const at = Date.parse(time);
    const [from, to] = range.includes("..") ? range.split("..") : [];
    if (from !== undefined && to !== undefined)
        return (from === "*" || at >= Date.parse(from)) && (to === "*" || at <= Date.parse(to));
    const [, operator = "", text = ""] = /^(>=|<=|>|<)?(.+)$/.exec(range) ?? [];
    const bound = Date.parse(text);
    if (operator === ">=")
        return at >= bound;
    if (operator === "<=")
        return at <= bound;
    if (operator === ">")
        return at > bound;
    if (operator === "<")
        return at < bound;
    return time.startsWith(text.slice(0, 10));
}
function runIn(question) {
    const run = question.site.store.get("runs", numberIn(question, "run_id"));
    if (run?.repository !== fullName(question.repository))
        throw errors_notFound();
    return run;
}
function jobIn(question) {
    const job = question.site.store.get("jobs", numberIn(question, "job_id"));
    const run = job && question.site.store.get("runs", job.runId);
    if (!job || run?.repository !== fullName(question.repository))
        throw errors_notFound();
    return { job, run };
}
function artifactIn(question) {
    const artifact = findArtifact(question.site, numberIn(question, "artifact_id"));
    const run = artifact && question.site.store.get("runs", artifact.runId);
    if (!artifact || run?.repository !== fullName(question.repository))
        throw errors_notFound();
    return { artifact, run };
}
function cancel(question, kind) {
    const run = runIn(question);
    if (run.status === "completed")
        throw new ApiError(409, "Cannot cancel a workflow run that is completed.");
    question.site.requestRun({ kind, runId: run.id, actor: actorOf(somebody(question).user) });
    return { status: 202, body: {} };
}
function rerun(question, kind) {
    const run = runIn(question);
    if (run.status !== "completed")
        throw new ApiError(403, "This workflow is already running");
    question.site.requestRun({ kind, runId: run.id, actor: actorOf(somebody(question).user) });
    return created({});
}
const variableRoutes = [
    repositoryRoute("GET /actions/variables", ACCESS.readVariables, (question) => {
        const rows = Object.entries(question.repository.variables);
        return counted(question, "variables", rows, ([name, one]) => ({
            name,
            value: one.value,
            created_at: one.createdAt,
            updated_at: one.updatedAt,
        }));
    }),
    repositoryRoute("POST /actions/variables", ACCESS.administration, (question) => {
        const name = requiredText(question.body, "name").toUpperCase();
        if (question.repository.variables[name])
            throw new ApiError(409, "Already exists - Variable already exists");
        putVariable(question, name, requiredText(question.body, "value"));
        return created({});
    }),
    repositoryRoute("GET /actions/variables/{name}", ACCESS.readVariables, (question) => {
        const name = textIn(question, "name").toUpperCase();
        const one = question.repository.variables[name];
        if (!one)
            throw errors_notFound();
        return ok({ name, value: one.value, created_at: one.createdAt, updated_at: one.updatedAt });
    }),
    repositoryRoute("PATCH /actions/variables/{name}", ACCESS.administration, (question) => {
        const name = textIn(question, "name").toUpperCase();
        const one = question.repository.variables[name];
        if (!one)
            throw errors_notFound();
        putVariable(question, name, optionalText(question.body, "value") ?? one.value);
        return noContent();
    }),
    repositoryRoute("DELETE /actions/variables/{name}", ACCESS.administration, (question) => {
        const { [textIn(question, "name").toUpperCase()]: gone, ...variables } = question.repository.variables;
        if (!gone)
            throw errors_notFound();
        question.site.store.put("repositories", question.repository.id, { ...question.repository, variables });
        return noContent();
    }),
    repositoryRoute("GET /actions/permissions/workflow", ACCESS.administration, ({ repository }) => ok({
        default_workflow_permissions: repository.workflowDefault,
        can_approve_pull_request_reviews: repository.canCreatePulls,
    })),
    repositoryRoute("PUT /actions/permissions/workflow", ACCESS.administration, ({ site, repository, body }) => {
        const level = optionalText(body, "default_workflow_permissions") ?? repository.workflowDefault;
        if (level !== "read" && level !== "write")
            throw invalid("WorkflowPermissions", "default_workflow_permissions", "invalid");
        const canCreatePulls = optionalFlag(body, "can_approve_pull_request_reviews") ?? repository.canCreatePulls;
        site.store.put("repositories", repository.id, {
            ...repository,
            workflowDefault: level,
            canCreatePulls,
        });
        return noContent();
    }),
    repositoryRoute("GET /actions/permissions", ACCESS.administration, () => ok({ enabled: true, allowed_actions: "all" })),
];
function putVariable(question, name, value) {
    if (!/^[A-Z_][A-Z0-9_]*$/.test(name) || name.startsWith("GITHUB_"))
        throw invalid("Variable", "name", "invalid");
    const repository = site_repositoryById(question.site, question.repository.id);
    const time = now(question.site);
    const variables = {
        ...repository.variables,
        [name]: { value, createdAt: repository.variables[name]?.createdAt ?? time, updatedAt: time },
    };
    question.site.store.put("repositories", repository.id, { ...repository, variables });
}

;// CONCATENATED MODULE: ./lib/local/forge/rest/comments.js
/** REST: labels of a repository, comments on issues, reactions, sub-issues and dependencies. */













const labelRoutes = [
    repositoryRoute("GET /labels", ACCESS.readIssuesOrPulls, (question) => list(question, labelsIn(question.site, question.repository), (label) => labelJson(question.site, question.repository, label))),
    repositoryRoute("POST /labels", ACCESS.manageLabels, ({ site, repository, body }) => {
        const wanted = {
            name: requiredText(body, "name"),
            color: optionalText(body, "color"),
            description: nullableText(body, "description"),
        };
        return created(labelJson(site, repository, createLabel(site, repository, wanted)));
    }),
    repositoryRoute("GET /labels/{name}", ACCESS.readIssuesOrPulls, (question) => ok(labelJson(question.site, question.repository, getLabel(question.site, question.repository, textIn(question, "name"))))),
    repositoryRoute("PATCH /labels/{name}", ACCESS.manageLabels, (question) => {
        const { site, repository, body } = question;
        const change = {
            name: optionalText(body, "new_name"),
            color: optionalText(body, "color"),
            description: nullableText(body, "description"),
        };
        return ok(labelJson(site, repository, updateLabel(site, repository, textIn(question, "name"), change)));
    }),
    repositoryRoute("DELETE /labels/{name}", ACCESS.manageLabels, (question) => {
        deleteLabel(question.site, question.repository, textIn(question, "name"));
        return noContent();
    }),
];
const commentRoutes = [
    repositoryRoute("GET /issues/{issue_number}/comments", ACCESS.metadata, (question) => {
        const since = question.query.get("since");
        const rows = commentsOf(question.site, issueIn(question, "read")).filter((row) => !since || row.updatedAt >= since);
        return list(question, rows, (comment) => commentJson(question.site, question.repository, comment));
    }),
    repositoryRoute("POST /issues/{issue_number}/comments", ACCESS.metadata, (question) => {
        const issue = issueIn(question, "comment");
        const comment = createComment(question.site, somebody(question), question.repository, issue.number, requiredText(question.body, "body"));
        return created(commentJson(question.site, question.repository, comment));
    }),
    repositoryRoute("GET /issues/comments/{comment_id}", ACCESS.readIssuesOrPulls, (question) => ok(commentJson(question.site, question.repository, comments_commentIn(question)))),
    repositoryRoute("PATCH /issues/comments/{comment_id}", ACCESS.metadata, (question) => {
        const comment = ownOrWritable(question);
        const next = updateComment(question.site, somebody(question), question.repository, comment.id, requiredText(question.body, "body"));
        return ok(commentJson(question.site, question.repository, next));
    }),
    repositoryRoute("DELETE /issues/comments/{comment_id}", ACCESS.metadata, (question) => {
        deleteComment(question.site, somebody(question), question.repository, ownOrWritable(question).id);
        return noContent();
    }),
    ...reactions("/issues/{issue_number}/reactions", (question, need) => `issue:${issueIn(question, need).id}`),
    ...reactions("/issues/comments/{comment_id}/reactions", (question, need) => {
        const comment = comments_commentIn(question);
        demand(question.viewer, question.repository, needFor(getIssue(question.site, question.repository, comment.number), need));
        return `comment:${comment.id}`;
    }),
    ...reactions("/pulls/comments/{comment_id}/reactions", (question, need) => {
        demand(question.viewer, question.repository, need === "read" ? ACCESS.readPulls : ACCESS.reviewPulls);
        return `review-comment:${getReviewComment(question.site, question.repository, numberIn(question, "comment_id")).id}`;
    }),
];
function comments_commentIn(question) {
    return getComment(question.site, question.repository, numberIn(question, "comment_id"));
}
/** Authors edit their own comments, people with write access all of them. */
function ownOrWritable(question) {
    const comment = comments_commentIn(question);
    const actor = somebody(question);
    const issue = getIssue(question.site, question.repository, comment.number);
    demand(actor, question.repository, needFor(issue, "comment"));
    const writable = may(actor, question.repository, { ...needFor(issue, "comment"), role: "write" });
    if (comment.author !== actor.user.login && !writable)
        throw mustHavePush();
    return comment;
}
function reactions(path, subjectOf) {
    return [
        repositoryRoute(`GET ${path}`, ACCESS.metadata, (question) => {
            const content = question.query.get("content");
            const rows = reactionsTo(question.site, subjectOf(question, "read")).filter((row) => !content || row.content === content);
            return list(question, rows, (reaction) => reactionJson(question.site, reaction));
        }),
        repositoryRoute(`POST ${path}`, ACCESS.metadata, (question) => {
            const done = react(question.site, somebody(question), subjectOf(question, "comment"), requiredText(question.body, "content"));
            return { status: done.created ? 201 : 200, body: reactionJson(question.site, done.reaction) };
        }),
        repositoryRoute(`DELETE ${path}/{reaction_id}`, ACCESS.metadata, (question) => {
            const reaction = question.site.store.get("reactions", numberIn(question, "reaction_id"));
            if (!reaction ||
                reaction.subject !== subjectOf(question, "comment") ||
                reaction.author !== somebody(question).user.login)
                throw errors_notFound();
            question.site.store.remove("reactions", reaction.id);
            return noContent();
        }),
    ];
}
const otherIssue = (question, issue) => issueJson(question.site, site_repositoryById(question.site, issue.repository), issue);
const hierarchyRoutes = [
    repositoryRoute("GET /issues/{issue_number}/sub_issues", ACCESS.metadata, (question) => {
        const rows = issueIn(question, "read").children.map((id) => getIssueById(question.site, id));
        return list(question, rows, (issue) => otherIssue(question, issue));
    }),
    repositoryRoute("POST /issues/{issue_number}/sub_issues", ACCESS.metadata, (question) => {
        const parent = issueIn(question, "triage");
        const replace = optionalFlag(question.body, "replace_parent") ?? false;
        return created(otherIssue(question, addSubIssue(question.site, somebody(question), parent, requiredNumber(question.body, "sub_issue_id"), replace)));
    }),
    repositoryRoute("DELETE /issues/{issue_number}/sub_issue", ACCESS.metadata, (question) => {
        const parent = issueIn(question, "triage");
        return ok(otherIssue(question, removeSubIssue(question.site, somebody(question), parent, requiredNumber(question.body, "sub_issue_id"))));
    }),
    repositoryRoute("GET /issues/{issue_number}/parent", ACCESS.metadata, (question) => {
        const { parent } = issueIn(question, "read");
        if (parent === null)
            throw errors_notFound();
        return ok(otherIssue(question, getIssueById(question.site, parent)));
    }),
    repositoryRoute("GET /issues/{issue_number}/dependencies/blocked_by", ACCESS.metadata, (question) => {
        const rows = issueIn(question, "read").blockedBy.map((id) => getIssueById(question.site, id));
        return list(question, rows, (issue) => otherIssue(question, issue));
    }),
    repositoryRoute("POST /issues/{issue_number}/dependencies/blocked_by", ACCESS.metadata, (question) => {
        const issue = issueIn(question, "triage");
        return created(otherIssue(question, addBlocker(question.site, somebody(question), issue, requiredNumber(question.body, "issue_id"))));
    }),
    repositoryRoute("DELETE /issues/{issue_number}/dependencies/blocked_by/{issue_id}", ACCESS.metadata, (question) => {
        const issue = issueIn(question, "triage");
        return ok(otherIssue(question, removeBlocker(question.site, somebody(question), issue, numberIn(question, "issue_id"))));
    }),
    repositoryRoute("GET /issues/{issue_number}/dependencies/blocking", ACCESS.metadata, (question) => {
        const issue = issueIn(question, "read");
        const rows = question.site.store.filter("issues", (row) => row.blockedBy.includes(issue.id));
        return list(question, rows, (one) => otherIssue(question, one));
    }),
];

;// CONCATENATED MODULE: ./lib/local/forge/rest/contents.js














const MAX_COMPARE_COMMITS = 250;
const MAX_COMPARE_FILES = 300;
const contentRoutes = [
    repositoryRoute("GET /contents/{path}", ACCESS.readContents, readContents),
    repositoryRoute("PUT /contents/{path}", ACCESS.writeContents, (question) => writeContents(question, false)),
    repositoryRoute("DELETE /contents/{path}", ACCESS.writeContents, (question) => writeContents(question, true)),
    repositoryRoute("GET /branches", ACCESS.readContents, (question) => {
        const { site, repository } = question;
        const heads = [...site.git(repository).refs].filter(([ref]) => ref.startsWith("refs/heads/"));
        return list(question, heads, ([ref, sha]) => shortBranchJson(site, repository, ref.slice("refs/heads/".length), sha));
    }),
    repositoryRoute("GET /branches/{branch}/protection", ACCESS.administration, () => {
        throw new ApiError(404, "Branch not protected");
    }),
    repositoryRoute("GET /branches/{branch}", ACCESS.readContents, async (question) => {
        const { site, repository } = question;
        const sha = branchHead(site, repository, textIn(question, "branch"));
        if (!sha)
            throw new ApiError(404, "Branch not found");
        return ok(await branchJson(site, repository, textIn(question, "branch"), sha));
    }),
    repositoryRoute("GET /rules/branches/{branch}", ACCESS.metadata, (question) => {
        const rules = textIn(question, "branch") === question.repository.defaultBranch ? question.repository.rules : [];
        return list(question, rules, (rule) => rule);
    }),
    repositoryRoute("GET /commits", ACCESS.readContents, async (question) => {
        const { site, repository, query } = question;
        const start = await resolveCommit(site.git(repository), query.get("sha") ?? repository.defaultBranch);
        if (!start)
            throw new ApiError(query.has("sha") ? 404 : 409, query.has("sha") ? "Not Found" : "Git Repository is empty.");
        const path = query.get("path");
        const shas = await listCommits(site.git(repository), [start], {
            limit: 10_000,
            ...(path ? { path } : {}),
        });
        return listLater(question, shas, (sha) => commitJson(site, repository, sha));
    }),
    repositoryRoute("GET /commits/{commit_sha}/pulls", ACCESS.readPulls, async (question) => {
        const { site, repository } = question;
        const sha = textIn(question, "commit_sha");
        if ((await site.git(repository).read(sha))?.type !== "commit")
            throw unprocessable(`No commit found for SHA: ${sha}`);
        const rows = [];
        for (const pull of site.store.filter("pulls", (row) => row.repository === repository.id)) {
            const range = await listCommits(site.git(repository), [pull.headSha, `^${pull.baseSha}`]);
            if (pull.mergeCommitSha === sha || range.includes(sha))
                rows.push(pull);
        }
        return list(question, rows, (pull) => simplePullJson(site, repository, pull));
    }),
    repositoryRoute("GET /compare/{basehead}", ACCESS.readContents, compare),
];
/** Last of all: its parameter may hold slashes. */
const commitRoute = repositoryRoute("GET /commits/{ref}", ACCESS.readContents, async (question) => {
    const { site, repository } = question;
    const sha = await resolveCommit(site.git(repository), textIn(question, "ref"));
    if (!sha)
        throw unprocessable(`No commit found for SHA: ${textIn(question, "ref")}`);
    if (/\.sha\b/.test(question.accept))
        return {
            status: 200,
            body: Buffer.from(sha),
            headers: { "content-type": "application/vnd.github.sha; charset=utf-8" },
        };
    const commit = await readCommit(site.git(repository), sha);
    const files = await filesOfCommit(site, repository, commit);
    const additions = files.reduce((sum, file) => sum + file.additions, 0);
    const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
    return ok({
        ...(await commitJson(site, repository, sha)),
        stats: { additions, deletions, total: additions + deletions },
        files: files.map((file) => fileJson(site, repository, sha, file)),
    });
});
async function readContents(question) {
    const { site, repository } = question;
    const git = site.git(repository);
    const ref = question.query.get("ref") ?? repository.defaultBranch;
    const sha = await resolveCommit(git, ref.replace(/^refs\/heads\//, ""));
    if (!sha)
        throw new ApiError(404, question.query.has("ref") ? `No commit found for the ref ${ref}` : "This repository is empty.");
    const path = textIn(question, "path").replace(/\/$/, "");
    const object = await git.read(`${sha}:${path}`);
    if (!object)
        throw errors_notFound();
    if (object.type === "tree") {
        const entries = await listTree(git, object.sha, false);
        return ok(entries.map((entry) => entryJson(question, ref, path === "" ? entry.path : `${path}/${entry.path}`, entry, 0)));
    }
    if (/\.raw\b/.test(question.accept))
        return {
            status: 200,
            body: object.content,
            headers: { "content-type": "application/vnd.github.raw; charset=utf-8" },
        };
    const entry = { mode: "100644", type: "blob", sha: object.sha, path };
    const content = object.content.toString("base64").replace(/(.{60})/g, "$1\n");
    return ok({ ...entryJson(question, ref, path, entry, object.content.length), content, encoding: "base64" });
}
function entryJson(question, ref, path, entry, size) {
    const { site, repository } = question;
    const encoded = path.split("/").map(encodeURIComponent).join("/");
    const self = `${repoApi(site, repository)}/contents/${encoded}?ref=${encodeURIComponent(ref)}`;
    const isTree = entry.type === "tree";
    const git = `${repoApi(site, repository)}/git/${isTree ? "trees" : "blobs"}/${entry.sha}`;
    const html = `${repoPage(site, repository)}/${isTree ? "tree" : "blob"}/${ref}/${encoded}`;
    return {
        type: isTree ? "dir" : "file",
        size,
        name: path.split("/").at(-1) ?? path,
        path,
        sha: entry.sha,
        url: self,
        git_url: git,
        html_url: html,
        download_url: isTree ? null : `${repoPage(site, repository)}/raw/${ref}/${encoded}`,
        _links: { self, git, html },
    };
}
/** PUT needs the blob's SHA to replace a file; 409 when it is another one by now. */
async function writeContents(question, removal) {
    const { site, repository, body } = question;
    const actor = somebody(question);
    const path = textIn(question, "path");
    const branch = optionalText(body, "branch") ?? repository.defaultBranch;
    const git = site.git(repository);
    const head = branchHead(site, repository, branch);
    const known = head ? await git.read(`${head}:${path}`) : undefined;
    const sha = optionalText(body, "sha");
    if (known && sha === undefined)
        throw unprocessable('Invalid request.\n\n"sha" wasn\'t supplied.');
    if (removal && !known)
        throw errors_notFound();
    if (sha !== undefined && known?.sha !== sha)
        throw new ApiError(409, `${path} does not match ${sha}`);
    const content = removal ? null : { content: Buffer.from(requiredText(body, "content"), "base64") };
    const commit = await commitFiles(site, actor, repository, {
        branch,
        message: requiredText(body, "message"),
        changes: { [path]: content },
        expectedHead: head,
    });
    const blob = await git.read(`${commit}:${path}`);
    const entry = { mode: "100644", type: "blob", sha: blob?.sha ?? "", path };
    const written = blob ? entryJson(question, branch, path, entry, blob.content.length) : null;
    const json = await commitJson(site, repository, commit);
    return { status: known ? 200 : 201, body: { content: written, commit: { ...json, ...nested(json) } } };
}
/** `file-commit` lifts author, committer, message and tree out of the nested commit. */
function nested(json) {
    const inner = json.commit;
    if (typeof inner !== "object" || inner === null || Array.isArray(inner))
        return {};
    const { author = null, committer = null, message = null, tree = null, verification = null } = inner;
    return { author, committer, message, tree, verification };
}
async function compare(question) {
    const { site, repository } = question;
    const git = site.git(repository);
    const [baseName = "", headName = ""] = textIn(question, "basehead").split("...");
    const strip = (name) => name.replace(/^[^:/]+:/, "");
    const base = await resolveCommit(git, strip(baseName));
    const head = await resolveCommit(git, strip(headName));
    const common = base && head ? await mergeBase(git, base, head) : undefined;
    if (!base || !head || !common)
        throw errors_notFound();
    const { ahead, behind } = await aheadBehind(git, base, head);
    const shas = (await listCommits(git, [head, `^${base}`], { limit: 10_000 })).reverse();
    const page = pageOf(question, shas);
    const chosen = question.query.has("per_page") || question.query.has("page")
        ? page
        : { rows: shas.slice(0, MAX_COMPARE_COMMITS), headers: {} };
    const files = (await diffFiles(git, common, head)).slice(0, MAX_COMPARE_FILES);
    const api = `${repoApi(site, repository)}/compare/${base}...${head}`;
    const html = `${repoPage(site, repository)}/compare/${base}...${head}`;
    const status = ahead > 0 ? (behind > 0 ? "diverged" : "ahead") : behind > 0 ? "behind" : "identical";
    const body = {
        url: api,
        html_url: html,
        permalink_url: html,
        diff_url: `${html}.diff`,
        patch_url: `${html}.patch`,
        base_commit: await commitJson(site, repository, base),
        merge_base_commit: await commitJson(site, repository, common),
        status,
        ahead_by: ahead,
        behind_by: behind,
        total_commits: shas.length,
        commits: await Promise.all(chosen.rows.map((sha) => commitJson(site, repository, sha))),
        files: files.map((file) => fileJson(site, repository, head, file)),
    };
    return { status: 200, body, headers: chosen.headers };
}

;// CONCATENATED MODULE: ./lib/local/forge/rest/git.js
/** REST: refs and git objects. */











const refIn = (question) => `refs/${textIn(question, "ref")}`;
const gitRoutes = [
    repositoryRoute("GET /git/ref/{ref}", ACCESS.readContents, (question) => {
        const ref = refIn(question);
        const sha = question.site.git(question.repository).refs.get(ref);
        if (!sha)
            throw errors_notFound();
        return ok(refJson(question.site, question.repository, ref, sha));
    }),
    repositoryRoute("GET /git/matching-refs/{ref}", ACCESS.readContents, (question) => {
        const refs = [...question.site.git(question.repository).refs].filter(([ref]) => ref.startsWith(refIn(question)));
        return list(question, refs, ([ref, sha]) => refJson(question.site, question.repository, ref, sha));
    }),
    repositoryRoute("POST /git/refs", ACCESS.writeContents, async (question) => {
        const { site, repository, body } = question;
        const ref = requiredText(body, "ref");
        const sha = requiredText(body, "sha");
        if (!/^refs\/[^/]+\/.+/.test(ref))
            throw unprocessable("Reference name must start with 'refs/' and have at least two slashes.");
        await createBranch(site, somebody(question), repository, ref, sha);
        return created(refJson(site, repository, ref, sha));
    }),
    repositoryRoute("PATCH /git/refs/{ref}", ACCESS.writeContents, async (question) => {
        const { site, repository, body } = question;
        const sha = requiredText(body, "sha");
        await moveRef(site, somebody(question), repository, refIn(question), sha, optionalFlag(body, "force") ?? false);
        return ok(refJson(site, repository, refIn(question), sha));
    }),
    repositoryRoute("DELETE /git/refs/{ref}", ACCESS.writeContents, async (question) => {
        await removeRef(question.site, somebody(question), question.repository, refIn(question));
        return noContent();
    }),
    repositoryRoute("GET /git/commits/{commit_sha}", ACCESS.readContents, async (question) => {
        const sha = textIn(question, "commit_sha");
        if ((await question.site.git(question.repository).read(sha))?.type !== "commit")
            throw errors_notFound();
        return ok(await gitCommitJson(question.site, question.repository, sha));
    }),
    repositoryRoute("POST /git/commits", ACCESS.writeContents, git_createCommit),
    repositoryRoute("GET /git/trees/{tree_sha}", ACCESS.readContents, async (question) => {
        const tree = await question.site.git(question.repository).read(`${textIn(question, "tree_sha")}^{tree}`);
        if (tree?.type !== "tree")
            throw errors_notFound();
        return ok(await treeJson(question, tree.sha, question.query.has("recursive")));
    }),
    repositoryRoute("POST /git/trees", ACCESS.writeContents, createTree),
    repositoryRoute("GET /git/blobs/{file_sha}", ACCESS.readContents, async (question) => {
        const blob = await question.site.git(question.repository).read(textIn(question, "file_sha"));
        if (blob?.type !== "blob")
            throw errors_notFound();
        const url = `${repoApi(question.site, question.repository)}/git/blobs/${blob.sha}`;
        const node = nodeId("Blob", `${question.repository.id}:${blob.sha}`);
        return ok({
            sha: blob.sha,
            node_id: node,
            size: blob.content.length,
            url,
            content: blob.content.toString("base64"),
            encoding: "base64",
        });
    }),
    repositoryRoute("POST /git/blobs", ACCESS.writeContents, async (question) => {
        const { site, repository, body } = question;
        const encoding = optionalText(body, "encoding") === "base64" ? "base64" : "utf8";
        const sha = await writeBlob(site.git(repository), Buffer.from(requiredText(body, "content"), encoding));
        return created({ sha, url: `${repoApi(site, repository)}/git/blobs/${sha}` });
    }),
];
async function git_createCommit(question) {
    const { site, repository, body } = question;
    const git = site.git(repository);
    const tree = requiredText(body, "tree");
    const parents = optionalTexts(body, "parents") ?? [];
    if ((await git.read(tree))?.type !== "tree")
        throw unprocessable("Tree SHA does not exist");
    for (const parent of parents) {
        if ((await git.read(parent))?.type !== "commit")
            throw unprocessable("Parent SHA does not exist or is not a commit object");
    }
    const own = signatureOf(site, somebody(question).user.login);
    const author = signatureIn(optionalObject(body, "author"), own);
    const sha = await writeCommit(git, {
        tree,
        parents,
        message: requiredText(body, "message"),
        author,
        committer: signatureIn(optionalObject(body, "committer"), author),
    });
    return created(await gitCommitJson(site, repository, sha));
}
function signatureIn(value, fallback) {
    if (!isObject(value))
        return fallback;
    return {
        name: requiredText(value, "name"),
        email: requiredText(value, "email"),
        date: optionalText(value, "date") ?? fallback.date,
    };
}
async function createTree(question) {
    const { site, repository, body } = question;
    const git = site.git(repository);
    const base = optionalText(body, "base_tree");
    const baseTree = base === undefined ? undefined : await git.read(`${base}^{tree}`);
    if (base !== undefined && !baseTree)
        throw unprocessable("base_tree is not a valid tree oid");
    const lines = [];
    for (const entry of optionalObjects(body, "tree")) {
        const path = requiredText(entry, "path");
        const mode = optionalChoice(entry, "mode", ["100644", "100755", "040000", "160000", "120000"]) ?? "100644";
        const content = optionalText(entry, "content");
        if (content === undefined && entry.sha === null)
            lines.push(`0 ${"0".repeat(40)}\t${path}`);
        else if (mode === "040000")
            throw unprocessable("Entries of mode 040000 are not supported here: send the files");
        else
            lines.push(`${mode} ${content === undefined ? requiredText(entry, "sha") : await writeBlob(git, content)}\t${path}`);
    }
    const sha = await writeIndexTree(git, baseTree?.sha, lines).catch((error) => {
        throw new ApiError(422, "GitRPC::BadObjectState", {
            errors: [error instanceof Error ? error.message : String(error)],
        });
    });
    return created(await treeJson(question, sha, false));
}
async function treeJson(question, sha, recursive) {
    const { site, repository } = question;
    const git = site.git(repository);
    const api = `${repoApi(site, repository)}/git`;
    const entries = await listTree(git, sha, recursive);
    return {
        sha,
        url: `${api}/trees/${sha}`,
        tree: entries.map((entry) => ({
            path: entry.path,
            mode: entry.mode,
            type: entry.type,
            sha: entry.sha,
            url: `${api}/${entry.type}s/${entry.sha}`,
        })),
        truncated: false,
    };
}

;// CONCATENATED MODULE: ./lib/local/forge/rest/issues.js












const STATE_REASONS = ["completed", "not_planned", "duplicate", "reopened"];
const issueRoutes = [
    repositoryRoute("GET /issues", ACCESS.readIssuesOrPulls, (question) => list(question, selectIssues(question), (issue) => issueJson(question.site, question.repository, issue))),
    repositoryRoute("POST /issues", ACCESS.openIssues, (question) => {
        const { site, repository, body } = question;
        const wanted = {
            title: requiredText(body, "title"),
            body: nullableText(body, "body") ?? null,
            labels: optionalTexts(body, "labels") ?? [],
            assignees: optionalTexts(body, "assignees") ?? [],
        };
        return created(issueJson(site, repository, createIssue(site, somebody(question), repository, wanted)));
    }),
    repositoryRoute("GET /issues/{issue_number}", ACCESS.metadata, (question) => {
        const issue = issueIn(question, "read");
        return ok(issueJson(question.site, question.repository, issue));
    }),
    repositoryRoute("PATCH /issues/{issue_number}", ACCESS.metadata, changeIssue),
    repositoryRoute("GET /issues/{issue_number}/labels", ACCESS.metadata, (question) => list(question, labelsOf(question.site, issueIn(question, "read")), (label) => labelJson(question.site, question.repository, label))),
    repositoryRoute("POST /issues/{issue_number}/labels", ACCESS.metadata, (question) => {
        const issue = issueIn(question, "triage");
        return ok(labels(question, addLabels(question.site, somebody(question), question.repository, issue.number, labelNames(question))));
    }),
    repositoryRoute("PUT /issues/{issue_number}/labels", ACCESS.metadata, (question) => {
        const issue = issueIn(question, "triage");
        return ok(labels(question, replaceLabels(question.site, somebody(question), question.repository, issue.number, labelNames(question))));
    }),
    repositoryRoute("DELETE /issues/{issue_number}/labels", ACCESS.metadata, (question) => {
        const issue = issueIn(question, "triage");
        replaceLabels(question.site, somebody(question), question.repository, issue.number, []);
        return noContent();
    }),
    repositoryRoute("DELETE /issues/{issue_number}/labels/{name}", ACCESS.metadata, (question) => {
        const issue = issueIn(question, "triage");
        return ok(labels(question, removeLabel(question.site, somebody(question), question.repository, issue.number, textIn(question, "name"))));
    }),
    repositoryRoute("POST /issues/{issue_number}/assignees", ACCESS.metadata, (question) => {
        const issue = issueIn(question, "triage");
        const logins = optionalTexts(question.body, "assignees") ?? [];
        return created(issueJson(question.site, question.repository, addAssignees(question.site, somebody(question), question.repository, issue.number, logins)));
    }),
    repositoryRoute("DELETE /issues/{issue_number}/assignees", ACCESS.metadata, (question) => {
        const issue = issueIn(question, "triage");
        const logins = optionalTexts(question.body, "assignees") ?? [];
        return ok(issueJson(question.site, question.repository, removeAssignees(question.site, somebody(question), question.repository, issue.number, logins)));
    }),
    repositoryRoute("PUT /issues/{issue_number}/lock", ACCESS.metadata, (question) => lock(question, true)),
    repositoryRoute("DELETE /issues/{issue_number}/lock", ACCESS.metadata, (question) => lock(question, false)),
    repositoryRoute("GET /issues/{issue_number}/events", ACCESS.metadata, (question) => {
        const issue = issueIn(question, "read");
        return list(question, happeningsOf(question, issue), (one) => happeningJson(question.site, question.repository, one));
    }),
    repositoryRoute("GET /issues/{issue_number}/timeline", ACCESS.metadata, (question) => list(question, issues_timeline(question, issueIn(question, "read")), (entry) => entry)),
];
function selectIssues({ site, repository, query }) {
    const state = query.get("state") ?? "open";
    const wanted = (query.get("labels") ?? "")
        .split(",")
        .map((name) => name.trim().toLowerCase())
        .filter((name) => name !== "");
    const since = query.get("since");
    const creator = query.get("creator")?.toLowerCase();
    const assignee = query.get("assignee")?.toLowerCase();
    const rows = site.store.filter("issues", (issue) => {
        if (issue.repository !== repository.id || (state !== "all" && issue.state !== state))
            return false;
        if (since && issue.updatedAt < since)
            return false;
        if (creator && issue.author.toLowerCase() !== creator)
            return false;
        if (assignee && assignee !== "*" && !issue.assignees.some((login) => login.toLowerCase() === assignee))
            return false;
        const names = labelsOf(site, issue).map((label) => label.name.toLowerCase());
        return wanted.every((name) => names.includes(name));
    });
    return sorted(rows, query.get("sort") ?? "created", query.get("direction") ?? "desc");
}
function sorted(rows, by, direction) {
    const key = (issue) => (by === "updated" ? issue.updatedAt : issue.createdAt);
    const ascending = rows.sort((one, other) => key(one).localeCompare(key(other)) || one.number - other.number);
    return direction === "asc" ? ascending : ascending.reverse();
}
/** The author may edit and close; labels and assignees need triage. */
function changeIssue(question) {
    const { site, repository, body } = question;
    const issue = getIssue(site, repository, numberIn(question, "issue_number"));
    const actor = somebody(question);
    const triage = may(actor, repository, needFor(issue, "triage"));
    const own = actor.kind === "person" && actor.user.login === issue.author;
    if (!triage && !own) {
        demand(actor, repository, ACCESS.metadata);
        throw actor.kind === "job" ? notAccessible() : mustHavePush();
    }
    updateIssue(site, actor, repository, issue.number, {
        title: typeof body.title === "number" ? String(body.title) : (nullableText(body, "title") ?? undefined),
        body: nullableText(body, "body"),
        state: optionalChoice(body, "state", ["open", "closed"]),
        stateReason: optionalChoice(body, "state_reason", STATE_REASONS),
    });
    const wantedLabels = optionalTexts(body, "labels");
    if (wantedLabels && triage)
        replaceLabels(site, actor, repository, issue.number, wantedLabels);
    const assignees = optionalTexts(body, "assignees");
    if (assignees && triage) {
        const current = getIssue(site, repository, issue.number).assignees;
        removeAssignees(site, actor, repository, issue.number, current.filter((login) => !assignees.includes(login)));
        addAssignees(site, actor, repository, issue.number, assignees);
    }
    return ok(issueJson(site, repository, getIssue(site, repository, issue.number)));
}
function labelNames(question) {
    if (Array.isArray(question.rawBody))
        return optionalTexts({ labels: question.rawBody }, "labels") ?? [];
    return optionalTexts(isObject(question.rawBody) ? question.rawBody : {}, "labels") ?? [];
}
function labels(question, issue) {
    return labelsOf(question.site, issue).map((label) => labelJson(question.site, question.repository, label));
}
function lock(question, locked) {
    const issue = getIssue(question.site, question.repository, numberIn(question, "issue_number"));
    demand(question.viewer, question.repository, { ...needFor(issue, "triage"), role: "write" });
    const reason = optionalChoice(question.body, "lock_reason", ["off-topic", "too heated", "resolved", "spam"]) ?? null;
    lockIssue(question.site, somebody(question), question.repository, issue.number, reason, locked);
    return noContent();
}
function happeningsOf(question, issue) {
    const hidden = new Set(["reviewed"]);
    return question.site.store.filter("happenings", (row) => row.repository === issue.repository && row.number === issue.number && !hidden.has(row.event));
}
/** Happenings, comments and reviews in order of time. */
function issues_timeline(question, issue) {
    const { site, repository } = question;
    const entries = [];
    for (const one of happeningsOf(question, issue))
        entries.push({ at: one.createdAt, id: one.id, json: happeningJson(site, repository, one) });
    for (const one of commentsOf(site, issue))
        entries.push({ at: one.createdAt, id: one.id, json: timelineCommentJson(site, repository, one) });
    const pull = findPull(site, repository, issue.number);
    for (const review of pull ? visibleReviews(site, undefined, pull) : []) {
        const at = review.submittedAt ?? review.createdAt;
        entries.push({
            at,
            id: review.id,
            json: { ...reviewJson(site, repository, review), event: "reviewed", state: review.state.toLowerCase() },
        });
    }
    return entries
        .sort((one, other) => one.at.localeCompare(other.at) || one.id - other.id)
        .map((entry) => entry.json);
}

;// CONCATENATED MODULE: ./lib/local/forge/rest/meta.js










/** The addresses of the API's root, with GitHub's templates. */
const ROOT = {
    current_user_url: "/user",
    current_user_authorizations_html_url: "/settings/connections/applications{/client_id}",
    authorizations_url: "/authorizations",
    code_search_url: "/search/code?q={query}{&page,per_page,sort,order}",
    commit_search_url: "/search/commits?q={query}{&page,per_page,sort,order}",
    emails_url: "/user/emails",
    emojis_url: "/emojis",
    events_url: "/events",
    feeds_url: "/feeds",
    followers_url: "/user/followers",
    following_url: "/user/following{/target}",
    gists_url: "/gists{/gist_id}",
    hub_url: "/hub",
    issue_search_url: "/search/issues?q={query}{&page,per_page,sort,order}",
    issues_url: "/issues",
    keys_url: "/user/keys",
    label_search_url: "/search/labels?q={query}&repository_id={repository_id}{&page,per_page}",
    notifications_url: "/notifications",
    organization_url: "/orgs/{org}",
    organization_repositories_url: "/orgs/{org}/repos{?type,page,per_page,sort}",
    organization_teams_url: "/orgs/{org}/teams",
    public_gists_url: "/gists/public",
    rate_limit_url: "/rate_limit",
    repository_url: "/repos/{owner}/{repo}",
    repository_search_url: "/search/repositories?q={query}{&page,per_page,sort,order}",
    current_user_repositories_url: "/user/repos{?type,page,per_page,sort}",
    starred_url: "/user/starred{/owner}{/repo}",
    starred_gists_url: "/gists/starred",
    topic_search_url: "/search/topics?q={query}{&page,per_page}",
    user_url: "/users/{user}",
    user_organizations_url: "/user/orgs",
    user_repositories_url: "/users/{user}/repos{?type,page,per_page,sort}",
    user_search_url: "/search/users?q={query}{&page,per_page,sort,order}",
};
const metaRoutes = [
    route("GET /", ({ site }) => ok(Object.fromEntries(Object.entries(ROOT).map(([name, path]) => [name, `${apiOf(site)}${path}`])))),
    route("GET /meta", () => ok({ verifiable_password_authentication: false, installed_version: "local" })),
    route("GET /zen", () => ({
        status: 200,
        body: Buffer.from("Approachable is better than simple."),
        headers: { "content-type": "text/plain" },
    })),
    route("GET /rate_limit", ({ site, viewer }) => {
        const core = rateOf(site, viewer, "core", 0);
        const graphql = rateOf(site, viewer, "graphql", 0);
        const plain = ({ limit, used, remaining, reset }) => ({
            limit,
            used,
            remaining,
            reset,
        });
        return ok({
            resources: { core: plain(core), graphql: plain(graphql), search: { ...plain(core), limit: 30 } },
            rate: plain(core),
        });
    }),
    route("GET /user", ({ site, viewer }) => {
        const actor = demandSomebody(viewer);
        if (actor.kind === "job")
            throw notAccessible();
        return ok(accountJson(site, actor.user));
    }),
    route("GET /users/{username}", ({ site, viewer, parameters }) => {
        if (viewer.kind === "job")
            throw notAccessible();
        const user = findUser(site, parameters.username ?? "");
        if (!user)
            throw errors_notFound();
        return ok(accountJson(site, user));
    }),
    route("GET /user/repos", ({ site, viewer }) => {
        const actor = demandSomebody(viewer);
        const rows = site.store.filter("repositories", (row) => actor.kind === "person" && hasRole(row, actor.user.login, "read"));
        return ok(rows.map((row) => fullRepositoryJson(site, row, actor)));
    }),
];
const repositoryRoutes = [
    repositoryRoute("GET /", ACCESS.metadata, ({ site, repository, viewer }) => ok(fullRepositoryJson(site, repository, viewer))),
    repositoryRoute("PATCH /", ACCESS.administration, ({ site, repository, viewer, body }) => {
        const fresh = site_repositoryById(site, repository.id);
        const merge = fresh.merge;
        const next = site.store.put("repositories", repository.id, {
            ...fresh,
            description: nullableText(body, "description") === undefined
                ? fresh.description
                : (nullableText(body, "description") ?? null),
            private: optionalFlag(body, "private") ?? fresh.private,
            merge: {
                squash: optionalFlag(body, "allow_squash_merge") ?? merge.squash,
                mergeCommit: optionalFlag(body, "allow_merge_commit") ?? merge.mergeCommit,
                rebase: optionalFlag(body, "allow_rebase_merge") ?? merge.rebase,
                deleteBranchOnMerge: optionalFlag(body, "delete_branch_on_merge") ?? merge.deleteBranchOnMerge,
            },
        });
        return ok(fullRepositoryJson(site, next, viewer));
    }),
    repositoryRoute("GET /collaborators/{username}/permission", ACCESS.metadata, (question) => {
        const { site, repository } = question;
        const actor = somebody(question);
        if (actor.kind === "person" && !hasRole(repository, actor.user.login, "write"))
            throw new ApiError(403, "Must have push access to view collaborator permission.");
        const user = findUser(site, textIn(question, "username"));
        if (!user)
            throw errors_notFound();
        const role = roleOf(repository, user.login);
        const permission = {
            admin: "admin",
            maintain: "write",
            write: "write",
            triage: "read",
            read: "read",
            none: repository.private ? "none" : "read",
        }[role];
        const named = role === "none" ? permission : role;
        return ok({ permission, role_name: named, user: { ...userJson(site, user), role_name: named } });
    }),
    repositoryRoute("GET /collaborators", ACCESS.metadata, ({ site, repository, viewer }) => {
        if (viewer.kind === "person" && !hasRole(repository, viewer.user.login, "write"))
            throw mustHavePush();
        const logins = [repository.owner, ...Object.keys(repository.roles)];
        const users = logins.map((login) => findUser(site, login)).filter((user) => user !== undefined);
        return ok(users.map((user) => ({ ...userJson(site, user), role_name: roleOf(repository, user.login) })));
    }),
];

;// CONCATENATED MODULE: ./lib/local/forge/rest/reviews.js








const reviews_EVENTS = ["APPROVE", "REQUEST_CHANGES", "COMMENT"];
const SIDES = ["LEFT", "RIGHT"];
const viewerLogin = (question) => question.viewer.kind === "anonymous" ? undefined : question.viewer.user.login;
const reviews_commentJson = (question, comment) => reviewCommentJson(question.site, question.repository, threadOf(question.site, comment), comment);
const reviewIn = (question) => getReview(question.site, question.repository, pullIn(question).number, numberIn(question, "review_id"));
const reviewRoutes = [
    repositoryRoute("GET /pulls/{pull_number}/reviews", ACCESS.readPulls, (question) => list(question, visibleReviews(question.site, viewerLogin(question), pullIn(question)), (review) => reviewJson(question.site, question.repository, review))),
    repositoryRoute("POST /pulls/{pull_number}/reviews", ACCESS.reviewPulls, async (question) => {
        const { site, repository, body } = question;
        const review = await createReview(site, somebody(question), repository, pullIn(question).number, {
            body: nullableText(body, "body") ?? "",
            commit: nullableText(body, "commit_id") ?? undefined,
            event: optionalChoice(body, "event", reviews_EVENTS),
            comments: optionalObjects(body, "comments").map(readComment),
        });
        return ok(reviewJson(site, repository, review));
    }),
    repositoryRoute("GET /pulls/{pull_number}/reviews/{review_id}", ACCESS.readPulls, (question) => ok(reviewJson(question.site, question.repository, reviewIn(question)))),
    repositoryRoute("PUT /pulls/{pull_number}/reviews/{review_id}", ACCESS.reviewPulls, (question) => {
        const { site, repository, body } = question;
        const review = reviewIn(question);
        if (review.author !== somebody(question).user.login)
            throw mustHavePush();
        return ok(reviewJson(site, repository, editReview(site, somebody(question), repository, review, requiredText(body, "body"))));
    }),
    repositoryRoute("POST /pulls/{pull_number}/reviews/{review_id}/events", ACCESS.reviewPulls, (question) => {
        const { site, repository, body } = question;
        const event = optionalChoice(body, "event", reviews_EVENTS);
        if (!event)
            throw unprocessable("Unprocessable Entity", ["event is required"]);
        return ok(reviewJson(site, repository, submitReview(site, somebody(question), repository, reviewIn(question), event, optionalText(body, "body"))));
    }),
    repositoryRoute("PUT /pulls/{pull_number}/reviews/{review_id}/dismissals", ACCESS.writePulls, (question) => {
        const { site, repository, body } = question;
        return ok(reviewJson(site, repository, dismissReview(site, somebody(question), repository, reviewIn(question), requiredText(body, "message"))));
    }),
    repositoryRoute("GET /pulls/{pull_number}/reviews/{review_id}/comments", ACCESS.readPulls, (question) => list(question, commentsOfReview(question.site, reviewIn(question)), (comment) => legacyCommentJson(question, comment))),
    repositoryRoute("GET /pulls/{pull_number}/comments", ACCESS.readPulls, (question) => {
        const since = question.query.get("since");
        const rows = visibleReviewComments(question.site, viewerLogin(question), pullIn(question)).filter((row) => !since || row.updatedAt >= since);
        return list(question, rows, (comment) => reviews_commentJson(question, comment));
    }),
    repositoryRoute("POST /pulls/{pull_number}/comments", ACCESS.reviewPulls, async (question) => {
        const { site, repository, body } = question;
        const actor = somebody(question);
        const root = optionalNumber(body, "in_reply_to");
        if (root !== undefined) {
            return created(reviews_commentJson(question, replyTo(site, actor, repository, getReviewComment(site, repository, root), requiredText(body, "body"))));
        }
        const comment = await commentOnDiff(site, actor, repository, pullIn(question).number, requiredText(body, "commit_id"), readComment(body));
        return created(reviews_commentJson(question, comment));
    }),
    repositoryRoute("POST /pulls/{pull_number}/comments/{comment_id}/replies", ACCESS.reviewPulls, (question) => {
        const { site, repository, body } = question;
        const root = getReviewComment(site, repository, numberIn(question, "comment_id"));
        return created(reviews_commentJson(question, replyTo(site, somebody(question), repository, root, requiredText(body, "body"))));
    }),
    repositoryRoute("GET /pulls/comments/{comment_id}", ACCESS.readPulls, (question) => ok(reviews_commentJson(question, getReviewComment(question.site, question.repository, numberIn(question, "comment_id"))))),
    repositoryRoute("PATCH /pulls/comments/{comment_id}", ACCESS.reviewPulls, (question) => {
        const { site, repository, body } = question;
        const actor = somebody(question);
        const comment = getReviewComment(site, repository, numberIn(question, "comment_id"));
        if (comment.author !== actor.user.login && !may(actor, repository, ACCESS.writePulls))
            throw mustHavePush();
        return ok(reviews_commentJson(question, updateReviewComment(site, actor, repository, comment, requiredText(body, "body"))));
    }),
];
/** A comment of a review, or of `POST pulls/{n}/comments`. */
function readComment(body) {
    const line = optionalNumber(body, "line") ?? null;
    const subject = optionalChoice(body, "subject_type", ["line", "file"]) ?? "line";
    if (optionalNumber(body, "position") !== undefined && line === null)
        throw unprocessable("Unprocessable Entity", ["position is not supported here; send line and side"]);
    return {
        path: requiredText(body, "path"),
        body: requiredText(body, "body"),
        subject,
        line: subject === "file" ? null : line,
        side: optionalChoice(body, "side", SIDES) ?? "RIGHT",
        startLine: optionalNumber(body, "start_line") ?? null,
        startSide: optionalChoice(body, "start_side", SIDES) ?? null,
    };
}
/** `review-comment`: the older shape without `line` requirements. */
function legacyCommentJson(question, comment) {
    const { subject_type: _subject, ...rest } = reviews_commentJson(question, comment);
    return rest;
}

;// CONCATENATED MODULE: ./lib/local/forge/rest/statuses.js
/** REST: commit statuses and check runs. */













const CONCLUSIONS = [
    "action_required",
    "cancelled",
    "failure",
    "neutral",
    "success",
    "skipped",
    "stale",
    "timed_out",
];
const CHECK_STATUSES = ["queued", "in_progress", "completed"];
async function commitIn(question) {
    const ref = textIn(question, "ref");
    const sha = await resolveCommit(question.site.git(question.repository), ref);
    if (!sha)
        throw unprocessable(`No commit found for SHA: ${ref}`);
    return sha;
}
const statusRoutes = [
    repositoryRoute("POST /statuses/{sha}", ACCESS.writeStatuses, async (question) => {
        const { site, repository, body } = question;
        const status = await createStatus(site, somebody(question), repository, textIn(question, "sha"), {
            state: requiredText(body, "state"),
            context: optionalText(body, "context") ?? "default",
            description: nullableText(body, "description") ?? null,
            targetUrl: nullableText(body, "target_url") ?? null,
        });
        return created(statusJson(site, repository, status));
    }),
    repositoryRoute("GET /commits/{ref}/status", ACCESS.readStatuses, async (question) => {
        const { site, repository } = question;
        const sha = await commitIn(question);
        const latest = latestStatuses(site, repository, sha);
        const state = combinedState(site, repository, sha);
        const api = `${repoApi(site, repository)}/commits/${sha}`;
        const page = pageOf(question, latest);
        const body = {
            state: state === "none" ? "pending" : state,
            statuses: page.rows.map((status) => simpleStatusJson(site, repository, status)),
            sha,
            total_count: latest.length,
            repository: repository_minimalRepositoryJson(site, repository),
            commit_url: api,
            url: `${api}/status`,
        };
        return { status: 200, body, headers: page.headers };
    }),
    repositoryRoute("GET /commits/{ref}/statuses", ACCESS.readStatuses, async (question) => {
        const rows = statusesOf(question.site, question.repository, await commitIn(question)).reverse();
        return list(question, rows, (status) => statusJson(question.site, question.repository, status));
    }),
    repositoryRoute("GET /commits/{ref}/check-runs", ACCESS.readChecks, async (question) => {
        const { site, repository, query } = question;
        const name = query.get("check_name");
        const status = query.get("status");
        const rows = checkRunsOf(site, repository, await commitIn(question)).filter((check) => (!name || check.name === name) && (!status || check.status === status));
        return counted(question, "check_runs", rows, (check) => checkRunJson(site, repository, check));
    }),
    repositoryRoute("POST /check-runs", ACCESS.writeChecks, async (question) => {
        const { site, repository, body } = question;
        const sha = requiredText(body, "head_sha");
        if ((await site.git(repository).read(sha))?.type !== "commit")
            throw unprocessable(`No commit found for SHA: ${sha}`);
        const id = site.store.nextId();
        const blank = {
            id,
            repository: repository.id,
            sha,
            name: requiredText(body, "name"),
            status: "queued",
            conclusion: null,
            startedAt: now(site),
            completedAt: null,
            externalId: "",
            detailsUrl: null,
            title: null,
            summary: null,
            text: null,
        };
        const check = site.store.put("checkRuns", id, changed(question, blank));
        emit(site, somebody(question), repository, "check_run", {
            action: "created",
            payload: { action: "created", check_run: checkRunJson(site, repository, check) },
        });
        return created(checkRunJson(site, repository, check));
    }),
    repositoryRoute("GET /check-runs/{check_run_id}", ACCESS.readChecks, (question) => ok(checkRunJson(question.site, question.repository, checkIn(question)))),
    repositoryRoute("PATCH /check-runs/{check_run_id}", ACCESS.writeChecks, (question) => {
        const { site, repository } = question;
        const before = site.store.get("checkRuns", numberIn(question, "check_run_id"));
        if (before?.repository !== repository.id)
            throw errors_notFound();
        const check = site.store.put("checkRuns", before.id, changed(question, before));
        const action = check.status === "completed" && before.status !== "completed" ? "completed" : undefined;
        if (action)
            emit(site, somebody(question), repository, "check_run", {
                action,
                payload: { action, check_run: checkRunJson(site, repository, check) },
            });
        return ok(checkRunJson(site, repository, check));
    }),
    repositoryRoute("GET /check-runs/{check_run_id}/annotations", ACCESS.readChecks, (question) => {
        const check = checkIn(question);
        const annotations = question.site.store.get("jobs", check.id)?.annotations ?? [];
        return list(question, annotations, (one) => ({
            path: one.path ?? ".github",
            start_line: one.line ?? 1,
            end_line: one.line ?? 1,
            start_column: null,
            end_column: null,
            annotation_level: one.level,
            title: one.title ?? "",
            message: one.message,
            raw_details: "",
            blob_href: `${repoApi(question.site, question.repository)}/git/blobs/${check.sha}`,
        }));
    }),
];
function checkIn(question) {
    const id = numberIn(question, "check_run_id");
    const posted = question.site.store.get("checkRuns", id);
    const check = posted ?? checkRunOfJob(question.site, question.repository, id);
    if (check.repository !== question.repository.id)
        throw errors_notFound();
    return check;
}
function changed({ site, body }, check) {
    const conclusion = optionalChoice(body, "conclusion", CONCLUSIONS) ?? check.conclusion;
    const status = conclusion ? "completed" : (optionalChoice(body, "status", CHECK_STATUSES) ?? check.status);
    if (status === "completed" && !conclusion)
        throw invalid("CheckRun", "conclusion", "missing_field");
    const output = optionalObject(body, "output") ?? {};
    return {
        ...check,
        name: optionalText(body, "name") ?? check.name,
        status,
        conclusion,
        completedAt: status === "completed" ? (optionalText(body, "completed_at") ?? check.completedAt ?? now(site)) : null,
        startedAt: optionalText(body, "started_at") ?? check.startedAt,
        externalId: optionalText(body, "external_id") ?? check.externalId,
        detailsUrl: optionalText(body, "details_url") ?? check.detailsUrl,
        title: optionalText(output, "title") ?? check.title,
        summary: optionalText(output, "summary") ?? check.summary,
        text: optionalText(output, "text") ?? check.text,
    };
}

;// CONCATENATED MODULE: ./lib/local/forge/rest/routes.js









const ROUTES = [
    ...metaRoutes,
    ...repositoryRoutes,
    ...labelRoutes,
    ...commentRoutes,
    ...hierarchyRoutes,
    ...issueRoutes,
    ...reviewRoutes,
    ...pullRoutes,
    ...statusRoutes,
    ...dispatchRoutes,
    ...runRoutes,
    ...variableRoutes,
    ...gitRoutes,
    ...contentRoutes,
    commitRoute,
];

;// CONCATENATED MODULE: ./lib/local/forge/runner-port.js








/** `workflow_run` chains end here (docs: events-that-trigger-workflows#workflow_run). */
const MAX_CHAIN = 3;
function createRunnerPort(site, listeners, redeliver) {
    const { store } = site;
    const runOf = (id) => {
        const run = store.get("runs", id);
        if (!run)
            throw new Error(`No workflow run ${id}`);
        return run;
    };
    return {
        serverUrl: site.url,
        apiUrl: apiOf(site),
        graphqlUrl: `${site.url}/api/graphql`,
        onEvent: (listener) => {
            listeners.event.add(listener);
            redeliver();
            return () => void listeners.event.delete(listener);
        },
        onRunRequest: (listener) => {
            listeners.request.add(listener);
            return () => void listeners.request.delete(listener);
        },
        repositories: () => [...store.all("repositories")].map(fullName),
        gitDir: (name) => {
            const repository = findRepository(site, name);
            return repository && site.git(repository).directory;
        },
        defaultBranch: (name) => repositoryNamed(site, name).defaultBranch,
        repositoryPayload: (name) => repositoryJson(site, repositoryNamed(site, name)),
        variables: (name) => Object.fromEntries(Object.entries(repositoryNamed(site, name).variables).map(([key, one]) => [key, one.value])),
        secrets: (name) => ({ ...repositoryNamed(site, name).secrets }),
        workflowPermissions: (name) => {
            const repository = repositoryNamed(site, name);
            return { default: repository.workflowDefault, canCreatePulls: repository.canCreatePulls };
        },
        createRun: (wanted) => store.transact(() => {
            const repository = repositoryNamed(site, wanted.repository);
            workflowRow(site, repository, wanted.path);
            const former = store.filter("runs", (run) => run.repository === fullName(repository) && run.path === wanted.path);
            const time = now(site);
            const id = wanted.id ?? store.nextId();
            return store.put("runs", id, {
                ...wanted,
                id,
                repository: fullName(repository),
                runNumber: Math.max(0, ...former.map((run) => run.runNumber)) + 1,
                runAttempt: 1,
                createdAt: time,
                runStartedAt: time,
                updatedAt: time,
            });
        }),
        updateRun: (id, change) => store.put("runs", id, { ...runOf(id), ...change, updatedAt: now(site) }),
        run: (id) => store.get("runs", id),
        runs: (name) => store
            .filter("runs", (run) => name === undefined || run.repository.toLowerCase() === name.toLowerCase())
            .reverse(),
        createJob: (wanted) => store.transact(() => {
            const id = store.nextId();
            return store.put("jobs", id, {
                ...wanted,
                id,
                conclusion: null,
                startedAt: null,
                completedAt: null,
                steps: [],
                annotations: [],
                summary: "",
            });
        }),
        updateJob: (id, change) => {
            const job = store.get("jobs", id);
            if (!job)
                throw new Error(`No job ${id}`);
            const next = { ...job, ...change };
            return store.put("jobs", id, next);
        },
        jobs: (runId) => store.filter("jobs", (job) => job.runId === runId),
        appendLog: (jobId, text) => appendLog(site, jobId, text),
        log: (jobId) => readLog(site, jobId),
        createJobToken: ({ repository, runId, jobId, permissions, fromFork }) => {
            const granted = fromFork ? readOnly(permissions) : permissions;
            return newToken(site, `ghs_${site.ids.secret()}`, ACTIONS_BOT.login, {
                repository: repositoryNamed(site, repository).id,
                runId,
                jobId,
                permissions: granted,
            });
        },
        expireToken: (token) => {
            const row = store.get("tokens", hashToken(token));
            if (row)
                store.put("tokens", hashToken(token), { ...row, expired: true });
        },
        saveArtifact: (wanted) => saveArtifact(site, wanted),
        artifacts: (runId) => artifactsOf(site, runId),
        readArtifact: (id, directory) => readArtifact(site, id, directory),
        emitWorkflowRun: (runId, action) => {
            const run = runOf(runId);
            const repository = repositoryNamed(site, run.repository);
            const row = workflowRow(site, repository, run.path);
            emit(site, actingAs(site, run.triggeringActor), repository, "workflow_run", {
                action,
                starts: chainLength(site, run) >= MAX_CHAIN || run.conclusion === "action_required" ? "nothing" : "runs",
                payload: {
                    action,
                    workflow_run: runJson(site, repository, run),
                    workflow: workflowJson(site, repository, { ...row, name: run.name }),
                },
            });
        },
        emitSchedule: (name, cron) => {
            const repository = repositoryNamed(site, name);
            const owner = userOf(site, repository.owner);
            emit(site, actingAs(site, owner), repository, "schedule", {
                payload: { schedule: cron },
                starts: "runs",
            });
        },
    };
}
function readOnly(permissions) {
    return Object.fromEntries(Object.entries(permissions).map(([scope, level]) => [scope, level === "none" ? "none" : "read"]));
}
function actingAs(site, actor) {
    const user = userOf(site, actor.login);
    return { kind: "person", user };
}
/** How many `workflow_run` events led to this run. */
function chainLength(site, run) {
    if (run.event !== "workflow_run")
        return 0;
    const source = run.trigger.payload.workflow_run;
    const id = typeof source === "object" && source !== null && !Array.isArray(source) ? source.id : undefined;
    const before = typeof id === "number" ? site.store.get("runs", id) : undefined;
    return 1 + (before ? chainLength(site, before) : 0);
}

;// CONCATENATED MODULE: ./lib/local/forge/store/lock.js
/** One live process per data directory. */


/** Takes the lock and returns its release. Throws when another live process holds it; the lock of a dead one is taken over. */
function lockDirectory(directory) {
    const path = (0,external_node_path_.join)(directory, "lock");
    const mine = `${process.pid} ${startOf(process.pid)}`;
    for (let attempt = 0; attempt < 2; attempt += 1) {
        try {
            (0,external_node_fs_.mkdirSync)(directory, { recursive: true });
            (0,external_node_fs_.writeFileSync)(path, mine, { flag: "wx" });
            return () => (0,external_node_fs_.rmSync)(path, { force: true });
        }
        catch (cause) {
            if (!existsAlready(cause))
                throw new Error(`Cannot use ${directory} as data directory: ${messageOf(cause)}. Choose a writable one.`, { cause });
            const holder = readLock(path);
            if (isAlive(holder)) {
                throw new Error(`${directory} is in use by process ${holder.split(" ")[0]}. Stop it or choose another data directory.`);
            }
            (0,external_node_fs_.rmSync)(path, { force: true });
        }
    }
    throw new Error(`Cannot lock ${directory}: another process takes it at the same moment. Try again.`);
}
/** Process ids are reused, in containers at once: the start time tells two lives apart. Empty where /proc is absent. */
function startOf(pid) {
    try {
        const stat = (0,external_node_fs_.readFileSync)(`/proc/${pid}/stat`, "utf8");
        return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
    }
    catch {
        return "";
    }
}
function isAlive(holder) {
    const [pidText = "", start = ""] = holder.split(" ");
    const pid = Number(pidText);
    if (!Number.isInteger(pid) || pid <= 0)
        return false;
    try {
        process.kill(pid, 0);
    }
    catch (error) {
        if (codeOf(error) === "ESRCH")
            return false;
    }
    return start === startOf(pid);
}
function readLock(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, "utf8");
    }
    catch {
        return "";
    }
}
function existsAlready(error) {
    return codeOf(error) === "EEXIST";
}
function codeOf(error) {
    return error instanceof Error && "code" in error ? error.code : undefined;
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}

;// CONCATENATED MODULE: ./lib/local/forge/store/journal.js
/**
 * Append-only JSON lines with snapshots. `snapshot.<n>.jsonl` is the state before `journal.<n>.jsonl`.
 * A line is a transaction; a torn last line was never acknowledged and is cut off.
 */


/** Bytes of journal after which the rows are written out as a snapshot. */
const COMPACT_AT = 32 * 1024 * 1024;
const SNAPSHOT_LINE_ROWS = 200;
function openJournal(directory, state, compactAt = COMPACT_AT) {
    try {
        (0,external_node_fs_.mkdirSync)(directory, { recursive: true });
        let generation = newestGeneration(directory);
        replay((0,external_node_path_.join)(directory, `snapshot.${generation}.jsonl`), state);
        const kept = replay(journalPath(directory, generation), state);
        let file = (0,external_node_fs_.openSync)(journalPath(directory, generation), "a", 0o600);
        let size = kept;
        (0,external_node_fs_.ftruncateSync)(file, kept);
        removeOlder(directory, generation);
        const compact = () => {
            const next = generation + 1;
            writeSnapshot(directory, next, state.rows());
            const fresh = (0,external_node_fs_.openSync)(journalPath(directory, next), "a", 0o600);
            (0,external_node_fs_.closeSync)(file);
            file = fresh;
            size = 0;
            generation = next;
            removeOlder(directory, next);
        };
        return {
            append: (writes) => {
                const line = Buffer.from(`${JSON.stringify(writes)}\n`);
                try {
                    writeAll(file, line);
                    size += line.length;
                }
                catch (error) {
                    (0,external_node_fs_.ftruncateSync)(file, size);
                    throw unwritable(directory, error);
                }
                if (size > compactAt)
                    compact();
            },
            close: () => (0,external_node_fs_.closeSync)(file),
        };
    }
    catch (error) {
        throw unwritable(directory, error);
    }
}
function journalPath(directory, generation) {
    return (0,external_node_path_.join)(directory, `journal.${generation}.jsonl`);
}
function newestGeneration(directory) {
    const numbers = (0,external_node_fs_.readdirSync)(directory).map((name) => Number(/^snapshot\.(\d+)\.jsonl$/.exec(name)?.[1] ?? 0));
    return Math.max(0, ...numbers);
}
/** Applies every whole line; returns the bytes that were whole. */
function replay(path, state) {
    if (!(0,external_node_fs_.existsSync)(path))
        return 0;
    const bytes = (0,external_node_fs_.readFileSync)(path);
    let start = 0;
    for (let end = bytes.indexOf(10, start); end !== -1; end = bytes.indexOf(10, start)) {
        const writes = JSON.parse(bytes.toString("utf8", start, end));
        for (const write of writes)
            state.apply(write);
        start = end + 1;
    }
    return start;
}
function writeSnapshot(directory, generation, rows) {
    const draft = (0,external_node_path_.join)(directory, `snapshot.${generation}.draft`);
    const file = (0,external_node_fs_.openSync)(draft, "w", 0o600);
    let lines = [];
    const flush = () => {
        if (lines.length > 0)
            writeAll(file, Buffer.from(`${JSON.stringify(lines)}\n`));
        lines = [];
    };
    for (const row of rows) {
        lines.push(row);
        if (lines.length >= SNAPSHOT_LINE_ROWS)
            flush();
    }
    flush();
    (0,external_node_fs_.fsyncSync)(file);
    (0,external_node_fs_.closeSync)(file);
    (0,external_node_fs_.renameSync)(draft, (0,external_node_path_.join)(directory, `snapshot.${generation}.jsonl`));
}
function writeAll(file, bytes) {
    let written = 0;
    while (written < bytes.length)
        written += (0,external_node_fs_.writeSync)(file, bytes, written);
}
function removeOlder(directory, generation) {
    for (const name of (0,external_node_fs_.readdirSync)(directory)) {
        const found = /^(?:snapshot|journal)\.(\d+)\.(?:jsonl|draft)$/.exec(name);
        if (found && Number(found[1]) < generation)
            (0,external_node_fs_.rmSync)((0,external_node_path_.join)(directory, name), { force: true });
    }
}
function unwritable(directory, cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return new Error(`Cannot keep the forge's state in ${directory}: ${reason}. Free space there or choose a writable data directory.`, { cause });
}

;// CONCATENATED MODULE: ./lib/local/forge/store/store.js
/** All rows in memory, every change appended to the journal before the call returns. */

/** Opens the store below `directory`, replaying what a former process wrote. Throws one clear error when it cannot write there. */
function openStore(directory) {
    const maps = emptyMaps();
    const journal = openJournal(directory, {
        apply: (write) => applyWrite(maps, write),
        rows: () => everyRow(maps),
    });
    let batch;
    let undo = [];
    const change = (table, key, row) => {
        const map = maps[table];
        const former = map.get(key);
        const revert = former === undefined ? () => void map.delete(key) : () => void map.set(key, former);
        if (row === null)
            map.delete(key);
        else
            map.set(key, row);
        if (batch) {
            batch.push([table, key, row]);
            undo.push(revert);
            return;
        }
        try {
            journal.append([[table, key, row]]);
        }
        catch (error) {
            revert();
            throw error;
        }
    };
    const transact = (work) => {
        if (batch)
            return work();
        batch = [];
        undo = [];
        try {
            const result = work();
            if (batch.length > 0)
                journal.append(batch);
            return result;
        }
        catch (error) {
            for (const revert of undo.reverse())
                revert();
            throw error;
        }
        finally {
            batch = undefined;
            undo = [];
        }
    };
    const store = {
        get: (table, key) => maps[table].get(String(key)),
        all: (table) => maps[table].values(),
        entries: (table) => maps[table].entries(),
        filter: (table, keep) => {
            const kept = [];
            for (const row of maps[table].values())
                if (keep(row))
                    kept.push(row);
            return kept;
        },
        find: (table, wanted) => {
            for (const row of maps[table].values())
                if (wanted(row))
                    return row;
            return undefined;
        },
        put: (table, key, row) => {
            change(table, String(key), row);
            return row;
        },
        remove: (table, key) => change(table, String(key), null),
        transact,
        nextId: () => {
            const next = maps.counters.get("id")?.next ?? 1001;
            change("counters", "id", { next: next + 1 });
            return next;
        },
        close: () => journal.close(),
    };
    return store;
}
function emptyMaps() {
    return {
        users: new Map(),
        repositories: new Map(),
        labels: new Map(),
        issues: new Map(),
        pulls: new Map(),
        comments: new Map(),
        reviews: new Map(),
        threads: new Map(),
        reviewComments: new Map(),
        reactions: new Map(),
        happenings: new Map(),
        statuses: new Map(),
        checkRuns: new Map(),
        tokens: new Map(),
        workflows: new Map(),
        runs: new Map(),
        jobs: new Map(),
        artifacts: new Map(),
        counters: new Map(),
        undelivered: new Map(),
        undertakings: new Map(),
    };
}
function applyWrite(maps, [table, key, row]) {
    const byName = maps;
    const map = byName[table];
    if (!map)
        return;
    if (row === null)
        map.delete(key);
    else
        map.set(key, row);
}
function* everyRow(maps) {
    for (const [table, map] of Object.entries(maps)) {
        for (const [key, row] of map)
            yield [table, key, row];
    }
}

;// CONCATENATED MODULE: ./lib/local/forge/start.js
/** Starts a local GitHub on one port over one data directory. */

















/** Throws one clear error when the directory is read-only, full, or used by another live process. */
async function startForge(options) {
    const release = lockDirectory(options.dataDir);
    let store;
    try {
        store = openStore((0,external_node_path_.join)(options.dataDir, "state"));
        return await serve(options, store, release);
    }
    catch (error) {
        store?.close();
        release();
        throw error;
    }
}
async function serve(options, store, release) {
    const { dataDir, clock = systemClock, log = () => undefined, host = "127.0.0.1" } = options;
    await (0,promises_.rm)((0,external_node_path_.join)(dataDir, "tmp"), { recursive: true, force: true });
    for (const name of ["artifacts", "logs", "repositories", "tmp"])
        await (0,promises_.mkdir)((0,external_node_path_.join)(dataDir, name), { recursive: true });
    const hooks = await writeHooks(dataDir);
    const gits = new Map();
    for (const row of store.all("repositories"))
        gits.set(row.id, await openRepository(directoryOf({ dataDir }, row.owner, row.name)));
    const listeners = { event: new Set(), request: new Set() };
    const delivery = createDelivery(store, listeners, log);
    const follow = createFollowUps(log);
    let url = "";
    const site = {
        store,
        clock,
        dataDir,
        log,
        ids: options.ids ?? { uuid: external_node_crypto_.randomUUID, secret: () => (0,external_node_crypto_.randomBytes)(20).toString("hex") },
        get url() {
            return url;
        },
        git: (repository) => {
            const git = gits.get(repository.id);
            if (!git)
                throw new Error(`No git repository for ${fullName(repository)}`);
            return git;
        },
        addGit: (repository, git) => void gits.set(repository.id, git),
        send: delivery.send,
        later: follow.later,
        settled: follow.settled,
        requestRun: (request) => {
            for (const listener of listeners.request)
                listener(request);
        },
    };
    createSystemUsers(site);
    const counter = createCounter((id) => fullName(site_repositoryById(site, id)));
    const graphql = createGraphql(site, options.schemaPath);
    const recovered = gate();
    const server = createEdge({
        site,
        router: createRouter(ROUTES),
        counter,
        graphql: graphql.answer,
        ready: recovered.promise,
        intercept: options.intercept,
        afterEffect: options.afterEffect,
    });
    const port = await listen(server, options.port ?? 0, host);
    url = `http://${host}:${port}`;
    await recoverUndertakings(site);
    recovered.open();
    const warmUp = setTimeout(graphql.warmUp, WARM_UP_MS);
    warmUp.unref();
    return {
        ...createRunnerPort(site, listeners, delivery.redeliver),
        ...createAdministration(site, hooks, counter),
        port,
        close: async () => {
            clearTimeout(warmUp);
            await new Promise((resolve) => {
                server.close(() => resolve());
                server.closeAllConnections();
            });
            await follow.settled();
            for (const git of gits.values())
                git.close();
            store.close();
            release();
        },
    };
}
/** Late enough that short-lived forges never pay for the schema. */
const WARM_UP_MS = 1000;
function listen(server, port, host) {
    return new Promise((resolve, reject) => {
        server.once("error", (cause) => reject(new Error(`Cannot listen on ${host}:${port}: ${cause.message}. Choose another port.`, { cause })));
        server.listen(port, host, () => {
            const address = server.address();
            resolve(typeof address === "object" && address !== null ? address.port : port);
        });
    });
}
/** Requests that arrive before recovery is done wait for it: the payloads of recovery need the port. */
function gate() {
    let open = () => undefined;
    const promise = new Promise((resolve) => {
        open = resolve;
    });
    return { promise, open: () => open() };
}
/** Events wait in the journal until a listener has taken them, so that a kill loses none. */
function createDelivery(store, listeners, log) {
    let scheduled = false;
    const deliver = () => {
        scheduled = false;
        if (listeners.event.size === 0)
            return;
        for (const { event } of [...store.all("undelivered")]) {
            for (const listener of listeners.event) {
                try {
                    listener(event);
                }
                catch (error) {
                    log(`A listener failed on ${event.name} ${event.id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
                }
            }
            store.remove("undelivered", event.id);
        }
    };
    const redeliver = () => {
        if (!scheduled)
            setImmediate(deliver);
        scheduled = true;
    };
    return {
        send: (event) => {
            store.put("undelivered", event.id, { event });
            redeliver();
        },
        redeliver,
    };
}
/** Work that follows a change, in order; a failure is logged and stops nothing else. */
function createFollowUps(log) {
    let last = Promise.resolve();
    return {
        later: (work) => {
            last = last
                .then(work)
                .catch((error) => log(`follow-up failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`));
        },
        /** Also of work that other follow-ups ask for meanwhile. */
        settled: async () => {
            for (let seen; seen !== last;) {
                seen = last;
                await seen;
            }
        },
    };
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
