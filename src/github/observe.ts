/** Reads live state into a snapshot: one wide GraphQL query, one list of runs, and what a person's permission decides. */
import { z } from "zod";
import { CONFIG_PATH, defaultConfig } from "../domain/config.ts";
import { peopleToAsk } from "../domain/decide/people.ts";
import { NightshiftError } from "../domain/errors.ts";
import { pullBlockFromBranch } from "../domain/rebuild.ts";
import type { RepositorySnapshot } from "../domain/snapshot.ts";
import { ACTIONS_BOT } from "../domain/words.ts";
import { parseConfigFile } from "../ops/config-file.ts";
import { type GitHub, GitHubRefusal } from "./client.ts";
import { withKnownSince, withThreads } from "./observe-pulls.ts";
import { readRuns } from "./observe-runs.ts";
import { OBSERVE } from "./queries.ts";
import { Observation } from "./shapes.ts";
import { pullOf, requirementOf } from "./snapshot-of.ts";

export interface ObserveOptions {
  now: () => Date;
  /** Pull requests whose threads are read with their texts. */
  threadsOf?: readonly number[];
  /** Runs of our workflows are leases and attempts; who only writes down a finished result needs none. Default true. */
  runs?: boolean;
  /** Permissions that this run asked for a moment ago; only other people are asked for again. */
  knownWriters?: ReadonlyMap<string, boolean>;
  /** An issue that somebody just commented on: looked at even when it is no requirement yet. */
  issue?: number;
  /** Label and prefix, when they are known before the configuration is read. */
  labelPrefix?: string;
}

/** The repository as it is now. Throws CONFIG_INVALID when its configuration on the default branch cannot be read. */
export async function observe(github: GitHub, options: ObserveOptions): Promise<RepositorySnapshot> {
  const first = await readWide(github, options.labelPrefix ?? defaultConfig().label_prefix, options.issue);
  const config = parseConfigFile(first.config?.text ?? undefined);
  const wide =
    config.label_prefix === (options.labelPrefix ?? defaultConfig().label_prefix)
      ? first
      : await readWide(github, config.label_prefix, options.issue);
  const identity = ACTIONS_BOT;
  const defaultBranch = wide.defaultBranchRef;
  if (defaultBranch?.target == null) {
    throw new NightshiftError(
      "ENVIRONMENT_UNFIT",
      `${github.repository} has no commit on its default branch yet; push one first.`,
    );
  }
  const standard = { branch: defaultBranch.name, head: defaultBranch.target.oid };
  const base =
    config.base === undefined || config.base === standard.branch
      ? standard
      : await readBranch(github, config.base);
  const prefix = config.label_prefix;
  const listed = [...wide.issues, ...wide.closedIssues];
  const named = wide.namedIssue;
  const extra = named && listed.every((node) => node.number !== named.number) ? [named] : [];
  const requirements = [...listed, ...extra]
    .map((node) => requirementOf(node, identity, prefix))
    .sort((a, b) => a.number - b.number);
  const pulls = [...wide.merged, ...wide.closed, ...wide.open]
    .map((node) => pullOf(node, identity))
    .map((pull) =>
      pull.block !== undefined || pull.fork || pull.author.login !== identity
        ? pull
        : { ...pull, block: pullBlockFromBranch(pull, requirements, config.branch_prefix) },
    )
    .sort((a, b) => a.number - b.number);
  const runs = options.runs === false ? [] : await readRuns(github, standard.branch, pulls, identity);
  const seen: Omit<RepositorySnapshot, "writers"> = {
    repository: github.repository,
    private: wide.isPrivate,
    identity,
    config,
    base,
    requirements,
    pulls: await withThreads(
      github,
      await withKnownSince(github, pulls, identity),
      options.threadsOf ?? [],
      identity,
    ),
    runs,
    mergedBefore: pulls.some(
      (pull) => pull.state === "merged" && pull.author.login === identity && pull.block !== undefined,
    ),
    labelIds: new Map((wide.labels ?? []).map((label) => [label.name, label.id])),
    at: options.now().toISOString(),
  };
  const known = options.knownWriters ?? new Map<string, boolean>();
  const unknown = peopleToAsk(seen).filter((login) => !known.has(login));
  return { ...seen, writers: new Map([...known, ...(await readWriters(github, unknown))]) };
}

/** `issue` may be anything that a message named: one that is not there is left out. */
async function readWide(github: GitHub, prefix: string, issue: number | undefined) {
  try {
    return await readOnce(github, prefix, issue);
  } catch (error) {
    if (issue === undefined || !(error instanceof GitHubRefusal)) throw error;
    return readOnce(github, prefix, undefined);
  }
}

async function readOnce(github: GitHub, prefix: string, issue: number | undefined) {
  const variables = {
    owner: github.owner,
    name: github.name,
    label: [prefix],
    prefix,
    config: `HEAD:${CONFIG_PATH}`,
    issue: issue ?? 0,
    named: issue !== undefined,
  };
  return Observation.parse(await github.graphql(OBSERVE, variables)).repository;
}

async function readBranch(github: GitHub, branch: string): Promise<{ branch: string; head: string }> {
  const Branch = z.object({ commit: z.object({ sha: z.string() }) });
  try {
    const { data } = await github.rest("GET /repos/{owner}/{repo}/branches/{branch}", { branch });
    return { branch, head: Branch.parse(data).commit.sha };
  } catch (error) {
    if (!(error instanceof GitHubRefusal)) throw error;
    throw new NightshiftError("CONFIG_INVALID", `${CONFIG_PATH}: base: there is no branch "${branch}".`, {
      cause: error,
    });
  }
}

/** Who of `logins` may write now: GitHub's live permission, never the author association. An error counts as no. */
export async function readWriters(github: GitHub, logins: readonly string[]): Promise<Map<string, boolean>> {
  const Permission = z.object({ permission: z.string() });
  const answers = await Promise.all(
    logins.map(async (username): Promise<[string, boolean]> => {
      try {
        const { data } = await github.rest("GET /repos/{owner}/{repo}/collaborators/{username}/permission", {
          username,
        });
        return [username, ["admin", "maintain", "write"].includes(Permission.parse(data).permission)];
      } catch (error) {
        if (error instanceof GitHubRefusal) return [username, false];
        throw error;
      }
    }),
  );
  return new Map(answers);
}
