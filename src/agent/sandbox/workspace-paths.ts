/** Which files of the workspace may be touched: everything that a model names passes here before it is opened. */
import { constants } from "node:fs";
import { type FileHandle, lstat, open, readlink, realpath } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { globTest } from "../../domain/glob.ts";

/** A refusal that the model may read. */
export class RefusedError extends Error {}

/** Never written by a model, whatever the configuration says. */
const ALWAYS_PROTECTED = ["**/.git", ".github/workflows", ".github/actions", ".github/nightshift*"] as const;

const INSIDE_GIT = globTest("**/.git");
const LONGEST_PATH = 1_024;

export interface WorkspacePaths {
  /** Opens an existing regular file for reading. The caller closes the handle. */
  openToRead(path: string): Promise<{ handle: FileHandle; path: string }>;
  /** The place of a file that may be written, and whether it exists. Its parent directories may be missing. */
  resolveToWrite(path: string): Promise<{ full: string; path: string; exists: boolean }>;
  /** Protects more paths, for good. */
  protect(globs: readonly string[]): void;
}

/** `root` must be a real path. */
export function openWorkspacePaths(root: string): WorkspacePaths {
  const protectedTests = ALWAYS_PROTECTED.map(globTest);

  /** The path without `.` and `..`, relative to the root; nothing on disk is looked at. */
  function normalize(path: string): string {
    if (path === "" || path.length > LONGEST_PATH || path.includes("\0"))
      throw new RefusedError("the path is empty, too long or not text");
    const inside = relative(root, isAbsolute(path) ? path : resolve(root, path));
    if (inside === "") throw new RefusedError(`${path} is the repository itself, not a file`);
    if (inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside)) throw outside(path);
    return inside;
  }

  async function openToRead(path: string): Promise<{ handle: FileHandle; path: string }> {
    const wanted = normalize(path);
    const full = await realpath(join(root, wanted)).catch((error: unknown) => {
      throw missing(wanted, error);
    });
    const real = relative(root, full);
    if (!isInside(real)) throw outside(wanted);
    if (INSIDE_GIT(real)) throw new RefusedError(`${wanted} is inside .git; use the git tool`);
    // Not following and not blocking: a link or FIFO that was swapped in since realpath is refused, not followed.
    const handle = await open(full, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(
      (error: unknown) => {
        throw missing(wanted, error);
      },
    );
    try {
      await checkHandle(handle, full, wanted);
      return { handle, path: wanted };
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  async function resolveToWrite(path: string): Promise<{ full: string; path: string; exists: boolean }> {
    const wanted = normalize(path);
    const parent = await nearestRealParent(join(root, wanted));
    const real = relative(root, join(parent.real, parent.rest));
    if (!isInside(real)) throw outside(wanted);
    for (const name of [wanted, real]) {
      if (protectedTests.some((test) => test(name)))
        throw new RefusedError(`${wanted} is protected and must not be changed`);
    }
    const full = join(root, real);
    const stat = await lstat(full).catch(() => undefined);
    if (stat && !stat.isFile()) throw new RefusedError(`${wanted} is not a regular file`);
    if (stat && stat.nlink > 1) throw new RefusedError(`${wanted} has more than one hard link`);
    return { full, path: real, exists: stat !== undefined };
  }

  return {
    openToRead,
    resolveToWrite,
    protect: (globs) => protectedTests.push(...globs.map(globTest)),
  };
}

function isInside(path: string): boolean {
  return path !== "" && path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

async function checkHandle(handle: FileHandle, full: string, wanted: string): Promise<void> {
  const stat = await handle.stat();
  if (stat.isDirectory()) throw new RefusedError(`${wanted} is a directory; use list_files`);
  if (!stat.isFile()) throw new RefusedError(`${wanted} is not a regular file`);
  if (stat.nlink > 1) throw new RefusedError(`${wanted} has more than one hard link`);
  const opened = await readlink(`/proc/self/fd/${handle.fd}`).catch(() => full);
  if (opened !== full) throw new RefusedError(`${wanted} changed while it was opened`);
}

/** The real path of the nearest existing directory above a file, and the rest below it that does not exist yet. */
async function nearestRealParent(full: string): Promise<{ real: string; rest: string }> {
  let directory = dirname(full);
  let rest = basename(full);
  for (;;) {
    const real = await realpath(directory).catch(() => undefined);
    if (real !== undefined) return { real, rest };
    const dangling = await lstat(directory).then(
      () => true,
      () => false,
    );
    if (dangling) throw new RefusedError(`${directory} is a link to nothing`);
    rest = join(basename(directory), rest);
    directory = dirname(directory);
  }
}

function outside(path: string): RefusedError {
  return new RefusedError(`${path} is outside the repository`);
}

function missing(path: string, error: unknown): RefusedError {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") return new RefusedError(`${path} does not exist`);
  if (code === "ELOOP") return new RefusedError(`${path} is a link`);
  if (code === "ENXIO") return new RefusedError(`${path} is not a regular file`);
  return new RefusedError(`${path} cannot be opened (${String(code)})`);
}
