/** Posts one review: comments on lines and files and answers to threads together, so that people get one notification. */
import { z } from "zod";
import { type GitHub, GitHubRefusal } from "./client.ts";
import { openReview, pastPending } from "./open-review.ts";
import { DELETE_REVIEW, submitReview } from "./queries.ts";

export interface LineComment {
  path: string;
  body: string;
  side: "LEFT" | "RIGHT";
  line: number;
  start_line?: number;
  start_side?: "LEFT" | "RIGHT";
}

export interface FileComment {
  path: string;
  body: string;
}

export type ReviewEvent = "COMMENT" | "APPROVE" | "REQUEST_CHANGES";

export interface WholeReview {
  pull: { number: number; nodeId: string };
  head: string;
  event: ReviewEvent;
  /** The review's text, when so many comments were refused on their lines. */
  body: (refused: number) => string;
  lines: readonly LineComment[];
  files: readonly FileComment[];
  answers: readonly { thread: string; body: string }[];
  /** Threads that the review ends: resolved in the request that shows it, so that neither is there without the other. */
  over: readonly string[];
}

const Posted = z.object({ node_id: z.string() });

/**
 * GitHub refuses a whole review for one comment that it cannot place: such comments are found by halving, in reviews that nobody
 * sees, and put on their file instead. Returns how many there were; each is an error of ours.
 */
export async function postReview(github: GitHub, review: WholeReview): Promise<number> {
  try {
    await post(github, review, 0);
    return 0;
  } catch (error) {
    if (review.event !== "COMMENT" && isNativeRefusal(error))
      return postReview(github, { ...review, event: "COMMENT" });
    if (!isUnplaceable(error) || review.lines.length === 0) throw error;
  }
  const refused = await refusedOf(github, review, review.lines);
  const files = [...review.files, ...refused.map(({ path, body }) => ({ path, body }))];
  const lines = review.lines.filter((line) => !refused.includes(line));
  await post(github, { ...review, lines, files }, refused.length);
  return refused.length;
}

function isUnplaceable(error: unknown): boolean {
  return (
    error instanceof GitHubRefusal &&
    error.status === 422 &&
    /could not be resolved|must be part of|start.line/i.test(error.message)
  );
}

/** Nobody may judge their own pull request, and Actions approves only where a setting allows it: the status is the verdict then. */
function isNativeRefusal(error: unknown): boolean {
  return (
    error instanceof GitHubRefusal && /your own pull request|not permitted to approve/i.test(error.message)
  );
}

async function post(github: GitHub, review: WholeReview, refused: number): Promise<void> {
  const { pull, head, lines, files, answers, over } = review;
  const body = review.body(refused);
  if (files.length === 0 && answers.length === 0 && over.length === 0) {
    const whole = {
      pull_number: pull.number,
      commit_id: head,
      body,
      event: review.event,
      comments: [...lines],
    };
    await pastPending(github, pull.nodeId, () =>
      github.rest("POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews", whole),
    );
    return;
  }
  const threads = lines.map(({ start_line, start_side, ...line }) => ({
    ...line,
    ...(start_line === undefined ? {} : { startLine: start_line, startSide: start_side }),
  }));
  const opened = await openReview(github, { pull: pull.nodeId, head, body, threads });
  const variables = Object.fromEntries([
    ...answers.flatMap(({ thread, body }, at) => [
      [`thread${at}`, thread],
      [`body${at}`, body],
    ]),
    ...files.flatMap(({ path, body }, at) => [
      [`path${at}`, path],
      [`text${at}`, body],
    ]),
    ...over.map((thread, at) => [`over${at}`, thread]),
  ]);
  await github.graphql(submitReview(answers.length, files.length, over.length), {
    review: opened,
    event: review.event,
    ...variables,
  });
}

async function refusedOf(
  github: GitHub,
  review: WholeReview,
  lines: readonly LineComment[],
): Promise<LineComment[]> {
  if (lines.length === 0 || (await isTaken(github, review, lines))) return [];
  if (lines.length === 1) return [...lines];
  const middle = Math.ceil(lines.length / 2);
  const first = await refusedOf(github, review, lines.slice(0, middle));
  return [...first, ...(await refusedOf(github, review, lines.slice(middle)))];
}

/** A pending review is seen by its author alone, and is deleted at once. */
async function isTaken(
  github: GitHub,
  { pull, head }: WholeReview,
  comments: readonly LineComment[],
): Promise<boolean> {
  try {
    const review = { pull_number: pull.number, commit_id: head, comments: [...comments] };
    const { data } = await pastPending(github, pull.nodeId, () =>
      github.rest("POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews", review),
    );
    await github.graphql(DELETE_REVIEW, { review: Posted.parse(data).node_id });
    return true;
  } catch (error) {
    if (isUnplaceable(error)) return false;
    throw error;
  }
}
