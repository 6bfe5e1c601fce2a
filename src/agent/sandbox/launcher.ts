/** How a command becomes a process: the only difference between the tiers. */
import { spawn } from "node:child_process";
import { access, constants } from "node:fs/promises";
import { isAbsolute, join, relative, resolve } from "node:path";
import type { Duplex } from "node:stream";
import { denialOf } from "./denial.ts";
import type { Environment } from "./environment.ts";
import { connectFileServer, type FileClient } from "./file-client.ts";
import { type InsideProcess, killGroup, runProcess } from "./process.ts";
import type { CommandOutcome, Sandbox, SandboxCommand, SandboxTier, ServedProcess } from "./sandbox.ts";

/** Most bytes of a command's output that can be read later. */
const KEEP_BYTES = 1_000_000;

export interface WrapRequest {
  argv: readonly string[];
  env?: Environment | undefined;
  /** Directory as the command sees it. */
  cwd?: string | undefined;
  /** Standard input stays open: a server. */
  interactive?: boolean | undefined;
  /** Reach the hosts of the set-up. */
  egress?: boolean | undefined;
}

/** A wrapped command, ready to spawn. `descriptors` are opened for this one spawn; `release` ends everything that belongs to it. */
export interface WrappedCommand {
  argv: readonly string[];
  env: Environment;
  descriptors: readonly number[];
  /** Given our end of a socket whose other end the command inherits after `descriptors`. */
  serve?: ((channel: Duplex) => void) | undefined;
  inside?: InsideProcess;
  release(): Promise<void>;
}

/** What the kernel counted since the sandbox was opened, where it counts. */
export interface KernelCounts {
  refusedProcesses: number;
  memoryKills: number;
}

export interface Launcher {
  tier: SandboxTier;
  reason: string;
  /** The workspace as commands see it. */
  root: string;
  /** Names that a process may see in any environment. */
  environment: Environment;
  processLimit: Sandbox["processLimit"];
  memoryLimit: Sandbox["memoryLimit"];
  wrap(request: WrapRequest): Promise<WrappedCommand>;
  counts?(): KernelCounts;
  close(): Promise<void>;
}

/** Runs one command to its end. */
export async function runCommand(
  launcher: Launcher,
  workspace: string,
  command: SandboxCommand,
): Promise<CommandOutcome & { whole?: string }> {
  const cwd = placeInside(workspace, command.cwd);
  const wrapped = await launcher.wrap({
    argv: "argv" in command ? command.argv : [await shell(), "-c", command.script],
    env: command.env,
    cwd: command.cwd === undefined ? undefined : join(launcher.root, relative(workspace, cwd)),
    egress: command.egress,
    interactive: command.input !== undefined,
  });
  const before = launcher.counts?.();
  try {
    const outcome = await runProcess({
      argv: wrapped.argv,
      env: wrapped.env,
      cwd: launcher.root === workspace ? cwd : workspace,
      timeoutMs: command.timeoutMs,
      maxOutputBytes: command.maxOutputBytes,
      keepBytes: KEEP_BYTES,
      descriptors: wrapped.descriptors,
      serve: wrapped.serve,
      inside: wrapped.inside,
      signal: command.signal,
      input: command.input,
    });
    return { ...outcome, denial: denialIn(launcher, outcome, before) };
  } finally {
    await wrapped.release();
  }
}

/** Without walls only the clock stops a command. */
function denialIn(launcher: Launcher, outcome: CommandOutcome, before: KernelCounts | undefined) {
  if (launcher.tier === "off" && !outcome.timedOut) return undefined;
  const after = outcome.exitCode === 0 || before === undefined ? undefined : launcher.counts?.();
  return denialOf({
    ...outcome,
    refusedProcesses: (after?.refusedProcesses ?? 0) - (before?.refusedProcesses ?? 0),
    memoryKills: (after?.memoryKills ?? 0) - (before?.memoryKills ?? 0),
  });
}

/** Starts a program that stays. */
export async function serveProgram(
  launcher: Launcher,
  workspace: string,
  argv: readonly string[],
  env?: Environment,
): Promise<ServedProcess> {
  const wrapped = await launcher.wrap({ argv, env, interactive: true });
  const [program = "", ...args] = wrapped.argv;
  const child = spawn(program, args, {
    cwd: workspace,
    env: { ...wrapped.env },
    detached: true,
    stdio: ["pipe", "pipe", "ignore", ...wrapped.descriptors],
  });
  const exited = new Promise<void>((resolve) => {
    child.once("close", () => resolve());
    child.once("error", () => resolve());
  });
  void exited.then(() => wrapped.release());
  const { stdin, stdout } = child;
  if (!stdin || !stdout) throw new Error(`${argv[0]} could not be started`);
  stdin.on("error", () => undefined);
  return { input: stdin, output: stdout, exited, kill: () => killGroup(child, wrapped.inside) };
}

/** Starts the file server as a long-lived command of the same wrapping. */
export async function startFileServer(
  launcher: Launcher,
  workspace: string,
  command: readonly string[],
): Promise<FileClient> {
  const wrapped = await launcher.wrap({ argv: command, interactive: true });
  const [program = "", ...args] = wrapped.argv;
  const child = spawn(program, args, {
    cwd: workspace,
    env: { ...wrapped.env },
    detached: true,
    stdio: ["pipe", "pipe", "pipe", ...wrapped.descriptors],
  });
  child.once("close", () => void wrapped.release());
  return connectFileServer(child);
}

function placeInside(workspace: string, cwd: string | undefined): string {
  const place = resolve(workspace, cwd ?? ".");
  const inside = relative(workspace, place);
  if (inside.startsWith("..") || isAbsolute(inside)) throw new Error(`cwd ${cwd} is outside the repository`);
  return place;
}

async function shell(): Promise<string> {
  return access("/bin/bash", constants.X_OK).then(
    () => "/bin/bash",
    () => "/bin/sh",
  );
}
