/** Resolving global ids, for `node(id)` and for mutation inputs. */

import { parseNodeId } from "../node-id.ts";
import { findUser, issueById, repositoryById } from "../site.ts";
import type { Comment, Issue, Pull, Repository, Review, ReviewComment, Thread } from "../store/records.ts";
import { canRead } from "../viewer.ts";
import { type Context, unresolved, type View } from "./context.ts";
import { userView } from "./views/actor.ts";
import { commitView } from "./views/commit.ts";
import { commentView, issueView, labelView } from "./views/issue.ts";
import { pullView } from "./views/pull.ts";
import { repositoryView } from "./views/repository.ts";
import { reviewCommentView, reviewView, threadView } from "./views/review.ts";

interface Rows {
  Repository: Repository;
  Issue: Issue;
  PullRequest: Pull;
  IssueComment: Comment;
  PullRequestReview: Review;
  PullRequestReviewThread: Thread;
  PullRequestReviewComment: ReviewComment;
}

export type Node = { [Type in keyof Rows]: { type: Type; row: Rows[Type] } }[keyof Rows];

/** What the id names, if the viewer may see it. */
export function findNode({ site, viewer }: Context, id: string): Node | undefined {
  const parsed = parseNodeId(id);
  if (!parsed) return undefined;
  const node = nodeOf(parsed.type, parsed.id);
  const home = node && repositoryById(site, node.type === "Repository" ? node.row.id : node.row.repository);
  return home && canRead(viewer, home) ? node : undefined;

  function nodeOf(type: string, key: string): Node | undefined {
    const number = Number(key);
    if (type === "Repository") {
      const row = site.store.get("repositories", key);
      return row && { type, row };
    }
    if (type === "Issue") {
      const row = issueById(site, number);
      return row && { type, row };
    }
    if (type === "PullRequest") {
      const row = site.store.find("pulls", (row) => row.id === number);
      return row && { type, row };
    }
    if (type === "IssueComment") {
      const row = site.store.get("comments", key);
      return row && { type, row };
    }
    if (type === "PullRequestReview") {
      const row = site.store.get("reviews", key);
      return row && { type, row };
    }
    if (type === "PullRequestReviewThread") {
      const row = site.store.get("threads", key);
      return row && { type, row };
    }
    if (type === "PullRequestReviewComment") {
      const row = site.store.get("reviewComments", key);
      return row && { type, row };
    }
    return undefined;
  }
}

/** The row behind an id of one type; throws GitHub's NOT_FOUND otherwise. */
export function rowOf<Type extends keyof Rows>(context: Context, type: Type, id: string): Rows[Type] {
  const node = findNode(context, id);
  if (!node || !isOf(node, type)) throw unresolved(id);
  return node.row;
}

function isOf<Type extends keyof Rows>(
  node: { type: keyof Rows; row: unknown },
  type: Type,
): node is { type: Type; row: Rows[Type] } {
  return node.type === type;
}

export function nodeView(context: Context, id: string): View | Promise<View> | undefined {
  const node = findNode(context, id);
  if (!node) return looseView(context, id);
  switch (node.type) {
    case "Repository":
      return repositoryView(context, node.row);
    case "Issue":
      return issueView(context, node.row);
    case "PullRequest":
      return pullView(context, node.row);
    case "IssueComment":
      return commentView(context, node.row);
    case "PullRequestReview":
      return reviewView(context, node.row);
    case "PullRequestReviewThread":
      return threadView(context, node.row);
    case "PullRequestReviewComment":
      return reviewCommentView(context, node.row);
  }
}

/** Ids of labels, users and commits, which no mutation here takes as subject. */
function looseView(context: Context, id: string): View | Promise<View> | undefined {
  const parsed = parseNodeId(id);
  const { site, viewer } = context;
  if (parsed?.type === "Label") {
    const label = site.store.get("labels", parsed.id);
    return label && canRead(viewer, repositoryById(site, label.repository))
      ? labelView(context, label)
      : undefined;
  }
  if (parsed?.type === "User" || parsed?.type === "Bot") {
    const user = site.store.find("users", (row) => String(row.id) === parsed.id);
    return user && findUser(site, user.login) ? userView(context, user.login) : undefined;
  }
  const [home, sha] = parsed?.type === "Commit" ? parsed.id.split(":") : [];
  const repository = home === undefined ? undefined : site.store.get("repositories", home);
  return repository && sha && canRead(viewer, repository) ? commitView(context, repository, sha) : undefined;
}
