/** The commits and files that a pull request is about. */
import { mergeBase } from "../git/commits.ts";
import { diffFiles, type FileDiff } from "../git/diff.ts";
import { branchHead, type Site } from "../site.ts";
import type { Pull, Repository } from "../store/records.ts";

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
