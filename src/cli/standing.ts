/** Where every requirement, feature and pull request stands, and why: what the ladders say about a snapshot. */
import type { Decision } from "../domain/command.ts";
import { decideMergePull } from "../domain/decide/merge-pull.ts";
import { decideRequirement } from "../domain/decide/merge-requirement.ts";
import { factsOf } from "../domain/pull-facts.ts";
import { type FeatureFacts, type RequirementFacts, requirementFactsOf } from "../domain/requirement-facts.ts";
import type { CommentSnapshot, PullSnapshot, RepositorySnapshot } from "../domain/snapshot.ts";
import { visiblePart } from "../domain/state-block.ts";
import { short } from "../domain/words.ts";

export interface PullStanding {
  pull: PullSnapshot;
  /** State and why in the words of the ladder; of a pull request that is over, the end. */
  rung: string;
  why: string;
  decision: Decision;
}

export interface FeatureStanding {
  facts: FeatureFacts;
  why: string;
  pull: PullStanding | undefined;
}

export interface RequirementStanding {
  facts: RequirementFacts;
  decision: Decision;
  features: readonly FeatureStanding[];
}

/** Rungs whose wait ends by itself, because a run is at work. */
const AT_WORK = new Set(["author-at-work", "reviewer-at-work", "planning", "features-at-work"]);

export function standingsOf(snapshot: RepositorySnapshot): RequirementStanding[] {
  return snapshot.requirements.map((requirement) => {
    const facts = requirementFactsOf(snapshot, requirement);
    const features = facts.features.map((feature) => featureStanding(snapshot, facts, feature));
    return { facts, decision: decideRequirement(facts), features };
  });
}

/** Only a person can end this wait. */
export function needsPerson({ rung, alarm }: Decision): boolean {
  return alarm.kind === "event" && !AT_WORK.has(rung);
}

/** Everything that the ladders would do now, over requirements and their open pull requests. */
export function pendingCommands(standings: readonly RequirementStanding[]) {
  return standings.flatMap(({ decision, features }) => [
    ...decision.commands,
    ...features.flatMap(({ pull }) => (pull?.pull.state === "open" ? pull.decision.commands : [])),
  ]);
}

/** What stops an open requirement, one text for each thing that waits. */
export function obstaclesOf({
  facts,
  decision,
  features,
}: RequirementStanding): { text: string; person: boolean }[] {
  const { requirement, snapshot } = facts;
  const found = features.flatMap(({ facts: feature, pull, why }) => {
    const open = pull?.pull.state === "open" ? pull : undefined;
    const name = `feature #${feature.planned.number ?? "?"} "${feature.planned.title}"`;
    if (open) {
      const person = needsPerson(open.decision);
      const asked = askedIn([...open.pull.comments, ...(feature.issue?.comments ?? [])], snapshot.identity);
      return [{ text: `pull request #${open.pull.number}: ${open.rung}. ${asked ?? open.why}`, person }];
    }
    if (feature.progress !== "needs-human") return [];
    return [
      { text: `${name}: ${askedIn(feature.issue?.comments ?? [], snapshot.identity) ?? why}`, person: true },
    ];
  });
  if (found.length > 0) return found;
  const asked =
    decision.rung === "needs-human" ? askedIn(requirement.comments, snapshot.identity) : undefined;
  return [
    {
      text: `requirement #${requirement.number}: ${decision.rung}. ${asked ?? decision.why}`,
      person: needsPerson(decision),
    },
  ];
}

/** Our newest comment that says what a person has to decide, without the way out that it names. */
function askedIn(comments: readonly CommentSnapshot[], identity: string): string | undefined {
  const asked = comments
    .filter(({ author, body }) => author.login === identity && body.startsWith("**A person has to decide.**"))
    .at(-1);
  if (asked === undefined) return undefined;
  return visiblePart(asked.body)
    .replace(/^\*\*A person has to decide\.\*\*\s*/, "")
    .replace(/\n+When that is done, comment [\s\S]*$/, "")
    .replace(/\s*Comment `\/nightshift retry`[\s\S]*$/, "")
    .trim()
    .slice(0, 1_500);
}

function featureStanding(
  snapshot: RepositorySnapshot,
  requirement: RequirementFacts,
  facts: FeatureFacts,
): FeatureStanding {
  const pull = facts.pull ? pullStanding(snapshot, facts.pull) : undefined;
  return { facts, pull, why: featureWhy(requirement, facts, pull) };
}

function pullStanding(snapshot: RepositorySnapshot, pull: PullSnapshot): PullStanding {
  const decision = decideMergePull(factsOf(snapshot, pull));
  if (pull.state !== "merged") return { pull, rung: decision.rung, why: decision.why, decision };
  const commit = pull.mergeCommit === undefined ? "" : ` as ${short(pull.mergeCommit)}`;
  return { pull, rung: "merged", why: `It is merged${commit}.`, decision };
}

function featureWhy(
  requirement: RequirementFacts,
  facts: FeatureFacts,
  pull: PullStanding | undefined,
): string {
  if (pull && (facts.progress === "merged" || facts.progress === "open")) return pull.why;
  const waitsFor = facts.planned.after.filter((key) =>
    requirement.features.some(
      ({ planned, progress }) => planned.key === key && progress !== "merged" && progress !== "dropped",
    ),
  );
  switch (facts.progress) {
    case "untracked":
      return "It has no issue yet.";
    case "merged":
      return "The code already does it.";
    case "dropped":
      return "A person closed its issue.";
    case "needs-human":
      return "A person has to decide; the last comment says what. /nightshift retry goes on.";
    default:
      if (facts.atWork) return "The code agent is writing it.";
      return waitsFor.length > 0 ? `It comes after ${waitsFor.join(", ")}.` : "It waits for its turn.";
  }
}
