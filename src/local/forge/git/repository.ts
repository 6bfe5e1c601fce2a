/** A bare repository on disk: refs in memory, objects by pipe, everything else by git. All ref changes go through here. */
import type { Commit } from "./commits.ts";
import type { FileDiff } from "./diff.ts";
import { createMemo, type Memo } from "./memo.ts";
import { type GitObject, openObjects } from "./objects.ts";
import { type GitOptions, type GitResult, runGit } from "./run.ts";

export interface GitRepository {
  readonly directory: string;
  /** Full ref name to commit (or tag) SHA. */
  readonly refs: ReadonlyMap<string, string>;
  run(args: string[], options?: GitOptions): Promise<GitResult>;
  /** Standard output without the final line end. */
  text(args: string[], options?: GitOptions): Promise<string>;
  read(name: string): Promise<GitObject | undefined>;
  /** Moves, creates (`before` undefined) or deletes (`after` undefined) a ref only if it is still at `before`. Throws otherwise. */
  updateRef(ref: string, after: string | undefined, before: string | undefined): Promise<void>;
  /** Reads the refs anew after git itself changed them. */
  refreshRefs(): Promise<void>;
  /** Runs `work` when all earlier work on this repository's refs is done. */
  exclusive<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Values that depend on SHAs only. */
  readonly commits: Memo<Commit>;
  readonly diffs: Memo<FileDiff[]>;
  readonly texts: Memo<string>;
  close(): void;
}

const ZERO = "0".repeat(40);

export async function openRepository(directory: string): Promise<GitRepository> {
  const objects = openObjects(directory);
  let refs = new Map<string, string>();
  let last: Promise<unknown> = Promise.resolve();

  const run = (args: string[], options?: GitOptions): Promise<GitResult> => runGit(directory, args, options);
  const text = async (args: string[], options?: GitOptions): Promise<string> =>
    (await run(args, options)).stdout.toString().replace(/\n$/, "");

  const refreshRefs = async (): Promise<void> => {
    const lines = (await text(["for-each-ref", "--format=%(objectname) %(refname)"])).split("\n");
    refs = new Map(lines.filter((line) => line !== "").map((line) => [line.slice(41), line.slice(0, 40)]));
  };
  const updateRef = async (
    ref: string,
    after: string | undefined,
    before: string | undefined,
  ): Promise<void> => {
    await run(["update-ref", "--no-deref", ref, after ?? ZERO, before ?? ZERO]);
    if (after === undefined) refs.delete(ref);
    else refs.set(ref, after);
  };
  const exclusive = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
  await refreshRefs();
  return {
    directory,
    get refs() {
      return refs;
    },
    run,
    text,
    read: (name) => objects.read(name),
    updateRef,
    refreshRefs,
    exclusive,
    commits: createMemo(),
    diffs: createMemo(),
    texts: createMemo(),
    close: () => objects.close(),
  };
}
