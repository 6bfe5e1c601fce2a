export const id = 242;
export const ids = [242];
export const modules = {

/***/ 12475:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   serveFiles: () => (/* binding */ serveFiles)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80481);
/* harmony import */ var _file_operations_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24204);
/* harmony import */ var _patch_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6315);
/* harmony import */ var _workspace_paths_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47677);
/**
 * The file server: a program that runs inside the sandbox, one per run, and touches files for the model's file tools.
 * It speaks JSON lines: `{id, op, args}` in, `{id, ok: true, value}` or `{id, ok: false, refused, message}` out.
 * Its working directory is the workspace. It imports only Node, so that it starts in any sandbox.
 */







const OPERATIONS = {
    protect: (files, args) => files.protect(texts(args, "globs")),
    read: (files, args) => files.read(text(args, "path"), number(args, "offset"), number(args, "limit")),
    edit: (files, args) => files.edit(text(args, "path"), edits(args)),
    patch: (files, args) => files.patch(fileChanges(args)),
    write: (files, args) => files.write(text(args, "path"), text(args, "content")),
    remove: (files, args) => files.remove(text(args, "path")),
    move: (files, args) => files.move(text(args, "from"), text(args, "to")),
    digest: (files) => files.digest(),
    learned: (files) => files.learned(),
    recall: (files, args) => files.recall(hashes(args, "seen"), texts(args, "created")),
    keep: (files, args) => files.keep(text(args, "name"), text(args, "text")),
};
/** Serves until the input ends. */
async function serveFiles(input = process.stdin, output = process.stdout, workspace = process.cwd()) {
    const scratch = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), "nightshift-files-"));
    const files = (0,_file_operations_js__WEBPACK_IMPORTED_MODULE_4__/* .openFileOperations */ .dM)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(workspace), scratch);
    for await (const line of (0,node_readline__WEBPACK_IMPORTED_MODULE_3__.createInterface)({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
        void answer(files, line).then((reply) => output.write(`${JSON.stringify(reply)}\n`));
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(scratch, { recursive: true, force: true });
}
async function answer(files, line) {
    let id = null;
    try {
        const request = record(JSON.parse(line));
        id = request.id;
        const operation = OPERATIONS[text(request, "op")];
        if (!operation)
            throw new Error("unknown operation");
        return { id, ok: true, value: (await operation(files, record(request.args))) ?? null };
    }
    catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        return { id, ok: false, refused: error instanceof _workspace_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .RefusedError */ .f, message };
    }
}
function record(value) {
    if (typeof value !== "object" || value === null || Array.isArray(value))
        throw new Error("expected an object");
    return Object.fromEntries(Object.entries(value));
}
function text(args, key) {
    const value = args[key];
    if (typeof value !== "string")
        throw new Error(`expected text in "${key}"`);
    return value;
}
function number(args, key) {
    const value = args[key];
    if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 1)
        throw new Error(`expected a number in "${key}"`);
    return value;
}
function list(args, key) {
    const value = args[key];
    if (!Array.isArray(value))
        throw new Error(`expected a list in "${key}"`);
    return value;
}
function hashes(args, key) {
    const given = record(args[key]);
    return Object.fromEntries(Object.keys(given).map((path) => [path, text(given, path)]));
}
function texts(args, key) {
    return list(args, key).map((item) => text({ item }, "item"));
}
function edits(args) {
    return list(args, "edits").map((item) => {
        const edit = record(item);
        return { old: text(edit, "old"), new: text(edit, "new"), all: edit.all === true };
    });
}
function fileChanges(args) {
    const parsed = (0,_patch_text_js__WEBPACK_IMPORTED_MODULE_6__/* .parsePatch */ .i)(text(args, "patch"));
    if ("invalid" in parsed)
        throw new _workspace_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .RefusedError */ .f(parsed.invalid);
    return parsed.changes;
}


/***/ }),

/***/ 31532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ globTest)
/* harmony export */ });
/** Path globs with `*`, `**`, `?` and `{a,b}`, matched without regard to case: some file systems do not keep it apart. */
/**
 * Turns a glob into a test of a slash-separated relative path. A glob that names a directory covers what is inside; one that
 * ends in a slash covers only that.
 */
function globTest(glob) {
    const whole = glob.normalize("NFC").replace(/^\.?\//, "");
    const inside = whole.endsWith("/") ? ".+" : "(?:/.*)?";
    const pattern = new RegExp(`^${toPattern(whole)}${inside}$`, "isu");
    return (path) => pattern.test(path.normalize("NFC"));
}
function toPattern(glob) {
    return glob
        .split(/(\*\*\/|\*\*|\*|\?|\{[^{}]*,[^{}]*\})/)
        .map((piece) => {
        if (piece === "**/")
            return "(?:.*/)?";
        if (piece === "**")
            return ".*";
        if (piece === "*")
            return "[^/]*";
        if (piece === "?")
            return "[^/]";
        if (/^\{.*,.*\}$/.test(piece))
            return `(?:${piece.slice(1, -1).split(",").map(toPattern).join("|")})`;
        return piece.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
    })
        .join("");
}


/***/ })

};
