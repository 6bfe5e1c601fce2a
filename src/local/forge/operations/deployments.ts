/** Deployments of commits to environments, and their statuses. */
import type { JsonObject } from "../../contract.ts";
import { ApiError, invalid, notFound } from "../errors.ts";
import { resolveCommit } from "../git/commits.ts";
import { deploymentJson, deploymentStatusJson } from "../rest/serialize/deployments.ts";
import { now, type Site } from "../site.ts";
import type { Deployment, DeploymentStatus, Repository } from "../store/records.ts";
import type { Acting } from "../viewer.ts";
import { emit } from "./events.ts";

export const DEPLOYMENT_STATES = [
  "error",
  "failure",
  "inactive",
  "in_progress",
  "queued",
  "pending",
  "success",
] as const;
const MAX_DESCRIPTION = 140;

export interface NewDeployment {
  ref: string;
  environment: string;
  task: string;
  description: string | null;
  payload: JsonObject | string;
  production: boolean;
  transient: boolean;
}

/** 422 for a ref that does not exist. */
export async function createDeployment(
  site: Site,
  viewer: Acting,
  repository: Repository,
  wanted: NewDeployment,
): Promise<Deployment> {
  const sha = await resolveCommit(site.git(repository), wanted.ref);
  if (!sha) throw new ApiError(422, `No ref found for: ${wanted.ref}`);
  return site.store.transact(() => {
    const id = site.store.nextId();
    const time = now(site);
    const deployment = site.store.put("deployments", id, {
      ...wanted,
      id,
      repository: repository.id,
      sha,
      creator: viewer.user.login,
      createdAt: time,
      updatedAt: time,
    });
    emitDeployment(site, viewer, repository, deployment, "deployment");
    return deployment;
  });
}

export interface NewDeploymentStatus {
  state: DeploymentStatus["state"];
  description: string;
  logUrl: string;
  environmentUrl: string;
  /** Earlier deployments of the same environment become inactive; GitHub's default. */
  autoInactive: boolean;
}

export function createDeploymentStatus(
  site: Site,
  viewer: Acting,
  repository: Repository,
  deployment: Deployment,
  wanted: NewDeploymentStatus,
): DeploymentStatus {
  if (wanted.description.length > MAX_DESCRIPTION)
    throw invalid(
      "DeploymentStatus",
      "description",
      "custom",
      "description is too long (maximum is 140 characters)",
    );
  return site.store.transact(() => {
    const row = insertStatus(site, viewer, deployment, wanted);
    if (wanted.state === "success" && wanted.autoInactive && !deployment.transient) {
      for (const other of deploymentsOf(site, repository)) {
        if (other.id === deployment.id || other.environment !== deployment.environment) continue;
        if (other.production || stateOfDeployment(site, other) !== "success") continue;
        insertStatus(site, viewer, other, { ...wanted, state: "inactive", description: "" });
      }
    }
    emitDeployment(site, viewer, repository, deployment, "deployment_status", {
      deployment_status: deploymentStatusJson(site, repository, deployment, row),
    });
    return row;
  });
}

/** Runs use what is deployed. The run of a job that deploys is left out: what a job does here starts no workflow. */
function emitDeployment(
  site: Site,
  viewer: Acting,
  repository: Repository,
  deployment: Deployment,
  name: "deployment" | "deployment_status",
  more: JsonObject = {},
): void {
  const { refs } = site.git(repository);
  const ref = [`refs/heads/${deployment.ref}`, `refs/tags/${deployment.ref}`].find((one) => refs.has(one));
  emit(site, viewer, repository, name, {
    action: "created",
    payload: {
      action: "created",
      deployment: deploymentJson(site, repository, deployment),
      workflow: null,
      workflow_run: null,
      ...more,
    },
    ref: ref ?? "",
    sha: deployment.sha,
  });
}

function insertStatus(
  site: Site,
  viewer: Acting,
  deployment: Deployment,
  { state, description, logUrl, environmentUrl }: NewDeploymentStatus,
): DeploymentStatus {
  const id = site.store.nextId();
  const time = now(site);
  site.store.put("deployments", deployment.id, { ...deployment, updatedAt: time });
  return site.store.put("deploymentStatuses", id, {
    id,
    deployment: deployment.id,
    state,
    description,
    logUrl,
    environmentUrl,
    creator: viewer.user.login,
    createdAt: time,
  });
}

/** Newest first. */
export const deploymentsOf = (site: Site, repository: Repository): Deployment[] =>
  site.store.filter("deployments", (row) => row.repository === repository.id).reverse();

export function getDeployment(site: Site, repository: Repository, id: number): Deployment {
  const row = site.store.get("deployments", id);
  if (row?.repository !== repository.id) throw notFound();
  return row;
}

/** Newest first. */
export const statusesOfDeployment = (site: Site, deployment: Deployment): DeploymentStatus[] =>
  site.store.filter("deploymentStatuses", (row) => row.deployment === deployment.id).reverse();

export const stateOfDeployment = (
  site: Site,
  deployment: Deployment,
): DeploymentStatus["state"] | undefined => statusesOfDeployment(site, deployment)[0]?.state;

/** Whether the commit's newest deployment to the environment is a success. */
export function isDeployed(site: Site, repository: Repository, sha: string, environment: string): boolean {
  const newest = deploymentsOf(site, repository).find(
    (row) => row.sha === sha && row.environment.toLowerCase() === environment.toLowerCase(),
  );
  return newest !== undefined && stateOfDeployment(site, newest) === "success";
}
