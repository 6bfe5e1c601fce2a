/** The stranger's repository, as it is read before anything starts. It is only ever read. */
import { realpath } from "node:fs/promises";
import { basename } from "node:path";
import { type Commands, findCommands } from "../../agents/commands.ts";
import type { Config } from "../../domain/config.ts";
import { messageOf, NightshiftError } from "../../domain/errors.ts";
import { CONFIG_PATH } from "../../domain/names.ts";
import { readCommitTree } from "../../github/commit-tree.ts";
import { parseConfigFile } from "../../ops/config-file.ts";
import { checkGit, gitIn, type PersonsGit } from "../git.ts";
import { LOCAL_TOOLKIT } from "../toolkit.ts";

export interface Source {
  /** Top of the work tree, or the bare repository. */
  path: string;
  branch: string;
  head: string;
  /** The login under which the person acts on the local GitHub, and the repository's name there. */
  login: string;
  repository: string;
  config: Config;
  commands: Commands;
  /** Files that differ from the commit; they are not part of what is imported. */
  uncommitted: number;
}

/** Throws ENVIRONMENT_UNFIT without a usable git, INPUT_INVALID for a repository that cannot be used, CONFIG_INVALID. */
export async function readSource(directory: string): Promise<Source> {
  const path = await realpath(directory).catch((error: unknown) => {
    throw unusable(directory, messageOf(error));
  });
  await checkGit("/");
  const top = await topOf(directory, path);
  const git = gitIn(top);
  const head = await git.find(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]);
  if (head === undefined) throw unusable(directory, "it has no commit yet. Commit something first");
  const branch = await git.find(["symbolic-ref", "--quiet", "--short", "HEAD"]);
  if (branch === undefined)
    throw unusable(directory, "its HEAD is detached. Check out the branch that shall be built on");
  if ((await git.find(["rev-parse", "--is-shallow-repository"])) === "true")
    throw unusable(directory, 'it is a shallow clone. Run "git fetch --unshallow" in it first');
  const config = parseConfigFile(await git.find(["show", `${head}:${CONFIG_PATH}`]));
  await checkBase(git, directory, config);
  return {
    path: top,
    branch,
    head,
    ...(await namesOf(git, top)),
    config,
    commands: await findCommands(await readCommitTree(git, head), config),
    uncommitted: await uncommittedIn(git),
  };
}

function unusable(directory: string, why: string): NightshiftError {
  return new NightshiftError("INPUT_INVALID", `The repository ${directory} cannot be used: ${why}.`);
}

async function topOf(directory: string, path: string): Promise<string> {
  const git = gitIn(path);
  try {
    const bare = (await git.text(["rev-parse", "--is-bare-repository"])) === "true";
    return await git.text(["rev-parse", bare ? "--absolute-git-dir" : "--show-toplevel"]);
  } catch (error) {
    if (!(error instanceof NightshiftError) || error.code !== "GIT_FAILED")
      throw unusable(directory, messageOf(error));
    const [first = ""] = error.message.split("failed in ").slice(-1);
    throw unusable(directory, /not a git repository/.test(first) ? "it is no git repository" : first);
  }
}

async function checkBase(git: PersonsGit, directory: string, { base }: Config): Promise<void> {
  if (base === undefined) return;
  const found = await git.find(["rev-parse", "--verify", "--quiet", `refs/heads/${base}`]);
  if (found === undefined)
    throw new NightshiftError(
      "CONFIG_INVALID",
      `${CONFIG_PATH}: base: there is no branch "${base}" in ${directory}.`,
    );
}

async function namesOf(git: PersonsGit, top: string): Promise<{ login: string; repository: string }> {
  const said = slug((await git.find(["config", "user.name"])) ?? "");
  const reserved = ["", "github", LOCAL_TOOLKIT.split("/")[0]];
  const login = reserved.includes(said) ? "you" : said;
  const name = basename(top)
    .replace(/(\/?\.git)$/, "")
    .replace(/[^\w.-]+/g, "-")
    .replace(/^[-.]+/, "");
  return { login, repository: `${login}/${name || "repository"}` };
}

/** A name as a GitHub login: letters, digits and single dashes. */
export function slug(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 39)
    .replace(/^-+|-+$/g, "");
}

async function uncommittedIn(git: PersonsGit): Promise<number> {
  const status = (await git.find(["status", "--porcelain"])) ?? "";
  return status === "" ? 0 : status.split("\n").length;
}
