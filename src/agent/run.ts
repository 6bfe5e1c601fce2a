/** The agent loop: one model, one workspace, until the task is complete or a typed cause ends it. */
import { NightshiftError } from "../domain/errors.ts";
import { ModelError } from "../models/port.ts";
import { DeferredError } from "../models/retry.ts";
import { askForSummary, compact, MOST_COMPACTIONS, summaryFromRecord } from "./compaction.ts";
import { heededEnding, heedSubmissions } from "./heed.ts";
import { passPoint, tellEnd } from "./hook-points.ts";
import type { LimitCause } from "./limits.ts";
import { nextTurn } from "./model-call.ts";
import { CANCELLED, type Ending, failedEnding, type RunResult } from "./result.ts";
import { type AgentRun, openSession, type Session } from "./session.ts";
import { actOn, takeTurn } from "./turn.ts";

export type { RunResult, RunStatus, StopCause } from "./result.ts";
export type { AgentRun, RunHeader } from "./session.ts";

const NOTICE = "Most of your budget is used. Bring the work to a good end and call complete_task.";
const GRACE = "The budget is used up. Call complete_task now with what is done; other calls will not run.";

/**
 * Runs one agent to its end. Failures of the model, the tools and the limits are results, not errors.
 * @throws NightshiftError SANDBOX_UNAVAILABLE when the sandbox dies before the first turn; CONFIG_INVALID for unknown tools
 */
export async function runAgent<T>(run: AgentRun<T>): Promise<RunResult<T>> {
  const session = await openSession(run, runAgent);
  const ending = heededEnding(session, await endingOf(session));
  const checkpoint = ending.completion ? undefined : await leaveCheckpoint(session, ending);
  const { budget, worktree, transcript, counts } = session;
  const result: RunResult<T> = {
    ...ending,
    ...(checkpoint === undefined || checkpoint === "" ? {} : { checkpoint }),
    usage: budget.usage,
    usd: budget.usd,
    turns: budget.turns,
    toolCalls: counts.toolCalls,
    edited: worktree.edited,
    commandsRun: worktree.commands(),
    escalations: session.caller.escalations,
  };
  await tellEnd(session, result);
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
    if (error instanceof ModelError) return failedEnding("provider", error.message);
    // The sandbox died under the run: what it cost is still told, and what was done can be saved.
    if (error instanceof NightshiftError) return failedEnding("tool_errors", error.message);
    throw error;
  }
}

async function converse<T>(session: Session<T>): Promise<Ending<T>> {
  const { run, budget, notes } = session;
  const notice = openNotice(session);
  const refused = run.resume ? undefined : await passPoint(session, "RunStart");
  if (refused) return refused;
  if (session.torn) {
    const { turn, over } = session.torn;
    const ending = await actOn(session, turn, over);
    if (ending) return ending;
    if (over) return failedEnding(over);
  }
  for (;;) {
    if (run.signal.aborted) return CANCELLED;
    heedSubmissions(session);
    const over = limitOf(session);
    if (over && budget.isSpent()) return failedEnding(over);
    if (!over && shouldCompact(session)) {
      const stopped = await compactPastHooks(session);
      if (stopped) return stopped;
      continue;
    }
    const stopped = await passPoint(session, "PreModel");
    if (stopped) return stopped;
    notice(over);
    const turn = await nextTurn(session, { over });
    if (turn === "cut") {
      if (over) return failedEnding(over);
      budget.expire();
    } else if (turn === "overflow") {
      if (over || notes.compactions >= MOST_COMPACTIONS) return failedEnding("context_exhausted");
      const refused = await compactPastHooks(session);
      if (refused) return refused;
    } else if (turn !== "switched") {
      const ending = await takeTurn(session, turn, over);
      if (ending) return ending;
      if (over) return failedEnding(over);
    }
  }
}

async function compactPastHooks<T>(session: Session<T>): Promise<Ending<T> | undefined> {
  const stopped = await passPoint(session, "PreCompact");
  if (!stopped) await compact(session);
  return stopped;
}

function limitOf<T>({ budget, gauge, notes }: Session<T>): LimitCause | undefined {
  const outgrown = gauge.isFull() && notes.compactions >= MOST_COMPACTIONS;
  return budget.reached() ?? (outgrown ? "context_exhausted" : undefined);
}

/** The conversation is too large, or someone asked for a summary and one more is allowed. */
function shouldCompact<T>({ gauge, notes, wishes }: Session<T>): boolean {
  const isWished = wishes.compaction && notes.compactions < MOST_COMPACTIONS;
  wishes.compaction = false;
  return isWished || gauge.isFull();
}

/** Tells the model once, and once more after a summary has replaced it, that the end is near, and in the last turn that it is there. */
function openNotice<T>({
  budget,
  conversation,
  notes,
  wishes,
  emit,
}: Session<T>): (over: LimitCause | undefined) => void {
  let told: number | undefined;
  return (over) => {
    if (over) {
      if (wishes.stop === undefined) conversation.say(GRACE);
      emit({ kind: "limit", share: 1, message: `limit reached: ${over}` });
    } else if (budget.nearsEnd() && told !== notes.compactions) {
      told = notes.compactions;
      conversation.say(NOTICE);
      emit({ kind: "limit", share: budget.share(), message: NOTICE });
    }
  };
}

/** Where an unfinished run stands. Only one that outgrew its context is asked once more: its record alone would say too little. */
async function leaveCheckpoint<T>(session: Session<T>, { cause }: Ending<T>): Promise<string> {
  const { budget, caller } = session;
  const asked =
    cause === "context_exhausted" && !budget.isSpent()
      ? await askForSummary(session).catch(() => undefined)
      : undefined;
  return asked ?? caller.redact(summaryFromRecord(session));
}
