import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bench, lines, openBench, openPull } from "./forge-fixture.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

test("reads that every client makes answer as GitHub describes them", async () => {
  for (const path of [
    "/",
    "/user",
    "/meta",
    "/rate_limit",
    "/users/wendy",
    "{R}",
    "{R}/collaborators/wendy/permission",
    "{R}/contents/README.md",
    "{R}/contents/src",
    "{R}/branches",
    "{R}/branches/main",
    "{R}/git/ref/heads/main",
    "{R}/git/matching-refs/heads/",
    "{R}/commits",
    "{R}/commits/main",
    "{R}/commits/main/status",
    "{R}/commits/main/statuses",
    "{R}/commits/main/check-runs",
    "{R}/labels",
    "{R}/labels/bug",
    "{R}/issues",
    "{R}/pulls",
    "{R}/actions/workflows",
    "{R}/actions/workflows/ci.yml",
    "{R}/actions/runs",
    "{R}/actions/variables",
    "{R}/actions/permissions/workflow",
    "{R}/rules/branches/main",
    "{R}/compare/main...main",
    "{R}/actions/artifacts",
  ]) {
    const answer = await bench.api(`GET ${path}`).catch((error: Error) => ({ status: error.message }));
    expect.soft([path, answer.status]).toEqual([path, 200]);
  }
});

test("an issue lives: opened, labelled, commented, reacted to, closed", async () => {
  const { body: issue } = await bench.api("POST {R}/issues", {
    title: "Dark mode",
    body: "Please",
    labels: ["bug"],
  });
  await bench.api(`POST {R}/issues/${issue.number}/labels`, { labels: ["nightshift", "bug"] });
  await bench.api(`PUT {R}/issues/${issue.number}/labels`, { labels: ["nightshift"] });
  const { body: comment } = await bench.api(`POST {R}/issues/${issue.number}/comments`, { body: "Hello" });
  await bench.api(`PATCH {R}/issues/comments/${comment.id}`, { body: "Hello again" });
  expect(
    (await bench.api(`POST {R}/issues/comments/${comment.id}/reactions`, { content: "eyes" })).status,
  ).toBe(201);
  expect(
    (await bench.api(`POST {R}/issues/comments/${comment.id}/reactions`, { content: "eyes" })).status,
  ).toBe(200);
  await bench.api(`PATCH {R}/issues/${issue.number}`, { state: "closed", state_reason: "completed" });
  const timeline = await bench.api(`GET {R}/issues/${issue.number}/timeline`);
  expect(timeline.body.map((entry: { event: string }) => entry.event)).toEqual([
    "labeled",
    "labeled",
    "unlabeled",
    "commented",
    "closed",
  ]);
  await bench.flush();
  expect(bench.events.map((event) => `${event.name}.${event.action} ${event.starts}`)).toEqual([
    "issues.opened runs",
    "issues.labeled runs",
    "issues.labeled runs",
    "issues.unlabeled runs",
    "issue_comment.created runs",
    "issue_comment.edited runs",
    "issues.closed runs",
  ]);
});

test("a pull request is opened, reviewed on a line, and squashed at its head only", async () => {
  const { body: issue } = await bench.api("POST {R}/issues", { title: "Feature" });
  const pull = await openPull(
    bench,
    "feature",
    { "src/app.js": { content: lines(1, 12, { 5: "changed" }) } },
    bench.tokens.writer,
    `Closes #${issue.number}`,
  );
  expect((await bench.api(`GET {R}/pulls/${pull.number}`)).body.mergeable).toBe(null);
  expect((await bench.api(`GET {R}/pulls/${pull.number}`)).body).toMatchObject({
    mergeable: true,
    mergeable_state: "clean",
    commits: 1,
    changed_files: 1,
    additions: 1,
    deletions: 1,
  });
  const review = await bench.api(`POST {R}/pulls/${pull.number}/reviews`, {
    commit_id: pull.head.sha,
    event: "COMMENT",
    body: "See",
    comments: [{ path: "src/app.js", line: 5, side: "RIGHT", body: "Why?" }],
  });
  expect(review.body.state).toBe("COMMENTED");
  const refused = await bench.api(`POST {R}/pulls/${pull.number}/reviews`, {
    event: "COMMENT",
    body: "See",
    comments: [{ path: "src/app.js", line: 500, body: "?" }],
  });
  expect([refused.status, refused.body.errors]).toEqual([422, ["Line could not be resolved"]]);
  for (const path of [
    "files",
    "commits",
    "reviews",
    "comments",
    `reviews/${review.body.id}/comments`,
    "requested_reviewers",
  ])
    await bench.api(`GET {R}/pulls/${pull.number}/${path}`);
  const wrong = await bench.api(`PUT {R}/pulls/${pull.number}/merge`, {
    sha: "0".repeat(40),
    merge_method: "squash",
  });
  expect([wrong.status, wrong.body.message]).toEqual([
    409,
    "Head branch was modified. Review and try the merge again.",
  ]);
  const merged = await bench.api(`PUT {R}/pulls/${pull.number}/merge`, {
    sha: pull.head.sha,
    merge_method: "squash",
  });
  expect(merged.status).toBe(200);
  expect((await bench.api(`GET {R}/pulls/${pull.number}/merge`)).status).toBe(204);
  expect((await bench.api(`GET {R}/issues/${issue.number}`)).body.state).toBe("closed");
  expect((await bench.api("GET {R}/commits/main")).body.commit.message).toBe(
    `Pull feature (#${pull.number})`,
  );
});
