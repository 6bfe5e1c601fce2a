export const id = 262;
export const ids = [262];
export const modules = {

/***/ 67161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ openRequirement)
/* harmony export */ });
/* unused harmony export titleAndBody */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42047);
/* harmony import */ var _domain_config_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91032);
/* harmony import */ var _domain_labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70097);
/* harmony import */ var _github_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40345);
/** Opens the issue of a requirement that came as text. */




const Issue = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ number: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig() });
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

/***/ 87262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runStart: () => (/* binding */ runStart)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(42047);
/* harmony import */ var _agents_requirement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67161);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49285);
/* harmony import */ var _domain_labels_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70097);
/* harmony import */ var _exit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13100);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(49898);
/* harmony import */ var _reach_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23561);
/* harmony import */ var _run_requirements_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63821);
/** `nightshift start`: opens the issue of a requirement, label included. */








const Issue = zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ html_url: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(), labels: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP() })) });
async function runStart(options, terminal, edge) {
    const text = await requirementOf(options);
    const { github, place, close } = await (0,_reach_js__WEBPACK_IMPORTED_MODULE_4__/* .reach */ .g)(options, edge.env, edge.directory);
    try {
        const { config } = await (0,_reach_js__WEBPACK_IMPORTED_MODULE_4__/* .observeAsPerson */ .A)(github);
        const number = await (0,_agents_requirement_js__WEBPACK_IMPORTED_MODULE_0__/* .openRequirement */ .C)(github, text, config.label_prefix);
        const { data } = await github.rest("GET /repos/{owner}/{repo}/issues/{issue_number}", {
            issue_number: number,
        });
        const issue = Issue.parse(data);
        terminal.line(`requirement #${number} is open: ${issue.html_url}`);
        const label = (0,_domain_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .requirementLabel */ .kC)(config.label_prefix);
        if (!issue.labels.some(({ name }) => name === label)) {
            terminal.line(`It does not carry the label "${label}", because this token may not set labels: someone with write permission adds it to start the work.`);
            return _exit_js__WEBPACK_IMPORTED_MODULE_3__/* .EXIT */ .d.needsHuman;
        }
        if (place === "stopped")
            terminal.line(`Nothing runs in that directory. Build it with: nightshift run --data ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .h)(options.data ?? "")}`);
        return _exit_js__WEBPACK_IMPORTED_MODULE_3__/* .EXIT */ .d.done;
    }
    finally {
        await close();
    }
}
async function requirementOf({ text, file }) {
    if (text !== undefined && file !== undefined)
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("INPUT_INVALID", "Give the requirement as text or with --file, not both.");
    if (file !== undefined)
        return (0,_run_requirements_file_js__WEBPACK_IMPORTED_MODULE_5__/* .readRequirements */ .F)(file);
    if (text !== undefined)
        return (0,_run_requirements_file_js__WEBPACK_IMPORTED_MODULE_5__/* .checkRequirementText */ .Z)(text);
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("INPUT_INVALID", 'Say what shall be built: nightshift start "…", or --file requirements.md.');
}


/***/ })

};
