/** Opens the sandbox: decides the tier once, before any model call, and fails closed. */
import { realpath, stat } from "node:fs/promises";
import { messageOf, NightshiftError } from "../../domain/errors.ts";
import type { Log } from "../../ops/log.ts";
import { openBubblewrap } from "./bubblewrap.ts";
import { openDocker } from "./docker.ts";
import { type Egress, type EgressOptions, openEgress } from "./egress/gate.ts";
import type { FileClient } from "./file-client.ts";
import { type Launcher, runCommand, serveProgram, startFileServer } from "./launcher.ts";
import { openNoExec, openPlain } from "./plain.ts";
import { probeSandbox } from "./probe.ts";
import {
  type CommandOutcome,
  SANDBOX_LIMITS,
  type Sandbox,
  type SandboxCommand,
  type SandboxLimits,
  type SandboxMode,
  type ServedProcess,
} from "./sandbox.ts";

const REMEDY =
  'Install bubblewrap and allow unprivileged user namespaces (Ubuntu 24.04: an AppArmor profile for /usr/bin/bwrap with "userns,"), or give the user of the runner a docker daemon; "sandbox: no-exec" goes on without commands, "sandbox: off" without isolation.';

export interface SandboxOptions {
  /** The lowest tier that is accepted. */
  mode: SandboxMode;
  workspace: string;
  /** What commands with `egress` may reach, and the program that bridges to it: `[process.execPath, <bundle>, "sandbox-egress"]`. */
  egress?: EgressOptions & { bridge: readonly string[] };
  /** Starts the file server, such as `[process.execPath, <bundle>, "sandbox-files"]`; absolute paths. */
  fileServerCommand: readonly string[];
  /** More directories that commands may read, at their own path. */
  readOnlyBinds?: readonly string[];
  /** Globs of the workspace; those that name a file or a directory are read-only for commands. */
  protectedPaths?: readonly string[];
  limits?: Partial<SandboxLimits>;
  log: Pick<Log, "info" | "warning">;
  /** Where PATH and toolchain homes are read; never handed on. */
  parentEnvironment?: NodeJS.ProcessEnv;
  /** Path of bubblewrap; found in PATH by default. */
  bwrap?: string;
}

/**
 * Opens a sandbox for one workspace: bubblewrap, else docker, else what the mode accepts.
 * @throws NightshiftError SANDBOX_UNAVAILABLE when one is required and the machine cannot give it
 */
export async function openSandbox(options: SandboxOptions): Promise<Sandbox> {
  const workspace = await realpath(options.workspace);
  const gate = options.egress && openEgress(options.egress);
  const launcher = await chooseLauncher(options, workspace, gate);
  const files = await startFileServer(launcher, workspace, options.fileServerCommand);
  const served = new Set<ServedProcess>();
  return {
    tier: launcher.tier,
    reason: launcher.reason,
    root: launcher.root,
    processLimit: launcher.processLimit,
    memoryLimit: launcher.memoryLimit,
    files,
    exec: (command) => execKeeping(launcher, workspace, files, command),
    async serve(argv, env) {
      const program = await serveProgram(launcher, workspace, argv, env);
      served.add(program);
      void program.exited.then(() => served.delete(program));
      return program;
    },
    refusedHosts: () => gate?.refused() ?? [],
    async close() {
      for (const program of served) program.kill();
      await Promise.all([...served].map(({ exited }) => exited));
      await files.close();
      gate?.close();
      await launcher.close();
    },
  };
}

async function chooseLauncher(
  options: SandboxOptions,
  workspace: string,
  gate: Egress | undefined,
): Promise<Launcher> {
  const { log, fileServerCommand } = options;
  const parentEnvironment = options.parentEnvironment ?? process.env;
  const plain = { workspace, fileServerCommand, parentEnvironment };
  if (options.mode === "off") {
    log.warning("The sandbox is off: commands of the model run as this user with network.");
    return openPlain(plain);
  }
  const isolation = {
    ...plain,
    readOnlyBinds: options.readOnlyBinds ?? [],
    protectedPaths: options.protectedPaths ?? [],
    limits: { ...SANDBOX_LIMITS, ...options.limits },
    egress: gate && options.egress ? { gate, bridge: options.egress.bridge } : undefined,
  };
  const problems: string[] = [];
  const foreign = await foreignOwner(workspace);
  if (foreign !== undefined) problems.push(foreign);
  else {
    for (const open of [
      () => openBubblewrap({ ...isolation, bwrap: options.bwrap }),
      () => openDocker(isolation),
    ]) {
      const candidate = await proven(await open(), workspace, gate);
      if (!("missing" in candidate)) {
        log.info(
          `Sandbox: ${candidate.reason}; no network${gate ? " but the hosts of the set-up for its commands" : ""}, processes ${candidate.processLimit}, memory ${memoryText(candidate.memoryLimit)}.`,
        );
        return candidate;
      }
      problems.push(candidate.missing);
    }
  }
  if (options.mode === "required")
    throw new NightshiftError(
      "SANDBOX_UNAVAILABLE",
      `No sandbox on this machine: ${problems.join("; ")}. ${REMEDY}`,
    );
  log.warning(`The sandbox runs no commands here: ${problems.join("; ")}.`);
  return openNoExec(plain, problems.join("; "));
}

/** A launcher that passes the probe; a surprise in it means that it is not the sandbox that it claims to be. */
async function proven(
  opened: Launcher | { missing: string },
  workspace: string,
  gate: Egress | undefined,
): Promise<Launcher | { missing: string }> {
  if ("missing" in opened) return opened;
  const problems = await probeSandbox({
    tier: opened.tier,
    exec: (command) => runCommand(opened, workspace, command),
    environment: opened.environment,
    egress: gate !== undefined,
  }).catch((error: unknown) => [messageOf(error)]);
  gate?.forget();
  if (problems.length === 0) return opened;
  await opened.close();
  return { missing: `${opened.tier}: ${problems.join("; ")}` };
}

/** Inside, only our own user exists: files of others could not be written, also not by root. */
async function foreignOwner(workspace: string): Promise<string | undefined> {
  const { uid } = await stat(workspace);
  const ours = process.getuid?.();
  if (ours === undefined || uid === ours) return undefined;
  return `the workspace ${workspace} belongs to user ${uid}, but Nightshift runs as user ${ours}; give it to that user with "chown -R ${ours} <workspace>"`;
}

function memoryText(limit: Sandbox["memoryLimit"]): string {
  if (limit === "unbounded") return limit;
  return `${Math.round(limit.bytes / 2 ** 20)} MB${limit.of === "process" ? " per process" : ""}`;
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
