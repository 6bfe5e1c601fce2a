import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createApp } from '../src/server.js';

async function start(t) {
  const server = createApp({ dataDir: 'unused' });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${server.address().port}`;
}

test('the pages that there are answer', async (t) => {
  const url = await start(t);
  for (const [path, type] of [['/', 'text/html'], ['/health', 'text/plain'], ['/style.css', 'text/css']]) {
    const response = await fetch(url + path);
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), `${type}; charset=utf-8`);
  }
});

test('an unknown page is not found', async (t) => {
  const response = await fetch(`${await start(t)}/nothing`);
  assert.equal(response.status, 404);
});
