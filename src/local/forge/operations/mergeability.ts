/** The test merge of a pull request, kept at `refs/pull/<n>/merge`, and the numbers that depend on git. */
import { timestamp } from "../clock.ts";
import { aheadBehind, mergeBase, writeCommit } from "../git/commits.ts";
import { diffFiles, type FileDiff } from "../git/diff.ts";
import type { GitRepository } from "../git/repository.ts";
import type { PullNumbers } from "../rest/serialize/pulls.ts";
import { branchHead, getIssue, getPull, issueKey, type Site } from "../site.ts";
import type { Pull, Repository } from "../store/records.ts";
import { combinedState } from "./statuses.ts";

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

/** Files that the pull request changes, from the merge base to its head. */
export async function pullFiles(site: Site, repository: Repository, pull: Pull): Promise<FileDiff[]> {
  const git = site.git(repository);
  return diffFiles(git, await pullBase(site, repository, pull), pull.headSha);
}

/** The commit that the pull request's diff starts at. */
export async function pullBase(site: Site, repository: Repository, pull: Pull): Promise<string> {
  const base = pull.merged ? pull.baseSha : (branchHead(site, repository, pull.baseRef) ?? pull.baseSha);
  return (await mergeBase(site.git(repository), base, pull.headSha)) ?? base;
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
    mergeableState: stateOf(site, repository, pull, mergeable),
  };
}

export function mergeableOf(site: Site, repository: Repository, pull: Pull): boolean | null {
  if (pull.merged || getIssue(site, repository, pull.number).state === "closed") return null;
  const base = branchHead(site, repository, pull.baseRef);
  const current = pull.test?.head === pull.headSha && pull.test.base === base;
  return current ? pull.test?.sha !== null : null;
}

function stateOf(site: Site, repository: Repository, pull: Pull, mergeable: boolean | null): string {
  if (mergeable === null) return "unknown";
  if (!mergeable) return "dirty";
  if (pull.draft) return "draft";
  const state = combinedState(site, repository, pull.headSha);
  if (blockedBy(site, repository, pull).length > 0) return "blocked";
  return state === "none" || state === "success" ? "clean" : "unstable";
}

/** What the branch's rules still ask for before a merge, in words; empty when they are satisfied. */
export function blockedBy(site: Site, repository: Repository, pull: Pull): string[] {
  const missing: string[] = [];
  for (const rule of repository.rules) {
    const parameters = rule.parameters;
    if (typeof parameters !== "object" || parameters === null || Array.isArray(parameters)) continue;
    const wanted = parameters.required_status_checks;
    for (const check of Array.isArray(wanted) ? wanted : []) {
      const context =
        typeof check === "object" && check !== null && !Array.isArray(check) ? check.context : undefined;
      if (typeof context === "string" && !isGreen(site, repository, pull.headSha, context)) {
        missing.push(`Required status check "${context}" is expected.`);
      }
    }
    const approvals = parameters.required_approving_review_count;
    if (typeof approvals === "number" && approvalsOf(site, pull) < approvals) {
      missing.push(`At least ${approvals} approving review is required by reviewers with write access.`);
    }
    if (parameters.required_review_thread_resolution === true && openThreads(site, pull)) {
      missing.push("A conversation must be resolved before this pull request can be merged.");
    }
  }
  return missing;
}

function isGreen(site: Site, repository: Repository, sha: string, context: string): boolean {
  const statuses = site.store.filter(
    "statuses",
    (row) =>
      row.repository === repository.id &&
      row.sha === sha &&
      row.context.toLowerCase() === context.toLowerCase(),
  );
  const latest = statuses.at(-1);
  if (latest) return latest.state === "success";
  const checks = site.store.filter(
    "checkRuns",
    (row) => row.repository === repository.id && row.sha === sha && row.name === context,
  );
  const passed = (conclusion: string | null | undefined): boolean =>
    conclusion === "success" || conclusion === "skipped" || conclusion === "neutral";
  if (passed(checks.at(-1)?.conclusion)) return true;
  const jobs = site.store.filter(
    "jobs",
    (job) => job.headSha === sha && job.name === context && countsForPull(site, job.runId),
  );
  return passed(jobs.at(-1)?.conclusion);
}

/** Jobs of a dispatched run have check runs on the commit, but pull requests do not count them (platform fact 0.3). */
export function countsForPull(site: Site, runId: number): boolean {
  const event = site.store.get("runs", runId)?.event;
  return event !== undefined && event !== "workflow_dispatch" && event !== "repository_dispatch";
}

function approvalsOf(site: Site, pull: Pull): number {
  const latest = new Map<string, string>();
  for (const review of site.store.all("reviews")) {
    if (review.repository !== pull.repository || review.number !== pull.number) continue;
    if (review.state !== "COMMENTED" && review.state !== "PENDING") latest.set(review.author, review.state);
  }
  return [...latest.values()].filter((state) => state === "APPROVED").length;
}

function openThreads(site: Site, pull: Pull): boolean {
  return (
    site.store.find(
      "threads",
      (row) => row.repository === pull.repository && row.number === pull.number && row.resolvedBy === null,
    ) !== undefined
  );
}
