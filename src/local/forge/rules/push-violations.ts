/** What a branch's rules say to a move of its ref that does not come from a pull request. */
import { listCommits } from "../git/commits.ts";
import type { GitRepository } from "../git/repository.ts";
import { isVerified } from "../git/signatures.ts";
import type { RefChange } from "../operations/refs.ts";
import type { Site } from "../site.ts";
import type { Repository } from "../store/records.ts";
import type { Acting } from "../viewer.ts";
import { appliedRules, type Violation } from "./applied.ts";
import { listedCommits, unsignedText } from "./merge-violations.ts";
import { findProtection, mayPush } from "./protection.ts";
import { unmetChecks } from "./required-checks.ts";
import type { Rule } from "./rule.ts";

/** Empty when the viewer may move the ref so. The new commit's objects must be in the repository already. */
export async function pushViolations(
  site: Site,
  viewer: Acting,
  repository: Repository,
  change: RefChange,
): Promise<Violation[]> {
  if (!change.ref.startsWith("refs/heads/") || change.before === change.after) return [];
  const branch = change.ref.slice("refs/heads/".length);
  const found: Violation[] = [];
  for (const { rule, source } of appliedRules(site, repository, branch, { viewer, through: "push" })) {
    for (const message of await refusals(site, repository, rule, change))
      found.push({ rule: rule.type, source, message });
  }
  if (change.after && !mayPush(site, findProtection(site, repository, branch), viewer))
    found.push({
      rule: "update",
      source: "protection",
      message: "You're not authorized to push to this branch.",
    });
  return found;
}

async function refusals(
  site: Site,
  repository: Repository,
  rule: Rule,
  change: RefChange,
): Promise<string[]> {
  const { before, after } = change;
  const git = site.git(repository);
  if (!after) return rule.type === "deletion" ? ["Cannot delete this branch"] : [];
  const updates = before !== undefined;
  switch (rule.type) {
    case "creation":
      return updates ? [] : ["Cannot create ref due to creations being restricted."];
    case "update":
      return updates ? ["Cannot update this protected ref."] : [];
    case "pull_request":
      return updates ? ["Changes must be made through a pull request."] : [];
    case "merge_queue":
      return updates ? ["Changes must be made through the merge queue"] : [];
    case "non_fast_forward":
      return before && (await isForced(git, before, after)) ? ["Cannot force-push to this branch"] : [];
    case "required_status_checks":
      if (!updates && rule.parameters.do_not_enforce_on_create) return [];
      return updates ? unmetChecks(site, repository, after, [rule], () => false) : [];
    case "required_linear_history": {
      const merges =
        (await newCommits(git, before, after)).length === 0 ? [] : await newMerges(git, before, after);
      return merges.length === 0
        ? []
        : [`This branch must not contain merge commits.\n${listedCommits(merges)}`];
    }
    case "required_signatures": {
      const shas = await newCommits(git, before, after);
      const verified = await Promise.all(shas.map((sha) => isVerified(site, git, sha)));
      return unsignedText(shas.filter((_, index) => !verified[index]));
    }
    case "required_deployments":
    case "deletion":
      return [];
  }
}

/** Commits that the push brings: those of no other branch when the branch is new. */
const rangeOf = (before: string | undefined, after: string): string[] =>
  before ? [after, `^${before}`] : [after, "--not", "--branches"];

const newCommits = (git: GitRepository, before: string | undefined, after: string): Promise<string[]> =>
  listCommits(git, rangeOf(before, after));

const newMerges = (git: GitRepository, before: string | undefined, after: string): Promise<string[]> =>
  listCommits(git, ["--min-parents=2", ...rangeOf(before, after)]);

async function isForced(git: GitRepository, before: string, after: string): Promise<boolean> {
  return (await git.run(["merge-base", "--is-ancestor", before, after], { allow: [1] })).code !== 0;
}
