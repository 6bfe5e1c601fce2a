/** A request to stop that flows from a run to its jobs to their processes, once, with a reason. */
export interface Cancellation {
  readonly requested: boolean;
  /** `force` ends processes at once and skips even `always()`. */
  readonly forced: boolean;
  readonly reason: string;
  cancel(reason: string, force?: boolean): void;
  /** Calls back on every request (a later forced one included), at once when there already was one; returns the unsubscriber. */
  listen(listener: () => void): () => void;
  /** A cancellation that follows this one and can be requested on its own. */
  child(): Cancellation;
}

export function createCancellation(): Cancellation {
  const listeners = new Set<() => void>();
  const state = { requested: false, forced: false, reason: "" };
  const cancellation: Cancellation = {
    get requested() {
      return state.requested;
    },
    get forced() {
      return state.forced;
    },
    get reason() {
      return state.reason;
    },
    cancel(reason, force = false) {
      if (state.requested && (!force || state.forced)) return;
      if (!state.requested) state.reason = reason;
      state.requested = true;
      state.forced ||= force;
      for (const listener of [...listeners]) listener();
    },
    listen(listener) {
      listeners.add(listener);
      if (state.requested) listener();
      return () => listeners.delete(listener);
    },
    child() {
      const child = createCancellation();
      cancellation.listen(() => child.cancel(state.reason, state.forced));
      return child;
    },
  };
  return cancellation;
}
