/** REST: reviews and review comments. */
import type { JsonObject } from "../../contract.ts";
import { mustHavePush, notFound, unprocessable } from "../errors.ts";
import {
  nullableText,
  optionalChoice,
  optionalNumber,
  optionalObjects,
  optionalText,
  requiredText,
} from "../http/body.ts";
import { created, list, ok } from "../http/replies.ts";
import { type RepositoryQuestion, type Route, repositoryRoute } from "../http/router.ts";
import {
  commentOnDiff,
  commentsOfReview,
  createReview,
  deletePending,
  dismissReview,
  editReview,
  getReview,
  getReviewComment,
  type NewReviewComment,
  replyTo,
  submitReview,
  threadOf,
  updateReviewComment,
  visibleReviewComments,
  visibleReviews,
} from "../operations/reviews.ts";
import type { Review, ReviewComment } from "../store/records.ts";
import { ACCESS, may } from "../viewer.ts";
import { numberIn, pullIn, somebody } from "./ask.ts";
import { reviewCommentJson, reviewJson } from "./serialize/pulls.ts";

const EVENTS = ["APPROVE", "REQUEST_CHANGES", "COMMENT"] as const;
const SIDES = ["LEFT", "RIGHT"] as const;

const viewerLogin = (question: RepositoryQuestion): string | undefined =>
  question.viewer.kind === "anonymous" ? undefined : question.viewer.user.login;

const commentJson = (question: RepositoryQuestion, comment: ReviewComment): JsonObject =>
  reviewCommentJson(question.site, question.repository, threadOf(question.site, comment), comment);

const reviewIn = (question: RepositoryQuestion): Review =>
  getReview(question.site, question.repository, pullIn(question).number, numberIn(question, "review_id"));

export const reviewRoutes: Route[] = [
  repositoryRoute("GET /pulls/{pull_number}/reviews", ACCESS.readPulls, (question) =>
    list(question, visibleReviews(question.site, viewerLogin(question), pullIn(question)), (review) =>
      reviewJson(question.site, question.repository, review),
    ),
  ),
  repositoryRoute("POST /pulls/{pull_number}/reviews", ACCESS.reviewPulls, async (question) => {
    const { site, repository, body } = question;
    const review = await createReview(site, somebody(question), repository, pullIn(question).number, {
      body: nullableText(body, "body") ?? "",
      commit: nullableText(body, "commit_id") ?? undefined,
      event: optionalChoice(body, "event", EVENTS),
      comments: optionalObjects(body, "comments").map(readComment),
    });
    return ok(reviewJson(site, repository, review));
  }),
  repositoryRoute("GET /pulls/{pull_number}/reviews/{review_id}", ACCESS.readPulls, (question) =>
    ok(reviewJson(question.site, question.repository, reviewIn(question))),
  ),
  repositoryRoute("PUT /pulls/{pull_number}/reviews/{review_id}", ACCESS.reviewPulls, (question) => {
    const { site, repository, body } = question;
    const review = reviewIn(question);
    if (review.author !== somebody(question).user.login) throw mustHavePush();
    return ok(
      reviewJson(
        site,
        repository,
        editReview(site, somebody(question), repository, review, requiredText(body, "body")),
      ),
    );
  }),
  repositoryRoute("DELETE /pulls/{pull_number}/reviews/{review_id}", ACCESS.reviewPulls, (question) => {
    const { site, repository } = question;
    const review = getReview(site, repository, pullIn(question).number, numberIn(question, "review_id"));
    if (review.state === "PENDING" && review.author !== viewerLogin(question)) throw notFound();
    const json = reviewJson(site, repository, review);
    deletePending(site, review);
    return ok(json);
  }),
  repositoryRoute("POST /pulls/{pull_number}/reviews/{review_id}/events", ACCESS.reviewPulls, (question) => {
    const { site, repository, body } = question;
    const event = optionalChoice(body, "event", EVENTS);
    if (!event) throw unprocessable("Unprocessable Entity", ["event is required"]);
    return ok(
      reviewJson(
        site,
        repository,
        submitReview(
          site,
          somebody(question),
          repository,
          reviewIn(question),
          event,
          optionalText(body, "body"),
        ),
      ),
    );
  }),
  repositoryRoute(
    "PUT /pulls/{pull_number}/reviews/{review_id}/dismissals",
    ACCESS.writePulls,
    (question) => {
      const { site, repository, body } = question;
      return ok(
        reviewJson(
          site,
          repository,
          dismissReview(
            site,
            somebody(question),
            repository,
            reviewIn(question),
            requiredText(body, "message"),
          ),
        ),
      );
    },
  ),
  repositoryRoute("GET /pulls/{pull_number}/reviews/{review_id}/comments", ACCESS.readPulls, (question) =>
    list(question, commentsOfReview(question.site, reviewIn(question)), (comment) =>
      legacyCommentJson(question, comment),
    ),
  ),
  repositoryRoute("GET /pulls/{pull_number}/comments", ACCESS.readPulls, (question) => {
    const since = question.query.get("since");
    const rows = visibleReviewComments(question.site, viewerLogin(question), pullIn(question)).filter(
      (row) => !since || row.updatedAt >= since,
    );
    return list(question, rows, (comment) => commentJson(question, comment));
  }),
  repositoryRoute("POST /pulls/{pull_number}/comments", ACCESS.reviewPulls, async (question) => {
    const { site, repository, body } = question;
    const actor = somebody(question);
    const root = optionalNumber(body, "in_reply_to");
    if (root !== undefined) {
      return created(
        commentJson(
          question,
          replyTo(
            site,
            actor,
            repository,
            getReviewComment(site, repository, root),
            requiredText(body, "body"),
          ),
        ),
      );
    }
    const comment = await commentOnDiff(
      site,
      actor,
      repository,
      pullIn(question).number,
      requiredText(body, "commit_id"),
      readComment(body),
    );
    return created(commentJson(question, comment));
  }),
  repositoryRoute(
    "POST /pulls/{pull_number}/comments/{comment_id}/replies",
    ACCESS.reviewPulls,
    (question) => {
      const { site, repository, body } = question;
      const root = getReviewComment(site, repository, numberIn(question, "comment_id"));
      return created(
        commentJson(
          question,
          replyTo(site, somebody(question), repository, root, requiredText(body, "body")),
        ),
      );
    },
  ),
  repositoryRoute("GET /pulls/comments/{comment_id}", ACCESS.readPulls, (question) =>
    ok(
      commentJson(
        question,
        getReviewComment(question.site, question.repository, numberIn(question, "comment_id")),
      ),
    ),
  ),
  repositoryRoute("PATCH /pulls/comments/{comment_id}", ACCESS.reviewPulls, (question) => {
    const { site, repository, body } = question;
    const actor = somebody(question);
    const comment = getReviewComment(site, repository, numberIn(question, "comment_id"));
    if (comment.author !== actor.user.login && !may(actor, repository, ACCESS.writePulls))
      throw mustHavePush();
    return ok(
      commentJson(
        question,
        updateReviewComment(site, actor, repository, comment, requiredText(body, "body")),
      ),
    );
  }),
];

/** A comment of a review, or of `POST pulls/{n}/comments`. */
function readComment(body: JsonObject): NewReviewComment {
  const line = optionalNumber(body, "line") ?? null;
  const subject = optionalChoice(body, "subject_type", ["line", "file"]) ?? "line";
  if (optionalNumber(body, "position") !== undefined && line === null)
    throw unprocessable("Unprocessable Entity", ["position is not supported here; send line and side"]);
  return {
    path: requiredText(body, "path"),
    body: requiredText(body, "body"),
    subject,
    line: subject === "file" ? null : line,
    side: optionalChoice(body, "side", SIDES) ?? "RIGHT",
    startLine: optionalNumber(body, "start_line") ?? null,
    startSide: optionalChoice(body, "start_side", SIDES) ?? null,
  };
}

/** `review-comment`: the older shape without `line` requirements. */
function legacyCommentJson(question: RepositoryQuestion, comment: ReviewComment): JsonObject {
  const { subject_type: _subject, ...rest } = commentJson(question, comment);
  return rest;
}
