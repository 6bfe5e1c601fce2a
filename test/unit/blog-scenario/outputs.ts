/** What `complete_task` takes from each kind of run. */
import { z } from "zod";

const slug = z.string().regex(/^[a-z][a-z0-9-]*$/);
const criteria = z.array(z.strictObject({ criterion: z.string(), evidence: z.string().min(10) })).min(1);

export const Plan = z.strictObject({
  features: z
    .array(
      z.strictObject({
        key: slug,
        title: z.string(),
        description: z.string(),
        criteria: z.array(z.string()).min(1),
        after: z.array(slug),
        files: z.array(z.string()).min(1),
      }),
    )
    .min(1),
});
export type Plan = z.infer<typeof Plan>;

export const Implementation = z.strictObject({
  pull: z.strictObject({ title: z.string(), body: z.string() }),
  criteria,
});

export const Feedback = z.strictObject({
  answers: z.array(
    z.strictObject({ thread: z.string(), action: z.enum(["fixed", "disputed"]), reply: z.string().min(10) }),
  ),
});

export const Review = z.strictObject({
  findings: z.array(
    z.strictObject({
      path: z.string(),
      side: z.enum(["RIGHT", "LEFT"]),
      quote: z.string().regex(/^[^\n]+(\n[^\n]*){0,5}$/),
      severity: z.enum(["blocker", "major", "minor", "nit"]),
      category: z.string(),
      title: z.string(),
      why: z.string(),
      scenario: z.string(),
      suggestion: z.string().optional(),
    }),
  ),
  threads: z.array(
    z.strictObject({ thread: z.string(), state: z.enum(["fixed", "open", "withdrawn"]), reply: z.string() }),
  ),
  criteria: z.array(
    z.strictObject({
      criterion: z.string(),
      state: z.enum(["met", "unmet", "human"]),
      evidence: z.string().min(10),
    }),
  ),
});

export const Completion = z.strictObject({
  status: z.literal("done"),
  summary: z.string().min(1).max(4000),
  output: z.unknown(),
});
