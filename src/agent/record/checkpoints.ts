/** Checkpoints of the work tree, as a run takes them. */
import { messageOf } from "../../domain/errors.ts";
import type { Session } from "../session.ts";

/** A kept tree: `n` counts from 1, 0 is the tree that the run started from; `tree` is git's id of it. */
export interface Checkpoint {
  n: number;
  tree: string;
}

export interface Checkpoints {
  /** Keeps the tree as it is now; the checkpoint that holds it, an earlier one when nothing changed. */
  keep(): Promise<Checkpoint>;
}

/** Puts on record which files the agent knows, so that a process that goes on need not read them again. */
export async function noteFiles<T>({ run, transcript }: Session<T>): Promise<void> {
  if (run.transcript === undefined) return;
  const { seen, created } = await run.sandbox.files.learned();
  if (Object.keys(seen).length + created.length > 0) transcript.append("files", { seen, created });
}

/**
 * Keeps the tree after a turn that changed it, while the model thinks: when its next answer is on record, the tree that the
 * answer builds on is too. A checkpoint that cannot be taken is a warning; the run goes on without it.
 */
export async function keepTree<T>({ run, worktree, budget, transcript, emit }: Session<T>): Promise<void> {
  if (run.checkpoints === undefined || !worktree.isUnkept) return;
  const after = budget.turns;
  try {
    const { n, tree } = await run.checkpoints.keep();
    worktree.kept();
    transcript.append("checkpoint", { n, tree, after });
  } catch (error) {
    emit({ kind: "warning", message: `The work tree was not kept: ${messageOf(error)}` });
  }
}
