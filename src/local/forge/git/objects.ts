/** One long-lived `git cat-file --batch` per repository: an object costs a pipe round trip, not a process. */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { GIT_SETTINGS, gitEnvironment } from "./run.ts";

export interface GitObject {
  sha: string;
  type: "commit" | "tree" | "blob" | "tag";
  content: Buffer;
}

export interface ObjectReader {
  /** The object that `name` (a SHA, `HEAD:path`, …) resolves to; undefined when there is none. */
  read(name: string): Promise<GitObject | undefined>;
  close(): void;
}

interface Waiting {
  resolve(object: GitObject | undefined): void;
  reject(error: Error): void;
}

export function openObjects(directory: string): ObjectReader {
  let child: ChildProcessWithoutNullStreams | undefined;
  let waiting: Waiting[] = [];
  let chunks: Buffer[] = [];
  let received = 0;
  let needed = 0;

  const consume = (): void => {
    while (received > 0 && received >= needed) {
      const bytes = Buffer.concat(chunks);
      chunks = [bytes];
      const lineEnd = bytes.indexOf(10);
      if (lineEnd === -1) {
        needed = received + 1;
        return;
      }
      const [sha = "", type = "", sizeText = ""] = bytes.toString("utf8", 0, lineEnd).split(" ");
      const size = Number(sizeText);
      const found = isType(type) && Number.isInteger(size) && sizeText !== "";
      const total = found ? lineEnd + 1 + size + 1 : lineEnd + 1;
      if (received < total) {
        needed = total;
        return;
      }
      const rest = bytes.subarray(total);
      chunks = rest.length > 0 ? [rest] : [];
      received = rest.length;
      needed = 0;
      const answer =
        isType(type) && found
          ? { sha, type, content: Buffer.from(bytes.subarray(lineEnd + 1, lineEnd + 1 + size)) }
          : undefined;
      waiting.shift()?.resolve(answer);
    }
  };

  const start = (): ChildProcessWithoutNullStreams => {
    const started = spawn("git", [...GIT_SETTINGS, "cat-file", "--batch"], {
      cwd: directory,
      env: gitEnvironment(),
      stdio: "pipe",
    });
    started.stdout.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      received += chunk.length;
      consume();
    });
    const end = (): void => {
      if (child !== started) return;
      child = undefined;
      chunks = [];
      received = 0;
      needed = 0;
      const lost = waiting;
      waiting = [];
      for (const one of lost) one.reject(new Error(`git cat-file ended in ${directory}`));
    };
    started.on("error", end);
    started.on("close", end);
    started.stdin.on("error", () => undefined);
    started.stderr.resume();
    return started;
  };

  return {
    read: (name) =>
      new Promise((resolve, reject) => {
        if (/[\n\0]/.test(name)) {
          resolve(undefined);
          return;
        }
        child ??= start();
        waiting.push({ resolve, reject });
        child.stdin.write(`${name}\n`);
      }),
    close: () => {
      child?.kill("SIGKILL");
    },
  };
}

function isType(text: string): text is GitObject["type"] {
  return text === "commit" || text === "tree" || text === "blob" || text === "tag";
}
