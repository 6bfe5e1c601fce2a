/** Finds the run that this one may go on from: the newest one for the same work, when it ended without a result and left its record. */
import { z } from "zod";
import { costsOfWork, type Work } from "../domain/decide/work.ts";
import { bookedWith } from "../domain/money.ts";
import type { RepositorySnapshot, RunSnapshot } from "../domain/snapshot.ts";
import type { WorkOrder } from "../domain/work-order.ts";
import { type GitHub, GitHubRefusal } from "../github/client.ts";
import type { RunFacts } from "./job.ts";

const Artifacts = z.object({
  artifacts: z.array(z.object({ id: z.int().positive(), name: z.string(), expired: z.boolean() })),
});

/**
 * Undefined when there is nothing to go on with. The artifact is one of an earlier attempt of this run, where it can still be had,
 * or of a run of our own workflow with the same title; what is in it is checked by the job that reads it. `booked` is what the
 * state on GitHub already says that it cost, with the runs that it went on with itself.
 */
export async function findEarlierRun(
  github: GitHub,
  snapshot: RepositorySnapshot,
  work: Work,
  own: Pick<RunFacts, "runId" | "runAttempt">,
): Promise<WorkOrder["resume"]> {
  if (!work.needs.agent || snapshot.config.transcript === "off") return undefined;
  const costs = costsOfWork(snapshot, work);
  const before = earlierRun(snapshot.runs, own.runId)?.id;
  for (const run of own.runAttempt > 1 ? [own.runId, before] : [before]) {
    const artifact = run && (await outcomeOf(github, run));
    if (run && artifact) return { run, artifact, booked: bookedWith(costs, run) };
  }
  return undefined;
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
