/** Pull requests that are ready for one base are merged one after the other; which of them will not fit by then is known before the first is merged. */
import { messageOf } from "../../domain/errors.ts";
import type { PullSnapshot } from "../../domain/snapshot.ts";
import type { Git } from "../../github/git.ts";
import { openGit, remoteOf } from "../fetch.ts";
import type { Job, RunFacts } from "../job.ts";

/** Of a lane that are tried: the rest is known when it comes nearer. */
const NEAR = 10;

/** By pull request, the paths in which it conflicts with what goes before it; whatever fits is not named. */
export type Obstacles = ReadonlyMap<number, readonly string[]>;

/** Merges `pulls` in this order onto the base that they all have, in git alone; what does not fit is left out. Their heads and the base must be there. */
export async function testMerge(git: Git, pulls: readonly PullSnapshot[], date: string): Promise<Obstacles> {
  const obstacles = new Map<number, readonly string[]>();
  let tip = pulls[0]?.base.head ?? "";
  for (const { number, head } of pulls) {
    const { tree, conflicts } = await git.mergeTree(tip, head);
    if (conflicts.length > 0) obstacles.set(number, conflicts);
    else tip = await git.commit({ tree, parents: [tip, head], message: `#${number}\n`, date });
  }
  return obstacles;
}

/** Tries lanes out, each state of one once. It only tells: what goes wrong here is a warning, and nothing waits for it. */
export function trialOf(
  job: Job,
  facts: RunFacts,
  token: string,
): (lane: readonly PullSnapshot[]) => Promise<Obstacles> {
  const tried = new Map<string, Promise<Obstacles>>();
  const attempt = async (lane: readonly PullSnapshot[]): Promise<Obstacles> => {
    try {
      const git = await openGit(job, facts);
      await git.fetch(remoteOf(facts, token), [
        ...lane.map(({ base }) => base.head),
        ...lane.map(({ head }) => head),
      ]);
      return await testMerge(git, lane, job.now().toISOString());
    } catch (error) {
      job.warn(`What waits for its merge could not be merged for a test: ${messageOf(error)}`);
      return new Map();
    }
  };
  return (whole) => {
    const lane = whole.slice(0, NEAR);
    const key = lane.map(({ base, head }) => `${base.head} ${head}`).join();
    const found = tried.get(key) ?? attempt(lane);
    tried.set(key, found);
    return found;
  };
}
