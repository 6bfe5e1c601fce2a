/** What a command prints to and asks from. */
export interface Terminal {
  /** One line of what happens; standard error when the answer itself is JSON. */
  line(text: string): void;
  /** The answer itself, on standard output. */
  answer(text: string): void;
  /** A person can be asked here. */
  interactive: boolean;
  /** Undefined when nobody answers. */
  ask(question: string): Promise<string | undefined>;
}

export function systemTerminal(json: boolean): Terminal {
  const out = json ? process.stderr : process.stdout;
  return {
    line: (text) => void out.write(`${text}\n`),
    answer: (text) => void process.stdout.write(`${text}\n`),
    interactive: process.stdin.isTTY === true && out.isTTY === true,
    async ask(question) {
      const { createInterface } = await import("node:readline/promises");
      const reader = createInterface({ input: process.stdin, output: out });
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
