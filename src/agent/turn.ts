/** What one answer of the model leads to: results, a nudge, or the end of the run. */
import type { ModelTurn, Part } from "../models/port.ts";
import { costOf } from "../models/prices.ts";
import { type Call, type CallResult, findCompletion, runCalls } from "./calls.ts";
import { checkCompletion } from "./completion.ts";
import type { LimitCause } from "./limits.ts";
import { completeEnding, type Ending, failedEnding } from "./result.ts";
import type { Session } from "./session.ts";

const NUDGES = 2;
const CUT_ANSWERS = 3;
const INVALID_COMPLETIONS = 3;
const TOOL_ERRORS_IN_A_ROW = 8;
const INVALID_TURNS_IN_A_ROW = 3;

const NUDGE = "Nothing happens without a tool call. Go on, or end with complete_task.";
const CUT = "Your answer was cut at the length limit and none of its calls ran. Send smaller pieces.";
const SKIPPED = "Skipped: complete_task must be the only call of its turn.";
const NOT_ALONE =
  "Not done: your other calls of this turn were skipped. Make them first, then call complete_task alone.";
const OVER = "Not run: the budget is over. Call complete_task.";

/** Takes in one answer of the model; an ending when it was the last. */
export async function takeTurn<T>(
  session: Session<T>,
  turn: ModelTurn,
  over: LimitCause | undefined,
): Promise<Ending<T> | undefined> {
  const { run, budget, conversation, counts, emit } = session;
  budget.book(turn.usage);
  budget.endTurn(turn.usage);
  const wasCut = turn.stop === "max_tokens" || turn.stop === "context_overflow";
  const isRefused = turn.stop === "refusal" || turn.stop === "content_filter";
  const parts =
    wasCut || isRefused ? turn.parts.filter(({ kind }) => kind === "text") : withUniqueCalls(turn.parts);
  conversation.record(turn, parts, costOf(run.model.id, turn.usage, run.clock()));
  const calls = parts.filter((part) => part.kind === "call");
  const text = parts.map((part) => (part.kind === "text" ? part.text : "")).join("");
  emit({
    kind: "turn",
    turn: budget.turns,
    text: session.caller.redact(text),
    calls: calls.map(({ name }) => name),
    usd: budget.usd,
  });

  if (isRefused) return failedEnding("refusal");
  if (turn.stop === "context_overflow") return failedEnding("context_exhausted");
  if (turn.stop === "max_tokens") {
    counts.cut += 1;
    conversation.say(CUT);
    return counts.cut >= CUT_ANSWERS
      ? failedEnding("no_completion", "Its answers were cut at the length limit.")
      : undefined;
  }
  counts.cut = 0;
  if (calls.length > 0) return answerCalls(session, calls, text, over);
  if (turn.stop === "pause") return undefined;
  counts.nudges += 1;
  conversation.say(NUDGE);
  return counts.nudges > NUDGES && !over ? failedEnding("no_completion") : undefined;
}

/** A provider that repeats a call id would get two results for one call. */
function withUniqueCalls(parts: readonly Part[]): Part[] {
  const ids = new Set<string>();
  return parts.filter((part) => {
    if (part.kind !== "call") return true;
    const isNew = !ids.has(part.id);
    ids.add(part.id);
    return isNew;
  });
}

async function answerCalls<T>(
  session: Session<T>,
  calls: readonly Call[],
  text: string,
  over: LimitCause | undefined,
): Promise<Ending<T> | undefined> {
  const { conversation, counts, toolbox } = session;
  counts.toolCalls += calls.length;
  counts.nudges = 0;
  const completion = findCompletion(calls, toolbox);
  if (completion) {
    const outcome =
      completion.isAlone || over ? await complete(session, completion.call) : { error: NOT_ALONE };
    const answer = "error" in outcome ? outcome.error : "accepted";
    for (const call of calls) {
      const isIt = call === completion.call;
      conversation.addResult({
        kind: "result",
        id: call.id,
        content: isIt ? answer : SKIPPED,
        isError: !isIt || "error" in outcome,
      });
    }
    return "ending" in outcome ? outcome.ending : undefined;
  }
  if (over) {
    for (const { id } of calls) conversation.addResult({ kind: "result", id, content: OVER, isError: true });
    return undefined;
  }
  const results = await runCalls(calls, session.caller);
  for (const { call, text: content, isError } of results) {
    conversation.addResult({ kind: "result", id: call.id, content, isError });
  }
  return judgeResults(session, results, text);
}

type CompletionOutcome<T> = { ending: Ending<T> } | { ending: Ending<T>; error: string } | { error: string };

async function complete<T>(session: Session<T>, call: Call): Promise<CompletionOutcome<T>> {
  const { run, worktree, budget, counts, transcript } = session;
  transcript.append("tool_call", { id: call.id, name: call.name, input: call.input });
  const check = await checkCompletion(call.input, run.output, run.gates, {
    edited: worktree.edited,
    commandsRun: worktree.commands(),
    turns: budget.turns,
    sandbox: run.sandbox,
  });
  transcript.append("tool_result", {
    id: call.id,
    isError: check.kind !== "accepted",
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

/** Errors in a row and circles end a run that would only burn money. */
function judgeResults<T>(
  session: Session<T>,
  results: readonly CallResult[],
  text: string,
): Ending<T> | undefined {
  const { counts, guard, conversation, transcript, emit } = session;
  for (const { isError } of results) counts.errors = isError ? counts.errors + 1 : 0;
  counts.invalidTurns = results.every(({ invalid }) => invalid) ? counts.invalidTurns + 1 : 0;
  if (counts.errors >= TOOL_ERRORS_IN_A_ROW || counts.invalidTurns >= INVALID_TURNS_IN_A_ROW) {
    return failedEnding("tool_errors", `The last was: ${results.at(-1)?.text.split("\n")[0] ?? ""}`);
  }
  const verdict = guard.observe(
    results.map(({ call, text: result, failedCommand, digest }) => ({
      tool: call.name,
      input: call.input,
      result,
      failedCommand,
      digest,
    })),
    text,
  );
  if (!verdict) return undefined;
  transcript.append("loop", { ...verdict });
  emit({ kind: "loop", rule: verdict.rule, message: verdict.text });
  if (verdict.kind === "warn") {
    conversation.say(verdict.text);
    return undefined;
  }
  const ending = failedEnding("loop", verdict.text);
  return verdict.rule === "same-failure" ? { ...ending, status: "blocked" } : ending;
}
