/** Starts workflows of the repository on its base after a merge of ours, and writes down on the commit what became of their runs. */
import { z } from "zod";
import { type BaseRecord, baseContext, renderBaseRecord } from "../../domain/base-ci.ts";
import { unfitFor } from "../../domain/ci-trust.ts";
import type { Command } from "../../domain/command.ts";
import { type GitHub, GitHubRefusal, unlessRefused } from "../../github/client.ts";
import { dispatchWorkflow } from "../../github/dispatch-workflow.ts";
import { readWorkflowFile } from "../../github/observe-ci.ts";
import { type Performer, setStatus } from "../../github/perform.ts";

const Branch = z.object({ commit: z.object({ sha: z.string() }) });
const Runs = z.object({
  workflow_runs: z.array(
    z.object({
      id: z.int(),
      conclusion: z.string().nullable(),
      actor: z.object({ login: z.string() }).nullish(),
    }),
  ),
});

/** The states of a commit status that a record is shown by. */
const SHOWN = { started: "pending", passed: "success", failed: "failure", refused: "error" } as const;

/**
 * Once for each commit: a run of ours that is there already, because whoever started it was killed before the note, is noted and
 * none is started. The branch may move between the look and the dispatch; then the run is on what follows, which contains the merge.
 */
export async function startOnBase(
  performer: Performer,
  { branch, sha, file, identity }: Extract<Command, { do: "start-on-base" }>,
): Promise<void> {
  const { github, log } = performer;
  const { data } = await github.rest("GET /repos/{owner}/{repo}/branches/{branch}", { branch });
  if (Branch.parse(data).commit.sha !== sha) return log(`${branch} moved; ${file} is not started for ${sha}`);
  const ours = (await runsAt(github, file, sha, "workflow_dispatch")).find(
    ({ actor }) => actor?.login === identity,
  );
  const run = ours?.id ?? (await dispatchWorkflow(github, branch, file));
  if (run instanceof GitHubRefusal) {
    const why = await whyRefused(github, sha, file, run);
    log(`${file} was not started on ${branch}: ${why}`);
    return note(performer, sha, file, { kind: "refused", why });
  }
  log(`${file} is started on ${branch} at ${sha}: run ${run}`);
  return note(performer, sha, file, { kind: "started", run, seen: undefined });
}

/** A run whose jobs failed is run once more; then what came of it stands on the commit. */
export async function settleOnBase(
  performer: Performer,
  { sha, parent, file, run }: Extract<Command, { do: "settle-on-base" }>,
): Promise<void> {
  const { github } = performer;
  if (run.state === "passed" || run.state === "skipped")
    return note(performer, sha, file, { kind: "passed", run: run.id });
  if (run.failedAt !== undefined && run.attempt === 1 && (await rerun(github, run.id)))
    return note(performer, sha, file, { kind: "started", run: run.id, seen: run.attempt });
  const before = parent === undefined ? [] : await runsAt(github, file, parent);
  const greenBefore = run.failedAt !== undefined && before.some(({ conclusion }) => conclusion === "success");
  return note(performer, sha, file, { kind: "failed", run: run.id, greenBefore });
}

function note(performer: Performer, sha: string, file: string, record: BaseRecord): Promise<void> {
  return setStatus(performer, {
    head: sha,
    context: baseContext(file),
    state: SHOWN[record.kind],
    description: renderBaseRecord(record).slice(0, 140),
  });
}

/** False when GitHub does not run it again. */
async function rerun(github: GitHub, run: number): Promise<boolean> {
  const answer = await unlessRefused([403, 404, 410, 422], () =>
    github.rest("POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun-failed-jobs", { run_id: run }),
  );
  return answer !== undefined;
}

/** Runs of a workflow on a commit, the newest first; none of a workflow that is not there. */
async function runsAt(github: GitHub, file: string, sha: string, event?: string) {
  const answer = await unlessRefused([404], () =>
    github.rest("GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs", {
      workflow_id: file,
      head_sha: sha,
      ...(event === undefined ? {} : { event }),
      per_page: 20,
    }),
  );
  return answer === undefined ? [] : Runs.parse(answer.data).workflow_runs;
}

/** What is wrong with the file says more than GitHub's refusal. */
async function whyRefused(
  github: GitHub,
  sha: string,
  file: string,
  refusal: GitHubRefusal,
): Promise<string> {
  const found = await readWorkflowFile(github, sha, file);
  if (found === undefined) return "there is no such file";
  return unfitFor(found.content) ?? refusal.message.slice(0, 120);
}
