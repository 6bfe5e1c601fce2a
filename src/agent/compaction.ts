/** Replaces a conversation that has grown too large by a summary of it: a new epoch, because nothing that was sent may change. */
import { ModelError } from "../models/port.ts";
import { nextTurn } from "./model-call.ts";
import { cutText } from "./sandbox/capture.ts";
import { GIT_GUARDS } from "./sandbox/git-view.ts";
import type { Session } from "./session.ts";
import { deterministicSummary, resumeMessage, SUMMARY_AGAIN, SUMMARY_REQUEST, textOf } from "./summary.ts";

export const MOST_COMPACTIONS = 3;

const ATTEMPTS = 2;
const SUMMARY_TOKENS = 4_000;
/** A shorter text is no summary of a conversation of this size. */
const LEAST_CHARS = 80;
const FAILURE_CHARS = 4_000;
const CHANGES_BYTES = 6_000;
const GIT_MS = 20_000;

/**
 * Begins the next epoch with the task word for word, the plan, a summary, the changed files and the last failing output.
 * The model writes the summary while its window still takes the question; else it is made from what was recorded.
 */
export async function compact<T>(session: Session<T>): Promise<void> {
  const { conversation, gauge, transcript, notes, emit } = session;
  const before = gauge.next();
  const unsent = conversation.takeWords();
  const asked = await askForSummary(session);
  const summary = asked ?? summaryFromRecord(session);
  const changes = await changedFiles(session);
  notes.summary = summary;
  notes.compactions += 1;
  conversation.startEpoch("compaction");
  conversation.say(session.opening);
  conversation.say(resumeMessage({ ...notes, changes }));
  for (const words of unsent) conversation.say(words);
  const by = asked === undefined ? "record" : "model";
  const after = gauge.next();
  transcript.append("compact", { count: notes.compactions, before, after, by });
  emit({
    kind: "compaction",
    count: notes.compactions,
    message: `${before} tokens replaced by a summary of ${after} (${by === "model" ? "by the model" : "from the record"})`,
  });
}

/** The model's own summary; undefined when it gave none. */
export async function askForSummary<T>(session: Session<T>): Promise<string | undefined> {
  const { conversation, gauge, transcript } = session;
  for (let attempt = 1; attempt <= ATTEMPTS && gauge.fits(SUMMARY_TOKENS); attempt += 1) {
    conversation.say(attempt === 1 ? SUMMARY_REQUEST : SUMMARY_AGAIN);
    try {
      const turn = await nextTurn(session, { outputTokens: SUMMARY_TOKENS });
      if (turn === "switched") continue;
      if (typeof turn === "string") return undefined;
      const parts = turn.parts.filter(({ kind }) => kind === "text");
      conversation.record(turn, parts, session.priceOf(turn.usage));
      const text = textOf(parts).trim();
      if (text.length >= LEAST_CHARS) return session.caller.redact(text);
    } catch (error) {
      if (!(error instanceof ModelError) || error.kind === "aborted") throw error;
      transcript.append("compact", { failed: error.message });
      return undefined;
    }
  }
  return undefined;
}

/** A summary that costs nothing. */
export function summaryFromRecord<T>({ conversation, worktree, notes }: Session<T>): string {
  const { messages } = conversation;
  return deterministicSummary({ messages, commands: worktree.commands(), earlier: notes.summary });
}

async function changedFiles<T>({ run, caller }: Session<T>): Promise<string> {
  const ask = (argv: readonly string[]) =>
    run.sandbox
      .exec({
        argv: ["git", ...GIT_GUARDS, ...argv],
        timeoutMs: GIT_MS,
        maxOutputBytes: CHANGES_BYTES,
        signal: run.signal,
      })
      .then(({ exitCode, output }) => (exitCode === 0 ? output.trim() : ""))
      .catch(() => "");
  const stat = await ask(["diff", "--no-ext-diff", "--no-textconv", "--no-color", "--stat", "HEAD"]);
  const fresh = await ask(["ls-files", "--others", "--exclude-standard"]);
  return caller.redact([stat, fresh === "" ? "" : `New:\n${fresh}`].filter((text) => text !== "").join("\n"));
}

/** As much of a failing command's output as the next epoch gets. */
export function failureText(output: string): string {
  return cutText(output, FAILURE_CHARS);
}
