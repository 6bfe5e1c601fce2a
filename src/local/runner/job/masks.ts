/** Replaces secrets in everything that leaves a job: logs, summaries, annotations. */

export interface Masks {
  /** Masks a value, each line of it, and its base64 form. Blank values are ignored. */
  add(value: string): void;
  apply(text: string): string;
  /** Whether a text contains something masked. */
  reveals(text: string): boolean;
}

export function createMasks(): Masks {
  const values = new Set<string>();
  let ordered: string[] = [];
  const remember = (value: string) => {
    if (value.trim() !== "") values.add(value);
  };
  return {
    add(value) {
      for (const form of [value, ...value.split(/\r?\n/)]) remember(form);
      if (value.trim() !== "") remember(Buffer.from(value).toString("base64"));
      // Longest first: a secret that contains another one is hidden whole.
      ordered = [...values].sort((a, b) => b.length - a.length);
    },
    apply(text) {
      return ordered.reduce(
        (masked, value) => (masked.includes(value) ? masked.replaceAll(value, "***") : masked),
        text,
      );
    },
    reveals: (text) => ordered.some((value) => text.includes(value)),
  };
}
