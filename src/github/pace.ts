/**
 * Write pacing: a token bucket under GitHub's secondary limits (80 content-creating requests a minute, 500 an hour). Other runs
 * write too, so a part of both is left to them.
 */

export interface Pace {
  /** Takes the place of the next write and answers how long it has to wait for it, in milliseconds. */
  take(): number;
}

const BURST = 40;
const PER_MINUTE = 60;
const PER_HOUR = 450;
const HOUR_MS = 3_600_000;

export function createPace(options: { off: boolean; now: () => number }): Pace {
  let tokens = BURST;
  let filled = options.now();
  let written: number[] = [];
  return {
    take() {
      if (options.off) return 0;
      const now = options.now();
      tokens = Math.min(BURST, tokens + ((now - filled) / 60_000) * PER_MINUTE);
      filled = now;
      tokens -= 1;
      written = written.filter((at) => at > now - HOUR_MS);
      const full = written.at(-PER_HOUR);
      const wait = Math.max(
        0,
        (-tokens / PER_MINUTE) * 60_000,
        full === undefined ? 0 : full + HOUR_MS - now,
      );
      written.push(now + wait);
      return wait;
    },
  };
}
