/** Where files that are read at run time lie: below dist/assets in the bundle, beside their code in the source tree. */
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Path of an asset by its place below `src`, such as `agents/code/definition.md`. */
export function assetPath(name: string): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return basename(here) === "dist" ? join(here, "assets", name) : join(here, "..", name);
}

/** Root of the toolkit: the folder that holds dist, actions, templates and .github. */
export function toolkitRoot(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return basename(here) === "dist" ? dirname(here) : join(here, "..", "..");
}
