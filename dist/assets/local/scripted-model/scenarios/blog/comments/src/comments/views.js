import { byline } from '../posts/views.js';
import { html } from '../web/html.js';
import { formToken, problemNote } from '../web/page.js';

/** The comments below a post, and the form for one more. */
export function commentSection(visit, { post, comments, problem }) {
  return html`<section id="comments" aria-labelledby="comments-title">
<h2 id="comments-title">Comments (${comments.length})</h2>
<ol class="posts">${comments.map((comment) => commentItem(visit, post, comment))}</ol>
${visit.user ? commentForm(visit, post, problem) : html`<p><a href="/log-in">Log in</a> to write a comment.</p>`}
</section>`;
}

/** Whether the visitor may delete the comment: its author may, and the author of the post. */
export function mayDelete(visit, post, comment) {
  return visit.user !== undefined && [comment.author, post.author].includes(visit.user);
}

function commentItem(visit, post, comment) {
  return html`<li id="comment-${comment.id}">${byline(comment)}
<p class="plain">${comment.body}</p>
${mayDelete(visit, post, comment) && deleteForm(visit, post, comment)}</li>`;
}

function commentForm(visit, post, problem) {
  return html`${problemNote(problem)}
<form method="post" action="/posts/${post.id}/comments">${formToken(visit)}
<label for="comment">Your comment</label>
<textarea id="comment" name="comment" rows="4" required maxlength="2000">
${visit.form.comment}</textarea>
<button>Comment</button>
</form>`;
}

function deleteForm(visit, post, comment) {
  return html`<form method="post" action="/posts/${post.id}/comments/${comment.id}/delete">${formToken(visit)}
<button class="quiet">Delete comment</button></form>`;
}
