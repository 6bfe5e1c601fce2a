/** Whose word counts: authorisations, approvals, and statuses that only our own runs may set. */
import { describe, expect, test } from "vitest";
import { factsOf } from "../../src/domain/pull-facts.ts";
import { authorisationOf } from "../../src/domain/requirement-facts.ts";
import type { PullSnapshot, RepositorySnapshot, RequirementSnapshot } from "../../src/domain/snapshot.ts";
import {
  at,
  BASE,
  BOT,
  BUILD_RUN,
  commentOf,
  HEAD,
  OLD,
  OTHER_BOT,
  ownReview,
  pullOf,
  REVIEW_RUN,
  REVIEWED,
  readySnapshot,
  requirementOf,
  reviewOf,
  runOf,
  STRANGER,
  snapshotOf,
  VERIFIED,
  WRITER,
} from "./domain-support.ts";

function facts(pull: Partial<PullSnapshot>, change: Partial<RepositorySnapshot> = {}) {
  const snapshot = readySnapshot(pull, change);
  return factsOf(snapshot, snapshot.pulls[0] ?? pullOf(pull));
}

describe("a requirement is authorised", () => {
  const authorised = (by = WRITER.login) => ({ state: "authorised", by });
  const none = { state: "none" };
  const start = (change = {}) => commentOf("/nightshift start", { createdAt: at(10), ...change });

  test.each<[string, Partial<RequirementSnapshot>, unknown]>([
    ["by the label of a writer", {}, authorised()],
    ["not without the label", { labels: [], comments: [start()] }, none],
    ["not by a stranger's label", { labelled: { by: STRANGER, at: at(1) } }, none],
    [
      "not by a bot's label, whatever the permission table says",
      { labelled: { by: OTHER_BOT, at: at(1) } },
      none,
    ],
    [
      "by a writer's start after a stranger's label",
      { labelled: { by: STRANGER, at: at(1) }, comments: [start()] },
      authorised(),
    ],
    ["not by a stranger's start", { labelled: undefined, comments: [start({ author: STRANGER })] }, none],
    ["not by an edited start", { labelled: undefined, comments: [start({ edited: true })] }, none],
    [
      "not by a comment that only mentions the command",
      { labelled: undefined, comments: [start({ body: "try /nightshift start" })] },
      none,
    ],
    [
      "by us for an issue that we opened for a person's text",
      { author: BOT, labelled: { by: BOT, at: at(1) } },
      authorised(BOT.login),
    ],
    ["not by us for an issue of somebody else", { labelled: { by: BOT, at: at(1) } }, none],
    ["still, after a writer's edit", { lastEdit: { by: WRITER, at: at(2) } }, authorised()],
    [
      "still, after a stranger's edit before the label",
      { lastEdit: { by: STRANGER, at: at(0) } },
      authorised(),
    ],
    [
      "no longer, after a stranger's edit",
      { lastEdit: { by: STRANGER, at: at(2) } },
      { state: "text-changed", by: "stan" },
    ],
    [
      "no longer, after a stranger's edit in the same second",
      { lastEdit: { by: STRANGER, at: at(1) } },
      { state: "text-changed", by: "stan" },
    ],
    [
      "no longer, after a bot's edit",
      { lastEdit: { by: OTHER_BOT, at: at(2) } },
      { state: "text-changed", by: "renovate[bot]" },
    ],
    [
      "again, after a writer's start",
      { lastEdit: { by: STRANGER, at: at(2) }, comments: [start()] },
      authorised(),
    ],
    [
      "not again by a start before the edit",
      { lastEdit: { by: STRANGER, at: at(20) }, comments: [start()] },
      { state: "text-changed", by: "stan" },
    ],
  ])("%s", (_given, requirement, expected) => {
    expect(authorisationOf(snapshotOf(), requirementOf(requirement))).toEqual(expected);
  });

  test("not by somebody who lost the permission since", () => {
    const snapshot = snapshotOf({ writers: new Map([[WRITER.login, false]]) });
    expect(authorisationOf(snapshot, requirementOf())).toEqual(none);
  });

  test("not by somebody whose permission was not asked", () => {
    expect(authorisationOf(snapshotOf({ writers: new Map() }), requirementOf())).toEqual(none);
  });
});

describe("a head is approved", () => {
  const comment = (body: string, change = {}) => ({ comments: [commentOf(body, change)] });

  test.each<[string, Partial<PullSnapshot>, string | undefined]>([
    ["by nobody", {}, undefined],
    ["by a writer's approving review", { reviews: [reviewOf()] }, "wanda"],
    ["not by a review of an older head", { reviews: [reviewOf({ head: OLD })] }, undefined],
    ["not by a stranger's review", { reviews: [reviewOf({ author: STRANGER })] }, undefined],
    ["not by a bot's review", { reviews: [reviewOf({ author: OTHER_BOT })] }, undefined],
    ["not by our own review", { reviews: [reviewOf({ author: BOT })] }, undefined],
    ["not by a comment in a review", { reviews: [reviewOf({ state: "commented" })] }, undefined],
    ["not once it was dismissed", { reviews: [reviewOf(), reviewOf({ state: "dismissed" })] }, undefined],
    [
      "not once the same person asked for changes",
      { reviews: [reviewOf(), reviewOf({ state: "changes_requested" })] },
      undefined,
    ],
    [
      "by a later approval of the same person",
      { reviews: [reviewOf({ state: "changes_requested" }), reviewOf()] },
      "wanda",
    ],
    [
      "still, after a plain comment of the same person",
      { reviews: [reviewOf(), reviewOf({ state: "commented" })] },
      "wanda",
    ],
    ["by a comment that names it", comment(`/nightshift approve ${HEAD.slice(0, 7)}`), "wanda"],
    [
      "by a comment that names it in full, in capitals",
      comment(`/nightshift approve ${HEAD.toUpperCase()}`),
      "wanda",
    ],
    ["not by a comment that names another", comment(`/nightshift approve ${OLD}`), undefined],
    ["not by six digits", comment(`/nightshift approve ${HEAD.slice(0, 6)}`), undefined],
    ["not by a stranger's comment", comment(`/nightshift approve ${HEAD}`, { author: STRANGER }), undefined],
    ["not by a bot's comment", comment(`/nightshift approve ${HEAD}`, { author: OTHER_BOT }), undefined],
    ["not by an edited comment", comment(`/nightshift approve ${HEAD}`, { edited: true }), undefined],
    [
      "not by a comment without a SHA, while it is unknown since when the head stands",
      comment("/nightshift approve"),
      undefined,
    ],
    [
      "by a comment without a SHA after the head was known",
      { ...comment("/nightshift approve"), headKnownSince: at(39) },
      "wanda",
    ],
    [
      "not by one in the same second",
      { ...comment("/nightshift approve"), headKnownSince: at(40) },
      undefined,
    ],
    ["not by one before it", { ...comment("/nightshift approve"), headKnownSince: at(41) }, undefined],
    [
      "not by an edited one after it",
      { ...comment("/nightshift approve", { edited: true }), headKnownSince: at(39) },
      undefined,
    ],
  ])("%s", (_given, pull, expected) => {
    expect(facts(pull).approvedBy).toBe(expected);
  });

  test("not while somebody else asks for changes at it", () => {
    const other = { login: "olga", bot: false };
    const reviews = [reviewOf(), reviewOf({ author: other, state: "changes_requested" })];
    const writers = new Map([
      ["wanda", true],
      ["olga", true],
    ]);
    expect(facts({ reviews }, { writers })).toMatchObject({ approvedBy: "wanda", changesAskedBy: "olga" });
  });
});

describe("a verdict counts", () => {
  const url = (run: number) => `https://github.com/o/r/actions/runs/${run}`;
  const verdict = (status: Partial<typeof REVIEWED>, change: Partial<RepositorySnapshot> = {}) =>
    facts({ statuses: [{ ...REVIEWED, ...status }, VERIFIED] }, change).verdict;
  const runs = (title: string, change = {}) => ({ runs: [runOf(title, { id: 102, ...change }), BUILD_RUN] });

  test("when we set it in a review run for this pull request and head", () => {
    expect(verdict({})).toBe("approved");
    expect(verdict({ state: "failure" })).toBe("changes");
    expect(verdict({ state: "error" })).toBe("comment");
  });

  test.each([
    ["another creator", verdict({ creator: "stan" })],
    ["a target that is no run", verdict({ targetUrl: "https://example.com/" })],
    ["an empty target", verdict({ targetUrl: "" })],
    ["a run that does not exist", verdict({ targetUrl: url(9_999) })],
    ["a run of the code agent", verdict({ targetUrl: url(101) })],
    ["a run for another pull request", verdict({}, runs(`review · pull 8 · ${HEAD}`))],
    ["a run for another head", verdict({}, runs(`review · pull 7 · ${OLD}`))],
    ["a run that names no head", verdict({}, runs("review · pull 7"))],
    [
      "a run of another workflow with our title",
      verdict({}, runs(`review · pull 7 · ${HEAD}`, { workflow: "ci" })),
    ],
    ["a pending status", verdict({ state: "pending" })],
    ["another context", verdict({ context: "nightshift/other" })],
  ])("not with %s", (_given, found) => {
    expect(found).toBe("none");
  });

  test("a review whose run died before the status counts only where it asks for more", () => {
    const pending = { ...REVIEWED, state: "pending", createdAt: at(20) } as const;
    const left = (kind: "approved" | "changes" | "comment", change = {}) =>
      facts({ statuses: [pending, VERIFIED], reviews: [ownReview(kind, change)] }).verdict;
    expect(left("changes")).toBe("changes");
    expect(left("comment")).toBe("comment");
    expect(left("approved")).toBe("none");
    expect(left("changes", { head: OLD })).toBe("none");
    expect(left("changes", { submittedAt: at(19) })).toBe("none");
  });
});

describe("a verification counts", () => {
  const verification = (status: Partial<typeof VERIFIED>, runs = [REVIEW_RUN, BUILD_RUN]) =>
    facts({ statuses: [REVIEWED, { ...VERIFIED, ...status }] }, { runs }).verification;
  const passed = { state: "passed", base: BASE };

  test("with the base that its description names", () => {
    expect(verification({})).toEqual(passed);
    expect(verification({ state: "failure", description: `failed on ${BASE}: 2 commands` })).toEqual({
      state: "failed",
      base: BASE,
    });
    expect(verification({}, [runOf(`verify · pull 7 · ${HEAD}`, { id: 101 })])).toEqual(passed);
    expect(verification({}, [runOf(`code · pull 7 · ${OLD}`, { id: 101 })])).toEqual(passed);
  });

  test.each([
    ["another creator", verification({ creator: "stan" })],
    ["a run for another feature", verification({}, [runOf("code · feature 9", { id: 101 })])],
    ["a run for another pull request", verification({}, [runOf(`verify · pull 8 · ${HEAD}`, { id: 101 })])],
    ["a review run", verification({ targetUrl: REVIEWED.targetUrl })],
    ["a description without a base", verification({ description: "passed" })],
    ["a pending status", verification({ state: "pending" })],
  ])("not with %s", (_given, found) => {
    expect(found).toEqual({ state: "none" });
  });
});

describe("attempts count since the newest retry", () => {
  const retry = (minute: number, change = {}) =>
    commentOf("/nightshift retry", { createdAt: at(minute), ...change });
  const ran = (minute: number) =>
    runOf(`code · pull 7 · ${HEAD}`, { id: 600 + minute, createdAt: at(minute), conclusion: "failure" });
  const count = (pull: number[], feature: number[], change = {}) => {
    const [issue] = requirementOf().features;
    const requirement = requirementOf({
      features: issue ? [{ ...issue, comments: feature.map((minute) => retry(minute, change)) }] : [],
    });
    return facts(
      { comments: pull.map((minute) => retry(minute, change)) },
      { requirements: [requirement], runs: [ran(30), ran(20), ran(10)] },
    ).codeRuns;
  };

  test.each([
    [[], [], 3],
    [[15], [], 2],
    [[], [15], 2],
    [[25], [15], 1],
    [[15], [25], 1],
  ])("retries on the pull request at %j and on the feature at %j", (pull, feature, expected) => {
    expect(count(pull, feature)).toBe(expected);
  });

  test("a stranger's or an edited retry restarts nothing", () => {
    expect(count([25], [], { author: STRANGER })).toBe(3);
    expect(count([25], [], { edited: true })).toBe(3);
  });
});
