import { expect, test } from "vitest";
import { ROUTES } from "../../src/local/forge/rest/routes.ts";
import { describedRoutes, violations } from "../contract/openapi/validate.ts";

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
