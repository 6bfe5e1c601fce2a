/** Every message that the agents exchange: doorbells, never facts. A new type is one more row here and one in route.ts. */
import { z } from "zod";
import { NightshiftError } from "./errors.ts";
import { IssueNumber, Sha } from "./words.ts";

export const Party = z.enum(["person", "coder", "reviewer", "repo_manager"]);
export type Party = z.infer<typeof Party>;

/** A chain of messages longer than this is a loop: one label, one comment, no further message. Restarts with every feature. */
export const HOP_LIMIT = 40;

/** Largest envelope we send or read, in characters; GitHub's own limit for a client_payload is 65,535. */
export const ENVELOPE_LIMIT = 8_192;

const atPull = z.strictObject({ pull: IssueNumber, head: Sha });

const PAYLOADS = {
  start_project: z.strictObject({ issue: IssueNumber }),
  human_acted: z.strictObject({
    issue: IssueNumber.optional(),
    pull: IssueNumber.optional(),
    comment: z.int().positive().optional(),
  }),
  continue_next_feature: z.strictObject({ issue: IssueNumber, feature: IssueNumber }),
  pr_created: atPull,
  new_commits_pushed: atPull,
  verify_requested: z.strictObject({ pull: IssueNumber, head: Sha, base: Sha }),
  revert_requested: z.strictObject({ pull: IssueNumber, head: Sha, issue: IssueNumber.optional() }),
  review_comments_posted: z.strictObject({ pull: IssueNumber, head: Sha, round: z.int().nonnegative() }),
  review_comments_received: atPull,
  review_approved: atPull,
  pr_merged: z.strictObject({ pull: IssueNumber, sha: Sha }),
  all_features_complete: z.strictObject({ issue: IssueNumber }),
} as const;

export type MessageType = keyof typeof PAYLOADS;
export const MESSAGE_TYPES = Object.keys(PAYLOADS).filter((name): name is MessageType => name in PAYLOADS);

/** Older spellings of a type; read, never written. */
export const ALIASES: Readonly<Record<string, MessageType>> = {
  commits_pushed: "new_commits_pushed",
  changes_requested: "review_comments_posted",
};

const envelope = <Type extends MessageType>(type: Type) =>
  z.strictObject({
    id: z.uuid(),
    timestamp: z.iso.datetime(),
    from: Party,
    to: Party,
    type: z.literal(type),
    payload: PAYLOADS[type],
    correlationId: z.uuid(),
    hops: z.int().min(0).max(HOP_LIMIT),
  });

export const Message = z.discriminatedUnion("type", [
  envelope("start_project"),
  envelope("human_acted"),
  envelope("continue_next_feature"),
  envelope("pr_created"),
  envelope("new_commits_pushed"),
  envelope("verify_requested"),
  envelope("revert_requested"),
  envelope("review_comments_posted"),
  envelope("review_comments_received"),
  envelope("review_approved"),
  envelope("pr_merged"),
  envelope("all_features_complete"),
]);
export type Message = z.infer<typeof Message>;
export type PayloadOf<Type extends MessageType> = Extract<Message, { type: Type }>["payload"];

/** The only door through which an outside payload becomes a `Message`. Throws MESSAGE_MALFORMED; nothing has happened then. */
export function parseMessage(raw: unknown): Message {
  const size = JSON.stringify(raw ?? null).length;
  if (size > ENVELOPE_LIMIT) {
    throw new NightshiftError(
      "MESSAGE_MALFORMED",
      `The message has ${size} characters; at most ${ENVELOPE_LIMIT} are read.`,
    );
  }
  const result = Message.safeParse(withoutAlias(raw));
  if (result.success) return result.data;
  throw new NightshiftError(
    "MESSAGE_MALFORMED",
    `Not a Nightshift message: ${z.prettifyError(result.error)}`,
  );
}

function withoutAlias(raw: unknown): unknown {
  if (typeof raw !== "object" || raw === null || !("type" in raw) || typeof raw.type !== "string") return raw;
  return Object.hasOwn(ALIASES, raw.type) ? { ...raw, type: ALIASES[raw.type] } : raw;
}

/** What a message continues: its conversation and how long that already is. */
export interface Thread {
  correlationId: string;
  hops: number;
}

/**
 * A new message in a conversation. `hops` restarts at `continue_next_feature`, so that a long project is no loop; it stays at
 * the limit, where every gate refuses it.
 */
export function composeMessage<Type extends MessageType>(
  draft: { type: Type; from: Party; to: Party; payload: PayloadOf<Type> },
  thread: Thread | undefined,
  edge: { id: () => string; now: () => Date },
): Message {
  const restarts = draft.type === "continue_next_feature" || thread === undefined;
  return parseMessage({
    id: edge.id(),
    timestamp: edge.now().toISOString(),
    ...draft,
    correlationId: thread?.correlationId ?? edge.id(),
    hops: restarts ? 0 : Math.min(thread.hops + 1, HOP_LIMIT),
  });
}
