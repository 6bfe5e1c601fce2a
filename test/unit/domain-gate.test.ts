/** The gate over its whole space of inputs: what merges, what is shown of it, and what random orders of events can lead to. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CLAUSES, clausesOf, gateViewOf, showGate } from "../../src/domain/decide/gate-view.ts";
import { decideMergePull, PULL_LADDER } from "../../src/domain/decide/merge-pull.ts";
import { factsOf, type PullFacts } from "../../src/domain/pull-facts.ts";
import { type BranchRules, NO_RULES } from "../../src/domain/rules.ts";
import type { CheckSnapshot, CiRun, PullSnapshot, ReviewSnapshot } from "../../src/domain/snapshot.ts";
import type { MergeAttempt } from "../../src/domain/state-block.ts";
import {
  at,
  BASE,
  BOT,
  BUILD_RUN,
  configOf,
  HEAD,
  MOVED,
  OLD,
  pullOf,
  REVIEW_RUN,
  REVIEWED,
  readySnapshot,
  reviewOf,
  runOf,
  VERIFIED,
  WRITER,
} from "./domain-support.ts";

/** One option of a part of the world: how it changes the world, and whether a merge may follow. */
interface Option {
  merges: boolean;
  pull?: Partial<PullSnapshot>;
  rules?: Partial<BranchRules>;
  facts?: Partial<PullFacts>;
  mode?: "propose";
  codeOwners?: string;
}
type Part = Readonly<Record<string, Option>>;

const MERGE_RUN = { ...runOf("merge", { id: 103 }), workflow: "nightshift-merge" };
const CARRIED = {
  ...REVIEWED,
  description: `carried from ${OLD}`,
  targetUrl: "https://github.com/o/r/actions/runs/103",
};
const check = (state: CheckSnapshot["state"], change: Partial<CheckSnapshot> = {}): CheckSnapshot => ({
  id: 1,
  name: "test",
  app: 15_368,
  suite: "CS_1",
  state,
  ...change,
});
const thread = (author: typeof BOT, resolved = false) => ({
  id: "T",
  resolved,
  outdated: false,
  path: "a",
  line: 1,
  block: undefined,
  comments: [{ author, body: "?", createdAt: at(40) }],
});
const attempt = (change: Partial<MergeAttempt>) => ({
  id: 7,
  state: "waiting" as const,
  title: "",
  summary: "",
  attempt: {
    intent: "e".repeat(40),
    base: BASE,
    at: at(49),
    count: 1,
    phase: "refused" as const,
    final: false,
    said: "No",
    ...change,
  },
});
const ownCi = (state: CiRun["state"] | undefined, holds: readonly string[] = [], failedAt?: string) => ({
  file: "ci.yml",
  unfit: undefined,
  refusedAt: undefined,
  holds,
  run: state && { id: 55, attempt: 1, state, failedAt, mirrored: 1, jobs: [] },
});
const needsCheck = { checks: [{ name: "test", app: 15_368 }] };

const VERDICTS: Part = {
  given: { merges: true, pull: { statuses: [REVIEWED] } },
  carried: { merges: true, pull: { statuses: [CARRIED] } },
  none: { merges: false, pull: { statuses: [] } },
  "of an older head": {
    merges: false,
    pull: { statuses: [{ ...REVIEWED, targetUrl: "https://github.com/o/r/actions/runs/104" }] },
  },
};
const VERIFICATIONS: Part = {
  passed: { merges: true, pull: { statuses: [VERIFIED] } },
  moved: {
    merges: false,
    pull: { statuses: [{ ...VERIFIED, description: `passed on ${MOVED}: 1 command` }] },
  },
  none: { merges: false, pull: { statuses: [] } },
};
const PEOPLE: Part = {
  silent: { merges: true },
  "approved here": { merges: true, pull: { reviews: [reviewOf()] } },
  "asked for changes before": {
    merges: false,
    pull: { reviews: [reviewOf({ state: "changes_requested", head: OLD })] },
  },
  "began a conversation": { merges: false, pull: { threads: [thread(WRITER)] } },
  "ended a conversation": { merges: true, pull: { threads: [thread(WRITER, true), thread(BOT)] } },
};
const CHECKS: Part = {
  "not asked for": { merges: true, pull: { checks: [check("failed")] } },
  green: { merges: true, pull: { checks: [check("passed")] }, rules: needsCheck },
  red: { merges: false, pull: { checks: [check("failed")] }, rules: needsCheck },
  pending: { merges: false, pull: { checks: [check("pending")] }, rules: needsCheck },
  none: { merges: false, rules: needsCheck },
  "of another app": { merges: false, pull: { checks: [check("passed", { app: 7 })] }, rules: needsCheck },
  twins: {
    merges: false,
    pull: { checks: [check("passed"), check("failed", { id: 2, suite: "CS_2" })] },
    rules: needsCheck,
  },
  skipped: { merges: false, pull: { checks: [check("skipped")] }, rules: needsCheck },
  "own workflow not started": { merges: false, pull: { ci: [ownCi(undefined, ["it reads secrets"])] } },
  "own workflow held back": { merges: false, pull: { ci: [ownCi("held")], held: ["CI"] } },
  "own workflow red": { merges: false, pull: { ci: [ownCi("failed", [], at(48))] } },
  "own workflow cancelled": { merges: false, pull: { ci: [ownCi("failed")] } },
  "own workflow green": { merges: true, pull: { ci: [ownCi("passed")] } },
};
const RULES: Part = {
  none: { merges: true },
  kept: {
    merges: true,
    pull: { signed: true },
    rules: { signatures: true, linearHistory: true, methods: ["squash"] },
  },
  signatures: { merges: false, rules: { signatures: true } },
  queue: { merges: false, rules: { queue: true } },
  locked: { merges: false, rules: { locked: true } },
  methods: { merges: false, rules: { methods: ["merge"] } },
  owners: { merges: false, rules: { codeOwners: true }, codeOwners: "* @olga" },
  deployments: { merges: false, pull: { blocked: true }, rules: { deployments: ["x"] } },
  others: { merges: false, pull: { blocked: true }, rules: { others: ["x"] } },
};
const PLACES: Part = {
  first: { merges: true },
  second: { merges: false, facts: { laneHead: 1 } },
  behind: { merges: false, pull: { onBase: false } },
  "after another": { merges: false, facts: { afterOthers: ["x"] } },
  proposed: { merges: false, mode: "propose" },
};
const ATTEMPTS: Part = {
  none: { merges: true },
  "sent by one that was killed": { merges: true, pull: { gate: attempt({ phase: "sent" }) } },
  "refused long ago": { merges: true, pull: { gate: attempt({ at: at(40) }) } },
  "refused just now": { merges: false, pull: { gate: attempt({ at: "2026-03-01T10:49:59Z" }) } },
  "refused for good": { merges: false, pull: { gate: attempt({ at: at(1), final: true }) } },
  "refused three times": { merges: false, pull: { gate: attempt({ at: at(1), count: 3 }) } },
  unclear: { merges: false, pull: { gate: attempt({ at: at(1), phase: "unclear", final: true }) } },
};

function factsWith(options: readonly Option[]): PullFacts {
  const pull = pullOf(Object.assign({}, ...options.map((option) => option.pull ?? {})));
  const statuses = options.flatMap((option) => option.pull?.statuses ?? []);
  const rules: BranchRules = Object.assign({}, NO_RULES, ...options.map((option) => option.rules ?? {}));
  const snapshot = readySnapshot(
    { ...pull, statuses },
    {
      runs: [MERGE_RUN, REVIEW_RUN, BUILD_RUN, runOf(`review · pull 7 · ${OLD}`, { id: 104 })],
      rules: new Map([["main", rules]]),
      codeOwners: options.find((option) => option.codeOwners)?.codeOwners ?? "",
      config: configOf({ mode: options.some(({ mode }) => mode === "propose") ? "propose" : "merge" }),
    },
  );
  return Object.assign(
    factsOf(snapshot, snapshot.pulls[0] ?? pull),
    ...options.map((option) => option.facts ?? {}),
  );
}

function* worlds(
  parts: readonly Part[],
  chosen: readonly string[] = [],
  options: readonly Option[] = [],
): Generator<{
  chosen: readonly string[];
  options: readonly Option[];
}> {
  const [part, ...rest] = parts;
  if (part === undefined) return yield { chosen, options };
  for (const [name, option] of Object.entries(part))
    yield* worlds(rest, [...chosen, name], [...options, option]);
}

describe("the gate, in every world", () => {
  const seen = { worlds: 0, merges: 0 };
  const wrong: unknown[] = [];
  const contradicting: unknown[] = [];
  const asleep: unknown[] = [];
  const loud: unknown[] = [];
  for (const { chosen, options } of worlds([
    VERDICTS,
    VERIFICATIONS,
    PEOPLE,
    CHECKS,
    RULES,
    PLACES,
    ATTEMPTS,
  ])) {
    const facts = factsWith(options);
    const decision = decideMergePull(facts);
    const merge = decision.commands.find((command) => command.do === "merge");
    seen.worlds += 1;
    if (merge) seen.merges += 1;
    if ((merge !== undefined) !== options.every(({ merges }) => merges))
      wrong.push({ chosen, rung: decision.rung });
    if (merge && (merge.head !== HEAD || merge.base.head !== BASE)) wrong.push({ chosen, merge });
    if (seen.worlds % 7 !== 0) continue;
    const open = clausesOf(facts).filter(({ rung }) => rung !== undefined);
    const rung = PULL_LADDER.find(({ id }) => id === decision.rung);
    if ((decision.rung === "ready") !== (open.length === 0))
      contradicting.push({ chosen, rung: decision.rung });
    if (rung?.clause && !open.some(({ rung: id }) => id === decision.rung))
      contradicting.push({ chosen, open });
    if (open.some(({ alarm }) => alarm === undefined)) asleep.push(chosen);
    if (decision.commands.length === 0 && decision.alarm.kind === "acts") asleep.push(chosen);
    const view = gateViewOf(facts, decision);
    const shown = {
      ...facts,
      pull: { ...facts.pull, gate: { ...view, id: 9, attempt: facts.pull.gate?.attempt } },
    };
    if (showGate(shown, decision).length > 0) loud.push(chosen);
  }

  test("tens of thousands of worlds, some of which merge", () => {
    expect(seen.worlds).toBeGreaterThan(100_000);
    expect(seen.merges).toBeGreaterThan(50);
  });

  test("it merges exactly when nothing speaks against it, and exactly what was approved and verified", () => {
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  test("the clauses that are shown say the same as the ladder: it is ready exactly when all are met", () => {
    expect(contradicting.slice(0, 3)).toEqual([]);
  });

  test("whatever waits names its alarm", () => {
    expect(asleep.slice(0, 3)).toEqual([]);
  });

  test("what is shown already is not shown again", () => {
    expect(loud.slice(0, 3)).toEqual([]);
  });
});

test("every rung that keeps a merge up belongs to a clause that is shown", () => {
  const about = new Set(["landed", "closed-by-a-person", "ready"]);
  const homeless = PULL_LADDER.filter(
    ({ id, clause }) => !about.has(id) && CLAUSES[clause ?? ""] === undefined,
  );
  expect(homeless.map(({ id }) => id)).toEqual([]);
  const used = new Set(PULL_LADDER.map(({ clause }) => clause));
  expect(Object.keys(CLAUSES).filter((clause) => !used.has(clause))).toEqual([]);
});

test("the check run names every clause, what it waits for and what wakes it", () => {
  const facts = factsWith([
    {
      merges: false,
      pull: { statuses: [REVIEWED, VERIFIED], checks: [check("pending")] },
      rules: needsCheck,
    },
  ]);
  const decision = decideMergePull(facts);
  const [command] = showGate(facts, decision);
  expect(command).toMatchObject({
    do: "show-gate",
    head: HEAD,
    view: {
      id: undefined,
      state: "waiting",
      title: "Required checks have not ended: test (of app 15368) at this head.",
    },
  });
  const summary = command?.do === "show-gate" ? command.view.summary : "";
  expect(summary).toContain("| met | verdict | The review gave its verdict on exactly this head. |  |");
  expect(summary).toContain(
    "| *waiting* | checks | **checks-pending**: Required checks have not ended: test (of app 15368) at this head. | the end of a CI workflow that the template names, else the sweep |",
  );
});

/** Things that happen to a pull request, in any order; each makes a new world out of the one before. */
type World = {
  head: string;
  base: string;
  pull: Partial<PullSnapshot>;
  verified: string[];
  reviewed: string[];
  green: string[];
};
type Event =
  | "push"
  | "base moves"
  | "verified"
  | "reviewed"
  | "check is green"
  | "check is red"
  | "approved"
  | "changes asked"
  | "conversation"
  | "resolved";
const EVENTS: readonly Event[] = [
  "push",
  "base moves",
  "verified",
  "reviewed",
  "check is green",
  "check is red",
  "approved",
  "changes asked",
  "conversation",
  "resolved",
];

/** A head or base that never was before, made from the number of the step. */
const shaOf = (letter: string, step: number) => (letter + step.toString(16)).padEnd(40, "0");

function happen(world: World, event: Event, step: number): World {
  const { head, base, pull } = world;
  const reviews = pull.reviews ?? [];
  switch (event) {
    case "push":
      return { ...world, head: shaOf("a", step), pull: { ...pull, checks: [] } };
    case "base moves":
      return { ...world, base: shaOf("b", step) };
    case "verified":
      return { ...world, verified: [...world.verified, `${head} ${base}`] };
    case "reviewed":
      return { ...world, reviewed: [...world.reviewed, head] };
    case "check is green":
    case "check is red": {
      const passed = event === "check is green";
      return {
        ...world,
        green: passed ? [...world.green, head] : world.green.filter((one) => one !== head),
        pull: { ...pull, checks: [check(passed ? "passed" : "failed", { id: step })] },
      };
    }
    case "approved":
    case "changes asked": {
      const state: ReviewSnapshot["state"] = event === "approved" ? "approved" : "changes_requested";
      return { ...world, pull: { ...pull, reviews: [...reviews, reviewOf({ state, head })] } };
    }
    case "conversation":
      return { ...world, pull: { ...pull, threads: [thread(WRITER)] } };
    case "resolved":
      return { ...world, pull: { ...pull, threads: [thread(WRITER, true)] } };
  }
}

/** The world as it is observed now: statuses of other heads are not seen at this one. */
function factsNow({ head, base, pull, verified, reviewed }: World): PullFacts {
  const known = verified.filter((pair) => pair.startsWith(head)).map((pair) => pair.split(" ")[1]);
  const statuses = [
    ...(reviewed.includes(head) ? [REVIEWED] : []),
    ...(known.length > 0 ? [{ ...VERIFIED, description: `passed on ${known.at(-1)}: 1 command` }] : []),
  ];
  const snapshot = readySnapshot(
    { ...pull, head, base: { branch: "main", head: base }, statuses },
    {
      runs: [runOf(`review · pull 7 · ${head}`, { id: 102 }), BUILD_RUN],
      rules: new Map([["main", { ...NO_RULES, ...needsCheck, reviews: 1 }]]),
      mergedBefore: false,
    },
  );
  return factsOf(snapshot, snapshot.pulls[0] ?? pullOf());
}

test("whatever happens in whatever order, nothing merges that was not approved, reviewed, verified and green at that head", () => {
  let merges = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...EVENTS), { minLength: 4, maxLength: 24 }), (events) => {
      let world: World = { head: HEAD, base: BASE, pull: {}, verified: [], reviewed: [], green: [] };
      for (const [step, event] of events.entries()) {
        world = happen(world, event, step + 1);
        const decision = decideMergePull(factsNow(world));
        const merge = decision.commands.find((command) => command.do === "merge");
        if (merge === undefined) continue;
        merges += 1;
        const { head, base } = world;
        const opinion = (world.pull.reviews ?? []).at(-1);
        expect(merge).toMatchObject({ head, base: { head: base } });
        expect(world.verified).toContain(`${head} ${base}`);
        expect(world.reviewed).toContain(head);
        expect(world.green).toContain(head);
        expect(opinion).toMatchObject({ state: "approved", head });
        expect((world.pull.threads ?? []).every(({ resolved }) => resolved)).toBe(true);
      }
    }),
    { numRuns: 4_000 },
  );
  expect(merges).toBeGreaterThan(20);
});
