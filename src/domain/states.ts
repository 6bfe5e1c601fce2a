/**
 * The three state machines as tables. A state is derived from the snapshot whenever somebody asks, and never stored: nothing
 * can be lost with it and nothing waits for it. Of the rows of a table the furthest that holds is the state; the first always
 * does. The diagrams in docs/how-it-works.md are made from these tables.
 */
import { decideMergePull } from "./decide/merge-pull.ts";
import { decideRequirement } from "./decide/merge-requirement.ts";
import { factsOf, owesChange, type PullFacts } from "./pull-facts.ts";
import { type RequirementFacts, requirementFactsOf } from "./requirement-facts.ts";
import { isOurs, type RepositorySnapshot } from "./snapshot.ts";
import { CODER_STATES, type CoderState } from "./states/coder.ts";
import { MANAGER_STATES, type ManagerState } from "./states/manager.ts";
import { REVIEWER_STATES, type ReviewerState } from "./states/reviewer.ts";
import { furthest, inWork } from "./states/row.ts";

/** What the code agent does for a requirement. */
export function coderState(facts: RequirementFacts): CoderState {
  return furthest(CODER_STATES, facts);
}

/** What the review agent does for a pull request. */
export function reviewerState(facts: PullFacts): ReviewerState {
  return furthest(REVIEWER_STATES, facts);
}

/** What the repository manager does; with several things at once, the furthest of them. */
export function managerState(snapshot: RepositorySnapshot): ManagerState {
  const requirements = snapshot.requirements.map((requirement) => requirementFactsOf(snapshot, requirement));
  const pulls = snapshot.pulls.filter((pull) => pull.state === "open" && isOurs(snapshot, pull));
  return furthest(MANAGER_STATES, {
    snapshot,
    requirements: requirements.filter(inWork).map((facts) => decideRequirement(facts).rung),
    pulls: pulls.map((pull) => {
      const facts = factsOf(snapshot, pull);
      return { rung: decideMergePull(facts).rung, owes: owesChange(facts) };
    }),
  });
}
