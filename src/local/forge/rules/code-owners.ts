/** CODEOWNERS: who owns a path (docs: repositories/…/about-code-owners). */
import { readFileAt } from "../git/commits.ts";
import type { Site } from "../site.ts";
import type { Repository } from "../store/records.ts";

/** Where GitHub looks, in this order; the first file counts alone. */
const PLACES = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];

interface Entry {
  pattern: RegExp;
  /** Logins without `@`, in lower case. Empty = the path has no owner. */
  owners: string[];
}

/** Answers the owners of a path: the last pattern that matches decides. */
export type OwnersOf = (path: string) => readonly string[];

export async function readCodeOwners(site: Site, repository: Repository, commit: string): Promise<OwnersOf> {
  for (const place of PLACES) {
    const content = await readFileAt(site.git(repository), commit, place);
    if (content) return parseCodeOwners(content.toString());
  }
  return () => [];
}

/** Teams and addresses are left out: the local GitHub has neither, as GitHub leaves out owners that it cannot find. */
export function parseCodeOwners(text: string): OwnersOf {
  const entries = text.split(/\r?\n/).flatMap((line): Entry[] => {
    const [pattern = "", ...names] = line
      .replace(/(^|\s)#.*$/, "")
      .trim()
      .split(/\s+/);
    if (pattern === "" || pattern.startsWith("!") || pattern.includes("[")) return [];
    const owners = names.filter((name) => /^@[^/]+$/.test(name)).map((name) => name.slice(1).toLowerCase());
    return [{ pattern: toRegExp(pattern), owners }];
  });
  return (path) => entries.findLast((entry) => entry.pattern.test(path))?.owners ?? [];
}

/** The patterns of .gitignore without negation and ranges; `docs/*` owns only what lies directly in it. */
function toRegExp(pattern: string): RegExp {
  const anchored = pattern.replace(/\/$/, "").includes("/");
  const body = pattern
    .replace(/^\//, "")
    .replace(/\/$/, "")
    .replace(/\\(.)|\*\*\/|\/\*\*|\*\*|\*|\?|[.+^${}()|]/g, (part, escaped?: string) => {
      if (escaped !== undefined) return escaped.replace(/[^\w]/, "\\$&");
      if (part === "**/") return "(?:.*/)?";
      if (part === "/**") return "/.*";
      if (part === "**") return ".*";
      if (part === "*") return "[^/]*";
      return part === "?" ? "[^/]" : `\\${part}`;
    });
  const tail = pattern.endsWith("/") ? "/.*" : pattern.endsWith("/*") ? "" : "(?:/.*)?";
  return new RegExp(`^${anchored ? "" : "(?:.*/)?"}${body}${tail}$`);
}
