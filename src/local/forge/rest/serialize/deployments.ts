/** Deployments and their statuses in REST's shapes. */
import type { JsonObject } from "../../../contract.ts";
import { nodeId } from "../../node-id.ts";
import type { Site } from "../../site.ts";
import type { Deployment, DeploymentStatus, Repository } from "../../store/records.ts";
import { loginJson, repoApi } from "./basics.ts";

/** `deployment` */
export function deploymentJson(site: Site, repository: Repository, row: Deployment): JsonObject {
  const url = `${repoApi(site, repository)}/deployments/${row.id}`;
  return {
    url,
    id: row.id,
    node_id: nodeId("Deployment", row.id),
    sha: row.sha,
    ref: row.ref,
    task: row.task,
    payload: row.payload,
    original_environment: row.environment,
    environment: row.environment,
    description: row.description,
    creator: loginJson(site, row.creator),
    created_at: row.createdAt,
    updated_at: row.updatedAt,
    statuses_url: `${url}/statuses`,
    repository_url: repoApi(site, repository),
    transient_environment: row.transient,
    production_environment: row.production,
  };
}

/** `deployment-status` */
export function deploymentStatusJson(
  site: Site,
  repository: Repository,
  deployment: Deployment,
  row: DeploymentStatus,
): JsonObject {
  const url = `${repoApi(site, repository)}/deployments/${deployment.id}`;
  return {
    url: `${url}/statuses/${row.id}`,
    id: row.id,
    node_id: nodeId("DeploymentStatus", row.id),
    state: row.state,
    creator: loginJson(site, row.creator),
    description: row.description,
    environment: deployment.environment,
    target_url: row.logUrl,
    log_url: row.logUrl,
    environment_url: row.environmentUrl,
    created_at: row.createdAt,
    updated_at: row.createdAt,
    deployment_url: url,
    repository_url: repoApi(site, repository),
  };
}
