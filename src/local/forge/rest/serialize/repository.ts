/** Repositories in REST's shapes and as the `repository` of webhook payloads. */
import type { JsonObject } from "../../../contract.ts";
import { nodeId } from "../../node-id.ts";
import { fullName, type Site } from "../../site.ts";
import type { Repository } from "../../store/records.ts";
import type { Viewer } from "../../viewer.ts";
import { loginJson, permissionsJson, repoApi, repoPage } from "./basics.ts";

const LINKS: { [field: string]: string } = {
  archive_url: "/{archive_format}{/ref}",
  assignees_url: "/assignees{/user}",
  blobs_url: "/git/blobs{/sha}",
  branches_url: "/branches{/branch}",
  collaborators_url: "/collaborators{/collaborator}",
  comments_url: "/comments{/number}",
  commits_url: "/commits{/sha}",
  compare_url: "/compare/{base}...{head}",
  contents_url: "/contents/{+path}",
  contributors_url: "/contributors",
  deployments_url: "/deployments",
  downloads_url: "/downloads",
  events_url: "/events",
  forks_url: "/forks",
  git_commits_url: "/git/commits{/sha}",
  git_refs_url: "/git/refs{/sha}",
  git_tags_url: "/git/tags{/sha}",
  hooks_url: "/hooks",
  issue_comment_url: "/issues/comments{/number}",
  issue_events_url: "/issues/events{/number}",
  issues_url: "/issues{/number}",
  keys_url: "/keys{/key_id}",
  labels_url: "/labels{/name}",
  languages_url: "/languages",
  merges_url: "/merges",
  milestones_url: "/milestones{/number}",
  notifications_url: "/notifications{?since,all,participating}",
  pulls_url: "/pulls{/number}",
  releases_url: "/releases{/id}",
  stargazers_url: "/stargazers",
  statuses_url: "/statuses/{sha}",
  subscribers_url: "/subscribers",
  subscription_url: "/subscription",
  tags_url: "/tags",
  teams_url: "/teams",
  trees_url: "/git/trees{/sha}",
};

/** What was said of a row, which is replaced whenever something about it changes. */
const minimal = new WeakMap<Repository, JsonObject>();
const whole = new WeakMap<Repository, { issues: number; json: JsonObject }>();

/** `minimal-repository`, the part that never depends on the viewer. */
export function minimalRepositoryJson(site: Site, repository: Repository): JsonObject {
  const known = minimal.get(repository) ?? Object.freeze(writeMinimal(site, repository));
  minimal.set(repository, known);
  return known;
}

function writeMinimal(site: Site, repository: Repository): JsonObject {
  const api = repoApi(site, repository);
  const links = Object.fromEntries(Object.entries(LINKS).map(([field, path]) => [field, `${api}${path}`]));
  return {
    id: repository.id,
    node_id: nodeId("Repository", repository.id),
    name: repository.name,
    full_name: fullName(repository),
    private: repository.private,
    owner: loginJson(site, repository.owner),
    html_url: repoPage(site, repository),
    description: repository.description,
    fork: false,
    url: api,
    ...links,
  };
}

/** `repository`: what webhooks and pull requests carry. */
export function repositoryJson(site: Site, repository: Repository): JsonObject {
  const issues = site.store.changes("issues");
  const known = whole.get(repository);
  if (known?.issues === issues) return known.json;
  const json: JsonObject = Object.freeze(writeRepository(site, repository));
  whole.set(repository, { issues, json });
  return json;
}

function writeRepository(site: Site, repository: Repository): JsonObject {
  const page = repoPage(site, repository);
  const open = site.store.filter(
    "issues",
    (row) => row.repository === repository.id && row.state === "open",
  ).length;
  return {
    ...minimalRepositoryJson(site, repository),
    git_url: `git://${page.replace(/^\w+:\/\//, "")}.git`,
    ssh_url: `git@${page.replace(/^\w+:\/\//, "")}.git`,
    clone_url: `${page}.git`,
    svn_url: page,
    mirror_url: null,
    homepage: null,
    language: null,
    forks_count: 0,
    forks: 0,
    stargazers_count: 0,
    watchers_count: 0,
    watchers: 0,
    size: 0,
    default_branch: repository.defaultBranch,
    open_issues_count: open,
    open_issues: open,
    is_template: false,
    topics: [],
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_downloads: false,
    has_discussions: false,
    archived: false,
    disabled: false,
    visibility: repository.private ? "private" : "public",
    pushed_at: repository.pushedAt,
    created_at: repository.createdAt,
    updated_at: repository.updatedAt,
    license: null,
    allow_forking: true,
    web_commit_signoff_required: false,
  };
}

/** `full-repository`: the answer of `GET /repos/{owner}/{repo}`. */
export function fullRepositoryJson(site: Site, repository: Repository, viewer: Viewer): JsonObject {
  return {
    ...repositoryJson(site, repository),
    network_count: 0,
    subscribers_count: 0,
    ...(viewer.kind === "person"
      ? {
          permissions: permissionsJson(repository, viewer.user.login),
          allow_rebase_merge: repository.merge.rebase,
          allow_squash_merge: repository.merge.squash,
          allow_merge_commit: repository.merge.mergeCommit,
          allow_auto_merge: repository.merge.autoMerge,
          delete_branch_on_merge: repository.merge.deleteBranchOnMerge,
        }
      : {}),
  };
}
