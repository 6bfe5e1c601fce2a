/** Taking merges back in real git: one, all of a requirement by their trailers, and what stands in the way. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { revertedTree, revertTrailers } from "../../src/agents/code/revert-tree.ts";
import { type MergeRecord, renderTrailers } from "../../src/domain/merge-record.ts";
import type { RequirementOrder } from "../../src/domain/work-order.ts";
import { openWorkshop, type Workshop } from "./git-support.ts";

const DATE = "2026-03-01T10:00:00Z";
let shop: Workshop;
beforeAll(async () => {
  shop = await openWorkshop();
});
afterAll(() => shop.close());

async function land(files: Record<string, string>, parent: string, message: string): Promise<string> {
  return shop.git.commit({ tree: await shop.tree(files), parents: [parent], message, date: DATE });
}

function record(pull: number, requirement: number): string {
  const sha = "a".repeat(40);
  const merge: MergeRecord = {
    pull,
    head: sha,
    requirement,
    base: sha,
    tree: sha,
    verdict: { is: "approved" },
    risks: [],
    cost: { usd: 0, runs: 0 },
  };
  return `Feature ${pull} (#${pull})\n\n${renderTrailers(merge)}\n`;
}

function orderOf(base: string, change: Partial<RequirementOrder>): RequirementOrder {
  return {
    v: 1,
    id: "6f7a0c9e-3a0b-4c55-9d35-0d8f8f3e2a10",
    repository: "o/r",
    mode: "revert",
    requirement: { number: 1, textHash: "0".repeat(64), by: "wanda" },
    base: { branch: "main", head: base },
    round: 0,
    needs: { agent: false, verify: true },
    models: ["anthropic:claude-sonnet-5-5"],
    limits: { turns: 1, minutes: 1, usd: 1 },
    date: DATE,
    thread: { correlationId: "6f7a0c9e-3a0b-4c55-9d35-0d8f8f3e2a10", hops: 0 },
    revert: { why: "undo", asked: 900 },
    ...change,
  };
}

async function filesOf(tree: string): Promise<string[]> {
  return (await shop.git.text(["ls-tree", "--name-only", "-r", tree])).split("\n");
}

describe("taking merges back", () => {
  test("one commit, with what came after it kept", async () => {
    const start = await shop.commit({ "a.txt": "a\n" });
    const first = await land({ "a.txt": "a\n", "b.txt": "b\n" }, start, record(7, 1));
    const later = await land({ "a.txt": "a\n", "b.txt": "b\n", "c.txt": "c\n" }, first, "By hand\n");
    const reverted = await revertedTree(
      shop.git,
      orderOf(later, { pull: { number: 7, head: first }, revert: { why: "red" } }),
    );
    expect(await filesOf(reverted.tree)).toEqual(["a.txt", "c.txt"]);
    expect(reverted.commits).toEqual([{ sha: first, pull: 7, subject: "Feature 7 (#7)" }]);
  });

  test("every commit of the requirement, newest first, and of no other; what was taken back before is left out", async () => {
    const start = await shop.commit({ "a.txt": "a\n" });
    const one = await land({ "a.txt": "a\n", "b.txt": "1\n" }, start, record(7, 1));
    const other = await land({ "a.txt": "a\n", "b.txt": "1\n", "o.txt": "o\n" }, one, record(8, 11));
    const two = await land({ "a.txt": "a\n", "b.txt": "2\n", "o.txt": "o\n" }, other, record(9, 1));
    const order = orderOf(two, { pull: { number: 9, head: two } });
    const reverted = await revertedTree(shop.git, order);
    expect(reverted.commits.map(({ pull }) => pull)).toEqual([9, 7]);
    expect(await filesOf(reverted.tree)).toEqual(["a.txt", "o.txt"]);

    const message = `Undo\n\n${revertTrailers(reverted)}\n`;
    const undone = await shop.git.commit({ tree: reverted.tree, parents: [two], message, date: DATE });
    const again = await revertedTree(shop.git, orderOf(undone, { pull: { number: 9, head: two } }));
    expect(again).toEqual({ commits: [], tree: reverted.tree, conflicts: [] });
  });

  test("a later change of the same lines stands in the way and is named", async () => {
    const start = await shop.commit({ "a.txt": "a\n" });
    const first = await land({ "a.txt": "changed\n" }, start, record(7, 1));
    const later = await land({ "a.txt": "changed again\n" }, first, "By hand\n");
    const order = orderOf(later, { pull: { number: 7, head: first }, revert: { why: "tree" } });
    expect((await revertedTree(shop.git, order)).conflicts).toEqual(["a.txt"]);
  });
});
