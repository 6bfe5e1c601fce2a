/** One JSON file with all comments of a post, oldest first. */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { readJson, writeJson } from '../json-file.js';

/** Posts are given as stored, never as ids of an address: their id becomes a file name. */
export function openComments(dataDir, now) {
  const fileOf = (post) => path.join(dataDir, 'comments', `${post.id}.json`);
  const of = async (post) => (await readJson(fileOf(post))) ?? [];
  let last = Promise.resolve();

  // One change after another: two comments at the same time must both stay.
  function inTurn(work) {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  }

  return {
    of,

    add: (post, { body, author }) =>
      inTurn(async () => {
        const comment = { id: randomUUID(), body, author, created: now().toISOString() };
        await writeJson(fileOf(post), [...(await of(post)), comment]);
        return comment;
      }),

    remove: (post, id) =>
      inTurn(async () => {
        await writeJson(fileOf(post), (await of(post)).filter((comment) => comment.id !== id));
      }),

    /** Removes all comments of a post that is no more. */
    forget: (post) => inTurn(() => rm(fileOf(post), { force: true })),
  };
}
