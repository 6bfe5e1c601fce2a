/** Reads the runs of our workflows: the leases, the attempts, and what stands behind our statuses. */
import { parseRunTitle } from "../domain/run-title.ts";
import type { PullSnapshot, RunSnapshot } from "../domain/snapshot.ts";
import { runIdIn } from "../domain/status-run.ts";
import { type GitHub, GitHubRefusal } from "./client.ts";
import { type WorkflowRunNode, WorkflowRuns } from "./shapes.ts";

const WORKFLOW = /^\.github\/workflows\/(nightshift-(?:code|review|merge|doorbell))\.ya?ml/;

/** More missing runs than this are looked for on further pages of the list, so many at most. */
const FEW = 3;
const PAGES = 4;

/** The last hundred runs on `branch`, and those that statuses of open pull requests point to. */
export async function readRuns(
  github: GitHub,
  branch: string,
  pulls: readonly PullSnapshot[],
  identity: string,
): Promise<RunSnapshot[]> {
  const runs = await readPage(github, branch, 1);
  for (let page = 2; page <= PAGES && missingRuns(runs, pulls, identity).length > FEW; page += 1)
    runs.push(...(await readPage(github, branch, page)));
  return readMissingRuns(github, runs, branch, pulls, identity);
}

async function readPage(github: GitHub, branch: string, page: number): Promise<RunSnapshot[]> {
  const { data } = await github.rest("GET /repos/{owner}/{repo}/actions/runs", {
    branch,
    per_page: 100,
    exclude_pull_requests: true,
    ...(page === 1 ? {} : { page }),
  });
  return WorkflowRuns.parse(data)
    .workflow_runs.filter((run) => WORKFLOW.test(run.path))
    .map(runOf);
}

function missingRuns(
  runs: readonly RunSnapshot[],
  pulls: readonly PullSnapshot[],
  identity: string,
): number[] {
  const known = new Set(runs.map(({ id }) => id));
  return runsBehindStatuses(pulls, identity).filter((id) => !known.has(id));
}

/** `runs`, and those that our statuses on open `pulls` name besides. */
export async function readMissingRuns(
  github: GitHub,
  runs: readonly RunSnapshot[],
  branch: string,
  pulls: readonly PullSnapshot[],
  identity: string,
): Promise<RunSnapshot[]> {
  const missing = missingRuns(runs, pulls, identity);
  const read = await Promise.all(missing.slice(0, 10).map((id) => readRun(github, id, branch)));
  return [...runs, ...read.filter((run) => run !== undefined)];
}

async function readRun(github: GitHub, id: number, branch: string): Promise<RunSnapshot | undefined> {
  try {
    const { data } = await github.rest("GET /repos/{owner}/{repo}/actions/runs/{run_id}", { run_id: id });
    const run = WorkflowRuns.shape.workflow_runs.element.parse(data);
    return WORKFLOW.test(run.path) && run.head_branch === branch ? runOf(run) : undefined;
  } catch (error) {
    if (error instanceof GitHubRefusal) return undefined;
    throw error;
  }
}

/** Run ids that our statuses on open pull requests of ours point to; on others nothing rests on them. */
function runsBehindStatuses(pulls: readonly PullSnapshot[], identity: string): number[] {
  const ids = pulls
    .filter((pull) => pull.state === "open" && pull.author.login === identity)
    .flatMap((pull) =>
      pull.statuses.filter(
        ({ creator, context }) => creator === identity && context.startsWith("nightshift/"),
      ),
    )
    .flatMap((status) => runIdIn(status) ?? []);
  return [...new Set(ids)];
}

function runOf(run: WorkflowRunNode): RunSnapshot {
  return {
    id: run.id,
    workflow: WORKFLOW.exec(run.path)?.[1] ?? run.path,
    title: parseRunTitle(run.display_title),
    live: run.status !== "completed",
    conclusion: run.conclusion ?? undefined,
    event: run.event,
    createdAt: run.created_at,
  };
}
