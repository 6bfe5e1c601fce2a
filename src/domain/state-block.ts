/**
 * Hidden, versioned state in a text that we wrote: `<!-- nightshift:state {json} -->`. Accepted only when we wrote the text
 * and nobody else edited it since. A block can only make us do less: it never authorises, approves or names a SHA to merge.
 */
import { z } from "zod";
import { NightshiftError } from "./errors.ts";
import { TrackedFeature } from "./feature.ts";
import { FeatureKey, Sha } from "./words.ts";

/** GitHub's limit for bodies of issues, comments and reviews, in characters. */
export const BODY_LIMIT = 65_536;

/** What one workflow run cost. `usd` is null when the model's price is unknown. */
export const RunCost = z.strictObject({
  run: z.int().positive(),
  agent: z.enum(["code", "review"]),
  mode: z.string().max(20),
  usd: z.number().nonnegative().nullable(),
  turns: z.int().nonnegative(),
  tokens: z.int().nonnegative(),
  /** Issue of the feature that it worked on. */
  feature: z.int().positive().optional(),
  /** The run that it went on with: what that one is booked for is not in here. */
  after: z.int().positive().optional(),
  /** Day of its end, UTC. */
  day: z.iso.date().optional(),
});
export type RunCost = z.infer<typeof RunCost>;

/** In the sticky comment of a requirement. `textHash` is the authorised text that was planned. */
export const RequirementBlock = z.strictObject({
  v: z.literal(1),
  kind: z.literal("requirement"),
  textHash: z.string().regex(/^[0-9a-f]{64}$/),
  features: z.array(TrackedFeature).max(20),
  /** Attempts and costs up to here; runs are counted afresh after it. */
  costs: z.array(RunCost).max(400).default([]),
  told: z.string().max(2_000).default(""),
});
export type RequirementBlock = z.infer<typeof RequirementBlock>;

/** In the body of a pull request. */
export const PullBlock = z.strictObject({
  v: z.literal(1),
  kind: z.literal("pull"),
  requirement: z.int().positive(),
  feature: z.int().positive(),
  key: z.string().max(40),
  sandbox: z.string().max(200),
  criteria: z.array(z.string().max(400)).max(12),
  costs: z.array(RunCost).max(100),
});
export type PullBlock = z.infer<typeof PullBlock>;

/** In the body of a review. */
export const ReviewBlock = z.strictObject({
  v: z.literal(1),
  kind: z.literal("review"),
  head: Sha,
  round: z.int().positive(),
  verdict: z.enum(["approved", "changes", "comment"]),
  /** Hunks that nobody read at that head; absent in a review of before this was counted. */
  unread: z.int().nonnegative().optional(),
  cost: RunCost.optional(),
});
export type ReviewBlock = z.infer<typeof ReviewBlock>;

/** In one of our inline comments. */
export const FindingBlock = z.strictObject({
  v: z.literal(1),
  kind: z.literal("finding"),
  fingerprint: z.string().max(64),
  severity: z.enum(["blocker", "major", "minor", "nit"]),
});
export type FindingBlock = z.infer<typeof FindingBlock>;

/** In the manager's comment on a pull request or issue that says what is needed from whom. */
export const AskBlock = z.strictObject({
  v: z.literal(1),
  kind: z.literal("ask"),
  rung: z.string().max(60),
  subject: z.string().max(80),
});
export type AskBlock = z.infer<typeof AskBlock>;

/** In our comment on a pull request or issue whose work waits for the model's provider. */
export const DeferredBlock = z.strictObject({
  v: z.literal(1),
  kind: z.literal("deferred"),
  until: z.iso.datetime(),
});
export type DeferredBlock = z.infer<typeof DeferredBlock>;

/** In the body of a feature's sub-issue. */
export const FeatureBlock = z.strictObject({
  v: z.literal(1),
  kind: z.literal("feature"),
  requirement: z.int().positive(),
  key: z.string().max(40),
  after: z.array(FeatureKey).max(20).default([]),
});
export type FeatureBlock = z.infer<typeof FeatureBlock>;

/** In a comment that tells of a run without a result: what it cost. */
export const CostBlock = z.strictObject({ v: z.literal(1), kind: z.literal("cost"), cost: RunCost });
export type CostBlock = z.infer<typeof CostBlock>;

/** In our comment on a pull request that Nightshift did not open: what runs cost that posted no review. */
export const CostsBlock = z.strictObject({
  v: z.literal(1),
  kind: z.literal("costs"),
  costs: z.array(RunCost).max(100),
});
export type CostsBlock = z.infer<typeof CostsBlock>;

/** A merge that was tried: written before it is sent, so that a killed run leaves what to look for. */
export const MergeAttempt = z.strictObject({
  /** In the trailer `Nightshift-Intent` of the commit, by which it can be found. */
  intent: z.string().regex(/^[0-9a-f]{40}$/),
  /** Head of the base that it was meant for. */
  base: Sha,
  at: z.iso.datetime(),
  /** Attempts on this head so far. */
  count: z.int().positive(),
  /** `sent`: no answer is known. `refused`: GitHub said no. `unclear`: looked for and not found. */
  phase: z.enum(["sent", "refused", "unclear"]),
  /** Sending it again cannot help before a person changed something. */
  final: z.boolean(),
  said: z.string().max(400),
});
export type MergeAttempt = z.infer<typeof MergeAttempt>;

/** In the summary of our check run on a head. */
export const GateBlock = z.strictObject({
  v: z.literal(1),
  kind: z.literal("gate"),
  attempt: MergeAttempt.optional(),
});
export type GateBlock = z.infer<typeof GateBlock>;

/** In the body of a pull request that takes merges back. */
export const RevertBlock = z.strictObject({
  v: z.literal(1),
  kind: z.literal("revert"),
  requirement: z.int().positive(),
  /** Merged pull requests that it takes back; more than a hundred are not listed. */
  pulls: z.array(z.int().positive()).max(100),
  why: z.enum(["tree", "red", "undo"]),
  /** Id of the comment that asked for it; only of an undo. */
  asked: z.int().nonnegative().optional(),
});
export type RevertBlock = z.infer<typeof RevertBlock>;

/** In our comment that tells how the verify commands failed on what a merge left. */
export const FailureBlock = z.strictObject({ v: z.literal(1), kind: z.literal("failure"), landed: Sha });
export type FailureBlock = z.infer<typeof FailureBlock>;

/** Any of the blocks. */
export type StateBlock =
  | GateBlock
  | RequirementBlock
  | PullBlock
  | ReviewBlock
  | FindingBlock
  | AskBlock
  | DeferredBlock
  | FeatureBlock
  | CostBlock
  | CostsBlock
  | RevertBlock
  | FailureBlock;

const OPEN = "<!-- nightshift:state ";
const CLOSE = " -->";

/**
 * The block as hidden text. `--` cannot occur inside it, so a comment cannot be closed early. A single dash stays: it may be
 * the sign of an exponent such as 1e-7, which has no escape.
 */
export function renderBlock(block: StateBlock): string {
  return `${OPEN}${JSON.stringify(block)
    .replace(/-(?=-)/g, "\\u002d")
    .replaceAll(">", "\\u003e")}${CLOSE}`;
}

/** The last block in `text` that fits `schema`; undefined when there is none or it is of another kind or version. */
export function readBlock<Block>(schema: z.ZodType<Block>, text: string): Block | undefined {
  const start = text.lastIndexOf(OPEN);
  const end = start < 0 ? -1 : text.indexOf(CLOSE, start);
  if (end < 0) return undefined;
  try {
    const result = schema.safeParse(JSON.parse(text.slice(start + OPEN.length, end)));
    return result.success ? result.data : undefined;
  } catch {
    return undefined;
  }
}

/** Visible text and block as one body. Throws STATE_BLOCK_TOO_LARGE past GitHub's limit; the visible text is cut first. */
export function withBlock(visible: string, block: StateBlock): string {
  const hidden = renderBlock(block);
  const room = BODY_LIMIT - hidden.length - 64;
  if (room < 0) {
    throw new NightshiftError(
      "STATE_BLOCK_TOO_LARGE",
      `The ${block.kind} state has ${hidden.length} characters; GitHub keeps ${BODY_LIMIT}.`,
    );
  }
  const shown =
    visible.length <= room
      ? visible
      : `${visible.slice(0, room).replace(/[\uD800-\uDBFF]$/, "")}\n\n(cut: too long for one comment)`;
  return `${shown}\n\n${hidden}`;
}

/** The visible part of a body: everything before our block. */
export function visiblePart(text: string): string {
  const start = text.lastIndexOf(OPEN);
  return (start < 0 ? text : text.slice(0, start)).trimEnd();
}
