/** Commits, branches and statuses in REST's shapes. */
import type { JsonObject } from "../../../contract.ts";
import { type Commit, readCommit, type Signature } from "../../git/commits.ts";
import { diffFiles, type FileDiff } from "../../git/diff.ts";
import { signatureOf } from "../../git/signatures.ts";
import { nodeId } from "../../node-id.ts";
import { appPermissions } from "../../operations/apps.ts";
import { appliedRules } from "../../rules/applied.ts";
import { findProtection } from "../../rules/protection.ts";
import { findUser, type Site } from "../../site.ts";
import type { CheckRun, Repository, Status } from "../../store/records.ts";
import { ACTIONS_APP } from "../../viewer.ts";
import { loginJson, repoApi, repoPage, userJson } from "./basics.ts";
import { requiredChecksJson } from "./protection.ts";

/** `verification` of a commit. */
async function verificationJson(site: Site, repository: Repository, commit: Commit): Promise<JsonObject> {
  const found = await signatureOf(site, site.git(repository), commit.sha);
  if (!found)
    return { verified: false, reason: "unsigned", signature: null, payload: null, verified_at: null };
  const { verified, signature, payload } = found;
  return {
    verified,
    reason: verified ? "valid" : "unknown_key",
    signature,
    payload,
    verified_at: verified ? commit.committer.date : null,
  };
}

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
      verification: await verificationJson(site, repository, commit),
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

/** `simple-commit`: what runs, pushes and merge groups say of their head. */
export async function simpleCommitJson(site: Site, repository: Repository, sha: string): Promise<JsonObject> {
  const commit = await readCommit(site.git(repository), sha);
  const person = ({ name, email }: Signature): JsonObject => ({ name, email });
  return {
    id: sha,
    tree_id: commit.tree,
    message: commit.message,
    timestamp: commit.committer.date,
    author: person(commit.author),
    committer: person(commit.committer),
  };
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
    verification: await verificationJson(site, repository, commit),
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
  const app = appJson(site, check.app);
  return {
    id: check.id,
    head_sha: check.sha,
    node_id: nodeId("CheckRun", check.id),
    external_id: check.externalId,
    url,
    html_url: check.detailsUrl ?? `${repoPage(site, repository)}/runs/${check.id}`,
    details_url: check.detailsUrl ?? app.external_url ?? null,
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
    app,
    pull_requests: [],
  };
}

/** `integration`: GitHub Actions, or an App that was created here. */
export function appJson(site: Site, id: number): JsonObject {
  const app = site.store.get("apps", id);
  const { slug, name } = app ?? ACTIONS_APP;
  return {
    id,
    slug,
    node_id: nodeId("App", id),
    client_id: `Iv1.${slug}`,
    owner: loginJson(site, app?.owner ?? "github"),
    name,
    description: null,
    external_url: `${site.url}/apps/${slug}`,
    html_url: `${site.url}/apps/${slug}`,
    created_at: app?.createdAt ?? "2018-07-30T09:30:17Z",
    updated_at: app?.createdAt ?? "2018-07-30T09:30:17Z",
    permissions: appPermissions(app?.permissions ?? { actions: "write", checks: "write", contents: "write" }),
    events: [],
  };
}

/** The short branch of a list. */
export function shortBranchJson(site: Site, repository: Repository, name: string, sha: string): JsonObject {
  return {
    name,
    commit: { sha, url: `${repoApi(site, repository)}/commits/${sha}` },
    protected: appliedRules(site, repository, name).length > 0,
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
  const protection = findProtection(site, repository, name);
  const checks = protection?.settings.required_status_checks;
  return {
    ...shortBranchJson(site, repository, name, sha),
    commit: await commitJson(site, repository, sha),
    _links: { self: api, html: `${repoPage(site, repository)}/tree/${name}` },
    protection: {
      enabled: protection !== undefined,
      required_status_checks: checks
        ? {
            ...requiredChecksJson(site, repository, name, checks),
            enforcement_level: protection?.settings.enforce_admins ? "everyone" : "non_admins",
          }
        : { enforcement_level: "off", contexts: [], checks: [] },
    },
    protection_url: `${api}/protection`,
  };
}
