/** REST: the root, users, rate limit, the repository itself. */
import type { JsonObject } from "../../contract.ts";
import { ApiError, mustHavePush, notAccessible, notFound } from "../errors.ts";
import { nullableText, optionalFlag } from "../http/body.ts";
import { rateOf } from "../http/rate.ts";
import { ok } from "../http/replies.ts";
import { type Route, repositoryRoute, route } from "../http/router.ts";
import { findUser, repositoryById } from "../site.ts";
import { ACCESS, demandSomebody, hasRole, roleOf } from "../viewer.ts";
import { somebody, textIn } from "./ask.ts";
import { accountJson, apiOf, userJson } from "./serialize/basics.ts";
import { fullRepositoryJson } from "./serialize/repository.ts";

/** The addresses of the API's root, with GitHub's templates. */
const ROOT: { [name: string]: string } = {
  current_user_url: "/user",
  current_user_authorizations_html_url: "/settings/connections/applications{/client_id}",
  authorizations_url: "/authorizations",
  code_search_url: "/search/code?q={query}{&page,per_page,sort,order}",
  commit_search_url: "/search/commits?q={query}{&page,per_page,sort,order}",
  emails_url: "/user/emails",
  emojis_url: "/emojis",
  events_url: "/events",
  feeds_url: "/feeds",
  followers_url: "/user/followers",
  following_url: "/user/following{/target}",
  gists_url: "/gists{/gist_id}",
  hub_url: "/hub",
  issue_search_url: "/search/issues?q={query}{&page,per_page,sort,order}",
  issues_url: "/issues",
  keys_url: "/user/keys",
  label_search_url: "/search/labels?q={query}&repository_id={repository_id}{&page,per_page}",
  notifications_url: "/notifications",
  organization_url: "/orgs/{org}",
  organization_repositories_url: "/orgs/{org}/repos{?type,page,per_page,sort}",
  organization_teams_url: "/orgs/{org}/teams",
  public_gists_url: "/gists/public",
  rate_limit_url: "/rate_limit",
  repository_url: "/repos/{owner}/{repo}",
  repository_search_url: "/search/repositories?q={query}{&page,per_page,sort,order}",
  current_user_repositories_url: "/user/repos{?type,page,per_page,sort}",
  starred_url: "/user/starred{/owner}{/repo}",
  starred_gists_url: "/gists/starred",
  topic_search_url: "/search/topics?q={query}{&page,per_page}",
  user_url: "/users/{user}",
  user_organizations_url: "/user/orgs",
  user_repositories_url: "/users/{user}/repos{?type,page,per_page,sort}",
  user_search_url: "/search/users?q={query}{&page,per_page,sort,order}",
};

export const metaRoutes: Route[] = [
  route("GET /", ({ site }) =>
    ok(Object.fromEntries(Object.entries(ROOT).map(([name, path]) => [name, `${apiOf(site)}${path}`]))),
  ),
  route("GET /meta", () => ok({ verifiable_password_authentication: false, installed_version: "local" })),
  route("GET /zen", () => ({
    status: 200,
    body: Buffer.from("Approachable is better than simple."),
    headers: { "content-type": "text/plain" },
  })),
  route("GET /rate_limit", ({ site, viewer }) => {
    const core = rateOf(site, viewer, "core", 0);
    const graphql = rateOf(site, viewer, "graphql", 0);
    const plain = ({ limit, used, remaining, reset }: typeof core): JsonObject => ({
      limit,
      used,
      remaining,
      reset,
    });
    return ok({
      resources: { core: plain(core), graphql: plain(graphql), search: { ...plain(core), limit: 30 } },
      rate: plain(core),
    });
  }),
  route("GET /user", ({ site, viewer }) => {
    const actor = demandSomebody(viewer);
    if (actor.kind !== "person") throw notAccessible();
    return ok(accountJson(site, actor.user));
  }),
  route("GET /users/{username}", ({ site, viewer, parameters }) => {
    if (viewer.kind === "job" || viewer.kind === "app") throw notAccessible();
    const user = findUser(site, parameters.username ?? "");
    if (!user) throw notFound();
    return ok(accountJson(site, user));
  }),
  route("GET /user/repos", ({ site, viewer }) => {
    const actor = demandSomebody(viewer);
    const rows = site.store.filter(
      "repositories",
      (row) => actor.kind === "person" && hasRole(row, actor.user.login, "read"),
    );
    return ok(rows.map((row) => fullRepositoryJson(site, row, actor)));
  }),
];

export const repositoryRoutes: Route[] = [
  repositoryRoute("GET /", ACCESS.metadata, ({ site, repository, viewer }) =>
    ok(fullRepositoryJson(site, repository, viewer)),
  ),
  repositoryRoute("PATCH /", ACCESS.administration, ({ site, repository, viewer, body }) => {
    const fresh = repositoryById(site, repository.id);
    const merge = fresh.merge;
    const next = site.store.put("repositories", repository.id, {
      ...fresh,
      description:
        nullableText(body, "description") === undefined
          ? fresh.description
          : (nullableText(body, "description") ?? null),
      private: optionalFlag(body, "private") ?? fresh.private,
      merge: {
        squash: optionalFlag(body, "allow_squash_merge") ?? merge.squash,
        mergeCommit: optionalFlag(body, "allow_merge_commit") ?? merge.mergeCommit,
        rebase: optionalFlag(body, "allow_rebase_merge") ?? merge.rebase,
        deleteBranchOnMerge: optionalFlag(body, "delete_branch_on_merge") ?? merge.deleteBranchOnMerge,
        autoMerge: optionalFlag(body, "allow_auto_merge") ?? merge.autoMerge,
      },
    });
    return ok(fullRepositoryJson(site, next, viewer));
  }),
  repositoryRoute("GET /collaborators/{username}/permission", ACCESS.metadata, (question) => {
    const { site, repository } = question;
    const actor = somebody(question);
    if (actor.kind === "person" && !hasRole(repository, actor.user.login, "write"))
      throw new ApiError(403, "Must have push access to view collaborator permission.");
    const user = findUser(site, textIn(question, "username"));
    if (!user) throw notFound();
    const role = roleOf(repository, user.login);
    const permission = {
      admin: "admin",
      maintain: "write",
      write: "write",
      triage: "read",
      read: "read",
      none: repository.private ? "none" : "read",
    }[role];
    const named = role === "none" ? permission : role;
    return ok({ permission, role_name: named, user: { ...userJson(site, user), role_name: named } });
  }),
  repositoryRoute("GET /collaborators", ACCESS.metadata, ({ site, repository, viewer }) => {
    if (viewer.kind === "person" && !hasRole(repository, viewer.user.login, "write")) throw mustHavePush();
    const logins = [repository.owner, ...Object.keys(repository.roles)];
    const users = logins.map((login) => findUser(site, login)).filter((user) => user !== undefined);
    return ok(users.map((user) => ({ ...userJson(site, user), role_name: roleOf(repository, user.login) })));
  }),
];
