/**
 * Append-only JSON lines with snapshots. `snapshot.<n>.jsonl` is the state before `journal.<n>.jsonl`.
 * A line is a transaction; a torn last line was never acknowledged and is cut off.
 */
import {
  closeSync,
  existsSync,
  fdatasync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import type { Write } from "./store.ts";

/** Bytes of journal after which the rows are written out as a snapshot. */
const COMPACT_AT = 32 * 1024 * 1024;
const SNAPSHOT_LINE_ROWS = 200;
/**
 * A written line survives the death of the process at once. Against the death of the machine the journal is brought to
 * the disk so often: doing it for each line costs 2 to 12 ms a request, and what is lost here is one second.
 */
const SYNC_MS = 1000;

export interface Journal {
  /** Throws when the line could not be written whole; the file then holds no part of it. */
  append(writes: Write[]): void;
  close(): void;
}

/** For state that nobody needs after the process. */
export const NO_JOURNAL: Journal = { append: () => undefined, close: () => undefined };

export interface Rows {
  apply(write: Write): void;
  rows(): Iterable<Write>;
}

export function openJournal(directory: string, state: Rows, compactAt = COMPACT_AT): Journal {
  try {
    mkdirSync(directory, { recursive: true });
    let generation = newestGeneration(directory);
    replay(join(directory, `snapshot.${generation}.jsonl`), state);
    const kept = replay(journalPath(directory, generation), state);
    let file = openSync(journalPath(directory, generation), "a", 0o600);
    let size = kept;
    ftruncateSync(file, kept);
    removeOlder(directory, generation);
    let isDirty = false;
    const timer = setInterval(() => {
      if (isDirty) fdatasync(file, () => undefined);
      isDirty = false;
    }, SYNC_MS);
    timer.unref();

    const compact = (): void => {
      const next = generation + 1;
      writeSnapshot(directory, next, state.rows());
      const fresh = openSync(journalPath(directory, next), "a", 0o600);
      closeSync(file);
      file = fresh;
      size = 0;
      generation = next;
      removeOlder(directory, next);
    };
    return {
      append: (writes) => {
        const line = Buffer.from(`${JSON.stringify(writes)}\n`);
        try {
          writeAll(file, line);
          size += line.length;
          isDirty = true;
        } catch (error) {
          ftruncateSync(file, size);
          throw unwritable(directory, error);
        }
        if (size > compactAt) compact();
      },
      close: () => {
        clearInterval(timer);
        fsyncSync(file);
        closeSync(file);
      },
    };
  } catch (error) {
    throw unwritable(directory, error);
  }
}

function journalPath(directory: string, generation: number): string {
  return join(directory, `journal.${generation}.jsonl`);
}

function newestGeneration(directory: string): number {
  const numbers = readdirSync(directory).map((name) =>
    Number(/^snapshot\.(\d+)\.jsonl$/.exec(name)?.[1] ?? 0),
  );
  return Math.max(0, ...numbers);
}

/** Applies every whole line; returns the bytes that were whole. */
function replay(path: string, state: Rows): number {
  if (!existsSync(path)) return 0;
  const bytes = readFileSync(path);
  let start = 0;
  for (let end = bytes.indexOf(10, start); end !== -1; end = bytes.indexOf(10, start)) {
    const writes: Write[] = JSON.parse(bytes.toString("utf8", start, end));
    for (const write of writes) state.apply(write);
    start = end + 1;
  }
  return start;
}

function writeSnapshot(directory: string, generation: number, rows: Iterable<Write>): void {
  const draft = join(directory, `snapshot.${generation}.draft`);
  const file = openSync(draft, "w", 0o600);
  let lines: Write[] = [];
  const flush = (): void => {
    if (lines.length > 0) writeAll(file, Buffer.from(`${JSON.stringify(lines)}\n`));
    lines = [];
  };
  for (const row of rows) {
    lines.push(row);
    if (lines.length >= SNAPSHOT_LINE_ROWS) flush();
  }
  flush();
  fsyncSync(file);
  closeSync(file);
  renameSync(draft, join(directory, `snapshot.${generation}.jsonl`));
}

function writeAll(file: number, bytes: Buffer): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(file, bytes, written);
}

function removeOlder(directory: string, generation: number): void {
  for (const name of readdirSync(directory)) {
    const found = /^(?:snapshot|journal)\.(\d+)\.(?:jsonl|draft)$/.exec(name);
    if (found && Number(found[1]) < generation) rmSync(join(directory, name), { force: true });
  }
}

function unwritable(directory: string, cause: unknown): Error {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new Error(
    `Cannot keep the forge's state in ${directory}: ${reason}. Free space there or choose a writable data directory.`,
    { cause },
  );
}
