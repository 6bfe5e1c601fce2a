/**
 * Cuts GitHub's OpenAPI description to the routes of the local forge, for tests only.
 * Usage: node scripts/openapi-subset.mjs [version]. Installs @octokit/openapi (385 MB) into a temporary directory.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const version = process.argv[2] ?? "23.0.2";
const given = process.env.OPENAPI_FILE;
const place = mkdtempSync(join(tmpdir(), "openapi-"));

try {
  if (!given)
    execFileSync(
      "npm",
      ["install", "--no-save", "--no-audit", "--no-fund", "--prefix", place, `@octokit/openapi@${version}`],
      { stdio: "inherit" },
    );
  const file = given ?? join(place, "node_modules/@octokit/openapi/generated/api.github.com.json");
  const text = readFileSync(file);
  const subset = cut(JSON.parse(text), implementedRoutes());
  const json = `${JSON.stringify(subset)}\n`;
  const folder = join(root, "test/contract/openapi");
  writeFileSync(join(folder, "subset.json"), json);
  writeFileSync(
    join(folder, "PROVENANCE"),
    [
      `source: @octokit/openapi@${version}, generated/api.github.com.json (MIT, GitHub)`,
      `sha256 of the source: ${createHash("sha256").update(text).digest("hex")}`,
      `sha256 of subset.json: ${createHash("sha256").update(json).digest("hex")}`,
      "made by: node scripts/openapi-subset.mjs",
      "",
    ].join("\n"),
  );
  console.log(
    `${Object.keys(subset.paths).length} paths, ${Object.keys(subset.schemas).length} schemas, ${json.length} bytes`,
  );
} finally {
  rmSync(place, { recursive: true, force: true });
}

/** `METHOD /path` of every route in src/local/forge/rest. */
function implementedRoutes() {
  const folder = join(root, "src/local/forge/rest");
  const sources = readdirSync(folder)
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(join(folder, name), "utf8"));
  const routes = new Set(
    ["/issues/{issue_number}", "/issues/comments/{comment_id}", "/pulls/comments/{comment_id}"].flatMap(
      (subject) => [
        `GET /repos/{owner}/{repo}${subject}/reactions`,
        `POST /repos/{owner}/{repo}${subject}/reactions`,
        `DELETE /repos/{owner}/{repo}${subject}/reactions/{reaction_id}`,
      ],
    ),
  );
  for (const source of sources) {
    for (const [, line] of source.matchAll(/\brepositoryRoute\(\s*"([A-Z]+ \/[^"]*)"/g)) {
      const [method, path] = line.split(" ");
      routes.add(`${method} /repos/{owner}/{repo}${path === "/" ? "" : path}`);
    }
    for (const [, line] of source.matchAll(/\broute\(\s*"([A-Z]+ \/[^"]*)"/g)) routes.add(line);
  }
  return routes;
}

/** Responses (and request bodies) of those routes, and the schemas that they reach. */
function cut(description, routes) {
  const resolveRef = (value) =>
    value?.$ref
      ? value.$ref
          .slice(2)
          .split("/")
          .reduce((at, key) => at[key], description)
      : value;
  const schemas = {};
  const slim = (value) => {
    if (Array.isArray(value)) return value.map(slim);
    if (typeof value !== "object" || value === null) return value;
    const kept = {};
    for (const [key, inner] of Object.entries(value)) {
      const annotation =
        ["description", "example", "examples", "title", "externalDocs", "deprecated", "default"].includes(
          key,
        ) && typeof inner !== "object";
      if (
        annotation ||
        key === "example" ||
        key === "examples" ||
        key === "externalDocs" ||
        key.startsWith("x-")
      )
        continue;
      if (key === "$ref" && typeof inner === "string" && inner.startsWith("#/components/schemas/")) {
        const name = inner.split("/").pop();
        if (!(name in schemas)) {
          schemas[name] = null;
          schemas[name] = slim(description.components.schemas[name]);
        }
        kept.$ref = `#/schemas/${name}`;
      } else kept[key] = slim(inner);
    }
    return kept;
  };
  const paths = {};
  for (const route of [...routes].sort()) {
    const [method, path] = route.split(" ");
    const operation = description.paths[path]?.[method.toLowerCase()];
    if (!operation) {
      console.log(`not in the description: ${route}`);
      continue;
    }
    const responses = {};
    for (const [status, response] of Object.entries(operation.responses)) {
      const schema = resolveRef(response)?.content?.["application/json"]?.schema;
      responses[status] = schema ? slim(schema) : null;
    }
    const request = resolveRef(operation.requestBody)?.content?.["application/json"]?.schema;
    paths[path] ??= {};
    paths[path][method] = { responses, ...(request ? { request: slim(request) } : {}) };
  }
  return { paths, schemas };
}
