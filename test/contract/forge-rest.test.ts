import { execFile } from "node:child_process";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bench, lines, openBench, openPull, REPO } from "./forge-fixture.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const issue = async (title: string) => (await bench.api("POST {R}/issues", { title })).body;

test("sub-issues and dependencies go by database id and refuse circles", async () => {
  const [parent, child] = [await issue("Parent"), await issue("Child")];
  expect(
    (await bench.api(`POST {R}/issues/${parent.number}/sub_issues`, { sub_issue_id: child.id })).status,
  ).toBe(201);
  expect(
    (await bench.api(`POST {R}/issues/${child.number}/sub_issues`, { sub_issue_id: parent.id })).status,
  ).toBe(422);
  expect(
    (await bench.api(`GET {R}/issues/${parent.number}/sub_issues`)).body.map(
      (one: { number: number }) => one.number,
    ),
  ).toEqual([child.number]);
  expect((await bench.api(`GET {R}/issues/${child.number}/parent`)).body.number).toBe(parent.number);
  expect(
    (await bench.api(`POST {R}/issues/${parent.number}/dependencies/blocked_by`, { issue_id: child.id }))
      .status,
  ).toBe(201);
  expect((await bench.api(`GET {R}/issues/${parent.number}/dependencies/blocked_by`)).body[0].number).toBe(
    child.number,
  );
  expect((await bench.api(`GET {R}/issues/${parent.number}`)).body).toMatchObject({
    sub_issues_summary: { total: 1, completed: 0, percent_completed: 0 },
    issue_dependencies_summary: { blocked_by: 1, total_blocked_by: 1 },
  });
  expect(
    (await bench.api(`DELETE {R}/issues/${parent.number}/dependencies/blocked_by/${child.id}`)).status,
  ).toBe(200);
  expect(
    (await bench.api(`DELETE {R}/issues/${parent.number}/sub_issue`, { sub_issue_id: child.id })).status,
  ).toBe(200);
});

test("limits are GitHub's: bodies, labels, descriptions, dispatches", async () => {
  const { number } = await issue("Limits");
  const long = await bench.api(`POST {R}/issues/${number}/comments`, { body: "x".repeat(65_537) });
  expect([long.status, long.body.errors[0].message]).toEqual([
    422,
    "body is too long (maximum is 65536 characters)",
  ]);
  expect((await bench.api("POST {R}/labels", { name: "x".repeat(51) })).status).toBe(422);
  expect((await bench.api("POST {R}/labels", { name: "bug" })).body.errors[0].code).toBe("already_exists");
  const sha = (await bench.api("GET {R}/git/ref/heads/main")).body.object.sha;
  expect(
    (await bench.api(`POST {R}/statuses/${sha}`, { state: "success", description: "x".repeat(141) })).status,
  ).toBe(422);
  const keys = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`k${index}`, 1]));
  expect((await bench.api("POST {R}/dispatches", { event_type: "x", client_payload: keys })).status).toBe(
    422,
  );
  expect((await bench.api("POST {R}/dispatches", { event_type: "x".repeat(101) })).status).toBe(422);
  expect(
    (
      await bench.api("POST {R}/dispatches", {
        event_type: "x",
        client_payload: { message: "x".repeat(66_000) },
      })
    ).status,
  ).toBe(422);
  expect(
    (
      await bench.api("POST {R}/actions/workflows/ci.yml/dispatches", {
        ref: "main",
        inputs: { level: "middle" },
      })
    ).status,
  ).toBe(422);
});

test("labels of people without triage are dropped, those of the issue form apply", async () => {
  bench.forge.createLabel(REPO, { name: "nightshift" });
  const plain = await bench.api(
    "POST {R}/issues",
    { title: "Plain", labels: ["nightshift"] },
    { token: bench.tokens.reader },
  );
  expect(plain.body.labels).toEqual([]);
  const form = `name: Requirement\ndescription: x\ntitle: "[Night] "\nlabels: [nightshift, unknown]\nbody:\n  - type: markdown\n    attributes: { value: Hi }\n  - type: textarea\n    id: what\n    attributes: { label: What, description: d }\n    validations: { required: true }\n  - type: input\n    id: why\n    attributes: { label: Why }\n  - type: checkboxes\n    id: ok\n    attributes: { label: OK, options: [{ label: Yes }, { label: No }] }\n`;
  await bench.forge.commitFiles(
    REPO,
    "main",
    { ".github/ISSUE_TEMPLATE/requirement.yml": { content: form } },
    "Form",
    "acme",
  );
  await bench.flush();
  bench.events.length = 0;
  const made = await bench.forge.openIssueFromForm(REPO, {
    login: "rita",
    template: "requirement.yml",
    title: "Dark mode",
    fields: { what: "A theme", ok: ["Yes"] },
  });
  const { body } = await bench.api(`GET {R}/issues/${made.number}`);
  expect(body).toMatchObject({
    body: "### What\n\nA theme\n\n### Why\n\n_No response_\n\n### OK\n\n- [X] Yes\n- [ ] No",
    labels: [{ name: "nightshift" }],
    user: { login: "rita" },
  });
  await bench.flush();
  expect(bench.events.map((event) => `${event.action} by ${event.actor.login}`)).toEqual([
    "opened by rita",
    "labeled by rita",
  ]);
  await expect(
    bench.forge.openIssueFromForm(REPO, { login: "rita", template: "requirement.yml", fields: { ok: [] } }),
  ).rejects.toThrow('The form\'s field "What" is required.');
});

test("lists are paged with Link headers, and an unchanged answer is 304", async () => {
  for (let number = 0; number < 3; number += 1) await issue(`Page ${number}`);
  const first = await bench.api("GET {R}/issues?per_page=2&state=all");
  expect(first.body).toHaveLength(2);
  expect(first.headers.get("link")).toMatch(/page=2.*rel="next".*rel="last"/);
  const again = await bench.api("GET {R}/issues?per_page=2&state=all", undefined, {
    headers: { "if-none-match": first.headers.get("etag") ?? "" },
  });
  expect(again.status).toBe(304);
  expect(Number(first.headers.get("x-ratelimit-limit"))).toBe(5000);
});

test("files, refs, trees and commits can be made by API alone", async () => {
  const blob = (await bench.api("POST {R}/git/blobs", { content: "made\n", encoding: "utf-8" })).body;
  const head = (await bench.api("GET {R}/git/ref/heads/main")).body.object.sha;
  const base = (await bench.api(`GET {R}/git/commits/${head}`)).body;
  const tree = (
    await bench.api("POST {R}/git/trees", {
      base_tree: base.tree.sha,
      tree: [
        { path: "bin/run", mode: "100755", type: "blob", sha: blob.sha },
        { path: "README.md", mode: "100644", type: "blob", sha: null },
      ],
    })
  ).body;
  const listed = (await bench.api(`GET {R}/git/trees/${tree.sha}?recursive=1`)).body.tree.map(
    (entry: { path: string; mode: string }) => `${entry.mode} ${entry.path}`,
  );
  expect(listed).toContain("100755 bin/run");
  expect(listed.join()).not.toContain("README");
  const commit = (
    await bench.api("POST {R}/git/commits", { message: "By hand", tree: tree.sha, parents: [head] })
  ).body;
  expect(
    (await bench.api("POST {R}/git/refs", { ref: "refs/heads/hand/made", sha: commit.sha })).status,
  ).toBe(201);
  expect(
    (await bench.api("POST {R}/git/refs", { ref: "refs/heads/hand/made", sha: commit.sha })).body.message,
  ).toBe("Reference already exists");
  expect((await bench.api("PATCH {R}/git/refs/heads/hand/made", { sha: head })).body.message).toBe(
    "Update is not a fast forward",
  );
  expect((await bench.api("PATCH {R}/git/refs/heads/hand/made", { sha: head, force: true })).status).toBe(
    200,
  );
  expect((await bench.api("GET {R}/branches/hand/made")).body.name).toBe("hand/made");
  expect((await bench.api("DELETE {R}/git/refs/heads/hand/made")).status).toBe(204);
  const put = await bench.api("PUT {R}/contents/docs/a.md", {
    message: "Docs",
    content: Buffer.from("a").toString("base64"),
  });
  expect(put.status).toBe(201);
  expect(
    (await bench.api("PUT {R}/contents/docs/a.md", { message: "Docs", content: "Yg==", sha: "0".repeat(40) }))
      .status,
  ).toBe(409);
  expect(
    (
      await bench.api("PUT {R}/contents/docs/a.md", {
        message: "Docs",
        content: "Yg==",
        sha: put.body.content.sha,
      })
    ).status,
  ).toBe(200);
  await bench.api(`GET {R}/git/blobs/${blob.sha}`);
});

test("runs, jobs, logs and artifacts are read, cancelled, rerun and approved by REST", async () => {
  const { forge } = bench;
  await bench.api("POST {R}/dispatches", { event_type: "go" });
  await bench.flush();
  const trigger = bench.events.at(-1);
  if (!trigger) throw new Error("no event");
  const run = forge.createRun({
    repository: REPO,
    path: ".github/workflows/ci.yml",
    name: "CI",
    displayTitle: "go",
    event: "repository_dispatch",
    headBranch: "main",
    headSha: trigger.sha,
    actor: trigger.actor,
    triggeringActor: trigger.actor,
    trigger,
    status: "in_progress",
    conclusion: null,
  });
  const job = forge.createJob({
    runId: run.id,
    runAttempt: 1,
    repository: REPO,
    name: "test",
    headSha: trigger.sha,
    status: "in_progress",
  });
  forge.appendLog(job.id, "hello log\n");
  const requests: string[] = [];
  forge.onRunRequest((request) => requests.push(`${request.kind} ${request.runId}`));
  expect((await bench.api(`POST {R}/actions/runs/${run.id}/cancel`)).status).toBe(202);
  forge.updateJob(job.id, {
    status: "completed",
    conclusion: "failure",
    completedAt: run.createdAt,
    startedAt: run.createdAt,
    annotations: [{ level: "failure", message: "Broken" }],
    steps: [
      {
        number: 1,
        name: "Run",
        status: "completed",
        conclusion: "failure",
        startedAt: run.createdAt,
        completedAt: run.createdAt,
      },
    ],
  });
  forge.updateRun(run.id, { status: "completed", conclusion: "failure" });
  expect((await bench.api(`POST {R}/actions/runs/${run.id}/cancel`)).status).toBe(409);
  expect((await bench.api(`POST {R}/actions/runs/${run.id}/rerun-failed-jobs`)).status).toBe(201);
  expect((await bench.api(`POST {R}/actions/runs/${run.id}/approve`)).status).toBe(403);
  forge.updateRun(run.id, { conclusion: "action_required" });
  expect(
    (
      await bench.api(`POST {R}/actions/runs/${run.id}/approve`, undefined, {
        token: bench.jobToken({ actions: "write" }),
      })
    ).status,
  ).toBe(403);
  expect((await bench.api(`POST {R}/actions/runs/${run.id}/approve`)).status).toBe(201);
  expect(requests).toEqual([`cancel ${run.id}`, `rerun-failed-jobs ${run.id}`, `approve ${run.id}`]);
  expect(
    (
      await bench.api(
        `GET {R}/actions/runs?head_sha=${trigger.sha}&event=repository_dispatch&status=action_required&created=>=2020-01-01T00:00:00Z`,
      )
    ).body.total_count,
  ).toBe(1);
  expect((await bench.api(`GET {R}/actions/runs?created=<2020-01-01T00:00:00Z`)).body.total_count).toBe(0);
  for (const path of [`runs/${run.id}`, `runs/${run.id}/jobs`, `jobs/${job.id}`, "workflows/ci.yml/runs"])
    await bench.api(`GET {R}/actions/${path}`);
  expect((await bench.api("GET {R}/commits/main/check-runs")).body.check_runs[0]).toMatchObject({
    id: job.id,
    name: "test",
    conclusion: "failure",
  });
  expect((await bench.api(`GET {R}/check-runs/${job.id}/annotations`)).body[0].message).toBe("Broken");
  const log = await bench.api(`GET {R}/actions/jobs/${job.id}/logs`);
  expect([log.status, await (await fetch(log.headers.get("location") ?? "")).text()]).toEqual([
    302,
    "hello log\n",
  ]);

  const source = await mkdtemp(join(bench.directory, "artifact-"));
  await writeFile(join(source, "outcome.json"), '{"a":1}');
  const artifact = await forge.saveArtifact({ runId: run.id, name: "outcome", directory: source });
  await expect(forge.saveArtifact({ runId: run.id, name: "outcome", directory: source })).rejects.toThrow(
    /already exists/,
  );
  await bench.api(`GET {R}/actions/runs/${run.id}/artifacts`);
  const zip = await bench.api(`GET {R}/actions/artifacts/${artifact.id}/zip`);
  const file = join(bench.directory, "a.zip");
  await writeFile(file, Buffer.from(await (await fetch(zip.headers.get("location") ?? "")).arrayBuffer()));
  const unpacked = await promisify(execFile)("python3", [
    "-c",
    "import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);print(z.testzip(),z.read('outcome.json').decode())",
    file,
  ]);
  expect(unpacked.stdout.trim()).toBe('None {"a":1}');
  const target = join(bench.directory, "out");
  await forge.readArtifact(artifact.id, target);
  expect(await readFile(join(target, "outcome.json"), "utf8")).toBe('{"a":1}');
});

test("a workflow dispatch can answer with its run", async () => {
  const stop = bench.forge.onEvent((trigger) => {
    if (trigger.name !== "workflow_dispatch") return;
    bench.forge.createRun({
      repository: REPO,
      path: trigger.workflowPath ?? "",
      name: "CI",
      displayTitle: "CI",
      event: trigger.name,
      headBranch: "main",
      headSha: trigger.sha,
      actor: trigger.actor,
      triggeringActor: trigger.actor,
      trigger,
      status: "queued",
      conclusion: null,
    });
  });
  const answer = await bench.api("POST {R}/actions/workflows/ci.yml/dispatches", {
    ref: "main",
    return_run_details: true,
  });
  stop();
  expect(answer.status).toBe(200);
  expect(bench.forge.run(answer.body.workflow_run_id)?.event).toBe("workflow_dispatch");
});

test("reviews wait as pending, are submitted, dismissed, and answered", async () => {
  const pull = await openPull(bench, "reviewed", { "src/app.js": { content: lines(1, 12, { 6: "sechs" }) } });
  const at = `{R}/pulls/${pull.number}`;
  const dropped = `${at}/reviews/${(await bench.api(`POST ${at}/reviews`, {})).body.id}`;
  expect([
    (await bench.api(`DELETE ${dropped}`)).status,
    (await bench.api(`DELETE ${dropped}`)).status,
  ]).toEqual([200, 404]);
  const pending = (
    await bench.api(`POST ${at}/reviews`, { comments: [{ path: "src/app.js", line: 6, body: "Hm" }] })
  ).body;
  expect(pending.state).toBe("PENDING");
  expect((await bench.api(`GET ${at}/reviews`, undefined, { token: bench.tokens.writer })).body).toEqual([]);
  expect(
    (await bench.api(`POST ${at}/reviews/${pending.id}/events`, { event: "REQUEST_CHANGES", body: "No" }))
      .body.state,
  ).toBe("CHANGES_REQUESTED");
  const comment = (await bench.api(`GET ${at}/comments`)).body[0];
  expect(comment).toMatchObject({ line: 6, side: "RIGHT", original_line: 6 });
  expect(
    (
      await bench.api(
        `POST ${at}/comments/${comment.id}/replies`,
        { body: "Why" },
        { token: bench.tokens.writer },
      )
    ).body.in_reply_to_id,
  ).toBe(comment.id);
  await bench.api(`PATCH {R}/pulls/comments/${comment.id}`, { body: "Hm!" });
  expect((await bench.api(`POST {R}/pulls/comments/${comment.id}/reactions`, { content: "+1" })).status).toBe(
    201,
  );
  expect(
    (
      await bench.api(
        `PUT ${at}/reviews/${pending.id}/dismissals`,
        { message: "Done" },
        { token: bench.tokens.writer },
      )
    ).body.state,
  ).toBe("DISMISSED");
  const early = await bench.api(`POST ${at}/reviews`, {
    event: "COMMENT",
    body: "x",
    comments: [{ path: "src/app.js", line: 6, start_line: 8, body: "x" }],
  });
  expect(early.body.errors).toEqual(["Start line must precede the end line and be part of the same hunk"]);
  const outside = await bench.api(`POST ${at}/comments`, {
    commit_id: pull.head.sha,
    path: "README.md",
    line: 1,
    body: "x",
  });
  expect(outside.status).toBe(422);
  const diff = await bench.api(`GET ${at}`, undefined, {
    headers: { accept: "application/vnd.github.diff" },
  });
  expect(diff.body).toContain("+sechs");
});

test("required checks block a merge until they are green", async () => {
  bench.forge.setRules(REPO, [
    {
      type: "required_status_checks",
      parameters: {
        strict_required_status_checks_policy: false,
        required_status_checks: [{ context: "ci" }],
      },
    },
  ]);
  const pull = await openPull(bench, "gated", { "gated.txt": { content: "x" } });
  await bench.api("GET {R}/rules/branches/main");
  const refused = await bench.api(`PUT {R}/pulls/${pull.number}/merge`, { sha: pull.head.sha });
  expect([refused.status, refused.body.message]).toEqual([
    405,
    expect.stringContaining('Required status check "ci" is expected.'),
  ]);
  await bench.api(`POST {R}/statuses/${pull.head.sha}`, { state: "success", context: "ci" });
  expect(
    (await bench.api(`PUT {R}/pulls/${pull.number}/merge`, { sha: pull.head.sha, merge_method: "merge" }))
      .status,
  ).toBe(200);
  bench.forge.setRules(REPO, []);
});

test("faults come before the effect, or after it", async () => {
  let when: "before" | "after" | undefined;
  const faulty = await openBench({
    intercept: async (request) =>
      when === "before" && request.method === "POST"
        ? { status: 502, body: { message: "Bad Gateway" } }
        : undefined,
    afterEffect: async (request) => (when === "after" && request.method === "POST" ? "reset" : undefined),
  });
  const open = () =>
    fetch(`${faulty.forge.apiUrl}/repos/${REPO}/issues`, {
      method: "POST",
      body: '{"title":"x"}',
      headers: { authorization: `Bearer ${faulty.tokens.owner}` },
    });
  when = "before";
  expect((await open()).status).toBe(502);
  expect((await faulty.api("GET {R}/issues")).body).toHaveLength(0);
  when = "after";
  await expect(open()).rejects.toThrow();
  expect((await faulty.api("GET {R}/issues")).body).toHaveLength(1);
  await faulty.close();
});

test("a simple read takes less than five milliseconds", async () => {
  await bench.api("GET {R}/issues/1");
  const times: number[] = [];
  for (let count = 0; count < 30; count += 1) {
    const start = performance.now();
    await (
      await fetch(`${bench.forge.apiUrl}/repos/${REPO}/issues/1`, {
        headers: { authorization: `Bearer ${bench.tokens.owner}` },
      })
    ).text();
    times.push(performance.now() - start);
  }
  expect(Math.min(...times)).toBeLessThan(5);
});
