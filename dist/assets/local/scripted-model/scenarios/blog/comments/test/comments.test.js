import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { startBlog } from '../testing/browser.js';

async function startWithPost(t) {
  const blog = await startBlog(t);
  const [author, reader] = [blog.openBrowser(), blog.openBrowser()];
  await author.signUp('ada');
  await reader.signUp('bob');
  await author.get('/posts/new');
  const { location: path } = await author.post('/posts', { title: 'Night walk', body: 'Stars.' });
  await reader.get(path);
  return { ...blog, author, reader, path };
}

function deletePath(page) {
  return /action="([^"]+\/delete)"><input[^>]+>\n<button class="quiet">Delete comment/.exec(page.text)?.[1];
}

test('a member comments on a post, and everybody can read it', async (t) => {
  const { openBrowser, reader, path } = await startWithPost(t);
  const page = await reader.post(`${path}/comments`, { comment: 'Well\r\nseen.' });
  assert.match(page.location, /^\/posts\/[^/]+#comment-[0-9a-f-]{36}$/);
  const seen = (await openBrowser().get(path)).text;
  assert.match(seen, /Comments \(1\)[\s\S]*bob, <time[\s\S]*<p class="plain">Well\nseen\.<\/p>/);
});

test('a guest reads comments, and is asked to log in to write one', async (t) => {
  const { openBrowser, path } = await startWithPost(t);
  const guest = openBrowser();
  assert.match((await guest.get(path)).text, /Comments \(0\)[\s\S]*<a href="\/log-in">Log in<\/a> to write a comment/);
  await guest.get('/log-in');
  assert.equal((await guest.post(`${path}/comments`, { comment: 'Hello' })).location, '/log-in');
  assert.match((await guest.get(path)).text, /Comments \(0\)/);
});

test('comments stay in the order in which they came, also when they come at once', async (t) => {
  const { reader, path } = await startWithPost(t);
  await reader.post(`${path}/comments`, { comment: 'the first' });
  await Promise.all([1, 2, 3, 4].map(() => reader.post(`${path}/comments`, { comment: 'at once' })));
  const bodies = [...(await reader.get(path)).text.matchAll(/<p class="plain">([^<]+)</g)].map(([, body]) => body);
  assert.deepEqual(bodies, ['the first', 'at once', 'at once', 'at once', 'at once']);
});

test('what a comment says is text, never markup', async (t) => {
  const { reader, path } = await startWithPost(t);
  const page = await reader.post(`${path}/comments`, { comment: '<img src=x onerror=alert(1)>' });
  assert.match(page.text, /&lt;img src=x onerror=alert\(1\)&gt;/);
  assert.doesNotMatch(page.text, /<img/);
});

test('its author and the author of the post delete a comment', async (t) => {
  const { author, reader, path } = await startWithPost(t);
  const own = await reader.post(`${path}/comments`, { comment: 'mine' });
  assert.match((await reader.post(deletePath(own))).text, /Comments \(0\)/);
  await reader.post(`${path}/comments`, { comment: 'again' });
  assert.match((await author.post(deletePath(await author.get(path)))).text, /Comments \(0\)/);
});

test('nobody else deletes a comment', async (t) => {
  const { openBrowser, author, reader, path } = await startWithPost(t);
  const address = deletePath(await author.post(`${path}/comments`, { comment: 'stays' }));
  const page = await reader.get(path);
  assert.equal(deletePath(page), undefined);
  assert.equal((await reader.post(address)).status, 403);
  const guest = openBrowser();
  await guest.get('/log-in');
  assert.equal((await guest.post(address)).location, '/log-in');
  assert.match((await reader.get(path)).text, /stays/);
});

test('an empty or too long comment is refused, and what was written is kept', async (t) => {
  const { reader, path } = await startWithPost(t);
  assert.equal((await reader.post(`${path}/comments`, { comment: ' \r\n' })).status, 422);
  const page = await reader.post(`${path}/comments`, { comment: 'long'.repeat(501) });
  assert.equal(page.status, 422);
  assert.match(page.text, /role="alert">A comment has 1 to 2000 characters[\s\S]*longlong/);
});

test('comments of unknown posts and unknown comments are not found', async (t) => {
  const { reader, path } = await startWithPost(t);
  assert.equal((await reader.post('/posts/..%2Fusers/comments', { comment: 'x' })).status, 404);
  assert.equal((await reader.post(`${path}/comments/unknown/delete`)).status, 404);
});

test('with a post its comments go', async (t) => {
  const { author, dataDir, path } = await startWithPost(t);
  await author.post(`${path}/comments`, { comment: 'soon gone' });
  await author.post(`${path}/delete`);
  assert.deepEqual(await readdir(join(dataDir, 'comments')), []);
});
