/** What a commit holds: its files by one listing, their texts by one process for any number of them. */
/** What is needed of git: standard output as text, and as bytes of a command that reads `input`. */
export interface GitReader {
  text(args: readonly string[]): Promise<string>;
  bytes(args: readonly string[], options: { input: string }): Promise<Buffer>;
}

export interface CommitTree {
  /** Size in bytes of every file by its path; submodules are none. */
  sizes: ReadonlyMap<string, number>;
  /** Texts of those of `paths` that are files of the commit. Throws GIT_FAILED. */
  read(paths: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Reads the listing of `commit`, or of a tree. Throws GIT_FAILED when there is none. */
export async function readCommitTree(git: GitReader, commit: string): Promise<CommitTree> {
  const listed = await git.text(["ls-tree", "-r", "-z", "-l", commit]);
  const files = new Map(
    listed.split("\0").flatMap((line): [string, { id: string; size: number }][] => {
      const [, id, size, path] = /^\d+ blob ([0-9a-f]+) +(\d+)\t(.*)$/s.exec(line) ?? [];
      return id && path ? [[path, { id, size: Number(size) }]] : [];
    }),
  );
  return {
    sizes: new Map([...files].map(([path, { size }]) => [path, size])),
    async read(paths) {
      const wanted = paths.flatMap((path) => {
        const file = files.get(path);
        return file ? [{ path, ...file }] : [];
      });
      if (wanted.length === 0) return new Map();
      const answer = await git.bytes(["cat-file", "--batch"], {
        input: wanted.map(({ id }) => `${id}\n`).join(""),
      });
      let at = 0;
      return new Map(
        wanted.map(({ path, size }) => {
          // Before each blob stands a line of its own: id, kind and size.
          const begin = answer.indexOf("\n", at) + 1;
          at = begin + size + 1;
          return [path, answer.subarray(begin, begin + size).toString("utf8")];
        }),
      );
    },
  };
}
