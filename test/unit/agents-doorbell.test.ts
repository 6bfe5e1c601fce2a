import { describe, expect, test } from "vitest";
import { readRing } from "../../src/agents/doorbell.ts";
import { NightshiftError } from "../../src/domain/errors.ts";
import { MESSAGE_TYPES, type MessageType, Party } from "../../src/domain/message.ts";
import { ROUTES } from "../../src/domain/route.ts";

const HEAD = "a".repeat(40);
const BASE = "c".repeat(40);
const ID = "6f7a0c9e-3a0b-4c55-9d35-0d8f8f3e2a10";
const AGENTS = ["code", "review", "merge"] as const;

const PAYLOADS: Record<MessageType, object> = {
  start_project: { issue: 1 },
  human_acted: { pull: 7 },
  continue_next_feature: { issue: 1, feature: 3 },
  pr_created: { pull: 7, head: HEAD },
  new_commits_pushed: { pull: 7, head: HEAD },
  verify_requested: { pull: 7, head: HEAD, base: BASE },
  revert_requested: { pull: 7, head: HEAD, issue: 1 },
  review_comments_posted: { pull: 7, head: HEAD, round: 2 },
  review_comments_received: { pull: 7, head: HEAD },
  review_approved: { pull: 7, head: HEAD },
  pr_merged: { pull: 7, sha: HEAD },
  all_features_complete: { issue: 1 },
};

function dispatch(type: MessageType, change: { from?: string; to?: string; action?: string } = {}) {
  const route = ROUTES[type];
  return {
    action: change.action ?? route.event ?? "nightshift-merge",
    client_payload: {
      message: {
        id: ID,
        timestamp: "2026-03-01T10:00:00.000Z",
        from: change.from ?? route.from[0],
        to: change.to ?? route.to,
        type,
        payload: PAYLOADS[type],
        correlationId: ID,
        hops: 5,
      },
    },
  };
}

const bell = (agent: (typeof AGENTS)[number], event: string, payload: unknown) =>
  readRing(agent, event, payload).bell;

describe("a dispatch", () => {
  const EXPECTED: Partial<Record<MessageType, object>> = {
    start_project: { kind: "issue", number: 1 },
    continue_next_feature: { kind: "feature", issue: 1, feature: 3 },
    verify_requested: { kind: "verify", pull: 7, head: HEAD, base: BASE },
    revert_requested: { kind: "pull", pull: 7, head: HEAD, undo: 1 },
    pr_created: { kind: "pull", pull: 7, head: HEAD },
    new_commits_pushed: { kind: "pull", pull: 7, head: HEAD },
    review_comments_received: { kind: "pull", pull: 7, head: HEAD },
    human_acted: { kind: "manager" },
    review_comments_posted: { kind: "manager" },
    review_approved: { kind: "manager" },
  };

  test.each(MESSAGE_TYPES)("%s rings exactly the agent of its route", (type) => {
    for (const agent of AGENTS) {
      const found = bell(agent, "repository_dispatch", dispatch(type));
      if (ROUTES[type].event === `nightshift-${agent}`) expect(found).toEqual(EXPECTED[type]);
      else expect(found).toMatchObject({ kind: "idle" });
    }
  });

  test("carries on its conversation", () => {
    expect(readRing("code", "repository_dispatch", dispatch("start_project")).thread).toEqual({
      correlationId: ID,
      hops: 5,
    });
  });

  test.each(MESSAGE_TYPES)("%s from or to a party that its route does not know is idle", (type) => {
    const { from, to, event } = ROUTES[type];
    const agent = AGENTS.find((one) => event === `nightshift-${one}`) ?? "merge";
    for (const party of Party.options) {
      if (!from.includes(party))
        expect(bell(agent, "repository_dispatch", dispatch(type, { from: party }))).toMatchObject({
          kind: "idle",
        });
      if (to !== party)
        expect(bell(agent, "repository_dispatch", dispatch(type, { to: party }))).toMatchObject({
          kind: "idle",
        });
    }
  });

  test("under the event type of another workflow is idle", () => {
    const forged = dispatch("start_project", { action: "nightshift-review" });
    expect(bell("code", "repository_dispatch", forged)).toMatchObject({ kind: "idle" });
    expect(bell("review", "repository_dispatch", forged)).toMatchObject({ kind: "idle" });
  });

  test.each([
    ["no payload", { action: "nightshift-code" }],
    ["no message", { action: "nightshift-code", client_payload: {} }],
    ["a bare text", { action: "nightshift-code", client_payload: { message: "start" } }],
    ["nothing at all", null],
    [
      "a message with an extra key",
      {
        ...dispatch("start_project"),
        client_payload: { message: { ...dispatch("start_project").client_payload.message, run: "rm" } },
      },
    ],
  ])("with %s is malformed", (_what, event) => {
    expect(() => readRing("code", "repository_dispatch", event)).toThrow(NightshiftError);
    expect(() => readRing("code", "repository_dispatch", event)).toThrow(/^Not /);
  });
});

describe("other events", () => {
  const byHand = (inputs: object | null, sender = "User") => ({ inputs, sender: { type: sender } });

  test.each<[string, (typeof AGENTS)[number], string, unknown, object]>([
    [
      "a label on an issue",
      "code",
      "issues",
      { action: "labeled", issue: { number: 4 } },
      { kind: "issue", number: 4 },
    ],
    ["another issue event", "code", "issues", { action: "edited", issue: { number: 4 } }, { kind: "idle" }],
    [
      "a label, for the reviewer",
      "review",
      "issues",
      { action: "labeled", issue: { number: 4 } },
      { kind: "idle" },
    ],
    [
      "a label, for the manager",
      "merge",
      "issues",
      { action: "labeled", issue: { number: 4 } },
      { kind: "manager" },
    ],
    ["the clock", "merge", "schedule", {}, { kind: "manager" }],
    ["the clock, for the coder", "code", "schedule", {}, { kind: "idle" }],
    [
      "a requirement as text",
      "code",
      "workflow_dispatch",
      byHand({ requirement: "# Blog" }),
      { kind: "text", text: "# Blog" },
    ],
    [
      "a requirement as text from a bot",
      "code",
      "workflow_dispatch",
      byHand({ requirement: "# Blog" }, "Bot"),
      { kind: "idle" },
    ],
    ["an issue by hand", "code", "workflow_dispatch", byHand({ issue: "12" }), { kind: "issue", number: 12 }],
    [
      "an issue before a text",
      "code",
      "workflow_dispatch",
      byHand({ issue: "12", requirement: "x" }),
      { kind: "issue", number: 12 },
    ],
    ["only blanks", "code", "workflow_dispatch", byHand({ requirement: " \n" }), { kind: "idle" }],
    ["no inputs", "code", "workflow_dispatch", byHand(null), { kind: "idle" }],
    [
      "a pull request and its head by hand",
      "review",
      "workflow_dispatch",
      byHand({ pull: "7", head: HEAD }),
      { kind: "pull", pull: 7, head: HEAD },
    ],
    [
      "a pull request without its head",
      "review",
      "workflow_dispatch",
      byHand({ pull: "7" }),
      { kind: "idle" },
    ],
    ["a review of nothing", "review", "workflow_dispatch", byHand({}), { kind: "idle" }],
    ["a foreign event", "code", "push", { ref: "refs/heads/main" }, { kind: "idle" }],
  ])("%s", (_what, agent, event, payload, expected) => {
    expect(bell(agent, event, payload)).toMatchObject(expected);
  });

  test.each([{ issue: "12; rm" }, { issue: "-1" }, { issue: 12 }, { pull: "7", head: "main" }])(
    "inputs that are no numbers or hashes are malformed: %j",
    (inputs) => {
      expect(() => readRing("code", "workflow_dispatch", byHand(inputs))).toThrow(
        /^Not an event that we read/,
      );
    },
  );
});
