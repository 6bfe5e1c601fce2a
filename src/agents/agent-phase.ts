/** Phase `agent` of both agents: set up the base tree, open the sandbox, run the loop, leave outcome, patch and transcript. */
import { appendFile, mkdir, writeFile } from "node:fs/promises";
import type { z } from "zod";
import type { CompletionGate } from "../agent/completion.ts";
import type { AgentDefinition } from "../agent/definition.ts";
import { renderEvent } from "../agent/event-line.ts";
import { type Limits, sinceNow } from "../agent/limits.ts";
import { type McpTools, openMcp } from "../agent/mcp/open.ts";
import type { AgentRegistry } from "../agent/registry.ts";
import type { RunResult } from "../agent/result.ts";
import type { Sandbox, SandboxMode } from "../agent/sandbox/sandbox.ts";
import type { RunHeader } from "../agent/session.ts";
import { type RunHandle, startRun } from "../agent/start-run.ts";
import { messageOf, NightshiftError } from "../domain/errors.ts";
import { Hooks } from "../domain/hooks.ts";
import type { Outcome } from "../domain/outcome.ts";
import type { Provider } from "../domain/provider.ts";
import type { WorkOrder } from "../domain/work-order.ts";
import { type CommitTree, readCommitTree } from "../github/commit-tree.ts";
import type { Git } from "../github/git.ts";
import { connectModels } from "../models/access.ts";
import type { ModelPort } from "../models/port.ts";
import { createRedactor } from "../ops/redact.ts";
import { type Commands, findCommands, NO_COMMANDS } from "./commands.ts";
import type { Context } from "./context.ts";
import { continueFrom, earlierAttempt, purposeOf, recordPlaces } from "./earlier-run.ts";
import { escalationLines } from "./escalations.ts";
import { layOut, openGit, startingTree } from "./fetch.ts";
import { type Job, places, type RunFacts } from "./job.ts";
import { sandboxFor } from "./open-sandbox.ts";
import { readAgents } from "./project-agents.ts";
import { runCommands } from "./run-commands.ts";
import { type Conversation, openSpending, type Spending } from "./spending.ts";

export interface ModelInputs {
  /** By provider; empty where none is set. */
  keys: Readonly<Record<Provider, string>>;
  baseUrl: string;
  sandbox: SandboxMode;
}

/** Everything that is ready before the first model call. */
export interface Bench {
  job: Job;
  facts: RunFacts;
  order: WorkOrder;
  context: Context;
  git: Git;
  /** What the agent starts from. */
  from: string;
  commands: Commands;
  definition: AgentDefinition;
  /** What the tool `task` may call. */
  agents: AgentRegistry;
  inputs: ModelInputs;
  spending: Spending;
  /** Directory of what an earlier run, or an earlier attempt of this one, left. */
  earlier: string;
  /** Being connected since the job began: a provider's code loads while git works. */
  models: ReturnType<typeof connectModels>;
  /** The files of the base. */
  base: CommitTree;
  /** A sandbox of the laid out tree, proven. The first was opened while git worked. Whoever asks closes it. */
  openSandbox: () => Promise<Sandbox>;
  /** Closes what nobody asked for. */
  close(): Promise<void>;
}

/** Lays out the starting tree and runs the set-up commands on the base tree, sandboxed, with network and without any secret. Whoever prepared it closes it. */
export async function prepareBench(
  job: Job,
  facts: RunFacts,
  order: WorkOrder,
  given: Context,
  definition: AgentDefinition,
  inputs: ModelInputs,
): Promise<Bench> {
  const asData = order.foreign?.asData === true;
  const context = asData ? withoutPrograms(given) : given;
  const { keys, baseUrl } = inputs;
  const models = connectModels(order.models, { keys, baseUrl, fetch: job.fetch, clock: job.now });
  // Whoever waits for it hears of a failure; until then it is nobody's.
  models.catch(() => undefined);
  const git = await openGit(job, facts);
  const base = await readCommitTree(git, order.base.head);
  const [agents, commands] = await Promise.all([
    findAgents(job, base),
    asData ? NO_COMMANDS : findCommands(base, context),
  ]);
  job.log(`set-up: ${shown(commands.setup)}; verify: ${shown(commands.verify)} (from ${commands.from})`);
  if (commands.setup.length > 0) await setUp(job, facts, commands, inputs, context.verifyMinutes);
  const start = await startingTree(git, order);
  const sandboxes = await openSandboxes(job, facts, context, commands, inputs, {
    inAdvance: start === order.base.head,
    shared: order.mode === "review",
  });
  try {
    await ignoreLeftovers(git, facts);
    const [from, attempt] = await Promise.all([
      treeId(git, start),
      earlierAttempt(places(facts).attempts),
      layOut(git, start, order.base.head, facts.workspace, places(facts).index("base")),
      asData ? undefined : giveHistory(git, order, start, facts.workspace),
    ]);
    return {
      ...{ job, facts, order, context, git, base, commands, definition, agents, inputs, models },
      ...sandboxes,
      from,
      spending: openSpending(job, facts, order, attempt?.cost),
      earlier: attempt?.directory ?? places(facts).earlier,
    };
  } catch (error) {
    await sandboxes.close();
    throw error;
  }
}

/** Where a head is read as data no hook runs and no server is started. */
function withoutPrograms(context: Context): Context {
  return { ...context, hooks: Hooks.parse({}), mcp: [] };
}

/**
 * Sandboxes of the workspace. What a sandbox protects is what is there when it opens, so one is opened in advance only where the
 * files of the tree are there already. The passes of a review read the same tree and share one, each as a reader of its own; whoever writes gets a new one.
 */
async function openSandboxes(
  job: Job,
  facts: RunFacts,
  context: Context,
  commands: Commands,
  inputs: ModelInputs,
  { inAdvance, shared }: { inAdvance: boolean; shared: boolean },
): Promise<Pick<Bench, "openSandbox" | "close">> {
  const widens = context.policy.some(({ profile }) => profile === "setup_hosts");
  const open = () =>
    sandboxFor(job, facts, {
      mode: inputs.sandbox,
      hosts: widens ? commands.hosts : undefined,
      protectedPaths: context.protectedPaths,
    });
  await mkdir(`${facts.workspace}/.git`, { recursive: true });
  let first = inAdvance ? open() : undefined;
  first?.catch(() => undefined);
  const close = async () => (await first?.catch(() => undefined))?.close();
  if (shared) {
    return {
      openSandbox: async () => {
        first ??= open();
        const sandbox = await first;
        return { ...sandbox, files: sandbox.files.as(job.id()), close: async () => {} };
      },
      close,
    };
  }
  return {
    openSandbox: () => {
      const taken = first ?? open();
      first = undefined;
      return taken;
    },
    close,
  };
}

async function findAgents(job: Job, base: CommitTree): Promise<AgentRegistry> {
  const { registry, notes } = await readAgents(base);
  for (const note of notes) job.log(note);
  return registry;
}

function shown(commands: readonly string[]): string {
  return commands.length === 0 ? "none" : commands.map((command) => `\`${command}\``).join(", ");
}

async function treeId(git: Git, thing: string): Promise<string> {
  return git.text(["rev-parse", "--verify", `${thing}^{tree}`]);
}

async function setUp(
  job: Job,
  facts: RunFacts,
  commands: Commands,
  inputs: ModelInputs,
  minutes: number,
): Promise<void> {
  const sandbox = await sandboxFor(job, facts, { mode: inputs.sandbox, hosts: commands.hosts });
  try {
    if (sandbox.tier === "no-exec") return job.log(`set-up skipped: ${sandbox.reason}`);
    const results = await runCommands(sandbox, commands.setup, {
      minutes,
      egress: true,
      now: job.now,
      log: job.log,
    });
    const failed = results.find((result) => result.exitCode !== 0);
    if (failed)
      throw new NightshiftError(
        "ENVIRONMENT_UNFIT",
        `The set-up command \`${failed.command}\` failed (${failed.exitCode}):\n${failed.tail}`,
      );
  } finally {
    await sandbox.close();
  }
}

/** What the set-up left behind is no part of the agent's change. */
async function ignoreLeftovers(git: Git, facts: RunFacts): Promise<void> {
  const env = { GIT_INDEX_FILE: places(facts).index("base") };
  const left = await git.text(["ls-files", "--others", "--exclude-standard", "--directory", "-z"], {
    env,
    workTree: facts.workspace,
  });
  const names = left.split("\0").filter((name) => name !== "" && !name.includes("\n"));
  if (names.length === 0) return;
  await mkdir(`${git.dir}/info`, { recursive: true });
  await appendFile(
    `${git.dir}/info/exclude`,
    `${names.map((name) => `/${name.replace(/[\\*?[\]!#]/g, "\\$&")}`).join("\n")}\n`,
  );
}

/** A repository of its own for the model: history to read, nothing that anybody trusts. */
async function giveHistory(git: Git, order: WorkOrder, from: string, workspace: string): Promise<void> {
  const head = order.pull?.head ?? order.base.head;
  const own = { GIT_DIR: `${workspace}/.git` };
  await git.text(["init", "--quiet", "--initial-branch=work"], { env: own, workTree: workspace });
  const options = ["--quiet", "--no-tags", "--update-shallow", "--update-head-ok", "--depth=50"];
  const refs = [`${order.base.head}:refs/heads/base`, `${head}:refs/heads/work`];
  await git.text(["fetch", ...options, `file://${git.dir}`, ...refs], { env: own });
  const tree = order.mode === "conflict" ? head : from;
  await git.text(["read-tree", tree], { env: own, workTree: workspace });
}

export interface Task<Output> {
  header: RunHeader;
  brief: string;
  /** The task in words without anything that differs from run to run; what a run is for is told by it. */
  purpose: string;
  /** Place among the runs of this job, from 1. */
  part: number;
  /** Another agent than the bench's. */
  definition?: AgentDefinition;
  output: z.ZodType<Output>;
  gates: readonly CompletionGate[];
  /** What its lines in the log begin with, where several run at the same time. */
  label?: string;
}

export interface Done<Output> {
  result: RunResult<Output>;
  sandbox: string;
}

/** Runs the loop on the bench. The sandbox is proven before the first model call. */
export async function work<Output>(bench: Bench, task: Task<Output>): Promise<Done<Output>> {
  const { job, facts, order, context, agents, inputs } = bench;
  const definition = task.definition ?? bench.definition;
  const sandbox = await bench.openSandbox();
  try {
    const { model, fallbacks, warnings } = await bench.models;
    warnings.forEach(job.warn);
    await mkdir(places(facts).outcomeDirectory, { recursive: true });
    const { part, purpose: words, definition: _, label = "", ...rest } = task;
    const purpose = purposeOf(order, words);
    const record = context.transcript === "off" ? {} : await openRecord(bench, part, purpose);
    const mcp = await openServers(bench, sandbox);
    const conversation = bench.spending.begin();
    const run = startRun({
      definition,
      ...rest,
      ...record,
      purpose,
      model,
      fallbacks,
      workspace: facts.workspace,
      sandbox,
      limits: limitsOf(bench, definition, conversation, "resume" in record),
      protectedPaths: context.protectedPaths,
      rules: context.policy,
      hooks: context.hooks,
      mcp: mcp.tools,
      secrets: secretsOf(inputs),
      agents: { registry: agents, connect: (name) => modelNamed(bench, name) },
      clock: job.now,
      ids: job.id,
      sleep: job.sleep,
      random: job.random,
      signal: job.signal,
    });
    const logged = logEvents(run, conversation, (line) => job.log(`${label}${line}`)).catch(
      (error: unknown) => job.warn(`The log is cut: ${messageOf(error)}`),
    );
    const result = await run.result.finally(mcp.close);
    await logged;
    conversation.end(result);
    return { result, sandbox: `${sandbox.tier}: ${sandbox.reason}` };
  } finally {
    await sandbox.close();
  }
}

/** The MCP servers of the configuration that this agent gets. */
async function openServers({ job, order, context, inputs }: Bench, sandbox: Sandbox): Promise<McpTools> {
  const agent = order.mode === "review" ? "review" : "code";
  const servers = context.mcp.filter(({ agents }) => agents.includes(agent));
  const redact = createRedactor(secretsOf(inputs));
  const mcp = await openMcp(servers, { sandbox, fetch: job.fetch, redact });
  for (const warning of mcp.warnings) job.warn(warning);
  return mcp;
}

/** A model that a sub-agent names, with the keys and addresses of the run. */
async function modelNamed({ job, order, inputs }: Bench, name: string): Promise<ModelPort> {
  const { keys, baseUrl } = inputs;
  const access = { keys, baseUrl, fetch: job.fetch, clock: job.now };
  return (await connectModels([name, ...order.models], access)).model;
}

/** Transcript and checkpoints of one run, gone on with from an earlier one where there is one. Checkpoints without a transcript lead nowhere. */
async function openRecord(bench: Bench, part: number, purpose: string) {
  const { job, facts, order, context, git, from, inputs, earlier } = bench;
  const { outcomeDirectory, index } = places(facts);
  const { transcript, checkpoints: directory } = recordPlaces(outcomeDirectory, part);
  const keys = secretsOf(inputs);
  const seal = context.transcript === "sealed" ? { seal: keys[0] ?? "" } : {};
  const continuation = await continueFrom(
    { directory: earlier, part, purpose, keys, log: job.log },
    {
      git,
      workspace: facts.workspace,
      from,
      directory,
      index: index(`checkpoint-${part}`),
      name: `${order.id}-${part}`,
      now: job.now,
    },
  );
  return { transcript, ...seal, ...continuation };
}

async function logEvents(
  run: RunHandle<unknown>,
  conversation: Conversation,
  log: Job["log"],
): Promise<void> {
  for await (const event of run.events()) {
    log(renderEvent(event));
    conversation.note(event);
  }
}

/** Every key that this job holds, whoever it belongs to. */
export function secretsOf({ keys }: ModelInputs): string[] {
  return Object.values(keys).filter((key) => key !== "");
}

/** The order's limits; money is what earlier conversations and attempts left of it. One that goes on counts what it takes over as its own. */
function limitsOf(
  { order, spending }: Bench,
  definition: AgentDefinition,
  conversation: Conversation,
  goesOn: boolean,
): Limits {
  return {
    turns: order.limits.turns,
    wallMs: order.limits.minutes * 60_000,
    usd: Math.max(0, order.limits.usd - spending.used(goesOn)),
    spentBeside: sinceNow(conversation.beside),
    tokens: null,
    outputTokens: definition.output_tokens ?? 16_000,
  };
}

/** What all outcomes have in common. */
export function outcomeBase<Output>(bench: Bench, done: Done<Output>, patch: boolean) {
  const { result } = done;
  return {
    v: 1 as const,
    order: bench.order.id,
    status:
      result.status === "done" && result.completion?.status === "nothing_to_do"
        ? ("nothing_to_do" as const)
        : result.status,
    cause: result.cause,
    message: result.message.slice(0, 4_000),
    summary: (result.completion?.summary ?? result.checkpoint ?? "").slice(0, 4_000),
    blockers: (result.completion?.blockers ?? [])
      .slice(0, 20)
      .map((blocker) => ({ kind: blocker.kind.slice(0, 60), detail: blocker.detail.slice(0, 2_000) })),
    sandbox: done.sandbox.slice(0, 200),
    escalations: result.escalations.slice(0, 50),
    cost: bench.spending.total(),
    ...(result.resumeAfter === undefined ? {} : { resumeAfter: result.resumeAfter }),
    from: bench.from,
    patch,
  };
}

/** Writes the outcome, and the patch of whatever the agent changed. */
export async function leaveOutcome(bench: Bench, outcome: Outcome, patch: Buffer): Promise<void> {
  const { outcomeDirectory, outcome: file, patch: patchFile } = places(bench.facts);
  await mkdir(outcomeDirectory, { recursive: true });
  if (outcome.patch) await writeFile(patchFile, patch);
  await writeFile(file, JSON.stringify(outcome));
  bench.job.setOutput("status", outcome.status);
  bench.job.log(`${outcome.status} (${outcome.cause}): ${outcome.message}`);
  const cost = outcome.cost.usd === null ? "price unknown" : `${outcome.cost.usd.toFixed(4)} USD`;
  await bench.job.summarise(
    `**${outcome.mode}: ${outcome.status}** ${outcome.message}\n\n${outcome.cost.turns} turns, ${outcome.cost.tokens} tokens, ${cost}, sandbox ${outcome.sandbox}.\n\n${escalationLines(outcome.escalations).join("\n")}`,
  );
}

/** The agent's change as a patch on what it started from; empty when nothing changed. */
export async function takePatch(bench: Bench): Promise<Buffer> {
  const after = await treeNow(bench);
  return after === bench.from ? Buffer.alloc(0) : bench.git.patch(bench.from, after);
}

/** Id of the tree that the workspace holds now. */
export async function treeNow({ git, facts, from }: Bench): Promise<string> {
  const index = places(facts).index("after");
  await git.text(["read-tree", from], { env: { GIT_INDEX_FILE: index } });
  return git.treeOfDirectory(facts.workspace, index);
}
