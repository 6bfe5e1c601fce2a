/** Counts requests by what they were and who sent them, since the forge started. */
import type { Repository } from "./store/records.ts";
import type { Viewer } from "./viewer.ts";

export interface StatisticsRow {
  method: string;
  /** GitHub's path template, `graphql:<operation names>`, `git:<service>`, or `unknown`. */
  route: string;
  token: Viewer["kind"];
  /** `owner/name`, where the request was about one. */
  repository: string | undefined;
  /** The run whose job token was used. */
  runId: number | undefined;
  jobId: number | undefined;
  requests: number;
  /** Of these, the successful ones that notify people, as octokit's throttling plugin lists them. */
  notifyingWrites: number;
}

export interface StatisticsFilter {
  repository?: string;
  runId?: number;
  token?: StatisticsRow["token"];
}

export interface Statistics {
  requests: number;
  notifyingWrites: number;
  rows: StatisticsRow[];
}

export interface Counter {
  count(
    viewer: Viewer,
    repository: string | undefined,
    method: string,
    route: string,
    notifying: boolean,
  ): void;
  read(filter?: StatisticsFilter): Statistics;
}

/** Routes that send notifications: octokit plugin-throttling's list of triggers. */
const NOTIFYING = new Set([
  "POST /repos/{owner}/{repo}/issues",
  "POST /repos/{owner}/{repo}/issues/{issue_number}/comments",
  "POST /repos/{owner}/{repo}/issues/{issue_number}/assignees",
  "POST /repos/{owner}/{repo}/pulls",
  "POST /repos/{owner}/{repo}/pulls/{pull_number}/comments",
  "POST /repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies",
  "POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers",
  "POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews",
  "POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/events",
  "PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge",
]);

/** GraphQL mutations that do the same. */
export const NOTIFYING_MUTATIONS = new Set([
  "addComment",
  "createIssue",
  "createPullRequest",
  "submitPullRequestReview",
  "addPullRequestReviewThread",
  "addPullRequestReviewThreadReply",
  "addPullRequestReviewComment",
  "mergePullRequest",
  "requestReviews",
]);

export const isNotifying = (method: string, template: string): boolean =>
  NOTIFYING.has(`${method} ${template}`);

export function createCounter(nameOf: (repository: Repository["id"]) => string): Counter {
  const rows = new Map<string, StatisticsRow>();
  return {
    count: (viewer, repository, method, route, notifying) => {
      const job = viewer.kind === "job" ? viewer.job : undefined;
      const name = repository ?? (job ? nameOf(job.repository) : undefined);
      const key = JSON.stringify([method, route, viewer.kind, name, job?.runId, job?.jobId]);
      const row = rows.get(key) ?? {
        method,
        route,
        token: viewer.kind,
        repository: name,
        runId: job?.runId,
        jobId: job?.jobId,
        requests: 0,
        notifyingWrites: 0,
      };
      rows.set(key, {
        ...row,
        requests: row.requests + 1,
        notifyingWrites: row.notifyingWrites + (notifying ? 1 : 0),
      });
    },
    read: (filter = {}) => {
      const chosen = [...rows.values()].filter((row) => {
        if (
          filter.repository !== undefined &&
          row.repository?.toLowerCase() !== filter.repository.toLowerCase()
        )
          return false;
        if (filter.runId !== undefined && row.runId !== filter.runId) return false;
        return filter.token === undefined || row.token === filter.token;
      });
      return {
        requests: chosen.reduce((sum, row) => sum + row.requests, 0),
        notifyingWrites: chosen.reduce((sum, row) => sum + row.notifyingWrites, 0),
        rows: chosen,
      };
    },
  };
}
