/** The sandbox as the runtime sees it: one place where commands run and files are touched, whatever its tier. */
import type { SandboxDenial } from "./denial.ts";
import type { FileClient } from "./file-client.ts";

export type SandboxTier = "bubblewrap" | "off";

/** One command. `argv` runs a program, `script` runs a shell text; both without terminal and with closed stdin. */
export type SandboxCommand = ({ argv: readonly [string, ...string[]] } | { script: string }) & {
  /** Relative to the workspace; default its root. */
  cwd?: string;
  /** Added to the sandbox's own small environment; never a secret. */
  env?: Readonly<Record<string, string>>;
  timeoutMs: number;
  /** Most bytes of output returned: the first 30 % and the last 70 %. */
  maxOutputBytes: number;
  /** When given, output that was cut is kept whole (up to 1 MB) as `out/<keepAs>.log` for `files.read`. */
  keepAs?: string;
  /** Lets the command reach the hosts that the sandbox was opened with, through our proxy; without such hosts none. */
  egress?: boolean;
  /** Kills the command with everything that it started. */
  signal?: AbortSignal;
};

export interface CommandOutcome {
  /** Null when a signal ended the command. */
  exitCode: number | null;
  signal: string | null;
  /** Standard output and error in the order of arrival, capped. */
  output: string;
  truncatedTo?: string;
  ms: number;
  timedOut: boolean;
  /** The wall of the sandbox that stopped it, when one did. */
  denial?: SandboxDenial | undefined;
}

export interface Sandbox {
  readonly tier: SandboxTier;
  /** Why this tier, in words for people. */
  readonly reason: string;
  /** Where the workspace is, as commands see it. */
  readonly root: string;
  /** Most processes at once, or "unbounded" where nothing can enforce it. */
  readonly processLimit: number | "unbounded";
  /** Runs one command; nothing that it started survives it in tier `bubblewrap`. A failing command is an outcome, not an error. */
  exec(command: SandboxCommand): Promise<CommandOutcome>;
  readonly files: FileClient;
  close(): Promise<void>;
}

export interface SandboxLimits {
  processes: number;
  openFiles: number;
  /** Largest file that a command may write. */
  fileBytes: number;
  /** Size of the private /tmp. */
  tmpBytes: number;
}

export const SANDBOX_LIMITS: SandboxLimits = {
  processes: 512,
  openFiles: 4_096,
  fileBytes: 2 ** 30,
  tmpBytes: 2 ** 29,
};
