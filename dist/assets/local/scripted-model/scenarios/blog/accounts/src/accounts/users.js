/** One JSON file for each user, in `users` below the data directory. */
import path from 'node:path';
import { createJson, readJson } from '../json-file.js';

export function openUsers(dataDir) {
  const directory = path.join(dataDir, 'users');

  function fileOf(name) {
    return path.join(directory, `${name}.json`);
  }

  return {
    /** The user of that name, or undefined. */
    find: (name) => readJson(fileOf(name)),

    /** Gives false when the name is taken. */
    add: (user) => createJson(fileOf(user.name), user),
  };
}
