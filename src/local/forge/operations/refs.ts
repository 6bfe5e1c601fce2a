/** Every way in which refs move: the rules before, and the events and pull request updates after. */

import { ApiError, notFound, unprocessable } from "../errors.ts";
import { GITHUB_FACTS } from "../facts.ts";
import { listCommits, mergeBase, readCommit, type Signature } from "../git/commits.ts";
import { diffFiles } from "../git/diff.ts";
import { GitError } from "../git/run.ts";
import { repoPage } from "../rest/serialize/basics.ts";
import { simpleCommitJson } from "../rest/serialize/git.ts";
import { emailOf } from "../rest/serialize/issues.ts";
import { violationText } from "../rules/applied.ts";
import { pushViolations } from "../rules/push-violations.ts";
import { getIssue, issueKey, now, repositoryById, type Site } from "../site.ts";
import type { Pull, Repository } from "../store/records.ts";
import { type Acting, mayChangeWorkflows } from "../viewer.ts";
import { emit, emitPull } from "./events.ts";
import { finishMerge } from "./merging.ts";
import { closeWithoutHead } from "./pulls.ts";
import { dismissStaleApprovals } from "./stale-approvals.ts";
import { moveThreads } from "./threads.ts";
import { undertake } from "./undertakings.ts";

const ZERO = "0".repeat(40);
const WORKFLOWS = /^\.github\/workflows\/[^/]+\.ya?ml$/;
const MAX_PAYLOAD_COMMITS = 20;

/** A ref's move; undefined is absence. */
export interface RefChange {
  ref: string;
  before: string | undefined;
  after: string | undefined;
}

/**
 * Moves a ref for a viewer: refuses what GitHub refuses, then tells everyone. Call it inside `git.exclusive`.
 * `unruled` is for the owner of the machine, who arranges a repository whatever its rules say.
 */
export async function changeRef(
  site: Site,
  viewer: Acting,
  repository: Repository,
  change: RefChange,
  { unruled = false } = {},
): Promise<void> {
  const git = site.git(repository);
  if (change.ref.startsWith(GITHUB_FACTS.hiddenRefs.value)) throw unprocessable("deny updating a hidden ref");
  if (!unruled) {
    if (!mayChangeWorkflows(viewer, repository) && change.after)
      await refuseWorkflowChange(site, repository, change.after, change.before);
    const violations = await pushViolations(site, viewer, repository, change);
    if (violations.length > 0) throw new ApiError(422, violationText(violations));
  }
  await undertake(site, viewer, repository, async () => {
    try {
      await git.updateRef(change.ref, change.after, change.before);
    } catch (error) {
      throw error instanceof GitError ? unprocessable(refusal(change, error)) : error;
    }
    await refsChanged(site, viewer, repository, [change]);
  });
}

function refusal(change: RefChange, error: GitError): string {
  if (change.before === undefined) return "Reference already exists";
  return /cannot lock ref/.test(error.stderr) ? "Reference cannot be updated" : "Object does not exist";
}

/** Throws what GitHub says of a token without the `workflows` permission that brings a workflow file. */
export async function refuseWorkflowChange(
  site: Site,
  repository: Repository,
  after: string,
  before: string | undefined,
): Promise<void> {
  const touched = await touchedWorkflow(site, repository, after, before);
  if (touched !== undefined) throw new ApiError(403, workflowRefusal(touched));
}

export const workflowRefusal = (path: string): string =>
  `refusing to allow a GitHub App to create or update workflow \`${path}\` ${GITHUB_FACTS.workflowFiles.value}`;

/** The first workflow file that the move changes on its branch, or that a new branch brings in commits which no ref has. */
export async function touchedWorkflow(
  site: Site,
  repository: Repository,
  after: string,
  before: string | undefined,
): Promise<string | undefined> {
  const git = site.git(repository);
  const paths = before
    ? (await diffFiles(git, before, after)).map((file) => file.path)
    : (
        await git.text(["log", "--format=", "--name-only", "-m", after, "--not", "--branches", "--tags"])
      ).split("\n");
  return paths.find((path) => WORKFLOWS.test(path));
}

/** After refs moved by whatever way: `push`, `create`, `delete` and `synchronize`, threads moved, pull requests kept in step. */
export async function refsChanged(
  site: Site,
  viewer: Acting,
  repository: Repository,
  changes: RefChange[],
): Promise<void> {
  site.store.put("repositories", repository.id, {
    ...repositoryById(site, repository.id),
    pushedAt: now(site),
  });
  for (const change of changes) {
    if (!/^refs\/(heads|tags)\//.test(change.ref)) continue;
    await emitPush(site, viewer, repository, change);
    if (!change.ref.startsWith("refs/heads/")) continue;
    const branch = change.ref.slice("refs/heads/".length);
    await followHead(site, viewer, repository, branch, change);
    if (change.after) await noticeMerged(site, viewer, repository, branch, change.after);
  }
}

async function emitPush(
  site: Site,
  viewer: Acting,
  repository: Repository,
  change: RefChange,
): Promise<void> {
  const { ref, before, after } = change;
  const git = site.git(repository);
  const changedPaths = after ? await pushedPaths(site, repository, before, after) : [];
  const shas = after
    ? await listCommits(git, before ? [after, `^${before}`] : [after], { limit: MAX_PAYLOAD_COMMITS })
    : [];
  const commits = await Promise.all(shas.reverse().map((sha) => commitPart(site, repository, sha)));
  const forced = before && after ? (await mergeBase(git, before, after)) !== before : false;
  const kind = ref.startsWith("refs/tags/") ? "tag" : "branch";
  const short = ref.replace(/^refs\/(heads|tags)\//, "");
  const pusher = { name: viewer.user.login, email: emailOf(site, viewer.user.login) };
  site.store.transact(() => {
    if (!before || !after) {
      emit(site, viewer, repository, before ? "delete" : "create", {
        payload: {
          ref: short,
          ref_type: kind,
          pusher_type: "user",
          ...(after ? { master_branch: repository.defaultBranch, description: repository.description } : {}),
        },
        ...(after ? { ref, sha: after } : {}),
      });
    }
    emit(site, viewer, repository, "push", {
      payload: {
        ref,
        before: before ?? ZERO,
        after: after ?? ZERO,
        created: !before,
        deleted: !after,
        forced,
        base_ref: null,
        compare: `${repoPage(site, repository)}/compare/${(before ?? ZERO).slice(0, 12)}...${(after ?? ZERO).slice(0, 12)}`,
        commits,
        head_commit: commits.at(-1) ?? null,
        pusher,
      },
      ref,
      sha: after ?? ZERO,
      changedPaths,
      ...(after ? {} : { starts: "nothing" }),
    });
  });
}

async function pushedPaths(
  site: Site,
  repository: Repository,
  before: string | undefined,
  after: string,
): Promise<string[]> {
  const git = site.git(repository);
  const from = before ?? (await readCommit(git, after).then((commit) => commit.parents[0]));
  if (!from) return (await git.text(["ls-tree", "-r", "--name-only", after])).split("\n");
  return (await diffFiles(git, from, after)).map((file) => file.path);
}

async function commitPart(site: Site, repository: Repository, sha: string) {
  const { author, committer } = await readCommit(site.git(repository), sha);
  const person = ({ name, email }: Signature) => ({ name, email, username: name });
  return {
    ...(await simpleCommitJson(site, repository, sha)),
    distinct: true,
    url: `${repoPage(site, repository)}/commit/${sha}`,
    author: person(author),
    committer: person(committer),
  };
}

/** Open pull requests follow their head branch. */
async function followHead(
  site: Site,
  viewer: Acting,
  repository: Repository,
  branch: string,
  change: RefChange,
): Promise<void> {
  for (const pull of openPulls(
    site,
    (row) => row.headRepository === repository.id && row.headRef === branch,
  )) {
    const base = repositoryById(site, pull.repository);
    if (pull.headSha === change.after) continue;
    if (!change.after) {
      closeWithoutHead(site, viewer, base, pull);
      continue;
    }
    await synchronize(site, viewer, base, pull, change.after);
  }
}

async function synchronize(
  site: Site,
  viewer: Acting,
  repository: Repository,
  pull: Pull,
  head: string,
): Promise<void> {
  const git = site.git(repository);
  const ref = `refs/pull/${pull.number}/head`;
  if (pull.headRepository !== repository.id) {
    await git.run(["fetch", "--quiet", site.git(repositoryById(site, pull.headRepository)).directory, head]);
  }
  await git.updateRef(ref, head, git.refs.get(ref));
  const baseSha = git.refs.get(`refs/heads/${pull.baseRef}`) ?? pull.baseSha;
  site.store.transact(() => {
    const issue = getIssue(site, repository, pull.number);
    site.store.put("pulls", issueKey(repository.id, pull.number), {
      ...pull,
      headSha: head,
      baseSha,
      lastPusher: viewer.user.login,
    });
    site.store.put("issues", issueKey(repository.id, pull.number), { ...issue, updatedAt: now(site) });
  });
  await dismissStaleApprovals(site, viewer, repository, pull);
  await moveThreads(site, repository, pull, head);
  await emitPull(site, viewer, repository, pull.number, "synchronize", { before: pull.headSha, after: head });
}

export function openPulls(site: Site, wanted: (pull: Pull) => boolean): Pull[] {
  return site.store.filter(
    "pulls",
    (row) => wanted(row) && site.store.get("issues", issueKey(row.repository, row.number))?.state === "open",
  );
}

/** A pull request whose head arrived in its base by a push counts as merged, as on GitHub. */
async function noticeMerged(
  site: Site,
  viewer: Acting,
  repository: Repository,
  branch: string,
  tip: string,
): Promise<void> {
  const git = site.git(repository);
  for (const pull of openPulls(
    site,
    (row) => row.repository === repository.id && row.baseRef === branch && row.headRef !== branch,
  )) {
    const contained = await git.run(["merge-base", "--is-ancestor", pull.headSha, tip], { allow: [1, 128] });
    if (contained.code !== 0 || pull.headSha === pull.baseSha) continue;
    await finishMerge(site, viewer, repository, pull, tip);
  }
}

export function getRef(site: Site, repository: Repository, ref: string): string {
  const sha = site.git(repository).refs.get(ref);
  if (!sha) throw notFound();
  return sha;
}

/** What moved between two readings of the refs. */
export function differenceOf(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): RefChange[] {
  const changes: RefChange[] = [];
  for (const [ref, sha] of after) {
    if (before.get(ref) !== sha) changes.push({ ref, before: before.get(ref), after: sha });
  }
  for (const [ref, sha] of before) {
    if (!after.has(ref)) changes.push({ ref, before: sha, after: undefined });
  }
  return changes;
}
