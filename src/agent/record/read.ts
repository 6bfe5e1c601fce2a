/** Reads a transcript, sealed or not, whole or cut anywhere. */
import type { ModelMessage } from "../../models/port.ts";
import { type KnownLine, parseLine, type ReadLine } from "./lines.ts";
import { isSealHead, openSegment } from "./seal.ts";

export interface ReadTranscript {
  /** Everything before the first line that cannot be read. */
  lines: readonly ReadLine[];
  /** Number of the first line that cannot be read, from 1; a last line without its end counts as never written. */
  unreadable: number | undefined;
  /** The file is sealed, and none of the keys opens it. */
  locked: boolean;
}

/** `secrets` are the model keys that a sealed file may have been written with. */
export function readTranscript(text: string, secrets: readonly string[] = []): ReadTranscript {
  const whole = text.slice(0, text.lastIndexOf("\n") + 1).split("\n");
  whole.pop();
  const lines: ReadLine[] = [];
  let open: ((line: string) => string | undefined) | undefined;
  for (const [index, raw] of whole.entries()) {
    if (isSealHead(raw)) {
      open = openSegment(raw, secrets);
      continue;
    }
    const clear = open ? open(raw) : raw;
    const line = clear === undefined ? undefined : parseLine(clear);
    if (line === undefined)
      return { lines, unreadable: index + 1, locked: clear === undefined && lines.length === 0 };
    lines.push(line);
  }
  return { lines, unreadable: undefined, locked: false };
}

/** The known lines of the run that the transcript is of: its first one. Lines of sub-runs are left out. */
export function mainRun(lines: readonly ReadLine[]): KnownLine[] {
  const run = lines[0]?.run;
  return lines.flatMap((one) => (one.run === run && one.line ? [one.line] : []));
}

/** `messagesOf` for the text of a file that is not sealed. */
export function rebuildMessages(transcript: string): ModelMessage[] {
  return messagesOf(mainRun(readTranscript(transcript).lines));
}

/** Rebuilds the messages of the last epoch, byte for byte as they were sent. */
export function messagesOf(lines: readonly KnownLine[]): ModelMessage[] {
  let messages: ModelMessage[] = [];
  for (const line of lines) {
    if (line.type === "epoch") messages = [];
    // `msg_assistant` is one that an epoch took over: it was paid before.
    if (line.type !== "msg_user" && line.type !== "model_turn" && line.type !== "msg_assistant") continue;
    if (line.parts.length > 0)
      messages.push({ role: line.type === "msg_user" ? "user" : "assistant", parts: line.parts });
  }
  return messages;
}
