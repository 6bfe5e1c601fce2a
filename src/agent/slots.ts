/** At most so many at once; who comes later waits in line. */
export interface Slots {
  run<T>(work: () => Promise<T>): Promise<T>;
}

export function openSlots(most: number): Slots {
  let busy = 0;
  const line: (() => void)[] = [];
  return {
    async run(work) {
      if (busy < most) busy += 1;
      else await new Promise<void>((enter) => line.push(enter));
      try {
        return await work();
      } finally {
        const next = line.shift();
        if (next) next();
        else busy -= 1;
      }
    },
  };
}
