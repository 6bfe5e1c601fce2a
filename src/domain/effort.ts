/** How much effort a change is worth: its tier, and the passes that a review makes over it. */
import { isAlwaysRead } from "./coverage.ts";
import { changedLines, type DiffFile } from "./diff.ts";

export type Tier = "trivial" | "lite" | "full";
export type Lens = "everything" | "correctness" | "security" | "contracts" | "tests";

/** One conversation about one portion. */
export interface Pass {
  /** Index of the portion. */
  portion: number;
  lens: Lens;
  /** 1, or 2 for a second independent look. */
  sample: number;
}

/** Bounds as published by Cloudflare for its own reviews (review-merge sheet 1.1). */
const MANY_FILES = 50;
const FEW_FILES = 20;
const TRIVIAL_LINES = 10;
const LITE_LINES = 100;
const MOST_PASSES = 32;

const SENSITIVE =
  /auth|login|logout|passw|secret|token|session|crypt|permission|privilege|payment|billing|sanitiz|escape|sandbox|security/i;
const PROSE = /\.(md|mdx|txt|rst|adoc|png|jpe?g|gif|svg|webp|ico)$/i;

export function tierOf(files: readonly DiffFile[]): { tier: Tier; why: string } {
  const lines = linesOf(files);
  const risky = files.find(
    ({ path, oldPath }) => [path, oldPath].some(isAlwaysRead) || (SENSITIVE.test(path) && !PROSE.test(path)),
  );
  const size = `${lines} changed ${lines === 1 ? "line" : "lines"} in ${files.length} ${files.length === 1 ? "file" : "files"}`;
  if (risky) return { tier: "full", why: `${risky.path} is sensitive` };
  if (files.length > MANY_FILES || files.length > FEW_FILES || lines > LITE_LINES)
    return { tier: "full", why: size };
  return { tier: lines <= TRIVIAL_LINES ? "trivial" : "lite", why: size };
}

/**
 * The passes of a review, the most useful first: one look of every lens at every portion, then the second looks. What would be
 * more passes than a review may make is done with fewer lenses, never with fewer portions.
 */
export function planPasses(tier: Tier, files: readonly DiffFile[], portions: number): Pass[] {
  const { lenses, samples } = wanted(tier, files, portions);
  const each = <Item>(count: number, make: (at: number) => Item[]) =>
    Array.from({ length: count }, (_, at) => make(at)).flat();
  return each(samples, (sample) =>
    each(portions, (portion) => lenses.map((lens) => ({ portion, lens, sample: sample + 1 }))),
  );
}

function wanted(
  tier: Tier,
  files: readonly DiffFile[],
  portions: number,
): { lenses: Lens[]; samples: number } {
  const code = files.some(({ path }) => !PROSE.test(path));
  const two: Lens[] = code ? ["everything", "security"] : ["everything"];
  if (tier === "trivial") return { lenses: ["everything"], samples: 1 };
  if (tier === "lite") return { lenses: two, samples: 1 };
  const all: Lens[] = ["correctness", "security", "contracts", "tests"];
  const choices = [
    ...(linesOf(files) > TRIVIAL_LINES ? [{ lenses: all, samples: 2 }] : []),
    { lenses: all, samples: 1 },
    { lenses: two, samples: 1 },
  ];
  const affordable = choices.find(({ lenses, samples }) => lenses.length * samples * portions <= MOST_PASSES);
  return affordable ?? { lenses: ["everything"], samples: 1 };
}

function linesOf(files: readonly DiffFile[]): number {
  return files.reduce((sum, file) => {
    const { added, deleted } = changedLines(file);
    return sum + added + deleted;
  }, 0);
}
