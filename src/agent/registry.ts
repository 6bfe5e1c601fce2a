/** The agents that can be called by name: those that come along, and those of the repository. */
import { messageOf, NightshiftError } from "../domain/errors.ts";
import { type AgentDefinition, parseAgentDefinition } from "./definition.ts";
import { parseForeignDefinition } from "./dialects.ts";

/** A definition's text; `file` is its path in the repository, or the name of a built-in one. */
export interface DefinitionFile {
  file: string;
  text: string;
}

/** Sorted by name; built once and never changed. */
export interface AgentRegistry {
  readonly agents: readonly AgentDefinition[];
  find(name: string): AgentDefinition | undefined;
}

export const NO_AGENTS: AgentRegistry = { agents: [], find: () => undefined };

/** Where a repository keeps definitions, the first folder first: on equal names an earlier folder wins. */
export const AGENT_FOLDERS = [
  { folder: ".github/nightshift/agents", ending: ".md", foreign: false },
  { folder: ".github/agents", ending: ".agent.md", foreign: true },
  { folder: ".claude/agents", ending: ".md", foreign: true },
] as const;

/** Names of Nightshift's own agents, which are no sub-agents. */
const RESERVED: ReadonlySet<string> = new Set(["code", "review", "merge"]);
const MOST_AGENTS = 30;

interface Candidate {
  definition: AgentDefinition;
  file: string;
  rank: number;
}

/**
 * Builds the registry. A mistake in a file of our own form is an error; one in a file for another tool leaves that agent out.
 * `notes` tell people what was left out or passed over.
 * @throws NightshiftError CONFIG_INVALID for a broken definition, a reserved name, or the same name twice in our own folder
 */
export function openRegistry(
  builtIn: readonly DefinitionFile[],
  project: readonly DefinitionFile[],
): { registry: AgentRegistry; notes: string[] } {
  const notes: string[] = [];
  const candidates = [
    ...project.flatMap((file) => readProject(file, notes)),
    ...builtIn.map(({ file, text }) => ({
      definition: parseAgentDefinition(text, file),
      file,
      rank: AGENT_FOLDERS.length,
    })),
  ];
  const chosen = new Map<string, Candidate>();
  for (const candidate of candidates.toSorted((a, b) => a.rank - b.rank)) {
    const { name } = candidate.definition;
    const first = chosen.get(name);
    if (first === undefined) chosen.set(name, candidate);
    else if (first.rank === candidate.rank && !AGENT_FOLDERS[candidate.rank]?.foreign)
      throw new NightshiftError(
        "CONFIG_INVALID",
        `${first.file} and ${candidate.file} both define the agent "${name}"; rename one of them.`,
      );
    else notes.push(`${candidate.file}: the agent "${name}" of ${first.file} is used instead.`);
  }
  const agents = [...chosen.values()]
    .map(({ definition }) => definition)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  if (agents.length > MOST_AGENTS)
    throw new NightshiftError(
      "CONFIG_INVALID",
      `There are ${agents.length} agents, more than ${MOST_AGENTS}; remove some from ${AGENT_FOLDERS[0].folder}.`,
    );
  return { registry: { agents, find: (name) => chosen.get(name)?.definition }, notes };
}

function readProject({ file, text }: DefinitionFile, notes: string[]): Candidate[] {
  const rank = AGENT_FOLDERS.findIndex(
    ({ folder, ending }) => file.startsWith(`${folder}/`) && file.endsWith(ending),
  );
  const place = AGENT_FOLDERS[rank];
  if (place === undefined) return [];
  if (!place.foreign) {
    const definition = parseAgentDefinition(text, file);
    if (RESERVED.has(definition.name)) throw reserved(definition.name, file);
    return [{ definition, file, rank }];
  }
  try {
    const read = parseForeignDefinition(text, file);
    if (RESERVED.has(read.definition.name)) throw reserved(read.definition.name, file);
    notes.push(...read.notes);
    return [{ definition: read.definition, file, rank }];
  } catch (error) {
    notes.push(`${messageOf(error)} The agent is left out.`);
    return [];
  }
}

function reserved(name: string, file: string): NightshiftError {
  return new NightshiftError(
    "CONFIG_INVALID",
    `${file}: "${name}" is an agent of Nightshift itself; choose another name, or tell that agent about your project in AGENTS.md.`,
  );
}

/** The agents as the model reads them in its first message; empty without any. */
export function renderAgents(registry: AgentRegistry): string {
  if (registry.agents.length === 0) return "";
  const lines = registry.agents.map(
    ({ name, description }) => `- ${name}: ${description.replace(/\s+/g, " ")}`,
  );
  return ["Agents for the tool task:", ...lines].join("\n");
}
