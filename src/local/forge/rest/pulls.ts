/** REST: pull requests. */
import type { JsonObject } from "../../contract.ts";
import { ApiError, mustHavePush, notAccessible, unprocessable } from "../errors.ts";
import { listCommits } from "../git/commits.ts";
import type { FileDiff } from "../git/diff.ts";
import {
  nullableText,
  optionalChoice,
  optionalFlag,
  optionalText,
  optionalTexts,
  requiredText,
} from "../http/body.ts";
import { accepted, created, list, listLater, noContent, ok } from "../http/replies.ts";
import { type Reply, type RepositoryQuestion, type Route, repositoryRoute } from "../http/router.ts";
import { mergeableOf, numbersOf, testMerge } from "../operations/mergeability.ts";
import { mergePull, updateBranch } from "../operations/merging.ts";
import { pullBase, pullFiles } from "../operations/pull-range.ts";
import { createPull, requestReviewers, unrequestReviewers, updatePull } from "../operations/pulls.ts";
import { branchHead, getIssue, getPull, repositoryById, type Site } from "../site.ts";
import type { Pull, Repository } from "../store/records.ts";
import { ACCESS, may } from "../viewer.ts";
import { pullIn, somebody } from "./ask.ts";
import { loginJson, repoApi, repoPage } from "./serialize/basics.ts";
import { commitJson } from "./serialize/git.ts";
import { pullJson, simplePullJson } from "./serialize/pulls.ts";

export const pullRoutes: Route[] = [
  repositoryRoute("GET /pulls", ACCESS.readPulls, (question) =>
    list(question, selectPulls(question), (pull) => simplePullJson(question.site, question.repository, pull)),
  ),
  repositoryRoute("POST /pulls", { ...ACCESS.writePulls, role: "read" }, async (question) => {
    const { site, repository, body } = question;
    const wanted = {
      title: requiredText(body, "title"),
      body: nullableText(body, "body") ?? null,
      head: requiredText(body, "head"),
      base: requiredText(body, "base"),
      draft: optionalFlag(body, "draft") ?? false,
    };
    return created(
      await fullPull(site, repository, await createPull(site, somebody(question), repository, wanted)),
    );
  }),
  repositoryRoute("GET /pulls/{pull_number}", ACCESS.readPulls, async (question) => {
    const pull = pullIn(question);
    if (/\.(diff|patch)\b/.test(question.accept)) return rawDiff(question, pull);
    return ok(await readPull(question.site, question.repository, pull));
  }),
  repositoryRoute("PATCH /pulls/{pull_number}", ACCESS.metadata, async (question) => {
    const { site, repository, body } = question;
    const pull = pullIn(question);
    const actor = somebody(question);
    const own =
      actor.kind === "person" && getIssue(site, repository, pull.number).author === actor.user.login;
    if (!own && !may(actor, repository, ACCESS.writePulls))
      throw actor.kind !== "person" ? notAccessible() : mustHavePush();
    const next = await updatePull(site, actor, repository, pull.number, {
      title: optionalText(body, "title"),
      body: nullableText(body, "body"),
      base: optionalText(body, "base"),
      state: optionalChoice(body, "state", ["open", "closed"]),
    });
    return ok(await fullPull(site, repository, next));
  }),
  repositoryRoute("GET /pulls/{pull_number}/files", ACCESS.readPulls, async (question) => {
    const { site, repository } = question;
    const pull = pullIn(question);
    return list(question, await pullFiles(site, repository, pull), (file) =>
      fileJson(site, repository, pull.headSha, file),
    );
  }),
  repositoryRoute("GET /pulls/{pull_number}/commits", ACCESS.readPulls, async (question) => {
    const { site, repository } = question;
    const pull = pullIn(question);
    const base = await pullBase(site, repository, pull);
    const shas = (await listCommits(site.git(repository), [pull.headSha, `^${base}`])).reverse();
    return listLater(question, shas, (sha) => commitJson(site, repository, sha));
  }),
  repositoryRoute("GET /pulls/{pull_number}/merge", ACCESS.readPulls, (question) => {
    if (!pullIn(question).merged) throw new ApiError(404, "Not Found");
    return noContent();
  }),
  repositoryRoute("PUT /pulls/{pull_number}/merge", ACCESS.writeContents, async (question) => {
    const { site, repository, body } = question;
    const sha = await mergePull(site, somebody(question), repository, pullIn(question).number, {
      method: optionalChoice(body, "merge_method", ["merge", "squash", "rebase"]) ?? "merge",
      sha: optionalText(body, "sha"),
      title: optionalText(body, "commit_title"),
      message: optionalText(body, "commit_message"),
    });
    return ok({ sha, merged: true, message: "Pull Request successfully merged" });
  }),
  repositoryRoute(
    "PUT /pulls/{pull_number}/update-branch",
    { ...ACCESS.writePulls, role: "read" },
    async (question) => {
      const { site, repository, body } = question;
      const number = pullIn(question).number;
      await updateBranch(
        site,
        somebody(question),
        repository,
        number,
        optionalText(body, "expected_head_sha"),
      );
      return accepted({
        message: "Updating pull request branch.",
        url: `${repoPage(site, repository)}/pull/${number}`,
      });
    },
  ),
  repositoryRoute("GET /pulls/{pull_number}/requested_reviewers", ACCESS.readPulls, (question) =>
    ok({
      users: pullIn(question).requestedReviewers.map((login) => loginJson(question.site, login)),
      teams: [],
    }),
  ),
  repositoryRoute("POST /pulls/{pull_number}/requested_reviewers", ACCESS.writePulls, (question) => {
    const { site, repository, body } = question;
    const logins = optionalTexts(body, "reviewers") ?? [];
    if ((optionalTexts(body, "team_reviewers") ?? []).length > 0)
      throw unprocessable("Could not resolve to a node with the team's slug.");
    return created(
      simplePullJson(
        site,
        repository,
        requestReviewers(site, somebody(question), repository, pullIn(question).number, logins),
      ),
    );
  }),
  repositoryRoute("DELETE /pulls/{pull_number}/requested_reviewers", ACCESS.writePulls, (question) => {
    const { site, repository, body } = question;
    const logins = optionalTexts(body, "reviewers") ?? [];
    return ok(
      simplePullJson(
        site,
        repository,
        unrequestReviewers(site, somebody(question), repository, pullIn(question).number, logins),
      ),
    );
  }),
];

function selectPulls({ site, repository, query }: RepositoryQuestion): Pull[] {
  const state = query.get("state") ?? "open";
  const head = query.get("head");
  const base = query.get("base");
  const rows = site.store.filter("pulls", (pull) => {
    if (pull.repository !== repository.id) return false;
    if (state !== "all" && getIssue(site, repository, pull.number).state !== state) return false;
    if (head && head !== `${repositoryById(site, pull.headRepository).owner}:${pull.headRef}`) return false;
    return !base || pull.baseRef === base;
  });
  const by = query.get("sort") === "updated" ? "updatedAt" : "createdAt";
  const direction =
    query.get("direction") ?? (query.has("sort") && query.get("sort") !== "created" ? "asc" : "desc");
  rows.sort(
    (one, other) =>
      getIssue(site, repository, one.number)[by].localeCompare(
        getIssue(site, repository, other.number)[by],
      ) || one.number - other.number,
  );
  return direction === "asc" ? rows : rows.reverse();
}

/** With the counts; mergeability is whatever is known by now. */
export async function fullPull(site: Site, repository: Repository, pull: Pull): Promise<JsonObject> {
  return pullJson(site, repository, pull, await numbersOf(site, repository, pull));
}

/** Commits of which a reader was already told that mergeability is being computed. */
const announced = new WeakMap<Site, Set<string>>();

/** GitHub computes mergeability when somebody asks: the first answer after a change is null, the next has the value. */
export async function isMergeabilityKnown(site: Site, repository: Repository, pull: Pull): Promise<boolean> {
  const seen = announced.get(site) ?? new Set<string>();
  announced.set(site, seen);
  const key = `${repository.id} ${pull.number} ${pull.headSha} ${branchHead(site, repository, pull.baseRef)}`;
  const known = seen.has(key);
  seen.add(key);
  await testMerge(site, repository, pull.number);
  return known;
}

async function readPull(site: Site, repository: Repository, pull: Pull): Promise<JsonObject> {
  const known = await isMergeabilityKnown(site, repository, pull);
  const fresh = getPull(site, repository, pull.number);
  const numbers = await numbersOf(site, repository, fresh);
  const open = mergeableOf(site, repository, fresh) !== null;
  return pullJson(
    site,
    repository,
    fresh,
    known || !open ? numbers : { ...numbers, mergeable: null, mergeableState: "unknown" },
  );
}

async function rawDiff(question: RepositoryQuestion, pull: Pull): Promise<Reply> {
  const git = question.site.git(question.repository);
  const base = await pullBase(question.site, question.repository, pull);
  const patch = /\.patch\b/.test(question.accept);
  const range = `${base}..${pull.headSha}`;
  const result = await git.run(
    patch ? ["format-patch", "--stdout", range] : ["diff", "--no-ext-diff", "-M", base, pull.headSha],
  );
  const type = patch ? "application/vnd.github.patch" : "application/vnd.github.diff";
  return { status: 200, body: result.stdout, headers: { "content-type": `${type}; charset=utf-8` } };
}

/** `diff-entry` */
export function fileJson(site: Site, repository: Repository, sha: string, file: FileDiff): JsonObject {
  const path = file.path.split("/").map(encodeURIComponent).join("/");
  return {
    sha: file.sha,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${repoPage(site, repository)}/blob/${sha}/${path}`,
    raw_url: `${repoPage(site, repository)}/raw/${sha}/${path}`,
    contents_url: `${repoApi(site, repository)}/contents/${path}?ref=${sha}`,
    ...(file.patch === undefined ? {} : { patch: file.patch }),
    ...(file.previousPath === undefined ? {} : { previous_filename: file.previousPath }),
  };
}
