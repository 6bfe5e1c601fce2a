/** Git as the jobs start it: a child process by its looks, answered in this process. */
import { ChildProcess } from "node:child_process";
import { Readable, Writable } from "node:stream";
import type { Spawn } from "../../../src/github/git.ts";
import type { GitResult } from "../../../src/local/forge/git/run.ts";
import { answer, type Bench } from "./commands.ts";

/** What a job reaches at the other end of its remote. */
export interface RemoteEnd {
  head(branch: string): string | undefined;
  /** Moves the branch (undefined: deletes it) while it is at `lease`; what git would say where it refuses. */
  push(branch: string, commit: string | undefined, lease: string | undefined): Promise<string | undefined>;
}

export function createSpawn(bench: Bench, remote: RemoteEnd): Spawn {
  return (_file, args, { env }) =>
    pretend(async (input) => {
      if (args[0] === "push") return push(remote, args);
      if (args[0] === "ls-remote") return list(remote, args);
      return answer(bench, args, { env, input });
    });
}

async function push(remote: RemoteEnd, args: readonly string[]): Promise<GitResult> {
  const [, branch = "", lease = ""] =
    /^--force-with-lease=refs\/heads\/(.+):([0-9a-f]*)$/.exec(
      args.find((arg) => arg.startsWith("--force-with-lease=")) ?? "",
    ) ?? [];
  const [commit = ""] = (args.at(-1) ?? "").split(":");
  const refused = await remote.push(branch, commit || undefined, lease || undefined);
  const code = refused === undefined ? 0 : 1;
  return { code, stdout: Buffer.alloc(0), stderr: refused ?? "" };
}

function list(remote: RemoteEnd, args: readonly string[]): GitResult {
  const ref = args.at(-1) ?? "";
  const head = remote.head(ref.replace(/^refs\/heads\//, ""));
  return { code: 0, stdout: Buffer.from(head === undefined ? "" : `${head}\t${ref}\n`), stderr: "" };
}

/** Runs `work` when standard input has ended. */
function pretend(work: (input: Buffer) => Promise<GitResult>): ChildProcess {
  const child = new ChildProcess();
  const given: Buffer[] = [];
  const [stdout, stderr] = [new Readable({ read: () => undefined }), new Readable({ read: () => undefined })];
  const end = async () => {
    try {
      const result = await work(Buffer.concat(given));
      stdout.emit("data", result.stdout);
      stderr.emit("data", Buffer.from(result.stderr));
      child.emit("close", result.code);
    } catch (error) {
      child.emit("error", error);
    }
  };
  child.stdin = new Writable({
    write(chunk: Buffer, _encoding, done) {
      given.push(chunk);
      done();
    },
    final(done) {
      done();
      void end();
    },
  });
  child.stdout = stdout;
  child.stderr = stderr;
  return child;
}
