/** Opens the sandbox: decides the tier once, before any model call, and fails closed. */
import { spawn } from "node:child_process";
import { access, constants, mkdtemp, realpath, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { isAbsolute, join, relative, resolve } from "node:path";
import { NightshiftError } from "../../domain/errors.ts";
import type { Log } from "../../ops/log.ts";
import { openWrapper, type Wrapper } from "./bubblewrap.ts";
import { denialOf } from "./denial.ts";
import { type Environment, sandboxEnvironment, toolchainHomes } from "./environment.ts";
import { connectFileServer, type FileClient } from "./file-client.ts";
import { probeSandbox } from "./probe.ts";
import { runProcess } from "./process.ts";
import { WORKSPACE } from "./root.ts";
import {
  type CommandOutcome,
  SANDBOX_LIMITS,
  type Sandbox,
  type SandboxCommand,
  type SandboxLimits,
} from "./sandbox.ts";

/** Most bytes of a command's output that can be read later. */
const KEEP_BYTES = 1_000_000;

const REMEDY =
  'Install bubblewrap and allow unprivileged user namespaces (Ubuntu 24.04: an AppArmor profile for /usr/bin/bwrap with "userns,"), or set sandbox: off to run without isolation.';

export interface SandboxOptions {
  /** `required` fails without a working sandbox; `off` runs commands as the current user. */
  mode: "required" | "off";
  workspace: string;
  /** `host` is for set-up commands only. */
  network: "none" | "host";
  /** Starts the file server, such as `[process.execPath, <bundle>, "sandbox-files"]`; absolute paths. */
  fileServerCommand: readonly string[];
  /** More directories that commands may read, at their own path. */
  readOnlyBinds?: readonly string[];
  limits?: Partial<SandboxLimits>;
  log: Pick<Log, "info" | "warning">;
  /** Where PATH and toolchain homes are read; never handed on. */
  parentEnvironment?: NodeJS.ProcessEnv;
  /** Path of bubblewrap; found in PATH by default. */
  bwrap?: string;
}

/** How a command becomes a process; the only difference between the tiers. */
interface Launcher {
  tier: Sandbox["tier"];
  reason: string;
  root: string;
  environment: Environment;
  processLimit: Sandbox["processLimit"];
  wrap: Wrapper["wrap"];
  close(): Promise<void>;
}

/**
 * Opens a sandbox for one workspace.
 * @throws NightshiftError SANDBOX_UNAVAILABLE when one is required and the machine cannot give it
 */
export async function openSandbox(options: SandboxOptions): Promise<Sandbox> {
  const workspace = await realpath(options.workspace);
  if (options.mode === "off") {
    options.log.warning("The sandbox is off: commands of the model run as this user with network.");
    return start(await openPlainLauncher(workspace, options), workspace);
  }
  await checkOwner(workspace);
  const wrapper = await openWrapper({
    workspace,
    network: options.network,
    fileServerCommand: options.fileServerCommand,
    readOnlyBinds: options.readOnlyBinds ?? [],
    limits: { ...SANDBOX_LIMITS, ...options.limits },
    parentEnvironment: options.parentEnvironment ?? process.env,
    bwrap: options.bwrap,
  });
  if ("missing" in wrapper) throw unavailable(wrapper.missing);

  const launcher: Launcher = {
    ...wrapper,
    tier: "bubblewrap",
    reason: "bubblewrap; the probe found nothing wrong",
    root: WORKSPACE,
  };
  const problems = await probeSandbox({
    exec: (command) => runCommand(launcher, workspace, command),
    environment: wrapper.environment,
    network: options.network,
  }).catch((error: unknown) => [error instanceof Error ? error.message : String(error)]);
  if (problems.length > 0) {
    await wrapper.close();
    throw unavailable(problems.join("; "));
  }
  options.log.info(
    `Sandbox: ${launcher.reason}, network ${options.network}, processes ${launcher.processLimit}.`,
  );
  return start(launcher, workspace);

  async function start(on: Launcher, place: string): Promise<Sandbox> {
    const files = await startFileServer(on, place, options.fileServerCommand);
    return {
      tier: on.tier,
      reason: on.reason,
      root: on.root,
      processLimit: on.processLimit,
      files,
      exec: (command) => execKeeping(on, place, files, command),
      async close() {
        await files.close();
        await on.close();
      },
    };
  }
}

/** Inside, only our own user exists: files of others could not be written, also not by root. */
async function checkOwner(workspace: string): Promise<void> {
  const { uid } = await stat(workspace);
  const ours = process.getuid?.();
  if (ours === undefined || uid === ours) return;
  throw new NightshiftError(
    "SANDBOX_UNAVAILABLE",
    `The workspace ${workspace} belongs to user ${uid}, but Nightshift runs as user ${ours}; give it to that user with "chown -R ${ours} <workspace>".`,
  );
}

function unavailable(reason: string): NightshiftError {
  return new NightshiftError("SANDBOX_UNAVAILABLE", `No sandbox on this machine: ${reason}. ${REMEDY}`);
}

async function openPlainLauncher(workspace: string, options: SandboxOptions): Promise<Launcher> {
  const parent = options.parentEnvironment ?? process.env;
  const temporary = await mkdtemp(join(tmpdir(), "nightshift-home-"));
  const environment = sandboxEnvironment({
    path: parent.PATH ?? "/usr/bin:/bin",
    home: temporary,
    temporary,
    toolchains: toolchainHomes(parent),
  });
  return {
    tier: "off",
    reason: "switched off by configuration",
    root: workspace,
    environment,
    processLimit: "unbounded",
    async wrap(argv, env = {}) {
      return { argv, env: { ...env, ...environment }, descriptors: [], release: async () => undefined };
    },
    close: () => rm(temporary, { recursive: true, force: true }),
  };
}

async function startFileServer(
  launcher: Launcher,
  workspace: string,
  command: readonly string[],
): Promise<FileClient> {
  const wrapped = await launcher.wrap(command);
  const [program = "", ...args] = wrapped.argv;
  const child = spawn(program, args, {
    cwd: workspace,
    env: { ...wrapped.env },
    detached: true,
    stdio: ["pipe", "pipe", "pipe", ...wrapped.descriptors],
  });
  await wrapped.release();
  return connectFileServer(child);
}

async function execKeeping(
  launcher: Launcher,
  workspace: string,
  files: FileClient,
  command: SandboxCommand,
): Promise<CommandOutcome> {
  const { whole, ...outcome } = await runCommand(launcher, workspace, command);
  if (whole === undefined || command.keepAs === undefined) return outcome;
  await files.keep(command.keepAs, whole);
  return { ...outcome, truncatedTo: `out/${command.keepAs}.log` };
}

async function runCommand(
  launcher: Launcher,
  workspace: string,
  command: SandboxCommand,
): Promise<CommandOutcome & { whole?: string }> {
  const cwd = placeInside(workspace, command.cwd);
  const argv = "argv" in command ? command.argv : [await shell(), "-c", command.script];
  const wrapped = await launcher.wrap(
    argv,
    command.env,
    command.cwd === undefined ? undefined : join(launcher.root, relative(workspace, cwd)),
  );
  try {
    const outcome = await runProcess({
      argv: wrapped.argv,
      env: wrapped.env,
      cwd: launcher.tier === "off" ? cwd : workspace,
      timeoutMs: command.timeoutMs,
      maxOutputBytes: command.maxOutputBytes,
      keepBytes: KEEP_BYTES,
      descriptors: wrapped.descriptors,
      signal: command.signal,
    });
    return {
      ...outcome,
      denial: launcher.tier === "off" && !outcome.timedOut ? undefined : denialOf(outcome),
    };
  } finally {
    await wrapped.release();
  }
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
