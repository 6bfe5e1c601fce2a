import { z } from "zod";
import { defineTool } from "../tool.ts";

export const deleteFile = defineTool({
  name: "delete_file",
  description: "Delete a tracked file.",
  effect: "write",
  input: z.strictObject({ path: z.string() }),
  paths: ({ path }) => [path],
  async run({ path }, { sandbox }) {
    await sandbox.files.remove(path);
    return `deleted ${path}`;
  },
});
