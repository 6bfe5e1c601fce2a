/** Phase `apply` of the review agent: anchors the findings, computes the verdict, posts one review, rings the next. */
import { createHash } from "node:crypto";
import { type Anchor, anchorOf } from "../../domain/anchor.ts";
import { escalate, featureBecomes } from "../../domain/decide/say.ts";
import type { DiffFile } from "../../domain/diff.ts";
import type { Finding, ReviewOutput, Severity } from "../../domain/finding.ts";
import type { Outcome } from "../../domain/outcome.ts";
import { ownReviews, REVIEW_STATUS } from "../../domain/pull-facts.ts";
import { quiet } from "../../domain/quiet.ts";
import { afterReview } from "../../domain/route.ts";
import type { ThreadSnapshot } from "../../domain/snapshot.ts";
import { type ReviewBlock, renderBlock, withBlock } from "../../domain/state-block.ts";
import { decideVerdict, type Verdict } from "../../domain/verdict.ts";
import { short } from "../../domain/words.ts";
import type { WorkOrder } from "../../domain/work-order.ts";
import type { GitHub } from "../../github/client.ts";
import { openReview, pastPending } from "../../github/open-review.ts";
import { perform, send, setStatus } from "../../github/perform.ts";
import { resolveThreads, submitWithAnswers } from "../../github/queries.ts";
import { type Desk, defer, lookAgain, readOutcome, stopHere } from "../apply.ts";
import { bookCost, readCost } from "../book.ts";
import { fetchOrder } from "../fetch.ts";
import type { Job, RunFacts } from "../job.ts";
import { readChange } from "./agent.ts";

type ReviewOutcome = Extract<Outcome, { mode: "review" }>;
type Checked = { thread: ThreadSnapshot; state: "fixed" | "open" | "withdrawn"; reply: string };
type Anchored = { finding: Finding; anchor: Anchor };

const INLINE_LIMIT = 10;
const COMMENT_LIMIT = 1_000;

export async function runReviewApply(
  job: Job,
  facts: RunFacts,
  github: GitHub,
  order: WorkOrder,
  token: string,
): Promise<void> {
  const looked = await lookAgain(job, facts, github, order);
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
  if (hasVerdict(desk)) return stopHere(job, "This head has got its verdict meanwhile.");
  const outcome = await readOutcome(desk);
  if (outcome?.mode !== "review") return bookCost(desk, await readCost(desk));
  if (outcome.status !== "done" || outcome.output === undefined) return withoutVerdict(desk, outcome);
  const git = await fetchOrder(job, facts, order, token);
  await publish(desk, outcome, outcome.output, await readChange(git, order));
}

/** Any verdict of ours counts here, whoever's run posted it: it can only make this run do less. */
function hasVerdict({ pull, snapshot }: Desk): boolean {
  return (pull?.pull.statuses ?? []).some(
    (status) =>
      status.context === REVIEW_STATUS && status.creator === snapshot.identity && status.state !== "pending",
  );
}

/** No verdict is no approval. What time can mend is left to the sweep, anything else goes to a person. */
async function withoutVerdict(desk: Desk, outcome: ReviewOutcome): Promise<void> {
  await bookCost(desk, outcome.cost);
  if (outcome.status === "deferred") return defer(desk, outcome);
  if (outcome.status === "cancelled" || desk.pull === undefined) {
    return stopHere(desk.job, `${outcome.message} The next sweep starts it again.`);
  }
  const why = `The review agent gave no verdict: ${quiet(outcome.message)} The run: ${desk.performer.runUrl}`;
  await perform(desk.performer, escalate(desk.pull, `no-verdict-${desk.order.id}`, why));
}

async function publish(
  desk: Desk,
  outcome: ReviewOutcome,
  output: ReviewOutput,
  files: readonly DiffFile[],
): Promise<void> {
  const { pull, order, snapshot, performer } = desk;
  if (pull === undefined || order.pull === undefined) return;
  const checked = checkedThreads(desk, output);
  const known = new Set(
    pull.pull.threads
      .filter((thread) => !thread.resolved)
      .flatMap((thread) => thread.block?.fingerprint ?? []),
  );
  const fresh = output.findings.filter((finding) => !known.has(fingerprintOf(finding)));
  const anchored = fresh.map((finding) => ({ finding, anchor: anchorOf(finding, files) }));
  const { verdict, why } = decideVerdict({
    open: [
      ...fresh.map((finding) => finding.severity),
      ...checked
        .filter(({ state }) => state === "open")
        .map(({ thread }) => thread.block?.severity ?? "major"),
    ],
    criteria: output.criteria,
    deferredHunks: outcome.deferred.length,
  });
  const block: ReviewBlock = {
    v: 1,
    kind: "review",
    head: order.pull.head,
    round: order.round,
    verdict,
    cost: outcome.cost,
  };
  const body = withBlock(bodyOf(order, verdict, why, anchored, output, outcome), block);
  const told =
    verdict === "approved" &&
    ownReviews(snapshot, pull.pull).some(
      (review) => review.head === order.pull?.head && review.block?.verdict === "approved",
    );
  if (!told) await postReview(desk, body, inline(anchored), checked);
  await resolveWhatIsOver(desk, checked);
  const states: Record<Verdict, "success" | "failure" | "error"> = {
    approved: "success",
    changes: "failure",
    comment: "error",
  };
  await setStatus(performer, {
    head: order.pull.head,
    context: REVIEW_STATUS,
    state: states[verdict],
    description: `Round ${order.round}: ${why}`,
  });
  const type = afterReview({ verdict, round: pull.rounds + 1, maxRounds: snapshot.config.rounds });
  if (type === "review_comments_received") await perform(performer, featureBecomes(pull, "fixing"));
  const at = { pull: pull.pull.number, head: order.pull.head };
  if (type === "review_comments_posted") {
    return send(performer, {
      do: "send",
      type,
      from: "reviewer",
      to: "repo_manager",
      payload: { ...at, round: order.round },
    });
  }
  if (type === "review_comments_received")
    return send(performer, { do: "send", type, from: "reviewer", to: "coder", payload: at });
  await send(performer, {
    do: "send",
    type: "review_approved",
    from: "reviewer",
    to: "repo_manager",
    payload: at,
  });
}

/** Our own open threads and what the model says of each; one that it does not mention stays open. */
function checkedThreads({ pull }: Desk, output: ReviewOutput): Checked[] {
  const said = new Map(output.threads.map((check) => [check.thread, check]));
  return (pull?.pull.threads ?? [])
    .filter((thread) => !thread.resolved && thread.block !== undefined)
    .map((thread) => {
      const check = said.get(thread.id);
      return { thread, state: check?.state ?? "open", reply: check?.reply ?? "" };
    });
}

/** The finding again, wherever its lines have moved: no line numbers in it. */
export function fingerprintOf(finding: Pick<Finding, "path" | "category" | "quote">): string {
  const quote = finding.quote.replace(/\s+/g, " ").trim();
  return createHash("sha256")
    .update(JSON.stringify([finding.path, finding.category, quote]))
    .digest("hex")
    .slice(0, 40);
}

interface InlineComment {
  path: string;
  body: string;
  side: "LEFT" | "RIGHT";
  line: number;
  start_line?: number;
  start_side?: "LEFT" | "RIGHT";
}

const ORDER: readonly Severity[] = ["blocker", "major", "minor", "nit"];

function inline(anchored: readonly Anchored[]): InlineComment[] {
  return [...anchored]
    .sort((a, b) => ORDER.indexOf(a.finding.severity) - ORDER.indexOf(b.finding.severity))
    .flatMap(({ finding, anchor }): InlineComment[] => {
      if (anchor.kind !== "line") return [];
      const range = anchor.start === anchor.end ? {} : { start_line: anchor.start, start_side: anchor.side };
      return [
        {
          path: anchor.path,
          body: commentOf(finding, anchor),
          side: anchor.side,
          line: anchor.end,
          ...range,
        },
      ];
    })
    .slice(0, INLINE_LIMIT);
}

function commentOf(finding: Finding, anchor: Extract<Anchor, { kind: "line" }>): string {
  const lines = anchor.end - anchor.start + 1;
  const quoted = finding.quote.trim().split("\n").length;
  const suggestion =
    finding.suggestion !== undefined && anchor.side === "RIGHT" && lines === quoted && lines <= 6
      ? `\n\n${fenced("suggestion", finding.suggestion)}`
      : "";
  const text = quiet(
    `**${finding.title}** (${finding.severity}, ${finding.category})\n\n${finding.why}${finding.scenario ? `\n\n${finding.scenario}` : ""}`,
  );
  const hidden = renderBlock({
    v: 1,
    kind: "finding",
    fingerprint: fingerprintOf(finding),
    severity: finding.severity,
  });
  return `${text.slice(0, COMMENT_LIMIT)}${suggestion}\n\n${hidden}`;
}

function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((match) => match[0].length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

function bodyOf(
  order: WorkOrder,
  verdict: Verdict,
  why: string,
  anchored: readonly Anchored[],
  output: ReviewOutput,
  outcome: ReviewOutcome,
): string {
  const shown = new Set(inline(anchored).map((comment) => comment.body));
  const rest = anchored.filter(
    ({ finding, anchor }) => anchor.kind === "summary" || !shown.has(commentOf(finding, anchor)),
  );
  const titles: Record<Verdict, string> = {
    approved: "Approved",
    changes: "Changes needed",
    comment: "A person has to look",
  };
  return [
    `**${titles[verdict]}** at ${short(order.pull?.head ?? "")}, round ${order.round}. ${why}`,
    ...(outcome.summary ? ["", quiet(outcome.summary)] : []),
    ...(rest.length > 0
      ? [
          "",
          "Not on a line of this change:",
          ...rest.map(({ finding }) =>
            quiet(`- \`${finding.path}\` **${finding.title}** (${finding.severity}): ${finding.why}`),
          ),
        ]
      : []),
    ...(output.criteria.length > 0
      ? [
          "",
          "| criterion | | evidence |",
          "|---|---|---|",
          ...output.criteria.map(
            (check) => `| ${cell(check.criterion)} | ${check.state} | ${cell(check.evidence)} |`,
          ),
        ]
      : []),
    ...(outcome.deferred.length > 0
      ? [
          "",
          `Not read: ${outcome.deferred
            .slice(0, 20)
            .map((hunk) => `\`${hunk.path}\` (${hunk.why})`)
            .join(", ")}`,
        ]
      : []),
  ].join("\n");
}

function cell(text: string): string {
  return quiet(text).replaceAll("|", "\\|").replaceAll("\n", " ");
}

/** One review for everything; answers to threads ride in it. */
async function postReview(
  { github, pull, order }: Desk,
  body: string,
  comments: readonly InlineComment[],
  checked: readonly Checked[],
): Promise<void> {
  if (pull === undefined || order.pull === undefined) return;
  const answers = checked.filter(({ reply }) => reply !== "");
  if (answers.length === 0) {
    const review = {
      pull_number: pull.pull.number,
      commit_id: order.pull.head,
      event: "COMMENT",
      body,
      comments,
    };
    await pastPending(github, pull.pull.nodeId, () =>
      github.rest("POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews", review),
    );
  } else {
    const threads = comments.map(({ start_line, start_side, ...comment }) => ({
      ...comment,
      ...(start_line === undefined ? {} : { startLine: start_line, startSide: start_side }),
    }));
    const review = await openReview(github, {
      pull: pull.pull.nodeId,
      head: order.pull.head,
      body,
      threads,
    });
    const variables = Object.fromEntries(
      answers.flatMap(({ thread, reply }, at) => [
        [`thread${at}`, thread.id],
        [`body${at}`, quiet(reply)],
      ]),
    );
    await github.graphql(submitWithAnswers(answers.length), {
      review,
      ...variables,
    });
  }
}

/** Threads that are fixed or withdrawn, also those of a run that was cut off after it had said so. */
async function resolveWhatIsOver({ github }: Desk, checked: readonly Checked[]): Promise<void> {
  const over = checked.filter(({ state }) => state !== "open");
  if (over.length === 0) return;
  await github.graphql(
    resolveThreads(over.length),
    Object.fromEntries(over.map(({ thread }, at) => [`thread${at}`, thread.id])),
    "safe",
  );
}
