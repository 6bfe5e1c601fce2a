/** Every fact of docs/github-facts.md, shown at the forge. A fact without a row here fails. */
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { systemClock } from "../../src/local/forge/clock.ts";
import { GITHUB_FACTS } from "../../src/local/forge/facts.ts";
import type { RateLimits } from "../../src/local/forge/http/limits.ts";
import type { Rule } from "../../src/local/forge/rules/rule.ts";
import { type Bench, openBench, openPull, type Parsed, REPO } from "./forge-fixture.ts";

let bench: Bench;
let count = 0;
/** How far the forge's clock is ahead. */
let skew = 0;
const clock = { now: () => new Date(Date.now() + skew), after: systemClock.after };

beforeAll(async () => {
  bench = await openBench({ clock });
});
afterAll(() => bench.close());
beforeEach(() => {
  bench.forge.setRules(REPO, []);
  bench.events.length = 0;
});

/** The facts that a test looked at. */
const looked = new Set<string>();
const facts = new Proxy(GITHUB_FACTS, {
  get: (target, name, receiver) => {
    looked.add(String(name));
    return Reflect.get(target, name, receiver);
  },
});
const pull = (token?: string): Promise<Parsed> => {
  count += 1;
  return openPull(bench, `facts-${count}`, { [`src/facts-${count}.js`]: { content: "1\n2\n" } }, token);
};
const issue = async (): Promise<Parsed> => (await bench.api("POST {R}/issues", { title: "x" })).body;
const job = (...scopes: string[]) =>
  bench.jobToken(Object.fromEntries(scopes.map((scope) => [scope, "write"])));
const status = async (line: string, body?: unknown, token?: string) =>
  (await bench.api(line, body, token === undefined ? {} : { token })).status;
/** What GitHub takes at the limit and refuses above it. */
const limits = async (limit: number, call: (size: number) => Promise<number>) =>
  expect([(await call(limit)) < 300, await call(limit + 1)]).toEqual([true, 422]);
const merge = (at: Parsed, body = {}, token = bench.tokens.owner) =>
  bench.api(`PUT {R}/pulls/${at.number}/merge`, { merge_method: "squash", ...body }, { token });
const checks = (strict: boolean, integration?: number): Rule => ({
  type: "required_status_checks",
  parameters: {
    strict_required_status_checks_policy: strict,
    required_status_checks: [{ context: "ci", ...(integration ? { integration_id: integration } : {}) }],
  },
});
/** A forge that enforces limits, by the clock of this file. */
const limitedBench = async (limits: RateLimits, shown: (limited: Bench) => Promise<void>): Promise<void> => {
  const limited = await openBench({ limits, clock });
  try {
    await shown(limited);
  } finally {
    await limited.close();
  }
};
/** The cheapest request that GitHub would call content-creating. */
const write = (limited: Bench) => limited.api("DELETE {R}/labels/none");
const writes = async (limited: Bench, times: number): Promise<void> => {
  for (let sent = 0; sent < times; sent += 1) expect((await write(limited)).status).toBe(404);
};
const run = (event: string, sha: string, change = {}) => {
  const trigger = bench.events.at(-1);
  if (!trigger) throw new Error("no event");
  return bench.forge.createRun({
    repository: REPO,
    path: ".github/workflows/ci.yml",
    name: "CI",
    displayTitle: "CI",
    event,
    headBranch: "main",
    headSha: sha,
    actor: trigger.actor,
    triggeringActor: trigger.actor,
    trigger: { ...trigger, name: event },
    status: "completed",
    conclusion: "success",
    ...change,
  });
};

const SHOWN: { [Fact in keyof typeof GITHUB_FACTS]: () => Promise<unknown> } = {
  botEvents: async () => {
    bench.forge.setWorkflowPermissions(REPO, { canCreatePulls: true });
    await pull(job("contents", "pull-requests"));
    await status("POST {R}/dispatches", { event_type: "x" }, job("contents"));
    await status("POST {R}/issues", { title: "x" }, job("issues"));
    await bench.flush();
    const starts = Object.fromEntries(
      bench.events
        .filter((event) => event.actor.type === "Bot")
        .map((event) => [
          event.name === "pull_request" ? `${event.name}.${event.action}` : event.name,
          event.starts,
        ]),
    );
    expect(starts).toEqual({
      "pull_request.opened": facts.botEvents.value["pull_request.opened"],
      repository_dispatch: facts.botEvents.value.repository_dispatch,
      issues: "nothing",
    });
  },
  approvalByJobToken: async () => {
    await issue();
    await bench.flush();
    const waiting = run("pull_request", "0".repeat(40), { conclusion: "action_required" });
    expect(await status(`POST {R}/actions/runs/${waiting.id}/approve`, undefined, job("actions"))).toBe(
      facts.approvalByJobToken.value,
    );
  },
  workflowRunChain: async () => {
    await issue();
    await bench.flush();
    const head = (await bench.api("GET {R}/git/ref/heads/main")).body.object.sha;
    let source = run("push", head);
    for (let depth = 0; depth < facts.workflowRunChain.value; depth += 1) {
      bench.forge.emitWorkflowRun(source.id, "completed");
      await bench.flush();
      expect(bench.events.at(-1)?.starts).toBe("runs");
      source = run("workflow_run", head);
    }
    bench.forge.emitWorkflowRun(source.id, "completed");
    await bench.flush();
    expect(bench.events.at(-1)?.starts).toBe("nothing");
  },
  dispatchedRunsUncounted: async () => {
    bench.forge.setRules(REPO, [checks(false)]);
    const at = await pull();
    for (const [event, merged] of [
      ...facts.dispatchedRunsUncounted.value.map((name) => [name, 405]),
      ["push", 200],
    ] as const) {
      const { id } = run(String(event), at.head.sha);
      const made = bench.forge.createJob({
        runId: id,
        runAttempt: 1,
        repository: REPO,
        name: "ci",
        headSha: at.head.sha,
        status: "queued",
      });
      bench.forge.updateJob(made.id, { status: "completed", conclusion: "success" });
      expect((await merge(at)).status).toBe(merged);
    }
  },
  statusForActionsCheck: async () => {
    bench.forge.setRules(REPO, [checks(false, facts.statusForActionsCheck.value)]);
    const at = await pull();
    const post = (token: string) =>
      status(`POST {R}/statuses/${at.head.sha}`, { state: "success", context: "ci" }, token);
    await post(bench.tokens.owner);
    expect((await merge(at)).status).toBe(405);
    await post(job("statuses"));
    expect((await merge(at)).status).toBe(200);
  },
  mergesByBotStartNothing: async () => {
    const at = await pull();
    bench.events.length = 0;
    expect((await merge(at, {}, job("contents", "pull-requests"))).status).toBe(200);
    await bench.flush();
    const told = bench.events.filter((event) => event.name === "push" || event.action === "closed");
    expect(new Set(told.map((event) => event.starts))).toEqual(
      new Set([facts.mergesByBotStartNothing.value]),
    );
  },
  dispatchEventType: () =>
    limits(facts.dispatchEventType.value, (size) =>
      status("POST {R}/dispatches", { event_type: "x".repeat(size) }),
    ),
  dispatchKeys: () =>
    limits(facts.dispatchKeys.value, (size) =>
      status("POST {R}/dispatches", {
        event_type: "x",
        client_payload: Object.fromEntries(Array.from({ length: size }, (_, key) => [`k${key}`, 1])),
      }),
    ),
  dispatchPayload: () =>
    limits(facts.dispatchPayload.value, (size) =>
      status("POST {R}/dispatches", {
        event_type: "x",
        client_payload: { m: "x".repeat(size - '{"m":""}'.length) },
      }),
    ),
  workflowInputs: async () => {
    const inputs = Object.fromEntries(
      Array.from({ length: facts.workflowInputs.value + 1 }, (_, key) => [`i${key}`, "x"]),
    );
    const answer = await bench.api("POST {R}/actions/workflows/ci.yml/dispatches", { ref: "main", inputs });
    expect([answer.status, answer.body.message]).toEqual([422, expect.stringContaining("25")]);
  },
  ownApproval: async () => {
    const at = await pull();
    const own = await bench.api(
      `POST {R}/pulls/${at.number}/reviews`,
      { event: "APPROVE" },
      { token: bench.tokens.writer },
    );
    expect([own.status, own.body.errors]).toEqual([422, [facts.ownApproval.value]]);
  },
  actionsPulls: async () => {
    bench.forge.setWorkflowPermissions(REPO, { canCreatePulls: false });
    const at = await pull();
    const token = job("contents", "pull-requests");
    const opened = await bench.api(
      "POST {R}/pulls",
      { title: "x", head: at.head.ref, base: "main" },
      { token },
    );
    expect([opened.status, opened.body.message]).toEqual([403, facts.actionsPulls.value]);
    expect(await status(`POST {R}/pulls/${at.number}/reviews`, { event: "APPROVE" }, token)).toBe(422);
  },
  actionsNoBypass: async () => {
    const bypass_actors = [{ actor_id: 15368, actor_type: "Integration" }];
    const answer = await bench.api("POST {R}/rulesets", { name: "x", enforcement: "active", bypass_actors });
    expect([answer.status, answer.body.errors]).toEqual([422, [facts.actionsNoBypass.value]]);
  },
  resolveNeedsContents: async () => {
    const at = await pull();
    const comments = [{ path: `src/facts-${count}.js`, line: 1, body: "?" }];
    await bench.api(`POST {R}/pulls/${at.number}/reviews`, { event: "COMMENT", body: "x", comments });
    const read = await bench.graphql(
      `{repository(owner:"acme",name:"shop"){pullRequest(number:${at.number}){reviewThreads(first:1){nodes{id}}}}}`,
    );
    const { id } = read.data.repository.pullRequest.reviewThreads.nodes[0];
    const resolve = (token: string) =>
      bench.graphql(`mutation{resolveReviewThread(input:{threadId:"${id}"}){thread{isResolved}}}`, {}, token);
    expect((await resolve(job("pull-requests"))).errors[0].type).toBe("FORBIDDEN");
    expect((await resolve(job(facts.resolveNeedsContents.value))).errors).toBeUndefined();
  },
  botUserLookup: async () => {
    const answer = await bench.api("GET /user", undefined, { token: job("contents") });
    expect([answer.status, answer.body.message]).toEqual([403, facts.botUserLookup.value]);
  },
  installationTokenMinutes: async () => {
    const app = bench.forge.createApp({ slug: "minutes", owner: "acme", permissions: { contents: "read" } });
    const token = bench.forge.createInstallationToken(app.installationId);
    const after = (minutes: number) => {
      skew = minutes * 60_000;
      return status("GET {R}", undefined, token).finally(() => {
        skew = 0;
      });
    };
    const limit = facts.installationTokenMinutes.value;
    expect([await after(limit - 1), await after(limit + 1)]).toEqual([200, 401]);
  },
  dependabotEvents: async () => {
    const dependabot = "dependabot[bot]";
    bench.forge.createUser(dependabot);
    bench.forge.setPermission(REPO, dependabot, "write");
    bench.forge.setSecret(REPO, "KEY", "of Actions");
    bench.forge.setSecret(REPO, "KEY", "of Dependabot", "dependabot");
    const its = bench.forge.createPersonToken(dependabot);
    const at = await pull(its);
    await status(`POST {R}/issues/${at.number}/comments`, { body: "Bumps." }, its);
    await status(`POST {R}/issues/${at.number}/labels`, { labels: ["bug"] });
    await bench.flush();
    expect(facts.dependabotEvents.value).toContain("pull_request");
    const lesser = (wanted: string, action?: string) =>
      bench.events.find(({ name, action: did }) => name === wanted && (!action || did === action))
        ?.fromDependabot;
    expect([
      lesser("pull_request", "opened"),
      lesser("issue_comment"),
      lesser("pull_request", "labeled"),
    ]).toEqual([true, undefined, undefined]);
    expect([bench.forge.secrets(REPO, "actions"), bench.forge.secrets(REPO, "dependabot")]).toEqual([
      { KEY: "of Actions" },
      { KEY: "of Dependabot" },
    ]);
  },
  formLabels: async () => {
    bench.forge.createLabel(REPO, { name: "nightshift" });
    const form =
      "name: F\ndescription: d\nlabels: [nightshift]\nbody:\n  - type: input\n    id: a\n    attributes: { label: A }\n";
    await bench.forge.commitFiles(
      REPO,
      "main",
      { ".github/ISSUE_TEMPLATE/f.yml": { content: form } },
      "Form",
      "acme",
    );
    const made = await bench.forge.openIssueFromForm(REPO, {
      login: "rita",
      template: "f.yml",
      title: "x",
      fields: { a: "b" },
    });
    const named = (await bench.api(`GET {R}/issues/${made.number}`)).body.labels.map(
      (one: Parsed) => one.name,
    );
    const plain = await bench.api(
      "POST {R}/issues",
      { title: "x", labels: ["nightshift"] },
      { token: bench.tokens.reader },
    );
    const kept = (labels: unknown[]) => (labels.length > 0 ? "applied" : "dropped");
    expect([kept(named), kept(plain.body.labels)]).toEqual([facts.formLabels.value, "dropped"]);
  },
  workflowFiles: async () => {
    const path = "PUT {R}/contents/.github/workflows/evil.yml";
    const answer = await bench.api(
      path,
      { message: "x", content: "eA==" },
      { token: job("contents", "actions") },
    );
    expect([answer.status, answer.body.message]).toEqual([
      403,
      expect.stringContaining(facts.workflowFiles.value),
    ]);
  },
  hiddenRefs: async () => {
    const sha = (await bench.api("GET {R}/git/ref/heads/main")).body.object.sha;
    expect(await status("POST {R}/git/refs", { ref: `${facts.hiddenRefs.value}1/head`, sha })).toBe(422);
  },
  headMoved: async () => {
    const answer = await merge(await pull(), { sha: "0".repeat(40) });
    expect([answer.status, answer.body.message]).toEqual([409, facts.headMoved.value]);
  },
  notMergeable: async () => {
    const at = await pull();
    await bench.forge.commitFiles(
      REPO,
      "main",
      { [`src/facts-${count}.js`]: { content: "other\n" } },
      "Conflict",
      "acme",
    );
    const answer = await merge(at);
    expect([answer.status, answer.body.message]).toEqual([405, facts.notMergeable.value]);
  },
  lazyMergeability: async () => {
    const at = await pull();
    const asked = async () => (await bench.api(`GET {R}/pulls/${at.number}`)).body.mergeable;
    expect([String(await asked()), await asked()]).toEqual([facts.lazyMergeability.value, true]);
  },
  queueText: async () => {
    bench.forge.setRules(REPO, [
      {
        type: "merge_queue",
        parameters: {
          check_response_timeout_minutes: 1,
          grouping_strategy: "ALLGREEN",
          max_entries_to_build: 1,
          max_entries_to_merge: 1,
          merge_method: "SQUASH",
          min_entries_to_merge: 1,
          min_entries_to_merge_wait_minutes: 0,
        },
      },
    ]);
    const answer = await merge(await pull());
    expect([answer.status, answer.body.message]).toEqual([
      405,
      expect.stringContaining(facts.queueText.value),
    ]);
  },
  strictChecks: async () => {
    bench.forge.setRules(REPO, [checks(true)]);
    const at = await pull();
    await status(`POST {R}/statuses/${at.head.sha}`, { state: "success", context: "ci" });
    await bench.forge.commitFiles(
      REPO,
      "main",
      { [`docs/strict-${count}`]: { content: "x" } },
      "Base",
      "acme",
    );
    expect((await merge(at)).body.message).toContain(`"ci" is ${facts.strictChecks.value}.`);
  },
  ruleViolations: async () => {
    bench.forge.setRules(REPO, [checks(false), { type: "non_fast_forward" }]);
    const answer = await merge(await pull());
    expect([answer.status, answer.body.message]).toEqual([
      405,
      expect.stringContaining(facts.ruleViolations.value),
    ]);
    const clone = join(bench.directory, "facts");
    await bench.git([
      "clone",
      "--quiet",
      `http://x:${bench.tokens.owner}@127.0.0.1:${bench.forge.port}/${REPO}.git`,
      clone,
    ]);
    await writeFile(join(clone, "f"), "x");
    await bench.git(["add", "."], clone);
    await bench.git(["commit", "--quiet", "-m", "x"], clone);
    const refused = await bench.git(["push", "origin", "HEAD:main"], clone).catch((error) => error.stderr);
    expect(refused).toContain(`GH013: ${facts.ruleViolations.value} for refs/heads/main`);
  },
  squashIsSigned: async () => {
    const at = await pull();
    const of = async (sha: string) =>
      (await bench.api(`GET {R}/git/commits/${sha}`)).body.verification.reason;
    const { sha } = (await merge(at)).body;
    expect([await of(at.head.sha), await of(sha)]).toEqual(["unsigned", facts.squashIsSigned.value]);
  },
  lastPush: async () => {
    bench.forge.setRules(REPO, [
      {
        type: "pull_request",
        parameters: {
          dismiss_stale_reviews_on_push: false,
          require_code_owner_review: false,
          require_last_push_approval: true,
          required_approving_review_count: 0,
          required_review_thread_resolution: false,
        },
      },
    ]);
    expect((await merge(await pull())).body.message).toContain(facts.lastPush.value);
  },
  reviewAllOrNothing: async () => {
    const at = await pull();
    const path = `src/facts-${count}.js`;
    const comments = [1, 99].map((line) => ({ path, line, body: "x" }));
    const url = `{R}/pulls/${at.number}`;
    expect(await status(`POST ${url}/reviews`, { event: "COMMENT", body: "x", comments })).toBe(
      facts.reviewAllOrNothing.value,
    );
    expect((await bench.api(`GET ${url}/comments`)).body).toEqual([]);
  },
  bodyLength: async () => {
    const { number } = await issue();
    await limits(facts.bodyLength.value, (size) =>
      status(`POST {R}/issues/${number}/comments`, { body: "x".repeat(size) }),
    );
  },
  titleLength: () =>
    limits(facts.titleLength.value, (size) => status("POST {R}/issues", { title: "x".repeat(size) })),
  labelName: () =>
    limits(facts.labelName.value, (size) => status("POST {R}/labels", { name: "n".repeat(size) })),
  labelDescription: () =>
    limits(facts.labelDescription.value, (size) =>
      status("POST {R}/labels", { name: `d${size}`, description: "x".repeat(size) }),
    ),
  labelsOfIssue: async () => {
    const { number } = await issue();
    const labels = Array.from({ length: facts.labelsOfIssue.value + 1 }, (_, at) => `many-${at}`);
    expect(await status(`POST {R}/issues/${number}/labels`, { labels })).toBe(422);
    expect(await status(`POST {R}/issues/${number}/labels`, { labels: labels.slice(1) })).toBe(200);
  },
  statusDescription: async () => {
    const sha = (await bench.api("GET {R}/git/ref/heads/main")).body.object.sha;
    await limits(facts.statusDescription.value, (size) =>
      status(`POST {R}/statuses/${sha}`, { state: "success", description: "x".repeat(size) }),
    );
  },
  statusesOfContext: async () => {
    const { head } = await pull();
    const post = () => status(`POST {R}/statuses/${head.sha}`, { state: "success", context: "many" });
    for (let sent = 0; sent < facts.statusesOfContext.value; sent += 50)
      await Promise.all(Array.from({ length: Math.min(50, facts.statusesOfContext.value - sent) }, post));
    expect(await post()).toBe(422);
  },
  subIssues: async () => {
    const parent = await issue();
    const add = async () =>
      status(`POST {R}/issues/${parent.number}/sub_issues`, { sub_issue_id: (await issue()).id });
    for (let made = 0; made < facts.subIssues.value; made += 1) expect(await add()).toBe(201);
    expect(await add()).toBe(422);
  },
  subIssueDepth: async () => {
    let parent = await issue();
    const depths: number[] = [];
    for (let depth = 1; depth <= facts.subIssueDepth.value; depth += 1) {
      const child = await issue();
      depths.push(await status(`POST {R}/issues/${parent.number}/sub_issues`, { sub_issue_id: child.id }));
      parent = child;
    }
    const nested = Array.from({ length: facts.subIssueDepth.value - 1 }, () => 201);
    expect(depths).toEqual([...nested, 422]);
  },
  jobRequests: async () => {
    const { headers } = await bench.api("GET {R}", undefined, { token: job("contents") });
    expect(headers.get("x-ratelimit-limit")).toBe(String(facts.jobRequests.value));
  },
  personRequests: async () => {
    const app = bench.forge.createApp({ slug: "rates", owner: "acme", permissions: {} });
    for (const token of [bench.tokens.owner, bench.forge.createInstallationToken(app.installationId)]) {
      const { headers } = await bench.api("GET {R}", undefined, { token });
      expect(headers.get("x-ratelimit-limit")).toBe(String(facts.personRequests.value));
    }
  },
  hourSpent: () =>
    limitedBench({ requests: 2 }, async (limited) => {
      const read = (line = "GET {R}") => limited.api(line);
      expect([(await read()).status, (await read()).status]).toEqual([200, 200]);
      const { status, body, headers } = await read();
      expect([status, headers.get("x-ratelimit-remaining")]).toEqual([403, "0"]);
      expect(body.message).toContain(facts.hourSpent.value);
      expect((await read("GET /rate_limit")).status).toBe(200);
      await limited.graphql("{ viewer { login } }");
      await limited.graphql("{ viewer { login } }");
      const { errors } = await limited.graphql("{ viewer { login } }");
      expect(errors).toEqual([
        { type: "RATE_LIMITED", message: expect.stringContaining(facts.hourSpent.value) },
      ]);
      skew += Number(headers.get("x-ratelimit-reset")) * 1000 - (Date.now() + skew);
      expect((await read()).status).toBe(200);
    }),
  contentPerMinute: () =>
    limitedBench({}, async (limited) => {
      await writes(limited, facts.contentPerMinute.value);
      expect((await write(limited)).status).toBe(403);
      skew += 60_000;
      await writes(limited, 1);
    }),
  contentPerHour: () =>
    limitedBench({}, async (limited) => {
      for (let left = facts.contentPerHour.value; left > 0; left -= facts.contentPerMinute.value) {
        await writes(limited, Math.min(left, facts.contentPerMinute.value));
        skew += 60_000;
      }
      expect((await write(limited)).status).toBe(403);
      skew += 60 * 60_000;
      await writes(limited, 1);
    }),
  contentLimited: () =>
    limitedBench({ contentPerMinute: 1 }, async (limited) => {
      await writes(limited, 1);
      const { body, headers } = await write(limited);
      expect(body.message).toBe(facts.contentLimited.value);
      expect(Number(headers.get("retry-after"))).toBeGreaterThan(50);
      expect(Number(headers.get("x-ratelimit-remaining"))).toBeGreaterThan(4_000);
    }),
};

describe("the facts", () => {
  test.each(Object.entries(SHOWN))("%s", async (name, shown) => {
    expect.hasAssertions();
    looked.clear();
    await shown();
    expect([...looked], "the test of a fact compares what it sees with the fact").toContain(name);
  });

  test("each have a test of their name, and no test is of anything else", () => {
    expect(Object.keys(SHOWN).toSorted()).toEqual(Object.keys(GITHUB_FACTS).toSorted());
  });

  test("are what docs/github-facts.md says", () => {
    const page = readFileSync(join(import.meta.dirname, "../../docs/github-facts.md"), "utf8");
    const rows = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
    expect(rows.toSorted()).toEqual(Object.keys(GITHUB_FACTS).toSorted());
  });

  test("say where they come from and when that was read", () => {
    for (const [name, fact] of Object.entries(GITHUB_FACTS)) {
      expect(fact.source, name).toMatch(/\S{4}/);
      expect(fact.date, name).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(fact.rule, name).toMatch(/\.$/);
    }
  });
});
