export const id = 9839;
export const ids = [9839,6020];
export const modules = {

/***/ 25331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ openCapture),
/* harmony export */   I: () => (/* binding */ cutText)
/* harmony export */ });
/** Keeps the head and the tail of a stream of bytes within a budget, and more of it for later reading. */
const HEAD_SHARE = 0.3;
/** Opens a capture that returns at most `maxBytes`, and keeps at most `keepBytes` of everything. */
function openCapture(maxBytes, keepBytes) {
    const budget = Math.max(maxBytes, keepBytes);
    const headBudget = Math.floor(budget * HEAD_SHARE);
    const head = [];
    let headBytes = 0;
    let tail = [];
    let tailBytes = 0;
    let total = 0;
    function add(chunk) {
        total += chunk.length;
        const room = headBudget - headBytes;
        if (room > 0) {
            const part = chunk.subarray(0, room);
            head.push(part);
            headBytes += part.length;
        }
        const rest = chunk.subarray(Math.max(0, room));
        if (rest.length === 0)
            return;
        tail.push(rest);
        tailBytes += rest.length;
        if (tailBytes > 2 * budget)
            trimTail();
    }
    function trimTail() {
        const kept = Buffer.concat(tail).subarray(-(budget - headBytes));
        tail = [kept];
        tailBytes = kept.length;
    }
    function end() {
        trimTail();
        const kept = Buffer.concat([...head, ...tail]);
        const lost = total - kept.length;
        const whole = lost === 0
            ? kept.toString("utf8")
            : joinCut(kept.subarray(0, headBytes), lost, kept.subarray(headBytes));
        if (kept.length <= maxBytes && lost === 0)
            return { output: whole };
        return { output: headAndTail(kept, total, maxBytes), whole };
    }
    return { add, end };
}
function headAndTail(kept, total, maxBytes) {
    const head = kept.subarray(0, Math.floor(maxBytes * HEAD_SHARE));
    const tail = kept.subarray(kept.length - (maxBytes - head.length));
    return joinCut(head, total - head.length - tail.length, tail);
}
/** A cut inside a UTF-8 sequence shows as a replacement character, which is dropped at the seam. */
function joinCut(head, lost, tail) {
    const before = head.toString("utf8").replace(/\uFFFD+$/, "");
    const after = tail.toString("utf8").replace(/^\uFFFD+/, "");
    return `${before}\n[… ${lost} bytes left out …]\n${after}`;
}
/** Cuts a text to about `maxChars` in the same way. */
function cutText(text, maxChars) {
    if (text.length <= maxChars)
        return text;
    const head = Math.floor(maxChars * HEAD_SHARE);
    const tail = maxChars - head;
    return `${text.slice(0, head)}\n[… ${text.length - maxChars} characters left out …]\n${text.slice(-tail)}`;
}


/***/ }),

/***/ 46020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ EGRESS_VARIABLES),
/* harmony export */   runBridged: () => (/* binding */ runBridged)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37067);
/* harmony import */ var node_http2__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32467);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77030);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48161);
/**
 * The sandbox's end of the way out: a program that listens on the loopback of its own network namespace as an ordinary HTTP
 * proxy, hands every CONNECT on over the socket that it was started with, and runs one command beside it. It decides
 * nothing. It imports only Node, so that it starts in any sandbox.
 */





/** Names that a bridged command finds in its environment besides the sandbox's own. */
const EGRESS_VARIABLES = [
    ...["HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy", "NO_PROXY", "no_proxy"],
    ...["YARN_HTTP_PROXY", "YARN_HTTPS_PROXY", "NODE_USE_ENV_PROXY", "JAVA_TOOL_OPTIONS"],
];
const REFUSAL_CHARS = 500;
/**
 * Runs `<place> -- <program> <arguments…>`: place is the number of an inherited descriptor or the path of a unix socket.
 * Resolves to the exit code of the program, 128 + number for a signal.
 */
async function runBridged(args) {
    const [place = "", dashes, program, ...rest] = args;
    if (dashes !== "--" || program === undefined)
        throw new Error("usage: sandbox-egress <socket> -- <program> …");
    const channel = /^\d+$/.test(place) ? new node_net__WEBPACK_IMPORTED_MODULE_3__.Socket({ fd: Number(place) }) : (0,node_net__WEBPACK_IMPORTED_MODULE_3__.connect)(place);
    const session = (0,node_http2__WEBPACK_IMPORTED_MODULE_2__.connect)("http://egress.invalid", { createConnection: () => channel });
    session.on("error", () => undefined);
    const port = await listen(session);
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, rest, { stdio: "inherit", env: { ...process.env, ...proxyVariables(port) } });
    return new Promise((resolve, reject) => {
        child.once("error", reject);
        child.once("exit", (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : node_os__WEBPACK_IMPORTED_MODULE_4__.constants.signals[signal])));
    });
}
function proxyVariables(port) {
    const proxy = `http://127.0.0.1:${port}`;
    const local = "localhost,127.0.0.1,::1";
    return {
        HTTP_PROXY: proxy,
        HTTPS_PROXY: proxy,
        http_proxy: proxy,
        https_proxy: proxy,
        NO_PROXY: local,
        no_proxy: local,
        YARN_HTTP_PROXY: proxy,
        YARN_HTTPS_PROXY: proxy,
        NODE_USE_ENV_PROXY: "1",
        JAVA_TOOL_OPTIONS: `-Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=${port} -Dhttp.proxyHost=127.0.0.1 -Dhttp.proxyPort=${port}`,
    };
}
/** The proxy on loopback; it ends with the process. */
function listen(session) {
    const server = (0,node_http__WEBPACK_IMPORTED_MODULE_1__.createServer)((_request, response) => {
        response.writeHead(405, { connection: "close" });
        response.end("Only HTTPS leaves the sandbox.\n");
    });
    server.on("connect", (request, socket, head) => {
        socket.on("error", () => socket.destroy());
        forward(session, request.url ?? "", socket, head);
    });
    return new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(0, "127.0.0.1", () => {
            const address = server.address();
            resolve(typeof address === "object" && address !== null ? address.port : 0);
        });
    });
}
function forward(session, authority, socket, head) {
    if (session.closed || session.destroyed) {
        refuse(socket, 502, "the way out is closed");
        return;
    }
    const stream = session.request({ ":method": "CONNECT", ":authority": authority });
    stream.on("error", () => socket.destroy());
    socket.once("close", () => stream.close());
    stream.once("response", (headers) => {
        const status = Number(headers[":status"]);
        if (status !== 200) {
            let why = "";
            stream.setEncoding("utf8");
            stream.on("data", (text) => {
                why = (why + text).slice(0, REFUSAL_CHARS);
            });
            stream.once("end", () => refuse(socket, status, why));
            return;
        }
        socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
        if (head.length > 0)
            stream.write(head);
        socket.pipe(stream);
        stream.pipe(socket);
    });
}
function refuse(socket, status, why) {
    const text = `${why}\n`;
    socket.end(`HTTP/1.1 ${status} Refused by the sandbox\r\ncontent-type: text/plain\r\ncontent-length: ${Buffer.byteLength(text)}\r\nconnection: close\r\n\r\n${text}`);
}


/***/ }),

/***/ 71687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   oT: () => (/* binding */ connectFileServer),
/* harmony export */   rr: () => (/* binding */ FileRefusedError)
/* harmony export */ });
/* unused harmony export KnownFiles */
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80481);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88343);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49285);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74992);




const Page = zod__WEBPACK_IMPORTED_MODULE_3__.object({ text: zod__WEBPACK_IMPORTED_MODULE_3__.string(), firstLine: zod__WEBPACK_IMPORTED_MODULE_3__.int(), lastLine: zod__WEBPACK_IMPORTED_MODULE_3__.int(), totalLines: zod__WEBPACK_IMPORTED_MODULE_3__.int() });
const KnownFiles = zod__WEBPACK_IMPORTED_MODULE_3__.object({
    seen: zod__WEBPACK_IMPORTED_MODULE_3__.record(zod__WEBPACK_IMPORTED_MODULE_3__.string(), zod__WEBPACK_IMPORTED_MODULE_3__.string()),
    created: zod__WEBPACK_IMPORTED_MODULE_3__.array(zod__WEBPACK_IMPORTED_MODULE_3__.string()),
});
const Count = zod__WEBPACK_IMPORTED_MODULE_3__.int().nonnegative();
/** Notes on how lines were found, and which lines changed. */
const Edited = zod__WEBPACK_IMPORTED_MODULE_3__.object({
    notes: zod__WEBPACK_IMPORTED_MODULE_3__.array(zod__WEBPACK_IMPORTED_MODULE_3__.string()),
    changes: zod__WEBPACK_IMPORTED_MODULE_3__.array(zod__WEBPACK_IMPORTED_MODULE_3__.object({ oldFrom: Count, oldCount: Count, newFrom: Count, newCount: Count })),
});
const Patched = Edited.extend({
    kind: zod__WEBPACK_IMPORTED_MODULE_3__["enum"](["add", "delete", "update"]),
    path: zod__WEBPACK_IMPORTED_MODULE_3__.string(),
    to: zod__WEBPACK_IMPORTED_MODULE_3__.string().optional(),
});
const Reply = zod__WEBPACK_IMPORTED_MODULE_3__.union([
    zod__WEBPACK_IMPORTED_MODULE_3__.object({ id: zod__WEBPACK_IMPORTED_MODULE_3__.int(), ok: zod__WEBPACK_IMPORTED_MODULE_3__.literal(true), value: zod__WEBPACK_IMPORTED_MODULE_3__.unknown() }),
    zod__WEBPACK_IMPORTED_MODULE_3__.object({ id: zod__WEBPACK_IMPORTED_MODULE_3__.int(), ok: zod__WEBPACK_IMPORTED_MODULE_3__.literal(false), refused: zod__WEBPACK_IMPORTED_MODULE_3__.boolean(), message: zod__WEBPACK_IMPORTED_MODULE_3__.string() }),
]);
/** The file server said no, in words for the model. */
class FileRefusedError extends Error {
}
const ANSWER_MS = 60_000;
/** Talks to a started file server. */
function connectFileServer(child) {
    const waiting = new Map();
    let lastId = 0;
    let errors = "";
    const exited = new Promise((resolve) => {
        child.once("close", () => resolve());
        child.once("error", () => resolve());
    });
    void exited.then(() => {
        const reason = new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("SANDBOX_UNAVAILABLE", `The sandbox's file server ended. ${errors.trim().slice(-500)}`);
        for (const { fail } of waiting.values())
            fail(reason);
        waiting.clear();
    });
    child.stderr?.on("data", (chunk) => {
        errors = (errors + chunk.toString()).slice(-2_000);
    });
    child.stdin?.on("error", () => undefined);
    if (child.stdout)
        (0,node_readline__WEBPACK_IMPORTED_MODULE_0__.createInterface)({ input: child.stdout }).on("line", receive);
    function receive(line) {
        const reply = Reply.safeParse(parseJson(line));
        if (!reply.success)
            return;
        waiting.get(reply.data.id)?.settle(reply.data);
        waiting.delete(reply.data.id);
    }
    async function ask(op, args, shape) {
        const id = ++lastId;
        if (child.exitCode !== null || child.signalCode !== null) {
            throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NightshiftError */ .nc("SANDBOX_UNAVAILABLE", `The sandbox's file server is gone. ${errors.trim().slice(-500)}`);
        }
        const reply = await new Promise((settle, fail) => {
            const timer = setTimeout(() => fail(new FileRefusedError(`${op} took longer than ${ANSWER_MS / 1_000} s`)), ANSWER_MS);
            const done = (finish) => (value) => {
                clearTimeout(timer);
                finish(value);
            };
            waiting.set(id, { settle: done(settle), fail: done(fail) });
            child.stdin?.write(`${JSON.stringify({ id, op, args })}\n`);
        });
        if (reply.ok)
            return shape.parse(reply.value);
        throw reply.refused ? new FileRefusedError(reply.message) : new Error(`${op}: ${reply.message}`);
    }
    const nothing = zod__WEBPACK_IMPORTED_MODULE_3__["null"]().transform(() => undefined);
    return {
        protect: (globs) => ask("protect", { globs }, zod__WEBPACK_IMPORTED_MODULE_3__.unknown()).then(() => undefined),
        read: (path, offset, limit) => ask("read", { path, offset, limit }, Page),
        edit: (path, edits) => ask("edit", { path, edits }, Edited),
        patch: (patch) => ask("patch", { patch }, zod__WEBPACK_IMPORTED_MODULE_3__.array(Patched)),
        write: (path, content) => ask("write", { path, content }, zod__WEBPACK_IMPORTED_MODULE_3__.object({ created: zod__WEBPACK_IMPORTED_MODULE_3__.boolean() })),
        remove: (path) => ask("remove", { path }, nothing),
        move: (from, to) => ask("move", { from, to }, nothing),
        digest: () => ask("digest", {}, zod__WEBPACK_IMPORTED_MODULE_3__.string().nullable()),
        learned: () => ask("learned", {}, KnownFiles),
        recall: (files) => ask("recall", files, nothing),
        keep: (name, text) => ask("keep", { name, text }, nothing),
        async close() {
            child.stdin?.end();
            const timer = setTimeout(() => (0,_process_js__WEBPACK_IMPORTED_MODULE_2__/* .killGroup */ .i)(child), 500);
            await exited;
            clearTimeout(timer);
        },
    };
}
function parseJson(line) {
    try {
        return JSON.parse(line);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 99839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ openSandbox)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(49285);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./lib/agent/sandbox/environment.js
/** The environment of sandboxed commands: a short list that we make, never the parent's. */
/** Where toolchains live, when the parent's environment says so; their directories are bound read-only. */
const TOOLCHAIN_HOMES = ["JAVA_HOME", "GOROOT", "PYENV_ROOT", "RUSTUP_HOME", "DOTNET_ROOT"];
/** The whole environment of the sandbox and of its launcher. */
function sandboxEnvironment(places) {
    return {
        ...places.toolchains,
        PATH: places.path,
        HOME: places.home,
        TMPDIR: places.temporary,
        LANG: "C.UTF-8",
        TERM: "dumb",
        CI: "1",
        NO_COLOR: "1",
        PAGER: "cat",
        GIT_PAGER: "cat",
        GIT_TERMINAL_PROMPT: "0",
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_OPTIONAL_LOCKS: "0",
    };
}
/** Toolchain homes that the parent knows. */
function toolchainHomes(parent) {
    return Object.fromEntries(TOOLCHAIN_HOMES.flatMap((name) => {
        const value = parent[name];
        return value?.startsWith("/") ? [[name, value]] : [];
    }));
}

;// CONCATENATED MODULE: ./lib/agent/sandbox/root.js
/** The file system that a sandboxed command sees: an allow-list, so that nothing new on the machine is ever inside. */


/** The workspace is always here, so that paths in output never tell where it really is. */
const WORKSPACE = "/workspace";
const PRIVATE_HOME = "/tmp/home";
/** Directories of /etc that programs need, that hold no secret, and that are too large to copy. */
const ETC_DIRECTORIES = [
    "/etc/alternatives",
    "/etc/ssl/certs",
    "/etc/pki/tls/certs",
    "/etc/pki/ca-trust",
];
/** Files in tool prefixes that are known to hold credentials; they are covered by an empty file. */
const CREDENTIALS = [
    "credentials",
    "credentials.toml",
    "auth.json",
    ".npmrc",
    ".netrc",
    "NuGet.Config",
];
/** Read-only in the workspace for every command; the file tools refuse more. */
const READ_ONLY_IN_WORKSPACE = [
    ".git",
    ".github/workflows",
    ".github/actions",
    ".github/nightshift.yml",
    ".github/nightshift",
];
/** The root of a sandbox: what is visible, and what of it is writable. */
async function planRoot(plan) {
    const guarded = [...new Set([...READ_ONLY_IN_WORKSPACE, ...plan.protectedInWorkspace])];
    const places = await Promise.all(guarded.map(async (name) => ((await isPlain((0,external_node_path_.join)(plan.workspace, name))) ? [name] : [])));
    return [
        { kind: "read_only", from: "/usr", to: "/usr" },
        ...(await Promise.all(["/bin", "/sbin", "/lib", "/lib32", "/lib64"].map(topLevel))).flat(),
        { kind: "read_only", from: (0,external_node_path_.join)(plan.stubs, "etc"), to: "/etc" },
        ...(await Promise.all(ETC_DIRECTORIES.map(bindReal))).flat(),
        { kind: "scratch", at: "/dev/shm", bytes: plan.sharedBytes },
        { kind: "scratch", at: "/tmp", bytes: plan.tmpBytes },
        { kind: "directory", at: PRIVATE_HOME },
        ...(await Promise.all(plan.readOnly.map((place) => bindCovered(place, (0,external_node_path_.join)(plan.stubs, "empty"))))).flat(),
        { kind: "writable", from: plan.workspace, to: WORKSPACE },
        ...places
            .flat()
            .map((name) => ({ kind: "read_only", from: (0,external_node_path_.join)(plan.workspace, name), to: (0,external_node_path_.join)(WORKSPACE, name) })),
    ];
}
/** A glob's part without wildcards, when it stands for a file or a whole directory. */
function literalPath(glob) {
    const path = glob.replace(/^\.?\//, "").replace(/\/?(\*\*)?$/, "");
    return path === "" || /[*?{}]/.test(path) || path.split("/").includes("..") ? undefined : path;
}
/** A link could lead the mount anywhere. */
async function isPlain(place) {
    return (0,promises_.realpath)(place).then((real) => real === place, () => false);
}
/** Merged-usr systems have links here, others directories. */
async function topLevel(place) {
    const found = await (0,promises_.lstat)(place).catch(() => undefined);
    if (!found)
        return [];
    return found.isSymbolicLink()
        ? [{ kind: "link", target: await (0,promises_.readlink)(place), at: place }]
        : [{ kind: "read_only", from: place, to: place }];
}
async function bindReal(place) {
    const real = await (0,promises_.realpath)(place).catch(() => undefined);
    return real === undefined ? [] : [{ kind: "read_only", from: real, to: place }];
}
async function bindCovered(place, empty) {
    const covers = await Promise.all(CREDENTIALS.map(async (name) => {
        const file = (0,external_node_path_.join)(place, name);
        return (await exists(file)) ? [{ kind: "read_only", from: empty, to: file }] : [];
    }));
    return [{ kind: "read_only", from: place, to: place }, ...covers.flat()];
}
/**
 * Directories outside /usr that PATH needs: an entry `<prefix>/bin` needs its whole prefix (a shim calls its
 * neighbours), but a home directory or the root is never bound whole.
 */
async function toolPrefixes(path, home) {
    const prefixes = await Promise.all(path.split(external_node_path_.delimiter).map(async (entry) => {
        if (!entry.startsWith("/") || isSystem(entry))
            return [];
        const found = await (0,promises_.stat)(entry).catch(() => undefined);
        return found?.isDirectory() ? [prefixOf(entry, home)] : [];
    }));
    return outermost(prefixes.flat());
}
function prefixOf(entry, home) {
    const prefix = (0,external_node_path_.dirname)(entry);
    const isToolDirectory = ["bin", "sbin", "shims"].includes((0,external_node_path_.basename)(entry));
    const tooWide = prefix === "/" || home === prefix || home.startsWith(`${prefix}/`) || prefix === (0,external_node_path_.join)(home, ".local");
    return isToolDirectory && !tooWide ? prefix : entry;
}
/** Already inside by the fixed part of the root. */
function isSystem(place) {
    return ["/usr", "/bin", "/sbin", "/lib", "/lib64"].some((top) => place === top || place.startsWith(`${top}/`));
}
/** Without duplicates, without places inside other places, and without what our own mount points cover. */
function outermost(places) {
    const usable = [...new Set(places)].filter((place) => !["/", "/tmp", "/proc", "/dev", "/etc", WORKSPACE].includes(place));
    return usable.filter((place) => !usable.some((other) => place.startsWith(`${other}/`))).sort();
}
async function exists(place) {
    return (0,promises_.lstat)(place).then(() => true, () => false);
}

;// CONCATENATED MODULE: ./lib/agent/sandbox/etc.js
/** The /etc of the sandbox: a directory of our own with copies of what programs need, because every single mount costs time. */



/** Files and small directories that hold no secret. */
const COPIED = [
    "ld.so.cache",
    "ld.so.conf",
    "ld.so.conf.d",
    "ssl/openssl.cnf",
    "ca-certificates.conf",
    "localtime",
    "mime.types",
    "magic",
    "services",
    "protocols",
];
/** Fills `directory`; mount points for the large directories are in it. */
async function writeEtc(directory, user) {
    const own = {
        passwd: `root:x:0:0:root:/root:/usr/sbin/nologin\nsandbox:x:${user}:${user}:sandbox:${PRIVATE_HOME}:/bin/sh\n`,
        group: `root:x:0:\nsandbox:x:${user}:\n`,
        "nsswitch.conf": "passwd: files\ngroup: files\nhosts: files dns\n",
        hosts: "127.0.0.1 localhost\n::1 localhost\n",
        hostname: "sandbox\n",
        "resolv.conf": "",
    };
    await (0,promises_.mkdir)(directory, { mode: 0o755 });
    for (const place of ETC_DIRECTORIES)
        await (0,promises_.mkdir)((0,external_node_path_.join)(directory, place.slice("/etc/".length)), { recursive: true });
    for (const name of COPIED)
        await copy((0,external_node_path_.join)("/etc", name), (0,external_node_path_.join)(directory, name));
    for (const [name, text] of Object.entries(own))
        await (0,promises_.writeFile)((0,external_node_path_.join)(directory, name), text, { mode: 0o644 });
}
/** A link to a file becomes that file; the links within a directory stay links. */
async function copy(from, to) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(to), { recursive: true });
    const isDirectory = from.endsWith(".d");
    await (0,promises_.cp)(from, to, { recursive: true, dereference: !isDirectory, verbatimSymlinks: isDirectory }).catch(() => undefined);
}

;// CONCATENATED MODULE: ./lib/agent/sandbox/layout.js
/** What isolated commands see of the machine, the same for every tier that isolates: the root's mounts and the environment. */






/** The unprivileged user inside. */
const NOBODY = 65_534;
async function openLayout(options, user) {
    const directory = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "nightshift-sandbox-"));
    await (0,promises_.writeFile)((0,external_node_path_.join)(directory, "empty"), "");
    await writeEtc((0,external_node_path_.join)(directory, "etc"), user);
    const toolchains = toolchainHomes(options.parentEnvironment);
    const path = searchPath(options.parentEnvironment);
    const readOnly = outermost([
        ...(await toolPrefixes(path, (0,external_node_os_.homedir)())),
        ...(await filesNeeded(options.fileServerCommand)),
        ...(await filesNeeded(options.egress?.bridge ?? [])),
        ...(await existing(Object.values(toolchains))),
        ...options.readOnlyBinds,
    ].filter((place) => !isSystem(place)));
    const mounts = await planRoot({
        workspace: options.workspace,
        stubs: directory,
        readOnly,
        protectedInWorkspace: options.protectedPaths.flatMap((glob) => literalPath(glob) ?? []),
        tmpBytes: options.limits.tmpBytes,
        sharedBytes: options.limits.sharedBytes,
    });
    const inside = path
        .split(external_node_path_.delimiter)
        .filter((entry) => isSystem(entry) || readOnly.some((place) => entry === place || entry.startsWith(`${place}/`)));
    const environment = sandboxEnvironment({
        path: [...new Set([...inside, "/usr/bin", "/bin"])].join(external_node_path_.delimiter),
        home: PRIVATE_HOME,
        temporary: "/tmp",
        toolchains,
    });
    return { mounts, environment, directory, remove: () => (0,promises_.rm)(directory, { recursive: true, force: true }) };
}
function searchPath(environment) {
    return environment.PATH ?? "/usr/bin:/bin";
}
/** Directories that a command line of ours needs: its program's prefix, and the folder of each file it names. */
async function filesNeeded(command) {
    const places = await Promise.all(command.map(async (word, index) => {
        if (!word.startsWith("/") || !(await (0,promises_.stat)(word).catch(() => undefined))?.isFile())
            return [];
        return index === 0
            ? [(0,external_node_path_.dirname)((0,external_node_path_.dirname)(await (0,promises_.realpath)(word)))]
            : [(0,external_node_path_.dirname)(word), (0,external_node_path_.dirname)(await (0,promises_.realpath)(word))];
    }));
    return places.flat();
}
async function existing(places) {
    const found = await Promise.all(places.map((place) => (0,promises_.stat)(place).then((s) => (s.isDirectory() ? [place] : []), () => [])));
    return found.flat();
}

;// CONCATENATED MODULE: ./lib/agent/sandbox/bubblewrap-arguments.js
/** The command line of bubblewrap, as pure data. */


/** Everything before `--`. The filter is read from descriptor 3. */
function bubblewrapArguments(mounts, features, cwd) {
    return [
        ...["--unshare-user", "--uid", String(NOBODY), "--gid", String(NOBODY)],
        ...["--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try", "--unshare-net"],
        ...(features.disableUserns ? ["--disable-userns"] : []),
        ...["--hostname", "sandbox", "--new-session", "--die-with-parent", "--cap-drop", "ALL"],
        ...["--proc", "/proc", "--dev", "/dev"],
        ...mounts.flatMap((mount) => mountArguments(mount, features)),
        ...["--remount-ro", "/", "--chdir", cwd ?? WORKSPACE],
        ...["--seccomp", "3"],
    ];
}
function mountArguments(mount, features) {
    switch (mount.kind) {
        case "read_only":
            return ["--ro-bind", mount.from, mount.to];
        case "writable":
            return ["--bind", mount.from, mount.to];
        case "link":
            return ["--symlink", mount.target, mount.at];
        case "directory":
            return ["--dir", mount.at];
        case "scratch":
            return [...(features.size ? ["--size", String(mount.bytes)] : []), "--tmpfs", mount.at];
    }
}
/**
 * Bounds that the kernel keeps for each process by itself. The number of processes counts per user, so it is set only where
 * our user is not root and no control group counts; memory per process where no group counts it.
 */
function limiterArguments(limits, perProcess) {
    return [
        "/usr/bin/prlimit",
        "--core=0",
        `--fsize=${limits.fileBytes}`,
        `--nofile=${limits.openFiles}`,
        ...(perProcess.processes ? [`--nproc=${limits.processes}`] : []),
        ...(perProcess.memory ? [`--data=${limits.memoryBytes}`] : []),
    ];
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/agent/sandbox/control-group.js
/** Bounds on the number and the memory of processes, by control groups where ones can be made. */




/** Files that hold the limit; version 1 of memory has names of its own. */
const LIMIT_FILES = { pids: ["pids.max"], memory: ["memory.max", "memory.limit_in_bytes"] };
const NO_SWAP_FILES = ["memory.swap.max", "memory.memsw.limit_in_bytes"];
/** Makes control groups with the limits; what is not allowed here is left out. */
async function openControlGroup(processes, memoryBytes) {
    const name = `nightshift-${(0,external_node_crypto_.randomBytes)(6).toString("hex")}`;
    const bounds = [];
    const wanted = { pids: String(processes), memory: String(memoryBytes) };
    for (const { controller, parent } of await candidates()) {
        if (bounds.some((bound) => bound.controller === controller))
            continue;
        const directory = (0,external_node_path_.join)(parent, name);
        if (await makeBound(directory, controller, wanted[controller]))
            bounds.push({ controller, directory });
    }
    const directoryOf = (controller) => bounds.find((bound) => bound.controller === controller)?.directory;
    const directories = [...new Set(bounds.map(({ directory }) => directory))];
    return {
        joins: directories.map((directory) => (0,external_node_path_.join)(directory, "cgroup.procs")),
        limits: { processes: directoryOf("pids") !== undefined, memory: directoryOf("memory") !== undefined },
        counts: () => ({
            refusedProcesses: countIn(directoryOf("pids"), ["pids.events"], "max"),
            memoryKills: countIn(directoryOf("memory"), ["memory.oom_control", "memory.events"], "oom_kill"),
        }),
        remove: async () => {
            await Promise.all(directories.map(removeGroup));
        },
    };
}
/** Version 1 has a tree for each controller; in version 2 a child of our own group works when it was delegated to us. */
async function candidates() {
    const lines = (await (0,promises_.readFile)("/proc/self/cgroup", "utf8").catch(() => "")).split("\n");
    return lines.flatMap((line) => {
        const [, controllers = "", path = "/"] = line.split(":");
        const names = controllers.split(",");
        const both = ["pids", "memory"];
        if (line.startsWith("0::"))
            return both.map((controller) => ({ controller, parent: (0,external_node_path_.join)("/sys/fs/cgroup", path) }));
        return both
            .filter((controller) => names.includes(controller))
            .map((controller) => ({ controller, parent: (0,external_node_path_.join)("/sys/fs/cgroup", controller, path) }));
    });
}
async function makeBound(directory, controller, limit) {
    const made = await (0,promises_.mkdir)(directory).then(() => true, () => false);
    if (await writeFirst(directory, LIMIT_FILES[controller], limit)) {
        if (controller === "memory")
            await writeFirst(directory, NO_SWAP_FILES, limit);
        return true;
    }
    if (made)
        await removeGroup(directory);
    return false;
}
/** Writes only files that the kernel made: an ordinary directory would take any name. */
async function writeFirst(directory, names, value) {
    for (const name of names) {
        const written = await (0,promises_.writeFile)((0,external_node_path_.join)(directory, name), value, { flag: "r+" }).then(() => true, () => false);
        if (written)
            return true;
    }
    return false;
}
/** These files are the kernel's memory, not a disk: reading them at once is cheaper than waiting for a thread. */
function countIn(directory, files, key) {
    if (directory === undefined)
        return 0;
    const file = files.map((name) => (0,external_node_path_.join)(directory, name)).find((place) => (0,external_node_fs_.existsSync)(place));
    const text = file === undefined ? "" : (0,external_node_fs_.readFileSync)(file, "utf8");
    return Number(new RegExp(`^${key} (\\d+)$`, "m").exec(text)?.[1] ?? 0);
}
/** The kernel lets go of a group a moment after its last process. */
async function removeGroup(directory) {
    for (let attempt = 0; attempt < 20; attempt += 1) {
        const gone = await (0,promises_.rmdir)(directory).then(() => true, () => false);
        if (gone)
            return;
        await new Promise((resolve) => setTimeout(resolve, 25));
    }
}

;// CONCATENATED MODULE: ./lib/agent/sandbox/descriptors.js
/** Open files that our process was started with and would hand on to every program that it starts. */

const O_CLOEXEC = 0o2000000;
/**
 * Numbers above 2 without close-on-exec. Node marks everything that it opens itself, and at its start the low ones that it
 * finds; the high ones of whoever started it stay as they are.
 */
async function inheritableDescriptors() {
    const names = await (0,promises_.readdir)("/proc/self/fdinfo").catch(() => []);
    const found = await Promise.all(names.map(async (name) => {
        const info = await (0,promises_.readFile)(`/proc/self/fdinfo/${name}`, "utf8").catch(() => "");
        const flags = /^flags:\s*([0-7]+)$/m.exec(info)?.[1];
        return flags !== undefined && (Number.parseInt(flags, 8) & O_CLOEXEC) === 0 ? [Number(name)] : [];
    }));
    return found.flat().filter((number) => number > 2);
}

;// CONCATENATED MODULE: ./lib/agent/sandbox/programs.js
/** Finds programs of the machine. */


/** The first of that name in a search path; relative entries never count. */
async function findProgram(name, path) {
    for (const directory of path.split(external_node_path_.delimiter).filter((entry) => entry.startsWith("/"))) {
        if (await isExecutable((0,external_node_path_.join)(directory, name)))
            return (0,external_node_path_.join)(directory, name);
    }
    return undefined;
}
async function isExecutable(file) {
    return (0,promises_.access)(file, promises_.constants.X_OK).then(() => true, () => false);
}

;// CONCATENATED MODULE: ./lib/agent/sandbox/seccomp.js
/**
 * A system call filter for sandboxed commands, assembled here because bubblewrap takes a ready BPF program.
 * It closes doors that namespaces leave open: other people's sockets, debugging, mounts, new namespaces, kernel surface.
 */
const EPERM = 1;
const ENOSYS = 38;
const EAFNOSUPPORT = 97;
const ALLOW = 0x7fff0000;
const KILL = 0x80000000;
const fail = (errno) => 0x00050000 | errno;
/** The kernel's `seccomp_data`: number, architecture, instruction pointer, six 64 bit arguments. */
const NUMBER = 0;
const ARCHITECTURE = 4;
const argument = (index) => 16 + 8 * index;
/** New mount, cgroup, UTS, IPC, user, pid and network namespaces (linux/sched.h). */
const NEW_NAMESPACES = 0x7e020000;
/** Pushing characters into a terminal's input (asm-generic/ioctls.h). */
const TIOCSTI = 0x5412;
const TIOCLINUX = 0x541c;
/** IPv4, IPv6 and netlink, which name look-ups use. Unix sockets reach the host's services, vsock its hypervisor. */
const SOCKET_FAMILIES = [2, 10, 16];
// Numbers from the kernel's syscall tables, in the order: ptrace, process_vm_readv, process_vm_writev, mount, umount2,
// pivot_root, chroot, unshare, setns, bpf, keyctl, add_key, request_key, io_uring_{setup,enter,register},
// perf_event_open, userfaultfd, kexec_load, init_module, finit_module, delete_module, open_by_handle_at, open_tree,
// move_mount, fsopen, fsconfig, fsmount, fspick, mount_setattr, swapon, swapoff, reboot, acct, quotactl, syslog,
// pidfd_getfd, fanotify_init, kcmp, name_to_handle_at, settimeofday, clock_settime.
const ARCHITECTURES = {
    x64: {
        audit: 0xc000003e,
        socket: 41,
        clone: 56,
        clone3: 435,
        ioctl: 16,
        x32From: 0x40000000,
        denied: [
            101, 310, 311, 165, 166, 155, 161, 272, 308, 321, 250, 248, 249, 425, 426, 427, 298, 323, 246, 175, 313,
            176, 304, 428, 429, 430, 431, 432, 433, 442, 167, 168, 169, 163, 179, 103, 438, 300, 312, 303, 164, 227,
        ],
    },
    arm64: {
        audit: 0xc00000b7,
        socket: 198,
        clone: 220,
        clone3: 435,
        ioctl: 29,
        denied: [
            117, 270, 271, 40, 39, 41, 51, 97, 268, 280, 219, 217, 218, 425, 426, 427, 241, 282, 104, 105, 273, 106,
            265, 428, 429, 430, 431, 432, 433, 442, 224, 225, 142, 89, 60, 116, 438, 262, 272, 264, 170, 112,
        ],
    },
};
const load = (offset) => [0x20, 0, 0, offset];
const ifEqual = (value, ifTrue, ifFalse) => [
    0x15,
    ifTrue,
    ifFalse,
    value,
];
const ifAtLeast = (value, ifTrue, ifFalse) => [
    0x35,
    ifTrue,
    ifFalse,
    value,
];
const ifAnyBit = (mask, ifTrue, ifFalse) => [
    0x45,
    ifTrue,
    ifFalse,
    mask,
];
const answer = (action) => [0x06, 0, 0, action];
/** The filter for a processor (Node's `process.arch`), or undefined for one that we have no numbers for. */
function assembleFilter(arch) {
    const target = ARCHITECTURES[arch];
    return target && encode(program(target));
}
function program(target) {
    return [
        load(ARCHITECTURE),
        ifEqual(target.audit, 1, 0),
        answer(KILL),
        load(NUMBER),
        ...(target.x32From === undefined ? [] : [ifAtLeast(target.x32From, 0, 1), answer(fail(ENOSYS))]),
        ...target.denied.flatMap((number) => [ifEqual(number, 0, 1), answer(fail(EPERM))]),
        // clone3 passes its flags in memory, where a filter cannot look; without it programs fall back to clone.
        ifEqual(target.clone3, 0, 1),
        answer(fail(ENOSYS)),
        ...onlyFor(target.clone, [load(argument(0)), ifAnyBit(NEW_NAMESPACES, 0, 1), answer(fail(EPERM))]),
        ...onlyFor(target.ioctl, [
            load(argument(1)),
            ifEqual(TIOCSTI, 1, 0),
            ifEqual(TIOCLINUX, 0, 1),
            answer(fail(EPERM)),
        ]),
        ...onlyFor(target.socket, [
            load(argument(0)),
            ...SOCKET_FAMILIES.map((family, index) => ifEqual(family, SOCKET_FAMILIES.length - index, 0)),
            answer(fail(EAFNOSUPPORT)),
        ]),
        answer(ALLOW),
    ];
}
/** Runs `checks` for one system call only; falling out of them means allowed. */
function onlyFor(number, checks) {
    return [ifEqual(number, 0, checks.length + 1), ...checks, answer(ALLOW)];
}
function encode(instructions) {
    const bytes = Buffer.alloc(instructions.length * 8);
    for (const [index, [code, ifTrue, ifFalse, value]] of instructions.entries()) {
        bytes.writeUInt16LE(code, index * 8);
        bytes.writeUInt8(ifTrue, index * 8 + 2);
        bytes.writeUInt8(ifFalse, index * 8 + 3);
        bytes.writeUInt32LE(value >>> 0, index * 8 + 4);
    }
    return bytes;
}

;// CONCATENATED MODULE: ./lib/agent/sandbox/bubblewrap.js
/** Tier bubblewrap: how one command line is wrapped. Every command and the file server get the same wrapping. */












const BASH = "/bin/bash";
/** Prepares the wrapping, or says why it is impossible here. */
async function openBubblewrap(options) {
    if (process.platform !== "linux")
        return { missing: `bubblewrap needs Linux, this is ${process.platform}` };
    const filter = assembleFilter(process.arch);
    if (!filter)
        return { missing: `there is no system call filter for ${process.arch}` };
    const bwrap = options.bwrap ?? (await findProgram("bwrap", searchPath(options.parentEnvironment)));
    if (!bwrap)
        return { missing: "bubblewrap (bwrap) is not installed" };
    const help = await helpOf(bwrap);
    if (help === undefined)
        return { missing: `${bwrap} --help failed` };
    const features = { disableUserns: help.includes("--disable-userns"), size: help.includes("--size") };
    const inherited = await inheritableDescriptors();
    if (inherited.length > 0 && !(await isExecutable(BASH)))
        return {
            missing: `bubblewrap: the open file ${inherited[0]} of this process would be handed on, and ${BASH} is not there to close it`,
        };
    const { limits, egress } = options;
    const layout = await openLayout(options, NOBODY);
    await (0,promises_.writeFile)((0,external_node_path_.join)(layout.directory, "filter"), filter);
    const group = await openControlGroup(limits.processes, limits.memoryBytes);
    const canLimit = await isExecutable("/usr/bin/prlimit");
    const isRoot = process.getuid?.() === 0;
    const perProcess = {
        processes: canLimit && !group.limits.processes && !isRoot,
        memory: canLimit && !group.limits.memory,
    };
    const limiter = canLimit ? limiterArguments(limits, perProcess) : [];
    const bounded = group.limits.processes || perProcess.processes;
    return {
        tier: "bubblewrap",
        reason: "bubblewrap; the probe found nothing wrong",
        root: WORKSPACE,
        environment: layout.environment,
        processLimit: bounded ? limits.processes : "unbounded",
        memoryLimit: group.limits.memory
            ? { bytes: limits.memoryBytes, of: "all" }
            : perProcess.memory
                ? { bytes: limits.memoryBytes, of: "process" }
                : "unbounded",
        async wrap({ argv, env = {}, cwd, egress: wanted }) {
            const seccomp = (0,external_node_fs_.openSync)((0,external_node_path_.join)(layout.directory, "filter"), "r");
            const bridge = wanted && egress ? [...egress.bridge, "4", "--"] : [];
            const inner = [...limiter, ...bridge, ...argv];
            const wrapped = [bwrap, ...bubblewrapArguments(layout.mounts, features, cwd), "--", ...inner];
            return {
                argv: prepared(inherited.filter((number) => number > (wanted ? 4 : 3)), group.joins, wrapped),
                env: { ...env, ...layout.environment },
                descriptors: [seccomp],
                serve: wanted && egress ? egress.gate.serve : undefined,
                release: async () => (0,external_node_fs_.closeSync)(seccomp),
            };
        },
        counts: group.counts,
        async close() {
            await group.remove();
            await layout.remove();
        },
    };
}
/**
 * A shell that closes what was inherited, enters the control groups and becomes bubblewrap: no moment in which anything runs
 * uncounted. It is bash because other shells know only descriptors of one digit.
 */
function prepared(close, groups, wrapped) {
    if (close.length === 0 && groups.length === 0)
        return wrapped;
    const steps = [
        ...(close.length === 0 ? [] : [`exec ${close.map((number) => `${number}>&-`).join(" ")}`]),
        ...groups.map((_, index) => `echo $$ > "$${index + 1}"`),
        `shift ${groups.length}`,
        'exec "$@"',
    ];
    return [close.length === 0 ? "/bin/sh" : BASH, "-c", steps.join(" && "), "sh", ...groups, ...wrapped];
}
async function helpOf(bwrap) {
    const help = await (0,external_node_util_.promisify)(external_node_child_process_.execFile)(bwrap, ["--help"], { env: {}, timeout: 5_000 }).catch(() => undefined);
    return help && `${help.stdout}${help.stderr}`;
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./lib/agent/sandbox/docker-arguments.js

/** Everything after `docker`. */
function dockerArguments(run) {
    const { limits, user } = run;
    return [
        ...["run", "--rm", "--init", "--name", run.name, "--pull", "never", "--log-driver", "none"],
        ...(run.interactive ? ["--interactive"] : []),
        ...["--network", "none", "--hostname", "sandbox", "--read-only"],
        ...["--user", `${user.uid}:${user.gid}`, "--cap-drop", "ALL", "--security-opt", "no-new-privileges"],
        ...["--ipc", "private", "--cgroupns", "private"],
        ...["--pids-limit", String(limits.processes)],
        ...["--memory", String(limits.memoryBytes), "--memory-swap", String(limits.memoryBytes)],
        ...["--ulimit", "core=0", "--ulimit", `fsize=${limits.fileBytes}`],
        ...["--ulimit", `nofile=${limits.openFiles}`],
        ...run.mounts.flatMap((mount) => docker_arguments_mountArguments(mount, user)),
        ...Object.entries(run.environment).flatMap(([name, value]) => ["--env", `${name}=${value}`]),
        ...["--workdir", run.cwd ?? WORKSPACE],
        run.image,
        ...run.argv,
    ];
}
/** Links are part of the image; the private home is made by docker in the scratch directory above it. */
function docker_arguments_mountArguments(mount, user) {
    switch (mount.kind) {
        case "read_only":
            return ["--mount", bind(mount.from, mount.to, true)];
        case "writable":
            return ["--mount", bind(mount.from, mount.to, false)];
        case "scratch":
            return mount.at === "/dev/shm"
                ? ["--shm-size", String(mount.bytes)]
                : ["--tmpfs", `${mount.at}:rw,exec,nosuid,nodev,mode=1777,size=${mount.bytes}`];
        case "directory":
            return mount.at === PRIVATE_HOME
                ? ["--tmpfs", `${mount.at}:rw,exec,nosuid,nodev,mode=700,uid=${user.uid},gid=${user.gid}`]
                : [];
        case "link":
            return [];
    }
}
/** A comma would begin another option of the mount; quoting is docker's CSV. */
function bind(from, to, readOnly) {
    const field = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    return [
        "type=bind",
        field(`source=${from}`),
        field(`target=${to}`),
        ...(readOnly ? ["readonly"] : []),
    ].join(",");
}

;// CONCATENATED MODULE: ./lib/agent/sandbox/docker.js
/** Tier docker: a container for each command, where bubblewrap cannot make its namespaces and a docker daemon answers. */










const run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
const DOCKER_MS = 30_000;
/** Where the way out of set-up commands is found inside. */
const EGRESS_DIRECTORY = "/run/nightshift";
/** Prepares containers, or says why it is impossible here. */
async function openDocker(options) {
    const docker = await findProgram("docker", searchPath(options.parentEnvironment));
    if (!docker)
        return { missing: "docker is not installed" };
    const user = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
    if (process.platform !== "linux")
        return { missing: `docker as a sandbox needs Linux, this is ${process.platform}` };
    if (user.uid === 0)
        return {
            missing: "docker as a sandbox needs a user who is not root: in a container of root, commands are root",
        };
    const layout = await openLayout(options, user.uid);
    const env = clientEnvironment(options.parentEnvironment, layout.directory);
    const ask = (args) => run(docker, [...args], { env, timeout: DOCKER_MS });
    const image = await importRoot(layout.directory, layout.mounts, ask).catch((error) => errorText(error));
    if (typeof image !== "string") {
        await layout.remove();
        return { missing: `docker does not answer: ${image.why}` };
    }
    const door = options.egress && (await openDoor(layout.directory, options.egress.gate));
    return {
        tier: "docker",
        reason: "docker; the probe found nothing wrong",
        root: WORKSPACE,
        environment: layout.environment,
        processLimit: options.limits.processes,
        memoryLimit: { bytes: options.limits.memoryBytes, of: "all" },
        async wrap({ argv, env: added = {}, cwd, egress, interactive = false }) {
            const name = `nightshift-${(0,external_node_crypto_.randomBytes)(8).toString("hex")}`;
            const way = egress ? door : undefined;
            const bridge = way && options.egress ? [...options.egress.bridge, `${EGRESS_DIRECTORY}/egress`, "--"] : [];
            const arguments_ = dockerArguments({
                image,
                name,
                user,
                mounts: [...layout.mounts, ...(way ? [way.mount] : [])],
                limits: options.limits,
                environment: { ...added, ...layout.environment },
                cwd,
                interactive,
                argv: [...bridge, ...argv],
            });
            return {
                argv: [docker, ...arguments_],
                env,
                descriptors: [],
                /** Killing the client leaves the container: it is removed by name. Mostly it is gone already. */
                release: () => ask(["rm", "--force", "--volumes", name]).then(() => undefined, () => undefined),
            };
        },
        async close() {
            door?.server.close();
            await layout.remove();
        },
    };
}
/** The client's own small environment: no credentials of a registry, and only a local daemon. */
function clientEnvironment(parent, directory) {
    const host = parent.DOCKER_HOST;
    return {
        PATH: searchPath(parent),
        HOME: directory,
        DOCKER_CONFIG: directory,
        ...(host?.startsWith("unix://") ? { DOCKER_HOST: host } : {}),
    };
}
/** An image of nothing but links and mount points: no registry is asked for anything. */
async function importRoot(directory, mounts, ask) {
    const root = (0,external_node_path_.join)(directory, "root");
    await (0,promises_.mkdir)(root);
    for (const mount of mounts)
        if (mount.kind === "link")
            await (0,promises_.symlink)(mount.target, (0,external_node_path_.join)(root, mount.at));
    const archive = (0,external_node_path_.join)(directory, "root.tar");
    await run("tar", ["--create", "--file", archive, "--directory", root, "."], {
        env: { PATH: "/usr/bin:/bin" },
    });
    const { stdout } = await ask(["import", archive]);
    const id = /^(sha256:)?[0-9a-f]{12,64}$/m.exec(stdout.trim())?.[0];
    if (id === undefined)
        throw new Error(`docker import gave no image: ${stdout.slice(0, 200)}`);
    return id;
}
/** The way out for containers, which inherit no descriptor: a unix socket that only commands with `egress` see. */
async function openDoor(directory, gate) {
    const place = (0,external_node_path_.join)(directory, "way");
    await (0,promises_.mkdir)(place, { mode: 0o700 });
    const server = (0,external_node_net_.createServer)((socket) => gate.serve(socket));
    await new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen((0,external_node_path_.join)(place, "egress"), resolve);
    });
    return { server, mount: { kind: "read_only", from: place, to: EGRESS_DIRECTORY } };
}
function errorText(error) {
    const text = error instanceof Error && "stderr" in error ? String(error.stderr) : String(error);
    return { why: (text.trim() || String(error)).split("\n").slice(-2).join(" ").slice(0, 300) };
}

// EXTERNAL MODULE: external "node:dns/promises"
var external_node_dns_promises_ = __webpack_require__(71553);
// EXTERNAL MODULE: external "node:http2"
var external_node_http2_ = __webpack_require__(32467);
;// CONCATENATED MODULE: ./lib/agent/sandbox/egress/address.js
/** Which addresses are public. Everything else is the machine itself, its neighbours, or a cloud's metadata service. */

/** IANA special-purpose registries (RFC 6890 and its updates), by what they hold. */
const IPV4 = [
    ["0.0.0.0", 8],
    ["10.0.0.0", 8],
    ["100.64.0.0", 10],
    ["127.0.0.0", 8],
    ["169.254.0.0", 16],
    ["172.16.0.0", 12],
    ["192.0.0.0", 24],
    ["192.0.2.0", 24],
    ["192.31.196.0", 24],
    ["192.52.193.0", 24],
    ["192.88.99.0", 24],
    ["192.168.0.0", 16],
    ["192.175.48.0", 24],
    ["198.18.0.0", 15],
    ["198.51.100.0", 24],
    ["203.0.113.0", 24],
    ["224.0.0.0", 3],
    /** Azure's WireServer: hosted runners are Azure machines. */
    ["168.63.129.16", 32],
];
/** Only 2000::/3 is handed out as public; of it, tunnels that carry IPv4 and documentation are not. */
const IPV6 = [
    ["2001::", 23],
    ["2001:db8::", 32],
    ["2002::", 16],
    ["3fff::", 20],
];
const address_closed = new external_node_net_.BlockList();
for (const [address, prefix] of IPV4)
    address_closed.addSubnet(address, prefix, "ipv4");
for (const [address, prefix] of IPV6)
    address_closed.addSubnet(address, prefix, "ipv6");
const handedOut = new external_node_net_.BlockList();
handedOut.addSubnet("2000::", 3, "ipv6");
/** Whether an address is a public one; anything that is not an address is not. */
function isPublicAddress(address) {
    const family = (0,external_node_net_.isIP)(address);
    if (family === 4)
        return !address_closed.check(address, "ipv4");
    return family === 6 && handedOut.check(address, "ipv6") && !address_closed.check(address, "ipv6");
}

;// CONCATENATED MODULE: ./lib/agent/sandbox/egress/gate.js
/**
 * The way out of the sandbox: a proxy in our own process, which a command reaches only over a socket that it was started with.
 * Every connection is decided here, by name and then by address: only listed hosts, only port 443, only public addresses, and
 * the address that was checked is the one that is connected to.
 */




const PORT = 443;
const CONNECT_MS = 15_000;
const MOST_AT_ONCE = 100;
/** More different names than that are counted as one. */
const MOST_REFUSED = 50;
/** Opens the gate; it listens nowhere. */
function openEgress(options) {
    const resolve = options.resolve ?? resolveBySystem;
    const connect = options.connect ?? ((host, port) => (0,external_node_net_.connect)({ host, port }));
    const refused = new Map();
    const channels = new Set();
    const server = (0,external_node_http2_.createServer)({ settings: { maxConcurrentStreams: MOST_AT_ONCE } });
    server.on("stream", (stream, headers) => {
        stream.on("error", () => stream.destroy());
        const method = headers[":method"];
        const authority = String(headers[":authority"] ?? "");
        if (method !== "CONNECT")
            gate_answer(stream, 405, "only CONNECT");
        else
            void admit(authority).then((verdict) => {
                if ("addresses" in verdict)
                    relay(stream, verdict.addresses, connect);
                else
                    gate_answer(stream, verdict.status, `${authority}: ${verdict.why}`);
            });
    });
    server.on("sessionError", () => undefined);
    async function admit(authority) {
        const host = authority.replace(/:\d+$/, "").replace(/\.$/, "").toLowerCase();
        const port = Number(/:(\d+)$/.exec(authority)?.[1] ?? PORT);
        const refuse = (why) => {
            if (refused.size < MOST_REFUSED)
                refused.set(host.slice(0, 253), why);
            return { status: 403, why };
        };
        if (!options.hosts.some((pattern) => isHost(pattern, host)))
            return refuse("this host is not listed in setup_hosts");
        if (port !== PORT)
            return refuse(`port ${port} is closed, only ${PORT} is open`);
        const addresses = await resolve(host).catch(() => []);
        if (addresses.length === 0)
            return { status: 502, why: "the name has no address" };
        if (!addresses.every(isPublicAddress))
            return refuse("its address is not a public one");
        return { addresses };
    }
    return {
        serve(channel) {
            channels.add(channel);
            channel.once("close", () => channels.delete(channel));
            channel.on("error", () => channel.destroy());
            server.emit("connection", channel);
        },
        refused: () => [...refused].map(([host, why]) => ({ host, why })),
        forget: () => refused.clear(),
        close() {
            for (const channel of channels)
                channel.destroy();
        },
    };
}
function isHost(pattern, host) {
    const wanted = pattern.toLowerCase();
    return wanted.startsWith("*.")
        ? host.endsWith(wanted.slice(1)) && host.length >= wanted.length
        : host === wanted;
}
async function resolveBySystem(host) {
    const found = await (0,external_node_dns_promises_.lookup)(host, { all: true, order: "ipv4first" });
    return found.map(({ address }) => address);
}
/** Tries the addresses in order and joins both ends. */
function relay(stream, addresses, connect) {
    const [address, ...others] = addresses;
    if (stream.destroyed)
        return;
    if (address === undefined) {
        gate_answer(stream, 502, "no address answers");
        return;
    }
    const socket = connect(address, PORT);
    const failed = () => {
        clearTimeout(timer);
        socket.destroy();
        relay(stream, others, connect);
    };
    const timer = setTimeout(failed, CONNECT_MS);
    socket.once("error", failed);
    stream.once("close", () => socket.destroy());
    socket.once("connect", () => {
        clearTimeout(timer);
        socket.off("error", failed);
        socket.on("error", () => stream.destroy());
        socket.once("close", () => stream.end());
        stream.respond({ ":status": 200 });
        stream.pipe(socket);
        socket.pipe(stream);
    });
}
function gate_answer(stream, status, text) {
    if (stream.destroyed)
        return;
    stream.respond({ ":status": status });
    stream.end(text);
}

;// CONCATENATED MODULE: ./lib/agent/sandbox/denial.js
/** Tells from how a command ended whether the sandbox stopped it, and with which of its walls. A failing command is not one. */
/** What programs print when a wall stops them; only the end of the output is read. */
const WORDS = [
    [
        "network",
        /could not resolve host|temporary failure in name resolution|network is unreachable|EAI_AGAIN|ENETUNREACH|ENOTFOUND|name or service not known|no such host|failed to lookup address|dns error|unknownhostexception|nodename nor servname/i,
        "it has no network",
    ],
    ["read_only", /read-only file system|EROFS/i, "it wrote where nothing may be written"],
    [
        "processes",
        /cannot fork|fork: retry|fork: resource temporarily unavailable|EAGAIN.*(spawn|fork)|(spawn|fork).*EAGAIN|can't start new thread/i,
        "it started too many processes",
    ],
];
const TAIL = 8_000;
/** Shells report a signal as 128 + its number: SIGXFSZ is 25, SIGKILL 9. */
const FILE_TOO_LARGE = 128 + 25;
const KILLED = 128 + 9;
/** The wall that stopped a command, or undefined when it ended by itself, well or not. */
function denialOf(ending) {
    if (ending.timedOut)
        return { kind: "time", why: "it ran out of time" };
    if (ending.exitCode === 0)
        return undefined;
    if (ending.exitCode === FILE_TOO_LARGE || ending.signal === "SIGXFSZ")
        return { kind: "file_size", why: "it wrote too large a file" };
    if ((ending.refusedProcesses ?? 0) > 0)
        return { kind: "processes", why: "it started too many processes" };
    if ((ending.memoryKills ?? 0) > 0 && (ending.exitCode === KILLED || ending.signal === "SIGKILL"))
        return { kind: "memory", why: "it used too much memory" };
    const tail = ending.output.slice(-TAIL);
    const found = WORDS.find(([, pattern]) => pattern.test(tail));
    return found && { kind: found[0], why: found[2] };
}

// EXTERNAL MODULE: ./lib/agent/sandbox/file-client.js
var file_client = __webpack_require__(71687);
// EXTERNAL MODULE: ./lib/agent/sandbox/process.js
var sandbox_process = __webpack_require__(74992);
;// CONCATENATED MODULE: ./lib/agent/sandbox/launcher.js
/** How a command becomes a process: the only difference between the tiers. */






/** Most bytes of a command's output that can be read later. */
const KEEP_BYTES = 1_000_000;
/** Runs one command to its end. */
async function runCommand(launcher, workspace, command) {
    const cwd = placeInside(workspace, command.cwd);
    const wrapped = await launcher.wrap({
        argv: "argv" in command ? command.argv : [await shell(), "-c", command.script],
        env: command.env,
        cwd: command.cwd === undefined ? undefined : (0,external_node_path_.join)(launcher.root, (0,external_node_path_.relative)(workspace, cwd)),
        egress: command.egress,
        interactive: command.input !== undefined,
    });
    const before = launcher.counts?.();
    try {
        const outcome = await (0,sandbox_process/* runProcess */.R)({
            argv: wrapped.argv,
            env: wrapped.env,
            cwd: launcher.root === workspace ? cwd : workspace,
            timeoutMs: command.timeoutMs,
            maxOutputBytes: command.maxOutputBytes,
            keepBytes: KEEP_BYTES,
            descriptors: wrapped.descriptors,
            serve: wrapped.serve,
            signal: command.signal,
            input: command.input,
        });
        return { ...outcome, denial: denialIn(launcher, outcome, before) };
    }
    finally {
        await wrapped.release();
    }
}
/** Without walls only the clock stops a command. */
function denialIn(launcher, outcome, before) {
    if (launcher.tier === "off" && !outcome.timedOut)
        return undefined;
    const after = outcome.exitCode === 0 || before === undefined ? undefined : launcher.counts?.();
    return denialOf({
        ...outcome,
        refusedProcesses: (after?.refusedProcesses ?? 0) - (before?.refusedProcesses ?? 0),
        memoryKills: (after?.memoryKills ?? 0) - (before?.memoryKills ?? 0),
    });
}
/** Starts a program that stays. */
async function serveProgram(launcher, workspace, argv, env) {
    const wrapped = await launcher.wrap({ argv, env, interactive: true });
    const [program = "", ...args] = wrapped.argv;
    const child = (0,external_node_child_process_.spawn)(program, args, {
        cwd: workspace,
        env: { ...wrapped.env },
        detached: true,
        stdio: ["pipe", "pipe", "ignore", ...wrapped.descriptors],
    });
    const exited = new Promise((resolve) => {
        child.once("close", () => resolve());
        child.once("error", () => resolve());
    });
    void exited.then(() => wrapped.release());
    const { stdin, stdout } = child;
    if (!stdin || !stdout)
        throw new Error(`${argv[0]} could not be started`);
    stdin.on("error", () => undefined);
    return { input: stdin, output: stdout, exited, kill: () => (0,sandbox_process/* killGroup */.i)(child) };
}
/** Starts the file server as a long-lived command of the same wrapping. */
async function startFileServer(launcher, workspace, command) {
    const wrapped = await launcher.wrap({ argv: command, interactive: true });
    const [program = "", ...args] = wrapped.argv;
    const child = (0,external_node_child_process_.spawn)(program, args, {
        cwd: workspace,
        env: { ...wrapped.env },
        detached: true,
        stdio: ["pipe", "pipe", "pipe", ...wrapped.descriptors],
    });
    child.once("close", () => void wrapped.release());
    return (0,file_client/* connectFileServer */.oT)(child);
}
function placeInside(workspace, cwd) {
    const place = (0,external_node_path_.resolve)(workspace, cwd ?? ".");
    const inside = (0,external_node_path_.relative)(workspace, place);
    if (inside.startsWith("..") || (0,external_node_path_.isAbsolute)(inside))
        throw new Error(`cwd ${cwd} is outside the repository`);
    return place;
}
async function shell() {
    return (0,promises_.access)("/bin/bash", promises_.constants.X_OK).then(() => "/bin/bash", () => "/bin/sh");
}

// EXTERNAL MODULE: ./lib/agent/sandbox/sandbox.js
var sandbox = __webpack_require__(28962);
;// CONCATENATED MODULE: ./lib/agent/sandbox/plain.js
/** Commands as the current user: tier `off`, and tier `no-exec` with git alone. Nothing is isolated; the environment is small. */






async function openPlain(options) {
    const temporary = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "nightshift-home-"));
    const environment = sandboxEnvironment({
        path: searchPath(options.parentEnvironment),
        home: temporary,
        temporary,
        toolchains: toolchainHomes(options.parentEnvironment),
    });
    return {
        tier: "off",
        reason: "switched off by configuration",
        root: options.workspace,
        environment,
        processLimit: "unbounded",
        memoryLimit: "unbounded",
        async wrap({ argv, env = {} }) {
            return { argv, env: { ...env, ...environment }, descriptors: [], release: async () => undefined };
        },
        close: () => (0,promises_.rm)(temporary, { recursive: true, force: true }),
    };
}
/**
 * Only our own programs run: the file server, and the git of the reading tools. The model cannot write to `.git`, and git is
 * told to run nothing that a work tree names.
 */
async function openNoExec(options, why) {
    const plain = await openPlain(options);
    const isOurs = (argv) => argv === options.fileServerCommand || argv[0] === "git";
    return {
        ...plain,
        tier: "no-exec",
        reason: `no commands run: ${why}`,
        async wrap(request) {
            if (!isOurs(request.argv))
                throw new sandbox/* NoCommandsError */.G();
            return plain.wrap(request);
        },
    };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./lib/agent/sandbox/egress/bridge.js
var bridge = __webpack_require__(46020);
;// CONCATENATED MODULE: ./lib/agent/sandbox/probe.js
/**
 * Proves the sandbox before anything is trusted to it: the probe runs with the same wrapping as real commands and tries
 * what must not work. Any surprise means that this is not the sandbox that it claims to be.
 */







const Findings = schemas.array(schemas.string());
const PROBE_MS = 20_000;
const KILL_MS = 250;
/** What is wrong with the sandbox; empty when it holds. */
async function probeSandbox(target) {
    const directory = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "nightshift-probe-"));
    const canary = (0,external_node_path_.join)(directory, "canary");
    const listener = await listen();
    try {
        await (0,promises_.writeFile)(canary, "outside");
        const ask = (egress) => askInside(target, {
            canary,
            port: listener.port,
            names: [
                ...Object.keys(target.environment),
                ...(egress ? bridge/* EGRESS_VARIABLES */.A : []),
                ...OWN_NAMES[target.tier],
            ],
            ...EXPECTED[target.tier],
            egress,
        });
        const ways = target.egress ? [false, true] : [false];
        const findings = await Promise.all([...ways.map(ask), descriptorTest(target), killTest(target)]);
        return [...new Set(findings.flat())];
    }
    finally {
        listener.server.close();
        await (0,promises_.rm)(directory, { recursive: true, force: true });
    }
}
const HIDDEN = [
    "/etc/shadow",
    "/run/systemd",
    "/run/dbus",
    "/run/docker.sock",
    "/var/run/docker.sock",
    "/var/lib",
];
/** A container has its own view of /sys, and unix sockets that lead nowhere: none of the machine's is mounted. */
const EXPECTED = {
    bubblewrap: { hidden: [...HIDDEN, "/sys/kernel"], unixSockets: false },
    docker: { hidden: HIDDEN, unixSockets: true },
    "no-exec": { hidden: [], unixSockets: false },
    off: { hidden: [], unixSockets: false },
};
const OWN_NAMES = {
    bubblewrap: [],
    docker: ["HOSTNAME"],
    "no-exec": [],
    off: [],
};
async function askInside(target, question) {
    const outcome = await target.exec({
        argv: [process.execPath, "-e", PROBE, JSON.stringify(question)],
        timeoutMs: PROBE_MS,
        maxOutputBytes: 20_000,
        egress: question.egress,
    });
    const line = outcome.output.trim().split("\n").at(-1) ?? "";
    const findings = outcome.exitCode === 0 ? Findings.safeParse(parseJson(line)) : undefined;
    if (findings?.success)
        return findings.data;
    return [`the probe did not run (exit ${outcome.exitCode}): ${outcome.output.trim().slice(0, 400)}`];
}
/** Another program than Node is asked, which hides low descriptors from its children. */
async function descriptorTest(target) {
    const { output, exitCode } = await target.exec({
        script: "ls -l /proc/self/fd && ls -l /proc/1/fd",
        timeoutMs: PROBE_MS,
        maxOutputBytes: 20_000,
    });
    const open = [...output.matchAll(/ (\d+) -> (.*)$/gm)];
    if (exitCode !== 0 || open.length < 6)
        return [`the descriptor test did not run: ${output.slice(0, 200)}`];
    return open
        .filter(([, number, target = ""]) => Number(number) > 2 && !/^(anon_inode:|\/proc\/\d+\/fd$)/.test(target))
        .map(([, number, target]) => `it inherits an open file of ours (${number}: ${target})`);
}
/** Starts a daemon and lets the time run out; a process with our mark that is still there has escaped. */
async function killTest(target) {
    const mark = `86400.${BigInt(`0x${(0,external_node_crypto_.randomBytes)(6).toString("hex")}`)}`;
    const outcome = await target.exec({
        script: `setsid sleep ${mark} >/dev/null 2>&1 & sleep ${mark}`,
        timeoutMs: KILL_MS,
        maxOutputBytes: 1_000,
    });
    if (!outcome.timedOut)
        return ["the kill test ended by itself"];
    for (let attempt = 0; attempt < 20; attempt += 1) {
        if ((await running(mark)).length === 0)
            return [];
        await new Promise((resolve) => setTimeout(resolve, 25));
    }
    for (const id of await running(mark))
        endProcess(id);
    return ["a process survived the end of its command"];
}
/** Processes of this machine that carry the mark. */
async function running(mark) {
    const ids = (await (0,promises_.readdir)("/proc")).filter((name) => /^\d+$/.test(name));
    const marked = await Promise.all(ids.map(async (id) => {
        const command = await (0,promises_.readFile)(`/proc/${id}/cmdline`, "utf8").catch(() => "");
        return command.includes(mark) ? [Number(id)] : [];
    }));
    return marked.flat();
}
function endProcess(id) {
    try {
        process.kill(id, "SIGKILL");
    }
    catch {
        // It ended by itself meanwhile, or is not ours.
    }
}
async function listen() {
    const server = (0,external_node_net_.createServer)((socket) => socket.destroy());
    await new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(0, "127.0.0.1", resolve);
    });
    const address = server.address();
    return { server, port: typeof address === "object" && address ? address.port : 0 };
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** Runs inside, as plain JavaScript for any Node. Prints a JSON list of what is wrong. */
const PROBE = String.raw `
const fs = require("node:fs"), net = require("node:net"), { spawnSync } = require("node:child_process");
const ask = JSON.parse(process.argv[1]), bad = [];
const allowed = new Set([...ask.names, "PWD", "OLDPWD", "SHLVL", "_"]);
const environments = ["/proc/self/environ"];
for (const name of fs.readdirSync("/proc")) if (/^\d+$/.test(name)) environments.push("/proc/" + name + "/environ");
for (const file of environments) {
  let text = ""; try { text = fs.readFileSync(file, "latin1"); } catch {}
  for (const entry of text.split("\0")) {
    const name = entry.split("=")[0];
    if (name && !allowed.has(name)) bad.push(file + " shows the variable " + name);
  }
}
const status = fs.readFileSync("/proc/self/status", "latin1");
const field = (name) => (status.match(new RegExp("^" + name + ":\\s*(\\S+)", "m")) || [])[1];
for (const name of ["CapEff", "CapPrm", "CapBnd", "CapInh", "CapAmb"]) if (!/^0+$/.test(field(name) || "")) bad.push(name + " is " + field(name));
if (field("NoNewPrivs") !== "1") bad.push("no_new_privs is not set");
if (field("Seccomp") !== "2") bad.push("no system call filter is active");
if (process.getuid() === 0) bad.push("it runs as root");
if (Number(fs.readFileSync("/proc/self/stat", "latin1").split(" ")[0]) > 1000) bad.push("it sees the host's processes");
for (const file of [ask.canary, ...ask.hidden]) if (fs.existsSync(file)) bad.push(file + " is visible");
for (const place of ["/", "/etc", "/usr", "/opt", "/workspace/.git", "/proc/sys/kernel"]) {
  if (!fs.existsSync(place)) continue;
  const file = place + "/nightshift-probe";
  try { fs.writeFileSync(file, ""); fs.unlinkSync(file); bad.push(place + " is writable"); } catch {}
}
try { const file = "/workspace/.nightshift-probe-" + ask.egress; fs.writeFileSync(file, ""); fs.unlinkSync(file); }
catch (error) { bad.push("the workspace is not writable by the user who runs Nightshift (" + error.code + "); give it to that user with chown -R"); }
for (const command of [["unshare", "-U", "true"], ["unshare", "-n", "true"]]) {
  const run = spawnSync(command[0], command.slice(1), { stdio: "ignore" });
  if (run.status === 0) bad.push("it can make new namespaces");
}
const unix = () => new Promise((done) => {
  if (ask.unixSockets) return done();
  const server = net.createServer();
  server.once("error", () => done());
  server.listen("/tmp/nightshift-probe.sock", () => { bad.push("it can make unix sockets"); server.close(() => done()); });
});
const tcp = () => new Promise((done) => {
  const socket = net.connect({ host: "127.0.0.1", port: ask.port, timeout: 2000 });
  socket.once("connect", () => { bad.push("it reaches a port of the host"); socket.destroy(); done(); });
  socket.once("error", () => done());
  socket.once("timeout", () => { socket.destroy(); done(); });
});
const proxy = () => new Promise((done) => {
  if (!ask.egress) return done();
  const place = new URL(process.env.HTTPS_PROXY || "http://127.0.0.1:1");
  const socket = net.connect(place.port, place.hostname, () => socket.write("CONNECT 127.0.0.1:" + ask.port + " HTTP/1.1\r\n\r\n"));
  let text = "";
  socket.on("data", (data) => { text += data; });
  socket.on("error", (error) => { text += error.message; });
  socket.on("close", () => { if (!text.startsWith("HTTP/1.1 403")) bad.push("its proxy said: " + text.slice(0, 100)); done(); });
});
unix().then(tcp).then(proxy).then(() => process.stdout.write(JSON.stringify(bad) + "\n"));
`;

;// CONCATENATED MODULE: ./lib/agent/sandbox/open.js
/** Opens the sandbox: decides the tier once, before any model call, and fails closed. */









const REMEDY = 'Install bubblewrap and allow unprivileged user namespaces (Ubuntu 24.04: an AppArmor profile for /usr/bin/bwrap with "userns,"), or give the user of the runner a docker daemon; "sandbox: no-exec" goes on without commands, "sandbox: off" without isolation.';
/**
 * Opens a sandbox for one workspace: bubblewrap, else docker, else what the mode accepts.
 * @throws NightshiftError SANDBOX_UNAVAILABLE when one is required and the machine cannot give it
 */
async function openSandbox(options) {
    const workspace = await (0,promises_.realpath)(options.workspace);
    const gate = options.egress && openEgress(options.egress);
    const launcher = await chooseLauncher(options, workspace, gate);
    const files = await startFileServer(launcher, workspace, options.fileServerCommand);
    const served = new Set();
    return {
        tier: launcher.tier,
        reason: launcher.reason,
        root: launcher.root,
        processLimit: launcher.processLimit,
        memoryLimit: launcher.memoryLimit,
        files,
        exec: (command) => execKeeping(launcher, workspace, files, command),
        async serve(argv, env) {
            const program = await serveProgram(launcher, workspace, argv, env);
            served.add(program);
            void program.exited.then(() => served.delete(program));
            return program;
        },
        refusedHosts: () => gate?.refused() ?? [],
        async close() {
            for (const program of served)
                program.kill();
            await Promise.all([...served].map(({ exited }) => exited));
            await files.close();
            gate?.close();
            await launcher.close();
        },
    };
}
async function chooseLauncher(options, workspace, gate) {
    const { log, fileServerCommand } = options;
    const parentEnvironment = options.parentEnvironment ?? process.env;
    const plain = { workspace, fileServerCommand, parentEnvironment };
    if (options.mode === "off") {
        log.warning("The sandbox is off: commands of the model run as this user with network.");
        return openPlain(plain);
    }
    const isolation = {
        ...plain,
        readOnlyBinds: options.readOnlyBinds ?? [],
        protectedPaths: options.protectedPaths ?? [],
        limits: { ...sandbox/* SANDBOX_LIMITS */.p, ...options.limits },
        egress: gate && options.egress ? { gate, bridge: options.egress.bridge } : undefined,
    };
    const problems = [];
    const foreign = await foreignOwner(workspace);
    if (foreign !== undefined)
        problems.push(foreign);
    else {
        for (const open of [
            () => openBubblewrap({ ...isolation, bwrap: options.bwrap }),
            () => openDocker(isolation),
        ]) {
            const candidate = await proven(await open(), workspace, gate);
            if (!("missing" in candidate)) {
                log.info(`Sandbox: ${candidate.reason}; no network${gate ? " but the hosts of the set-up for its commands" : ""}, processes ${candidate.processLimit}, memory ${memoryText(candidate.memoryLimit)}.`);
                return candidate;
            }
            problems.push(candidate.missing);
        }
    }
    if (options.mode === "required")
        throw new errors/* NightshiftError */.nc("SANDBOX_UNAVAILABLE", `No sandbox on this machine: ${problems.join("; ")}. ${REMEDY}`);
    log.warning(`The sandbox runs no commands here: ${problems.join("; ")}.`);
    return openNoExec(plain, problems.join("; "));
}
/** A launcher that passes the probe; a surprise in it means that it is not the sandbox that it claims to be. */
async function proven(opened, workspace, gate) {
    if ("missing" in opened)
        return opened;
    const problems = await probeSandbox({
        tier: opened.tier,
        exec: (command) => runCommand(opened, workspace, command),
        environment: opened.environment,
        egress: gate !== undefined,
    }).catch((error) => [(0,errors/* messageOf */.bD)(error)]);
    gate?.forget();
    if (problems.length === 0)
        return opened;
    await opened.close();
    return { missing: `${opened.tier}: ${problems.join("; ")}` };
}
/** Inside, only our own user exists: files of others could not be written, also not by root. */
async function foreignOwner(workspace) {
    const { uid } = await (0,promises_.stat)(workspace);
    const ours = process.getuid?.();
    if (ours === undefined || uid === ours)
        return undefined;
    return `the workspace ${workspace} belongs to user ${uid}, but Nightshift runs as user ${ours}; give it to that user with "chown -R ${ours} <workspace>"`;
}
function memoryText(limit) {
    if (limit === "unbounded")
        return limit;
    return `${Math.round(limit.bytes / 2 ** 20)} MB${limit.of === "process" ? " per process" : ""}`;
}
async function execKeeping(launcher, workspace, files, command) {
    const { whole, ...outcome } = await runCommand(launcher, workspace, command);
    if (whole === undefined || command.keepAs === undefined)
        return outcome;
    await files.keep(command.keepAs, whole);
    return { ...outcome, truncatedTo: `out/${command.keepAs}.log` };
}


/***/ }),

/***/ 74992:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ runProcess),
/* harmony export */   i: () => (/* binding */ killGroup)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57075);
/* harmony import */ var _capture_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25331);
/** Runs one child process to its end: bounded output, bounded time, and the whole process group dies with it. */



/** A grandchild that keeps the pipe open after its parent's death is waited for no longer than this. */
const DRAIN_MS = 2_000;
/**
 * Runs a process in its own group with closed stdin.
 * @throws Error when the program cannot be started at all
 */
function runProcess(request) {
    const [program = "", ...args] = request.argv;
    const started = performance.now();
    const capture = (0,_capture_js__WEBPACK_IMPORTED_MODULE_2__/* .openCapture */ .B)(request.maxOutputBytes, request.keepBytes);
    const descriptors = request.descriptors ?? [];
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, {
        cwd: request.cwd,
        env: { ...request.env },
        detached: true,
        stdio: [
            request.input === undefined ? "ignore" : "pipe",
            "pipe",
            "pipe",
            ...descriptors,
            ...(request.serve ? ["pipe"] : []),
        ],
    });
    const channel = child.stdio[3 + descriptors.length];
    if (request.serve && channel instanceof node_stream__WEBPACK_IMPORTED_MODULE_1__.Duplex)
        request.serve(channel);
    // A program need not read what it is given.
    child.stdin?.on("error", () => undefined).end(request.input);
    child.stdout?.on("data", capture.add);
    child.stderr?.on("data", capture.add);
    return new Promise((resolve, reject) => {
        let timedOut = false;
        const timer = setTimeout(() => {
            timedOut = true;
            killGroup(child);
        }, request.timeoutMs);
        const abort = () => killGroup(child);
        if (request.signal?.aborted)
            abort();
        request.signal?.addEventListener("abort", abort, { once: true });
        function settle() {
            clearTimeout(timer);
            request.signal?.removeEventListener("abort", abort);
        }
        child.once("error", (error) => {
            settle();
            reject(error);
        });
        child.once("exit", () => {
            killGroup(child);
            if (channel instanceof node_stream__WEBPACK_IMPORTED_MODULE_1__.Duplex)
                channel.destroy();
            const drain = setTimeout(() => {
                child.stdout?.destroy();
                child.stderr?.destroy();
            }, DRAIN_MS);
            child.once("close", () => clearTimeout(drain));
        });
        child.once("close", (exitCode, signal) => {
            settle();
            resolve({ exitCode, signal, ...capture.end(), ms: Math.round(performance.now() - started), timedOut });
        });
    });
}
/** Kills a detached child with all members of its process group. */
function killGroup(child) {
    if (child.pid === undefined)
        return;
    try {
        process.kill(-child.pid, "SIGKILL");
    }
    catch {
        child.kill("SIGKILL");
    }
}


/***/ }),

/***/ 28962:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ NoCommandsError),
/* harmony export */   p: () => (/* binding */ SANDBOX_LIMITS)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/** The sandbox as the runtime sees it: one place where commands run and files are touched, whatever its tier. */

/** In tier `no-exec` nothing of the model's runs. The text is for the model. */
class NoCommandsError extends Error {
    constructor() {
        super("Commands cannot run here: this machine has no sandbox for them. Read, search and edit files; the tests run later, in a job of their own.");
    }
}
const SANDBOX_LIMITS = {
    processes: 512,
    openFiles: 4_096,
    fileBytes: 2 ** 30,
    tmpBytes: 2 ** 29,
    sharedBytes: 2 ** 28,
    /** Three quarters of the machine: a command that takes all of it would take the runner with it. */
    memoryBytes: Math.floor((0,node_os__WEBPACK_IMPORTED_MODULE_0__.totalmem)() * 0.75),
};


/***/ })

};
