/**
 * Cuts GitHub's description of webhooks to the events of the local forge, for tests only.
 * Usage: node scripts/webhooks-subset.mjs [version [file]]. Without a file it installs @octokit/openapi-webhooks into a temporary directory.
 */
import { createSlimmer, writeSubset } from "./github-description.mjs";

/** Events that the forge emits. An event that is missing here fails the contract tests in which it is emitted. */
const EVENTS = [
  "check_run",
  "create",
  "delete",
  "deployment",
  "deployment_status",
  "issue_comment",
  "issues",
  "merge_group",
  "pull_request",
  "pull_request_review",
  "pull_request_review_comment",
  "push",
  "repository_dispatch",
  "status",
  "workflow_dispatch",
  "workflow_run",
];

/** Parts of a schema that are at least so long and occur again are said once. */
const WORTH_SHARING = 250;

const [version = "12.1.0", file] = process.argv.slice(2);
writeSubset({
  package: "@octokit/openapi-webhooks",
  version,
  file,
  folder: "test/contract/webhooks",
  script: "scripts/webhooks-subset.mjs",
  cut,
});

/** The schema of each event's payload: by event, then by action (`*` for an event without one, or with actions of its users). */
function cut(description) {
  const { slim, schemas } = createSlimmer(description);
  const events = Object.fromEntries(EVENTS.map((name) => [name, {}]));
  for (const { post } of Object.values(description.webhooks)) {
    const [subject, action] = post.operationId.split("/");
    const event = subject.replaceAll("-", "_");
    if (!(event in events)) continue;
    const anyAction = action === undefined || event === "repository_dispatch";
    const { schema } = post.requestBody.content["application/json"];
    events[event][anyAction ? "*" : action.replaceAll("-", "_")] = slim(schema);
  }
  return share({ events, schemas });
}

/** GitHub repeats people, repositories and pull requests in every event; here each shape stands once, below `shapes`. */
function share(subset) {
  const seen = new Map();
  // A map of properties may have one that is called `type`; there it is no word.
  const isShape = (value) => typeof value.type === "string" || Array.isArray(value.type);
  const count = (value) => {
    if (typeof value !== "object" || value === null) return;
    const text = isShape(value) ? JSON.stringify(value) : "";
    if (text.length >= WORTH_SHARING) seen.set(text, (seen.get(text) ?? 0) + 1);
    Object.values(value).forEach(count);
  };
  count(subset);
  const shapes = {};
  const names = new Map();
  const fold = (value) => {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map(fold);
    const text = isShape(value) ? JSON.stringify(value) : "";
    if ((seen.get(text) ?? 0) < 2) return foldInner(value);
    if (!names.has(text)) {
      names.set(text, `shape-${names.size + 1}`);
      shapes[names.get(text)] = foldInner(value);
    }
    return { $ref: `#/shapes/${names.get(text)}` };
  };
  const foldInner = (value) =>
    Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fold(inner)]));
  return { ...foldInner(subset), shapes };
}
