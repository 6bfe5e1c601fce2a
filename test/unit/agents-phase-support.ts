/** The real agent phase on a prepared work order, with a scripted model: what a job runs, in one process. */
import { execFile, spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { SandboxMode } from "../../src/agent/sandbox/sandbox.ts";
import { runCodeAgent } from "../../src/agents/code/agent.ts";
import { runVerify } from "../../src/agents/code/verify.ts";
import { type Context, writeContext } from "../../src/agents/context.ts";
import { runFetch } from "../../src/agents/fetch.ts";
import { type Job, places, type RunFacts } from "../../src/agents/job.ts";
import { runReviewAgent } from "../../src/agents/review/agent.ts";
import { messageOf } from "../../src/domain/errors.ts";
import { Hooks } from "../../src/domain/hooks.ts";
import { Outcome } from "../../src/domain/outcome.ts";
import type { ForeignOrder, RequirementOrder } from "../../src/domain/work-order.ts";
import type { Turn } from "../../src/local/scripted-model/scenario.ts";
import { startScriptedModel } from "../../src/local/scripted-model/server.ts";
import { egressCommand, fileServerCommand } from "./sandbox-support.ts";

const run = promisify(execFile);
const ID = "5b0c3b1e-6f0a-4a39-9d2e-0d1f2a3b4c5d";

export interface PhaseOptions {
  files: Readonly<Record<string, string>>;
  turns: readonly Turn[];
  verify: readonly string[];
  limits?: Partial<RequirementOrder["limits"]>;
  setup?: readonly string[];
  /** Default: off. */
  sandbox?: SandboxMode;
  /** Environment of the jobs. */
  env?: Readonly<Record<string, string>>;
  /** Runs the verify job on what the agent left. */
  thenVerify?: boolean;
  /** Files of a branch that is merged with the base; makes this a conflict, unless `foreign` is given. */
  branch?: Readonly<Record<string, string>>;
  /** Files of the base after the branch was made. */
  later?: Readonly<Record<string, string>>;
  /** Turns of sub-agents by name. */
  others?: Readonly<Record<string, readonly Turn[]>>;
  context?: Partial<Context>;
  /** The branch is a pull request that Nightshift did not open, and is reviewed. */
  foreign?: Pick<ForeignOrder["foreign"], "asData">;
}

export interface PhaseEnd {
  outcome: Outcome;
  patch: string;
  /** Texts of all tool results that the model was sent. */
  answers: string[];
  /** What the model was asked, each time: the tools that it was offered, and the whole of the first message. */
  asked: { tools: string[]; brief: string }[];
  /** Paths in the workspace when the agent had ended, without what lies below `.git`. */
  workspace: string[];
  /** Lines of the jobs' logs, with warnings. */
  log: string[];
  /** What the verify job said, or the message of its failure. */
  evidence: string;
}

/** Fetches, runs the agent to its end and reads what it left. */
export async function runPhase(options: PhaseOptions): Promise<PhaseEnd> {
  const root = await mkdtemp(join(tmpdir(), "nightshift-phase-"));
  const answers: string[] = [];
  const asked: PhaseEnd["asked"] = [];
  const model = await startScriptedModel({
    scenario: {
      name: "phase",
      entries: [
        ...Object.entries(options.others ?? {}).map(([agent, turns]) => ({
          when: { agent },
          turns: [...turns],
        })),
        { turns: [...options.turns] },
      ],
    },
  });
  try {
    const facts = factsIn(root);
    const shas = await commitAll(join(root, "acme/app.git"), options);
    const order = options.foreign ? foreignOrderOf(shas, options, options.foreign) : orderOf(shas, options);
    const log: string[] = [];
    const outputs = new Map<string, string>();
    const job = { ...(await jobIn(answers, asked)), ...noting(log, outputs) };
    if (options.env) job.env = options.env;
    await runFetch(job, facts, order, "");
    await writeContext(places(facts).context, contextOf(options));
    await (order.foreign ? runReviewAgent : runCodeAgent)(job, facts, order, {
      keys: { anthropic: "key-of-the-test", openai: "", gemini: "" },
      baseUrl: model.url,
      sandbox: options.sandbox ?? "off",
    });
    const workspace = (await readdir(facts.workspace, { recursive: true })).filter(
      (path) => !path.startsWith(".git/"),
    );
    const outcome = Outcome.parse(JSON.parse(await readFile(places(facts).outcome, "utf8")));
    const patch = outcome.patch ? await readFile(places(facts).patch, "utf8") : "";
    const failure =
      options.thenVerify && order.requirement
        ? await runVerify(job, facts, order, options.sandbox ?? "off").then(
            () => "",
            (error: unknown) => messageOf(error),
          )
        : "";
    return {
      outcome,
      patch,
      answers,
      asked,
      workspace: workspace.sort(),
      log,
      evidence: outputs.get("evidence") ?? failure,
    };
  } finally {
    await model.close();
    await rm(root, { recursive: true, force: true });
  }
}

function noting(log: string[], outputs: Map<string, string>) {
  const note = (line: string) => void log.push(line);
  return { log: note, warn: note, setOutput: (name: string, value: string) => void outputs.set(name, value) };
}

function factsIn(root: string): RunFacts {
  return {
    repository: "acme/app",
    serverUrl: `file://${root}`,
    apiUrl: "http://127.0.0.1:1",
    runId: 7,
    runAttempt: 1,
    eventName: "repository_dispatch",
    eventPath: join(root, "event.json"),
    temp: join(root, "temp"),
    workspace: join(root, "workspace"),
  };
}

async function commitAll(directory: string, { files, branch, later }: PhaseOptions) {
  await mkdir(directory, { recursive: true });
  const git = async (...args: string[]) => (await run("git", ["-C", directory, ...args])).stdout.trim();
  const commit = async (changes: Readonly<Record<string, string>>) => {
    for (const [path, text] of Object.entries(changes)) {
      await mkdir(dirname(join(directory, path)), { recursive: true });
      await writeFile(join(directory, path), text);
    }
    await git("add", "--all");
    await git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "files");
    return git("rev-parse", "HEAD");
  };
  await git("init", "-q", "-b", "main");
  await git("config", "uploadpack.allowAnySHA1InWant", "true");
  const start = await commit(files);
  if (branch === undefined) return { base: start, head: undefined };
  await git("checkout", "-qb", "nightshift/2-one");
  const head = await commit(branch);
  await git("checkout", "-q", "main");
  return { base: await commit(later ?? {}), head };
}

function orderOf(
  shas: { base: string; head: string | undefined },
  { limits }: PhaseOptions,
): RequirementOrder {
  return {
    v: 1,
    id: ID,
    repository: "acme/app",
    mode: shas.head === undefined ? "implement" : "conflict",
    requirement: { number: 1, textHash: "0".repeat(64), by: "ada" },
    feature: { number: 2, key: "one", title: "One" },
    ...(shas.head === undefined ? {} : { pull: { number: 3, head: shas.head } }),
    branch: "nightshift/2-one",
    base: { branch: "main", head: shas.base },
    round: 0,
    needs: { agent: true, verify: true },
    models: ["anthropic:claude-sonnet-5-5"],
    limits: { turns: 20, minutes: 5, usd: 5, ...limits },
    date: "2026-11-22T12:00:00Z",
    thread: { correlationId: ID, hops: 0 },
  };
}

function foreignOrderOf(
  shas: { base: string; head: string | undefined },
  options: PhaseOptions,
  { asData }: Pick<ForeignOrder["foreign"], "asData">,
): ForeignOrder {
  const {
    requirement: _,
    feature: _feature,
    branch: _branch,
    revert: _revert,
    ...rest
  } = orderOf(shas, options);
  return {
    ...rest,
    mode: "review",
    foreign: { by: "ada", asData },
    pull: { number: 3, head: shas.head ?? "" },
    round: 1,
  };
}

function contextOf({ verify, setup = [], context }: PhaseOptions): Context {
  return {
    v: 1,
    order: ID,
    requirement: { number: 1, title: "One", body: "Build one." },
    features: [],
    threads: [],
    asked: [],
    testsRed: false,
    ci: [],
    setup: [...setup],
    verify: [...verify],
    verifyMinutes: 5,
    protectedPaths: [],
    policy: [],
    hooks: Hooks.parse({}),
    mcp: [],
    transcript: "off",
    ...context,
  };
}

async function jobIn(answers: string[], asked: PhaseEnd["asked"]): Promise<Job> {
  return {
    env: { PATH: process.env.PATH },
    now: () => new Date(),
    id: () => ID,
    sleep: async () => undefined,
    random: Math.random,
    fetch: (input, init) => {
      if (typeof init?.body === "string") {
        const body: ModelRequest = JSON.parse(init.body);
        answers.push(...resultsIn(body));
        const brief = JSON.stringify(body.messages?.[0]?.content ?? "");
        asked.push({ tools: (body.tools ?? []).map(({ name }) => name), brief });
      }
      return fetch(input, init);
    },
    spawn: (file, args, options) => spawn(file, [...args], options),
    signal: new AbortController().signal,
    log: () => undefined,
    warn: () => undefined,
    mask: () => undefined,
    setOutput: () => undefined,
    summarise: async () => undefined,
    fileServerCommand: await fileServerCommand(),
    egressCommand: await egressCommand(),
  };
}

interface ModelRequest {
  messages?: { content?: { type: string; content?: string }[] }[];
  tools?: { name: string }[];
}

/** Contents of the results in the last message of a request. */
function resultsIn(body: ModelRequest): string[] {
  const content = body.messages?.at(-1)?.content ?? [];
  return content.flatMap((block) => (block.type === "tool_result" ? [String(block.content)] : []));
}
