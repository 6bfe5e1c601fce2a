export const id = 82;
export const ids = [82];
export const modules = {

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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41514);
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
