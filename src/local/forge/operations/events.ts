/** Turns what happened into trigger events: payload, ref and commit of the runs, and the recursion rule. */
import type { JsonObject, TriggerEvent } from "../../contract.ts";
import { GITHUB_FACTS } from "../facts.ts";
import { mergeBase } from "../git/commits.ts";
import { diffFiles } from "../git/diff.ts";
import { labelJson, userJson } from "../rest/serialize/basics.ts";
import { commentJson, issueJson } from "../rest/serialize/issues.ts";
import { pullJson, reviewCommentJson, reviewJson } from "../rest/serialize/pulls.ts";
import { repositoryJson } from "../rest/serialize/repository.ts";
import { actorOf, branchHead, fullName, repositoryById, type Site } from "../site.ts";
import type {
  Comment,
  Issue,
  Label,
  Pull,
  Repository,
  Review,
  ReviewComment,
  Thread,
} from "../store/records.ts";
import { type Acting, DEPENDABOT } from "../viewer.ts";
import { numbersOf, testMerge } from "./mergeability.ts";

/** What a GITHUB_TOKEN's act starts; everybody else's acts start runs. */
export function startsOf(viewer: Acting, name: string, action?: string): TriggerEvent["starts"] {
  if (viewer.kind !== "job") return "runs";
  const starts: { readonly [event: string]: TriggerEvent["starts"] } = GITHUB_FACTS.botEvents.value;
  return starts[name] ?? starts[`${name}.${action}`] ?? "nothing";
}

const isLesser = ({ user }: Acting, name: string): boolean =>
  user.login === DEPENDABOT && GITHUB_FACTS.dependabotEvents.value.some((one) => one === name);

type Details = Omit<Partial<TriggerEvent>, "payload" | "repository" | "actor" | "id" | "name"> & {
  payload: JsonObject;
};

/** Emits an event that runs on the default branch unless `details` names a ref and commit. */
export function emit(
  site: Site,
  viewer: Acting,
  repository: Repository,
  name: string,
  details: Details,
): TriggerEvent {
  const { payload, ...rest } = details;
  const event: TriggerEvent = {
    id: site.ids.uuid(),
    name,
    repository: fullName(repository),
    actor: actorOf(viewer.user),
    ref: `refs/heads/${repository.defaultBranch}`,
    sha: branchHead(site, repository, repository.defaultBranch) ?? "",
    starts: startsOf(viewer, name, details.action),
    ...(isLesser(viewer, name) ? { fromDependabot: true } : {}),
    ...rest,
    payload: {
      ...payload,
      repository: repositoryJson(site, repository),
      sender: userJson(site, viewer.user),
    },
  };
  site.send(event);
  site.reconsider(repository);
  return event;
}

/** `issues` */
export function emitIssue(
  site: Site,
  viewer: Acting,
  repository: Repository,
  issue: Issue,
  action: string,
  more: JsonObject = {},
): void {
  emit(site, viewer, repository, "issues", {
    action,
    payload: { action, issue: issueJson(site, repository, issue), ...more },
  });
}

/** `changes` of a text that was edited */
export const changedBody = (from: string): JsonObject => ({ changes: { body: { from } } });

/** `label` of a payload */
export const labelPart = (site: Site, repository: Repository, label: Label): JsonObject => ({
  label: labelJson(site, repository, label),
});

/** `issue_comment`, for issues and pull requests alike. */
export function emitComment(
  site: Site,
  viewer: Acting,
  repository: Repository,
  issue: Issue,
  comment: Comment,
  action: string,
  more: JsonObject = {},
): void {
  emit(site, viewer, repository, "issue_comment", {
    action,
    payload: {
      action,
      issue: issueJson(site, repository, issue),
      comment: commentJson(site, repository, comment),
      ...more,
    },
  });
}

/**
 * `pull_request`, and the review events on it. Computes the test merge first: the runs use the merge commit,
 * and a pull request with conflicts starts none. After a merge the runs use the base branch.
 */
export async function emitPull(
  site: Site,
  viewer: Acting,
  repository: Repository,
  number: number,
  action: string,
  more: JsonObject = {},
  name = "pull_request",
): Promise<void> {
  const pull = await testMerge(site, repository, number);
  const git = site.git(repository);
  const numbers = await numbersOf(site, repository, pull);
  const base = branchHead(site, repository, pull.baseRef) ?? pull.baseSha;
  const from = (await mergeBase(git, base, pull.headSha)) ?? base;
  const changedPaths = (await diffFiles(git, from, pull.headSha)).map((file) => file.path);
  const merged = pull.merged && action === "closed";
  const sha = merged ? pull.mergeCommitSha : (pull.test?.sha ?? null);
  const payload = { action, number, pull_request: pullJson(site, repository, pull, numbers), ...more };
  emit(site, viewer, repository, name, {
    action,
    payload,
    ref: merged ? `refs/heads/${pull.baseRef}` : `refs/pull/${number}/merge`,
    sha: sha ?? pull.headSha,
    headRef: pull.headRef,
    headSha: pull.headSha,
    baseRef: pull.baseRef,
    changedPaths,
    ...(pull.headRepository === repository.id ? {} : { fromFork: true }),
    ...(sha === null ? { starts: "nothing" } : {}),
  });
}

/** `pull_request_review`: the state is in lower case here. */
export function emitReview(
  site: Site,
  viewer: Acting,
  repository: Repository,
  review: Review,
  action: string,
  more: JsonObject = {},
): Promise<void> {
  const json = { ...reviewJson(site, repository, review), state: review.state.toLowerCase() };
  const parts = { review: json, ...more };
  return emitPull(site, viewer, repository, review.number, action, parts, "pull_request_review");
}

/** `pull_request_review_comment` */
export function emitReviewComment(
  site: Site,
  viewer: Acting,
  repository: Repository,
  thread: Thread,
  comment: ReviewComment,
  action: string,
  more: JsonObject = {},
): Promise<void> {
  const parts = { comment: reviewCommentJson(site, repository, thread, comment), ...more };
  return emitPull(site, viewer, repository, comment.number, action, parts, "pull_request_review_comment");
}

export const repositoryOf = (site: Site, row: Pull | Issue): Repository =>
  repositoryById(site, row.repository);
