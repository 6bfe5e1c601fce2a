/** Commit statuses and check runs. */

import { ApiError, invalid, unprocessable } from "../errors.ts";
import { GITHUB_FACTS } from "../facts.ts";
import { resolveCommit } from "../git/commits.ts";
import { commitJson, shortBranchJson } from "../rest/serialize/git.ts";
import { fullName, now, type Site } from "../site.ts";
import type { CheckRun, Repository, Status } from "../store/records.ts";
import { ACTIONS_APP, type Acting } from "../viewer.ts";
import { emit } from "./events.ts";

export const STATUS_STATES = ["error", "failure", "pending", "success"] as const;
/** Per commit and context (docs: rest/commits/statuses). */
const MAX_STATUSES = GITHUB_FACTS.statusesOfContext.value;
const MAX_DESCRIPTION = GITHUB_FACTS.statusDescription.value;

export interface NewStatus {
  state: string;
  context: string;
  description: string | null;
  targetUrl: string | null;
}

export async function createStatus(
  site: Site,
  viewer: Acting,
  repository: Repository,
  revision: string,
  wanted: NewStatus,
): Promise<Status> {
  const sha = /^[0-9a-f]{40}$/.test(revision)
    ? await resolveCommit(site.git(repository), revision)
    : undefined;
  if (!sha) throw unprocessable(`No commit found for SHA: ${revision}`);
  const state = STATUS_STATES.find((one) => one === wanted.state);
  if (!state)
    throw invalid("Status", "state", "custom", "state must be one of error, failure, pending, success");
  if ((wanted.description ?? "").length > MAX_DESCRIPTION) {
    throw invalid("Status", "description", "custom", "description is too long (maximum is 140 characters)");
  }
  const commit = await commitJson(site, repository, sha);
  const same = statusesOf(site, repository, sha).filter((row) => sameContext(row, wanted.context));
  if (same.length >= MAX_STATUSES)
    throw unprocessable("This SHA and context has reached the maximum number of statuses.");
  const branches = branchesAt(site, repository, sha);
  return site.store.transact(() => {
    const status: Status = {
      id: site.store.nextId(),
      repository: repository.id,
      sha,
      state,
      context: wanted.context,
      description: wanted.description,
      targetUrl: wanted.targetUrl,
      creator: viewer.user.login,
      createdAt: now(site),
    };
    site.store.put("statuses", status.id, status);
    emit(site, viewer, repository, "status", {
      payload: {
        id: status.id,
        sha,
        name: fullName(repository),
        state,
        context: status.context,
        description: status.description,
        target_url: status.targetUrl,
        commit,
        branches: branches.map((name) => shortBranchJson(site, repository, name, sha)),
        created_at: status.createdAt,
        updated_at: status.createdAt,
      },
    });
    return status;
  });
}

/** The branches whose head the commit is. */
const branchesAt = (site: Site, repository: Repository, sha: string): string[] =>
  [...site.git(repository).refs].flatMap(([ref, head]) =>
    head === sha && ref.startsWith("refs/heads/") ? [ref.slice("refs/heads/".length)] : [],
  );

const sameContext = (status: Status, context: string): boolean =>
  status.context.toLowerCase() === context.toLowerCase();

/** All statuses of a commit, oldest first. */
export function statusesOf(site: Site, repository: Repository, sha: string): Status[] {
  return site.store.filter("statuses", (row) => row.repository === repository.id && row.sha === sha);
}

/** The newest status of every context. */
export function latestStatuses(site: Site, repository: Repository, sha: string): Status[] {
  const latest = new Map<string, Status>();
  for (const status of statusesOf(site, repository, sha)) latest.set(status.context.toLowerCase(), status);
  return [...latest.values()];
}

/** GitHub's combined state over statuses; `none` when nobody posted one. */
export function combinedState(
  site: Site,
  repository: Repository,
  sha: string,
): "success" | "failure" | "pending" | "none" {
  const states = latestStatuses(site, repository, sha).map((status) => status.state);
  if (states.length === 0) return "none";
  if (states.some((state) => state === "failure" || state === "error")) return "failure";
  return states.every((state) => state === "success") ? "success" : "pending";
}

/** The check runs of a commit: those posted by REST, and one for every job of the runs on it. */
export function checkRunsOf(site: Site, repository: Repository, sha: string): CheckRun[] {
  const posted = site.store.filter("checkRuns", (row) => row.repository === repository.id && row.sha === sha);
  const newest = new Map<string, CheckRun>();
  for (const job of site.store.all("jobs")) {
    const run = site.store.get("runs", job.runId);
    if (job.headSha !== sha || !run || run.repository !== `${repository.owner}/${repository.name}`) continue;
    newest.set(`${job.runId} ${job.name}`, checkRunOfJob(site, repository, job.id));
  }
  return [...posted, ...newest.values()];
}

export function checkRunOfJob(site: Site, repository: Repository, jobId: number): CheckRun {
  const job = site.store.get("jobs", jobId);
  if (!job) throw new ApiError(404, "Not Found");
  return {
    id: job.id,
    repository: repository.id,
    sha: job.headSha,
    app: ACTIONS_APP.id,
    name: job.name,
    status: job.status === "completed" || job.status === "in_progress" ? job.status : "queued",
    conclusion: job.conclusion,
    startedAt: job.startedAt ?? now(site),
    completedAt: job.completedAt,
    externalId: "",
    detailsUrl: `${site.url}/${repository.owner}/${repository.name}/actions/runs/${job.runId}/job/${job.id}`,
    title: null,
    summary: job.summary === "" ? null : job.summary,
    text: null,
  };
}

/** Jobs of a dispatched run have check runs on the commit, but pull requests do not count them (platform fact 0.3). */
export function countsForPull(site: Site, runId: number): boolean {
  const event = site.store.get("runs", runId)?.event;
  return event !== undefined && !GITHUB_FACTS.dispatchedRunsUncounted.value.some((one) => one === event);
}

/** The check runs of a commit that pull requests count. */
export const countedChecks = (site: Site, repository: Repository, sha: string): CheckRun[] =>
  checkRunsOf(site, repository, sha).filter((check) => {
    const job = site.store.get("jobs", check.id);
    return job === undefined || countsForPull(site, job.runId);
  });

/** Statuses and counted check runs together; `none` when nothing reported. */
export function rollupState(
  site: Site,
  repository: Repository,
  sha: string,
): "success" | "failure" | "pending" | "none" {
  const states = countedChecks(site, repository, sha).map((check) => {
    if (check.status !== "completed") return "pending";
    return ["success", "neutral", "skipped"].includes(check.conclusion ?? "") ? "success" : "failure";
  });
  const posted = combinedState(site, repository, sha);
  if (posted === "failure" || states.includes("failure")) return "failure";
  if (posted === "pending" || states.includes("pending")) return "pending";
  return posted === "none" && states.length === 0 ? "none" : "success";
}
