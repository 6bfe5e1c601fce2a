/** What git says about a commit that a merge made. */
import type { MergeRecord } from "../domain/merge-record.ts";
import type { Git } from "./git.ts";

export interface LandedCommit {
  parent: string;
  tree: string;
  /** What is wrong with it, in words for people; undefined when parent and tree are as they must be. */
  problem: string | undefined;
}

/** A squash has one parent, and exactly the tree that git makes of merging the head into that parent. */
export async function proveCommit(
  git: Pick<Git, "text" | "treeOf" | "mergeTree">,
  sha: string,
  record: Pick<MergeRecord, "head" | "base" | "tree">,
): Promise<LandedCommit> {
  const [parent = "", ...more] = (await git.text(["rev-list", "--parents", "-n", "1", sha]))
    .split(" ")
    .slice(1);
  const tree = await git.treeOf(sha);
  if (parent === "" || more.length > 0)
    return {
      parent,
      tree,
      problem: `it has ${parent === "" ? "no parent" : `${more.length + 1} parents`}, and a squash has one`,
    };
  const merged = await git.mergeTree(parent, record.head);
  if (merged.conflicts.length > 0)
    return { parent, tree, problem: `${record.head} conflicts with its parent ${parent}` };
  if (tree !== merged.tree)
    return {
      parent,
      tree,
      problem: `its tree is ${tree}, but merging ${record.head} into ${parent} gives ${merged.tree}`,
    };
  if (parent === record.base && tree !== record.tree)
    return { parent, tree, problem: `its tree is ${tree}, and ${record.tree} was verified` };
  return { parent, tree, problem: undefined };
}
