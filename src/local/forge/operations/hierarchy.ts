/** Sub-issues and dependencies between issues. Ids are database ids, not numbers. */

import { ApiError, invalid, notFound, unprocessable } from "../errors.ts";
import { GITHUB_FACTS } from "../facts.ts";
import { issueById, repositoryById, type Site } from "../site.ts";
import type { Issue } from "../store/records.ts";
import type { Acting } from "../viewer.ts";
import { record, touchIssue } from "./issues.ts";

const MAX_CHILDREN = GITHUB_FACTS.subIssues.value;
const MAX_DEPTH = GITHUB_FACTS.subIssueDepth.value;
const MAX_BLOCKERS = 50;

export function getIssueById(site: Site, id: number): Issue {
  const issue = issueById(site, id);
  if (!issue) throw notFound();
  return issue;
}

export function addSubIssue(
  site: Site,
  viewer: Acting,
  parent: Issue,
  childId: number,
  replaceParent: boolean,
): Issue {
  const child = issueById(site, childId);
  if (!child || child.isPull)
    throw invalid("Issue", "sub_issue_id", "invalid", "The provided sub-issue does not exist", childId);
  if (repositoryById(site, child.repository).owner !== repositoryById(site, parent.repository).owner) {
    throw unprocessable("Sub-issue must belong to the same owner as its parent.");
  }
  if (child.parent === parent.id)
    throw unprocessable(
      "An error occurred while adding the sub-issue to the parent issue. Issue may not contain duplicate sub-issues",
    );
  if (child.parent !== null && !replaceParent) {
    throw unprocessable(
      "An error occurred while adding the sub-issue to the parent issue. Sub issue may only have one parent",
    );
  }
  if (parent.children.length >= MAX_CHILDREN)
    throw unprocessable("Parent cannot have more than 100 sub-issues");
  const above = ancestors(site, parent);
  if (child.id === parent.id || above.some((one) => one.id === child.id))
    throw unprocessable("Sub-issue would create a circular dependency");
  if (above.length + 1 >= MAX_DEPTH) throw unprocessable("Sub-issue hierarchy cannot exceed 8 levels");
  return site.store.transact(() => {
    if (child.parent !== null) {
      const former = getIssueById(site, child.parent);
      touchIssue(site, former, { children: former.children.filter((id) => id !== child.id) });
    }
    touchIssue(site, child, { parent: parent.id });
    const next = touchIssue(site, getIssueById(site, parent.id), {
      children: [...getIssueById(site, parent.id).children, child.id],
    });
    record(site, viewer, next, "sub_issue_added");
    record(site, viewer, child, "parent_issue_added");
    return next;
  });
}

export function removeSubIssue(site: Site, viewer: Acting, parent: Issue, childId: number): Issue {
  if (!parent.children.includes(childId)) throw notFound();
  return site.store.transact(() => {
    const child = getIssueById(site, childId);
    touchIssue(site, child, { parent: null });
    record(site, viewer, child, "parent_issue_removed");
    const next = touchIssue(site, parent, { children: parent.children.filter((id) => id !== childId) });
    record(site, viewer, next, "sub_issue_removed");
    return next;
  });
}

function ancestors(site: Site, issue: Issue): Issue[] {
  const above: Issue[] = [];
  for (let at = issue.parent; at !== null; ) {
    const parent = getIssueById(site, at);
    above.push(parent);
    at = parent.parent;
  }
  return above;
}

export function addBlocker(site: Site, viewer: Acting, issue: Issue, blockerId: number): Issue {
  const blocker = issueById(site, blockerId);
  if (!blocker) throw notFound();
  if (blocker.id === issue.id) throw unprocessable("An issue cannot be blocked by itself");
  if (issue.blockedBy.includes(blockerId)) throw unprocessable("Target issue has already been taken");
  if (blocker.blockedBy.includes(issue.id)) throw unprocessable("Dependency would create a cycle");
  if (issue.blockedBy.length >= MAX_BLOCKERS)
    throw new ApiError(422, "Issue has reached the maximum number of dependencies");
  return site.store.transact(() => {
    record(site, viewer, issue, "blocked_by_added");
    record(site, viewer, blocker, "blocking_added");
    touchIssue(site, issue, { blockedBy: [...issue.blockedBy, blockerId] });
    return blocker;
  });
}

export function removeBlocker(site: Site, viewer: Acting, issue: Issue, blockerId: number): Issue {
  if (!issue.blockedBy.includes(blockerId)) throw notFound();
  return site.store.transact(() => {
    record(site, viewer, issue, "blocked_by_removed");
    touchIssue(site, issue, { blockedBy: issue.blockedBy.filter((id) => id !== blockerId) });
    return getIssueById(site, blockerId);
  });
}
