import { execFile, spawnSync } from "node:child_process";
import { chmod, copyFile, cp, mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runAgent } from "../../src/agent/run.ts";
import { openSandbox, type SandboxOptions } from "../../src/agent/sandbox/open.ts";
import { outermost, toolPrefixes } from "../../src/agent/sandbox/root.ts";
import type { Sandbox } from "../../src/agent/sandbox/sandbox.ts";
import { assembleFilter } from "../../src/agent/sandbox/seccomp.ts";
import { calls, DONE, playing, resultsIn, runOf } from "./agent-support.ts";
import { asUser, type UserProgram } from "./sandbox-as-user.ts";
import {
  fileServerCommand,
  makeRepository,
  NO_BUBBLEWRAP,
  removeRepository,
  SILENT,
} from "./sandbox-support.ts";

async function open(workspace: string, changes: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  return openSandbox({
    mode: "required",
    workspace,
    fileServerCommand: await fileServerCommand(),
    log: SILENT,
    ...changes,
  });
}

describe.skipIf(NO_BUBBLEWRAP !== null)(`bubblewrap (${NO_BUBBLEWRAP ?? "present"})`, () => {
  let root: string;
  let sandbox: Sandbox;
  beforeAll(async () => {
    process.env.NIGHTSHIFT_TEST_CANARY = "canary-value-in-the-environment";
    root = await makeRepository({
      "a.txt": "a\n",
      ".github/workflows/ci.yml": "on: push\n",
      "package.json": "{}",
    });
    sandbox = await open(root);
  });
  afterAll(async () => {
    delete process.env.NIGHTSHIFT_TEST_CANARY;
    await sandbox?.close();
    await removeRepository(root);
  });
  const sh = (script: string, timeoutMs = 20_000) =>
    sandbox.exec({ script, timeoutMs, maxOutputBytes: 20_000 });

  test("says what it is", () => {
    expect([sandbox.tier, sandbox.root, sandbox.reason]).toEqual([
      "bubblewrap",
      "/workspace",
      "bubblewrap; the probe found nothing wrong",
    ]);
  });

  test("no process inside shows or holds the parent's environment", async () => {
    const { output } = await sh(
      "env; cat /proc/*/environ | tr '\\0' '\\n'; grep -a canary-value /proc/1/mem; ls /proc | grep -c '^[0-9]'",
    );
    expect(output).not.toContain("canary-value");
    expect(output).toContain("HOME=/tmp/home");
  });

  test.each([
    ["a path outside", "touch /usr/x"],
    ["the root", "touch /x"],
    [".git", "touch .git/x"],
    ["a git hook", "echo x > .git/hooks/pre-commit"],
    ["a workflow", "echo x >> .github/workflows/ci.yml"],
    ["moving .git away", "mv .git git2"],
    ["a mount", "mount -t tmpfs none /tmp"],
    ["a remount", "mount -o remount,rw /"],
    ["a user namespace", "unshare -U true"],
    ["a unix socket", `python3 -c 'import socket; socket.socket(socket.AF_UNIX)'`],
    ["a vsock", `python3 -c 'import socket; socket.socket(40, 1)'`],
    ["a raw packet socket", `python3 -c 'import socket; socket.socket(17, 3)'`],
    ["a file of the host", `cat ${process.cwd()}/package.json`],
    ["the host's password file", "cat /etc/shadow"],
    ["the machine's processes", "kill -0 2000"],
    ["becoming root", "su -c true"],
    ["tracing", `python3 -c 'import ctypes,sys; sys.exit(0 if ctypes.CDLL(None).ptrace(0,0,0,0)==0 else 1)'`],
    [
      "pushing keys into a terminal",
      `python3 -c '
import fcntl, sys
try: fcntl.ioctl(0, 0x5412, b"x")
except OSError as error: sys.exit(9 if error.errno == 1 else 0)'`,
    ],
  ])("refuses %s", async (_name, script) => {
    const outcome = await sh(script);
    expect(outcome.exitCode).not.toBe(0);
    expect(outcome.exitCode).not.toBe(127);
  });

  test("reaches no port of the host", async () => {
    const server = createServer((_request, response) => response.end("hello"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const script = `fetch("http://127.0.0.1:${port}").then(() => process.exit(0), () => process.exit(7))`;
    const isolated = await sandbox.exec({
      argv: [process.execPath, "-e", script],
      timeoutMs: 10_000,
      maxOutputBytes: 500,
    });
    const outside = await promisify(execFile)(process.execPath, ["-e", script]).then(
      () => 0,
      () => 7,
    );
    server.close();
    expect([isolated.exitCode, outside]).toEqual([7, 0]);
  });

  test("git, node with workers, python and child processes with pipes work, and files written belong to us", async () => {
    const outcome = await sh(
      [
        "git status --short && git log --oneline",
        `node -e 'new (require("worker_threads").Worker)("process.exit(0)", {eval: true})'`,
        `node -e 'require("child_process").fork("-e", ["0"], {execArgv: []}).on("error", () => {})'`,
        `python3 -c 'import subprocess, socket; a, b = socket.socketpair(); subprocess.check_call(["true"])'`,
        "whoami",
        "echo made > made.txt",
      ].join(" && "),
    );
    expect(outcome.output).toContain("start");
    expect(outcome.exitCode).toBe(0);
    await writeFile(join(root, "made.txt"), "and changed outside\n");
  });

  test("a time limit kills everything that the command started", async () => {
    const mark = `4242.${process.pid}${Date.now()}`;
    const outcome = await sh(`setsid sleep ${mark} & (sleep ${mark} &) ; sleep ${mark}`, 300);
    expect([outcome.timedOut, outcome.exitCode]).toEqual([true, null]);
    expect(spawnSync("pgrep", ["-f", mark]).status).toBe(1);
  });

  test("what a finished command left running is gone too", async () => {
    const mark = `4343.${process.pid}${Date.now()}`;
    await sh(`setsid sleep ${mark} >/dev/null 2>&1 & true`);
    expect(spawnSync("pgrep", ["-f", mark]).status).toBe(1);
  });

  test("a fork bomb stays within the limit", async () => {
    const small = await open(root, { limits: { processes: 40 } });
    const outcome = await small.exec({
      script: `exec sh -c 'for i in $(seq 200); do sleep 5 & done; echo all'`,
      timeoutMs: 10_000,
      maxOutputBytes: 50_000,
    });
    await small.close();
    if (small.processLimit === "unbounded") return;
    expect(outcome.output).toMatch(/Cannot fork/);
  });

  test("the whole loop runs inside it", async () => {
    const model = playing(
      calls(["read_file", { path: "a.txt" }]),
      calls(["edit_file", { path: "a.txt", edits: [{ old: "a", new: "b" }] }]),
      calls(["bash", { command: "pwd && git diff --stat && grep b a.txt" }]),
      DONE,
    );
    const result = await runAgent(runOf(model, sandbox));
    expect([result.status, result.edited, result.commandsRun[0]?.afterLastEdit]).toEqual([
      "done",
      true,
      true,
    ]);
    expect(resultsIn(model.requests[3])[0]?.content).toMatch(/^exit 0, .*\n\/workspace\n/);
    expect(await readFile(join(root, "a.txt"), "utf8")).toBe("b\n");
  });

  describe.skipIf(process.getuid?.() !== 0)("for an ordinary user (needs root to become one)", () => {
    let program: UserProgram;
    beforeAll(async () => {
      program = await asUser(12_345);
    });
    afterAll(() => program?.remove());
    const OPEN = `const sandbox = await openSandbox({ mode: "required", workspace: WORKSPACE, log, limits: { processes: 64 }, fileServerCommand: FILES });
const run = (script) => sandbox.exec({ script, timeoutMs: 10000, maxOutputBytes: 2000 });`;

    test("it is the same sandbox", async () => {
      const outcome = await program.run(`${OPEN}
const id = await run("id -u; echo x > new.txt");
await sandbox.files.read("a.txt", 1, 1);
const bomb = await run("exec sh -c 'for i in $(seq 200); do sleep 3 & done; echo all'");
await sandbox.close();
return { tier: sandbox.tier, uid: id.output.trim(), wrote: id.exitCode === 0, limit: sandbox.processLimit, memory: sandbox.memoryLimit.of, forked: !/Cannot fork/.test(bomb.output), denial: bomb.denial?.kind };`);
      expect(outcome).toEqual({
        tier: "bubblewrap",
        uid: "65534",
        wrote: true,
        limit: 64,
        memory: "process",
        forked: false,
        denial: "processes",
      });
    });

    test("a file that whoever started us left open is not handed on", async () => {
      const outcome = await program.run(
        `${OPEN}
const { execFileSync } = await import("node:child_process");
const outside = execFileSync("ls", ["/proc/self/fd"], { encoding: "utf8" }).split("\\n");
const inside = await run("ls /proc/self/fd /proc/1/fd");
await sandbox.close();
return { outside: outside.includes("200"), inside: inside.output.split("\\n").includes("200") };`,
        "exec 200</etc/hostname;",
      );
      expect(outcome).toEqual({ outside: true, inside: false });
    });
  });

  test.skipIf(process.getuid?.() !== 0)("works with Node and the workspace in root's own home", async () => {
    const home = await mkdtemp("/root/nightshift-home-");
    await mkdir(join(home, "node/bin"), { recursive: true });
    await copyFile(process.execPath, join(home, "node/bin/node"));
    await cp(root, join(home, "work"), { recursive: true });
    await cp(dirname((await fileServerCommand())[1] ?? ""), join(home, "server"), { recursive: true });
    const node = join(home, "node/bin/node");
    const sandbox = await open(join(home, "work"), {
      fileServerCommand: [node, join(home, "server/main.js"), "sandbox-files"],
      parentEnvironment: { PATH: `${join(home, "node/bin")}:/usr/bin:/bin` },
    });
    const outcome = await sandbox.exec({
      script: `command -v node; node -e 'console.log(1 + 1)'; ls ${home} /root`,
      timeoutMs: 20_000,
      maxOutputBytes: 2_000,
    });
    expect((await sandbox.files.read("a.txt", 1, 1)).text).toContain("1\t");
    await sandbox.close();
    await removeRepository(home);
    expect(outcome.output.split("\n").slice(0, 2)).toEqual([node, "2"]);
    expect(outcome.output).not.toMatch(/^(work|\.\w+)$/m);
  });

  test("a workspace that our user may not write is refused with the remedy", async () => {
    if (process.getuid?.() !== 0) return;
    const workspace = await makeRepository({ "a.txt": "a\n" });
    spawnSync("chown", ["-R", "12345", workspace]);
    await expect(open(workspace)).rejects.toThrow(/belongs to user 12345.*chown -R 0/);
    await removeRepository(workspace);
  });
});

describe("without a working bubblewrap", () => {
  let root: string;
  beforeAll(async () => {
    root = await makeRepository({ "a.txt": "a\n" });
  });
  const fakes: string[] = [];
  afterAll(async () => {
    await Promise.all([root, ...fakes].map(removeRepository));
  });

  async function fake(script: string): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), "nightshift-fake-"));
    fakes.push(folder);
    await writeFile(join(folder, "bwrap"), `#!/bin/bash\n${script}\n`);
    await chmod(join(folder, "bwrap"), 0o755);
    return join(folder, "bwrap");
  }
  const REFUSED = { code: "SANDBOX_UNAVAILABLE" };

  test("a missing one fails closed with the remedy", async () => {
    const opening = open(root, { parentEnvironment: { PATH: "/nonexistent" } });
    await expect(opening).rejects.toMatchObject(REFUSED);
    await expect(opening).rejects.toThrow(/not installed.*Install bubblewrap/);
  });

  test("one without permission fails closed with its own words", async () => {
    const bwrap = await fake(
      '[ "$1" = --help ] && exit 0; echo "bwrap: setting up uid map: Permission denied" >&2; exit 1',
    );
    await expect(open(root, { bwrap })).rejects.toThrow("setting up uid map: Permission denied");
  });

  test("one that only pretends is caught by the probe", async () => {
    const bwrap = await fake(
      '[ "$1" = --help ] && exit 0; while [ "$1" != -- ]; do shift; done; shift; exec "$@"',
    );
    await expect(open(root, { bwrap })).rejects.toMatchObject(REFUSED);
  });

  /** Each line takes one guard away from the real bubblewrap; the probe must notice exactly that. */
  const WEAKENINGS = [
    ["--unshare-net", 0, "reaches a port of the host"],
    ["--seccomp", 1, "no system call filter"],
    ["--unshare-pid", 0, /environ shows|host's processes|survived/],
    ["--remount-ro", 1, "is writable"],
  ] as const;
  const without = (option: string, values: number) =>
    fake(
      `args=(); while [ $# -gt 0 ]; do if [ "$1" = -- ]; then break; fi; if [ "$1" = ${option} ]; then shift ${values + 1}; else args+=("$1"); shift; fi; done; exec /usr/bin/bwrap "\${args[@]}" "$@"`,
    );
  test.skipIf(NO_BUBBLEWRAP !== null).each(WEAKENINGS)(
    "the probe is red without %s",
    async (option, values, why) => {
      const bwrap = await without(option, values);
      await expect(open(root, { bwrap })).rejects.toThrow(why);
    },
  );

  /** As it is in its first moments, before it has asked the kernel to die with what started it. */
  test.skipIf(NO_BUBBLEWRAP !== null)(
    "one that would outlive its wrapper is killed all the same",
    async () => {
      const sandbox = await open(root, { bwrap: await without("--die-with-parent", 0) });
      await sandbox.close();
    },
  );

  test.skipIf(NO_BUBBLEWRAP !== null)(
    "the probe is red when the launcher hands on its environment",
    async () => {
      const bwrap = await fake('export LEAKED_TOKEN=x; exec /usr/bin/bwrap "$@"');
      await expect(open(root, { bwrap })).rejects.toThrow("shows the variable LEAKED_TOKEN");
    },
  );

  test.skipIf(NO_BUBBLEWRAP !== null)("the probe is red when the whole file system is visible", async () => {
    const bwrap = await fake(
      `[ "$1" = --help ] && exec /usr/bin/bwrap --help; args=(); while [ "$1" != -- ]; do if [ "$1" = --remount-ro ]; then args+=(--ro-bind /etc /etc); fi; args+=("$1"); shift; done; exec /usr/bin/bwrap "\${args[@]}" "$@"`,
    );
    await expect(open(root, { bwrap })).rejects.toThrow("/etc/shadow is visible");
  });
});

test("off runs as the current user, and says so", async () => {
  const root = await makeRepository({ "a.txt": "a\n" });
  const warnings: string[] = [];
  const sandbox = await open(root, {
    mode: "off",
    log: { info: () => undefined, warning: (text) => warnings.push(text) },
  });
  const outcome = await sandbox.exec({
    script: "pwd; echo x > b.txt; exit 3",
    timeoutMs: 5_000,
    maxOutputBytes: 500,
  });
  await sandbox.close();
  expect([sandbox.tier, outcome.exitCode, outcome.output.trim()]).toEqual(["off", 3, root]);
  expect(await readFile(join(root, "b.txt"), "utf8")).toBe("x\n");
  expect(warnings).toEqual(["The sandbox is off: commands of the model run as this user with network."]);
  await removeRepository(root);
});

test("off kills what a finished command left in its process group", async () => {
  const root = await makeRepository({ "a.txt": "a\n" });
  const sandbox = await open(root, { mode: "off" });
  const mark = `4444.${process.pid}${Date.now()}`;
  await sandbox.exec({
    script: `sleep ${mark} >/dev/null 2>&1 & true`,
    timeoutMs: 5_000,
    maxOutputBytes: 500,
  });
  await sandbox.close();
  expect(spawnSync("pgrep", ["-f", mark]).status).toBe(1);
  await removeRepository(root);
});

test("off does not hand on the parent's environment either", async () => {
  const root = await makeRepository({ "a.txt": "a\n" });
  const sandbox = await open(root, {
    mode: "off",
    parentEnvironment: { PATH: process.env.PATH, TOKEN: "token-value" },
  });
  const outcome = await sandbox.exec({ script: "env", timeoutMs: 5_000, maxOutputBytes: 5_000 });
  await sandbox.close();
  expect(outcome.output).not.toContain("TOKEN");
  await removeRepository(root);
});

test("a home directory is never bound whole, a tool's prefix is", async () => {
  const home = await mkdtemp(join(tmpdir(), "nightshift-home-"));
  for (const place of ["bin", ".local/bin", ".tool/shims", "node/bin"])
    await mkdir(join(home, place), { recursive: true });
  const path = ["bin", ".local/bin", ".tool/shims", "node/bin", "missing/bin"].map((place) =>
    join(home, place),
  );
  expect(await toolPrefixes([...path, "/usr/bin", "relative"].join(":"), home)).toEqual(
    outermost([".local/bin", ".tool", "bin", "node"].map((place) => join(home, place))),
  );
  await removeRepository(home);
});

test("there is a filter for the two processors of hosted runners, and none for others", () => {
  expect([assembleFilter("x64")?.length, assembleFilter("arm64")?.length, assembleFilter("mips")]).toEqual([
    expect.any(Number),
    expect.any(Number),
    undefined,
  ]);
});
