import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startBlog } from '../testing/browser.js';

test('who signs up is logged in', async (t) => {
  const { openBrowser } = await startBlog(t);
  const page = await openBrowser().signUp('ada');
  assert.equal(page.location, '/');
  assert.match(page.text, /<span>ada<\/span>/);
});

test('who logs out can log in again', async (t) => {
  const { openBrowser } = await startBlog(t);
  const browser = openBrowser();
  await browser.signUp('ada', 'correct horse');
  assert.match((await browser.post('/log-out')).text, /Log in/);
  const page = await browser.post('/log-in', { name: 'ada', password: 'correct horse' });
  assert.equal(page.status, 403, 'the token of the ended session is refused');
  await browser.get('/log-in');
  assert.match((await browser.post('/log-in', { name: 'ada', password: 'correct horse' })).text, /Log out/);
});

test('a wrong password and an unknown name get the same answer', async (t) => {
  const { openBrowser } = await startBlog(t);
  const browser = openBrowser();
  await openBrowser().signUp('ada', 'correct horse');
  await browser.get('/log-in');
  for (const name of ['ada', 'nobody']) {
    const page = await browser.post('/log-in', { name, password: 'wrong horse' });
    assert.equal(page.status, 422);
    assert.match(page.text, /do not belong together/);
  }
});

test('a name belongs to the first who takes it', async (t) => {
  const { openBrowser } = await startBlog(t);
  const browsers = [openBrowser(), openBrowser(), openBrowser()];
  const pages = await Promise.all(browsers.map((browser) => browser.signUp('ada')));
  assert.deepEqual(pages.map((page) => page.status).sort(), [200, 422, 422]);
});

test('a short name and a short password are refused, and the form keeps the name', async (t) => {
  const { openBrowser } = await startBlog(t);
  const browser = openBrowser();
  assert.match((await browser.signUp('a')).text, /A name has 2 to 30 characters/);
  const page = await browser.signUp('<i>ada', 'short');
  assert.equal(page.status, 422);
  assert.match(page.text, /value="&lt;i&gt;ada"/);
  assert.doesNotMatch(page.text, /<i>/);
});

test('the session cookie is out of reach for scripts and other sites, and new after each log-in', async (t) => {
  const { openBrowser } = await startBlog(t);
  const browser = openBrowser();
  const first = await browser.get('/sign-up');
  assert.match(first.headers['set-cookie'][0], /^session=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Lax/);
  const before = browser.cookie();
  await browser.signUp('ada');
  assert.notEqual(browser.cookie(), before);
});

test('a session ends after two weeks', async (t) => {
  const { openBrowser, clock } = await startBlog(t);
  const browser = openBrowser();
  await browser.signUp('ada');
  clock.add(13 * 24 * 60 * 60 * 1000);
  assert.match((await browser.get('/')).text, /Log out/);
  clock.add(24 * 60 * 60 * 1000);
  assert.doesNotMatch((await browser.get('/')).text, /Log out/);
});

test('a form without the token of the session is refused', async (t) => {
  const { openBrowser } = await startBlog(t);
  const [browser, other] = [openBrowser(), openBrowser()];
  await browser.signUp('ada');
  const foreign = /name="token" value="(\w+)"/.exec((await other.get('/sign-up')).text)[1];
  for (const token of ['', foreign]) {
    assert.equal((await browser.post('/log-out', { token })).status, 403);
  }
  assert.match((await browser.get('/')).text, /Log out/);
});
