/** Agent definitions: Markdown whose body is the system prompt and whose front matter says what the agent may use. */
import { parse } from "yaml";
import { z } from "zod";
import { messageOf, NightshiftError } from "../domain/errors.ts";
import { TOOL_NAMES } from "./toolbox.ts";

const ToolNames = z.preprocess(
  (value) => (typeof value === "string" ? value.split(",").map((name) => name.trim()) : value),
  z
    .array(
      z
        .string()
        .refine((name) => TOOL_NAMES.includes(name), { error: ({ input }) => `unknown tool "${input}"` }),
    )
    .min(1),
);

const FrontMatter = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/),
  description: z.string().min(1),
  tools: ToolNames,
  /** `provider:model`; without it the caller's model is used. */
  model: z.string().optional(),
  max_turns: z.int().min(1).max(1_000),
  timeout_mins: z.number().positive().max(360),
  budget_usd: z.number().positive(),
  effort: z.enum(["low", "medium", "high", "xhigh", "max"]),
  /** Most tokens of one answer. */
  output_tokens: z.int().min(1_000).max(128_000).optional(),
});

export type AgentDefinition = z.infer<typeof FrontMatter> & { prompt: string };

/**
 * Parses a definition; `file` is named in errors.
 * @throws NightshiftError CONFIG_INVALID
 */
export function parseAgentDefinition(text: string, file: string): AgentDefinition {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text);
  if (!match)
    throw new NightshiftError(
      "CONFIG_INVALID",
      `${file}: an agent definition starts with front matter between two lines "---".`,
    );
  const parsed = FrontMatter.safeParse(parseYaml(match[1] ?? "", file));
  if (!parsed.success)
    throw new NightshiftError("CONFIG_INVALID", `${file}: ${z.prettifyError(parsed.error)}`, {
      cause: parsed.error,
    });
  const prompt = (match[2] ?? "").trim();
  if (prompt === "")
    throw new NightshiftError("CONFIG_INVALID", `${file}: the body, which is the system prompt, is empty.`);
  return { ...parsed.data, prompt };
}

function parseYaml(text: string, file: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new NightshiftError(
      "CONFIG_INVALID",
      `${file}: the front matter is not YAML: ${messageOf(error)}`,
      { cause: error },
    );
  }
}
