/** Runs one child process of a step: own process group, output by lines, GitHub's way of stopping it. */
import { type ChildProcess, spawn as nodeSpawn, type SpawnOptions } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "../../contract.ts";
import type { Cancellation } from "../run/cancellation.ts";

/** The shape of `node:child_process.spawn` that the runner uses. */
export type Spawn = (file: string, args: readonly string[], options: SpawnOptions) => ChildProcess;

export interface Command {
  file: string;
  args: string[];
  env: { [name: string]: string };
  cwd: string;
}

export interface ProcessHost {
  spawn: Spawn;
  clock: Clock;
  /** Remembers process groups, so that a restarted runner can end those that a killed one left behind. */
  groups: { add(pid: number): void; delete(pid: number): void };
}

export const systemSpawn: Spawn = nodeSpawn;

/** docs: workflow-cancellation — SIGINT to the entry process, then SIGTERM, then the tree is killed. */
export const INTERRUPT_MS = 7_500;
export const TERMINATE_MS = 2_500;
/** How long output of an ended process is waited for while its own children keep the pipe open. */
const DRAIN_MS = 500;

/** The exit code; 127 when the file cannot be started. Never throws. The group may outlive it: see `killGroup`. */
export async function runProcess(
  host: ProcessHost,
  command: Command,
  stop: Cancellation,
  onLine: (line: string) => void,
): Promise<{ exitCode: number; pid: number | undefined }> {
  const child = host.spawn(command.file, command.args, {
    cwd: command.cwd,
    env: command.env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const { pid } = child;
  if (pid !== undefined) host.groups.add(pid);
  const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const ended = new Promise<number>((resolve) => {
    child.once("error", (error) => {
      onLine(`##[error]${command.file} could not be started: ${error.message}`);
      resolve(127);
    });
    child.once("exit", (code, signal) => resolve(code ?? (signal === "SIGINT" ? 130 : 137)));
  });
  const streams = [child.stdout, child.stderr].map((stream) => stream && readLines(stream, onLine));
  const unlisten = stop.listen(() => pid !== undefined && stopProcess(host, pid, stop, ended));
  const exitCode = await ended;
  unlisten();
  await Promise.race([closed, sleep(DRAIN_MS)]);
  for (const flush of streams) flush?.();
  return { exitCode, pid };
}

async function stopProcess(
  host: ProcessHost,
  pid: number,
  stop: Cancellation,
  ended: Promise<number>,
): Promise<void> {
  if (stop.forced) return killGroup(pid);
  let running = true;
  void ended.then(() => {
    running = false;
  });
  signal(pid, "SIGINT");
  await Promise.race([ended, wait(host.clock, INTERRUPT_MS)]);
  if (!running) return;
  signal(pid, "SIGTERM");
  await Promise.race([ended, wait(host.clock, TERMINATE_MS)]);
  if (running) killGroup(pid);
}

/** Ends every process of a step's group; none left is fine. */
export function killGroup(pid: number): void {
  signal(-pid, "SIGKILL");
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ESRCH" || error.code === "EPERM");
}

export function wait(clock: Clock, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    clock.after(milliseconds, resolve);
  });
}

/** Calls `onLine` for each whole line; the returned function hands over an unfinished last one. */
export function readLines(stream: NodeJS.ReadableStream, onLine: (line: string) => void): () => void {
  const decoder = new TextDecoder();
  let rest = "";
  const flush = () => {
    if (rest !== "") onLine(rest);
    rest = "";
  };
  stream.on("data", (chunk: Buffer) => {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) onLine(line.replace(/\r$/, ""));
  });
  stream.on("end", flush);
  return flush;
}
