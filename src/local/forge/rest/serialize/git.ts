/** Commits, branches and statuses in REST's shapes. */
import type { JsonObject } from "../../../contract.ts";
import { type Commit, readCommit, type Signature } from "../../git/commits.ts";
import { diffFiles, type FileDiff } from "../../git/diff.ts";
import { nodeId } from "../../node-id.ts";
import { findUser, type Site } from "../../site.ts";
import type { CheckRun, Repository, Status } from "../../store/records.ts";
import { loginJson, repoApi, repoPage, userJson } from "./basics.ts";

const UNSIGNED = { verified: false, reason: "unsigned", signature: null, payload: null, verified_at: null };

/** The account behind a commit: by its noreply address, else nobody. */
export function accountOf(site: Site, signature: Signature): JsonObject | null {
  const [, login] = /^\d+\+(.+)@users\.noreply\.github\.com$/.exec(signature.email) ?? [];
  const user = findUser(site, login ?? signature.name);
  return user ? userJson(site, user) : null;
}

const signatureJson = ({ name, email, date }: Signature): JsonObject => ({ name, email, date });

/** `commit`, without statistics and files. */
export async function commitJson(site: Site, repository: Repository, sha: string): Promise<JsonObject> {
  const commit = await readCommit(site.git(repository), sha);
  const api = repoApi(site, repository);
  return {
    sha,
    node_id: nodeId("Commit", `${repository.id}:${sha}`),
    commit: {
      author: signatureJson(commit.author),
      committer: signatureJson(commit.committer),
      message: commit.message,
      tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
      url: `${api}/git/commits/${sha}`,
      comment_count: 0,
      verification: UNSIGNED,
    },
    url: `${api}/commits/${sha}`,
    html_url: `${repoPage(site, repository)}/commit/${sha}`,
    comments_url: `${api}/commits/${sha}/comments`,
    author: accountOf(site, commit.author),
    committer: accountOf(site, commit.committer),
    parents: commit.parents.map((parent) => ({
      sha: parent,
      url: `${api}/commits/${parent}`,
      html_url: `${repoPage(site, repository)}/commit/${parent}`,
    })),
  };
}

const EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

/** The files that a commit changed against its first parent. */
export async function filesOfCommit(site: Site, repository: Repository, commit: Commit): Promise<FileDiff[]> {
  return diffFiles(site.git(repository), commit.parents[0] ?? EMPTY_TREE, commit.sha);
}

/** `git-commit` */
export async function gitCommitJson(site: Site, repository: Repository, sha: string): Promise<JsonObject> {
  const commit = await readCommit(site.git(repository), sha);
  const api = repoApi(site, repository);
  const page = repoPage(site, repository);
  return {
    sha,
    node_id: nodeId("Commit", `${repository.id}:${sha}`),
    url: `${api}/git/commits/${sha}`,
    html_url: `${page}/commit/${sha}`,
    author: signatureJson(commit.author),
    committer: signatureJson(commit.committer),
    tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
    message: commit.message,
    parents: commit.parents.map((parent) => ({
      sha: parent,
      url: `${api}/git/commits/${parent}`,
      html_url: `${page}/commit/${parent}`,
    })),
    verification: UNSIGNED,
  };
}

/** `git-ref` */
export function refJson(site: Site, repository: Repository, ref: string, sha: string): JsonObject {
  const api = repoApi(site, repository);
  return {
    ref,
    node_id: nodeId("Ref", `${repository.id}:${ref}`),
    url: `${api}/git/${ref}`,
    object: { type: "commit", sha, url: `${api}/git/commits/${sha}` },
  };
}

/** `status` */
export function statusJson(site: Site, repository: Repository, status: Status): JsonObject {
  return {
    url: `${repoApi(site, repository)}/statuses/${status.sha}`,
    avatar_url: `${site.url}/avatars/${status.creator}`,
    id: status.id,
    node_id: nodeId("StatusContext", status.id),
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.createdAt,
    updated_at: status.createdAt,
    creator: loginJson(site, status.creator),
  };
}

/** `simple-commit-status`: what the combined status lists. */
export function simpleStatusJson(site: Site, repository: Repository, status: Status): JsonObject {
  const { creator: _creator, ...rest } = statusJson(site, repository, status);
  return { ...rest, required: false };
}

/** `check-run` */
export function checkRunJson(site: Site, repository: Repository, check: CheckRun): JsonObject {
  const api = repoApi(site, repository);
  const job = site.store.get("jobs", check.id);
  const url = `${api}/check-runs/${check.id}`;
  return {
    id: check.id,
    head_sha: check.sha,
    node_id: nodeId("CheckRun", check.id),
    external_id: check.externalId,
    url,
    html_url: check.detailsUrl ?? `${repoPage(site, repository)}/runs/${check.id}`,
    details_url: check.detailsUrl,
    status: check.status,
    conclusion: check.conclusion,
    started_at: check.startedAt,
    completed_at: check.completedAt,
    output: {
      title: check.title,
      summary: check.summary,
      text: check.text,
      annotations_count: job?.annotations.length ?? 0,
      annotations_url: `${url}/annotations`,
    },
    name: check.name,
    check_suite: { id: job?.runId ?? check.repository },
    app: actionsApp(site),
    pull_requests: [],
  };
}

/** The GitHub Actions app, which owns all check runs here. */
export function actionsApp(site: Site): JsonObject {
  return {
    id: 15368,
    slug: "github-actions",
    node_id: nodeId("App", 15368),
    client_id: "Iv1.actions",
    owner: loginJson(site, "github"),
    name: "GitHub Actions",
    description: "Automate your workflow from idea to production",
    external_url: "https://help.github.com/en/actions",
    html_url: `${site.url}/apps/github-actions`,
    created_at: "2018-07-30T09:30:17Z",
    updated_at: "2024-04-10T20:33:16Z",
    permissions: { actions: "write", checks: "write", contents: "write", metadata: "read" },
    events: [],
  };
}

/** The short branch of a list. */
export function shortBranchJson(site: Site, repository: Repository, name: string, sha: string): JsonObject {
  return {
    name,
    commit: { sha, url: `${repoApi(site, repository)}/commits/${sha}` },
    protected: repository.rules.length > 0 && name === repository.defaultBranch,
  };
}

/** `branch-with-protection` */
export async function branchJson(
  site: Site,
  repository: Repository,
  name: string,
  sha: string,
): Promise<JsonObject> {
  const api = `${repoApi(site, repository)}/branches/${encodeURIComponent(name)}`;
  return {
    ...shortBranchJson(site, repository, name, sha),
    commit: await commitJson(site, repository, sha),
    _links: { self: api, html: `${repoPage(site, repository)}/tree/${name}` },
    protection: {
      enabled: false,
      required_status_checks: { enforcement_level: "off", contexts: [], checks: [] },
    },
    protection_url: `${api}/protection`,
  };
}
