/** One look of the manager at a repository with 200 open pull requests of ours: how many requests, and how much time of the processor. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BUNDLE, hold } from "./measure.mjs";

const PULLS = 200;
const BOT = { __typename: "Bot", login: "github-actions" };
const BASE = "b".repeat(40);
const none = { nodes: [] };

const TIMED = 'TIMEFORMAT="cpu %U %S"; time "$0" "$@"';

export async function measureReconcile() {
  let requests = 0;
  const unknown = [];
  const server = createServer(async (request, response) => {
    requests += 1;
    let text = "";
    for await (const chunk of request) text += chunk;
    const answer = answerTo(`http://x${request.url}`, request.method, text);
    if (answer === undefined) unknown.push(`${request.method} ${request.url}`);
    response.writeHead(answer === undefined ? 404 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(answer ?? { message: "Not Found" }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${server.address().port}`;
  const temp = mkdtempSync(join(tmpdir(), "nightshift-bench-"));
  writeFileSync(join(temp, "event.json"), "{}");
  const env = {
    PATH: process.env.PATH,
    INPUT_PHASE: "tick",
    INPUT_GITHUB_TOKEN: "bench",
    GITHUB_REPOSITORY: "acme/app",
    GITHUB_SERVER_URL: url,
    GITHUB_API_URL: url,
    GITHUB_GRAPHQL_URL: `${url}/graphql`,
    GITHUB_RUN_ID: "1",
    GITHUB_EVENT_NAME: "schedule",
    GITHUB_EVENT_PATH: join(temp, "event.json"),
    GITHUB_STEP_SUMMARY: join(temp, "summary.md"),
    RUNNER_TEMP: temp,
    GITHUB_WORKSPACE: temp,
  };
  writeFileSync(env.GITHUB_STEP_SUMMARY, "");
  // Time of the processor: what others do on this machine, and the network, are not ours.
  const child = spawn("bash", ["-c", TIMED, process.execPath, BUNDLE, "merge", "tick"], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  let errors = "";
  child.stdout.on("data", (chunk) => {
    log += chunk;
  });
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  const [code] = await once(child, "close");
  const [, user, system] = /^cpu ([\d.]+) ([\d.]+)$/m.exec(errors) ?? [];
  const seconds = Number(user) + Number(system);
  server.closeAllConnections();
  server.close();
  const seen = log.match(/pull request #\d+: needs-human/g)?.length ?? 0;
  if (code !== 0 || seen !== PULLS || unknown.length > 0)
    throw new Error(
      `The look ended with ${code}, saw ${seen} pull requests, and asked for ${unknown.join(", ")}`,
    );
  hold(`requests of a look at ${PULLS} open pull requests`, requests, 10, "requests");
  hold(`a look at ${PULLS} open pull requests`, Number(seconds.toFixed(1)), 2, "s");
}

function answerTo(address, method, text) {
  const { pathname, searchParams } = new URL(address);
  if (pathname === "/graphql") return { data: { repository: graphqlAnswer(JSON.parse(text)) } };
  if (method !== "GET") return undefined;
  if (pathname.endsWith("/actions/runs"))
    return { workflow_runs: runsOf(Number(searchParams.get("page") ?? 1)) };
  if (pathname.endsWith("/rules/branches/main")) return [];
  if (pathname.includes("/collaborators/")) return { permission: "write" };
  return undefined;
}

function graphqlAnswer({ query, variables }) {
  const start = Number(variables.after ?? 0);
  const open = {
    pageInfo: { hasNextPage: start + 50 < PULLS, endCursor: String(start + 50) },
    nodes: Array.from({ length: 50 }, (_, at) => pullNode(start + at + 2)),
  };
  if (query.startsWith("query OpenPulls")) return { open };
  return {
    isPrivate: false,
    defaultBranchRef: { name: "main", target: { oid: BASE } },
    config: null,
    codeOwners: null,
    codeOwnersAbove: null,
    codeOwnersInDocs: null,
    merged: none,
    closed: none,
    open,
    issues: { nodes: [requirement()] },
    closedIssues: none,
    labels: none,
  };
}

/** Both runs of every pull request, newest first, a hundred on a page. */
function runsOf(page) {
  const all = Array.from({ length: PULLS * 2 }, (_, at) => {
    const number = Math.floor(at / 2) + 2;
    const agent = at % 2 === 0 ? "code" : "review";
    return {
      id: number * 2 + (at % 2),
      path: `.github/workflows/nightshift-${agent}.yml`,
      display_title: `${agent} · pull ${number} · ${shaOf(number)}`,
      status: "completed",
      conclusion: "success",
      event: "repository_dispatch",
      head_branch: "main",
      created_at: "2026-03-01T10:00:00Z",
    };
  });
  return all.reverse().slice((page - 1) * 100, page * 100);
}

const shaOf = (number) => number.toString(16).padStart(40, "a");

function requirement() {
  return {
    number: 1,
    id: "I_1",
    title: "Everything",
    body: "All of it.",
    state: "OPEN",
    createdAt: "2026-03-01T09:00:00Z",
    lastEditedAt: null,
    author: { __typename: "User", login: "ada" },
    editor: null,
    labels: { nodes: ["nightshift", "nightshift:needs-human"].map((name) => ({ name })) },
    comments: none,
    timelineItems: {
      nodes: [
        {
          __typename: "LabeledEvent",
          createdAt: "2026-03-01T09:00:00Z",
          actor: { __typename: "User", login: "ada" },
          label: { name: "nightshift" },
        },
      ],
    },
    subIssues: none,
  };
}

function pullNode(number) {
  const oid = shaOf(number);
  const status = (context, run) => ({
    context: `nightshift/${context}`,
    state: "SUCCESS",
    description: context === "verify" ? `passed on ${BASE}: 1 command` : "Round 1: fine",
    targetUrl: `https://github.com/acme/app/actions/runs/${run}`,
    createdAt: "2026-03-01T10:00:00Z",
    creator: BOT,
  });
  const block = {
    v: 1,
    kind: "pull",
    requirement: 1,
    feature: 1,
    key: `f-${number}`,
    sandbox: "bubblewrap",
    criteria: [],
    costs: [],
  };
  return {
    number,
    id: `PR_${number}`,
    title: `Feature ${number}`,
    body: `Text\n\n<!-- nightshift:state ${JSON.stringify(block)} -->`,
    state: "OPEN",
    isDraft: false,
    isCrossRepository: false,
    mergeable: "MERGEABLE",
    lastEditedAt: null,
    author: BOT,
    editor: null,
    headRefName: `nightshift/1-f-${number}`,
    headRefOid: oid,
    baseRefName: "main",
    baseRef: { target: { oid: BASE } },
    mergeCommit: null,
    labels: { nodes: [{ name: "nightshift:needs-human" }] },
    files: {
      pageInfo: { hasNextPage: false },
      nodes: [{ path: "src/a.js", additions: 1, deletions: 0, changeType: "MODIFIED" }],
    },
    commits: {
      nodes: [
        {
          commit: {
            oid,
            author: { email: "41898282+github-actions[bot]@users.noreply.github.com", user: null },
            status: { contexts: [status("verify", number * 2), status("review", number * 2 + 1)] },
          },
        },
      ],
    },
    reviews: none,
    comments: none,
    reviewDecision: null,
    mergeStateStatus: "CLEAN",
    base: { refUpdateRule: null },
    reviewThreads: { pageInfo: { hasNextPage: false }, nodes: [] },
    tip: {
      nodes: [
        {
          commit: {
            author: { user: null },
            signature: null,
            statusCheckRollup: null,
            checkSuites: {
              nodes: [
                {
                  checkRuns: {
                    nodes: [
                      {
                        databaseId: number,
                        status: "COMPLETED",
                        conclusion: "FAILURE",
                        title: "Waits",
                        summary: "",
                      },
                    ],
                  },
                },
              ],
            },
          },
        },
      ],
    },
  };
}
