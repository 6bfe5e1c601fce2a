/** Several pull requests at once: which of them goes, and what none of them may do to the others. */
import { expect, test } from "vitest";
import { decideAll } from "../../src/agents/merge/decide-all.ts";
import type { PullSnapshot } from "../../src/domain/snapshot.ts";
import {
  BUILD_RUN,
  OLD,
  PULL_BLOCK,
  pullOf,
  REVIEW_RUN,
  REVIEWED,
  readySnapshot,
  runOf,
  VERIFIED,
} from "./domain-support.ts";

const SECOND = runOf(`review · pull 8 · ${OLD}`, { id: 104 });
const SECOND_BUILD = runOf("code · feature 4", { id: 105 });
const at = (run: number) => `https://github.com/o/r/actions/runs/${run}`;
/** The pull request after #7, of a feature that comes after nothing; it would merge as well. */
const other = (change: Partial<PullSnapshot> = {}) =>
  pullOf({
    number: 8,
    nodeId: "PR_8",
    branch: "nightshift/4-log-out",
    head: OLD,
    block: { ...PULL_BLOCK, feature: 4, key: "free" },
    files: [{ path: "src/log-out.ts", added: 3, deleted: 0 }],
    statuses: [
      { ...REVIEWED, targetUrl: at(104) },
      { ...VERIFIED, targetUrl: at(105) },
    ],
    ...change,
  });

function decided(pulls: PullSnapshot[]): Record<string, string> {
  const runs = [REVIEW_RUN, BUILD_RUN, SECOND, SECOND_BUILD];
  return Object.fromEntries(
    decideAll(readySnapshot({}, { pulls, runs }))
      .filter(({ about }) => about.kind === "pull")
      .map(({ about, decision }) => [`#${about.number}`, decision.rung]),
  );
}

test("conflict at the head of the line: it holds up no other pull request", () => {
  expect(decided([pullOf({ mergeable: "no" }), other()])).toEqual({
    "#7": "conflict",
    "#8": "ready",
  });
});

test("two workers: of two that would merge only the first goes, whoever looks", () => {
  const pulls = [pullOf(), other()];
  expect([decided(pulls), decided(pulls)]).toEqual([
    { "#7": "ready", "#8": "not-its-turn" },
    { "#7": "ready", "#8": "not-its-turn" },
  ]);
});

test("mergeable unknown: it keeps its place, is looked at again within the job, and nothing overtakes it", () => {
  const pulls = [pullOf({ mergeable: "unknown" }), other()];
  expect(decided(pulls)).toEqual({ "#7": "mergeability-unknown", "#8": "not-its-turn" });
});

test("duplicate tick: what is merged and written down is not decided about again", () => {
  expect(decided([pullOf({ state: "merged", labels: ["nightshift:merged"] })])).toEqual({});
});

test.each([
  ["nothing of it yet", [], "landed"],
  ["what a run said of it in the same moment", ["merged", "fixing"], "landed"],
  ["that a person is asked", ["merged", "fixing", "needs-human"], undefined],
  ["a risk", ["merged", "risk-first"], undefined],
])("merged: labels that say %s", (_, states, rung) => {
  const labels = states.map((state) => `nightshift:${state}`);
  expect(decided([pullOf({ state: "merged", labels })])["#7"]).toBe(rung);
});
