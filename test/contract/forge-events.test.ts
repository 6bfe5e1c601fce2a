/** The kinds of events that other contract tests do not come by: each is emitted once, and the bench validates its payload. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bench, openBench, openPull, type Parsed, REPO } from "./forge-fixture.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

/** `issues edited`, … that the acts caused, each once, in order. */
async function caused(acts: () => Promise<unknown>): Promise<string[]> {
  bench.events.length = 0;
  await acts();
  await bench.flush();
  return [...new Set(bench.events.map(({ name, action }) => [name, action].filter(Boolean).join(" ")))];
}

/** Calls that must succeed, one after the other. */
async function all(lines: readonly (readonly [line: string, body?: unknown])[]): Promise<Parsed[]> {
  const answers: Parsed[] = [];
  for (const [line, body] of lines) {
    const { status, body: answer } = await bench.api(line, body);
    expect([line, status < 300]).toEqual([line, true]);
    answers.push(answer);
  }
  return answers;
}

const onIssue = (number: number): readonly (readonly [string, unknown?])[] => [
  [`PATCH {R}/issues/${number}`, { title: "Edited", body: "New" }],
  [`POST {R}/issues/${number}/labels`, { labels: ["bug"] }],
  [`DELETE {R}/issues/${number}/labels/bug`],
  [`POST {R}/issues/${number}/assignees`, { assignees: ["wendy"] }],
  [`DELETE {R}/issues/${number}/assignees`, { assignees: ["wendy"] }],
  [`PUT {R}/issues/${number}/lock`, { lock_reason: "resolved" }],
  [`DELETE {R}/issues/${number}/lock`],
  [`PATCH {R}/issues/${number}`, { state: "closed", state_reason: "not_planned" }],
  [`PATCH {R}/issues/${number}`, { state: "open" }],
];
const DONE = [
  "edited",
  "labeled",
  "unlabeled",
  "assigned",
  "unassigned",
  "locked",
  "unlocked",
  "closed",
  "reopened",
];

test("of an issue and its comments", async () => {
  const kinds = await caused(async () => {
    const [{ number }] = await all([["POST {R}/issues", { title: "x" }]]);
    await all(onIssue(number));
    const [{ id }] = await all([[`POST {R}/issues/${number}/comments`, { body: "a" }]]);
    await all([[`PATCH {R}/issues/comments/${id}`, { body: "b" }], [`DELETE {R}/issues/comments/${id}`]]);
  });
  expect(kinds).toEqual([
    ...["opened", ...DONE].map((action) => `issues ${action}`),
    ...["created", "edited", "deleted"].map((action) => `issue_comment ${action}`),
  ]);
});

test("of a pull request, its reviews and their comments", async () => {
  const at = await openPull(bench, "topic", { "src/topic.js": { content: "1\n" } });
  bench.forge.setMergeSettings(REPO, { autoMerge: true });
  bench.forge.setRules(REPO, [
    {
      type: "required_status_checks",
      parameters: {
        strict_required_status_checks_policy: false,
        required_status_checks: [{ context: "ci" }],
      },
    },
  ]);
  const change = async (mutation: string) => {
    const answer = await bench.graphql(
      `mutation($id: ID!) { ${mutation}(input: { pullRequestId: $id }) { clientMutationId } }`,
      { id: at.node_id },
    );
    expect(answer.errors).toBeUndefined();
  };
  const kinds = await caused(async () => {
    await all(onIssue(at.number));
    await change("convertPullRequestToDraft");
    await change("markPullRequestReadyForReview");
    await change("enablePullRequestAutoMerge");
    await change("disablePullRequestAutoMerge");
    await all([[`POST {R}/pulls/${at.number}/requested_reviewers`, { reviewers: ["rita"] }]]);
    await bench.forge.commitFiles(REPO, "topic", { "src/topic.js": { content: "2\n" } }, "More", "wendy");
    const comments = [{ path: "src/topic.js", line: 1, body: "Why?" }];
    const [review] = await all([[`POST {R}/pulls/${at.number}/reviews`, { event: "APPROVE", comments }]]);
    const [[comment]] = await all([[`GET {R}/pulls/${at.number}/comments`]]);
    await all([
      [`PUT {R}/pulls/${at.number}/reviews/${review.id}`, { body: "Edited" }],
      [`PATCH {R}/pulls/comments/${comment.id}`, { body: "Edited" }],
      [`PUT {R}/pulls/${at.number}/reviews/${review.id}/dismissals`, { message: "No", event: "DISMISS" }],
    ]);
  });
  const pull = (actions: readonly string[]) => actions.map((action) => `pull_request ${action}`);
  expect(kinds.toSorted()).toEqual(
    [
      ...pull([...DONE, "converted_to_draft", "ready_for_review", "review_requested", "synchronize"]),
      ...pull(["auto_merge_enabled", "auto_merge_disabled"]),
      ...["submitted", "edited", "dismissed"].map((action) => `pull_request_review ${action}`),
      ...["created", "edited"].map((action) => `pull_request_review_comment ${action}`),
      "push",
    ].toSorted(),
  );
});

test("of refs and runs; a push that throws commits away says so", async () => {
  const { sha } = (await bench.api("GET {R}/git/ref/heads/main")).body.object;
  const kinds = await caused(async () => {
    await all([
      ["POST {R}/git/refs", { ref: "refs/tags/v1", sha }],
      ["POST {R}/git/refs", { ref: "refs/heads/moved", sha }],
    ]);
    await bench.forge.commitFiles(REPO, "moved", { "a.txt": { content: "a" } }, "A", "wendy");
    await all([
      ["PATCH {R}/git/refs/heads/moved", { sha, force: true }],
      ["DELETE {R}/git/refs/heads/moved"],
      ["DELETE {R}/git/refs/tags/v1"],
    ]);
    await bench.flush();
    const trigger = bench.events[0];
    if (!trigger) throw new Error("no event");
    const { actor } = trigger;
    const run = bench.forge.createRun({
      ...{
        repository: REPO,
        path: ".github/workflows/ci.yml",
        name: "CI",
        displayTitle: "CI",
        event: "push",
      },
      ...{ headBranch: "main", headSha: sha, actor, triggeringActor: actor, trigger },
      ...{ status: "queued", conclusion: null },
    });
    for (const action of ["requested", "in_progress", "completed"] as const) {
      if (action === "completed")
        bench.forge.updateRun(run.id, { status: "completed", conclusion: "success" });
      bench.forge.emitWorkflowRun(run.id, action);
    }
    // A request that changes something is answered when what follows earlier changes is done.
    await all([["POST {R}/labels", { name: "last", color: "ffffff" }]]);
  });
  const runs = ["requested", "in_progress", "completed"].map((action) => `workflow_run ${action}`);
  expect(kinds).toEqual(["create", "push", "delete", ...runs]);
  const pushes = bench.events.filter(({ name }) => name === "push").map(({ payload }) => payload);
  expect(pushes.map(({ ref, created, deleted, forced }) => [ref, created, deleted, forced])).toEqual([
    ["refs/tags/v1", true, false, false],
    ["refs/heads/moved", true, false, false],
    ["refs/heads/moved", false, false, false],
    ["refs/heads/moved", false, false, true],
    ["refs/heads/moved", false, true, false],
    ["refs/tags/v1", false, true, false],
  ]);
});
