/** `hashFiles(…)`: SHA-256 over the SHA-256 of every matching file of the workspace, in path order. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { selectedBy } from "../trigger/glob.ts";

/** The empty string when nothing matches. Links are not followed. */
export function hashFiles(workspace: string, patterns: string[]): string {
  const wanted = patterns.map((pattern) => pattern.replace(/^(!?)\.?\//, "$1"));
  const files = readdirSync(workspace, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(workspace.length + 1))
    .filter((path) => !path.startsWith(".git/") && selectedBy(wanted, path))
    .sort();
  if (files.length === 0) return "";
  const total = createHash("sha256");
  for (const path of files)
    total.update(
      createHash("sha256")
        .update(readFileSync(`${workspace}/${path}`))
        .digest(),
    );
  return total.digest("hex");
}
