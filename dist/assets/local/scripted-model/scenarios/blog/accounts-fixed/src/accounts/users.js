/** One JSON file for each user, in `users` below the data directory. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { createJson, readJson } from '../json-file.js';

export function openUsers(dataDir) {
  const directory = path.join(dataDir, 'users');

  // The name is a visitor's text, so it must never be part of a path. Names that differ only in case are one.
  function fileOf(name) {
    return path.join(directory, `${createHash('sha256').update(name.toLowerCase()).digest('hex')}.json`);
  }

  return {
    /** The user of that name, or undefined. */
    find: (name) => readJson(fileOf(name)),

    /** Gives false when the name is taken. */
    add: (user) => createJson(fileOf(user.name), user),
  };
}
