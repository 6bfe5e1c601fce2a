/** The conversations that read a change, the most useful first, as far as the money goes. */
import type { Portion } from "../../domain/coverage.ts";
import type { Pass } from "../../domain/effort.ts";
import { type CriterionCheck, ReviewOutput, type ThreadCheck } from "../../domain/finding.ts";
import { LESSONS_PATH } from "../../domain/lessons.ts";
import type { Reported } from "../../domain/merge-findings.ts";
import { dollarsOf } from "../../domain/money.ts";
import { type Bench, type Done, work } from "../agent-phase.ts";
import { createFence, SAME } from "../fence.ts";
import { reviewBrief } from "./brief.ts";

export interface Passed {
  done: Done<ReviewOutput>[];
  reported: Reported[];
  threads: ThreadCheck[];
  criteria: CriterionCheck[];
  /** Portions that some lens could not read, and why. */
  unread: Map<number, string>;
  /** The conversation that ended the whole review: its provider failed, or somebody stopped it. */
  broken: Done<ReviewOutput> | undefined;
}

/** Conversations at the same time, after the first. */
const AT_ONCE = 4;
const LESSONS_LIMIT = 16_000;
/** Second looks are taken while more than this share of the run's money is left. */
const SHARE_FOR_SECOND_LOOKS = 0.5;

/**
 * The first pass goes alone: it leads, and the others find the prompt that it paid for in the provider's cache. When one breaks,
 * none begins after it.
 */
export async function runPasses(
  bench: Bench,
  portions: readonly Portion[],
  passes: readonly Pass[],
  dependencies: readonly string[],
): Promise<Passed> {
  const lessons = await lessonsOf(bench);
  const ends: (Done<ReviewOutput> | string)[] = [];
  let isOver = false;
  const read = async (at: number, pass: Pass): Promise<void> => {
    try {
      const end =
        whySkipped(bench, pass) ??
        (await runPass(bench, { portions, pass, number: at + 1, dependencies, lessons }));
      ends[at] = end;
      isOver ||= typeof end !== "string" && breaks(end, at + 1);
    } catch (error) {
      isOver = true;
      throw error;
    }
  };
  const [first, ...others] = passes.entries();
  if (first) await read(...first);
  // Shared: each takes the next one that nobody has begun.
  const waiting = others.values();
  const readOn = async () => {
    for (const one of waiting) {
      if (isOver) return;
      await read(...one);
    }
  };
  const readers = await Promise.allSettled(Array.from({ length: AT_ONCE }, readOn));
  for (const each of readers) if (each.status === "rejected") throw each.reason;
  return collect(passes, ends);
}

/** In the order of the passes, whichever ended first. */
function collect(passes: readonly Pass[], ends: readonly (Done<ReviewOutput> | string)[]): Passed {
  const passed: Passed = {
    done: [],
    reported: [],
    threads: [],
    criteria: [],
    unread: new Map(),
    broken: undefined,
  };
  for (const [at, end] of ends.entries()) {
    const pass = passes[at];
    if (pass === undefined || end === undefined) continue;
    if (typeof end !== "string") {
      passed.done.push(end);
      take(passed, pass, at + 1, end);
    } else if (pass.sample === 1) passed.unread.set(pass.portion, end);
  }
  return passed;
}

async function lessonsOf({ base }: Bench): Promise<string> {
  return (await base.read([LESSONS_PATH])).get(LESSONS_PATH)?.slice(0, LESSONS_LIMIT) ?? "";
}

function whySkipped({ order, spending }: Bench, { sample }: Pass): string | undefined {
  const left = order.limits.usd - dollarsOf(spending.total());
  if (left <= 0) return "the money of this run was spent";
  if (sample > 1 && left < order.limits.usd * SHARE_FOR_SECOND_LOOKS)
    return "a second look was not affordable";
  return undefined;
}

interface PassInput {
  portions: readonly Portion[];
  pass: Pass;
  /** From 1; the first one leads. */
  number: number;
  dependencies: readonly string[];
  lessons: string;
}

function runPass(
  bench: Bench,
  { portions, pass, number, dependencies, lessons }: PassInput,
): Promise<Done<ReviewOutput>> {
  const { job, order, context, commands } = bench;
  const lead = number === 1;
  const part = { at: pass.portion + 1, of: portions.length };
  const input = {
    ...{ order, context, part, lens: pass.lens, lead, verify: commands.verify, dependencies, lessons },
    portion: portions[pass.portion],
  };
  job.log(`pass ${number}: ${pass.lens}, part ${part.at} of ${Math.max(1, part.of)}, look ${pass.sample}`);
  return work(bench, {
    header: {
      agent: "review",
      mode: lead ? "review" : "lens",
      feature: order.feature?.key ?? "",
      round: order.round,
    },
    brief: reviewBrief({ ...input, fence: createFence(job.id().slice(0, 8)) }),
    purpose:
      reviewBrief({ ...input, fence: createFence(SAME) }) + (pass.sample > 1 ? `\nlook ${pass.sample}` : ""),
    part: number,
    ...(lead ? {} : { label: `[${number}] ` }),
    output: ReviewOutput,
    gates: [],
  });
}

function take(
  passed: Passed,
  { portion, lens, sample }: Pass,
  number: number,
  one: Done<ReviewOutput>,
): void {
  const { result } = one;
  const output = result.completion?.output;
  if (result.status === "done" && output !== undefined) {
    passed.reported.push(...output.findings.map((finding) => ({ finding, lens, pass: number })));
    if (number > 1) return;
    passed.threads = output.threads;
    passed.criteria = output.criteria;
    return;
  }
  if (breaks(one, number)) passed.broken ??= one;
  else if (sample === 1)
    passed.unread.set(portion, `a pass about ${lens} gave no result: ${result.message}`.slice(0, 200));
}

/** The provider failed, somebody stopped it, or the pass that leads came to no end. */
function breaks({ result }: Done<ReviewOutput>, number: number): boolean {
  if (result.status === "done" && result.completion?.output !== undefined) return false;
  return (
    number === 1 ||
    result.status === "deferred" ||
    result.status === "cancelled" ||
    result.cause === "provider"
  );
}
