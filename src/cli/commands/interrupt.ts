/** Ctrl-C and SIGTERM as a wish to stop in order; the second time the process ends at once. */

export interface Interrupt {
  signal: AbortSignal;
  release(): void;
}

export function onInterrupt(tell: () => void): Interrupt {
  const stop = new AbortController();
  const wish = () => {
    if (stop.signal.aborted) process.exit(1);
    tell();
    stop.abort();
  };
  for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, wish);
  return {
    signal: stop.signal,
    release() {
      for (const name of ["SIGINT", "SIGTERM"] as const) process.off(name, wish);
    },
  };
}
