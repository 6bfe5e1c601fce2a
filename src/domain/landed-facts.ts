/** What is known about a merge after it landed: the proof, the verification of the base as it is now, and its revert. Pure. */

import { type BaseWorkflow, baseContext, baseWorkflowsOf } from "./base-ci.ts";
import { type MergeRecord, readRecord } from "./merge-record.ts";
import { GATE_CHECK } from "./names.ts";
import { featureOf, isBroken, newestRetry, VERIFY_STATUS, verificationIn } from "./pull-facts.ts";
import type {
  FeatureIssue,
  LandedSnapshot,
  PullSnapshot,
  RepositorySnapshot,
  RequirementSnapshot,
  RunSnapshot,
  StatusSnapshot,
} from "./snapshot.ts";

export interface LandedFacts {
  snapshot: RepositorySnapshot;
  pull: PullSnapshot;
  landed: LandedSnapshot;
  record: MergeRecord;
  requirement: RequirementSnapshot;
  feature: FeatureIssue | undefined;
  proof: "none" | "right" | "wrong";
  /** Whether the base is verified as it is after this merge. */
  watched: boolean;
  verification: "none" | "passed" | "failed";
  /** The same of the commit before it; a tree that was proved to be the verified one counts. */
  before: "none" | "passed" | "failed";
  /** Verify runs on the landed commit, and on the one before it. */
  runs: RunsOf;
  runsBefore: RunsOf;
  /** Runs that take it back. */
  revertRuns: RunsOf;
  /** Workflows that are started on the base after it. */
  workflows: readonly BaseWorkflow[];
  /** The newest pull request that takes it back. */
  revert: PullSnapshot | undefined;
  /** A person said retry after it was found wrong: they have seen to it. */
  settled: boolean;
}

export interface RunsOf {
  live: boolean;
  finished: number;
  broken: number;
}

/** Undefined for a pull request that is not merged, that carries no record of ours, or whose requirement is long over. */
export function landedFactsOf(snapshot: RepositorySnapshot, pull: PullSnapshot): LandedFacts | undefined {
  const { landed } = pull;
  if (pull.state !== "merged" || pull.block === undefined || landed === undefined) return undefined;
  const { record } = readRecord(landed.message);
  if (record === undefined || record.pull !== pull.number) return undefined;
  const requirement = snapshot.requirements.find(({ number }) => number === pull.block?.requirement);
  if (requirement === undefined) return undefined;
  const feature = featureOf(requirement, pull.block.feature);
  const proved = ownStatus(snapshot, landed.statuses, GATE_CHECK);
  const verified = ownStatus(snapshot, landed.statuses, VERIFY_STATUS);
  const started = snapshot.config.after_merge.dispatch.map((file) =>
    ownStatus(snapshot, landed.statuses, baseContext(file)),
  );
  const foundWrong = [proved, verified, ...started].flatMap((status) =>
    status?.state === "failure" || status?.state === "error" ? status.createdAt : [],
  );
  const said = newestRetry(snapshot, [...requirement.comments, ...(feature?.comments ?? [])]);
  const { verify } = snapshot.config.after_merge;
  return {
    snapshot,
    pull,
    landed,
    record,
    requirement,
    feature,
    proof: proved === undefined ? "none" : proved.state === "success" ? "right" : "wrong",
    watched: verify === "always" || (verify === "moved" && landed.parent?.sha !== record.base),
    verification: verificationIn(verified).state,
    before: beforeOf(snapshot, landed),
    runs: runsOf(snapshot, "verify", pull.number, landed.sha),
    runsBefore: runsOf(snapshot, "verify", pull.number, landed.parent?.sha),
    revertRuns: runsOf(snapshot, "code", pull.number, landed.sha),
    workflows: baseWorkflowsOf(snapshot, pull, landed),
    revert: snapshot.pulls.filter((other) => other.revert?.pulls.includes(pull.number)).at(-1),
    settled: foundWrong.length > 0 && foundWrong.every((time) => said > time),
  };
}

/** A status on a commit of the base that a run of ours set. */
function ownStatus(
  snapshot: RepositorySnapshot,
  statuses: readonly StatusSnapshot[],
  context: string,
): StatusSnapshot | undefined {
  return statuses.find(
    (status) =>
      status.context === context &&
      status.creator === snapshot.identity &&
      status.targetUrl.includes(`/${snapshot.repository}/actions/runs/`),
  );
}

/** The commit before was verified itself, or it is a merge of ours whose tree is the one that was verified. */
function beforeOf(snapshot: RepositorySnapshot, { parent }: LandedSnapshot): LandedFacts["before"] {
  if (parent === undefined) return "none";
  const { state } = verificationIn(ownStatus(snapshot, parent.statuses, VERIFY_STATUS));
  if (state !== "none") return state;
  const earlier = snapshot.pulls.find(({ landed }) => landed?.sha === parent.sha)?.landed;
  const proved = earlier && ownStatus(snapshot, earlier.statuses, GATE_CHECK)?.state === "success";
  return proved && readRecord(earlier.message).record?.base === earlier.parent?.sha ? "passed" : "none";
}

function runsOf(
  snapshot: RepositorySnapshot,
  agent: "verify" | "code",
  pull: number,
  head: string | undefined,
): RunsOf {
  const runs = snapshot.runs.filter(
    ({ title }: RunSnapshot) =>
      title?.agent === agent &&
      title.subject.kind === "pull" &&
      title.subject.number === pull &&
      title.head === head,
  );
  return {
    live: runs.some((run) => run.live),
    finished: runs.filter((run) => run.conclusion === "success").length,
    broken: runs.filter(isBroken).length,
  };
}

/** Nobody has to see to it any more: a revert was merged, a person closed one, or a person said that it is settled. */
export function isOver({ revert, settled }: LandedFacts): boolean {
  return settled || (revert !== undefined && revert.state !== "open");
}

/** The base is red after this merge, and was green before it. */
export function brokeTheBase(facts: LandedFacts): boolean {
  return (
    facts.watched && facts.verification === "failed" && facts.before === "passed" && facts.runs.finished > 1
  );
}

/** Workflows that are red on the base after this merge, twice, and were green before it. */
export function brokenWorkflows({ workflows }: LandedFacts): string[] {
  return workflows.flatMap((one) => (one.state === "failed" && one.greenBefore ? [one.file] : []));
}

/** A merge into `branch` that is not known to be right: until then nothing else is merged there. */
export function laneClosedBy(snapshot: RepositorySnapshot, branch: string): LandedFacts | undefined {
  return snapshot.pulls
    .filter((pull) => pull.state === "merged" && pull.base.branch === branch)
    .flatMap((pull) => landedFactsOf(snapshot, pull) ?? [])
    .find(
      (facts) =>
        !isOver(facts) && (facts.proof !== "right" || isDoubtful(facts) || brokenWorkflows(facts).length > 0),
    );
}

/** Verified it was not, or it is red and not known to have been red before. */
function isDoubtful({ watched, verification, before }: LandedFacts): boolean {
  return watched && verification !== "passed" && !(verification === "failed" && before === "failed");
}
