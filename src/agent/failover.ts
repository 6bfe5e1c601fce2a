/** The next model of the list takes over when one cannot be had. */
import { ModelError } from "../models/port.ts";
import { DeferredError, RETRY_POLICY, type RetryPolicy } from "../models/retry.ts";
import { withoutOpaque } from "./conversation.ts";
import type { Session } from "./session.ts";

/** Failures in a row of one model before the next is asked. */
const TRIES = 3;

/** While another model stands ready, the patience with this one is short. */
export function retryPolicy<T>({ fallbacks }: Session<T>): RetryPolicy {
  return fallbacks.length > 0 ? { ...RETRY_POLICY, tries: TRIES } : RETRY_POLICY;
}

/**
 * Takes the conversation over to the next model, without the thinking of the old one; false when there is none, or when the
 * failure is no outage: a wrong key, a wrong request or an unpaid bill is for a person to see, and would only be hidden.
 */
export function failOver<T>(session: Session<T>, error: unknown): boolean {
  const isOutage = error instanceof DeferredError || (error instanceof ModelError && error.retryable);
  const next = isOutage ? session.fallbacks.shift() : undefined;
  if (next === undefined || !(error instanceof Error)) return false;
  const { conversation, budget, gauge, transcript, emit } = session;
  const from = session.model.id;
  session.model = next;
  budget.useModel(next.id);
  gauge.useModel(next.id);
  conversation.startEpoch("failover", withoutOpaque(conversation.messages));
  transcript.append("failover", { from, to: next.id, message: error.message });
  emit({ kind: "failover", from, to: next.id, message: `${from} → ${next.id}: ${error.message}` });
  session.warnOfPrice();
  return true;
}
