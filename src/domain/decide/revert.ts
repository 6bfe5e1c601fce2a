/** What the merge agent does with a pull request that takes merges back. */

import { baseWorkflowsOf } from "../base-ci.ts";
import { type Command, climb, type Decision, type Rung } from "../command.ts";
import {
  FEATURE_STATES,
  labelChange,
  REQUIREMENT_STATES,
  type RequirementState,
  stateLabel,
} from "../labels.ts";
import { readRecord } from "../merge-record.ts";
import { featureOf, VERIFY_STATUS, type Verification, verificationIn } from "../pull-facts.ts";
import type { FeatureIssue, PullSnapshot, RepositorySnapshot, RequirementSnapshot } from "../snapshot.ts";
import type { RevertBlock } from "../state-block.ts";
import { runIdIn } from "../status-run.ts";
import { startOnBase } from "./after-merge.ts";
import { ACTS } from "./alarms.ts";

export interface RevertFacts {
  snapshot: RepositorySnapshot;
  pull: PullSnapshot;
  block: RevertBlock;
  requirement: RequirementSnapshot | undefined;
  /** Commits that it takes back, as far as their pull requests are known. */
  taken: readonly string[];
  /** Issues of the features that it takes back. */
  features: readonly FeatureIssue[];
  verification: Verification;
  /** How often a feature of it was taken back before. */
  earlier: number;
}

const BY_PERSON = { kind: "event", name: "a comment, or its merge or close, rings the doorbell" } as const;

export const REVERT_LADDER: readonly Rung<RevertFacts>[] = [
  {
    id: "revert-landed",
    why: "The revert is merged: its issues are opened again.",
    when: ({ pull, snapshot }) =>
      pull.state === "merged" && !pull.labels.includes(stateLabel(snapshot.config.label_prefix, "merged")),
    commands: (facts) => [
      ...facts.features.flatMap((issue) => backInLine(facts, issue)),
      ...requirementBack(facts),
      ...startAfter(facts),
      { do: "delete-branch", branch: facts.pull.branch, head: facts.pull.head },
      marked(facts),
    ],
    alarm: ACTS,
  },
  {
    id: "revert-over",
    why: "The revert is merged, or a person closed it.",
    when: ({ pull }) => pull.state !== "open",
    commands: () => [],
    alarm: { kind: "sweep" },
  },
  {
    id: "revert-by-itself",
    why: "auto_revert: it is verified with the base as it is, and merged.",
    when: (facts) =>
      facts.snapshot.config.auto_revert &&
      facts.block.why === "red" &&
      facts.snapshot.config.mode === "merge" &&
      facts.pull.mergeable !== "no" &&
      facts.verification.state === "passed" &&
      facts.verification.base === facts.pull.base.head,
    commands: ({ pull, block, taken }) => [
      {
        do: "merge",
        pull: pull.number,
        head: pull.head,
        base: pull.base,
        title: `${pull.title} (#${pull.number})`,
        message: [
          `Takes back ${block.pulls.map((number) => `#${number}`).join(", ")}.`,
          "",
          ...taken.map((sha) => `Nightshift-Reverts: ${sha}`),
        ].join("\n"),
        grounds: {
          pull: pull.number,
          head: pull.head,
          requirement: block.requirement,
          base: pull.base.head,
          verdict: { is: "none" },
          risks: [],
          cost: { usd: 0, runs: 0 },
        },
      },
    ],
    alarm: ACTS,
  },
  {
    id: "revert-waits",
    why: "A revert waits for a person, who merges it, or closes it to keep what landed.",
    when: () => true,
    commands: () => [],
    alarm: BY_PERSON,
  },
];

export function decideRevert(facts: RevertFacts): Decision {
  return climb(REVERT_LADDER, facts);
}

/** Undefined for a pull request that takes nothing back, or that is not ours. */
export function revertFactsOf(snapshot: RepositorySnapshot, pull: PullSnapshot): RevertFacts | undefined {
  const { revert: block } = pull;
  if (block === undefined || pull.fork || pull.author.login !== snapshot.identity) return undefined;
  const requirement = snapshot.requirements.find(({ number }) => number === block.requirement);
  const taken = snapshot.pulls.filter(({ number }) => block.pulls.includes(number));
  const status = pull.statuses.find(
    (one) =>
      one.context === VERIFY_STATUS &&
      one.creator === snapshot.identity &&
      isRunOfCode(snapshot, one.targetUrl),
  );
  const keys = new Set(taken.flatMap((one) => one.block?.key ?? []));
  return {
    snapshot,
    pull,
    block,
    requirement,
    taken: taken.flatMap((one) => one.landed?.sha ?? []),
    features: taken.flatMap((one) =>
      requirement && one.block ? (featureOf(requirement, one.block.feature) ?? []) : [],
    ),
    verification: verificationIn(status),
    earlier: snapshot.pulls.filter(
      (other) =>
        other.state === "merged" &&
        other.number < pull.number &&
        other.revert?.requirement === block.requirement &&
        other.revert.pulls.some((number) =>
          keys.has(snapshot.pulls.find((one) => one.number === number)?.block?.key ?? ""),
        ),
    ).length,
  };
}

function isRunOfCode(snapshot: RepositorySnapshot, targetUrl: string): boolean {
  const id = runIdIn({ targetUrl });
  return snapshot.runs.some((run) => run.id === id && run.workflow === "nightshift-code");
}

/** A feature waits for its turn again; one that was taken back as often as is allowed waits for a person. */
function backInLine({ snapshot, requirement, earlier }: RevertFacts, issue: FeatureIssue): Command[] {
  const { label_prefix: prefix, attempts } = snapshot.config;
  const state = earlier + 1 >= attempts ? "needs-human" : "queued";
  const change = labelChange(prefix, FEATURE_STATES, state, issue.labels);
  return [
    ...(issue.number === requirement?.number || issue.open
      ? []
      : [{ do: "reopen", number: issue.number } as const]),
    { do: "label", target: { number: issue.number, nodeId: issue.nodeId }, ...change },
  ];
}

/** An undone requirement waits for a person's resume; one whose merge broke the base goes on by itself. */
function requirementBack(facts: RevertFacts): Command[] {
  const { requirement, snapshot, block, pull } = facts;
  if (requirement === undefined) return [];
  const { label_prefix: prefix } = snapshot.config;
  const undone = block.why === "undo";
  const state: RequirementState = undone ? "paused" : "building";
  const change = labelChange(prefix, REQUIREMENT_STATES, state, requirement.labels);
  return [
    ...(undone
      ? [
          {
            do: "say",
            number: requirement.number,
            id: undefined,
            body: `**Undone** by #${pull.number}. Comment \`/nightshift resume\` to build it anew, or close this issue to leave it at that.`,
          } as const,
        ]
      : []),
    ...(requirement.open ? [] : [{ do: "reopen", number: requirement.number } as const]),
    ...(change.add.length + change.remove.length === 0
      ? []
      : [
          {
            do: "label",
            target: { number: requirement.number, nodeId: requirement.nodeId },
            ...change,
          } as const,
        ]),
  ];
}

/** Also a revert that we merged starts nothing by itself. */
function startAfter({ pull, snapshot }: RevertFacts): Command[] {
  const { landed } = pull;
  if (landed === undefined || readRecord(landed.message).record === undefined) return [];
  return baseWorkflowsOf(snapshot, pull, landed).flatMap(({ file, state }) =>
    state === "unstarted" ? [startOnBase(snapshot, landed.sha, file)] : [],
  );
}

/** Last of all: what is marked is not done again. */
function marked({ pull, snapshot }: RevertFacts): Command {
  const add = [stateLabel(snapshot.config.label_prefix, "merged")];
  return { do: "label", target: { number: pull.number, nodeId: pull.nodeId }, add, remove: [] };
}
