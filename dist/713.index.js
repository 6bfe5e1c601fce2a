export const id = 713;
export const ids = [713];
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

/***/ 71687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ connectFileServer),
/* harmony export */   r: () => (/* binding */ FileRefusedError)
/* harmony export */ });
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80481);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42047);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49285);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74992);




const Page = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ text: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), firstLine: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr(), lastLine: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr(), totalLines: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr() });
const Reply = zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr(), ok: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(true), value: zod__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J() }),
    zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr(), ok: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(false), refused: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(), message: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }),
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
    const nothing = zod__WEBPACK_IMPORTED_MODULE_3__/* ["null"] */ .chJ().transform(() => undefined);
    return {
        protect: (globs) => ask("protect", { globs }, zod__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J()).then(() => undefined),
        read: (path, offset, limit) => ask("read", { path, offset, limit }, Page),
        edit: (path, edits) => ask("edit", { path, edits }, zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ notes: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()) })),
        write: (path, content) => ask("write", { path, content }, zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ created: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY() })),
        remove: (path) => ask("remove", { path }, nothing),
        move: (from, to) => ask("move", { from, to }, nothing),
        digest: () => ask("digest", {}, zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable()),
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

/***/ 10828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ openSandbox)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(49285);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/agent/sandbox/process-limit.js
/** A bound on the number of processes: by control group where one can be made, by rlimit for ordinary users, else none. */



/** Makes a pids control group with a limit, or returns undefined where that is not allowed. */
async function openProcessGroup(limit) {
    const name = `nightshift-${(0,external_node_crypto_.randomBytes)(6).toString("hex")}`;
    for (const parent of await candidateParents()) {
        const directory = (0,external_node_path_.join)(parent, name);
        if (await makeGroup(directory, limit))
            return { directory, remove: () => removeGroup(directory) };
    }
    return undefined;
}
/** Version 1 has a tree for pids alone; in version 2 a child of our own group works when it was delegated to us. */
async function candidateParents() {
    const lines = (await (0,promises_.readFile)("/proc/self/cgroup", "utf8").catch(() => "")).split("\n");
    return lines.flatMap((line) => {
        const [, controllers = "", path = "/"] = line.split(":");
        if (controllers.split(",").includes("pids"))
            return [(0,external_node_path_.join)("/sys/fs/cgroup/pids", path)];
        return line.startsWith("0::") ? [(0,external_node_path_.join)("/sys/fs/cgroup", path)] : [];
    });
}
async function makeGroup(directory, limit) {
    try {
        await (0,promises_.mkdir)(directory);
    }
    catch {
        return false;
    }
    try {
        await (0,promises_.stat)((0,external_node_path_.join)(directory, "pids.max"));
        await (0,promises_.writeFile)((0,external_node_path_.join)(directory, "pids.max"), String(limit));
        return true;
    }
    catch {
        await removeGroup(directory);
        return false;
    }
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

;// CONCATENATED MODULE: ./lib/agent/sandbox/root.js
/** The file system that a sandboxed command sees: an allow-list, so that nothing new on the machine is ever inside. */


/** The workspace is always here, so that paths in output never tell where it really is. */
const WORKSPACE = "/workspace";
const PRIVATE_HOME = "/tmp/home";
/** Parts of /etc that programs need and that hold no secret. */
const ETC = [
    "/etc/ld.so.cache",
    "/etc/ld.so.conf",
    "/etc/ld.so.conf.d",
    "/etc/alternatives",
    "/etc/ssl/certs",
    "/etc/ssl/openssl.cnf",
    "/etc/pki/tls/certs",
    "/etc/pki/ca-trust",
    "/etc/ca-certificates.conf",
    "/etc/localtime",
    "/etc/mime.types",
    "/etc/magic",
];
/** Needed only to reach the network. */
const ETC_NETWORK = ["/etc/resolv.conf", "/etc/hosts", "/etc/services", "/etc/protocols"];
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
];
/** The part of the bubblewrap command line that builds the root. */
async function rootArguments(plan) {
    const etc = plan.network === "host" ? [...ETC, ...ETC_NETWORK] : ETC;
    const workspace = await Promise.all(READ_ONLY_IN_WORKSPACE.map(async (name) => {
        const place = (0,external_node_path_.join)(plan.workspace, name);
        return (await exists(place)) ? ["--ro-bind", place, (0,external_node_path_.join)(WORKSPACE, name)] : [];
    }));
    return [
        ...["--ro-bind", "/usr", "/usr"],
        ...(await Promise.all(["/bin", "/sbin", "/lib", "/lib32", "/lib64"].map(topLevel))).flat(),
        ...(await Promise.all(etc.map(bindReal))).flat(),
        ...["passwd", "group", "nsswitch.conf"].flatMap((name) => [
            "--ro-bind",
            (0,external_node_path_.join)(plan.stubs, name),
            `/etc/${name}`,
        ]),
        ...["--proc", "/proc", "--dev", "/dev"],
        ...(plan.tmpBytes === undefined ? [] : ["--size", String(plan.tmpBytes)]),
        ...["--tmpfs", "/tmp", "--dir", PRIVATE_HOME],
        ...(await Promise.all(plan.readOnly.map((place) => bindCovered(place, (0,external_node_path_.join)(plan.stubs, "empty"))))).flat(),
        ...["--bind", plan.workspace, WORKSPACE, ...workspace.flat()],
        ...["--remount-ro", "/", "--chdir", WORKSPACE],
    ];
}
/** Merged-usr systems have links here, others directories. */
async function topLevel(place) {
    const found = await (0,promises_.lstat)(place).catch(() => undefined);
    if (!found)
        return [];
    return found.isSymbolicLink() ? ["--symlink", await (0,promises_.readlink)(place), place] : ["--ro-bind", place, place];
}
async function bindReal(place) {
    const real = await (0,promises_.realpath)(place).catch(() => undefined);
    return real === undefined ? [] : ["--ro-bind", real, place];
}
async function bindCovered(place, empty) {
    const covers = await Promise.all(CREDENTIALS.map(async (name) => {
        const file = (0,external_node_path_.join)(place, name);
        return (await exists(file)) ? ["--ro-bind", empty, file] : [];
    }));
    return ["--ro-bind", place, place, ...covers.flat()];
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









/** The unprivileged user inside; bubblewrap maps ours to it, so that we own the workspace in there too. */
const NOBODY = 65_534;
/** Prepares the wrapping, or says why it is impossible here. */
async function openWrapper(options) {
    if (process.platform !== "linux")
        return { missing: `bubblewrap needs Linux, this is ${process.platform}` };
    const filter = assembleFilter(process.arch);
    if (!filter)
        return { missing: `there is no system call filter for ${process.arch}` };
    const path = options.parentEnvironment.PATH ?? "/usr/bin:/bin";
    const bwrap = options.bwrap ?? (await findProgram("bwrap", path));
    if (!bwrap)
        return { missing: "bubblewrap (bwrap) is not installed" };
    const features = await featuresOf(bwrap);
    if (features === undefined)
        return { missing: `${bwrap} --help failed` };
    const stubs = await writeStubs(filter);
    const group = await openProcessGroup(options.limits.processes);
    const { root, environment } = await planRoot(options, path, stubs, features);
    const isRoot = process.getuid?.() === 0;
    const processLimit = group || !isRoot ? options.limits.processes : "unbounded";
    const limiter = await limiterArguments(options.limits, group !== undefined || isRoot);
    const isolation = isolationArguments(options.network, features);
    return {
        environment,
        processLimit: processLimit !== "unbounded" && !group && limiter.length === 0 ? "unbounded" : processLimit,
        async wrap(argv, env = {}, cwd) {
            const seccomp = await (0,promises_.open)((0,external_node_path_.join)(stubs, "filter"), "r");
            const chdir = cwd === undefined ? [] : ["--chdir", cwd];
            const inner = [...limiter, ...argv];
            const wrapped = [bwrap, ...isolation, ...root, ...chdir, "--seccomp", "3", "--", ...inner];
            return {
                argv: group ? joinGroup(group, wrapped) : wrapped,
                env: { ...env, ...environment },
                descriptors: [seccomp.fd],
                release: () => seccomp.close(),
            };
        },
        async close() {
            await group?.remove();
            await (0,promises_.rm)(stubs, { recursive: true, force: true });
        },
    };
}
function isolationArguments(network, features) {
    return [
        ...["--unshare-user", "--uid", String(NOBODY), "--gid", String(NOBODY)],
        ...["--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"],
        ...(network === "none" ? ["--unshare-net"] : []),
        ...(features.includes("--disable-userns") ? ["--disable-userns"] : []),
        ...["--hostname", "sandbox", "--new-session", "--die-with-parent", "--cap-drop", "ALL"],
    ];
}
/** A shell that enters the control group and becomes bubblewrap: no moment in which anything runs uncounted. */
function joinGroup(group, wrapped) {
    return ["/bin/sh", "-c", 'echo $$ > "$0" && exec "$@"', (0,external_node_path_.join)(group.directory, "cgroup.procs"), ...wrapped];
}
/** The number of processes counts per user, so it is set only where our user is not root and no group counts. */
async function limiterArguments(limits, counted) {
    if (!(await isExecutable("/usr/bin/prlimit")))
        return [];
    const processes = counted ? [] : [`--nproc=${limits.processes}`];
    return [
        "/usr/bin/prlimit",
        "--core=0",
        `--fsize=${limits.fileBytes}`,
        `--nofile=${limits.openFiles}`,
        ...processes,
    ];
}
async function planRoot(options, path, stubs, features) {
    const toolchains = toolchainHomes(options.parentEnvironment);
    const readOnly = outermost([
        ...(await toolPrefixes(path, (0,external_node_os_.homedir)())),
        ...(await filesNeeded(options.fileServerCommand)),
        ...(await existing(Object.values(toolchains))),
        ...options.readOnlyBinds,
    ].filter((place) => !isSystem(place)));
    const root = await rootArguments({
        workspace: options.workspace,
        stubs,
        network: options.network,
        readOnly,
        tmpBytes: features.includes("--size") ? options.limits.tmpBytes : undefined,
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
    return { root, environment };
}
/** Directories that the file server's command line needs: its program's prefix, and the folder of each file it names. */
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
async function writeStubs(filter) {
    const directory = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "nightshift-sandbox-"));
    const files = {
        passwd: `root:x:0:0:root:/root:/usr/sbin/nologin\nsandbox:x:${NOBODY}:${NOBODY}:sandbox:${PRIVATE_HOME}:/bin/sh\n`,
        group: `root:x:0:\nsandbox:x:${NOBODY}:\n`,
        "nsswitch.conf": "passwd: files\ngroup: files\nhosts: files dns\n",
        empty: "",
        filter,
    };
    await Promise.all(Object.entries(files).map(([name, content]) => (0,promises_.writeFile)((0,external_node_path_.join)(directory, name), content, { mode: 0o644 })));
    return directory;
}
async function featuresOf(bwrap) {
    const help = await (0,external_node_util_.promisify)(external_node_child_process_.execFile)(bwrap, ["--help"], { env: {}, timeout: 5_000 }).catch(() => undefined);
    return help && `${help.stdout}${help.stderr}`;
}
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

// EXTERNAL MODULE: ./lib/agent/sandbox/file-client.js
var file_client = __webpack_require__(71687);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(42047);
;// CONCATENATED MODULE: ./lib/agent/sandbox/probe.js
/**
 * Proves the sandbox before anything is trusted to it: the probe runs with the same wrapping as real commands and tries
 * what must not work. Any surprise means that this is not the sandbox that it claims to be.
 */






const Findings = schemas/* array */.YOg(schemas/* string */.YjP());
const PROBE_MS = 20_000;
const KILL_MS = 250;
/** What is wrong with the sandbox; empty when it holds. */
async function probeSandbox(target) {
    const directory = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "nightshift-probe-"));
    const canary = (0,external_node_path_.join)(directory, "canary");
    const listener = await listen();
    try {
        await (0,promises_.writeFile)(canary, "outside");
        const inside = await askInside(target, {
            canary,
            port: listener.port,
            names: Object.keys(target.environment),
            network: target.network,
        });
        return inside.length > 0 ? inside : await killTest(target);
    }
    finally {
        listener.server.close();
        await (0,promises_.rm)(directory, { recursive: true, force: true });
    }
}
async function askInside(target, question) {
    const outcome = await target.exec({
        argv: [process.execPath, "-e", PROBE, JSON.stringify(question)],
        timeoutMs: PROBE_MS,
        maxOutputBytes: 20_000,
    });
    const line = outcome.output.trim().split("\n").at(-1) ?? "";
    const findings = outcome.exitCode === 0 ? Findings.safeParse(parseJson(line)) : undefined;
    if (findings?.success)
        return findings.data;
    return [`the probe did not run (exit ${outcome.exitCode}): ${outcome.output.trim().slice(0, 400)}`];
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
        if (!(await isRunning(mark)))
            return [];
        await new Promise((resolve) => setTimeout(resolve, 25));
    }
    return ["a process survived the end of its command"];
}
async function isRunning(mark) {
    const ids = (await (0,promises_.readdir)("/proc")).filter((name) => /^\d+$/.test(name));
    const commands = await Promise.all(ids.map((id) => (0,promises_.readFile)(`/proc/${id}/cmdline`, "utf8").catch(() => "")));
    return commands.some((command) => command.includes(mark));
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
for (const file of [ask.canary, "/etc/shadow", "/run/systemd", "/run/dbus", "/run/docker.sock", "/var/run/docker.sock", "/var/lib", "/sys/kernel"]) if (fs.existsSync(file)) bad.push(file + " is visible");
for (const place of ["/", "/etc", "/usr", "/opt", "/workspace/.git", "/proc/sys/kernel"]) {
  if (!fs.existsSync(place)) continue;
  const file = place + "/nightshift-probe";
  try { fs.writeFileSync(file, ""); fs.unlinkSync(file); bad.push(place + " is writable"); } catch {}
}
try { const file = "/workspace/.nightshift-probe"; fs.writeFileSync(file, ""); fs.unlinkSync(file); }
catch (error) { bad.push("the workspace is not writable by the user who runs Nightshift (" + error.code + "); give it to that user with chown -R"); }
for (const command of [["unshare", "-U", "true"], ["unshare", "-n", "true"]]) {
  const run = spawnSync(command[0], command.slice(1), { stdio: "ignore" });
  if (run.status === 0) bad.push("it can make new namespaces");
}
const unix = () => new Promise((done) => {
  const server = net.createServer();
  server.once("error", () => done());
  server.listen("/tmp/nightshift-probe.sock", () => { bad.push("it can make unix sockets"); server.close(() => done()); });
});
const tcp = () => new Promise((done) => {
  const socket = net.connect({ host: "127.0.0.1", port: ask.port, timeout: 2000 });
  socket.once("connect", () => { if (ask.network === "none") bad.push("it reaches a port of the host"); socket.destroy(); done(); });
  socket.once("error", () => done());
  socket.once("timeout", () => { socket.destroy(); done(); });
});
unix().then(tcp).then(() => process.stdout.write(JSON.stringify(bad) + "\n"));
`;

// EXTERNAL MODULE: ./lib/agent/sandbox/process.js
var sandbox_process = __webpack_require__(74992);
;// CONCATENATED MODULE: ./lib/agent/sandbox/sandbox.js
const SANDBOX_LIMITS = {
    processes: 512,
    openFiles: 4_096,
    fileBytes: 2 ** 30,
    tmpBytes: 2 ** 29,
};

;// CONCATENATED MODULE: ./lib/agent/sandbox/open.js
/** Opens the sandbox: decides the tier once, before any model call, and fails closed. */












/** Most bytes of a command's output that can be read later. */
const KEEP_BYTES = 1_000_000;
const REMEDY = 'Install bubblewrap and allow unprivileged user namespaces (Ubuntu 24.04: an AppArmor profile for /usr/bin/bwrap with "userns,"), or set sandbox: off to run without isolation.';
/**
 * Opens a sandbox for one workspace.
 * @throws NightshiftError SANDBOX_UNAVAILABLE when one is required and the machine cannot give it
 */
async function openSandbox(options) {
    const workspace = await (0,promises_.realpath)(options.workspace);
    if (options.mode === "off") {
        options.log.warning("The sandbox is off: commands of the model run as this user with network.");
        return start(await openPlainLauncher(workspace, options), workspace);
    }
    await checkOwner(workspace);
    const wrapper = await openWrapper({
        workspace,
        network: options.network,
        fileServerCommand: options.fileServerCommand,
        readOnlyBinds: options.readOnlyBinds ?? [],
        limits: { ...SANDBOX_LIMITS, ...options.limits },
        parentEnvironment: options.parentEnvironment ?? process.env,
        bwrap: options.bwrap,
    });
    if ("missing" in wrapper)
        throw unavailable(wrapper.missing);
    const launcher = {
        ...wrapper,
        tier: "bubblewrap",
        reason: "bubblewrap; the probe found nothing wrong",
        root: WORKSPACE,
    };
    const problems = await probeSandbox({
        exec: (command) => runCommand(launcher, workspace, command),
        environment: wrapper.environment,
        network: options.network,
    }).catch((error) => [error instanceof Error ? error.message : String(error)]);
    if (problems.length > 0) {
        await wrapper.close();
        throw unavailable(problems.join("; "));
    }
    options.log.info(`Sandbox: ${launcher.reason}, network ${options.network}, processes ${launcher.processLimit}.`);
    return start(launcher, workspace);
    async function start(on, place) {
        const files = await startFileServer(on, place, options.fileServerCommand);
        return {
            tier: on.tier,
            reason: on.reason,
            root: on.root,
            processLimit: on.processLimit,
            files,
            exec: (command) => execKeeping(on, place, files, command),
            async close() {
                await files.close();
                await on.close();
            },
        };
    }
}
/** Inside, only our own user exists: files of others could not be written, also not by root. */
async function checkOwner(workspace) {
    const { uid } = await (0,promises_.stat)(workspace);
    const ours = process.getuid?.();
    if (ours === undefined || uid === ours)
        return;
    throw new errors/* NightshiftError */.nc("SANDBOX_UNAVAILABLE", `The workspace ${workspace} belongs to user ${uid}, but Nightshift runs as user ${ours}; give it to that user with "chown -R ${ours} <workspace>".`);
}
function unavailable(reason) {
    return new errors/* NightshiftError */.nc("SANDBOX_UNAVAILABLE", `No sandbox on this machine: ${reason}. ${REMEDY}`);
}
async function openPlainLauncher(workspace, options) {
    const parent = options.parentEnvironment ?? process.env;
    const temporary = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "nightshift-home-"));
    const environment = sandboxEnvironment({
        path: parent.PATH ?? "/usr/bin:/bin",
        home: temporary,
        temporary,
        toolchains: toolchainHomes(parent),
    });
    return {
        tier: "off",
        reason: "switched off by configuration",
        root: workspace,
        environment,
        processLimit: "unbounded",
        async wrap(argv, env = {}) {
            return { argv, env: { ...env, ...environment }, descriptors: [], release: async () => undefined };
        },
        close: () => (0,promises_.rm)(temporary, { recursive: true, force: true }),
    };
}
async function startFileServer(launcher, workspace, command) {
    const wrapped = await launcher.wrap(command);
    const [program = "", ...args] = wrapped.argv;
    const child = (0,external_node_child_process_.spawn)(program, args, {
        cwd: workspace,
        env: { ...wrapped.env },
        detached: true,
        stdio: ["pipe", "pipe", "pipe", ...wrapped.descriptors],
    });
    await wrapped.release();
    return (0,file_client/* connectFileServer */.o)(child);
}
async function execKeeping(launcher, workspace, files, command) {
    const { whole, ...outcome } = await runCommand(launcher, workspace, command);
    if (whole === undefined || command.keepAs === undefined)
        return outcome;
    await files.keep(command.keepAs, whole);
    return { ...outcome, truncatedTo: `out/${command.keepAs}.log` };
}
async function runCommand(launcher, workspace, command) {
    const cwd = placeInside(workspace, command.cwd);
    const argv = "argv" in command ? command.argv : [await shell(), "-c", command.script];
    const wrapped = await launcher.wrap(argv, command.env, command.cwd === undefined ? undefined : (0,external_node_path_.join)(launcher.root, (0,external_node_path_.relative)(workspace, cwd)));
    try {
        return await (0,sandbox_process/* runProcess */.R)({
            argv: wrapped.argv,
            env: wrapped.env,
            cwd: launcher.tier === "off" ? cwd : workspace,
            timeoutMs: command.timeoutMs,
            maxOutputBytes: command.maxOutputBytes,
            keepBytes: KEEP_BYTES,
            descriptors: wrapped.descriptors,
            signal: command.signal,
        });
    }
    finally {
        await wrapped.release();
    }
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


/***/ }),

/***/ 74992:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ runProcess),
/* harmony export */   i: () => (/* binding */ killGroup)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var _capture_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25331);
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
    const capture = (0,_capture_js__WEBPACK_IMPORTED_MODULE_1__/* .openCapture */ .B)(request.maxOutputBytes, request.keepBytes);
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, {
        cwd: request.cwd,
        env: { ...request.env },
        detached: true,
        stdio: ["ignore", "pipe", "pipe", ...(request.descriptors ?? [])],
    });
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

/***/ 62845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AR: () => (/* binding */ costsOf),
/* harmony export */   H0: () => (/* binding */ isInWork),
/* harmony export */   Mq: () => (/* binding */ requirementFactsOf),
/* harmony export */   r8: () => (/* binding */ readyFeatures),
/* harmony export */   u3: () => (/* binding */ awaitsPlanApproval)
/* harmony export */ });
/* unused harmony export authorisationOf */
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70097);
/* harmony import */ var _person_command_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91199);
/* harmony import */ var _pull_facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99331);
/* harmony import */ var _rebuild_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98643);
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66178);





/**
 * A requirement is authorised by the newest `labeled` event or `/nightshift start` of a person who may write now; what is
 * authorised is the text of that moment. A later edit by someone who may write keeps it, by anyone else does not; times are
 * whole seconds, so an edit within the same second counts as later.
 */
function authorisationOf(snapshot, requirement) {
    if (!requirement.labels.includes((0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .requirementLabel */ .kC)(snapshot.config.label_prefix)))
        return { state: "none" };
    const grants = requirement.comments
        .filter((comment) => !comment.edited && isCommand(comment, "start"))
        .map((comment) => ({ by: comment.author, at: comment.createdAt }));
    if (requirement.labelled)
        grants.push(requirement.labelled);
    const valid = grants
        .filter((grant) => (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .canWrite */ ._)(snapshot, grant.by) || isOurs(snapshot, grant.by, requirement))
        .sort((a, b) => a.at.localeCompare(b.at));
    const newest = valid.at(-1);
    if (newest === undefined)
        return { state: "none" };
    const edit = requirement.lastEdit;
    if (edit && edit.at >= newest.at && !(0,_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .canWrite */ ._)(snapshot, edit.by) && edit.by.login !== snapshot.identity) {
        return { state: "text-changed", by: edit.by.login };
    }
    return { state: "authorised", by: newest.by.login };
}
/** A requirement that we opened ourselves, for a person's `workflow_dispatch` with its text; GitHub lets only writers do that. */
function isOurs(snapshot, by, requirement) {
    return by.login === snapshot.identity && requirement.author.login === snapshot.identity;
}
function isCommand(comment, name) {
    const command = (0,_person_command_js__WEBPACK_IMPORTED_MODULE_4__/* .parsePersonCommand */ .c)(comment.body);
    return command !== undefined && command !== "unknown" && command.name === name;
}
function requirementFactsOf(snapshot, requirement) {
    const block = requirement.sticky?.block;
    const since = (0,_pull_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .newestRetry */ .ZX)(snapshot, requirement.comments);
    const planRuns = snapshot.runs.filter((run) => isRunFor(run, "issue", requirement.number));
    return {
        snapshot,
        requirement,
        authorisation: authorisationOf(snapshot, requirement),
        state: (0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .requirementState */ .to)(snapshot.config.label_prefix, requirement.labels),
        features: (block?.features ?? rebuiltPlan(snapshot, requirement)).map((planned) => featureFacts(snapshot, requirement, planned)),
        planning: {
            atWork: planRuns.some((run) => run.live),
            attempts: planRuns.filter((run) => (0,_pull_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .isBroken */ .Qr)(run) && run.createdAt > since).length,
        },
        planApproved: requirement.comments.some((comment) => !comment.edited &&
            isCommand(comment, "approve") &&
            (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .canWrite */ ._)(snapshot, comment.author) &&
            comment.createdAt > (requirement.stickyCreatedAt ?? "")),
        paused: (0,_pull_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .isPaused */ .lP)(snapshot.config.label_prefix, requirement, []),
        usd: costsOf(snapshot, requirement).reduce((sum, cost) => sum + (cost.usd ?? 0), 0),
    };
}
function rebuiltPlan(snapshot, requirement) {
    const tracked = (0,_rebuild_js__WEBPACK_IMPORTED_MODULE_2__/* .planFromIssues */ .iH)(requirement);
    return tracked.length > 0 ? tracked : (0,_rebuild_js__WEBPACK_IMPORTED_MODULE_2__/* .planFromPull */ .NC)(requirement, snapshot.pulls);
}
/** The plan has to be approved and is not. One that was begun before counts as approved; a feature that a person dropped does not begin it. */
function awaitsPlanApproval({ snapshot, planApproved, features }) {
    const begun = features.some(({ progress }) => progress === "open" || progress === "merged");
    const waiting = features.some(({ progress }) => progress === "queued");
    return snapshot.config.approval.plan && !planApproved && waiting && !begun;
}
function isRunFor(run, kind, number) {
    return (run.title?.agent === "code" && run.title.subject.kind === kind && run.title.subject.number === number);
}
function featureFacts(snapshot, requirement, planned) {
    const issue = (0,_pull_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .featureOf */ .mo)(requirement, planned.number);
    const pulls = snapshot.pulls.filter((pull) => pull.block?.requirement === requirement.number && pull.block.key === planned.key);
    const pull = pulls.find((candidate) => candidate.state === "open") ?? pulls.at(-1);
    const since = (0,_pull_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .newestRetry */ .ZX)(snapshot, [...(issue?.comments ?? []), ...requirement.comments]);
    const runs = planned.number === undefined
        ? []
        : snapshot.runs.filter((run) => isRunFor(run, "feature", planned.number ?? 0));
    return {
        planned,
        issue,
        pull,
        progress: progressOf(snapshot, requirement, issue, pull),
        atWork: runs.some((run) => run.live),
        attempts: runs.filter((run) => (0,_pull_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .isBroken */ .Qr)(run) && run.createdAt > since).length,
    };
}
function progressOf(snapshot, requirement, issue, pull) {
    if (pull?.state === "merged")
        return "merged";
    if (issue === undefined)
        return "untracked";
    const { label_prefix: prefix } = snapshot.config;
    const state = (0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .featureState */ .SD)(prefix, issue.labels);
    if (state === "merged")
        return "merged";
    if (!issue.open && issue.number !== requirement.number)
        return "dropped";
    if (state === "needs-human")
        return "needs-human";
    const closedUnseen = pull?.state === "closed" && (0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .featureState */ .SD)(prefix, pull.labels) !== "needs-human";
    if (closedUnseen)
        return "needs-human";
    return pull?.state === "open" ? "open" : "queued";
}
/** Costs of all runs of a requirement, each run once. */
function costsOf(snapshot, requirement) {
    const pulls = snapshot.pulls.filter((pull) => pull.block?.requirement === requirement.number);
    const all = [...(requirement.sticky?.block?.costs ?? []), ...pulls.flatMap(_pull_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .costsOfPull */ .rW)];
    return [...new Map(all.map((cost) => [cost.run, cost])).values()];
}
/** A person paused this one feature. */
function isHeld({ snapshot }, issue) {
    return (0,_pull_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .isPaused */ .lP)(snapshot.config.label_prefix, undefined, issue?.labels ?? []);
}
/** It takes a slot: its pull request is open, or a run is implementing it. The last moments of a run that is over do not count. */
function isInWork({ progress, atWork }) {
    return progress === "open" || (atWork && progress !== "merged" && progress !== "dropped");
}
/** Features that may start now, in build order: everything they come after is merged or was dropped by a person. */
function readyFeatures(facts) {
    const over = new Set(facts.features
        .filter((feature) => feature.progress === "merged" || feature.progress === "dropped")
        .map((feature) => feature.planned.key));
    return facts.features.filter(({ progress, planned, issue }) => progress === "queued" && !isHeld(facts, issue) && planned.after.every((key) => over.has(key)));
}


/***/ }),

/***/ 48206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ neutralizeCommands),
/* harmony export */   N: () => (/* binding */ openLog)
/* harmony export */ });
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32523);
/** The one log sink: everything that people read of a run passes here, redacted and unable to command the runner. */

const ORDER = ["debug", "info", "warning", "error"];
/** Opens a log on a stream. */
function openLog(options) {
    const { stream, level = "info", format = "plain" } = options;
    const secrets = [...(options.secrets ?? [])];
    let redact = (0,_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .createRedactor */ .lY)(secrets);
    function write(at, text) {
        if (ORDER.indexOf(at) < ORDER.indexOf(level))
            return;
        const safe = neutralizeCommands(redact(text));
        stream.write(format === "github" ? githubLine(at, safe) : plainLine(at, safe));
    }
    return {
        debug: (text) => write("debug", text),
        info: (text) => write("info", text),
        warning: (text) => write("warning", text),
        error: (text) => write("error", text),
        async group(title, work) {
            const safe = neutralizeCommands(redact(title)).replace(/[\r\n]+/g, " ");
            stream.write(format === "github" ? `::group::${escapeData(safe)}\n` : `== ${safe}\n`);
            try {
                return await work();
            }
            finally {
                if (format === "github")
                    stream.write("::endgroup::\n");
            }
        },
        addSecret(secret) {
            secrets.push(secret);
            redact = (0,_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .createRedactor */ .lY)(secrets);
        },
    };
}
/**
 * Makes text harmless for the runner's log parser: `::` at the start of a line and `##[` anywhere are commands
 * there. A zero-width joiner would hide from people what happened, so a visible backslash is put in.
 */
function neutralizeCommands(text) {
    return text
        .replace(/\r(?!\n)/g, "\n")
        .replaceAll("##[", "##\\[")
        .replace(/^(\s*):(?=:)/gm, "$1:\\");
}
function githubLine(level, text) {
    return level === "info" ? `${text}\n` : `::${level}::${escapeData(text)}\n`;
}
function plainLine(level, text) {
    return level === "info" ? `${text}\n` : `${level}: ${text}\n`;
}
/** Escapes the message of a workflow command (docs: workflow commands, `%`, CR and LF). */
function escapeData(text) {
    return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}


/***/ }),

/***/ 32523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KL: () => (/* binding */ redactDeep),
/* harmony export */   dL: () => (/* binding */ findSecrets),
/* harmony export */   lY: () => (/* binding */ createRedactor)
/* harmony export */ });
/* unused harmony export MASK */
/** Removes secrets from text: known values in every usual encoding (also cut in pieces), and shapes of well-known tokens. */
/** What replaces a secret: constant, so that its length tells nothing, and matched by no rule below. */
const MASK = "[redacted]";
/** A known value shorter than this is not searched for: it would hit ordinary words. */
const SHORTEST_SECRET = 8;
/** Length of the windows in which a known value is searched: any piece this long is found. */
const WINDOW = 10;
/** Shapes of tokens; `ghs_` tokens may be long JWT-like strings since 2026-04. Values only, no names around them. */
const SHAPES = [
    { name: "GitHub token", pattern: /\bgh[pousr]_[A-Za-z0-9._-]{30,}/g },
    { name: "GitHub token", pattern: /\bgithub_pat_[A-Za-z0-9_]{30,}/g },
    { name: "model API key", pattern: /\bsk-(?:ant-|proj-|svcacct-|admin-)?[A-Za-z0-9_-]{20,}/g },
    { name: "Google API key", pattern: /\bAIza[\w-]{35}/g },
    { name: "Slack token", pattern: /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/g },
    { name: "Slack webhook", pattern: /https:\/\/hooks\.slack\.com\/[A-Za-z0-9/_-]{10,}/g },
    {
        name: "Discord webhook",
        pattern: /https:\/\/(?:\w+\.)?discord(?:app)?\.com\/api\/webhooks\/[A-Za-z0-9/_-]{10,}/g,
    },
    { name: "npm token", pattern: /\bnpm_[A-Za-z0-9]{30,}/g },
    { name: "AWS key id", pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g },
    { name: "JSON web token", pattern: /\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/g },
    {
        name: "private key",
        pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
    },
    {
        name: "password in a URL",
        pattern: /(?<=\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@[\]]{0,100}:)[^\s/@[\]]{3,}(?=@)/gi,
    },
    {
        name: "authorization header",
        pattern: /(?<=\bauthorization["']?\s{0,4}[:=]\s{0,4}["']?(?:(?:bearer|basic|token)\s{1,4})?)(?!bearer\b|basic\b|token\b)[^\s"',[\]]{8,}/gi,
    },
];
/** Builds a redactor for known values (each at least 8 characters to be searched for) and the well-known shapes. */
function createRedactor(secrets) {
    const windows = windowsOf(secrets);
    return (text) => {
        let safe = maskShapes(maskSpans(text, coveredSpans(text, windows)));
        // Masking one secret can join the pieces of another; two more rounds reach the fixed point in practice.
        for (let round = 0; round < 4; round += 1) {
            const again = maskShapes(maskSpans(safe, coveredSpans(safe, windows)));
            if (again === safe)
                break;
            safe = again;
        }
        return safe;
    };
}
/** Redacts every string inside a JSON-like value, keys included; other values stay as they are. */
function redactDeep(value, redact) {
    if (typeof value === "string")
        return redact(value);
    if (Array.isArray(value))
        return value.map((item) => redactDeep(item, redact));
    if (typeof value !== "object" || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [redact(key), redactDeep(item, redact)]));
}
/** Finds secrets in text that must not be changed, such as a patch: what finds something has to be blocked. */
function findSecrets(text, secrets) {
    const known = coveredSpans(text, windowsOf(secrets)).map(([start]) => ({
        kind: "known secret",
        at: start,
    }));
    const shaped = SHAPES.flatMap(({ name, pattern }) => [...text.matchAll(pattern)].map((match) => ({ kind: name, at: match.index })));
    return [...known, ...shaped]
        .sort((a, b) => a.at - b.at)
        .map(({ kind, at }) => ({ kind, line: text.slice(0, at).split("\n").length }));
}
function maskShapes(text) {
    return SHAPES.reduce((safe, { pattern }) => safe.replace(pattern, MASK), text);
}
function maskSpans(text, spans) {
    if (spans.length === 0)
        return text;
    let safe = "";
    let from = 0;
    for (const [start, end] of spans) {
        safe += text.slice(from, start) + MASK;
        from = end;
    }
    return safe + text.slice(from);
}
/** Maximal runs of text covered by windows of known secrets, in order; line breaks inside a run do not hide it. */
function coveredSpans(text, windows) {
    if (windows.pieces.size === 0)
        return [];
    const packed = text.replace(/[\r\n]+/g, "");
    const positions = packed.length === text.length ? undefined : positionsOf(text, packed.length);
    const place = (index) => positions?.[index] ?? index;
    const spans = [];
    for (let index = 0; index < packed.length; index += 1) {
        if (windows.beginnings[beginningAt(packed, index)] === 0)
            continue;
        const length = matchAt(packed, index, windows.pieces);
        if (length === 0)
            continue;
        const start = place(index);
        const end = place(index + length - 1) + 1;
        const last = spans.at(-1);
        if (last && start <= last[1])
            last[1] = Math.max(last[1], end);
        else
            spans.push([start, end]);
    }
    return spans;
}
function beginningAt(text, index) {
    return (text.charCodeAt(index) * 31 + text.charCodeAt(index + 1)) & 0xffff;
}
function matchAt(text, index, pieces) {
    for (const [length, known] of pieces) {
        if (known.has(text.slice(index, index + length)))
            return length;
    }
    return 0;
}
/** Where each character of the text without line breaks stands in the text. */
function positionsOf(text, packedLength) {
    const positions = new Uint32Array(packedLength);
    let next = 0;
    for (let index = 0; index < text.length; index += 1) {
        const code = text.charCodeAt(index);
        if (code !== 10 && code !== 13)
            positions[next++] = index;
    }
    return positions;
}
/** Windows by length: whole values between 8 and 10 characters have windows of their own length. */
function windowsOf(secrets) {
    const windows = { pieces: new Map(), beginnings: new Uint8Array(0x10000) };
    for (const secret of secrets.filter((value) => value.length >= SHORTEST_SECRET)) {
        for (const variant of variantsOf(secret.replace(/[\r\n]/g, "")))
            addWindows(variant, windows);
    }
    return windows;
}
function addWindows(variant, { pieces, beginnings }) {
    if (variant.length < SHORTEST_SECRET)
        return;
    const length = Math.min(WINDOW, variant.length);
    const known = pieces.get(length) ?? new Set();
    for (let start = 0; start + length <= variant.length; start += 1) {
        known.add(variant.slice(start, start + length));
        beginnings[beginningAt(variant, start)] = 1;
    }
    pieces.set(length, known);
}
function variantsOf(secret) {
    const bytes = Buffer.from(secret);
    const hex = bytes.toString("hex");
    return new Set([
        secret,
        [...secret].reverse().join(""),
        encodeURIComponent(secret),
        JSON.stringify(secret).slice(1, -1),
        hex,
        hex.toUpperCase(),
        ...[0, 1, 2].flatMap((offset) => base64At(bytes, offset)),
    ]);
}
/** Base64 of the value as it looks when it starts `offset` bytes into a group; the characters that depend on neighbours are cut. */
function base64At(bytes, offset) {
    const padded = Buffer.concat([Buffer.alloc(offset), bytes]);
    const whole = padded.toString("base64").replace(/=+$/, "");
    const start = offset === 0 ? 0 : offset + 1;
    const end = padded.length % 3 === 0 ? whole.length : whole.length - 1;
    const stable = whole.slice(start, end);
    return [stable, stable.replaceAll("+", "-").replaceAll("/", "_")];
}


/***/ })

};
