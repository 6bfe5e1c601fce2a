/** Puts a change onto the base as it is now: one commit on top of it, never a merge into the branch. */
import type { Command } from "../../domain/command.ts";
import { messageOf, NightshiftError } from "../../domain/errors.ts";
import type { Git, Remote } from "../../github/git.ts";
import { openGit, remoteOf } from "../fetch.ts";
import type { Job, RunFacts } from "../job.ts";

/** A base whose workflow files move between fetch and push makes GitHub refuse the push; then it is fetched again. */
const REPEATS = 2;
const WORKFLOWS_MOVED = /refusing to allow .* to create or update workflow/i;

export interface Reapplication {
  job: Job;
  facts: RunFacts;
  token: string;
  command: Extract<Command, { do: "reapply" }>;
}

/** What cannot be done now is left to the next look; throws when GitHub goes on refusing the push. */
export async function reapply(reapplication: Reapplication): Promise<void> {
  const { job, facts, token, command } = reapplication;
  const git = await openGit(job, facts);
  const remote = remoteOf(facts, token);
  for (let repeat = 0; ; repeat += 1) {
    try {
      return await reapplyOnce(reapplication, git, remote);
    } catch (error) {
      const moved = error instanceof NightshiftError && WORKFLOWS_MOVED.test(error.message);
      if (!moved || repeat === REPEATS) throw error;
      job.log(`${command.base.branch} moved while #${command.pull} was put onto it: ${messageOf(error)}`);
    }
  }
}

async function reapplyOnce({ job, command }: Reapplication, git: Git, remote: Remote): Promise<void> {
  const base = await git.remoteHead(remote, command.base.branch);
  if (base === undefined) return job.log(`${command.base.branch} is gone`);
  await git.fetch(remote, [base, command.head]);
  const merged = await git.mergeTree(base, command.head);
  if (merged.conflicts.length > 0)
    return job.log(`#${command.pull} conflicts with ${command.base.branch}: ${merged.conflicts.join(", ")}`);
  // The date of the head: the same head on the same base makes the same commit, whoever comes second.
  const date = await git.text(["log", "-1", "--format=%cI", command.head]);
  const message = `${command.title}\n\nPut onto ${command.base.branch} as it was at ${base}.\n`;
  const commit = await git.commit({ tree: merged.tree, parents: [base], message, date });
  const pushed = await git.push(remote, commit, command.branch, command.head);
  job.log(
    pushed
      ? `#${command.pull} was put onto ${base} as ${commit}`
      : `${command.branch} was pushed to meanwhile; nothing was overwritten`,
  );
}
