/** The review agent at work: the change from local git, every hunk accounted for, one conversation per portion. */
import { planReview } from "../../domain/coverage.ts";
import { parseDiff } from "../../domain/diff.ts";
import { NightshiftError } from "../../domain/errors.ts";
import { ReviewOutput } from "../../domain/finding.ts";
import { LESSONS_PATH } from "../../domain/lessons.ts";
import type { Outcome } from "../../domain/outcome.ts";
import type { WorkOrder } from "../../domain/work-order.ts";
import type { Git } from "../../github/git.ts";
import {
  type Bench,
  type Done,
  leaveOutcome,
  type ModelInputs,
  outcomeBase,
  prepareBench,
  work,
} from "../agent-phase.ts";
import { readContext } from "../context.ts";
import { readDefinition } from "../definitions.ts";
import { createFence, SAME } from "../fence.ts";
import { type Job, places, type RunFacts } from "../job.ts";
import { reviewBrief } from "./brief.ts";

/** Characters of diff in one conversation: about twelve thousand tokens. */
const PORTION_LIMIT = 40_000;
const PORTION_COUNT = 12;
const LESSONS_LIMIT = 16_000;

/** Files of the change: from the common ancestor, as GitHub shows it. */
export async function readChange(git: Git, order: WorkOrder) {
  if (order.pull === undefined)
    throw new NightshiftError("WORK_ORDER_INVALID", "A review needs a pull request.");
  const ancestor = await git.mergeBase(order.base.head, order.pull.head);
  if (ancestor === undefined)
    throw new NightshiftError(
      "GIT_FAILED",
      `#${order.pull.number} shares no history with ${order.base.branch}.`,
    );
  return parseDiff(await git.diff(ancestor, order.pull.head));
}

export async function runReviewAgent(
  job: Job,
  facts: RunFacts,
  order: WorkOrder,
  inputs: ModelInputs,
): Promise<void> {
  const context = await readContext(places(facts).context, order.id);
  const bench = await prepareBench(job, facts, order, context, await readDefinition("review"), inputs);
  try {
    await reviewAt(bench);
  } finally {
    await bench.close();
  }
}

async function reviewAt(bench: Bench): Promise<void> {
  const { job, order, context } = bench;
  const { portions, ledger } = planReview(await readChange(bench.git, order), {
    portionLimit: PORTION_LIMIT,
    portionCount: PORTION_COUNT,
  });
  job.log(
    `${ledger.length} hunks: ${count(ledger, "read")} to read in ${portions.length} part(s), ${count(ledger, "excluded")} excluded, ${count(ledger, "deferred")} deferred`,
  );
  const fence = createFence(job.id().slice(0, 8));
  const header = { agent: "review", mode: "review", feature: order.feature?.key ?? "", round: order.round };
  const lessons = (await bench.base.read([LESSONS_PATH])).get(LESSONS_PATH)?.slice(0, LESSONS_LIMIT) ?? "";
  const done: Done<ReviewOutput>[] = [];
  for (const [index, portion] of portions.entries()) {
    const part = { at: index + 1, of: portions.length };
    const input = { order, context, portion, part, verify: bench.commands.verify, lessons };
    const brief = reviewBrief({ ...input, fence });
    const purpose = reviewBrief({ ...input, fence: createFence(SAME) });
    const one = await work(bench, {
      header,
      brief,
      purpose,
      part: part.at,
      output: ReviewOutput,
      gates: [],
    });
    done.push(one);
    if (one.result.status !== "done") break;
  }
  const deferred = ledger
    .filter((entry) => entry.state === "deferred")
    .map(({ path, hunk, why }) => ({ path, hunk: hunk.slice(0, 80), why }));
  await leaveOutcome(bench, outcomeOf(bench, done, deferred), Buffer.alloc(0));
}

function count(ledger: readonly { state: string }[], state: string): number {
  return ledger.filter((entry) => entry.state === state).length;
}

/** One outcome of all portions: the first that failed decides, findings add up. */
function outcomeOf(
  bench: Bench,
  done: readonly Done<ReviewOutput>[],
  deferred: { path: string; hunk: string; why: string }[],
): Outcome {
  const decisive = done.find((one) => one.result.status !== "done") ?? done.at(-1);
  if (decisive === undefined)
    throw new NightshiftError("OUTCOME_INVALID", "The change has no part that could be read.");
  const outputs = done.flatMap((one) => one.result.completion?.output ?? []);
  const base = outcomeBase(bench, decisive, false);
  return {
    ...base,
    mode: "review",
    output: {
      findings: outputs.flatMap((output) => output.findings).slice(0, 60),
      threads: outputs.flatMap((output) => output.threads).slice(0, 100),
      criteria: outputs.flatMap((output) => output.criteria).slice(0, 24),
    },
    deferred,
  };
}
