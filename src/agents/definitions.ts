/** The built-in agent definitions: Markdown files beside the agents, copied into the bundle's assets by the build. */
import { readFile } from "node:fs/promises";
import { type AgentDefinition, parseAgentDefinition } from "../agent/definition.ts";
import type { DefinitionFile } from "../agent/registry.ts";
import { assetPath } from "../ops/assets.ts";

export async function readDefinition(agent: "code" | "review" | "refute"): Promise<AgentDefinition> {
  const file = assetPath(`agents/${agent}/definition.md`);
  return parseAgentDefinition(await readFile(file, "utf8"), file);
}

/** Agents that come along for the tool `task`. */
export async function readSubAgents(): Promise<DefinitionFile[]> {
  const file = "agents/explore/definition.md";
  return [{ file, text: await readFile(assetPath(file), "utf8") }];
}
