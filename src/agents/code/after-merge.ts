/** Apply phase of what follows a merge: the verification of the base as it is now, and the pull request that takes merges back. */
import { ask, undoRefusal } from "../../domain/decide/say.ts";
import { NightshiftError } from "../../domain/errors.ts";
import type { Evidence } from "../../domain/outcome.ts";
import { quiet } from "../../domain/quiet.ts";
import { FailureBlock, type RevertBlock, readBlock, withBlock } from "../../domain/state-block.ts";
import { short } from "../../domain/words.ts";
import { perform, send } from "../../github/perform.ts";
import { type Desk, stopHere } from "../apply.ts";
import { fetchOrder, remoteOf } from "../fetch.ts";
import { postEvidence } from "./evidence.ts";
import { createOrAdopt } from "./pull.ts";
import { ownLeftover } from "./push.ts";
import { type Reverted, revertedTree, revertTrailers } from "./revert-tree.ts";

/** Without evidence nothing is said: the next sweep asks again. */
export async function applyAfterMerge(
  desk: Desk,
  evidence: Evidence | undefined,
  token: string,
): Promise<void> {
  const { order, job } = desk;
  if (order.pull === undefined || evidence === undefined)
    return stopHere(job, "There is no evidence; the next sweep asks again.");
  if (order.mode === "revert") await applyRevert(desk, evidence, token);
  else await applyVerified(desk, evidence, order.pull.head);
  await send(desk.performer, {
    do: "send",
    type: "human_acted",
    from: "coder",
    to: "repo_manager",
    payload: { issue: order.requirement.number, pull: order.pull.number },
  });
}

/** The status of the commit, and once for each merge what failed: the feature is built anew with it. */
async function applyVerified(desk: Desk, evidence: Evidence, commit: string): Promise<void> {
  await postEvidence(desk, commit, evidence);
  const { pull, performer, snapshot } = desk;
  const issue = pull?.feature;
  if (evidence.passed || issue === undefined || commit !== pull?.pull.landed?.sha) return;
  const isTold = issue.comments.some(
    ({ author, body }) =>
      author.login === snapshot.identity && readBlock(FailureBlock, body)?.landed === commit,
  );
  if (isTold) return;
  const body = withBlock(failureText(evidence, commit), { v: 1, kind: "failure", landed: commit });
  await perform(performer, [{ do: "say", number: issue.number, id: undefined, body }]);
}

function failureText({ commands, problem }: Evidence, commit: string): string {
  const failed = commands.find(({ exitCode }) => exitCode !== 0);
  const tail = (failed?.tail ?? problem).replaceAll("```", "` ` `");
  return [
    `**Red on the base.** After it was merged as ${short(commit)}, ${failed ? `\`${quiet(failed.command)}\` fails there` : "the verification fails there"}:`,
    "",
    "```",
    quiet(tail),
    "```",
  ].join("\n");
}

async function applyRevert(desk: Desk, evidence: Evidence, token: string): Promise<void> {
  const { job, facts, order, performer } = desk;
  const git = await fetchOrder(job, facts, order, token);
  const reverted = await revertedTree(git, order);
  const refusal = await whyNot(reverted, evidence, order.revert?.why === "undo", git.treeOf(order.base.head));
  if (refusal !== undefined) return refuse(desk, refusal);
  const { branch = "" } = order;
  const title = titleOf(desk, reverted);
  const message = `${title}\n\n${revertTrailers(reverted)}\n`;
  const head = await git.commit({
    tree: reverted.tree,
    parents: [order.base.head],
    message,
    date: order.date,
  });
  if (!(await git.push(remoteOf(facts, token), head, branch, await ownLeftover(git, desk, token)))) {
    throw new NightshiftError(
      "GITHUB_CONFLICT",
      `${branch} was pushed to meanwhile; nothing was overwritten.`,
    );
  }
  const opened = await createOrAdopt(
    desk,
    title,
    withBlock(bodyOf(desk, reverted, evidence), blockOf(desk, reverted)),
  );
  job.log(`opened #${opened.number}: ${title}`);
  await postEvidence({ job, performer }, head, evidence);
}

/** Why there is no pull request; an undo that breaks the base is not opened, a revert of what broke it is. */
async function whyNot(
  { commits, conflicts, tree }: Reverted,
  evidence: Evidence,
  isUndo: boolean,
  base: Promise<string>,
): Promise<string | undefined> {
  const listed = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(", ");
  if (commits.length === 0) return "No commit of it is on the base, or all of them are taken back already.";
  if (conflicts.length > 0)
    return `Later commits stand in the way of taking back ${short(commits.at(-1)?.sha ?? "")}, in ${listed(conflicts)}.`;
  if (tree === (await base)) return "The base has nothing of it left.";
  if (!isUndo || evidence.passed) return undefined;
  const failed = evidence.commands.find(({ exitCode }) => exitCode !== 0);
  return `Without its ${commits.length} commits the base would be red: ${failed ? `\`${quiet(failed.command)}\` fails` : evidence.problem}.`;
}

async function refuse(desk: Desk, why: string): Promise<void> {
  const { order, pull, performer, requirement } = desk;
  if (order.revert?.asked !== undefined) {
    const body = undoRefusal(order.revert.asked, why);
    return perform(performer, [{ do: "say", number: requirement.requirement.number, id: undefined, body }]);
  }
  if (pull === undefined) return;
  const way = "Mend the base by hand, then comment `/nightshift retry` on its requirement.";
  await perform(performer, ask(pull, "revert-impossible", `**A person has to decide.** ${why} ${way}`));
}

function titleOf({ order, requirement }: Desk, { commits }: Reverted): string {
  if (order.revert?.why === "undo") return quiet(`Undo: ${requirement.requirement.title}`).slice(0, 200);
  return quiet(`Revert: ${commits[0]?.subject ?? ""}`).slice(0, 200);
}

const WHY: Readonly<Record<RevertBlock["why"], string>> = {
  tree: "What landed is not what merging its head gives; the check `nightshift/record` on the commit says what differs.",
  red: "The verify commands, or workflows that are started there, fail on the base since it was merged, and passed before it. What failed stands on the issue of its feature, which is built anew when this is merged.",
  undo: "A person asked to undo the whole requirement. When this is merged, its issues are opened again, and it waits for `/nightshift resume`.",
};

function bodyOf({ order }: Desk, { commits }: Reverted, evidence: Evidence): string {
  const ran = evidence.commands.map(
    ({ command, exitCode }) => `\`${quiet(command)}\` ${exitCode === 0 ? "passed" : "failed"}`,
  );
  return [
    WHY[order.revert?.why ?? "undo"],
    "",
    "It takes back:",
    "",
    ...commits.map(({ sha, subject }) => `- ${short(sha)} ${quiet(subject)}`),
    "",
    `Verification of the base without them: ${ran.join(", ") || quiet(evidence.problem)}. Requirement: #${order.requirement.number}.`,
    "",
    "Merge it, or close it to keep what landed.",
  ].join("\n");
}

function blockOf({ order }: Desk, { commits }: Reverted): RevertBlock {
  return {
    v: 1,
    kind: "revert",
    requirement: order.requirement.number,
    pulls: commits.flatMap(({ pull }) => pull ?? []).slice(0, 100),
    why: order.revert?.why ?? "undo",
    ...(order.revert?.asked === undefined ? {} : { asked: order.revert.asked }),
  };
}
