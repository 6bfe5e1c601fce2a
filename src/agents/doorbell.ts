/** From the event that started a run to the place where the agent looks. Nothing here is believed. */
import { z } from "zod";
import type { Doorbell } from "../domain/decide/work.ts";
import { NightshiftError } from "../domain/errors.ts";
import { type Message, parseMessage, type Thread } from "../domain/message.ts";
import { type EventType, ROUTES } from "../domain/route.ts";

/** A requirement handed in as text by `workflow_dispatch`: only people who may write can do that on GitHub. */
export interface NewRequirement {
  kind: "text";
  text: string;
}

export interface Ring {
  bell: Doorbell | NewRequirement | { kind: "manager"; issue?: number } | { kind: "idle"; why: string };
  thread: Thread | undefined;
}

/** The issue that somebody spoke to, if that is what woke the manager. */
export function issueOf(ring: Ring | undefined): number | undefined {
  return ring?.bell.kind === "manager" ? ring.bell.issue : undefined;
}

const Dispatch = z.object({ action: z.string(), client_payload: z.object({ message: z.unknown() }) });
const Labeled = z.object({ action: z.literal("labeled"), issue: z.object({ number: z.int().positive() }) });
const Numeral = z.string().regex(/^\d{0,10}$/);
const Hash = z.string().regex(/^([0-9a-f]{40})?$/);
/** Inputs of our workflows, filled in by a person, or by the manager that the clock woke. */
const Manual = z.object({
  inputs: z
    .object({
      requirement: z.string(),
      issue: Numeral,
      feature: Numeral,
      pull: Numeral,
      head: Hash,
      base: Hash,
    })
    .partial()
    .nullable()
    .default(null),
  sender: z.object({ type: z.string() }).partial().default({}),
});

/** Throws MESSAGE_MALFORMED for an event that is not one of ours; a message for somebody else is idle. */
export function readRing(agent: "code" | "review" | "merge", eventName: string, event: unknown): Ring {
  if (eventName === "repository_dispatch") {
    const dispatch = read(Dispatch, event);
    const message = parseMessage(dispatch.client_payload.message);
    return {
      bell: bellOf(agent, dispatch.action, message),
      thread: { correlationId: message.correlationId, hops: message.hops },
    };
  }
  if (agent === "merge") return { bell: { kind: "manager" }, thread: undefined };
  if (eventName === "issues" && agent === "code") {
    const labeled = Labeled.safeParse(event);
    return {
      bell: labeled.success
        ? { kind: "issue", number: labeled.data.issue.number }
        : idle("The issue event is not a label."),
      thread: undefined,
    };
  }
  if (eventName === "workflow_dispatch") return { bell: manualBell(agent, event), thread: undefined };
  return { bell: idle(`${eventName} asks for nothing here.`), thread: undefined };
}

function read<Shape>(schema: z.ZodType<Shape>, event: unknown): Shape {
  const result = schema.safeParse(event);
  if (result.success) return result.data;
  throw new NightshiftError(
    "MESSAGE_MALFORMED",
    `Not an event that we read: ${z.prettifyError(result.error)}`,
  );
}

function manualBell(agent: "code" | "review", event: unknown): Ring["bell"] {
  const { inputs, sender } = read(Manual, event);
  const { requirement = "", issue = "", feature = "", pull = "", head = "", base = "" } = inputs ?? {};
  if (pull !== "") {
    if (head === "") return idle("A pull request is named by its number and its head.");
    const at = { pull: Number(pull), head };
    if (agent === "code" && base !== "") return { kind: "verify", ...at, base };
    return { kind: "pull", ...at, ...(issue === "" ? {} : { undo: Number(issue) }) };
  }
  if (agent === "review") return idle("No pull request was given.");
  if (issue !== "" && feature !== "")
    return { kind: "feature", issue: Number(issue), feature: Number(feature) };
  if (issue !== "") return { kind: "issue", number: Number(issue) };
  if (requirement.trim() === "") return idle("Neither a requirement nor an issue was given.");
  return sender.type === "Bot"
    ? idle("Only a person hands in a requirement.")
    : { kind: "text", text: requirement };
}

function bellOf(agent: "code" | "review" | "merge", eventType: string, message: Message): Ring["bell"] {
  const route = ROUTES[message.type];
  const expected: EventType = `nightshift-${agent}`;
  if (route.event !== expected || eventType !== expected)
    return idle(`${message.type} is not for this agent.`);
  if (!route.from.includes(message.from) || route.to !== message.to)
    return idle(`${message.type} does not go from ${message.from} to ${message.to}.`);
  switch (message.type) {
    case "start_project":
      return { kind: "issue", number: message.payload.issue };
    case "continue_next_feature":
      return { kind: "feature", issue: message.payload.issue, feature: message.payload.feature };
    case "verify_requested":
      return { kind: "verify", ...message.payload };
    case "revert_requested": {
      const { pull, head, issue } = message.payload;
      return { kind: "pull", pull, head, ...(issue === undefined ? {} : { undo: issue }) };
    }
    case "pr_created":
    case "new_commits_pushed":
    case "review_comments_received":
      return { kind: "pull", ...message.payload };
    case "human_acted":
      return { kind: "manager", ...(message.payload.issue ? { issue: message.payload.issue } : {}) };
    default:
      return { kind: "manager" };
  }
}

function idle(why: string): { kind: "idle"; why: string } {
  return { kind: "idle", why };
}
