import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  ALIASES,
  composeMessage,
  ENVELOPE_LIMIT,
  HOP_LIMIT,
  MESSAGE_TYPES,
  type MessageType,
  parseMessage,
} from "../../src/domain/message.ts";
import { afterReview, type EventType, ROUTES } from "../../src/domain/route.ts";
import { parseRunTitle } from "../../src/domain/run-title.ts";
import type { Json, TriggerEvent } from "../../src/local/contract.ts";
import { parseWorkflowFile } from "../../src/local/runner/language/workflow-file.ts";
import { displayTitle } from "../../src/local/runner/trigger/titles.ts";

const HEAD = "a".repeat(40);
const BASE = "c".repeat(40);
const ID = "6f7a0c9e-3a0b-4c55-9d35-0d8f8f3e2a10";
const OTHER = "0d8f8f3e-3a0b-4c55-9d35-6f7a0c9e2a10";

const PAYLOADS: { readonly [Type in MessageType]: Record<string, Json> } = {
  start_project: { issue: 1 },
  human_acted: { pull: 7, comment: 12 },
  continue_next_feature: { issue: 1, feature: 3 },
  pr_created: { pull: 7, head: HEAD },
  new_commits_pushed: { pull: 7, head: HEAD },
  verify_requested: { pull: 7, head: HEAD, base: BASE },
  revert_requested: { pull: 7, head: "a".repeat(40) },
  review_comments_posted: { pull: 7, head: HEAD, round: 2 },
  review_comments_received: { pull: 7, head: HEAD },
  review_approved: { pull: 7, head: HEAD },
  pr_merged: { pull: 7, sha: HEAD },
  all_features_complete: { issue: 1 },
};

function envelope(type: MessageType, change: Record<string, unknown> = {}) {
  const [from] = ROUTES[type].from;
  return {
    id: ID,
    timestamp: "2026-03-01T10:00:00.000Z",
    from,
    to: ROUTES[type].to,
    type,
    payload: PAYLOADS[type],
    correlationId: OTHER,
    hops: 3,
    ...change,
  };
}

const refused = (raw: unknown) => {
  try {
    parseMessage(raw);
    return "accepted";
  } catch (error) {
    return error instanceof Error && "code" in error ? error.code : "another error";
  }
};

describe("a message", () => {
  test.each(MESSAGE_TYPES)("%s survives the wire", (type) => {
    const message = envelope(type);
    expect(parseMessage(JSON.parse(JSON.stringify(message)))).toEqual(message);
  });

  test.each(Object.entries(ALIASES))("%s is read as %s", (older, type) => {
    expect(parseMessage({ ...envelope(type), type: older })).toEqual(envelope(type));
  });

  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["a text", "start_project"],
    ["a list", [envelope("start_project")]],
    ["an unknown type", { ...envelope("start_project"), type: "delete_everything" }],
    ["a type from the prototype", { ...envelope("start_project"), type: "constructor" }],
    ["no type", { ...envelope("start_project"), type: undefined }],
    ["an extra key", envelope("start_project", { version: 2 })],
    ["an extra key in the payload", envelope("start_project", { payload: { issue: 1, body: "do it" } })],
    ["a missing key", envelope("start_project", { id: undefined })],
    ["the payload of another type", envelope("pr_created", { payload: { issue: 1 } })],
    ["a short SHA", envelope("pr_created", { payload: { pull: 7, head: "abc1234" } })],
    ["an issue that is no number", envelope("start_project", { payload: { issue: "1" } })],
    ["issue 0", envelope("start_project", { payload: { issue: 0 } })],
    ["a party that we do not know", envelope("start_project", { from: "root" })],
    ["an id that is no UUID", envelope("start_project", { id: "1" })],
    ["a time without a zone", envelope("start_project", { timestamp: "2026-03-01" })],
    ["hops below zero", envelope("start_project", { hops: -1 })],
    ["hops past the limit", envelope("start_project", { hops: HOP_LIMIT + 1 })],
    [
      "more characters than are read",
      envelope("start_project", { payload: { issue: 1, x: "x".repeat(ENVELOPE_LIMIT) } }),
    ],
  ])("with %s is malformed", (_what, raw) => {
    expect(refused(raw)).toBe("MESSAGE_MALFORMED");
  });

  test("past the size says so before anything else is looked at", () => {
    expect(() => parseMessage("x".repeat(ENVELOPE_LIMIT))).toThrow(/at most 8192 are read/);
  });
});

describe("composing", () => {
  const edge = () => {
    const ids = [ID, OTHER];
    return { id: () => ids.shift() ?? "", now: () => new Date("2026-03-01T10:00:00Z") };
  };
  const draft = {
    type: "pr_created",
    from: "coder",
    to: "reviewer",
    payload: { pull: 7, head: HEAD },
  } as const;

  test("starts a conversation", () => {
    expect(composeMessage(draft, undefined, edge())).toMatchObject({ id: ID, correlationId: OTHER, hops: 0 });
  });

  test("continues one, and counts", () => {
    const thread = { correlationId: OTHER, hops: 4 };
    expect(composeMessage(draft, thread, edge())).toMatchObject({ correlationId: OTHER, hops: 5 });
  });

  test("stays at the limit, where every gate refuses it", () => {
    const thread = { correlationId: OTHER, hops: HOP_LIMIT };
    expect(composeMessage(draft, thread, edge()).hops).toBe(HOP_LIMIT);
  });

  test("counts afresh for the next feature", () => {
    const next = {
      type: "continue_next_feature",
      from: "repo_manager",
      to: "coder",
      payload: { issue: 1, feature: 3 },
    } as const;
    expect(composeMessage(next, { correlationId: OTHER, hops: 39 }, edge()).hops).toBe(0);
  });
});

describe("routes", () => {
  const AGENT: Record<EventType, string> = {
    "nightshift-code": "coder",
    "nightshift-review": "reviewer",
    "nightshift-merge": "repo_manager",
  };

  test.each(MESSAGE_TYPES)("%s goes to the workflow of whom it is for, or to people", (type) => {
    const { event, to, from, why } = ROUTES[type];
    expect(event === undefined ? "person" : AGENT[event]).toBe(to);
    expect(from.length).toBeGreaterThan(0);
    expect(why).toMatch(/\.$/);
  });

  test.each([
    ["approved", 1, "review_approved"],
    ["approved", 9, "review_approved"],
    ["changes", 1, "review_comments_received"],
    ["changes", 4, "review_comments_received"],
    ["changes", 5, "review_comments_posted"],
    ["changes", 6, "review_comments_posted"],
    ["comment", 1, "review_comments_posted"],
  ] as const)("the verdict %s in round %i of 5 rings %s", (verdict, round, expected) => {
    expect(afterReview({ verdict, round, maxRounds: 5 })).toBe(expected);
  });
});

describe("run titles", () => {
  test.each([
    ["code · issue 1", { agent: "code", subject: { kind: "issue", number: 1 }, head: undefined }],
    ["code · feature 3", { agent: "code", subject: { kind: "feature", number: 3 }, head: undefined }],
    [`verify · pull 7 · ${HEAD}`, { agent: "verify", subject: { kind: "pull", number: 7 }, head: HEAD }],
    [` review · pull 7 · ${HEAD} `, { agent: "review", subject: { kind: "pull", number: 7 }, head: HEAD }],
    ["merge", { agent: "merge", subject: { kind: "none" }, head: undefined }],
    ["doorbell", undefined],
    ["code · pull 7 · abc", undefined],
    ["code · pull 7 · x", undefined],
    ["Merge pull request #7", undefined],
    [`code · pull 7 · ${HEAD}\nreview · pull 7`, undefined],
  ])("%j", (title, expected) => {
    expect(parseRunTitle(title)).toEqual(expected);
  });
});

describe("the run-name of our templates", () => {
  const dispatch = (type: MessageType): TriggerEvent => {
    const { event } = ROUTES[type];
    const payload = {
      action: event ?? "",
      client_payload: { message: envelope(type) },
    } as unknown as TriggerEvent["payload"];
    return { name: "repository_dispatch", action: event ?? "", payload } as TriggerEvent;
  };

  async function titleOf(file: string, event: TriggerEvent, inputs: Record<string, Json> = {}) {
    const path = `.github/workflows/${file}`;
    const text = readFileSync(`${import.meta.dirname}/../../templates/${path}`, "utf8");
    const { workflow } = await parseWorkflowFile(path, text);
    if (!workflow) throw new Error(`${file} does not parse`);
    const github = { event: event.payload as unknown as Json, event_name: event.name };
    return displayTitle(workflow, event, { contexts: { github, inputs, vars: {} } });
  }

  const EXPECTED: Partial<Record<MessageType, unknown>> = {
    start_project: { agent: "code", subject: { kind: "issue", number: 1 }, head: undefined },
    continue_next_feature: { agent: "code", subject: { kind: "feature", number: 3 }, head: undefined },
    verify_requested: { agent: "verify", subject: { kind: "pull", number: 7 }, head: HEAD },
    review_comments_received: { agent: "code", subject: { kind: "pull", number: 7 }, head: HEAD },
    revert_requested: { agent: "code", subject: { kind: "pull", number: 7 }, head: HEAD },
    pr_created: { agent: "review", subject: { kind: "pull", number: 7 }, head: HEAD },
    new_commits_pushed: { agent: "review", subject: { kind: "pull", number: 7 }, head: HEAD },
  };

  test.each(MESSAGE_TYPES.filter((type) => ROUTES[type].event !== undefined))(
    "for %s is read back",
    async (type) => {
      const title = await titleOf(`${ROUTES[type].event}.yml`, dispatch(type));
      const manager = { agent: "merge", subject: { kind: "none" }, head: undefined };
      expect(parseRunTitle(title)).toEqual(EXPECTED[type] ?? manager);
    },
  );

  test("names the issue that was labelled, or that was given by hand", async () => {
    const issue = { agent: "code", subject: { kind: "issue", number: 12 }, head: undefined };
    const labelled = {
      name: "issues",
      action: "labeled",
      payload: { issue: { number: 12 } },
    } as unknown as TriggerEvent;
    expect(parseRunTitle(await titleOf("nightshift-code.yml", labelled))).toEqual(issue);
    const byHand = { name: "workflow_dispatch", payload: {} } as unknown as TriggerEvent;
    expect(parseRunTitle(await titleOf("nightshift-code.yml", byHand, { issue: "12" }))).toEqual(issue);
  });

  test("of a run that carries text is a title without a subject", async () => {
    const byHand = { name: "workflow_dispatch", payload: {} } as unknown as TriggerEvent;
    const title = await titleOf("nightshift-code.yml", byHand, { issue: "", requirement: "A blog" });
    expect(parseRunTitle(title)).toEqual({ agent: "code", subject: { kind: "none" }, head: undefined });
  });

  test("names the head that a person asked to be reviewed", async () => {
    const byHand = { name: "workflow_dispatch", payload: {} } as unknown as TriggerEvent;
    const title = await titleOf("nightshift-review.yml", byHand, { pull: "7", head: HEAD });
    expect(parseRunTitle(title)).toEqual(EXPECTED.pr_created);
  });
});
