/** Merges one pull request, guarded by the head that was observed, and proves what landed. */
import { z } from "zod";
import type { Command } from "../../domain/command.ts";
import { NightshiftError } from "../../domain/errors.ts";
import { type GitHub, GitHubRefusal } from "../../github/client.ts";
import type { Git } from "../../github/git.ts";
import { openGit, remoteOf } from "../fetch.ts";
import type { Job, RunFacts } from "../job.ts";

export interface Landing {
  job: Job;
  facts: RunFacts;
  github: GitHub;
  token: string;
  command: Extract<Command, { do: "merge" }>;
}

const Merged = z.object({ merged: z.boolean(), sha: z.string() });
const Pull = z.object({
  merged: z.boolean(),
  merge_commit_sha: z.string().nullable(),
  head: z.object({ sha: z.string() }),
});

/** Refusals that mean "look again" end quietly; a wrong tree throws and freezes what follows. */
export async function landPull(landing: Landing): Promise<void> {
  const { job, facts, command, token } = landing;
  const git = await openGit(job, facts);
  const remote = remoteOf(facts, token);
  await git.fetch(remote, [command.base.head, command.head]);
  const expected = await git.mergeTree(command.base.head, command.head);
  if (expected.conflicts.length > 0) {
    job.log(`#${command.pull} conflicts with ${command.base.branch}: ${expected.conflicts.join(", ")}`);
    return;
  }
  const sha = await merge(landing);
  if (sha === undefined) return;
  await git.fetch(remote, [sha]);
  await prove(landing, git, sha, expected.tree);
}

/** The merge commit; undefined when GitHub refused because the world moved. An unclear answer is settled by looking, never by sending again. */
async function merge({ github, job, command }: Landing): Promise<string | undefined> {
  try {
    const { data } = await github.rest(
      "PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge",
      {
        pull_number: command.pull,
        sha: command.head,
        merge_method: "squash",
        commit_title: command.title,
        commit_message: command.message,
      },
      "once",
    );
    return Merged.parse(data).sha;
  } catch (error) {
    if (error instanceof GitHubRefusal && (error.status === 409 || error.status === 405)) {
      job.warn(`#${command.pull} was not merged: ${error.message}`);
      return undefined;
    }
    if (!(error instanceof NightshiftError && error.code === "GITHUB_UNREACHABLE")) throw error;
    const { data } = await github.rest("GET /repos/{owner}/{repo}/pulls/{pull_number}", {
      pull_number: command.pull,
    });
    const pull = Pull.parse(data);
    if (pull.merged && pull.merge_commit_sha !== null && pull.head.sha === command.head)
      return pull.merge_commit_sha;
    job.warn(
      `GitHub gave no clear answer to the merge of #${command.pull}; it is not merged. The next look decides again.`,
    );
    return undefined;
  }
}

/** The landed commit has one parent on the base and exactly the tree that git computes for this merge. */
async function prove({ command, job }: Landing, git: Git, sha: string, expectedTree: string): Promise<void> {
  const parents = (await git.text(["rev-list", "--parents", "-n", "1", sha])).split(" ").slice(1);
  const [parent] = parents;
  const tree = await git.treeOf(sha);
  const onBase = parent === command.base.head;
  const expected =
    onBase || parent === undefined ? expectedTree : (await git.mergeTree(parent, command.head)).tree;
  if (parents.length !== 1 || tree !== expected) {
    throw new NightshiftError(
      "PATCH_REFUSED",
      `#${command.pull} landed as ${sha} with tree ${tree}, but merging ${command.head} gives ${expected}. Look at ${command.base.branch} before anything else is merged.`,
    );
  }
  job.log(
    `#${command.pull} landed as ${sha}: tree ${tree} proved${onBase ? "" : `, on ${parent} because the base moved while it was merged`}`,
  );
}

/** Deletes a merged branch only while it still points at `head`: later commits of people are kept. */
export async function deleteMergedBranch(
  job: Job,
  facts: RunFacts,
  token: string,
  branch: string,
  head: string,
): Promise<void> {
  const git = await openGit(job, facts);
  if (!(await git.deleteBranch(remoteOf(facts, token), branch, head))) {
    job.log(`${branch} is gone already, or was pushed to after the merge and is kept`);
  }
}
