/** The local GitHub of a run: the repository imported, the caller workflows laid over it, the person's settings made. */

import { messageOf, NightshiftError } from "../../domain/errors.ts";
import { allLabels } from "../../domain/labels.ts";
import { CONFIG_PATH } from "../../domain/names.ts";
import { keyNameOf } from "../../domain/provider.ts";
import type { GitHub } from "../../github/client.ts";
import type { Forge } from "../../local/forge/start.ts";
import { parseConfigFile } from "../../ops/config-file.ts";
import { connectAsPerson } from "../api.ts";
import { removeSession, writeSession } from "../data-directory.ts";
import { gitIn } from "../git.ts";
import { liveView } from "../live-view.ts";
import { type LocalGitHub, startLocalGitHub } from "../local-github.ts";
import { renderTemplates, WORKFLOW_TEMPLATES } from "../templates.ts";
import type { Terminal } from "../terminal.ts";
import { LOCAL_TOOLKIT } from "../toolkit.ts";
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
    foreign: foreignRuns(plan, env),
    prepare: async (forge, toolkit) => {
      overlay = await callerWorkflows(toolkit);
      await importRepository(forge, plan);
      applySettings(forge, plan);
      await ensureLabels(forge, repository);
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

/** The workflow files only: the repository's history stays the person's. */
async function callerWorkflows(toolkit: string): Promise<ReadonlyMap<string, string>> {
  const rendered = await renderTemplates({
    toolkit: LOCAL_TOOLKIT,
    sha: toolkit,
    sweep: "1h",
    ciWorkflows: [],
  });
  return new Map(WORKFLOW_TEMPLATES.map((path) => [path, rendered.get(path) ?? ""]));
}

async function importRepository(forge: Forge, { run }: Plan): Promise<void> {
  if (forge.gitDir(run.repository) !== undefined) return;
  const [owner = "", name = ""] = run.repository.split("/");
  forge.createUser(owner);
  try {
    await forge.createRepository({
      owner,
      name,
      description: `Imported from ${run.source}`,
      importFrom: run.source,
    });
  } catch (error) {
    throw new NightshiftError(
      "INPUT_INVALID",
      `The repository ${run.source} could not be imported: ${messageOf(error)}`,
      { cause: error },
    );
  }
}

/** The keys as secrets of the local repository. */
function keysOf({ endpoints }: Plan): Record<string, string> {
  return Object.fromEntries(endpoints.map(({ provider, apiKey }) => [keyNameOf(provider), apiKey]));
}

/** Made at every start: what was typed this time counts. */
function applySettings(forge: Forge, { run, endpoints }: Plan): void {
  const { repository } = run;
  forge.setPermission(repository, run.login, "admin");
  forge.setWorkflowPermissions(repository, { default: "read", canCreatePulls: true });
  const addresses = endpoints.flatMap(({ provider, baseUrl }) => (baseUrl ? `${provider}=${baseUrl}` : []));
  forge.setVariable(repository, "NIGHTSHIFT_BASE_URL", addresses.join(" "));
  forge.setVariable(repository, "NIGHTSHIFT_SANDBOX", run.sandbox);
  forge.setVariable(repository, "NIGHTSHIFT_MODEL", run.model ?? "");
  forge.setVariable(repository, "NIGHTSHIFT_MAX_USD", run.maxUsd === undefined ? "" : String(run.maxUsd));
}

async function ensureLabels(forge: Forge, repository: string): Promise<void> {
  const git = gitIn(forge.gitDir(repository) ?? "");
  const { label_prefix: prefix } = parseConfigFile(await git.find(["show", `HEAD:${CONFIG_PATH}`]));
  const owner = repository.split("/")[0] ?? "";
  const github = connectAsPerson({ apiUrl: forge.apiUrl, repository, token: forge.createPersonToken(owner) });
  const { data } = await github.rest("GET /repos/{owner}/{repo}/labels", { per_page: 100 });
  const known = new Set(Array.isArray(data) ? data.map((label: { name?: unknown }) => label.name) : []);
  for (const label of allLabels(prefix)) if (!known.has(label.name)) forge.createLabel(repository, label);
}
