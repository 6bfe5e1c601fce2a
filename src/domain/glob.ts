/** Path globs with `*`, `**`, `?` and `{a,b}`, matched without regard to case: some file systems do not keep it apart. */

/**
 * Turns a glob into a test of a slash-separated relative path. A glob that names a directory covers what is inside; one that
 * ends in a slash covers only that.
 */
export function globTest(glob: string): (path: string) => boolean {
  const whole = glob.normalize("NFC").replace(/^\.?\//, "");
  const inside = whole.endsWith("/") ? ".+" : "(?:/.*)?";
  const pattern = new RegExp(`^${toPattern(whole)}${inside}$`, "isu");
  return (path) => pattern.test(path.normalize("NFC"));
}

function toPattern(glob: string): string {
  return glob
    .split(/(\*\*\/|\*\*|\*|\?|\{[^{}]*,[^{}]*\})/)
    .map((piece) => {
      if (piece === "**/") return "(?:.*/)?";
      if (piece === "**") return ".*";
      if (piece === "*") return "[^/]*";
      if (piece === "?") return "[^/]";
      if (/^\{.*,.*\}$/.test(piece)) return `(?:${piece.slice(1, -1).split(",").map(toPattern).join("|")})`;
      return piece.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
    })
    .join("");
}
