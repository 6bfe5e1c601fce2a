/** The parent's end of the file server. What comes back is checked: the server runs where the model's code runs. */
import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { z } from "zod";
import { NightshiftError } from "../../domain/errors.ts";
import type { TextEdit } from "./edit-text.ts";
import { killGroup } from "./process.ts";

const Page = z.object({ text: z.string(), firstLine: z.int(), lastLine: z.int(), totalLines: z.int() });
export type Page = z.infer<typeof Page>;

export const KnownFiles = z.object({
  seen: z.record(z.string(), z.string()),
  created: z.array(z.string()),
});
export type KnownFiles = z.infer<typeof KnownFiles>;

const Count = z.int().nonnegative();

/** Notes on how lines were found, and which lines changed. */
const Edited = z.object({
  notes: z.array(z.string()),
  changes: z.array(z.object({ oldFrom: Count, oldCount: Count, newFrom: Count, newCount: Count })),
});
export type Edited = z.infer<typeof Edited>;

const Patched = Edited.extend({
  kind: z.enum(["add", "delete", "update"]),
  path: z.string(),
  to: z.string().optional(),
});
export type Patched = z.infer<typeof Patched>;

const Reply = z.union([
  z.object({ id: z.int(), ok: z.literal(true), value: z.unknown() }),
  z.object({ id: z.int(), ok: z.literal(false), refused: z.boolean(), message: z.string() }),
]);
type Reply = z.infer<typeof Reply>;

/** The file server said no, in words for the model. */
export class FileRefusedError extends Error {}

/** Files of the workspace, touched only inside the sandbox. All paths are relative to the workspace. */
export interface FileClient {
  /** The same files for a reader of its own: what others have read is not read for it. */
  as(reader: string): FileClient;
  /** Denies writes to more paths (globs) until the sandbox closes. */
  protect(globs: readonly string[]): Promise<void>;
  /** Reads numbered lines, from line `offset` (1-based). */
  read(path: string, offset: number, limit: number): Promise<Page>;
  /** Applies all edits or none; the file must have been read and not changed since. */
  edit(path: string, edits: readonly TextEdit[]): Promise<Edited>;
  /** Applies a whole patch or nothing of it; what it updates must have been read and not changed since. */
  patch(patch: string): Promise<Patched[]>;
  write(path: string, content: string): Promise<{ created: boolean }>;
  remove(path: string): Promise<void>;
  move(from: string, to: string): Promise<void>;
  /** An id of the work tree's content, or null when git cannot tell. */
  digest(): Promise<string | null>;
  /** What became known since this was last asked: hashes of files by path as they were read or written, and files that were made. */
  learned(): Promise<KnownFiles>;
  /** Takes over what an earlier process knew. */
  recall(files: KnownFiles): Promise<void>;
  /** Keeps text as `out/<name>.log` for `read`. */
  keep(name: string, text: string): Promise<void>;
  close(): Promise<void>;
}

const NOTHING = z.null().transform(() => undefined);
const ANSWER_MS = 60_000;

interface Waiting {
  settle: (reply: Reply) => void;
  fail: (error: Error) => void;
}

/** Talks to a started file server. */
export function connectFileServer(child: ChildProcess): FileClient {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let errors = "";
  const exited = new Promise<void>((resolve) => {
    child.once("close", () => resolve());
    child.once("error", () => resolve());
  });
  void exited.then(() => {
    const reason = new NightshiftError(
      "SANDBOX_UNAVAILABLE",
      `The sandbox's file server ended. ${errors.trim().slice(-500)}`,
    );
    for (const { fail } of waiting.values()) fail(reason);
    waiting.clear();
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    errors = (errors + chunk.toString()).slice(-2_000);
  });
  child.stdin?.on("error", () => undefined);
  if (child.stdout) createInterface({ input: child.stdout }).on("line", receive);

  function receive(line: string): void {
    const reply = Reply.safeParse(parseJson(line));
    if (!reply.success) return;
    waiting.get(reply.data.id)?.settle(reply.data);
    waiting.delete(reply.data.id);
  }

  async function request<T>(
    reader: string,
    op: string,
    args: Record<string, unknown>,
    shape: z.ZodType<T>,
  ): Promise<T> {
    const id = ++lastId;
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new NightshiftError(
        "SANDBOX_UNAVAILABLE",
        `The sandbox's file server is gone. ${errors.trim().slice(-500)}`,
      );
    }
    const reply = await new Promise<Reply>((settle, fail) => {
      const timer = setTimeout(
        () => fail(new FileRefusedError(`${op} took longer than ${ANSWER_MS / 1_000} s`)),
        ANSWER_MS,
      );
      const done =
        <V>(finish: (value: V) => void) =>
        (value: V) => {
          clearTimeout(timer);
          finish(value);
        };
      waiting.set(id, { settle: done(settle), fail: done(fail) });
      child.stdin?.write(`${JSON.stringify({ id, reader, op, args })}\n`);
    });
    if (reply.ok) return shape.parse(reply.value);
    throw reply.refused ? new FileRefusedError(reply.message) : new Error(`${op}: ${reply.message}`);
  }

  async function close(): Promise<void> {
    child.stdin?.end();
    const timer = setTimeout(() => killGroup(child), 500);
    await exited;
    clearTimeout(timer);
  }

  const clientOf = (reader: string): FileClient => {
    const ask = <T>(op: string, args: Record<string, unknown>, shape: z.ZodType<T>) =>
      request(reader, op, args, shape);
    return {
      as: clientOf,
      protect: (globs) => ask("protect", { globs }, z.unknown()).then(() => undefined),
      read: (path, offset, limit) => ask("read", { path, offset, limit }, Page),
      edit: (path, edits) => ask("edit", { path, edits }, Edited),
      patch: (patch) => ask("patch", { patch }, z.array(Patched)),
      write: (path, content) => ask("write", { path, content }, z.object({ created: z.boolean() })),
      remove: (path) => ask("remove", { path }, NOTHING),
      move: (from, to) => ask("move", { from, to }, NOTHING),
      digest: () => ask("digest", {}, z.string().nullable()),
      learned: () => ask("learned", {}, KnownFiles),
      recall: (files) => ask("recall", files, NOTHING),
      keep: (name, text) => ask("keep", { name, text }, NOTHING),
      close,
    };
  };
  return clientOf("");
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
