/** GitHub's filter patterns (`branches`, `tags`, `paths`): `*`, `**`, `?`, `+`, `[]`, leading `!`; the last match wins. */

const cache = new Map<string, RegExp>();

/** True when `value` is selected by an ordered list of patterns. */
export function selectedBy(patterns: string[], value: string): boolean {
  let selected = false;
  for (const pattern of patterns) {
    if (pattern.startsWith("!")) {
      if (toRegExp(pattern.slice(1)).test(value)) selected = false;
    } else if (toRegExp(pattern).test(value)) selected = true;
  }
  return selected;
}

/** One pattern as a regular expression over the whole value. */
export function toRegExp(pattern: string): RegExp {
  const known = cache.get(pattern);
  if (known) return known;
  const expression = new RegExp(`^${translate(pattern)}$`);
  cache.set(pattern, expression);
  return expression;
}

const TOKEN = /\*\*\/|\*\*|\*|\[[^\]]*\]|\\.|[?+]|./gs;

function translate(pattern: string): string {
  return [...pattern.matchAll(TOKEN)].map(([token]) => translateToken(token)).join("");
}

function translateToken(token: string): string {
  if (token === "**/") return "(?:.*/)?";
  if (token === "**") return ".*";
  if (token === "*") return "[^/]*";
  if (token.length > 1 || token === "?" || token === "+") return token;
  return token.replace(/[.^$(){}|/\\[\]]/, "\\$&");
}
