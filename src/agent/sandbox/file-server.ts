/**
 * The file server: a program that runs inside the sandbox, one per run, and touches files for the model's file tools.
 * It speaks JSON lines: `{id, reader, op, args}` in, `{id, ok: true, value}` or `{id, ok: false, refused, message}` out.
 * Its working directory is the workspace. It imports only Node, so that it starts in any sandbox.
 */
import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { TextEdit } from "./edit-text.ts";
import { type FileOperations, openFileOperations, openSharedFiles } from "./file-operations.ts";
import { type FileChange, parsePatch } from "./patch-text.ts";
import { RefusedError } from "./workspace-paths.ts";

type Args = Readonly<Record<string, unknown>>;

const OPERATIONS: Readonly<Record<string, (files: FileOperations, args: Args) => unknown>> = {
  protect: (files, args) => files.protect(texts(args, "globs")),
  read: (files, args) => files.read(text(args, "path"), number(args, "offset"), number(args, "limit")),
  edit: (files, args) => files.edit(text(args, "path"), edits(args)),
  patch: (files, args) => files.patch(fileChanges(args)),
  write: (files, args) => files.write(text(args, "path"), text(args, "content")),
  remove: (files, args) => files.remove(text(args, "path")),
  move: (files, args) => files.move(text(args, "from"), text(args, "to")),
  digest: (files) => files.digest(),
  learned: (files) => files.learned(),
  recall: (files, args) => files.recall(hashes(args, "seen"), texts(args, "created")),
  keep: (files, args) => files.keep(text(args, "name"), text(args, "text")),
};

/** Serves until the input ends. */
export async function serveFiles(
  input: Readable = process.stdin,
  output: Writable = process.stdout,
  workspace: string = process.cwd(),
): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), "nightshift-files-"));
  const shared = openSharedFiles(await realpath(workspace), scratch);
  const readers = new Map<string, FileOperations>();
  const filesOf = (reader: string): FileOperations => {
    const known = readers.get(reader) ?? openFileOperations(shared);
    readers.set(reader, known);
    return known;
  };
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    void answer(filesOf, line).then((reply) => output.write(`${JSON.stringify(reply)}\n`));
  }
  await rm(scratch, { recursive: true, force: true });
}

async function answer(
  filesOf: (reader: string) => FileOperations,
  line: string,
): Promise<Record<string, unknown>> {
  let id: unknown = null;
  try {
    const request = record(JSON.parse(line));
    id = request.id;
    const operation = OPERATIONS[text(request, "op")];
    if (!operation) throw new Error("unknown operation");
    return {
      id,
      ok: true,
      value: (await operation(filesOf(text(request, "reader")), record(request.args))) ?? null,
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { id, ok: false, refused: error instanceof RefusedError, message };
  }
}

function record(value: unknown): Args {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Error("expected an object");
  return Object.fromEntries(Object.entries(value));
}

function text(args: Args, key: string): string {
  const value = args[key];
  if (typeof value !== "string") throw new Error(`expected text in "${key}"`);
  return value;
}

function number(args: Args, key: string): number {
  const value = args[key];
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 1)
    throw new Error(`expected a number in "${key}"`);
  return value;
}

function list(args: Args, key: string): readonly unknown[] {
  const value = args[key];
  if (!Array.isArray(value)) throw new Error(`expected a list in "${key}"`);
  return value;
}

function hashes(args: Args, key: string): Record<string, string> {
  const given = record(args[key]);
  return Object.fromEntries(Object.keys(given).map((path) => [path, text(given, path)]));
}

function texts(args: Args, key: string): string[] {
  return list(args, key).map((item) => text({ item }, "item"));
}

function edits(args: Args): TextEdit[] {
  return list(args, "edits").map((item) => {
    const edit = record(item);
    return { old: text(edit, "old"), new: text(edit, "new"), all: edit.all === true };
  });
}

function fileChanges(args: Args): FileChange[] {
  const parsed = parsePatch(text(args, "patch"));
  if ("invalid" in parsed) throw new RefusedError(parsed.invalid);
  return parsed.changes;
}
