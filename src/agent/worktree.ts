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
  /** Looks at the tree after a call that may have changed it. */
  look(effect: "write" | "execute"): Promise<void>;
}

export async function openWorktree(sandbox: Sandbox): Promise<Worktree> {
  const start = await digestOf(sandbox);
  const runs: CommandRun[] = [];
  let digest = start;
  let wrote = false;
  /** Commands before this index ran on an older tree. */
  let fresh = 0;

  return {
    get digest() {
      return digest;
    },
    get edited() {
      return digest === null || start === null ? wrote : digest !== start;
    },
    commands: () => runs.map((run, index) => ({ ...run, afterLastEdit: index >= fresh })),
    ranCommand: (run) => void runs.push(run),
    async look(effect) {
      const now = await digestOf(sandbox);
      const changed = now === null ? effect === "write" : now !== digest;
      digest = now;
      if (!changed) return;
      wrote = true;
      fresh = effect === "execute" ? runs.length - 1 : runs.length;
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
