/** Commits, trees and blobs: reading them, and writing commits without a work tree. */
import { rm } from "node:fs/promises";
import type { GitRepository } from "./repository.ts";

export interface Signature {
  name: string;
  email: string;
  /** ISO 8601 in UTC. */
  date: string;
}

export interface Commit {
  sha: string;
  tree: string;
  parents: string[];
  author: Signature;
  committer: Signature;
  message: string;
}

export interface TreeEntry {
  mode: string;
  type: "blob" | "tree" | "commit";
  sha: string;
  path: string;
}

/** A file to be written; null deletes the path. */
export type FileChange = { content: string | Buffer; executable?: boolean } | null;

/** The commit that `revision` resolves to; undefined when there is none. */
export async function resolveCommit(git: GitRepository, revision: string): Promise<string | undefined> {
  const known = git.refs.get(`refs/heads/${revision}`) ?? git.refs.get(revision);
  if (known) return known;
  if (revision.startsWith("-") || /[\s:]/.test(revision)) return undefined;
  const object = await git.read(`${revision}^{commit}`);
  return object?.type === "commit" ? object.sha : undefined;
}

export function readCommit(git: GitRepository, sha: string): Promise<Commit> {
  return git.commits(sha, async () => {
    const object = await git.read(sha);
    if (object?.type !== "commit") throw new Error(`No commit ${sha} in ${git.directory}`);
    return parseCommit(sha, object.content.toString());
  });
}

function parseCommit(sha: string, raw: string): Commit {
  const split = raw.indexOf("\n\n");
  const headers = raw.slice(0, split).split("\n");
  const values = (name: string): string[] =>
    headers.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
  return {
    sha,
    tree: values("tree")[0] ?? "",
    parents: values("parent"),
    author: parseSignature(values("author")[0] ?? ""),
    committer: parseSignature(values("committer")[0] ?? ""),
    message: raw.slice(split + 2).replace(/\n$/, ""),
  };
}

function parseSignature(line: string): Signature {
  const [, name = "", email = "", seconds = "0"] = /^(.*) <(.*)> (\d+) [+-]\d+$/.exec(line) ?? [];
  return { name, email, date: new Date(Number(seconds) * 1000).toISOString().replace(".000Z", "Z") };
}

/** `parent..tip` style listing, newest first, at most `limit`. */
export async function listCommits(
  git: GitRepository,
  range: string[],
  options: { limit?: number; skip?: number; path?: string } = {},
): Promise<string[]> {
  const { limit = 250, skip = 0, path } = options;
  const output = await git.text([
    "rev-list",
    `--max-count=${limit}`,
    `--skip=${skip}`,
    ...range,
    "--",
    ...(path ? [path] : []),
  ]);
  return output === "" ? [] : output.split("\n");
}

export async function mergeBase(git: GitRepository, one: string, other: string): Promise<string | undefined> {
  const found = await git.texts(
    `merge-base ${one} ${other}`,
    async () => (await git.text(["merge-base", one, other], { allow: [1] })).split("\n")[0] ?? "",
  );
  return found === "" ? undefined : found;
}

export async function aheadBehind(
  git: GitRepository,
  base: string,
  head: string,
): Promise<{ ahead: number; behind: number }> {
  const counts = await git.texts(`counts ${base} ${head}`, () =>
    git.text(["rev-list", "--left-right", "--count", `${base}...${head}`]),
  );
  const [behind = 0, ahead = 0] = counts.split("\t").map(Number);
  return { ahead, behind };
}

export async function listTree(git: GitRepository, tree: string, recursive: boolean): Promise<TreeEntry[]> {
  const output = await git.texts(`tree ${tree} ${recursive}`, () =>
    git.text(["ls-tree", "-z", ...(recursive ? ["-r", "-t"] : []), tree]),
  );
  return output
    .split("\0")
    .filter((line) => line !== "")
    .map(parseTreeLine);
}

function parseTreeLine(line: string): TreeEntry {
  const [meta = "", path = ""] = line.split("\t");
  const [mode = "", type = "", sha = ""] = meta.split(" ");
  return { mode, type: type === "tree" || type === "commit" ? type : "blob", sha, path };
}

export async function readFileAt(
  git: GitRepository,
  revision: string,
  path: string,
): Promise<Buffer | undefined> {
  const object = await git.read(`${revision}:${path}`);
  return object?.type === "blob" ? object.content : undefined;
}

export async function writeBlob(git: GitRepository, content: string | Buffer): Promise<string> {
  return git.text(["hash-object", "-w", "--stdin"], { input: content });
}

/** The tree of `base` (empty without one) with the changes applied. */
export async function writeTree(
  git: GitRepository,
  base: string | undefined,
  changes: { [path: string]: FileChange },
): Promise<string> {
  const lines: string[] = [];
  for (const [path, change] of Object.entries(changes)) {
    if (change === null) lines.push(`0 ${"0".repeat(40)}\t${path}`);
    else
      lines.push(
        `${change.executable ? "100755" : "100644"} ${await writeBlob(git, change.content)}\t${path}`,
      );
  }
  return writeIndexTree(git, base, lines);
}

let indexes = 0;

/** Applies `git update-index --index-info` lines to a private index and writes it as a tree. */
export async function writeIndexTree(
  git: GitRepository,
  base: string | undefined,
  lines: string[],
): Promise<string> {
  indexes += 1;
  const env = { GIT_INDEX_FILE: `${git.directory}/index.${process.pid}.${indexes}` };
  await git.run(base ? ["read-tree", base] : ["read-tree", "--empty"], { env });
  await git.run(["update-index", "-z", "--index-info"], {
    env,
    input: lines.map((line) => `${line}\0`).join(""),
  });
  const tree = await git.text(["write-tree"], { env });
  await rm(env.GIT_INDEX_FILE, { force: true });
  return tree;
}

export interface NewCommit {
  tree: string;
  parents: string[];
  message: string;
  author: Signature;
  committer?: Signature;
}

export async function writeCommit(git: GitRepository, commit: NewCommit): Promise<string> {
  const committer = commit.committer ?? commit.author;
  return git.text(["commit-tree", commit.tree, ...commit.parents.flatMap((parent) => ["-p", parent])], {
    input: commit.message,
    env: {
      GIT_AUTHOR_NAME: commit.author.name,
      GIT_AUTHOR_EMAIL: commit.author.email,
      GIT_AUTHOR_DATE: commit.author.date,
      GIT_COMMITTER_NAME: committer.name,
      GIT_COMMITTER_EMAIL: committer.email,
      GIT_COMMITTER_DATE: committer.date,
    },
  });
}
