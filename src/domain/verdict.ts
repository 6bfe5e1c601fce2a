/** The verdict of a review, computed by code from what is open, never taken from the model. */
import { type CriterionCheck, type HeldFinding, isSerious, type Severity } from "./finding.ts";
import { isHeard } from "./ratchet.ts";

export type Verdict = "approved" | "changes" | "comment";

/** The state of the status that carries a verdict. */
export const VERDICT_STATES = {
  approved: "success",
  changes: "failure",
  comment: "error",
} as const satisfies Record<Verdict, string>;

export interface VerdictFacts {
  /** Severity of every finding that is open at this head: new ones and threads that are not fixed. */
  open: readonly Severity[];
  /** Serious findings that nobody could check. */
  unchecked?: number;
  criteria: readonly Pick<CriterionCheck, "state">[];
  /** Hunks that nobody read. */
  deferredHunks: number;
}

/** `changes` asks the coder; `comment` needs a person; `approved` lets the merge gate go on. */
export function decideVerdict(facts: VerdictFacts): { verdict: Verdict; why: string } {
  const serious = facts.open.filter((severity) => severity === "blocker" || severity === "major").length;
  if (serious > 0)
    return {
      verdict: "changes",
      why: counted(serious, "serious finding is open", "serious findings are open"),
    };
  const unmet = facts.criteria.filter((criterion) => criterion.state === "unmet").length;
  if (unmet > 0)
    return {
      verdict: "changes",
      why: counted(unmet, "acceptance criterion is unmet", "acceptance criteria are unmet"),
    };
  const unchecked = facts.unchecked ?? 0;
  if (unchecked > 0) {
    return {
      verdict: "comment",
      why: counted(
        unchecked,
        "serious finding could not be checked",
        "serious findings could not be checked",
      ),
    };
  }
  if (facts.deferredHunks > 0) {
    return {
      verdict: "comment",
      why: counted(
        facts.deferredHunks,
        "part of the change was not read",
        "parts of the change were not read",
      ),
    };
  }
  const unclear = facts.criteria.filter((criterion) => criterion.state === "human").length;
  if (unclear > 0) {
    return {
      verdict: "comment",
      why: counted(unclear, "acceptance criterion needs a person", "acceptance criteria need a person"),
    };
  }
  return {
    verdict: "approved",
    why: `Every changed part was read, nothing serious is open${facts.criteria.length > 0 ? ", every criterion is met" : ""}.`,
  };
}

/** What new findings add to the facts: in later rounds only what that round still asks for. */
export function factsOfFindings(
  findings: readonly Pick<HeldFinding, "severity" | "check">[],
  round: number,
): { open: Severity[]; unchecked: number } {
  const asking = findings.filter(({ severity }) => isHeard(severity, round));
  const isUnchecked = ({ severity, check }: (typeof asking)[number]) =>
    check === "unchecked" && isSerious(severity);
  return {
    open: asking.filter((one) => !isUnchecked(one)).map(({ severity }) => severity),
    unchecked: asking.filter(isUnchecked).length,
  };
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}.`;
}
