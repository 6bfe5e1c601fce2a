/** Reads `git diff` text into files, hunks and lines with exact arithmetic. Pure and linear in the input. */

export interface DiffLine {
  kind: "added" | "deleted" | "context";
  /** Line number in the old file; undefined for an added line. */
  old: number | undefined;
  /** Line number in the new file; undefined for a deleted line. */
  new: number | undefined;
  text: string;
  /** "\ No newline at end of file" follows. */
  noNewline: boolean;
}

export interface Hunk {
  /** Unique within its diff: `path#n`. */
  id: string;
  oldStart: number;
  oldCount: number;
  newStart: number;
  newCount: number;
  /** Text after the second `@@`. */
  section: string;
  lines: DiffLine[];
}

export interface DiffFile {
  /** Path on the new side; the old path for a deleted file. */
  path: string;
  oldPath: string;
  change: "added" | "deleted" | "modified" | "renamed" | "copied";
  binary: boolean;
  /** File modes, when they changed or the file is new or deleted. */
  modes: { old: string | undefined; new: string | undefined };
  hunks: Hunk[];
}

const [PLUS, MINUS, BACKSLASH] = [43, 45, 92];
const HUNK = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@([\s\S]*)$/;

/** Parses the output of `git diff` (unified, with or without `--binary`). Combined diffs are refused by an empty result. */
export function parseDiff(text: string): DiffFile[] {
  const files: DiffFile[] = [];
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  let at = 0;
  while (at < lines.length) {
    if (!lines[at]?.startsWith("diff --git ")) {
      at += 1;
      continue;
    }
    const [file, next] = readFile(lines, at);
    files.push(file);
    at = next;
  }
  return files;
}

function readFile(lines: readonly string[], start: number): [DiffFile, number] {
  const [oldPath, newPath] = pathsOfHeader(lines[start] ?? "");
  const file: DiffFile = {
    path: newPath,
    oldPath,
    change: "modified",
    binary: false,
    modes: { old: undefined, new: undefined },
    hunks: [],
  };
  let at = start + 1;
  while (at < lines.length) {
    const line = lines[at] ?? "";
    if (line.startsWith("diff --git ")) break;
    if (line.startsWith("@@ ")) {
      at = readHunk(lines, at, file);
      continue;
    }
    readExtendedHeader(line, file);
    at += 1;
  }
  return [file, at];
}

function readExtendedHeader(line: string, file: DiffFile): void {
  const value = (prefix: string) => (line.startsWith(prefix) ? line.slice(prefix.length) : undefined);
  const added = value("new file mode ");
  const deleted = value("deleted file mode ");
  if (added !== undefined) {
    file.change = "added";
    file.modes.new = added;
  } else if (deleted !== undefined) {
    file.change = "deleted";
    file.modes.old = deleted;
  } else if (line.startsWith("old mode ")) file.modes.old = line.slice(9);
  else if (line.startsWith("new mode ")) file.modes.new = line.slice(9);
  else if (line.startsWith("rename from ")) {
    file.change = "renamed";
    file.oldPath = unquote(line.slice(12));
  } else if (line.startsWith("rename to ")) file.path = unquote(line.slice(10));
  else if (line.startsWith("copy from ")) {
    file.change = "copied";
    file.oldPath = unquote(line.slice(10));
  } else if (line.startsWith("copy to ")) file.path = unquote(line.slice(8));
  else if (line.startsWith("Binary files ") || line === "GIT binary patch") file.binary = true;
  else if (line.startsWith("--- ") && line !== "--- /dev/null") file.oldPath = sidePath(line.slice(4));
  else if (line.startsWith("+++ ") && line !== "+++ /dev/null") file.path = sidePath(line.slice(4));
  if (file.change === "deleted") file.path = file.oldPath;
}

function readHunk(lines: readonly string[], start: number, file: DiffFile): number {
  const match = HUNK.exec(lines[start] ?? "");
  if (!match) return start + 1;
  const count = (text: string | undefined) => (text === undefined ? 1 : Number(text));
  const hunk: Hunk = {
    id: `${file.path}#${file.hunks.length + 1}`,
    oldStart: Number(match[1]),
    oldCount: count(match[2]),
    newStart: Number(match[3]),
    newCount: count(match[4]),
    section: (match[5] ?? "").trim(),
    lines: [],
  };
  let oldLine = hunk.oldStart;
  let newLine = hunk.newStart;
  const oldEnd = hunk.oldStart + hunk.oldCount;
  const newEnd = hunk.newStart + hunk.newCount;
  let at = start + 1;
  while (at < lines.length) {
    const line = lines[at] ?? "";
    const sign = line.charCodeAt(0);
    if (sign === BACKSLASH) {
      const last = hunk.lines.at(-1);
      if (last) last.noNewline = true;
    } else if (oldLine >= oldEnd && newLine >= newEnd) break;
    else if (sign === PLUS) {
      hunk.lines.push({ kind: "added", old: undefined, new: newLine, text: line.slice(1), noNewline: false });
      newLine += 1;
    } else if (sign === MINUS) {
      hunk.lines.push({
        kind: "deleted",
        old: oldLine,
        new: undefined,
        text: line.slice(1),
        noNewline: false,
      });
      oldLine += 1;
    } else {
      hunk.lines.push({ kind: "context", old: oldLine, new: newLine, text: line.slice(1), noNewline: false });
      oldLine += 1;
      newLine += 1;
    }
    at += 1;
  }
  file.hunks.push(hunk);
  return at;
}

function sidePath(text: string): string {
  const path = unquote(text.replace(/\t$/, ""));
  return path.replace(/^[ab]\//, "");
}

/** `diff --git a/x b/x`: only used when no `---`/`+++` or rename line says it better, so both paths are equal. */
function pathsOfHeader(line: string): [string, string] {
  const rest = line.slice("diff --git ".length);
  if (rest.startsWith('"')) {
    const end = endOfQuoted(rest);
    return [sidePath(rest.slice(0, end)), sidePath(rest.slice(end + 1))];
  }
  const middle = (rest.length - 1) / 2;
  if (Number.isInteger(middle) && rest[middle] === " ")
    return [sidePath(rest.slice(0, middle)), sidePath(rest.slice(middle + 1))];
  const split = rest.indexOf(" b/");
  return split < 0 ? [rest, rest] : [sidePath(rest.slice(0, split)), sidePath(rest.slice(split + 1))];
}

function endOfQuoted(text: string): number {
  for (let at = 1; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}

const ESCAPES: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
  '"': 34,
  "\\": 92,
};

/** Undoes git's C-style quoting of unusual paths. */
function unquote(text: string): string {
  if (!text.startsWith('"') || !text.endsWith('"')) return text;
  const inner = text.slice(1, -1);
  const bytes: number[] = [];
  for (let at = 0; at < inner.length; at += 1) {
    const character = inner[at] ?? "";
    if (character !== "\\") {
      bytes.push(...new TextEncoder().encode(String.fromCodePoint(inner.codePointAt(at) ?? 0)));
      if ((inner.codePointAt(at) ?? 0) > 0xffff) at += 1;
      continue;
    }
    const octal = /^[0-7]{3}/.exec(inner.slice(at + 1))?.[0];
    if (octal) {
      bytes.push(Number.parseInt(octal, 8));
      at += 3;
    } else {
      at += 1;
      bytes.push(ESCAPES[inner[at] ?? ""] ?? 63);
    }
  }
  return new TextDecoder().decode(new Uint8Array(bytes));
}

/** Lines added and deleted in a file. */
export function changedLines(file: DiffFile): { added: number; deleted: number } {
  let added = 0;
  let deleted = 0;
  for (const hunk of file.hunks) {
    for (const line of hunk.lines) {
      if (line.kind === "added") added += 1;
      if (line.kind === "deleted") deleted += 1;
    }
  }
  return { added, deleted };
}
