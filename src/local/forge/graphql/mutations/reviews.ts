/** Mutations on reviews and review threads. */
import { ApiError } from "../../errors.ts";
import {
  createReview,
  deletePending,
  dismissReview,
  editReview,
  insertReview,
  insertThread,
  type NewReviewComment,
  pendingReview,
  type ReviewEvent,
  replyTo,
  submitReview,
  updateReviewComment,
} from "../../operations/reviews.ts";
import { locate } from "../../operations/threads.ts";
import { getPull, repositoryById } from "../../site.ts";
import type { Pull, Review, Side, Thread } from "../../store/records.ts";
import { ACCESS } from "../../viewer.ts";
import { type Arguments, allowed, type Context, maybeNumber, maybeText, objects, text } from "../context.ts";
import { rowOf } from "../nodes.ts";
import { reviewCommentView, reviewView, threadView } from "../views/review.ts";
import type { Mutations } from "./mutations.ts";

const EVENTS: { [name: string]: ReviewEvent } = {
  APPROVE: "APPROVE",
  COMMENT: "COMMENT",
  REQUEST_CHANGES: "REQUEST_CHANGES",
};

function sideOf(input: Arguments, name: string): Side | null {
  const value = input[name];
  return value === "LEFT" || value === "RIGHT" ? value : null;
}

function commentIn(input: Arguments): NewReviewComment {
  const subject = input.subjectType === "FILE" ? "file" : "line";
  return {
    path: text(input, "path"),
    body: text(input, "body"),
    subject,
    line: subject === "file" ? null : (maybeNumber(input, "line") ?? null),
    side: sideOf(input, "side") ?? "RIGHT",
    startLine: maybeNumber(input, "startLine") ?? null,
    startSide: sideOf(input, "startSide"),
  };
}

export function reviewMutations(context: Context): Mutations {
  const { site, viewer } = context;
  const resolve = (input: Arguments, resolved: boolean) => {
    const thread = rowOf(context, "PullRequestReviewThread", text(input, "threadId"));
    const repository = allowed(context, thread.repository, ACCESS.writeContents);
    const resolvedBy = resolved ? (thread.resolvedBy ?? viewer.user.login) : null;
    const next = site.store.put("threads", thread.id, { ...thread, resolvedBy });
    site.reconsider(repository);
    return { thread: threadView(context, next) };
  };
  return {
    resolveReviewThread: (input) => resolve(input, true),
    unresolveReviewThread: (input) => resolve(input, false),
    addPullRequestReview: async (input) => {
      const pull = rowOf(context, "PullRequest", text(input, "pullRequestId"));
      const repository = allowed(context, pull.repository, ACCESS.reviewPulls);
      const comments = [...objects(input, "threads"), ...objects(input, "comments")].map(commentIn);
      const review = await createReview(site, viewer, repository, pull.number, {
        body: maybeText(input, "body") ?? "",
        commit: maybeText(input, "commitOID"),
        event: EVENTS[text(input, "event")],
        comments,
      });
      const view = reviewView(context, review);
      return {
        pullRequestReview: view,
        reviewEdge: { __typename: "PullRequestReviewEdge", cursor: "", node: view },
      };
    },
    addPullRequestReviewThread: (input) => addThread(context, input),
    addPullRequestReviewThreadReply: (input) => {
      const thread = rowOf(context, "PullRequestReviewThread", text(input, "pullRequestReviewThreadId"));
      const repository = allowed(context, thread.repository, ACCESS.reviewPulls);
      const root = site.store.find("reviewComments", (row) => row.thread === thread.id);
      if (!root) throw new ApiError(404, "The thread has no comments");
      const chosen = maybeText(input, "pullRequestReviewId");
      const pending =
        chosen === undefined ? undefined : ownPending(context, rowOf(context, "PullRequestReview", chosen));
      return {
        comment: reviewCommentView(
          context,
          replyTo(site, viewer, repository, root, text(input, "body"), pending),
        ),
      };
    },
    submitPullRequestReview: (input) => {
      const review = reviewOf(context, input);
      const repository = allowed(context, review.repository, ACCESS.reviewPulls);
      const event = EVENTS[text(input, "event")];
      if (!event) throw new ApiError(422, `Could not submit a review with the event ${text(input, "event")}`);
      return {
        pullRequestReview: reviewView(
          context,
          submitReview(site, viewer, repository, review, event, maybeText(input, "body")),
        ),
      };
    },
    updatePullRequestReview: (input) => {
      const review = rowOf(context, "PullRequestReview", text(input, "pullRequestReviewId"));
      const repository = allowed(context, review.repository, ACCESS.reviewPulls);
      return {
        pullRequestReview: reviewView(
          context,
          editReview(site, viewer, repository, review, text(input, "body")),
        ),
      };
    },
    deletePullRequestReview: (input) => {
      const review = ownPending(
        context,
        rowOf(context, "PullRequestReview", text(input, "pullRequestReviewId")),
      );
      allowed(context, review.repository, ACCESS.reviewPulls);
      const view = reviewView(context, review);
      deletePending(site, review);
      return { pullRequestReview: view };
    },
    dismissPullRequestReview: (input) => {
      const review = rowOf(context, "PullRequestReview", text(input, "pullRequestReviewId"));
      const repository = allowed(context, review.repository, ACCESS.writePulls);
      return {
        pullRequestReview: reviewView(
          context,
          dismissReview(site, viewer, repository, review, text(input, "message")),
        ),
      };
    },
    updatePullRequestReviewComment: (input) => {
      const comment = rowOf(context, "PullRequestReviewComment", text(input, "pullRequestReviewCommentId"));
      const repository = allowed(
        context,
        comment.repository,
        comment.author === viewer.user.login ? ACCESS.reviewPulls : ACCESS.writePulls,
      );
      return {
        pullRequestReviewComment: reviewCommentView(
          context,
          updateReviewComment(site, viewer, repository, comment, text(input, "body")),
        ),
      };
    },
  };
}

function ownPending(context: Context, review: Review): Review {
  if (review.state !== "PENDING" || review.author !== context.viewer.user.login)
    throw new ApiError(422, "Pull request review is not pending");
  return review;
}

/** By id, or the viewer's pending review of the pull request. */
function reviewOf(context: Context, input: Arguments): Review {
  const id = maybeText(input, "pullRequestReviewId");
  if (id !== undefined) return rowOf(context, "PullRequestReview", id);
  const pull = rowOf(context, "PullRequest", text(input, "pullRequestId"));
  const pending = pendingReview(context.site, context.viewer, pull);
  if (!pending) throw new ApiError(404, "Could not find a pending review for the pull request");
  return pending;
}

/** Adds to the given or own pending review, opening one when there is none. */
async function addThread(context: Context, input: Arguments) {
  const { site, viewer } = context;
  const id = maybeText(input, "pullRequestReviewId");
  const given = id === undefined ? undefined : ownPending(context, rowOf(context, "PullRequestReview", id));
  const pull = given
    ? pullOfReview(context, given)
    : rowOf(context, "PullRequest", text(input, "pullRequestId"));
  const repository = allowed(context, pull.repository, ACCESS.reviewPulls);
  const wanted = commentIn(input);
  const located = await locate(site, repository, pull, wanted);
  if ("refused" in located) return { thread: null };
  const comment = site.store.transact(() => {
    const review =
      given ?? pendingReview(site, viewer, pull) ?? insertReview(site, viewer, pull, "", pull.headSha);
    return insertThread(site, viewer, pull, review, wanted, located);
  });
  const thread: Thread | undefined = site.store.get("threads", comment.thread);
  return { thread: thread ? threadView(context, thread) : null };
}

function pullOfReview({ site }: Context, review: Review): Pull {
  return getPull(site, repositoryById(site, review.repository), review.number);
}
