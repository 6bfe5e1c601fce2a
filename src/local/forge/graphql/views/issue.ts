/** Issues, labels and comments, and what pull requests share with issues. */

import { nodeId } from "../../node-id.ts";
import { labelsIn } from "../../operations/labels.ts";
import { association, repoPage } from "../../rest/serialize/basics.ts";
import { commentsOf, issueUrl, labelsOf } from "../../rest/serialize/issues.ts";
import { findPull, issueById, repositoryById } from "../../site.ts";
import type { Comment, Edited, Happening, Issue, Label } from "../../store/records.ts";
import { ACCESS, hasRole, may } from "../../viewer.ts";
import { type Arguments, type Context, connection, texts, type View } from "../context.ts";
import { actorView, reactionFields, userView } from "./actor.ts";
import { pullView } from "./pull.ts";
import { repositoryView } from "./repository.ts";

export function labelView(context: Context, label: Label): View {
  const repository = repositoryById(context.site, label.repository);
  const url = `${repoPage(context.site, repository)}/labels/${encodeURIComponent(label.name)}`;
  return {
    __typename: "Label",
    id: nodeId("Label", label.id),
    name: label.name,
    color: label.color,
    description: label.description,
    isDefault: false,
    createdAt: repository.createdAt,
    updatedAt: repository.createdAt,
    url,
    resourcePath: () => new URL(url).pathname,
    repository: () => repositoryView(context, repository),
  };
}

export const labelConnection = (context: Context, labels: readonly Label[], args: Arguments): View =>
  connection(labels, args, "LabelConnection", (label) => labelView(context, label));

export const repositoryLabels = (context: Context, repositoryId: number): Label[] =>
  labelsIn(context.site, repositoryById(context.site, repositoryId));

/** `editor`, `lastEditedAt`, `includesCreatedEdit`. */
export function editFields(context: Context, edited: Edited | null): { [field: string]: unknown } {
  return {
    editor: edited ? () => actorView(context, edited.login) : null,
    lastEditedAt: edited?.at ?? null,
    includesCreatedEdit: edited !== null,
  };
}

export function commentView(context: Context, comment: Comment): View {
  const { site, viewer } = context;
  const repository = repositoryById(site, comment.repository);
  const isPull = findPull(site, repository, comment.number) !== undefined;
  const url = `${repoPage(site, repository)}/${isPull ? "pull" : "issues"}/${comment.number}#issuecomment-${comment.id}`;
  const own = viewer.user.login === comment.author;
  return {
    __typename: "IssueComment",
    id: nodeId("IssueComment", comment.id),
    databaseId: comment.id,
    fullDatabaseId: String(comment.id),
    body: comment.body,
    bodyText: comment.body,
    url,
    resourcePath: () => new URL(url).pathname,
    author: () => actorView(context, comment.author),
    authorAssociation: association(repository, comment.author),
    createdAt: comment.createdAt,
    updatedAt: comment.updatedAt,
    publishedAt: comment.createdAt,
    isMinimized: comment.minimized !== null,
    minimizedReason: comment.minimized?.toLowerCase() ?? null,
    viewerDidAuthor: own,
    viewerCanUpdate: own || may(viewer, repository, ACCESS.triageIssues),
    viewerCanDelete: own,
    repository: () => repositoryView(context, repository),
    ...editFields(context, comment.edited),
    ...reactionFields(context, `comment:${comment.id}`),
  };
}

/** Fields that issues and pull requests have alike. */
export function sharedFields(context: Context, issue: Issue): { [field: string]: unknown } {
  const { site, viewer } = context;
  const repository = repositoryById(site, issue.repository);
  const url = issueUrl(site, repository, issue);
  const people = (logins: readonly string[], args: Arguments): View =>
    connection(logins, args, "UserConnection", (login) => userView(context, login));
  const editable = viewer.user.login === issue.author || may(viewer, repository, ACCESS.triageIssues);
  return {
    number: issue.number,
    title: issue.title,
    body: issue.body ?? "",
    bodyText: issue.body ?? "",
    bodyHTML: issue.body ?? "",
    url,
    resourcePath: () => new URL(url).pathname,
    author: () => actorView(context, issue.author),
    authorAssociation: association(repository, issue.author),
    createdAt: issue.createdAt,
    updatedAt: issue.updatedAt,
    publishedAt: issue.createdAt,
    closedAt: issue.closedAt,
    closed: issue.state === "closed",
    locked: issue.locked,
    activeLockReason: issue.lockReason?.toUpperCase().replace(/[ -]/g, "_") ?? null,
    labels: (args: Arguments) => labelConnection(context, labelsOf(site, issue), args),
    assignees: (args: Arguments) => people(issue.assignees, args),
    participants: (args: Arguments) =>
      people([...new Set([issue.author, ...commentsOf(site, issue).map((comment) => comment.author)])], args),
    comments: (args: Arguments) =>
      connection(commentsOf(site, issue), args, "IssueCommentConnection", (comment) =>
        commentView(context, comment),
      ),
    milestone: null,
    projectCards: (args: Arguments) => connection([], args, "ProjectCardConnection", () => null),
    projectItems: (args: Arguments) => connection([], args, "ProjectV2ItemConnection", () => null),
    timelineItems: (args: Arguments) => timeline(context, issue, args),
    repository: () => repositoryView(context, repository),
    viewerDidAuthor: viewer.user.login === issue.author,
    viewerCanUpdate: editable,
    viewerCanReact: true,
    viewerSubscription: "UNSUBSCRIBED",
    viewerCanSubscribe: true,
    viewerCanClose: editable,
    viewerCanReopen: editable,
    ...editFields(context, issue.edited),
    ...reactionFields(context, `issue:${issue.id}`),
  };
}

const EVENT_TYPES: { [event: string]: string } = {
  labeled: "LabeledEvent",
  unlabeled: "UnlabeledEvent",
  closed: "ClosedEvent",
  reopened: "ReopenedEvent",
  assigned: "AssignedEvent",
  unassigned: "UnassignedEvent",
  renamed: "RenamedTitleEvent",
  locked: "LockedEvent",
  unlocked: "UnlockedEvent",
  merged: "MergedEvent",
  ready_for_review: "ReadyForReviewEvent",
  convert_to_draft: "ConvertToDraftEvent",
};

const itemTypeOf = (typename: string): string => typename.replace(/([a-z])([A-Z])/g, "$1_$2").toUpperCase();

function timeline(context: Context, issue: Issue, args: Arguments): View {
  const wanted = texts(args, "itemTypes");
  const since = typeof args.since === "string" ? args.since : "";
  const items: { type: string; at: string; id: number; view: () => View }[] = [];
  for (const row of context.site.store.all("happenings")) {
    const type = EVENT_TYPES[row.event];
    if (row.repository !== issue.repository || row.number !== issue.number || type === undefined) continue;
    items.push({ type, at: row.createdAt, id: row.id, view: () => happeningView(context, issue, row, type) });
  }
  for (const comment of commentsOf(context.site, issue)) {
    items.push({
      type: "IssueComment",
      at: comment.createdAt,
      id: comment.id,
      view: () => commentView(context, comment),
    });
  }
  const chosen = items.filter(
    (item) => item.at >= since && (!wanted || wanted.includes(itemTypeOf(item.type))),
  );
  chosen.sort((one, other) => one.at.localeCompare(other.at) || one.id - other.id);
  const counts = { filteredCount: chosen.length, pageCount: chosen.length, updatedAt: issue.updatedAt };
  return connection(
    chosen,
    args,
    issue.isPull ? "PullRequestTimelineItemsConnection" : "IssueTimelineItemsConnection",
    (item) => item.view(),
    counts,
  );
}

function happeningView(context: Context, issue: Issue, row: Happening, type: string): View {
  const subject = (): View => (issue.isPull ? issueOrPullView(context, issue) : issueView(context, issue));
  const label = row.label;
  return {
    __typename: type,
    id: nodeId("Event", row.id),
    actor: () => actorView(context, row.actor),
    createdAt: row.createdAt,
    ...(label
      ? {
          label: () =>
            labelView(context, { id: row.id, repository: issue.repository, description: null, ...label }),
          labelable: subject,
        }
      : {}),
    ...(row.rename ? { previousTitle: row.rename.from, currentTitle: row.rename.to, subject } : {}),
    ...(row.subject === null
      ? {}
      : {
          assignee: () => userView(context, row.subject ?? ""),
          user: () => userView(context, row.subject ?? ""),
          assignable: subject,
        }),
    ...(type === "ClosedEvent"
      ? { closable: subject, stateReason: issue.stateReason?.toUpperCase() ?? null, closer: null }
      : {}),
    ...(type === "ReopenedEvent" ? { closable: subject, stateReason: "REOPENED" } : {}),
    ...(type === "LockedEvent" ? { lockable: subject, lockReason: null } : {}),
    ...(type === "MergedEvent" ? { pullRequest: subject, mergeRefName: "" } : {}),
    ...(type === "ReadyForReviewEvent" || type === "ConvertToDraftEvent" ? { pullRequest: subject } : {}),
  };
}

export function issueView(context: Context, issue: Issue): View {
  const { site, viewer } = context;
  const repository = repositoryById(site, issue.repository);
  const children = (): Issue[] =>
    issue.children.map((id) => issueById(site, id)).filter((child) => child !== undefined);
  const done = (): number => children().filter((child) => child.state === "closed").length;
  const total = issue.children.length;
  return {
    __typename: "Issue",
    id: nodeId("Issue", issue.id),
    databaseId: issue.id,
    fullDatabaseId: String(issue.id),
    state: issue.state.toUpperCase(),
    stateReason: issue.stateReason?.toUpperCase() ?? null,
    isPinned: false,
    isReadByViewer: true,
    ...sharedFields(context, issue),
    subIssues: (args: Arguments) =>
      connection(children(), args, "IssueConnection", (child) => issueView(context, child)),
    subIssuesSummary: () => ({
      __typename: "SubIssuesSummary",
      total,
      completed: done(),
      percentCompleted: total === 0 ? 0 : Math.floor((100 * done()) / total),
    }),
    parent: () => {
      const parent = issue.parent === null ? undefined : issueById(site, issue.parent);
      return parent ? issueView(context, parent) : null;
    },
    closedByPullRequestsReferences: (args: Arguments) =>
      connection(closers(context, issue), args, "PullRequestConnection", (pull) => pullView(context, pull)),
    viewerCanLabel: may(viewer, repository, ACCESS.triageIssues),
    viewerCanDelete: hasRole(repository, viewer.user.login, "admin"),
  };
}

function closers({ site }: Context, issue: Issue) {
  return site.store.filter("pulls", (pull) => {
    if (pull.repository !== issue.repository) return false;
    const body = site.store.get("issues", `${pull.repository}#${pull.number}`)?.body ?? "";
    return new RegExp(`\\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\\s+#${issue.number}\\b`, "i").test(
      body,
    );
  });
}

export function issueOrPullView(context: Context, issue: Issue): View {
  const pull = issue.isPull
    ? findPull(context.site, repositoryById(context.site, issue.repository), issue.number)
    : undefined;
  return pull ? pullView(context, pull) : issueView(context, issue);
}
