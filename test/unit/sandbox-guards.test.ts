/**
 * Each guard of tier bubblewrap, proven from both sides: the attack fails in the sandbox, and succeeds when exactly that guard
 * is taken out of the command line, or outside. Weakened command lines exist only here.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBubblewrap } from "../../src/agent/sandbox/bubblewrap.ts";
import type { Launcher } from "../../src/agent/sandbox/launcher.ts";
import { type ProcessOutcome, runProcess } from "../../src/agent/sandbox/process.ts";
import { SANDBOX_LIMITS } from "../../src/agent/sandbox/sandbox.ts";
import { fileServerCommand, makeRepository, NO_BUBBLEWRAP, removeRepository } from "./sandbox-support.ts";

const CANARY = `canary-${process.pid}-${Date.now()}`;
const AS_ROOT = process.getuid?.() === 0;
const MB = 2 ** 20;
const LIMITS = {
  ...SANDBOX_LIMITS,
  processes: 60,
  fileBytes: 4 * MB,
  tmpBytes: 16 * MB,
  sharedBytes: 16 * MB,
  memoryBytes: 512 * MB,
};

type Weakening = (argv: readonly string[]) => readonly string[];

/** Takes an option with its values out, wherever it stands. */
const without =
  (option: string, values = 0): Weakening =>
  (argv) => {
    const at = argv.indexOf(option);
    if (at < 0) throw new Error(`${option} is not in the command line: ${argv.join(" ")}`);
    return [...argv.slice(0, at), ...argv.slice(at + values + 1)];
  };
const replaced =
  (from: readonly string[], to: readonly string[]): Weakening =>
  (argv) => {
    const at = argv.findIndex((_, index) => from.every((word, offset) => argv[index + offset] === word));
    if (at < 0) throw new Error(`${from.join(" ")} is not in the command line`);
    return [...argv.slice(0, at), ...to, ...argv.slice(at + from.length)];
  };
const all =
  (...steps: readonly Weakening[]): Weakening =>
  (argv) =>
    steps.reduce((left, step) => step(left), argv);
/** Without the bounds that a control group or the kernel's limits for each process keep. */
const unbounded: Weakening = (argv) => {
  const start = argv.findIndex((word) => word.endsWith("/bwrap"));
  return argv.slice(start).filter((word) => !/^--(nproc|data|fsize)=/.test(word));
};
const withoutFilter = without("--seccomp", 1);
const hostProcesses = all(
  without("--unshare-pid"),
  replaced(["--proc", "/proc"], ["--bind", "/proc", "/proc"]),
);
const sizeless =
  (at: string): Weakening =>
  (argv) => {
    const index = argv.findIndex((word, i) => word === "--tmpfs" && argv[i + 1] === at);
    return [...argv.slice(0, index - 2), ...argv.slice(index)];
  };

describe.skipIf(NO_BUBBLEWRAP !== null)(`guards of bubblewrap (${NO_BUBBLEWRAP ?? "present"})`, () => {
  let root: string;
  let launcher: Launcher;
  let victim: ChildProcess;
  const servers: Server[] = [];
  let segment = "";

  beforeAll(async () => {
    root = await makeRepository({ "a.txt": "a\n" });
    const opened = await openBubblewrap({
      workspace: root,
      fileServerCommand: await fileServerCommand(),
      readOnlyBinds: [],
      protectedPaths: ["a.txt", "locked/**"],
      limits: LIMITS,
      parentEnvironment: process.env,
    });
    if ("missing" in opened) throw new Error(opened.missing);
    launcher = opened;
    victim = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)", `argument-${CANARY}`], {
      env: { SECRET: `environment-${CANARY}` },
      stdio: "ignore",
    });
    for (const place of [join(root, "door.sock"), `\0${CANARY}`]) {
      const server = createServer((socket) => socket.end(`greeting-${CANARY}`));
      await new Promise<void>((resolve) => server.listen(place, resolve));
      servers.push(server);
    }
    await writeFile(`/dev/shm/${CANARY}`, `shared-${CANARY}`);
    segment =
      /\d+/.exec(execFileSync("ipcmk", ["-M", "4096", "-p", "0666"], { encoding: "utf8" }))?.[0] ?? "";
  });
  afterAll(async () => {
    victim?.kill("SIGKILL");
    for (const server of servers) server.close();
    await rm(`/dev/shm/${CANARY}`, { force: true });
    if (segment !== "") spawnSync("ipcrm", ["-m", segment]);
    await launcher?.close();
    await removeRepository(root);
  });

  async function inside(
    script: string,
    weaken: Weakening = (argv) => argv,
    more: { env?: Record<string, string>; timeoutMs?: number } = {},
  ): Promise<ProcessOutcome> {
    const wrapped = await launcher.wrap({ argv: ["/bin/bash", "-c", script] });
    try {
      return await runProcess({
        argv: weaken(wrapped.argv),
        env: { ...wrapped.env, ...more.env },
        cwd: root,
        timeoutMs: more.timeoutMs ?? 30_000,
        maxOutputBytes: 50_000,
        keepBytes: 50_000,
        descriptors: wrapped.descriptors,
      });
    } finally {
      await wrapped.release();
    }
  }
  const outside = (script: string) =>
    spawnSync("/bin/bash", ["-c", script], { encoding: "utf8", cwd: root, timeout: 30_000 }).stdout;

  const connectTo = (place: string) =>
    `node -e 'require("net").connect({path: ${place}}).on("data", (text) => process.stdout.write(text)).on("error", () => {})'`;
  const call = (numbers: { x64: number; arm64: number }, ...args: readonly string[]) => `python3 -c '
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
secret = ctypes.create_string_buffer(b"kept-${CANARY}")
got = ctypes.create_string_buffer(64)
class Part(ctypes.Structure): _fields_ = [("base", ctypes.c_void_p), ("size", ctypes.c_size_t)]
to, of = Part(ctypes.addressof(got), 40), Part(ctypes.addressof(secret), 40)
print("answer", libc.syscall(${process.arch === "arm64" ? numbers.arm64 : numbers.x64}, ${args.join(", ")}), got.value.decode(errors="replace"))'`;

  /** What a command tries, what it prints when it succeeds, and the one change that lets it. */
  const ATTACKS: readonly (readonly [name: string, script: string, success: string, weaken: Weakening])[] = [
    [
      "the arguments of other processes",
      "cat /proc/[0-9]*/cmdline | tr '\\0' '\\n'",
      `argument-${CANARY}`,
      hostProcesses,
    ],
    ["a unix socket in the workspace", connectTo('"door.sock"'), `greeting-${CANARY}`, withoutFilter],
    [
      "an abstract unix socket",
      connectTo(`"\\0${CANARY}"`),
      `greeting-${CANARY}`,
      all(withoutFilter, without("--unshare-net")),
    ],
    [
      "reading the memory of a process",
      call({ x64: 310, arm64: 270 }, "os.getpid()", "ctypes.byref(to)", "1", "ctypes.byref(of)", "1", "0"),
      `kept-${CANARY}`,
      withoutFilter,
    ],
    [
      "the keyrings of the session",
      `${call({ x64: 250, arm64: 219 }, "0", "-3", "0")} | grep -v 'answer -1'`,
      "answer",
      withoutFilter,
    ],
    [
      "shared memory of the machine",
      `cat /dev/shm/${CANARY}`,
      `shared-${CANARY}`,
      (argv) =>
        replaced(["--tmpfs", "/dev/shm"], ["--bind", "/dev/shm", "/dev/shm"])(sizeless("/dev/shm")(argv)),
    ],
    ["System V shared memory", "ipcs -m | grep -c ' 4096 '", "1", without("--unshare-ipc")],
    [
      "a protected file",
      `echo ${CANARY} > a.txt && cat a.txt`,
      CANARY,
      (argv) => {
        const at = argv.indexOf("/workspace/a.txt");
        return [...argv.slice(0, at - 2), ...argv.slice(at + 1)];
      },
    ],
    ["a file over the limit", "head -c 6000000 /dev/zero > big && echo wrote", "wrote", unbounded],
    [
      "more than /tmp holds",
      "head -c 3000000 /dev/zero | tee /tmp/{1..9} >/dev/null && echo wrote",
      "wrote",
      sizeless("/tmp"),
    ],
    [
      "more than /dev/shm holds",
      "head -c 3000000 /dev/zero | tee /dev/shm/{1..9} >/dev/null && echo wrote",
      "wrote",
      sizeless("/dev/shm"),
    ],
    [
      "more memory than the limit",
      `node -e 'const kept = []; for (let i = 0; i < 16; i += 1) kept.push(Buffer.alloc(${64 * MB}, 1)); console.log("held")'`,
      "held",
      unbounded,
    ],
    [
      "more processes than the limit",
      "for i in {1..120}; do sleep 2 & done 2>/dev/null; echo $(jobs -p | wc -l) started | grep ^120",
      "120 started",
      unbounded,
    ],
  ];

  test.each(ATTACKS)(
    "%s: out of reach, and in reach without its guard",
    async (_name, script, success, weaken) => {
      expect((await inside(script)).output).not.toContain(success);
      expect((await inside(script, weaken)).output).toContain(success);
    },
  );

  test("one of the two walls before an abstract socket is enough", async () => {
    expect((await inside(connectTo(`"\\0${CANARY}"`), withoutFilter)).output).not.toContain(CANARY);
    expect((await inside(connectTo(`"\\0${CANARY}"`), without("--unshare-net"))).output).not.toContain(
      CANARY,
    );
  });

  test("the environment: nothing of ours, also not in the launcher's own process", async () => {
    const script = "env; cat /proc/[0-9]*/environ";
    expect((await inside(script)).output).not.toContain(CANARY);
    expect((await inside(script, undefined, { env: { TOKEN: CANARY } })).output).toContain(CANARY);
  });

  test("the environment and the memory of the machine's processes are there outside, and not inside", async () => {
    const environment = "cat /proc/[0-9]*/environ 2>/dev/null | tr '\\0' '\\n'";
    expect(outside(environment)).toContain(`environment-${CANARY}`);
    expect((await inside(environment)).output).not.toContain(CANARY);
    if (!AS_ROOT) return;
    const memory = `python3 -c '
import glob, re
for place in glob.glob("/proc/[0-9]*/maps"):
    try:
        for line in open(place):
            if "[stack]" not in line: continue
            low, high = (int(part, 16) for part in line.split()[0].split("-"))
            with open(place.replace("maps", "mem"), "rb") as memory:
                memory.seek(low)
                found = re.search(rb"environment-canary-[0-9-]+", memory.read(high - low))
                if found: print(found.group().decode())
    except OSError: pass'`;
    expect(outside(memory)).toContain(`environment-${CANARY}`);
    expect((await inside(memory)).output).not.toContain(CANARY);
  });

  test.each([
    ["a double fork in a session of its own", "(setsid sleep MARK >/dev/null 2>&1 &)"],
    ["nohup in the background", "nohup sleep MARK >/dev/null 2>&1 &"],
    ["a chain of daemons", "setsid bash -c 'setsid sleep MARK & exit' >/dev/null 2>&1 &"],
  ])("%s does not survive the end of its command, nor its time limit", async (_name, start) => {
    const mark = `54321.${process.pid}${Date.now()}`;
    const script = start.replace("MARK", mark);
    const survivors = () =>
      spawnSync("pgrep", ["-f", `sleep ${mark}`], { encoding: "utf8" })
        .stdout.split("\n")
        .filter((id) => id !== "");
    await inside(`${script}\nsleep 0.3`);
    expect(survivors()).toEqual([]);
    const cut = await inside(`${script}\nsleep 60`, undefined, { timeoutMs: 700 });
    expect([cut.timedOut, survivors()]).toEqual([true, []]);
    await inside(`${script}\nsleep 0.3`, without("--unshare-pid"));
    const left = survivors();
    for (const id of left) process.kill(Number(id), "SIGKILL");
    if (!start.startsWith("nohup")) expect(left).toHaveLength(1);
  });
});
