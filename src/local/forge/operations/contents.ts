/** Committing files without a clone: contents API, createCommitOnBranch, administration. */
import { timestamp } from "../clock.ts";
import { ApiError, invalid } from "../errors.ts";
import { type FileChange, readCommit, type Signature, writeCommit, writeTree } from "../git/commits.ts";
import { writeSignedCommit } from "../git/signatures.ts";
import { emailOf } from "../rest/serialize/issues.ts";
import { branchHead, type Site } from "../site.ts";
import type { Repository } from "../store/records.ts";
import type { Acting } from "../viewer.ts";
import { changeRef } from "./refs.ts";

export interface FileCommit {
  branch: string;
  message: string;
  changes: { [path: string]: FileChange };
  /** Refuse unless the branch is still there. */
  expectedHead?: string | undefined;
  /** GitHub signs what it commits for integrations and through `createCommitOnBranch`. */
  signed?: boolean;
  /** Whatever the branch's rules say; see `changeRef`. */
  unruled?: boolean;
}

export const signatureOf = (site: Site, login: string): Signature => ({
  name: login,
  email: emailOf(site, login),
  date: timestamp(site.clock.now()),
});

/** One commit with the changes on top of the branch; answers its SHA. */
export function commitFiles(
  site: Site,
  viewer: Acting,
  repository: Repository,
  wanted: FileCommit,
): Promise<string> {
  for (const path of Object.keys(wanted.changes)) checkPath(path);
  const git = site.git(repository);
  return git.exclusive(async () => {
    const head = branchHead(site, repository, wanted.branch);
    if (!head && git.refs.size > 0) throw new ApiError(404, `Branch ${wanted.branch} not found`);
    if (wanted.expectedHead !== undefined && wanted.expectedHead !== head) {
      throw new ApiError(409, `Expected branch to point to "${head}" but it did not. Pull and try again.`, {
        type: "STALE_DATA",
      });
    }
    for (const [path, change] of Object.entries(wanted.changes)) {
      if (change === null && !(head && (await git.read(`${head}:${path}`))))
        throw new ApiError(
          422,
          `A path was requested for deletion which does not exist as of commit oid \`${head}\``,
        );
    }
    const tree = await writeTree(git, head ? (await readCommit(git, head)).tree : undefined, wanted.changes);
    const commit = {
      tree,
      parents: head ? [head] : [],
      message: wanted.message,
      author: signatureOf(site, viewer.user.login),
    };
    const sha = await (wanted.signed ? writeSignedCommit(site, git, commit) : writeCommit(git, commit));
    const change = { ref: `refs/heads/${wanted.branch}`, before: head, after: sha };
    await changeRef(site, viewer, repository, change, { unruled: wanted.unruled ?? false });
    return sha;
  });
}

function checkPath(path: string): void {
  const parts = path.split("/");
  const wrong =
    path.includes("\0") ||
    path.includes("\n") ||
    parts.some((part) => part === "" || part === "." || part === ".." || part.toLowerCase() === ".git");
  if (wrong) throw invalid("Commit", "path", "invalid", `path contains a malformed path component: ${path}`);
}

/** Creates a branch at a commit that the repository has. */
export async function createBranch(
  site: Site,
  viewer: Acting,
  repository: Repository,
  ref: string,
  sha: string,
): Promise<void> {
  const git = site.git(repository);
  const object = await git.read(sha);
  if (object?.type !== "commit" && object?.type !== "tag") throw new ApiError(422, "Object does not exist");
  await git.exclusive(() => changeRef(site, viewer, repository, { ref, before: undefined, after: sha }));
}

export async function moveRef(
  site: Site,
  viewer: Acting,
  repository: Repository,
  ref: string,
  sha: string,
  force: boolean,
): Promise<void> {
  const git = site.git(repository);
  await git.exclusive(async () => {
    const before = git.refs.get(ref);
    if (!before) throw new ApiError(422, "Reference does not exist");
    if ((await git.read(sha))?.type !== "commit") throw new ApiError(422, "Object does not exist");
    const forward = await git.run(["merge-base", "--is-ancestor", before, sha], { allow: [1] });
    if (!force && forward.code !== 0) throw new ApiError(422, "Update is not a fast forward");
    if (before !== sha) await changeRef(site, viewer, repository, { ref, before, after: sha });
  });
}

export async function removeRef(
  site: Site,
  viewer: Acting,
  repository: Repository,
  ref: string,
): Promise<void> {
  const git = site.git(repository);
  await git.exclusive(async () => {
    const before = git.refs.get(ref);
    if (!before) throw new ApiError(422, "Reference does not exist");
    if (ref === `refs/heads/${repository.defaultBranch}`)
      throw new ApiError(422, "Cannot delete the default branch");
    await changeRef(site, viewer, repository, { ref, before, after: undefined });
  });
}
