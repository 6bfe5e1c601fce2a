import { describe, expect, test } from "vitest";
import { decideMergePull, PULL_LADDER } from "../../src/domain/decide/merge-pull.ts";
import { factsOf } from "../../src/domain/pull-facts.ts";
import type { PullSnapshot, RepositorySnapshot, RunSnapshot } from "../../src/domain/snapshot.ts";
import type { RunCost } from "../../src/domain/state-block.ts";
import {
  at,
  BASE,
  BUILD_RUN,
  commentOf,
  configOf,
  deferralOf,
  featureIssue,
  HEAD,
  MOVED,
  ownReview,
  PULL_BLOCK,
  pullOf,
  REVIEW_RUN,
  REVIEWED,
  readySnapshot,
  requirementBlock,
  requirementOf,
  reviewOf,
  runOf,
  said,
  statusOf,
  stickyOf,
  VERIFIED,
} from "./domain-support.ts";

interface Row {
  rung: string;
  given: string;
  pull?: Partial<PullSnapshot>;
  snapshot?: Partial<RepositorySnapshot>;
  commands: string[];
}

const RED = { ...VERIFIED, state: "failure", description: `failed on ${BASE}: 1 command` } as const;
const SPENT = { run: 1, agent: "code", mode: "feedback", usd: 20, turns: 9, tokens: 9_000 } as const;
/** A run of the requirement that worked on none of its pull requests; 50 dollars a day. */
const spentElsewhere = (cost: Partial<RunCost>): Partial<RepositorySnapshot> => ({
  config: configOf({ budget: { feature_usd: 20, requirement_usd: 100, day_usd: 50 } }),
  requirements: [
    requirementOf({ sticky: stickyOf(requirementBlock({ costs: [{ ...SPENT, run: 9, ...cost }] })) }),
  ],
});
const CHANGES = { ...REVIEWED, state: "failure" } as const;
const codeRuns = (count: number): RunSnapshot[] =>
  Array.from({ length: count }, (_, run) =>
    runOf(`code · pull 7 · ${HEAD}`, { id: 600 + run, conclusion: "failure" }),
  );
const withRuns = (...runs: RunSnapshot[]) => ({ runs: [REVIEW_RUN, BUILD_RUN, ...runs] });
const ESCALATED = (number: number) => [
  "say 7",
  "status nightshift/merge failure",
  "label 7 +needs-human -in-review",
  `label ${number} +needs-human -queued`,
];
const paused = requirementOf({ labels: ["nightshift", "nightshift:building", "nightshift:paused"] });

/** Each row changes only what it is about; without a change the pull request merges. */
const SHEET: Row[] = [
  { rung: "ready", given: "reviewed, verified, mergeable", commands: ["merge 7"] },
  {
    rung: "landed",
    given: "merged",
    pull: { state: "merged" },
    commands: [
      "label 7 +merged -in-review",
      "label 3 +merged -queued",
      "close 3 completed",
      "delete nightshift/3-log-in",
    ],
  },
  {
    rung: "landed",
    given: "merged, and the feature is closed and labelled",
    pull: { state: "merged", labels: ["nightshift:merged"] },
    snapshot: {
      requirements: [
        requirementOf({ features: [featureIssue({ open: false, labels: ["nightshift:merged"] })] }),
      ],
    },
    commands: ["delete nightshift/3-log-in"],
  },
  {
    rung: "closed-by-a-person",
    given: "closed without a merge",
    pull: { state: "closed" },
    commands: ["say 7", "label 7 +needs-human -in-review", "label 3 +needs-human -queued"],
  },
  {
    rung: "closed-by-a-person",
    given: "closed, and its feature was dropped",
    pull: { state: "closed" },
    snapshot: { requirements: [requirementOf({ features: [featureIssue({ open: false })] })] },
    commands: [],
  },
  {
    rung: "feature-dropped",
    given: "a person closed the issue of its feature",
    snapshot: { requirements: [requirementOf({ features: [featureIssue({ open: false })] })] },
    commands: [],
  },
  {
    rung: "requirement-closed",
    given: "its requirement is closed",
    snapshot: { requirements: [requirementOf({ open: false })] },
    commands: [],
  },
  {
    rung: "requirement-closed",
    given: "its requirement lost the label and is not observed any more",
    snapshot: { requirements: [] },
    commands: [],
  },
  {
    rung: "paused",
    given: "the requirement is paused",
    snapshot: { requirements: [paused] },
    commands: ["status nightshift/merge pending"],
  },
  {
    rung: "paused",
    given: "the pull request is paused",
    pull: { labels: ["nightshift:in-review", "nightshift:paused"] },
    commands: ["status nightshift/merge pending"],
  },
  {
    rung: "paused",
    given: "the feature is paused, and the status says so already",
    pull: {
      statuses: [
        REVIEWED,
        VERIFIED,
        statusOf({
          context: "nightshift/merge",
          state: "pending",
          description: "Paused by a person. /nightshift resume goes on.",
        }),
      ],
    },
    snapshot: {
      requirements: [
        requirementOf({ features: [featureIssue({ labels: ["nightshift:queued", "nightshift:paused"] })] }),
      ],
    },
    commands: [],
  },
  {
    rung: "needs-human",
    given: "the label is on the pull request",
    pull: { labels: ["nightshift:needs-human"] },
    commands: [],
  },
  {
    rung: "needs-human",
    given: "the label is on the feature",
    snapshot: {
      requirements: [requirementOf({ features: [featureIssue({ labels: ["nightshift:needs-human"] })] })],
    },
    commands: [],
  },
  { rung: "draft", given: "a draft", pull: { draft: true }, commands: ["status nightshift/merge pending"] },
  {
    rung: "run-about-to-end",
    given: "the run that gave the verdict is still live",
    snapshot: { runs: [{ ...REVIEW_RUN, live: true }, BUILD_RUN] },
    commands: [],
  },
  {
    rung: "author-at-work",
    given: "a code run for this pull request is live",
    snapshot: withRuns(runOf(`code · pull 7 · ${HEAD}`, { live: true })),
    commands: [],
  },
  {
    rung: "author-at-work",
    given: "a verify run is live",
    snapshot: withRuns(runOf(`verify · pull 7 · ${HEAD}`, { live: true })),
    commands: [],
  },
  {
    rung: "author-at-work",
    given: "the run that builds the feature is still live",
    snapshot: withRuns(runOf("code · feature 3", { live: true })),
    commands: [],
  },
  {
    rung: "run-about-to-end",
    given: "the run whose verdict stands here is still live",
    snapshot: { runs: [{ ...REVIEW_RUN, live: true }, BUILD_RUN] },
    commands: [],
  },
  {
    rung: "reviewer-at-work",
    given: "a review run for this pull request is live",
    snapshot: withRuns(runOf(`review · pull 7 · ${HEAD}`, { live: true })),
    commands: [],
  },
  {
    rung: "feature-over-budget",
    given: "a conflict after the money of the feature is spent",
    pull: { mergeable: "no", block: { ...PULL_BLOCK, costs: [SPENT] } },
    commands: ESCALATED(3),
  },
  {
    rung: "requirement-over-budget",
    given: "red tests after the money of the requirement is spent on other features",
    pull: { statuses: [REVIEWED, RED] },
    snapshot: spentElsewhere({ usd: 100 }),
    commands: ESCALATED(3),
  },
  {
    rung: "day-over-budget",
    given: "red tests after the money of the day is spent",
    pull: { statuses: [REVIEWED, RED] },
    snapshot: spentElsewhere({ usd: 60, day: "2026-03-01" }),
    commands: ["status nightshift/merge pending"],
  },
  {
    rung: "tests-red",
    given: "red tests the day after",
    pull: { statuses: [REVIEWED, RED] },
    snapshot: spentElsewhere({ usd: 60, day: "2026-02-28" }),
    commands: ["label 7 +fixing -in-review", "label 3 +fixing -queued", "send review_comments_received"],
  },
  {
    rung: "ready",
    given: "nothing left to pay for, whatever was spent",
    snapshot: spentElsewhere({ usd: 200, day: "2026-03-01" }),
    commands: ["merge 7"],
  },
  {
    rung: "conflict",
    given: "a conflict",
    pull: { mergeable: "no" },
    commands: ["label 7 +fixing -in-review", "label 3 +fixing -queued", "send review_comments_received"],
  },
  {
    rung: "conflict-for-a-person",
    given: "a conflict on a branch that carries commits of people",
    pull: { mergeable: "no", foreignCommits: true },
    commands: ESCALATED(3),
  },
  {
    rung: "conflict-for-a-person",
    given: "a conflict after the last allowed run",
    pull: { mergeable: "no" },
    snapshot: withRuns(...codeRuns(5)),
    commands: ESCALATED(3),
  },
  {
    rung: "verification-without-result",
    given: "no verification, after three verify runs that broke",
    pull: { statuses: [REVIEWED] },
    snapshot: withRuns(
      ...[1, 2, 3].map((run) => runOf(`verify · pull 7 · ${HEAD}`, { id: 700 + run, conclusion: "failure" })),
    ),
    commands: ESCALATED(3),
  },
  {
    rung: "unverified",
    given: "no verification",
    pull: { statuses: [REVIEWED] },
    commands: ["send verify_requested"],
  },
  {
    rung: "unverified",
    given: "a verification that is still pending",
    pull: { statuses: [REVIEWED, { ...VERIFIED, state: "pending" }] },
    commands: ["send verify_requested"],
  },
  {
    rung: "tests-red",
    given: "the verify commands fail",
    pull: { statuses: [REVIEWED, RED] },
    commands: ["label 7 +fixing -in-review", "label 3 +fixing -queued", "send review_comments_received"],
  },
  {
    rung: "tests-stay-red",
    given: "they fail after the last allowed run",
    pull: { statuses: [REVIEWED, RED] },
    snapshot: withRuns(...codeRuns(5)),
    commands: ESCALATED(3),
  },
  {
    rung: "deferred",
    given: "no verdict at this head, and a provider that asked to wait",
    pull: { statuses: [VERIFIED], comments: [deferralOf(55)] },
    commands: ["status nightshift/merge pending"],
  },
  {
    rung: "deferred",
    given: "red tests, and a provider that asked to wait",
    pull: { statuses: [REVIEWED, RED], comments: [deferralOf(55)] },
    commands: ["status nightshift/merge pending"],
  },
  {
    rung: "deferred",
    given: "a conflict, and a provider that asked to wait",
    pull: { mergeable: "no", comments: [deferralOf(55)] },
    commands: ["status nightshift/merge pending"],
  },
  {
    rung: "unreviewed",
    given: "a wait that is over",
    pull: { statuses: [VERIFIED], comments: [deferralOf(49)] },
    commands: ["label 3 +in-review -queued", "send new_commits_pushed"],
  },
  {
    rung: "ready",
    given: "a wait for a model that is no longer needed",
    pull: { comments: [deferralOf(55)] },
    commands: ["merge 7"],
  },
  {
    rung: "unreviewed",
    given: "no verdict at this head",
    pull: { statuses: [VERIFIED], labels: ["nightshift:fixing"] },
    commands: ["label 7 +in-review -fixing", "label 3 +in-review -queued", "send new_commits_pushed"],
  },
  {
    rung: "review-without-result",
    given: "three review runs on this head gave no verdict",
    pull: { statuses: [VERIFIED] },
    snapshot: withRuns(
      ...[701, 702, 703].map((id) => runOf(`review · pull 7 · ${HEAD}`, { id, conclusion: "failure" })),
    ),
    commands: ESCALATED(3),
  },
  {
    rung: "findings-open",
    given: "the verdict asks for changes",
    pull: { statuses: [CHANGES, VERIFIED] },
    commands: ["label 7 +fixing -in-review", "label 3 +fixing -queued", "send review_comments_received"],
  },
  {
    rung: "findings-open",
    given: "a person asks for changes at this head",
    pull: { reviews: [reviewOf({ state: "changes_requested" })] },
    commands: ["label 7 +fixing -in-review", "label 3 +fixing -queued", "send review_comments_received"],
  },
  {
    rung: "rounds-exceeded",
    given: "five rounds asked for changes",
    pull: { statuses: [CHANGES, VERIFIED], reviews: Array.from({ length: 5 }, () => ownReview("changes")) },
    commands: ESCALATED(3),
  },
  {
    rung: "findings-open",
    given: "five rounds, and a person said retry after them",
    pull: {
      statuses: [CHANGES, VERIFIED],
      reviews: Array.from({ length: 5 }, () => ownReview("changes")),
      comments: [commentOf("/nightshift retry", { createdAt: at(45), handled: true })],
    },
    commands: ["label 7 +fixing -in-review", "label 3 +fixing -queued", "send review_comments_received"],
  },
  {
    rung: "base-moved",
    given: "the base moved since it was verified",
    pull: { base: { branch: "main", head: MOVED } },
    commands: ["send verify_requested"],
  },
  {
    rung: "awaits-approval",
    given: "the first pull request of the repository",
    snapshot: { mergedBefore: false },
    commands: [
      "label 7 +risk-first",
      "label 7 +ready-to-merge -in-review",
      "label 3 +ready-to-merge -queued",
      "status nightshift/merge pending",
      "say 7",
    ],
  },
  {
    rung: "awaits-approval",
    given: "the review left something to a person, who is asked already",
    pull: {
      statuses: [
        { ...REVIEWED, state: "error" },
        VERIFIED,
        statusOf({
          context: "nightshift/merge",
          state: "pending",
          description: "Waits for a person's approval of aaaaaaa.",
        }),
      ],
      labels: ["nightshift:ready-to-merge"],
      ask: { id: 9, body: "", block: { rung: "awaits-approval", subject: HEAD } },
    },
    snapshot: {
      requirements: [requirementOf({ features: [featureIssue({ labels: ["nightshift:ready-to-merge"] })] })],
    },
    commands: [],
  },
  {
    rung: "awaits-approval",
    given: "a head that is newer than the question",
    pull: {
      statuses: [{ ...REVIEWED, state: "error" }, VERIFIED],
      ask: { id: 9, body: "", block: { rung: "awaits-approval", subject: "e".repeat(40) } },
    },
    commands: [
      "label 7 +ready-to-merge -in-review",
      "label 3 +ready-to-merge -queued",
      "status nightshift/merge pending",
      "say 7 again",
    ],
  },
  {
    rung: "ready",
    given: "the first pull request, approved by a person",
    pull: { reviews: [reviewOf()] },
    snapshot: { mergedBefore: false },
    commands: ["merge 7"],
  },
  {
    rung: "only-proposed",
    given: "mode: propose",
    snapshot: { config: configOf({ mode: "propose" }) },
    commands: [
      "label 7 +ready-to-merge -in-review",
      "label 3 +ready-to-merge -queued",
      "status nightshift/merge success",
    ],
  },
  {
    rung: "mergeability-unknown",
    given: "GitHub still computes",
    pull: { mergeable: "unknown" },
    commands: [],
  },
];

function decide(row: Row) {
  const snapshot = readySnapshot(row.pull, row.snapshot);
  return decideMergePull(factsOf(snapshot, snapshot.pulls[0] ?? pullOf()));
}

describe("the ladder of a pull request", () => {
  test.each(SHEET)("$rung: $given", (row) => {
    const decision = decide(row);
    expect({ rung: decision.rung, commands: said(decision.commands) }).toEqual({
      rung: row.rung,
      commands: row.commands,
    });
  });

  test("every rung has a row", () => {
    const shown = new Set(SHEET.map(({ rung }) => rung));
    expect(PULL_LADDER.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
  });

  test("rung ids are unique", () => {
    expect(new Set(PULL_LADDER.map(({ id }) => id)).size).toBe(PULL_LADDER.length);
  });

  test("every rung that waits names what wakes it", () => {
    const quiet = SHEET.map(decide).filter(({ commands }) =>
      commands.every(({ do: verb }) => verb !== "send"),
    );
    const asleep = quiet.filter(
      ({ alarm, rung }) => alarm.kind === "acts" && !["ready", "landed"].includes(rung),
    );
    expect(asleep.map(({ rung }) => rung)).toEqual([]);
  });

  test("every decision says why in a sentence", () => {
    for (const row of SHEET) expect(decide(row).why).toMatch(/^[A-Z/][\s\S]{10,}\.$|^mode: .+\.$/);
  });
});

test("the merge names exactly what was observed, and its message can be traced", () => {
  const [merge] = decide({ rung: "ready", given: "", commands: [] }).commands;
  expect(merge).toEqual({
    do: "merge",
    pull: 7,
    head: HEAD,
    base: { branch: "main", head: BASE },
    title: "Log in (#7)",
    message: "Adds a log-in page.",
    grounds: {
      pull: 7,
      head: HEAD,
      feature: 3,
      requirement: 1,
      base: BASE,
      verified: 101,
      verdict: { is: "approved", run: 102 },
      risks: [],
      cost: { usd: 0, runs: 0 },
    },
  });
});

test("a requirement that is its own feature is not closed by the pull request's ladder", () => {
  const snapshot = readySnapshot(
    { state: "merged", block: { ...(pullOf().block ?? fail()), feature: 1 } },
    { requirements: [requirementOf({ features: [], sticky: stickyOf() })] },
  );
  const decision = decideMergePull(factsOf(snapshot, snapshot.pulls[0] ?? pullOf()));
  expect(said(decision.commands)).toEqual([
    "label 7 +merged -in-review",
    "label 1 +merged",
    "delete nightshift/3-log-in",
  ]);
});

function fail(): never {
  throw new Error("the fixture has a block");
}
