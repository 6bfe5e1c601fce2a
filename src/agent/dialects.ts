/** Agent definitions that were written for other tools, read as far as their meaning carries over. */
import { z } from "zod";
import { NightshiftError } from "../domain/errors.ts";
import { type AgentDefinition, checkDefinition, splitFrontMatter } from "./definition.ts";
import { TOOL_NAMES } from "./toolbox.ts";

/** Whose front matter a file has. */
export type ForeignDialect = "github" | "claude";

export interface ForeignDefinition {
  definition: AgentDefinition;
  /** What did not carry over, for people. */
  notes: string[];
}

const EDITING = ["edit_file", "write_file"];
const LOOKING = ["list_files", "search"];

/** Names in lower case → ours. An empty list is known and never granted: a sub-agent starts no other. */
const TOOLS: Readonly<Record<string, readonly string[]>> = {
  read: ["read_file"],
  notebookread: ["read_file"],
  grep: ["search"],
  glob: ["list_files"],
  ls: ["list_files"],
  search: LOOKING,
  codebase: LOOKING,
  edit: EDITING,
  multiedit: ["edit_file"],
  editfiles: [...EDITING, "delete_file", "move_file"],
  write: ["write_file"],
  bash: ["bash"],
  shell: ["bash"],
  execute: ["bash"],
  terminal: ["bash"],
  runcommands: ["bash"],
  changes: ["git"],
  todo: ["update_plan"],
  todos: ["update_plan"],
  todowrite: ["update_plan"],
  task: [],
  agent: [],
};

const EVERYTHING = TOOL_NAMES.filter((name) => name !== "task" && name !== "complete_task");

/** The line's newest model; a run of another provider keeps its own model. */
const MODELS: Readonly<Record<string, string>> = {
  haiku: "anthropic:claude-haiku-5-5",
  sonnet: "anthropic:claude-sonnet-5-5",
  opus: "anthropic:claude-opus-5-5",
};

const FrontMatter = z.looseObject({
  name: z.string().optional(),
  description: z.string(),
  tools: z.union([z.string(), z.array(z.string()), z.null()]).optional(),
  model: z.union([z.string(), z.array(z.string()), z.null()]).optional(),
});

const READ_KEYS = new Set(["name", "description", "tools", "model"]);

/**
 * Reads a definition of another tool. What is unknown here is left out and noted, never granted.
 * @throws NightshiftError CONFIG_INVALID when nothing usable is left
 */
export function parseForeignDefinition(text: string, file: string): ForeignDefinition {
  const { front, body } = splitFrontMatter(text, file);
  const parsed = FrontMatter.safeParse(front);
  if (!parsed.success)
    throw new NightshiftError(
      "CONFIG_INVALID",
      `${file}: it has no description; add one to its front matter.`,
    );
  const { name, description, tools, model } = parsed.data;
  const notes: string[] = [];
  const ignored = Object.keys(parsed.data).filter((key) => !READ_KEYS.has(key));
  if (ignored.length > 0)
    notes.push(`${file}: ignored, because it means nothing here: ${ignored.join(", ")}.`);
  const granted = toolsOf(tools ?? undefined, file, notes);
  if (granted.length === 0)
    throw new NightshiftError(
      "CONFIG_INVALID",
      `${file}: none of its tools exists here; name Read, Grep, Glob, Edit, Write or Bash.`,
    );
  const ours = modelOf(model ?? undefined, file, notes);
  const definition = checkDefinition(
    {
      name: slug(name ?? fileName(file)),
      description: description.trim().slice(0, 1_024),
      tools: granted,
      ...(ours === undefined ? {} : { model: ours }),
    },
    body,
    file,
  );
  return { definition, notes };
}

function toolsOf(tools: string | string[] | undefined, file: string, notes: string[]): string[] {
  if (tools === undefined) return EVERYTHING;
  const names = (typeof tools === "string" ? splitNames(tools) : tools).map((name) => name.trim());
  if (names.includes("*")) return EVERYTHING;
  const granted = new Set<string>();
  for (const name of names.filter((each) => each !== "")) {
    const ours = TOOLS[name.toLowerCase()] ?? (EVERYTHING.includes(name) ? [name] : undefined);
    for (const tool of ours ?? []) granted.add(tool);
    if (ours === undefined)
      notes.push(
        name.includes("(")
          ? `${file}: the tool ${name} is not granted, because a part of a tool cannot be.`
          : `${file}: there is no tool ${name} here; it is ignored.`,
      );
  }
  return [...granted].sort();
}

/** Commas inside parentheses belong to the name: `Bash(git log:*, git diff:*)`. */
function splitNames(text: string): string[] {
  return text.split(/,(?![^(]*\))/);
}

function modelOf(model: string | string[] | undefined, file: string, notes: string[]): string | undefined {
  const name = (Array.isArray(model) ? model[0] : model)?.trim().toLowerCase();
  if (name === undefined || name === "" || name === "inherit") return undefined;
  const ours = MODELS[name];
  if (ours === undefined) notes.push(`${file}: the model ${name} is not known here; the caller's is used.`);
  return ours;
}

function fileName(file: string): string {
  return (file.split("/").at(-1) ?? "").replace(/(\.agent)?\.md$/, "");
}

/** `Code Reviewer` → `code-reviewer` */
function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "")
    .slice(0, 40);
}
