/** REST: deployments and their statuses. */
import { unprocessable } from "../errors.ts";
import { isObject, optionalChoice, optionalFlag, optionalText, requiredText } from "../http/body.ts";
import { created, list, ok } from "../http/replies.ts";
import { type RepositoryQuestion, type Route, repositoryRoute } from "../http/router.ts";
import {
  createDeployment,
  createDeploymentStatus,
  DEPLOYMENT_STATES,
  deploymentsOf,
  getDeployment,
  statusesOfDeployment,
} from "../operations/deployments.ts";
import type { Deployment } from "../store/records.ts";
import { ACCESS } from "../viewer.ts";
import { numberIn, somebody } from "./ask.ts";
import { deploymentJson, deploymentStatusJson } from "./serialize/deployments.ts";

export const deploymentRoutes: Route[] = [
  repositoryRoute("GET /deployments", ACCESS.readDeployments, (question) => {
    const { site, repository, query } = question;
    const rows = deploymentsOf(site, repository).filter((row) =>
      (["sha", "ref", "task", "environment"] as const).every(
        (name) => !query.has(name) || query.get(name) === row[name],
      ),
    );
    return list(question, rows, (row) => deploymentJson(site, repository, row));
  }),
  repositoryRoute("POST /deployments", ACCESS.writeDeployments, async (question) => {
    const { site, repository, body } = question;
    const environment = optionalText(body, "environment") ?? "production";
    const row = await createDeployment(site, somebody(question), repository, {
      ref: requiredText(body, "ref"),
      environment,
      task: optionalText(body, "task") ?? "deploy",
      description: optionalText(body, "description") ?? null,
      payload: isObject(body.payload) ? body.payload : (optionalText(body, "payload") ?? ""),
      production: optionalFlag(body, "production_environment") ?? environment === "production",
      transient: optionalFlag(body, "transient_environment") ?? false,
    });
    return created(deploymentJson(site, repository, row));
  }),
  repositoryRoute("GET /deployments/{deployment_id}", ACCESS.readDeployments, (question) =>
    ok(deploymentJson(question.site, question.repository, deploymentIn(question))),
  ),
  repositoryRoute("GET /deployments/{deployment_id}/statuses", ACCESS.readDeployments, (question) => {
    const row = deploymentIn(question);
    return list(question, statusesOfDeployment(question.site, row), (status) =>
      deploymentStatusJson(question.site, question.repository, row, status),
    );
  }),
  repositoryRoute("POST /deployments/{deployment_id}/statuses", ACCESS.writeDeployments, (question) => {
    const { site, repository, body } = question;
    const row = deploymentIn(question);
    const state = optionalChoice(body, "state", DEPLOYMENT_STATES);
    if (!state) throw unprocessable('Invalid request.\n\n"state" wasn\'t supplied.');
    const status = createDeploymentStatus(site, somebody(question), repository, row, {
      state,
      description: optionalText(body, "description") ?? "",
      logUrl: optionalText(body, "log_url") ?? optionalText(body, "target_url") ?? "",
      environmentUrl: optionalText(body, "environment_url") ?? "",
      autoInactive: optionalFlag(body, "auto_inactive") ?? true,
    });
    return created(deploymentStatusJson(site, repository, row, status));
  }),
];

const deploymentIn = (question: RepositoryQuestion): Deployment =>
  getDeployment(question.site, question.repository, numberIn(question, "deployment_id"));
