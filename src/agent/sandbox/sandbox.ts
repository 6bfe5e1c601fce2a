/** The sandbox as the runtime sees it: one place where commands run and files are touched, whatever its tier. */
import { totalmem } from "node:os";
import type { Readable, Writable } from "node:stream";
import type { SandboxDenial } from "./denial.ts";
import type { RefusedHost } from "./egress/gate.ts";
import type { FileClient } from "./file-client.ts";

/** From the strongest: commands isolated by namespaces, by a container; no commands at all; no isolation. */
export type SandboxTier = "bubblewrap" | "docker" | "no-exec" | "off";

/**
 * The lowest tier that is accepted. `required`: commands run isolated, or nothing runs. `no-exec`: where they cannot be
 * isolated, the file tools work and no command runs. `off`: commands run as the current user.
 */
export type SandboxMode = "required" | "no-exec" | "off";

/** One command. `argv` runs a program, `script` runs a shell text; both without terminal and with closed stdin. */
export type SandboxCommand = ({ argv: readonly [string, ...string[]] } | { script: string }) & {
  /** Relative to the workspace; default its root. */
  cwd?: string;
  /** Added to the sandbox's own small environment; never a secret. */
  env?: Readonly<Record<string, string>>;
  /** Standard input; closed without it. */
  input?: string;
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

/** In tier `no-exec` nothing of the model's runs. The text is for the model. */
export class NoCommandsError extends Error {
  constructor() {
    super(
      "Commands cannot run here: this machine has no sandbox for them. Read, search and edit files; the tests run later, in a job of their own.",
    );
  }
}

/** A program that stays until it is killed. What it writes is a stranger's. */
export interface ServedProcess {
  input: Writable;
  output: Readable;
  exited: Promise<void>;
  kill(): void;
}

export interface Sandbox {
  readonly tier: SandboxTier;
  /** Why this tier, in words for people. */
  readonly reason: string;
  /** Where the workspace is, as commands see it. */
  readonly root: string;
  /** Most processes at once, or "unbounded" where nothing can enforce it. */
  readonly processLimit: number | "unbounded";
  /** Most bytes of memory of all commands together, or of each process where only that can be enforced. */
  readonly memoryLimit: { bytes: number; of: "all" | "process" } | "unbounded";
  /**
   * Runs one command; nothing that it started survives it in tiers `bubblewrap` and `docker`. A failing command is an
   * outcome, not an error.
   * @throws NoCommandsError in tier `no-exec`
   */
  exec(command: SandboxCommand): Promise<CommandOutcome>;
  /**
   * Starts a program that stays, such as a tool server, in the same isolation as a command; it ends with the sandbox at the latest.
   * @throws NoCommandsError in tier `no-exec`
   */
  serve(argv: readonly string[], env?: Readonly<Record<string, string>>): Promise<ServedProcess>;
  /** Hosts that commands with `egress` asked for and did not get. */
  refusedHosts(): readonly RefusedHost[];
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
  /** Size of the private /dev/shm. */
  sharedBytes: number;
  memoryBytes: number;
}

export const SANDBOX_LIMITS: SandboxLimits = {
  processes: 512,
  openFiles: 4_096,
  fileBytes: 2 ** 30,
  tmpBytes: 2 ** 29,
  sharedBytes: 2 ** 28,
  /** Three quarters of the machine: a command that takes all of it would take the runner with it. */
  memoryBytes: Math.floor(totalmem() * 0.75),
};
