/** The tools that exist, and the frozen list that one agent gets. */
import { NightshiftError } from "../domain/errors.ts";
import type { ToolSpec } from "../models/port.ts";
import { COMPLETE_TASK } from "./completion.ts";
import type { Tool } from "./tool.ts";
import { applyPatch } from "./tools/apply-patch.ts";
import { bash } from "./tools/bash.ts";
import { deleteFile } from "./tools/delete-file.ts";
import { editFile } from "./tools/edit-file.ts";
import { git } from "./tools/git.ts";
import { listFiles } from "./tools/list-files.ts";
import { moveFile } from "./tools/move-file.ts";
import { readFile } from "./tools/read-file.ts";
import { search } from "./tools/search.ts";
import { TASK } from "./tools/task.ts";
import { updatePlan } from "./tools/update-plan.ts";
import { writeFile } from "./tools/write-file.ts";

const TOOLS: readonly Tool[] = [
  bash,
  deleteFile,
  editFile,
  git,
  listFiles,
  moveFile,
  readFile,
  search,
  updatePlan,
  writeFile,
];

/** What a definition may name. `task` is made for each run, because it knows the run's agents. */
export const TOOL_NAMES: readonly string[] = [
  ...TOOLS.map(({ name }) => name),
  TASK,
  COMPLETE_TASK.name,
].sort();

export interface Toolbox {
  /** Sorted by name: the same bytes on every call, so that the provider's cache hits. */
  specs: readonly ToolSpec[];
  find(name: string): Tool | undefined;
}

/**
 * The tools of one agent; `complete_task` is always among them. `own` are tools that exist for this run alone.
 * Models of OpenAI edit files with the tool that they were trained with.
 * @throws NightshiftError CONFIG_INVALID for a name that no tool has
 */
export function selectTools(
  names: readonly string[],
  own: readonly Tool[] = [],
  provider: string = "anthropic",
): Toolbox {
  const known = [...TOOLS, ...own];
  const unknown = names.filter(
    (name) => name !== COMPLETE_TASK.name && !known.some((tool) => tool.name === name),
  );
  if (unknown.length > 0) {
    throw new NightshiftError(
      "CONFIG_INVALID",
      `Unknown tool ${unknown.join(", ")}; there are ${TOOL_NAMES.join(", ")}.`,
    );
  }
  const chosen = known
    .filter(({ name }) => names.includes(name))
    .map((tool) => (tool === editFile && provider === "openai" ? applyPatch : tool));
  return {
    specs: [...chosen.map(({ spec }) => spec), COMPLETE_TASK].sort((a, b) => (a.name < b.name ? -1 : 1)),
    find: (name) => chosen.find((tool) => tool.name === name),
  };
}
