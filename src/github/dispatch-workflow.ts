/** Starts a workflow of the repository by `workflow_dispatch`. */
import { z } from "zod";
import { type GitHub, GitHubRefusal } from "./client.ts";

const Started = z.object({ workflow_run_id: z.int() });

/** Id of the run that GitHub says it started on `ref`, or its refusal. */
export async function dispatchWorkflow(
  github: GitHub,
  ref: string,
  file: string,
): Promise<number | GitHubRefusal> {
  try {
    const { data } = await github.rest(
      "POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches",
      { workflow_id: file, ref, return_run_details: true },
      "once",
    );
    return Started.parse(data).workflow_run_id;
  } catch (error) {
    if (error instanceof GitHubRefusal) return error;
    throw error;
  }
}
