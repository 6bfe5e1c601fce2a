/** Chance that can be replayed: every decision has a name, and depends on the seed and that name alone. */
import { createHash } from "node:crypto";

export interface Chance {
  /** A number in [0, 1) for the decision called `name`. */
  of(name: string): number;
  pick<Item>(name: string, items: readonly Item[]): Item | undefined;
}

export function chanceOf(seed: number): Chance {
  const of = (name: string) => createHash("md5").update(`${seed} ${name}`).digest().readUInt32BE(0) / 2 ** 32;
  return { of, pick: (name, items) => items[Math.floor(of(name) * items.length)] };
}
