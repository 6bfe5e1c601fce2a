/** Proposes lessons from reviews: one commit on `nightshift/lessons`, one open pull request at most. A person merges it, never we. */
import { z } from "zod";
import { messageOf } from "../../domain/errors.ts";
import { addLessons, LESSONS_PATH, type Lesson, lessonsOf, parseLessons } from "../../domain/lessons.ts";
import type { RepositorySnapshot } from "../../domain/snapshot.ts";
import type { GitHub } from "../../github/client.ts";
import { BOT_MAIL, type Git, type Remote } from "../../github/git.ts";
import { observe } from "../../github/observe.ts";
import { openGit, remoteOf } from "../fetch.ts";
import { type Job, places, type RunFacts } from "../job.ts";

export interface Proposal {
  job: Job;
  facts: RunFacts;
  github: GitHub;
  token: string;
  snapshot: RepositorySnapshot;
  /** Merged pull requests whose reviews are read. */
  pulls: readonly number[];
}

const Pulls = z.array(z.object({ number: z.int() }));

const BODY = `What the reviews of the last requirement taught. Nightshift's agents read this file from the base branch.

Edit the lines as you like and merge it, or close it; Nightshift never merges this pull request.`;

/** Lessons are no reason to hold anything up: what goes wrong is a warning. */
export async function proposeLessons(proposal: Proposal): Promise<void> {
  try {
    await propose(proposal);
  } catch (error) {
    proposal.job.warn(`The lessons were not proposed: ${messageOf(error)}`);
  }
}

async function propose({ job, facts, github, token, snapshot, pulls }: Proposal): Promise<void> {
  const seen = await observe(github, {
    now: job.now,
    runs: false,
    threadsOf: pulls,
    knownWriters: snapshot.writers,
    labelPrefix: snapshot.config.label_prefix,
  });
  const day = seen.at.slice(0, 10);
  const fresh = seen.pulls
    .filter(({ number }) => pulls.includes(number))
    .flatMap((pull) => lessonsOf(seen, pull, day));
  if (fresh.length === 0) return job.log("the reviews taught nothing new");
  const branch = `${seen.config.branch_prefix}lessons`;
  const open = await openProposal(github, branch);
  const git = await openGit(job, facts);
  const remote = remoteOf(facts, token);
  const { head: base, branch: into } = seen.base;
  const at = await git.remoteHead(remote, branch);
  await git.fetch(remote, [base, ...(at === undefined ? [] : [at])], 1);
  if (at !== undefined && (await git.text(["log", "-1", "--format=%ce", at])) !== BOT_MAIL)
    return job.log(`${branch} carries a commit of a person and is left as it is`);
  const known = await lessonsAt(git, base);
  const waiting = parseLessons(at === undefined ? "" : await lessonsAt(git, at));
  const text = open ? addLessons(known, [...fresh, ...waiting]) : withoutDeclined(known, fresh, waiting);
  if (text === undefined) return job.log("the lessons are known, or were declined");
  await pushText(
    { git, remote, base, at, branch, index: places(facts).index("lessons"), date: seen.at },
    text,
  );
  if (open) return job.log(`${branch} was updated`);
  await github.rest("POST /repos/{owner}/{repo}/pulls", {
    head: branch,
    base: into,
    title: "Lessons from reviews",
    body: BODY,
  });
}

/** What stands on a branch without an open pull request was closed by a person, and is not asked for again. */
function withoutDeclined(
  known: string,
  fresh: readonly Lesson[],
  declined: readonly Lesson[],
): string | undefined {
  const file = addLessons("", declined) ?? "";
  return addLessons(
    known,
    fresh.filter((one) => addLessons(file, [one]) !== undefined),
  );
}

async function openProposal(github: GitHub, branch: string): Promise<boolean> {
  const { data } = await github.rest("GET /repos/{owner}/{repo}/pulls", {
    head: `${github.owner}:${branch}`,
    state: "open",
  });
  return Pulls.parse(data).length > 0;
}

async function lessonsAt(git: Git, commit: string): Promise<string> {
  const shown = await git.run(["show", `${commit}:${LESSONS_PATH}`]);
  return shown.exitCode === 0 ? shown.stdout.toString("utf8") : "";
}

interface Target {
  git: Git;
  remote: Remote;
  /** Commit that the proposal builds on. */
  base: string;
  /** Where the branch is now. */
  at: string | undefined;
  branch: string;
  index: string;
  date: string;
}

async function pushText({ git, remote, base, at, branch, index, date }: Target, text: string): Promise<void> {
  const env = { GIT_INDEX_FILE: index };
  const blob = await git.text(["hash-object", "-w", "--stdin"], { input: text });
  await git.text(["read-tree", base], { env });
  await git.text(["update-index", "--add", "--cacheinfo", `100644,${blob},${LESSONS_PATH}`], { env });
  const tree = await git.text(["write-tree"], { env });
  const commit = await git.commit({ tree, parents: [base], message: "Lessons from reviews\n", date });
  await git.push(remote, commit, branch, at);
}
