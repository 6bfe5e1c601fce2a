import { describe, expect, test } from "vitest";
import {
  type Doorbell,
  decideCodeWork,
  decideReviewWork,
  stopLoop,
  type WorkDecision,
} from "../../src/domain/decide/work.ts";
import { HOP_LIMIT } from "../../src/domain/message.ts";
import {
  type CiWorkflow,
  isOurs,
  type PullSnapshot,
  type RepositorySnapshot,
  type RequirementSnapshot,
} from "../../src/domain/snapshot.ts";
import {
  APPROVAL,
  at,
  BASE,
  BUILD_RUN,
  CUT_OFF,
  configOf,
  deferralOf,
  featureIssue,
  HEAD,
  LOG_IN,
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
  runOf,
  STRANGER,
  said,
  snapshotOf,
  stickyOf,
  VERIFIED,
} from "./domain-support.ts";

const ISSUE: Doorbell = { kind: "issue", number: 1 };
const FEATURE: Doorbell = { kind: "feature", issue: 1, feature: 3 };
const PULL = { kind: "pull", pull: 7, head: HEAD } as const;
const VERIFY: Doorbell = { kind: "verify", pull: 7, head: HEAD, base: BASE };
const UNPLANNED: Partial<RequirementSnapshot> = { sticky: undefined, features: [], labels: ["nightshift"] };
const RED = { ...VERIFIED, state: "failure", description: `failed on ${BASE}: 1 command` } as const;
const CHANGES = { ...REVIEWED, state: "failure" } as const;
const COST = { run: 77, agent: "code", mode: "plan", usd: 1_000, turns: 1, tokens: 1 } as const;

const RED_CI: CiWorkflow = {
  file: "ci.yml",
  unfit: undefined,
  refusedAt: undefined,
  holds: [],
  run: { id: 55, attempt: 1, state: "failed", failedAt: at(30), mirrored: 1, jobs: [] },
};

interface Row {
  rung: string;
  given: string;
  bell: Doorbell;
  requirement?: Partial<RequirementSnapshot>;
  pull?: Partial<PullSnapshot>;
  snapshot?: Partial<RepositorySnapshot>;
  /** What the run does, when there is work. */
  work?: { mode: string; round: number; agent: boolean; verify: boolean; ci?: readonly string[] };
  commands?: string[];
}

const runs = (title: string, count: number) =>
  Array.from({ length: count }, (_, run) => runOf(title, { id: 600 + run, conclusion: "failure" }));

const CODE_SHEET: Row[] = [
  {
    rung: "plan",
    given: "an authorised requirement",
    bell: ISSUE,
    requirement: UNPLANNED,
    work: { mode: "plan", round: 0, agent: true, verify: false },
    commands: ["label 1 +planning"],
  },
  {
    rung: "track",
    given: "a plan with a feature that has no issue",
    bell: ISSUE,
    requirement: { features: [featureIssue()] },
    work: { mode: "track", round: 0, agent: false, verify: false },
    commands: ["label 1 +planning -building"],
  },
  { rung: "planned", given: "a plan", bell: ISSUE },
  {
    rung: "deferred",
    given: "a provider that asked to wait with the plan",
    bell: ISSUE,
    requirement: { ...UNPLANNED, comments: [deferralOf(55)] },
  },
  {
    rung: "tried-enough",
    given: "three planning runs",
    bell: ISSUE,
    requirement: UNPLANNED,
    snapshot: { runs: runs("code · issue 1", 3) },
  },
  { rung: "unknown-requirement", given: "another number", bell: { kind: "issue", number: 99 } },
  { rung: "closed", given: "a closed requirement", bell: ISSUE, requirement: { ...UNPLANNED, open: false } },
  {
    rung: "not-authorised",
    given: "a stranger's label",
    bell: ISSUE,
    requirement: { ...UNPLANNED, labelled: { by: STRANGER, at: at(1) } },
  },
  {
    rung: "not-authorised",
    given: "a text that a stranger changed",
    bell: ISSUE,
    requirement: { ...UNPLANNED, lastEdit: { by: STRANGER, at: at(2) } },
  },
  {
    rung: "paused",
    given: "a pause",
    bell: ISSUE,
    requirement: { ...UNPLANNED, labels: ["nightshift", "nightshift:paused"] },
  },
  {
    rung: "complete",
    given: "a complete requirement",
    bell: ISSUE,
    requirement: { labels: ["nightshift", "nightshift:complete"] },
  },
  {
    rung: "needs-human",
    given: "a requirement that waits for a person",
    bell: ISSUE,
    requirement: { labels: ["nightshift", "nightshift:needs-human"] },
  },
  {
    rung: "only-observed",
    given: "mode: observe",
    bell: ISSUE,
    requirement: UNPLANNED,
    snapshot: { config: configOf({ mode: "observe" }) },
  },
  {
    rung: "implement",
    given: "a feature that is ready",
    bell: FEATURE,
    work: { mode: "implement", round: 0, agent: true, verify: true },
    commands: ["label 3 +implementing -queued"],
  },
  { rung: "unknown-feature", given: "an issue that is no feature of it", bell: { ...FEATURE, feature: 9 } },
  { rung: "not-queued", given: "an open pull request", bell: FEATURE, pull: {} },
  {
    rung: "not-queued",
    given: "a feature that waits for a person",
    bell: FEATURE,
    requirement: { features: [featureIssue({ labels: ["nightshift:needs-human"] })] },
  },
  {
    rung: "not-ready",
    given: "a feature that comes after one that is not merged",
    bell: { ...FEATURE, feature: 4 },
  },
  {
    rung: "not-ready",
    given: "a feature that a person paused",
    bell: FEATURE,
    requirement: { features: [featureIssue({ labels: ["nightshift:queued", "nightshift:paused"] })] },
  },
  {
    rung: "no-slot",
    given: "another feature at work",
    bell: FEATURE,
    requirement: {
      sticky: stickyOf(requirementBlock({ features: [LOG_IN, { ...LOG_IN, key: "other", number: 4 }] })),
    },
    snapshot: { runs: [runOf("code · feature 4", { live: true })] },
  },
  {
    rung: "awaits-plan-approval",
    given: "a plan that waits for approval",
    bell: FEATURE,
    snapshot: { config: configOf({ approval: { ...configOf().approval, plan: true } }) },
  },
  {
    rung: "deferred",
    given: "a provider that asked to wait with the feature",
    bell: FEATURE,
    requirement: { features: [featureIssue({ comments: [deferralOf(55)] })] },
  },
  {
    rung: "tried-enough",
    given: "three runs without a pull request",
    bell: FEATURE,
    snapshot: { runs: runs("code · feature 3", 3) },
  },
  {
    rung: "over-budget",
    given: "money spent",
    bell: FEATURE,
    requirement: { sticky: stickyOf(requirementBlock({ costs: [COST] })) },
  },
  {
    rung: "feedback",
    given: "open findings",
    bell: PULL,
    pull: { statuses: [CHANGES, VERIFIED] },
    work: { mode: "feedback", round: 1, agent: true, verify: true },
    commands: ["label 7 +fixing -in-review", "label 3 +fixing -queued"],
  },
  {
    rung: "feedback",
    given: "red tests",
    bell: PULL,
    pull: { statuses: [REVIEWED, RED] },
    work: { mode: "feedback", round: 1, agent: true, verify: true },
    commands: ["label 7 +fixing -in-review", "label 3 +fixing -queued"],
  },
  {
    rung: "feedback",
    given: "red CI, and nothing else",
    bell: PULL,
    pull: { ci: [RED_CI] },
    work: { mode: "feedback", round: 1, agent: true, verify: true, ci: ["ci.yml"] },
    commands: ["label 7 +fixing -in-review", "label 3 +fixing -queued"],
  },
  {
    rung: "feedback",
    given: "red CI, and open findings",
    bell: PULL,
    pull: { ci: [RED_CI], statuses: [CHANGES, VERIFIED] },
    work: { mode: "feedback", round: 1, agent: true, verify: true },
    commands: ["label 7 +fixing -in-review", "label 3 +fixing -queued"],
  },
  {
    rung: "nothing-open",
    given: "red CI that the code agent looked at and left",
    bell: PULL,
    pull: { ci: [RED_CI], block: { ...PULL_BLOCK, costs: [{ ...COST, run: 601, usd: 1 }] } },
    snapshot: { runs: [REVIEW_RUN, BUILD_RUN, runOf(`code · pull 7 · ${HEAD}`, { id: 601 })] },
  },
  {
    rung: "conflict",
    given: "a conflict",
    bell: PULL,
    pull: { mergeable: "no" },
    work: { mode: "conflict", round: 1, agent: true, verify: true },
    commands: ["label 7 +fixing -in-review", "label 3 +fixing -queued"],
  },
  {
    rung: "people-at-work",
    given: "a conflict on a branch with commits of people",
    bell: PULL,
    pull: { mergeable: "no", foreignCommits: true },
  },
  { rung: "nothing-open", given: "nothing to fix", bell: PULL, pull: {} },
  {
    rung: "deferred",
    given: "a provider that asked to wait with the answer",
    bell: PULL,
    pull: { statuses: [CHANGES, VERIFIED], comments: [deferralOf(55)] },
  },
  {
    rung: "tried-enough",
    given: "five rounds",
    bell: PULL,
    pull: { statuses: [CHANGES, VERIFIED] },
    snapshot: { runs: [...readySnapshot().runs, ...runs(`code · pull 7 · ${HEAD}`, 5)] },
  },
  {
    rung: "over-budget",
    given: "money spent on it",
    bell: PULL,
    pull: { statuses: [CHANGES, VERIFIED], block: { ...block(), costs: [{ ...COST, usd: 20 }] } },
  },
  { rung: "stale", given: "an older head", bell: { ...PULL, head: OLD }, pull: {} },
  { rung: "not-open", given: "a merged pull request", bell: PULL, pull: { state: "merged" } },
  { rung: "draft", given: "a draft", bell: PULL, pull: { draft: true } },
  { rung: "paused", given: "a paused pull request", bell: PULL, pull: { labels: ["nightshift:paused"] } },
  {
    rung: "needs-human",
    given: "a pull request that waits for a person",
    bell: PULL,
    pull: { labels: ["nightshift:needs-human"] },
  },
  { rung: "not-ours", given: "no such pull request", bell: PULL },
  { rung: "not-ours", given: "a fork's", bell: PULL, pull: { fork: true } },
  { rung: "not-ours", given: "a person's", bell: PULL, pull: { author: STRANGER } },
  { rung: "not-ours", given: "one whose body somebody edited", bell: PULL, pull: { block: undefined } },
  { rung: "not-ours", given: "one of ours on another branch", bell: PULL, pull: { branch: "main" } },
  {
    rung: "unknown-requirement",
    given: "a pull request without its requirement",
    bell: PULL,
    pull: {},
    snapshot: { requirements: [] },
  },
  {
    rung: "verify",
    given: "no verification",
    bell: VERIFY,
    pull: { statuses: [REVIEWED] },
    work: { mode: "verify", round: 0, agent: false, verify: true },
    commands: [],
  },
  {
    rung: "verify",
    given: "a verification of another base",
    bell: { ...VERIFY, base: MOVED },
    pull: { base: { branch: "main", head: MOVED } },
    work: { mode: "verify", round: 0, agent: false, verify: true },
    commands: [],
  },
  { rung: "verified", given: "its verification", bell: VERIFY, pull: {} },
  { rung: "stale", given: "a base that moved on", bell: { ...VERIFY, base: OLD }, pull: {} },
];

const REVIEW_SHEET: Row[] = [
  {
    rung: "review",
    given: "no verdict",
    bell: PULL,
    pull: { statuses: [VERIFIED] },
    work: { mode: "review", round: 1, agent: true, verify: false },
    commands: [],
  },
  {
    rung: "review",
    given: "a new head after one review",
    bell: PULL,
    pull: { statuses: [VERIFIED], reviews: [ownReview("changes", { head: OLD })] },
    work: { mode: "review", round: 2, agent: true, verify: false },
    commands: [],
  },
  { rung: "reviewed", given: "a verdict", bell: PULL, pull: {} },
  {
    rung: "posted",
    given: "an approval whose run was cut off before its status",
    bell: PULL,
    pull: { statuses: [VERIFIED], reviews: [APPROVAL] },
    snapshot: { runs: [CUT_OFF] },
  },
  {
    rung: "deferred",
    given: "a provider that asked to wait with the review",
    bell: PULL,
    pull: { statuses: [VERIFIED], comments: [deferralOf(55)] },
  },
  {
    rung: "tried-enough",
    given: "three runs at this head",
    bell: PULL,
    pull: { statuses: [VERIFIED] },
    snapshot: { runs: runs(`review · pull 7 · ${HEAD}`, 3) },
  },
  { rung: "stale", given: "an older head", bell: { ...PULL, head: OLD }, pull: {} },
  { rung: "not-ours", given: "a fork's", bell: PULL, pull: { statuses: [], fork: true } },
  {
    rung: "not-ours",
    given: "one of Dependabot's",
    bell: PULL,
    pull: {
      statuses: [],
      author: { login: "dependabot[bot]", bot: true },
      branch: "dependabot/npm/x",
      block: undefined,
    },
  },
];

function block() {
  const { block: own } = pullOf();
  if (own === undefined) throw new Error("the fixture has a block");
  return own;
}

function snapshotFor(row: Row): RepositorySnapshot {
  const requirements = [requirementOf(row.requirement)];
  return row.pull === undefined
    ? snapshotOf({ requirements, ...row.snapshot })
    : readySnapshot(row.pull, { requirements, ...row.snapshot });
}

function check(row: Row, decision: WorkDecision) {
  const { work } = decision;
  expect({
    rung: decision.rung,
    work: work && {
      mode: work.mode,
      round: work.round,
      ...work.needs,
      ...(work.requirement !== undefined && work.ci ? { ci: work.ci } : {}),
    },
    commands: said(decision.commands),
  }).toEqual({ rung: row.rung, work: row.work, commands: row.commands ?? [] });
  expect(decision.why).toMatch(/^[\s\S]{10,}\.$/);
}

describe("the gate of the code agent", () => {
  test.each(CODE_SHEET)("$rung: $given", (row) => {
    check(row, decideCodeWork(snapshotFor(row), row.bell));
  });
});

describe("the gate of the review agent", () => {
  test.each(REVIEW_SHEET)("$rung: $given", (row) => {
    if (row.bell.kind !== "pull") throw new Error("the review agent is rung for pull requests only");
    check(row, decideReviewWork(snapshotFor(row), row.bell));
  });
});

describe("a conversation that does not end", () => {
  const thread = (hops: number) => ({ correlationId: "b7e1c0de-0000-4000-8000-000000000001", hops });
  const work = () => decideCodeWork(readySnapshot({ statuses: [RED] }), PULL);

  test("is stopped at the hop limit with one comment and one label", () => {
    const stopped = stopLoop(work(), thread(HOP_LIMIT));
    expect(stopped.work).toBeUndefined();
    expect(stopped.rung).toBe("hop-limit");
    expect(said(stopped.commands)).toEqual([
      expect.stringMatching(/^say 7/),
      expect.stringMatching(/^label 7 \+needs-human/),
      expect.stringMatching(/^label 3 \+needs-human/),
    ]);
  });

  test.each([
    ["one message below the limit", () => stopLoop(work(), thread(HOP_LIMIT - 1))],
    ["without a conversation", () => stopLoop(work(), undefined)],
    [
      "where no pull request is in work",
      () =>
        stopLoop(
          decideCodeWork(snapshotFor({ rung: "", given: "", bell: FEATURE }), FEATURE),
          thread(HOP_LIMIT),
        ),
    ],
  ])("goes on %s", (_, decide) => {
    expect(decide().work).toBeDefined();
  });
});

test("a message never makes a pull request ours", () => {
  const snapshot = readySnapshot();
  const ours = pullOf();
  expect(isOurs(snapshot, ours)).toBe(true);
  for (const change of [
    { fork: true },
    { author: STRANGER },
    { block: undefined },
    { branch: "feature/x" },
  ]) {
    expect(isOurs(snapshot, { ...ours, ...change })).toBe(false);
  }
});
