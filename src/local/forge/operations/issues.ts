/** Opening and changing issues; the issue half of pull requests goes the same way. */

import type { JsonObject } from "../../contract.ts";
import { ApiError, invalid, notFound, unprocessable } from "../errors.ts";
import { GITHUB_FACTS } from "../facts.ts";
import { loginJson } from "../rest/serialize/basics.ts";
import { labelsOf } from "../rest/serialize/issues.ts";
import { findUser, getIssue, issueKey, now, repositoryById, type Site } from "../site.ts";
import type { Happening, Issue, Label, Repository } from "../store/records.ts";
import { ACCESS, type Acting, may } from "../viewer.ts";
import { emitIssue, emitPull, labelPart } from "./events.ts";
import { createLabel, findLabel, getLabel } from "./labels.ts";

export const MAX_BODY = GITHUB_FACTS.bodyLength.value;
const MAX_TITLE = GITHUB_FACTS.titleLength.value;
const MAX_LABELS = GITHUB_FACTS.labelsOfIssue.value;

export function checkBody(resource: string, body: string | null | undefined): void {
  if (body !== null && body !== undefined && [...body].length > MAX_BODY) {
    throw invalid(resource, "body", "custom", "body is too long (maximum is 65536 characters)");
  }
}

export function checkTitle(title: string): void {
  if (title.trim() === "") throw invalid("Issue", "title", "missing_field");
  if ([...title].length > MAX_TITLE)
    throw invalid("Issue", "title", "custom", "title is too long (maximum is 256 characters)");
}

export interface NewIssue {
  title: string;
  body: string | null;
  labels: string[];
  assignees: string[];
}

/** Opens an issue. Labels and assignees of people without triage are dropped silently, as on GitHub. */
export function createIssue(site: Site, viewer: Acting, repository: Repository, wanted: NewIssue): Issue {
  checkTitle(wanted.title);
  checkBody("Issue", wanted.body);
  const mayTriage = may(viewer, repository, ACCESS.triageIssues);
  return site.store.transact(() => {
    const issue = insertIssue(site, viewer, repository, {
      title: wanted.title,
      body: wanted.body,
      isPull: false,
    });
    emitIssue(site, viewer, repository, issue, "opened");
    if (!mayTriage) return issue;
    addLabelRows(
      site,
      viewer,
      repository,
      issue.number,
      wanted.labels.map((name) => ensureLabel(site, repository, name)),
    );
    return addAssignees(site, viewer, repository, issue.number, wanted.assignees);
  });
}

/** The row and its number, without events. */
export function insertIssue(
  site: Site,
  viewer: Acting,
  repository: Repository,
  wanted: { title: string; body: string | null; isPull: boolean },
): Issue {
  const current = repositoryById(site, repository.id);
  const number = current.nextNumber;
  site.store.put("repositories", repository.id, { ...current, nextNumber: number + 1 });
  const time = now(site);
  const issue: Issue = {
    id: site.store.nextId(),
    repository: repository.id,
    number,
    isPull: wanted.isPull,
    title: wanted.title,
    body: wanted.body,
    author: viewer.user.login,
    state: "open",
    stateReason: null,
    labels: [],
    assignees: [],
    locked: false,
    lockReason: null,
    createdAt: time,
    updatedAt: time,
    closedAt: null,
    closedBy: null,
    edited: null,
    parent: null,
    children: [],
    blockedBy: [],
  };
  return putIssue(site, issue);
}

export const putIssue = (site: Site, issue: Issue): Issue =>
  site.store.put("issues", issueKey(issue.repository, issue.number), issue);

/** Changes the row and its `updated_at`. */
export function touchIssue(site: Site, issue: Issue, change: Partial<Issue> = {}): Issue {
  return putIssue(site, { ...issue, ...change, updatedAt: now(site) });
}

export function record(
  site: Site,
  viewer: Acting,
  issue: Issue,
  event: string,
  more: Partial<Happening> = {},
): Happening {
  const id = site.store.nextId();
  return site.store.put("happenings", id, {
    id,
    repository: issue.repository,
    number: issue.number,
    event,
    actor: viewer.user.login,
    createdAt: now(site),
    label: null,
    subject: null,
    commit: null,
    rename: null,
    ...more,
  });
}

export interface IssueChange {
  title?: string | undefined;
  body?: string | null | undefined;
  state?: "open" | "closed" | undefined;
  stateReason?: Issue["stateReason"] | undefined;
}

/** Edits text and state, with one event per kind of change. */
export function updateIssue(
  site: Site,
  viewer: Acting,
  repository: Repository,
  number: number,
  change: IssueChange,
): Issue {
  if (change.title !== undefined) checkTitle(change.title);
  checkBody("Issue", change.body);
  return site.store.transact(() => {
    let issue = getIssue(site, repository, number);
    issue = editText(site, viewer, repository, issue, change);
    if (change.state === "closed" && issue.state === "open") {
      issue = touchIssue(site, issue, {
        state: "closed",
        stateReason: change.stateReason ?? "completed",
        closedAt: now(site),
        closedBy: viewer.user.login,
      });
      record(site, viewer, issue, "closed");
      announce(site, viewer, repository, issue, "closed");
    } else if (change.state === "open" && issue.state === "closed") {
      issue = touchIssue(site, issue, {
        state: "open",
        stateReason: "reopened",
        closedAt: null,
        closedBy: null,
      });
      record(site, viewer, issue, "reopened");
      announce(site, viewer, repository, issue, "reopened");
    } else if (change.stateReason && issue.state === "closed" && change.stateReason !== issue.stateReason) {
      issue = touchIssue(site, issue, { stateReason: change.stateReason });
    }
    return issue;
  });
}

function editText(
  site: Site,
  viewer: Acting,
  repository: Repository,
  issue: Issue,
  change: IssueChange,
): Issue {
  const title = change.title ?? issue.title;
  const body = change.body === undefined ? issue.body : change.body;
  if (title === issue.title && body === issue.body) return issue;
  const changes: JsonObject = {
    ...(title === issue.title ? {} : { title: { from: issue.title } }),
    ...(body === issue.body ? {} : { body: { from: issue.body ?? "" } }),
  };
  if (title !== issue.title)
    record(site, viewer, issue, "renamed", { rename: { from: issue.title, to: title } });
  const edited = body === issue.body ? issue.edited : { login: viewer.user.login, at: now(site) };
  const next = touchIssue(site, issue, { title, body, edited });
  announce(site, viewer, repository, next, "edited", { changes });
  return next;
}

/** An issue's event now; a pull request's as soon as git has told what it needs. */
function announce(
  site: Site,
  viewer: Acting,
  repository: Repository,
  issue: Issue,
  action: string,
  more: JsonObject = {},
): void {
  if (issue.isPull) site.later(() => emitPull(site, viewer, repository, issue.number, action, more));
  else emitIssue(site, viewer, repository, issue, action, more);
}

/** The label, created when it is new: adding an unknown label to an issue creates it. */
export function ensureLabel(site: Site, repository: Repository, name: string): Label {
  return findLabel(site, repository, name) ?? createLabel(site, repository, { name });
}

/** Adds labels that the issue does not have yet; one `labeled` event each. */
export function addLabelRows(
  site: Site,
  viewer: Acting,
  repository: Repository,
  number: number,
  labels: Label[],
): Issue {
  return site.store.transact(() => {
    for (const label of labels) {
      const issue = getIssue(site, repository, number);
      if (issue.labels.includes(label.id)) continue;
      if (issue.labels.length >= MAX_LABELS)
        throw unprocessable("Validation Failed", ["An issue can have at most 100 labels."]);
      const next = touchIssue(site, issue, { labels: [...issue.labels, label.id] });
      record(site, viewer, next, "labeled", { label: { name: label.name, color: label.color } });
      announce(site, viewer, repository, next, "labeled", labelPart(site, repository, label));
    }
    return getIssue(site, repository, number);
  });
}

export function addLabels(
  site: Site,
  viewer: Acting,
  repository: Repository,
  number: number,
  names: string[],
): Issue {
  return site.store.transact(() =>
    addLabelRows(
      site,
      viewer,
      repository,
      number,
      names.map((name) => ensureLabel(site, repository, name)),
    ),
  );
}

/** Throws 404 when the issue does not carry the label. */
export function removeLabel(
  site: Site,
  viewer: Acting,
  repository: Repository,
  number: number,
  name: string,
): Issue {
  const label = getLabel(site, repository, name);
  const issue = getIssue(site, repository, number);
  if (!issue.labels.includes(label.id)) throw new ApiError(404, "Label does not exist");
  return site.store.transact(() => {
    const next = touchIssue(site, issue, { labels: issue.labels.filter((id) => id !== label.id) });
    record(site, viewer, next, "unlabeled", { label: { name: label.name, color: label.color } });
    announce(site, viewer, repository, next, "unlabeled", labelPart(site, repository, label));
    return next;
  });
}

/** Makes the issue carry exactly these labels. */
export function replaceLabels(
  site: Site,
  viewer: Acting,
  repository: Repository,
  number: number,
  names: string[],
): Issue {
  return site.store.transact(() => {
    const wanted = new Set(names.map((name) => name.toLowerCase()));
    for (const label of labelsOf(site, getIssue(site, repository, number))) {
      if (!wanted.has(label.name.toLowerCase())) removeLabel(site, viewer, repository, number, label.name);
    }
    return addLabels(site, viewer, repository, number, names);
  });
}

/** Assigns people who can be assigned; others are ignored, as on GitHub. */
export function addAssignees(
  site: Site,
  viewer: Acting,
  repository: Repository,
  number: number,
  logins: string[],
): Issue {
  return site.store.transact(() => {
    let issue = getIssue(site, repository, number);
    for (const login of logins) {
      const user = findUser(site, login);
      if (!user || issue.assignees.includes(user.login)) continue;
      issue = touchIssue(site, issue, { assignees: [...issue.assignees, user.login] });
      record(site, viewer, issue, "assigned", { subject: user.login });
      announce(site, viewer, repository, issue, "assigned", { assignee: loginJson(site, user.login) });
    }
    return issue;
  });
}

export function removeAssignees(
  site: Site,
  viewer: Acting,
  repository: Repository,
  number: number,
  logins: string[],
): Issue {
  return site.store.transact(() => {
    let issue = getIssue(site, repository, number);
    for (const login of issue.assignees.filter((one) =>
      logins.some((gone) => gone.toLowerCase() === one.toLowerCase()),
    )) {
      issue = touchIssue(site, issue, { assignees: issue.assignees.filter((one) => one !== login) });
      record(site, viewer, issue, "unassigned", { subject: login });
      announce(site, viewer, repository, issue, "unassigned", { assignee: loginJson(site, login) });
    }
    return issue;
  });
}

export function lockIssue(
  site: Site,
  viewer: Acting,
  repository: Repository,
  number: number,
  reason: string | null,
  locked: boolean,
): void {
  site.store.transact(() => {
    const issue = getIssue(site, repository, number);
    if (issue.locked === locked) return;
    const next = touchIssue(site, issue, { locked, lockReason: locked ? reason : null });
    record(site, viewer, next, locked ? "locked" : "unlocked");
    announce(site, viewer, repository, next, locked ? "locked" : "unlocked");
  });
}

export function demandIssueNotPull(issue: Issue): Issue {
  if (issue.isPull) throw notFound();
  return issue;
}
