/** `nightshift verify` against real repositories: a squash as GitHub makes it, and each way in which it can be wrong. */
import { cp, readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Terminal } from "../../src/cli/terminal.ts";
import { runVerify } from "../../src/cli/verify/verify.ts";
import { type MergeRecord, renderTrailers } from "../../src/domain/merge-record.ts";
import { openWorkshop, type Workshop } from "./git-support.ts";

let shop: Workshop;
let base = "";
let moved = "";
let head = "";
let goodTree = "";
let record: MergeRecord;

beforeAll(async () => {
  shop = await openWorkshop();
  base = await shop.commit({ "a.txt": "a\n" });
  moved = await shop.commit({ "a.txt": "a\n", "c.txt": "c\n" }, [base]);
  head = await shop.commit({ "a.txt": "a\n", "b.txt": "b\n" }, [base]);
  goodTree = (await shop.git.mergeTree(base, head)).tree;
  record = {
    pull: 7,
    head,
    base,
    tree: goodTree,
    verified: 101,
    verdict: { is: "approved", run: 102 },
    risks: [],
    cost: { usd: 0.25, runs: 2 },
  };
});
afterAll(() => shop.close());

interface Squash {
  tree?: string;
  parents?: string[];
  record?: Partial<MergeRecord>;
  message?: string;
}

async function squash({
  tree = goodTree,
  parents = [base],
  record: change,
  message,
}: Squash): Promise<string> {
  const trailers = renderTrailers({ ...record, ...change } as MergeRecord);
  return shop.git.commit({
    tree,
    parents,
    message: message ?? `Add b (#7)\n\n${trailers}\n`,
    date: "2026-03-01T11:00:00Z",
  });
}

async function verify(sha: string, repo = shop.git.dir): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const terminal: Terminal = {
    line: (text) => lines.push(text),
    answer: (text) => lines.push(text),
    status: () => undefined,
    interactive: false,
    ask: async () => undefined,
  };
  const code = await runVerify({ sha, repo, json: false }, terminal, process.env);
  return { code, said: lines.join("\n") };
}

describe("nightshift verify", () => {
  test("a good merge holds, and the clone stays as it was", async () => {
    const sha = await squash({});
    const copy = join(shop.dir, "copy");
    await cp(shop.git.dir, copy, { recursive: true });
    const before = (await readdir(join(copy, "objects"), { recursive: true })).length;
    expect(await verify(sha.slice(0, 10), copy)).toEqual({
      code: 0,
      said: expect.stringMatching(/^ok {3}trailers[\s\S]+ok {3}tree[\s\S]+the record holds\.$/),
    });
    expect((await readdir(join(copy, "objects"), { recursive: true })).length).toBe(before);
  });

  test.each<[string, () => Promise<Squash>, RegExp]>([
    [
      "another tree",
      async () => ({ tree: await shop.tree({ "a.txt": "evil\n" }) }),
      /FAIL tree: its tree is/,
    ],
    ["two parents", async () => ({ parents: [base, head] }), /FAIL tree: it has 2 parents/],
    ["no parent", async () => ({ parents: [] }), /FAIL tree: it has no parent/],
    [
      "another parent than the one that was verified",
      async () => ({ parents: [moved], tree: (await shop.git.mergeTree(moved, head)).tree }),
      /FAIL parent: .*verified was the merge into[\s\S]+ok {3}tree/,
    ],
    ["no record", async () => ({ message: "Add b\n" }), /FAIL trailers: it has no trailer Nightshift-Pull/],
    [
      "a record of another tree",
      async () => ({ record: { tree: await shop.tree({ "x.txt": "x\n" }) } }),
      /FAIL tree: its tree is .* was verified/,
    ],
    [
      "a record without verification",
      async () => ({ record: { verified: undefined } }),
      /FAIL record: no run/,
    ],
    [
      "a head that is not here",
      async () => ({ record: { head: "1".repeat(40) } }),
      /FAIL tree: cannot be checked: 1+ is not in this clone; run git fetch origin refs\/pull\/7\/head/,
    ],
  ])("%s does not hold", async (_, change, found) => {
    const { code, said } = await verify(await squash(await change()));
    expect(code).toBe(1);
    expect(said).toMatch(found);
    expect(said).toMatch(/does not hold\.$/);
  });

  test("what is no commit is wrong use", async () => {
    await expect(verify("HEAD~1")).rejects.toThrow(/is not a commit/);
    await expect(verify("1".repeat(40))).rejects.toThrow(/run git fetch there first/);
  });
});
