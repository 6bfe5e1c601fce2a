/** Cuts a model call that has gone silent: an SDK timeout covers only the time to the headers. */
import { ModelError } from "./port.ts";

export interface WatchdogTimes {
  /** Longest silence before the first byte of the answer. */
  firstByteMs: number;
  /** Longest silence between two chunks of the answer; pings of the provider count as life. */
  idleMs: number;
  /** Longest whole call. */
  callMs: number;
}

export const WATCHDOG_TIMES: WatchdogTimes = { firstByteMs: 60_000, idleMs: 60_000, callMs: 900_000 };

export interface Watchdog {
  readonly signal: AbortSignal;
  /** The answer showed life. */
  touch(): void;
  /** Why the watchdog cut the call, if it did. */
  verdict(): ModelError | undefined;
  stop(): void;
}

/** Starts watching one call; `signal` aborts when the caller aborts or the call is cut. */
export function startWatchdog(caller: AbortSignal, times: WatchdogTimes): Watchdog {
  const controller = new AbortController();
  let verdict: ModelError | undefined;

  function cut(error: ModelError): void {
    verdict ??= error;
    controller.abort();
  }
  const seconds = (ms: number) => `${Math.round(ms / 100) / 10} s`;
  const call = setTimeout(
    () => cut(new ModelError("timeout", `The model call was cut after ${seconds(times.callMs)}.`)),
    times.callMs,
  );
  const silence = (ms: number) =>
    setTimeout(
      () => cut(new ModelError("stall", `The model was silent for ${seconds(ms)}; the call was cut.`)),
      ms,
    );
  let idle = silence(times.firstByteMs);

  return {
    signal: AbortSignal.any([caller, controller.signal]),
    touch() {
      clearTimeout(idle);
      idle = silence(times.idleMs);
    },
    verdict: () => verdict,
    stop() {
      clearTimeout(idle);
      clearTimeout(call);
    },
  };
}
