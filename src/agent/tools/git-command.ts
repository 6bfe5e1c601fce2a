/** Git for tools: read-only, inside the sandbox, deaf to the repository's own configuration of programs. */
import { GIT_GUARDS } from "../sandbox/git-view.ts";
import type { CommandOutcome } from "../sandbox/sandbox.ts";
import type { ToolContext } from "../tool.ts";

const TIMEOUT_MS = 20_000;

export function gitIn(
  { sandbox, signal }: ToolContext,
  args: readonly string[],
  maxOutputBytes: number,
  guards: readonly string[] = GIT_GUARDS,
): Promise<CommandOutcome> {
  return sandbox.exec({ argv: ["git", ...guards, ...args], timeoutMs: TIMEOUT_MS, maxOutputBytes, signal });
}
