/** What a command prints to and asks from. On a terminal the last line is live: it shows what is at work right now. */
import type { Interface } from "node:readline/promises";

export interface Terminal {
  /** One line of what happens; standard error when the answer itself is JSON. */
  line(text: string): void;
  /** The answer itself, on standard output. */
  answer(text: string): void;
  /** The live last line; empty takes it away. Shown only on a terminal. */
  status(text: string): void;
  /** A person can be asked here. */
  interactive: boolean;
  /** Undefined when nobody answers. */
  ask(question: string): Promise<string | undefined>;
}

const ERASE_LINE = "\r\u001b[2K";
const DIM = "\u001b[2m";
const PLAIN = "\u001b[0m";

export function systemTerminal(json: boolean): Terminal {
  const out = json ? process.stderr : process.stdout;
  const live = out.isTTY === true;
  let shown = "";
  const draw = (text: string): void => {
    const room = Math.max(20, (out.columns ?? 80) - 1);
    shown = text;
    if (live) out.write(text === "" ? ERASE_LINE : `${ERASE_LINE}${DIM}${text.slice(0, room)}${PLAIN}`);
  };
  return {
    line(text) {
      if (live && shown !== "") out.write(ERASE_LINE);
      out.write(`${text}\n`);
      if (shown !== "") draw(shown);
    },
    answer(text) {
      draw("");
      process.stdout.write(`${text}\n`);
    },
    status: draw,
    interactive: process.stdin.isTTY === true && live,
    async ask(question) {
      draw("");
      const { createInterface } = await import("node:readline/promises");
      const reader: Interface = createInterface({ input: process.stdin, output: out });
      try {
        return await reader.question(question);
      } catch {
        return undefined;
      } finally {
        reader.close();
      }
    },
  };
}
