import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROUTES } from "../../src/local/forge/rest/routes.ts";
import { describedRoutes, violations } from "../contract/openapi/validate.ts";
import { eventViolations } from "../contract/webhooks/validate.ts";

/** Routes that exist on GitHub and not in its OpenAPI description. */
const UNDESCRIBED: string[] = ["GET /zen"];

test("every route of the forge is described by GitHub, so every answer can be checked", () => {
  const described = new Set(describedRoutes());
  const missing = ROUTES.map((route) => `${route.method} ${route.template}`).filter(
    (line) => !described.has(line) && !UNDESCRIBED.includes(line),
  );
  expect(missing).toEqual([]);
});

test("the check notices a wrong type, a missing field and a wrong status", () => {
  const label = {
    id: 1,
    node_id: "x",
    url: "http://a/b",
    name: "bug",
    color: "ffffff",
    default: false,
    description: null,
  };
  const route = "/repos/{owner}/{repo}/labels/{name}";
  expect(violations("GET", route, 200, label)).toEqual([]);
  expect(violations("GET", route, 200, { ...label, color: 42 })).not.toEqual([]);
  expect(violations("GET", route, 200, { ...label, node_id: undefined })).not.toEqual([]);
  expect(violations("GET", route, 201, label)).not.toEqual([]);
});

test.each(["openapi", "webhooks"])("the cut of %s is what its provenance says", (name) => {
  const file = (one: string): Buffer => readFileSync(join(import.meta.dirname, "../contract", name, one));
  const hash = createHash("sha256").update(file("subset.json")).digest("hex");
  expect(file("PROVENANCE").toString()).toContain(`sha256 of subset.json: ${hash}`);
});

test("the check of events notices a wrong type, a missing field, an action and an event that GitHub does not know", () => {
  const user = { login: "ada", id: 1 };
  const sender = {
    ...Object.fromEntries(
      ["avatar", "html", "followers", "subscriptions", "organizations", "repos", "received_events"].map(
        (one) => [`${one}_url`, "http://h/x"],
      ),
    ),
    ...Object.fromEntries(
      ["following", "gists", "starred", "events"].map((one) => [`${one}_url`, "http://h/x{/y}"]),
    ),
    ...user,
    node_id: "x",
    gravatar_id: "",
    url: "http://h/x",
    type: "User",
    site_admin: false,
  };
  const payload = { ref: "refs/heads/main", inputs: null, workflow: "ci.yml", sender };
  const of = (change: object, name = "workflow_dispatch", action?: string): string =>
    eventViolations({ name, ...(action ? { action } : {}), payload: { ...payload, ...change } }).join("\n");
  // The repository is long; here it is missing, and the one thing that is wrong.
  expect(of({})).toBe(
    `workflow_dispatch : / must have required property 'repository' {"missingProperty":"repository"}`,
  );
  expect(of({ ref: 1 })).toContain("/ref must be string");
  expect(of({ sender: { ...sender, id: "1" } })).toContain("/sender/id must be integer");
  expect(of({}, "issues", "renamed")).toContain("is no event of GitHub's");
  expect(of({}, "pull_request_target")).toContain("is no event of GitHub's");
  expect(of({}, "schedule")).toBe("");
});
