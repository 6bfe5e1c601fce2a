export const id = 2756;
export const ids = [2756];
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

/***/ 67161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openRequirement: () => (/* binding */ openRequirement)
/* harmony export */ });
/* unused harmony export titleAndBody */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88343);
/* harmony import */ var _domain_config_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91032);
/* harmony import */ var _domain_labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70097);
/* harmony import */ var _github_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40345);
/** Opens the issue of a requirement that came as text. */




const Issue = zod__WEBPACK_IMPORTED_MODULE_3__.object({ number: zod__WEBPACK_IMPORTED_MODULE_3__.number() });
/** Longest title that we give, in characters; GitHub takes 256. */
const TITLE_LIMIT = 200;
/** The first line that says something is the title; the rest is the body, or everything where the title had to be cut. */
function titleAndBody(text) {
    const lines = text.trim().split("\n");
    const at = Math.max(0, lines.findIndex((line) => /[\p{L}\p{N}]/u.test(line)));
    const first = (lines[at] ?? "").replace(/^[\s#]+/, "").trim();
    const rest = lines
        .slice(at + 1)
        .join("\n")
        .trim();
    if (first.length > TITLE_LIMIT)
        return { title: `${first.slice(0, TITLE_LIMIT - 1)}…`, body: text.trim() };
    return { title: first, body: rest || first };
}
/** Number of the new issue. */
async function openRequirement(github, text, prefix = (0,_domain_config_js__WEBPACK_IMPORTED_MODULE_0__/* .defaultConfig */ .sb)().label_prefix) {
    const { title, body } = titleAndBody(text);
    const label = (0,_domain_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .allLabels */ .dj)(prefix).find((candidate) => candidate.name === (0,_domain_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .requirementLabel */ .kC)(prefix));
    try {
        await github.rest("POST /repos/{owner}/{repo}/labels", { ...label }, "safe");
    }
    catch (error) {
        if (!(error instanceof _github_client_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubRefusal */ .k && error.status === 422))
            throw error;
    }
    const { data } = await github.rest("POST /repos/{owner}/{repo}/issues", {
        title,
        body,
        labels: [(0,_domain_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .requirementLabel */ .kC)(prefix)],
    });
    return Issue.parse(data).number;
}


/***/ }),

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

/***/ 63821:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ readRequirements),
/* harmony export */   Z: () => (/* binding */ checkRequirementText)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49285);
/* harmony import */ var _domain_state_block_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44917);
/** The text of a requirement, from a file or from the command line: read whole, checked before anything starts. */



const FILE_LIMIT = 256 * 1024;
/** Throws INPUT_INVALID for a file that is missing, empty, binary or too large. */
async function readRequirements(path) {
    const refuse = (why) => new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("INPUT_INVALID", `The requirements file ${path} ${why}`);
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch((error) => {
        throw refuse(`cannot be read: ${(0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}.`);
    });
    if (!found.isFile())
        throw refuse("is not a file. Name a text file, such as requirements.md.");
    if (found.size > FILE_LIMIT)
        throw refuse(`has ${megabytes(found.size)}; at most ${FILE_LIMIT / 1024} KB are read. Say less.`);
    const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path).catch((error) => {
        throw refuse(`cannot be read: ${(0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}.`);
    });
    return checkText(bytes, refuse);
}
/** The same checks for a text from the command line. */
function checkRequirementText(text) {
    return checkText(Buffer.from(text), (why) => new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("INPUT_INVALID", `The requirements text ${why}`));
}
function checkText(bytes, refuse) {
    if (bytes.includes(0))
        throw refuse("is binary. Name a text file, such as requirements.md.");
    const text = decode(bytes);
    if (text === undefined)
        throw refuse("is not UTF-8 text. Save it as UTF-8.");
    if (!/[\p{L}\p{N}]/u.test(text))
        throw refuse("is empty. Say what shall be built.");
    if (text.length > _domain_state_block_js__WEBPACK_IMPORTED_MODULE_2__/* .BODY_LIMIT */ .Th)
        throw refuse(`has ${text.length} characters; an issue holds ${_domain_state_block_js__WEBPACK_IMPORTED_MODULE_2__/* .BODY_LIMIT */ .Th}. Say less, or split it into several requirements.`);
    return text.trim();
}
function decode(bytes) {
    try {
        return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
}
function megabytes(bytes) {
    return bytes >= 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(1)} MB` : `${Math.ceil(bytes / 1024)} KB`;
}


/***/ }),

/***/ 2756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runRun: () => (/* binding */ runRun)
});

// EXTERNAL MODULE: ./lib/agents/requirement.js
var requirement = __webpack_require__(67161);
// EXTERNAL MODULE: ./lib/domain/words.js
var words = __webpack_require__(67185);
// EXTERNAL MODULE: ./lib/ops/config-file.js
var config_file = __webpack_require__(4075);
// EXTERNAL MODULE: ./lib/cli/exit.js
var exit = __webpack_require__(13100);
// EXTERNAL MODULE: ./lib/cli/git.js
var cli_git = __webpack_require__(91278);
// EXTERNAL MODULE: ./lib/cli/quote.js
var quote = __webpack_require__(49898);
// EXTERNAL MODULE: ./lib/cli/story.js
var story = __webpack_require__(70715);
;// CONCATENATED MODULE: ./lib/cli/run/approve.js


/** Pull requests and plans for which only an approval is missing. */
function waitingFor(standings) {
    return standings.flatMap(({ facts, decision, features }) => {
        const { requirement } = facts;
        if (!requirement.open)
            return [];
        const plan = decision.rung === "awaits-plan-approval"
            ? [
                {
                    kind: "plan",
                    number: requirement.number,
                    title: requirement.title,
                    features: facts.features.map(({ planned }) => planned.title),
                },
            ]
            : [];
        return [
            ...plan,
            ...features.flatMap(({ pull }) => pull?.pull.state === "open" && pull.rung === "awaits-approval"
                ? [
                    {
                        kind: "pull",
                        number: pull.pull.number,
                        title: pull.pull.title,
                        head: pull.pull.head,
                        base: pull.pull.base.head,
                        why: pull.why,
                    },
                ]
                : []),
        ];
    });
}
/** How many of `waiting` were approved. Without a person to ask, and without `auto`, none. */
async function approve(waiting, approver) {
    const { mode, terminal, login } = approver;
    let approved = 0;
    for (const one of waiting) {
        if (mode === "ask" && !(terminal.interactive && (await isWanted(one, approver))))
            continue;
        if (mode === "auto")
            terminal.line(`approved as ${login}, because of --approve auto: ${nameOf(one)}`);
        await give(one, approver.github);
        approved += 1;
    }
    return approved;
}
function nameOf(waiting) {
    return waiting.kind === "plan"
        ? `the plan of requirement #${waiting.number}`
        : `pull request #${waiting.number} at ${(0,words/* short */.h0)(waiting.head)}`;
}
async function give(waiting, github) {
    if (waiting.kind === "plan")
        await github.rest("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
            issue_number: waiting.number,
            body: "/nightshift approve",
        });
    else
        await github.rest("POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews", {
            pull_number: waiting.number,
            commit_id: waiting.head,
            event: "APPROVE",
            body: "Approved from the command line.",
        });
}
async function isWanted(waiting, approver) {
    const { terminal } = approver;
    terminal.line("");
    for (const line of await show(waiting, approver.gitDir))
        terminal.line(line);
    const diff = waiting.kind === "pull" ? ", d = show the diff" : "";
    for (;;) {
        const answer = (await terminal.ask(`Approve ${nameOf(waiting)}? [y = yes, n = not now${diff}] `))
            ?.trim()
            .toLowerCase();
        if (answer === "y" || answer === "yes")
            return true;
        if (answer === "d" && waiting.kind === "pull")
            terminal.line(await diffOf(waiting, approver.gitDir, ["--unified=3"]));
        else if (answer === undefined || answer === "n" || answer === "no")
            return false;
    }
}
async function show(waiting, gitDir) {
    if (waiting.kind === "plan")
        return [`the plan of "${waiting.title}":`, ...waiting.features.map((title) => `  - ${title}`)];
    return [
        `#${waiting.number} "${waiting.title}": ${waiting.why}`,
        await diffOf(waiting, gitDir, ["--stat=100"]),
    ];
}
function diffOf(waiting, gitDir, form) {
    return (0,cli_git/* gitIn */.u)(gitDir).text([
        "diff",
        "--no-color",
        "--no-ext-diff",
        ...form,
        `${waiting.base}...${waiting.head}`,
    ]);
}
/** Comments `/nightshift retry` wherever a person has to decide; how many places that were. */
async function retryAll(snapshot, standings, github) {
    const label = `${snapshot.config.label_prefix}:needs-human`;
    const stuck = new Set();
    for (const { facts, features } of standings.filter(({ facts }) => facts.requirement.open)) {
        for (const { pull, facts: feature } of features) {
            const open = pull?.pull.state === "open" ? pull.pull : undefined;
            const place = open ?? feature.issue;
            const isStuck = open?.labels.includes(label) || feature.issue?.labels.includes(label);
            if (place && isStuck)
                stuck.add(place.number);
        }
        if (facts.requirement.labels.includes(label) && stuck.size === 0)
            stuck.add(facts.requirement.number);
    }
    for (const issue_number of stuck)
        await github.rest("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
            issue_number,
            body: "/nightshift retry",
        });
    return stuck.size;
}

// EXTERNAL MODULE: ./lib/cli/templates.js
var templates = __webpack_require__(53605);
;// CONCATENATED MODULE: ./lib/cli/run/ci.js
/** `--run-ci`: approves the repository's own runs that wait for a person, and tells how they end. They are no evidence for a merge. */

const LOOK_EVERY_MS = 500;
/** Looks again and again until the returned function is called. */
function followCi({ forge, github }, repository, terminal) {
    const ours = new Set(templates/* WORKFLOW_TEMPLATES */._2);
    const seen = new Set();
    const once = (key) => !seen.has(key) && seen.add(key) !== undefined;
    const look = () => {
        for (const run of forge.runs(repository).filter(({ path }) => !ours.has(path))) {
            if (run.conclusion === "action_required") {
                if (once(`approve ${run.id}`))
                    approveRun(run.id);
            }
            else if (run.status === "completed" && once(`end ${run.id} ${run.runAttempt}`))
                terminal.line(`  CI "${run.name}" at ${run.headSha.slice(0, 7)}: ${run.conclusion}`);
        }
    };
    const approveRun = (run_id) => {
        github
            .rest("POST /repos/{owner}/{repo}/actions/runs/{run_id}/approve", { run_id })
            .catch((error) => {
            terminal.line(`  CI run ${run_id} could not be approved: ${String(error)}`);
        });
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => {
        clearInterval(timer);
        look();
    };
}

// EXTERNAL MODULE: ./lib/cli/report.js
var cli_report = __webpack_require__(10706);
// EXTERNAL MODULE: ./lib/cli/standing.js
var standing = __webpack_require__(27004);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/domain/config-override.js
var config_override = __webpack_require__(54301);
// EXTERNAL MODULE: ./lib/domain/message.js
var domain_message = __webpack_require__(5295);
// EXTERNAL MODULE: ./lib/github/observe.js
var observe = __webpack_require__(68331);
;// CONCATENATED MODULE: ./lib/cli/run/loop.js
/** Lets the loop run until every requirement is closed, or nothing moves any more. */





/** How often the manager is rung while the same thing stays undone. */
const RINGS = 3;
/** What is left when the loop ended: nothing open, nothing that moves, or the person's wish to stop. */
async function loopUntilRest(options) {
    const { runner, github, signal } = options;
    let rings = 0;
    let before = "";
    for (;;) {
        await Promise.race([runner.idle(), aborted(signal)]);
        const rest = await look(options);
        if (signal.aborted || openOnes(rest).length === 0)
            return rest;
        if (await options.act(rest)) {
            rings = 0;
            continue;
        }
        const undone = JSON.stringify((0,standing/* pendingCommands */.kk)(openOnes(rest)));
        rings = undone === before ? rings + 1 : 1;
        before = undone;
        if (undone === "[]" || rings > RINGS || signal.aborted)
            return rest;
        await ringManager(github, options.now);
    }
}
async function look({ github, now, override, }) {
    const seen = await (0,observe/* observe */.l)(github, { now });
    const snapshot = { ...seen, config: (0,config_override/* overrideConfig */.X6)(seen.config, override) };
    return { snapshot, standings: (0,standing/* standingsOf */.F3)(snapshot) };
}
function openOnes({ standings }) {
    return standings.filter(({ facts }) => facts.requirement.open && facts.authorisation.state !== "none");
}
/** Tells the manager to look, as a person may. Lost work is found that way. */
async function ringManager(github, now) {
    const message = (0,domain_message/* composeMessage */.SB)({ type: "human_acted", from: "person", to: "repo_manager", payload: {} }, undefined, { id: external_node_crypto_.randomUUID, now });
    await github.rest("POST /repos/{owner}/{repo}/dispatches", {
        event_type: "nightshift-merge",
        client_payload: { message },
    });
}
function aborted(signal) {
    if (signal.aborted)
        return Promise.resolve();
    return new Promise((resolve) => {
        signal.addEventListener("abort", () => resolve(), { once: true });
    });
}

;// CONCATENATED MODULE: ./lib/cli/run/finish.js







/** 0 when no requirement is left open, 3 when a person has to act, else 1. */
async function finish(end, terminal) {
    const { local, rest, seconds } = end;
    const left = openOnes(rest);
    const report = { ...(0,cli_report/* reportOf */.E)(local.forge, rest.snapshot, subjectOf(end), seconds), ok: left.length === 0 };
    terminal.line("");
    for (const line of (0,cli_report/* renderReport */.B)(report))
        terminal.line(line);
    terminal.line("");
    const code = left.length === 0 ? exit/* EXIT */.d.done : tellObstacles(end, terminal);
    await tellHowToFetch(end, terminal);
    if (end.json)
        terminal.answer(JSON.stringify(report));
    return code;
}
/** The run's own requirement while it is open, else the newest one. */
function subjectOf({ plan, rest }) {
    const { requirements } = rest.snapshot;
    const own = requirements.find(({ number }) => number === plan.run.issue);
    const subject = own?.open ? own : (requirements.findLast(({ open }) => open) ?? requirements.at(-1) ?? own);
    if (subject === undefined)
        throw new Error(`issue #${plan.run.issue} is gone`);
    return subject;
}
function tellObstacles({ plan, rest }, terminal) {
    const left = openOnes(rest);
    const obstacles = left.flatMap(standing/* obstaclesOf */._M);
    const waiting = waitingFor(left);
    const again = `nightshift run --data ${(0,quote/* quote */.h)(plan.dataDir)}`;
    terminal.line(`Not finished: ${left.map(({ facts }) => `requirement #${facts.requirement.number}`).join(", ")} still open.`);
    for (const { text } of obstacles)
        terminal.line(`- ${text}`);
    if (waiting.length > 0) {
        terminal.line(`${waiting.map(nameOf).join(" and ")}: approve and continue with: ${again} --approve auto`);
        terminal.line(`(or look at it on a terminal with: ${again}, or send an approving review to the API while that runs)`);
    }
    else if (obstacles.some(({ person }) => person))
        terminal.line(`When that is mended, try again with: ${again} --retry`);
    else
        terminal.line(`Continue with: ${again}`);
    return obstacles.some(({ person }) => person) ? exit/* EXIT */.d.needsHuman : exit/* EXIT */.d.failed;
}
async function tellHowToFetch({ plan, local }, terminal) {
    const { source, branch } = plan.run;
    const base = await (0,cli_git/* gitIn */.u)(source).find(["rev-parse", "--verify", "--quiet", `refs/heads/${branch}`]);
    const range = base === undefined ? undefined : `${base}..refs/heads/${branch}`;
    const added = range ? await (0,cli_git/* gitIn */.u)(local.gitDir).find(["rev-list", "--count", range]) : undefined;
    if (added === "0")
        return terminal.line(`${local.gitDir} has nothing in ${branch} that ${source} does not have already.`);
    const what = added === "1" ? "1 commit was" : `${added ?? "New"} commits were`;
    terminal.line(`${what} merged into ${branch}, and nothing was changed in ${source}. Get the result with:`);
    terminal.line(`  cd ${(0,quote/* quote */.h)(source)} && git fetch ${(0,quote/* quote */.h)(local.gitDir)} ${(0,quote/* quote */.h)(branch)} && git merge --ff-only FETCH_HEAD`);
}

// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(49285);
// EXTERNAL MODULE: ./lib/domain/labels.js
var labels = __webpack_require__(70097);
// EXTERNAL MODULE: ./lib/domain/provider.js
var domain_provider = __webpack_require__(76231);
// EXTERNAL MODULE: ./lib/cli/api.js
var api = __webpack_require__(73678);
// EXTERNAL MODULE: ./lib/cli/data-directory.js
var data_directory = __webpack_require__(45070);
// EXTERNAL MODULE: ./lib/cli/live-view.js
var live_view = __webpack_require__(4562);
// EXTERNAL MODULE: ./lib/cli/local-github.js + 60 modules
var local_github = __webpack_require__(26251);
// EXTERNAL MODULE: ./lib/cli/toolkit.js
var cli_toolkit = __webpack_require__(85456);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/cli/run/foreign-runs.js
/** `--run-ci`: the repository's own workflows, kept away from the person's files by bubblewrap unless the sandbox is off. */





/** Ours are the overlay's workflows and the toolkit's actions; everything else is the repository's. */
function foreignRuns({ run, dataDir }, env) {
    if (!run.runCi || run.sandbox === "off")
        return {};
    const ours = new Set(templates/* WORKFLOW_TEMPLATES */._2);
    const program = findProgram("bwrap", env);
    return {
        isTrusted: (repository, path, action) => action === cli_toolkit/* LOCAL_TOOLKIT */.j || repository === cli_toolkit/* LOCAL_TOOLKIT */.j || (action === undefined && ours.has(path)),
        wrapForeignRun: (command) => wrapIn(program, [dataDir, run.source], command),
    };
}
/**
 * The machine read-only, without its homes, temporary directories and `secret` ones, such as that of the local GitHub; the job's
 * own directory is the only place to write. The network stays: CI installs what it needs. Without bubblewrap nothing runs.
 */
const wrapIn = (bwrap, secret, command) => {
    const { GITHUB_WORKSPACE: workspace = "", RUNNER_TEMP: temporary = "", PATH: path = "" } = command.env;
    const job = temporary === "" ? workspace : (0,external_node_path_.dirname)(temporary);
    const outer = [(0,external_node_os_.homedir)(), "/root", "/home", "/tmp", "/run", "/var/tmp"].filter(exists);
    const within = (place) => outer.some((other) => place.startsWith(`${other}/`));
    const hidden = [...outer, ...secret.filter((place) => exists(place) && !within(place))];
    const tools = path
        .split(external_node_path_.delimiter)
        .filter((entry) => hidden.some((place) => entry.startsWith(`${place}/`)));
    const prefixes = [...tools, process.execPath]
        .map((entry) => prefixOf(entry))
        .filter((entry) => exists(entry) && hidden.some((place) => entry.startsWith(`${place}/`)));
    return {
        ...command,
        file: bwrap,
        args: [
            ...["--unshare-user", "--unshare-pid", "--unshare-ipc", "--unshare-uts"],
            ...["--die-with-parent", "--new-session", "--cap-drop", "ALL"],
            ...["--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc"],
            ...[...new Set(hidden)].flatMap((place) => ["--tmpfs", place]),
            ...[...new Set(prefixes)].flatMap((place) => ["--ro-bind", place, place, ...coversIn(place)]),
            ...["--bind", job, job, "--chdir", command.cwd, "--"],
            command.file,
            ...command.args,
        ],
    };
};
/** Files of tool prefixes that hold credentials. */
const CREDENTIALS = ["credentials", "credentials.toml", "auth.json", ".npmrc", ".netrc"];
function coversIn(prefix) {
    return CREDENTIALS.map((name) => (0,external_node_path_.join)(prefix, name))
        .filter(exists)
        .flatMap((place) => ["--ro-bind", "/dev/null", place]);
}
/** `<prefix>/bin` stands for its whole prefix, as its programs need their neighbours; a home directory never does. */
function prefixOf(entry) {
    const prefix = (0,external_node_path_.dirname)(entry);
    const isTools = ["bin", "sbin", "shims"].some((name) => entry.endsWith(`/${name}`));
    return isTools && prefix !== (0,external_node_os_.homedir)() && prefix !== (0,external_node_path_.join)((0,external_node_os_.homedir)(), ".local") ? prefix : entry;
}
function findProgram(name, env) {
    const places = (env.PATH ?? "/usr/bin:/bin").split(external_node_path_.delimiter).map((entry) => (0,external_node_path_.join)(entry, name));
    return places.find(exists) ?? `/usr/bin/${name}`;
}
function exists(place) {
    try {
        (0,external_node_fs_.accessSync)((0,external_node_fs_.realpathSync)(place), external_node_fs_.constants.R_OK);
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/cli/run/local-run.js
/** The local GitHub of a run: the repository imported, the caller workflows laid over it, the person's settings made. */













/** Throws DATA_DIRECTORY_UNUSABLE, or INPUT_INVALID when the repository cannot be imported. */
async function openLocalRun(plan, env, terminal) {
    const { dataDir, run } = plan;
    const { repository, login } = run;
    let overlay = new Map();
    const local = await (0,local_github/* startLocalGitHub */.N)({
        dataDir,
        schedules: false,
        onProgress: (0,live_view/* liveView */.A)(terminal),
        secrets: (name) => (name === repository ? keysOf(plan) : {}),
        overlay: (name) => (name === repository ? overlay : undefined),
        isEnabled: (name) => name !== repository || run.runCi,
        foreign: foreignRuns(plan, env),
        prepare: async (forge, toolkit) => {
            overlay = await callerWorkflows(toolkit);
            await importRepository(forge, plan);
            applySettings(forge, plan);
            await ensureLabels(forge, repository);
        },
    });
    const { forge } = local;
    const token = forge.createPersonToken(login);
    const { serverUrl: url, apiUrl } = forge;
    await (0,data_directory/* writeSession */.Ko)(dataDir, { v: 1, pid: process.pid, url, apiUrl, token, repository, login });
    return {
        ...local,
        github: (0,api/* connectAsPerson */.k)({ apiUrl, repository, token }),
        gitDir: forge.gitDir(repository) ?? "",
        async close() {
            await (0,data_directory/* removeSession */.dF)(dataDir);
            await local.close();
        },
    };
}
/** The workflow files only: the repository's history stays the person's. */
async function callerWorkflows(toolkit) {
    const rendered = await (0,templates/* renderTemplates */.g$)({
        toolkit: cli_toolkit/* LOCAL_TOOLKIT */.j,
        sha: toolkit,
        sweep: "1h",
        ciWorkflows: [],
    });
    return new Map(templates/* WORKFLOW_TEMPLATES */._2.map((path) => [path, rendered.get(path) ?? ""]));
}
async function importRepository(forge, { run }) {
    if (forge.gitDir(run.repository) !== undefined)
        return;
    const [owner = "", name = ""] = run.repository.split("/");
    forge.createUser(owner);
    try {
        await forge.createRepository({
            owner,
            name,
            description: `Imported from ${run.source}`,
            importFrom: run.source,
        });
    }
    catch (error) {
        throw new errors/* NightshiftError */.nc("INPUT_INVALID", `The repository ${run.source} could not be imported: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
}
/** The keys as secrets of the local repository. */
function keysOf({ endpoints }) {
    return Object.fromEntries(endpoints.map(({ provider, apiKey }) => [(0,domain_provider/* keyNameOf */.aD)(provider), apiKey]));
}
/** Made at every start: what was typed this time counts. */
function applySettings(forge, { run, endpoints }) {
    const { repository } = run;
    forge.setPermission(repository, run.login, "admin");
    forge.setWorkflowPermissions(repository, { default: "read", canCreatePulls: true });
    const addresses = endpoints.flatMap(({ provider, baseUrl }) => (baseUrl ? `${provider}=${baseUrl}` : []));
    forge.setVariable(repository, "NIGHTSHIFT_BASE_URL", addresses.join(" "));
    forge.setVariable(repository, "NIGHTSHIFT_SANDBOX", run.sandbox);
    forge.setVariable(repository, "NIGHTSHIFT_MODEL", run.model ?? "");
    forge.setVariable(repository, "NIGHTSHIFT_MAX_USD", run.maxUsd === undefined ? "" : String(run.maxUsd));
}
async function ensureLabels(forge, repository) {
    const git = (0,cli_git/* gitIn */.u)(forge.gitDir(repository) ?? "");
    const { label_prefix: prefix } = (0,config_file/* parseConfigFile */.m)(await git.find(["show", `HEAD:${words/* CONFIG_PATH */.tF}`]));
    const owner = repository.split("/")[0] ?? "";
    const github = (0,api/* connectAsPerson */.k)({ apiUrl: forge.apiUrl, repository, token: forge.createPersonToken(owner) });
    const { data } = await github.rest("GET /repos/{owner}/{repo}/labels", { per_page: 100 });
    const known = new Set(Array.isArray(data) ? data.map((label) => label.name) : []);
    for (const label of (0,labels/* allLabels */.dj)(prefix))
        if (!known.has(label.name))
            forge.createLabel(repository, label);
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/domain/config.js
var domain_config = __webpack_require__(91032);
// EXTERNAL MODULE: ./lib/models/facts.js + 2 modules
var facts = __webpack_require__(76807);
// EXTERNAL MODULE: ./lib/cli/sandbox-check.js
var sandbox_check = __webpack_require__(13692);
// EXTERNAL MODULE: ./lib/models/access.js
var access = __webpack_require__(62934);
// EXTERNAL MODULE: ./lib/models/connect.js
var connect = __webpack_require__(93112);
;// CONCATENATED MODULE: ./lib/cli/run/model-endpoint.js
/** The models' keys and addresses, tried out before anything starts. */




/** A server on this machine may need no key, but the protocol has a place for one. */
const NO_KEY = "no-key-needed";
const PATIENCE_MS = 15_000;
/** How each provider lists its models: the cheapest request that needs a key. */
const LISTS = {
    anthropic: {
        base: "https://api.anthropic.com",
        path: "/v1/models?limit=1",
        headers: (key) => ({ "x-api-key": key, "anthropic-version": "2023-06-01" }),
    },
    openai: {
        base: "https://api.openai.com/v1",
        path: "/models",
        headers: (key) => ({ authorization: `Bearer ${key}` }),
    },
    gemini: {
        base: "https://generativelanguage.googleapis.com",
        path: "/v1beta/models?pageSize=1",
        headers: (key) => ({ "x-goog-api-key": key }),
    },
};
/** Where a key stands in the environment; the first that is set counts. */
function keyNames(provider) {
    return provider === "gemini" ? ["GEMINI_API_KEY", "GOOGLE_API_KEY"] : [(0,domain_provider/* keyNameOf */.aD)(provider)];
}
/** Checks names, addresses and keys without a request, one endpoint for each provider. Throws INPUT_INVALID. */
function endpointsOf(options) {
    const { models, env } = options;
    const providers = (0,domain_provider/* providersOf */.Ou)(models);
    const addresses = (0,access/* addressesOf */.s)(options.baseUrl ?? "", providers);
    const endpoints = providers.map((provider) => {
        const baseUrl = addresses[provider]?.replace(/\/+$/, "");
        const apiKey = keyNames(provider)
            .map((name) => env[name]?.trim() ?? "")
            .find((key) => key !== "");
        return { provider, apiKey: apiKey ?? (isLoopback(baseUrl) ? NO_KEY : ""), baseUrl };
    });
    const missing = endpoints.find(({ apiKey }) => apiKey === "");
    if (missing)
        throw noKey(missing.provider, models);
    for (const model of models) {
        const endpoint = endpoints.find(({ provider }) => provider === (0,domain_provider/* parseModelName */.s_)(model)?.provider);
        (0,connect/* checkConnection */.j)({ model, apiKey: endpoint?.apiKey, baseUrl: endpoint?.baseUrl });
    }
    return endpoints;
}
function noKey(provider, models) {
    const names = keyNames(provider);
    const model = models.find((name) => (0,domain_provider/* parseModelName */.s_)(name)?.provider === provider);
    return new errors/* NightshiftError */.nc("INPUT_INVALID", `${names.join(" or ")} is not set. The model ${model} needs a key of its provider; set it, or name a server on this machine with --base-url.`);
}
/**
 * One cheap request: any answer of HTTP means that somebody is there; 401 means that the key is wrong.
 * Throws MODEL_UNREACHABLE or MODEL_REFUSED_KEY.
 */
async function tryEndpoint({ provider, apiKey, baseUrl }, fetch) {
    const { base, path, headers } = LISTS[provider];
    const url = baseUrl ?? base;
    const response = await fetch(`${url}${path}`, {
        headers: headers(apiKey),
        signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch((error) => {
        throw new errors/* NightshiftError */.nc("MODEL_UNREACHABLE", `The model's server ${url} does not answer: ${causeOf(error)}. Check the address (--base-url) and the network.`, { cause: error });
    });
    const text = await response.text().catch(() => "");
    // Google tells a wrong key with 400.
    if (response.status === 401 || (response.status === 400 && text.includes("API_KEY_INVALID")))
        throw new errors/* NightshiftError */.nc("MODEL_REFUSED_KEY", `The model's server ${url} refuses the key in ${keyNames(provider).join(" or ")} (${response.status}). Set a valid one.`);
}
function causeOf(error) {
    return error instanceof Error && error.cause !== undefined ? (0,errors/* messageOf */.bD)(error.cause) : (0,errors/* messageOf */.bD)(error);
}
function isLoopback(url) {
    if (url === undefined || !URL.canParse(url))
        return false;
    return ["localhost", "127.0.0.1", "[::1]"].includes(new URL(url).hostname);
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
;// CONCATENATED MODULE: ./lib/cli/run/remembered.js
/** What a run must know to go on after it was stopped or killed: `run.json` in its data directory. Never the key. */






const Remembered = schemas.strictObject({
    v: schemas.literal(1),
    /** The person's repository, and where it is hosted on the local GitHub. */
    source: schemas.string(),
    branch: schemas.string(),
    login: schemas.string(),
    repository: schemas.string(),
    /** The requirement, and its issue as soon as it is open. */
    text: schemas.string(),
    issue: schemas.int().positive().optional(),
    /** As it was typed. */
    model: schemas.string().optional(),
    /** Every model that the agents use, whoever named it. */
    models: schemas.array(schemas.string()).optional(),
    baseUrl: schemas.string().optional(),
    maxUsd: schemas.number().positive().optional(),
    approve: schemas["enum"](["ask", "auto"]),
    sandbox: schemas["enum"](["required", "off"]),
    runCi: schemas.boolean(),
});
const fileIn = (dataDir) => (0,external_node_path_.join)(dataDir, "run.json");
/** Undefined when no run was started in this directory. Throws DATA_DIRECTORY_UNUSABLE for a file that is not ours. */
async function recall(dataDir) {
    const text = await (0,promises_.readFile)(fileIn(dataDir), "utf8").catch(() => undefined);
    if (text === undefined)
        return undefined;
    const found = Remembered.safeParse((0,data_directory/* parseJson */.qF)(text));
    if (found.success)
        return found.data;
    throw new errors/* NightshiftError */.nc("DATA_DIRECTORY_UNUSABLE", `${fileIn(dataDir)} is not the file of a run that this version can continue. Choose another directory with --data.`);
}
/** Written whole or not at all. */
async function remember(dataDir, run) {
    const draft = `${fileIn(dataDir)}.${(0,external_node_crypto_.randomUUID)()}`;
    await (0,promises_.writeFile)(draft, `${JSON.stringify(run, null, 2)}\n`, { mode: 0o600 });
    await (0,promises_.rename)(draft, fileIn(dataDir));
}

// EXTERNAL MODULE: ./lib/cli/run/requirements-file.js
var requirements_file = __webpack_require__(63821);
// EXTERNAL MODULE: ./lib/agents/commands.js + 1 modules
var commands = __webpack_require__(44563);
;// CONCATENATED MODULE: ./lib/cli/run/source-repository.js
/** The stranger's repository, as it is read before anything starts. It is only ever read. */








/** Throws ENVIRONMENT_UNFIT without a usable git, INPUT_INVALID for a repository that cannot be used, CONFIG_INVALID. */
async function readSource(directory) {
    const path = await (0,promises_.realpath)(directory).catch((error) => {
        throw unusable(directory, (0,errors/* messageOf */.bD)(error));
    });
    await (0,cli_git/* checkGit */.T)("/");
    const top = await topOf(directory, path);
    const git = (0,cli_git/* gitIn */.u)(top);
    const head = await git.find(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]);
    if (head === undefined)
        throw unusable(directory, "it has no commit yet. Commit something first");
    const branch = await git.find(["symbolic-ref", "--quiet", "--short", "HEAD"]);
    if (branch === undefined)
        throw unusable(directory, "its HEAD is detached. Check out the branch that shall be built on");
    if ((await git.find(["rev-parse", "--is-shallow-repository"])) === "true")
        throw unusable(directory, 'it is a shallow clone. Run "git fetch --unshallow" in it first');
    const config = (0,config_file/* parseConfigFile */.m)(await git.find(["show", `${head}:${words/* CONFIG_PATH */.tF}`]));
    await checkBase(git, directory, config);
    return {
        path: top,
        branch,
        head,
        ...(await namesOf(git, top)),
        config,
        commands: await (0,commands/* findCommands */.u)(git, head, config),
        uncommitted: await uncommittedIn(git),
    };
}
function unusable(directory, why) {
    return new errors/* NightshiftError */.nc("INPUT_INVALID", `The repository ${directory} cannot be used: ${why}.`);
}
async function topOf(directory, path) {
    const git = (0,cli_git/* gitIn */.u)(path);
    try {
        const bare = (await git.text(["rev-parse", "--is-bare-repository"])) === "true";
        return await git.text(["rev-parse", bare ? "--absolute-git-dir" : "--show-toplevel"]);
    }
    catch (error) {
        if (!(error instanceof errors/* NightshiftError */.nc) || error.code !== "GIT_FAILED")
            throw unusable(directory, (0,errors/* messageOf */.bD)(error));
        const [first = ""] = error.message.split("failed in ").slice(-1);
        throw unusable(directory, /not a git repository/.test(first) ? "it is no git repository" : first);
    }
}
async function checkBase(git, directory, { base }) {
    if (base === undefined)
        return;
    const found = await git.find(["rev-parse", "--verify", "--quiet", `refs/heads/${base}`]);
    if (found === undefined)
        throw new errors/* NightshiftError */.nc("CONFIG_INVALID", `${words/* CONFIG_PATH */.tF}: base: there is no branch "${base}" in ${directory}.`);
}
async function namesOf(git, top) {
    const said = slug((await git.find(["config", "user.name"])) ?? "");
    const reserved = ["", "github", cli_toolkit/* LOCAL_TOOLKIT */.j.split("/")[0]];
    const login = reserved.includes(said) ? "you" : said;
    const name = (0,external_node_path_.basename)(top)
        .replace(/(\/?\.git)$/, "")
        .replace(/[^\w.-]+/g, "-")
        .replace(/^[-.]+/, "");
    return { login, repository: `${login}/${name || "repository"}` };
}
/** A name as a GitHub login: letters, digits and single dashes. */
function slug(name) {
    return name
        .normalize("NFKD")
        .replace(/\p{M}/gu, "")
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .slice(0, 39)
        .replace(/^-+|-+$/g, "");
}
async function uncommittedIn(git) {
    const status = (await git.find(["status", "--porcelain"])) ?? "";
    return status === "" ? 0 : status.split("\n").length;
}

;// CONCATENATED MODULE: ./lib/cli/run/preflight.js
/** Everything that can be wrong with a run, found out before anything is written and before the first model call. */














/** Throws NightshiftError with one message that names the thing and the remedy. */
async function prepareRun(options, terminal, edge) {
    const given = options.data === undefined ? undefined : (0,external_node_path_.resolve)(options.data);
    const earlier = given === undefined ? undefined : await recall(given);
    const run = earlier ? await continued(earlier, options, given ?? "") : await begun(options, terminal);
    const { models = [], baseUrl } = run;
    const endpoints = endpointsOf({ models, baseUrl, env: edge.env });
    await settleSandbox(run, terminal);
    for (const endpoint of endpoints)
        await tryEndpoint(endpoint, edge.fetch);
    const dataDir = given ?? (0,data_directory/* standardPlace */.FR)(run.repository, edge.now(), edge.env);
    await (0,data_directory/* claimDirectory */.AS)(dataDir);
    await remember(dataDir, run);
    return { dataDir, run, endpoints, continues: earlier !== undefined };
}
async function begun(options, terminal) {
    const { repo, requirements } = options;
    if (repo === undefined || requirements === undefined)
        throw missingOption(options);
    const text = await (0,requirements_file/* readRequirements */.F)(requirements);
    const source = await readSource(repo);
    tellSource(source, terminal);
    const config = (0,config_override/* overrideConfig */.X6)(source.config, {
        model: typedModels(options.model),
        maxUsd: options.maxUsd,
    });
    const models = [...new Set([...(0,domain_config/* modelsOf */.Wh)(config, "code"), ...(0,domain_config/* modelsOf */.Wh)(config, "review")])];
    warnOfUnknownPrices(models, options.maxUsd, terminal);
    return {
        v: 1,
        source: source.path,
        branch: source.config.base ?? source.branch,
        login: source.login,
        repository: source.repository,
        text,
        ...chosen(options),
        models,
        approve: options.approve ?? "ask",
        sandbox: options.sandbox ?? "required",
        runCi: options.runCi ?? false,
    };
}
function missingOption({ repo, data }) {
    const what = repo === undefined ? "Name the repository with --repo" : "Name the requirements file with --requirements";
    const other = data === undefined ? "" : ` (${(0,external_node_path_.resolve)(data)} holds no run to continue)`;
    return new errors/* NightshiftError */.nc("INPUT_INVALID", `${what}, or continue an earlier run with --data${other}. nightshift run --help explains.`);
}
/** What was typed now wins over what is remembered; repository and requirement stay what they were. */
async function continued(earlier, options, dataDir) {
    await (0,cli_git/* checkGit */.T)("/");
    if (options.repo !== undefined && (await (0,promises_.realpath)(options.repo).catch(() => "")) !== earlier.source)
        throw taken(dataDir, `a run on ${earlier.source}`);
    if (options.requirements !== undefined && (await (0,requirements_file/* readRequirements */.F)(options.requirements)) !== earlier.text)
        throw taken(dataDir, "a run with another requirement");
    return {
        ...earlier,
        ...chosen(options),
        models: typedModels(options.model) ?? earlier.models ?? [...(0,domain_config/* modelsOf */.Wh)((0,domain_config/* defaultConfig */.sb)(), "code")],
        approve: options.approve ?? earlier.approve,
        sandbox: options.sandbox ?? earlier.sandbox,
        runCi: options.runCi ?? earlier.runCi,
    };
}
function taken(dataDir, what) {
    return new errors/* NightshiftError */.nc("INPUT_INVALID", `${dataDir} holds ${what}. Continue it with "nightshift run --data ${(0,quote/* quote */.h)(dataDir)}", or choose another directory.`);
}
/** The models of `--model`; undefined when nothing was typed. */
function typedModels(text) {
    const result = config_override/* ModelOverride */.a5.safeParse(text ?? "");
    if (result.success)
        return result.data;
    throw new errors/* NightshiftError */.nc("INPUT_INVALID", `--model ${text}: expected provider:model, such as anthropic:claude-sonnet-5-5, openai:gpt-6-sol or gemini:gemini-4-argon; several with commas.`);
}
function chosen({ model, baseUrl, maxUsd }) {
    return {
        ...(model === undefined ? {} : { model }),
        ...(baseUrl === undefined ? {} : { baseUrl }),
        ...(maxUsd === undefined ? {} : { maxUsd }),
    };
}
function tellSource(source, terminal) {
    const list = (commands) => commands.length === 0 ? "none" : commands.map((command) => `\`${command}\``).join(", ");
    terminal.line(`repository: ${source.path}, branch ${source.branch} at ${source.head.slice(0, 7)}`);
    if (source.uncommitted > 0)
        terminal.line(`note: ${source.uncommitted} uncommitted changes there are not part of what is built on`);
    terminal.line(`set-up commands: ${list(source.commands.setup)} (from ${source.commands.from})`);
    terminal.line(`verify commands: ${list(source.commands.verify)} (from ${source.commands.from})`);
    if (source.commands.verify.length === 0)
        terminal.line("note: nothing says how the tests run, so the first change has to bring that; or add `verify:` to .github/nightshift.yml");
}
function warnOfUnknownPrices(models, maxUsd, terminal) {
    const unknown = models.filter((model) => (0,facts/* findFacts */.f)(model) === undefined);
    if (maxUsd !== undefined && unknown.length > 0)
        terminal.line(`note: the price of ${unknown.join(" and ")} is not known, so limits in US dollars cannot be held`);
}
/** Throws SANDBOX_UNAVAILABLE where one is wanted and the machine cannot give it. */
async function settleSandbox(run, terminal) {
    if (run.sandbox === "off")
        return terminal.line("sandbox: off, as asked: commands of the model run as you, with network");
    const sandbox = await (0,sandbox_check/* checkSandbox */.S)();
    if (sandbox.mode === "off")
        throw new errors/* NightshiftError */.nc("SANDBOX_UNAVAILABLE", `${sandbox.reason} To go on here without isolation, add --sandbox off.`);
    terminal.line(`sandbox: ${sandbox.reason}`);
}

;// CONCATENATED MODULE: ./lib/cli/run/run.js
/** `nightshift run`: the whole loop on a person's own repository, on this machine. */














/** The exit code. Throws NightshiftError for everything that is wrong before the start. */
async function runRun(options, terminal, edge) {
    const plan = await prepareRun(options, terminal, edge);
    const started = edge.now().getTime();
    const local = await openLocalRun(plan, edge.env, terminal);
    try {
        terminal.line(`${plan.continues ? "continues" : "works"} in ${plan.dataDir}; a local GitHub runs at ${local.forge.serverUrl}`);
        const since = () => (0,story/* elapsed */.vk)(edge.now().getTime() - started);
        const untell = tellStory(local, plan, since, terminal);
        const stopCi = plan.run.runCi ? followCi(local, plan.run.repository, terminal) : () => undefined;
        const rest = await work(plan, options, local, terminal, edge);
        stopCi();
        untell();
        terminal.status("");
        if (edge.signal.aborted)
            return interrupted(plan, terminal);
        const seconds = (edge.now().getTime() - started) / 1_000;
        return finish({ plan, local, rest, seconds, json: options.json }, terminal);
    }
    finally {
        await local.close();
    }
}
async function work(plan, options, local, terminal, edge) {
    const { github, runner, gitDir } = local;
    const { model, maxUsd, approve: mode, login } = plan.run;
    const loop = {
        runner,
        github,
        override: { model: typedModels(model), maxUsd },
        now: edge.now,
        signal: edge.signal,
        act: async (rest) => {
            const approved = await approve(waitingFor(rest.standings), { github, gitDir, login, mode, terminal });
            return approved > 0;
        },
    };
    const before = await look(loop);
    if (plan.run.issue === undefined)
        await openIssue(plan, local, before);
    if (options.retry) {
        const places = await retryAll(before.snapshot, before.standings, github);
        terminal.line(places === 0 ? "nothing waits for a retry" : `asked to try again in ${places} places`);
    }
    if (plan.continues)
        await ringManager(github, edge.now);
    return loopUntilRest(loop);
}
/** An issue that an earlier process opened, and could not write down, is the one. */
async function openIssue(plan, { github, gitDir }, before) {
    const config = (0,config_file/* parseConfigFile */.m)(await (0,cli_git/* gitIn */.u)(gitDir).find(["show", `HEAD:${words/* CONFIG_PATH */.tF}`]));
    const [known] = before.snapshot.requirements;
    const issue = known?.number ?? (await (0,requirement.openRequirement)(github, plan.run.text, config.label_prefix));
    plan.run = { ...plan.run, issue };
    await remember(plan.dataDir, plan.run);
}
function tellStory({ forge }, { run }, since, terminal) {
    return forge.onEvent((event) => {
        const line = event.repository === run.repository ? (0,story/* tell */.qz)(event) : undefined;
        if (line)
            terminal.line(`${since()}  ${line}`);
    });
}
function interrupted({ dataDir }, terminal) {
    terminal.line(`Stopped. Continue with: nightshift run --data ${(0,quote/* quote */.h)(dataDir)}`);
    return exit/* EXIT */.d.failed;
}


/***/ }),

/***/ 27004:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F3: () => (/* binding */ standingsOf),
/* harmony export */   _M: () => (/* binding */ obstaclesOf),
/* harmony export */   kk: () => (/* binding */ pendingCommands)
/* harmony export */ });
/* unused harmony export needsPerson */
/* harmony import */ var _domain_decide_merge_pull_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86405);
/* harmony import */ var _domain_decide_merge_requirement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54707);
/* harmony import */ var _domain_pull_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99331);
/* harmony import */ var _domain_requirement_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62845);
/* harmony import */ var _domain_state_block_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44917);
/* harmony import */ var _domain_words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(67185);






/** Rungs whose wait ends by itself, because a run is at work. */
const AT_WORK = new Set(["author-at-work", "reviewer-at-work", "planning", "features-at-work"]);
function standingsOf(snapshot) {
    return snapshot.requirements.map((requirement) => {
        const facts = (0,_domain_requirement_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .requirementFactsOf */ .Mq)(snapshot, requirement);
        const features = facts.features.map((feature) => featureStanding(snapshot, facts, feature));
        return { facts, decision: (0,_domain_decide_merge_requirement_js__WEBPACK_IMPORTED_MODULE_1__/* .decideRequirement */ .m)(facts), features };
    });
}
/** Only a person can end this wait. */
function needsPerson({ rung, alarm }) {
    return alarm.kind === "event" && !AT_WORK.has(rung);
}
/** Everything that the ladders would do now, over requirements and their open pull requests. */
function pendingCommands(standings) {
    return standings.flatMap(({ decision, features }) => [
        ...decision.commands,
        ...features.flatMap(({ pull }) => (pull?.pull.state === "open" ? pull.decision.commands : [])),
    ]);
}
/** What stops an open requirement, one text for each thing that waits. */
function obstaclesOf({ facts, decision, features, }) {
    const { requirement, snapshot } = facts;
    const found = features.flatMap(({ facts: feature, pull, why }) => {
        const open = pull?.pull.state === "open" ? pull : undefined;
        const name = `feature #${feature.planned.number ?? "?"} "${feature.planned.title}"`;
        if (open) {
            const person = needsPerson(open.decision);
            const asked = askedIn([...open.pull.comments, ...(feature.issue?.comments ?? [])], snapshot.identity);
            return [{ text: `pull request #${open.pull.number}: ${open.rung}. ${asked ?? open.why}`, person }];
        }
        if (feature.progress !== "needs-human")
            return [];
        return [
            { text: `${name}: ${askedIn(feature.issue?.comments ?? [], snapshot.identity) ?? why}`, person: true },
        ];
    });
    if (found.length > 0)
        return found;
    const asked = decision.rung === "needs-human" ? askedIn(requirement.comments, snapshot.identity) : undefined;
    return [
        {
            text: `requirement #${requirement.number}: ${decision.rung}. ${asked ?? decision.why}`,
            person: needsPerson(decision),
        },
    ];
}
/** Our newest comment that says what a person has to decide, without the way out that it names. */
function askedIn(comments, identity) {
    const asked = comments
        .filter(({ author, body }) => author.login === identity && body.startsWith("**A person has to decide.**"))
        .at(-1);
    if (asked === undefined)
        return undefined;
    return (0,_domain_state_block_js__WEBPACK_IMPORTED_MODULE_4__/* .visiblePart */ .MR)(asked.body)
        .replace(/^\*\*A person has to decide\.\*\*\s*/, "")
        .replace(/\n+When that is done, comment [\s\S]*$/, "")
        .replace(/\s*Comment `\/nightshift retry`[\s\S]*$/, "")
        .trim()
        .slice(0, 1_500);
}
function featureStanding(snapshot, requirement, facts) {
    const pull = facts.pull ? pullStanding(snapshot, facts.pull) : undefined;
    return { facts, pull, why: featureWhy(requirement, facts, pull) };
}
function pullStanding(snapshot, pull) {
    const decision = (0,_domain_decide_merge_pull_js__WEBPACK_IMPORTED_MODULE_0__/* .decideMergePull */ .k)((0,_domain_pull_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .factsOf */ .xS)(snapshot, pull));
    if (pull.state !== "merged")
        return { pull, rung: decision.rung, why: decision.why, decision };
    const commit = pull.mergeCommit === undefined ? "" : ` as ${(0,_domain_words_js__WEBPACK_IMPORTED_MODULE_5__/* .short */ .h0)(pull.mergeCommit)}`;
    return { pull, rung: "merged", why: `It is merged${commit}.`, decision };
}
function featureWhy(requirement, facts, pull) {
    if (pull && (facts.progress === "merged" || facts.progress === "open"))
        return pull.why;
    const waitsFor = facts.planned.after.filter((key) => requirement.features.some(({ planned, progress }) => planned.key === key && progress !== "merged" && progress !== "dropped"));
    switch (facts.progress) {
        case "untracked":
            return "It has no issue yet.";
        case "merged":
            return "The code already does it.";
        case "dropped":
            return "A person closed its issue.";
        case "needs-human":
            return "A person has to decide; the last comment says what. /nightshift retry goes on.";
        default:
            if (facts.atWork)
                return "The code agent is writing it.";
            return waitsFor.length > 0 ? `It comes after ${waitsFor.join(", ")}.` : "It waits for its turn.";
    }
}


/***/ }),

/***/ 54301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X6: () => (/* binding */ overrideConfig),
/* harmony export */   a5: () => (/* binding */ ModelOverride),
/* harmony export */   v4: () => (/* binding */ UsdOverride)
/* harmony export */ });
/* unused harmony export NO_OVERRIDE */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88343);
/* harmony import */ var _provider_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76231);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67185);
/** What a repository's variables may change without a commit: the model, and less money. */



const NO_OVERRIDE = { model: undefined, maxUsd: undefined };
const empty = zod__WEBPACK_IMPORTED_MODULE_2__.literal("").transform(() => undefined);
/** The texts of the action's inputs; empty is absent. */
const ModelOverride = zod__WEBPACK_IMPORTED_MODULE_2__.union([empty, zod__WEBPACK_IMPORTED_MODULE_2__.string().transform(namesIn).pipe(_provider_js__WEBPACK_IMPORTED_MODULE_0__/* .ModelList */ .w6)], {
    error: "expected provider:model, such as anthropic:claude-sonnet-5-5, or several with commas between them",
});
const UsdOverride = zod__WEBPACK_IMPORTED_MODULE_2__.union([
    empty,
    zod__WEBPACK_IMPORTED_MODULE_2__.string()
        .regex(/^(?![0.]+$)\d{1,6}(\.\d{1,4})?$/)
        .transform(Number)
        .pipe(_words_js__WEBPACK_IMPORTED_MODULE_1__/* .UsDollars */ .qi),
], { error: "expected an amount of US dollars above 0, such as 2.50" });
/** The names in `anthropic:a, openai:b`. */
function namesIn(text) {
    return text.split(/[\s,]+/).filter((name) => name !== "");
}
/** Money only ever becomes less. */
function overrideConfig(config, { model, maxUsd = Number.POSITIVE_INFINITY }) {
    const named = model === undefined ? {} : { model };
    const limited = (agent) => ({
        ...agent,
        ...named,
        max_usd: Math.min(agent.max_usd, maxUsd),
    });
    return {
        ...config,
        ...named,
        code: limited(config.code),
        review: limited(config.review),
        budget: {
            ...config.budget,
            feature_usd: Math.min(config.budget.feature_usd, maxUsd),
            requirement_usd: Math.min(config.budget.requirement_usd, maxUsd),
        },
    };
}


/***/ }),

/***/ 5295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ix: () => (/* binding */ HOP_LIMIT),
/* harmony export */   SB: () => (/* binding */ composeMessage),
/* harmony export */   vY: () => (/* binding */ parseMessage)
/* harmony export */ });
/* unused harmony exports Party, ENVELOPE_LIMIT, MESSAGE_TYPES, ALIASES, Message */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64377);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(37428);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49285);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67185);
/** Every message that the agents exchange: doorbells, never facts. A new type is one more row here and one in route.ts. */



const Party = zod__WEBPACK_IMPORTED_MODULE_2__["enum"](["person", "coder", "reviewer", "repo_manager"]);
/** A chain of messages longer than this is a loop: one label, one comment, no further message. Restarts with every feature. */
const HOP_LIMIT = 40;
/** Largest envelope we send or read, in characters; GitHub's own limit for a client_payload is 65,535. */
const ENVELOPE_LIMIT = 8_192;
const atPull = zod__WEBPACK_IMPORTED_MODULE_2__.strictObject({ pull: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .IssueNumber */ .rd, head: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .Sha */ .$R });
const PAYLOADS = {
    start_project: zod__WEBPACK_IMPORTED_MODULE_2__.strictObject({ issue: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .IssueNumber */ .rd }),
    human_acted: zod__WEBPACK_IMPORTED_MODULE_2__.strictObject({
        issue: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .IssueNumber */ .rd.optional(),
        pull: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .IssueNumber */ .rd.optional(),
        comment: zod__WEBPACK_IMPORTED_MODULE_2__.int().positive().optional(),
    }),
    continue_next_feature: zod__WEBPACK_IMPORTED_MODULE_2__.strictObject({ issue: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .IssueNumber */ .rd, feature: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .IssueNumber */ .rd }),
    pr_created: atPull,
    new_commits_pushed: atPull,
    verify_requested: zod__WEBPACK_IMPORTED_MODULE_2__.strictObject({ pull: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .IssueNumber */ .rd, head: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .Sha */ .$R, base: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .Sha */ .$R }),
    review_comments_posted: zod__WEBPACK_IMPORTED_MODULE_2__.strictObject({ pull: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .IssueNumber */ .rd, head: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .Sha */ .$R, round: zod__WEBPACK_IMPORTED_MODULE_2__.int().nonnegative() }),
    review_comments_received: atPull,
    review_approved: atPull,
    pr_merged: zod__WEBPACK_IMPORTED_MODULE_2__.strictObject({ pull: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .IssueNumber */ .rd, sha: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .Sha */ .$R }),
    all_features_complete: zod__WEBPACK_IMPORTED_MODULE_2__.strictObject({ issue: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .IssueNumber */ .rd }),
};
const MESSAGE_TYPES = Object.keys(PAYLOADS).filter((name) => name in PAYLOADS);
/** Older spellings of a type; read, never written. */
const ALIASES = {
    commits_pushed: "new_commits_pushed",
    changes_requested: "review_comments_posted",
};
const envelope = (type) => zod__WEBPACK_IMPORTED_MODULE_2__.strictObject({
    id: zod__WEBPACK_IMPORTED_MODULE_2__.uuid(),
    timestamp: zod__WEBPACK_IMPORTED_MODULE_3__.datetime(),
    from: Party,
    to: Party,
    type: zod__WEBPACK_IMPORTED_MODULE_2__.literal(type),
    payload: PAYLOADS[type],
    correlationId: zod__WEBPACK_IMPORTED_MODULE_2__.uuid(),
    hops: zod__WEBPACK_IMPORTED_MODULE_2__.int().min(0).max(HOP_LIMIT),
});
const Message = zod__WEBPACK_IMPORTED_MODULE_2__.discriminatedUnion("type", [
    envelope("start_project"),
    envelope("human_acted"),
    envelope("continue_next_feature"),
    envelope("pr_created"),
    envelope("new_commits_pushed"),
    envelope("verify_requested"),
    envelope("review_comments_posted"),
    envelope("review_comments_received"),
    envelope("review_approved"),
    envelope("pr_merged"),
    envelope("all_features_complete"),
]);
/** The only door through which an outside payload becomes a `Message`. Throws MESSAGE_MALFORMED; nothing has happened then. */
function parseMessage(raw) {
    const size = JSON.stringify(raw ?? null).length;
    if (size > ENVELOPE_LIMIT) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NightshiftError */ .nc("MESSAGE_MALFORMED", `The message has ${size} characters; at most ${ENVELOPE_LIMIT} are read.`);
    }
    const result = Message.safeParse(withoutAlias(raw));
    if (result.success)
        return result.data;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NightshiftError */ .nc("MESSAGE_MALFORMED", `Not a Nightshift message: ${zod__WEBPACK_IMPORTED_MODULE_4__/* .prettifyError */ .S1(result.error)}`);
}
function withoutAlias(raw) {
    if (typeof raw !== "object" || raw === null || !("type" in raw) || typeof raw.type !== "string")
        return raw;
    return Object.hasOwn(ALIASES, raw.type) ? { ...raw, type: ALIASES[raw.type] } : raw;
}
/**
 * A new message in a conversation. `hops` restarts at `continue_next_feature`, so that a long project is no loop; it stays at
 * the limit, where every gate refuses it.
 */
function composeMessage(draft, thread, edge) {
    const restarts = draft.type === "continue_next_feature" || thread === undefined;
    return parseMessage({
        id: edge.id(),
        timestamp: edge.now().toISOString(),
        ...draft,
        correlationId: thread?.correlationId ?? edge.id(),
        hops: restarts ? 0 : Math.min(thread.hops + 1, HOP_LIMIT),
    });
}


/***/ }),

/***/ 62934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ connectModels),
/* harmony export */   s: () => (/* binding */ addressesOf)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49285);
/* harmony import */ var _domain_provider_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76231);
/* harmony import */ var _connect_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93112);
/** Keys and addresses of the providers, and the models of one run connected with them. */



/**
 * The models of a run, the preferred one first.
 * @throws NightshiftError INPUT_INVALID when the preferred one has no key, or an address is unsafe or ambiguous
 */
async function connectModels(names, access) {
    const [preferred = "", ...others] = names;
    const addresses = addressesOf(access.baseUrl, (0,_domain_provider_js__WEBPACK_IMPORTED_MODULE_1__/* .providersOf */ .Ou)(names));
    const optionsOf = (name) => {
        const provider = (0,_domain_provider_js__WEBPACK_IMPORTED_MODULE_1__/* .parseModelName */ .s_)(name)?.provider;
        return {
            model: name,
            apiKey: provider && access.keys[provider],
            baseUrl: provider && addresses[provider],
            fetch: access.fetch,
            clock: access.clock,
        };
    };
    const model = await (0,_connect_js__WEBPACK_IMPORTED_MODULE_2__/* .connectModel */ .I)(optionsOf(preferred));
    const hasKey = (name) => Boolean(optionsOf(name).apiKey);
    return {
        model,
        fallbacks: others.filter(hasKey).map((name) => connectLater(optionsOf(name))),
        warnings: others
            .filter((name) => !hasKey(name))
            .map((name) => `The model ${name} cannot take over: ${missingKey(name)} is not set.`),
    };
}
function missingKey(name) {
    const provider = (0,_domain_provider_js__WEBPACK_IMPORTED_MODULE_1__/* .parseModelName */ .s_)(name)?.provider;
    return provider ? (0,_domain_provider_js__WEBPACK_IMPORTED_MODULE_1__/* .keyNameOf */ .aD)(provider) : "its key";
}
/** Everything is checked now; the SDK is loaded by the first call. */
function connectLater(options) {
    (0,_connect_js__WEBPACK_IMPORTED_MODULE_2__/* .checkConnection */ .j)(options);
    let connected;
    return {
        id: options.model,
        async generate(request) {
            connected ??= (0,_connect_js__WEBPACK_IMPORTED_MODULE_2__/* .connectModel */ .I)(options);
            return (await connected).generate(request);
        },
    };
}
/**
 * Addresses by provider. A bare address would carry the key of whoever is asked first, so it needs a single provider.
 * @throws NightshiftError INPUT_INVALID when a bare address could belong to several providers
 */
function addressesOf(text, inUse) {
    const addresses = {};
    for (const entry of text.split(/[\s,]+/).filter((each) => each !== "")) {
        const [, name, url = ""] = /^([a-z]+)=(.+)$/.exec(entry) ?? [];
        const named = _domain_provider_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDERS */ .xq.find((provider) => provider === name);
        const [only, ...more] = inUse;
        if (named)
            addresses[named] = url;
        else if (only && more.length === 0)
            addresses[only] = entry;
        else
            throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NightshiftError */ .nc("INPUT_INVALID", `The models are of ${inUse.join(" and ")}, so a base url must say whose it is: ${inUse.map((provider) => `${provider}=https://…`).join(" ")}.`);
    }
    return addresses;
}


/***/ }),

/***/ 93112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ connectModel),
/* harmony export */   j: () => (/* binding */ checkConnection)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49285);
/* harmony import */ var _domain_provider_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76231);
/** Connects a model by its name, `provider:model`; each provider's SDK is loaded only when it is used. */


/**
 * Everything that can be wrong before a request.
 * @throws NightshiftError INPUT_INVALID for an unknown provider, a missing key or an unsafe base url
 */
function checkConnection(options) {
    const named = (0,_domain_provider_js__WEBPACK_IMPORTED_MODULE_1__/* .parseModelName */ .s_)(options.model);
    if (!named)
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NightshiftError */ .nc("INPUT_INVALID", `model "${options.model}" must look like "anthropic:<model id>", "openai:<model id>" or "gemini:<model id>".`);
    const baseUrl = options.baseUrl ? checkBaseUrl(options.baseUrl) : undefined;
    if (!options.apiKey)
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NightshiftError */ .nc("INPUT_INVALID", `model "${options.model}" needs an API key; set ${(0,_domain_provider_js__WEBPACK_IMPORTED_MODULE_1__/* .keyNameOf */ .aD)(named.provider)}.`);
    return { ...options, ...named, apiKey: options.apiKey, baseUrl };
}
/** Connects a model; no request is made yet. Throws as `checkConnection` does. */
async function connectModel(options) {
    const { provider, ...checked } = checkConnection(options);
    const { connect } = await load(provider);
    return connect(checked);
}
function load(provider) {
    switch (provider) {
        case "anthropic":
            return Promise.all(/* import() */[__webpack_require__.e(7766), __webpack_require__.e(6920)]).then(__webpack_require__.bind(__webpack_require__, 76920));
        case "openai":
            return Promise.all(/* import() */[__webpack_require__.e(8193), __webpack_require__.e(7401)]).then(__webpack_require__.bind(__webpack_require__, 87401));
        case "gemini":
            return Promise.all(/* import() */[__webpack_require__.e(7964), __webpack_require__.e(7183)]).then(__webpack_require__.bind(__webpack_require__, 7183));
    }
}
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);
function checkBaseUrl(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const safe = url && (url.protocol === "https:" || (url.protocol === "http:" && LOOPBACK.has(url.hostname)));
    if (safe && !url.username && !url.password)
        return text.replace(/\/+$/, "");
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NightshiftError */ .nc("INPUT_INVALID", "The model's base url must be an https address, or http on localhost, without user or password in it: the API key is sent there.");
}


/***/ }),

/***/ 76807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ findFacts)
});

// UNUSED EXPORTS: MODEL_FACTS

// EXTERNAL MODULE: ./lib/models/model-facts.js
var model_facts = __webpack_require__(63557);
;// CONCATENATED MODULE: ./lib/models/anthropic/facts.js
/** Claude, as of 2026-11-22, from Anthropic's model and price pages. */

const CLAUDE = {
    window: model_facts/* MILLION */.NT,
    maxOutput: 128_000,
    reasons: true,
    efforts: ["low", "medium", "high", "xhigh", "max"],
};
/** Anthropic's usual ratios: a 5 minute write costs 1.25 times the input, a 1 hour write twice, a read a tenth. */
function tier(input, output, given = {}) {
    return {
        upToPromptTokens: null,
        input,
        output,
        cacheRead: input / 10,
        cacheWrite5m: input * 1.25,
        cacheWrite1h: input * 2,
        ...given,
    };
}
const ANTHROPIC_FACTS = [
    {
        id: "anthropic:claude-sonnet-5-5",
        ...CLAUDE,
        prices: (0,model_facts/* changing */.Wt)("2026-10-07", [tier(2, 10)], [tier(2, 10, { cacheRead: 0.1 })]),
    },
    { id: "anthropic:claude-opus-5-5", ...CLAUDE, prices: (0,model_facts/* always */.Gk)(tier(4, 20)) },
    { id: "anthropic:claude-fable-5-1", ...CLAUDE, prices: (0,model_facts/* always */.Gk)(tier(10, 50)) },
    {
        id: "anthropic:claude-haiku-5-5",
        ...CLAUDE,
        prices: (0,model_facts/* always */.Gk)(tier(0.1, 0.5, { upToPromptTokens: 100_000 }), tier(0.5, 2.5)),
    },
];

;// CONCATENATED MODULE: ./lib/models/gemini/facts.js
/** Gemini, as of 2026-11-22, from Google's model and price pages. */

const GEMINI = {
    window: model_facts/* MILLION */.NT,
    maxOutput: 65_000,
    reasons: true,
    efforts: ["low", "medium", "high"],
};
/** What the provider caches by itself costs nothing to write. */
function facts_tier(input, cacheRead, output) {
    return { upToPromptTokens: null, input, output, cacheRead, cacheWrite5m: input, cacheWrite1h: input };
}
const LARGE = (0,model_facts/* changing */.Wt)("2026-12-01", [facts_tier(2, 0.1, 10)], [facts_tier(4, 0.2, 20)]);
const GEMINI_FACTS = [
    { id: "gemini:gemini-4-argon", ...GEMINI, prices: LARGE },
    { id: "gemini:gemini-4-carbon", ...GEMINI, prices: LARGE },
    {
        id: "gemini:gemini-3.8-flash",
        ...GEMINI,
        prices: (0,model_facts/* changing */.Wt)("2027-01-01", [facts_tier(0.75, 0.075, 3.75)], [facts_tier(1.5, 0.15, 7.5)]),
    },
];

// EXTERNAL MODULE: ./lib/models/openai/facts.js
var facts = __webpack_require__(99854);
;// CONCATENATED MODULE: ./lib/models/facts.js
/**
 * What we know of models that their interfaces do not tell. A model that is not listed still works: it gets a plain
 * request and a token budget.
 */



const MODEL_FACTS = [...ANTHROPIC_FACTS, ...facts/* OPENAI_FACTS */.l, ...GEMINI_FACTS];
/** Facts of `provider:model`, or undefined when nobody has written them down yet. */
function findFacts(id) {
    return MODEL_FACTS.find((facts) => facts.id === id);
}


/***/ }),

/***/ 63557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gk: () => (/* binding */ always),
/* harmony export */   NT: () => (/* binding */ MILLION),
/* harmony export */   Wt: () => (/* binding */ changing)
/* harmony export */ });
const MILLION = 1_000_000;
/** One price list for all days. */
function always(...tiers) {
    return [{ from: null, until: null, tiers }];
}
/** One list until a day (exclusive), another one from it. */
function changing(day, before, after) {
    return [
        { from: null, until: day, tiers: before },
        { from: day, until: null, tiers: after },
    ];
}


/***/ }),

/***/ 99854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ reasonsByName),
/* harmony export */   l: () => (/* binding */ OPENAI_FACTS)
/* harmony export */ });
/* harmony import */ var _model_facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63557);
/** GPT, as of 2026-11-22, from OpenAI's model and price pages. */

const GPT = {
    window: 1_050_000,
    maxOutput: 128_000,
    reasons: true,
    efforts: ["low", "medium", "high", "xhigh", "max"],
};
/** Above this prompt the input costs twice, the output one and a half times as much. */
const LONG_PROMPT = 272_000;
/** A write to the cache costs 1.25 times the input, however long it is kept. */
function tiers(input, cacheRead, output) {
    const tier = (upToPromptTokens, into, outOf) => ({
        upToPromptTokens,
        input: input * into,
        output: output * outOf,
        cacheRead: cacheRead * into,
        cacheWrite5m: input * into * 1.25,
        cacheWrite1h: input * into * 1.25,
    });
    return [tier(LONG_PROMPT, 1, 1), tier(null, 2, 1.5)];
}
const OPENAI_FACTS = [
    { id: "openai:gpt-6.1-terra", ...GPT, prices: (0,_model_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .always */ .Gk)(...tiers(1, 0.05, 5)) },
    { id: "openai:gpt-6-sol", ...GPT, prices: (0,_model_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .always */ .Gk)(...tiers(2, 0.2, 10)) },
    { id: "openai:gpt-6-luna", ...GPT, prices: (0,_model_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .always */ .Gk)(...tiers(0.1, 0.01, 0.5)) },
];
/** OpenAI's own families that reason, so that a new member of them is asked in the right way. */
function reasonsByName(model) {
    return /^(?:o\d|gpt-(?:[5-9]|\d\d))/.test(model) && !model.includes("chat");
}


/***/ })

};
