/** The agents of a repository: read from a commit that the work order names, never from the files that an agent can change. */
import { AGENT_FOLDERS, type AgentRegistry, type DefinitionFile, openRegistry } from "../agent/registry.ts";
import { NightshiftError } from "../domain/errors.ts";
import type { Git } from "../github/git.ts";
import { readSubAgents } from "./definitions.ts";

const MOST_FILES = 60;
const LARGEST_FILE = 60_000;

/**
 * The registry as of `commit`, the head of the base branch.
 * @throws NightshiftError CONFIG_INVALID
 */
export async function readAgents(
  git: Pick<Git, "text">,
  commit: string,
): Promise<{ registry: AgentRegistry; notes: string[] }> {
  return openRegistry(await readSubAgents(), await definitionsAt(git, commit));
}

async function definitionsAt(git: Pick<Git, "text">, commit: string): Promise<DefinitionFile[]> {
  const folders = AGENT_FOLDERS.map(({ folder }) => `${folder}/`);
  const listed = await git.text(["ls-tree", "-z", "-l", commit, "--", ...folders]);
  const files = listed.split("\0").flatMap((line) => {
    const [, kind, size, file] = /^\d+ (\w+) [0-9a-f]+ +(\S+)\t(.*)$/s.exec(line) ?? [];
    const wanted = AGENT_FOLDERS.some(
      ({ folder, ending }) => file?.startsWith(`${folder}/`) && file.endsWith(ending),
    );
    return kind === "blob" && wanted && file !== undefined ? [{ file, size: Number(size) }] : [];
  });
  if (files.length > MOST_FILES)
    throw new NightshiftError(
      "CONFIG_INVALID",
      `There are ${files.length} agent definitions, more than ${MOST_FILES}; remove some from ${folders.join(", ")}.`,
    );
  const large = files.find(({ size }) => size > LARGEST_FILE);
  if (large)
    throw new NightshiftError(
      "CONFIG_INVALID",
      `${large.file}: an agent definition has at most ${LARGEST_FILE} bytes; make it shorter.`,
    );
  return Promise.all(
    files.map(async ({ file }) => ({ file, text: await git.text(["show", `${commit}:${file}`]) })),
  );
}
