/** Posts the coder's answers to review threads as one review, so that people get one notification. */
import type { FeedbackOutput } from "../../domain/finding.ts";
import { quiet } from "../../domain/quiet.ts";
import { short } from "../../domain/words.ts";
import { openReview } from "../../github/open-review.ts";
import { submitWithAnswers } from "../../github/queries.ts";
import type { Desk } from "../apply.ts";

/** How an answer of the code agent starts. */
const ANSWER = "**Author:**";
export const DISPUTED = `${ANSWER} Disputed.`;

/** Only threads that were really open are answered; a thread that we answered last already is left alone. */
export async function answerThreads(
  { github, pull, snapshot }: Desk,
  output: FeedbackOutput,
  head: string | undefined,
): Promise<void> {
  if (pull === undefined) return;
  const open = new Map(
    pull.pull.threads.filter((thread) => !thread.resolved).map((thread) => [thread.id, thread]),
  );
  const answers = output.answers.filter((answer) => {
    const last = open.get(answer.thread)?.comments.at(-1);
    return last !== undefined && !(last.author.login === snapshot.identity && last.body.startsWith(ANSWER));
  });
  if (answers.length === 0) return;
  const review = await openReview(github, {
    pull: pull.pull.nodeId,
    head: head ?? pull.pull.head,
    body: null,
    threads: [],
  });
  const variables = Object.fromEntries(
    answers.flatMap((answer, at) => [
      [`thread${at}`, answer.thread],
      [
        `body${at}`,
        `${answer.action === "fixed" ? `${ANSWER} Fixed${head ? ` in ${short(head)}` : ""}.` : DISPUTED} ${quiet(answer.reply)}`,
      ],
    ]),
  );
  await github.graphql(submitWithAnswers(answers.length), {
    review,
    ...variables,
  });
}
