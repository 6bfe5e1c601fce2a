/** `complete_task`: how an agent ends, and what must hold before it may say that it is done. */
import { z } from "zod";
import { messageOf } from "../domain/errors.ts";
import type { ToolSpec } from "../models/port.ts";
import type { Sandbox } from "./sandbox/sandbox.ts";
import { toolSchema } from "./schema.ts";

export type CompletionStatus = "done" | "blocked" | "nothing_to_do";

export interface Blocker {
  kind: string;
  detail: string;
}

export interface Completion<T> {
  status: CompletionStatus;
  summary: string;
  output?: T;
  blockers: Blocker[];
}

export interface FinishedCommand {
  command: string;
  exitCode: number | null;
  /** Relative to the workspace; absent = its root. */
  cwd?: string;
  /** Nothing changed in the work tree after this command ended. */
  afterLastEdit: boolean;
  /** It changed the work tree itself. */
  changed?: boolean;
}

/** What a gate may look at. */
export interface GateState {
  completion: Completion<unknown>;
  edited: boolean;
  commandsRun: readonly FinishedCommand[];
  turns: number;
  sandbox: Sandbox;
}

/** A condition of "done" and "nothing_to_do": undefined lets it pass, text says why not and goes back to the model. One that throws does not pass. */
export type CompletionGate = (state: GateState) => Promise<string | undefined>;

const Input = z.strictObject({
  status: z.enum(["done", "blocked", "nothing_to_do"]),
  summary: z.string().min(1).max(4_000),
  output: z.preprocess(fromJsonText, z.record(z.string(), z.unknown()).optional()).optional(),
  blockers: z
    .array(z.strictObject({ kind: z.string().max(100), detail: z.string().max(1_000) }))
    .max(20)
    .default([]),
});

/** Some models send an object as the text of it. */
function fromJsonText(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

export const COMPLETE_TASK: ToolSpec = {
  name: "complete_task",
  description: "End the task; the only call of its turn. output: the object that the brief asks for.",
  schema: {
    ...toolSchema(Input),
    properties: {
      status: { type: "string", enum: ["done", "blocked", "nothing_to_do"] },
      summary: { type: "string" },
      output: { type: "object" },
      blockers: {
        type: "array",
        items: {
          type: "object",
          properties: { kind: { type: "string" }, detail: { type: "string" } },
          required: ["kind", "detail"],
        },
      },
    },
    required: ["status", "summary"],
  },
};

export type CompletionCheck<T> =
  | { kind: "accepted"; completion: Completion<T> }
  | { kind: "invalid"; why: string }
  | { kind: "refused"; why: string };

/** Reads a call of `complete_task`: its form and the mode's output. */
export function readCompletion<T>(
  input: unknown,
  output: z.ZodType<T>,
): Exclude<CompletionCheck<T>, { kind: "refused" }> {
  const parsed = Input.safeParse(input);
  if (!parsed.success) return { kind: "invalid", why: z.prettifyError(parsed.error) };
  const { output: given, ...rest } = parsed.data;
  const completion: Completion<T> = rest;
  if (given !== undefined || rest.status === "done") {
    const checked = output.safeParse(given);
    if (!checked.success)
      return {
        kind: "invalid",
        why: `output is not what the brief asks for:\n${z.prettifyError(checked.error)}`,
      };
    if (checked.data !== undefined) completion.output = checked.data;
  }
  return { kind: "accepted", completion };
}

/** Checks a call of `complete_task`: its form, the mode's output, then the gates. */
export async function checkCompletion<T>(
  input: unknown,
  output: z.ZodType<T>,
  gates: readonly CompletionGate[],
  state: Omit<GateState, "completion">,
): Promise<CompletionCheck<T>> {
  const read = readCompletion(input, output);
  if (read.kind === "invalid") return read;
  const { completion } = read;
  if (completion.status === "blocked") return read;
  for (const gate of gates) {
    const why = await gate({ ...state, completion }).catch(
      (error: unknown) => `A check could not run: ${messageOf(error)}`,
    );
    if (why !== undefined) return { kind: "refused", why };
  }
  return { kind: "accepted", completion };
}
