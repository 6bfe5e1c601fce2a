/** Pushes the change of an outcome to the feature's branch, guarded by where the branch was observed. */
import { NightshiftError } from "../../domain/errors.ts";
import type { Outcome } from "../../domain/outcome.ts";
import type { Git } from "../../github/git.ts";
import { BOT_MAIL } from "../../github/git.ts";
import type { Desk } from "../apply.ts";
import { changeOf } from "../change.ts";
import { fetchOrder, remoteOf } from "../fetch.ts";
import { checkChange } from "../policy-check.ts";

/** The new head. Throws PATCH_REFUSED, SECRET_FOUND, or GITHUB_CONFLICT when somebody else pushed meanwhile. */
export async function pushChange(
  desk: Desk,
  outcome: Outcome,
  token: string,
  title: string,
): Promise<string> {
  const { job, facts, order, snapshot } = desk;
  if (order.branch === undefined)
    throw new NightshiftError("WORK_ORDER_INVALID", "The work order names no branch.");
  const git = await fetchOrder(job, facts, order, token);
  const remote = remoteOf(facts, token);
  const change = await changeOf(git, facts, order, outcome);
  const before = await git.treeOf(
    order.mode === "feedback" && order.pull ? order.pull.head : order.base.head,
  );
  await checkChange(git, before, change.tree, {
    protected: snapshot.config.protected_paths,
    secrets: [token],
  });
  const message = `${title}\n\n${outcome.summary}\n\nNightshift-Order: ${order.id}\n`;
  const commit = await git.commit({ tree: change.tree, parents: change.parents, message, date: order.date });
  const expected = order.pull?.head ?? (await ownLeftover(git, desk, token));
  if (!(await git.push(remote, commit, order.branch, expected))) {
    throw new NightshiftError(
      "GITHUB_CONFLICT",
      `${order.branch} was pushed to meanwhile; nothing was overwritten. The next sweep starts from the new head.`,
    );
  }
  job.log(`pushed ${commit} to ${order.branch}`);
  return commit;
}

/** A branch without a pull request that a killed run of ours left behind may be overwritten; one with commits of people never. */
export async function ownLeftover(
  git: Git,
  { facts, order }: Desk,
  token: string,
): Promise<string | undefined> {
  const remote = remoteOf(facts, token);
  const head = await git.remoteHead(remote, order.branch ?? "");
  if (head === undefined) return undefined;
  await git.fetch(remote, [head]);
  const mails = await git.text(["log", "--format=%ce", `${order.base.head}..${head}`]);
  if (mails.split("\n").some((mail) => mail !== "" && mail !== BOT_MAIL)) {
    throw new NightshiftError(
      "PATCH_REFUSED",
      `The branch ${order.branch} exists and carries commits of people; it is never overwritten. Rename or delete it.`,
    );
  }
  return head;
}
