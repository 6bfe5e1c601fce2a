/** What the base looks like without certain merges: the same in the job that verifies it and in the one that commits it. */
import { readRecord, requirementOfCommit } from "../../domain/merge-record.ts";
import type { RequirementOrder } from "../../domain/work-order.ts";
import type { Git } from "../../github/git.ts";

export interface Reverted {
  /** Commits that are taken back, newest first, with the pull requests that they came from. */
  commits: readonly { sha: string; pull: number | undefined; subject: string }[];
  tree: string;
  /** Paths where later commits stand in the way; then the tree is of no use. */
  conflicts: readonly string[];
}

const REVERTS = "Nightshift-Reverts";

/** Trailers of a commit that takes these back, by which an undo that comes later leaves them out. */
export function revertTrailers({ commits }: Reverted): string {
  return commits.map(({ sha }) => `${REVERTS}: ${sha}`).join("\n");
}

/** Takes back what `order` names, one commit after the other, the newest first. */
export async function revertedTree(git: Git, order: RequirementOrder): Promise<Reverted> {
  const shas = order.revert?.why === "undo" ? await commitsOf(git, order) : [order.pull?.head ?? ""];
  const commits = [];
  let tree = await git.treeOf(order.base.head);
  for (const sha of shas) {
    const step = await without(git, tree, sha, order.date);
    commits.push(await about(git, sha));
    if (step.conflicts.length > 0) return { commits, tree, conflicts: step.conflicts };
    tree = step.tree;
  }
  return { commits, tree, conflicts: [] };
}

/** Every commit of the requirement on the base that is not taken back yet, found by its trailers; newest first. */
async function commitsOf(git: Git, { base, requirement }: RequirementOrder): Promise<string[]> {
  const bodies = async (pattern: string) => {
    const listed = await git.text([
      "log",
      "--fixed-strings",
      `--grep=${pattern}`,
      "--format=%H%x00%B%x1e",
      base.head,
    ]);
    return listed
      .split("\x1e")
      .map((entry) => entry.trim().split("\0"))
      .flatMap(([sha = "", body = ""]) => (sha === "" ? [] : [{ sha, body }]));
  };
  const reverted = new Set(
    (await bodies(`${REVERTS}: `)).flatMap(({ body }) =>
      [...body.matchAll(/^Nightshift-Reverts: ([0-9a-f]{40})$/gm)].map(([, sha]) => sha),
    ),
  );
  return (await bodies(`Nightshift-Requirement: #${requirement.number}`))
    .filter(({ sha, body }) => requirementOfCommit(body) === requirement.number && !reverted.has(sha))
    .filter(({ body }) => !body.includes(`\n${REVERTS}: `))
    .map(({ sha }) => sha);
}

/**
 * `tree` without the change of `sha`: a merge whose common ancestor is `sha` itself. `git merge-tree --merge-base` is newer than
 * the git that we ask for, so the ancestor is made by two commits on top of one.
 */
async function without(git: Git, tree: string, sha: string, date: string) {
  const commit = (of: string, parents: readonly string[]) =>
    git.commit({ tree: of, parents, message: "step\n", date });
  const ancestor = await commit(await git.treeOf(sha), []);
  const ours = await commit(tree, [ancestor]);
  const theirs = await commit(await git.treeOf(`${sha}^`), [ancestor]);
  return git.mergeTree(ours, theirs);
}

async function about(git: Git, sha: string) {
  const message = await git.text(["log", "-1", "--format=%B", sha]);
  const [subject = ""] = message.split("\n");
  return { sha, pull: readRecord(message).record?.pull, subject };
}
