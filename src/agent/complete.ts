/** The call of `complete_task`: accepted, sent back with what is missing, or the end of a run that cannot say it right. */
import type { Call } from "./calls.ts";
import { checkCompletion } from "./completion.ts";
import { completeEnding, type Ending, failedEnding } from "./result.ts";
import type { Session } from "./session.ts";

const INVALID_COMPLETIONS = 3;

export type CompletionOutcome<T> =
  | { ending: Ending<T> }
  | { ending: Ending<T>; error: string }
  | { error: string };

export async function complete<T>(session: Session<T>, call: Call): Promise<CompletionOutcome<T>> {
  const { run, worktree, budget, counts, transcript } = session;
  transcript.append("tool_call", { id: call.id, name: call.name, input: call.input });
  const check = await checkCompletion(call.input, run.output, session.gates, {
    edited: worktree.edited,
    commandsRun: worktree.commands(),
    turns: budget.turns,
    sandbox: run.sandbox,
  });
  transcript.append("tool_result", {
    id: call.id,
    isError: check.kind !== "accepted",
    invalid: check.kind === "invalid",
    why: check.kind === "accepted" ? "" : check.why,
  });
  if (check.kind === "accepted") return { ending: completeEnding(check.completion) };
  const error = session.caller.redact(check.why);
  if (check.kind === "refused") return { error };
  counts.invalidCompletions += 1;
  if (counts.invalidCompletions < INVALID_COMPLETIONS) return { error };
  return {
    error,
    ending: failedEnding(
      "no_completion",
      `Its final answer was invalid three times; the last time: ${error}`,
    ),
  };
}
