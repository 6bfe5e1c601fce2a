/**
 * The ledger of coverage: every REST route and every GraphQL operation that the product uses is answered by the local
 * GitHub once with success and once with an error. The request is checked against GitHub's OpenAPI description too, so
 * a row is what GitHub would take. A new call in `src` without a row here fails.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as queries from "../../src/github/queries.ts";
import { type Bench, openBench, openPull, type Parsed, REPO } from "./forge-fixture.ts";
import { describedRoutes } from "./openapi/validate.ts";

const SOURCE = join(import.meta.dirname, "../../src");
/** The local GitHub itself is not a user of GitHub. */
const FILES = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter(
  (name) => name.endsWith(".ts") && !name.startsWith("local"),
);
const used = (pattern: RegExp): string[] => {
  const found = FILES.flatMap((name) => [...readFileSync(join(SOURCE, name), "utf8").matchAll(pattern)]);
  return [...new Set(found.map((match) => match[1] ?? ""))].sort();
};
/** Routes below `/api/` are our own, of `nightshift up`. */
const usedRoutes = used(/["'`]((?:GET|POST|PUT|PATCH|DELETE) \/(?!api\/)[^"'`\s]*)["'`]/g);
const usedOperations = used(/`\s*((?:query|mutation) [A-Z]\w*)/g);

let bench: Bench;
/** Made once: an issue and its child, a pull request of wendy's with a thread, and a run of a workflow with an artifact. */
let made: {
  issue: Parsed;
  child: Parsed;
  pull: Parsed;
  thread: string;
  comment: Parsed;
  run: number;
  running: number;
  job: number;
  artifact: number;
};
let fresh = 0;

beforeAll(async () => {
  bench = await openBench();
  const issue = (await bench.api("POST {R}/issues", { title: "Parent", labels: ["bug"] })).body;
  const child = (await bench.api("POST {R}/issues", { title: "Child" })).body;
  const comment = (await bench.api(`POST {R}/issues/${issue.number}/comments`, { body: "Hi" })).body;
  const pull = await openPull(bench, "ledger", { "src/ledger.js": { content: "1\n" } });
  await bench.api(`POST {R}/pulls/${pull.number}/reviews`, {
    event: "COMMENT",
    body: "See",
    comments: [{ path: "src/ledger.js", line: 1, body: "Why?" }],
  });
  const { data } = await bench.graphql(queries.THREADS, { owner: "acme", name: "shop", number: pull.number });
  await bench.api("POST {R}/dispatches", { event_type: "x" });
  await bench.flush();
  const trigger = bench.events.at(-1);
  if (!trigger) throw new Error("no event");
  const asked = {
    repository: REPO,
    path: ".github/workflows/ci.yml",
    name: "CI",
    displayTitle: "CI",
    event: "pull_request",
    headBranch: "ledger",
    headSha: pull.head.sha,
    actor: trigger.actor,
    triggeringActor: trigger.actor,
    trigger,
  };
  const run = bench.forge.createRun({ ...asked, status: "completed", conclusion: "action_required" });
  const running = bench.forge.createRun({ ...asked, status: "in_progress", conclusion: null });
  const thread = data.repository.pullRequest.reviewThreads.nodes[0].id;
  const artifact = await bench.forge.saveArtifact({
    runId: run.id,
    name: "outcome",
    directory: join(import.meta.dirname, "openapi"),
  });
  const job = bench.forge.createJob({
    ...{ runId: run.id, runAttempt: 1, repository: REPO, name: "test", headSha: pull.head.sha },
    status: "completed",
  });
  const ids = { run: run.id, running: running.id, job: job.id, artifact: artifact.id };
  made = { issue, child, pull, thread, comment, ...ids };
});
afterAll(() => bench.close());

interface RouteRow {
  /** The path of a call that succeeds, and its body. */
  path: () => string | Promise<string>;
  body?: () => unknown;
  status: number;
  /** Without a path of its own: a token that may not. */
  refused: { path?: string; body?: unknown; status: number; token?: () => string };
}

const pullPath = (): string => `{R}/pulls/${made.pull.number}`;
/** A pull request that nothing else in this file touches. */
const newPull = (): Promise<Parsed> => {
  fresh += 1;
  return openPull(bench, `ledger-${fresh}`, { [`src/ledger-${fresh}.js`]: { content: "x" } });
};

const R = "/repos/{owner}/{repo}";
const ROUTES: { [route: string]: RouteRow } = {
  [`GET ${R}`]: { path: () => "{R}", status: 200, refused: { path: "/repos/acme/nothing", status: 404 } },
  [`GET ${R}/actions/runs`]: {
    path: () => `{R}/actions/runs?head_sha=${made.pull.head.sha}`,
    status: 200,
    refused: { path: "/repos/acme/nothing/actions/runs", status: 404 },
  },
  [`GET ${R}/actions/runs/{run_id}`]: {
    path: () => `{R}/actions/runs/${made.run}`,
    status: 200,
    refused: { path: "{R}/actions/runs/1", status: 404 },
  },
  [`GET ${R}/actions/runs/{run_id}/jobs`]: {
    path: () => `{R}/actions/runs/${made.run}/jobs?filter=latest`,
    status: 200,
    refused: { path: "{R}/actions/runs/1/jobs", status: 404 },
  },
  [`GET ${R}/actions/jobs/{job_id}/logs`]: {
    path: () => `{R}/actions/jobs/${made.job}/logs`,
    status: 302,
    refused: { path: "{R}/actions/jobs/1/logs", status: 404 },
  },
  [`GET ${R}/actions/workflows/{workflow_id}/runs`]: {
    path: () => "{R}/actions/workflows/ci.yml/runs?branch=ledger",
    status: 200,
    refused: { path: "{R}/actions/workflows/none.yml/runs", status: 404 },
  },
  [`GET ${R}/actions/runs/{run_id}/artifacts`]: {
    path: () => `{R}/actions/runs/${made.run}/artifacts`,
    status: 200,
    refused: { path: "{R}/actions/runs/1/artifacts", status: 404 },
  },
  [`GET ${R}/actions/artifacts/{artifact_id}/{archive_format}`]: {
    path: () => `{R}/actions/artifacts/${made.artifact}/zip`,
    status: 302,
    refused: { path: "{R}/actions/artifacts/1/zip", status: 404 },
  },
  [`GET ${R}/contents/{path}`]: {
    path: () => "{R}/contents/README.md?ref=main",
    status: 200,
    refused: { path: "{R}/contents/absent.md", status: 404 },
  },
  [`GET ${R}/commits`]: {
    path: () => "{R}/commits?sha=main&per_page=5",
    status: 200,
    refused: { path: "{R}/commits?sha=nowhere", status: 404 },
  },
  [`GET ${R}/compare/{basehead}`]: {
    path: () => "{R}/compare/main...ledger",
    status: 200,
    refused: { path: "{R}/compare/main...nowhere", status: 404 },
  },
  [`GET ${R}/git/matching-refs/{ref}`]: {
    path: () => "{R}/git/matching-refs/heads/ledger",
    status: 200,
    refused: { path: "/repos/acme/nothing/git/matching-refs/heads/x", status: 404 },
  },
  [`POST ${R}/git/refs`]: {
    path: () => "{R}/git/refs",
    body: () => ({ ref: "refs/heads/ledger-ref", sha: made.pull.head.sha }),
    status: 201,
    refused: { body: { ref: "refs/heads/ledger", sha: "0".repeat(40) }, status: 422 },
  },
  [`PATCH ${R}/check-runs/{check_run_id}`]: {
    path: async () => {
      const token = bench.jobToken({ checks: "write" });
      const body = { name: "patched", head_sha: made.pull.head.sha };
      return `{R}/check-runs/${(await bench.api("POST {R}/check-runs", body, { token })).body.id}`;
    },
    body: () => ({ status: "completed", conclusion: "success" }),
    status: 200,
    refused: { path: "{R}/check-runs/1", body: { status: "queued" }, status: 404 },
  },
  [`POST ${R}/actions/runs/{run_id}/approve`]: {
    path: () => `{R}/actions/runs/${made.run}/approve`,
    status: 201,
    refused: { status: 403, token: () => bench.jobToken({ actions: "write" }) },
  },
  [`POST ${R}/actions/runs/{run_id}/rerun`]: {
    path: () => `{R}/actions/runs/${made.run}/rerun`,
    status: 201,
    refused: { path: "{R}/actions/runs/1/rerun", status: 404 },
  },
  [`POST ${R}/actions/runs/{run_id}/rerun-failed-jobs`]: {
    path: () => `{R}/actions/runs/${made.run}/rerun-failed-jobs`,
    status: 201,
    refused: { path: "{R}/actions/runs/1/rerun-failed-jobs", status: 404 },
  },
  [`POST ${R}/actions/runs/{run_id}/cancel`]: {
    path: () => `{R}/actions/runs/${made.running}/cancel`,
    status: 202,
    refused: { path: "{R}/actions/runs/1/cancel", status: 404 },
  },
  [`POST ${R}/actions/workflows/{workflow_id}/dispatches`]: {
    path: () => "{R}/actions/workflows/ci.yml/dispatches",
    body: () => ({ ref: "main" }),
    status: 204,
    refused: { body: { ref: "nowhere" }, status: 422 },
  },
  [`GET ${R}/branches/{branch}`]: {
    path: () => "{R}/branches/main",
    status: 200,
    refused: { path: "{R}/branches/nowhere", status: 404 },
  },
  [`POST ${R}/check-runs`]: {
    path: () => "{R}/check-runs",
    body: () => ({ name: "x", head_sha: made.pull.head.sha, status: "completed", conclusion: "success" }),
    status: 201,
    refused: { body: { name: "x", head_sha: "0".repeat(40) }, status: 422 },
  },
  [`GET ${R}/collaborators/{username}/permission`]: {
    path: () => "{R}/collaborators/wendy/permission",
    status: 200,
    refused: { path: "{R}/collaborators/nobody/permission", status: 404 },
  },
  [`GET ${R}/commits/{ref}/statuses`]: {
    path: () => `{R}/commits/${made.pull.head.sha}/statuses`,
    status: 200,
    refused: { path: `{R}/commits/${"0".repeat(40)}/statuses`, status: 422 },
  },
  [`GET ${R}/commits/{ref}/status`]: {
    path: () => `{R}/commits/${made.pull.head.sha}/status`,
    status: 200,
    refused: { path: `{R}/commits/${"0".repeat(40)}/status`, status: 422 },
  },
  [`GET ${R}/commits/{ref}/check-runs`]: {
    path: () => `{R}/commits/${made.pull.head.sha}/check-runs`,
    status: 200,
    refused: { path: `{R}/commits/${"0".repeat(40)}/check-runs`, status: 422 },
  },
  [`GET ${R}/issues/{issue_number}/comments`]: {
    path: () => `{R}/issues/${made.issue.number}/comments`,
    status: 200,
    refused: { path: "{R}/issues/99999/comments", status: 404 },
  },
  [`GET ${R}/pulls/{pull_number}/reviews`]: {
    path: () => `${pullPath()}/reviews`,
    status: 200,
    refused: { path: "{R}/pulls/99999/reviews", status: 404 },
  },
  [`POST ${R}/dispatches`]: {
    path: () => "{R}/dispatches",
    body: () => ({ event_type: "x", client_payload: { message: { id: "1" } } }),
    status: 204,
    refused: { body: { event_type: "" }, status: 422 },
  },
  [`GET ${R}/issues`]: {
    path: () => "{R}/issues?labels=bug&state=all",
    status: 200,
    refused: { path: "/repos/acme/nothing/issues", status: 404 },
  },
  [`POST ${R}/issues`]: {
    path: () => "{R}/issues",
    body: () => ({ title: "New", body: "b", labels: ["bug"] }),
    status: 201,
    refused: { body: { body: "no title" }, status: 422 },
  },
  [`GET ${R}/issues/{issue_number}`]: {
    path: () => `{R}/issues/${made.issue.number}`,
    status: 200,
    refused: { path: "{R}/issues/9999", status: 404 },
  },
  [`PATCH ${R}/issues/{issue_number}`]: {
    path: () => `{R}/issues/${made.issue.number}`,
    body: () => ({ state: "closed", state_reason: "completed" }),
    status: 200,
    refused: { path: "{R}/issues/9999", body: { state: "open" }, status: 404 },
  },
  [`POST ${R}/issues/{issue_number}/comments`]: {
    path: () => `{R}/issues/${made.issue.number}/comments`,
    body: () => ({ body: "Said" }),
    status: 201,
    refused: { body: { body: "x".repeat(65_537) }, status: 422 },
  },
  [`PATCH ${R}/issues/comments/{comment_id}`]: {
    path: () => `{R}/issues/comments/${made.comment.id}`,
    body: () => ({ body: "Edited" }),
    status: 200,
    refused: { path: "{R}/issues/comments/1", body: { body: "x" }, status: 404 },
  },
  [`POST ${R}/issues/{issue_number}/labels`]: {
    path: () => `{R}/issues/${made.issue.number}/labels`,
    body: () => ({ labels: ["question"] }),
    status: 200,
    refused: { body: { labels: ["x".repeat(51)] }, status: 422 },
  },
  [`DELETE ${R}/issues/{issue_number}/labels/{name}`]: {
    path: () => `{R}/issues/${made.issue.number}/labels/bug`,
    status: 200,
    refused: { path: "{R}/issues/1/labels/absent", status: 404 },
  },
  [`POST ${R}/issues/{issue_number}/sub_issues`]: {
    path: () => `{R}/issues/${made.issue.number}/sub_issues`,
    body: () => ({ sub_issue_id: made.child.id }),
    status: 201,
    refused: { body: { sub_issue_id: 1 }, status: 422 },
  },
  [`POST ${R}/issues/{issue_number}/dependencies/blocked_by`]: {
    path: () => `{R}/issues/${made.child.number}/dependencies/blocked_by`,
    body: () => ({ issue_id: made.issue.id }),
    status: 201,
    refused: { body: { issue_id: 1 }, status: 404 },
  },
  [`GET ${R}/labels`]: {
    path: () => "{R}/labels",
    status: 200,
    refused: { path: "/repos/acme/nothing/labels", status: 404 },
  },
  [`POST ${R}/labels`]: {
    path: () => "{R}/labels",
    body: () => ({ name: "made", color: "ffffff", description: "d" }),
    status: 201,
    refused: { body: { name: "bug", color: "ffffff" }, status: 422 },
  },
  [`GET ${R}/pulls`]: {
    path: () => "{R}/pulls?state=open&head=acme:ledger",
    status: 200,
    refused: { path: "/repos/acme/nothing/pulls", status: 404 },
  },
  [`POST ${R}/pulls`]: {
    path: async () => {
      await bench.forge.commitFiles(
        REPO,
        (await newPull()).head.ref,
        { "src/y": { content: "y" } },
        "y",
        "wendy",
      );
      return "{R}/pulls";
    },
    body: () => ({ title: "Back", head: `ledger-${fresh}`, base: "ledger" }),
    status: 201,
    refused: { body: { title: "x", head: "ledger", base: "main" }, status: 422 },
  },
  [`GET ${R}/pulls/{pull_number}`]: {
    path: pullPath,
    status: 200,
    refused: { path: "{R}/pulls/9999", status: 404 },
  },
  [`PATCH ${R}/pulls/{pull_number}`]: {
    path: pullPath,
    body: () => ({ title: "Renamed" }),
    status: 200,
    refused: { body: { base: "nowhere" }, status: 422 },
  },
  [`GET ${R}/pulls/{pull_number}/files`]: {
    path: () => `${pullPath()}/files`,
    status: 200,
    refused: { path: "{R}/pulls/9999/files", status: 404 },
  },
  [`PUT ${R}/pulls/{pull_number}/merge`]: {
    path: async () => `{R}/pulls/${(await newPull()).number}/merge`,
    body: () => ({ merge_method: "squash", commit_title: "t", commit_message: "m" }),
    status: 200,
    refused: { body: { sha: "0".repeat(40) }, status: 409 },
  },
  [`POST ${R}/pulls/{pull_number}/reviews`]: {
    path: () => `${pullPath()}/reviews`,
    body: () => ({ event: "COMMENT", body: "Read", commit_id: made.pull.head.sha }),
    status: 200,
    refused: {
      body: { event: "COMMENT", body: "x", comments: [{ path: "src/ledger.js", line: 99, body: "x" }] },
      status: 422,
    },
  },
  [`POST ${R}/statuses/{sha}`]: {
    path: () => `{R}/statuses/${made.pull.head.sha}`,
    body: () => ({
      state: "success",
      context: "nightshift/review",
      description: "d",
      target_url: "https://example.com",
    }),
    status: 201,
    refused: { body: { state: "success", description: "x".repeat(141) }, status: 422 },
  },
  [`GET ${R}/rules/branches/{branch}`]: {
    path: () => "{R}/rules/branches/main",
    status: 200,
    refused: { path: "/repos/acme/nothing/rules/branches/main", status: 404 },
  },
};

interface OperationRow {
  document: string;
  variables: () => { [name: string]: unknown };
  /** Variables that GitHub refuses. */
  refused: { [name: string]: unknown };
}

const NOWHERE = { owner: "acme", name: "nothing" };
const OPERATIONS: { [operation: string]: OperationRow } = {
  "query Observe": {
    document: queries.OBSERVE,
    variables: () => ({
      owner: "acme",
      name: "shop",
      label: ["bug"],
      prefix: "refs/heads/nightshift/",
      config: "HEAD:.github/nightshift.yml",
      issue: made.issue.number,
      named: true,
      pull: made.pull.number,
      watched: true,
    }),
    refused: {
      ...NOWHERE,
      label: [],
      prefix: "",
      config: "HEAD:x",
      issue: 1,
      named: false,
      pull: 1,
      watched: false,
    },
  },
  "query OpenPulls": {
    document: queries.OPEN_PULLS,
    variables: () => ({ owner: "acme", name: "shop", after: Buffer.from("cursor:0").toString("base64") }),
    refused: { ...NOWHERE, after: "" },
  },
  "query Threads": {
    document: queries.THREADS,
    variables: () => ({ owner: "acme", name: "shop", number: made.pull.number }),
    refused: { ...NOWHERE, number: 1 },
  },
  "mutation React": {
    document: queries.REACT,
    variables: () => ({ subject: made.comment.node_id, content: "EYES" }),
    refused: { subject: "IC_kwnothing", content: "EYES" },
  },
  "mutation OpenReview": {
    document: queries.OPEN_REVIEW,
    variables: () => ({ pull: made.pull.node_id, head: made.pull.head.sha, body: "b", threads: [] }),
    refused: { pull: "PR_kwnothing", head: "0".repeat(40) },
  },
  "query PendingReviews": {
    document: queries.PENDING_REVIEWS,
    variables: () => ({ pull: made.pull.node_id }),
    refused: { pull: "PR_kwnothing" },
  },
  "mutation DeleteReview": {
    document: queries.DELETE_REVIEW,
    variables: () => ({ review: pending }),
    refused: { review: "PRR_kwnothing" },
  },
  "mutation Submit": {
    document: queries.submitWithAnswers(1),
    variables: () => ({ review: pending, thread0: made.thread, body0: "Because" }),
    refused: { review: "PRR_kwnothing", thread0: "x", body0: "x" },
  },
  "mutation SubmitReview": {
    document: queries.submitReview(1, 1, 1),
    variables: () => ({
      review: pending,
      event: "COMMENT",
      thread0: made.thread,
      body0: "Because",
      path0: "src/ledger.js",
      text0: "On the file",
      over0: made.thread,
    }),
    refused: {
      review: "PRR_kwnothing",
      event: "COMMENT",
      thread0: "x",
      body0: "x",
      path0: "x",
      text0: "x",
      over0: "x",
    },
  },
  "mutation Labels": {
    document: queries.changeLabels([{ adds: true, removes: false }]),
    variables: () => ({ target0: made.issue.node_id, add0: [label] }),
    refused: { target0: "I_kwnothing", add0: [] },
  },
  "mutation Resolve": {
    document: queries.resolveThreads(1),
    variables: () => ({ thread0: made.thread }),
    refused: { thread0: "PRRT_kwnothing" },
  },
};

/** The review that the viewer has open, and the id of a label, for the rows that need one. */
let pending = "";
let label = "";
const NEEDS_PENDING = new Set(["mutation DeleteReview", "mutation Submit", "mutation SubmitReview"]);

describe("REST", () => {
  test("every route that the product uses has a row", () => {
    expect(usedRoutes.length).toBeGreaterThan(20);
    const missing = usedRoutes.filter((route) => !(route in ROUTES));
    expect(missing, "add a row to ROUTES in this file, and the route to src/local/forge/rest").toEqual([]);
    const unused = Object.keys(ROUTES).filter((route) => !usedRoutes.includes(route));
    expect(unused, "nothing uses them any more: their rows belong to forge-rest.test.ts").toEqual([]);
  });

  test.each(Object.keys(ROUTES))("%s", async (route) => {
    const row = ROUTES[route];
    if (!row) throw new Error(route);
    const [method] = route.split(" ");
    expect(describedRoutes(), "node scripts/openapi-subset.mjs").toContain(route);
    const app = route.includes("check-runs") ? { token: bench.jobToken({ checks: "write" }) } : {};
    const path = await row.path();
    const { refused } = row;
    const wrong = await bench.api(
      `${method} ${refused.path ?? path}`,
      refused.body ?? (refused.path ? undefined : row.body?.()),
      refused.token ? { token: refused.token() } : app,
    );
    expect([wrong.status, typeof wrong.body.message]).toEqual([refused.status, "string"]);
    expect(wrong.body.documentation_url).toMatch(/^https:\/\/docs\.github\.com/);
    const right = await bench.api(`${method} ${path}`, row.body?.(), app);
    expect(right.status, JSON.stringify(right.body)).toBe(row.status);
  });
});

describe("GraphQL", () => {
  test("every operation that the product uses has a row", () => {
    expect(usedOperations.length).toBeGreaterThan(5);
    const missing = usedOperations.filter((operation) => !(operation in OPERATIONS));
    expect(missing, "add a row to OPERATIONS in this file").toEqual([]);
    expect(Object.keys(OPERATIONS).filter((operation) => !usedOperations.includes(operation))).toEqual([]);
  });

  test.each(Object.keys(OPERATIONS))("%s", async (operation) => {
    const row = OPERATIONS[operation];
    if (!row) throw new Error(operation);
    label = (await bench.api("GET {R}/labels/wontfix")).body.node_id;
    if (NEEDS_PENDING.has(operation)) {
      const open = await bench.graphql(queries.PENDING_REVIEWS, { pull: made.pull.node_id });
      pending = open.data.node.reviews.nodes[0]?.id;
      pending ??= (
        await bench.graphql(queries.OPEN_REVIEW, {
          pull: made.pull.node_id,
          head: made.pull.head.sha,
          threads: [],
        })
      ).data.addPullRequestReview.pullRequestReview.id;
    }
    const wrong = await bench.graphql(row.document, row.refused);
    expect(wrong.errors?.[0], JSON.stringify(wrong)).toMatchObject({
      type: expect.stringMatching(/^[A-Z_]+$/),
    });
    const right = await bench.graphql(row.document, row.variables());
    expect(right.errors).toBeUndefined();
  });
});
