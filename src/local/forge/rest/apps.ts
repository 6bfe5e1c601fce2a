/** REST: what an App asks as itself, with a JSON Web Token, and what an installation token reaches. */
import type { JsonObject, Permissions } from "../../contract.ts";
import { ApiError, notFound } from "../errors.ts";
import { optionalObject, optionalTexts } from "../http/body.ts";
import { counted, created, ok } from "../http/replies.ts";
import { type Question, type Route, route } from "../http/router.ts";
import {
  appPermissions,
  createInstallationToken,
  identifyApp,
  installationFor,
  repositoriesOf,
} from "../operations/apps.ts";
import { findRepository, type Site } from "../site.ts";
import type { App, Installation } from "../store/records.ts";
import { demandSomebody } from "../viewer.ts";
import { numberIn } from "./ask.ts";
import { apiOf, loginJson } from "./serialize/basics.ts";
import { appJson } from "./serialize/git.ts";
import { fullRepositoryJson } from "./serialize/repository.ts";

export const appRoutes: Route[] = [
  route("GET /app", ({ site, authorization }) => ok(appJson(site, identifyApp(site, authorization).id))),
  route("GET /repos/{owner}/{repo}/installation", ({ site, authorization, parameters }) => {
    const app = identifyApp(site, authorization);
    const repository = findRepository(site, `${parameters.owner}/${parameters.repo}`);
    if (!repository) throw notFound();
    return ok(installationJson(site, app, installationFor(site, app, repository)));
  }),
  route("POST /app/installations/{installation_id}/access_tokens", (question) => {
    const { site, body } = question;
    const { app, installation } = installationIn(question);
    const ids = body.repository_ids;
    const made = createInstallationToken(site, installation, {
      repositories: optionalTexts(body, "repositories"),
      repositoryIds: Array.isArray(ids) ? ids.map(Number) : undefined,
      permissions: permissionsIn(optionalObject(body, "permissions")),
    });
    return created({
      token: made.token,
      expires_at: made.expiresAt,
      permissions: appPermissions(made.permissions),
      repository_selection: made.repositories ? "selected" : "all",
      ...(made.repositories
        ? {
            repositories: repositoriesOf(site, {
              ...installation,
              app: app.id,
              repositories: made.repositories,
            }).map((row) => fullRepositoryJson(site, row, question.viewer)),
          }
        : {}),
    });
  }),
  route("GET /installation/repositories", (question) => {
    const viewer = demandSomebody(question.viewer);
    if (viewer.kind !== "app") throw new ApiError(403, "Resource not accessible by personal access token");
    const { owner, repositories } = viewer.app;
    const rows = question.site.store.filter("repositories", (row) =>
      repositories ? repositories.includes(row.id) : row.owner === owner,
    );
    return counted(question, "repositories", rows, (row) => fullRepositoryJson(question.site, row, viewer));
  }),
];

function installationIn(question: Question): { app: App; installation: Installation } {
  const app = identifyApp(question.site, question.authorization);
  const installation = question.site.store.get("installations", numberIn(question, "installation_id"));
  if (installation?.app !== app.id) throw notFound();
  return { app, installation };
}

function permissionsIn(body: JsonObject | undefined): Permissions | undefined {
  if (!body) return undefined;
  const levels = Object.entries(body).map(([scope, level]): [string, "read" | "write"] => {
    if (level !== "read" && level !== "write")
      throw new ApiError(422, `Invalid permission level for ${scope}`);
    return [scope, level];
  });
  return Object.fromEntries(levels);
}

/** `installation` */
function installationJson(site: Site, app: App, row: Installation): JsonObject {
  const url = `${apiOf(site)}/app/installations/${row.id}`;
  return {
    id: row.id,
    account: loginJson(site, row.owner),
    repository_selection: row.repositories ? "selected" : "all",
    access_tokens_url: `${url}/access_tokens`,
    repositories_url: `${apiOf(site)}/installation/repositories`,
    html_url: `${site.url}/settings/installations/${row.id}`,
    app_id: app.id,
    app_slug: app.slug,
    target_id: row.id,
    target_type: "User",
    permissions: appPermissions(app.permissions),
    events: [],
    created_at: row.createdAt,
    updated_at: row.createdAt,
    single_file_name: null,
    suspended_by: null,
    suspended_at: null,
  };
}
