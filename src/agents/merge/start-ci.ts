/**
 * Starts a workflow of the repository on the branch of a pull request. GitHub starts on a branch and not on a commit, so the
 * branch is looked at before, and the run afterwards: one that is on another head is cancelled and no evidence.
 */
import { z } from "zod";
import { ciContext, ciDescription, ciRefusal } from "../../domain/ci.ts";
import type { Command } from "../../domain/command.ts";
import { GitHubRefusal } from "../../github/client.ts";
import { dispatchWorkflow } from "../../github/dispatch-workflow.ts";
import { type Performer, setStatus } from "../../github/perform.ts";

const Branch = z.object({ commit: z.object({ sha: z.string() }) });
const Run = z.object({ head_sha: z.string() });

export async function startCi(
  performer: Performer,
  { branch, head, file, pull }: Extract<Command, { do: "start-ci" }>,
): Promise<void> {
  const { github, log } = performer;
  const note = (state: "pending" | "error", description: string) =>
    setStatus(performer, { head, context: ciContext(file), state, description });
  const { data } = await github.rest("GET /repos/{owner}/{repo}/branches/{branch}", { branch });
  if (Branch.parse(data).commit.sha !== head) return log(`${branch} moved; ${file} is not started there`);
  const run = await dispatchWorkflow(github, branch, file);
  if (run instanceof GitHubRefusal) {
    log(`${file} was not started for #${pull}: ${run.message}`);
    return note("error", ciRefusal(run.message.slice(0, 120)));
  }
  const started = await github.rest("GET /repos/{owner}/{repo}/actions/runs/{run_id}", { run_id: run });
  if (Run.parse(started.data).head_sha !== head) {
    log(`${branch} moved while ${file} was started; run ${run} is cancelled`);
    await github.rest("POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel", { run_id: run });
    return;
  }
  log(`${file} is started for #${pull} at ${head}: run ${run}`);
  return note("pending", ciDescription(run));
}
