/** Which changed files are read side by side: a source with its test, then what lies in the same directory. */
import type { DiffFile } from "./diff.ts";

const TEST_FOLDER = /^(tests?|specs?|__tests__|testing|e2e|unit)$/;
const TEST_NAME = /^test_|[._-](test|spec)$|(?<=[a-z])Tests?$/;

/** The same files; those that belong together are neighbours, and otherwise the order stays. */
export function affinityOrder(files: readonly DiffFile[]): DiffFile[] {
  const sources = new Map<string, string>();
  for (const { path } of files)
    if (!isTest(path)) sources.set(stemOf(path), sources.get(stemOf(path)) ?? path);
  const groups = new Map<string, Map<string, DiffFile[]>>();
  for (const file of files) {
    const beside = isTest(file.path) ? (sources.get(stemOf(file.path)) ?? file.path) : file.path;
    const folder = folderOf(beside);
    const group = groups.get(folder) ?? new Map<string, DiffFile[]>();
    groups.set(folder, group);
    group.set(beside, [...(group.get(beside) ?? []), file]);
  }
  return [...groups.values()].flatMap((group) => [...group.values()].flat());
}

export function isTest(path: string): boolean {
  const parts = path.split("/");
  return parts.slice(0, -1).some((part) => TEST_FOLDER.test(part)) || TEST_NAME.test(bareName(path));
}

/** The name that a source and its test share. */
function stemOf(path: string): string {
  return bareName(path).replace(TEST_NAME, "");
}

function bareName(path: string): string {
  return (path.split("/").at(-1) ?? path).replace(/\.[^.]+$/, "");
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
