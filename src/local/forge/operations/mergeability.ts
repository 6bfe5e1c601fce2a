/** The test merge of a pull request, kept at `refs/pull/<n>/merge`, and the numbers that depend on git. */
import { timestamp } from "../clock.ts";
import { aheadBehind, writeCommit } from "../git/commits.ts";
import type { GitRepository } from "../git/repository.ts";
import type { PullNumbers } from "../rest/serialize/pulls.ts";
import { appliedRules, rulesOfType, type Violation } from "../rules/applied.ts";
import { isBehind, mergeViolations } from "../rules/merge-violations.ts";
import { unmetChecks } from "../rules/required-checks.ts";
import { branchHead, getIssue, getPull, issueKey, type Site } from "../site.ts";
import type { Pull, Repository } from "../store/records.ts";
import { pullBase, pullFiles } from "./pull-range.ts";
import { rollupState } from "./statuses.ts";

/** The tree of merging `head` into `base`; undefined when they conflict. */
export async function mergeTrees(
  git: GitRepository,
  base: string,
  head: string,
): Promise<string | undefined> {
  const result = await git.run(["merge-tree", "--write-tree", "--allow-unrelated-histories", base, head], {
    allow: [1],
  });
  return result.code === 0 ? result.stdout.toString().split("\n")[0] : undefined;
}

/** Makes sure that the pull request's test merge belongs to its current head and base. */
export async function testMerge(site: Site, repository: Repository, number: number): Promise<Pull> {
  const pull = getPull(site, repository, number);
  const base = branchHead(site, repository, pull.baseRef);
  if (pull.merged || base === undefined) return pull;
  if (pull.test?.head === pull.headSha && pull.test.base === base) return pull;
  const git = site.git(repository);
  const tree = await mergeTrees(git, base, pull.headSha);
  const date = timestamp(site.clock.now());
  const author = { name: "GitHub", email: "noreply@github.com", date };
  const message = `Merge ${pull.headSha} into ${base}`;
  const sha =
    tree === undefined
      ? null
      : await writeCommit(git, { tree, parents: [base, pull.headSha], message, author });
  const ref = `refs/pull/${number}/merge`;
  if (sha !== null) await git.updateRef(ref, sha, git.refs.get(ref)).catch(() => undefined);
  const fresh = getPull(site, repository, number);
  return site.store.put("pulls", issueKey(repository.id, number), {
    ...fresh,
    test: { head: pull.headSha, base, sha },
  });
}

/** Counts and mergeability as they are now; `mergeable` is null while the test merge is not that of the current commits. */
export async function numbersOf(site: Site, repository: Repository, pull: Pull): Promise<PullNumbers> {
  const files = await pullFiles(site, repository, pull);
  const { ahead } = await aheadBehind(
    site.git(repository),
    await pullBase(site, repository, pull),
    pull.headSha,
  );
  const mergeable = mergeableOf(site, repository, pull);
  return {
    commits: ahead,
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changedFiles: files.length,
    mergeable,
    mergeableState: await stateOf(site, repository, pull, mergeable),
  };
}

export function mergeableOf(site: Site, repository: Repository, pull: Pull): boolean | null {
  if (pull.merged || getIssue(site, repository, pull.number).state === "closed") return null;
  const base = branchHead(site, repository, pull.baseRef);
  const current = pull.test?.head === pull.headSha && pull.test.base === base;
  return current ? pull.test?.sha !== null : null;
}

async function stateOf(
  site: Site,
  repository: Repository,
  pull: Pull,
  mergeable: boolean | null,
): Promise<string> {
  if (mergeable === null) return "unknown";
  if (!mergeable) return "dirty";
  if (pull.draft) return "draft";
  const violations = await mergeViolations(site, repository, pull);
  if (violations.length > 0)
    return (await isOnlyBehind(site, repository, pull, violations)) ? "behind" : "blocked";
  const state = rollupState(site, repository, pull.headSha);
  return state === "none" || state === "success" ? "clean" : "unstable";
}

/** `behind` = an up-to-date branch would be mergeable; checks that are red or missing anyway make it `blocked`. */
async function isOnlyBehind(
  site: Site,
  repository: Repository,
  pull: Pull,
  violations: readonly Violation[],
): Promise<boolean> {
  if (violations.some((one) => one.rule !== "required_status_checks")) return false;
  const rules = rulesOfType(appliedRules(site, repository, pull.baseRef), "required_status_checks");
  if (!rules.some((rule) => rule.parameters.strict_required_status_checks_policy)) return false;
  if (unmetChecks(site, repository, pull.headSha, rules, () => false).length > 0) return false;
  return isBehind(site, repository, pull);
}
