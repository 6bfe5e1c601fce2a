/** The transcript of a run: JSON lines, only ever appended, redacted, readable by the owner alone. */
import { appendFileSync, chmodSync } from "node:fs";
import { type Redactor, redactDeep } from "../ops/redact.ts";
import type { KnownLine, ReadLine } from "./record/lines.ts";
import { mainRun } from "./record/read.ts";
import { openSeal } from "./record/seal.ts";

export type TranscriptType = KnownLine["type"];

/** Why the messages begin anew. */
export type EpochReason = "compaction" | "failover" | "rollback" | "resume" | "prefix_mismatch";

export interface Transcript {
  append(type: TranscriptType, fields: Readonly<Record<string, unknown>>): void;
  /** Marks that the messages begin anew: they are those of the lines after this one. */
  startEpoch(why: EpochReason): void;
  setTurn(turn: number): void;
}

export interface TranscriptOptions {
  /** Without a file nothing is written. */
  file: string | undefined;
  run: string;
  agent: string;
  clock: () => Date;
  redact: Redactor;
  /** Seals every line with a key derived from this; without it the file is plain. */
  seal?: string | undefined;
  /** Lines of an earlier process that this one goes on from: they open the file as they were. */
  carried?: readonly ReadLine[];
}

/** Opens a transcript for appending. Each line is one write, so that a kill tears the last one at most. */
export function openTranscript(options: TranscriptOptions): Transcript {
  const { file, agent, clock, redact, carried = [] } = options;
  const last = mainRun(carried).at(-1);
  const run = last?.run ?? options.run;
  let seq = last?.seq ?? 0;
  let turn = last?.turn ?? 0;
  let epoch = last?.epoch ?? 0;
  const write = file === undefined ? () => undefined : openFile(file, options.seal);
  write(carried.map(({ text }) => text));
  const append: Transcript["append"] = (type, fields) => {
    if (file === undefined) return;
    seq += 1;
    const line = { v: 1, seq, ts: clock().toISOString(), run, agent, epoch, turn, type, ...fields };
    write([JSON.stringify(redactDeep(line, redact))]);
  };
  return {
    append,
    startEpoch(why) {
      epoch += 1;
      append("epoch", { why });
    },
    setTurn(next) {
      turn = next;
    },
  };
}

function openFile(file: string, secret: string | undefined): (lines: readonly string[]) => void {
  const seal = secret === undefined ? undefined : openSeal(secret);
  const write = (lines: readonly string[]) => {
    if (lines.length > 0) appendFileSync(file, `${lines.join("\n")}\n`, { mode: 0o600 });
  };
  write(seal ? [seal.head] : []);
  appendFileSync(file, "", { mode: 0o600 });
  chmodSync(file, 0o600);
  return seal ? (lines) => write(lines.map((line) => seal.line(line))) : write;
}
