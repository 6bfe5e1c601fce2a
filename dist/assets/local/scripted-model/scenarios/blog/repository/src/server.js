/** The blog's web server. `npm start` serves it; tests make one with `createApp`. */
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HttpError, send } from './web/answer.js';
import { addAssets } from './web/assets.js';
import { html } from './web/html.js';
import { createRouter } from './web/router.js';

/** A server that does not listen yet. It is to keep its data as files below `dataDir`. */
export function createApp({ dataDir }) {
  const router = createRouter();
  router.get('/health', () => ({ headers: { 'content-type': 'text/plain; charset=utf-8' }, body: `ok, data in ${dataDir}\n` }));
  router.get('/', () => page('Blog', 'There is nothing to read yet.'));
  addAssets(router);
  return createServer(async (request, response) => send(response, await answer(request, router)));
}

async function answer(request, router) {
  try {
    const { handler } = router.find(request.method, request.url);
    return await handler();
  } catch (error) {
    if (!(error instanceof HttpError)) console.error(error);
    const known = error instanceof HttpError;
    return { ...page('Sorry', known ? error.message : 'Something went wrong.'), status: known ? error.status : 500 };
  }
}

function page(title, text) {
  return {
    body: html`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${title}</title>
<link rel="stylesheet" href="/style.css">
<h1>${title}</h1>
<p>${text}</p>
</html>
`,
  };
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const port = Number(process.env.PORT ?? 3000);
  createApp({ dataDir: resolve(process.env.DATA_DIR ?? 'data') }).listen(port, () => {
    console.log(`The blog is at http://localhost:${port}`);
  });
}
