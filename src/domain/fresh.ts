/** What of a change nobody has read yet: hunks whose content was part of no earlier reviewed head. A rebase changes nothing here. */
import type { DiffFile, Hunk } from "./diff.ts";

export interface Freshness {
  /** Files with the hunks that are new. */
  fresh: DiffFile[];
  /** Ids of the hunks that were read at an earlier head. */
  known: Set<string>;
}

/** `earlier`: the change at each head that was reviewed as a whole. Content that occurs twice must have been read twice. */
export function freshHunks(files: readonly DiffFile[], earlier: readonly (readonly DiffFile[])[]): Freshness {
  const read = new Set(earlier.flatMap((change) => keysOf(change).map(({ key }) => key)));
  const known = new Set<string>();
  const keys = keysOf(files);
  for (const { id, key } of keys) if (id !== undefined && read.has(key)) known.add(id);
  const wholes = new Set(
    keys.flatMap(({ file, id, key }) => (id === undefined && read.has(key) ? [file] : [])),
  );
  const fresh = files.flatMap((file) => {
    if (file.hunks.length === 0) return wholes.has(file) ? [] : [file];
    const hunks = file.hunks.filter(({ id }) => !known.has(id));
    return hunks.length === 0 ? [] : [{ ...file, hunks }];
  });
  for (const file of wholes) known.add(`${file.path}#whole`);
  return { fresh, known };
}

interface Key {
  file: DiffFile;
  /** Undefined: the change of a file without lines. */
  id: string | undefined;
  key: string;
}

function keysOf(files: readonly DiffFile[]): Key[] {
  const times = new Map<string, number>();
  const numbered = (text: string) => {
    const time = (times.get(text) ?? 0) + 1;
    times.set(text, time);
    return `${time} ${text}`;
  };
  return files.flatMap((file): Key[] => {
    // What a binary file holds is not in its diff, so it is always new.
    if (file.hunks.length === 0)
      return file.binary ? [] : [{ file, id: undefined, key: numbered(`whole ${headOf(file)}`) }];
    return file.hunks.map((hunk) => ({
      file,
      id: hunk.id,
      key: numbered(`${headOf(file)}\n${contentOf(hunk)}`),
    }));
  });
}

function headOf({ path, change, modes }: DiffFile): string {
  return JSON.stringify([path, change, modes.old ?? "", modes.new ?? ""]);
}

function contentOf({ lines }: Hunk): string {
  return lines
    .filter(({ kind }) => kind !== "context")
    .map(({ kind, text, noNewline }) => `${kind}${noNewline ? "!" : ":"}${text}`)
    .join("\n");
}
