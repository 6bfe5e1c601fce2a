/** A person's repository on the local GitHub: imported, with its labels and settings, the caller workflows to lay over it. */
import { type Config, defaultConfig } from "../domain/config.ts";
import { messageOf, NightshiftError } from "../domain/errors.ts";
import { allLabels } from "../domain/labels.ts";
import { CONFIG_PATH } from "../domain/names.ts";
import type { Forge } from "../local/forge/start.ts";
import { parseConfigFile } from "../ops/config-file.ts";
import { connectAsPerson } from "./api.ts";
import { gitIn } from "./git.ts";
import { renderTemplates, type Sweep, WORKFLOW_TEMPLATES } from "./templates.ts";
import { LOCAL_TOOLKIT } from "./toolkit.ts";

export interface Hosted {
  /** Where the person's repository lies; it is only ever read. */
  source: string;
  /** owner/name on the local GitHub. */
  repository: string;
}

/** The variables of a repository that the workflows hand to the actions; empty = the standard. */
export type Settings = Readonly<
  Partial<
    Record<"NIGHTSHIFT_BASE_URL" | "NIGHTSHIFT_SANDBOX" | "NIGHTSHIFT_MODEL" | "NIGHTSHIFT_MAX_USD", string>
  >
>;

/** Imports it once, and sees to the labels every time. Throws INPUT_INVALID when it cannot be imported. */
export async function hostRepository(forge: Forge, hosted: Hosted): Promise<void> {
  if (forge.gitDir(hosted.repository) === undefined) await importRepository(forge, hosted);
  await ensureLabels(forge, hosted.repository);
}

/** The workflow files only: the repository's history stays the person's. */
export async function callerWorkflows(
  forge: Forge,
  repository: string,
  { toolkit, sweep }: { toolkit: string; sweep: Sweep },
): Promise<ReadonlyMap<string, string>> {
  const { label_prefix, branch_prefix } = await configOf(forge, repository);
  const rendered = await renderTemplates({
    toolkit: LOCAL_TOOLKIT,
    sha: toolkit,
    sweep,
    ciWorkflows: [],
    labelPrefix: label_prefix,
    branchPrefix: branch_prefix,
  });
  return new Map(WORKFLOW_TEMPLATES.map((path) => [path, rendered.get(path) ?? ""]));
}

/** What is absent from `settings` stays as it is. */
export function applySettings(
  forge: Forge,
  { repository, login }: { repository: string; login: string },
  settings: Settings,
): void {
  forge.setPermission(repository, login, "admin");
  forge.setWorkflowPermissions(repository, { default: "read", canCreatePulls: true });
  for (const [name, value] of Object.entries(settings)) forge.setVariable(repository, name, value);
}

async function importRepository(forge: Forge, { source, repository }: Hosted): Promise<void> {
  const [owner = "", name = ""] = repository.split("/");
  forge.createUser(owner);
  try {
    await forge.createRepository({
      owner,
      name,
      description: `Imported from ${source}`,
      importFrom: source,
    });
  } catch (error) {
    throw new NightshiftError(
      "INPUT_INVALID",
      `The repository ${source} could not be imported: ${messageOf(error)}`,
      { cause: error },
    );
  }
}

async function ensureLabels(forge: Forge, repository: string): Promise<void> {
  const { label_prefix: prefix } = await configOf(forge, repository);
  const owner = repository.split("/")[0] ?? "";
  const github = connectAsPerson({ apiUrl: forge.apiUrl, repository, token: forge.createPersonToken(owner) });
  const { data } = await github.rest("GET /repos/{owner}/{repo}/labels", { per_page: 100 });
  const known = new Set(Array.isArray(data) ? data.map((label: { name?: unknown }) => label.name) : []);
  for (const label of allLabels(prefix)) if (!known.has(label.name)) forge.createLabel(repository, label);
}

/** A file that cannot be read counts as absent here; the actions say what is wrong with it. */
async function configOf(forge: Forge, repository: string): Promise<Config> {
  const text = await gitIn(forge.gitDir(repository) ?? "").find(["show", `HEAD:${CONFIG_PATH}`]);
  try {
    return parseConfigFile(text);
  } catch {
    return defaultConfig();
  }
}
