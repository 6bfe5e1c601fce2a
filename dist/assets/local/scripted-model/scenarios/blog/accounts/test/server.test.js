import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, startBlog } from '../testing/browser.js';

test('the health page answers', async (t) => {
  const { openBrowser } = await startBlog(t);
  const page = await openBrowser().get('/health');
  assert.deepEqual([page.status, page.text], [200, 'ok\n']);
});

test('an unknown page is not found', async (t) => {
  const { openBrowser } = await startBlog(t);
  assert.equal((await openBrowser().get('/nothing')).status, 404);
  assert.equal((await openBrowser().get('//')).status, 404);
});

test('a page refuses other methods', async (t) => {
  const { url } = await startBlog(t);
  assert.equal((await ask(`${url}/log-out`)).status, 405);
  assert.equal((await ask(`${url}/`, { method: 'DELETE' })).status, 405);
});

test('pages allow no script, no frame and no foreign form target', async (t) => {
  const { openBrowser } = await startBlog(t);
  const policy = (await openBrowser().get('/')).headers['content-security-policy'];
  assert.match(policy, /default-src 'none'.*form-action 'self'.*frame-ancestors 'none'/);
});

test('the style sheet is served', async (t) => {
  const { openBrowser } = await startBlog(t);
  const sheet = await openBrowser().get('/style.css');
  assert.equal(sheet.headers['content-type'], 'text/css; charset=utf-8');
});

test('a form that is too large is refused', async (t) => {
  const { openBrowser } = await startBlog(t);
  const browser = openBrowser();
  await browser.get('/sign-up');
  const page = await browser.post('/sign-up', { name: 'x'.repeat(300_000), password: '' });
  assert.equal(page.status, 413);
});
