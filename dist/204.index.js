export const id = 204;
export const ids = [204];
export const modules = {

/***/ 24204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Zc: () => (/* binding */ READ_LINES),
  Cw: () => (/* binding */ WRITE_BYTES),
  dM: () => (/* binding */ openFileOperations)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/agent/sandbox/edit-text.js
/** Replaces pieces of a text. Only the matched lines change; a piece that matches nowhere or twice is refused. */
/** Applies all edits in order, or none. Tries: exact; line ends and trailing spaces ignored; other indentation. */
function editText(text, edits) {
    let current = text;
    const notes = [];
    for (const [index, edit] of edits.entries()) {
        const found = findEdit(current, edit);
        if (found.kind === "missed")
            return { kind: "missed", reason: `edit ${index + 1}: ${found.reason}` };
        if (found.note)
            notes.push(`edit ${index + 1}: ${found.note}`);
        current = replaceAll(current, found.matches);
    }
    return { kind: "edited", text: current, notes };
}
function findEdit(text, edit) {
    if (edit.old === "")
        return { kind: "missed", reason: "old is empty; use write_file for a new file" };
    if (edit.old === edit.new)
        return { kind: "missed", reason: "old and new are the same" };
    const exact = findExact(text, edit);
    if (exact.length > 0)
        return once(text, exact, edit, undefined);
    const loose = findLines(text, edit, (line) => line.trimEnd(), sameIndent);
    if (loose.length > 0)
        return once(text, loose, edit, "matched apart from line ends and trailing spaces");
    const reindented = findLines(text, edit, (line) => line.trim(), shiftedIndent);
    if (reindented.length > 0)
        return once(text, reindented, edit, "matched at another indentation, which was kept");
    return { kind: "missed", reason: `old was not found; ${closest(text, edit.old)}` };
}
function once(text, matches, edit, note) {
    if (matches.length === 1 || edit.all)
        return { kind: "found", matches, note };
    const lines = matches.map(({ start }) => text.slice(0, start).split("\n").length);
    return {
        kind: "missed",
        reason: `old matches ${matches.length} times (lines ${lines.slice(0, 5).join(", ")}); give more context or set all`,
    };
}
function findExact(text, edit) {
    const matches = [];
    for (let at = text.indexOf(edit.old); at >= 0; at = text.indexOf(edit.old, at + edit.old.length)) {
        matches.push({ start: at, end: at + edit.old.length, replacement: edit.new });
    }
    return matches;
}
function findLines(text, edit, key, indent) {
    const lines = linesOf(text);
    const wanted = edit.old.replace(/\r?\n$/, "").split(/\r?\n/);
    if (wanted.every((line) => line.trim() === ""))
        return [];
    const matches = [];
    for (let at = 0; at + wanted.length <= lines.length; at += 1) {
        const slice = lines.slice(at, at + wanted.length);
        if (!slice.every(({ body }, index) => key(body) === key(wanted[index] ?? "")))
            continue;
        const adapt = indent(slice.map(({ body }) => body), wanted);
        const [first, last] = [slice[0], slice.at(-1)];
        if (!adapt || !first || !last)
            continue;
        const replacement = edit.new === ""
            ? ""
            : newLines(edit)
                .map(adapt)
                .join(first.ending || "\n");
        const end = edit.new === "" ? last.start + last.body.length + last.ending.length : last.start + last.body.length;
        matches.push({ start: first.start, end, replacement });
        at += wanted.length - 1;
    }
    return matches;
}
/** The new text without the line end that `old` also had. */
function newLines(edit) {
    const text = /\n$/.test(edit.old) ? edit.new.replace(/\r?\n$/, "") : edit.new;
    return text.split(/\r?\n/);
}
const sameIndent = () => (line) => line;
/** Every line must be shifted by the same white space, added or taken away. */
const shiftedIndent = (lines, wanted) => {
    let shift;
    for (const [index, line] of lines.entries()) {
        const want = wanted[index] ?? "";
        if (line.trim() === "")
            continue;
        const has = leading(line);
        const asked = leading(want);
        const next = has.endsWith(asked)
            ? { add: has.slice(0, has.length - asked.length), cut: "" }
            : { add: "", cut: asked.slice(0, asked.length - has.length) };
        if (!has.endsWith(asked) && !asked.endsWith(has))
            return undefined;
        if (shift && (shift.add !== next.add || shift.cut !== next.cut))
            return undefined;
        shift = next;
    }
    const { add, cut } = shift ?? { add: "", cut: "" };
    return (line) => {
        if (line.trim() === "")
            return line;
        return cut !== "" && line.startsWith(cut) ? line.slice(cut.length) : add + line;
    };
};
function leading(line) {
    return /^[ \t]*/.exec(line)?.[0] ?? "";
}
function linesOf(text) {
    return [...text.matchAll(/([^\n]*?)(\r?\n|$)/g)]
        .filter((match) => match[0] !== "")
        .map((match) => ({ start: match.index, body: match[1] ?? "", ending: match[2] ?? "" }));
}
function replaceAll(text, matches) {
    return [...matches]
        .reverse()
        .reduce((all, { start, end, replacement }) => all.slice(0, start) + replacement + all.slice(end), text);
}
/** The three line ranges that share most lines with what was looked for. */
function closest(text, old) {
    const wanted = old
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== "");
    const lines = text.split("\n").map((line) => line.trim());
    const set = new Set(wanted);
    const size = Math.max(1, wanted.length);
    const scores = lines.map((_, at) => lines.slice(at, at + size).filter((line) => set.has(line)).length);
    const best = [...scores.entries()]
        .filter(([, score]) => score > 0)
        .sort((a, b) => b[1] - a[1])
        .slice(0, 3);
    if (best.length === 0)
        return "no line of it is in the file: read the file again";
    return `closest lines: ${best.map(([at]) => `${at + 1}-${Math.min(lines.length, at + size)}`).join(", ")}`;
}

// EXTERNAL MODULE: ./lib/agent/sandbox/git-view.js
var git_view = __webpack_require__(86915);
// EXTERNAL MODULE: ./lib/agent/sandbox/workspace-paths.js
var workspace_paths = __webpack_require__(47677);
;// CONCATENATED MODULE: ./lib/agent/sandbox/file-operations.js
/** What the file server does with the workspace's files. It remembers what was read, so that nothing is overwritten blindly. */






const READ_LINES = 2_000;
const READ_BYTES = 50_000;
const LINE_CHARS = 2_000;
const LARGEST_FILE = 20_000_000;
const WRITE_BYTES = 200_000;
const KEPT_BYTES = 32_000_000;
const KEPT_NAME = /^out\/([\w-]+)\.log$/;
/** `root` must be a real path; `scratch` is a private directory outside it. */
function openFileOperations(root, scratch) {
    const paths = (0,workspace_paths/* openWorkspacePaths */.g)(root);
    const git = (0,git_view/* openGitView */.y)(root, scratch);
    const seen = new Map();
    const created = new Set();
    const kept = new Map();
    async function load(path) {
        const opened = await paths.openToRead(path);
        try {
            return { text: await readText(opened.handle, opened.path), path: opened.path };
        }
        finally {
            await opened.handle.close();
        }
    }
    async function read(path, offset, limit) {
        const name = KEPT_NAME.exec(path)?.[1];
        const output = name === undefined ? undefined : kept.get(name);
        if (output !== undefined)
            return pageOf(output, path, offset, limit);
        const file = await load(path);
        seen.set(file.path, sha256(file.text));
        return pageOf(file.text, file.path, offset, limit);
    }
    async function checkSeen(path) {
        const file = await load(path);
        const known = seen.get(file.path);
        if (known === undefined)
            throw new workspace_paths/* RefusedError */.f(`${path} was not read yet; read it first`);
        if (known !== sha256(file.text))
            throw new workspace_paths/* RefusedError */.f(`${path} changed since it was read; read it again`);
        return file.text;
    }
    async function edit(path, edits) {
        const target = await paths.resolveToWrite(path);
        const outcome = editText(await checkSeen(path), edits);
        if (outcome.kind === "missed")
            throw new workspace_paths/* RefusedError */.f(`${path}: ${outcome.reason}; nothing was changed`);
        await store(target.full, outcome.text);
        seen.set(target.path, sha256(outcome.text));
        return { notes: outcome.notes };
    }
    async function write(path, content) {
        if (Buffer.byteLength(content) > WRITE_BYTES)
            throw new workspace_paths/* RefusedError */.f(`content is larger than ${WRITE_BYTES} bytes`);
        const target = await paths.resolveToWrite(path);
        if (target.exists)
            await checkSeen(path);
        await store(target.full, content);
        seen.set(target.path, sha256(content));
        if (!target.exists)
            created.add(target.path);
        return { created: !target.exists };
    }
    /** What git does not know cannot be brought back, so only tracked files and our own new ones may go. */
    async function toGiveUp(path) {
        const target = await paths.resolveToWrite(path);
        if (!target.exists)
            throw new workspace_paths/* RefusedError */.f(`${path} does not exist`);
        const ours = created.has(target.path) || (await git.isTracked(target.path));
        if (!ours)
            throw new workspace_paths/* RefusedError */.f(`${path} is neither tracked by git nor written in this run`);
        return target;
    }
    async function remove(path) {
        const target = await toGiveUp(path);
        await (0,promises_.unlink)(target.full);
        seen.delete(target.path);
    }
    async function move(from, to) {
        const source = await toGiveUp(from);
        const target = await paths.resolveToWrite(to);
        if (target.exists)
            throw new workspace_paths/* RefusedError */.f(`${to} exists already`);
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(target.full), { recursive: true });
        await (0,promises_.rename)(source.full, target.full);
        const known = seen.get(source.path);
        if (known !== undefined)
            seen.set(target.path, known);
        seen.delete(source.path);
        created.add(target.path);
    }
    function keep(name, text) {
        kept.set(name, text);
        let bytes = [...kept.values()].reduce((sum, item) => sum + item.length, 0);
        for (const [oldest, item] of kept) {
            if (bytes <= KEPT_BYTES || oldest === name)
                break;
            kept.delete(oldest);
            bytes -= item.length;
        }
    }
    return { protect: paths.protect, read, edit, write, remove, move, digest: git.digest, keep };
}
async function readText(handle, path) {
    const { size } = await handle.stat();
    if (size > LARGEST_FILE)
        throw new workspace_paths/* RefusedError */.f(`${path} is larger than ${LARGEST_FILE} bytes`);
    const bytes = await (0,promises_.readFile)(handle);
    if (bytes.subarray(0, 8_192).includes(0))
        throw new workspace_paths/* RefusedError */.f(`${path} is a binary file`);
    try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        throw new workspace_paths/* RefusedError */.f(`${path} is not UTF-8 text`);
    }
}
function pageOf(text, path, offset, limit) {
    const lines = text.split("\n");
    if (lines.at(-1) === "")
        lines.pop();
    if (offset > Math.max(1, lines.length))
        throw new workspace_paths/* RefusedError */.f(`${path} has only ${lines.length} lines`);
    const numbered = [];
    let bytes = 0;
    for (const line of lines.slice(offset - 1, offset - 1 + Math.min(limit, READ_LINES))) {
        const shown = line.length > LINE_CHARS ? `${line.slice(0, LINE_CHARS)}[… ${line.length - LINE_CHARS} more]` : line;
        bytes += Buffer.byteLength(shown) + 8;
        if (bytes > READ_BYTES && numbered.length > 0)
            break;
        numbered.push(`${offset + numbered.length}\t${shown}`);
    }
    return {
        text: numbered.join("\n"),
        firstLine: offset,
        lastLine: offset + numbered.length - 1,
        totalLines: lines.length,
    };
}
/** Writes beside the file and renames, so that a kill leaves the old file or the new one; the mode is kept. */
async function store(full, text) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(full), { recursive: true });
    const mode = await (0,promises_.stat)(full).then((found) => found.mode & 0o777, () => undefined);
    const draft = (0,external_node_path_.join)((0,external_node_path_.dirname)(full), `.nightshift-${(0,external_node_crypto_.randomBytes)(6).toString("hex")}`);
    try {
        const handle = await (0,promises_.open)(draft, "wx", mode ?? 0o644);
        try {
            await handle.writeFile(text);
        }
        finally {
            await handle.close();
        }
        if (mode !== undefined)
            await (0,promises_.chmod)(draft, mode);
        await (0,promises_.rename)(draft, full);
    }
    catch (error) {
        await (0,promises_.unlink)(draft).catch(() => undefined);
        throw error;
    }
}
function sha256(text) {
    return (0,external_node_crypto_.createHash)("sha256").update(text).digest("hex");
}


/***/ }),

/***/ 86915:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ GIT_GUARDS),
/* harmony export */   y: () => (/* binding */ openGitView)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57975);
/** The two questions that the file server asks git; both read-only for the repository. */




const run = (0,node_util__WEBPACK_IMPORTED_MODULE_3__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile);
const TIMEOUT_MS = 30_000;
/** Keeps git from running anything that the work tree's own configuration names. */
const GIT_GUARDS = [
    "-c",
    "core.hooksPath=/dev/null",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "protocol.ext.allow=never",
    "--literal-pathspecs",
];
/** Objects of the digest go to `scratch`; the repository's own store and index are only read. */
function openGitView(root, scratch) {
    const objects = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(scratch, "objects");
    const index = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(scratch, "index");
    let ready;
    async function git(args, env = {}) {
        const { stdout } = await run("git", [...GIT_GUARDS, ...args], {
            cwd: root,
            env: { ...process.env, ...env },
            timeout: TIMEOUT_MS,
            killSignal: "SIGKILL",
            maxBuffer: 1_000_000,
        });
        return stdout.trim();
    }
    /** A copy of the index keeps its stat cache: unchanged files are not read again. */
    async function prepare() {
        try {
            const gitDirectory = await git(["rev-parse", "--absolute-git-dir"]);
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(objects, { recursive: true });
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.copyFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(gitDirectory, "index"), index).catch(() => undefined);
            return {
                GIT_INDEX_FILE: index,
                GIT_OBJECT_DIRECTORY: objects,
                GIT_ALTERNATE_OBJECT_DIRECTORIES: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(gitDirectory, "objects"),
            };
        }
        catch {
            return undefined;
        }
    }
    return {
        isTracked: (path) => git(["ls-files", "--error-unmatch", "--", path]).then(() => true, () => false),
        async digest() {
            ready ??= prepare();
            const env = await ready;
            if (!env)
                return null;
            try {
                await git(["add", "-A"], env);
                return await git(["write-tree"], env);
            }
            catch {
                return null;
            }
        },
    };
}


/***/ }),

/***/ 73731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ globTest)
/* harmony export */ });
/** Path globs with `*`, `**`, `?` and `{a,b}`, matched without regard to case: some file systems do not keep it apart. */
/** Turns a glob into a test of a slash-separated relative path. A glob that names a directory covers what is inside. */
function globTest(glob) {
    const pattern = new RegExp(`^${toPattern(glob.replace(/^\.?\//, "").replace(/\/$/, ""))}(?:/.*)?$`, "iu");
    return (path) => pattern.test(path.normalize("NFC"));
}
function toPattern(glob) {
    return glob
        .normalize("NFC")
        .split(/(\*\*\/|\*\*|\*|\?|\{[^{}]*\})/)
        .map((piece) => {
        if (piece === "**/")
            return "(?:.*/)?";
        if (piece === "**")
            return ".*";
        if (piece === "*")
            return "[^/]*";
        if (piece === "?")
            return "[^/]";
        if (/^\{.*\}$/.test(piece))
            return `(?:${piece.slice(1, -1).split(",").map(toPattern).join("|")})`;
        return piece.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
    })
        .join("");
}


/***/ }),

/***/ 47677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ RefusedError),
/* harmony export */   g: () => (/* binding */ openWorkspacePaths)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _glob_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73731);
/** Which files of the workspace may be touched: everything that a model names passes here before it is opened. */




/** A refusal that the model may read. */
class RefusedError extends Error {
}
/** Never written by a model, whatever the configuration says. */
const ALWAYS_PROTECTED = ["**/.git", ".github/workflows", ".github/actions", ".github/nightshift*"];
const INSIDE_GIT = (0,_glob_js__WEBPACK_IMPORTED_MODULE_3__/* .globTest */ .F)("**/.git");
const LONGEST_PATH = 1_024;
/** `root` must be a real path. */
function openWorkspacePaths(root) {
    const protectedTests = ALWAYS_PROTECTED.map(_glob_js__WEBPACK_IMPORTED_MODULE_3__/* .globTest */ .F);
    /** The path without `.` and `..`, relative to the root; nothing on disk is looked at. */
    function normalize(path) {
        if (path === "" || path.length > LONGEST_PATH || path.includes("\0"))
            throw new RefusedError("the path is empty, too long or not text");
        const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(root, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(path) ? path : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(root, path));
        if (inside === "")
            throw new RefusedError(`${path} is the repository itself, not a file`);
        if (inside === ".." || inside.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_2__.sep}`) || (0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(inside))
            throw outside(path);
        return inside;
    }
    async function openToRead(path) {
        const wanted = normalize(path);
        const full = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, wanted)).catch((error) => {
            throw missing(wanted, error);
        });
        const real = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(root, full);
        if (!isInside(real))
            throw outside(wanted);
        if (INSIDE_GIT(real))
            throw new RefusedError(`${wanted} is inside .git; use the git tool`);
        // Not following and not blocking: a link or FIFO that was swapped in since realpath is refused, not followed.
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(full, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK).catch((error) => {
            throw missing(wanted, error);
        });
        try {
            await checkHandle(handle, full, wanted);
            return { handle, path: wanted };
        }
        catch (error) {
            await handle.close();
            throw error;
        }
    }
    async function resolveToWrite(path) {
        const wanted = normalize(path);
        const parent = await nearestRealParent((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, wanted));
        const real = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(root, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(parent.real, parent.rest));
        if (!isInside(real))
            throw outside(wanted);
        for (const name of [wanted, real]) {
            if (protectedTests.some((test) => test(name)))
                throw new RefusedError(`${wanted} is protected and must not be changed`);
        }
        const full = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, real);
        const stat = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(full).catch(() => undefined);
        if (stat && !stat.isFile())
            throw new RefusedError(`${wanted} is not a regular file`);
        if (stat && stat.nlink > 1)
            throw new RefusedError(`${wanted} has more than one hard link`);
        return { full, path: real, exists: stat !== undefined };
    }
    return {
        openToRead,
        resolveToWrite,
        protect: (globs) => protectedTests.push(...globs.map(_glob_js__WEBPACK_IMPORTED_MODULE_3__/* .globTest */ .F)),
    };
}
function isInside(path) {
    return path !== "" && path !== ".." && !path.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_2__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(path);
}
async function checkHandle(handle, full, wanted) {
    const stat = await handle.stat();
    if (stat.isDirectory())
        throw new RefusedError(`${wanted} is a directory; use list_files`);
    if (!stat.isFile())
        throw new RefusedError(`${wanted} is not a regular file`);
    if (stat.nlink > 1)
        throw new RefusedError(`${wanted} has more than one hard link`);
    const opened = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readlink)(`/proc/self/fd/${handle.fd}`).catch(() => full);
    if (opened !== full)
        throw new RefusedError(`${wanted} changed while it was opened`);
}
/** The real path of the nearest existing directory above a file, and the rest below it that does not exist yet. */
async function nearestRealParent(full) {
    let directory = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(full);
    let rest = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(full);
    for (;;) {
        const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(directory).catch(() => undefined);
        if (real !== undefined)
            return { real, rest };
        const dangling = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(directory).then(() => true, () => false);
        if (dangling)
            throw new RefusedError(`${directory} is a link to nothing`);
        rest = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(directory), rest);
        directory = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(directory);
    }
}
function outside(path) {
    return new RefusedError(`${path} is outside the repository`);
}
function missing(path, error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR")
        return new RefusedError(`${path} does not exist`);
    if (code === "ELOOP")
        return new RefusedError(`${path} is a link`);
    if (code === "ENXIO")
        return new RefusedError(`${path} is not a regular file`);
    return new RefusedError(`${path} cannot be opened (${String(code)})`);
}


/***/ })

};
