export const id = 4204;
export const ids = [4204];
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
// EXTERNAL MODULE: ./lib/agent/sandbox/line-changes.js
var line_changes = __webpack_require__(85091);
;// CONCATENATED MODULE: ./lib/agent/sandbox/edit-text.js
/** Replaces pieces of a text. Only the matched lines change; a piece that matches nowhere or twice is refused. */

/** Applies all edits in order, or none. Tries: exact; line ends and trailing spaces ignored; other indentation. */
function editText(text, edits) {
    let current = (0,line_changes/* track */.u4)(text);
    const notes = [];
    for (const [index, edit] of edits.entries()) {
        const found = findEdit(current.text, edit);
        if (found.kind === "missed")
            return { kind: "missed", reason: `edit ${index + 1}: ${found.reason}` };
        if (found.note)
            notes.push(`edit ${index + 1}: ${found.note}`);
        current = (0,line_changes/* replaceTracked */.ns)(current, found.matches);
    }
    return { kind: "edited", text: current.text, notes, changes: (0,line_changes/* changesOf */.fs)(current) };
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
    const lines = (0,line_changes/* linesOf */.Dx)(text);
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

// EXTERNAL MODULE: ./lib/agent/sandbox/git-view.js + 1 modules
var git_view = __webpack_require__(5456);
// EXTERNAL MODULE: ./lib/agent/sandbox/patch-text.js
var patch_text = __webpack_require__(6315);
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
    let news = { seen: {}, created: [] };
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
        learn(file.path, file.text);
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
        learn(target.path, outcome.text);
        return { notes: outcome.notes, changes: outcome.changes };
    }
    /** Everything is checked and computed before the first file is written. */
    async function patch(changes) {
        const steps = [];
        for (const change of changes)
            steps.push(await plan(change));
        for (const { perform } of steps)
            await perform();
        return steps.map(({ done }) => done);
    }
    async function plan(change) {
        const { path } = change;
        const done = { path, notes: [], changes: [] };
        switch (change.kind) {
            case "delete":
                await toGiveUp(path);
                return { done: { ...done, kind: "delete" }, perform: () => remove(path) };
            case "add":
                await checkFree(path);
                checkSize(change.content);
                return { done: { ...done, kind: "add" }, perform: () => write(path, change.content) };
            case "update": {
                const target = await paths.resolveToWrite(path);
                const outcome = (0,patch_text/* patchText */.o)(await checkSeen(path), change.hunks);
                if (outcome.kind === "missed")
                    throw new workspace_paths/* RefusedError */.f(`${path}: ${outcome.reason}; nothing was changed`);
                const { to } = change;
                if (to !== undefined) {
                    await toGiveUp(path);
                    await checkFree(to);
                }
                const { notes, changes, text } = outcome;
                return {
                    done: { kind: "update", path, ...(to === undefined ? {} : { to }), notes, changes },
                    async perform() {
                        await store(target.full, text);
                        learn(target.path, text);
                        if (to !== undefined)
                            await move(path, to);
                    },
                };
            }
        }
    }
    async function checkFree(path) {
        const { exists } = await paths.resolveToWrite(path);
        if (exists)
            throw new workspace_paths/* RefusedError */.f(`${path} exists already; nothing was changed`);
    }
    async function write(path, content) {
        checkSize(content);
        const target = await paths.resolveToWrite(path);
        if (target.exists)
            await checkSeen(path);
        await store(target.full, content);
        learn(target.path, content);
        if (!target.exists)
            make(target.path);
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
        if (known !== undefined) {
            seen.set(target.path, known);
            news.seen[target.path] = known;
        }
        seen.delete(source.path);
        make(target.path);
    }
    function make(path) {
        created.add(path);
        news.created.push(path);
    }
    function learn(path, text) {
        const hash = sha256(text);
        seen.set(path, hash);
        news.seen[path] = hash;
    }
    function learned() {
        const told = news;
        news = { seen: {}, created: [] };
        return told;
    }
    function recall(known, made) {
        for (const [path, hash] of Object.entries(known))
            seen.set(path, hash);
        for (const path of made)
            created.add(path);
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
    return {
        protect: paths.protect,
        read,
        edit,
        patch,
        write,
        remove,
        move,
        digest: git.digest,
        learned,
        recall,
        keep,
    };
}
function checkSize(content) {
    if (Buffer.byteLength(content) > WRITE_BYTES)
        throw new workspace_paths/* RefusedError */.f(`content is larger than ${WRITE_BYTES} bytes`);
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

/***/ 5456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ GIT_GUARDS),
  y: () => (/* binding */ openGitView)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./lib/agent/sandbox/tree-print.js
/** A print of a work tree from names and file stats alone: equal prints mean an unchanged tree, without starting a process. */



/** Beyond this many entries asking git is faster. */
const MOST_ENTRIES = 2_000;
/** A file changed this shortly before may change again without a new time: the kernel's clock has coarse ticks. */
const SETTLED_MS = 50;
/** Undefined for a tree that is too large, or that changed under the look. `.git` at the top is left out. */
function printTree(root, now) {
    const hash = (0,external_node_crypto_.createHash)("sha256");
    const folders = [""];
    let entries = 0;
    let newest = 0n;
    try {
        for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
            for (const name of (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(root, folder)).sort()) {
                if (folder === "" && name === ".git")
                    continue;
                entries += 1;
                if (entries > MOST_ENTRIES)
                    return undefined;
                const path = (0,external_node_path_.join)(folder, name);
                const stat = (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(root, path), { bigint: true });
                if (stat.isDirectory())
                    folders.push(path);
                if (stat.ctimeNs > newest)
                    newest = stat.ctimeNs;
                // The change time cannot be set by a program, unlike the time of modification.
                hash.update(JSON.stringify([path, `${stat.mode} ${stat.size} ${stat.ino} ${stat.ctimeNs}`]));
            }
        }
    }
    catch {
        return undefined;
    }
    return { print: hash.digest("hex"), isSettled: Number(newest / 1000000n) < now - SETTLED_MS };
}

;// CONCATENATED MODULE: ./lib/agent/sandbox/git-view.js
/** The two questions that the file server asks git; both read-only for the repository. */





const run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
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
    const objects = (0,external_node_path_.join)(scratch, "objects");
    const index = (0,external_node_path_.join)(scratch, "index");
    let ready;
    /** The newest digest, and the print of the tree that it was taken of. */
    let last;
    let isTooLarge = false;
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
            await (0,promises_.mkdir)(objects, { recursive: true });
            await (0,promises_.copyFile)((0,external_node_path_.join)(gitDirectory, "index"), index).catch(() => undefined);
            return {
                GIT_INDEX_FILE: index,
                GIT_OBJECT_DIRECTORY: objects,
                GIT_ALTERNATE_OBJECT_DIRECTORIES: (0,external_node_path_.join)(gitDirectory, "objects"),
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
            // Looked at before git looks: a change in between makes the next print another one.
            const now = isTooLarge ? undefined : printTree(root, Date.now());
            isTooLarge ||= now === undefined;
            if (now !== undefined && now.print === last?.print)
                return last.tree;
            try {
                await git(["add", "-A"], env);
                const tree = await git(["write-tree"], env);
                last = now?.isSettled ? { print: now.print, tree } : undefined;
                return tree;
            }
            catch {
                return null;
            }
        },
    };
}


/***/ }),

/***/ 85091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   O1: () => (/* binding */ renderChanges),
/* harmony export */   fs: () => (/* binding */ changesOf),
/* harmony export */   ns: () => (/* binding */ replaceTracked),
/* harmony export */   u4: () => (/* binding */ track)
/* harmony export */ });
/** Replaces pieces of a text and keeps account of lines: which are as they were, and which are not. */
/** The lines of a text, without an empty one behind a last line end. */
function linesOf(text) {
    return [...text.matchAll(/([^\n]*?)(\r?\n|$)/g)]
        .filter((match) => match[0] !== "")
        .map((match) => ({ start: match.index, body: match[1] ?? "", ending: match[2] ?? "" }));
}
function track(text) {
    const { length } = linesOf(text);
    return { text, origin: Array.from({ length }, (_, index) => index + 1), oldLines: length };
}
/** Applies matches that do not overlap, in the order of their places. */
function replaceTracked(tracked, matches) {
    const { text, oldLines } = tracked;
    const lines = linesOf(text);
    const pieces = [];
    const origin = [];
    let next = 0;
    const keepUntil = (index) => {
        pieces.push(text.slice(startOf(lines, text, next), startOf(lines, text, index)));
        origin.push(...tracked.origin.slice(next, index));
    };
    for (const region of regionsOf(text, lines, matches)) {
        keepUntil(region.from);
        const changed = applied(text, lines, region);
        pieces.push(changed);
        origin.push(...linesOf(changed).map(() => null));
        next = region.to;
    }
    keepUntil(lines.length);
    return { text: pieces.join(""), origin, oldLines };
}
function regionsOf(text, lines, matches) {
    const regions = [];
    for (const match of matches) {
        const last = regions.at(-1);
        const joins = last !== undefined && match.start < startOf(lines, text, last.to);
        const from = joins ? last.from : lineAt(lines, match.start, last?.to ?? 0);
        const region = joins ? last : { from, to: from, matches: [] };
        if (!joins)
            regions.push(region);
        region.matches.push(match);
        while (region.to < lines.length && startOf(lines, text, region.to) < match.end)
            region.to += 1;
        // A line that lost its end runs into the next one, which is changed too.
        const changed = applied(text, lines, region);
        if (changed !== "" && !changed.endsWith("\n") && region.to < lines.length)
            region.to += 1;
    }
    return regions;
}
function startOf(lines, text, index) {
    return lines[index]?.start ?? text.length;
}
/** Index of the line that a place belongs to; behind a last line with its end, that of a line to come. */
function lineAt(lines, place, from) {
    let index = from;
    for (;;) {
        const line = lines[index];
        if (!line)
            return index;
        const end = line.start + line.body.length + line.ending.length;
        if (place < end || (place === end && line.ending === ""))
            return index;
        index += 1;
    }
}
/** The text of a region with its matches applied. */
function applied(text, lines, { from, to, matches }) {
    let at = startOf(lines, text, from);
    let result = "";
    for (const { start, end, replacement } of matches) {
        result += text.slice(at, start) + replacement;
        at = end;
    }
    return result + text.slice(at, Math.max(at, startOf(lines, text, to)));
}
/** The blocks of lines that are not as they were. */
function changesOf({ origin, oldLines }) {
    const changes = [];
    let lastOld = 0;
    let lastNew = 0;
    const close = (old, now) => {
        const [oldCount, newCount] = [old - lastOld - 1, now - lastNew - 1];
        if (oldCount > 0 || newCount > 0)
            changes.push({ oldFrom: lastOld + 1, oldCount, newFrom: lastNew + 1, newCount });
        [lastOld, lastNew] = [old, now];
    };
    for (const [index, from] of origin.entries())
        if (from !== null)
            close(from, index + 1);
    close(oldLines + 1, origin.length + 1);
    return changes;
}
const MOST_SHOWN = 12;
/** `lines 3-5, 9, -2 before 12` as they are numbered now; for the model and the transcript. */
function renderChanges(changes) {
    const shown = changes.slice(0, MOST_SHOWN).map(({ newFrom, newCount, oldCount }) => {
        if (newCount === 0)
            return `${oldCount} gone before ${newFrom}`;
        return newCount === 1 ? `${newFrom}` : `${newFrom}-${newFrom + newCount - 1}`;
    });
    const first = changes[0];
    const last = changes.at(-1);
    if (!first || !last)
        return "no line";
    const more = changes.length > MOST_SHOWN
        ? `, and ${changes.length - MOST_SHOWN} more up to ${last.newFrom + last.newCount}`
        : "";
    return `lines ${shown.join(", ")}${more}`;
}


/***/ }),

/***/ 6315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ parsePatch),
/* harmony export */   o: () => (/* binding */ patchText)
/* harmony export */ });
/* harmony import */ var _line_changes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85091);

const BEGIN = "*** Begin Patch";
const END = "*** End Patch";
const END_OF_FILE = "*** End of File";
const HEAD = /^\*\*\* (Add|Delete|Update) File: (.+)$/;
const MOVE = /^\*\*\* Move to: (.+)$/;
/** The changes of a patch in their order, or what is wrong with it. */
function parsePatch(text) {
    const lines = text.trim().split(/\r?\n/);
    if (lines[0]?.trim() !== BEGIN || lines.at(-1)?.trim() !== END)
        return { invalid: `a patch begins with "${BEGIN}" and ends with "${END}"` };
    const body = lines.slice(1, -1);
    const heads = body.flatMap((line, index) => (HEAD.test(line) ? [index] : []));
    if (heads[0] !== 0)
        return {
            invalid: `line 2 must be "*** Add File: ", "*** Delete File: " or "*** Update File: " with a path`,
        };
    const changes = [];
    for (const [number, at] of heads.entries()) {
        const change = parseFile(body.slice(at, heads[number + 1]), at + 2);
        if ("invalid" in change)
            return change;
        changes.push(change);
    }
    const named = changes.flatMap((change) => [
        change.path,
        ...("to" in change && change.to ? [change.to] : []),
    ]);
    const twice = named.find((path, index) => named.indexOf(path) !== index);
    if (twice !== undefined)
        return { invalid: `${twice} is named twice; give each file one section` };
    const absolute = named.find((path) => path.startsWith("/"));
    return absolute === undefined ? { changes } : { invalid: `${absolute} is absolute; paths are relative` };
}
function parseFile([head = "", ...rest], lineNumber) {
    const [, kind, path = ""] = HEAD.exec(head) ?? [];
    if (kind === "Delete")
        return rest.every((line) => line.trim() === "")
            ? { kind: "delete", path: path.trim() }
            : { invalid: `line ${lineNumber + 1}: nothing follows a deleted file` };
    if (kind === "Add") {
        const wrong = rest.findIndex((line) => !line.startsWith("+"));
        if (wrong >= 0)
            return { invalid: `line ${lineNumber + 1 + wrong}: every line of an added file begins with +` };
        return { kind: "add", path: path.trim(), content: rest.map((line) => `${line.slice(1)}\n`).join("") };
    }
    const to = MOVE.exec(rest[0] ?? "")?.[1]?.trim();
    const hunks = parseHunks(to === undefined ? rest : rest.slice(1));
    if ("invalid" in hunks)
        return { invalid: `${path.trim()}: ${hunks.invalid}` };
    if (hunks.length === 0 && to === undefined)
        return { invalid: `${path.trim()}: it has no hunk` };
    return { kind: "update", path: path.trim(), ...(to === undefined ? {} : { to }), hunks };
}
function parseHunks(lines) {
    const hunks = [];
    for (const line of lines) {
        const last = hunks.at(-1);
        if (line.startsWith("@@")) {
            hunks.push({ below: line.slice(2).trim(), lines: [], atEnd: false });
        }
        else if (line.trim() === END_OF_FILE) {
            if (last)
                last.atEnd = true;
        }
        else {
            const op = line === "" ? " " : line[0];
            if (op !== " " && op !== "+" && op !== "-")
                return { invalid: `"${line.slice(0, 60)}" begins with none of space, + and -` };
            const hunk = last ?? { below: "", lines: [], atEnd: false };
            if (!last)
                hunks.push(hunk);
            hunk.lines.push({ op, text: line.slice(1) });
        }
    }
    const empty = hunks.find((hunk) => hunk.lines.every(({ op }) => op === " "));
    return empty ? { invalid: "a hunk changes nothing" } : hunks;
}
/**
 * Applies all hunks in order, or none. Lines are found exactly, else apart from trailing spaces; context stays as the file
 * has it. A place that could be two is refused.
 */
function patchText(text, hunks) {
    const lines = (0,_line_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .linesOf */ .Dx)(text);
    const matches = [];
    const notes = [];
    let from = 0;
    for (const [index, hunk] of hunks.entries()) {
        const found = findHunk(lines, hunk, from);
        if ("missed" in found)
            return { kind: "missed", reason: `hunk ${index + 1}: ${found.missed}` };
        if (found.isLoose)
            notes.push(`hunk ${index + 1}: matched apart from trailing spaces`);
        matches.push(...matchesOf(text, lines, hunk, found.at));
        from = found.at + hunk.lines.filter(({ op }) => op !== "+").length;
    }
    const result = (0,_line_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .replaceTracked */ .ns)((0,_line_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .track */ .u4)(text), matches);
    return { kind: "edited", text: result.text, notes, changes: (0,_line_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .changesOf */ .fs)(result) };
}
function findHunk(lines, { below, lines: hunk, atEnd }, from) {
    let start = from;
    if (below !== "") {
        const head = lines.findIndex(({ body }, index) => index >= from && body.trim() === below);
        if (head < 0)
            return { missed: `"${below.slice(0, 80)}" is not in the file below line ${from}` };
        start = head + 1;
    }
    const wanted = hunk.flatMap(({ op, text }) => (op === "+" ? [] : [text]));
    if (wanted.length === 0)
        return { at: below === "" ? lines.length : start, isLoose: false };
    for (const [isLoose, key] of [
        [false, (line) => line],
        [true, (line) => line.trimEnd()],
    ]) {
        const places = placesOf(lines, wanted.map(key), start, key).filter((at) => !atEnd || at + wanted.length === lines.length);
        const [first, second] = places;
        if (first === undefined)
            continue;
        // With a line above named, the next place below it is meant.
        if (second !== undefined && below === "" && from === 0)
            return {
                missed: `its lines stand at ${places
                    .slice(0, 5)
                    .map((at) => at + 1)
                    .join(", ")}; add context or an @@ line`,
            };
        return { at: first, isLoose };
    }
    return { missed: `its lines are not in the file${start > 0 ? ` below line ${start}` : ""}; read it again` };
}
function placesOf(lines, wanted, start, key) {
    const places = [];
    for (let at = start; at + wanted.length <= lines.length; at += 1) {
        if (wanted.every((line, index) => key(lines[at + index]?.body ?? "") === line))
            places.push(at);
    }
    return places;
}
/** One match for each run of changed lines; context is not touched. */
function matchesOf(text, lines, hunk, at) {
    const newline = lines[0]?.ending || "\n";
    const matches = [];
    let line = at;
    let run;
    const close = () => {
        if (run)
            matches.push(matchOf(text, lines, run.first, line, run.added, newline));
        run = undefined;
    };
    for (const { op, text: words } of hunk.lines) {
        if (op === " ")
            close();
        else
            run ??= { first: line, added: [] };
        if (op === "+")
            run?.added.push(words);
        else
            line += 1;
    }
    close();
    return matches;
}
function matchOf(text, lines, first, end, added, newline) {
    const place = (index) => lines[index]?.start ?? text.length;
    const isOpen = text !== "" && !text.endsWith("\n") && end === lines.length;
    const words = added.join(newline);
    // A file without a last line end stays one.
    if (isOpen && first === end)
        return { start: text.length, end: text.length, replacement: `${newline}${words}` };
    const replacement = added.length === 0 ? "" : isOpen ? words : `${words}${newline}`;
    return { start: place(first), end: place(end), replacement };
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
/* harmony import */ var _domain_glob_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31532);
/** Which files of the workspace may be touched: everything that a model names passes here before it is opened. */




/** A refusal that the model may read. */
class RefusedError extends Error {
}
/** Never written by a model, whatever the configuration says. */
const ALWAYS_PROTECTED = ["**/.git", ".github/workflows", ".github/actions", ".github/nightshift*"];
const INSIDE_GIT = (0,_domain_glob_js__WEBPACK_IMPORTED_MODULE_3__/* .globTest */ .F)("**/.git");
const LONGEST_PATH = 1_024;
/** `root` must be a real path. */
function openWorkspacePaths(root) {
    const protectedTests = ALWAYS_PROTECTED.map(_domain_glob_js__WEBPACK_IMPORTED_MODULE_3__/* .globTest */ .F);
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
        protect: (globs) => protectedTests.push(...globs.map(_domain_glob_js__WEBPACK_IMPORTED_MODULE_3__/* .globTest */ .F)),
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
