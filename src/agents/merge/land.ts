/** Merges one pull request, guarded by the head that was observed, and has what landed proved. */
import type { Command, GateView } from "../../domain/command.ts";
import { type MergeRecord, renderTrailers } from "../../domain/merge-record.ts";
import type { Thread } from "../../domain/message.ts";
import type { MergeAttempt } from "../../domain/state-block.ts";
import type { GitHub } from "../../github/client.ts";
import type { Performer } from "../../github/perform.ts";
import { openGit, remoteOf } from "../fetch.ts";
import type { Job, RunFacts } from "../job.ts";
import { type Proving, proveLanded } from "./prove.ts";
import { sendMerge } from "./send-merge.ts";

export interface Landing {
  job: Job;
  facts: RunFacts;
  github: GitHub;
  token: string;
  performer: Performer;
  /** The conversation that led here. */
  thread: Thread | undefined;
  command: Extract<Command, { do: "merge" }>;
  gate: GateView;
  before: MergeAttempt | undefined;
  tell?: Proving["tell"];
}

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
  const message = `${command.message}\n\n${renderTrailers(record)}`.trim();
  const { github, gate, before } = landing;
  const sha = await sendMerge({
    job,
    github,
    command,
    message,
    gate,
    before,
    labelPrefix: landing.performer.labelPrefix,
  });
  if (sha !== undefined) await proveLanded(landing, { sha, record });
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
