/** Merges one pull request, guarded by the head that was observed, and has what landed proved. */
import { z } from "zod";
import type { Command } from "../../domain/command.ts";
import { NightshiftError } from "../../domain/errors.ts";
import { type MergeRecord, renderTrailers } from "../../domain/merge-record.ts";
import type { Thread } from "../../domain/message.ts";
import { type GitHub, GitHubRefusal } from "../../github/client.ts";
import type { Performer } from "../../github/perform.ts";
import { openGit, remoteOf } from "../fetch.ts";
import type { Job, RunFacts } from "../job.ts";
import { proveLanded } from "./prove.ts";

export interface Landing {
  job: Job;
  facts: RunFacts;
  github: GitHub;
  token: string;
  performer: Performer;
  /** The conversation that led here. */
  thread: Thread | undefined;
  command: Extract<Command, { do: "merge" }>;
}

const Merged = z.object({ merged: z.boolean(), sha: z.string() });
const Pull = z.object({
  merged: z.boolean(),
  merge_commit_sha: z.string().nullable(),
  head: z.object({ sha: z.string() }),
});

/** Refusals that mean "look again" end quietly. What landed is proved at once, or by the next look when this one is killed. */
export async function landPull(landing: Landing): Promise<void> {
  const { job, facts, command, token, thread } = landing;
  const git = await openGit(job, facts);
  await git.fetch(remoteOf(facts, token), [command.base.head, command.head]);
  const expected = await git.mergeTree(command.base.head, command.head);
  if (expected.conflicts.length > 0) {
    job.log(`#${command.pull} conflicts with ${command.base.branch}: ${expected.conflicts.join(", ")}`);
    return;
  }
  const record: MergeRecord = {
    ...command.grounds,
    tree: expected.tree,
    ...(thread ? { conversation: thread.correlationId } : {}),
  };
  const sha = await merge(landing, `${command.message}\n\n${renderTrailers(record)}`.trim());
  if (sha !== undefined) await proveLanded(landing, { sha, record });
}

/** The merge commit; undefined when GitHub refused because the world moved. An unclear answer is settled by looking, never by sending again. */
async function merge({ github, job, command }: Landing, message: string): Promise<string | undefined> {
  try {
    const { data } = await github.rest(
      "PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge",
      {
        pull_number: command.pull,
        sha: command.head,
        merge_method: "squash",
        commit_title: command.title,
        commit_message: message,
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
