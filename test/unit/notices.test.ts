/** Notices: what is due, what marks it as told, and what a webhook is sent. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { mailboxesOf } from "../../src/agents/merge/tell.ts";
import { type Decided, dueNotices, type Notice } from "../../src/domain/notices.ts";
import { requirementFactsOf } from "../../src/domain/requirement-facts.ts";
import type { RepositorySnapshot } from "../../src/domain/snapshot.ts";
import { AskBlock, readBlock, withBlock } from "../../src/domain/state-block.ts";
import { type Channel, deliver } from "../../src/ops/notify.ts";
import {
  at,
  BOT,
  commentOf,
  featureIssue,
  HEAD,
  PULL_BLOCK,
  readySnapshot,
  requirementOf,
  snapshotOf,
} from "./domain-support.ts";

const askAt = (subject: string) =>
  withBlock("**Ready, waits for a person.** It is `large`.\n\nMore.", {
    v: 1,
    kind: "ask",
    rung: "awaits-approval",
    subject,
  });
const ASK = askAt(HEAD);
const SAID = commentOf("**A person has to decide.** Three runs broke off.", { author: BOT, id: 901 });
const DONE = commentOf("**Done.** 2 features are merged.\n\n- one", {
  author: BOT,
  id: 902,
  createdAt: at(45),
});
const HUMAN = ["nightshift", "nightshift:needs-human"];
const WAITS: Decided = { kind: "pull", number: 7, rung: "awaits-approval" };
const STUCK: Decided = { kind: "requirement", number: 1, rung: "needs-human" };
const pull = { ask: { id: 800, body: ASK, block: { rung: "awaits-approval", subject: HEAD } } };

function due(snapshot: RepositorySnapshot, decided: Decided[]): string[] {
  return noticesOf(snapshot, decided).map(
    ({ event, subject, text }) => `${event} ${subject.kind} ${subject.number}: ${text}`,
  );
}

function noticesOf(snapshot: RepositorySnapshot, decided: Decided[]): Notice[] {
  const facts = snapshot.requirements.map((requirement) => requirementFactsOf(snapshot, requirement));
  return dueNotices(snapshot, decided, facts);
}

describe("what is due", () => {
  test.each<[string, RepositorySnapshot, Decided[], string[]]>([
    ["nothing in a quiet world", readySnapshot(), [{ ...WAITS, rung: "ready" }], []],
    [
      "a pull request that waits",
      readySnapshot(pull),
      [WAITS],
      ["needs-human pull request 7: Ready, waits for a person. It is large."],
    ],
    [
      "a requirement that needs a person",
      snapshotOf({ requirements: [requirementOf({ labels: HUMAN, comments: [SAID] })] }),
      [STUCK],
      ["needs-human requirement 1: A person has to decide. Three runs broke off."],
    ],
    [
      "one for a pull request whose requirement is its own feature",
      readySnapshot(
        { ...pull, block: { ...PULL_BLOCK, feature: 1 } },
        { requirements: [requirementOf({ labels: HUMAN, comments: [SAID], features: [] })] },
      ),
      [{ ...WAITS, rung: "needs-human" }, STUCK],
      ["needs-human pull request 7: Ready, waits for a person. It is large."],
    ],
    [
      "a feature without a pull request",
      snapshotOf({
        requirements: [
          requirementOf({
            features: [
              featureIssue({ labels: ["nightshift:needs-human"], comments: [SAID] }),
              featureIssue({ number: 4 }),
            ],
          }),
        ],
      }),
      [],
      ["needs-human feature 3: A person has to decide. Three runs broke off."],
    ],
    [
      "a requirement that is complete",
      snapshotOf({
        requirements: [
          requirementOf({ open: false, labels: ["nightshift", "nightshift:complete"], comments: [DONE] }),
        ],
      }),
      [{ ...STUCK, rung: "closed" }],
      ["complete requirement 1: Done. 2 features are merged."],
    ],
    [
      "nothing of what ended days ago",
      snapshotOf({
        at: "2026-03-05T10:00:00Z",
        requirements: [requirementOf({ open: false, labels: ["nightshift:complete"], comments: [DONE] })],
      }),
      [],
      [],
    ],
    [
      "a requirement that we paused, and none that a person paused",
      snapshotOf({
        requirements: [
          requirementOf({
            labels: ["nightshift", "nightshift:paused"],
            comments: [commentOf("**Paused.** @stan changed the text.", { author: BOT })],
          }),
          requirementOf({ number: 2, labels: ["nightshift", "nightshift:paused"], comments: [SAID] }),
        ],
      }),
      [
        { ...STUCK, rung: "paused" },
        { ...STUCK, number: 2, rung: "paused" },
      ],
      ["needs-human requirement 1: Paused. @stan changed the text."],
    ],
    [
      "nothing where only others wrote",
      snapshotOf({ requirements: [requirementOf({ labels: HUMAN, comments: [commentOf("**A person**")] })] }),
      [STUCK],
      [],
    ],
  ])("%s", (_, snapshot, decided, expected) => {
    expect(due(snapshot, decided)).toEqual(expected);
  });

  test("what is marked is not due again, and its state block still reads", () => {
    const [notice] = noticesOf(readySnapshot(pull), [WAITS]);
    if (notice?.mark.do !== "say") throw new Error("it is marked by its comment");
    const { body } = notice.mark;
    expect(readBlock(AskBlock, body)).toMatchObject({ rung: "awaits-approval" });
    expect(due(readySnapshot({ ask: { ...pull.ask, body } }), [WAITS])).toEqual([]);
  });
});

let server: Server | undefined;
afterEach(() => server?.close());

async function hear(status = 200, location?: string) {
  const heard: { path: string; body: unknown }[] = [];
  const ids: unknown[] = [];
  server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk: Buffer) => {
      text += chunk.toString("utf8");
    });
    request.on("end", () => {
      ids.push(request.headers["webhook-id"]);
      heard.push({ path: request.url ?? "", body: JSON.parse(text) });
      response.writeHead(status, location ? { location } : {}).end();
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  return { heard, ids, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook/s3cr3t-path` };
}

const HOSTILE: Notice = {
  event: "needs-human",
  subject: { kind: "requirement", number: 1, title: "<!channel> @everyone [x](http://evil) a|b" },
  text: "Look at *this* & ghp_abcdefghijklmnopqrstuvwxyz0123456789 or <@U1>",
  said: { comment: 1, body: "Look" },
  mark: { do: "say", number: 1, id: 1, body: "" },
};
const send = (channel: Channel, url: string) =>
  deliver(
    { channel, url },
    { notice: HOSTILE, repository: "o/r", page: "https://github.com/o/r/issues/1", at: at(50) },
    { fetch: globalThis.fetch, secrets: [url, "a-token-of-this-run"] },
  );

describe("delivery", () => {
  test("Slack gets text in which nothing is a command, and no secret", async () => {
    const { heard, url } = await hear();
    await send("slack", url);
    expect(heard).toEqual([
      {
        path: "/hook/s3cr3t-path",
        body: {
          text: expect.stringMatching(
            /^A person is needed: <https:\/\/github.com\/o\/r\/issues\/1\|o\/r#1 &lt;!channel&gt; @everyone \[x\]\(http:\/\/evil\) a¦b>\nLook at \*this\* &amp; \[redacted\] or &lt;@U1&gt;$/,
          ),
        },
      },
    ]);
  });

  test("Discord mentions nobody and links nowhere else", async () => {
    const { heard, url } = await hear();
    await send("discord", url);
    expect(heard[0]?.body).toMatchObject({ allowed_mentions: { parse: [] } });
    const { content } = z.object({ content: z.string() }).parse(heard[0]?.body);
    expect(content).toContain("\\[x\\]\\(http://evil\\)");
    expect(content).toContain("\\@everyone");
    expect(content).not.toContain("ghp_");
  });

  test("any other webhook gets JSON", async () => {
    const { heard, url } = await hear();
    await send("webhook", url);
    expect(heard[0]?.body).toMatchObject({
      v: 1,
      event: "needs-human",
      repository: "o/r",
      subject: { kind: "requirement", number: 1, url: "https://github.com/o/r/issues/1" },
    });
  });

  test("who is killed between the notice and the mark tells it again under the same id; new words have another", async () => {
    const { heard, ids, url } = await hear();
    const killed = async (snapshot: RepositorySnapshot) => {
      const [notice] = noticesOf(snapshot, [WAITS]);
      if (notice === undefined) throw new Error("the pull request waits for a person");
      const page = "https://github.com/o/r/pull/7";
      const envelope = { notice, repository: "o/r", page, at: at(50) };
      await deliver({ channel: "webhook", url }, envelope, { fetch: globalThis.fetch, secrets: [] });
    };
    await killed(readySnapshot(pull));
    await killed({ ...readySnapshot(pull), at: "2026-03-02T10:00:00Z" });
    await killed(readySnapshot({ ask: { ...pull.ask, body: askAt("f".repeat(40)) } }));
    const [first, again, other] = heard.map(({ body }) => z.object({ id: z.string() }).parse(body).id);
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
    expect(ids).toEqual([first, again, other]);
  });

  test.each<[string, number, string | undefined, RegExp]>([
    ["an error", 500, undefined, /^slack answered 500$/],
    [
      "a redirect, which is not followed",
      302,
      "http://127.0.0.1:9/elsewhere",
      /^slack could not be reached \(\w+\)$/,
    ],
  ])("%s is told without the address", async (_, status, location, message) => {
    const { url } = await hear(status, location);
    await expect(send("slack", url)).rejects.toThrow(message);
  });

  test("a server that is not there is told without the address", async () => {
    await expect(send("discord", "http://127.0.0.1:9/s3cr3t")).rejects.toThrow(
      /^discord could not be reached \(\w+\)$/,
    );
  });

  test("addresses are https, or on this machine", () => {
    const none = { slack: "", discord: "", webhook: "" };
    expect(mailboxesOf({ ...none, slack: " https://hooks.slack.com/x " })).toEqual([
      { channel: "slack", url: "https://hooks.slack.com/x" },
    ]);
    expect(() => mailboxesOf({ ...none, webhook: "http://example.com/s3cr3t" })).toThrow(
      /^The address of the webhook webhook is no https address\.$/,
    );
  });
});
