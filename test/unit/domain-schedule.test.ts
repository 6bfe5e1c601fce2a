import { describe, expect, test } from "vitest";
import { decideRequirement } from "../../src/domain/decide/merge-requirement.ts";
import { decideCodeWork } from "../../src/domain/decide/work.ts";
import type { TrackedFeature } from "../../src/domain/feature.ts";
import { requirementFactsOf } from "../../src/domain/requirement-facts.ts";
import { inMergeOrder, startableFeatures } from "../../src/domain/schedule.ts";
import type { PullSnapshot, RepositorySnapshot } from "../../src/domain/snapshot.ts";
import {
  configOf,
  featureIssue,
  LOG_IN,
  PULL_BLOCK,
  pullOf,
  requirementBlock,
  requirementOf,
  runOf,
  snapshotOf,
  stickyOf,
} from "./domain-support.ts";

/** Features a, b, c … with their files and what they come after; issues 3, 4, 5 …, all of them queued. */
function world(
  plan: readonly (readonly [key: string, files: string[], after?: string[]])[],
  change: Partial<RepositorySnapshot> = {},
  labels: Record<string, string> = {},
): RepositorySnapshot {
  const features = plan.map(
    ([key, files, after = []], at): TrackedFeature => ({
      ...LOG_IN,
      key,
      title: `Do ${key}`,
      files,
      after,
      number: 3 + at,
    }),
  );
  const issues = features.map(({ number = 0, key }) =>
    featureIssue({ number, nodeId: `I_${number}`, labels: [`nightshift:${labels[key] ?? "queued"}`] }),
  );
  const requirement = requirementOf({ sticky: stickyOf(requirementBlock({ features })), features: issues });
  return snapshotOf({ requirements: [requirement], config: configOf({ parallel: 3 }), ...change });
}

function startable(snapshot: RepositorySnapshot): string[] {
  const [requirement = requirementOf()] = snapshot.requirements;
  return startableFeatures(requirementFactsOf(snapshot, requirement)).map(({ planned }) => planned.key);
}

const open = (key: string, number: number): PullSnapshot =>
  pullOf({ number: 20 + number, block: { ...PULL_BLOCK, key, feature: number } });
const A: [string, string[]] = ["a", ["src/a.ts"]];
const B: [string, string[]] = ["b", ["src/b.ts"]];
const C: [string, string[]] = ["c", ["src/c.ts"]];

describe("what may start", () => {
  test.each<[string, RepositorySnapshot, string[]]>([
    ["everything that touches different files", world([A, B, C]), ["a", "b", "c"]],
    ["as many as there are slots", world([A, B, C], { config: configOf({ parallel: 2 }) }), ["a", "b"]],
    ["one by default", world([A, B, C], { config: configOf() }), ["a"]],
    [
      "what is in work takes a slot",
      world([A, B, C], { config: configOf({ parallel: 2 }), pulls: [open("a", 3)] }),
      ["b"],
    ],
    ["the same file waits", world([A, ["b", ["./src/a.ts"]], C]), ["a", "c"]],
    [
      "a file in a folder that another one names waits",
      world([["a", ["src/"]], B, ["c", ["docs/c.md"]]]),
      ["a", "c"],
    ],
    ["a pattern covers what is below it", world([["a", ["src/**/*.ts"]], B]), ["a"]],
    [
      "a folder whose name only begins alike is another one",
      world([
        ["a", ["src"]],
        ["b", ["src-2/x.ts"]],
      ]),
      ["a", "b"],
    ],
    ["the whole repository covers everything", world([["a", ["**"]], B]), ["a"]],
    [
      "what names no file is in nobody's way",
      world([
        ["a", []],
        ["b", []],
      ]),
      ["a", "b"],
    ],
    ["overlap with what is in work waits", world([A, ["b", ["src/a.ts"]]], { pulls: [open("a", 3)] }), []],
    [
      "what is being implemented counts as well",
      world([A, ["b", ["src/a.ts"]]], { runs: [runOf("code · feature 3", { live: true })] }),
      [],
    ],
    [
      "what the longest chain waits for comes first",
      world([A, B, ["c", ["src/c.ts"], ["b"]], ["d", ["src/d.ts"], ["c"]]], { config: configOf() }),
      ["b"],
    ],
    ["dependencies wait until they are merged", world([A, ["b", ["src/b.ts"], ["a"]]]), ["a"]],
    ["and start then", world([A, ["b", ["src/b.ts"], ["a"]]], {}, { a: "merged" }), ["b"]],
    [
      "no more pull requests than are allowed, of any requirement",
      world([A, B, C], {
        config: configOf({ parallel: 3, max_open_pulls: 2 }),
        pulls: [pullOf({ block: { ...PULL_BLOCK, requirement: 9 } })],
      }),
      ["a"],
    ],
  ])("%s", (_, snapshot, expected) => {
    expect(startable(snapshot)).toEqual(expected);
  });

  test("one look starts all of them, each by its own message", () => {
    const snapshot = world([A, B, C], { config: configOf({ parallel: 2 }) });
    const [requirement = requirementOf()] = snapshot.requirements;
    const { rung, commands } = decideRequirement(requirementFactsOf(snapshot, requirement));
    expect(rung).toBe("next-feature");
    expect(commands.flatMap((command) => (command.do === "send" ? [command.payload] : []))).toEqual([
      { issue: 1, feature: 3 },
      { issue: 1, feature: 4 },
    ]);
  });
});

describe("the gate of the code agent", () => {
  const gate = (snapshot: RepositorySnapshot, feature: number) =>
    decideCodeWork(snapshot, { kind: "feature", issue: 1, feature }).rung;
  test.each<[string, RepositorySnapshot, string]>([
    ["beside one in work", world([A, B], { pulls: [open("a", 3)] }), "implement"],
    ["with every slot taken", world([A, B], { config: configOf(), pulls: [open("a", 3)] }), "no-slot"],
    [
      "with the same files as one in work",
      world([A, ["b", ["src/a.ts"]]], { pulls: [open("a", 3)] }),
      "same-files",
    ],
  ])("%s", (_, snapshot, rung) => {
    expect(gate(snapshot, 4)).toBe(rung);
  });
});

test("what is ready is merged by chain, then by plan, then by age", () => {
  const snapshot = world([A, B, C, ["d", ["src/d.ts"], ["c"]]]);
  const other = pullOf({ number: 2, block: { ...PULL_BLOCK, requirement: 9, key: "x" } });
  const pulls = [open("a", 9), open("b", 5), open("c", 8), other];
  expect(inMergeOrder(snapshot, pulls).map(({ block }) => block?.key)).toEqual(["c", "x", "a", "b"]);
});
