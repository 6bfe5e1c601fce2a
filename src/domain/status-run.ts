/** The run of our workflows that stands behind a status of ours. */
import type { RunTitle } from "./run-title.ts";
import type { RepositorySnapshot, StatusSnapshot } from "./snapshot.ts";

/** The run of our workflows that a status names; undefined when its title and its workflow do not agree. */
export function runBehind(
  { runs }: Pick<RepositorySnapshot, "runs">,
  status: StatusSnapshot | undefined,
): RunTitle | undefined {
  const id = Number(/\/actions\/runs\/(\d+)/.exec(status?.targetUrl ?? "")?.[1] ?? Number.NaN);
  const run = runs.find((candidate) => candidate.id === id);
  const workflow = run?.title?.agent === "verify" ? "code" : run?.title?.agent;
  return run?.workflow === `nightshift-${workflow}` ? run.title : undefined;
}
