import { describe, expect, test } from "vitest";
import { defaultConfig } from "../../src/domain/config.ts";
import { decideMergePull, isInLane, PULL_LADDER } from "../../src/domain/decide/merge-pull.ts";
import { groundsOf, renderTrailers } from "../../src/domain/merge-record.ts";
import { factsOf } from "../../src/domain/pull-facts.ts";
import { type BranchRules, NO_RULES } from "../../src/domain/rules.ts";
import type {
  CheckSnapshot,
  CiRun,
  CiWorkflow,
  GateCheck,
  Person,
  PullSnapshot,
  RepositorySnapshot,
  RunSnapshot,
  ThreadSnapshot,
} from "../../src/domain/snapshot.ts";
import type { MergeAttempt, RunCost } from "../../src/domain/state-block.ts";
import {
  APPROVAL,
  at,
  BASE,
  BOT,
  BUILD_RUN,
  CUT_OFF,
  commentOf,
  configOf,
  deferralOf,
  featureIssue,
  HEAD,
  MOVED,
  OLD,
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
  STRANGER,
  said,
  statusOf,
  stickyOf,
  VERIFIED,
  WRITER,
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
  "label 7 +needs-human -in-review",
  `label ${number} +needs-human -queued`,
];
/** What a state that waits for a person does the first time. */
const READY = ["label 7 +ready-to-merge -in-review", "label 3 +ready-to-merge -queued", "say 7"];
const needs = (rules: Partial<BranchRules>): Partial<RepositorySnapshot> => ({
  rules: new Map([["main", { ...NO_RULES, ...rules }]]),
});
const checkOf = (change: Partial<CheckSnapshot> = {}): CheckSnapshot => ({
  id: 1,
  name: "test",
  app: 15_368,
  suite: "CS_1",
  state: "passed",
  ...change,
});
const CI_RUN: CiRun = {
  id: 55,
  attempt: 1,
  state: "passed",
  failedAt: undefined,
  mirrored: 1,
  jobs: [],
};
const RED_CI_RUN: CiRun = { ...CI_RUN, state: "failed", failedAt: at(30) };
/** A run of the code agent on the head as it is, begun at minute `begun`, that left a result. */
const answeredAt = (begun: number) => ({
  pull: {
    ci: [ciOf({ run: RED_CI_RUN })],
    block: { ...PULL_BLOCK, costs: [{ ...SPENT, run: 601, usd: 1 }] },
  },
  snapshot: withRuns(runOf(`code · pull 7 · ${HEAD}`, { id: 601, createdAt: at(begun) })),
});
const ciOf = (change: Partial<CiWorkflow> = {}): CiWorkflow => ({
  file: "ci.yml",
  unfit: undefined,
  refusedAt: undefined,
  holds: [],
  run: undefined,
  ...change,
});
const threadOf = (author: Person, change: Partial<ThreadSnapshot> = {}): ThreadSnapshot => ({
  id: "T_1",
  resolved: false,
  outdated: false,
  path: "src/log-in.ts",
  line: 1,
  block: undefined,
  comments: [{ author, body: "Why?", createdAt: at(40) }],
  ...change,
});
const gateOf = (attempt: Partial<MergeAttempt>): GateCheck => ({
  id: 77,
  state: "waiting",
  title: "",
  summary: "",
  attempt: {
    intent: "e".repeat(40),
    base: BASE,
    at: at(48),
    count: 1,
    phase: "refused",
    final: false,
    said: "Pull Request is not mergeable",
    ...attempt,
  },
});
const MERGE_RUN = { ...runOf("merge", { id: 103 }), workflow: "nightshift-merge" };
const MERGE_RUN_URL = "https://github.com/o/r/actions/runs/103";
const paused = requirementOf({ labels: ["nightshift", "nightshift:building", "nightshift:paused"] });

/** A merge of ours that nobody has proved yet. */
const UNPROVED = pullOf({
  number: 6,
  state: "merged",
  landed: {
    sha: OLD,
    message: `One\n\n${renderTrailers({ ...groundsOf(factsOf(readySnapshot(), pullOf({ number: 6 }))), tree: OLD })}`,
    statuses: [],
    parent: { sha: BASE, statuses: [] },
    runs: [],
  },
});

/** Each row changes only what it is about; without a change the pull request merges. */
const SHEET: Row[] = [
  { rung: "ready", given: "reviewed, verified, mergeable", commands: ["merge 7"] },
  {
    rung: "lane-closed",
    given: "a merge before it that is not proved",
    snapshot: { pulls: [pullOf(), UNPROVED] },
    commands: [],
  },
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
    given: "merged, and a person's pull request goes to its branch",
    pull: { state: "merged" },
    snapshot: {
      pulls: [
        pullOf({ state: "merged" }),
        pullOf({
          number: 9,
          author: WRITER,
          block: undefined,
          base: { branch: "nightshift/3-log-in", head: HEAD },
        }),
      ],
    },
    commands: ["label 7 +merged -in-review", "label 3 +merged -queued", "close 3 completed"],
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
    commands: [],
  },
  {
    rung: "paused",
    given: "the pull request is paused",
    pull: { labels: ["nightshift:in-review", "nightshift:paused"] },
    commands: [],
  },
  {
    rung: "paused",
    given: "the feature is paused",
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
  { rung: "draft", given: "a draft", pull: { draft: true }, commands: [] },
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
    commands: [],
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
    commands: [],
  },
  {
    rung: "deferred",
    given: "red tests, and a provider that asked to wait",
    pull: { statuses: [REVIEWED, RED], comments: [deferralOf(55)] },
    commands: [],
  },
  {
    rung: "deferred",
    given: "a conflict, and a provider that asked to wait",
    pull: { mergeable: "no", comments: [deferralOf(55)] },
    commands: [],
  },
  {
    rung: "approval-unsaid",
    given: "an approval whose run was cut off before its status",
    pull: { statuses: [VERIFIED], reviews: [APPROVAL] },
    snapshot: withRuns(CUT_OFF),
    commands: ["status nightshift/review success"],
  },
  {
    rung: "unreviewed",
    given: "an approval that says it is of a run that is none of the reviewer's",
    pull: { statuses: [VERIFIED], reviews: [APPROVAL] },
    snapshot: withRuns({ ...CUT_OFF, workflow: "ci" }),
    commands: ["label 3 +in-review -queued", "send new_commits_pushed"],
  },
  {
    rung: "unreviewed",
    given: "an approval of a run for another head",
    pull: { statuses: [VERIFIED], reviews: [APPROVAL] },
    snapshot: withRuns(runOf(`review · pull 7 · ${OLD}`, { id: 600, conclusion: "failure" })),
    commands: ["label 3 +in-review -queued", "send new_commits_pushed"],
  },
  {
    rung: "unreviewed",
    given: "an approval without a status at an earlier head",
    pull: { statuses: [VERIFIED], reviews: [{ ...APPROVAL, head: OLD }] },
    snapshot: withRuns(CUT_OFF),
    commands: ["label 3 +in-review -queued", "carry bbbbbbb or new_commits_pushed"],
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
    rung: "unreviewed",
    given: "no verdict at this head, and an earlier head that was approved",
    pull: {
      statuses: [VERIFIED],
      reviews: [ownReview("approved", { head: OLD }), reviewOf({ head: MOVED })],
    },
    commands: ["label 3 +in-review -queued", "carry bbbbbbb ddddddd or new_commits_pushed"],
  },
  {
    rung: "changes-stand",
    given: "a person asked for changes at an earlier head",
    pull: { reviews: [reviewOf({ state: "changes_requested", head: OLD })] },
    commands: READY,
  },
  {
    rung: "ready",
    given: "changes that a person asked for, whose review was dismissed",
    pull: {
      reviews: [
        reviewOf({ state: "changes_requested", head: OLD }),
        reviewOf({ state: "dismissed", head: OLD }),
      ],
    },
    commands: ["merge 7"],
  },
  {
    rung: "ready",
    given: "changes that a stranger asked for",
    pull: { reviews: [reviewOf({ state: "changes_requested", head: OLD, author: STRANGER })] },
    commands: ["merge 7"],
  },
  {
    rung: "conversations-open",
    given: "a person began a conversation that nobody resolved",
    pull: { threads: [threadOf(WRITER)] },
    commands: READY,
  },
  {
    rung: "ready",
    given: "conversations that are resolved, or that the review left open as no reason to wait",
    pull: { threads: [threadOf(WRITER, { resolved: true }), threadOf(BOT)] },
    commands: ["merge 7"],
  },
  {
    rung: "checks-red",
    given: "a required check failed",
    pull: { checks: [checkOf({ state: "failed" })] },
    snapshot: needs({ checks: [{ name: "test", app: undefined }] }),
    commands: ESCALATED(3),
  },
  {
    rung: "checks-pending",
    given: "a required check has not ended",
    pull: { checks: [checkOf({ state: "pending" })] },
    snapshot: needs({ checks: [{ name: "test", app: undefined }] }),
    commands: [],
  },
  {
    rung: "checks-missing",
    given: "a required check has no result",
    snapshot: needs({ checks: [{ name: "test", app: undefined }] }),
    commands: READY,
  },
  {
    rung: "checks-missing",
    given: "more checks than can be read",
    pull: { checksCut: true },
    commands: READY,
  },
  {
    rung: "checks-missing",
    given: "a check that the settings require, and a status of that name by somebody else's app",
    pull: { statuses: [REVIEWED, VERIFIED, statusOf({ context: "test", creator: "other[bot]" })] },
    snapshot: {
      config: configOf({ ci: { ...defaultConfig().ci, checks: [{ name: "test", app: 15_368 }] } }),
    },
    commands: READY,
  },
  {
    rung: "ci-unfit",
    given: "a workflow that cannot be started",
    pull: { ci: [ciOf({ unfit: "there is no such file" })] },
    commands: ESCALATED(3),
  },
  {
    rung: "ci-unstarted",
    given: "a workflow that GitHub refused, and a person's retry after it",
    pull: {
      ci: [ciOf({ unfit: "422", refusedAt: at(30) })],
      comments: [commentOf("/nightshift retry", { createdAt: at(40) })],
    },
    commands: ["start-ci ci.yml"],
  },
  {
    rung: "ci-unstarted",
    given: "a workflow that holds nothing, and one that holds secrets",
    pull: { ci: [ciOf(), ciOf({ file: "smoke.yml", holds: ["it reads secrets"] })] },
    commands: ["start-ci ci.yml"],
  },
  {
    rung: "ci-unstarted",
    given: "a workflow that holds secrets, and a person's approval of this head",
    pull: { ci: [ciOf({ holds: ["it reads secrets"] })], reviews: [reviewOf()] },
    commands: ["start-ci ci.yml"],
  },
  {
    rung: "ci-unstarted",
    given: "a workflow that holds secrets, where the settings trust it",
    pull: { ci: [ciOf({ holds: ["it reads secrets"] })] },
    snapshot: { config: configOf({ ci: { ...defaultConfig().ci, trust: true } }) },
    commands: ["start-ci ci.yml"],
  },
  {
    rung: "ci-holds-secrets",
    given: "a workflow that holds secrets, and an approval of an older head",
    pull: { ci: [ciOf({ holds: ["it reads secrets"] })], reviews: [reviewOf({ head: OLD })] },
    commands: READY,
  },
  {
    rung: "ci-ended",
    given: "a run that has ended and is not shown on the head",
    pull: { ci: [ciOf({ run: { ...CI_RUN, mirrored: undefined } })] },
    commands: ["mirror-ci ci.yml"],
  },
  {
    rung: "ci-red",
    given: "a run whose jobs failed",
    pull: { ci: [ciOf({ run: RED_CI_RUN })] },
    commands: ["label 7 +fixing -in-review", "label 3 +fixing -queued", "send review_comments_received"],
  },
  {
    rung: "ci-red",
    given: "a failure of a newer attempt than the one that the code agent looked at",
    ...answeredAt(29),
    commands: ["label 7 +fixing -in-review", "label 3 +fixing -queued", "send review_comments_received"],
  },
  {
    rung: "ci-red",
    given: "a failure that the code agent left, and a person's retry after it",
    ...answeredAt(30),
    pull: {
      ...answeredAt(30).pull,
      comments: [commentOf("/nightshift retry", { createdAt: at(40) })],
    },
    commands: ["label 7 +fixing -in-review", "label 3 +fixing -queued", "send review_comments_received"],
  },
  {
    rung: "deferred",
    given: "red CI, and a provider that asked to wait",
    pull: { ci: [ciOf({ run: RED_CI_RUN })], comments: [deferralOf(55)] },
    commands: [],
  },
  {
    rung: "feature-over-budget",
    given: "red CI after the money of the feature is spent",
    pull: { ci: [ciOf({ run: RED_CI_RUN })], block: { ...PULL_BLOCK, costs: [SPENT] } },
    commands: ESCALATED(3),
  },
  {
    rung: "ci-stays-red",
    given: "a failure that the code agent looked at and left",
    ...answeredAt(30),
    commands: ESCALATED(3),
  },
  {
    rung: "ci-stays-red",
    given: "jobs that fail after the last allowed run",
    pull: { ci: [ciOf({ run: RED_CI_RUN })] },
    snapshot: withRuns(...codeRuns(5)),
    commands: ESCALATED(3),
  },
  {
    rung: "checks-red",
    given: "a run that a person cancelled, which no change of the code mends",
    pull: { ci: [ciOf({ run: { ...CI_RUN, state: "failed" } })] },
    commands: ESCALATED(3),
  },
  {
    rung: "checks-pending",
    given: "a run that goes on",
    pull: { ci: [ciOf({ run: { ...CI_RUN, state: "pending", mirrored: undefined } })] },
    commands: [],
  },
  {
    rung: "ci-held",
    given: "a workflow of the pull request that GitHub holds back",
    pull: {
      ci: [ciOf({ run: { ...CI_RUN, state: "held" } })],
      held: ["CI (ci.yml)"],
    },
    commands: READY,
  },
  {
    rung: "ci-held",
    given: "a required check that is missing, because GitHub holds back its workflow",
    pull: { held: ["CI (ci.yml)"] },
    snapshot: needs({ checks: [{ name: "test", app: undefined }] }),
    commands: READY,
  },
  {
    rung: "ready",
    given: "a workflow that GitHub holds back, and that nobody asks for",
    pull: { held: ["CI (ci.yml)"] },
    commands: ["merge 7"],
  },
  {
    rung: "ready",
    given: "every workflow that was started is green",
    pull: { ci: [ciOf({ run: CI_RUN })] },
    commands: ["merge 7"],
  },
  {
    rung: "ready",
    given: "every required check is green",
    pull: { checks: [checkOf()], statuses: [REVIEWED, VERIFIED, statusOf({ context: "Lint" })] },
    snapshot: needs({
      checks: [
        { name: "test", app: 15_368 },
        { name: "lint", app: undefined },
        { name: "nightshift/review", app: undefined },
      ],
    }),
    commands: ["merge 7"],
  },
  {
    rung: "rule-own-check",
    given: "our own check is required",
    snapshot: needs({ checks: [{ name: "nightshift/merge", app: undefined }] }),
    commands: READY,
  },
  {
    rung: "rule-locked",
    given: "a base that nobody may update",
    snapshot: needs({ locked: true }),
    commands: READY,
  },
  { rung: "rule-queue", given: "a merge queue", snapshot: needs({ queue: true }), commands: READY },
  {
    rung: "rule-method",
    given: "a base that takes merge commits only",
    snapshot: needs({ methods: ["merge"] }),
    commands: READY,
  },
  {
    rung: "ready",
    given: "a base that takes squashes, in one line",
    snapshot: needs({ methods: ["squash", "rebase"], linearHistory: true }),
    commands: ["merge 7"],
  },
  {
    rung: "rule-signatures",
    given: "signatures are required, and the branch has none",
    snapshot: needs({ signatures: true }),
    commands: READY,
  },
  {
    rung: "ready",
    given: "signatures are required, and the branch is signed",
    pull: { signed: true },
    snapshot: needs({ signatures: true }),
    commands: ["merge 7"],
  },
  {
    rung: "rule-conversations",
    given: "resolved conversations are required, and the review left some that keep nothing up",
    pull: { threads: [threadOf(BOT), threadOf(BOT)] },
    snapshot: needs({ threads: true }),
    commands: ["resolve 2"],
  },
  {
    rung: "rule-code-owners",
    given: "a code owner has to review",
    snapshot: { ...needs({ codeOwners: true }), codeOwners: "/src/ @olga\n" },
    commands: READY,
  },
  {
    rung: "ready",
    given: "a code owner has to review, and nobody owns what changes",
    snapshot: { ...needs({ codeOwners: true }), codeOwners: "/docs/ @olga\n" },
    commands: ["merge 7"],
  },
  {
    rung: "ready",
    given: "a code owner has reviewed, as GitHub says",
    pull: { reviewDecision: "approved" },
    snapshot: { ...needs({ codeOwners: true }), codeOwners: "/src/ @olga\n" },
    commands: ["merge 7"],
  },
  {
    rung: "rule-reviews",
    given: "two reviews are required, and one is there",
    pull: { reviews: [reviewOf()] },
    snapshot: needs({ reviews: 2 }),
    commands: READY,
  },
  {
    rung: "rule-reviews",
    given: "one review is required, and it was given for an older head",
    pull: { reviews: [reviewOf({ head: OLD })] },
    snapshot: needs({ reviews: 1 }),
    commands: READY,
  },
  {
    rung: "ready",
    given: "one review is required, and it was given for a head with the same change",
    pull: {
      statuses: [{ ...REVIEWED, description: `carried from ${OLD}`, targetUrl: MERGE_RUN_URL }, VERIFIED],
      reviews: [reviewOf({ head: OLD })],
    },
    snapshot: { ...needs({ reviews: 1 }), runs: [MERGE_RUN, REVIEW_RUN, BUILD_RUN] },
    commands: ["merge 7"],
  },
  {
    rung: "ready",
    given: "the manager that took the verdict over is the run that looks",
    pull: {
      statuses: [{ ...REVIEWED, description: `carried from ${OLD}`, targetUrl: MERGE_RUN_URL }, VERIFIED],
    },
    snapshot: { runs: [{ ...MERGE_RUN, live: true, conclusion: undefined }, REVIEW_RUN, BUILD_RUN] },
    commands: ["merge 7"],
  },
  {
    rung: "unreviewed",
    given: "a verdict that claims to be carried, by a run that is not the manager's",
    pull: {
      statuses: [
        { ...REVIEWED, description: `carried from ${OLD}`, targetUrl: VERIFIED.targetUrl },
        VERIFIED,
      ],
      reviews: [reviewOf({ head: OLD })],
    },
    commands: ["label 3 +in-review -queued", "carry bbbbbbb or new_commits_pushed"],
  },
  {
    rung: "rule-last-push",
    given: "who pushed last is the only approver",
    pull: { reviews: [reviewOf()], lastPusher: WRITER.login },
    snapshot: needs({ lastPushApproval: true }),
    commands: READY,
  },
  {
    rung: "ready",
    given: "somebody other than who pushed last approved",
    pull: { reviews: [reviewOf()], lastPusher: "github-actions[bot]" },
    snapshot: needs({ lastPushApproval: true }),
    commands: ["merge 7"],
  },
  {
    rung: "rule-deployments",
    given: "a deployment is required, and GitHub blocks",
    pull: { blocked: true },
    snapshot: needs({ deployments: ["staging"] }),
    commands: READY,
  },
  {
    rung: "rule-others",
    given: "a rule that only GitHub can judge, and GitHub blocks",
    pull: { blocked: true },
    snapshot: needs({ others: ["code_scanning"] }),
    commands: READY,
  },
  {
    rung: "ready",
    given: "rules that only GitHub can judge, and it does not block",
    snapshot: needs({ others: ["code_scanning"], deployments: ["staging"] }),
    commands: ["merge 7"],
  },
  {
    rung: "after-others",
    given: "it comes after a feature that is not merged",
    pull: { block: { ...PULL_BLOCK, key: "log-out", feature: 4 } },
    snapshot: { runs: [REVIEW_RUN, runOf("code · feature 4", { id: 101, createdAt: at(10) })] },
    commands: [],
  },
  {
    rung: "behind",
    given: "the rules ask for an up-to-date branch, and it is not",
    pull: { onBase: false },
    commands: ["reapply 7"],
  },
  {
    rung: "behind-for-a-person",
    given: "the same, and the branch carries commits of people",
    pull: { onBase: false, foreignCommits: true },
    commands: READY,
  },
  {
    rung: "merge-later",
    given: "GitHub refused half a minute ago",
    pull: { gate: gateOf({ at: "2026-03-01T10:49:30Z" }) },
    commands: [],
  },
  {
    rung: "ready",
    given: "GitHub refused two minutes ago",
    pull: { gate: gateOf({ at: at(48) }) },
    commands: ["merge 7"],
  },
  {
    rung: "ready",
    given: "a merge was sent, and whoever sent it was killed",
    pull: { gate: gateOf({ at: "2026-03-01T10:49:30Z", phase: "sent", count: 3 }) },
    commands: ["merge 7"],
  },
  {
    rung: "merge-refused",
    given: "GitHub refused three times",
    pull: { gate: gateOf({ at: at(30), count: 3 }) },
    commands: ESCALATED(3),
  },
  {
    rung: "merge-refused",
    given: "no answer was clear, and no commit was found",
    pull: { gate: gateOf({ at: at(30), phase: "unclear", final: true }) },
    commands: ESCALATED(3),
  },
  {
    rung: "ready",
    given: "GitHub refused three times, and a person said retry after that",
    pull: {
      gate: gateOf({ at: at(30), count: 3 }),
      comments: [commentOf("/nightshift retry", { createdAt: at(45), handled: true })],
    },
    commands: ["merge 7"],
  },
  {
    rung: "awaits-approval",
    given: "the first pull request of the repository",
    snapshot: { mergedBefore: false },
    commands: [
      "label 7 +risk-first",
      "label 7 +ready-to-merge -in-review",
      "label 3 +ready-to-merge -queued",
      "say 7",
    ],
  },
  {
    rung: "awaits-approval",
    given: "the review left something to a person, who is asked already",
    pull: {
      statuses: [{ ...REVIEWED, state: "error" }, VERIFIED],
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
    commands: ["label 7 +ready-to-merge -in-review", "label 3 +ready-to-merge -queued", "say 7 again"],
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
    commands: ["label 7 +ready-to-merge -in-review", "label 3 +ready-to-merge -queued"],
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
    const shown = new Set([...SHEET.map(({ rung }) => rung), "not-its-turn"]);
    expect(PULL_LADDER.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
  });

  test("rung ids are unique", () => {
    expect(new Set(PULL_LADDER.map(({ id }) => id)).size).toBe(PULL_LADDER.length);
  });

  test("every rung that waits names what wakes it", () => {
    const quiet = SHEET.map(decide).filter(({ commands }) =>
      commands.every(
        ({ do: verb }) =>
          !["send", "status", "carry", "reapply", "resolve", "start-ci", "mirror-ci"].includes(verb),
      ),
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

test("of two that only the lane holds up, one waits, and says what it will conflict in", () => {
  const younger = pullOf({ number: 8, nodeId: "PR_8" });
  const facts = factsOf(readySnapshot(), pullOf());
  expect(isInLane(facts)).toBe(true);
  expect(isInLane({ ...facts, changesStandBy: "wanda" })).toBe(false);
  expect(decideMergePull({ ...facts, pull: younger, laneHead: 7 })).toMatchObject({
    rung: "not-its-turn",
    why: "Pull request #7 goes into main first; one is verified and merged at a time.",
  });
  const obstacles = ["a.ts", "b.ts", "@ada.ts", "c.ts", "d.ts"];
  expect(decideMergePull({ ...facts, pull: younger, laneHead: 7, obstacles }).why).toBe(
    "Pull request #7 goes into main first; one is verified and merged at a time. By then it conflicts in a.ts, b.ts, @\u200Bada.ts and 2 more with what goes before it; the code agent resolves that.",
  );
  expect(decideMergePull({ ...facts, laneHead: 7 }).rung).toBe("ready");
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
