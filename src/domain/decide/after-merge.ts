/** What the merge agent does with a merge after it landed. Order is precedence; the last rung always holds. */

import type { BaseWorkflow } from "../base-ci.ts";
import { type Command, climb, type Decision, type Rung } from "../command.ts";
import { brokenWorkflows, brokeTheBase, isOver, type LandedFacts } from "../landed-facts.ts";
import { quiet } from "../quiet.ts";
import type { RepositorySnapshot } from "../snapshot.ts";
import { FailureBlock, readBlock, withBlock } from "../state-block.ts";
import { short } from "../words.ts";
import { ACTS, BY_CHECKS, BY_MESSAGE } from "./alarms.ts";
import { ask } from "./say.ts";

const BY_PERSON = {
  kind: "event",
  name: "a comment, or the merge or close of its revert, rings the doorbell",
} as const;

export const LANDED_LADDER: readonly Rung<LandedFacts>[] = [
  {
    id: "unproved",
    why: "It is merged, and what landed is not proved yet.",
    when: ({ proof }) => proof === "none",
    commands: ({ landed, record }) => [{ do: "prove", sha: landed.sha, record }],
    alarm: ACTS,
  },
  {
    id: "seen-to",
    why: "It was wrong, and a person has seen to it.",
    when: isOver,
    commands: () => [],
    alarm: { kind: "sweep" },
  },
  {
    id: "revert-open",
    why: "Its revert is open: a person merges it, or closes it to keep what landed.",
    when: ({ revert }) => revert !== undefined,
    commands: () => [],
    alarm: BY_PERSON,
  },
  {
    id: "revert-in-work",
    why: "Its revert is being made and verified.",
    when: ({ revertRuns }) => revertRuns.live,
    commands: () => [],
    alarm: BY_MESSAGE,
  },
  {
    id: "revert-impossible",
    why: "It cannot be reverted by itself; the comment says why. Mend the base, then /nightshift retry.",
    when: ({ pull }) => pull.ask?.block?.rung === "revert-impossible",
    commands: () => [],
    alarm: BY_PERSON,
  },
  {
    id: "revert-without-result",
    why: "Its revert was tried several times and did not come about.",
    when: (facts) => facts.revertRuns.broken >= facts.snapshot.config.attempts,
    commands: (facts) =>
      ask(
        facts,
        "revert-without-result",
        `**A person has to decide.** ${facts.revertRuns.broken} runs that should revert ${short(facts.landed.sha)} broke off; their logs say why. ${WAY_OUT}`,
      ),
    alarm: BY_PERSON,
  },
  {
    id: "wrong-tree",
    why: "What landed is not what merging its head gives. Nothing else is merged until a person has looked.",
    when: ({ proof }) => proof === "wrong",
    commands: (facts) => [
      ...ask(
        facts,
        "wrong-tree",
        `**A person has to look.** ${facts.landed.sha} on \`${facts.pull.base.branch}\` is not what merging ${facts.pull.head} gives; the check \`nightshift/record\` on that commit says what differs. Nothing else is merged there. A pull request that reverts it follows. ${WAY_OUT}`,
      ),
      ...askForRevert(facts),
    ],
    alarm: ACTS,
  },
  {
    id: "base-ci-unstarted",
    why: (facts) =>
      `Started on the base: ${filesIn(facts, "unstarted")}; a merge of ours starts nothing by itself.`,
    when: (facts) => filesIn(facts, "unstarted") !== "",
    commands: (facts) =>
      facts.workflows.flatMap(({ file, state }) =>
        state === "unstarted" ? [startOnBase(facts.snapshot, facts.landed.sha, file)] : [],
      ),
    alarm: ACTS,
  },
  {
    id: "base-ci-ended",
    why: (facts) =>
      `Runs of ${filesIn(facts, "ended")} on the base have ended; what came of them is written down.`,
    when: (facts) => filesIn(facts, "ended") !== "",
    commands: ({ workflows, landed: { sha, parent } }) =>
      workflows.flatMap((one): Command[] =>
        one.state === "ended"
          ? [{ do: "settle-on-base", sha, parent: parent?.sha, file: one.file, run: one.run }]
          : [],
      ),
    alarm: ACTS,
  },
  {
    id: "base-ci-red",
    why: (facts) =>
      `Red on the base after this merge, and green before it: ${brokenWorkflows(facts).join(", ")}. It is taken back.`,
    when: (facts) => brokenWorkflows(facts).length > 0,
    commands: (facts) => [
      ...tellFeature(facts),
      ...ask(
        facts,
        "base-ci-red",
        `**It is taken back.** ${brokenWorkflows(facts).join(", ")} failed twice on \`${facts.pull.base.branch}\` at ${short(facts.landed.sha)}, and passed before it. Nothing else is merged there until then. A pull request that reverts it follows, and its feature is built anew.`,
      ),
      ...askForRevert(facts),
    ],
    alarm: ACTS,
  },
  {
    id: "base-ci-stays-red",
    why: (facts) =>
      `Red on the base after this merge, and not known to have been green before it: ${filesIn(facts, "failed")}.`,
    when: (facts) => isVerified(facts) && filesIn(facts, "failed") !== "",
    commands: (facts) =>
      ask(
        facts,
        "base-ci-stays-red",
        `**A person has to look.** ${filesIn(facts, "failed")} failed on \`${facts.pull.base.branch}\` at ${short(facts.landed.sha)}, and nothing says that it was green before. ${WAY_OUT}`,
      ),
    alarm: BY_PERSON,
  },
  {
    id: "base-ci-unfit",
    why: (facts) => `Not started on the base: ${unfitFiles(facts)}.`,
    when: (facts) => isVerified(facts) && filesIn(facts, "unfit") !== "",
    commands: (facts) =>
      ask(
        facts,
        "base-ci-unfit",
        `**A person has to look.** \`after_merge.dispatch\` names workflows that cannot be started on \`${facts.pull.base.branch}\` at ${short(facts.landed.sha)}: ${unfitFiles(facts)}. Mend that for the next merge, and start them by hand for this one. ${WAY_OUT}`,
      ),
    alarm: BY_PERSON,
  },
  {
    id: "base-ci-running",
    why: (facts) => `Runs on the base after this merge have not ended: ${filesIn(facts, "running")}.`,
    when: (facts) => isVerified(facts) && filesIn(facts, "running") !== "",
    commands: () => [],
    alarm: BY_CHECKS,
  },
  {
    id: "base-unwatched",
    why: "What landed is what was verified.",
    when: isVerified,
    commands: () => [],
    alarm: { kind: "sweep" },
  },
  {
    id: "base-in-verification",
    why: "The base is being verified as it is after this merge.",
    when: ({ runs, runsBefore }) => runs.live || runsBefore.live,
    commands: () => [],
    alarm: BY_MESSAGE,
  },
  {
    id: "base-without-result",
    why: "The verification of the base after this merge broke off several times.",
    when: ({ runs, runsBefore, snapshot }) =>
      Math.max(runs.broken, runsBefore.broken) >= snapshot.config.attempts,
    commands: (facts) =>
      ask(
        facts,
        "base-without-result",
        `**A person has to decide.** Nobody knows whether \`${facts.pull.base.branch}\` is green after ${short(facts.landed.sha)}: the verify runs broke off; their logs say why. ${WAY_OUT}`,
      ),
    alarm: BY_PERSON,
  },
  {
    id: "base-unverified",
    why: "The base moved while it was merged, so what landed is verified once more; no run is no proof.",
    when: ({ verification }) => verification === "none",
    commands: (facts) => askToVerify(facts, facts.landed.sha),
    alarm: ACTS,
  },
  {
    id: "base-red-once",
    why: "The verify commands fail on the base after this merge; they run once more before anything is done.",
    when: ({ runs }) => runs.finished < 2,
    commands: (facts) => askToVerify(facts, facts.landed.sha),
    alarm: ACTS,
  },
  {
    id: "before-unknown",
    why: "The base is red; whether it was so before this merge is verified too.",
    when: ({ before, landed }) => before === "none" && landed.parent !== undefined,
    commands: (facts) => askToVerify(facts, facts.landed.parent?.sha ?? facts.landed.sha),
    alarm: ACTS,
  },
  {
    id: "base-red",
    why: "The verify commands fail on the base after this merge and passed before it: it is taken back.",
    when: brokeTheBase,
    commands: (facts) => [
      ...ask(
        facts,
        "base-red",
        `**It is taken back.** The verify commands fail twice on \`${facts.pull.base.branch}\` at ${short(facts.landed.sha)}, and passed before it. Nothing else is merged there until then. A pull request that reverts it follows, and its feature is built anew with the failure as input.`,
      ),
      ...askForRevert(facts),
    ],
    alarm: ACTS,
  },
  {
    id: "base-red-before",
    why: "The base was red before this merge already.",
    when: () => true,
    commands: (facts) =>
      ask(
        facts,
        "base-red-before",
        `**A person has to look.** The verify commands fail on \`${facts.pull.base.branch}\` at ${short(facts.landed.sha)}, and failed before this merge already.`,
      ),
    alarm: BY_PERSON,
  },
];

/** What landed is what was verified, or is verified itself. */
function isVerified({ watched, verification }: LandedFacts): boolean {
  return !watched || verification === "passed";
}

function filesIn({ workflows }: LandedFacts, state: BaseWorkflow["state"]): string {
  return workflows
    .filter((one) => one.state === state)
    .map(({ file }) => `\`${file}\``)
    .join(", ");
}

function unfitFiles({ workflows }: LandedFacts): string {
  return workflows
    .flatMap((one) => (one.state === "unfit" ? [`\`${one.file}\`, because ${quiet(one.why)}`] : []))
    .join("; ");
}

/** Starts a workflow on the base, which is at `sha`. */
export function startOnBase({ base, identity }: RepositorySnapshot, sha: string, file: string): Command {
  return { do: "start-on-base", branch: base.branch, sha, file, identity };
}

/** Once for each merge: the feature is built anew with what failed as its input. */
function tellFeature(facts: LandedFacts): Command[] {
  const { feature, landed, snapshot } = facts;
  const isTold = (feature?.comments ?? []).some(
    ({ author, body }) =>
      author.login === snapshot.identity && readBlock(FailureBlock, body)?.landed === landed.sha,
  );
  if (feature === undefined || isTold) return [];
  const text = `**Red on the base.** After it was merged as ${short(landed.sha)}, ${brokenWorkflows(facts).join(", ")} failed there twice, and passed before it.`;
  const body = withBlock(text, { v: 1, kind: "failure", landed: landed.sha });
  return [{ do: "say", number: feature.number, id: undefined, body }];
}

const WAY_OUT =
  "When you have seen to it yourself, comment `/nightshift retry` on its requirement, and the next merges go on.";

export function decideLanded(facts: LandedFacts): Decision {
  return climb(LANDED_LADDER, facts);
}

/** The rungs that ask for a revert: what the code agent's gate looks at again. */
export function revertDue(facts: LandedFacts): "tree" | "red" | undefined {
  const { rung } = decideLanded(facts);
  if (rung === "wrong-tree") return "tree";
  return rung === "base-red" || rung === "base-ci-red" ? "red" : undefined;
}

/** Nothing is left to do or to say about it. */
export function isQuiet({ rung }: Decision): boolean {
  return rung === "seen-to" || rung === "base-unwatched";
}

function askToVerify({ pull }: LandedFacts, sha: string): Command[] {
  const payload = { pull: pull.number, head: sha, base: sha };
  return [{ do: "send", type: "verify_requested", from: "repo_manager", to: "coder", payload }];
}

function askForRevert({ pull, landed }: LandedFacts): Command[] {
  const payload = { pull: pull.number, head: landed.sha };
  return [{ do: "send", type: "revert_requested", from: "repo_manager", to: "coder", payload }];
}
