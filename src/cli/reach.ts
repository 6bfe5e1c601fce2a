/** GitHub for `start` and `status`: github.com by token, or the local GitHub of a data directory, running or not. */
import { resolve } from "node:path";
import { messageOf, NightshiftError } from "../domain/errors.ts";
import type { RepositorySnapshot } from "../domain/snapshot.ts";
import { type GitHub, GitHubRefusal } from "../github/client.ts";
import { observe } from "../github/observe.ts";
import { startForge } from "../local/forge/start.ts";
import { connectAsPerson } from "./api.ts";
import { isDataDirectory, readSession } from "./data-directory.ts";
import { gitIn } from "./git.ts";
import { remoteOf } from "./init/init.ts";
import { LOCAL_TOOLKIT } from "./toolkit.ts";

export interface Reach {
  github: GitHub;
  /** `running`: a process works in the data directory; `stopped`: nothing does until the next `nightshift run`. */
  place: "github" | "running" | "stopped";
  close(): Promise<void>;
}

export interface ReachOptions {
  repo: string | undefined;
  data: string | undefined;
}

/** Throws INPUT_INVALID when repository, token or directory are missing. */
export async function reach(
  options: ReachOptions,
  env: NodeJS.ProcessEnv,
  directory: string,
): Promise<Reach> {
  if (options.repo !== undefined && !/^[\w.-]+\/[\w.-]+$/.test(options.repo))
    throw new NightshiftError("INPUT_INVALID", `--repo ${options.repo}: expected owner/name.`);
  return options.data === undefined
    ? reachGitHub(options, env, directory)
    : reachLocal(resolve(options.data), options.repo);
}

async function reachGitHub(
  { repo }: ReachOptions,
  env: NodeJS.ProcessEnv,
  directory: string,
): Promise<Reach> {
  const repository = repo ?? (await remoteOf(gitIn(directory))).repository;
  if (repository === undefined)
    throw new NightshiftError(
      "INPUT_INVALID",
      "Name the repository with --repo owner/name, or a local GitHub with --data.",
    );
  const token = env.GITHUB_TOKEN ?? env.GH_TOKEN ?? "";
  if (token === "")
    throw new NightshiftError(
      "INPUT_INVALID",
      `GITHUB_TOKEN is not set. Set it to a token that may read and write issues of ${repository}, or name a local GitHub with --data.`,
    );
  const apiUrl = env.GITHUB_API_URL ?? "https://api.github.com";
  return {
    github: connectAsPerson({ apiUrl, repository, token }),
    place: "github",
    close: async () => undefined,
  };
}

async function reachLocal(dataDir: string, repo: string | undefined): Promise<Reach> {
  const session = await readSession(dataDir);
  if (session) {
    const { apiUrl, token } = session;
    const repository = repo ?? session.repository;
    if (repository === undefined)
      throw new NightshiftError(
        "INPUT_INVALID",
        `The local GitHub in ${dataDir} does not host exactly one repository; name one with --repo.`,
      );
    return {
      github: connectAsPerson({ apiUrl, repository, token }),
      place: "running",
      close: async () => undefined,
    };
  }
  if (!isDataDirectory(dataDir))
    throw new NightshiftError(
      "INPUT_INVALID",
      `There is no local GitHub in ${dataDir}. "nightshift run" makes one.`,
    );
  return reachStopped(dataDir, repo);
}

/** The forge alone, for the length of the call: nothing is built meanwhile. */
async function reachStopped(dataDir: string, repo: string | undefined): Promise<Reach> {
  const forge = await startForge({ dataDir: `${dataDir}/forge` }).catch((error: unknown) => {
    throw new NightshiftError("DATA_DIRECTORY_UNUSABLE", messageOf(error), { cause: error });
  });
  try {
    const hosted = forge.repositories().filter((name) => name !== LOCAL_TOOLKIT);
    const repository = repo ?? (hosted.length === 1 ? hosted[0] : undefined);
    if (repository === undefined || !hosted.includes(repository))
      throw new NightshiftError(
        "INPUT_INVALID",
        `The local GitHub in ${dataDir} hosts ${hosted.join(", ") || "no repository"}; name one with --repo.`,
      );
    const token = forge.createPersonToken(repository.split("/")[0] ?? "");
    const github = connectAsPerson({ apiUrl: forge.apiUrl, repository, token });
    return { github, place: "stopped", close: () => forge.close() };
  } catch (error) {
    await forge.close();
    throw error;
  }
}

/** The repository as it is now. Throws GITHUB_REFUSED in words for the person whose token it is. */
export async function observeAsPerson(github: GitHub): Promise<RepositorySnapshot> {
  try {
    return await observe(github, { now: () => new Date() });
  } catch (error) {
    if (!(error instanceof GitHubRefusal)) throw error;
    throw new GitHubRefusal(
      error.status,
      `${github.repository} cannot be read: ${error.message} Is the name right, and may the token read it?`,
      { cause: error },
    );
  }
}
