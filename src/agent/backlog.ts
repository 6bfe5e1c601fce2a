/** A backlog in bounded memory that loses nothing: what does not fit waits in a private file until the reader comes. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Backlog<Item> extends AsyncIterableIterator<Item> {
  /** Never waits and never throws. */
  push(item: Item): void;
  /** The reader ends after everything that was pushed before. */
  end(): void;
}

/** Items must survive JSON. At most `capacity` are held in memory for the reader, and as many again while a file is read back. */
export function openBacklog<Item>(capacity: number, directory: string = tmpdir()): Backlog<Item> {
  let ready: Item[] = [];
  let overflow: Overflow<Item> | undefined;
  let ended = false;
  let wake: (() => void) | undefined;

  function next(): Item | undefined {
    if (ready.length === 0 && overflow) {
      ready = overflow.take(capacity);
      if (overflow.isEmpty()) {
        overflow.remove();
        overflow = undefined;
      }
    }
    return ready.shift();
  }

  return {
    push(item) {
      if (ended) return;
      if (!overflow && ready.length < capacity) ready.push(item);
      else {
        overflow ??= openOverflow<Item>(directory);
        overflow.add(item);
      }
      wake?.();
    },
    end() {
      ended = true;
      wake?.();
    },
    async next() {
      for (;;) {
        const item = next();
        if (item !== undefined) return { done: false, value: item };
        if (ended) return { done: true, value: undefined };
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    /** A reader that goes away early leaves nothing behind. */
    async return() {
      ended = true;
      ready = [];
      overflow?.remove();
      overflow = undefined;
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

interface Overflow<Item> {
  add(item: Item): void;
  take(most: number): Item[];
  isEmpty(): boolean;
  remove(): void;
}

/** A file for each `PART` items, so that reading back holds one part in memory. */
const PART = 1_024;

function openOverflow<Item>(parent: string): Overflow<Item> {
  let directory: string | undefined;
  let written = 0;
  let taken = 0;
  let part: string[] = [];
  /** Where the disk refuses, memory has to do: an event is never lost for a full disk. */
  const kept = new Map<number, string>();

  const fileOf = (number: number) => join(directory ?? parent, `${number}.jsonl`);
  function add(item: Item): void {
    const line = JSON.stringify(item);
    try {
      directory ??= mkdtempSync(join(parent, "nightshift-events-"));
      appendFileSync(fileOf(Math.floor(written / PART)), `\n${written}\t${line}`, { mode: 0o600 });
    } catch {
      kept.set(written, line);
    }
    written += 1;
  }
  function lineAt(index: number): string | undefined {
    const inMemory = kept.get(index);
    if (inMemory !== undefined) {
      kept.delete(index);
      return inMemory;
    }
    const label = `${index}\t`;
    if (!part[0]?.startsWith(label)) {
      const lines = readFileSync(fileOf(Math.floor(index / PART)), "utf8").split("\n");
      const at = lines.findIndex((line) => line.startsWith(label));
      part = at < 0 ? [] : lines.slice(at);
    }
    return part.shift()?.slice(label.length);
  }
  return {
    add,
    take(most) {
      const items: Item[] = [];
      while (taken < written && items.length < most) {
        const line = lineAt(taken);
        taken += 1;
        if (line !== undefined) items.push(JSON.parse(line));
      }
      return items;
    },
    isEmpty: () => taken === written,
    remove() {
      if (directory !== undefined) rmSync(directory, { recursive: true, force: true });
    },
  };
}
