/** Shared readings of a question: numbers in the path, the viewer as somebody, issue access. */
import { notFound } from "../errors.ts";
import type { Question, RepositoryQuestion } from "../http/router.ts";
import { getIssue, getPull } from "../site.ts";
import type { Issue, Pull } from "../store/records.ts";
import { ACCESS, type Access, type Acting, demand, demandSomebody } from "../viewer.ts";

export function numberIn(question: Question, name: string): number {
  const number = Number(question.parameters[name]);
  if (!Number.isInteger(number) || number < 0) throw notFound();
  return number;
}

export const textIn = (question: Question, name: string): string => question.parameters[name] ?? "";

export const somebody = (question: Question): Acting => demandSomebody(question.viewer);

/** The issue of the path, for which a token needs `issues`, or for a pull request `pull-requests` or `issues`. */
export function issueIn(question: RepositoryQuestion, need: "read" | "comment" | "triage"): Issue {
  const issue = getIssue(question.site, question.repository, numberIn(question, "issue_number"));
  demand(question.viewer, question.repository, needFor(issue, need));
  return issue;
}

export function needFor(issue: Issue, need: "read" | "comment" | "triage"): Access {
  if (need === "read") return issue.isPull ? ACCESS.readIssuesOrPulls : ACCESS.readIssues;
  if (need === "comment") return issue.isPull ? ACCESS.commentPulls : ACCESS.openIssues;
  return issue.isPull ? ACCESS.triagePulls : ACCESS.triageIssues;
}

export const pullIn = (question: RepositoryQuestion): Pull =>
  getPull(question.site, question.repository, numberIn(question, "pull_number"));
