/** Finds the run that this one may go on from: the newest one for the same work, when it ended without a result and left its record. */
import { z } from "zod";
import type { Work } from "../domain/decide/work.ts";
import { costsOf } from "../domain/money.ts";
import type { RepositorySnapshot, RunSnapshot } from "../domain/snapshot.ts";
import type { WorkOrder } from "../domain/work-order.ts";
import { type GitHub, GitHubRefusal } from "../github/client.ts";

const Artifacts = z.object({
  artifacts: z.array(z.object({ id: z.int().positive(), name: z.string(), expired: z.boolean() })),
});

/**
 * Undefined when there is nothing to go on with. The artifact is one of a run of our own workflow with the same title; what is in it
 * is checked by the job that reads it. `booked` is what the state on GitHub already says that the run cost.
 */
export async function findEarlierRun(
  github: GitHub,
  snapshot: RepositorySnapshot,
  work: Work,
  own: number,
): Promise<WorkOrder["resume"]> {
  if (!work.needs.agent || snapshot.config.transcript === "off") return undefined;
  const earlier = earlierRun(snapshot.runs, own);
  if (earlier === undefined) return undefined;
  const artifact = await outcomeOf(github, earlier.id);
  if (artifact === undefined) return undefined;
  const cost = costsOf(snapshot, work.requirement.requirement).find(({ run }) => run === earlier.id);
  const booked = { usd: cost?.usd ?? 0, turns: cost?.turns ?? 0, tokens: cost?.tokens ?? 0 };
  return { run: earlier.id, artifact, booked };
}

/** Only the newest run with our own title counts: one before it was already gone on from, or was about another head. */
export function earlierRun(runs: readonly RunSnapshot[], own: number): RunSnapshot | undefined {
  const self = runs.find(({ id }) => id === own);
  if (self?.title === undefined || self.title.subject.kind === "none") return undefined;
  const title = JSON.stringify(self.title);
  const newest = runs
    .filter((run) => run.id < own && run.workflow === self.workflow && JSON.stringify(run.title) === title)
    .sort((a, b) => b.id - a.id)[0];
  return newest && !newest.live && newest.conclusion !== "success" ? newest : undefined;
}

/** Id of the newest outcome of a run; a run that is gone, or whose machine was lost, has none. */
async function outcomeOf(github: GitHub, run: number): Promise<number | undefined> {
  try {
    const { data } = await github.rest("GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts", {
      run_id: run,
      per_page: 100,
    });
    const outcomes = Artifacts.parse(data).artifacts.filter(
      ({ name, expired }) => name.startsWith("nightshift-outcome-") && !expired,
    );
    return outcomes.sort((a, b) => b.id - a.id)[0]?.id;
  } catch (error) {
    if (error instanceof GitHubRefusal) return undefined;
    throw error;
  }
}
