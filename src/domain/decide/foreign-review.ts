/**
 * What becomes of a pull request that Nightshift did not open and that is to be reviewed: the manager asks for the review, the gate
 * of the review agent lets it in. Nothing of it is merged, pushed to or labelled. Order is precedence; the last rung always holds.
 */
import { type Command, climb, type Decision, type Rung } from "../command.ts";
import { waitText } from "../deferral.ts";
import { type Rest, restsOfForeign } from "../money.ts";
import {
  approvalWithoutStatus,
  factsOf,
  ownReviews,
  type PullFacts,
  REVIEW_STATUS,
  reviewWithoutStatus,
} from "../pull-facts.ts";
import { type ReviewGrant, reviewGrant } from "../review-grant.ts";
import { isOurs, type PullSnapshot, type RepositorySnapshot } from "../snapshot.ts";
import type { ReviewBlock } from "../state-block.ts";
import { VERDICT_STATES } from "../verdict.ts";
import { short } from "../words.ts";
import { ACTS, BY_PULL_EVENT } from "./alarms.ts";
import { ask } from "./say.ts";

const SWEEP = { kind: "sweep" } as const;
const BY_HEAD = {
  kind: "event",
  name: "a new head, by the doorbell where it rings for pushes, else by the sweep",
} as const;

export interface ForeignFacts extends PullFacts {
  grant: ReviewGrant;
}

export const FOREIGN_LADDER: readonly Rung<ForeignFacts>[] = [
  {
    id: "paused",
    why: "Paused by a person: the label paused is on it.",
    when: ({ paused }) => paused,
    commands: () => [],
    alarm: BY_PULL_EVENT,
  },
  {
    id: "verdict-unsaid",
    why: "Its review is posted, and the run was cut off before the status; the status is written now.",
    when: (facts) => unsaidVerdict(facts) !== undefined,
    commands: (facts) => verdictStatus(facts.pull, unsaidVerdict(facts)),
    alarm: ACTS,
  },
  {
    id: "reviewed",
    why: "This head has its review.",
    when: isReviewed,
    commands: () => [],
    alarm: BY_HEAD,
  },
  {
    id: "reviewer-at-work",
    why: "The review agent is reading it.",
    when: ({ reviewerAtWork }) => reviewerAtWork,
    commands: () => [],
    alarm: SWEEP,
  },
  {
    id: "deferred",
    why: ({ deferredUntil }) => waitText(deferredUntil),
    when: ({ deferredUntil }) => deferredUntil !== undefined,
    commands: () => [],
    alarm: SWEEP,
  },
  {
    id: "review-without-result",
    why: "The review agent ran several times on this head and gave no review.",
    when: ({ reviewRuns, snapshot }) => reviewRuns >= snapshot.config.attempts,
    commands: (facts) =>
      ask(
        facts,
        "review-without-result",
        `**Not reviewed.** ${facts.reviewRuns} review runs on ${short(facts.pull.head)} ended without a result; their logs say why. When that is mended, comment \`/nightshift review ${facts.pull.head}\`.`,
      ),
    alarm: BY_PULL_EVENT,
  },
  {
    id: "feature-over-budget",
    why: "The money for this pull request is spent.",
    when: (facts) => isSpent(facts, "feature_usd"),
    commands: (facts) =>
      ask(
        facts,
        "feature-over-budget",
        `**Not reviewed.** Its reviews have cost ${facts.usd.toFixed(2)} US dollars; \`budget.feature_usd\` allows ${facts.snapshot.config.budget.feature_usd} for one pull request. A person may raise it.`,
      ),
    alarm: BY_PULL_EVENT,
  },
  {
    id: "day-over-budget",
    why: "The money for this day is spent; the first sweep after midnight UTC goes on.",
    when: (facts) => isSpent(facts, "day_usd"),
    // Whoever asked for it is told; what the settings cover waits in silence.
    commands: (facts) =>
      facts.grant.asData
        ? ask(
            facts,
            "day-over-budget",
            `**Not reviewed yet.** The ${facts.snapshot.config.budget.day_usd} US dollars of \`budget.day_usd\` are spent; the first sweep after midnight UTC goes on.`,
          )
        : [],
    alarm: SWEEP,
  },
  {
    id: "unreviewed",
    why: "The settings or a person want this head reviewed, and it has no review yet; one is asked for.",
    when: () => true,
    commands: ({ pull }) => [
      {
        do: "send",
        type: "new_commits_pushed",
        from: "repo_manager",
        to: "reviewer",
        payload: { pull: pull.number, head: pull.head },
      },
    ],
    alarm: ACTS,
  },
];

export function decideForeignReview(facts: ForeignFacts): Decision {
  return climb(FOREIGN_LADDER, facts);
}

/** Undefined for a pull request of ours, and for one that nobody who may write wants reviewed. */
export function foreignFactsOf(snapshot: RepositorySnapshot, pull: PullSnapshot): ForeignFacts | undefined {
  if (isOurs(snapshot, pull)) return undefined;
  const grant = reviewGrant(snapshot, pull);
  return grant && { ...factsOf(snapshot, pull), grant };
}

/**
 * A review of ours at exactly this head, or the status of one that had nothing new to say; whoever's run posted it, it can only make
 * us do less. What is read as data has no status.
 */
export function isReviewed({ snapshot, pull, grant }: ForeignFacts): boolean {
  const isPosted = ownReviews(snapshot, pull).some(({ head }) => head === pull.head);
  return isPosted || (!grant.asData && hasStatus(snapshot, pull));
}

function hasStatus({ identity }: RepositorySnapshot, { statuses }: PullSnapshot): boolean {
  return statuses.some(
    ({ context, creator, state }) => context === REVIEW_STATUS && creator === identity && state !== "pending",
  );
}

/** A review of ours at this head whose status is missing; as everywhere an approving one counts by the run behind it alone. */
function unsaidVerdict({ snapshot, pull, grant, reviewerAtWork }: ForeignFacts): ReviewBlock | undefined {
  if (grant.asData || reviewerAtWork || hasStatus(snapshot, pull)) return undefined;
  const review = reviewWithoutStatus(snapshot, pull);
  return review?.verdict === "approved" ? approvalWithoutStatus(snapshot, pull) : review;
}

function verdictStatus({ head }: PullSnapshot, review: ReviewBlock | undefined): Command[] {
  if (review === undefined) return [];
  const { round, verdict, cost } = review;
  const status = { head, context: REVIEW_STATUS, state: VERDICT_STATES[verdict] };
  const description = `Round ${round}: the review says why.`;
  return [{ do: "status", ...status, description, ...(cost ? { run: cost.run } : {}) }];
}

function isSpent({ snapshot, pull }: ForeignFacts, cap: Rest["cap"]): boolean {
  return restsOfForeign(snapshot, pull).some((rest) => rest.cap === cap && rest.left <= 0);
}
