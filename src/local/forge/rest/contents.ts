/** REST: files, branches, commits and comparisons. */
import type { JsonObject } from "../../contract.ts";
import { ApiError, notFound, unprocessable } from "../errors.ts";
import {
  aheadBehind,
  listCommits,
  listTree,
  mergeBase,
  readCommit,
  resolveCommit,
  type TreeEntry,
} from "../git/commits.ts";
import { diffFiles } from "../git/diff.ts";
import { optionalText, requiredText } from "../http/body.ts";
import { list, listLater, ok, pageOf } from "../http/replies.ts";
import { type RepositoryQuestion, type Route, repositoryRoute } from "../http/router.ts";
import { commitFiles } from "../operations/contents.ts";
import { branchHead } from "../site.ts";
import { ACCESS } from "../viewer.ts";
import { somebody, textIn } from "./ask.ts";
import { protectionRoutes } from "./protection.ts";
import { fileJson } from "./pulls.ts";
import { repoApi, repoPage } from "./serialize/basics.ts";
import { branchJson, commitJson, filesOfCommit, shortBranchJson } from "./serialize/git.ts";
import { simplePullJson } from "./serialize/pulls.ts";

const MAX_COMPARE_COMMITS = 250;
const MAX_COMPARE_FILES = 300;

export const contentRoutes: Route[] = [
  repositoryRoute("GET /contents/{path}", ACCESS.readContents, readContents),
  repositoryRoute("PUT /contents/{path}", ACCESS.writeContents, (question) => writeContents(question, false)),
  repositoryRoute("DELETE /contents/{path}", ACCESS.writeContents, (question) =>
    writeContents(question, true),
  ),
  repositoryRoute("GET /branches", ACCESS.readContents, (question) => {
    const { site, repository } = question;
    const heads = [...site.git(repository).refs].filter(([ref]) => ref.startsWith("refs/heads/"));
    return list(question, heads, ([ref, sha]) =>
      shortBranchJson(site, repository, ref.slice("refs/heads/".length), sha),
    );
  }),
  ...protectionRoutes,
  repositoryRoute("GET /branches/{branch}", ACCESS.readContents, async (question) => {
    const { site, repository } = question;
    const sha = branchHead(site, repository, textIn(question, "branch"));
    if (!sha) throw new ApiError(404, "Branch not found");
    return ok(await branchJson(site, repository, textIn(question, "branch"), sha));
  }),
  repositoryRoute("GET /commits", ACCESS.readContents, async (question) => {
    const { site, repository, query } = question;
    const start = await resolveCommit(site.git(repository), query.get("sha") ?? repository.defaultBranch);
    if (!start)
      throw new ApiError(
        query.has("sha") ? 404 : 409,
        query.has("sha") ? "Not Found" : "Git Repository is empty.",
      );
    const path = query.get("path");
    const shas = await listCommits(site.git(repository), [start], {
      limit: 10_000,
      ...(path ? { path } : {}),
    });
    return listLater(question, shas, (sha) => commitJson(site, repository, sha));
  }),
  repositoryRoute("GET /commits/{commit_sha}/pulls", ACCESS.readPulls, async (question) => {
    const { site, repository } = question;
    const sha = textIn(question, "commit_sha");
    if ((await site.git(repository).read(sha))?.type !== "commit")
      throw unprocessable(`No commit found for SHA: ${sha}`);
    const rows = [];
    for (const pull of site.store.filter("pulls", (row) => row.repository === repository.id)) {
      const range = await listCommits(site.git(repository), [pull.headSha, `^${pull.baseSha}`]);
      if (pull.mergeCommitSha === sha || range.includes(sha)) rows.push(pull);
    }
    return list(question, rows, (pull) => simplePullJson(site, repository, pull));
  }),
  repositoryRoute("GET /compare/{basehead}", ACCESS.readContents, compare),
];

/** Last of all: its parameter may hold slashes. */
export const commitRoute = repositoryRoute("GET /commits/{ref}", ACCESS.readContents, async (question) => {
  const { site, repository } = question;
  const sha = await resolveCommit(site.git(repository), textIn(question, "ref"));
  if (!sha) throw unprocessable(`No commit found for SHA: ${textIn(question, "ref")}`);
  if (/\.sha\b/.test(question.accept))
    return {
      status: 200,
      body: Buffer.from(sha),
      headers: { "content-type": "application/vnd.github.sha; charset=utf-8" },
    };
  const commit = await readCommit(site.git(repository), sha);
  const files = await filesOfCommit(site, repository, commit);
  const additions = files.reduce((sum, file) => sum + file.additions, 0);
  const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
  return ok({
    ...(await commitJson(site, repository, sha)),
    stats: { additions, deletions, total: additions + deletions },
    files: files.map((file) => fileJson(site, repository, sha, file)),
  });
});

async function readContents(question: RepositoryQuestion) {
  const { site, repository } = question;
  const git = site.git(repository);
  const ref = question.query.get("ref") ?? repository.defaultBranch;
  const sha = await resolveCommit(git, ref.replace(/^refs\/heads\//, ""));
  if (!sha)
    throw new ApiError(
      404,
      question.query.has("ref") ? `No commit found for the ref ${ref}` : "This repository is empty.",
    );
  const path = textIn(question, "path").replace(/\/$/, "");
  const object = await git.read(`${sha}:${path}`);
  if (!object) throw notFound();
  if (object.type === "tree") {
    const entries = await listTree(git, object.sha, false);
    return ok(
      entries.map((entry) =>
        entryJson(question, ref, path === "" ? entry.path : `${path}/${entry.path}`, entry, 0),
      ),
    );
  }
  if (/\.raw\b/.test(question.accept))
    return {
      status: 200,
      body: object.content,
      headers: { "content-type": "application/vnd.github.raw; charset=utf-8" },
    };
  const entry: TreeEntry = { mode: "100644", type: "blob", sha: object.sha, path };
  const content = object.content.toString("base64").replace(/(.{60})/g, "$1\n");
  return ok({ ...entryJson(question, ref, path, entry, object.content.length), content, encoding: "base64" });
}

function entryJson(
  question: RepositoryQuestion,
  ref: string,
  path: string,
  entry: TreeEntry,
  size: number,
): JsonObject {
  const { site, repository } = question;
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  const self = `${repoApi(site, repository)}/contents/${encoded}?ref=${encodeURIComponent(ref)}`;
  const isTree = entry.type === "tree";
  const git = `${repoApi(site, repository)}/git/${isTree ? "trees" : "blobs"}/${entry.sha}`;
  const html = `${repoPage(site, repository)}/${isTree ? "tree" : "blob"}/${ref}/${encoded}`;
  return {
    type: isTree ? "dir" : "file",
    size,
    name: path.split("/").at(-1) ?? path,
    path,
    sha: entry.sha,
    url: self,
    git_url: git,
    html_url: html,
    download_url: isTree ? null : `${repoPage(site, repository)}/raw/${ref}/${encoded}`,
    _links: { self, git, html },
  };
}

/** PUT needs the blob's SHA to replace a file; 409 when it is another one by now. */
async function writeContents(question: RepositoryQuestion, removal: boolean) {
  const { site, repository, body } = question;
  const actor = somebody(question);
  const path = textIn(question, "path");
  const branch = optionalText(body, "branch") ?? repository.defaultBranch;
  const git = site.git(repository);
  const head = branchHead(site, repository, branch);
  const known = head ? await git.read(`${head}:${path}`) : undefined;
  const sha = optionalText(body, "sha");
  if (known && sha === undefined) throw unprocessable('Invalid request.\n\n"sha" wasn\'t supplied.');
  if (removal && !known) throw notFound();
  if (sha !== undefined && known?.sha !== sha) throw new ApiError(409, `${path} does not match ${sha}`);
  const content = removal ? null : { content: Buffer.from(requiredText(body, "content"), "base64") };
  const commit = await commitFiles(site, actor, repository, {
    branch,
    message: requiredText(body, "message"),
    changes: { [path]: content },
    expectedHead: head,
    signed: actor.kind !== "person",
  }).catch((error: unknown) => {
    // The contents API answers violated rules with 409, the other ways with 422.
    throw error instanceof ApiError && error.status === 422 && /rule violations/.test(error.message)
      ? new ApiError(409, error.message)
      : error;
  });
  const blob = await git.read(`${commit}:${path}`);
  const entry: TreeEntry = { mode: "100644", type: "blob", sha: blob?.sha ?? "", path };
  const written = blob ? entryJson(question, branch, path, entry, blob.content.length) : null;
  const json = await commitJson(site, repository, commit);
  return { status: known ? 200 : 201, body: { content: written, commit: { ...json, ...nested(json) } } };
}

/** `file-commit` lifts author, committer, message and tree out of the nested commit. */
function nested(json: JsonObject): JsonObject {
  const inner = json.commit;
  if (typeof inner !== "object" || inner === null || Array.isArray(inner)) return {};
  const { author = null, committer = null, message = null, tree = null, verification = null } = inner;
  return { author, committer, message, tree, verification };
}

async function compare(question: RepositoryQuestion) {
  const { site, repository } = question;
  const git = site.git(repository);
  const [baseName = "", headName = ""] = textIn(question, "basehead").split("...");
  const strip = (name: string): string => name.replace(/^[^:/]+:/, "");
  const base = await resolveCommit(git, strip(baseName));
  const head = await resolveCommit(git, strip(headName));
  const common = base && head ? await mergeBase(git, base, head) : undefined;
  if (!base || !head || !common) throw notFound();
  const { ahead, behind } = await aheadBehind(git, base, head);
  const shas = (await listCommits(git, [head, `^${base}`], { limit: 10_000 })).reverse();
  const page = pageOf(question, shas);
  const chosen =
    question.query.has("per_page") || question.query.has("page")
      ? page
      : { rows: shas.slice(0, MAX_COMPARE_COMMITS), headers: {} };
  const files = (await diffFiles(git, common, head)).slice(0, MAX_COMPARE_FILES);
  const api = `${repoApi(site, repository)}/compare/${base}...${head}`;
  const html = `${repoPage(site, repository)}/compare/${base}...${head}`;
  const status = ahead > 0 ? (behind > 0 ? "diverged" : "ahead") : behind > 0 ? "behind" : "identical";
  const body = {
    url: api,
    html_url: html,
    permalink_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    base_commit: await commitJson(site, repository, base),
    merge_base_commit: await commitJson(site, repository, common),
    status,
    ahead_by: ahead,
    behind_by: behind,
    total_commits: shas.length,
    commits: await Promise.all(chosen.rows.map((sha) => commitJson(site, repository, sha))),
    files: files.map((file) => fileJson(site, repository, head, file)),
  };
  return { status: 200, body, headers: chosen.headers };
}
