/** Who reads a change: the definition of an agent of the review, with the tools that this work order allows. */
import type { AgentDefinition } from "../../agent/definition.ts";
import type { WorkOrder } from "../../domain/work-order.ts";
import { readDefinition } from "../definitions.ts";

/** Whoever reads a head as data has no tool but the one that hands in the result. */
export async function readerFor(
  { foreign }: Pick<WorkOrder, "foreign">,
  agent: "review" | "refute",
): Promise<AgentDefinition> {
  const definition = await readDefinition(agent);
  return foreign?.asData ? { ...definition, tools: [] } : definition;
}
