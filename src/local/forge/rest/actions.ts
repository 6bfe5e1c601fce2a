/** REST: workflows, runs, jobs, artifacts, variables, dispatches. */
import type { JobRecord, RunRecord } from "../../contract.ts";
import { ApiError, invalid, notAccessible, notFound } from "../errors.ts";
import { optionalFlag, optionalObject, optionalText, requiredText } from "../http/body.ts";
import { counted, countedLater, created, noContent, ok } from "../http/replies.ts";
import { type Reply, type RepositoryQuestion, type Route, repositoryRoute } from "../http/router.ts";
import { artifactFiles, artifactsOf, findArtifact, readLog } from "../operations/artifacts.ts";
import { dispatchRepository, dispatchWorkflow, getWorkflow, listWorkflows } from "../operations/dispatch.ts";
import { actorOf, fullName, now, repositoryById } from "../site.ts";
import type { Repository } from "../store/records.ts";
import { ACCESS } from "../viewer.ts";
import { writeZip } from "../zip.ts";
import { numberIn, somebody, textIn } from "./ask.ts";
import { artifactJson, jobJson, runJson, workflowJson } from "./serialize/actions.ts";
import { repoApi, repoPage } from "./serialize/basics.ts";
import { keep } from "./storage.ts";

export const dispatchRoutes: Route[] = [
  repositoryRoute("POST /dispatches", ACCESS.writeContents, (question) => {
    const { site, repository, body } = question;
    dispatchRepository(
      site,
      somebody(question),
      repository,
      requiredText(body, "event_type"),
      optionalObject(body, "client_payload") ?? {},
    );
    return noContent();
  }),
  repositoryRoute("GET /actions/workflows", ACCESS.readActions, async (question) => {
    const rows = await listWorkflows(question.site, question.repository);
    return counted(question, "workflows", rows, (one) =>
      workflowJson(question.site, question.repository, one),
    );
  }),
  repositoryRoute("GET /actions/workflows/{workflow_id}", ACCESS.readActions, async (question) => {
    const workflow = await getWorkflow(question.site, question.repository, textIn(question, "workflow_id"));
    return ok(workflowJson(question.site, question.repository, workflow));
  }),
  repositoryRoute(
    "POST /actions/workflows/{workflow_id}/dispatches",
    ACCESS.writeActions,
    async (question) => {
      const { site, repository, body } = question;
      const run = await dispatchWorkflow(site, somebody(question), repository, {
        workflow: textIn(question, "workflow_id"),
        ref: requiredText(body, "ref").replace(/^refs\/heads\//, ""),
        inputs: optionalObject(body, "inputs") ?? {},
        details: optionalFlag(body, "return_run_details") ?? false,
      });
      if (run === undefined) return noContent();
      return ok({
        workflow_run_id: run,
        run_url: `${repoApi(site, repository)}/actions/runs/${run}`,
        html_url: `${repoPage(site, repository)}/actions/runs/${run}`,
      });
    },
  ),
  repositoryRoute("PUT /actions/workflows/{workflow_id}/enable", ACCESS.writeActions, (question) =>
    switchWorkflow(question, "active"),
  ),
  repositoryRoute("PUT /actions/workflows/{workflow_id}/disable", ACCESS.writeActions, (question) =>
    switchWorkflow(question, "disabled_manually"),
  ),
  repositoryRoute("GET /actions/workflows/{workflow_id}/runs", ACCESS.readActions, async (question) => {
    const workflow = await getWorkflow(question.site, question.repository, textIn(question, "workflow_id"));
    return runList(
      question,
      selectRuns(question).filter((run) => run.path === workflow.path),
    );
  }),
];

async function switchWorkflow(
  question: RepositoryQuestion,
  state: "active" | "disabled_manually",
): Promise<Reply> {
  const { name: _name, ...workflow } = await getWorkflow(
    question.site,
    question.repository,
    textIn(question, "workflow_id"),
  );
  question.site.store.put("workflows", workflow.id, { ...workflow, state });
  return noContent();
}

export const runRoutes: Route[] = [
  repositoryRoute("GET /actions/runs", ACCESS.readActions, (question) =>
    runList(question, selectRuns(question)),
  ),
  repositoryRoute("GET /actions/runs/{run_id}", ACCESS.readActions, async (question) =>
    ok(await runJson(question.site, question.repository, runIn(question))),
  ),
  repositoryRoute("POST /actions/runs/{run_id}/cancel", ACCESS.writeActions, (question) =>
    cancel(question, "cancel"),
  ),
  repositoryRoute("POST /actions/runs/{run_id}/force-cancel", ACCESS.writeActions, (question) =>
    cancel(question, "force-cancel"),
  ),
  repositoryRoute("POST /actions/runs/{run_id}/rerun", ACCESS.writeActions, (question) =>
    rerun(question, "rerun"),
  ),
  repositoryRoute("POST /actions/runs/{run_id}/rerun-failed-jobs", ACCESS.writeActions, (question) =>
    rerun(question, "rerun-failed-jobs"),
  ),
  repositoryRoute("POST /actions/jobs/{job_id}/rerun", ACCESS.writeActions, (question) => {
    const { job } = jobIn(question);
    question.site.requestRun({
      kind: "rerun",
      runId: job.runId,
      jobId: job.id,
      actor: actorOf(somebody(question).user),
    });
    return created({});
  }),
  repositoryRoute("POST /actions/runs/{run_id}/approve", ACCESS.writeActions, (question) => {
    const run = runIn(question);
    if (question.viewer.kind === "job") throw notAccessible();
    if (run.conclusion !== "action_required")
      throw new ApiError(403, "This run is not from a fork pull request or does not need approval");
    question.site.requestRun({ kind: "approve", runId: run.id, actor: actorOf(somebody(question).user) });
    return created({});
  }),
  repositoryRoute("GET /actions/runs/{run_id}/jobs", ACCESS.readActions, (question) => {
    const run = runIn(question);
    const rows = question.site.store.filter(
      "jobs",
      (job) =>
        job.runId === run.id && (question.query.get("filter") === "all" || job.runAttempt === run.runAttempt),
    );
    return counted(question, "jobs", rows, (job) => jobJson(question.site, question.repository, run, job));
  }),
  repositoryRoute("GET /actions/runs/{run_id}/logs", ACCESS.readActions, (question) => {
    const run = runIn(question);
    const jobs = question.site.store.filter(
      "jobs",
      (job) => job.runId === run.id && job.runAttempt === run.runAttempt,
    );
    const entries = jobs.map((job, index) => ({
      path: `${index}_${job.name.replaceAll("/", "_")}.txt`,
      content: Buffer.from(readLog(question.site, job.id)),
    }));
    return keep(question.site, `run-${run.id}.zip`, async () => ({
      type: "application/zip",
      content: writeZip(entries),
    }));
  }),
  repositoryRoute("GET /actions/jobs/{job_id}", ACCESS.readActions, (question) => {
    const { job, run } = jobIn(question);
    return ok(jobJson(question.site, question.repository, run, job));
  }),
  repositoryRoute("GET /actions/jobs/{job_id}/logs", ACCESS.readActions, (question) => {
    const { job } = jobIn(question);
    return keep(question.site, `job-${job.id}.txt`, async () => ({
      type: "text/plain; charset=utf-8",
      content: Buffer.from(readLog(question.site, job.id)),
    }));
  }),
  repositoryRoute("GET /actions/runs/{run_id}/artifacts", ACCESS.readActions, (question) => {
    const run = runIn(question);
    const name = question.query.get("name");
    const rows = artifactsOf(question.site, run.id).filter((one) => !name || one.name === name);
    return counted(question, "artifacts", rows, (one) =>
      artifactJson(question.site, question.repository, run, one),
    );
  }),
  repositoryRoute("GET /actions/artifacts", ACCESS.readActions, (question) => {
    const name = question.query.get("name");
    const runs = question.site.store.filter(
      "runs",
      (run) => run.repository === fullName(question.repository),
    );
    const rows = runs
      .flatMap((run) => artifactsOf(question.site, run.id).map((artifact) => ({ run, artifact })))
      .reverse();
    return counted(
      question,
      "artifacts",
      rows.filter((row) => !name || row.artifact.name === name),
      (row) => artifactJson(question.site, question.repository, row.run, row.artifact),
    );
  }),
  repositoryRoute("GET /actions/artifacts/{artifact_id}", ACCESS.readActions, (question) => {
    const { artifact, run } = artifactIn(question);
    return ok(artifactJson(question.site, question.repository, run, artifact));
  }),
  repositoryRoute("GET /actions/artifacts/{artifact_id}/{archive_format}", ACCESS.readActions, (question) => {
    const { artifact } = artifactIn(question);
    if (textIn(question, "archive_format") !== "zip") throw notFound();
    if (artifact.expired) throw new ApiError(410, "Artifact has expired");
    return keep(question.site, `artifact-${artifact.id}.zip`, async () => ({
      type: "application/zip",
      content: writeZip(await artifactFiles(question.site, artifact.id)),
    }));
  }),
];

function runList(question: RepositoryQuestion, runs: RunRecord[]): Promise<Reply> {
  return countedLater(question, "workflow_runs", runs, (run) =>
    runJson(question.site, question.repository, run),
  );
}

/** Newest first; `status` also takes conclusions, as GitHub's does. */
function selectRuns({ site, repository, query }: RepositoryQuestion): RunRecord[] {
  const status = query.get("status");
  const equal = (name: string, value: string | null): boolean =>
    !query.has(name) || query.get(name) === value;
  const rows = site.store.filter("runs", (run) => {
    if (run.repository !== fullName(repository)) return false;
    if (status && run.status !== status && run.conclusion !== status) return false;
    if (!equal("head_sha", run.headSha) || !equal("branch", run.headBranch) || !equal("event", run.event))
      return false;
    return equal("actor", run.actor.login) && isWithin(run.createdAt, query.get("created"));
  });
  return rows.sort((one, other) => other.id - one.id);
}

/** `>=2026-01-01T00:00:00Z`, `<…`, `a..b`, or a day. */
function isWithin(time: string, range: string | null): boolean {
  if (!range) return true;
  const at = Date.parse(time);
  const [from, to] = range.includes("..") ? range.split("..") : [];
  if (from !== undefined && to !== undefined)
    return (from === "*" || at >= Date.parse(from)) && (to === "*" || at <= Date.parse(to));
  const [, operator = "", text = ""] = /^(>=|<=|>|<)?(.+)$/.exec(range) ?? [];
  const bound = Date.parse(text);
  if (operator === ">=") return at >= bound;
  if (operator === "<=") return at <= bound;
  if (operator === ">") return at > bound;
  if (operator === "<") return at < bound;
  return time.startsWith(text.slice(0, 10));
}

function runIn(question: RepositoryQuestion): RunRecord {
  const run = question.site.store.get("runs", numberIn(question, "run_id"));
  if (run?.repository !== fullName(question.repository)) throw notFound();
  return run;
}

function jobIn(question: RepositoryQuestion): { job: JobRecord; run: RunRecord } {
  const job = question.site.store.get("jobs", numberIn(question, "job_id"));
  const run = job && question.site.store.get("runs", job.runId);
  if (!job || run?.repository !== fullName(question.repository)) throw notFound();
  return { job, run };
}

function artifactIn(question: RepositoryQuestion) {
  const artifact = findArtifact(question.site, numberIn(question, "artifact_id"));
  const run = artifact && question.site.store.get("runs", artifact.runId);
  if (!artifact || run?.repository !== fullName(question.repository)) throw notFound();
  return { artifact, run };
}

function cancel(question: RepositoryQuestion, kind: "cancel" | "force-cancel"): Reply {
  const run = runIn(question);
  if (run.status === "completed") throw new ApiError(409, "Cannot cancel a workflow run that is completed.");
  question.site.requestRun({ kind, runId: run.id, actor: actorOf(somebody(question).user) });
  return { status: 202, body: {} };
}

function rerun(question: RepositoryQuestion, kind: "rerun" | "rerun-failed-jobs"): Reply {
  const run = runIn(question);
  if (run.status !== "completed") throw new ApiError(403, "This workflow is already running");
  question.site.requestRun({ kind, runId: run.id, actor: actorOf(somebody(question).user) });
  return created({});
}

export const variableRoutes: Route[] = [
  repositoryRoute("GET /actions/variables", ACCESS.readVariables, (question) => {
    const rows = Object.entries(question.repository.variables);
    return counted(question, "variables", rows, ([name, one]) => ({
      name,
      value: one.value,
      created_at: one.createdAt,
      updated_at: one.updatedAt,
    }));
  }),
  repositoryRoute("POST /actions/variables", ACCESS.administration, (question) => {
    const name = requiredText(question.body, "name").toUpperCase();
    if (question.repository.variables[name])
      throw new ApiError(409, "Already exists - Variable already exists");
    putVariable(question, name, requiredText(question.body, "value"));
    return created({});
  }),
  repositoryRoute("GET /actions/variables/{name}", ACCESS.readVariables, (question) => {
    const name = textIn(question, "name").toUpperCase();
    const one = question.repository.variables[name];
    if (!one) throw notFound();
    return ok({ name, value: one.value, created_at: one.createdAt, updated_at: one.updatedAt });
  }),
  repositoryRoute("PATCH /actions/variables/{name}", ACCESS.administration, (question) => {
    const name = textIn(question, "name").toUpperCase();
    const one = question.repository.variables[name];
    if (!one) throw notFound();
    putVariable(question, name, optionalText(question.body, "value") ?? one.value);
    return noContent();
  }),
  repositoryRoute("DELETE /actions/variables/{name}", ACCESS.administration, (question) => {
    const { [textIn(question, "name").toUpperCase()]: gone, ...variables } = question.repository.variables;
    if (!gone) throw notFound();
    question.site.store.put("repositories", question.repository.id, { ...question.repository, variables });
    return noContent();
  }),
  repositoryRoute("GET /actions/permissions/workflow", ACCESS.administration, ({ repository }) =>
    ok({
      default_workflow_permissions: repository.workflowDefault,
      can_approve_pull_request_reviews: repository.canCreatePulls,
    }),
  ),
  repositoryRoute(
    "PUT /actions/permissions/workflow",
    ACCESS.administration,
    ({ site, repository, body }) => {
      const level = optionalText(body, "default_workflow_permissions") ?? repository.workflowDefault;
      if (level !== "read" && level !== "write")
        throw invalid("WorkflowPermissions", "default_workflow_permissions", "invalid");
      const canCreatePulls =
        optionalFlag(body, "can_approve_pull_request_reviews") ?? repository.canCreatePulls;
      site.store.put("repositories", repository.id, {
        ...repository,
        workflowDefault: level,
        canCreatePulls,
      });
      return noContent();
    },
  ),
  repositoryRoute("GET /actions/permissions", ACCESS.administration, () =>
    ok({ enabled: true, allowed_actions: "all" }),
  ),
];

function putVariable(question: RepositoryQuestion, name: string, value: string): void {
  if (!/^[A-Z_][A-Z0-9_]*$/.test(name) || name.startsWith("GITHUB_"))
    throw invalid("Variable", "name", "invalid");
  const repository: Repository = repositoryById(question.site, question.repository.id);
  const time = now(question.site);
  const variables = {
    ...repository.variables,
    [name]: { value, createdAt: repository.variables[name]?.createdAt ?? time, updatedAt: time },
  };
  question.site.store.put("repositories", repository.id, { ...repository, variables });
}
