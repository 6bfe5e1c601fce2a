/** Repositories of the forge whose refs and commits are in memory. */

import type { Hosting } from "../../../src/local/forge/git/hosting.ts";
import { createMemo } from "../../../src/local/forge/git/memo.ts";
import type { GitObject } from "../../../src/local/forge/git/objects.ts";
import type { GitRepository } from "../../../src/local/forge/git/repository.ts";
import { GitError, type GitOptions } from "../../../src/local/forge/git/run.ts";
import { answer } from "./commands.ts";
import type { History } from "./history.ts";
import type { Trees } from "./trees.ts";

export interface MemoryHosting extends Hosting {
  /** Refs of the repository in a directory of the forge. */
  refs(directory: string): ReadonlyMap<string, string>;
}

export function createMemoryHosting(trees: Trees, history: History): MemoryHosting {
  const refsOf = new Map<string, Map<string, string>>();
  const refs = (directory: string): Map<string, string> => {
    const known = refsOf.get(directory) ?? new Map<string, string>();
    refsOf.set(directory, known);
    return known;
  };
  return {
    refs,
    create: async () => undefined,
    open: async (directory) => openRepository(directory, refs(directory), trees, history),
  };
}

function openRepository(
  directory: string,
  refs: Map<string, string>,
  trees: Trees,
  history: History,
): GitRepository {
  const bench = { trees, history, refs: () => refs, indexes: new Map<string, string>() };
  let last: Promise<unknown> = Promise.resolve();
  const run: GitRepository["run"] = async (args, options: GitOptions = {}) => {
    const result = await answer(bench, args, options);
    if (result.code !== 0 && !options.allow?.includes(result.code))
      throw new GitError(args, result.code, result.stderr);
    return result;
  };
  return {
    directory,
    refs,
    run,
    text: async (args, options) => (await run(args, options)).stdout.toString().replace(/\n$/, ""),
    read: (name) => read(trees, history, refs, name),
    async updateRef(ref, after, before) {
      if (refs.get(ref) !== before)
        throw new GitError(["update-ref", ref], 128, `cannot lock ref '${ref}': is not at ${before}`);
      if (after === undefined) refs.delete(ref);
      else refs.set(ref, after);
    },
    refreshRefs: async () => undefined,
    exclusive: (work) => {
      const result = last.then(work);
      last = result.catch(() => undefined);
      return result;
    },
    commits: createMemo(),
    diffs: createMemo(),
    texts: createMemo(),
    close: () => undefined,
  };
}

/** `<sha>`, `<ref>`, either with `^{commit}`, `^{tree}` or `:path`. */
async function read(
  trees: Trees,
  history: History,
  refs: ReadonlyMap<string, string>,
  name: string,
): Promise<GitObject | undefined> {
  const [, revision = "", suffix = ""] = /^([^:^]+)((?:\^\{\w+\}|:).*)?$/s.exec(name) ?? [];
  const sha =
    refs.get(revision) ??
    refs.get(`refs/heads/${revision}`) ??
    (revision === "HEAD" ? refs.get("refs/heads/main") : revision);
  const commit = history.get(sha ?? "");
  if (commit === undefined) return suffix === "^{commit}" ? undefined : trees.read(`${sha}${suffix}`);
  if (suffix === "" || suffix === "^{commit}")
    return { sha: commit.sha, type: "commit", content: commit.raw };
  return trees.read(suffix === "^{tree}" ? commit.tree : `${commit.tree}${suffix}`);
}
