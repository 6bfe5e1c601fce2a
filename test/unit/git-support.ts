/** Real git repositories for tests: the product's own git over a bare directory, and trees made from texts. */
import { spawn } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Git, type Spawn } from "../../src/github/git.ts";

export const systemSpawn: Spawn = (file, args, options) => spawn(file, [...args], options);

/** A file of a tree: its text or bytes, a link, or a file that is executable. */
export type Entry = string | Buffer | { link: string } | { executable: string };

export interface Workshop {
  /** Removed by `close`. */
  dir: string;
  git: Git;
  /** The tree of exactly these files. */
  tree(files: Readonly<Record<string, Entry>>): Promise<string>;
  /** A commit of exactly these files. */
  commit(files: Readonly<Record<string, Entry>>, parents?: readonly string[]): Promise<string>;
  close(): Promise<void>;
}

export async function openWorkshop(): Promise<Workshop> {
  const dir = await mkdtemp(join(tmpdir(), "nightshift-git-"));
  const git = await Git.open({ dir: join(dir, "objects"), spawn: systemSpawn, path: process.env.PATH ?? "" });
  let count = 0;
  const tree = async (files: Readonly<Record<string, Entry>>) => {
    count += 1;
    const directory = join(dir, `files-${count}`);
    await mkdir(directory);
    for (const [name, entry] of Object.entries(files)) await writeEntry(join(directory, name), entry);
    const index = join(dir, `${count}.index`);
    return git.treeOfDirectory(directory, index);
  };
  return {
    dir,
    git,
    tree,
    commit: async (files, parents = []) =>
      git.commit({
        tree: await tree(files),
        parents,
        message: `commit ${count}\n`,
        date: "2026-03-01T10:00:00Z",
      }),
    close: () => rm(dir, { recursive: true, force: true }),
  };
}

async function writeEntry(file: string, entry: Entry): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  if (typeof entry === "string" || Buffer.isBuffer(entry)) return writeFile(file, entry);
  if ("link" in entry) return symlink(entry.link, file);
  await writeFile(file, entry.executable);
  await chmod(file, 0o755);
}
