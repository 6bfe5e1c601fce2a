/** REST: refs and git objects. */
import { ApiError, notFound, unprocessable } from "../errors.ts";
import { listTree, type Signature, writeBlob, writeCommit, writeIndexTree } from "../git/commits.ts";
import { writeSignedCommit } from "../git/signatures.ts";
import {
  isObject,
  optionalChoice,
  optionalFlag,
  optionalObject,
  optionalObjects,
  optionalText,
  optionalTexts,
  requiredText,
} from "../http/body.ts";
import { created, list, noContent, ok } from "../http/replies.ts";
import { type RepositoryQuestion, type Route, repositoryRoute } from "../http/router.ts";
import { nodeId } from "../node-id.ts";
import { createBranch, moveRef, removeRef, signatureOf } from "../operations/contents.ts";
import { ACCESS } from "../viewer.ts";
import { somebody, textIn } from "./ask.ts";
import { repoApi } from "./serialize/basics.ts";
import { gitCommitJson, refJson } from "./serialize/git.ts";

const refIn = (question: RepositoryQuestion): string => `refs/${textIn(question, "ref")}`;

export const gitRoutes: Route[] = [
  repositoryRoute("GET /git/ref/{ref}", ACCESS.readContents, (question) => {
    const ref = refIn(question);
    const sha = question.site.git(question.repository).refs.get(ref);
    if (!sha) throw notFound();
    return ok(refJson(question.site, question.repository, ref, sha));
  }),
  repositoryRoute("GET /git/matching-refs/{ref}", ACCESS.readContents, (question) => {
    const refs = [...question.site.git(question.repository).refs].filter(([ref]) =>
      ref.startsWith(refIn(question)),
    );
    return list(question, refs, ([ref, sha]) => refJson(question.site, question.repository, ref, sha));
  }),
  repositoryRoute("POST /git/refs", ACCESS.writeContents, async (question) => {
    const { site, repository, body } = question;
    const ref = requiredText(body, "ref");
    const sha = requiredText(body, "sha");
    if (!/^refs\/[^/]+\/.+/.test(ref))
      throw unprocessable("Reference name must start with 'refs/' and have at least two slashes.");
    await createBranch(site, somebody(question), repository, ref, sha);
    return created(refJson(site, repository, ref, sha));
  }),
  repositoryRoute("PATCH /git/refs/{ref}", ACCESS.writeContents, async (question) => {
    const { site, repository, body } = question;
    const sha = requiredText(body, "sha");
    await moveRef(
      site,
      somebody(question),
      repository,
      refIn(question),
      sha,
      optionalFlag(body, "force") ?? false,
    );
    return ok(refJson(site, repository, refIn(question), sha));
  }),
  repositoryRoute("DELETE /git/refs/{ref}", ACCESS.writeContents, async (question) => {
    await removeRef(question.site, somebody(question), question.repository, refIn(question));
    return noContent();
  }),
  repositoryRoute("GET /git/commits/{commit_sha}", ACCESS.readContents, async (question) => {
    const sha = textIn(question, "commit_sha");
    if ((await question.site.git(question.repository).read(sha))?.type !== "commit") throw notFound();
    return ok(await gitCommitJson(question.site, question.repository, sha));
  }),
  repositoryRoute("POST /git/commits", ACCESS.writeContents, createCommit),
  repositoryRoute("GET /git/trees/{tree_sha}", ACCESS.readContents, async (question) => {
    const tree = await question.site.git(question.repository).read(`${textIn(question, "tree_sha")}^{tree}`);
    if (tree?.type !== "tree") throw notFound();
    return ok(await treeJson(question, tree.sha, question.query.has("recursive")));
  }),
  repositoryRoute("POST /git/trees", ACCESS.writeContents, createTree),
  repositoryRoute("GET /git/blobs/{file_sha}", ACCESS.readContents, async (question) => {
    const blob = await question.site.git(question.repository).read(textIn(question, "file_sha"));
    if (blob?.type !== "blob") throw notFound();
    const url = `${repoApi(question.site, question.repository)}/git/blobs/${blob.sha}`;
    const node = nodeId("Blob", `${question.repository.id}:${blob.sha}`);
    return ok({
      sha: blob.sha,
      node_id: node,
      size: blob.content.length,
      url,
      content: blob.content.toString("base64"),
      encoding: "base64",
    });
  }),
  repositoryRoute("POST /git/blobs", ACCESS.writeContents, async (question) => {
    const { site, repository, body } = question;
    const encoding = optionalText(body, "encoding") === "base64" ? "base64" : "utf8";
    const sha = await writeBlob(site.git(repository), Buffer.from(requiredText(body, "content"), encoding));
    return created({ sha, url: `${repoApi(site, repository)}/git/blobs/${sha}` });
  }),
];

async function createCommit(question: RepositoryQuestion) {
  const { site, repository, body } = question;
  const git = site.git(repository);
  const tree = requiredText(body, "tree");
  const parents = optionalTexts(body, "parents") ?? [];
  if ((await git.read(tree))?.type !== "tree") throw unprocessable("Tree SHA does not exist");
  for (const parent of parents) {
    if ((await git.read(parent))?.type !== "commit")
      throw unprocessable("Parent SHA does not exist or is not a commit object");
  }
  const own = signatureOf(site, somebody(question).user.login);
  const author = signatureIn(optionalObject(body, "author"), own);
  const commit = {
    tree,
    parents,
    message: requiredText(body, "message"),
    author,
    committer: signatureIn(optionalObject(body, "committer"), author),
  };
  const signed = somebody(question).kind !== "person" && !body.author && !body.committer;
  const sha = await (signed ? writeSignedCommit(site, git, commit) : writeCommit(git, commit));
  return created(await gitCommitJson(site, repository, sha));
}

function signatureIn(value: unknown, fallback: Signature): Signature {
  if (!isObject(value)) return fallback;
  return {
    name: requiredText(value, "name"),
    email: requiredText(value, "email"),
    date: optionalText(value, "date") ?? fallback.date,
  };
}

async function createTree(question: RepositoryQuestion) {
  const { site, repository, body } = question;
  const git = site.git(repository);
  const base = optionalText(body, "base_tree");
  const baseTree = base === undefined ? undefined : await git.read(`${base}^{tree}`);
  if (base !== undefined && !baseTree) throw unprocessable("base_tree is not a valid tree oid");
  const lines: string[] = [];
  for (const entry of optionalObjects(body, "tree")) {
    const path = requiredText(entry, "path");
    const mode =
      optionalChoice(entry, "mode", ["100644", "100755", "040000", "160000", "120000"]) ?? "100644";
    const content = optionalText(entry, "content");
    if (content === undefined && entry.sha === null) lines.push(`0 ${"0".repeat(40)}\t${path}`);
    else if (mode === "040000")
      throw unprocessable("Entries of mode 040000 are not supported here: send the files");
    else
      lines.push(
        `${mode} ${content === undefined ? requiredText(entry, "sha") : await writeBlob(git, content)}\t${path}`,
      );
  }
  const sha = await writeIndexTree(git, baseTree?.sha, lines).catch((error: unknown) => {
    throw new ApiError(422, "GitRPC::BadObjectState", {
      errors: [error instanceof Error ? error.message : String(error)],
    });
  });
  return created(await treeJson(question, sha, false));
}

async function treeJson(question: RepositoryQuestion, sha: string, recursive: boolean) {
  const { site, repository } = question;
  const git = site.git(repository);
  const api = `${repoApi(site, repository)}/git`;
  const entries = await listTree(git, sha, recursive);
  return {
    sha,
    url: `${api}/trees/${sha}`,
    tree: entries.map((entry) => ({
      path: entry.path,
      mode: entry.mode,
      type: entry.type,
      sha: entry.sha,
      url: `${api}/${entry.type}s/${entry.sha}`,
    })),
    truncated: false,
  };
}
