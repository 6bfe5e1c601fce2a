/** Reviews: all-or-nothing comments, pending reviews, the rules about who may say what, dismissal. */

import { ApiError, invalid, notFound, unprocessable } from "../errors.ts";
import { GITHUB_FACTS } from "../facts.ts";
import { resolveCommit } from "../git/commits.ts";
import { getIssue, getPull, issueKey, now, type Site } from "../site.ts";
import type { Pull, Repository, Review, ReviewComment, ReviewState, Thread } from "../store/records.ts";
import type { Acting } from "../viewer.ts";
import { changedBody, emitReview, emitReviewComment } from "./events.ts";
import { checkBody, record, touchIssue } from "./issues.ts";
import { type Located, locate, type Place } from "./threads.ts";

export type ReviewEvent = "APPROVE" | "REQUEST_CHANGES" | "COMMENT";

export interface NewReviewComment extends Place {
  body: string;
}

export interface NewReview {
  body: string;
  commit: string | undefined;
  event: ReviewEvent | undefined;
  comments: NewReviewComment[];
}

const STATES: { [event in ReviewEvent]: ReviewState } = {
  APPROVE: "APPROVED",
  REQUEST_CHANGES: "CHANGES_REQUESTED",
  COMMENT: "COMMENTED",
};

/** Submits a review with its comments, or leaves it pending without an event. One comment outside the diff refuses all. */
export async function createReview(
  site: Site,
  viewer: Acting,
  repository: Repository,
  number: number,
  wanted: NewReview,
): Promise<Review> {
  const pull = getPull(site, repository, number);
  checkBody("PullRequestReview", wanted.body);
  for (const comment of wanted.comments) checkBody("PullRequestReviewComment", comment.body);
  if (wanted.event)
    refuseEvent(site, viewer, repository, pull, wanted.event, wanted.body, wanted.comments.length > 0);
  if (pendingReview(site, viewer, pull))
    throw unprocessable("Unprocessable Entity", ["User can only have one pending review per pull request"]);
  const commit = await reviewedCommit(site, repository, pull, wanted.commit);
  const places: { wanted: NewReviewComment; located: Exclude<Located, { refused: string }> }[] = [];
  for (const comment of wanted.comments) {
    const located = await locate(site, repository, pull, comment);
    if ("refused" in located) throw unprocessable("Unprocessable Entity", [REFUSED[located.refused]]);
    places.push({ wanted: comment, located });
  }
  return site.store.transact(() => {
    const review = insertReview(site, viewer, pull, wanted.body, commit);
    for (const place of places) insertThread(site, viewer, pull, review, place.wanted, place.located);
    return wanted.event ? publish(site, viewer, repository, review, wanted.event) : review;
  });
}

const REFUSED = {
  path: "Path could not be resolved",
  line: "Line could not be resolved",
  start_line: "Start line must precede the end line and be part of the same hunk",
} as const;

async function reviewedCommit(
  site: Site,
  repository: Repository,
  pull: Pull,
  wanted: string | undefined,
): Promise<string> {
  if (wanted === undefined || wanted === pull.headSha) return pull.headSha;
  const git = site.git(repository);
  const sha = /^[0-9a-f]{40}$/.test(wanted) ? await resolveCommit(git, wanted) : undefined;
  if (!sha) throw unprocessable("Unprocessable Entity", ["The commit_id is not part of the pull request"]);
  return sha;
}

/** GitHub's rules on verdicts: nobody judges their own work, and Actions approves only where the setting allows it. */
function refuseEvent(
  site: Site,
  viewer: Acting,
  repository: Repository,
  pull: Pull,
  event: ReviewEvent,
  body: string,
  hasComments: boolean,
): void {
  const own = getIssue(site, repository, pull.number).author === viewer.user.login;
  if (event === "APPROVE" && own)
    throw unprocessable("Unprocessable Entity", [GITHUB_FACTS.ownApproval.value]);
  if (event === "REQUEST_CHANGES" && own)
    throw unprocessable("Unprocessable Entity", ["Review Can not request changes on your own pull request"]);
  if (event === "APPROVE" && viewer.kind === "job" && !repository.canCreatePulls) {
    throw unprocessable("Unprocessable Entity", [
      "GitHub Actions is not permitted to approve pull requests.",
    ]);
  }
  if (body === "" && (event === "REQUEST_CHANGES" || (event === "COMMENT" && !hasComments))) {
    throw unprocessable("Unprocessable Entity", ["Body can't be blank"]);
  }
}

export function pendingReview(site: Site, viewer: Acting, pull: Pull): Review | undefined {
  return site.store.find(
    "reviews",
    (row) =>
      row.repository === pull.repository &&
      row.number === pull.number &&
      row.state === "PENDING" &&
      row.author === viewer.user.login,
  );
}

export function insertReview(site: Site, viewer: Acting, pull: Pull, body: string, commit: string): Review {
  const id = site.store.nextId();
  const time = now(site);
  return site.store.put("reviews", id, {
    id,
    repository: pull.repository,
    number: pull.number,
    author: viewer.user.login,
    body,
    state: "PENDING",
    commit,
    submittedAt: null,
    createdAt: time,
    updatedAt: time,
    edited: null,
  });
}

export function insertThread(
  site: Site,
  viewer: Acting,
  pull: Pull,
  review: Review,
  wanted: NewReviewComment,
  located: { hunk: string; position: number | null },
): ReviewComment {
  const id = site.store.nextId();
  const thread: Thread = {
    id,
    repository: pull.repository,
    number: pull.number,
    path: wanted.path,
    subject: wanted.subject,
    side: wanted.side,
    startSide: wanted.startLine === null ? null : (wanted.startSide ?? wanted.side),
    line: wanted.line,
    startLine: wanted.startLine,
    originalLine: wanted.line,
    originalStartLine: wanted.startLine,
    originalCommit: review.commit,
    commit: pull.headSha,
    position: located.position,
    originalPosition: located.position,
    outdated: false,
    hunk: located.hunk,
    resolvedBy: null,
  };
  site.store.put("threads", id, thread);
  return insertReviewComment(site, viewer, review, thread, null, wanted.body);
}

export function insertReviewComment(
  site: Site,
  viewer: Acting,
  review: Review,
  thread: Thread,
  replyTo: number | null,
  body: string,
): ReviewComment {
  if (body.trim() === "") throw invalid("PullRequestReviewComment", "body", "missing_field");
  const id = site.store.nextId();
  const time = now(site);
  return site.store.put("reviewComments", id, {
    id,
    repository: review.repository,
    number: review.number,
    thread: thread.id,
    review: review.id,
    replyTo,
    author: viewer.user.login,
    body,
    createdAt: time,
    updatedAt: time,
    edited: null,
    minimized: null,
  });
}

/** Submits a pending review. */
export function submitReview(
  site: Site,
  viewer: Acting,
  repository: Repository,
  review: Review,
  event: ReviewEvent,
  body: string | undefined,
): Review {
  if (review.state !== "PENDING")
    throw unprocessable("Could not submit review", ["Review has already been submitted"]);
  if (review.author !== viewer.user.login) throw notFound();
  const text = body ?? review.body;
  const pull = getPull(site, repository, review.number);
  refuseEvent(site, viewer, repository, pull, event, text, commentsOfReview(site, review).length > 0);
  return site.store.transact(() => publish(site, viewer, repository, { ...review, body: text }, event));
}

function publish(
  site: Site,
  viewer: Acting,
  repository: Repository,
  review: Review,
  event: ReviewEvent,
): Review {
  const time = now(site);
  const next = site.store.put("reviews", review.id, {
    ...review,
    state: STATES[event],
    submittedAt: time,
    updatedAt: time,
  });
  const issue = touchIssue(site, getIssue(site, repository, review.number));
  record(site, viewer, issue, "reviewed", { commit: review.commit });
  const pull = getPull(site, repository, review.number);
  site.store.put("pulls", issueKey(repository.id, review.number), {
    ...pull,
    requestedReviewers: pull.requestedReviewers.filter((login) => login !== viewer.user.login),
  });
  site.later(() => emitReview(site, viewer, repository, next, "submitted"));
  for (const comment of commentsOfReview(site, review)) {
    const thread = site.store.get("threads", comment.thread);
    if (thread) site.later(() => emitReviewComment(site, viewer, repository, thread, comment, "created"));
  }
  return next;
}

export function commentsOfReview(site: Site, review: Review): ReviewComment[] {
  return site.store.filter("reviewComments", (row) => row.review === review.id);
}

export function getReview(site: Site, repository: Repository, number: number, id: number): Review {
  const review = site.store.get("reviews", id);
  if (review?.repository !== repository.id || review.number !== number) throw notFound();
  return review;
}

/** A review that was never submitted goes with its comments, and leaves no trace. */
export function deletePending(site: Site, review: Review): void {
  if (review.state !== "PENDING")
    throw unprocessable("Unprocessable Entity", ["Can not delete a non-pending pull request review"]);
  site.store.transact(() => {
    for (const comment of commentsOfReview(site, review)) {
      site.store.remove("reviewComments", comment.id);
      if (comment.replyTo === null) site.store.remove("threads", comment.thread);
    }
    site.store.remove("reviews", review.id);
  });
}

export function dismissReview(
  site: Site,
  viewer: Acting,
  repository: Repository,
  review: Review,
  message: string,
): Review {
  if (review.state !== "APPROVED" && review.state !== "CHANGES_REQUESTED") {
    throw unprocessable("Unprocessable Entity", [
      `Can not dismiss a ${review.state.toLowerCase()} pull request review`,
    ]);
  }
  if (message.trim() === "") throw unprocessable("Unprocessable Entity", ["message is required"]);
  return site.store.transact(() => {
    const next = site.store.put("reviews", review.id, {
      ...review,
      state: "DISMISSED",
      updatedAt: now(site),
    });
    record(site, viewer, touchIssue(site, getIssue(site, repository, review.number)), "review_dismissed");
    site.later(() => emitReview(site, viewer, repository, next, "dismissed"));
    return next;
  });
}

export function editReview(
  site: Site,
  viewer: Acting,
  repository: Repository,
  review: Review,
  body: string,
): Review {
  checkBody("PullRequestReview", body);
  const time = now(site);
  const next = site.store.put("reviews", review.id, {
    ...review,
    body,
    updatedAt: time,
    edited: { login: viewer.user.login, at: time },
  });
  site.later(() => emitReview(site, viewer, repository, next, "edited", changedBody(review.body)));
  return next;
}

/** A single comment by REST: a review of its own, submitted at once. */
export async function commentOnDiff(
  site: Site,
  viewer: Acting,
  repository: Repository,
  number: number,
  commit: string,
  wanted: NewReviewComment,
): Promise<ReviewComment> {
  const pull = getPull(site, repository, number);
  checkBody("PullRequestReviewComment", wanted.body);
  const located = await locate(site, repository, pull, wanted);
  if ("refused" in located) {
    const field = `pull_request_review_thread.${located.refused}`;
    throw new ApiError(422, "Validation Failed", {
      errors: [
        {
          resource: "PullRequestReviewComment",
          code: "custom",
          field,
          message: `${field} must be part of the diff`,
        },
      ],
    });
  }
  const sha = await reviewedCommit(site, repository, pull, commit);
  return site.store.transact(() => {
    const review = insertReview(site, viewer, pull, "", sha);
    const comment = insertThread(site, viewer, pull, review, wanted, located);
    publish(site, viewer, repository, review, "COMMENT");
    return comment;
  });
}

/** A reply outside of a pending review is a review of its own. */
export function replyTo(
  site: Site,
  viewer: Acting,
  repository: Repository,
  root: ReviewComment,
  body: string,
  pending?: Review,
): ReviewComment {
  checkBody("PullRequestReviewComment", body);
  const thread = site.store.get("threads", root.thread);
  if (!thread) throw notFound();
  const pull = getPull(site, repository, root.number);
  return site.store.transact(() => {
    const review = pending ?? insertReview(site, viewer, pull, "", pull.headSha);
    const comment = insertReviewComment(site, viewer, review, thread, root.id, body);
    if (!pending) publish(site, viewer, repository, review, "COMMENT");
    return comment;
  });
}

export function getReviewComment(site: Site, repository: Repository, id: number): ReviewComment {
  const comment = site.store.get("reviewComments", id);
  if (comment?.repository !== repository.id) throw notFound();
  return comment;
}

export function threadOf(site: Site, comment: ReviewComment): Thread {
  const thread = site.store.get("threads", comment.thread);
  if (!thread) throw notFound();
  return thread;
}

export function updateReviewComment(
  site: Site,
  viewer: Acting,
  repository: Repository,
  comment: ReviewComment,
  body: string,
): ReviewComment {
  checkBody("PullRequestReviewComment", body);
  const time = now(site);
  const next = site.store.put("reviewComments", comment.id, {
    ...comment,
    body,
    updatedAt: time,
    edited: { login: viewer.user.login, at: time },
  });
  const changes = changedBody(comment.body);
  site.later(() =>
    emitReviewComment(site, viewer, repository, threadOf(site, next), next, "edited", changes),
  );
  return next;
}

/** Comments that the viewer may see: those of a pending review only by their author. */
export function visibleReviewComments(site: Site, login: string | undefined, pull: Pull): ReviewComment[] {
  return site.store.filter("reviewComments", (row) => {
    if (row.repository !== pull.repository || row.number !== pull.number) return false;
    return site.store.get("reviews", row.review)?.state !== "PENDING" || row.author === login;
  });
}

export function visibleReviews(site: Site, login: string | undefined, pull: Pull): Review[] {
  return site.store.filter("reviews", (row) => {
    if (row.repository !== pull.repository || row.number !== pull.number) return false;
    return row.state !== "PENDING" || row.author === login;
  });
}
