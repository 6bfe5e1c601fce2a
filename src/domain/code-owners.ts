/** Who owns a path by CODEOWNERS (docs: about-code-owners): only to name people, GitHub itself judges their reviews. */

/** Owners of `paths` as they are written, such as `@ada` or `@acme/web`; of each path the last pattern that matches counts. */
export function ownersOf(codeOwners: string, paths: readonly string[]): string[] {
  const entries = codeOwners.split(/\r?\n/).flatMap((line) => {
    const [pattern, ...owners] = line
      .replace(/(^|\s)#.*$/, "")
      .trim()
      .split(/\s+/);
    return pattern === undefined || pattern === "" ? [] : [{ test: patternOf(pattern), owners }];
  });
  const found = paths.flatMap((path) => entries.findLast(({ test }) => test.test(path))?.owners ?? []);
  return [...new Set(found)];
}

/** As .gitignore reads a pattern, but `docs/*` does not reach below a folder. */
function patternOf(pattern: string): RegExp {
  const anchored = pattern.replace(/\/$/, "").includes("/");
  const body = pattern.replace(/^\//, "").replace(/\/$/, "").split("/").map(segmentOf).join("/");
  const below = pattern.endsWith("/") ? "/.+" : pattern.endsWith("/*") ? "" : "(/.+)?";
  return new RegExp(`^${anchored ? "" : "(.*/)?"}${body}${below}$`);
}

function segmentOf(segment: string): string {
  if (segment === "**") return ".*";
  return segment
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", "[^/]*")
    .replaceAll("?", "[^/]");
}
