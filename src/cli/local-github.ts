/** The local GitHub as one thing: forge, runner and the hosted toolkit over one data directory. */
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { messageOf, NightshiftError } from "../domain/errors.ts";
import type { Clock, ForgeForRunner } from "../local/contract.ts";
import { type Forge, type ForgeOptions, startForge } from "../local/forge/start.ts";
import type { Runner, RunnerOptions, RunnerProgress } from "../local/runner/options.ts";
import { startRunner } from "../local/runner/runner.ts";
import { publishToolkit } from "./toolkit.ts";

export interface LocalGitHub {
  forge: Forge;
  runner: Runner;
  /** Commit of the hosted toolkit. */
  toolkit: string;
  close(): Promise<void>;
}

export interface LocalOptions {
  dataDir: string;
  port?: number;
  /** Whether cron entries fire; default true. */
  schedules?: boolean;
  /** Workflow files laid over a repository without being in its history. */
  overlay?: (repository: string) => ReadonlyMap<string, string> | undefined;
  /** Repository secrets that only this process holds; they are written nowhere. */
  secrets?: (repository: string) => { [name: string]: string };
  /** Which of a repository's own workflow files may start; default all. */
  isEnabled?: RunnerOptions["isEnabled"];
  /** How `run:` steps of workflows that are not trusted are started; default like any other. */
  foreign?: Pick<RunnerOptions, "isTrusted" | "wrapForeignRun">;
  onProgress?: (event: RunnerProgress) => void;
  log?: (line: string) => void;
  /** Time of the local GitHub: its timestamps, and when cron entries fire. */
  clock?: Clock;
  /** Starts the processes of steps; the system's by default. */
  spawn?: RunnerOptions["spawn"];
  /** Faults that the forge plays: before a request is handled, after its effect, and by a plan. */
  faults?: Pick<ForgeOptions, "intercept" | "afterEffect" | "faults">;
  /** Pages for people, on the same address. */
  front?: ForgeOptions["front"];
  /** Called when the forge answers and before anything runs. */
  prepare?: (forge: Forge, toolkit: string) => Promise<void>;
}

/** Throws DATA_DIRECTORY_UNUSABLE when the directory cannot be written or is in use. */
export async function startLocalGitHub(options: LocalOptions): Promise<LocalGitHub> {
  const dataDir = resolve(options.dataDir);
  const log = options.log ?? (() => undefined);
  const forge = await openForge(dataDir, options, log);
  try {
    const toolkit = await publishToolkit(forge);
    await options.prepare?.(forge, toolkit);
    const runner = await startRunner({
      forge: withSecrets(forge, options.secrets),
      workDir: join(dataDir, "runner"),
      schedules: options.schedules ?? true,
      log,
      ...(options.clock ? { clock: options.clock } : {}),
      ...(options.spawn ? { spawn: options.spawn } : {}),
      ...options.foreign,
      ...(options.overlay ? { overlay: options.overlay } : {}),
      ...(options.isEnabled ? { isEnabled: options.isEnabled } : {}),
      ...(options.onProgress ? { onProgress: options.onProgress } : {}),
    });
    return {
      forge,
      runner,
      toolkit,
      async close() {
        await runner.stop();
        await forge.close();
      },
    };
  } catch (error) {
    await forge.close();
    throw error;
  }
}

function withSecrets(forge: Forge, secrets: LocalOptions["secrets"]): ForgeForRunner {
  if (secrets === undefined) return forge;
  return {
    ...forge,
    secrets: (repository, store) => ({
      ...forge.secrets(repository, store),
      ...(store === "actions" ? secrets(repository) : {}),
    }),
  };
}

async function openForge(
  dataDir: string,
  options: LocalOptions,
  log: (line: string) => void,
): Promise<Forge> {
  try {
    await mkdir(dataDir, { recursive: true });
    return await startForge({
      dataDir: join(dataDir, "forge"),
      log,
      ...options.faults,
      ...(options.front ? { front: options.front } : {}),
      ...(options.clock ? { clock: options.clock } : {}),
      ...(options.port === undefined ? {} : { port: options.port }),
    });
  } catch (error) {
    throw new NightshiftError(
      "DATA_DIRECTORY_UNUSABLE",
      `The data directory ${dataDir} cannot be used: ${messageOf(error)}`,
      { cause: error },
    );
  }
}
