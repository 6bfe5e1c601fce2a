/** Who is logged in: one file for each session, named by the hash of its cookie, so that the files give no cookie away. */
import { createHash, randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { readJson, writeJson } from '../json-file.js';

const LIFETIME = 14 * 24 * 60 * 60 * 1000;

export function openSessions(dataDir, now) {
  const directory = path.join(dataDir, 'sessions');
  const fileOf = (token) => path.join(directory, `${createHash('sha256').update(token).digest('hex')}.json`);
  const end = (token) => rm(fileOf(token), { force: true });
  const newToken = () => randomBytes(32).toString('hex');

  return {
    newToken,
    end,
    isToken: (text) => /^[0-9a-f]{64}$/.test(text ?? ''),

    /** The name of the user, or undefined. An expired session is removed. */
    async userOf(token) {
      const session = await readJson(fileOf(token));
      if (!session) return undefined;
      if (Date.parse(session.expires) > now().getTime()) return session.user;
      await end(token);
      return undefined;
    },

    /** Logs the user in under a new token, never under one that the browser had before. */
    async start(user) {
      const token = newToken();
      await writeJson(fileOf(token), { user, expires: new Date(now().getTime() + LIFETIME).toISOString() });
      return token;
    },
  };
}
