/** `#4` and `@name` in a text of a repository: a link to the issue or pull request, and the mark of a person. */
import { html, type Part } from "./html.ts";

/** Not within words, paths, packages (`@types/node`) and colours (`#123456`). */
const REFERENCE =
  /(?<![\w/.@#&-])(?:#(?<number>[1-9]\d{0,4})|@(?<login>[A-Za-z\d](?:-?[A-Za-z\d]){0,38}))(?![\w/@-])/g;

/** The page of an issue leads on to the pull request that has this number. */
export function withReferences(text: string, repository: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const { 0: found, index, groups } of text.matchAll(REFERENCE)) {
    parts.push(text.slice(end, index));
    parts.push(
      groups?.number === undefined
        ? html`<strong>${found}</strong>`
        : html`<a href="/${repository}/issues/${groups.number}">${found}</a>`,
    );
    end = index + found.length;
  }
  return [...parts, text.slice(end)];
}
