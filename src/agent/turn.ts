/** What one answer of the model leads to: results, a nudge, or the end of the run. */
import { type ModelTurn, type Part, promptTokens } from "../models/port.ts";
import { type Call, type CallResult, findCompletion, runCalls } from "./calls.ts";
import { failureText } from "./compaction.ts";
import { complete } from "./complete.ts";
import type { LimitCause } from "./limits.ts";
import type { ObservedCall } from "./loop-guard.ts";
import { type Ending, failedEnding } from "./result.ts";
import type { Session } from "./session.ts";
import { textOf } from "./summary.ts";

const NUDGES = 2;
const CUT_ANSWERS = 3;
const TOOL_ERRORS_IN_A_ROW = 8;
const INVALID_TURNS_IN_A_ROW = 3;

const NUDGE = "Nothing happens without a tool call. Go on, or end with complete_task.";
const CUT = "Your answer was cut at the length limit and none of its calls ran. Send smaller pieces.";
const SKIPPED = "Skipped: complete_task must be the only call of its turn.";
const NOT_ALONE =
  "Not done: your other calls of this turn were skipped. Make them first, then call complete_task alone.";
const OVER = "Not run: the budget is over. Call complete_task.";

/** What an answer leads to: the pieces of it that stay in the conversation, and why it stopped. */
export type Answer = Pick<ModelTurn, "parts" | "stop">;

/** Takes in one answer of the model; an ending when it was the last. */
export async function takeTurn<T>(
  session: Session<T>,
  turn: ModelTurn,
  over: LimitCause | undefined,
): Promise<Ending<T> | undefined> {
  const { budget, conversation, emit } = session;
  const wasCut = turn.stop === "max_tokens";
  const isRefused = turn.stop === "refusal" || turn.stop === "content_filter";
  const parts =
    wasCut || isRefused ? turn.parts.filter(({ kind }) => kind === "text") : withUniqueCalls(turn.parts);
  conversation.record(turn, parts, session.priceOf(turn.usage));
  const calls = parts.filter((part) => part.kind === "call");
  emit({
    kind: "turn",
    turn: budget.turns,
    text: session.caller.redact(textOf(parts)),
    calls: calls.map(({ name }) => name),
    usd: budget.usd,
    tokens: promptTokens(budget.usage) + budget.usage.output,
  });
  return actOn(session, { parts, stop: turn.stop }, over);
}

/** Does what an answer on record asks for. */
export async function actOn<T>(
  session: Session<T>,
  { parts, stop }: Answer,
  over: LimitCause | undefined,
): Promise<Ending<T> | undefined> {
  const { conversation, counts } = session;
  const calls = parts.filter((part) => part.kind === "call");
  if (stop === "refusal" || stop === "content_filter") return failedEnding("refusal");
  if (stop === "context_overflow") return undefined;
  if (stop === "max_tokens") {
    counts.cut += 1;
    conversation.say(CUT);
    return counts.cut >= CUT_ANSWERS
      ? failedEnding("no_completion", "Its answers were cut at the length limit.")
      : undefined;
  }
  counts.cut = 0;
  if (calls.length > 0) return answerCalls(session, calls, textOf(parts), over);
  if (stop === "pause") return undefined;
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
  if (completion) return answerCompletion(session, calls, completion, { text, over });
  if (over) {
    for (const { id } of calls) conversation.addResult({ kind: "result", id, content: OVER, isError: true });
    return undefined;
  }
  const results = await runCalls(calls, session.caller);
  for (const { call, text: content, isError } of results) {
    conversation.addResult({ kind: "result", id: call.id, content, isError });
  }
  noteFailures(session, results);
  return judgeResults(session, results, text);
}

/** A refused claim counts as a call: one that is made again and again goes round in circles like any other. */
async function answerCompletion<T>(
  session: Session<T>,
  calls: readonly Call[],
  completion: { call: Call; isAlone: boolean },
  { text, over }: { text: string; over: LimitCause | undefined },
): Promise<Ending<T> | undefined> {
  const { conversation, worktree } = session;
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
  if ("ending" in outcome) return outcome.ending;
  const { name } = completion.call;
  return guardAgainstLoops(
    session,
    [{ tool: name, input: "", result: answer, failedCommand: false, digest: worktree.digest }],
    text,
  );
}

/** Keeps the output of the newest failure for a summary; a command that passes forgets it. */
function noteFailures<T>({ notes, toolbox }: Session<T>, results: readonly CallResult[]): void {
  for (const { call, text, failedCommand } of results) {
    if (failedCommand) notes.lastFailure = failureText(text);
    else if (toolbox.find(call.name)?.effect === "execute") notes.lastFailure = "";
  }
}

/** Errors in a row and circles end a run that would only burn money. */
function judgeResults<T>(
  session: Session<T>,
  results: readonly CallResult[],
  text: string,
): Ending<T> | undefined {
  const { counts } = session;
  for (const { isError } of results) counts.errors = isError ? counts.errors + 1 : 0;
  counts.invalidTurns = results.every(({ invalid }) => invalid) ? counts.invalidTurns + 1 : 0;
  if (counts.errors >= TOOL_ERRORS_IN_A_ROW || counts.invalidTurns >= INVALID_TURNS_IN_A_ROW) {
    return failedEnding("tool_errors", `The last was: ${results.at(-1)?.text.split("\n")[0] ?? ""}`);
  }
  const observed = results.map(({ call, text: result, failedCommand, digest }) => ({
    tool: call.name,
    input: call.input,
    result,
    failedCommand,
    digest,
  }));
  return guardAgainstLoops(session, observed, text);
}

function guardAgainstLoops<T>(
  { guard, conversation, transcript, emit }: Session<T>,
  calls: readonly ObservedCall[],
  text: string,
): Ending<T> | undefined {
  const verdict = guard.observe(calls, text);
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
