/** Finds what a step's `uses:` names: a folder of the workspace, the file's own repository, a hosted one, or a stand-in. */
import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { type ActionFile, parseActionFile } from "../language/action-file.ts";
import type { WorkflowSource } from "../run/source.ts";
import type { BuiltInAction } from "./built-in.ts";

export interface FoundAction {
  kind: "files";
  action: ActionFile;
  directory: string;
  /** Where its files come from: `github.action_repository`, `github.action_ref`, and what `$/` means inside. */
  repository: string;
  ref: string;
  sha: string;
}

export type ResolvedAction = FoundAction | { kind: "built-in"; name: string; action: BuiltInAction };

/** Where a `uses:` stands. */
export interface UsesPlace {
  workspace: string;
  /** Repository and commit of the file that contains it. */
  origin: { repository: string; sha: string };
}

const REMOTE = /^([^/@]+\/[^/@]+)((?:\/[^@]+)?)@(.+)$/;

/** Throws GitHub's wording when there is no such action. */
export async function resolveAction(
  uses: string,
  place: UsesPlace,
  source: WorkflowSource,
  builtIns: ReadonlyMap<string, BuiltInAction>,
): Promise<ResolvedAction> {
  if (uses.startsWith("./")) {
    return readAction(resolve(place.workspace, uses), { ...place.origin, ref: "" }, uses);
  }
  if (uses.startsWith("$/")) {
    const root = await source.materialise(place.origin.repository, place.origin.sha);
    return readAction(inside(root, uses.slice(2), uses), { ...place.origin, ref: place.origin.sha }, uses);
  }
  if (uses.startsWith("docker://"))
    throw new Error(`The local runner does not run docker actions: '${uses}'`);
  const [, repository, path = "", ref] = REMOTE.exec(uses) ?? [];
  if (!repository || !ref) throw new Error(`Expected format {org}/{repo}[/path]@ref. Actual '${uses}'`);
  const sha = await source.commit(repository, ref);
  if (sha) {
    const root = await source.materialise(repository, sha);
    return readAction(inside(root, path.slice(1), uses), { repository, sha, ref }, uses);
  }
  const name = `${repository}${path}`.toLowerCase();
  const action = builtIns.get(name);
  if (action) return { kind: "built-in", name, action };
  throw new Error(
    `Unable to resolve action \`${uses}\`, ${(await isHosted(source, repository)) ? `unable to find version \`${ref}\`` : "repository not found"}`,
  );
}

/** A folder of a materialised tree. Plain text, no `path.resolve`: the bundler would take that for an asset of its own. */
function inside(root: string, path: string, uses: string): string {
  if (path.split("/").includes("..")) throw new Error(`The path of '${uses}' leaves its repository`);
  return path === "" ? root : `${root}/${path}`;
}

async function isHosted(source: WorkflowSource, repository: string): Promise<boolean> {
  return (await source.commit(repository, "HEAD")) !== undefined;
}

async function readAction(
  directory: string,
  from: { repository: string; sha: string; ref: string },
  uses: string,
): Promise<FoundAction> {
  for (const name of ["action.yml", "action.yaml"]) {
    const content = await readFile(`${directory}/${name}`, "utf8").catch(() => undefined);
    if (content === undefined) continue;
    const { action, errors } = parseActionFile(`${uses}/${name}`, content);
    if (action) return { kind: "files", action, directory, ...from };
    throw new Error(
      errors.map(({ file, line, message }) => `${file} (Line: ${line}): ${message}`).join("\n"),
    );
  }
  const hint = uses.startsWith("./")
    ? " Did you forget to run actions/checkout before running your local action?"
    : "";
  throw new Error(
    `Can't find 'action.yml' or 'action.yaml' for action '${uses}' under '${dirname(`${directory}/x`)}'.${hint}`,
  );
}
