/** Which pull requests that Nightshift did not open the review agent reads, and at whose word. Pure. */
import type { Config } from "./config.ts";
import { reviewLabel } from "./labels.ts";
import { parsePersonCommand } from "./person-command.ts";
import { type CommentSnapshot, canWrite, type PullSnapshot, type RepositorySnapshot } from "./snapshot.ts";

export interface ReviewGrant {
  /** Who may write now, and is why it is read: its author, or who asked for it. */
  by: string;
  /** The head is read as data: nothing of it is laid out or run, no tool is given, and all that comes of it is one review. */
  asData: boolean;
}

/** Undefined: nobody who may write wants exactly this head read. What the settings cover needs no asking. */
export function reviewGrant(snapshot: RepositorySnapshot, pull: PullSnapshot): ReviewGrant | undefined {
  if (pull.state !== "open") return undefined;
  if (isCovered(snapshot.config, pull) && canWrite(snapshot, pull.author))
    return { by: pull.author.login, asData: false };
  const asked = pull.comments.findLast((comment) => asksFor(snapshot, pull, comment));
  return asked && { by: asked.author.login, asData: true };
}

/** `review.scope` covers it, given that its author may write. A draft waits until it is ready; a fork and a bot are never covered. */
export function isCovered(
  { review, label_prefix: prefix }: Pick<Config, "review" | "label_prefix">,
  { state, fork, draft, author, labels }: PullSnapshot,
): boolean {
  if (review.scope === "agents" || state !== "open" || fork || draft || author.bot) return false;
  return review.scope === "all" || labels.includes(reviewLabel(prefix));
}

/** `/nightshift review <sha>` for the head as it is now: a push takes the word back by itself. */
function asksFor(snapshot: RepositorySnapshot, { head }: PullSnapshot, comment: CommentSnapshot): boolean {
  if (comment.edited || !canWrite(snapshot, comment.author)) return false;
  const command = parsePersonCommand(comment.body);
  if (command === undefined || command === "unknown" || command.name !== "review") return false;
  return command.sha !== undefined && head.startsWith(command.sha);
}
