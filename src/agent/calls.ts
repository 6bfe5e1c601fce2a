/** Runs the tool calls of one turn: reads side by side, everything else in order, and one result for each call, always. */

import { messageOf } from "../domain/errors.ts";
import type { Escalation } from "../domain/policy.ts";
import type { Part } from "../models/port.ts";
import { COMPLETE_TASK } from "./completion.ts";
import { sha256 } from "./digest.ts";
import type { AgentEvent } from "./events.ts";
import { afterTool, beforeTool } from "./hook-points.ts";
import type { Hooks } from "./hooks.ts";
import { type Approve, orchestrate } from "./orchestrator.ts";
import type { PolicyRule } from "./policy.ts";
import { cutText } from "./sandbox/capture.ts";
import { FileRefusedError } from "./sandbox/file-client.ts";
import { NoCommandsError } from "./sandbox/sandbox.ts";
import { type CommandRun, type Effect, effectOfCall, type ToolContext, type ToolOutput } from "./tool.ts";
import type { Toolbox } from "./toolbox.ts";
import type { Transcript } from "./transcript.ts";
import type { Worktree } from "./worktree.ts";

export type Call = Extract<Part, { kind: "call" }>;

export interface CallResult {
  call: Call;
  text: string;
  isError: boolean;
  /** The tool is unknown or its input was not what it takes. */
  invalid: boolean;
  /** A command that ran and ended badly. */
  failedCommand: boolean;
  digest: string | null;
  /** What the call did besides its text. */
  /** Milliseconds of its commands alone. */
  commandMs: number;
  trace: CallTrace;
}

/** What a process that goes on with the run has to know of a call. */
export interface CallTrace {
  effect: Effect;
  changed: boolean;
  commands: readonly CommandRun[];
}

export interface CallRunner {
  /** Name of the agent, for the policy. */
  agent: string;
  /** The agent that this one works for; it is bound by that one's rules too. */
  onBehalfOf?: string | undefined;
  hooks: Hooks;
  toolbox: Toolbox;
  approve?: Approve | undefined;
  /** Calls that needed a person or a wider sandbox; grows. */
  escalations: Escalation[];
  rules: readonly PolicyRule[];
  worktree: Worktree;
  context: Omit<ToolContext, "callId" | "ranCommand" | "profile">;
  transcript: Transcript;
  redact: (text: string) => string;
  onEvent: (event: AgentEvent) => void;
}

const SIDE_BY_SIDE = 4;
/** Characters of all results of one turn together. */
const TURN_CHARS = 60_000;

/** Runs calls; a throwing tool is an error result. Results are in the order of the calls. */
export async function runCalls(calls: readonly Call[], runner: CallRunner): Promise<CallResult[]> {
  const results: CallResult[] = [];
  for (const batch of batches(calls, runner.toolbox)) {
    results.push(...(await Promise.all(batch.map((call) => runCall(call, runner)))));
  }
  return fitTurn(results);
}

/** Neighbouring reads share a batch. */
function batches(calls: readonly Call[], toolbox: Toolbox): Call[][] {
  const made: Call[][] = [];
  const isRead = (call: Call | undefined) => call !== undefined && effectIn(toolbox, call) === "read";
  for (const call of calls) {
    const last = made.at(-1);
    if (last && last.length < SIDE_BY_SIDE && isRead(call) && isRead(last[0])) last.push(call);
    else made.push([call]);
  }
  return made;
}

async function runCall(call: Call, runner: CallRunner): Promise<CallResult> {
  const started = performance.now();
  runner.transcript.append("tool_call", { id: call.id, name: call.name, input: call.input });
  const result = await attempt(call, runner);
  const text = runner.redact(result.text);
  const ms = Math.round(performance.now() - started);
  const { isError, invalid, failedCommand, digest, commandMs, trace } = result;
  const facts = { isError, invalid, failedCommand, commandMs, tree: digest, ...trace };
  runner.transcript.append("tool_result", {
    id: call.id,
    chars: text.length,
    sha: sha256(text),
    ms,
    ...facts,
  });
  runner.onEvent({ kind: "tool", name: call.name, isError: result.isError, ms });
  return { ...result, text };
}

async function attempt(call: Call, runner: CallRunner): Promise<CallResult> {
  const { toolbox, worktree } = runner;
  const answer = (output: ToolOutput, more: Partial<CallResult> = {}): CallResult => ({
    call,
    text: output.text,
    isError: output.isError,
    invalid: false,
    failedCommand: false,
    digest: worktree.digest,
    commandMs: 0,
    trace: { effect: "read", changed: false, commands: [] },
    ...more,
  });
  const tool = toolbox.find(call.name);
  if (!tool) {
    const names = toolbox.specs.map(({ name }) => name).join(", ");
    return answer(
      { text: `There is no tool ${call.name}; there are ${names}.`, isError: true },
      { invalid: true },
    );
  }
  const asked = tool.prepare(call.input);
  if ("invalid" in asked)
    return answer({ text: `Invalid input:\n${asked.invalid}`, isError: true }, { invalid: true });
  const before = await beforeTool(runner.hooks, tool, call.input);
  if ("refused" in before) return answer({ text: before.refused, isError: true });
  const prepared = before.input === call.input ? asked : tool.prepare(before.input);
  if ("invalid" in prepared)
    return answer({
      text: `A hook changed the input to an invalid one:\n${prepared.invalid}`,
      isError: true,
    });
  const { run, paths, command } = prepared;
  const effect = effectOfCall(tool, before.input);
  const { approve } = runner;
  let ran: CommandRun[] = [];
  const done = await orchestrate(
    { agent: runner.agent, onBehalfOf: runner.onBehalfOf, tool: tool.name, effect, paths, command },
    async (profile) => {
      ran = [];
      const output = await runTool(run, {
        ...runner.context,
        callId: call.id,
        profile,
        ranCommand: (finished) => ran.push(finished),
      });
      return { output, denial: ran.at(-1)?.denial };
    },
    {
      rules: runner.rules,
      approve: approve && ((request) => approve({ ...request, callId: call.id })),
      escalated: (escalation) => tell(call, escalation, runner),
    },
  );
  if (done.kind === "refused") {
    runner.transcript.append("policy", { id: call.id, tool: tool.name, decision: "denied", why: done.why });
    runner.onEvent({ kind: "denied", tool: tool.name, message: done.why });
    return answer({ text: `Denied: ${done.why}. Do not try it another way.`, isError: true });
  }
  for (const { denial: _, ms: __, ...finished } of ran) worktree.ranCommand(finished);
  const told =
    before.context === "" ? done.output : { ...done.output, text: `${done.output.text}\n${before.context}` };
  const output = await afterTool(runner.hooks, tool, before.input, told);
  const changed = effect !== "read" && (await worktree.look(effect));
  return answer(output, {
    failedCommand: ran.some(({ exitCode }) => exitCode !== 0),
    digest: worktree.digest,
    commandMs: ran.reduce((sum, { ms = 0 }) => sum + ms, 0),
    trace: {
      effect,
      changed,
      commands: ran.map(({ command: text, exitCode, cwd }) => ({
        command: text,
        exitCode,
        ...(cwd === undefined ? {} : { cwd }),
      })),
    },
  });
}

/** People hear of it: in the transcript, as an event, and in the outcome. */
function tell(call: Call, escalation: Escalation, runner: CallRunner): void {
  const told: Escalation = {
    ...escalation,
    what: runner.redact(escalation.what).slice(0, 300),
    why: runner.redact(escalation.why).slice(0, 600),
  };
  runner.escalations.push(told);
  runner.transcript.append("policy", { id: call.id, decision: "escalated", ...told });
  runner.onEvent({
    kind: "escalated",
    tool: told.tool,
    message: `${told.answer}: ${told.what}: ${told.why}`,
  });
}

async function runTool(
  run: (context: ToolContext) => Promise<ToolOutput>,
  context: ToolContext,
): Promise<ToolOutput> {
  try {
    return await run(context);
  } catch (error) {
    if (error instanceof NoCommandsError) return { text: error.message, isError: true };
    if (error instanceof FileRefusedError) return { text: `Refused: ${error.message}.`, isError: true };
    return { text: `The tool failed: ${messageOf(error)}`, isError: true };
  }
}

/** Shortens the longest results until the turn fits. */
function fitTurn(results: readonly CallResult[]): CallResult[] {
  const lengths = results.map(({ text }) => text.length).sort((a, b) => a - b);
  let room = TURN_CHARS;
  let most = TURN_CHARS;
  for (const [index, length] of lengths.entries()) {
    most = Math.floor(room / (lengths.length - index));
    if (length > most) break;
    room -= length;
    most = TURN_CHARS;
  }
  return results.map((result) => ({ ...result, text: cutText(result.text, most) }));
}

/** The call that ends the task, and whether the other calls of its turn forbid it: they might change what it claims. */
export function findCompletion(
  calls: readonly Call[],
  toolbox: Toolbox,
): { call: Call; isAlone: boolean } | undefined {
  const call = calls.find(({ name }) => name === COMPLETE_TASK.name);
  if (!call) return undefined;
  const others = calls.filter((other) => other !== call && other.name !== COMPLETE_TASK.name);
  return { call, isAlone: others.every((other) => effectIn(toolbox, other) === "read") };
}

function effectIn(toolbox: Toolbox, { name, input }: Call): Effect | undefined {
  const tool = toolbox.find(name);
  return tool && effectOfCall(tool, input);
}
