/** Path globs with `*`, `**`, `?` and `{a,b}`, matched without regard to case: some file systems do not keep it apart. */

/** Turns a glob into a test of a slash-separated relative path. A glob that names a directory covers what is inside. */
export function globTest(glob: string): (path: string) => boolean {
  const pattern = new RegExp(`^${toPattern(glob.replace(/^\.?\//, "").replace(/\/$/, ""))}(?:/.*)?$`, "iu");
  return (path) => pattern.test(path.normalize("NFC"));
}

function toPattern(glob: string): string {
  return glob
    .normalize("NFC")
    .split(/(\*\*\/|\*\*|\*|\?|\{[^{}]*\})/)
    .map((piece) => {
      if (piece === "**/") return "(?:.*/)?";
      if (piece === "**") return ".*";
      if (piece === "*") return "[^/]*";
      if (piece === "?") return "[^/]";
      if (/^\{.*\}$/.test(piece)) return `(?:${piece.slice(1, -1).split(",").map(toPattern).join("|")})`;
      return piece.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
    })
    .join("");
}
