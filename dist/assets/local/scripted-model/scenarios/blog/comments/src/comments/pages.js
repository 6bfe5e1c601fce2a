/** Write and delete comments. They are shown on the page of their post. */
import { forMembers } from '../accounts/members.js';
import { findPost, postPage } from '../posts/pages.js';
import { HttpError, redirect } from '../web/answer.js';
import { mayDelete } from './views.js';

const MAX_COMMENT = 2000;

export function addCommentPages(router, { posts, comments }) {
  router.post('/posts/:id/comments', forMembers(async (visit) => {
    const post = await findPost(posts, visit);
    const body = (visit.form.comment ?? '').replace(/\r\n?/g, '\n').trim();
    if (body === '' || body.length > MAX_COMMENT) {
      return postPage(visit, { post, comments, problem: `A comment has 1 to ${MAX_COMMENT} characters.` });
    }
    const comment = await comments.add(post, { body, author: visit.user });
    return redirect(`/posts/${post.id}#comment-${comment.id}`);
  }));

  router.post('/posts/:id/comments/:comment/delete', forMembers(async (visit) => {
    const post = await findPost(posts, visit);
    const comment = (await comments.of(post)).find(({ id }) => id === visit.params.comment);
    if (!comment) throw new HttpError(404, 'This comment does not exist.');
    if (!mayDelete(visit, post, comment)) throw new HttpError(403, 'Only its author and the author of the post can delete a comment.');
    await comments.remove(post, comment.id);
    return redirect(`/posts/${post.id}#comments`);
  }));
}
