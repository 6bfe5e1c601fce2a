/** The trees that a work order and its patch lead to: the new head, and that head merged with the base. */
import { readFile } from "node:fs/promises";
import { NightshiftError } from "../domain/errors.ts";
import type { Outcome } from "../domain/outcome.ts";
import type { WorkOrder } from "../domain/work-order.ts";
import type { Git } from "../github/git.ts";
import { startingTree } from "./fetch.ts";
import { places, type RunFacts } from "./job.ts";

/** Largest patch that is taken on, in bytes. */
const PATCH_LIMIT = 20_000_000;

export interface Change {
  /** Tree of the branch after the change. */
  tree: string;
  /** Parents of the commit that carries it: the old head, or the base when the branch starts (anew) there. */
  parents: readonly string[];
  patch: Buffer;
}

/** The change that an outcome's patch makes. Throws PATCH_REFUSED when it does not apply to what the agent started from. */
export async function changeOf(
  git: Git,
  facts: RunFacts,
  order: WorkOrder,
  outcome: Pick<Outcome, "patch">,
): Promise<Change> {
  const start = await startingTree(git, order);
  const from = await git.text(["rev-parse", "--verify", `${start}^{tree}`]);
  const patch = outcome.patch ? await readPatch(places(facts).patch) : Buffer.alloc(0);
  const tree = patch.length > 0 ? await git.applyPatch(from, patch, places(facts).index("apply")) : from;
  const parent = order.mode === "feedback" && order.pull ? order.pull.head : order.base.head;
  return { tree, parents: [parent], patch };
}

async function readPatch(file: string): Promise<Buffer> {
  const patch = await readFile(file);
  if (patch.length > PATCH_LIMIT)
    throw new NightshiftError(
      "PATCH_REFUSED",
      `The patch has ${patch.length} bytes, more than ${PATCH_LIMIT}.`,
    );
  return patch;
}

/** Tree of the base with the change merged in: exactly what a squash merge would make. Undefined when they conflict. */
export async function mergedTree(git: Git, order: WorkOrder, change: Change): Promise<string | undefined> {
  const head = await git.commit({
    tree: change.tree,
    parents: change.parents,
    message: "candidate",
    date: order.date,
  });
  const merged = await git.mergeTree(order.base.head, head);
  return merged.conflicts.length === 0 ? merged.tree : undefined;
}
