/** The agent loop: one model, one workspace, until the task is complete or a typed cause ends it. */
import { createHash } from "node:crypto";
import type { z } from "zod";
import { ModelError, type ModelPort, type ModelTurn, type Part } from "../models/port.ts";
import { costOf } from "../models/prices.ts";
import { DeferredError, generateWithRetry } from "../models/retry.ts";
import { createRedactor } from "../ops/redact.ts";
import { type Call, type CallResult, type CallRunner, findCompletion, runCalls } from "./calls.ts";
import { type CompletionGate, checkCompletion } from "./completion.ts";
import { type Conversation, openConversation } from "./conversation.ts";
import type { AgentDefinition } from "./definition.ts";
import type { AgentEvent } from "./events.ts";
import { type Budget, type LimitCause, type Limits, openBudget } from "./limits.ts";
import { type LoopGuard, openLoopGuard } from "./loop-guard.ts";
import { type PolicyRule, protectPaths } from "./policy.ts";
import { CANCELLED, completeEnding, type Ending, failedEnding, type RunResult } from "./result.ts";
import type { Sandbox } from "./sandbox/sandbox.ts";
import { selectTools, type Toolbox } from "./toolbox.ts";
import { openTranscript, type Transcript } from "./transcript.ts";
import { openWorktree, type Worktree } from "./worktree.ts";

export interface RunHeader {
  agent: string;
  mode: string;
  feature: string;
  round: number;
}

export interface AgentRun<T> {
  definition: AgentDefinition;
  header: RunHeader;
  /** The task in words; everything that varies between runs stands here. */
  brief: string;
  /** What `complete_task` must carry as output. */
  output: z.ZodType<T>;
  gates: readonly CompletionGate[];
  model: ModelPort;
  workspace: string;
  sandbox: Sandbox;
  limits: Limits;
  /** Globs that the agent must not write, on top of those that it never may. */
  protectedPaths: readonly string[];
  rules?: readonly PolicyRule[];
  /** Values that must not reach the model, the transcript or an event. */
  secrets: readonly string[];
  /** File of the transcript. */
  transcript?: string;
  clock: () => Date;
  ids: () => string;
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  random?: () => number;
  signal: AbortSignal;
  onEvent?: (event: AgentEvent) => void;
}

const NUDGES = 2;
const CUT_ANSWERS = 3;
const INVALID_COMPLETIONS = 3;
const TOOL_ERRORS_IN_A_ROW = 8;
const INVALID_TURNS_IN_A_ROW = 3;
const GRACE_MS = 90_000;

const NUDGE = "Nothing happens without a tool call. Go on, or end with complete_task.";
const CUT = "Your answer was cut at the length limit and none of its calls ran. Send smaller pieces.";
const SKIPPED = "Skipped: complete_task must be the only call of its turn.";
const NOT_ALONE =
  "Not done: your other calls of this turn were skipped. Make them first, then call complete_task alone.";
const OVER = "Not run: the budget is over. Call complete_task.";
const NOTICE = "Most of your budget is used. Bring the work to a good end and call complete_task.";
const GRACE = "The budget is used up. Call complete_task now with what is done; other calls will not run.";

/** Everything that one run holds. */
interface Session<T> {
  run: AgentRun<T>;
  toolbox: Toolbox;
  budget: Budget;
  conversation: Conversation;
  transcript: Transcript;
  worktree: Worktree;
  guard: LoopGuard;
  caller: CallRunner;
  counts: {
    toolCalls: number;
    nudges: number;
    cut: number;
    invalidCompletions: number;
    errors: number;
    invalidTurns: number;
  };
  emit: (event: AgentEvent) => void;
}

/**
 * Runs one agent to its end. Failures of the model, the tools and the limits are results, not errors.
 * @throws NightshiftError SANDBOX_UNAVAILABLE when the sandbox dies before the first turn; CONFIG_INVALID for unknown tools
 */
export async function runAgent<T>(run: AgentRun<T>): Promise<RunResult<T>> {
  const session = await openSession(run);
  const ending = await endingOf(session);
  const { budget, worktree, transcript, counts } = session;
  const result: RunResult<T> = {
    ...ending,
    usage: budget.usage,
    usd: budget.usd,
    turns: budget.turns,
    toolCalls: counts.toolCalls,
    edited: worktree.edited,
    commandsRun: worktree.commands(),
  };
  transcript.append("end", { result });
  return result;
}

async function openSession<T>(run: AgentRun<T>): Promise<Session<T>> {
  const redact = createRedactor(run.secrets);
  const toolbox = selectTools(run.definition.tools);
  const budget = openBudget(run.limits, run.model.id, run.clock);
  const transcript = openTranscript({
    file: run.transcript,
    run: run.ids(),
    agent: run.header.agent,
    clock: run.clock,
    redact,
  });
  const emit = (event: AgentEvent) => run.onEvent?.(event);
  await run.sandbox.files.protect(run.protectedPaths);
  const worktree = await openWorktree(run.sandbox);
  const conversation = openConversation(transcript);
  const { agent, mode, feature, round } = run.header;

  transcript.append("run", {
    header: { agent, mode, feature, round },
    model: run.model.id,
    limits: run.limits,
    sandbox: run.sandbox.tier,
    system: sha256(run.definition.prompt),
    tools: sha256(JSON.stringify(toolbox.specs)),
    tree: worktree.digest,
  });
  if (!budget.priceIsKnown)
    emit({
      kind: "warning",
      message: `The price of ${run.model.id} is unknown; the run is limited by tokens.`,
    });
  conversation.say(`${JSON.stringify({ agent, mode, feature, round })}\n\n${redact(run.brief)}`);

  return {
    run,
    toolbox,
    budget,
    conversation,
    transcript,
    worktree,
    emit,
    guard: openLoopGuard(worktree.digest),
    counts: { toolCalls: 0, nudges: 0, cut: 0, invalidCompletions: 0, errors: 0, invalidTurns: 0 },
    caller: {
      toolbox,
      worktree,
      transcript,
      redact,
      rules: [...protectPaths(run.protectedPaths), ...(run.rules ?? [])],
      onEvent: emit,
      context: {
        sandbox: run.sandbox,
        signal: run.signal,
        remainingMs: budget.remainingMs,
        setPlan: (items) => emit({ kind: "plan", items }),
      },
    },
  };
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
    throw error;
  }
}

async function converse<T>(session: Session<T>): Promise<Ending<T>> {
  const { run, budget, conversation, emit } = session;
  let noticed = false;
  for (;;) {
    if (run.signal.aborted) return CANCELLED;
    const over = budget.reached();
    if (over) {
      conversation.say(GRACE);
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

/** Asks the model; "expired" when our own time ran out during the call. */
async function nextTurn<T>(
  session: Session<T>,
  over: LimitCause | undefined,
): Promise<ModelTurn | "expired"> {
  const { run, budget, conversation, transcript, toolbox, emit } = session;
  conversation.flush();
  transcript.setTurn(budget.turns + 1);
  const clock = new AbortController();
  const timeLeft = over ? GRACE_MS : budget.remainingMs();
  const timer = setTimeout(() => clock.abort(), timeLeft);
  const call = () => {
    transcript.append("model_request", {
      messages: conversation.messages.length,
      sha: sha256(JSON.stringify(conversation.messages)),
    });
    return run.model.generate({
      system: run.definition.prompt,
      tools: toolbox.specs,
      messages: conversation.messages,
      maxOutputTokens: budget.outputTokens(),
      effort: run.definition.effort,
      signal: AbortSignal.any([run.signal, clock.signal]),
    });
  };
  const ask = () =>
    generateWithRetry(call, {
      sleep: run.sleep,
      random: run.random ?? Math.random,
      clock: run.clock,
      signal: run.signal,
      deadline: new Date(run.clock().getTime() + timeLeft),
      onFailure: (error) => error.usage && budget.book(error.usage),
      onRetry: ({ attempt, waitMs, error }) => {
        transcript.append("retry", { attempt, waitMs, kind: error.kind, message: error.message });
        emit({ kind: "retry", attempt, waitMs, message: error.message });
      },
    });
  try {
    return await ask().catch((error: unknown) => {
      if (!(error instanceof ModelError) || error.kind !== "prefix_mismatch") throw error;
      conversation.dropOpaque();
      return ask();
    });
  } catch (error) {
    if (clock.signal.aborted && !run.signal.aborted) return "expired";
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Takes in one answer of the model; an ending when it was the last. */
async function takeTurn<T>(
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
  return { error, ending: failedEnding("no_completion", "Its final answer was invalid three times.") };
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

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
