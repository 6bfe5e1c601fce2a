/** Read, write, edit and delete posts. */
import { forMembers } from '../accounts/members.js';
import { HttpError, redirect } from '../web/answer.js';
import { showPage } from '../web/page.js';
import { postArticle, postForm, postList } from './views.js';

const MAX_TITLE = 120;
const MAX_BODY = 20_000;

export function addPostPages(router, { posts }) {
  router.get('/', async (visit) => {
    const page = Math.max(1, Number.parseInt(visit.query.get('page'), 10) || 1);
    const main = postList(visit, { ...(await posts.newest(page)), page });
    return showPage(visit, { title: 'Posts', main });
  });

  router.get('/posts/new', forMembers((visit) => formPage(visit, {})));

  router.post('/posts', forMembers(async (visit) => {
    const { draft, problem } = readDraft(visit);
    if (problem) return formPage(visit, { problem });
    const post = await posts.add({ ...draft, author: visit.user });
    return redirect(`/posts/${post.id}`);
  }));

  router.get('/posts/:id', async (visit) => {
    const post = await findPost(posts, visit);
    return showPage(visit, { title: post.title, main: postArticle(visit, post) });
  });

  router.get('/posts/:id/edit', forMembers(async (visit) => {
    return formPage(visit, { post: await findOwnPost(posts, visit) });
  }));

  router.post('/posts/:id', forMembers(async (visit) => {
    const post = await findOwnPost(posts, visit);
    const { draft, problem } = readDraft(visit);
    if (problem) return formPage(visit, { post, problem });
    await posts.change(post, draft);
    return redirect(`/posts/${post.id}`);
  }));

  router.post('/posts/:id/delete', forMembers(async (visit) => {
    const post = await findOwnPost(posts, visit);
    await posts.remove(post);
    return redirect('/');
  }));
}

/** The post of the address. Throws a 404 when there is none. */
export async function findPost(posts, visit) {
  const post = await posts.find(visit.params.id);
  if (!post) throw new HttpError(404, 'This post does not exist.');
  return post;
}

async function findOwnPost(posts, visit) {
  const post = await findPost(posts, visit);
  if (post.author !== visit.user) throw new HttpError(403, 'Only its author can change a post.');
  return post;
}

function formPage(visit, { post, problem }) {
  const title = post ? 'Edit post' : 'New post';
  return showPage(visit, { title, main: postForm(visit, { post, problem }), status: problem ? 422 : 200 });
}

/** The fields of the form, cleaned, or the problem with them. Browsers send line ends as CR LF. */
function readDraft({ form }) {
  const draft = { title: (form.title ?? '').trim(), body: (form.body ?? '').replace(/\r\n?/g, '\n').trim() };
  if (draft.title === '' || draft.title.length > MAX_TITLE) return { problem: `A title has 1 to ${MAX_TITLE} characters.` };
  if (draft.body === '' || draft.body.length > MAX_BODY) return { problem: `A text has 1 to ${MAX_BODY} characters.` };
  return { draft };
}
