/** What a tool is. */
import { z } from "zod";
import type { Profile } from "../domain/policy.ts";
import type { ToolSpec } from "../models/port.ts";
import type { SandboxDenial } from "./sandbox/denial.ts";
import type { Sandbox } from "./sandbox/sandbox.ts";
import { toolSchema } from "./schema.ts";

/** Policy and scheduling speak in effects, not in tool names: only reads run side by side. */
export type Effect = "read" | "write" | "execute";

export interface PlanItem {
  id: string;
  text: string;
  state: "todo" | "doing" | "done";
}

export interface CommandRun {
  command: string;
  exitCode: number | null;
  ms?: number;
  /** Relative to the workspace; absent = its root. */
  cwd?: string;
  /** What the sandbox stopped it with. */
  denial?: SandboxDenial | undefined;
}

/** What a tool may use. It reaches the workspace only through the sandbox. */
export interface ToolContext {
  sandbox: Sandbox;
  callId: string;
  /** Milliseconds left of the whole run. */
  remainingMs: () => number;
  signal: AbortSignal;
  /** The wider place that the policy gave to this attempt. */
  profile?: Profile | undefined;
  /** Tells the run that a command ended. */
  ranCommand: (run: CommandRun) => void;
  setPlan: (items: readonly PlanItem[]) => void;
}

/** `text` goes to the model; an error is a normal answer that says what to do differently. */
export interface ToolOutput {
  text: string;
  isError: boolean;
}

export interface Tool {
  name: string;
  /** The worst that a call can do. */
  effect: Effect;
  /** What one call does, where that depends on its input. */
  effectOf?: (input: unknown) => Effect;
  spec: ToolSpec;
  /** Checks the input; what comes back runs it, or says what is wrong with it. */
  prepare(input: unknown):
    | { invalid: string }
    | {
        run: (context: ToolContext) => Promise<ToolOutput>;
        paths: readonly string[];
        command?: string | undefined;
      };
}

export interface ToolDefinition<Input> {
  name: string;
  description: string;
  effect: Effect;
  effectOf?: (input: Input) => Effect;
  input: z.ZodType<Input>;
  /** Paths that the call names, for the policy. */
  paths?: (input: Input) => readonly string[];
  /** Shell text that the call runs, for the policy. */
  command?: (input: Input) => string;
  run: (input: Input, context: ToolContext) => Promise<string | ToolOutput>;
}

/** Makes a tool of a typed definition. */
export function defineTool<Input>(definition: ToolDefinition<Input>): Tool {
  const { name, description, effect, effectOf, input: schema, run, paths, command } = definition;
  return {
    name,
    effect,
    effectOf(input) {
      const parsed = effectOf && schema.safeParse(input);
      return parsed?.success ? (effectOf?.(parsed.data) ?? effect) : effect;
    },
    spec: { name, description, schema: toolSchema(schema) },
    prepare(input) {
      const parsed = schema.safeParse(input);
      if (!parsed.success) return { invalid: z.prettifyError(parsed.error) };
      return {
        paths: paths?.(parsed.data) ?? [],
        command: command?.(parsed.data),
        run: async (context) => {
          const output = await run(parsed.data, context);
          return typeof output === "string" ? { text: output, isError: false } : output;
        },
      };
    },
  };
}

/** What one call of a tool does. */
export function effectOfCall(tool: Tool, input: unknown): Effect {
  return tool.effectOf?.(input) ?? tool.effect;
}
