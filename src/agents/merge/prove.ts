/** Proves what landed: its parent and its tree. What comes out stands on the commit, as a status and as the record of the merge. */
import { messageOf } from "../../domain/errors.ts";
import { type MergeRecord, renderRecord } from "../../domain/merge-record.ts";
import { GATE_CHECK } from "../../domain/names.ts";
import type { GitHub } from "../../github/client.ts";
import { type LandedCommit, proveCommit } from "../../github/landed-commit.ts";
import { type Performer, setStatus } from "../../github/perform.ts";
import { openGit, remoteOf } from "../fetch.ts";
import type { Job, RunFacts } from "../job.ts";

export interface Proving {
  job: Job;
  facts: RunFacts;
  github: GitHub;
  token: string;
  performer: Performer;
  /** What is said of the commit before it is known as proved: who is killed says it again, if it is not there. */
  tell?: ((landed: { pull: number; sha: string }) => Promise<void>) | undefined;
}

/** A wrong tree is a red status, by which the next look closes the lane; whoever is killed before it is proved again. */
export async function proveLanded(
  { job, facts, github, token, performer, tell }: Proving,
  { sha, record }: { sha: string; record: MergeRecord },
): Promise<void> {
  const git = await openGit(job, facts);
  await git.fetch(remoteOf(facts, token), [sha, record.base, record.head]);
  const landed = await proveCommit(git, sha, record);
  const { parent, tree, problem } = landed;
  job.log(
    problem === undefined
      ? `#${record.pull} landed as ${sha}: tree ${tree} proved${parent === record.base ? "" : `, on ${parent} because the base moved while it was merged`}`
      : `#${record.pull} landed as ${sha}: ${problem}`,
  );
  await writeRecord({ job, github }, sha, record, landed);
  if (problem === undefined) await tell?.({ pull: record.pull, sha });
  await setStatus(performer, {
    head: sha,
    context: GATE_CHECK,
    state: problem === undefined ? "success" : "failure",
    description:
      problem === undefined ? `proved: tree ${tree}` : "wrong tree: not what merging this head gives",
  });
}

/** The record is for people to read: a token that may not write checks is no reason to stop. */
async function writeRecord(
  { job, github }: Pick<Proving, "job" | "github">,
  sha: string,
  record: MergeRecord,
  { parent, tree, problem }: LandedCommit,
): Promise<void> {
  try {
    await github.rest("POST /repos/{owner}/{repo}/check-runs", {
      name: "nightshift/record",
      head_sha: sha,
      status: "completed",
      conclusion: problem === undefined ? "success" : "failure",
      external_id: `nightshift-record-${record.pull}`,
      output: {
        title:
          problem === undefined
            ? `#${record.pull}: what landed is what was verified`
            : `#${record.pull}: ${problem}`,
        summary: renderRecord(record, { sha, parent, tree }),
      },
    });
  } catch (error) {
    job.warn(`The record of #${record.pull} is in its commit, but not on its checks: ${messageOf(error)}`);
  }
}
