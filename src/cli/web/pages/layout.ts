/** The frame of every page, and the parts that several pages have. */
import { visiblePart } from "../../../domain/state-block.ts";
import { type Html, html, type Part } from "../html.ts";
import { markdown } from "../markdown.ts";

/** Whose page it is, and what its forms must carry. */
export interface Frame {
  login: string;
  formProof: string;
}

export interface PageParts {
  title: string;
  /** owner/name; absent on pages of no repository. */
  repository?: string;
  /** Whose logs are followed. */
  run?: number;
  /** What went wrong with the form that was sent. */
  notice?: string;
  /** Nothing happens on it: it answers what was sent, or asks who is there. */
  still?: boolean;
  main: Part;
}

export function renderPage(frame: Frame, { title, repository, run, notice, still, main }: PageParts): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}${repository === undefined ? "" : ` · ${repository}`}</title>
<link rel="stylesheet" href="/-/page.css">
${still !== true && html`<script src="/-/page.js" defer></script>`}
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header>
<p class="who"><a href="/">Local GitHub</a> · you are ${frame.login}</p>
${repository !== undefined && renderNavigation(repository)}
</header>
<main id="main" data-repository="${repository ?? ""}" data-run="${run ?? ""}">
<h1>${title}</h1>
${notice !== undefined && html`<p class="notice" role="alert">${notice}</p>`}
${main}
</main>
<p id="live" class="soft" role="status"></p>
</body>
</html>
`.toString();
}

const TABS = [
  ["", "Overview"],
  ["/issues", "Issues"],
  ["/pulls", "Pull requests"],
  ["/actions", "Runs"],
  ["/messages", "Messages"],
] as const;

function renderNavigation(repository: string): Html {
  return html`<nav aria-label="${repository}"><strong>${repository}</strong> ${TABS.map(
    ([path, name]) => html`<a href="/${repository}${path}">${name}</a> `,
  )}</nav>`;
}

/** A part that is renewed when something happens; ids are our own words. With `of` it stays as it is when it would be of something else. */
export function live(id: string, content: Part, of = ""): Html {
  return html`<section id="${id}" data-live data-of="${of}">${content}</section>`;
}

/** A form of one act; `back` is the page to return to, by its path below the repository. */
export function form(
  frame: Frame,
  repository: string,
  fields: Readonly<Record<string, string | number>>,
  content: Part,
): Html {
  const hidden = { proof: frame.formProof, ...fields };
  return html`<form method="post" action="/${repository}/-/act">${Object.entries(hidden).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}${content}</form>`;
}

/** What people and agents wrote, without our state blocks. */
export function text(body: string, repository: string): Html {
  return html`<div class="text">${markdown(visiblePart(body), repository)}</div>`;
}

export function time(at: string): Html {
  return html`<time datetime="${at}">${at.slice(0, 16).replace("T", " ")}</time>`;
}

export function labels(names: readonly string[]): Part {
  return names.map((name) => html` <span class="label">${name}</span>`);
}

/** A state with its colour; the word says it, too. */
export function state(name: string): Html {
  const kind = KINDS.find(([, names]) => names.includes(name))?.[0] ?? "waits";
  return html`<span class="state ${kind}">${name}</span>`;
}

const KINDS: readonly (readonly [kind: string, names: readonly string[]])[] = [
  ["good", ["success", "merged", "completed", "approved", "APPROVED", "complete"]],
  ["bad", ["failure", "error", "startup_failure", "timed_out", "needs-human", "cancelled"]],
  ["over", ["closed", "skipped", "neutral", "dropped", "stale"]],
];
