/** A print of a work tree from names and file stats alone: equal prints mean an unchanged tree, without starting a process. */
import { createHash } from "node:crypto";
import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Beyond this many entries asking git is faster. */
const MOST_ENTRIES = 2_000;
/** A file changed this shortly before may change again without a new time: the kernel's clock has coarse ticks. */
const SETTLED_MS = 50;

export interface TreePrint {
  print: string;
  /** Nothing in it changed just now, so that a later change shows. */
  isSettled: boolean;
}

/** Undefined for a tree that is too large, or that changed under the look. `.git` at the top is left out. */
export function printTree(root: string, now: number): TreePrint | undefined {
  const hash = createHash("sha256");
  const folders = [""];
  let entries = 0;
  let newest = 0n;
  try {
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
      for (const name of readdirSync(join(root, folder)).sort()) {
        if (folder === "" && name === ".git") continue;
        entries += 1;
        if (entries > MOST_ENTRIES) return undefined;
        const path = join(folder, name);
        const stat = lstatSync(join(root, path), { bigint: true });
        if (stat.isDirectory()) folders.push(path);
        if (stat.ctimeNs > newest) newest = stat.ctimeNs;
        // The change time cannot be set by a program, unlike the time of modification.
        hash.update(JSON.stringify([path, `${stat.mode} ${stat.size} ${stat.ino} ${stat.ctimeNs}`]));
      }
    }
  } catch {
    return undefined;
  }
  return { print: hash.digest("hex"), isSettled: Number(newest / 1_000_000n) < now - SETTLED_MS };
}
