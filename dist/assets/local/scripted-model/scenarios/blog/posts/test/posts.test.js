import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { startBlog } from '../testing/browser.js';

const DRAFT = { title: 'Night walk', body: 'First part.\r\n\r\nSecond part.' };

async function startWithPost(t) {
  const blog = await startBlog(t);
  const author = blog.openBrowser();
  await author.signUp('ada');
  await author.get('/posts/new');
  const page = await author.post('/posts', DRAFT);
  return { ...blog, author, page, path: page.location };
}

test('a member publishes a post, and everybody can read it', async (t) => {
  const { openBrowser, path } = await startWithPost(t);
  const page = await openBrowser().get(path);
  assert.match(page.text, /<h1>Night walk<\/h1>/);
  assert.match(page.text, /<p>First part\.<\/p><p>Second part\.<\/p>/);
  assert.match(page.text, /ada, <time datetime="2026-03-01T/);
  assert.doesNotMatch(page.text, /Edit|Delete/);
});

test('a guest is asked to log in before writing', async (t) => {
  const { openBrowser } = await startBlog(t);
  const browser = openBrowser();
  assert.equal((await browser.get('/posts/new')).location, '/log-in');
  assert.equal((await browser.post('/posts', DRAFT)).location, '/log-in');
  assert.match((await browser.get('/')).text, /nothing to read yet/);
});

test('the author edits a post', async (t) => {
  const { author, path } = await startWithPost(t);
  assert.match((await author.get(`${path}/edit`)).text, /value="Night walk"[\s\S]*First part\.\n\nSecond part\.<\/textarea>/);
  const page = await author.post(path, { title: 'Day walk', body: 'Sun.' });
  assert.match(page.text, /<h1>Day walk<\/h1>[\s\S]*changed[\s\S]*<p>Sun\.<\/p>/);
});

test('the author deletes a post', async (t) => {
  const { author, path } = await startWithPost(t);
  await author.get(path);
  assert.equal((await author.post(`${path}/delete`)).location, '/');
  assert.equal((await author.get(path)).status, 404);
});

test('nobody else changes or deletes a post', async (t) => {
  const { openBrowser, path } = await startWithPost(t);
  const other = openBrowser();
  await other.signUp('eve');
  await other.get('/posts/new');
  assert.equal((await other.get(`${path}/edit`)).status, 403);
  assert.equal((await other.post(path, DRAFT)).status, 403);
  assert.equal((await other.post(`${path}/delete`)).status, 403);
  assert.equal((await other.get(path)).status, 200);
});

test('posts are listed newest first, ten on a page', async (t) => {
  const { openBrowser, author } = await startWithPost(t);
  for (let number = 1; number <= 10; number += 1) await author.post('/posts', { ...DRAFT, title: `Walk ${number}` });
  const titles = (page) => [...page.text.matchAll(/<h2><a href="[^"]+">([^<]+)</g)].map(([, title]) => title);
  const first = await openBrowser().get('/');
  assert.deepEqual(titles(first), [10, 9, 8, 7, 6, 5, 4, 3, 2, 1].map((number) => `Walk ${number}`));
  assert.match(first.text, /href="\/\?page=2">Older posts/);
  const second = await openBrowser().get('/?page=2');
  assert.deepEqual(titles(second), ['Night walk']);
  assert.match(second.text, /Newer posts/);
});

test('what a post says is text, never markup', async (t) => {
  const { author } = await startWithPost(t);
  const page = await author.post('/posts', { title: '<b>"bold"</b>', body: '<script>alert(1)</script>' });
  assert.match(page.text, /<title>&lt;b&gt;&quot;bold&quot;&lt;\/b&gt; · Blog/);
  assert.match(page.text, /&lt;script&gt;alert\(1\)/);
  assert.doesNotMatch(page.text, /<script>|<b>/);
});

test('an empty or too long draft is refused, and nothing that was written is lost', async (t) => {
  const { author, dataDir } = await startWithPost(t);
  for (const draft of [{ ...DRAFT, title: ' ' }, { ...DRAFT, title: 'x'.repeat(121) }, { ...DRAFT, body: '' }]) {
    const page = await author.post('/posts', draft);
    assert.equal(page.status, 422);
    assert.match(page.text, /role="alert"/);
  }
  assert.match((await author.post('/posts', { ...DRAFT, title: '' })).text, /Second part\.<\/textarea>/);
  assert.equal((await readdir(join(dataDir, 'posts'))).length, 1);
});

test('an address cannot lead out of the directory of the posts', async (t) => {
  const { openBrowser } = await startWithPost(t);
  for (const id of ['x', '..%2Fusers', '..%2Fsessions%2Fx', '%2E%2E%2Fusers', '%00']) {
    assert.equal((await openBrowser().get(`/posts/${id}`)).status, 404, id);
  }
});
