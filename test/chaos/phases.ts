/** The jobs of our workflows in the order of the YAML: the real phases, with what their models leave written down. */
import { changeOf, mergedTree } from "../../src/agents/change.ts";
import { runCodeApply } from "../../src/agents/code/apply.ts";
import { readJson } from "../../src/agents/context.ts";
import { issueOf, readRing } from "../../src/agents/doorbell.ts";
import { openGit } from "../../src/agents/fetch.ts";
import { runGate } from "../../src/agents/gate.ts";
import { type Job, places, type RunFacts, runFacts } from "../../src/agents/job.ts";
import { runRing } from "../../src/agents/merge/ring.ts";
import { runTick } from "../../src/agents/merge/tick.ts";
import { runReviewApply } from "../../src/agents/review/apply.ts";
import { messageOf } from "../../src/domain/errors.ts";
import { Evidence, Outcome } from "../../src/domain/outcome.ts";
import { forRequirement, parseWorkOrder, type WorkOrder } from "../../src/domain/work-order.ts";
import { connectGitHub, type GitHub } from "../../src/github/client.ts";
import { observe } from "../../src/github/observe.ts";
import type { Conclusion, TriggerEvent } from "../../src/local/contract.ts";
import { playAgent } from "./models.ts";
import { createProcess, type Death } from "./process.ts";
import type { Part } from "./stage.ts";
import type { Workflows } from "./workflows.ts";
import { REPOSITORY, type World } from "./world.ts";

export interface Run {
  id: number;
  event: TriggerEvent;
  temp: string;
  eventPath: string;
  part: Part;
}

const OVERRIDE = { model: undefined, maxUsd: undefined };
/** How long a model and a verification take, in milliseconds. */
const WORK = 60_000;

type Outputs = Record<string, string>;

export async function playWorkflow(
  world: World,
  workflows: Workflows,
  name: string,
  run: Run,
): Promise<Conclusion> {
  /** One job: undefined when it failed or was killed, else its outputs. */
  const play = async (
    workflow: string,
    id: string,
    work: (job: Job, facts: RunFacts, github: GitHub, token: string) => Promise<void>,
  ): Promise<Outputs | undefined> => {
    const outputs: Outputs = {};
    const { forge, log } = world;
    const record = forge.createJob({
      runId: run.id,
      runAttempt: 1,
      repository: REPOSITORY,
      name: `${workflow} / ${id}`,
      headSha: run.event.sha,
      status: "in_progress",
    });
    const token = forge.createJobToken({
      repository: REPOSITORY,
      runId: run.id,
      jobId: record.id,
      permissions: workflows.permissions(workflow, id),
    });
    const { job, died } = createProcess(world, run, `${workflow} ${id}`, token, outputs);
    const facts = runFacts(job.env);
    const github = connectGitHub({
      token,
      repository: REPOSITORY,
      apiUrl: forge.apiUrl,
      fetch: job.fetch,
      sleep: job.sleep,
      random: job.random,
      now: () => job.now().getTime(),
    });
    try {
      const ended = await Promise.race([work(job, facts, github, token).then(() => undefined), died]);
      if (ended !== undefined) return undefined;
      return outputs;
    } catch (error) {
      log.push(`${run.id} ${workflow} ${id} failed: ${messageOf(error)}`);
      if (!isForeseen(error)) throw error;
      return undefined;
    } finally {
      forge.expireToken(token);
    }
  };

  if (name === "nightshift-doorbell")
    return concluded(await play("doorbell", "ring", (job, facts, github) => runRing(job, facts, github)));
  if (name === "nightshift-merge")
    return concluded(
      await play("merge", "tick", async (job, facts, github, token) => {
        const ring =
          run.event.name === "repository_dispatch"
            ? readRing("merge", run.event.name, run.event.payload)
            : undefined;
        const issue = issueOf(ring);
        const seen = await observe(github, { now: job.now, ...(issue ? { issue } : {}) });
        await runTick(job, facts, github, { token, ring, override: OVERRIDE, mailboxes: [], seen });
      }),
    );
  const agent = name === "nightshift-code" ? "code" : "review";
  const gate = await play(agent, "gate", (job, facts, github) =>
    runGate(agent, job, facts, github, OVERRIDE),
  );
  if (gate?.work !== "true") return concluded(gate);
  const order = parseWorkOrder(gate.work_order ?? "");
  if (order.needs.agent)
    await play(agent, "agent", async (job, facts) => {
      await job.sleep(WORK);
      const git = await openGit(job, facts);
      await playAgent({ facts, order, git, trees: world.trees, plans: world.plans, now: job.now() });
    });
  const verified = order.needs.verify
    ? await play(agent, "verify", async (job, facts) => {
        await job.sleep(WORK);
        job.setOutput("evidence", JSON.stringify(await verify(job, facts, order)));
      })
    : undefined;
  return concluded(
    await play(agent, "apply", (job, facts, github, token) =>
      agent === "code"
        ? runCodeApply(job, facts, github, forRequirement(order), {
            token,
            evidence: verified?.evidence ?? "",
          })
        : runReviewApply(job, facts, github, order, token),
    ),
  );
}

function concluded(outputs: Outputs | undefined): Conclusion {
  return outputs === undefined ? "failure" : "success";
}

/** Errors that a job may end with; any other is a mistake in the product or in the harness. */
function isForeseen(error: unknown): boolean {
  return error instanceof Error && error.name === "NightshiftError";
}

/** What the verify job would say: the commands pass on whatever merges. */
async function verify(job: Job, facts: RunFacts, order: WorkOrder): Promise<Evidence> {
  const git = await openGit(job, facts);
  const tree =
    order.mode === "verify" && order.pull
      ? await merged(git.mergeTree(order.base.head, order.pull.head))
      : await mergedTree(
          git,
          order,
          await changeOf(git, facts, order, await readJson(places(facts).outcome, Outcome)),
        );
  return Evidence.parse({
    v: 1,
    order: order.id,
    passed: tree !== undefined,
    base: order.base.head,
    tree: tree ?? (await git.treeOf(order.base.head)),
    sandbox: "scripted",
    commands: tree === undefined ? [] : [{ command: "sh check.sh", exitCode: 0, ms: 1, tail: "" }],
    problem: tree === undefined ? "The change conflicts with its base." : "",
  });
}

async function merged(result: Promise<{ tree: string; conflicts: string[] }>): Promise<string | undefined> {
  const { tree, conflicts } = await result;
  return conflicts.length === 0 ? tree : undefined;
}

export type { Death };
