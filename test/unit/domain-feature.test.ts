import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findCycle, inBuildOrder, PLAN_LIMIT, Plan } from "../../src/domain/feature.ts";

const feature = (key: string, after: string[] = [], change = {}) => ({
  key,
  title: `Feature ${key}`,
  description: "What to build",
  criteria: ["it works"],
  after,
  files: [],
  ...change,
});

function refusal(features: unknown[]): string[] {
  const result = Plan.safeParse({ features });
  return result.success ? [] : result.error.issues.map((issue) => issue.message);
}

describe("a plan", () => {
  test("of features that come after one another is accepted", () => {
    expect(refusal([feature("a"), feature("b", ["a"]), feature("c", ["a", "b"])])).toEqual([]);
  });

  test.each([
    ["two features with one key", [feature("a"), feature("a")], 'two features have the key "a"'],
    ["an unknown key", [feature("a", ["z"])], '"a" comes after "z", which is not in the plan'],
    ["a feature after itself", [feature("a", ["a"])], "the dependencies form a cycle: a → a"],
    [
      "a cycle of three",
      [feature("a", ["c"]), feature("b", ["a"]), feature("c", ["b"])],
      "the dependencies form a cycle: a → c → b → a",
    ],
    [
      "too many characters for one comment",
      Array.from({ length: 20 }, (_, at) => feature(`f${at}`, [], { description: "x".repeat(2_000) })),
      `the plan has more than ${PLAN_LIMIT} characters; say less`,
    ],
  ])("with %s is refused", (_what, features, expected) => {
    expect(refusal(features)).toContain(expected);
  });

  test.each(["Log-In", "log in", "-log", "log-", "log--in", "../x", "a/b", ""])(
    "with the key %j is refused",
    (key) => {
      expect(refusal([feature(key)])).not.toEqual([]);
    },
  );

  test("without features is refused", () => {
    expect(refusal([])).not.toEqual([]);
  });
});

/** Plans without cycles: each feature comes after some of those before it; the order is shuffled then. */
const acyclic = fc
  .integer({ min: 1, max: 20 })
  .chain((size) =>
    fc.tuple(
      fc.array(fc.array(fc.nat(size), { maxLength: 5 }), { minLength: size, maxLength: size }),
      fc.constant(size),
    ),
  )
  .map(([edges]) =>
    edges.map((after, at) => ({
      key: `f${at}`,
      after: [...new Set(after.filter((target) => target < at).map((target) => `f${target}`))],
    })),
  )
  .chain((features) => fc.shuffledSubarray(features, { minLength: features.length }));

describe("build order", () => {
  test("is a permutation in which everything comes after what it needs", () => {
    fc.assert(
      fc.property(acyclic, (features) => {
        const ordered = inBuildOrder(features);
        expect([...ordered].sort(byKey)).toEqual([...features].sort(byKey));
        const seen = new Set<string>();
        for (const { key, after } of ordered) {
          expect(after.filter((needed) => !seen.has(needed))).toEqual([]);
          seen.add(key);
        }
        expect(findCycle(features)).toBeUndefined();
      }),
    );
  });

  test("keeps the planned order where nothing else is asked", () => {
    const features = [feature("c"), feature("a"), feature("b")];
    expect(inBuildOrder(features)).toEqual(features);
  });

  test("loses no feature of a cycle", () => {
    const keys = inBuildOrder([feature("a", ["b"]), feature("b", ["a"]), feature("c")]).map(({ key }) => key);
    expect(keys.sort()).toEqual(["a", "b", "c"]);
  });

  test("a cycle that is found is one", () => {
    const any = fc.array(fc.tuple(fc.nat(6), fc.array(fc.nat(6), { maxLength: 3 })), { maxLength: 7 });
    fc.assert(
      fc.property(any, (raw) => {
        const features = [
          ...new Map(raw.map(([key, after]) => [`f${key}`, after.map((target) => `f${target}`)])),
        ].map(([key, after]) => ({ key, after }));
        const cycle = findCycle(features) ?? [];
        const edges = new Map(features.map(({ key, after }) => [key, after]));
        for (const [index, key] of cycle.slice(0, -1).entries())
          expect(edges.get(key)).toContain(cycle[index + 1]);
        expect(cycle.at(0)).toBe(cycle.at(-1));
      }),
    );
  });
});

function byKey(one: { key: string }, other: { key: string }): number {
  return one.key.localeCompare(other.key);
}
