/** The issues of a repository, and one of them. */
import { type Html, html, type Part } from "../html.ts";
import type { Issue, IssueView } from "../read.ts";
import { type Frame, labels, live, state, text, time } from "./layout.ts";
import { renderComments, renderForms } from "./talk.ts";

export function renderIssues(repository: string, issues: readonly Issue[]): Part {
  return live(
    "issues",
    issues.length === 0
      ? html`<p>No issue yet.</p>`
      : html`<ul class="list">${issues.map(
          ({ number, title, state: of, labels: names, user, created_at }) =>
            html`<li>${state(of)} <a href="/${repository}/issues/${number}">#${number} ${title}</a>${labels(names)} <span class="soft">${user}, ${time(created_at)}</span></li>`,
        )}</ul>`,
  );
}

/** `why`: where the requirement or feature stands, in the words of the manager. */
export function renderIssue(
  frame: Frame,
  repository: string,
  { issue, comments }: IssueView,
  why: string | undefined,
  known: readonly string[],
): Part {
  const { number, labels: names } = issue;
  return [
    live("head", renderHead(issue, why)),
    html`<article><p class="by"><strong>${issue.user}</strong> ${time(issue.created_at)}</p>${text(issue.body, repository)}</article>`,
    live("comments", renderComments(repository, comments)),
    renderForms(frame, { repository, kind: "issues", number, state: issue.state, labels: names }, known),
  ];
}

function renderHead({ state: of, labels: names }: Issue, why: string | undefined): Html {
  return html`<p>${state(of)}${labels(names)}</p>${why !== undefined && html`<p class="why">${why}</p>`}`;
}
