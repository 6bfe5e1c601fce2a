/** Money across runs: what was spent, re-added from the costs of the runs, and what each cap of the configuration leaves. Pure. */
import type { CommentSnapshot, PullSnapshot, RepositorySnapshot, RequirementSnapshot } from "./snapshot.ts";
import { CostBlock, type RunCost, readBlock } from "./state-block.ts";

/** What stands in for an unknown price, so that a budget in dollars holds for every model. */
export const TOKENS_PER_DOLLAR = 1_000_000;

/** US dollars of one run; one of unknown price counts by its tokens, never as nothing. */
export function dollarsOf({ usd, tokens }: Pick<RunCost, "usd" | "tokens">): number {
  return usd ?? tokens / TOKENS_PER_DOLLAR;
}

export function sumOf(costs: readonly RunCost[]): number {
  return costs.reduce((sum, cost) => sum + dollarsOf(cost), 0);
}

/** Costs of the runs that worked on a pull request, each run once. */
export function costsOfPull(pull: PullSnapshot): RunCost[] {
  const booked = [...(pull.block?.costs ?? []), ...(pull.booked?.block?.costs ?? [])];
  return once([...booked, ...pull.reviews.flatMap((review) => review.block?.cost ?? [])]);
}

/** Costs of all runs of a requirement, each run once: those of its sticky comment, its pull requests and the runs that gave up. */
export function costsOf(snapshot: RepositorySnapshot, requirement: RequirementSnapshot): RunCost[] {
  const pulls = snapshot.pulls.filter((pull) => pull.block?.requirement === requirement.number);
  const comments = [...requirement.comments, ...requirement.features.flatMap((feature) => feature.comments)];
  return once([
    ...(requirement.sticky?.block?.costs ?? []),
    ...comments.flatMap((comment) => costIn(snapshot, comment) ?? []),
    ...pulls.flatMap(costsOfPull),
  ]);
}

/** Costs of the runs that worked on one feature, with a pull request or without. */
export function costsOfFeature(
  snapshot: RepositorySnapshot,
  requirement: RequirementSnapshot,
  feature: { number?: number | undefined; key: string },
): RunCost[] {
  const pulls = snapshot.pulls.filter(
    (pull) => pull.block?.requirement === requirement.number && pull.block.key === feature.key,
  );
  const own = costsOf(snapshot, requirement).filter(
    (cost) => feature.number !== undefined && cost.feature === feature.number,
  );
  return once([...own, ...pulls.flatMap(costsOfPull)]);
}

/** What a run is booked for, together with the runs that it went on with one after the other: all that its record may hold and that is paid. */
export function bookedWith(
  costs: readonly RunCost[],
  run: number,
): { usd: number; turns: number; tokens: number } {
  const sum = { usd: 0, turns: 0, tokens: 0 };
  const seen = new Set<number>();
  for (let at: number | undefined = run; at !== undefined && !seen.has(at); ) {
    seen.add(at);
    const cost = costs.find((one) => one.run === at);
    sum.usd += cost?.usd ?? 0;
    sum.turns += cost?.turns ?? 0;
    sum.tokens += cost?.tokens ?? 0;
    at = cost?.after;
  }
  return sum;
}

/** US dollars that all runs of the repository cost on the day of this snapshot, UTC. */
export function spentToday(snapshot: RepositorySnapshot): number {
  const day = dayOf(snapshot.at);
  const all = [
    ...snapshot.requirements.flatMap((requirement) => costsOf(snapshot, requirement)),
    ...snapshot.pulls.flatMap(costsOfPull),
  ];
  return sumOf(once(all).filter((cost) => cost.day === day));
}

/** `2026-11-22` of an ISO time in UTC. */
export function dayOf(time: string): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** A cap that is spent, or what it leaves. */
export interface Rest {
  cap: "requirement_usd" | "feature_usd" | "day_usd";
  /** US dollars; nothing may start at 0 or below. */
  left: number;
  limit: number;
}

/** What every cap that counts for this work leaves, the tightest first. */
export function restsOf(
  snapshot: RepositorySnapshot,
  requirement: RequirementSnapshot,
  feature?: { number?: number | undefined; key: string },
): Rest[] {
  return tightestFirst([
    restOf(snapshot, "requirement_usd", sumOf(costsOf(snapshot, requirement))),
    restOf(snapshot, "day_usd", spentToday(snapshot)),
    ...(feature
      ? [restOf(snapshot, "feature_usd", sumOf(costsOfFeature(snapshot, requirement, feature)))]
      : []),
  ]);
}

/** The same for the reviews of a pull request that no requirement asked for: it counts as one feature. */
export function restsOfForeign(snapshot: RepositorySnapshot, pull: PullSnapshot): Rest[] {
  return tightestFirst([
    restOf(snapshot, "feature_usd", sumOf(costsOfPull(pull))),
    restOf(snapshot, "day_usd", spentToday(snapshot)),
  ]);
}

function restOf({ config }: RepositorySnapshot, cap: Rest["cap"], spent: number): Rest {
  return { cap, left: config.budget[cap] - spent, limit: config.budget[cap] };
}

function tightestFirst(rests: readonly Rest[]): Rest[] {
  return rests.toSorted((a, b) => a.left - b.left);
}

const SPENT: Readonly<Record<Rest["cap"], string>> = {
  requirement_usd: "for this requirement are spent; a person may raise budget.requirement_usd.",
  feature_usd: "for this feature are spent; a person may raise budget.feature_usd.",
  day_usd:
    "for this day are spent; the first sweep after midnight UTC goes on, or sooner with a higher budget.day_usd.",
};

/** Why no more may be spent, in words for people; undefined while every cap leaves something. */
export function whySpent(rests: readonly Rest[]): string | undefined {
  const spent = rests.find(({ left }) => left <= 0);
  return spent && `The ${spent.limit} US dollars ${SPENT[spent.cap]}`;
}

/** The cost that a comment of ours carries; one that somebody edited counts for nothing. */
function costIn(snapshot: RepositorySnapshot, comment: CommentSnapshot): RunCost | undefined {
  if (comment.edited || comment.author.login !== snapshot.identity) return undefined;
  return readBlock(CostBlock, comment.body)?.cost;
}

/** Each run once. What a run is booked for grows from attempt to attempt and never shrinks: the most counts. */
export function once(costs: readonly RunCost[]): RunCost[] {
  const runs = new Map<number, RunCost>();
  for (const cost of costs) {
    const known = runs.get(cost.run);
    if (known === undefined || cost.tokens >= known.tokens) runs.set(cost.run, cost);
  }
  return [...runs.values()];
}
