/** Carries out, between two turns, what was submitted to a run. */
import type { Ending } from "./result.ts";
import type { Session } from "./session.ts";

const STOP = "You are asked to stop. Call complete_task now with what is done; other calls will not run.";

/** Words of a person go behind the results of the last turn; a stop leaves one turn to end with. */
export function heedSubmissions<T>(session: Session<T>): void {
  const { run, conversation, budget, caller, wishes, emit } = session;
  for (const submission of run.submissions?.take() ?? []) {
    switch (submission.kind) {
      case "steer": {
        const text = caller.redact(submission.text);
        conversation.say(text);
        emit({ kind: "submitted", submission: "steer", message: text });
        break;
      }
      case "compact":
        wishes.compaction = true;
        emit({ kind: "submitted", submission: "compact", message: "a new epoch before the next turn" });
        break;
      case "stop":
        wishes.stop = caller.redact(submission.why);
        conversation.say(STOP);
        budget.expire();
        emit({ kind: "submitted", submission: "stop", message: wishes.stop });
        break;
    }
  }
}

/** A run that was asked to stop and did not complete was cancelled; it did not run out of time. */
export function heededEnding<T>(session: Session<T>, ending: Ending<T>): Ending<T> {
  const { stop } = session.wishes;
  if (stop === undefined || ending.cause !== "deadline") return ending;
  return { status: "cancelled", cause: "abort", message: `The run was stopped: ${stop}` };
}
