/** The local GitHub of a run: the repository imported, the caller workflows laid over it, the person's settings made. */

import { keyNameOf } from "../../domain/provider.ts";
import type { GitHub } from "../../github/client.ts";
import { connectAsPerson } from "../api.ts";
import { removeSession, writeSession } from "../data-directory.ts";
import { applySettings, callerWorkflows, hostRepository, type Settings } from "../hosted-repository.ts";
import { liveView } from "../live-view.ts";
import { type LocalGitHub, startLocalGitHub } from "../local-github.ts";
import type { Terminal } from "../terminal.ts";
import { foreignRuns } from "./foreign-runs.ts";
import type { Plan } from "./preflight.ts";

export interface LocalRun extends LocalGitHub {
  /** GitHub as the person uses it. */
  github: GitHub;
  /** The bare repository on disk. */
  gitDir: string;
}

/** Throws DATA_DIRECTORY_UNUSABLE, or INPUT_INVALID when the repository cannot be imported. */
export async function openLocalRun(
  plan: Plan,
  env: NodeJS.ProcessEnv,
  terminal: Terminal,
): Promise<LocalRun> {
  const { dataDir, run } = plan;
  const { repository, login } = run;
  let overlay: ReadonlyMap<string, string> = new Map();
  const local = await startLocalGitHub({
    dataDir,
    schedules: false,
    onProgress: liveView(terminal),
    secrets: (name) => (name === repository ? keysOf(plan) : {}),
    overlay: (name) => (name === repository ? overlay : undefined),
    isEnabled: (name) => name !== repository || run.runCi,
    foreign: foreignRuns(run, [dataDir, run.source], env),
    prepare: async (forge, toolkit) => {
      await hostRepository(forge, run);
      overlay = await callerWorkflows(forge, repository, { toolkit, sweep: "1h" });
      applySettings(forge, run, settingsOf(plan));
    },
  });
  const { forge } = local;
  const token = forge.createPersonToken(login);
  const { serverUrl: url, apiUrl } = forge;
  await writeSession(dataDir, { v: 1, pid: process.pid, url, apiUrl, token, repository, login });
  return {
    ...local,
    github: connectAsPerson({ apiUrl, repository, token }),
    gitDir: forge.gitDir(repository) ?? "",
    async close() {
      await removeSession(dataDir);
      await local.close();
    },
  };
}

/** The keys as secrets of the local repository. */
function keysOf({ endpoints }: Plan): Record<string, string> {
  return Object.fromEntries(endpoints.map(({ provider, apiKey }) => [keyNameOf(provider), apiKey]));
}

/** What was typed this time counts. */
function settingsOf({ run, endpoints }: Plan): Settings {
  const addresses = endpoints.flatMap(({ provider, baseUrl }) => (baseUrl ? `${provider}=${baseUrl}` : []));
  return {
    NIGHTSHIFT_BASE_URL: addresses.join(" "),
    NIGHTSHIFT_SANDBOX: run.sandbox,
    NIGHTSHIFT_MODEL: run.model ?? "",
    NIGHTSHIFT_MAX_USD: run.maxUsd === undefined ? "" : String(run.maxUsd),
  };
}
