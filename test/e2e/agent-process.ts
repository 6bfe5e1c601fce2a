/** Phase `agent` of the bundle as a process of its own, in a job's directory, against the scripted model; it can be killed at any turn. */
import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Outcome } from "../../src/domain/outcome.ts";
import type { Scenario } from "../../src/local/scripted-model/scenario.ts";
import { type ScriptedModel, startScriptedModel } from "../../src/local/scripted-model/server.ts";
import { git } from "./cli-world.ts";

const BUNDLE = resolve(import.meta.dirname, "../../dist/index.js");
const KEY = "key-of-the-scripted-model-0123456789";
const ORDER = "5b7f3f4e-8a52-4b60-9a53-0c9f2c0b6c11";

export interface AgentJob {
  directory: string;
  /** Starts the agent in a new machine's directories; `earlier` is the outcome that a job before it left. */
  run(earlier?: AgentJob): Promise<{ killed: boolean; log: string }>;
  outcome(): Promise<Outcome>;
  patch(): Promise<string>;
  transcript(): Promise<string>;
}

export interface AgentWorld {
  key: string;
  model: ScriptedModel;
  /** Kills the agent while its request number `n` (counted over all jobs, from 1) waits for the answer; 0 = never. */
  killAtRequest(n: number): void;
  /** Requests that the model has got so far. */
  requests(): number;
  job(name: string): Promise<AgentJob>;
  close(): Promise<void>;
}

export async function openAgentWorld(scenario: Scenario, transcript = "sealed"): Promise<AgentWorld> {
  const root = await mkdtemp(join(tmpdir(), "nightshift-agent-"));
  const origin = join(root, "origin");
  await mkdir(origin);
  await git(origin, "init", "--quiet", "--initial-branch=main");
  await git(origin, "config", "user.name", "Ada");
  await git(origin, "config", "user.email", "ada@example.org");
  await writeFile(join(origin, "README.md"), "# app\n");
  await git(origin, "add", "--all");
  await git(origin, "commit", "--quiet", "--message", "Start");
  const head = (await git(origin, "rev-parse", "HEAD")).trim();
  let count = 0;
  let killAt = 0;
  let kill: () => void = () => undefined;
  const model = await startScriptedModel({
    scenario,
    delay: 1,
    clock: {
      now: () => new Date(),
      after(_, answer) {
        count += 1;
        if (count !== killAt) answer();
        else kill();
        return () => undefined;
      },
    },
  });
  return {
    key: KEY,
    model,
    killAtRequest(n) {
      killAt = n === 0 ? 0 : count + n;
    },
    requests: () => count,
    async job(name) {
      const directory = join(root, name);
      const places = {
        nightshift: join(directory, "temp/nightshift"),
        outcome: join(directory, "temp/nightshift/outcome"),
        workspace: join(directory, "workspace"),
      };
      await mkdir(join(places.nightshift, "context"), { recursive: true });
      await mkdir(places.workspace);
      await writeFile(join(places.nightshift, "context/context.json"), JSON.stringify(contextOf(transcript)));
      await git(directory, "init", "--quiet", "--bare", "temp/nightshift/git");
      await git(join(places.nightshift, "git"), "fetch", "--quiet", origin, head);
      return {
        directory,
        async run(earlier) {
          if (earlier)
            await cp(join(earlier.directory, "temp/nightshift/outcome"), join(places.nightshift, "earlier"), {
              recursive: true,
            });
          const child = spawn(process.execPath, [BUNDLE, "code", "agent"], {
            env: environment(directory, places.workspace, model.url, orderOf(head)),
            stdio: ["ignore", "pipe", "pipe"],
          });
          kill = () => void child.kill("SIGKILL");
          let log = "";
          for (const stream of [child.stdout, child.stderr])
            stream.on("data", (chunk: Buffer) => {
              log += chunk.toString();
            });
          const signal = await new Promise<string | null>((done) => child.on("close", (_, by) => done(by)));
          return { killed: signal === "SIGKILL", log };
        },
        outcome: async () =>
          Outcome.parse(JSON.parse(await readFile(join(places.outcome, "outcome.json"), "utf8"))),
        patch: () => readFile(join(places.outcome, "change.patch"), "utf8"),
        transcript: () => readFile(join(places.outcome, "transcript.jsonl"), "utf8"),
      };
    },
    async close() {
      await model.close();
      await rm(root, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function environment(directory: string, workspace: string, url: string, order: object): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: directory,
    INPUT_PHASE: "agent",
    INPUT_WORK_ORDER: JSON.stringify(order),
    INPUT_ANTHROPIC_API_KEY: KEY,
    INPUT_BASE_URL: url,
    INPUT_SANDBOX: "off",
    GITHUB_REPOSITORY: "acme/app",
    GITHUB_SERVER_URL: "http://127.0.0.1:9",
    GITHUB_API_URL: "http://127.0.0.1:9",
    GITHUB_GRAPHQL_URL: "http://127.0.0.1:9/graphql",
    GITHUB_RUN_ID: "7",
    GITHUB_EVENT_NAME: "repository_dispatch",
    GITHUB_EVENT_PATH: join(directory, "event.json"),
    RUNNER_TEMP: join(directory, "temp"),
    GITHUB_WORKSPACE: workspace,
  };
}

function orderOf(head: string): object {
  return {
    v: 1,
    id: ORDER,
    repository: "acme/app",
    mode: "implement",
    requirement: { number: 1, textHash: "a".repeat(64), by: "ada" },
    feature: { number: 2, key: "one", title: "One" },
    branch: "nightshift/2-one",
    base: { branch: "main", head },
    round: 0,
    needs: { agent: true, verify: true },
    models: ["anthropic:claude-sonnet-5-5"],
    limits: { turns: 30, minutes: 10, usd: 5 },
    date: "2026-11-22T10:00:00Z",
    thread: { correlationId: ORDER, hops: 0 },
  };
}

function contextOf(transcript: string): object {
  return {
    v: 1,
    order: ORDER,
    requirement: { number: 1, title: "One", body: "Write it." },
    features: [{ key: "one", title: "One", progress: "queued" }],
    feature: { title: "One", description: "Writes files.", criteria: ["they exist"], files: [] },
    threads: [],
    asked: [],
    testsRed: false,
    setup: [],
    verify: ["true"],
    verifyMinutes: 5,
    protectedPaths: [],
    policy: [],
    transcript,
  };
}
