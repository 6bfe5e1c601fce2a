/** The process groups that steps started, on disk: a runner that starts after a kill ends those of the old one. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { killGroup } from "./job/process.ts";

export interface ProcessGroups {
  add(pid: number): void;
  delete(pid: number): void;
  /** Kills every recorded group that is still the one that was recorded, and forgets all. */
  killLeftOver(): void;
}

export function openProcessGroups(workDir: string): ProcessGroups {
  const directory = `${workDir}/processes`;
  mkdirSync(directory, { recursive: true });
  return {
    add: (pid) => writeFileSync(`${directory}/${pid}`, startTime(pid)),
    delete: (pid) => rmSync(`${directory}/${pid}`, { force: true }),
    killLeftOver() {
      for (const name of readdirSync(directory)) {
        const pid = Number(name);
        const recorded = readFileSync(`${directory}/${name}`, "utf8");
        // A process id may have been given away since; the start time tells.
        if (Number.isInteger(pid) && pid > 1 && recorded !== "" && startTime(pid) === recorded)
          killGroup(pid);
        rmSync(`${directory}/${name}`, { force: true });
      }
    },
  };
}

/** Start time of a process from /proc; empty where there is none, which means "do not touch". */
function startTime(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}
