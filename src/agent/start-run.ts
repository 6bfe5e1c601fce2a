/** A run as a handle: submissions go in, events come out, and nothing else passes between a run and the world around it. */
import { type EventQueue, openEventQueue } from "./event-queue.ts";
import type { RunResult } from "./result.ts";
import { type AgentRun, runAgent } from "./run.ts";
import { openSubmissionQueue, type Submission } from "./submissions.ts";

export interface RunHandle<T> {
  submit(submission: Submission): void;
  /** A new consumer of all events from now on; subscribe before the first `await` to miss none. */
  events: EventQueue["subscribe"];
  /** Settles after the last event. */
  result: Promise<RunResult<T>>;
}

export function startRun<T>(run: Omit<AgentRun<T>, "onEvent" | "submissions">): RunHandle<T> {
  const queue = openEventQueue();
  const submissions = openSubmissionQueue();
  const result = Promise.resolve()
    .then(() => runAgent({ ...run, submissions, onEvent: queue.push }))
    .finally(queue.close);
  return { submit: submissions.submit, events: queue.subscribe, result };
}
