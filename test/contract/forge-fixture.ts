/** A forge on a temporary directory, a small client for it, and the check of every REST answer and every event against GitHub's own descriptions. */
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { TriggerEvent } from "../../src/local/contract.ts";
import { type Forge, type ForgeOptions, startForge } from "../../src/local/forge/start.ts";
import { requestViolations, violations } from "./openapi/validate.ts";
import { eventViolations } from "./webhooks/validate.ts";

export const run = promisify(execFile);

/** JSON whose shape the OpenAPI check has already looked at. */
export type Parsed = ReturnType<typeof JSON.parse>;

export interface Answer {
  status: number;
  body: Parsed;
  headers: Headers;
}

export interface Bench {
  forge: Forge;
  directory: string;
  events: TriggerEvent[];
  /** A REST call as the person (or token) named; the answer has been checked against the OpenAPI description. */
  api(
    line: string,
    body?: unknown,
    options?: { token?: string; headers?: Record<string, string> },
  ): Promise<Answer>;
  graphql(query: string, variables?: Record<string, unknown>, token?: string): Promise<Parsed>;
  tokens: { owner: string; writer: string; reader: string };
  jobToken(permissions: Record<string, "read" | "write">): string;
  /** Lets queued events reach the listener. */
  flush(): Promise<void>;
  git(args: string[], cwd?: string): Promise<string>;
  close(): Promise<void>;
}

export const REPO = "acme/shop";

export async function openBench(options: Partial<ForgeOptions> & { private?: boolean } = {}): Promise<Bench> {
  const directory = options.dataDir ?? (await mkdtemp(join(tmpdir(), "forge-")));
  const problems: string[] = [];
  const forge = await startForge({ ...options, dataDir: directory, log: (line) => problems.push(line) });
  const events: TriggerEvent[] = [];
  const wrongEvents = new Set<string>();
  forge.onEvent((event) => {
    events.push(event);
    for (const one of eventViolations(event)) wrongEvents.add(one);
  });
  for (const login of ["acme", "wendy", "rita"]) forge.createUser(login);
  if (!forge.repositories().includes(REPO)) {
    await forge.createRepository({
      owner: "acme",
      name: "shop",
      private: options.private ?? false,
      message: "Initial commit",
      initialFiles: {
        "README.md": { content: "# Shop\n" },
        "src/app.js": { content: lines(1, 12) },
        ".github/workflows/ci.yml": { content: CI },
      },
    });
    forge.setPermission(REPO, "wendy", "write");
    forge.setPermission(REPO, "rita", "read");
  }
  const tokens = {
    owner: forge.createPersonToken("acme"),
    writer: forge.createPersonToken("wendy"),
    reader: forge.createPersonToken("rita"),
  };
  const flush = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
  await flush();
  events.length = 0;

  const api: Bench["api"] = async (line, body, { token = tokens.owner, headers = {} } = {}) => {
    const [method = "GET", path = "/"] = line.split(" ");
    const response = await fetch(`${forge.apiUrl}${path.replace("{R}", `/repos/${REPO}`)}`, {
      method,
      redirect: "manual",
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      headers: {
        ...(token === "" ? {} : { authorization: `Bearer ${token}` }),
        accept: "application/vnd.github+json",
        ...headers,
      },
    });
    const text = await response.text();
    const json =
      /json/.test(response.headers.get("content-type") ?? "") && text !== "" ? JSON.parse(text) : text;
    const route = response.headers.get("x-forge-route");
    const taken = response.status < 400 ? requestViolations(method, route, body) : [];
    if (taken.length > 0)
      throw new Error(`${line} was taken with a body that GitHub refuses:\n${taken.join("\n")}`);
    const wrong = violations(method, route, response.status, json);
    if (wrong.length > 0)
      throw new Error(
        `${line} answered ${response.status} against the OpenAPI description:\n${wrong.join("\n")}\n${text.slice(0, 1500)}`,
      );
    if (response.status >= 500) throw new Error(`${line}: ${text}\n${problems.join("\n")}`);
    return { status: response.status, body: json, headers: response.headers };
  };
  const graphql: Bench["graphql"] = async (query, variables = {}, token = tokens.owner) => {
    const response = await fetch(forge.graphqlUrl, {
      method: "POST",
      body: JSON.stringify({ query, variables }),
      headers: { authorization: `bearer ${token}` },
    });
    return response.json();
  };
  return {
    forge,
    directory,
    events,
    api,
    graphql,
    tokens,
    flush,
    jobToken: (permissions) => forge.createJobToken({ repository: REPO, runId: 1, jobId: 1, permissions }),
    git: async (args, cwd = directory) =>
      (
        await run("git", args, {
          cwd,
          env: {
            ...process.env,
            GIT_TERMINAL_PROMPT: "0",
            GIT_CONFIG_GLOBAL: "/dev/null",
            GIT_CONFIG_NOSYSTEM: "1",
            GIT_AUTHOR_NAME: "wendy",
            GIT_AUTHOR_EMAIL: "w@x",
            GIT_COMMITTER_NAME: "wendy",
            GIT_COMMITTER_EMAIL: "w@x",
          },
        })
      ).stdout,
    close: async () => {
      await flush();
      await forge.close();
      await rm(directory, { recursive: true, force: true });
      if (wrongEvents.size > 0)
        throw new Error(`Events against GitHub's description of webhooks:\n${[...wrongEvents].join("\n")}`);
    },
  };
}

export function lines(from: number, to: number, change: Record<number, string> = {}): string {
  return Array.from(
    { length: to - from + 1 },
    (_, index) => `${change[from + index] ?? `line ${from + index}`}\n`,
  ).join("");
}

/** A branch with these files on top of main, and an open pull request for it. */
export async function openPull(
  bench: Bench,
  branch: string,
  files: Record<string, { content: string } | null>,
  token = bench.tokens.writer,
  body = "",
): Promise<Parsed> {
  const main = await bench.api("GET {R}/git/ref/heads/main");
  await bench.api(
    "POST {R}/git/refs",
    { ref: `refs/heads/${branch}`, sha: main.body.object.sha },
    { token: bench.tokens.writer },
  );
  await bench.forge.commitFiles(REPO, branch, files, `Change on ${branch}`, "wendy");
  const pull = await bench.api(
    "POST {R}/pulls",
    { title: `Pull ${branch}`, head: branch, base: "main", body },
    { token },
  );
  if (pull.status !== 201) throw new Error(JSON.stringify(pull.body));
  return pull.body;
}

const CI = `name: CI
on:
  push:
  workflow_dispatch:
    inputs:
      level: { type: choice, options: [low, high], default: low }
jobs:
  test: { runs-on: ubuntu-latest, steps: [{ run: "true" }] }
`;
