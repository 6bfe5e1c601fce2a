import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { startBlog } from '../testing/browser.js';

test('a name cannot lead out of the directory of the users', async (t) => {
  const { openBrowser, home, dataDir } = await startBlog(t);
  await openBrowser().signUp('ada');
  for (const name of ['../outside', '../../outside', '/tmp/outside', '..\\outside', 'a/b', '..', 'nul\0l']) {
    const page = await openBrowser().signUp(name);
    assert.equal(page.status, 422, name);
    assert.match(page.text, /letters, digits, dashes and underscores/);
  }
  assert.deepEqual(await readdir(home), ['data']);
  assert.deepEqual((await readdir(dataDir)).sort(), ['sessions', 'users']);
  assert.equal((await readdir(join(dataDir, 'users'))).length, 1);
});

test('a log-in cannot read other files as users', async (t) => {
  const { openBrowser } = await startBlog(t);
  const browser = openBrowser();
  await browser.get('/log-in');
  const page = await browser.post('/log-in', { name: '../sessions/x', password: 'a long password' });
  assert.equal(page.status, 422);
});

test('no file holds a password', async (t) => {
  const { openBrowser, dataDir } = await startBlog(t);
  await openBrowser().signUp('ada', 'correct horse battery');
  const files = await readdir(dataDir, { recursive: true, withFileTypes: true });
  const texts = files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath ?? file.path, file.name), 'utf8'));
  const all = (await Promise.all(texts)).join('\n');
  assert.match(all, /"passwordHash": "scrypt\$/);
  assert.doesNotMatch(all, /correct horse battery/);
});

test('names that differ only in case are one account', async (t) => {
  const { openBrowser } = await startBlog(t);
  await openBrowser().signUp('Ada');
  assert.match((await openBrowser().signUp('ada')).text, /This name is taken/);
});
