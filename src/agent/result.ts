/** How a run ends, told in types and in one sentence. */
import type { Escalation } from "../domain/policy.ts";
import type { Usage } from "../models/port.ts";
import type { Completion, FinishedCommand } from "./completion.ts";

export type RunStatus = "done" | "failed" | "blocked" | "deferred" | "cancelled";

export type StopCause =
  | "complete"
  | "max_turns"
  | "deadline"
  | "budget_usd"
  | "budget_tokens"
  | "loop"
  | "no_completion"
  | "tool_errors"
  | "provider"
  | "refusal"
  | "context_exhausted"
  | "hook"
  | "abort";

export interface RunResult<T> {
  status: RunStatus;
  cause: StopCause;
  /** Present when the agent ended by itself with `complete_task`. */
  completion?: Completion<T>;
  /** One sentence for people. */
  message: string;
  /** ISO time before which another try is useless; only with status `deferred`. */
  resumeAfter?: string;
  /** Where the work stands, for the next run and for people; absent when the agent told it itself. */
  checkpoint?: string;
  usage: Usage;
  /** Null when the model's price is unknown. */
  usd: number | null;
  turns: number;
  toolCalls: number;
  /** The work tree differs from the one that the run began with. */
  edited: boolean;
  commandsRun: FinishedCommand[];
  /** Calls that needed a person or a wider sandbox, and what came of them. */
  escalations: readonly Escalation[];
}

/** The end of a run before the numbers are added. */
export interface Ending<T> {
  status: RunStatus;
  cause: StopCause;
  message: string;
  completion?: Completion<T>;
  resumeAfter?: string;
}

const SENTENCES: Readonly<Record<StopCause, string>> = {
  complete: "The agent finished its task.",
  max_turns: "The agent used up its turns before it finished.",
  deadline: "The agent ran out of time before it finished.",
  budget_usd: "The agent used up its money before it finished.",
  budget_tokens: "The agent used up its tokens before it finished.",
  loop: "The agent went round in circles and was stopped.",
  no_completion: "The agent stopped without saying that it had finished.",
  tool_errors: "The agent was stopped after too many failed tool calls.",
  provider: "The model's provider failed.",
  refusal: "The model refused the task.",
  context_exhausted: "The task outgrew the model's context window.",
  hook: "A hook stopped the agent.",
  abort: "The run was cancelled.",
};

/** A failed end with the cause's own sentence, and what is known beyond it. */
export function failedEnding(cause: StopCause, detail = ""): Ending<never> {
  return {
    status: "failed",
    cause,
    message: detail === "" ? SENTENCES[cause] : `${SENTENCES[cause]} ${detail}`,
  };
}

/** The end that the agent itself declared. */
export function completeEnding<T>(completion: Completion<T>): Ending<T> {
  const status = completion.status === "blocked" ? "blocked" : "done";
  const [first] = completion.blockers;
  const why = first === undefined ? completion.summary : `${first.kind}: ${first.detail}`;
  const message = status === "done" ? SENTENCES.complete : `The agent is blocked: ${firstSentence(why)}`;
  return { status, cause: "complete", message, completion };
}

export const CANCELLED: Ending<never> = { status: "cancelled", cause: "abort", message: SENTENCES.abort };

function firstSentence(text: string): string {
  const line = text.trim().split("\n")[0] ?? "";
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
