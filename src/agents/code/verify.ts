/** Phase `verify`: set-up and verify commands on base + change, in a job that holds no secret at all. */

import type { Sandbox, SandboxMode } from "../../agent/sandbox/sandbox.ts";
import { messageOf, NightshiftError } from "../../domain/errors.ts";
import { Evidence, Outcome } from "../../domain/outcome.ts";
import type { RequirementOrder } from "../../domain/work-order.ts";
import { readCommitTree } from "../../github/commit-tree.ts";
import type { Git } from "../../github/git.ts";
import { changeOf, mergedTree } from "../change.ts";
import { findCommands } from "../commands.ts";
import { type Context, readContext, readJson } from "../context.ts";
import { layOut, openGit } from "../fetch.ts";
import { type Job, places, type RunFacts } from "../job.ts";
import { sandboxFor } from "../open-sandbox.ts";
import { runCommands } from "../run-commands.ts";
import { revertedTree } from "./revert-tree.ts";

/** Sets the output `evidence`. Fails only when nothing could be said; red tests are evidence, not a failure. */
export async function runVerify(
  job: Job,
  facts: RunFacts,
  order: RequirementOrder,
  sandboxMode: SandboxMode,
): Promise<void> {
  const context = await readContext(places(facts).context, order.id);
  const git = await openGit(job, facts);
  const evidence = await verify(job, facts, order, context, git, sandboxMode);
  job.setOutput("evidence", JSON.stringify(Evidence.parse(evidence)));
  const lines = evidence.commands.map(
    (result) => `- \`${result.command}\`: ${result.exitCode === 0 ? "passed" : "failed"}`,
  );
  await job.summarise(
    `**verification ${evidence.passed ? "passed" : "failed"}** ${evidence.problem}\n\n${lines.join("\n")}`,
  );
}

async function verify(
  job: Job,
  facts: RunFacts,
  order: RequirementOrder,
  context: Context,
  git: Git,
  sandboxMode: SandboxMode,
): Promise<Evidence> {
  const base = await git.treeOf(order.base.head);
  const evidence = {
    v: 1,
    order: order.id,
    passed: false,
    base: order.base.head,
    tree: base,
    sandbox: "not opened",
    commands: [],
    problem: "",
  } as const;
  const tree = await treeToVerify(facts, order, git);
  if (tree === undefined)
    return { ...evidence, commands: [], problem: `The change conflicts with ${order.base.branch}.` };
  const commands = await commandsFor(git, order, tree, context);
  if (commands.verify.length === 0) {
    return {
      ...evidence,
      tree,
      commands: [],
      problem:
        "No verify command is known: add `verify:` to .github/nightshift.yml, or a file that tells how the tests run.",
    };
  }
  await layOut(git, tree, order.base.head, facts.workspace, places(facts).index("base"));
  const deadline = { minutes: context.verifyMinutes, now: job.now, log: job.log };
  const results = [];
  let sandbox = "";
  for (const [stage, egress] of [
    [commands.setup, true],
    [commands.verify, false],
  ] as const) {
    if (stage.length === 0) continue;
    const opened = await openFor(job, facts, sandboxMode, egress ? commands.hosts : undefined);
    sandbox = `${opened.tier}: ${opened.reason}`.slice(0, 200);
    try {
      results.push(...(await runCommands(opened, stage, { ...deadline, egress })));
    } catch (error) {
      return { ...evidence, tree, sandbox, commands: results, problem: messageOf(error).slice(0, 2_000) };
    } finally {
      await opened.close();
    }
    if (results.some((result) => result.exitCode !== 0)) break;
  }
  return {
    ...evidence,
    tree,
    sandbox,
    commands: fitting(results),
    passed: results.every((result) => result.exitCode === 0),
  };
}

/**
 * This job holds no secret, so where no commands can be isolated they may run bare, but only on a machine that is thrown away
 * after the job and only when the maintainer accepted a tier without isolation.
 */
async function openFor(
  job: Job,
  facts: RunFacts,
  mode: SandboxMode,
  hosts: readonly string[] | undefined,
): Promise<Sandbox> {
  if (mode !== "no-exec") return sandboxFor(job, facts, { mode, hosts });
  try {
    return await sandboxFor(job, facts, { mode: "required", hosts });
  } catch (error) {
    const isThrownAway = job.env.RUNNER_ENVIRONMENT === "github-hosted";
    if (!(error instanceof NightshiftError && error.code === "SANDBOX_UNAVAILABLE" && isThrownAway))
      throw error;
    job.warn(
      `The verification runs without a sandbox, on a machine that lives for this job. ${error.message}`,
    );
    return sandboxFor(job, facts, { mode: "off" });
  }
}

/** Job outputs are small: only the first failure keeps its output. */
function fitting(results: Evidence["commands"]): Evidence["commands"] {
  return results.map((result) => ({
    ...result,
    command: result.command.slice(0, 200),
    tail: result.tail.slice(-2_000),
  }));
}

async function treeToVerify(facts: RunFacts, order: RequirementOrder, git: Git): Promise<string | undefined> {
  if (order.mode === "revert") {
    const { tree, conflicts } = await revertedTree(git, order);
    return conflicts.length === 0 ? tree : undefined;
  }
  if (order.mode === "verify" && order.pull) {
    const merged = await git.mergeTree(order.base.head, order.pull.head);
    return merged.conflicts.length === 0 ? merged.tree : undefined;
  }
  const outcome = await readJson(places(facts).outcome, Outcome);
  return mergedTree(git, order, await changeOf(git, facts, order, outcome));
}

/** The base's word counts. Only a base that says nothing lets the change say how it is verified. */
async function commandsFor(git: Git, order: RequirementOrder, tree: string, context: Context) {
  const commandsOf = async (of: string) => findCommands(await readCommitTree(git, of), context);
  const [ofBase, ofTree] = await Promise.all([commandsOf(order.base.head), commandsOf(tree)]);
  return {
    setup: context.setup ?? ofTree.setup,
    hosts: ofTree.hosts,
    verify: ofBase.verify.length > 0 ? ofBase.verify : ofTree.verify,
  };
}
