/** Workflows, runs, jobs and artifacts in REST's shapes. */
import type { ArtifactRecord, JobRecord, JsonObject, RunRecord } from "../../../contract.ts";
import { nodeId } from "../../node-id.ts";
import type { WorkflowFile } from "../../operations/dispatch.ts";
import { workflowRow } from "../../operations/dispatch.ts";
import type { Site } from "../../site.ts";
import { userOf } from "../../site.ts";
import type { Repository } from "../../store/records.ts";
import { repoApi, repoPage, userJson } from "./basics.ts";
import { simpleCommitJson } from "./git.ts";
import { minimalRepositoryJson } from "./repository.ts";

/** `workflow` */
export function workflowJson(site: Site, repository: Repository, workflow: WorkflowFile): JsonObject {
  const page = repoPage(site, repository);
  return {
    id: workflow.id,
    node_id: nodeId("Workflow", workflow.id),
    name: workflow.name,
    path: workflow.path,
    state: workflow.state,
    created_at: workflow.createdAt,
    updated_at: workflow.createdAt,
    url: `${repoApi(site, repository)}/actions/workflows/${workflow.id}`,
    html_url: `${page}/blob/${repository.defaultBranch}/${workflow.path}`,
    badge_url: `${page}/workflows/${encodeURIComponent(workflow.name)}/badge.svg`,
  };
}

/** `workflow-run`. The head commit of a fork that is gone is null. */
export async function runJson(site: Site, repository: Repository, run: RunRecord): Promise<JsonObject> {
  const api = `${repoApi(site, repository)}/actions/runs/${run.id}`;
  const workflow = workflowRow(site, repository, run.path);
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId("WorkflowRun", run.id),
    check_suite_id: run.id,
    check_suite_node_id: nodeId("CheckSuite", run.id),
    head_branch: run.headBranch,
    head_sha: run.headSha,
    path: run.path,
    run_number: run.runNumber,
    run_attempt: run.runAttempt,
    referenced_workflows: [],
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    workflow_id: workflow.id,
    url: api,
    html_url: `${repoPage(site, repository)}/actions/runs/${run.id}`,
    pull_requests: [],
    created_at: run.createdAt,
    updated_at: run.updatedAt,
    actor: userJson(site, userOf(site, run.actor.login)),
    triggering_actor: userJson(site, userOf(site, run.triggeringActor.login)),
    run_started_at: run.runStartedAt,
    jobs_url: `${api}/jobs`,
    logs_url: `${api}/logs`,
    check_suite_url: `${repoApi(site, repository)}/check-suites/${run.id}`,
    artifacts_url: `${api}/artifacts`,
    cancel_url: `${api}/cancel`,
    rerun_url: `${api}/rerun`,
    previous_attempt_url: null,
    workflow_url: `${repoApi(site, repository)}/actions/workflows/${workflow.id}`,
    head_commit: await simpleCommitJson(site, repository, run.headSha).catch(() => null),
    repository: minimalRepositoryJson(site, repository),
    head_repository: minimalRepositoryJson(site, repository),
    display_title: run.displayTitle,
  };
}

/** `job` */
export function jobJson(site: Site, repository: Repository, run: RunRecord, job: JobRecord): JsonObject {
  const api = repoApi(site, repository);
  return {
    id: job.id,
    run_id: job.runId,
    run_url: `${api}/actions/runs/${job.runId}`,
    run_attempt: job.runAttempt,
    node_id: nodeId("CheckRun", job.id),
    head_sha: job.headSha,
    url: `${api}/actions/jobs/${job.id}`,
    html_url: `${repoPage(site, repository)}/actions/runs/${job.runId}/job/${job.id}`,
    status: job.status,
    conclusion: job.conclusion,
    created_at: job.startedAt ?? run.createdAt,
    started_at: job.startedAt ?? run.createdAt,
    completed_at: job.completedAt,
    name: job.name,
    steps: job.steps.map((step) => ({
      name: step.name,
      status: step.status,
      conclusion: step.conclusion,
      number: step.number,
      started_at: step.startedAt,
      completed_at: step.completedAt,
    })),
    check_run_url: `${api}/check-runs/${job.id}`,
    labels: ["ubuntu-latest"],
    runner_id: 1,
    runner_name: "local",
    runner_group_id: 1,
    runner_group_name: "local",
    workflow_name: run.name,
    head_branch: run.headBranch,
  };
}

/** `artifact` */
export function artifactJson(
  site: Site,
  repository: Repository,
  run: RunRecord,
  artifact: ArtifactRecord,
): JsonObject {
  const url = `${repoApi(site, repository)}/actions/artifacts/${artifact.id}`;
  return {
    id: artifact.id,
    node_id: nodeId("WorkflowRun", `artifact-${artifact.id}`),
    name: artifact.name,
    size_in_bytes: artifact.sizeInBytes,
    url,
    archive_download_url: `${url}/zip`,
    expired: artifact.expired,
    created_at: artifact.createdAt,
    expires_at: artifact.expiresAt,
    updated_at: artifact.createdAt,
    workflow_run: {
      id: run.id,
      repository_id: repository.id,
      head_repository_id: repository.id,
      head_branch: run.headBranch ?? "",
      head_sha: run.headSha,
    },
  };
}
