/** What an agent may do to GitHub, as data. The gateway performs one command after the other, each guarded by what was observed. */
import type { MergeGrounds, MergeRecord } from "./merge-record.ts";
import type { MessageType, Party, PayloadOf } from "./message.ts";
import type { CiRun } from "./snapshot.ts";
import type { MergeAttempt } from "./state-block.ts";

export interface Target {
  number: number;
  nodeId: string;
}

export type Send = {
  [Type in MessageType]: { do: "send"; type: Type; from: Party; to: Party; payload: PayloadOf<Type> };
}[MessageType];

export type Command =
  | Send
  /** Adds, then removes; never replaces the set. */
  | { do: "label"; target: Target; add: readonly string[]; remove: readonly string[] }
  /** Creates the comment, or edits comment `id` when there is one. */
  | { do: "say"; number: number; id: number | undefined; body: string }
  | { do: "react"; comment: string; content: "EYES" | "ROCKET" | "CONFUSED" | "THUMBS_UP" }
  | {
      do: "status";
      head: string;
      context: string;
      state: "pending" | "success" | "failure" | "error";
      description: string;
      /** The run whose word it is, when that is another than the one that writes it down. */
      run?: number;
    }
  /** Squashes exactly `head` onto the base; `base` is the head that was verified together with it. */
  | {
      do: "merge";
      pull: number;
      head: string;
      base: { branch: string; head: string };
      title: string;
      /** Body of the commit; the record follows it as trailers. */
      message: string;
      grounds: MergeGrounds;
    }
  /** Shows what a merge depends on, as our check run on the head; `id` when there is one. */
  | { do: "show-gate"; head: string; view: GateView }
  /**
   * Takes over the verdict of heads that made the very same change, given that one of them has an approving verdict;
   * `otherwise` is sent when none has or none is the same.
   */
  | {
      do: "carry";
      pull: number;
      head: string;
      base: { branch: string; head: string };
      from: readonly string[];
      otherwise: Send;
    }
  /** Puts the change onto the base as it is now: one commit, pushed only while the branch is at `head`. */
  | {
      do: "reapply";
      pull: number;
      branch: string;
      head: string;
      base: { branch: string; head: string };
      title: string;
    }
  /** Starts a workflow of the repository on the branch, given that this is at `head`, and notes its run there. */
  | { do: "start-ci"; pull: number; branch: string; head: string; file: string }
  /** Shows the jobs of a run that we started as statuses of the head that it ran on; of those that were left out, `skippable` are green. */
  | { do: "mirror-ci"; head: string; file: string; run: CiRun; skippable: readonly string[] }
  /** Starts a workflow of the repository on its base, given that this is at `sha`, and notes its run there. */
  | { do: "start-on-base"; branch: string; sha: string; file: string; identity: string }
  /** Makes of a run that ended on the base what is to be made of it: another attempt, or the last word on `sha`. */
  | { do: "settle-on-base"; sha: string; parent: string | undefined; file: string; run: CiRun }
  | { do: "create-branch"; branch: string; head: string }
  /** Opens the pull request that brings a requirement's branch to the base. */
  | { do: "open-final"; branch: string; base: string; title: string; body: string }
  | { do: "resolve"; threads: readonly string[] }
  /** Deletes the branch only while it still points at `head`. */
  | { do: "delete-branch"; branch: string; head: string }
  /** Proposes what the reviews of these merged pull requests taught, as one pull request that a person merges. */
  | { do: "propose-lessons"; pulls: readonly number[] }
  /** Proves what landed as `sha`, and writes down what came out. */
  | { do: "prove"; sha: string; record: MergeRecord }
  | { do: "reopen"; number: number }
  | { do: "close"; number: number; reason: "completed" | "not_planned" };

/** Our check run on a head, as people see it. */
export interface GateView {
  id: number | undefined;
  state: "waiting" | "passed" | "failed";
  /** At most 200 characters. */
  title: string;
  summary: string;
  attempt: MergeAttempt | undefined;
}

/** What a decision says: which rung held, why, what to do, and what wakes us again. */
export interface Decision {
  rung: string;
  /** Product text: shown to people. */
  why: string;
  commands: readonly Command[];
  alarm: Alarm;
}

/**
 * What ends a wait. `acts`: nothing to wait for, the commands change the state. `event`: a trigger of our workflows.
 * `soon`: look again within this job. `sweep`: only the schedule.
 */
export type Alarm =
  | { kind: "acts" }
  | { kind: "event"; name: string }
  | { kind: "soon"; seconds: number }
  | { kind: "sweep" };

/** What goes on after an alarm, in words. */
export function goesOnBy(alarm: Alarm): string {
  switch (alarm.kind) {
    case "acts":
      return "itself: it acts";
    case "event":
      return alarm.name;
    case "soon":
      return `a second look in the same job after ${alarm.seconds} s`;
    case "sweep":
      return "the sweep";
  }
}

export interface Rung<Facts> {
  readonly id: string;
  /** What has to hold before a merge and does not on this rung; rungs without one are about something else. */
  readonly clause?: string;
  readonly why: string | ((facts: Facts) => string);
  readonly when: (facts: Facts) => boolean;
  readonly commands: (facts: Facts) => readonly Command[];
  readonly alarm: Alarm;
}

/** The first rung that holds. The last rung of a ladder always holds. */
export function climb<Facts>(ladder: readonly Rung<Facts>[], facts: Facts): Decision {
  const rung = ladder.find((candidate) => candidate.when(facts));
  if (rung === undefined) throw new Error("unreachable: the last rung of a ladder always holds");
  return {
    rung: rung.id,
    why: whyOf(rung, facts),
    commands: rung.commands(facts),
    alarm: rung.alarm,
  };
}

export function whyOf<Facts>({ why }: Pick<Rung<Facts>, "why">, facts: Facts): string {
  return typeof why === "string" ? why : why(facts);
}
