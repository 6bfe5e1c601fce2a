/** The deciding half of a tick: every ladder over one snapshot, and what they answer to people. Pure. */
import type { Decision } from "../../domain/command.ts";
import { decideMergePull } from "../../domain/decide/merge-pull.ts";
import { decideRequirement } from "../../domain/decide/merge-requirement.ts";
import type { Place } from "../../domain/decide/people.ts";
import { isOurs } from "../../domain/decide/work.ts";
import { factsOf } from "../../domain/pull-facts.ts";
import { requirementFactsOf } from "../../domain/requirement-facts.ts";
import type { RepositorySnapshot } from "../../domain/snapshot.ts";

export interface Subject {
  subject: string;
  decision: Decision;
}

/** Pull requests first: a merge frees the slot that the requirement's ladder fills. */
export function decideAll(snapshot: RepositorySnapshot): Subject[] {
  const pulls = snapshot.pulls
    .filter(
      (pull) => isOurs(snapshot, pull) && (pull.state === "open" || needsBookkeeping(snapshot, pull.number)),
    )
    .map((pull) => ({
      subject: `pull request #${pull.number}`,
      decision: decideMergePull(factsOf(snapshot, pull)),
    }));
  const requirements = snapshot.requirements.map((requirement) => ({
    subject: `requirement #${requirement.number}`,
    decision: decideRequirement(requirementFactsOf(snapshot, requirement)),
  }));
  return [...pulls, ...requirements];
}

/** A merged pull request whose labels do not say so, or a closed one whose feature waits. */
function needsBookkeeping(snapshot: RepositorySnapshot, number: number): boolean {
  const pull = snapshot.pulls.find((candidate) => candidate.number === number);
  if (pull === undefined) return false;
  const { label_prefix: prefix } = snapshot.config;
  if (pull.state === "merged") return !pull.labels.includes(`${prefix}:merged`);
  const replaced = snapshot.pulls.some(
    (other) =>
      other.number > number &&
      other.block?.key === pull.block?.key &&
      other.block?.requirement === pull.block?.requirement,
  );
  return pull.state === "closed" && !replaced && !pull.labels.includes(`${prefix}:needs-human`);
}

/** Why everything that belongs to the place where somebody asked is where it is. */
export function statusText(
  snapshot: RepositorySnapshot,
  decisions: readonly Subject[],
  { requirement, pull }: Place,
): string {
  const facts = requirementFactsOf(snapshot, requirement);
  const pulls = snapshot.pulls.filter((candidate) =>
    pull ? candidate.number === pull.number : candidate.block?.requirement === requirement.number,
  );
  const wanted = new Set([
    `requirement #${requirement.number}`,
    ...pulls.map((candidate) => `pull request #${candidate.number}`),
  ]);
  const decided = decisions
    .filter(({ subject }) => wanted.has(subject))
    .map(({ subject, decision }) => `- ${subject}: **${decision.rung}**. ${decision.why}`);
  const features = facts.features
    .filter(({ planned }) => planned.number !== requirement.number)
    .map(({ planned, progress }) => `- feature #${planned.number ?? "?"} (${planned.key}): **${progress}**.`);
  return [...decided, ...(pull ? [] : features)].join("\n");
}
