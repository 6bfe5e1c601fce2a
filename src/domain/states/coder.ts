/** What the code agent does for a requirement. */
import { factsOf, owesChange } from "../pull-facts.ts";
import { type FeatureFacts, type RequirementFacts, readyFeatures } from "../requirement-facts.ts";
import type { PullSnapshot } from "../snapshot.ts";
import { inWork, type StateRow } from "./row.ts";

export type CoderState =
  | "IDLE"
  | "ANALYZING_REQUIREMENTS"
  | "PLANNING"
  | "IMPLEMENTING_FEATURE"
  | "CREATING_PR"
  | "WAITING_FOR_REVIEW"
  | "ADDRESSING_FEEDBACK"
  | "FEATURE_COMPLETE";

export const CODER_STATES: readonly StateRow<CoderState, RequirementFacts>[] = [
  {
    state: "IDLE",
    why: "There is nothing to do for the requirement, or a person is needed first.",
    seen: "closed, not authorised, paused or needs-human; or no plan and no live run",
    when: () => true,
    next: [{ to: "ANALYZING_REQUIREMENTS", by: "start_project" }],
  },
  {
    state: "ANALYZING_REQUIREMENTS",
    why: "The code agent is reading the requirement.",
    seen: "a live run `code · issue`, and no plan in the requirement's comment",
    when: (facts) => inWork(facts) && facts.features.length === 0 && facts.planning.atWork,
    next: [
      { to: "PLANNING", by: "the plan is written" },
      { to: "IDLE", by: "no usable plan" },
    ],
  },
  {
    state: "PLANNING",
    why: "The plan is made; no feature was started yet.",
    seen: "a plan in the requirement's comment, and no feature with a live run or a pull request",
    when: (facts) => inWork(facts) && facts.features.length > 0 && facts.features.every(isUnstarted),
    next: [{ to: "IMPLEMENTING_FEATURE", by: "continue_next_feature" }],
  },
  {
    state: "IMPLEMENTING_FEATURE",
    why: "The code agent is building a feature.",
    seen: "a live run `code · feature`, and no open pull request for that feature",
    when: (facts) => inWork(facts) && facts.features.some((feature) => feature.atWork && !openPull(feature)),
    next: [
      { to: "CREATING_PR", by: "the branch is pushed" },
      { to: "FEATURE_COMPLETE", by: "nothing to build" },
      { to: "IDLE", by: "given up, a person is asked" },
    ],
  },
  {
    state: "CREATING_PR",
    why: "The pull request is open; its run still posts statuses and labels.",
    seen: "an open pull request whose run `code · feature` is live",
    when: (facts) => inWork(facts) && facts.features.some((feature) => feature.atWork && openPull(feature)),
    next: [
      { to: "WAITING_FOR_REVIEW", by: "pr_created" },
      { to: "ADDRESSING_FEEDBACK", by: "tests red" },
    ],
  },
  {
    state: "WAITING_FOR_REVIEW",
    why: "The pull request waits for its review, an approval or its merge.",
    seen: "an open pull request, and nothing at its head asks for a change",
    when: (facts) =>
      inWork(facts) && facts.features.some((feature) => !feature.atWork && openPull(feature) !== undefined),
    next: [
      { to: "ADDRESSING_FEEDBACK", by: "review_comments_received" },
      { to: "FEATURE_COMPLETE", by: "pr_merged" },
    ],
  },
  {
    state: "ADDRESSING_FEEDBACK",
    why: "The code agent answers findings, fixes tests or CI, or resolves a conflict.",
    seen: "an open pull request with open findings, red tests, red CI or a conflict; or a live run `code · pull`",
    when: (facts) => inWork(facts) && facts.features.some((feature) => isAddressing(facts, feature)),
    next: [
      { to: "WAITING_FOR_REVIEW", by: "new_commits_pushed" },
      { to: "IDLE", by: "rounds used up, a person is asked" },
    ],
  },
  {
    state: "FEATURE_COMPLETE",
    why: "A feature is merged; the next one has not started yet.",
    seen: "a merged feature, none in work, and the next one ready or none left",
    when: (facts) =>
      inWork(facts) &&
      facts.features.some((feature) => feature.progress === "merged") &&
      facts.features.every((feature) => !feature.atWork && openPull(feature) === undefined) &&
      (readyFeatures(facts).length > 0 || facts.features.every(isOver)),
    next: [
      { to: "IMPLEMENTING_FEATURE", by: "continue_next_feature" },
      { to: "IDLE", by: "all_features_complete" },
    ],
  },
];

function openPull({ pull, progress }: FeatureFacts): PullSnapshot | undefined {
  return pull?.state === "open" && progress !== "needs-human" ? pull : undefined;
}

function isUnstarted({ progress, atWork, pull }: FeatureFacts): boolean {
  return (progress === "untracked" || progress === "queued") && !atWork && pull === undefined;
}

function isOver({ progress }: FeatureFacts): boolean {
  return progress === "merged" || progress === "dropped";
}

function isAddressing({ snapshot }: RequirementFacts, feature: FeatureFacts): boolean {
  const pull = openPull(feature);
  if (pull === undefined) return false;
  const atWork = snapshot.runs.some(
    ({ live, title }) =>
      live &&
      title?.agent === "code" &&
      title.subject.kind === "pull" &&
      title.subject.number === pull.number,
  );
  return atWork || owesChange(factsOf(snapshot, pull));
}
