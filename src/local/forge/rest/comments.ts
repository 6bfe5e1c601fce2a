/** REST: labels of a repository, comments on issues, reactions, sub-issues and dependencies. */

import { mustHavePush, notFound } from "../errors.ts";
import { nullableText, optionalFlag, optionalText, requiredNumber, requiredText } from "../http/body.ts";
import { created, list, noContent, ok } from "../http/replies.ts";
import { type RepositoryQuestion, type Route, repositoryRoute } from "../http/router.ts";
import {
  createComment,
  deleteComment,
  getComment,
  react,
  reactionsTo,
  updateComment,
} from "../operations/comments.ts";
import {
  addBlocker,
  addSubIssue,
  getIssueById,
  removeBlocker,
  removeSubIssue,
} from "../operations/hierarchy.ts";
import { createLabel, deleteLabel, getLabel, labelsIn, updateLabel } from "../operations/labels.ts";
import { getReviewComment } from "../operations/reviews.ts";
import { getIssue, repositoryById } from "../site.ts";
import type { Comment, Issue } from "../store/records.ts";
import { ACCESS, demand, may } from "../viewer.ts";
import { issueIn, needFor, numberIn, somebody, textIn } from "./ask.ts";
import { labelJson, reactionJson } from "./serialize/basics.ts";
import { commentJson, commentsOf, issueJson } from "./serialize/issues.ts";

export const labelRoutes: Route[] = [
  repositoryRoute("GET /labels", ACCESS.readIssuesOrPulls, (question) =>
    list(question, labelsIn(question.site, question.repository), (label) =>
      labelJson(question.site, question.repository, label),
    ),
  ),
  repositoryRoute("POST /labels", ACCESS.manageLabels, ({ site, repository, body }) => {
    const wanted = {
      name: requiredText(body, "name"),
      color: optionalText(body, "color"),
      description: nullableText(body, "description"),
    };
    return created(labelJson(site, repository, createLabel(site, repository, wanted)));
  }),
  repositoryRoute("GET /labels/{name}", ACCESS.readIssuesOrPulls, (question) =>
    ok(
      labelJson(
        question.site,
        question.repository,
        getLabel(question.site, question.repository, textIn(question, "name")),
      ),
    ),
  ),
  repositoryRoute("PATCH /labels/{name}", ACCESS.manageLabels, (question) => {
    const { site, repository, body } = question;
    const change = {
      name: optionalText(body, "new_name"),
      color: optionalText(body, "color"),
      description: nullableText(body, "description"),
    };
    return ok(labelJson(site, repository, updateLabel(site, repository, textIn(question, "name"), change)));
  }),
  repositoryRoute("DELETE /labels/{name}", ACCESS.manageLabels, (question) => {
    deleteLabel(question.site, question.repository, textIn(question, "name"));
    return noContent();
  }),
];

export const commentRoutes: Route[] = [
  repositoryRoute("GET /issues/{issue_number}/comments", ACCESS.metadata, (question) => {
    const since = question.query.get("since");
    const rows = commentsOf(question.site, issueIn(question, "read")).filter(
      (row) => !since || row.updatedAt >= since,
    );
    return list(question, rows, (comment) => commentJson(question.site, question.repository, comment));
  }),
  repositoryRoute("POST /issues/{issue_number}/comments", ACCESS.metadata, (question) => {
    const issue = issueIn(question, "comment");
    const comment = createComment(
      question.site,
      somebody(question),
      question.repository,
      issue.number,
      requiredText(question.body, "body"),
    );
    return created(commentJson(question.site, question.repository, comment));
  }),
  repositoryRoute("GET /issues/comments/{comment_id}", ACCESS.readIssuesOrPulls, (question) =>
    ok(commentJson(question.site, question.repository, commentIn(question))),
  ),
  repositoryRoute("PATCH /issues/comments/{comment_id}", ACCESS.metadata, (question) => {
    const comment = ownOrWritable(question);
    const next = updateComment(
      question.site,
      somebody(question),
      question.repository,
      comment.id,
      requiredText(question.body, "body"),
    );
    return ok(commentJson(question.site, question.repository, next));
  }),
  repositoryRoute("DELETE /issues/comments/{comment_id}", ACCESS.metadata, (question) => {
    deleteComment(question.site, somebody(question), question.repository, ownOrWritable(question).id);
    return noContent();
  }),
  ...reactions("/issues/{issue_number}/reactions", (question, need) => `issue:${issueIn(question, need).id}`),
  ...reactions("/issues/comments/{comment_id}/reactions", (question, need) => {
    const comment = commentIn(question);
    demand(
      question.viewer,
      question.repository,
      needFor(getIssue(question.site, question.repository, comment.number), need),
    );
    return `comment:${comment.id}`;
  }),
  ...reactions("/pulls/comments/{comment_id}/reactions", (question, need) => {
    demand(question.viewer, question.repository, need === "read" ? ACCESS.readPulls : ACCESS.reviewPulls);
    return `review-comment:${getReviewComment(question.site, question.repository, numberIn(question, "comment_id")).id}`;
  }),
];

function commentIn(question: RepositoryQuestion): Comment {
  return getComment(question.site, question.repository, numberIn(question, "comment_id"));
}

/** Authors edit their own comments, people with write access all of them. */
function ownOrWritable(question: RepositoryQuestion): Comment {
  const comment = commentIn(question);
  const actor = somebody(question);
  const issue = getIssue(question.site, question.repository, comment.number);
  demand(actor, question.repository, needFor(issue, "comment"));
  const writable = may(actor, question.repository, { ...needFor(issue, "comment"), role: "write" });
  if (comment.author !== actor.user.login && !writable) throw mustHavePush();
  return comment;
}

function reactions(
  path: string,
  subjectOf: (question: RepositoryQuestion, need: "read" | "comment") => string,
): Route[] {
  return [
    repositoryRoute(`GET ${path}`, ACCESS.metadata, (question) => {
      const content = question.query.get("content");
      const rows = reactionsTo(question.site, subjectOf(question, "read")).filter(
        (row) => !content || row.content === content,
      );
      return list(question, rows, (reaction) => reactionJson(question.site, reaction));
    }),
    repositoryRoute(`POST ${path}`, ACCESS.metadata, (question) => {
      const done = react(
        question.site,
        somebody(question),
        subjectOf(question, "comment"),
        requiredText(question.body, "content"),
      );
      return { status: done.created ? 201 : 200, body: reactionJson(question.site, done.reaction) };
    }),
    repositoryRoute(`DELETE ${path}/{reaction_id}`, ACCESS.metadata, (question) => {
      const reaction = question.site.store.get("reactions", numberIn(question, "reaction_id"));
      if (
        !reaction ||
        reaction.subject !== subjectOf(question, "comment") ||
        reaction.author !== somebody(question).user.login
      )
        throw notFound();
      question.site.store.remove("reactions", reaction.id);
      return noContent();
    }),
  ];
}

const otherIssue = (question: RepositoryQuestion, issue: Issue) =>
  issueJson(question.site, repositoryById(question.site, issue.repository), issue);

export const hierarchyRoutes: Route[] = [
  repositoryRoute("GET /issues/{issue_number}/sub_issues", ACCESS.metadata, (question) => {
    const rows = issueIn(question, "read").children.map((id) => getIssueById(question.site, id));
    return list(question, rows, (issue) => otherIssue(question, issue));
  }),
  repositoryRoute("POST /issues/{issue_number}/sub_issues", ACCESS.metadata, (question) => {
    const parent = issueIn(question, "triage");
    const replace = optionalFlag(question.body, "replace_parent") ?? false;
    return created(
      otherIssue(
        question,
        addSubIssue(
          question.site,
          somebody(question),
          parent,
          requiredNumber(question.body, "sub_issue_id"),
          replace,
        ),
      ),
    );
  }),
  repositoryRoute("DELETE /issues/{issue_number}/sub_issue", ACCESS.metadata, (question) => {
    const parent = issueIn(question, "triage");
    return ok(
      otherIssue(
        question,
        removeSubIssue(
          question.site,
          somebody(question),
          parent,
          requiredNumber(question.body, "sub_issue_id"),
        ),
      ),
    );
  }),
  repositoryRoute("GET /issues/{issue_number}/parent", ACCESS.metadata, (question) => {
    const { parent } = issueIn(question, "read");
    if (parent === null) throw notFound();
    return ok(otherIssue(question, getIssueById(question.site, parent)));
  }),
  repositoryRoute("GET /issues/{issue_number}/dependencies/blocked_by", ACCESS.metadata, (question) => {
    const rows = issueIn(question, "read").blockedBy.map((id) => getIssueById(question.site, id));
    return list(question, rows, (issue) => otherIssue(question, issue));
  }),
  repositoryRoute("POST /issues/{issue_number}/dependencies/blocked_by", ACCESS.metadata, (question) => {
    const issue = issueIn(question, "triage");
    return created(
      otherIssue(
        question,
        addBlocker(question.site, somebody(question), issue, requiredNumber(question.body, "issue_id")),
      ),
    );
  }),
  repositoryRoute(
    "DELETE /issues/{issue_number}/dependencies/blocked_by/{issue_id}",
    ACCESS.metadata,
    (question) => {
      const issue = issueIn(question, "triage");
      return ok(
        otherIssue(
          question,
          removeBlocker(question.site, somebody(question), issue, numberIn(question, "issue_id")),
        ),
      );
    },
  ),
  repositoryRoute("GET /issues/{issue_number}/dependencies/blocking", ACCESS.metadata, (question) => {
    const issue = issueIn(question, "read");
    const rows = question.site.store.filter("issues", (row) => row.blockedBy.includes(issue.id));
    return list(question, rows, (one) => otherIssue(question, one));
  }),
];
