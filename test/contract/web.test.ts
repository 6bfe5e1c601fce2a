/** The web page of the local GitHub over HTTP: who gets in, what is shown, what a person can do, and what a script can. */
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { openRequirement } from "../../src/agents/requirement.ts";
import { composeMessage } from "../../src/domain/message.ts";
import { openWebBench, REPO, type WebBench } from "./web-bench.ts";

let web: WebBench;
let own: string;
/** An issue and a pull request with a changed line, a thread and a status. */
let issue: number;
let pull: number;
let head: string;
let run: number;
let job: number;

beforeAll(async () => {
  web = await openWebBench();
  own = `http://127.0.0.1:${web.forge.port}`;
  issue = await openRequirement(web.github, "Vouchers <b>bold</b>\n\nCustomers redeem vouchers.");
  ({ pull, head } = await openPull());
  ({ run, job } = startRun());
});
afterAll(async () => {
  await web.close();
  expect(web.problems).toEqual([]);
});

async function openPull() {
  const { github, forge } = web;
  const main = await forge.commitFiles(REPO, "main", { "base.txt": { content: "b\n" } }, "Base", "grace");
  await github.rest("POST /repos/{owner}/{repo}/git/refs", { ref: "refs/heads/topic", sha: main });
  const sha = await forge.commitFiles(
    REPO,
    "topic",
    { "app.js": { content: "one\n2 < 3\nthree\n" } },
    "Two",
    "grace",
  );
  // Somebody else's: nobody approves their own pull request.
  forge.setPermission(REPO, "linus", "write");
  forge.createUser("linus");
  const other = { authorization: `Bearer ${forge.createPersonToken("linus")}` };
  const opened = await fetch(`${forge.apiUrl}/repos/${REPO}/pulls`, {
    method: "POST",
    headers: other,
    body: JSON.stringify({ title: "Two", body: "Makes two 2.", head: "topic", base: "main" }),
  });
  const { number } = (await opened.json()) as { number: number };
  await github.rest("POST /repos/{owner}/{repo}/pulls/{pull_number}/comments", {
    pull_number: number,
    commit_id: sha,
    path: "app.js",
    line: 2,
    body: "Why not three? See #1, and ask @ada.",
  });
  await github.rest("POST /repos/{owner}/{repo}/statuses/{sha}", {
    sha,
    state: "success",
    context: "nightshift/verify",
    description: "passed",
    target_url: `${forge.serverUrl}/${REPO}/actions/runs/1`,
  });
  return { pull: number, head: sha };
}

/** A run that a message started, with one job that has said something. */
function startRun() {
  const { forge } = web;
  const actor = { login: "github-actions[bot]", id: 1, type: "Bot" } as const;
  const message = composeMessage(
    { type: "review_approved", from: "reviewer", to: "repo_manager", payload: { pull, head } },
    undefined,
    { id: () => "6f9619ff-8b86-4d01-b42d-00cf4fc964ff", now: () => new Date("2026-11-22T20:00:00Z") },
  );
  const sent = JSON.parse(JSON.stringify({ message }));
  const record = forge.createRun({
    repository: REPO,
    path: ".github/workflows/nightshift-merge.yml",
    name: "nightshift merge",
    displayTitle: "merge",
    event: "repository_dispatch",
    headBranch: "main",
    headSha: head,
    actor,
    triggeringActor: actor,
    status: "in_progress",
    conclusion: null,
    trigger: {
      id: "d",
      name: "repository_dispatch",
      repository: REPO,
      actor,
      payload: { client_payload: sent },
      ref: "refs/heads/main",
      sha: head,
      starts: "runs",
    },
  });
  const { id } = forge.createJob({
    runId: record.id,
    runAttempt: 1,
    repository: REPO,
    name: "merge / tick",
    headSha: head,
    status: "in_progress",
  });
  forge.appendLog(id, "first line & <more>\n");
  return { run: record.id, job: id };
}

const eventsSince = (count: number) => web.events.slice(count).map(({ name, action }) => `${name}.${action}`);

describe("the door", () => {
  it("opens by a link once, with a cookie that scripts and other sites do not get", async () => {
    const link = web.site.link().slice(own.length);
    const first = await web.ask(link);
    expect(first).toMatchObject({ status: 303, headers: { location: "/" } });
    const [cookie = ""] = [first.headers["set-cookie"] ?? ""].flat();
    expect(cookie).toMatch(/^nightshift-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+$/);
    expect(cookie).not.toContain(web.token);
    const home = await web.ask("/", { headers: { cookie: cookie.split(";")[0] ?? "" } });
    expect(home.status).toBe(200);
    expect(home.body).toContain(REPO);
    const second = await web.ask(link);
    expect(second.status).toBe(401);
    expect(second.headers["set-cookie"]).toBeUndefined();
  });

  it("opens by the token, and by nothing else", async () => {
    const enter = (token: string) =>
      web.ask("/-/enter", {
        method: "POST",
        headers: { origin: own, "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams({ token }).toString(),
      });
    expect((await enter(web.token)).headers["set-cookie"]).toBeDefined();
    expect(await enter("ghp_wrong")).toMatchObject({ status: 401 });
    expect((await enter("")).headers["set-cookie"]).toBeUndefined();
  });

  test.each([
    ["no cookie", {}],
    ["another cookie", { cookie: "nightshift-1=x" }],
    ["the token as cookie", { cookie: "nightshift=TOKEN" }],
  ])("with %s nothing of a repository is shown", async (_, headers) => {
    for (const path of [
      "/",
      `/${REPO}`,
      `/${REPO}/issues/${issue}`,
      `/${REPO}/actions/runs/${run}`,
      "/-/events",
    ]) {
      const { status, body } = await web.ask(path, { headers });
      expect(status, path).toBe(401);
      expect(body).toContain("Sign in");
      // It says back the path that was asked for, and nothing else.
      expect(body.replace(`name="to" value="${path}"`, "")).not.toMatch(/Vouchers|first line|grace/);
    }
  });

  test.each([
    ["a page", `/${REPO}/pull/1`, `/${REPO}/pull/1`],
    ["another site", "//evil.example/grace/shop", "/"],
    ["an address", "https://evil.example/", "/"],
    ["a path of no page", "/api/v3/user", "/"],
    ["nothing", "", "/"],
  ])("leads to what was asked for, which is %s", async (_, to, leadsTo) => {
    const answer = await web.ask("/-/enter", {
      method: "POST",
      headers: { origin: own, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ token: web.token, to }).toString(),
    });
    expect(answer).toMatchObject({ status: 303, headers: { location: leadsTo } });
  });

  it("keeps API and git as they were", async () => {
    const authorization = `Bearer ${web.token}`;
    expect((await web.ask("/api/v3/user", { headers: { authorization } })).body).toContain('"grace"');
    expect((await web.ask(`/${REPO}/info/refs?service=git-upload-pack`)).body).toContain("git-upload-pack");
    const proxied = { host: "api.github.localhost", authorization };
    expect((await web.ask("http://api.github.localhost/user", { headers: proxied })).body).toContain(
      '"grace"',
    );
    expect((await web.ask("/", { headers: { host: "github.localhost", cookie: web.cookie } })).status).toBe(
      404,
    );
  });
});

describe("what a foreign page sends", () => {
  const FOREIGN: [name: string, headers: Record<string, string>][] = [
    ["another host", { host: "evil.example" }],
    ["another host at this port", { host: "evil.example:PORT" }],
    ["another origin", { origin: "https://evil.example" }],
    ["an origin at another port of this machine", { origin: "http://127.0.0.1:1" }],
    ["the origin null", { origin: "null" }],
    ["another site", { "sec-fetch-site": "cross-site" }],
    ["another port of this machine, as the same site", { "sec-fetch-site": "same-site" }],
  ];
  const filled = (headers: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replace("PORT", String(web.forge.port))]),
    );

  test.each(FOREIGN)("%s: is refused everywhere, and nothing happens", async (_, headers) => {
    const before = web.events.length;
    const fields = { act: "comment", kind: "issues", number: String(issue), body: "forged" };
    expect(await web.submit(fields, { headers: filled(headers) })).toMatchObject({ status: 403 });
    const authorization = `Bearer ${web.token}`;
    for (const path of ["/", `/${REPO}`, "/api/v3/user", "/api/status", "/-/events", "/-/page.css"]) {
      const { status, body } = await web.ask(path, {
        headers: { cookie: web.cookie, authorization, ...filled(headers) },
      });
      expect([path, status]).toEqual([path, 403]);
      expect(body).not.toContain("grace");
    }
    expect(web.events.length).toBe(before);
  });

  it("may be a link, which shows a page and does nothing", async () => {
    const headers = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", cookie: web.cookie };
    expect((await web.ask("/", { headers })).status).toBe(200);
    expect((await web.ask("/", { method: "POST", headers })).status).toBe(403);
  });

  test.each([
    ["without the proof of our form", { proof: "" }],
    ["with a wrong proof", { proof: "x".repeat(43) }],
    ["without a cookie", { headers: { cookie: "" } }],
    ["as JSON", { headers: { "content-type": "application/json" } }],
  ])("a form %s does nothing", async (_, changed) => {
    const before = web.events.length;
    const fields = { act: "comment", kind: "issues", number: String(issue), body: "forged" };
    const { status } = await web.submit(fields, changed);
    expect([401, 403, 422]).toContain(status);
    expect(web.events.length).toBe(before);
  });

  it("a form without an origin does nothing", async () => {
    const { status } = await web.ask(`/${REPO}/-/act`, {
      method: "POST",
      headers: { cookie: web.cookie, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({
        proof: web.proof,
        act: "close",
        kind: "issues",
        number: String(issue),
      }).toString(),
    });
    expect(status).toBe(403);
  });
});

describe("a page", () => {
  const paths = () => [
    "/",
    `/${REPO}`,
    `/${REPO}/issues`,
    `/${REPO}/issues/${issue}`,
    `/${REPO}/pulls`,
    `/${REPO}/pull/${pull}`,
    `/${REPO}/actions`,
    `/${REPO}/actions/runs/${run}`,
    `/${REPO}/actions/runs/${run}/job/${job}`,
    `/${REPO}/messages`,
  ];

  it("runs nothing inline and loads nothing from elsewhere", async () => {
    for (const path of paths()) {
      const { status, headers, body } = await web.page(path);
      expect([path, status]).toEqual([path, 200]);
      const csp = String(headers["content-security-policy"]);
      expect(csp).toContain("default-src 'none'");
      expect(csp).not.toMatch(/unsafe|\*|http/);
      expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "cache-control": "no-store" });
      expect(body).not.toMatch(/<script(?! src="\/-\/page\.js" defer>)|<style|\son\w+=|\sstyle=|javascript:/);
    }
  });

  it("has one heading of the first level, a label for each field, and a way past the navigation", async () => {
    for (const path of paths()) {
      const { body } = await web.page(path);
      expect(body.match(/<h1>/g), path).toHaveLength(1);
      expect(body).toContain('href="#main"');
      const ids = [...body.matchAll(/<(?:textarea|input)(?![^>]*type="hidden")[^>]*\sid="([^"]+)"/g)].map(
        ([, id]) => id,
      );
      for (const id of ids) expect(body, path).toContain(`<label for="${id}">`);
      expect(body.match(/<(?:textarea|input)(?![^>]*(?:type="hidden"|\sid="))/g), path).toBeNull();
    }
  });

  it("shows a requirement with its why, and text as text", async () => {
    const { body } = await web.page(`/${REPO}/issues/${issue}`);
    expect(body).toContain("Vouchers &#60;b&#62;bold&#60;/b&#62;");
    expect(body).toContain("It has no plan yet");
    const overview = (await web.page(`/${REPO}`)).body;
    expect(overview).toContain("It has no plan yet");
    expect(overview).toMatch(/<td>manager<\/td>/);
  });

  it("shows a pull request with diff, thread and checks", async () => {
    const { body } = await web.page(`/${REPO}/pull/${pull}`);
    expect(body).toContain("<ins>+2 &#60; 3</ins>");
    expect(body).toContain("<del>-two</del>");
    expect(body).toMatch(
      /app\.js:2 [\s\S]*Why not three\? See <a href="\/[^"]+\/issues\/1">#1<\/a>, and ask <strong>@ada<\/strong>\./,
    );
    const shown = /<a href="([^"]+\/issues\/1)">#1/.exec(body)?.[1] ?? "";
    expect((await web.page(shown)).status).toBe(200);
    expect(body).toMatch(
      /success<\/span> <a href="[^"]+\/actions\/runs\/1"[^>]*>nightshift\/verify<\/a> passed/,
    );
  });

  it("shows a run with its log, and the message that started it", async () => {
    const { body } = await web.page(`/${REPO}/actions/runs/${run}`);
    expect(body).toContain("merge / tick");
    expect(body).toContain("first line &#38; &#60;more&#62;");
    const log = await web.page(`/${REPO}/actions/runs/${run}/job/${job}/log`);
    expect(log).toMatchObject({
      body: "first line & <more>\n",
      headers: { "content-type": "text/plain; charset=utf-8" },
    });
    const messages = (await web.page(`/${REPO}/messages`)).body;
    expect(messages).toMatch(/<td>reviewer<\/td><td>repo_manager<\/td>[\s\S]*review_approved[\s\S]*6f9619ff/);
  });

  test.each(["/issues/999", "/pull/999", "/actions/runs/999", "/actions/runs/RUN/job/999/log"])(
    "%s is not there",
    async (path) => {
      expect((await web.page(`/${REPO}${path.replace("RUN", String(run))}`)).status).toBe(404);
    },
  );

  it("of another repository's run shows nothing", async () => {
    await web.forge.createRepository({ owner: "grace", name: "other", initialFiles: {} });
    expect((await web.page(`/grace/other/actions/runs/${run}`)).status).toBe(404);
    expect((await web.page(`/grace/other/actions/runs/${run}/job/${job}/log`)).status).toBe(404);
  });
});

describe("a person", () => {
  const CELLS: [
    name: string,
    fields: () => Record<string, string>,
    events: string[],
    leadsTo: () => string,
  ][] = [
    [
      "comments",
      () => ({ act: "comment", kind: "issues", number: String(issue), body: "One\r\nmore" }),
      ["issue_comment.created"],
      () => `/${REPO}/issues/${issue}`,
    ],
    [
      "pauses",
      () => ({ act: "command", kind: "issues", number: String(issue), command: "pause" }),
      ["issue_comment.created"],
      () => `/${REPO}/issues/${issue}`,
    ],
    [
      "labels",
      () => ({ act: "label", kind: "issues", number: String(issue), label: "bug" }),
      ["issues.labeled"],
      () => `/${REPO}/issues/${issue}`,
    ],
    [
      "takes a label away",
      () => ({ act: "unlabel", kind: "issues", number: String(issue), label: "bug" }),
      ["issues.unlabeled"],
      () => `/${REPO}/issues/${issue}`,
    ],
    [
      "approves exactly the head that was shown",
      () => ({ act: "review", kind: "pull", number: String(pull), head, event: "APPROVE", body: "" }),
      ["pull_request_review.submitted"],
      () => `/${REPO}/pull/${pull}`,
    ],
    [
      "closes",
      () => ({ act: "close", kind: "issues", number: String(issue) }),
      ["issues.closed"],
      () => `/${REPO}/issues/${issue}`,
    ],
    [
      "reopens",
      () => ({ act: "reopen", kind: "issues", number: String(issue) }),
      ["issues.reopened"],
      () => `/${REPO}/issues/${issue}`,
    ],
  ];

  test.each(CELLS)("%s, with the events of GitHub", async (_, fields, names, leadsTo) => {
    const before = web.events.length;
    const answer = await web.submit(fields());
    expect(answer).toMatchObject({ status: 303, headers: { location: leadsTo() } });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(eventsSince(before)).toEqual(names);
    expect(web.events.at(-1)).toMatchObject({ actor: { login: "grace" }, starts: "runs" });
  });

  it("opens a requirement", async () => {
    const before = web.events.length;
    const { headers } = await web.submit({
      act: "open-requirement",
      text: "Gift cards\r\n\r\nThey are sold.",
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(eventsSince(before)).toEqual(["issues.opened", "issues.labeled"]);
    const { body } = await web.page(String(headers.location));
    expect(body).toContain("Gift cards");
    expect(body).toContain("They are sold.");
  });

  it("asks for a run to be cancelled", async () => {
    const requests: string[] = [];
    const leave = web.forge.onRunRequest(({ kind, runId }) => requests.push(`${kind} ${runId}`));
    await web.submit({ act: "cancel-run", kind: "actions/runs", number: String(run) });
    leave();
    expect(requests).toEqual([`cancel ${run}`]);
  });

  test.each([
    ["an empty requirement", { act: "open-requirement", text: " " }, /is empty/],
    [
      "a command that is none",
      { act: "command", kind: "issues", number: "1", command: "merge now" },
      /not complete/,
    ],
    ["no act", {}, /not complete/],
    ["an issue that is not there", { act: "close", kind: "issues", number: "999" }, /Not Found/],
  ])("is told what is wrong with %s", async (_, fields, says) => {
    const before = web.events.length;
    const { status, body } = await web.submit(fields);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(body).toMatch(says);
    expect(web.events.length).toBe(before);
  });
});

describe("live", () => {
  it("tells that something changed", async () => {
    const told = await web.listen(`/-/events?repository=${REPO}`, 1, () =>
      web.submit({ act: "comment", kind: "issues", number: String(issue), body: "live" }),
    );
    expect(told).toEqual(["change {}"]);
  });

  it("tells a log as it grows, from where it was", async () => {
    const before = web.forge.log(job).length;
    const told = await web.listen(`/-/events?repository=${REPO}&run=${run}`, 1, () => {
      web.forge.appendLog(job, "second\nline\n");
      web.site.progress({ kind: "log", runId: run, jobId: job, text: "second" });
    });
    expect(told).toEqual([`log ${JSON.stringify({ job, from: before, text: "second\nline\n" })}`]);
  });
});

describe("closed", () => {
  it("ends what is open, and leaves events to whoever listens next", async () => {
    const other = await openWebBench();
    const settled = () => new Promise((resolve) => setTimeout(resolve, 50));
    try {
      other.leave();
      const stream = other.listen("/-/events", 1, () => other.site.close());
      await expect(stream).rejects.toThrow("ended");
      await openRequirement(other.github, "Vouchers");
      await settled();
      const seen: string[] = [];
      other.forge.onEvent(({ name, action }) => seen.push(`${name}.${action}`));
      await settled();
      expect(seen).toEqual(["issues.opened", "issues.labeled"]);
    } finally {
      await other.close();
    }
  });
});

describe("a script", () => {
  const authorization = () => `Bearer ${web.token}`;
  const start = (body: string, headers: Record<string, string> = {}) =>
    web.ask("/api/start-project", {
      method: "POST",
      headers: { authorization: authorization(), "content-type": "application/json", ...headers },
      body,
    });

  it("starts a requirement and asks where it stands", async () => {
    const started = await start(
      JSON.stringify({ repository: REPO, requirements: "# Search\n\nFind things." }),
    );
    expect(started.status).toBe(201);
    const { issue: number, url } = JSON.parse(started.body);
    expect(url).toBe(`${web.forge.serverUrl}/${REPO}/issues/${number}`);
    const answer = await web.ask(`/api/status?repository=${REPO}`, {
      headers: { authorization: authorization() },
    });
    const status = JSON.parse(answer.body);
    expect(status.repositories).toHaveLength(1);
    expect(status.repositories[0].requirements).toContainEqual(
      expect.objectContaining({
        number,
        title: "Search",
        rung: "unplanned",
        why: expect.stringContaining("no plan"),
      }),
    );
    expect(status.repositories[0].agents).toContainEqual(expect.objectContaining({ agent: "manager" }));
  });

  test.each([
    ["no token", "{}", { authorization: "" }, 401, /Send the token/],
    ["a wrong token", "{}", { authorization: "Bearer ghp_x" }, 401, /Send the token/],
    ["a cookie in place of the token", "{}", { authorization: "", cookie: "COOKIE" }, 401, /Send the token/],
    ["no JSON", "requirements", {}, 422, /Expected/],
    ["another content type", "{}", { "content-type": "text/plain" }, 422, /application\/json/],
    ["no requirements", `{"repository":"${REPO}"}`, {}, 422, /requirements/],
    ["empty requirements", `{"repository":"${REPO}","requirements":" "}`, {}, 422, /empty/],
    ["another repository", '{"repository":"a/b","requirements":"x"}', {}, 404, /Hosted are/],
    ["several repositories to choose from", '{"requirements":"x"}', {}, 422, /is needed/],
  ])("is told what is wrong with %s", async (_, body, headers, status, says) => {
    const before = web.events.length;
    const filled = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replace("COOKIE", web.cookie)]),
    );
    const answer = await start(body, filled);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body).error).toMatch(says);
    expect(web.events.length).toBe(before);
  });

  it("cannot use another method", async () => {
    const headers = { authorization: authorization() };
    expect((await web.ask("/api/start-project", { headers })).status).toBe(405);
    expect((await web.ask("/api/status", { method: "DELETE", headers })).status).toBe(405);
  });
});
