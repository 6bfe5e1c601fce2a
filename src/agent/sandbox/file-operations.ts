/** What the file server does with the workspace's files. It remembers what was read, so that nothing is overwritten blindly. */
import { createHash, randomBytes } from "node:crypto";
import { chmod, type FileHandle, mkdir, open, readFile, rename, stat, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { editText, type TextEdit } from "./edit-text.ts";
import { openGitView } from "./git-view.ts";
import type { LineChange } from "./line-changes.ts";
import { type FileChange, patchText } from "./patch-text.ts";
import { openWorkspacePaths, RefusedError } from "./workspace-paths.ts";

export const READ_LINES = 2_000;
const READ_BYTES = 50_000;
const LINE_CHARS = 2_000;
const LARGEST_FILE = 20_000_000;
export const WRITE_BYTES = 200_000;
const KEPT_BYTES = 32_000_000;
const KEPT_NAME = /^out\/([\w-]+)\.log$/;

export interface Page {
  /** Numbered lines. */
  text: string;
  firstLine: number;
  lastLine: number;
  totalLines: number;
}

/** What became of a file, line by line. */
export interface Edited {
  notes: string[];
  changes: LineChange[];
}

export interface Patched extends Edited {
  kind: FileChange["kind"];
  path: string;
  to?: string;
}

/** `seen`: hash of a file's text by its path. */
export interface KnownFiles {
  seen: Record<string, string>;
  created: string[];
}

export interface FileOperations {
  protect(globs: readonly string[]): void;
  read(path: string, offset: number, limit: number): Promise<Page>;
  edit(path: string, edits: readonly TextEdit[]): Promise<Edited>;
  /** Applies all changes or none. */
  patch(changes: readonly FileChange[]): Promise<Patched[]>;
  write(path: string, content: string): Promise<{ created: boolean }>;
  remove(path: string): Promise<void>;
  move(from: string, to: string): Promise<void>;
  /** An id of the whole work tree, equal for equal content; null when git cannot tell. */
  digest(): Promise<string | null>;
  /** What became known since this was last asked. */
  learned(): KnownFiles;
  /** Takes over what an earlier process knew: hashes of files as they were read or written, and files that it made. */
  recall(seen: Readonly<Record<string, string>>, created: readonly string[]): void;
  /** Keeps a command's output as `out/<name>.log` for `read`; it never touches the work tree. */
  keep(name: string, text: string): void;
}

/** What all readers of a workspace have in common. */
export type SharedFiles = ReturnType<typeof openSharedFiles>;

/** `root` must be a real path; `scratch` is a private directory outside it. */
export function openSharedFiles(root: string, scratch: string) {
  return {
    paths: openWorkspacePaths(root),
    git: openGitView(root, scratch),
    created: new Set<string>(),
    kept: new Map<string, string>(),
  };
}

/** The files as one reader knows them: what another one read does not count as read here. */
export function openFileOperations({ paths, git, created, kept }: SharedFiles): FileOperations {
  const seen = new Map<string, string>();
  let news: KnownFiles = { seen: {}, created: [] };

  async function load(path: string): Promise<{ text: string; path: string }> {
    const opened = await paths.openToRead(path);
    try {
      return { text: await readText(opened.handle, opened.path), path: opened.path };
    } finally {
      await opened.handle.close();
    }
  }

  async function read(path: string, offset: number, limit: number): Promise<Page> {
    const name = KEPT_NAME.exec(path)?.[1];
    const output = name === undefined ? undefined : kept.get(name);
    if (output !== undefined) return pageOf(output, path, offset, limit);
    const file = await load(path);
    learn(file.path, file.text);
    return pageOf(file.text, file.path, offset, limit);
  }

  async function checkSeen(path: string): Promise<string> {
    const file = await load(path);
    const known = seen.get(file.path);
    if (known === undefined) throw new RefusedError(`${path} was not read yet; read it first`);
    if (known !== sha256(file.text))
      throw new RefusedError(`${path} changed since it was read; read it again`);
    return file.text;
  }

  async function edit(path: string, edits: readonly TextEdit[]): Promise<Edited> {
    const target = await paths.resolveToWrite(path);
    const outcome = editText(await checkSeen(path), edits);
    if (outcome.kind === "missed") throw new RefusedError(`${path}: ${outcome.reason}; nothing was changed`);
    await store(target.full, outcome.text);
    learn(target.path, outcome.text);
    return { notes: outcome.notes, changes: outcome.changes };
  }

  /** Everything is checked and computed before the first file is written. */
  async function patch(changes: readonly FileChange[]): Promise<Patched[]> {
    const steps: { done: Patched; perform: () => Promise<unknown> }[] = [];
    for (const change of changes) steps.push(await plan(change));
    for (const { perform } of steps) await perform();
    return steps.map(({ done }) => done);
  }

  async function plan(change: FileChange): Promise<{ done: Patched; perform: () => Promise<unknown> }> {
    const { path } = change;
    const done = { path, notes: [], changes: [] };
    switch (change.kind) {
      case "delete":
        await toGiveUp(path);
        return { done: { ...done, kind: "delete" }, perform: () => remove(path) };
      case "add":
        await checkFree(path);
        checkSize(change.content);
        return { done: { ...done, kind: "add" }, perform: () => write(path, change.content) };
      case "update": {
        const target = await paths.resolveToWrite(path);
        const outcome = patchText(await checkSeen(path), change.hunks);
        if (outcome.kind === "missed")
          throw new RefusedError(`${path}: ${outcome.reason}; nothing was changed`);
        const { to } = change;
        if (to !== undefined) {
          await toGiveUp(path);
          await checkFree(to);
        }
        const { notes, changes, text } = outcome;
        return {
          done: { kind: "update", path, ...(to === undefined ? {} : { to }), notes, changes },
          async perform() {
            await store(target.full, text);
            learn(target.path, text);
            if (to !== undefined) await move(path, to);
          },
        };
      }
    }
  }

  async function checkFree(path: string): Promise<void> {
    const { exists } = await paths.resolveToWrite(path);
    if (exists) throw new RefusedError(`${path} exists already; nothing was changed`);
  }

  async function write(path: string, content: string): Promise<{ created: boolean }> {
    checkSize(content);
    const target = await paths.resolveToWrite(path);
    if (target.exists) await checkSeen(path);
    await store(target.full, content);
    learn(target.path, content);
    if (!target.exists) make(target.path);
    return { created: !target.exists };
  }

  /** What git does not know cannot be brought back, so only tracked files and our own new ones may go. */
  async function toGiveUp(path: string): Promise<{ full: string; path: string }> {
    const target = await paths.resolveToWrite(path);
    if (!target.exists) throw new RefusedError(`${path} does not exist`);
    const ours = created.has(target.path) || (await git.isTracked(target.path));
    if (!ours) throw new RefusedError(`${path} is neither tracked by git nor written in this run`);
    return target;
  }

  async function remove(path: string): Promise<void> {
    const target = await toGiveUp(path);
    await unlink(target.full);
    seen.delete(target.path);
  }

  async function move(from: string, to: string): Promise<void> {
    const source = await toGiveUp(from);
    const target = await paths.resolveToWrite(to);
    if (target.exists) throw new RefusedError(`${to} exists already`);
    await mkdir(dirname(target.full), { recursive: true });
    await rename(source.full, target.full);
    const known = seen.get(source.path);
    if (known !== undefined) {
      seen.set(target.path, known);
      news.seen[target.path] = known;
    }
    seen.delete(source.path);
    make(target.path);
  }

  function make(path: string): void {
    created.add(path);
    news.created.push(path);
  }

  function learn(path: string, text: string): void {
    const hash = sha256(text);
    seen.set(path, hash);
    news.seen[path] = hash;
  }

  function learned(): KnownFiles {
    const told = news;
    news = { seen: {}, created: [] };
    return told;
  }

  function recall(known: Readonly<Record<string, string>>, made: readonly string[]): void {
    for (const [path, hash] of Object.entries(known)) seen.set(path, hash);
    for (const path of made) created.add(path);
  }

  function keep(name: string, text: string): void {
    kept.set(name, text);
    let bytes = [...kept.values()].reduce((sum, item) => sum + item.length, 0);
    for (const [oldest, item] of kept) {
      if (bytes <= KEPT_BYTES || oldest === name) break;
      kept.delete(oldest);
      bytes -= item.length;
    }
  }

  return {
    protect: paths.protect,
    read,
    edit,
    patch,
    write,
    remove,
    move,
    digest: git.digest,
    learned,
    recall,
    keep,
  };
}

function checkSize(content: string): void {
  if (Buffer.byteLength(content) > WRITE_BYTES)
    throw new RefusedError(`content is larger than ${WRITE_BYTES} bytes`);
}

async function readText(handle: FileHandle, path: string): Promise<string> {
  const { size } = await handle.stat();
  if (size > LARGEST_FILE) throw new RefusedError(`${path} is larger than ${LARGEST_FILE} bytes`);
  const bytes = await readFile(handle);
  if (bytes.subarray(0, 8_192).includes(0)) throw new RefusedError(`${path} is a binary file`);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new RefusedError(`${path} is not UTF-8 text`);
  }
}

function pageOf(text: string, path: string, offset: number, limit: number): Page {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  if (offset > Math.max(1, lines.length)) throw new RefusedError(`${path} has only ${lines.length} lines`);
  const numbered: string[] = [];
  let bytes = 0;
  for (const line of lines.slice(offset - 1, offset - 1 + Math.min(limit, READ_LINES))) {
    const shown =
      line.length > LINE_CHARS ? `${line.slice(0, LINE_CHARS)}[… ${line.length - LINE_CHARS} more]` : line;
    bytes += Buffer.byteLength(shown) + 8;
    if (bytes > READ_BYTES && numbered.length > 0) break;
    numbered.push(`${offset + numbered.length}\t${shown}`);
  }
  return {
    text: numbered.join("\n"),
    firstLine: offset,
    lastLine: offset + numbered.length - 1,
    totalLines: lines.length,
  };
}

/** Writes beside the file and renames, so that a kill leaves the old file or the new one; the mode is kept. */
async function store(full: string, text: string): Promise<void> {
  await mkdir(dirname(full), { recursive: true });
  const mode = await stat(full).then(
    (found) => found.mode & 0o777,
    () => undefined,
  );
  const draft = join(dirname(full), `.nightshift-${randomBytes(6).toString("hex")}`);
  try {
    const handle = await open(draft, "wx", mode ?? 0o644);
    try {
      await handle.writeFile(text);
    } finally {
      await handle.close();
    }
    if (mode !== undefined) await chmod(draft, mode);
    await rename(draft, full);
  } catch (error) {
    await unlink(draft).catch(() => undefined);
    throw error;
  }
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
