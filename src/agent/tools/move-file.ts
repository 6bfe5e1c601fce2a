import { z } from "zod";
import { defineTool } from "../tool.ts";

export const moveFile = defineTool({
  name: "move_file",
  description: "Move a tracked file.",
  effect: "write",
  input: z.strictObject({ from: z.string(), to: z.string() }),
  paths: ({ from, to }) => [from, to],
  async run({ from, to }, { sandbox }) {
    await sandbox.files.move(from, to);
    return `moved ${from} to ${to}`;
  },
});
