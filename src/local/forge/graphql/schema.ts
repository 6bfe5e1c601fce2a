/** GitHub's own GraphQL schema, loaded once per process and only when somebody needs it. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSchema, type GraphQLSchema } from "graphql";

const loaded = new Map<string, Promise<GraphQLSchema>>();

export function loadSchema(path: string = defaultPath()): Promise<GraphQLSchema> {
  const known = loaded.get(path);
  if (known) return known;
  const fresh = readFile(path, "utf8").then(
    // The published schema defines one field twice: valid for GitHub, not for graphql-js.
    (sdl) => buildSchema(sdl, { assumeValidSDL: true, noLocation: true }),
    (cause: unknown) => {
      throw new Error(`Cannot read GitHub's GraphQL schema at ${path}. Rebuild or reinstall Nightshift.`, {
        cause,
      });
    },
  );
  loaded.set(path, fresh);
  return fresh;
}

/** Beside the bundle, else in the nearest node_modules that has it. */
function defaultPath(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  if (basename(here) === "dist") return join(here, "assets", "local", "schema.graphql");
  const inModules = join("node_modules", "@octokit", "graphql-schema", "schema.graphql");
  for (let folder = here; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, inModules))) return join(folder, inModules);
  }
  return join(here, inModules);
}
