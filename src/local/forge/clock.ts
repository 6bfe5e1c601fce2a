/** The system's clock, and GitHub's way to write a time. */
import type { Clock } from "../contract.ts";

export const systemClock: Clock = {
  now: () => new Date(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** `2026-11-22T03:00:00Z`: GitHub's times have whole seconds. */
export function timestamp(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, "Z");
}
