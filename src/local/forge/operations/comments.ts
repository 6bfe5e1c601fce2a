/** Comments on issues and pull requests, and reactions to anything. */
import { invalid, notFound } from "../errors.ts";
import { getIssue, now, type Site } from "../site.ts";
import type { Comment, Issue, Reaction, ReactionContent, Repository } from "../store/records.ts";
import type { Acting } from "../viewer.ts";
import { changedBody, emitComment } from "./events.ts";
import { checkBody, touchIssue } from "./issues.ts";

export const REACTIONS: readonly ReactionContent[] = [
  "+1",
  "-1",
  "laugh",
  "confused",
  "heart",
  "hooray",
  "rocket",
  "eyes",
];

export function createComment(
  site: Site,
  viewer: Acting,
  repository: Repository,
  number: number,
  body: string,
): Comment {
  if (body.trim() === "") throw invalid("IssueComment", "body", "missing_field");
  checkBody("IssueComment", body);
  return site.store.transact(() => {
    const issue = touchIssue(site, getIssue(site, repository, number));
    const time = now(site);
    const comment: Comment = {
      id: site.store.nextId(),
      repository: repository.id,
      number,
      author: viewer.user.login,
      body,
      createdAt: time,
      updatedAt: time,
      edited: null,
      minimized: null,
    };
    site.store.put("comments", comment.id, comment);
    emitComment(site, viewer, repository, issue, comment, "created");
    return comment;
  });
}

export function getComment(site: Site, repository: Repository, id: number): Comment {
  const comment = site.store.get("comments", id);
  if (comment?.repository !== repository.id) throw notFound();
  return comment;
}

export function updateComment(
  site: Site,
  viewer: Acting,
  repository: Repository,
  id: number,
  body: string,
): Comment {
  checkBody("IssueComment", body);
  return site.store.transact(() => {
    const comment = getComment(site, repository, id);
    const time = now(site);
    const next = site.store.put("comments", id, {
      ...comment,
      body,
      updatedAt: time,
      edited: { login: viewer.user.login, at: time },
    });
    const issue = touchIssue(site, getIssue(site, repository, comment.number));
    emitComment(site, viewer, repository, issue, next, "edited", changedBody(comment.body));
    return next;
  });
}

export function deleteComment(site: Site, viewer: Acting, repository: Repository, id: number): void {
  site.store.transact(() => {
    const comment = getComment(site, repository, id);
    site.store.remove("comments", id);
    const issue: Issue = touchIssue(site, getIssue(site, repository, comment.number));
    emitComment(site, viewer, repository, issue, comment, "deleted");
  });
}

/** Adds a reaction; `created` is false when this viewer had left it before. */
export function react(
  site: Site,
  viewer: Acting,
  subject: string,
  content: string,
): { reaction: Reaction; created: boolean } {
  const known = REACTIONS.find((one) => one === content);
  if (!known) throw invalid("Reaction", "content", "invalid");
  const before = site.store.find(
    "reactions",
    (row) => row.subject === subject && row.content === known && row.author === viewer.user.login,
  );
  if (before) return { reaction: before, created: false };
  const id = site.store.nextId();
  const reaction = site.store.put("reactions", id, {
    id,
    subject,
    content: known,
    author: viewer.user.login,
    createdAt: now(site),
  });
  return { reaction, created: true };
}

export const reactionsTo = (site: Site, subject: string): Reaction[] =>
  site.store.filter("reactions", (row) => row.subject === subject);
