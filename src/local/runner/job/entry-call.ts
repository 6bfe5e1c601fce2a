/** Recognises the one script form that starts the product's own entry point. */
import { PassThrough } from "node:stream";
import type { Clock } from "../../contract.ts";
import type { Cancellation } from "../run/cancellation.ts";
import type { EntryCall } from "./model.ts";
import { INTERRUPT_MS, readLines, TERMINATE_MS, wait } from "./process.ts";

const FORM =
  /^exec node "\$GITHUB_ACTION_PATH\/\.\.\/\.\.\/dist\/index\.js"((?:\s+(?:[\w.-]+|"?\$\{?\w+\}?"?))*)\s*$/;

/** The arguments when `script` is exactly `exec node "$GITHUB_ACTION_PATH/../../dist/index.js" <agent> <phase>`; a word may be a variable. */
export function entryArguments(script: string, env: { [name: string]: string }): string[] | undefined {
  const words = FORM.exec(script.trim())?.[1];
  if (words === undefined) return undefined;
  return words
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word) => {
      const variable = /^"?\$\{?(\w+)\}?"?$/.exec(word)?.[1];
      return variable === undefined ? word : (env[variable] ?? "");
    });
}

/** Runs the entry in this process; when it does not end after being asked to, its step ends as killed. */
export async function runEntryCall(
  clock: Clock,
  runEntry: (call: EntryCall) => Promise<number>,
  call: Pick<EntryCall, "argv" | "env" | "cwd">,
  stop: Cancellation,
  onLine: (line: string) => void,
): Promise<number> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const flushes = [stdout, stderr].map((stream) => readLines(stream, onLine));
  const abort = new AbortController();
  const killed = new Promise<number>((resolve) => {
    stop.listen(() => {
      abort.abort();
      void wait(clock, stop.forced ? 0 : INTERRUPT_MS + TERMINATE_MS).then(() => resolve(137));
    });
  });
  const ended = runEntry({ ...call, stdout, stderr, signal: abort.signal }).catch((error: unknown) => {
    onLine(`##[error]${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return 1;
  });
  const exitCode = await Promise.race([ended, killed]);
  await new Promise((resolve) => setImmediate(resolve));
  for (const flush of flushes) flush();
  return exitCode;
}
