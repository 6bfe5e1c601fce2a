/** A review from the change to its findings: what is new is read by several passes, and nothing is believed that can be checked. */
import {
  type LedgerEntry,
  PORTION_COUNT,
  PORTION_LIMIT,
  type Portion,
  planReview,
} from "../../domain/coverage.ts";
import { planPasses, tierOf } from "../../domain/effort.ts";
import type { CriterionCheck, DroppedFinding, HeldFinding } from "../../domain/finding.ts";
import { freshHunks } from "../../domain/fresh.ts";
import { mergeFindings } from "../../domain/merge-findings.ts";
import type { Coverage, Outcome } from "../../domain/outcome.ts";
import { normalQuote } from "../../domain/quote.ts";
import { type Bench, type Done, outcomeBase } from "../agent-phase.ts";
import { openSource, type ReviewedChange, readChange, readDependencies, readEarlier } from "./change.ts";
import { dropMadeUp, settleClaims } from "./checks.ts";
import { type Passed, runPasses } from "./passes.ts";
import { refuteFindings } from "./refute.ts";

const MOST_FINDINGS = 100;
const MOST_DROPPED = 200;

export type ReviewOutcome = Extract<Outcome, { mode: "review" }>;

/** Reviews the change of the bench's work order. What failed is in the outcome; nothing is written anywhere. */
export async function reviewChange(bench: Bench): Promise<ReviewOutcome> {
  const { job, git, order } = bench;
  const change = await readChange(git, order);
  const { fresh, known } = freshHunks(change.files, await readEarlier(git, order));
  const source = openSource(git, change);
  const dependencies = await readDependencies(fresh, source);
  const { portions, ledger } = planReview(fresh, {
    portionLimit: PORTION_LIMIT,
    portionCount: PORTION_COUNT,
  });
  const { tier, why } = tierOf(portions.flatMap(({ files }) => files));
  const needed = portions.length > 0 || hasMoreToSay(bench) || dependencies.length > 0;
  const planned = needed ? planPasses(tier, fresh, Math.max(1, portions.length)) : [];
  const passes = portions.length > 0 ? planned : planned.slice(0, 1);
  job.log(
    `${ledger.length + known.size} hunks: ${count(ledger, "read")} to read in ${portions.length} part(s) and ${passes.length} pass(es) (${tier}: ${why}), ${known.size} read before, ${count(ledger, "excluded")} excluded, ${count(ledger, "deferred")} deferred`,
  );
  const passed = await runPasses(bench, portions, passes, dependencies);
  const unread = unreadOf(portions, passed.unread);
  const coverage: Coverage = {
    ...{ tier, why: why.slice(0, 600), passes: passed.done.length, known: known.size },
    read: count(ledger, "read") - unread.length,
    excluded: excludedOf(ledger).slice(0, 2_000),
    dependencies: dependencies.slice(0, 300),
  };
  const decisive = passed.broken ?? passed.done[0] ?? nothingToRead();
  if (passed.broken) return outcomeOf(bench, decisive, { coverage });
  const { findings, dropped } = await check(bench, change, passed);
  return outcomeOf(bench, decisive, {
    coverage,
    deferred: [...ledger.filter(({ state }) => state === "deferred"), ...unread],
    output: {
      findings: findings.slice(0, MOST_FINDINGS),
      dropped: dropped.slice(0, MOST_DROPPED),
      threads: passed.threads,
      criteria: needed ? everyCriterion(bench, passed.criteria) : [],
    },
  });
}

/** Threads to look at again, or criteria that the last review did not find met. */
function hasMoreToSay({ order, context }: Bench): boolean {
  return context.threads.length > 0 || order.pull?.reviewed?.[0]?.verdict !== "approved";
}

async function check(bench: Bench, change: ReviewedChange, passed: Passed) {
  const { files } = change;
  const source = openSource(bench.git, change);
  const real = await dropMadeUp(passed.reported, files, source);
  const settled = await settleClaims(bench, mergeFindings(real.kept, files));
  const part = passed.done.length + 1;
  const refuted = await refuteFindings(bench, { findings: settled.kept, files, source, part });
  const dropped: DroppedFinding[] = [...real.dropped, ...settled.dropped, ...refuted.dropped];
  for (const { path, title, why } of dropped) bench.job.log(`dropped: ${path}: ${title}. ${why}`);
  const findings: HeldFinding[] = refuted.kept;
  return { findings, dropped };
}

/** Each criterion of the feature, in its order; one that the review says nothing of needs a person. */
function everyCriterion({ context }: Bench, said: readonly CriterionCheck[]): CriterionCheck[] {
  const plain = (text: string) =>
    normalQuote(text)
      .toLowerCase()
      .replace(/^\d+[.)] /, "");
  return (context.feature?.criteria ?? []).slice(0, 24).map((criterion, at) => {
    const found = said.find(
      (one) => plain(one.criterion) === plain(criterion) || one.criterion.trim() === `${at + 1}`,
    );
    const nothing = { state: "human", evidence: "The review says nothing about it." } as const;
    return { ...nothing, ...found, criterion: criterion.slice(0, 400) };
  });
}

/** Hunks of portions that a lens could not read. */
function unreadOf(
  portions: readonly Portion[],
  unread: ReadonlyMap<number, string>,
): Omit<LedgerEntry, "state">[] {
  const entries = [...unread].flatMap(([at, why]) =>
    (portions[at]?.files ?? []).flatMap((file) =>
      file.hunks.length === 0
        ? [{ path: file.path, hunk: `${file.path}#whole`, why }]
        : file.hunks.map(({ id }) => ({ path: file.path, hunk: id, why })),
    ),
  );
  // A large hunk lies in several portions, and counts once.
  return [...new Map(entries.map((entry) => [entry.hunk, entry])).values()];
}

function excludedOf(ledger: readonly LedgerEntry[]): Coverage["excluded"] {
  const rules = new Map(
    ledger.filter(({ state }) => state === "excluded").map(({ path, why }) => [path, why]),
  );
  return [...rules].map(([path, rule]) => ({ path: path.slice(0, 500), rule }));
}

function count(ledger: readonly LedgerEntry[], state: LedgerEntry["state"]): number {
  return ledger.filter((entry) => entry.state === state).length;
}

type Read = Partial<Pick<ReviewOutcome, "output" | "coverage">> & {
  deferred?: readonly Omit<LedgerEntry, "state">[];
};

function outcomeOf(
  bench: Bench,
  decisive: Done<unknown>,
  { output, coverage, deferred = [] }: Read,
): ReviewOutcome {
  return {
    ...outcomeBase(bench, decisive, false),
    mode: "review",
    ...(output ? { output } : {}),
    ...(coverage ? { coverage } : {}),
    deferred: deferred.slice(0, 2_000).map(({ path, hunk, why }) => ({
      path: path.slice(0, 500),
      hunk: hunk.slice(0, 600),
      why: why.slice(0, 200),
    })),
  };
}

/** No conversation was needed: a rebase, or a merge from the base, of what was approved. */
function nothingToRead(): Done<unknown> {
  return {
    sandbox: "not opened",
    result: {
      status: "done",
      cause: "complete",
      message: "Nothing in this change is new since it was approved.",
      usage: { input: 0, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0, output: 0, reasoning: 0 },
      usd: 0,
      turns: 0,
      toolCalls: 0,
      edited: false,
      commandsRun: [],
      escalations: [],
    },
  };
}
