/** What the repository manager does in a repository, read from the rungs of its ladders. */
import { decidePeople } from "../decide/people.ts";
import { stateLabel } from "../labels.ts";
import { isOurs, type PullSnapshot, type RepositorySnapshot } from "../snapshot.ts";
import type { StateRow } from "./row.ts";

export type ManagerState =
  | "IDLE"
  | "MONITORING_REPO"
  | "COMMENTS_DETECTED"
  | "NOTIFYING_CODER"
  | "WAITING_FOR_FIX"
  | "MERGE_DETECTED"
  | "SYNCING_BRANCH"
  | "TRIGGERING_NEXT_TASK";

/** What the manager's ladders say of everything in the repository. */
export interface Overview {
  snapshot: RepositorySnapshot;
  /** Rungs of open pull requests, each with whether the coder owes a change there. */
  pulls: readonly { rung: string; owes: boolean }[];
  /** Rungs of requirements that somebody authorised and nobody stopped. */
  requirements: readonly string[];
}

export const MANAGER_STATES: readonly StateRow<ManagerState, Overview>[] = [
  {
    state: "IDLE",
    why: "No requirement is in work.",
    seen: "every requirement is closed, paused, complete or not authorised",
    when: () => true,
    next: [{ to: "MONITORING_REPO", by: "a requirement is authorised" }],
  },
  {
    state: "MONITORING_REPO",
    why: "Work is under way; the manager looks whenever something happens.",
    seen: "an authorised, open requirement",
    when: ({ requirements }) => requirements.length > 0,
    next: [
      { to: "COMMENTS_DETECTED", by: "human_acted" },
      { to: "NOTIFYING_CODER", by: "findings, red tests or a conflict" },
      { to: "MERGE_DETECTED", by: "review_approved, then the merge" },
      { to: "SYNCING_BRANCH", by: "the base moved" },
      { to: "TRIGGERING_NEXT_TASK", by: "a slot is free" },
      { to: "IDLE", by: "all_features_complete" },
    ],
  },
  {
    state: "COMMENTS_DETECTED",
    why: "A person's command waits to be carried out.",
    seen: "a /nightshift comment without our reaction",
    when: ({ snapshot }) => decidePeople(snapshot, () => "").length > 0,
    next: [{ to: "MONITORING_REPO", by: "carried out" }],
  },
  {
    state: "NOTIFYING_CODER",
    why: "A pull request needs a change, and the code agent is told.",
    seen: "a pull request on the rung findings-open, tests-red, ci-red or conflict",
    when: ({ pulls }) =>
      pulls.some(({ rung }) => ["findings-open", "tests-red", "ci-red", "conflict"].includes(rung)),
    next: [{ to: "WAITING_FOR_FIX", by: "review_comments_received" }],
  },
  {
    state: "WAITING_FOR_FIX",
    why: "The code agent is changing a pull request.",
    seen: "a pull request that needs a change, on the rung author-at-work",
    when: ({ pulls }) => pulls.some(({ rung, owes }) => rung === "author-at-work" && owes),
    next: [{ to: "MONITORING_REPO", by: "new_commits_pushed" }],
  },
  {
    state: "MERGE_DETECTED",
    why: "A pull request was merged; its bookkeeping is due.",
    seen: "a merged pull request of ours without the label merged",
    when: ({ snapshot }) => snapshot.pulls.some((pull) => isFreshlyMerged(snapshot, pull)),
    next: [
      { to: "SYNCING_BRANCH", by: "another open pull request" },
      { to: "TRIGGERING_NEXT_TASK", by: "pr_merged" },
    ],
  },
  {
    state: "SYNCING_BRANCH",
    why: "A pull request is verified again with the base as it is now.",
    seen: "a pull request on the rung base-moved",
    when: ({ pulls }) => pulls.some(({ rung }) => rung === "base-moved"),
    next: [{ to: "MONITORING_REPO", by: "verify_requested" }],
  },
  {
    state: "TRIGGERING_NEXT_TASK",
    why: "A requirement gets its plan or its next feature.",
    seen: "a requirement on the rung unplanned or next-feature",
    when: ({ requirements }) => requirements.some((rung) => rung === "unplanned" || rung === "next-feature"),
    next: [{ to: "MONITORING_REPO", by: "start_project or continue_next_feature" }],
  },
];

function isFreshlyMerged(snapshot: RepositorySnapshot, pull: PullSnapshot): boolean {
  const label = stateLabel(snapshot.config.label_prefix, "merged");
  return pull.state === "merged" && isOurs(snapshot, pull) && !pull.labels.includes(label);
}
