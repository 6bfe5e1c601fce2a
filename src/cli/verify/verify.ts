/** `nightshift verify`: the record of a merge against git, without any network. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { NightshiftError } from "../../domain/errors.ts";
import { complaintsAbout, type MergeRecord, readRecord } from "../../domain/merge-record.ts";
import { short } from "../../domain/words.ts";
import { proveCommit } from "../../github/landed-commit.ts";
import { EXIT } from "../exit.ts";
import { checkGit, gitIn, type PersonsGit } from "../git.ts";
import type { Terminal } from "../terminal.ts";

export interface VerifyOptions {
  sha: string;
  /** Directory of the clone. */
  repo: string;
  json: boolean;
}

export interface Check {
  name: "trailers" | "parent" | "tree" | "record";
  holds: boolean;
  /** What was found, in words for people. */
  found: string;
}

export async function runVerify(
  { sha, repo, json }: VerifyOptions,
  terminal: Terminal,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  if (!/^[0-9a-f]{4,40}$/i.test(sha))
    throw new NightshiftError(
      "INPUT_INVALID",
      `"${sha}" is not a commit: expected 4 to 40 hexadecimal digits.`,
    );
  await checkGit(repo, env);
  const scratch = await mkdtemp(join(tmpdir(), "nightshift-verify-"));
  try {
    const git = await readingGit(repo, env, scratch);
    const commit = await git.find(["rev-parse", "--verify", "--quiet", `${sha}^{commit}`]);
    if (commit === undefined)
      throw new NightshiftError(
        "INPUT_INVALID",
        `There is no commit ${sha} in ${repo}; run git fetch there first.`,
      );
    const { record, problem } = readRecord(await git.text(["log", "-1", "--format=%B", commit]));
    const checks = record
      ? await checksOf(git, commit, record)
      : [{ name: "trailers", holds: false, found: problem } as const];
    const holds = checks.every((check) => check.holds);
    if (json) terminal.answer(JSON.stringify({ v: 1, commit, holds, record, checks }));
    else for (const line of render(commit, record, checks, holds)) terminal.answer(line);
    return holds ? EXIT.done : EXIT.failed;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Merging trees makes objects: they go to `scratch`, so that the clone stays as it is. */
async function readingGit(repo: string, env: NodeJS.ProcessEnv, scratch: string): Promise<PersonsGit> {
  const objects = resolve(repo, await gitIn(repo, env).text(["rev-parse", "--git-path", "objects"]));
  return gitIn(repo, env, {
    GIT_OBJECT_DIRECTORY: scratch,
    GIT_ALTERNATE_OBJECT_DIRECTORIES: objects,
  });
}

async function checksOf(git: PersonsGit, commit: string, record: MergeRecord): Promise<Check[]> {
  const complaints = complaintsAbout(record);
  const said: Check[] = [
    { name: "trailers", holds: true, found: `#${record.pull} at ${record.head}` },
    {
      name: "record",
      holds: complaints.length === 0,
      found: complaints.join("; ") || spoken(record),
    },
  ];
  const parent = await git.find(["rev-parse", "--verify", "--quiet", `${commit}^1`]);
  const onBase: Check = {
    name: "parent",
    holds: parent === record.base,
    found:
      parent === record.base
        ? `${parent}, the base that was verified`
        : `${parent ?? "none"}; verified was the merge into ${record.base}`,
  };
  return [...said, onBase, await treeCheck(git, commit, record)];
}

async function treeCheck(git: PersonsGit, commit: string, record: MergeRecord): Promise<Check> {
  if ((await git.find(["cat-file", "-e", `${record.head}^{commit}`])) === undefined) {
    const found = `cannot be checked: ${record.head} is not in this clone; run git fetch origin refs/pull/${record.pull}/head`;
    return { name: "tree", holds: false, found };
  }
  const { tree, problem } = await proveCommit(
    {
      text: git.text,
      treeOf: (of) => git.text(["rev-parse", "--verify", `${of}^{tree}`]),
      async mergeTree(ours, theirs) {
        const merged = await git.find(["merge-tree", "--write-tree", "--no-messages", ours, theirs]);
        return merged === undefined ? { tree: "", conflicts: [theirs] } : { tree: merged, conflicts: [] };
      },
    },
    commit,
    record,
  );
  return { name: "tree", holds: problem === undefined, found: problem ?? tree };
}

function spoken({ verified, verdict, approvedBy, risks, cost }: MergeRecord): string {
  return [
    `verified by run ${verified}`,
    `${verdict.is} by run ${verdict.run}`,
    ...(approvedBy === undefined ? [] : [`approved by ${approvedBy}`]),
    `risks: ${risks.join(", ") || "none"}`,
    `${cost.usd.toFixed(2)} US dollars`,
  ].join(", ");
}

function render(
  commit: string,
  record: MergeRecord | undefined,
  checks: readonly Check[],
  holds: boolean,
): string[] {
  const what = record ? `pull request #${record.pull} landed as ${short(commit)}` : short(commit);
  return [
    ...checks.map((check) => `${check.holds ? "ok  " : "FAIL"} ${check.name}: ${check.found}`),
    holds ? `${what}: the record holds.` : `${what}: the record does not hold.`,
  ];
}
