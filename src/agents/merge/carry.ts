/** Takes a verdict over to a new head that makes the very same change, as after an update of its branch: equal by content, never by name. */
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Command } from "../../domain/command.ts";
import { type DiffFile, parseDiff } from "../../domain/diff.ts";
import { messageOf } from "../../domain/errors.ts";
import { carriedDescription, REVIEW_STATUS, verdictAt } from "../../domain/pull-facts.ts";
import type { PullSnapshot, RepositorySnapshot, StatusSnapshot } from "../../domain/snapshot.ts";
import type { GitHub } from "../../github/client.ts";
import type { Git } from "../../github/git.ts";
import { readMissingRuns } from "../../github/observe-runs.ts";
import { type Performer, setStatus } from "../../github/perform.ts";
import { openGit, remoteOf } from "../fetch.ts";
import type { Job, RunFacts } from "../job.ts";

export interface Carrying {
  job: Job;
  facts: RunFacts;
  token: string;
  github: GitHub;
  snapshot: RepositorySnapshot;
  performer: Performer;
  command: Extract<Command, { do: "carry" }>;
}

/** True when a verdict was taken over. What cannot be read or compared is reviewed again. */
export async function carryVerdict(carrying: Carrying): Promise<boolean> {
  const { job, command, performer } = carrying;
  try {
    const heads = await sameChange(carrying);
    if (!(await hasVerdict(carrying, heads))) return false;
    job.log(`#${command.pull}: ${command.head} makes the same change as ${heads.join(" and ")}`);
    await setStatus(performer, {
      head: command.head,
      context: REVIEW_STATUS,
      state: "success",
      description: carriedDescription(heads),
    });
    return true;
  } catch (error) {
    job.warn(
      `#${command.pull} is reviewed again, because its heads could not be compared: ${messageOf(error)}`,
    );
    return false;
  }
}

/** The heads whose change, by its hunks, is that of the new head. */
async function sameChange({ job, facts, token, command }: Carrying): Promise<string[]> {
  const git = await openGit(job, facts);
  await git.fetch(remoteOf(facts, token), [command.base.head, command.head, ...command.from]);
  const wanted = await changeKey(git, command.base.head, command.head);
  const same: string[] = [];
  for (const head of command.from)
    if ((await changeKey(git, command.base.head, head)) === wanted) same.push(head);
  return same;
}

/** A digest of what a head changes since it left the base: paths, modes and changed lines, without their numbers. */
export async function changeKey(git: Git, base: string, head: string): Promise<string> {
  const start = await git.mergeBase(base, head);
  if (start === undefined) return `unrelated ${head}`;
  const files = parseDiff(await git.diff(start, head));
  const parts = await Promise.all(files.map((file) => partOf(git, head, file)));
  return createHash("sha256").update(JSON.stringify(parts.sort())).digest("hex");
}

async function partOf(git: Git, head: string, file: DiffFile): Promise<string> {
  const hunks = file.hunks.map(({ lines }) =>
    lines
      .filter(({ kind }) => kind !== "context")
      .map(({ kind, text, noNewline }) => [kind, text, noNewline]),
  );
  const whole = hunks.length === 0 && file.change !== "deleted" ? await blobAt(git, head, file.path) : "";
  return JSON.stringify([file.path, file.oldPath, file.change, file.modes, hunks, whole]);
}

/** What a change without lines leads to: a binary file, an empty one. */
async function blobAt(git: Git, head: string, path: string): Promise<string> {
  return git.text(["rev-parse", "--verify", `${head}:${path}`]);
}

const Statuses = z.array(
  z.object({
    context: z.string(),
    state: z.enum(["pending", "success", "failure", "error"]),
    description: z.string().nullable(),
    target_url: z.string().nullable(),
    created_at: z.string(),
    creator: z.object({ login: z.string() }).nullable(),
  }),
);

/** One of `heads` has an approving verdict of ours, judged as on any head: by a run of ours for this pull and that head. */
async function hasVerdict(
  { github, snapshot, command }: Carrying,
  heads: readonly string[],
): Promise<boolean> {
  const pull = snapshot.pulls.find(({ number }) => number === command.pull);
  if (pull === undefined) return false;
  for (const head of heads) {
    const then: PullSnapshot = { ...pull, head, statuses: await statusesOf(github, head), reviews: [] };
    const runs = await readMissingRuns(
      github,
      snapshot.runs,
      snapshot.defaultBranch,
      [then],
      snapshot.identity,
    );
    if (verdictAt({ ...snapshot, runs }, then) === "approved") return true;
  }
  return false;
}

/** The newest of every context. */
async function statusesOf(github: GitHub, head: string): Promise<StatusSnapshot[]> {
  const { data } = await github.rest("GET /repos/{owner}/{repo}/commits/{ref}/statuses", {
    ref: head,
    per_page: 100,
  });
  const newest = new Map<string, StatusSnapshot>();
  for (const status of Statuses.parse(data)) {
    if (newest.has(status.context)) continue;
    newest.set(status.context, {
      context: status.context,
      state: status.state,
      description: status.description ?? "",
      targetUrl: status.target_url ?? "",
      creator: status.creator?.login ?? "",
      createdAt: status.created_at,
    });
  }
  return [...newest.values()];
}
