import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bench, lines, openBench, openPull, REPO } from "./forge-fixture.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench({ private: true });
});
afterAll(() => bench.close());

const MATRIX: {
  call: string;
  body?: unknown;
  needs: Record<string, "read" | "write">;
  instead: Record<string, "read" | "write">;
}[] = [
  { call: "GET {R}/issues/1", needs: { issues: "read" }, instead: { contents: "write" } },
  {
    call: "POST {R}/issues",
    body: { title: "x" },
    needs: { issues: "write" },
    instead: { issues: "read", contents: "write" },
  },
  {
    call: "POST {R}/issues/1/comments",
    body: { body: "x" },
    needs: { issues: "write" },
    instead: { "pull-requests": "write" },
  },
  {
    call: "POST {R}/issues/1/labels",
    body: { labels: ["bug"] },
    needs: { issues: "write" },
    instead: { issues: "read" },
  },
  {
    call: "POST {R}/issues/2/comments",
    body: { body: "x" },
    needs: { "pull-requests": "write" },
    instead: { contents: "write" },
  },
  {
    call: "POST {R}/dispatches",
    body: { event_type: "x" },
    needs: { contents: "write" },
    instead: { actions: "write" },
  },
  {
    call: "POST {R}/actions/workflows/ci.yml/dispatches",
    body: { ref: "main" },
    needs: { actions: "write" },
    instead: { contents: "write" },
  },
  { call: "GET {R}/contents/README.md", needs: { contents: "read" }, instead: { issues: "write" } },
  { call: "GET {R}/actions/runs", needs: { actions: "read" }, instead: { contents: "write" } },
  { call: "GET {R}/pulls/2", needs: { "pull-requests": "read" }, instead: { issues: "write" } },
  { call: "GET {R}/commits/main/status", needs: { statuses: "read" }, instead: { contents: "write" } },
  { call: "GET {R}/commits/main/check-runs", needs: { checks: "read" }, instead: { statuses: "write" } },
];

test("a job token does what its permissions say and nothing else", async () => {
  await bench.api("POST {R}/issues", { title: "One" });
  const pull = await openPull(bench, "two", { "src/app.js": { content: lines(1, 12, { 2: "zwei" }) } });
  expect(pull.number).toBe(2);
  for (const { call, body, needs, instead } of MATRIX) {
    const refused = await bench.api(call, body, { token: bench.jobToken(instead) });
    expect
      .soft([call, refused.status, refused.body.message])
      .toEqual([call, 403, "Resource not accessible by integration"]);
    const done = await bench.api(call, body, { token: bench.jobToken(needs) });
    expect.soft([call, done.status < 300]).toEqual([call, true]);
  }
});

test("a job token is the bot, has no account, reads no variables and dies with its job", async () => {
  const token = bench.jobToken({ issues: "write", actions: "write", contents: "write" });
  expect((await bench.api("GET /user", undefined, { token })).status).toBe(403);
  expect((await bench.api("GET {R}/actions/variables", undefined, { token })).status).toBe(403);
  const made = await bench.api("POST {R}/issues", { title: "By the bot" }, { token });
  expect(made.body.user).toMatchObject({ login: "github-actions[bot]", id: 41898282, type: "Bot" });
  bench.forge.expireToken(token);
  expect([
    (await bench.api("GET {R}", undefined, { token })).status,
    (await bench.api("GET {R}", undefined, { token })).body.message,
  ]).toEqual([401, "Bad credentials"]);
});

test("strangers and anonymous people see no private repository", async () => {
  bench.forge.createUser("mallory");
  expect(
    (await bench.api("GET {R}", undefined, { token: bench.forge.createPersonToken("mallory") })).status,
  ).toBe(404);
  expect((await bench.api("GET {R}", undefined, { token: "" })).status).toBe(404);
});

test("what a bot does starts nothing, except dispatches and pull request heads that wait for a person", async () => {
  bench.forge.setWorkflowPermissions(REPO, { canCreatePulls: true });
  await bench.flush();
  bench.events.length = 0;
  const token = bench.jobToken({
    issues: "write",
    contents: "write",
    "pull-requests": "write",
    actions: "write",
  });
  await bench.api("POST {R}/issues/1/comments", { body: "hello" }, { token });
  await bench.api(
    "POST {R}/dispatches",
    { event_type: "nightshift-merge", client_payload: { message: { id: 1 } } },
    { token },
  );
  await bench.api(
    "POST {R}/actions/workflows/ci.yml/dispatches",
    { ref: "main", inputs: { level: "high" } },
    { token },
  );
  await bench.forge.commitFiles(REPO, "two", { "x.txt": { content: "x" } }, "x", "wendy");
  const sha = (await bench.api("GET {R}/git/ref/heads/two")).body.object.sha;
  await bench.api("POST {R}/git/refs", { ref: "refs/heads/bots", sha }, { token });
  const pull = await bench.api("POST {R}/pulls", { title: "Bot's", head: "bots", base: "main" }, { token });
  await bench.api(`POST {R}/issues/${pull.body.number}/labels`, { labels: ["bug"] }, { token });
  await bench.flush();
  const byBot = bench.events.filter((event) => event.actor.type === "Bot");
  expect(byBot.map((event) => `${event.name}.${event.action ?? ""}: ${event.starts}`)).toEqual([
    "issue_comment.created: nothing",
    "repository_dispatch.nightshift-merge: runs",
    "workflow_dispatch.: runs",
    "create.: nothing",
    "push.: nothing",
    "pull_request.opened: runs_needing_approval",
    "pull_request.labeled: nothing",
  ]);
  expect(byBot[2]).toMatchObject({ workflowPath: ".github/workflows/ci.yml", inputs: { level: "high" } });
});

test("nobody judges their own pull request, and Actions approves only where the setting allows it", async () => {
  const pull = await openPull(bench, "own", { "own.txt": { content: "x" } });
  const review = (event: string, token: string) =>
    bench.api(`POST {R}/pulls/${pull.number}/reviews`, { event, body: "x" }, { token });
  expect((await review("APPROVE", bench.tokens.writer)).body.errors).toEqual([
    "Can not approve your own pull request",
  ]);
  expect((await review("REQUEST_CHANGES", bench.tokens.writer)).body.errors).toEqual([
    "Review Can not request changes on your own pull request",
  ]);
  expect((await review("COMMENT", bench.tokens.writer)).body.state).toBe("COMMENTED");
  bench.forge.setWorkflowPermissions(REPO, { canCreatePulls: false });
  const token = bench.jobToken({ "pull-requests": "write", contents: "write" });
  expect((await review("APPROVE", token)).body.errors).toEqual([
    "GitHub Actions is not permitted to approve pull requests.",
  ]);
  const created = await bench.api("POST {R}/pulls", { title: "x", head: "own", base: "main" }, { token });
  expect([created.status, created.body.message]).toEqual([
    403,
    "GitHub Actions is not permitted to create or approve pull requests.",
  ]);
  expect((await review("APPROVE", bench.tokens.owner)).body.state).toBe("APPROVED");
  expect(
    (await bench.api(`POST {R}/pulls/${pull.number}/requested_reviewers`, { reviewers: ["wendy"] })).body
      .message,
  ).toBe("Review cannot be requested from pull request author.");
});

test("requests are counted by run and by what they notify", async () => {
  const token = bench.forge.createJobToken({
    repository: REPO,
    runId: 77,
    jobId: 7,
    permissions: { issues: "write" },
  });
  await bench.api("GET {R}/issues", undefined, { token });
  await bench.api("POST {R}/issues/1/comments", { body: "x" }, { token });
  await bench.api("POST {R}/issues/1/comments", { body: "" }, { token });
  expect(bench.forge.statistics({ runId: 77 })).toMatchObject({ requests: 3, notifyingWrites: 1 });
});
