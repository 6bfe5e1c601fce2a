/** The git commands that the forge and the trusted jobs give, answered from a `History` and shared `Trees`. An unknown one is an error. */
import type { GitResult } from "../../../src/local/forge/git/run.ts";
import type { History, Signature } from "./history.ts";
import type { Trees } from "./trees.ts";

export interface Bench {
  trees: Trees;
  history: History;
  refs: () => ReadonlyMap<string, string>;
  /** Tree of every index file in use. */
  indexes: Map<string, string>;
}

export interface Options {
  env?: Readonly<Record<string, string | undefined>>;
  input?: string | Buffer;
}

const EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
const HASH = /^[0-9a-f]{40}$/;

export async function answer(bench: Bench, args: readonly string[], options: Options): Promise<GitResult> {
  const [command = "", ...rest] = args;
  const { history, trees } = bench;
  switch (command) {
    case "version":
      return said("git version 2.45.0\n");
    case "init":
    case "config":
    case "symbolic-ref":
    case "fetch":
      return said("");
    case "rev-parse":
      return revision(bench, rest.at(-1) ?? "");
    case "merge-base":
      return mergeBase(history, rest);
    case "merge-tree":
      return mergeTree(bench, rest);
    case "commit-tree":
      return said(`${commit(history, rest, options)}\n`);
    case "log":
    case "rev-list":
      return walk(history, command, rest);
    case "for-each-ref":
      return containing(bench, rest);
    case "read-tree":
    case "update-index":
    case "apply":
    case "write-tree":
      return onIndex(bench, command, rest, options);
    case "hash-object":
      if (rest.includes("commit")) return said(`${history.keep(options.input?.toString() ?? "")}\n`);
      return trees.ask(args, options.input);
    case "diff":
    case "diff-tree":
    case "ls-tree":
    case "cat-file":
      return trees.ask([command, ...rest.map((arg) => history.get(arg)?.tree ?? arg)], options.input);
    default:
      throw new Error(`git ${args.join(" ")} is not answered here`);
  }
}

function said(text: string, code = 0): GitResult {
  return { code, stdout: Buffer.from(text), stderr: code > 1 ? text : "" };
}

/** `<sha>`, `<sha>^{tree}`, `<sha>^{commit}`. */
function revision({ history }: Bench, name: string): GitResult {
  const [sha = "", kind] = name.split("^");
  const known = history.get(sha);
  if (kind === "{tree}") return said(`${known?.tree ?? sha}\n`);
  return known || kind === undefined ? said(`${sha}\n`) : said(`unknown revision ${name}`, 128);
}

function mergeBase(history: History, args: readonly string[]): GitResult {
  const [one = "", other = ""] = args.filter((arg) => HASH.test(arg));
  if (!history.get(one) || !history.get(other))
    return said(`Not a valid commit name ${history.get(one) ? other : one}`, 128);
  if (args[0] === "--is-ancestor") return said("", history.isAncestor(one, other) ? 0 : 1);
  const found = history.mergeBase(one, other);
  return found === undefined ? said("", 1) : said(`${found}\n`);
}

async function mergeTree({ history, trees }: Bench, args: readonly string[]): Promise<GitResult> {
  const [ours = "", theirs = ""] = args.slice(-2);
  const treeOf = (sha: string) => history.get(sha)?.tree ?? sha;
  const base = history.mergeBase(ours, theirs);
  return trees.merge(
    base === undefined ? EMPTY_TREE : treeOf(base),
    treeOf(ours),
    treeOf(theirs),
    args.slice(0, -2),
  );
}

function commit(history: History, args: readonly string[], { env = {}, input = "" }: Options): string {
  const signature = (who: "AUTHOR" | "COMMITTER"): Signature => ({
    name: env[`GIT_${who}_NAME`] ?? "",
    mail: env[`GIT_${who}_EMAIL`] ?? "",
    date: env[`GIT_${who}_DATE`] ?? "",
  });
  return history.commit({
    tree: args[0] ?? "",
    parents: args.filter((_, at) => args[at - 1] === "-p"),
    message: input.toString(),
    author: signature("AUTHOR"),
    committer: signature("COMMITTER"),
  });
}

/** `A..B`, `A...B`, `B`, `^A`, with the few ways of listing that are in use. */
function walk(history: History, command: string, args: readonly string[]): GitResult {
  const revisions = args.filter((arg) => /^\^?[0-9a-f]{40}(\.{2,3}[0-9a-f]{40})?$/.test(arg));
  const option = (name: string) =>
    Number(args.find((arg) => arg.startsWith(`--${name}=`))?.split("=")[1] ?? Number.NaN);
  const [first = ""] = revisions;
  if (args.includes("--left-right")) {
    const [left = "", right = ""] = first.split("...");
    const [ofLeft, ofRight] = [history.ancestors([left]), history.ancestors([right])];
    const only = (one: Set<string>, other: Set<string>) => [...one].filter((sha) => !other.has(sha)).length;
    return said(`${only(ofLeft, ofRight)}\t${only(ofRight, ofLeft)}\n`);
  }
  const [from, to] = first.includes("..") ? first.split("..") : [undefined, first];
  const without = [from, ...revisions.filter((one) => one.startsWith("^")).map((one) => one.slice(1))];
  const hidden = history.ancestors(without.filter((sha) => sha !== undefined));
  const limit = args.includes("-1") || args.includes("-n") ? 1 : option("max-count");
  const skip = option("skip");
  const shown = [...history.ancestors([to ?? ""])]
    .filter((sha) => !hidden.has(sha))
    .slice(Number.isNaN(skip) ? 0 : skip)
    .slice(0, Number.isNaN(limit) ? undefined : limit);
  const known = shown.flatMap((sha) => history.get(sha) ?? []);
  if (known.length < shown.length) return said(`bad object ${first}`, 128);
  const lines = known.map(({ sha, parents, committerMail }) => {
    if (command === "log") return committerMail;
    return args.includes("--parents") ? [sha, ...parents].join(" ") : sha;
  });
  return said(lines.map((line) => `${line}\n`).join(""));
}

function containing({ history, refs }: Bench, args: readonly string[]): GitResult {
  const wanted = args.find((arg) => arg.startsWith("--contains="))?.slice("--contains=".length) ?? "";
  const found = [...refs()].filter(
    ([name, sha]) => name.startsWith("refs/heads/") && history.isAncestor(wanted, sha),
  );
  return said(
    found
      .slice(0, 1)
      .map(([name, sha]) => `${sha} commit\t${name}\n`)
      .join(""),
  );
}

async function onIndex(
  { history, trees, indexes }: Bench,
  command: string,
  args: readonly string[],
  { env = {}, input }: Options,
): Promise<GitResult> {
  const index = env.GIT_INDEX_FILE ?? "";
  const tree = indexes.get(index) ?? EMPTY_TREE;
  if (command === "write-tree") return said(`${tree}\n`);
  if (command === "read-tree") {
    const [of = ""] = args;
    indexes.set(index, of === "--empty" ? EMPTY_TREE : (history.get(of)?.tree ?? of));
    return said("");
  }
  const step = { args: [command, ...args], ...(input === undefined ? {} : { input }) };
  const changed = await trees.change(tree, step);
  if ("refused" in changed) return changed.refused;
  indexes.set(index, changed.tree);
  return said("");
}
