/** Events that were taken but not yet turned into runs, on disk: a kill in between loses none. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { TriggerEvent } from "../contract.ts";

export interface EventInbox {
  /** An event that is here already, because the forge delivers it again, is kept once. */
  put(event: TriggerEvent): void;
  done(event: TriggerEvent): void;
  /** What an earlier process left, in the order in which it came. */
  leftOver(): TriggerEvent[];
}

export function openEventInbox(workDir: string): EventInbox {
  const directory = `${workDir}/events`;
  mkdirSync(directory, { recursive: true });
  const left = readdirSync(directory).sort();
  const files = new Map<string, string>();
  let sequence = Number(left.at(-1)?.split(".")[0] ?? 0);
  return {
    put(event) {
      if (files.has(event.id)) return;
      sequence += 1;
      const file = `${directory}/${String(sequence).padStart(12, "0")}.json`;
      files.set(event.id, file);
      writeFileSync(file, JSON.stringify(event));
    },
    done(event) {
      const file = files.get(event.id);
      if (file !== undefined) rmSync(file, { force: true });
      files.delete(event.id);
    },
    leftOver: () =>
      left.flatMap((name) => {
        const event = readEvent(`${directory}/${name}`);
        if (event) files.set(event.id, `${directory}/${name}`);
        else rmSync(`${directory}/${name}`, { force: true });
        return event ?? [];
      }),
  };
}

/** Undefined for a file that the kill cut short: its event was never acknowledged, so the forge delivers it again. */
function readEvent(file: string): TriggerEvent | undefined {
  try {
    const event: unknown = JSON.parse(readFileSync(file, "utf8"));
    return isEvent(event) ? event : undefined;
  } catch {
    return undefined;
  }
}

function isEvent(value: unknown): value is TriggerEvent {
  return (
    typeof value === "object" && value !== null && "id" in value && "repository" in value && "starts" in value
  );
}
