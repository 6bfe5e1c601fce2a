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

/** What the other shape of an order has. */
const NOTHING = z.undefined().optional();

const Login = z.string().min(1).max(100);

const Pull = z.strictObject({
  number: IssueNumber,
  head: Sha,
  /** Heads that a review of ours has read as a whole, the newest first: their hunks are not read again. */
  reviewed: z
    .array(z.strictObject({ head: Sha, verdict: z.enum(["approved", "changes", "comment"]) }))
    .max(5)
    .optional(),
});

/** Work for a requirement. */
const RequirementOrder = z.strictObject({
  v: z.literal(1),
  id: z.uuid(),
  repository: RepositoryName,
  mode: WorkMode,
  /** `by` authorised it; the gate has just asked GitHub whether that person may. */
  requirement: z.strictObject({ number: IssueNumber, textHash: z.string().length(64), by: Login }),
  foreign: NOTHING,
  feature: z.strictObject({ number: IssueNumber, key: FeatureKey, title: z.string().max(300) }).optional(),
  pull: Pull.optional(),
  /** Workflows of the repository that fail at the head, where nothing else asks for a change. */
  ci: z.array(z.string().max(255)).min(1).max(10).optional(),
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
export type RequirementOrder = z.infer<typeof RequirementOrder>;

/** A review of a pull request that Nightshift did not open: no requirement asked for it, so there are no acceptance criteria. */
const ForeignOrder = RequirementOrder.extend({
  mode: z.literal("review"),
  requirement: NOTHING,
  feature: NOTHING,
  branch: NOTHING,
  revert: NOTHING,
  /** `by` may write, and is why it is reviewed. `asData`: nothing of the head is laid out or run, and no tool is given. */
  foreign: z.strictObject({ by: Login, asData: z.boolean() }),
  pull: Pull,
});
export type ForeignOrder = z.infer<typeof ForeignOrder>;

export const WorkOrder = z.union([RequirementOrder, ForeignOrder]);
export type WorkOrder = RequirementOrder | ForeignOrder;

/** Throws WORK_ORDER_INVALID for an order without a requirement, which the code agent has no work for. */
export function forRequirement(order: WorkOrder): RequirementOrder {
  if (order.requirement !== undefined) return order;
  throw new NightshiftError("WORK_ORDER_INVALID", "The work order is a review's: it names no requirement.");
}

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
  const isForeign = typeof raw === "object" && raw !== null && "foreign" in raw;
  const result = (isForeign ? ForeignOrder : RequirementOrder).safeParse(raw);
  if (!result.success) throw fail(z.prettifyError(result.error));
  return result.data;
}
