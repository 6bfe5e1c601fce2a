/** Objects of git in memory, under the names that git gives them. Git itself gets those that a question to it is about. */
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { type GitObject, openObjects } from "../../../src/local/forge/git/objects.ts";

export interface Entry {
  /** `100644`, `100755`, `120000`, `160000` */
  mode: string;
  sha: string;
}
/** The files of a tree, by path. */
export type Listing = ReadonlyMap<string, Entry>;

export interface Objects {
  put(type: GitObject["type"], content: Buffer): string;
  /** By SHA; with `:<path>` after that of a tree, what lies there. Any other name is asked of git. */
  read(name: string): Promise<GitObject | undefined>;
  listing(tree: string): Promise<Listing>;
  /** The tree of these files. Throws where a file stands in the way of a directory. */
  tree(files: Listing): string;
  /** Brings everything that these names, or texts with names in them, lead to to the disk, where git finds it. */
  store(texts: readonly string[]): Promise<void>;
}

/** `directory`: a bare repository. */
export function createObjects(directory: string): Objects {
  const known = new Map<string, GitObject>();
  /** What git has, or is getting. */
  const stored = new Map<string, Promise<void>>();
  const listings = new Map<string, Promise<Listing>>();
  const disk = openObjects(directory);

  const put = (type: GitObject["type"], content: Buffer): string => {
    const sha = createHash("sha1").update(`${type} ${content.length}\0`).update(content).digest("hex");
    if (!known.has(sha)) known.set(sha, { sha, type, content });
    return sha;
  };

  const get = async (sha: string): Promise<GitObject | undefined> => {
    const found = known.get(sha) ?? (await disk.read(sha));
    if (found && !known.has(sha)) {
      known.set(sha, found);
      stored.set(sha, Promise.resolve());
    }
    return found;
  };

  const entriesOf = async (tree: string): Promise<(Entry & { name: string })[]> =>
    parseTree((await get(tree))?.content ?? Buffer.alloc(0));

  const list = async (tree: string, above: string): Promise<[string, Entry][]> => {
    const parts = await Promise.all(
      (await entriesOf(tree)).map(
        async ({ name, mode, sha }): Promise<[string, Entry][]> =>
          mode === DIRECTORY ? list(sha, `${above}${name}/`) : [[`${above}${name}`, { mode, sha }]],
      ),
    );
    return parts.flat();
  };

  const build = (files: Listing, above: string): string => {
    const entries = new Map<string, Entry>();
    const below = new Map<string, Map<string, Entry>>();
    for (const [path, entry] of files) {
      const [name = "", ...rest] = path.split("/");
      if (rest.length === 0) entries.set(name, entry);
      else below.set(name, (below.get(name) ?? new Map<string, Entry>()).set(rest.join("/"), entry));
    }
    for (const [name, inside] of below) {
      if (entries.has(name)) throw new Error(`${above}${name} is a file and a directory`);
      entries.set(name, { mode: DIRECTORY, sha: build(inside, `${above}${name}/`) });
    }
    return put("tree", writeTree(entries));
  };

  const store = (sha: string): Promise<void> => {
    const object = known.get(sha);
    const done = stored.get(sha) ?? (object === undefined ? Promise.resolve() : write(object));
    if (object !== undefined) stored.set(sha, done);
    return done;
  };

  const write = async ({ sha, type, content }: GitObject): Promise<void> => {
    if (type === "tree") await Promise.all(parseTree(content).map((entry) => store(entry.sha)));
    if (type === "commit") await storeAll([content.toString().split("\n\n")[0] ?? ""]);
    await mkdir(join(directory, "objects", sha.slice(0, 2)), { recursive: true });
    const bytes = Buffer.concat([Buffer.from(`${type} ${content.length}\0`), content]);
    await writeFile(join(directory, "objects", sha.slice(0, 2), sha.slice(2)), deflateSync(bytes));
  };

  const storeAll = async (texts: readonly string[]): Promise<void> => {
    const names = texts.flatMap((text) => text.match(/\b[0-9a-f]{40}\b/g) ?? []);
    await Promise.all(names.map(store));
  };

  return {
    put,
    async read(name) {
      const [, sha, path] = /^([0-9a-f]{40})(?::(.+))?$/s.exec(name) ?? [];
      if (sha === undefined) {
        await storeAll([name]);
        return disk.read(name);
      }
      let found: string | undefined = sha;
      for (const step of path?.split("/") ?? []) {
        if (found === undefined) break;
        found = (await entriesOf(found)).find((entry) => entry.name === step)?.sha;
      }
      return found === undefined ? undefined : get(found);
    },
    listing(tree) {
      const found = listings.get(tree) ?? list(tree, "").then((entries) => new Map(entries));
      listings.set(tree, found);
      return found;
    },
    tree: (files) => build(files, ""),
    store: storeAll,
  };
}

const DIRECTORY = "40000";

function parseTree(content: Buffer): (Entry & { name: string })[] {
  const entries: (Entry & { name: string })[] = [];
  for (let at = 0; at < content.length; ) {
    const blank = content.indexOf(32, at);
    const end = content.indexOf(0, blank);
    entries.push({
      mode: content.toString("latin1", at, blank),
      name: content.toString("utf8", blank + 1, end),
      sha: content.toString("hex", end + 1, end + 21),
    });
    at = end + 21;
  }
  return entries;
}

/** In git's order: by bytes, a directory as if its name ended in a slash. */
function writeTree(entries: ReadonlyMap<string, Entry>): Buffer {
  const sorted = [...entries]
    .map(([name, entry]) => ({
      ...entry,
      name,
      order: Buffer.from(entry.mode === DIRECTORY ? `${name}/` : name),
    }))
    .sort((one, other) => Buffer.compare(one.order, other.order));
  return Buffer.concat(
    sorted.flatMap(({ mode, name, sha }) => [Buffer.from(`${mode} ${name}\0`), Buffer.from(sha, "hex")]),
  );
}
