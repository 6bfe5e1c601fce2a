/** Reads bare repositories by asynchronous git processes; the forge serves from the same process and must never be blocked. */
import { spawn as nodeSpawn } from "node:child_process";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

export interface TreeEntry {
  path: string;
  sha: string;
  mode: string;
}

/** Runs git and returns stdout. Throws with git's own message when it fails. */
export function git(
  args: string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; input?: string } = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const env = { ...gitEnvironment(), ...options.env };
    const child = nodeSpawn("git", args, { cwd: options.cwd, env, stdio: ["pipe", "pipe", "pipe"] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.on("error", (cause) =>
      reject(new Error(`git could not be started: ${cause.message}; install git 2.38 or newer`, { cause })),
    );
    child.on("close", (code) => {
      if (code === 0) resolve(Buffer.concat(out).toString("utf8"));
      else
        reject(
          new Error(
            `git ${args.find((arg) => !arg.startsWith("-")) ?? ""} failed: ${Buffer.concat(err).toString("utf8").trim()}`,
          ),
        );
    });
    child.stdin.on("error", () => undefined);
    child.stdin.end(options.input ?? "");
  });
}

/** No configuration of the person or machine may change what a checkout contains. */
function gitEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, LANG } = process.env;
  return {
    PATH,
    HOME,
    TMPDIR,
    LANG,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_TERMINAL_PROMPT: "0",
  };
}

/** The commit that a branch, tag or SHA names; undefined when there is none. */
export async function resolveCommit(gitDir: string, ref: string): Promise<string | undefined> {
  const candidates =
    /^[0-9a-f]{40}$/.test(ref) || ref === "HEAD" || ref.startsWith("refs/")
      ? [ref]
      : [`refs/tags/${ref}`, `refs/heads/${ref}`];
  for (const candidate of candidates) {
    const found = await git([
      "--git-dir",
      gitDir,
      "rev-parse",
      "--verify",
      "--quiet",
      `${candidate}^{commit}`,
    ]).catch(() => "");
    if (found.trim() !== "") return found.trim();
  }
  return undefined;
}

/** The files directly inside a folder of a commit; empty when there is no such folder. */
export async function listFolder(gitDir: string, commit: string, folder: string): Promise<TreeEntry[]> {
  const listing = await git(["--git-dir", gitDir, "ls-tree", "-z", commit, "--", `${folder}/`]);
  return listing.split("\0").flatMap((line) => {
    const match = /^(\d+) blob ([0-9a-f]+)\t(.+)$/s.exec(line);
    return match?.[1] && match[2] && match[3] ? [{ mode: match[1], sha: match[2], path: match[3] }] : [];
  });
}

export function readBlob(gitDir: string, sha: string): Promise<string> {
  return git(["--git-dir", gitDir, "cat-file", "blob", sha]);
}

/** The text of a file at a commit; undefined when it is not there. */
export async function readFileAt(gitDir: string, commit: string, path: string): Promise<string | undefined> {
  return git(["--git-dir", gitDir, "cat-file", "blob", `${commit}:${path}`]).catch(() => undefined);
}

/** Writes the tree of a commit into a directory that does not exist yet; it appears whole or not at all. */
export async function extractCommit(gitDir: string, commit: string, directory: string): Promise<void> {
  const partial = `${directory}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  await mkdir(dirname(directory), { recursive: true });
  const env = { GIT_INDEX_FILE: `${directory}.index` };
  await git(["--git-dir", gitDir, "read-tree", commit], { env });
  await git(["--git-dir", gitDir, "--work-tree", partial, "checkout-index", "--all", "--quiet"], {
    cwd: partial,
    env,
  });
  await rm(`${directory}.index`, { force: true });
  await rename(partial, directory);
}
