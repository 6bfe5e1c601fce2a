/** Opening and changing pull requests. */

import { ApiError, invalid, unprocessable } from "../errors.ts";
import { GITHUB_FACTS } from "../facts.ts";
import { aheadBehind, mergeBase } from "../git/commits.ts";
import { loginJson } from "../rest/serialize/basics.ts";
import { ownersOfPull } from "../rules/required-reviews.ts";
import {
  branchHead,
  findRepository,
  findUser,
  fullName,
  getIssue,
  getPull,
  issueKey,
  repositoryById,
  type Site,
} from "../site.ts";
import type { Issue, Pull, Repository } from "../store/records.ts";
import type { Acting } from "../viewer.ts";
import { emitPull } from "./events.ts";
import {
  checkBody,
  checkTitle,
  type IssueChange,
  insertIssue,
  record,
  touchIssue,
  updateIssue,
} from "./issues.ts";
import { testMerge } from "./mergeability.ts";
import { openPulls } from "./refs.ts";

export interface NewPull {
  title: string;
  body: string | null;
  head: string;
  base: string;
  draft: boolean;
}

const NOT_PERMITTED = GITHUB_FACTS.actionsPulls.value;

export async function createPull(
  site: Site,
  viewer: Acting,
  repository: Repository,
  wanted: NewPull,
): Promise<Pull> {
  if (viewer.kind === "job" && !repository.canCreatePulls) throw new ApiError(403, NOT_PERMITTED);
  checkTitle(wanted.title);
  checkBody("PullRequest", wanted.body);
  const source = headOf(site, repository, wanted.head);
  const base = branchHead(site, repository, wanted.base);
  if (!base) throw invalid("PullRequest", "base", "invalid");
  const git = site.git(repository);
  return git.exclusive(async () => {
    if (source.repository.id !== repository.id) {
      await git.run(["fetch", "--quiet", site.git(source.repository).directory, source.sha]);
    }
    await refuseUseless(site, repository, wanted, source, base);
    const pull = site.store.transact(() => {
      const issue = insertIssue(site, viewer, repository, {
        title: wanted.title,
        body: wanted.body,
        isPull: true,
      });
      return site.store.put("pulls", issueKey(repository.id, issue.number), {
        id: site.store.nextId(),
        repository: repository.id,
        number: issue.number,
        headRepository: source.repository.id,
        headRef: source.branch,
        headSha: source.sha,
        lastPusher: viewer.user.login,
        baseRef: wanted.base,
        baseSha: base,
        draft: wanted.draft,
        merged: false,
        mergedAt: null,
        mergedBy: null,
        mergeCommitSha: null,
        test: null,
        requestedReviewers: [],
        autoMerge: null,
      });
    });
    await git.updateRef(`refs/pull/${pull.number}/head`, source.sha, undefined);
    await emitPull(site, viewer, repository, pull.number, "opened");
    if (!pull.draft) await requestCodeOwners(site, viewer, repository, pull);
    return getPull(site, repository, pull.number);
  });
}

/** Code owners of what changed are asked for a review when the pull request is ready for one. */
async function requestCodeOwners(
  site: Site,
  viewer: Acting,
  repository: Repository,
  pull: Pull,
): Promise<void> {
  const owners = new Set((await ownersOfPull(site, repository, pull)).flat());
  owners.delete(getIssue(site, repository, pull.number).author.toLowerCase());
  if (owners.size > 0) requestReviewers(site, viewer, repository, pull.number, [...owners]);
}

interface Source {
  repository: Repository;
  branch: string;
  sha: string;
}

function headOf(site: Site, repository: Repository, head: string): Source {
  const [, owner, branch = head] = /^([^:/]+):(.+)$/.exec(head) ?? [];
  const from = owner === undefined ? repository : findRepository(site, `${owner}/${repository.name}`);
  const sha = from && branchHead(site, from, branch);
  if (!from || !sha) throw invalid("PullRequest", "head", "invalid");
  return { repository: from, branch, sha };
}

async function refuseUseless(
  site: Site,
  repository: Repository,
  wanted: NewPull,
  source: Source,
  base: string,
): Promise<void> {
  const git = site.git(repository);
  const same = openPulls(
    site,
    (row) =>
      row.repository === repository.id &&
      row.headRepository === source.repository.id &&
      row.headRef === source.branch &&
      row.baseRef === wanted.base,
  );
  const refuse = (message: string): ApiError =>
    new ApiError(422, "Validation Failed", {
      errors: [{ resource: "PullRequest", code: "custom", message }],
    });
  if (same.length > 0)
    throw refuse(`A pull request already exists for ${source.repository.owner}:${source.branch}.`);
  if ((await mergeBase(git, base, source.sha)) === undefined)
    throw refuse(
      `The ${source.branch} branch has no history in common with ${fullName(repository)}:${wanted.base}`,
    );
  const { ahead } = await aheadBehind(git, base, source.sha);
  if (ahead === 0) throw refuse(`No commits between ${wanted.base} and ${source.branch}`);
}

export interface PullChange extends IssueChange {
  base?: string | undefined;
}

export async function updatePull(
  site: Site,
  viewer: Acting,
  repository: Repository,
  number: number,
  change: PullChange,
): Promise<Pull> {
  const pull = getPull(site, repository, number);
  if (change.state === "open" && pull.merged)
    throw invalid("PullRequest", "state", "invalid", "state cannot be changed. The pull request is merged.");
  if (change.state === "open" && getIssue(site, repository, number).state === "closed")
    await reopenable(site, repository, pull);
  if (change.base !== undefined && change.base !== pull.baseRef)
    changeBase(site, viewer, repository, pull, change.base);
  updateIssue(site, viewer, repository, number, change);
  await site.settled();
  await testMerge(site, repository, number);
  return getPull(site, repository, number);
}

/** Reopening takes the head branch as it is now; without it there is nothing to reopen. */
async function reopenable(site: Site, repository: Repository, pull: Pull): Promise<void> {
  const head = branchHead(site, repositoryById(site, pull.headRepository), pull.headRef);
  if (!head)
    throw invalid(
      "PullRequest",
      "state",
      "invalid",
      `state cannot be changed. The ${pull.headRef} branch was deleted.`,
    );
  if (head === pull.headSha) return;
  const git = site.git(repository);
  await git.updateRef(`refs/pull/${pull.number}/head`, head, git.refs.get(`refs/pull/${pull.number}/head`));
  site.store.put("pulls", issueKey(repository.id, pull.number), { ...pull, headSha: head });
}

function changeBase(site: Site, viewer: Acting, repository: Repository, pull: Pull, base: string): void {
  const sha = branchHead(site, repository, base);
  if (!sha) throw invalid("PullRequest", "base", "invalid");
  site.store.put("pulls", issueKey(repository.id, pull.number), { ...pull, baseRef: base, baseSha: sha });
  const changes = { base: { ref: { from: pull.baseRef }, sha: { from: pull.baseSha } } };
  site.later(() => emitPull(site, viewer, repository, pull.number, "edited", { changes }));
}

/** The head branch was deleted: an open pull request closes. */
export function closeWithoutHead(site: Site, viewer: Acting, repository: Repository, pull: Pull): void {
  updateIssue(site, viewer, repository, pull.number, { state: "closed" });
}

export function setDraft(
  site: Site,
  viewer: Acting,
  repository: Repository,
  number: number,
  draft: boolean,
): Pull {
  const pull = getPull(site, repository, number);
  if (pull.draft === draft) return pull;
  const issue: Issue = touchIssue(site, getIssue(site, repository, number));
  record(site, viewer, issue, draft ? "convert_to_draft" : "ready_for_review");
  const next = site.store.put("pulls", issueKey(repository.id, number), { ...pull, draft });
  site.later(async () => {
    await emitPull(site, viewer, repository, number, draft ? "converted_to_draft" : "ready_for_review");
    if (!draft) await requestCodeOwners(site, viewer, repository, next);
  });
  return next;
}

/** Asks people for a review. The author cannot be asked. */
export function requestReviewers(
  site: Site,
  viewer: Acting,
  repository: Repository,
  number: number,
  logins: string[],
): Pull {
  const issue = getIssue(site, repository, number);
  if (logins.some((login) => login.toLowerCase() === issue.author.toLowerCase())) {
    throw unprocessable("Review cannot be requested from pull request author.");
  }
  return site.store.transact(() => {
    for (const login of logins) {
      const user = findUser(site, login);
      if (!user || user.type === "Bot")
        throw unprocessable(
          "Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the repository.",
        );
      const pull = getPull(site, repository, number);
      if (pull.requestedReviewers.includes(user.login)) continue;
      site.store.put("pulls", issueKey(repository.id, number), {
        ...pull,
        requestedReviewers: [...pull.requestedReviewers, user.login],
      });
      record(site, viewer, issue, "review_requested", { subject: user.login });
      const requested = { requested_reviewer: loginJson(site, user.login) };
      site.later(() => emitPull(site, viewer, repository, number, "review_requested", requested));
    }
    touchIssue(site, getIssue(site, repository, number));
    return getPull(site, repository, number);
  });
}

export function unrequestReviewers(
  site: Site,
  viewer: Acting,
  repository: Repository,
  number: number,
  logins: string[],
): Pull {
  const pull = getPull(site, repository, number);
  const gone = logins.map((login) => login.toLowerCase());
  const removed = pull.requestedReviewers.filter((login) => gone.includes(login.toLowerCase()));
  for (const login of removed)
    record(site, viewer, getIssue(site, repository, number), "review_request_removed", { subject: login });
  return site.store.put("pulls", issueKey(repository.id, number), {
    ...pull,
    requestedReviewers: pull.requestedReviewers.filter((login) => !removed.includes(login)),
  });
}
