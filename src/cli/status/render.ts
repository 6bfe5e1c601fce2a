/** What `nightshift status` shows: every requirement, feature and pull request, its state, and why it is in it. */
import { featureState } from "../../domain/labels.ts";
import type { RepositorySnapshot } from "../../domain/snapshot.ts";
import { short } from "../../domain/words.ts";
import type { FeatureStanding, PullStanding, RequirementStanding } from "../standing.ts";

export interface StatusReport {
  repository: string;
  base: string;
  mode: string;
  requirements: RequirementStatus[];
}

export interface RequirementStatus {
  number: number;
  title: string;
  open: boolean;
  state: string;
  rung: string;
  why: string;
  usd: number;
  features: FeatureStatus[];
}

export interface FeatureStatus {
  number: number | null;
  key: string;
  title: string;
  state: string;
  why: string;
  pull: PullStatus | null;
}

export interface PullStatus {
  number: number;
  head: string;
  state: string;
  rung: string;
  why: string;
}

export function statusOf(
  snapshot: RepositorySnapshot,
  standings: readonly RequirementStanding[],
): StatusReport {
  const prefix = snapshot.config.label_prefix;
  return {
    repository: snapshot.repository,
    base: snapshot.base.branch,
    mode: snapshot.config.mode,
    requirements: standings.map(({ facts, decision, features }) => ({
      number: facts.requirement.number,
      title: facts.requirement.title,
      open: facts.requirement.open,
      state: facts.state ?? (facts.requirement.open ? "not started" : "closed"),
      rung: decision.rung,
      why: decision.why,
      usd: facts.usd,
      features: features.map((feature) => featureStatus(feature, prefix)),
    })),
  };
}

function featureStatus({ facts, why, pull }: FeatureStanding, prefix: string): FeatureStatus {
  const { planned, issue, progress } = facts;
  return {
    number: planned.number ?? null,
    key: planned.key,
    title: planned.title,
    state:
      progress === "merged" || progress === "dropped"
        ? progress
        : (featureState(prefix, issue?.labels ?? []) ?? progress),
    why,
    pull: pull ? pullStatus(pull) : null,
  };
}

function pullStatus({ pull, rung, why }: PullStanding): PullStatus {
  return { number: pull.number, head: pull.head, state: pull.state, rung, why };
}

export function renderStatus({ repository, base, mode, requirements }: StatusReport): string[] {
  const head = `${repository}, features go to ${base}${mode === "merge" ? "" : `, mode ${mode}`}`;
  if (requirements.length === 0) return [head, "No requirement yet: nightshift start opens one."];
  return [head, ...requirements.flatMap((requirement) => ["", ...renderRequirement(requirement)])];
}

function renderRequirement({ number, title, state, rung, why, usd, features }: RequirementStatus): string[] {
  const cost = usd > 0 ? ` (${usd.toFixed(2)} US dollars so far)` : "";
  return [
    `requirement #${number} "${title}": ${state}${cost}`,
    `  ${rung}: ${why}`,
    ...features.flatMap(renderFeature),
  ];
}

function renderFeature({ number, title, state, why, pull }: FeatureStatus): string[] {
  const name = `  feature ${number === null ? "without an issue" : `#${number}`} "${title}": ${state}`;
  if (pull === null) return [name, `    ${why}`];
  const own = why === pull.why ? [] : [`    ${why}`];
  return [
    name,
    ...own,
    `    pull request #${pull.number} at ${short(pull.head)}, ${pull.state}`,
    `      ${pull.rung}: ${pull.why}`,
  ];
}
