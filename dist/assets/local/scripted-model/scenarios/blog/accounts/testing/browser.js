/** For tests: a blog on a free port with its data in a temporary directory, and a browser that keeps cookies. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../src/server.js';

/** A clock that moves on by one second whenever it is read, unless it is set. */
export function createClock(start = Date.parse('2026-03-01T20:00:00Z')) {
  let time = start;
  return { now: () => new Date((time += 1000)), add: (milliseconds) => (time += milliseconds) };
}

/** Starts a blog that ends with the test `t`. */
export async function startBlog(t) {
  const home = await mkdtemp(join(tmpdir(), 'blog-'));
  const dataDir = join(home, 'data');
  const clock = createClock();
  const server = createApp({ dataDir, now: clock.now });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  t.after(async () => {
    server.close();
    server.closeAllConnections();
    await rm(home, { recursive: true, force: true });
  });
  const url = `http://127.0.0.1:${server.address().port}`;
  return { url, home, dataDir, clock, openBrowser: () => openBrowser(url) };
}

function openBrowser(url) {
  let cookie = '';
  let token = '';

  async function go(path, options = {}) {
    const response = await fetch(url + path, { ...options, redirect: 'manual', headers: { cookie, ...options.headers } });
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    const text = await response.text();
    token = /name="token" value="(\w+)"/.exec(text)?.[1] ?? token;
    const { status, headers } = response;
    if (status === 303) return { ...(await go(headers.get('location'))), location: headers.get('location') };
    return { status, headers, text };
  }

  return {
    get: (path) => go(path),
    cookie: () => cookie,

    /** Sends a form with the token of the page that was seen last. */
    post: (path, fields = {}) => go(path, { method: 'POST', body: new URLSearchParams({ token, ...fields }) }),

    /** Signs up and stays logged in. */
    async signUp(name, password = 'a long password') {
      await go('/sign-up');
      return this.post('/sign-up', { name, password });
    },
  };
}
