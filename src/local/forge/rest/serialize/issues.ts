/** Issues, comments and their history in REST's shapes. */
import type { JsonObject } from "../../../contract.ts";
import { nodeId } from "../../node-id.ts";
import { findPull, issueById, repositoryById, type Site, userOf } from "../../site.ts";
import type { Comment, Happening, Issue, Label, Repository } from "../../store/records.ts";
import { association, labelJson, loginJson, reactionSummary, repoApi, repoPage } from "./basics.ts";
import { minimalRepositoryJson } from "./repository.ts";

export function labelsOf(site: Site, issue: Issue): Label[] {
  return issue.labels.map((id) => site.store.get("labels", id)).filter((label) => label !== undefined);
}

export function issueUrl(site: Site, repository: Repository, issue: Issue): string {
  return `${repoPage(site, repository)}/${issue.isPull ? "pull" : "issues"}/${issue.number}`;
}

/** `issue` */
export function issueJson(site: Site, repository: Repository, issue: Issue): JsonObject {
  const api = `${repoApi(site, repository)}/issues/${issue.number}`;
  const parent = issue.parent === null ? undefined : issueById(site, issue.parent);
  return {
    id: issue.id,
    node_id: issueNodeId(issue, site, repository),
    url: api,
    repository_url: repoApi(site, repository),
    labels_url: `${api}/labels{/name}`,
    comments_url: `${api}/comments`,
    events_url: `${api}/events`,
    html_url: issueUrl(site, repository, issue),
    number: issue.number,
    state: issue.state,
    state_reason: issue.stateReason,
    title: issue.title,
    body: issue.body,
    user: loginJson(site, issue.author),
    labels: labelsOf(site, issue).map((label) => labelJson(site, repository, label)),
    assignee: issue.assignees[0] ? loginJson(site, issue.assignees[0]) : null,
    assignees: issue.assignees.map((login) => loginJson(site, login)),
    milestone: null,
    locked: issue.locked,
    active_lock_reason: issue.lockReason,
    comments: commentsOf(site, issue).length,
    closed_at: issue.closedAt,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_by: issue.closedBy ? loginJson(site, issue.closedBy) : null,
    author_association: association(repository, issue.author),
    reactions: reactionSummary(site, `issue:${issue.id}`, api),
    timeline_url: `${api}/timeline`,
    performed_via_github_app: null,
    ...(issue.isPull ? pullLink(site, repository, issue) : hierarchyJson(site, issue)),
    ...(parent
      ? {
          parent_issue_url: `${repoApi(site, repositoryById(site, parent.repository))}/issues/${parent.number}`,
        }
      : {}),
  };
}

export function issueNodeId(issue: Issue, site: Site, repository: Repository): string {
  const pull = issue.isPull ? findPull(site, repository, issue.number) : undefined;
  return pull ? nodeId("PullRequest", pull.id) : nodeId("Issue", issue.id);
}

export function commentsOf(site: Site, issue: Issue): Comment[] {
  return site.store.filter(
    "comments",
    (row) => row.repository === issue.repository && row.number === issue.number,
  );
}

function pullLink(site: Site, repository: Repository, issue: Issue): JsonObject {
  const pull = findPull(site, repository, issue.number);
  const page = issueUrl(site, repository, issue);
  return {
    draft: pull?.draft ?? false,
    pull_request: {
      url: `${repoApi(site, repository)}/pulls/${issue.number}`,
      html_url: page,
      diff_url: `${page}.diff`,
      patch_url: `${page}.patch`,
      merged_at: pull?.mergedAt ?? null,
    },
  };
}

/** `sub_issues_summary` and `issue_dependencies_summary`. */
function hierarchyJson(site: Site, issue: Issue): JsonObject {
  const children = issue.children.map((id) => issueById(site, id)).filter((child) => child !== undefined);
  const completed = children.filter((child) => child.state === "closed").length;
  const blockers = issue.blockedBy
    .map((id) => issueById(site, id))
    .filter((blocker) => blocker !== undefined);
  const blocking = site.store.filter("issues", (row) => row.blockedBy.includes(issue.id));
  const openOnes = (issues: Issue[]): number => issues.filter((one) => one.state === "open").length;
  return {
    sub_issues_summary: {
      total: children.length,
      completed,
      percent_completed: children.length === 0 ? 0 : Math.floor((100 * completed) / children.length),
    },
    issue_dependencies_summary: {
      blocked_by: openOnes(blockers),
      total_blocked_by: blockers.length,
      blocking: openOnes(blocking),
      total_blocking: blocking.length,
    },
  };
}

/** `issue-comment` */
export function commentJson(site: Site, repository: Repository, comment: Comment): JsonObject {
  const api = `${repoApi(site, repository)}/issues/comments/${comment.id}`;
  const isPull = findPull(site, repository, comment.number) !== undefined;
  return {
    id: comment.id,
    node_id: nodeId("IssueComment", comment.id),
    url: api,
    html_url: `${repoPage(site, repository)}/${isPull ? "pull" : "issues"}/${comment.number}#issuecomment-${comment.id}`,
    body: comment.body,
    user: loginJson(site, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    issue_url: `${repoApi(site, repository)}/issues/${comment.number}`,
    author_association: association(repository, comment.author),
    performed_via_github_app: null,
    reactions: reactionSummary(site, `comment:${comment.id}`, api),
  };
}

/** An entry of `GET issues/{n}/events` and of the timeline. */
export function happeningJson(site: Site, repository: Repository, happening: Happening): JsonObject {
  const subject = happening.subject === null ? undefined : loginJson(site, happening.subject);
  const actor = loginJson(site, happening.actor);
  return {
    id: happening.id,
    node_id: nodeId("Event", happening.id),
    url: `${repoApi(site, repository)}/issues/events/${happening.id}`,
    actor,
    event: happening.event,
    commit_id: happening.commit,
    commit_url: happening.commit ? `${repoApi(site, repository)}/commits/${happening.commit}` : null,
    created_at: happening.createdAt,
    performed_via_github_app: null,
    ...(happening.label ? { label: { name: happening.label.name, color: happening.label.color } } : {}),
    ...(subject && /assigned$/.test(happening.event) ? { assignee: subject, assigner: actor } : {}),
    ...(subject && /^review_request/.test(happening.event)
      ? { requested_reviewer: subject, review_requester: actor }
      : {}),
    ...(happening.rename ? { rename: happening.rename } : {}),
    ...(happening.event === "locked" ? { lock_reason: null } : {}),
  };
}

/** `timeline-comment-event` */
export function timelineCommentJson(site: Site, repository: Repository, comment: Comment): JsonObject {
  return {
    ...commentJson(site, repository, comment),
    event: "commented",
    actor: loginJson(site, comment.author),
  };
}

/** The issue as payloads of another repository see it, with its repository. */
export function issueWithRepositoryJson(site: Site, repository: Repository, issue: Issue): JsonObject {
  return { ...issueJson(site, repository, issue), repository: minimalRepositoryJson(site, repository) };
}

export const emailOf = (site: Site, login: string): string =>
  `${userOf(site, login).id}+${login}@users.noreply.github.com`;
