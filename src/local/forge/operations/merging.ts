/** Merging pull requests: the refusals in GitHub's words, the three methods, and what follows a merge. */

import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { timestamp } from "../clock.ts";
import { ApiError, unprocessable } from "../errors.ts";
import { GITHUB_FACTS } from "../facts.ts";
import { listCommits, readCommit, type Signature } from "../git/commits.ts";
import { writeSignedCommit } from "../git/signatures.ts";
import { emailOf } from "../rest/serialize/issues.ts";
import { appliedRules, rulesOfType, violationText } from "../rules/applied.ts";
import { mergeViolations } from "../rules/merge-violations.ts";
import { findProtection, mayPush } from "../rules/protection.ts";
import { pushViolations } from "../rules/push-violations.ts";
import {
  branchHead,
  findIssue,
  getIssue,
  getPull,
  issueKey,
  now,
  repositoryById,
  type Site,
} from "../site.ts";
import type { Pull, Repository } from "../store/records.ts";
import { type Acting, hasRole, mayChangeWorkflows } from "../viewer.ts";
import { emitPull } from "./events.ts";
import { record, touchIssue, updateIssue } from "./issues.ts";
import { mergeTrees, testMerge } from "./mergeability.ts";
import { changeRef, refsChanged, refuseWorkflowChange } from "./refs.ts";
import { undertake } from "./undertakings.ts";

export type MergeMethod = "merge" | "squash" | "rebase";

export interface MergeWish {
  method: MergeMethod;
  sha?: string | undefined;
  title?: string | undefined;
  message?: string | undefined;
}

const GITHUB: Omit<Signature, "date"> = { name: "GitHub", email: "noreply@github.com" };

/** Merges and answers the merge commit. 405 when it may not be merged, 409 when the head is not `sha`. */
export function mergePull(
  site: Site,
  viewer: Acting,
  repository: Repository,
  number: number,
  wish: MergeWish,
): Promise<string> {
  return site.git(repository).exclusive(async () => {
    const pull = getPull(site, repository, number);
    if (wish.sha !== undefined && wish.sha !== pull.headSha)
      throw new ApiError(409, GITHUB_FACTS.headMoved.value);
    const base = await refuseUnmergeable(site, viewer, repository, number, wish);
    const sha = await buildMerge(site, viewer, repository, pull, base, wish);
    if (!mayChangeWorkflows(viewer, repository)) await refuseWorkflowChange(site, repository, sha, base);
    await landMerge(site, viewer, repository, pull, base, sha);
    return sha;
  });
}

/** Moves the base to the merge that was built on it, and tells everyone. Call it inside `git.exclusive`. */
export async function landMerge(
  site: Site,
  viewer: Acting,
  repository: Repository,
  pull: Pull,
  base: string,
  sha: string,
): Promise<void> {
  const git = site.git(repository);
  await undertake(site, viewer, repository, async (plan) => {
    plan({ number: pull.number, sha });
    await git.updateRef(`refs/heads/${pull.baseRef}`, sha, base).catch(() => {
      throw new ApiError(405, "Base branch was modified. Review and try the merge again.");
    });
    await finishMerge(site, viewer, repository, pull, sha);
    await refsChanged(site, viewer, repository, [
      { ref: `refs/heads/${pull.baseRef}`, before: base, after: sha },
    ]);
  });
  await deleteHead(site, viewer, repository, pull);
}

async function refuseUnmergeable(
  site: Site,
  viewer: Acting,
  repository: Repository,
  number: number,
  wish: MergeWish,
): Promise<string> {
  const issue = getIssue(site, repository, number);
  const pull = await testMerge(site, repository, number);
  const base = branchHead(site, repository, pull.baseRef);
  if (issue.state === "closed" || !base) throw new ApiError(405, GITHUB_FACTS.notMergeable.value);
  if (pull.draft) throw new ApiError(405, "Pull Request is still a draft");
  refuseMethod(site, viewer, repository, pull, wish.method);
  if (pull.test?.sha === null) throw new ApiError(405, GITHUB_FACTS.notMergeable.value);
  const violations = await mergeViolations(site, repository, pull, {
    viewer,
  });
  if (violations.length > 0) throw new ApiError(405, violationText(violations));
  if (!mayPush(site, findProtection(site, repository, pull.baseRef), viewer))
    throw new ApiError(405, "You're not authorized to push to this branch.");
  return base;
}

const METHOD_NAMES = { merge: "Merge commits", squash: "Squash merges", rebase: "Rebase merges" } as const;

/** The repository's settings, the methods that the branch's rules leave, and what a linear or signed history forbids. */
function refuseMethod(
  site: Site,
  viewer: Acting,
  repository: Repository,
  pull: Pull,
  method: MergeMethod,
): void {
  const { mergeCommit, squash, rebase } = repository.merge;
  const applied = appliedRules(site, repository, pull.baseRef, { viewer, through: "merge" });
  const lists = rulesOfType(applied, "pull_request").map((rule) => rule.parameters.allowed_merge_methods);
  const allowed =
    { merge: mergeCommit, squash, rebase }[method] && lists.every((list) => !list || list.includes(method));
  if (!allowed) throw new ApiError(405, `${METHOD_NAMES[method]} are not allowed on this repository.`);
  if (method === "merge" && rulesOfType(applied, "required_linear_history").length > 0)
    throw new ApiError(
      405,
      "Repository rule violations found\n\nThis branch must not contain merge commits.\n\n",
    );
  if (method === "rebase" && rulesOfType(applied, "required_signatures").length > 0)
    throw new ApiError(
      405,
      "Base branch requires signed commits. Rebase merges cannot be automatically signed by GitHub.",
    );
}

/** Writes the commit that the merge will be, without moving anything. 405 when there is none. */
export async function buildMerge(
  site: Site,
  viewer: Acting,
  repository: Repository,
  pull: Pull,
  base: string,
  wish: MergeWish,
): Promise<string> {
  const git = site.git(repository);
  if (wish.method === "rebase") return rebase(site, repository, pull, base);
  const tree = await mergeTrees(git, base, pull.headSha);
  if (!tree) throw new ApiError(405, GITHUB_FACTS.notMergeable.value);
  const issue = getIssue(site, repository, pull.number);
  const date = timestamp(site.clock.now());
  const identity = (login: string): Signature => ({ name: login, email: emailOf(site, login), date });
  const squash = wish.method === "squash";
  const from = repositoryById(site, pull.headRepository).owner;
  const title =
    wish.title ??
    (squash
      ? `${issue.title} (#${pull.number})`
      : `Merge pull request #${pull.number} from ${from}/${pull.headRef}`);
  const message = wish.message ?? (squash ? await commitTexts(site, repository, pull, base) : issue.title);
  return writeSignedCommit(site, git, {
    tree,
    parents: squash ? [base] : [base, pull.headSha],
    message: message === "" ? `${title}\n` : `${title}\n\n${message}\n`,
    author: identity(squash ? issue.author : viewer.user.login),
    committer: { ...GITHUB, date },
  });
}

/** GitHub's default squash text: the one commit's body, or a list of all commits. */
async function commitTexts(site: Site, repository: Repository, pull: Pull, base: string): Promise<string> {
  const git = site.git(repository);
  const shas = (await listCommits(git, [pull.headSha, `^${base}`])).reverse();
  const commits = await Promise.all(shas.map((sha) => readCommit(git, sha)));
  if (commits.length === 1) return (commits[0]?.message ?? "").split("\n").slice(1).join("\n").trim();
  return commits.map((commit) => `* ${commit.message}`).join("\n\n");
}

/** Replays the commits onto the base in a work tree that exists only for this. */
async function rebase(site: Site, repository: Repository, pull: Pull, base: string): Promise<string> {
  const git = site.git(repository);
  const place = await mkdtemp(join(site.dataDir, "tmp", "rebase-"));
  const env = {
    GIT_COMMITTER_NAME: GITHUB.name,
    GIT_COMMITTER_EMAIL: GITHUB.email,
    GIT_COMMITTER_DATE: timestamp(site.clock.now()),
  };
  try {
    await git.run(["worktree", "add", "--quiet", "--detach", place, base]);
    await git.run(
      [
        "-C",
        place,
        "-c",
        "core.hooksPath=/dev/null",
        "cherry-pick",
        "--allow-empty",
        `${base}..${pull.headSha}`,
      ],
      { env },
    );
    return await git.text(["-C", place, "rev-parse", "HEAD"]);
  } catch (cause) {
    throw new ApiError(405, "This branch can't be rebased", {
      errors: [cause instanceof Error ? cause.message : String(cause)],
    });
  } finally {
    await git.run(["worktree", "remove", "--force", place], { allow: [128] });
    await rm(place, { recursive: true, force: true });
  }
}

/** Records the merge, closes what the description says it closes, and tells everyone. */
export async function finishMerge(
  site: Site,
  viewer: Acting,
  repository: Repository,
  pull: Pull,
  sha: string,
): Promise<void> {
  site.store.transact(() => {
    const time = now(site);
    const issue = touchIssue(site, getIssue(site, repository, pull.number), {
      state: "closed",
      closedAt: time,
      closedBy: viewer.user.login,
    });
    const fresh = getPull(site, repository, pull.number);
    site.store.put("pulls", issueKey(repository.id, pull.number), {
      ...fresh,
      merged: true,
      mergedAt: time,
      mergedBy: viewer.user.login,
      mergeCommitSha: sha,
      baseSha: fresh.test?.base ?? fresh.baseSha,
    });
    record(site, viewer, issue, "merged", { commit: sha });
    record(site, viewer, issue, "closed");
    if (pull.baseRef === repository.defaultBranch) {
      for (const number of closingNumbers(issue.body ?? "")) {
        const target = findIssue(site, repository, number);
        if (target && !target.isPull && target.state === "open")
          updateIssue(site, viewer, repository, number, { state: "closed", stateReason: "completed" });
      }
    }
  });
  await emitPull(site, viewer, repository, pull.number, "closed");
}

/** Issue numbers after GitHub's closing keywords. */
export function closingNumbers(text: string): number[] {
  const found = text.matchAll(
    /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+(?:[\w.-]+\/[\w.-]+)?#(\d+)\b/gi,
  );
  return [...new Set([...found].map((match) => Number(match[1])))];
}

async function deleteHead(site: Site, viewer: Acting, repository: Repository, pull: Pull): Promise<void> {
  const sha = branchHead(site, repository, pull.headRef);
  if (!repository.merge.deleteBranchOnMerge || pull.headRepository !== repository.id || !sha) return;
  const change = { ref: `refs/heads/${pull.headRef}`, before: sha, after: undefined };
  if ((await pushViolations(site, viewer, repository, change)).length > 0) return;
  await changeRef(site, viewer, repository, change);
}

/** Merges the base into the head branch. */
export async function updateBranch(
  site: Site,
  viewer: Acting,
  repository: Repository,
  number: number,
  expected: string | undefined,
): Promise<string> {
  return site.git(repository).exclusive(async () => {
    const pull = getPull(site, repository, number);
    if (expected !== undefined && expected !== pull.headSha)
      throw unprocessable(`expected head sha didn’t match current head ref.`);
    const source = repositoryById(site, pull.headRepository);
    if (viewer.kind === "person" && !hasRole(source, viewer.user.login, "write"))
      throw new ApiError(403, "Must have push access to the head branch");
    const git = site.git(repository);
    const base = branchHead(site, repository, pull.baseRef);
    if (!base) throw unprocessable("The base branch was deleted.");
    const contained = await git.run(["merge-base", "--is-ancestor", base, pull.headSha], { allow: [1] });
    if (contained.code === 0) throw unprocessable("There are no new commits on the base branch.");
    const tree = await mergeTrees(git, pull.headSha, base);
    if (!tree) throw unprocessable("merge conflict between base and head");
    const date = timestamp(site.clock.now());
    const author = { name: viewer.user.login, email: emailOf(site, viewer.user.login), date };
    const message = `Merge branch '${pull.baseRef}' into ${pull.headRef}\n`;
    const sha = await writeSignedCommit(site, git, {
      tree,
      parents: [pull.headSha, base],
      message,
      author,
      committer: { ...GITHUB, date },
    });
    const target = site.git(source);
    if (source.id !== repository.id) await target.run(["fetch", "--quiet", git.directory, sha]);
    await changeRef(site, viewer, source, {
      ref: `refs/heads/${pull.headRef}`,
      before: pull.headSha,
      after: sha,
    });
    return sha;
  });
}
