/** `nightshift transcript`: a run as a page or a text that people read. */
import { writeFile } from "node:fs/promises";
import { messageOf, NightshiftError } from "../../domain/errors.ts";
import { EXIT } from "../exit.ts";
import type { Terminal } from "../terminal.ts";
import { renderHtml } from "./html.ts";
import { renderMarkdown } from "./markdown.ts";
import { openTranscriptFile } from "./open-transcript.ts";
import { storyOf } from "./story.ts";

export interface TranscriptOptions {
  file: string;
  html: boolean;
  /** Where to write it; standard output without. */
  out: string | undefined;
}

/** Throws INPUT_INVALID when the file cannot be read or the page not be written. */
export async function runTranscript(
  { file, html, out }: TranscriptOptions,
  terminal: Terminal,
  env: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const opened = await openTranscriptFile(file, env);
  const story = storyOf(opened.lines);
  const text = html ? renderHtml(story) : renderMarkdown(story);
  if (out === undefined) terminal.answer(text);
  else {
    await writeFile(out, text, { mode: 0o600 }).catch((error: unknown) => {
      throw new NightshiftError("INPUT_INVALID", `${out} cannot be written: ${messageOf(error)}`);
    });
    terminal.line(`${out}: ${story.turns} turns`);
  }
  if (opened.unreadable !== undefined)
    terminal.line(`Line ${opened.unreadable} cannot be read; what stands after it is left out.`);
  return EXIT.done;
}
