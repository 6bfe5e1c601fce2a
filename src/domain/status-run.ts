/** The run of our workflows that stands behind a status of ours. */
import type { RunTitle } from "./run-title.ts";
import type { RepositorySnapshot, StatusSnapshot } from "./snapshot.ts";

/** The run of our workflows that a status names; undefined when its title and its workflow do not agree. */
export function runBehind(
  snapshot: Pick<RepositorySnapshot, "runs">,
  status: StatusSnapshot | undefined,
): RunTitle | undefined {
  return status && runTitled(snapshot, runIdIn(status));
}

/** Id of the run whose address a status carries. */
export function runIdIn({ targetUrl }: Pick<StatusSnapshot, "targetUrl">): number | undefined {
  const id = /\/actions\/runs\/(\d+)/.exec(targetUrl)?.[1];
  return id === undefined ? undefined : Number(id);
}

/** What the run `id` of our workflows is for; undefined when its title and its workflow do not agree. */
export function runTitled(
  { runs }: Pick<RepositorySnapshot, "runs">,
  id: number | undefined,
): RunTitle | undefined {
  const run = runs.find((candidate) => candidate.id === id);
  const workflow = run?.title?.agent === "verify" ? "code" : run?.title?.agent;
  return run?.workflow === `nightshift-${workflow}` ? run.title : undefined;
}
