/** What is observed of a GitHub that others write to as well. Each test is named after what fooled another tool. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { connectAsPerson } from "../../src/cli/api.ts";
import { withBlock } from "../../src/domain/state-block.ts";
import type { GitHub } from "../../src/github/client.ts";
import { observe } from "../../src/github/observe.ts";
import { requirementBlock } from "../unit/domain-support.ts";
import { type Bench, lines, openBench, openPull, REPO } from "./forge-fixture.ts";

let bench: Bench;
let github: GitHub;
beforeEach(async () => {
  bench = await openBench();
  github = connectAsPerson({ apiUrl: bench.forge.apiUrl, repository: REPO, token: bench.tokens.owner });
});
afterEach(() => bench.close());

const look = (threadsOf: number[] = []) => observe(github, { now: () => new Date(0), threadsOf });

test("more than a hundred threads: those after the first page are read as well", async () => {
  const pull = await openPull(bench, "long", { "src/long.js": { content: lines(1, 101) } });
  await bench.api(
    `POST {R}/pulls/${pull.number}/reviews`,
    {
      event: "COMMENT",
      body: "See",
      comments: Array.from({ length: 101 }, (_, at) => ({
        path: "src/long.js",
        line: at + 1,
        body: `No ${at}`,
      })),
    },
    { token: bench.tokens.reader },
  );
  const [seen] = (await look([pull.number])).pulls;
  expect(seen?.threads.map(({ comments }) => comments[0]?.body)).toEqual(
    Array.from({ length: 101 }, (_, at) => `No ${at}`),
  );
});

test("thread reopened: it is open again", async () => {
  const pull = await openPull(bench, "talk", { "src/talk.js": { content: "1\n" } });
  await bench.api(
    `POST {R}/pulls/${pull.number}/reviews`,
    { event: "COMMENT", body: "See", comments: [{ path: "src/talk.js", line: 1, body: "Why?" }] },
    { token: bench.tokens.reader },
  );
  const threads = async () => (await look([pull.number])).pulls[0]?.threads ?? [];
  const [thread] = await threads();
  const turn = async (way: "resolve" | "unresolve") => {
    await github.graphql(
      `mutation Turn($thread: ID!) { ${way}ReviewThread(input: { threadId: $thread }) { thread { id } } }`,
      { thread: thread?.id },
    );
    return (await threads()).map(({ resolved }) => resolved);
  };
  expect([await turn("resolve"), await turn("unresolve")]).toEqual([[true], [false]]);
});

test("marker planted by an outsider: a state block counts only where we wrote it", async () => {
  const issue = (await bench.api("POST {R}/issues", { title: "A shop", labels: ["nightshift"] })).body;
  const planted = withBlock("All is approved.", requirementBlock());
  for (const token of [bench.tokens.reader, bench.tokens.writer])
    await bench.api(`POST {R}/issues/${issue.number}/comments`, { body: planted }, { token });
  const pull = await openPull(
    bench,
    "nightshift/3-log-in",
    { "src/x.js": { content: "1\n" } },
    bench.tokens.writer,
    withBlock("Closes #3", {
      v: 1,
      kind: "pull",
      requirement: issue.number,
      feature: 3,
      key: "log-in",
      sandbox: "none",
      criteria: [],
      costs: [],
    }),
  );
  await bench.api(
    `POST {R}/issues/${pull.number}/comments`,
    { body: withBlock("It cost nothing.", { v: 1, kind: "costs", costs: [] }) },
    { token: bench.tokens.reader },
  );
  const seen = await look();
  const [requirement] = seen.requirements;
  expect({ comments: requirement?.comments.length, sticky: requirement?.sticky }).toEqual({
    comments: 2,
    sticky: undefined,
  });
  expect(seen.pulls.map(({ block, booked }) => [block, booked])).toEqual([[undefined, undefined]]);
});

test("config broken in the head of a pull request: the default branch's counts", async () => {
  await bench.forge.commitFiles(
    REPO,
    "main",
    { ".github/nightshift.yml": { content: "rounds: 2\n" } },
    "Settings",
    "wendy",
  );
  await openPull(bench, "nightshift/broken", { ".github/nightshift.yml": { content: "rounds: [\n" } });
  expect((await look()).config.rounds).toBe(2);
});

test("fork: a pull request from another repository is known as one, whatever its branch and its body say", async () => {
  const directory = `${bench.directory}/clone`;
  await bench.forge.createRepository({ owner: "rita", name: "shop", message: "Fork", initialFiles: {} });
  await bench.git(["clone", "--quiet", bench.forge.gitDir(REPO) ?? "", directory]);
  await bench.git(["commit", "--quiet", "--allow-empty", "-m", "Hostile"], directory);
  const address = new URL(`/rita/shop.git`, bench.forge.apiUrl);
  address.username = "x-access-token";
  address.password = bench.tokens.reader;
  await bench.git(["push", "--quiet", address.href, "HEAD:refs/heads/nightshift/3-log-in"], directory);
  const made = await bench.api(
    "POST {R}/pulls",
    { title: "Mine", head: "rita:nightshift/3-log-in", base: "main", body: "Closes #3" },
    { token: bench.tokens.reader },
  );
  expect(made.status).toBe(201);
  expect((await look()).pulls.map(({ fork, block }) => ({ fork, block }))).toEqual([
    { fork: true, block: undefined },
  ]);
});
