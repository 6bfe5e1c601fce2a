/** Reads which jobs failed in runs of the repository's own workflows, and what their logs say about it. */
import { stripVTControlCharacters } from "node:util";
import { z } from "zod";
import { failedCi } from "../domain/ci.ts";
import { showsSecrets } from "../domain/ci-trust.ts";
import type { PullSnapshot } from "../domain/snapshot.ts";
import { type GitHub, unlessRefused } from "./client.ts";
import { isFailedJob, readWorkflowFile } from "./observe-ci.ts";

export interface FailedJob {
  /** File of the workflow. */
  workflow: string;
  name: string;
  /** Names of the steps that failed. */
  steps: string[];
  /** End of its log up to the error, redacted; empty where there is none to show. */
  log: string;
}

/** Jobs that are named, and of these those whose logs are read. */
const MOST_JOBS = 20;
const MOST_LOGS = 4;
/** Characters of one log. */
const LONGEST = 3_000;

const Jobs = z.object({
  jobs: z.array(
    z.object({
      id: z.int(),
      name: z.string(),
      conclusion: z.string().nullable(),
      steps: z.array(z.object({ name: z.string(), conclusion: z.string().nullable() })).optional(),
    }),
  ),
});

/**
 * The failed jobs of all red runs at the head of `pull`. The log of a workflow that holds secrets is not read: GitHub masks them
 * only as they are, and a test may have written them otherwise.
 */
export async function readFailedJobs(
  github: GitHub,
  { ci, head }: Pick<PullSnapshot, "ci" | "head">,
  redact: (text: string) => string,
): Promise<FailedJob[]> {
  const ofRuns = await Promise.all(
    failedCi(ci).map(async ({ file, run }) => {
      const [{ data }, document] = await Promise.all([
        github.rest("GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs", {
          run_id: run?.id,
          filter: "latest",
          per_page: 100,
        }),
        readWorkflowFile(github, head, file),
      ]);
      const isShown = document !== undefined && !showsSecrets(document.content);
      return Jobs.parse(data)
        .jobs.filter(isFailedJob)
        .map((job) => ({ ...job, workflow: file, isShown }));
    }),
  );
  let logs = MOST_LOGS;
  return Promise.all(
    ofRuns
      .flat()
      .slice(0, MOST_JOBS)
      .map(async ({ id, name, steps = [], workflow, isShown }) => ({
        workflow,
        name,
        steps: steps.filter(isFailedJob).map((step) => step.name),
        log: isShown && logs-- > 0 ? excerptOf(redact(await readLog(github, id))) : "",
      })),
  );
}

/** Empty when it expired, or was never written. */
async function readLog(github: GitHub, job: number): Promise<string> {
  const answer = await unlessRefused([403, 404, 410], () =>
    github.rest("GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs", { job_id: job }),
  );
  const data = answer?.data;
  if (data instanceof ArrayBuffer) return Buffer.from(data).toString("utf8");
  return typeof data === "string" ? data : "";
}

/** What GitHub puts before each line: the moment; before the first one of a file a byte order mark as well. */
const MOMENT = /^\uFEFF?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z ?/;
const ERROR = "##[error]";

/** The last lines up to the last error: what comes after it cleans up. Whole lines, as far as they fit. */
export function excerptOf(log: string): string {
  const lines = stripVTControlCharacters(log)
    .split(/\r?\n/)
    .map((line) => line.replace(MOMENT, ""));
  const error = lines.findLastIndex((line) => line.startsWith(ERROR));
  const told = (error === -1 ? lines : lines.slice(0, error + 1)).join("\n").trim();
  if (told.length <= LONGEST) return told;
  const end = told.slice(-LONGEST);
  return `[earlier lines are left out]\n${end.slice(end.indexOf("\n") + 1)}`;
}
