/** Plans: what a requirement becomes. */
import { z } from "zod";
import { FeatureKey, IssueNumber } from "./words.ts";

export const PLAN_LIMIT = 40_000;

/** A feature as the code agent plans it. */
export const PlannedFeature = z.strictObject({
  key: FeatureKey.describe("Short slug, unique in this plan"),
  title: z.string().min(3).max(120),
  description: z
    .string()
    .min(1)
    .max(2_000)
    .describe("What to build and why, for someone who has not read the requirement"),
  criteria: z
    .array(z.string().min(3).max(400))
    .min(1)
    .max(12)
    .describe("Acceptance criteria, each checkable"),
  after: z.array(FeatureKey).max(20).default([]).describe("Keys of features that must be merged first"),
  files: z.array(z.string().max(200)).max(40).default([]).describe("Files likely touched"),
});
export type PlannedFeature = z.infer<typeof PlannedFeature>;

/** What plan mode hands in. Refuses double keys, unknown dependencies, cycles and plans too long for one comment. */
export const Plan = z
  .strictObject({ features: z.array(PlannedFeature).min(1).max(20) })
  .superRefine((plan, context) => {
    for (const message of planMistakes(plan.features))
      context.addIssue({ code: "custom", path: ["features"], message });
  });
export type Plan = z.infer<typeof Plan>;

/** A planned feature with the issue that tracks it; `number` is missing until that issue exists. */
export const TrackedFeature = PlannedFeature.extend({ number: IssueNumber.optional() });
export type TrackedFeature = z.infer<typeof TrackedFeature>;

function planMistakes(features: readonly PlannedFeature[]): string[] {
  const keys = features.map((feature) => feature.key);
  const doubled = keys.filter((key, at) => keys.indexOf(key) !== at);
  const mistakes = [...new Set(doubled)].map((key) => `two features have the key "${key}"`);
  for (const feature of features) {
    for (const key of feature.after) {
      if (!keys.includes(key))
        mistakes.push(`"${feature.key}" comes after "${key}", which is not in the plan`);
    }
  }
  const cycle = findCycle(features);
  if (cycle) mistakes.push(`the dependencies form a cycle: ${cycle.join(" → ")}`);
  if (JSON.stringify(features).length > PLAN_LIMIT)
    mistakes.push(`the plan has more than ${PLAN_LIMIT} characters; say less`);
  return mistakes;
}

/** Keys of one dependency cycle, first key repeated at the end; undefined when there is none. */
export function findCycle(features: readonly Pick<PlannedFeature, "key" | "after">[]): string[] | undefined {
  const after = new Map(features.map((feature) => [feature.key, feature.after]));
  const done = new Set<string>();
  const visit = (key: string, path: readonly string[]): string[] | undefined => {
    const at = path.indexOf(key);
    if (at >= 0) return [...path.slice(at), key];
    if (done.has(key)) return undefined;
    for (const next of after.get(key) ?? []) {
      const cycle = visit(next, [...path, key]);
      if (cycle) return cycle;
    }
    done.add(key);
    return undefined;
  };
  for (const feature of features) {
    const cycle = visit(feature.key, []);
    if (cycle) return cycle;
  }
  return undefined;
}

/** Features in an order in which each comes after those it depends on; otherwise as planned. */
export function inBuildOrder<Feature extends Pick<PlannedFeature, "key" | "after">>(
  features: readonly Feature[],
): Feature[] {
  const ordered: Feature[] = [];
  const placed = new Set<string>();
  let left = [...features];
  while (left.length > 0) {
    const next = left.find((feature) => feature.after.every((key) => placed.has(key))) ?? left[0];
    if (next === undefined) break;
    ordered.push(next);
    placed.add(next.key);
    left = left.filter((feature) => feature !== next);
  }
  return ordered;
}
