/** What a pull request rule asks of reviews: count, code owners, last push, resolved conversations. */
import { GITHUB_FACTS } from "../facts.ts";
import { pullFiles } from "../operations/pull-range.ts";
import { branchHead, findUser, type Site } from "../site.ts";
import type { Pull, Repository, Review } from "../store/records.ts";
import { hasRole } from "../viewer.ts";
import { readCodeOwners } from "./code-owners.ts";
import type { PullRequestRule } from "./rule.ts";

/** The last verdict of everyone; a comment does not undo a verdict, a dismissal does. Oldest first. */
export function latestVerdicts(site: Site, pull: Pull): Review[] {
  const latest = new Map<string, Review>();
  for (const review of site.store.all("reviews")) {
    if (review.repository !== pull.repository || review.number !== pull.number) continue;
    if (review.state === "COMMENTED" || review.state === "PENDING") continue;
    latest.set(review.author, review);
  }
  return [...latest.values()];
}

/** Only verdicts of people who can write, and of Apps, count for rules. */
export const countsAsReviewer = (site: Site, repository: Repository, login: string): boolean =>
  hasRole(repository, login, "write") || findUser(site, login)?.type === "Bot";

/** What is still missing, in GitHub's words; empty when the rule is met. */
export async function unmetReviews(
  site: Site,
  repository: Repository,
  pull: Pull,
  rule: PullRequestRule,
): Promise<string[]> {
  const wanted = rule.parameters;
  const verdicts = latestVerdicts(site, pull).filter((review) =>
    countsAsReviewer(site, repository, review.author),
  );
  const approvals = verdicts.filter((review) => review.state === "APPROVED");
  const missing: string[] = [];
  const count = wanted.required_approving_review_count;
  if (count > 0 && verdicts.some((review) => review.state === "CHANGES_REQUESTED"))
    missing.push("Changes have been requested.");
  if (approvals.length < count)
    missing.push(
      `At least ${count} approving review${count === 1 ? " is" : "s are"} required by reviewers with write access.`,
    );
  if (wanted.require_code_owner_review) {
    const owners = await owingOwners(site, repository, pull, approvals);
    if (owners.length > 0) missing.push(`Waiting on code owner review from ${listed(owners)}.`);
  }
  if (wanted.require_last_push_approval && !approvals.some((review) => approvesLastPush(pull, review)))
    missing.push(GITHUB_FACTS.lastPush.value);
  if (wanted.required_review_thread_resolution && hasOpenThread(site, pull))
    missing.push("A conversation must be resolved before this pull request can be merged.");
  return missing;
}

const approvesLastPush = (pull: Pull, review: Review): boolean =>
  review.commit === pull.headSha && review.author !== pull.lastPusher;

/** Owners of changed paths of which nobody has approved. An owner counts only with write access. */
async function owingOwners(
  site: Site,
  repository: Repository,
  pull: Pull,
  approvals: readonly Review[],
): Promise<string[]> {
  const approved = new Set(approvals.map((review) => review.author.toLowerCase()));
  const owing = new Set<string>();
  for (const owners of await ownersOfPull(site, repository, pull)) {
    if (owners.some((login) => approved.has(login))) continue;
    for (const login of owners) owing.add(findUser(site, login)?.login ?? login);
  }
  return [...owing];
}

/** The owners of each changed path that has any, as the base branch's CODEOWNERS says. */
export async function ownersOfPull(site: Site, repository: Repository, pull: Pull): Promise<string[][]> {
  const base = branchHead(site, repository, pull.baseRef);
  if (!base) return [];
  const ownersOf = await readCodeOwners(site, repository, base);
  const files = await pullFiles(site, repository, pull);
  const paths = files.flatMap((file) => [
    file.path,
    ...(file.previousPath === undefined ? [] : [file.previousPath]),
  ]);
  return paths
    .map((path) => ownersOf(path).filter((login) => hasRole(repository, login, "write")))
    .filter((owners) => owners.length > 0);
}

function listed(logins: readonly string[]): string {
  const last = logins.at(-1) ?? "";
  return logins.length < 2 ? last : `${logins.slice(0, -1).join(", ")} and/or ${last}`;
}

function hasOpenThread(site: Site, pull: Pull): boolean {
  return (
    site.store.find(
      "threads",
      (row) => row.repository === pull.repository && row.number === pull.number && row.resolvedBy === null,
    ) !== undefined
  );
}
