/** What a person says on an issue or a pull request, and the forms with which they act. */

import { type Html, html, type Part } from "../html.ts";
import type { Comment } from "../read.ts";
import { type Frame, form, live, text, time } from "./layout.ts";

/** Commands that a person may give with a button; the text of each is the comment. */
export const COMMANDS = ["start", "approve", "pause", "resume", "retry", "stop", "status"] as const;

/** An issue or a pull request as the forms name it. */
export interface Subject {
  repository: string;
  kind: "issues" | "pull";
  number: number;
  /** "open", "draft", "closed" or "merged". */
  state: string;
  labels: readonly string[];
}

export function renderComments(repository: string, comments: readonly Comment[]): Part {
  return comments.map(
    ({ id, user, body, created_at }) =>
      html`<article id="issuecomment-${id}"><p class="by"><strong>${user}</strong> ${time(created_at)}</p>${text(body, repository)}</article>`,
  );
}

export function renderForms(frame: Frame, subject: Subject, known: readonly string[]): Html {
  const { repository, kind, number, labels } = subject;
  const act = (name: string, fields: Record<string, string>, content: Part) =>
    form(frame, repository, { act: name, kind, number, ...fields }, content);
  return html`<h2>Say something</h2>
${act(
  "comment",
  {},
  html`<label for="comment">Comment</label><textarea id="comment" name="body" rows="4" required></textarea>
<button>Comment</button>`,
)}
<h2>Steer</h2>
<div class="row">${COMMANDS.map((name) =>
    act("command", { command: name }, html`<button>/nightshift ${name}</button>`),
  )}</div>
<div class="row">${act(
    "label",
    {},
    html`<label for="label">Label</label> <input id="label" name="label" list="labels" required autocomplete="off"><datalist id="labels">${known.map((name) => html`<option value="${name}"></option>`)}</datalist> <button>Add</button>`,
  )}</div>
${live("labels-now", html`<div class="row">${labels.map((name) => act("unlabel", { label: name }, html`<button>Remove ${name}</button>`))}</div>`)}
${live(
  "end",
  subject.state !== "merged" &&
    html`<div class="row">${subject.state === "closed" ? act("reopen", {}, html`<button>Reopen</button>`) : act("close", {}, html`<button>Close</button>`)}</div>`,
)}`;
}
