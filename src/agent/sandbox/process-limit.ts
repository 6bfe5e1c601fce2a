/** A bound on the number of processes: by control group where one can be made, by rlimit for ordinary users, else none. */
import { randomBytes } from "node:crypto";
import { mkdir, readFile, rmdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

export interface ProcessGroup {
  /** Directory of the control group; a process that writes its id to `cgroup.procs` there is counted. */
  directory: string;
  remove(): Promise<void>;
}

/** Makes a pids control group with a limit, or returns undefined where that is not allowed. */
export async function openProcessGroup(limit: number): Promise<ProcessGroup | undefined> {
  const name = `nightshift-${randomBytes(6).toString("hex")}`;
  for (const parent of await candidateParents()) {
    const directory = join(parent, name);
    if (await makeGroup(directory, limit)) return { directory, remove: () => removeGroup(directory) };
  }
  return undefined;
}

/** Version 1 has a tree for pids alone; in version 2 a child of our own group works when it was delegated to us. */
async function candidateParents(): Promise<string[]> {
  const lines = (await readFile("/proc/self/cgroup", "utf8").catch(() => "")).split("\n");
  return lines.flatMap((line) => {
    const [, controllers = "", path = "/"] = line.split(":");
    if (controllers.split(",").includes("pids")) return [join("/sys/fs/cgroup/pids", path)];
    return line.startsWith("0::") ? [join("/sys/fs/cgroup", path)] : [];
  });
}

async function makeGroup(directory: string, limit: number): Promise<boolean> {
  try {
    await mkdir(directory);
  } catch {
    return false;
  }
  try {
    await stat(join(directory, "pids.max"));
    await writeFile(join(directory, "pids.max"), String(limit));
    return true;
  } catch {
    await removeGroup(directory);
    return false;
  }
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
