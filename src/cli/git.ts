/** Git as a person's command line uses it: read-only, in a repository of theirs, with their own settings. */
import { execFile } from "node:child_process";
import { NightshiftError } from "../domain/errors.ts";

export interface PersonsGit {
  /** Standard output, trimmed at the end. Throws GIT_FAILED with git's own words, ENVIRONMENT_UNFIT without git. */
  text(args: readonly string[]): Promise<string>;
  /** Standard output whatever the exit code; for commands that answer with it. */
  anyway(args: readonly string[]): Promise<string>;
  /** Standard output as it is, of a command that reads `input`. Throws as `text` does. */
  bytes(args: readonly string[], options: { input: string }): Promise<Buffer>;
  /** Undefined when git says no. */
  find(args: readonly string[]): Promise<string | undefined>;
}

const LARGEST_OUTPUT = 64 * 1024 * 1024;

/** `directory` is where git looks; variables such as GIT_DIR, which a hook sets, do not lead it elsewhere. */
export function gitIn(
  directory: string,
  env: NodeJS.ProcessEnv = process.env,
  /** Variables of git's that this call sets on purpose. */
  own: Readonly<Record<string, string>> = {},
): PersonsGit {
  const run = (args: readonly string[], input = "") =>
    new Promise<{ code: number; bytes: Buffer; stdout: string; stderr: string }>((resolve, reject) => {
      const options = {
        env: { ...clean(env), ...own },
        maxBuffer: LARGEST_OUTPUT,
        encoding: "buffer",
      } as const;
      const child = execFile("git", ["-C", directory, ...args], options, (error, bytes, stderr) => {
        if (error?.code === "ENOENT") return reject(missingGit());
        const code = error ? Number(error.code) || 1 : 0;
        resolve({ code, bytes, stdout: bytes.toString("utf8").trimEnd(), stderr: stderr.toString("utf8") });
      });
      child.stdin?.on("error", () => undefined);
      child.stdin?.end(input);
    });
  const must = async (args: readonly string[], input?: string) => {
    const said = await run(args, input);
    if (said.code === 0) return said;
    throw new NightshiftError(
      "GIT_FAILED",
      `git ${args[0]} failed in ${directory}: ${said.stderr.trim().slice(0, 2_000)}`,
    );
  };
  return {
    text: async (args) => (await must(args)).stdout,
    bytes: async (args, { input }) => (await must(args, input)).bytes,
    async anyway(args) {
      return (await run(args)).stdout;
    },
    async find(args) {
      const { code, stdout } = await run(args);
      return code === 0 ? stdout : undefined;
    },
  };
}

function clean(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(
    ([name]) => !/^GIT_(DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|COMMON_DIR|NAMESPACE|PREFIX)$/.test(name),
  );
  return { ...Object.fromEntries(kept), LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0" };
}

function missingGit(): NightshiftError {
  return new NightshiftError("ENVIRONMENT_UNFIT", "git was not found in PATH; install git 2.38 or newer.");
}

const OLDEST = [2, 38] as const;

/** Throws ENVIRONMENT_UNFIT when git is missing or too old. */
export async function checkGit(directory: string, env: NodeJS.ProcessEnv = process.env): Promise<void> {
  const said = await gitIn(directory, env).text(["version"]);
  const [, major = "0", minor = "0"] = /(\d+)\.(\d+)/.exec(said) ?? [];
  const [oldestMajor, oldestMinor] = OLDEST;
  const fits = Number(major) > oldestMajor || (Number(major) === oldestMajor && Number(minor) >= oldestMinor);
  if (!fits)
    throw new NightshiftError(
      "ENVIRONMENT_UNFIT",
      `${said} is too old; Nightshift needs git ${oldestMajor}.${oldestMinor} or newer.`,
    );
}
