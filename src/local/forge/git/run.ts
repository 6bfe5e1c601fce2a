/** Git as a child process, free of the machine's configuration. Never synchronous: the forge serves meanwhile. */
import { spawn } from "node:child_process";
import { pipeline } from "node:stream/promises";

export interface GitOptions {
  input?: string | Buffer;
  env?: { [name: string]: string };
  /** Exit codes besides 0 that are answers, not failures. */
  allow?: number[];
}

export interface GitResult {
  code: number;
  stdout: Buffer;
  stderr: string;
}

/** Environment of every git process: no system or user configuration, no prompt. */
export function gitEnvironment(extra: { [name: string]: string } = {}): { [name: string]: string } {
  return {
    PATH: process.env.PATH ?? "/usr/bin:/bin",
    HOME: "/nonexistent",
    LC_ALL: "C.UTF-8",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_TERMINAL_PROMPT: "0",
    GIT_OPTIONAL_LOCKS: "0",
    ...extra,
  };
}

/** Settings that every call carries; `safe.directory` because the data may belong to another user of the same machine. */
export const GIT_SETTINGS = ["-c", "safe.directory=*", "-c", "core.quotePath=false", "-c", "gc.auto=0"];

/** Runs git with a stream as its input, for packs too large to hold. */
export async function runGitOn(
  directory: string,
  args: string[],
  input: NodeJS.ReadableStream,
): Promise<void> {
  const child = spawn("git", [...GIT_SETTINGS, ...args], {
    cwd: directory,
    env: gitEnvironment(),
    stdio: ["pipe", "ignore", "pipe"],
  });
  const words: Buffer[] = [];
  child.stderr.on("data", (chunk: Buffer) => words.push(chunk));
  const code = new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve(status ?? 128));
  });
  await pipeline(input, child.stdin).catch(() => undefined);
  if ((await code) !== 0) throw new GitError(args, await code, Buffer.concat(words).toString());
}

/** Runs git in `directory`. Rejects with git's own words unless the exit code is 0 or allowed. */
export function runGit(directory: string, args: string[], options: GitOptions = {}): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    const child = spawn("git", [...GIT_SETTINGS, ...args], {
      cwd: directory,
      env: gitEnvironment(options.env),
      stdio: "pipe",
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", (cause) =>
      reject(new Error(`Cannot run git: ${cause.message}. Install git 2.38 or newer.`, { cause })),
    );
    child.on("close", (status) => {
      const code = status ?? 128;
      const words = Buffer.concat(stderr).toString();
      if (code !== 0 && !options.allow?.includes(code)) reject(new GitError(args, code, words));
      else resolve({ code, stdout: Buffer.concat(stdout), stderr: words });
    });
    child.stdin.on("error", () => undefined);
    child.stdin.end(options.input ?? "");
  });
}

export class GitError extends Error {
  override readonly name = "GitError";
  readonly code: number;
  readonly stderr: string;

  constructor(args: string[], code: number, stderr: string) {
    super(`git ${args.slice(0, 3).join(" ")} failed (${code}): ${stderr.trim()}`);
    this.code = code;
    this.stderr = stderr;
  }
}
