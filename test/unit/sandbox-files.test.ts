import { execFileSync } from "node:child_process";
import { chmod, link, mkdir, mkdtemp, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSandbox } from "../../src/agent/sandbox/open.ts";
import type { Sandbox } from "../../src/agent/sandbox/sandbox.ts";
import {
  exists,
  fileServerCommand,
  makeRepository,
  NO_BUBBLEWRAP,
  removeRepository,
  SILENT,
} from "./sandbox-support.ts";

const TIERS = NO_BUBBLEWRAP === null ? (["off", "required"] as const) : (["off"] as const);

describe.each(TIERS)("file server, sandbox %s", (mode) => {
  let root: string;
  let outside: string;
  let sandbox: Sandbox;

  beforeAll(async () => {
    outside = await mkdtemp(join(tmpdir(), "nightshift-outside-"));
    await writeFile(join(outside, "secret.txt"), "secret");
    root = await makeRepository({
      "a.txt": "one\ntwo\nthree\n",
      "src/deep/b.ts": "export {};\n",
      ".github/workflows/ci.yml": "on: push\n",
      ".github/nightshift.yml": "mode: merge\n",
    });
    await symlink(join(outside, "secret.txt"), join(root, "link.txt"));
    await symlink("/proc/self/environ", join(root, "notes.txt"));
    await symlink("/", join(root, "rootlink"));
    await symlink(outside, join(root, "outlink"));
    await symlink("a.txt", join(root, "inside.txt"));
    await symlink(".github", join(root, "hub"));
    await writeFile(join(root, "hard1.txt"), "x");
    await link(join(root, "hard1.txt"), join(root, "hard2.txt"));
    execFileSync("mkfifo", [join(root, "pipe")]);
    await writeFile(join(root, "bin.dat"), Buffer.from([1, 0, 2]));
    sandbox = await openSandbox({
      mode,
      workspace: root,
      fileServerCommand: await fileServerCommand(),
      log: SILENT,
    });
    await sandbox.files.protect(["locked/**", "*.lock"]);
  });
  afterAll(async () => {
    await sandbox?.close();
    await removeRepository(root);
    await removeRepository(outside);
  });

  test.each([
    ["../secret.txt", "outside the repository"],
    ["/etc/passwd", "outside the repository"],
    ["src/../../x", "outside the repository"],
    ["link.txt", /outside the repository|does not exist/],
    ["notes.txt", /outside the repository/],
    ["rootlink/proc/self/environ", /outside the repository/],
    ["rootlink/etc/passwd", /outside the repository/],
    ["outlink/secret.txt", /outside the repository|does not exist/],
    ["/proc/self/root/etc/passwd", "outside the repository"],
    ["hard1.txt", "hard link"],
    ["pipe", "not a regular file"],
    ["bin.dat", "binary"],
    ["src", "directory"],
    ["none.txt", "does not exist"],
    [".git/config", "inside .git"],
    ["a.txt\0.png", "not text"],
    ["", "empty"],
  ])("does not read %j", async (path, why) => {
    await expect(sandbox.files.read(path, 1, 10)).rejects.toThrow(why);
  });

  test("reads through a link that stays inside", async () => {
    expect(await sandbox.files.read("inside.txt", 2, 1)).toEqual({
      text: "2\ttwo",
      firstLine: 2,
      lastLine: 2,
      totalLines: 3,
    });
  });

  test.each([
    [".git/hooks/pre-commit", "protected"],
    ["src/.git/config", "protected"],
    [".GIT/config", "protected"],
    [".github/workflows/ci.yml", "protected"],
    [".GitHub/Workflows/new.yml", "protected"],
    [".github/actions/x/action.yml", "protected"],
    [".github/nightshift.yml", "protected"],
    [".github/nightshift/extra.md", "protected"],
    ["hub/workflows/new.yml", "protected"],
    ["locked/deep/x", "protected"],
    ["yarn.lock", "protected"],
    ["link.txt", /outside|not a regular file/],
    ["outlink/new.txt", /outside|link to nothing/],
    ["../new.txt", "outside"],
    ["pipe", "not a regular file"],
    ["hard1.txt", "hard link"],
    ["a.txt", "not read yet"],
  ])("does not write %j", async (path, why) => {
    await expect(sandbox.files.write(path, "evil")).rejects.toThrow(why);
    expect(await exists(join(outside, "new.txt"))).toBe(false);
  });

  test("an edit needs a fresh read, keeps the mode and changes the digest", async () => {
    await writeFile(join(root, "run.sh"), "echo 1\n");
    await chmod(join(root, "run.sh"), 0o755);
    const before = await sandbox.files.digest();
    await expect(sandbox.files.edit("run.sh", [{ old: "1", new: "2", all: false }])).rejects.toThrow(
      "not read yet",
    );
    await sandbox.files.read("run.sh", 1, 10);
    await sandbox.files.edit("run.sh", [{ old: "1", new: "2", all: false }]);
    expect(await readFile(join(root, "run.sh"), "utf8")).toBe("echo 2\n");
    expect((await stat(join(root, "run.sh"))).mode & 0o777).toBe(0o755);
    expect(await sandbox.files.digest()).not.toBe(before);

    await writeFile(join(root, "run.sh"), "echo 3\n");
    await expect(sandbox.files.edit("run.sh", [{ old: "3", new: "4", all: false }])).rejects.toThrow(
      "changed since",
    );
  });

  test("makes parent directories, and gives up only what git or this run knows", async () => {
    await mkdir(join(root, "loose"));
    await writeFile(join(root, "loose/mine.txt"), "only copy");
    expect(await sandbox.files.write("new/deep/c.txt", "c")).toEqual({ created: true });
    await sandbox.files.move("new/deep/c.txt", "new/d.txt");
    await sandbox.files.remove("new/d.txt");
    await sandbox.files.remove("src/deep/b.ts");
    await expect(sandbox.files.remove("loose/mine.txt")).rejects.toThrow("neither tracked");
    await expect(sandbox.files.move("a.txt", ".github/workflows/a.yml")).rejects.toThrow("protected");
    expect(await exists(join(root, "src/deep/b.ts"))).toBe(false);
  });

  test("the digest is the same for the same content and leaves the repository alone", async () => {
    const first = await sandbox.files.digest();
    await sandbox.files.write("temporary.txt", "x");
    expect(await sandbox.files.digest()).not.toBe(first);
    await sandbox.files.remove("temporary.txt");
    expect(await sandbox.files.digest()).toBe(first);
    const status = await sandbox.exec({
      argv: ["git", "diff", "--cached", "--name-only"],
      timeoutMs: 5_000,
      maxOutputBytes: 500,
    });
    expect(status.output).toBe("");
  });

  test("a search does not follow links out of the repository", async () => {
    const found = await sandbox.exec({
      argv: ["git", "grep", "-nI", "--untracked", "-e", "secret"],
      timeoutMs: 5_000,
      maxOutputBytes: 2_000,
    });
    expect(found.output).toBe("");
  });

  test("kept output is read by its name, page by page", async () => {
    const outcome = await sandbox.exec({
      script: "seq 1 20000",
      timeoutMs: 10_000,
      maxOutputBytes: 1_000,
      keepAs: "call_1",
    });
    expect(outcome.truncatedTo).toBe("out/call_1.log");
    expect(outcome.output).toMatch(/^1\n2\n[\s\S]*bytes left out[\s\S]*\n20000\n$/);
    const page = await sandbox.files.read("out/call_1.log", 10_000, 1);
    expect(page).toEqual({ text: "10000\t10000", firstLine: 10_000, lastLine: 10_000, totalLines: 20_000 });
  });
});
