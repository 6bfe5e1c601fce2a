/** The rules of signing up and logging in. */

const MIN_NAME = 2;
const MAX_NAME = 30;
const MIN_PASSWORD = 10;
const MAX_PASSWORD = 200;

export function createAccounts({ users, now }) {
  return {
    /** Gives `{ name }` of the new account, or `{ problem }` in words for the visitor. */
    async signUp({ name, password }) {
      const problem = problemWith(name, password);
      if (problem) return { problem };
      const added = await users.add({ name, password, since: now().toISOString() });
      return added ? { name } : { problem: 'This name is taken.' };
    },

    /** Gives `{ name }`, or undefined when name and password do not belong together. */
    async logIn({ name, password }) {
      const user = await users.find(name);
      return user?.password === password ? { name: user.name } : undefined;
    },
  };
}

function problemWith(name, password) {
  if (name.length < MIN_NAME || name.length > MAX_NAME) {
    return `A name has ${MIN_NAME} to ${MAX_NAME} characters.`;
  }
  if (password.length < MIN_PASSWORD || password.length > MAX_PASSWORD) {
    return `A password has ${MIN_PASSWORD} to ${MAX_PASSWORD} characters.`;
  }
  return undefined;
}
