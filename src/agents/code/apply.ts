/** Phase `apply` of the code agent: checks what the model left, pushes it, says what is to be said, rings the next. */
import { featureBecomes, leaveCiRed } from "../../domain/decide/say.ts";
import { messageOf, NightshiftError } from "../../domain/errors.ts";
import { Evidence, type Outcome } from "../../domain/outcome.ts";
import { approvedBefore, REVIEW_STATUS } from "../../domain/pull-facts.ts";
import { quiet } from "../../domain/quiet.ts";
import { isAfterMerge, type RequirementOrder } from "../../domain/work-order.ts";
import type { GitHub } from "../../github/client.ts";
import { perform, send, setStatus } from "../../github/perform.ts";
import { type Desk, defer, lookAgain, readOutcome, stopHere } from "../apply.ts";
import { bookCost, readCost, rememberCost } from "../book.ts";
import type { Job, RunFacts } from "../job.ts";
import { applyAfterMerge } from "./after-merge.ts";
import { answerThreads } from "./answers.ts";
import { postEvidence } from "./evidence.ts";
import { giveUp, quoted } from "./give-up.ts";
import { applyPlan } from "./plan.ts";
import { openPull } from "./pull.ts";
import { pushChange } from "./push.ts";

export interface ApplyInputs {
  token: string;
  /** Output of the verify job; empty when it did not run. */
  evidence: string;
}

export async function runCodeApply(
  job: Job,
  facts: RunFacts,
  github: GitHub,
  order: RequirementOrder,
  inputs: ApplyInputs,
): Promise<void> {
  const looked = await lookAgain(job, facts, github, order);
  if (looked.stop !== undefined) {
    const { desk, stop } = looked;
    if (desk && order.needs.agent) await bookCost(desk, await readCost(desk));
    return stopHere(job, stop);
  }
  const { desk } = looked;
  const evidence = inputs.evidence === "" ? undefined : Evidence.parse(JSON.parse(inputs.evidence));
  if (isAfterMerge(order)) return applyAfterMerge(desk, evidence, inputs.token);
  if (order.mode === "track") return applyPlan(desk, undefined);
  if (order.mode === "verify") return applyVerification(desk, evidence);
  const outcome = await readOutcome(desk);
  if (outcome === undefined) return bookCost(desk, await readCost(desk));
  try {
    await applyOutcome(desk, outcome, evidence, inputs.token);
  } catch (error) {
    if (error instanceof NightshiftError && error.remedy === "escalate")
      return giveUp(desk, outcome, messageOf(error), undefined);
    throw error;
  }
}

async function applyOutcome(
  desk: Desk,
  outcome: Outcome,
  evidence: Evidence | undefined,
  token: string,
): Promise<void> {
  if (outcome.status === "deferred" || outcome.status === "cancelled") await bookCost(desk, outcome.cost);
  if (outcome.status === "deferred") return defer(desk, outcome);
  if (outcome.status === "cancelled")
    return stopHere(desk.job, `${outcome.message} The next sweep starts it again.`);
  if (outcome.mode === "plan") return applyPlan(desk, outcome);
  const finished = outcome.status === "done" || outcome.status === "nothing_to_do";
  if (!finished) {
    const saved = outcome.patch ? await pushChange(desk, outcome, token, "wip: unfinished work") : undefined;
    return giveUp(desk, outcome, outcome.message, saved);
  }
  if (outcome.mode === "implement") return applyImplementation(desk, outcome, evidence, token);
  if (outcome.mode === "feedback" || outcome.mode === "conflict")
    return applyRound(desk, outcome, evidence, token);
}

async function applyImplementation(
  desk: Desk,
  outcome: Extract<Outcome, { mode: "implement" }>,
  evidence: Evidence | undefined,
  token: string,
): Promise<void> {
  if (outcome.status === "nothing_to_do" || outcome.output === undefined) return closeFeature(desk, outcome);
  const head = await pushChange(desk, outcome, token, outcome.output.pull.title);
  const pull = await openPull(desk, outcome, outcome.output, evidence);
  await afterPush(desk, { pull, head, evidence, type: "pr_created" });
}

async function applyRound(
  desk: Desk,
  outcome: Extract<Outcome, { mode: "feedback" | "conflict" }>,
  evidence: Evidence | undefined,
  token: string,
): Promise<void> {
  const { order, pull } = desk;
  if (pull === undefined || order.pull === undefined) return;
  const moved = outcome.patch || outcome.mode === "conflict";
  const title =
    outcome.mode === "conflict"
      ? `Resolve conflicts with ${order.base.branch}`
      : order.ci
        ? `Fix ${order.ci.join(", ")}`
        : `Answer review round ${order.round}`;
  const head = moved ? await pushChange(desk, outcome, token, title) : order.pull.head;
  if (outcome.mode === "feedback" && outcome.output)
    await answerThreads(desk, outcome.output, moved ? head : undefined);
  await rememberCost(desk, outcome.cost);
  if (order.ci && !moved) {
    const said = outcome.summary === "" ? undefined : quoted(quiet(outcome.summary)).join("\n");
    return perform(
      desk.performer,
      leaveCiRed(pull, order.ci, "the code agent changed nothing for it.", said),
    );
  }
  await afterPush(desk, {
    pull: order.pull.number,
    head,
    evidence,
    type: "new_commits_pushed",
  });
}

interface Pushed {
  pull: number;
  head: string;
  /** Of exactly this head, moved or not; undefined when the verify job was lost, and the manager asks again. */
  evidence: Evidence | undefined;
  type: "pr_created" | "new_commits_pushed";
}

/** Verification and review of the new head: its statuses, its label, and the one who is next. */
async function afterPush(desk: Desk, { pull, head, evidence, type }: Pushed): Promise<void> {
  const { performer } = desk;
  if (evidence) await postEvidence(desk, head, evidence);
  await setStatus(performer, {
    head,
    context: REVIEW_STATUS,
    state: "pending",
    description: "Waits for the review agent.",
  });
  if (evidence?.passed === false) {
    if (desk.pull) await perform(performer, featureBecomes(desk.pull, "fixing"));
    return sendRed(desk, { pull, head });
  }
  if (desk.pull) await perform(performer, featureBecomes(desk.pull, "in-review"));
  await send(performer, { do: "send", type, from: "coder", to: "reviewer", payload: { pull, head } });
}

/** Red tests go back to the coder while rounds are left, then to the manager, who asks a person. */
async function sendRed(
  { order, performer, snapshot, pull }: Desk,
  payload: { pull: number; head: string },
): Promise<void> {
  const spent = order.needs.agent ? order.round : (pull?.codeRuns ?? 0);
  if (Math.max(spent, pull?.rounds ?? 0) < snapshot.config.rounds)
    return send(performer, {
      do: "send",
      type: "review_comments_received",
      from: "coder",
      to: "coder",
      payload,
    });
  await send(performer, {
    do: "send",
    type: "review_comments_posted",
    from: "coder",
    to: "repo_manager",
    payload: { ...payload, round: order.round },
  });
}

/** A verification that was asked for by message: the head and the base are exactly the order's. */
async function applyVerification(desk: Desk, evidence: Evidence | undefined): Promise<void> {
  const { order, pull, performer } = desk;
  if (order.pull === undefined || pull === undefined || evidence === undefined)
    return stopHere(desk.job, "There is no evidence; the next sweep asks again.");
  await postEvidence(desk, order.pull.head, evidence);
  const payload = { pull: order.pull.number, head: order.pull.head };
  if (pull.pull.head !== order.pull.head) return;
  if (!evidence.passed) return sendRed(desk, payload);
  if (pull.verdict === "none" && approvedBefore(desk.snapshot, pull.pull).length === 0)
    return send(performer, {
      do: "send",
      type: "new_commits_pushed",
      from: "coder",
      to: "reviewer",
      payload,
    });
  await send(performer, { do: "send", type: "review_approved", from: "coder", to: "repo_manager", payload });
}

/** The code already does what the feature asks for: nothing to merge. */
async function closeFeature(desk: Desk, outcome: Outcome): Promise<void> {
  const { order, requirement, performer } = desk;
  const feature = requirement.features.find(
    (candidate) => candidate.planned.number === order.feature?.number,
  )?.issue;
  if (feature === undefined) return;
  const prefix = desk.snapshot.config.label_prefix;
  await perform(performer, [
    {
      do: "say",
      number: feature.number,
      id: undefined,
      body: `**Nothing to build.** ${quiet(outcome.summary)}`,
    },
    {
      do: "label",
      target: feature,
      add: [`${prefix}:merged`],
      remove: [`${prefix}:implementing`, `${prefix}:queued`].filter((name) => feature.labels.includes(name)),
    },
    { do: "close", number: feature.number, reason: "completed" },
    {
      do: "send",
      type: "human_acted",
      from: "coder",
      to: "repo_manager",
      payload: { issue: order.requirement.number },
    },
  ]);
}
