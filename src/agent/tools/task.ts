import { z } from "zod";
import { defineTool, type Effect, type Tool, type ToolContext, type ToolOutput } from "../tool.ts";

export const TASK = "task";

/** Work for a sub-agent. */
export interface TaskRequest {
  agent: string;
  prompt: string;
  files: readonly string[];
}

/** Who carries out tasks. */
export interface Delegation {
  /** The worst that this agent can do; reads may run side by side. */
  effectOf(agent: string): Effect;
  run(request: TaskRequest, context: ToolContext): Promise<ToolOutput>;
}

export const NO_DELEGATION: Delegation = {
  effectOf: () => "read",
  run: async () => ({ text: "There are no agents here; do it yourself.", isError: true }),
};

/** The tool's text names no agent, so that it is the same in every repository; the brief lists them. */
export function taskTool(delegation: Delegation): Tool {
  return defineTool({
    name: TASK,
    description: "Let an agent of the brief do a part; only its answer comes back.",
    effect: "write",
    effectOf: ({ agent }) => delegation.effectOf(agent),
    input: z.strictObject({
      agent: z.string().max(100),
      prompt: z.string().min(1).max(20_000),
      files: z.array(z.string().max(1_024)).max(50).default([]),
    }),
    run: (request, context) => delegation.run(request, context),
  });
}
