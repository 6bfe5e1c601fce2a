/** What every tier that runs commands promises; each is held to it where this machine can give it. */
import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSandbox } from "../../src/agent/sandbox/open.ts";
import type { Sandbox, SandboxTier } from "../../src/agent/sandbox/sandbox.ts";
import {
  egressCommand,
  fileServerCommand,
  makeRepository,
  NO_BUBBLEWRAP,
  removeRepository,
  SILENT,
} from "../unit/sandbox-support.ts";

/** Null when a docker daemon answers to a user who is not root; else why its tests are skipped. */
const NO_DOCKER: string | null = (() => {
  if (process.getuid?.() === 0) return "docker as a sandbox needs a user who is not root";
  const answers = spawnSync("docker", ["info"], { timeout: 10_000 }).status === 0;
  return answers ? null : "no docker daemon answers";
})();

const TIERS: readonly { tier: SandboxTier; missing: string | null; options: { bwrap?: string } }[] = [
  { tier: "bubblewrap", missing: NO_BUBBLEWRAP, options: {} },
  { tier: "docker", missing: NO_DOCKER, options: { bwrap: "/nonexistent/bwrap" } },
];

describe.each(TIERS)("tier $tier (missing: $missing)", ({ tier, missing, options }) => {
  let root: string;
  let sandbox: Sandbox;
  let listener: Server;
  let port = 0;

  beforeAll(async () => {
    if (missing !== null) return;
    listener = createServer((socket) => socket.end("reached"));
    await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
    const address = listener.address();
    port = typeof address === "object" && address ? address.port : 0;
    root = await makeRepository({ "a.txt": "a\n", ".github/workflows/ci.yml": "on: push\n" });
    sandbox = await openSandbox({
      mode: "required",
      workspace: root,
      fileServerCommand: await fileServerCommand(),
      egress: {
        hosts: ["registry.example"],
        bridge: await egressCommand(),
        resolve: async () => ["10.0.0.1"],
      },
      parentEnvironment: { ...process.env, TOKEN: "token-of-the-parent" },
      log: SILENT,
      ...options,
    });
  });
  afterAll(async () => {
    await sandbox?.close();
    listener?.close();
    if (root !== undefined) await removeRepository(root);
  });
  const sh = (script: string, more: { timeoutMs?: number; egress?: boolean } = {}) =>
    sandbox.exec({ script, timeoutMs: 30_000, maxOutputBytes: 20_000, ...more });

  test.skipIf(missing !== null)("says what it is, and what it bounds", () => {
    expect(sandbox.tier).toBe(tier);
    expect(sandbox.root).toBe("/workspace");
    expect(sandbox.memoryLimit).not.toBe("unbounded");
  });

  test.skipIf(missing !== null)(
    "commands and file tools share the workspace, and what is written is ours",
    async () => {
      expect(await sh("pwd; echo made > made.txt; exit 3")).toMatchObject({
        exitCode: 3,
        output: "/workspace\n",
      });
      expect((await sandbox.files.read("made.txt", 1, 1)).text).toContain("made");
      expect(await readFile(join(root, "made.txt"), "utf8")).toBe("made\n");
    },
  );

  test
    .skipIf(missing !== null)
    .each([
      "touch /usr/x",
      "touch .git/x",
      "echo x >> .github/workflows/ci.yml",
      "cat /etc/shadow",
      "su -c true",
      "mount -t tmpfs none /tmp",
    ])("refuses %s", async (script) => {
    expect((await sh(script)).exitCode).not.toBe(0);
  });

  test.skipIf(missing !== null)(
    "shows no secret of ours, no process of the machine, and no port of it",
    async () => {
      const { output } = await sh(
        `env; cat /proc/*/environ | tr '\\0' '\\n'; ls /proc | grep -c '^[0-9]'; node -e 'require("net").connect(${port}, "127.0.0.1").on("data", (text) => console.log(String(text))).on("error", () => {})'`,
      );
      expect(output).not.toMatch(/token-of-the-parent|reached/);
      expect(output).toContain("HOME=/tmp/home");
    },
  );

  test.skipIf(missing !== null)("nothing survives the time limit", async () => {
    const mark = `98765.${process.pid}${Date.now()}`;
    const outcome = await sh(`(setsid sleep ${mark} &) ; sleep ${mark}`, { timeoutMs: 2_000 });
    expect([outcome.timedOut, outcome.denial?.kind]).toEqual([true, "time"]);
    expect(spawnSync("pgrep", ["-f", `sleep ${mark}`]).status).toBe(1);
  });

  test.skipIf(missing !== null)(
    "the way out leads through the gate, and refuses an address that is not public",
    async () => {
      const ask = `node -e '
const proxy = new URL(process.env.HTTPS_PROXY);
require("net").connect(proxy.port, proxy.hostname, function () { this.write("CONNECT registry.example:443 HTTP/1.1\\r\\n\\r\\n"); }).on("data", (text) => process.stdout.write(text));'`;
      expect((await sh(ask, { egress: true })).output).toMatch(/^HTTP\/1\.1 403 /);
      expect(sandbox.refusedHosts()).toEqual([
        { host: "registry.example", why: "its address is not a public one" },
      ]);
    },
  );
});
