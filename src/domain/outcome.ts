/** What an agent job leaves behind, and what a verify job saw. Written by the job that ran the model: data, never trusted. */
import { z } from "zod";
import { Plan } from "./feature.ts";
import { ConflictOutput, FeedbackOutput, ImplementOutput, ReviewResult } from "./finding.ts";
import { Escalation } from "./policy.ts";
import { RunCost } from "./state-block.ts";
import { Sha } from "./words.ts";

const common = {
  v: z.literal(1),
  order: z.uuid(),
  status: z.enum(["done", "nothing_to_do", "failed", "blocked", "deferred", "cancelled"]),
  /** Typed stop of the agent loop. */
  cause: z.string().max(40),
  /** One sentence for people. */
  message: z.string().max(4_000),
  summary: z.string().max(4_000),
  blockers: z.array(z.strictObject({ kind: z.string().max(60), detail: z.string().max(2_000) })).max(20),
  sandbox: z.string().max(200),
  /** Calls that needed a person or a wider sandbox. */
  escalations: z.array(Escalation).max(50).default([]),
  cost: RunCost,
  resumeAfter: z.iso.datetime().optional(),
  /** Tree that the patch applies to. */
  from: Sha,
  /** False: nothing was changed. */
  patch: z.boolean(),
};

/** How a review read its change. */
export const Coverage = z.strictObject({
  tier: z.enum(["trivial", "lite", "full"]),
  /** Why this tier. */
  why: z.string().max(600),
  /** Conversations that read the change. */
  passes: z.int().nonnegative(),
  /** Hunks that were read now, and those that an earlier review read unchanged. */
  read: z.int().nonnegative(),
  known: z.int().nonnegative(),
  excluded: z.array(z.strictObject({ path: z.string().max(500), rule: z.string().max(40) })).max(2_000),
  /** What the lock files change, one line each. */
  dependencies: z.array(z.string().max(400)).max(300),
});
export type Coverage = z.infer<typeof Coverage>;

export const Outcome = z.discriminatedUnion("mode", [
  z.strictObject({ ...common, mode: z.literal("plan"), output: Plan.optional() }),
  z.strictObject({ ...common, mode: z.literal("implement"), output: ImplementOutput.optional() }),
  z.strictObject({ ...common, mode: z.literal("feedback"), output: FeedbackOutput.optional() }),
  z.strictObject({ ...common, mode: z.literal("conflict"), output: ConflictOutput.optional() }),
  z.strictObject({
    ...common,
    mode: z.literal("review"),
    output: ReviewResult.optional(),
    /** Hunks that no model read, by a named reason; any of them forbids approval. */
    deferred: z
      .array(
        z.strictObject({ path: z.string().max(500), hunk: z.string().max(600), why: z.string().max(200) }),
      )
      .max(2_000)
      .default([]),
    coverage: Coverage.optional(),
  }),
]);
export type Outcome = z.infer<typeof Outcome>;

export const CommandResult = z.strictObject({
  command: z.string().max(2_000),
  exitCode: z.int().nullable(),
  ms: z.number().nonnegative(),
  /** Last lines of the output of a command that failed. */
  tail: z.string().max(4_000),
});
export type CommandResult = z.infer<typeof CommandResult>;

/** Verification of exactly one merge: set-up and verify commands on the base with the change applied. */
export const Evidence = z.strictObject({
  v: z.literal(1),
  order: z.uuid(),
  passed: z.boolean(),
  base: Sha,
  /** Tree that the commands ran on. */
  tree: Sha,
  sandbox: z.string().max(200),
  commands: z.array(CommandResult).max(40),
  /** Why it could not run, when it could not. */
  problem: z.string().max(2_000).default(""),
});
export type Evidence = z.infer<typeof Evidence>;
