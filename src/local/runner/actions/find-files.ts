/** Files by the patterns of an upload: paths, folders, `*` and `**`, lines with `!` exclude. */
import { readdir, stat } from "node:fs/promises";
import { dirname, resolve, sep } from "node:path";
import { toRegExp } from "../trigger/glob.ts";

/** Absolute files, and the folder that their paths in the artifact start from: the folder itself for one, else the least common. */
export async function findFiles(
  workspace: string,
  patterns: string,
  hidden: boolean,
): Promise<{ files: string[]; root: string }> {
  const lines = patterns
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const wanted = lines.filter((line) => !line.startsWith("!")).map((line) => resolve(workspace, line));
  const unwanted = lines
    .filter((line) => line.startsWith("!"))
    .map((line) => resolve(workspace, line.slice(1)));
  const found = new Set<string>();
  const roots: string[] = [];
  for (const pattern of wanted) {
    const base = fixedPart(pattern);
    const matches = await matching(pattern, base, hidden);
    const isFolder = !pattern.includes("*") && (await isDirectory(pattern));
    if (matches.length > 0) roots.push(isFolder || pattern.includes("*") ? base : dirname(pattern));
    for (const file of matches) found.add(file);
  }
  const files = [...found].filter((file) => !unwanted.some((pattern) => matches(pattern, file))).sort();
  return { files, root: commonFolder(roots) };
}

/** The folder above the first wildcard; the path itself when there is none. */
function fixedPart(pattern: string): string {
  const star = pattern.search(/[*?[]/);
  return star < 0 ? pattern : dirname(`${pattern.slice(0, star)}x`);
}

async function matching(pattern: string, base: string, hidden: boolean): Promise<string[]> {
  const details = await stat(base).catch(() => undefined);
  if (!details) return [];
  if (details.isFile()) return [base];
  const entries = await readdir(base, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => `${entry.parentPath}${sep}${entry.name}`)
    .filter(
      (file) =>
        hidden ||
        !file
          .slice(base.length)
          .split(sep)
          .some((part) => part.startsWith(".")),
    )
    .filter((file) => base === pattern || matches(pattern, file));
}

/** A pattern selects a file by itself or by a folder that contains it. */
function matches(pattern: string, file: string): boolean {
  const expression = toRegExp(pattern);
  for (let path = file; path !== dirname(path); path = dirname(path)) if (expression.test(path)) return true;
  return false;
}

async function isDirectory(path: string): Promise<boolean> {
  return stat(path).then(
    (details) => details.isDirectory(),
    () => false,
  );
}

function commonFolder(folders: string[]): string {
  const [first = sep, ...rest] = folders;
  return rest.reduce((common, folder) => {
    let candidate = common;
    while (!`${folder}${sep}`.startsWith(candidate === sep ? sep : `${candidate}${sep}`))
      candidate = dirname(candidate);
    return candidate;
  }, first);
}
