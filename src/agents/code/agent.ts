/** The code agent at work: plan, implement, feedback, conflict. */

import { LESSONS_PATH } from "../../domain/lessons.ts";
import { Outcome } from "../../domain/outcome.ts";
import type { WorkOrder } from "../../domain/work-order.ts";
import {
  type Bench,
  leaveOutcome,
  type ModelInputs,
  outcomeBase,
  prepareBench,
  type Task,
  takePatch,
  work,
} from "../agent-phase.ts";
import { readContext } from "../context.ts";
import { readDefinition } from "../definitions.ts";
import { createFence, SAME } from "../fence.ts";
import { type Job, places, type RunFacts } from "../job.ts";
import { type BriefInput, type CodeMode, codeBrief, OUTPUTS } from "./brief.ts";
import { gatesOf } from "./gates.ts";

const CONVENTIONS = [
  "AGENTS.md",
  "CLAUDE.md",
  "CONTRIBUTING.md",
  ".github/CONTRIBUTING.md",
  ".github/pull_request_template.md",
  ".github/PULL_REQUEST_TEMPLATE.md",
  "PULL_REQUEST_TEMPLATE.md",
  LESSONS_PATH,
] as const;
const CONVENTION_LIMIT = 16_000;

export async function runCodeAgent(
  job: Job,
  facts: RunFacts,
  order: WorkOrder,
  inputs: ModelInputs,
): Promise<void> {
  const context = await readContext(places(facts).context, order.id);
  const bench = await prepareBench(job, facts, order, context, await readDefinition("code"), inputs);
  try {
    await workAt(bench);
  } finally {
    await bench.close();
  }
}

async function workAt(bench: Bench): Promise<void> {
  const { job, order, context } = bench;
  const input: BriefInput = {
    order,
    context,
    commands: bench.commands,
    conventions: await readConventions(bench),
    conflicts:
      order.mode === "conflict" && order.pull
        ? (await bench.git.mergeTree(order.base.head, order.pull.head)).conflicts
        : [],
    fence: createFence(job.id().slice(0, 8)),
  };
  const header = { agent: "code", mode: order.mode, feature: order.feature?.key ?? "", round: order.round };
  const mode = codeMode(order);
  await handIn(bench, mode, {
    header,
    brief: codeBrief(mode, input),
    purpose: codeBrief(mode, { ...input, fence: createFence(SAME) }),
    part: 1,
    output: OUTPUTS[mode],
    gates: gatesOf(mode, bench, input.conflicts),
  });
}

/** Runs the loop and saves whatever was changed, finished or not: paid work is never thrown away. */
async function handIn(bench: Bench, mode: CodeMode, task: Task<unknown>): Promise<void> {
  const done = await work(bench, task);
  const patch = await takePatch(bench);
  const output = done.result.completion?.output;
  // Each mode has its own output: the parse holds them together.
  const outcome = Outcome.parse({
    ...outcomeBase(bench, done, patch.length > 0),
    mode,
    ...(output === undefined ? {} : { output }),
  });
  await leaveOutcome(bench, outcome, patch);
}

function codeMode(order: WorkOrder): CodeMode {
  if (
    order.mode === "plan" ||
    order.mode === "implement" ||
    order.mode === "feedback" ||
    order.mode === "conflict"
  )
    return order.mode;
  throw new Error(`unreachable: mode ${order.mode} has no model`);
}

async function readConventions({ base }: Bench): Promise<{ path: string; text: string }[]> {
  const texts = await base.read(CONVENTIONS);
  return [...texts].map(([path, text]) => ({ path, text: text.slice(0, CONVENTION_LIMIT) }));
}
