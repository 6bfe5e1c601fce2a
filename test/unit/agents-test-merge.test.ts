import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decideAll, fullLanes } from "../../src/agents/merge/decide-all.ts";
import { testMerge } from "../../src/agents/merge/test-merge.ts";
import type { PullSnapshot } from "../../src/domain/snapshot.ts";
import {
  at,
  BASE,
  HEAD,
  LOG_IN,
  PULL_BLOCK,
  pullOf,
  REVIEWED,
  readySnapshot,
  requirementBlock,
  runOf,
  stickyOf,
  VERIFIED,
} from "./domain-support.ts";
import { openWorkshop, type Workshop } from "./git-support.ts";

let shop: Workshop;
beforeAll(async () => {
  shop = await openWorkshop();
});
afterAll(() => shop.close());

const pullAt = (number: number, head: string, base: string): PullSnapshot =>
  pullOf({ number, head, base: { branch: "main", head: base } });

test("what will not fit after the others is named with its paths, and the rest is tried on", async () => {
  const base = await shop.commit({ "a.txt": "1\n", "b.txt": "1\n" });
  const one = await shop.commit({ "a.txt": "2\n", "b.txt": "1\n" }, [base]);
  const two = await shop.commit({ "a.txt": "3\n", "b.txt": "1\n" }, [base]);
  const three = await shop.commit({ "a.txt": "1\n", "b.txt": "2\n" }, [base]);
  const four = await shop.commit({ "a.txt": "3\n", "b.txt": "3\n" }, [base]);
  const lane = [one, two, three, four].map((head, at) => pullAt(at + 1, head, base));
  const date = "2026-03-01T10:00:00Z";
  expect([...(await testMerge(shop.git, lane, date))]).toEqual([
    [2, ["a.txt"]],
    [4, ["a.txt", "b.txt"]],
  ]);
  expect([...(await testMerge(shop.git, lane.slice(1, 3), date))]).toEqual([]);
});

describe("a lane in which several wait", () => {
  /** #7 and #8 are ready; what #8 makes, a third feature waits for. */
  const features = [
    { ...LOG_IN, key: PULL_BLOCK.key, after: [], number: 3 },
    { ...LOG_IN, key: "base", after: [], number: 4 },
    { ...LOG_IN, key: "later", after: ["base"], number: 5 },
  ];
  const REVIEWER = runOf(`review · pull 8 · ${HEAD}`, { id: 112, createdAt: at(15) });
  const ready = readySnapshot();
  const [older = pullOf()] = ready.pulls;
  const younger = {
    ...older,
    number: 8,
    nodeId: "PR_8",
    block: { ...PULL_BLOCK, key: "base" },
    statuses: [{ ...REVIEWED, targetUrl: `https://github.com/o/r/actions/runs/${REVIEWER.id}` }, VERIFIED],
  };
  const lane = (pulls: readonly PullSnapshot[]) => ({
    ...ready,
    pulls: [...pulls],
    runs: [...ready.runs, REVIEWER],
    requirements: ready.requirements.map((requirement) => ({
      ...requirement,
      sticky: stickyOf(requirementBlock({ features })),
    })),
  });

  test("goes by what waits for it, then by age", () => {
    const snapshot = lane([older, younger]);
    const decided = decideAll(snapshot);
    expect(fullLanes(snapshot, decided).map((pulls) => pulls.map(({ number }) => number))).toEqual([[8, 7]]);
    expect(decided[0]).toMatchObject({ subject: "pull request #7", decision: { rung: "not-its-turn" } });
    expect(fullLanes(snapshot, decideAll(lane([older])))).toEqual([]);
  });

  test("one base each", () => {
    const elsewhere = { ...younger, base: { branch: "next", head: BASE } };
    const snapshot = lane([older, elsewhere]);
    expect(fullLanes(snapshot, decideAll(snapshot))).toEqual([]);
  });

  test("what will conflict says so", () => {
    const snapshot = lane([older, younger]);
    const [decided] = decideAll(snapshot, new Map([[7, ["src/a.ts"]]]));
    expect(decided?.decision.why).toContain("conflicts in src/a.ts with what goes before it");
  });
});
