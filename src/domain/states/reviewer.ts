/** What the review agent does for a pull request. */
import { ownReviews, type PullFacts } from "../pull-facts.ts";
import type { StateRow } from "./row.ts";

export type ReviewerState =
  | "IDLE"
  | "MONITORING_PRS"
  | "PR_DETECTED"
  | "REVIEWING_CODE"
  | "COMMENTS_POSTED"
  | "WAITING_FOR_UPDATES"
  | "RE_REVIEWING"
  | "APPROVING"
  | "REVIEW_COMPLETE";

export const REVIEWER_STATES: readonly StateRow<ReviewerState, PullFacts>[] = [
  {
    state: "IDLE",
    why: "There is nothing to review.",
    seen: "merged, closed, a draft, paused or needs-human",
    when: () => true,
    next: [{ to: "MONITORING_PRS", by: "a pull request of ours is open" }],
  },
  {
    state: "MONITORING_PRS",
    why: "The head is not ready for a review yet.",
    seen: "no verdict, and the author is at work, tests are red or not run, or it conflicts",
    when: (facts) => isReviewable(facts) && facts.verdict === "none",
    next: [{ to: "PR_DETECTED", by: "the head is verified" }],
  },
  {
    state: "PR_DETECTED",
    why: "A verified head without a verdict waits for its review.",
    seen: "no verdict, verification passed, no live run",
    when: (facts) => isReviewable(facts) && facts.verdict === "none" && awaitsReview(facts),
    next: [
      { to: "REVIEWING_CODE", by: "pr_created" },
      { to: "RE_REVIEWING", by: "new_commits_pushed" },
    ],
  },
  {
    state: "REVIEWING_CODE",
    why: "The review agent is reading the change for the first time.",
    seen: "a live run `review · pull`, no verdict, and no earlier review of ours",
    when: (facts) => isReviewable(facts) && isReading(facts) && !wasReviewed(facts),
    next: [
      { to: "COMMENTS_POSTED", by: "findings" },
      { to: "APPROVING", by: "nothing serious is open" },
    ],
  },
  {
    state: "COMMENTS_POSTED",
    why: "The review is posted: it asks for changes, or for a person.",
    seen: "the verdict of this head is changes or comment",
    when: (facts) => isReviewable(facts) && (facts.verdict === "changes" || facts.verdict === "comment"),
    next: [
      { to: "WAITING_FOR_UPDATES", by: "review_comments_received" },
      { to: "IDLE", by: "review_comments_posted" },
    ],
  },
  {
    state: "WAITING_FOR_UPDATES",
    why: "The code agent answers the findings.",
    seen: "the verdict is changes, and a run of the code agent is live",
    when: (facts) => isReviewable(facts) && facts.verdict === "changes" && facts.authorAtWork,
    next: [{ to: "PR_DETECTED", by: "new_commits_pushed" }],
  },
  {
    state: "RE_REVIEWING",
    why: "The review agent is reading a new head of a change that it knows.",
    seen: "a live run `review · pull`, no verdict, and an earlier review of ours",
    when: (facts) => isReviewable(facts) && isReading(facts) && wasReviewed(facts),
    next: [
      { to: "COMMENTS_POSTED", by: "findings" },
      { to: "APPROVING", by: "nothing serious is open" },
    ],
  },
  {
    state: "APPROVING",
    why: "The verdict is approved; its run is still at its bookkeeping.",
    seen: "the verdict is approved, and a run `review · pull` is live",
    when: (facts) => isReviewable(facts) && facts.verdict === "approved" && facts.reviewerAtWork,
    next: [{ to: "REVIEW_COMPLETE", by: "review_approved" }],
  },
  {
    state: "REVIEW_COMPLETE",
    why: "This head is approved; merging is the manager's.",
    seen: "the verdict is approved, and no review run is live",
    when: (facts) => isReviewable(facts) && facts.verdict === "approved" && !facts.reviewerAtWork,
    next: [
      { to: "MONITORING_PRS", by: "a new head" },
      { to: "IDLE", by: "pr_merged" },
    ],
  },
];

function isReviewable({ pull, paused, needsHuman }: PullFacts): boolean {
  return pull.state === "open" && !pull.draft && !paused && !needsHuman;
}

function awaitsReview({ authorAtWork, reviewerAtWork, verification, pull }: PullFacts): boolean {
  return !authorAtWork && !reviewerAtWork && verification.state === "passed" && pull.mergeable !== "no";
}

function isReading({ reviewerAtWork, verdict }: PullFacts): boolean {
  return reviewerAtWork && verdict === "none";
}

function wasReviewed({ snapshot, pull }: PullFacts): boolean {
  return ownReviews(snapshot, pull).length > 0;
}
