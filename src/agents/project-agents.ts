/** The agents of a repository: read from a commit that the work order names, never from the files that an agent can change. */
import { dirname } from "node:path/posix";
import { AGENT_FOLDERS, type AgentRegistry, type DefinitionFile, openRegistry } from "../agent/registry.ts";
import { NightshiftError } from "../domain/errors.ts";
import type { CommitTree } from "../github/commit-tree.ts";
import { readSubAgents } from "./definitions.ts";

const MOST_FILES = 60;
const LARGEST_FILE = 60_000;

/**
 * The registry of `base`, the tree at the head of the base branch.
 * @throws NightshiftError CONFIG_INVALID
 */
export async function readAgents(base: CommitTree): Promise<{ registry: AgentRegistry; notes: string[] }> {
  return openRegistry(await readSubAgents(), await definitionsIn(base));
}

async function definitionsIn(base: CommitTree): Promise<DefinitionFile[]> {
  const files = [...base.sizes].flatMap(([file, size]) =>
    AGENT_FOLDERS.some(({ folder, ending }) => dirname(file) === folder && file.endsWith(ending))
      ? [{ file, size }]
      : [],
  );
  if (files.length > MOST_FILES)
    throw new NightshiftError(
      "CONFIG_INVALID",
      `There are ${files.length} agent definitions, more than ${MOST_FILES}; remove some from ${AGENT_FOLDERS.map(({ folder }) => `${folder}/`).join(", ")}.`,
    );
  const large = files.find(({ size }) => size > LARGEST_FILE);
  if (large)
    throw new NightshiftError(
      "CONFIG_INVALID",
      `${large.file}: an agent definition has at most ${LARGEST_FILE} bytes; make it shorter.`,
    );
  const texts = await base.read(files.map(({ file }) => file));
  return files.map(({ file }) => ({ file, text: texts.get(file) ?? "" }));
}
