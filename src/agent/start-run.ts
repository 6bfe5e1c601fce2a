/** A run as a handle: submissions go in, events come out, and nothing else passes between a run and the world around it. */
import { type EventQueue, openEventQueue } from "./event-queue.ts";
import type { Approve } from "./orchestrator.ts";
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

/** `attended`: someone listens to the events and answers each `asked` by an `approve`. Else nobody is asked, and such calls are denied. */
export function startRun<T>(
  run: Omit<AgentRun<T>, "onEvent" | "submissions" | "approve">,
  attended = false,
): RunHandle<T> {
  const queue = openEventQueue();
  const submissions = openSubmissionQueue();
  const approve: Approve = ({ callId, agent, tool, what, why }) => {
    queue.push({ kind: "asked", callId, agent, tool, message: `${what}: ${why}` });
    return submissions.approval(callId, AbortSignal.any([run.signal, submissions.interrupted]));
  };
  const result = Promise.resolve()
    .then(() => runAgent({ ...run, ...(attended ? { approve } : {}), submissions, onEvent: queue.push }))
    .finally(queue.close);
  return { submit: submissions.submit, events: queue.subscribe, result };
}
