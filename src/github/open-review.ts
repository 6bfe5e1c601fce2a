/** Posts reviews past one that a run left pending when it was killed between opening and submitting: GitHub allows one for each author. */
import { z } from "zod";
import { type GitHub, GitHubRefusal } from "./client.ts";
import { DELETE_REVIEW, OPEN_REVIEW, PENDING_REVIEWS } from "./queries.ts";

const Opened = z.object({
  addPullRequestReview: z.object({ pullRequestReview: z.object({ id: z.string() }) }),
});
const Pending = z.object({
  node: z.object({
    reviews: z.object({ nodes: z.array(z.object({ id: z.string(), viewerDidAuthor: z.boolean() })) }),
  }),
});

export interface NewReview {
  /** Node id of the pull request. */
  pull: string;
  head: string;
  body: string | null;
  threads: readonly Record<string, unknown>[];
}

/** Node id of a new review that is not yet visible; answers to threads ride in it. */
export async function openReview(github: GitHub, review: NewReview): Promise<string> {
  const answer = await pastPending(github, review.pull, () => github.graphql(OPEN_REVIEW, { ...review }));
  return Opened.parse(answer).addPullRequestReview.pullRequestReview.id;
}

/** Does `post`; when a pending review of our own on the pull request (its node id) is in the way, deletes it and posts again. */
export async function pastPending<Answer>(
  github: GitHub,
  pull: string,
  post: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await post();
  } catch (error) {
    if (!(error instanceof GitHubRefusal && /one pending review/i.test(error.message))) throw error;
    const pending = Pending.parse(await github.graphql(PENDING_REVIEWS, { pull }));
    for (const { id } of pending.node.reviews.nodes.filter((left) => left.viewerDidAuthor))
      await github.graphql(DELETE_REVIEW, { review: id });
    return post();
  }
}
