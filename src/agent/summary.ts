/** What a conversation leaves behind when it ends: for the next epoch, or for the next run. Pure texts. */
import type { ModelMessage, Part } from "../models/port.ts";
import type { FinishedCommand } from "./completion.ts";
import type { PlanItem } from "./tool.ts";

const LAST_WORDS = 3;
const WORDS_CHARS = 600;
const COMMANDS = 10;
const FILES = 60;

/** Asks for the summary, in the conversation itself: what was said so far is in the provider's cache. */
export const SUMMARY_REQUEST = `This conversation has grown too large and is about to be replaced by your summary of it. Call no tool. Answer with the summary alone, at most 2,500 words, under these headings:
Goal; Constraints; Done; Decisions (each with its reason); Failing now; Next; Files (path: what matters in it, what you changed).
Keep exact names, paths, commands and error messages. What you leave out is forgotten.`;

export const SUMMARY_AGAIN = "That was no summary. Call no tool; write the summary as text now.";

export interface WorkState {
  plan: readonly PlanItem[];
  summary: string;
  /** What git shows as changed; empty when nothing is or nothing could be asked. */
  changes: string;
  /** Output of the newest command that failed and has not passed since. */
  lastFailure: string;
}

/** The message that begins the next epoch, after the task itself. */
export function resumeMessage({ plan, summary, changes, lastFailure }: WorkState): string {
  return [
    "You have begun this task; the conversation until now was replaced by the following. Go on from here.",
    section("Your plan", plan.map(({ state, text, id }) => `- [${state}] ${id}: ${text}`).join("\n")),
    section("Summary", summary),
    section("Changed files", changes),
    section("Output of the last failing command", lastFailure),
  ]
    .filter((text) => text !== "")
    .join("\n\n");
}

function section(title: string, text: string): string {
  return text === "" ? "" : `## ${title}\n${text}`;
}

export interface Facts {
  messages: readonly ModelMessage[];
  commands: readonly FinishedCommand[];
  /** The summary that this epoch began with. */
  earlier: string;
}

/** A summary that needs no model: files, commands and the last words, as they were recorded. */
export function deterministicSummary({ messages, commands, earlier }: Facts): string {
  const written = writtenPaths(messages);
  const ran = commands
    .slice(-COMMANDS)
    .map(({ command, exitCode }) => `- exit ${exitCode ?? "none"}: ${firstLine(command)}`);
  const said = messages
    .filter(({ role }) => role === "assistant")
    .map(({ parts }) => textOf(parts).trim())
    .filter((text) => text !== "")
    .slice(-LAST_WORDS)
    .map((text) => `- ${text.slice(0, WORDS_CHARS)}`);
  return [
    earlier,
    written.length > 0 ? `Files written: ${written.slice(-FILES).join(", ")}` : "",
    ran.length > 0 ? `Last commands:\n${ran.join("\n")}` : "",
    said.length > 0 ? `Last words:\n${said.join("\n")}` : "",
  ]
    .filter((text) => text !== "")
    .join("\n\n");
}

/** Paths that calls named whose results were no errors. */
function writtenPaths(messages: readonly ModelMessage[]): string[] {
  const parts = messages.flatMap((message) => message.parts);
  const failed = new Set(parts.flatMap((part) => (part.kind === "result" && part.isError ? [part.id] : [])));
  const paths = parts.flatMap((part) =>
    part.kind === "call" && !failed.has(part.id) && /_file$|^apply_patch$/.test(part.name)
      ? pathsIn(part)
      : [],
  );
  return [...new Set(paths)];
}

function pathsIn({ name, input }: Extract<Part, { kind: "call" }>): string[] {
  if (name === "read_file" || typeof input !== "object" || input === null) return [];
  return Object.entries(input).flatMap(([key, value]) =>
    ["path", "from", "to"].includes(key) && typeof value === "string" ? [value] : [],
  );
}

export function textOf(parts: readonly Part[]): string {
  return parts.map((part) => (part.kind === "text" ? part.text : "")).join("");
}

function firstLine(text: string): string {
  return (text.split("\n")[0] ?? "").slice(0, 200);
}
