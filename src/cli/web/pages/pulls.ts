/** The pull requests of a repository, and one of them with diff, reviews, threads and checks. */
import { short } from "../../../domain/words.ts";
import { type Html, html, link, type Part } from "../html.ts";
import type { ChangedFile, Check, Pull, PullView, Review } from "../read.ts";
import { type Frame, form, labels, live, state, text, time } from "./layout.ts";
import { renderComments, renderForms } from "./talk.ts";

export function renderPulls(repository: string, pulls: readonly Pull[]): Part {
  return live(
    "pulls",
    pulls.length === 0
      ? html`<p>No pull request yet.</p>`
      : html`<ul class="list">${pulls.map(
          (pull) =>
            html`<li>${state(stateOf(pull))} <a href="/${repository}/pull/${pull.number}">#${pull.number} ${pull.title}</a>${labels(pull.labels)} <span class="soft">${pull.user}, ${time(pull.created_at)}</span></li>`,
        )}</ul>`,
  );
}

function stateOf({ merged_at, draft, state: of }: Pull): string {
  if (merged_at !== null) return "merged";
  return draft && of === "open" ? "draft" : of;
}

/** `why`: why it is not merged, in the words of the manager. */
export function renderPull(
  frame: Frame,
  repository: string,
  view: PullView,
  why: string | undefined,
  known: readonly string[],
): Part {
  const { pull, comments, reviews, threads, files, checks } = view;
  const { number, head, labels: names } = pull;
  const open = pull.state === "open";
  return [
    live(
      "head",
      html`<p>${state(stateOf(pull))} ${head.ref} into ${pull.base.ref}, head <code>${short(head.sha)}</code>${labels(names)}</p>
${why !== undefined && html`<p class="why">${why}</p>`}`,
    ),
    html`<article><p class="by"><strong>${pull.user}</strong> ${time(pull.created_at)}</p>${text(pull.body, repository)}</article>`,
    live("checks", renderChecks(checks)),
    live(
      "changes",
      html`<h2>Changes</h2><p class="soft">At head <code>${short(head.sha)}</code>.</p>
<p id="moved" class="notice" role="alert" hidden>The head is another one by now. <a href="/${repository}/pull/${number}">Load the page again</a> to see it.</p>
${files.map(renderFile)}${open && renderVerdict(frame, repository, pull)}`,
      head.sha,
    ),
    live(
      "reviews",
      html`<h2>Reviews</h2>${reviews.map((review) => renderReview(repository, review))}${renderThreads(repository, threads)}`,
    ),
    live("comments", html`<h2>Comments</h2>${renderComments(repository, comments)}`),
    renderForms(frame, { repository, kind: "pull", number, state: stateOf(pull), labels: names }, known),
  ];
}

/** The head in the form is the one on the page: what was pushed since is not approved with it. */
function renderVerdict(frame: Frame, repository: string, { number, head }: Pull): Html {
  const fields = { act: "review", kind: "pull", number, head: head.sha } as const;
  return form(
    frame,
    repository,
    fields,
    html`<label for="review">Your review of exactly <code>${short(head.sha)}</code>, as it is shown above</label>
<textarea id="review" name="body" rows="3"></textarea>
<button name="event" value="APPROVE">Approve</button> <button name="event" value="REQUEST_CHANGES">Request changes</button>`,
  );
}

function renderChecks(checks: readonly Check[]): Html {
  return html`<h2>Checks</h2>${
    checks.length === 0
      ? html`<p>None at this head.</p>`
      : html`<ul class="list">${checks.map(
          (check) => html`<li>${state(check.state)} ${link(check.url, check.name)} ${check.text}</li>`,
        )}</ul>`
  }`;
}

function renderReview(
  repository: string,
  { id, user, state: of, body, commit_id, submitted_at }: Review,
): Html {
  return html`<article id="pullrequestreview-${id}"><p class="by"><strong>${user}</strong> ${state(of)} ${commit_id !== null && html`of <code>${short(commit_id)}</code>`} ${submitted_at !== undefined && time(submitted_at)}</p>${text(body, repository)}</article>`;
}

function renderThreads(repository: string, threads: PullView["threads"]): Part {
  return threads.map(
    ({ path, line, originalLine, isResolved, isOutdated, comments }) =>
      html`<article class="thread"><h3>${path}:${line ?? originalLine ?? 0} ${state(isResolved ? "resolved" : "open")}${isOutdated && " outdated"}</h3>${comments.map(
        ({ author, body, createdAt }) =>
          html`<p class="by"><strong>${author?.login ?? "ghost"}</strong> ${time(createdAt)}</p>${text(body, repository)}`,
      )}</article>`,
  );
}

function renderFile({ filename, status, additions, deletions, patch }: ChangedFile): Html {
  return html`<details open><summary><code>${filename}</code> ${status}, <ins>+${additions}</ins> <del>−${deletions}</del></summary>${
    patch === undefined
      ? html`<p>No text to show.</p>`
      : html`<pre class="diff" tabindex="0" role="group" aria-label="Changes of ${filename}">${patch.split("\n").map(renderLine)}</pre>`
  }</details>`;
}

function renderLine(line: string): Part {
  if (line.startsWith("+")) return html`<ins>${line}</ins>\n`;
  if (line.startsWith("-")) return html`<del>${line}</del>\n`;
  return line.startsWith("@@") ? html`<span class="soft">${line}</span>\n` : `${line}\n`;
}
