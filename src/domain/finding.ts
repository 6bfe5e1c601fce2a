/** Findings of a review, as the model hands them in and as the host anchors them. */
import { z } from "zod";

export const Severity = z.enum(["blocker", "major", "minor", "nit"]);
export type Severity = z.infer<typeof Severity>;

export const Finding = z.strictObject({
  path: z.string().min(1).max(500).describe("File of the finding"),
  side: z.enum(["RIGHT", "LEFT"]).default("RIGHT").describe("RIGHT for the new text, LEFT for deleted lines"),
  quote: z
    .string()
    .min(1)
    .max(2_000)
    .describe("1 to 6 lines copied verbatim from the diff, without the + or - sign"),
  severity: Severity,
  category: z
    .string()
    .min(1)
    .max(40)
    .describe("security, correctness, data, tests, requirement, performance, clarity"),
  title: z.string().min(3).max(160),
  why: z.string().min(3).max(1_200).describe("What is wrong and since which changed line"),
  scenario: z.string().max(800).default("").describe("Input or state, then the wrong outcome"),
  suggestion: z
    .string()
    .max(2_000)
    .optional()
    .describe("Exact replacement of the quoted lines, only when it fixes all of it"),
});
export type Finding = z.infer<typeof Finding>;

export const ThreadCheck = z.strictObject({
  thread: z.string().min(1).max(100).describe("Id of the thread, as given"),
  state: z.enum(["fixed", "open", "withdrawn"]),
  reply: z.string().max(800).default(""),
});
export type ThreadCheck = z.infer<typeof ThreadCheck>;

export const CriterionCheck = z.strictObject({
  criterion: z.string().min(1).max(400),
  state: z.enum(["met", "unmet", "human"]),
  evidence: z.string().max(800).default(""),
});
export type CriterionCheck = z.infer<typeof CriterionCheck>;

/** What the review agent hands in. */
export const ReviewOutput = z.strictObject({
  findings: z.array(Finding).max(60),
  threads: z.array(ThreadCheck).max(100).default([]),
  criteria: z.array(CriterionCheck).max(24).default([]),
});
export type ReviewOutput = z.infer<typeof ReviewOutput>;

/** What the code agent hands in, by mode. */
export const ImplementOutput = z.strictObject({
  pull: z.strictObject({ title: z.string().min(3).max(120), body: z.string().max(8_000) }),
  criteria: z
    .array(z.strictObject({ criterion: z.string().min(1).max(400), evidence: z.string().max(800) }))
    .max(24)
    .default([]),
});
export type ImplementOutput = z.infer<typeof ImplementOutput>;

export const FeedbackOutput = z.strictObject({
  answers: z
    .array(
      z.strictObject({
        thread: z.string().min(1).max(100).describe("Id of the thread, as given"),
        action: z.enum(["fixed", "disputed"]),
        reply: z.string().min(1).max(2_000),
      }),
    )
    .max(100)
    .default([]),
});
export type FeedbackOutput = z.infer<typeof FeedbackOutput>;

export const ConflictOutput = z.strictObject({ notes: z.string().min(1).max(4_000) });
export type ConflictOutput = z.infer<typeof ConflictOutput>;
