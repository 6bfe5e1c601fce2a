/** Tells what happens on the local GitHub, one line for each thing that a person would notice. */
import { z } from "zod";
import type { TriggerEvent } from "../local/contract.ts";

const Payload = z.object({
  issue: z.object({ number: z.number(), title: z.string(), pull_request: z.unknown().optional() }).optional(),
  label: z.object({ name: z.string() }).optional(),
  comment: z
    .object({ body: z.string(), path: z.string().optional(), line: z.number().nullable().optional() })
    .optional(),
  pull_request: z
    .object({
      number: z.number(),
      title: z.string(),
      merged: z.boolean().optional(),
      merge_commit_sha: z.string().nullable().optional(),
      head: z.object({ sha: z.string() }),
    })
    .optional(),
  review: z.object({ state: z.string(), body: z.string().nullable() }).optional(),
  client_payload: z
    .object({ message: z.object({ type: z.string(), from: z.string(), to: z.string() }) })
    .optional(),
});

/** Undefined for an event that is not worth a line. */
export function tell(event: TriggerEvent): string | undefined {
  const payload = Payload.safeParse(event.payload);
  if (!payload.success) return undefined;
  const who = event.actor.login === "github-actions[bot]" ? "nightshift" : event.actor.login;
  const { issue, label, pull_request: pull, review, comment, client_payload: dispatched } = payload.data;
  const first = (text: string) => text.split("\n", 1)[0]?.replaceAll("**", "").slice(0, 110) ?? "";
  switch (`${event.name}.${event.action ?? ""}`) {
    case "issues.opened":
      return issue && `${who} opened issue #${issue.number} "${issue.title}"`;
    case "issues.closed":
      return issue && `issue #${issue.number} "${issue.title}" is closed`;
    case "issues.labeled":
      return issue && label && `#${issue.number} is ${label.name.replace("nightshift:", "")}`;
    case "pull_request.opened":
      return (
        pull && `${who} opened pull request #${pull.number} "${pull.title}" at ${pull.head.sha.slice(0, 7)}`
      );
    case "pull_request.synchronize":
      return pull && `${who} pushed ${pull.head.sha.slice(0, 7)} to pull request #${pull.number}`;
    case "pull_request.closed":
      return (
        pull &&
        (pull.merged
          ? `pull request #${pull.number} is merged as ${(pull.merge_commit_sha ?? "").slice(0, 7)}`
          : `pull request #${pull.number} is closed`)
      );
    case "pull_request_review.submitted":
      return (
        pull &&
        review &&
        `${who} reviewed #${pull.number}: ${first(review.body ?? "") || "answers in the threads"}`
      );
    case "pull_request_review_comment.created":
      return pull && comment && `  ${place(comment)}: ${first(comment.body)}`;
    case "issue_comment.created":
      return issue && comment && `${who} on #${issue.number}: ${plan(comment.body) ?? first(comment.body)}`;
    default:
      return event.name === "repository_dispatch" && dispatched
        ? `  message ${dispatched.message.type}: ${dispatched.message.from} → ${dispatched.message.to}`
        : undefined;
  }
}

function place(comment: { path?: string | undefined; line?: number | null | undefined }): string {
  return comment.line ? `${comment.path}:${comment.line}` : (comment.path ?? "");
}

/** The plan in one line; undefined for any other comment. */
function plan(body: string): string | undefined {
  if (!body.startsWith("### Plan")) return undefined;
  const titles = [...body.matchAll(/^#### (.+?)(?: \(#\d+\))?$/gm)].map((match) => match[1]);
  return `a plan of ${titles.length === 1 ? "one feature" : `${titles.length} features`}: ${titles.join("; ")}`;
}

/** What a log line of a job tells that no event does: the verification. */
export function tellLog(text: string): string | undefined {
  const match = /verification (passed|failed) on ([0-9a-f]{40}): (\d+ commands?)/.exec(text);
  return match
    ? `  the verify job, without any secret: ${match[3]} ${match[1]} on base ${match[2]?.slice(0, 7)}`
    : undefined;
}

/** Minutes and seconds, as a line begins. */
export function elapsed(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1_000);
  return `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;
}
