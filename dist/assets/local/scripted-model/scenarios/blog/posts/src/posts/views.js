/** What readers and writers of posts see. */
import { html } from '../web/html.js';
import { formToken, problemNote } from '../web/page.js';

/** The list of posts with links to newer and older ones. */
export function postList(visit, { posts, pages, page }) {
  return html`${visit.user && html`<p><a class="button" href="/posts/new">Write a post</a></p>`}
${posts.length === 0 ? html`<p>There is nothing to read yet.</p>` : html`<ul class="posts">${posts.map(listItem)}</ul>`}
<nav class="pages" aria-label="Pages">
${page > 1 && html`<a rel="prev" href="/?page=${page - 1}">Newer posts</a>`}
${page < pages && html`<a rel="next" href="/?page=${page + 1}">Older posts</a>`}
</nav>`;
}

/** One post, with what its author can do. */
export function postArticle(visit, post) {
  return html`<article>
${byline(post)}
<div class="prose">${paragraphs(post.body)}</div>
</article>
${visit.user === post.author && authorLinks(visit, post)}`;
}

/** The form for a new post, or for a change of `post`. */
export function postForm(visit, { post, problem }) {
  const { title, body } = { ...post, ...visit.form };
  return html`${problemNote(problem)}
<form method="post" action="${post ? `/posts/${post.id}` : '/posts'}">${formToken(visit)}
<label for="title">Title</label>
<input id="title" name="title" value="${title}" required maxlength="120">
<label for="body">Text</label>
<textarea id="body" name="body" rows="14" required maxlength="20000">
${body}</textarea>
<button>${post ? 'Save' : 'Publish'}</button>
</form>`;
}

/** Who wrote it, and when. */
export function byline({ author, created, changed }) {
  return html`<p class="byline">${author}, ${day(created)}${changed && html` (changed ${day(changed)})`}</p>`;
}

function listItem(post) {
  return html`<li><h2><a href="/posts/${post.id}">${post.title}</a></h2>${byline(post)}</li>`;
}

function authorLinks(visit, post) {
  return html`<div class="actions"><a href="/posts/${post.id}/edit">Edit</a>
<form method="post" action="/posts/${post.id}/delete">${formToken(visit)}<button class="quiet">Delete</button></form></div>`;
}

function paragraphs(text) {
  return text.split(/\n{2,}/).map((paragraph) => html`<p>${paragraph}</p>`);
}

function day(time) {
  return html`<time datetime="${time}">${time.slice(0, 10)}</time>`;
}
