/** Runs set-up and verify commands one after the other in the sandbox, up to the first that fails. */
import type { Sandbox } from "../agent/sandbox/sandbox.ts";
import type { CommandResult } from "../domain/outcome.ts";

const OUTPUT_BYTES = 256_000;
const TAIL = 4_000;

export interface RunCommandsOptions {
  /** Wall time of all of them together. */
  minutes: number;
  /** They may reach the hosts that the sandbox was opened with: the set-up. */
  egress: boolean;
  now: () => Date;
  log: (line: string) => void;
}

export async function runCommands(
  sandbox: Sandbox,
  commands: readonly string[],
  options: RunCommandsOptions,
): Promise<CommandResult[]> {
  const deadline = options.now().getTime() + options.minutes * 60_000;
  const results: CommandResult[] = [];
  for (const command of commands) {
    const timeoutMs = Math.max(1_000, deadline - options.now().getTime());
    options.log(`$ ${command}`);
    const before = sandbox.refusedHosts().length;
    const outcome = await sandbox.exec({
      script: command,
      timeoutMs,
      maxOutputBytes: OUTPUT_BYTES,
      egress: options.egress,
    });
    const exitCode = outcome.timedOut ? null : outcome.exitCode;
    const refused = sandbox
      .refusedHosts()
      .slice(before)
      .map(({ host, why }) => `refused: ${host} (${why})`);
    for (const line of [...outcome.output.split("\n").slice(-60), ...refused]) options.log(`  ${line}`);
    options.log(
      exitCode === 0
        ? `exit 0 after ${Math.round(outcome.ms)} ms`
        : `failed: ${outcome.timedOut ? "out of time" : `exit ${exitCode}`}`,
    );
    results.push({
      command: command.slice(0, 2_000),
      exitCode,
      ms: outcome.ms,
      tail: exitCode === 0 ? "" : [outcome.output, ...refused].join("\n").slice(-TAIL),
    });
    if (exitCode !== 0) break;
  }
  return results;
}
