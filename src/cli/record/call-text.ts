/** What a tool call would do, as text for people: edits as a diff, commands as they are, anything else as JSON. */
import { z } from "zod";
import type { StoryCall } from "./story.ts";

/** One line of a shown input: added, removed, or as it is. */
export interface ShownLine {
  mark: "+" | "-" | " ";
  text: string;
}

const Edit = z.looseObject({
  path: z.string(),
  edits: z.array(z.looseObject({ old: z.string(), new: z.string() })),
});
const Write = z.looseObject({ path: z.string(), content: z.string() });
const Command = z.looseObject({ command: z.string() });

export function shownInput({ name, input }: Pick<StoryCall, "name" | "input">): ShownLine[] {
  const edit = name === "edit_file" ? Edit.safeParse(input).data : undefined;
  if (edit)
    return [
      plain(edit.path),
      ...edit.edits.flatMap((one) => [...linesOf("-", one.old), ...linesOf("+", one.new), plain("")]),
    ];
  const write = name === "write_file" ? Write.safeParse(input).data : undefined;
  if (write) return [plain(write.path), ...linesOf("+", write.content)];
  const command = Command.safeParse(input).data;
  if (command) return linesOf(" ", command.command);
  return linesOf(" ", JSON.stringify(input, null, 2) ?? "");
}

function linesOf(mark: ShownLine["mark"], text: string): ShownLine[] {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines.map((line) => ({ mark, text: line }));
}

function plain(text: string): ShownLine {
  return { mark: " ", text };
}

/** `1.2 s`, `340 ms`, `2 min 5 s` */
export function shownTime(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1_000).toFixed(1)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1_000)} s`;
}

export function shownUsd(usd: number | null): string {
  return usd === null ? "price unknown" : `${usd.toFixed(4)} USD`;
}
