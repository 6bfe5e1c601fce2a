/** What an agent of a definition must hand over with `complete_task`: an output with a name, or a JSON schema. */
import { z } from "zod";
import { messageOf } from "../domain/errors.ts";
import { renderOutputSchema } from "./schema.ts";

export interface AgentOutput {
  check: z.ZodType<Record<string, unknown>>;
  /** The JSON schema as one line for the brief. */
  schema: string;
}

function named(check: AgentOutput["check"]): AgentOutput {
  return { check, schema: renderOutputSchema(check) };
}

const Answer = z.string().min(1).max(6_000);

/** Words: what an agent hands over whose definition says nothing. */
export const ANSWER = named(z.strictObject({ answer: Answer }));

const NAMED_OUTPUTS: Readonly<Record<string, AgentOutput>> = {
  answer: ANSWER,
  /** Words, and where in the repository they come from. */
  places: named(
    z.strictObject({
      answer: Answer,
      places: z
        .array(
          z.strictObject({
            path: z.string().max(1_024),
            lines: z.string().max(40).optional(),
            why: z.string().max(300),
          }),
        )
        .max(40),
    }),
  ),
};

const Schema = z.looseObject({ type: z.literal("object") });

/** The check that `value` describes, or what is wrong with it. */
export function parseOutput(value: unknown): AgentOutput | { invalid: string } {
  if (typeof value === "string") {
    return (
      NAMED_OUTPUTS[value] ?? {
        invalid: `there is no output "${value}"; use ${Object.keys(NAMED_OUTPUTS).join(", ")} or a JSON schema`,
      }
    );
  }
  const schema = Schema.safeParse(value);
  if (!schema.success) return { invalid: "a JSON schema of an output says type: object" };
  try {
    const check = z.fromJSONSchema(schema.data);
    const checked = z.record(z.string(), z.unknown()).superRefine((output, context) => {
      for (const issue of check.safeParse(output).error?.issues ?? []) {
        context.addIssue({ code: "custom", message: issue.message, path: [...issue.path] });
      }
    });
    return { check: checked, schema: JSON.stringify(value) };
  } catch (error) {
    return { invalid: `the JSON schema cannot be used: ${messageOf(error)}` };
  }
}
