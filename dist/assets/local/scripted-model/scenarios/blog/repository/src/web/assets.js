import { readFile } from 'node:fs/promises';

const ASSETS = [
  { path: '/style.css', file: new URL('./style.css', import.meta.url), type: 'text/css' },
];

/** Files that pages refer to. */
export function addAssets(router) {
  for (const { path, file, type } of ASSETS) {
    router.get(path, async () => ({
      headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'max-age=300' },
      body: await readFile(file, 'utf8'),
    }));
  }
}
