/** For tests: a blog on a free port with its data in a temporary directory, and a browser that keeps cookies. */
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
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

  async function go(path, form) {
    const page = await ask(url + path, { cookie, form });
    const { status, headers, text } = page;
    cookie = headers['set-cookie']?.[0].split(';')[0] ?? cookie;
    token = /name="token" value="(\w+)"/.exec(text)?.[1] ?? token;
    return status === 303 ? { ...(await go(headers.location)), location: headers.location } : page;
  }

  return {
    get: (path) => go(path),
    cookie: () => cookie,

    /** Sends a form with the token of the page that was seen last. */
    post: (path, fields = {}) => go(path, new URLSearchParams({ token, ...fields })),

    /** Signs up and stays logged in. */
    async signUp(name, password = 'a long password') {
      await go('/sign-up');
      return this.post('/sign-up', { name, password });
    },
  };
}

/** One request, redirects not followed. With `form` it is a POST. */
export function ask(url, { method, cookie = '', form } = {}) {
  const headers = { cookie, ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}) };
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: method ?? (form ? 'POST' : 'GET'), headers }, async (response) => {
      let text = '';
      for await (const part of response.setEncoding('utf8')) text += part;
      resolve({ status: response.statusCode, headers: response.headers, text });
    });
    asked.on('error', reject);
    asked.end(form?.toString());
  });
}
