/** Mutations on issues, labels, comments and reactions. */
import { ApiError, mustHavePush, notAccessible } from "../../errors.ts";
import { nodeId, parseNodeId } from "../../node-id.ts";
import { createComment, deleteComment, react, updateComment } from "../../operations/comments.ts";
import { addSubIssue, removeSubIssue } from "../../operations/hierarchy.ts";
import {
  addAssignees,
  addLabelRows,
  createIssue,
  removeAssignees,
  removeLabel,
  updateIssue,
} from "../../operations/issues.ts";
import { needFor } from "../../rest/ask.ts";
import { getIssue, repositoryById } from "../../site.ts";
import type { Issue, Label, Repository } from "../../store/records.ts";
import { ACCESS, demand, may } from "../../viewer.ts";
import { type Arguments, allowed, type Context, maybeText, text, texts, unresolved } from "../context.ts";
import { findNode, rowOf } from "../nodes.ts";
import { actorView, reactionContent, reactionFields, userView } from "../views/actor.ts";
import { commentView, issueOrPullView, issueView } from "../views/issue.ts";
import type { Mutations } from "./mutations.ts";

export function issueMutations(context: Context): Mutations {
  const { site, viewer } = context;
  const actor = () => actorView(context, viewer.user.login);
  const labelled = (
    input: Arguments,
    work: (repository: Repository, issue: Issue, labels: Label[]) => void,
  ) => {
    const { repository, issue } = subjectOf(context, text(input, "labelableId"), "triage");
    work(repository, issue, labelsNamed(context, texts(input, "labelIds") ?? []));
    return { labelable: issueOrPullView(context, getIssue(site, repository, issue.number)) };
  };
  return {
    createIssue: (input) => {
      const repository = allowed(
        context,
        rowOf(context, "Repository", text(input, "repositoryId")).id,
        ACCESS.openIssues,
      );
      const names = labelsNamed(context, texts(input, "labelIds") ?? []).map((label) => label.name);
      const issue = createIssue(site, viewer, repository, {
        title: text(input, "title"),
        body: maybeText(input, "body") ?? null,
        labels: names,
        assignees: loginsOf(context, texts(input, "assigneeIds") ?? []),
      });
      return { issue: issueView(context, issue) };
    },
    updateIssue: (input) => {
      const { repository, issue } = editable(context, text(input, "id"));
      const state = maybeText(input, "state");
      updateIssue(site, viewer, repository, issue.number, {
        title: maybeText(input, "title"),
        body: maybeText(input, "body"),
        state: state === "OPEN" ? "open" : state === "CLOSED" ? "closed" : undefined,
      });
      return { issue: issueView(context, getIssue(site, repository, issue.number)), actor };
    },
    closeIssue: (input) => {
      const { repository, issue } = editable(context, text(input, "issueId"));
      const reasons = { COMPLETED: "completed", NOT_PLANNED: "not_planned", DUPLICATE: "duplicate" } as const;
      const reason = Object.entries(reasons).find(([name]) => name === input.stateReason)?.[1];
      return {
        issue: issueView(
          context,
          updateIssue(site, viewer, repository, issue.number, { state: "closed", stateReason: reason }),
        ),
      };
    },
    reopenIssue: (input) => {
      const { repository, issue } = editable(context, text(input, "issueId"));
      return {
        issue: issueView(context, updateIssue(site, viewer, repository, issue.number, { state: "open" })),
      };
    },
    addComment: (input) => {
      const { repository, issue } = subjectOf(context, text(input, "subjectId"), "comment");
      const comment = createComment(site, viewer, repository, issue.number, text(input, "body"));
      return {
        commentEdge: { __typename: "IssueCommentEdge", cursor: "", node: commentView(context, comment) },
        subject: issueOrPullView(context, getIssue(site, repository, issue.number)),
        timelineEdge: null,
      };
    },
    updateIssueComment: (input) => {
      const { repository, comment } = ownComment(context, text(input, "id"));
      return {
        issueComment: commentView(
          context,
          updateComment(site, viewer, repository, comment.id, text(input, "body")),
        ),
      };
    },
    deleteIssueComment: (input) => {
      const { repository, comment } = ownComment(context, text(input, "id"));
      deleteComment(site, viewer, repository, comment.id);
      return {};
    },
    addLabelsToLabelable: (input) =>
      labelled(input, (repository, issue, labels) =>
        addLabelRows(site, viewer, repository, issue.number, labels),
      ),
    removeLabelsFromLabelable: (input) =>
      labelled(input, (repository, issue, labels) => {
        for (const label of labels) {
          if (getIssue(site, repository, issue.number).labels.includes(label.id))
            removeLabel(site, viewer, repository, issue.number, label.name);
        }
      }),
    addAssigneesToAssignable: (input) => {
      const { repository, issue } = subjectOf(context, text(input, "assignableId"), "triage");
      return {
        assignable: issueOrPullView(
          context,
          addAssignees(
            site,
            viewer,
            repository,
            issue.number,
            loginsOf(context, texts(input, "assigneeIds") ?? []),
          ),
        ),
      };
    },
    removeAssigneesFromAssignable: (input) => {
      const { repository, issue } = subjectOf(context, text(input, "assignableId"), "triage");
      return {
        assignable: issueOrPullView(
          context,
          removeAssignees(
            site,
            viewer,
            repository,
            issue.number,
            loginsOf(context, texts(input, "assigneeIds") ?? []),
          ),
        ),
      };
    },
    addSubIssue: (input) => {
      const parent = rowOf(context, "Issue", text(input, "issueId"));
      allowed(context, parent.repository, ACCESS.triageIssues);
      const child = rowOf(context, "Issue", text(input, "subIssueId"));
      const next = addSubIssue(site, viewer, parent, child.id, input.replaceParent === true);
      return {
        issue: issueView(context, next),
        subIssue: issueView(context, rowOf(context, "Issue", text(input, "subIssueId"))),
      };
    },
    removeSubIssue: (input) => {
      const parent = rowOf(context, "Issue", text(input, "issueId"));
      allowed(context, parent.repository, ACCESS.triageIssues);
      const child = rowOf(context, "Issue", text(input, "subIssueId"));
      return {
        issue: issueView(context, removeSubIssue(site, viewer, parent, child.id)),
        subIssue: issueView(context, rowOf(context, "Issue", text(input, "subIssueId"))),
      };
    },
    addReaction: (input) => {
      const subject = reactable(context, text(input, "subjectId"));
      const { reaction } = react(site, viewer, subject.key, reactionContent(text(input, "content")));
      const view = {
        __typename: "Reaction",
        id: nodeId("Reaction", reaction.id),
        databaseId: reaction.id,
        content: text(input, "content"),
        createdAt: reaction.createdAt,
        user: userView(context, reaction.author),
      };
      return {
        reaction: view,
        subject: subject.view(),
        ...pick(reactionFields(context, subject.key), "reactionGroups"),
      };
    },
    minimizeComment: (input) => minimize(context, text(input, "subjectId"), text(input, "classifier")),
    unminimizeComment: (input) => {
      const { minimizedComment } = minimize(context, text(input, "subjectId"), null);
      return { unminimizedComment: minimizedComment };
    },
  };
}

const pick = (fields: { [field: string]: unknown }, name: string): { [field: string]: unknown } => ({
  [name]: fields[name],
});

/** An issue, or a pull request's issue half, with the permission that GitHub asks for. */
function subjectOf(
  context: Context,
  id: string,
  need: "comment" | "triage",
): { repository: Repository; issue: Issue } {
  const node = findNode(context, id);
  if (node?.type !== "Issue" && node?.type !== "PullRequest") throw unresolved(id);
  const repository = repositoryById(context.site, node.row.repository);
  const issue = getIssue(context.site, repository, node.row.number);
  demand(context.viewer, repository, needFor(issue, need));
  return { repository, issue };
}

function editable(context: Context, id: string): { repository: Repository; issue: Issue } {
  const issue = rowOf(context, "Issue", id);
  const repository = repositoryById(context.site, issue.repository);
  const own = context.viewer.kind === "person" && issue.author === context.viewer.user.login;
  if (!own) demand(context.viewer, repository, ACCESS.triageIssues);
  return { repository, issue };
}

function ownComment(context: Context, id: string) {
  const comment = rowOf(context, "IssueComment", id);
  const repository = repositoryById(context.site, comment.repository);
  const issue = getIssue(context.site, repository, comment.number);
  demand(context.viewer, repository, needFor(issue, "comment"));
  const writable = may(context.viewer, repository, { ...needFor(issue, "comment"), role: "write" });
  if (comment.author !== context.viewer.user.login && !writable)
    throw context.viewer.kind !== "person" ? notAccessible() : mustHavePush();
  return { repository, comment };
}

function labelsNamed({ site }: Context, ids: string[]): Label[] {
  return ids.map((id) => {
    const parsed = parseNodeId(id);
    const label = parsed?.type === "Label" ? site.store.get("labels", parsed.id) : undefined;
    if (!label) throw unresolved(id);
    return label;
  });
}

function loginsOf({ site }: Context, ids: string[]): string[] {
  return ids.map((id) => {
    const parsed = parseNodeId(id);
    const user = site.store.find("users", (row) => String(row.id) === parsed?.id);
    if (!user) throw unresolved(id);
    return user.login;
  });
}

function reactable(context: Context, id: string): { key: string; view: () => unknown } {
  const node = findNode(context, id);
  if (node?.type === "PullRequestReviewComment") {
    allowed(context, node.row.repository, ACCESS.reviewPulls);
    return { key: `review-comment:${node.row.id}`, view: () => null };
  }
  if (node?.type === "IssueComment") {
    const repository = repositoryById(context.site, node.row.repository);
    demand(
      context.viewer,
      repository,
      needFor(getIssue(context.site, repository, node.row.number), "comment"),
    );
    return { key: `comment:${node.row.id}`, view: () => commentView(context, node.row) };
  }
  const { issue } = subjectOf(context, id, "comment");
  return { key: `issue:${issue.id}`, view: () => issueOrPullView(context, issue) };
}

function minimize(context: Context, id: string, classifier: string | null) {
  const node = findNode(context, id);
  if (node?.type === "IssueComment") {
    const repository = repositoryById(context.site, node.row.repository);
    const issue = getIssue(context.site, repository, node.row.number);
    demand(context.viewer, repository, { ...needFor(issue, "triage"), role: "write" });
    return {
      minimizedComment: commentView(
        context,
        context.site.store.put("comments", node.row.id, { ...node.row, minimized: classifier }),
      ),
    };
  }
  if (node?.type !== "PullRequestReviewComment")
    throw new ApiError(404, `Could not resolve to a node with the global id of '${id}'`);
  allowed(context, node.row.repository, ACCESS.writePulls);
  const row = context.site.store.put("reviewComments", node.row.id, { ...node.row, minimized: classifier });
  return {
    minimizedComment: {
      __typename: "PullRequestReviewComment",
      isMinimized: row.minimized !== null,
      minimizedReason: row.minimized?.toLowerCase() ?? null,
      viewerCanMinimize: true,
    },
  };
}
