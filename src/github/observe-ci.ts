/** Reads the repository's own workflows at the heads of our pull requests, where `ci.mode` or a missing check makes them matter. */
import { z } from "zod";
import { runsToFollow } from "../domain/base-ci.ts";
import { ciRecordOf } from "../domain/ci.ts";
import { heldBy, unfitFor } from "../domain/ci-trust.ts";
import type { Config } from "../domain/config.ts";
import { requiredChecks } from "../domain/pull-facts.ts";
import { type BranchRules, NO_RULES } from "../domain/rules.ts";
import type { CiRun, CiWorkflow, PullSnapshot, RunSnapshot } from "../domain/snapshot.ts";
import { yamlData } from "../ops/yaml-data.ts";
import { type GitHub, unlessRefused } from "./client.ts";

export interface CiQuestion {
  config: Config;
  rules: ReadonlyMap<string, BranchRules>;
  identity: string;
  runs: readonly RunSnapshot[];
}

const FOLDER = ".github/workflows/";
const OURS = /^nightshift-(?:code|review|merge|doorbell)\.ya?ml$/;

const Run = z.object({
  id: z.int(),
  path: z.string(),
  name: z.string().nullish(),
  event: z.string(),
  head_sha: z.string(),
  status: z.string().nullable(),
  conclusion: z.string().nullable(),
  run_attempt: z.int().optional(),
  updated_at: z.string(),
});
type RunNode = z.infer<typeof Run>;

const Jobs = z.object({
  jobs: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      conclusion: z.string().nullable(),
    }),
  ),
});

/** With what `ci.mode` makes evidence at the head of each of `pulls`, and with what GitHub holds back there. */
export async function withCi(
  github: GitHub,
  pulls: readonly PullSnapshot[],
  question: CiQuestion,
  matters: (pull: PullSnapshot) => boolean,
): Promise<PullSnapshot[]> {
  const { mode, dispatch } = question.config.ci;
  return Promise.all(
    pulls.map(async (pull): Promise<PullSnapshot> => {
      if (!matters(pull)) return pull;
      const rules = question.rules.get(pull.base.branch) ?? NO_RULES;
      const lacks = requiredChecks(question.config, pull, rules).some(({ state }) => state === "missing");
      const foreign = mode === "wait" || lacks ? await readForeignRuns(github, pull.head) : [];
      return {
        ...pull,
        held: foreign.filter(({ conclusion }) => conclusion === "action_required").map(nameOf),
        ci:
          mode === "wait"
            ? foreign.map(onItsOwn)
            : mode === "dispatch"
              ? await Promise.all(dispatch.map((file) => readWorkflow(github, pull, file, question)))
              : [],
      };
    }),
  );
}

/** What GitHub started on the pull request at this head by itself: the newest run of each workflow. */
async function readForeignRuns(github: GitHub, head: string): Promise<RunNode[]> {
  const { data } = await github.rest("GET /repos/{owner}/{repo}/actions/runs", {
    head_sha: head,
    event: "pull_request",
    per_page: 100,
    exclude_pull_requests: true,
  });
  const runs = z.object({ workflow_runs: z.array(Run) }).parse(data).workflow_runs;
  const newest = new Map<string, RunNode>();
  for (const run of runs) {
    const file = fileOf(run);
    const other = newest.get(file);
    if (!OURS.test(file) && run.head_sha === head && (other === undefined || run.id > other.id))
      newest.set(file, run);
  }
  return [...newest.values()];
}

function onItsOwn(run: RunNode): CiWorkflow {
  return {
    file: fileOf(run),
    unfit: undefined,
    refusedAt: undefined,
    holds: [],
    run: { ...runOf(run), mirrored: attemptOf(run) },
  };
}

/** The run that we started at this head; where there is none, what the file says at this head. */
async function readWorkflow(
  github: GitHub,
  pull: PullSnapshot,
  file: string,
  question: CiQuestion,
): Promise<CiWorkflow> {
  const record = ciRecordOf(question, pull, file);
  const run = record?.kind === "run" ? await readStarted(github, pull, file, record) : undefined;
  if (run !== undefined) return { file, unfit: undefined, refusedAt: undefined, holds: [], run };
  const { unfit, holds } = await readFile(github, pull.head, file);
  const refused = record?.kind === "refused" ? record : undefined;
  return { file, unfit: unfit ?? refused?.said, refusedAt: refused?.at, holds, run: undefined };
}

/** Undefined when it is not a run of that file, started by a dispatch, on exactly this head. */
async function readStarted(
  github: GitHub,
  pull: PullSnapshot,
  file: string,
  { run: id, mirrored }: Extract<ReturnType<typeof ciRecordOf>, { kind: "run" }>,
): Promise<CiRun | undefined> {
  if (mirrored?.passed === true)
    return {
      id,
      attempt: mirrored.attempt,
      state: "passed",
      failedAt: undefined,
      mirrored: mirrored.attempt,
      jobs: [],
    };
  const run = await readRun(github, id);
  if (
    run === undefined ||
    run.event !== "workflow_dispatch" ||
    run.head_sha !== pull.head ||
    fileOf(run) !== file
  )
    return undefined;
  const seen = { ...runOf(run), mirrored: mirrored?.attempt };
  if (seen.state === "pending" || seen.mirrored === seen.attempt) return seen;
  const { data } = await github.rest("GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs", {
    run_id: id,
    filter: "latest",
    per_page: 100,
  });
  return {
    ...seen,
    jobs: Jobs.parse(data).jobs.map((job) => ({
      name: job.name,
      state: stateOf(job),
    })),
  };
}

function readRun(github: GitHub, id: number): Promise<RunNode | undefined> {
  return unlessRefused([404], async () =>
    Run.parse((await github.rest("GET /repos/{owner}/{repo}/actions/runs/{run_id}", { run_id: id })).data),
  );
}

/** With the runs that we started on the base after merges, as far as they are noted as not ended. */
export async function withBaseRuns(
  github: GitHub,
  pulls: readonly PullSnapshot[],
  question: Pick<CiQuestion, "config" | "identity">,
): Promise<PullSnapshot[]> {
  const asked = { ...question, repository: github.repository };
  return Promise.all(
    pulls.map(async (pull) => {
      const ids = runsToFollow(asked, pull);
      if (pull.landed === undefined || ids.length === 0) return pull;
      const read = await Promise.all(ids.map((id) => readRun(github, id)));
      const runs = read.flatMap((run): CiRun[] => (run ? [{ ...runOf(run), mirrored: undefined }] : []));
      return { ...pull, landed: { ...pull.landed, runs } };
    }),
  );
}

async function readFile(
  github: GitHub,
  head: string,
  file: string,
): Promise<Pick<CiWorkflow, "unfit" | "holds">> {
  const found = await readWorkflowFile(github, head, file);
  if (found === undefined) return { unfit: "there is no such file", holds: [] };
  return { unfit: unfitFor(found.content), holds: heldBy(found.content) };
}

/** A workflow file at a commit or branch, parsed; undefined when there is none. */
export async function readWorkflowFile(
  github: GitHub,
  ref: string,
  file: string,
): Promise<{ content: unknown } | undefined> {
  const Content = z.object({ content: z.string(), encoding: z.literal("base64") });
  const found = await unlessRefused([404], async () =>
    Content.parse(
      (await github.rest("GET /repos/{owner}/{repo}/contents/{path}", { path: `${FOLDER}${file}`, ref }))
        .data,
    ),
  );
  return found && { content: yamlData(Buffer.from(found.content, "base64").toString("utf8")) };
}

/** GitHub gives paths with or without the ref that they were read at. */
function fileOf({ path }: RunNode): string {
  return (path.split("@")[0] ?? path).replace(FOLDER, "");
}

function nameOf(run: RunNode): string {
  const file = fileOf(run);
  return run.name == null || run.name === "" || run.name.endsWith(file) ? file : `${run.name} (${file})`;
}

function attemptOf({ run_attempt: attempt }: RunNode): number {
  return attempt ?? 1;
}

function runOf(run: RunNode): Pick<CiRun, "id" | "attempt" | "state" | "failedAt" | "jobs"> {
  const state = stateOf(run);
  return {
    id: run.id,
    attempt: attemptOf(run),
    state: run.conclusion === "action_required" ? "held" : state === "neutral" ? "skipped" : state,
    failedAt: isFailedJob(run) ? run.updated_at : undefined,
    jobs: [],
  };
}

/** Its commands said no, or took too long. */
export function isFailedJob({ conclusion }: { conclusion: string | null }): boolean {
  return conclusion === "failure" || conclusion === "timed_out";
}

function stateOf({
  status,
  conclusion,
}: Pick<RunNode, "status" | "conclusion">): CiRun["jobs"][number]["state"] {
  if (status !== "completed") return "pending";
  if (conclusion === "success" || conclusion === "skipped" || conclusion === "neutral")
    return conclusion === "success" ? "passed" : conclusion;
  return "failed";
}
