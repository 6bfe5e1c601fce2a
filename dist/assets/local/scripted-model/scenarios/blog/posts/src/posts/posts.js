/** One JSON file for each post. An id begins with the time, so that the newest post has the greatest id. */
import { randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { readJson, writeJson } from '../json-file.js';

const ID = /^[0-9a-z]{9}-[0-9a-f]{8}$/;
const PER_PAGE = 10;

export function openPosts(dataDir, now) {
  const directory = path.join(dataDir, 'posts');

  // An id comes from the address of a page: only what `newId` can make may become a path.
  const fileOf = (id) => path.join(directory, `${id}.json`);

  async function find(id) {
    return ID.test(id) ? readJson(fileOf(id)) : undefined;
  }

  async function save(post) {
    await writeJson(fileOf(post.id), post);
    return post;
  }

  return {
    find,

    /** One page of the newest posts, and how many pages there are; both count from 1. */
    async newest(page) {
      const ids = (await filesIn(directory)).map((file) => path.basename(file, '.json')).filter((id) => ID.test(id));
      const start = (page - 1) * PER_PAGE;
      const found = await Promise.all(ids.sort().reverse().slice(start, start + PER_PAGE).map(find));
      return { posts: found.filter(Boolean), pages: Math.max(1, Math.ceil(ids.length / PER_PAGE)) };
    },

    async add({ title, body, author }) {
      const time = now();
      return save({ id: newId(time), title, body, author, created: time.toISOString() });
    },

    async change(post, { title, body }) {
      return save({ ...post, title, body, changed: now().toISOString() });
    },

    remove: (post) => rm(fileOf(post.id), { force: true }),
  };
}

function newId(time) {
  return `${time.getTime().toString(36).padStart(9, '0')}-${randomBytes(4).toString('hex')}`;
}

async function filesIn(directory) {
  try {
    return await readdir(directory);
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}
