/** A fair limit on how much happens at once. */
import type { Cancellation } from "./cancellation.ts";

export interface Slots {
  /** Resolves with the function that frees the slot, or undefined when cancelled before one was free. */
  take(cancellation: Cancellation): Promise<(() => void) | undefined>;
}

export function createSlots(limit: number): Slots {
  let taken = 0;
  const waiting: (() => void)[] = [];
  const free = () => {
    taken -= 1;
    waiting.shift()?.();
  };
  return {
    take(cancellation) {
      return new Promise((resolve) => {
        const start = () => {
          taken += 1;
          let freed = false;
          resolve(() => {
            if (!freed) free();
            freed = true;
          });
        };
        if (taken < limit) return start();
        waiting.push(start);
        cancellation.listen(() => {
          const index = waiting.indexOf(start);
          if (index < 0) return;
          waiting.splice(index, 1);
          resolve(undefined);
        });
      });
    },
  };
}
