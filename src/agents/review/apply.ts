/** Phase `apply` of the review agent: computes the verdict, posts one review, answers and resolves threads, rings the next. */
import { isReviewed } from "../../domain/decide/foreign-review.ts";
import { approvalStatus } from "../../domain/decide/merge-pull.ts";
import { escalate, featureBecomes } from "../../domain/decide/say.ts";
import type { DiffFile } from "../../domain/diff.ts";
import { NightshiftError } from "../../domain/errors.ts";
import type { HeldFinding, ReviewResult, Severity } from "../../domain/finding.ts";
import { wontFix } from "../../domain/lessons.ts";
import { ownReviews, type PullFacts, REVIEW_STATUS, reviewWithoutStatus } from "../../domain/pull-facts.ts";
import { quiet } from "../../domain/quiet.ts";
import { afterReview } from "../../domain/route.ts";
import { isOurs, type ThreadSnapshot } from "../../domain/snapshot.ts";
import { type ReviewBlock, withBlock } from "../../domain/state-block.ts";
import { decideVerdict, factsOfFindings, VERDICT_STATES, type Verdict } from "../../domain/verdict.ts";
import type { WorkOrder } from "../../domain/work-order.ts";
import type { GitHub } from "../../github/client.ts";
import { perform, send, setStatus } from "../../github/perform.ts";
import { postReview, type ReviewEvent } from "../../github/post-review.ts";
import {
  type Desk,
  defer,
  type ForeignDesk,
  type Looked,
  lookAgain,
  lookAgainAtForeign,
  readOutcome,
  stopHere,
} from "../apply.ts";
import { bookCost, readCost } from "../book.ts";
import { DISPUTED } from "../code/answers.ts";
import { fetchOrder } from "../fetch.ts";
import type { Job, RunFacts } from "../job.ts";
import { readChange } from "./change.ts";
import { commentsOf } from "./comments.ts";
import { fingerprintOf } from "./fingerprint.ts";
import type { ReviewOutcome } from "./review-change.ts";
import { reviewText } from "./review-text.ts";

type ReviewDesk = Desk | ForeignDesk;

type Checked = { thread: ThreadSnapshot; state: "fixed" | "open" | "withdrawn"; reply: string };

export async function runReviewApply(
  job: Job,
  facts: RunFacts,
  github: GitHub,
  order: WorkOrder,
  token: string,
): Promise<void> {
  const looked: Looked<ReviewDesk> =
    order.requirement === undefined
      ? await lookAgainAtForeign(job, facts, github, order)
      : await lookAgain(job, facts, github, order);
  if (looked.stop !== undefined) {
    const { desk, stop } = looked;
    if (desk) await bookCost(desk, await readCost(desk));
    return stopHere(job, stop);
  }
  const { desk } = looked;
  if (desk.pull?.pull.head !== order.pull?.head) {
    await bookCost(desk, await readCost(desk));
    return stopHere(job, "The head moved while it was reviewed; the new one gets its own review.");
  }
  if (desk.requirement === undefined ? isReviewed(desk.pull) : hasVerdict(desk))
    return stopHere(job, "This head has got its verdict meanwhile.");
  const posted = desk.pull && reviewWithoutStatus(desk.snapshot, desk.pull.pull);
  if (desk.pull && posted?.cost?.run === facts.runId) {
    if (posted.verdict === "approved") await perform(desk.performer, approvalStatus(posted.head, posted));
    return stopHere(job, "An earlier attempt of this run has posted its review.");
  }
  const outcome = await readOutcome(desk);
  if (outcome?.mode !== "review") return bookCost(desk, await readCost(desk));
  if (outcome.status !== "done" || outcome.output === undefined) return withoutVerdict(desk, outcome);
  const git = await fetchOrder(job, facts, order, token);
  const { files } = await readChange(git, order);
  await publish(desk, outcome, outcome.output, files);
}

/** Any verdict of ours counts here, whoever's run posted it: it can only make this run do less. */
function hasVerdict({ pull, snapshot }: Desk): boolean {
  return (pull?.pull.statuses ?? []).some(
    (status) =>
      status.context === REVIEW_STATUS && status.creator === snapshot.identity && status.state !== "pending",
  );
}

/** No verdict is no approval. What time can mend is left to the sweep, anything else goes to a person. */
async function withoutVerdict(desk: ReviewDesk, outcome: ReviewOutcome): Promise<void> {
  await bookCost(desk, outcome.cost);
  if (outcome.status === "deferred") return defer(desk, outcome);
  if (outcome.status === "cancelled" || desk.pull === undefined) {
    return stopHere(desk.job, `${outcome.message} The next sweep starts it again.`);
  }
  // A red run counts as an attempt; nobody's pull request is labelled.
  if (desk.requirement === undefined) throw new NightshiftError("REVIEW_WITHOUT_RESULT", outcome.message);
  const why = `The review agent gave no verdict: ${quiet(outcome.message)} The run: ${desk.performer.runUrl}`;
  await perform(desk.performer, escalate(desk.pull, `no-verdict-${desk.order.id}`, why));
}

async function publish(
  desk: ReviewDesk,
  outcome: ReviewOutcome,
  result: ReviewResult,
  files: readonly DiffFile[],
): Promise<void> {
  const { pull, order, performer } = desk;
  if (pull === undefined || order.pull === undefined) return;
  const { head } = order.pull;
  const checked = checkedThreads(desk, result);
  const settled = settledFingerprints(desk);
  const fresh = result.findings.filter((finding) => !settled.has(fingerprintOf(finding)));
  const { open, unchecked } = factsOfFindings(fresh, order.round);
  const { verdict, why } = decideVerdict({
    open: [...open, ...openThreads(checked)],
    unchecked,
    criteria: result.criteria,
    deferredHunks: outcome.deferred.length,
  });
  const { foreign } = order;
  if (foreign?.asData || isNews(desk, { verdict, fresh, checked, unread: outcome.deferred.length }))
    await say(desk, outcome, result, { files, fresh, checked, verdict, why });
  else {
    await bookCost(desk, outcome.cost.turns > 0 ? outcome.cost : undefined);
    await resolveWhatIsOver(desk, checked);
  }
  // What was read as data, as a fork's head is, gets no mark that a rule of the base could take for an approval.
  if (foreign?.asData) return;
  await setStatus(performer, {
    head,
    context: REVIEW_STATUS,
    state: VERDICT_STATES[verdict],
    description: `Round ${order.round}: ${why}`,
  });
  if (desk.requirement !== undefined) await ringNext(desk, pull, verdict, checked);
}

interface Findings {
  files: readonly DiffFile[];
  fresh: readonly HeldFinding[];
  checked: readonly Checked[];
  verdict: Verdict;
  why: string;
}

/** One review for everything; answers to threads ride in it. */
async function say(
  desk: ReviewDesk,
  outcome: ReviewOutcome,
  result: ReviewResult,
  { files, fresh, checked, verdict, why }: Findings,
): Promise<void> {
  const { pull, order, job, github } = desk;
  if (pull === undefined || order.pull === undefined) return;
  const { head } = order.pull;
  const { round } = order;
  const comments = commentsOf(fresh, files, round);
  const { cost, summary, coverage, deferred } = outcome;
  const block: ReviewBlock = { v: 1, kind: "review", head, round, verdict, unread: deferred.length, cost };
  const text = {
    ...{ head, round, verdict, why, summary, rest: comments.rest, result, deferred, coverage },
    foreign: order.foreign,
  };
  const refused = await postReview(github, {
    pull: { number: pull.pull.number, nodeId: pull.pull.nodeId },
    head,
    event: eventOf(desk, verdict),
    body: (count) => withBlock(reviewText({ ...text, refused: count }), block),
    lines: comments.lines,
    files: comments.files,
    answers: checked
      .filter(({ reply }) => reply !== "")
      .map(({ thread, reply }) => ({ thread: thread.id, body: quiet(reply) })),
    over: overOf(checked),
  });
  if (refused > 0)
    job.warn(
      `GitHub refused the line of ${refused} comment(s); they stand on their file. This is an error of Nightshift.`,
    );
}

/** A native verdict only where it is wanted, and never on a pull request that Nightshift did not open. */
function eventOf({ snapshot, pull }: ReviewDesk, verdict: Verdict): ReviewEvent {
  if (snapshot.config.review.native === "never" || pull === undefined || !isOurs(snapshot, pull.pull))
    return "COMMENT";
  const events: Record<Verdict, ReviewEvent> = {
    approved: "APPROVE",
    changes: "REQUEST_CHANGES",
    comment: "COMMENT",
  };
  return events[verdict];
}

/** A review that would say what the last one said is not posted: no finding, no answer, the same verdict, nothing unread. */
function isNews(
  { pull, snapshot }: ReviewDesk,
  { verdict, fresh, checked, unread }: Pick<Findings, "verdict" | "fresh" | "checked"> & { unread: number },
): boolean {
  const last = pull && ownReviews(snapshot, pull.pull).at(-1)?.block;
  return (
    last?.verdict !== verdict || fresh.length > 0 || unread > 0 || checked.some(({ reply }) => reply !== "")
  );
}

/** Findings that are open in a thread, that a person resolved, or that a person does not want fixed: none is said again. */
function settledFingerprints({ pull, snapshot }: ReviewDesk): Set<string> {
  const settled = (pull?.pull.threads ?? []).filter(
    (thread) => !thread.resolved || thread.resolvedByPerson || wontFix(snapshot, thread) !== undefined,
  );
  return new Set(settled.flatMap(({ block }) => block?.fingerprint ?? []));
}

function openThreads(checked: readonly Checked[]): Severity[] {
  return checked.flatMap(({ thread, state }) =>
    state === "open" ? [thread.block?.severity ?? "major"] : [],
  );
}

/** Our own open threads and what the model says of each; one that it does not mention stays open, one that a person does not want fixed is over. */
function checkedThreads({ pull, snapshot }: ReviewDesk, result: ReviewResult): Checked[] {
  const said = new Map(result.threads.map((check) => [check.thread, check]));
  return (pull?.pull.threads ?? [])
    .filter((thread) => !thread.resolved && thread.block !== undefined)
    .map((thread) => {
      if (wontFix(snapshot, thread)) return { thread, state: "withdrawn", reply: "" };
      const check = said.get(thread.id);
      return { thread, state: check?.state ?? "open", reply: check?.reply ?? "" };
    });
}

/** Threads that are fixed or withdrawn. */
function overOf(checked: readonly Checked[]): string[] {
  return checked.flatMap(({ state, thread }) => (state === "open" ? [] : thread.id));
}

async function resolveWhatIsOver({ performer }: ReviewDesk, checked: readonly Checked[]): Promise<void> {
  const threads = overOf(checked);
  if (threads.length > 0) await perform(performer, [{ do: "resolve", threads }]);
}

/** Disputes that are weighed before a person is asked. */
const MOST_DISPUTES = 1;

async function ringNext(
  desk: Desk,
  pull: PullFacts,
  verdict: Verdict,
  checked: readonly Checked[],
): Promise<void> {
  const { snapshot, performer, order } = desk;
  const at = { pull: pull.pull.number, head: order.pull?.head ?? pull.pull.head };
  const stuck = checked.filter(
    ({ state, thread }) => state === "open" && disputesIn(desk, thread) > MOST_DISPUTES,
  );
  if (verdict === "changes" && stuck.length > 0) {
    const where = stuck.map(({ thread }) => `\`${thread.path}\``).join(", ");
    const why = `Author and reviewer do not agree about a finding in ${where}: it was disputed again after it had been weighed. Please decide in its thread.`;
    return perform(performer, escalate(pull, "disputed", why));
  }
  const type = afterReview({ verdict, round: pull.rounds + 1, maxRounds: snapshot.config.rounds });
  if (type === "review_comments_received") {
    await perform(performer, featureBecomes(pull, "fixing"));
    return send(performer, { do: "send", type, from: "reviewer", to: "coder", payload: at });
  }
  const payload = { ...at, round: order.round };
  if (type === "review_comments_posted")
    return send(performer, { do: "send", type, from: "reviewer", to: "repo_manager", payload });
  await send(performer, {
    do: "send",
    type: "review_approved",
    from: "reviewer",
    to: "repo_manager",
    payload: at,
  });
}

/** How often the author of the change disputed what a thread says. */
function disputesIn({ snapshot }: Desk, { comments }: ThreadSnapshot): number {
  return comments.filter(
    ({ author, body }) => author.login === snapshot.identity && body.startsWith(DISPUTED),
  ).length;
}
