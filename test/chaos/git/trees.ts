/**
 * Trees and blobs, shared by every world of this process: real git answers each question about them once. What git says of a
 * tree never changes, so worlds that differ in time and commits alone start no process.
 */
import { createHash } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type GitObject, openObjects } from "../../../src/local/forge/git/objects.ts";
import { type GitResult, runGit } from "../../../src/local/forge/git/run.ts";

export interface Trees {
  /** Answer of git to a question that depends on its arguments and its input alone; any exit code is an answer. */
  ask(args: readonly string[], input?: string | Buffer): Promise<GitResult>;
  read(name: string): Promise<GitObject | undefined>;
  /** Tree after `steps` worked on an index that began as `tree`; what git said of the first step that failed. */
  change(
    tree: string,
    steps: readonly { args: readonly string[]; input?: string | Buffer }[],
  ): Promise<{ tree: string } | { refused: GitResult }>;
  /** What `git merge-tree` says of two trees that grew out of `base`. */
  merge(base: string, ours: string, theirs: string, flags: readonly string[]): Promise<GitResult>;
  /** Processes started so far. */
  processes(): number;
}

const FIXED = {
  GIT_AUTHOR_NAME: "git",
  GIT_AUTHOR_EMAIL: "git@localhost",
  GIT_AUTHOR_DATE: "2026-01-01T00:00:00Z",
  GIT_COMMITTER_NAME: "git",
  GIT_COMMITTER_EMAIL: "git@localhost",
  GIT_COMMITTER_DATE: "2026-01-01T00:00:00Z",
};

let opened: Promise<Trees> | undefined;

/** The database of this process, below the directory for temporary files. */
export function sharedTrees(): Promise<Trees> {
  opened ??= openTrees(join(mkdtempSync(join(tmpdir(), "nightshift-chaos-")), "objects.git"));
  return opened;
}

async function openTrees(directory: string): Promise<Trees> {
  let processes = 2;
  await runGit(tmpdir(), ["init", "--quiet", "--bare", "--template=", directory]);
  await runGit(directory, ["mktree"]);
  const objects = openObjects(directory);
  const known = new Map<string, Promise<unknown>>();
  let indexes = 0;

  const once = <Result>(key: string, compute: () => Promise<Result>): Promise<Result> => {
    const found = known.get(key);
    // Every key begins with the name of the one function that asks with it.
    if (found) return found as Promise<Result>;
    const fresh = compute();
    known.set(key, fresh);
    return fresh;
  };
  const git = (args: readonly string[], input?: string | Buffer, env = {}): Promise<GitResult> => {
    processes += 1;
    return runGit(directory, [...args], {
      allow: [1, 128, 129],
      env,
      ...(input === undefined ? {} : { input }),
    });
  };
  const keyOf = (args: readonly string[], input: string | Buffer = ""): string =>
    `${args.join("\0")}\0${createHash("sha1").update(input).digest("hex")}`;

  const commitOf = async (tree: string, parent?: string): Promise<string> => {
    const args = ["commit-tree", tree, ...(parent ? ["-p", parent] : [])];
    const made = await once(`commit ${args.join(" ")}`, () => git(args, "tree\n", FIXED));
    return made.stdout.toString().trim();
  };

  return {
    processes: () => processes,
    ask: (args, input) => once(`ask ${keyOf(args, input)}`, () => git(args, input)),
    read: (name) => once(`read ${name}`, () => objects.read(name)),
    change: (tree, steps) =>
      once(`change ${tree} ${steps.map(({ args, input }) => keyOf(args, input)).join(" ")}`, async () => {
        indexes += 1;
        const env = { GIT_INDEX_FILE: join(directory, `index.${indexes}`) };
        await git(["read-tree", tree], undefined, env);
        for (const { args, input } of steps) {
          const result = await git(args, input, env);
          if (result.code !== 0) return { refused: result };
        }
        return { tree: (await git(["write-tree"], undefined, env)).stdout.toString().trim() };
      }),
    merge: (base, ours, theirs, flags) =>
      once(`merge ${base} ${ours} ${theirs} ${flags.join(" ")}`, async () => {
        const root = await commitOf(base);
        const sides = [await commitOf(ours, root), await commitOf(theirs, root)];
        return git(["merge-tree", ...flags, ...sides]);
      }),
  };
}
