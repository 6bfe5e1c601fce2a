/** The two questions that the file server asks git; both read-only for the repository. */
import { execFile } from "node:child_process";
import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { printTree } from "./tree-print.ts";

const run = promisify(execFile);
const TIMEOUT_MS = 30_000;

/** Keeps git from running anything that the work tree's own configuration names. */
export const GIT_GUARDS = [
  "-c",
  "core.hooksPath=/dev/null",
  "-c",
  "core.fsmonitor=false",
  "-c",
  "protocol.ext.allow=never",
  "--literal-pathspecs",
] as const;

export interface GitView {
  isTracked(path: string): Promise<boolean>;
  digest(): Promise<string | null>;
}

/** Objects of the digest go to `scratch`; the repository's own store and index are only read. */
export function openGitView(root: string, scratch: string): GitView {
  const objects = join(scratch, "objects");
  const index = join(scratch, "index");
  let ready: Promise<Record<string, string> | undefined> | undefined;
  /** The newest digest, and the print of the tree that it was taken of. */
  let last: { print: string; tree: string } | undefined;
  let isTooLarge = false;

  async function git(args: readonly string[], env: Record<string, string> = {}): Promise<string> {
    const { stdout } = await run("git", [...GIT_GUARDS, ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      timeout: TIMEOUT_MS,
      killSignal: "SIGKILL",
      maxBuffer: 1_000_000,
    });
    return stdout.trim();
  }

  /** A copy of the index keeps its stat cache: unchanged files are not read again. */
  async function prepare(): Promise<Record<string, string> | undefined> {
    try {
      const gitDirectory = await git(["rev-parse", "--absolute-git-dir"]);
      await mkdir(objects, { recursive: true });
      await copyFile(join(gitDirectory, "index"), index).catch(() => undefined);
      return {
        GIT_INDEX_FILE: index,
        GIT_OBJECT_DIRECTORY: objects,
        GIT_ALTERNATE_OBJECT_DIRECTORIES: join(gitDirectory, "objects"),
      };
    } catch {
      return undefined;
    }
  }

  return {
    isTracked: (path) =>
      git(["ls-files", "--error-unmatch", "--", path]).then(
        () => true,
        () => false,
      ),
    async digest() {
      ready ??= prepare();
      const env = await ready;
      if (!env) return null;
      // Looked at before git looks: a change in between makes the next print another one.
      const now = isTooLarge ? undefined : printTree(root, Date.now());
      isTooLarge ||= now === undefined;
      if (now !== undefined && now.print === last?.print) return last.tree;
      try {
        await git(["add", "-A"], env);
        const tree = await git(["write-tree"], env);
        last = now?.isSettled ? { print: now.print, tree } : undefined;
        return tree;
      } catch {
        return null;
      }
    },
  };
}
