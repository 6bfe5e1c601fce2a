/** Where hooks meet a run: what their answers mean at each point. */
import type { HookPoint } from "../domain/hooks.ts";
import type { CompletionGate } from "./completion.ts";
import type { AgentEvent } from "./events.ts";
import type { Hooks } from "./hooks.ts";
import { type Ending, failedEnding, type RunResult } from "./result.ts";
import type { Session } from "./session.ts";
import { type Effect, effectOfCall, type Tool, type ToolOutput } from "./tool.ts";

const STOP_BLOCKS = 3;
/** Characters of a result that a hook is told. */
const RESULT_CHARS = 20_000;

/** A point that the run passes, or ends at; words of a hook go to the model with its next request. */
export async function passPoint<T>(
  { hooks, conversation, budget }: Session<T>,
  point: Extract<HookPoint, "RunStart" | "PreModel" | "PreCompact">,
): Promise<Ending<never> | undefined> {
  const answer = await hooks.fire(point, { turn: budget.turns + 1, usd: budget.usd });
  if (answer?.block !== undefined) return failedEnding("hook", `${point}: ${answer.block}`);
  if (answer?.context) conversation.say(answer.context);
  return undefined;
}

/** The last gate of `complete_task`. It can send an agent back only so often: a hook must not burn a whole budget. */
export function stopGate(
  hooks: Hooks,
  point: Extract<HookPoint, "Stop" | "SubagentStop">,
  emit: (event: AgentEvent) => void,
): CompletionGate {
  let blocks = 0;
  return async ({ completion, edited, turns }) => {
    const answer = await hooks.fire(point, { turn: turns, completion, edited });
    if (answer?.block === undefined) return undefined;
    blocks += 1;
    if (blocks <= STOP_BLOCKS) return answer.block;
    emit({
      kind: "warning",
      message: `A ${point} hook blocked ${STOP_BLOCKS} times before; now it is passed over.`,
    });
    return undefined;
  };
}

export async function tellEnd<T>({ hooks }: Session<T>, result: RunResult<T>): Promise<void> {
  const { status, cause, message, turns, usd, edited } = result;
  await hooks.fire("RunEnd", { status, cause, message, turns, usd, edited });
}

export type BeforeTool = { refused: string } | { input: unknown; context: string };

/**
 * Before a call: its input as the hooks leave it, or why it is refused. What comes back is no permission: the input is
 * checked again by the tool and judged by the policy.
 */
export async function beforeTool(hooks: Hooks, tool: Tool, input: unknown): Promise<BeforeTool> {
  const answer = await hooks.fire("PreToolUse", { tool: tool.name, input });
  if (answer === undefined) return { input, context: "" };
  if (answer.block !== undefined) return { refused: `A hook blocked this call: ${answer.block}` };
  if (answer.updatedInput === undefined) return { input, context: answer.context };
  const [asked, wanted] = [effectOfCall(tool, input), effectOfCall(tool, answer.updatedInput)];
  // Reads run side by side with others; what was taken for one must not become a write.
  if (isWider(asked, wanted))
    return { refused: `A hook turned this ${asked} call into one that can ${wanted}.` };
  return { input: answer.updatedInput, context: answer.context };
}

function isWider(asked: Effect, wanted: Effect): boolean {
  return asked === "read" && wanted !== "read";
}

/** After a call: the result with what the hooks have to say of it. */
export async function afterTool(
  hooks: Hooks,
  tool: Tool,
  input: unknown,
  output: ToolOutput,
): Promise<ToolOutput> {
  const { text, isError } = output;
  const answer = await hooks.fire("PostToolUse", {
    tool: tool.name,
    input,
    result: text.slice(0, RESULT_CHARS),
    isError,
  });
  if (answer === undefined) return output;
  const objection = answer.block === undefined ? "" : `A hook objects: ${answer.block}`;
  const told = [text, objection, answer.context].filter((part) => part !== "").join("\n");
  return { text: told, isError: isError || answer.block !== undefined };
}
