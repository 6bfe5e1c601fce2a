/** Bounds on the number and the memory of processes, by control groups where ones can be made. */
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, readFile, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { KernelCounts } from "./launcher.ts";

export interface ControlGroup {
  /** Files `cgroup.procs`: a process that writes its id to each is counted. */
  joins: readonly string[];
  limits: { processes: boolean; memory: boolean };
  counts(): KernelCounts;
  remove(): Promise<void>;
}

interface Bound {
  controller: "pids" | "memory";
  directory: string;
}

/** Files that hold the limit; version 1 of memory has names of its own. */
const LIMIT_FILES = { pids: ["pids.max"], memory: ["memory.max", "memory.limit_in_bytes"] } as const;
const NO_SWAP_FILES = ["memory.swap.max", "memory.memsw.limit_in_bytes"] as const;

/** Makes control groups with the limits; what is not allowed here is left out. */
export async function openControlGroup(processes: number, memoryBytes: number): Promise<ControlGroup> {
  const name = `nightshift-${randomBytes(6).toString("hex")}`;
  const bounds: Bound[] = [];
  const wanted = { pids: String(processes), memory: String(memoryBytes) } as const;
  for (const { controller, parent } of await candidates()) {
    if (bounds.some((bound) => bound.controller === controller)) continue;
    const directory = join(parent, name);
    if (await makeBound(directory, controller, wanted[controller])) bounds.push({ controller, directory });
  }
  const directoryOf = (controller: Bound["controller"]) =>
    bounds.find((bound) => bound.controller === controller)?.directory;
  const directories = [...new Set(bounds.map(({ directory }) => directory))];
  return {
    joins: directories.map((directory) => join(directory, "cgroup.procs")),
    limits: { processes: directoryOf("pids") !== undefined, memory: directoryOf("memory") !== undefined },
    counts: () => ({
      refusedProcesses: countIn(directoryOf("pids"), ["pids.events"], "max"),
      memoryKills: countIn(directoryOf("memory"), ["memory.oom_control", "memory.events"], "oom_kill"),
    }),
    remove: async () => {
      await Promise.all(directories.map(removeGroup));
    },
  };
}

/** Version 1 has a tree for each controller; in version 2 a child of our own group works when it was delegated to us. */
async function candidates(): Promise<{ controller: Bound["controller"]; parent: string }[]> {
  const lines = (await readFile("/proc/self/cgroup", "utf8").catch(() => "")).split("\n");
  return lines.flatMap((line) => {
    const [, controllers = "", path = "/"] = line.split(":");
    const names = controllers.split(",");
    const both = ["pids", "memory"] as const;
    if (line.startsWith("0::"))
      return both.map((controller) => ({ controller, parent: join("/sys/fs/cgroup", path) }));
    return both
      .filter((controller) => names.includes(controller))
      .map((controller) => ({ controller, parent: join("/sys/fs/cgroup", controller, path) }));
  });
}

async function makeBound(
  directory: string,
  controller: Bound["controller"],
  limit: string,
): Promise<boolean> {
  const made = await mkdir(directory).then(
    () => true,
    () => false,
  );
  if (await writeFirst(directory, LIMIT_FILES[controller], limit)) {
    if (controller === "memory") await writeFirst(directory, NO_SWAP_FILES, limit);
    return true;
  }
  if (made) await removeGroup(directory);
  return false;
}

/** Writes only files that the kernel made: an ordinary directory would take any name. */
async function writeFirst(directory: string, names: readonly string[], value: string): Promise<boolean> {
  for (const name of names) {
    const written = await writeFile(join(directory, name), value, { flag: "r+" }).then(
      () => true,
      () => false,
    );
    if (written) return true;
  }
  return false;
}

/** These files are the kernel's memory, not a disk: reading them at once is cheaper than waiting for a thread. */
function countIn(directory: string | undefined, files: readonly string[], key: string): number {
  if (directory === undefined) return 0;
  const file = files.map((name) => join(directory, name)).find((place) => existsSync(place));
  const text = file === undefined ? "" : readFileSync(file, "utf8");
  return Number(new RegExp(`^${key} (\\d+)$`, "m").exec(text)?.[1] ?? 0);
}

/** The kernel lets go of a group a moment after its last process. */
async function removeGroup(directory: string): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const gone = await rmdir(directory).then(
      () => true,
      () => false,
    );
    if (gone) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
