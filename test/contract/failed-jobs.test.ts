/** What the code agent is told of CI that failed: names of jobs and steps, and the end of a log that can hold no secret. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { connectAsPerson } from "../../src/cli/api.ts";
import type { CiWorkflow } from "../../src/domain/snapshot.ts";
import { readFailedJobs } from "../../src/github/observe-failed-jobs.ts";
import type { Conclusion } from "../../src/local/contract.ts";
import { createRedactor } from "../../src/ops/redact.ts";
import { type Bench, openBench, REPO } from "./forge-fixture.ts";

const at = (line: string) => `2026-11-22T03:04:05.1234567Z ${line}`;
const FREE =
  "on: workflow_dispatch\njobs: { unit: { runs-on: ubuntu-latest, steps: [{ run: npm test }] } }\n";
const HOLDING = FREE.replace("npm test", "deploy ${{ secrets.KEY }}");

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

/** A red run of `file` on main, with a job for each of `jobs`. */
async function fail(file: string, content: string, jobs: Record<string, { ends: Conclusion; log: string }>) {
  const path = `.github/workflows/${file}`;
  const { body } = await bench.api(`PUT {R}/contents/${path}`, {
    message: `Add ${file}`,
    content: Buffer.from(content).toString("base64"),
  });
  const headSha: string = body.commit.sha;
  const actor = { id: 1, login: "acme", type: "User" } as const;
  const [trigger] = bench.events;
  if (trigger === undefined) throw new Error("a commit is an event");
  const run = bench.forge.createRun({
    ...{ repository: REPO, path, name: file, displayTitle: file, event: "workflow_dispatch" },
    ...{ headBranch: "main", headSha, actor, triggeringActor: actor, trigger },
    ...{ status: "completed", conclusion: "failure" },
  });
  for (const [name, { ends, log }] of Object.entries(jobs)) {
    const { id } = bench.forge.createJob({
      ...{ runId: run.id, runAttempt: 1, repository: REPO, name, headSha, status: "in_progress" },
    });
    bench.forge.appendLog(id, log);
    const step = {
      number: 1,
      status: "completed",
      startedAt: run.createdAt,
      completedAt: run.createdAt,
    } as const;
    bench.forge.updateJob(id, {
      ...{ status: "completed", conclusion: ends, startedAt: run.createdAt, completedAt: run.createdAt },
      steps: [
        { ...step, name: "Set up", conclusion: "success" },
        { ...step, number: 2, name: "Run tests", conclusion: ends },
      ],
    });
  }
  return { run: run.id, head: headSha };
}

const ciOf = (file: string, id: number): CiWorkflow => ({
  ...{ file, unfit: undefined, refusedAt: undefined, holds: [] },
  run: { id, attempt: 1, state: "failed", failedAt: "2026-11-22T03:04:05Z", mirrored: 1, jobs: [] },
});

test("failed jobs are named with their steps and the redacted end of their logs; of CI that holds secrets only the names are told", async () => {
  const token = `ghp_${"a1B2".repeat(9)}`;
  const free = await fail("free.yml", FREE, {
    unit: { ends: "failure", log: `${at("1 of 2 failed")}\n${at(`token ${token}`)}\n` },
    slow: { ends: "timed_out", log: "" },
    lint: { ends: "success", log: `${at("fine")}\n` },
    skipped: { ends: "cancelled", log: `${at("stopped")}\n` },
  });
  const holding = await fail("holding.yml", HOLDING, {
    deploy: { ends: "failure", log: `${at("a secret")}\n` },
  });
  const github = connectAsPerson({ apiUrl: bench.forge.apiUrl, repository: REPO, token: bench.tokens.owner });
  const green: CiWorkflow = { ...ciOf("green.yml", 1), run: undefined };
  const ci = [ciOf("free.yml", free.run), ciOf("holding.yml", holding.run), green];

  expect(await readFailedJobs(github, { ci, head: holding.head }, createRedactor([]))).toEqual([
    { workflow: "free.yml", name: "unit", steps: ["Run tests"], log: "1 of 2 failed\ntoken [redacted]" },
    { workflow: "free.yml", name: "slow", steps: ["Run tests"], log: "" },
    { workflow: "holding.yml", name: "deploy", steps: ["Run tests"], log: "" },
  ]);
  // At a commit without the file nobody knows what it holds.
  expect(
    (await readFailedJobs(github, { ci: [ciOf("holding.yml", holding.run)], head: free.head }, String)).map(
      ({ log }) => log,
    ),
  ).toEqual([""]);
});
