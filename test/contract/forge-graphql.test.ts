import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bench, lines, openBench, openPull, REPO } from "./forge-fixture.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

/** One read of everything that a decision about a pull request needs. */
const PULL = `query($o:String!,$r:String!,$n:Int!){repository(owner:$o,name:$r){visibility viewerPermission pullRequest(number:$n){id number state isDraft merged mergeable mergeStateStatus reviewDecision
 headRefName headRefOid baseRefName baseRefOid isCrossRepository author{login __typename} authorAssociation autoMergeRequest{enabledAt mergeMethod} mergeQueueEntry{position state} body editor{login} lastEditedAt
 changedFiles additions deletions labels(first:50){nodes{name}} closingIssuesReferences(first:10){nodes{number}} mergeCommit{oid} headRef{name} baseRef{target{oid}}
 latestOpinionatedReviews(first:20){nodes{state author{login} commit{oid}}} reviews(first:50){nodes{author{login} body state commit{oid} submittedAt editor{login} lastEditedAt}}
 comments(first:50){nodes{databaseId body author{login} editor{login}}} files(first:100){nodes{path additions deletions changeType}}
 reviewThreads(first:100){totalCount pageInfo{hasNextPage endCursor} nodes{id isResolved isOutdated path line startLine diffSide viewerCanResolve resolvedBy{login} comments(first:20){nodes{id databaseId body author{login} createdAt editor{login} pullRequestReview{databaseId state}}}}}
 commits(last:1){nodes{commit{oid status{contexts{context state description targetUrl createdAt creator{login}}} statusCheckRollup{state contexts(first:100){nodes{__typename
  ... on CheckRun{name status conclusion detailsUrl databaseId isRequired(pullRequestNumber:$n) checkSuite{app{slug databaseId} workflowRun{databaseId event}}}
  ... on StatusContext{context state description targetUrl isRequired(pullRequestNumber:$n)}}}}}}}}} rateLimit{cost remaining resetAt}}`;

const read = async (number: number, token?: string) => {
  const answer = await bench.graphql(PULL, { o: "acme", r: "shop", n: number }, token);
  expect(answer.errors).toBe(undefined);
  return answer.data.repository.pullRequest;
};

test("one query reads a pull request with its threads, statuses and files", async () => {
  const pull = await openPull(
    bench,
    "one",
    { "src/app.js": { content: lines(1, 12, { 5: "changed" }) } },
    bench.tokens.writer,
    "Closes #1",
  );
  await bench.api(`POST {R}/statuses/${pull.head.sha}`, {
    state: "success",
    context: "nightshift/review",
    description: "ok",
    target_url: "http://x/1",
  });
  await bench.api(`POST {R}/pulls/${pull.number}/reviews`, {
    event: "COMMENT",
    body: "See",
    comments: [{ path: "src/app.js", line: 5, start_line: 4, body: "Why?" }],
  });
  expect(await read(pull.number)).toMatchObject({ mergeable: "UNKNOWN" });
  const snapshot = await read(pull.number);
  expect(snapshot).toMatchObject({
    mergeable: "MERGEABLE",
    mergeStateStatus: "CLEAN",
    state: "OPEN",
    changedFiles: 1,
    files: { nodes: [{ path: "src/app.js", additions: 1, deletions: 1, changeType: "MODIFIED" }] },
    reviewThreads: {
      totalCount: 1,
      nodes: [
        {
          line: 5,
          startLine: 4,
          isOutdated: false,
          isResolved: false,
          comments: { nodes: [{ body: "Why?", author: { login: "acme" } }] },
        },
      ],
    },
    commits: {
      nodes: [
        {
          commit: {
            status: {
              contexts: [{ context: "nightshift/review", state: "SUCCESS", creator: { login: "acme" } }],
            },
            statusCheckRollup: { state: "SUCCESS" },
          },
        },
      ],
    },
  });
});

test("a pending review gathers comments and replies and is submitted once", async () => {
  const pull = await openPull(bench, "two", { "src/app.js": { content: lines(1, 12, { 3: "three" }) } });
  const first = await bench.api(`POST {R}/pulls/${pull.number}/comments`, {
    commit_id: pull.head.sha,
    path: "src/app.js",
    line: 3,
    body: "First",
  });
  expect(first.status).toBe(201);
  const thread = (await read(pull.number)).reviewThreads.nodes[0];
  const opened = await bench.graphql(
    `mutation($p:ID!){addPullRequestReview(input:{pullRequestId:$p}){pullRequestReview{id state}}}`,
    { p: pull.node_id },
  );
  const review = opened.data.addPullRequestReview.pullRequestReview;
  expect(review.state).toBe("PENDING");
  await bench.graphql(
    `mutation($p:ID!){addPullRequestReviewThread(input:{pullRequestReviewId:$p,path:"src/app.js",line:4,body:"Second"}){thread{id}}}`,
    { p: review.id },
  );
  await bench.graphql(
    `mutation($r:ID!,$t:ID!){addPullRequestReviewThreadReply(input:{pullRequestReviewId:$r,pullRequestReviewThreadId:$t,body:"Reply"}){comment{id}}}`,
    { r: review.id, t: thread.id },
  );
  expect((await read(pull.number, bench.tokens.writer)).reviewThreads.totalCount).toBe(1);
  expect((await read(pull.number)).reviewThreads.totalCount).toBe(2);
  await bench.flush();
  bench.events.length = 0;
  const done = await bench.graphql(
    `mutation($r:ID!){submitPullRequestReview(input:{pullRequestReviewId:$r,event:COMMENT,body:"All"}){pullRequestReview{state comments(first:9){totalCount}}}}`,
    { r: review.id },
  );
  expect(done.data.submitPullRequestReview.pullRequestReview).toEqual({
    state: "COMMENTED",
    comments: { totalCount: 2 },
  });
  await bench.flush();
  expect(bench.events.map((event) => `${event.name}.${event.action}`)).toEqual([
    "pull_request_review.submitted",
    "pull_request_review_comment.created",
    "pull_request_review_comment.created",
  ]);
  const resolve = `mutation($t:ID!){resolveReviewThread(input:{threadId:$t}){thread{isResolved}}}`;
  const refused = await bench.graphql(
    resolve,
    { t: thread.id },
    bench.jobToken({ contents: "read", "pull-requests": "write" }),
  );
  expect(refused.errors[0]).toMatchObject({
    type: "FORBIDDEN",
    message: "Resource not accessible by integration",
  });
  const resolved = await bench.graphql(
    resolve,
    { t: thread.id },
    bench.jobToken({ contents: "write", "pull-requests": "write" }),
  );
  expect(resolved.data.resolveReviewThread.thread.isResolved).toBe(true);
});

test("a push moves threads with their lines, and outdates those whose line changed", async () => {
  const pull = await openPull(bench, "three", {
    "src/app.js": { content: lines(1, 12, { 3: "three", 9: "nine" }) },
  });
  const comments = [
    { path: "src/app.js", line: 3, body: "A" },
    { path: "src/app.js", line: 9, body: "B" },
  ];
  await bench.api(`POST {R}/pulls/${pull.number}/reviews`, { event: "COMMENT", body: "See", comments });
  await bench.forge.commitFiles(
    REPO,
    "three",
    { "src/app.js": { content: `new\n${lines(1, 12, { 3: "drei", 9: "nine" })}` } },
    "Move",
    "wendy",
  );
  const threads = (await read(pull.number)).reviewThreads.nodes;
  expect(threads.map((one: { line: number; isOutdated: boolean }) => [one.line, one.isOutdated])).toEqual([
    [null, true],
    [10, false],
  ]);
});

test("what is not implemented is an error, never null", async () => {
  const answer = await bench.graphql(
    `{repository(owner:"acme",name:"shop"){discussions(first:1){totalCount}}}`,
  );
  expect(answer.errors[0]).toMatchObject({
    type: "NOT_IMPLEMENTED",
    message: "The local GitHub does not implement Repository.discussions.",
  });
});

test("a commit on a branch is refused when the branch moved", async () => {
  const head = (await bench.api("GET {R}/git/ref/heads/main")).body.object.sha;
  const mutation = `mutation($i:CreateCommitOnBranchInput!){createCommitOnBranch(input:$i){commit{oid message} ref{name}}}`;
  const input = {
    branch: { repositoryNameWithOwner: REPO, branchName: "main" },
    expectedHeadOid: head,
    message: { headline: "Hello" },
    fileChanges: { additions: [{ path: "a/b.txt", contents: Buffer.from("hi").toString("base64") }] },
  };
  const done = await bench.graphql(mutation, { i: input });
  expect(done.data.createCommitOnBranch).toMatchObject({
    commit: { message: "Hello" },
    ref: { name: "main" },
  });
  const again = await bench.graphql(mutation, { i: input });
  expect(again.errors[0].type).toBe("STALE_DATA");
  const blob = await bench.graphql(
    `{repository(owner:"acme",name:"shop"){object(expression:"HEAD:a/b.txt"){... on Blob{text oid}}}}`,
  );
  expect(blob.data.repository.object.text).toBe("hi");
});
