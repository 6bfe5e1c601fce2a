/**
 * Git as the trusted jobs use it: a repository directory outside every workspace, no configuration but ours, no hooks, no
 * filters, no prompts. The token travels in the environment of one command and is stored nowhere.
 */
import type { ChildProcess } from "node:child_process";
import { mkdir, stat } from "node:fs/promises";
import { NightshiftError } from "../domain/errors.ts";

export type Spawn = (
  file: string,
  args: readonly string[],
  options: { cwd?: string; env: NodeJS.ProcessEnv; stdio: ["pipe", "pipe", "pipe"] },
) => ChildProcess;

export interface Remote {
  /** https://host/owner/name.git */
  url: string;
  token: string;
}

export interface GitOptions {
  /** Where the objects live: a bare repository, made when it is missing. */
  dir: string;
  spawn: Spawn;
  path: string;
}

export interface GitResult {
  exitCode: number;
  stdout: Buffer;
  stderr: string;
}

const HARDENED = [
  ["core.hooksPath", "/dev/null"],
  ["core.fsmonitor", "false"],
  ["core.symlinks", "true"],
  ["core.quotePath", "false"],
  ["core.autocrlf", "false"],
  ["core.attributesFile", "/dev/null"],
  ["protocol.ext.allow", "never"],
  ["protocol.file.allow", "always"],
  ["submodule.recurse", "false"],
  ["diff.renames", "true"],
  ["gc.auto", "0"],
  ["maintenance.auto", "false"],
  ["advice.detachedHead", "false"],
  ["init.defaultBranch", "main"],
] as const;

export const BOT_NAME = "github-actions[bot]";
export const BOT_MAIL = "41898282+github-actions[bot]@users.noreply.github.com";

export class Git {
  readonly dir: string;
  readonly #spawn: Spawn;
  readonly #path: string;

  private constructor(options: GitOptions) {
    this.dir = options.dir;
    this.#spawn = options.spawn;
    this.#path = options.path;
  }

  /** Opens the repository; throws ENVIRONMENT_UNFIT when git is missing or older than 2.38. */
  static async open(options: GitOptions): Promise<Git> {
    const git = new Git(options);
    await mkdir(options.dir, { recursive: true });
    const isThere = await stat(`${options.dir}/HEAD`).then(
      () => true,
      () => false,
    );
    const [said] = await Promise.all([
      git.text(["version"]),
      isThere ? undefined : git.text(["init", "--quiet", "--bare", "."]),
    ]);
    const version = /git version (\d+)\.(\d+)/.exec(said);
    const [major = 0, minor = 0] = [Number(version?.[1]), Number(version?.[2])];
    if (major < 2 || (major === 2 && minor < 38)) {
      throw new NightshiftError(
        "ENVIRONMENT_UNFIT",
        `git ${major}.${minor} is too old; Nightshift needs git 2.38 or newer.`,
      );
    }
    return git;
  }

  /** Runs git and returns whatever it said. Throws ENVIRONMENT_UNFIT only when git itself cannot be started. */
  async run(
    args: readonly string[],
    options: {
      remote?: Remote;
      input?: Buffer | string;
      env?: Record<string, string>;
      workTree?: string;
    } = {},
  ): Promise<GitResult> {
    const settings: (readonly [string, string])[] = [...HARDENED];
    if (options.remote?.token) {
      const credential = Buffer.from(`x-access-token:${options.remote.token}`).toString("base64");
      settings.push(["http.extraHeader", `Authorization: Basic ${credential}`]);
    }
    const env: NodeJS.ProcessEnv = {
      PATH: this.#path,
      HOME: "/nonexistent",
      LC_ALL: "C",
      GIT_DIR: this.dir,
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_TERMINAL_PROMPT: "0",
      GIT_ASKPASS: "true",
      GIT_CONFIG_COUNT: String(settings.length),
      ...Object.fromEntries(
        settings.flatMap(([key, value], at) => [
          [`GIT_CONFIG_KEY_${at}`, key],
          [`GIT_CONFIG_VALUE_${at}`, value],
        ]),
      ),
      ...(options.workTree ? { GIT_WORK_TREE: options.workTree } : {}),
      ...options.env,
    };
    return collect(
      this.#spawn("git", args, { cwd: options.workTree ?? this.dir, env, stdio: ["pipe", "pipe", "pipe"] }),
      options.input,
    );
  }

  /** Standard output as text, trimmed at the end. Throws GIT_FAILED with what git said. */
  async text(args: readonly string[], options: Parameters<Git["run"]>[1] = {}): Promise<string> {
    return (await this.bytes(args, options)).toString("utf8").trimEnd();
  }

  async bytes(args: readonly string[], options: Parameters<Git["run"]>[1] = {}): Promise<Buffer> {
    const result = await this.run(args, options);
    if (result.exitCode !== 0)
      throw new NightshiftError(
        "GIT_FAILED",
        `git ${args[0]} failed (${result.exitCode}): ${result.stderr.trim().slice(0, 2_000)}`,
      );
    return result.stdout;
  }

  /** Brings exactly these commits with `depth` of their history (all of it when undefined). */
  async fetch(remote: Remote, shas: readonly string[], depth?: number): Promise<void> {
    const wanted = [...new Set(shas)];
    if (wanted.length === 0) return;
    const shallow = depth === undefined ? [] : [`--depth=${depth}`];
    await this.text(
      ["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", ...shallow, remote.url, ...wanted],
      { remote },
    );
  }

  /** The best common ancestor; undefined when the fetched history has none. */
  async mergeBase(one: string, other: string): Promise<string | undefined> {
    const result = await this.run(["merge-base", one, other]);
    return result.exitCode === 0 ? result.stdout.toString("utf8").trim() : undefined;
  }

  async treeOf(commit: string): Promise<string> {
    return this.text(["rev-parse", "--verify", `${commit}^{tree}`]);
  }

  /** Tree of merging `theirs` into `ours`; with conflicts the tree carries conflict markers and the paths are listed. */
  async mergeTree(ours: string, theirs: string): Promise<{ tree: string; conflicts: string[] }> {
    const result = await this.run([
      "merge-tree",
      "--write-tree",
      "--name-only",
      "--no-messages",
      ours,
      theirs,
    ]);
    if (result.exitCode > 1)
      throw new NightshiftError("GIT_FAILED", `git merge-tree failed: ${result.stderr.trim()}`);
    const [tree = "", ...conflicts] = result.stdout.toString("utf8").trimEnd().split("\n");
    if (result.exitCode === 0) return { tree, conflicts: [] };
    // Exit 1 is also what git says when one of the two cannot be merged at all; it names no tree then.
    if (conflicts.length === 0) {
      throw new NightshiftError(
        "GIT_FAILED",
        `git merge-tree failed: ${result.stderr.trim().slice(0, 2_000)}`,
      );
    }
    return { tree, conflicts: [...new Set(conflicts)] };
  }

  /** Writes the files of a tree into an empty directory. */
  async checkout(tree: string, directory: string, index: string): Promise<void> {
    await mkdir(directory, { recursive: true });
    const env = { GIT_INDEX_FILE: index };
    await this.text(["read-tree", tree], { env });
    await this.text(["checkout-index", "--all", "--force"], { env, workTree: directory });
  }

  /** Tree of the files in `directory` as they are now: what git would add, ignored files left out. */
  async treeOfDirectory(directory: string, index: string): Promise<string> {
    const env = { GIT_INDEX_FILE: index };
    await this.text(["add", "--all", "--", "."], { env, workTree: directory });
    return this.text(["write-tree"], { env });
  }

  /** Binary-safe patch between two trees or commits. */
  async patch(from: string, to: string): Promise<Buffer> {
    return this.bytes([
      "diff",
      "--binary",
      "--full-index",
      "--no-color",
      "--no-ext-diff",
      "--no-textconv",
      "--no-renames",
      from,
      to,
    ]);
  }

  /** Unified diff for reading: three lines of context, renames found; to the last blank, because hunks may end in blanks. */
  async diff(from: string, to: string): Promise<string> {
    return (
      await this.bytes([
        "diff",
        "--no-color",
        "--no-ext-diff",
        "--no-textconv",
        "--find-renames",
        "-U3",
        from,
        to,
      ])
    ).toString("utf8");
  }

  /** Tree of `patch` applied to tree `from`. Throws PATCH_REFUSED when it does not apply exactly. */
  async applyPatch(from: string, patch: Buffer, index: string): Promise<string> {
    const env = { GIT_INDEX_FILE: index };
    await this.text(["read-tree", from], { env });
    const result = await this.run(["apply", "--cached", "--binary", "--whitespace=nowarn"], {
      env,
      input: patch,
    });
    if (result.exitCode !== 0)
      throw new NightshiftError(
        "PATCH_REFUSED",
        `The patch does not apply: ${result.stderr.trim().slice(0, 1_000)}`,
      );
    return this.text(["write-tree"], { env });
  }

  /** A commit by the bot. The same input gives the same commit, so that a repeated run makes no second one. */
  async commit(input: {
    tree: string;
    parents: readonly string[];
    message: string;
    date: string;
  }): Promise<string> {
    const env = {
      GIT_AUTHOR_NAME: BOT_NAME,
      GIT_AUTHOR_EMAIL: BOT_MAIL,
      GIT_AUTHOR_DATE: input.date,
      GIT_COMMITTER_NAME: BOT_NAME,
      GIT_COMMITTER_EMAIL: BOT_MAIL,
      GIT_COMMITTER_DATE: input.date,
    };
    return this.text(["commit-tree", input.tree, ...input.parents.flatMap((parent) => ["-p", parent])], {
      env,
      input: input.message,
    });
  }

  /**
   * Pushes `commit` to `branch` only while the branch is at `expected` (undefined: does not exist).
   * Returns false when it is somewhere else and not already at `commit`.
   */
  async push(remote: Remote, commit: string, branch: string, expected: string | undefined): Promise<boolean> {
    const ref = `refs/heads/${branch}`;
    const result = await this.run(
      [
        "push",
        "--quiet",
        "--porcelain",
        `--force-with-lease=${ref}:${expected ?? ""}`,
        remote.url,
        `${commit}:${ref}`,
      ],
      { remote },
    );
    if (result.exitCode === 0) return true;
    if ((await this.remoteHead(remote, branch)) === commit) return true;
    if (/stale info|\[rejected\]|fetch first/.test(`${result.stdout.toString("utf8")}${result.stderr}`))
      return false;
    throw new NightshiftError(
      "GIT_FAILED",
      `git push to ${branch} failed: ${result.stderr.trim().slice(0, 1_000) || result.stdout.toString("utf8").trim()}`,
    );
  }

  /** Deletes `branch` only while it is at `head`; false when it is gone or somewhere else. */
  async deleteBranch(remote: Remote, branch: string, head: string): Promise<boolean> {
    const ref = `refs/heads/${branch}`;
    const lease = `--force-with-lease=${ref}:${head}`;
    const result = await this.run(["push", "--quiet", lease, remote.url, `:${ref}`], { remote });
    return result.exitCode === 0;
  }

  /** Where `branch` is on the remote; undefined when it is not there. */
  async remoteHead(remote: Remote, branch: string): Promise<string | undefined> {
    const listed = await this.text(["ls-remote", remote.url, `refs/heads/${branch}`], { remote });
    return /^[0-9a-f]{40}/.exec(listed)?.[0];
  }
}

function collect(child: ChildProcess, input: Buffer | string | undefined): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout?.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr?.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(input);
    child.on("error", (error) =>
      reject(
        new NightshiftError(
          "ENVIRONMENT_UNFIT",
          `git cannot be started (${error.message}); install git 2.38 or newer.`,
          { cause: error },
        ),
      ),
    );
    child.on("close", (code) =>
      resolve({
        exitCode: code ?? 128,
        stdout: Buffer.concat(stdout),
        stderr: Buffer.concat(stderr).toString("utf8"),
      }),
    );
  });
}
