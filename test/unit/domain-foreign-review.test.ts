/** Pull requests that Nightshift did not open: which are reviewed, at whose word, and that nothing else ever happens to them. */
import { describe, expect, test } from "vitest";
import { decideAll } from "../../src/agents/merge/decide-all.ts";
import {
  decideForeignReview,
  FOREIGN_LADDER,
  foreignFactsOf,
} from "../../src/domain/decide/foreign-review.ts";
import { decidePeople, peopleToAsk } from "../../src/domain/decide/people.ts";
import { decideCodeWork, decideReviewWork, restsOfWork, stopLoop } from "../../src/domain/decide/work.ts";
import { HOP_LIMIT } from "../../src/domain/message.ts";
import { isOurs, type PullSnapshot, type RepositorySnapshot } from "../../src/domain/snapshot.ts";
import { type RunCost, withBlock } from "../../src/domain/state-block.ts";
import {
  APPROVAL,
  at,
  BOT,
  CUT_OFF,
  commentOf,
  configOf,
  deferralOf,
  HEAD,
  OLD,
  OTHER_BOT,
  ownReview,
  PULL_BLOCK,
  pullOf,
  runOf,
  STRANGER,
  said,
  snapshotOf,
  statusOf,
  WRITER,
} from "./domain-support.ts";

type Scope = "agents" | "labelled" | "all";
type World = Partial<Omit<RepositorySnapshot, "pulls">>;

const LABEL = "nightshift:review";
const REQUEST = `/nightshift review ${HEAD}`;
const BELL = { kind: "pull", pull: 7, head: HEAD } as const;
const NO_BOOKS = { run: 90, agent: "review", mode: "review", turns: 1, tokens: 1 } as const;

const scope = (value: Scope, change = {}) => {
  const { review, ...rest } = configOf(change);
  return { ...rest, review: { ...review, scope: value } };
};

/** A pull request of a person who may write, from a branch of the repository. */
const theirs = (change: Partial<PullSnapshot> = {}) =>
  pullOf({ author: WRITER, branch: "fix-typo", block: undefined, labels: [], statuses: [], ...change });
const world = (pull: Partial<PullSnapshot> = {}, change: World = {}) =>
  snapshotOf({ pulls: [theirs(pull)], config: scope("all"), ...change });
const asked = (change = {}) => [commentOf(REQUEST, change)];
const broken = (count: number, change = {}) =>
  Array.from({ length: count }, (_, run) =>
    runOf(`review · pull 7 · ${HEAD}`, { id: 600 + run, conclusion: "failure", ...change }),
  );
const costing = (usd: number, day = "2026-03-01"): RunCost => ({ ...NO_BOOKS, usd, day });
const booked = (cost: RunCost): PullSnapshot["booked"] => ({
  id: 70,
  body: withBlock("Runs", { v: 1, kind: "costs", costs: [cost] }),
  block: { v: 1, kind: "costs", costs: [cost] },
});
const reviewedBy = (cost: RunCost) =>
  ownReview("approved", {
    head: OLD,
    block: { v: 1, kind: "review", head: OLD, round: 1, verdict: "approved", unread: 0, cost },
  });

function decided(snapshot: RepositorySnapshot) {
  const [facts] = snapshot.pulls.flatMap((pull) => foreignFactsOf(snapshot, pull) ?? []);
  return facts && { facts, decision: decideForeignReview(facts) };
}

describe("who is why it is reviewed", () => {
  test.each<[string, Scope, Partial<PullSnapshot>, { by: string; asData: boolean } | undefined]>([
    ["scope all: a person's who may write", "all", {}, { by: "wanda", asData: false }],
    ["scope agents", "agents", {}, undefined],
    ["scope labelled, without the label", "labelled", {}, undefined],
    ["scope labelled, with it", "labelled", { labels: [LABEL] }, { by: "wanda", asData: false }],
    ["the label alone", "agents", { labels: [LABEL] }, undefined],
    ["somebody's who may not write", "all", { author: STRANGER }, undefined],
    ["another bot's, whatever a permission table says", "all", { author: OTHER_BOT }, undefined],
    ["another bot's with the label", "labelled", { author: OTHER_BOT, labels: [LABEL] }, undefined],
    ["one of ours without a requirement, such as a revert", "all", { author: BOT }, undefined],
    ["a fork's", "all", { fork: true }, undefined],
    ["a fork's with the label", "labelled", { fork: true, labels: [LABEL] }, undefined],
    ["a draft", "all", { draft: true }, undefined],
    ["a closed one", "all", { state: "closed", comments: asked() }, undefined],
    ["asked for", "agents", { comments: asked() }, { by: "wanda", asData: true }],
    [
      "asked for with seven digits",
      "agents",
      { comments: [commentOf(`/nightshift review ${HEAD.slice(0, 7)}`)] },
      { by: "wanda", asData: true },
    ],
    ["asked for on a fork", "all", { fork: true, comments: asked() }, { by: "wanda", asData: true }],
    ["asked for on a bot's", "all", { author: OTHER_BOT, comments: asked() }, { by: "wanda", asData: true }],
    ["asked for on a draft", "all", { draft: true, comments: asked() }, { by: "wanda", asData: true }],
    ["asked for where the settings cover it", "all", { comments: asked() }, { by: "wanda", asData: false }],
    ["asked for at another head", "agents", { head: OLD, comments: asked() }, undefined],
    ["asked for without a head", "agents", { comments: [commentOf("/nightshift review")] }, undefined],
    ["asked for by a stranger", "agents", { comments: asked({ author: STRANGER }) }, undefined],
    ["asked for by a bot", "agents", { comments: asked({ author: OTHER_BOT }) }, undefined],
    ["asked for by ourselves", "agents", { comments: asked({ author: BOT }) }, undefined],
    ["asked for in a comment that was edited", "agents", { comments: asked({ edited: true }) }, undefined],
    ["approved", "agents", { comments: [commentOf(`/nightshift approve ${HEAD}`)] }, undefined],
  ])("%s", (_given, value, pull, grant) => {
    expect(decided(world(pull, { config: scope(value) }))?.facts.grant).toEqual(grant);
  });

  test("a pull request of ours stays with its own ladder, asked for or not", () => {
    const snapshot = snapshotOf({ pulls: [pullOf({ comments: asked() })], config: scope("all") });
    expect(decided(snapshot)).toBeUndefined();
  });

  test("permissions are asked for where the settings cover it, and for who asks", () => {
    const people = (value: Scope, pull: Partial<PullSnapshot>) =>
      peopleToAsk({ ...world(pull, { config: scope(value) }), requirements: [] });
    const ann = { login: "ann", bot: false };
    expect(people("all", { author: ann })).toEqual(["ann"]);
    expect(people("all", { author: ann, fork: true })).toEqual([]);
    expect(people("agents", { author: ann })).toEqual([]);
    expect(people("labelled", { author: ann })).toEqual([]);
    expect(people("agents", { author: ann, fork: true, comments: asked() })).toEqual(["wanda"]);
  });
});

interface Row {
  rung: string;
  given: string;
  pull?: Partial<PullSnapshot>;
  world?: World;
  commands?: string[];
}

const SHEET: Row[] = [
  { rung: "unreviewed", given: "a head without a review", commands: ["send new_commits_pushed"] },
  {
    rung: "unreviewed",
    given: "a review of another head",
    pull: { reviews: [ownReview("approved", { head: OLD })] },
    commands: ["send new_commits_pushed"],
  },
  {
    rung: "unreviewed",
    given: "a review by somebody else that looks like ours",
    pull: { reviews: [{ ...ownReview("approved"), author: STRANGER }] },
    commands: ["send new_commits_pushed"],
  },
  {
    rung: "unreviewed",
    given: "somebody else's status",
    pull: { statuses: [statusOf({ creator: "wanda" })] },
    commands: ["send new_commits_pushed"],
  },
  {
    rung: "unreviewed",
    given: "a fork's head that was asked for, with a status of ours that another pull request gave it",
    pull: { fork: true, comments: asked(), statuses: [statusOf()] },
    commands: ["send new_commits_pushed"],
  },
  {
    rung: "unreviewed",
    given: "runs that broke before it was asked for again",
    pull: { fork: true, comments: asked({ createdAt: at(40) }) },
    world: { runs: broken(3, { createdAt: at(30) }) },
    commands: ["send new_commits_pushed"],
  },
  { rung: "paused", given: "the label paused", pull: { labels: ["nightshift:paused"] } },
  {
    rung: "verdict-unsaid",
    given: "a review of ours whose run was cut off before the status",
    pull: { reviews: [ownReview("changes")] },
    commands: ["status nightshift/review failure"],
  },
  {
    rung: "verdict-unsaid",
    given: "an approving one, with its run",
    pull: { reviews: [APPROVAL] },
    world: { runs: [CUT_OFF] },
    commands: ["status nightshift/review success"],
  },
  {
    rung: "reviewed",
    given: "an approving one that no run of the review agent stands behind",
    pull: { reviews: [APPROVAL] },
  },
  {
    rung: "reviewed",
    given: "a review of ours and its status",
    pull: { reviews: [ownReview("changes")], statuses: [statusOf({ state: "failure" })] },
  },
  { rung: "reviewed", given: "the status of a review with nothing new", pull: { statuses: [statusOf()] } },
  {
    rung: "reviewed",
    given: "a fork's head that was asked for and reviewed",
    pull: { fork: true, comments: asked(), reviews: [ownReview("comment")] },
  },
  {
    rung: "reviewer-at-work",
    given: "a live review run",
    world: { runs: [runOf(`review · pull 7 · ${HEAD}`, { live: true, conclusion: undefined })] },
  },
  { rung: "deferred", given: "a provider that asked to wait", pull: { comments: [deferralOf(55)] } },
  {
    rung: "review-without-result",
    given: "three runs that broke",
    world: { runs: broken(3) },
    commands: ["say 7"],
  },
  {
    rung: "review-without-result",
    given: "that and the comment",
    pull: { ask: askAt(HEAD, "review-without-result") },
    world: { runs: broken(3) },
  },
  {
    rung: "feature-over-budget",
    given: "reviews that cost what one pull request may",
    pull: { reviews: [reviewedBy(costing(12, "2026-02-27"))], booked: booked({ ...costing(8), run: 91 }) },
    commands: ["say 7"],
  },
  {
    rung: "day-over-budget",
    given: "a spent day",
    world: { config: scope("all", { budget: { ...configOf().budget, day_usd: 5 } }) },
    pull: { booked: booked(costing(5)) },
  },
  {
    rung: "day-over-budget",
    given: "a spent day, and somebody who asked",
    world: { config: scope("agents", { budget: { ...configOf().budget, day_usd: 5 } }) },
    pull: { comments: asked(), booked: booked(costing(5)) },
    commands: ["say 7"],
  },
];

function askAt(subject: string, rung: string): PullSnapshot["ask"] {
  return { id: 60, body: "", block: { rung, subject } };
}

describe("the ladder", () => {
  test.each(SHEET)("$rung: $given", ({ pull, world: change, rung, commands = [] }) => {
    const { decision } = decided(world(pull, change)) ?? {};
    expect([decision?.rung, said(decision?.commands ?? [])]).toEqual([rung, commands]);
    expect(decision?.why).toMatch(/^[\s\S]{10,}\.$/);
    if (commands.length === 0) expect(decision?.alarm.kind).not.toBe("acts");
  });

  test("every rung has its row", () => {
    expect(new Set(SHEET.map(({ rung }) => rung))).toEqual(new Set(FOREIGN_LADDER.map(({ id }) => id)));
  });
});

describe("the gate of the review agent", () => {
  test.each(SHEET)("opens for what the manager asks for, and for nothing else: $given", (row) => {
    const { rung, work } = decideReviewWork(world(row.pull, row.world), BELL);
    // The run that asks is itself the live one.
    const opens = row.rung === "unreviewed" || row.rung === "reviewer-at-work";
    expect([rung, work?.mode]).toEqual(opens ? ["review", "review"] : [row.rung, undefined]);
  });

  test("hears no message about an older head, and starts nothing in mode observe", () => {
    expect(decideReviewWork(world(), { ...BELL, head: OLD }).rung).toBe("stale");
    expect(decideReviewWork(world({}, { config: scope("all", { mode: "observe" }) }), BELL).rung).toBe(
      "only-observed",
    );
    expect(decideReviewWork(world({}, { config: scope("agents") }), BELL).rung).toBe("not-ours");
  });

  test("counts its rounds and gives what the tightest cap leaves", () => {
    const { work } = decideReviewWork(world({ reviews: [reviewedBy(costing(18))] }), BELL);
    if (work === undefined) throw new Error("there is no work");
    expect([work.round, restsOfWork(work)[0]]).toEqual([2, { cap: "feature_usd", left: 2, limit: 20 }]);
  });

  test("a conversation that does not end leaves no trace on it", () => {
    const thread = { correlationId: "b7e1c0de-0000-4000-8000-000000000001", hops: HOP_LIMIT };
    expect(stopLoop(decideReviewWork(world(), BELL), thread)).toMatchObject({
      rung: "hop-limit",
      work: undefined,
      commands: [],
    });
  });
});

test("the code agent has no work on it, and the manager asks for its review and nothing else", () => {
  const read: Partial<PullSnapshot> = {
    mergeable: "no",
    reviews: [ownReview("changes")],
    statuses: [statusOf({ state: "failure" })],
  };
  const wanted = [[{}, 1] as const, [{ fork: true, comments: asked() }, 1] as const, [read, 0] as const];
  for (const [pull, reviews] of wanted) {
    const snapshot = world(pull);
    expect(decideCodeWork(snapshot, BELL).work).toBeUndefined();
    expect(decideCodeWork(snapshot, { ...BELL, kind: "verify", base: OLD }).work).toBeUndefined();
    const about = decideAll(snapshot).filter(({ about: { kind } }) => kind !== "requirement");
    const commands = about.flatMap(({ decision }) => said(decision.commands));
    expect(commands).toEqual(Array.from({ length: reviews }, () => "send new_commits_pushed"));
  }
});

test("whatever the settings and whoever wrote it: nothing is labelled, merged, pushed or closed", () => {
  const done = new Set<string>();
  for (const value of ["agents", "labelled", "all"] as const)
    for (const fork of [false, true])
      for (const draft of [false, true])
        for (const author of [WRITER, STRANGER, OTHER_BOT, BOT])
          for (const labels of [[], [LABEL], ["nightshift:paused", LABEL]])
            for (const comments of [[], asked(), asked({ author: STRANGER }), asked({ edited: true })])
              for (const runs of [[], broken(3)])
                for (const block of [undefined, PULL_BLOCK]) {
                  const pull = theirs({ fork, draft, author, labels, comments, block });
                  const snapshot = world(pull, { config: scope(value), runs, requirements: [] });
                  if (isOurs(snapshot, pull)) continue;
                  for (const { decision } of decideAll(snapshot))
                    for (const command of decision.commands) done.add(command.do);
                  for (const command of decidePeople(snapshot, () => "")) done.add(command.do);
                }
  expect([...done].sort()).toEqual(["react", "say", "send"]);
});

describe("/nightshift review", () => {
  const answered = (body: string, pull: Partial<PullSnapshot> = {}, change = {}) =>
    decidePeople(world({ comments: [commentOf(body, change)], ...pull }), () => "");

  test.each<[string, string, Partial<PullSnapshot>, object, string[]]>([
    ["names the head", REQUEST, {}, {}, ["react ROCKET"]],
    ["names the head of a fork", REQUEST, { fork: true }, {}, ["react ROCKET"]],
    [
      "names it in capitals, shortly",
      `/nightshift review ${HEAD.slice(0, 7).toUpperCase()}`,
      {},
      {},
      ["react ROCKET"],
    ],
    ["names another head", `/nightshift review ${OLD}`, {}, {}, ["say 7", "react CONFUSED"]],
    ["names six digits", `/nightshift review ${HEAD.slice(0, 6)}`, {}, {}, ["say 7", "react CONFUSED"]],
    ["names none", "/nightshift review", {}, {}, ["say 7", "react CONFUSED"]],
    ["names a branch", "/nightshift review main", {}, {}, ["say 7", "react CONFUSED"]],
    ["is a stranger's", `/nightshift review ${OLD}`, {}, { author: STRANGER }, ["react CONFUSED"]],
    ["was edited", REQUEST, {}, { edited: true }, ["react CONFUSED"]],
    ["was handled", `/nightshift review ${OLD}`, {}, { handled: true }, []],
    ["is another command", "/nightshift approve", {}, {}, []],
    ["is on a closed one", "/nightshift review", { state: "closed" }, {}, []],
  ])("that %s", (_given, body, pull, change, expected) => {
    expect(said(answered(body, pull, change))).toEqual(expected);
  });

  test("is answered with the head as it is now", () => {
    const [answer] = answered(`/nightshift review ${OLD}`);
    expect(answer).toMatchObject({
      do: "say",
      body: expect.stringContaining(`\`/nightshift review ${HEAD}\``),
    });
  });
});
