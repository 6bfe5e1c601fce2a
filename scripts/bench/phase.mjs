/** Prepares what the real phase `code agent` of the bundle needs to run alone: a repository, its work order, its context. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BUNDLE, run } from "./measure.mjs";

const ID = "5b0c3b1e-6f0a-4a39-9d2e-0d1f2a3b4c5d";

/** `files` by path; `name` of the repository. `ready` fetches the tree anew, as the step before the agent's does. */
export async function preparePhase({ name, files, url, sandbox }) {
  const root = mkdtempSync(join(tmpdir(), "nightshift-bench-"));
  const origin = join(root, `acme/${name}.git`);
  mkdirSync(origin, { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(join(origin, path), text);
  const git = (...args) =>
    run("git", ["-C", origin, "-c", "user.name=bench", "-c", "user.email=bench@example.com", ...args]);
  await git("init", "-q", "-b", "main");
  await git("config", "uploadpack.allowAnySHA1InWant", "true");
  await git("add", "--all");
  await git("commit", "-qm", "Start");
  const head = (await git("rev-parse", "HEAD")).trim();
  const workspace = join(root, "workspace");
  const temp = join(root, "temp");
  const env = {
    PATH: process.env.PATH,
    HOME: root,
    GITHUB_REPOSITORY: `acme/${name}`,
    GITHUB_SERVER_URL: `file://${root}`,
    GITHUB_API_URL: "http://127.0.0.1:1",
    GITHUB_RUN_ID: "7",
    GITHUB_EVENT_NAME: "repository_dispatch",
    GITHUB_EVENT_PATH: join(root, "event.json"),
    RUNNER_TEMP: temp,
    GITHUB_WORKSPACE: workspace,
    INPUT_WORK_ORDER: JSON.stringify(orderOf(name, head)),
  };
  return {
    workspace,
    transcript: join(temp, "nightshift/outcome/transcript.jsonl"),
    outcome: join(temp, "nightshift/outcome/outcome.json"),
    args: [BUNDLE, "code", "agent"],
    env: {
      ...env,
      INPUT_PHASE: "agent",
      INPUT_ANTHROPIC_API_KEY: "bench-key-of-nobody",
      INPUT_BASE_URL: url,
      INPUT_SANDBOX: sandbox,
    },
    async ready() {
      rmSync(temp, { recursive: true, force: true });
      await run(process.execPath, [BUNDLE, "code", "fetch"], {
        env: { ...env, INPUT_PHASE: "fetch", INPUT_GITHUB_TOKEN: "bench" },
      });
      mkdirSync(join(temp, "nightshift/context"), { recursive: true });
      writeFileSync(join(temp, "nightshift/context/context.json"), JSON.stringify(contextOf(name)));
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

function orderOf(name, head) {
  return {
    v: 1,
    id: ID,
    repository: `acme/${name}`,
    mode: "implement",
    requirement: { number: 1, textHash: "0".repeat(64), by: "ada" },
    feature: { number: 2, key: "one", title: "One" },
    branch: "nightshift/2-one",
    base: { branch: "main", head },
    round: 0,
    needs: { agent: true, verify: true },
    models: ["anthropic:claude-sonnet-5-5"],
    limits: { turns: 60, minutes: 10, usd: 5 },
    date: "2026-11-22T12:00:00Z",
    thread: { correlationId: ID, hops: 0 },
  };
}

function contextOf(name) {
  return {
    v: 1,
    order: ID,
    requirement: { number: 1, title: `Build ${name}`, body: "Build one." },
    features: [],
    threads: [],
    asked: [],
    testsRed: false,
    setup: [],
    verify: [],
    verifyMinutes: 5,
    protectedPaths: [],
    policy: [],
    transcript: "plain",
  };
}
