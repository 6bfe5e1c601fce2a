/** One call of the model inside a run: retried, cut when the run's time is up, and written down. */
import { ModelError, type ModelTurn } from "../models/port.ts";
import { generateWithRetry } from "../models/retry.ts";
import { withoutOpaque } from "./conversation.ts";
import { sha256 } from "./digest.ts";
import type { LimitCause } from "./limits.ts";
import type { Session } from "./session.ts";

const GRACE_MS = 90_000;

/** Asks the model; "expired" when our own time ran out during the call. */
export async function nextTurn<T>(
  session: Session<T>,
  over: LimitCause | undefined,
): Promise<ModelTurn | "expired"> {
  const { run, budget, conversation, transcript, toolbox, emit } = session;
  conversation.flush();
  transcript.setTurn(budget.turns + 1);
  const clock = new AbortController();
  const timeLeft = over ? GRACE_MS : budget.remainingMs();
  const timer = setTimeout(() => clock.abort(), timeLeft);
  const call = () => {
    transcript.append("model_request", {
      messages: conversation.messages.length,
      sha: sha256(JSON.stringify(conversation.messages)),
    });
    return run.model.generate({
      system: run.definition.prompt,
      tools: toolbox.specs,
      messages: conversation.messages,
      maxOutputTokens: budget.outputTokens(),
      effort: run.definition.effort,
      signal: AbortSignal.any([run.signal, clock.signal]),
    });
  };
  const ask = () =>
    generateWithRetry(call, {
      sleep: run.sleep,
      random: run.random ?? Math.random,
      clock: run.clock,
      signal: run.signal,
      deadline: new Date(run.clock().getTime() + timeLeft),
      onFailure: (error) => error.usage && budget.book(error.usage),
      onRetry: ({ attempt, waitMs, error }) => {
        transcript.append("retry", { attempt, waitMs, kind: error.kind, message: error.message });
        emit({ kind: "retry", attempt, waitMs, message: error.message });
      },
    });
  try {
    return await ask().catch((error: unknown) => {
      if (!(error instanceof ModelError) || error.kind !== "prefix_mismatch") throw error;
      conversation.startEpoch("prefix_mismatch", withoutOpaque(conversation.messages));
      return ask();
    });
  } catch (error) {
    if (clock.signal.aborted && !run.signal.aborted) return "expired";
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
