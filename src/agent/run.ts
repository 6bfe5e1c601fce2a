/** The agent loop: one model, one workspace, until the task is complete or a typed cause ends it. */
import { NightshiftError } from "../domain/errors.ts";
import { ModelError } from "../models/port.ts";
import { DeferredError } from "../models/retry.ts";
import { heededEnding, heedSubmissions } from "./heed.ts";
import { nextTurn } from "./model-call.ts";
import { CANCELLED, type Ending, failedEnding, type RunResult } from "./result.ts";
import { type AgentRun, openSession, type Session } from "./session.ts";
import { takeTurn } from "./turn.ts";

export type { RunResult, RunStatus, StopCause } from "./result.ts";
export type { AgentRun, RunHeader } from "./session.ts";

const NOTICE = "Most of your budget is used. Bring the work to a good end and call complete_task.";
const GRACE = "The budget is used up. Call complete_task now with what is done; other calls will not run.";

/**
 * Runs one agent to its end. Failures of the model, the tools and the limits are results, not errors.
 * @throws NightshiftError SANDBOX_UNAVAILABLE when the sandbox dies before the first turn; CONFIG_INVALID for unknown tools
 */
export async function runAgent<T>(run: AgentRun<T>): Promise<RunResult<T>> {
  const session = await openSession(run);
  const ending = heededEnding(session, await endingOf(session));
  const { budget, worktree, transcript, counts } = session;
  const result: RunResult<T> = {
    ...ending,
    usage: budget.usage,
    usd: budget.usd,
    turns: budget.turns,
    toolCalls: counts.toolCalls,
    edited: worktree.edited,
    commandsRun: worktree.commands(),
    escalations: session.caller.escalations,
  };
  transcript.append("end", { result });
  const { status, cause, message, turns, usd } = result;
  session.emit({ kind: "ended", status, cause, message: session.caller.redact(message), turns, usd });
  return result;
}

async function endingOf<T>(session: Session<T>): Promise<Ending<T>> {
  try {
    return await converse(session);
  } catch (error) {
    if (session.run.signal.aborted) return CANCELLED;
    if (error instanceof DeferredError) {
      return {
        status: "deferred",
        cause: "provider",
        message: error.message,
        resumeAfter: error.resumeAfter.toISOString(),
      };
    }
    if (error instanceof ModelError) {
      return failedEnding(
        error.kind === "context_overflow" ? "context_exhausted" : "provider",
        error.message,
      );
    }
    // The sandbox died under the run: what it cost is still told, and what was done can be saved.
    if (error instanceof NightshiftError) return failedEnding("tool_errors", error.message);
    throw error;
  }
}

async function converse<T>(session: Session<T>): Promise<Ending<T>> {
  const { run, budget, conversation, emit } = session;
  let noticed = false;
  for (;;) {
    if (run.signal.aborted) return CANCELLED;
    heedSubmissions(session);
    const over = budget.reached();
    if (over) {
      if (session.wishes.stop === undefined) conversation.say(GRACE);
      emit({ kind: "limit", share: 1, message: `limit reached: ${over}` });
    } else if (!noticed && budget.nearsEnd()) {
      noticed = true;
      conversation.say(NOTICE);
      emit({ kind: "limit", share: budget.share(), message: NOTICE });
    }
    const turn = await nextTurn(session, over);
    if (turn === "expired") {
      if (over) return failedEnding(over);
      budget.expire();
      continue;
    }
    const ending = await takeTurn(session, turn, over);
    if (ending) return ending;
    if (over) return failedEnding(over);
  }
}
