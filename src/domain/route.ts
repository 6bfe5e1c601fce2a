/**
 * The routing table of the repository manager. Whoever sends a message looks here where it goes, so that a hop that the
 * manager would only forward costs no workflow run.
 */
import type { MessageType, Party } from "./message.ts";

/** The repository_dispatch event types, one per workflow. */
export type EventType = "nightshift-code" | "nightshift-review" | "nightshift-merge";

export interface Route {
  readonly from: readonly Party[];
  readonly to: Party;
  /** Undefined: recorded and told to people, not dispatched. */
  readonly event: EventType | undefined;
  readonly why: string;
}

export const ROUTES: { readonly [Type in MessageType]: Route } = {
  start_project: {
    from: ["person", "repo_manager"],
    to: "coder",
    event: "nightshift-code",
    why: "A requirement is authorised and has no plan yet.",
  },
  human_acted: {
    from: ["person", "coder"],
    to: "repo_manager",
    event: "nightshift-merge",
    why: "A person acted, or a feature turned out to be there already: observe again.",
  },
  continue_next_feature: {
    from: ["repo_manager", "coder"],
    to: "coder",
    event: "nightshift-code",
    why: "A slot is free and the feature is ready.",
  },
  pr_created: {
    from: ["coder"],
    to: "reviewer",
    event: "nightshift-review",
    why: "A new pull request wants its first review.",
  },
  new_commits_pushed: {
    from: ["coder", "repo_manager"],
    to: "reviewer",
    event: "nightshift-review",
    why: "A new head wants a review.",
  },
  verify_requested: {
    from: ["repo_manager"],
    to: "coder",
    event: "nightshift-code",
    why: "Exactly this merge is not yet verified.",
  },
  revert_requested: {
    from: ["repo_manager"],
    to: "coder",
    event: "nightshift-code",
    why: "Something that was merged is to be taken back: what landed is wrong, or a person asked for it.",
  },
  review_comments_posted: {
    from: ["reviewer", "coder"],
    to: "repo_manager",
    event: "nightshift-merge",
    why: "The round limit is reached or a person is needed.",
  },
  review_comments_received: {
    from: ["repo_manager", "reviewer", "coder"],
    to: "coder",
    event: "nightshift-code",
    why: "The head has open findings, red tests or a conflict.",
  },
  review_approved: {
    from: ["reviewer", "coder"],
    to: "repo_manager",
    event: "nightshift-merge",
    why: "The head may be ready to merge.",
  },
  pr_merged: { from: ["repo_manager"], to: "person", event: undefined, why: "Recorded and told." },
  all_features_complete: {
    from: ["repo_manager"],
    to: "person",
    event: undefined,
    why: "Recorded and told.",
  },
};

/** What the reviewer's verdict rings: the coder directly while rounds are left, else the manager. */
export function afterReview(review: {
  verdict: "approved" | "changes" | "comment";
  round: number;
  maxRounds: number;
}): MessageType {
  if (review.verdict === "approved") return "review_approved";
  return review.verdict === "changes" && review.round < review.maxRounds
    ? "review_comments_received"
    : "review_comments_posted";
}
