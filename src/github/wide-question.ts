/** The wide question that every observation starts with. */
import { CONFIG_PATH } from "../domain/names.ts";
import { type GitHub, GitHubRefusal } from "./client.ts";
import { OBSERVE } from "./queries.ts";

/** Asks for everything that carries this prefix. `issue` may be anything that a message named: one that is not there is left out. */
export async function askWide(github: GitHub, prefix: string, issue: number | undefined): Promise<unknown> {
  try {
    return await askOnce(github, prefix, issue);
  } catch (error) {
    if (issue === undefined || !(error instanceof GitHubRefusal)) throw error;
    return askOnce(github, prefix, undefined);
  }
}

function askOnce(github: GitHub, prefix: string, issue: number | undefined): Promise<unknown> {
  return github.graphql(OBSERVE, {
    owner: github.owner,
    name: github.name,
    label: [prefix],
    prefix,
    config: `HEAD:${CONFIG_PATH}`,
    issue: issue ?? 0,
    named: issue !== undefined,
  });
}
