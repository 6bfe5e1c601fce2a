/** The blog's web server. `npm start` serves it; tests make one with `createApp`. */
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAccounts } from './accounts/accounts.js';
import { addAccountPages } from './accounts/pages.js';
import { openSessions } from './accounts/sessions.js';
import { openUsers } from './accounts/users.js';
import { HttpError, send } from './web/answer.js';
import { addAssets } from './web/assets.js';
import { html } from './web/html.js';
import { showPage } from './web/page.js';
import { createRouter } from './web/router.js';
import { openVisit } from './web/visit.js';

/** A server that does not listen yet. It keeps its data as files below `dataDir`; `now` is its clock. */
export function createApp({ dataDir, now = () => new Date() }) {
  const sessions = openSessions(dataDir, now);
  const accounts = createAccounts({ users: openUsers(dataDir), now });
  const router = createRouter();
  router.get('/health', () => ({ headers: { 'content-type': 'text/plain; charset=utf-8' }, body: 'ok\n' }));
  router.get('/', (visit) => showPage(visit, { title: 'Welcome', main: html`<p>There is nothing to read yet.</p>` }));
  addAssets(router);
  addAccountPages(router, { accounts, sessions });
  return createServer(async (request, response) => send(response, await answer(request, { router, sessions })));
}

async function answer(request, { router, sessions }) {
  try {
    const url = new URL(`http://blog${request.url}`);
    const { handler, params } = router.find(request.method, url.pathname);
    const visit = await openVisit(request, { sessions, params, query: url.searchParams });
    const found = await handler(visit);
    return { ...found, headers: { ...visit.headers, ...found.headers } };
  } catch (error) {
    if (!(error instanceof HttpError)) console.error(error);
    return errorPage(error);
  }
}

function errorPage(error) {
  const known = error instanceof HttpError;
  const main = html`<p>${known ? error.message : 'Something went wrong on our side.'}</p><p><a href="/">To the start</a></p>`;
  return showPage({}, { title: known ? 'Sorry' : 'Error', main, status: known ? error.status : 500 });
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const port = Number(process.env.PORT ?? 3000);
  createApp({ dataDir: resolve(process.env.DATA_DIR ?? 'data') }).listen(port, () => {
    console.log(`The blog is at http://localhost:${port}`);
  });
}
