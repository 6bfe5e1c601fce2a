/** REST: issues. */
import type { JsonObject } from "../../contract.ts";
import { mustHavePush, notAccessible } from "../errors.ts";
import { isObject, nullableText, optionalChoice, optionalTexts, requiredText } from "../http/body.ts";
import { created, list, noContent, ok } from "../http/replies.ts";
import { type RepositoryQuestion, type Route, repositoryRoute } from "../http/router.ts";
import {
  addAssignees,
  addLabels,
  createIssue,
  lockIssue,
  type NewIssue,
  removeAssignees,
  removeLabel,
  replaceLabels,
  updateIssue,
} from "../operations/issues.ts";
import { visibleReviews } from "../operations/reviews.ts";
import { findPull, getIssue } from "../site.ts";
import type { Issue } from "../store/records.ts";
import { ACCESS, demand, may } from "../viewer.ts";
import { issueIn, needFor, numberIn, somebody, textIn } from "./ask.ts";
import { labelJson } from "./serialize/basics.ts";
import { commentsOf, happeningJson, issueJson, labelsOf, timelineCommentJson } from "./serialize/issues.ts";
import { reviewJson } from "./serialize/pulls.ts";

const STATE_REASONS = ["completed", "not_planned", "duplicate", "reopened"] as const;

export const issueRoutes: Route[] = [
  repositoryRoute("GET /issues", ACCESS.readIssuesOrPulls, (question) =>
    list(question, selectIssues(question), (issue) => issueJson(question.site, question.repository, issue)),
  ),
  repositoryRoute("POST /issues", ACCESS.openIssues, (question) => {
    const { site, repository, body } = question;
    const wanted: NewIssue = {
      title: requiredText(body, "title"),
      body: nullableText(body, "body") ?? null,
      labels: optionalTexts(body, "labels") ?? [],
      assignees: optionalTexts(body, "assignees") ?? [],
    };
    return created(issueJson(site, repository, createIssue(site, somebody(question), repository, wanted)));
  }),
  repositoryRoute("GET /issues/{issue_number}", ACCESS.metadata, (question) => {
    const issue = issueIn(question, "read");
    return ok(issueJson(question.site, question.repository, issue));
  }),
  repositoryRoute("PATCH /issues/{issue_number}", ACCESS.metadata, changeIssue),
  repositoryRoute("GET /issues/{issue_number}/labels", ACCESS.metadata, (question) =>
    list(question, labelsOf(question.site, issueIn(question, "read")), (label) =>
      labelJson(question.site, question.repository, label),
    ),
  ),
  repositoryRoute("POST /issues/{issue_number}/labels", ACCESS.metadata, (question) => {
    const issue = issueIn(question, "triage");
    return ok(
      labels(
        question,
        addLabels(question.site, somebody(question), question.repository, issue.number, labelNames(question)),
      ),
    );
  }),
  repositoryRoute("PUT /issues/{issue_number}/labels", ACCESS.metadata, (question) => {
    const issue = issueIn(question, "triage");
    return ok(
      labels(
        question,
        replaceLabels(
          question.site,
          somebody(question),
          question.repository,
          issue.number,
          labelNames(question),
        ),
      ),
    );
  }),
  repositoryRoute("DELETE /issues/{issue_number}/labels", ACCESS.metadata, (question) => {
    const issue = issueIn(question, "triage");
    replaceLabels(question.site, somebody(question), question.repository, issue.number, []);
    return noContent();
  }),
  repositoryRoute("DELETE /issues/{issue_number}/labels/{name}", ACCESS.metadata, (question) => {
    const issue = issueIn(question, "triage");
    return ok(
      labels(
        question,
        removeLabel(
          question.site,
          somebody(question),
          question.repository,
          issue.number,
          textIn(question, "name"),
        ),
      ),
    );
  }),
  repositoryRoute("POST /issues/{issue_number}/assignees", ACCESS.metadata, (question) => {
    const issue = issueIn(question, "triage");
    const logins = optionalTexts(question.body, "assignees") ?? [];
    return created(
      issueJson(
        question.site,
        question.repository,
        addAssignees(question.site, somebody(question), question.repository, issue.number, logins),
      ),
    );
  }),
  repositoryRoute("DELETE /issues/{issue_number}/assignees", ACCESS.metadata, (question) => {
    const issue = issueIn(question, "triage");
    const logins = optionalTexts(question.body, "assignees") ?? [];
    return ok(
      issueJson(
        question.site,
        question.repository,
        removeAssignees(question.site, somebody(question), question.repository, issue.number, logins),
      ),
    );
  }),
  repositoryRoute("PUT /issues/{issue_number}/lock", ACCESS.metadata, (question) => lock(question, true)),
  repositoryRoute("DELETE /issues/{issue_number}/lock", ACCESS.metadata, (question) => lock(question, false)),
  repositoryRoute("GET /issues/{issue_number}/events", ACCESS.metadata, (question) => {
    const issue = issueIn(question, "read");
    return list(question, happeningsOf(question, issue), (one) =>
      happeningJson(question.site, question.repository, one),
    );
  }),
  repositoryRoute("GET /issues/{issue_number}/timeline", ACCESS.metadata, (question) =>
    list(question, timeline(question, issueIn(question, "read")), (entry) => entry),
  ),
];

function selectIssues({ site, repository, query }: RepositoryQuestion): Issue[] {
  const state = query.get("state") ?? "open";
  const wanted = (query.get("labels") ?? "")
    .split(",")
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== "");
  const since = query.get("since");
  const creator = query.get("creator")?.toLowerCase();
  const assignee = query.get("assignee")?.toLowerCase();
  const rows = site.store.filter("issues", (issue) => {
    if (issue.repository !== repository.id || (state !== "all" && issue.state !== state)) return false;
    if (since && issue.updatedAt < since) return false;
    if (creator && issue.author.toLowerCase() !== creator) return false;
    if (assignee && assignee !== "*" && !issue.assignees.some((login) => login.toLowerCase() === assignee))
      return false;
    const names = labelsOf(site, issue).map((label) => label.name.toLowerCase());
    return wanted.every((name) => names.includes(name));
  });
  return sorted(rows, query.get("sort") ?? "created", query.get("direction") ?? "desc");
}

function sorted(rows: Issue[], by: string, direction: string): Issue[] {
  const key = (issue: Issue): string => (by === "updated" ? issue.updatedAt : issue.createdAt);
  const ascending = rows.sort(
    (one, other) => key(one).localeCompare(key(other)) || one.number - other.number,
  );
  return direction === "asc" ? ascending : ascending.reverse();
}

/** The author may edit and close; labels and assignees need triage. */
function changeIssue(question: RepositoryQuestion) {
  const { site, repository, body } = question;
  const issue = getIssue(site, repository, numberIn(question, "issue_number"));
  const actor = somebody(question);
  const triage = may(actor, repository, needFor(issue, "triage"));
  const own = actor.kind === "person" && actor.user.login === issue.author;
  if (!triage && !own) {
    demand(actor, repository, ACCESS.metadata);
    throw actor.kind !== "person" ? notAccessible() : mustHavePush();
  }
  updateIssue(site, actor, repository, issue.number, {
    title: typeof body.title === "number" ? String(body.title) : (nullableText(body, "title") ?? undefined),
    body: nullableText(body, "body"),
    state: optionalChoice(body, "state", ["open", "closed"]),
    stateReason: optionalChoice(body, "state_reason", STATE_REASONS),
  });
  const wantedLabels = optionalTexts(body, "labels");
  if (wantedLabels && triage) replaceLabels(site, actor, repository, issue.number, wantedLabels);
  const assignees = optionalTexts(body, "assignees");
  if (assignees && triage) {
    const current = getIssue(site, repository, issue.number).assignees;
    removeAssignees(
      site,
      actor,
      repository,
      issue.number,
      current.filter((login) => !assignees.includes(login)),
    );
    addAssignees(site, actor, repository, issue.number, assignees);
  }
  return ok(issueJson(site, repository, getIssue(site, repository, issue.number)));
}

function labelNames(question: RepositoryQuestion): string[] {
  if (Array.isArray(question.rawBody)) return optionalTexts({ labels: question.rawBody }, "labels") ?? [];
  return optionalTexts(isObject(question.rawBody) ? question.rawBody : {}, "labels") ?? [];
}

function labels(question: RepositoryQuestion, issue: Issue): JsonObject[] {
  return labelsOf(question.site, issue).map((label) => labelJson(question.site, question.repository, label));
}

function lock(question: RepositoryQuestion, locked: boolean) {
  const issue = getIssue(question.site, question.repository, numberIn(question, "issue_number"));
  demand(question.viewer, question.repository, { ...needFor(issue, "triage"), role: "write" });
  const reason =
    optionalChoice(question.body, "lock_reason", ["off-topic", "too heated", "resolved", "spam"]) ?? null;
  lockIssue(question.site, somebody(question), question.repository, issue.number, reason, locked);
  return noContent();
}

function happeningsOf(question: RepositoryQuestion, issue: Issue) {
  const hidden = new Set(["reviewed"]);
  return question.site.store.filter(
    "happenings",
    (row) => row.repository === issue.repository && row.number === issue.number && !hidden.has(row.event),
  );
}

/** Happenings, comments and reviews in order of time. */
function timeline(question: RepositoryQuestion, issue: Issue): JsonObject[] {
  const { site, repository } = question;
  const entries: { at: string; id: number; json: JsonObject }[] = [];
  for (const one of happeningsOf(question, issue))
    entries.push({ at: one.createdAt, id: one.id, json: happeningJson(site, repository, one) });
  for (const one of commentsOf(site, issue))
    entries.push({ at: one.createdAt, id: one.id, json: timelineCommentJson(site, repository, one) });
  const pull = findPull(site, repository, issue.number);
  for (const review of pull ? visibleReviews(site, undefined, pull) : []) {
    const at = review.submittedAt ?? review.createdAt;
    entries.push({
      at,
      id: review.id,
      json: { ...reviewJson(site, repository, review), event: "reviewed", state: review.state.toLowerCase() },
    });
  }
  return entries
    .sort((one, other) => one.at.localeCompare(other.at) || one.id - other.id)
    .map((entry) => entry.json);
}
