/** One merge against a GitHub that refuses, loses answers and is late. Each test is named after what went wrong elsewhere. */
import { expect, test } from "vitest";
import { sendMerge } from "../../src/agents/merge/send-merge.ts";
import type { GateView } from "../../src/domain/command.ts";
import { groundsOf } from "../../src/domain/merge-record.ts";
import { factsOf } from "../../src/domain/pull-facts.ts";
import { GateBlock, type MergeAttempt, readBlock } from "../../src/domain/state-block.ts";
import { connectGitHub } from "../../src/github/client.ts";
import { BASE, HEAD, OLD, pullOf, readySnapshot } from "./domain-support.ts";

const LANDED = "f".repeat(40);
const PUT = "PUT /pulls/7/merge";

/** What GitHub does with one `PUT merge`: its answer, and whether the merge goes through behind it. */
interface Reaction {
  status: number;
  message?: string;
  merges?: boolean;
  /** The head that the pull request has afterwards. */
  head?: string;
}

interface Told {
  phase?: string | undefined;
  title: string;
  count?: number | undefined;
  final?: boolean | undefined;
}

function githubThat(
  reactions: Reaction[],
  start: { landed?: string; labels?: string[]; draft?: boolean } = {},
) {
  const log: string[] = [];
  const told: Told[] = [];
  const slept: number[] = [];
  let head = HEAD;
  let commits = start.landed === undefined ? [] : [{ sha: LANDED, message: start.landed }];
  let mergeMessage = "";
  const answer = (status: number, body: unknown) => Response.json(body, { status });
  const github = connectGitHub({
    token: "t",
    repository: "o/r",
    apiUrl: "https://api.test",
    sleep: async () => undefined,
    fetch: async (input, init) => {
      const url = new URL(String(input));
      const what = `${init?.method ?? "GET"} ${url.pathname.replace("/repos/o/r", "")}`;
      const body = init?.body === undefined ? {} : JSON.parse(String(init.body));
      log.push(what);
      if (what.includes("check-runs")) {
        const block = readBlock(GateBlock, body.output.summary)?.attempt;
        told.push({
          title: body.output.title,
          phase: block?.phase,
          count: block?.count,
          final: block?.final,
        });
        return answer(201, { id: 5 });
      }
      if (what === "GET /commits")
        return answer(
          200,
          commits.map(({ sha, message }) => ({ sha, commit: { message } })),
        );
      if (what === "GET /pulls/7")
        return answer(200, {
          state: commits.length > 0 ? "closed" : "open",
          merged: commits.length > 0,
          head: { sha: head },
          labels: (start.labels ?? []).map((name) => ({ name })),
          draft: start.draft ?? false,
        });
      if (what !== PUT) throw new Error(`not expected: ${what}`);
      const reaction = reactions.shift() ?? { status: 200, merges: true };
      mergeMessage = body.commit_message;
      if (body.sha !== head) return answer(409, { message: "Head branch was modified." });
      if (reaction.merges) commits = [{ sha: LANDED, message: mergeMessage }];
      head = reaction.head ?? head;
      return answer(
        reaction.status,
        reaction.status === 200 ? { merged: true, sha: LANDED } : { message: reaction.message ?? "" },
      );
    },
  });
  return {
    github,
    log,
    told,
    slept,
    puts: () => log.filter((what) => what === PUT).length,
    message: () => mergeMessage,
  };
}

const GATE: GateView = { id: undefined, state: "waiting", title: "", summary: "| all |", attempt: undefined };

async function send(world: ReturnType<typeof githubThat>, before?: MergeAttempt) {
  const { github, slept } = world;
  return sendMerge({
    job: {
      log: () => undefined,
      warn: () => undefined,
      sleep: async (milliseconds) => void slept.push(milliseconds),
      now: () => new Date("2026-03-01T10:50:00Z"),
    },
    github,
    command: {
      do: "merge",
      pull: 7,
      head: HEAD,
      base: { branch: "main", head: BASE },
      title: "Log in (#7)",
      message: "Text",
      grounds: groundsOf(factsOf(readySnapshot(), pullOf())),
    },
    message: "Text\n\nNightshift-Pull: #7",
    gate: GATE,
    before,
    labelPrefix: "nightshift",
  });
}

const ATTEMPT: MergeAttempt = {
  intent: "e".repeat(40),
  base: BASE,
  at: "2026-03-01T10:40:00Z",
  count: 1,
  phase: "sent",
  final: false,
  said: "",
};

test("the intent is written before the merge is sent, and the commit can be found by it", async () => {
  const world = githubThat([{ status: 200, merges: true }]);
  expect(await send(world)).toBe(LANDED);
  expect(world.log).toEqual(["POST /check-runs", "GET /pulls/7", PUT, "PATCH /check-runs/5"]);
  expect(world.told).toEqual([
    { title: "Merging aaaaaaa into main.", phase: "sent", count: 1, final: false },
    { title: `Merged as ${LANDED}.`, phase: undefined, count: undefined, final: undefined },
  ]);
  expect(world.message()).toMatch(/^Text\n\nNightshift-Pull: #7\nNightshift-Intent: [0-9a-f]{40}$/);
});

test.each([
  ["hold label added in the last second", { labels: ["nightshift:in-review", "nightshift:paused"] }],
  ["a person is asked in the last second", { labels: ["nightshift:needs-human"] }],
  ["made a draft in the last second", { draft: true }],
])("%s: nothing is sent, and the attempt is not counted", async (_, start) => {
  const world = githubThat([], start);
  expect(await send(world)).toBeUndefined();
  expect(world.puts()).toBe(0);
  expect(world.told.at(-1)).toMatchObject({ title: expect.stringMatching(/meanwhile/), phase: undefined });
});

test("push between evaluate and merge: 409 is no merge and no retry", async () => {
  const world = githubThat([{ status: 409, head: OLD }]);
  expect(await send(world)).toBeUndefined();
  expect(world.puts()).toBe(1);
  expect(world.told.at(-1)?.title).toContain("Looked at anew");
});

test("409 with unchanged head: asked again after 10, 30 and 60 seconds, then left", async () => {
  const world = githubThat(
    Array.from({ length: 9 }, () => ({ status: 409, message: "Head branch was modified." })),
  );
  expect(await send(world)).toBeUndefined();
  expect(world.slept).toEqual([10_000, 30_000, 60_000]);
  expect(world.puts()).toBe(4);
});

test("405 base modified: looked at anew, and not counted as a refusal", async () => {
  const world = githubThat([
    { status: 405, message: "Base branch was modified. Review and try the merge again." },
  ]);
  expect(await send(world)).toBeUndefined();
  expect(world.puts()).toBe(1);
  expect(world.told.at(-1)).toMatchObject({ phase: undefined });
});

test("405 by a rule: GitHub's words are kept, and it may be sent again later", async () => {
  const world = githubThat([{ status: 405, message: "Repository rule violations found\n\nNo." }]);
  expect(await send(world, { ...ATTEMPT, phase: "refused" })).toBeUndefined();
  expect(world.told.at(-1)).toEqual({
    title: "Not merged: Repository rule violations found No.",
    phase: "refused",
    count: 2,
    final: false,
  });
});

test.each([403, 422])("%i: sending it again cannot help", async (status) => {
  const world = githubThat([{ status, message: "Resource not accessible by integration" }]);
  expect(await send(world)).toBeUndefined();
  expect(world.told.at(-1)).toMatchObject({ phase: "refused", final: true });
});

test("500 that merged: found by its trailer, sent once", async () => {
  const world = githubThat([{ status: 500, merges: true }]);
  expect(await send(world)).toBe(LANDED);
  expect(world.puts()).toBe(1);
});

test("500 that did not: looked for during two minutes, then sent once more", async () => {
  const world = githubThat([{ status: 502 }]);
  expect(await send(world)).toBe(LANDED);
  expect(world.puts()).toBe(2);
  expect(world.slept.reduce((sum, one) => sum + one, 0)).toBe(120_000);
});

test("500 twice without a merge: a person is asked, nothing is sent a third time", async () => {
  const world = githubThat([{ status: 500 }, { status: 504 }, { status: 200, merges: true }]);
  expect(await send(world)).toBeUndefined();
  expect(world.puts()).toBe(2);
  expect(world.told.at(-1)).toMatchObject({ phase: "unclear", final: true });
});

test("500, and the second request is refused because the first went through", async () => {
  const world = githubThat([
    { status: 500 },
    { status: 405, message: "Pull Request is not mergeable", merges: true },
  ]);
  expect(await send(world)).toBe(LANDED);
});

test("500, and a push comes first: nothing is sent again", async () => {
  const world = githubThat([{ status: 500, head: OLD }]);
  expect(await send(world)).toBeUndefined();
  expect(world.puts()).toBe(1);
});

test("killed between the merge and its answer: found, and not sent again", async () => {
  const world = githubThat([], { landed: `Text\n\nNightshift-Intent: ${ATTEMPT.intent}` });
  expect(await send(world, ATTEMPT)).toBe(LANDED);
  expect(world.puts()).toBe(0);
});

test("killed between the intent and the merge: sent", async () => {
  const world = githubThat([{ status: 200, merges: true }]);
  expect(await send(world, ATTEMPT)).toBe(LANDED);
  expect(world.puts()).toBe(1);
});
