/** The one retry policy for model calls; the providers' own retries are switched off. */
import { ModelError, type ModelTurn } from "./port.ts";

export interface RetryPolicy {
  tries: number;
  /** First ceiling of the random delay; doubles with each failure. */
  baseMs: number;
  capMs: number;
  /** Most milliseconds slept over all tries. */
  totalMs: number;
  /** A provider's wish up to this is slept; a longer one defers the whole run. */
  longestWishMs: number;
}

export const RETRY_POLICY: RetryPolicy = {
  tries: 6,
  baseMs: 2_000,
  capMs: 60_000,
  totalMs: 300_000,
  longestWishMs: 120_000,
};

export interface RetryPorts {
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  random: () => number;
  clock: () => Date;
  signal: AbortSignal;
  /** Nothing is slept past this moment. */
  deadline: Date;
  policy?: RetryPolicy;
  onRetry?: (retry: { attempt: number; waitMs: number; error: ModelError }) => void;
  /** Every failed call, retried or not; here the caller books what it cost. */
  onFailure?: (error: ModelError) => void;
}

/** Thrown when waiting would cost more runner time than it is worth: start again at `resumeAfter`. */
export class DeferredError extends Error {
  readonly resumeAfter: Date;

  constructor(resumeAfter: Date, cause: ModelError) {
    super(`${cause.message} The provider asks to wait until ${resumeAfter.toISOString()}.`, { cause });
    this.name = "DeferredError";
    this.resumeAfter = resumeAfter;
  }
}

/**
 * Calls until it succeeds. Full jitter, the provider's `retry-after` wins over it.
 * @throws ModelError the last failure, at once when it is not retryable
 * @throws DeferredError when the provider asks for a longer wait than a run may sleep
 */
export async function generateWithRetry(
  call: () => Promise<ModelTurn>,
  ports: RetryPorts,
): Promise<ModelTurn> {
  const policy = ports.policy ?? RETRY_POLICY;
  let slept = 0;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      ports.onFailure?.(error);
      if (!error.retryable || ports.signal.aborted) throw error;
      const waitMs = error.retryAfterMs ?? jitter(attempt, policy, ports.random);
      const tooLate = ports.clock().getTime() + waitMs > ports.deadline.getTime();
      if (error.retryAfterMs !== undefined && (waitMs > policy.longestWishMs || tooLate)) {
        throw new DeferredError(new Date(ports.clock().getTime() + waitMs), error);
      }
      if (attempt >= policy.tries || tooLate || slept + waitMs > policy.totalMs) throw error;
      ports.onRetry?.({ attempt, waitMs, error });
      await ports.sleep(waitMs, ports.signal);
      slept += waitMs;
    }
  }
}

function jitter(attempt: number, policy: RetryPolicy, random: () => number): number {
  return Math.round(random() * Math.min(policy.capMs, policy.baseMs * 2 ** (attempt - 1)));
}
