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
  claim: z
    .enum(["behaviour", "build", "tests"])
    .default("behaviour")
    .describe("build: you say it does not compile; tests: you say an existing test fails; both are then run"),
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

/** What is known of a finding beyond what the model says. */
export const FindingCheck = z.enum([
  /** Nobody tried to refute it: it is small. */
  "small",
  /** A second reader tried to refute it and could not. */
  "confirmed",
  /** The verify commands fail at this head. */
  "proved",
  /** A second reader could not tell; shown, and blocks nothing. */
  "uncertain",
  /** It is serious and nobody could check it: a person looks. */
  "unchecked",
]);
export type FindingCheck = z.infer<typeof FindingCheck>;

/** A finding that survived the host's checks. */
export const HeldFinding = Finding.extend({
  /** Independent passes that reported it. */
  support: z.int().positive(),
  lenses: z.array(z.string().max(40)).max(8),
  check: FindingCheck,
  /** What the check saw. */
  proof: z.string().max(2_000).default(""),
});
export type HeldFinding = z.infer<typeof HeldFinding>;

/** A finding that did not survive, and why. */
export const DroppedFinding = z.strictObject({
  path: z.string().max(500),
  title: z.string().max(160),
  why: z.string().max(800),
});
export type DroppedFinding = z.infer<typeof DroppedFinding>;

/** One review, all of its passes together. */
export const ReviewResult = z.strictObject({
  findings: z.array(HeldFinding).max(100),
  dropped: z.array(DroppedFinding).max(200).default([]),
  threads: z.array(ThreadCheck).max(100).default([]),
  criteria: z.array(CriterionCheck).max(24).default([]),
});
export type ReviewResult = z.infer<typeof ReviewResult>;

/** What the second reader hands in of the findings that it was given. */
export const RefuteOutput = z.strictObject({
  checks: z
    .array(
      z.strictObject({
        finding: z.string().min(1).max(20).describe("F1, F2, …, as given"),
        verdict: z.enum(["confirmed", "refuted", "uncertain"]),
        why: z.string().min(3).max(800),
        quotes: z
          .array(
            z.strictObject({
              path: z.string().min(1).max(500),
              quote: z
                .string()
                .min(1)
                .max(2_000)
                .describe("1 to 6 whole lines copied verbatim from that file"),
            }),
          )
          .max(8)
          .describe("The code that decides it; at least one unless uncertain"),
      }),
    )
    .max(20),
});
export type RefuteOutput = z.infer<typeof RefuteOutput>;

export function isSerious(severity: Severity): boolean {
  return severity === "blocker" || severity === "major";
}

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
