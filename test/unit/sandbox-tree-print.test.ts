import { execFileSync } from "node:child_process";
import { chmod, mkdir, rename, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openGitView } from "../../src/agent/sandbox/git-view.ts";
import { printTree } from "../../src/agent/sandbox/tree-print.ts";
import { makeRepository, removeRepository } from "./sandbox-support.ts";

let root: string;
let scratch: string;
beforeEach(async () => {
  root = await makeRepository({ "a.txt": "aaaa\n", "deep/b.txt": "b\n" });
  scratch = `${root}-scratch`;
  await mkdir(scratch);
});
afterEach(async () => {
  await removeRepository(root);
  await rm(scratch, { recursive: true, force: true });
});

const LATER = 100_000;
const print = () => printTree(root, Date.now() + LATER)?.print;

test.each<[string, () => Promise<unknown>]>([
  [
    "a change of the same size with the old time",
    async () => {
      await writeFile(join(root, "a.txt"), "AAAA\n");
      await utimes(join(root, "a.txt"), 1, 1);
    },
  ],
  ["a new file", () => writeFile(join(root, "deep/c.txt"), "")],
  ["a removed file", () => rm(join(root, "deep/b.txt"))],
  ["another mode", () => chmod(join(root, "a.txt"), 0o755)],
  ["another name", () => rename(join(root, "a.txt"), join(root, "z.txt"))],
  [
    "a link in its place",
    async () => {
      await rm(join(root, "a.txt"));
      await symlink("deep/b.txt", join(root, "a.txt"));
    },
  ],
])("%s is another print", async (_, change) => {
  const before = print();
  expect(print()).toBe(before);
  await change();
  expect(print()).not.toBe(before);
});

test("a tree that changed just now is not settled, and what git does in .git is no change", async () => {
  await writeFile(join(root, "a.txt"), "now\n");
  expect(printTree(root, Date.now())?.isSettled).toBe(false);
  expect(printTree(root, Date.now() + LATER)?.isSettled).toBe(true);
  const before = print();
  execFileSync("git", ["-C", root, "add", "-A"]);
  expect(print()).toBe(before);
});

test("the digest of an unchanged tree is not asked of git again, and a change is seen", async () => {
  await wait(60);
  const view = openGitView(root, scratch);
  const first = await view.digest();
  expect(first).toMatch(/^[0-9a-f]{40}$/);
  await rm(join(scratch, "objects"), { recursive: true });
  await rm(join(scratch, "index"));
  await writeFile(join(scratch, "objects"), "git cannot work here");
  expect(await view.digest()).toBe(first);
  await writeFile(join(root, "a.txt"), "BBBB\n");
  expect(await view.digest()).not.toBe(first);
});
