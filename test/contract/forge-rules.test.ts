/** Branch rules: a pull request that meets all of them is merged; each test takes away what its rule is about. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Rule } from "../../src/local/forge/rules/rule.ts";
import { type Bench, openBench, openPull, type Parsed, REPO } from "./forge-fixture.ts";

let bench: Bench;
let second: string;
let count = 0;

beforeAll(async () => {
  bench = await openBench();
  bench.forge.createUser("otto");
  bench.forge.setPermission(REPO, "otto", "write");
  second = bench.forge.createPersonToken("otto");
  await bench.forge.commitFiles(
    REPO,
    "main",
    { ".github/CODEOWNERS": { content: "* @nobody\n/src/ @otto @rita # rita cannot write\n/docs/\n" } },
    "Owners",
    "acme",
  );
});
afterAll(() => bench.close());
beforeEach(() => {
  bench.forge.setRules(REPO, []);
  bench.forge.setProtection(REPO, "main", null);
});

/** A pull request of wendy's on a branch of its own. */
function pull(files: Parsed = undefined): Promise<Parsed> {
  count += 1;
  return openPull(bench, `rules-${count}`, files ?? { [`src/new-${count}.js`]: { content: `${count}\n` } });
}

const review = (at: Parsed, token: string, event = "APPROVE", more = {}) =>
  bench.api(`POST {R}/pulls/${at.number}/reviews`, { event, body: "Looked at it", ...more }, { token });

/** The merge's answer as the owner, who bypasses nothing by ruleset: `ok`, or the message. */
async function merge(at: Parsed, more = {}, token = bench.tokens.owner): Promise<string> {
  const answer = await bench.api(
    `PUT {R}/pulls/${at.number}/merge`,
    { merge_method: "squash", ...more },
    { token },
  );
  return answer.status === 200 ? "ok" : `${answer.status} ${answer.body.message.trim()}`;
}

/** `mergeStateStatus` and `reviewDecision`; asked twice, as mergeability is computed on the first. */
async function state(at: Parsed): Promise<string> {
  const query = `{repository(owner:"acme",name:"shop"){pullRequest(number:${at.number}){mergeStateStatus reviewDecision}}}`;
  await bench.graphql(query);
  const { data } = await bench.graphql(query);
  return `${data.repository.pullRequest.mergeStateStatus} ${data.repository.pullRequest.reviewDecision}`;
}

const VIOLATED = "405 Repository rule violations found\n\n";

const reviewRule = (parameters = {}): Rule => ({
  type: "pull_request",
  parameters: {
    dismiss_stale_reviews_on_push: false,
    require_code_owner_review: false,
    require_last_push_approval: false,
    required_approving_review_count: 1,
    required_review_thread_resolution: false,
    ...parameters,
  },
});

const checksRule = (checks: { context: string; integration_id?: number }[], strict = false): Rule => ({
  type: "required_status_checks",
  parameters: { required_status_checks: checks, strict_required_status_checks_policy: strict },
});

describe("reviews", () => {
  test("the count is of people who can write, by their latest verdict", async () => {
    bench.forge.setRules(REPO, [reviewRule()]);
    const at = await pull();
    const missing = `${VIOLATED}At least 1 approving review is required by reviewers with write access.`;
    expect([await state(at), await merge(at)]).toEqual(["BLOCKED REVIEW_REQUIRED", missing]);
    await review(at, bench.tokens.reader);
    expect(await merge(at)).toBe(missing);
    await review(at, second, "REQUEST_CHANGES");
    expect(await state(at)).toBe("BLOCKED CHANGES_REQUESTED");
    await review(at, bench.tokens.owner);
    expect(await merge(at)).toContain("Changes have been requested.");
    await review(at, second);
    expect([await state(at), await merge(at)]).toEqual(["CLEAN APPROVED", "ok"]);
  });

  test("code owners of every changed path approve; those who cannot write own nothing", async () => {
    bench.forge.setRules(REPO, [reviewRule({ require_code_owner_review: true })]);
    const at = await pull();
    expect(
      (await bench.api(`GET {R}/pulls/${at.number}`)).body.requested_reviewers.map(
        (one: Parsed) => one.login,
      ),
    ).toEqual(["otto"]);
    await review(at, bench.tokens.owner);
    expect([await state(at), await merge(at)]).toEqual([
      "BLOCKED REVIEW_REQUIRED",
      `${VIOLATED}Waiting on code owner review from otto.`,
    ]);
    await review(at, second);
    expect(await merge(at)).toBe("ok");
    const free = await pull({ [`docs/${count}.md`]: { content: "no owner\n" } });
    await review(free, bench.tokens.owner);
    expect(await merge(free)).toBe("ok");
  });

  test("the last push is approved by somebody else, at that head", async () => {
    bench.forge.setRules(REPO, [reviewRule({ require_last_push_approval: true })]);
    const at = await pull();
    await review(at, second);
    await bench.forge.commitFiles(
      REPO,
      at.head.ref,
      { "src/last.js": { content: `${count}` } },
      "More",
      "otto",
    );
    expect(await merge(at)).toBe(
      `${VIOLATED}New changes require approval from someone other than the last pusher.`,
    );
    await review(at, second);
    expect(await merge(at)).toContain("someone other than the last pusher");
    await review(at, bench.tokens.owner);
    expect(await merge(at)).toBe("ok");
  });

  test("a push that changes the diff dismisses approvals; one that only brings the base does not", async () => {
    bench.forge.setRules(REPO, [reviewRule({ dismiss_stale_reviews_on_push: true })]);
    const at = await pull();
    await review(at, second);
    await bench.forge.commitFiles(REPO, "main", { [`docs/base-${count}`]: { content: "x" } }, "Base", "acme");
    expect((await bench.api(`PUT {R}/pulls/${at.number}/update-branch`, {})).status).toBe(202);
    const states = async () =>
      (await bench.api(`GET {R}/pulls/${at.number}/reviews`)).body.map((one: Parsed) => one.state);
    expect(await states()).toEqual(["APPROVED"]);
    await bench.forge.commitFiles(
      REPO,
      at.head.ref,
      { "src/x.js": { content: `${count}` } },
      "More",
      "wendy",
    );
    expect([await states(), await state(at)]).toEqual([["DISMISSED"], "BLOCKED REVIEW_REQUIRED"]);
  });

  test("conversations are resolved first", async () => {
    bench.forge.setRules(REPO, [
      reviewRule({ required_approving_review_count: 0, required_review_thread_resolution: true }),
    ]);
    const at = await pull();
    const path = `src/new-${count}.js`;
    await review(at, second, "COMMENT", { comments: [{ path, line: 1, body: "Why?" }] });
    expect([await state(at), await merge(at)]).toEqual([
      "BLOCKED null",
      `${VIOLATED}A conversation must be resolved before this pull request can be merged.`,
    ]);
    const threads = await bench.graphql(
      `{repository(owner:"acme",name:"shop"){pullRequest(number:${at.number}){reviewThreads(first:1){nodes{id}}}}}`,
    );
    const id = threads.data.repository.pullRequest.reviewThreads.nodes[0].id;
    await bench.graphql(`mutation{resolveReviewThread(input:{threadId:"${id}"}){thread{isResolved}}}`);
    expect(await merge(at)).toBe("ok");
  });
});

describe("checks", () => {
  test("each state has its text, and one that is required of an App counts only from it", async () => {
    const app = bench.forge.createApp({
      slug: "buildbot",
      owner: "acme",
      permissions: { checks: "write", statuses: "write" },
    });
    bench.forge.setRules(REPO, [checksRule([{ context: "ci", integration_id: app.id }])]);
    const at = await pull();
    const sha = at.head.sha;
    const token = bench.forge.createInstallationToken(app.installationId);
    const status = (value: string, by: string) =>
      bench.api(`POST {R}/statuses/${sha}`, { state: value, context: "ci" }, { token: by });
    const is = (word: string) => `${VIOLATED}Required status check "ci" is ${word}.`;
    expect([await merge(at), await state(at)]).toEqual([is("expected"), "BLOCKED null"]);
    await status("success", bench.tokens.owner);
    expect(await merge(at)).toBe(is("expected"));
    await status("success", bench.jobToken({ statuses: "write" }));
    expect(await merge(at)).toBe(is("expected"));
    const check = await bench.api("POST {R}/check-runs", { name: "ci", head_sha: sha }, { token });
    expect([check.status, check.body.app.slug, await merge(at)]).toEqual([201, "buildbot", is("pending")]);
    const finish = (conclusion: string, by = token) =>
      bench.api(`PATCH {R}/check-runs/${check.body.id}`, { conclusion }, { token: by });
    expect((await finish("success", bench.jobToken({ checks: "write" }))).status).toBe(403);
    await finish("failure");
    expect(await merge(at)).toBe(is("failing"));
    await finish("success");
    await status("failure", token);
    expect(await merge(at)).toBe(is("failing"));
    await status("success", token);
    expect(await merge(at)).toBe("ok");
    expect((await bench.api("POST {R}/check-runs", { name: "ci", head_sha: sha })).status).toBe(403);
  });

  test("several are counted, and a status of Actions satisfies a check of Actions", async () => {
    bench.forge.setRules(REPO, [checksRule([{ context: "a", integration_id: 15368 }, { context: "b" }])]);
    const at = await pull();
    expect(await merge(at)).toBe(`${VIOLATED}2 of 2 required status checks are expected.`);
    const post = (context: string, value: string) =>
      bench.api(
        `POST {R}/statuses/${at.head.sha}`,
        { state: value, context },
        { token: bench.jobToken({ statuses: "write" }) },
      );
    await post("a", "failure");
    expect(await merge(at)).toBe(
      `${VIOLATED}2 of 2 required status checks have not succeeded: 1 expected, 1 failing.`,
    );
    await post("a", "success");
    expect(await merge(at)).toBe(`${VIOLATED}1 of 2 required status checks is expected.`);
    await post("b", "success");
    expect(await merge(at)).toBe("ok");
  });

  test("a strict rule takes no check of a head behind its base", async () => {
    bench.forge.setRules(REPO, [checksRule([{ context: "ci" }], true)]);
    const at = await pull();
    const green = (sha: string) => bench.api(`POST {R}/statuses/${sha}`, { state: "success", context: "ci" });
    await green(at.head.sha);
    expect(await state(at)).toBe("CLEAN null");
    await bench.forge.commitFiles(
      REPO,
      "main",
      { [`docs/strict-${count}`]: { content: "x" } },
      "Base",
      "acme",
    );
    expect([await state(at), await merge(at)]).toEqual([
      "BEHIND null",
      `${VIOLATED}Required status check "ci" is expected.`,
    ]);
    const wrong = await bench.api(`PUT {R}/pulls/${at.number}/update-branch`, {
      expected_head_sha: "0".repeat(40),
    });
    expect(wrong.status).toBe(422);
    await bench.api(`PUT {R}/pulls/${at.number}/update-branch`, { expected_head_sha: at.head.sha });
    const head = (await bench.api(`GET {R}/pulls/${at.number}`)).body.head.sha;
    expect(await state(at)).toBe("BLOCKED null");
    await green(head);
    expect(await merge(at, { sha: head })).toBe("ok");
  });

  test("a required deployment is the newest of that commit and environment, and it succeeded", async () => {
    bench.forge.setRules(REPO, [
      { type: "required_deployments", parameters: { required_deployment_environments: ["staging"] } },
    ]);
    const at = await pull();
    const missing = `${VIOLATED}Missing successful active staging deployment.`;
    expect([await merge(at), await state(at)]).toEqual([missing, "BLOCKED null"]);
    const token = bench.jobToken({ deployments: "write" });
    const made = await bench.api(
      "POST {R}/deployments",
      { ref: at.head.ref, environment: "staging" },
      { token },
    );
    expect([made.status, made.body.sha]).toEqual([201, at.head.sha]);
    const post = (value: string) =>
      bench.api(`POST {R}/deployments/${made.body.id}/statuses`, { state: value }, { token });
    await post("in_progress");
    expect(await merge(at)).toBe(missing);
    expect((await post("success")).status).toBe(201);
    expect(
      (await bench.api(`GET {R}/deployments/${made.body.id}/statuses`)).body.map((one: Parsed) => one.state),
    ).toEqual(["success", "in_progress"]);
    expect((await bench.api("GET {R}/deployments?environment=staging")).body).toHaveLength(1);
    expect((await bench.api("POST {R}/deployments", { ref: "nowhere" }, { token })).status).toBe(422);
    expect((await post("splendid")).status).toBe(422);
    expect(
      (await bench.api("POST {R}/deployments", { ref: "main" }, { token: bench.jobToken({}) })).status,
    ).toBe(403);
    expect(await merge(at)).toBe("ok");
  });
});

describe("commits", () => {
  test("signatures: what GitHub commits itself is verified, what people push is not", async () => {
    bench.forge.setRules(REPO, [{ type: "required_signatures" }]);
    const at = await pull();
    expect(await merge(at)).toBe(
      `${VIOLATED}Commits must have verified signatures.\n  Found 1 violation:\n\n  ${at.head.sha}`,
    );
    const branch = `signed-${count}`;
    const main = (await bench.api("GET {R}/git/ref/heads/main")).body.object.sha;
    await bench.api("POST {R}/git/refs", { ref: `refs/heads/${branch}`, sha: main });
    const made = await bench.graphql(
      "mutation($i:CreateCommitOnBranchInput!){createCommitOnBranch(input:$i){commit{oid signature{isValid state}}}}",
      {
        i: {
          branch: { repositoryNameWithOwner: REPO, branchName: branch },
          expectedHeadOid: main,
          message: { headline: "Signed" },
          fileChanges: { additions: [{ path: `src/s-${count}.js`, contents: "eA==" }] },
        },
      },
    );
    expect(made.data.createCommitOnBranch.commit.signature).toEqual({ isValid: true, state: "VALID" });
    const signed = (await bench.api("POST {R}/pulls", { title: "Signed", head: branch, base: "main" })).body;
    expect(await merge(signed, { merge_method: "rebase" })).toContain(
      "cannot be automatically signed by GitHub",
    );
    expect(await merge(signed)).toBe("ok");
    const head = await bench.api("GET {R}/commits/main");
    expect(head.body.commit.verification).toMatchObject({ verified: true, reason: "valid" });
    const gitDir = bench.forge.gitDir(REPO);
    const raw = await bench.git(["cat-file", "commit", "main"], gitDir);
    const file = join(bench.directory, "forged");
    await writeFile(file, raw.replace(/\n\n.*/s, "\n\nForged\n"));
    const forged = (await bench.git(["hash-object", "-t", "commit", "-w", file], gitDir)).trim();
    expect((await bench.api(`GET {R}/git/commits/${forged}`)).body.verification).toMatchObject({
      verified: false,
      reason: "unknown_key",
    });
  });

  test("a linear history and the methods that the branch allows", async () => {
    bench.forge.setRules(REPO, [
      { type: "required_linear_history" },
      reviewRule({ required_approving_review_count: 0, allowed_merge_methods: ["merge", "squash"] }),
    ]);
    const at = await pull();
    expect(await merge(at, { merge_method: "merge" })).toBe(
      `${VIOLATED}This branch must not contain merge commits.`,
    );
    expect(await merge(at, { merge_method: "rebase" })).toBe(
      "405 Rebase merges are not allowed on this repository.",
    );
    expect(await merge(at)).toBe("ok");
  });
});

describe("pushes", () => {
  test("a ruled branch takes no push, whichever way, and GitHub's words name the rule", async () => {
    bench.forge.setRules(REPO, [reviewRule(), { type: "non_fast_forward" }, { type: "deletion" }]);
    const remote = `http://x:${bench.tokens.owner}@127.0.0.1:${bench.forge.port}/${REPO}.git`;
    const clone = join(bench.directory, `clone-${count}`);
    await bench.git(["clone", "--quiet", remote, clone]);
    await writeFile(join(clone, "pushed.txt"), "x");
    await bench.git(["add", "."], clone);
    await bench.git(["commit", "--quiet", "-m", "Pushed"], clone);
    const refused = await bench
      .git(["push", "origin", "HEAD:main", "HEAD:side"], clone)
      .catch((error) => error.stderr);
    expect(refused).toContain("GH013: Repository rule violations found for refs/heads/main.");
    expect(refused).toContain("- Changes must be made through a pull request.");
    expect(refused).toContain(
      "! [remote rejected] HEAD -> main (push declined due to repository rule violations)",
    );
    expect((await bench.api("GET {R}/branches/side")).status).toBe(404);
    await bench.git(["push", "--quiet", "origin", "HEAD:free"], clone);
    const sha = (await bench.api("GET {R}/git/ref/heads/free")).body.object.sha;
    const moved = await bench.api("PATCH {R}/git/refs/heads/main", { sha });
    expect([moved.status, moved.body.message]).toEqual([
      422,
      expect.stringContaining("Changes must be made through a pull request."),
    ]);
    const content = { message: "x", content: "eA==" };
    expect((await bench.api("PUT {R}/contents/x.md", content)).status).toBe(409);
    expect((await bench.api("PUT {R}/contents/x.md", { ...content, branch: "free" })).status).toBe(201);

    bench.forge.setRules(REPO, []);
    bench.forge.setProtection(REPO, "main", {
      required_status_checks: { strict: false, contexts: ["ci"], checks: [] },
      enforce_admins: true,
      required_pull_request_reviews: null,
      restrictions: null,
    });
    const classic = await bench.git(["push", "origin", "HEAD:main"], clone).catch((error) => error.stderr);
    expect(classic).toContain("GH006: Protected branch update failed for refs/heads/main.");
    expect(classic).toContain('Required status check "ci" is expected.');
    expect(classic).toContain("(protected branch hook declined)");
    const forced = await bench
      .git(["push", "--force", "origin", "HEAD~2:main"], clone)
      .catch((error) => error.stderr);
    expect(forced).toContain("Cannot force-push to this branch");
    await bench.api(`POST {R}/statuses/${(await bench.git(["rev-parse", "HEAD"], clone)).trim()}`, {
      state: "success",
      context: "ci",
    });
    await bench.git(["push", "--quiet", "origin", "HEAD:main"], clone);
  });

  test("an App or a role goes past a ruleset that lists it; Actions cannot be listed", async () => {
    const app = bench.forge.createApp({
      slug: "releaser",
      owner: "acme",
      permissions: { contents: "write", pull_requests: "write" },
    });
    const ruleset = (bypass_actors: Parsed[]) => ({
      name: "Bypassed",
      target: "branch",
      enforcement: "active",
      bypass_actors,
      conditions: { ref_name: { include: ["refs/heads/ma*"], exclude: [] } },
      rules: [reviewRule()],
    });
    const actions = await bench.api(
      "POST {R}/rulesets",
      ruleset([{ actor_id: 15368, actor_type: "Integration" }]),
    );
    expect([actions.status, actions.body.errors]).toEqual([
      422,
      ["Actor GitHub Actions integration must be part of the ruleset source or owner organization"],
    ]);
    const made = await bench.api(
      "POST {R}/rulesets",
      ruleset([{ actor_id: app.id, actor_type: "Integration", bypass_mode: "always" }]),
    );
    expect(made.status).toBe(201);
    const token = bench.forge.createInstallationToken(app.installationId);
    const at = await pull();
    expect(await state(at)).toBe("BLOCKED REVIEW_REQUIRED");
    expect(await merge(at)).toContain("At least 1 approving review");
    expect(await merge(at, {}, token)).toBe("ok");
    const merging = [{ actor_id: 5, actor_type: "RepositoryRole", bypass_mode: "pull_request" }];
    const changed = await bench.api(`PUT {R}/rulesets/${made.body.id}`, { bypass_actors: merging });
    expect(changed.body).toMatchObject({ name: "Bypassed", current_user_can_bypass: "pull_requests_only" });
    const other = await pull();
    expect((await bench.api("PUT {R}/contents/y.md", { message: "y", content: "eA==" })).status).toBe(409);
    expect(await merge(other, {}, token)).toContain("At least 1 approving review");
    expect(await merge(other)).toBe("ok");
    expect((await bench.api(`DELETE {R}/rulesets/${made.body.id}`)).status).toBe(204);
  });
});

test("rulesets and protection are read and written as GitHub describes them, by administrators", async () => {
  const wish = {
    name: "Releases",
    target: "branch",
    enforcement: "active",
    conditions: {
      ref_name: {
        include: ["refs/heads/release/**/*", "~DEFAULT_BRANCH"],
        exclude: ["refs/heads/release/old"],
      },
    },
    rules: [reviewRule(), checksRule([{ context: "ci", integration_id: 15368 }], true)],
  };
  expect((await bench.api("POST {R}/rulesets", wish, { token: bench.tokens.writer })).status).toBe(403);
  expect(
    (await bench.api("POST {R}/rulesets", { ...wish, rules: [{ type: "file_path_restriction" }] })).body
      .errors,
  ).toEqual(["Invalid rule 'file_path_restriction': type"]);
  const made = (await bench.api("POST {R}/rulesets", wish)).body;
  expect((await bench.api("GET {R}/rulesets")).body.map((one: Parsed) => one.name)).toEqual(["Releases"]);
  expect((await bench.api(`GET {R}/rulesets/${made.id}`)).body.rules).toHaveLength(2);
  expect((await bench.api("GET {R}/rulesets/1")).status).toBe(404);
  const rulesOf = async (branch: string, token = bench.tokens.reader) =>
    (await bench.api(`GET {R}/rules/branches/${branch}`, undefined, { token })).body.map(
      (one: Parsed) => one.type,
    );
  const both = ["pull_request", "required_status_checks"];
  expect([await rulesOf("main"), await rulesOf("release/a/b"), await rulesOf("release/1")]).toEqual([
    both,
    both,
    both,
  ]);
  expect([await rulesOf("release/old"), await rulesOf("other")]).toEqual([[], []]);
  const one = (await bench.api("GET {R}/rules/branches/main")).body[1];
  expect(one).toMatchObject({ ruleset_id: made.id, ruleset_source_type: "Repository", ruleset_source: REPO });
  await bench.api(`PUT {R}/rulesets/${made.id}`, { enforcement: "disabled" });
  expect(await rulesOf("main")).toEqual([]);
  expect((await bench.api("GET {R}/branches/main")).body.protected).toBe(false);
  await bench.api(`DELETE {R}/rulesets/${made.id}`);

  const url = "{R}/branches/main/protection";
  expect([(await bench.api(`GET ${url}`)).body.message, (await bench.api(`DELETE ${url}`)).status]).toEqual([
    "Branch not protected",
    404,
  ]);
  expect((await bench.api(`PUT ${url}`, { enforce_admins: true })).status).toBe(422);
  const put = await bench.api(`PUT ${url}`, {
    required_status_checks: { strict: true, contexts: ["lint"], checks: [{ context: "ci", app_id: 15368 }] },
    enforce_admins: false,
    required_pull_request_reviews: { required_approving_review_count: 2, require_code_owner_reviews: true },
    restrictions: { users: ["otto"], teams: [] },
    required_conversation_resolution: true,
  });
  expect(put.body.required_status_checks.contexts).toEqual(["lint", "ci"]);
  expect((await bench.api(`GET ${url}`, undefined, { token: bench.tokens.writer })).status).toBe(403);
  expect(
    (await bench.api(`GET ${url}`, undefined, { token: bench.jobToken({ contents: "write" }) })).status,
  ).toBe(403);
  expect((await bench.api(`GET ${url}`)).body.required_pull_request_reviews).toMatchObject({
    required_approving_review_count: 2,
  });
  expect((await bench.api("GET {R}/rules/branches/main")).body).toEqual([]);
  expect(
    (await bench.api("GET {R}/branches/main", undefined, { token: bench.tokens.reader })).body,
  ).toMatchObject({
    protected: true,
    protection: {
      enabled: true,
      required_status_checks: { contexts: ["lint", "ci"], enforcement_level: "non_admins" },
    },
  });
  const ref = await bench.graphql(
    `{repository(owner:"acme",name:"shop"){ref(qualifiedName:"main"){branchProtectionRule{requiresStrictStatusChecks} refUpdateRule{requiredApprovingReviewCount requiredStatusCheckContexts viewerCanPush}}}}`,
    {},
    bench.tokens.writer,
  );
  expect(ref.data.repository.ref).toEqual({
    branchProtectionRule: null,
    refUpdateRule: {
      requiredApprovingReviewCount: 2,
      requiredStatusCheckContexts: ["lint", "ci"],
      viewerCanPush: false,
    },
  });
  const at = await pull();
  expect(await merge(at, {}, second)).toBe(
    "405 At least 2 approving reviews are required by reviewers with write access.",
  );
  expect(await merge(at)).toContain("not authorized to push");
  await bench.api(`PUT ${url}`, {
    required_status_checks: null,
    enforce_admins: false,
    required_pull_request_reviews: null,
    restrictions: null,
  });
  expect(await merge(at)).toBe("ok");
  expect((await bench.api(`DELETE ${url}`)).status).toBe(204);
});

describe("merges that wait", () => {
  const queueRule: Rule = {
    type: "merge_queue",
    parameters: {
      check_response_timeout_minutes: 60,
      grouping_strategy: "ALLGREEN",
      max_entries_to_build: 5,
      max_entries_to_merge: 5,
      merge_method: "SQUASH",
      min_entries_to_merge: 1,
      min_entries_to_merge_wait_minutes: 0,
    },
  };
  const green = (sha: string, value = "success") =>
    bench.api(`POST {R}/statuses/${sha}`, { state: value, context: "ci" });
  const enqueue = (at: Parsed, head = at.head.sha) =>
    bench.graphql(
      "mutation($id:ID!,$head:GitObjectID){enqueuePullRequest(input:{pullRequestId:$id,expectedHeadOid:$head}){mergeQueueEntry{position state}}}",
      { id: at.node_id, head },
      bench.jobToken({ contents: "write", "pull-requests": "write" }),
    );
  const eventually = async (done: () => Promise<boolean>) => {
    for (let tries = 0; tries < 200; tries += 1) {
      if (await done()) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error("it never came about");
  };
  const groups = () => bench.events.filter((event) => event.name === "merge_group");
  const isMerged = async (at: Parsed) => (await bench.api(`GET {R}/pulls/${at.number}`)).body.merged;

  test("a queue refuses PUT merge, builds what it was given on the base, and merges that when it is green", async () => {
    bench.forge.setRules(REPO, [queueRule, checksRule([{ context: "ci" }])]);
    const [one, other] = [await pull(), await pull()];
    expect((await enqueue(one)).errors[0].message).toContain('Required status check "ci" is expected.');
    await green(one.head.sha);
    await green(other.head.sha);
    expect(await merge(one)).toBe(`${VIOLATED}Changes must be made through the merge queue`);
    expect((await enqueue(one, "0".repeat(40))).errors[0].message).toContain("Head branch was modified");
    bench.events.length = 0;
    expect((await enqueue(one)).data.enqueuePullRequest.mergeQueueEntry).toEqual({
      position: 1,
      state: "QUEUED",
    });
    expect((await enqueue(other)).data.enqueuePullRequest.mergeQueueEntry.position).toBe(2);
    expect((await enqueue(one)).errors[0].message).toBe("Pull request is already in the queue");
    await eventually(async () => groups().length === 1);
    const [group] = groups();
    expect([group?.action, group?.starts, group?.ref]).toEqual([
      "checks_requested",
      "runs",
      expect.stringMatching(/^refs\/heads\/gh-readonly-queue\/main\/pr-\d+-[0-9a-f]{40}$/),
    ]);
    const view = await bench.graphql(
      `{repository(owner:"acme",name:"shop"){mergeQueue(branch:"main"){entries(first:9){nodes{position state headCommit{oid} pullRequest{number isInMergeQueue}}}} pullRequest(number:${one.number}){isMergeQueueEnabled mergeQueueEntry{state enqueuer{login}}}}}`,
    );
    expect(view.data.repository.mergeQueue.entries.nodes).toEqual([
      {
        position: 1,
        state: "AWAITING_CHECKS",
        headCommit: { oid: group?.sha },
        pullRequest: { number: one.number, isInMergeQueue: true },
      },
      {
        position: 2,
        state: "QUEUED",
        headCommit: null,
        pullRequest: { number: other.number, isInMergeQueue: true },
      },
    ]);
    expect(view.data.repository.pullRequest).toEqual({
      isMergeQueueEnabled: true,
      mergeQueueEntry: { state: "AWAITING_CHECKS", enqueuer: { login: "github-actions" } },
    });
    await green(group?.sha ?? "");
    await eventually(() => isMerged(one));
    expect((await bench.api("GET {R}/git/ref/heads/main")).body.object.sha).toBe(group?.sha);
    await eventually(async () => groups().length === 2);
    await green(groups()[1]?.sha ?? "", "failure");
    await eventually(async () => bench.events.some((event) => event.action === "dequeued"));
    expect([
      await isMerged(other),
      (await bench.api("GET {R}/git/matching-refs/heads/gh-readonly-queue")).body,
    ]).toEqual([false, []]);
    await enqueue(other);
    const gone = await bench.graphql(
      `mutation{dequeuePullRequest(input:{id:"${other.node_id}"}){mergeQueueEntry{state}}}`,
    );
    expect(gone.errors).toBeUndefined();
    bench.forge.setRules(REPO, []);
    expect((await enqueue(other)).errors[0].message).toBe("Merge queue is not enabled for this branch");
  });

  test("auto-merge waits for the rules, and is refused where nothing holds the merge back", async () => {
    const enable = (at: Parsed) =>
      bench.graphql(
        `mutation{enablePullRequestAutoMerge(input:{pullRequestId:"${at.node_id}",mergeMethod:SQUASH,commitHeadline:"Auto"}){pullRequest{autoMergeRequest{mergeMethod enabledBy{login}}}}}`,
      );
    const at = await pull();
    expect((await enable(at)).errors[0].message).toBe("Auto merge is not allowed for this repository");
    await bench.api("PATCH {R}", { allow_auto_merge: true });
    expect((await enable(at)).errors[0].message).toBe("Pull request Pull request is in clean status");
    bench.forge.setRules(REPO, [checksRule([{ context: "ci" }])]);
    expect((await enable(at)).data.enablePullRequestAutoMerge.pullRequest.autoMergeRequest).toEqual({
      mergeMethod: "SQUASH",
      enabledBy: { login: "acme" },
    });
    expect((await bench.api(`GET {R}/pulls/${at.number}`)).body.auto_merge.merge_method).toBe("squash");
    await green(at.head.sha);
    await eventually(() => isMerged(at));
    expect((await bench.api("GET {R}/commits/main")).body.commit.message).toMatch(/^Auto/);
    const off = await bench.graphql(
      `mutation{disablePullRequestAutoMerge(input:{pullRequestId:"${(await pull()).node_id}"}){clientMutationId}}`,
    );
    expect(off.errors[0].message).toContain("Can't disable auto-merge");
  });
});
