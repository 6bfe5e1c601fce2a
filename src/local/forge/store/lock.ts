/** One live process per data directory. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Takes the lock and returns its release. Throws when another live process holds it; the lock of a dead one is taken over. */
export function lockDirectory(directory: string): () => void {
  const path = join(directory, "lock");
  const mine = `${process.pid} ${startOf(process.pid)}`;
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      mkdirSync(directory, { recursive: true });
      writeFileSync(path, mine, { flag: "wx" });
      return () => rmSync(path, { force: true });
    } catch (cause) {
      if (!existsAlready(cause))
        throw new Error(
          `Cannot use ${directory} as data directory: ${messageOf(cause)}. Choose a writable one.`,
          { cause },
        );
      const holder = readLock(path);
      if (isAlive(holder)) {
        throw new Error(
          `${directory} is in use by process ${holder.split(" ")[0]}. Stop it or choose another data directory.`,
        );
      }
      rmSync(path, { force: true });
    }
  }
  throw new Error(`Cannot lock ${directory}: another process takes it at the same moment. Try again.`);
}

/** Process ids are reused, in containers at once: the start time tells two lives apart. Empty where /proc is absent. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

function isAlive(holder: string): boolean {
  const [pidText = "", start = ""] = holder.split(" ");
  const pid = Number(pidText);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) === "ESRCH") return false;
  }
  return start === startOf(pid);
}

function readLock(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function existsAlready(error: unknown): boolean {
  return codeOf(error) === "EEXIST";
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
