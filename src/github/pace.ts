/** Write pacing: a token bucket under GitHub's secondary limits (80 content-creating requests a minute, 500 an hour). */

export interface Pace {
  /** Resolves when the next write may be sent. */
  take(): Promise<void>;
}

const BURST = 40;
const PER_MINUTE = 60;

export function createPace(options: {
  off: boolean;
  now: () => number;
  sleep: (milliseconds: number) => Promise<void>;
}): Pace {
  let tokens = BURST;
  let filled = options.now();
  return {
    async take() {
      if (options.off) return;
      const now = options.now();
      tokens = Math.min(BURST, tokens + ((now - filled) / 60_000) * PER_MINUTE);
      filled = now;
      tokens -= 1;
      if (tokens < 0) await options.sleep((-tokens / PER_MINUTE) * 60_000);
    },
  };
}
