/** The tiers below bubblewrap: containers by docker, and no commands at all. */
import { spawnSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runAgent } from "../../src/agent/run.ts";
import { dockerArguments } from "../../src/agent/sandbox/docker-arguments.ts";
import { openSandbox, type SandboxOptions } from "../../src/agent/sandbox/open.ts";
import { literalPath, type Mount } from "../../src/agent/sandbox/root.ts";
import { SANDBOX_LIMITS } from "../../src/agent/sandbox/sandbox.ts";
import { calls, DONE, playing, resultsIn, runOf } from "./agent-support.ts";
import { asUser, type UserProgram } from "./sandbox-as-user.ts";
import {
  fileServerCommand,
  makeRepository,
  NO_BUBBLEWRAP,
  removeRepository,
  SILENT,
} from "./sandbox-support.ts";

const MOUNTS: readonly Mount[] = [
  { kind: "read_only", from: "/usr", to: "/usr" },
  { kind: "link", target: "usr/bin", at: "/bin" },
  { kind: "scratch", at: "/dev/shm", bytes: 1_000 },
  { kind: "scratch", at: "/tmp", bytes: 2_000 },
  { kind: "directory", at: "/tmp/home" },
  { kind: "writable", from: '/home/a,b"c', to: "/workspace" },
  { kind: "read_only", from: "/home/x/.git", to: "/workspace/.git" },
];

describe("the command line of docker", () => {
  const args = dockerArguments({
    image: "sha256:0123456789ab",
    name: "nightshift-1",
    user: { uid: 1001, gid: 127 },
    mounts: MOUNTS,
    limits: { ...SANDBOX_LIMITS, memoryBytes: 5_000, processes: 77, openFiles: 88, fileBytes: 99 },
    environment: { PATH: "/usr/bin", HOME: "/tmp/home" },
    interactive: false,
    argv: ["/bin/bash", "-c", "echo --privileged"],
  });
  const options = args.slice(0, args.indexOf("sha256:0123456789ab"));
  const valuesOf = (name: string) =>
    options.flatMap((word, index) => (word === name ? [options[index + 1]] : []));

  test("isolates, drops every right, bounds everything, and asks no registry", () => {
    expect(options[0]).toBe("run");
    for (const flag of ["--rm", "--init", "--read-only"]) expect(options).toContain(flag);
    expect(
      Object.fromEntries(
        [
          "--network",
          "--user",
          "--cap-drop",
          "--security-opt",
          "--pull",
          "--log-driver",
          "--ipc",
          "--cgroupns",
          "--pids-limit",
          "--memory",
          "--memory-swap",
          "--name",
          "--workdir",
          "--shm-size",
        ].map((name) => [name, valuesOf(name)]),
      ),
    ).toEqual({
      "--network": ["none"],
      "--user": ["1001:127"],
      "--cap-drop": ["ALL"],
      "--security-opt": ["no-new-privileges"],
      "--pull": ["never"],
      "--log-driver": ["none"],
      "--ipc": ["private"],
      "--cgroupns": ["private"],
      "--pids-limit": ["77"],
      "--memory": ["5000"],
      "--memory-swap": ["5000"],
      "--name": ["nightshift-1"],
      "--workdir": ["/workspace"],
      "--shm-size": ["1000"],
    });
    expect(valuesOf("--ulimit")).toEqual(["core=0", "fsize=99", "nofile=88"]);
    expect(options).not.toContain("--privileged");
    expect(options).not.toContain("--interactive");
  });

  test("mounts exactly the plan, and no text of a path becomes an option of a mount", () => {
    expect(valuesOf("--mount")).toEqual([
      "type=bind,source=/usr,target=/usr,readonly",
      'type=bind,"source=/home/a,b""c",target=/workspace',
      "type=bind,source=/home/x/.git,target=/workspace/.git,readonly",
    ]);
    expect(valuesOf("--tmpfs")).toEqual([
      "/tmp:rw,exec,nosuid,nodev,mode=1777,size=2000",
      "/tmp/home:rw,exec,nosuid,nodev,mode=700,uid=1001,gid=127",
    ]);
    expect(valuesOf("--env")).toEqual(["PATH=/usr/bin", "HOME=/tmp/home"]);
  });

  test("what the model wrote stands behind the image, where it is no option", () => {
    expect(args.slice(options.length)).toEqual([
      "sha256:0123456789ab",
      "/bin/bash",
      "-c",
      "echo --privileged",
    ]);
  });
});

test.each([
  ["billing/**", "billing"],
  ["billing/", "billing"],
  ["./db/schema.sql", "db/schema.sql"],
  ["**/*.key", undefined],
  ["src/{a,b}/**", undefined],
  ["**", undefined],
  ["../x", undefined],
])("the protected glob %s names %s for a mount", (glob, path) => {
  expect(literalPath(glob)).toBe(path);
});

/** A machine without bubblewrap: PATH holds Node's neighbours and whatever a test puts there. */
async function machine(root: string, docker: string | undefined, changes: Partial<SandboxOptions> = {}) {
  const folder = await mkdtemp(join(tmpdir(), "nightshift-machine-"));
  if (docker !== undefined) {
    await writeFile(join(folder, "docker"), `#!/bin/bash\n${docker}\n`);
    await chmod(join(folder, "docker"), 0o755);
  }
  const sandbox = openSandbox({
    mode: "required",
    workspace: root,
    fileServerCommand: await fileServerCommand(),
    log: SILENT,
    parentEnvironment: { PATH: folder },
    ...changes,
  });
  return sandbox.finally(() => removeRepository(folder));
}

describe("a machine that cannot isolate commands", () => {
  let root: string;
  beforeAll(async () => {
    root = await makeRepository({ "a.txt": "a\n", "src/b.ts": "export const b = 1;\n" });
  });
  afterAll(() => removeRepository(root));

  test("required refuses, with the reasons of both tiers", async () => {
    await expect(machine(root, undefined)).rejects.toThrow(
      /bwrap\) is not installed; docker is not installed/,
    );
  });

  test("no-exec is never reached unless it is accepted, and says why it is", async () => {
    const warnings: string[] = [];
    const sandbox = await machine(root, undefined, {
      mode: "no-exec",
      log: { info: () => undefined, warning: (text) => warnings.push(text) },
    });
    expect([sandbox.tier, sandbox.reason]).toEqual([
      "no-exec",
      "no commands run: bubblewrap (bwrap) is not installed; docker is not installed",
    ]);
    expect(warnings).toEqual([expect.stringMatching(/^The sandbox runs no commands here: bubblewrap/)]);
    await sandbox.close();
  });

  test("in it files are read, searched and edited, and a command is answered, not run", async () => {
    const sandbox = await machine(root, undefined, {
      mode: "no-exec",
      parentEnvironment: process.env,
      bwrap: "/nonexistent/bwrap",
    });
    const model = playing(
      calls(
        ["search", { pattern: "const b" }],
        ["list_files", {}],
        ["git", { op: "log", args: ["--format=%s"] }],
        ["read_file", { path: "a.txt" }],
      ),
      calls(["edit_file", { path: "a.txt", edits: [{ old: "a", new: "changed" }] }]),
      calls(["bash", { command: "touch ran.txt" }]),
      DONE,
    );
    const result = await runAgent(runOf(model, sandbox));
    expect([result.status, result.edited, result.commandsRun]).toEqual(["done", true, []]);
    expect(resultsIn(model.requests[1]).map(({ isError }) => isError)).toEqual([false, false, false, false]);
    expect(resultsIn(model.requests[1])[0]?.content).toContain("src/b.ts:1:");
    expect(resultsIn(model.requests[3])[0]).toEqual({
      content: expect.stringMatching(/^Commands cannot run here/),
      isError: true,
    });
    expect(spawnSync("ls", { cwd: root, encoding: "utf8" }).stdout).not.toContain("ran.txt");
    await expect(sandbox.exec({ argv: ["/bin/true"], timeoutMs: 1_000, maxOutputBytes: 10 })).rejects.toThrow(
      "Commands cannot run here",
    );
    await expect(sandbox.files.write(".github/workflows/x.yml", "on: push")).rejects.toThrow("protected");
    await sandbox.close();
  });
});

/**
 * A client that carries `docker run` out with bubblewrap: it knows the mounts, the environment and the command, so that a
 * sandbox opened through it works only when the command line is complete.
 */
const STAND_IN = String.raw`
const { spawnSync, spawn } = require("node:child_process"), fs = require("node:fs");
const args = process.argv.slice(2);
fs.appendFileSync("LOG", args.slice(0, 5).join(" ") + "\n");
if (args[0] === "import") { console.log("sha256:" + "a".repeat(64)); process.exit(0); }
if (args[0] === "rm") process.exit(0);
const image = args.indexOf("sha256:" + "a".repeat(64)), options = args.slice(1, image), command = args.slice(image + 1);
const bwrap = ["--unshare-user", "--uid", "65534", "--unshare-pid", "--unshare-net", "--unshare-ipc", "--cap-drop", "ALL", "--die-with-parent", "--new-session", "--proc", "/proc", "--dev", "/dev", "--clearenv", "--setenv", "HOSTNAME", "sandbox", "--symlink", "usr/bin", "/bin", "--symlink", "usr/lib", "/lib", "--symlink", "usr/lib64", "/lib64"];
const mounts = [];
for (let i = 0; i < options.length; i += 1) {
  const value = options[i + 1];
  if (options[i] === "--mount") { const part = Object.fromEntries(value.split(",").map((p) => p.split("="))); mounts.push([part.target, ["readonly" in part ? "--ro-bind" : "--bind", part.source, part.target]]); }
  if (options[i] === "--tmpfs") mounts.push([value.split(":")[0], ["--tmpfs", value.split(":")[0]]]);
  if (options[i] === "--env") bwrap.push("--setenv", value.slice(0, value.indexOf("=")), value.slice(value.indexOf("=") + 1));
  if (options[i] === "--workdir") mounts.push(["~", ["--remount-ro", "/", "--chdir", value]]);
}
mounts.sort((a, b) => a[0] < b[0] ? -1 : 1);
const child = spawn("/bin/bash", ["-c", 'for n in $(ls /proc/self/fd); do [ "$n" -gt 3 ] && eval "exec $n>&-"; done; exec "$@"', "sh", "/usr/bin/bwrap", ...bwrap, ...mounts.flatMap(([, words]) => words), "--seccomp", "3", "--", ...command], { stdio: ["inherit", "inherit", "inherit", fs.openSync("FILTERFILE", "r")], env: {} });
child.on("exit", (code) => process.exit(code ?? 137));
`;

describe.skipIf(NO_BUBBLEWRAP !== null || process.getuid?.() !== 0)(
  "docker, as an ordinary user, by a client of ours (needs root to become one, and bubblewrap to stand in)",
  () => {
    let program: UserProgram;
    beforeAll(async () => {
      program = await asUser(12_345);
    });
    afterAll(() => program?.remove());

    const open = (mode: string) => `
const sandbox = await openSandbox({ mode: ${JSON.stringify(mode)}, workspace: WORKSPACE, log, fileServerCommand: FILES, bwrap: "/nonexistent/bwrap" });
const run = (script, timeoutMs = 10000) => sandbox.exec({ script, timeoutMs, maxOutputBytes: 2000 });`;

    async function client(text: string, name = "docker"): Promise<void> {
      await mkdir(join(program.folder, "bin"), { recursive: true });
      await writeFile(join(program.folder, "bin", name), text, { mode: 0o755 });
    }

    test("every command is a container of its own that is removed by name", async () => {
      await program.writeFilter();
      const log = join(program.folder, "docker.log");
      await client(
        `#!${process.execPath}\n${STAND_IN.replace("FILTERFILE", join(program.folder, "filter")).replace('"LOG"', JSON.stringify(log))}`,
      );
      await writeFile(log, "");
      await chmod(log, 0o666);
      const outcome = await program.run(`${open("required")}
const made = await run("echo made > made.txt; env | cut -d= -f1 | sort | tr '\\\\n' ' '");
const page = await sandbox.files.read("made.txt", 1, 1);
const cut = await run("sleep 60", 700);
await sandbox.close();
return { tier: sandbox.tier, made: made.exitCode, names: made.output.trim(), page: page.text, cut: cut.timedOut };`);
      expect(outcome).toMatchObject({ tier: "docker", made: 0, page: "1\tmade", cut: true });
      expect(JSON.stringify(outcome)).not.toMatch(/TOKEN|DOCKER/);
      const lines = spawnSync("cat", [log], { encoding: "utf8" }).stdout.trim().split("\n");
      expect(lines[0]).toMatch(/^import /);
      const started = lines.flatMap((line) => /^run --rm --init --name (\S+)/.exec(line)?.[1] ?? []);
      const removed = lines.flatMap((line) => /^rm --force --volumes (\S+)/.exec(line)?.[1] ?? []);
      expect(new Set(started).size).toBe(started.length);
      // A client that is killed at once may be gone before the daemon has heard of its container.
      expect(removed).toEqual(expect.arrayContaining(started));
      expect(started.length).toBeGreaterThan(4);
    });

    test.each([
      [
        "that has no daemon",
        'echo "Cannot connect to the Docker daemon" >&2; exit 1',
        /docker does not answer: Cannot connect/,
      ],
      ["that answers nonsense", "echo hello", /docker does not answer: .*gave no image/],
      [
        "that only pretends",
        `[ "$1" = import ] && echo sha256:${"a".repeat(64)} && exit; [ "$1" = rm ] && exit; while [ "$1" != sha256:${"a".repeat(64)} ]; do shift; done; shift; exec "$@"`,
        /docker: /,
      ],
    ])("a client %s is no sandbox", async (_name, script, why) => {
      await client(`#!/bin/bash\n${script}\n`);
      expect(await program.run(`${open("required")} return sandbox.tier;`)).toMatch(why);
      expect(await program.run(`${open("no-exec")} await sandbox.close(); return sandbox.tier;`)).toBe(
        "no-exec",
      );
    });
  },
);
