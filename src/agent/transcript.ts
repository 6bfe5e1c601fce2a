/** The transcript of a run: JSON lines, only ever appended, redacted, readable by the owner alone. */
import { appendFileSync, chmodSync } from "node:fs";
import { z } from "zod";
import type { ModelMessage, Part } from "../models/port.ts";
import { type Redactor, redactDeep } from "../ops/redact.ts";

export type TranscriptType =
  | "run"
  | "msg_user"
  | "model_request"
  | "model_turn"
  | "msg_assistant"
  | "epoch"
  | "tool_call"
  | "policy"
  | "tool_result"
  | "loop"
  | "compact"
  | "failover"
  | "cache"
  | "retry"
  | "budget"
  | "end";

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
}

/** Opens a transcript for appending. Readers skip a last line that a kill has torn. */
export function openTranscript(options: TranscriptOptions): Transcript {
  const { file, run, agent, clock, redact } = options;
  let seq = 0;
  let turn = 0;
  let epoch = 0;
  if (file !== undefined) {
    appendFileSync(file, "", { mode: 0o600 });
    chmodSync(file, 0o600);
  }
  const append: Transcript["append"] = (type, fields) => {
    if (file === undefined) return;
    seq += 1;
    const line = { v: 1, seq, ts: clock().toISOString(), run, agent, epoch, turn, type, ...fields };
    appendFileSync(file, `${JSON.stringify(redactDeep(line, redact))}\n`);
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

const PartShape: z.ZodType<Part> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string() }),
  z.object({ kind: z.literal("call"), id: z.string(), name: z.string(), input: z.unknown() }),
  z.object({ kind: z.literal("result"), id: z.string(), content: z.string(), isError: z.boolean() }),
  z.object({ kind: z.literal("opaque"), provider: z.string(), model: z.string(), data: z.unknown() }),
]);

const Line = z.looseObject({ type: z.string() });
const WithParts = z.looseObject({ parts: z.array(PartShape) });

/** Lines that carry a message, and whose it is. `msg_assistant` is one that an epoch took over: it was paid before. */
const ROLES: Readonly<Record<string, ModelMessage["role"]>> = {
  msg_user: "user",
  msg_assistant: "assistant",
  model_turn: "assistant",
};

/** Rebuilds the messages of a run's last epoch from its transcript, byte for byte as they were sent. */
export function rebuildMessages(transcript: string): ModelMessage[] {
  let messages: ModelMessage[] = [];
  for (const text of transcript.split("\n")) {
    const line = Line.safeParse(parseJson(text));
    if (!line.success) continue;
    if (line.data.type === "epoch") messages = [];
    const role = ROLES[line.data.type];
    if (role === undefined) continue;
    const { parts } = WithParts.parse(line.data);
    if (parts.length > 0) messages.push({ role, parts });
  }
  return messages;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
