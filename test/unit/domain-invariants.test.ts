/** What must hold in every world: thousands of snapshots made from short lists of options. */
import { describe, expect, test } from "vitest";
import type { Command, Decision } from "../../src/domain/command.ts";
import { decideMergePull } from "../../src/domain/decide/merge-pull.ts";
import { decideRequirement } from "../../src/domain/decide/merge-requirement.ts";
import { factsOf } from "../../src/domain/pull-facts.ts";
import { requirementFactsOf } from "../../src/domain/requirement-facts.ts";
import type { PullSnapshot, RepositorySnapshot, RequirementSnapshot } from "../../src/domain/snapshot.ts";
import {
  afterLabels,
  at,
  BASE,
  BUILD_RUN,
  commentOf,
  configOf,
  featureIssue,
  HEAD,
  LOG_IN,
  MOVED,
  OLD,
  pullOf,
  REVIEW_RUN,
  REVIEWED,
  readySnapshot,
  requirementBlock,
  requirementOf,
  reviewOf,
  runOf,
  STRANGER,
  snapshotOf,
  stickyOf,
  VERIFIED,
} from "./domain-support.ts";

type Options<Shape> = { [Key in keyof Shape]: readonly Shape[Key][] };

/** Every combination of one option per key. */
function* everyWay<Shape extends object>(options: Options<Shape>): Generator<Shape> {
  const keys = Object.keys(options) as (keyof Shape)[];
  function* from(index: number, chosen: Partial<Shape>): Generator<Shape> {
    const key = keys[index];
    if (key === undefined) {
      yield chosen as Shape;
      return;
    }
    for (const option of options[key]) yield* from(index + 1, { ...chosen, [key]: option });
  }
  yield* from(0, {});
}

const CONFIG = configOf();
const RISKY = [{ path: "package.json", added: 1, deleted: 1 }];

type Standing =
  | "open"
  /** The code agent may not run again. */
  | "exhausted"
  | "draft"
  | "closed"
  | "merged"
  | "paused"
  | "needs-human"
  | "requirement-closed"
  | "requirement-paused"
  | "propose"
  | "observe";

interface PullChoices {
  standing: Standing;
  mergeable: PullSnapshot["mergeable"] | "no, and people committed";
  verdict: "success" | "failure" | "error" | "pending" | "forged" | "none";
  verification: "passed" | "failed" | "moved" | "forged" | "none";
  /** `void`: by a stranger, and by a person for an older head. */
  approval: "none" | "review" | "comment" | "void" | "asked";
  risk: "none" | "first" | "path" | "cut" | "every";
}

const PULL_CHOICES: Options<PullChoices> = {
  standing: [
    "open",
    "exhausted",
    "draft",
    "closed",
    "merged",
    "paused",
    "needs-human",
    "requirement-closed",
    "requirement-paused",
    "propose",
    "observe",
  ],
  mergeable: ["yes", "no", "no, and people committed", "unknown"],
  verdict: ["success", "failure", "error", "pending", "forged", "none"],
  verification: ["passed", "failed", "moved", "forged", "none"],
  approval: ["none", "review", "comment", "void", "asked"],
  risk: ["none", "first", "path", "cut", "every"],
};

/** Both statuses are forged by naming a run of another pull request. */
const FORGED = "https://github.com/o/r/actions/runs/999";
const BROKEN_RUNS = [1, 2, 3, 4, 5].map((id) =>
  runOf(`code · pull 7 · ${HEAD}`, { id: 600 + id, conclusion: "failure" }),
);
const STRANGE_RUN = runOf(`review · pull 8 · ${HEAD}`, { id: 999 });

function statusesOf({ verdict, verification }: PullChoices) {
  const review =
    verdict === "none"
      ? []
      : [verdict === "forged" ? { ...REVIEWED, targetUrl: FORGED } : { ...REVIEWED, state: verdict }];
  const verify = {
    passed: [VERIFIED],
    failed: [{ ...VERIFIED, state: "failure", description: `failed on ${BASE}: 1 command` } as const],
    moved: [{ ...VERIFIED, description: `passed on ${MOVED}: 1 command` }],
    forged: [{ ...VERIFIED, targetUrl: FORGED }],
    none: [],
  }[verification];
  return [...review, ...verify];
}

function approvalsOf({ approval }: PullChoices): Pick<PullSnapshot, "reviews" | "comments"> {
  return {
    none: { reviews: [], comments: [] },
    review: { reviews: [reviewOf()], comments: [] },
    comment: { reviews: [], comments: [commentOf(`/nightshift approve ${HEAD.slice(0, 7)}`)] },
    void: {
      reviews: [reviewOf({ author: STRANGER }), reviewOf({ head: OLD })],
      comments: [commentOf(`/nightshift approve ${OLD.slice(0, 7)}`)],
    },
    asked: { reviews: [reviewOf({ state: "changes_requested" })], comments: [] },
  }[approval];
}

function worldOf(choices: PullChoices): RepositorySnapshot {
  const { standing, risk } = choices;
  const labels = ["nightshift", "nightshift:building"];
  return readySnapshot(
    {
      ...approvalsOf(choices),
      state: standing === "closed" || standing === "merged" ? standing : "open",
      draft: standing === "draft",
      labels: [`nightshift:${standing === "paused" || standing === "needs-human" ? standing : "in-review"}`],
      mergeable: choices.mergeable === "no, and people committed" ? "no" : choices.mergeable,
      foreignCommits: choices.mergeable === "no, and people committed",
      statuses: statusesOf(choices),
      files: risk === "path" ? RISKY : pullOf().files,
      filesComplete: risk !== "cut",
    },
    {
      runs: [...(standing === "exhausted" ? BROKEN_RUNS : []), STRANGE_RUN, REVIEW_RUN, BUILD_RUN],
      mergedBefore: risk !== "first",
      config: {
        ...CONFIG,
        mode: standing === "propose" || standing === "observe" ? standing : "merge",
        approval: { ...CONFIG.approval, every_pull: risk === "every" },
      },
      requirements: [
        requirementOf({
          open: standing !== "requirement-closed",
          labels: standing === "requirement-paused" ? [...labels, "nightshift:paused"] : labels,
        }),
      ],
    },
  );
}

function mayMerge({ standing, mergeable, verdict, verification, approval, risk }: PullChoices): boolean {
  const approved = approval === "review" || approval === "comment";
  return (
    (standing === "open" || standing === "exhausted") &&
    mergeable === "yes" &&
    verification === "passed" &&
    approval !== "asked" &&
    (verdict === "success" || (verdict === "error" && approved)) &&
    (risk === "none" || approved)
  );
}

const decidePull = (snapshot: RepositorySnapshot): Decision =>
  decideMergePull(factsOf(snapshot, snapshot.pulls[0] ?? pullOf()));

describe("a pull request, in every world", () => {
  const seen = { worlds: 0, merges: 0, wrong: [] as unknown[], mute: [] as unknown[], loud: [] as unknown[] };
  const asleep = new Set<string>();
  for (const choices of everyWay(PULL_CHOICES)) {
    const snapshot = worldOf(choices);
    const decision = decidePull(snapshot);
    const merges = decision.commands.some((command) => command.do === "merge");
    seen.worlds += 1;
    if (merges) seen.merges += 1;
    if (merges !== mayMerge(choices)) seen.wrong.push({ choices, rung: decision.rung });
    if (decision.why.trim().length < 10) seen.mute.push(choices);
    if (decision.commands.length === 0 && decision.alarm.kind === "acts") asleep.add(decision.rung);
    if (labelsOf(decision).length === 0) continue;
    const again = decidePull(afterLabels(snapshot, decision.commands));
    if (labelsOf(again).length > 0) seen.loud.push({ choices, rung: decision.rung, again: again.rung });
  }

  test("thousands of worlds, some of which merge", () => {
    expect(seen.worlds).toBeGreaterThan(29_000);
    expect(seen.merges).toBeGreaterThan(5);
  });

  test("it merges exactly when it is open, unpaused, reviewed, verified with this base, approved and mergeable", () => {
    expect(seen.wrong.slice(0, 3)).toEqual([]);
  });

  test("every decision says why", () => {
    expect(seen.mute).toEqual([]);
  });

  test("a rung that does nothing names what wakes it", () => {
    expect([...asleep]).toEqual([]);
  });

  test("after its labels are changed, nothing is left to relabel", () => {
    expect(seen.loud.slice(0, 3)).toEqual([]);
  });
});

interface RequirementChoices {
  open: boolean;
  state: "none" | "building" | "complete" | "needs-human" | "paused" | "both";
  authorised: "yes" | "no" | "edited";
  plan: "none" | "two" | "own" | "untracked";
  first: "queued" | "needs-human" | "merged" | "dropped" | "paused";
  pull: "none" | "open" | "merged";
  runs: "none" | "live" | "three";
  setting: "merge" | "observe" | "approval" | "spent";
}

const REQUIREMENT_CHOICES: Options<RequirementChoices> = {
  open: [true, false],
  state: ["none", "building", "complete", "needs-human", "paused", "both"],
  authorised: ["yes", "no", "edited"],
  plan: ["none", "two", "own", "untracked"],
  first: ["queued", "needs-human", "merged", "dropped", "paused"],
  pull: ["none", "open", "merged"],
  runs: ["none", "live", "three"],
  setting: ["merge", "observe", "approval", "spent"],
};

function requirementWorld(choices: RequirementChoices): RepositorySnapshot {
  const own = choices.plan === "own";
  const feature = own ? 1 : 3;
  const title =
    choices.plan === "none" || choices.plan === "untracked" ? "code · issue 1" : `code · feature ${feature}`;
  const runs = {
    none: [],
    live: [runOf(title, { live: true })],
    three: [601, 602, 603].map((id) => runOf(title, { id, conclusion: "failure" })),
  }[choices.runs];
  const pulls = choices.pull === "none" ? [] : [pullWith(choices.pull, feature)];
  const approval = { ...CONFIG.approval, plan: choices.setting === "approval" };
  return snapshotOf({
    requirements: [planned(choices, own)],
    runs,
    pulls,
    config: { ...CONFIG, approval, mode: choices.setting === "observe" ? "observe" : "merge" },
  });
}

function pullWith(state: PullSnapshot["state"], feature: number): PullSnapshot {
  const pull = pullOf({ state });
  return { ...pull, block: pull.block && { ...pull.block, feature } };
}

function planned(choices: RequirementChoices, own: boolean): RequirementSnapshot {
  const states =
    choices.state === "none" ? [] : choices.state === "both" ? ["planning", "building"] : [choices.state];
  const ofFeature = choices.first === "dropped" ? "queued" : choices.first;
  const labels = ["nightshift", ...states.map((state) => `nightshift:${state}`)];
  const cost = {
    run: 1,
    agent: "code",
    mode: "plan",
    usd: choices.setting === "spent" ? 1_000 : 0,
    turns: 1,
    tokens: 1,
  } as const;
  const features = {
    none: [],
    two: requirementBlock().features,
    own: [{ ...LOG_IN, number: 1 }],
    untracked: requirementBlock().features.map(({ number: _, ...feature }) => feature),
  }[choices.plan];
  const issue = featureIssue({
    open: choices.first !== "dropped" && choices.first !== "merged",
    labels: [`nightshift:${ofFeature}`],
  });
  return requirementOf({
    open: choices.open,
    labels: own && ofFeature !== "paused" ? [...labels, `nightshift:${ofFeature}`] : labels,
    labelled: { by: choices.authorised === "no" ? STRANGER : requirementOf().author, at: at(1) },
    lastEdit: choices.authorised === "edited" ? { by: STRANGER, at: at(2) } : undefined,
    sticky: choices.plan === "none" ? undefined : stickyOf(requirementBlock({ features, costs: [cost] })),
    features: choices.plan === "two" ? [issue, featureIssue({ number: 4, nodeId: "I_4" })] : [],
  });
}

const decideOne = (snapshot: RepositorySnapshot): Decision =>
  decideRequirement(requirementFactsOf(snapshot, snapshot.requirements[0] ?? requirementOf()));

describe("a requirement, in every world", () => {
  const loud: unknown[] = [];
  const nagging: unknown[] = [];
  const unasked: unknown[] = [];
  const overstepping: unknown[] = [];
  const asleep = new Set<string>();
  let worlds = 0;
  for (const choices of everyWay(REQUIREMENT_CHOICES)) {
    const snapshot = requirementWorld(choices);
    const decision = decideOne(snapshot);
    worlds += 1;
    if (decision.commands.length === 0 && decision.alarm.kind === "acts") asleep.add(decision.rung);
    if (choices.authorised === "no" && decision.commands.length > 0)
      unasked.push({ choices, rung: decision.rung });
    if (startsWork(decision) && !mayStart(choices)) overstepping.push({ choices, rung: decision.rung });
    if (labelsOf(decision).length === 0 && !asksNewly(decision)) continue;
    const again = decideOne(afterLabels(snapshot, decision.commands));
    if (labelsOf(again).length > 0) loud.push({ choices, rung: decision.rung, again: again.rung });
    if (asksNewly(decision) && asksNewly(again))
      nagging.push({ choices, rung: decision.rung, again: again.rung });
  }

  test("thousands of worlds", () => {
    expect(worlds).toBeGreaterThan(20_000);
  });

  test("nothing is done for a requirement that nobody authorised", () => {
    expect(unasked.slice(0, 3)).toEqual([]);
  });

  test("work starts only for an open, authorised, unpaused requirement that no person has to decide on", () => {
    expect(overstepping.slice(0, 3)).toEqual([]);
  });

  test("a rung that does nothing names what wakes it", () => {
    expect([...asleep]).toEqual([]);
  });

  test("after its labels are changed, nothing is left to relabel", () => {
    expect(loud.slice(0, 3)).toEqual([]);
  });

  test("a person is asked once", () => {
    expect(nagging.slice(0, 3)).toEqual([]);
  });
});

function labelsOf(decision: Decision): Command[] {
  return decision.commands.filter((command) => command.do === "label");
}

/** A comment that is not an edit of an older one. */
function asksNewly(decision: Decision): boolean {
  return decision.commands.some((command) => command.do === "say" && command.id === undefined);
}

function startsWork(decision: Decision): boolean {
  return decision.commands.some((command) => command.do === "send");
}

function mayStart({ open, state, authorised, setting }: RequirementChoices): boolean {
  const free = state !== "paused" && state !== "needs-human" && state !== "complete";
  return open && authorised === "yes" && free && setting !== "observe";
}
