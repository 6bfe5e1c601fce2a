import { describe, expect, test } from "vitest";
import { PULL_LADDER } from "../../src/domain/decide/merge-pull.ts";
import { REQUIREMENT_LADDER } from "../../src/domain/decide/merge-requirement.ts";
import { factsOf } from "../../src/domain/pull-facts.ts";
import { requirementFactsOf } from "../../src/domain/requirement-facts.ts";
import type { PullSnapshot, RepositorySnapshot, RequirementSnapshot } from "../../src/domain/snapshot.ts";
import { CODER_STATES } from "../../src/domain/states/coder.ts";
import { MANAGER_STATES } from "../../src/domain/states/manager.ts";
import { REVIEWER_STATES } from "../../src/domain/states/reviewer.ts";
import { coderState, managerState, reviewerState } from "../../src/domain/states.ts";
import {
  BASE,
  BUILD_RUN,
  commentOf,
  configOf,
  featureIssue,
  HEAD,
  MOVED,
  OLD,
  ownReview,
  pullOf,
  REVIEW_RUN,
  REVIEWED,
  requirementBlock,
  requirementOf,
  runOf,
  STRANGER,
  snapshotOf,
  stickyOf,
  VERIFIED,
} from "./domain-support.ts";

const RED = { ...VERIFIED, state: "failure", description: `failed on ${BASE}: 1 command` } as const;
const CHANGES = { ...REVIEWED, state: "failure" } as const;
const UNDECIDED = { ...REVIEWED, state: "error" } as const;
const RUNS = [REVIEW_RUN, BUILD_RUN];
const BUILDING = { ...BUILD_RUN, live: true };
const FIXING = runOf(`code · pull 7 · ${HEAD}`, { id: 700, live: true });
const READING = { ...REVIEW_RUN, live: true };

const MERGED: Partial<PullSnapshot> = { state: "merged", labels: ["nightshift:merged"] };
const BOTH_MERGED: Partial<RequirementSnapshot> = {
  features: [3, 4].map((number) => featureIssue({ number, open: false, labels: ["nightshift:merged"] })),
};
const UNPLANNED: Partial<RequirementSnapshot> = { sticky: undefined, features: [] };

const world = (change: Partial<RepositorySnapshot>): RepositorySnapshot =>
  snapshotOf({ runs: RUNS, ...change });
const withPull = (
  pull: Partial<PullSnapshot>,
  change: Partial<RepositorySnapshot> = {},
): RepositorySnapshot => world({ pulls: [pullOf(pull)], ...change });
const withRequirement = (
  requirement: Partial<RequirementSnapshot>,
  change: Partial<RepositorySnapshot> = {},
): RepositorySnapshot => world({ runs: [], requirements: [requirementOf(requirement)], ...change });

function coderIn(snapshot: RepositorySnapshot) {
  const [requirement] = snapshot.requirements;
  if (requirement === undefined) throw new Error("the snapshot has no requirement");
  return coderState(requirementFactsOf(snapshot, requirement));
}

function reviewerIn(snapshot: RepositorySnapshot) {
  const [pull] = snapshot.pulls;
  if (pull === undefined) throw new Error("the snapshot has no pull request");
  return reviewerState(factsOf(snapshot, pull));
}

describe("coder", () => {
  test.each([
    ["IDLE", "authorised, unplanned, and the message is still under way", withRequirement(UNPLANNED)],
    [
      "IDLE",
      "nobody authorised it",
      withRequirement({ labelled: { by: STRANGER, at: "2026-03-01T10:01:00Z" } }),
    ],
    [
      "IDLE",
      "closed in the middle of a feature",
      withPull({}, { requirements: [requirementOf({ open: false })] }),
    ],
    [
      "IDLE",
      "paused while a run is live",
      world({
        runs: [BUILDING],
        requirements: [requirementOf({ labels: ["nightshift", "nightshift:paused"] })],
      }),
    ],
    ["IDLE", "mode: observe", withRequirement({}, { config: configOf({ mode: "observe" }) })],
    [
      "ANALYZING_REQUIREMENTS",
      "a run reads it",
      withRequirement(UNPLANNED, { runs: [runOf("code · issue 1", { live: true })] }),
    ],
    ["PLANNING", "planned, nothing started", withRequirement({})],
    [
      "PLANNING",
      "planned, issues are still being opened",
      withRequirement({ features: [], sticky: stickyOf(requirementBlock()) }),
    ],
    ["IMPLEMENTING_FEATURE", "a run builds feature 3", world({ runs: [BUILDING] })],
    [
      "CREATING_PR",
      "its run is live and the pull request open",
      withPull({ statuses: [] }, { runs: [BUILDING] }),
    ],
    ["WAITING_FOR_REVIEW", "no status yet", withPull({ statuses: [VERIFIED] })],
    ["WAITING_FOR_REVIEW", "approved and waiting for its merge", withPull({})],
    ["ADDRESSING_FEEDBACK", "open findings", withPull({ statuses: [CHANGES, VERIFIED] })],
    ["ADDRESSING_FEEDBACK", "red tests", withPull({ statuses: [RED] })],
    ["ADDRESSING_FEEDBACK", "a conflict", withPull({ mergeable: "no" })],
    [
      "ADDRESSING_FEEDBACK",
      "the fix is pushed and its run still live",
      withPull({ statuses: [] }, { runs: [...RUNS, FIXING] }),
    ],
    ["FEATURE_COMPLETE", "one merged, the next ready", withPull(MERGED)],
    ["FEATURE_COMPLETE", "all merged, not closed yet", withRequirement(BOTH_MERGED)],
    [
      "IDLE",
      "one merged, the other waits for a person",
      withPull(MERGED, {
        requirements: [
          requirementOf({
            features: [featureIssue(), featureIssue({ number: 4, labels: ["nightshift:needs-human"] })],
          }),
        ],
      }),
    ],
  ])("%s: %s", (state, _, snapshot) => {
    expect(coderIn(snapshot)).toBe(state);
  });
});

describe("reviewer", () => {
  const AGAIN = { reviews: [ownReview("changes", { head: OLD })], statuses: [VERIFIED] };
  test.each([
    ["IDLE", "merged", withPull(MERGED)],
    ["IDLE", "a draft", withPull({ draft: true })],
    ["IDLE", "waits for a person", withPull({ labels: ["nightshift:needs-human"] })],
    ["MONITORING_PRS", "not verified yet", withPull({ statuses: [] })],
    ["MONITORING_PRS", "tests are red", withPull({ statuses: [RED] })],
    ["MONITORING_PRS", "the author is at work", withPull({ statuses: [VERIFIED] }, { runs: [BUILDING] })],
    ["PR_DETECTED", "verified, no verdict, nobody at work", withPull({ statuses: [VERIFIED] })],
    [
      "REVIEWING_CODE",
      "a first review run is live",
      withPull({ statuses: [VERIFIED] }, { runs: [READING, BUILD_RUN] }),
    ],
    ["COMMENTS_POSTED", "changes asked, nobody at work yet", withPull({ statuses: [CHANGES, VERIFIED] })],
    ["COMMENTS_POSTED", "a person has to look", withPull({ statuses: [UNDECIDED, VERIFIED] })],
    [
      "WAITING_FOR_UPDATES",
      "the author answers",
      withPull({ statuses: [CHANGES, VERIFIED] }, { runs: [...RUNS, FIXING] }),
    ],
    ["RE_REVIEWING", "a later review run is live", withPull(AGAIN, { runs: [READING, BUILD_RUN] })],
    ["APPROVING", "approved while its run is live", withPull({}, { runs: [READING, BUILD_RUN] })],
    ["REVIEW_COMPLETE", "approved", withPull({})],
  ])("%s: %s", (state, _, snapshot) => {
    expect(reviewerIn(snapshot)).toBe(state);
  });

  test("an approval of an older head is no approval", () => {
    const stale = { ...REVIEW_RUN, title: runOf(`review · pull 7 · ${OLD}`).title };
    expect(reviewerIn(withPull({}, { runs: [stale, BUILD_RUN] }))).toBe("PR_DETECTED");
  });
});

describe("manager", () => {
  test.each([
    ["IDLE", "no requirement", world({ requirements: [] })],
    ["IDLE", "the only one is closed", withRequirement({ open: false })],
    ["MONITORING_REPO", "a feature is being built", world({ runs: [BUILDING] })],
    [
      "COMMENTS_DETECTED",
      "a command without our reaction",
      world({
        runs: [BUILDING],
        requirements: [requirementOf({ comments: [commentOf("/nightshift status")] })],
      }),
    ],
    ["NOTIFYING_CODER", "findings are open", withPull({ statuses: [CHANGES, VERIFIED] })],
    [
      "WAITING_FOR_FIX",
      "the code agent answers them",
      withPull({ statuses: [CHANGES, VERIFIED] }, { runs: [...RUNS, FIXING] }),
    ],
    [
      "MERGE_DETECTED",
      "merged, bookkeeping due",
      withPull(
        { state: "merged" },
        { requirements: [requirementOf({ labels: ["nightshift", "nightshift:needs-human"] })] },
      ),
    ],
    ["SYNCING_BRANCH", "the base moved", withPull({ base: { branch: "main", head: MOVED } })],
    ["TRIGGERING_NEXT_TASK", "the next feature is ready", withRequirement({})],
    ["TRIGGERING_NEXT_TASK", "a requirement has no plan", withRequirement(UNPLANNED)],
  ])("%s: %s", (state, _, snapshot) => {
    expect(managerState(snapshot)).toBe(state);
  });

  test("a pull request of somebody else moves nothing", () => {
    const foreign = withPull(
      { author: STRANGER, base: { branch: "main", head: MOVED } },
      { runs: [BUILDING] },
    );
    expect(managerState(foreign)).toBe("MONITORING_REPO");
  });
});

describe.each([
  ["coder", CODER_STATES],
  ["reviewer", REVIEWER_STATES],
  ["manager", MANAGER_STATES],
])("the table of the %s", (_, rows) => {
  const names: string[] = rows.map((row) => row.state);
  const edges: { from: string; to: string }[] = rows.flatMap((row) =>
    row.next.map(({ to }) => ({ from: row.state, to })),
  );

  test("has every state once, each reachable from the first and each with a way on", () => {
    expect(new Set(names).size).toBe(names.length);
    const reached = new Set(names.slice(0, 1));
    for (let before = 0; before < reached.size; ) {
      before = reached.size;
      for (const { from, to } of edges) if (reached.has(from)) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...names].sort());
    expect(names.filter((name) => !edges.some(({ from }) => from === name))).toEqual([]);
  });
});

test("every rung that the manager's table reads is a rung of a ladder", () => {
  const rungs = new Set([...PULL_LADDER, ...REQUIREMENT_LADDER].map((rung) => rung.id));
  const read = MANAGER_STATES.flatMap(
    ({ seen }) => /on the rung (.*)/.exec(seen)?.[1]?.split(/, | or /) ?? [],
  );
  expect(read).toHaveLength(8);
  expect(read.filter((id) => !rungs.has(id))).toEqual([]);
});
