/** What the loop did and what it cost, read from the local GitHub when it is done. */

import { costsOf } from "../domain/money.ts";
import { factsOf, ownReviews } from "../domain/pull-facts.ts";
import { type FeatureFacts, requirementFactsOf } from "../domain/requirement-facts.ts";
import { parseRunTitle } from "../domain/run-title.ts";
import type { RepositorySnapshot, RequirementSnapshot } from "../domain/snapshot.ts";
import type { RunCost } from "../domain/state-block.ts";
import type { RunRecord } from "../local/contract.ts";
import type { Forge } from "../local/forge/start.ts";

/** What something took. */
export interface Effort {
  runs: number;
  jobs: number;
  billed_minutes: number;
  api_calls: number;
  notifying_writes: number;
  model_turns: number;
  tokens: number;
  seconds: number;
}

export interface FeatureReport extends Effort {
  number: number;
  title: string;
  pull: number | null;
  rounds: number;
  merge_commit: string | null;
  usd: number | null;
}

export interface LoopReport extends Effort {
  ok: boolean;
  repository: string;
  requirement: number;
  features: FeatureReport[];
}

/** Sums up one requirement. `billed_minutes`: every job counts as its started minutes, as GitHub bills them. */
export function reportOf(
  forge: Forge,
  snapshot: RepositorySnapshot,
  requirement: RequirementSnapshot,
  seconds: number,
  /** Runs that were no part of the loop. */
  without: ReadonlySet<number> = new Set(),
): LoopReport {
  const facts = requirementFactsOf(snapshot, requirement);
  const runs = forge
    .runs(snapshot.repository)
    .filter((run) => /nightshift-/.test(run.path) && !without.has(run.id));
  const costs = costsOf(snapshot, requirement);
  const features = facts.features.map((feature) => featureReport(forge, snapshot, feature, runs));
  const all = usageOf(forge, runs);
  return {
    ok: facts.features.length > 0 && facts.features.every((feature) => feature.progress === "merged"),
    repository: forge.gitDir(snapshot.repository) ?? "",
    requirement: requirement.number,
    features,
    ...all,
    ...workOf(costs),
    seconds,
  };
}

function featureReport(
  forge: Forge,
  snapshot: RepositorySnapshot,
  feature: FeatureFacts,
  all: readonly RunRecord[],
): FeatureReport {
  const { planned, pull } = feature;
  const runs = all.filter((run) => isFor(run, planned.number, pull?.number));
  const costs = pull
    ? [...(pull.block?.costs ?? []), ...pull.reviews.flatMap((review) => review.block?.cost ?? [])]
    : [];
  const times = runs.flatMap((run) => [Date.parse(run.createdAt), Date.parse(run.updatedAt)]);
  return {
    number: planned.number ?? 0,
    title: planned.title,
    pull: pull?.number ?? null,
    rounds: pull ? ownReviews(snapshot, pull).length : 0,
    merge_commit: pull?.mergeCommit ?? null,
    ...usageOf(forge, runs),
    ...workOf(costs),
    usd:
      pull && factsOf(snapshot, pull) && costs.every((cost) => cost.usd !== null)
        ? costs.reduce((sum, cost) => sum + (cost.usd ?? 0), 0)
        : null,
    seconds: times.length === 0 ? 0 : Math.round((Math.max(...times) - Math.min(...times)) / 1_000),
  };
}

/** Runs whose title or message names the feature or its pull request. */
function isFor(run: RunRecord, feature: number | undefined, pull: number | undefined): boolean {
  const subject = parseRunTitle(run.displayTitle)?.subject;
  if (subject?.kind === "feature") return subject.number === feature;
  if (subject?.kind === "pull") return subject.number === pull;
  const text = JSON.stringify(run.trigger.payload.client_payload ?? null);
  return pull !== undefined && new RegExp(`"pull":${pull}\\b`).test(text);
}

function usageOf(
  forge: Forge,
  runs: readonly RunRecord[],
): Omit<Effort, "model_turns" | "tokens" | "seconds"> {
  const jobs = runs
    .flatMap((run) => forge.jobs(run.id))
    .filter((job) => job.startedAt !== null && job.conclusion !== "skipped");
  const minutes = jobs.map((job) =>
    Math.max(
      1,
      Math.ceil(
        (Date.parse(job.completedAt ?? job.startedAt ?? "") - Date.parse(job.startedAt ?? "")) / 60_000,
      ),
    ),
  );
  const counted = runs.map((run) => forge.statistics({ runId: run.id, token: "job" }));
  const api = counted.flatMap((statistics) => statistics.rows.filter((row) => !row.route.startsWith("git:")));
  return {
    runs: runs.length,
    jobs: jobs.length,
    billed_minutes: minutes.reduce((sum, one) => sum + one, 0),
    api_calls: api.reduce((sum, row) => sum + row.requests, 0),
    notifying_writes: counted.reduce((sum, statistics) => sum + statistics.notifyingWrites, 0),
  };
}

function workOf(costs: readonly RunCost[]): Pick<Effort, "model_turns" | "tokens"> {
  return {
    model_turns: costs.reduce((sum, cost) => sum + cost.turns, 0),
    tokens: costs.reduce((sum, cost) => sum + cost.tokens, 0),
  };
}

/** The table that people see. */
export function renderReport(report: LoopReport): string[] {
  const head = [
    "feature",
    "pull",
    "rounds",
    "merge",
    "runs",
    "jobs",
    "min",
    "API",
    "notify",
    "turns",
    "tokens",
    "s",
  ];
  const rows = report.features.map((feature) => [
    feature.title,
    feature.pull === null ? "-" : `#${feature.pull}`,
    feature.rounds,
    feature.merge_commit?.slice(0, 7) ?? "-",
    ...effort(feature),
  ]);
  const total = ["all, with planning", "", "", "", ...effort(report)];
  return table([head, ...rows, total].map((row) => row.map(String)));
}

function effort(of: Effort): number[] {
  const { runs, jobs, billed_minutes, api_calls, notifying_writes, model_turns, tokens, seconds } = of;
  return [runs, jobs, billed_minutes, api_calls, notifying_writes, model_turns, tokens, Math.round(seconds)];
}

function table(rows: readonly string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  "),
  );
}
