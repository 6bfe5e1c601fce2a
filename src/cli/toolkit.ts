/** The toolkit as the local GitHub hosts it: a snapshot commit of the files on disk. */
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Forge } from "../local/forge/start.ts";
import { toolkitRoot } from "../ops/assets.ts";

export const LOCAL_TOOLKIT = "nightshift/nightshift";

/** What a repository reaches through `uses:`. */
const PARTS = ["actions", ".github/workflows", "dist"] as const;

/** Hosts the toolkit as it is on disk now; the commit that the templates are pinned to. */
export async function publishToolkit(forge: Forge, root: string = toolkitRoot()): Promise<string> {
  const files = await readParts(root);
  if (forge.gitDir(LOCAL_TOOLKIT) === undefined) {
    const [owner = "", name = ""] = LOCAL_TOOLKIT.split("/");
    forge.createUser(owner);
    await forge.createRepository({
      owner,
      name,
      description: "The toolkit, as it is on this machine",
      initialFiles: {},
    });
  }
  return forge.commitFiles(
    LOCAL_TOOLKIT,
    "main",
    files,
    "The toolkit as it is on this machine",
    LOCAL_TOOLKIT.split("/")[0] ?? "",
  );
}

async function readParts(root: string): Promise<Record<string, { content: Buffer; executable: boolean }>> {
  const files: Record<string, { content: Buffer; executable: boolean }> = {};
  for (const part of PARTS) {
    for (const entry of await readdir(join(root, part), { withFileTypes: true, recursive: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const executable = ((await stat(path)).mode & 0o100) !== 0;
      files[relative(root, path)] = { content: await readFile(path), executable };
    }
  }
  return files;
}
