/** Agent definitions: Markdown whose body is the system prompt and whose front matter says what the agent may use. */
import { parse } from "yaml";
import { z } from "zod";
import { messageOf, NightshiftError } from "../domain/errors.ts";
import { ModelName } from "../domain/model-list.ts";
import { type AgentOutput, parseOutput } from "./outputs.ts";
import { TOOL_NAMES } from "./toolbox.ts";

/** What an agent may spend that says nothing about it: the measure of a sub-agent. */
export const DEFAULT_MAX = { turns: 25, minutes: 8, usd: 0.75 } as const;

/** A tool of an MCP server, as the model sees it. */
const MCP_TOOL = /^mcp__[a-z0-9-]+__[\w.-]+$/;

const ToolNames = z.preprocess(
  (value) => (typeof value === "string" ? value.split(",").map((name) => name.trim()) : value),
  z
    .array(
      z.string().refine((name) => TOOL_NAMES.includes(name) || MCP_TOOL.test(name), {
        error: ({ input }) =>
          `unknown tool "${String(input)}"; there are ${TOOL_NAMES.join(", ")} and mcp__<server>__<tool>`,
      }),
    )
    .min(1),
);

const Output = z.unknown().transform((value, context): AgentOutput => {
  const output = parseOutput(value);
  if (!("invalid" in output)) return output;
  context.addIssue({ code: "custom", message: output.invalid });
  return z.NEVER;
});

const FrontMatter = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, "expected lower-case letters, digits and dashes"),
  description: z.string().min(1).max(1_024),
  tools: ToolNames,
  /** `provider:model`; "inherit" or nothing takes the caller's. */
  model: z
    .literal("inherit")
    .transform(() => undefined)
    .or(ModelName)
    .optional(),
  max_turns: z.int().min(1).max(1_000).default(DEFAULT_MAX.turns),
  timeout_mins: z.number().positive().max(360).default(DEFAULT_MAX.minutes),
  budget_usd: z.number().positive().default(DEFAULT_MAX.usd),
  effort: z.enum(["low", "medium", "high", "xhigh", "max"]).default("medium"),
  /** What `complete_task` must carry: the name of a built-in output, or a JSON schema. */
  output: Output.optional(),
  /** Most tokens of one answer. */
  output_tokens: z.int().min(1_000).max(128_000).optional(),
});

export type AgentDefinition = z.infer<typeof FrontMatter> & { prompt: string };

/**
 * Parses a definition; `file` is named in errors.
 * @throws NightshiftError CONFIG_INVALID with every mistake, its key and what to do
 */
export function parseAgentDefinition(text: string, file: string): AgentDefinition {
  const { front, body } = splitFrontMatter(text, file);
  return checkDefinition(front, body, file);
}

/**
 * A definition from data, of whatever dialect it was read.
 * @throws NightshiftError CONFIG_INVALID
 */
export function checkDefinition(front: unknown, body: string, file: string): AgentDefinition {
  const parsed = FrontMatter.safeParse(front);
  if (!parsed.success)
    throw new NightshiftError("CONFIG_INVALID", mistakesOf(parsed.error, file).join("\n"), {
      cause: parsed.error,
    });
  if (body === "")
    throw invalid(file, "the body, which is the system prompt, is empty; write it below the front matter");
  return { ...parsed.data, prompt: body };
}

/**
 * Front matter as data, and the trimmed body.
 * @throws NightshiftError CONFIG_INVALID
 */
export function splitFrontMatter(text: string, file: string): { front: unknown; body: string } {
  const match = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n([\s\S]*))?$/.exec(text);
  if (!match) throw invalid(file, 'an agent definition starts with front matter between two lines "---"');
  try {
    return { front: parse(match[1] ?? ""), body: (match[2] ?? "").trim() };
  } catch (error) {
    throw invalid(file, `the front matter is not YAML: ${messageOf(error)}`, error);
  }
}

function mistakesOf(error: z.ZodError, file: string): string[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys")
      return issue.keys.map(
        (key) =>
          `${file}: unknown key "${key}"; remove it (keys are ${Object.keys(FrontMatter.shape).join(", ")})`,
      );
    return [`${file}: ${issue.path.join(".") || "front matter"}: ${issue.message}`];
  });
}

function invalid(file: string, why: string, cause?: unknown): NightshiftError {
  return new NightshiftError("CONFIG_INVALID", `${file}: ${why}.`, { cause });
}
