/** What is known of the work tree during a run: its digest, whether it was edited, and which commands saw it as it is. */
import type { FinishedCommand } from "./completion.ts";
import { FileRefusedError } from "./sandbox/file-client.ts";
import type { Sandbox } from "./sandbox/sandbox.ts";
import type { CommandRun } from "./tool.ts";

export interface Worktree {
  readonly digest: string | null;
  readonly edited: boolean;
  /** Commands in order; one that itself changed the tree counts as run after the edit. */
  commands(): FinishedCommand[];
  ranCommand(run: CommandRun): void;
  /** Looks at the tree after a call that may have changed it. True when it is not what it was, as far as anyone can tell. */
  look(effect: "write" | "execute"): Promise<boolean>;
  /** Takes in a change that an earlier process saw. */
  recall(effect: "write" | "execute"): void;
  /** It changed since it was last kept. */
  readonly isUnkept: boolean;
  kept(): void;
  /** Takes the tree as it is now for what was recalled. */
  settle(): Promise<void>;
}

export async function openWorktree(sandbox: Sandbox): Promise<Worktree> {
  const start = await digestOf(sandbox);
  const runs: (CommandRun & { changed?: boolean })[] = [];
  let digest = start;
  let wrote = false;
  /** Commands before this index ran on an older tree. */
  let fresh = 0;

  let isUnkept = false;

  function changedBy(effect: "write" | "execute"): void {
    wrote = true;
    fresh = effect === "execute" ? Math.max(0, runs.length - 1) : runs.length;
    const last = runs.at(-1);
    if (effect === "execute" && last) last.changed = true;
  }

  return {
    get digest() {
      return digest;
    },
    get edited() {
      return digest === null || start === null ? wrote : digest !== start;
    },
    commands: () => runs.map((run, index) => ({ ...run, afterLastEdit: index >= fresh })),
    ranCommand: (run) => void runs.push({ ...run }),
    async look(effect) {
      const now = await digestOf(sandbox);
      const changed = now === null ? effect === "write" : now !== digest;
      digest = now;
      if (changed) changedBy(effect);
      isUnkept ||= changed || now === null;
      return changed || now === null;
    },
    recall: changedBy,
    get isUnkept() {
      return isUnkept;
    },
    kept() {
      isUnkept = false;
    },
    async settle() {
      digest = await digestOf(sandbox);
    },
  };
}

/** A digest that takes too long is as good as none. */
function digestOf(sandbox: Sandbox): Promise<string | null> {
  return sandbox.files.digest().catch((error: unknown) => {
    if (error instanceof FileRefusedError) return null;
    throw error;
  });
}
