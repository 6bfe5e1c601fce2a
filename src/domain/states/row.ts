/** One row of a state table, and how a table is read. */
import type { RequirementFacts } from "../requirement-facts.ts";

export interface StateRow<Name extends string, Facts> {
  readonly state: Name;
  /** Product text: what the agent is doing. */
  readonly why: string;
  /** What in the snapshot shows it, for people who want to check. */
  readonly seen: string;
  readonly when: (facts: Facts) => boolean;
  /** Where it leads, and the message or act that leads there. */
  readonly next: readonly { readonly to: Name; readonly by: string }[];
}

/** The furthest row that holds; the first row of a table always does. */
export function furthest<Name extends string, Facts>(
  rows: readonly StateRow<Name, Facts>[],
  facts: Facts,
): Name {
  const row = rows.findLast((candidate) => candidate.when(facts));
  if (row === undefined) throw new Error("unreachable: the first row of a state table always holds");
  return row.state;
}

/** Somebody who may write asked for it, and nobody stopped it. */
export function inWork({ requirement, authorisation, paused, state, snapshot }: RequirementFacts): boolean {
  return (
    requirement.open &&
    authorisation.state === "authorised" &&
    !paused &&
    state !== "needs-human" &&
    state !== "complete" &&
    snapshot.config.mode !== "observe"
  );
}
