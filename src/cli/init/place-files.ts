/** Writes the rendered templates into a repository: new files at once, existing ones only when that is wanted. */
import { lstat, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { NightshiftError } from "../../domain/errors.ts";
import { gitIn } from "../git.ts";

export type Placed =
  | { path: string; state: "written" | "unchanged" | "overwritten" }
  /** An existing file that differs stays; `diff` leads from it to the template. */
  | { path: string; state: "kept"; diff: string };

/** Looks at every place before it writes the first file. Throws INPUT_INVALID when something is in the way. */
export async function placeFiles(
  root: string,
  files: ReadonlyMap<string, string>,
  options: { force: boolean },
): Promise<Placed[]> {
  for (const path of files.keys()) await checkPlace(root, path);
  const placed: Placed[] = [];
  for (const [path, content] of files) placed.push(await place(root, path, content, options.force));
  return placed;
}

async function place(root: string, path: string, content: string, force: boolean): Promise<Placed> {
  const target = join(root, path);
  const existing = await readFile(target, "utf8").catch(() => undefined);
  if (existing === content) return { path, state: "unchanged" };
  if (existing !== undefined && !force)
    return { path, state: "kept", diff: await unifiedDiff(path, existing, content) };
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, content);
  return { path, state: existing === undefined ? "written" : "overwritten" };
}

/** A link or a file where a folder belongs would lead the writing elsewhere. */
async function checkPlace(root: string, path: string): Promise<void> {
  const parts = path.split("/");
  for (const at of parts.keys()) {
    const part = parts.slice(0, at + 1).join("/");
    const found = await lstat(join(root, part)).catch(() => undefined);
    if (found === undefined) return;
    const isLast = at === parts.length - 1;
    if (isLast ? found.isFile() : found.isDirectory()) continue;
    throw new NightshiftError(
      "INPUT_INVALID",
      `${part} is in the way: it is ${found.isSymbolicLink() ? "a link" : `no ${isLast ? "file" : "folder"}`}. Move it away and try again; nothing was written.`,
    );
  }
}

/** As git shows it, from `before` (a) to `after` (b). */
export async function unifiedDiff(path: string, before: string, after: string): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "nightshift-diff-"));
  try {
    for (const [side, content] of [
      ["a", before],
      ["b", after],
    ] as const) {
      await mkdir(dirname(join(directory, side, path)), { recursive: true });
      await writeFile(join(directory, side, path), content);
    }
    const shown = await gitIn(directory).anyway([
      "diff",
      "--no-index",
      "--no-color",
      "--no-ext-diff",
      "--no-prefix",
      "--",
      `a/${path}`,
      `b/${path}`,
    ]);
    return shown.slice(Math.max(0, shown.indexOf("--- ")));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
