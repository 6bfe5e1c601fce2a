/** The rules of signing up and logging in. */
import { hashPassword, isPassword } from './passwords.js';

const NAME = /^[a-z0-9][a-z0-9_-]{1,29}$/i;
const MIN_PASSWORD = 10;
const MAX_PASSWORD = 200;

export function createAccounts({ users, now, passwordCost }) {
  return {
    /** Gives `{ name }` of the new account, or `{ problem }` in words for the visitor. */
    async signUp({ name, password }) {
      const problem = problemWith(name, password);
      if (problem) return { problem };
      const user = { name, passwordHash: await hashPassword(password, passwordCost), since: now().toISOString() };
      return (await users.add(user)) ? { name } : { problem: 'This name is taken.' };
    },

    /** Gives `{ name }`, or undefined when name and password do not belong together. */
    async logIn({ name, password }) {
      if (password.length > MAX_PASSWORD) return undefined;
      const user = NAME.test(name) ? await users.find(name) : undefined;
      return (await isPassword(password, user?.passwordHash, passwordCost)) ? { name: user.name } : undefined;
    },
  };
}

function problemWith(name, password) {
  if (!NAME.test(name)) {
    return 'A name has 2 to 30 characters: letters, digits, dashes and underscores, with a letter or digit first.';
  }
  if (password.length < MIN_PASSWORD || password.length > MAX_PASSWORD) {
    return `A password has ${MIN_PASSWORD} to ${MAX_PASSWORD} characters.`;
  }
  return undefined;
}
