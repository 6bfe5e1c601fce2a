/** What the merge agent does with a pull request of ours. Order is precedence; the last rung always holds. */
import { climb, type Decision, type Rung } from "../command.ts";
import { waitText } from "../deferral.ts";
import { groundsOf } from "../merge-record.ts";
import { type Rest, restsOf } from "../money.ts";
import type { PullFacts } from "../pull-facts.ts";
import { visiblePart } from "../state-block.ts";
import { short } from "../words.ts";
import { ask, escalate, explain, featureBecomes, markRisks } from "./say.ts";

const BY_MESSAGE = {
  kind: "event",
  name: "the run that is at work sends the next message when it ends",
} as const;
const BY_PERSON = {
  kind: "event",
  name: "a comment, review, label or pull request event rings the doorbell",
} as const;
const ACTS = { kind: "acts" } as const;

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
      { do: "delete-branch", branch: facts.pull.branch, head: facts.pull.head },
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
    alarm: BY_PERSON,
  },
  {
    id: "requirement-closed",
    why: "Its requirement is closed or not in work any more.",
    when: ({ requirement }) => requirement === undefined || !requirement.open,
    commands: () => [],
    alarm: BY_PERSON,
  },
  {
    id: "feature-dropped",
    why: "A person closed the issue of its feature. Reopen that to go on.",
    when: ({ feature }) => feature !== undefined && !feature.open,
    commands: () => [],
    alarm: BY_PERSON,
  },
  {
    id: "paused",
    why: "Paused by a person. /nightshift resume goes on.",
    when: ({ paused }) => paused,
    commands: (facts) => explain(facts, "pending", "Paused by a person. /nightshift resume goes on."),
    alarm: BY_PERSON,
  },
  {
    id: "needs-human",
    why: "A person has to decide; the last comment says what. /nightshift retry goes on.",
    when: ({ needsHuman }) => needsHuman,
    commands: () => [],
    alarm: BY_PERSON,
  },
  {
    id: "draft",
    why: "It is a draft: whoever made it one says when it is ready.",
    when: ({ pull }) => pull.draft,
    commands: (facts) => explain(facts, "pending", "It is a draft; mark it as ready for review to go on."),
    alarm: BY_PERSON,
  },
  {
    id: "run-about-to-end",
    why: "The run that gave the result which is looked at has not ended yet.",
    when: ({ aboutToEnd }) => aboutToEnd,
    commands: () => [],
    alarm: { kind: "soon", seconds: 1 },
  },
  {
    id: "author-at-work",
    why: "The code agent is at work on it.",
    when: ({ authorAtWork }) => authorAtWork,
    commands: () => [],
    alarm: BY_MESSAGE,
  },
  {
    id: "reviewer-at-work",
    why: "The review agent is reading it.",
    when: ({ reviewerAtWork }) => reviewerAtWork,
    commands: () => [],
    alarm: BY_MESSAGE,
  },
  {
    id: "feature-over-budget",
    why: "It needs more work, and the money for this feature is spent.",
    when: (facts) => facts.usd >= facts.snapshot.config.budget.feature_usd && needsWork(facts),
    commands: (facts) =>
      escalate(
        facts,
        "feature-over-budget",
        `It needs more work and has cost ${facts.usd.toFixed(2)} US dollars; \`budget.feature_usd\` allows ${facts.snapshot.config.budget.feature_usd}. Raise it first.`,
      ),
    alarm: BY_PERSON,
  },
  {
    id: "deferred",
    why: "The model's provider asked to wait; the comment says until when, and the first sweep after that goes on.",
    when: (facts) => facts.deferredUntil !== undefined && needsModel(facts),
    commands: (facts) => explain(facts, "pending", waitText(facts.deferredUntil)),
    alarm: { kind: "sweep" },
  },
  {
    id: "requirement-over-budget",
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
    alarm: BY_PERSON,
  },
  {
    id: "day-over-budget",
    why: "It needs a model, and the money for this day is spent; the first sweep after midnight UTC goes on.",
    when: (facts) => needsModel(facts) && isSpent(facts, "day_usd"),
    commands: (facts) =>
      explain(facts, "pending", "The money for this day is spent; goes on after midnight UTC."),
    alarm: { kind: "sweep" },
  },
  {
    id: "conflict",
    why: "It conflicts with its base branch; the code agent resolves it.",
    when: (facts) => facts.pull.mergeable === "no" && !exhausted(facts) && !facts.pull.foreignCommits,
    commands: (facts) => [...featureBecomes(facts, "fixing"), ...sendBack(facts)],
    alarm: ACTS,
  },
  {
    id: "conflict-for-a-person",
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
    alarm: BY_PERSON,
  },
  {
    id: "verification-without-result",
    why: "The verification broke off several times and gave no result.",
    when: (facts) => lacksVerification(facts) && facts.verifyRuns >= facts.snapshot.config.attempts,
    commands: (facts) =>
      escalate(
        facts,
        "verification-without-result",
        `${facts.verifyRuns} verify runs on ${short(facts.pull.head)} ended without a result; their logs say why.`,
      ),
    alarm: BY_PERSON,
  },
  {
    id: "unverified",
    why: "This head has no verification of ours yet; one is asked for.",
    when: (facts) => facts.verification.state === "none" && !exhausted(facts),
    commands: (facts) => askToVerify(facts),
    alarm: ACTS,
  },
  {
    id: "tests-red",
    why: "The verify commands fail at this head; the code agent fixes it.",
    when: (facts) => facts.verification.state === "failed" && !exhausted(facts),
    commands: (facts) => [...featureBecomes(facts, "fixing"), ...sendBack(facts)],
    alarm: ACTS,
  },
  {
    id: "tests-stay-red",
    why: "The verify commands still fail after the last allowed attempt.",
    when: ({ verification }) => verification.state !== "passed",
    commands: (facts) =>
      escalate(
        facts,
        "tests-stay-red",
        `The verify commands do not pass after ${facts.codeRuns} runs of the code agent on this pull request.`,
      ),
    alarm: BY_PERSON,
  },
  {
    id: "unreviewed",
    why: "A verdict belongs to one commit, and this head has none yet; a review is asked for.",
    when: (facts) => facts.verdict === "none" && facts.reviewRuns < facts.snapshot.config.attempts,
    commands: (facts) => [
      ...featureBecomes(facts, "in-review"),
      {
        do: "send",
        type: "new_commits_pushed",
        from: "repo_manager",
        to: "reviewer",
        payload: { pull: facts.pull.number, head: facts.pull.head },
      },
    ],
    alarm: ACTS,
  },
  {
    id: "review-without-result",
    why: "The review agent ran several times on this head and gave no verdict.",
    when: ({ verdict }) => verdict === "none",
    commands: (facts) =>
      escalate(
        facts,
        "review-without-result",
        `${facts.reviewRuns} review runs on ${short(facts.pull.head)} ended without a verdict; their logs say why.`,
      ),
    alarm: BY_PERSON,
  },
  {
    id: "findings-open",
    why: "The review has open findings; the code agent answers them.",
    when: (facts) => (facts.verdict === "changes" || facts.changesAskedBy !== undefined) && !exhausted(facts),
    commands: (facts) => [...featureBecomes(facts, "fixing"), ...sendBack(facts)],
    alarm: ACTS,
  },
  {
    id: "rounds-exceeded",
    why: "Author and reviewer did not agree within the allowed rounds.",
    when: ({ verdict, changesAskedBy }) => verdict === "changes" || changesAskedBy !== undefined,
    commands: (facts) =>
      escalate(
        facts,
        "rounds-exceeded",
        `Author and reviewer did not agree within ${facts.snapshot.config.rounds} rounds. Please look at the open threads.`,
      ),
    alarm: BY_PERSON,
  },
  {
    id: "base-moved",
    why: "The base moved since it was verified; exactly this merge is verified again.",
    when: ({ verification, pull }) => verification.state === "passed" && verification.base !== pull.base.head,
    commands: (facts) => askToVerify(facts),
    alarm: ACTS,
  },
  {
    id: "awaits-approval",
    why: (facts) => `${approvalReason(facts)} A person with write permission approves it.`,
    when: (facts) => facts.approvedBy === undefined && needsApproval(facts),
    commands: (facts) => [
      ...markRisks(facts),
      ...featureBecomes(facts, "ready-to-merge"),
      ...explain(facts, "pending", `Waits for a person's approval of ${short(facts.pull.head)}.`),
      ...ask(
        facts,
        "awaits-approval",
        `**Ready, waits for a person.** ${approvalReason(facts)}\n\nReviewed and verified at ${facts.pull.head}. Approve it with an approving review, or comment \`/nightshift approve ${short(facts.pull.head)}\`.`,
      ),
    ],
    alarm: BY_PERSON,
  },
  {
    id: "only-proposed",
    why: "mode: propose never merges; a person merges it.",
    when: ({ snapshot }) => snapshot.config.mode !== "merge",
    commands: (facts) => [
      ...featureBecomes(facts, "ready-to-merge"),
      ...explain(facts, "success", "Ready. mode: propose never merges; a person does."),
    ],
    alarm: BY_PERSON,
  },
  {
    id: "mergeability-unknown",
    why: "GitHub is still computing whether it can be merged.",
    when: ({ pull }) => pull.mergeable === "unknown",
    commands: () => [],
    alarm: { kind: "soon", seconds: 2 },
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

export function decideMergePull(facts: PullFacts): Decision {
  return climb(PULL_LADDER, facts);
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

/** Something at this head asks the code agent for a change. */
function needsWork({ pull, verification, verdict, changesAskedBy }: PullFacts): boolean {
  return (
    pull.mergeable === "no" ||
    verification.state === "failed" ||
    verdict === "changes" ||
    changesAskedBy !== undefined
  );
}

/** The next step is one of the code or the review agent. */
function needsModel(facts: PullFacts): boolean {
  return needsWork(facts) || (facts.verdict === "none" && facts.verification.state !== "none");
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
