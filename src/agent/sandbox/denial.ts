/** Tells from how a command ended whether the sandbox stopped it, and with which of its walls. A failing command is not one. */

export interface SandboxDenial {
  kind: "network" | "read_only" | "processes" | "memory" | "file_size" | "time";
  why: string;
}

export interface Ending {
  exitCode: number | null;
  signal: string | null;
  timedOut: boolean;
  output: string;
  /** How often the kernel refused a process or killed for memory during the command, where that is counted. */
  refusedProcesses?: number;
  memoryKills?: number;
}

/** What programs print when a wall stops them; only the end of the output is read. */
const WORDS: readonly (readonly [SandboxDenial["kind"], RegExp, string])[] = [
  [
    "network",
    /could not resolve host|temporary failure in name resolution|network is unreachable|EAI_AGAIN|ENETUNREACH|ENOTFOUND|name or service not known|no such host|failed to lookup address|dns error|unknownhostexception|nodename nor servname/i,
    "it has no network",
  ],
  ["read_only", /read-only file system|EROFS/i, "it wrote where nothing may be written"],
  [
    "processes",
    /cannot fork|fork: retry|fork: resource temporarily unavailable|EAGAIN.*(spawn|fork)|(spawn|fork).*EAGAIN|can't start new thread/i,
    "it started too many processes",
  ],
];
const TAIL = 8_000;
/** Shells report a signal as 128 + its number: SIGXFSZ is 25, SIGKILL 9. */
const FILE_TOO_LARGE = 128 + 25;
const KILLED = 128 + 9;

/** The wall that stopped a command, or undefined when it ended by itself, well or not. */
export function denialOf(ending: Ending): SandboxDenial | undefined {
  if (ending.timedOut) return { kind: "time", why: "it ran out of time" };
  if (ending.exitCode === 0) return undefined;
  if (ending.exitCode === FILE_TOO_LARGE || ending.signal === "SIGXFSZ")
    return { kind: "file_size", why: "it wrote too large a file" };
  if ((ending.refusedProcesses ?? 0) > 0) return { kind: "processes", why: "it started too many processes" };
  if ((ending.memoryKills ?? 0) > 0 && (ending.exitCode === KILLED || ending.signal === "SIGKILL"))
    return { kind: "memory", why: "it used too much memory" };
  const tail = ending.output.slice(-TAIL);
  const found = WORDS.find(([, pattern]) => pattern.test(tail));
  return found && { kind: found[0], why: found[2] };
}
