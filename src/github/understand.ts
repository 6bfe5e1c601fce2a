/** From the wide answer to a snapshot, with what it does not tell: the list of runs, threads, and what a person's permission decides. */
import { z } from "zod";
import { peopleToAsk } from "../domain/decide/people.ts";
import { NightshiftError } from "../domain/errors.ts";
import { ACTIONS_BOT, CONFIG_PATH } from "../domain/names.ts";
import { pullBlockFromBranch } from "../domain/rebuild.ts";
import type { PullSnapshot, RepositorySnapshot, RunSnapshot } from "../domain/snapshot.ts";
import { parseConfigFile } from "../ops/config-file.ts";
import { type GitHub, GitHubRefusal } from "./client.ts";
import type { ObserveOptions } from "./observe.ts";
import { withBaseRuns, withCi } from "./observe-ci.ts";
import { readLandings } from "./observe-landings.ts";
import { withBases, withKnownSince, withOldPaths, withThreads } from "./observe-pulls.ts";
import { readRules } from "./observe-rules.ts";
import { readMissingRuns, readRuns } from "./observe-runs.ts";
import { OPEN_PULLS } from "./queries.ts";
import { Observation, type OpenPullNode, OpenPullPage } from "./shapes.ts";
import { classicRules, hasOpenThreads, openPullOf, pullOf, requirementOf } from "./snapshot-of.ts";
import { askWide, namedIn } from "./wide-question.ts";

const Branch = z.object({ commit: z.object({ sha: z.string() }) });
const Permission = z.object({ permission: z.string() });

/** What was asked and what came back. */
export interface WideAnswer {
  prefix: string;
  answer: unknown;
}

/** Reads the answer, and asks for the rest. Throws CONFIG_INVALID when the repository's configuration cannot be read. */
export async function understand(
  github: GitHub,
  options: ObserveOptions,
  { prefix: asked, answer }: WideAnswer,
): Promise<RepositorySnapshot> {
  const first = Observation.parse(answer).repository;
  const config = parseConfigFile(first.config?.text ?? undefined);
  const wide =
    config.label_prefix === asked
      ? first
      : Observation.parse(await askWide(github, config.label_prefix, namedIn(options))).repository;
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
  const open = [...wide.open.nodes, ...(await readFurther(github, wide.open.next))];
  const pulls = [
    ...[...wide.merged, ...wide.closed].map((node) => pullOf(node, identity)),
    ...open.map((node) => openPullOf(node, identity)),
  ]
    .map((pull) =>
      pull.block !== undefined || pull.fork || pull.author.login !== identity
        ? pull
        : { ...pull, block: pullBlockFromBranch(pull, requirements, config.branch_prefix) },
    )
    .sort((a, b) => a.number - b.number);
  const ours = new Set(
    pulls
      .filter((pull) => pull.state === "open" && pull.block !== undefined && !pull.fork)
      .map(({ number }) => number),
  );
  const ourNodes = open.filter(({ number }) => ours.has(number));
  const conversations = ourNodes.filter(hasOpenThreads).map(({ number }) => number);
  const bases = new Map(ourNodes.map((node) => [node.baseRefName, classicRules(node)]));
  const rules = options.rules === false ? new Map() : await readRules(github, bases);
  const runs = await runsFor(github, options, standard.branch, pulls);
  const seen: Omit<RepositorySnapshot, "writers"> = {
    repository: github.repository,
    private: wide.isPrivate,
    identity,
    config,
    defaultBranch: standard.branch,
    base,
    requirements,
    pulls: await withThreads(
      github,
      await withBases(
        github,
        await withCi(
          github,
          await withOldPaths(
            github,
            await withKnownSince(
              github,
              options.rules === false ? pulls : await withBaseRuns(github, pulls, { config, identity }),
              { identity, runs },
            ),
          ),
          { config, rules, identity, runs },
          ({ number }) =>
            ours.has(number) &&
            (options.rules !== false ||
              (config.ci.mode !== "verify" && options.ciOf?.includes(number) === true)),
        ),
        ({ number, base }) => ours.has(number) && rules.get(base.branch)?.strict === true,
      ),
      [...new Set([...(options.threadsOf ?? []), ...conversations])],
      { identity, read: wide.watchedPull ?? undefined },
    ),
    runs,
    rules,
    landings: await readLandings(github, config),
    codeOwners: (wide.codeOwners ?? wide.codeOwnersAbove ?? wide.codeOwnersInDocs)?.text ?? "",
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

function runsFor(
  github: GitHub,
  { runs = true }: ObserveOptions,
  branch: string,
  pulls: readonly PullSnapshot[],
): Promise<RunSnapshot[]> {
  if (runs === true) return readRuns(github, branch, pulls, ACTIONS_BOT);
  return runs === false ? Promise.resolve([]) : readMissingRuns(github, runs, branch, pulls, ACTIONS_BOT);
}

/** The open pull requests after the first page. */
async function readFurther(github: GitHub, next: string | null): Promise<OpenPullNode[]> {
  const found: OpenPullNode[] = [];
  for (let after = next; after !== null; ) {
    const answer = await github.graphql(OPEN_PULLS, { owner: github.owner, name: github.name, after });
    const { open } = OpenPullPage.parse(answer).repository;
    found.push(...open.nodes);
    after = open.next;
  }
  return found;
}

async function readBranch(github: GitHub, branch: string): Promise<{ branch: string; head: string }> {
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
