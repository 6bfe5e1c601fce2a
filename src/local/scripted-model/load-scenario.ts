import { readFile } from "node:fs/promises";
import { isAbsolute, join, normalize } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { ScenarioError } from "./errors.ts";
import { placeholdersIn } from "./placeholders.ts";
import { parseScenario, type Scenario } from "./scenario.ts";

/** What of `scenario.yml` must be known before the files are read. */
const Outline = z.looseObject({ files: z.never("files are read from the directory, not listed").optional() });

/**
 * Reads `scenario.yml` in `directory` and every file that its turns name, below the same directory. Throws a
 * `ScenarioError` that names the file and the mistake.
 */
export async function loadScenario(directory: string): Promise<Scenario> {
  const source = join(directory, "scenario.yml");
  const outline = Outline.safeParse(parseYaml(await readText(source), source));
  if (!outline.success) throw new ScenarioError(`${source} is not valid: ${z.prettifyError(outline.error)}`);
  const files: { [path: string]: string } = {};
  for (const { kind, name } of placeholdersIn(outline.data)) {
    if (kind === "file") files[name] ??= await readText(below(directory, name));
  }
  return parseScenario({ ...outline.data, files }, source);
}

function parseYaml(text: string, source: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    throw new ScenarioError(`${source} is not YAML: ${String(cause)}`, { cause });
  }
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    throw new ScenarioError(`${path} cannot be read; a scenario needs scenario.yml and every file it names`, {
      cause,
    });
  }
}

function below(directory: string, path: string): string {
  if (isAbsolute(path) || normalize(path).startsWith("..")) {
    throw new ScenarioError(`{{file:${path}}} leaves ${directory}; name a file below it`);
  }
  return join(directory, path);
}
