/** What happens after a merge: the ladders of what landed and of its revert, and what the code agent's gate makes of their messages. */
import { describe, expect, test } from "vitest";
import { type BaseRecord, parseBaseRecord, renderBaseRecord } from "../../src/domain/base-ci.ts";
import { decideLanded, isQuiet, LANDED_LADDER, revertDue } from "../../src/domain/decide/after-merge.ts";
import { decideMergePull } from "../../src/domain/decide/merge-pull.ts";
import { decideRequirement } from "../../src/domain/decide/merge-requirement.ts";
import { decideRevert, REVERT_LADDER, revertFactsOf } from "../../src/domain/decide/revert.ts";
import { undoRefusal } from "../../src/domain/decide/say.ts";
import { type Doorbell, decideCodeWork } from "../../src/domain/decide/work.ts";
import { landedFactsOf, laneClosedBy } from "../../src/domain/landed-facts.ts";
import { type MergeRecord, renderTrailers } from "../../src/domain/merge-record.ts";
import { factsOf } from "../../src/domain/pull-facts.ts";
import { requirementFactsOf } from "../../src/domain/requirement-facts.ts";
import type {
  CiRun,
  CommentSnapshot,
  LandedSnapshot,
  PullSnapshot,
  RepositorySnapshot,
  RunSnapshot,
  StatusSnapshot,
} from "../../src/domain/snapshot.ts";
import {
  at,
  BASE,
  BOT,
  BUILD_RUN,
  commentOf,
  configOf,
  featureIssue,
  HEAD,
  MOVED,
  OLD,
  PULL_BLOCK,
  pullOf,
  REVIEW_RUN,
  requirementOf,
  runOf,
  STRANGER,
  said,
  snapshotOf,
  statusOf,
} from "./domain-support.ts";

const SHA = "1".repeat(40);
const TREE = "e".repeat(40);
const RECORD: MergeRecord = {
  pull: 7,
  head: HEAD,
  feature: 3,
  requirement: 1,
  base: BASE,
  tree: TREE,
  verified: 101,
  verdict: { is: "approved", run: 102 },
  risks: [],
  cost: { usd: 0, runs: 1 },
};
const RUN = "https://github.com/o/r/actions/runs/300";
const PROVED = statusOf({ context: "nightshift/merge", description: `proved: tree ${TREE}`, targetUrl: RUN });
const WRONG = statusOf({ context: "nightshift/merge", state: "failure", targetUrl: RUN, createdAt: at(20) });
const verified = (state: "success" | "failure", base = SHA): StatusSnapshot =>
  statusOf({
    context: "nightshift/verify",
    state,
    description: `${state === "success" ? "passed" : "failed"} on ${base}: 1 command`,
    targetUrl: RUN,
    createdAt: at(20),
  });
const verifyRuns = (count: number, head = SHA, change: Partial<RunSnapshot> = {}): RunSnapshot[] =>
  Array.from({ length: count }, (_, index) =>
    runOf(`verify · pull 7 · ${head}`, { id: 700 + index, ...change }),
  );
const revertRun = (change: Partial<RunSnapshot>) => runOf(`code · pull 7 · ${SHA}`, change);
const RED_BEFORE = { sha: MOVED, statuses: [verified("failure", MOVED)] };
const GREEN_BEFORE = { sha: MOVED, statuses: [verified("success", MOVED)] };
const UNKNOWN_BEFORE = { sha: MOVED, statuses: [] };

function landedOf(change: Partial<LandedSnapshot> = {}): LandedSnapshot {
  const message = `Log in (#7)\n\nAdds a page.\n\n${renderTrailers(RECORD)}`;
  return { sha: SHA, message, statuses: [PROVED], parent: { sha: BASE, statuses: [] }, runs: [], ...change };
}

const revertOf = (change: Partial<PullSnapshot> = {}): PullSnapshot =>
  pullOf({
    number: 8,
    nodeId: "PR_8",
    title: "Revert: Log in",
    block: undefined,
    revert: { v: 1, kind: "revert", requirement: 1, pulls: [7], why: "red" },
    branch: "nightshift/revert-7",
    labels: [],
    statuses: [{ ...verified("success", BASE), targetUrl: "https://github.com/o/r/actions/runs/101" }],
    ...change,
  });

interface Given {
  landed?: Partial<LandedSnapshot>;
  pull?: Partial<PullSnapshot>;
  others?: PullSnapshot[];
  runs?: RunSnapshot[];
  comments?: CommentSnapshot[];
  snapshot?: Partial<RepositorySnapshot>;
}

function world({ landed, pull, others = [], runs = [], comments = [], snapshot }: Given): RepositorySnapshot {
  return snapshotOf({
    requirements: [
      requirementOf({
        comments,
        features: [featureIssue({ open: false, labels: ["nightshift:merged"] }), featureIssue({ number: 4 })],
      }),
    ],
    pulls: [
      pullOf({
        state: "merged",
        labels: ["nightshift:merged"],
        mergeCommit: SHA,
        landed: landedOf(landed),
        ...pull,
      }),
      ...others,
    ],
    runs: [REVIEW_RUN, BUILD_RUN, ...runs],
    ...snapshot,
  });
}

function landedIn(snapshot: RepositorySnapshot) {
  const facts = landedFactsOf(snapshot, snapshot.pulls[0] ?? pullOf());
  if (facts === undefined) throw new Error("it landed");
  return facts;
}

/** The settings start a workflow after each merge, and nothing follows this one. */
const DISPATCHING = {
  config: configOf({ after_merge: { verify: "moved", dispatch: ["deploy.yml"] } }),
  base: { branch: "main", head: SHA },
} as const;
const noted = (record: BaseRecord, change: Partial<StatusSnapshot> = {}): StatusSnapshot =>
  statusOf({
    context: "nightshift/base/deploy.yml",
    state: record.kind === "passed" ? "success" : record.kind === "started" ? "pending" : "failure",
    description: renderBaseRecord(record),
    targetUrl: RUN,
    createdAt: at(20),
    ...change,
  });
const STARTED = { kind: "started", run: 55, seen: undefined } as const;
const BROKEN = { kind: "failed", run: 55, greenBefore: true } as const;
const RUN_55: CiRun = {
  id: 55,
  attempt: 1,
  state: "failed",
  failedAt: at(25),
  mirrored: undefined,
  jobs: [],
};

const RED: Given = { landed: { parent: GREEN_BEFORE, statuses: [PROVED, verified("failure")] } };

/** Rungs on which the next merge may come: what landed is right, or a person has seen to it, or it was wrong before. */
const OPEN = new Set([
  "base-unwatched",
  "seen-to",
  "base-red-before",
  "base-ci-unstarted",
  "base-ci-running",
  "base-ci-ended",
  "base-ci-stays-red",
  "base-ci-unfit",
]);

/** The base: proved, on the base that was verified. Each row changes what it is about. */
const SHEET: { rung: string; given: string; world: Given; commands: string[] }[] = [
  { rung: "base-unwatched", given: "proved on the base that was verified", world: {}, commands: [] },
  {
    rung: "unproved",
    given: "no proof, because a run was killed",
    world: { landed: { statuses: [] } },
    commands: ["prove 1111111"],
  },
  {
    rung: "unproved",
    given: "a proof that somebody else set",
    world: { landed: { statuses: [{ ...PROVED, creator: "mallory" }] } },
    commands: ["prove 1111111"],
  },
  {
    rung: "wrong-tree",
    given: "a proof that failed",
    world: { landed: { statuses: [WRONG] } },
    commands: ["say 7", "send revert_requested"],
  },
  {
    rung: "revert-in-work",
    given: "a wrong tree and a live run",
    world: { landed: { statuses: [WRONG] }, runs: [revertRun({ live: true })] },
    commands: [],
  },
  {
    rung: "revert-without-result",
    given: "a wrong tree and three broken runs",
    world: {
      landed: { statuses: [WRONG] },
      runs: [1, 2, 3].map((id) => revertRun({ id, conclusion: "failure" })),
    },
    commands: ["say 7"],
  },
  {
    rung: "revert-impossible",
    given: "a wrong tree that cannot be taken back",
    world: {
      landed: { statuses: [WRONG] },
      pull: {
        ask: { id: 1, body: "", block: { rung: "revert-impossible", subject: HEAD } },
      },
    },
    commands: [],
  },
  {
    rung: "revert-open",
    given: "a wrong tree and an open revert",
    world: { landed: { statuses: [WRONG] }, others: [revertOf()] },
    commands: [],
  },
  {
    rung: "seen-to",
    given: "a wrong tree whose revert a person closed",
    world: { landed: { statuses: [WRONG] }, others: [revertOf({ state: "closed" })] },
    commands: [],
  },
  {
    rung: "seen-to",
    given: "a wrong tree, and a retry after it was found",
    world: {
      landed: { statuses: [WRONG] },
      comments: [commentOf("/nightshift retry", { createdAt: at(30) })],
    },
    commands: [],
  },
  {
    rung: "wrong-tree",
    given: "a wrong tree, and a retry before it was found or by a stranger",
    world: {
      landed: { statuses: [WRONG] },
      comments: [
        commentOf("/nightshift retry", { createdAt: at(10) }),
        commentOf("/nightshift retry", { createdAt: at(30), author: STRANGER }),
      ],
    },
    commands: ["say 7", "send revert_requested"],
  },
  {
    rung: "base-unverified",
    given: "another parent than the one that was verified",
    world: { landed: { parent: UNKNOWN_BEFORE } },
    commands: ["send verify_requested"],
  },
  {
    rung: "base-unverified",
    given: "after_merge.verify: always",
    world: { snapshot: { config: configOf({ after_merge: { verify: "always", dispatch: [] } }) } },
    commands: ["send verify_requested"],
  },
  {
    rung: "base-ci-unstarted",
    given: "a workflow that is started after each merge",
    world: { snapshot: DISPATCHING },
    commands: ["start-on-base deploy.yml"],
  },
  {
    rung: "base-ci-unstarted",
    given: "a note by somebody else",
    world: {
      landed: { statuses: [PROVED, noted({ kind: "passed", run: 55 }, { creator: STRANGER.login })] },
      snapshot: DISPATCHING,
    },
    commands: ["start-on-base deploy.yml"],
  },
  {
    rung: "base-unwatched",
    given: "something that follows the merge on the base, before the workflow was started",
    world: { snapshot: { config: DISPATCHING.config } },
    commands: [],
  },
  {
    rung: "base-unwatched",
    given: "a merge into the branch of a requirement",
    world: { pull: { base: { branch: "nightshift/requirement-1", head: SHA } }, snapshot: DISPATCHING },
    commands: [],
  },
  {
    rung: "base-ci-running",
    given: "a run that has not ended",
    world: {
      landed: { statuses: [PROVED, noted(STARTED)], runs: [{ ...RUN_55, state: "pending" }] },
      snapshot: DISPATCHING,
    },
    commands: [],
  },
  {
    rung: "base-ci-running",
    given: "a run that goes once more, and is still shown as it was",
    world: {
      landed: { statuses: [PROVED, noted({ ...STARTED, seen: 1 })], runs: [RUN_55] },
      snapshot: DISPATCHING,
    },
    commands: [],
  },
  {
    rung: "base-ci-running",
    given: "a run that nobody finds: no run is no green one",
    world: { landed: { statuses: [PROVED, noted(STARTED)] }, snapshot: DISPATCHING },
    commands: [],
  },
  {
    rung: "base-unverified",
    given: "a run that goes on, on a base that moved",
    world: {
      landed: { parent: UNKNOWN_BEFORE, statuses: [PROVED, noted(STARTED)] },
      snapshot: DISPATCHING,
    },
    commands: ["send verify_requested"],
  },
  {
    rung: "base-ci-ended",
    given: "a run that ended",
    world: { landed: { statuses: [PROVED, noted(STARTED)], runs: [RUN_55] }, snapshot: DISPATCHING },
    commands: ["settle-on-base deploy.yml"],
  },
  {
    rung: "base-ci-ended",
    given: "a second attempt that ended",
    world: {
      landed: { statuses: [PROVED, noted({ ...STARTED, seen: 1 })], runs: [{ ...RUN_55, attempt: 2 }] },
      snapshot: DISPATCHING,
    },
    commands: ["settle-on-base deploy.yml"],
  },
  {
    rung: "base-unwatched",
    given: "a run that passed",
    world: { landed: { statuses: [PROVED, noted({ kind: "passed", run: 55 })] }, snapshot: DISPATCHING },
    commands: [],
  },
  {
    rung: "base-ci-red",
    given: "a run that failed twice, and was green before",
    world: { landed: { statuses: [PROVED, noted(BROKEN)] }, snapshot: DISPATCHING },
    commands: ["say 3", "say 7", "send revert_requested"],
  },
  {
    rung: "base-ci-stays-red",
    given: "a run that failed twice, and of which nothing is known before",
    world: {
      landed: { statuses: [PROVED, noted({ ...BROKEN, greenBefore: false })] },
      snapshot: DISPATCHING,
    },
    commands: ["say 7"],
  },
  {
    rung: "base-ci-unfit",
    given: "a workflow that GitHub does not start",
    world: {
      landed: { statuses: [PROVED, noted({ kind: "refused", why: "there is no such file" })] },
      snapshot: DISPATCHING,
    },
    commands: ["say 7"],
  },
  {
    rung: "seen-to",
    given: "a run that failed twice, and a person's retry after it",
    world: {
      landed: { statuses: [PROVED, noted(BROKEN)] },
      comments: [commentOf("/nightshift retry", { createdAt: at(30) })],
      snapshot: DISPATCHING,
    },
    commands: [],
  },
  {
    rung: "base-unwatched",
    given: "after_merge.verify: never, on another parent",
    world: {
      landed: { parent: UNKNOWN_BEFORE },
      snapshot: { config: configOf({ after_merge: { verify: "never", dispatch: [] } }) },
    },
    commands: [],
  },
  {
    rung: "base-in-verification",
    given: "another parent, and a live verify run",
    world: { landed: { parent: UNKNOWN_BEFORE }, runs: verifyRuns(1, SHA, { live: true }) },
    commands: [],
  },
  {
    rung: "base-without-result",
    given: "another parent, and verify runs that broke off",
    world: { landed: { parent: UNKNOWN_BEFORE }, runs: verifyRuns(3, SHA, { conclusion: "failure" }) },
    commands: ["say 7"],
  },
  {
    rung: "base-unwatched",
    given: "another parent, and it is green",
    world: { landed: { parent: UNKNOWN_BEFORE, statuses: [PROVED, verified("success")] } },
    commands: [],
  },
  {
    rung: "base-red-once",
    given: "red after one run",
    world: { ...RED, runs: verifyRuns(1) },
    commands: ["send verify_requested"],
  },
  {
    rung: "before-unknown",
    given: "red twice, and nobody knows how it was before",
    world: {
      landed: { parent: UNKNOWN_BEFORE, statuses: [PROVED, verified("failure")] },
      runs: verifyRuns(2),
    },
    commands: ["send verify_requested"],
  },
  {
    rung: "base-red",
    given: "red twice, and green before",
    world: { ...RED, runs: verifyRuns(2) },
    commands: ["say 7", "send revert_requested"],
  },
  {
    rung: "base-red-before",
    given: "red twice, and red before",
    world: {
      landed: { parent: RED_BEFORE, statuses: [PROVED, verified("failure")] },
      runs: verifyRuns(2),
    },
    commands: ["say 7"],
  },
];

describe("the ladder of what landed", () => {
  test.each(SHEET)("$rung: $given", ({ rung, world: given, commands }) => {
    const decision = decideLanded(landedIn(world(given)));
    expect({ rung: decision.rung, commands: said(decision.commands) }).toEqual({ rung, commands });
    expect(decision.why).toMatch(/^[A-Z][\s\S]{10,}\.$/);
    if (commands.length === 0) expect(decision.alarm.kind).not.toBe("acts");
  });

  test("every rung has a row", () => {
    const shown = new Set(SHEET.map(({ rung }) => rung));
    expect(LANDED_LADDER.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
  });

  test("what was merged without a record of ours is nobody's business", () => {
    const snapshot = world({ landed: { message: "Log in (#7)" } });
    expect(landedFactsOf(snapshot, snapshot.pulls[0] ?? pullOf())).toBeUndefined();
  });

  test("the lane is closed exactly while something is not known to be right", () => {
    for (const { rung, given, world: change } of SHEET) {
      const open = OPEN.has(rung);
      expect({ given, closed: laneClosedBy(world(change), "main")?.pull.number }).toEqual({
        given,
        closed: open ? undefined : 7,
      });
      expect(laneClosedBy(world(change), "other")).toBeUndefined();
    }
  });

  test("a closed lane merges nothing and starts nothing; a quiet one is not mentioned", () => {
    const waiting = pullOf({ number: 9, block: { ...PULL_BLOCK, feature: 4, key: "log-out" } });
    const closed = world({ landed: { statuses: [WRONG] }, others: [waiting] });
    expect(decideMergePull(factsOf(closed, waiting)).rung).toBe("lane-closed");
    const idle = world({ landed: { statuses: [WRONG] } });
    const [requirement = requirementOf()] = idle.requirements;
    expect(decideRequirement(requirementFactsOf(idle, requirement)).rung).toBe("lane-closed");
    expect(isQuiet(decideLanded(landedIn(world({}))))).toBe(true);
  });
});

interface RevertRow {
  rung: string;
  given: string;
  revert: Partial<PullSnapshot>;
  others?: PullSnapshot[];
  auto?: boolean;
  snapshot?: Partial<RepositorySnapshot>;
  commands: string[];
}

const LANDED_REVERT = { state: "merged", landed: undefined } as const;
const REVERTS: RevertRow[] = [
  { rung: "revert-waits", given: "an open revert", revert: {}, commands: [] },
  { rung: "revert-over", given: "closed by a person", revert: { state: "closed" }, commands: [] },
  {
    rung: "revert-over",
    given: "merged, and everything is done",
    revert: { ...LANDED_REVERT, labels: ["nightshift:merged"] },
    commands: [],
  },
  {
    rung: "revert-landed",
    given: "merged",
    revert: LANDED_REVERT,
    commands: ["reopen 3", "label 3 +queued -merged", "delete nightshift/revert-7", "label 8 +merged"],
  },
  {
    rung: "revert-landed",
    given: "merged, and it was an undo",
    revert: {
      ...LANDED_REVERT,
      revert: { v: 1, kind: "revert", requirement: 1, pulls: [7], why: "undo", asked: 900 },
    },
    commands: [
      "reopen 3",
      "label 3 +queued -merged",
      "say 1",
      "label 1 +paused -building",
      "delete nightshift/revert-7",
      "label 8 +merged",
    ],
  },
  { rung: "revert-by-itself", given: "auto_revert", revert: {}, auto: true, commands: ["merge 8"] },
  {
    rung: "revert-waits",
    given: "auto_revert, and the base moved since",
    revert: { base: { branch: "main", head: MOVED } },
    auto: true,
    commands: [],
  },
  {
    rung: "revert-waits",
    given: "auto_revert, and an undo",
    revert: { revert: { v: 1, kind: "revert", requirement: 1, pulls: [7], why: "undo" } },
    auto: true,
    commands: [],
  },
  {
    rung: "revert-waits",
    given: "auto_revert, and a verification that no run of ours stands behind",
    revert: { statuses: [{ ...verified("success", BASE), targetUrl: RUN }] },
    auto: true,
    commands: [],
  },
  {
    rung: "revert-waits",
    given: "auto_revert with mode: propose",
    revert: {},
    auto: true,
    snapshot: { config: configOf({ auto_revert: true, mode: "propose" }) },
    commands: [],
  },
];

describe("the ladder of a revert", () => {
  test.each(REVERTS)("$rung: $given", ({ rung, revert, auto = false, snapshot, commands }) => {
    const seen = world({
      ...RED,
      others: [revertOf(revert)],
      snapshot: { config: configOf({ auto_revert: auto }), ...snapshot },
    });
    const facts = revertFactsOf(seen, seen.pulls[1] ?? pullOf());
    if (facts === undefined) throw new Error("it is a revert");
    const decision = decideRevert(facts);
    expect({ rung: decision.rung, commands: said(decision.commands) }).toEqual({
      rung,
      commands,
    });
  });

  test("every rung has a row", () => {
    const shown = new Set(REVERTS.map(({ rung }) => rung));
    expect(REVERT_LADDER.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
  });

  test("a feature that was taken back as often as is allowed waits for a person", () => {
    const before = [20, 21].map((number) =>
      revertOf({ ...LANDED_REVERT, number, labels: ["nightshift:merged"] }),
    );
    const seen = world({ ...RED, others: [...before, revertOf({ ...LANDED_REVERT, number: 30 })] });
    const facts = revertFactsOf(seen, seen.pulls[3] ?? pullOf());
    expect(facts && said(decideRevert(facts).commands)).toContain("label 3 +needs-human -merged");
  });

  test("what somebody else opened is no revert of ours", () => {
    const seen = world({});
    expect(revertFactsOf(seen, revertOf({ author: STRANGER }))).toBeUndefined();
    expect(revertFactsOf(seen, revertOf({ fork: true }))).toBeUndefined();
  });

  test("a feature that was taken back is built anew", () => {
    const taken = world({ others: [revertOf({ ...LANDED_REVERT, labels: ["nightshift:merged"] })] });
    const [requirement = requirementOf()] = taken.requirements;
    const reopened = {
      ...taken,
      requirements: [
        { ...requirement, features: [featureIssue(), featureIssue({ number: 4, nodeId: "I_4" })] },
      ],
    };
    const facts = requirementFactsOf(reopened, reopened.requirements[0] ?? requirement);
    expect(facts.features.map(({ progress }) => progress)).toEqual(["queued", "queued"]);
    expect(decideRequirement(facts).rung).toBe("next-feature");
  });
});

describe("undo", () => {
  const UNDO = commentOf("/nightshift undo", { id: 900 });
  const undo = (given: Given) => {
    const seen = world(given);
    const decision = decideRequirement(requirementFactsOf(seen, seen.requirements[0] ?? requirementOf({})));
    return { rung: decision.rung, commands: said(decision.commands) };
  };
  const ASKED = { rung: "undo-asked", commands: ["send revert_requested"] };
  const UNDONE = revertOf({
    revert: { v: 1, kind: "revert", requirement: 1, pulls: [7], why: "undo", asked: 900 },
  });

  test.each<[string, Given, { rung: string; commands: string[] }]>([
    ["asked for by a writer", { comments: [UNDO] }, ASKED],
    [
      "asked for by a stranger",
      { comments: [{ ...UNDO, author: STRANGER }] },
      { rung: "next-feature", commands: ["say 1 again", "send continue_next_feature"] },
    ],
    [
      "asked for in a comment that was edited",
      { comments: [{ ...UNDO, edited: true }] },
      { rung: "next-feature", commands: ["say 1 again", "send continue_next_feature"] },
    ],
    [
      "while a run is at it",
      { comments: [UNDO], runs: [revertRun({ live: true, createdAt: at(45) })] },
      { rung: "undo-in-work", commands: [] },
    ],
    [
      "when nothing is merged",
      { comments: [UNDO], pull: { state: "open", landed: undefined } },
      { rung: "undo-refused", commands: ["say 1"] },
    ],
    [
      "after three broken runs",
      {
        comments: [UNDO],
        runs: [1, 2, 3].map((id) => revertRun({ id, conclusion: "failure", createdAt: at(45) })),
      },
      { rung: "undo-refused", commands: ["say 1"] },
    ],
    [
      "that has its pull request",
      { comments: [UNDO], others: [UNDONE] },
      { rung: "next-feature", commands: ["say 1 again", "send continue_next_feature"] },
    ],
    [
      "that was refused",
      { comments: [UNDO, commentOf(undoRefusal(900, "No."), { id: 901, author: BOT })] },
      { rung: "next-feature", commands: ["say 1 again", "send continue_next_feature"] },
    ],
    ["asked for once more", { comments: [UNDO, { ...UNDO, id: 902 }], others: [UNDONE] }, ASKED],
  ])("%s", (_, given, expected) => {
    expect(undo(given)).toEqual(expected);
  });
});

describe("the gate of the code agent, after a merge", () => {
  const gate = (given: Given, bell: Doorbell) => {
    const { rung, work } = decideCodeWork(world(given), bell);
    return { rung, mode: work?.mode, landed: work?.landed, revert: work?.revert };
  };
  const idle = (rung: string) => ({ rung, mode: undefined, landed: undefined, revert: undefined });
  const REVERT = { kind: "pull", pull: 7, head: SHA } as const;
  const own = revertRun({ live: true });

  test.each<[string, Given, Doorbell, object]>([
    ["nothing is wrong", {}, REVERT, idle("right")],
    [
      "a wrong tree, asked for by the run that looks",
      { landed: { statuses: [WRONG] }, runs: [own] },
      REVERT,
      { rung: "revert", mode: "revert", landed: undefined, revert: { why: "tree", commit: SHA } },
    ],
    [
      "red twice",
      { ...RED, runs: [...verifyRuns(2), own] },
      REVERT,
      { rung: "revert", mode: "revert", landed: undefined, revert: { why: "red", commit: SHA } },
    ],
    ["another commit", { landed: { statuses: [WRONG] } }, { ...REVERT, head: OLD }, idle("stale")],
    ["a forged undo", {}, { ...REVERT, undo: 1 }, idle("not-asked")],
    [
      "an undo",
      { comments: [commentOf("/nightshift undo", { id: 900 })] },
      { ...REVERT, undo: 1 },
      {
        rung: "undo",
        mode: "revert",
        landed: undefined,
        revert: { why: "undo", commit: SHA, asked: 900, by: "wanda" },
      },
    ],
    [
      "a verification that nothing waits for",
      {},
      { kind: "verify", pull: 7, head: SHA, base: SHA },
      idle("verified"),
    ],
    [
      "a verification of the base as it is now",
      { landed: { parent: UNKNOWN_BEFORE }, runs: verifyRuns(1, SHA, { live: true }) },
      { kind: "verify", pull: 7, head: SHA, base: SHA },
      { rung: "base-unverified", mode: "verify", landed: SHA, revert: undefined },
    ],
    [
      "a verification of another commit",
      { landed: { parent: UNKNOWN_BEFORE } },
      { kind: "verify", pull: 7, head: OLD, base: OLD },
      idle("verified"),
    ],
    [
      "mode: observe",
      { landed: { statuses: [WRONG] }, snapshot: { config: configOf({ mode: "observe" }) } },
      REVERT,
      idle("only-observed"),
    ],
  ])("%s", (_, given, bell, expected) => {
    expect(gate(given, bell)).toEqual(expected);
  });

  test("asks for a revert exactly where the ladder does", () => {
    for (const { rung, world: given } of SHEET) {
      const due = { "wrong-tree": "tree", "base-red": "red", "base-ci-red": "red" }[rung];
      expect({ rung, due: revertDue(landedIn(world(given))) }).toEqual({ rung, due });
    }
  });
});

describe("workflows that are started on the base", () => {
  test.each<BaseRecord>([
    STARTED,
    { ...STARTED, seen: 1 },
    { kind: "passed", run: 55 },
    BROKEN,
    { ...BROKEN, greenBefore: false },
    { kind: "refused", why: "there is no such file" },
  ])("what is noted is read again: $kind", (record) => {
    expect(parseBaseRecord(renderBaseRecord(record))).toEqual(record);
  });

  test("other words are no note", () => {
    expect(parseBaseRecord("run 55 passed well")).toBeUndefined();
  });

  test("only what broke the base closes its lane", () => {
    const closes = (record: BaseRecord) =>
      laneClosedBy(
        world({ landed: { statuses: [PROVED, noted(record)] }, snapshot: DISPATCHING }),
        "main",
      ) !== undefined;
    expect([STARTED, { ...BROKEN, greenBefore: false }, BROKEN].map(closes)).toEqual([false, false, true]);
  });

  test("what broke the base is taken back by the code agent's gate too, which reads no run", () => {
    expect(
      revertDue(landedIn(world({ landed: { statuses: [PROVED, noted(BROKEN)] }, snapshot: DISPATCHING }))),
    ).toBe("red");
  });

  test("a revert that we merged starts them, and one that a person merged does not", () => {
    const merged = (message: string) => {
      const revert = revertOf({
        state: "merged",
        labels: [],
        landed: landedOf({ sha: SHA, message }),
        base: { branch: "main", head: SHA },
      });
      const facts = revertFactsOf(world({ others: [revert], snapshot: DISPATCHING }), revert);
      return facts === undefined ? [] : said(decideRevert(facts).commands);
    };
    const record = renderTrailers({ ...RECORD, pull: 8 });
    expect(merged(`Revert\n\n${record}`)).toContain("start-on-base deploy.yml");
    expect(merged("Revert")).not.toContain("start-on-base deploy.yml");
  });
});
