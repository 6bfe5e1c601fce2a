/** Money across runs: every run counts once, wherever its cost was booked, and no cap is overlooked. */
import { describe, expect, test } from "vitest";
import { decideCodeWork, decideReviewWork } from "../../src/domain/decide/work.ts";
import {
  costsOf,
  costsOfFeature,
  dollarsOf,
  restsOf,
  spentToday,
  sumOf,
  whySpent,
} from "../../src/domain/money.ts";
import type { CommentSnapshot, RepositorySnapshot } from "../../src/domain/snapshot.ts";
import { type RunCost, withBlock } from "../../src/domain/state-block.ts";
import {
  BOT,
  commentOf,
  configOf,
  featureIssue,
  HEAD,
  PULL_BLOCK,
  pullOf,
  requirementBlock,
  requirementOf,
  STRANGER,
  snapshotOf,
  stickyOf,
} from "./domain-support.ts";

const TODAY = "2026-03-01";

const cost = (run: number, usd: number | null, more: Partial<RunCost> = {}): RunCost => ({
  run,
  agent: "code",
  mode: "implement",
  usd,
  turns: 3,
  tokens: 500_000,
  feature: 3,
  day: TODAY,
  ...more,
});

const said = (booked: RunCost, change: Partial<CommentSnapshot> = {}) =>
  commentOf(withBlock("A run ended without a result.", { v: 1, kind: "cost", cost: booked }), {
    author: BOT,
    ...change,
  });

/** Runs booked in all four places: the ledger, the pull request, the feature's issue and the requirement's. */
function world(budget: Partial<RepositorySnapshot["config"]["budget"]> = {}): RepositorySnapshot {
  const sticky = stickyOf(requirementBlock({ costs: [cost(1, 1, { day: "2026-02-28" }), cost(2, 2)] }));
  return snapshotOf({
    config: configOf({ budget: { feature_usd: 20, requirement_usd: 100, day_usd: 200, ...budget } }),
    requirements: [
      requirementOf({
        sticky,
        comments: [said(cost(3, 4, { feature: 4 }))],
        features: [featureIssue({ comments: [said(cost(4, 8))] })],
      }),
    ],
    pulls: [pullOf({ block: { ...PULL_BLOCK, costs: [cost(2, 2), cost(5, 16)] } })],
  });
}

const parts = (snapshot: RepositorySnapshot) => {
  const [requirement] = snapshot.requirements;
  if (requirement === undefined) throw new Error("the world has a requirement");
  return requirement;
};

describe("what was spent", () => {
  test("is added up over all places, each run once", () => {
    const snapshot = world();
    expect(
      costsOf(snapshot, parts(snapshot))
        .map(({ run }) => run)
        .sort(),
    ).toEqual([1, 2, 3, 4, 5]);
    expect(sumOf(costsOf(snapshot, parts(snapshot)))).toBe(31);
    expect(sumOf(costsOfFeature(snapshot, parts(snapshot), { number: 3, key: "log-in" }))).toBe(27);
    expect(spentToday(snapshot)).toBe(30);
  });

  test("a comment that somebody else wrote or that was edited books nothing", () => {
    for (const change of [{ author: STRANGER }, { edited: true }]) {
      const snapshot = snapshotOf({
        requirements: [requirementOf({ comments: [said(cost(9, 50), change)] })],
      });
      expect(costsOf(snapshot, parts(snapshot))).toEqual([]);
    }
  });

  test("a run of unknown price counts by its tokens", () => {
    expect(dollarsOf(cost(1, null))).toBe(0.5);
    expect(dollarsOf(cost(1, 0))).toBe(0);
  });
});

describe("what is left", () => {
  test("is what the tightest cap leaves", () => {
    const tightest = (budget: Parameters<typeof world>[0]) => {
      const snapshot = world(budget);
      return restsOf(snapshot, parts(snapshot), { number: 3, key: "log-in" })[0];
    };
    expect(tightest({ feature_usd: 28 })).toEqual({ cap: "feature_usd", left: 1, limit: 28 });
    expect(tightest({ feature_usd: 99, requirement_usd: 33 })).toMatchObject({
      cap: "requirement_usd",
      left: 2,
    });
    expect(tightest({ feature_usd: 99, day_usd: 33 })).toMatchObject({ cap: "day_usd", left: 3 });
  });

  test.each(["feature_usd", "requirement_usd", "day_usd"] as const)(
    "with %s spent nothing that needs a model starts, and the reason names it",
    (cap) => {
      const roomy = { feature_usd: 1_000, requirement_usd: 1_000, day_usd: 1_000 };
      const snapshot = world({ ...roomy, [cap]: 5 });
      const rests = restsOf(snapshot, parts(snapshot), { number: 3, key: "log-in" });
      expect(whySpent(rests)).toContain(`budget.${cap}`);
      const bell = { kind: "pull", pull: 7, head: HEAD } as const;
      const open = { ...snapshot, pulls: snapshot.pulls.map((pull) => ({ ...pull, statuses: [] })) };
      expect(decideReviewWork(open, bell)).toMatchObject({ rung: "over-budget", work: undefined });
      expect(decideReviewWork({ ...open, config: configOf({ budget: roomy }) }, bell).rung).toBe("review");
    },
  );

  test("planning is paid for like everything else", () => {
    const spent = requirementOf({
      comments: [said(cost(9, 100, { mode: "plan" }))],
      sticky: undefined,
      features: [],
    });
    const bell = { kind: "issue", number: spent.number } as const;
    expect(decideCodeWork(snapshotOf({ requirements: [spent] }), bell).rung).toBe("over-budget");
    expect(decideCodeWork(snapshotOf({ requirements: [{ ...spent, comments: [] }] }), bell).rung).toBe(
      "plan",
    );
  });
});

test("whatever a run costs up to its rest and the call in flight, no cap is exceeded by more than that call", () => {
  const caps = { feature_usd: 7, requirement_usd: 11, day_usd: 5 };
  for (const price of [0.3, 1.7, 4.9, 12]) {
    let costs: RunCost[] = [];
    for (let run = 1; run <= 60; run += 1) {
      const day = `2026-03-0${1 + (run % 3)}`;
      const snapshot = snapshotOf({
        at: `${day}T10:00:00Z`,
        config: configOf({ budget: caps }),
        requirements: [requirementOf({ sticky: stickyOf(requirementBlock({ costs })) })],
      });
      const feature = { number: 3 + (run % 2), key: run % 2 ? "log-out" : "log-in" };
      const rests = restsOf(snapshot, parts(snapshot), feature);
      if (whySpent(rests)) continue;
      // The gate hands over the tightest rest; the run stops before a call once it has used that.
      const limit = rests[0]?.left ?? 0;
      const calls = Math.ceil(limit / price);
      costs = [...costs, cost(run, calls * price, { feature: feature.number, day })];
    }
    const spent = (of: (cost: RunCost) => boolean) => sumOf(costs.filter(of));
    expect(spent(() => true)).toBeLessThan(caps.requirement_usd + price);
    for (const number of [3, 4])
      expect(spent(({ feature }) => feature === number)).toBeLessThan(caps.feature_usd + price);
    for (const day of ["2026-03-01", "2026-03-02", "2026-03-03"])
      expect(spent((one) => one.day === day)).toBeLessThan(caps.day_usd + price);
  }
});
