/** The blog's web server. `npm start` serves it; tests make one with `createApp`. */
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A server that does not listen yet. It keeps its data as files below `dataDir`. */
export function createApp({ dataDir }) {
  return createServer((request, response) => {
    const found = request.url === '/health';
    response.writeHead(found ? 200 : 404, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(found ? `ok, data in ${dataDir}\n` : 'not found\n');
  });
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const port = Number(process.env.PORT ?? 3000);
  createApp({ dataDir: resolve(process.env.DATA_DIR ?? 'data') }).listen(port, () => {
    console.log(`The blog is at http://localhost:${port}`);
  });
}
