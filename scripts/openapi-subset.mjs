/**
 * Cuts GitHub's OpenAPI description to the routes of the local forge, for tests only.
 * Usage: node scripts/openapi-subset.mjs [version [file]]. Without a file it installs @octokit/openapi (385 MB) into a temporary directory.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createSlimmer, root, writeSubset } from "./github-description.mjs";

const [version = "23.0.2", file] = process.argv.slice(2);
writeSubset({
  package: "@octokit/openapi",
  version,
  file,
  folder: "test/contract/openapi",
  script: "scripts/openapi-subset.mjs",
  cut: (description) => cut(description, implementedRoutes()),
});

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
  const { slim, schemas } = createSlimmer(description);
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
