import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startWatchdog, WATCHDOG_TIMES } from "../../src/models/watchdog.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const start = () => startWatchdog(new AbortController().signal, WATCHDOG_TIMES);

test("a call that never begins to answer is cut after 60 s", () => {
  const watchdog = start();
  vi.advanceTimersByTime(59_999);
  expect(watchdog.signal.aborted).toBe(false);
  vi.advanceTimersByTime(1);
  expect([watchdog.signal.aborted, watchdog.verdict()?.kind, watchdog.verdict()?.retryable]).toEqual([
    true,
    "stall",
    true,
  ]);
});

test("an answer that stalls is cut 60 s after its last sign of life", () => {
  const watchdog = start();
  for (let second = 0; second < 300; second += 50) {
    vi.advanceTimersByTime(50_000);
    watchdog.touch();
  }
  expect(watchdog.signal.aborted).toBe(false);
  vi.advanceTimersByTime(60_000);
  expect(watchdog.verdict()?.kind).toBe("stall");
});

test("a stopped watchdog cuts nothing", () => {
  const watchdog = start();
  watchdog.stop();
  vi.advanceTimersByTime(3_600_000);
  expect(watchdog.signal.aborted).toBe(false);
});
