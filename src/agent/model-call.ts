/** One call of the model inside a run: retried, handed to another model, cut when time or money is up, and written down. */
import { ModelError, type ModelTurn } from "../models/port.ts";
import { generateWithRetry } from "../models/retry.ts";
import { withoutOpaque } from "./conversation.ts";
import { sha256 } from "./digest.ts";
import { failOver, retryPolicy } from "./failover.ts";
import type { LimitCause } from "./limits.ts";
import { keepTree, noteFiles } from "./record/checkpoints.ts";
import type { Session } from "./session.ts";

const GRACE_MS = 90_000;

export interface CallOptions {
  /** Set in the grace turn: the limit that was reached. */
  over?: LimitCause | undefined;
  /** Most tokens of the answer; the budget may allow less. */
  outputTokens?: number;
}

/**
 * What came of a call when it is no answer: our own time or money ran out ("cut"), another model took over ("switched": limits
 * and size are to be looked at again), or the prompt was too long for the model ("overflow").
 */
export type NoTurn = "cut" | "switched" | "overflow";

/** Asks the model and books what it cost; throws what cannot be retried. */
export async function nextTurn<T>(
  session: Session<T>,
  { over, outputTokens = Number.POSITIVE_INFINITY }: CallOptions = {},
): Promise<ModelTurn | NoTurn> {
  const { run, budget, conversation, transcript } = session;
  await noteFiles(session);
  conversation.flush();
  const kept = keepTree(session);
  transcript.setTurn(budget.turns + 1);
  const clock = new AbortController();
  const timeLeft = over ? GRACE_MS : budget.remainingMs();
  const timer = setTimeout(() => clock.abort(), timeLeft);
  try {
    return take(session, await ask(session, { clock, timeLeft, outputTokens }));
  } catch (error) {
    if (clock.signal.aborted && !run.signal.aborted) return "cut";
    if (error instanceof ModelError && error.kind === "context_overflow") return "overflow";
    if (!run.signal.aborted && failOver(session, error)) return "switched";
    throw error;
  } finally {
    await kept;
    clearTimeout(timer);
  }
}

interface Asking {
  /** Cuts the call. */
  clock: AbortController;
  timeLeft: number;
  outputTokens: number;
}

/** Asks with retries; thinking that the provider no longer accepts is left out once. */
async function ask<T>(session: Session<T>, asking: Asking): Promise<ModelTurn> {
  const { conversation } = session;
  return askWithRetry(session, asking).catch((error: unknown) => {
    if (!(error instanceof ModelError) || error.kind !== "prefix_mismatch") throw error;
    conversation.startEpoch("prefix_mismatch", withoutOpaque(conversation.messages));
    return askWithRetry(session, asking);
  });
}

function askWithRetry<T>(session: Session<T>, asking: Asking): Promise<ModelTurn> {
  const { run, budget, transcript, emit } = session;
  return generateWithRetry(() => request(session, asking), {
    sleep: run.sleep,
    random: run.random ?? Math.random,
    clock: run.clock,
    signal: run.signal,
    deadline: new Date(run.clock().getTime() + asking.timeLeft),
    policy: retryPolicy(session),
    onFailure: ({ usage }) => {
      if (usage === undefined) return;
      budget.book(usage);
      transcript.append("budget", { usage, usd: session.priceOf(usage) });
    },
    onRetry: ({ attempt, waitMs, error }) => {
      transcript.append("retry", { attempt, waitMs, kind: error.kind, message: error.message });
      emit({ kind: "retry", attempt, waitMs, message: error.message });
    },
  });
}

function request<T>(session: Session<T>, { clock, outputTokens }: Asking): Promise<ModelTurn> {
  const { run, budget, conversation, transcript, toolbox } = session;
  // A failed call can have used up the rest: the run ends, and no retry makes it dearer.
  if (budget.isSpent()) clock.abort();
  transcript.append("model_request", {
    model: session.model.id,
    messages: conversation.messages.length,
    sha: sha256(JSON.stringify(conversation.messages)),
  });
  return session.model.generate({
    system: run.definition.prompt,
    tools: toolbox.specs,
    messages: conversation.messages,
    maxOutputTokens: Math.min(outputTokens, budget.outputTokens()),
    effort: run.definition.effort,
    previousId: conversation.lastTurnId,
    signal: AbortSignal.any([run.signal, clock.signal]),
  });
}

/** Books an answer before anybody looks at what it says. */
function take<T>(session: Session<T>, turn: ModelTurn): ModelTurn | "overflow" {
  const { budget, gauge, conversation, cache } = session;
  budget.book(turn.usage);
  budget.endTurn();
  gauge.count(turn.usage);
  cache.observe(turn, conversation.epoch);
  if (turn.stop !== "context_overflow") return turn;
  conversation.record(turn, [], session.priceOf(turn.usage));
  return "overflow";
}
