/** Users, repositories, labels and reactions in REST's shapes. */
import type { JsonObject } from "../../../contract.ts";
import { nodeId } from "../../node-id.ts";
import { fullName, type Site, userOf } from "../../site.ts";
import type { Label, Reaction, Repository, User } from "../../store/records.ts";
import { hasRole, roleOf } from "../../viewer.ts";

export const apiOf = (site: Site): string => `${site.url}/api/v3`;
export const repoApi = (site: Site, repository: Repository): string =>
  `${apiOf(site)}/repos/${fullName(repository)}`;
export const repoPage = (site: Site, repository: Repository): string => `${site.url}/${fullName(repository)}`;

/** What was said of a user's row, which is replaced whenever something about it changes. */
const said = new WeakMap<User, JsonObject>();

/** `simple-user` */
export function userJson(site: Site, user: User): JsonObject {
  const known = said.get(user) ?? Object.freeze(writeUser(site, user));
  said.set(user, known);
  return known;
}

function writeUser(site: Site, user: User): JsonObject {
  const api = `${apiOf(site)}/users/${encodeURIComponent(user.login)}`;
  return {
    login: user.login,
    id: user.id,
    node_id: nodeId(user.type === "Bot" ? "Bot" : "User", user.id),
    avatar_url: `${site.url}/avatars/${user.id}`,
    gravatar_id: "",
    url: api,
    html_url:
      user.type === "Bot"
        ? `${site.url}/apps/${user.login.replace(/\[bot\]$/, "")}`
        : `${site.url}/${user.login}`,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type: user.type,
    user_view_type: "public",
    site_admin: false,
  };
}

export const loginJson = (site: Site, login: string): JsonObject => userJson(site, userOf(site, login));

/** `private-user` / `public-user`: what `GET /user` and `GET /users/{username}` add. */
export function accountJson(site: Site, user: User): JsonObject {
  return {
    ...userJson(site, user),
    name: user.login,
    company: null,
    blog: "",
    location: null,
    email: null,
    hireable: null,
    bio: null,
    twitter_username: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: user.createdAt,
    updated_at: user.createdAt,
  };
}

export function labelJson(site: Site, repository: Repository, label: Label): JsonObject {
  return {
    id: label.id,
    node_id: nodeId("Label", label.id),
    url: `${repoApi(site, repository)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: false,
    description: label.description,
  };
}

export function reactionJson(site: Site, reaction: Reaction): JsonObject {
  return {
    id: reaction.id,
    node_id: nodeId("Reaction", reaction.id),
    user: loginJson(site, reaction.author),
    content: reaction.content,
    created_at: reaction.createdAt,
  };
}

/** `reactions` of an issue or comment: counts by content. */
export function reactionSummary(site: Site, subject: string, url: string): JsonObject {
  const counts: { [content: string]: number } = {
    "+1": 0,
    "-1": 0,
    laugh: 0,
    hooray: 0,
    confused: 0,
    heart: 0,
    rocket: 0,
    eyes: 0,
  };
  let total = 0;
  for (const reaction of site.store.all("reactions")) {
    if (reaction.subject !== subject) continue;
    counts[reaction.content] = (counts[reaction.content] ?? 0) + 1;
    total += 1;
  }
  return { url: `${url}/reactions`, total_count: total, ...counts };
}

/** `author_association`, which says nothing about permissions. */
export function association(repository: Repository, login: string): string {
  if (repository.owner.toLowerCase() === login.toLowerCase()) return "OWNER";
  return roleOf(repository, login) === "none" ? "NONE" : "COLLABORATOR";
}

export function permissionsJson(repository: Repository, login: string): JsonObject {
  const has = (role: "admin" | "maintain" | "write" | "triage" | "read"): boolean =>
    hasRole(repository, login, role);
  return {
    admin: has("admin"),
    maintain: has("maintain"),
    push: has("write"),
    triage: has("triage"),
    pull: has("read") || !repository.private,
  };
}
