/** From the event that started a run to the place where the agent looks. Nothing here is believed. */
import { z } from "zod";
import type { Doorbell } from "../domain/decide/work.ts";
import { type Message, parseMessage, type Thread } from "../domain/message.ts";
import { type EventType, ROUTES } from "../domain/route.ts";

/** A requirement handed in as text by `workflow_dispatch`: only people who may write can do that on GitHub. */
export interface NewRequirement {
  kind: "text";
  text: string;
}

export interface Ring {
  bell: Doorbell | NewRequirement | { kind: "manager" } | { kind: "idle"; why: string };
  thread: Thread | undefined;
}

const Dispatch = z.object({ action: z.string(), client_payload: z.object({ message: z.unknown() }) });
const Labeled = z.object({ action: z.literal("labeled"), issue: z.object({ number: z.int().positive() }) });
const Manual = z.object({
  inputs: z
    .object({
      requirement: z.string().default(""),
      issue: z
        .string()
        .regex(/^\d{0,10}$/)
        .default(""),
      pull: z
        .string()
        .regex(/^\d{0,10}$/)
        .default(""),
    })
    .nullable()
    .default(null),
});

/** Throws MESSAGE_MALFORMED for a dispatch that is not a message of ours, or not for this agent. */
export function readRing(agent: "code" | "review" | "merge", eventName: string, event: unknown): Ring {
  if (eventName === "repository_dispatch") {
    const dispatch = Dispatch.parse(event);
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
  if (eventName === "workflow_dispatch" && agent === "code") {
    const { requirement = "", issue = "" } = Manual.parse(event).inputs ?? {};
    if (issue !== "") return { bell: { kind: "issue", number: Number(issue) }, thread: undefined };
    if (requirement.trim() !== "") return { bell: { kind: "text", text: requirement }, thread: undefined };
    return { bell: idle("Neither a requirement nor an issue was given."), thread: undefined };
  }
  return { bell: idle(`${eventName} asks for nothing here.`), thread: undefined };
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
    case "pr_created":
    case "new_commits_pushed":
    case "review_comments_received":
      return { kind: "pull", ...message.payload };
    default:
      return { kind: "manager" };
  }
}

function idle(why: string): { kind: "idle"; why: string } {
  return { kind: "idle", why };
}
