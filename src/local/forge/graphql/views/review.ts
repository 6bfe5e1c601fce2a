/** Reviews, threads and their comments. */

import { nodeId } from "../../node-id.ts";
import { commentsOfReview } from "../../operations/reviews.ts";
import { association, repoPage } from "../../rest/serialize/basics.ts";
import { getPull, repositoryById } from "../../site.ts";
import type { Review, ReviewComment, Thread } from "../../store/records.ts";
import { ACCESS, may } from "../../viewer.ts";
import { type Arguments, type Context, connection, type View } from "../context.ts";
import { actorView, reactionFields, userView } from "./actor.ts";
import { commitView } from "./commit.ts";
import { editFields } from "./issue.ts";
import { pullView } from "./pull.ts";
import { repositoryView } from "./repository.ts";

const pullOf = (context: Context, row: { repository: number; number: number }): View =>
  pullView(context, getPull(context.site, repositoryById(context.site, row.repository), row.number));

export function reviewView(context: Context, review: Review): View {
  const repository = repositoryById(context.site, review.repository);
  const url = `${repoPage(context.site, repository)}/pull/${review.number}#pullrequestreview-${review.id}`;
  return {
    __typename: "PullRequestReview",
    id: nodeId("PullRequestReview", review.id),
    databaseId: review.id,
    fullDatabaseId: String(review.id),
    state: review.state,
    body: review.body,
    bodyText: review.body,
    url,
    resourcePath: () => new URL(url).pathname,
    author: () => actorView(context, review.author),
    authorAssociation: association(repository, review.author),
    authorCanPushToRepository: true,
    commit: () => commitView(context, repository, review.commit),
    submittedAt: review.submittedAt,
    createdAt: review.createdAt,
    updatedAt: review.updatedAt,
    publishedAt: review.submittedAt,
    comments: (args: Arguments) =>
      connection(
        commentsOfReview(context.site, review),
        args,
        "PullRequestReviewCommentConnection",
        (comment) => reviewCommentView(context, comment),
      ),
    pullRequest: () => pullOf(context, review),
    repository: () => repositoryView(context, repository),
    isMinimized: false,
    minimizedReason: null,
    viewerDidAuthor: review.author === context.viewer.user.login,
    ...editFields(context, review.edited),
    ...reactionFields(context, `review:${review.id}`),
  };
}

/** Comments that this viewer may see. */
function visible(context: Context, thread: Thread): ReviewComment[] {
  return context.site.store.filter("reviewComments", (row) => {
    if (row.thread !== thread.id) return false;
    return (
      context.site.store.get("reviews", row.review)?.state !== "PENDING" ||
      row.author === context.viewer.user.login
    );
  });
}

export function threadView(context: Context, thread: Thread): View {
  const repository = repositoryById(context.site, thread.repository);
  const mayResolve = may(context.viewer, repository, ACCESS.writeContents);
  const resolvedBy = thread.resolvedBy;
  return {
    __typename: "PullRequestReviewThread",
    id: nodeId("PullRequestReviewThread", thread.id),
    isResolved: resolvedBy !== null,
    isOutdated: thread.outdated,
    isCollapsed: resolvedBy !== null || thread.outdated,
    path: thread.path,
    line: thread.line,
    startLine: thread.startLine,
    originalLine: thread.originalLine,
    originalStartLine: thread.originalStartLine,
    diffSide: thread.side,
    startDiffSide: thread.startSide,
    subjectType: thread.subject.toUpperCase(),
    resolvedBy: resolvedBy === null ? null : () => userView(context, resolvedBy),
    viewerCanResolve: mayResolve && resolvedBy === null,
    viewerCanUnresolve: mayResolve && resolvedBy !== null,
    viewerCanReply: true,
    comments: (args: Arguments) =>
      connection(visible(context, thread), args, "PullRequestReviewCommentConnection", (comment) =>
        reviewCommentView(context, comment),
      ),
    pullRequest: () => pullOf(context, thread),
    repository: () => repositoryView(context, repository),
  };
}

export function reviewCommentView(context: Context, comment: ReviewComment): View {
  const { site } = context;
  const repository = repositoryById(site, comment.repository);
  const thread = site.store.get("threads", comment.thread);
  const review = site.store.get("reviews", comment.review);
  const parent = comment.replyTo === null ? undefined : site.store.get("reviewComments", comment.replyTo);
  const url = `${repoPage(site, repository)}/pull/${comment.number}#discussion_r${comment.id}`;
  return {
    __typename: "PullRequestReviewComment",
    id: nodeId("PullRequestReviewComment", comment.id),
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
    publishedAt: review?.submittedAt ?? null,
    draftedAt: comment.createdAt,
    state: review?.state === "PENDING" ? "PENDING" : "SUBMITTED",
    path: thread?.path ?? "",
    diffHunk: thread?.hunk ?? "",
    line: thread?.line ?? null,
    startLine: thread?.startLine ?? null,
    originalLine: thread?.originalLine ?? null,
    originalStartLine: thread?.originalStartLine ?? null,
    outdated: thread?.outdated ?? false,
    subjectType: thread?.subject.toUpperCase() ?? "LINE",
    position: thread?.position ?? null,
    originalPosition: thread?.originalPosition ?? 0,
    commit: thread ? () => commitView(context, repository, thread.commit) : null,
    originalCommit: thread ? () => commitView(context, repository, thread.originalCommit) : null,
    pullRequestReview: review ? () => reviewView(context, review) : null,
    replyTo: parent ? () => reviewCommentView(context, parent) : null,
    pullRequest: () => pullOf(context, comment),
    repository: () => repositoryView(context, repository),
    isMinimized: comment.minimized !== null,
    minimizedReason: comment.minimized?.toLowerCase() ?? null,
    viewerDidAuthor: comment.author === context.viewer.user.login,
    ...editFields(context, comment.edited),
    ...reactionFields(context, `review-comment:${comment.id}`),
  };
}
