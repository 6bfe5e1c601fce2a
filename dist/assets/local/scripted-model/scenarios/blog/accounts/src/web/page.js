import { html } from './html.js';

/** A whole page as an answer: the frame that all pages share, around `main`. */
export function showPage(visit, { title, main, status = 200 }) {
  const body = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Blog</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header class="top">
<a class="brand" href="/">Blog</a>
<nav aria-label="Account">${visit.user ? memberLinks(visit) : guestLinks()}</nav>
</header>
<main>
<h1>${title}</h1>
${main}
</main>
</body>
</html>
`;
  return { status, body };
}

/** The hidden field that every form needs. */
export function formToken(visit) {
  return html`<input type="hidden" name="token" value="${visit.formToken}">`;
}

/** Tells a mistake, where screen readers announce it. */
export function problemNote(problem) {
  return problem && html`<p class="problem" role="alert">${problem}</p>`;
}

function memberLinks(visit) {
  return html`<span>${visit.user}</span>
<form method="post" action="/log-out">${formToken(visit)}<button class="quiet">Log out</button></form>`;
}

function guestLinks() {
  return html`<a href="/log-in">Log in</a> <a href="/sign-up">Sign up</a>`;
}
