/** Runs one child process to its end: bounded output, bounded time, and the whole process group dies with it. */
import { type ChildProcess, spawn } from "node:child_process";
import { Duplex } from "node:stream";
import { openCapture } from "./capture.ts";

/**
 * The first process inside a namespace, whose end ends all others of it, as soon as it is known. It dies with the wrapper outside
 * only once it asked the kernel for that, which is a moment after the command began; until then it has to be killed itself.
 */
export type InsideProcess = () => number | undefined;

export interface ProcessRequest {
  argv: readonly string[];
  env: Readonly<Record<string, string>>;
  cwd: string;
  timeoutMs: number;
  maxOutputBytes: number;
  /** Most bytes kept of the whole output. */
  keepBytes: number;
  /** File descriptors given to the child as 3, 4, … */
  descriptors?: readonly number[];
  /** Takes our end of a socket; the child has the other end after the descriptors. */
  serve?: ((channel: Duplex) => void) | undefined;
  inside?: InsideProcess | undefined;
  signal?: AbortSignal | undefined;
  /** Standard input; closed without it. */
  input?: string | undefined;
}

export interface ProcessOutcome {
  exitCode: number | null;
  signal: string | null;
  output: string;
  /** The kept output when `output` had to be cut. */
  whole?: string;
  ms: number;
  timedOut: boolean;
}

/** A grandchild that keeps the pipe open after its parent's death is waited for no longer than this. */
const DRAIN_MS = 2_000;

/**
 * Runs a process in its own group with closed stdin.
 * @throws Error when the program cannot be started at all
 */
export function runProcess(request: ProcessRequest): Promise<ProcessOutcome> {
  const [program = "", ...args] = request.argv;
  const started = performance.now();
  const capture = openCapture(request.maxOutputBytes, request.keepBytes);
  const descriptors = request.descriptors ?? [];
  const child = spawn(program, args, {
    cwd: request.cwd,
    env: { ...request.env },
    detached: true,
    stdio: [
      request.input === undefined ? "ignore" : "pipe",
      "pipe",
      "pipe",
      ...descriptors,
      ...(request.serve ? ["pipe" as const] : []),
    ],
  });
  const channel: unknown = child.stdio[3 + descriptors.length];
  if (request.serve && channel instanceof Duplex) request.serve(channel);
  // A program need not read what it is given.
  child.stdin?.on("error", () => undefined).end(request.input);
  child.stdout?.on("data", capture.add);
  child.stderr?.on("data", capture.add);

  return new Promise((resolve, reject) => {
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      killGroup(child, request.inside);
    }, request.timeoutMs);
    const abort = () => killGroup(child, request.inside);
    if (request.signal?.aborted) abort();
    request.signal?.addEventListener("abort", abort, { once: true });

    function settle(): void {
      clearTimeout(timer);
      request.signal?.removeEventListener("abort", abort);
    }
    child.once("error", (error) => {
      settle();
      reject(error);
    });
    child.once("exit", (_, signal) => {
      // A wrapper that ended by itself has seen the end of the process inside, whose id may be another's by now.
      killGroup(child, signal === null ? undefined : request.inside);
      if (channel instanceof Duplex) channel.destroy();
      const drain = setTimeout(() => {
        child.stdout?.destroy();
        child.stderr?.destroy();
      }, DRAIN_MS);
      child.once("close", () => clearTimeout(drain));
    });
    child.once("close", (exitCode, signal) => {
      settle();
      resolve({ exitCode, signal, ...capture.end(), ms: Math.round(performance.now() - started), timedOut });
    });
  });
}

/** Kills a detached child with all members of its process group, and what is inside of it. */
export function killGroup(child: ChildProcess, inside?: InsideProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL");
  }
  const id = inside?.();
  if (id === undefined) return;
  try {
    process.kill(id, "SIGKILL");
  } catch {
    // It ended with its wrapper.
  }
}
