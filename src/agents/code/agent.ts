/** The code agent at work: plan, implement, feedback, conflict. */
import type { CompletionGate } from "../../agent/completion.ts";
import type { Outcome } from "../../domain/outcome.ts";
import type { WorkOrder } from "../../domain/work-order.ts";
import { findSecrets } from "../../ops/redact.ts";
import {
  type Bench,
  leaveOutcome,
  type ModelInputs,
  outcomeBase,
  prepareBench,
  secretsOf,
  type Task,
  takePatch,
  work,
} from "../agent-phase.ts";
import { readContext } from "../context.ts";
import { readDefinition } from "../definitions.ts";
import { createFence } from "../fence.ts";
import { type Job, places, type RunFacts } from "../job.ts";
import { type BriefInput, type CodeMode, codeBrief, OUTPUTS } from "./brief.ts";

const CONVENTIONS = [
  "AGENTS.md",
  "CLAUDE.md",
  "CONTRIBUTING.md",
  ".github/CONTRIBUTING.md",
  ".github/pull_request_template.md",
  ".github/PULL_REQUEST_TEMPLATE.md",
  "PULL_REQUEST_TEMPLATE.md",
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
  const task = { header, brief: codeBrief(mode, input), gates: gatesOf(mode, bench) };
  const hand = HAND_IN[mode];
  await hand(bench, task);
}

type Assignment = Pick<Task<unknown>, "header" | "brief" | "gates">;

/** One entry per mode, so that each outcome carries exactly its mode's output. */
const HAND_IN: Readonly<Record<CodeMode, (bench: Bench, assignment: Assignment) => Promise<void>>> = {
  plan: (bench, assignment) =>
    handIn(bench, { ...assignment, output: OUTPUTS.plan }, (rest, output) => ({
      ...rest,
      mode: "plan",
      ...output,
    })),
  implement: (bench, assignment) =>
    handIn(bench, { ...assignment, output: OUTPUTS.implement }, (rest, output) => ({
      ...rest,
      mode: "implement",
      ...output,
    })),
  feedback: (bench, assignment) =>
    handIn(bench, { ...assignment, output: OUTPUTS.feedback }, (rest, output) => ({
      ...rest,
      mode: "feedback",
      ...output,
    })),
  conflict: (bench, assignment) =>
    handIn(bench, { ...assignment, output: OUTPUTS.conflict }, (rest, output) => ({
      ...rest,
      mode: "conflict",
      ...output,
    })),
};

/** Runs the loop and saves whatever was changed, finished or not: paid work is never thrown away. */
async function handIn<Output>(
  bench: Bench,
  task: Task<Output>,
  outcome: (rest: ReturnType<typeof outcomeBase>, output: { output?: Output }) => Outcome,
): Promise<void> {
  const done = await work(bench, task);
  const patch = await takePatch(bench);
  const output = done.result.completion?.output;
  await leaveOutcome(
    bench,
    outcome(outcomeBase(bench, done, patch.length > 0), output === undefined ? {} : { output }),
    patch,
  );
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

async function readConventions({ git, order }: Bench): Promise<{ path: string; text: string }[]> {
  const found: { path: string; text: string }[] = [];
  for (const path of CONVENTIONS) {
    const shown = await git.run(["show", `${order.base.head}:${path}`]);
    if (shown.exitCode === 0)
      found.push({ path, text: shown.stdout.toString("utf8").slice(0, CONVENTION_LIMIT) });
  }
  return found;
}

/** What a claim of "done" must pass: a change where one is due, green verify commands after it, no secret, no conflict marker. */
function gatesOf(mode: CodeMode, bench: Bench): CompletionGate[] {
  const verified: CompletionGate = async ({ commandsRun, edited }) => {
    if (!edited || bench.commands.verify.length === 0) return undefined;
    const green = bench.commands.verify.filter((command) =>
      commandsRun.some((run) => run.afterLastEdit && run.exitCode === 0 && run.command.includes(command)),
    );
    if (
      green.length === bench.commands.verify.length ||
      commandsRun.some((run) => run.afterLastEdit && run.exitCode === 0)
    )
      return undefined;
    return `No command exited 0 after your last edit. Run ${bench.commands.verify.map((command) => `\`${command}\``).join(" and ")} and make it pass first.`;
  };
  const changed: CompletionGate = async ({ completion, edited }) =>
    completion.status === "done" && !edited
      ? 'Nothing in the work tree has changed. Do the work, or use status "nothing_to_do" when the code already does all of it.'
      : undefined;
  const clean: CompletionGate = async () => {
    const patch = (await takePatch(bench)).toString("utf8");
    const added = patch
      .split("\n")
      .filter((line) => line.startsWith("+"))
      .join("\n");
    const [secret] = findSecrets(added, secretsOf(bench.inputs));
    if (secret) return `The change contains what looks like a secret (${secret.kind}). Remove it.`;
    return mode === "conflict" && /^\+(<{7}|>{7}) /m.test(patch)
      ? "Conflict markers are left. Resolve them all."
      : undefined;
  };
  if (mode === "plan")
    return [async ({ edited }) => (edited ? "Plan mode changes no file. Undo your edits." : undefined)];
  if (mode === "implement") return [changed, verified, clean];
  return [verified, clean];
}
