/** Sub-agents: one run inside another, with the parent's sandbox, policy and signal, and with less of everything else. */
import { messageOf } from "../domain/errors.ts";
import type { ModelPort, Usage } from "../models/port.ts";
import { costOf } from "../models/prices.ts";
import type { AgentDefinition } from "./definition.ts";
import { type Limits, sinceNow } from "./limits.ts";
import { ANSWER } from "./outputs.ts";
import type { AgentRegistry } from "./registry.ts";
import type { RunResult } from "./result.ts";
import { cutText } from "./sandbox/capture.ts";
import type { AgentRun, Session } from "./session.ts";
import { openSlots } from "./slots.ts";
import type { ToolContext, ToolOutput } from "./tool.ts";
import { selectTools } from "./toolbox.ts";
import { type Delegation, NO_DELEGATION, TASK, type TaskRequest } from "./tools/task.ts";

const AT_ONCE = 3;
const PER_RUN = 12;
/** Of what is left of the parent's money or tokens. */
const LARGEST_SHARE = 0.4;
const RESULT_CHARS = 8_000;
const DEFAULT_OUTPUT_TOKENS = 16_000;

/** The agents that a run may call. */
export interface CallableAgents {
  registry: AgentRegistry;
  /** Connects a model that a definition names; rejects when it cannot be had here. */
  connect?: (model: string) => Promise<ModelPort>;
}

export type Output = Record<string, unknown>;
export type RunChild = (run: AgentRun<Output>) => Promise<RunResult<Output>>;

/** `session` is asked for only when a task comes, so that the tool list can be made before it. */
export function openDelegation<T>(
  run: AgentRun<T>,
  session: () => Session<T>,
  runChild: RunChild,
): Delegation {
  const registry = run.agents?.registry;
  if (registry === undefined || registry.agents.length === 0) return NO_DELEGATION;
  const slots = openSlots(AT_ONCE);
  const promised = new Set<Limits>();
  let started = 0;

  function start(
    definition: AgentDefinition,
    request: TaskRequest,
    context: ToolContext,
  ): Promise<ToolOutput> {
    started += 1;
    const number = started;
    return slots.run(async () => {
      const parent = session();
      const limits = childLimits(definition, parent, promised);
      if (limits === undefined) return refusal("There is not enough left of your budget for another agent.");
      promised.add(limits);
      try {
        const child = await childRun(parent, definition, request, { limits, number, signal: context.signal });
        return await tellOf(parent, definition, child, await runChild(child.run));
      } finally {
        promised.delete(limits);
      }
    });
  }

  return {
    effectOf(name) {
      const definition = registry.find(name);
      if (definition === undefined) return "read";
      const toolbox = selectTools(narrowed(definition, run), run.mcp);
      const onlyReads = narrowed(definition, run).every((tool) => toolbox.find(tool)?.effect === "read");
      return onlyReads ? "read" : "write";
    },
    async run(request, context) {
      const definition = registry.find(request.agent);
      if (definition === undefined) {
        const names = registry.agents.map(({ name }) => name).join(", ");
        return refusal(`There is no agent ${request.agent}; there are ${names}.`);
      }
      if (narrowed(definition, run).length === 0)
        return refusal(
          `The agent ${definition.name} needs tools that you do not have: ${definition.tools.join(", ")}.`,
        );
      if (started >= PER_RUN)
        return refusal(
          `You have called ${PER_RUN} agents, which is the most for one task. Do the rest yourself.`,
        );
      return start(definition, request, context);
    },
  };
}

function refusal(text: string): ToolOutput {
  return { text, isError: true };
}

/** A child has no tool that its parent lacks, and starts no other. */
function narrowed<T>(definition: AgentDefinition, parent: AgentRun<T>): string[] {
  const has = new Set([...parent.definition.tools, ...(parent.mcp ?? []).map(({ name }) => name)]);
  return definition.tools.filter((name) => has.has(name) && name !== TASK && name !== "complete_task");
}

/** Less than what is left and not promised to another child yet; undefined when that is nothing. */
function childLimits<T>(
  definition: AgentDefinition,
  { budget, run }: Session<T>,
  promised: ReadonlySet<Limits>,
): Limits | undefined {
  const left = budget.remainingUsd();
  const free = left === null ? null : left - [...promised].reduce((sum, { usd }) => sum + (usd ?? 0), 0);
  const usd = free === null ? definition.budget_usd : Math.min(definition.budget_usd, free * LARGEST_SHARE);
  const wallMs = Math.min(definition.timeout_mins * 60_000, budget.remainingMs());
  if (usd <= 0 || wallMs <= 0) return undefined;
  return {
    turns: definition.max_turns,
    wallMs,
    usd,
    ...(run.limits.spentBeside ? { spentBeside: sinceNow(run.limits.spentBeside) } : {}),
    tokens: run.limits.tokens === null ? null : Math.floor(run.limits.tokens * LARGEST_SHARE),
    outputTokens: Math.min(definition.output_tokens ?? DEFAULT_OUTPUT_TOKENS, run.limits.outputTokens),
  };
}

interface Child {
  id: string;
  run: AgentRun<Output>;
}

async function childRun<T>(
  parent: Session<T>,
  definition: AgentDefinition,
  { prompt, files }: TaskRequest,
  { limits, number, signal }: { limits: Limits; number: number; signal: AbortSignal },
): Promise<Child> {
  const { run } = parent;
  const id = run.ids();
  const output = definition.output ?? ANSWER;
  const transcript = run.transcript?.replace(/(\.jsonl)?$/, `-${number}.jsonl`);
  parent.transcript.append("sub", {
    child: id,
    agent: definition.name,
    file: transcript?.split("/").at(-1) ?? null,
  });
  const brief = [
    "Another agent gives you this part of its task; nobody can answer questions. End with complete_task as the only call of its turn.",
    prompt,
    files.length > 0 ? `Files: ${files.join(", ")}` : "",
    `output of complete_task:\n${output.schema}`,
  ];
  return {
    id,
    run: {
      definition: { ...definition, tools: narrowed(definition, run) },
      header: { ...run.header, agent: definition.name, mode: "task" },
      brief: brief.filter((part) => part !== "").join("\n\n"),
      output: output.check,
      gates: [],
      model: await modelFor(definition, parent),
      workspace: run.workspace,
      sandbox: { ...run.sandbox, files: run.sandbox.files.as(id) },
      limits,
      protectedPaths: run.protectedPaths,
      ...(run.rules ? { rules: run.rules } : {}),
      ...(run.approve ? { approve: run.approve } : {}),
      onBehalfOf: run.header.agent,
      ...(run.hooks ? { hooks: run.hooks } : {}),
      secrets: run.secrets,
      ...(transcript === undefined ? {} : { transcript }),
      ...(run.seal ? { seal: run.seal } : {}),
      ...(run.mcp ? { mcp: run.mcp.filter(({ name }) => definition.tools.includes(name)) } : {}),
      clock: run.clock,
      ids: () => id,
      sleep: run.sleep,
      ...(run.random ? { random: run.random } : {}),
      signal,
      onEvent: (event) => parent.emit({ kind: "sub", run: id, agent: definition.name, event }),
      bookToo: (usage, model) => bookChild(parent, usage, model),
    },
  };
}

/** Each call of a child is the parent's cost at once, also for a process that goes on after a kill. */
function bookChild<T>(
  { budget, transcript, run, model: current }: Session<T>,
  usage: Usage,
  model = current.id,
): void {
  budget.book(usage, model);
  transcript.append("budget", { usage, usd: costOf(model, usage, run.clock()) });
}

/** A definition's own model when it is of the provider in use, or can be had; else the parent's. */
async function modelFor<T>(definition: AgentDefinition, parent: Session<T>): Promise<ModelPort> {
  const wanted = definition.model;
  const { connect } = parent.run.agents ?? {};
  if (wanted === undefined || wanted === parent.model.id || connect === undefined) return parent.model;
  return connect(wanted).catch((error: unknown) => {
    parent.emit({
      kind: "warning",
      message: `The agent ${definition.name} works with ${parent.model.id}, because ${wanted} cannot be had: ${messageOf(error)}`,
    });
    return parent.model;
  });
}

async function tellOf<T>(
  parent: Session<T>,
  definition: AgentDefinition,
  child: Child,
  result: RunResult<Output>,
): Promise<ToolOutput> {
  const { status, cause, usd, turns, edited, completion } = result;
  parent.caller.escalations.push(...result.escalations);
  parent.transcript.append("sub", { child: child.id, agent: definition.name, status, cause, usd, turns });
  const note = edited ? ["It changed files."] : [];
  const finished = status === "done" && completion !== undefined;
  const told = finished
    ? [completion.summary, JSON.stringify(completion.output ?? {}), ...note]
    : [`The agent ${definition.name} did not finish: ${result.message}`, ...note];
  return { text: cutText(told.join("\n"), RESULT_CHARS), isError: !finished };
}
