/** Pull requests, reviews and review comments in REST's shapes. */
import type { JsonObject } from "../../../contract.ts";
import { nodeId } from "../../node-id.ts";
import { getIssue, repositoryById, type Site } from "../../site.ts";
import type { Pull, Repository, Review, ReviewComment, Thread } from "../../store/records.ts";
import { association, labelJson, loginJson, reactionSummary, repoApi, repoPage } from "./basics.ts";
import { labelsOf } from "./issues.ts";
import { repositoryJson } from "./repository.ts";

function endJson(site: Site, repository: Repository, ref: string, sha: string): JsonObject {
  return {
    label: `${repository.owner}:${ref}`,
    ref,
    sha,
    user: loginJson(site, repository.owner),
    repo: repositoryJson(site, repository),
  };
}

/** `pull-request-simple`: what lists answer. */
export function simplePullJson(site: Site, repository: Repository, pull: Pull): JsonObject {
  const issue = getIssue(site, repository, pull.number);
  const api = `${repoApi(site, repository)}/pulls/${pull.number}`;
  const issueApi = `${repoApi(site, repository)}/issues/${pull.number}`;
  const page = `${repoPage(site, repository)}/pull/${pull.number}`;
  const statuses = `${repoApi(site, repository)}/statuses/${pull.headSha}`;
  const link = (href: string): JsonObject => ({ href });
  return {
    id: pull.id,
    node_id: nodeId("PullRequest", pull.id),
    url: api,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issueApi,
    commits_url: `${api}/commits`,
    review_comments_url: `${api}/comments`,
    review_comment_url: `${repoApi(site, repository)}/pulls/comments{/number}`,
    comments_url: `${issueApi}/comments`,
    statuses_url: statuses,
    number: pull.number,
    state: issue.state,
    locked: issue.locked,
    active_lock_reason: issue.lockReason,
    title: issue.title,
    user: loginJson(site, issue.author),
    body: issue.body,
    labels: labelsOf(site, issue).map((label) => labelJson(site, repository, label)),
    milestone: null,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommitSha ?? pull.test?.sha ?? null,
    assignee: issue.assignees[0] ? loginJson(site, issue.assignees[0]) : null,
    assignees: issue.assignees.map((login) => loginJson(site, login)),
    requested_reviewers: pull.requestedReviewers.map((login) => loginJson(site, login)),
    requested_teams: [],
    head: endJson(site, repositoryById(site, pull.headRepository), pull.headRef, pull.headSha),
    base: endJson(site, repository, pull.baseRef, pull.baseSha),
    _links: {
      self: link(api),
      html: link(page),
      issue: link(issueApi),
      comments: link(`${issueApi}/comments`),
      review_comments: link(`${api}/comments`),
      review_comment: link(`${repoApi(site, repository)}/pulls/comments{/number}`),
      commits: link(`${api}/commits`),
      statuses: link(statuses),
    },
    author_association: association(repository, issue.author),
    auto_merge: autoMergeJson(site, pull),
    draft: pull.draft,
  };
}

export interface PullNumbers {
  commits: number;
  additions: number;
  deletions: number;
  changedFiles: number;
  mergeable: boolean | null;
  mergeableState: string;
}

/** `pull-request`: one pull request with its counts and mergeability. */
export function pullJson(site: Site, repository: Repository, pull: Pull, numbers: PullNumbers): JsonObject {
  const comments = site.store.filter(
    "comments",
    (row) => row.repository === pull.repository && row.number === pull.number,
  );
  const inline = site.store.filter(
    "reviewComments",
    (row) => row.repository === pull.repository && row.number === pull.number,
  );
  return {
    ...simplePullJson(site, repository, pull),
    merged: pull.merged,
    mergeable: numbers.mergeable,
    rebaseable: numbers.mergeable,
    mergeable_state: numbers.mergeableState,
    merged_by: pull.mergedBy ? loginJson(site, pull.mergedBy) : null,
    comments: comments.length,
    review_comments: inline.length,
    maintainer_can_modify: false,
    commits: numbers.commits,
    additions: numbers.additions,
    deletions: numbers.deletions,
    changed_files: numbers.changedFiles,
  };
}

/** `pull-request-review`; webhooks write the state in lower case. */
export function reviewJson(site: Site, repository: Repository, review: Review): JsonObject {
  const page = `${repoPage(site, repository)}/pull/${review.number}#pullrequestreview-${review.id}`;
  const pullApi = `${repoApi(site, repository)}/pulls/${review.number}`;
  return {
    id: review.id,
    node_id: nodeId("PullRequestReview", review.id),
    user: loginJson(site, review.author),
    body: review.body,
    state: review.state,
    html_url: page,
    pull_request_url: pullApi,
    author_association: association(repository, review.author),
    _links: { html: { href: page }, pull_request: { href: pullApi } },
    ...(review.submittedAt ? { submitted_at: review.submittedAt } : {}),
    commit_id: review.commit,
  };
}

/** `pull-request-review-comment` */
export function reviewCommentJson(
  site: Site,
  repository: Repository,
  thread: Thread,
  comment: ReviewComment,
): JsonObject {
  const api = `${repoApi(site, repository)}/pulls/comments/${comment.id}`;
  const pullApi = `${repoApi(site, repository)}/pulls/${comment.number}`;
  const page = `${repoPage(site, repository)}/pull/${comment.number}#discussion_r${comment.id}`;
  return {
    id: comment.id,
    node_id: nodeId("PullRequestReviewComment", comment.id),
    url: api,
    pull_request_review_id: comment.review,
    diff_hunk: thread.hunk,
    path: thread.path,
    commit_id: thread.commit,
    original_commit_id: thread.originalCommit,
    ...(comment.replyTo === null ? {} : { in_reply_to_id: comment.replyTo }),
    user: loginJson(site, comment.author),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    html_url: page,
    pull_request_url: pullApi,
    author_association: association(repository, comment.author),
    _links: { self: { href: api }, html: { href: page }, pull_request: { href: pullApi } },
    reactions: reactionSummary(site, `review-comment:${comment.id}`, api),
    position: thread.position,
    // A comment on the whole file stands at its first line.
    original_position: thread.originalPosition ?? 1,
    line: thread.line,
    original_line: thread.originalLine,
    start_line: thread.startLine,
    original_start_line: thread.originalStartLine,
    start_side: thread.startSide,
    side: thread.side,
    subject_type: thread.subject,
  };
}

/** `auto_merge` */
function autoMergeJson(site: Site, { autoMerge }: Pull): JsonObject | null {
  if (!autoMerge) return null;
  return {
    enabled_by: loginJson(site, autoMerge.login),
    merge_method: autoMerge.method,
    commit_title: autoMerge.title ?? "",
    commit_message: autoMerge.message ?? "",
  };
}
