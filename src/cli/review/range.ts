/** Reviews one range of commits on this machine: the review agent's own work on a work order that nobody gave, without any forge. */
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SandboxMode } from "../../agent/sandbox/sandbox.ts";
import { prepareBench } from "../../agents/agent-phase.ts";
import type { Context } from "../../agents/context.ts";
import { readDefinition } from "../../agents/definitions.ts";
import { openGit } from "../../agents/fetch.ts";
import { type Job, places, type RunFacts } from "../../agents/job.ts";
import { type ReviewedChange, readChange } from "../../agents/review/change.ts";
import { type ReviewOutcome, reviewChange } from "../../agents/review/review-change.ts";
import type { Config } from "../../domain/config.ts";
import { NightshiftError } from "../../domain/errors.ts";
import type { Provider } from "../../domain/provider.ts";
import type { WorkOrder } from "../../domain/work-order.ts";
import type { Git, Remote } from "../../github/git.ts";
import { toolkitRoot } from "../../ops/assets.ts";
import type { Edge } from "../run/preflight.ts";

export interface Range {
  /** Where the commits are. */
  remote: Remote;
  /** Full SHAs. */
  base: string;
  head: string;
  title: string;
  /** What the author says about it. */
  body: string;
  /** Of the pull request; 1 where there is none. */
  number: number;
}

export interface Means {
  config: Config;
  models: readonly string[];
  keys: Readonly<Record<Provider, string>>;
  baseUrl: string;
  sandbox: SandboxMode;
  log: (line: string) => void;
}

export interface RangeReview {
  range: Range;
  outcome: ReviewOutcome;
  change: ReviewedChange;
}

/** Everything happens in a directory of its own that is gone afterwards; the repository is only read. */
export async function reviewRange(range: Range, means: Means, edge: Edge): Promise<RangeReview> {
  const root = await mkdtemp(join(tmpdir(), "nightshift-review-"));
  try {
    const facts = factsIn(root);
    const order = orderOf(range, means, edge.now());
    const job = jobOf(means, edge);
    const git = await openGit(job, facts);
    await git.fetch(range.remote, [range.base, range.head]);
    await mkdir(facts.workspace, { recursive: true });
    await git.checkout(range.base, facts.workspace, places(facts).index("base"));
    const change = await relatedChange(git, order);
    const context = contextOf(range, means.config, order.id);
    const { keys, baseUrl, sandbox } = means;
    const definition = await readDefinition("review");
    const bench = await prepareBench(job, facts, order, context, definition, { keys, baseUrl, sandbox });
    try {
      return { range, change, outcome: await reviewChange(bench) };
    } finally {
      await bench.close();
    }
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function relatedChange(git: Git, order: WorkOrder): Promise<ReviewedChange> {
  if ((await git.mergeBase(order.base.head, order.pull?.head ?? "")) === undefined)
    throw new NightshiftError(
      "INPUT_INVALID",
      "Base and head share no history, so there is no change between them.",
    );
  return readChange(git, order);
}

function factsIn(root: string): RunFacts {
  return {
    repository: "local/review",
    serverUrl: "http://127.0.0.1:1",
    apiUrl: "http://127.0.0.1:1",
    runAttempt: 1,
    runId: 1,
    eventName: "workflow_dispatch",
    eventPath: join(root, "event.json"),
    temp: join(root, "temp"),
    workspace: join(root, "workspace"),
  };
}

/** Nothing is authorised by it: no phase that writes ever sees it. */
function orderOf({ base, head, number }: Range, { config, models }: Means, now: Date): WorkOrder {
  const { max_turns, timeout_minutes, max_usd } = config.review;
  const id = randomUUID();
  return {
    v: 1,
    id,
    repository: "local/review",
    mode: "review",
    foreign: { by: "you", asData: false },
    pull: { number, head },
    base: { branch: "base", head: base },
    round: 1,
    needs: { agent: true, verify: false },
    models: [...models],
    limits: { turns: max_turns, minutes: timeout_minutes, usd: max_usd },
    date: now.toISOString(),
    thread: { correlationId: id, hops: 0 },
  };
}

function contextOf({ number, title, body }: Range, config: Config, order: string): Context {
  return {
    v: 1,
    order,
    features: [],
    pull: { number, title, body },
    threads: [],
    asked: [],
    testsRed: false,
    ci: [],
    ...(config.setup ? { setup: config.setup } : {}),
    ...(config.verify ? { verify: config.verify } : {}),
    verifyMinutes: config.verify_timeout_minutes,
    protectedPaths: config.protected_paths,
    policy: config.policy,
    hooks: config.hooks,
    mcp: config.mcp,
    ...(config.setup_hosts ? { setupHosts: config.setup_hosts } : {}),
    transcript: "off",
  };
}

function jobOf({ log }: Means, { env, fetch, now, signal }: Edge): Job {
  const bundle = join(toolkitRoot(), "dist", "index.js");
  return {
    env,
    now,
    id: randomUUID,
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    random: Math.random,
    fetch,
    spawn: (file, args, options) => spawn(file, [...args], options),
    signal,
    log,
    warn: (line) => log(`warning: ${line}`),
    mask: () => undefined,
    setOutput: () => undefined,
    summarise: async () => undefined,
    fileServerCommand: [process.execPath, bundle, "sandbox-files"],
    egressCommand: [process.execPath, bundle, "sandbox-egress"],
  };
}
