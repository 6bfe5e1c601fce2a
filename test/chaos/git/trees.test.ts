/** What is worked out about trees in memory is what git itself says of them. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { runGit } from "../../../src/local/forge/git/run.ts";
import { openTrees, type Trees } from "./trees.ts";

const directory = mkdtempSync(join(tmpdir(), "nightshift-trees-"));
const bare = join(directory, "objects.git");
const trees: Trees = await openTrees(bare);
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const EMPTY = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

async function treeOf(files: Record<string, string>): Promise<string> {
  const lines = await Promise.all(
    Object.entries(files).map(async ([path, content]) => {
      const blob = (await trees.ask(["hash-object", "-w", "--stdin"], content)).stdout.toString().trim();
      return `100644 ${blob}\t${path}\0`;
    }),
  );
  const changed = await trees.change(EMPTY, {
    args: ["update-index", "-z", "--index-info"],
    input: lines.join(""),
  });
  if ("refused" in changed) throw new Error(changed.refused.stderr);
  // Git reads it whole from here on.
  await trees.ask(["ls-tree", changed.tree]);
  return changed.tree;
}

const git = async (args: readonly string[], env: Record<string, string> = {}) =>
  (await runGit(bare, [...args], { env, allow: [1] })).stdout.toString();

const KEPT = { "README.md": "# app\n", "src/a.txt": "1\n2\n3\n", "src/deep/b.txt": "b\n" };
const CHANGES: [what: string, from: Record<string, string>, to: Record<string, string>][] = [
  ["a file more", KEPT, { ...KEPT, "src/c.txt": "c\n" }],
  ["a line less", KEPT, { ...KEPT, "src/a.txt": "1\n3\n" }],
  ["a file less", KEPT, { "README.md": "# app\n", "src/a.txt": "1\n2\n3\n" }],
  ["a file at another place", KEPT, { "README.md": "# app\n", "src/a.txt": "1\n2\n3\n", "lib/b.txt": "b\n" }],
  ["a file where a directory was", KEPT, { "README.md": "# app\n", src: "now a file\n" }],
  ["names that sort as directories do", { ...KEPT, "src.txt": "x\n" }, { ...KEPT, "src-a": "y\n" }],
];

test.each(CHANGES)("%s: differences, and a patch of them", async (_, before, after) => {
  const [from, to] = [await treeOf(before), await treeOf(after)];
  for (const args of [
    ["diff-tree", "-r", "--raw", "-z", "-M", "--abbrev=40", from, to],
    ["diff", "--binary", "--full-index", "--no-color", "--no-renames", from, to],
  ])
    expect((await trees.ask(args)).stdout.toString()).toBe(await git(args));
  const patch = (await trees.ask(["diff", "--binary", "--full-index", "--no-renames", from, to])).stdout;
  expect(await trees.change(from, { args: ["apply", "--cached", "--binary"], input: patch })).toEqual({
    tree: to,
  });
});

test.each([
  ["both add something", { ...KEPT, "x.txt": "x\n" }, { ...KEPT, "src/y.txt": "y\n" }, 0],
  [
    "both change one file at two places",
    { ...KEPT, "src/a.txt": "0\n1\n2\n3\n" },
    { ...KEPT, "src/a.txt": "1\n2\n3\n" },
    0,
  ],
  ["one takes away what the other leaves", { "README.md": "# app\n" }, { ...KEPT, "z.txt": "z\n" }, 0],
  [
    "both write the same line",
    { ...KEPT, "src/a.txt": "1\nmine\n3\n" },
    { ...KEPT, "src/a.txt": "1\nyours\n3\n" },
    1,
  ],
])("merging where %s", async (_, ours, theirs, code) => {
  const [base, one, other] = [await treeOf(KEPT), await treeOf(ours), await treeOf(theirs)];
  const commit = async (tree: string, parents: readonly string[]) =>
    (
      await git(["commit-tree", tree, "-m", "x", ...parents.flatMap((parent) => ["-p", parent])], {
        GIT_AUTHOR_NAME: "git",
        GIT_AUTHOR_EMAIL: "git@localhost",
        GIT_COMMITTER_NAME: "git",
        GIT_COMMITTER_EMAIL: "git@localhost",
      })
    ).trim();
  const root = await commit(base, []);
  const sides = [await commit(one, [root]), await commit(other, [root])];
  const flags = ["--write-tree", "--name-only", "--no-messages"];
  const said = await trees.merge(base, one, other, flags);
  const expected = (await git(["merge-tree", ...flags, ...sides])).split("\n");
  expect(said.code).toBe(code);
  const [tree, ...conflicts] = said.stdout.toString().split("\n");
  expect(conflicts).toEqual(expected.slice(1));
  // Git names its two commits at the marks of a conflict, and these are others.
  if (code === 0) expect(tree).toBe(expected[0]);
});
