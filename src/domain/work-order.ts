/** What a gate decided that a run shall do: the only thing the later jobs of that run trust. At most 16 KB as JSON. */
import { z } from "zod";
import { NightshiftError } from "./errors.ts";
import { HOP_LIMIT } from "./message.ts";
import { ModelList } from "./model-list.ts";
import { FeatureKey, IssueNumber, RepositoryName, Sha } from "./words.ts";

export const WORK_ORDER_LIMIT = 16_384;

/** Money and work, added up. */
const Amount = z.strictObject({
  usd: z.number().nonnegative(),
  turns: z.int().nonnegative(),
  tokens: z.int().nonnegative(),
});

export const WorkMode = z.enum([
  "plan",
  "track",
  "implement",
  "feedback",
  "conflict",
  "verify",
  "revert",
  "review",
]);
export type WorkMode = z.infer<typeof WorkMode>;

export const WorkOrder = z.strictObject({
  v: z.literal(1),
  id: z.uuid(),
  repository: RepositoryName,
  mode: WorkMode,
  /** `by` authorised it; the gate has just asked GitHub whether that person may. */
  requirement: z.strictObject({
    number: IssueNumber,
    textHash: z.string().length(64),
    by: z.string().min(1).max(100),
  }),
  feature: z.strictObject({ number: IssueNumber, key: FeatureKey, title: z.string().max(300) }).optional(),
  pull: z
    .strictObject({
      number: IssueNumber,
      head: Sha,
      /** Heads that a review of ours has read as a whole, the newest first: their hunks are not read again. */
      reviewed: z
        .array(z.strictObject({ head: Sha, verdict: z.enum(["approved", "changes", "comment"]) }))
        .max(5)
        .optional(),
    })
    .optional(),
  /** Branch of the feature; absent in plan mode. */
  branch: z.string().max(200).optional(),
  base: z.strictObject({ branch: z.string().max(200), head: Sha }),
  round: z.int().nonnegative(),
  /** What is taken back: the commit that `pull` names, or for an undo every commit of the requirement that the base has. */
  revert: z
    .strictObject({
      why: z.enum(["tree", "red", "undo"]),
      asked: z.int().nonnegative().optional(),
    })
    .optional(),
  /** Which jobs run. */
  needs: z.strictObject({ agent: z.boolean(), verify: z.boolean() }),
  /** `provider:model`, the preferred one first. */
  models: ModelList,
  limits: z.strictObject({
    turns: z.int().positive(),
    minutes: z.number().positive(),
    usd: z.number().positive(),
  }),
  /** An earlier run for the same work that may be gone on with: its artifact, and what is already booked of its cost. */
  resume: z
    .strictObject({
      run: z.int().positive(),
      artifact: z.int().positive(),
      booked: Amount,
    })
    .optional(),
  /** What earlier attempts of this very run are booked for: its cost goes on from there. */
  spent: Amount.optional(),
  /** Date of the commits that this run makes, ISO 8601: the same order makes the same commit. */
  date: z.iso.datetime(),
  thread: z.strictObject({ correlationId: z.uuid(), hops: z.int().min(0).max(HOP_LIMIT) }),
});
export type WorkOrder = z.infer<typeof WorkOrder>;

/** Work on what is merged already: wanted whatever became of its issues. */
export function isAfterMerge({ mode, pull, base }: WorkOrder): boolean {
  return mode === "revert" || (mode === "verify" && pull?.head === base.head);
}

/** Throws WORK_ORDER_INVALID; an empty or cut order fails closed. */
export function parseWorkOrder(text: string): WorkOrder {
  const fail = (why: string) =>
    new NightshiftError("WORK_ORDER_INVALID", `The work order cannot be used: ${why}`);
  if (text.trim() === "") throw fail("it is empty; the gate of this run gave none");
  if (text.length > WORK_ORDER_LIMIT)
    throw fail(`it has ${text.length} characters, more than ${WORK_ORDER_LIMIT}`);
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    throw fail("it is not JSON");
  }
  const result = WorkOrder.safeParse(raw);
  if (!result.success) throw fail(z.prettifyError(result.error));
  return result.data;
}
