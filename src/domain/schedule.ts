/** Which features may be in work at the same time, and what comes first. Pure. */
import type { PlannedFeature } from "./feature.ts";
import { type FeatureFacts, isInWork, type RequirementFacts, readyFeatures } from "./requirement-facts.ts";
import type { PullSnapshot, RepositorySnapshot } from "./snapshot.ts";

/** Features that may start now, the most urgent first: as many as there are slots, and none that touches what another one touches. */
export function startableFeatures(facts: RequirementFacts): FeatureFacts[] {
  const { snapshot, features } = facts;
  const inWork = features.filter(isInWork);
  const slots = Math.min(snapshot.config.parallel - inWork.length, roomForPulls(facts));
  const chosen: FeatureFacts[] = [];
  for (const feature of inUrgency(features, readyFeatures(facts))) {
    if (chosen.length >= slots) break;
    if (overlapping(feature, [...inWork, ...chosen]) === undefined) chosen.push(feature);
  }
  return chosen;
}

/** How many more pull requests may be open, those that are being written counted in. */
export function roomForPulls({ snapshot, features }: RequirementFacts): number {
  const open = snapshot.pulls.filter((pull) => pull.state === "open" && pull.block !== undefined).length;
  const coming = features.filter((feature) => isInWork(feature) && feature.progress !== "open").length;
  return snapshot.config.max_open_pulls - open - coming;
}

/** One of `others` whose declared files are among those of `feature`; a file below a folder or a pattern is among it. */
export function overlapping(
  feature: FeatureFacts,
  others: readonly FeatureFacts[],
): FeatureFacts | undefined {
  return others.find((other) => shareFiles(feature.planned.files, other.planned.files));
}

function shareFiles(some: readonly string[], others: readonly string[]): boolean {
  return some.some((one) => others.some((other) => isAmong(pathOf(one), pathOf(other))));
}

/** A path without what leads nowhere, cut where a pattern begins. */
function pathOf(file: string): string {
  return file
    .replace(/^(\.?\/)+/, "")
    .replace(/[*?[{].*$/, "")
    .replace(/\/+$/, "");
}

function isAmong(one: string, other: string): boolean {
  const [outer, inner] = one.length <= other.length ? [one, other] : [other, one];
  return outer === "" || inner === outer || inner.startsWith(`${outer}/`);
}

type Chained = Pick<PlannedFeature, "key" | "after">;

/** Longest chain of features that waits for `key`. */
function waitingFor(
  features: readonly Chained[],
  key: string,
  seen: ReadonlySet<string> = new Set(),
): number {
  const next = features.filter((feature) => feature.after.includes(key) && !seen.has(feature.key));
  const below = new Set([...seen, key]);
  return Math.max(0, ...next.map((feature) => 1 + waitingFor(features, feature.key, below)));
}

/** What most others wait for comes first, then what the plan names first, then what is older. */
function inUrgency(all: readonly FeatureFacts[], some: readonly FeatureFacts[]): FeatureFacts[] {
  const planned = all.map((feature) => feature.planned);
  return [...some].sort(
    (a, b) =>
      waitingFor(planned, b.planned.key) - waitingFor(planned, a.planned.key) ||
      all.indexOf(a) - all.indexOf(b),
  );
}

/** The order in which pull requests that are ready are merged. */
export function inMergeOrder(snapshot: RepositorySnapshot, pulls: readonly PullSnapshot[]): PullSnapshot[] {
  const rank = ({ block }: PullSnapshot): readonly [depth: number, place: number] => {
    const requirement = snapshot.requirements.find(({ number }) => number === block?.requirement);
    const planned = requirement?.sticky?.block?.features ?? [];
    const place = planned.findIndex(({ key }) => key === block?.key);
    return [waitingFor(planned, block?.key ?? ""), place];
  };
  return [...pulls].sort((a, b) => {
    const [depthA, placeA] = rank(a);
    const [depthB, placeB] = rank(b);
    const samePlan = a.block?.requirement === b.block?.requirement;
    return depthB - depthA || (samePlan ? placeA - placeB : 0) || a.number - b.number;
  });
}
