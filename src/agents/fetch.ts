/** Brings exactly the work order's commits and lays out the tree that the job works on. The only step of its job that holds the token. */
import { mkdir, readdir, rm } from "node:fs/promises";
import type { WorkOrder } from "../domain/work-order.ts";
import { Git, type Remote } from "../github/git.ts";
import { gitUrl, type Job, places, type RunFacts } from "./job.ts";

/** Commits of history that come along at first; more are fetched only when the common ancestor lies deeper. */
const DEPTH = 200;

export function openGit(job: Job, facts: RunFacts): Promise<Git> {
  return Git.open({ dir: places(facts).git, spawn: job.spawn, path: job.env.PATH ?? "" });
}

export function remoteOf(facts: RunFacts, token: string): Remote {
  return { url: gitUrl(facts), token };
}

/** Fetches base and head of `order` with their common ancestor, and heads that were reviewed before as far as they are to be had. */
export async function fetchOrder(job: Job, facts: RunFacts, order: WorkOrder, token: string): Promise<Git> {
  const git = await openGit(job, facts);
  const remote = remoteOf(facts, token);
  if (order.mode === "revert") {
    await git.fetch(remote, [order.base.head]);
    return git;
  }
  const shas = [order.base.head, ...(order.pull ? [order.pull.head] : [])];
  await git.fetch(remote, shas, DEPTH);
  if (order.pull && (await git.mergeBase(order.base.head, order.pull.head)) === undefined)
    await git.fetch(remote, shas);
  for (const { head } of order.pull?.reviewed ?? [])
    if (!shas.includes(head)) await git.fetch(remote, [head], DEPTH).catch(() => undefined);
  return git;
}

/** The commit or tree that the agent starts from: the base, the pull request's head, or both merged with conflict markers. A head that is read as data is never laid out. */
export async function startingTree(git: Git, order: WorkOrder): Promise<string> {
  if (!order.pull || order.mode === "implement" || order.foreign?.asData) return order.base.head;
  if (order.mode === "conflict") return (await git.mergeTree(order.base.head, order.pull.head)).tree;
  return order.pull.head;
}

/** Phase `fetch`: git objects outside the workspace, the base tree in it. */
export async function runFetch(job: Job, facts: RunFacts, order: WorkOrder, token: string): Promise<void> {
  const git = await fetchOrder(job, facts, order, token);
  await emptyDirectory(facts.workspace);
  await git.checkout(order.base.head, facts.workspace, places(facts).index("base"));
  job.log(
    `fetched ${order.base.branch} at ${order.base.head}${order.pull ? ` and pull request #${order.pull.number} at ${order.pull.head}` : ""}`,
  );
}

/** Turns the workspace from the base tree into `tree`; what the set-up left beside it stays. */
export async function layOut(
  git: Git,
  tree: string,
  base: string,
  workspace: string,
  index: string,
): Promise<void> {
  if (tree !== base) {
    const gone = await git.text(["diff", "--name-only", "--no-renames", "--diff-filter=D", "-z", base, tree]);
    for (const path of gone.split("\0").filter((name) => name !== ""))
      await rm(`${workspace}/${path}`, { force: true });
  }
  await git.checkout(tree, workspace, index);
}

async function emptyDirectory(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  for (const name of await readdir(directory))
    await rm(`${directory}/${name}`, { recursive: true, force: true });
}
