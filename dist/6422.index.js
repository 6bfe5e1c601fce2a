export const id = 6422;
export const ids = [6422];
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41514);
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

/***/ 26422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runStatus: () => (/* binding */ runStatus)
});

// EXTERNAL MODULE: ./lib/cli/exit.js
var exit = __webpack_require__(13100);
// EXTERNAL MODULE: ./lib/cli/reach.js
var reach = __webpack_require__(23561);
// EXTERNAL MODULE: ./lib/cli/standing.js
var standing = __webpack_require__(27004);
// EXTERNAL MODULE: ./lib/domain/labels.js
var labels = __webpack_require__(70097);
// EXTERNAL MODULE: ./lib/domain/words.js
var words = __webpack_require__(67185);
;// CONCATENATED MODULE: ./lib/cli/status/render.js
/** What `nightshift status` shows: every requirement, feature and pull request, its state, and why it is in it. */


function statusOf(snapshot, standings) {
    const prefix = snapshot.config.label_prefix;
    return {
        repository: snapshot.repository,
        base: snapshot.base.branch,
        mode: snapshot.config.mode,
        requirements: standings.map(({ facts, decision, features }) => ({
            number: facts.requirement.number,
            title: facts.requirement.title,
            open: facts.requirement.open,
            state: facts.state ?? (facts.requirement.open ? "not started" : "closed"),
            rung: decision.rung,
            why: decision.why,
            usd: facts.usd,
            features: features.map((feature) => featureStatus(feature, prefix)),
        })),
    };
}
function featureStatus({ facts, why, pull }, prefix) {
    const { planned, issue, progress } = facts;
    return {
        number: planned.number ?? null,
        key: planned.key,
        title: planned.title,
        state: progress === "merged" || progress === "dropped"
            ? progress
            : ((0,labels/* featureState */.SD)(prefix, issue?.labels ?? []) ?? progress),
        why,
        pull: pull ? pullStatus(pull) : null,
    };
}
function pullStatus({ pull, rung, why }) {
    return { number: pull.number, head: pull.head, state: pull.state, rung, why };
}
function renderStatus({ repository, base, mode, requirements }) {
    const head = `${repository}, features go to ${base}${mode === "merge" ? "" : `, mode ${mode}`}`;
    if (requirements.length === 0)
        return [head, "No requirement yet: nightshift start opens one."];
    return [head, ...requirements.flatMap((requirement) => ["", ...renderRequirement(requirement)])];
}
function renderRequirement({ number, title, state, rung, why, usd, features }) {
    const cost = usd > 0 ? ` (${usd.toFixed(2)} US dollars so far)` : "";
    return [
        `requirement #${number} "${title}": ${state}${cost}`,
        `  ${rung}: ${why}`,
        ...features.flatMap(renderFeature),
    ];
}
function renderFeature({ number, title, state, why, pull }) {
    const name = `  feature ${number === null ? "without an issue" : `#${number}`} "${title}": ${state}`;
    if (pull === null)
        return [name, `    ${why}`];
    const own = why === pull.why ? [] : [`    ${why}`];
    return [
        name,
        ...own,
        `    pull request #${pull.number} at ${(0,words/* short */.h0)(pull.head)}, ${pull.state}`,
        `      ${pull.rung}: ${pull.why}`,
    ];
}

;// CONCATENATED MODULE: ./lib/cli/status/status.js
/** `nightshift status`: looks, decides what the agents would decide, and writes nothing. */




async function runStatus(options, terminal, edge) {
    const { github, close } = await (0,reach/* reach */.g)(options, edge.env, edge.directory);
    try {
        const snapshot = await (0,reach/* observeAsPerson */.A)(github);
        const report = statusOf(snapshot, (0,standing/* standingsOf */.F3)(snapshot));
        if (options.json)
            terminal.answer(JSON.stringify(report));
        else
            for (const line of renderStatus(report))
                terminal.line(line);
        return exit/* EXIT */.d.done;
    }
    finally {
        await close();
    }
}


/***/ })

};
