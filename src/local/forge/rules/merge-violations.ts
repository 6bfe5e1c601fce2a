/** What a branch's rules still ask for before a pull request is merged into it. */
import { GITHUB_FACTS } from "../facts.ts";
import { listCommits, mergeBase } from "../git/commits.ts";
import { isVerified } from "../git/signatures.ts";
import { isDeployed } from "../operations/deployments.ts";
import { pullBase } from "../operations/pull-range.ts";
import { branchHead, type Site } from "../site.ts";
import type { Pull, Repository } from "../store/records.ts";
import type { Acting } from "../viewer.ts";
import { type AppliedRule, appliedRules, type Violation } from "./applied.ts";
import { unmetChecks } from "./required-checks.ts";
import { unmetReviews } from "./required-reviews.ts";

export interface MergeQuestion {
  /** Without a viewer: of anybody, as `mergeStateStatus` says it. */
  viewer?: Acting;
  /** The queue itself merges what it was asked to. */
  fromQueue?: boolean;
}

/** Empty when the pull request may be merged as far as rules go. */
export async function mergeViolations(
  site: Site,
  repository: Repository,
  pull: Pull,
  { viewer, fromQueue = false }: MergeQuestion = {},
): Promise<Violation[]> {
  const by = viewer && { viewer, through: "merge" as const };
  const found: Violation[] = [];
  for (const applied of appliedRules(site, repository, pull.baseRef, by)) {
    if (fromQueue && applied.rule.type === "merge_queue") continue;
    const messages = await unmet(site, repository, pull, applied, fromQueue);
    for (const message of messages) found.push({ rule: applied.rule.type, source: applied.source, message });
  }
  return found;
}

async function unmet(
  site: Site,
  repository: Repository,
  pull: Pull,
  { rule }: AppliedRule,
  fromQueue: boolean,
): Promise<string[]> {
  switch (rule.type) {
    case "update":
      return ["Cannot update this protected ref."];
    case "merge_queue":
      return [GITHUB_FACTS.queueText.value];
    case "pull_request":
      return unmetReviews(site, repository, pull, rule);
    case "required_status_checks": {
      const strict = rule.parameters.strict_required_status_checks_policy && !fromQueue;
      const behind = strict && (await isBehind(site, repository, pull));
      return unmetChecks(site, repository, pull.headSha, [rule], () => behind);
    }
    case "required_deployments":
      return rule.parameters.required_deployment_environments
        .filter((environment) => !isDeployed(site, repository, pull.headSha, environment))
        .map((environment) => `Missing successful active ${environment} deployment.`);
    case "required_signatures":
      return unsignedText(await unsigned(site, repository, pull));
    case "required_linear_history":
    case "non_fast_forward":
    case "creation":
    case "deletion":
      return [];
  }
}

/** Under a strict rule the checks of a head that lacks the base's commits count as never reported. */
export async function isBehind(site: Site, repository: Repository, pull: Pull): Promise<boolean> {
  const base = branchHead(site, repository, pull.baseRef);
  return base !== undefined && (await mergeBase(site.git(repository), base, pull.headSha)) !== base;
}

async function unsigned(site: Site, repository: Repository, pull: Pull): Promise<string[]> {
  const git = site.git(repository);
  const shas = await listCommits(git, [pull.headSha, `^${await pullBase(site, repository, pull)}`]);
  const verified = await Promise.all(shas.map((sha) => isVerified(site, git, sha)));
  return shas.filter((_, index) => !verified[index]);
}

/** GitHub lists the commits below the sentence. */
export function unsignedText(shas: readonly string[]): string[] {
  return shas.length === 0 ? [] : [`Commits must have verified signatures.\n${listedCommits(shas)}`];
}

export const listedCommits = (shas: readonly string[]): string =>
  `  Found ${shas.length} violation${shas.length === 1 ? "" : "s"}:\n\n${shas.map((sha) => `  ${sha}`).join("\n")}\n`;
