/** Notices when the provider's cache did not serve what it was given before: a miss is paid, and it has a reason. */
import type { ModelTurn } from "../models/port.ts";
import type { Transcript } from "./transcript.ts";

/** Rounding of the provider is no miss. */
const SERVED_SHARE = 0.9;
/** How long the newest part of a conversation stays in the cache. */
const LIFETIME_MS = 5 * 60_000;

export interface CacheWatch {
  /** Compares a turn with the one before it in the same epoch; a miss is a `cache` line of the transcript. */
  observe(turn: ModelTurn, epoch: number): void;
}

export function openCacheWatch(transcript: Transcript, clock: () => Date): CacheWatch {
  let last: { epoch: number; tokens: number; at: number } | undefined;
  return {
    observe(turn, epoch) {
      const { cacheRead, cacheWrite5m, cacheWrite1h } = turn.usage;
      const now = clock().getTime();
      if (last?.epoch === epoch && cacheRead < last.tokens * SERVED_SHARE) {
        const pause = now - turn.ms - last.at;
        const guess = pause > LIFETIME_MS ? "expired" : "unknown";
        transcript.append("cache", {
          expected: last.tokens,
          reported: cacheRead,
          pauseMs: pause,
          reason: turn.cacheMiss ?? guess,
        });
      }
      last = { epoch, tokens: cacheRead + cacheWrite5m + cacheWrite1h, at: now };
    },
  };
}
