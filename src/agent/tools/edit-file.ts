import { z } from "zod";
import { renderChanges } from "../sandbox/line-changes.ts";
import { defineTool } from "../tool.ts";

export const editFile = defineTool({
  name: "edit_file",
  description: "Replace text in a file, all edits or none. old must match once, or set all.",
  effect: "write",
  input: z.strictObject({
    path: z.string(),
    edits: z
      .array(z.strictObject({ old: z.string(), new: z.string(), all: z.boolean().default(false) }))
      .min(1)
      .max(20),
  }),
  paths: ({ path }) => [path],
  async run({ path, edits }, { sandbox }) {
    const { notes, changes } = await sandbox.files.edit(path, edits);
    return [`edited ${path}: ${renderChanges(changes)}`, ...notes].join("\n");
  },
});
