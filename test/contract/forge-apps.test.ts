/** GitHub Apps: what an App asks with its key, and what its installation tokens may do. */
import { createSign } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bench, openBench, openPull, REPO } from "./forge-fixture.ts";

let bench: Bench;
let app: ReturnType<Bench["forge"]["createApp"]>;
let time = Date.now();

beforeAll(async () => {
  bench = await openBench({ clock: { now: () => new Date(time), after: () => () => undefined } });
  app = bench.forge.createApp({
    slug: "coder",
    owner: "acme",
    permissions: { contents: "write", pull_requests: "write", metadata: "read" },
    repositories: [REPO],
  });
});
afterAll(() => bench.close());

function jwt(claims = {}, key = app.privateKey): string {
  const now = Math.floor(time / 1000);
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const text = `${part({ alg: "RS256", typ: "JWT" })}.${part({ iss: String(app.id), iat: now - 60, exp: now + 540, ...claims })}`;
  return `${text}.${createSign("RSA-SHA256").update(text).sign(key, "base64url")}`;
}

test("an App proves itself with its key, finds its installation, and gets tokens with no more than it has", async () => {
  const as = (token: string) => ({ token });
  expect((await bench.api("GET /app", undefined, as(jwt()))).body).toMatchObject({
    slug: "coder",
    id: app.id,
  });
  const other = bench.forge.createApp({ slug: "other", owner: "acme", permissions: {} });
  expect((await bench.api("GET /app", undefined, as(jwt({}, other.privateKey)))).status).toBe(401);
  expect(
    (await bench.api("GET /app", undefined, as(jwt({ exp: Math.floor(time / 1000) + 7200 })))).status,
  ).toBe(401);
  const found = (await bench.api("GET {R}/installation", undefined, as(jwt()))).body;
  expect(found).toMatchObject({ id: app.installationId, repository_selection: "selected" });
  const url = `POST /app/installations/${found.id}/access_tokens`;
  expect((await bench.api(url, { permissions: { issues: "write" } }, as(jwt()))).status).toBe(422);
  expect((await bench.api(url, { repositories: ["nowhere"] }, as(jwt()))).status).toBe(422);
  expect((await bench.api(url.replace(/\d+/, "1"), {}, as(jwt()))).status).toBe(404);
  const made = await bench.api(url, { permissions: { contents: "read" } }, as(jwt()));
  expect([made.status, made.body.permissions]).toEqual([201, { contents: "read", metadata: "read" }]);
  const { token } = made.body;
  expect((await bench.api("GET /installation/repositories", undefined, as(token))).body.total_count).toBe(1);
  expect((await bench.api("GET /installation/repositories")).status).toBe(403);
  const file = { message: "x", content: "eA==" };
  expect((await bench.api("PUT {R}/contents/app.md", file, as(token))).body.message).toBe(
    "Resource not accessible by integration",
  );
  time += 61 * 60 * 1000;
  expect((await bench.api("GET {R}", undefined, as(token))).body.message).toBe("Bad credentials");
});

test("an App authors, its events start runs, its approval counts, and workflow files need their own permission", async () => {
  const token = bench.forge.createInstallationToken(app.installationId);
  const pull = await openPull(bench, "app/one", { "src/app.md": { content: "x" } }, token);
  await bench.flush();
  expect(pull.user).toMatchObject({ login: "coder[bot]", type: "Bot" });
  expect(bench.events.find((event) => event.name === "pull_request")?.starts).toBe("runs");
  const own = await bench.api(`POST {R}/pulls/${pull.number}/reviews`, { event: "APPROVE" }, { token });
  expect(own.body.errors).toEqual(["Can not approve your own pull request"]);
  const theirs = await openPull(bench, "app/two", { "src/b.md": { content: "x" } });
  expect(
    (await bench.api(`POST {R}/pulls/${theirs.number}/reviews`, { event: "APPROVE" }, { token })).body.state,
  ).toBe("APPROVED");
  const change = { message: "ci", content: "eA==" };
  const path = "PUT {R}/contents/.github/workflows/new.yml";
  expect((await bench.api(path, change, { token })).body.message).toContain("without `workflows` permission");
  const trusted = bench.forge.createApp({
    slug: "trusted",
    owner: "acme",
    permissions: { contents: "write", workflows: "write" },
  });
  const allowed = bench.forge.createInstallationToken(trusted.installationId);
  const made = await bench.api(path, change, { token: allowed });
  expect([made.status, made.body.commit.verification.verified]).toEqual([201, true]);
});
