/** Severity rises by round, so that reviews converge: what was not worth saying at first is not worth another round. */
import type { Severity } from "./finding.ts";

/** May a finding of this severity still ask for a change? Round 1: everything that is said; round 2: major; later: blockers alone. */
export function isHeard(severity: Severity, round: number): boolean {
  if (severity === "blocker") return true;
  if (severity === "major") return round <= 2;
  return severity === "minor" && round === 1;
}

/** Comments on lines in one review. */
export function inlineLimit(round: number): number {
  return round === 1 ? 10 : 5;
}
