/** Whether the checks that a merge needs are green at a head. Matched by name and app; the worst of several counts; nothing is green by being absent. */

import { ACTIONS_APP, ACTIONS_BOT } from "./names.ts";
import type { RequiredCheck } from "./rules.ts";
import type { CheckSnapshot, StatusSnapshot } from "./snapshot.ts";

export type CheckState = "passed" | "failed" | "pending" | "missing";

export interface CheckedCheck extends RequiredCheck {
  state: CheckState;
}

export interface ChecksOfHead {
  checks: readonly CheckSnapshot[];
  statuses: readonly StatusSnapshot[];
}

const WORST_FIRST: readonly CheckState[] = ["failed", "pending", "missing", "passed"];

/** `skippable` names the checks that count as passed when they were skipped or ended neutral. */
export function judgeCheck(
  { checks, statuses }: ChecksOfHead,
  wanted: RequiredCheck,
  skippable: readonly string[],
): CheckState {
  const states = [
    ...newestOfSuites(
      checks.filter((check) => check.name === wanted.name && fits(check.app, wanted.app)),
    ).map(
      ({ state }): CheckState =>
        state !== "skipped" && state !== "neutral"
          ? state
          : skippable.includes(wanted.name)
            ? "passed"
            : "failed",
    ),
    // GitHub compares the context of a status without its case, and takes one of its own token for its own app's check.
    ...statuses
      .filter(
        (status) =>
          status.context.toLowerCase() === wanted.name.toLowerCase() &&
          fits(status.creator === ACTIONS_BOT ? ACTIONS_APP : undefined, wanted.app),
      )
      .map(
        ({ state }): CheckState =>
          state === "success" ? "passed" : state === "pending" ? "pending" : "failed",
      ),
  ];
  return worstOf(states);
}

/** The worst of several; of none at all: missing. */
export function worstOf(states: readonly CheckState[]): CheckState {
  return WORST_FIRST.find((state) => states.includes(state)) ?? "missing";
}

function fits(app: number | undefined, wanted: number | undefined): boolean {
  return wanted === undefined || app === wanted;
}

/** A job that ran again in its suite is judged by its newest attempt. */
export function newestOfSuites(checks: readonly CheckSnapshot[]): CheckSnapshot[] {
  const newest = new Map<string, CheckSnapshot>();
  for (const check of checks) {
    const key = JSON.stringify([check.suite, check.app, check.name]);
    const other = newest.get(key);
    if (other === undefined || check.id > other.id) newest.set(key, check);
  }
  return [...newest.values()];
}
