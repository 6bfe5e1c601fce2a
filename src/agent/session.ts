/** What one run is given, and everything that it holds while it lives. */
import type { z } from "zod";
import type { Hooks as HookConfig } from "../domain/hooks.ts";
import { type ModelPort, promptTokens, type Usage } from "../models/port.ts";
import { costOf } from "../models/prices.ts";
import { createRedactor } from "../ops/redact.ts";
import { type Budget, openBudget } from "./budget.ts";
import { type CacheWatch, openCacheWatch } from "./cache-watch.ts";
import type { CallRunner } from "./calls.ts";
import type { CompletionGate } from "./completion.ts";
import { type ContextGauge, openGauge } from "./context.ts";
import { type Conversation, openConversation } from "./conversation.ts";
import type { AgentDefinition } from "./definition.ts";
import { sha256 } from "./digest.ts";
import type { AgentEvent } from "./events.ts";
import { stopGate } from "./hook-points.ts";
import { type Hooks, openHooks } from "./hooks.ts";
import type { Limits } from "./limits.ts";
import { type LoopGuard, openLoopGuard } from "./loop-guard.ts";
import type { Approve } from "./orchestrator.ts";
import { type PolicyRule, policyOf } from "./policy.ts";
import type { Checkpoints } from "./record/checkpoints.ts";
import { type Resume, restoreSession, type TornTurn } from "./record/restore.ts";
import { renderAgents } from "./registry.ts";
import type { Sandbox } from "./sandbox/sandbox.ts";
import { type CallableAgents, openDelegation, type RunChild } from "./sub-agents.ts";
import type { SubmissionQueue } from "./submissions.ts";
import type { PlanItem, Tool } from "./tool.ts";
import { selectTools, type Toolbox } from "./toolbox.ts";
import { TASK, taskTool } from "./tools/task.ts";
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
  /** The preferred model. */
  model: ModelPort;
  /** Those that take over, in this order, when it cannot be had. */
  fallbacks?: readonly ModelPort[];
  workspace: string;
  sandbox: Sandbox;
  limits: Limits;
  /** Globs that the agent must not write, on top of those that it never may. */
  protectedPaths: readonly string[];
  rules?: readonly PolicyRule[];
  /** Answers where a rule wants a person; absent: nobody is here, and the call is denied and told. */
  approve?: Approve;
  /** What the tool `task` may call. */
  agents?: CallableAgents;
  /** Tools of MCP servers that this agent gets. */
  mcp?: readonly Tool[];
  /** Commands of the repository that hear of the run and may stop what happens. */
  hooks?: HookConfig;
  /** The agent that started this one: what its rules deny is denied here too. */
  onBehalfOf?: string;
  /** Told of everything that is spent, at once; a parent's budget. */
  bookToo?: Budget["book"];
  /** Values that must not reach the model, the transcript or an event. */
  secrets: readonly string[];
  /** File of the transcript. */
  transcript?: string;
  /** Seals the transcript with a key derived from this. */
  seal?: string;
  /** Hash of what the run is for; a process that goes on with it must be asked for the same. */
  purpose?: string;
  /** Keeps the work tree at the end of turns that changed it. */
  checkpoints?: Checkpoints;
  /** Goes on where an earlier process left the run. */
  resume?: Resume;
  clock: () => Date;
  ids: () => string;
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  random?: () => number;
  signal: AbortSignal;
  /** Must not throw; a consumer that takes time hangs on an event queue. */
  onEvent?: (event: AgentEvent) => void;
  submissions?: SubmissionQueue;
}

/** What a run remembers beside its messages. */
export interface Notes {
  plan: readonly PlanItem[];
  /** Output of the newest command that failed; empty once one has passed. */
  lastFailure: string;
  /** The summary that this epoch began with. */
  summary: string;
  compactions: number;
}

/** Everything that one run holds. */
export interface Session<T> {
  run: AgentRun<T>;
  /** The model that answers now. */
  model: ModelPort;
  /** Those that may still take over. */
  fallbacks: ModelPort[];
  /** First text of every epoch: the header as one line of JSON, and the brief. */
  opening: string;
  notes: Notes;
  gauge: ContextGauge;
  cache: CacheWatch;
  toolbox: Toolbox;
  budget: Budget;
  hooks: Hooks;
  /** What a claim of "done" must pass. */
  gates: readonly CompletionGate[];
  conversation: Conversation;
  transcript: Transcript;
  worktree: Worktree;
  guard: LoopGuard;
  caller: CallRunner;
  /** What was submitted and is still to be heeded. */
  wishes: { compaction: boolean; stop: string | undefined };
  counts: {
    toolCalls: number;
    nudges: number;
    cut: number;
    invalidCompletions: number;
    errors: number;
    invalidTurns: number;
  };
  /** Left by an earlier process: to be acted on before the next request. */
  torn: TornTurn | undefined;
  emit: (event: AgentEvent) => void;
  /** What a call of the model in use cost; null when its price is unknown. */
  priceOf: (usage: Usage) => number | null;
  warnOfPrice: () => void;
}

/**
 * Prepares a run; no model call is made yet. `runChild` runs a sub-agent.
 * @throws NightshiftError SANDBOX_UNAVAILABLE when the sandbox is dead; CONFIG_INVALID for unknown tools
 */
export async function openSession<T>(asked: AgentRun<T>, runChild: RunChild): Promise<Session<T>> {
  const run = interruptible(asked);
  const redact = createRedactor(run.secrets);
  const { mcp = [], agents } = run;
  const task = taskTool(openDelegation(run, () => session, runChild));
  const toolbox = selectTools(
    [...run.definition.tools, ...mcp.map(({ name }) => name)],
    [task, ...mcp],
    run.model.id.split(":")[0],
  );
  const transcript = openTranscript({
    file: run.transcript,
    run: run.ids(),
    agent: run.header.agent,
    clock: run.clock,
    redact,
    seal: run.seal,
    carried: run.resume?.point.carried ?? [],
  });
  const emit = (event: AgentEvent) => run.onEvent?.(event);
  await run.sandbox.files.protect(run.protectedPaths);
  const worktree = await openWorktree(run.sandbox);
  const conversation = openConversation(transcript);
  const fixed = run.definition.prompt.length + JSON.stringify(toolbox.specs).length;
  const gauge = openGauge(conversation, run.model.id, fixed, run.clock);
  const budget = openBudget({
    limits: run.limits,
    model: run.model.id,
    clock: run.clock,
    nextPrompt: gauge.next,
    bookToo: run.bookToo,
  });
  const { agent, mode, feature, round } = run.header;

  const now = {
    model: run.model.id,
    system: sha256(run.definition.prompt),
    tools: sha256(JSON.stringify(toolbox.specs)),
  };
  const hooks = openHooks(run.hooks, {
    sandbox: run.sandbox,
    about: { ...run.header },
    signal: run.signal,
    redact,
    emit,
    record: (line) => transcript.append("hook", line),
  });
  const notes: Notes = { plan: [], lastFailure: "", summary: "", compactions: 0 };
  const session: Session<T> = {
    run,
    model: run.model,
    fallbacks: [...(run.fallbacks ?? [])],
    opening: [
      JSON.stringify({ agent, mode, feature, round }),
      redact(run.brief),
      ...(toolbox.find(TASK) && agents ? [renderAgents(agents.registry)] : []),
    ]
      .filter((part) => part !== "")
      .join("\n\n"),
    notes,
    gauge,
    cache: openCacheWatch(transcript, run.clock),
    toolbox,
    budget,
    hooks,
    gates: [...run.gates, stopGate(hooks, run.onBehalfOf === undefined ? "Stop" : "SubagentStop", emit)],
    conversation,
    transcript,
    worktree,
    emit,
    priceOf: (usage) => costOf(session.model.id, usage, run.clock()),
    warnOfPrice() {
      if (budget.priceIsKnown) return;
      emit({
        kind: "warning",
        message: `The price of ${session.model.id} is unknown; the run is limited by tokens.`,
      });
    },
    torn: undefined,
    guard: openLoopGuard(worktree.digest),
    wishes: { compaction: false, stop: undefined },
    counts: { toolCalls: 0, nudges: 0, cut: 0, invalidCompletions: 0, errors: 0, invalidTurns: 0 },
    caller: {
      toolbox,
      worktree,
      transcript,
      redact,
      rules: policyOf(run.protectedPaths, run.rules),
      approve: run.approve,
      escalations: [],
      agent,
      onBehalfOf: run.onBehalfOf,
      hooks,
      onEvent: emit,
      context: {
        sandbox: run.sandbox,
        signal: run.signal,
        remainingMs: budget.remainingMs,
        setPlan: (items) => {
          notes.plan = items;
          emit({ kind: "plan", items });
        },
      },
    },
  };
  if (run.resume) {
    session.torn = await restoreSession(session, run.resume, now);
    const { usd, turns, usage } = budget;
    const carried = { usd: usd ?? 0, turns, tokens: promptTokens(usage) + usage.output };
    emit({ kind: "started", agent, mode, model: run.model.id, carried });
  } else {
    emit({ kind: "started", agent, mode, model: run.model.id });
    transcript.append("run", {
      header: { agent, mode, feature, round },
      ...now,
      limits: run.limits,
      sandbox: run.sandbox.tier,
      tree: worktree.digest,
      purpose: run.purpose ?? "",
    });
    conversation.say(session.opening);
  }
  session.warnOfPrice();
  return session;
}

/** An interruption ends a run as its caller's own signal does. */
function interruptible<T>(run: AgentRun<T>): AgentRun<T> {
  const { submissions, signal } = run;
  return submissions ? { ...run, signal: AbortSignal.any([signal, submissions.interrupted]) } : run;
}
