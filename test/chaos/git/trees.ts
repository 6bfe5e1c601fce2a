/**
 * Trees and blobs, shared by every world of this process. What can be said of files without looking into them is worked out
 * here; real git answers the rest, each question once, and about the files alone that it depends on: what git says of two
 * trees depends on the files in which they differ.
 */
import { createHash } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { GitObject } from "../../../src/local/forge/git/objects.ts";
import { type GitResult, runGit } from "../../../src/local/forge/git/run.ts";
import { createObjects, type Entry, type Listing } from "./objects.ts";

export interface Step {
  args: readonly string[];
  input?: string | Buffer;
}

export interface Trees {
  /** Answer of git to a question that depends on its arguments and its input alone; any exit code is an answer. */
  ask(args: readonly string[], input?: string | Buffer): Promise<GitResult>;
  read(name: string): Promise<GitObject | undefined>;
  /** Tree after `step` worked on an index that began as `tree`; what git said when it failed. */
  change(tree: string, step: Step): Promise<{ tree: string } | { refused: GitResult }>;
  /** What `git merge-tree` says of two trees that grew out of `base`. */
  merge(base: string, ours: string, theirs: string, flags: readonly string[]): Promise<GitResult>;
  /** Processes started so far. */
  processes(): number;
}

let opened: Promise<Trees> | undefined;

/** The database of this process, below the directory for temporary files. */
export function sharedTrees(): Promise<Trees> {
  opened ??= openTrees(join(mkdtempSync(join(tmpdir(), "nightshift-chaos-")), "objects.git"));
  return opened;
}

export async function openTrees(directory: string): Promise<Trees> {
  let processes = 1;
  await runGit(tmpdir(), ["init", "--quiet", "--bare", "--template=", directory]);
  const objects = createObjects(directory);
  const known = new Map<string, Promise<unknown>>();
  let indexes = 0;

  const once = <Result>(key: string, compute: () => Promise<Result>): Promise<Result> => {
    const found = known.get(key);
    // Every key begins with the name of the one function that asks with it.
    if (found) return found as Promise<Result>;
    const fresh = compute();
    known.set(key, fresh);
    return fresh;
  };
  const git = async (args: readonly string[], input: string | Buffer = "", env = {}): Promise<GitResult> => {
    processes += 1;
    await objects.store([...args, input.toString("latin1")]);
    return runGit(directory, [...args], { allow: [1, 128, 129], env, input });
  };

  /** The trees of these files alone. */
  const only = async (paths: ReadonlySet<string>, trees: readonly string[]): Promise<string[]> => {
    const listings = await Promise.all(trees.map(objects.listing));
    return listings.map((listing) => objects.tree(pick(listing, (path) => paths.has(path))));
  };
  /** `part` with every other file of `whole`. */
  const graft = async (part: string, whole: string, paths: ReadonlySet<string>): Promise<string> => {
    const rest = pick(await objects.listing(whole), (path) => !paths.has(path));
    return objects.tree(new Map([...rest, ...(await objects.listing(part))]));
  };

  const compare = async (args: readonly string[]): Promise<GitResult> => {
    const trees = args.slice(-2);
    const paths = differing(await Promise.all(trees.map(objects.listing)));
    const short = [...args.slice(0, -2), ...(await only(paths, trees))];
    return once(`compare ${short.join("\0")}`, () => git(short));
  };

  const onIndex = async (tree: string, { args, input }: Step) => {
    indexes += 1;
    const env = { GIT_INDEX_FILE: join(directory, `index.${indexes}`) };
    await git(["read-tree", tree], undefined, env);
    const result = await git(args, input, env);
    if (result.code !== 0) return { refused: result };
    return { tree: (await git(["write-tree"], undefined, env)).stdout.toString().trim() };
  };

  const mergeOf = async (all: readonly [string, string, string], flags: readonly string[]) => {
    const [base = "", ...sides] = await Promise.all(
      all.map(async (tree, at) => {
        const parent = at === 0 ? "" : `parent ${commitOf(all[0], "")}\n`;
        return commitOf(tree, parent);
      }),
    );
    return once(`merge ${base} ${sides.join(" ")} ${flags.join(" ")}`, () =>
      git(["merge-tree", ...flags, ...sides]),
    );
  };
  const commitOf = (tree: string, parent: string): string =>
    objects.put(
      "commit",
      Buffer.from(`tree ${tree}\n${parent}author ${NOBODY}\ncommitter ${NOBODY}\n\ntree\n`),
    );

  return {
    processes: () => processes,
    ask: async (args, input) => {
      const [command = "", ...rest] = args;
      if (command === "hash-object" && rest.join(" ") === "-w --stdin")
        return said(`${objects.put("blob", Buffer.from(input ?? ""))}\n`);
      if (command.startsWith("diff") && rest.slice(-2).every((name) => HASH.test(name))) return compare(args);
      return once(`ask ${args.join("\0")}\0${digest(input)}`, () => git(args, input));
    },
    read: objects.read,
    change: (tree, step) =>
      once(`change ${tree} ${step.args.join("\0")} ${digest(step.input)}`, async () => {
        const entries = entriesOf(step);
        if (entries !== undefined) {
          const files = new Map(await objects.listing(tree));
          for (const [path, entry] of entries) {
            if (entry === undefined) files.delete(path);
            else files.set(path, entry);
          }
          return { tree: objects.tree(files) };
        }
        const paths = patchedPaths(step);
        if (paths === undefined) return onIndex(tree, step);
        const [part = ""] = await only(paths, [tree]);
        const changed = await once(`patch ${part} ${digest(step.input)}`, () => onIndex(part, step));
        return "refused" in changed ? changed : { tree: await graft(changed.tree, tree, paths) };
      }),
    merge: (base, ours, theirs, flags) =>
      once(`whole merge ${base} ${ours} ${theirs} ${flags.join(" ")}`, async () => {
        const listings = await Promise.all([base, ours, theirs].map(objects.listing));
        const paths = differing(listings);
        const [one = "", other = "", third = ""] = await only(paths, [base, ours, theirs]);
        const result = await mergeOf([one, other, third], flags);
        const [tree = "", ...said] = result.stdout.toString().split("\n");
        if (!HASH.test(tree)) return result;
        return { ...result, stdout: Buffer.from([await graft(tree, base, paths), ...said].join("\n")) };
      }),
  };
}

const NOBODY = "git <git@localhost> 1767225600 +0000";
const HASH = /^[0-9a-f]{40}$/;

const said = (text: string): GitResult => ({ code: 0, stdout: Buffer.from(text), stderr: "" });

const digest = (input: string | Buffer = ""): string => createHash("sha1").update(input).digest("hex");

const pick = (listing: Listing, wanted: (path: string) => boolean): Listing =>
  new Map([...listing].filter(([path]) => wanted(path)));

/** The paths at which not all of them have the same. */
function differing(listings: readonly Listing[]): Set<string> {
  const all = new Set(listings.flatMap((listing) => [...listing.keys()]));
  const at = (listing: Listing, path: string): string => {
    const { mode, sha } = listing.get(path) ?? { mode: "", sha: "" };
    return `${mode} ${sha}`;
  };
  return new Set([...all].filter((path) => new Set(listings.map((listing) => at(listing, path))).size > 1));
}

/** What an `update-index` puts where, undefined: away; undefined for any other step. */
function entriesOf({ args, input = "" }: Step): [string, Entry | undefined][] | undefined {
  const [command, ...rest] = args;
  if (command !== "update-index") return undefined;
  if (rest.slice(0, -1).join(" ") === "--add --cacheinfo") {
    const [mode = "", sha = "", ...path] = (rest.at(-1) ?? "").split(",");
    return [[path.join(","), { mode, sha }]];
  }
  if (rest.join(" ") !== "-z --index-info") return undefined;
  const lines = input
    .toString()
    .split("\0")
    .filter((line) => line !== "");
  return lines.map((line) => {
    const [entry = "", path = ""] = line.split("\t");
    const [mode = "", sha = ""] = entry.split(" ");
    return [path, mode === "0" ? undefined : { mode, sha }];
  });
}

/** The files that a patch is about; undefined for any other step, and for a patch whose files are not plain to see. */
function patchedPaths({ args, input = "" }: Step): Set<string> | undefined {
  if (args[0] !== "apply") return undefined;
  const headers = input
    .toString()
    .split("\n")
    .filter((line) => line.startsWith("diff --git "));
  const paths = headers.map((line) => /^diff --git a\/(\S+) b\/\1$/.exec(line)?.[1]);
  return paths.includes(undefined) ? undefined : new Set(paths.filter((path) => path !== undefined));
}
