/** Commands that stop an agent in its middle, once, where a test has set a mark. */
import { access, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Entry, Turn } from "../../src/local/scripted-model/scenario.ts";
import { implementTurns } from "./tiny-scenario.ts";

export async function openMarks() {
  const marks = await mkdtemp(join(tmpdir(), "nightshift-marks-"));
  onTestFinished(() => rm(marks, { recursive: true, force: true }));
  const command = (key: string, how: string) =>
    `echo begin >> features/${key}.log; if rm ${marks}/${key} 2>/dev/null; then ${how}; fi; echo end >> features/${key}.log`;
  return {
    set: (key: string) => writeFile(join(marks, key), ""),
    /** The command of that feature has come to its stop. */
    isTaken: (key: string) =>
      access(join(marks, key)).then(
        () => false,
        () => true,
      ),
    /** An implementation of four turns: writes, stops in the second turn, verifies, and hands over. */
    entry: (key: string, how: string): Entry => {
      const [write, ...rest] = implementTurns({ key });
      const stop: Turn = {
        calls: [{ name: "bash", input: { command: command(key, how), description: "a step" } }],
      };
      return {
        when: { agent: "code", mode: "implement", feature: key },
        turns: [...(write ? [write] : []), stop, ...rest],
      };
    },
  };
}
