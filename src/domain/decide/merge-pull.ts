/** What the merge agent does with a pull request of ours. Order is precedence; the last rung always holds. */

import type { CheckState } from "../checks.ts";
import { isUnmirrored, isUnstarted } from "../ci.ts";
import { type Command, climb, type Decision, type Rung } from "../command.ts";
import { waitText } from "../deferral.ts";
import { laneClosedBy } from "../landed-facts.ts";
import { groundsOf } from "../merge-record.ts";
import { type Rest, restsOf } from "../money.ts";
import {
  approvalWithoutStatus,
  approvedBefore,
  owesChange,
  owesGreenCi,
  type PullFacts,
  REVIEW_STATUS,
} from "../pull-facts.ts";
import { quiet } from "../quiet.ts";
import type { CiWorkflow } from "../snapshot.ts";
import { type MergeAttempt, type ReviewBlock, visiblePart } from "../state-block.ts";
import { short } from "../words.ts";
import { ACTS, BY_CHECKS, BY_MESSAGE, BY_PULL_EVENT } from "./alarms.ts";
import { RULE_RUNGS } from "./merge-rules.ts";
import { ask, askWhenReady, escalate, featureBecomes, leaveCiRed } from "./say.ts";

const BY_CLICK = {
  kind: "event",
  name: "a click of a person, then the end of that workflow where the template names it, else the sweep",
} as const;
const BY_MERGE = {
  kind: "event",
  name: "the merge of what goes before, in the same run of the manager",
} as const;

export const PULL_LADDER: readonly Rung<PullFacts>[] = [
  {
    id: "landed",
    why: "It is merged: what is left is the bookkeeping.",
    when: ({ pull }) => pull.state === "merged",
    commands: (facts) => [
      ...featureBecomes(facts, "merged"),
      ...(facts.feature?.open && facts.feature.number !== facts.requirement?.number
        ? [{ do: "close", number: facts.feature.number, reason: "completed" } as const]
        : []),
      ...(isBaseOfAnother(facts)
        ? []
        : [{ do: "delete-branch", branch: facts.pull.branch, head: facts.pull.head } as const]),
    ],
    alarm: ACTS,
  },
  {
    id: "closed-by-a-person",
    why: "The pull request was closed without a merge. /nightshift retry builds it anew.",
    when: ({ pull }) => pull.state === "closed",
    commands: (facts) =>
      facts.feature?.open && facts.requirement?.open
        ? [
            ...ask(
              facts,
              "closed-by-a-person",
              "**A person has to decide.** This pull request was closed without a merge. Comment `/nightshift retry` to build its feature anew, or close the feature's issue to drop it.",
            ),
            ...featureBecomes(facts, "needs-human"),
          ]
        : [],
    alarm: BY_PULL_EVENT,
  },
  {
    id: "requirement-closed",
    clause: "wanted",
    why: "Its requirement is closed or not in work any more.",
    when: ({ requirement }) => requirement === undefined || !requirement.open,
    commands: () => [],
    alarm: BY_PULL_EVENT,
  },
  {
    id: "feature-dropped",
    clause: "wanted",
    why: "A person closed the issue of its feature. Reopen that to go on.",
    when: ({ feature }) => feature !== undefined && !feature.open,
    commands: () => [],
    alarm: BY_PULL_EVENT,
  },
  {
    id: "paused",
    clause: "go-ahead",
    why: "Paused by a person. /nightshift resume goes on.",
    when: ({ paused }) => paused,
    commands: () => [],
    alarm: BY_PULL_EVENT,
  },
  {
    id: "needs-human",
    clause: "go-ahead",
    why: "A person has to decide; the last comment says what. /nightshift retry goes on.",
    when: ({ needsHuman }) => needsHuman,
    commands: () => [],
    alarm: BY_PULL_EVENT,
  },
  {
    id: "draft",
    clause: "go-ahead",
    why: "It is a draft: whoever made it one marks it as ready for review to go on.",
    when: ({ pull }) => pull.draft,
    commands: () => [],
    alarm: BY_PULL_EVENT,
  },
  {
    id: "run-about-to-end",
    clause: "lease",
    why: "The run that gave the result which is looked at has not ended yet.",
    when: ({ aboutToEnd }) => aboutToEnd,
    commands: () => [],
    alarm: { kind: "soon", seconds: 1 },
  },
  {
    id: "author-at-work",
    clause: "lease",
    why: "The code agent is at work on it.",
    when: ({ authorAtWork }) => authorAtWork,
    commands: () => [],
    alarm: BY_MESSAGE,
  },
  {
    id: "reviewer-at-work",
    clause: "lease",
    why: "The review agent is reading it.",
    when: ({ reviewerAtWork }) => reviewerAtWork,
    commands: () => [],
    alarm: BY_MESSAGE,
  },
  {
    id: "lane-closed",
    clause: "lease",
    why: "What was merged before it is not known to be right: nothing else is merged until that is proved, or taken back.",
    when: ({ snapshot, pull }) => laneClosedBy(snapshot, pull.base.branch) !== undefined,
    commands: () => [],
    alarm: BY_MESSAGE,
  },
  {
    id: "feature-over-budget",
    clause: "means",
    why: "It needs more work, and the money for this feature is spent.",
    when: (facts) => facts.usd >= facts.snapshot.config.budget.feature_usd && owesChange(facts),
    commands: (facts) =>
      escalate(
        facts,
        "feature-over-budget",
        `It needs more work and has cost ${facts.usd.toFixed(2)} US dollars; \`budget.feature_usd\` allows ${facts.snapshot.config.budget.feature_usd}. Raise it first.`,
      ),
    alarm: BY_PULL_EVENT,
  },
  {
    id: "deferred",
    clause: "means",
    why: ({ deferredUntil }) => waitText(deferredUntil),
    when: (facts) => facts.deferredUntil !== undefined && needsModel(facts),
    commands: () => [],
    alarm: { kind: "sweep" },
  },
  {
    id: "requirement-over-budget",
    clause: "means",
    why: "It needs more work, and the money for its requirement is spent.",
    when: (facts) => needsModel(facts) && isSpent(facts, "requirement_usd"),
    commands: (facts) => {
      const { requirement_usd } = facts.snapshot.config.budget;
      return escalate(
        facts,
        "requirement-over-budget",
        `It needs more work, and the ${requirement_usd} US dollars of \`budget.requirement_usd\` are spent. Raise it first.`,
      );
    },
    alarm: BY_PULL_EVENT,
  },
  {
    id: "day-over-budget",
    clause: "means",
    why: "It needs a model, and the money for this day is spent; the first sweep after midnight UTC goes on.",
    when: (facts) => needsModel(facts) && isSpent(facts, "day_usd"),
    commands: () => [],
    alarm: { kind: "sweep" },
  },
  {
    id: "conflict",
    clause: "mergeable",
    why: "It conflicts with its base branch; the code agent resolves it.",
    when: (facts) => facts.pull.mergeable === "no" && !exhausted(facts) && !facts.pull.foreignCommits,
    commands: (facts) => [...featureBecomes(facts, "fixing"), ...sendBack(facts)],
    alarm: ACTS,
  },
  {
    id: "conflict-for-a-person",
    clause: "mergeable",
    why: (facts) =>
      facts.pull.foreignCommits
        ? "It conflicts with its base branch and carries commits of people, which are never rewritten. Please resolve the conflict."
        : "It conflicts with its base branch, and the code agent could not resolve it.",
    when: (facts) => facts.pull.mergeable === "no",
    commands: (facts) =>
      escalate(
        facts,
        "conflict-for-a-person",
        facts.pull.foreignCommits
          ? `It conflicts with \`${facts.pull.base.branch}\` and carries commits of people, which are never rewritten. Please resolve the conflict.`
          : `It conflicts with \`${facts.pull.base.branch}\`, and ${facts.codeRuns} runs of the code agent could not resolve it.`,
      ),
    alarm: BY_PULL_EVENT,
  },
  {
    id: "verification-without-result",
    clause: "verification",
    why: "The verification broke off several times and gave no result.",
    when: (facts) => lacksVerification(facts) && facts.verifyRuns >= facts.snapshot.config.attempts,
    commands: (facts) =>
      escalate(
        facts,
        "verification-without-result",
        `${facts.verifyRuns} verify runs on ${short(facts.pull.head)} ended without a result; their logs say why.`,
      ),
    alarm: BY_PULL_EVENT,
  },
  {
    id: "unverified",
    clause: "verification",
    why: "This head has no verification of ours yet; one is asked for.",
    when: (facts) => facts.verification.state === "none" && !exhausted(facts),
    commands: (facts) => askToVerify(facts),
    alarm: ACTS,
  },
  {
    id: "tests-red",
    clause: "verification",
    why: "The verify commands fail at this head; the code agent fixes it.",
    when: (facts) => facts.verification.state === "failed" && !exhausted(facts),
    commands: (facts) => [...featureBecomes(facts, "fixing"), ...sendBack(facts)],
    alarm: ACTS,
  },
  {
    id: "tests-stay-red",
    clause: "verification",
    why: "The verify commands still fail after the last allowed attempt.",
    when: ({ verification }) => verification.state !== "passed",
    commands: (facts) =>
      escalate(
        facts,
        "tests-stay-red",
        `The verify commands do not pass after ${facts.codeRuns} runs of the code agent on this pull request.`,
      ),
    alarm: BY_PULL_EVENT,
  },
  {
    id: "approval-unsaid",
    clause: "verdict",
    why: "The review approved exactly this head, and its run was cut off before the status; the status is written now.",
    when: ({ verdict, pull, snapshot }) =>
      verdict === "none" && approvalWithoutStatus(snapshot, pull) !== undefined,
    commands: ({ pull, snapshot }) => approvalStatus(pull.head, approvalWithoutStatus(snapshot, pull)),
    alarm: ACTS,
  },
  {
    id: "unreviewed",
    clause: "verdict",
    why: "A verdict belongs to one commit, and this head has none yet; a review is asked for.",
    when: (facts) => facts.verdict === "none" && facts.reviewRuns < facts.snapshot.config.attempts,
    commands: (facts) => [...featureBecomes(facts, "in-review"), reviewOrCarry(facts)],
    alarm: ACTS,
  },
  {
    id: "review-without-result",
    clause: "verdict",
    why: "The review agent ran several times on this head and gave no verdict.",
    when: ({ verdict }) => verdict === "none",
    commands: (facts) =>
      escalate(
        facts,
        "review-without-result",
        `${facts.reviewRuns} review runs on ${short(facts.pull.head)} ended without a verdict; their logs say why.`,
      ),
    alarm: BY_PULL_EVENT,
  },
  {
    id: "findings-open",
    clause: "changes",
    why: "The review has open findings; the code agent answers them.",
    when: (facts) => (facts.verdict === "changes" || facts.changesAskedBy !== undefined) && !exhausted(facts),
    commands: (facts) => [...featureBecomes(facts, "fixing"), ...sendBack(facts)],
    alarm: ACTS,
  },
  {
    id: "rounds-exceeded",
    clause: "changes",
    why: "Author and reviewer did not agree within the allowed rounds.",
    when: ({ verdict, changesAskedBy }) => verdict === "changes" || changesAskedBy !== undefined,
    commands: (facts) =>
      escalate(
        facts,
        "rounds-exceeded",
        `Author and reviewer did not agree within ${facts.snapshot.config.rounds} rounds. Please look at the open threads.`,
      ),
    alarm: BY_PULL_EVENT,
  },
  {
    id: "changes-stand",
    clause: "changes",
    why: ({ changesStandBy }) =>
      `What ${changesStandBy ?? "a person"} asked for at an earlier head stands until the same person approves, or the review is dismissed.`,
    when: ({ changesStandBy }) => changesStandBy !== undefined,
    commands: (facts) =>
      askWhenReady(
        facts,
        "changes-stand",
        `${facts.changesStandBy} asked for changes at an earlier head. Review it again, or dismiss that review.`,
      ),
    alarm: BY_PULL_EVENT,
  },
  {
    id: "conversations-open",
    clause: "conversations",
    why: ({ openThreads }) =>
      openThreads === 1
        ? "A conversation that a person began is not resolved."
        : `${openThreads} conversations that people began are not resolved.`,
    when: ({ openThreads }) => openThreads > 0,
    commands: (facts) =>
      askWhenReady(
        facts,
        "conversations-open",
        "Conversations that people began are open. Resolve them; or ask for changes by a review, which the code agent answers.",
      ),
    alarm: BY_PULL_EVENT,
  },
  {
    id: "ci-unfit",
    clause: "checks",
    why: ({ ci }) =>
      ci
        .filter(({ unfit }) => unfit !== undefined)
        .map(({ file, unfit }) => `The workflow ${file} cannot be started: ${unfit}.`)
        .join(" "),
    when: ({ ci }) => ci.some(({ unfit }) => unfit !== undefined),
    commands: (facts) =>
      escalate(
        facts,
        "ci-unfit",
        `\`ci.dispatch\` names workflows that cannot be started at ${short(facts.pull.head)}: ${facts.ci.flatMap(({ file, unfit }) => (unfit === undefined ? [] : [`\`${file}\`, because ${unfit}`])).join("; ")}.`,
      ),
    alarm: BY_PULL_EVENT,
  },
  {
    id: "ci-unstarted",
    clause: "checks",
    why: (facts) =>
      `The repository's own workflows are started at this head: ${startable(facts)
        .map(({ file }) => file)
        .join(", ")}.`,
    when: (facts) => startable(facts).length > 0,
    commands: (facts) =>
      startable(facts).map(({ file }) => ({
        do: "start-ci",
        pull: facts.pull.number,
        branch: facts.pull.branch,
        head: facts.pull.head,
        file,
      })),
    alarm: ACTS,
  },
  {
    id: "ci-ended",
    clause: "checks",
    why: "Runs that were started at this head have ended; their jobs become statuses of it.",
    when: ({ ci }) => ci.some(isUnmirrored),
    commands: ({ ci, pull, snapshot }) =>
      ci.flatMap(({ file, run }) =>
        run !== undefined && isUnmirrored({ run })
          ? [{ do: "mirror-ci", head: pull.head, file, run, skippable: snapshot.config.ci.skippable }]
          : [],
      ),
    alarm: ACTS,
  },
  {
    id: "ci-red",
    clause: "checks",
    why: (facts) =>
      `The repository's own CI fails at this head (${redFiles(facts)}); the code agent fixes it.`,
    when: (facts) => owesGreenCi(facts) && !exhausted(facts),
    commands: (facts) => [...featureBecomes(facts, "fixing"), ...sendBack(facts)],
    alarm: ACTS,
  },
  {
    id: "ci-stays-red",
    clause: "checks",
    why: (facts) =>
      facts.redCiLeft
        ? `The repository's own CI fails at this head (${redFiles(facts)}), and the code agent changed nothing for it.`
        : `The repository's own CI still fails (${redFiles(facts)}) after the last allowed attempt.`,
    when: ({ redCi }) => redCi.length > 0,
    commands: (facts) =>
      leaveCiRed(
        facts,
        facts.redCi.map(({ file }) => file),
        facts.redCiLeft
          ? "the code agent changed nothing for it."
          : `${facts.codeRuns} runs of the code agent on this pull request did not mend it.`,
      ),
    alarm: BY_PULL_EVENT,
  },
  {
    id: "checks-red",
    clause: "checks",
    why: (facts) => `${namedChecks(facts, "failed")} at this head.`,
    when: ({ checks }) => checks.some(({ state }) => state === "failed"),
    commands: (facts) =>
      escalate(
        facts,
        "checks-red",
        `${namedChecks(facts, "failed")} at ${short(facts.pull.head)}. A newer green attempt of the same check counts.`,
      ),
    alarm: BY_PULL_EVENT,
  },
  {
    id: "awaits-approval",
    clause: "approval",
    why: (facts) => `${approvalReason(facts)} A person with write permission approves it.`,
    when: (facts) => facts.approvedBy === undefined && needsApproval(facts),
    commands: (facts) =>
      askWhenReady(
        facts,
        "awaits-approval",
        `${approvalReason(facts)}\n\nReviewed and verified at ${facts.pull.head}. Approve it with an approving review, or comment \`/nightshift approve ${short(facts.pull.head)}\`.`,
      ),
    alarm: BY_PULL_EVENT,
  },
  {
    id: "ci-holds-secrets",
    clause: "checks",
    why: (facts) => `${heldReason(facts)} A person with write permission approves this head first.`,
    when: (facts) => facts.ci.some(isUnstarted),
    commands: (facts) =>
      askWhenReady(
        facts,
        "ci-holds-secrets",
        `${heldReason(facts)} It runs what an agent wrote, so a person looks at that before.\n\nReviewed and verified at ${facts.pull.head}. Approve it with an approving review, or comment \`/nightshift approve ${short(facts.pull.head)}\`; then it is started. \`ci.trust: true\` starts it without.`,
      ),
    alarm: BY_PULL_EVENT,
  },
  ...RULE_RUNGS,
  {
    id: "ci-held",
    clause: "checks",
    why: ({ pull }) =>
      `GitHub holds back ${pull.held.join(", ")} at this head until a person with write permission clicks "Approve workflows to run".`,
    when: ({ pull, checks }) => pull.held.length > 0 && checks.some(({ state }) => state === "missing"),
    commands: (facts) =>
      askWhenReady(
        facts,
        "ci-held",
        `GitHub holds back ${facts.pull.held.join(", ")} at ${short(facts.pull.head)}, because a workflow's own token pushed it. Look at the change, then click "Approve workflows to run" on this pull request.`,
      ),
    alarm: BY_CLICK,
  },
  {
    id: "checks-pending",
    clause: "checks",
    why: (facts) => `${namedChecks(facts, "pending")} at this head.`,
    when: ({ checks }) => checks.some(({ state }) => state === "pending"),
    commands: () => [],
    alarm: BY_CHECKS,
  },
  {
    id: "checks-missing",
    clause: "checks",
    why: (facts) => `${namedChecks(facts, "missing")} at this head.`,
    when: ({ checks, pull }) => pull.checksCut || checks.some(({ state }) => state === "missing"),
    commands: (facts) =>
      askWhenReady(
        facts,
        "checks-missing",
        `${namedChecks(facts, "missing")} at ${short(facts.pull.head)}. What a workflow's own token pushes starts no workflow by itself: start the check, or approve its run if GitHub asks for that.`,
      ),
    alarm: BY_PULL_EVENT,
  },
  {
    id: "after-others",
    clause: "dependencies",
    why: ({ afterOthers }) => `It comes after features that are not merged: ${afterOthers.join(", ")}.`,
    when: ({ afterOthers }) => afterOthers.length > 0,
    commands: () => [],
    alarm: BY_MERGE,
  },
  {
    id: "not-its-turn",
    clause: "lane",
    why: ({ laneHead, pull, obstacles }) =>
      `Pull request #${laneHead} goes into ${pull.base.branch} first; one is verified and merged at a time.${conflictText(obstacles)}`,
    when: ({ laneHead, pull }) => laneHead !== undefined && laneHead !== pull.number,
    commands: () => [],
    alarm: BY_MERGE,
  },
  {
    id: "behind",
    clause: "lane",
    why: "Its branch has to stand on the base as it is now; the change is put onto it anew.",
    when: ({ pull }) => !pull.onBase && !pull.foreignCommits,
    commands: ({ pull }) => [
      {
        do: "reapply",
        pull: pull.number,
        branch: pull.branch,
        head: pull.head,
        base: pull.base,
        title: pull.title,
      },
    ],
    alarm: ACTS,
  },
  {
    id: "behind-for-a-person",
    clause: "lane",
    why: "Its branch has to stand on the base as it is now, and carries commits of people, which are never rewritten. Please update the branch.",
    when: ({ pull }) => !pull.onBase,
    commands: (facts) =>
      askWhenReady(
        facts,
        "behind-for-a-person",
        `The branch carries commits of people, which are never rewritten, and has to contain \`${facts.pull.base.branch}\` as it is now. Please update it.`,
      ),
    alarm: BY_PULL_EVENT,
  },
  {
    id: "base-moved",
    clause: "verification",
    why: "The base moved since it was verified; exactly this merge is verified again.",
    when: ({ verification, pull }) => verification.state === "passed" && verification.base !== pull.base.head,
    commands: (facts) => askToVerify(facts),
    alarm: ACTS,
  },
  {
    id: "only-proposed",
    clause: "mode",
    why: "Ready. mode: propose never merges; a person does.",
    when: ({ snapshot }) => snapshot.config.mode !== "merge",
    commands: (facts) => featureBecomes(facts, "ready-to-merge"),
    alarm: BY_PULL_EVENT,
  },
  {
    id: "mergeability-unknown",
    clause: "mergeable",
    why: "GitHub is still computing whether it can be merged.",
    when: ({ pull }) => pull.mergeable === "unknown",
    commands: () => [],
    alarm: { kind: "soon", seconds: 2 },
  },
  {
    id: "merge-refused",
    clause: "attempt",
    why: ({ attempt }) => `GitHub refused to merge it and said "${attempt?.said ?? ""}".`,
    when: ({ attempt }) =>
      attempt !== undefined && attempt.phase !== "sent" && (attempt.final || attempt.count >= MERGE_ATTEMPTS),
    commands: (facts) =>
      escalate(
        facts,
        "merge-refused",
        facts.attempt?.phase === "unclear"
          ? `GitHub gave no clear answer to the merge of ${short(facts.pull.head)}, and no commit of it was found on \`${facts.pull.base.branch}\`. Look at both before it is tried again. ${facts.attempt.said}`
          : `GitHub refused to merge ${short(facts.pull.head)}: ${facts.attempt?.said ?? ""}`,
      ),
    alarm: BY_PULL_EVENT,
  },
  {
    id: "merge-later",
    clause: "attempt",
    why: ({ attempt }) =>
      `GitHub refused to merge it and said "${attempt?.said ?? ""}"; it is asked again later.`,
    when: ({ attempt, snapshot }) =>
      attempt !== undefined && attempt.phase !== "sent" && snapshot.at < againAt(attempt),
    commands: () => [],
    alarm: { kind: "sweep" },
  },
  {
    id: "ready",
    why: "Reviewed, verified with this base, approved where needed and mergeable, all for this head.",
    when: () => true,
    commands: (facts) => [
      {
        do: "merge",
        pull: facts.pull.number,
        head: facts.pull.head,
        base: facts.pull.base,
        title: `${facts.pull.title} (#${facts.pull.number})`,
        message: squashBody(facts),
        grounds: groundsOf(facts),
      },
    ],
    alarm: ACTS,
  },
];

const LANE = PULL_LADDER.findIndex(({ clause }) => clause === "lane");

/** Nothing before the lane holds it up: it is a candidate for the next merge into its base. */
export function isInLane(facts: PullFacts): boolean {
  return !PULL_LADDER.slice(0, LANE).some(({ when }) => when(facts));
}

export function decideMergePull(facts: PullFacts): Decision {
  return climb(PULL_LADDER, facts);
}

/** A sentence about what a test merge found. */
function conflictText(paths: readonly string[]): string {
  if (paths.length === 0) return "";
  const more = paths.length > 3 ? ` and ${paths.length - 3} more` : "";
  const named = quiet(paths.slice(0, 3).join(", "));
  return ` By then it conflicts in ${named}${more} with what goes before it; the code agent resolves that.`;
}

/** Times that one head is sent to be merged before a person is asked. */
export const MERGE_ATTEMPTS = 3;
/** Minutes before a refused merge is sent again: after the first, the second, … */
const AGAIN_AFTER = [1, 5, 15] as const;

function againAt({ at, count }: MergeAttempt): string {
  const minutes = AGAIN_AFTER[Math.min(count, AGAIN_AFTER.length) - 1] ?? 0;
  return new Date(Date.parse(at) + minutes * 60_000).toISOString();
}

/** Required checks in a state, such as "Required checks failed: lint, test (of app 7)". */
function namedChecks({ checks, pull }: PullFacts, state: CheckState): string {
  const words: Record<CheckState, string> = {
    failed: "failed",
    pending: "have not ended",
    missing: "have no result",
    passed: "passed",
  };
  const names = checks
    .filter((check) => check.state === state)
    .map(({ name, app }) => (app === undefined ? name : `${name} (of app ${app})`));
  const cut = pull.checksCut ? ["(it has more than a hundred checks, not all of which are known)"] : [];
  return `Required checks ${words[state]}: ${[...names, ...cut].join(", ")}`;
}

/** Without its base GitHub closes a pull request; what people stacked on the branch keeps it. */
function isBaseOfAnother({ pull, snapshot }: PullFacts): boolean {
  return snapshot.pulls.some(({ state, base }) => state === "open" && base.branch === pull.branch);
}

/** Workflows that may run at this head and do not yet. */
function startable({ ci, snapshot, approvedBy }: PullFacts): CiWorkflow[] {
  const free = snapshot.config.ci.trust || approvedBy !== undefined;
  return ci.filter((workflow) => isUnstarted(workflow) && (free || workflow.holds.length === 0));
}

function redFiles({ redCi }: PullFacts): string {
  return redCi.map(({ file }) => file).join(", ");
}

function heldReason({ ci }: PullFacts): string {
  return ci
    .filter((workflow) => isUnstarted(workflow) && workflow.holds.length > 0)
    .map(({ file, holds }) => `The workflow ${file} is not started by itself, because ${holds.join(", ")}.`)
    .join(" ");
}

/** No further round of the code agent is allowed. */
function exhausted(facts: PullFacts): boolean {
  const { rounds } = facts.snapshot.config;
  return facts.rounds >= rounds || facts.codeRuns >= rounds;
}

/** Nobody knows how exactly this merge fares. */
function lacksVerification({ verification, pull }: PullFacts): boolean {
  return (
    verification.state === "none" || (verification.state === "passed" && verification.base !== pull.base.head)
  );
}

/** The next step is one of the code or the review agent. */
function needsModel(facts: PullFacts): boolean {
  return owesChange(facts) || (facts.verdict === "none" && facts.verification.state !== "none");
}

function isSpent({ snapshot, requirement }: PullFacts, cap: Rest["cap"]): boolean {
  if (requirement === undefined) return false;
  return restsOf(snapshot, requirement).some((rest) => rest.cap === cap && rest.left <= 0);
}

function needsApproval(facts: PullFacts): boolean {
  return facts.risks.length > 0 || facts.snapshot.config.approval.every_pull || facts.verdict === "comment";
}

function approvalReason(facts: PullFacts): string {
  if (facts.verdict === "comment") return "The review could not decide everything by itself.";
  const reasons: Record<(typeof facts.risks)[number], string> = {
    first: "it is the first pull request of this repository",
    dependencies: "it changes dependencies",
    database: "it touches stored data",
    ci: "it changes how the project is built or tested",
    large: "it is large",
  };
  const said = facts.risks.map((risk) => reasons[risk]);
  return said.length > 0
    ? `A person looks at it because ${said.join(" and ")}.`
    : "Every pull request is approved by a person here.";
}

/** Heads that were approved before may have made the very same change, as after a rebase; then their verdict is taken over. */
/** The status that an approving review was to leave. */
export function approvalStatus(head: string, review: ReviewBlock | undefined): Command[] {
  if (review === undefined) return [];
  return [
    {
      do: "status",
      head,
      context: REVIEW_STATUS,
      state: "success",
      description: `Round ${review.round}: approved; the review says why.`,
      ...(review.cost ? { run: review.cost.run } : {}),
    },
  ];
}

function reviewOrCarry({ pull, snapshot }: PullFacts): Command {
  const payload = { pull: pull.number, head: pull.head };
  const send = {
    do: "send",
    type: "new_commits_pushed",
    from: "repo_manager",
    to: "reviewer",
    payload,
  } as const;
  const from = approvedBefore(snapshot, pull);
  if (from.length === 0) return send;
  return { do: "carry", pull: pull.number, head: pull.head, base: pull.base, from, otherwise: send };
}

function sendBack(facts: PullFacts) {
  const payload = { pull: facts.pull.number, head: facts.pull.head };
  return [
    { do: "send", type: "review_comments_received", from: "repo_manager", to: "coder", payload },
  ] as const;
}

function askToVerify(facts: PullFacts) {
  const payload = { pull: facts.pull.number, head: facts.pull.head, base: facts.pull.base.head };
  return [{ do: "send", type: "verify_requested", from: "repo_manager", to: "coder", payload }] as const;
}

/** Body of the squash commit: what the pull request says. The record by which the merge is found and proved follows it. */
function squashBody({ pull }: PullFacts): string {
  const [text = ""] = visiblePart(pull.body).split("\n---\n");
  return text.replace(/^(closes|fixes|resolves) #\d+\.?$/gim, "").trim();
}
