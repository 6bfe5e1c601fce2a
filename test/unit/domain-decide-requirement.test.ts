import { describe, expect, test } from "vitest";
import { decideRequirement, REQUIREMENT_LADDER } from "../../src/domain/decide/merge-requirement.ts";
import { renderLedger } from "../../src/domain/ledger.ts";
import { groundsOf, renderTrailers } from "../../src/domain/merge-record.ts";
import { factsOf } from "../../src/domain/pull-facts.ts";
import { requirementFactsOf } from "../../src/domain/requirement-facts.ts";
import type {
  FeatureIssue,
  PullSnapshot,
  RepositorySnapshot,
  RequirementSnapshot,
  RunSnapshot,
} from "../../src/domain/snapshot.ts";
import { withBlock } from "../../src/domain/state-block.ts";
import {
  at,
  BASE,
  BOT,
  commentOf,
  configOf,
  deferralOf,
  featureIssue,
  LOG_IN,
  LOG_OUT,
  OLD,
  PULL_BLOCK,
  pullOf,
  readySnapshot,
  requirementBlock,
  requirementOf,
  runOf,
  STRANGER,
  said,
  snapshotOf,
  statusOf,
  stickyOf,
  WRITER,
} from "./domain-support.ts";

interface Row {
  rung: string;
  given: string;
  requirement?: Partial<RequirementSnapshot>;
  snapshot?: Partial<RepositorySnapshot>;
  commands: string[];
}

const COST = { run: 1, agent: "code", mode: "plan", usd: 200, turns: 1, tokens: 1 } as const;
const planRuns = (count: number): RunSnapshot[] =>
  Array.from({ length: count }, (_, run) =>
    runOf("code · issue 1", { id: 600 + run, conclusion: "failure" }),
  );
const featureRuns = (count: number): RunSnapshot[] =>
  Array.from({ length: count }, (_, run) =>
    runOf("code · feature 3", { id: 600 + run, conclusion: "failure" }),
  );
const UNPLANNED = { sticky: undefined, features: [], labels: ["nightshift"] };
const features = (...labels: string[]): FeatureIssue[] =>
  labels.map((label, index) =>
    featureIssue({ number: 3 + index, nodeId: `I_${3 + index}`, labels: [`nightshift:${label}`] }),
  );
const MERGED = { features: features("merged", "merged") };

const LANDING = configOf({ landing: "requirement_branch" });
const LANDED = new Map([["nightshift/requirement-1", "f".repeat(40)]]);
const finalPull = (state: PullSnapshot["state"]): PullSnapshot =>
  pullOf({ number: 20, state, branch: "nightshift/requirement-1", block: undefined });

/** A merged pull request whose proof came out like this. */
const landedPull = (state: "success" | "failure") => {
  const grounds = groundsOf(factsOf(readySnapshot(), pullOf()));
  return pullOf({
    state: "merged",
    landed: {
      sha: OLD,
      message: `Log in\n\n${renderTrailers({ ...grounds, tree: OLD })}`,
      statuses: [statusOf({ context: "nightshift/merge", state })],
      parent: { sha: BASE, statuses: [] },
      runs: [],
    },
  });
};

/** The ledger that a requirement in this state shows, so that it needs no rewriting. */
function upToDate(change: Partial<RequirementSnapshot>): Partial<RequirementSnapshot> {
  const requirement = requirementOf(change);
  const facts = requirementFactsOf(snapshotOf({ requirements: [requirement] }), requirement);
  const block = requirementBlock();
  return { ...change, sticky: { id: 50, body: withBlock(renderLedger(facts, "building"), block), block } };
}

/** Each row changes only what it is about; without a change the next feature starts. */
const SHEET: Row[] = [
  {
    rung: "next-feature",
    given: "a planned requirement",
    commands: ["say 1 again", "send continue_next_feature"],
  },
  {
    rung: "next-feature",
    given: "a ledger that shows it already",
    requirement: upToDate({}),
    commands: ["send continue_next_feature"],
  },
  {
    rung: "next-feature",
    given: "the first feature dropped by a person",
    requirement: { features: [featureIssue({ open: false }), featureIssue({ number: 4, nodeId: "I_4" })] },
    commands: ["say 1 again", "send continue_next_feature"],
  },
  {
    rung: "landing-branch-missing",
    given: "features that land on a branch which is not there",
    snapshot: { config: LANDING },
    commands: ["create nightshift/requirement-1"],
  },
  {
    rung: "next-feature",
    given: "the same, and the branch is there",
    requirement: upToDate({}),
    snapshot: { config: LANDING, landings: LANDED },
    commands: ["send continue_next_feature"],
  },
  {
    rung: "final-pull-missing",
    given: "every feature is on the branch",
    requirement: MERGED,
    snapshot: { config: LANDING, landings: LANDED },
    commands: ["open nightshift/requirement-1 to main"],
  },
  {
    rung: "awaits-final-merge",
    given: "the final pull request is open",
    requirement: MERGED,
    snapshot: { config: LANDING, landings: LANDED, pulls: [finalPull("open")] },
    commands: ["say 1 again"],
  },
  {
    rung: "final-pull-closed",
    given: "it was closed without a merge",
    requirement: MERGED,
    snapshot: { config: LANDING, landings: LANDED, pulls: [finalPull("closed")] },
    commands: [],
  },
  {
    rung: "final-pull-missing",
    given: "a stranger's pull request from a branch of that name in a fork",
    requirement: MERGED,
    snapshot: {
      config: LANDING,
      landings: LANDED,
      pulls: [{ ...finalPull("merged"), fork: true, author: STRANGER }],
    },
    commands: ["open nightshift/requirement-1 to main"],
  },
  {
    rung: "all-features-over",
    given: "a person merged the final pull request",
    requirement: MERGED,
    snapshot: { config: LANDING, landings: LANDED, pulls: [finalPull("merged")] },
    commands: [
      "say 1 again",
      "say 1",
      "close 1 completed",
      "label 1 +complete -building",
      "delete nightshift/requirement-1",
    ],
  },
  {
    rung: "undo-asked",
    given: "a person's undo",
    requirement: { comments: [commentOf("/nightshift undo")] },
    snapshot: { pulls: [landedPull("success")] },
    commands: ["send revert_requested"],
  },
  {
    rung: "undo-in-work",
    given: "a person's undo, and a run that is at it",
    requirement: { comments: [commentOf("/nightshift undo")] },
    snapshot: {
      pulls: [landedPull("success")],
      runs: [runOf(`code · pull 7 · ${OLD}`, { live: true, createdAt: at(45) })],
    },
    commands: [],
  },
  {
    rung: "undo-refused",
    given: "a person's undo of nothing",
    requirement: { comments: [commentOf("/nightshift undo")] },
    commands: ["say 1"],
  },
  {
    rung: "taken-back",
    given: "a merged revert whose issues are not open again, and nothing else to do",
    requirement: MERGED,
    snapshot: {
      pulls: [
        pullOf({
          state: "merged",
          labels: [],
          block: undefined,
          revert: { v: 1, kind: "revert", requirement: 1, pulls: [6], why: "red" },
        }),
      ],
    },
    commands: [],
  },
  {
    rung: "pulls-open",
    given: "as many open pull requests of another requirement as are allowed",
    snapshot: {
      pulls: [pullOf({ block: { ...PULL_BLOCK, requirement: 9 } })],
      config: configOf({ max_open_pulls: 1 }),
    },
    commands: [],
  },
  {
    rung: "lane-closed",
    given: "a merge that is not what it should be, and a feature that could start",
    snapshot: { pulls: [landedPull("failure")] },
    commands: [],
  },
  {
    rung: "closed",
    given: "closed by a person with work left",
    requirement: { open: false },
    commands: [],
  },
  {
    rung: "closed",
    given: "closed and complete",
    requirement: { ...MERGED, open: false, labels: ["nightshift", "nightshift:complete"] },
    commands: [],
  },
  { rung: "not-authorised", given: "no label", requirement: { labels: [] }, commands: [] },
  {
    rung: "not-authorised",
    given: "labelled by someone who may not write",
    requirement: { labelled: { by: STRANGER, at: at(1) } },
    commands: [],
  },
  {
    rung: "paused",
    given: "the paused label",
    requirement: { labels: ["nightshift", "nightshift:building", "nightshift:paused"] },
    commands: [],
  },
  {
    rung: "text-changed",
    given: "a stranger edited it after the label",
    requirement: { lastEdit: { by: STRANGER, at: at(2) } },
    commands: ["say 1", "label 1 +paused -building"],
  },
  {
    rung: "needs-human",
    given: "the label",
    requirement: { labels: ["nightshift", "nightshift:needs-human"] },
    commands: [],
  },
  {
    rung: "needs-human",
    given: "the label, on a requirement that is its own feature",
    requirement: {
      labels: ["nightshift", "nightshift:building", "nightshift:needs-human"],
      features: [],
      sticky: stickyOf(requirementBlock({ features: [{ ...LOG_IN, number: 1 }] })),
    },
    commands: [],
  },
  {
    rung: "complete",
    given: "open again after it was complete",
    requirement: { ...MERGED, labels: ["nightshift", "nightshift:complete"] },
    commands: [],
  },
  {
    rung: "planning",
    given: "a live planning run",
    requirement: UNPLANNED,
    snapshot: { runs: [runOf("code · issue 1", { live: true })] },
    commands: [],
  },
  {
    rung: "unplanned",
    given: "no plan",
    requirement: UNPLANNED,
    commands: ["label 1 +planning", "send start_project"],
  },
  {
    rung: "unplanned",
    given: "a plan of which one feature has no issue",
    requirement: { features: features("queued") },
    commands: ["label 1 +planning -building", "send start_project"],
  },
  {
    rung: "planning-deferred",
    given: "no plan, and a provider that asked to wait",
    requirement: { ...UNPLANNED, comments: [deferralOf(55)] },
    commands: ["label 1 +planning"],
  },
  {
    rung: "unplanned",
    given: "no plan, and a wait that is over",
    requirement: { ...UNPLANNED, comments: [deferralOf(49)] },
    commands: ["label 1 +planning", "send start_project"],
  },
  {
    rung: "unplanned",
    given: "no plan, and a retry after the provider asked to wait",
    requirement: {
      ...UNPLANNED,
      comments: [
        deferralOf(55, { createdAt: at(40) }),
        commentOf("/nightshift retry", { createdAt: at(45), handled: true }),
      ],
    },
    commands: ["label 1 +planning", "send start_project"],
  },
  {
    rung: "unplanned",
    given: "no plan, and a wait that somebody else wrote",
    requirement: { ...UNPLANNED, comments: [deferralOf(55, { author: WRITER })] },
    commands: ["label 1 +planning", "send start_project"],
  },
  {
    rung: "outside-hours",
    given: "no plan, and another part of the day",
    requirement: UNPLANNED,
    snapshot: { config: configOf({ hours: "22:00-07:00 UTC" }) },
    commands: [],
  },
  {
    rung: "unplanned",
    given: "no plan, and the right part of the day",
    requirement: UNPLANNED,
    snapshot: { config: configOf({ hours: "10:00-11:00 UTC" }) },
    commands: ["label 1 +planning", "send start_project"],
  },
  {
    rung: "outside-hours",
    given: "a feature that could start, and another part of the day",
    snapshot: { config: configOf({ hours: "22:00-07:00 UTC" }) },
    commands: [],
  },
  {
    rung: "planning-without-result",
    given: "three runs without a plan",
    requirement: UNPLANNED,
    snapshot: { runs: planRuns(3) },
    commands: ["say 1", "label 1 +needs-human"],
  },
  {
    rung: "unplanned",
    given: "three runs without a plan, and a retry after them",
    requirement: {
      ...UNPLANNED,
      comments: [commentOf("/nightshift retry", { createdAt: at(45), handled: true })],
    },
    snapshot: { runs: planRuns(3) },
    commands: ["label 1 +planning", "send start_project"],
  },
  {
    rung: "awaits-plan-approval",
    given: "approval.plan",
    snapshot: { config: configOf({ approval: { ...configOf().approval, plan: true } }) },
    commands: ["label 1 +awaiting-approval -building"],
  },
  {
    rung: "awaits-plan-approval",
    given: "approval.plan, and a person dropped a feature before they approved the rest",
    requirement: {
      sticky: stickyOf(requirementBlock({ features: [LOG_IN, { ...LOG_OUT, after: [] }] })),
      features: [featureIssue({ open: false }), featureIssue({ number: 4, nodeId: "I_4" })],
    },
    snapshot: { config: configOf({ approval: { ...configOf().approval, plan: true } }) },
    commands: ["label 1 +awaiting-approval -building"],
  },
  {
    rung: "next-feature",
    given: "approval.plan and an approval",
    requirement: { comments: [commentOf("/nightshift approve")] },
    snapshot: { config: configOf({ approval: { ...configOf().approval, plan: true } }) },
    commands: ["say 1 again", "send continue_next_feature"],
  },
  {
    rung: "awaits-plan-approval",
    given: "an approval by a stranger, an edited one and one before the plan",
    requirement: {
      comments: [
        commentOf("/nightshift approve", { createdAt: at(4) }),
        commentOf("/nightshift approve", { author: STRANGER }),
        commentOf("/nightshift approve", { edited: true }),
      ],
    },
    snapshot: { config: configOf({ approval: { ...configOf().approval, plan: true } }) },
    commands: ["label 1 +awaiting-approval -building"],
  },
  {
    rung: "all-features-over",
    given: "everything is merged",
    requirement: MERGED,
    commands: ["say 1 again", "say 1", "close 1 completed", "label 1 +complete -building"],
  },
  {
    rung: "all-features-over",
    given: "the last merge closed it before it was labelled",
    requirement: { ...MERGED, open: false },
    commands: ["say 1 again", "say 1", "label 1 +complete -building"],
  },
  {
    rung: "only-observed",
    given: "mode: observe",
    snapshot: { config: configOf({ mode: "observe" }) },
    commands: [],
  },
  {
    rung: "day-over-budget",
    given: "a feature that could start after the money of the day is spent",
    requirement: { sticky: stickyOf(requirementBlock({ costs: [{ ...COST, usd: 90, day: "2026-03-01" }] })) },
    snapshot: { config: configOf({ budget: { feature_usd: 20, requirement_usd: 100, day_usd: 80 } }) },
    commands: [],
  },
  {
    rung: "over-budget",
    given: "more money spent than is allowed",
    requirement: { sticky: stickyOf(requirementBlock({ costs: [COST] })) },
    commands: ["say 1", "label 1 +needs-human -building"],
  },
  {
    rung: "features-at-work",
    given: "an open pull request",
    requirement: { labels: ["nightshift", "nightshift:planning"] },
    snapshot: { pulls: [pullOf()] },
    commands: ["label 1 +building -planning"],
  },
  {
    rung: "features-at-work",
    given: "a live run that implements a feature",
    snapshot: { runs: [runOf("code · feature 3", { live: true })] },
    commands: [],
  },
  {
    rung: "feature-deferred",
    given: "a provider that asked to wait",
    requirement: {
      features: [featureIssue({ comments: [deferralOf(55)] }), featureIssue({ number: 4, nodeId: "I_4" })],
    },
    commands: [],
  },
  {
    rung: "feature-without-result",
    given: "three runs without a pull request",
    snapshot: { runs: featureRuns(3) },
    commands: ["say 3", "label 3 +needs-human -queued"],
  },
  {
    rung: "features-need-a-person",
    given: "the first feature needs a person and the second comes after it",
    requirement: { features: features("needs-human", "queued"), labels: ["nightshift"] },
    commands: ["label 1 +building"],
  },
  {
    rung: "features-need-a-person",
    given: "a person paused the only feature that is ready",
    requirement: {
      features: [
        featureIssue({ labels: ["nightshift:queued", "nightshift:paused"] }),
        featureIssue({ number: 4, nodeId: "I_4" }),
      ],
    },
    commands: [],
  },
];

function decide(row: Pick<Row, "requirement" | "snapshot">) {
  const requirement = requirementOf(row.requirement);
  const snapshot = snapshotOf({ requirements: [requirement], ...row.snapshot });
  return decideRequirement(requirementFactsOf(snapshot, requirement));
}

describe("the ladder of a requirement", () => {
  test.each(SHEET)("$rung: $given", (row) => {
    const decision = decide(row);
    expect({ rung: decision.rung, commands: said(decision.commands) }).toEqual({
      rung: row.rung,
      commands: row.commands,
    });
  });

  test("every rung has a row", () => {
    const shown = new Set(SHEET.map(({ rung }) => rung));
    expect(REQUIREMENT_LADDER.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
  });

  test("rung ids are unique", () => {
    expect(new Set(REQUIREMENT_LADDER.map(({ id }) => id)).size).toBe(REQUIREMENT_LADDER.length);
  });

  test("every rung that does nothing names what wakes it", () => {
    const asleep = SHEET.map(decide).filter(
      ({ commands, alarm }) => commands.length === 0 && alarm.kind === "acts",
    );
    expect(asleep.map(({ rung }) => rung)).toEqual([]);
  });

  test("whoever is killed after a comment does not say it again", () => {
    const comments = SHEET.flatMap((row) =>
      decide(row).commands.flatMap((command) =>
        command.do === "say" && command.id === undefined ? [{ row, command }] : [],
      ),
    );
    expect(comments.length).toBeGreaterThan(4);
    for (const { row, command } of comments) {
      const requirement = requirementOf(row.requirement);
      const heard = commentOf(command.body, { author: BOT });
      const withIt = <Place extends Pick<FeatureIssue, "number" | "comments">>(place: Place): Place =>
        place.number === command.number ? { ...place, comments: [...place.comments, heard] } : place;
      const again = decide({
        ...row,
        requirement: { ...withIt(requirement), features: requirement.features.map(withIt) },
      });
      expect(again.commands).not.toContainEqual(command);
    }
  });

  test("every decision says why in a sentence", () => {
    for (const row of SHEET) expect(decide(row).why).toMatch(/^[A-Z/][\s\S]{10,}\.$|^mode: .+\.$/);
  });
});

test("the next feature is the first that is ready in build order", () => {
  const [ready] = decide({
    requirement: upToDate({ features: features("merged", "queued") }),
  }).commands.filter((command) => command.do === "send");
  expect(ready).toEqual({
    do: "send",
    type: "continue_next_feature",
    from: "repo_manager",
    to: "coder",
    payload: { issue: 1, feature: LOG_OUT.number },
  });
});
