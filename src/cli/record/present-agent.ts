/** The agent of a recorded run as it is today, and what it would decide about the recorded calls. */
import type { z } from "zod";
import { COMPLETE_TASK, readCompletion } from "../../agent/completion.ts";
import type { AgentDefinition } from "../../agent/definition.ts";
import { sha256 } from "../../agent/digest.ts";
import { decidePolicy, type PolicyRule, policyOf } from "../../agent/policy.ts";
import type { KnownLine, LineOf } from "../../agent/record/lines.ts";
import { selectTools, type Toolbox } from "../../agent/toolbox.ts";
import { NO_DELEGATION, TASK, taskTool } from "../../agent/tools/task.ts";
import { OUTPUTS } from "../../agents/code/brief.ts";
import { readDefinition } from "../../agents/definitions.ts";
import type { Config } from "../../domain/config.ts";
import { NightshiftError } from "../../domain/errors.ts";
import { ReviewOutput } from "../../domain/finding.ts";

export interface PresentAgent {
  definition: AgentDefinition;
  toolbox: Toolbox;
  rules: readonly PolicyRule[];
  /** What `complete_task` must carry today. */
  output: z.ZodType;
  /** Prompt or tools that are not the recorded ones, one sentence each. */
  changes: readonly string[];
  /** What is not compared, one sentence each. */
  passedOver: readonly string[];
}

export interface Difference {
  turn: number;
  text: string;
}

/** Throws INPUT_INVALID for an agent that is not built in. */
export async function presentAgent(run: LineOf<"run">, config: Config): Promise<PresentAgent> {
  const { agent, mode } = run.header;
  if (agent !== "code" && agent !== "review")
    throw new NightshiftError(
      "INPUT_INVALID",
      `The transcript is of the agent "${agent}"; only runs of code and review can be replayed.`,
    );
  const definition = await readDefinition(agent);
  const toolbox = selectTools(definition.tools, [taskTool(NO_DELEGATION)]);
  const servers = config.mcp.filter(({ agents }) => agents.includes(agent)).map(({ name }) => name);
  const isSame = { system: sha256(definition.prompt), tools: sha256(JSON.stringify(toolbox.specs)) };
  return {
    definition,
    toolbox,
    rules: policyOf(config.protected_paths, config.policy),
    output: outputOf(mode),
    changes: [
      ...(isSame.system === run.system ? [] : ["The system prompt is not the recorded one."]),
      ...(isSame.tools === run.tools || servers.length > 0 ? [] : ["The tools are not the recorded ones."]),
    ],
    passedOver:
      servers.length === 0
        ? []
        : [
            `The list of tools is not compared: those of ${servers.join(", ")} are known to the servers alone.`,
          ],
  };
}

function outputOf(mode: string): z.ZodType {
  if (mode === "plan" || mode === "implement" || mode === "feedback" || mode === "conflict")
    return OUTPUTS[mode];
  return ReviewOutput;
}

/** Calls whose decisions were made elsewhere; what became of them is not judged again. */
export function notJudged(turns: readonly LineOf<"model_turn">[]): Difference[] {
  const names = turns.flatMap(({ turn, parts }) =>
    parts.flatMap((part) => (part.kind === "call" ? [{ turn, name: part.name }] : [])),
  );
  return names.flatMap(({ turn, name }) => {
    if (name === TASK)
      return [
        { turn, text: "task is judged, what the sub-agent did is not; it has a transcript of its own" },
      ];
    return isOfServer(name) ? [{ turn, text: `${name} is not judged: its server is not started here` }] : [];
  });
}

function isOfServer(name: string): boolean {
  return name.startsWith("mcp__");
}

/** What became of a call before it could run. Gates look at a work tree, which is not there: they are not asked again. */
interface Verdict {
  kind: "allowed" | "denied" | "invalid";
  why: string;
}

/** Compares what became of every recorded call with what would become of it today. */
export function judgeAgain(
  agent: PresentAgent,
  turns: readonly LineOf<"model_turn">[],
  lines: readonly KnownLine[],
): Difference[] {
  const outcomes = new Map(lines.flatMap((line) => (line.type === "tool_result" ? [[line.id, line]] : [])));
  return turns.flatMap((turn) =>
    turn.parts.flatMap((part) => {
      const outcome = part.kind === "call" ? outcomes.get(part.id) : undefined;
      if (part.kind !== "call" || outcome === undefined || isOfServer(part.name)) return [];
      const before = recordedVerdict(outcome, lines);
      const now = presentVerdict(agent, part);
      if (before.kind === now.kind) return [];
      const why = now.why === "" ? "" : ` (${now.why.split("\n").join("; ")})`;
      return [
        { turn: turn.turn, text: `${part.name} was ${before.kind}, and would be ${now.kind} now${why}` },
      ];
    }),
  );
}

function recordedVerdict(outcome: LineOf<"tool_result">, lines: readonly KnownLine[]): Verdict {
  const denial = lines.find(
    (line) => line.type === "policy" && line.id === outcome.id && line.decision === "denied",
  );
  if (denial?.type === "policy") return { kind: "denied", why: denial.why };
  return { kind: outcome.invalid ? "invalid" : "allowed", why: "" };
}

function presentVerdict(agent: PresentAgent, call: { name: string; input: unknown }): Verdict {
  if (call.name === COMPLETE_TASK.name) {
    const read = readCompletion(call.input, agent.output);
    return read.kind === "invalid" ? { kind: "invalid", why: read.why } : { kind: "allowed", why: "" };
  }
  const tool = agent.toolbox.find(call.name);
  if (tool === undefined) return { kind: "invalid", why: `there is no tool ${call.name}` };
  const prepared = tool.prepare(call.input);
  if ("invalid" in prepared) return { kind: "invalid", why: prepared.invalid };
  const { paths, command } = prepared;
  const decision = decidePolicy(
    { agent: agent.definition.name, tool: tool.name, effect: tool.effect, paths, command },
    agent.rules,
  );
  return decision.kind === "allow" ? { kind: "allowed", why: "" } : { kind: "denied", why: decision.why };
}
