/** The wide question that every observation starts with. */
import { CONFIG_PATH } from "../domain/names.ts";
import { type GitHub, GitHubRefusal } from "./client.ts";
import type { ObserveOptions } from "./observe.ts";
import { OBSERVE } from "./queries.ts";

/** Numbers that a message named: one that is not there is left out. */
export interface Named {
  issue: number | undefined;
  /** A pull request whose threads are read with their texts. */
  pull: number | undefined;
}

/** What the question itself can name; the threads of further pull requests are asked for afterwards. */
export function namedIn({ issue, threadsOf }: Pick<ObserveOptions, "issue" | "threadsOf">): Named {
  return { issue, pull: threadsOf?.[0] };
}

/** Asks for everything that carries this prefix, and for what is named. */
export async function askWide(github: GitHub, prefix: string, named: Named): Promise<unknown> {
  try {
    return await askOnce(github, prefix, named);
  } catch (error) {
    if ((named.issue ?? named.pull) === undefined || !(error instanceof GitHubRefusal)) throw error;
    return askOnce(github, prefix, { issue: undefined, pull: undefined });
  }
}

function askOnce(github: GitHub, prefix: string, { issue, pull }: Named): Promise<unknown> {
  return github.graphql(OBSERVE, {
    owner: github.owner,
    name: github.name,
    label: [prefix],
    prefix,
    config: `HEAD:${CONFIG_PATH}`,
    issue: issue ?? 0,
    named: issue !== undefined,
    pull: pull ?? 0,
    watched: pull !== undefined,
  });
}
